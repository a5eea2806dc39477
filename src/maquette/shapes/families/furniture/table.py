"""Tables of all kinds, and picnic tables."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.furniture_legs import corner_legs, leg, splayed
from maquette.shapes.sub.outlines import bar, ellipse, polygon, ring_of, rounded_rectangle, slab
from maquette.shapes.sub.pulls import add_drawer


@family(
    "table",
    "furniture",
    nouns={
        "dining table": {},
        "kitchen table": {},
        "coffee table": {"height": 0.42, "width": 1.1, "depth": 0.6},
        "side table": {"height": 0.55, "width": 0.5, "depth": 0.5},
        "end table": {"height": 0.55, "width": 0.5, "depth": 0.5},
        "round table": {"top": "round", "width": 1.1, "depth": 1.1},
        "console table": {"height": 0.8, "width": 1.1, "depth": 0.4},
        "trestle table": {"base": "trestle", "top": "rectangular"},
        "bistro table": {"top": "round", "base": "pedestal", "width": 0.6, "depth": 0.6},
        "pedestal table": {"base": "pedestal"},
        "bar table": {"height": 1.05, "base": "pedestal", "top": "round", "width": 0.65, "depth": 0.65},
        "workbench": {"height": 0.88, "base": "trestle", "shelf": True},
        "refectory table": {"base": "trestle", "width": 2.2},
    },
    parameters=(
        Real("height", 0.74, 0.4, 1.1),
        Real("width", 1.4, 0.45, 2.4),
        Real("depth", 0.85, 0.4, 1.3),
        Real("thickness", 0.035, 0.02, 0.06),
        Choice("top", ("rectangular", "round", "oval", "rounded", "hexagonal")),
        Choice("base", ("legs", "pedestal", "trestle", "cross")),
        Choice("leg", ("square", "tapered", "turned", "cabriole")),
        Whole("legs", 4, 3, 6),
        Real("leg_thickness", 0.06, 0.04, 0.09),
        Flag("apron", 0.6),
        Flag("drawer", 0.2),
        Flag("shelf", 0.15),
        Flag("cloth", 0.06),
        Flag("two_tone", 0.5, about="the frame of another material than the top"),
    ),
    slots={
        "top": ("oak", "walnut", "marble", "pine", "mahogany", "wood"),
        "frame": ("oak", "walnut", "paint:#e9e4d8", "gunmetal", "mahogany"),
        "handle": ("brass", "iron"),
        "cloth": ("cotton", "fabric:#b8443a", "fabric:#4a6f8f"),
    },
    words={
        "legs": {"two_tone": True},
        "leg": {"two_tone": True},
        "base": {"two_tone": True},
        "round": {"top": "round"},
        "oval": {"top": "oval"},
        "square": {"top": "rectangular", "width": 0.9, "depth": 0.9},
        "hexagonal": {"top": "hexagonal"},
        "drawer": {"drawer": True},
        "tablecloth": {"cloth": True},
        "cloth": {"cloth": True},
        "shelf": {"shelf": True},
        "pedestal": {"base": "pedestal"},
    },
    paints={
        "legs": "frame",
        "leg": "frame",
        "base": "frame",
        "tablecloth": "cloth",
        "tabletop": "top",
        "surface": "top",
    },
    height=(0.35, 1.2),
)
def table(v: Values) -> Draft:
    """A top on legs, a column, trestles or crossed frames."""
    w, z, h, t = v.width, v.depth, v.height, v.thickness
    if v.top in ("round", "hexagonal"):
        w = z = min(max(0.5 * (w + z), 0.45), 1.3)
    d = Draft(extent=max(w, z, h))
    frame = "frame" if v.two_tone else "top"
    outline = {
        "rectangular": rounded_rectangle(w, z, 0.01, 2),
        "rounded": rounded_rectangle(w, z, 0.22 * min(w, z), 8),
        "oval": ellipse(w / 2, z / 2, 56),
        "round": ellipse(w / 2, w / 2, 56),
        "hexagonal": polygon(w / 2, 6, 0),
    }[v.top]
    d.add("top", slab(outline, t, 0.25 * t).move(y=h - t / 2), "top")
    under, r = h - 0.7 * t, v.leg_thickness / 2
    curvy = v.top in ("round", "oval", "hexagonal")
    base = v.base
    if base in ("trestle", "cross") and (curvy or w < 0.7):
        base = "pedestal"
    inset_x, inset_z = w / 2 - 1.6 * r - 0.02, z / 2 - 1.6 * r - 0.02
    if base == "legs":
        reach = 0.5 * min(w, z) * (0.66 if curvy else 0.8)
        if curvy or v.legs in (3, 5):
            sx, sz = (w / min(w, z), z / min(w, z)) if curvy else (0.92 * inset_x / reach, 0.92 * inset_z / reach)
            for i, (x, zz) in enumerate(ring_of(v.legs, reach, 90 if v.legs % 2 else 45)):
                out = 0.0 if v.leg in ("square", "turned", "cabriole") else 0.12 * reach
                one = leg(v.leg, under, r) if not out else splayed(v.leg, under, r, out * x / reach, out * zz / reach)
                turn = -math.degrees(math.atan2(zz, x)) if v.leg in ("square", "turned", "cabriole") else 0
                d.add(f"leg_{i + 1}", one.rotate(y=turn).move(sx * x, 0, sz * zz), frame, group="legs")
            if v.apron:
                k = 0.97 if curvy else 1.0
                hoop = (
                    slab([(k * sx * reach * x, k * sz * reach * y) for x, y in ellipse(1, 1, 48)], 0.08)
                    if curvy
                    else slab(rounded_rectangle(0.8 * w, 0.8 * z, 0.05), 0.08)
                )
                d.add("apron", hoop.move(y=under - 0.03), frame)
        else:
            corner_legs(
                d, v.leg, under, r, inset_x, inset_z, frame, splay=0.0 if v.leg != "tapered" else min(0.03, 0.04 * h)
            )
            if v.legs == 6:
                for name, s in (("leg_middle_front", 1), ("leg_middle_back", -1)):
                    d.add(
                        name,
                        leg(v.leg if v.leg != "cabriole" else "tapered", under, r).move(0, 0, s * inset_z),
                        frame,
                        group="legs",
                    )
            if v.apron or v.drawer:
                tall = min(0.1, 0.2 * h)
                sides = [
                    box(2 * inset_x, tall, 0.02).move(0, under - tall / 2 + 0.005, s * inset_z) for s in (1, -1)
                ] + [box(0.02, tall, 2 * inset_z).move(s * inset_x, under - tall / 2 + 0.005) for s in (1, -1)]
                d.add("apron", union(*sides), frame)
                if v.drawer:
                    add_drawer(
                        d,
                        "drawer",
                        (0, under - tall / 2 + 0.005, inset_z + 0.012),
                        min(0.5, 0.55 * w),
                        0.82 * tall,
                        style="flat",
                        kind="knob",
                        slot=frame,
                        thickness=0.012,
                        size=0.04,
                    )
            if v.shelf:
                d.add(
                    "shelf",
                    slab(rounded_rectangle(2 * inset_x + 0.6 * r, 2 * inset_z + 0.6 * r, 0.02), 0.02, 0.004).move(
                        y=0.24 * h
                    ),
                    "top",
                )
    elif base == "pedestal":
        _pedestal(d, v, min(w, z), under, r, frame)
    elif base == "trestle":
        x, foot = w / 2 - 0.16 * w, 0.8 * z
        for name, s in (("trestle_left", 1), ("trestle_right", -1)):
            side = union(
                box(2.2 * r, 1.8 * r, foot, 0.4 * r).move(y=0.9 * r),
                box(2.2 * r, 1.8 * r, foot, 0.4 * r).move(y=under - 0.7 * r),
                *(box(1.6 * r, under - r, 2.4 * r, 0.2 * r).move(y=under / 2, z=k * 0.17 * z) for k in (1, -1)),
                box(1.4 * r, 2 * r, 0.36 * z, 0.2 * r).move(y=0.36 * h),
            )
            d.add(name, side.move(s * x), frame, group="legs")
        d.add("stretcher", box(2 * x, 2.4 * r, 0.9 * r, 0.2 * r).move(y=0.36 * h), frame, group="legs")
        if v.shelf:
            d.add("shelf", box(2 * x + 0.04, 0.022, 0.5 * z, 0.005).move(y=0.36 * h + 1.25 * r), "top")
    else:
        x = w / 2 - 0.17 * w
        for name, s in (("cross_left", 1), ("cross_right", -1)):
            crossed = union(
                *(bar((0, 0.01, k * 0.42 * z), (0, under, -k * 0.4 * z), 1.5 * r, 1.8 * r) for k in (1, -1))
            )
            d.add(name, crossed.move(s * x), frame, group="legs")
        d.add("stretcher", bar((-x, under / 2, 0), (x, under / 2, 0), 1.6 * r), frame, group="legs")
    if v.cloth:
        grown = [(a * 1.012 + math.copysign(0.004, a), b * 1.012 + math.copysign(0.004, b)) for a, b in outline]
        under_cloth = slab([(0.985 * a, 0.985 * b) for a, b in outline], t + 0.1).move(y=h - 0.05 - t / 2 - 0.6 * t)
        d.add("cloth", slab(grown, t + 0.1, 0.004).move(y=h - 0.05 - t / 2 + 0.006) - under_cloth, "cloth")
    d.point("top", (0, h + (0.006 if v.cloth else 0), 0), size=min(w, z))
    return d


def _pedestal(d: Draft, v: Values, across: float, under: float, r: float, frame: str) -> None:
    """A turned column on three or four feet, or on a plate."""
    column = [
        (1.6 * r, 0.12 * under),
        (1.9 * r, 0.16 * under),
        (1.1 * r, 0.24 * under),
        (1.2 * r, 0.34 * under),
        (1.7 * r, 0.46 * under),
        (1.2 * r, 0.62 * under),
        (1.0 * r, 0.85 * under),
        (1.8 * r, 0.93 * under),
        (2.2 * r, under),
    ]
    plain = [(1.1 * r, 0.02), (1.1 * r, 0.9 * under), (2.4 * r, under)]
    turned = v.leg in ("turned", "cabriole")
    d.add("column", lathe(column, smooth=True) if turned else lathe(plain), frame, group="base")
    reach = 0.36 * across
    if v.leg == "tapered":
        d.add(
            "foot",
            lathe([(reach, 0), (reach, 0.012), (0.9 * reach, 0.022), (1.6 * r, 0.06), (0, 0.07)]),
            frame,
            group="base",
        )
        return
    for i, (x, z) in enumerate(ring_of(max(v.legs, 3), 1.0, 90 if v.legs % 2 else 45)):
        foot = sweep(
            [
                (0.5 * r * x, 0.2 * under, 0.5 * r * z),
                (0.45 * reach * x, 0.19 * under, 0.45 * reach * z),
                (0.8 * reach * x, 0.08 * under, 0.8 * reach * z),
                (reach * x, 0.03 * under, reach * z),
            ],
            [1.0 * r, 0.9 * r, 0.7 * r, 0.6 * r],
        )
        d.add(
            f"foot_{i + 1}",
            union(
                foot,
                sphere(0.75 * r, 0.02 * under + 0.3 * r, 0.75 * r).move(reach * x, 0.02 * under + 0.3 * r, reach * z),
            ),
            frame,
            group="base",
        )


@family(
    "picnic table",
    "furniture",
    nouns={"beer table": {}, "garden table": {}},
    parameters=(
        Real("height", 0.75, 0.68, 0.8),
        Real("width", 1.8, 1.3, 2.4),
        Real("depth", 0.72, 0.6, 0.85),
        Real("seat_height", 0.45, 0.4, 0.48),
        Real("seat_depth", 0.26, 0.2, 0.32),
        Real("thickness", 0.04, 0.03, 0.05),
        Whole("planks", 5, 3, 7),
        Real("gap", 0.012, 0.006, 0.02),
        Flag("umbrella", 0.2),
        Flag("brace", 0.7),
    ),
    slots={
        "wood": ("pine", "oak", "driftwood", "paint:#7d3b2a", "wood"),
        "frame": ("oak", "wood", "gunmetal"),
        "umbrella": ("fabric:#c0392b", "fabric:#3f7f5f", "canvas"),
        "metal": ("aluminium", "gunmetal"),
    },
    words={"umbrella": {"umbrella": True}, "parasol": {"umbrella": True}},
    paints={"top": "wood", "legs": "frame", "seats": "wood", "benches": "wood", "parasol": "umbrella"},
    height=(0.6, 2.5),
)
def picnic_table(v: Values) -> Draft:
    """Planks on two A-shaped frames that also carry the benches."""
    w, h, z, t = v.width, v.height, v.depth, v.thickness
    d = Draft(extent=2.2 if v.umbrella else w)
    each = z / v.planks
    for i in range(v.planks):
        d.add(
            f"plank_{i + 1}",
            box(w, t, each - v.gap, 0.2 * t).move(0, h - t / 2, (i - (v.planks - 1) / 2) * each),
            "wood",
            group="top",
        )
    out, x = z / 2 + 0.06 + v.seat_depth, w / 2 - 0.2 * w
    for name, s in (("frame_left", 1), ("frame_right", -1)):
        legs = [bar((0, 0.0, k * 0.62 * out), (0, h - t, k * 0.18), 0.042, 0.085) for k in (1, -1)]
        cross = [
            box(0.04, 0.085, 2 * out, 0.01).move(y=v.seat_height - t - 0.03),
            box(0.04, 0.075, 0.95 * z, 0.01).move(y=h - t - 0.025),
        ]
        d.add(name, union(*legs, *cross).move(s * x), "frame", group="frame")
    for name, s in (("bench_front", 1), ("bench_back", -1)):
        d.add(
            name,
            union(
                *(
                    box(w, t, v.seat_depth / 2 - v.gap / 2, 0.2 * t).move(
                        0, v.seat_height - t / 2, s * (out - v.seat_depth / 2) + k * v.seat_depth / 4
                    )
                    for k in (1, -1)
                )
            ),
            "wood",
            group="benches",
        )
    if v.brace:
        d.add(
            "braces",
            union(
                *(bar((s * x, v.seat_height - t - 0.03, 0), (s * 0.1, h - t - 0.005, 0), 0.06, 0.035) for s in (1, -1)),
                box(0.5, 0.03, 0.08).move(y=h - t - 0.01),
            ),
            "frame",
            group="frame",
        )
    if v.umbrella:
        d.add("pole", cylinder(0.022, 2.32 - h + t).move(y=(h - t + 2.32) / 2), "metal")
        d.add(
            "umbrella",
            lathe([(1.1, 1.86), (1.09, 1.9), (0.55, 2.15), (0, 2.32)], sides=8)
            - lathe([(0, 1.8), (1.07, 1.84), (1.065, 1.87), (0.53, 2.12), (0, 2.29)], sides=8),
            "umbrella",
        )
        d.add("finial", sphere(0.03).move(y=2.33), "metal")
    else:
        d.add("beam", box(2 * x, 0.06, 0.04, 0.01).move(y=v.seat_height - t - 0.02), "frame", group="frame")
    d.point("top", (0.3 if v.umbrella else 0, h, 0), size=0.5 * w)
    return d
