"""Wall: courses of single bricks or stones on a core of mortar."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.building import merlons_row


@family(
    "wall",
    "building",
    nouns={
        "brick wall": {"kind": "brick"},
        "castle wall": {"kind": "castle", "height": 3.6},
        "stone wall": {"kind": "stone"},
        "battlement": {"kind": "castle"},
        "rampart": {"kind": "castle"},
        "ruined wall": {"broken": True},
        "broken wall": {"broken": True},
        "city wall": {"kind": "castle"},
    },
    parameters=(
        Choice("kind", ("brick", "stone", "castle")),
        Real("length", 4.0, 3.0, 5.5),
        Real("height", 2.0, 1.4, 3.8),
        Real("thickness", 0.4, 0.3, 0.8),
        Whole("rows", 9, 6, 12),
        Real("roughness", 0.02, 0.008, 0.035),
        Flag("broken", 0.3),
        Flag("pillars", 0.4),
        Flag("window", 0.25),
        Flag("ivy", 0.35),
        Flag("torches", 0.2),
        Flag("coping", 0.6),
    ),
    slots={
        "brick": ("brick:#9a4a36", "stone", "sandstone", "brick:#b0603f", "granite"),
        "mortar": ("concrete", "stone:#6a665f"),
        "coping": ("stone", "sandstone:#d8c8a8", "concrete"),
        "ivy": ("leaf", "moss"),
        "torch": ("glow:#ff9a2a",),
        "metal": ("iron",),
    },
    words={
        "broken": {"broken": True},
        "ivy": {"ivy": True},
        "vines": {"ivy": True},
        "torches": {"torches": True},
        "pillars": {"pillars": True},
        "window": {"window": True},
        "battlements": {"kind": "castle"},
    },
    paints={"bricks": "brick", "stones": "brick", "vines": "ivy"},
    height=(1.3, 5.2),
)
def wall(v: Values) -> Draft:
    """Courses of single bricks or stones on a core of mortar."""
    n, h, t, rng = (
        v.length / 2,
        v.height * (1.3 if v.kind == "castle" else 1.0),
        v.thickness * (1.6 if v.kind == "castle" else 1.0),
        v.rng("bricks"),
    )
    d = Draft(extent=max(2 * n, h))
    rows = v.rows if v.kind == "brick" else max(4, round(v.rows * 0.7))
    rh = h / rows
    long = rh * (2.4 if v.kind == "brick" else 1.7)
    bricks: list[Node] = []

    def limit(x: float) -> float:
        if not v.broken:
            return float(h)
        return float(h * (0.98 - 0.62 * max(0.0, (x / n + 0.25)) ** 1.3) + 0.12 * h * math.sin(5 * x / n + v.seed))

    for j in range(rows):
        y = rh * (j + 0.5)
        x = -n - (0.5 * long if j % 2 else 0.0)
        while x < n - 0.02:
            wide = long * (float(rng.uniform(0.75, 1.3)) if v.kind != "brick" else 1.0)
            a, b = max(x, -n), min(x + wide, n)
            hole = v.window and abs((a + b) / 2) < 0.5 and 0.45 * h < y < 0.45 * h + 1.0
            if b - a > 0.25 * rh and y < limit((a + b) / 2) and not hole:
                out = float(rng.uniform(0.4, 1)) * v.roughness
                bricks.append(box(b - a - 0.045 * rh * 2, rh * 0.91, t + 2 * out, 0.07 * rh, 1).move((a + b) / 2, y, 0))
            x += wide
    d.add("bricks", union(*bricks), "brick")
    top = [
        (
            n * (-1 + 2 * i / 12),
            max(min(limit(n * (-1 + 2 * i / 12)), h) - 0.8 * rh, 0.3 * rh) if v.broken else h - 0.3 * rh,
        )
        for i in range(13)
    ]
    core = extrude([(-n * 0.99, 0), (n * 0.99, 0), *((0.99 * x, y) for x, y in top[::-1])], t * 0.96)
    if v.window:
        core = core - box(1.0, 0.95, 9).move(y=0.45 * h + 0.5)
        d.add(
            "lintel",
            union(
                box(1.5, 0.8 * rh, t + 0.1, 0.02).move(y=0.45 * h + 1.05),
                box(1.4, 0.5 * rh, t + 0.16, 0.02).move(y=0.45 * h - 0.02),
            ),
            "coping",
        )
    d.add("mortar", core, "mortar")
    if v.kind == "castle" and not v.broken:
        d.add("battlements", merlons_row(2 * n, 0.55, 0.6, 0.5 * t).move(y=h - 0.02, z=0.25 * t), "brick")
        d.add("walk", box(2 * n, 0.12, t + 0.2).move(y=h), "coping")
    elif v.coping and not v.broken:
        d.add("coping", box(2 * n + 0.06, 0.4 * rh + 0.04, t + 0.14, 0.02).move(y=h + 0.1 * rh), "coping")
    if v.pillars:
        for s, side in ((1, "left"), (-1, "right")):
            tall = h * 1.08 if not (v.broken and s > 0) else 0.4 * h
            d.add(
                f"pillar_{side}",
                union(
                    box(t + 0.25, tall, t + 0.25, 0.02).move(y=tall / 2),
                    box(t + 0.4, 0.12, t + 0.4, 0.02).move(y=tall),
                    box(t + 0.36, 0.2, t + 0.36, 0.02).move(y=0.1),
                ).move(x=s * (n + 0.05)),
                "coping",
                group="pillars",
            )
    if v.broken:
        d.add(
            "rubble",
            union(
                *(
                    box(long * 0.7, rh * 0.8, t * 0.5, 0.07 * rh, 1)
                    .rotate(float(rng.uniform(-15, 15)), float(rng.uniform(0, 180)), float(rng.uniform(-12, 12)))
                    .move(n * float(rng.uniform(0.3, 0.95)), 0.36 * rh, (0.5 * t + 0.14) * (1 if i % 2 else -1))
                    for i in range(6)
                )
            ),
            "brick",
        )
    if v.ivy:
        d.add(
            "ivy",
            union(
                *(
                    sphere(0.3, 0.26, 0.12)
                    .roughened(0.035, 0.24, seed=i, octaves=2)
                    .move(-0.75 * n + 0.2 * math.sin(2 * i), 0.2 + 0.26 * i, 0.5 * t)
                    for i in range(max(3, int(0.8 * h / 0.26)))
                )
            ),
            "ivy",
        )
    if v.torches:
        at = (-0.35 * n if v.broken else -0.5 * n, 0.62 * h if not v.broken else 0.5 * h, 0.5 * t)
        one = union(
            cylinder(0.035, 0.4, 0.05).rotate(x=24).move(y=0.05, z=0.12), box(0.1, 0.14, 0.24).move(y=-0.06, z=0.02)
        )
        d.add("torch_holder", one.move(*at), "metal")
        d.add(
            "torch",
            lathe([(0.05, 0), (0.085, 0.08), (0.005, 0.3)], smooth=True).move(at[0], at[1] + 0.2, at[2] + 0.19),
            "torch",
        )
    d.point("top", (0, h, 0), size=t)
    return d
