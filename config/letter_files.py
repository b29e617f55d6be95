"""Reads the letters as they stand in their files, and refuses to start with one that may not be sent."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any

from config.errors import LetterError
from gdpr.letter_kinds import LETTERS
from gdpr.letter_template import Letterbook, LetterTemplate, Words, flaws, frame_flaws, read_template
from gdpr.letter_words import every_word
from gdpr.policy import Policy

LETTERS_FOLDER = Path(__file__).with_name("letters")
LANGUAGES = ("sv", "en")
FRAME, COMMON, WORDS = "frame.txt", "common.txt", "words.toml"


def load_letters(policy: Policy, folder: Path | None = None) -> Letterbook:
    """The letters of this folder, or Ombud's own; LetterError names the file and what is wrong with it (law.md R5, B5)."""
    folder = folder or LETTERS_FOLDER
    book = Letterbook(
        templates={language: _templates(folder / language) for language in LANGUAGES},
        frames={language: read_template(_text(folder / language / FRAME)) for language in LANGUAGES},
        words={language: _words(folder / language / WORDS) for language in LANGUAGES},
    )
    for name, flaw in _flaws(book, policy):
        raise LetterError(f"The letter {folder / name} cannot be used: {flaw}.")
    return book


def _templates(folder: Path) -> Mapping[str, LetterTemplate]:
    common = read_template(_text(folder / COMMON)).sections
    return {rule.kind: read_template(_text(folder / f"{rule.kind}.txt"), common) for rule in LETTERS}


def _words(path: Path) -> Words:
    try:
        groups: Mapping[str, Mapping[str, Any]] = tomllib.loads(_text(path))
    except ValueError as error:
        raise LetterError(f"The words in {path} cannot be read: {error}.") from None
    lines = {name: tuple(forms) for name, forms in groups.get("lines", {}).items()}
    words = Words({name: dict(group) for name, group in groups.items() if name != "lines"}, lines)
    for text in every_word(words):
        if not Template(str(text)).is_valid():
            raise LetterError(f"The words in {path} cannot be used: a $ in {text!r} names no fact.")
    return words


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise LetterError(
            f"The letter {path} cannot be read: every kind of letter needs a file in each of {', '.join(LANGUAGES)}."
        ) from None


def _flaws(book: Letterbook, policy: Policy) -> Iterator[tuple[str, str]]:
    for language, frame in book.frames.items():
        yield from ((f"{language}/{FRAME}", flaw) for flaw in frame_flaws(frame))
        for rule in LETTERS:
            template = book.templates[language][rule.kind]
            yield from ((f"{language}/{rule.kind}.txt", flaw) for flaw in flaws(template, rule, policy.authority.former_names))
