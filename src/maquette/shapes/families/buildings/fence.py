"""Fence: posts, rails and pickets along X."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "fence",
    "building",
    nouns={
        "picket fence": {"kind": "picket"},
        "wooden fence": {"kind": "picket"},
        "iron fence": {"kind": "iron"},
        "palisade": {"kind": "palisade"},
        "railing": {"kind": "iron"},
        "rail fence": {"kind": "rail"},
        "garden fence": {"kind": "picket"},
        "farm fence": {"kind": "rail"},
        "barrier": {"kind": "rail"},
    },
    parameters=(
        Choice("kind", ("picket", "rail", "iron", "palisade")),
        Real("length", 3.0, 2.4, 4.0),
        Real("height", 1.05, 0.8, 1.5),
        Whole("posts", 3, 2, 4),
        Whole("rails", 2, 2, 3),
        Real("spacing", 0.17, 0.13, 0.22),
        Real("thickness", 0.03, 0.022, 0.04),
        Choice("tips", ("pointed", "round", "flat")),
        Flag("caps", 0.6),
        Flag("grass", 0.5),
        Flag("broken", 0.2),
    ),
    slots={
        "wood": ("paint:#f0eee6", "oak", "driftwood", "walnut"),
        "post": ("oak", "paint:#f0eee6", "walnut"),
        "iron": ("cast iron", "iron"),
        "cap": ("gold", "iron", "walnut"),
        "grass": ("grass",),
        "rope": ("rope",),
    },
    words={"broken": {"broken": True}, "grass": {"grass": True}, "spikes": {"tips": "pointed"}},
    paints={"fence": "wood", "posts": "post", "rails": "wood", "bars": "iron"},
    height=(0.75, 2.4),
)
def fence(v: Values) -> Draft:
    """Posts, rails and pickets along X."""
    n, h, t, k = v.length / 2, v.height, v.thickness, v.kind
    if k == "palisade":
        h *= 1.4
    d = Draft(extent=2 * n)
    rng = v.rng("pickets")
    slot = "iron" if k == "iron" else "wood"
    rails = 3 if k == "rail" and v.rails > 2 else v.rails
    ys = [h * (0.25 + 0.5 * i / (rails - 1)) for i in range(rails)]
    if k == "iron":
        ys = [0.12 * h, 0.84 * h]
    post_w = 0.11 if k != "iron" else 0.07
    px = [-n + post_w / 2 + (2 * n - post_w) * i / (v.posts - 1) for i in range(v.posts)]
    d.add(
        "posts",
        union(*(box(post_w, h * 1.06, post_w, 0.01).move(x, 0.53 * h) for x in px))
        if k != "palisade"
        else union(*(cylinder(0.07, 0.8 * h).move(x, 0.4 * h, -0.12) for x in px)),
        "post" if k != "iron" else "iron",
    )
    rail = box(2 * n, 0.08 if k != "iron" else 0.045, t * 1.2, 0.006)
    d.add(
        "rails",
        union(
            *(
                (
                    rail.rotate(z=float(rng.uniform(-1.2, 1.2)) if k == "rail" else 0).move(
                        y=y, z=0.05 if k == "rail" else 0.0 if k == "iron" else -0.0 if k == "picket" else -0.08
                    )
                )
                for y in ys
            )
        ),
        slot if k != "palisade" else "rope",
    )
    if k in ("picket", "iron", "palisade"):
        space = v.spacing * (0.9 if k == "iron" else 1.0)
        m = int(2 * n / space)
        bars = []
        for i in range(m):
            x = -n + 2 * n * (i + 0.5) / m
            tall = h * (1.0 if k != "palisade" else float(rng.uniform(0.92, 1.06)))
            if v.broken and rng.random() < 0.14:
                tall *= 0.5
            if k == "picket":
                q = 0.36 * space
                tip = {
                    "pointed": [(q, tall - q * 1.3), (0, tall), (-q, tall - q * 1.3)],
                    "round": [
                        (q * math.cos(a), tall - q + q * math.sin(a)) for a in (0, 0.5, 1.05, 1.57, 2.1, 2.64, 3.14)
                    ],
                    "flat": [(q, tall), (-q, tall)],
                }[v.tips]
                bars.append(
                    extrude([(-q, 0.06), (q, 0.06), *tip], t)
                    .rotate(z=float(rng.uniform(-1, 1)) * (4 if v.broken else 0.5))
                    .move(x=x, z=t * 1.0)
                )
            elif k == "iron":
                end = (
                    cone(0.03, 0.12, 4).move(y=tall + 0.04)
                    if v.tips == "pointed"
                    else sphere(0.03).move(y=tall + 0.01)
                    if v.tips == "round"
                    else box(0.04, 0.03, 0.04).move(y=tall)
                )
                bars.append((cylinder(0.014, tall, sides=6).move(y=tall / 2 + 0.02) + end).move(x=x))
            else:
                bars.append(
                    lathe([(0.5 * space + 0.008, 0), (0.48 * space + 0.008, tall - 0.24), (0.02, tall)], sides=9).move(
                        x=x
                    )
                )
        d.add("pickets" if k != "iron" else "bars", union(*bars), slot)
    if v.caps and k != "palisade":
        cap = (
            cone(0.75 * post_w, 0.1, 4).rotate(y=45).move(y=0.05)
            if v.tips != "round"
            else sphere(0.62 * post_w).move(y=0.03)
        )
        d.add("caps", union(*(cap.move(x, 1.055 * h) for x in px)), "cap" if k == "iron" else "post")
    if v.grass:
        blades = [
            lathe([(0.014, -0.005), (0.01, 0.1), (0.003, 0.2 + 0.1 * ((i * 7) % 3) / 3)], sides=5)
            .rotate(x=18 * math.sin(5 * i), z=18 * math.cos(3 * i))
            .move(px[i % len(px)] + 0.1 * math.cos(2.4 * i), 0.0, 0.1 * math.sin(2.4 * i))
            for i in range(5 * len(px))
        ]
        d.add("grass", union(*blades, *(cylinder(0.16, 0.03).move(x, 0.015) for x in px)), "grass")
    d.point("top", (0, h, 0), size=0.2)
    return d
