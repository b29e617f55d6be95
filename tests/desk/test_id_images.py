"""An ID image is opened for a purpose, seen once, decided about, and gone."""

import re
from collections.abc import Callable

import httpx
import pytest
from sqlalchemy import select

from detectors.id_document import IdReading, Verdict
from gdpr.message import MailId, RawMail
from storage.id_image_tables import id_images
from storage.tables import audit
from tests.desk.office import EVA, Office
from tests.desk.visit import Visit
from tests.id_images import ACCESS, ORDINARY, PASSPORT, file, hold, mail, picture

PICTURE = re.compile(r'src="(/id-images/\d+/picture/[^"]+)"')
READ_AS_EVA = PASSPORT


@pytest.fixture
def held(office: Office) -> int:
    """Eva asked for her data again and sent her passport, which was read."""
    return receive(office, ACCESS)


def receive(office: Office, text: str, sender: str = EVA, reading: IdReading = READ_AS_EVA) -> int:
    office.uid += 1
    raw = RawMail(MailId("support", "INBOX", 7, office.uid), mail(text, picture(), sender=sender, number=office.uid), office.now)
    file(office.store, raw, office.now)
    return hold(office.store, reading, office.now)


def opened(visit: Visit, image_id: int, purpose: str = "identity") -> httpx.Response:
    visit.get(f"/id-images/{image_id}")
    return visit.post(f"/id-images/{image_id}/open", purpose=purpose)


def address_of_picture(answer: httpx.Response) -> str:
    found = PICTURE.search(answer.text)
    assert found, answer.text
    return found[1]


def trail(office: Office, image_id: int) -> list[str]:
    with office.store.engine.connect() as connection:
        return list(
            connection.execute(select(audit.c.action).where(audit.c.subject == f"id_image/{image_id}").order_by(audit.c.id)).scalars()
        )


def test_the_queue_says_what_waits_and_nothing_of_what_it_shows(office: Office, agent: Visit, held: int) -> None:
    text = agent.get("/id-images").text
    assert "Passport" in text
    assert "Waits for a person: an identity document" in text
    assert "when the request ends" in text
    assert "1985" not in text
    assert "<b>1</b> <span>ID images to check</span>" in agent.get("/").text


def test_nothing_is_shown_before_somebody_says_what_for(office: Office, agent: Visit, held: int) -> None:
    closed = agent.get(f"/id-images/{held}").text
    assert "<img" not in closed
    assert "EVA EK" not in closed
    assert agent.post(f"/id-images/{held}/open", purpose="curiosity").status_code == 400
    assert "id_image:opened" not in trail(office, held)


def test_what_was_read_stands_beside_what_is_on_file_without_the_number(agent: Visit, held: int) -> None:
    text = opened(agent, held).text
    assert "EVA EK" in text
    assert "Eva Ek" in text
    assert text.count("agrees") >= 5
    assert "9805" not in text


def test_the_picture_is_served_once_as_a_fresh_jpeg_that_nobody_keeps(office: Office, agent: Visit, held: int) -> None:
    address = address_of_picture(opened(agent, held))
    answer = agent.client.get(address)
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.content.startswith(b"\xff\xd8\xff")
    assert "no-store" in answer.headers["cache-control"]
    assert answer.headers["content-disposition"] == "inline"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert agent.client.get(address).status_code == 404
    assert trail(office, held)[-2:] == ["id_image:opened", "id_image:shown"]


def test_the_address_of_a_picture_is_of_no_use_to_a_colleague(agent: Visit, come: Callable[..., Visit], held: int) -> None:
    address = address_of_picture(opened(agent, held))
    officer = come().sign_in("dpo")
    assert officer.get(address).status_code == 404
    assert come().get(address).status_code == 303
    assert agent.client.get(address).status_code == 200


def test_every_view_is_on_record_with_who_and_what_for(office: Office, agent: Visit, held: int) -> None:
    opened(agent, held)
    opened(agent, held, "second_look")
    with office.store.engine.connect() as connection:
        entries = connection.execute(select(audit.c.actor, audit.c.details).where(audit.c.action == "id_image:opened")).all()
    assert [details["purpose"] for _, details in entries] == ["identity", "second_look"]
    assert {actor for actor, _ in entries} == {"user/1"}


