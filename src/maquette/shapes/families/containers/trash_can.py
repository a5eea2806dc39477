"""Trash can: of ribbed tin, on wheels, of the street, with a pedal, or a waste basket."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of, rod, rounded_rectangle, slab
from maquette.shapes.sub.vessels import Vessel


@family(
    "trash can",
    "container",
    nouns={
        "garbage can": {},
        "dustbin": {},
        "bin": {},
        "rubbish bin": {},
        "waste bin": {},
        "wheelie bin": {"kind": "wheelie"},
        "recycling bin": {"kind": "wheelie", "symbol": True},
        "wastebasket": {"kind": "mesh"},
        "litter bin": {"kind": "street"},
        "pedal bin": {"kind": "pedal"},
    },
    parameters=(
        Choice("kind", ("ribbed", "wheelie", "street", "pedal", "mesh")),
        Real("height", 0.75, 0.55, 1.0),
        Real("radius", 0.34, 0.29, 0.4, unit="", about="share of the height"),
        Whole("ribs", 16, 10, 24),
        Flag("lid", 0.7),
        Flag("tilted", 0.3, about="the lid stands ajar"),
        Flag("rubbish", 0.35),
        Flag("handles", 0.8),
        Flag("symbol", 0.35),
        Real("dent", 0.0, 0.0, 0.05),
    ),
    slots={
        "body": ("steel", "plastic:#2f6b45", "metal", "plastic:#2f4f7a", "gunmetal", "paint:#3a5a4a"),
        "lid": ("steel", "plastic:#26282c", "gunmetal"),
        "trim": ("gunmetal", "rubber", "steel"),
        "bag": ("plastic:#1e1f22", "plastic:#e8e8e4"),
        "paper": ("paper", "fabric:#d8c080"),
        "sign": ("paint:#f2f2ee", "paint:#e0c030"),
    },
    words={
        "lid": {"lid": True},
        "open": {"lid": False},
        "rubbish": {"lid": False, "rubbish": True},
        "garbage": {"rubbish": True, "lid": False},
        "trash": {},
        "wheels": {"kind": "wheelie"},
        "full": {"lid": False, "rubbish": True},
    },
    paints={"handles": "trim", "wheels": "trim", "rubbish": "bag"},
    height=(0.28, 1.75),
)
def trash_can(v: Values) -> Draft:
    """Of ribbed tin, on wheels, of the street, with a pedal, or a waste basket."""
    h, r = v.height, v.radius * v.height
    d = Draft(extent=h)
    if v.kind == "wheelie":
        h *= 1.25
        w, z = 0.5 * h, 0.54 * h
        d = Draft(extent=h)
        low = 0.06
        body = (
            extrude(rounded_rectangle(w, z, 0.05, 4), h - 0.1 - low, taper=1.22)
            .rotate(x=-90)
            .scale(0.82, 1, 0.82)
            .move(y=(h - 0.1 + low) / 2)
        )
        open_ = not v.lid
        full = w / 2, z / 2
        d.add(
            "body", body - box(0.82 * w - 0.03, 0.3, 0.82 * z - 0.03).move(y=h - 0.05 - 0.0) if open_ else body, "body"
        )
        rim = slab(rounded_rectangle(w + 0.05, z + 0.05, 0.06, 4), 0.05, 0.008).move(y=h - 0.12)
        d.add("rim", rim - box(0.82 * w - 0.03, 0.3, 0.82 * z - 0.03).move(y=h - 0.05) if open_ else rim, "body")
        lid = union(
            slab(rounded_rectangle(w + 0.06, z + 0.07, 0.06, 4), 0.03, 0.01),
            box(0.7 * w, 0.03, 0.6 * z, 0.012).move(y=0.02),
            box(0.3 * w, 0.02, 0.05, 0.006).move(z=z / 2 + 0.045),
        )
        tilt = -105.0 if open_ else -24.0 if v.tilted else 0.0
        d.add("lid", lid.move(y=0.015, z=full[1] + 0.03).rotate(x=tilt).move(y=h - 0.105, z=-full[1] - 0.03), "lid")
        d.add("hinge", cylinder(0.018, 0.8 * w, bevel=0.004).rotate(z=90).move(0, h - 0.1, -full[1] - 0.035), "trim")
        d.add(
            "wheels",
            union(
                *(cylinder(0.09, 0.05, bevel=0.012).rotate(z=90).move(s * 0.42 * w, 0.09, -0.4 * z) for s in (1, -1)),
                cylinder(0.014, 0.86 * w).rotate(z=90).move(0, 0.09, -0.4 * z),
                box(0.5 * w, 0.08, 0.06).move(0, 0.09, -0.36 * z),
            ),
            "trim",
            group="wheels",
        )
        d.add("feet", box(0.6 * w, 0.08, 0.1, 0.01).move(0, 0.04, 0.26 * z), "body")
        d.add("panel", box(0.5 * w, 0.34 * h, 0.02, 0.006).rotate(x=5.2).move(0, 0.5 * h, 0.465 * z), "body")
        if v.symbol:
            arrows = [
                extrude(
                    [(-0.05, 0), (0.02, 0), (0.02, -0.02), (0.06, 0.02), (0.02, 0.06), (0.02, 0.04), (-0.05, 0.04)],
                    0.012,
                )
                .move(0, 0.05, 0)
                .rotate(z=120 * i)
                for i in range(3)
            ]
            d.add("symbol", union(*arrows).rotate(x=5.2).move(0, 0.52 * h, 0.482 * z), "sign")
        if v.rubbish and open_:
            d.add("bag", sphere(0.36 * w, 0.16, 0.36 * z).move(y=h - 0.16), "bag")
        d.point("top", (0, h - 0.08, 0), size=w)
        return d
    if v.kind == "street":
        bars = union(
            *(
                box(0.045, 0.78 * h, 0.02, 0.004).rotate(y=90 - math.degrees(math.atan2(z, x))).move(x, 0.5 * h, z)
                for x, z in ring_of(v.ribs, r)
            )
        )
        d.add("body", bars, "body", group="body")
        d.add("liner", cylinder(r - 0.008, 0.78 * h).move(y=0.49 * h), "trim", group="body")
        d.add("hoops", union(*(torus(r + 0.004, 0.013).move(y=k * h) for k in (0.14, 0.5, 0.86))), "body", group="body")
        d.add(
            "foot",
            union(cylinder(0.8 * r, 0.05, bevel=0.01).move(y=0.025), cylinder(0.3 * r, 0.12).move(y=0.06)),
            "trim",
        )
        if v.lid:
            d.add(
                "posts",
                union(*(cylinder(0.014, 0.2).move(x, 0.96 * h, z) for x, z in ring_of(4, 0.86 * r, 45))),
                "trim",
            )
            d.add(
                "lid",
                lathe(
                    [
                        (1.12 * r, 1.03 * h),
                        (1.14 * r, 1.045 * h),
                        (0.7 * r, 1.12 * h),
                        (0.1 * r, 1.16 * h),
                        (0, 1.16 * h),
                    ]
                ),
                "lid",
            )
        else:
            d.add("rim", torus(0.97 * r, 0.025).move(y=0.9 * h), "lid")
        if v.rubbish:
            d.add(
                "rubbish",
                union(
                    sphere(0.7 * r, 0.1 * h, 0.7 * r).move(y=0.89 * h),
                    sphere(0.3 * r).move(0.3 * r, 0.95 * h, 0.2 * r),
                    box(0.25 * r, 0.4 * r, 0.12 * r, 0.02).rotate(z=25).move(-0.35 * r, 0.96 * h, 0.1 * r),
                ),
                "paper",
            )
        if v.symbol:
            d.add("sign", box(0.8 * r, 0.16 * h, 0.03, 0.005).move(0, 0.62 * h, r + 0.005), "sign")
        d.point("top", (0, h, 0), size=r)
        return d
    points = {
        "ribbed": [(0.88 * r, 0), (0.9 * r, 0.02), (r, h)],
        "pedal": [(0.92 * r, 0), (0.92 * r, 0.1), (0.92 * r, h)],
        "mesh": [(0.74 * r, 0), (0.78 * r, 0.02), (r, 0.62 * h)],
    }[v.kind]
    if v.kind == "mesh":
        h *= 0.62
    lid_on = v.lid and v.kind != "mesh"
    tub = Vessel.of(points, 0.008, floor=0.03, smooth=False)
    closed = (lid_on and not (v.tilted and v.kind == "ribbed")) or v.kind == "pedal"
    solid = lathe([(float(a), float(y)) for a, y in tub.outer]) if closed else tub.solid()
    if v.kind == "ribbed":
        ribs = [
            rod(
                (x * (tub.radius(0.08 * h) + 0.001), 0.08 * h, z * (tub.radius(0.08 * h) + 0.001)),
                (x * (tub.radius(0.9 * h) + 0.001), 0.9 * h, z * (tub.radius(0.9 * h) + 0.001)),
                radius=0.011,
                round_ends=False,
            )
            for x, z in ring_of(v.ribs, 1.0)
        ]
        solid = union(solid, *(x - tub.hollow() if not closed else x for x in ribs))
        d.add(
            "hoops",
            union(*(torus(tub.radius(k * h) + 0.002, 0.012).move(y=k * h) for k in (0.06, 0.52, 0.92))),
            "body",
        )
    elif v.kind == "mesh":
        holes = [
            cylinder(0.014, 0.1, sides=4)
            .rotate(x=90)
            .move(0, (0.16 + 0.11 * row) * h, tub.radius((0.16 + 0.11 * row) * h))
            .rotate(y=360 * (c + 0.5 * (row % 2)) / 18)
            for row in range(7)
            for c in range(18)
        ]
        solid = difference(solid, *holes)
        d.add("base", cylinder(0.76 * r, 0.03).move(y=0.02), "trim")
    d.add("body", solid, "body")
    if v.kind != "ribbed" or not closed:
        d.add("rim", torus(tub.radius(h), 0.012).move(y=h - 0.004), "trim" if v.kind == "pedal" else "body")
    top = h
    if v.kind == "pedal":
        d.add("base", cylinder(0.96 * r, 0.06, bevel=0.01).move(y=0.03), "trim")
        d.add(
            "pedal",
            union(box(0.12, 0.018, 0.09, 0.006).move(0, 0.03, r + 0.02), box(0.05, 0.02, 0.08).move(0, 0.03, 0.95 * r)),
            "trim",
        )
        d.add(
            "lid", lathe([(0.93 * r, h - 0.01), (0.95 * r, h + 0.02), (0.8 * r, h + 0.1 * r), (0, h + 0.2 * r)]), "lid"
        )
        top = h + 0.2 * r
    elif lid_on:
        cover: Node = union(
            lathe(
                [
                    (1.04 * r, -0.03),
                    (1.07 * r, -0.02),
                    (1.07 * r, 0.012),
                    (0.9 * r, 0.03),
                    (0.3 * r, 0.2 * r),
                    (0, 0.22 * r),
                ]
            ),
            sweep(
                [(0.2 * r, 0.18 * r, 0), (0.16 * r, 0.34 * r, 0), (-0.16 * r, 0.34 * r, 0), (-0.2 * r, 0.18 * r, 0)],
                0.012,
            ),
        )
        if closed:
            d.add("lid", cover.move(y=h + 0.002), "lid")
        else:
            # Ajar: it leans on the rim and on what is in the can.
            d.add("lid", cover.rotate(z=-18).move(0.12 * r, h + 0.3 * r, 0), "lid")
            d.add(
                "bag",
                union(
                    sphere(0.85 * r, 0.42 * r, 0.85 * r).move(-0.02 * r, h + 0.04 * r, 0),
                    sphere(0.3 * r).move(-0.5 * r, h + 0.16 * r, 0.3 * r),
                ),
                "bag",
            )
            d.add("lining", tub.fill(0.97 * h), "bag")
        top = h + 0.3 * r
    elif v.rubbish:
        d.add("lining", tub.fill(0.9 * h), "bag")
        d.add(
            "rubbish",
            union(
                sphere(0.5 * r, 0.35 * r, 0.5 * r).move(-0.25 * r, 0.95 * h, 0.1 * r),
                sphere(0.36 * r).move(0.38 * r, 0.97 * h, -0.15 * r),
            ),
            "bag",
            group="rubbish",
        )
        d.add(
            "papers",
            union(
                box(0.4 * r, 0.5 * r, 0.1 * r, 0.01).rotate(x=20, z=25).move(0.15 * r, h + 0.05 * r, 0.4 * r),
                sphere(0.2 * r, 0.18 * r, 0.2 * r).move(-0.1 * r, 0.97 * h, -0.5 * r),
            ),
            "paper",
            group="rubbish",
        )
    if v.handles and v.kind == "ribbed":
        for name, s in (("handle_left", 1), ("handle_right", -1)):
            x = math.sqrt(tub.radius(0.78 * h) ** 2 - 0.08**2) - 0.004
            d.add(
                name,
                rod(
                    (s * x, 0.78 * h, 0.08),
                    (s * (x + 0.05), 0.73 * h, 0.06),
                    (s * (x + 0.05), 0.73 * h, -0.06),
                    (s * x, 0.78 * h, -0.08),
                    radius=0.011,
                ),
                "trim",
                group="handles",
            )
    d.point("top", (0, top, 0), size=2 * r)
    return d
