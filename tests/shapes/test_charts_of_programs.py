"""Fused solids have threads of slivers and folds; all the same they get charts from the unwrapper, and every quad stays whole."""

from __future__ import annotations

import numpy as np
import pytest

from maquette.geometry import unwrap as module
from maquette.geometry.mesh import Mesh
from maquette.geometry.quad_pairing import quads_from_triangles
from maquette.geometry.unwrap import signed_areas, unwrap
from maquette.prompts.composer import compose
from maquette.prompts.reader import read
from maquette.shapes.compile import compile_program


def quads_of(prompt: str, seed: int, count: int) -> Mesh:
    solid = compile_program(compose(read(prompt), seed=seed)).fused
    return Mesh.from_quads(*quads_from_triangles(Mesh(solid.vertices, solid.faces), count))


def test_no_other_unwrapper_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*given: object) -> None:
        raise AssertionError("uvunwrap's charts were not sound")

    monkeypatch.setattr(module, "_xatlas", never)
    out = unwrap(quads_of("palm tree", 1, 18_000), 1024)
    assert out.uv is not None
    assert out.face_uv is not None
    assert signed_areas(out.uv, out.face_uv).min() > -1e-8


def test_no_vertex_has_two_polygons_alone() -> None:
    """Their diagonals would lie across the vertex, one face above the other."""
    mesh = quads_of("a red sports car", 2, 6000)
    assert mesh.quads is not None
    assert np.bincount(mesh.quads.ravel()).min() >= 3
