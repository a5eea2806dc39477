"""Threads for numpy and embree, which both release the GIL. Chunks have a fixed size, so results do not depend on the core count."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

CHUNK = 1 << 16  # samples: about 20 float32 temporaries of (n, 3) then stay within a few MB of cache and memory
_MAX_THREADS = 8


def map_chunks(work: Callable[[slice], T], count: int, chunk: int = CHUNK) -> list[T]:
    """`work` on consecutive slices that cover `range(count)`; results in order (one empty slice where count is 0)."""
    slices = [slice(i, min(i + chunk, count)) for i in range(0, count, chunk)] or [slice(0, 0)]
    threads = min(len(slices), os.cpu_count() or 1, _MAX_THREADS)
    if threads <= 1:
        return [work(s) for s in slices]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, slices))
