"""Swivel chairs on a star of castors, and folding chairs."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.cushions import cushion
from maquette.shapes.sub.outlines import bar, ring_of, rod


@family(
    "office chair",
    "furniture",
    nouns={
        "swivel chair": {},
        "desk chair": {},
        "computer chair": {},
        "gaming chair": {"headrest": True, "back": "bucket", "armrests": True},
        "executive chair": {"back": "cushions", "headrest": True, "armrests": True},
        "task chair": {"headrest": False},
    },
    parameters=(
        Real("seat_height", 0.48, 0.42, 0.56),
        Real("width", 0.5, 0.44, 0.56),
        Real("depth", 0.48, 0.43, 0.53),
        Real("back_height", 0.56, 0.42, 0.7),
        Real("thickness", 0.09, 0.06, 0.12, about="of the seat"),
        Whole("wheels", 5, 4, 6),
        Real("rake", 10, 5, 16, unit="deg"),
        Choice("back", ("mesh", "cushions", "bucket")),
        Flag("armrests", 0.75),
        Flag("headrest", 0.4),
        Flag("lumbar", 0.4),
    ),
    slots={
        "fabric": ("fabric:#2b2e33", "leather:#2a2522", "fabric:#35557a", "fabric:#8a2f2a", "leather"),
        "frame": ("plastic:#26282c", "gunmetal", "plastic:#d9dbde"),
        "metal": ("chrome", "aluminium", "gunmetal"),
        "wheel": ("rubber", "plastic:#303236"),
        "accent": ("fabric:#c0392b", "fabric:#2f7fb5", "fabric:#3c4148", "fabric:#d07a2a"),
    },
    words={
        "armrests": {"armrests": True},
        "armrest": {"armrests": True},
        "headrest": {"headrest": True},
        "mesh": {"back": "mesh"},
        "castors": {},
        "casters": {},
    },
    paints={
        "seat": "fabric",
        "cushion": "fabric",
        "back": "fabric",
        "base": "metal",
        "castors": "wheel",
        "armrests": "frame",
        "legs": "metal",
        "stripe": "accent",
        "stripes": "accent",
        "trim": "accent",
    },
    height=(0.8, 1.55),
)
def office_chair(v: Values) -> Draft:
    """A star with castors, a gas spring, a padded seat, and a back on an arm."""
    d = Draft(extent=v.seat_height + v.back_height)
    seat, w, z, t = v.seat_height, v.width, v.depth, v.thickness
    reach, hub = 0.31, 0.1
    for i, (x, zz) in enumerate(ring_of(v.wheels, 1.0, 90)):
        arm = sweep(
            [
                (0.02 * x, hub + 0.015, 0.02 * zz),
                (0.5 * reach * x, hub, 0.5 * reach * zz),
                (reach * x, 0.075, reach * zz),
            ],
            [0.03, 0.026, 0.018],
        )
        d.add(
            f"base_{i + 1}", union(arm, cylinder(0.01, 0.05).move(reach * x, 0.06, reach * zz)), "metal", group="base"
        )
        turn = 35.0 * (i - 1)
        pair = union(
            *(cylinder(0.027, 0.02, bevel=0.005).rotate(z=90).move(s * 0.013) for s in (1, -1)),
            box(0.03, 0.02, 0.03, 0.006).move(y=0.016),
        )
        d.add(f"wheel_{i + 1}", pair.rotate(y=turn).move(reach * x, 0.027, reach * zz), "wheel", group="wheels")
    d.add(
        "column",
        union(
            cylinder(0.04, 0.1, top=0.032).move(y=hub + 0.03),
            cylinder(0.022, seat - hub - t).move(y=(seat - t + hub) / 2),
        ),
        "metal",
    )
    under = seat - t
    d.add(
        "mechanism",
        union(
            box(0.2, 0.05, 0.24, 0.015).move(y=under - 0.005),
            rod((0.08, under - 0.01, 0.05), (0.27, under - 0.015, 0.07), radius=0.007, round_ends=True),
        ),
        "frame",
    )
    d.add("seat", cushion(w, 0.85 * t, z, 0.12).move(y=seat - 0.47 * t), "fabric")
    d.add("seat_shell", box(0.82 * w, 0.3 * t, 0.82 * z, 0.1 * t).move(y=seat - 0.9 * t), "frame")
    rear, h, low = -z / 2 + 0.03, v.back_height, seat + 0.07
    spine = sweep(
        [
            (0, under + 0.005, -0.05),
            (0, under + 0.005, rear - 0.06),
            (0, under + 0.06, rear - 0.115),
            (0, low + 0.42 * h, rear - 0.06 - 0.42 * h * math.tan(math.radians(v.rake))),
        ],
        profile=[(0.035, -0.01), (0.035, 0.01), (-0.035, 0.01), (-0.035, -0.01)],
    )
    d.add("spine", spine, "frame")
    pieces = []
    if v.back == "mesh":
        frame = [
            (0.43 * w, 0.0),
            (0.47 * w, 0.3 * h),
            (0.42 * w, 0.75 * h),
            (0.34 * w, h),
            (-0.34 * w, h),
            (-0.42 * w, 0.75 * h),
            (-0.47 * w, 0.3 * h),
            (-0.43 * w, 0.0),
        ]
        pieces.append(("back_frame", sweep([(x, y, -0.055) for x, y in frame], 0.017, closed=True), "frame"))
        pieces.append(
            ("back", extrude([(0.985 * x, y) for x, y in frame], 0.012, smooth=True).move(z=-0.055), "fabric")
        )
    elif v.back == "cushions":
        rolls = 3
        for i in range(rolls):
            pieces.append(  # noqa: PERF401
                (
                    f"back_{i + 1}",
                    cushion(0.92 * w, 0.08, 1.08 * h / rolls, 0.06).rotate(x=90).move(y=(i + 0.5) * h / rolls, z=-0.03),
                    "fabric",
                )
            )
        pieces.append(("back_shell", box(0.8 * w, 0.92 * h, 0.03, 0.012).move(y=0.5 * h, z=-0.065), "frame"))
    else:
        pieces.append(("back", cushion(0.8 * w, 0.09, h, 0.1).rotate(x=90).move(y=0.5 * h, z=-0.035), "fabric"))
        for name, s in (("wing_left", 1), ("wing_right", -1)):
            pieces.append(
                (
                    name,
                    cushion(0.2 * w, 0.08, 0.72 * h, 0.05)
                    .rotate(x=90)
                    .rotate(y=-s * 28)
                    .move(s * 0.41 * w, 0.48 * h, 0.0),
                    "accent",
                )
            )
    if v.lumbar and v.back != "cushions":
        pieces.append(
            (
                "lumbar",
                cushion(0.6 * w, 0.05, 0.2 * h, 0.05)
                .rotate(x=90)
                .move(y=0.24 * h, z=-0.005 if v.back == "bucket" else -0.04),
                "accent",
            )
        )
    if v.headrest:
        pieces.append(
            ("headrest", cushion(0.55 * w, 0.08, 0.15, 0.05).rotate(x=90).move(y=h + 0.085, z=-0.01), "fabric")
        )
        pieces.append(("headrest_arm", bar((0, 0.8 * h, -0.07), (0, h + 0.09, -0.05), 0.05, 0.014), "frame"))
    for name, solid, slot in pieces:
        d.add(name, solid.rotate(x=-v.rake).move(y=low, z=rear), slot, group="back")
    if v.armrests:
        for name, s in (("armrest_left", 1), ("armrest_right", -1)):
            x = s * (w / 2 + 0.045)
            post = sweep(
                [(s * 0.35 * w, under + 0.01, 0), (x, under + 0.01, 0), (x, seat + 0.2, -0.02)], 0.016, smooth=False
            )
            d.add(
                f"{name}_post",
                union(post, sphere(0.016).move(x, under + 0.01, 0)),
                "metal" if v.back == "cushions" else "frame",
                group="armrests",
            )
            d.add(name, box(0.085, 0.035, 0.26, 0.016, 3).move(x, seat + 0.21, 0.01), "frame", group="armrests")
    d.point("seat", (0, seat, 0), size=w)
    d.point("top", (0, seat, 0.02), size=w)
    return d


@family(
    "folding chair",
    "furniture",
    nouns={
        "camping chair": {"seat": "fabric"},
        "deck chair": {"seat": "fabric"},
        "director's chair": {"seat": "fabric", "armrests": True},
        "garden chair": {"seat": "slats"},
        "lawn chair": {"seat": "slats"},
    },
    parameters=(
        Real("seat_height", 0.45, 0.4, 0.5),
        Real("width", 0.46, 0.4, 0.54),
        Real("depth", 0.42, 0.36, 0.48),
        Real("height", 0.82, 0.74, 0.95),
        Real("thickness", 0.024, 0.018, 0.034),
        Choice("seat", ("slats", "fabric", "plate")),
        Whole("slats", 5, 4, 8),
        Flag("armrests", 0.3),
        Real("rake", 14, 8, 20, unit="deg"),
    ),
    slots={
        "frame": ("oak", "paint:#2f6f5e", "aluminium", "paint:#c9452e", "pine"),
        "seat": ("oak", "pine", "plastic:#f0f0ec"),
        "fabric": ("canvas", "fabric:#2f5f8f", "fabric:#c0392b", "fabric:#3d7a52"),
    },
    words={"slats": {"seat": "slats"}, "armrests": {"armrests": True}, "canvas": {"seat": "fabric"}},
    paints={"legs": "frame", "back": "fabric", "backrest": "fabric", "cloth": "fabric"},
    height=(0.7, 1.0),
)
def folding_chair(v: Values) -> Draft:
    """Two frames cross below the seat; the longer one goes on as the back."""
    d = Draft(extent=v.height)
    w, h, s, t = v.width, v.height, v.seat_height, v.thickness
    lean = math.tan(math.radians(v.rake))
    foot = v.depth / 2 + 0.05
    top = -foot + 0.02 - 0.2 * lean
    for name, side in (("left", 1), ("right", -1)):
        x = side * (w / 2 - t / 2)
        d.add(
            f"frame_{name}",
            union(
                bar((x, 0.4 * t, foot), (x, s, -0.17), 0.9 * t, 1.5 * t),
                bar((x, s - 0.012, -0.162), (x, h, top), 0.9 * t, 1.5 * t),
            ),
            "frame",
            group="frame",
        )
        xi = side * (w / 2 - 1.4 * t)
        d.add(f"leg_{name}", bar((xi, 0.4 * t, -foot), (xi, s, foot - 0.06), 0.95 * t, 1.5 * t), "frame", group="frame")
        d.add(
            f"rail_{name}",
            box(1.6 * t, 1.3 * t, v.depth, 0.2 * t, 1).move(side * (w / 2 - t), s - 0.4 * t, 0.01),
            "frame",
            group="frame",
        )
    d.add(
        "crossbars",
        union(
            *(
                rod((-w / 2 + 0.6 * t, y, z), (w / 2 - 0.6 * t, y, z), radius=0.4 * t)
                for y, z in ((0.1, foot - (foot + 0.17) * 0.1 / s), (0.1, -foot + (2 * foot - 0.06) * 0.1 / s))
            )
        ),
        "frame",
        group="frame",
    )
    if v.seat == "slats":
        step = v.depth / v.slats
        d.add(
            "seat",
            union(
                *(
                    box(w, 0.014, 0.78 * step, 0.004, 1).move(0, s + 0.25 * t, -v.depth / 2 + (i + 0.5) * step + 0.01)
                    for i in range(v.slats)
                )
            ),
            "seat",
        )
    elif v.seat == "fabric":
        dip = sweep(
            [
                (-w / 2 + 0.5 * t, s + 0.2 * t, 0.01),
                (-0.25 * w, s - 0.03, 0.01),
                (0, s - 0.04, 0.01),
                (0.25 * w, s - 0.03, 0.01),
                (w / 2 - 0.5 * t, s + 0.2 * t, 0.01),
            ],
            profile=[
                (0.47 * v.depth, -0.006),
                (0.47 * v.depth, 0.006),
                (-0.47 * v.depth, 0.006),
                (-0.47 * v.depth, -0.006),
            ],
        )
        d.add("seat", dip, "fabric")
    else:
        d.add("seat", box(w, 0.022, v.depth, 0.008).move(0, s + 0.2 * t, 0.01), "seat")
    high = h - s
    slope = (top + 0.162) / (h - s + 0.012)

    def at(y: float) -> float:
        return float(-0.162 + (y - s + 0.012) * slope)

    tilt = math.degrees(math.atan(slope))
    if v.seat == "slats":
        rows = [h - 0.05, h - 0.05 - 0.3 * high]
        d.add(
            "back",
            union(*(box(w, 0.18 * high, 0.016, 0.004, 1).rotate(x=tilt).move(y=y, z=at(y) + 0.6 * t) for y in rows)),
            "seat",
        )
    else:
        y = h - 0.3 * high
        d.add(
            "back",
            box(w + 0.004, 0.5 * high, 0.02 + 1.6 * t if v.seat == "fabric" else 0.018, 0.006)
            .rotate(x=tilt)
            .move(y=y, z=at(y) + (0 if v.seat == "fabric" else 0.6 * t)),
            "fabric" if v.seat == "fabric" else "seat",
        )
    if v.armrests:
        for name, side in (("armrest_left", 1), ("armrest_right", -1)):
            x, y = side * (w / 2 + 0.1 * t), s + 0.2
            d.add(
                name,
                union(
                    box(1.8 * t, 0.022, 0.4, 0.006).move(x, y, at(y) + 0.17),
                    bar((x, s - 0.02, 0.13), (x, y, 0.13), 0.8 * t),
                    torus(0.5 * t, 0.15 * t).rotate(z=90).move(x, s - 0.2 * t, 0.13),
                ),
                "frame",
                group="armrests",
            )
    d.point("seat", (0, s, 0), size=w)
    d.point("top", (0, s + 0.02, 0.02), size=w)
    return d
