"""The pages of the queues in a browser: accessible, narrow, in both themes and languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.desk.browser import sign_in
from tests.desk.office import EVA, Office, mail

PAGES = ["/", "/queues", "/incidents", "/incidents/1", "/authority", "/end-users", "/suppressions", "/agreements"]
NARROW = 320


@pytest.fixture
def busy(office: Office) -> Office:
    """An office with something in every queue."""
    office.receive(mail(EVA, "Eva Ek", "Fel faktura", "Vi har fått någon annans faktura från er i dag, med namn och adress."))
    office.receive(
        mail("imy@imy.se", "Integritetsskyddsmyndigheten", "Tillsyn DI-2026-1", "Svara senast den 15 april 2026.", authentic=False)
    )
    hosted = "Jag har ett konto på webbutiken hattar.example, som ligger på era servrar. Jag vill att ni raderar alla mina uppgifter där."
    office.receive(mail("maja@brevlada.example", "Maja Alm", "Mina uppgifter", hosted))
    office.receive(mail(EVA, "Eva Ek", "Sluta", "Hej, jag vill inte ha mer reklam från er. Sluta skicka nyhetsbrev till mig."))
    unproved = mail("ulla@brevduva.example", "Ulla Ek", "Sluta", "Jag vill inte ha mer reklam från er, sluta skicka den.", authentic=False)
    office.receive(unproved)
    office.receive(mail(EVA, "Eva Ek", "PUB-avtal", "Hej, vi behöver teckna ett personuppgiftsbiträdesavtal med er."))
    return office


def expect_no_violation(page: Page, path: str) -> None:
    violations = Axe().run(page).response["violations"]
    assert [(violation["id"], node["html"][:120]) for violation in violations for node in violation["nodes"]] == [], path


@pytest.mark.parametrize(
    ("scheme", "language", "width"), [("light", "sv", 1280), ("dark", "en", 1280), ("light", "en", NARROW), ("dark", "sv", NARROW)]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, busy: Office, scheme: str, language: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=language)  # type: ignore[arg-type]
    page = context.new_page()
    sign_in(page, busy.address, "dpo")
    for path in PAGES:
        page.goto(busy.address + path)
        assert page.evaluate("document.documentElement.lang") == language
        expect_no_violation(page, path)
        for summary in page.locator("main summary").all():
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
