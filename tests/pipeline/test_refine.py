"""`refine` meets the number of faces and the box, and tells when it could not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh

from maquette.geometry.clean import is_solid
from maquette.geometry.mesh import Mesh
from maquette.geometry.topology import vertex_components
from maquette.pipeline.artifacts import mesh_arrays, mesh_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.runner import StageEvent, run_stages
from maquette.pipeline.stage import Stage
from maquette.pipeline.stages import refine
from maquette.request import GenerationRequest
from maquette.settings import load_settings
from maquette.storage.blobs import BlobStore


def refined(tmp_path: Path, solid: trimesh.Trimesh, **fields: object) -> tuple[Mesh, list[str]]:
    """The mesh that `refine` makes of a solid, and its warnings."""
    mesh = Mesh(solid.vertices.astype(np.float32), solid.faces.astype(np.int32))
    source = Stage("reconstruct", 1, (), (), lambda context: Bundle(mesh_arrays(mesh)))
    request = GenerationRequest.build(prompt="a solid", target_faces=500, **fields)
    events: list[StageEvent] = []
    settings = load_settings({}, data_dir=tmp_path)
    outputs = run_stages(
        (source, refine.STAGE), request, BlobStore.open(settings), on_event=events.append, settings=settings
    )
    return mesh_from(outputs["refine"]), [e.message for e in events if e.kind == "warned"]


@pytest.mark.parametrize("mode", ["raw", "quad"])
@pytest.mark.parametrize("bbox", [(1, 100, 1), (1, 2, 1)])
def test_the_box_and_the_number_of_faces_are_kept(tmp_path: Path, bbox: tuple[int, ...], mode: str) -> None:
    mesh, warnings = refined(tmp_path, trimesh.creation.icosphere(4), bbox=bbox, mesh_mode=mode)
    assert warnings == []
    assert abs(mesh.polygon_count / 500 - 1) <= (0.02 if mode == "raw" else 0.08)
    low, high = mesh.bounds.astype(float)
    assert (high - low) / max(high - low) == pytest.approx(np.array(bbox) / max(bbox), rel=0.01)
    assert is_solid(mesh)


def boxes(columns: int, rows: int) -> trimesh.Trimesh:
    """Separate cubes of 12 triangles each."""
    places = [(3 * i, 3 * j, 0) for i in range(columns) for j in range(rows)]
    return trimesh.util.concatenate(
        [trimesh.creation.box(transform=trimesh.transformations.translation_matrix(p)) for p in places]
    )


def test_parts_that_are_lost_are_told(tmp_path: Path) -> None:
    # A ball and its crumbs: 121 parts take 484 triangles at the least, and the ball takes more than its share.
    crumbs = boxes(12, 10)
    crumbs.apply_scale(0.01)
    ball = trimesh.creation.icosphere(3)
    mesh, warnings = refined(
        tmp_path, trimesh.util.concatenate([ball, crumbs.apply_translation((2, 0, 0))]), mesh_mode="raw"
    )
    assert is_solid(mesh)
    left = vertex_components(mesh.faces, len(mesh.vertices))[0]
    assert left < 121
    assert [f"{121 - left} of 121 separate parts" in w for w in warnings] == [True]


def test_more_parts_than_the_faces_can_close_are_told(tmp_path: Path) -> None:
    mesh, warnings = refined(tmp_path, boxes(20, 15), mesh_mode="raw")
    assert vertex_components(mesh.faces, len(mesh.vertices))[0] == 300  # four faces each, at the least
    assert [f"{len(mesh.faces)} triangles instead of 500" in w for w in warnings] == [True]
    assert is_solid(mesh)
