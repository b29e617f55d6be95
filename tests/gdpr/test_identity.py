"""How sure we are who asks, kind by kind, and whom nobody may ask at all."""

from datetime import UTC, datetime, timedelta

import pytest

from gdpr.identity import (
    CHECKLIST,
    Capacity,
    Doubt,
    Item,
    Method,
    Subject,
    cool_off_until,
    doubts,
    items_for,
    may_ask,
    may_disclose,
    needed,
    not_shown,
    sufficient,
)
from gdpr.requests import RequestKind

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
KNOWN = Subject(authenticated=True, address_since=NOW - timedelta(days=900))
NO_CHECK = (
    RequestKind.OBJECTION,
    RequestKind.WITHDRAW_CONSENT,
    RequestKind.MARKETING_OPTOUT,
    RequestKind.DPA,
    RequestKind.DPO_QUESTION,
    RequestKind.POLICY_QUESTION,
    RequestKind.COMPLAINT,
)


@pytest.mark.parametrize("kind", NO_CHECK)
@pytest.mark.parametrize("mode", ["policy", "risk_based"])
def test_nobody_is_asked_who_says_no_or_asks_a_question(kind: RequestKind, mode: str) -> None:
    assert not any(may_ask(mode, kind, Subject(), doubt) for doubt in ("", *Doubt))  # type: ignore[arg-type]
    assert sufficient((), kind, Subject())


def test_only_the_policy_asks_without_a_doubt_and_only_before_a_copy() -> None:
    assert may_ask("policy", RequestKind.ACCESS, KNOWN, "")
    assert not may_ask("risk_based", RequestKind.ACCESS, KNOWN, "")
    assert not may_ask("policy", RequestKind.ERASURE, KNOWN, "")


def test_a_doubt_that_is_on_no_list_is_none() -> None:
    assert not may_ask("policy", RequestKind.ERASURE, KNOWN, "a funny feeling")


@pytest.mark.parametrize(
    ("kind", "subject", "rung"),
    [
        (RequestKind.ACCESS, Subject(holds_sensitive=True), 2),
        (RequestKind.ACCESS, Subject(holds_sensitive=False), 1),
        (RequestKind.ERASURE, Subject(), 1),
        (RequestKind.ERASURE, Subject(services=True), 2),
        (RequestKind.RECTIFICATION, Subject(), 2),
        (RequestKind.RESTRICTION, Subject(protected=True), 2),
        (RequestKind.MARKETING_OPTOUT, Subject(protected=True), 0),
    ],
)
def test_the_more_harm_a_mistake_does_the_more_must_be_shown(kind: RequestKind, subject: Subject, rung: int) -> None:
    assert needed(kind, subject) == rung


def test_an_image_proves_nothing_where_an_identity_is_protected() -> None:
    protected = Subject(protected=True)
    assert not sufficient({Method.ID_IMAGE, Method.REGISTERED_POST}, RequestKind.ACCESS, protected)
    assert sufficient({Method.BANKID}, RequestKind.ACCESS, protected)
    assert items_for(protected) == (Item.LOG_IN,)


def test_the_mildest_way_is_asked_for_first() -> None:
    assert items_for(KNOWN)[0] is Item.CONFIRM_ON_FILE
    assert items_for(KNOWN)[-1] is Item.ID_IMAGE


def test_a_checked_mail_from_the_address_on_file_leaves_no_doubt() -> None:
    assert doubts(KNOWN) == ()
    assert doubts(Subject()) == (Doubt.SENDER_NOT_CHECKED, Doubt.ADDRESS_NOT_ON_FILE)
    assert Doubt.TWO_ADDRESSES in doubts(Subject(authenticated=True, address_since=NOW, shares_address=True))


def test_nothing_is_disclosed_to_an_address_that_changed_this_week() -> None:
    changed = Subject(address_since=NOW, address_changed=True)
    assert cool_off_until(changed, 7) == NOW + timedelta(days=7)
    assert not may_disclose(changed, NOW + timedelta(days=6, hours=23), 7)
    assert may_disclose(changed, NOW + timedelta(days=7), 7)
    assert may_disclose(KNOWN, NOW, 7)


def test_nothing_is_disclosed_to_an_address_that_is_not_on_file() -> None:
    assert not may_disclose(Subject(authenticated=True), NOW, 7)


@pytest.mark.parametrize("capacity", Capacity)
def test_a_representative_shows_who_both_are_and_that_they_may_ask(capacity: Capacity) -> None:
    whole = {"principal_checked", "agent_checked", *CHECKLIST[capacity]}
    assert not_shown(capacity, whole) == ()
    for item in whole:
        assert not_shown(capacity, whole - {item}) == (item,)
