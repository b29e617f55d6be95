"""Statements of the path of every mail, compiled once and run on the driver's own cursor.

SQLAlchemy's execute() costs more than SQLite's whole work on such small statements; here it compiles them and turns the values,
and the driver runs them inside the same transaction.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, Table, or_
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement in one dialect; each parameter with its fixed value and what turns a given one into the driver's."""

    sql: str
    parameters: tuple[tuple[str, Any, Callable[[Any], Any] | None], ...]
    positional: bool


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

    def _run(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        compiled = self._by_dialect.get(connection.dialect.name) or self._compile(connection.dialect)
        given = [turn(values[name]) if turn else values.get(name, fixed) for name, fixed, turn in compiled.parameters]
        cursor = connection.connection.cursor()
        if compiled.positional:
            return cursor.execute(compiled.sql, given) or cursor
        names = (name for name, _, _ in compiled.parameters)
        return cursor.execute(compiled.sql, dict(zip(names, given, strict=True))) or cursor

    def _compile(self, dialect: Dialect) -> _Compiled:
        made = self._statement.compile(dialect=dialect, column_keys=self._columns)
        if not isinstance(made, SQLCompiler):
            raise TypeError("only statements that read or write rows can be prepared")
        names = made.positiontup if made.positional else list(made.params)
        parameters = tuple((name, made.params[name], _turn(made, name, dialect)) for name in names or ())
        compiled = self._by_dialect[dialect.name] = _Compiled(str(made), parameters, made.positional)
        return compiled


def one_of(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Whether the column has one of these fixed values; in_() would be spelled out at each call only."""
    return or_(*(column == value for value in values))


def given_columns(table: Table) -> tuple[str, ...]:
    """Every column that an INSERT is given; the database numbers the rows."""
    return tuple(name for name in table.c.keys() if name != "id")  # noqa: SIM118 - a collection of columns, not a dict


def _turn(made: SQLCompiler, name: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    """What turns a value that is given at each call; a value that stands in the statement needs nothing."""
    bind = made.binds.get(name)
    return bind.type.dialect_impl(dialect).bind_processor(dialect) if bind is not None and bind.required else None
