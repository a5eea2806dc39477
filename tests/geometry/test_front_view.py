import numpy as np
from mannequins import mannequin

from maquette.geometry import primitives
from maquette.geometry.front_view import PAD, Ways, front_view, peaks, spread_points, taut


def test_the_outline_has_the_area_of_the_shape_and_the_depth_of_its_middle() -> None:
    ball = primitives.sphere(0.5, 64)
    view = front_view(ball.with_vertices(ball.vertices + np.float32([0, 0, 2])))
    assert abs(view.mask.sum() * view.pixel**2 / (np.pi / 4) - 1) < 0.03
    assert np.abs(view.depth[view.mask] - 2).max() < 0.2
    assert (view.mask ^ view.mask[:, ::-1]).mean() < 0.005


def test_pixels_and_places_are_inverse() -> None:
    view = front_view(primitives.box((1, 2, 1)))
    rc = np.array([[3.0, 7.5], [80, 20]])
    assert np.allclose(view.to_pixels(view.to_mesh(rc)), rc)
    assert np.allclose(view.to_mesh(np.array([PAD - 0.5, PAD - 0.5])), view.lower)
    field = np.indices(view.mask.shape)[0].astype(float)
    assert np.allclose(view.sample(field, np.array([[0.0, 0.0, 9.0]])), view.to_pixels(np.array([[0.0, 0.0]]))[:, 0])


def test_points_are_spread_by_area() -> None:
    points = spread_points(primitives.box((1, 1, 3)), 0.02)
    ends = np.isclose(np.abs(points[:, 2]), 1.5).mean()
    assert abs(ends - 2 / 14) < 0.002


def test_ways_lead_around_corners_and_pull_taut() -> None:
    mask = np.zeros((60, 60), bool)
    mask[5:55, 5:15] = True
    mask[45:55, 5:55] = True
    ways = Ways(mask, [(6, 10)])
    line = taut(mask, ways.back((50, 52)))
    corner = np.abs(line - [45, 14]).max(axis=1).min()
    assert corner <= 1.5
    assert tuple(line[0]) == (6, 10)
    assert tuple(line[-1]) == (50, 52)
    length = np.linalg.norm(np.diff(line, axis=0), axis=1).sum()
    straight = np.hypot(39, 4) + np.hypot(5, 38)
    assert straight - 2 < length < straight + 2


def test_a_figure_has_five_ends() -> None:
    view = front_view(mannequin(40)[0])
    rows = np.flatnonzero(view.mask.any(axis=1))
    start = (int(rows[0] + 0.6 * len(rows)), view.mask.shape[1] // 2)
    ends = peaks(Ways(view.mask, [start]).length, view.mask, 0.06 * len(rows))
    assert len(ends) == 5
    assert next(p for _, p in ends) == np.inf
