"""Each role gets what the table says, and nothing else."""

import pytest

from desk.access import MAY, Action, Actor, NotAllowedError, require
from gdpr.people import Role
from tests.desk.queue_routes import QUEUE_ROUTES
from tests.desk.visit import Visit

# Every page and change, with the action it needs. Changes are tried on what does not exist: allowed means 404, not 403.
ROUTES = [
    ("GET", "/", Action.SEE_START),
    ("GET", "/mails", Action.SEE_MAILS),
    ("POST", "/mails/search", Action.SEE_MAILS),
    ("GET", "/mails/newer/0", Action.SEE_MAILS),
    ("GET", "/mails/1", Action.SEE_MAILS),
    ("POST", "/mails/999/findings/1/reveal", Action.REVEAL),
    ("GET", "/customers", Action.SEE_CUSTOMERS),
    ("POST", "/customers/search", Action.SEE_CUSTOMERS),
    ("GET", "/customers/1", Action.SEE_CUSTOMERS),
    ("GET", "/contacts/1", Action.SEE_CUSTOMERS),
    ("POST", "/contacts/999/facts/1", Action.DECIDE_FACTS),
    ("POST", "/contacts/999/facts/1/reveal", Action.REVEAL),
    ("GET", "/unmatched", Action.MERGE),
    ("POST", "/contacts/999/candidates", Action.MERGE),
    ("POST", "/contacts/999/merge", Action.MERGE),
    ("POST", "/contacts/999/dismiss", Action.MERGE),
    ("POST", "/contacts/999/merges/1/undo", Action.MERGE),
    ("GET", "/requests", Action.SEE_REQUESTS),
    ("GET", "/requests/1", Action.SEE_REQUESTS),
    ("GET", "/id-images", Action.CHECK_ID_IMAGES),
    ("GET", "/id-images/999", Action.CHECK_ID_IMAGES),
    ("POST", "/id-images/999/open", Action.CHECK_ID_IMAGES),
    ("GET", "/id-images/999/picture/token", Action.CHECK_ID_IMAGES),
    ("POST", "/id-images/999/accept", Action.CHECK_ID_IMAGES),
    ("POST", "/id-images/999/reject", Action.CHECK_ID_IMAGES),
    ("POST", "/id-images/999/ask-again", Action.CHECK_ID_IMAGES),
    ("POST", "/id-images/999/assign", Action.CHECK_ID_IMAGES),
    ("GET", "/outbox", Action.SEE_LETTERS),
    ("GET", "/letters", Action.SEE_LETTERS),
    ("GET", "/outbox/999", Action.SEE_LETTERS),
    ("POST", "/outbox/999/send", Action.DECIDE_LETTERS),
    ("POST", "/outbox/999/discard", Action.DECIDE_LETTERS),
    ("POST", "/outbox/999/complete", Action.DECIDE_LETTERS),
    ("GET", "/quarantine", Action.SEE_QUARANTINE),
    ("POST", "/quarantine/999/retry", Action.DECIDE_QUARANTINE),
    ("POST", "/quarantine/999/discard", Action.DECIDE_QUARANTINE),
]
FIELDS = {"purpose": "identity", "verdict": "confirm", "into": "998", "other": "998", "reason": "spam", "request_id": "1"}
OTHER_LISTS = {
    "id-images": {"reason": "expired"},
    "outbox": {"reason": "not_needed"},
    "incidents": {"act": "facts"},
    "authority": {"answer_by": "2026-04-01"},
    "end-users": {"customer": "1"},
    "agreements": {"signatory": "Eva Ek", "authority": "signatory"},
}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("method", "path", "action"), [*ROUTES, *QUEUE_ROUTES])
def test_a_role_gets_what_the_table_says(colleagues: dict[str, Visit], role: Role, method: str, path: str, action: Action) -> None:
    visit = colleagues[role]
    visit.get("/")
    answer = visit.get(path) if method == "GET" else visit.post(path, **FIELDS | OTHER_LISTS.get(path.split("/")[1], {}))
    expected = {200, 404} if role in MAY[action] else {403}
    assert answer.status_code in expected


def test_every_action_has_somebody_who_may_do_it() -> None:
    assert set(MAY) == set(Action)
    assert all(MAY.values())


def test_roles_add_up() -> None:
    both = Actor(1, "kim", frozenset({Role.BOOKKEEPING, Role.OPERATOR}))
    assert both.may(Action.SEE_CUSTOMERS)
    assert both.may(Action.SEE_QUARANTINE)
    with pytest.raises(NotAllowedError, match="agent"):
        require(both, Action.REVEAL)


def test_the_menu_shows_only_what_may_be_opened(colleagues: dict[str, Visit]) -> None:
    operator = colleagues["operator"].get("/").text
    assert 'href="/quarantine"' in operator
    assert 'href="/mails"' not in operator
    assert 'href="/customers"' not in operator
