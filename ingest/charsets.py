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
# Codecs that can read any byte, so that success proves nothing.
_READS_ANYTHING = frozenset({"cp1252", "latin_1", "iso8859-15", "cp850", "cp437", "mac-roman"})
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
    if content.isascii() and (not charset or charset.lower() in ("utf-8", "us-ascii", "iso-8859-1")) and b"\x1b" not in content:
        return content.decode("ascii")
    if _SHIFT_TO_JAPANESE.search(content):
        charset = charset if codec_name(charset).startswith("iso2022") else "iso-2022-jp"
    codec = codec_name(charset)
    for candidate in _candidates(codec, content):
        try:
            return _scalar(content.decode(candidate))
        except UnicodeError:
            continue
    return _scalar(content.decode(codec if codec and codec not in _READS_ANYTHING | {"utf-8"} else "cp1252", "replace"))


def _candidates(codec: str, content: bytes) -> tuple[str, ...]:
    if not codec or (codec in _READS_ANYTHING and not content.isascii()):
        return ("utf-8", codec or "cp1252")
    return (codec, "utf-8")


def _scalar(text: str) -> str:
    """Without lone surrogates, which some codecs let through and no UTF-8 sink takes."""
    return _LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
