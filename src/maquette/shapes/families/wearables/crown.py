"""Crowns and tiaras."""

from __future__ import annotations

import math

from maquette.shapes.api import box, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "crown",
    "wearable",
    nouns={
        "tiara": {"kind": "tiara"},
        "royal crown": {"arches": True},
        "king's crown": {"arches": True},
        "diadem": {"kind": "tiara"},
        "coronet": {},
    },
    parameters=(
        Choice("kind", ("crown", "crown", "tiara")),
        Real("width", 0.19, 0.15, 0.22),
        Real("height", 0.12, 0.07, 0.17),
        Whole("points", 8, 5, 12),
        Real("flare", 1.1, 1.0, 1.25, unit=""),
        Real("thickness", 0.006, 0.005, 0.009),
        Flag("jewels", 0.85),
        Flag("balls", 0.7),
        Flag("arches", 0.3),
        Flag("fur", 0.25),
    ),
    slots={
        "metal": ("gold", "gold", "silver", "bronze"),
        "jewels": ("gem", "gem:#1f5fd0", "gem:#1fa05a", "crystal"),
        "cap": ("velvet:#7a1f3a", "velvet:#2f2f7a"),
        "fur": ("wool:#f4f0e8",),
        "leaves": ("leaf", "gold"),
    },
    words={
        "jewels": {"jewels": True},
        "gems": {"jewels": True},
        "arches": {"arches": True},
        "velvet": {"arches": True},
    },
    paints={"gems": "jewels", "jewel": "jewels", "velvet": "cap"},
    height=(0.05, 0.3),
)
def crown(v: Values) -> Draft:
    """A band with points and jewels; arches over a velvet cap for the grand ones."""
    r, h, t = v.width / 2 + 0.006, v.height, v.thickness
    d = Draft(extent=2.1 * r * v.flare)
    n, tiara = v.points, v.kind == "tiara"
    low = 0.42 * h
    band = lathe(
        [(r - t, 0), (r, 0), (r * (1 + (v.flare - 1) * 0.4), low), (r * (1 + (v.flare - 1) * 0.4) - t, low)],
        smooth=False,
    ) - lathe(
        [
            (r - t, -0.01),
            (r - t, 0),
            (r * (1 + (v.flare - 1) * 0.4) - t, low),
            (r * (1 + (v.flare - 1) * 0.4) - t, low + 0.01),
        ]
    )
    d.add("band", band, "metal")
    d.add(
        "rim",
        union(torus(r, 0.8 * t).move(y=0.006), torus(r * (1 + (v.flare - 1) * 0.4), 0.6 * t).move(y=low)),
        "metal",
    )
    tips, balls, gems = [], [], []
    for i in range(n):
        deg = 360 * i / n
        if tiara:
            deg = -80 + 160 * i / (n - 1)
        high = (h - low) * ((1.15 - abs(deg) / 110) if tiara else 1.0)
        w = 2 * math.pi * r / n * (0.46 if not tiara else 0.24)
        rr = r * (1 + (v.flare - 1) * 0.4) - 0.5 * t
        blade = extrude(
            [(-w, -0.01), (w, -0.01), (0.45 * w, 0.45 * high), (0, high), (-0.45 * w, 0.45 * high)], t
        ).rotate(x=math.degrees(math.atan2((v.flare - 1) * r, h)))
        tips.append(blade.move(0, low, rr).rotate(y=deg))
        if v.balls:
            balls.append(sphere(1.3 * t).move(0, low + high, rr + high * (v.flare - 1) * r / h).rotate(y=deg))
        if v.jewels:
            gems.append(
                sphere(1.5 * t, 1.8 * t, 1.0 * t)
                .move(0, 0.5 * low, r * (1 + (v.flare - 1) * 0.2))
                .rotate(y=deg + (180 / n if not tiara else 0))
            )
    d.add("points", union(*tips, *balls), "metal")
    if gems:
        d.add("jewels", union(*gems), "jewels")
    top = h
    if v.arches and not tiara:
        d.add(
            "cap", sphere(0.94 * r, 0.82 * h, 0.94 * r).move(y=0.35 * low) & box(1, 1, 1).move(y=0.5 + 0.3 * low), "cap"
        )
        arcs = [
            sweep(
                [
                    (0, low * 0.8, r),
                    (0, 1.05 * h, 0.72 * r),
                    (0, 1.12 * h, 0.0),
                    (0, 1.05 * h, -0.72 * r),
                    (0, low * 0.8, -r),
                ],
                0.9 * t,
            ).rotate(y=a)
            for a in (0, 90)
        ]
        d.add("arches", union(*arcs), "metal")
        d.add(
            "orb",
            union(
                sphere(2.6 * t).move(y=1.14 * h),
                box(1.2 * t, 6 * t, 1.2 * t, 0.001).move(y=1.14 * h + 4 * t),
                box(4 * t, 1.2 * t, 1.2 * t, 0.001).move(y=1.14 * h + 5 * t),
            ),
            "metal",
        )
        top = 1.14 * h + 7 * t
    if v.fur and not tiara:
        d.add("fur", torus(r, 0.016).move(y=0.014), "fur")
    d.point("inside", (0, 0.35 * h, 0), size=v.width)
    d.point("top", (0, top, 0))
    return d
