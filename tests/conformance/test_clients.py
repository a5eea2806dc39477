"""Vector (a): each row of the client matrix runs against the server, with a picture to the end, and is refused properly without one."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from maquette.request import GenerationRequest
from tests.conformance import clients
from tests.server.harness import Loopback
from tests.server.plan import GLB, WEBP

# What each client's request must become: mesh mode, faces, texture size, material, and the names that its warnings begin with.
EXPECTED = {
    "blender_mcp": ("raw", 18_000, 1024, "pbr", ["texture_mode"]),
    "comfyui_2025": ("raw", 18_000, 1024, "pbr", ["mesh_mode", "quality_override"]),
    "comfyui_25": ("raw", 20_000, 4096, "shaded", ["hd_texture"]),
    "vendor_skill": ("raw", 18_000, 1024, "pbr", ["mesh_mode", "addons"]),
    "vendor_mcp": ("quad", 200_000, 4096, "pbr", []),
    "comfyui_rodin": ("quad", 18_000, 2048, "all", []),
    "griptape": ("raw", 36_000, 2048, "pbr", []),
    "later_comfy_nodes": ("raw", 50_000, 2048, "pbr", ["detail_level"]),
    "ctate": ("quad", 18_000, 2048, "pbr", []),
    "second_body": ("raw", 3_000, 2048, "pbr", []),
    "node": ("raw", 3_000, 2048, "pbr", []),
}
BOXES = {
    "blender_mcp": (100, 50, 25),
    "comfyui_25": (100, 320, 100),
    "vendor_skill": (100, 100, 100),
    "vendor_mcp": (100, 100, 100),
    "comfyui_rodin": (100, 150, 100),
    "griptape": (1, 2, 3),
    "second_body": (100, 320, 100),
    "node": (100, 320, 100),
}


def request_of(server: Loopback, task: str) -> GenerationRequest:
    from maquette.jobs import queries

    with server.world.worker.database.read() as conn:
        return queries.load_job(conn, None, task).request


def check_request(name: str, request: GenerationRequest) -> None:
    got = (request.mesh_mode, request.target_faces, request.texture_size, request.material)
    assert (*got, [w.split()[0] for w in request.warnings]) == EXPECTED[name]
    assert request.bbox == BOXES.get(name)


@pytest.mark.parametrize("client", clients.PYTHON, ids=lambda c: c.__name__)
def test_python_clients_get_their_model(server, strict_server, png, client):
    used = strict_server if client in clients.STRICT else server
    world = used.world
    got = client(clients.Run(used.url, world.key, [png], submitted=world.worker.finish))
    assert got.model == (GLB[::-1] if client is clients.comfyui_rodin or client is clients.comfyui_25 else GLB)
    if client is not clients.blender_mcp:
        assert got.files["preview.webp"] == WEBP
    check_request(client.__name__, request_of(used, got.task))


@pytest.mark.parametrize("client", clients.PYTHON, ids=lambda c: c.__name__)
def test_python_clients_understand_a_refusal(server, strict_server, client):
    """Every client must see a refusal as a failure with the server's sentence, not as a crash."""
    used = strict_server if client in clients.STRICT else server
    with pytest.raises(clients.Failure, match=r"2500|INVALID_REQUEST"):
        client(clients.Run(used.url, used.world.key, [], prompt="a chair " * 400))


@pytest.mark.parametrize("client", clients.PYTHON, ids=lambda c: c.__name__)
def test_python_clients_see_a_failed_job(server, strict_server, png, client):
    from maquette.errors import EngineError

    used = strict_server if client in clients.STRICT else server
    fail = lambda task: used.world.worker.fail(task, EngineError("It broke."), 4)  # noqa: E731
    with pytest.raises(clients.Failure, match="fail"):
        client(clients.Run(used.url, used.world.key, [png], submitted=fail))


def test_the_vendors_skill_needs_the_setting(server, png):
    """The documented `"error": null` is what this client takes for a failure; docs/rodin.md says so."""
    with pytest.raises(clients.Failure):
        clients.vendor_skill(clients.Run(server.url, server.world.key, [png]))


NODE = shutil.which("node")
SCRIPT = Path(__file__).with_name("node_clients.mjs")


@pytest.mark.skipif(NODE is None, reason="node is not installed")
@pytest.mark.parametrize("client", ["ctate", "second_body", "node"])
def test_node_clients(server, png, tmp_path, client):
    photo = tmp_path / "photo"
    photo.write_bytes(png)
    command = [str(NODE), str(SCRIPT), client, server.url, server.world.key, str(photo)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        first = json.loads(process.stdout.readline())
        assert "submitted" in first, first
        assert first["consumed"] == 0.5
        server.world.worker.finish(first["submitted"])
        print("go", file=process.stdin, flush=True)
        result = json.loads(process.stdout.readline())
    assert result.get("model") == hashlib.sha256(GLB).hexdigest(), result
    assert set(result["files"]) == {"base_basic_pbr.glb", "preview.webp"}
    check_request(client, request_of(server, first["submitted"]))


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_node_client_understands_a_refusal(server):
    command = [str(NODE), str(SCRIPT), "second_body", server.url, server.world.key, "", "a chair " * 400]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert done.returncode == 3
    assert "2500" in json.loads(done.stdout)["failure"]
