"""What each number and address is to the sender: their own, or somebody's who is merely spoken of."""

from datetime import date

import pytest

from detectors.finding import Kind, Role
from detectors.registry import find_all
from gdpr.roles import with_roles
from ingest.parse import parse


def roles(body: str, kind: Kind = Kind.PHONE) -> list[Role]:
    message = parse(f"From: Eva Ek <eva@kund.example>\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\nHej!\n\n{body}\n".encode())
    return [found.role for found in with_roles(message, find_all(message.passages, today=date(2026, 11, 24))) if found.kind is kind]


@pytest.mark.parametrize(
    "body",
    [
        "Motparten nås på 070-174 06 05.",
        "Vår förra ordförande Ola Å (070-174 06 05) har flyttat.",
        "Det ringde någon från 070-174 06 05 i går.",
        "I keep getting calls from +46 70 174 06 05.",
        "Exempel på mottagare: 070-174 06 05",
        "Jag har fått samtal från 070-174 06 05.",
        "Olas fru 070-174 06 05, men henne ska ni inte ringa.",
        "My ex-husband (070-174 06 05) set up the account.",
        "På deras hemsida står 070-174 06 05.",
        "Jag har försökt ringa er på 070-174 06 05.",
        "Ert nummer 070-174 06 05 fungerar inte.",
        "Det står 070-174 06 05 på er hemsida.",
    ],
)
def test_a_number_of_somebody_merely_mentioned_is_marked(body: str) -> None:
    assert roles(body)[-1:] == [Role.MENTIONED]


@pytest.mark.parametrize(
    "body",
    [
        "Motparten svarar inte, mig når ni på 070-174 06 05.",
        "Jag ringer från 070-174 06 05.",
        "Min kollega Ola har 070-174 06 05.",
        "Vår förra ordförande har flyttat. Ny är Eva Ek, 070-174 06 05.",
        "Har ni fått samtal från oss? Vi har 070-174 06 05.",
    ],
)
def test_a_number_at_which_the_sender_can_be_reached_is_theirs(body: str) -> None:
    assert roles(body) == [Role.OWN]


def test_of_a_number_replaced_by_another_the_second_is_theirs() -> None:
    assert roles("Kan ni byta 070-174 06 05 mot 070-174 06 06?") == [Role.OUT_OF_USE, Role.OWN]


@pytest.mark.parametrize("label", ["Fax", "Telefax", "Tele-fax", "Faks", "Faksi", "F", "f", "Fax nr", "Faxnummer", "Fax (support)"])
def test_a_fax_is_told_by_any_of_its_labels(label: str) -> None:
    assert roles(f"Tel: 08-465 004 11 | {label}: 08-465 004 12") == [Role.OWN, Role.FAX]


@pytest.mark.parametrize("body", ["Tel/fax 08-465 004 11", "Telefon & fax: 08-465 004 11", "Tel: 08-465 004 11\nFax: se nedan"])
def test_a_line_that_takes_calls_and_faxes_may_be_called(body: str) -> None:
    assert roles(body) == [Role.OWN]


@pytest.mark.parametrize(
    "body",
    [
        "Nytt nr: 070-174 06 05 (ersätter 070-174 06 06)",
        "My new number is 070-174 06 05 (was 070-174 06 06)",
        "Nya är 070-174 06 05. 070-174 06 06 är mitt gamla nummer.",
    ],
)
def test_of_a_new_and_an_old_number_the_new_one_is_theirs(body: str) -> None:
    assert roles(body) == [Role.OWN, Role.OUT_OF_USE]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Vi får spam från info@skumt.example varje dag.", Role.MENTIONED),
        ("Skapa brevlådan ny@kund.example tack.", Role.TO_CONFIGURE),
        ("Opret en mailboks: ny@kund.example", Role.TO_CONFIGURE),
        ("Kopia till ola@kund.example", Role.OWN),
    ],
)
def test_an_address_that_is_mentioned_or_to_be_set_up_is_marked(body: str, role: Role) -> None:
    assert roles(body, Kind.EMAIL) == [role]


def test_what_another_wrote_is_given_no_role() -> None:
    quoted = "Tack!\n\nDen 9 nov. 2026 kl. 10:02 skrev Ola Å <ola@annan.example>:\n> Fax 08-465 004 12\n"
    assert roles(quoted) == [Role.OWN]


def test_a_person_s_address_before_a_move_is_told_by_its_heading() -> None:
    body = "Gammal adress:\nStorgatan 1\n111 22 Stockholm\n\nNy adress:\nNygatan 2\n803 20 Gävle"
    assert roles(body, Kind.ADDRESS) == [Role.OUT_OF_USE, Role.OWN]
