"""Models, account, webhooks, test keys, errors and the published samples through the vendor's client (dossier §8 and §9)."""

from __future__ import annotations

import json
import shutil
import subprocess
import time

import httpx
import pytest

from maquette.webhooks.signing import verify
from tests.conformance.scenario_sdk.calls import END, GEN1, IMAGE, finished, uploaded
from tests.net.servers import Site

sdk = pytest.importorskip("scenario_sdk", reason="the vendor's client is not installed; pip install scenario-sdk")


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
