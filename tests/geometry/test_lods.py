from __future__ import annotations

import pytest

from maquette.errors import MeshError
from maquette.geometry import primitives
from maquette.geometry.clean import is_solid
from maquette.geometry.hausdorff import hausdorff
from maquette.geometry.lods import lod_chain
from maquette.geometry.mesh import Mesh
from maquette.geometry.quad_pairing import quads_from_triangles
from maquette.geometry.unwrap import unwrap

RATIOS = (0.5, 0.25, 0.1)


@pytest.mark.parametrize("kind", ["textured", "quads", "bare"])
def test_levels_have_their_share_and_stay_close(kind: str) -> None:
    mesh = primitives.torus(resolution=48)
    if kind == "quads":
        mesh = Mesh.from_quads(*quads_from_triangles(mesh, 3000))
    if kind != "bare":
        mesh = unwrap(mesh, 1024)
    levels = lod_chain(mesh, RATIOS)
    distances = [hausdorff(mesh, level).hausdorff_m for level in levels]
    assert distances == sorted(distances)
    assert distances[-1] < 0.05  # of 1.64 m
    for ratio, level in zip(RATIOS, levels, strict=True):
        assert len(level.faces) == pytest.approx(ratio * len(mesh.faces), rel=0.02)
        assert is_solid(level)
        assert level.quads is None
        assert (level.uv is None) == (kind == "bare")


@pytest.mark.parametrize("ratios", [(0.5, 0.5), (0.2, 0.4), (1.0,), (0.0,)])
def test_ratios_must_fall_between_one_and_nothing(ratios: tuple[float, ...]) -> None:
    with pytest.raises(MeshError, match="ratios must fall"):
        lod_chain(primitives.box(), ratios)


def test_no_ratios_give_no_levels() -> None:
    assert lod_chain(primitives.box(), ()) == []
