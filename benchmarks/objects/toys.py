"""Robot, duck, rocket, car. Y up, front +Z, about one unit large, standing on y = 0."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold

from benchmarks.objects.common import ADD, both, capsule, ellipsoid, example, turned
from benchmarks.solids import (
    Array,
    Part,
    ball,
    blob,
    box,
    disc,
    extrude,
    lathe,
    mix,
    plain,
    rgb,
    rod,
    smooth_union,
    spline,
    step,
    tube,
)


@example
def robot() -> list[Part]:
    """Tin toy: rounded boxes, metal joints, gauges, antenna."""
    teal, dark, cream, orange = "#2a9d9b", "#27343f", "#f2e3c2", "#ee7b30"

    def body_paint(p: Array, n: Array) -> Array:
        c = np.tile(rgb(teal), (len(p), 1))
        band = step(0.335, p[:, 1], 0.002) * (1 - step(0.36, p[:, 1], 0.002))
        c = mix(c, rgb(cream), band)
        return mix(c, rgb(orange), step(0.655, p[:, 1], 0.002))

    torso = box((0, 0.51, 0), (0.46, 0.40, 0.30), 0.06)
    plate = box((0, 0.545, 0.15), (0.31, 0.20, 0.03), 0.012)
    head = box((0, 0.88, 0), (0.36, 0.25, 0.28), 0.07)
    visor = box((0, 0.895, 0.125), (0.28, 0.115, 0.06), 0.028)
    arms = both(
        lambda s: (
            rod((0.27 * s, 0.64, 0), (0.37 * s, 0.47, 0.03), 0.042, 0.036)
            + rod((0.37 * s, 0.47, 0.03), (0.36 * s, 0.33, 0.13), 0.046, 0.052)
        )
    )
    hands = both(
        lambda s: tube(
            spline(
                [
                    (0.36 * s + 0.045 * np.sin(a), 0.275 - 0.045 * np.cos(a), 0.17)
                    for a in np.linspace(-2.2 + np.pi, 2.2 + np.pi, 9)
                ],
                40,
            ),
            0.02,
            20,
        )
    )
    joints = both(lambda s: ball((0.255 * s, 0.645, 0), 0.068) + ball((0.37 * s, 0.47, 0.03), 0.056)) + disc(
        (0, 0.735, 0), "y", 0.085, 0.06, 0.01
    )
    legs = both(lambda s: rod((0.115 * s, 0.32, 0), (0.125 * s, 0.10, 0), 0.055))
    feet = both(lambda s: box((0.13 * s, 0.05, 0.03), (0.17, 0.10, 0.25), 0.045))
    ears = both(lambda s: disc((0.19 * s, 0.88, 0), "x", 0.06, 0.04, 0.012))
    eyes = both(lambda s: disc((0.072 * s, 0.895, 0.155), "z", 0.036, 0.022, 0.008))
    buttons = [disc((x, 0.495, 0.167), "z", 0.017, 0.02, 0.006) for x in (-0.1, -0.05, 0.0)]
    gauge = disc((0.085, 0.55, 0.165), "z", 0.052, 0.02, 0.006)

    def dial(p: Array, n: Array) -> Array:
        x, y = p[:, 0] - 0.085, p[:, 1] - 0.55
        r, a = np.hypot(x, y), np.degrees(np.arctan2(y, x))
        c = mix(np.tile(rgb("#f7f4ea"), (len(p), 1)), rgb(dark), step(0.043, r, 0.001))
        tick = (np.abs((a + 15) % 30 - 15) < 4) & (r > 0.031) & (r < 0.04) & (a > -30)
        needle = (
            (np.abs(x * np.sin(1.0) - y * np.cos(1.0)) < 0.004)
            & (x * np.cos(1.0) + y * np.sin(1.0) > -0.006)
            & (r < 0.034)
        )
        return mix(mix(c, rgb(dark), tick.astype(float)), rgb("#d03228"), needle.astype(float))

    vents = Manifold.batch_boolean(
        [box((-0.05, y, 0.167), (0.15, 0.012, 0.012), 0.004) for y in (0.565, 0.59, 0.615)], ADD
    )
    rivets = Manifold.batch_boolean(
        [ball((0.138 * a, 0.545 + 0.083 * b, 0.164), 0.0095, 32) for a in (-1, 1) for b in (-1, 1)], ADD
    )
    return [
        Part(torso, body_paint, 0.38),
        Part(plate, plain(cream), 0.45),
        Part(head, plain(teal), 0.38),
        Part(visor, plain("#1b2430"), 0.16),
        Part(
            eyes,
            lambda p, n: mix(
                rgb("#ffd75e")[None].repeat(len(p), 0),
                rgb("#fff6cf"),
                1 - step(0.018, np.hypot(np.abs(p[:, 0]) - 0.072, p[:, 1] - 0.895), 0.004),
            ),
            0.3,
            glow=0.5,
        ),
        Part(arms + legs, plain("#c9ced2"), 0.34, 0.9),
        Part(joints + rivets, plain("#dfe3e6"), 0.26, 1.0),
        Part(hands, plain(orange), 0.4),
        Part(feet, plain(dark), 0.45),
        Part(ears, plain(orange), 0.4),
        Part(buttons[0], plain("#d8392f"), 0.3),
        Part(buttons[1], plain("#f2b632"), 0.3),
        Part(buttons[2], plain("#3b82c4"), 0.3),
        Part(gauge, dial, 0.25),
        Part(vents, plain(dark), 0.5),
        Part(rod((0, 1.0, 0), (0, 1.13, 0), 0.011), plain("#c9ced2"), 0.3, 1.0),
        Part(ball((0, 1.15, 0), 0.034), plain("#d8392f"), 0.25),
    ]


@example
def duck() -> list[Part]:
    """Rubber duck, turned a little."""

    def field(p: Array) -> Array:
        body = smooth_union(
            [
                ellipsoid(p, (0, 0.24, -0.03), (0.30, 0.25, 0.38)),
                ellipsoid(p, (0, 0.36, -0.36), (0.1, 0.12, 0.14)),
                capsule(p, (0, 0.36, 0.14), (0, 0.5, 0.15), 0.14),
            ],
            0.04,
        )
        body = smooth_union([body, ellipsoid(p, (0, 0.62, 0.16), 0.225)], 0.025)
        wings = np.minimum(*[ellipsoid(p, (0.27 * s, 0.28, -0.08), (0.07, 0.13, 0.22)) for s in (-1, 1)])
        return np.maximum(smooth_union([body, wings], 0.018), 0.012 - p[:, 1])

    def beak_field(p: Array) -> Array:
        top = ellipsoid(p, (0, 0.60, 0.405), (0.095, 0.034, 0.115)) - 0.008 * np.sin(p[:, 0] * 12) ** 2
        return smooth_union(
            [
                top,
                ellipsoid(p, (0, 0.568, 0.385), (0.072, 0.028, 0.09)),
                ellipsoid(p, (0, 0.6, 0.36), (0.08, 0.06, 0.06)),
            ],
            0.012,
        )

    body = blob(field, (-0.4, 0.0, -0.55), (0.4, 0.9, 0.5), 0.0125)
    beak = blob(beak_field, (-0.16, 0.5, 0.25), (0.16, 0.7, 0.55), 0.006)
    eyes = both(lambda s: ball((0.098 * s, 0.685, 0.342), (0.036, 0.046, 0.03), 48))
    glints = both(lambda s: ball((0.098 * s + 0.012, 0.70, 0.368), 0.0105, 32))
    return [
        Part(p.solid.rotate((0, -28, 0)), turned(p.paint, 28), p.roughness)
        for p in (
            Part(body, plain("#f6c519"), 0.3),
            Part(beak, plain("#ea6a1f"), 0.3),
            Part(eyes, plain("#17181c"), 0.12),
            Part(glints, plain("#ffffff"), 0.3),
        )
    ]


@example
def rocket() -> list[Part]:
    """Comic rocket: checks, fins, porthole."""
    hull = lathe(
        [
            (0, 0.16),
            (0.11, 0.16),
            *spline([(0.12, 0.17), (0.19, 0.34), (0.215, 0.52), (0.18, 0.78), (0.09, 1.0), (0.012, 1.11)], 100),
            (0, 1.115),
        ],
        160,
    )
    nozzle = lathe([(0, 0.09), (0.12, 0.07), (0.125, 0.08), (0.085, 0.175), (0, 0.175)], 96)
    fin = extrude(
        spline(
            [
                (0.12, 0.42),
                (0.24, 0.37),
                (0.345, 0.22),
                (0.37, 0.02),
                (0.35, 0.0),
                (0.31, 0.03),
                (0.24, 0.14),
                (0.1, 0.22),
            ],
            60,
            closed=True,
        ),
        0.035,
    )
    fins = Manifold.batch_boolean([fin.rotate((0, a, 0)) for a in (20, 140, 260)], ADD)
    rim = disc((0, 0.66, 0.19), "z", 0.083, 0.06, 0.014) - disc((0, 0.66, 0.22), "z", 0.058, 0.08)
    glass = ball((0, 0.66, 0.175), (0.062, 0.062, 0.035), 64)
    rim2 = disc((0, 0.47, 0.2), "z", 0.05, 0.06, 0.012) - disc((0, 0.47, 0.23), "z", 0.033, 0.08)
    glass2 = ball((0, 0.47, 0.197), (0.036, 0.036, 0.025), 48)

    def livery(p: Array, n: Array) -> Array:
        a = np.arctan2(p[:, 0], p[:, 2])
        c = np.tile(rgb("#f4f1ea"), (len(p), 1))
        c = mix(c, rgb("#d6312b"), step(0.86, p[:, 1], 0.002))
        cell = (np.floor(a / (2 * np.pi) * 20) + np.floor((p[:, 1] - 0.26) / 0.055)) % 2
        zone = step(0.26, p[:, 1], 0.001) * (1 - step(0.37, p[:, 1], 0.001))
        c = mix(c, mix(np.tile(rgb("#1f2a38"), (len(p), 1)), rgb("#f4f1ea"), cell), zone)
        return mix(c, rgb("#d6312b"), 1 - step(0.225, p[:, 1], 0.002))

    return [
        Part(hull, livery, 0.3),
        Part(fins, plain("#d6312b"), 0.32),
        Part(nozzle, plain("#9aa3ab"), 0.35, 1.0),
        Part(rim + rim2, plain("#c6ccd1"), 0.25, 1.0),
        Part(glass + glass2, plain("#2d6ea3"), 0.08),
    ]


@example
def car() -> list[Part]:
    """Toy car seen from its front quarter; body, glass, chrome, tyres."""
    lower = extrude(
        spline(
            [
                (-0.60, 0.17),
                (-0.62, 0.27),
                (-0.58, 0.35),
                (-0.30, 0.385),
                (0.20, 0.385),
                (0.50, 0.35),
                (0.61, 0.29),
                (0.62, 0.18),
                (0.5, 0.13),
                (-0.5, 0.13),
            ],
            100,
            closed=True,
        ),
        0.5,
    )
    cabin = Manifold.batch_hull(
        [box((-0.08, 0.37, 0), (0.66, 0.02, 0.46), 0.008), box((-0.10, 0.56, 0), (0.36, 0.03, 0.37), 0.014)]
    )
    shell = lower + cabin
    arches = Manifold.batch_boolean(
        [disc((x, 0.135, z), "z", 0.135, 0.16) for x in (-0.36, 0.36) for z in (-0.24, 0.24)], ADD
    )
    shell -= arches
    side_glass = Manifold.batch_hull(
        [box((-0.08, 0.395, 0), (0.57, 0.01, 0.468), 0.004), box((-0.10, 0.535, 0), (0.35, 0.01, 0.392), 0.004)]
    ) - box((-0.1, 0.46, 0), (0.035, 0.22, 0.6))
    glass = side_glass + Manifold.batch_hull(
        [box((-0.08, 0.395, 0), (0.64, 0.01, 0.40), 0.004), box((-0.10, 0.535, 0), (0.42, 0.01, 0.33), 0.004)]
    )
    tyres = Manifold.batch_boolean(
        [disc((x, 0.115, z), "z", 0.115, 0.10, 0.028) for x in (-0.36, 0.36) for z in (-0.21, 0.21)], ADD
    )
    hubs = Manifold.batch_boolean(
        [disc((x, 0.115, z), "z", 0.062, 0.115, 0.012) for x in (-0.36, 0.36) for z in (-0.21, 0.21)], ADD
    )
    bumpers = Manifold.batch_boolean([box((x, 0.185, 0), (0.05, 0.055, 0.46), 0.022) for x in (-0.61, 0.615)], ADD)
    lights = Manifold.batch_boolean([ball((0.585, 0.29, z), (0.035, 0.045, 0.045), 48) for z in (-0.17, 0.17)], ADD)
    tail = Manifold.batch_boolean([box((-0.605, 0.29, z), (0.03, 0.05, 0.07), 0.012) for z in (-0.18, 0.18)], ADD)

    def stripes(p: Array, n: Array) -> Array:
        z = np.abs(p[:, 2])
        band = step(0.025, z, 0.002) * (1 - step(0.075, z, 0.002)) * (n[:, 1] > 0.25)
        side = step(0.235, p[:, 1], 0.002) * (1 - step(0.262, p[:, 1], 0.002)) * (np.abs(n[:, 2]) > 0.5)
        return mix(np.tile(rgb("#1f66b5"), (len(p), 1)), rgb("#f5f5f0"), np.maximum(band, side))

    parts = [
        Part(shell, stripes, 0.25),
        Part(glass, plain("#20303c"), 0.08),
        Part(tyres, plain("#24262a"), 0.75),
        Part(hubs + bumpers, plain("#cfd4d8"), 0.25, 1.0),
        Part(lights, plain("#fff3c4"), 0.15),
        Part(tail, plain("#c3201f"), 0.25),
    ]
    return [Part(p.solid.rotate((0, -52, 0)), turned(p.paint, 52), p.roughness, p.metallic) for p in parts]
