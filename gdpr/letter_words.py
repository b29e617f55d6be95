"""Facts into words: dates as people write them, keys as what they are called, lists as lines."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from string import Template
from typing import Any

from babel.dates import format_date

from gdpr.letter_template import Words

_KEY = re.compile(r"[a-z][a-z0-9_]*")
_BY_DAY = re.compile(r"(?:.*_)?(?:on|until)")
_DAY = {"sv": "EEEE'en den' d MMMM y", "en": "EEEE d MMMM y"}
_ANYTHING = "what"  # the group of words that every list may use


class LetterIncomplete(Exception):
    """The letter must not go out: what it must tell is not known, or has no words; the sentence says which fact to give."""


def told(name: str, value: Any, words: Words, language: str) -> str:
    """One fact as it stands in the letter. Raises LetterIncomplete for a key that nobody has put into words."""
    if value is None or value == "":
        return ""
    if isinstance(value, Mapping):
        return _line(name, value, words, language)
    if isinstance(value, list | tuple):
        return "\n".join(f"- {told(name, item, words, language)}" for item in value)
    if _BY_DAY.fullmatch(name):
        return format_date(_date(name, value), _DAY[language], locale=language)
    return _word(name, str(value), words)


def _line(name: str, values: Mapping[str, Any], words: Words, language: str) -> str:
    """One line of a list, in the first form whose values are all given."""
    for form in words.lines.get(name, ()):
        template = Template(form)
        if set(template.get_identifiers()) <= set(values):
            return template.substitute({key: told(key, value, words, language) for key, value in values.items()})
    raise LetterIncomplete(f"A line of ${name} is not complete: give what its forms in words.toml need.")


def _date(name: str, value: Any) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise LetterIncomplete(f"${name} is no date: write it as in 2026-03-05.") from None


def _word(name: str, value: str, words: Words) -> str:
    """The word for a key; what is no key, such as a sum or an answer, stands as it is."""
    known = words.words.get(name, {}).get(value) or words.words.get(_ANYTHING, {}).get(value)
    if known is None and _KEY.fullmatch(value):
        raise LetterIncomplete(f"${name} has no words for {value}: add them to words.toml.")
    return known or value


def every_word(words: Words) -> Iterable[str]:
    """Each word and form, to be checked when they are loaded."""
    for group in words.words.values():
        yield from group.values()
    for forms in words.lines.values():
        yield from forms
