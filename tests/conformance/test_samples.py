"""The curl and Python samples of the vendor's quick start and download page, with only the base URL and the key changed."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest
import requests

from tests.server.plan import GLB, WEBP

CURL, BASH, JQ = shutil.which("curl"), shutil.which("bash"), shutil.which("jq")
needs_curl = pytest.mark.skipif(CURL is None or BASH is None, reason="curl or bash is not installed")

SUBMIT = """
curl -s {base}/api/v2/rodin \\
  -H "Authorization: Bearer ${{RODIN_API_KEY}}" \\
  -F "images=@{image}"
"""
# The page's own sample leaves the header out although its table asks for it; {auth} is that header.
DOWNLOAD = """
curl -s -X 'POST' \\
  '{base}/api/v2/download' \\
  -H 'accept: application/json' \\
  -H 'Content-Type: application/json' {auth} \\
  -d '{{
  "task_uuid": "{task}"
}}'"""
SAVE = """ | \\
   jq -r '.list[] | "\\(.url) \\(.name)"' | \\
   while read url name; do
     curl -s -o "$name" "$url"
   done
"""


def shell(text: str, key: str, cwd: Path | None = None) -> str:
    done = subprocess.run(
        [str(BASH), "-c", text],
        env={**os.environ, "RODIN_API_KEY": key},
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    return done.stdout


def same_keys(documented: object, answered: object) -> None:
    """Every documented key is there with a value of the same JSON type."""
    assert type(documented) is type(answered), (documented, answered)
    if isinstance(documented, dict):
        for key, value in documented.items():
            same_keys(value, answered[key])
    elif isinstance(documented, list):
        assert answered
        for entry in answered:
            same_keys(documented[0], entry)


@needs_curl
def test_quick_start(server, png, tmp_path):
    """Submit, then list and save all files with jq; every documented response key for key."""
    image = tmp_path / "image.jpg"
    image.write_bytes(png)
    key = server.world.key
    body = json.loads(shell(SUBMIT.format(base=server.url, image=image), key))
    documented = {"error": None, "message": "Submitted.", "uuid": "", "jobs": {"uuids": [""], "subscription_key": ""}}
    same_keys(documented, body)
    assert body["message"] == documented["message"]

    server.world.worker.finish(body["uuid"])
    fields = {"base": server.url, "task": body["uuid"], "auth": '-H "Authorization: Bearer ${RODIN_API_KEY}"'}
    listed = json.loads(shell(DOWNLOAD.format(**fields), key))
    same_keys({"list": [{"url": "https://example.com/", "name": "test-file"}]}, listed)
    assert set(listed) == {"list"}
    assert all(set(entry) == {"url", "name"} for entry in listed["list"])
    if JQ:
        shell(DOWNLOAD.format(**fields) + SAVE, key, tmp_path)
        assert (tmp_path / "base_basic_pbr.glb").read_bytes() == GLB
        assert (tmp_path / "preview.webp").read_bytes() == WEBP


@needs_curl
def test_the_download_sample_without_its_header_is_401(server):
    fields = {"base": server.url, "task": "x", "auth": ""}
    body = json.loads(shell(DOWNLOAD.format(**fields), server.world.key))
    assert body == {"error": "UNAUTHORIZED", "message": "Active API key is required."}


def test_python_sample_of_the_download_page(server, png):
    """`requests.post` with the page's three headers and its JSON payload."""
    bearer = f"Bearer {server.world.key}"
    submitted = requests.post(
        f"{server.url}/api/v2/rodin", headers={"Authorization": bearer}, files={"images": png}, timeout=10
    ).json()
    server.world.worker.finish(submitted["uuid"])
    headers = {"accept": "application/json", "Content-Type": "application/json", "Authorization": bearer}
    answer = requests.post(
        f"{server.url}/api/v2/download", headers=headers, json={"task_uuid": submitted["uuid"]}, timeout=10
    )
    assert (answer.status_code, answer.headers["content-type"]) == (201, "application/json")
    same_keys({"list": [{"url": "", "name": ""}]}, answer.json())


def test_raw_http_of_the_download_page(server, png):
    """The page's request as it stands on the wire, with the host, the key and the task filled in."""
    bearer = f"Bearer {server.world.key}"
    task = requests.post(
        f"{server.url}/api/v2/rodin", headers={"Authorization": bearer}, files={"images": png}, timeout=10
    ).json()["uuid"]
    server.world.worker.finish(task)
    host, port = server.url.removeprefix("http://").split(":")
    body = f'{{\n  "task_uuid": "{task}"\n}}'
    head = f"POST /api/v2/download HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: {bearer}\r\nContent-Type: application/json\r\n"
    head += f"Accept: */*\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall((head + body).encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    status, _, rest = answer.partition(b"\r\n")
    assert status == b"HTTP/1.1 201 Created"
    same_keys({"list": [{"url": "", "name": ""}]}, json.loads(rest.partition(b"\r\n\r\n")[2]))


@needs_curl
def test_chunked_upload_and_expect_100(server, png, tmp_path):
    image = tmp_path / "image.png"
    image.write_bytes(png)
    for header in ("Transfer-Encoding: chunked", "Expect: 100-continue"):
        text = SUBMIT.format(base=server.url, image=image).rstrip() + f" -F 'tier=Sketch' -H '{header}'"
        assert json.loads(shell(text, server.world.key))["message"] == "Submitted."


@needs_curl
def test_a_much_too_large_upload_is_answered(server, tmp_path):
    """By Content-Length with `Expect`, and without it while the client is still sending."""
    big = tmp_path / "big"
    with big.open("wb") as file:
        file.truncate(150 * 2**20)
    for expect in ("Expect: 100-continue", "Expect:"):
        text = SUBMIT.format(base=server.url, image=big).rstrip() + f" --max-time 20 -H '{expect}'"
        body = json.loads(shell(text, server.world.key))
        assert body["error"] == "INVALID_REQUEST"
        assert "110 MiB" in body["message"]
    assert requests.get(f"{server.url}/healthz", timeout=5).json() == {"status": "ok"}
