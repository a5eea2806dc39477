import time
from collections.abc import Callable

import cv2
import numpy as np
import pytest
from manifold3d import Manifold
from scipy.spatial import cKDTree

from maquette.errors import MeshError
from maquette.geometry import clean, primitives, quad_process, quads, topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.quad_features import boundary_edges, sharp_edges
from maquette.geometry.quad_fit import is_hard
from maquette.geometry.quad_holes import boundary_loops
from maquette.geometry.quad_subdivide import on_curves
from maquette.geometry.quads import quad_remesh


def silhouette(mesh: Mesh, like: Mesh, axis: int, size: int = 384) -> np.ndarray:
    low, high = like.bounds.astype(float)
    keep = [k for k in range(3) if k != axis]
    flat = (mesh.vertices[:, keep] - low[keep]) / (high - low).max() * (size - 20) + 10
    image = np.zeros((size, size), np.uint8)
    for polygon in np.rint(flat[mesh.faces] * 16).astype(np.int32):
        cv2.fillConvexPoly(image, polygon, 255, shift=4)
    return image > 0


def check(mesh: Mesh, out: Mesh, target: int, limit: float) -> None:
    assert abs(out.polygon_count - target) <= limit * target
    assert clean.is_solid(out)
    assert clean.is_solid(clean.merge_vertices(Mesh(out.vertices, out.faces)))
    ordered = np.sort(out.quads, axis=1)
    assert (np.diff(ordered, axis=1) > 0).all()
    parts = topology.vertex_components(mesh.faces, len(mesh.vertices))[0]
    assert topology.vertex_components(out.faces, len(out.vertices))[0] == parts


@pytest.mark.parametrize(
    ("name", "target"),
    [("box", 2000), ("sphere", 500), ("torus", 4000), ("linked_rings", 2000), ("chair", 4000), ("gear", 4000)],
)
def test_pure_quads_that_keep_the_shape(name: str, target: int) -> None:
    mesh = getattr(primitives, name)()
    out = quad_remesh(mesh, target)
    check(mesh, out, target, 0.05)
    assert len(out.faces) == 2 * len(out.quads)
    assert topology.euler_number(out.faces) == topology.euler_number(mesh.faces)
    before = topology.signed_volume(mesh.vertices, mesh.faces)
    assert topology.signed_volume(out.vertices, out.faces) == pytest.approx(before, rel=0.03)
    for axis in (0, 1, 2):
        a, b = silhouette(mesh, mesh, axis), silhouette(out, mesh, axis)
        assert (a & b).sum() / (a | b).sum() > 0.985


def test_field_aligned_quads_are_mostly_regular() -> None:
    out = quad_remesh(primitives.torus(), 4000)
    valence = np.bincount(out.quads.ravel())
    assert (valence == 4).mean() > 0.93


@pytest.mark.parametrize("name", ["chair", "gear", "linked_rings"])
def test_thin_parts_survive_at_low_counts(name: str) -> None:
    mesh = getattr(primitives, name)()
    out = quad_remesh(mesh, 500)
    check(mesh, out, 500, 0.08)
    for axis in (0, 1, 2):
        a, b = silhouette(mesh, mesh, axis), silhouette(out, mesh, axis)
        assert (a & b).sum() / (a | b).sum() > 0.9


def test_same_bytes_twice() -> None:
    a, b = (quad_remesh(primitives.torus(), 1000) for _ in range(2))
    assert a.vertices.tobytes() == b.vertices.tobytes()
    assert a.quads.tobytes() == b.quads.tobytes()


@pytest.mark.parametrize("name", ["torus", "chair", "creature"])
def test_without_the_remesher_triangles_are_paired(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quads, "find_spec", lambda name: None)
    mesh = clean.drop_specks(getattr(primitives, name)(96) if name == "creature" else getattr(primitives, name)())
    out = quad_remesh(mesh, 2000)
    check(mesh, out, 2000, 0.08)


def test_a_remesher_that_dies_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    mesh = primitives.torus(resolution=32)
    monkeypatch.setattr(quad_process.sys, "executable", "/bin/false")
    out = quad_remesh(mesh, 500)
    check(mesh, out, 500, 0.08)


def test_hard_and_soft_shapes_are_told_apart() -> None:
    assert is_hard(primitives.chair())
    assert is_hard(primitives.gear())
    assert not is_hard(primitives.sphere())
    assert not is_hard(primitives.torus())


def test_bad_input_is_refused() -> None:
    with pytest.raises(MeshError, match="quad_remesh"):
        quad_remesh(Mesh(np.zeros((0, 3)), np.zeros((0, 3))), 500)
    with pytest.raises(MeshError, match="at least 24"):
        quad_remesh(primitives.box(), 10)


