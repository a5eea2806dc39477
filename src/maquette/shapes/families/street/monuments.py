"""Fountains, wells, statues and pedestals."""

from __future__ import annotations

import math

from maquette.shapes.api import (
    Point3,
    bone,
    box,
    cylinder,
    difference,
    extrude,
    lathe,
    organic,
    sphere,
    sweep,
    torus,
    union,
)
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.primitives import Bone
from maquette.shapes.sub.outlines import ring_of, rod
from maquette.shapes.sub.vessels import Vessel

STONES = ("stone", "sandstone", "granite", "marble")


@family(
    "fountain",
    "street",
    nouns={
        "water fountain": {},
        "garden fountain": {"tiers": 1},
        "town fountain": {"tiers": 2},
        "tiered fountain": {"tiers": 3},
        "drinking fountain": {"tiers": 1, "radius": 0.8},
        "bird bath": {"tiers": 1, "jets": 0, "radius": 0.7},
    },
    parameters=(
        Whole("tiers", 2, 1, 3),
        Real("radius", 1.4, 0.7, 2.0),
        Real("height", 2.1, 1.4, 2.8),
        Choice("basin", ("round", "octagonal", "lobed")),
        Real("rim", 0.16, 0.12, 0.24),
        Real("wall_height", 0.45, 0.35, 0.6),
        Whole("jets", 4, 0, 8),
        Flag("steps", 0.5),
        Choice("top", ("pineapple", "ball", "urn", "spout")),
        Flag("water", 0.95),
        Flag("coins", 0.2),
    ),
    slots={
        "stone": STONES,
        "water": ("water", "water:#4f9ac8"),
        "jet": ("water:#cfeaf5", "water:#b8e0f0"),
        "accent": ("bronze", "stone", "marble", "sandstone"),
        "coin": ("gold", "copper"),
    },
    words={
        "water": {"water": True},
        "jets": {"jets": 6},
        "steps": {"steps": True},
        "dry": {"water": False, "jets": 0},
        "coins": {"coins": True},
    },
    paints={"basin": "stone", "statue": "accent", "jets": "jet"},
    height=(1.1, 3.4),
)
def fountain(v: Values) -> Draft:
    """A basin on the ground, bowls on a turned column, water that falls from one to the other."""
    r, h, wall = v.radius, v.height, v.wall_height
    d = Draft(extent=max(h, 2 * r))
    sides = 8 if v.basin == "octagonal" else None
    lift = 0.0
    if v.steps:
        lift = 0.14
        d.add("step", lathe([(1.22 * r, 0), (1.22 * r, 0.13), (1.2 * r, 0.15), (0, 0.15)], sides=sides), "stone")
    top = lift + wall
    level = top - 0.1 if v.water else lift + 0.1
    outer = [
        (1.02 * r, lift),
        (1.02 * r, lift + 0.08),
        (0.97 * r, lift + 0.12),
        (0.96 * r, top - 0.1),
        (1.03 * r, top - 0.06),
        (1.03 * r, top),
        (r - v.rim, top),
        (r - v.rim, level - 0.03),
        (0, level - 0.03),
    ]
    basin = lathe(outer, sides=sides)
    if v.basin == "lobed":
        lobes = [
            lathe(
                [
                    (0.4 * r, lift),
                    (0.4 * r, top),
                    (0.4 * r - v.rim, top),
                    (0.4 * r - v.rim, level - 0.03),
                    (0, level - 0.03),
                ]
            ).move(x, 0, z)
            for x, z in ring_of(6, 0.8 * r)
        ]
        room = union(
            cylinder(r - v.rim, 1).move(y=level - 0.03 + 0.5),
            *(cylinder(0.4 * r - v.rim, 1).move(x, level - 0.03 + 0.5, z) for x, z in ring_of(6, 0.8 * r)),
        )
        basin = difference(union(basin, *lobes), room)
    d.add("basin", basin, "stone", group="basin")
    if v.water:
        pool = cylinder(r - 0.6 * v.rim, 0.08, sides=sides).move(y=level - 0.03)
        if v.basin == "lobed":
            pool = union(
                pool, *(cylinder(0.4 * r - 0.6 * v.rim, 0.08).move(x, level - 0.03, z) for x, z in ring_of(6, 0.8 * r))
            )
        d.add("pool", pool, "water", group="water")
    if v.coins:
        d.add(
            "coins",
            union(
                *(
                    cylinder(0.035, 0.05, bevel=0.003).move(
                        x * (0.5 + 0.1 * (i % 4)), level - 0.002, z * (0.5 + 0.1 * (i % 3))
                    )
                    for i, (x, z) in enumerate(ring_of(11, 0.85 * r, 7))
                )
            ),
            "coin",
        )
    n = v.tiers
    base_y = level - 0.04
    heights = [base_y + (h - 0.25 - base_y) * (i + 1) / n for i in range(n)]
    below, thick = base_y, 0.2 * min(r, 1.2)
    for i, y in enumerate(heights):
        bowl_r = r * (0.62 - 0.17 * i) if n > 1 else 0.55 * r
        tall = y - below
        column = [
            (1.25 * thick, below - 0.02),
            (1.25 * thick, below + 0.08 * tall),
            (0.7 * thick, below + 0.2 * tall),
            (0.85 * thick, below + 0.45 * tall),
            (0.55 * thick, below + 0.7 * tall),
            (0.9 * thick, y - 0.1),
        ]
        d.add(f"column_{i + 1}", lathe(column), "stone", group="column")
        bowl = Vessel.of(
            [(0.7 * thick, y - 0.16), (0.55 * bowl_r, y - 0.13), (0.92 * bowl_r, y - 0.03), (bowl_r, y + 0.04)],
            0.05,
            floor=y - 0.08,
        )
        d.add(
            f"bowl_{i + 1}", union(bowl.solid(), torus(bowl_r - 0.01, 0.028).move(y=y + 0.035)), "stone", group="bowls"
        )
        if v.water:
            d.add(f"water_{i + 1}", bowl.fill(y + 0.01), "water", group="water")
            target = level if i == 0 else heights[i - 1]
            reach = bowl_r + 0.1
            for k, (x, z) in enumerate(ring_of(v.jets, 1.0, 20 + 25 * i)):
                path: list[Point3] = [
                    (x * (bowl_r - 0.06), y + 0.015, z * (bowl_r - 0.06)),
                    (x * (bowl_r + 0.03), y + 0.05, z * (bowl_r + 0.03)),
                    (x * reach, y - 0.35 * (y - target), z * reach),
                    (x * (reach + 0.03), target - 0.01, z * (reach + 0.03)),
                ]
                d.add(
                    f"jet_{i + 1}_{k + 1}",
                    union(
                        sweep(path, [0.022, 0.026, 0.03, 0.034]),
                        sphere(0.07, 0.025, 0.07).move(x * (reach + 0.03), target, z * (reach + 0.03)),
                    ),
                    "jet",
                    group="jets",
                )
        below, thick = y - 0.09, 0.72 * thick
    y = heights[-1]
    t = thick / 0.72 * 0.5
    crown = {
        "pineapple": union(
            lathe(
                [
                    (0.8 * t, y - 0.1),
                    (0.5 * t, y + 0.05),
                    (1.1 * t, y + 0.1),
                    (1.2 * t, y + 0.18),
                    (0.7 * t, y + 0.28),
                    (0.1 * t, y + 0.36),
                ],
                smooth=True,
            )
        ),
        "ball": union(cylinder(0.55 * t, 0.24).move(y=y), sphere(1.2 * t).move(y=y + 0.12 + t)),
        "urn": lathe(
            [
                (0.8 * t, y - 0.1),
                (0.4 * t, y + 0.06),
                (1.2 * t, y + 0.16),
                (1.0 * t, y + 0.22),
                (1.3 * t, y + 0.27),
                (0, y + 0.25),
            ]
        ),
        "spout": lathe(
            [(0.9 * t, y - 0.1), (0.6 * t, y + 0.1), (0.9 * t, y + 0.14), (0.3 * t, y + 0.22), (0, y + 0.22)]
        ),
    }[v.top]
    d.add("top", crown, "accent")
    if v.water and v.top == "spout" and v.jets:
        d.add(
            "plume",
            lathe(
                [
                    (0.25 * t, y + 0.2),
                    (0.35 * t, y + 0.32),
                    (0.6 * t, y + 0.42),
                    (0.35 * t, y + 0.5),
                    (0.05 * t, y + 0.53),
                ],
                smooth=True,
            ),
            "jet",
            group="jets",
        )
    d.point("top", (0, y + 0.3, 0), size=0.3)
    return d


