import numpy as np
import pytest
from scipy import ndimage

from maquette.geometry import primitives
from maquette.geometry import unwrap as module
from maquette.geometry.mesh import Mesh
from maquette.geometry.quad_pairing import quads_from_triangles
from maquette.geometry.simplify import simplify
from maquette.geometry.unwrap import signed_areas, unwrap
from maquette.geometry.unwrap_projection import unwrap_by_projection
from maquette.texture.raster import coverage, rasterize

SHAPES = ("box", "torus", "linked_rings", "chair", "gear")


def quads(name: str) -> Mesh:
    return Mesh.from_quads(*quads_from_triangles(getattr(primitives, name)(), 1500))


def check(mesh: Mesh, size: int, padding: int, least_use: float) -> None:
    use, overlap = coverage(mesh.uv, mesh.face_uv, 1024)
    assert overlap < 1e-3
    assert use > least_use
    area = signed_areas(mesh.uv, mesh.face_uv)
    assert (area > 0).all()
    if mesh.quads is not None:
        first, second = mesh.face_uv[: 2 * len(mesh.quads) : 2], mesh.face_uv[1 : 2 * len(mesh.quads) : 2]
        np.testing.assert_array_equal(first[:, [0, 2]], second[:, [0, 1]])
    # Charts keep their distance: texels of different charts are never next to each other.
    owner = rasterize(mesh.uv, mesh.face_uv, size)
    chart = chart_of_faces(mesh)
    label = np.where(owner >= 0, chart[owner], -1)
    near = padding // 2
    for dy, dx in ((0, near), (near, 0), (near, near)):
        a, b = label[: size - dy, : size - dx], label[dy:, dx:]
        assert not ((a >= 0) & (b >= 0) & (a != b)).any()


def chart_of_faces(mesh: Mesh) -> np.ndarray:
    from maquette.geometry.topology import vertex_components

    _, label = vertex_components(mesh.face_uv, len(mesh.uv))
    return label[mesh.face_uv[:, 0]]


@pytest.mark.parametrize("name", SHAPES)
def test_charts_do_not_overlap_flip_or_cut_quads(name: str) -> None:
    check(unwrap(quads(name), 1024), 1024, 4, 0.5)


@pytest.mark.parametrize(("size", "padding"), [(512, 4), (1024, 4), (2048, 4), (2048, 8)])
def test_charts_keep_the_whole_padding_from_each_other_and_from_the_border(size: int, padding: int) -> None:
    mesh = unwrap(quads("chair"), size, padding)
    owner = rasterize(mesh.uv, mesh.face_uv, size)
    label = np.where(owner >= 0, chart_of_faces(mesh)[owner] + 1, 0)
    distance, (y, x) = ndimage.distance_transform_edt(label == 0, return_indices=True)
    near = label[y, x]
    # Where the texels nearest to two charts meet, the way between the charts is the sum of both ways.
    between = [
        (distance[a] + distance[b])[near[a] != near[b]].min()
        for a, b in ((np.s_[1:], np.s_[:-1]), (np.s_[:, 1:], np.s_[:, :-1]))
    ]
    assert min(between) >= padding
    inside = label[padding:-padding, padding:-padding]
    assert (inside > 0).sum() == (label > 0).sum()
    assert mesh.uv.min() * size >= padding - 1e-3
    assert mesh.uv.max() * size <= size - padding + 1e-3


def test_a_sprawling_shape_fills_the_atlas() -> None:
    # The two sides of a flat creature are a third of the atlas each, with horns and legs: 0.51 if they stay whole.
    mesh = unwrap(simplify(primitives.creature(96), 20_000), 2048)
    assert coverage(mesh.uv, mesh.face_uv, 1024)[0] > 0.6


@pytest.mark.parametrize("name", SHAPES)
def test_projection_alone_does_as_well(name: str) -> None:
    mesh = quads(name)
    uv, face_uv = unwrap_by_projection(mesh, 1024, 4)
    from dataclasses import replace

    check(replace(mesh, uv=uv, face_uv=face_uv), 1024, 4, 0.15)


def test_fallbacks_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    mesh = primitives.torus(resolution=32)
    monkeypatch.setattr(module, "_uvunwrap", lambda *a, **how: None)
    by_xatlas = unwrap(mesh, 512)
    check(by_xatlas, 512, 4, 0.3)
    monkeypatch.setattr(module, "_xatlas", lambda *a: None)
    by_projection = unwrap(mesh, 512)
    check(by_projection, 512, 4, 0.15)
    assert len(by_projection.uv) != len(by_xatlas.uv)


def test_triangles_texture_sizes_and_repeatability() -> None:
    mesh = primitives.chair()
    for size in (512, 2048):
        a, b = unwrap(mesh, size), unwrap(mesh, size)
        assert a.uv.tobytes() == b.uv.tobytes()
        check(a, size, 4, 0.3)
