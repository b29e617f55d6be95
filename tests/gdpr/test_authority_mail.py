"""Letters from the authority are known by their domain, and claims to be one by the name (law.md §3, AUTHORITY)."""

from datetime import date
from pathlib import Path

import pytest

from config.policy_file import load_policy
from gdpr.authority_mail import answer_by, authority_mail, from_authority_domain
from gdpr.message import MailAddress, Message
from ingest.parse import parse

MAILS = Path(__file__).parents[1] / "mail" / "queues"
AUTHORITY = load_policy().authority


@pytest.mark.parametrize(
    ("name", "own_domain", "day"),
    [
        ("authority", True, date(2026, 4, 15)),
        ("authority-former-domain", True, date(2026, 4, 20)),
        ("authority-claimed", False, date(2026, 3, 12)),
    ],
)
def test_a_letter_is_known_by_domain_or_name_and_says_its_last_day(name: str, own_domain: bool, day: date) -> None:
    letter = authority_mail(parse((MAILS / f"{name}.eml").read_bytes()), AUTHORITY)
    assert letter is not None
    assert (letter.own_domain, letter.answer_by) == (own_domain, day)


@pytest.mark.parametrize("address", ["imy@imy.se.example", "a@notimy.se", "imy.se@brevduva.example", "a@imyse.example"])
def test_a_domain_that_only_looks_like_the_authoritys_is_another(address: str) -> None:
    assert not from_authority_domain(Message(sender=MailAddress("", address)))


@pytest.mark.parametrize("name", ["Immy Berg", "Jimy", "IMYra Alm", ""])
def test_a_name_that_only_begins_like_the_authoritys_claims_nothing(name: str) -> None:
    assert authority_mail(Message(sender=MailAddress(name, "a@brevduva.example")), AUTHORITY) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Svara senast den 3 maj 2026.", date(2026, 5, 3)),
        ("Your answer must reach us no later than 1 March 2026.", date(2026, 3, 1)),
        ("senast 2026-12-24", date(2026, 12, 24)),
        ("senast den 31 februari 2026", None),
        ("Vi fick klagomålet den 3 maj 2026.", None),
    ],
)
def test_the_last_day_is_read_only_where_the_letter_calls_it_so(text: str, day: date | None) -> None:
    assert answer_by(text) == day
