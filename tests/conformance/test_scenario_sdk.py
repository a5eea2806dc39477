"""The vendor's own client, `scenario-sdk` 2.4.0 from PyPI, through every call of the dossier's §8 and §9: tolerant and strict."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import threading
import time
import zipfile
from io import BytesIO

import httpx
import pytest

from maquette.formats.registry import read_asset
from maquette.webhooks.signing import verify
from tests.dialects.scenario import plan
from tests.dialects.scenario.world import ScenarioLoopback
from tests.net.servers import Site
from tests.server.harness import picture

sdk = pytest.importorskip("scenario_sdk", reason="the vendor's client is not installed; pip install scenario-sdk")
GEN1 = "model_rodin-hyper3d"
PNG = picture()
IMAGE = base64.b64encode(PNG).decode()
END = ("success", "failure", "canceled")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scenario")
    with ScenarioLoopback(folder, fetch_allow=("127.0.0.1",), webhook_seconds=5) as running:
        yield running


@pytest.fixture(scope="module", params=["tolerant", "strict"])
def client(server, request):
    key, secret = server.world.pair
    strict = request.param == "strict"
    with sdk.Scenario(
        api_key=key, api_secret=secret, base_url=f"{server.url}/v1", max_retries=0, _strict_response_validation=strict
    ) as opened:
        yield opened


@pytest.fixture
def trial(server):
    """A test key as bearer: jobs go by themselves."""
    with sdk.Scenario(
        bearer_auth=server.world.test_key, base_url=f"{server.url}/v1", _strict_response_validation=True
    ) as opened:
        yield opened


def uploaded(client) -> str:
    return client.assets.upload(name="in.png", image=IMAGE).asset.id


def finished(server, client, **inputs) -> str:
    """The id of a job that has succeeded."""
    run = client.generate.run_model(model_id=GEN1, body={"images": [uploaded(client)], **inputs})
    server.world.worker.finish_named(run.job.job_id)
    return run.job.job_id


def test_minimal_happy_path(server, client):
    """§9 word for word: upload, run, poll, assets, a bare GET of the file."""
    up = client.assets.upload(name="in.png", image=IMAGE)
    assert (up.asset.kind, up.asset.source, up.asset.mime_type, up.asset.privacy) == (
        "image",
        "uploaded",
        "image/png",
        "private",
    )
    assert httpx.get(up.asset.url).content == PNG
    run = client.generate.run_model(model_id=GEN1, body={"images": [up.asset.id]})
    assert (run.job.status, run.job.job_type, run.job.metadata.asset_ids) == ("queued", "custom", [])
    assert run.creative_units_cost == run.job.billing.cu_cost == 0.5
    assert run.job.metadata.input == {"modelId": GEN1, "images": [up.asset.id]}
    server.world.worker.finish_named(run.job.job_id)
    while (job := client.jobs.retrieve(run.job.job_id).job).status not in END:
        time.sleep(0.1)
    assert (job.status, job.progress) == ("success", 1)
    assert [s.status for s in job.status_history] == ["queued", "in-progress", "success"]
    urls = [client.assets.retrieve(a).asset.url for a in job.metadata.asset_ids]
    answer = httpx.get(urls[0])
    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "content-encoding" not in answer.headers
    mesh = read_asset(answer.content, "glb")[0]
    assert len(mesh.faces) == 12


def test_asset_documents(server, client):
    job = client.jobs.retrieve(finished(server, client, seed=1234)).job
    asset = client.assets.retrieve(job.metadata.asset_ids[0]).asset
    assert (asset.kind, asset.source, asset.metadata.type, asset.mime_type) == (
        "3d",
        "img23d",
        "img23d",
        "model/gltf-binary",
    )
    assert (asset.properties.face_count, asset.properties.vertex_count) == (12, asset.properties.vertex_count)
    assert (asset.properties.has_normals, asset.properties.has_u_vs, asset.properties.format) == (True, False, "glb")
    assert asset.properties.dimensions == [1, 1, 1]
    assert (asset.metadata.seed, asset.metadata.parent_job_id, asset.metadata.parent_id) == (
        "1234",
        job.job_id,
        job.metadata.input["images"][0],
    )
    assert (asset.owner_id, asset.author_id) == (job.owner_id, job.author_id)
    assert httpx.get(asset.thumbnail.url).headers["content-type"] == "image/webp"
    picture_of = client.assets.retrieve(asset.thumbnail.asset_id).asset
    assert (picture_of.kind, picture_of.metadata.parent_id) == ("image", asset.id)


def test_dry_run(client, server):
    """HTTP 269 and no job; the strict client must refuse it, as it does with the vendor's."""
    before = [j.job_id for j in client.jobs.list()]
    body = {"images": [uploaded(client)], "tier": "Sketch"}
    raw = client.generate.with_raw_response.run_model(model_id=GEN1, body=body, dry_run="api")
    assert raw.http_response.status_code == 269
    assert raw.http_response.json() == {
        "creativeUnitsCost": 0.5,
        "creativeUnitsDiscount": 0,
        "costDetails": {"custom-generation": 0.5},
    }
    if client._strict_response_validation:
        with pytest.raises(sdk.APIResponseValidationError):
            client.generate.run_model(model_id=GEN1, body=body, dry_run="true")
    else:
        priced = client.generate.run_model(model_id=GEN1, body=body, dry_run="true")
        assert (priced.job, priced.creative_units_cost) == (None, 0.5)
    assert [j.job_id for j in client.jobs.list()] == before


