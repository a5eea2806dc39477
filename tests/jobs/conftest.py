"""Settings and a service on each kind of database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from maquette.jobs.service import Account
from maquette.jobs.sql_service import SqlJobService
from maquette.settings import Settings
from tests.jobs import plans


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def settings(request: pytest.FixtureRequest, data_dir: Path) -> Settings:
    url = request.getfixturevalue("postgres").url() if request.param == "postgres" else None
    return Settings(data_dir=data_dir, database_url=url)


@pytest.fixture
async def service(settings: Settings) -> AsyncIterator[SqlJobService]:
    service = await SqlJobService.open(settings, plan=plans)
    yield service
    await service.close()


@pytest.fixture
async def local(service: SqlJobService) -> Account:
    return await service.local_account()
