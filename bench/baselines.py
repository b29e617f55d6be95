"""What Ombud is measured against on the same mailbox: a bare fetch, and a fetch with the standard library's parser.

Run as `python -m bench.baselines fetch|parse PORT USER PASSWORD`; the caller measures time and memory of the process.
"""

import sys
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy

from imapclient import IMAPClient, SocketTimeout

BATCH = 50


def every_mail(port: int, user: str, password: str) -> Iterator[bytes]:
    """The bytes of each mail of the folder, read without leaving a trace."""
    with IMAPClient("127.0.0.1", port, ssl=False, timeout=SocketTimeout(15, 60)) as client:
        client._imap.debug = 0  # imapclient would repr() every body for its log
        client.login(user, password)
        client.select_folder("INBOX", readonly=True)
        uids = client.search()
        for start in range(0, len(uids), BATCH):
            for mail in client.fetch(uids[start : start + BATCH], ["BODY.PEEK[]", "INTERNALDATE"]).values():
                yield mail[b"BODY[]"]


def fetch(content: bytes) -> None:
    """Nothing more than having it."""


def parse(content: bytes) -> None:
    """Read every header and decode every part with the standard library."""
    message = message_from_bytes(content, policy=policy.default)
    for _name, _value in message.items():
        pass
    for part in message.walk():
        if not part.is_multipart():
            part.get_payload(decode=True)


VARIANTS: dict[str, Callable[[bytes], None]] = {"fetch": fetch, "parse": parse}

if __name__ == "__main__":
    variant, port, user, password = sys.argv[1:]
    for mail in every_mail(int(port), user, password):
        VARIANTS[variant](mail)