@family(
    "well",
    "street",
    nouns={"water well": {}, "wishing well": {"roof": "gable"}, "stone well": {}, "draw well": {}},
    parameters=(
        Real("radius", 0.7, 0.5, 0.95),
        Real("wall_height", 0.75, 0.6, 0.95),
        Real("height", 2.4, 2.0, 2.9),
        Choice("roof", ("gable", "cone", "none")),
        Whole("courses", 4, 3, 6, about="rows of stones"),
        Whole("stones", 12, 9, 16, about="in a row"),
        Real("post", 0.1, 0.08, 0.13),
        Flag("bucket", 0.85),
        Flag("crank", 0.8),
        Flag("moss", 0.35),
        Real("overhang", 0.28, 0.15, 0.4),
    ),
    slots={
        "stone": ("stone", "sandstone", "granite", "brick"),
        "wood": ("oak", "wood", "walnut", "driftwood"),
        "roof": ("roof tiles", "thatch", "planks", "roof tiles:#4a5a6a"),
        "rope": ("rope",),
        "water": ("water",),
        "metal": ("iron",),
        "moss": ("moss",),
    },
    words={"roof": {"roof": "gable"}, "bucket": {"bucket": True}, "moss": {"moss": True}, "mossy": {"moss": True}},
    paints={"posts": "wood", "wall": "stone", "stones": "stone"},
    height=(0.6, 3.4),
)
def well(v: Values) -> Draft:
    """A ring of stones with water, two posts, a winch with a bucket, a roof."""
    r, wall, h = v.radius, v.wall_height, v.height
    d = Draft(extent=h if v.roof != "none" else max(2 * r, 0.8 * h))
    t = 0.2
    d.add(
        "lining",
        lathe([(r - 0.03, 0), (r - 0.03, wall - 0.05), (r - t, wall - 0.05), (r - t, 0.2), (0, 0.2)]),
        "stone",
        group="wall",
    )
    rng = v.rng("stones")
    each = wall / v.courses
    n = v.stones
    for row in range(v.courses):
        stones: list[Node] = []
        for i in range(n):
            a = 360 * (i + 0.5 * (row % 2)) / n + float(rng.uniform(-2, 2))
            wide = 2 * math.pi * r / n * float(rng.uniform(0.86, 0.97))
            one = box(wide, 0.94 * each, t + float(rng.uniform(-0.02, 0.04)), 0.2 * each, 2)
            stones.append(one.move(0, (row + 0.5) * each, r - 0.06).rotate(y=a))
        inner = cylinder(r - t + 0.005, 2 * wall)
        d.add(f"course_{row + 1}", union(*stones) - inner, "stone", group="wall")
    d.add("water", cylinder(r - t + 0.02, 0.06).move(y=0.42 * wall), "water")
    p, x = v.post, r - 0.07
    eave = h - 0.75 if v.roof != "none" else 0.8 * h
    for name, s in (("post_left", 1), ("post_right", -1)):
        d.add(name, box(p, eave + 0.05 - 0.1, p, 0.012).move(s * x, (eave + 0.05 + 0.1) / 2, 0), "wood", group="posts")
    axle = 0.5 * (wall + eave) + 0.05
    d.add("axle", cylinder(0.055, 2 * x + 0.1, bevel=0.01).rotate(z=90).move(y=axle), "wood", group="winch")
    d.add(
        "coil",
        union(
            *(torus(0.062, 0.018).rotate(z=90).move((k - 2.5) * 0.033, axle, 0) for k in range(6)),
            cylinder(0.068, 0.165).rotate(z=90).move(y=axle),
        ),
        "rope",
        group="winch",
    )
    if v.crank:
        k = x + p / 2
        d.add(
            "crank",
            rod(
                (k - 0.02, axle, 0),
                (k + 0.1, axle, 0),
                (k + 0.1, axle - 0.2, 0.08),
                (k + 0.26, axle - 0.2, 0.08),
                radius=0.016,
                smooth=False,
            ),
            "metal",
            group="winch",
        )
        d.add(
            "crank_grip",
            cylinder(0.026, 0.14, bevel=0.006).rotate(z=90).move(k + 0.2, axle - 0.2, 0.08),
            "wood",
            group="winch",
        )
    if v.bucket:
        by = max(wall + 0.02, axle - 0.55)
        pail = Vessel.of([(0.11, by), (0.15, by + 0.24)], 0.014, floor=by + 0.02, smooth=False)
        z = 0.062
        d.add("rope", rod((0, axle, z), (0, by + 0.36, z), radius=0.014), "rope", group="winch")
        d.add("bucket", pail.solid().move(z=z), "wood", group="bucket")
        d.add(
            "bucket_hoops",
            union(pail.band(by + 0.03, by + 0.065, 0.005), pail.band(by + 0.17, by + 0.205, 0.005)).move(z=z),
            "metal",
            group="bucket",
        )
        d.add(
            "bucket_bow",
            rod(
                (0.146, by + 0.22, z),
                (0.1, by + 0.35, z),
                (0, by + 0.385, z),
                (-0.1, by + 0.35, z),
                (-0.146, by + 0.22, z),
                radius=0.009,
            ),
            "metal",
            group="bucket",
        )
    if v.roof == "gable":
        half_z, over = 0.95 * r, x + v.overhang
        d.add(
            "beams",
            union(
                *(box(p, 0.09, 2 * half_z - 0.06, 0.01).move(s * x, eave, 0) for s in (1, -1)),
                box(2 * over - 0.1, 0.09, 0.09, 0.01).move(y=h - 0.16),
                *(box(0.8 * p, h - 0.12 - eave, 0.8 * p).move(s * x, (h - 0.12 + eave) / 2, 0) for s in (1, -1)),
            ),
            "wood",
            group="posts",
        )
        slope = math.degrees(math.atan2(h - eave - 0.02, half_z + 0.1))
        long = math.hypot(h - eave - 0.02, half_z + 0.1) + 0.05
        planes = []
        for s in (1, -1):
            rows = 5
            for k in range(rows):
                board = box(2 * over, 0.05, long / rows * 1.2, 0.01).rotate(x=s * (slope - 5))
                f = (k + 0.5) / rows
                planes.append(board.move(0, h - 0.06 - f * (h - eave - 0.02), s * f * (half_z + 0.1)))
        d.add("roof", union(*planes), "roof")
        d.add("ridge", box(2 * over + 0.02, 0.06, 0.14, 0.02).move(y=h - 0.03), "wood")
    elif v.roof == "cone":
        d.add(
            "beams",
            union(box(2 * x + 2 * p, 0.09, p, 0.01).move(y=eave), box(p, 0.09, 2 * r, 0.01).move(y=eave)),
            "wood",
            group="posts",
        )
        rr = r + v.overhang
        steps: list[tuple[float, float]] = []
        for k in range(5):
            a, b = 1 - k / 5, 1 - (k + 1) / 5
            steps += [(rr * a + 0.03, eave + (h - eave) * k / 5), (rr * b + 0.06, eave + (h - eave) * (k + 1) / 5)]
        d.add("roof", lathe([(0, eave + 0.02), *steps, (0.02, h)], sides=16), "roof")
        d.add("finial", sphere(0.07).move(y=h + 0.02), "wood")
    else:
        d.add("beams", union(box(2 * x + 3 * p, 0.1, 1.1 * p, 0.012).move(y=eave)), "wood", group="posts")
    if v.moss:
        patches = [
            sphere(0.16, 0.045, 0.12).rotate(y=60 * i).move(x * 0.93, wall - 0.015, z * 0.93)
            for i, (x, z) in enumerate(ring_of(5, r, 25))
            if abs(x) < 0.93 * r
        ]
        patches += [
            sphere(0.15, 0.09, 0.06).rotate(y=90 - math.degrees(math.atan2(z, x))).move(x, 0.1 + 0.14 * (i % 3), z)
            for i, (x, z) in enumerate(ring_of(6, r + 0.04, 50))
        ]
        d.add("moss", union(*patches), "moss")
    d.point("top", (0, wall if v.roof == "none" else h, 0), size=r)
    return d


