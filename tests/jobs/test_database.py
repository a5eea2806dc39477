from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from maquette.errors import InvalidRequest, Unavailable
from maquette.jobs.accounts import ensure_local, server_secret
from maquette.jobs.database import Database, database_url, migrate
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.tables import Credits, UtcTime, metadata
from maquette.settings import Settings
from tests.jobs import plans
from tests.services import Postgres, free_port


@pytest.fixture
def empty(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    """A database without any table."""
    if settings.database_url is None:
        return settings
    return settings.model_copy(update={"database_url": request.getfixturevalue("postgres").url(empty=True)})


MIGRATE = (
    "from maquette.settings import load_settings; from maquette.jobs.database import migrate; migrate(load_settings())"
)


def test_migrations_give_the_tables_that_the_code_expects(empty: Settings) -> None:
    migrate(empty)
    migrate(empty)
    database = Database.open(empty)
    with database.engine.connect() as conn:
        options = {
            "version_table": "maquette_migrations",
            "include_name": lambda n, t, p: t != "table" or n in metadata.tables,
        }
        assert compare_metadata(MigrationContext.configure(conn, opts=options), metadata) == []
        if database.sqlite:
            assert conn.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    database.dispose()


def test_several_processes_may_start_at_once(empty: Settings) -> None:
    env = {"MAQUETTE_DATA_DIR": str(empty.data_dir), "PYTHONPATH": ":".join(sys.path)}
    if empty.database_url:
        env["MAQUETTE_DATABASE_URL"] = empty.database_url
    children = [subprocess.Popen([sys.executable, "-c", MIGRATE], env=env) for _ in range(3)]
    assert [c.wait(60) for c in children] == [0, 0, 0]


async def test_all_processes_share_one_secret_and_one_local_account(settings: Settings) -> None:
    first, second = await asyncio.gather(*[SqlJobService.open(settings, plan=plans) for _ in range(2)])
    keys = await asyncio.gather(first.first_key(), second.first_key())
    assert sorted(k is None for k in keys) == [False, True]
    assert await first.secret() == await second.secret()
    assert len(await first.secret()) == 64
    assert (await first.local_account()).id == (await second.local_account()).id
    await asyncio.gather(first.close(), second.close())


def test_times_and_credits_are_exact(settings: Settings) -> None:
    table = sa.Table("t", sa.MetaData(), sa.Column("at", UtcTime), sa.Column("sum", Credits))
    database = Database.open(settings)
    at = datetime(2026, 2, 3, 4, 5, 6, 123456, timezone(timedelta(hours=5)))
    with database.write() as conn:
        table.create(conn)
        conn.execute(sa.insert(table).values(at=at, sum=Decimal("0.1") + Decimal("0.200001")))
        row = conn.execute(sa.select(table)).one()
    assert row.at == at
    assert row.at.tzinfo is UTC
    assert row.sum == Decimal("0.300001")
    database.dispose()


def test_other_databases_are_refused(data_dir: Path) -> None:
    with pytest.raises(InvalidRequest, match="postgresql://"):
        database_url(Settings(data_dir=data_dir, database_url="mysql://x"))


def test_sqlite_writers_wait_for_each_other(data_dir: Path) -> None:
    settings = Settings(data_dir=data_dir)
    migrate(settings)
    database = Database.open(settings)

    async def work() -> None:
        await asyncio.gather(
            *[database.run(server_secret, f"s{i}") for i in range(30)], *[database.run(ensure_local) for _ in range(10)]
        )
        await database.close()

    asyncio.run(work())


@pytest.mark.postgres
async def test_an_unreachable_database_is_unavailable_within_two_seconds(postgres: Postgres, data_dir: Path) -> None:
    service = await SqlJobService.open(Settings(data_dir=data_dir, database_url=postgres.url()), plan=plans)
    local = await service.local_account()
    postgres.stop("immediate")
    try:
        for call in (
            service.submit(local, plans.make_request(), cost=Decimal(1), dialect="native"),
            service.list(local),
            service.authenticate("mq_" + "0" * 49),
        ):
            start = time.monotonic()
            with pytest.raises((Unavailable, Exception)) as caught:
                await call
            assert time.monotonic() - start < 2.0
            assert caught.type is Unavailable or caught.value.code == "unauthorized"
        assert await service.healthy() == ["database"]
    finally:
        postgres.start()
    # the first request after the restart works: dead connections are found before use
    job = await service.submit(local, plans.make_request(), cost=Decimal(1), dialect="native")
    assert (await service.get(local, job.id)).id == job.id
    assert await service.healthy() == []
    await service.close()


async def test_a_database_that_accepts_but_never_answers(data_dir: Path) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    port = free_port()
    server = await asyncio.start_server(silent, "127.0.0.1", port)
    database = Database(f"postgresql://x@127.0.0.1:{port}/x")
    start = time.monotonic()
    with pytest.raises(Unavailable):
        await database.run(lambda conn: None)
    assert time.monotonic() - start < 2.2
    await database.close()
    server.close()


async def test_a_look_sees_the_last_commit_and_goes_the_long_way_past_a_lock(settings: Settings) -> None:
    migrate(settings)
    database = Database.open(settings)
    here = threading.get_ident()
    count = sa.select(sa.func.count()).select_from(metadata.tables["accounts"])
    assert await database.look(lambda conn: conn.scalar(count)) == 0
    await database.run(ensure_local)
    assert await database.look(lambda conn: conn.scalar(count)) == 1
    threads: list[int] = []

    def locked_at_first(conn: sa.Connection) -> int:
        threads.append(threading.get_ident())
        if database.sqlite and len(threads) == 1:
            raise sa.exc.OperationalError("SELECT", {}, Exception("database is locked"))
        return int(conn.scalar(count) or 0)

    assert await database.look(locked_at_first) == 1
    if database.sqlite:
        assert threads[0] == here
        assert threads[1] != here
    assert await database.look(lambda conn: conn.scalar(count)) == 1
    await database.close()
