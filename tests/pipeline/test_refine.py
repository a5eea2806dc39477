"""`refine` tells when it could not meet the number of faces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh

from maquette.geometry.mesh import Mesh
from maquette.pipeline.artifacts import mesh_arrays, mesh_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.runner import StageEvent, run_stages
from maquette.pipeline.stage import Stage
from maquette.pipeline.stages import refine
from maquette.request import GenerationRequest
from maquette.settings import load_settings
from maquette.storage.blobs import BlobStore


@pytest.mark.parametrize(("bbox", "warned"), [((1, 100, 1), True), ((1, 2, 1), False)])
def test_a_missed_number_of_triangles_is_told(tmp_path: Path, bbox: tuple[int, ...], warned: bool) -> None:
    ball = trimesh.creation.icosphere(4)
    source = Stage(
        "reconstruct",
        1,
        (),
        (),
        lambda context: Bundle(mesh_arrays(Mesh(ball.vertices.astype(np.float32), ball.faces.astype(np.int32)))),
    )
    request = GenerationRequest.build(prompt="a ball", mesh_mode="raw", target_faces=500, bbox=bbox)
    events: list[StageEvent] = []
    settings = load_settings({}, data_dir=tmp_path)
    outputs = run_stages(
        (source, refine.STAGE), request, BlobStore.open(settings), on_event=events.append, settings=settings
    )
    got = len(mesh_from(outputs["refine"]).faces)
    assert (abs(got - 500) > 0.02 * 500) == warned
    assert [f"{got} triangles instead of 500" in e.message for e in events if e.kind == "warned"] == [True] * warned
