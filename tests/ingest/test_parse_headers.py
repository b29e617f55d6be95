"""Headers, whatever state they are in."""

from datetime import timedelta

import pytest

from gdpr.message import MailAddress
from ingest import headers
from ingest.parse import parse
from tests.ingest.parsed import parsed


def test_a_folded_subject_is_one_line() -> None:
    assert parsed("subject_folded").subject == "Fakturan för mars saknas"


def test_a_letter_split_between_two_encoded_words_is_whole_again() -> None:
    assert parsed("subject_letter_split").subject == "Ärveår å"


def test_an_encoded_subject_cannot_carry_a_second_header() -> None:
    message = parse(b"Subject: =?utf-8?Q?Hej=0D=0ABcc:_eva@example.se?=\n\nHej\n")
    assert message.subject == "Hej Bcc: eva@example.se"


def test_a_charset_that_nobody_knows_is_still_read() -> None:
    message = parsed("subject_unknown_charset")
    assert message.subject == "Spørgsmål"
    assert message.sender == MailAddress("Søren", "soren@example.dk")


def test_letters_that_nobody_declared_are_read_in_either_spelling() -> None:
    for name in ("subject_8bit_latin1", "subject_8bit_utf8"):
        message = parsed(name)
        assert (message.subject, message.sender) == ("Fråga på räkning", MailAddress("Åsa Öberg", "asa@example.se"))
        assert message.text.strip() == "Räksmörgås på Åland"


def test_damaged_encoded_words_give_what_can_be_read() -> None:
    message = parsed("subject_bad_base64")
    assert message.subject == "Hej på dig"
    assert message.sender is not None
    assert message.sender.address == "eva@example.se"


def test_a_comma_in_a_quoted_name_does_not_make_two_people() -> None:
    assert parsed("addresses").sender == MailAddress("Ek, Eva", "eva.ek@example.se")


def test_groups_and_folded_addresses_are_all_recipients() -> None:
    assert [one.address for one in parsed("addresses").to] == ["support@ftech.se", "kim@ftech.se"]


def test_a_second_cc_header_names_recipients_too() -> None:
    assert [one.address for one in parsed("addresses").cc] == ["bo@example.se", "dpo@ftech.se"]


def test_a_second_from_header_is_ignored() -> None:
    message = parse(b"From: eva@example.se\nFrom: bo@example.se\n\nHej\n")
    assert message.sender == MailAddress("", "eva@example.se")


def test_an_address_with_a_missing_bracket_is_found() -> None:
    assert [one.address for one in parsed("address_bare").to] == ["support@ftech.se"]


def test_an_address_in_a_name_is_never_the_senders_address() -> None:
    assert parse(b'From: "kim@ftech.se" <eva>\n\nHej\n').sender is None


def test_the_senders_own_offset_is_kept_in_the_date() -> None:
    sent_at = parsed("reply_gmail_sv").sent_at
    assert sent_at is not None
    assert sent_at.utcoffset() == timedelta(hours=1)


def test_a_date_that_cannot_be_read_is_no_date() -> None:
    assert parsed("date_broken").sent_at is None


def test_headers_below_a_stray_line_count() -> None:
    message = parsed("stray_header_line")
    assert (message.subject, message.text) == ("Hej", "Sidan är nere.\n")


def test_a_body_without_headers_is_a_body() -> None:
    message = parsed("no_headers")
    assert (message.sender, message.subject, message.own_text.strip()) == (None, "", "Sidan är nere.")


def test_references_are_ids_without_comments() -> None:
    message = parsed("references")
    assert message.message_id == "<a@example.se>"
    assert message.in_reply_to == "<b@ftech.se>"
    assert message.references == ("<c@ftech.se>", "<b@ftech.se>")


PLAIN = (
    "Anna Ek <anna.ek@kund.example>",
    "Åsa Öberg <Asa@Kund.Example>",
    "=?utf-8?q?Anna_=C3=96berg?= <kund1@firma1.example>",
    "=?utf-8?B?QmrDtnJuIMOFa2Vzc29u?= <bjorn+web@firma.example>",
    "=?iso-8859-1?Q?G=F6ran?= <goran@firma.example>",
)


@pytest.mark.parametrize("raw", PLAIN)
def test_a_plain_sender_is_read_as_mail_parser_would(raw: str) -> None:
    assert headers._plain_address(raw) == headers._any_addresses(raw)
    assert parse(f"From: {raw}\n\nHej".encode()).sender == headers._plain_address(raw)[0]


HIDING = (
    "=?utf-8?q?eva=40kund=2Eexample?= <ond@annan.example>",
    "=?utf-8?q?Eva=2C_Ek?= <eva@kund.example>",
    '"Ek, Eva" <eva@kund.example>',
    "Eva <eva@kund.example>, Ola <ola@kund.example>",
    "Eva <eva@kund.example> (hemma)",
)


@pytest.mark.parametrize("raw", HIDING)
def test_a_sender_with_anything_else_is_left_to_mail_parser(raw: str) -> None:
    assert headers._plain_address(raw) == ()
