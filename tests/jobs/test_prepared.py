"""Statements that go past SQLAlchemy give and store what they do through it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from maquette.jobs.database import Database, migrate
from maquette.jobs.dbos_queue import DbosQueue
from maquette.jobs.ids import new_id
from maquette.jobs.prepared import Prepared
from maquette.jobs.tables import Credits, UtcTime
from maquette.settings import Settings

TABLE = sa.Table(
    "t",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", UtcTime),
    sa.Column("sum", Credits),
    sa.Column("data", sa.JSON),
    sa.Column("on", sa.Boolean),
    sa.Column("count", sa.String(9), server_default="none"),
)
AT = datetime(2026, 2, 3, 4, 5, 6, 123456, timezone(timedelta(hours=5)))
ROWS: list[dict[str, Any]] = [
    {"id": 1, "at": AT, "sum": Decimal("0.300001"), "data": {"a": [1, "é"]}, "on": True},
    {"id": 2, "at": None, "sum": None, "data": None, "on": False},
]


def test_values_go_both_ways_as_through_sqlalchemy(settings: Settings) -> None:
    database = Database.open(settings)
    insert, all_ = Prepared(sa.insert(TABLE)), sa.select(TABLE).order_by(TABLE.c.id)
    with database.write() as conn:
        TABLE.create(conn)
        for row in ROWS:
            insert.run(conn, row)
        conn.execute(sa.insert(TABLE), [row | {"id": row["id"] + 2} for row in ROWS])
        insert.run(conn, ROWS[0] | {"id": 5, "count": "five"})
        found, usual = Prepared(all_).all(conn, {}), conn.execute(all_).all()
        assert [tuple(row) for row in found] == [tuple(row) for row in usual]
        assert [tuple(row)[1:] for row in found[:2]] == [tuple(row)[1:] for row in found[2:4]]
        assert (found[0].at, found[0].sum, found[0].data) == (AT, Decimal("0.300001"), {"a": [1, "é"]})
        assert found[0].at.tzinfo is UTC
        assert found[4].count == "five"
        one = sa.select(TABLE.c.sum).where(TABLE.c.id == sa.bindparam("id"))
        assert Prepared(one).scalar(conn, {"id": 5}) == Decimal("0.300001")
        assert Prepared(one).first(conn, {"id": 99}) is None
        change = (
            sa.update(TABLE)
            .where(TABLE.c.id == sa.bindparam("row"))
            .values(sum=TABLE.c.sum + sa.bindparam("more", type_=Credits()))
        )
        Prepared(change).run(conn, {"row": 1, "more": Decimal("0.5")})
        assert Prepared(one).scalar(conn, {"id": 1}) == Decimal("0.800001")
        TABLE.drop(conn)
    database.dispose()


def test_json_as_text(data_dir) -> None:
    database = Database.open(Settings(data_dir=data_dir))
    with database.write() as conn:
        TABLE.create(conn)
        conn.execute(sa.insert(TABLE), ROWS)
        row = Prepared(sa.select(TABLE), as_text={"data"}).first(conn, {})
    assert row.data == '{"a": [1, "\\u00e9"]}'
    database.dispose()


def test_kept_statements_enqueue_as_the_queues_own(data_dir, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(data_dir=data_dir)
    migrate(settings)
    database = Database.open(settings)
    kept = DbosQueue(database.url)
    monkeypatch.setattr(DbosQueue, "_keep_statements", lambda self: None)
    own = DbosQueue(database.url)
    assert "_execute_prepared" in vars(kept._client._sys_db)
    assert "_execute_prepared" not in vars(own._client._sys_db)
    rows: dict[str, list[dict[str, Any]]] = {}
    for queue in (kept, own):
        for table in ("workflow_status", "workflow_input"):
            with database.write() as conn:
                job_id = new_id()
                queue.enqueue(conn, job_id, 17)
                queue.enqueue(conn, job_id, 17)  # one job
                query = f"SELECT * FROM {table} WHERE workflow_uuid = ?"
                (row,) = conn.exec_driver_sql(query, (job_id,)).mappings().all()
            varying = ("creator_xid", "created_at", "updated_at")
            same = {k: str(v).replace(job_id, "ID") for k, v in row.items() if k not in varying}
            rows.setdefault(table, []).append(same)
        queue.close()
    for first, second in rows.values():
        assert first == second
        assert len(first) >= 3
    database.dispose()
