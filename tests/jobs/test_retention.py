from __future__ import annotations

import os
import time
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from maquette.errors import NotFound
from maquette.jobs import store
from maquette.jobs.job import Asset, Job
from maquette.jobs.service import Account
from maquette.jobs.sql import now
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.tables import jobs
from maquette.request import GenerationRequest


def age(service: SqlJobService, key: str, days: float) -> None:
    path = Path(service.settings.data_dir) / "blobs" / key
    then = time.time() - days * 86400
    os.utime(path, (then, then))


async def finished(service: SqlJobService, account: Account, days: float) -> Job:
    """A job that ended so many days ago, with one upload and one file."""
    image, digest = await service.put_image(account, f"picture {days}".encode())
    age(service, image, days)
    request = GenerationRequest.build(images=[{"key": image, "sha256": digest}])
    job = await service.submit(account, request.model_copy(update={"prompt": "{}"}), cost=Decimal(1), dialect="native")
    key = f"assets/{account.id}/{job.id}/aa/model.glb"
    service.blobs.put(key, b"glb")
    age(service, key, days)

    def end(conn: sa.Connection) -> None:
        store.begin_run(conn, job.id, "run")
        asset = Asset(job.id, job.id, "model.glb", "model", "glb", "model/gltf-binary", 3, "aa", key)
        assert store.finish_run(conn, job.id, "run", job.steps, [], [asset])
        conn.execute(sa.update(jobs).where(jobs.c.id == job.id).values(finished_at=now() - timedelta(days=days)))

    await service.database.run(end)
    return await service.get(account, job.id)


async def test_what_has_passed_its_time_goes_and_nothing_else(service: SqlJobService, local: Account) -> None:
    old, young = await finished(service, local, 8), await finished(service, local, 6)
    waiting = await service.submit(local, young.request, cost=Decimal(1), dialect="native")
    service.blobs.put(f"assets/{local.id}/{waiting.id}/bb/orphan", b"x")
    age(service, f"assets/{local.id}/{waiting.id}/bb/orphan", 2)
    cancelled = await service.submit(local, young.request, cost=Decimal(1), dialect="native")
    await service.cancel(local, cancelled.id)
    service.blobs.put(f"assets/{local.id}/{cancelled.id}/bb/orphan", b"x")
    age(service, f"assets/{local.id}/{cancelled.id}/bb/orphan", 2)
    balance = await service.balance(local)
    report = await service.collect_garbage()
    assert (report.jobs, report.files, report.uploads, report.outputs) == (1, 2, 1, 0)
    with pytest.raises(NotFound):
        await service.get(local, old.id)
    with pytest.raises(NotFound):
        await service.asset(old.assets[0].id)
    kept = await service.get(local, young.id)
    assert b"".join([p async for p in service.read_asset(kept.assets[0])]) == b"glb"
    assert service.blobs.exists(young.request.images[0].key)
    assert not service.blobs.exists(old.request.images[0].key)
    assert service.blobs.exists(f"assets/{local.id}/{waiting.id}/bb/orphan")  # its worker may be about to publish it
    assert not service.blobs.exists(f"assets/{local.id}/{cancelled.id}/bb/orphan")
    assert await service.balance(local) == balance  # the ledger outlives its jobs
    again = await service.collect_garbage()
    assert (again.jobs, again.files, again.uploads) == (0, 0, 0)
    assert await service.counts() == {"queued": 1, "running": 0, "succeeded": 1, "failed": 0, "cancelled": 1}


async def test_the_cache_is_cut_to_its_size_oldest_first(service: SqlJobService, local: Account) -> None:
    service.settings = service.settings.model_copy(update={"cache_gb": 250e-9})
    for i in range(4):
        service.blobs.put(f"work/{local.id}/{i}", bytes(100))
        age(service, f"work/{local.id}/{i}", [2, 4, 3, 1][i])
    report = await service.collect_garbage()
    assert (report.outputs, report.output_bytes) == (2, 200)
    assert [b.key[-1] for b in sorted(service.blobs.list("work"), key=lambda b: b.key)] == ["0", "3"]
