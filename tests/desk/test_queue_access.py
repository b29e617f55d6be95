"""Each role gets of the queues what the table says, and nothing else."""

import pytest

from desk.access import MAY, Action
from gdpr.people import Role
from tests.desk.visit import Visit

# Changes are tried on what does not exist: allowed means 404, not 403.
ROUTES = [
    ("GET", "/queues", Action.SEE_QUEUES),
    ("GET", "/incidents", Action.HANDLE_INCIDENTS),
    ("GET", "/incidents/999", Action.HANDLE_INCIDENTS),
    ("POST", "/incidents/999/notes", Action.HANDLE_INCIDENTS),
    ("GET", "/authority", Action.HANDLE_AUTHORITY),
    ("POST", "/authority/999/date", Action.HANDLE_AUTHORITY),
    ("POST", "/authority/999/answered", Action.HANDLE_AUTHORITY),
    ("GET", "/end-users", Action.SEE_QUEUES),
    ("POST", "/end-users/999/forwarded", Action.DECIDE_QUEUES),
    ("POST", "/end-users/999/our-own", Action.DECIDE_QUEUES),
    ("GET", "/suppressions", Action.SEE_QUEUES),
    ("POST", "/suppressions/requests/999", Action.DECIDE_QUEUES),
    ("POST", "/suppressions/999/lift", Action.DECIDE_QUEUES),
    ("GET", "/agreements", Action.SEE_QUEUES),
    ("POST", "/agreements/999/authorise", Action.DECIDE_QUEUES),
]
FIELDS = {"act": "facts", "reason": "skäl", "answer_by": "2026-04-01", "customer": "1", "signatory": "Eva Ek", "authority": "signatory"}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("method", "path", "action"), ROUTES)
def test_a_role_gets_what_the_table_says(colleagues: dict[str, Visit], role: Role, method: str, path: str, action: Action) -> None:
    visit = colleagues[role]
    visit.get("/")
    answer = visit.get(path) if method == "GET" else visit.post(path, **FIELDS)
    expected = {200, 404} if role in MAY[action] else {403}
    assert answer.status_code in expected


@pytest.mark.parametrize("role", list(Role))
def test_who_may_not_see_a_queue_is_not_led_to_it(colleagues: dict[str, Visit], role: Role) -> None:
    visit = colleagues[role]
    pages = visit.get("/").text + (visit.get("/queues").text if role in MAY[Action.SEE_QUEUES] else "")
    for path, action in (("/incidents", Action.HANDLE_INCIDENTS), ("/authority", Action.HANDLE_AUTHORITY), ("/queues", Action.SEE_QUEUES)):
        assert (f'href="{path}"' in pages) is (role in MAY[action])
