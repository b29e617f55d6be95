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
    may_begin_attribution,
    names_time_or_address,
)

_QUOTE_MARK = re.compile(r"^[ \t\xa0]{0,3}(?:>|&gt;|»[ »])")
_RULE = re.compile(r"^[\s>]*(?:[-–—_=*]{5,}|[-–—_]{2,}\s*)\s*$")
_HEADER_WINDOW = 12
_ATTRIBUTION_LINES = 4
_WRAPPED_AT = 64
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
    result = [told or (Origin.QUOTED if _QUOTE_MARK.match(line) else Origin.AUTHOR) for line, told in zip(lines, known, strict=True)]
    _mend_quotes(lines, result)
    i = 0
    while i < len(lines):
        if result[i] is not Origin.AUTHOR or known[i] is not None:
            i += 1
            continue
        i = _read_introduction(lines, result, i, thread)
    _tell_forwards(lines, result)
    return result


def _read_introduction(lines: Sequence[str], result: list[Origin], i: int, thread: Thread) -> int:
    """Marks what line `i` introduces, and returns the next line to look at."""
    line = lines[i]
    if not line or line.isspace():
        return i + 1
    if introduces_forward(line):
        return _mark_rest(result, i, Origin.FORWARDED)
    if introduces_quote(line):
        return _mark_rest(result, i, Origin.FORWARDED if thread.is_forward else Origin.QUOTED)
    if has_all_headers(line) or _is_header_block(lines, i, thread):
        start = _with_rule_above(lines, i)
        return _mark_rest(result, start, Origin.FORWARDED if thread.is_forward else Origin.QUOTED)
    length = _attribution_length(lines, result, i)
    if not length:
        return i + 1
    following = _next_written(lines, i + length)
    for j in range(i, i + length):
        result[j] = Origin.QUOTED
    if following < len(lines) and result[following] is Origin.AUTHOR and names_time_or_address("\n".join(lines[i : i + length])):
        return _mark_rest(result, i, Origin.QUOTED)
    return i + length


def _mark_rest(result: list[Origin], start: int, origin: Origin) -> int:
    """Everything from here on is old."""
    for j in range(start, len(result)):
        result[j] = origin
    return len(result)


def _is_header_block(lines: Sequence[str], i: int, thread: Thread) -> bool:
    """Whether the headers of an old mail begin here: From and two more, close together."""
    if header_kind(lines[i]) not in ("from", "sent", "subject", "to"):
        return False
    kinds: set[str] = set()
    misses = 0
    for line in lines[i : i + _HEADER_WINDOW]:
        kind = header_kind(line)
        kinds.add(kind)
        misses = 0 if kind else misses + 1
        if misses > 2:
            break
    if not ("from" in kinds and len(kinds & {"sent", "to", "subject"}) >= 2):
        return False
    # Web forms have "Från:", "Datum:" and "Ämne:" too, but name no addressee and answer nothing.
    return thread.has_history or ("to" in kinds and any(line.strip() for line in lines[:i]))


def _with_rule_above(lines: Sequence[str], i: int) -> int:
    above = i - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    return above if above >= 0 and _RULE.match(lines[above]) else i


def _attribution_length(lines: Sequence[str], result: Sequence[Origin], i: int) -> int:
    """How many lines the attribution that begins at line `i` takes, 0 where none begins."""
    joined = ""
    for count in range(1, _ATTRIBUTION_LINES + 1):
        j = i + count - 1
        if j >= len(lines) or not lines[j].strip() or result[j] is not Origin.AUTHOR:
            return 0
        joined += lines[j] + "\n"
        if count == 2 and not may_begin_attribution(lines[i]):
            return 0
        if is_attribution(joined):
            return count if _is_believable(lines, result, j + 1, joined) else 0
    return 0


def _is_believable(lines: Sequence[str], result: Sequence[Origin], after: int, joined: str) -> bool:
    """A sentence may end in "skrev:" too: old text must follow, or the line must name a time or an address and end the author's text."""
    following = _next_written(lines, after)
    if following >= len(lines):
        return names_time_or_address(joined)
    return result[following] in _OLD or names_time_or_address(joined)


def _next_written(lines: Sequence[str], i: int) -> int:
    while i < len(lines) and not lines[i].strip():
        i += 1
    return i


def _mend_quotes(lines: Sequence[str], result: list[Origin]) -> None:
    """Puts right two accidents of the journey."""
    for i in range(len(lines)):
        before = i > 0 and result[i - 1] is Origin.QUOTED
        after = i + 1 < len(lines) and bool(_QUOTE_MARK.match(lines[i + 1]))
        if result[i] is Origin.QUOTED and lines[i].startswith(">From ") and not before and not after:
            result[i] = Origin.AUTHOR  # a mailbox file marks the author's own "From " so
        elif result[i] is Origin.AUTHOR and before and after and 0 < len(lines[i].strip()) < 40 and len(lines[i - 1]) >= _WRAPPED_AT:
            result[i] = Origin.QUOTED  # the end of a long quoted line that was broken on its way


def _tell_forwards(lines: Sequence[str], result: list[Origin]) -> None:
    """Old text below a line that says "Forwarded message" was passed on, up to the author's next word."""
    passed_on = False
    for i, line in enumerate(lines):
        if result[i] not in _OLD:
            passed_on = passed_on and not line.strip()
        elif passed_on or introduces_forward(line):
            result[i] = Origin.FORWARDED
            passed_on = True
