"""The pictures that the project made itself."""

from __future__ import annotations

import importlib
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


def test_true_shape_is_closed_and_coloured(monkeypatch):
    monkeypatch.syspath_prepend(str(PICTURES.parents[1]))
    solids = importlib.import_module("benchmarks.solids")
    importlib.import_module("benchmarks.objects.tableware")
    mug = importlib.import_module("benchmarks.objects.common").OBJECTS["mug"]
    vertices, faces, colors = solids.union(mug())
    assert colors.shape == vertices.shape
    assert len(np.unique(colors, axis=0)) > 3
    edges = np.sort(faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    _, uses = np.unique(edges, axis=0, return_counts=True)
    assert (uses == 2).all()
    assert len(vertices) - len(uses) + len(faces) == 0  # one body with one hole: the handle
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    assert np.einsum("ij,ij->i", a, np.cross(b, c)).sum() > 0
