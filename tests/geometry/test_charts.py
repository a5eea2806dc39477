from __future__ import annotations

import numpy as np
import pytest
import uvunwrap

from maquette.geometry.charts import MAX_CUTS, chart_of_faces, cut_charts
from maquette.geometry.unwrap import packing_grid, signed_areas


def plate(outline: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """UVs, triangles and polygons of the unit squares of a boolean picture."""
    rows, columns = np.nonzero(outline)
    width = outline.shape[1] + 1
    corner = rows * width + columns
    quads = np.stack([corner, corner + 1, corner + width + 1, corner + width], axis=1)
    used, quads = np.unique(quads, return_inverse=True)
    quads = quads.reshape(-1, 4)
    faces = np.stack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]], axis=1).reshape(-1, 3)
    return np.stack([used % width, used // width], axis=1).astype(float), faces, np.repeat(np.arange(len(quads)), 2)


def cross() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    picture = np.zeros((30, 30), bool)
    picture[12:18], picture[:, 12:18] = True, True
    return plate(picture)


def test_a_sprawling_chart_is_cut_and_a_boxy_one_is_not() -> None:
    uv, faces, polygon = cross()
    flat, out = cut_charts(uv, faces, polygon)
    assert chart_of_faces(out, len(flat)).max() + 1 >= 3
    squares = np.zeros((12, 40), bool)
    squares[:, :9], squares[:, 10:19], squares[:, 20:29], squares[:, 30:39] = True, True, True, True
    uv, faces, polygon = plate(squares)
    flat, out = cut_charts(uv, faces, polygon)
    # A quarter of all area each: halved for being huge, in the middle.
    pieces = np.bincount(chart_of_faces(out, len(flat)))
    assert pieces.tolist() == [108] * 8 or sorted(pieces.tolist()) == sorted([108 * 2] * 4)


def test_cutting_moves_charts_but_changes_no_shape_and_no_polygon() -> None:
    uv, faces, polygon = cross()
    flat, out = cut_charts(uv, faces, polygon)
    np.testing.assert_allclose(signed_areas(flat, out), signed_areas(uv, faces), atol=1e-9)
    for k in range(3):
        before = np.linalg.norm(uv[faces[:, k]] - uv[faces[:, k - 1]], axis=1)
        after = np.linalg.norm(flat[out[:, k]] - flat[out[:, k - 1]], axis=1)
        np.testing.assert_allclose(after, before, atol=1e-9)
    chart = chart_of_faces(out, len(flat))
    np.testing.assert_array_equal(chart[::2], chart[1::2])
    assert len(np.unique(flat.astype(np.float32), axis=0)) == len(flat)


def test_no_cuts_leave_the_charts_whole() -> None:
    uv, faces, polygon = cross()
    flat, out = cut_charts(uv, faces, polygon, most=0)
    assert len(flat) == len(uv)
    assert chart_of_faces(out, len(flat)).max() == 0
    many = cut_charts(uv, faces, polygon, most=1)
    assert chart_of_faces(many[1], len(many[0])).max() + 1 < 5 <= MAX_CUTS


@pytest.mark.parametrize("size", [512, 1024, 2048, 4096, 8192])
@pytest.mark.parametrize("padding", [2, 4, 8])
def test_the_packing_grid_keeps_the_padding(size: int, padding: int) -> None:
    step, around, margin = packing_grid(size, padding)
    assert 2 * around * step >= padding
    assert around * step + margin >= padding
    assert (size - 2 * margin) % step == 0
    if size <= 4096 and padding >= 4:
        assert 2 * around * step == padding  # and no more than that


def test_uvunwrap_takes_charts_as_they_are() -> None:
    # What `unwrap` builds on: UVs that are given are packed, not made anew.
    uv, faces, polygon = cross()
    points = np.c_[uv, np.zeros(len(uv))].astype(np.float32)
    flat, out = cut_charts(uv, faces, polygon)
    spread = np.empty((len(flat), 3), np.float32)
    spread[out.ravel()] = points[faces.ravel()]
    mesh = uvunwrap.Mesh(
        spread, out.astype(np.uint32).ravel(), polygons=polygon, existing_uvs=flat.astype(np.float32).ravel()
    )
    atlas = uvunwrap.generate([mesh], page_size=256, padding=1)
    assert atlas.chart_count == chart_of_faces(out, len(flat)).max() + 1
