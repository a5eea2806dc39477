"""Rate and size limits by themselves."""

from __future__ import annotations

import pytest

from maquette.errors import RateLimited
from maquette.server.limits import RateLimiter, too_large


async def test_zero_is_no_limit():
    limiter = RateLimiter(0)
    for _ in range(1000):
        await limiter.check("a")


async def test_keys_do_not_share():
    limiter = RateLimiter(2)
    await limiter.check("a")
    await limiter.check("a")
    with pytest.raises(RateLimited) as caught:
        await limiter.check("a")
    assert 1 <= caught.value.retry_after <= 60
    await limiter.check("b")


def test_sizes_are_said_in_their_unit():
    assert "110 MiB" in too_large(110 * 2**20)
    assert "64 KiB" in too_large(64 * 1024)
