from pathlib import Path

import cv2
import numpy as np
import pytest

from maquette.errors import EngineError, MeshError
from maquette.geometry import clean, primitives, quads, topology
from maquette.geometry.mesh import Mesh
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


def test_a_remesher_that_hangs_or_dies_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    mesh = primitives.torus(resolution=32)
    assert quads.run_remesher(mesh, 500, -1.0, timeout=0.001) is None
    monkeypatch.setattr(quads.sys, "executable", "/bin/false")
    out = quad_remesh(mesh, 500)
    check(mesh, out, 500, 0.08)


def test_hard_and_soft_shapes_are_told_apart() -> None:
    assert quads.is_hard(primitives.chair())
    assert quads.is_hard(primitives.gear())
    assert not quads.is_hard(primitives.sphere())
    assert not quads.is_hard(primitives.torus())


def test_bad_input_is_refused() -> None:
    with pytest.raises(MeshError, match="quad_remesh"):
        quad_remesh(Mesh(np.zeros((0, 3)), np.zeros((0, 3))), 500)
    with pytest.raises(MeshError, match="at least 24"):
        quad_remesh(primitives.box(), 10)


def test_a_remesher_that_is_killed_is_asked_again_and_then_gives_no_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The child kills itself as the kernel would for want of memory: the first time only, or every time."""
    count = tmp_path / "count"
    child = tmp_path / "child.py"
    real = Path(quads.quad_remesher.__file__).read_text().replace("from __future__ import annotations", "")
    monkeypatch.setattr(quads.quad_remesher, "__file__", str(child))
    for times, outcome in ((1, "mesh"), (2, "error")):
        count.write_text("")
        child.write_text(
            "import os, signal, pathlib\n"
            f"p = pathlib.Path({str(count)!r}); p.write_text(p.read_text() + 'x')\n"
            f"if len(p.read_text()) <= {times}: os.kill(os.getpid(), signal.SIGKILL)\n"
            + real.replace("from __future__ import annotations", "")
        )
        ball = primitives.sphere(1.0, 32)
        if outcome == "mesh":
            assert quads.run_remesher(ball, 400, -1.0, 60) is not None
        else:
            with pytest.raises(EngineError, match="killed twice"):
                quads.run_remesher(ball, 400, -1.0, 60)
