"""What each letter says, in both languages, and what keeps one from being sent."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from config.letter_files import LANGUAGES, load_letters
from config.policy_file import load_policy
from gdpr.identity import Doubt, Item
from gdpr.letter_kinds import LETTER, LetterKind, LetterRule, Reader, outcome_letter
from gdpr.letter_samples import sample_facts
from gdpr.letters import AboutRequest, Letter, LetterIncomplete, facts_of_requests, reference, write
from gdpr.refusal_grounds import GROUNDS
from gdpr.request_casework import EXTENSION_REASONS, SYSTEMS
from gdpr.request_identity import AS_THE_POLICY_SAYS
from gdpr.request_letters import DONE_FOR
from gdpr.requests import RequestKind

POLICY = load_policy()
BOOK = load_letters(POLICY)
AS_SENT = Path(__file__).with_name("letters_as_sent")
EVERY = [pytest.param(kind, language, id=f"{kind}-{language}") for kind in LetterKind for language in LANGUAGES]
TO_PEOPLE = [kind for kind in LetterKind if LETTER[kind].reader is Reader.PERSON]


def letter(kind: LetterKind, language: str, **changes: Any) -> Letter:
    return write(BOOK, kind, language, {**sample_facts(kind), **changes}, POLICY)


def demanded(rule: LetterRule) -> list[str]:
    """The facts that only the case can give; the others stand in the policy."""
    of_policy = {"authority", "contact", "backup_days", "promise_days", "changed_address_days"}
    return sorted({fact for part in rule.parts for fact in part.facts} - of_policy)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_each_letter_reads_as_it_was_approved(kind: LetterKind, language: str) -> None:
    written, approved = letter(kind, language), AS_SENT / language / f"{kind}.txt"
    text = f"{written.subject}\n\n{written.text}"
    if os.environ.get("APPROVE_LETTERS"):
        approved.parent.mkdir(parents=True, exist_ok=True)
        approved.write_text(text)
    assert text == approved.read_text()


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_letter_lacking_a_fact_that_the_law_wants_told_is_not_written(kind: LetterKind, language: str) -> None:
    facts = sample_facts(kind)
    for name in demanded(LETTER[kind]):
        with pytest.raises(LetterIncomplete, match=name):
            write(BOOK, kind, language, {**facts, name: None}, POLICY)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_each_letter_names_the_controller_and_its_number(kind: LetterKind, language: str) -> None:
    """H1: acceptance is no consent; who answers for the data stands in every letter."""
    text = letter(kind, language).text
    assert "ftech AB" in text
    assert "556629-2347" in text


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_no_letter_names_the_authority_as_it_was_called_before_2021(kind: LetterKind, language: str) -> None:
    written = letter(kind, language)
    assert "datainspektionen" not in (written.subject + written.text + written.html).lower()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in TO_PEOPLE if "authority" in {part.name for part in LETTER[kind].parts}])
def test_where_to_complain_is_told_in_full(kind: LetterKind, language: str) -> None:
    text = letter(kind, language).text
    assert "Integritetsskyddsmyndigheten (IMY)\nBox 8114, 104 20 Stockholm\nimy@imy.se, 08-657 61 00\nhttps://www.imy.se" in text


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_page_says_what_the_text_says(kind: LetterKind, language: str) -> None:
    written = letter(kind, language)
    page = html.fromstring(written.html.replace("<br>", " ").replace("</p>", " </p>").replace("</li>", " </li>"))
    assert page.get("lang") == language
    assert "".join(map(str, page.itertext())).split() == written.text.replace("\n- ", "\n").removeprefix("- ").split()
    assert not page.xpath("//script | //img | //link | //iframe")


def test_what_a_person_wrote_cannot_become_part_of_the_page() -> None:
    written = letter(LetterKind.OUTCOME_COMPLAINT, "sv", answer='<img src="https://spion.example/a"> & "så"')
    assert "<img" not in written.html
    assert "&lt;img" in written.html


def test_what_a_person_wrote_cannot_reach_for_other_facts() -> None:
    assert "$authority" in letter(LetterKind.OUTCOME_COMPLAINT, "sv", answer="Det kostar $authority").text


@pytest.mark.parametrize("number", ["850709-9805", "198507099805", "personnummer 8507099805"])
def test_a_letter_never_holds_a_national_number(number: str) -> None:
    with pytest.raises(LetterIncomplete, match="national number") as refused:
        letter(LetterKind.OUTCOME_COMPLAINT, "sv", answer=f"Vi har rättat {number}.")
    assert number not in str(refused.value)


def test_a_key_without_words_is_never_shown_to_anybody() -> None:
    with pytest.raises(LetterIncomplete, match="aml"):
        letter(LetterKind.REFUSAL, "sv", reason="aml")


def test_an_optional_section_is_left_out_when_its_facts_are_not_known() -> None:
    with_kept = letter(LetterKind.OUTCOME_ERASURE, "sv")
    without = letter(LetterKind.OUTCOME_ERASURE, "sv", kept=None)
    assert "måste vi spara" in with_kept.text
    assert "måste vi spara" not in without.text


def test_a_date_that_is_none_is_told_apart() -> None:
    with pytest.raises(LetterIncomplete, match="extended_on is no date"):
        letter(LetterKind.EXTENSION, "sv", extended_on="snart")


def test_a_line_that_lacks_what_all_its_forms_need_is_not_written() -> None:
    with pytest.raises(LetterIncomplete, match="kept"):
        letter(LetterKind.PARTIAL_REFUSAL, "sv", kept=[{"what": "invoices"}])


def test_whichever_of_promise_and_law_comes_first_is_the_day_that_is_promised() -> None:
    january = AboutRequest(3, "access", date(2027, 1, 31), date(2027, 3, 2), date(2027, 3, 1), date(2027, 3, 1))
    text = write(BOOK, LetterKind.ACKNOWLEDGEMENT, "sv", facts_of_requests([january], 3), POLICY).text
    assert "Du får svar senast måndagen den 1 mars 2027." in text
    assert "inom 30 dagar, alltså senast tisdagen den 2 mars 2027" in text


@pytest.mark.parametrize(("requests", "mail", "called"), [((17,), 12, "R17"), ((17, 18), 12, "R17, R18"), ((), 12, "M12"), ((), None, "")])
def test_a_case_is_called_by_its_requests_or_by_its_mail(requests: tuple[int, ...], mail: int | None, called: str) -> None:
    assert reference(requests, mail) == called


@pytest.mark.parametrize("kind", RequestKind)
def test_each_kind_of_request_has_a_letter_that_tells_its_outcome(kind: RequestKind) -> None:
    assert outcome_letter(kind) in LETTER


def test_the_digest_of_a_letter_changes_with_every_word() -> None:
    digests: Mapping[str, str] = {answer: letter(LetterKind.OUTCOME_COMPLAINT, "sv", answer=answer).digest for answer in ("Ja.", "Nej.")}
    assert len(set(digests.values())) == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("group", "keys"),
    [
        ("requests", [*RequestKind, "breach"]),
        ("doubt", [*Doubt, AS_THE_POLICY_SAYS]),
        ("item", [*Item]),
        ("alternatives", [*Item]),
        ("reason", [ground.key for ground in GROUNDS] + [reason for reasons in EXTENSION_REASONS.values() for reason in reasons]),
        ("law", [f"{ground.law} {ground.section}" for ground in GROUNDS]),
        ("what", [*SYSTEMS, *DONE_FOR.values()]),
        ("kept", [ground.key for ground in GROUNDS if ground.only_part]),
    ],
)
def test_whatever_the_desk_may_choose_has_words(language: str, group: str, keys: list[str]) -> None:
    assert set(keys) <= set(BOOK.words[language].words[group])