def _pedestal(d: Draft, kind: str, height: float, width: float, slot: str, trim: str, panel: bool) -> float:
    """Adds a plinth with base and cornice; returns the height of its top."""
    h, w = height, width
    sides = {"square": 4, "round": None, "octagonal": 8, "column": None}[kind]
    k = 0.5 * w / math.cos(math.pi / sides) if sides else 0.5 * w
    turn = 45.0 if kind == "square" else 22.5
    waist = 0.74 if kind != "column" else 0.6
    profile = [
        (1.0, 0),
        (1.0, 0.1),
        (0.95, 0.12),
        (0.86, 0.17),
        (0.8, 0.2),
        (waist, 0.22),
        (waist * 0.97, 0.8),
        (0.78, 0.83),
        (0.9, 0.88),
        (0.94, 0.9),
        (0.94, 1.0),
    ]
    d.add("pedestal", lathe([(k * a, h * y) for a, y in profile], sides=sides).rotate(y=turn), slot, group="pedestal")
    if kind == "column":
        d.add(
            "flutes",
            union(
                *(
                    sweep([(0.6 * k * x, 0.23 * h, 0.6 * k * z), (0.583 * k * x, 0.79 * h, 0.583 * k * z)], 0.055 * k)
                    for x, z in ring_of(14, 1.0)
                )
            ),
            slot,
            group="pedestal",
        )
    if panel and kind == "square":
        d.add(
            "plaque",
            box(0.62 * w * waist / 0.74, 0.3 * h, 0.04, 0.008).move(0, 0.5 * h, 0.5 * w * waist * 0.985),
            trim,
            group="plaque",
        )
        d.add(
            "plaque_lines",
            union(
                *(
                    box((0.42 - 0.07 * (i % 2)) * w, 0.025 * h, 0.05).move(
                        0, (0.56 - 0.06 * i) * h, 0.5 * w * waist * 0.985
                    )
                    for i in range(3)
                )
            ),
            slot,
            group="plaque",
        )
    return h


