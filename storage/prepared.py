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
class _Parameter:
    """A place in a statement: filled at each call, through what turns the value into the driver's, or with a fixed value."""

    name: str
    is_given: bool
    turn: Callable[[Any], Any] | None
    fixed: Any

    def of(self, values: Mapping[str, Any]) -> Any:
        """What the driver gets; KeyError where a value was forgotten."""
        if not self.is_given:
            return self.fixed
        value = values[self.name]
        return self.turn(value) if self.turn else value


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement in one dialect."""

    sql: str
    parameters: tuple[_Parameter, ...]
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
        given = [parameter.of(values) for parameter in compiled.parameters]
        cursor = connection.connection.cursor()
        if compiled.positional:
            return cursor.execute(compiled.sql, given) or cursor
        names = (parameter.name for parameter in compiled.parameters)
        return cursor.execute(compiled.sql, dict(zip(names, given, strict=True))) or cursor

    def _compile(self, dialect: Dialect) -> _Compiled:
        made = self._statement.compile(dialect=dialect, column_keys=self._columns)
        if not isinstance(made, SQLCompiler):
            raise TypeError("only statements that read or write rows can be prepared")
        names = made.positiontup if made.positional else list(made.params)
        parameters = tuple(_parameter(made, name, dialect) for name in names or ())
        compiled = self._by_dialect[dialect.name] = _Compiled(str(made), parameters, made.positional)
        return compiled


def one_of(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Whether the column has one of these fixed values; in_() would be spelled out at each call only."""
    return or_(*(column == value for value in values))


def given_columns(table: Table) -> tuple[str, ...]:
    """Every column that an INSERT is given; the database numbers the rows."""
    return tuple(name for name in table.c.keys() if name != "id")  # noqa: SIM118 - a collection of columns, not a dict


def _parameter(made: SQLCompiler, name: str, dialect: Dialect) -> _Parameter:
    bind = made.binds[name]
    return _Parameter(name, bind.required, bind.type.dialect_impl(dialect).bind_processor(dialect), made.params[name])
