import numpy as np
import pytest

from maquette.geometry import clean, primitives, topology
from maquette.geometry.subdivide import subdivide


@pytest.mark.parametrize("target", [12, 13, 100, 5000])
def test_exact_count_and_unchanged_shape(target: int) -> None:
    box = primitives.box()
    out = subdivide(box, target)
    assert target <= len(out.faces) <= target + 1
    assert clean.is_solid(out)
    assert topology.signed_volume(out.vertices, out.faces) == pytest.approx(1, rel=1e-6)
    side = np.abs(out.vertices).max(axis=1)
    np.testing.assert_allclose(side, 0.5, atol=1e-6)


def test_faces_become_even() -> None:
    out = subdivide(primitives.chair(), 20_000)
    p = out.vertices[out.faces]
    edges = np.linalg.norm(p - np.roll(p, 1, axis=1), axis=2)
    assert edges.max() < 3 * np.median(edges)
