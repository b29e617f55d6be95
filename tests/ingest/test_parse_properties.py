"""Whatever octets arrive, parsing ends in a message or in a refusal, and every place is exact."""

import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gdpr.message import Message
from ingest.parse import ParseError, parse
from tests.ingest.parsed import MAILS

PIECES = st.sampled_from(
    [
        b"Subject: Hej\n",
        b"Content-Type: text/html; charset=utf-16\n",
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"Content-Type: message/rfc822\n",
        b"Content-Transfer-Encoding: base64\n",
        b"From: =?utf-8?B?\xff?= <a@b\n",
        b"Content-Disposition: attachment; filename*0*=x''%E4\n",
        b"\n",
        b"\r\n",
        b"--x\n",
        b"--x--\n",
        b"> gammalt\n",
        b"Den 3 mars 2025 kl. 09:15 skrev Kim:\n",
        b"-- \nEva\n",
        b"<blockquote type=cite>",
        b"</blockquote><a href='tel:1'>",
        b"begin 644 a\n#86%A\nend\n",
        b"\x00\x1b$B\xff",
    ]
)
MAIL = st.one_of(st.binary(max_size=2_000), st.lists(st.one_of(PIECES, st.binary(max_size=20)), max_size=30).map(b"".join))


def check_places(message: Message) -> None:
    """Passages stand where they say, in order and without overlap; between them are only blanks."""
    end = 0
    for passage in message.passages:
        assert message.text[passage.start : passage.start + len(passage.text)] == passage.text
        assert not message.text[end : passage.start].strip()
        assert all(0 <= start <= stop <= len(passage.text) for start, stop, _ in passage.links)
        end = passage.start + len(passage.text)
    assert not message.text[end:].strip()


def check_text(message: Message) -> None:
    """All that is shown or stored is text that UTF-8 can carry, and no header spills over its line."""
    for text in (message.subject, message.text, message.html, *(one.filename for one in message.attachments)):
        text.encode("utf-8")
    assert not any("\n" in value for values in message.headers.values() for value in values)
    assert all(one.filename and "/" not in one.filename for one in message.attachments)


@settings(max_examples=300, deadline=None)
@given(MAIL)
def test_any_octets_end_in_a_message_or_a_refusal(content: bytes) -> None:
    try:
        message = parse(content)
    except ParseError:
        return
    check_places(message)
    check_text(message)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(MAILS.glob("*.eml"))), st.integers(0, 4_000), st.binary(max_size=12))
def test_a_damaged_mail_ends_in_a_message_or_a_refusal(path: Path, place: int, damage: bytes) -> None:
    content = path.read_bytes()
    try:
        message = parse(content[:place] + damage + content[place + len(damage) :])
    except ParseError:
        return
    check_places(message)
    check_text(message)


def test_every_mail_of_ours_has_exact_places() -> None:
    for path in MAILS.glob("*.eml"):
        message = parse(path.read_bytes())
        check_places(message)
        check_text(message)


def test_a_mail_of_a_million_lines_is_cut_in_seconds() -> None:
    started = time.perf_counter()
    message = parse(b"Subject: Hej\n\n" + b">\nx\n" * 500_000)
    check_places(message)
    assert time.perf_counter() - started < 10
