"""A whole account, folder by folder: where copies of a mail lie, and how one is put in another's place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from imapclient import IMAPClient, SocketTimeout

from config.mailboxes import MailboxSettings
from ingest.imap_errors import speaking_with
from ingest.imap_login import DEFAULT_TIMEOUT, log_in, open_folder, take_leave
from ingest.redact import REDACTED

# Servers that do not mark the folder for deleted mails (RFC 6154) name it like this.
_TRASH_NAMES = frozenset({"trash", "deleted items", "deleted messages", "papperskorgen", "borttagna objekt", "borttaget"})
_CLOSED = frozenset({rb"\noselect", rb"\nonexistent"})
_RECENT = rb"\Recent"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that can be opened."""

    name: str
    is_trash: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a mail, with all that must be kept of it."""

    uid: int
    content: bytes
    flags: tuple[bytes, ...]
    received_at: datetime


class Account:
    """An account, logged in. Use it in a `with` block; every method raises MailboxUnavailable or MailboxRefused.

    In `observe` every folder is opened by EXAMINE, so that nothing can change in it.
    """

    def __init__(self, settings: MailboxSettings, timeout: SocketTimeout = DEFAULT_TIMEOUT) -> None:
        self.settings = settings
        self._timeout = timeout
        self._client: IMAPClient = None

    def __enter__(self) -> Self:
        """Connect and log in."""
        self._client = log_in(self.settings, self._timeout)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take leave politely where all is well; hang up in any case."""
        take_leave(self._client, politely=kind is None)

    @property
    def may_replace(self) -> bool:
        """Whether we may change this account, and the server can expunge one mail and no other (RFC 4315)."""
        return bool(self.settings.mode == "own" and self._client.has_capability("UIDPLUS"))

    def folders(self) -> list[Folder]:
        """Every folder that can be opened."""
        with speaking_with(self.settings):
            listed = self._client.list_folders()
        return [Folder(name, _is_trash(flags, delimiter, name)) for flags, delimiter, name in listed if not _CLOSED & _lower(flags)]

    def open(self, folder: Folder) -> bool:
        """Open a folder, which the following methods are about; False where the server does not let us, as with folders of others."""
        with speaking_with(self.settings):
            return open_folder(self._client, folder.name, readonly=not self.may_replace) is not None

    def copies(self, message_id: str, size: int, number: int) -> Iterator[Copy]:
        """The mails of the open folder that may be copies: by Message-ID, by size, or by the mark of a redacted one."""
        with speaking_with(self.settings):
            uids = self._client.search(_criteria(message_id, size, number))
            for uid in sorted(uids):
                answer: dict[bytes, Any] = self._client.fetch([uid], ["FLAGS", "INTERNALDATE", "BODY.PEEK[]"]).get(uid, {})
                if b"BODY[]" in answer:
                    flags = tuple(flag for flag in answer[b"FLAGS"] if flag != _RECENT)
                    yield Copy(uid, answer[b"BODY[]"], flags, answer[b"INTERNALDATE"])

    def append(self, folder: Folder, copy: Copy) -> None:
        """Put a mail into a folder, with its flags and its time of receipt."""
        with speaking_with(self.settings):
            self._client.append(folder.name, copy.content, copy.flags, copy.received_at)

    def expunge(self, uid: int) -> None:
        """Delete one mail of the open folder for good, and no other (UID EXPUNGE, RFC 4315 §2.1)."""
        with speaking_with(self.settings):
            self._client.add_flags([uid], [rb"\Deleted"], silent=True)
            self._client.uid_expunge([uid])


def _is_trash(flags: Sequence[bytes], delimiter: bytes | None, name: str) -> bool:
    last = name.rpartition(delimiter.decode() if delimiter else "\0")[2]
    return rb"\trash" in _lower(flags) or last.lower() in _TRASH_NAMES


def _lower(flags: Sequence[bytes]) -> frozenset[bytes]:
    return frozenset(flag.lower() for flag in flags)


def _criteria(message_id: str, size: int, number: int) -> list[Any]:
    same_size = ["LARGER", size - 1, "SMALLER", size + 1]
    redacted = ["HEADER", REDACTED, str(number)]
    if not (message_id.isascii() and message_id.isprintable() and message_id):
        return ["OR", redacted, same_size]
    return ["OR", ["HEADER", "MESSAGE-ID", message_id], ["OR", redacted, same_size]]
