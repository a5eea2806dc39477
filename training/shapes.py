"""`Shape`: one coloured training object, and the reader of the mesh shards it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]

SHARE = {
    "procedural": 0.36,
    "quaternius": 0.15,
    "quaternius-old": 0.07,
    "kaykit": 0.07,
    "pmndrs-market": 0.09,
    "gazebo-models": 0.07,
    "aws-robomaker": 0.06,
    "object_sim": 0.05,
    "mmmm-voxel": 0.03,
    "kenney": 0.02,
    "kenney-city": 0.01,
    "superpowers": 0.01,
    "bullet-random": 0.01,
}
"""Share of the views that each source gets: realistic shapes far more than their number, grey blobs far less."""


@dataclass(frozen=True, eq=False)
class Shape:
    """A triangle mesh with colours.

    Attributes:
        vertices: `(n, 3) float32`, bounding box centred, longest side 2, Y up.
        faces: `(m, 3) int32`.
        colors: `(n, 3) uint8` sRGB, or None for "paint it".
        closed: inside and outside can be told from crossings.
        upright: it has a front along +Z (a maker's model), so that azimuth means something.
        uv, atlas: `(n, 2) float32` and `(h, w, 3) uint8` where colours come from a picture.
    """

    vertices: Floats
    faces: Ints
    colors: Bytes | None
    closed: bool
    upright: bool
    uv: Floats | None = None
    atlas: Bytes | None = None


def normalised(vertices: NDArray[np.floating]) -> Floats:
    """Bounding box centred, longest side 2."""
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    return ((vertices - (low + high) / 2) * (2 / max(float((high - low).max()), 1e-9))).astype(np.float32)


@dataclass(frozen=True)
class Entry:
    """Where a shape of the shards lies and how it counts."""

    key: str
    source: str
    split: str
    group: int
    closed: bool
    plain: bool


class Library:
    """All shapes of the mesh shards in `folder`, held as arrays (about 40 MB)."""

    def __init__(self, folder: Path) -> None:
        manifest = json.loads((folder / "manifest.json").read_text())["objects"]
        self.entries: list[Entry] = []
        self._raw: dict[str, tuple[Floats, Ints, Bytes, Floats | None, bytes | None]] = {}
        wanted = {o["id"]: o for o in manifest if not o["modular"] and o["faces"] >= 4}
        for shard in sorted({o["shard"] for o in manifest}):
            for key, *arrays in _load(folder / shard):
                if key not in wanted:
                    continue
                o = wanted[key]
                extents = sorted(o["extents"])
                if extents[0] < 0.01 or extents[1] < 0.05:  # sheets and wires hold no volume to learn from
                    continue
                closed = o["closed_frac"] > 0.99 and not o["decimated"]
                plain = o["appearance"] == "plain" or o["source"] == "bullet-random"
                entry = Entry(key, o["source"], o["split"], o["geom_group"], closed, plain)
                self.entries.append(entry)
                self._raw[key] = tuple(arrays)  # type: ignore[assignment]

    def by_source(self, split: str) -> dict[str, list[list[Entry]]]:
        """Geometry groups of each source: a group (recoloured copies of one model) counts once."""
        groups: dict[str, dict[int, list[Entry]]] = {}
        for e in self.entries:
            if e.split == split:
                groups.setdefault(e.source, {}).setdefault(e.group, []).append(e)
        return {s: list(g.values()) for s, g in groups.items()}

    def shape(self, entry: Entry) -> Shape:
        """The mesh of an entry."""
        v, f, c, uv, atlas = self._raw[entry.key]
        image = None
        if atlas is not None and uv is not None and float((uv >= 0).all(axis=1).mean()) > 0.99:
            decoded = cv2.imdecode(np.frombuffer(atlas, np.uint8), cv2.IMREAD_COLOR)
            image = None if decoded is None else np.ascontiguousarray(np.asarray(decoded, np.uint8)[..., ::-1])
        return Shape(normalised(v), f, None if entry.plain else c, entry.closed, True, uv, image)


def _load(path: Path) -> Iterator[tuple[str, Floats, Ints, Bytes, Floats | None, bytes | None]]:
    with np.load(path) as z:
        data = {k: z[k] for k in z.files}
    for i, key in enumerate(data["ids"]):
        v, f, u, t = (slice(data[k][i], data[k][i + 1]) for k in ("v_off", "f_off", "uv_off", "t_off"))
        yield (
            str(key),
            data["V"][v].astype(np.float32),
            data["F"][f].astype(np.int32),
            data["C"][v],
            data["UV"][u].astype(np.float32) if u.stop > u.start else None,
            data["T"][t].tobytes() or None,
        )