@family(
    "pedestal",
    "street",
    nouns={"plinth": {}, "column pedestal": {"kind": "column"}, "stand": {}, "display stand": {"kind": "square"}},
    parameters=(
        Choice("kind", ("square", "round", "octagonal", "column")),
        Real("height", 0.9, 0.3, 1.4),
        Real("width", 0.6, 0.4, 1.0),
        Flag("plaque", 0.5),
        Flag("step", 0.5),
        Flag("top_plate", 0.4),
        Flag("cloth", 0.1),
        Real("step_height", 0.1, 0.06, 0.16),
        Whole("steps", 1, 1, 3),
    ),
    slots={
        "stone": ("marble", "stone", "granite", "sandstone"),
        "trim": ("bronze", "gold", "marble"),
        "cloth": ("velvet:#8c1c2c", "velvet:#1d3f7a"),
    },
    words={"plaque": {"plaque": True}, "steps": {"step": True, "steps": 3}, "cloth": {"cloth": True}},
    paints={"plaque": "trim"},
    height=(0.28, 2.0),
)
def pedestal(v: Values) -> Draft:
    """Something to put other things on."""
    w, lift = v.width, 0.0
    count = v.steps if v.step else 0
    d = Draft(extent=max(v.height + count * v.step_height, w * (1 + 0.4 * count)))
    tops = Draft(extent=1)
    _pedestal(tops, v.kind, v.height, w, "stone", "trim", v.plaque)
    for i in range(count):
        grow = w * (1 + 0.36 * (count - i))
        solid = (
            box(grow, v.step_height, grow, 0.015)
            if v.kind == "square"
            else cylinder(0.54 * grow, v.step_height, bevel=0.015, sides=8 if v.kind == "octagonal" else None).rotate(
                y=22.5
            )
        )
        d.add(f"step_{i + 1}", solid.move(y=lift + v.step_height / 2), "stone", group="steps")
        lift += v.step_height - 0.004
    for part in tops.parts:
        d.add(part.name, part.solid.move(y=lift), part.material, group=part.group)
    top = lift + v.height
    if v.top_plate:
        d.add("top_plate", cylinder(0.42 * w, 0.04, bevel=0.008).move(y=top + 0.012), "trim")
        top += 0.032
    if v.cloth:
        d.add("cloth", box(0.62 * w, 0.02, 0.62 * w, 0.006).rotate(y=45).move(y=top), "cloth")
        top += 0.01
    d.point("top", (0, top, 0), size=0.8 * w)
    return d


