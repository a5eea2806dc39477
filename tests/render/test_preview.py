from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from maquette.errors import InvalidRequest
from maquette.render.encode import encode_webp
from maquette.render.preview import render_preview


def test_unlit_colour_is_exact(sphere, colour):
    pixels = render_preview(sphere, colour((217, 64, 133), unlit=True), size=160, background="transparent")
    assert pixels.shape == (160, 160, 4)
    assert (pixels[pixels[..., 3] > 0][:, :3] == (217, 64, 133)).all()


@pytest.mark.parametrize("rgb", [(128, 128, 128), (200, 180, 220), (230, 150, 120), (90, 140, 200), (60, 90, 60)])
def test_lit_colour_comes_back_under_the_key_light(sphere, colour, rgb):
    pixels = render_preview(
        sphere, colour(rgb, unlit=False), size=160, background="transparent", azimuth=0, elevation=0
    )
    rows = np.flatnonzero((pixels[..., 3] == 255).any(axis=1))
    radius = (rows.max() - rows.min()) / 2
    a, e = np.radians([-30.0, 42.0])  # where the studio's key light stands, seen from the camera
    row, column = round(79.5 - np.sin(e) * radius), round(79.5 + np.cos(e) * np.sin(a) * radius)
    assert np.abs(pixels[row, column, :3].astype(int) - rgb).max() <= 9
    lit = pixels[pixels[..., 3] == 255][:, :3].astype(int)
    assert np.percentile(lit.max(axis=1), 90) <= max(rgb) + 12  # nothing is washed out; only the rim may shine
    assert lit.mean() > 0.6 * np.mean(rgb)


def test_transparent_alpha_is_coverage(sphere):
    pixels = render_preview(sphere, None, size=200, background="transparent")
    alpha = pixels[..., 3]
    assert alpha[0].max() == 0
    assert alpha[100, 100] == 255
    assert ((alpha > 0) & (alpha < 255)).sum() > 200
    rows = np.flatnonzero(alpha.any(axis=1))
    radius = (rows[-1] - rows[0] + 1) / 2
    assert abs(alpha.sum() / 255 / (np.pi * radius**2) - 1) < 0.015


def test_floor_shadow_only_where_asked(sphere):
    plain = render_preview(sphere, None, size=128, background="transparent")
    shadow = render_preview(sphere, None, size=128, background="transparent", ground_shadow=True)
    assert (shadow[..., 3].astype(int) - plain[..., 3]).max() > 60
    assert np.array_equal(shadow[plain[..., 3] == 255], plain[plain[..., 3] == 255])
    white = render_preview(sphere, None, size=128, background="white", ground_shadow=False)
    assert (white[plain[..., 3] == 0] == 255).all()


def test_same_bytes_twice(blob, colour):
    a, b = (render_preview(blob, colour((180, 120, 60), unlit=False), size=200) for _ in range(2))
    assert a.shape == (200, 200, 3)
    assert a.tobytes() == b.tobytes()
    assert encode_webp(a) == encode_webp(b)


def test_webp_decodes_to_nearly_the_same(blob):
    pixels = render_preview(blob, None, size=128, background="transparent")
    image = Image.open(io.BytesIO(encode_webp(pixels)))
    assert image.format == "WEBP"
    back = np.asarray(image.convert("RGBA")).astype(int)
    assert np.array_equal(back[..., 3], pixels[..., 3])
    solid = pixels[..., 3] == 255
    assert np.abs(back[solid][:, :3] - pixels[solid][:, :3]).mean() < 3


def test_backends_draw_the_same_picture(blob, colour):
    textures = colour((120, 170, 90), unlit=False)
    a, b = (render_preview(blob, textures, size=96, backend=k).astype(int) for k in ("auto", "zbuffer"))
    assert np.abs(a - b).mean() < 3


def test_clay_and_wires_differ_from_material(sphere, colour):
    textures = colour((220, 20, 20), unlit=False)
    clay = render_preview(sphere, textures, size=96, clay=True)
    wires = render_preview(sphere, textures, size=96, clay=True, wireframe=True)
    assert np.ptp(clay[48, 48].astype(int)) < 12
    assert wires.mean() < clay.mean() - 3


@pytest.mark.parametrize(("option", "message"), [({"size": 4}, "16 to 8192"), ({"background": "plaid"}, "studio")])
def test_wrong_options_name_the_remedy(sphere, option, message):
    with pytest.raises(InvalidRequest, match=message):
        render_preview(sphere, None, **{"size": 32, **option})
