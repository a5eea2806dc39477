"""Shards of views on disk: made in any order by any number of processes, read by memory map."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from maquette.engines.learned.prior import FIELD, REACH
from training import procedural
from training.shapes import SHARE, Library, Shape
from training.solids import make_scene, solid_of
from training.views import RECORD, Subject, photograph

SHARD = 256
"""Views in one file."""

_PER_SUBJECT = 5


def pick(library: Library | None, split: str, rng: np.random.Generator) -> Shape:
    """A shape: its source by `SHARE`, then a group of like geometry, then one of the group. Without a library all are made up."""
    if library is None:
        return procedural.make(rng)
    sources = library.by_source(split)
    names = [s for s in SHARE if s == "procedural" or s in sources]
    weight = np.array([SHARE[s] for s in names])
    name = names[rng.choice(len(names), p=weight / weight.sum())]
    if name == "procedural":
        return procedural.make(rng)
    groups = sources[name]
    group = groups[rng.integers(len(groups))]
    return library.shape(group[rng.integers(len(group))])


def make_shard(path: Path, library: Library | None, split: str, seed: int, count: int = SHARD) -> None:
    """Write one shard; the same seed writes the same bytes."""
    rng = np.random.default_rng([seed, 0 if split == "train" else 1])
    records = np.zeros(count, RECORD)
    n = 0
    while n < count:
        child = np.random.default_rng(rng.integers(2**63))
        try:
            shape = pick(library, split, child)
            scene = make_scene(shape.vertices, shape.faces)
            solid = solid_of(shape, scene)
            if solid.mean() < 5e-4:
                continue
            for _ in range(_PER_SUBJECT):
                record = photograph(Subject(shape, scene, solid, child), child)
                if record is not None and n < count:
                    records[n] = record
                    n += 1
        except (ValueError, FloatingPointError, RuntimeError, cv2_error()) as problem:
            print(f"skipped a shape of shard {seed}: {problem!r}"[:160], flush=True)
    partial = path.with_suffix(f".{os.getpid()}.part")
    with partial.open("wb") as f:
        np.save(f, records)
    partial.rename(path)


def cv2_error() -> type[Exception]:
    """OpenCV's exception class, which its stubs do not name."""
    import cv2

    error: type[Exception] = cv2.error
    return error


def shard_path(work: Path, split: str, seed: int) -> Path:
    """Where a shard lies."""
    return work / "views" / f"{split}-{seed:05d}.npy"


THICK, FILLED = 0.15, 0.75
"""Views whose rays are in the mean inside of the solid for less than this many half-sides, or for less than this share of the way
from first to last surface, are passed over in training: sheets, wires and lattices teach a small network little but doubt."""


def worthwhile(records: NDArray[np.void]) -> NDArray[np.bool_]:
    """`(n,) bool`, see `THICK`."""
    out = np.zeros(len(records), bool)
    for i, bits in enumerate(records["solid"]):
        solid = np.unpackbits(bits).reshape(FIELD, FIELD * FIELD)
        inside = solid.sum(axis=0)
        hit = inside > 0
        if hit.any():
            solid = solid[:, hit]
            span = FIELD - solid[::-1].argmax(axis=0) - solid.argmax(axis=0)
            thick = inside[hit].mean() * (2 * REACH / FIELD)
            out[i] = thick > THICK and inside[hit].sum() > FILLED * span.sum()
    return out


class Views:
    """All finished shards of a split; call `refresh` to see those that were finished since. With `choosy` only worthwhile views."""

    def __init__(self, work: Path, split: str, *, choosy: bool = False) -> None:
        self._folder, self._split, self._choosy = work / "views", split, choosy
        self._maps: dict[str, NDArray[np.void]] = {}
        self._rows: dict[str, NDArray[np.intp]] = {}
        self.refresh()

    def refresh(self) -> None:
        """Look for new shards."""
        for path in sorted(self._folder.glob(f"{self._split}-*.npy")):
            if path.name not in self._maps:
                records = np.load(path, mmap_mode="r")
                kept = worthwhile(records) if self._choosy else np.ones(len(records), bool)
                self._rows[path.name] = np.flatnonzero(kept)
                self._maps[path.name] = records

    def __len__(self) -> int:
        return sum(len(r) for r in self._rows.values())

    def batch(self, index: NDArray[np.integer]) -> NDArray[np.void]:
        """Records at positions `index`."""
        maps, rows = list(self._maps.values()), list(self._rows.values())
        edges = np.cumsum([0] + [len(r) for r in rows])
        which = np.searchsorted(edges, index, side="right") - 1
        return np.stack([maps[w][rows[w][i - edges[w]]] for w, i in zip(which, index, strict=True)])


def build(data: Path, work: Path, split: str, seeds: range, worker: int = 0, workers: int = 1) -> None:
    """Make the shards of `seeds` that are missing, every `workers`-th of them."""
    import cv2

    cv2.setNumThreads(1)
    (work / "views").mkdir(parents=True, exist_ok=True)
    library = Library(data)
    for seed in seeds[worker::workers]:
        path = shard_path(work, split, seed)
        if not path.exists():
            make_shard(path, library, split, seed)
            print(f"{path.name}", flush=True)