def test_jobs_list_and_cancel(client, server):
    ids = [client.generate.run_model(model_id=GEN1, body={"images": [uploaded(client)]}).job.job_id for _ in range(3)]
    listed = list(client.jobs.list(page_size=2))
    assert [j.job_id for j in listed][:3] == ids[::-1]
    assert len({j.job_id for j in listed}) == len(listed)
    assert {j.job_id for j in client.jobs.list(status="queued")} >= set(ids)
    for job_id in ids:
        assert client.jobs.trigger_action(job_id, action="cancel").job.status == "canceled"
    assert client.jobs.trigger_action(ids[0], action="cancel").job.status == "canceled"
    assert {j.job_id for j in client.jobs.list(status="canceled", types=["custom", "upload"])} >= set(ids)
    for empty in ({"status": "pending"}, {"types": ["upload"]}, {"workflow_id": "w"}, {"author_id": "apiu_other"}):
        assert list(client.jobs.list(**empty)) == []
    assert list(client.jobs.list(created_after="2100-01-01T00:00:00Z")) == []
    assert len(list(client.jobs.list(updated_after="2020-01-01", author_id=listed[0].author_id))) == len(listed)


def test_assets_list_bulk_delete(client, server):
    first, second = uploaded(client), uploaded(client)
    job = client.jobs.retrieve(finished(server, client)).job
    model = job.metadata.asset_ids[0]
    everything = list(client.assets.list(page_size=1))
    ids = [a.id for a in everything]
    assert len(set(ids)) == len(ids)
    assert {first, second, model} <= set(ids)
    stamps = [a.created_at for a in everything]
    assert stamps == sorted(stamps, reverse=True)
    rising = [a.id for a in client.assets.list(page_size=2, sort_by="createdAt", sort_direction="asc")]
    assert sorted(rising) == sorted(ids)
    assert rising.index(first) < rising.index(second) < rising.index(model)
    assert {a.metadata.type for a in client.assets.list(types=["img23d", "3d-texture"])} == {"img23d"}
    mine = [a.id for a in client.assets.list(inference_id=job.job_id)]
    assert set(mine) == {model, client.assets.retrieve(model).asset.thumbnail.asset_id}
    parent = job.metadata.input["images"][0]
    assert [a.id for a in client.assets.list(parent_asset_id=parent)] == [model]
    assert model in {a.id for a in client.assets.list(model_id=GEN1, privacy="private")}
    assert list(client.assets.list(privacy="public")) == list(client.assets.list(deleted=True)) == []
    assert list(client.assets.list(created_before="2020-01-01T00:00:00Z")) == []

    bulk = client.assets.get_bulk(asset_ids=[first, model, "asset_" + "z" * 22])
    assert [a.id for a in bulk.assets] == [first, model]
    assert client.assets.delete_multiple(asset_ids=[first, model, first]) == {}
    for gone in (first, model):
        with pytest.raises(sdk.NotFoundError):
            client.assets.retrieve(gone)
    assert client.jobs.retrieve(job.job_id).job.metadata.asset_ids == []
    restored = client.assets.restore_multiple(asset_ids=[first, second])
    assert restored.restored_asset_ids == []
    assert [(s.asset_id, s.reason) for s in restored.skipped_assets] == [(first, "not-found"), (second, "not-deleted")]


