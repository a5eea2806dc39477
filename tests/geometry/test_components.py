"""Parts are counted by area, faces go with their quads and UVs, neighbours are turned alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import primitives, topology
from maquette.geometry.components import drop_small_parts, face_parts, keep_faces, orient, same_polygons
from maquette.geometry.mesh import Mesh


def quad_boxes(sides: tuple[float, ...]) -> Mesh:
    """Cubes of quads with UVs, beside each other along x."""
    corners = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], float)
    cube = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])
    v = np.concatenate([corners * side + (3 * i, 0, 0) for i, side in enumerate(sides)])
    mesh = Mesh.from_quads(v, np.concatenate([cube + 8 * i for i in range(len(sides))]))
    return replace(mesh, uv=np.linspace(0, 1, 2 * len(v)).reshape(-1, 2), face_uv=mesh.faces)


@pytest.mark.parametrize(("share", "left"), [(0.0, 3), (0.2, 2), (0.3, 1)])
def test_small_parts_go_with_their_quads_and_uvs(share: float, left: int) -> None:
    mesh = quad_boxes((1.0, 0.5, 0.25))  # areas 1, 1/4, 1/16
    out, dropped = drop_small_parts(mesh, share)
    assert dropped == 3 - left
    assert out.polygon_count == 6 * left
    assert len(out.quads) == 6 * left
    assert np.array_equal(out.uv[out.face_uv], mesh.uv[mesh.face_uv][: 12 * left])
    assert np.array_equal(out.vertices, mesh.vertices[: 8 * left])


def test_parts_hang_together_by_position_too() -> None:
    box = primitives.box()
    soup = Mesh(box.vertices[box.faces].reshape(-1, 3), np.arange(36).reshape(-1, 3))
    assert face_parts(soup).max() == 0
    assert drop_small_parts(soup, 0.9)[0] is soup
    with pytest.raises(MeshError, match="min_part"):
        drop_small_parts(soup, 1.0)


def test_half_a_quad_does_not_stay() -> None:
    mesh = quad_boxes((1.0,))
    keep = np.ones(12, bool)
    keep[3] = False
    assert keep_faces(mesh, keep).polygon_count == 5


def test_orient() -> None:
    gear = primitives.gear()
    faces = gear.faces.copy()
    turned = np.random.default_rng(0).random(len(faces)) < 0.3
    faces[turned] = faces[turned, ::-1]
    out = orient(Mesh(gear.vertices, faces))
    assert topology.is_closed(out.faces)
    assert abs(topology.signed_volume(out.vertices, out.faces)) == pytest.approx(
        topology.signed_volume(gear.vertices, gear.faces), rel=1e-5
    )
    assert orient(gear) is gear


def test_same_polygons() -> None:
    mesh = quad_boxes((1.0, 1.0))
    assert same_polygons(mesh, mesh.with_vertices(mesh.vertices * 2))
    assert not same_polygons(mesh, Mesh(mesh.vertices, mesh.faces))
    assert not same_polygons(mesh, quad_boxes((1.0,)))
