"""Igloo: a dome of blocks with a tunnel."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import arched


@family(
    "igloo",
    "building",
    nouns={"snow house": {}, "ice house": {}, "iglu": {}},
    parameters=(
        Real("radius", 1.7, 1.4, 2.3),
        Real("height", 0.95, 0.8, 1.1, unit="", about="relative to the radius"),
        Whole("rows", 6, 4, 8),
        Whole("blocks", 16, 12, 20, about="in a row"),
        Real("tunnel_length", 1.1, 0.8, 1.6),
        Real("tunnel_radius", 0.65, 0.55, 0.8),
        Real("groove", 0.035, 0.025, 0.05),
        Flag("chimney", 0.3),
        Flag("light", 0.5),
        Flag("drifts", 0.7),
        Flag("spears", 0.25),
    ),
    slots={
        "snow": ("snow", "ice", "snow:#dbe8f2"),
        "groove": ("ice:#a9c6da", "ice"),
        "dark": ("glow:#ffc86a", "soil:#1d2228"),
        "drift": ("snow",),
        "wood": ("oak",),
    },
    words={"light": {"light": True}, "chimney": {"chimney": True}},
    paints={"blocks": "snow", "ice": "snow", "entrance": "dark"},
    height=(1.0, 3.2),
)
def igloo(v: Values) -> Draft:
    """A dome of blocks with a tunnel."""
    r, k, g = v.radius, v.height, v.groove
    d = Draft(extent=2 * r + v.tunnel_length)
    dome = sphere(r, r * k, r) - box(99, 20, 99).move(y=-10)
    cuts = []
    for i in range(v.rows):
        t0, t1 = math.pi / 2 * i / v.rows, math.pi / 2 * (i + 1) / v.rows
        if i:
            cuts.append(torus(r * math.cos(t0), g).move(y=r * k * math.sin(t0)))
        m = max(4, round(v.blocks * math.cos(t0)))
        if i < v.rows - 1:
            bar = sweep(
                [
                    (r * math.cos(t0), r * k * math.sin(t0), 0),
                    (r * math.cos((t0 + t1) / 2), r * k * math.sin((t0 + t1) / 2), 0),
                    (r * math.cos(t1), r * k * math.sin(t1), 0),
                ],
                g,
                sides=6,
            )
            cuts.append(bar.around(m).rotate(y=(i % 2) * 180 / m))
    tr, z1 = v.tunnel_radius, r + v.tunnel_length - 0.25
    arch = extrude([(1.25 * x, 1.16 * y) for x, y in arched(2 * tr, 1.55 * tr)], z1 - 0.5 * r).move(
        z=(z1 + 0.5 * r) / 2
    )
    d.add("dome", dome - union(*cuts), "snow")
    d.add("core", sphere(r - 0.45 * g, (r - 0.45 * g) * k, r - 0.45 * g) - box(99, 20, 99).move(y=-10), "groove")
    ribs = union(
        *(
            extrude([(1.38 * x, 1.26 * y) for x, y in arched(2 * tr, 1.55 * tr)], 0.34).move(z=z1 - 0.17 - 0.42 * i)
            for i in range(int(v.tunnel_length / 0.42) + 1)
        )
    )
    hole = extrude(arched(2 * tr, 1.45 * tr), 3).move(z=z1 + 0.6)
    d.add("tunnel", union(arch, ribs) - hole, "snow")
    d.add("entrance", extrude(arched(2.02 * tr, 1.46 * tr), 0.12).move(z=z1 - 0.85), "dark")
    if v.chimney:
        d.add("chimney", cylinder(0.2, 0.6, 0.17).move(x=-0.35 * r, y=r * k * 0.93 + 0.1, z=-0.2 * r), "snow")
    if v.light:
        d.add("window", sphere(0.24, 0.24, 0.18).move(y=0.42 * r * k, z=0.91 * r).rotate(y=62), "dark")
        d.add("window_rim", cylinder(0.31, 0.14).rotate(x=90).move(y=0.42 * r * k, z=0.9 * r).rotate(y=62), "groove")
    ground = (
        lathe([(1.25 * r, -0.3), (1.2 * r, 0.05), (0, 0.08)]).scale(1, 1, 1.2).roughened(0.015, 0.4, octaves=2)
        if v.drifts
        else cylinder(1.15 * r, 0.06).scale(1, 1, 1.15).move(y=0.03)
    )
    d.add("ground", (ground.move(z=0.3 * v.tunnel_length) - box(99, 20, 99).move(y=-10)), "drift")
    if v.drifts:
        d.add(
            "drifts",
            union(
                *(
                    sphere(0.5 * r, 0.22 * r, 0.4 * r)
                    .roughened(0.04, 0.3, seed=i)
                    .move(1.0 * r * math.cos(a), 0.02, 1.0 * r * math.sin(a))
                    for i, a in enumerate((2.6, 4.3, 0.4))
                )
            )
            - box(99, 20, 99).move(y=-10),
            "drift",
        )
    if v.spears:
        d.add(
            "spears",
            union(
                *(sweep([(x, 0, 0.95 * r), (0.85 * x, 1.5, 0.6 * r)], 0.03) for x in (1.1 * tr + 0.2, 1.1 * tr + 0.35))
            ),
            "wood",
        )
    d.point("top", (0, r * k, 0), size=r)
    return d
