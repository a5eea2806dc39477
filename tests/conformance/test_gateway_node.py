"""`@fal-ai/client` and `replicate` from npm, on loopback, with test keys."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.dialects.gateways import GatewayLoopback
from tests.server.harness import picture

NODE, NPM = shutil.which("node"), shutil.which("npm")
PACKAGES = {"@fal-ai/client": "1.10.1", "replicate": "1.4.0"}
SCRIPT = Path(__file__).with_name("gateway_clients.mjs")


@pytest.fixture(scope="session")
def packages(request):
    """A folder with the clients: that of MAQUETTE_TEST_NODE, else installed once into pytest's cache."""
    if NODE is None or NPM is None:
        pytest.skip("node or npm is not installed")
    folder = Path(os.environ.get("MAQUETTE_TEST_NODE") or request.config.cache.mkdir("node-clients"))
    if not all((folder / "node_modules" / name).exists() for name in PACKAGES):
        wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
        command = [str(NPM), "install", "--no-audit", "--no-fund", "--prefix", str(folder), *wanted]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        if done.returncode:
            pytest.skip(f"npm cannot install {' and '.join(PACKAGES)}: {done.stderr.strip()[-200:]}")
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with GatewayLoopback(tmp_path_factory.mktemp("node"), fetch_allow=("127.0.0.1",), parallel_limit=100) as running:
        yield running


@pytest.fixture
def node(server, packages, tmp_path):
    def run(scenario):
        photo = tmp_path / "chair.png"
        photo.write_bytes(picture())
        command = [str(NODE), str(SCRIPT), str(packages), scenario, server.url, server.world.test_key, str(photo)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_fal_subscribe(node, server):
    got = node("falSubscribe")
    assert got["data"]["model_mesh"]["url"].startswith(f"{server.url}/files/")
    assert len(got["requestId"]) == 36
    assert got["updates"][-1] == "COMPLETED"
    assert {"IN_QUEUE", "IN_PROGRESS"} & set(got["updates"])


def test_fal_streaming_adds_the_logs_up(node):
    got = node("falStreaming")
    assert got["data"]["model_mesh"]["content_type"] == "model/gltf-binary"
    status, logs = got["updates"][-1]
    assert status == "COMPLETED"
    assert len(logs) == len(set(logs))
    assert logs[0].startswith("is_micro was ignored")


def test_fal_run(node):
    got = node("falRun")
    assert set(got["data"]) == {"model_mesh", "textures", "seed", "files"}
    assert len(got["requestId"]) == 36


def test_fal_queue_calls(node):
    got = node("falQueue")
    assert got["status"]["request_id"] == got["requestId"]
    assert got["after"]["status"] == "COMPLETED"
    assert (got["error"]["name"], got["error"]["status"]) == ("ApiError", 400)
    assert "cancelled" in got["error"]["body"]["detail"]


def test_fal_errors(node):
    got = node("falErrors")
    assert (got["wrong"]["name"], got["wrong"]["status"]) == ("ValidationError", 422)
    assert got["wrong"]["body"]["detail"][0]["loc"] == ["body", "tier"]
    assert (got["poor"]["name"], got["poor"]["status"]) == ("ApiError", 403)
    assert (got["failed"]["name"], got["failed"]["status"]) == ("ApiError", 500)


def test_replicate_run(node, server):
    got = node("replicateRun")
    for name in ("waited", "polled", "versioned"):
        assert got[name].startswith(f"{server.url}/files/")
    assert (got["seen"][0], got["seen"][-1]) == ("starting", "succeeded")


def test_replicate_calls(node):
    got = node("replicateCalls")
    assert got["made"]["status"] == "starting"
    assert got["got"]["status"] in ("starting", "processing")
    assert got["canceled"]["status"] == "canceled"
    assert got["made"]["id"] in got["listed"]
    assert got["account"]["type"] == "user"
    assert (got["model"], got["versions"]) == ("rodin", 1)
    assert got["stored"]["metadata"] == {"purpose": "test"}
    assert got["stored"]["id"] in got["files"]
    assert got["removed"] is True


def test_replicate_errors(node):
    got = node("replicateErrors")
    assert [got[name]["status"] for name in ("wrong", "poor", "missing")] == [422, 402, 404]
    assert got["failed"]["message"].startswith("Prediction failed: The job failed")


def test_replicate_validates_our_webhooks(node):
    got = node("replicateWebhook")
    assert got["valid"] is True
    assert got["body"]["status"] == "succeeded"
