"""Chair, lamp, sword, house. Y up, front +Z, about one unit large, standing on y = 0."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold

from benchmarks.objects.common import ADD, both, example
from benchmarks.solids import (
    Array,
    Part,
    ball,
    box,
    disc,
    extrude,
    lathe,
    mix,
    noise,
    plain,
    rgb,
    rod,
    soiled,
    spline,
    step,
    tube,
    wood,
)


@example
def chair() -> list[Part]:
    """Oak, thin legs, slats, a red cushion."""
    oak = wood("#c99a63", "#8a5a2f", 1, 0.045)
    legs = both(lambda s: rod((0.21 * s, 0.44, 0.19), (0.245 * s, 0.014, 0.225), 0.026, 0.016)) + both(
        lambda s: rod((0.2 * s, 0.46, -0.19), (0.235 * s, 0.014, -0.24), 0.026, 0.016)
    )
    posts = both(lambda s: rod((0.2 * s, 0.44, -0.19), (0.19 * s, 0.98, -0.27), 0.024, 0.02))
    slats = [box((0, y, -0.192 - 0.148 * (y - 0.44)), (0.37, 0.055, 0.02), 0.009) for y in (0.66, 0.76, 0.86)] + [
        box((0, 0.965, -0.268), (0.43, 0.07, 0.03), 0.014)
    ]
    stretch = [
        rod((-0.235, 0.17, 0.21), (0.235, 0.17, 0.21), 0.013),
        rod((-0.225, 0.23, -0.215), (0.225, 0.23, -0.215), 0.013),
    ] + [rod((0.228 * s, 0.20, 0.21), (0.228 * s, 0.20, -0.215), 0.013) for s in (-1, 1)]
    seat = box((0, 0.46, 0), (0.50, 0.045, 0.47), 0.02)
    cushion = box((0, 0.498, 0.01), (0.44, 0.06, 0.40), 0.029)

    def fabric(p: Array, n: Array) -> Array:
        check = (np.floor(p[:, 0] / 0.055 + 0.5) + np.floor(p[:, 2] / 0.055)) % 2
        return mix(np.tile(rgb("#b5382f"), (len(p), 1)), rgb("#d9564a"), check)

    return [
        Part(legs + posts, oak, 0.5),
        Part(Manifold.batch_boolean(slats, ADD), wood("#c99a63", "#8a5a2f", 0, 0.05), 0.5),
        Part(Manifold.batch_boolean(stretch, ADD), oak, 0.5),
        Part(seat, wood("#cfa06a", "#93622f", 0, 0.06), 0.45),
        Part(cushion, fabric, 0.85),
    ]


@example
def lamp() -> list[Part]:
    """Table lamp: brass stem, glowing pleated shade."""
    base = lathe(
        [(0, 0), *spline([(0.2, 0.0), (0.205, 0.02), (0.17, 0.045), (0.05, 0.065), (0.03, 0.10)], 40), (0, 0.1)], 128
    )
    stem = lathe(
        [
            (0, 0.08),
            (0.016, 0.08),
            (0.016, 0.30),
            *spline([(0.016, 0.30), (0.045, 0.33), (0.045, 0.35), (0.016, 0.38)], 20),
            (0.014, 0.62),
            (0, 0.62),
        ],
        64,
    )
    shade = lathe([(0.295, 0.52), (0.30, 0.52), (0.185, 0.90), (0.18, 0.90)], 192)

    def cloth(p: Array, n: Array) -> Array:
        fold = 0.5 + 0.5 * np.cos(72 * np.arctan2(p[:, 0], p[:, 2]))
        warm = np.exp(-(((p[:, 1] - 0.66) / 0.17) ** 2))
        c = mix(np.tile(rgb("#e9c78c"), (len(p), 1)), rgb("#fff0cb"), 0.25 + 0.75 * warm)
        c = mix(c, rgb("#c08a4a"), 0.28 * fold)
        trim = np.maximum(1 - step(0.535, p[:, 1], 0.002), step(0.887, p[:, 1], 0.002))
        return mix(c, rgb("#7c2f3a"), trim)

    inner = (
        ball((0, 0.62, 0), 0.05)
        + rod((0, 0.9, 0), (0, 0.62, 0), 0.008)
        + rod((-0.183, 0.89, 0), (0.183, 0.89, 0), 0.006)
        + ball((0, 0.925, 0), 0.022)
    )
    return [
        Part(base, plain("#3c2a4d"), 0.25),
        Part(stem, plain("#c79a4b"), 0.25, 1.0),
        Part(shade, cloth, 0.9, glow=0.35),
        Part(inner, plain("#c79a4b"), 0.3, 1.0),
    ]


@example
def sword() -> list[Part]:
    """Upright blade, thin; gold guard, wrapped grip."""
    half = [(0.052, 0.36), (0.046, 1.0), (0.0, 1.16)]
    flat = np.array([(x, y, 0) for x, y in half] + [(-x, y, 0) for x, y in half[:2]])
    ridge = np.array([(0, 0.36, z) for z in (-0.016, 0.016)] + [(0, 1.02, z) for z in (-0.012, 0.012)])
    blade = Manifold.hull_points(np.concatenate([flat, ridge]))
    guard = tube(
        spline([(-0.23, 0.385, 0), (-0.18, 0.345, 0), (0, 0.34, 0), (0.18, 0.345, 0), (0.23, 0.385, 0)], 50),
        np.concatenate([np.linspace(0.016, 0.03, 25), np.linspace(0.03, 0.016, 25)]),
        32,
    )
    knobs = ball((-0.235, 0.395, 0), 0.028) + ball((0.235, 0.395, 0), 0.028)
    grip = lathe([(0, 0.1), *[(0.03 + 0.004 * np.sin(y * 190), y) for y in np.linspace(0.1, 0.33, 120)], (0, 0.33)], 64)
    pommel = ball((0, 0.072, 0), 0.052)
    gems = disc((0, 0.072, 0), "z", 0.026, 0.115, 0.012) + disc((0, 0.342, 0), "z", 0.02, 0.075, 0.01)

    def steel(p: Array, n: Array) -> Array:
        groove = (np.abs(p[:, 0]) < 0.009) & (p[:, 1] < 0.9)
        return mix(np.tile(rgb("#d5dbe2"), (len(p), 1)), rgb("#8f9aa6"), 0.8 * groove)

    def leather(p: Array, n: Array) -> Array:
        return mix(np.tile(rgb("#5a3422"), (len(p), 1)), rgb("#2e1a10"), 0.5 - 0.5 * np.sin(p[:, 1] * 190))

    return [
        Part(blade, steel, 0.28, 1.0),
        Part(guard + knobs + pommel, plain("#d9a53c"), 0.3, 1.0),
        Part(grip, leather, 0.7),
        Part(gems, plain("#b3202c"), 0.1),
    ]


@example
def house() -> list[Part]:
    """Cottage: plaster, tiles, timber, chimney."""
    walls = extrude([(-0.36, 0), (0.36, 0), (0.36, 0.42), (0, 0.75), (-0.36, 0.42)], 0.56)
    roof = extrude([(-0.46, 0.36), (-0.46, 0.41), (0, 0.835), (0.46, 0.41), (0.46, 0.36), (0, 0.775)], 0.70)
    chimney = box((0.22, 0.75, -0.08), (0.11, 0.30, 0.11)) + box((0.22, 0.90, -0.08), (0.14, 0.035, 0.14))
    door = box((-0.13, 0.135, 0.28), (0.16, 0.27, 0.03), 0.008)
    frame = (
        box((-0.13, 0.14, 0.278), (0.195, 0.30, 0.02))
        + box((0.15, 0.21, 0.278), (0.21, 0.20, 0.025))
        + disc((0, 0.52, 0.278), "z", 0.085, 0.025)
    )
    panes = [
        box((0.15 + 0.045 * a, 0.21 + 0.043 * b, 0.287), (0.075, 0.072, 0.014)) for a in (-1, 1) for b in (-1, 1)
    ] + [disc((0, 0.52, 0.284), "z", 0.06, 0.02)]
    bars = box((0, 0.52, 0.289), (0.12, 0.012, 0.016)) + box((0, 0.52, 0.289), (0.012, 0.12, 0.016))
    side = [box((0.362, 0.21, z), (0.02, 0.16, 0.15)) for z in (-0.12, 0.13)]
    base = box((0, 0.03, 0), (0.74, 0.06, 0.58), 0.005)
    box_ = box((0.15, 0.085, 0.305), (0.22, 0.045, 0.06), 0.006)
    rng = np.random.default_rng(1)
    flowers = [
        ball((0.15 + x, 0.12 + rng.uniform(-0.006, 0.012), 0.305 + rng.uniform(-0.015, 0.02)), 0.018, 24)
        for x in np.linspace(-0.09, 0.09, 9)
    ]

    def tiles(p: Array, n: Array) -> Array:
        along = np.where(np.abs(n[:, 0]) > 0.3, np.abs(p[:, 0]), 0)
        row = np.floor(along / 0.052)
        col = p[:, 2] / 0.06 + 0.5 * (row % 2)
        shade = noise(np.stack([row * 0.37, np.floor(col) * 0.41 + 0.2, np.sign(p[:, 0])], 1), 1.0)
        edge = np.maximum((along / 0.052) % 1 > 0.86, np.abs((col % 1) - 0.5) > 0.46) * (n[:, 1] > 0.2)
        return mix(mix(np.tile(rgb("#b4523a"), (len(p), 1)), rgb("#8d3b2c"), shade), rgb("#5c241c"), 0.75 * edge)

    def bricks(p: Array, n: Array) -> Array:
        row = np.floor(p[:, 1] / 0.03)
        u = (np.where(np.abs(n[:, 0]) > 0.5, p[:, 2], p[:, 0]) / 0.06 + 0.5 * (row % 2)) % 1
        mortar = np.maximum((p[:, 1] / 0.03) % 1 < 0.16, u < 0.08)
        return mix(np.tile(rgb("#9c5a45"), (len(p), 1)), rgb("#cbb9a4"), mortar.astype(float))

    return [
        Part(walls, soiled(plain("#f0e2c4"), 0.1, 0.2), 0.85),
        Part(roof, tiles, 0.7),
        Part(chimney, bricks, 0.8),
        Part(door, wood("#4f8a5b", "#2f5f3c", 1, 0.03), 0.5),
        Part(frame + bars, plain("#fbf8f0"), 0.6),
        Part(Manifold.batch_boolean(panes + side, ADD), plain("#4d7fa0"), 0.1),
        Part(base, soiled(plain("#8d8a86"), 0.3, 0.06), 0.85),
        Part(box_, wood("#8a5a2f", "#5f3a1c", 0, 0.03), 0.7),
        Part(Manifold.batch_boolean(flowers[::2], ADD), plain("#e0447a"), 0.6),
        Part(Manifold.batch_boolean(flowers[1::2], ADD), plain("#f4c531"), 0.6),
        Part(ball((-0.075, 0.135, 0.3), 0.012, 24), plain("#d9a53c"), 0.3, 1.0),
    ]
