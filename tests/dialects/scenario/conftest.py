"""One in-process installation for each test file."""

from __future__ import annotations

import pytest_asyncio

from tests.dialects.scenario.world import open_scenario


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_scenario(tmp_path_factory.mktemp("scenario")) as opened:
        yield opened
