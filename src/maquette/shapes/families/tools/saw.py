"""Saws: hand saws, hacksaws, bow saws, and blades of circular saws."""

from __future__ import annotations

import math

from maquette.shapes.api import cone, cylinder, difference, extrude, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.outlines import ellipse, rounded_rectangle


@family(
    "saw",
    "tool",
    nouns={
        "hand saw": {"kind": "hand"},
        "handsaw": {"kind": "hand"},
        "hacksaw": {"kind": "hack"},
        "bow saw": {"kind": "bow"},
        "wood saw": {"kind": "hand"},
        "circular saw blade": {"kind": "disc"},
        "saw blade": {"kind": "disc"},
        "buzzsaw": {"kind": "disc"},
    },
    parameters=(
        Choice("kind", ("hand", "hack", "bow", "disc")),
        Real("length", 0.55, 0.4, 0.7),
        Real("height", 0.13, 0.1, 0.16, about="of the blade at the handle"),
        Real("taper", 0.4, 0.25, 0.6, unit="", about="height at the tip, share"),
        Real("thickness", 0.006, 0.005, 0.008),
        Whole("teeth", 26, 16, 40),
        Whole("screws", 3, 2, 4),
        Real("handle_size", 1.0, 0.9, 1.2, unit=""),
        Flag("two_tone", 0.4),
    ),
    slots={
        "handle": ("wood", "oak", "plastic:#c02a22", "plastic:#e0a81c", "walnut"),
        "blade": ("steel", "chrome", "metal"),
        "screw": ("brass", "gunmetal"),
        "frame": ("paint:#c0392b", "gunmetal", "paint:#1f5fb0"),
    },
    words={"teeth": {}},
    paints={"grip": "handle"},
    height=(0.12, 0.75),
)
def saw(v: Values) -> Draft:
    """On edge, teeth down, seen from its flat side; its handle toward +x."""
    n = v.length
    d = Draft(extent=n)
    t, h = v.thickness, v.height
    if v.kind == "disc":
        r = 0.42 * n
        pts = []
        for i in range(v.teeth):
            a, b = math.tau * i / v.teeth, math.tau * (i + 0.75) / v.teeth
            pts += [(0.9 * r * math.cos(a), 0.9 * r * math.sin(a)), (r * math.cos(b), r * math.sin(b))]
        holes = [
            [(x + 0.55 * r * math.cos(a), y + 0.55 * r * math.sin(a)) for x, y in ellipse(0.09 * r, 0.09 * r, 16)]
            for a in [math.tau * i / 6 for i in range(6)]
        ] + [ellipse(0.1 * r, 0.1 * r, 20)]
        d = Draft(extent=2 * r)
        d.add("blade", extrude(pts, 1.8 * t, holes=holes).move(y=0.99 * r), "blade")
        d.add(
            "hub",
            difference(cylinder(0.25 * r, 3.2 * t, bevel=0.4 * t), cylinder(0.1 * r, 0.2))
            .rotate(x=90)
            .move(y=0.99 * r),
            "screw",
        )
        if v.two_tone:
            d.add("label", (torus(0.36 * r, 0.03 * r) & cylinder(r, 2.6 * t)).rotate(x=90).move(y=0.99 * r), "handle")
        d.point("grip", (0, 0.99 * r, 0), size=0.05)
        d.point("top", (0, 2 * r, 0), size=r)
        return d
    q = 0.12 * v.handle_size
    a, b = -n / 2, n / 2 - q
    step = (b - a) / v.teeth
    tooth = 0.6 * step if v.kind == "hand" else 0.5 * step
    edge = [p for i in range(v.teeth) for p in ((a + step * i, tooth), (a + step * (i + 0.75), 0.0))] + [(b, tooth)]
    if v.kind == "hand":
        low = 0.0
        d.add("blade", extrude([*edge, (b + 0.3 * q, tooth), (b + 0.3 * q, h), (a, v.taper * h)], t), "blade")
        y = 0.5 * h
        shape = [
            *bezier((-0.35 * q, -0.45 * h), (0.0, -0.62 * h), (0.35 * q, -0.5 * h), (0.75 * q, -0.62 * h)),
            *bezier((1.05 * q, -0.6 * h), (1.1 * q, -0.2 * h), (0.75 * q, 0.1 * h), (1.15 * q, 0.55 * h)),
            *bezier((0.9 * q, 0.72 * h), (0.4 * q, 0.55 * h), (-0.2 * q, 0.62 * h)),
            (-0.35 * q, 0.4 * h),
            (-0.1 * q, 0.15 * h),
            (-0.4 * q, 0.0),
        ]
        low = min(p[1] for p in shape)
        hole = [(0.48 * q + x, 0.0 + yy) for x, yy in rounded_rectangle(0.3 * q, 0.62 * h, 0.13 * q)]
        d.add("handle", extrude(shape, 0.026, holes=[hole], bevel=0.006).move(b, max(y, -low), 0), "handle")
        for i in range(v.screws):
            d.add(
                f"screw_{i + 1}",
                cylinder(0.009, 0.032, bevel=0.002)
                .rotate(x=90)
                .move(b + 0.05 * q, max(y, -low) + (0.36 - 0.3 * i) * h if i < 3 else max(y, -low) + 0.5 * h, 0),
                "screw",
                group="screws",
            )
        top = max(h, max(y, -low) + 0.65 * h)
    else:
        big = h * (1.2 if v.kind == "bow" else 0.9)
        d.add(
            "blade",
            extrude(
                [*edge, (b + 0.02, tooth), (b + 0.02, tooth + 0.022), (a - 0.005, tooth + 0.022), (a - 0.005, tooth)], t
            ),
            "blade",
        )
        y = tooth + 0.012
        arch: list[tuple[float, float, float]] = [
            (a, y, 0),
            (a, y + 0.7 * big, 0),
            (a + 0.25 * big, y + big, 0),
            (b - 0.25 * big, y + big, 0),
            (b, y + 0.75 * big, 0),
            (b, y, 0),
        ]
        if v.kind == "bow":
            arch = [
                (a, y, 0),
                (a + 0.02, y + 0.45 * big, 0),
                (a + 0.3 * n, y + big, 0),
                (b - 0.2 * n, y + big, 0),
                (b - 0.01, y + 0.6 * big, 0),
                (b, y, 0),
            ]
        d.add("frame", sweep(arch, 0.011), "frame")
        d.add(
            "pins",
            union(
                *(cylinder(0.011, 0.036, bevel=0.002).rotate(x=90).move(x, y, 0) for x in (a, b)),
                cone(0.014, 0.03, 6).rotate(z=90).move(a - 0.022, y),
            ),
            "screw",
        )
        lo = y - 0.02
        if v.kind == "hack":
            g = [(0.0, 0.5 * big), (0.03, 0.55 * big), (0.06, 0.2 * big), (0.085, -0.08), (0.045, -0.085), (0.0, 0.0)]
            shift = max(0.0, 0.085 - y)
            d.parts = [p.model_copy(update={"solid": p.solid.move(y=shift).as_solid()}) for p in d.parts]
            d.add("handle", extrude(g, 0.03, bevel=0.008).move(b, y + shift, 0), "handle")
            for i in range(v.screws):
                d.add(
                    f"screw_{i + 1}",
                    cylinder(0.006, 0.034).rotate(x=90).move(b + 0.03 + 0.01 * i, y + shift + 0.3 * big - 0.04 * i, 0),
                    "screw",
                    group="screws",
                )
        else:
            d.add(
                "handle",
                sweep(
                    [(b - 0.001, y + 0.2 * big, 0), (b - 0.03, y + 0.75 * big, 0), (b - 0.14 * n, y + 0.98 * big, 0)],
                    0.0155,
                ),
                "handle",
            )
        top = lo + big + 0.04
    d.point("grip", (b + 0.05, 0.5 * top, 0), front=(-1, 0, 0), size=0.03)
    d.point("top", (0, top, 0), size=0.05)
    return d
