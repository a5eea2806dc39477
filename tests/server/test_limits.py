"""Rate and size limits by themselves."""

from __future__ import annotations

import pytest

from maquette.errors import RateLimited
from maquette.jobs.identity import Account
from maquette.server.limits import RateLimiter, too_large


def asker(name: str, key: str, rate: int) -> Account:
    return Account(name, name, 10, True, rate, key_id=key)


async def test_zero_is_no_limit():
    limiter = RateLimiter()
    for _ in range(1000):
        assert await limiter.check(asker("a", "1", 0)) == {}


async def test_the_keys_of_an_account_share_and_accounts_do_not():
    limiter = RateLimiter()
    assert (await limiter.check(asker("a", "1", 2)))["RateLimit-Remaining"] == "1"
    await limiter.check(asker("a", "2", 2))
    with pytest.raises(RateLimited) as caught:
        await limiter.check(asker("a", "3", 2))
    assert 1 <= caught.value.retry_after <= 60
    await limiter.check(asker("b", "4", 2))


async def test_a_key_has_a_limit_of_its_own():
    limiter = RateLimiter(1)
    await limiter.check(asker("a", "1", 0))
    await limiter.check(asker("a", "2", 0))
    with pytest.raises(RateLimited):
        await limiter.check(asker("a", "1", 0))


def test_sizes_are_said_in_their_unit():
    assert "110 MiB" in too_large(110 * 2**20)
    assert "64 KiB" in too_large(64 * 1024)
