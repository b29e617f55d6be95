"""The figures of a month, counted from the events of requests and from nothing else, so that anybody can count them again."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from gdpr.events import Event, EventKind
from gdpr.letter_kinds import LetterKind
from gdpr.life import Life, live
from gdpr.life_clock import clock_of
from gdpr.local_time import local_day
from gdpr.policy import Terms
from gdpr.records import RequestStatus


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month in Sweden."""

    year: int
    month: int

    def has(self, event: Event) -> bool:
        """Whether the event fell into it."""
        day = local_day(event.at)
        return (day.year, day.month) == (self.year, self.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class Report:
    """The figures; shares are None where nothing was answered.

    `answered` counts requests whose outcome was told in the month; `misrouted` those whose kind a person had to correct.
    """

    month: str
    received: Mapping[str, int]
    answered: Mapping[str, int]
    median_days: float | None
    within_30_days: float | None
    within_the_law: float | None
    extended: int
    misrouted: int
    refused: int
    unverified: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Answer:
    """How long an answer took, against what was promised and what the law allows."""

    life: Life
    days: int
    in_time: bool


def monthly(histories: Iterable[tuple[Event, ...]], month: Month, terms: Terms) -> Report:
    """The figures of a month (Policy opening, "förbättra vår process"; GDPR Art. 5(2), 12(3); D9)."""
    every = [history for history in histories if history]
    answers = [answer for history in every if (answer := _answer(history, month, terms))]
    happened = [event for history in every for event in history if month.has(event)]
    return Report(
        month=str(month),
        received=_sorted(Counter(event.text("kind") for event in happened if event.kind is EventKind.RECEIVED)),
        answered=_sorted(Counter(str(answer.life.kind) for answer in answers)),
        median_days=median(answer.days for answer in answers) if answers else None,
        within_30_days=_share([answer.days <= answer.life.terms.promise_days for answer in answers]),
        within_the_law=_share([answer.in_time for answer in answers]),
        extended=sum(_tells(event, LetterKind.EXTENSION) for event in happened),
        misrouted=sum(_misrouted(history, month) for history in every),
        refused=sum(_ended(answer, RequestStatus.REFUSED) for answer in answers),
        unverified=sum(_ended(answer, RequestStatus.CLOSED_UNVERIFIED) for answer in answers),
        overdue=sum(event.kind is EventKind.ESCALATED and event.reason == "overdue" for event in happened),
    )


def _answer(history: tuple[Event, ...], month: Month, terms: Terms) -> Answer | None:
    """The answer that was told in the month and stands; what was taken back was not answered."""
    life = live(history, terms)
    outcome = life.outcome
    if outcome is None or outcome.told_at is None or outcome.status is RequestStatus.WITHDRAWN:
        return None
    told_on, clock = local_day(outcome.told_at), clock_of(life)
    if (told_on.year, told_on.month) != (month.year, month.month):
        return None
    limit: date = clock.dates.due_on if clock.dates.due_on > clock.dates.legal_on else clock.dates.legal_on
    return Answer(life, (told_on - clock.dates.received_day).days, told_on <= limit)


def _misrouted(history: tuple[Event, ...], month: Month) -> bool:
    """Whether a person said in the month that it is another kind than Ombud took it for."""
    kind = history[0].text("kind")
    return any(event.kind is EventKind.KIND_DECIDED and event.text("kind") != kind and month.has(event) for event in history)


def _tells(event: Event, letter: LetterKind) -> bool:
    return event.kind is EventKind.LETTER_SENT and event.text("template") == letter


def _ended(answer: Answer, status: RequestStatus) -> bool:
    return answer.life.outcome is not None and answer.life.outcome.status is status


def _share(met: list[bool]) -> float | None:
    return round(sum(met) / len(met), 4) if met else None


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))
