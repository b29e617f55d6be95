"""Text out of bytes whose declared charset may be missing, unknown or wrong."""

import codecs
import re

# What mail programs write, and the superset that browsers read instead (WHATWG Encoding Standard).
_SUPERSETS = {
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso2022_jp": "iso2022_jp_ext",
}
_SPELLINGS = {
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "iso-8859-8-i": "iso8859-8",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "unicode-1-1-utf-7": "utf-7",
    "x-user-defined": "cp1252",
    "unicode": "utf-16",
    "ansi_x3.110-1983": "cp1252",
}
_SHIFT_TO_JAPANESE = re.compile(rb"\x1b\$[@B]")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_SAYS_ASCII = frozenset({"", "utf-8", "us-ascii", "iso-8859-1"})
# Codecs that can read nearly any byte, so that success proves nothing; "" is none declared.
_SINGLE_BYTE_OR_UTF8 = frozenset({"", "utf-8", "cp1252", "iso8859-15", "cp850", "cp437", "mac-roman"})
# Python knows these names, but no mail is written in them.
_NOT_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "undefined"})


def codec_name(charset: str) -> str:
    """The Python codec for a charset label, "" where there is none."""
    label = charset.strip(" \t\r\n\"'").lower()
    if label.startswith(("utf8", "utf-8")):
        return "utf-8"
    label = _SPELLINGS.get(label, label)
    try:
        name = codecs.lookup(label).name
        "a".encode(name)  # refuses what turns bytes into bytes, such as "hex"
    except (LookupError, ValueError):
        return ""
    return "" if name.replace("-", "_") in _NOT_CHARSETS else _SUPERSETS.get(name, name)


def decode(content: bytes, charset: str = "") -> str:
    """The text of these bytes: as declared if that can be, else as UTF-8, else as Windows-1252.

    Bytes that are valid UTF-8 beyond ASCII are UTF-8 even where a single-byte charset is declared:
    such a run of bytes makes no words in any of them.
    """
    if content.isascii() and charset.lower() in _SAYS_ASCII and b"\x1b" not in content:
        return content.decode("ascii")
    if b"\x1b" in content and _SHIFT_TO_JAPANESE.search(content) and not codec_name(charset).startswith("iso2022"):
        charset = "iso-2022-jp"
    codec = codec_name(charset)
    if codec in _SINGLE_BYTE_OR_UTF8:
        return _utf8_or(codec, content)
    for candidate in (codec, "utf-8"):
        try:
            return _scalar(content.decode(candidate))
        except UnicodeError:
            continue
    return _scalar(content.decode(codec, "replace"))


def _utf8_or(codec: str, content: bytes) -> str:
    """UTF-8, also where a few letters of it are damaged or of another charset; else the single-byte charset."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        read = content.decode("utf-8", "replace")
    damaged = read.count("\N{REPLACEMENT CHARACTER}")
    letters = sum(letter > "\x7f" for letter in read) - damaged
    if letters > 2 * damaged:
        return content.decode("utf-8", _WINDOWS)
    return content.decode(codec if codec not in ("", "utf-8") else "cp1252", "replace")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """An error handler: what is not UTF-8 is Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_WINDOWS = "ombud.windows"
codecs.register_error(_WINDOWS, _as_windows)


def _scalar(text: str) -> str:
    """Without lone surrogates, which some codecs let through and no UTF-8 sink takes."""
    return _LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
