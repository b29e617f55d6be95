"""The mails that broke on the way."""

from gdpr.records import Outcome
from tests.desk.office import Office
from tests.desk.visit import Visit


def test_a_mail_says_where_and_why_it_broke(colleagues: dict[str, Visit]) -> None:
    text = colleagues["operator"].get("/quarantine").text
    assert "While it was parsed" in text
    assert "ValueError in parse.py:7" in text


def test_a_manager_looks_and_decides_nothing(colleagues: dict[str, Visit]) -> None:
    text = colleagues["manager"].get("/quarantine").text
    assert "While it was parsed" in text
    assert "Try again" not in text


def test_a_retried_mail_leaves_the_quarantine(office: Office, agent: Visit) -> None:
    agent.get("/quarantine")
    answer = agent.post("/quarantine/1/retry")
    assert answer.headers["location"] == "/quarantine?retried=filed"
    assert "ended as: Filed" in agent.get("/quarantine?retried=filed").text
    assert office.store.views.quarantine.count() == 0


def test_a_mail_is_discarded_for_a_named_reason_only(office: Office, agent: Visit) -> None:
    agent.get("/quarantine")
    assert agent.post("/quarantine/1/discard", reason="för att").status_code == 400
    assert office.store.views.quarantine.count() == 1
    assert agent.post("/quarantine/1/discard", reason="spam").status_code == 303
    assert office.store.views.quarantine.count() == 0
    assert "Nothing waits here" in agent.get("/quarantine").text


def test_a_discarded_mail_is_still_counted(office: Office, agent: Visit) -> None:
    agent.get("/quarantine")
    before = office.store.views.mails.counts()[Outcome.QUARANTINED]
    agent.post("/quarantine/1/discard", reason="spam")
    assert office.store.views.mails.counts()[Outcome.QUARANTINED] == before


def test_what_somebody_decided_already_is_not_decided_twice(agent: Visit) -> None:
    agent.get("/quarantine")
    agent.post("/quarantine/1/discard", reason="spam")
    assert agent.post("/quarantine/1/retry").status_code == 404
