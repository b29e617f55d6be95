"""Whose is it? What each number and address that the sender wrote is to them, from the words around it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from detectors.finding import Finding, Kind, Role
from gdpr import role_words as words
from gdpr.callback import callback_of
from gdpr.message import Message
from gdpr.surroundings import Around

_MOST = 200  # findings; a mail that holds more is a list or a log, and what follows is nobody's way to be reached

Test = Callable[[Finding, Around], bool]


def _follows(pattern: re.Pattern[str]) -> Test:
    """What stands just before the finding says so."""
    return lambda found, around: pattern.search(around.before(found)) is not None


def _precedes(pattern: re.Pattern[str]) -> Test:
    """What stands just after the finding says so."""
    return lambda found, around: pattern.match(around.after(found)) is not None


def _is_fax(found: Finding, around: Around) -> bool:
    """Called a fax, and not a phone besides: "Tel/fax"."""
    before = around.before(found)
    return words.FAX_BEFORE.search(before) is not None and not words.PHONE_AND_FAX.search(before)


def _is_replaced(found: Finding, around: Around) -> bool:
    """The first number of "replace … with …"."""
    return bool(words.REPLACED_AFTER.match(around.after(found)) and words.REPLACED_BEFORE.search(around.before(found)))


def _is_not_to_be_called(found: Finding, around: Around) -> bool:
    """The sentence goes on: "… and her you must not call"."""
    return words.NOT_THEM_AFTER.match(around.closing(found)) is not None


def _is_removed(found: Finding, around: Around) -> bool:
    sentence = around.sentence(found)
    return any(map(sentence.__contains__, words.REMOVING)) and words.REMOVED_IN_ITS_SENTENCE.search(sentence) is not None


def _is_mentioned(found: Finding, around: Around) -> bool:
    """The sentence speaks of somebody else before the finding, and of the sender no more."""
    before = around.opening(found)
    spoken_of = [one for one in words.MENTIONED.finditer(before) if not words.BY_SENDER.search(before, 0, one.start())]
    return bool(spoken_of) and not words.SELF.search(before, spoken_of[-1].end())


def _is_anothers(found: Finding, around: Around) -> bool:
    """A national number after words for a relative, a client or another person, unless it is called the sender's own."""
    before = around.opening(found)
    return bool(words.RELATION.search(before) or words.MENTIONED.search(before)) and not words.OWN_NUMBER.search(before)


def _is_theirs_to_configure(found: Finding, around: Around) -> bool:
    """An address that is to be created, forwarded or deleted, and is not called the sender's."""
    told = words.ADDRESS_TO_CONFIGURE.search(around.statement(found)) is not None
    return told and not words.ADDRESS_OF_THEIRS.search(around.before(found))


def _is_configured_on_its_line(found: Finding, around: Around) -> bool:
    return words.TO_CONFIGURE_ON_ITS_LINE.search(around.line(found)) is not None


# For each kind, in order: the first test that holds tells the role; where none does, it is the sender's own.
TESTS: dict[Kind, tuple[tuple[Role, Test], ...]] = {
    Kind.PHONE: (
        (Role.FAX, _is_fax),
        (Role.FAX, _precedes(words.FAX_AFTER)),
        (Role.OUT_OF_USE, _follows(words.OUT_OF_USE_BEFORE)),
        (Role.OUT_OF_USE, _precedes(words.OUT_OF_USE_AFTER)),
        (Role.OUT_OF_USE, _is_replaced),
        (Role.TO_CONFIGURE, _follows(words.TO_CONFIGURE_BEFORE)),
        (Role.TO_CONFIGURE, _precedes(words.TO_CONFIGURE_AFTER)),
        (Role.TO_CONFIGURE, _is_configured_on_its_line),
        (Role.TO_CONFIGURE, _is_removed),
        (Role.MENTIONED, _is_mentioned),
        (Role.MENTIONED, _follows(words.CALLED_BY_SENDER)),
        (Role.MENTIONED, _precedes(words.ON_A_PAGE_AFTER)),
        (Role.MENTIONED, _is_not_to_be_called),
    ),
    Kind.EMAIL: (
        (Role.MENTIONED, _is_mentioned),
        (Role.TO_CONFIGURE, _is_theirs_to_configure),
    ),
    Kind.ADDRESS: (
        (Role.OUT_OF_USE, _follows(words.FORMER_ADDRESS)),
        (Role.MENTIONED, _is_mentioned),
    ),
    Kind.NATIONAL_NUMBER: ((Role.MENTIONED, _is_anothers),),
}

REASONS: dict[Role, str] = {
    Role.CALLBACK: "asks to be called on it",
    Role.MENTIONED: "somebody else's, who is merely mentioned",
    Role.FAX: "a fax number",
    Role.OUT_OF_USE: "no longer in use",
    Role.TO_CONFIGURE: "to be set up, changed or removed",
}
"""Why a finding is more or less than a fact about the sender, as it is kept beside it."""


def with_roles(message: Message, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with what each is to the sender; others' are marked, and the number to call back is told (I7)."""
    around = Around(message)
    found_here = tuple(findings)
    told = (*(_with_role(found, around) for found in found_here[:_MOST]), *map(_as_listed, found_here[_MOST:]))
    called = callback_of(message, [found for found in told if found.kind is Kind.PHONE and found.is_own])
    return tuple(replace(found, role=Role.CALLBACK) if found is called else found for found in told)


def _as_listed(found: Finding) -> Finding:
    return replace(found, role=Role.MENTIONED) if found.kind in TESTS else found


def _with_role(found: Finding, around: Around) -> Finding:
    if not found.is_own:
        return found
    role = next((role for role, holds in TESTS.get(found.kind, ()) if holds(found, around)), Role.OWN)
    return found if role is Role.OWN else replace(found, role=role)
