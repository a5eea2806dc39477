"""`printing` through the stages that a user's model goes through: a report, and a 3MF of that size."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from maquette.formats.registry import read_asset, write_asset
from maquette.geometry import primitives
from maquette.pipeline.plan import build_stages, collect_assets
from maquette.pipeline.runner import OutputFile, run_stages
from maquette.request import GenerationRequest, MeshInput
from maquette.settings import load_settings
from maquette.storage.blobs import BlobStore


def printed(folder: Path, millimetres: float) -> tuple[dict[str, OutputFile], list[str]]:
    data = write_asset("glb", primitives.chair(), None)[0][1]
    settings = load_settings({}, data_dir=folder)
    blobs = BlobStore.open(settings)
    blobs.put("uploads/chair", data)
    mesh = MeshInput(key="uploads/chair", sha256=hashlib.sha256(data).hexdigest(), format="glb")
    request = GenerationRequest.build(
        mesh=mesh,
        mesh_mode="raw",
        target_faces=500,
        material="none",
        formats=("stl",),
        preview=False,
        print_mm=millimetres,
    )
    said: list[str] = []
    outputs = run_stages(
        build_stages(request),
        request,
        blobs,
        settings=settings,
        on_event=lambda e: said.append(e.message) if e.kind == "warned" else None,
    )
    return {f.name: f for f in collect_assets(request, outputs)}, said


def test_a_chair_to_print(tmp_path: Path) -> None:
    files, said = printed(tmp_path, 120)
    assert list(files) == ["model.stl", "print.3mf", "print.json"]
    assert {f.kind for f in files.values()} == {"model", "print"}
    report = json.loads(files["print.json"].data)
    assert report["printable"]
    assert report["wall_mm"] == pytest.approx(120 * 0.04 / 0.99, rel=0.03)
    assert not [s for s in said if s.startswith("Printing")]
    mesh, _, _ = read_asset(files["print.3mf"].data, "3mf")
    low, high = mesh.bounds
    assert np.ptp(mesh.vertices, axis=0).max() == pytest.approx(0.12, rel=1e-5)
    # Our Y is the plate's Z.
    assert (low[0], low[1], high[2]) == pytest.approx((0, 0, 0), abs=1e-6)
    again, _ = printed(tmp_path / "again", 120)
    assert {n: f.data for n, f in again.items()} == {n: f.data for n, f in files.items()}


def test_a_chair_too_small_to_print_is_said(tmp_path: Path) -> None:
    files, said = printed(tmp_path, 15)
    assert not json.loads(files["print.json"].data)["printable"]
    assert any(s.startswith("Printing at 15 mm: Walls of 0.6") and "Scale it to" in s for s in said)
