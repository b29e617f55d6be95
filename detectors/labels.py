"""The words in front of a number say what it is: "Tel", "personnr", "OCR", "kundnr"."""

import re
from enum import StrEnum
from functools import lru_cache

from detectors import label_words as words

REACH = 48  # characters before a number in which its label is looked for


class Label(StrEnum):
    """What a label word calls the number that follows it."""

    PHONE = "phone"
    FAX = "fax"
    NATIONAL = "national"
    ORGANISATION = "organisation"
    ID = "id"
    OTHER = "other"


# In order: where two of them begin at the same place, the earlier counts.
WORDS: tuple[tuple[Label, str], ...] = (
    (Label.FAX, words.FAX),
    (Label.NATIONAL, words.NATIONAL),
    (Label.ORGANISATION, words.ORGANISATION),
    (Label.ID, words.ID),
    (Label.OTHER, words.OTHER),
    (Label.PHONE, words.PHONE),
    (Label.OTHER, words.ANY_OTHER),
)
_ROWS = "|".join(rf"(?P<{label.value}_{place}>{called})" for place, (label, called) in enumerate(WORDS))
_LABEL = re.compile(rf"(?<![^\W\d_])(?:{_ROWS})(?![^\W\d_])")
_NEW_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ][^.:]*\s)")
_SHORT_PHONE = re.compile(r"(?:^|[\s|,;/(·•])(?:[mtpd]|h|a)[.:]\s*$", re.IGNORECASE)
_WEAK = frozenset(
    {"på", "on", "id", "v", "line", "contact", "kontakt", "text", "nummer", "numret", "number", "hem", "direkt", "konto", "avtal", "avtals"}
)
"""Everyday words that call a number something only when no stronger word stands nearby."""


_OF_ANOTHER = re.compile(r"\d[^\n]{0,40}(?:[,;/|()]|\s[^\W\d_]{2})|\b(?:till|för|åt|for|to|of|från|from|ställd|på)\s")
"""Between a label and a number: the label has had its number already, or the number is of somebody whom the labelled thing is for."""

_ANNOUNCING = (":", ": ", ":\t", ":  ", "=", "#")
"""With these a field of a form announces its number, however long its name."""


def _named(found: re.Match[str]) -> Label:
    return Label((found.lastgroup or "other").partition("_")[0])


@lru_cache(maxsize=512)
def _label_in(before: str) -> Label | None:
    if _SHORT_PHONE.search(before):
        return Label.PHONE
    weak: Label | None = None
    lowered = before.lower()
    for found in reversed(list(_LABEL.finditer(lowered))):
        if _named(found) is Label.OTHER and not lowered.endswith(_ANNOUNCING) and _OF_ANOTHER.search(lowered, found.end()):
            continue
        if found.group() not in _WEAK:
            return _named(found)
        weak = weak or _named(found)
    return weak


def label_before(text: str, start: int) -> Label | None:
    """What the words just before offset `start` call the number there: on its line, else alone on the line above."""
    line = text.rfind("\n", 0, start) + 1
    begin = max(line, start - REACH)
    while line < begin and text[begin - 1].isalpha() and begin > start - 2 * REACH:
        begin -= 1  # no word is cut, for half a word may be another
    before = _NEW_SENTENCE.split(text[begin:start])[-1]
    if before.strip(" \t.:-–•*|>"):
        return _label_in(before)
    above = text[max(0, text.rfind("\n", 0, max(0, line - 1)) + 1, line - REACH) : max(0, line - 1)]
    return None if any(sign.isdigit() for sign in above) else _label_in(above) if above.rstrip().endswith(":") else None
