"""A part becomes a notice, and every other octet of the mail stays as it came."""

import base64
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from ingest.parse import parse
from ingest.redact import NOTICE, CannotRedactError, without_parts
from tests.id_images import mail, picture

PICTURE, OTHER = picture(1), picture(2)


def test_only_the_part_changes() -> None:
    before = mail("Hej! Här är mitt pass.", PICTURE, OTHER)
    after = without_parts(before, ["2"], 7)
    start = before.index(b"Content-Type: image/jpeg")
    assert after.removeprefix(b"X-Ombud-Redacted: 7\r\n").startswith(before[:start])
    assert after.endswith(before[before.rindex(base64.b64encode(OTHER)[:60]) :])
    assert b"filename" not in after[start : start + 300]
    assert NOTICE[0] in after


def test_to_take_it_out_again_changes_nothing() -> None:
    once = without_parts(mail("Hej", PICTURE, OTHER), ["2"], 7)
    assert without_parts(once, ["2"], 7) is once
    twice = without_parts(once, ["2", "3"], 7)
    assert twice.count(b"X-Ombud-Redacted") == 1
    assert parse(twice).attachments == ()


def test_of_the_same_picture_twice_the_right_one_goes() -> None:
    after = without_parts(mail("Hej", PICTURE, PICTURE), ["3"], 7)
    assert [file.part for file in parse(after).attachments] == ["2"]


@pytest.mark.parametrize("newline", [b"\r\n", b"\n"])
def test_the_ends_of_lines_stay_as_they_are(newline: bytes) -> None:
    before = mail("Hej", PICTURE).replace(b"\r\n", newline)
    after = without_parts(before, ["2"], 7)
    assert after.count(b"\n") == after.count(newline)


def test_a_mail_that_is_nothing_but_a_picture_keeps_its_headers() -> None:
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["Subject"], message["X-Long"] = "eva@kund.example", "Passet", "a " * 60
    message.set_content(PICTURE, "image", "jpeg", filename="pass.jpg")
    after = without_parts(message.as_bytes(), ["1"], 7)
    read = message_from_bytes(after, policy=policy.default)
    assert (read["From"], read["Subject"], read.get_content_type()) == ("eva@kund.example", "Passet", "text/plain")
    assert "identity document was deleted" in read.get_content()
    assert len(after) < 1000


def test_in_a_forwarded_mail_the_rest_of_it_stays() -> None:
    inner = message_from_bytes(mail("Inuti står detta.", PICTURE), policy=policy.SMTP)
    outer = EmailMessage(policy=policy.SMTP)
    outer["From"], outer["Subject"] = "eva@kund.example", "VB: passet"
    outer.set_content("Se nedan.")
    outer.add_attachment(inner)
    before = outer.as_bytes()
    after = without_parts(before, ["2.2"], 7)
    assert b"Inuti st" in after
    assert base64.b64encode(PICTURE)[:60] not in after
    assert after.count(NOTICE[0]) == 1
    assert without_parts(after, ["2.2"], 7) == after


def test_a_file_in_the_text_itself_is_cut_out_of_it() -> None:
    import binascii

    lines = b"".join(binascii.b2a_uu(PICTURE[i : i + 45]) for i in range(0, len(PICTURE), 45)).replace(b"\n", b"\r\n")
    before = b"From: eva@kund.example\r\nSubject: Pass\r\n\r\nHej!\r\nbegin 644 pass.jpg\r\n" + lines + b"`\r\nend\r\nMvh Eva\r\n"
    assert [file.part for file in parse(before).attachments] == ["1.1"]
    after = without_parts(before, ["1.1"], 7)
    assert b"Hej!\r\n" + NOTICE[0] in after
    assert after.endswith(b"\r\nMvh Eva\r\n")
    assert parse(after).attachments == ()


def test_a_part_that_is_not_there_is_left_to_a_person() -> None:
    with pytest.raises(CannotRedactError):
        without_parts(mail("Hej", PICTURE), ["7"], 7)


@pytest.mark.parametrize("name", ["02-access-with-passport", "07-access-with-licence"])
def test_mails_of_other_programs_lose_their_picture(name: str) -> None:
    from tests.servers.ombud import PROJECT

    before = (PROJECT / f"cli/demo_mails/{name}.eml").read_bytes()
    after = without_parts(before, ["2"], 7)
    assert parse(after).attachments == ()
    assert parse(before).own_text.strip() in parse(after).text
