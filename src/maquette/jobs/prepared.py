"""`Prepared`: the few statements of every submit and every poll, taken past SQLAlchemy's machinery on SQLite.

SQLAlchemy spends about 0.15 ms on the way to and from the driver for a statement that SQLite answers in 0.01 ms, and a submit has ten of
them. The statement stays SQLAlchemy's: it is compiled once, and values go through the processors of their types in both directions. On
PostgreSQL, whose network costs more than that, it runs as any other.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Collection, Mapping
from typing import Any

import sqlalchemy as sa

_Bind = tuple[str, Any, Callable[[Any], Any] | None]
"""Name, default and processor of one parameter."""


class Prepared:
    """One statement whose parameters are all scalars.

    Args:
        as_text: JSON columns of the result that are given as the text in which SQLite keeps them; PostgreSQL parses them anyway.
    """

    def __init__(self, statement: sa.Select[Any] | sa.Insert | sa.Update, *, as_text: Collection[str] = ()) -> None:
        self._statement, self._as_text = statement, frozenset(as_text)
        self._compiled: dict[tuple[str, ...], tuple[str, list[_Bind]]] = {}
        self._row: tuple[Callable[[Any], Any], list[tuple[int, Callable[[Any], Any]]]] | None = None

    def run(self, conn: sa.Connection, values: Mapping[str, Any]) -> None:
        """Execute for its effect."""
        driver = _driver(conn)
        if driver is None:
            conn.execute(self._statement, values)
        else:
            driver.execute(*self.bound(conn, values))

    def first(self, conn: sa.Connection, values: Mapping[str, Any]) -> Any:
        """The first row, with its columns as attributes, or None."""
        driver = _driver(conn)
        if driver is None:
            return conn.execute(self._statement, values).first()
        return next(iter(self._rows(conn, driver, values)), None)

    def all(self, conn: sa.Connection, values: Mapping[str, Any]) -> list[Any]:
        """All rows."""
        driver = _driver(conn)
        return list(conn.execute(self._statement, values)) if driver is None else self._rows(conn, driver, values)

    def scalar(self, conn: sa.Connection, values: Mapping[str, Any]) -> Any:
        """The first column of the first row, or None."""
        row = self.first(conn, values)
        return None if row is None else row[0]

    def bound(self, conn: sa.Connection, values: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
        """What the driver gets."""
        names = tuple(values)
        if names not in self._compiled:
            self._compiled[names] = self._compile(conn, names)
        text, binds = self._compiled[names]
        given = [(process, values.get(name, default)) for name, default, process in binds]
        return text, tuple(value if process is None else process(value) for process, value in given)

    def _compile(self, conn: sa.Connection, names: tuple[str, ...]) -> tuple[str, list[_Bind]]:
        dialect, schemas = conn.dialect, conn.get_execution_options().get("schema_translate_map")
        compiled: Any = self._statement.compile(
            dialect=dialect,
            column_keys=list(names) if isinstance(self._statement, sa.Insert) else None,
            schema_translate_map=schemas,
            render_schema_translate=schemas is not None,
        )
        binds = []
        for name in compiled.positiontup:
            bind = compiled.binds[name]
            binds.append((name, bind.value, bind.type.dialect_impl(dialect).bind_processor(dialect)))
        return str(compiled), binds

    def _rows(self, conn: sa.Connection, driver: Any, values: Mapping[str, Any]) -> list[Any]:
        found = driver.execute(*self.bound(conn, values)).fetchall()
        if not found:
            return []
        if self._row is None:
            self._row = self._reader(conn.dialect)
        make, processors = self._row
        out = []
        for raw in found:
            row = list(raw)
            for place, process in processors:
                row[place] = process(row[place])
            out.append(make(row))
        return out

    def _reader(self, dialect: sa.Dialect) -> tuple[Callable[[Any], Any], list[tuple[int, Callable[[Any], Any]]]]:
        columns = list(self._statement.exported_columns)
        row: Any = namedtuple("Row", [column.key or "" for column in columns], rename=True)  # type: ignore[misc]
        processors: list[tuple[int, Callable[[Any], Any]]] = []
        for place, column in enumerate(columns):
            process = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if process is not None and column.key not in self._as_text:
                processors.append((place, process))
        return row._make, processors


def _driver(conn: sa.Connection) -> Any:
    """SQLite's own connection, inside a transaction; else None, and SQLAlchemy begins one."""
    if conn.dialect.name != "sqlite":
        return None
    driver: Any = conn.connection.dbapi_connection
    return driver if driver.in_transaction else None
