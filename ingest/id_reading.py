"""Images that wait are read one after the other, each sealed again at once; what shows no identity document is deleted."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Protocol

from detectors.id_document import IdReading
from gdpr.id_image_store import IdImageGoneError
from gdpr.id_requests import note_reading
from gdpr.policy import Policy
from gdpr.store import Store


class Reader(Protocol):
    """Whatever sees what is in a picture; it never raises for what the picture holds."""

    def read(self, content: bytes) -> IdReading:
        """What is in the picture."""


def read_next(store: Store, reader: Reader, policy: Policy, clock: Callable[[], datetime]) -> bool:
    """Read the image that has waited longest; False where none waits.

    Reading takes seconds, so it happens between two transactions. Who decides about the image meanwhile is right.
    """
    with store.transaction() as tx:
        image_id = tx.id_images.next_waiting()
        if image_id is None:
            return False
        content = tx.id_images.content(image_id)
    reading = reader.read(content)
    with suppress(IdImageGoneError), store.transaction() as tx:
        note_reading(tx, image_id, reading, policy, clock())
    return True
