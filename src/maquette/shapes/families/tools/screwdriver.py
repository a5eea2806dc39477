"""Screwdrivers, chisels and awls."""

from __future__ import annotations

from maquette.shapes.api import Point2, cone, cylinder, extrude, lathe, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.sidewise import side


@family(
    "screwdriver",
    "tool",
    nouns={
        "flathead screwdriver": {"tip": "flat"},
        "phillips screwdriver": {"tip": "cross"},
        "sonic screwdriver": {"glow": True},
        "chisel": {"tip": "chisel"},
        "wood chisel": {"tip": "chisel"},
        "awl": {"tip": "awl"},
    },
    parameters=(
        Choice("tip", ("flat", "cross", "chisel", "awl")),
        Real("length", 0.22, 0.14, 0.3),
        Real("handle_length", 0.42, 0.35, 0.5, unit="", about="share of the length"),
        Real("handle_radius", 0.075, 0.06, 0.09, unit="", about="share of the length"),
        Real("shaft_radius", 0.017, 0.014, 0.023, unit="", about="share of the length"),
        Whole("flutes", 6, 4, 10),
        Flag("collar", 0.8),
        Flag("cap", 0.6),
        Flag("glow", 0.08),
    ),
    slots={
        "handle": ("plastic:#c02a22", "plastic:#e0a81c", "plastic:#1f5fb0", "oak", "plastic:#2c8a4a"),
        "shaft": ("chrome", "steel"),
        "trim": ("rubber", "plastic:#e8e8ea", "brass"),
        "glow": ("glow:#40d0ff", "glow:#60ff80"),
    },
    words={"flat": {"tip": "flat"}, "cross": {"tip": "cross"}},
    paints={"grip": "handle", "tip": "shaft", "blade": "shaft"},
    height=(0.12, 0.34),
)
def screwdriver(v: Values) -> Draft:
    """Stands on its handle, its tip up."""
    n = v.length
    d = Draft(extent=n)
    h, r, s = v.handle_length * n, v.handle_radius * n, v.shaft_radius * n
    body = lathe(
        [
            (0.72 * r, 0),
            (0.95 * r, 0.05 * h),
            (r, 0.2 * h),
            (0.92 * r, 0.55 * h),
            (0.62 * r, 0.76 * h),
            (0.6 * r, 0.83 * h),
            (0.85 * r, 0.93 * h),
            (0.6 * r, h),
        ]
    )
    flute = cylinder(0.24 * r, 0.5 * h, bevel=0.2 * r).move(1.1 * r, 0.37 * h, 0)
    d.add("handle", body - flute.around(v.flutes), "handle")
    if v.cap:
        d.add(
            "cap",
            lathe(
                [(0.55 * r, -0.0), (0.7 * r, 0.005 * n), (0.99 * r, 0.05 * h), (1.02 * r, 0.09 * h), (0.8 * r, 0.1 * h)]
            ),
            "trim",
        )
    if v.collar:
        d.add("collar", cylinder(1.9 * s, 0.06 * n, 1.5 * s, bevel=0.1 * s).move(y=h + 0.02 * n), "trim")
    end = n - (0.09 if v.tip != "chisel" else 0.22) * n
    d.add("shaft", cylinder(s, end - h + 0.04 * n, sides=None).move(y=(end + h) / 2), "shaft")
    t: list[Point2]
    if v.tip == "flat":
        t = [
            (-0.9 * s, 0),
            (0.9 * s, 0),
            (1.5 * s, 0.055 * n),
            (1.35 * s, 0.09 * n),
            (-1.35 * s, 0.09 * n),
            (-1.5 * s, 0.055 * n),
        ]
        d.add(
            "tip",
            extrude(t, 0.9 * s, bevel=0.1 * s).move(y=end - 0.002)
            + cylinder(s, 0.03 * n, 0.6 * s).move(y=end + 0.02 * n),
            "shaft",
        )
    elif v.tip == "cross":
        t = [
            (-s, -0.02 * n),
            (s, -0.02 * n),
            (s, 0.03 * n),
            (0.25 * s, 0.09 * n),
            (-0.25 * s, 0.09 * n),
            (-s, 0.03 * n),
        ]
        d.add("tip", union(extrude(t, 0.5 * s), extrude(t, 0.5 * s).rotate(y=90)).move(y=end), "shaft")
    elif v.tip == "chisel":
        d.add(
            "tip",
            side(
                [(-0.9 * s, 0), (0.9 * s, 0), (0.9 * s, 0.13 * n), (-0.7 * s, 0.22 * n), (-0.9 * s, 0.22 * n)],
                5 * s,
                0.2 * s,
            ).move(y=end - 0.002),
            "shaft",
        )
    else:
        d.add("tip", cone(s, 0.1 * n).move(y=end + 0.045 * n), "shaft")
    if v.glow:
        d.add(
            "glow",
            union(torus(0.86 * r, 0.1 * r).move(y=0.6 * h), torus(1.2 * s, 0.7 * s).move(y=end - 0.02 * n)),
            "glow",
        )
    d.point("grip", (0, 0.45 * h, 0), size=2 * r)
    d.point("top", (0, n, 0), size=2 * s)
    return d
