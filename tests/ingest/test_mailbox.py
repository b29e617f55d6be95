from datetime import UTC, datetime, timedelta, timezone

import pytest

from ingest.batches import Limits
from ingest.mailbox import Mailbox
from tests.ingest.reading import account_on
from tests.servers.dovecot import Dovecot

MAIL = b"From: Eva Ek <eva@kund.example>\r\nSubject: Hej\r\n\r\nRing mig.\r\n"


def read_all(mailbox: Mailbox) -> list[bytes]:
    return [raw.content for batch in mailbox.batches(mailbox.uids()) for raw in mailbox.read(batch)]


def test_a_mail_comes_octet_for_octet_with_its_name_and_the_servers_receipt_time_in_utc(dovecot: Dovecot) -> None:
    stockholm = timezone(timedelta(hours=1))
    dovecot.append(MAIL, datetime(2026, 11, 24, 0, 30, tzinfo=stockholm))
    with Mailbox(account_on(dovecot)) as mailbox:
        (raw,) = [raw for batch in mailbox.batches([1]) for raw in mailbox.read(batch)]
        assert raw.content == MAIL
        assert raw.received_at == datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
        assert raw.received_at.tzinfo is UTC
        assert (raw.id.mailbox, raw.id.folder, raw.id.uid) == ("support", "INBOX", 1)
        assert raw.id.uidvalidity == mailbox.uidvalidity > 0


@pytest.mark.parametrize("mode", ["observe", "own"])
def test_reading_marks_no_mail_as_read(dovecot: Dovecot, mode: str) -> None:
    dovecot.append(MAIL)
    dovecot.append(MAIL, flags=[rb"\Flagged"])
    before = dovecot.state_of_mails()
    with Mailbox(account_on(dovecot, mode=mode)) as mailbox:
        assert read_all(mailbox) == [MAIL, MAIL]
    assert dovecot.state_of_mails() == before == {1: (), 2: (rb"\Flagged",)}


def test_only_mails_above_the_cursor_are_new_although_the_server_always_names_the_last(dovecot: Dovecot) -> None:
    dovecot.deliver([MAIL] * 3)
    with Mailbox(account_on(dovecot)) as mailbox:
        assert mailbox.new_uids(0) == [1, 2, 3]
        assert mailbox.new_uids(1) == [2, 3]
        assert mailbox.new_uids(3) == []
        assert mailbox.new_uids(9999) == []


def test_an_empty_folder_has_no_uids(dovecot: Dovecot) -> None:
    with Mailbox(account_on(dovecot)) as mailbox:
        assert mailbox.uids() == []
        assert list(mailbox.batches([])) == []


def test_a_long_list_of_uids_comes_in_several_answers(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.mailbox.SEARCHED_AT_ONCE", 7)
    dovecot.deliver([MAIL] * 30)
    with Mailbox(account_on(dovecot)) as mailbox:
        assert mailbox.uids() == list(range(1, 31))
        assert mailbox.new_uids(16) == list(range(17, 31))


def test_mail_that_arrives_while_the_folder_is_open_is_seen(dovecot: Dovecot) -> None:
    with Mailbox(account_on(dovecot)) as mailbox:
        assert mailbox.uids() == []
        dovecot.append(MAIL)
        assert mailbox.new_uids(0) == [1]


def test_many_small_mails_share_a_round_trip_and_a_large_one_goes_alone(dovecot: Dovecot) -> None:
    dovecot.deliver([MAIL, MAIL, MAIL + b"x" * 5000, MAIL])
    with Mailbox(account_on(dovecot), limits=Limits(batch_bytes=1000)) as mailbox:
        assert [batch.uids for batch in mailbox.batches(mailbox.uids())] == [(1, 2), (3,), (4,)]
        assert [len(content) for content in read_all(mailbox)] == [len(MAIL), len(MAIL), len(MAIL) + 5000, len(MAIL)]


def test_a_mail_above_the_limit_is_reported_by_its_headers_alone(dovecot: Dovecot) -> None:
    dovecot.deliver([MAIL + b"x" * 5000])
    with Mailbox(account_on(dovecot), limits=Limits(mail_bytes=1000)) as mailbox:
        (batch,) = mailbox.batches([1])
        assert mailbox.is_too_large(batch)
        (raw,) = mailbox.read(batch)
        assert raw.content == b"From: Eva Ek <eva@kund.example>\r\nSubject: Hej\r\n\r\n"


def test_a_mail_that_is_gone_between_listing_and_fetching_is_left_out(dovecot: Dovecot) -> None:
    dovecot.deliver([MAIL] * 3)
    with Mailbox(account_on(dovecot)) as mailbox:
        uids = mailbox.uids()
        with dovecot.client() as other:
            other.delete_messages([2])
            other.expunge()
        assert [raw.id.uid for batch in mailbox.batches(uids) for raw in mailbox.read(batch)] == [1, 3]


def test_mails_are_asked_for_by_number_because_the_library_fails_on_ranges(dovecot: Dovecot) -> None:
    dovecot.deliver([MAIL] * 3)
    with Mailbox(account_on(dovecot)) as mailbox:
        with pytest.raises(ValueError, match="invalid literal"):
            mailbox._client.fetch("1:*", ["RFC822.SIZE"])
        assert [batch.uids for batch in mailbox.batches([1, 3])] == [(1, 3)]
