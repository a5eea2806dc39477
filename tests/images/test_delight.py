"""De-lighting: light goes, paint stays."""

import numpy as np

from maquette.images.delight import delight
from maquette.render.color import to_linear, to_srgb

SIZE = 160


def ball() -> tuple[np.ndarray, np.ndarray]:
    """Unit normals of a ball that fills the picture, and its mask."""
    y, x = np.mgrid[:SIZE, :SIZE]
    nx, ny = (x + 0.5) / SIZE * 2 - 1, 1 - (y + 0.5) / SIZE * 2
    r2 = nx**2 + ny**2
    n = np.stack([nx, ny, np.sqrt(np.maximum(1 - r2, 0))], axis=-1)
    return n, (r2 < 0.95).astype(np.float32)


def picture(albedo: np.ndarray, light: np.ndarray) -> np.ndarray:
    return np.rint(to_srgb(albedo * light[..., None]) * 255).astype(np.uint8)


def error(rgb: np.ndarray, albedo: np.ndarray, on: np.ndarray) -> float:
    a, b = to_linear(rgb / 255)[on], albedo[on]
    return float(np.sqrt(((a * ((a * b).sum() / (a * a).sum()) - b) ** 2).mean() / (b**2).mean()))


def stripes() -> np.ndarray:
    """Red and cream, linear light."""
    y = np.mgrid[:SIZE, :SIZE][0]
    return np.where(((y // 20) % 2 == 0)[..., None], [0.55, 0.06, 0.05], [0.7, 0.62, 0.5])


def test_a_strong_lamp_is_taken_off_a_striped_ball() -> None:
    n, alpha = ball()
    lamp = np.array([-0.6, 0.5, 0.62])
    light = 0.15 + np.clip(n @ lamp, 0, 1)
    rgb = picture(stripes(), light)
    on = alpha > 0.5
    before, after = error(rgb, stripes(), on), error(delight(rgb, alpha), stripes(), on)
    assert after < 0.7 * before


def test_even_light_and_white_spots_stay() -> None:
    _, alpha = ball()
    albedo = stripes()
    albedo[60:72, 60:72] = 0.95
    rgb = picture(albedo, np.ones((SIZE, SIZE)))
    out = delight(rgb, alpha).astype(int)
    on = alpha > 0.5
    assert np.abs(out - rgb)[on].mean() < 6
    assert error(out, albedo, on) < 0.05


def test_hue_and_mean_are_kept_and_bytes_repeat() -> None:
    n, alpha = ball()
    albedo = np.broadcast_to(np.array([0.1, 0.3, 0.5]), (SIZE, SIZE, 3))
    rgb = picture(albedo, 0.3 + 0.7 * np.clip(n[..., 1], 0, 1))
    out = delight(rgb, alpha)
    on = alpha > 0.5
    a, b = to_linear(rgb / 255)[on], to_linear(out / 255)[on]
    np.testing.assert_allclose(a.mean(), b.mean(), rtol=0.03)
    np.testing.assert_allclose(b / b.sum(1, keepdims=True), np.tile([1 / 9, 3 / 9, 5 / 9], (on.sum(), 1)), atol=0.02)
    np.testing.assert_array_equal(out, delight(rgb, alpha))


def test_a_soft_highlight_is_taken_off() -> None:
    n, alpha = ball()
    half = np.array([-0.35, 0.35, 0.87])
    shine = 0.5 * np.clip(n @ half, 0, 1) ** 40
    albedo = np.broadcast_to(np.array([0.05, 0.25, 0.08]), (SIZE, SIZE, 3))
    rgb = np.rint(to_srgb(albedo + shine[..., None]) * 255).astype(np.uint8)
    on = alpha > 0.5
    assert error(delight(rgb, alpha), albedo, on) < 0.5 * error(rgb, albedo, on)


def test_pictures_with_nothing_in_them_and_without_strength() -> None:
    rgb = np.full((20, 30, 3), 90, np.uint8)
    np.testing.assert_array_equal(delight(rgb, np.zeros((20, 30), np.float32)), rgb)
    even = delight(rgb, np.ones((20, 30), np.float32), strength=0)
    assert np.abs(even.astype(int) - rgb).max() <= 1
