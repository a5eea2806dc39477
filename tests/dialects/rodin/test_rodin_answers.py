"""Jobs in Rodin's words."""

from __future__ import annotations

import base64
import dataclasses
import itertools
import json
import uuid
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from maquette.dialects.rodin import answers
from maquette.errors import EngineError
from maquette.jobs.job import Asset, Job, JobStatus, Step
from maquette.request import GenerationRequest

KEY = b"k" * 32
NAMES = ("ingest", "segment", "reconstruct", "refine", "texture", "export", "preview")
ID = "0b8f6a1e-4a0f-4d2e-9a53-6f7d6a0c1e11"


def job(status: JobStatus = JobStatus.QUEUED, done: int = 0, preview: bool = False, **values) -> Job:
    states = [JobStatus.SUCCEEDED] * done + [JobStatus.RUNNING] + [JobStatus.QUEUED] * 9
    return Job(
        id=ID,
        account_id="a",
        request=GenerationRequest(prompt="a chair", preview_render=preview),
        status=status,
        created_at=datetime(2026, 5, 4, 9, 12, 33, 512999, UTC),
        steps=tuple(Step(n, s) for n, s in zip(NAMES, states, strict=False)),
        cost=Decimal("0.50"),
        **values,
    )


def test_submit_answer_key_for_key():
    body = answers.submitted(job(), KEY, error_null=True)
    assert list(body) == ["error", "message", "prompt", "submit_time", "uuid", "jobs", "consumed"]
    assert (body["error"], body["message"], body["prompt"]) == (None, "Submitted.", "a chair")
    assert (body["submit_time"], body["uuid"], body["consumed"]) == ("2026-05-04T09:12:33.512Z", ID, 0.5)
    assert list(body["jobs"]) == ["uuids", "subscription_key"]
    assert "error" not in answers.submitted(job(), KEY, error_null=False)


def test_job_uuids_are_stable_distinct_and_version_4():
    two, three = answers.job_uuids(job()), answers.job_uuids(job(preview=True))
    assert (len(two), three[:2], len(set(three))) == (2, two, 3)
    assert ID not in three
    for text in three:
        assert (uuid.UUID(text).version, text) == (4, text.lower())


def test_subscription_key_is_a_jwt_of_the_vendors_form():
    key = answers.subscription_key(job(), KEY)
    payload = json.loads(base64.urlsafe_b64decode(key.split(".")[1] + "=="))
    assert (payload["type"], payload["jobIds"], payload["iat"]) == (1, answers.job_uuids(job()), 1777885953)
    assert answers.task_of(key, KEY) == ID
    assert answers.task_of(key, b"x" * 32) is None
    assert answers.task_of(ID, KEY) is None


def test_states_only_move_forward_and_the_last_is_done_only_at_the_end():
    rank = {"Waiting": 0, "Generating": 1, "Done": 2, "Failed": 2}
    for preview in (False, True):
        course = [job(preview=preview)]
        course += [job(JobStatus.RUNNING, done, preview) for done in range(len(NAMES) + 1)]
        for end in (JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.CANCELLED):
            last = [answers.states(j) for j in [*course, job(end, len(NAMES), preview)]]
            assert last[0] == ["Waiting"] * (2 + preview)
            for before, after in itertools.pairwise(last):
                assert all(rank[a] <= rank[b] and (rank[a] < 2 or a == b) for a, b in zip(before, after, strict=True))
            assert all(s[-1] != "Done" for s in last[:-1])
            assert (last[-1] == ["Done"] * (2 + preview)) == (end == JobStatus.SUCCEEDED)
            assert ("Failed" in last[-1]) == (end != JobStatus.SUCCEEDED)


@pytest.mark.parametrize(
    ("done", "preview", "states"),
    [
        (0, False, ["Generating", "Waiting"]),
        (3, False, ["Generating", "Waiting"]),
        (4, False, ["Done", "Generating"]),
        (7, False, ["Done", "Generating"]),
        (4, True, ["Done", "Generating", "Waiting"]),
        (6, True, ["Done", "Done", "Generating"]),
    ],
)
def test_states_while_running(done, preview, states):
    assert answers.states(job(JobStatus.RUNNING, done, preview)) == states


def test_a_failed_preview_is_not_a_failed_job():
    steps = tuple(Step(n, JobStatus.FAILED if n == "preview" else JobStatus.SUCCEEDED) for n in NAMES)
    done = dataclasses.replace(job(JobStatus.SUCCEEDED, 6, preview=True), steps=steps)
    assert answers.states(done) == ["Done"] * 3


def test_status_tells_the_queue_and_the_reason():
    waiting = answers.status(job(queue_position=3))
    assert list(waiting) == ["jobs"]
    assert [j["queue_length"] for j in waiting["jobs"]] == [3, 3]
    running = answers.status(job(JobStatus.RUNNING, 4))
    assert [list(j) for j in running["jobs"]] == [["uuid", "status"]] * 2
    failed = answers.status(job(JobStatus.FAILED, 4, error=EngineError("It broke. Try another picture.")))
    assert [j.get("error") for j in failed["jobs"]] == [None, "It broke. Try another picture."]
    cancelled = answers.status(job(JobStatus.CANCELLED))
    assert {j["status"] for j in cancelled["jobs"]} == {"Failed"}
    assert "cancelled" in cancelled["jobs"][0]["error"]


def test_files_are_named_and_ordered_for_clients():
    def asset(name: str, kind: str) -> Asset:
        return Asset(name, ID, name, kind, name[-4:], "x", 1, "s", "k")

    assets = [
        asset("preview.webp", "preview"),
        asset("model_shaded.glb", "model"),
        asset("render.webp", "render"),
        asset("model_pbr.glb", "model"),
        asset("odd.bin", "texture"),
    ]
    body = answers.files(assets, lambda a, name: f"http://h/{a.id}/{name}")
    assert [f["name"] for f in body["list"]] == [
        "base_basic_pbr.glb",
        "base_basic_shaded.glb",
        "preview.webp",
        "preview_render.webp",
        "odd.bin",
    ]
    assert list(body["list"][0]) == ["name", "url"]
    assert body["list"][0]["url"] == "http://h/model_pbr.glb/base_basic_pbr.glb"
    assert answers.file_name(asset("model.glb", "model")) == "base.glb"
    names = list(answers.FILE_NAMES.values())
    assert len(set(names)) == len(names)
    assert all("/" not in n and n == n.lower() for n in names)


def test_numbers():
    assert (
        json.dumps([answers.number(Decimal(t)) for t in ("12.00", "0.50", "1000000", "-2.5")])
        == "[12, 0.5, 1000000, -2.5]"
    )
