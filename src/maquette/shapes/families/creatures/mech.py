"""Mechs: walking war machines with a cockpit, guns and rockets, on two bird's or man's legs, or on four."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, hull, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across, frustum
from maquette.shapes.sub.sidewise import axle, tube
from maquette.shapes.sub.walker_parts import gun_arm, leg, rear_leg


@family(
    "mech",
    "creature",
    nouns={
        "mecha": {},
        "battle mech": {},
        "walker": {"arms": False},
        "combat walker": {},
        "battle walker": {},
        "war machine": {},
        "war mech": {},
        "robot walker": {},
        "exosuit": {"stance": "man", "height": 3.2},
        "spider mech": {"legs": 4},
        "spider tank": {"legs": 4},
        "gundam": {"stance": "man"},
        "titan mech": {"stance": "man"},
    },
    parameters=(
        Real("height", 5.5, 3.2, 8.0),
        Real("width", 0.42, 0.36, 0.5, unit="", about="of the body, share of the height"),
        Whole("legs", 2, 2, 4),
        Choice("stance", ("bird", "man"), about="how its knees bend"),
        Choice("cockpit", ("glass", "visor", "slit")),
        Real("stride", 0.14, 0.1, 0.19, unit="", about="half the distance of the feet, share of the height"),
        Real("foot", 1.0, 0.8, 1.3, unit="", about="size of its feet"),
        Whole("barrels", 2, 1, 4, about="of each gun"),
        Whole("rockets", 6, 4, 9, about="in each pod"),
        Flag("arms", 0.9, about="guns at its sides"),
        Flag("pods", 0.7, about="boxes of rockets on its shoulders"),
        Flag("claw", 0.25, about="a hand in place of the left gun"),
        Flag("antenna", 0.7),
        Flag("searchlight", 0.7),
        Flag("exhaust", 0.7),
    ),
    slots={
        "armor": ("paint:#5c6b45", "paint:#8a8f96", "paint:#a3552a", "paint:#37506e", "paint:#c9b27a"),
        "joint": ("gunmetal", "cast iron"),
        "accent": ("paint:#d8a52c", "paint:#b83226", "paint:#e8e4d8"),
        "weapon": ("gunmetal", "steel"),
        "glass": ("dark glass", "glow:#ffb638", "glow:#3fd0ff"),
        "glow": ("glow:#ff5028", "glow:#40c8ff"),
        "rocket": ("paint:#c8312a", "paint:#e8e4d8"),
    },
    words={
        "guns": {"arms": True, "claw": False},
        "cannons": {"arms": True, "claw": False},
        "rockets": {"pods": True},
        "missiles": {"pods": True},
        "claw": {"claw": True, "arms": True},
        "antenna": {"antenna": True},
        "searchlight": {"searchlight": True},
        "exhaust": {"exhaust": True},
        "arms": {"arms": True},
    },
    paints={
        "body": "armor",
        "hull": "armor",
        "legs": "joint",
        "leg": "joint",
        "guns": "weapon",
        "cannons": "weapon",
        "cockpit": "glass",
        "eyes": "glass",
        "missiles": "rocket",
        "stripes": "accent",
    },
    height=(2.9, 9.6),
)
def mech(v: Values) -> Draft:
    """Stands with its guns to the front."""
    h = v.height
    d = Draft(extent=1.05 * h)
    hip_y, w = 0.47 * h, v.width * h / 2
    d.add(
        "pelvis",
        union(
            box(1.15 * w, 0.09 * h, 0.2 * h, 0.02 * h), cylinder(0.085 * h, 0.12 * h, bevel=0.01 * h).move(y=0.06 * h)
        ).move(y=hip_y),
        "joint",
        group="body",
    )
    d.add(
        "hip_plate",
        across(
            [
                (0.1 * h, 0.03 * h),
                (0.12 * h, -0.02 * h),
                (0.085 * h, -0.1 * h),
                (0.05 * h, -0.1 * h),
                (0.05 * h, 0.03 * h),
            ],
            0.6 * w,
            0.008 * h,
        ).move(y=hip_y),
        "armor",
        group="body",
    )
    d.add("waist_ring", torus(0.095 * h, 0.014 * h).move(y=hip_y + 0.085 * h), "accent", group="body")
    if v.legs >= 4:
        for front in (1, -1):
            leg(d, v, f"{'front' if front > 0 else 'rear'}", front)
    elif v.legs == 3:
        leg(d, v, "front", 1)
        rear_leg(d, v)
    else:
        leg(d, v, "", 0)
    _body(d, v, hip_y + 0.1 * h, w)
    return d


def _body(d: Draft, v: Values, y: float, w: float) -> None:
    h = v.height
    tall, deep = 0.3 * h, 0.21 * h
    low = frustum(y, (-0.5 * deep, 0.55 * deep), 0.62 * w, y + 0.42 * tall, (-0.9 * deep, 1.0 * deep), 0.92 * w)
    high = frustum(y + 0.4 * tall, (-0.9 * deep, 1.0 * deep), 0.92 * w, y + tall, (-0.72 * deep, 0.45 * deep), 0.66 * w)
    d.add("body", union(low, high), "armor", group="body")
    mid = y + 0.41 * tall
    d.add("belt", box(1.87 * w, 0.05 * tall, 1.93 * deep, 0.005 * h).move(y=mid, z=0.05 * deep), "accent", group="body")
    slope = math.degrees(math.atan2(0.55 * deep, 0.6 * tall))
    face: Point3 = (0, y + 0.7 * tall, 0.74 * deep)
    if v.cockpit == "glass":
        d.add(
            "cockpit_frame",
            box(0.98 * w, 0.5 * tall, 0.06 * h, 0.012 * h).rotate(x=-slope).move(*face),
            "joint",
            group="cockpit",
        )
        panes = union(
            *(box(0.42 * w, 0.38 * tall, 0.05 * h, 0.008 * h).move(s * 0.225 * w, 0, 0.012 * h) for s in (1, -1))
        )
        d.add("cockpit", panes.rotate(x=-slope).move(*face), "glass", group="cockpit")
    elif v.cockpit == "visor":
        d.add(
            "head",
            lathe(
                [
                    (0.0, -0.05 * h),
                    (0.085 * h, -0.05 * h),
                    (0.085 * h, 0.03 * h),
                    (0.06 * h, 0.08 * h),
                    (0.0, 0.092 * h),
                ]
            )
            .scale(1.1, 1, 1)
            .move(y=y + 1.08 * tall),
            "armor",
            group="cockpit",
        )
        d.add(
            "cockpit",
            (cylinder(0.09 * h, 0.032 * h).scale(1.1, 1, 1) & box(h, h, h).move(z=0.53 * h)).move(y=y + 1.1 * tall),
            "glass",
            group="cockpit",
        )
        d.add(
            "chest_plate",
            hull(
                [
                    (x * w, q * tall, z)
                    for x, q, z in (
                        (0.55, 0.16, 0),
                        (-0.55, 0.16, 0),
                        (0.35, -0.24, 0),
                        (-0.35, -0.24, 0),
                        (0.4, 0.12, 0.05 * h),
                        (-0.4, 0.12, 0.05 * h),
                        (0.25, -0.2, 0.05 * h),
                        (-0.25, -0.2, 0.05 * h),
                    )
                ]
            )
            .rotate(x=-slope)
            .move(0, y + 0.72 * tall, 0.62 * deep),
            "accent",
            group="body",
        )
    else:
        d.add(
            "brow",
            box(1.2 * w, 0.2 * tall, 0.1 * h, 0.015 * h).rotate(x=-slope).move(0, y + 0.86 * tall, 0.52 * deep),
            "armor",
            group="cockpit",
        )
        d.add(
            "cockpit",
            box(1.05 * w, 0.1 * tall, 0.06 * h, 0.008 * h).rotate(x=-slope).move(0, y + 0.68 * tall, 0.73 * deep),
            "glass",
            group="cockpit",
        )
        d.add(
            "grille",
            union(
                *(
                    box(0.8 * w, 0.025 * tall, 0.05 * h)
                    .rotate(x=-slope)
                    .move(0, y + k * tall, (1.0 - 0.55 * (k - 0.4) / 0.6) * deep - 0.01 * h)
                    for k in (0.47, 0.53, 0.59)
                )
            ),
            "joint",
            group="cockpit",
        )
    vents = union(
        *(
            box(0.05 * h, 0.3 * tall, 0.012 * h).move(s * 0.3 * w * k, y + 0.7 * tall, -0.83 * deep)
            for s in (1, -1)
            for k in (0.4, 1.0)
        )
    )
    d.add(
        "pack",
        box(1.1 * w, 0.62 * tall, 0.4 * deep, 0.02 * h).move(y=y + 0.62 * tall, z=-0.92 * deep),
        "joint",
        group="body",
    )
    d.add("vents", vents.move(z=-0.3 * deep), "glow", group="body")
    top = y + tall
    if v.exhaust:
        pipe = sweep(
            [
                (0.4 * w, y + 0.7 * tall, -1.05 * deep),
                (0.42 * w, y + 0.98 * tall, -1.1 * deep),
                (0.44 * w, top + 0.08 * h, -1.2 * deep),
            ],
            0.022 * h,
        )
        d.add("exhausts", pipe.mirrored(), "weapon", group="body")
    sx = 0.95 * w
    sy = y + 0.62 * tall
    if v.arms or v.pods:
        d.add(
            "shoulders",
            union(
                axle(0.05 * h, 0.16 * h, sy, -0.05 * deep, 0.008 * h).move(x=sx + 0.02 * h),
                sphere(0.058 * h).move(sx + 0.075 * h, sy, -0.05 * deep),
            ).mirrored(),
            "joint",
            group="arms",
        )
    if v.arms:
        for side in (1, -1):
            gun_arm(d, v, side, (sx + 0.085 * h, sy, -0.05 * deep))
    if v.pods:
        n = v.rockets
        cols = 3 if n > 4 else 2
        rows = -(-n // cols)
        size = 0.055 * h
        bw, bh = cols * size + 0.02 * h, rows * size + 0.02 * h
        px, py = sx + 0.075 * h, sy + 0.075 * h + bh / 2
        d.add(
            "pods",
            union(
                box(bw, bh, 0.24 * h, 0.012 * h), box(0.05 * h, 0.06 * h + bh / 2, 0.09 * h).move(y=-bh / 4 - 0.03 * h)
            )
            .move(px, py, 0)
            .mirrored(),
            "armor",
            group="pods",
        )
        spots = [((i % cols - (cols - 1) / 2) * size, ((rows - 1) / 2 - i // cols) * size) for i in range(n)]
        d.add(
            "pod_tubes",
            union(*(tube(0.4 * size, 0.1 * h, 0.128 * h, b, a) for a, b in spots)).move(px, py).mirrored(),
            "joint",
            group="pods",
        )
        d.add(
            "rockets",
            union(*(sphere(0.27 * size, 0.27 * size, 0.5 * size).move(a, b, 0.128 * h) for a, b in spots))
            .move(px, py)
            .mirrored(),
            "rocket",
            group="pods",
        )
        top = max(top, py + bh / 2)
    if v.antenna:
        d.add(
            "antenna",
            union(
                sweep(
                    [(-0.3 * w, y + 0.9 * tall, -0.6 * deep), (-0.36 * w, top + 0.16 * h, -0.8 * deep)],
                    [0.009 * h, 0.006 * h],
                ),
                box(0.05 * h, 0.03 * h, 0.05 * h, 0.005 * h).move(-0.3 * w, y + tall, -0.6 * deep),
            ),
            "weapon",
        )
        d.add("antenna_light", sphere(0.013 * h).move(-0.36 * w, top + 0.16 * h, -0.8 * deep), "glow")
    if v.searchlight:
        at = (0.42 * w, y + 0.3 * tall, 0.85 * deep)
        d.add(
            "searchlights",
            tube(0.03 * h, -0.05 * h, 0.03 * h, bevel=0.004 * h).move(*at).mirrored(),
            "joint",
            group="lights",
        )
        d.add(
            "searchlight",
            sphere(0.023 * h, 0.023 * h, 0.01 * h).move(at[0], at[1], at[2] + 0.03 * h).mirrored(),
            "glow",
            group="lights",
        )
    d.point("top", (0, y + tall, -0.1 * deep), size=w)
    d.point("head", (0, y + tall, -0.1 * deep), size=0.8 * w)
    d.point("back", (0, y + 0.6 * tall, -1.1 * deep), front=(0, 0, -1), size=w)
    d.limb("spine", [(0, y - 0.08 * h, 0), (0, y + 0.5 * tall, 0), (0, y + tall, 0)])
