"""An ID image that was deleted here must leave the mailbox too: we replace the mail, or a person deletes it and we look.

Nothing is remembered between two steps but the digest of the copy that is put in. Whatever was done before a crash is found in the
mailbox itself, so the whole can be run again at any time: a copy that is there is not put in twice, an original that is gone is not missed.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from config.mailboxes import MailboxSettings
from ingest.account import Account, Copy, Folder
from ingest.digest import content_digest
from ingest.imap_errors import MailboxRefused, MailboxUnavailable
from ingest.redact import CannotRedactError, without_parts
from storage.mailbox_copies import CopyToRemove
from storage.store import SqlStore

LOOK_AGAIN = timedelta(minutes=15)  # whether a person has deleted the mail
TRY_AGAIN = timedelta(minutes=1)  # after trouble with the mailbox

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Remover:
    """Sees to it that copies leave the mailboxes; `remind_after` is how long a person is given."""

    store: SqlStore
    accounts: Collection[MailboxSettings]
    clock: Callable[[], datetime]
    remind_after: timedelta

    def round(self) -> int:
        """Do what is due in every mailbox; returns how many mails are rid of their image by it."""
        with self.store.transaction() as tx:
            names = tx.mailbox_copies.mailboxes_due(self.clock())
        return sum(self._in_account(account) for account in self.accounts if account.name in names)

    def _in_account(self, settings: MailboxSettings) -> int:
        with self.store.transaction() as tx:
            owed = tx.mailbox_copies.due(settings.name, self.clock())
        try:
            with Account(settings) as account:
                return sum(self._settle(account, copy) for copy in owed)
        except (MailboxUnavailable, MailboxRefused) as trouble:
            log.warning("mailbox_copy:interrupted", reason=str(trouble))
            self._postpone(owed)
            return 0

    def _settle(self, account: Account, owed: CopyToRemove) -> bool:
        """Search every folder for copies of one mail; True once none is left."""
        left = sum(self._in_folder(account, folder, owed) for folder in account.folders())
        now = self.clock()
        with self.store.transaction() as tx:
            if not left:
                return tx.mailbox_copies.gone(owed, now)
            remind = now >= owed.owed_at + self.remind_after * (owed.reminders + 1)
            tx.mailbox_copies.still_there(owed, left, now, now + LOOK_AGAIN, remind=remind)
        if remind:
            log.warning("mailbox_copy:reminder", mail=owed.message_id, found=left, reminders=owed.reminders + 1)
        return False

    def _in_folder(self, account: Account, folder: Folder, owed: CopyToRemove) -> int:
        """How many copies in this folder a person must delete; those that we may replace are replaced."""
        if not account.open(folder):
            log.warning("mailbox_copy:folder_closed", mailbox=account.settings.name, mail=owed.message_id)
            return 0
        found = [(copy, content_digest(copy.content)) for copy in account.copies(owed.header, owed.size, owed.message_id)]
        present = {digest for _, digest in found}
        ours = [copy for copy, digest in found if digest in owed.digests]
        return sum(not self._is_rid(account, folder, copy, owed, present) for copy in ours)

    def _is_rid(self, account: Account, folder: Folder, copy: Copy, owed: CopyToRemove, present: set[str]) -> bool:
        """Whether this copy holds no image by now; False where a person must see to it."""
        try:
            redacted = without_parts(copy.content, owed.parts, owed.message_id)
        except CannotRedactError:
            return False
        if redacted == copy.content:
            return True
        if not account.may_replace:
            return False
        if not folder.is_trash:
            self._put_in(account, folder, replace(copy, content=redacted), owed, present)
        account.expunge(copy.uid)
        return True

    def _put_in(self, account: Account, folder: Folder, copy: Copy, owed: CopyToRemove, present: set[str]) -> None:
        digest = content_digest(copy.content)
        if digest in present:
            return  # put in before a crash
        with self.store.transaction() as tx:
            tx.mailbox_copies.bury(owed.message_id, digest)
        account.append(folder, copy)
        present.add(digest)

    def _postpone(self, owed: Iterable[CopyToRemove]) -> None:
        with self.store.transaction() as tx:
            for copy in owed:
                tx.mailbox_copies.postpone(copy, self.clock() + TRY_AGAIN)