@family(
    "statue",
    "street",
    nouns={
        "monument": {},
        "sculpture": {"figure": "abstract"},
        "bust": {"figure": "bust"},
        "obelisk": {"figure": "obelisk"},
        "memorial": {"figure": "obelisk"},
        "stone statue": {},
        "war memorial": {"figure": "obelisk"},
        "greek statue": {"figure": "person", "sword": False},
    },
    parameters=(
        Choice("figure", ("person", "bust", "obelisk", "abstract")),
        Real("height", 1.75, 1.2, 2.3, about="of the figure"),
        Real("pedestal_height", 0.95, 0.5, 1.5),
        Real("pedestal_width", 0.85, 0.7, 1.1),
        Choice("pedestal", ("square", "octagonal", "round")),
        Choice("pose", ("standing", "pointing", "raised")),
        Flag("sword", 0.4),
        Flag("cloak", 0.5),
        Flag("plaque", 0.7),
        Flag("step", 0.6),
        Flag("moss", 0.15),
    ),
    slots={
        "figure": ("bronze", "stone", "marble", "copper:#5f9a86", "sandstone"),
        "stone": ("granite", "stone", "marble"),
        "trim": ("bronze", "gold"),
        "moss": ("moss",),
    },
    words={
        "sword": {"sword": True},
        "cloak": {"cloak": True},
        "plaque": {"plaque": True},
        "moss": {"moss": True},
        "mossy": {"moss": True},
    },
    paints={"pedestal": "stone", "plinth": "stone", "base": "stone", "plaque": "trim"},
    height=(1.2, 4.4),
)
def statue(v: Values) -> Draft:
    """A figure, a bust, an obelisk or a free form on a pedestal."""
    lift, w = 0.0, v.pedestal_width
    tall = v.height * (0.45 if v.figure == "bust" else 1.3 if v.figure == "obelisk" else 1.0)
    d = Draft(extent=tall + v.pedestal_height + (0.12 if v.step else 0))
    if v.step:
        d.add(
            "step",
            box(1.5 * w, 0.14, 1.5 * w, 0.015).move(y=0.07)
            if v.pedestal == "square"
            else cylinder(0.82 * w, 0.14, bevel=0.015).move(y=0.07),
            "stone",
            group="pedestal",
        )
        lift = 0.135
    part = Draft(extent=1)
    _pedestal(part, v.pedestal, v.pedestal_height, w, "stone", "trim", v.plaque)
    for p in part.parts:
        d.add(p.name, p.solid.move(y=lift), p.material, group=p.group)
    y = lift + v.pedestal_height - 0.01
    figure: Node
    if v.figure == "obelisk":
        a = 0.24 * w
        figure = union(
            lathe(
                [
                    (1.5 * a, 0),
                    (1.5 * a, 0.06 * tall),
                    (1.3 * a, 0.1 * tall),
                    (1.15 * a, 0.1 * tall),
                    (0.72 * a, 0.92 * tall),
                    (0.05 * a, tall),
                ],
                sides=4,
            ).rotate(y=45)
        )
        figure = union(figure, (sphere(0.5 * a, 0.5 * a, 0.05).move(y=0.3 * tall, z=0.75 * a)))
    elif v.figure == "abstract":
        turns = [math.tau * i / 30 for i in range(30)]
        k = 0.3 * tall
        knot: list[Point3] = [
            (
                k * (math.sin(a) + 2 * math.sin(2 * a)) / 3,
                0.5 * tall + 0.42 * tall * (math.cos(a) - 2 * math.cos(2 * a)) / 3,
                -k * math.sin(3 * a) / 2.2,
            )
            for a in turns
        ]
        figure = union(
            sweep(knot, 0.075 * tall, closed=True),
            lathe([(0.22 * w, 0), (0.2 * w, 0.04 * tall), (0.08 * w, 0.1 * tall), (0.1 * w, 0.4 * tall)]),
        )
    elif v.figure == "bust":
        s = tall / 0.62
        figure = union(
            lathe([(0.16 * s, 0), (0.16 * s, 0.03 * s), (0.07 * s, 0.06 * s), (0.08 * s, 0.12 * s)]),
            organic(_bust(s), 0.03 * s, cells=80),
        )
    else:
        figure = organic(_person(v, tall), 0.022 * tall, cells=110)
        figure = union(figure, box(0.36 * tall, 0.05, 0.26 * tall, 0.012).move(y=0.025))
    d.add("figure", figure.move(y=y), "figure", group="figure")
    if v.figure == "person":
        t = tall / 1.8
        if v.cloak:
            back = _cloak(t)
            d.add("cloak", back.move(y=y), "figure", group="figure")
        if v.sword:
            hand = _hand(v.pose, t)
            blade = union(
                extrude(
                    [(-0.028 * t, 0), (0.028 * t, 0), (0.024 * t, 0.72 * t), (0, 0.8 * t), (-0.024 * t, 0.72 * t)],
                    0.022 * t,
                    bevel=0.006 * t,
                ),
                box(0.22 * t, 0.04 * t, 0.05 * t, 0.01 * t),
                cylinder(0.02 * t, 0.2 * t).move(y=-0.1 * t),
                sphere(0.035 * t).move(y=-0.2 * t),
            )
            turned = blade.move(y=0.1 * t) if v.pose == "raised" else blade.move(y=0.1 * t).rotate(x=180)
            d.add("sword", turned.move(hand[0], y + hand[1], hand[2]), "figure", group="figure")
    if v.moss:
        d.add(
            "moss",
            union(
                *(
                    sphere(0.13, 0.05, 0.1).move(x, lift + 0.98 * v.pedestal_height - 0.01, z)
                    for x, z in ring_of(3, 0.36 * w, 50)
                ),
                *(
                    sphere(0.16, 0.07, 0.12).move(x, lift + 0.09 * v.pedestal_height, z)
                    for x, z in ring_of(5, 0.48 * w, 10)
                ),
            ),
            "moss",
        )
    d.point("top", (0, y + tall, 0), size=0.2)
    return d


