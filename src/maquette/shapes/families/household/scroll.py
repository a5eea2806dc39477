"""Scrolls."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node


@family(
    "scroll",
    "household",
    nouns={
        "parchment": {},
        "treasure map": {"map": True},
        "map": {"map": True},
        "letter": {"seal": True},
        "papyrus": {},
    },
    parameters=(
        Real("width", 0.24, 0.16, 0.34),
        Real("length", 0.3, 0.18, 0.42),
        Real("roll", 0.022, 0.014, 0.032, about="radius of the rolls"),
        Real("rod", 0.5, 0.35, 0.7, unit="", about="radius of the rods, share of the rolls"),
        Flag("rods", 0.75),
        Flag("map", 0.3),
        Flag("seal", 0.5),
        Whole("lines", 7, 3, 10),
        Real("curl", 0.02, 0.005, 0.04),
        Flag("closed", 0.2),
    ),
    slots={
        "paper": ("paper:#e2cf9c", "paper:#eadfc0", "paper:#d3b77c"),
        "rod": ("walnut", "gold", "mahogany"),
        "knob": ("gold", "brass", "gem"),
        "ink": ("paint:#4a2f1c", "paint:#2a2624"),
        "red": ("wax:#b01f24", "fabric:#b01f24"),
    },
    words={
        "seal": {"seal": True},
        "closed": {"closed": True},
        "rolled": {"closed": True},
        "map": {"map": True},
        "rods": {"rods": True},
    },
    paints={"seal": "red", "text": "ink", "ribbon": "red"},
    height=(0.02, 0.12),
)
def scroll(v: Values) -> Draft:
    """A sheet between two rolls, lying; or rolled up and tied."""
    w, z, r = v.width, v.length, v.roll
    d = Draft(extent=max(w + 0.06, z + 2 * r))
    rod = v.rod * r

    def stick(name: str, zz: float, up: float) -> None:
        d.add(name, cylinder(rod, w + 0.03, bevel=0.001).rotate(z=90).move(0, up, zz), "rod", group="rods")
        knob = union(
            *(
                union(
                    sphere(1.25 * rod).move(s * (w / 2 + 0.022), up, zz),
                    sphere(0.7 * rod).move(s * (w / 2 + 0.022 + 1.4 * rod), up, zz),
                )
                for s in (1, -1)
            )
        )
        d.add(name + "_knobs", knob, "knob", group="rods")

    if v.closed:
        rr = 1.5 * r
        d.add(
            "sheet",
            union(
                cylinder(rr, w).rotate(z=90).move(y=rr),
                box(w, 0.004, 0.8 * rr).rotate(x=-35).move(y=0.25 * rr + 0.002, z=1.02 * rr),
            ),
            "paper",
        )
        if v.rods:
            stick("rod", 0, rr)
        d.add(
            "ribbon",
            union(
                torus(rr, 0.003).rotate(z=90).move(y=rr),
                *(
                    box(0.014, 1.1 * rr, 0.003).rotate(x=-20, z=s * 14).move(s * 0.012, 0.66 * rr, rr + 0.004)
                    for s in (1, -1)
                ),
            ),
            "red",
        )
        if v.seal:
            d.add("seal", cylinder(0.016, 0.008, bevel=0.003).rotate(x=90).move(0, rr, rr + 0.002), "red")
        d.point("grip", (0, rr, 0), up=(1, 0, 0), size=2 * rr)
        d.point("top", (0, 2 * rr, 0), size=w)
        return d
    t = 0.005
    path: list[Point3] = [
        (0, 0.004 + (v.curl * 2 * abs(k - 0.5)) ** 1.0 * (2 * abs(k - 0.5)) ** 2, z * (k - 0.5))
        for k in [i / 10 for i in range(11)]
    ]
    sheet = sweep(path, profile=[(w / 2, -t / 2), (w / 2, t / 2), (-w / 2, t / 2), (-w / 2, -t / 2)])
    edge = path[-1][1]
    rolls = [
        cylinder(r, w, bevel=0.001).rotate(z=90).move(0, max(r, edge + 0.2 * r), s * (z / 2 + 0.3 * r)) for s in (1, -1)
    ]
    d.add("sheet", union(sheet, *rolls), "paper")
    if v.rods:
        for name, s in (("rod_front", 1), ("rod_back", -1)):
            stick(name, s * (z / 2 + 0.3 * r), max(r, edge + 0.2 * r))

    def y_at(zz: float) -> float:
        k = zz / z
        return float(0.004 + v.curl * 2 * abs(k) * (2 * abs(k)) ** 2 + t / 2 - 0.0006)

    if v.map:
        marks: list[Node] = [
            box(0.012, 0.003, 0.005)
            .rotate(y=20 * i)
            .move(-0.3 * w + 0.085 * w * i, y_at(0.2 * z * math.sin(0.9 * i)), 0.2 * z * math.sin(0.9 * i))
            for i in range(7)
        ]
        land = [
            extrude(
                [
                    (a * (1 + 0.25 * math.sin(3 * q)) * math.cos(q), a * (1 + 0.2 * math.cos(4 * q)) * math.sin(q))
                    for q in [math.tau * i / 16 for i in range(16)]
                ],
                0.003,
            ).rotate(x=90)
            for a in (0.08 * w, 0.06 * w)
        ]
        marks += [land[0].move(-0.2 * w, y_at(0.2 * z), -0.2 * z), land[1].move(0.25 * w, y_at(0.18 * z), 0.18 * z)]
        d.add("map", union(*marks), "ink")
        d.add(
            "cross",
            union(*(box(0.045, 0.004, 0.008).rotate(y=a) for a in (45, -45))).move(
                0.28 * w, y_at(0.24 * z) + 0.0006, -0.24 * z
            ),
            "red",
        )
    else:
        d.add(
            "text",
            union(
                *(
                    box((0.7 if i % 3 else 0.55) * w, 0.003, 0.005).move(-0.02 * w, y_at(zz), zz)
                    for i, zz in ((i, (i / (v.lines - 1) - 0.5) * 0.62 * z) for i in range(v.lines))
                )
            ),
            "ink",
        )
    if v.seal:
        d.add("seal", cylinder(0.016, 0.007, bevel=0.003).move(0.3 * w, y_at(0.36 * z) + 0.003, 0.36 * z), "red")
    d.point("grip", (w / 2, r, z / 2), up=(1, 0, 0), size=2 * r)
    d.point("top", (0, 0.01, 0), size=w)
    return d
