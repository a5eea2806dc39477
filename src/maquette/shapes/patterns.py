"""Procedural materials: colour, roughness, metalness and relief over space. All lengths in metres; nothing depends on UVs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.shapes.material import Material, PatternKind
from maquette.shapes.noise_tile import cell_hash, noise_value
from maquette.shapes.pattern_kinds import PATTERNS, Spot
from maquette.shapes.substances import shaded
from maquette.texture.appearance import Floats, SurfaceSamples
from maquette.texture.surface import dot, normalised

Ints = NDArray[np.int32]
STEEPEST = 0.7
"""Slope of the relief at full strength."""
BELOW_PAINT, BELOW_METAL = np.array([0.62, 0.6, 0.57], np.float32), np.array([0.36, 0.2, 0.12], np.float32)
"""sRGB of what shows where the surface is rubbed."""
SOIL = np.array([0.2, 0.165, 0.125], np.float32)
USUAL_SCALE: dict[PatternKind, float] = {
    "wood": 0.05,
    "planks": 0.12,
    "bark": 0.05,
    "brick": 0.09,
    "tiles": 0.09,
    "stone": 0.16,
    "marble": 0.22,
    "concrete": 0.12,
    "metal": 0.09,
    "brushed": 0.03,
    "panels": 0.16,
    "rust": 0.1,
    "fabric": 0.012,
    "knit": 0.022,
    "leather": 0.018,
    "leaf": 0.05,
    "grass": 0.03,
    "fur": 0.03,
    "scales": 0.04,
    "feathers": 0.05,
    "skin": 0.03,
    "spots": 0.1,
    "stripes": 0.11,
    "checker": 0.1,
    "gradient": 1.0,
    "ice": 0.12,
    "crystal": 0.16,
    "plastic": 0.03,
    "noise": 0.06,
}
"""Size of a pattern's features as a part of the object's longest side, where the material says none."""


def evaluate(material: Material, points: Floats, normals: Floats, seed: Ints, extent: float) -> SurfaceSamples:
    """The material at `points (n, 3)` metres with unit `normals (n, 3)`.

    Args:
        seed: `(n,)` number of the part that each point lies on.
        extent: of the whole object, metres.
    """
    n = len(points)
    first = rgb(material.color)
    base = np.repeat(first[:, None], n, axis=1)
    rough, metal = np.full(n, material.roughness, np.float32), np.full(n, material.metallic, np.float32)
    slope: Floats | None = None
    if material.pattern != "plain":
        scale = material.scale or USUAL_SCALE[material.pattern] * extent
        look = PATTERNS[material.pattern](_spot(points, normals, seed, scale))
        second = rgb(material.second or shaded(material.color, -0.42))
        strength = np.float32(material.contrast)
        share = np.clip(look.share, 0, 1)
        share *= strength
        bright = 1 + (look.bright - 1) * strength
        for row, one, other in zip(base, first, second, strict=True):
            row += share * (other - one)
            row *= bright
        rough += (2 * strength) * look.rough
        if look.metal is not None:
            metal *= look.metal
        if look.slope is not None and material.relief > 0:
            slope = look.slope * np.float32(STEEPEST * material.relief)
    if material.wear > 0:
        wear_off(material.wear, material.metallic >= 0.5, points, normals, extent, base, rough, metal)
    return SurfaceSamples(
        np.clip(base, 0, 1, out=base).T,
        np.clip(metal, 0, 1, out=metal),
        np.clip(rough, 0.04, 1, out=rough),
        np.repeat(rgb(material.emissive)[:, None], n, axis=1).T if material.emissive else None,
        None if slope is None else _bent(normals, slope),
    )


def _bent(normals: Floats, slope: Floats) -> Floats:
    """Unit normals of a relief whose height rises by `slope (n, 3)`; only what lies in the surface counts."""
    return normalised(normals - slope + normals * dot(slope, normals)[:, None])


def _spot(points: Floats, normals: Floats, seed: Ints, scale: float) -> Spot:
    parts = np.arange(int(seed.max(initial=0)) + 1)
    p = np.empty((3, len(points)), np.float32)
    for k, row in enumerate(p):
        np.multiply(points[:, k], np.float32(1 / scale), out=row)
        row += (cell_hash(parts, parts * 0 + k, 5) * np.float32(97))[seed]
    return Spot(p.T, normals, seed)


def wear_off(
    amount: float,
    metallic: bool | NDArray[np.bool_],
    points: Floats,
    normals: Floats,
    extent: float,
    base: Floats,
    rough: Floats,
    metal: Floats,
) -> None:
    """Scratches and rubbed places show what is below; dirt lies where it is low or looks up. In place.

    Args:
        amount: in [0, 1].
        metallic: of all, or of each point `(n,)`: metal rusts, paint shows its ground.
        extent: of the whole object, in the unit of `points (n, 3)`.
        base, rough, metal: `(3, n)`, `(n,)` and `(n,)`.
    """
    wear = np.float32(amount)
    value = noise_value(points * np.float32(1 / (0.13 * extent)))
    fine = noise_value(points * np.float32(1 / (0.03 * extent)) + np.float32(31))
    rubbed = np.clip((value + 0.8 * fine - (1.25 - 1.1 * wear)) * 3, 0, 1)
    dirty = np.clip(0.55 * wear * (0.6 - value + 0.3 * normals[:, 1]), 0, 0.7)
    for row, paint, rust, soil in zip(base, BELOW_PAINT, BELOW_METAL, SOIL, strict=True):
        below = np.where(metallic, rust, paint)
        row += (below - row) * (0.75 * rubbed)
        row += (soil - row) * dirty
    rough += (0.3 * wear) * (dirty + rubbed)
    metal *= np.where(metallic, 1 - 0.7 * rubbed, np.float32(1))


def rgb(color: str) -> Floats:
    """`(3,) float32` of "#rrggbb"."""
    return np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)
