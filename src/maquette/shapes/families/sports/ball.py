"""Balls of all games."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, intersection, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node

RADII = {
    "soccer": 0.11,
    "basketball": 0.12,
    "tennis": 0.034,
    "beach": 0.2,
    "baseball": 0.037,
    "football": 0.14,
    "bowling": 0.108,
    "volleyball": 0.105,
    "gym": 0.3,
}


def on_ball(r: float, polar: float, turn: float) -> Point3:
    """A point by degrees from the top and about Y."""
    a, b = math.radians(polar), math.radians(turn)
    return (r * math.sin(a) * math.cos(b), r * math.cos(a), r * math.sin(a) * math.sin(b))


def between(a: Point3, b: Point3, t: float, r: float) -> Point3:
    """A point of the arc from a to b at radius r."""
    p = [a[i] + t * (b[i] - a[i]) for i in range(3)]
    n = math.sqrt(sum(x * x for x in p))
    return (p[0] * r / n, p[1] * r / n, p[2] * r / n)


@family(
    "ball",
    "sport",
    nouns={
        "soccer ball": {"kind": "soccer"},
        "football": {"kind": "soccer"},
        "basketball": {"kind": "basketball"},
        "tennis ball": {"kind": "tennis"},
        "beach ball": {"kind": "beach"},
        "baseball": {"kind": "baseball"},
        "american football": {"kind": "football"},
        "rugby ball": {"kind": "football"},
        "bowling ball": {"kind": "bowling"},
        "volleyball": {"kind": "volleyball"},
        "gym ball": {"kind": "gym"},
        "exercise ball": {"kind": "gym"},
        "toy ball": {"kind": "beach"},
        "softball": {"kind": "baseball", "size": 1.2},
    },
    parameters=(
        Choice(
            "kind", ("soccer", "basketball", "tennis", "beach", "baseball", "football", "bowling", "volleyball", "gym")
        ),
        Real("size", 1.0, 0.85, 1.15, unit="", about="times the usual"),
        Real("turn", 20, 0, 70, unit="deg", about="how it has rolled"),
        Real("tilt", 15, -30, 40, unit="deg"),
        Real("seam", 1.0, 0.8, 1.4, unit="", about="width of the seams"),
        Whole("panels", 6, 4, 8, about="of a beach ball"),
        Whole("stitches", 28, 20, 36),
        Flag("stripes", 0.6),
        Flag("valve", 0.5),
    ),
    slots={
        "skin": ("paint:#f2f2ee", "paint:#e9e4d8"),
        "orange": ("leather:#c8662a", "leather:#b5551f"),
        "felt": ("wool:#cfe04a", "wool:#d8d838"),
        "brown": ("leather:#7a3f22", "leather:#8a4a28"),
        "gloss": ("paint:#20306e", "paint:#8a1220", "obsidian", "paint:#3a1a5a"),
        "rubber": ("rubber:#2f8ac0", "rubber:#d8407a", "rubber:#5a9a3c"),
        "dark": ("paint:#1a1b1f", "paint:#22305e"),
        "stitch": ("paint:#c02020",),
        "white": ("paint:#f4f2ec",),
        "red": ("paint:#d8322a", "paint:#f08a1c"),
        "blue": ("paint:#2a62c8", "paint:#1f9a8a"),
        "yellow": ("paint:#f2c21c",),
    },
    words={"stripes": {"stripes": True}, "striped": {"stripes": True}},
    paints={"panels": "dark", "patches": "dark", "seams": "dark", "stitches": "stitch"},
    height=(0.05, 0.75),
)
def ball(v: Values) -> Draft:
    """Lies on the ground."""
    r = RADII[v.kind] * v.size
    d = Draft(extent=2 * r * (1.35 if v.kind == "football" else 1.0))
    k = 0.014 * r * v.seam
    high = r

    def add(name: str, solid: Node, slot: str, group: str | None = None) -> None:
        y = 0.72 * r if v.kind == "football" else r
        d.add(name, solid.rotate(x=v.tilt if v.kind != "football" else 0, y=v.turn).move(y=y), slot, group=group)

    skin = {"basketball": "orange", "tennis": "felt", "football": "brown", "bowling": "gloss", "gym": "rubber"}.get(
        v.kind, "skin"
    )
    if v.kind == "football":
        body = lathe(
            [
                (0.72 * r * (1 - (t / 1.28) ** 2) ** 0.75 if abs(t) < 1.27 else 0.0, t * r)
                for t in [-1.28 + 2.56 * i / 28 for i in range(29)]
            ]
        )
        add("skin", body.rotate(z=90), skin)
        top = 0.72 * r
        add(
            "laces",
            union(
                box(0.7 * r, 0.05 * r, 0.05 * r, 0.015 * r).move(y=0.985 * top),
                *(box(0.05 * r, 0.06 * r, 0.2 * r, 0.015 * r).move((i - 3) * 0.1 * r, 0.99 * top, 0) for i in range(7)),
            ),
            "white",
        )
        if v.stripes:
            for i, s in enumerate((1, -1)):
                t = 0.72
                q = 0.72 * r * (1 - (t / 1.28) ** 2) ** 0.75
                q2 = 0.72 * r * (1 - ((t + 0.11) / 1.28) ** 2) ** 0.75
                band = lathe(
                    [(0.5 * q, t * r), (1.015 * q, t * r), (1.015 * q2, (t + 0.11) * r), (0.5 * q2, (t + 0.11) * r)]
                ).rotate(z=-90)
                add(f"stripe_{i + 1}", band if s > 0 else band.mirror("x"), "white", "stripes")
        high = 1.44 * r
    else:
        body = sphere(r)
        if v.kind == "bowling":
            body = body - union(
                *(
                    cylinder(0.12 * r, 0.7 * r).move(x, r, z)
                    for x, z in ((0, 0.12 * r), (0.25 * r, -0.2 * r), (-0.25 * r, -0.2 * r))
                )
            ).rotate(x=38)
        add("skin", body, skin)
    if v.kind == "soccer":
        tops = [
            (0.0, 0.0),
            *((63.43, 72.0 * i) for i in range(5)),
            *((116.57, 36 + 72.0 * i) for i in range(5)),
            (180.0, 0.0),
        ]
        patches = [
            cylinder(0.36 * r, r, sides=5).rotate(y=0 if p < 90 else 180).move(y=r).rotate(z=-p).rotate(y=-t)
            for p, t in tops
        ]
        add("patches", intersection(sphere(1.008 * r), union(*patches)), "dark")
        verts = [on_ball(r, p, t) for p, t in tops]
        seams = [
            sweep([between(a, b, t, r) for t in (0.3, 0.5, 0.7)], k, sides=8)
            for i, a in enumerate(verts)
            for b in verts[i + 1 :]
            if math.dist(a, b) < 1.2 * r
        ]
        add("seams", union(*seams), "dark")
    elif v.kind == "basketball":
        ring = torus(r, 1.3 * k)
        arc = torus(0.8 * r, 1.3 * k).move(y=0.6 * r)
        add("seams", union(ring, ring.rotate(x=90), arc.rotate(z=90), arc.rotate(z=-90)), "dark")
    elif v.kind in ("tennis", "baseball"):

        def curve(t: float) -> Point3:
            return (
                r * (0.72 * math.cos(t) + 0.28 * math.cos(3 * t)),
                r * (0.72 * math.sin(t) - 0.28 * math.sin(3 * t)),
                r * 2 * math.sqrt(0.72 * 0.28) * math.sin(2 * t),
            )

        add(
            "seam",
            sweep(
                [curve(math.tau * i / 48) for i in range(48)],
                0.03 * r if v.kind == "tennis" else 0.012 * r,
                closed=True,
                sides=8,
            ),
            "white" if v.kind == "tennis" else "stitch",
        )
        if v.kind == "baseball":
            n = 2 * v.stitches
            st = []
            for i in range(n):
                t = math.tau * i / n
                p, q = curve(t), curve(t + 0.03)
                u = [q[j] - p[j] for j in range(3)]
                w = [p[1] * u[2] - p[2] * u[1], p[2] * u[0] - p[0] * u[2], p[0] * u[1] - p[1] * u[0]]
                m = 0.085 * r / math.sqrt(sum(x * x for x in w))
                f = 0.06 * r / math.sqrt(sum(x * x for x in u))
                st.append(
                    sweep(
                        [tuple(p[j] + s * w[j] * m + abs(s) * u[j] * f for j in range(3)) for s in (-1, 0, 1)],
                        0.014 * r,
                        smooth=False,
                        sides=5,
                    )
                )
            add("stitches", union(*st), "stitch")
    elif v.kind in ("beach", "gym"):
        if v.kind == "beach":
            for i in range(v.panels):
                slot = (
                    ("red", "white", "blue", "white", "yellow", "white", "red", "white")[i]
                    if v.stripes
                    else ("red", "yellow", "blue")[i % 3]
                )
                if slot == "white":
                    continue
                a0 = 2 * math.pi * i / v.panels
                a1 = a0 + 2 * math.pi / v.panels
                wedge = lathe(
                    [(0.0, -1.1 * r), (1.2 * r, -1.1 * r), (1.2 * r, 1.1 * r), (0.0, 1.1 * r)],
                    degrees=math.degrees(a1 - a0),
                ).rotate(y=math.degrees(a0))
                add(f"panel_{i + 1}", intersection(sphere(1.004 * r), wedge), slot, "panels")
            add(
                "caps",
                union(
                    cylinder(0.16 * r, 0.06 * r, bevel=0.01 * r).move(y=0.985 * r),
                    cylinder(0.16 * r, 0.06 * r, bevel=0.01 * r).move(y=-0.985 * r),
                ).rotate(z=8),
                "white",
            )
        else:
            add(
                "ribs",
                union(
                    *(
                        torus(r * math.cos(math.radians(a)), 1.2 * k).move(y=r * math.sin(math.radians(a)))
                        for a in (-60, -40, -20, 0, 20, 40, 60)
                    )
                ),
                "rubber",
            )
    elif v.kind == "volleyball":
        pair = torus(0.94 * r, 1.2 * k).move(y=0.34 * r).mirrored("y")
        add("seams", union(pair, pair.rotate(x=90), pair.rotate(z=90)), "dark")
        if v.stripes:
            add(
                "patches",
                intersection(
                    sphere(1.004 * r),
                    union(
                        box(0.66 * r, 3 * r, 0.66 * r), box(3 * r, 0.66 * r, 0.66 * r), box(0.66 * r, 0.66 * r, 3 * r)
                    ),
                ),
                "blue",
            )
    if v.valve and v.kind in ("soccer", "basketball", "volleyball", "gym", "beach"):
        x, y, z = on_ball(r, 62, 70)
        add("valve", sphere(0.035 * r).move(x, y, z), "dark")
    d.point("grip", (0, 0.72 * r if v.kind == "football" else r, 0), size=2 * r)
    d.point("top", (0, high if v.kind == "football" else 2 * r, 0), size=r)
    return d
