"""What goes wrong is a page with one sentence, and no detail of the inside."""

import pytest

from desk.health import StoreFigures
from gdpr.store import StoreUnavailable
from storage.mail_views import MailViews
from tests.desk.office import Office
from tests.desk.visit import Visit


@pytest.mark.parametrize(
    "path", ["/nowhere", "/mails/999", "/mails/abc", f"/mails/{10**20}", "/customers/0", "/contacts/-1", "/requests/999"]
)
def test_what_is_not_there_says_so(colleagues: dict[str, Visit], path: str) -> None:
    answer = colleagues["agent"].get(path)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


def test_what_broke_is_told_without_its_words(
    office: Office, agent: Visit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("850709-9805 står i felet")

    monkeypatch.setattr(MailViews, "page", broken)
    answer = agent.get("/mails")
    assert answer.status_code == 500
    assert "Nothing is lost" in answer.text
    assert "850709" not in answer.text + capsys.readouterr().out
    assert answer.headers["x-frame-options"] == "DENY"
    assert agent.get("/requests").status_code == 200


def test_even_a_database_that_is_away_gets_a_page(agent: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise StoreUnavailable("away")

    monkeypatch.setattr("desk.visitor.signed_in", away)
    answer = agent.get("/mails")
    assert answer.status_code == 503
    assert "The database does not answer" in answer.text


def test_a_wrong_way_of_asking_is_a_page_too(agent: Visit) -> None:
    assert agent.get("/signout").status_code == 405
    assert "does not take that kind" in agent.get("/signout").text


def test_health_and_readiness_answer_without_signing_in(visitor: Visit) -> None:
    assert visitor.get("/healthz").json() == {"status": "ok"}
    assert visitor.get("/readyz").json() == {"status": "ok"}
    assert visitor.client.head("/healthz").status_code == 200


def test_it_is_not_ready_while_the_database_is_away(visitor: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> int:
        raise OSError("away")

    monkeypatch.setattr(MailViews, "newest", away)
    assert visitor.get("/readyz").status_code == 503
    assert visitor.get("/healthz").status_code == 200


def test_figures_count_by_route_and_hold_nothing_that_a_person_wrote(agent: Visit) -> None:
    agent.get("/mails/1")
    agent.get("/mails/2")
    agent.get("/hemlig@adress.example")
    text = agent.get("/metrics").text
    assert 'ombud_web_answers_total{route="/mails/{mail_id}",status="200"} 2.0' in text
    assert 'ombud_mails{outcome="filed"} 5.0' in text
    assert "ombud_quarantine_waiting 1.0" in text
    for word in ("hemlig", "Eva", "kajak", "@"):
        assert word not in text


def test_figures_come_from_the_store_at_the_moment_they_are_asked_for(office: Office) -> None:
    names = {metric.name for metric in StoreFigures(office.store, office.clock).collect()}
    assert {"ombud_mails", "ombud_requests_open", "ombud_mails_unaccounted"} <= names
