from datetime import UTC, datetime, timedelta

import pytest

from cli.demo_samples import deliver, sample, samples
from cli.demo_server import demo_server
from ingest.parse import ParseError, parse

NOON = datetime(2027, 3, 1, 11, 0, tzinfo=UTC)
NIGHT = datetime(2027, 3, 1, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("now", [NOON, NIGHT])
def test_every_sample_arrived_in_the_last_five_weeks_and_none_in_the_future(now: datetime) -> None:
    arrivals = [mail.received_at for mail in samples(now)]
    assert len(arrivals) >= 32
    assert arrivals == sorted(arrivals)
    assert now - timedelta(weeks=5) < arrivals[0]
    assert arrivals[-1] < now


def test_a_sample_tells_the_same_date_as_its_arrival() -> None:
    mail = next(mail for mail in samples(NOON) if mail.name.startswith("01-"))
    assert mail.received_at == datetime(2027, 1, 27, 9, 22, tzinfo=UTC)
    assert parse(mail.content).sent_at == mail.received_at


def test_a_mail_that_tells_no_arrival_arrives_now_and_unchanged() -> None:
    content = b"Subject: Hej\r\nDate: Tue, 03 Nov 2026 09:14:05 +0100\r\n\r\nHej\r\n"
    assert sample("own.eml", content, NOON).content == content
    assert sample("own.eml", content, NOON).received_at == NOON


def test_the_samples_name_only_people_who_do_not_exist() -> None:
    for mail in samples(NOON):
        try:
            sender = parse(mail.content).sender
        except ParseError:
            continue
        assert sender
        assert sender.domain.endswith((".example", ".ftech.se"))


def test_the_demo_mailbox_holds_what_was_delivered_with_its_time_of_arrival() -> None:
    from imapclient import IMAPClient

    mails = samples(NOON)
    with demo_server("support", "demo") as server:
        assert deliver(mails, server) == len(mails)
        with IMAPClient(server.host, server.port, ssl=False, timeout=10) as client:
            client.login(server.user, server.password)
            client.normalise_times = False
            client.select_folder("INBOX", readonly=True)
            answers = client.fetch(client.search(), ["BODY.PEEK[]", "INTERNALDATE"])
    assert [answer[b"BODY[]"] for _uid, answer in sorted(answers.items())] == [mail.content for mail in mails]
    assert [answer[b"INTERNALDATE"] for _uid, answer in sorted(answers.items())] == [mail.received_at for mail in mails]
