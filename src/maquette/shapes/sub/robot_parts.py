"""Shells, limbs, hands and heads of robots."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, loft, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Values
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Point3, add, between


def oval(x: float, z: float, square: float = 2.6, n: int = 20) -> list[tuple[float, float]]:
    """A superellipse."""
    out = []
    for i in range(n):
        a = 2 * math.pi * i / n
        c, s = math.cos(a), math.sin(a)
        out.append((x * math.copysign(abs(c) ** (2 / square), c), z * math.copysign(abs(s) ** (2 / square), s)))
    return out


def shell(rows: list[tuple[float, float, float]], square: float = 2.6, lean: float = 0.0) -> Node:
    """A skin over superellipses (height, half width, half depth)."""
    return loft([(oval(x, z, square), (0, y, lean * (y - rows[0][0]))) for y, x, z in rows])


def limb(a: Point3, b: Point3, ra: float, rb: float, boxy: bool) -> Node:
    """A plated limb between two joints."""
    if boxy:
        return sweep([a, b], profile=[(-ra, -ra), (ra, -ra), (ra, ra), (-ra, ra)], smooth=False)
    p, q = between(a, b, 0.12), between(a, b, 0.88)
    return sweep(
        [p, between(a, b, 0.22), between(a, b, 0.5), between(a, b, 0.78), q], [0.62 * ra, ra, 0.97 * ra, rb, 0.62 * rb]
    )


def hand(grip: Point3, wrist: Point3, h: float, kind: str) -> Node:
    """A left hand around an upright grip."""
    g = grip
    palm = sweep([wrist, add(g, (0.016 * h, 0, -0.008 * h))], [0.02 * h, 0.026 * h], round_ends=True)
    if kind == "fingers":
        nodes = [
            sweep(
                [
                    add(g, (0.018 * h, y * h, 0.0)),
                    add(g, (0.012 * h, y * h, 0.026 * h)),
                    add(g, (-0.012 * h, y * h, 0.026 * h)),
                    add(g, (-0.02 * h, y * h, 0.006 * h)),
                ],
                0.0085 * h,
                smooth=False,
                round_ends=True,
            )
            for y in (0.018, 0.0, -0.018)
        ]
        thumb = sweep(
            [
                add(g, (0.01 * h, 0.012 * h, -0.018 * h)),
                add(g, (-0.014 * h, 0.018 * h, -0.012 * h)),
                add(g, (-0.02 * h, 0.02 * h, 0.012 * h)),
            ],
            0.009 * h,
            round_ends=True,
        )
        return union(palm, *nodes, thumb)
    if kind == "claws":
        nodes = [
            sweep(
                [
                    add(g, (0.014 * h, 0, 0.004 * h)),
                    add(g, (0.036 * h * math.cos(a), 0.03 * h * math.sin(a), 0.03 * h)),
                    add(g, (0.018 * h * math.cos(a) - 0.004 * h, 0.015 * h * math.sin(a), 0.07 * h)),
                ],
                [0.013 * h, 0.011 * h, 0.003 * h],
                round_ends=True,
            )
            for a in (0.5, 2.6, 4.7)
        ]
        return union(palm, *nodes)
    ring = torus(0.036 * h, 0.013 * h, degrees=285).scale(1, 1.5, 1).rotate(y=-50).move(*add(g, (0, 0, 0.018 * h)))
    return union(palm, sphere(0.03 * h).move(*add(g, (0.014 * h, 0, -0.012 * h))), ring)


def head(d: Draft, v: Values, r: float, y: float) -> None:
    """The head, its face and its lights."""
    n = v.eyes
    kind = v.head if v.kind != "boxy" or v.head != "visor" else "box"
    if kind == "box":
        d.add("head", box(2 * r, 1.7 * r, 1.7 * r, 0.25 * r, 3).move(y=y), "body", group="head")
        d.add("face", box(1.55 * r, 1.05 * r, 0.3 * r, 0.12 * r).move(0, y + 0.1 * r, 0.78 * r), "face", group="head")
        front, eye = 0.93 * r, 0.24 * r
        d.add(
            "mouth",
            union(
                *(
                    box(0.12 * r, 0.2 * r, 0.12 * r, 0.02 * r).move((i - 2) * 0.22 * r, y - 0.25 * r, 0.93 * r)
                    for i in range(5)
                )
            ),
            "glow",
            group="head",
        )
    elif kind == "dome":
        d.add(
            "head",
            lathe(
                [
                    (0.9 * r, -0.9 * r),
                    (1.0 * r, -0.7 * r),
                    (1.0 * r, 0.0),
                    (0.86 * r, 0.52 * r),
                    (0.5 * r, 0.88 * r),
                    (0.01 * r, 1.0 * r),
                ],
                smooth=False,
            ).move(y=y),
            "body",
            group="head",
        )
        d.add(
            "face",
            cylinder(1.04 * r, 0.62 * r, bevel=0.08 * r).move(y=y - 0.12 * r)
            & box(4 * r, r, 2 * r).move(0, y - 0.12 * r, 1.2 * r),
            "face",
            group="head",
        )
        front, eye = 0.97 * r, 0.2 * r
    elif kind == "lens":
        d.add("head", sphere(0.92 * r, 0.85 * r, 0.95 * r).move(y=y), "body", group="head")
        d.add(
            "face",
            cylinder(0.62 * r, 0.5 * r, bevel=0.08 * r).rotate(x=90).move(0, y, 0.78 * r),
            "accent",
            group="head",
        )
        d.add("eye", sphere(0.44 * r, 0.44 * r, 0.26 * r).move(0, y, 0.98 * r), "glow", group="head")
    else:
        shape = [
            (y - 0.98 * r, 0.4 * r, 0.42 * r),
            (y - 0.62 * r, 0.68 * r, 0.78 * r),
            (y, 0.84 * r, 0.95 * r),
            (y + 0.5 * r, 0.8 * r, 0.92 * r),
            (y + 0.86 * r, 0.52 * r, 0.62 * r),
            (y + 0.98 * r, 0.15 * r, 0.2 * r),
        ]
        d.add("head", shell(shape, 2.4), "body", group="head")
        d.add("face", sphere(0.8 * r, 0.4 * r, 0.42 * r).move(0, y + 0.08 * r, 0.64 * r), "face", group="head")
        front, eye = 1.0 * r, 0.14 * r
        d.add("chin", box(0.42 * r, 0.16 * r, 0.2 * r, 0.05 * r).move(0, y - 0.6 * r, 0.74 * r), "accent", group="head")
    if kind != "lens":
        spots: list[Node] = []
        for i in range(n):
            x = (i - (n - 1) / 2) * (0.78 if n == 2 else 0.5) * r
            z = front - (0.12 * x * x / r if kind != "box" else 0)
            if kind == "dome":
                z = math.sqrt(max((1.04 * r) ** 2 - x * x, 0.0))
            if n == 1:
                spots.append(sphere(0.5 * r, 0.11 * r, 0.12 * r).move(0, y + 0.08 * r, front))
            else:
                spots.append(sphere(eye * 1.25, eye, 0.12 * r).move(x, y + 0.08 * r, z))
        d.add("eyes", union(*spots), "glow", group="head")
    ear = (
        cylinder(0.3 * r, 0.24 * r, 0.22 * r, bevel=0.04 * r)
        .rotate(z=-90)
        .move((1.0 if kind in ("box", "dome") else 0.9) * r, y, 0)
    )
    d.add("ears", ear.mirrored(), "accent", group="head")
