import numpy as np
import pytest

from maquette.geometry import primitives, topology
from maquette.geometry.quad_holes import boundary_loops, fill_holes, join_doublets
from maquette.geometry.quad_pairing import quads_from_triangles


def closed_quads() -> tuple[np.ndarray, np.ndarray]:
    return quads_from_triangles(primitives.sphere(0.5, 32), 300)


@pytest.mark.parametrize("rings", [0, 1])
def test_holes_are_filled_with_quads(rings: int) -> None:
    v, q = closed_quads()
    gone = np.zeros(len(q), bool)
    gone[0] = True
    for _ in range(rings):
        gone |= np.isin(q, q[gone]).any(axis=1)
    assert len(boundary_loops(q[~gone])) == 1
    points, filled = fill_holes(v, q[~gone])
    assert topology.is_closed(filled)
    assert filled.shape[1] == 4
    assert len(np.unique(filled)) - len(topology.edge_counts(filled)[0]) + len(filled) == 2
    assert np.isfinite(points).all()


def test_a_long_loop_is_left_open() -> None:
    v, q = closed_quads()
    half = q[v[q].mean(axis=1)[:, 1] > 0]
    _, filled = fill_holes(v, half)
    assert not topology.is_closed(filled) or len(filled) > len(half)


def test_doublets_become_one_quad() -> None:
    _, q = closed_quads()
    a, b, c, d = q[0].tolist()
    new = int(q.max()) + 1
    with_doublet = np.concatenate([q[1:], [[a, b, c, new], [new, c, d, a]]]).astype(np.int32)
    assert topology.is_closed(with_doublet)
    joined = join_doublets(with_doublet)
    assert len(joined) == len(q)
    assert topology.is_closed(joined)
    assert new not in joined
