"""Latency of submit and status under a steady load: one server process, no worker, 1 MB pictures.

    python benchmarks/api_load.py [--seconds 60] [--submits 50] [--statuses 300] [--json FILE]

Requests leave on a fixed schedule whether or not earlier ones have been answered (open loop), so a slow server cannot hide behind its
own slowness. The client writes prepared bytes to plain sockets and costs little of the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import numpy as np
import psutil
from machine import describe
from PIL import Image
from server_under_test import ServerUnderTest

BARS = {"submit": 60.0, "status": 15.0}
"""p99, milliseconds."""


class Connections:
    """Keep-alive connections; each carries one request at a time."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def send(self, request: bytes) -> tuple[int, bytes]:
        """Status and body of one answer."""
        reader, writer = self._idle.pop() if self._idle else await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(head.split("content-length:")[1].split("\r\n")[0])
        body = await reader.readexactly(length)
        self._idle.append((reader, writer))
        return int(head.split()[1]), body


def picture(size: int) -> bytes:
    """A PNG of about `size` bytes: noise around a disc."""
    side = int((size / 3.05) ** 0.5)
    pixels = np.random.default_rng(0).integers(0, 255, (side, side, 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=1)
    return out.getvalue()


def post(path: str, key: str, kind: str, body: bytes) -> bytes:
    """An HTTP/1.1 request."""
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\nContent-Type: {kind}\r\n"
    return head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


def submit_request(key: str, image: bytes, number: int) -> bytes:
    """Each picture is another one: bytes after its end differ."""
    part = b'--b\r\nContent-Disposition: form-data; name="images"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
    body = (
        part
        + image
        + number.to_bytes(8, "big")
        + b'\r\n--b\r\nContent-Disposition: form-data; name="tier"\r\n\r\nSketch\r\n--b--\r\n'
    )
    return post("/api/v2/rodin", key, "multipart/form-data; boundary=b", body)


async def steadily(rate: float, seconds: float, call: Callable[[int], Awaitable[int]]) -> dict[str, object]:
    """Call it `rate` times a second; latencies from the scheduled moment on."""
    took: list[float] = []
    bad: list[int] = []

    async def one(number: int, due: float) -> None:
        status = await call(number)
        took.append(time.perf_counter() - due)
        if status >= 300:
            bad.append(status)

    start = time.perf_counter()
    tasks = []
    for number in range(int(rate * seconds)):
        due = start + number / rate
        await asyncio.sleep(max(due - time.perf_counter(), 0))
        tasks.append(asyncio.create_task(one(number, due)))
    await asyncio.gather(*tasks)
    ms = np.sort(took) * 1e3
    p50, p95, p99 = (round(float(np.quantile(ms, q)), 1) for q in (0.5, 0.95, 0.99))
    return {"rate": rate, "requests": len(ms), "p50_ms": p50, "p95_ms": p95, "p99_ms": p99, "refused": len(bad)}


async def measure(server: ServerUnderTest, options: argparse.Namespace) -> dict[str, object]:
    """Both loads, one after the other."""
    connections, image = Connections(server.port), picture(1_000_000)
    process = psutil.Process(server.pids()[0])
    first = json.loads((await connections.send(submit_request(server.key, image, 2**40)))[1])
    status = post(
        "/api/v2/status",
        server.key,
        "application/json",
        json.dumps({"subscription_key": first["jobs"]["subscription_key"]}).encode(),
    )

    async def submit(number: int) -> int:
        return (await connections.send(submit_request(server.key, image, number)))[0]

    async def ask(number: int) -> int:
        return (await connections.send(status))[0]

    result: dict[str, object] = {"image_bytes": len(image)}
    await steadily(5, 2, submit)  # warm
    for name, rate, call in (("submit", options.submits, submit), ("status", options.statuses, ask)):
        before, cpu = process.memory_info().rss, sum(process.cpu_times()[:2])
        row = await steadily(rate, options.seconds, call)
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
        with ServerUnderTest(Path(folder), **environment) as server:
            result = asyncio.run(measure(server, options))
    result["machine"] = describe()
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
