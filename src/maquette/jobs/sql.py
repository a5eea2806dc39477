"""Small things that all SQL of this package shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from maquette.jobs.identity import Account
from maquette.jobs.prepared import Prepared


def now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


def insert_once(conn: sa.Connection, table: sa.Table, values: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> bool:
    """Insert rows unless a unique column refuses them; True if any was inserted."""
    rows = [values] if isinstance(values, Mapping) else values
    statement = _insert_once(table, conn.dialect.name)
    inserted = [statement.first(conn, row) is not None for row in rows]  # all of them, also after the first success
    return any(inserted)


@cache
def _insert_once(table: sa.Table, dialect: str) -> Prepared:
    # one row at a time: SQLAlchemy keeps the compiled form of such a statement, but not of one with several rows
    insert: Any = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    return Prepared(insert.on_conflict_do_nothing().returning(sa.literal(1)))


def owned_by(table: sa.Table, account: Account) -> sa.ColumnElement[bool]:
    """Rows of `table` that the account's key may see."""
    mine = table.c.account_id == account.id
    if account.project_id is not None:
        mine = sa.and_(mine, table.c.project_id == account.project_id)
    return mine
