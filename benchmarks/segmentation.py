"""How well the cut-outs find the object: IoU against true masks, and seconds; the learned one beside the weight-free one.

    python benchmarks/segmentation.py [FOLDER ...] [--out benchmarks/results/segmentation.json] [--sheet OUT.png]

Each folder is a set and holds NAME.jpg with NAME.mask.png beside it; without one, the project's own photographs. Bar: IoU >= 0.97.
`found` is what a request gets: the weight-free search and the network together, as far as the network is sure (`network_weight`).
`--sheet` draws the masks over the pictures (weight-free left, found right) to look at.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import time
from pathlib import Path

import cv2
import numpy as np
from machine import describe
from numpy.typing import NDArray

from maquette.errors import ObjectNotFound
from maquette.images.cutout import search, soften, tidy
from maquette.images.learned_cutout import available, improve

MIN_IOU = 0.97
TILE = 256

Mask = NDArray[np.bool_]


def score(path: Path) -> tuple[dict[str, object], list[NDArray[np.uint8]]]:
    """IoU at alpha 0.5 and processor seconds of one picture, and the masks over it."""
    rgb = np.ascontiguousarray(cv2.imread(str(path))[..., ::-1])
    truth = cv2.imread(str(path.with_suffix(".mask.png")), cv2.IMREAD_GRAYSCALE) > 127
    start = time.process_time()
    old, new, weight, middle = np.zeros_like(truth), np.zeros_like(truth), 0.0, start
    with contextlib.suppress(ObjectNotFound):
        search_result = search(rgb, 0)
        old = soften(rgb, tidy(search_result.mask | search_result.extra), search_result.scale) > 0.5
        middle = time.process_time()
        alpha, weight = improve(rgb, search_result)
        new = alpha > 0.5
    row = {
        "set": path.parent.name,
        "name": path.stem,
        "weight_free": _iou(old, truth),
        "found": _iou(new, truth),
        "network_weight": round(weight, 2),
        "cpu_seconds": {"weight_free": round(middle - start, 2), "added": round(time.process_time() - middle, 2)},
    }
    return row, [_over(rgb, old), _over(rgb, new)]


def _iou(cut: Mask, truth: Mask) -> float:
    return round(float((cut & truth).sum() / max((cut | truth).sum(), 1)), 4)


def _over(rgb: NDArray[np.uint8], mask: Mask) -> NDArray[np.uint8]:
    """A tile: the picture, its background pink."""
    side = np.where(mask[..., None], rgb, (0.35 * rgb + 0.65 * np.array([255, 0, 200])).astype(np.uint8))
    return np.asarray(cv2.resize(side, (TILE, TILE), interpolation=cv2.INTER_AREA))


def summary(rows: list[dict[str, object]]) -> dict[str, dict[str, object]]:
    """Per set: means, how many reach the bar, and how many good ones the new way spoils."""
    result: dict[str, dict[str, object]] = {}
    for name in dict.fromkeys(str(r["set"]) for r in rows):
        old, new = (np.array([float(str(r[k])) for r in rows if r["set"] == name]) for k in ("weight_free", "found"))
        result[name] = {
            "pictures": len(old),
            "mean_weight_free": round(float(old.mean()), 4),
            "mean_found": round(float(new.mean()), 4),
            "above_bar_weight_free": int((old >= MIN_IOU).sum()),
            "above_bar_found": int((new >= MIN_IOU).sum()),
            "below_0.5_weight_free": int((old < 0.5).sum()),
            "below_0.5_found": int((new < 0.5).sum()),
            "good_ones_spoiled": int(((old >= MIN_IOU) & (new < MIN_IOU - 0.02)).sum()),
        }
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[Path(__file__).parent / "pictures"])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--sheet", type=Path)
    args = parser.parse_args()
    if not available():
        print("The learned cut-out is not available (pip install onnxruntime): only the weight-free one is measured.")
    rows, tiles = [], []
    for folder in args.folders:
        for path in sorted(p for p in folder.glob("*.jpg") if p.with_suffix(".mask.png").exists()):
            row, pair = score(path)
            rows.append(row)
            tiles.append(np.hstack(pair))
            print(row, flush=True)
    sets = summary(rows)
    for name, figures in sets.items():
        print(name, figures)
    if args.sheet:
        while len(tiles) % 4:
            tiles.append(np.zeros_like(tiles[0]))
        sheet = np.vstack([np.hstack(tiles[i : i + 4]) for i in range(0, len(tiles), 4)])
        cv2.imwrite(str(args.sheet), sheet[..., ::-1])
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(json.dumps({"machine": describe(), "sets": sets, "pictures": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
