"""Which lines of a mail are old: quoted history, mails passed on, mails returned."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detectors.finding import Origin
from ingest.reply_lines import (
    has_all_headers,
    header_kind,
    introduces_forward,
    introduces_quote,
    is_attribution,
    is_forward_subject,
    is_reply_subject,
    may_be_attribution,
    may_begin_attribution,
    may_end_attribution,
    names_sender,
    names_time_or_address,
)

_QUOTE_MARK = re.compile(r"^[ \t\xa0]{0,3}(?:>|&gt;|»[ »])")
_RULE = re.compile(r"^[\s>]*(?:[-–—_=*]{5,}|[-–—_]{2,}\s*)\s*$")
_HEADER_WINDOW = 12
_ATTRIBUTION_LINES = 4
_WRAPPED_AT = 64
_SHORT = 40
_OLD = frozenset({Origin.QUOTED, Origin.FORWARDED})


@dataclass(frozen=True, slots=True)
class Thread:
    """What the headers say of a mail: an answer, one passed on, or neither."""

    subject: str = ""
    is_reply: bool = False

    @property
    def is_forward(self) -> bool:
        """Whether the subject says that a mail was passed on."""
        return is_forward_subject(self.subject)

    @property
    def has_history(self) -> bool:
        """Whether an old mail is to be expected in the body."""
        return self.is_reply or self.is_forward or is_reply_subject(self.subject)


def origins(lines: Sequence[str], known: Sequence[Origin | None], thread: Thread) -> list[Origin]:
    """The origin of each line: as the markup told (`known`), else by quote marks and by lines that introduce an old mail."""
    reading = _Reading(lines, known, thread)
    reading.mend_quotes()
    i = 0
    while i < len(lines):
        i = reading.read(i) if known[i] is None and reading.told[i] is Origin.AUTHOR and lines[i].strip() else i + 1
    reading.tell_forwards()
    return reading.told


class _Reading:
    """The lines of a body and what is known of each so far."""

    def __init__(self, lines: Sequence[str], known: Sequence[Origin | None], thread: Thread) -> None:
        self.lines = lines
        self.known = known
        self.thread = thread
        self._kinds: dict[int, str] = {}
        self.told = [told or (Origin.QUOTED if _QUOTE_MARK.match(line) else Origin.AUTHOR) for line, told in zip(lines, known, strict=True)]

    def read(self, i: int) -> int:
        """Tells what line `i` introduces, and returns the next line to look at."""
        line = self.lines[i]
        if introduces_forward(line):
            return self._tell_rest(i, Origin.FORWARDED)
        if introduces_quote(line):
            return self._tell_rest(i, self._history)
        if has_all_headers(line) or self._begins_headers(i):
            return self._tell_rest(self._with_rule_above(i), self._history)
        length = self._attribution_length(i)
        return self._tell_attribution(i, i + length) if length else i + 1

    @property
    def _history(self) -> Origin:
        return Origin.FORWARDED if self.thread.is_forward else Origin.QUOTED

    def _tell_rest(self, start: int, origin: Origin) -> int:
        """Everything from here on is old, but for what the markup knows to be the author's."""
        for j in range(start, len(self.lines)):
            if self.known[j] is not Origin.AUTHOR:
                self.told[j] = origin
        return len(self.lines)

    def _begins_headers(self, i: int) -> bool:
        """Whether the headers of an old mail begin here: From and two more, close together."""
        if self._kind(i) not in ("from", "sent", "subject", "to"):
            return False
        found: dict[str, str] = {}
        misses = 0
        for j in range(i, min(i + _HEADER_WINDOW, len(self.lines))):
            kind = self._kind(j)
            found.setdefault(kind, self.lines[j])
            misses = 0 if kind else misses + 1
            if misses > 2:
                break
        if not ("from" in found and len(found.keys() & {"sent", "to", "subject"}) >= 2):
            return False
        # Web forms have "Från:", "Datum:" and "Ämne:" too, but name no addressee and answer nothing.
        return self.thread.has_history or ("to" in found and "@" in found["from"] and any(line.strip() for line in self.lines[:i]))

    def _kind(self, i: int) -> str:
        """Which header of an old mail line `i` is; each line is asked by up to a dozen above it, and looked at once."""
        if i not in self._kinds:
            self._kinds[i] = header_kind(self.lines[i])
        return self._kinds[i]

    def _with_rule_above(self, i: int) -> int:
        above = i - 1
        while above >= 0 and not self.lines[above].strip():
            above -= 1
        return above if above >= 0 and _RULE.match(self.lines[above]) else i

    def _attribution_length(self, i: int) -> int:
        """How many lines the attribution that begins at line `i` takes, 0 where none begins."""
        if may_be_attribution(self.lines[i]) and self._is_followed_by_old_text(i + 1):
            return 1
        if not any(may_end_attribution(line) for line in self.lines[i : i + _ATTRIBUTION_LINES]):
            return 0
        joined = ""
        for j in range(i, min(i + _ATTRIBUTION_LINES, len(self.lines))):
            if not self.lines[j].strip() or self.told[j] is not Origin.AUTHOR:
                return 0
            if j == i + 1 and not may_begin_attribution(self.lines[i]):
                return 0
            joined += self.lines[j] + "\n"
            if is_attribution(joined):
                return j + 1 - i if self._is_followed_by_old_text(j + 1) or self._is_believable(joined) else 0
        return 0

    def _is_followed_by_old_text(self, i: int) -> bool:
        return (following := self._next_written(i)) < len(self.lines) and self.told[following] in _OLD

    def _is_believable(self, attribution: str) -> bool:
        """A sentence may end in "skrev:" too: without quoted lines below, it must name a sender, or a time in an answer."""
        return names_sender(attribution) or (self.thread.has_history and names_time_or_address(attribution))

    def _tell_attribution(self, start: int, end: int) -> int:
        """The attribution is old; so is all below, unless that is marked as quoted line by line."""
        for j in range(start, end):
            self.told[j] = Origin.QUOTED
        return end if self._is_followed_by_old_text(end) else self._tell_rest(end, Origin.QUOTED)

    def _next_written(self, i: int) -> int:
        while i < len(self.lines) and not self.lines[i].strip():
            i += 1
        return i

    def mend_quotes(self) -> None:
        """Puts right two accidents of the journey."""
        for i, line in enumerate(self.lines):
            before = i > 0 and self.told[i - 1] is Origin.QUOTED
            after = i + 1 < len(self.lines) and bool(_QUOTE_MARK.match(self.lines[i + 1]))
            if line.startswith(">From ") and not before and not after:
                self.told[i] = Origin.AUTHOR  # a mailbox file marks the author's own "From " so
            elif self.told[i] is Origin.AUTHOR and before and after and self._is_broken_end(i):
                self.told[i] = Origin.QUOTED  # the end of a long quoted line that was broken on its way

    def _is_broken_end(self, i: int) -> bool:
        return 0 < len(self.lines[i].strip()) < _SHORT and len(self.lines[i - 1]) >= _WRAPPED_AT

    def tell_forwards(self) -> None:
        """Old text below a line that says "Forwarded message" was passed on, up to the author's next word."""
        passed_on = False
        for i, line in enumerate(self.lines):
            if self.told[i] not in _OLD:
                passed_on = passed_on and not line.strip()
            elif passed_on or introduces_forward(line):
                self.told[i] = Origin.FORWARDED
                passed_on = True
