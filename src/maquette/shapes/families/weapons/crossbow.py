"""Crossbows."""

from __future__ import annotations

from maquette.shapes.api import Point2, Point3, box, cylinder, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.weapons._arrow import arrow
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.outlines import rod


@family(
    "crossbow",
    "weapon",
    nouns={"hunting crossbow": {}, "arbalest": {"width": 0.85}, "hand crossbow": {"length": 0.5, "width": 0.45}},
    parameters=(
        Real("length", 0.8, 0.5, 0.95),
        Real("width", 0.7, 0.45, 0.9, about="of the bow"),
        Real("depth", 0.14, 0.1, 0.2, unit="", about="of the arc, share of the width"),
        Real("height", 0.07, 0.055, 0.09, about="of the stock"),
        Flag("bolt", 0.85),
        Flag("stirrup", 0.7),
        Flag("sight", 0.3),
        Whole("bands", 2, 1, 4),
        Flag("crank", 0.4),
    ),
    slots={
        "stock": ("walnut", "oak", "mahogany", "paint:#2c2a28"),
        "bow": ("gunmetal", "steel", "walnut", "iron"),
        "string": ("rope:#d8cfb8",),
        "metal": ("iron", "brass", "steel"),
        "bolt": ("birch",),
        "feather": ("feathers:#c0322a", "feathers"),
    },
    words={"bolt": {"bolt": True}, "scope": {"sight": True}, "arrow": {"bolt": True}},
    paints={"limbs": "bow", "arrow": "bolt", "handle": "stock"},
    height=(0.1, 0.5),
)
def crossbow(v: Values) -> Draft:
    """Shoots toward +z; lies level."""
    n, w, h = v.length, v.width, v.height
    d = Draft(extent=max(n, w))
    y = 0.17 + 0.5 * h
    side: list[Point2] = [
        (0.5 * n, 0.35 * h),
        (-0.1 * n, 0.45 * h),
        *bezier((-0.14 * n, 0.5 * h), (-0.3 * n, 0.5 * h), (-0.5 * n, 0.35 * h)),
        *bezier((-0.5 * n, -1.1 * h), (-0.36 * n, -0.55 * h), (-0.2 * n, -0.75 * h)),
        (-0.06 * n, -0.6 * h),
        (0.1 * n, -0.5 * h),
        (0.44 * n, -0.45 * h),
        (0.5 * n, -0.2 * h),
    ]
    d.add("stock", extrude(side, 0.8 * h, bevel=0.08 * h).rotate(y=-90).move(y=y), "stock")
    grip = sweep(
        [(0, y - 0.4 * h, -0.17 * n), (0, y - 1.2 * h, -0.2 * n), (0, 0.01, -0.24 * n)],
        [0.36 * h, 0.3 * h, 0.38 * h],
        round_ends=False,
    )
    d.add("grip", grip.scale(0.8, 1, 1), "stock")
    dep = v.depth * w
    z = 0.42 * n
    limb: list[Point3] = [
        (-w / 2, y, z - dep),
        (-0.3 * w, y, z - 0.35 * dep),
        (0, y, z),
        (0.3 * w, y, z - 0.35 * dep),
        (w / 2, y, z - dep),
    ]
    d.add(
        "bow",
        sweep(limb, [0.16 * h, 0.24 * h, 0.32 * h, 0.24 * h, 0.16 * h])
        .move(y=-y)
        .scale(1, 1.5, 1)
        .move(y=y + 0.08 * h),
        "bow",
    )
    d.add("limb_tips", sphere(0.26 * h).move(w / 2, y + 0.08 * h, z - dep).mirrored("x"), "metal")
    nut = -0.04 * n
    d.add(
        "string",
        rod(
            (-w / 2, y + 0.1 * h, z - dep),
            (0, y + 0.56 * h, nut),
            (w / 2, y + 0.1 * h, z - dep),
            radius=0.0055,
            smooth=False,
        ),
        "string",
    )
    d.add("nut", cylinder(0.3 * h, 0.35 * h, bevel=0.03 * h).rotate(z=90).move(0, y + 0.36 * h, nut), "metal")
    d.add("binding", box(0.95 * h, 1.0 * h, 0.9 * h, 0.1 * h).move(0, y + 0.02 * h, z - 0.02 * n), "metal")
    for i in range(v.bands):
        d.add(
            f"band_{i + 1}",
            box(0.86 * h, 1.0 * h, 0.022, 0.004).move(0, y - 0.02 * h, (0.26 - 0.09 * i) * n),
            "metal",
            group="bands",
        )
    d.add(
        "trigger",
        union(
            sweep([(0, y - 0.5 * h, -0.07 * n), (0, y - 1.0 * h, -0.06 * n), (0, y - 1.2 * h, -0.04 * n)], 0.008),
            sweep(
                [
                    (0, y - 0.45 * h, 0.0),
                    (0, y - 1.45 * h, -0.01 * n),
                    (0, y - 1.55 * h, -0.12 * n),
                    (0, y - 1.1 * h, -0.19 * n),
                ],
                0.006,
            ),
        ),
        "metal",
    )
    if v.stirrup:
        s = sweep(
            [
                (-0.045, 0, 0.47 * n),
                (-0.055, 0, 0.5 * n + 0.05),
                (0, 0, 0.5 * n + 0.09),
                (0.055, 0, 0.5 * n + 0.05),
                (0.045, 0, 0.47 * n),
            ],
            0.008,
        )
        d.add("stirrup", union(s, box(0.11, 0.018, 0.02, 0.004).move(z=0.465 * n)).move(y=y), "metal")
    if v.bolt:
        shaft, tip, vane = arrow(0.5 * n + 0.06, 0.007, "narrow")
        at = (0.0, y + 0.36 * h + 0.008, nut + 0.006)
        d.add("bolt", shaft.rotate(y=-90).move(*at), "bolt")
        d.add("bolt_head", tip.rotate(y=-90).move(*at), "metal")
        d.add("bolt_feathers", vane.rotate(x=60).rotate(y=-90).move(*at), "feather")
    if v.sight:
        d.add(
            "sight",
            union(
                cylinder(0.024, 0.16, bevel=0.004).rotate(x=90).move(0, y + 0.95 * h, -0.17 * n),
                box(0.012, 0.6 * h, 0.03).move(0, y + 0.6 * h, -0.2 * n),
                box(0.012, 0.6 * h, 0.03).move(0, y + 0.6 * h, -0.14 * n),
            ),
            "metal",
        )
    if v.crank:
        c = union(
            cylinder(0.035, 0.02, bevel=0.004).rotate(z=90),
            sweep([(0.0, 0, 0), (0.025, 0, 0), (0.028, 0.06, 0), (0.06, 0.065, 0)], 0.007, smooth=False),
        ).move(0.42 * h, y - 0.05 * h, -0.1 * n)
        d.add("crank", c, "metal")
    d.point("grip", (0, y - 1.3 * h, -0.2 * n), size=0.6 * h)
    d.point("top", (0, y + 0.5 * h, 0), size=h)
    return d
