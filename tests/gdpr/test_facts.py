"""Of all numbers and addresses in a mail, those that are the sender's and may be used."""

from datetime import date

import pytest

from detectors.passage import Passage
from detectors.receiver import Receiver
from detectors.registry import find_all
from gdpr.facts import Facts, facts_of
from gdpr.roles import with_roles
from gdpr.sender_name import header_name
from ingest.parse import parse

FTECH = Receiver(frozenset({"ftech.se"}), frozenset({"556629-2347"}), ("+46846500400",))


def facts(body: str, sender: str = "Eva Ek <eva@kund.example>") -> Facts:
    message = parse(f"From: {sender}\nSubject: Fråga\nContent-Type: text/plain; charset=utf-8\n\n{body}\n".encode())
    found = find_all((Passage(message.subject, part="subject"), *message.passages), FTECH, date(2026, 11, 24))
    return facts_of(message, with_roles(message, found))


@pytest.mark.parametrize(
    ("body", "callback"),
    [
        ("Ring mig på 070-174 06 05 tack.", "+46701740605"),
        ("Ring mig när ni kan.\n\nEva\n070-174 06 05", "+46701740605"),
        ("Kan ni ringa mig? Jag nås efter 17 på 070-174 06 05, annars 08-465 004 10.", "+46701740605"),
        ("Slå en signal: 040-628 04 06", "+46406280406"),
        ("Please call me on +46 70 174 06 05.", "+46701740605"),
        ("Ich bitte um Rückruf unter 0049 89 99998 070.", "+498999998070"),
        ("Voisiko joku soittaa minulle? Numeroni on +358 50 456 7890.", "+358504567890"),
        ("Mvh Eva Ek, 070-174 06 05", None),
        ("Ring mig aldrig mer på 070-174 06 05!", None),
        ("Ni ringde mig på 070-174 06 05 i går.", None),
        ("Jag svarar inte i telefon. Eva, 070-174 06 05", None),
    ],
)
def test_the_number_to_call_back_is_the_one_they_ask_to_be_called_on(body: str, callback: str | None) -> None:
    assert facts(f"Hej!\n\n{body}").callback == callback


@pytest.mark.parametrize(
    "body",
    [
        "Fax: 0980-31 92 33",
        "tel 08-465 004 00 är ert nummer",
        "Mitt gamla nummer 070-174 06 06 är avstängt.",
        "Mobilen (070-174 06 77), den är uppsagd.",
        "Jour  031-390 06 52 -> röstbrevlåda",
        "Portera också in 040-628 04 50 från nuvarande operatör.",
        "Hennes namn och mobilnummer (070-174 06 99) ska tas bort ur växeln.",
    ],
)
def test_a_number_that_is_not_to_be_called_is_left_out(body: str) -> None:
    assert facts(f"Hej!\n\n{body}").phones == ()


def test_the_number_of_a_colleague_whom_we_may_call_counts() -> None:
    assert facts("Hej! Ni kan fråga henne på 0980-31 92 77.").phones == ("+46980319277",)


@pytest.mark.parametrize(
    ("body", "addresses"),
    [
        ("Kontot är registrerat på eva.gammal@kund.example.", ("eva.gammal@kund.example",)),
        ("Svara gärna till min privata adress eva@hem.example.", ("eva@hem.example",)),
        ("Ta bort mejlkontot info@kund.example tack.", ()),
        ("Kan ni skapa brevlådan ny@kund.example?", ()),
        ("Min adress är eva@kund.example", ()),
        ("Mejla support@ftech.se", ()),
    ],
)
def test_an_address_counts_where_it_is_theirs_and_not_where_it_is_to_be_set_up(body: str, addresses: tuple[str, ...]) -> None:
    assert facts(f"Hej!\n\n{body}").emails == addresses


@pytest.mark.parametrize(
    ("sender", "body", "name"),
    [
        ("Eva Ek <eva@kund.example>", "Hej!\n\nEva", "Eva Ek"),
        ('"Ek, Eva" <eva@kund.example>', "Hej!", "Eva Ek"),
        ("Eva Ek <eva@kund.example>", "Hej!\n\nMvh\nEva Maria Ek\nKund AB", "Eva Maria Ek"),
        ("Kundtjänst <info@kund.example>", "Hej!\n\nMvh\nEva Ek\nKund AB", "Eva Ek"),
        ("Kundtjänst <info@kund.example>", "Hej!", None),
        ("Kravservice Nord <ekonomi@kravservice-nord.example>", "Betala.", None),
        ("eva ek <eva@kund.example>", "hej", "Eva Ek"),
    ],
)
def test_the_name_is_the_fullest_that_is_a_person_s(sender: str, body: str, name: str | None) -> None:
    assert facts(body, sender).name == name


def test_what_is_quoted_is_not_the_sender_s() -> None:
    found = facts("Tack!\n\nDen 9 nov. 2026 kl. 10:02 skrev Ola Å <ola@annan.example>:\n> Ring 070-174 06 05, pnr 850709-9805\n")
    assert (found.phones, found.national_numbers) == ((), ())


def test_an_address_of_before_the_move_is_not_the_address() -> None:
    found = facts("Hej!\n\nMin gamla adress: Storgatan 1, 111 22 Stockholm.\n\nEva Ek\nNygatan 2\n803 20 Gävle")
    assert found.address is not None
    assert found.address.street == "Nygatan 2"


def test_a_list_s_addition_to_a_name_is_dropped() -> None:
    assert header_name("Torkel Alm via dns-drift") == "Torkel Alm"


def test_a_machine_s_notice_gives_no_number_to_call() -> None:
    message = parse(
        b"From: larm@kund.example\nSubject: Larm\n\nJour 08-465 004 10, kontakt info@kund.example. Kund 19850709-9805.\n"
    )
    found = with_roles(message, find_all(message.passages, today=date(2026, 11, 24)))
    told = facts_of(message, found, "machine")
    assert (told.phones, told.callback, told.national_numbers) == ((), None, ("19850709-9805",))
