"""The steward's rare cases; the common ones are tested with real kills in tests/faults."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from maquette.jobs import presence, steward
from maquette.jobs.job import JobStatus
from maquette.jobs.presence import Presence
from maquette.jobs.service import Account
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.steward import Steward
from tests.jobs.plans import make_request


@pytest.fixture
def here(service: SqlJobService) -> Iterator[Presence]:
    mine = Presence(service.settings, service.database, None, on_lost=lambda: None)
    yield mine
    mine.release()


def set_queue(service: SqlJobService, job_id: str, **values: str) -> None:
    """Change DBOS's row, as a crash at an unlucky moment would leave it."""
    table = "workflow_status" if service.database.sqlite else "dbos.workflow_status"
    with service.database.write() as conn:
        names = ", ".join(f"{name} = :{name}" for name in values)
        conn.execute(sa.text(f"UPDATE {table} SET {names} WHERE workflow_uuid = :id"), values | {"id": job_id})


async def test_a_job_that_the_queue_gave_up_fails_with_a_reason(
    service: SqlJobService, local: Account, here: Presence
) -> None:
    lost = await service.submit(local, make_request(), cost=1, dialect="native")
    good = await service.submit(local, make_request(), cost=1, dialect="native")
    set_queue(service, lost.id, status="MAX_RECOVERY_ATTEMPTS_EXCEEDED")
    keeper = Steward(service.settings, service.database, service.blobs, service._queue, here, running=set)
    keeper.tick()
    job = await service.get(local, lost.id)
    assert job.status is JobStatus.FAILED
    assert job.error is not None
    assert "max recovery attempts exceeded" in job.error.message
    assert (await service.get(local, good.id)).status is JobStatus.QUEUED


async def test_a_job_that_was_taken_but_never_begun_is_queued_again(
    service: SqlJobService, local: Account, here: Presence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steward, "GRACE", 0.2)
    lost = await service.submit(local, make_request(), cost=1, dialect="native")
    busy = await service.submit(local, make_request(), cost=1, dialect="native")
    for job in (lost, busy):
        set_queue(service, job.id, status="PENDING", executor_id=here.executor_id)
    keeper = Steward(service.settings, service.database, service.blobs, service._queue, here, running=lambda: {busy.id})
    keeper.tick()
    assert sorted(service._queue.taken()[here.executor_id]) == sorted([lost.id, busy.id])
    time.sleep(0.3)
    keeper.tick()
    assert service._queue.taken() == {here.executor_id: [busy.id]}


async def test_only_the_dead_are_adopted(
    service: SqlJobService, local: Account, here: Presence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steward, "GRACE", 0.2)
    folder = service.settings.data_dir
    other = Presence(
        service.settings.model_copy(update={"data_dir": folder if service.database.sqlite else folder / "other"}),
        service.database,
        None,
        on_lost=lambda: None,
    )
    job = await service.submit(local, make_request(), cost=1, dialect="native")
    set_queue(service, job.id, status="PENDING", executor_id=other.executor_id)
    keeper = Steward(service.settings, service.database, service.blobs, service._queue, here, running=set)
    for _ in range(3):
        keeper.tick()
        time.sleep(0.15)
    assert service._queue.taken() == {other.executor_id: [job.id]}
    other.release()
    end = time.monotonic() + 10
    while service._queue.taken():
        keeper.tick()
        assert time.monotonic() < end
        time.sleep(0.1)
    assert not service._queue.dead_ends([job.id])
    assert presence.GRACE >= 6.0