def test_asset_updates(client, server):
    asset = client.assets.upload(
        name="b.png", image=f"data:image/png;base64,{IMAGE}", collection_ids=["c1"], parent_id="asset_p"
    ).asset
    assert (asset.collection_ids, asset.metadata.parent_id) == (["c1"], "asset_p")
    assert (asset.metadata.width, asset.metadata.height) == (64, 64)
    changed = client.assets.update_tags(asset.id, add=["sci-fi", "red"], delete=["x"])
    assert (changed.added, changed.deleted) == (["sci-fi", "red"], [])
    client.assets.update_tags(asset.id, delete=["red"])
    told = client.assets.update(asset.id, name="New", description="A disc").asset
    assert (told.tags, told.description, told.metadata.name) == (["sci-fi"], "A disc", "New")
    model = client.jobs.retrieve(finished(server, client)).job.metadata.asset_ids[0]
    client.assets.update_tags(model, add=["mine"])
    assert [a.id for a in client.assets.list(tags="mine")] == [model]
    client.assets.delete_multiple(asset_ids=[model])
    with pytest.raises(sdk.BadRequestError):
        client.assets.update_tags(asset.id, delete=["absent"], strict=True)


def test_upload_in_parts(client):
    half = len(PNG) // 2 + 1
    begun = client.uploads.create(
        kind="image",
        file_name="big.png",
        content_type="image/png",
        file_size=len(PNG),
        parts=2,
        asset_options={"hide": True},
    ).upload
    assert (begun.status, begun.source, begun.parts_count, begun.entity_id) == ("pending", "multipart", 2, None)
    assert [p.number for p in begun.parts] == [1, 2]
    with pytest.raises(sdk.BadRequestError):
        client.uploads.trigger_action(begun.id, action="complete")
    for part, piece in zip(begun.parts, (PNG[:half], PNG[half:]), strict=True):
        assert httpx.put(part.url, content=piece).status_code == 200
    done = client.uploads.trigger_action(begun.id, action="complete").upload
    seen = client.uploads.retrieve(begun.id).upload
    assert done.status == seen.status == "imported"
    asset = client.assets.retrieve(seen.entity_id).asset
    assert httpx.get(asset.url).content == PNG
    assert asset.is_hidden
    assert asset.id not in {a.id for a in client.assets.list()}


def test_upload_of_a_model_and_of_rubbish(client):
    data = plan.collect_assets(_Request(), {})[0][4]
    begun = client.uploads.create(
        kind="3d", file_name="c.glb", content_type="model/gltf-binary", file_size=len(data), parts=1
    ).upload
    httpx.put(begun.parts[0].url, content=data)
    asset = client.assets.retrieve(client.uploads.trigger_action(begun.id, action="complete").upload.entity_id).asset
    assert (asset.kind, asset.source, asset.metadata.type) == ("3d", "uploaded-3d", "uploaded-3d")
    assert asset.properties.face_count == 12
    bad = client.uploads.create(kind="image", file_name="x", content_type="image/png", file_size=3, parts=1).upload
    httpx.put(bad.parts[0].url, content=b"abc")
    failed = client.uploads.trigger_action(bad.id, action="complete").upload
    assert (failed.status, failed.entity_id) == ("failed", None)
    assert failed.error_message
    with pytest.raises(sdk.BadRequestError):
        client.uploads.create(kind="video", file_name="x.mp4", content_type="video/mp4", file_size=3, parts=1)


