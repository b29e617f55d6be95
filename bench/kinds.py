"""What is compared with other detectors on the labelled mails, and how it is counted."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.detect import LABELLED, labels
from detectors.finding import OWN_ORIGINS, Kind
from gdpr.message import Message
from ingest.parse import parse


@dataclass(frozen=True, slots=True)
class Compared:
    """A kind of personal data: its key in the labels, Presidio's name for it, and the form in which two values are compared."""

    name: str
    key: str
    entity: str
    kind: Kind
    form: Callable[[str], str]


def ten_digits(value: str) -> str:
    """Without the century, which not everybody works out."""
    return re.sub(r"\D", "", value)[-10:]


KINDS = (
    Compared("phone", "phones", "PHONE_NUMBER", Kind.PHONE, str),
    Compared("national number", "personnummer", "SE_PERSONNUMMER", Kind.NATIONAL_NUMBER, ten_digits),
    Compared("organisation number", "orgnr", "SE_ORGANISATIONSNUMMER", Kind.ORGANISATION_NUMBER, ten_digits),
    Compared("e-mail address", "emails", "EMAIL_ADDRESS", Kind.EMAIL, str.lower),
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A mail with its label."""

    content: bytes
    message: Message
    label: dict[str, Any]

    @property
    def whole(self) -> str:
        """Subject and body, quoted history included."""
        return f"{self.message.subject}\n{self.message.text}"

    @property
    def new(self) -> str:
        """What the sender wrote this time: subject, own text, signature."""
        return "\n".join((self.message.subject, *(one.text for one in self.message.passages if one.origin in OWN_ORIGINS)))

    def wanted(self, compared: Compared) -> set[str]:
        """The right answers."""
        return set(map(compared.form, self.label[compared.key]))

    def tolerated(self, compared: Compared) -> set[str]:
        """Values that are neither right nor wrong; the addresses in From and Reply-To always are."""
        also = self.label.get("tolerate", {}).get(compared.key, [])
        headers = [one.address for one in (self.message.sender, *self.message.reply_to) if one] if compared.kind is Kind.EMAIL else []
        return set(map(compared.form, [*(also if isinstance(also, list) else []), *headers]))


def labelled_mails(folder: Path = LABELLED) -> list[Labelled]:
    """Every labelled mail, in the order of their names."""
    truth = labels(folder)
    files = sorted((folder / "mails").glob("*.eml"))
    return [Labelled(file.read_bytes(), parse(file.read_bytes()), truth[file.name]) for file in files]


@dataclass(slots=True)
class Score:
    """Values found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found: set[str], wanted: set[str], tolerated: set[str]) -> None:
        """Count one mail."""
        self.right += len(found & wanted)
        self.wrong += len(found - wanted - tolerated)
        self.missed += len(wanted - found)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.right + self.wrong), self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{precision:>9.3f}{recall:>9.3f}{f1:>9.3f}{self.right:>8}{self.wrong:>7}{self.missed:>8}"


def score(mails: Iterable[Labelled], found: Iterable[dict[str, set[str]]], compared: Compared) -> Score:
    """How well the values found in each mail (by key of the labels) agree with its label."""
    total = Score()
    for mail, values in zip(mails, found, strict=True):
        total.add(set(map(compared.form, values[compared.key])), mail.wanted(compared), mail.tolerated(compared))
    return total
