"""The segmenter's training pictures: true coverage, floors in perspective, the same bytes for the same seed."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from training.segmenter import library
from training.segmenter.backgrounds import floor_of
from training.segmenter.composite import compose
from training.segmenter.dataset import augment
from training.segmenter.foregrounds import FILL, FRAME, Foreground, render
from training.segmenter.library import Library
from training.segmenter.noise import fbm, paint

CUBE = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)], np.float32)
FACES = np.array(
    [[int(c) for c in t] for t in ["013", "032", "467", "475", "045", "051", "237", "276", "026", "064", "157", "173"]],
    np.int32,
)


def cube(seed: int) -> Foreground:
    made = render(np.random.default_rng(seed), CUBE, FACES, np.full((8, 3), 0.6, np.float32))
    assert made is not None
    return made


@pytest.fixture(scope="module")
def thing() -> Foreground:
    return cube(1)


@pytest.fixture(scope="module")
def things(thing: Foreground) -> Library:
    return Library([(thing.rgba[None], thing.shadow[None], thing.camera[None])])


def test_a_render_is_one_solid_blob_that_fills_its_share_of_the_frame(thing: Foreground) -> None:
    alpha = thing.rgba[..., 3]
    assert set(np.unique(alpha)) == {0, 255}
    assert cv2.connectedComponents(alpha)[0] == 2
    rows, columns = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
    reach = max(abs(np.array([rows[0], rows[-1], columns[0], columns[-1]]) - (FRAME - 1) / 2)) / (FRAME / 2)
    assert reach == pytest.approx(FILL, abs=0.02)


def test_same_seed_same_bytes(thing: Foreground, things: Library) -> None:
    again = cube(1)
    assert thing.rgba.tobytes() == again.rgba.tobytes()
    assert thing.shadow.tobytes() == again.shadow.tobytes()
    first, second = (compose(np.random.default_rng(5), thing, things, 96) for _ in range(2))
    assert first[0].tobytes() == second[0].tobytes()
    assert first[1].tobytes() == second[1].tobytes()


@pytest.mark.parametrize("seed", range(8))
def test_a_composite_is_a_picture_and_its_coverage(thing: Foreground, things: Library, seed: int) -> None:
    pixels, mask = compose(np.random.default_rng(seed), thing, things, 96)
    assert pixels.shape == (96, 96, 3)
    assert mask.shape == (96, 96)
    assert pixels.dtype == mask.dtype == np.uint8
    assert 0.005 < (mask > 127).mean() < 0.95


def test_the_floor_passes_under_the_object() -> None:
    # Level roll, 30 degrees from above: the point below the object's centre lies where the camera projects it.
    camera = np.array([np.radians(30), 0.4, 3.0, 0.5, 0.0], np.float32)
    floor = floor_of(camera, FRAME, 1.0, (0.0, 0.0), FRAME)
    assert floor.seen.all()
    assert np.abs(floor.points[..., 1]).max() < 1e-4
    row, column = np.unravel_index(np.hypot(floor.points[..., 0], floor.points[..., 2]).argmin(), (FRAME, FRAME))
    depth = 3.0 + 0.5 * np.sin(np.radians(30))
    assert column == pytest.approx(FRAME / 2, abs=1)
    assert row == pytest.approx(FRAME / 2 * (1 + 0.5 * np.cos(np.radians(30)) / depth / 0.4), abs=1.5)
    assert (np.diff(floor.depth[:, FRAME // 2]) < 0).all()


def test_paint_and_noise_stay_in_range() -> None:
    points = np.random.default_rng(0).uniform(-2, 2, (500, 3)).astype(np.float32)
    values = fbm(points, 0.3)
    assert 0 <= values.min() < values.max() <= 1
    for seed in range(20):
        colors = paint(np.random.default_rng(seed))(points)
        assert colors.shape == (500, 3)
        assert 0 <= colors.min() <= colors.max() <= 1


def test_augmentation_moves_picture_and_mask_alike() -> None:
    mask = np.zeros((96, 96), np.uint8)
    mask[20:50, 30:80] = 255
    rows = np.repeat(mask[None, ..., None], 4, -1).repeat(6, 0)
    pixels, masks = augment(np.random.default_rng(0), rows)
    for picture, moved in zip(pixels, masks, strict=True):
        bright = picture.mean(-1) > picture.mean(-1).min() * 0.5 + picture.mean(-1).max() * 0.5
        assert (bright == (moved > 127)).mean() > 0.98


def test_a_library_goes_on_where_it_stopped(tmp_path: Path, thing: Foreground) -> None:
    np.save(tmp_path / "000.rgba.npy", thing.rgba[None])
    np.save(tmp_path / "000.shadow.npy", thing.shadow[None])
    np.save(tmp_path / "000.camera.npy", thing.camera[None])
    found = library.open_library(tmp_path)
    assert len(found) == 1
    assert found[0].rgba.tobytes() == thing.rgba.tobytes()
    # Nothing is missing, so nothing is read: a folder that does not exist does no harm.
    library.build(tmp_path / "nowhere", tmp_path, "train", library.PART, 0)
