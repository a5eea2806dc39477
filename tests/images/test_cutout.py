"""The cut-out finds drawn things whose true mask is known, and says so where there is nothing."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from maquette.errors import ObjectNotFound
from maquette.images.cutout import cut_out, main_parts

SIDE = 192
Y, X = np.mgrid[:SIDE, :SIDE].astype(np.float32)


def iou(alpha: NDArray[np.float32], truth: NDArray[np.bool_]) -> float:
    cut = alpha > 0.5
    return float((cut & truth).sum() / (cut | truth).sum())


def grain(picture: NDArray[np.floating]) -> NDArray[np.uint8]:
    noise = np.random.default_rng(0).normal(0, 2, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def disc(cx: float, cy: float, r: float) -> NDArray[np.bool_]:
    return np.asarray((X - cx) ** 2 + (Y - cy) ** 2 < r * r)


def studio() -> NDArray[np.float32]:
    return np.repeat((200 + 0.15 * X - 0.1 * Y)[..., None], 3, axis=-1)


def test_ball_before_a_shaded_backdrop() -> None:
    truth = disc(96, 90, 50)
    assert iou(cut_out(grain(np.where(truth[..., None], [40, 90, 170], studio())), 0), truth) > 0.98


def test_ring_keeps_its_hole() -> None:
    truth = disc(96, 96, 60) & ~disc(96, 96, 28)
    alpha = cut_out(grain(np.where(truth[..., None], [190, 60, 40], studio())), 0)
    assert iou(alpha, truth) > 0.97
    assert alpha[96, 96] == 0


def test_ball_on_a_tiled_floor_before_a_wall() -> None:
    tiles = ((X // 24 + Y // 16) % 2)[..., None]
    floor = tiles * np.array([90, 140, 160]) + (1 - tiles) * np.array([215, 220, 225])
    scene = np.where((Y > 110)[..., None], floor, np.array([225, 235, 240]) - 0.2 * Y[..., None])
    truth = disc(100, 104, 48)
    assert iou(cut_out(grain(np.where(truth[..., None], [235, 190, 20], scene)), 0), truth) > 0.97


def test_soft_shadow_stays_outside() -> None:
    shadow = 0.4 * cv2.GaussianBlur(disc(120, 140, 40).astype(np.float32), (0, 0), 9)
    truth = disc(90, 96, 46)
    scene = studio() * (1 - shadow)[..., None]
    assert iou(cut_out(grain(np.where(truth[..., None], [170, 30, 40], scene)), 0), truth) > 0.97


def test_object_at_the_frame_of_a_plain_picture() -> None:
    truth = (np.abs(X - 96) < 40) & (Y > 60)
    assert iou(cut_out(grain(np.where(truth[..., None], [60, 60, 65], studio())), 0), truth) > 0.9


@pytest.mark.parametrize("value", [0, 128, 255])
def test_empty_picture_has_no_object(value: int) -> None:
    with pytest.raises(ObjectNotFound):
        cut_out(np.full((SIDE, SIDE, 3), value, np.uint8), 0)


def test_same_seed_same_bytes() -> None:
    picture = grain(np.where(disc(96, 96, 50)[..., None], [40, 160, 60], studio()))
    assert cut_out(picture, 3).tobytes() == cut_out(picture, 3).tobytes()


def test_things_out_of_focus_are_dropped() -> None:
    sharp, blurred = disc(70, 96, 30), disc(155, 50, 22)
    lab = np.zeros((SIDE, SIDE, 3), np.float32)
    lab[..., 0] = 60 * sharp + cv2.GaussianBlur(60 * blurred.astype(np.float32), (0, 0), 9)
    np.testing.assert_array_equal(main_parts(sharp | blurred, lab), sharp)
