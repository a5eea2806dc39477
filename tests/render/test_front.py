from __future__ import annotations

import numpy as np
import pytest

from maquette.render.front import render_front
from maquette.texture.textures import TextureSet


@pytest.mark.parametrize("backend", ["auto", "zbuffer"])
def test_mask_is_coverage(sphere, backend):
    _, mask = render_front(sphere, None, (-1.5, -1.2, 1.5, 1.2), (300, 240), backend=backend)
    polygon = 96 / 2 * np.sin(2 * np.pi / 96)
    assert abs(mask.sum() * 0.01**2 / polygon - 1) < 0.001
    assert ((mask > 0) & (mask < 1)).sum() > 500
    assert np.array_equal(mask[:, 149], mask[:, 150])


def test_one_colour_is_exact_up_to_the_rim(sphere, colour):
    rgb, mask = render_front(sphere, colour((201, 33, 90), unlit=False), (-1.2, -1.2, 1.2, 1.2), (128, 128))
    assert (rgb[mask > 0] == (201, 33, 90)).all()
    assert (rgb[mask == 0] == 0).all()


def test_a_picture_on_a_wall_comes_back(wall):
    y, x = np.mgrid[0:256, 0:256] / 256
    picture = np.stack([127 + 120 * np.sin(9 * x + 4 * y), 127 + 120 * np.cos(13 * y), 255 * x], -1).astype(np.uint8)
    rgb, mask = render_front(wall, TextureSet(picture), (-1, -1, 1, 1), (256, 256))
    assert (mask == 1).all()
    error = np.mean((rgb.astype(float) - picture) ** 2)
    assert 10 * np.log10(255**2 / error) > 45


def test_same_bytes_twice(blob, colour):
    a, b = (render_front(blob, colour((9, 99, 199), unlit=True), (-1.5, -1.5, 1.5, 1.5), (96, 96)) for _ in range(2))
    assert a[0].tobytes() == b[0].tobytes()
    assert a[1].tobytes() == b[1].tobytes()
