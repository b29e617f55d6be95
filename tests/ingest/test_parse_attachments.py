"""Every file of a mail is kept, byte for byte, under a name that is safe."""

import base64
import binascii
import os

from ingest.parse import parse
from tests.ingest.parsed import attachment, octets, parsed

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 3 + b"\xff\xd9"


def test_an_image_without_a_name_is_kept_byte_for_byte() -> None:
    (image,) = parsed("image_without_name").attachments
    assert (image.part, image.filename, image.content_type, image.content) == ("2", "part-2.jpg", "image/jpeg", JPEG)


def test_a_name_that_we_give_is_the_same_each_time() -> None:
    assert parsed("attached_mail").attachments == parsed("attached_mail").attachments


def test_an_attached_mail_is_one_attachment_as_it_came() -> None:
    (inner,) = parsed("attached_mail").attachments
    assert (inner.filename, inner.content_type) == ("message-2.eml", "message/rfc822")
    assert inner.content in octets("attached_mail")
    assert parse(inner.content).subject == "Radera mig"


def test_the_words_of_an_attached_mail_are_not_the_senders() -> None:
    message = parsed("attached_mail")
    assert "070-174 06 97" not in message.text
    assert [one.filename for one in message.attachments] == ["message-2.eml"]


def test_an_attached_mail_in_base64_is_opened() -> None:
    inner = attachment(parsed("attached_mail_base64"), "brev.eml")
    assert parse(inner.content).subject == "Radera mig"


def test_names_are_read_in_every_spelling_and_made_safe() -> None:
    assert [one.filename for one in parsed("file_names").attachments] == [
        "räkning mars.pdf",
        "räkning mars.pdf",
        "räkning.pdf",
        "räkning.pdf",
        "räkning.pdf",
        "räkning.pdf",
        "min räkning.pdf",
        "pass.pdf",
        "pass.pdf",
        "fakturafdp.exe",
        "part-11.pdf",
        "a" * 196 + ".pdf",
    ]


def test_damaged_base64_gives_all_octets_that_can_be_told() -> None:
    assert attachment(parsed("base64_damaged"), "a.pdf").content == b"%PDF-1.4 hej<a"


def test_a_photo_of_many_lines_is_kept_byte_for_byte() -> None:
    photo = os.urandom(300_000)
    mail = (
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: image/jpeg; name="foto.jpg"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(photo).replace(b"\n", b"\r\n") + b"--x--\r\n"
    )
    assert attachment(parse(mail), "foto.jpg").content == photo


def test_a_photo_inside_an_attached_mail_comes_out_whole() -> None:
    photo = base64.encodebytes(os.urandom(100_000))
    inner = b"Subject: Foto\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n" + photo
    mail = b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: message/rfc822\n\n' + inner + b"\n--x--\n"
    assert parse(mail).attachments[0].content == inner


def test_a_mail_that_imitates_our_marker_is_read_as_it_is() -> None:
    block = base64.encodebytes(os.urandom(60_000))
    mail = b"Subject: Hej\n\nombud-block-0\n" + block
    assert parse(mail).text == mail.partition(b"\n\n")[2].decode()


def test_a_uuencoded_file_leaves_the_text() -> None:
    message = parsed("uuencoded")
    assert attachment(message, "hej.txt").content == "Hej från filen\n".encode()
    assert "begin 644" not in message.text
    assert message.text.startswith("Hej! Filen kommer här.")


def test_a_uuencoded_part_is_decoded() -> None:
    mail = b"Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a.pdf\n"
    mail += binascii.b2a_uu(b"%PDF-1.4") + b"`\nend\n"
    assert attachment(parse(mail), "a.pdf").content == b"%PDF-1.4"


def test_what_a_winmail_dat_holds_is_text_and_attachments() -> None:
    message = parsed("winmail")
    assert message.own_text == "Sidan är nere."
    assert attachment(message, "avtal.txt").content == b"Avtalets text\n"
    assert attachment(message, "winmail.dat").content.startswith(b"\x78\x9f\x3e\x22")


def test_a_calendar_answer_is_an_attachment() -> None:
    (answer,) = parsed("calendar").attachments
    assert (answer.content_type, answer.filename) == ("text/calendar", "part-2.ics")


def test_both_halves_of_an_apple_double_are_kept() -> None:
    assert [one.content_type for one in parsed("apple_double").attachments] == ["application/applefile", "image/jpeg"]


def test_a_signed_mail_has_its_text_and_its_signature() -> None:
    message = parsed("signed")
    assert message.own_text == "Sidan är nere."
    assert [one.filename for one in message.attachments] == ["smime.p7s"]


def test_a_bounce_keeps_the_report_and_the_returned_mail() -> None:
    message = parsed("bounce")
    report, returned = message.attachments
    assert b"Final-Recipient: rfc822; bo@example.se" in report.content
    assert b"08-465 004 00" in returned.content
    assert "08-465" not in message.text


def test_a_named_text_is_a_file() -> None:
    message = parsed("named_text_is_a_file")
    assert attachment(message, "logg.txt").content.strip() == b"rad 1"
    assert "rad 1" not in message.text


def test_a_named_text_is_shown_too_where_the_mail_has_no_other() -> None:
    message = parsed("only_a_named_text")
    assert message.own_text == "Sidan är nere."
    assert [one.filename for one in message.attachments] == ["brev.txt"]


def test_a_quoted_printable_line_may_end_in_blanks() -> None:
    mail = b"Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\nr=C3=A4k=  \nning\n"
    assert parse(mail).text == "räkning\n"
