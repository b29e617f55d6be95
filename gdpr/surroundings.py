"""The words around a finding, which tell its role."""

import re

from detectors.finding import Finding
from gdpr.message import Message
from gdpr.request_rule import fold

_BEFORE, _AFTER = 70, 45  # characters around a finding in which its role is told
_FIELD = re.compile(r"[ \t>*]*\w[\w /-]{1,30}(?:\.{2,}|:|\t)")
_REACH = 200  # characters in which its sentence begins and ends
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n")


class Around:
    """The words around a finding; only those asked for are folded, for most of a mail is far from any finding."""

    def __init__(self, message: Message) -> None:
        self._parts = {"body": message.text, "subject": message.subject}

    def before(self, found: Finding, reach: int = _BEFORE) -> str:
        """The words before it, folded."""
        return fold(self._parts.get(found.part, "")[max(0, found.start - reach) : found.start])

    def after(self, found: Finding, reach: int = _AFTER) -> str:
        """The words after it, folded."""
        return fold(self._parts.get(found.part, "")[found.end : found.end + reach])

    def line(self, found: Finding) -> str:
        """The line it stands on, as far as it concerns it, folded."""
        text = self._parts.get(found.part, "")
        first, last = max(0, found.start - _REACH), found.end + _REACH
        begin, end = text.rfind("\n", first, found.start), text.find("\n", found.end, last)
        return fold(text[begin + 1 if begin != -1 else first : end if end != -1 else last])

    def statement(self, found: Finding) -> str:
        """The field of a form that it fills in, else its sentence, folded."""
        line = self.line(found)
        return line if _FIELD.match(line) else self.sentence(found)

    def sentence(self, found: Finding) -> str:
        """The sentence it stands in, folded."""
        return fold(self._parts.get(found.part, "")[self._begin(found) : self._end(found)])

    def opening(self, found: Finding) -> str:
        """Its sentence up to where it stands, folded."""
        return fold(self._parts.get(found.part, "")[self._begin(found) : found.start])

    def closing(self, found: Finding) -> str:
        """Its sentence from where it ends, folded."""
        return fold(self._parts.get(found.part, "")[found.end : self._end(found)])

    def _begin(self, found: Finding) -> int:
        """Where its sentence begins."""
        first = max(0, found.start - _REACH)
        return max((cut.end() for cut in SENTENCE.finditer(self._parts.get(found.part, ""), first, found.start)), default=first)

    def _end(self, found: Finding) -> int:
        """Where its sentence ends."""
        cut = SENTENCE.search(self._parts.get(found.part, ""), found.end, found.end + _REACH)
        return cut.start() if cut else found.end + _REACH
