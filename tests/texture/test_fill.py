import numpy as np

from maquette.texture.fill import GutterFill


def test_covered_texels_stay_and_the_rest_follows_the_nearest() -> None:
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (128, 128, 3)).astype(np.uint8)
    covered = np.zeros((128, 128), bool)
    covered[40:60, 30:70] = True
    out = GutterFill(covered)(pixels)
    np.testing.assert_array_equal(out[covered], pixels[covered])
    np.testing.assert_array_equal(out[50, 70:80], np.repeat(pixels[50:51, 69], 10, axis=0))
    np.testing.assert_array_equal(out[30:40, 50], np.repeat(pixels[40:41, 50], 10, axis=0))


def test_uniform_colour_fills_everything() -> None:
    pixels = np.zeros((96, 96, 3), np.uint8)
    covered = np.zeros((96, 96), bool)
    covered[10:14, 70:75] = True
    pixels[covered] = (200, 100, 50)
    out = GutterFill(covered)(pixels)
    assert (np.abs(out.astype(int) - [200, 100, 50]) <= 1).all()


def test_nothing_and_everything_covered() -> None:
    pixels = np.full((16, 16, 3), 9, np.uint8)
    for covered in (np.zeros((16, 16), bool), np.ones((16, 16), bool)):
        np.testing.assert_array_equal(GutterFill(covered)(pixels), pixels)
