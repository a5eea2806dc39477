"""One in-process installation for each test file."""

from __future__ import annotations

import pytest_asyncio

from tests.server.harness import open_world


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with open_world(tmp_path_factory.mktemp("world")) as opened:
        yield opened
