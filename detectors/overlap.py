"""Which of several readings of the same digits counts; the others are kept on the finding."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from detectors.finding import Finding, Kind, Reading

CERTAIN_ENOUGH = 0.5
"""Below this score nothing is reported."""

PRECEDENCE: tuple[Kind, ...] = (
    Kind.SENSITIVE,
    Kind.EMAIL,
    Kind.NATIONAL_NUMBER,
    Kind.ORGANISATION_NUMBER,
    Kind.PHONE,
    Kind.ADDRESS,
    Kind.ORGANISATION,
    Kind.NAME,
)
"""Between equal scores the earlier kind counts: the more that depends on hiding it, the earlier."""

_DEEPEST = 12  # readings of one place, more than there are detectors
_CLASHING = frozenset({Kind.NATIONAL_NUMBER, Kind.ORGANISATION_NUMBER, Kind.PHONE})


def _weight(finding: Finding) -> tuple[float, int, int]:
    return (-finding.score, PRECEDENCE.index(finding.kind), finding.start - finding.end)


def _clash(one: Finding, other: Finding) -> bool:
    exclusive = one.kind is other.kind or Kind.SENSITIVE in (one.kind, other.kind)  # a secret is nothing else besides
    return (
        one.part == other.part
        and one.start < other.end
        and other.start < one.end
        and (exclusive or (one.kind in _CLASHING and other.kind in _CLASHING))
    )


def _as_reading(finding: Finding) -> Reading:
    return Reading(finding.kind, finding.value, finding.score, finding.reason)


def _clusters(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """The findings in groups that hang together by overlapping, in the order of the text."""
    cluster: list[Finding] = []
    for finding in sorted(findings, key=lambda found: (found.part, found.start, found.end)):
        if cluster and (finding.part != cluster[0].part or finding.start >= max(found.end for found in cluster[-_DEEPEST:])):
            yield cluster
            cluster = []
        cluster.append(finding)
    if cluster:
        yield cluster


def _settle(cluster: list[Finding]) -> Iterator[Finding]:
    if len(cluster) == 1:
        yield cluster[0]
        return
    winners: list[Finding] = []
    losers: dict[int, list[Finding]] = defaultdict(list)
    for finding in sorted(cluster, key=_weight):
        beaten_by = next((place for place, winner in enumerate(winners) if _clash(winner, finding)), None)
        if beaten_by is None:
            winners.append(finding)
        elif winners[beaten_by].value != finding.value:
            losers[beaten_by].append(finding)
    for place, winner in enumerate(winners):
        yield replace(winner, other_readings=tuple(map(_as_reading, losers[place])))


def resolve(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that count, in the order of the text: of clashing readings the surest, the others noted on it."""
    settled = (finding for cluster in _clusters(findings) for finding in _settle(cluster) if finding.score >= CERTAIN_ENOUGH)
    return tuple(sorted(settled, key=lambda found: (found.part, found.start)))
