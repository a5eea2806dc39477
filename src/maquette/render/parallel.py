"""Threads for numpy, OpenCV and embree, which all release the GIL. Chunks have a fixed size, so results do not depend on the core count."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")

CHUNK = 1 << 16  # samples: about 20 float32 temporaries of (n, 3) then stay within a few MB of cache and memory
_MAX_THREADS = 8
_here = threading.local()  # `busy`: this thread is one of `map_items` already, so its chunks run one after the other


def map_chunks(work: Callable[[slice], T], count: int, chunk: int = CHUNK) -> list[T]:
    """`work` on consecutive slices that cover `range(count)`; results in order (one empty slice where count is 0)."""
    slices = [slice(i, min(i + chunk, count)) for i in range(0, count, chunk)] or [slice(0, 0)]
    threads = 1 if getattr(_here, "busy", False) else min(len(slices), os.cpu_count() or 1, _MAX_THREADS)
    if threads <= 1:
        return [work(s) for s in slices]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, slices))


def map_items(work: Callable[[S], T], items: Sequence[S]) -> Iterator[T]:
    """`work` on each item, a thread for each core, results in order as they come; a few wait at most, however slow the consumer is."""
    threads = min(len(items), os.cpu_count() or 1, _MAX_THREADS)

    def alone(item: S) -> T:
        _here.busy = True
        try:
            return work(item)
        finally:
            _here.busy = False

    if threads <= 1:
        yield from map(work, items)
        return
    with ThreadPoolExecutor(threads) as pool:
        ahead = 2 * threads
        pending = [pool.submit(alone, item) for item in items[:ahead]]
        try:
            for k in range(len(items)):
                result = pending[k].result()
                if k + ahead < len(items):
                    pending.append(pool.submit(alone, items[k + ahead]))
                pending[k] = pending[-1]  # lets go of the finished item
                yield result
        finally:
            for future in pending:
                future.cancel()