class _Request:
    material, formats, preview = "pbr", ("glb",), False


def test_upload_by_url(client):
    with Site({"/a.png": (200, {"Content-Type": "image/png"}, PNG)}) as site:
        done = client.uploads.create(kind="image", url=f"{site.url}/a.png").upload
    assert (done.source, done.status) == ("url", "imported")
    assert client.assets.retrieve(done.entity_id).asset.properties.size == len(PNG)


def test_download_in_another_format(client, server):
    """A conversion is a job of its own; the answer waits for it, and asking again gives the same file."""
    source = client.jobs.retrieve(finished(server, client)).job.metadata.asset_ids[0]
    same = client.assets.download.request(source)
    assert same.mime_type == "model/gltf-binary"
    assert client.assets.download.request(source, target_format="glb").mime_type == same.mime_type
    stop = threading.Event()

    def work() -> None:
        while not stop.wait(0.1):
            server.world.worker.finish_all()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        made = client.assets.download.request(source, target_format="fbx")
        again = client.assets.download.request(source, target_format="fbx")
    finally:
        stop.set()
        thread.join()
    assert len(read_asset(httpx.get(made.url).content, "fbx")[0].faces) == 12
    assert made.mime_type == again.mime_type == "model/x-fbx"
    assert made.url.split(".")[-3] == again.url.split(".")[-3]  # the asset's id in the signed token
    exports = list(client.jobs.list(type="assets-download"))
    assert exports[0].metadata.input == {"modelId": GEN1, "assetId": source, "targetFormat": "fbx"}
    assert exports[0].billing.cu_cost == 0
    assert client.assets.download.get_status(exports[0].job_id).job_status == "success"
    with pytest.raises(sdk.BadRequestError, match="Invalid target format"):
        client.assets.download.request(source, target_format="mp3")


def test_a_model_taken_apart(server, client):
    """Rodin's bang, with a live key: an uploaded or a made model; the picture that the vendor asks for decides nothing."""
    made = client.jobs.retrieve(finished(server, client)).job.metadata.asset_ids[0]
    body = {"model": made, "image": uploaded(client), "strength": 3, "material": "Shaded"}
    run = client.generate.run_model(model_id=f"{GEN1}-bang", body=body)
    assert (run.job.status, run.creative_units_cost) == ("queued", 0.5)
    assert [w.split()[0] for w in run.job.metadata.warnings] == ["image"]
    server.world.worker.finish_named(run.job.job_id)
    job = client.jobs.retrieve(run.job.job_id).job
    asset = client.assets.retrieve(job.metadata.asset_ids[0]).asset
    assert (job.status, asset.metadata.type, asset.metadata.parent_id) == ("success", "3d23d", made)
    with pytest.raises(sdk.BadRequestError, match="is not a model"):
        client.generate.run_model(model_id=f"{GEN1}-bang", body=body | {"model": body["image"]})


def test_download_of_many(client, server):
    job = finished(server, client, material="PBR", prompt="a red disc")
    asset = uploaded(client)
    asked = client.assets.download.request_batch(
        query={"asset_ids": [asset], "inference_ids": [job], "model_ids": []},
        options={"file_name_template": "<prompt>/<id>", "archive_name": "mine"},
    )
    status = client.assets.download.get_status(asked.job_id)
    assert (status.job_id, status.job_status) == (asked.job_id, "success")
    answer = httpx.get(status.download_url)
    assert status.download_url.endswith("/mine.zip")
    model = client.jobs.retrieve(job).job.metadata.asset_ids[0]
    with zipfile.ZipFile(BytesIO(answer.content)) as package:
        assert sorted(package.namelist()) == sorted([f"a_red_disc/{model}.glb", f"{asset}.png"])
        assert package.read(f"{asset}.png") == PNG
    shown = client.jobs.retrieve(asked.job_id).job
    assert (shown.job_type, shown.status) == ("assets-download", "success")
    assert not any(a.mime_type == "application/zip" for a in client.assets.list())


