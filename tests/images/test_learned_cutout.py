"""The learned cut-out with the shipped weights, on the project's own photographs, and what happens without them."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from maquette.errors import ObjectNotFound
from maquette.images import learned_cutout
from maquette.images.cutout import cut_out, search
from maquette.images.learned_cutout import SURE, UNSURE, WEIGHTS, available, coverage, find, improve, sureness, trust

PICTURES = Path(__file__).parents[2] / "benchmarks/pictures"

needs_network = pytest.mark.skipif(not available(), reason="onnxruntime is not installed; pip install onnxruntime")


def photograph(name: str) -> tuple[np.ndarray, np.ndarray]:
    rgb = np.ascontiguousarray(cv2.imread(str(PICTURES / f"{name}.jpg"))[..., ::-1])
    return rgb, cv2.imread(str(PICTURES / f"{name}.mask.png"), cv2.IMREAD_GRAYSCALE) > 127


def iou(alpha: np.ndarray, truth: np.ndarray) -> float:
    cut = alpha > 0.5
    return float((cut & truth).sum() / (cut | truth).sum())


@needs_network
@pytest.mark.parametrize(("name", "least"), [("mug", 0.97), ("duck", 0.95)])
def test_photographs_are_cut_out(name: str, least: float) -> None:
    rgb, truth = photograph(name)
    alpha = find(rgb, 0)
    assert alpha.shape == rgb.shape[:2]
    assert alpha.dtype == np.float32
    assert alpha.min() >= 0
    assert alpha.max() <= 1
    assert iou(alpha, truth) >= least


@needs_network
def test_same_picture_same_bytes() -> None:
    rgb = np.ascontiguousarray(photograph("mug")[0][::3, ::3])
    assert find(rgb, 0).tobytes() == find(rgb.copy(), 0).tobytes()


@needs_network
@pytest.mark.parametrize("shape", [(40, 300), (300, 40), (9, 9)])
def test_any_shape_has_a_coverage(shape: tuple[int, int]) -> None:
    rgb = np.random.default_rng(0).integers(0, 256, (*shape, 3), np.uint8)
    p = coverage(rgb)
    assert p.shape == shape
    assert np.isfinite(p).all()
    assert 0 <= p.min() <= p.max() <= 1


def test_an_empty_picture_holds_no_object() -> None:
    with pytest.raises(ObjectNotFound):
        find(np.full((240, 240, 3), 200, np.uint8), 0)


def test_without_weights_the_weight_free_way_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(learned_cutout, "WEIGHTS", tmp_path / "none.onnx")
    learned_cutout._session.cache_clear()
    try:
        rgb = np.ascontiguousarray(photograph("mug")[0][::4, ::4])
        assert not available()
        assert improve(rgb, search(rgb, 0))[1] == 0
        assert find(rgb, 0).tobytes() == cut_out(rgb, 0).tobytes()
    finally:
        learned_cutout._session.cache_clear()


def test_sureness_is_the_overlap_that_probabilities_expect() -> None:
    p = np.zeros((10, 10), np.float32)
    p[:5] = 1
    assert sureness(p) == 1.0
    p[:5] = 0.8
    p[5:] = 0.2
    # 50 pixels of mask, 40 of them expected true, 10 more true ones outside.
    assert sureness(p) == pytest.approx(40 / 60)
    assert sureness(p) < SURE
    assert sureness(np.zeros((4, 4), np.float32)) == 0.0
    mask = p > 0.5
    assert trust(p, mask) == pytest.approx((40 / 60 - UNSURE) / (SURE - UNSURE))
    assert trust(mask.astype(np.float32), mask) == 1.0
    assert trust(mask.astype(np.float32), ~mask) == 0.0


def test_weights_are_small_and_credited() -> None:
    assert WEIGHTS.stat().st_size <= 6_000_000
    notice = (WEIGHTS.parent / "NOTICE.md").read_text()
    for name in ("Mini Mike", "gazebo_models", "object_sim", "bullet3", "Apache-2.0"):
        assert name in notice
