"""Facts in, a letter out: the words stand in templates, what they must say stands in `gdpr.letter_kinds`.

Nothing of the sender's own text and no national number ever stands in a letter: facts are dates, counts and keys that have words, and
what a person at the desk wrote as an answer (law.md R5, P3).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from string import Template
from typing import Any

from detectors import national_number
from detectors.passage import Passage
from gdpr.letter_html import as_html
from gdpr.letter_kinds import LETTER, LetterRule, Reader
from gdpr.letter_template import Letterbook, facts_in
from gdpr.letter_words import LetterIncomplete, told
from gdpr.policy import Authority, Policy

__all__ = ["AboutRequest", "Letter", "LetterIncomplete", "facts_of_requests", "missing_facts", "reference", "write"]

_LIKELY = 0.5  # the score from which digits are taken for a national number
_ONLY_PEOPLE = frozenset({"answering"})  # staff have a page to act on


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is sent."""

    subject: str
    text: str
    html: str

    @property
    def digest(self) -> str:
        """SHA-256 of what was said: the proof that stays when the text is gone (E8)."""
        return sha256(f"{self.subject}\n{self.text}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class AboutRequest:
    """What letters tell of a request: its kind and its dates."""

    id: int
    kind: str
    received_on: date
    promise_on: date
    legal_on: date
    due_on: date
    is_open: bool = True


def write(book: Letterbook, kind: str, language: str, facts: Mapping[str, Any], policy: Policy) -> Letter:
    """The letter of this kind in this language. Raises LetterIncomplete where the law wants more than the facts tell (GDPR Art. 12; R5)."""
    rule, template, words = LETTER[kind], book.templates[language][kind], book.words[language]
    if missing := missing_facts(kind, facts, policy):
        raise LetterIncomplete(f"The letter {kind} cannot be written: it must tell {', '.join(missing)} ({rule.source}).")
    known = {name: told(name, value, words, language) for name, value in {**facts_of_policy(policy), **facts}.items()}
    sections = tuple(_sections(rule, template.sections, known))
    _refuse_national_numbers(sections)
    text = "\n\n".join((*sections, *_frame(rule, book, language, known)))
    subject = Template(template.subject).substitute(known)
    return Letter(subject, f"{text}\n", as_html(text, language))


def facts_of_policy(policy: Policy) -> Mapping[str, Any]:
    """What every letter may tell without being asked (Policy §1, §7, §9)."""
    return {
        "controller": policy.controller.name,
        "organisation_number": policy.controller.organisation_number,
        "contact": policy.officer.address,
        "authority": authority_block(policy.authority),
        "promise_days": policy.terms.promise_days,
        "backup_days": policy.retention.backup_days,
        "changed_address_days": policy.identity.changed_address_days,
    }


def facts_of_requests(requests: Sequence[AboutRequest], message_id: int | None) -> Mapping[str, Any]:
    """What a letter tells of the requests that it is about; they share their dates, for one mail asked for them (D14)."""
    if not requests:
        return {"reference": reference((), message_id)}
    first = requests[0]
    dates = {name: getattr(first, name) for name in ("received_on", "promise_on", "legal_on", "due_on")}
    return {"reference": reference([request.id for request in requests], message_id), "requests": [r.kind for r in requests], **dates}


def reference(request_ids: Sequence[int], message_id: int | None) -> str:
    """What a case is called in letters and at the desk: an R with the request's number, or an M with the mail's where there is none."""
    return ", ".join(f"R{number}" for number in request_ids) or (f"M{message_id}" if message_id else "")


def authority_block(authority: Authority) -> str:
    """Where to complain, in lines (GDPR Art. 77; Policy §9; B5)."""
    return "\n".join(
        (f"{authority.name} ({authority.short_name})", authority.postal_address, f"{authority.address}, {authority.phone}", authority.web)
    )


def missing_facts(kind: str, facts: Mapping[str, Any], policy: Policy) -> tuple[str, ...]:
    """What a letter of this kind must tell and these facts do not (R5)."""
    known = {**facts_of_policy(policy), **facts}
    demanded = {fact for part in LETTER[kind].parts for fact in part.facts}
    return tuple(sorted(fact for fact in demanded if not known.get(fact)))


def _sections(rule: LetterRule, sections: Mapping[str, str], known: Mapping[str, str]) -> Iterator[str]:
    demanded = {part.name for part in rule.parts}
    for name, text in sections.items():
        if all(known.get(fact) for fact in facts_in(text)):
            yield Template(text).substitute(known)
        elif name in demanded:
            raise LetterIncomplete(f"The letter {rule.kind} cannot be written: its part {name} tells a fact that is not known.")


def _frame(rule: LetterRule, book: Letterbook, language: str, known: Mapping[str, str]) -> Iterable[str]:
    sections = book.frames[language].sections
    left_out = _ONLY_PEOPLE if rule.reader is Reader.STAFF else frozenset()
    return (Template(text).substitute(known) for name, text in sections.items() if name not in left_out)


def _refuse_national_numbers(sections: Iterable[str]) -> None:
    """An answer that a person wrote may hold one by mistake; it stays here (dataskyddslagen 3:10; P1, R5)."""
    found = (number for text in sections for number in national_number.detect(Passage(text)))
    if any(number.score >= _LIKELY for number in found):
        raise LetterIncomplete("The letter holds a national number: take it out, for mail is open to many eyes.")
