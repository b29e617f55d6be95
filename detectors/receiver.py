"""What is the receiver's own: its addresses and numbers are nobody's personal data, wherever they stand."""

from dataclasses import dataclass

from detectors.finding import Finding, Kind


@dataclass(frozen=True, slots=True)
class Receiver:
    """The receiving company's domains, organisation numbers, and phones as the beginnings of E.164 numbers."""

    domains: frozenset[str] = frozenset()
    organisation_numbers: frozenset[str] = frozenset()
    phones: tuple[str, ...] = ()

    def owns(self, finding: Finding) -> bool:
        """Whether a finding is the receiver's own address or number."""
        match finding.kind:
            case Kind.EMAIL:
                domain = finding.value.rpartition("@")[2]
                return any(domain == own or domain.endswith("." + own) for own in self.domains)
            case Kind.ORGANISATION_NUMBER:
                return finding.value in self.organisation_numbers
            case Kind.PHONE:
                return finding.value.startswith(self.phones)
            case _:
                return False


NOBODY = Receiver()
