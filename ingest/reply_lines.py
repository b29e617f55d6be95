"""The lines with which mail programs introduce an old mail."""

import re

from ingest.mail_words import FORWARDED_BELOW, FORWARDED_MESSAGE, HEADER_NAMES, ORIGINAL_MESSAGE, RETURNED_BELOW, WROTE

MAX_ATTRIBUTION = 320
_MAX_SHORT = 80
_MAX_MARKER = 160
_WROTE = re.compile(rf"(?:^|[\s,>*_]|(?<=[\d:])){WROTE}(?:[\s,<(*_].*)?\s*[:：]?[\s*_]*$", re.I | re.S)
_OPENING = re.compile(r"^[\s*_]*(?:on|den|am|le|el|op|il|em|no dia|w dniu|dnia|dne|il giorno|в)\s", re.I)
_WHEN_OR_WHO = re.compile(r"[\w.+-]+@[\w.-]+|\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|年|<mailto:", re.I)
_DATED_SENDER = re.compile(
    # 2011/3/1 Eva Ek <eva@example.se>
    r"^\s*(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T,]+\d{1,2}:\d\d(?::\d\d)?)?(?:\s+GMT\S*)?[ ,]+[^\n]{1,60}<[^<>\s]+@[^<>\s]+>\s*:?\s*$"
    # 26.06.2014, 14:41, "Eva Ek" <eva@example.se>:
    r"|^[^\n]{5,60}\b\d{1,2}[:.]\d\d\b[^\n]{1,80}<[^<>\s]+@[^<>\s]+>\s*[:：]\s*$"
    # 3 mars 2025 09:15 från eva@example.se:
    r"|^[^\n]{5,60}\b\d{1,2}[:.]\d\d\b[^\n]{0,20}\b(?:från|from|by|von|fra|av)\s+[^\s@]+@[^\s@]+:$"
    # Citerar Eva Ek <eva@example.se>:
    r"|^\s*(?:Citerar|Citat från|Quoting|Zitat von|Siterer|Citerer|Lainaus)\s[^\n]{1,120}:$"
)
_MAY_BEGIN = re.compile(r"\d|@|,\s*$|^[\s*_]*(?:\w{2,4}\.? )?(?:on|den|am|le|el|op|il|em|w|dnia|dne|в)\b|\bvia\b", re.I)


def is_attribution(lines: str) -> bool:
    """Whether this is "Den 3 mars 2025 kl. 10:12 skrev Eva Ek <eva@example.se>:" or its like in another language."""
    if len(lines) > MAX_ATTRIBUTION:
        return False
    if not may_end_attribution(lines):
        return False
    stripped = _without_margin(lines)
    if _DATED_SENDER.match(stripped):
        return True
    return stripped[-1] != ">" and bool(_WROTE.search(stripped)) and bool(_WHEN_OR_WHO.search(lines) or _OPENING.match(lines))


def may_end_attribution(lines: str) -> bool:
    """Whether an attribution may end with the last of these lines: "…:" or "…>"."""
    return _without_margin(lines).endswith((":", "：", ">"))


def _without_margin(lines: str) -> str:
    return lines.rstrip(" \t\n*_\xa0")


def may_be_attribution(line: str) -> bool:
    """Whether this is at least "Kim skrev:", which is one where quoted lines follow."""
    stripped = _without_margin(line)
    return len(line) <= _MAX_SHORT and stripped.endswith((":", "：")) and bool(_WROTE.search(stripped))


def may_begin_attribution(line: str) -> bool:
    """Whether an attribution that goes on below may begin with this line: a date, an address, "On …"."""
    return bool(_MAY_BEGIN.search(line))


def names_time_or_address(lines: str) -> bool:
    """Whether an attribution says when or who, so that it can be believed without quoted lines after it."""
    return bool(_WHEN_OR_WHO.search(lines))


_SENDER = re.compile(r"<[^<>\s]*@[^<>\s]+>|\([^()\s]*@[^()\s]+\)|\[mailto:")


