"""Composited pictures on disk in shards: written by one process, read by the training while more are being written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from training.segmenter.composite import compose
from training.segmenter.library import open_library

SIDE = 192
SHARD = 512


def write_shards(library: Path, out: Path, count: int, seed: int) -> None:
    """Write shards 0..`count` of `(SHARD, SIDE, SIDE, 4) uint8` (RGB and coverage); those that exist stay.

    The library is opened anew for each shard, so that it may still be growing.
    """
    cv2.setNumThreads(1)
    out.mkdir(parents=True, exist_ok=True)
    for k in range(count):
        path = out / f"{k:04d}.npy"
        if path.exists():
            continue
        things = open_library(library)
        rng = np.random.default_rng([seed, k])
        shard = np.zeros((SHARD, SIDE, SIDE, 4), np.uint8)
        for row in range(SHARD):
            pixels, mask = compose(rng, things[int(rng.integers(len(things)))], things, SIDE)
            shard[row, ..., :3], shard[row, ..., 3] = pixels, mask
        draft = path.with_suffix(".part")
        with draft.open("wb") as file:
            np.save(file, shard)
        draft.rename(path)
        print(f"shard {k}", flush=True)


def batches(
    folder: Path, size: int, seed: int, epoch: int = 0
) -> Iterator[tuple[NDArray[np.uint8], NDArray[np.uint8]]]:
    """Endless batches `(size, SIDE, SIDE, 3)`, `(size, SIDE, SIDE)`, a shard at a time, those that were read least first."""
    reads: dict[Path, int] = {}
    while True:
        paths = sorted(folder.glob("*.npy"))
        if not paths:
            raise FileNotFoundError(
                f"No shards in {folder}. Write them first: python -m training.segmenter --stage shards"
            )
        rng = np.random.default_rng([seed, epoch])
        epoch += 1
        least = min(reads.get(p, 0) for p in paths)
        path = paths[int(rng.choice([i for i, p in enumerate(paths) if reads.get(p, 0) == least]))]
        reads[path] = reads.get(path, 0) + 1
        shard = np.load(path)
        order = rng.permutation(len(shard))
        for start in range(0, len(order) - size + 1, size):
            rows = shard[np.sort(order[start : start + size])]
            yield augment(rng, rows)


def augment(rng: np.random.Generator, rows: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Each picture mirrored, cropped, stretched, and with its colours changed, at random."""
    pixels, masks = np.empty_like(rows[..., :3]), np.empty_like(rows[..., 3])
    side = rows.shape[1]
    for k, row in enumerate(rows):
        if rng.random() < 0.5:
            row = row[:, ::-1]
        if rng.random() < 0.5:
            w, h = (int(v) for v in rng.uniform(0.72, 1.0, 2) * side)
            x, y = int(rng.integers(side - w + 1)), int(rng.integers(side - h + 1))
            row = cv2.resize(
                np.ascontiguousarray(row[y : y + h, x : x + w]), (side, side), interpolation=cv2.INTER_LINEAR
            )
        table = np.linspace(0, 1, 256)[:, None] ** np.exp(rng.normal(0, 0.25)) * np.exp(
            rng.normal(0, [0.06, 0.03, 0.06])
        )
        table = np.rint(np.clip(table * rng.uniform(0.8, 1.15) + rng.normal(0, 0.03), 0, 1) * 255).astype(np.uint8)
        image = np.stack([table[row[..., c], c] for c in range(3)], -1)
        if rng.random() < 0.25:
            grey = image.mean(-1, keepdims=True)
            image = np.clip(grey + (image - grey) * rng.uniform(0, 1.5), 0, 255).astype(np.uint8)
        if rng.random() < 0.15:
            image = image[..., rng.permutation(3)]
        pixels[k], masks[k] = image, row[..., 3]
    return pixels, masks
