"""Which pictures of a mail are held to be read: any that may show a document, wherever it stands, but none of a robot's."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from gdpr.message import MailId, RawMail
from gdpr.records import Outcome
from ingest.pipeline import process, read
from storage.store import SqlStore
from tests.id_images import ACCESS, NOON, ORDINARY, RULES, mail, picture, register_eva

PICTURE = picture()


def candidates(content: bytes) -> list[tuple[str, bytes]]:
    raw = RawMail(MailId("support", "INBOX", 7, 1), content, NOON)
    return [(file.part, file.content) for file in read(raw, RULES).id_candidates]


def test_a_picture_is_a_candidate_whatever_its_name_says() -> None:
    content = mail(ACCESS, PICTURE).replace(b"image/jpeg", b"application/octet-stream").replace(b"IMG_1.jpeg", b"faktura.txt")
    assert candidates(content) == [("2", PICTURE)]


def test_one_in_a_forwarded_mail_is_a_candidate_too() -> None:
    outer = EmailMessage(policy=policy.SMTP)
    outer["From"], outer["Subject"] = "eva@kund.example", "VB: passet"
    outer.set_content("Se nedan.")
    outer.add_attachment(message_from_bytes(mail(ORDINARY, PICTURE), policy=policy.SMTP))
    assert candidates(outer.as_bytes()) == [("2.2", PICTURE)]


def test_a_mail_without_a_picture_and_a_robots_picture_are_not_looked_at() -> None:
    assert candidates(mail(ORDINARY)) == []
    assert candidates(b"Auto-Submitted: auto-replied\r\n" + mail(ORDINARY, PICTURE)) == []


def test_filed_by_the_pipeline_it_is_held_for_the_request_of_its_mail(store: SqlStore) -> None:
    register_eva(store)
    assert process(RawMail(MailId("support", "INBOX", 7, 1), mail(ACCESS, PICTURE), NOON), RULES, store, NOON) is Outcome.FILED
    (image,) = store.views.id_images.held()
    assert image.request_id == store.views.requests.open()[0].id
    with store.transaction() as tx:
        assert tx.id_images.content(image.id) == PICTURE
