"""A letter that may not be sent stops the start, with one sentence that says which file and why."""

import shutil
from pathlib import Path

import pytest

from config.errors import LetterError
from config.letter_files import LETTERS_FOLDER, load_letters
from config.policy_file import load_policy
from gdpr.letter_kinds import LetterKind

POLICY = load_policy()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ombud's own letters, to be edited."""
    return shutil.copytree(LETTERS_FOLDER, tmp_path / "letters")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_ombud_s_own_letters_can_be_sent() -> None:
    book = load_letters(POLICY)
    assert {language: set(templates) for language, templates in book.templates.items()} == {"sv": set(LetterKind), "en": set(LetterKind)}


def test_a_letter_may_be_put_into_other_words(folder: Path) -> None:
    edit(folder / "sv/refusal.txt", "Vi gör inte det du har bett om.", "Vi säger nej.")
    assert "Vi säger nej." in load_letters(POLICY, folder).templates["sv"][LetterKind.REFUSAL].sections["reason"]


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("sv/refusal.txt", "[court]", "[domstol]", r"the part \[court\] is missing"),
        ("en/refusal.txt", "[authority]", "[authority]\nComplain to the authority.", r"part \[authority\] does not tell \$authority"),
        ("sv/acknowledgement.txt", "$legal_on", "en månad", r"part \[dates\] does not tell \$legal_on"),
        ("sv/acknowledgement.txt", "$promise_days", "$promised_days", r"\$promised_days is no fact"),
        ("sv/acknowledgement.txt", "$reference\n\n[greeting]", "\n\n[greeting]", r"subject does not tell \$reference"),
        ("en/fee.txt", "Subject: ", "Ämne: ", 'no line "Subject:'),
        ("en/fee.txt", "We do nothing", "100 $ or nothing", r"\$ in it names no fact"),
        ("sv/refusal.txt", "[greeting]", "[inledning]", r"section \[inledning\] has no words"),
        ("sv/common.txt", "$authority", "$authority\neller Datainspektionen", "it says Datainspektionen"),
        ("en/common.txt", "[court]", "[courts]", r"the part \[court\] is missing"),
        ("en/frame.txt", "$organisation_number", "556629-2347", r"part \[controller\] does not tell \$organisation_number"),
        ("sv/words.toml", "[law]", "[law", "cannot be read"),
        ("en/words.toml", '"$what: $period"', '"$what: $"', "names no fact"),
    ],
)
def test_a_letter_that_lacks_what_the_law_wants_stops_the_start(folder: Path, file: str, old: str, new: str, why: str) -> None:
    edit(folder / file, old, new)
    with pytest.raises(LetterError, match=why) as refused:
        load_letters(POLICY, folder)
    assert file.removesuffix("common.txt") in str(refused.value)
    assert str(refused.value).count("\n") <= 1


def test_a_letter_that_is_missing_stops_the_start(folder: Path) -> None:
    (folder / "en/fee.txt").unlink()
    with pytest.raises(LetterError, match=r"en/fee\.txt cannot be read"):
        load_letters(POLICY, folder)
