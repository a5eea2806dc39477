from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from maquette.errors import Cancelled, EngineError, InvalidRequest, MeshError, NotFound
from maquette.pipeline.runner import StageEvent, StageRunner, load_plan, run_stages
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore
from tests.jobs.plans import build_stages, collect_assets, make_request, runs


@pytest.fixture
def blobs(data_dir: Path) -> BlobStore:
    return BlobStore.open(Settings(data_dir=data_dir))


def test_every_stage_runs_once_and_is_then_reused(blobs: BlobStore, tmp_path: Path) -> None:
    request = make_request(log=str(tmp_path / "log"), warn="b")
    events: list[StageEvent] = []
    first = run_stages(build_stages(request), request, blobs, on_event=events.append)
    fresh = collect_assets(request, first)
    assert runs(tmp_path / "log") == ["a", "b", "c", "d"]
    assert [e.kind for e in events if e.stage == "b"] == ["started", "warned", "finished"]
    events.clear()
    again = run_stages(build_stages(request), request, blobs, on_event=events.append)
    assert collect_assets(request, again) == fresh
    assert runs(tmp_path / "log") == ["a", "b", "c", "d"]
    assert [e.kind for e in events if e.stage == "b"] == ["warned", "reused"]  # the warning survives
    assert events[-1].kind == "reused"
    assert np.array_equal(again["d"].arrays["value"], np.arange(1000.0) * 7 * 4 + 4)
    assert again["d"].meta == first["d"].meta == {"stage": "d", "pair": [1, 2]}
    assert list(again) == ["a", "b", "c", "d"]


def test_accounts_environments_and_seeds_share_nothing(blobs: BlobStore, tmp_path: Path) -> None:
    request = make_request(log=str(tmp_path / "log"), stages=1)
    (stage,) = build_stages(request)
    other = replace(stage, environment=lambda request, settings: {"engine": "2"})
    for account, stages in (("one", [stage]), ("two", [stage]), ("one", [other]), ("one", [stage])):
        run_stages(stages, request, blobs, account=account)
    assert runs(tmp_path / "log") == ["a"] * 3
    assert len(list(blobs.list("work/one"))) == 2


def test_an_output_that_was_removed_is_computed_again(blobs: BlobStore, tmp_path: Path) -> None:
    request = make_request(log=str(tmp_path / "log"))
    stages = build_stages(request)
    expected = run_stages(stages, request, blobs)["d"].arrays["value"]
    runner = StageRunner(stages, request, blobs)
    for name in ("b", "c", "d"):
        blobs.delete(runner.blob_key(name))
    result = runner.run(stages[3])  # as after a resume: c was recorded as done, but its output is gone
    assert not result.reused
    assert runs(tmp_path / "log")[4:] == ["d", "c", "b"]
    assert np.array_equal(runner.output("d").arrays["value"], expected)


@pytest.mark.parametrize("keep", [0, 3, 20, 60, 4000])
def test_an_output_that_a_loss_of_power_cut_short_is_computed_again(
    blobs: BlobStore, tmp_path: Path, keep: int
) -> None:
    request = make_request(log=str(tmp_path / "log"), stages=2)
    stages = build_stages(request)
    expected = run_stages(stages, request, blobs)["b"].arrays["value"]
    for name in ("a", "b"):
        key = StageRunner(stages, request, blobs).blob_key(name)
        blobs.put(key, blobs.get(key)[:keep])
    again = run_stages(stages, request, blobs)
    assert np.array_equal(again["b"].arrays["value"], expected)
    assert runs(tmp_path / "log")[2:] in (["a", "b"], ["b", "a"], ["b"])


def test_errors_of_stages(blobs: BlobStore) -> None:
    for orders, kind, words in (
        ({"fail": "b"}, MeshError, "Take another"),
        ({"crash": "b"}, EngineError, "ValueError"),
    ):
        request = make_request(**orders)
        with pytest.raises(kind, match=words):
            run_stages(build_stages(request), request, blobs)


@pytest.mark.parametrize("orders", [{"fail": "d"}, {"crash": "d"}])
def test_an_optional_stage_may_fail(blobs: BlobStore, orders: dict[str, str]) -> None:
    request = make_request(optional="d", **orders)
    events: list[StageEvent] = []
    outputs = run_stages(build_stages(request), request, blobs, on_event=events.append)
    assert list(outputs) == ["a", "b", "c"]
    assert events[-1].kind == "skipped"
    assert any(e.kind == "warned" and e.message.startswith("d was left out") for e in events)
    with pytest.raises(KeyError):
        outputs["d"]


def test_the_word_to_stop_is_heard_inside_a_stage(blobs: BlobStore, tmp_path: Path) -> None:
    request = make_request(log=str(tmp_path / "log"), seconds=5)
    heard = 0

    def check() -> None:
        nonlocal heard
        heard += 1
        if heard > 3:
            raise Cancelled("stop")

    with pytest.raises(Cancelled):
        run_stages(build_stages(request), request, blobs, check=check)
    assert runs(tmp_path / "log") == ["a"]
    assert list(blobs.list()) == []


def test_a_stage_reads_only_what_it_needs(blobs: BlobStore) -> None:
    request = make_request()
    stages = build_stages(request)
    runner = StageRunner(stages, request, blobs)
    for stage in stages:
        runner.run(stage)
    assert set(runner._bundles) == {"d"}  # what nobody reads any more is not kept in memory
    with pytest.raises(NotFound):
        blobs.get("work/local/" + json.dumps(runner.key("a")).strip('"')[:-1] + "x")


def test_plans_are_found_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_plan("tests.jobs.plans").build_stages(make_request())[0].name == "a"
    monkeypatch.setenv("MAQUETTE_PLAN", "tests.jobs.plans")
    assert load_plan().build_stages is build_stages
    with pytest.raises(InvalidRequest, match="MAQUETTE_PLAN"):
        load_plan("no.such.plan")
