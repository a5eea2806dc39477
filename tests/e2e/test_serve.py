"""`maquette serve` as a person runs it: one command, a printed key, a Rodin client on loopback, and `kill -9`."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
import requests
from server_under_test import ServerUnderTest

from maquette.formats.glb_reader import read_glb
from maquette.geometry.measure import measure

ROOT = Path(__file__).parents[2]
PICTURE = next((ROOT / "src/maquette/examples").glob("*.png")).read_bytes()


def submit(server: ServerUnderTest, **fields: str) -> dict:
    answer = requests.post(
        server.url + "/api/v2/rodin",
        headers=server.headers,
        data={"tier": "Sketch", **fields},
        files={"images": PICTURE},
        timeout=30,
    )
    assert answer.status_code == 201, answer.text
    return answer.json()


def download(server: ServerUnderTest, task: str) -> list[dict[str, str]]:
    answer = requests.post(
        server.url + "/api/v2/download", headers=server.headers, json={"task_uuid": task}, timeout=30
    )
    assert answer.status_code == 201, answer.text
    return answer.json()["list"]


def balance(server: ServerUnderTest) -> float:
    return requests.get(server.url + "/api/v2/check_balance", headers=server.headers, timeout=30).json()["balance"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    with ServerUnderTest(tmp_path_factory.mktemp("server")) as running:
        yield running


def test_the_whole_way_of_a_rodin_client(server: ServerUnderTest) -> None:
    before = balance(server)
    task = submit(server, seed="7", quality_override="18000", mesh_mode="Raw")
    assert task["error"] is None
    assert {j["status"] for j in server.wait(task["jobs"]["subscription_key"])} == {"Done"}
    files = download(server, task["uuid"])
    assert [f["name"] for f in files] == ["base_basic_pbr.glb", "preview.webp"]
    glb = requests.get(files[0]["url"], timeout=30)
    assert glb.headers["content-type"] == "model/gltf-binary"
    assert "content-encoding" not in glb.headers
    mesh, textures, extras = read_glb(glb.content)
    report = measure(mesh, textures)
    assert (report.watertight, report.outward, report.degenerate_faces) == (True, True, 0)
    assert extras["seed"] == 7
    assert requests.get(files[1]["url"], timeout=30).content[8:12] == b"WEBP"
    assert before - balance(server) == pytest.approx(task["consumed"])


def test_an_empty_picture_fails_with_a_reason_and_costs_nothing(server: ServerUnderTest) -> None:
    from io import BytesIO

    from PIL import Image

    before = balance(server)
    blank = BytesIO()
    Image.new("RGB", (256, 256), "white").save(blank, "PNG")
    answer = requests.post(
        server.url + "/api/v2/rodin",
        headers=server.headers,
        data={"tier": "Sketch"},
        files={"images": blank.getvalue()},
        timeout=30,
    ).json()
    jobs = server.wait(answer["jobs"]["subscription_key"])
    assert {j["status"] for j in jobs} == {"Failed"}
    assert any("object" in j.get("error", "") for j in jobs)
    assert balance(server) == before


def test_a_job_survives_the_death_of_everything(tmp_path: Path) -> None:
    with ServerUnderTest(tmp_path) as first:
        key = first.key
        task = submit(first)
        deadline = time.monotonic() + 30
        while "Generating" not in str(first.status(task["jobs"]["subscription_key"])) and time.monotonic() < deadline:
            time.sleep(0.05)
        for pid in first.pids():
            os.kill(pid, signal.SIGKILL)
    with ServerUnderTest(tmp_path, key=key) as second:
        assert {j["status"] for j in second.wait(task["jobs"]["subscription_key"])} == {"Done"}
        assert len(download(second, task["uuid"])) == 2
