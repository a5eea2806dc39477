"""docs/scenario.md is true: each row of its tables is tried, and nothing that the code knows is missing."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest

from maquette.dialects.forms import Form
from maquette.dialects.scenario import dialect, hooks, jobs, values
from maquette.dialects.scenario.errors import STATUS
from maquette.dialects.scenario.models import MODELS, find
from maquette.dialects.scenario.translate import translate
from maquette.errors import InvalidRequest
from maquette.request import ImageInput, MeshInput
from maquette.settings import Settings
from tests.dialects.scenario import plan
from tests.server.harness import picture

ROOT = next(p for p in Path(__file__).parents if (p / "pyproject.toml").exists())
TEXT = (ROOT / "docs" / "scenario.md").read_text()
IMAGE = base64.b64encode(picture()).decode()
GEN1 = "model_rodin-hyper3d"
pytestmark = pytest.mark.asyncio(loop_scope="module")


def table(heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, cells without back-ticks."""
    section = TEXT.split(f"\n{heading}\n", 1)[1]
    lines = re.search(r"(?:^\|.*\n)+", section, re.MULTILINE).group().splitlines()
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines[2:]]


ENDPOINTS, INPUTS, PARAMETERS = (table(h) for h in ("## Endpoints", "## Inputs of the models", "## Other parameters"))


async def test_every_endpoint_is_listed_and_no_other(world):
    listed = {(row[0], row[1]) for row in ENDPOINTS if row[3] == "supported"}
    assert listed == {(method, e.path) for e in dialect.endpoints for method in e.methods}
    async with world.client() as client:
        for method, path, _, claim, _ in ENDPOINTS:
            answer = await client.request(method, re.sub(r"\{\w+\}", "x", path))
            known = answer.status_code != 404 or "docs/http.md" not in answer.text
            assert known == (claim == "supported"), (method, path, answer.text)
            assert claim in ("supported", "refused")
            if answer.status_code >= 400:
                assert {"statusCode", "error", "reason", "message"} <= set(answer.json())


async def test_every_input_is_listed_and_no_other():
    assert {(row[0], row[1]) for row in INPUTS} == {(m.id, i.name) for m in MODELS.values() for i in m.inputs}
    for model in MODELS.values():  # each value of an enumeration has its row, for the two models that define them
        for item in model.inputs if model.id in (GEN1, f"{GEN1}-v2-5") else ():
            shown = {row[2] for row in INPUTS if row[:2] == [model.id, item.name]}
            if item.name in ("quality", "tier"):
                assert set(item.allowed) <= shown


def _ids(count: int) -> list[str]:
    return ["asset_" + f"{n:024d}" for n in range(1, count + 1)]


@pytest.mark.parametrize("row", INPUTS, ids=lambda row: f"{row[0][19:] or '1'}-{row[1]}-{row[2]}-{row[3] or 'alone'}")
async def test_inputs_do_what_the_table_says(row):
    model, name, example, others, claim, result = row
    body: dict[str, object] = {}
    for key, value in (pair.split("=", 1) for pair in others.split()):
        body[key] = _ids(int(value)) if value.isdigit() else value
    if "images" in {i.name for i in find(model).inputs}:
        body.setdefault("images", _ids(1))
    if body.get("images") == []:
        del body["images"]
    body[name] = _ids(int(example.split()[0])) if example.endswith(("file", "files")) else example

    def run():
        form = Form({k: [v] for k, v in body.items()}, {}, "json")
        read = values.read(find(model), form)
        given = frozenset(values.sent(form))
        made = translate(find(model), read, given, engine="inflation", seed=1)
        pictures = tuple(ImageInput(key="k", sha256="0") for _ in read.get("images") or ())
        return made.build(pictures, MeshInput(key="k", sha256="0", format="glb") if read.get("model") else None)

    if claim == "refused":
        with pytest.raises(InvalidRequest) as caught:
            run()
        assert caught.value.field in (name, "images")
        return
    request = run()
    if result:
        attribute, value = result.split("=", 1)
        assert str(getattr(request, attribute)) == value
    said = [w for w in request.warnings if w.startswith(name)]
    assert len(said) == (claim != "supported"), request.warnings
    assert all(("ignored" in w) == (claim == "ignored") for w in said)


