"""`ombud letters`: whoever answers for the words reads them before anybody receives them."""

import shutil
from pathlib import Path

from cli.exits import WRONG_USE
from config.letter_files import LETTERS_FOLDER
from gdpr.letter_kinds import LetterKind
from tests.cli.operator import Operator


def test_it_shows_every_letter_in_both_languages(operator: Operator) -> None:
    said = operator.types("letters").output
    for kind in LetterKind:
        assert f"=== {kind} (sv)" in said
        assert f"=== {kind} (en)" in said


def test_it_shows_one_letter_in_one_language(operator: Operator) -> None:
    said = operator.types("letters", "fee", "--lang", "en").output
    assert said.startswith("=== fee (en)\nSubject: A fee in your case R17")
    assert "(sv)" not in said


def test_a_letter_of_one_s_own_is_shown(operator: Operator, tmp_path: Path) -> None:
    folder = shutil.copytree(LETTERS_FOLDER, tmp_path / "letters")
    common = folder / "sv/common.txt"
    common.write_text(common.read_text().replace("Hej!", "Bästa kund!"))
    assert "Bästa kund!" in operator.types("letters", "fee", "--folder", str(folder)).output


def test_it_warns_when_nobody_has_verified_for_long_where_to_complain(operator: Operator) -> None:
    assert "last verified on 2023-05-11; compare it with https://www.imy.se" in operator.types("letters", "fee").errors


def test_an_unknown_kind_is_wrong_use_and_the_known_are_named(operator: Operator) -> None:
    said = operator.types("letters", "fe")
    assert said.status == WRONG_USE
    assert "acknowledgement" in said.errors
