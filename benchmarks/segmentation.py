"""How well the weight-free cut-out finds the object: IoU against true masks, and seconds.

    python benchmarks/segmentation.py [FOLDER ...] [--out benchmarks/results/segmentation.json]

Each folder holds NAME.jpg with NAME.mask.png beside it; without one, the project's own photographs. Bar: IoU >= 0.97.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import cv2
import numpy as np
from machine import describe

from maquette.errors import ObjectNotFound
from maquette.images.cutout import cut_out

MIN_IOU = 0.97


def score(path: Path) -> dict[str, object]:
    """IoU at alpha 0.5 and processor seconds of one picture."""
    rgb = np.ascontiguousarray(cv2.imread(str(path))[..., ::-1])
    truth = cv2.imread(str(path.with_suffix(".mask.png")), cv2.IMREAD_GRAYSCALE) > 127
    start = time.process_time()
    try:
        cut = cut_out(rgb, 0) > 0.5
    except ObjectNotFound:
        cut = np.zeros_like(truth)
    seconds = time.process_time() - start
    iou = float((cut & truth).sum() / max((cut | truth).sum(), 1))
    return {"name": path.stem, "iou": round(iou, 4), "cpu_seconds": round(seconds, 2)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[Path(__file__).parent / "pictures"])
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    rows = []
    for folder in args.folders:
        for path in sorted(p for p in folder.glob("*.jpg") if p.with_suffix(".mask.png").exists()):
            rows.append(score(path))
            print(rows[-1], flush=True)
    mean = round(float(np.mean([float(str(r["iou"])) for r in rows])), 4)
    above = sum(float(str(r["iou"])) >= MIN_IOU for r in rows)
    print(f"{len(rows)} pictures: mean IoU {mean}, {above} at or above {MIN_IOU}")
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        record = {"machine": describe(), "mean_iou": mean, "above_the_bar": above, "pictures": rows}
        args.out.write_text(json.dumps(record, indent=1) + "\n")


if __name__ == "__main__":
    main()
