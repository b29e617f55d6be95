"""Only what the sender says of themselves goes on their profile, and no further than they may be believed."""

from datetime import UTC, datetime

import pytest

from config.policy_file import load_policy
from detectors.finding import Kind
from gdpr.believing import believed
from gdpr.message import MailId, RawMail
from gdpr.records import FactStatus
from ingest.pipeline import read
from ingest.rules import Rules

POLICY = load_policy()
RULES = Rules(POLICY, "mx1.ftech.se")
HEAD = """\
Authentication-Results: mx1.ftech.se; dmarc=pass header.from=kund.example
From: Eva Ek <eva@kund.example>
To: support@ftech.se
Subject: En sak
Content-Type: text/plain; charset=utf-8

"""


def filed(text: str, head: str = HEAD) -> dict[str, FactStatus | None]:
    """Each value found with how far it is believed."""
    raw = RawMail(MailId("support", "INBOX", 1, 1), (head + text).encode(), datetime(2026, 3, 5, tzinfo=UTC))
    return {found.finding.value: found.status for found in believed(read(raw, RULES))}


def test_a_number_of_ones_own_is_filed() -> None:
    assert filed("Hej! Ni når mig på 070-174 06 05.\n\nMvh\nEva Ek\n")["+46701740605"] is FactStatus.FILED


def test_a_fax_number_is_found_and_not_filed() -> None:
    assert filed("Hej!\n\nMvh\nEva Ek\nTel: 08-465 004 11\nFax: 08-465 004 12\n") == {
        "Eva Ek": FactStatus.FILED,
        "+46846500411": FactStatus.FILED,
        "+46846500412": None,
    }


def test_an_address_to_be_created_is_found_and_not_filed() -> None:
    assert filed("Kan ni skapa brevlådan info@nytt.example åt oss?\n\nMvh\nEva Ek\n")["info@nytt.example"] is None


def test_of_two_national_numbers_nobody_guesses_whose_is_whose() -> None:
    both = filed("Det gäller 19121212-1212 och 19811228-9874.\n\nMvh\nEva Ek\n")

    assert both["19121212-1212"] is both["19811228-9874"] is FactStatus.WAITING


def test_a_national_number_beside_another_s_waits_and_the_other_s_is_not_filed() -> None:
    both = filed("Det gäller mig, 19121212-1212, och min bror, 19811228-9874.\n\nMvh\nEva Ek\n")

    assert both == {"Eva Ek": FactStatus.FILED, "19121212-1212": FactStatus.WAITING, "19811228-9874": None}


@pytest.mark.parametrize(
    "text",
    [
        "Min mammas personnummer är 19121212-1212.",
        "Vår kund, 121212+1212, får inga fakturor.",
        "My client's personal identity number is 19121212-1212.",
        "Avtalet står på min man. Hans personnummer: 19121212-1212.",
    ],
)
def test_a_national_number_of_somebody_spoken_of_is_never_filed(text: str) -> None:
    assert filed(f"Hej!\n\n{text}\n\nMvh\nEva Ek\n") == {"Eva Ek": FactStatus.FILED, "19121212-1212": None}


@pytest.mark.parametrize(
    "text", ["Mitt personnummer är 19121212-1212.", "Jag flyttar med min man. Själv är jag 19121212-1212.", "Pnr 19121212-1212"]
)
def test_a_national_number_of_ones_own_is_filed(text: str) -> None:
    assert filed(f"Hej!\n\n{text}\n\nMvh\nEva Ek\n")["19121212-1212"] is FactStatus.FILED


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Fax: 08-465 004 12", "a fax number"),
        ("Ring mig på 070-174 06 05.", "asks to be called on it"),
        ("Mitt gamla nummer 070-174 06 05 är avstängt.", "no longer in use"),
        ("Någon ringde från 070-174 06 05 och sa sig vara från er.", "somebody else's, who is merely mentioned"),
        ("Jour 070-174 06 05 -> röstbrevlåda", "to be set up, changed or removed"),
    ],
)
def test_what_a_number_is_to_the_sender_is_kept_as_the_reason(text: str, reason: str) -> None:
    raw = RawMail(MailId("support", "INBOX", 1, 1), (HEAD + text).encode(), datetime(2026, 3, 5, tzinfo=UTC))
    assert [found.finding.reason for found in believed(read(raw, RULES)) if found.finding.kind is Kind.PHONE] == [reason]


def test_what_an_unauthenticated_sender_says_waits() -> None:
    head = HEAD.replace("dmarc=pass", "dmarc=fail")

    assert filed("Ni når mig på 070-174 06 05.\n\nMvh\nEva Ek\n", head)["+46701740605"] is FactStatus.WAITING


def test_what_stands_in_quoted_text_is_not_kept() -> None:
    quoted = "Tack!\n\nDen 3 mars 2026 skrev Bo Alm <bo@annan.example>:\n> Ring mig på 070-174 06 77.\n"

    assert "+46701740677" not in filed(quoted)


def test_what_people_should_not_have_sent_is_no_fact() -> None:
    assert filed("Mitt lösenord är Sommar#2026x, kan ni logga in?\n")["password"] is None
