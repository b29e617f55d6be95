"""One folder of one account, read without leaving a trace in it."""

from collections.abc import Iterator, Sequence
from datetime import UTC
from imaplib import IMAP4
from threading import Event
from types import TracebackType
from typing import Any, Self

from imapclient import IMAPClient, SocketTimeout

from config.mailboxes import MailboxSettings
from gdpr.message import MailId, RawMail
from ingest.batches import Batch, Limits, in_batches
from ingest.imap_errors import MailboxRefused, speaking_with
from ingest.imap_idle import idle
from ingest.imap_login import DEFAULT_TIMEOUT, hang_up, log_in, open_folder, take_leave

LONGEST_WAIT = 240.0  # seconds; routers forget a silent connection after five minutes or more
ASKED_AT_ONCE = 500  # UIDs in one command: about 4 kB, which every server takes
SEARCHED_AT_ONCE = 50_000  # UIDs in one answer: imaplib refuses a line of more than 1 MB


class Mailbox:
    """An open folder. Use it in a `with` block; every method raises MailboxUnavailable or MailboxRefused.

    In `observe` the folder is opened by EXAMINE, so that nothing can change in it; in `own` by SELECT. Mails are
    fetched by BODY.PEEK[] in both, so that none is marked as read.
    """

    def __init__(
        self, account: MailboxSettings, folder: str = "INBOX", limits: Limits | None = None, timeout: SocketTimeout = DEFAULT_TIMEOUT
    ) -> None:
        self.account = account
        self.name = account.name
        self.folder = folder
        self.limits = limits or Limits()
        self.uidvalidity = 0
        self._announced = self._heeded = b""
        self._timeout = timeout
        self._client: IMAPClient = None

    def __enter__(self) -> Self:
        """Connect, log in and open the folder."""
        self._client = log_in(self.account, self._timeout)
        try:
            self._open_folder()
        except BaseException:
            hang_up(self._client)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take leave politely where all is well; hang up in any case."""
        take_leave(self._client, politely=kind is None)

    def _open_folder(self) -> None:
        with speaking_with(self.account):
            answer = open_folder(self._client, self.folder, readonly=self.account.mode != "own")
            if answer is None:
                raise MailboxRefused(f"Mailbox {self.name}: there is no folder {self.folder} that this user may open.")
        self.uidvalidity = int(answer[b"UIDVALIDITY"])

    def uids(self) -> list[int]:
        """Every UID that the folder holds, ascending."""
        return self.new_uids(0)

    def new_uids(self, after: int) -> list[int]:
        """The UIDs above `after`, ascending. The range n:* holds the last mail even when it is below n (RFC 3501 §6.4.8)."""
        with speaking_with(self.account):
            self._client.noop()
            self._heed_announcements()
            highest = max(self._client.search("UID *"), default=0)
            found: list[int] = []
            for start in range(after + 1, highest + 1, SEARCHED_AT_ONCE):
                found += self._client.search(f"UID {start}:{min(start + SEARCHED_AT_ONCE - 1, highest)}")
        return sorted(uid for uid in found if after < uid <= highest)

    def batches(self, uids: Sequence[int]) -> Iterator[Batch]:
        """The mails with these UIDs in the order given, in batches by size. One that is gone by now is left out."""
        return in_batches(self._sizes(uids), self.limits)

    def _sizes(self, uids: Sequence[int]) -> Iterator[tuple[int, int]]:
        for start in range(0, len(uids), ASKED_AT_ONCE):
            asked = uids[start : start + ASKED_AT_ONCE]
            answers = self._ask(asked, "RFC822.SIZE")
            yield from ((uid, answers[uid][b"RFC822.SIZE"]) for uid in asked if b"RFC822.SIZE" in answers.get(uid, ()))

    def is_too_large(self, batch: Batch) -> bool:
        """Whether the batch is one mail above the limit, of which `read` yields the headers only."""
        return batch.size > self.limits.mail_bytes

    def read(self, batch: Batch) -> Iterator[RawMail]:
        """The mails of a batch, in the order of their UIDs, whole. One that is gone by now is left out."""
        section = "HEADER" if self.is_too_large(batch) else ""
        answers = self._ask(batch.uids, "INTERNALDATE", f"BODY.PEEK[{section}]")
        for uid in batch.uids:
            answer = answers.pop(uid, {})
            content, received_at = answer.get(f"BODY[{section}]".encode()), answer.get(b"INTERNALDATE")
            if content is not None and received_at is not None:
                mail = MailId(self.name, self.folder, self.uidvalidity, uid)
                yield RawMail(mail, content, received_at.astimezone(UTC))

    def _ask(self, uids: Sequence[int], *items: str) -> dict[int, Any]:
        """FETCH these items of these mails. Where the server stumbles over one mail, the others are had one by one."""
        with speaking_with(self.account):
            try:
                return dict(self._client.fetch(list(uids), items))
            except (IMAP4.error, ValueError) as error:
                if isinstance(error, IMAP4.abort):
                    raise
                if len(uids) == 1:
                    return {}
        return {uid: answer for single in uids for uid, answer in self._ask([single], *items).items()}

    def wait(self, seconds: float, stop: Event | None = None) -> bool:
        """Wait until mail may have arrived (True) or `seconds` have passed (False).

        By IDLE where the server has it; elsewhere the time passes and the caller looks for itself.
        """
        with speaking_with(self.account):
            if self._was_announced():
                return True
            if self._client.has_capability("IDLE"):
                return idle(self._client, min(seconds, LONGEST_WAIT), stop or Event())
        return not (stop or Event()).wait(seconds)

    # Mail that arrives while another command runs is announced in that command's answer, and never again in IDLE.
    def _was_announced(self) -> bool:
        return self._latest_announcement() != self._heeded

    def _heed_announcements(self) -> None:
        self._heeded = self._latest_announcement()

    def _latest_announcement(self) -> bytes:
        """How many mails the server last said there are; some servers say so in every answer, mail or not."""
        announced: list[bytes] = self._client._imap.untagged_responses.pop("EXISTS", [])
        self._announced = announced[-1] if announced else self._announced
        return self._announced
