"""What an attacker writes changes nothing of anybody else's request, profile or letters, and discloses nothing (product.md: trust)."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from gdpr.letters import write
from gdpr.message import MailId, RawMail
from gdpr.records import LetterState, Outcome
from ingest.pipeline import process
from ingest.rules import Rules
from ingest.send import SmtpPost
from jobs.outbox import Outbox
from storage.letter_tables import replies
from storage.request_tables import request_events
from storage.store import SqlStore
from storage.tables import contacts, facts, outbox, requests
from tests.end_to_end.test_the_path_of_a_mail import content, on_file, take
from tests.jobs.letters import BOOK, POLICY, SCRIBE
from tests.servers import smtp
from tests.servers.smtp import SmtpServer

ATTACKS = Path(__file__).parent.parent / "mail" / "attacks"
EVERY = sorted(path.stem for path in ATTACKS.glob("*.eml"))
RULES = Rules(POLICY, "mx1.ftech.se")
EVA, EVAS_PHONE = "eva@kund.example", "+46701740605"
AT = datetime(2026, 3, 9, 12, 0, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def server() -> Iterator[SmtpServer]:
    with smtp.running() as started:
        yield started


@pytest.fixture
def besieged(store: SqlStore, server: SmtpServer) -> SqlStore:
    """Eva is on file, has asked for two rights, and has our acknowledgement with its mark."""
    on_file(store, "eva_asks_for_a_call")
    take(store, content("eva_asks_for_two_rights"))
    assert {view.sender_address for view in store.views.requests.open()} == {EVA}
    server.taken.clear()
    assert post(store, server) == 1
    return store


def post(store: SqlStore, server: SmtpServer) -> int:
    """Send what leaves by itself."""
    return Outbox(store, SCRIBE, SmtpPost(server.settings()), lambda: AT).round(AT)


def mark_of_evas_letter(server: SmtpServer) -> str:
    found = re.search(r"\[(\d+\.[a-z2-7]{16})\]", server.taken[0].mail["Subject"])
    assert found
    return found[1]


def attack(store: SqlStore, name: str, mark: str = "", uid: int = 500) -> Outcome:
    sent = (ATTACKS / f"{name}.eml").read_text().replace("@MARK@", mark)
    return process(RawMail(MailId("support", "INBOX", 7, uid), sent.encode(), AT), RULES, store, AT)


def held_of_eva(store: SqlStore) -> dict[str, list[tuple[Any, ...]]]:
    """All that belongs to Eva: requests with their events, profile with its facts, letters."""
    with store.engine.connect() as connection:
        contact = connection.execute(select(contacts.c.id).order_by(contacts.c.id)).scalars().first()
        asked = select(requests.c.id).where(requests.c.contact_id == contact)
        queries = (
            select(requests).where(requests.c.contact_id == contact).order_by(requests.c.id),
            select(request_events).where(request_events.c.request_id.in_(asked)).order_by(request_events.c.id),
            select(facts).where(facts.c.contact_id == contact).order_by(facts.c.id),
            select(contacts).where(contacts.c.id == contact),
            select(outbox).where(outbox.c.contact_id == contact).order_by(outbox.c.id),
        )
        return {str(number): [tuple(row) for row in connection.execute(query)] for number, query in enumerate(queries)}


@pytest.mark.parametrize("name", EVERY)
def test_an_attack_changes_nothing_that_is_eva_s(besieged: SqlStore, server: SmtpServer, name: str) -> None:
    before = held_of_eva(besieged)
    assert attack(besieged, name, mark_of_evas_letter(server)) in (Outcome.FILED, Outcome.SCREENED)
    assert held_of_eva(besieged) == before


@pytest.mark.parametrize("name", EVERY)
def test_no_letter_of_an_attack_discloses_anything_or_goes_anywhere_but_to_its_from(
    besieged: SqlStore, server: SmtpServer, name: str
) -> None:
    """Even when an agent clicks on every draft: letters hold no data of a profile, and go to the address in From alone."""
    attack(besieged, name, mark_of_evas_letter(server))
    sender = besieged.views.mails.page().lines[0].sender_address
    for letter_id in new_letters(besieged):
        with besieged.transaction() as tx:
            letter = tx.outbox.one(letter_id)
            assert letter is not None
            assert letter.recipient in (sender, POLICY.officer.address, POLICY.letters.staff_address)
            text = write(BOOK, letter.template, letter.language, letter.facts, POLICY).text
            assert EVAS_PHONE not in text
            assert "0701740605" not in text.replace(" ", "").replace("-", "")
            assert "eva" not in text.lower()


def new_letters(store: SqlStore) -> list[int]:
    with store.engine.connect() as connection:
        return list(connection.execute(select(outbox.c.id).where(outbox.c.state.in_(("draft", "pending")))).scalars())


@pytest.mark.parametrize(
    "name", [name for name in EVERY if not name.startswith(("name_", "address_change_from", "thread_by_leaked_mark_from"))]
)
def test_to_a_sender_whom_nobody_vouches_for_nothing_leaves_by_itself(besieged: SqlStore, server: SmtpServer, name: str) -> None:
    attack(besieged, name, mark_of_evas_letter(server))
    server.taken.clear()
    mails = besieged.views.mails.page().lines
    if not mails[0].authenticated:
        post(besieged, server)
        assert [taken.recipients for taken in server.taken if taken.recipients != [POLICY.officer.address]] == []


@pytest.mark.parametrize("name", [name for name in EVERY if name.startswith("bomb_")])
def test_a_robot_s_mail_is_owed_no_letter(besieged: SqlStore, name: str) -> None:
    attack(besieged, name)
    assert new_letters(besieged) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("thread_by_leaked_mark_from_another", "another_address"),
        ("thread_by_leaked_mark_unchecked", "sender_not_checked"),
        ("thread_by_leaked_mark_in_references", "another_address"),
    ],
)
def test_a_leaked_mark_only_claims_to_belong(besieged: SqlStore, server: SmtpServer, name: str, reason: str) -> None:
    attack(besieged, name, mark_of_evas_letter(server))
    with besieged.engine.connect() as connection:
        assert [(row.joined, row.reason) for row in connection.execute(select(replies))] == [(False, reason)]


@pytest.mark.parametrize("name", ["thread_by_subject", "thread_by_forged_mark", "thread_by_the_first_mail"])
def test_a_reference_without_our_mark_is_not_even_a_claim(besieged: SqlStore, name: str) -> None:
    attack(besieged, name)
    with besieged.engine.connect() as connection:
        assert connection.execute(select(replies)).all() == []


def reply(mark: str, text: str, sender: str = EVA) -> RawMail:
    domain = sender.rpartition("@")[2]
    mail = (
        f"Authentication-Results: mx1.ftech.se; dkim=pass header.d={domain}; dmarc=pass header.from={domain}\r\n"
        f"From: Eva Ek <{sender}>\r\nTo: support@ftech.se\r\nSubject: SV: [{mark}]\r\nMessage-ID: <{abs(hash(text))}@kund.example>\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )
    return RawMail(MailId("support", "INBOX", 7, 600), mail.encode(), AT)


def open_requests(store: SqlStore) -> list[str]:
    return [view.kind for view in store.views.requests.open()]


def test_eva_s_own_reminder_is_the_same_request_with_the_same_clock_and_no_second_acknowledgement(
    besieged: SqlStore, server: SmtpServer
) -> None:
    before, letters = open_requests(besieged), new_letters(besieged)
    process(reply(mark_of_evas_letter(server), "Jag begär en kopia av alla personuppgifter ni har om mig."), RULES, besieged, AT)
    assert open_requests(besieged) == before
    assert new_letters(besieged) == letters
    with besieged.engine.connect() as connection:
        assert [(row.joined, row.reason) for row in connection.execute(select(replies))] == [(True, "same_person")]


def test_a_wider_wish_in_eva_s_reply_is_a_request_of_its_own(besieged: SqlStore, server: SmtpServer) -> None:
    before = open_requests(besieged)
    process(reply(mark_of_evas_letter(server), "Jag vill inte ha mer reklam från er."), RULES, besieged, AT)
    assert sorted(open_requests(besieged)) == sorted([*before, "marketing_optout"])


def test_without_the_mark_eva_s_second_mail_is_a_request_of_its_own(besieged: SqlStore) -> None:
    before = open_requests(besieged)
    process(reply("inget märke", "Jag begär en kopia av alla personuppgifter ni har om mig."), RULES, besieged, AT)
    assert sorted(open_requests(besieged)) == sorted([*before, "access"])


def test_a_genuine_bounce_gives_the_letter_back_to_a_person(besieged: SqlStore, server: SmtpServer) -> None:
    genuine = (ATTACKS / "bounce_with_a_forged_mark.eml").read_text().replace("1.aaaaaaaaaaaaaaaa", mark_of_evas_letter(server))
    process(RawMail(MailId("support", "INBOX", 7, 500), genuine.encode(), AT), RULES, besieged, AT)
    with besieged.engine.connect() as connection:
        assert connection.execute(select(outbox.c.state)).scalars().all() == [LetterState.BOUNCED]


def test_a_hundred_mails_in_one_name_do_not_become_a_hundred_letters(store: SqlStore, server: SmtpServer) -> None:
    server.taken.clear()
    for number in range(100):
        raw = reply("inget märke", f"Jag begär en kopia av alla personuppgifter ni har om mig, nummer {number}.", "offer@kund.example")
        process(RawMail(MailId("support", "INBOX", 7, number + 1), raw.content, AT), RULES, store, AT)
    for _ in range(3):
        post(store, server)
    assert len(server.taken) == POLICY.letters.per_address_a_day
