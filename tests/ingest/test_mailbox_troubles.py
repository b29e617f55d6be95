import logging
import signal
import socket
import time
from pathlib import Path
from threading import Event, Timer

import pytest
from imapclient import SocketTimeout

from ingest.imap_errors import MailboxRefused, MailboxUnavailable
from ingest.mailbox import Mailbox
from tests.ingest.reading import account_on, mail
from tests.servers.dovecot import PASSWORD, USER, Dovecot
from tests.servers.scripted_imap import scripted

SOON = SocketTimeout(connect=1, read=1)


def test_a_server_that_accepts_and_says_nothing_is_given_up_after_the_time_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        nobody = Dovecot(Path(), port=silent.getsockname()[1])
        started = time.monotonic()
        with pytest.raises(MailboxUnavailable, match="did not answer in time"), Mailbox(account_on(nobody), timeout=SOON):
            pass
        assert time.monotonic() - started < 5


def test_a_connection_that_hangs_in_mid_work_is_given_up_after_the_time_out(dovecot: Dovecot) -> None:
    dovecot.append(mail())
    with Mailbox(account_on(dovecot), timeout=SOON) as mailbox:
        dovecot.freeze()
        with pytest.raises(MailboxUnavailable, match="did not answer in time"):
            mailbox.uids()


def test_a_server_that_restarts_between_two_fetches_is_tried_again(dovecot: Dovecot) -> None:
    dovecot.deliver([mail(1), mail(2)])
    with Mailbox(account_on(dovecot)) as mailbox:
        assert mailbox.uids() == [1, 2]
        dovecot.stop()
        dovecot.start()
        with pytest.raises(MailboxUnavailable, match="lost"):
            list(mailbox.batches([1, 2]))
    with Mailbox(account_on(dovecot)) as mailbox:
        assert mailbox.uids() == [1, 2]


def test_idle_tells_of_new_mail_within_a_second(dovecot: Dovecot) -> None:
    with Mailbox(account_on(dovecot)) as mailbox:
        assert mailbox.uids() == []
        arriving = Timer(0.3, dovecot.append, (mail(),))
        arriving.start()
        started = time.monotonic()
        assert mailbox.wait(30)
        assert time.monotonic() - started < 2
        arriving.join()
        assert mailbox.new_uids(0) == [1]


def test_waiting_without_mail_ends_in_time(dovecot: Dovecot) -> None:
    with Mailbox(account_on(dovecot)) as mailbox:
        mailbox.uids()
        started = time.monotonic()
        assert not mailbox.wait(1.5)
        assert 1.4 < time.monotonic() - started < 3
        assert mailbox.uids() == []


def test_waiting_ends_soon_after_the_service_is_told_to_stop(dovecot: Dovecot) -> None:
    stop = Event()
    with Mailbox(account_on(dovecot)) as mailbox:
        mailbox.uids()
        Timer(0.2, stop.set).start()
        started = time.monotonic()
        assert not mailbox.wait(60, stop)
        assert time.monotonic() - started < 3


def test_mail_announced_in_the_answer_to_a_fetch_is_not_waited_for(dovecot: Dovecot) -> None:
    dovecot.append(mail(1))
    with Mailbox(account_on(dovecot)) as mailbox:
        (batch,) = mailbox.batches(mailbox.uids())
        dovecot.append(mail(2))
        assert len(list(mailbox.read(batch))) == 1
        started = time.monotonic()
        assert mailbox.wait(30)
        assert time.monotonic() - started < 2


def test_a_server_that_announces_its_mails_in_every_answer_is_not_asked_over_and_over() -> None:
    answers = {"NOOP": b"* 0 EXISTS\r\n", "UID SEARCH": b"* SEARCH\r\n* 0 EXISTS\r\n"}
    with scripted(answers=answers) as server, Mailbox(account_on(server)) as mailbox:
        assert mailbox.uids() == []
        started = time.monotonic()
        mailbox.wait(0.5)
        assert time.monotonic() - started >= 0.5