def sharp_cover(source: Mesh, out: Mesh, within: float) -> float:
    """Share of the source's sharp length that has a sharp quad edge within `within` quad edges."""
    edge = float(np.sqrt(np.linalg.norm(source.face_normals(), axis=1).sum() / 2 / len(out.quads)))

    def points(mesh: Mesh, degrees: float, spacing: float) -> np.ndarray:
        a, b = mesh.vertices[sharp_edges(mesh, degrees)].astype(float).transpose(1, 0, 2)
        steps = np.ceil(np.linalg.norm(b - a, axis=1) / spacing).astype(int)
        row = np.repeat(np.arange(len(a)), steps)
        share = (np.arange(len(row)) - np.repeat(np.cumsum(steps) - steps, steps) + 0.5) / steps[row]
        return a[row] + (b - a)[row] * share[:, None]

    away, _ = cKDTree(points(out, 25.0, edge / 16)).query(points(source, 40.0, edge / 4))
    return float((away < within * edge).mean())


def block() -> Mesh:
    """A machined block: a hole, a rounded edge, a slanted cut and a concave fillet."""
    solid = Manifold.cube((1, 0.6, 0.5), True)
    solid -= Manifold.cylinder(1, 0.15, circular_segments=64, center=True).translate((0.2, 0, 0))
    corner = Manifold.cube((0.25, 0.25, 1), False).translate((-0.5, 0.05, -0.5))
    solid -= corner - Manifold.cylinder(2, 0.25, circular_segments=128, center=True).translate((-0.25, 0.05, 0))
    solid = solid.trim_by_plane((-0.5, -0.2, -1), -0.42)
    solid -= Manifold.cylinder(2, 0.3, circular_segments=128, center=True).rotate((90, 0, 0)).translate((0.62, 0, 0.4))
    return clean.from_manifold(solid.simplify(1e-5))


@pytest.mark.parametrize(("make", "target"), [(block, 4000), (primitives.gear, 4000), (block, 30_000)])
def test_creases_lie_on_edges(make: Callable[[], Mesh], target: int) -> None:
    mesh = make()
    out = quad_remesh(mesh, target)
    check(mesh, out, target, 0.08)
    assert sharp_cover(mesh, out, 0.1) > (0.95 if target == 4000 else 0.9)
    assert sharp_cover(mesh, quad_remesh(mesh, 4000, crease_degrees=-1), 0.1) < 0.8


def test_no_half_of_a_quad_is_turned_over() -> None:
    out = quad_remesh(block(), 4000)
    normals = out.face_normals().astype(np.float64)
    one, two = normals[0::2], normals[1::2]
    assert (np.einsum("ij,ij->i", one, two) > 0).mean() > 0.999


@pytest.mark.parametrize("scale", [1e-4, 1e5])
def test_tiny_and_huge(scale: float) -> None:
    mesh = primitives.torus(resolution=32)
    out = quad_remesh(mesh.with_vertices(mesh.vertices * scale), 1000)
    check(mesh, out, 1000, 0.08)


@pytest.mark.parametrize("target", [500, 4000])
def test_an_open_surface_stays_open(target: int) -> None:
    ball = primitives.sphere(0.5, 48)
    half = clean.drop_bad_faces(Mesh(ball.vertices, ball.faces[ball.vertices[ball.faces].mean(axis=1)[:, 1] > 0.1]))
    out = quad_remesh(half, target)
    assert abs(len(out.quads) / target - 1) < 0.08
    assert topology.is_manifold(out.faces)
    assert len(boundary_loops(out.quads)) == 1
    assert topology.euler_number(out.faces) == 1
    rim = out.vertices[np.unique(boundary_edges(out.quads))].astype(float)
    lines = list(half.vertices[boundary_edges(half.faces)].astype(float))
    assert np.linalg.norm(on_curves(rim, lines) - rim, axis=1).max() < 1e-5


def test_small_parts_keep_their_share() -> None:
    big, small = primitives.sphere(0.5, 48), primitives.sphere(0.5, 24)
    mesh = Mesh(
        np.concatenate([big.vertices, small.vertices * 0.08 + np.float32(0.6)]),
        np.concatenate([big.faces, small.faces + len(big.vertices)]),
    )
    out = quad_remesh(mesh, 2000)
    check(mesh, out, 2000, 0.08)


def test_cancelling_ends_the_child() -> None:
    class Stop(Exception):
        pass

    begun = time.monotonic()

    def check_cancelled() -> None:
        if time.monotonic() - begun > 1:
            raise Stop

    with pytest.raises(Stop):
        quad_remesh(primitives.torus(), 190_000, check_cancelled=check_cancelled)
    assert time.monotonic() - begun < 20
