"""How a date was reached, told in sentences: one for each reason that the clock gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

from desk import local_time
from desk.texts import N_, translations
from gdpr.derivation import Step
from gdpr.working_days import DayOff

DAYS_OFF: Mapping[str, str] = {
    DayOff.SATURDAY: N_("a Saturday"),
    DayOff.SUNDAY: N_("a Sunday"),
    DayOff.NEW_YEARS_DAY: N_("New Year's Day"),
    DayOff.EPIPHANY: N_("Epiphany"),
    DayOff.GOOD_FRIDAY: N_("Good Friday"),
    DayOff.EASTER_SUNDAY: N_("Easter Sunday"),
    DayOff.EASTER_MONDAY: N_("Easter Monday"),
    DayOff.MAY_DAY: N_("May Day"),
    DayOff.ASCENSION_DAY: N_("Ascension Day"),
    DayOff.PENTECOST: N_("Pentecost"),
    DayOff.NATIONAL_DAY: N_("the National Day"),
    DayOff.MIDSUMMER_EVE: N_("Midsummer Eve"),
    DayOff.MIDSUMMER_DAY: N_("Midsummer Day"),
    DayOff.ALL_SAINTS_DAY: N_("All Saints' Day"),
    DayOff.CHRISTMAS_EVE: N_("Christmas Eve"),
    DayOff.CHRISTMAS_DAY: N_("Christmas Day"),
    DayOff.SECOND_DAY_OF_CHRISTMAS: N_("the second day of Christmas"),
    DayOff.NEW_YEARS_EVE: N_("New Year's Eve"),
}

ROLLED = N_("%(start)s is %(day_off)s: the last day moves to %(end)s.")

REASONS: Mapping[str, str] = {
    "day_of_receipt": N_("The mail reached our server on %(start)s. That day itself is not counted."),
    "calendar_days": N_("%(count)s calendar days later is %(end)s."),
    "months": N_("%(count)s months later, on the same date of the month, is %(end)s."),
    "months_last_day": N_("%(count)s months later that date does not exist: the last day of the month counts, %(end)s."),
    "paused": N_("The clock stood still for %(count)s days while we waited for an answer: %(end)s."),
    "same_day": N_("Promise and law fall on the same day: due %(end)s."),
    "promise_first": N_("Our promise ends before the law's time, %(start)s: due %(end)s."),
    "law_first": N_("The law's time ends before our promise, %(start)s: due %(end)s."),
    "extended": N_("The time was extended with reasons given: due %(end)s."),
    "last_working_day": N_("The last day on or before it on which the desk works is %(end)s: aim for that."),
}

ONE_MONTH: Mapping[str, str] = {
    "months": N_("One month later, on the same date, is %(end)s."),
    "months_last_day": N_("One month later that date does not exist: the last day of the month counts, %(end)s."),
}

# The group of steps that leads to each date, in the order in which a person wants to know.
HEADINGS: Mapping[str, str] = {
    "received_day": N_("Received"),
    "promise_on": N_("What we promise"),
    "legal_on": N_("What the law demands"),
    "legal_se_on": N_("The Swedish reading of the law, for information"),
    "extended_on": N_("If the time is extended"),
    "due_on": N_("Due"),
    "operational_on": N_("Aim for"),
}

# What each rule rests on; its number is the one in the policy map.
SOURCES: Mapping[str, str] = {
    "D2": "Reg. 1182/71 Art. 3(1)",
    "D3": "GDPR Art. 12(3), Reg. 1182/71 Art. 3(2)(c)",
    "D4": "Reg. 1182/71 Art. 3(4)",
    "D8": "Policy §7",
    "D10": "GDPR Art. 12(3)",
    "D12": "GDPR Art. 12(6)",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One step as a sentence, with its rule and what that rests on."""

    sentence: str
    rule: str
    source: str


@dataclass(frozen=True, slots=True)
class Part:
    """The steps to one date under a heading."""

    name: str
    heading: str
    end: date
    steps: tuple[Told, ...]


def tell(steps: Iterable[Step], language: str) -> tuple[Part, ...]:
    """The derivation as headed sentences in one language (GDPR Art. 5(2): accountability)."""
    texts = translations(language)
    grouped: dict[str, list[Step]] = {}
    for step in steps:
        grouped.setdefault(step.towards, []).append(step)
    return tuple(
        Part(name, texts.gettext(HEADINGS[name]), group[-1].end, tuple(_told(step, texts, language) for step in group))
        for name, group in sorted(grouped.items(), key=lambda item: list(HEADINGS).index(item[0]))
    )


def _told(step: Step, texts: NullTranslations, language: str) -> Told:
    values = {
        "start": local_time.day(step.start, language),
        "end": local_time.day(step.end, language),
        "count": step.count,
        "day_off": texts.gettext(DAYS_OFF[step.reason]) if step.reason in DAYS_OFF else "",
    }
    sentence = texts.gettext(_pattern(step)) % values
    return Told(sentence[0].upper() + sentence[1:], step.rule, SOURCES.get(step.rule, ""))


def _pattern(step: Step) -> str:
    if step.reason in DAYS_OFF:
        return ROLLED
    if step.count == 1 and step.reason in ONE_MONTH:
        return ONE_MONTH[step.reason]
    return REASONS[step.reason]