def _bust(s: float) -> list[Bone]:
    head = (0.0, 0.47 * s, 0.01 * s)
    return [
        bone((0, 0.2 * s, 0), (0, 0.12 * s, 0), 0.14 * s, 0.08 * s),
        bone((-0.13 * s, 0.21 * s, 0), (0.13 * s, 0.21 * s, 0), 0.09 * s),
        bone((0, 0.25 * s, -0.01 * s), (0, 0.38 * s, 0), 0.06 * s),
        bone(head, (0, 0.52 * s, -0.01 * s), 0.085 * s, 0.1 * s),
        bone((0, 0.41 * s, 0.03 * s), (0, 0.43 * s, 0.03 * s), 0.055 * s),
        bone((0, 0.47 * s, 0.1 * s), (0, 0.445 * s, 0.115 * s), 0.012 * s, 0.02 * s),
        bone((-0.03 * s, 0.5 * s, 0.085 * s), (0.03 * s, 0.5 * s, 0.085 * s), 0.018 * s),
    ]


def _hand(pose: str, t: float) -> Point3:
    return {
        "standing": (-0.33 * t, 0.9 * t, 0.12 * t),
        "pointing": (-0.33 * t, 0.9 * t, 0.12 * t),
        "raised": (-0.42 * t, 1.88 * t, 0.08 * t),
    }[pose]


