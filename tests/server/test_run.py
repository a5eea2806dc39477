"""`serve` as a process: a client's whole way with a real worker, the key shown once, and a clean end."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import requests

from maquette.errors import Unavailable
from maquette.server.run import listen, local_url
from tests.server.harness import picture
from tests.server.plan import GLB

SERVE = """
import sys
from pathlib import Path
from maquette.dialects.rodin import dialect
from maquette.server.run import serve
from maquette.settings import load_settings
serve(load_settings(data_dir=Path(sys.argv[1]), port=0), plan="tests.server.plan", dialects=[dialect])
"""


def start(data_dir: Path) -> tuple[subprocess.Popen[str], list[str]]:
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(data_dir)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    return process, [process.stdout.readline().strip()]


def get(url: str, **kwargs) -> requests.Response:
    for _ in range(100):
        try:
            return requests.get(url, timeout=5, **kwargs)
        except requests.ConnectionError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


def test_a_clients_whole_way_and_a_clean_end(tmp_path):
    process, lines = start(tmp_path)
    try:
        assert process.stdout
        url = lines[0].removeprefix("Maquette listens on ")
        key = process.stdout.readline().strip().removeprefix("API key: ")
        assert key.startswith("mq_")
        assert get(f"{url}/healthz").json() == {"status": "ok"}
        headers = {"Authorization": f"Bearer {key}"}
        body = requests.post(f"{url}/api/v2/rodin", headers=headers, files={"images": picture()}, timeout=10).json()
        seen = []
        for _ in range(200):
            status = {"subscription_key": body["jobs"]["subscription_key"]}
            jobs = requests.post(f"{url}/api/v2/status", headers=headers, json=status, timeout=10).json()["jobs"]
            seen.append([j["status"] for j in jobs])
            if set(seen[-1]) <= {"Done", "Failed"}:
                break
            time.sleep(0.1)
        assert seen[-1] == ["Done", "Done"]
        listed = requests.post(
            f"{url}/api/v2/download", headers=headers, json={"task_uuid": body["uuid"]}, timeout=10
        ).json()["list"]
        assert [f["name"] for f in listed] == ["base_basic_pbr.glb", "preview.webp"]
        assert get(listed[0]["url"]).content == GLB
        children = psutil.Process(process.pid).children(recursive=True)
        assert children
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(30)
    assert code == 0
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive

    process, lines = start(tmp_path)
    try:
        url = lines[0].removeprefix("Maquette listens on ")
        assert get(f"{url}/api/v2/check_balance", headers={"Authorization": f"Bearer {key}"}).json() == {
            "balance": 999999.5
        }
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=30)[0]
    assert process.returncode == 0
    assert "mq_" not in rest


def test_a_taken_port_is_said_with_the_remedy():
    with listen("127.0.0.1", 0) as first, pytest.raises(Unavailable, match=r"Choose another --host or --port\."):
        listen("127.0.0.1", first.getsockname()[1])
    with pytest.raises(Unavailable):
        listen("host.invalid", 0)


def test_local_url():
    with listen("0.0.0.0", 0) as bound:
        assert local_url(bound) == f"http://127.0.0.1:{bound.getsockname()[1]}"
    if socket.has_ipv6:
        with listen("::1", 0) as bound:
            assert local_url(bound).startswith("http://[::1]:")
