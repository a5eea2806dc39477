"""Heads of flowers."""

from __future__ import annotations

from maquette.shapes.api import capsule, lathe, sphere, union
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import leaf


def bloom(kind: str, size: float, petals: int, rng_turn: float) -> tuple[Node, Node]:
    """(petals, heart) about the origin, facing +Y; `size` is the diameter."""
    r = size / 2
    if kind == "tulip":
        outer = leaf(1.7 * r, 1.15 * r, 0.16 * r, -42).rotate(x=16).move(z=0.34 * r)
        cup = union(
            outer.around(3),
            outer.scale(0.94, 1.04, 0.94).around(3).rotate(y=60),
            sphere(0.5 * r, 0.35 * r, 0.5 * r).move(y=0.18 * r),
        )
        return cup, capsule(0.12 * r, 0.9 * r).move(y=0.6 * r)
    if kind == "rose":
        rings = [(0.98, 62, 5, 0.95, 0.0), (0.82, 42, 5, 1.0, 0.12), (0.64, 24, 4, 0.95, 0.2), (0.46, 8, 3, 0.85, 0.28)]
        whorls = [
            leaf(r * 1.15 * f, 1.05 * r * f + 0.2 * r, 0.13 * r, -35)
            .rotate(x=tilt)
            .move(y=up * r, z=0.1 * r)
            .around(n)
            .rotate(y=31 * i)
            for i, (f, tilt, n, _, up) in enumerate(rings)
        ]
        return union(*whorls, sphere(0.45 * r, 0.5 * r, 0.45 * r).move(y=0.4 * r)), lathe(
            [(0.2 * r, 0.7 * r), (0.22 * r, 0.95 * r), (0.08 * r, 0.98 * r)]
        )
    long = 0.72 * r if kind == "sunflower" else 0.84 * r
    wide = (
        {"daisy": 2.5, "sunflower": 2.6, "poppy": 5.0}.get(kind, 3.2) * r / petals * (1.0 if kind != "poppy" else 0.9)
    )
    n = petals if kind != "poppy" else max(4, petals // 3)
    wide = wide if kind != "poppy" else 1.5 * r
    one = (
        leaf(long, wide, 0.09 * r, 18 if kind != "poppy" else -30)
        .rotate(x=78 if kind != "poppy" else 52)
        .move(z=0.26 * r if kind != "poppy" else 0.1 * r)
    )
    rows = (
        union(one.around(n), one.scale(0.92, 1, 0.92).move(y=0.06 * r).around(n).rotate(y=180 / n))
        if kind == "sunflower"
        else one.around(n)
    )
    heart = (
        sphere(0.48 * r, 0.2 * r, 0.48 * r)
        if kind == "sunflower"
        else sphere(0.32 * r, 0.22 * r, 0.32 * r).move(y=0.04 * r)
    )
    return union(rows, sphere(0.3 * r, 0.08 * r, 0.3 * r)), heart
