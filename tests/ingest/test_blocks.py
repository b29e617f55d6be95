"""Large base64 blocks are set aside while a mail's structure is read, and nothing of them is lost."""

import base64

import pytest

from ingest.blocks import set_aside

HEAD = b"Content-Transfer-Encoding: base64\r\n\r\n"
PHOTO = base64.encodebytes(bytes(range(256)) * 800)
STRAY = PHOTO[: 77 * 1500] + b"--a line that is no base64, and exactly as wide as the other lines here are-\n" + PHOTO


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("photo", [PHOTO, PHOTO[:-400] + b"\n", STRAY, PHOTO + b"\n" + PHOTO])
def test_a_mail_is_whole_again_when_its_blocks_are_put_back(photo: bytes, line_end: bytes) -> None:
    mail = HEAD + photo.replace(b"\n", line_end) + b"--end--\r\n"
    lean = set_aside(mail)
    assert len(lean.content) < len(mail) / 20
    assert lean.restore(lean.content) == mail


def test_a_line_that_is_no_base64_stays_where_the_reader_of_the_structure_sees_it() -> None:
    assert b"\n--a line that is no base64" in set_aside(HEAD + STRAY).content


def test_a_mail_that_says_the_marker_itself_is_whole_again_too() -> None:
    mail = b"ombud-block-0\n" + HEAD + PHOTO
    lean = set_aside(mail)
    assert lean.restore(lean.content) == mail
    assert lean.content.startswith(b"ombud-block-0\n")


def test_a_small_mail_is_left_as_it_is() -> None:
    assert set_aside(HEAD + PHOTO[:4000]).content == HEAD + PHOTO[:4000]
