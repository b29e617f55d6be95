"""The viewer of an ID image: by mouse, by keyboard, in both themes and languages, and without JavaScript."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.desk import browser as chromium
from tests.desk.office import Office
from tests.desk.test_id_images import receive
from tests.desk.test_in_a_browser import expect_no_violation, width_of
from tests.id_images import ACCESS, ORDINARY

NARROW = 320


def come(browser: Browser, office: Office, **how: object) -> tuple[BrowserContext, Page]:
    context = browser.new_context(**{"locale": "en", "viewport": {"width": 1280, "height": 900}} | how)  # type: ignore[arg-type]
    page = context.new_page()
    chromium.sign_in(page, office.address)
    return context, page


def open_image(page: Page, office: Office, image_id: int) -> None:
    page.goto(f"{office.address}/id-images/{image_id}")
    page.select_option("select[name=purpose]", "identity")
    page.click("form[action$='/open'] button")
    page.wait_for_load_state("load")  # the picture has come


def drawn_width(page: Page) -> int:
    return int(page.evaluate("document.querySelector('.viewer img').naturalWidth"))


def test_the_picture_turns_and_grows_by_buttons_and_by_keys(browser: Browser, office: Office) -> None:
    context, page = come(browser, office)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    open_image(page, office, receive(office, ACCESS))
    assert drawn_width(page) == 640
    stage = page.locator(".viewer-stage")
    before = stage.bounding_box()
    page.get_by_role("button", name="Turn right").click()
    page.get_by_role("button", name="Larger").click()
    assert stage.get_attribute("class") == "viewer-stage turned-1 larger-1"
    after = stage.bounding_box()
    assert before
    assert after
    assert after["width"] > 1.4 * before["width"]
    page.get_by_role("region", name="The image, which can be scrolled").focus()
    page.keyboard.press("<")
    page.keyboard.press("-")
    assert stage.get_attribute("class") == "viewer-stage turned-0 larger-0"
    assert complaints == []
    context.close()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_an_image_open_or_closed(browser: Browser, office: Office, scheme: str, language: str) -> None:
    context, page = come(browser, office, color_scheme=scheme, locale=language)
    for image_id in (receive(office, ACCESS), receive(office, ORDINARY, sender="nagon.annan@postlada.example")):
        page.goto(f"{office.address}/id-images/{image_id}")
        expect_no_violation(page, "closed")
        open_image(page, office, image_id)
        expect_no_violation(page, "open")
    page.goto(f"{office.address}/id-images")
    expect_no_violation(page, "queue")
    context.close()


def test_nothing_scrolls_sideways_on_a_narrow_screen(browser: Browser, office: Office) -> None:
    context, page = come(browser, office, viewport={"width": NARROW, "height": 700})
    open_image(page, office, receive(office, ACCESS))
    page.get_by_role("button", name="Larger").click()
    assert width_of(page) <= NARROW
    page.goto(f"{office.address}/id-images")
    assert width_of(page) <= NARROW
    context.close()


def test_without_javascript_it_is_a_plain_picture_and_everything_can_be_decided(browser: Browser, office: Office) -> None:
    image_id = receive(office, ACCESS)
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    chromium.sign_in(page, office.address)
    page.goto(f"{office.address}/id-images/{image_id}")
    page.select_option("select[name=purpose]", "identity")
    page.get_by_role("button", name="Open, and write it down").click()
    assert page.locator(".viewer img").is_visible()
    assert not page.get_by_role("button", name="Turn right").is_visible()
    page.get_by_role("button", name="Accept, and delete the image").click()
    assert "The image was deleted" in page.content()
    assert office.store.views.id_images.one(image_id) is None
    context.close()


def test_the_back_button_does_not_bring_the_picture_back(browser: Browser, office: Office) -> None:
    context, page = come(browser, office)
    open_image(page, office, receive(office, ACCESS))
    address = page.locator(".viewer img").get_attribute("src")
    assert address
    answer = page.request.get(office.address + address)
    assert answer.status == 404
    context.close()
