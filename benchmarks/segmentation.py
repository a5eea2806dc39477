"""How well objects are cut out: IoU and time on pictures whose true mask is known.

    python benchmarks/segmentation.py [PICTURE_WITH_ALPHA ...] [--side 512] [--json]

Each picture with an alpha channel (default: drawn shapes) is put on six backgrounds: white, grey, a studio sweep with vignette and
grain, a sweep with a cast shadow, blurred patches, and sharp texture. Each case prints the mode that the border chose, and the IoU
that the chosen mode and the other one reach, so that the switch itself is measured.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import cv2
import numpy as np

import maquette.images.cutout as cutout
from maquette.errors import MaquetteError
from maquette.images.decode import decode_image


def drawn(side: int) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """Three shapes `(name, rgb, alpha)`: a ring with a bar, a blob, a thin cross."""
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    r = np.hypot(x, y)
    ring = (r < 0.6) & (np.hypot(x, y + 0.1) > 0.22) | (abs(x) < 0.03) & (abs(y + 0.6) < 0.3)
    blob = r < 0.45 + 0.15 * np.sin(3 * np.arctan2(y, x))
    cross = (abs(x) < 0.06) & (abs(y) < 0.8) | (abs(y) < 0.04) & (abs(x) < 0.7)
    color = np.clip(np.stack([170 + 60 * x, 70 + 50 * y, 60 + 40 * x * y], -1), 0, 255)
    soft = [cv2.GaussianBlur(m.astype(np.float32), (0, 0), 0.7) for m in (ring, blob, cross)]
    return [(n, color, a) for n, a in zip(("ring", "blob", "cross"), soft, strict=True)]


def backgrounds(side: int) -> dict[str, np.ndarray]:
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    rng = np.random.default_rng(0)
    sweep = np.stack([205 - 45 * (x * x + y * y) + 12 * y] * 3, -1) + rng.normal(0, 1.5, (side, side, 3))
    shadow = 1 - 0.35 * np.exp(-(((x - 0.1) / 0.6) ** 2) - ((y - 0.72) / 0.12) ** 2)
    coarse, fine = (
        cv2.resize(rng.normal(0, 1, (n, n, 3)).astype(np.float32), (side, side), interpolation=cv2.INTER_CUBIC)
        for n in (8, side // 6)
    )
    return {
        "white": np.full((side, side, 3), 255.0),
        "grey": np.full((side, side, 3), 127.0),
        "studio": sweep,
        "shadow": sweep * shadow[..., None],
        "patches": np.array([110, 130, 150]) + 35 * coarse,
        "texture": np.array([90, 120, 70]) + 45 * fine + rng.normal(0, 6, (side, side, 3)),
    }


def iou(alpha: np.ndarray, truth: np.ndarray) -> float:
    a, b = alpha > 0.5, truth > 0.5
    return float((a & b).sum() / max((a | b).sum(), 1))


def run(rgb: np.ndarray, truth: np.ndarray, threshold: float | None = None) -> tuple[float, float]:
    """IoU and seconds; `threshold` replaces the switch's (huge: border model, 0: rectangle)."""
    kept = cutout.SMOOTH_RESIDUAL
    start = time.perf_counter()
    try:
        cutout.SMOOTH_RESIDUAL = kept if threshold is None else threshold
        score = iou(cutout.cut_out(rgb, 0), truth)
    except MaquetteError:
        score = 0.0
    finally:
        cutout.SMOOTH_RESIDUAL = kept
    return score, time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", nargs="*", type=Path)
    parser.add_argument("--side", type=int, default=512)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    objects = []
    for path in options.pictures:
        picture = decode_image(path.read_bytes(), max_bytes=2**28, max_pixels=2**28)
        if picture.alpha is None:
            parser.error(f"{path.name} has no alpha channel to compare with")
        size = (options.side, options.side)
        objects.append((path.stem, cv2.resize(picture.rgb, size).astype(float), cv2.resize(picture.alpha, size)))
    rows = []
    for name, color, alpha in objects or drawn(options.side):
        for kind, back in backgrounds(options.side).items():
            rgb = np.clip(color * alpha[..., None] + back * (1 - alpha[..., None]), 0, 255).astype(np.uint8)
            score, seconds = run(rgb, alpha)
            model, rectangle = run(rgb, alpha, 1e9)[0], run(rgb, alpha, 0.0)[0]
            border = cutout.fit_border(rgb)
            rows.append(
                {"object": name, "background": kind, "mode": border.mode, "residual": round(border.residual, 2)}
                | {
                    "iou": round(score, 4),
                    "model": round(model, 4),
                    "rectangle": round(rectangle, 4),
                    "seconds": round(seconds, 2),
                }
            )
    if options.json:
        print(json.dumps(rows, indent=1))
        return
    for r in rows:
        print(
            "{object:12s} {background:9s} {mode:9s} residual {residual:5.2f}  IoU {iou:.3f}  model {model:.3f}".format(
                **r
            ),
            end="",
        )
        print("  rectangle {rectangle:.3f}  {seconds:.2f} s".format(**r))
    for kind in backgrounds(16):
        mean = np.mean([r["iou"] for r in rows if r["background"] == kind])
        print(f"mean {kind:9s} IoU {mean:.3f}")


if __name__ == "__main__":
    main()
