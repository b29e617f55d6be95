"""A letter as a lawyer edits it: a subject and named sections, with `$facts` in the text and no other syntax.

    Subject: Your case $reference

    [dates]
    You will have our answer by $due_on.

Each section begins with its name in brackets; one that is only named has the words of `common.txt`. A part that the law demands is a
section of that name (gdpr.letter_kinds); any other section is left out of a letter when a fact in it is not known.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Template

from gdpr.letter_kinds import LETTERS, LetterRule, Part, Reader

_SUBJECT = re.compile(r"\s*Subject: *(\S[^\n]*)\n")
_HEADING = re.compile(r"^\[([a-z_]+)\] *\n", re.M)

# Facts that are told where they are known, beside those that a part demands.
OPTIONAL_FACTS = frozenset({"promise_days", "changed_address_days", "pickup_url", "agreement_url", "link", "standing", "hours_left"})
CONTROLLER_FACTS = frozenset({"controller", "organisation_number", "contact"})
KNOWN_FACTS = OPTIONAL_FACTS | CONTROLLER_FACTS | {fact for rule in LETTERS for part in rule.parts for fact in part.facts}
FRAME = (Part("controller", ("controller", "organisation_number", "contact")),)


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """One letter in one language, as it stands in its file."""

    subject: str
    sections: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """What the keys among the facts are called in one language, and how the lines of a list are put together."""

    words: Mapping[str, Mapping[str, str]]
    lines: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Letterbook:
    """All letters: by language the templates of each kind, the frame around every letter, and the words."""

    templates: Mapping[str, Mapping[str, LetterTemplate]]
    frames: Mapping[str, LetterTemplate]
    words: Mapping[str, Words]


def read_template(text: str, common: Mapping[str, str] | None = None) -> LetterTemplate:
    """The subject, "" where there is none, and the sections in their order; one that is only named has the words that are common to all."""
    subject = _SUBJECT.match(text)
    pieces = _HEADING.split(text)
    named = zip(pieces[1::2], map(str.strip, pieces[2::2]), strict=True)
    return LetterTemplate(subject[1].strip() if subject else "", {name: body or (common or {}).get(name, "") for name, body in named})


def facts_in(text: str) -> tuple[str, ...]:
    """The names of the facts that a text tells."""
    return tuple(Template(text).get_identifiers())


def flaws(template: LetterTemplate, rule: LetterRule, forbidden: Iterable[str] = ()) -> Iterator[str]:
    """What keeps a letter from being sent, each as the end of a sentence (R5, B5)."""
    if not template.subject:
        yield 'it has no line "Subject: …"'
    yield from _missing(template, rule.parts)
    yield from (f"its section [{name}] has no words" for name, text in template.sections.items() if not text)
    yield from _unknown((template.subject, *template.sections.values()))
    yield from (f"it says {name}" for name in forbidden if name.lower() in " ".join(template.sections.values()).lower())
    if rule.reader is Reader.PERSON and "$reference" not in template.subject:
        yield "its subject does not tell $reference"


def frame_flaws(frame: LetterTemplate) -> Iterator[str]:
    """The same for the frame: every letter names the controller and how to reach it (Policy §1)."""
    yield from _missing(frame, FRAME)
    yield from _unknown(frame.sections.values())


def _missing(template: LetterTemplate, parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        text = template.sections.get(part.name, "")
        if not text:
            yield f"the part [{part.name}] is missing"
        for fact in part.facts:
            if text and fact not in facts_in(text):
                yield f"its part [{part.name}] does not tell ${fact}"


def _unknown(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if not Template(text).is_valid():
            yield "a $ in it names no fact; write $$ for the sign itself"
            continue
        yield from (f"${fact} is no fact of any letter" for fact in facts_in(text) if fact not in KNOWN_FACTS)