async def _base(client, world) -> dict[str, tuple[str, str, dict]]:
    """A request of each route that succeeds as it is."""
    asset = (await client.post("/v1/assets", json={"name": "a.png", "image": IMAGE})).json()["asset"]["id"]
    job = (await client.post(f"/v1/generate/custom/{GEN1}", json={"images": [asset]})).json()["job"]["jobId"]
    world.worker.finish_named(job)
    model = (await client.get(f"/v1/jobs/{job}")).json()["job"]["metadata"]["assetIds"][0]
    parts = {"kind": "image", "fileName": "a.png", "contentType": "image/png", "fileSize": 10, "parts": 1}
    hook = {"url": "https://example.com/hook", "enabledEvents": ["*"]}
    archive = {"query": {"assetIds": [asset]}, "options": {"fileNameTemplate": "<id>"}}
    return {
        "run": ("POST", f"/v1/generate/custom/{GEN1}", {"images": [asset]}),
        "jobs": ("GET", "/v1/jobs", {}),
        "action": ("POST", f"/v1/jobs/{job}/action", {"action": "cancel"}),
        "upload": ("POST", "/v1/assets", {"name": "a.png", "image": IMAGE}),
        "parts": ("POST", "/v1/uploads", parts),
        "assets": ("GET", "/v1/assets", {}),
        "asset": ("GET", f"/v1/assets/{asset}", {}),
        "download": ("POST", f"/v1/assets/{model}/download", {}),
        "archive": ("POST", "/v1/assets/download", archive),
        "models": ("GET", "/v1/models", {}),
        "usages": ("GET", "/v1/usages", {}),
        "hooks": ("POST", "/v1/projects/p/webhook-endpoints", hook),
    }


async def test_parameters_do_what_the_table_says(world):
    async with world.client() as client:
        base = await _base(client, world)
        assert {row[0] for row in PARAMETERS} == set(base)
        for route, where, name, example, claim, remark in PARAMETERS:
            method, path, body = base[route]
            query = {name: example} if where == "query" else {}
            if route == "usages" and name in ("startDate", "endDate"):
                query |= {"startDate": "1999-12-31"} if name == "endDate" else {}
            if where == "body":
                try:
                    value = json.loads(example)
                except ValueError:
                    value = example
                body = body | {name: value}
            plain = {"json": body} if method != "GET" else {}
            answer = await client.request(method, path, params=query, **plain)
            told = (route, name, example, answer.status_code, answer.text[:300])
            if claim == "refused":
                assert answer.status_code == 400, told
                continue
            assert answer.status_code in (200, 269), told
            assert claim in ("supported", "corrected", "ignored")
            if "with a warning" in remark:
                assert name in answer.headers["x-maquette-warnings"]
            if answer.status_code == 200 and route == "run":
                await client.post(f"/v1/jobs/{answer.json()['job']['jobId']}/action", json={"action": "cancel"})


async def test_documents_have_the_keys_of_the_table(world):
    rows = {row[0]: [set(cell.split()) for cell in row[1:]] for row in table("## Documents")}

    def check(name: str, found: dict) -> None:
        always, sometimes, never = rows[name]
        assert always <= set(found) <= always | sometimes, set(found) ^ always
        assert not set(found) & never

    async with world.client() as client:
        base = await _base(client, world)
        for job in (await client.get("/v1/jobs")).json()["jobs"]:
            check("job", job)
            check("job metadata", job["metadata"])
        for asset in (await client.get("/v1/assets")).json()["assets"]:
            check("asset", asset)
        upload = (await client.post("/v1/uploads", json=base["parts"][2])).json()["upload"]
        check("upload", upload)


async def test_statuses_events_errors_and_settings():
    assert all(f"`{word}`" in TEXT for word in jobs.STATUSES.values())
    assert [row[0] for row in table("## Webhooks")] == list(hooks.EVENTS)
    sent = {row[0] for row in table("## Webhooks") if row[1] != "never"} - {"*"}
    kinds = ("generation", "asset.download")
    assert sent == {f"{kind}.{ending}" for kind in kinds for ending in ("created", "completed", "failed")}
    assert {int(row[0]) for row in table("## Errors")} == set(STATUS.values()) | {405}
    assert 409 not in STATUS.values()
    assert {n.lower() for n in re.findall(r"MAQUETTE_([A-Z_]+)", TEXT)} <= set(Settings.model_fields)
    assert f"`MAQUETTE_LINK_SECONDS` ({Settings.model_fields['link_seconds'].default})" in TEXT
    assert all(f"`{m}`" in TEXT for m in MODELS)
    assert plan.cube().faces.shape == (12, 3)
