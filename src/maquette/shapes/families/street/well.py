"""Well: a ring of stones with water, two posts, a winch with a bucket, a roof."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of, rod
from maquette.shapes.sub.vessels import Vessel


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
        lathe([(r - 0.03, 0), (r - 0.03, wall - 0.05), (r - t, wall - 0.05), (r - t, 0.42 * wall), (0, 0.42 * wall)]),
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
