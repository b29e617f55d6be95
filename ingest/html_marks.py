"""What the markup of mail programs says: this is quoted, this is a signature, this is not shown."""

import re
from collections.abc import Mapping

from detectors.finding import Origin

# A table of (attribute, what its value looks like, origin, does it hold for the rest of the mail too).
_MARKS: tuple[tuple[str, re.Pattern[str], Origin, bool], ...] = tuple(
    (attribute, re.compile(pattern, re.I), origin, to_the_end)
    for attribute, pattern, origin, to_the_end in (
        # Outlook writes a line of headers and then the old mail as its siblings: all that follows is history.
        ("id", r"(?:^|x_)(?:divRplyFwdMsg|appendonsend)$", Origin.QUOTED, True),
        ("id", r"mail-editor-reference-message-container$|OLK_SRC_BODY_SECTION$|^reply-intro$|^isReplyContent$", Origin.QUOTED, False),
        ("class", r"ms-outlook-mobile-reference-message|OutlookMessageHeader|hmmessage_quote", Origin.QUOTED, True),
        ("style", r"border:\s*none;\s*border-top:\s*solid\s+#?(?:E1E1E1|B5C4DF|C4DF)", Origin.QUOTED, True),
        ("class", r"moz-forward-container", Origin.FORWARDED, False),
        ("class", r"moz-cite-prefix|moz-email-headers-table|gmail_attr\b", Origin.QUOTED, False),
        ("class", r"gmail_quote|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|quoted_text|WM_Quote", Origin.QUOTED, False),
        ("class", r"replyContent|reply_content|freshdesk_quote|zendesk-quote|front-blockquote|airmail_on", Origin.QUOTED, False),
        ("id", r"yahoo_quoted|replyContent|reply-?quote", Origin.QUOTED, False),
        ("name", r"^(?:messageReplySection|quote)$", Origin.QUOTED, False),
        ("class", r"(?:gmail_|moz-|protonmail_|yahoo-?|email-?)signature|^signature$", Origin.SIGNATURE, False),
        ("id", r"^(?:x_)?(?:Signature|ms-outlook-mobile-signature|AppleMailSignature)$", Origin.SIGNATURE, False),
        ("name", r"^messageSignatureSection$", Origin.SIGNATURE, False),
    )
)
_INDENTED = re.compile(r"border(?:-left)?\s*:\s*(?:none|0)", re.I)
_BORDER_LEFT = re.compile(r"border-left\s*:[^;]*(?:solid|#|rgb)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?!\.)|opacity\s*:\s*0(?![.\d])", re.I)
_TINY = re.compile(r"font-size\s*:\s*(?:0|1px|1pt)(?![.\d])", re.I)
_SIZED = re.compile(r"font-size\s*:", re.I)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;]+)", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_PLAIN_COLOURS = re.compile(r"^(?:black|windowtext|inherit|initial|#?0{3,6}|gr[ae]y|.*var\(|rgba?\(0, ?0, ?0)", re.I)


def mark_of(tag: str, attributes: Mapping[str, str]) -> tuple[Origin, bool] | None:
    """The origin that an element declares for its text, and whether for all that follows; None where it declares none."""
    if tag == "blockquote":
        return _mark_of_blockquote(attributes)
    for attribute, pattern, origin, to_the_end in _MARKS:
        value = attributes.get(attribute)
        if value and pattern.search(value):
            return origin, to_the_end
    return None


def _mark_of_blockquote(attributes: Mapping[str, str]) -> tuple[Origin, bool] | None:
    style = attributes.get("style", "")
    # Gmail and Apple Mail indent a paragraph with a blockquote too, without a line beside it.
    if _INDENTED.search(style) and not _BORDER_LEFT.search(style) and "type" not in attributes and "class" not in attributes:
        return None
    return Origin.QUOTED, False


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether a reader of the mail does not see this element and all in it (hidden text, preheaders)."""
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))


def is_tiny(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether text of this element is too small to be seen; an element inside may have a size of its own."""
    return (tag == "font" and attributes.get("size") == "0") or bool(_TINY.search(attributes.get("style", "")))


def has_size(attributes: Mapping[str, str]) -> bool:
    """Whether an element sets the size of its text."""
    return bool(_SIZED.search(attributes.get("style", "")))


def is_set_off(tag: str, attributes: Mapping[str, str], style: str) -> bool:
    """Whether text is set off in this style ("colour" or "bold"), as answers inside a quoted mail are."""
    if style == "bold":
        return tag in ("b", "strong") or bool(_BOLD.search(attributes.get("style", "")))
    return tag != "a" and _is_coloured(tag, attributes)


def _is_coloured(tag: str, attributes: Mapping[str, str]) -> bool:
    colour = attributes.get("color", "") if tag == "font" else ""
    if not colour and (found := _COLOUR.search(attributes.get("style", ""))):
        colour = found.group(1).strip()
    return bool(colour) and not _PLAIN_COLOURS.match(colour)
