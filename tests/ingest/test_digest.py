"""Two deliveries of one mail are one mail; the same Message-ID with other words is another."""

from ingest.digest import content_digest

MAIL = (
    b"Received: by mx1.ftech.se; Mon, 5 Jan 2026\r\nFrom: eva@kund.example\r\nSubject: Hej\r\n d\xc3\xa5\r\n"
    b"Message-ID: <1@kund.example>\r\n\r\nHej!\r\n"
)


def test_the_way_a_mail_came_does_not_matter() -> None:
    assert content_digest(MAIL) == content_digest(MAIL.replace(b"mx1", b"mx2").replace(b"\r\n", b"\n"))


def test_the_order_and_folding_of_headers_do_not_matter() -> None:
    other = b"Message-ID: <1@kund.example>\r\nSubject: Hej d\xc3\xa5\r\nFrom: eva@kund.example\r\n\r\nHej!\r\n"

    assert content_digest(MAIL) == content_digest(other)


def test_the_same_message_id_with_other_words_is_another_mail() -> None:
    assert content_digest(MAIL) != content_digest(MAIL.replace(b"Hej!", b"Nej!"))


def test_another_subject_is_another_mail() -> None:
    assert content_digest(MAIL) != content_digest(MAIL.replace(b"Subject: Hej", b"Subject: Hopp"))


def test_a_mail_without_a_body_has_a_digest() -> None:
    assert content_digest(b"Subject: x") != content_digest(b"")


def test_a_body_of_many_megabytes_is_known_by_all_of_it_whatever_its_line_ends() -> None:
    body = b"En rad om dagen.\r\n" * 200_000
    whole = content_digest(MAIL + body)

    assert whole == content_digest((MAIL + body).replace(b"\r\n", b"\n"))
    assert whole != content_digest(MAIL + body + b"En till.")
