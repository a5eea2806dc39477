"""A small round of `benchmarks/fuzz_dialects.py`, which asks 10,000 times per dialect: no server error, no leak, a balanced ledger."""

from __future__ import annotations

import importlib

import pytest
import pytest_asyncio

pytestmark = pytest.mark.asyncio(loop_scope="module")
fuzzing = importlib.import_module("benchmarks.fuzz_dialects")
worlds = importlib.import_module("benchmarks.fuzz_world")
making = importlib.import_module("benchmarks.fuzz_requests")
pools = importlib.import_module("benchmarks.fuzz_pool")
REQUESTS = 150


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(tmp_path_factory):
    async with worlds.open_fuzz_world(tmp_path_factory.mktemp("fuzz")) as opened:
        yield opened


@pytest.mark.parametrize("name", ["rodin", "scenario", "pixazo", "csm", "fal", "replicate", "native"])
async def test_nonsense_and_strangers_break_nothing(world, name):
    found = await fuzzing.fuzz(world, name, REQUESTS, seed=7)
    await fuzzing.check_end(world, found)
    assert found.clean, found.report(0)["shown"]
    assert sum(found.statuses.values()) > 0.9 * REQUESTS
    assert found.statuses[401]
    assert len(found.operations) >= min(6, fuzzing.operations(name) // 2)


async def test_the_fuzzer_sees_a_leak_and_a_crooked_ledger(world):
    """It is no use if it would not notice."""
    found, sent = fuzzing.Findings(), making.Sent("GET /x", "GET", "/x")
    answer = fuzzing.httpx.Response(200, text=f"a {world.secrets[0]} in {world.folder}")
    fuzzing._look(world, found, world.players[0], sent, answer, "here")
    assert len(found.leaks) == 2
    rich, poor = world.players[0], world.players[2]
    fuzzing._look(world, found, poor, sent, fuzzing.httpx.Response(200, text=rich.marks[0]), "here")
    assert len(found.leaks) == 3
    fuzzing._look(world, found, rich, sent, fuzzing.httpx.Response(200, text=rich.marks[0]), "here")
    assert len(found.leaks) == 3
    await world.service.grant(world.victim, 1)
    await fuzzing.check_end(world, found)
    assert "the things of the third account have changed" in found.leaks


async def test_the_same_seed_makes_the_same_requests():
    def made():
        requests, pool = making.Requests(3, fuzzing.described("rodin"), ["x"], "http://h"), pools.Pool()
        return [requests.make(pool, ["mark"], b"png", test=True).text for _ in range(200)]

    assert made() == made()
