"""The lines with which mail programs introduce an old mail, in the languages that customers write."""

import re

_VERBS = (
    r"skrev|skriver|wrote|writes|schrieb|kirjoitti|a écrit|escribió|schreef|ha scritto|escreveu|pisze|napisał(?:\(a\)|a)?|napsal(?:\(a\)|a)?"
    r"|пишет|написал(?:\(а\)|а)?|ezt írta|yazdı|a scris|έγραψε|rašė|写道|書きました|のメッセージ"
)
_WROTE = re.compile(rf"(?:^|[\s,>*_]|(?<=[\d:]))(?:{_VERBS})(?:[\s,<(*_].*)?\s*[:：]?[\s*_]*$", re.I | re.S)
_OPENING = re.compile(r"^[\s*_]*(?:on|den|am|le|el|op|il|em|no dia|w dniu|dne|il giorno|в)\s", re.I)
_WHEN_OR_WHO = re.compile(
    r"[\w.+-]+@[\w.-]+|\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|年|<mailto:", re.I
)
_DATE = r"(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})"
_DATED_SENDER = re.compile(rf"^\s*{_DATE}(?:[ T,]+\d{{1,2}}:\d\d(?::\d\d)?)?(?:\s+GMT\S*)?[ ,]+[^\n]{{1,60}}<[^<>\s]+@[^<>\s]+>\s*:?\s*$")
MAX_ATTRIBUTION = 320


def is_attribution(lines: str) -> bool:
    """Whether this is "Den 3 mars 2025 kl. 10:12 skrev Eva Ek <eva@example.se>:" or its like in another language."""
    if len(lines) > MAX_ATTRIBUTION:
        return False
    if _DATED_SENDER.match(lines):
        return True
    stripped = lines.rstrip(" \t\n*_\xa0")
    return stripped.endswith((":", "：")) and bool(_WROTE.search(stripped)) and bool(_WHEN_OR_WHO.search(lines) or _OPENING.match(lines))


def names_time_or_address(lines: str) -> bool:
    """Whether an attribution says when or who, so that it can be believed without quoted lines after it."""
    return bool(_WHEN_OR_WHO.search(lines))


_HEADER_NAMES = {
    "from": "från|from|fra|von|lähettäjä|avsändare|de|van|od|da|от|发件人|差出人|expéditeur|remitente",
    "sent": "skickat|sent|sendt|gesendet|lähetetty|datum|date|dato|päivämäärä|päiväys|pvm|envoyé|verzonden|отправлено|дата|enviado(?: el)?|fecha|data"
    "|inviato|wysłano|发送时间|日期|skickad",
    "to": "till|to|til|an|vastaanottaja|kenelle|à|para|aan|кому|do|收件人|a",
    "cc": "kopia|cc|kopi|kopio|копия|抄送|kopie",
    "subject": "ämne|subject|emne|betreff|aihe|objet|onderwerp|тема|asunto|assunto|oggetto|temat|主题|rubrik",
    "other": "svar till|reply-to|antwort an|svar til|bilagor|attachments|prioritet|importance|viktighet|organisation",
}
_HEADER = re.compile(
    r"^[\s>*_|]*(?:" + "|".join(f"(?P<{kind}>{names})" for kind, names in _HEADER_NAMES.items()) + r")[\s*_]{0,3}[:：][\s*_]*(?P<value>.*)$",
    re.I,
)


def header_kind(line: str) -> str:
    """Which header of an old mail a line is: "from", "sent", "to", "cc", "subject", "other", "" for none."""
    found = _HEADER.match(line)
    return (found.lastgroup or "") if found and found.lastgroup != "value" else _kind_of(found)


def _kind_of(found: re.Match[str] | None) -> str:
    return next((kind for kind in _HEADER_NAMES if found.group(kind)), "") if found else ""


_ALL_ON_ONE_LINE = re.compile(
    r"^[\s*_]*(?:från|from|fra|von|lähettäjä)\s*:.{3,200}\b(?:skickat|sent|sendt|gesendet|lähetetty|datum|date)\s*:.{3,200}"
    r"\b(?:ämne|subject|emne|betreff|aihe)\s*:",
    re.I,
)


def is_header_line_of_all(line: str) -> bool:
    """Whether "Från: … Skickat: … Ämne: …" stands on one line, as some programs flatten it."""
    return len(line) < 1000 and bool(_ALL_ON_ONE_LINE.match(line))


