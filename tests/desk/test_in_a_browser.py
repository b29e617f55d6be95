"""What only a browser can tell: accessibility, narrow screens, the keyboard, and rows that come by themselves."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

from tests.desk import browser as chromium
from tests.desk.office import EVA, Office, mail

PAGES = [
    "/",
    "/mails",
    "/mails/1",
    "/mails/3",
    "/mails/5",
    "/mails?outcome=duplicate",
    "/customers",
    "/customers/1",
    "/contacts/1",
    "/contacts/2",
    "/unmatched",
    "/requests",
    "/requests/1",
    "/requests?kind=portability",
    "/id-images",
    "/outbox",
    "/outbox/1",
    "/outbox/2",
    "/letters",
    "/quarantine",
    "/nowhere",
]
OUTSIDE = ["/signin", "/signin/a-link"]
SCHEMES = ["light", "dark"]
LANGUAGES = ["sv", "en"]
NARROW = 320
REACHABLE = "a[href], button, input:not([type=hidden]), select, summary"
Contexts = dict[tuple[str, str], BrowserContext]


@pytest.fixture(scope="session")
def signed_in(browser: Browser, shared_office: Office) -> Iterator[Contexts]:
    """An agent at the desk, in each theme and language."""
    contexts = {(scheme, language): _context(browser, scheme, language) for scheme in SCHEMES for language in LANGUAGES}
    for context in contexts.values():
        chromium.sign_in(context.new_page(), shared_office.address)
    yield contexts
    for context in contexts.values():
        context.close()


def _context(browser: Browser, scheme: str = "light", language: str = "sv", width: int = 1280) -> BrowserContext:
    return browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=language)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_any_page(signed_in: Contexts, shared_office: Office, scheme: str, language: str) -> None:
    page = signed_in[scheme, language].pages[0]
    for path in PAGES:
        page.goto(shared_office.address + path)
        assert page.evaluate("document.documentElement.lang") == language
        expect_no_violation(page, path)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_before_signing_in(browser: Browser, shared_office: Office, scheme: str, language: str) -> None:
    context = _context(browser, scheme, language)
    page = context.new_page()
    for path in OUTSIDE:
        page.goto(shared_office.address + path)
        expect_no_violation(page, path)
    context.close()


def expect_no_violation(page: Page, path: str) -> None:
    """What axe finds on a page as it stands is nothing."""
    violations = Axe().run(page).response["violations"]
    found = [(violation["id"], node["html"][:120]) for violation in violations for node in violation["nodes"]]
    assert found == [], path


def test_nothing_scrolls_sideways_on_a_narrow_screen(browser: Browser, shared_office: Office) -> None:
    context = _context(browser, width=NARROW)
    page = context.new_page()
    chromium.sign_in(page, shared_office.address)
    for path in PAGES:
        page.goto(shared_office.address + path)
        for summary in page.locator("summary").all():
            summary.click()
        assert width_of(page) <= NARROW, path
        for mark in page.locator("mark a").all():
            mark.hover()
            assert width_of(page) <= NARROW, path
    context.close()


def test_the_policy_for_content_is_never_broken(signed_in: Contexts, shared_office: Office) -> None:
    page = signed_in["light", "sv"].new_page()
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if "404" not in message.text:
            complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    for path in PAGES:
        page.goto(shared_office.address + path)
    page.close()
    assert complaints == []


def test_every_page_can_be_walked_by_keyboard(signed_in: Contexts, shared_office: Office) -> None:
    page = signed_in["light", "en"].new_page()
    for path in PAGES:
        page.goto(shared_office.address + path)
        reachable = page.evaluate("css => [...document.querySelectorAll(css)].filter(e => e.checkVisibility()).length", REACHABLE)
        seen = _tab_through(page, reachable)
        assert len(seen) == reachable, path
        assert all(outlined for _, outlined in seen.values()), [text for text, outlined in seen.values() if not outlined]
    page.close()


def _tab_through(page: Page, count: int) -> dict[int, tuple[str, bool]]:
    """What gets the focus, one after the other: its text, and whether it shows."""
    seen: dict[int, tuple[str, bool]] = {}
    for _ in range(count):
        page.keyboard.press("Tab")
        index, text, outlined = page.evaluate("""() => {
            const e = document.activeElement, style = getComputedStyle(e);
            return [[...document.querySelectorAll('*')].indexOf(e), e.outerHTML.slice(0, 80), style.outlineStyle !== 'none'];
        }""")
        seen[index] = (text, outlined)
    return seen


def test_the_skip_link_leads_past_the_menu(signed_in: Contexts, shared_office: Office) -> None:
    page = signed_in["light", "en"].new_page()
    page.goto(f"{shared_office.address}/mails")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_a_finding_tells_its_kind_and_reason_to_the_keyboard(signed_in: Contexts, shared_office: Office) -> None:
    page = signed_in["light", "en"].new_page()
    page.goto(f"{shared_office.address}/mails/1")
    link = page.locator("mark.phone a")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.locator(".tip").is_visible()
    page.keyboard.press("Enter")
    assert "#finding-" in page.url
    page.close()


def test_a_new_mail_comes_by_itself_and_moves_neither_focus_nor_scroll(browser: Browser, office: Office) -> None:
    for number in range(30):
        office.receive(mail(EVA, "Eva Ek", f"Äldre {number}", f"Hej {number}"))
    context = _context(browser, language="en")
    page = context.new_page()
    chromium.sign_in(page, office.address)
    page.goto(f"{office.address}/mails")
    page.locator("#q").fill("eva")
    page.evaluate("window.scrollTo(0, 300)")
    row = page.locator("tr", has_text="Äldre 12").first
    before = _top(row)
    office.receive(mail(EVA, "Eva Ek", "Alldeles nytt", "Hej"))
    page.get_by_text("Alldeles nytt").wait_for(state="attached", timeout=3000)
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.locator("#q").input_value() == "eva"
    assert page.locator("#announcement").text_content() == "1 new mail"
    assert abs(_top(row) - before) < 1
    office.receive(mail(EVA, "Eva Ek", "Och ett till", "Hej"))
    page.get_by_text("Och ett till").wait_for(state="attached", timeout=3000)
    assert page.get_by_text("Alldeles nytt").count() == 1
    context.close()


def test_paper_is_white_even_where_the_screen_is_dark(signed_in: Contexts, shared_office: Office) -> None:
    page = signed_in["dark", "sv"].new_page()
    page.goto(f"{shared_office.address}/requests/1")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(28, 34, 38)"
    assert not page.locator("nav").first.is_visible()
    page.close()


def test_a_search_changes_the_page_in_place_and_keeps_the_address(signed_in: Contexts, shared_office: Office) -> None:
    page = signed_in["light", "en"].new_page()
    page.goto(f"{shared_office.address}/mails")
    page.fill("#q", "ina@")
    page.keyboard.press("Enter")
    page.get_by_text("Mina uppgifter").wait_for(state="detached")
    assert page.get_by_text("Radera mig").is_visible()
    assert page.url == f"{shared_office.address}/mails"
    assert page.evaluate("document.activeElement.id") == "q"
    page.close()


def width_of(page: Page) -> int:
    """How wide the page is, in pixels."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def _top(row: Locator) -> float:
    return float(row.evaluate("row => row.getBoundingClientRect().top"))


def test_everything_works_without_javascript(browser: Browser, office: Office) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    chromium.sign_in(page, office.address)
    page.goto(f"{office.address}/mails")
    page.fill("#q", "eva@kajak")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Mina uppgifter").click()
    page.locator("summary").first.click()
    page.locator("select[name=purpose]").first.select_option("identity")
    page.get_by_role("button", name="Show, and write it down").click()
    assert "19850709-9805" in page.content()
    page.get_by_role("button", name="Sign out").click()
    assert page.url.endswith("/signin")
    context.close()
