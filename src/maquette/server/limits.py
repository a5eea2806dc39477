"""Request rate per key, and sizes of bodies."""

from __future__ import annotations

import time

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from starlette.requests import Request

from maquette.errors import MaquetteError, RateLimited
from maquette.jobs.identity import Account

TEXT_BODY = 1024 * 1024
"""Bytes of an urlencoded body, and of one text part of a multipart body."""
JSON_BODY = 32 * 1024 * 1024
"""Bytes of a JSON body, which is held in memory; larger pictures belong into multipart."""
MAX_FILES = 16
MAX_FIELDS = 200
BODY_SECONDS = 300.0
"""Time in which a body must have arrived (the vendor's own client waits as long for its submit)."""


class BodyTooLarge(MaquetteError):
    """The request's body is over its limit."""

    code = "body_too_large"
    http_status = 413


class RateLimiter:
    """Requests per minute of each account (all its keys together) and of each of its keys, in this process.

    Args:
        per_key: at most so many for one key, whatever its account may; 0 = no limit of its own.
    """

    def __init__(self, per_key: int = 0) -> None:
        self._per_key = per_key
        self._strategy = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def check(self, account: Account) -> dict[str, str]:
        """Count one request; gives the headers that tell how many are left.

        Raises:
            RateLimited: too many; `retry_after` says when the next one may come.
        """
        headers: dict[str, str] = {}
        names = (("account", account.id, account.rate_limit), ("key", account.key_id, self._per_key))
        for kind, name, limit in names:
            if not limit or not name:
                continue
            item = RateLimitItemPerMinute(limit)
            fits = await self._strategy.hit(item, kind, name)
            stats = await self._strategy.get_window_stats(item, kind, name)
            wait = max(stats.reset_time - time.time(), 1.0)
            if not fits:
                raise RateLimited(f"More than {limit} requests in a minute; wait {wait:.0f} s.", retry_after=wait)
            if not headers or stats.remaining < int(headers["RateLimit-Remaining"]):
                headers = {"RateLimit-Limit": str(limit), "RateLimit-Remaining": str(stats.remaining)}
                headers["RateLimit-Reset"] = f"{wait:.0f}"
        return headers


def check_declared_size(request: Request, limit: int) -> None:
    """Refuse by `Content-Length` before a byte of the body is read.

    Raises:
        BodyTooLarge: it says more than `limit` bytes.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > limit:
        raise BodyTooLarge(too_large(limit))


def too_large(limit: int) -> str:
    """The sentence for a body over `limit` bytes."""
    size = f"{limit / 2**20:.0f} MiB" if limit >= 2**20 else f"{limit // 1024} KiB"
    return f"The request is larger than the {size} accepted here; send fewer or smaller files."
