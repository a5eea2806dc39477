"""Mug, teapot, vase, doughnut, pretzel. Y up, front +Z, about one unit large, standing on y = 0."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold

from benchmarks.objects.common import ADD, both, example
from benchmarks.solids import (
    Array,
    Part,
    blob,
    disc,
    fbm,
    lathe,
    mix,
    noise,
    plain,
    rgb,
    rod,
    soiled,
    speckled,
    spline,
    step,
    tube,
)


@example
def mug() -> list[Part]:
    """Stoneware with two glazes; the handle leaves a hole."""
    outline = spline(
        [
            (0.0, 0.0),
            (0.25, 0.0),
            (0.3, 0.03),
            (0.325, 0.2),
            (0.33, 0.45),
            (0.325, 0.66),
            (0.32, 0.70),
            (0.30, 0.705),
            (0.29, 0.68),
            (0.295, 0.3),
            (0.27, 0.08),
            (0.0, 0.07),
        ],
        90,
    )
    outline[0, 0] = outline[-1, 0] = 0
    body = lathe([(max(x, 0), max(y, 0)) for x, y in outline], 160)
    handle = tube(
        spline(
            [(0.29, 0.57, 0), (0.44, 0.60, 0), (0.545, 0.50, 0), (0.54, 0.34, 0), (0.45, 0.21, 0), (0.295, 0.16, 0)], 60
        ),
        0.044,
    )
    handle -= lathe([(0, 0.05), (0.3, 0.05), (0.3, 0.8), (0, 0.8)], 96)

    def glaze(p: Array, n: Array) -> Array:
        edge = (
            0.30
            + 0.03 * np.sin(5 * np.arctan2(p[:, 0], p[:, 2]) + 1)
            + 0.015 * np.sin(13 * np.arctan2(p[:, 0], p[:, 2]))
        )
        t = step(edge, p[:, 1], 0.006)
        c = mix(np.tile(rgb("#d9c3a0"), (len(p), 1)), rgb("#2f6f8f"), t)
        rim = step(0.665, p[:, 1] + 0.012 * noise(p, 0.08), 0.01)
        return mix(c, rgb("#8a5a3a"), 0.8 * rim)

    return [
        Part(body, speckled(glaze, "#f3ead8", 0.03, 0.5), 0.3),
        Part(handle, speckled(glaze, "#f3ead8", 0.03, 0.5), 0.3),
    ]


@example
def teapot() -> list[Part]:
    """Round pot with dots, spout and handle."""
    body = lathe(
        [
            (max(x, 0), y)
            for x, y in [
                (0, 0.02),
                *spline([(0.2, 0.0), (0.33, 0.08), (0.40, 0.25), (0.35, 0.42), (0.20, 0.52), (0.17, 0.53)], 60),
                (0, 0.53),
            ]
        ],
        160,
    )
    lid = lathe(
        [
            (0, 0.50),
            (0.185, 0.515),
            *spline(
                [(0.185, 0.53), (0.13, 0.575), (0.05, 0.60), (0.03, 0.625), (0.055, 0.66), (0.035, 0.695), (0, 0.70)],
                50,
            )[:-1],
            (0, 0.70),
        ],
        128,
    )
    spout = tube(
        spline([(-0.30, 0.17, 0), (-0.46, 0.24, 0), (-0.52, 0.38, 0), (-0.60, 0.50, 0), (-0.66, 0.53, 0)], 60),
        np.linspace(0.10, 0.045, 60),
        40,
    )
    spout -= rod((-0.60, 0.50, 0), (-0.72, 0.56, 0), 0.027)
    handle = tube(
        spline(
            [(0.31, 0.44, 0), (0.48, 0.50, 0), (0.60, 0.40, 0), (0.58, 0.24, 0), (0.46, 0.14, 0), (0.35, 0.13, 0)], 60
        ),
        0.042,
    )

    def dots(p: Array, n: Array) -> Array:
        row = np.round((p[:, 1] - 0.06) / 0.1)
        y = p[:, 1] - 0.06 - row * 0.1
        a = np.arctan2(p[:, 0], p[:, 2])
        cells = np.array([10, 14, 16, 14, 10, 8])[np.clip(row, 0, 5).astype(int)]
        da = (a * cells / (2 * np.pi) + 0.5 * (row % 2) + 0.5) % 1 - 0.5
        d = np.hypot(da * 2 * np.pi / cells * np.hypot(p[:, 0], p[:, 2]), y)
        inside = (1 - step(0.026, d, 0.002)) * (p[:, 1] < 0.47)
        return mix(np.tile(rgb("#c8433c"), (len(p), 1)), rgb("#fbf3e4"), inside)

    gold = plain("#d9a441")
    ring = disc((0, 0.52, 0), "y", 0.192, 0.016, 0.006) + disc((0, 0.012, 0), "y", 0.215, 0.024, 0.008)
    return [
        Part(body, dots, 0.22),
        Part(lid, plain("#c8433c"), 0.22),
        Part(spout + handle, plain("#fbf3e4"), 0.25),
        Part(ring, gold, 0.25, 1.0),
    ]


@example
def vase() -> list[Part]:
    """Striped amphora with two handles: two holes."""
    outer = spline(
        [
            (0.15, 0.0),
            (0.17, 0.02),
            (0.12, 0.06),
            (0.19, 0.16),
            (0.31, 0.38),
            (0.31, 0.54),
            (0.20, 0.70),
            (0.115, 0.80),
            (0.12, 0.93),
            (0.18, 1.0),
        ],
        120,
    )
    inner = outer[::-1] * [1, 1] - [0.02, 0]
    body = lathe([(0, 0), *outer, (0.165, 1.005), *inner[:40], (0, 0.6)], 192)
    handles = both(
        lambda s: tube(
            spline(
                [
                    (0.11 * s, 0.90, 0),
                    (0.25 * s, 0.93, 0),
                    (0.34 * s, 0.83, 0),
                    (0.31 * s, 0.68, 0),
                    (0.24 * s, 0.62, 0),
                ],
                60,
            ),
            0.026,
        )
    )

    def paint(p: Array, n: Array) -> Array:
        y, a = p[:, 1], np.arctan2(p[:, 0], p[:, 2])
        c = np.tile(rgb("#c9672f"), (len(p), 1))
        black = np.zeros(len(p))
        for lo, hi in ((0.0, 0.10), (0.205, 0.22), (0.24, 0.275), (0.605, 0.62), (0.64, 0.66), (0.96, 1.1)):
            black = np.maximum(black, step(lo, y, 0.002) * (1 - step(hi, y, 0.002)))
        u = (a / (2 * np.pi) * 18) % 1
        zig = np.abs(u - 0.5) * 2
        wave = (y - 0.32) / 0.22
        band = (wave > 0) & (wave < 1)
        black = np.maximum(black, band * (np.abs(wave - 0.2 - 0.6 * zig) < 0.12))
        rays = (y > 0.105) & (y < 0.2) & (np.abs(((a / (2 * np.pi) * 24) % 1) - 0.5) * 2 < (0.2 - y) / 0.095 * 0.8)
        black = np.maximum(black, rays)
        leaf = (
            (y > 0.82)
            & (y < 0.94)
            & (np.abs(((a / (2 * np.pi) * 14) % 1) - 0.5) * 2 < 0.55 * np.sin(np.pi * np.clip((y - 0.82) / 0.12, 0, 1)))
        )
        return mix(c, rgb("#1d1a1a"), np.maximum(black, leaf))

    return [Part(body, soiled(paint, 0.1, 0.3), 0.4), Part(handles, plain("#1d1a1a"), 0.4)]


@example
def donut() -> list[Part]:
    """Upright ring with icing and sprinkles: one hole."""
    turn = np.linspace(0, 2 * np.pi, 161)[:-1]
    ring = tube(np.stack([0.33 * np.cos(turn), 0.5 + 0.33 * np.sin(turn), 0 * turn], 1), 0.17, 64, closed=True)

    def icing_field(p: Array) -> Array:
        a = np.arctan2(p[:, 1] - 0.5, p[:, 0])
        r = np.hypot(p[:, 0], p[:, 1] - 0.5)
        wave = 0.02 + 0.028 * np.sin(7 * a + 1) + 0.02 * np.sin(12 * a)
        shell = np.hypot(r - 0.33, p[:, 2]) - 0.188
        return smooth_cut(shell, 0.9 * (wave - p[:, 2]) + 0.0 * r)

    def smooth_cut(d: Array, cut: Array) -> Array:
        k = 0.018
        return k * np.log(np.exp(np.clip(d / k, -60, 60)) + np.exp(np.clip(cut / k, -60, 60)))

    icing = blob(icing_field, (-0.55, -0.05, -0.05), (0.55, 1.05, 0.22), 0.0085)
    rng = np.random.default_rng(3)
    colors = ["#ffd23f", "#3bceac", "#fffaf0", "#4f7cff", "#ff5d5d"]
    groups: list[list[Manifold]] = [[] for _ in colors]
    placed: list[Array] = []
    while len(placed) < 62:
        a, b, t = rng.random() * 2 * np.pi, rng.uniform(-0.95, 0.95), rng.random() * np.pi
        out = np.array([np.cos(a) * np.sin(b), np.sin(a) * np.sin(b), np.cos(b)])
        c = np.array([0.33 * np.cos(a), 0.5 + 0.33 * np.sin(a), 0]) + 0.186 * out
        if any(np.linalg.norm(c - q) < 0.055 for q in placed):
            continue
        placed.append(c)
        along = np.array([-np.sin(a), np.cos(a), 0])
        d = np.cos(t) * along + np.sin(t) * np.cross(out, along)
        groups[len(placed) % len(colors)].append(rod(tuple(c - 0.02 * d), tuple(c + 0.02 * d), 0.0095, n=16))

    def dough(p: Array, n: Array) -> Array:
        return mix(np.tile(rgb("#d79b55"), (len(p), 1)), rgb("#b06f33"), fbm(p, 0.12) * 0.9)

    parts = [Part(ring, dough, 0.7, bump=lambda p: 0.004 * fbm(p, 0.04, 2)), Part(icing, plain("#f58fb3"), 0.28)]
    return parts + [Part(Manifold.batch_boolean(g, ADD), plain(c), 0.35) for g, c in zip(groups, colors, strict=True)]


@example
def pretzel() -> list[Part]:
    """A knot of dough with three holes and salt."""
    path = spline(
        [
            (-0.11, 0.13, 0.075),
            (-0.02, 0.30, 0.07),
            (0.10, 0.43, 0.07),
            (0.16, 0.53, -0.05),
            (0.33, 0.64, -0.02),
            (0.50, 0.58, 0),
            (0.55, 0.42, 0),
            (0.44, 0.22, 0),
            (0.22, 0.09, 0),
            (0, 0.055, 0),
            (-0.22, 0.09, 0),
            (-0.44, 0.22, 0),
            (-0.55, 0.42, 0),
            (-0.50, 0.58, 0),
            (-0.33, 0.64, -0.02),
            (-0.16, 0.53, 0.05),
            (-0.10, 0.43, -0.04),
            (0.02, 0.30, 0.04),
            (0.11, 0.13, 0.075),
        ],
        260,
    )
    path[:, 1] = 0.75 - path[:, 1]
    path[:, 1] -= path[:, 1].min() - 0.08
    s = np.linspace(-1, 1, 260)
    radius = 0.048 + 0.03 * np.exp(-((s / 0.42) ** 2)) - 0.012 * np.abs(s) ** 6
    dough = tube(path, radius, 40)
    rng = np.random.default_rng(5)
    salt = []
    for i in rng.choice(np.arange(60, 200), 42, replace=False):
        a = rng.uniform(-1.0, 1.0)
        t = np.gradient(path, axis=0)[i]
        t /= np.linalg.norm(t)
        side = np.cross(t, [0, 0, 1])
        out = np.cos(a) * np.array([0, 0, 1]) + np.sin(a) * side
        c = path[i] + radius[i] * 0.98 * out
        salt.append(
            Manifold.cube((0.017, 0.014, 0.013), True).rotate(tuple(rng.uniform(0, 180, 3))).translate(tuple(c))
        )

    def crust(p: Array, n: Array) -> Array:
        t = 0.65 * fbm(p, 0.16) + 0.35 * (1 - np.clip(n[:, 2], 0, 1))
        return mix(np.tile(rgb("#a4561f"), (len(p), 1)), rgb("#5f2a10"), t)

    return [
        Part(dough, crust, 0.33, bump=lambda p: 0.003 * fbm(p, 0.03, 2)),
        Part(Manifold.batch_boolean(salt, ADD), plain("#fbf8f2"), 0.5),
    ]
