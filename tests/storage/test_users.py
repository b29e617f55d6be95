"""Who may sign in; nothing that opens a door lies in the database."""

from datetime import timedelta

import pytest

from gdpr.people import Role
from storage.store import SqlStore
from storage.users import FAILURES_ALLOWED, FAILURES_WITHIN, LINK_LIFE, SESSION_LIFE, UserError
from tests.storage.cast import NOON, later

PASSWORD = "en lång och trygg fras"
SECOND = timedelta(seconds=1)


def rows(store: SqlStore, table: str) -> list[tuple[object, ...]]:
    with store.engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]


def test_a_user_signs_in_with_the_right_password_alone(store: SqlStore) -> None:
    with store.transaction() as tx:
        alva = tx.users.add("Alva", [Role.AGENT, Role.DPO], NOON, PASSWORD)

        assert tx.users.with_password("alva", PASSWORD) == alva
        assert tx.users.with_password("Alva", PASSWORD + "x") is None
        assert tx.users.with_password("Nina", PASSWORD) is None
    assert alva.roles == {Role.AGENT, Role.DPO}
    assert alva.actor == f"user/{alva.id}"


def test_a_user_without_a_password_never_signs_in_with_one(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.users.add("Alva", [Role.AGENT], NOON)

        assert tx.users.with_password("Alva", "") is None


def test_a_name_is_taken_once_and_a_password_is_long(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.users.add("Alva", [Role.AGENT], NOON)

    with pytest.raises(UserError, match="already"), store.transaction() as tx:
        tx.users.add(" alva ", [Role.AGENT], NOON)
    with pytest.raises(UserError, match="12 characters"), store.transaction() as tx:
        tx.users.add("Nina", [Role.AGENT], NOON, "kort")


def test_a_link_signs_in_once_and_in_time(store: SqlStore) -> None:
    with store.transaction() as tx:
        alva = tx.users.add("Alva", [Role.AGENT], NOON)
        link, late = tx.users.new_link(alva.id, NOON), tx.users.new_link(alva.id, NOON)

        assert tx.users.follow_link(link, NOON + LINK_LIFE - SECOND) == alva
        assert tx.users.follow_link(link, NOON + LINK_LIFE - SECOND) is None
        assert tx.users.follow_link(late, NOON + LINK_LIFE) is None
        assert tx.users.follow_link("guessed", NOON) is None


def test_a_removed_user_is_out_at_once_and_the_name_is_free(store: SqlStore) -> None:
    with store.transaction() as tx:
        alva = tx.users.add("Alva", [Role.AGENT], NOON, PASSWORD)
        token, link = tx.users.start_session(alva.id, NOON), tx.users.new_link(alva.id, NOON)
        tx.users.remove(alva.id)

        assert tx.users.in_session(token, NOON) is None
        assert tx.users.follow_link(link, NOON) is None
        assert tx.users.with_password("Alva", PASSWORD) is None
        assert tx.users.with_id(alva.id) is None
        assert tx.users.add("Alva", [Role.AGENT], NOON).id != alva.id


def test_a_session_lasts_until_it_ends_or_expires(store: SqlStore) -> None:
    with store.transaction() as tx:
        alva = tx.users.add("Alva", [Role.AGENT], NOON)
        token, other = tx.users.start_session(alva.id, NOON), tx.users.start_session(alva.id, NOON)

        assert tx.users.in_session(token, later(1)) == alva
        assert tx.users.in_session(token, NOON + SESSION_LIFE) is None
        tx.users.end_session(token)
        assert tx.users.in_session(token, later(1)) is None
        assert tx.users.in_session(other, later(1)) == alva


def test_no_token_and_no_password_lies_in_the_database(store: SqlStore) -> None:
    with store.transaction() as tx:
        alva = tx.users.add("Alva", [Role.AGENT], NOON, PASSWORD)
        secrets = {PASSWORD, tx.users.new_link(alva.id, NOON), tx.users.start_session(alva.id, NOON)}

    kept = [str(value) for table in ("users", "sessions", "signin_links") for row in rows(store, table) for value in row]
    assert not [secret for secret in secrets for text in kept if secret in text]


def test_after_some_failures_no_more_tries_are_taken_for_a_while(store: SqlStore) -> None:
    with store.transaction() as tx:
        for _ in range(FAILURES_ALLOWED):
            assert not tx.users.is_locked("alva", NOON)
            tx.users.failed("alva", NOON)

        assert tx.users.is_locked("alva", NOON)
        assert not tx.users.is_locked("nina", NOON)
        assert not tx.users.is_locked("alva", NOON + FAILURES_WITHIN)


def test_what_has_expired_is_forgotten(store: SqlStore) -> None:
    with store.transaction() as tx:
        alva = tx.users.add("Alva", [Role.AGENT], NOON)
        tx.users.start_session(alva.id, NOON)
        tx.users.new_link(alva.id, NOON)
        tx.users.failed("alva", NOON)
        tx.users.forget_expired(NOON + SESSION_LIFE)

    assert [rows(store, table) for table in ("sessions", "signin_links", "signin_failures")] == [[], [], []]


def test_a_chosen_language_is_remembered(store: SqlStore) -> None:
    with store.transaction() as tx:
        alva = tx.users.add("Alva", [Role.AGENT], NOON)
        tx.users.speak(alva.id, "en")
        chosen = tx.users.with_id(alva.id)

    assert chosen
    assert chosen.language == "en"
