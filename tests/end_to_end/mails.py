"""Thousands of support mails in a few kinds, so that each outcome and each table has its share."""

from collections.abc import Iterator

REQUEST = "Hej! Jag vill ha ett registerutdrag enligt GDPR. Ring 070-174 06 05 om något är oklart. Ärende {n}."
ORDINARY = "Hej! Vår webbplats svarar inte sedan i morse, ärende {n}. Ring 070-174 06 17.\r\n\r\nHälsningar\r\nEva Ek"
ROBOT = "Jag är på semester till måndag, ärende {n}."


def support_mails(count: int) -> Iterator[bytes]:
    """Every tenth asks for an export, every twentieth is a robot's, every fiftieth repeats the mail before it."""
    previous = b""
    for n in range(count):
        if n % 50 != 49:
            previous = mail(n, ROBOT, "Auto-Submitted: auto-replied\r\n") if n % 20 == 7 else mail(n, REQUEST if n % 10 == 3 else ORDINARY)
        yield previous


def mail(n: int, text: str, headers: str = "") -> bytes:
    """One mail, from one of two hundred people."""
    head = (
        f"From: Eva Ek <eva{n % 200}@kund.example>\r\nTo: support@ftech.se\r\nSubject: =?utf-8?Q?=C3=84rende?= {n}\r\n"
        f"Message-ID: <{n}@kund.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n{headers}\r\n"
    )
    return (head + text.format(n=n) + "\r\n").encode()
