"""The library of renders on disk: built once, in parts, so that an interrupted build goes on where it was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.segmenter.foregrounds import FRAME, Foreground, load_meshes, render, weight

PART = 250
"""Renders per file: about half a minute of one core."""


@dataclass(frozen=True, eq=False)
class Library:
    """Renders as memory-mapped arrays.

    Attributes:
        parts: `(rgba (n, FRAME, FRAME, 4) uint8, shadow (n, FRAME, FRAME) uint8, camera (n, 5) float32)` per file.
    """

    parts: list[tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.float32]]]

    def __len__(self) -> int:
        return sum(len(p[2]) for p in self.parts)

    def __getitem__(self, index: int) -> Foreground:
        part, row = divmod(index, PART)
        rgba, shadow, camera = self.parts[part]
        return Foreground(np.array(rgba[row]), np.array(shadow[row]), np.array(camera[row]))


def build(meshes: Path, out: Path, split: str, count: int, seed: int) -> None:
    """Render `count` foregrounds (rounded up to whole parts) of the meshes of `split` into `out`; parts that exist stay."""
    out.mkdir(parents=True, exist_ok=True)
    wanted = [k for k in range(-(-count // PART)) if not (out / f"{k:03d}.camera.npy").exists()]
    if not wanted:
        return
    pool = load_meshes(meshes, split)
    odds = np.array([weight(entry) for entry, *_ in pool])
    odds /= odds.sum()
    for k in wanted:
        rng = np.random.default_rng([seed, k])
        rgba = np.zeros((PART, FRAME, FRAME, 4), np.uint8)
        shadow, camera = np.zeros((PART, FRAME, FRAME), np.uint8), np.zeros((PART, 5), np.float32)
        row = 0
        while row < PART:
            _, v, f, c = pool[int(rng.choice(len(pool), p=odds))]
            made = render(rng, v, f, c)
            if made is not None:
                rgba[row], shadow[row], camera[row] = made.rgba, made.shadow, made.camera
                row += 1
        np.save(out / f"{k:03d}.rgba.npy", rgba)
        np.save(out / f"{k:03d}.shadow.npy", shadow)
        np.save(out / f"{k:03d}.camera.npy", camera)
        print(f"{split}: {(k + 1) * PART} renders", flush=True)


def open_library(folder: Path) -> Library:
    """The finished parts in `folder`."""
    names = sorted(p.name.split(".")[0] for p in folder.glob("*.camera.npy"))
    return Library(
        [
            (
                np.load(folder / f"{n}.rgba.npy", mmap_mode="r"),
                np.load(folder / f"{n}.shadow.npy", mmap_mode="r"),
                np.load(folder / f"{n}.camera.npy"),
            )
            for n in names
        ]
    )
