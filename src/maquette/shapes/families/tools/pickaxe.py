"""Pickaxes, mattocks and hoes."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import bezier, haft, ribbed


@family(
    "pickaxe",
    "tool",
    nouns={
        "pick": {},
        "mining pick": {},
        "mattock": {"kind": "mattock"},
        "miner's pickaxe": {},
        "hoe": {"kind": "hoe"},
        "ice axe": {"length": 0.6},
    },
    parameters=(
        Choice("kind", ("pick", "mattock", "hoe")),
        Real("length", 0.85, 0.6, 1.05),
        Real("width", 0.62, 0.5, 0.75, unit="", about="of the head, share of the length"),
        Real("curve", 0.14, 0.08, 0.22, unit="", about="of the head"),
        Real("radius", 0.02, 0.016, 0.026),
        Real("thickness", 0.034, 0.026, 0.045, about="of the head"),
        Flag("wrap", 0.5),
        Whole("bands", 1, 0, 3),
        Flag("rivets", 0.5),
    ),
    slots={
        "head": ("iron", "steel", "gunmetal", "gold", "bronze"),
        "haft": ("wood", "oak", "walnut", "pine"),
        "wrap": ("leather", "rope", "leather:#7a1f1c"),
        "trim": ("iron", "brass", "steel"),
    },
    words={"leather": {"wrap": True}},
    paints={"handle": "haft", "grip": "wrap", "blade": "head"},
    height=(0.55, 1.2),
)
def pickaxe(v: Values) -> Draft:
    """Stands on its haft, its longer point toward +x."""
    n, r, t = v.length, v.radius, v.thickness
    d = Draft(extent=n)
    w = v.width * n / 2
    y = n - 0.07
    d.add("haft", haft(n, r, 1.2), "haft")
    drop = v.curve * 2 * w
    point: Node = sweep(
        [(-0.01, 0, 0), (0.4 * w, -0.1 * drop, 0), (0.75 * w, -0.42 * drop, 0), (w, -drop, 0)],
        [0.75 * t, 0.68 * t, 0.5 * t, 0.06 * t],
        sides=8,
    )
    if v.kind == "pick":
        other: Node = point.mirror("x")
    else:
        out = [
            (0.0, 0.5 * t),
            *bezier((0.0, 0.5 * t), (-0.45 * w, 0.5 * t), (-0.75 * w, -0.4 * drop), steps=6)[1:],
            *bezier((-0.78 * w, -0.55 * drop), (-0.5 * w, -0.3 * t), (0.0, -0.5 * t), steps=6),
        ]
        other = extrude(out, 2.6 * t, bevel=0.1 * t)
        other = other.scale(1, 1, 1.3 if v.kind == "mattock" else 1.9)
    if v.kind == "hoe":
        d.add("head", union(other, sphere(1.7 * r, 1.5 * r, 1.7 * r)).move(y=y), "head")
    else:
        d.add("head", union(point, other).move(y=y), "head")
    d.add(
        "eye",
        union(box(3.6 * r, 2.6 * t, 3.4 * r, 0.35 * r), cylinder(1.6 * r, 4.2 * t, 1.35 * r, bevel=0.2 * r)).move(
            y=y - 0.2 * t
        ),
        "head",
    )
    if v.wrap:
        d.add("wrap", ribbed(0.24 * n, 1.25 * r, 10).move(y=0.06 * n), "wrap")
    for i in range(v.bands):
        d.add(
            f"band_{i + 1}",
            cylinder(1.28 * r, 0.02, bevel=0.1 * r).move(y=y - 3.4 * t - 0.05 * i),
            "trim",
            group="bands",
        )
    if v.rivets:
        d.add(
            "rivets",
            union(*(sphere(0.3 * r).move(k * 1.1 * r, y - 0.2 * t, s * 1.7 * r) for k in (-1, 1) for s in (1, -1))),
            "trim",
        )
    d.point("grip", (0, 0.18 * n, 0), front=(1, 0, 0), size=2 * r)
    d.point("top", (0, n, 0), size=w)
    return d
