"""Pyramid: courses of stone to a golden tip, or terraces with stairs to a temple."""

from __future__ import annotations

from maquette.shapes.api import box, extrude, hull, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.columns import column_parts


@family(
    "pyramid",
    "building",
    nouns={
        "egyptian pyramid": {"kind": "smooth"},
        "mayan pyramid": {"kind": "stepped", "temple": True},
        "aztec temple": {"kind": "stepped", "temple": True},
        "aztec pyramid": {"kind": "stepped", "temple": True},
        "ziggurat": {"kind": "stepped", "steps": 4},
        "step pyramid": {"kind": "stepped"},
    },
    parameters=(
        Choice("kind", ("smooth", "stepped")),
        Real("width", 24, 18, 32),
        Real("height", 0.62, 0.48, 0.75, unit="", about="relative to the width"),
        Whole("steps", 7, 4, 10),
        Real("entrance", 0.14, 0.1, 0.18, unit=""),
        Real("stairs_width", 0.16, 0.12, 0.22, unit=""),
        Flag("temple", 0.6),
        Flag("cap", 0.6),
        Flag("columns", 0.5),
        Flag("torches", 0.4),
        Flag("dunes", 0.4),
    ),
    slots={
        "stone": ("sandstone", "stone", "sandstone:#b89a6a", "stone:#8f8a7a"),
        "trim": ("sandstone:#d9bd8a", "stone:#a8a294"),
        "cap": ("gold", "sandstone:#e8d0a0"),
        "dark": ("soil:#1d1814",),
        "torch": ("glow:#ff9a2a",),
        "sand": ("sand", "grass"),
    },
    words={
        "temple": {"temple": True},
        "torches": {"torches": True},
        "entrance": {},
        "steps": {"kind": "stepped"},
        "stairs": {"kind": "stepped"},
    },
    paints={"tip": "cap", "bricks": "stone"},
    height=(7, 32),
)
def pyramid(v: Values) -> Draft:
    """Courses of stone to a golden tip, or terraces with stairs to a temple."""
    w, h = v.width, v.width * v.height
    d = Draft(extent=1.1 * max(w, h))
    e = v.entrance * w
    if v.kind == "smooth":
        n = 3 * v.steps
        cut = 0.88 if v.cap else 1.0
        courses = []
        for i in range(n):
            a, b = i / n * cut, (i + 1) / n * cut
            q = w * (1 - (a + b) / 2) / 2 * 1.0 + 0.12 * w / n
            courses.append(box(2 * q, h * (b - a) + 0.04, 2 * q).move(y=h * (a + b) / 2))
        d.add(
            "stone",
            union(
                *courses,
                hull(
                    [(s * 0.49 * w, 0, t * 0.49 * w) for s in (1, -1) for t in (1, -1)]
                    + [(0.0, h * (cut if cut < 1 else 0.99), 0.0)]
                ),
            ),
            "stone",
        )
        if v.cap:
            q = 0.13 * w / 2
            d.add("cap", hull([(s * q, 0.87 * h, t * q) for s in (1, -1) for t in (1, -1)] + [(0.0, h, 0.0)]), "cap")
        else:
            q = 0.05 * w / 2
            d.add(
                "cap",
                hull([(s * q, 0.95 * h, t * q) for s in (1, -1) for t in (1, -1)] + [(0.0, 1.005 * h, 0.0)]),
                "trim",
            )
        z = 0.5 * w - 0.2 * e
        d.add(
            "entrance",
            union(
                box(1.8 * e, 1.2 * e, 1.6 * e).move(y=0.6 * e, z=z - 0.3 * e),
                box(2.1 * e, 0.22 * e, 1.8 * e).move(y=1.22 * e, z=z - 0.3 * e),
            ),
            "trim",
        )
        d.add(
            "doorway",
            extrude([(-0.4 * e, 0), (0.4 * e, 0), (0.32 * e, 0.9 * e), (-0.32 * e, 0.9 * e)], 0.1 * e).move(
                z=z + 0.52 * e
            ),
            "dark",
        )
        d.add(
            "stairs",
            union(
                *(
                    box(1.2 * e, 0.05 * e * (4 - i), 0.25 * e).move(y=0.025 * e * (4 - i), z=z + 0.6 * e + 0.24 * e * i)
                    for i in range(4)
                )
            ),
            "trim",
        )
        front = z + 0.8 * e
        if v.columns:
            shaft, caps = column_parts(1.1 * e, 0.12 * e, 0, "plain")
            d.add("columns", union(shaft, caps).move(x=0.75 * e, z=z + 0.62 * e).mirrored(), "trim")
    else:
        n = v.steps
        q0, q1 = w / 2, 0.17 * w
        for i in range(n):
            q = q0 + (q1 - q0) * i / max(n - 1, 1)
            tall = h / n * 0.8
            d.add(
                f"terrace_{i + 1}",
                union(
                    hull(
                        [
                            (s * (q + a), y, t * (q + a))
                            for s in (1, -1)
                            for t in (1, -1)
                            for a, y in ((0.0, tall * i), (-0.12 * tall, tall * (i + 1)))
                        ]
                    ),
                    box(2 * q + 0.1, 0.16 * tall, 2 * q + 0.1).move(y=tall * (i + 0.94)),
                ),
                "stone",
                group="terraces",
            )
        top = 0.8 * h
        sw = v.stairs_width * w
        m = 4 * n
        run, z1 = q0 - q1 + 0.05 * w, q1
        flight = union(
            *(
                box(sw, top * (i + 1) / m, run / m + 0.02).move(
                    y=top * (i + 1) / m / 2, z=z1 + run * (1 - (i + 0.5) / m)
                )
                for i in range(m)
            )
        )
        d.add("stairs", flight, "trim")
        d.add(
            "stairs_sides",
            hull(
                [
                    (x, y, z)
                    for x in (sw / 2, sw / 2 + 0.04 * w)
                    for y, z in ((0, z1), (0, z1 + run), (0.05 * h, z1 + run), (top + 0.02 * h, z1))
                ]
            ).mirrored(),
            "trim",
        )
        front = z1 + run
        if v.temple:
            s = 0.22 * w
            d.add(
                "temple",
                union(
                    box(s, 0.2 * h, 0.8 * s).move(y=top + 0.1 * h),
                    box(1.12 * s, 0.04 * h, 0.92 * s).move(y=top + 0.2 * h),
                    box(0.6 * s, 0.07 * h, 0.16 * s).move(y=top + 0.245 * h),
                ).move(z=-0.02 * w),
                "stone",
            )
            d.add("doorway", box(0.3 * s, 0.14 * h, 0.1).move(y=top + 0.07 * h, z=0.4 * s - 0.02 * w + 0.02), "dark")
        if v.cap:
            d.add("altar", box(0.05 * w, 0.03 * h, 0.04 * w, 0.004 * w).move(y=top + 0.01 * h, z=0.14 * w), "cap")
        if v.columns:
            shaft, caps = column_parts(0.12 * h, 0.012 * w, 0, "plain")
            d.add(
                "columns",
                union(
                    *(
                        union(shaft, caps).move(x * 0.145 * w, top - 0.02 * h, q * 0.145 * w)
                        for x in (1, -1)
                        for q in (1, -1)
                    )
                ),
                "trim",
            )
    if v.torches:
        d.add(
            "torch_stands",
            lathe([(0.03 * w, 0), (0.018 * w, 0.01 * w), (0.012 * w, 0.05 * w), (0.03 * w, 0.07 * w)])
            .move(x=0.17 * w, z=front + 0.01 * w)
            .mirrored(),
            "trim",
        )
        d.add(
            "torches",
            lathe([(0.015 * w, 0), (0.022 * w, 0.015 * w), (0.001 * w, 0.06 * w)], smooth=True)
            .move(x=0.17 * w, y=0.067 * w, z=front + 0.01 * w)
            .mirrored(),
            "torch",
        )
    d.add(
        "ground",
        (
            lathe([(0.8 * w, -0.06 * w), (0.78 * w, 0.012 * w), (0, 0.02 * w)]).roughened(0.006 * w, 0.2 * w, octaves=2)
            if v.dunes
            else box(1.12 * w, 0.02 * w, 1.12 * w + 0.1 * w).move(y=0.01 * w, z=0.03 * w)
        )
        - box(999, 99, 999).move(y=-49.5),
        "sand",
    )
    d.extent = (1.6 if v.dunes else 1.15) * w
    d.point("top", (0, h, 0), size=0.2 * w)
    return d
