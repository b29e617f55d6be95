"""A process that has an ID image accepted, deletes it everywhere, and dies before the step that it is told."""

import os
import sys
from typing import Any

from imapclient import IMAPClient

from cli.composition import service, utc_now
from cli.id_work import remover
from gdpr.id_casework import Assurance, accept
from gdpr.id_image_records import OpeningPurpose
from ingest.account import Account
from storage import id_image_deletion
from storage.id_images import SqlIdImages
from storage.keys import Keyring
from storage.mailbox_copies import SqlMailboxCopies

DIED = 9

# In their order: what is called for each step, and where its name lies.
STEPS: dict[str, tuple[Any, str]] = {
    "decide": (SqlIdImages, "end"),
    "destroy the key": (Keyring, "destroy"),
    "empty the log": (id_image_deletion, "empty_log"),
    "note": (SqlIdImages, "conclude"),
    "remember the copy": (SqlMailboxCopies, "bury"),
    "put the copy in": (Account, "append"),
    "flag the original": (Account, "expunge"),
    "expunge the original": (IMAPClient, "uid_expunge"),
    "close the task": (SqlMailboxCopies, "gone"),
}


def die(*_: Any, **__: Any) -> None:
    """End the process as a kill does: nothing is rolled back, closed or said."""
    os._exit(DIED)


def main(step: str) -> None:
    """Decide, finish the deletion here, and clear the mailbox; die on the way."""
    setattr(*STEPS[step], die)
    with service() as ombud:
        (image,) = ombud.store.views.id_images.held()
        with ombud.store.transaction() as tx:
            tx.openings.open(image.id, "user/1", OpeningPurpose.CHECK, utc_now())
        with ombud.store.transaction() as tx:
            accept(tx, image.id, "user/1", utc_now(), [Assurance.READ_BY_EYE])
        id_image_deletion.finish_deletions(ombud.store, utc_now())
        remover(ombud).round()


if __name__ == "__main__":
    main(sys.argv[1])
