"""Tree, mushroom, creature. Y up, front +Z, about one unit large, standing on y = 0."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold

from benchmarks.objects.common import ADD, both, capsule, ellipsoid, example
from benchmarks.solids import (
    Array,
    Part,
    ball,
    blob,
    fbm,
    lathe,
    mix,
    noise,
    plain,
    rgb,
    smooth_union,
    spline,
    step,
    tube,
)


@example
def tree() -> list[Part]:
    """Trunk, branches, a blown-up crown with apples."""

    def trunk_field(p: Array) -> Array:
        d = [
            capsule(p, (0, -0.1, 0), (0.015, 0.5, 0), 0.058),
            capsule(p, (0, 0.3, 0), (-0.2, 0.55, 0.05), 0.03),
            capsule(p, (0.01, 0.36, 0), (0.2, 0.58, -0.02), 0.028),
        ]
        d += [
            capsule(p, (0, 0.06, 0), (0.15 * np.cos(a), -0.015, 0.15 * np.sin(a)), 0.03)
            for a in np.arange(5) * 1.257 + 0.4
        ]
        return np.maximum(smooth_union(d, 0.025) + 0.008 * (fbm(p * [1, 0.3, 1], 0.05, 2) - 0.5), -p[:, 1])

    rng = np.random.default_rng(11)
    centres = [
        (0, 0.80, 0),
        (-0.23, 0.68, 0.05),
        (0.24, 0.70, 0),
        (0.0, 0.68, 0.2),
        (-0.12, 0.92, -0.03),
        (0.14, 0.93, 0.04),
        (0.02, 0.66, -0.2),
        (0.1, 0.62, 0.1),
        (-0.13, 0.60, -0.05),
    ]

    def crown_field(p: Array) -> Array:
        d = smooth_union([ellipsoid(p, c, 0.17 + 0.03 * np.sin(7 * i)) for i, c in enumerate(centres)], 0.03)
        return d - 0.075 * (fbm(p, 0.085, 3) - 0.45)

    trunk = blob(trunk_field, (-0.3, -0.02, -0.25), (0.3, 0.7, 0.25), 0.011)
    crown = blob(crown_field, (-0.5, 0.35, -0.5), (0.5, 1.2, 0.5), 0.0125)

    def leaves(p: Array, n: Array) -> Array:
        t = 0.55 * fbm(p, 0.06) + 0.45 * (0.5 + 0.5 * n[:, 1])
        return mix(
            mix(np.tile(rgb("#2c5a26"), (len(p), 1)), rgb("#6fa03a"), 1.5 * t - 0.3), rgb("#b3c957"), 2.2 * (t - 0.62)
        )

    def bark(p: Array, n: Array) -> Array:
        return mix(np.tile(rgb("#7a5636"), (len(p), 1)), rgb("#442c1a"), 1.4 * fbm(p * [1, 0.25, 1], 0.05) - 0.2)

    apples = []
    for _ in range(400):
        a, y = rng.uniform(-1.4, 1.4), rng.uniform(0.56, 1.0)
        ray = np.stack([np.linspace(0, 0.55, 80) * np.sin(a), np.full(80, y), np.linspace(0, 0.55, 80) * np.cos(a)], 1)
        inside = np.flatnonzero(crown_field(ray) < 0)
        if len(inside) and all(np.linalg.norm(ray[inside[-1]] - q) > 0.15 for q in apples):
            apples.append(ray[inside[-1]])
    fruit = Manifold.batch_boolean([ball(tuple(q), 0.033, 40) for q in apples[:11]], ADD)
    return [
        Part(trunk, bark, 0.8, bump=lambda p: 0.01 * fbm(p * [1, 0.25, 1], 0.03, 3)),
        Part(crown, leaves, 0.75, bump=lambda p: 0.012 * fbm(p, 0.025, 2)),
        Part(fruit, plain("#c9302c"), 0.3),
    ]


@example
def mushroom() -> list[Part]:
    """Red cap with raised white spots, ring and stem."""
    cap = lathe(
        [
            (0, 0.46),
            (0.1, 0.47),
            *spline([(0.36, 0.44), (0.41, 0.455), (0.395, 0.53), (0.29, 0.68), (0.13, 0.765), (0, 0.785)], 80)[:-1],
            (0, 0.785),
        ],
        160,
    )
    stem = lathe(
        [(0, 0), *spline([(0.13, 0.0), (0.15, 0.05), (0.11, 0.2), (0.092, 0.36), (0.1, 0.48)], 60), (0, 0.48)], 128
    )
    skirt = lathe(
        [
            (0.085, 0.385),
            *spline([(0.1, 0.395), (0.15, 0.355), (0.175, 0.315)], 20),
            (0.168, 0.312),
            (0.14, 0.345),
            (0.085, 0.37),
        ],
        128,
    )
    rng = np.random.default_rng(2)
    spots: list[Manifold] = []
    done: list[tuple[Array, float]] = []
    profile = spline([(0.41, 0.455), (0.395, 0.53), (0.29, 0.68), (0.13, 0.765), (0.0, 0.785)], 80)
    for _ in range(900):
        x, y = profile[rng.integers(8, 80)]
        a, r = rng.random() * 2 * np.pi, rng.uniform(0.018, 0.05)
        c = np.array([x * np.sin(a), y, x * np.cos(a)])
        if all(np.linalg.norm(c - q) > r + s + 0.03 for q, s in done):
            done.append((c, r))
            spots.append(ball(tuple(c), (r, r, r), 40).scale((1, 1, 1)))
    bumps = Manifold.batch_boolean(spots, ADD) ^ (cap.scale((1.025, 1.03, 1.025)).translate((0, -0.011, 0)))

    def red(p: Array, n: Array) -> Array:
        under = step(0.3, -n[:, 1], 0.2)
        c = mix(np.tile(rgb("#c4201d"), (len(p), 1)), rgb("#e4572c"), 1.6 * (0.56 - p[:, 1]) / 0.12)
        gill = 0.5 + 0.5 * np.cos(80 * np.arctan2(p[:, 0], p[:, 2]))
        return mix(c, mix(np.tile(rgb("#efe2c6"), (len(p), 1)), rgb("#c9b48c"), gill), under)

    def pale(p: Array, n: Array) -> Array:
        return mix(
            np.tile(rgb("#f1e8d4"), (len(p), 1)),
            rgb("#b9a47e"),
            1.3 * fbm(p * [1, 0.2, 1], 0.05) - 0.25 + 0.6 * np.clip(0.08 - p[:, 1], 0, 1) / 0.08,
        )

    return [
        Part(cap, red, 0.3),
        Part(stem, pale, 0.75),
        Part(skirt, plain("#f4ecd8"), 0.7),
        Part(bumps, plain("#f8f3e6"), 0.75),
    ]


@example
def creature() -> list[Part]:
    """A friendly monster: fur-green blob with spots, horns, three eyes."""

    def field(p: Array) -> Array:
        d = [ellipsoid(p, (0, 0.46, 0), (0.31, 0.36, 0.26)), ellipsoid(p, (0, 0.7, 0.02), 0.2)]
        d += [capsule(p, (0.13 * s, 0.2, 0), (0.15 * s, 0.05, 0.05), 0.085) for s in (-1, 1)]
        d += [capsule(p, (0.28 * s, 0.52, 0.02), (0.43 * s, 0.40, 0.12), 0.06) for s in (-1, 1)]
        d += [capsule(p, (0.43 * s, 0.40, 0.12), (0.46 * s, 0.50, 0.18), 0.052) for s in (-1, 1)]
        d += [capsule(p, (0, 0.2, -0.2), (0.2, 0.12, -0.42), 0.06)]
        mouth = ellipsoid(p, (0, 0.50, 0.275), (0.15, 0.052, 0.09))
        return np.maximum(np.maximum(smooth_union(d, 0.028), -mouth), 0.01 - p[:, 1])

    body = blob(field, (-0.55, 0, -0.52), (0.55, 0.98, 0.4), 0.0125)

    def skin(p: Array, n: Array) -> Array:
        c = mix(np.tile(rgb("#5f9f4a"), (len(p), 1)), rgb("#8cc26a"), 1.8 * (fbm(p, 0.2) - 0.25))
        belly = 1 - step(1.0, np.hypot(p[:, 0] / 0.2, (p[:, 1] - 0.30) / 0.17), 0.12)
        c = mix(c, rgb("#e7e2a8"), belly * (p[:, 2] > 0))
        cell = noise(p, 0.09) * (np.abs(p[:, 0]) + 0.5 * np.clip(-p[:, 2], 0, 1) + 0.35 * p[:, 1])
        c = mix(c, rgb("#3c6f6a"), step(0.30, cell, 0.02) * (1 - belly))
        dark = 1 - step(
            1.06,
            np.sqrt((p[:, 0] / 0.15) ** 2 + ((p[:, 1] - 0.50) / 0.052) ** 2 + ((p[:, 2] - 0.275) / 0.09) ** 2),
            0.02,
        )
        return mix(c, rgb("#5a1f2c"), dark)

    horns = both(
        lambda s: tube(
            spline([(0.12 * s, 0.83, 0), (0.2 * s, 0.95, 0.0), (0.18 * s, 1.06, 0.02), (0.13 * s, 1.10, 0.03)], 40),
            np.linspace(0.05, 0.012, 40),
            32,
        )
    )
    spots = [(-0.12, 0.745, 0.145, 0.058), (0.12, 0.745, 0.145, 0.058), (0.0, 0.66, 0.205, 0.07)]
    eyes = Manifold.batch_boolean([ball((x, y, z), r) for x, y, z, r in spots], ADD)

    def iris(p: Array, n: Array) -> Array:
        c = np.tile(rgb("#fbfaf5"), (len(p), 1))
        for x, y, _, r in spots:
            d = np.hypot(p[:, 0] - x * 0.94, p[:, 1] - y) / r + 10 * (np.hypot(p[:, 0] - x, p[:, 1] - y) > 1.02 * r)
            c = mix(c, rgb("#e0872a"), 1 - step(0.55, d, 0.03))
            c = mix(c, rgb("#15130f"), 1 - step(0.30, d, 0.03))
            c = mix(
                c, rgb("#ffffff"), 1 - step(0.12, np.hypot(p[:, 0] - x - 0.2 * r, p[:, 1] - y - 0.22 * r) / r, 0.03)
            )
        return c

    teeth = Manifold.batch_boolean(
        [
            Manifold.cylinder(0.05, 0.019, 0.002, 24)
            .rotate((90, 0, 0))
            .translate((x, 0.535 - 0.5 * abs(x) ** 1.5, 0.232 - 0.6 * x * x))
            for x in (-0.085, -0.03, 0.03, 0.085)
        ],
        ADD,
    )
    return [
        Part(body, skin, 0.5),
        Part(
            horns,
            lambda p, n: mix(np.tile(rgb("#efe3c0"), (len(p), 1)), rgb("#8a6a3f"), 0.5 + 0.5 * np.sin(p[:, 1] * 140)),
            0.45,
        ),
        Part(eyes, iris, 0.12),
        Part(teeth, plain("#fbf6e4"), 0.35),
    ]
