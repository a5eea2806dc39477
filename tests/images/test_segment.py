"""The cut-out on drawings whose true mask is known: plain, shaded and textured backgrounds, holes, own alpha, nothing at all."""

from __future__ import annotations

import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from maquette.errors import DependencyMissing, InvalidRequest, ObjectNotFound
from maquette.images.border import fit_border
from maquette.images.decode import Picture
from maquette.images.fill import bleed_edges, push_pull
from maquette.images.segment import segment

SIDE = 256


def ring_mask(side: int = SIDE) -> np.ndarray:
    """A disc with a round hole and a thin bar: `(side, side) float32`, anti-aliased."""
    k = 4
    m = np.zeros((side * k, side * k), np.uint8)
    c = side * k // 2
    cv2.circle(m, (c, c), int(0.3 * side * k), 255, -1)
    cv2.circle(m, (c, c - 20), int(0.12 * side * k), 0, -1)
    cv2.rectangle(m, (c - 6 * k // 2, int(0.08 * side * k)), (c + 6 * k // 2, int(0.25 * side * k)), 255, -1)
    return cv2.resize(m, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def background(kind: str, side: int = SIDE) -> np.ndarray:
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    rng = np.random.default_rng(3)
    if kind == "white":
        b = np.full((side, side, 3), 255.0)
    elif kind == "studio":
        b = np.stack([205 - 40 * (x * x + y * y) + 10 * y, 205 - 40 * (x * x + y * y), 210 - 38 * (x * x + y * y)], -1)
        b += rng.normal(0, 1.5, b.shape)
    else:
        noise = cv2.resize(rng.normal(0, 1, (side // 6, side // 6, 3)).astype(np.float32), (side, side))
        b = np.array([90, 120, 70]) + 45 * noise + rng.normal(0, 6, (side, side, 3))
    return b


def compose(kind: str, mask: np.ndarray) -> np.ndarray:
    y, x = np.mgrid[: mask.shape[0], : mask.shape[0]] / mask.shape[0]
    front = np.stack([180 + 60 * x, 40 + 50 * y, 60 + 20 * x], -1)
    rgb = front * mask[..., None] + background(kind, mask.shape[0]) * (1 - mask[..., None])
    return np.clip(rgb + 0.5, 0, 255).astype(np.uint8)


def iou(a: np.ndarray, b: np.ndarray) -> float:
    return float(((a > 0.5) & (b > 0.5)).sum() / ((a > 0.5) | (b > 0.5)).sum())


@pytest.mark.parametrize(
    ("kind", "mode", "least"), [("white", "model", 0.98), ("studio", "model", 0.97), ("texture", "rectangle", 0.93)]
)
def test_object_is_found_on_every_kind_of_background(kind: str, mode: str, least: float) -> None:
    mask = ring_mask()
    rgb = compose(kind, mask)
    assert ("model" if fit_border(rgb).plain else "rectangle") == mode
    view = segment(Picture(rgb, None))
    assert iou(view.alpha, mask) >= least
    assert view.alpha[SIDE // 2 - 5, SIDE // 2] < 0.1, "the hole is a hole"
    assert view.alpha.dtype == np.float32
    assert view.rgb.shape == rgb.shape


def test_edge_is_soft_and_free_of_background() -> None:
    mask = ring_mask(512)
    rgb = compose("white", mask)
    view = segment(Picture(rgb, None))
    assert np.abs(view.alpha - mask).mean() < 0.004
    assert ((view.alpha > 0.2) & (view.alpha < 0.8)).sum() > 200
    edge = (mask > 0.3) & (mask < 0.9)
    assert rgb[edge].min(axis=-1).mean() > 90, "the picture's own edge pixels are mixed with white"
    assert view.rgb[edge].min(axis=-1).mean() < 75
    assert view.rgb[0, 0, 1] < 110, "far outside, too, the object's colours go on"


def test_own_alpha_wins_and_colours_inside_stay() -> None:
    mask = ring_mask()
    rgb = compose("texture", mask)
    view = segment(Picture(rgb, mask))
    np.testing.assert_allclose(view.alpha[mask >= 0.02], mask[mask >= 0.02], atol=2e-3)
    np.testing.assert_array_equal(view.rgb[mask >= 0.99], rgb[mask >= 0.99])


def test_opaque_alpha_is_no_mask_unless_it_is_asked_for() -> None:
    mask = ring_mask()
    rgb = compose("white", mask)
    opaque = np.ones_like(mask)
    assert iou(segment(Picture(rgb, opaque)).alpha, mask) > 0.98
    assert segment(Picture(rgb, opaque), use_original_alpha=True).alpha.min() == 1


def test_faint_alpha_is_stretched() -> None:
    mask = ring_mask()
    assert iou(segment(Picture(compose("white", mask), mask * 0.3)).alpha, mask) > 0.99


@pytest.mark.parametrize("case", ["white", "grey with grain", "transparent", "specks"])
def test_nothing_is_refused_with_a_remedy(case: str) -> None:
    rgb = np.full((128, 128, 3), 255, np.uint8)
    alpha = None
    if case == "grey with grain":
        rgb = (128 + np.random.default_rng(0).normal(0, 1, rgb.shape)).astype(np.uint8)
    elif case == "transparent":
        alpha = np.zeros((128, 128), np.float32)
    elif case == "specks":
        rgb[5::40, 60::200] = 0
    with pytest.raises(ObjectNotFound, match="Use") as error:
        segment(Picture(rgb, alpha))
    assert error.value.http_status == 422


def test_same_seed_same_bytes_and_fast() -> None:
    rgb = compose("texture", ring_mask(1024))
    start = time.perf_counter()
    first = segment(Picture(rgb, None), seed=5)
    assert time.perf_counter() - start < 6, "3 s are the target; tests share the machine"
    second = segment(Picture(rgb, None), seed=5)
    assert first.alpha.tobytes() == second.alpha.tobytes()
    assert first.rgb.tobytes() == second.rgb.tobytes()


def test_matting_without_onnxruntime_or_model_names_the_remedy() -> None:
    picture = Picture(compose("white", ring_mask()), None)
    with pytest.raises(
        (DependencyMissing, InvalidRequest), match=r"pip install 'maquette\[matting\]'|MAQUETTE_MATTING_MODEL"
    ):
        segment(picture, matting_model=Path("no-such-model.onnx"))


def test_push_pull_keeps_trusted_values_and_fills_the_rest() -> None:
    values = np.zeros((33, 47, 2), np.float32)
    weight = np.zeros((33, 47), np.float32)
    values[10, 5], weight[10, 5] = (7, 1), 1
    values[20, 40], weight[20, 40] = (3, 1), 1
    out = push_pull(values, weight)
    np.testing.assert_allclose(out[10, 5], (7, 1), atol=1e-5)
    np.testing.assert_allclose(out[..., 1], 1, atol=1e-4)
    assert 3 - 1e-4 <= out[..., 0].min() < out[..., 0].max() <= 7 + 1e-4
    rgb = np.full((20, 20, 3), 200, np.uint8)
    alpha = np.zeros((20, 20), np.float32)
    alpha[5:15, 5:15] = 1
    rgb[5:15, 5:15] = (10, 20, 30)
    np.testing.assert_array_equal(bleed_edges(rgb, alpha), np.broadcast_to(np.uint8([10, 20, 30]), rgb.shape))
