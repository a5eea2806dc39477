"""CSM's clients against a server on loopback: every version and way, with test keys, whose jobs run by themselves."""

from __future__ import annotations

import io

import pytest
import requests
from PIL import Image

from tests.conformance import csm_clients as clients
from tests.conformance.csm_clients import Client, Failure
from tests.dialects.csm.worlds import CsmLoopback, data_url

VERSIONS = (clients.v0_1_9, clients.v0_1_6, clients.v0_1_4, clients.v0_1_2, clients.v0_0_2)
SPINNERS = (clients.v0_1_4, clients.v0_1_2, clients.v0_0_2)


@pytest.fixture(scope="module")
def csm(tmp_path_factory):
    with CsmLoopback(tmp_path_factory.mktemp("csm-loopback")) as running:
        yield running


@pytest.fixture
def client(csm, tmp_path):
    return Client(csm.url, csm.world.test_key, tmp_path)


@pytest.mark.parametrize("form", ["glb", "obj", "usdz"])
@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: v.__name__)
def test_every_version_gets_its_mesh(client, version, form):
    kind = "zip" if form == "obj" and version in SPINNERS else form
    assert version(client, data_url(), form).read_text() == f"{kind} test"


@pytest.mark.parametrize("form", ["zip", "fbx"])
def test_the_newest_version_knows_more_formats(client, form):
    saved = clients.v0_1_9(client, data_url(), form, geometry_model="base", texture_model="pbr", resolution=50_000)
    assert saved.read_text() == f"{form} test"
    assert saved.suffix == f".{form}"


@pytest.mark.parametrize("version", SPINNERS, ids=lambda v: v.__name__)
def test_spins_previews_and_refinements(client, version):
    saved = version(client, data_url(), spin=True, refine=True)
    assert saved.read_text() == "glb test"
    assert (client.folder / "spin.mp4").read_text() == "turntable.mp4"


@pytest.mark.parametrize(
    ("version", "again"),
    [(clients.v0_1_9, True), (clients.v0_1_4, False), (clients.v0_0_2, False)],
    ids=lambda v: str(v)[:20],
)
def test_text_to_3d_with_a_test_key(client, version, again):
    mesh, saved = clients.text_to_3d(client, "a small robot", version, again=again)
    assert mesh.read_text() == "glb test"
    assert Image.open(io.BytesIO(saved.read_bytes())).size == (64, 64)


def test_text_to_3d_with_a_live_key_is_refused_clearly(csm, tmp_path):
    live = Client(csm.url, csm.world.key, tmp_path)
    with pytest.raises(Failure, match="400"):
        clients.text_to_3d(live, "a small robot", clients.v0_1_9, again=True)
    answer = requests.post(f"{csm.url}/tti-sessions", json={"prompt": "a robot"}, headers=live.headers, timeout=10)
    assert "engine" in answer.json()["message"]


def test_the_evaluation_tool(client):
    [saved] = clients.evaluation(client, data_url(), texture_model="baked")
    assert saved.read_text() == "glb test"


def test_the_evaluation_tool_shows_the_message(client):
    with pytest.raises(Failure, match="resolution"):
        clients.evaluation(client, data_url(), resolution="many")
    with pytest.raises(Failure, match="Invalid API key"):
        clients.evaluation(Client(client.base, "x" * 32, client.folder), data_url())


@pytest.mark.parametrize(
    ("magic", "message"),
    [("insufficient", "402"), ("parallel", "429"), ("ratelimit", "429"), ("unavailable", "503"), ("forbidden", "403")],
)
def test_refusals_on_demand(client, magic, message):
    with pytest.raises(Failure, match=message):
        clients.v0_1_9(client, data_url(), name=f"maquette:{magic}")


def test_failures_on_demand(client):
    with pytest.raises(Failure, match="session_status is failed"):
        clients.v0_1_9(client, data_url(), name="maquette:fail")
    with pytest.raises(Failure, match="status is failed"):
        clients.text_to_3d(client, "maquette:fail", clients.v0_1_9, again=True)


def test_a_wrong_key_is_401(client):
    with pytest.raises(Failure, match="401"):
        clients.v0_1_4(Client(client.base, "x" * 32, client.folder), data_url())
