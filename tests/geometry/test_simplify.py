import numpy as np
import pytest

from maquette.errors import MeshError
from maquette.geometry import clean, primitives, topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.simplify import simplify

SHAPES = ("box", "torus", "linked_rings", "chair", "gear")


@pytest.mark.parametrize("target", [500, 9_001, 60_000])
@pytest.mark.parametrize("name", SHAPES)
def test_count_solidity_and_topology(name: str, target: int) -> None:
    mesh = getattr(primitives, name)()
    out = simplify(mesh, target)
    assert abs(len(out.faces) - target) <= max(2, 0.01 * target)
    assert clean.is_solid(out)
    assert not topology.copied_faces(out.faces).any()
    assert topology.euler_number(out.faces) == topology.euler_number(mesh.faces)
    before = topology.signed_volume(mesh.vertices, mesh.faces)
    assert topology.signed_volume(out.vertices, out.faces) == pytest.approx(before, rel=0.04)


def test_no_face_is_folded_over() -> None:
    out = simplify(primitives.sphere(0.5, 64), 1000)
    centre = out.vertices[out.faces].mean(axis=1)
    cosine = np.einsum("ij,ij->i", out.face_normals(), centre)
    assert (cosine > 0).all()


def test_hostile_creature_stays_solid() -> None:
    mesh = primitives.creature(96)
    for target in (500, 8000):
        out = simplify(mesh, target)
        assert abs(len(out.faces) - target) <= 0.01 * target
        assert clean.is_solid(clean.merge_vertices(out))


@pytest.mark.parametrize("scale", [1e-6, 1e6])
def test_scale_does_not_matter(scale: float) -> None:
    mesh = primitives.torus()
    out = simplify(Mesh(mesh.vertices * scale, mesh.faces), 1000)
    assert abs(len(out.faces) - 1000) <= 10
    assert clean.is_solid(out)


def test_same_bytes_twice() -> None:
    a, b = (simplify(primitives.torus(), 800) for _ in range(2))
    assert a.vertices.tobytes() == b.vertices.tobytes()
    assert a.faces.tobytes() == b.faces.tobytes()


def test_bad_input_is_refused() -> None:
    with pytest.raises(MeshError, match="simplify"):
        simplify(Mesh(np.zeros((0, 3)), np.zeros((0, 3))), 100)
    with pytest.raises(MeshError, match="at least 4"):
        simplify(primitives.box(), 3)


def open_bowl() -> Mesh:
    ball = primitives.sphere(0.5, 48)
    return Mesh(ball.vertices, ball.faces[ball.vertices[ball.faces].mean(axis=1)[:, 1] < 0.2])


@pytest.mark.parametrize("target", [500, 3000, 20_000])
def test_open_meshes_keep_their_boundary(target: int) -> None:
    mesh = open_bowl()
    out = simplify(mesh, target)
    assert abs(len(out.faces) - target) <= 0.01 * target
    assert topology.euler_number(out.faces) == 1
    assert topology.is_manifold(out.faces)
    assert not clean.degenerate_faces(out).any()
    edges, uses, _ = topology.edge_counts(mesh.faces)
    rim = mesh.vertices[np.unique(edges[uses == 1] >> 32)].astype(float)
    edges, uses, _ = topology.edge_counts(out.faces)
    edges = edges[uses == 1]
    a, b = (out.vertices[end].astype(float) for end in (edges >> 32, edges & 0xFFFFFFFF))
    along = b - a
    t = np.clip(np.einsum("nkx,kx->nk", rim[:, None] - a, along) / np.einsum("kx,kx->k", along, along), 0, 1)
    distance = np.linalg.norm(a + t[..., None] * along - rim[:, None], axis=2).min(axis=1)
    assert distance.max() < 0.02  # the ragged rim itself wiggles by 0.01


def test_triangle_soup_that_closes_is_closed() -> None:
    torus = primitives.torus(resolution=40)
    soup = Mesh(torus.vertices[torus.faces].reshape(-1, 3), np.arange(3 * len(torus.faces)).reshape(-1, 3))
    assert clean.is_solid(simplify(soup, 800))


def test_sheets_that_meet_stay_together() -> None:
    """Three square sheets along one edge: no solid, no boundary at the edge, and both must hold."""
    n = 20
    angle = np.radians([0, 120, 240])
    grid = np.stack(np.meshgrid(np.arange(n + 1) / n, np.arange(n + 1) / n, indexing="ij"), axis=-1).reshape(-1, 2)
    i = np.arange((n + 1) ** 2).reshape(n + 1, n + 1)
    quads = np.stack([i[:-1, :-1], i[:-1, 1:], i[1:, 1:], i[1:, :-1]], axis=-1).reshape(-1, 4)
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    v = np.concatenate([np.stack([grid[:, 0] * np.cos(t), grid[:, 0] * np.sin(t), grid[:, 1]], axis=1) for t in angle])
    v[np.tile(grid[:, 0], 3) == 0, :2] = 0
    out = simplify(Mesh(v, np.concatenate([faces + len(grid) * k for k in range(3)])), 500)
    assert abs(len(out.faces) - 500) <= 5
    edges, uses, _ = topology.edge_counts(out.faces)
    spine = edges[uses == 3]
    ends = out.vertices[np.r_[spine >> 32, spine & 0xFFFFFFFF]]
    assert np.abs(ends[:, :2]).max() < 1e-5
    assert np.ptp(ends[:, 2]) == pytest.approx(1, abs=1e-5)
    assert topology.vertex_components(out.faces, len(out.vertices))[0] == 1


def test_crumbs_leave_the_body_its_faces() -> None:
    ball = primitives.sphere(0.5, 24)
    crumb = primitives.box((0.01, 0.01, 0.01))
    places = np.float32([[1 + 0.02 * i, 0, 0.02 * j] for i in range(10) for j in range(12)])
    opened = ball.faces[1:]
    v = np.concatenate([ball.vertices, *(crumb.vertices + p for p in places)])
    f = np.concatenate([opened, *(crumb.faces + len(ball.vertices) + 8 * k for k in range(len(places)))])
    out = simplify(Mesh(v, f), 500)
    assert abs(len(out.faces) - 500) <= 5
    assert (np.abs(out.vertices[out.faces].mean(axis=1)[:, 0]) < 0.5).sum() >= 400
