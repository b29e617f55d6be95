"""An end user of a hosted site is told from our own customer (GDPR Art. 28(3)(e))."""

import pytest

from detectors.passage import Passage
from gdpr.end_user import end_user
from gdpr.message import Message

END_USERS = (
    ("Jag har ett konto på webbutiken hattar.example, som ligger på era servrar. Radera mina uppgifter där.", "hattar.example"),
    ("Forumet prat.example hostas av ftech. Jag vill ha ut allt som finns om mig.", "prat.example"),
    ("En av era kunder driver sajten kort.example och jag vill att ni tar bort mitt namn.", "kort.example"),
    ("I am a user of hats.example, a site hosted by you. Delete my account data.", "hats.example"),
    ("One of your customers runs the shop hats.example. Please send me my data.", "hats.example"),
)
CUSTOMERS = (
    "Vi har webbhotell hos er och vår webbplats kajak.example ligger på era servrar. Radera alla mina uppgifter.",
    "Jag är kund hos er. Vilka uppgifter finns om mig på er webbplats?",
    "Radera mig ur ert kundregister.",
    "Please delete my data from your site.",
    "We host our shop with you, hats.example is hosted by you. Delete our account.",
)


def said(text: str) -> Message:
    return Message(text=text, passages=(Passage(text),))


@pytest.mark.parametrize(("text", "site"), END_USERS)
def test_an_end_user_is_told_by_the_hosting_relation_and_the_site_is_named(text: str, site: str) -> None:
    found = end_user(said(text), ("ftech.se",))
    assert found is not None
    assert found.site == site


@pytest.mark.parametrize("text", CUSTOMERS)
def test_our_own_customers_and_who_means_our_own_site_are_no_end_users(text: str) -> None:
    assert end_user(said(text), ("ftech.se",)) is None