_ORIGINAL = re.compile(
    r"^[\s>*_]*[-–—_=]{2,}\s*(?:original (?:message|mail|e-?mail)|originalmeddelande|ursprungligt (?:meddelande|mejl|e-post\w*)|ursprunglig e-post"
    r"|oprindelig (?:meddelelse|besked|mail)|opprinnelig (?:melding|e-post)|alkuperäinen viesti|ursprüngliche (?:nachricht|mail)|original-nachricht"
    r"|message d'origine|mensaje original|oorspronkelijk bericht|messaggio originale|исходное сообщение|svar på meddelande|reply message)"
    r"\s*[-–—_=]*[\s*_]*$",
    re.I,
)
_FORWARDED = re.compile(
    r"^[\s>*_]*(?:[-–—_=]{2,}\s*(?:forwarded (?:message|mail|by)|vidarebefordrat (?:meddelande|mejl|mail|brev|e-post\w*)|videresendt (?:melding|meddelelse|besked|mail|e-post)"
    r"|(?:edelleen|uudelleen)?(?:välitetty|lähetetty) viesti|weitergeleitete (?:nachricht|mail)|message transféré|mensaje reenviado|doorgestuurd bericht"
    r"|(?:пересылаемое|перенаправленное|пересланное) сообщение).{0,40}[-–—_=]*"
    r"|begin forwarded message\s*:|(?:början på |börja )?vidarebefordrat (?:brev|meddelande|mejl)\s*:|start på (?:vidarebefordrat|videresendt) \w+\s*:|välitetty viesti alkaa\s*:"
    r"|videresendt (?:besked|melding)\s*:|anfang der weitergeleiteten (?:nachricht|e-mail)\s*:|début du message (?:transféré|réexpédié)\s*:)[\s*_]*$",
    re.I,
)
_RETURNED = re.compile(
    r"^[\s>*]*[-–—_=]{0,40}\s*(?:this is a copy of (?:the|your) message|(?:below this line|here follows|below) is a copy of the (?:message|original|returned)"
    r"|(?:original|returned|unsent|undelivered|bounced) (?:message|mail)(?: \w+){0,2} (?:follows|below|header)|message headers? follows?|a copy of the (?:message|original)"
    r"|unsent message (?:follows|below)|undelivered message|det ursprungliga meddelandet följer|kopia av (?:ditt |det )?(?:ursprungliga )?meddelande).*$",
    re.I,
)
_ANSWER_ABOVE = re.compile(
    r"^[\s>*#=~_-]*(?:please )?(?:skriv\w*|svara|lämna|reply|type|write|respond|svar|besvar|kirjoita|vastaa|bitte|antworten)\b[^\n]{0,40}"
    r"\b(?:ovanför|ovan|över|above|over|oven?for|yläpuolelle|oberhalb|über)\b[^\n]{0,40}\b(?:line|rad\w*|linje\w*|zeile|denna|this|denne|viivan|rivin)\b[^\n]{0,20}$",
    re.I,
)


def introduces_quote(line: str) -> bool:
    """Whether all below is an old mail: "-----Original Message-----", "Svara ovanför denna rad"."""
    return len(line) < 160 and bool(_ORIGINAL.match(line) or _ANSWER_ABOVE.match(line))


def introduces_forward(line: str) -> bool:
    """Whether all below is a mail passed on, or one that came back."""
    return len(line) < 160 and bool(_FORWARDED.match(line) or _RETURNED.match(line))


_FORWARD_SUBJECT = re.compile(r"^\s*(?:\[[^\]]*\]\s*)*(?:vb|fwd?|vs|wg|tr|vidb|enc|doorst|i|rv|pd|пересл\w*|转发)\s*:", re.I)
_REPLY_SUBJECT = re.compile(r"^\s*(?:\[[^\]]*\]\s*)*(?:re|sv|vs|aw|antw?|ang|odp|r|回复|ответ)(?:\[\d+\])?\s*:", re.I)


def is_forward_subject(subject: str) -> bool:
    """Whether a subject begins with VB:, Fwd:, WG: or their like."""
    return bool(_FORWARD_SUBJECT.match(subject))


def is_reply_subject(subject: str) -> bool:
    """Whether a subject begins with SV:, Re:, AW: or their like."""
    return bool(_REPLY_SUBJECT.match(subject))
