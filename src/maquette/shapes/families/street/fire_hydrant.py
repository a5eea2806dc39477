"""Fire hydrant: a barrel with a bonnet, outlets with caps, flanges with bolts."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import ring_of, rod


@family(
    "fire hydrant",
    "street",
    nouns=("hydrant", "fireplug"),
    parameters=(
        Real("height", 0.8, 0.62, 1.0),
        Real("radius", 0.15, 0.12, 0.18),
        Choice("cap", ("dome", "cone", "flat")),
        Whole("outlets", 3, 2, 4),
        Real("outlet_size", 0.5, 0.4, 0.62, unit="", about="share of the radius"),
        Whole("bolts", 8, 6, 12),
        Flag("chains", 0.55),
        Flag("ribs", 0.4),
        Real("flange", 1.4, 1.25, 1.55, unit="", about="width of the foot"),
        Flag("two_tone", 0.4),
    ),
    slots={
        "body": ("paint:#c62f28", "paint:#e0b020", "paint:#c62f28", "paint:#2f6fb0", "rust"),
        "cap": ("paint:#e8e4da", "steel", "paint:#e0b020", "paint:#2f6fb0"),
        "metal": ("gunmetal", "steel", "brass"),
    },
    words={"chains": {"chains": True}, "chain": {"chains": True}},
    paints={"caps": "cap", "bolts": "metal", "nozzles": "cap", "top": "cap"},
    height=(0.55, 1.15),
)
def fire_hydrant(v: Values) -> Draft:
    """A barrel with a bonnet, outlets with caps, flanges with bolts."""
    h, r = v.height, v.radius
    d = Draft(extent=h)
    cap_slot = "cap" if v.two_tone else "body"
    f = v.flange * r
    d.add(
        "foot",
        union(cylinder(f, 0.04, bevel=0.008).move(y=0.02), cylinder(f, 0.035, bevel=0.008).move(y=0.066)),
        "body",
        group="body",
    )
    d.add(
        "foot_bolts",
        union(*(cylinder(0.018, 0.12, sides=6).move(x, 0.055, z) for x, z in ring_of(v.bolts, 0.86 * f))),
        "metal",
        group="bolts",
    )
    top = 0.74 * h
    d.add("barrel", lathe([(1.05 * r, 0.05), (r, 0.14), (0.96 * r, top - 0.04), (1.0 * r, top)]), "body", group="body")
    if v.ribs:
        d.add(
            "ribs",
            union(
                *(
                    sweep([(0.98 * r * x, 0.15, 0.98 * r * z), (0.96 * r * x, 0.4 * h, 0.96 * r * z)], 0.016)
                    for x, z in ring_of(10, 1.0)
                )
            ),
            "body",
            group="body",
        )
    d.add(
        "collar",
        union(
            cylinder(1.28 * r, 0.035, bevel=0.008).move(y=top + 0.005),
            cylinder(1.24 * r, 0.03, bevel=0.008).move(y=top + 0.034),
        ),
        "body",
        group="body",
    )
    d.add(
        "collar_bolts",
        union(*(cylinder(0.013, 0.095, sides=6).move(x, top + 0.02, z) for x, z in ring_of(v.bolts, 1.12 * r, 15))),
        "metal",
        group="bolts",
    )
    n = h - top - 0.06
    bonnet = {
        "dome": [(1.02 * r, 0), (1.0 * r, 0.2 * n), (0.82 * r, 0.6 * n), (0.45 * r, 0.85 * n), (0.2 * r, 0.9 * n)],
        "cone": [(1.05 * r, 0), (0.98 * r, 0.15 * n), (0.4 * r, 0.72 * n), (0.3 * r, 0.9 * n)],
        "flat": [(1.0 * r, 0), (1.0 * r, 0.45 * n), (0.9 * r, 0.6 * n), (0.35 * r, 0.68 * n), (0.3 * r, 0.9 * n)],
    }[v.cap]
    d.add(
        "bonnet",
        lathe([*((a, top + 0.045 + y) for a, y in bonnet), (0, top + 0.045 + 0.9 * n)], smooth=False),
        cap_slot,
        group="bonnet",
    )
    d.add(
        "nut",
        union(
            cylinder(0.042, 0.03, sides=6).move(y=top + 0.045 + 0.9 * n),
            cylinder(0.028, 0.07, sides=5).move(y=top + 0.055 + 0.95 * n),
        ),
        "metal",
    )
    y = 0.56 * h
    s = v.outlet_size * r
    sides = [("front", 0.0, 1.35), ("left", 90.0, 1.0), ("right", -90.0, 1.0), ("back", 180.0, 1.0)]
    use = {2: sides[1:3], 3: sides[:3], 4: sides}[v.outlets]
    for name, turn, k in use:
        a = s * k
        neck = (
            union(cylinder(0.86 * a, 0.12), cylinder(1.15 * a, 0.03, bevel=0.006).move(y=-0.01))
            .rotate(x=90)
            .move(z=r + 0.03)
        )
        lid = union(
            cylinder(1.12 * a, 0.055, bevel=0.012).rotate(x=90).move(z=r + 0.1),
            *(
                box(0.22 * a, 0.24 * a, 0.05).move(1.1 * a * math.cos(q), 1.1 * a * math.sin(q), r + 0.1)
                for q in (0.78, 2.36, 3.93, 5.5)
            ),
        )
        nut = cylinder(0.36 * a, 0.07, sides=5).rotate(x=90).move(z=r + 0.15)
        d.add(f"outlet_{name}", neck.rotate(y=turn).move(y=y), "body", group="outlets")
        d.add(f"cap_{name}", lid.rotate(y=turn).move(y=y), cap_slot, group="caps")
        d.add(f"nut_{name}", nut.rotate(y=turn).move(y=y), "metal", group="caps")
        if v.chains and name != "front":
            chain = rod(
                (0, -1.0 * a, r + 0.1),
                (0.0, -1.9 * a, r + 0.08),
                (0.0, -2.3 * a, r + 0.03),
                (0, -2.0 * a, r - 0.01),
                radius=0.0085,
            )
            d.add(f"chain_{name}", chain.rotate(y=turn).move(y=y), "metal", group="chains")
    d.point("top", (0, h, 0), size=r)
    return d
