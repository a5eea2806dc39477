"""Umbrella: upright, its handle on the ground."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import ring_of, rod


@family(
    "umbrella",
    "household",
    nouns={
        "parasol": {"frill": True},
        "rain umbrella": {},
        "closed umbrella": {"open": False},
        "beach umbrella": {"radius": 0.9, "handle": "straight", "length": 1.5},
    },
    parameters=(
        Flag("open", 0.85),
        Real("length", 0.86, 0.75, 1.5),
        Real("radius", 0.5, 0.4, 0.9),
        Real("dome", 0.42, 0.3, 0.55, unit="", about="height of the dome, share of the radius"),
        Whole("ribs", 8, 6, 12),
        Choice("handle", ("crook", "straight", "knob")),
        Flag("two_tone", 0.4),
        Flag("frill", 0.15),
        Real("thickness", 0.009, 0.007, 0.012, about="of the shaft"),
        Flag("ferrule", 0.9),
    ),
    slots={
        "cloth": ("fabric:#c0322a", "fabric:#24507c", "fabric:#2b2d33", "fabric:#d8a020", "fabric:#3f7f6a"),
        "second": ("fabric:#f0ebe0", "fabric:#e8c840"),
        "handle": ("walnut", "plastic:#22252a", "bamboo"),
        "metal": ("steel", "brass", "gunmetal"),
    },
    words={
        "open": {"open": True},
        "closed": {"open": False},
        "stripes": {"two_tone": True},
        "striped": {"two_tone": True},
        "frill": {"frill": True},
    },
    paints={"canopy": "cloth", "stripes": "second", "shaft": "metal"},
    height=(0.6, 2.3),
)
def umbrella(v: Values) -> Draft:
    """Upright, its handle on the ground."""
    n, r, t = v.length, v.radius, v.thickness
    rise = v.dome * r
    d = Draft(extent=max(n + 0.1, 2 * r if v.open else 0))
    low = 0.12
    if v.handle == "crook":
        c = 0.042
        hook: list[Point3] = [
            (0, low + 0.1, 0),
            (0, c + 0.014, 0),
            *((c - c * math.cos(a), c + 0.013 - c * math.sin(a), 0) for a in (0.5, 1.05, 1.57, 2.1, 2.64, 3.14)),
            (2 * c, c + 0.035, 0),
        ]
        d.add("handle", sweep(hook, 0.0125, round_ends=True), "handle")
    elif v.handle == "knob":
        d.add(
            "handle",
            lathe(
                [(0.012, 0), (0.024, 0.008), (0.026, 0.025), (0.014, 0.05), (0.016, 0.1), (0.011, low + 0.06)],
                smooth=True,
            ),
            "handle",
        )
    else:
        d.add("handle", cylinder(0.016, low + 0.06, top=0.013, bevel=0.005).move(y=(low + 0.06) / 2), "handle")
    d.add("shaft", cylinder(t, n - low).move(y=(n + low) / 2), "metal")
    top = n - 0.02
    if v.open:
        k = v.ribs
        cloth_t = 0.007 * r + 0.004
        base = top - rise
        curve = [
            (r, base),
            (0.93 * r, base + 0.24 * rise),
            (0.72 * r, base + 0.6 * rise),
            (0.42 * r, base + 0.87 * rise),
            (0.12 * r, base + 0.985 * rise),
        ]
        inner = [(a - cloth_t * 0.7, y - cloth_t) for a, y in curve]
        canopy = lathe([(0, base), *curve, (0, top)], sides=k) - lathe(
            [(0, base - 0.1), (inner[0][0], base - 0.1), *inner, (0, top - cloth_t)], sides=k
        )
        # The hem curves up between the ribs.
        scallops = [
            sphere(0.55 * math.pi * r / k, 0.16 * rise, 0.3 * r)
            .move(0, base - 0.03 * rise, 0.98 * r * math.cos(math.pi / k))
            .rotate(y=-(90 - 180 / k) - 360 * i / k + 180)
            for i in range(k)
        ]
        canopy = canopy - union(*scallops)
        if v.two_tone:
            wedge = (
                extrude(
                    [(0, 0), (3 * r, -3 * r * math.tan(math.pi / k)), (3 * r, 3 * r * math.tan(math.pi / k))], 4 * r
                )
                .rotate(x=90)
                .move(y=top)
            )
            wedges = [wedge.rotate(y=-(360 * i / k + 180 / k)) for i in range(0, k - k % 2, 2)]
            # A little proud of the cloth, so that no two surfaces lie in one another.
            d.add("panels", canopy.move(y=0.0018) & union(*wedges), "second", group="canopy")
        d.add("canopy", canopy, "cloth", group="canopy")
        ribs = []
        for x, z in ring_of(k, 1.0):
            ribs.append(
                rod(
                    *(
                        (x * (a - 1.0 * cloth_t), y - 1.0 * cloth_t, z * (a - 1.0 * cloth_t))
                        for a, y in [(0.99 * r, base + 0.005), *curve[1:], (0.0, top - 0.01)]
                    ),
                    radius=0.0042,
                    smooth=False,
                )
            )
            ribs.append(
                rod((0, base - 0.12 * r + 0.02, 0), (x * 0.58 * r, base + 0.7 * rise, z * 0.58 * r), radius=0.0035)
            )
        d.add(
            "ribs",
            union(*ribs, cylinder(2.2 * t, 0.03, bevel=0.003).move(y=base - 0.12 * r + 0.02)),
            "metal",
            group="frame",
        )
        d.add(
            "tips",
            union(*(sphere(0.009).move(x * 0.995 * r, base + 0.002, z * 0.995 * r) for x, z in ring_of(k, 1.0))),
            "handle",
            group="frame",
        )
        if v.frill:
            d.add(
                "frill",
                union(
                    *(
                        sphere(0.05 * r)
                        .scale(1, 1.0, 0.5)
                        .rotate(y=90 - math.degrees(math.atan2(z, x)))
                        .move(x, base + 0.01, z)
                        for x, z in ring_of(3 * k, 0.965 * r, 180 / (3 * k))
                    )
                ),
                "second",
            )
    else:
        furl = [(0.018, 0.34 * n), (0.045, 0.4 * n), (0.05, 0.48 * n), (0.03, 0.75 * n), (0.012, top)]
        folds = [
            sweep(
                [
                    (0.032 * x, 0.38 * n, 0.032 * z),
                    (0.038 * x, 0.5 * n, 0.038 * z),
                    (0.02 * x, 0.75 * n, 0.02 * z),
                    (0.004 * x, top, 0.004 * z),
                ],
                [0.014, 0.02, 0.014, 0.007],
            )
            for x, z in ring_of(v.ribs, 1.0)
        ]
        d.add(
            "canopy", union(lathe(furl, smooth=True).scale(0.75, 1, 0.75), *folds).twisted(50), "cloth", group="canopy"
        )
        d.add("strap", torus(0.047, 0.008).move(y=0.55 * n), "second")
    if v.ferrule:
        d.add(
            "ferrule",
            lathe(
                [
                    (2.6 * t, top - 0.025),
                    (2.2 * t, top + 0.01),
                    (0.9 * t, top + 0.03),
                    (0.6 * t, top + 0.09),
                    (0, top + 0.1),
                ]
            ),
            "metal",
        )
    else:
        d.add("ferrule", sphere(2.6 * t).move(y=top), "handle")
    d.point("grip", (0, 0.1, 0), size=0.025)
    d.point("top", (0, top, 0), size=r)
    return d
