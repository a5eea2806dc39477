"""Tent: a ridge tent, a tipi of poles, or a round pavilion."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, hull, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import arched, flag, gable_roof


@family(
    "tent",
    "building",
    nouns={
        "camping tent": {"kind": "ridge"},
        "circus tent": {"kind": "round", "stripes": True, "radius": 4.5},
        "tipi": {"kind": "tipi"},
        "teepee": {"kind": "tipi"},
        "wigwam": {"kind": "tipi"},
        "pavilion": {"kind": "round"},
        "yurt": {"kind": "round", "radius": 3},
        "big top": {"kind": "round", "stripes": True},
        "marquee": {"kind": "round"},
    },
    parameters=(
        Choice("kind", ("ridge", "tipi", "round")),
        Real("width", 2.6, 2.0, 3.4),
        Real("length", 3.2, 2.6, 4.2),
        Real("height", 1.9, 1.6, 2.6),
        Real("radius", 2.6, 2.0, 4.5),
        Whole("poles", 7, 5, 9),
        Whole("panels", 12, 8, 16),
        Flag("stripes", 0.4),
        Flag("open", 0.7),
        Flag("flag", 0.5),
        Flag("ropes", 0.8),
    ),
    slots={
        "cloth": ("canvas", "fabric:#c8692c", "fabric:#3f7a5a", "fabric:#2f5f9a", "fabric:#b5302a"),
        "stripe": ("fabric:#f0e8d2", "fabric:#e0a92c"),
        "pole": ("oak", "bamboo"),
        "rope": ("rope",),
        "dark": ("fabric:#2a2420",),
        "flag": ("fabric:#d9302a", "fabric:#e8b22c"),
        "metal": ("iron",),
    },
    words={
        "flag": {"flag": True},
        "ropes": {"ropes": True},
        "stripes": {"stripes": True},
        "striped": {"stripes": True},
        "open": {"open": True},
    },
    paints={"fabric": "cloth", "canvas": "cloth", "poles": "pole", "stripes": "stripe"},
    height=(1.5, 9),
)
def tent(v: Values) -> Draft:
    """A ridge tent, a tipi of poles, or a round pavilion."""
    if v.kind == "ridge":
        w, n, h = v.width / 2, v.length / 2, v.height
        d = Draft(extent=2.2 * n)
        shell = gable_roof(2 * w, 2 * n, h - 0.05, 0.06, 0.07, 0.06).move(y=0.02)
        back = extrude([(-w, 0.0), (w, 0.0), (0, h)], 0.06).move(z=-n + 0.1)
        d.add("cloth", union(shell - box(99, 9, 99).move(y=-4.5), back), "cloth")
        d.add(
            "flaps",
            union(
                hull(
                    [
                        (0.5 * w, 0, n - 0.1),
                        (1.0 * w, 0, n - 0.1),
                        (0.06, 0.94 * h, n - 0.1),
                        (0.55 * w, 0, n - 0.02),
                        (1.0 * w, 0, n - 0.02),
                    ]
                ).mirrored(),
                box(0.06, 0.04, 0.06).move(y=h - 0.05, z=n - 0.1),
            )
            if v.open
            else extrude([(-w, 0), (w, 0), (0, h - 0.04)], 0.06).move(z=n - 0.12),
            "stripe" if v.stripes else "cloth",
        )
        d.add("floor", box(2 * w - 0.05, 0.05, 2 * n - 0.1).move(y=0.025), "dark")
        d.add(
            "poles",
            union(
                *(cylinder(0.035, h + 0.3).move(y=(h + 0.3) / 2, z=s * (n + 0.02)) for s in (1, -1)),
                cylinder(0.035, 2 * n + 0.1).rotate(x=90).move(y=h + 0.03),
            ),
            "pole",
        )
        if v.stripes:
            d.add(
                "stripes",
                (
                    gable_roof(2 * w, 2 * n, h - 0.05, 0.06, 0.085, 0.06).move(y=0.02)
                    & union(*(box(9, 9, 0.25).move(z=-n + 0.5 + 0.7 * i) for i in range(int(2 * n / 0.7))))
                )
                - box(99, 9, 99).move(y=-4.5),
                "stripe",
            )
        if v.ropes:
            lines = [sweep([(0, h + 0.2, s * n), (0, 0.02, s * (n + 0.9))], 0.018, sides=6) for s in (1, -1)] + [
                sweep([(q * (w + 0.03), 0.05, z), (q * (w + 0.5), 0.02, z)], 0.018, sides=6)
                for q in (1, -1)
                for z in (-0.7 * n, 0.7 * n)
            ]
            d.add("ropes", union(*lines), "rope")
            pegs = [(0, s * (n + 0.9)) for s in (1, -1)] + [
                (q * (w + 0.5), z) for q in (1, -1) for z in (-0.7 * n, 0.7 * n)
            ]
            d.add("pegs", union(*(cylinder(0.03, 0.18).move(x, 0.09, z) for x, z in pegs)), "pole")
        if v.flag:
            pole, cloth = flag(0.8, 0.5, 0.04)
            d.add("flag_pole", pole.move(y=h, z=n), "pole")
            d.add("flag", cloth.move(y=h, z=n), "flag")
        d.point("top", (0, h, 0), size=0.3)
        return d
    if v.kind == "tipi":
        r, h = 0.62 * v.width, 1.55 * v.height
        d = Draft(extent=1.25 * h)
        body = lathe([(r, 0), (0.1 * r, h)])
        if v.open:
            body = body - cylinder(0.9 * r, 0.86 * h, 0.06 * r).move(y=0.4 * h)
        hole = extrude([(-0.34 * r, 0), (0.34 * r, 0), (0, 0.55 * h)], 2 * r).move(z=r)
        d.add("cloth", body - hole if v.open else body, "cloth")
        if v.open:
            d.add("inside", cylinder(0.86 * r, 0.05).move(y=0.025), "dark")
        rods = []
        for i in range(v.poles):
            a = 2 * math.pi * (i + 0.5) / v.poles + math.pi / 2
            c, s = math.cos(a), math.sin(a)
            rods.append(sweep([(1.0 * r * c, 0.0, 1.0 * r * s), (-0.17 * r * c, 1.18 * h, -0.17 * r * s)], 0.035))
        d.add("poles", union(*rods), "pole")
        bands = [
            lathe(
                [
                    (r * (1 - 0.9 * t) + 0.025, h * t),
                    (r * (1 - 0.9 * (t + 0.06)) + 0.025, h * (t + 0.06)),
                    (r * (1 - 0.9 * (t + 0.06)) - 0.03, h * (t + 0.06)),
                    (r * (1 - 0.9 * t) - 0.03, h * t),
                ]
            )
            for t in (0.06, 0.6)
        ]
        band = union(*bands)
        d.add("bands", band - hole if v.open else band, "stripe")
        zig = union(
            *(
                extrude([(-0.2 * r, 0), (0.2 * r, 0), (0, 0.14 * h)], 0.07)
                .rotate(x=-math.degrees(math.atan2(0.9 * r, h)))
                .move(y=0.24 * h, z=r * (1 - 0.9 * 0.24))
                .rotate(y=360 * i / 8 + 22.5)
                for i in range(8)
                if v.stripes or i % 2
            )
        )
        d.add("zigzag", zig - hole if v.open else zig, "stripe")
        d.point("top", (0, h, 0), size=0.3)
        return d
    r, h = v.radius, v.height * 1.1
    d = Draft(extent=max(2.2 * r, 2.2 * h))
    tall = 0.8 * r
    wall = cylinder(r, h, sides=2 * v.panels).move(y=h / 2)
    roof = lathe(
        [
            (1.1 * r, h - 0.06),
            (1.1 * r, h + 0.02),
            (0.62 * r, h + 0.32 * tall),
            (0.25 * r, h + 0.7 * tall),
            (0.03 * r, h + tall),
        ],
        sides=2 * v.panels,
    )
    hole = extrude(arched(0.6 * r, 0.8 * h, True), 2 * r).move(z=1.2 * r)
    d.add("walls", wall - hole if v.open else wall, "cloth")
    if v.open:
        d.add("doorway", extrude(arched(0.62 * r, 0.82 * h, True), 0.2).move(z=0.2 * r), "dark")
    d.add("roof", roof, "cloth")
    if v.stripes:
        wedge = math.pi / v.panels
        strips = union(
            *(
                hull(
                    [(0, y, 0.0) for y in (0, h + tall)]
                    + [(s * 2 * r * math.tan(wedge / 2), y, 2 * r) for s in (1, -1) for y in (0, h + tall)]
                ).rotate(y=720 * i / (2 * v.panels) + 90 / v.panels)
                for i in range(v.panels)
            )
        )
        grown = union(wall.scale(1.012, 0.998, 1.012), roof.move(y=-h).scale(1.012, 1.01, 1.012).move(y=h)) & strips
        d.add("stripes", grown - hole if v.open else grown, "stripe")
    fringe = lathe(
        [(1.0 * r, h - 0.22), (1.12 * r, h - 0.22), (1.12 * r, h + 0.03), (1.0 * r, h + 0.03)], sides=2 * v.panels
    )
    d.add("fringe", fringe, "stripe" if not v.stripes else "flag")
    d.add("pole", cylinder(0.05 + 0.01 * r, h + tall + 0.4).move(y=(h + tall + 0.4) / 2), "pole")
    d.add("knob", sphere(0.09 * r).move(y=h + tall + 0.05), "metal")
    if v.ropes:
        d.add(
            "ropes",
            union(
                *(
                    sweep([(1.1 * r, h, 0), (1.45 * r, 0.03, 0)], 0.025, sides=6).rotate(y=360 * i / 8 + 22)
                    for i in range(8)
                ),
                cylinder(0.04, 0.2).move(x=1.45 * r, y=0.1).rotate(y=22).around(8),
            ),
            "rope",
        )
    if v.flag:
        pole, cloth = flag(1.3, 0.9, 0.06)
        d.add("flag_pole", pole.move(y=h + tall), "pole")
        d.add("flag", cloth.move(y=h + tall), "flag")
    d.point("top", (0, h + tall, 0), size=0.3)
    return d
