"""`smooth` takes noise away and keeps volume, boundaries and creases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import primitives, topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.smooth import smooth
from maquette.geometry.subdivide import subdivide


def rough_ball() -> tuple[Mesh, Mesh]:
    ball = subdivide(primitives.sphere(0.5, 24), 6000)
    unit = ball.vertices / np.linalg.norm(ball.vertices, axis=1, keepdims=True)
    noise = np.random.default_rng(0).normal(size=(len(unit), 1)) * 0.004
    return ball.with_vertices(unit * 0.5), ball.with_vertices(unit * (0.5 + noise))


def test_noise_goes_and_the_volume_stays() -> None:
    _, rough = rough_ball()
    out = smooth(rough, 12)
    before, after = (np.linalg.norm(m.vertices, axis=1).std() for m in (rough, out))
    assert after < 0.5 * before
    volume = topology.signed_volume(rough.vertices, rough.faces)
    assert topology.signed_volume(out.vertices, out.faces) == pytest.approx(volume, rel=1e-5)
    assert np.array_equal(out.faces, rough.faces)


def test_boundaries_stay() -> None:
    _, rough = rough_ball()
    upper = Mesh(rough.vertices, rough.faces[rough.vertices[rough.faces][:, :, 1].mean(axis=1) > 0])
    out = smooth(upper, 5)
    edges, uses, _ = topology.edge_counts(upper.faces)
    rim = np.unique(np.r_[edges[uses == 1] >> 32, edges[uses == 1] & 0xFFFFFFFF])
    assert np.array_equal(out.vertices[rim], upper.vertices[rim])
    assert not np.array_equal(out.vertices, upper.vertices)


def test_creases_stay_where_asked() -> None:
    box = subdivide(primitives.box(), 3000)
    assert np.abs(smooth(box, 10, crease_degrees=30).vertices).max(axis=1) == pytest.approx(
        np.full(1502, 0.5), abs=1e-6
    )
    assert np.abs(smooth(box, 10).vertices - box.vertices).max() > 0.005


def test_quads_and_uvs_pass() -> None:
    v = np.array([[x, 0.02 * ((x + z) % 2), z] for x in range(4) for z in range(4)], np.float32)
    q = [[4 * x + z, 4 * x + z + 1, 4 * x + z + 5, 4 * x + z + 4] for x in range(3) for z in range(3)]
    sheet = Mesh.from_quads(v, np.array(q))
    sheet = replace(sheet, uv=v[:, [0, 2]] / 3, face_uv=sheet.faces)
    out = smooth(sheet, 3)
    assert np.array_equal(out.quads, sheet.quads)
    assert np.array_equal(out.uv, sheet.uv)
    assert np.array_equal(out.face_uv, sheet.face_uv)


def test_rounds() -> None:
    box = primitives.box()
    assert smooth(box, 0) is box
    with pytest.raises(MeshError, match="smooth"):
        smooth(box, -1)
