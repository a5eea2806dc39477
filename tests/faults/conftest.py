"""A cluster on SQLite and a folder, and one on PostgreSQL and S3."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from maquette.settings import Settings
from tests.faults.cluster import Cluster
from tests.services import S3, Postgres


async def _open(settings: Settings, folder: Path) -> AsyncIterator[Cluster]:
    cluster = Cluster(settings, folder)
    await cluster.open()
    yield cluster
    await cluster.close()


@pytest.fixture
async def small(tmp_path: Path) -> AsyncIterator[Cluster]:
    async for cluster in _open(Settings(data_dir=tmp_path / "data", parallel_limit=100), tmp_path):
        yield cluster


@pytest.fixture
async def large(tmp_path: Path, postgres: Postgres, s3: S3) -> AsyncIterator[Cluster]:
    settings = Settings(
        data_dir=tmp_path / "data",
        database_url=postgres.url(),
        storage_url=s3.url(),
        s3_endpoint=s3.endpoint,
        parallel_limit=100,
    )
    async for cluster in _open(settings, tmp_path):
        yield cluster


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.s3])])
def cluster(request: pytest.FixtureRequest) -> Cluster:
    found: Cluster = request.getfixturevalue("small" if request.param == "sqlite" else "large")
    return found