def test_accepted_it_is_gone_and_the_note_stays(office: Office, agent: Visit, held: int) -> None:
    opened(agent, held)
    assert agent.post(f"/id-images/{held}/accept").headers["location"] == "/id-images?done=accepted"
    assert "Done: Accepted. The image was deleted." in agent.get("/id-images?done=accepted").text
    assert agent.get(f"/id-images/{held}").status_code == 404
    with office.store.engine.connect() as connection:
        row = connection.execute(select(id_images).where(id_images.c.id == held)).one()
    assert (row.state, row.end, row.document, row.decided_by) == ("deleted", "accepted", "passport", "user/1")
    assert row.deleted_at is not None
    page = agent.get(f"/requests/{row.request_id}").text
    assert "Agreed: Document, Name, Date of birth" in page
    assert "Deleted" in page
    (note,) = office.store.views.id_images.notes(row.request_id)
    assert note.matched == ("document", "name", "birth_date", "valid", "sender", "national_number")


def test_nobody_accepts_what_they_have_not_opened(office: Office, agent: Visit, held: int) -> None:
    agent.get(f"/id-images/{held}")
    answer = agent.post(f"/id-images/{held}/accept")
    assert answer.status_code == 409
    assert "Open the image before you decide" in answer.text
    assert office.store.views.id_images.one(held) is not None


def test_what_does_not_agree_needs_a_reason(office: Office, agent: Visit) -> None:
    held = receive(office, ACCESS, reading=IdReading(Verdict.UNREADABLE, reason="too_slow"))
    page = opened(agent, held)
    assert "Not every field agrees. What makes you sure?" in page.text
    assert agent.post(f"/id-images/{held}/accept").status_code == 409
    assert agent.post(f"/id-images/{held}/accept", assurance="because").status_code == 400
    opened(agent, held)
    assert agent.post(f"/id-images/{held}/accept", assurance="read_by_eye").status_code == 303


@pytest.mark.parametrize(("way", "end"), [("reject", "rejected"), ("ask-again", "asked_again")])
def test_rejected_it_is_gone_as_well(office: Office, agent: Visit, held: int, way: str, end: str) -> None:
    opened(agent, held)
    assert agent.post(f"/id-images/{held}/{way}", reason="expired").headers["location"] == f"/id-images?done={end}"
    assert office.store.views.id_images.one(held) is None


def test_one_that_nobody_asked_for_is_used_only_by_a_persons_word(office: Office, agent: Visit) -> None:
    receive(office, ACCESS)
    held = receive(office, ORDINARY, sender="evas.andra@postlada.example")
    page = opened(agent, held).text
    assert "Nobody asked this person for an image" in page
    assert "Accept, and delete" not in page
    request_id = office.store.views.requests.open()[0].id
    assert agent.post(f"/id-images/{held}/assign", request_id="999").status_code == 404
    assert agent.post(f"/id-images/{held}/assign", request_id=str(request_id)).status_code == 303
    assert "another address than the request came from" in opened(agent, held).text


def test_a_mail_that_still_holds_the_image_is_a_task(office: Office, agent: Visit, held: int) -> None:
    opened(agent, held)
    agent.post(f"/id-images/{held}/accept")
    text = agent.get("/id-images").text
    assert "Still in a mailbox" in text
    assert "not looked yet" in text


def test_a_picture_that_cannot_be_drawn_is_no_error_of_ours(office: Office, agent: Visit) -> None:
    office.uid += 1
    content = mail(ACCESS, b"\xff\xd8\xff" + bytes(5000), sender=EVA, number=7)
    broken = RawMail(MailId("support", "INBOX", 7, office.uid), content, office.now)
    file(office.store, broken, office.now)
    held = hold(office.store, IdReading(Verdict.UNREADABLE, reason="broken"), office.now)
    assert agent.client.get(address_of_picture(opened(agent, held))).status_code == 404
