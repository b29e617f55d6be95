"""Nobody is led to a queue that they may not see."""

import pytest

from desk.access import MAY, Action
from gdpr.people import Role
from tests.desk.visit import Visit


@pytest.mark.parametrize("role", list(Role))
def test_who_may_not_see_a_queue_is_not_led_to_it(colleagues: dict[str, Visit], role: Role) -> None:
    visit = colleagues[role]
    pages = visit.get("/").text + (visit.get("/queues").text if role in MAY[Action.SEE_QUEUES] else "")
    for path, action in (("/incidents", Action.HANDLE_INCIDENTS), ("/authority", Action.HANDLE_AUTHORITY), ("/queues", Action.SEE_QUEUES)):
        assert (f'href="{path}"' in pages) is (role in MAY[action])
