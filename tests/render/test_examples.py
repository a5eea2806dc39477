"""The pictures that the project made itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import maquette

PICTURES = Path(__file__).parents[2] / "benchmarks" / "pictures"
MANIFEST = json.loads((PICTURES / "manifest.json").read_text())


def test_enough_pictures_of_both_kinds():
    kinds = [p["kind"] for p in MANIFEST["pictures"]]
    assert kinds.count("cutout") >= 12
    assert kinds.count("photo") >= 3
    assert sum(f.stat().st_size for f in PICTURES.iterdir()) <= 4_000_000


@pytest.mark.parametrize("entry", MANIFEST["pictures"], ids=lambda e: e["name"])
def test_picture(entry):
    path = PICTURES / entry["file"]
    image = Image.open(path)
    assert image.size == (1024, 1024)
    if entry["kind"] == "cutout":
        assert path.stat().st_size <= 400_000
        assert image.mode == "RGBA"
        mask = np.asarray(image)[..., 3] / 255
    else:
        assert path.stat().st_size <= 200_000
        assert (image.format, image.mode) == ("JPEG", "RGB")
        mask = np.asarray(Image.open(PICTURES / entry["mask"])) / 255
    assert 0.03 < mask.mean() < 0.75
    border = np.concatenate([mask[0], mask[-1], mask[:, 0], mask[:, -1]])
    assert border.max() == 0  # the whole object is in the picture


def test_bundled_example():
    path = Path(maquette.__file__).parent / "examples" / "robot.png"
    assert path.stat().st_size <= 300_000
    assert Image.open(path).mode == "RGBA"
