"""Balls of all games; dumbbells, boxing gloves, bowling pins."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, bone, box, cylinder, intersection, lathe, organic, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import ribbed

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


@family(
    "dumbbell",
    "sport",
    nouns={
        "kettlebell": {"kind": "kettlebell"},
        "barbell": {"kind": "barbell"},
        "weights": {"kind": "dumbbell"},
        "weight": {"kind": "dumbbell"},
        "gym weights": {"kind": "barbell"},
        "hand weight": {"kind": "dumbbell"},
    },
    parameters=(
        Choice("kind", ("dumbbell", "kettlebell", "barbell")),
        Choice("head", ("hex", "plates", "round")),
        Real("length", 0.32, 0.26, 0.4),
        Real("radius", 0.07, 0.055, 0.09, about="of a head"),
        Real("bar", 0.015, 0.013, 0.018),
        Whole("plates", 3, 2, 4),
        Whole("rings", 10, 6, 14, about="of the grip"),
        Real("thickness", 0.024, 0.018, 0.032, about="of a plate"),
        Flag("band", 0.6),
    ),
    slots={
        "head": ("cast iron", "rubber", "paint:#c02a22", "paint:#2a62b8", "paint:#e0a81c", "gunmetal"),
        "bar": ("chrome", "steel"),
        "trim": ("chrome", "paint:#e8e8e8", "paint:#e0a81c", "brass"),
    },
    words={"hex": {"head": "hex"}, "round": {"head": "round"}, "plates": {"head": "plates"}},
    paints={"handle": "bar", "grip": "bar", "weights": "head"},
    height=(0.09, 0.5),
)
def dumbbell(v: Values) -> Draft:
    """Lies on the ground along x."""
    r, b = v.radius, v.bar
    if v.kind == "kettlebell":
        k = 1.35 * r
        d = Draft(extent=3.1 * k)
        d.add(
            "body",
            lathe(
                [
                    (0.62 * k, 0),
                    (0.72 * k, 0.02 * k),
                    (0.95 * k, 0.5 * k),
                    (k, 0.95 * k),
                    (0.88 * k, 1.45 * k),
                    (0.55 * k, 1.8 * k),
                    (0.0, 1.9 * k),
                ],
                smooth=False,
            ),
            "head",
        )
        d.add(
            "handle",
            sweep(
                [
                    (-0.62 * k, 1.5 * k, 0),
                    (-0.78 * k, 2.2 * k, 0),
                    (-0.5 * k, 2.75 * k, 0),
                    (0, 2.85 * k, 0),
                    (0.5 * k, 2.75 * k, 0),
                    (0.78 * k, 2.2 * k, 0),
                    (0.62 * k, 1.5 * k, 0),
                ],
                [0.24 * k, 0.2 * k, 0.18 * k, 0.18 * k, 0.18 * k, 0.2 * k, 0.24 * k],
            ),
            "head",
        )
        if v.band:
            d.add("band", torus(1.0 * k, 0.05 * k).scale(1, 1.6, 1).move(y=0.93 * k), "trim")
        d.add("badge", cylinder(0.36 * k, 0.1 * k, bevel=0.02 * k).rotate(x=90 - 4).move(0, 0.95 * k, 0.98 * k), "trim")
        d.point("grip", (0, 2.8 * k, 0), up=(1, 0, 0), size=0.36 * k)
        d.point("top", (0, 3 * k, 0), size=k)
        return d
    n = v.length if v.kind == "dumbbell" else 1.5
    big = r if v.kind == "dumbbell" else 2.5 * r
    d = Draft(extent=n)
    hold = (0.13 if v.kind == "dumbbell" else 1.0) / 2
    y = big * (math.cos(math.pi / 6) if v.head == "hex" and v.kind == "dumbbell" else 1.0)
    d.add(
        "bar",
        cylinder(b, n if v.head == "plates" or v.kind == "barbell" else 2 * hold + 0.06, bevel=0.003)
        .rotate(z=90)
        .move(y=y),
        "bar",
    )
    d.add(
        "grip",
        ribbed(1.7 * hold, 1.25 * b, v.rings, 0.08, 0.08).rotate(z=90).move(0.85 * hold, y)
        if v.kind == "dumbbell"
        else union(*(ribbed(0.22, 1.12 * b, v.rings, 0.06, 0.0).rotate(z=90).move(x, y) for x in (0.38, -0.16))),
        "bar",
    )
    for name, s in (("left", 1), ("right", -1)):
        if v.kind == "dumbbell" and v.head != "plates":
            w = (n / 2 - hold) * 1.0
            if v.head == "hex":
                head = union(
                    cylinder(big, 0.7 * w, sides=6, bevel=0.1 * big).rotate(y=30),
                    cylinder(0.72 * big, w, sides=6, bevel=0.05 * big).rotate(y=30),
                ).rotate(z=90)
            else:
                head = cylinder(big, w, bevel=0.22 * w).rotate(z=90)
            d.add(f"head_{name}", head.move(s * (hold + w / 2), y), "head", group="heads")
            if v.band:
                d.add(
                    f"cap_{name}",
                    cylinder(0.45 * big, 0.02, bevel=0.004).rotate(z=90).move(s * (n / 2 - 0.002), y),
                    "trim",
                    group="caps",
                )
        else:
            x = hold
            d.add(
                f"collar_{name}",
                cylinder(1.8 * b, 0.014, bevel=0.003).rotate(z=90).move(s * (x + 0.002), y),
                "trim",
                group="collars",
            )
            for i in range(v.plates):
                rad = big * (1 - 0.16 * i)
                t = v.thickness * (1.0 if v.kind == "dumbbell" else 1.6)
                plate = cylinder(rad, t, bevel=0.2 * t)
                if i == v.plates - 1:
                    plate = plate - lathe(
                        [
                            (0.45 * rad, 0.3 * t),
                            (0.8 * rad, 0.3 * t),
                            (0.84 * rad, t),
                            (0.42 * rad, t),
                            (0.45 * rad, 0.3 * t),
                        ]
                    )
                plate = plate.rotate(z=-90 * s)
                d.add(
                    f"plate_{name}_{i + 1}",
                    plate.move(s * (x + 0.006 + t * (0.5 + 0.88 * i)), y),
                    "head",
                    group="plates",
                )
            end = x + 0.006 + v.thickness * (1.0 if v.kind == "dumbbell" else 1.6) * (0.95 * v.plates)
            d.add(
                f"nut_{name}",
                union(
                    cylinder(2.0 * b, 0.022, sides=6, bevel=0.002).rotate(z=90),
                    cylinder(1.5 * b, 0.04, bevel=0.002).rotate(z=90),
                ).move(s * (end + 0.006), y),
                "trim",
                group="nuts",
            )
    d.point("grip", (0, y, 0), up=(1, 0, 0), size=2 * b)
    d.point("top", (0, y + b, 0), size=2 * b)
    return d


@family(
    "boxing glove",
    "sport",
    nouns={
        "boxing gloves": {},
        "glove": {"kind": "boxing"},
        "baseball glove": {"kind": "mitt"},
        "catcher's mitt": {"kind": "mitt"},
        "baseball mitt": {"kind": "mitt"},
    },
    parameters=(
        Choice("kind", ("boxing", "mitt")),
        Real("height", 0.3, 0.25, 0.36),
        Real("width", 0.58, 0.5, 0.66, unit="", about="share of the height"),
        Real("fullness", 1.0, 0.88, 1.14, unit=""),
        Real("thumb", 1.0, 0.85, 1.2, unit=""),
        Whole("laces", 5, 3, 7),
        Flag("strap", 0.5),
        Flag("star", 0.4),
        Real("cuff", 0.3, 0.24, 0.36, unit="", about="share of the height"),
    ),
    slots={
        "leather": ("leather:#b01f1c", "leather:#1f3f8a", "leather:#20222a", "leather:#8a5a30", "leather:#d8a020"),
        "cuff": ("leather:#f0ece0", "leather:#20222a", "leather:#b01f1c"),
        "lace": ("fabric:#f0ece0", "fabric:#e8c840"),
        "star": ("gold", "paint:#f0ece0"),
    },
    words={"laces": {"strap": False}, "strap": {"strap": True}},
    paints={"glove": "leather", "laces": "lace"},
    height=(0.2, 0.45),
)
def boxing_glove(v: Values) -> Draft:
    """Stands on its cuff; its back toward +z, the thumb toward +x."""
    h = v.height
    w = v.width * h * v.fullness
    d = Draft(extent=h)
    c = v.cuff * h
    if v.kind == "boxing":
        body = organic(
            [
                bone((0, 0.62 * h, 0), (0, 0.74 * h, 0.02 * h), 0.4 * w, 0.44 * w),
                bone((0, 0.7 * h, 0.05 * h), (-0.02 * h, 0.62 * h, 0.1 * h), 0.42 * w, 0.36 * w),
                bone((0, c, 0), (0, 0.55 * h, 0), 0.3 * w, 0.34 * w),
            ],
            blend=0.1 * h,
            cells=56,
        )
        d.add("glove", body, "leather")
        q = 0.15 * w * v.thumb
        d.add(
            "thumb",
            organic(
                [
                    bone((0.25 * w, 0.42 * h, 0.1 * w), (0.5 * w, 0.56 * h, 0.2 * w), 1.2 * q, 1.25 * q),
                    bone((0.5 * w, 0.56 * h, 0.2 * w), (0.42 * w, 0.72 * h, 0.34 * w), 1.25 * q, 1.05 * q),
                ],
                blend=0.04 * h,
                cells=40,
            ),
            "leather",
        )
        d.add(
            "cuff",
            lathe(
                [
                    (0.0, 0.03 * h),
                    (0.26 * w, 0.0),
                    (0.39 * w, 0.0),
                    (0.4 * w, 0.03 * h),
                    (0.355 * w, c),
                    (0.3 * w, c + 0.04 * h),
                    (0.0, c + 0.04 * h),
                ]
            ),
            "cuff",
        )
        d.add(
            "trim",
            union(torus(0.375 * w, 0.035 * w).move(y=0.012 * h + 0.01), torus(0.345 * w, 0.03 * w).move(y=c)),
            "leather",
        )
        if v.strap:
            d.add(
                "strap",
                lathe([(0.3 * w, 0.35 * c), (0.42 * w, 0.35 * c), (0.41 * w, 0.75 * c), (0.3 * w, 0.75 * c)]),
                "lace",
            )
        else:
            zig: list[Point3] = []
            for i in range(v.laces):
                y = (0.15 + 0.7 * i / (v.laces - 1)) * c
                zig += [
                    (-0.1 * w, y, -0.375 * w + 0.02 * w * i / v.laces),
                    (0.1 * w, y + 0.06 * c, -0.375 * w + 0.02 * w * i / v.laces),
                ]
            d.add("laces", sweep(zig, 0.016 * w * 1.6, smooth=False), "lace")
        if v.star:
            d.add(
                "badge", cylinder(0.13 * w, 0.04 * w, bevel=0.008 * w).rotate(x=90).move(0, 0.5 * c, 0.375 * w), "star"
            )
    else:
        bones = [bone((0, 0.2 * h, 0), (0, 0.45 * h, 0), 0.26 * h, 0.25 * h)]
        for i, x in enumerate((-0.24, -0.08, 0.08, 0.22)):
            bones.append(
                bone((x * h, 0.5 * h, 0), (1.35 * x * h, (0.86, 0.95, 0.95, 0.86)[i] * h, 0.06 * h), 0.09 * h, 0.06 * h)
            )
        bones.append(bone((0.22 * h, 0.3 * h, 0.05 * h), (0.4 * h * v.thumb, 0.66 * h, 0.14 * h), 0.1 * h, 0.07 * h))
        d.add(
            "glove",
            organic(
                bones,
                blend=0.03 * h,
                minus=[
                    bone((0, 0.42 * h, 0.3 * h), (0, 0.5 * h, 0.32 * h), 0.2 * h),
                    bone((0, -0.3 * h, 0), (0, -0.28 * h, 0), 0.3 * h),
                ],
                cells=64,
            ),
            "leather",
        )
        d.add(
            "web",
            union(box(0.2 * h, 0.2 * h, 0.03 * h, 0.01 * h).rotate(z=-8).move(0.29 * h, 0.7 * h, 0.08 * h)),
            "cuff",
        )
        d.add(
            "laces",
            union(
                *(
                    sweep(
                        [
                            (-0.3 * h + 0.02 * h, (0.7 + 0.035 * i) * h, 0.08 * h),
                            (0, (0.73 + 0.035 * i) * h, 0.13 * h),
                            (0.3 * h, (0.7 + 0.035 * i) * h, 0.1 * h),
                        ],
                        0.011 * h,
                    )
                    for i in range(2)
                )
            ),
            "lace",
        )
    d.point("grip", (0, 0.2 * h, 0), size=w)
    d.point("top", (0, h, 0), size=w)
    return d


@family(
    "bowling pin",
    "sport",
    nouns={"skittle": {"stripes": 2}, "ninepin": {}, "bowling pins": {"count": 10}, "pin": {}},
    parameters=(
        Real("height", 0.38, 0.32, 0.44),
        Real("belly", 0.158, 0.14, 0.18, unit="", about="radius, share of the height"),
        Real("neck", 0.062, 0.055, 0.075, unit=""),
        Real("head", 0.088, 0.08, 0.1, unit=""),
        Whole("stripes", 2, 1, 3),
        Whole("count", 1, 1, 10),
        Flag("crown", 0.35),
        Flag("base", 0.7),
        Real("stripe", 0.018, 0.014, 0.026, unit="", about="height of a stripe, share"),
    ),
    slots={
        "pin": ("paint:#f2efe6", "birch", "paint:#e8e2d0"),
        "stripe": ("paint:#c8201c", "paint:#1f4fa8", "gold", "paint:#20242c"),
        "base": ("rubber", "paint:#c8201c", "gunmetal"),
    },
    words={"stripes": {"stripes": 2}},
    height=(0.3, 0.46),
    floats=True,
)
def bowling_pin(v: Values) -> Draft:
    """One, or a rack of ten with its head pin toward +z."""
    h = v.height
    d = Draft(extent=h if v.count < 3 else 2.4 * h)
    b, n, k = v.belly * h, v.neck * h, v.head * h
    shape = [
        (0.5 * b, 0.0),
        (0.62 * b, 0.02 * h),
        (0.86 * b, 0.15 * h),
        (b, 0.32 * h),
        (0.9 * b, 0.45 * h),
        (1.15 * n, 0.62 * h),
        (n, 0.69 * h),
        (0.85 * k, 0.8 * h),
        (k, 0.88 * h),
        (0.8 * k, 0.96 * h),
        (0.0, h),
    ]
    spots = [(x - 0.5 * row, -row) for row in range(4) for x in range(row + 1)][: v.count]
    step = 0.62 * h
    mid = sum(z for _, z in spots) / len(spots)
    for i, (x, z) in enumerate(spots):
        at = (x * step, 0.0, (z - mid) * 0.87 * step)
        d.add(f"pin_{i + 1}", lathe(shape, smooth=True).move(*at), "pin", group="pins")
        rings = [
            lathe(
                [
                    (0.5 * n, y - v.stripe * h / 2),
                    (1.05 * n + 0.002, y - v.stripe * h / 2),
                    (1.05 * n + 0.002, y + v.stripe * h / 2),
                    (0.5 * n, y + v.stripe * h / 2),
                ]
            )
            for y in [(0.665 + 0.035 * j) * h for j in range(v.stripes)]
        ]
        d.add(f"stripes_{i + 1}", union(*rings).move(*at), "stripe", group="stripes")
        if v.base:
            d.add(
                f"base_{i + 1}",
                cylinder(0.63 * b, 0.02 * h, bevel=0.004 * h).move(at[0], 0.01 * h, at[2]),
                "base",
                group="bases",
            )
        if v.crown:
            d.add(
                f"crown_{i + 1}",
                cylinder(0.45 * b, 0.04 * h, sides=5).rotate(x=90).move(at[0], 0.36 * h, at[2] + 0.96 * b),
                "stripe",
                group="crowns",
            )
    d.point("grip", (0, 0.68 * h, 0), size=2 * n)
    d.point("top", (0, h, 0), size=2 * k)
    return d
