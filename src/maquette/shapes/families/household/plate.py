"""Plates."""

from __future__ import annotations

from maquette.shapes.api import lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import ring_of


@family(
    "plate",
    "household",
    nouns={
        "dish": {},
        "dinner plate": {},
        "saucer": {"radius": 0.08},
        "platter": {"radius": 0.17, "oval": 0.7},
        "plates": {"stack": 4},
        "stack of plates": {"stack": 6},
        "tray": {"radius": 0.18, "oval": 0.7, "well": 0.85},
    },
    parameters=(
        Real("radius", 0.13, 0.08, 0.18),
        Real("rise", 0.16, 0.1, 0.26, unit="", about="height as a share of the radius"),
        Real("well", 0.64, 0.55, 0.85, unit="", about="radius of the flat middle, share of the whole"),
        Real("thickness", 0.005, 0.004, 0.007),
        Real("oval", 1.0, 0.7, 1.0, unit="", about="depth as a share of the width"),
        Whole("bands", 1, 0, 2),
        Whole("stack", 1, 1, 6, about="number of plates on one another"),
        Choice("edge", ("round", "scalloped", "octagonal")),
        Flag("medallion", 0.35),
    ),
    slots={
        "body": ("porcelain", "ceramic:#2f6f8a", "ceramic:#c0503a", "ceramic:#4f7f5a", "ceramic", "silver"),
        "band": ("ceramic:#24507c", "gold", "ceramic:#a83a30"),
    },
    words={"oval": {"oval": 0.72}, "stack": {"stack": 5}, "octagonal": {"edge": "octagonal"}},
    paints={"rim": "band", "edge": "band", "stripe": "band"},
    height=(0.006, 0.3),
)
def plate(v: Values) -> Draft:
    """A flat well and a raised rim; several make a stack."""
    r, w, t = v.radius, v.well * v.radius, v.thickness
    h = v.rise * r
    d = Draft(extent=2 * r)
    sides = 8 if v.edge == "octagonal" else None
    foot = 0.8 * w
    profile = [
        (foot, 0),
        (foot + 0.003, 0.0),
        (foot + 0.005, 0.004),
        (w, 0.4 * h),
        (r, h),
        (r + 0.3 * t, h + 0.5 * t),
        (r, h + t),
        (w - 0.2 * t, 0.4 * h + t),
        (0.9 * w, 0.25 * h + t),
        (0, 0.22 * h + t),
    ]
    # The foot of each plate stands in the well of the one below; rims stay apart.
    step = max(0.22 * h + 0.9 * t, 1.8 * t)
    sink = step - 0.22 * h - 0.9 * t
    for i in range(v.stack):
        end = f"_{i + 1}" if v.stack > 1 else ""
        solid = lathe(profile, sides=sides)
        if i and sink > 0:
            solid = union(solid, lathe([(foot, -sink), (foot, 0.002)], sides=sides))
        if v.edge == "scalloped" and v.stack < 3:
            solid = union(
                solid,
                *(
                    sphere(0.11 * r, 0.5 * t + 0.001, 0.11 * r).move(x, h + 0.5 * t, z)
                    for x, z in ring_of(18, 0.965 * r)
                ),
            )
        d.add("plate" + end, solid.scale(1, 1, v.oval).move(y=i * step), "body", group="plates")
        for k in range(v.bands if v.edge != "scalloped" else 0):
            a = 0.86 - 0.16 * k
            rr = w + (r - w) * a
            y = 0.4 * h + t + (h - 0.4 * h) * a
            if v.edge != "octagonal" or k == 0:
                d.add(
                    f"band{end}_{k + 1}" if end else f"band_{k + 1}",
                    torus(rr, 0.0042 if k == 0 else 0.003).scale(1, 0.55, v.oval).move(y=i * step + y - 0.0006)
                    if sides is None
                    else lathe(
                        [
                            (rr + 0.004, y - 0.004),
                            (rr + 0.004, y + 0.0022),
                            (rr - 0.004, y - 0.0002),
                            (rr - 0.004, y - 0.004),
                        ],
                        sides=8,
                    )
                    .scale(1, 1, v.oval)
                    .move(y=i * step),
                    "band",
                    group="bands",
                )
    if v.medallion:
        d.add(
            "medallion",
            lathe([(0.4 * w, 0.2 * h), (0.4 * w, 0.22 * h + t + 0.0012), (0, 0.22 * h + t + 0.0016)])
            .scale(1, 1, v.oval)
            .move(y=(v.stack - 1) * step),
            "band",
        )
    d.point("top", (0, 0.22 * h + t + (v.stack - 1) * step, 0), size=2 * w)
    return d
