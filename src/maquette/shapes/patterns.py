"""Procedural materials: colour, roughness, metalness and relief over space. All lengths in metres; nothing depends on UVs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.shapes.material import Material, PatternKind
from maquette.shapes.noise_tile import cell_hash, noise
from maquette.shapes.pattern_kinds import PATTERNS, Spot
from maquette.shapes.substances import shaded
from maquette.texture.appearance import Floats, SurfaceSamples

Ints = NDArray[np.int32]
STEEPEST = 0.7
"""Slope of the relief at full strength."""
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
    one = np.ones(n, np.float32)
    emissive = np.tile(rgb(material.emissive), (n, 1)) if material.emissive else None
    base, rough, metal = (
        np.tile(first, (n, 1)),
        one * np.float32(material.roughness),
        one * np.float32(material.metallic),
    )
    slope: Floats | None = None
    if material.pattern != "plain":
        scale = material.scale or USUAL_SCALE[material.pattern] * extent
        look = PATTERNS[material.pattern](_spot(points, normals, seed, scale))
        second = rgb(material.second or shaded(material.color, -0.42))
        k = (np.clip(look.share, 0, 1) * material.contrast)[:, None]
        base = (first + (second - first) * k) * np.reshape(
            1 + (np.asarray(look.bright, np.float32) - 1) * material.contrast, (-1, 1)
        )
        rough = rough + np.float32(2 * material.contrast) * look.rough
        if look.metal is not None:
            metal = metal * look.metal
        if look.slope is not None and material.relief > 0:
            slope = look.slope * np.float32(STEEPEST * material.relief)
    if material.wear > 0:
        base, rough, metal = _worn(material, points, normals, extent, base, rough, metal)
    normal = None
    if slope is not None:
        flat = slope - normals * np.einsum("nk,nk->n", slope, normals)[:, None]
        normal = normals - flat
        normal /= np.maximum(np.sqrt(np.einsum("nk,nk->n", normal, normal)), 1e-12)[:, None]
        normal = np.asarray(normal, np.float32)
    return SurfaceSamples(
        np.clip(base, 0, 1).astype(np.float32),
        np.clip(metal, 0, 1).astype(np.float32),
        np.clip(rough, 0.04, 1).astype(np.float32),
        emissive,
        normal,
    )


def _spot(points: Floats, normals: Floats, seed: Ints, scale: float) -> Spot:
    shift = np.stack([cell_hash(seed, seed * 0 + k, 5) for k in range(3)], axis=1) * np.float32(97)
    p = points / np.float32(scale) + shift
    facing = np.argmax(np.abs(normals) * np.array([1, 1.05, 1], np.float32), axis=1)
    axes = np.array([[2, 1], [0, 2], [0, 1]], np.int32)[facing]
    rows = np.arange(len(p))
    return Spot(p, normals, p[rows, axes[:, 0]], p[rows, axes[:, 1]], axes, seed)


def _worn(
    material: Material, points: Floats, normals: Floats, extent: float, base: Floats, rough: Floats, metal: Floats
) -> tuple[Floats, Floats, Floats]:
    """Scratches and rubbed places show what is below; dirt lies where it is low or looks up."""
    wear = np.float32(material.wear)
    value, _ = noise(points / np.float32(0.13 * extent))
    fine, _ = noise(points / np.float32(0.03 * extent) + np.float32(31))
    rubbed = np.clip((value + 0.8 * fine - (1.25 - 1.1 * wear)) * 3, 0, 1)[:, None]
    below = np.array([0.62, 0.6, 0.57] if material.metallic < 0.5 else [0.36, 0.2, 0.12], np.float32)
    dirty = np.clip(0.55 * wear * (0.6 - value + 0.3 * normals[:, 1]), 0, 0.7)[:, None]
    soil = np.array([0.2, 0.165, 0.125], np.float32)
    base = base + (below - base) * (0.75 * rubbed)
    base = base + (soil - base) * dirty
    rough = rough + (0.3 * wear) * (dirty[:, 0] + rubbed[:, 0])
    return base, rough, metal * (1 - 0.7 * rubbed[:, 0]) if material.metallic >= 0.5 else metal


def rgb(color: str) -> Floats:
    """`(3,) float32` of "#rrggbb"."""
    return np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32)
