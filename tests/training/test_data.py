"""Training data: solids of known volume, and records whose parts agree with each other."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("manifold3d", reason="procedural shapes need manifold3d")

from maquette.engines.learned.prior import CROP, FIELD
from training import procedural
from training.shapes import Shape, normalised
from training.solids import HALF, carved, make_scene, wound
from training.store import make_shard
from training.views import RECORD


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    path = tmp_path_factory.mktemp("views") / "train-00000.npy"
    make_shard(path, None, "train", 3, 16)
    return np.load(path)


def cube() -> Shape:
    v = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], np.float32)
    f = np.array(
        [
            [0, 1, 3],
            [0, 3, 2],
            [4, 6, 7],
            [4, 7, 5],
            [0, 4, 5],
            [0, 5, 1],
            [2, 3, 7],
            [2, 7, 6],
            [0, 2, 6],
            [0, 6, 4],
            [1, 5, 7],
            [1, 7, 3],
        ],
        np.int32,
    )
    return Shape(normalised(v), f, None, True, False)


def test_a_cube_has_its_volume_by_crossings_and_by_carving() -> None:
    shape = cube()
    inside, sure = wound(shape.vertices, shape.faces, 48)
    cells = round(2 * 48 / (2 * HALF))
    assert sure
    assert inside.sum() == pytest.approx(cells**3, rel=0.07)
    seen = carved(shape.vertices, make_scene(shape.vertices, shape.faces), 48)
    assert seen[inside].all()
    assert seen.sum() < 1.2 * inside.sum()


def test_an_open_box_is_found_open() -> None:
    shape = cube()
    _, sure = wound(shape.vertices, shape.faces[:-2], 48)
    assert not sure


@pytest.mark.parametrize("seed", range(4))
def test_made_up_shapes_are_closed_and_of_unit_size(seed: int) -> None:
    shape = procedural.make(np.random.default_rng(seed))
    np.testing.assert_allclose(np.ptp(shape.vertices, axis=0).max(), 2, rtol=1e-5)
    edges = np.sort(shape.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    _, count = np.unique(edges, axis=0, return_counts=True)
    assert (count % 2 == 0).mean() > 0.999


def test_the_solid_has_the_pictures_outline(records: np.ndarray) -> None:
    overlap = []
    for record in records:
        solid = np.unpackbits(record["solid"]).reshape(FIELD, FIELD, FIELD).any(axis=0)
        mask = record["rgba"][..., 3].reshape(FIELD, CROP // FIELD, FIELD, CROP // FIELD).mean(axis=(1, 3)) > 127
        overlap.append((solid & mask).sum() / (solid | mask).sum())
        assert (record["prior"] >= 0).all()
        assert record["rgba"][record["rgba"][..., 3] == 0].max(initial=0) == 0
    assert np.median(overlap) > 0.9  # what is longer than the field is deep is cut


def test_visible_normals_face_the_camera(records: np.ndarray) -> None:
    for record in records:
        n = record["normal"].astype(float) / 127
        hit = np.linalg.norm(n, axis=-1) > 0.5
        assert (n[hit][:, 2] > -0.35).mean() > 0.97


def test_the_same_seed_writes_the_same_bytes(records: np.ndarray, tmp_path: Path) -> None:
    make_shard(tmp_path / "again.npy", None, "train", 3, 16)
    again = np.load(tmp_path / "again.npy")
    assert again.dtype == RECORD
    assert again.tobytes() == records.tobytes()
