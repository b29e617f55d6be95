from pathlib import Path
from typing import Any

import pytest

from config.mailboxes import MailboxSettings
from ingest.imap_errors import MailboxRefused, MailboxUnavailable
from ingest.mailbox import Mailbox
from tests.ingest.reading import account_on, mail
from tests.servers.dovecot import USER, Dovecot, free_port, token_for
from tests.servers.scripted_imap import scripted


def over_tls(server: Dovecot, **changes: Any) -> MailboxSettings:
    return account_on(server, **{"tls": "ssl", "port": server.tls_port} | changes)


def test_a_wrong_password_needs_a_person_and_the_sentence_names_neither_user_nor_password(dovecot: Dovecot) -> None:
    with pytest.raises(MailboxRefused, match="refused the login") as refused, Mailbox(account_on(dovecot, password="fel-losen")):
        pass
    assert USER not in str(refused.value).replace("Mailbox support:", "")
    assert "fel-losen" not in str(refused.value)


def test_a_password_with_swedish_letters_is_let_in(dovecot: Dovecot) -> None:
    dovecot.add_user("vaxel", "lösenord åäö")
    with Mailbox(account_on(dovecot, user="vaxel", password="lösenord åäö")) as mailbox:
        assert mailbox.uids() == []


def test_a_missing_folder_needs_a_person(dovecot: Dovecot) -> None:
    with pytest.raises(MailboxRefused, match="there is no folder Stöd"), Mailbox(account_on(dovecot), "Stöd"):
        pass


def test_a_folder_that_may_only_be_read_is_not_owned() -> None:
    with (
        scripted(verdicts={"SELECT": "OK [READ-ONLY] done"}) as server,
        pytest.raises(MailboxRefused, match="may only be read"),
        Mailbox(account_on(server, mode="own")),
    ):
        pass


def test_a_folder_with_swedish_letters_is_opened(dovecot: Dovecot) -> None:
    with dovecot.client() as help_desk:
        help_desk.create_folder("Stöd åäö")
    dovecot.append(mail(), folder="Stöd åäö")
    with Mailbox(account_on(dovecot), "Stöd åäö") as mailbox:
        assert mailbox.uids() == [1]


def test_a_server_that_is_down_is_tried_again() -> None:
    nobody = Dovecot(Path(), port=free_port())
    with pytest.raises(MailboxUnavailable, match="cannot be reached"), Mailbox(account_on(nobody)):
        pass


def test_a_certificate_that_nobody_vouches_for_is_refused(dovecot_with_tls: Dovecot) -> None:
    with pytest.raises(MailboxRefused, match="certificate"), Mailbox(over_tls(dovecot_with_tls)):
        pass


def test_a_certificate_of_another_name_is_refused(dovecot_with_tls: Dovecot) -> None:
    elsewhere = over_tls(dovecot_with_tls, host="localhost", ca_file=dovecot_with_tls.certificate)
    with pytest.raises(MailboxRefused, match="certificate"), Mailbox(elsewhere):
        pass


def test_the_operators_own_authority_is_believed(dovecot_with_tls: Dovecot) -> None:
    dovecot_with_tls.append(mail())
    with Mailbox(over_tls(dovecot_with_tls, ca_file=dovecot_with_tls.certificate)) as mailbox:
        assert [raw.content for batch in mailbox.batches([1]) for raw in mailbox.read(batch)] == [mail()]


def test_starttls_protects_the_login(dovecot_with_tls: Dovecot) -> None:
    account = account_on(dovecot_with_tls, tls="starttls", ca_file=dovecot_with_tls.certificate)
    with Mailbox(account) as mailbox:
        assert mailbox.uids() == []
        assert mailbox._client._imap.sock.version().startswith("TLS")


def test_starttls_with_an_unknown_certificate_is_refused_before_the_password_is_sent(dovecot_with_tls: Dovecot) -> None:
    with pytest.raises(MailboxRefused, match="certificate"), Mailbox(account_on(dovecot_with_tls, tls="starttls")):
        pass
    assert "Login:" not in (dovecot_with_tls.home / "log").read_text()


def test_a_server_without_starttls_is_refused_rather_than_spoken_to_in_clear(dovecot: Dovecot) -> None:
    with pytest.raises(MailboxRefused, match="OMBUD_IMAP_TLS"), Mailbox(account_on(dovecot, tls="starttls")):
        pass
    assert "Login:" not in (dovecot.home / "log").read_text()


def test_tls_towards_a_port_that_does_not_speak_it_is_said_so(dovecot: Dovecot) -> None:
    with pytest.raises(MailboxUnavailable, match="does not speak TLS"), Mailbox(account_on(dovecot, tls="ssl")):
        pass


def test_an_access_token_is_let_in(dovecot: Dovecot) -> None:
    with Mailbox(account_on(dovecot, auth="xoauth2", password=token_for(USER))) as mailbox:
        assert mailbox.uids() == []


def test_a_token_is_read_anew_at_each_login(dovecot: Dovecot, tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text(token_for(USER, b"a key of somebody else's"))
    account = account_on(dovecot, auth="xoauth2", password=None, password_file=token)
    with pytest.raises(MailboxRefused, match="token"), Mailbox(account):
        pass
    token.write_text(token_for(USER) + "\n")
    with Mailbox(account) as mailbox:
        assert mailbox.uids() == []
