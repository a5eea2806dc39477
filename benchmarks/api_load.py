"""Latency of submit and status under a steady load: one server process, no worker, 1 MB pictures.

    python benchmarks/api_load.py [--seconds 60] [--submits 50] [--statuses 300] [--json FILE]

Requests leave on a fixed schedule whether or not earlier ones have been answered (open loop), so a slow server cannot hide behind its
own slowness. The client writes prepared bytes to plain connections; what it takes from the same cores is told with the latencies.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

import numpy as np
import psutil
import uvloop
from machine import describe
from PIL import Image
from server_under_test import ServerUnderTest

BARS = {"submit": 60.0, "status": 15.0}
"""p99, milliseconds."""


class Connection(asyncio.Protocol):
    """A keep-alive connection that carries one request at a time. Request bytes are written where they lie, and nothing is awaited."""

    def __init__(self, idle: list[Connection]) -> None:
        self._idle, self._held = idle, b""
        self._done: Callable[[int, bytes], None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio."""
        self._transport = cast(asyncio.WriteTransport, transport)

    def ask(self, pieces: Sequence[bytes], done: Callable[[int, bytes], None]) -> None:
        """Send a request; `done` gets the status and the body."""
        self._done = done
        self._transport.writelines(pieces)

    def data_received(self, data: bytes) -> None:
        """See asyncio."""
        self._held += data
        end = self._held.find(b"\r\n\r\n") + 4
        if end < 4:
            return
        head = self._held[:end].lower()
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        if len(self._held) < end + length:
            return
        body, self._held = self._held[end : end + length], self._held[end + length :]
        done, self._done = self._done, None
        self._idle.append(self)
        if done is not None:
            done(int(head[9:12]), body)

    def connection_lost(self, error: Exception | None) -> None:
        """An answer that was under way counts as refused."""
        if self in self._idle:
            self._idle.remove(self)
        if self._done is not None:
            self._done(599, b"")


class Connections:
    """As many as are needed at once."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._idle: list[Connection] = []

    async def send(self, pieces: Sequence[bytes]) -> tuple[int, bytes]:
        """Status and body of one answer."""
        answer: asyncio.Future[tuple[int, bytes]] = asyncio.get_running_loop().create_future()
        self.fire(pieces, lambda status, body: answer.set_result((status, body)))
        return await answer

    def fire(self, pieces: Sequence[bytes], done: Callable[[int, bytes], None]) -> None:
        """Send now; `done` gets the status and the body."""
        if self._idle:
            self._idle.pop().ask(pieces, done)
        else:
            task = asyncio.get_running_loop().create_task(self._open(pieces, done))
            self._opening = task  # a task that nobody holds may vanish

    async def _open(self, pieces: Sequence[bytes], done: Callable[[int, bytes], None]) -> None:
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(lambda: Connection(self._idle), "127.0.0.1", self._port)
        connection.ask(pieces, done)


def picture(size: int) -> bytes:
    """A PNG of about `size` bytes: noise around a disc."""
    side = int((size / 3.05) ** 0.5)
    pixels = np.random.default_rng(0).integers(0, 255, (side, side, 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=1)
    return out.getvalue()


def head(path: str, key: str, kind: str, length: int) -> bytes:
    """Of an HTTP/1.1 request."""
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", f"Authorization: Bearer {key}", f"Content-Type: {kind}"]
    return "\r\n".join([*lines, f"Content-Length: {length}", "", ""]).encode()


BOUNDARY = "------------------------d74496d66958873e"
"""As curl makes them."""


class Submit:
    """Submissions with pictures that differ in the bytes after their end: all but those is the same memory."""

    def __init__(self, key: str, image: bytes) -> None:
        part = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="images"; filename="a.png"\r\n'
        before = part.encode() + b"Content-Type: image/png\r\n\r\n" + image
        tier = f'\r\n--{BOUNDARY}\r\nContent-Disposition: form-data; name="tier"\r\n\r\nSketch\r\n--{BOUNDARY}--\r\n'
        self._after = tier.encode()
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        self._before = head("/api/v2/rodin", key, kind, len(before) + 8 + len(self._after)) + before

    def __call__(self, number: int) -> tuple[bytes, bytes]:
        return self._before, number.to_bytes(8, "big") + self._after


async def steadily(
    rate: float, seconds: float, connections: Connections, request: Callable[[int], Sequence[bytes]]
) -> dict[str, object]:
    """Send `rate` requests a second; latencies from the scheduled moment on."""
    loop, finished = asyncio.get_running_loop(), asyncio.Event()
    took: list[float] = []
    bad: list[int] = []
    number = round(rate * seconds)

    def fire(index: int, due: float) -> None:
        connections.fire(request(index), partial(note, due))
        if index + 1 < number:
            following = start + (index + 1) / rate
            loop.call_later(max(following - time.perf_counter(), 0), fire, index + 1, following)

    def note(due: float, status: int, body: bytes) -> None:
        took.append(time.perf_counter() - due)
        if status >= 300:
            bad.append(status)
        if len(took) == number:
            finished.set()

    cpu, start = time.process_time(), time.perf_counter()
    fire(0, start)
    await finished.wait()
    cpu = time.process_time() - cpu
    ms = np.sort(took) * 1e3
    p50, p95, p99 = (round(float(np.quantile(ms, q)), 1) for q in (0.5, 0.95, 0.99))
    row: dict[str, object] = {"rate": rate, "requests": len(ms), "p50_ms": p50, "p95_ms": p95, "p99_ms": p99}
    return row | {
        "max_ms": round(float(ms[-1]), 1),
        "refused": len(bad),
        "client_cpu_ms_each": round(cpu * 1e3 / len(ms), 2),
    }


async def measure(server: ServerUnderTest, options: argparse.Namespace) -> dict[str, object]:
    """Both loads, one after the other."""
    connections, image = Connections(server.port), picture(1_000_000)
    submit = Submit(server.key, image)
    process = psutil.Process(server.pids()[0])
    first = json.loads((await connections.send(submit(2**40)))[1])
    question = json.dumps({"subscription_key": first["jobs"]["subscription_key"]}).encode()
    status = (head("/api/v2/status", server.key, "application/json", len(question)) + question,)
    result: dict[str, object] = {"image_bytes": len(image)}
    await steadily(5, 2, connections, submit)  # warm
    loads: list[tuple[str, float, Callable[[int], Sequence[bytes]]]] = [
        ("submit", options.submits, lambda number: submit(number + 1000)),
        ("status", options.statuses, lambda number: status),
    ]
    for name, rate, request in loads:
        before, cpu = process.memory_info().rss, sum(process.cpu_times()[:2])
        row = await steadily(rate, options.seconds, connections, request)
        row["server_cpu_ms_each"] = round((sum(process.cpu_times()[:2]) - cpu) * 1e3 / int(str(row["requests"])), 2)
        row["memory_mb"] = [before // 10**6, process.memory_info().rss // 10**6]
        row["bar_ms"] = BARS[name]
        result[name] = row
        print(name, row, flush=True)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--submits", type=float, default=50)
    parser.add_argument("--statuses", type=float, default=300)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {"MAQUETTE_WORKERS": "0", "MAQUETTE_PARALLEL_LIMIT": "1000000"}
        with (
            ServerUnderTest(Path(folder), **environment) as server,
            asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
        ):
            result = runner.run(measure(server, options))
    result["machine"] = describe()
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
