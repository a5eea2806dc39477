"""A real `maquette serve` with an empty data folder, for benchmarks that speak HTTP."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import requests


class ServerUnderTest:
    """Context manager: `url`, `key` and `headers` of a server in a process group of its own."""

    def __init__(self, folder: Path, *, key: str = "", **environment: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.key = key
        self._lines: list[str] = []
        self.environment = os.environ | {"MAQUETTE_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"} | environment

    def __enter__(self) -> ServerUnderTest:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "maquette.cli.main", "serve", "--port", str(self.port)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        threading.Thread(target=self._read, daemon=True).start()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self._process.poll() is None:
            found = re.search(r"mq_\w+", "".join(self._lines))
            if (found or self.key) and self._healthy():
                self.key = self.key or found.group()
                return self
            time.sleep(0.1)
        self.__exit__()
        raise RuntimeError("the server did not start:\n" + "".join(self._lines))

    def __exit__(self, *exc: object) -> None:
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)

    def _read(self) -> None:
        assert self._process.stdout
        self._lines.extend(self._process.stdout)

    def _healthy(self) -> bool:
        try:
            return requests.get(self.url + "/healthz", timeout=2).ok
        except requests.RequestException:  # not listening yet, or too busy to answer
            return False

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}

    def wait(self, subscription_key: str, seconds: float = 120.0) -> list[dict[str, str]]:
        """Poll `/status` until every job is final."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            answer = requests.post(
                f"{self.url}/api/v2/status",
                headers=self.headers,
                json={"subscription_key": subscription_key},
                timeout=30,
            )
            jobs: list[dict[str, str]] = answer.json()["jobs"]
            if all(j["status"] in ("Done", "Failed") for j in jobs):
                return jobs
            time.sleep(0.05)
        raise TimeoutError(f"not finished after {seconds} s")

    def status(self, subscription_key: str) -> list[dict[str, str]]:
        """Jobs of a task, as `/status` gives them."""
        body = {"subscription_key": subscription_key}
        answer = requests.post(f"{self.url}/api/v2/status", headers=self.headers, json=body, timeout=30)
        jobs: list[dict[str, str]] = answer.json()["jobs"]
        return jobs

    def pids(self) -> list[int]:
        """The server and all processes below it."""
        root = psutil.Process(self._process.pid)
        return [root.pid, *(child.pid for child in root.children(recursive=True))]

    def peak_memory_mb(self) -> int:
        """Largest peak resident size of any process of the server, MB, as the kernel counts it (Linux)."""
        peaks = [0]
        for pid in self.pids():
            try:
                lines = Path(f"/proc/{pid}/status").read_text().splitlines()
            except OSError:
                continue
            peaks += [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
        return max(peaks) // 1000
