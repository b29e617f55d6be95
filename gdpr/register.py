"""The register of processing: what is kept of people, why, on which ground, for whom and for how long (GDPR Art. 30)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LANGUAGES = ("sv", "en")
Words = Mapping[str, str]  # by language

IN_WORDS = ("name", "purpose", "recipients", "transfers", "retention", "source")


@dataclass(frozen=True, slots=True)
class Category:
    """One category of personal data; `provided` where the person gave it or it was observed of them (GDPR Art. 20(1))."""

    key: str
    name: Words
    purpose: Words
    legal_basis: str
    recipients: Words
    transfers: Words
    retention: Words
    source: Words
    provided: bool

    def gaps(self) -> tuple[str, ...]:
        """What is not said of it; "nobody" must be said too (GDPR Art. 15(1)–(2), Art. 30(1); R2)."""
        unsaid = tuple(field for field in IN_WORDS if not all(getattr(self, field).get(tongue, "").strip() for tongue in LANGUAGES))
        return unsaid if self.legal_basis.strip() else (*unsaid, "legal_basis")


@dataclass(frozen=True, slots=True)
class Register:
    """Every category, in the order in which they are told."""

    categories: tuple[Category, ...]

    def find(self, key: str) -> Category | None:
        """The category with this key."""
        return next((category for category in self.categories if category.key == key), None)

    def blocking(self, keys: Iterable[str]) -> tuple[str, ...]:
        """What keeps an export of these categories back: each that is not in the register, or is there with gaps (Policy §2)."""
        return tuple(obstacle for key in keys for obstacle in _obstacles(key, self.find(key)))


def _obstacles(key: str, category: Category | None) -> tuple[str, ...]:
    if category is None:
        return (f"The category {key} is not in the register.",)
    gaps = category.gaps()
    return (f"The register does not tell {', '.join(gaps)} of the category {key}.",) if gaps else ()