def test_idle_works_over_tls(dovecot_with_tls: Dovecot) -> None:
    account = account_on(dovecot_with_tls, tls="ssl", port=dovecot_with_tls.tls_port, ca_file=dovecot_with_tls.certificate)
    with Mailbox(account) as mailbox:
        assert mailbox.uids() == []
        assert not mailbox.wait(2.5)
        arriving = Timer(0.3, dovecot_with_tls.append, (mail(),))
        arriving.start()
        assert mailbox.wait(30)
        arriving.join()
        assert mailbox.new_uids(0) == [1]


def test_a_connection_that_dies_in_idle_is_noticed_at_once(dovecot: Dovecot) -> None:
    with Mailbox(account_on(dovecot)) as mailbox:
        mailbox.uids()
        dying = Timer(0.3, dovecot.stop, (signal.SIGKILL,))
        dying.start()
        started = time.monotonic()
        with pytest.raises(MailboxUnavailable):
            mailbox.wait(60)
        assert time.monotonic() - started < 5
        dying.join()


def test_a_connection_that_dies_in_idle_without_a_word_is_noticed_at_once() -> None:
    script = {"capabilities": "IMAP4rev1 IDLE", "last_words": {"IDLE": b"+ idling\r\n"}}
    with scripted(**script) as server, Mailbox(account_on(server)) as mailbox:
        mailbox._heed_announcements()
        with pytest.raises(MailboxUnavailable, match="lost"):
            mailbox.wait(60)


def test_a_frozen_server_is_noticed_when_idle_ends(dovecot: Dovecot) -> None:
    with Mailbox(account_on(dovecot), timeout=SOON) as mailbox:
        mailbox.uids()
        dovecot.freeze()
        with pytest.raises(MailboxUnavailable, match="did not answer in time"):
            mailbox.wait(1)


def test_a_server_without_idle_is_asked_again_when_the_time_has_passed() -> None:
    with scripted() as server, Mailbox(account_on(server)) as mailbox:
        mailbox._heed_announcements()
        assert mailbox.wait(0.1)
        assert "IDLE" not in server.heard


@pytest.mark.parametrize(
    ("verdict", "error"),
    [
        ("NO [UNAVAILABLE] try later", MailboxUnavailable),
        ("NO [LIMIT] too many connections", MailboxUnavailable),
        ("NO [AUTHENTICATIONFAILED] no", MailboxRefused),
        ("NO go away", MailboxRefused),
    ],
)
def test_a_login_refused_for_the_servers_own_trouble_is_tried_again(verdict: str, error: type[Exception]) -> None:
    with scripted(verdicts={"LOGIN": verdict}) as server, pytest.raises(error), Mailbox(account_on(server)):
        pass


def test_a_connection_lost_during_login_is_not_taken_for_a_wrong_password() -> None:
    with scripted(last_words={"LOGIN": b""}) as server, pytest.raises(MailboxUnavailable), Mailbox(account_on(server)):
        pass


def test_a_server_that_stumbles_over_one_mail_still_yields_the_others() -> None:
    answers = {"UID FETCH": b"* 1 FETCH (UID 1 RFC822.SIZE 10)\r\n* 2 FETCH (UID 2 RFC822.SIZE nonsense)\r\n"}
    with scripted(answers=answers, verdicts={"UID FETCH": "NO [CANNOT] one is broken"}) as server, Mailbox(account_on(server)) as mailbox:
        assert list(mailbox.batches([1, 2, 3])) == []
        assert server.heard.count("UID FETCH") == 4, "all at once, then each by itself"


def test_nothing_of_a_mail_reaches_the_log_even_at_its_most_talkative(dovecot: Dovecot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    dovecot.append(b"Subject: Hej\r\n\r\nMitt personnummer: 19850709-9805\r\n")
    with Mailbox(account_on(dovecot)) as mailbox:
        assert [raw.content for batch in mailbox.batches(mailbox.uids()) for raw in mailbox.read(batch)]
    for secret in ("19850709-9805", PASSWORD, f"{USER}@"):
        assert secret not in caplog.text
