"""Whole mails: what is declined, taken back, imagined, quoted or sold asks for nothing; several rights are all heard."""

from pathlib import Path

import pytest

from gdpr.routing import request_kinds
from gdpr.screening import screen
from ingest.parse import parse

MAILS = Path(__file__).parents[1] / "mail" / "requests"

EXPECTED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("declined.eml", ()),
    ("taken-back.eml", ()),
    ("only-quoted.eml", ()),
    ("sales-pitch.eml", ()),
    ("administrator-removes-user.eml", ()),
    ("imagined.eml", ("policy_question",)),
    ("subject-only.eml", ("access",)),
    ("several-rights.eml", ("access", "erasure", "marketing_optout")),
    ("privacy-service.eml", ("erasure",)),
    ("addressed-to-the-officer.eml", ("access",)),
    ("html-only.eml", ("withdraw_consent",)),
)


@pytest.mark.parametrize(("name", "kinds"), EXPECTED)
def test_a_mail_asks_for_just_this(name: str, kinds: tuple[str, ...]) -> None:
    message = parse((MAILS / name).read_bytes())
    assert tuple(found.kind.value for found in request_kinds(message)) == kinds
    assert not screen(message).auto


def test_every_mail_of_the_folder_is_expected_to_ask_for_something_or_nothing() -> None:
    assert {path.name for path in MAILS.glob("*.eml")} == {name for name, _ in EXPECTED}
