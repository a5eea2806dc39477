"""Stairs: a flight that climbs away from the viewer, or a spiral about a post."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, hull, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "stairs",
    "building",
    nouns={
        "staircase": {},
        "steps": {"steps": 5},
        "spiral staircase": {"kind": "spiral"},
        "spiral stairs": {"kind": "spiral"},
        "stairway": {},
        "stone stairs": {"kind": "solid"},
        "ladder stairs": {"kind": "open"},
    },
    parameters=(
        Choice("kind", ("solid", "open", "spiral")),
        Whole("steps", 10, 4, 16),
        Real("width", 1.3, 0.9, 2.2),
        Real("rise", 0.18, 0.15, 0.21),
        Real("run", 0.29, 0.25, 0.34),
        Real("thickness", 0.05, 0.04, 0.08),
        Real("rail_height", 0.9, 0.8, 1.0),
        Real("radius", 1.0, 0.85, 1.3, about="of a spiral"),
        Flag("railing", 0.7),
        Flag("carpet", 0.35),
        Flag("balls", 0.5),
        Flag("walls", 0.3),
    ),
    slots={
        "step": ("oak", "stone", "marble", "walnut", "concrete"),
        "frame": ("walnut", "stone", "steel", "oak"),
        "rail": ("walnut", "iron", "oak", "gold"),
        "carpet": ("fabric:#a8242a", "fabric:#2a3f7a"),
        "ball": ("gold", "walnut"),
    },
    words={
        "railing": {"railing": True},
        "rails": {"railing": True},
        "handrail": {"railing": True},
        "carpet": {"carpet": True},
    },
    paints={"steps": "step", "banister": "rail", "runner": "carpet"},
    height=(0.55, 4.8),
)
def stairs(v: Values) -> Draft:
    """A flight that climbs away from the viewer, or a spiral about a post."""
    n, w, up, run, t = v.steps, v.width / 2, v.rise, v.run, v.thickness
    tall = n * up
    if v.kind == "spiral":
        n = max(n, 9)
        tall, r = n * up, v.radius
        d = Draft(extent=max(tall + 1, 2 * r))
        step = 26.0
        wedge = hull(
            [
                (x, y, z)
                for y in (0, t)
                for x, z in (
                    (0.0, 0.06),
                    (0.0, -0.06),
                    (r, 0.5 * r * math.tan(math.radians(step * 0.62))),
                    (r, -0.5 * r * math.tan(math.radians(step * 0.62))),
                )
            ]
        )
        d.add("steps", union(*(wedge.rotate(y=step * i - 90).move(y=up * (i + 1) - t) for i in range(n))), "step")
        d.add(
            "post",
            union(
                cylinder(0.08, tall + 1.0).move(y=(tall + 1.0) / 2),
                *(cylinder(0.11, 0.06).move(y=up * (i + 1) - t / 2) for i in range(n)),
                cylinder(0.3, 0.06).move(y=0.03),
            ),
            "frame",
        )
        if v.railing:
            posts, path = [], []
            for i in range(n):
                a = math.radians(step * i - 90)
                at = (0.93 * r * math.cos(a), up * (i + 1), -0.93 * r * math.sin(a))
                posts.append(cylinder(0.02, v.rail_height + 0.06).move(at[0], at[1] + v.rail_height / 2 - 0.03, at[2]))
                path.append((at[0], at[1] + v.rail_height, at[2]))
            d.add("railing", union(*posts, sweep(path, 0.032)), "rail")
        if v.balls:
            d.add("ball", sphere(0.14).move(y=tall + 1.05), "ball")
        d.point("top", (0, tall, 0), size=r)
        return d
    z0 = n * run / 2
    d = Draft(extent=max(n * run, tall + 1, 2 * w))
    nosing = [
        box(2 * w + 0.04, t, run + 0.04, 0.012).move(y=up * (i + 1) - t / 2, z=z0 - run * (i + 0.5) + 0.01)
        for i in range(n)
    ]
    d.add("steps", union(*nosing), "step")
    if v.kind == "solid":
        profile = [(z0 + 0.0, 0.0)]
        for i in range(n):
            profile += [(z0 - run * i, up * (i + 1) - 0.6 * t), (z0 - run * (i + 1), up * (i + 1) - 0.6 * t)]
        profile.append((-z0, 0.0))
        d.add("body", extrude(profile, 2 * w).rotate(y=-90), "frame")
    else:
        beam = [
            (z0 + 0.05, 0.0),
            (z0 + 0.05, 0.14),
            (-z0 - 0.02, tall + 0.06),
            (-z0 - 0.02, tall - 0.22),
            (z0 - 0.2, 0.0),
        ]
        d.add("beams", extrude(beam, 0.07).rotate(y=-90).move(x=w - 0.02).mirrored(), "frame")
        d.add(
            "legs", box(0.09, tall - 0.1, 0.09).move(x=w - 0.02, y=(tall - 0.1) / 2, z=-z0 + 0.04).mirrored(), "frame"
        )
    if v.walls and v.kind == "solid":
        side = [(z0 + 0.12, 0.0), (z0 + 0.12, 0.3), (-z0, tall + 0.25), (-z0, 0.0)]
        d.add("walls", extrude(side, 0.16).rotate(y=-90).move(x=w + 0.05).mirrored(), "frame")
    if v.railing:
        e = w + (0.05 if v.walls and v.kind == "solid" else -0.05)
        balusters = union(
            *(
                cylinder(0.022, v.rail_height + 0.02).move(
                    e, up * (i + 1) + v.rail_height / 2 - 0.02, z0 - run * (i + 0.5)
                )
                for i in range(n)
            )
        )
        low, high = (e, up + v.rail_height, z0 - 0.5 * run), (e, up * n + v.rail_height, -z0 + 0.5 * run)
        newel = box(0.1, v.rail_height + 0.22, 0.1, 0.015).move(e, up + v.rail_height / 2 - 0.02, z0 - 0.32 * run)
        d.add("railing", union(balusters, newel, sweep([low, high], 0.04)).mirrored(), "rail")
        if v.balls:
            d.add("balls", sphere(0.08).move(e, up + v.rail_height + 0.16, z0 - 0.32 * run).mirrored(), "ball")
    if v.carpet:
        pads = [
            box(1.1 * w, 0.025, run + 0.05, 0.008).move(y=up * (i + 1) + 0.008, z=z0 - run * (i + 0.5) + 0.02)
            for i in range(n)
        ] + ([box(1.08 * w, 0.96 * up, 0.03).move(y=up * (i + 0.5), z=z0 - run * i + 0.03) for i in range(n)])
        d.add("carpet", union(*pads), "carpet")
    d.point("top", (0, tall, -z0 + run / 2), size=2 * w)
    return d
