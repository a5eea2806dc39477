"""Satellite dishes and radio telescopes: a bowl with a horn on struts, on a pole, a tripod or a tower."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import bar, ring_of


@family(
    "satellite dish",
    "street",
    nouns={
        "dish antenna": {},
        "radar dish": {"mount": "tower"},
        "radio telescope": {"mount": "tower", "radius": 2.2},
        "radar": {"mount": "tower"},
        "parabolic antenna": {},
        "antenna dish": {},
        "tv dish": {"mount": "pole", "radius": 0.5},
    },
    parameters=(
        Real("radius", 1.0, 0.45, 2.2),
        Real("bowl", 0.3, 0.22, 0.4, unit="", about="depth of the bowl, share of the radius"),
        Real("tilt", 48, 25, 70, unit="deg", about="how high it looks"),
        Real("stand", 1.3, 1.05, 1.8, unit="", about="height of its pivot in radii"),
        Whole("ribs", 12, 8, 20),
        Whole("struts", 3, 3, 4),
        Choice("mount", ("pole", "tripod", "tower")),
        Choice("horn", ("cone", "ball", "disc")),
        Flag("rings", 0.7, about="lines in the bowl"),
        Flag("light", 0.7),
        Flag("cabinet", 0.6),
    ),
    slots={
        "dish": ("paint:#e6e6e2", "paint:#c9ced2", "aluminium", "paint:#d8cdb4"),
        "frame": ("steel", "gunmetal", "paint:#8a9096"),
        "horn": ("gunmetal", "paint:#b8342a"),
        "base": ("concrete", "paint:#5f666c"),
        "light": ("glow:#ff3a2a",),
        "lines": ("gunmetal", "paint:#9aa0a4"),
    },
    words={
        "tripod": {"mount": "tripod"},
        "tower": {"mount": "tower"},
        "pole": {"mount": "pole"},
        "light": {"light": True},
    },
    paints={"bowl": "dish", "stand": "frame", "mast": "frame", "lamp": "light"},
    height=(0.7, 8.0),
)
def satellite_dish(v: Values) -> Draft:
    """It looks up and to the front."""
    r, depth = v.radius, v.bowl * v.radius
    y = v.stand * r
    d = Draft(extent=2.6 * r)
    t = 0.03 * r
    outer = [(r * k, depth * k * k) for k in (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.0)]
    inner = [(0.985 * r * k, depth * k * k + t) for k in (1.0, 0.9, 0.75, 0.6, 0.45, 0.3, 0.15, 0.0)]
    bowl = lathe([*outer, *inner])
    lean = 90 - v.tilt

    def put(name: str, node: Node, slot: str, group: str = "dish") -> None:
        d.add(name, node.move(y=0.12 * r).rotate(x=lean).move(0, y, 0), slot, group=group)

    put("dish", bowl, "dish")
    put("rim", torus(0.995 * r, 0.022 * r).move(y=depth + 0.3 * t), "frame")
    ribs = union(
        *(
            sweep(
                [
                    (0.1 * r * c, 0.004 * r - 0.5 * t, 0.1 * r * s),
                    (0.55 * r * c, depth * 0.3025 - 0.6 * t, 0.55 * r * s),
                    (0.97 * r * c, depth * 0.94 - 0.2 * t, 0.97 * r * s),
                ],
                0.02 * r,
                sides=6,
            )
            for c, s in ((math.cos(a), math.sin(a)) for a in (2 * math.pi * i / v.ribs for i in range(v.ribs)))
        )
    )
    put("ribs", union(ribs, cylinder(0.2 * r, 0.18 * r, bevel=0.02 * r).move(y=-0.06 * r)), "frame")
    if v.rings:
        put(
            "rings",
            union(*(torus(k * r, 0.009 * r).move(y=depth * k * k + t + 0.004 * r) for k in (0.35, 0.65))),
            "lines",
        )
    focus = 0.78 * r
    arms = union(
        *(
            sweep(
                [(0.86 * r * c, depth * 0.74 + 0.5 * t, 0.86 * r * s), (0.03 * r * c, focus, 0.03 * r * s)],
                0.016 * r,
                sides=8,
            )
            for c, s in ring_of(v.struts, 1.0, 90)
        )
    )
    put("struts", arms, "frame", "horn")
    horn = {
        "cone": union(
            cylinder(0.12 * r, 0.16 * r, 0.05 * r).move(y=focus - 0.04 * r),
            cylinder(0.06 * r, 0.1 * r).move(y=focus + 0.06 * r),
        ),
        "ball": union(sphere(0.09 * r).move(y=focus), cylinder(0.05 * r, 0.16 * r).move(y=focus - 0.08 * r)),
        "disc": union(
            cylinder(0.16 * r, 0.05 * r, bevel=0.015 * r).move(y=focus),
            cylinder(0.05 * r, 0.14 * r).move(y=focus - 0.06 * r),
            sphere(0.05 * r).move(y=focus + 0.03 * r),
        ),
    }[v.horn]
    put("horn", horn, "horn", "horn")
    if v.light:
        put("light", sphere(0.032 * r).move(y=focus + 0.13 * r), "light", "horn")
    yoke = union(
        *(box(0.05 * r, 0.34 * r, 0.16 * r, 0.01 * r).move(s * 0.15 * r, y - 0.06 * r, -0.02 * r) for s in (1, -1)),
        cylinder(0.06 * r, 0.42 * r, bevel=0.01 * r).rotate(z=90).move(0, y, 0),
        box(0.36 * r, 0.08 * r, 0.26 * r, 0.015 * r).move(0, y - 0.22 * r, 0),
        box(0.1 * r, 0.2 * r, 0.1 * r).move(0, y - 0.02 * r, 0),
    )
    d.add("yoke", yoke, "frame", group="mount")
    top = y - 0.22 * r
    if v.mount == "pole":
        d.add(
            "pole",
            union(cylinder(0.075 * r, top).move(y=top / 2), cylinder(0.12 * r, 0.06 * r).move(y=top - 0.02 * r)),
            "frame",
            group="mount",
        )
        d.add(
            "base",
            union(
                cylinder(0.42 * r, 0.08 * r, bevel=0.015 * r).move(y=0.04 * r),
                cylinder(0.14 * r, 0.12 * r, 0.09 * r).move(y=0.13 * r),
            ),
            "base",
            group="mount",
        )
    elif v.mount == "tripod":
        legs = union(
            *(
                bar((0.06 * r * c, top, 0.06 * r * s), (0.62 * r * c, 0.03 * r, 0.62 * r * s), 0.07 * r)
                for c, s in ring_of(3, 1.0, 90)
            )
        )
        braces = union(
            *(
                bar((0.34 * r * c, 0.52 * top, 0.34 * r * s), (0.34 * r * e, 0.52 * top, 0.34 * r * f), 0.035 * r)
                for (c, s), (e, f) in zip(
                    ring_of(3, 1.0, 90), [*ring_of(3, 1.0, 90)[1:], ring_of(3, 1.0, 90)[0]], strict=True
                )
            )
        )
        feet = union(
            *(
                cylinder(0.1 * r, 0.05 * r, bevel=0.01 * r).move(0.62 * r * c, 0.025 * r, 0.62 * r * s)
                for c, s in ring_of(3, 1.0, 90)
            )
        )
        d.add("tripod", union(legs, braces, cylinder(0.1 * r, 0.5 * r).move(y=top - 0.2 * r)), "frame", group="mount")
        d.add("feet", feet, "base", group="mount")
    else:
        a = 0.46 * r
        corners = [(a, a), (-a, a), (-a, -a), (a, -a)]
        k = 0.42
        nodes = [bar((x, 0, z), (k * x, top, k * z), 0.06 * r) for x, z in corners]
        for low, high in ((0.04, 0.5), (0.5, 0.97)):
            for (x0, z0), (x1, z1) in zip(corners, corners[1:] + corners[:1], strict=True):
                p, q = 1 - (1 - k) * low, 1 - (1 - k) * high
                nodes.append(bar((p * x0, low * top, p * z0), (q * x1, high * top, q * z1), 0.03 * r))
                nodes.append(bar((q * x0, high * top, q * z0), (q * x1, high * top, q * z1), 0.035 * r))
        d.add("tower", union(*nodes, box(0.5 * r, 0.06 * r, 0.5 * r).move(y=top)), "frame", group="mount")
        d.add("base", box(1.3 * r, 0.07 * r, 1.3 * r, 0.015 * r).move(y=0.035 * r), "base", group="mount")
    if v.cabinet:
        z = -0.3 * r if v.mount != "tripod" else 0.0
        size = 0.3 * r
        high = 0.06 * r if v.mount != "tripod" else top - 0.62 * r
        d.add(
            "cabinet",
            union(box(size, 0.34 * r, 0.2 * r, 0.015 * r), box(0.8 * size, 0.26 * r, 0.22 * r, 0.01 * r)).move(
                0, high + 0.16 * r, z
            ),
            "base",
            group="mount",
        )
    d.point("top", (0, y + 0.1 * r, 0), size=r)
    return d
