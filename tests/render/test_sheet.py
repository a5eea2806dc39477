from __future__ import annotations

import numpy as np
import pytest

from maquette.errors import InvalidRequest
from maquette.geometry.mesh import Mesh
from maquette.render.scene import Scene, Style
from maquette.render.sheet import contact_sheet


def tiles(sheet: np.ndarray, size: int) -> list[np.ndarray]:
    return [sheet[r : r + size, c : c + size] for r in (0, size) for c in range(0, 3 * size, size)]


def test_six_different_views(blob, colour):
    sheet = contact_sheet(Scene(blob, colour((90, 160, 120), unlit=False)), size=64)
    assert sheet.shape == (128, 192, 3)
    assert len({t.tobytes() for t in tiles(sheet, 64)}) == 6


def test_all_views_have_one_scale(sphere):
    stick = Mesh(sphere.vertices * (0.2, 1.0, 0.5), sphere.faces)
    sheet = contact_sheet(Scene(stick), size=96, background="transparent", style=Style(ground_shadow=False))
    _, front, _, left, _, top = (t[..., 3] > 127 for t in tiles(sheet, 96))
    width = lambda mask: int(mask.any(axis=0).sum())  # noqa: E731
    height = lambda mask: int(mask.any(axis=1).sum())  # noqa: E731
    assert abs(height(front) - height(left)) <= 2
    assert width(left) / width(front) == pytest.approx(2.5, rel=0.1)
    assert width(top) / width(front) == pytest.approx(1.0, abs=0.12)
    assert height(top) / width(left) == pytest.approx(1.0, abs=0.12)


def test_captions_are_written_below_each_view(sphere):
    scene = Scene(sphere)
    plain, said = (contact_sheet(scene, size=128, captions=c).astype(int) for c in (False, True))
    for a, b in zip(tiles(plain, 128), tiles(said, 128), strict=True):
        changed = np.abs(a - b).max(axis=2) > 40
        assert changed[110:].any()
        assert not changed[:110].any()


def test_a_wrong_size_names_the_remedy(sphere):
    with pytest.raises(InvalidRequest, match="16 to 2048"):
        contact_sheet(Scene(sphere), size=3)
