"""Where the author's text ends and the signature begins."""

import re
from collections.abc import Sequence

_CLOSINGS = (
    r"(?:med )?(?:de )?(?:bästa |vänliga?|varma|allra bästa|många|hjärtliga|soliga|glada|trevliga)(?: och \w+)? ?hälsn(?:ing(?:ar)?|\.)?"
    r"|m\.? ?v\.? ?h\.?|vänligen|vänligast|hälsn(?:ing(?:ar)?|\.)|bästa hälsningar|b\.?h\.?|mvh,?|med vänlig h[aä]lsning|med v[aä]nliga h[aä]lsningar|hälsar|ha det (?:så )?(?:bra|fint|gott)"
    r"|högaktningsfullt|allt gott|kram(?:ar)?|trevlig (?:helg|dag|kväll)|ha en (?:bra|fin|trevlig) (?:dag|helg|kväll|vecka)"
    r"|(?:kind(?:est)?|best|warm(?:est)?|many|with (?:kind|best)|sincere) (?:regards|wishes)|regards|rgds|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|best|all the best|cheers|brgds?|br|kr|respectfully"
    r"|(?:med )?(?:venlige?|vennlige?|bedste|beste) hils(?:e)?n(?:er|ing)?|v\.?h\.?|mange hilsner|hilsen|hilsener|de bedste hilsner|dbh"
    r"|(?:ystävällisin|parhain|lämpimin|kunnioittavasti) ?(?:terveisin|terv\.?)?|terveisin|terv\.?|yst\.? ?terv\.?|kiittäen|t\.|ystävällisesti"
    r"|(?:mit )?(?:freundlichen?|besten?|herzlichen?|lieben?|viele[nm]?|schöne[nm]?) gr(?:ü|ue)(?:ß|ss)en?|mfg|vg|lg|hochachtungsvoll|gr(?:ü|ue)(?:ß|ss)e"
    r"|cordialement|bien à vous|salutations|saludos|atentamente|met vriendelijke groet(?:en)?|cordiali saluti|с уважением|pozdrawiam|с наилучшими пожеланиями"
)
_CLOSING = re.compile(rf"^[\s*_]*(?:{_CLOSINGS})(?:[\s,.!/:;–—*_-]|$)(?P<rest>.*)$", re.I)
_THANKS = re.compile(
    r"^[\s*_]*(?:(?:många |stort |hjärtligt )?tack(?: så mycket| på förhand| för hjälpen| snälla)?|tackar|tack och hej|hej ?då|ha det|(?:many )?thanks(?: in advance| again| a lot| & regards)?"
    r"|thank you(?: in advance| very much)?|thanks and regards|på forhånd tak|mange tak|takk(?: på forhånd)?|kiitos(?: etukäteen)?|vielen dank|danke|merci|/tack)[\s,.!:;*_-]*$",
    re.I,
)
_DELIMITER = re.compile(r"^(?:-- ?|--\s*|—)$")
_LINE = re.compile(r"^\s*(?:[-–—]{2,}|_{3,}|={3,}|\*{3,}|~{3,}|#{3,})\s*$")
_SLASH_NAME = re.compile(r"^\s*(?://?|~)\s?[A-ZÅÄÖÜÉ][\w.'-]*(?:[ /&]+(?:och )?[A-ZÅÄÖÜÉ][\w.'-]*){0,3}[.!]?\s*$")
_DASH_NAME = re.compile(r"^\s*[-–—]{1,2} ?[A-ZÅÄÖÜÉ][\w.'-]*(?: [A-ZÅÄÖÜÉ][\w.'-]*){0,2}\s*$")
_DEVICE = re.compile(
    r"^[\s*_<\[(]*(?:(?:sent|written) (?:from|via|with|by) (?:my )?|skickat? (?:från|med|via) (?:min |mitt )?|skickades från |sendt (?:fra|via|med) (?:min |mit )?|lähetetty |gesendet (?:von|mit|aus) "
    r"|von meine[mr] .{1,40} gesendet|envoyé de(?:puis)? |enviado (?:desde|do) |verzonden (?:vanaf|met) |inviato da |отправлено (?:с|из) |get outlook for |hämta outlook |hent outlook "
    r"|hanki outlook |outlook (?:för|for|til|til) (?:ios|android|mac)|skaffa outlook |télécharge[rz] outlook )[^\n]{0,90}$",
    re.I,
)
_DISCLAIMER = re.compile(
    r"^\W*(?:this (?:e-?mail|message|communication)\b.{0,80}\b(?:confidential|intended|privileged)|(?:detta|det här) (?:e-post)?(?:meddelande|mejl|mail)\w*\b.{0,90}\b(?:konfidentiell|sekretess|avsett|endast)"
    r"|denna e-post\b.{0,90}\b(?:konfidentiell|sekretess|avsedd|endast)|the information (?:contained )?in this|informationen i (?:detta|det här)|denne (?:e-?mail|e-post)\b.{0,90}\b(?:fortrolig|konfidensiell)"
    r"|confidentiality (?:notice|note)|diese e-mail enthält|tämä (?:viesti|sähköposti)\b.{0,60}\bluottamuksel|konfidentialitetsmeddelande|sekretess\s*:|disclaimer\b"
    r"|please consider the environment|tänk på miljön|när du skickar e-post till oss)",
    re.I,
)
_POSTSCRIPT = re.compile(r"^\s*(?:p\.?\s?s\.?|obs|nb|edit)(?:[\s:.!,]|$)", re.I)
_MAX_LINES = 18
_MAX_WIDTH = 100
_NEAR_END = 10


