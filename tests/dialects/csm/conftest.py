"""One in-process CSM installation for each test file."""

from __future__ import annotations

import pytest_asyncio

from tests.dialects.csm.worlds import open_csm


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def csm(tmp_path_factory):
    async with open_csm(tmp_path_factory.mktemp("csm")) as opened:
        yield opened