def test_models(client):
    listed = {m.id: m for m in client.models.list(page_size=2, privacy="public")}
    assert GEN1 in listed
    for model_id in listed:
        model = client.models.retrieve(model_id).model
        bulk = client.models.get_bulk(model_ids=[model_id, "model_none"]).models
        assert [m.to_dict() for m in bulk] == [model.to_dict()]
        assert (model.custom, model.type, model.status) == (True, "custom", "trained")
    inputs = {i.name: i for i in client.models.retrieve(GEN1).model.inputs}
    assert list(inputs) == [
        "prompt",
        "images",
        "conditionMode",
        "material",
        "quality",
        "useHyper",
        "tier",
        "TAPose",
        "seed",
    ]
    assert (inputs["images"].type, inputs["images"].kind, inputs["images"].max_length) == ("file_array", "image", 5)
    assert inputs["quality"].allowed_values == ["high", "medium", "low", "extra-low"]
    assert inputs["prompt"].required.if_not_defined == {"images": True}
    assert list(client.models.list(type="flux.1")) == []
    with pytest.raises(sdk.NotFoundError):
        client.models.retrieve("model_none")


def test_search(client, server):
    assert [m.id for m in client.search.model_search(query="rodin bang")] == [f"{GEN1}-bang"]
    asset = client.assets.upload(name="zebra-statue.png", image=IMAGE).asset.id
    assert asset in {a.id for a in client.search.asset_search(query="Zebra", limit=1)}


def test_account(client, server):
    team = client.teams.list().teams[0]
    assert client.teams.retrieve(team.id).team.name == team.name
    limits = client.teams.retrieve_limits(team.id)
    assert limits.limits.parallel_custom_jobs == 10
    project = next(iter(client.projects.list()))
    assert client.projects.retrieve(project.id).project.team_id == team.id
    finished(server, client)
    usages = client.usages.list(time_range="last-day", type=["usages", "model-usages", "consumption"])
    assert usages.activity is None
    cost = next(u for u in usages.usages if u.usage_name == "creative-unit-cost")
    assert cost.points[-1].cost >= 0.5
    assert usages.consumption[0].total == cost.points[-1].cost
    assert {u.api_model_id for u in usages.api_model_usages} == {GEN1}
    assert client.oscu.retrieve_prices().prices == []