def names_sender(lines: str) -> bool:
    """Whether an attribution gives an address in the way of a mail program: "<eva@example.se>"."""
    return bool(_SENDER.search(lines))


_HEADER = re.compile(
    r"^[\s>*_|]*(?:" + "|".join(f"(?P<{kind}>{names})" for kind, names in HEADER_NAMES.items()) + r")[\s*_]{0,3}[:：]",
    re.I,
)


def header_kind(line: str) -> str:
    """Which header of an old mail a line is: "from", "sent", "to", "cc", "subject", "other", "" for none."""
    found = _HEADER.match(line) if ":" in line or "：" in line else None
    return (found.lastgroup or "") if found else ""


_ALL_ON_ONE_LINE = re.compile(
    r"^[\s*_]*(?:från|from|fra|von|lähettäjä)\s*:.{3,200}\b(?:skickat|sent|sendt|gesendet|lähetetty|datum|date)\s*:.{3,200}"
    r"\b(?:ämne|subject|emne|betreff|aihe)\s*:",
    re.I,
)


def has_all_headers(line: str) -> bool:
    """Whether "Från: … Skickat: … Ämne: …" stands on one line, as some programs flatten it."""
    return len(line) < 1000 and line.count(":") >= 3 and bool(_ALL_ON_ONE_LINE.match(line))


_ORIGINAL = re.compile(rf"^[\s>*_]*[-–—_=]{{2,}}\s*{ORIGINAL_MESSAGE}\s*[-–—_=]*[\s*_]*$", re.I)
_FORWARDED = re.compile(rf"^[\s>*_]*(?:[-–—_=]{{2,}}\s*{FORWARDED_MESSAGE}.{{0,40}}[-–—_=]*|{FORWARDED_BELOW}\s*:)[\s*_]*$", re.I)
_RETURNED = re.compile(rf"^[\s>*]*[-–—_=]{{0,40}}\s*{RETURNED_BELOW}.*$", re.I)
_ANSWER_ABOVE = re.compile(
    r"^[\s>*#=~_-]*(?:please )?(?:skriv\w*|svara|lämna|reply|type|write|respond|svar|besvar|kirjoita|vastaa|bitte|antworten)\b[^\n]{0,40}"
    r"\b(?:ovanför|ovan|över|above|over|oven?for|yläpuolelle|oberhalb|über)\b[^\n]{0,40}\b(?:line|rad\w*|linje\w*|zeile|denna|this|denne|viivan|rivin)\b[^\n]{0,20}$",
    re.I,
)


def introduces_quote(line: str) -> bool:
    """Whether all below is an old mail: "-----Original Message-----", "Svara ovanför denna rad"."""
    return len(line) < _MAX_MARKER and bool(_ORIGINAL.match(line) or _ANSWER_ABOVE.match(line))


def introduces_forward(line: str) -> bool:
    """Whether all below is a mail passed on, or one that came back."""
    return len(line) < _MAX_MARKER and bool(_FORWARDED.match(line) or _RETURNED.match(line))


_FORWARD_SUBJECT = re.compile(r"^\s*(?:\[[^\]]*\]\s*)*(?:vb|fwd?|vs|wg|tr|vidb|enc|doorst|i|rv|pd|пересл\w*|转发)\s*:", re.I)
_REPLY_SUBJECT = re.compile(r"^\s*(?:\[[^\]]*\]\s*)*(?:re|sv|vs|aw|antw?|ang|odp|r|回复|ответ)(?:\[\d+\])?\s*:", re.I)


def is_forward_subject(subject: str) -> bool:
    """Whether a subject begins with VB:, Fwd:, WG: or their like."""
    return bool(_FORWARD_SUBJECT.match(subject))


def is_reply_subject(subject: str) -> bool:
    """Whether a subject begins with SV:, Re:, AW: or their like."""
    return bool(_REPLY_SUBJECT.match(subject))
