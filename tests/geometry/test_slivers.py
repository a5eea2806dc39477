"""Slivers are opened without losing a face."""

from __future__ import annotations

import numpy as np

from maquette.geometry import primitives, topology
from maquette.geometry.clean import degenerate_faces, is_solid
from maquette.geometry.mesh import Mesh
from maquette.geometry.simplify import simplify
from maquette.geometry.slivers import opened_slivers
from maquette.geometry.subdivide import subdivide


def with_slivers(mesh: Mesh) -> Mesh:
    """A closed mesh in which every tenth face is split at the middle of an edge whose other face is left whole: caps of no area."""
    vertices, faces = list(mesh.vertices), mesh.faces.tolist()
    for f in range(0, len(mesh.faces), 10):
        a, b, c = faces[f]
        middle = len(vertices)
        vertices.append((mesh.vertices[a] + mesh.vertices[b]) / 2)
        faces[f] = [a, middle, c]
        faces += [[middle, b, c], [a, b, middle]]  # the last one lies on the edge
    return Mesh(np.array(vertices, np.float32), np.array(faces, np.int32))


def test_caps_get_area_and_nothing_else_moves() -> None:
    mesh = with_slivers(subdivide(primitives.box(), 768))
    assert topology.is_closed(mesh.faces)
    assert degenerate_faces(mesh).sum() >= len(mesh.faces) // 20
    opened = opened_slivers(mesh)
    assert not degenerate_faces(opened).any()
    assert is_solid(opened)
    assert np.array_equal(opened.faces, mesh.faces)
    assert np.abs(opened.vertices - mesh.vertices).max() < 1e-4
    assert opened_slivers(opened) is opened


def test_a_solid_with_slivers_is_simplified_as_it_is() -> None:
    """It used to be rebuilt from voxels, which rounds every edge."""
    mesh = with_slivers(subdivide(primitives.box(), 3072))
    out = simplify(mesh, 600)
    assert is_solid(out)
    assert abs(len(out.faces) - 600) <= 6
    assert np.isclose(topology.signed_volume(out.vertices, out.faces), 1, atol=1e-3)
    normal = np.abs(out.face_normals() / np.linalg.norm(out.face_normals(), axis=1, keepdims=True))
    assert (normal.max(axis=1) > 0.99).mean() > 0.95  # still six flat sides
