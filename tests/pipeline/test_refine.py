"""`refine` meets the number of faces and the box, and tells when it could not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh
from mannequins import mannequin
from scipy.spatial import cKDTree

from maquette.geometry import primitives
from maquette.geometry.clean import is_solid
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import transform
from maquette.geometry.topology import euler_number, vertex_components
from maquette.pipeline.artifacts import mesh_arrays, mesh_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.runner import StageEvent, run_stages
from maquette.pipeline.stage import Stage
from maquette.pipeline.stages import refine
from maquette.request import GenerationRequest, MeshInput
from maquette.settings import load_settings
from maquette.storage.blobs import BlobStore


def run_refine(tmp_path: Path, mesh: Mesh, **fields: object) -> tuple[Bundle, list[str]]:
    """What `refine` makes of a mesh, and its warnings. With `given`, the mesh is a model that the user gave."""
    source = Stage("reconstruct", 1, (), (), lambda context: Bundle(mesh_arrays(mesh)))
    if fields.pop("given", False):
        fields["mesh"] = MeshInput(key="k", sha256="0" * 64, format="obj")
    else:
        fields["prompt"] = "a solid"
    request = GenerationRequest.build(**({"target_faces": 500} | fields))
    events: list[StageEvent] = []
    settings = load_settings({}, data_dir=tmp_path)
    outputs = run_stages(
        (source, refine.STAGE), request, BlobStore.open(settings), on_event=events.append, settings=settings
    )
    return outputs["refine"], [e.message for e in events if e.kind == "warned"]


def refined(tmp_path: Path, solid: trimesh.Trimesh, **fields: object) -> tuple[Mesh, list[str]]:
    """The mesh that `refine` makes of a solid, and its warnings."""
    bundle, warnings = run_refine(
        tmp_path, Mesh(solid.vertices.astype(np.float32), solid.faces.astype(np.int32)), **fields
    )
    return mesh_from(bundle), warnings


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
    parts = vertex_components(mesh.faces, len(mesh.vertices))[0]
    assert parts == 270  # four faces each, at the least; a tenth may go
    assert f"{len(mesh.faces)} triangles instead of 500" in warnings[0]
    assert "30 of 300 separate parts" in warnings[1]
    assert is_solid(mesh)


def quad_sheet() -> Mesh:
    """An open sheet of 4 x 4 quads with UVs, two metres wide, away from the origin."""
    v = np.array([[0.5 * x + 3, 0.1 * np.sin(x) + 1, 0.5 * z] for x in range(5) for z in range(5)], np.float32)
    q = [[5 * x + z, 5 * x + z + 1, 5 * x + z + 6, 5 * x + z + 5] for x in range(4) for z in range(4)]
    mesh = Mesh.from_quads(v, np.array(q))
    return replace(mesh, uv=v[:, [0, 2]] / 5, face_uv=mesh.faces)


def test_a_kept_model_is_the_same_to_the_byte(tmp_path: Path) -> None:
    sheet = quad_sheet()
    bundle, warnings = run_refine(tmp_path, sheet, given=True, mesh_mode="keep", uv="keep")
    out = mesh_from(bundle)
    assert warnings == []
    for name in ("vertices", "faces", "quads", "uv", "face_uv"):
        assert np.array_equal(getattr(out, name), getattr(sheet, name)), name
    assert np.array_equal(bundle.arrays["to_engine"], np.eye(4))
    assert bundle.meta["kept"] is True
    assert bundle.meta["hausdorff_m"] == 0


@pytest.mark.parametrize(
    ("fields", "low", "high"),
    [
        ({"pivot": "base"}, (-1, 0, -1), (1, None, 1)),
        ({"pivot": "center"}, (-1, None, -1), (1, None, 1)),
        ({"bbox": (1, 1, 1)}, (-1, 0, -1), (1, 2, 1)),
        ({"height_cm": 10, "bbox": (1, 1, 2)}, (-0.05, 0, -0.1), (0.05, 0.1, 0.1)),
        ({"turn_degrees": 90}, (0, None, -5), (2, None, -3)),
        ({"bbox": (2, 1, 1), "turn_degrees": 90}, (-0.5, 0, -1), (0.5, 1, 1)),
    ],
)
@pytest.mark.parametrize("mode", ["keep", "raw"])
def test_a_given_model_is_placed_as_asked(
    tmp_path: Path, fields: dict[str, object], low: tuple[float, ...], high: tuple[float, ...], mode: str
) -> None:
    sheet = quad_sheet()
    bundle, _ = run_refine(tmp_path, sheet, given=True, mesh_mode=mode, **fields)
    out = mesh_from(bundle)
    for bound, wanted in zip(out.bounds, (low, high), strict=True):
        for value, want in zip(bound, wanted, strict=True):
            assert want is None or value == pytest.approx(want, abs=1e-5)
    matrix = bundle.arrays["to_engine"]
    back = out.vertices @ matrix[:3, :3].T + matrix[:3, 3]
    if mode == "keep":
        assert np.array_equal(out.quads, sheet.quads)
        assert back == pytest.approx(sheet.vertices, abs=1e-5)
    assert back.min(axis=0) == pytest.approx(sheet.bounds[0], abs=1e-4)
    assert back.max(axis=0) == pytest.approx(sheet.bounds[1], abs=1e-4)


def test_open_stays_open_and_is_filled_when_asked(tmp_path: Path) -> None:
    ball = primitives.sphere(0.5, 32)
    bowl = Mesh(ball.vertices, ball.faces[ball.vertices[ball.faces].mean(axis=1)[:, 1] < 0.2])
    bundle, warnings = run_refine(tmp_path, bowl, given=True, mesh_mode="raw")
    out = mesh_from(bundle)
    assert warnings == []
    assert euler_number(out.faces) == euler_number(bowl.faces) == 1
    assert out.bounds[1, 1] == pytest.approx(0.2, abs=0.03)
    assert 0 < bundle.meta["hausdorff_relative"] < 0.01
    assert bundle.meta["hausdorff_m"] > bundle.meta["mean_distance_m"] > 0
    filled, warnings = run_refine(tmp_path, bowl, given=True, mesh_mode="raw", fill_holes=True)
    assert warnings == []
    assert is_solid(mesh_from(filled))


def test_parts_noise_and_asymmetry(tmp_path: Path) -> None:
    creature = primitives.creature(48)
    crumb = primitives.box((0.05, 0.05, 0.05))
    both = Mesh(
        np.concatenate([creature.vertices, crumb.vertices + np.float32([2, 0, 0])]),
        np.concatenate([creature.faces, crumb.faces + len(creature.vertices)]),
    )
    bundle, warnings = run_refine(
        tmp_path, both, given=True, mesh_mode="raw", min_part=0.01, smooth=3, symmetric=True, target_faces=4000
    )
    assert ["1 parts smaller than 0.01" in w for w in warnings] == [True]
    out = mesh_from(bundle)
    assert is_solid(out)
    assert abs(len(out.faces) - 4000) <= 40
    there = out.vertices * np.float32([-1, 1, 1])
    distance, partner = cKDTree(out.vertices).query(there)
    assert distance.max() <= 1e-6
    assert len(np.unique(partner)) == len(there)


def test_symmetric_quads_are_told(tmp_path: Path) -> None:
    bundle, warnings = run_refine(tmp_path, primitives.torus(resolution=40), mesh_mode="quad", symmetric=True)
    assert ["in their own way" in w for w in warnings] == [True]
    assert is_solid(mesh_from(bundle))


def test_a_pose_that_cannot_be_is_told(tmp_path: Path) -> None:
    bundle, warnings = run_refine(tmp_path, primitives.torus(resolution=40), mesh_mode="raw", pose="t")
    assert ["T pose was not applied" in w for w in warnings] == [True]
    assert "posed" not in bundle.arrays


def test_a_posed_figure_is_that_of_its_source_point_by_point(tmp_path: Path) -> None:
    figure, _ = mannequin(45)
    bundle, warnings = run_refine(tmp_path, figure, mesh_mode="raw", pose="t", target_faces=3000)
    assert warnings == []
    mesh, posed = mesh_from(bundle), bundle.arrays["posed"]
    assert posed.shape == figure.vertices.shape
    # The final surface lies on the posed source, and its arms reach wider than they did.
    back = transform(mesh, bundle.arrays["to_engine"])
    assert cKDTree(posed).query(back.vertices)[0].mean() < 0.02
    assert np.ptp(posed[:, 0]) > 1.2 * np.ptp(figure.vertices[:, 0])