def test_webhooks(client, server):
    project = next(iter(client.projects.list())).id
    with Site({"/hook": (200, {}, b"ok")}) as site:
        made = client.projects.webhook_endpoints.create(
            project,
            url=f"{site.url}/hook",
            enabled_events=["generation.created", "generation.completed"],
            description="d",
        ).webhook_endpoint
        assert (made.owner_type, made.owner_id, made.secret[:6]) == ("project", project, "whsec_")
        job = finished(server, client)
        deadline = time.monotonic() + 20
        while len(site.seen) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        bodies = [json.loads(body) for _, _, _, body in site.seen]
        assert [b["type"] for b in bodies] == ["generation.created", "generation.completed"]
        assert {b["data"]["job"]["jobId"] for b in bodies} == {job}
        for _, _, headers, body in site.seen:
            assert verify(made.secret, {k.lower(): v for k, v in headers.items()}, body, time.time())
        log = []
        while len([e for e in log if e.status == "success"]) < 2 and time.monotonic() < deadline:
            log = client.projects.webhook_endpoints.events.list(made.id, project_id=project).items
        assert [(e.type, e.status) for e in log] == [
            ("generation.completed", "success"),
            ("generation.created", "success"),
        ]
        assert [e.id for e in log] == [b["id"] for b in bodies[::-1]]
        event = client.projects.webhook_endpoints.events.retrieve(
            log[0].id, project_id=project, webhook_endpoint_id=made.id
        ).webhook_event
        assert (event.payload, event.attempts[0].response_status_code) == (bodies[1], 200)
    listed = client.projects.webhook_endpoints.list(project).webhook_endpoints
    assert [(e.id, e.nb_total_calls, e.nb_failed_calls) for e in listed] == [(made.id, 2, 0)]
    changed = client.projects.webhook_endpoints.update(
        made.id, project_id=project, enabled=False, enabled_events=["*"]
    ).webhook_endpoint
    assert (changed.enabled, changed.enabled_events, changed.description) == (False, ["*"], "d")
    client.projects.webhook_endpoints.delete(made.id, project_id=project)
    assert client.projects.webhook_endpoints.list(project).webhook_endpoints == []
    team = client.teams.list().teams[0].id
    ours = client.teams.webhook_endpoints.create(
        team, url="https://example.com/h", enabled_events=["*"]
    ).webhook_endpoint
    assert (ours.owner_type, ours.owner_id) == ("team", team)
    assert client.projects.webhook_endpoints.list(project).webhook_endpoints == []
    client.teams.webhook_endpoints.delete(ours.id, team_id=team)


def test_test_keys_run_by_themselves(trial):
    """A Bearer credential, text alone, a failure on demand; nothing is charged."""
    run = trial.generate.run_model(model_id=f"{GEN1}-v2-5-text-to-3d", body={"prompt": "a chair"})
    assert run.job.billing.cu_cost == 0
    while (job := trial.jobs.retrieve(run.job.job_id).job).status not in END:
        time.sleep(0.1)
    assert job.status == "success"
    assert trial.assets.retrieve(job.metadata.asset_ids[0]).asset.source == "txt23d"
    obj = trial.assets.download.request(job.metadata.asset_ids[0], target_format="obj")
    assert b"\nf " in httpx.get(obj.url).content
    run = trial.generate.run_model(model_id=GEN1, body={"prompt": "maquette:noobject"})
    while (job := trial.jobs.retrieve(run.job.job_id).job).status not in END:
        time.sleep(0.1)
    assert (job.status, job.metadata.error, job.metadata.hint) == (
        "failure",
        "Nothing stands out from the background (test).",
        "Take another picture.",
    )


def test_errors_are_the_classes_that_the_client_has(server, client, trial):
    with pytest.raises(sdk.BadRequestError) as refused:
        client.generate.run_model(model_id=GEN1, body={})
    assert set(refused.value.body) == {"statusCode", "error", "reason", "message", "field", "traceId"}
    assert refused.value.body["reason"] == "images: at least one asset id is required, or a prompt."
    assert refused.value.response.headers["x-request-id"] == refused.value.body["traceId"]
    with pytest.raises(sdk.UnprocessableEntityError):
        client.generate.run_model(model_id=GEN1, body={"prompt": "a chair"})
    for call in (
        lambda: client.generate.run_model(model_id="model_none", body={}),
        lambda: client.jobs.retrieve("job_nothing"),
        lambda: client.assets.retrieve("asset_" + "0" * 24),
        lambda: client.uploads.retrieve("upload_x"),
        lambda: client.get("/nowhere", cast_to=object),
    ):
        with pytest.raises(sdk.NotFoundError):
            call()
    with (
        sdk.Scenario(api_key="k", api_secret="s", base_url=f"{server.url}/v1") as stranger,
        pytest.raises(sdk.AuthenticationError),
    ):
        stranger.jobs.list()
    once = trial.with_options(max_retries=0)
    for magic, status in (
        ("insufficient", 402),
        ("forbidden", 403),
        ("parallel", 429),
        ("ratelimit", 429),
        ("unavailable", 503),
    ):
        with pytest.raises(sdk.APIStatusError) as caught:
            once.generate.run_model(model_id=GEN1, body={"prompt": f"maquette:{magic}"})
        headers = caught.value.response.headers
        assert caught.value.status_code == status
        assert headers.get("x-should-retry") == ("true" if status in (429, 503) else None)
        assert ("retry-after" in headers) == (status in (429, 503))


