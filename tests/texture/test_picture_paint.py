"""Pictures on a given mesh: the side is found, and the front shows the picture again."""

import numpy as np
import pytest

from maquette.engines.engine import View
from maquette.geometry import primitives
from maquette.geometry.mesh import Mesh
from maquette.geometry.unwrap import unwrap
from maquette.render.front import render_front
from maquette.texture.bake import bake
from maquette.texture.picture_fit import Fit, camera_frame, fit_picture, surface_points
from maquette.texture.picture_paint import PicturePaint, paint_from_pictures, symmetry_plane

SIZE = 240


@pytest.fixture(scope="module")
def creature() -> Mesh:
    """Not alike from its four sides."""
    return primitives.creature(64)


def silhouette(mesh: Mesh, azimuth: float, elevation: float = 0.0) -> np.ndarray:
    """Mask of an orthographic view, `(SIZE, SIZE)`, the object filling most of it."""
    frame = camera_frame(azimuth, elevation)
    turned = Mesh((mesh.vertices @ frame.T).astype(np.float32), mesh.faces)
    low, high = turned.bounds[:, :2].astype(float)
    middle, half = (low + high) / 2, 0.55 * (high - low).max()
    window = (middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half)
    return render_front(turned, None, window, (SIZE, SIZE))[1]


def rainbow() -> np.ndarray:
    y, x = np.mgrid[:SIZE, :SIZE] / SIZE
    rgb = np.stack([0.5 + 0.45 * np.sin(9 * x), 0.5 + 0.45 * np.cos(7 * y), 0.5 + 0.4 * np.sin(6 * (x + y))], axis=-1)
    return np.rint(rgb * 255).astype(np.uint8)


@pytest.mark.parametrize("azimuth", [0.0, 90.0])
def test_the_side_is_found(creature: Mesh, azimuth: float) -> None:
    fit = fit_picture(surface_points(creature), silhouette(creature, azimuth))
    off = (fit.azimuth - azimuth + 90) % 180 - 90  # the outline from behind is the mirrored one: near ties are fine
    assert abs(off) <= 16
    assert fit.overlap > 0.93


def test_a_label_leaves_small_turns_only_and_frames_are_right_handed(creature: Mesh) -> None:
    fit = fit_picture(surface_points(creature), silhouette(creature, 0), "L")
    assert abs(fit.azimuth - 90) <= 30
    for azimuth, elevation in ((0, 0), (90, 20), (200, -10), (0, 90)):
        frame = camera_frame(azimuth, elevation)
        np.testing.assert_allclose(frame @ frame.T, np.eye(3), atol=1e-12)
        assert np.linalg.det(frame) == pytest.approx(1)
    np.testing.assert_allclose(camera_frame(90, 0)[2], [1, 0, 0], atol=1e-12)


def test_the_front_shows_the_picture_again(creature: Mesh) -> None:
    alpha = silhouette(creature, 0)
    view = View(rainbow(), alpha)
    fit = fit_picture(surface_points(creature), alpha, first=True)
    assert (fit.azimuth, fit.elevation) == (0, 0)
    paint = paint_from_pictures(creature, [view], [fit])
    mesh = unwrap(creature, 512)
    textures = bake(mesh, paint, np.eye(4), size=512)
    rgb, mask = render_front(mesh, textures, fit.window, (SIZE, SIZE))
    both = (mask > 0.5) & (alpha > 0.5)
    error = ((rgb[both].astype(float) - view.rgb[both]) ** 2).mean()
    assert 10 * np.log10(255**2 / error) >= 26


def wall_and_ball() -> Mesh:
    """A small ball before a wall."""
    wall, ball = primitives.box((2, 2, 0.2)), primitives.sphere(0.3, 24)
    v = np.concatenate([wall.vertices, ball.vertices + np.array([0, 0, 1], np.float32)])
    return Mesh(v, np.concatenate([wall.faces, ball.faces + len(wall.vertices)]))


def flat_fit() -> Fit:
    right, up, toward = camera_frame(0, 0).astype(np.float32)
    return Fit(0, 0, right, up, toward, (-1.0, -1.0, 1.0, 1.0), 1.0)


def test_hidden_surface_does_not_take_what_stands_before_it() -> None:
    rgb = np.full((SIZE, SIZE, 3), 200, np.uint8)
    y, x = np.mgrid[:SIZE, :SIZE]
    rgb[np.hypot(x - SIZE / 2, y - SIZE / 2) < 0.14 * SIZE] = (220, 0, 0)
    paint = paint_from_pictures(wall_and_ball(), [View(rgb, np.ones((SIZE, SIZE), np.float32))], [flat_fit()])
    at = np.array([[0, 0, 0.1], [0, 0, 1.3], [0.8, 0.8, 0.1]], np.float32)
    out = paint.sample(at, np.repeat(np.array([[0, 0, 1]], np.float32), 3, axis=0)).base_color * 255
    np.testing.assert_allclose(out[1], [220, 0, 0], atol=2)
    np.testing.assert_allclose(out[2], [200, 200, 200], atol=2)
    assert out[0, 1] > 120  # the wall behind the ball is mostly wall


def test_symmetry_and_round_trip(creature: Mesh) -> None:
    assert symmetry_plane(primitives.torus(resolution=32)) == pytest.approx(0, abs=0.01)
    lopsided = wall_and_ball().vertices.copy()
    lopsided[8:, 0] += 0.5
    assert np.isnan(symmetry_plane(Mesh(lopsided, wall_and_ball().faces)))
    paint = paint_from_pictures(creature, [View(rainbow(), silhouette(creature, 0))], [flat_fit()])
    back = PicturePaint.from_arrays(paint.to_arrays())
    points, normals = creature.vertices[::7], creature.vertex_normals()[::7]
    np.testing.assert_array_equal(paint.sample(points, normals).base_color, back.sample(points, normals).base_color)