def _person(v: Values, tall: float) -> list[Bone]:
    """Bones of a figure of 1.8 m, scaled; its own right hand (-X) holds what it holds."""
    t = tall / 1.8
    hand = _hand(v.pose, t)
    elbow = (-0.36 * t, 1.12 * t, -0.04 * t) if v.pose != "raised" else (-0.38 * t, 1.56 * t, 0.0)
    left = (
        ((0.44 * t, 1.4 * t, 0.2 * t), (0.52 * t, 1.5 * t, 0.48 * t))
        if v.pose == "pointing"
        else ((0.34 * t, 1.12 * t, -0.03 * t), (0.25 * t, 1.02 * t, 0.15 * t))
    )

    def b(a: Point3, c: Point3, ra: float, rc: float | None = None) -> Bone:
        return bone(a, c, ra * t, None if rc is None else rc * t)

    def p(x: float, y: float, z: float = 0.0) -> Point3:
        return (x * t, y * t, z * t)

    return [
        b(p(0, 1.0), p(0, 1.38, -0.01), 0.14, 0.165),
        b(p(-0.15, 1.42, -0.01), p(0.15, 1.42, -0.01), 0.085),
        b(p(0, 1.44), p(0, 1.56, 0.01), 0.06),
        b(p(0, 1.63, 0.02), p(0, 1.7, 0.0), 0.085, 0.1),
        b(p(0, 1.58, 0.05), p(0, 1.6, 0.05), 0.05),
        b(p(0, 1.64, 0.1), p(0, 1.62, 0.115), 0.014, 0.02),
        b(p(-0.19, 1.42), elbow, 0.075, 0.055),
        b(elbow, hand, 0.055, 0.042),
        b(hand, hand, 0.055),
        b(p(0.19, 1.42), left[0], 0.075, 0.055),
        b(left[0], left[1], 0.055, 0.042),
        b(left[1], left[1], 0.052),
        b(p(-0.09, 0.95), p(-0.11, 0.52, 0.05), 0.11, 0.078),
        b(p(-0.11, 0.52, 0.05), p(-0.12, 0.1, 0.0), 0.075, 0.05),
        b(p(-0.12, 0.07), p(-0.13, 0.06, 0.16), 0.055, 0.045),
        b(p(0.09, 0.95), p(0.12, 0.52, 0.0), 0.11, 0.078),
        b(p(0.12, 0.52, 0.0), p(0.13, 0.1, -0.06), 0.075, 0.05),
        b(p(0.13, 0.07, -0.06), p(0.15, 0.06, 0.1), 0.055, 0.045),
        b(p(-0.1, 0.86), p(0.1, 0.86), 0.13),
        b(p(-0.1, 0.78, 0.02), p(0.1, 0.78, 0.02), 0.12),
    ]


def _cloak(t: float) -> Node:
    """A cloak that hangs from the shoulders to the calves."""
    folds = [
        bone(
            ((i - 3) * 0.06 * t, 1.42 * t, -0.1 * t),
            ((i - 3) * 0.105 * t, 0.22 * t, (-0.2 - 0.05 * (i % 2)) * t),
            0.05 * t,
            (0.055 + 0.02 * (i % 2)) * t,
        )
        for i in range(7)
    ]
    return organic(folds, 0.03 * t, cells=72)
