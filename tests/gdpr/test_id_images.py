"""What a check compares, and how long an ID image may be held."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from detectors.id_document import IdDocument, IdFields
from gdpr.id_image_records import IdSubject, OpenRequest
from gdpr.id_images import Result, birth_date_of, compare, delete_after, in_doubt, request_for, same_name

RECEIVED = date(2026, 3, 5)
EVA = IdSubject(("Eva Ek",), date(1985, 7, 9), "19850709-9805", False, "eva@kund.example", True, "eva@kund.example")
READ = IdFields("EVA EK", date(1985, 7, 9), "19850709-9805", date(2030, 1, 1))


def result(
    name: str, read: IdFields = READ, subject: IdSubject = EVA, document: IdDocument | None = IdDocument.PASSPORT
) -> tuple[str, str]:
    """How the comparison of one field ended, and why."""
    (check,) = [check for check in compare(read, subject, RECEIVED, document) if check.name == name]
    return check.result, check.reason


def test_everything_agrees() -> None:
    assert in_doubt(compare(READ, EVA, RECEIVED, IdDocument.PASSPORT)) == ()


@pytest.mark.parametrize(
    ("read", "on_file"),
    [
        ("EVA EK", "Eva Ek"),
        ("EK EVA", "Eva Ek"),
        ("EK, EVA MARIA", "Eva Ek"),
        ("ÅSA ÖBERG", "åsa öberg"),
        ("AASA OEBERG", "Åsa Öberg"),
        ("ASA OBERG", "Åsa Öberg"),
        ("RENÉE LINDÉN", "Renee Linden"),
        ("SØREN ÆRØ", "Sören Aerö"),
        ("LARS-ERIK AL-HAKIM", "Lars Erik Al Hakim"),
        ("PAER DANIELSSON", "Pär Danielsson"),
        ("D'ANGELO MARIA", "Maria Dangelo"),
    ],
)
def test_a_name_is_the_same_whatever_case_accents_and_order(read: str, on_file: str) -> None:
    assert same_name(read, on_file)


@pytest.mark.parametrize(
    ("read", "on_file"),
    [("EVA EK", "Eva Berg"), ("EVA EK", "Eva"), ("EK", "Eva Ek"), ("EVA", "Ek"), ("ANNA EK", "Eva Ek"), ("EVA EKLUND", "Eva Ek")],
)
def test_a_name_that_differs_or_is_half_is_not_the_same(read: str, on_file: str) -> None:
    assert not same_name(read, on_file)


@pytest.mark.parametrize(
    ("field", "read", "expected"),
    [
        ("name", replace(READ, name="ANNA BERG"), ("mismatch", "another_name")),
        ("name", replace(READ, name=""), ("unknown", "not_read")),
        ("birth_date", replace(READ, birth_date=date(1985, 7, 8)), ("mismatch", "another_day")),
        ("birth_date", replace(READ, birth_date=None), ("unknown", "not_read")),
        ("valid", replace(READ, expires_on=date(2026, 3, 5)), ("match", "valid")),
        ("valid", replace(READ, expires_on=date(2026, 3, 4)), ("mismatch", "expired")),
        ("valid", replace(READ, expires_on=None), ("unknown", "not_read")),
        ("national_number", replace(READ, national_number="850709-9805"), ("match", "same")),
        ("national_number", replace(READ, national_number="19121212-1212"), ("mismatch", "another_number")),
        ("national_number", replace(READ, national_number=""), ("unknown", "not_read")),
    ],
)
def test_each_field_that_does_not_agree_has_its_reason(field: str, read: IdFields, expected: tuple[str, str]) -> None:
    assert result(field, read) == expected


@pytest.mark.parametrize(
    ("field", "subject", "expected"),
    [
        ("name", replace(EVA, names=()), ("unknown", "not_on_file")),
        ("name", replace(EVA, names=("Eva Berg", "Eva Ek")), ("match", "same")),
        ("birth_date", replace(EVA, birth_date=None), ("unknown", "not_on_file")),
        ("sender", replace(EVA, image_sender="evas.nya@postlada.example"), ("mismatch", "another_address")),
        ("sender", replace(EVA, image_authenticated=False), ("unknown", "sender_not_checked")),
    ],
)
def test_what_is_not_on_file_or_came_another_way_is_never_a_match(field: str, subject: IdSubject, expected: tuple[str, str]) -> None:
    assert result(field, READ, subject) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (IdDocument.ID_CARD, ("match", "accepted")),
        (IdDocument.DRIVING_LICENCE, ("match", "accepted")),
        (IdDocument.RESIDENCE_PERMIT, ("mismatch", "not_accepted")),
        (None, ("unknown", "not_recognised")),
    ],
)
def test_only_documents_of_the_list_are_accepted(document: IdDocument | None, expected: tuple[str, str]) -> None:
    assert result("document", document=document) == expected


def test_a_number_is_compared_only_if_the_profile_has_one() -> None:
    assert "national_number" not in [check.name for check in compare(READ, replace(EVA, national_number=""), RECEIVED, IdDocument.PASSPORT)]


@pytest.mark.parametrize(
    ("number", "born"),
    [("19850709-9805", date(1985, 7, 9)), ("19701063-2391", date(1970, 10, 3)), ("850709-****", None), ("", None), ("19859909-9805", None)],
)
def test_a_birth_date_is_told_by_a_full_number(number: str, born: date | None) -> None:
    assert birth_date_of(number) == born


def test_an_image_is_for_the_request_that_needs_the_surest_identity() -> None:
    erasure, access, later, optout = (
        OpenRequest(number, kind, "") for number, kind in ((1, "erasure"), (2, "access"), (3, "portability"), (4, "marketing_optout"))
    )
    assert request_for([erasure, access, later, optout]) == access
    assert request_for([optout, erasure]) == erasure


@pytest.mark.parametrize(
    "kind", ["marketing_optout", "dpa", "dpo_question", "policy_question", "objection", "withdraw_consent", "complaint"]
)
def test_nobody_asks_for_an_image_with_a_request_that_needs_no_identity(kind: str) -> None:
    assert request_for([OpenRequest(1, kind, "")]) is None


def test_an_image_that_nobody_asked_for_is_kept_for_a_day() -> None:
    kept_at = datetime(2026, 3, 28, 12, tzinfo=UTC)  # the clocks change in the night
    assert delete_after(kept_at, 24, asked_for=False) == datetime(2026, 3, 29, 12, tzinfo=UTC)
    assert delete_after(kept_at, 24, asked_for=True) is None


def test_a_doubt_is_what_does_not_match() -> None:
    checks = compare(replace(READ, name=""), EVA, RECEIVED, None)
    assert in_doubt(checks) == ("document", "name")
    assert {check.result for check in checks if check.name not in in_doubt(checks)} == {Result.MATCH}
