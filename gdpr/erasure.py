"""What an erasure takes away, what the law keeps, and when it is complete."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Holding(StrEnum):
    """What Ombud itself holds of a person, told apart by kind."""

    PROFILES = "profiles"
    FACTS = "facts"
    FINDINGS = "findings"
    MAILS = "mails"
    LETTERS = "letters"
    ID_IMAGES = "id_images"


OMBUD = "ombud"  # the system that is this program itself; others bear the names that the operator gave them


@dataclass(frozen=True, slots=True)
class Hold:
    """Something that must not be erased yet: the law that says so, and the last day (Policy §7; GDPR Art. 17(3); E1–E4)."""

    system: str
    what: str
    count: int
    law: str
    until: date


@dataclass(frozen=True, slots=True)
class Receipt:
    """The proof of one erasure in one system: how many there were, how many are left, and how many of those a hold keeps (E6)."""

    system: str
    what: str
    before: int
    after: int
    held: int = 0

    @property
    def complete(self) -> bool:
        """Whether nothing is left but what the law keeps."""
        return self.after <= self.held


def receipts(system: str, before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Receipt, ...]:
    """One receipt for each kind of thing that there was, or is (E6: told from what was counted, not from what was meant)."""
    kinds = dict.fromkeys((*before, *after))
    pairs = ((kind, before.get(kind, 0), after.get(kind, 0)) for kind in kinds)
    return tuple(Receipt(system, str(kind), had, has) for kind, had, has in pairs if had or has)


def is_complete(done: Iterable[Receipt]) -> bool:
    """Whether an erasure may be called done and the person be told so (D15, E6)."""
    return all(receipt.complete for receipt in done)
