"""How the mails of one round ended."""

from dataclasses import asdict, dataclass, replace

from gdpr.records import Outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """Mails fetched, and how each of them ended."""

    fetched: int = 0
    filed: int = 0
    screened: int = 0
    duplicate: int = 0
    quarantined: int = 0

    def counting(self, outcome: Outcome) -> "Tally":
        """With one mail more."""
        return replace(self, fetched=self.fetched + 1, **{outcome.value: getattr(self, outcome.value) + 1})

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(mine + theirs for mine, theirs in zip(self.as_dict().values(), other.as_dict().values(), strict=True)))

    def as_dict(self) -> dict[str, int]:
        """By name, in the order above."""
        return asdict(self)