def signature_start(lines: Sequence[str], names: frozenset[str] = frozenset()) -> int:
    """The first line of the signature in a stretch of the author's text; `len(lines)` where there is none.

    `names` are the sender's own, in lower case: a line that is nothing but their name, near the end, begins a signature.
    """
    written = [i for i, line in enumerate(lines) if line.strip()]
    if len(written) < 2:
        return len(lines)
    for rank, i in enumerate(written):
        if _begins(lines, written, rank, i, names):
            return i
    return len(lines)


def _begins(lines: Sequence[str], written: Sequence[int], rank: int, i: int, names: frozenset[str]) -> bool:
    line = lines[i]
    left = len(written) - rank - 1
    if _DELIMITER.match(line) and not _is_list_end(line, left):
        return True
    if rank == 0:
        return False
    if _DISCLAIMER.match(line):
        return True
    if len(line) > _MAX_WIDTH:
        return False
    rest = [lines[j] for j in written[rank + 1 :]]
    if closing := _CLOSING.match(line):
        return _is_closing(closing.group("rest"), rest)
    if left < _NEAR_END and (_SLASH_NAME.match(line) or (_DEVICE.match(line) and left <= 6)):
        return True
    if left == 0:
        return bool(_DASH_NAME.match(line)) and not any(other.lstrip().startswith("-") for other in lines[:i])
    if _LINE.match(line):
        return left <= _NEAR_END and _is_compact(rest)
    if _THANKS.match(line):
        return left <= 8 and _is_compact(rest) and _looks_like_name(rest[0])
    return left < _NEAR_END and _is_after_blank(lines, i) and line.strip(" *_.,-").lower() in names and _is_compact(rest)


def _is_list_end(line: str, left: int) -> bool:
    return line.strip() == "—" and left > _MAX_LINES


def _is_closing(beside: str, rest: Sequence[str]) -> bool:
    """A closing phrase begins the signature where a name stands beside it or something short stands below it."""
    if len(beside.split()) > 6:
        return False
    if not rest:
        return bool(beside.strip(" ,.!*_-")) and _looks_like_name(beside)
    return len(rest) <= _MAX_LINES or _is_compact(rest[:4])


def _is_compact(rest: Sequence[str]) -> bool:
    wide = sum(len(line) > _MAX_WIDTH and not _DISCLAIMER.match(line) for line in rest[:_NEAR_END])
    return len(rest) <= _MAX_LINES and wide == 0


def _looks_like_name(text: str) -> bool:
    words = text.strip(" ,.!*_/–—-").split()
    return 0 < len(words) <= 5 and words[0][:1].isupper() and not text.rstrip().endswith(("?", ":"))


def _is_after_blank(lines: Sequence[str], i: int) -> bool:
    return i > 0 and not lines[i - 1].strip()


def postscript_start(lines: Sequence[str]) -> int:
    """The first line of a postscript below a signature; `len(lines)` where there is none."""
    return next((i for i, line in enumerate(lines) if i and _POSTSCRIPT.match(line) and len(line.split()) > 2), len(lines))


_FOOTER = re.compile(
    r"(?:^|\b)(?:mailing list\b|unsubscribe|to post to this group|you received this (?:message|e-?mail) because|avsluta (?:din )?prenumeration|list-?info|/mailman/|google groups"
    r"|yahoo! groups|avregistrera|reply to this email directly|view it on github)",
    re.I,
)


def list_footer_start(lines: Sequence[str]) -> int:
    """The first line of what a mailing list adds below a mail; `len(lines)` where it adds nothing."""
    for i, line in enumerate(lines):
        if _LINE.match(line) and len(line.strip()) >= 2 and _FOOTER.search("\n".join(lines[i + 1 : i + 4])) and len(lines) - i < 14:
            return i
    return len(lines)
