"""Request rate per key, and sizes of bodies."""

from __future__ import annotations

import hashlib
import time

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from starlette.requests import Request

from maquette.errors import MaquetteError, RateLimited

SMALL_BODY = 64 * 1024
"""Bytes of a body on endpoints that take no files."""
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
    """At most `per_minute` requests per key and minute, in this process; 0 = no limit."""

    def __init__(self, per_minute: int) -> None:
        self._item = RateLimitItemPerMinute(per_minute) if per_minute else None
        self._strategy = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def check(self, key: str) -> None:
        """Count one request.

        Raises:
            RateLimited: too many; `retry_after` says when the next one may come.
        """
        if self._item is None:
            return
        name = hashlib.sha256(key.encode()).hexdigest()
        if await self._strategy.hit(self._item, name):
            return
        stats = await self._strategy.get_window_stats(self._item, name)
        wait = max(stats.reset_time - time.time(), 1.0)
        raise RateLimited(f"More than {self._item.amount} requests in a minute; wait {wait:.0f} s.", retry_after=wait)


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
