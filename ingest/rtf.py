"""The text of a rich text body, the form in which Outlook keeps a mail inside a winmail.dat (RTF 1.9.1, MS-OXRTFEX)."""

import re
from collections.abc import Iterator

from ingest.charsets import codec_name, decode

_TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.S)
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_BREAKS = {b"par": "\n", b"line": "\n", b"row": "\n", b"sect": "\n", b"page": "\n", b"tab": "\t", b"cell": "\t"}
_SIGNS = {b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}
_NOT_TEXT = frozenset({b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer", b"themedata"})
# What the compressor presumes to have written already (MS-OXRTFCP §2.1.2.1).
_PRESUMED = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArialTimes New "
    rb"RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n" + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
MAX_STORED = 1_000_000  # octets that are looked at
_HEADER, _COMPRESSED, _PLAIN = 16, b"LZFu", b"MELA"
_WINDOW = 4096


def decompress(stored: bytes) -> bytes:
    """An RTF document as it was before Outlook stored it (MS-OXRTFCP); as much as can be told of a damaged one."""
    kind, body = stored[8:12], stored[_HEADER : _HEADER + MAX_STORED]
    if kind == _PLAIN:
        return body
    return b"".join(_runs(body)) if kind == _COMPRESSED else stored


def _runs(body: bytes) -> Iterator[bytes]:
    window = bytearray(_PRESUMED.ljust(_WINDOW, b"\0"))
    end, position = len(_PRESUMED), 0
    while position < len(body):
        flags, position = body[position], position + 1
        for bit in range(8):
            run, position = _run(body, position, window, end, bool(flags & 1 << bit))
            if not run:
                return
            for octet in run:
                window[end] = octet
                end = (end + 1) % _WINDOW
            yield run


def _run(body: bytes, position: int, window: bytearray, end: int, is_reference: bool) -> tuple[bytes, int]:
    """The next octets and where the ones after them stand; none at the end."""
    if not is_reference:
        return body[position : position + 1], position + 1
    token = int.from_bytes(body[position : position + 2], "big")
    start, length = token >> 4, (token & 15) + 2
    if start == end or position + 2 > len(body):
        return b"", position
    run = bytearray()
    for i in range(length):
        place = (start + i) % _WINDOW
        ahead = (place - end) % _WINDOW  # a run may repeat what it has only just written
        run.append(run[ahead] if ahead < len(run) else window[place])
    return bytes(run), position + 2


def rtf_text(rtf: bytes) -> str:
    """The text of an RTF document; the HTML that Outlook hides in one is left out, its words stand beside it."""
    if not rtf.startswith(b"{\\rtf"):
        return ""
    page = _CODE_PAGE.search(rtf)
    text = "".join(_pieces(rtf, codec_name(f"cp{page.group(1).decode()}") if page else "cp1252"))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "").strip()


def _pieces(rtf: bytes, codec: str) -> Iterator[str]:
    groups: list[bool] = []
    silent = False  # in a group that holds no text
    for_rtf_only = False  # Outlook marks what its hidden HTML says better
    spare = 0  # letters that stand in for a Unicode letter, for readers without Unicode
    for word, number, octet, symbol, brace, plain in (token.groups() for token in _TOKEN.finditer(rtf)):
        if brace == b"{":
            groups.append(silent)
        elif brace == b"}":
            silent = groups.pop() if groups else False
        elif word == b"htmlrtf":
            for_rtf_only = number != b"0"
        elif word in _NOT_TEXT or symbol == b"*":
            silent = True
        elif word in _BREAKS and not silent:
            yield _BREAKS[word]
        elif silent or for_rtf_only:
            continue
        elif word == b"u" and number:
            yield chr(int(number) % 0x10000)
            spare = 1
        elif octet or plain:
            said = decode(bytes.fromhex(octet.decode()), codec) if octet else decode(plain, codec)
            yield said[spare:]
            spare = 0
        else:
            yield _SIGNS.get(word, "") or _symbol(symbol)


def _symbol(symbol: bytes | None) -> str:
    return {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}.get(symbol or b"", "")
