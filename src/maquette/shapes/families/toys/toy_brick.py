"""Toy bricks."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import star

BRIGHT = ("paint:#d8281e", "paint:#1f62c0", "paint:#f2c21c", "paint:#2fa04a", "paint:#e8762a")


@family(
    "toy brick",
    "toy",
    nouns={
        "building brick": {},
        "lego brick": {},
        "lego": {},
        "building block": {},
        "toy block": {"letter": True},
        "alphabet block": {"letter": True},
        "brick toy": {},
        "toy bricks": {"layers": 3},
        "block": {},
    },
    parameters=(
        Whole("studs", 4, 2, 6, about="along its length"),
        Whole("rows", 2, 1, 3),
        Whole("layers", 1, 1, 4),
        Real("size", 0.032, 0.02, 0.05, about="from stud to stud"),
        Real("stud", 0.3, 0.27, 0.34, unit="", about="radius of a stud, share"),
        Real("bevel", 0.03, 0.015, 0.05, unit=""),
        Flag("letter", 0.15, about="a wooden block with letters"),
        Real("turn", 12, -30, 30, unit="deg"),
        Flag("offset", 0.6),
    ),
    slots={"brick": BRIGHT, "second": BRIGHT, "third": BRIGHT, "wood": ("birch", "pine")},
    words={"letter": {"letter": True}},
    paints={"block": "brick", "studs": "brick"},
    height=(0.02, 0.3),
)
def toy_brick(v: Values) -> Draft:
    """Stands on the ground; layers are staggered."""
    s = v.size
    if v.letter:
        n = 1.6 * s
        d = Draft(extent=n)
        d.add("block", box(n, n, n, 0.05 * n).move(y=n / 2), "wood")
        frame = extrude(
            [(-0.42 * n, -0.42 * n), (0.42 * n, -0.42 * n), (0.42 * n, 0.42 * n), (-0.42 * n, 0.42 * n)],
            1.03 * n,
            holes=[[(-0.34 * n, -0.34 * n), (0.34 * n, -0.34 * n), (0.34 * n, 0.34 * n), (-0.34 * n, 0.34 * n)]],
        )
        d.add("frame_front", frame.move(y=n / 2), "brick")
        d.add("frame_side", frame.rotate(y=90).move(y=n / 2), "second")
        d.add(
            "frame_top",
            frame.rotate(x=90).scale(1, 1.0, 1).move(y=n / 2) & box(2 * n, n, 2 * n).move(y=0.55 * n),
            "third",
        )
        a = extrude(
            [
                (-0.24 * n, -0.26 * n),
                (-0.12 * n, -0.26 * n),
                (-0.07 * n, -0.1 * n),
                (0.07 * n, -0.1 * n),
                (0.12 * n, -0.26 * n),
                (0.24 * n, -0.26 * n),
                (0.06 * n, 0.28 * n),
                (-0.06 * n, 0.28 * n),
            ],
            1.04 * n,
            holes=[[(-0.04 * n, 0.0), (0.04 * n, 0.0), (0.0, 0.13 * n)]],
        )
        d.add("letter", a.move(y=n / 2), "second")
        d.add("star", extrude(star(0.28 * n, 5), 1.04 * n).rotate(y=90).move(y=n / 2), "third")
        d.point("grip", (0, n / 2, 0), size=n)
        d.point("top", (0, n, 0), size=n)
        return d
    h = 1.18 * s
    a, b = v.studs * s, v.rows * s
    d = Draft(extent=max(a * 1.3, v.layers * h))
    for i in range(v.layers):
        slot = ("brick", "second", "third")[i % 3]
        shift = (s if i % 2 else 0.0) if v.offset else 0.0
        stud = cylinder(v.stud * s, 0.22 * s, bevel=0.03 * s).move(y=h + 0.08 * s)
        studs = [
            stud.move((x - (v.studs - 1) / 2) * s, 0, (z - (v.rows - 1) / 2) * s)
            for x in range(v.studs)
            for z in range(v.rows)
        ]
        body = box(a - 0.01 * s, h, b - 0.01 * s, v.bevel * s).move(y=h / 2)
        if i == 0:
            body = body - box(a - 0.3 * s, 0.85 * h, b - 0.3 * s).move(y=0.4 * h)
        grow = 1 - 0.004 * i
        d.add(
            f"brick_{i + 1}",
            union(body, *studs).scale(grow, 1, grow).move(shift, i * (h - 0.004 * s), 0),
            slot,
            group="bricks",
        )
    d.point("grip", (0, h / 2, 0), size=b)
    d.point("top", (0, v.layers * h, 0), size=a)
    return d
