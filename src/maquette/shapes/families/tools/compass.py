"""Compasses: pocket ones with a lid, in a wooden box; and astrolabes."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cylinder, extrude, hull, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import star
from maquette.shapes.sub.outlines import ellipse


@family(
    "compass",
    "tool",
    nouns={
        "pocket compass": {"kind": "pocket"},
        "ship compass": {"kind": "boxed"},
        "ship's compass": {"kind": "boxed"},
        "nautical compass": {"kind": "boxed"},
        "magic compass": {"kind": "pocket"},
        "astrolabe": {"kind": "astrolabe"},
    },
    parameters=(
        Choice("kind", ("pocket", "boxed", "astrolabe")),
        Real("radius", 0.04, 0.032, 0.055),
        Real("thickness", 0.017, 0.013, 0.022),
        Real("bearing", 25, -60, 60, unit="deg", about="where the needle points to"),
        Whole("points", 8, 4, 8, about="of the rose"),
        Whole("ticks", 24, 12, 36),
        Choice("needle", ("lozenge", "arrow")),
        Flag("lid", 0.8),
        Flag("ring", 0.8, about="a loop for a chain"),
        Real("opening", 105, 80, 120, unit="deg", about="of the lid"),
    ),
    slots={
        "case": ("brass", "gold", "bronze", "silver", "copper"),
        "dial": ("paper:#efe4c6", "paper:#f4efe0", "paper:#e2d3ac"),
        "rose": ("paint:#2a3a5c", "paint:#3a2a20", "paint:#7a2a1c"),
        "needle": ("paint:#c8281f",),
        "south": ("steel", "paint:#e8e6e0", "paint:#23282e"),
        "marks": ("paint:#2b2521",),
        "plate": ("bronze:#54402c", "gunmetal"),
        "wood": ("mahogany", "walnut"),
    },
    words={
        "lid": {"lid": True},
        "ring": {"ring": True},
        "wooden": {"kind": "boxed"},
        "box": {"kind": "boxed"},
        "arrow": {"needle": "arrow"},
    },
    paints={"hand": "needle", "body": "case", "face": "dial", "box": "wood", "frame": "case"},
    height=(0.01, 0.3),
)
def compass(v: Values) -> Draft:
    """Lies on its back, north up and away; an astrolabe stands on a foot."""
    if v.kind == "astrolabe":
        return _astrolabe(v)
    r, t = v.radius, v.thickness
    d = Draft(extent=2.3 * r if v.kind == "pocket" else 3.4 * r)
    lift = 0.0
    if v.kind == "boxed":
        side, tall = 2.7 * r, 1.1 * r
        shell = box(side, tall, side, 0.004) - box(0.88 * side, tall, 0.88 * side).move(y=0.13 * tall)
        d.add("box", shell.move(y=tall / 2), "wood")
        corner = box(0.16 * side, 0.3 * tall, 0.16 * side, 0.003) - box(0.16 * side, tall, 0.16 * side).move(
            -0.014 * side, 0, -0.014 * side
        )
        for i in range(4):
            place = corner.move(0.432 * side, 0.16 * tall, 0.432 * side).rotate(y=90 * i)
            d.add(f"corner_{i + 1}", place, "case", group="corners")
        gimbal = union(
            torus(1.08 * r, 0.035 * r), *(cylinder(0.05 * r, 0.3 * r).rotate(z=90).move(x=s * 1.2 * r) for s in (1, -1))
        )
        pins = union(*(cylinder(0.05 * r, 0.2 * r).rotate(x=90).move(z=s * 1.02 * r) for s in (1, -1)))
        d.add("gimbal", union(gimbal, pins).move(y=0.8 * tall), "case")
        lift = 0.8 * tall - 0.6 * t
        if v.lid:
            cover = box(side, 0.22 * tall, side, 0.004).move(y=0.11 * tall, z=side / 2)
            d.add("lid", cover.rotate(x=-v.opening).move(y=tall - 0.001, z=-side / 2 - 0.02 * side), "wood")
            d.add(
                "hinges",
                cylinder(0.045 * r, 0.3 * side).rotate(z=90).move(0, tall - 0.002, -side / 2 - 0.01 * side),
                "case",
            )
    bowl = [
        (0.0, 0.0),
        (0.82 * r, 0.0),
        (0.97 * r, 0.25 * t),
        (r, 0.6 * t),
        (1.03 * r, 0.8 * t),
        (1.0 * r, t),
        (0.9 * r, t),
        (0.87 * r, 0.62 * t),
        (0.0, 0.62 * t),
    ]
    d.add("case", lathe(bowl).move(y=lift), "case")
    y = lift + 0.62 * t
    d.add("dial", cylinder(0.88 * r, 0.06 * t).move(y=y + 0.02 * t), "dial")
    face = y + 0.05 * t
    long = extrude(star(0.62 * r, 4, 0.2), 0.05 * t).rotate(x=-90)
    d.add("rose", long.move(y=face + 0.015 * t), "rose")
    if v.points > 4:
        small = extrude(star(0.44 * r, 4, 0.3, 45), 0.05 * t).rotate(x=-90)
        d.add("small_rose", small.move(y=face + 0.005 * t), "case", group="rose")
    d.add("rose_ring", torus(0.5 * r, 0.012 * r).move(y=face + 0.005 * t), "rose", group="rose")
    ticks = box(0.02 * r, 0.05 * t, 0.09 * r).move(z=0.8 * r).around(v.ticks)
    d.add("ticks", ticks.move(y=face + 0.008 * t), "marks")
    lower = face + 0.14 * t
    w = 0.1 * r
    for name, s, slot in (("north", -1, "needle"), ("south", 1, "south")):
        tip: list[Point2] = [(-w, 0), (w, 0), (0, 0.74 * r)]
        if v.needle == "arrow":
            shaft = [
                (-0.3 * w, 0),
                (0.3 * w, 0),
                (0.3 * w, 0.45 * r),
                (1.1 * w, 0.45 * r),
                (0, 0.74 * r),
                (-1.1 * w, 0.45 * r),
                (-0.3 * w, 0.45 * r),
            ]
            tip = list(shaft) if s < 0 else [(-0.3 * w, 0), (0.3 * w, 0), (0.5 * w, 0.62 * r), (-0.5 * w, 0.62 * r)]
        arm = extrude([(x, q - 0.02 * r) for x, q in tip], 0.09 * t).rotate(x=-90)
        d.add(
            f"needle_{name}",
            (arm if s < 0 else arm.rotate(y=180)).rotate(y=v.bearing).move(y=lower),
            slot,
            group="needle",
        )
    d.add(
        "pivot",
        lathe([(0.05 * r, -0.25 * t), (0.09 * r, 0.06 * t), (0.05 * r, 0.13 * t), (0.0, 0.15 * t)]).move(y=lower),
        "case",
    )
    if v.kind == "pocket":
        if v.lid:
            cover = lathe(
                [
                    (0.0, 0.0),
                    (0.9 * r, 0.0),
                    (1.03 * r, -0.2 * t),
                    (1.03 * r, -0.36 * t),
                    (0.96 * r, -0.36 * t),
                    (0.9 * r, -0.12 * t),
                    (0.0, -0.12 * t),
                ][::-1]
            )
            emblem = extrude(star(0.5 * r, 8, 0.5), 0.1 * t).rotate(x=-90).move(y=0.02 * t)
            lid = union(cover, emblem).move(y=0.3 * t, z=1.05 * r)
            d.add("lid", lid.rotate(x=-v.opening).move(y=0.8 * t, z=-1.04 * r), "case")
            d.add("hinge", cylinder(0.1 * r, 0.5 * r).rotate(z=90).move(y=0.78 * t, z=-1.04 * r), "case")
        front = 1.02 * r
        d.add(
            "crown",
            union(cylinder(0.09 * r, 0.3 * r), cylinder(0.13 * r, 0.12 * r).move(y=0.12 * r))
            .rotate(x=90)
            .move(y=0.55 * t, z=front + 0.06 * r),
            "case",
        )
        if v.ring:
            d.add("ring", torus(0.2 * r, 0.035 * r).move(y=0.55 * t, z=front + 0.38 * r), "case")
    d.point("top", (0, lift + t, 0), size=2 * r)
    d.point("grip", (0, 0.5 * t, 0), size=t)
    return d


def _astrolabe(v: Values) -> Draft:
    """Mother, rete and rule of an astrolabe, on a foot."""
    r, t = 1.7 * v.radius, 0.6 * v.thickness
    d = Draft(extent=3.0 * r)
    cy = 1.5 * r
    foot = lathe(
        [
            (0.0, 0.0),
            (0.6 * r, 0.0),
            (0.6 * r, 0.05 * r),
            (0.46 * r, 0.1 * r),
            (0.12 * r, 0.18 * r),
            (0.07 * r, 0.3 * r),
            (0.1 * r, 0.4 * r),
            (0.06 * r, 0.5 * r),
            (0.09 * r, 0.56 * r),
            (0.0, 0.56 * r),
        ]
    )
    d.add("foot", foot, "wood")

    def disc(radius: float, depth: float, z: float) -> Node:
        return cylinder(radius, depth).rotate(x=90).move(0, cy, z)

    rim = lathe(
        [(0.84 * r, -t / 2), (r, -t / 2), (r, 0.4 * t), (0.97 * r, t / 2), (0.84 * r, t / 2), (0.84 * r, -t / 2)]
    ).rotate(x=90)
    d.add("case", union(rim.move(y=cy), disc(0.86 * r, 0.3 * t, -0.3 * t)), "case")
    d.add("plate", disc(0.87 * r, 0.35 * t, -0.12 * t), "plate")
    tick = box(0.015 * r, 0.09 * r, 0.2 * t).move(y=0.92 * r, z=0.46 * t).around(v.ticks * 2, "z")
    d.add("ticks", tick.move(y=cy), "marks")
    lines = union(
        *(
            torus(k * r, 0.012 * r).rotate(x=90).move(0, cy + o * r, 0.04 * t)
            for k, o in ((0.75, 0), (0.52, 0.08), (0.34, 0.2), (0.2, 0.3))
        )
    )
    d.add("lines", lines, "dial")
    ecliptic = extrude(ellipse(0.5 * r), 0.3 * t, holes=[list(ellipse(0.4 * r))]).move(y=0.26 * r)
    hoop = extrude(ellipse(0.86 * r), 0.3 * t, holes=[list(ellipse(0.74 * r))])
    bars = union(box(1.6 * r, 0.06 * r, 0.3 * t), box(0.06 * r, 1.6 * r, 0.3 * t))
    flames = []
    for i in range(v.points):
        a = 2 * math.pi * (i + 0.4) / v.points
        k = 0.55 * r
        c, s = math.cos(a), math.sin(a)
        flames.append(
            hull(
                [
                    (0.8 * r * c - 0.06 * r * s, 0.8 * r * s + 0.06 * r * c, 0.15 * t),
                    (0.8 * r * c + 0.06 * r * s, 0.8 * r * s - 0.06 * r * c, 0.15 * t),
                    (k * math.cos(a + 0.18), k * math.sin(a + 0.18), -0.1 * t),
                    (0.8 * r * c, 0.8 * r * s, -0.15 * t),
                ]
            )
        )
    rete = union(ecliptic, hoop, bars, *flames).rotate(z=v.bearing)
    d.add("rete", rete.move(y=cy, z=0.28 * t), "case", group="rose")
    rule = extrude(
        [
            (-0.95 * r, 0),
            (-0.9 * r, 0.05 * r),
            (0.9 * r, 0.05 * r),
            (0.95 * r, 0),
            (0.9 * r, -0.02 * r),
            (-0.9 * r, -0.02 * r),
        ],
        0.25 * t,
    )
    d.add("needle", rule.rotate(z=2.2 * v.bearing + 30).move(0, cy, 0.6 * t), "south")
    d.add("pivot", union(disc(0.08 * r, 1.8 * t, 0.2 * t), disc(0.12 * r, 0.3 * t, 0.78 * t)), "case")
    throne = extrude(
        [
            (-0.34 * r, -0.1 * r),
            (0.34 * r, -0.1 * r),
            (0.26 * r, 0.08 * r),
            (0.12 * r, 0.12 * r),
            (0.09 * r, 0.26 * r),
            (-0.09 * r, 0.26 * r),
            (-0.12 * r, 0.12 * r),
            (-0.26 * r, 0.08 * r),
        ],
        0.8 * t,
        holes=[[(-0.05 * r, 0.02 * r), (0.05 * r, 0.02 * r), (0.0, 0.1 * r)]],
    )
    d.add("throne", throne.move(y=cy + 1.03 * r), "case")
    d.add("ring", torus(0.15 * r, 0.03 * r).rotate(x=90).move(y=cy + 1.4 * r), "case")
    d.add("knob", sphere(0.07 * r).move(y=cy + 1.3 * r), "case")
    d.point("top", (0, cy + 1.5 * r, 0), size=0.3 * r)
    return d
