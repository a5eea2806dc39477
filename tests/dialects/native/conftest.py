"""An installation whose application has the native dialect beside Rodin's."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest_asyncio

from maquette.dialects.native import dialect as native
from maquette.dialects.rodin import dialect as rodin
from maquette.server.app import create_app
from tests.server.harness import open_world


@asynccontextmanager
async def open_native(folder, **values):
    """`open_world` with both dialects; `values` are settings."""
    async with open_world(folder, **values) as opened:
        opened.app = create_app(opened.settings, opened.service, dialects=[native, rodin], clock=opened.clock)
        yield opened


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    """One installation for each test file."""
    async with open_native(
        tmp_path_factory.mktemp("native"), fetch_allow=("127.0.0.1",), parallel_limit=1000
    ) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def test_key(world):
    """A test-mode key of the first account."""
    return (await world.service.new_key(await world.service.local_account(), mode="test")).text
