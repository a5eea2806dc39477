"""Clients of the model endpoints, further releases, text modes with test keys, and blender-mcp's request byte for byte."""

from __future__ import annotations

import base64
import http.client
import json
import time
from urllib.parse import urlsplit

import pytest

from maquette.formats.glb import write_glb
from maquette.geometry import primitives
from maquette.jobs import accounts
from tests.conformance import clients, model_clients
from tests.conformance.test_clients import request_of
from tests.server.plan import GLB, WEBP

BOX = write_glb(primitives.box(), None, extras={})


def test_texture_client(server, png):
    world = server.world
    run = clients.Run(server.url, world.key, [png], prompt="red", submitted=world.worker.finish)
    got = model_clients.nodetool_texture(run, BOX)
    assert (got.model, got.files["preview.webp"]) == (GLB, WEBP)
    request = request_of(server, got.task)
    assert (request.seed, request.prompt, request.mesh.format) == (5, "red", "glb")
    assert [w.split()[0] for w in request.warnings] == ["reference_scale", "escore"]


def test_bang_clients(server, png):
    world = server.world
    first = model_clients.nodetool_bang(clients.Run(server.url, world.key, submitted=world.worker.finish), BOX)
    assert first.model == GLB
    whole = clients.griptape(clients.Run(server.url, world.key, [png], submitted=world.worker.finish))
    got = model_clients.json_bang(clients.Run(server.url, world.key, submitted=world.worker.finish), whole.task)
    assert request_of(server, got.task).parts == 6
    with pytest.raises(clients.Failure, match="NO_SUCH_TASK"):
        model_clients.json_bang(clients.Run(server.url, world.key), "00000000-0000-0000-0000-000000000000")


def test_polygen_client(server):
    world = server.world
    got = model_clients.later_comfy_polygen(clients.Run(server.url, world.key, submitted=world.worker.finish), BOX)
    assert request_of(server, got.task).target_faces == 8_000


@pytest.mark.parametrize("client", model_clients.RELEASES, ids=lambda c: c.__name__)
def test_other_releases(server, strict_server, png, client):
    used = strict_server if client in model_clients.STRICT else server
    got = client(clients.Run(used.url, used.world.key, [png], submitted=used.world.worker.finish))
    assert got.model == GLB
    expected = {
        "blender_mcp_june": ("Gen-2.5-Medium", 500_000, 4096, []),
        "vendor_fork": ("Sketch", 18_000, 1024, []),
        "vendor_skill_25": ("Gen-2.5-High", 60_000, 4096, ["hd_texture"]),
    }
    request = request_of(used, got.task)
    said = [w.split()[0] for w in request.warnings]
    assert (request.tier, request.target_faces, request.texture_size, said) == expected[client.__name__]


def key_for_tests(used) -> str:
    with used.world.worker.database.write() as conn:
        return accounts.create_key(conn, accounts.ensure_local(conn), mode="test").text


# ComfyUI's nodes of 2025 have no text mode.
TEXT = [*(c for c in clients.PYTHON if c is not clients.comfyui_2025), *model_clients.RELEASES]


@pytest.mark.parametrize("client", TEXT, ids=lambda c: c.__name__)
def test_text_modes_with_a_test_key(server, strict_server, client):
    """The test job ends by the clock; every client then has its model."""
    used = strict_server if client in {*clients.STRICT, *model_clients.STRICT} else server
    wait = lambda task: time.sleep(0.8)  # noqa: E731
    got = client(clients.Run(used.url, key_for_tests(used), [], prompt="a chair", submitted=wait))
    assert got.model in (GLB, GLB[::-1])
    assert request_of(used, got.task).prompt == "a chair"


@pytest.mark.parametrize("client", TEXT, ids=lambda c: c.__name__)
def test_a_magic_value_fails_every_client(server, strict_server, client):
    used = strict_server if client in {*clients.STRICT, *model_clients.STRICT} else server
    wait = lambda task: time.sleep(0.8)  # noqa: E731
    with pytest.raises(clients.Failure, match="fail"):
        client(clients.Run(used.url, key_for_tests(used), [], prompt="maquette:fail", submitted=wait))


def recorded(key: str, picture: bytes, boundary: str = "3c1d5d0b8a2f4e6c9b7a1f0e2d3c4b5a") -> bytes:
    """blender-mcp's request as `requests` puts it on the wire, written from the dossier's §12.1."""
    parts = [
        b'Content-Disposition: form-data; name="images"; filename="0000.png"\r\n\r\n' + picture,
        b'Content-Disposition: form-data; name="tier"\r\n\r\nSketch',
        b'Content-Disposition: form-data; name="mesh_mode"\r\n\r\nRaw',
        b'Content-Disposition: form-data; name="texture_mode"\r\n\r\nhigh',
        b'Content-Disposition: form-data; name="bbox_condition"\r\n\r\n[100, 50, 25]',
    ]
    mark = b"--" + boundary.encode()
    body = b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"
    head = (
        "POST /api/v2/rodin HTTP/1.1\r\n"
        "Host: hyperhuman.deemos.com\r\n"
        "User-Agent: python-requests/2.32.3\r\n"
        "Accept-Encoding: gzip, deflate\r\n"
        "Accept: */*\r\n"
        "Connection: keep-alive\r\n"
        f"Authorization: Bearer {key}\r\n"
        f"Content-Length: {len(body)}\r\n"
        f"Content-Type: multipart/form-data; boundary={boundary}\r\n\r\n"
    )
    return head.encode() + body


def test_blender_mcp_byte_for_byte(server, png):
    where = urlsplit(server.url)
    connection = http.client.HTTPConnection(where.hostname, where.port, timeout=10)
    connection.connect()
    connection.sock.sendall(recorded(server.world.key, png))
    answer = http.client.HTTPResponse(connection.sock, method="POST")
    answer.begin()
    body = json.loads(answer.read())
    connection.close()
    assert (answer.status, body["message"]) == (201, "Submitted.")
    assert body["submit_time"]
    request = request_of(server, body["uuid"])
    assert (request.tier, request.bbox, request.mesh_mode) == ("Sketch", (100, 50, 25), "raw")


def test_an_older_release_that_sends_base64_text(server, png):
    """blender-mcp before pull request 194: the sharp message of issue 177, as a body that the user's model can read."""
    run = clients.Run(server.url, server.world.key, [base64.b64encode(png)])
    with pytest.raises(clients.Failure, match="Input buffer contains unsupported image format"):
        clients.blender_mcp(run)
