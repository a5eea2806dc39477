"""Gears."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cylinder, extrude, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of


@family(
    "gear",
    "tool",
    nouns={
        "cog": {},
        "cogwheel": {},
        "gear wheel": {},
        "sprocket": {"tooth": "sharp"},
        "gears": {"second": True},
        "cogs": {"second": True},
    },
    parameters=(
        Real("radius", 0.15, 0.1, 0.22),
        Whole("teeth", 14, 9, 22),
        Choice("tooth", ("square", "round", "sharp")),
        Real("thickness", 0.24, 0.16, 0.34, unit="", about="share of the radius"),
        Real("tooth_height", 0.16, 0.12, 0.22, unit="", about="share of the radius"),
        Choice("web", ("spokes", "holes", "solid")),
        Whole("spokes", 5, 3, 7),
        Real("hub", 0.26, 0.2, 0.34, unit="", about="share of the radius"),
        Flag("keyway", 0.6),
        Flag("second", 0.25, about="a smaller one that meshes with it"),
    ),
    slots={
        "metal": ("brass", "steel", "bronze", "iron", "gunmetal"),
        "hub": ("gunmetal", "steel", "brass", "copper"),
        "second": ("copper", "steel", "brass"),
    },
    words={"spokes": {"web": "spokes"}, "holes": {"web": "holes"}, "solid": {"web": "solid"}},
    paints={"teeth": "metal"},
    height=(0.15, 0.6),
)
def gear(v: Values) -> Draft:
    """Stands on a tooth, its face toward +z."""
    r = v.radius
    t = v.thickness * r

    def wheel(rad: float, teeth: int, tall: float) -> Node:
        pts: list[Point2] = []
        low = rad - tall
        for i in range(teeth):
            for f, high in {
                "square": ((0.0, 0), (0.2, 1), (0.55, 1), (0.75, 0)),
                "round": ((0.0, 0), (0.15, 0.7), (0.28, 1), (0.47, 1), (0.6, 0.7), (0.75, 0)),
                "sharp": ((0.0, 0), (0.3, 1), (0.45, 1), (0.75, 0)),
            }[v.tooth]:
                a = math.tau * (i + f - 0.375) / teeth - math.pi / 2
                q = low + high * tall
                pts.append((q * math.cos(a), q * math.sin(a)))
        body = extrude(pts, t, bevel=0.06 * t)
        inner = low - 0.16 * rad
        hub = v.hub * rad
        if v.web == "spokes":
            ring = body - cylinder(inner, 2 * t).rotate(x=90)
            arm = box(0.16 * rad, inner - 0.4 * hub, 0.62 * t, 0.08 * t).move(y=(inner + hub) / 2)
            body = union(ring, arm.around(v.spokes, "z"))
        elif v.web == "holes":
            k = min(0.36 * (inner - hub), 0.8 * math.pi * 0.5 * (inner + hub) / (2 * v.spokes) * 1.6)
            body = body - union(
                *(cylinder(k, 2 * t).rotate(x=90).move(x, z) for x, z in ring_of(v.spokes, (inner + hub) / 2, 90))
            )
        else:
            body = body - (cylinder(inner, t) - cylinder(hub, 2 * t)).rotate(x=90).move(z=0.72 * t).mirrored("z")
        return body - cylinder(0.55 * hub, 3 * t).rotate(x=90)

    def boss(rad: float) -> Node:
        hub = v.hub * rad
        out = cylinder(hub, 1.35 * t, bevel=0.06 * t).rotate(x=90) - cylinder(0.5 * hub, 3 * t).rotate(x=90)
        return out - box(0.25 * hub, 0.7 * hub, 3 * t).move(y=0.42 * hub) if v.keyway else out

    y = r
    d = Draft(extent=2 * r * (1.6 if v.second else 1.0))
    d.add("gear", wheel(r, v.teeth, v.tooth_height * r).move(y=y), "metal")
    d.add("hub", boss(r).move(y=y), "hub")
    if v.second:
        n2 = max(7, round(0.6 * v.teeth))
        r2 = r * n2 / v.teeth
        a = math.radians(40)
        dist = r + r2 - 0.95 * v.tooth_height * r
        x, yy = dist * math.cos(a), y + dist * math.sin(a)
        turn = math.degrees(a)
        # The tooth of one must point at a gap of the other.
        first = -90 + 360 / v.teeth * round((turn + 90) * v.teeth / 360)
        off = (turn - first) * v.teeth / n2
        aim = turn + 180 + off + 180 / n2
        d.add("second", wheel(r2, n2, v.tooth_height * r).rotate(z=aim + 90).move(x, yy, 0.02 * t), "second")
        d.add("second_hub", boss(r2).move(x, yy, 0.02 * t), "hub")
        d.add(
            "bracket",
            extrude(
                [(px, py) for px, py in ((0, -0.16 * r), (dist, -0.12 * r), (dist, 0.12 * r), (0, 0.16 * r))],
                0.3 * t,
                bevel=0.04 * t,
            )
            .rotate(z=turn)
            .move(0, y, -0.62 * t)
            + union(
                cylinder(0.3 * v.hub * r + 0.26 * v.hub * r, 0.5 * t).rotate(x=90).move(0, y, -0.5 * t),
                cylinder(0.56 * v.hub * r2, 0.5 * t).rotate(x=90).move(x, yy, -0.5 * t),
            ),
            "hub",
        )
    d.point("grip", (0, y, 0), size=t)
    d.point("top", (0, 2 * r, 0), size=r)
    return d
