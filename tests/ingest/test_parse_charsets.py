"""Text in whatever charset, rightly or wrongly declared."""

import pytest

from ingest.charsets import codec_name, decode
from tests.ingest.parsed import parsed

BODIES = {
    "charset_iso2022jp": "こんにちは",
    "charset_gb2312": "你好，镕基",
    "charset_big5": "中文信件",
    "charset_utf7": "Räksmörgås",
    "charset_koi8r": "Привет",
    "charset_shift_jis": "日本語①",
    "charset_windows1257": "Šiauliai ąčę",
    "charset_wrong_label": "Räksmörgås",
    "charset_utf8_as_latin1": "Räksmörgås",
    "charset_unknown": "Rødgrød",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_read_in_its_charset(name: str) -> None:
    assert parsed(name).text.strip() == BODIES[name]


def test_windows_letters_labelled_latin_1_are_windows_letters() -> None:
    assert decode("100 € – nu".encode("cp1252"), "iso-8859-1") == "100 € – nu"


def test_a_few_letters_of_another_charset_do_not_spoil_the_rest() -> None:
    assert decode("Räksmörgås på Åland, ".encode() + "Malmö".encode("cp1252"), "utf-8") == "Räksmörgås på Åland, Malmö"
    assert decode("Россия в".encode()[:-1]).startswith("Россия ")


def test_escape_sequences_of_japanese_count_without_a_label() -> None:
    assert decode("日本".encode("iso-2022-jp")) == "日本"


@pytest.mark.parametrize("charset", ["hex", "punycode", "idna", "unicode_escape", "no such charset", "x\0y", ""])
def test_what_is_no_charset_is_never_run(charset: str) -> None:
    assert codec_name(charset) == ""
    assert decode(b"68656a", charset) == "68656a"


def test_no_lone_surrogate_gets_through() -> None:
    decode(b"\xd8\x00", "utf-16-be").encode("utf-8")
    decode("\ud800".encode("utf-8", "surrogatepass"), "utf-8").encode("utf-8")
