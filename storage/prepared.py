"""Statements of the path of every mail, compiled once and run on the driver's own cursor.

SQLAlchemy's execute() costs more than SQLite's whole work on such small statements; here it compiles them and turns the values,
and the driver runs them inside the same transaction.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, Table, or_
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement in one dialect: its parameters, each with what turns a value into the driver's, and those with a fixed value."""

    sql: str
    parameters: tuple[tuple[str, Callable[[Any], Any] | None], ...]
    fixed: Mapping[str, Any]
    positional: bool

    def given(self, values: Mapping[str, Any]) -> Any:
        """What the driver gets, in its order or by name; KeyError where a value was forgotten."""
        known = {**self.fixed, **values} if self.fixed else values
        if self.positional:
            return [turn(known[name]) if turn else known[name] for name, turn in self.parameters]
        return {name: turn(known[name]) if turn else known[name] for name, turn in self.parameters}


class Prepared:
    """One statement; an INSERT names the columns that it is given."""

    def __init__(self, statement: ClauseElement, columns: tuple[str, ...] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._by_dialect: dict[str, _Compiled] = {}

    def rows(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        """All rows, as the driver gives them."""
        return list(self._run(connection, values).fetchall())

    def value(self, connection: Connection, **values: Any) -> Any:
        """The first column of the first row, None where there is none."""
        row = self._run(connection, values).fetchone()
        return row[0] if row else None

    def change(self, connection: Connection, **values: Any) -> int:
        """How many rows were written."""
        return int(self._run(connection, values).rowcount)

    def each(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it once a row, in one journey to the database; not at all where there are no rows."""
        if rows:
            compiled = self._compiled(connection)
            connection.connection.cursor().executemany(compiled.sql, [compiled.given(row) for row in rows])

    def _run(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        compiled = self._compiled(connection)
        cursor = connection.connection.cursor()
        return cursor.execute(compiled.sql, compiled.given(values)) or cursor

    def _compiled(self, connection: Connection) -> _Compiled:
        return self._by_dialect.get(connection.dialect.name) or self._compile(connection.dialect)

    def _compile(self, dialect: Dialect) -> _Compiled:
        made = self._statement.compile(dialect=dialect, column_keys=self._columns)
        if not isinstance(made, SQLCompiler):
            raise TypeError("only statements that read or write rows can be prepared")
        names = (made.positiontup if made.positional else list(made.params)) or ()
        parameters = tuple((name, _turn(made, name, dialect)) for name in names)
        fixed = {name: made.params[name] for name in names if not made.binds[name].required}
        compiled = self._by_dialect[dialect.name] = _Compiled(str(made), parameters, fixed, made.positional)
        return compiled


def one_of(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Whether the column has one of these fixed values; in_() would be spelled out at each call only."""
    return or_(*(column == value for value in values))


def given_columns(table: Table) -> tuple[str, ...]:
    """Every column that an INSERT is given; the database numbers the rows."""
    return tuple(name for name in table.c.keys() if name != "id")  # noqa: SIM118 - a collection of columns, not a dict


def _turn(made: SQLCompiler, name: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    bind = made.binds[name]
    turn: Callable[[Any], Any] | None = bind.type.dialect_impl(dialect).bind_processor(dialect) if bind.required else None
    return turn
