"""Typewriters: a body, round keys in rows, a carriage with a roller, paper."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across
from maquette.shapes.sub.sidewise import axle


@family(
    "typewriter",
    "electronics",
    nouns={
        "vintage typewriter": {"kind": "vintage"},
        "retro typewriter": {"kind": "portable"},
        "old typewriter": {"kind": "vintage"},
        "typing machine": {},
    },
    parameters=(
        Choice("kind", ("vintage", "portable")),
        Real("width", 0.32, 0.28, 0.37),
        Real("depth", 0.31, 0.27, 0.36),
        Real("height", 0.17, 0.14, 0.21, about="without its paper"),
        Whole("rows", 4, 3, 4, about="of keys"),
        Whole("keys", 11, 9, 12, about="in a row"),
        Real("carriage", 1.12, 1.02, 1.25, unit="", about="its width, share of the body's"),
        Real("shift", 0.03, -0.06, 0.06, about="of the carriage to the side"),
        Flag("paper", 0.85),
        Flag("spools", 0.8),
        Flag("lever", 0.9),
        Flag("badge", 0.8),
    ),
    slots={
        "body": ("paint:#1c1d20", "paint:#2f6a66", "paint:#a8342a", "paint:#d8cfb8", "paint:#3f5a7a"),
        "trim": ("chrome", "steel", "brass"),
        "keys": ("paint:#17181a", "porcelain:#efe8d8"),
        "rims": ("chrome", "brass"),
        "letters": ("paint:#efe8d4",),
        "roller": ("rubber",),
        "paper": ("paper",),
        "ink": ("paint:#2a2a2c",),
        "spools": ("gunmetal",),
        "badge": ("gold", "brass"),
    },
    words={"paper": {"paper": True}, "keys": {}, "lever": {"lever": True}},
    paints={"case": "body", "buttons": "keys", "sheet": "paper", "carriage": "trim"},
    height=(0.13, 0.45),
)
def typewriter(v: Values) -> Draft:
    """The keys to the front."""
    w, n, h = v.width, v.depth, v.height
    d = Draft(extent=1.2 * w)
    back, front = -n / 2, n / 2
    if v.kind == "vintage":
        line = [
            (back, 0.02),
            (front, 0.02),
            (front, 0.05),
            (front - 0.02, 0.062),
            (front - 0.13, 0.095),
            (front - 0.145, 0.72 * h),
            (front - 0.19, 0.86 * h),
            (back + 0.02, 0.86 * h),
            (back, 0.78 * h),
        ]
    else:
        line = [
            (back, 0.015),
            (front, 0.015),
            (front + 0.005, 0.035),
            (front - 0.01, 0.045),
            (front - 0.125, 0.078),
            (front - 0.165, 0.7 * h),
            (front - 0.215, 0.8 * h),
            (back + 0.035, 0.78 * h),
            (back, 0.6 * h),
        ]
    d.add("body", across(line, w, 0.012), "body", group="body")
    d.add(
        "feet",
        union(
            *(
                cylinder(0.017, 0.03, bevel=0.004).move(s * (w / 2 - 0.035), 0.013, z)
                for s in (1, -1)
                for z in (back + 0.035, front - 0.035)
            )
        ),
        "roller",
        group="feet",
    )
    well = across(
        [
            (front - 0.135, 0.075),
            (front - 0.16, 0.87 * h if v.kind == "vintage" else 0.81 * h),
            (front - 0.21, 0.88 * h),
            (front - 0.2, 0.6 * h),
        ],
        0.42 * w,
    )
    d.add("basket", well, "spools", group="body")
    top = 0.86 * h if v.kind == "vintage" else 0.8 * h
    bars = [
        sweep(
            [
                (0.2 * w * math.sin(a), 0.66 * h, front - 0.16 + 0.0 * math.cos(a)),
                (0.17 * w * math.sin(a), top + 0.006, front - 0.182),
                (0.05 * w * math.sin(a), top + 0.012, front - 0.22),
            ],
            0.0022,
            sides=5,
        )
        for a in (math.radians(-75 + 10 * i) for i in range(16))
    ]
    d.add("type_bars", union(*bars), "trim", group="body")
    # Keys in rows that rise to the back.
    step = (w - 0.05) / v.keys
    r = 0.41 * min(step, 0.026)
    key_nodes, rims, letters, stems = [], [], [], []
    for row in range(v.rows):
        z = front - 0.022 - 0.029 * row
        y = 0.07 + 0.0135 * row if v.kind == "vintage" else 0.058 + 0.012 * row
        count = v.keys - (row % 2)
        for i in range(count):
            x = (i - (count - 1) / 2) * step
            key_nodes.append(cylinder(r, 0.006).move(x, y + 0.001, z))
            rims.append(torus(r, 0.0016).move(x, y + 0.003, z))
            letters.append(
                box(0.5 * r, 0.002, 0.7 * r).move(x, y + 0.0038, z)
                if (i * 7 + row) % 3
                else torus(0.32 * r, 0.14 * r).scale(1, 0.6, 1).move(x, y + 0.0042, z)
            )
            stems.append(box(0.004, y - 0.025, 0.006).move(x, (y + 0.025) / 2, z))
    zs = front + 0.006
    d.add("keys", union(*key_nodes), "keys", group="keys")
    d.add("key_rims", union(*rims), "rims", group="keys")
    d.add("letters", union(*letters), "letters", group="keys")
    d.add("stems", union(*stems), "trim", group="keys")
    bar_y = 0.058 if v.kind == "vintage" else 0.048
    d.add(
        "space_bar",
        union(
            box(0.5 * w, 0.009, 0.017, 0.003).move(0, bar_y, zs),
            *(box(0.006, 0.008, 0.03).move(s * 0.2 * w, bar_y - 0.008, zs - 0.012) for s in (1, -1)),
        ),
        "keys",
        group="keys",
    )
    # Carriage.
    c, zc = v.carriage * w, back + 0.085
    yc = top + 0.03
    x = v.shift
    d.add("rail", box(0.94 * w, 0.03, 0.07, 0.006).move(0, top + 0.005, zc - 0.01), "trim", group="carriage")
    d.add("roller", axle(0.021, 0.86 * c, yc, zc).move(x=x), "roller", group="carriage")
    ends = union(
        *(box(0.018, 0.05, 0.075, 0.006).move(x + s * 0.43 * c, yc - 0.006, zc - 0.004) for s in (1, -1)),
        box(0.86 * c, 0.012, 0.05).move(x, yc - 0.022, zc - 0.012),
        axle(0.004, 0.86 * c, yc + 0.024, zc + 0.012).move(x=x),
        *(cylinder(0.003, 0.03).move(x + s * 0.425 * c, yc + 0.014, zc + 0.012) for s in (1, -1)),
    )
    d.add("carriage", ends, "trim", group="carriage")
    d.add(
        "knobs",
        union(*(axle(0.019, 0.024, yc, zc, 0.003).move(x=x + s * (0.44 * c + 0.018)) for s in (1, -1))),
        "keys",
        group="carriage",
    )
    if v.lever:
        arm = sweep(
            [
                (x + 0.43 * c, yc + 0.012, zc + 0.03),
                (x + 0.45 * c, yc + 0.03, zc + 0.06),
                (x + 0.46 * c, yc + 0.034, zc + 0.115),
            ],
            [0.005, 0.0045, 0.006],
            round_ends=True,
        )
        d.add("lever", arm, "trim", group="carriage")
    if v.paper:
        tall = 0.16
        sheet = sweep(
            [
                (x, yc - 0.015, zc + 0.024),
                (x, yc + 0.012, zc + 0.0205),
                (x, yc + 0.05, zc - 0.006),
                (x, yc + tall, zc - 0.035),
            ],
            profile=[(-0.105, -0.0011), (0.105, -0.0011), (0.105, 0.0011), (-0.105, 0.0011)],
        )
        d.add("paper", sheet, "paper", group="paper")
        d.add(
            "paper_rest",
            union(box(0.5 * c, 0.09, 0.004).rotate(x=-20).move(x, yc + 0.03, zc - 0.046)),
            "trim",
            group="carriage",
        )
        rng = v.rng("lines")
        lines = []
        for i in range(5):
            t = 0.36 + 0.13 * i
            long = float(rng.uniform(0.1, 0.16))
            yy, zz = yc + 0.05 + (tall - 0.05) * t, zc - 0.006 - 0.029 * t
            lines.append(box(long, 0.0035, 0.004).move(x - 0.08 + long / 2, yy, zz))
        d.add("lines", union(*lines), "ink", group="paper")
    if v.spools:
        spool = union(cylinder(0.032, 0.012, bevel=0.003), cylinder(0.01, 0.022), torus(0.022, 0.002).move(y=0.006))
        d.add(
            "spools",
            spool.move(0.33 * w, top + 0.004, front - 0.2 if n > 0.3 else front - 0.19).mirrored(),
            "spools",
            group="body",
        )
    if v.badge:
        y, z = (0.55 * h, front - 0.137) if v.kind == "vintage" else (0.075, front - 0.122)
        lean = 0 if v.kind == "vintage" else -30
        d.add("badge", box(0.3 * w, 0.018, 0.01, 0.004).rotate(x=lean).move(0, y + 0.006, z), "badge")
    d.point("top", (0, yc + 0.02, zc), size=0.5 * w)
    return d
