"""Materials of a file as named arrays and back; pictures that several materials share are stored once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.formats.model import Material
from maquette.texture.textures import TextureSet

Arrays = dict[str, NDArray[np.generic]]
_MAPS = ("base_color", "orm", "normal", "emissive")
_FACTORS = 9
"""base_color (3), metallic, roughness, emissive (3), unlit."""


def materials_arrays(materials: Sequence[Material]) -> Arrays:
    """`factors (n, 9) float64`, `pictures (n, 4) int32` (index of each map's `picture.i`, -1 for none) and the pictures."""
    if not materials:
        return {}
    factors = [[*m.base_color, m.metallic, m.roughness, *m.emissive, float(m.unlit)] for m in materials]
    known: dict[int, int] = {}
    pictures: list[NDArray[np.uint8]] = []
    table = np.full((len(materials), len(_MAPS)), -1, np.int32)
    for i, m in enumerate(materials):
        for j, name in enumerate(_MAPS):
            picture = getattr(m.textures, name) if m.textures is not None else None
            if picture is None:
                continue
            if id(picture) not in known:
                known[id(picture)] = len(pictures)
                pictures.append(picture)
            table[i, j] = known[id(picture)]
    out: Arrays = {"factors": np.array(factors, np.float64).reshape(-1, _FACTORS), "pictures": table}
    return out | {f"picture.{i}": p for i, p in enumerate(pictures)}


def materials_from(arrays: Mapping[str, NDArray[np.generic]]) -> tuple[Material, ...]:
    """Inverse of `materials_arrays`; names are not kept."""
    if "factors" not in arrays:
        return ()
    out = []
    factors, table = np.asarray(arrays["factors"], np.float64), np.asarray(arrays["pictures"], np.int32)
    for row, places in zip(factors.tolist(), table.tolist(), strict=True):
        maps: dict[str, Any] = {n: arrays[f"picture.{i}"] for n, i in zip(_MAPS, places, strict=True) if i >= 0}
        unlit = bool(row[8])
        textures = TextureSet(**maps, unlit=unlit) if "base_color" in maps else None
        out.append(
            Material("", textures, (row[0], row[1], row[2]), row[3], row[4], (row[5], row[6], row[7]), unlit=unlit)
        )
    return tuple(out)


def shrunk(materials: Sequence[Material], size: int) -> tuple[Material, ...]:
    """The materials with pictures of at most 1.5 `size` pixels a side, by halving."""
    done: dict[int, NDArray[np.uint8]] = {}

    def small(picture: NDArray[np.uint8] | None) -> NDArray[np.uint8] | None:
        if picture is None or max(picture.shape[:2]) <= 1.5 * size:
            return picture
        if id(picture) not in done:
            out = picture
            while max(out.shape[:2]) > 1.5 * size:
                half = (max(out.shape[1] // 2, 1), max(out.shape[0] // 2, 1))
                out = np.asarray(cv2.resize(out, half, interpolation=cv2.INTER_AREA), np.uint8)
            done[id(picture)] = out
        return done[id(picture)]

    out = []
    for m in materials:
        t = m.textures
        if t is not None:
            base = small(t.base_color)
            assert base is not None
            t = replace(t, base_color=base, orm=small(t.orm), normal=small(t.normal), emissive=small(t.emissive))
        out.append(replace(m, textures=t))
    return tuple(out)