def test_the_client_retries_what_can_help_and_nothing_else(server, trial, monkeypatch):
    """429 comes again after `Retry-After`; a crash (500) does not, since it could make a second job."""
    pauses = []
    monkeypatch.setattr(trial, "_sleep_for_retry", lambda **options: pauses.append(options["retries_taken"]))
    with pytest.raises(sdk.RateLimitError):
        trial.generate.run_model(model_id=GEN1, body={"prompt": "maquette:ratelimit"})
    assert pauses == [0, 1]
    pauses.clear()
    with pytest.raises(sdk.InternalServerError):
        trial.generate.run_model(model_id=GEN1, body={"prompt": "maquette:crash"})
    assert pauses == []


SAMPLE = """
import os
from scenario_sdk import Scenario

client = Scenario(
    api_key=os.environ.get("SCENARIO_SDK_API_KEY"),
    api_secret=os.environ.get("SCENARIO_SDK_API_SECRET"),
)

body = {
    "conditionMode": "concat",
    "material": "PBR",
    "quality": "high",
    "useHyper": False,
    "tier": "Regular",
    "TAPose": False%s
}

response = client.generate.run_model(
    model_id="model_rodin-hyper3d",
    body=body,
)

print(response)
"""


def test_python_sample_of_the_model_page(server, client, monkeypatch, capsys):
    """With a picture it runs; as printed it has neither picture nor prompt, and the refusal says so."""
    key, secret = server.world.pair
    monkeypatch.setenv("SCENARIO_SDK_API_KEY", key)
    monkeypatch.setenv("SCENARIO_SDK_API_SECRET", secret)
    monkeypatch.setenv("SCENARIO_BASE_URL", f"{server.url}/v1")
    exec(SAMPLE % f', "images": ["{uploaded(client)}"]', {})
    assert "GenerateRunModelResponse(" in capsys.readouterr().out
    with pytest.raises(sdk.BadRequestError, match="images: at least one asset id is required"):
        exec(SAMPLE % "", {})
    server.world.worker.finish_all()


CURL = """
curl -s -X POST "{base}/v1/generate/custom/model_rodin-hyper3d" \\
  -H "Authorization: Basic $(echo -n '{key}:{secret}' | base64 -w0)" \\
  -H "Content-Type: application/json" \\
  --data-binary @- <<'EOF'
{{
  "conditionMode": "concat", "material": "PBR", "quality": "high", "useHyper": false, "tier": "Regular", "TAPose": false,
  "images": ["{image}"]
}}
EOF
"""
POLL = """
curl -s -X GET "{base}/v1/jobs/{job}" \\
  -H "Authorization: Basic $(echo -n '{key}:{secret}' | base64 -w0)"
"""


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_samples_of_the_model_page(server, client):
    """The printed answer is reproduced key for key."""
    key, secret = server.world.pair
    about = {"base": server.url, "key": key, "secret": secret}

    def shell(text: str) -> dict:
        done = subprocess.run(["bash", "-c", text], capture_output=True, text=True, timeout=60, check=True)
        return json.loads(done.stdout)

    job = shell(CURL.format(**about, image=uploaded(client)))["job"]
    server.world.worker.finish_named(job["jobId"])
    answer = shell(POLL.format(**about, job=job["jobId"]))["job"]
    assert (answer["jobId"], answer["status"]) == (job["jobId"], "success")
    assert [a[:6] for a in answer["metadata"]["assetIds"]] == ["asset_"]
