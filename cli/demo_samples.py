"""The sample mails of the demo, made to have arrived in the last month.

Each file says in its first line how long ago, and at what time of the day in Stockholm, it came: `X-Demo-Received: 29d 08:47`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from email.utils import format_datetime
from importlib.resources import files

from imapclient import IMAPClient, SocketTimeout

from cli.demo_server import DemoServer
from gdpr.local_time import STOCKHOLM

FOLDER = files("cli") / "demo_mails"
CUSTOMERS = FOLDER / "customers.csv"

_ARRIVAL = re.compile(rb"X-Demo-Received: (\d+)d (\d\d):(\d\d)\r?\n")
_DATE = re.compile(rb"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
_JUST_NOW = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample mail as it is delivered: its bytes and when it arrives."""

    name: str
    content: bytes
    received_at: datetime


def samples(now: datetime) -> tuple[Sample, ...]:
    """All sample mails, the oldest first."""
    found = (sample(file.name, file.read_bytes(), now) for file in FOLDER.iterdir() if file.name.endswith(".eml"))
    return tuple(sorted(found, key=lambda sample: (sample.received_at, sample.name)))


def sample(name: str, content: bytes, now: datetime) -> Sample:
    """A mail whose dates are moved to its arrival; one that tells none arrives now, as it is."""
    arrival = _ARRIVAL.match(content)
    if not arrival:
        return Sample(name, _with_network_lines(content), now)
    received_at = _moment(int(arrival[1]), time(int(arrival[2]), int(arrival[3])), now)
    head, separator, body = content[arrival.end() :].partition(b"\n\n")
    dated = _DATE.sub(format_datetime(received_at).encode(), head)
    return Sample(name, _with_network_lines(dated + separator + body), received_at)


def deliver(mails: Iterable[Sample], mailbox: DemoServer) -> int:
    """Put the mails into the mailbox over IMAP; returns how many."""
    with IMAPClient(mailbox.host, mailbox.port, ssl=False, timeout=SocketTimeout(15, 60)) as client:
        client.login(mailbox.user, mailbox.password)
        return sum(1 for mail in mails if client.append("INBOX", mail.content, msg_time=mail.received_at))


def _moment(days: int, at: time, now: datetime) -> datetime:
    day = now.astimezone(STOCKHOLM).date() - timedelta(days=days)
    return min(datetime.combine(day, at, STOCKHOLM), now.astimezone(STOCKHOLM) - _JUST_NOW)


def _with_network_lines(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
