"""Procedural patterns: how a material varies over space."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.shapes.material import Material
from maquette.shapes.substances import shaded
from maquette.texture.appearance import Floats, SurfaceSamples
from maquette.texture.noise import fractal_noise


def evaluate(
    material: Material, points: Floats, normals: Floats, seed: NDArray[np.int32], extent: float
) -> SurfaceSamples:
    """The material at `points (n, 3)` metres with unit `normals (n, 3)`.

    Args:
        seed: `(n,)` number of the part that each point lies on.
        extent: of the whole object, metres.
    """
    n = len(points)
    first, second = rgb(material.color), rgb(material.second or shaded(material.color, -0.35))
    scale = material.scale or 0.06 * extent
    share = np.zeros(n, np.float32)
    if material.pattern != "plain":
        shift = (seed[:, None] * np.array([12.9, 78.2, 37.7])).astype(np.float32)
        stretch = (
            np.array([1, 0.12, 1], np.float32) if material.pattern in ("wood", "planks", "bark") else np.float32(1)
        )
        share = fractal_noise(points * stretch / np.float32(scale) + shift, 7, 3)
    base = first + (second - first) * (material.contrast * share)[:, None]
    emissive = np.tile(rgb(material.emissive), (n, 1)) if material.emissive else None
    one = np.ones(n, np.float32)
    return SurfaceSamples(
        base.astype(np.float32),
        one * np.float32(material.metallic),
        one * np.float32(material.roughness),
        emissive,
        None,
    )


def rgb(color: str) -> Floats:
    """`(3,) float32` of "#rrggbb"."""
    return np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)
