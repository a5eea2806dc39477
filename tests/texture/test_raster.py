import numpy as np
import pytest

from maquette.texture.raster import coverage, covered_twice, rasterize, spans, to_texels, with_gutter

SQUARE = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], float)
HALVES = np.array([[0, 1, 2], [0, 2, 3]])


def test_a_square_is_covered_once_and_row_zero_is_the_top() -> None:
    owner = rasterize(SQUARE * 0.5, HALVES, 64)
    assert (owner[:32] == -1).all()  # v > 0.5 is the upper half
    assert (owner[32:, :32] >= 0).all()
    assert (owner[:, 32:] == -1).all()
    assert owner[63, 31] == 0  # lower right half
    assert owner[33, 0] == 1


def test_agrees_with_point_in_triangle() -> None:
    rng = np.random.default_rng(1)
    uv = rng.uniform(0, 1, (300, 2))
    faces = np.arange(300).reshape(-1, 3)
    size = 61
    corners = to_texels(uv, size)[faces]
    count = np.zeros(size * size, int)
    for flat, _ in spans(corners, size, size):
        np.add.at(count, flat, 1)
    y, x = np.mgrid[:size, :size]
    expected = np.zeros((size, size), int)
    for t in corners:
        d = [
            (t[(k + 1) % 3, 0] - t[k, 0]) * (y - t[k, 1]) - (t[(k + 1) % 3, 1] - t[k, 1]) * (x - t[k, 0])
            for k in range(3)
        ]
        expected += (np.min(d, axis=0) >= 0) | (np.max(d, axis=0) <= 0)
    np.testing.assert_array_equal(count.reshape(size, size), expected)


@pytest.mark.parametrize("bad", [np.zeros((3, 2)), np.array([[0, 0], [1, 1], [0.5, 0.5]])])
def test_triangles_without_area_cover_nothing(bad: np.ndarray) -> None:
    assert (rasterize(bad, np.array([[0, 1, 2]]), 32) == -1).all()


def test_gutter_is_one_ring_of_neighbours() -> None:
    owner = np.full((9, 9), -1, np.int32)
    owner[4, 4] = 7
    ring = with_gutter(owner)
    assert (ring[3:6, 3:6] == 7).all()
    assert (ring >= 0).sum() == 9
    assert (with_gutter(owner, 3) >= 0).sum() == 49


def test_coverage_and_overlap() -> None:
    use, overlap = coverage(SQUARE, HALVES, 128)
    assert use > 0.98
    assert overlap == 0
    use, overlap = coverage(SQUARE, np.concatenate([HALVES, HALVES[:1]]), 128)
    assert overlap == pytest.approx(0.5, abs=0.01)


def test_charts_that_cover_themselves_are_found() -> None:
    flat = (SQUARE[HALVES])[[0, 1, 0]]
    np.testing.assert_array_equal(covered_twice(flat, np.array([0, 0, 0])), [0, 2])
    assert len(covered_twice(flat, np.array([0, 0, 1]))) == 0
