"""A prepared statement does what SQLAlchemy's own execution does, on both databases."""

from datetime import timedelta, timezone

import pytest
from sqlalchemy import BindParameter, bindparam, insert, or_, select

from storage.prepared import Prepared, given_columns, one_of
from storage.store import SqlStore
from storage.tables import cursors, signin_failures
from tests.storage.cast import NOON, later

ADD = Prepared(insert(signin_failures).returning(signin_failures.c.id), given_columns(signin_failures))
LOCAL_NOON = NOON.astimezone(timezone(timedelta(hours=1)))


def test_values_are_turned_as_their_columns_want(store: SqlStore) -> None:
    with store.engine.begin() as connection:
        number = ADD.value(connection, key="å" * 10, at=LOCAL_NOON)
        row = connection.execute(select(signin_failures)).one()

    assert (row.id, row.key, row.at) == (number, "å" * 10, NOON)


def test_a_value_may_stand_in_several_places_beside_fixed_ones(store: SqlStore) -> None:
    wanted: BindParameter[str] = bindparam("wanted")
    query = Prepared(
        select(signin_failures.c.key)
        .where(or_(signin_failures.c.key == wanted, signin_failures.c.key > wanted), one_of(signin_failures.c.key, ("b", "c")))
        .order_by(signin_failures.c.key)
    )
    with store.engine.begin() as connection:
        for key in "abc":
            ADD.value(connection, key=key, at=NOON)

        assert query.rows(connection, wanted="b") == [("b",), ("c",)]
        assert query.rows(connection, wanted="c") == [("c",)]
        assert query.value(connection, wanted="d") is None


def test_it_says_how_many_rows_it_wrote(store: SqlStore) -> None:
    add = Prepared(insert(cursors), ("mailbox", "folder", "uidvalidity", "last_uid", "moved_at"))
    with store.engine.begin() as connection:
        assert add.change(connection, mailbox="a", folder="b", uidvalidity=1, last_uid=2, moved_at=later(1)) == 1


def test_a_value_that_was_forgotten_is_an_error(store: SqlStore) -> None:
    with store.engine.begin() as connection, pytest.raises(KeyError, match="at"):
        ADD.value(connection, key="a")
