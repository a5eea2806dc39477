"""Rowing boat: an open hull with thwarts and oars."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.boats import boat_hull, rail


@family(
    "rowing boat",
    "vehicle",
    nouns={
        "rowboat": {},
        "row boat": {},
        "boat": {},
        "dinghy": {"length": 2.8},
        "canoe": {"kind": "canoe"},
        "kayak": {"kind": "canoe", "width": 0.95},
        "wooden boat": {},
        "gondola": {"kind": "canoe", "sheer": 0.6},
        "lifeboat": {},
    },
    parameters=(
        Choice("kind", ("dinghy", "canoe")),
        Real("length", 3.6, 2.8, 4.6),
        Real("width", 1.4, 1.1, 1.6),
        Real("height", 0.55, 0.45, 0.7),
        Real("thickness", 0.05, 0.04, 0.07),
        Real("sheer", 0.3, 0.12, 0.6, unit=""),
        Whole("benches", 3, 2, 4),
        Whole("oars", 2, 0, 2),
        Flag("rails", 0.8),
        Flag("ropes", 0.5),
        Flag("lantern", 0.2),
    ),
    slots={
        "hull": ("planks", "oak", "paint:#b5402f", "paint:#2f6a8f", "paint:#e6dfcc", "paint:#3d7a5a"),
        "rail": ("walnut", "oak", "mahogany"),
        "bench": ("oak", "wood", "pine"),
        "oar": ("pine", "oak"),
        "metal": ("brass", "iron"),
        "rope": ("rope",),
        "lantern": ("glow:#ffc766",),
    },
    words={"oars": {"oars": 2}, "paddles": {"oars": 2}, "rope": {"ropes": True}, "lantern": {"lantern": True}},
    paints={"seats": "bench", "benches": "bench", "oars": "oar", "paddle": "oar", "body": "hull"},
    height=(0.4, 1.8),
)
def rowing_boat(v: Values) -> Draft:
    """An open hull with thwarts and oars."""
    canoe = v.kind == "canoe"
    length, beam, depth = v.length * (1.2 if canoe else 1), v.width * (0.72 if canoe else 1), v.height
    d = Draft(extent=length)
    transom = 0.06 if canoe else 0.62
    sheer = v.sheer * (1.4 if canoe else 1)
    d.add(
        "hull",
        boat_hull(length, beam, depth, sheer=sheer, transom=transom, wall=v.thickness, rise=0.3 if canoe else 0.0),
        "hull",
    )
    if v.rails or not canoe:
        d.add("rail", rail(length, beam, depth, 0.035, sheer=sheer, transom=transom), "rail")
    d.add("keel", box(0.06, 0.14, 0.62 * length, 0.02).move(y=0.05, z=-0.02 * length), "rail")
    for i in range(v.benches):
        z = (-0.3 + 0.52 * i / (v.benches - 1)) * length
        wide = beam * (0.92 if abs(z) < 0.25 * length else 0.8 if not canoe else 0.68)
        d.add(
            f"bench_{i + 1}", box(wide - 0.02, 0.045, 0.24, 0.015).move(y=0.68 * depth, z=z), "bench", group="benches"
        )
    ribs = box(beam * 0.45, 0.06, 0.05).move(y=0.13 * depth + v.thickness)
    d.add(
        "ribs",
        union(
            ribs.move(z=-0.16 * length),
            ribs.move(z=0.02 * length),
            ribs.move(z=0.17 * length),
            box(0.36 * beam, 0.06, 0.45 * length).move(y=0.09 * depth + v.thickness),
        ),
        "bench",
    )
    for i in range(v.oars):
        s = 1 if i == 0 else -1
        shaft = sweep([(0, 0, -0.36 * length), (0, 0, 0.24 * length)], 0.022)
        blade = box(0.15, 0.03, 0.42, 0.014).move(z=-0.34 * length)
        d.add(
            f"oar_{i + 1}",
            union(shaft, blade).rotate(x=0, y=s * 3).move(s * 0.22 * beam, 0.68 * depth + 0.035, -0.02 * length),
            "oar",
            group="oars",
        )
    if not canoe:
        lock = union(cylinder(0.02, 0.2).move(y=0.02), torus(0.05, 0.018).rotate(x=90).move(y=0.15))
        d.add("rowlocks", lock.move(0.49 * beam, depth, -0.02 * length).mirrored(), "metal")
    if v.ropes:
        coil = union(*(torus(0.13 - 0.012 * i, 0.022).move(y=0.035 * i, x=0.008 * (i % 2)) for i in range(3)))
        d.add("rope", coil.move(y=0.07 * depth + v.thickness + 0.04, z=0.1 * length), "rope")
    if v.lantern:
        z = 0.485 * length
        d.add(
            "lantern_post",
            sweep(
                [(0, 0.5 * depth, z), (0, depth * (1 + sheer) + 0.4, z), (0, depth * (1 + sheer) + 0.45, z - 0.12)],
                0.02,
            ),
            "metal",
        )
        d.add("lantern", sphere(0.08, 0.1, 0.08).move(y=depth * (1 + sheer) + 0.37, z=z - 0.14), "lantern")
    d.point("top", (0, 0.7 * depth, 0), size=0.6 * beam)
    d.point("seat", (0, 0.7 * depth, -0.05 * length), size=0.5)
    return d
