"""Rovers for other planets: six wheels on rocker arms, a mast with cameras, solar wings, a robot arm, a dish."""

from __future__ import annotations

from maquette.shapes.api import Point3, box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import bar
from maquette.shapes.sub.sidewise import axle, tube


@family(
    "rover",
    "vehicle",
    nouns={
        "mars rover": {},
        "moon rover": {"wings": True},
        "lunar rover": {"wings": True},
        "space rover": {},
        "planetary rover": {},
        "curiosity rover": {"wings": False},
    },
    parameters=(
        Real("length", 2.6, 2.1, 3.0),
        Real("width", 2.2, 1.8, 2.6),
        Real("height", 1.05, 0.9, 1.25, about="of the deck"),
        Real("mast", 1.0, 0.75, 1.25, about="length of the mast above the deck"),
        Real("wheel_radius", 0.26, 0.21, 0.32),
        Whole("cleats", 16, 12, 24),
        Whole("cameras", 2, 1, 3, about="on the mast"),
        Choice("head", ("box", "pair")),
        Flag("wings", 0.55, about="solar panels at the sides"),
        Flag("arm", 0.85),
        Flag("dish", 0.75),
        Flag("antenna", 0.8),
        Flag("generator", 0.6, about="a finned heater at the back"),
    ),
    slots={
        "body": ("paint:#e6e4de", "gold:#d8b060", "paint:#c9cdd2"),
        "frame": ("aluminium", "gunmetal", "titanium"),
        "wheel": ("aluminium", "gunmetal"),
        "solar": ("dark glass:#16264a",),
        "grid": ("aluminium",),
        "foil": ("gold", "copper"),
        "lens": ("dark glass",),
        "trim": ("paint:#2a2c30", "gunmetal"),
        "accent": ("paint:#c8442a", "paint:#2a5fa0"),
    },
    words={
        "solar": {"wings": True},
        "panels": {"wings": True},
        "arm": {"arm": True},
        "dish": {"dish": True},
        "antenna": {"antenna": True},
    },
    paints={"wheels": "wheel", "panels": "solar", "camera": "lens", "antenna": "frame", "dish": "body"},
    height=(1.5, 2.8),
)
def rover(v: Values) -> Draft:
    """Drives to +Z, the mast at its front."""
    n, w, h, r = v.length, v.width, v.height, v.wheel_radius
    d = Draft(extent=n)
    bw, bl, tall = 0.56 * w, 0.58 * n, 0.34
    y = h - tall / 2
    d.add("body", box(bw, tall, bl, 0.04).move(y=y), "body", group="body")
    d.add("deck", box(bw + 0.1, 0.035, bl + 0.1, 0.01).move(y=h), "frame", group="body")
    d.add("foil", box(bw - 0.08, 0.16, bl - 0.1, 0.04).move(y=y - tall / 2 - 0.03), "foil", group="body")
    boxes = union(
        box(0.3 * bw, 0.13, 0.28 * bl, 0.02).move(-0.22 * bw, h + 0.07, -0.16 * bl),
        box(0.2 * bw, 0.09, 0.18 * bl, 0.02).move(0.26 * bw, h + 0.05, 0.05 * bl),
    )
    d.add(
        "boxes",
        union(boxes, cylinder(0.09, 0.12, bevel=0.02).move(0.05 * bw, h + 0.06, -0.34 * bl)),
        "frame",
        group="body",
    )
    d.add("badge", box(0.02, 0.12, 0.3).move(bw / 2 + 0.002, y, 0).mirrored(), "accent", group="body")
    # Rocker-bogie: one bar from the front wheel over the pivot to the bogie of the other two.
    x = w / 2 - 0.14
    zs = (0.5 * n - r, -0.04 * n, -0.5 * n + r)
    pivot: Point3 = (bw / 2 + 0.08, y, 0.06 * n)
    knee: Point3 = (x - 0.16, 0.62 * h, 0.5 * (zs[1] + zs[2]))

    def hub(z: float) -> Point3:
        return (x - 0.16, r + 0.18, z)

    arms = [
        sweep([hub(zs[0]), (x - 0.15, 0.68 * h, zs[0] - 0.12), pivot], 0.035, smooth=False),
        sweep([pivot, (x - 0.16, 0.74 * h, -0.1 * n), knee], 0.035, smooth=False),
        sweep([hub(zs[1]), knee, hub(zs[2])], 0.032, smooth=False),
    ]
    posts = [
        union(
            cylinder(0.035, 0.3).move(x - 0.16, r + 0.1, z),
            axle(0.03, 0.22, r, z).move(x=x - 0.1),
            cylinder(0.05, 0.08).move(x - 0.16, r + 0.2, z),
        )
        for z in zs
    ]
    joints = [
        sphere(0.06).move(*pivot),
        sphere(0.055).move(*knee),
        sphere(0.045).move(x - 0.15, 0.68 * h, zs[0] - 0.12),
    ]
    d.add("suspension", union(*arms, *posts, *joints).mirrored(), "frame", group="suspension")
    d.add("pivot_bar", axle(0.045, bw + 0.24, y, 0.06 * n), "frame", group="suspension")
    wide = 0.26
    drum = union(
        lathe(
            [
                (0.8 * r, -wide / 2),
                (0.97 * r, -wide / 2),
                (r, -0.3 * wide),
                (r, 0.3 * wide),
                (0.97 * r, wide / 2),
                (0.8 * r, wide / 2),
                (0.9 * r, 0.0),
                (0.8 * r, -wide / 2),
            ]
        ).rotate(z=90),
        box(wide * 0.96, 0.05 * r, 0.06 * r).move(y=r).around(v.cleats, "x"),
    )
    spokes = union(
        cylinder(0.26 * r, 0.14, bevel=0.01).rotate(z=90), box(0.03, 0.72 * r, 0.14 * r).move(y=0.52 * r).around(6, "x")
    )
    for i, z in enumerate(zs):
        for s, name in ((1, "left"), (-1, "right")):
            place = f"{('front', 'middle', 'rear')[i]}_{name}"
            d.add(f"wheel_{place}", drum.move(s * x, r, z), "wheel", group="wheels")
            d.add(f"spokes_{place}", spokes.move(s * x, r, z), "trim", group="wheels")
    _mast(d, v, h, bw, bl)
    if v.wings:
        for s, name in ((1, "left"), (-1, "right")):
            long = 0.62 * w
            panel = box(long, 0.035, 0.86 * bl, 0.006).move(x=long / 2)
            cells = box(0.94 * long, 0.03, 0.8 * bl).move(x=long / 2, y=0.012)
            lines = union(
                *(box(0.008, 0.03, 0.8 * bl).move(x=long * k, y=0.02) for k in (0.2, 0.35, 0.5, 0.65, 0.8)),
                *(box(0.94 * long, 0.03, 0.008).move(long / 2, 0.02, k * bl) for k in (-0.2, 0.0, 0.2)),
            )
            for part, node, slot in (("wing", panel, "frame"), ("solar", cells, "solar"), ("grid", lines, "grid")):
                put = node.rotate(z=9).move(bw / 2 - 0.02, h + 0.04, -0.04 * bl)
                d.add(f"{part}_{name}", put if s > 0 else put.mirror(), slot, group="wings")
    if v.dish:
        bowl = lathe(
            [
                (0.02, 0.0),
                (0.12, 0.02),
                (0.2, 0.07),
                (0.24, 0.12),
                (0.225, 0.125),
                (0.19, 0.09),
                (0.1, 0.04),
                (0.0, 0.028),
            ]
        )
        horn = union(
            *(
                sweep([(0.19 * c, 0.09, 0.19 * q), (0, 0.22, 0)], 0.006)
                for c, q in ((1, 0), (-0.5, 0.87), (-0.5, -0.87))
            ),
            sphere(0.025).move(y=0.22),
        )
        at = (-0.28 * bw, h + 0.34, -0.36 * bl)
        d.add("dish", union(bowl, horn).rotate(x=-35, z=20).move(*at), "body", group="dish")
        d.add(
            "dish_mast",
            union(cylinder(0.025, 0.36).move(at[0], h + 0.16, at[2]), sphere(0.04).move(at[0], at[1], at[2])),
            "frame",
            group="dish",
        )
    if v.antenna:
        d.add(
            "antenna",
            union(
                cylinder(0.012, 0.6).move(0.36 * bw, h + 0.3, -0.4 * bl),
                cylinder(0.035, 0.1, bevel=0.01).move(0.36 * bw, h + 0.6, -0.4 * bl),
            ),
            "frame",
        )
    if v.generator:
        fins = union(cylinder(0.09, 0.55), *(box(0.26, 0.5, 0.012).rotate(y=22.5 * i) for i in range(8)))
        d.add(
            "generator",
            union(fins, cylinder(0.05, 0.3).rotate(x=90).rotate(x=0).move(y=-0.1, z=0.12))
            .rotate(x=-50)
            .move(0, y + 0.1, -bl / 2 - 0.14),
            "trim",
        )
    if v.arm:
        a: Point3 = (0.3 * bw, y, bl / 2)
        b: Point3 = (0.3 * bw, y + 0.12, bl / 2 + 0.42)
        c: Point3 = (0.05 * bw, 0.5 * h, bl / 2 + 0.62)
        links = union(
            bar(a, b, 0.07),
            bar(b, c, 0.06),
            *(union(sphere(0.062), axle(0.045, 0.15)).move(*p) for p in (a, b)),
            sphere(0.055).move(*c),
        )
        d.add("arm", links, "frame", group="arm")
        tool = union(
            cylinder(0.09, 0.08, bevel=0.015),
            box(0.08, 0.14, 0.08, 0.01).move(0.09, -0.03, 0),
            cylinder(0.03, 0.2).move(-0.07, -0.07, 0.03),
            cylinder(0.04, 0.14).move(0, -0.06, -0.08),
        )
        d.add("tools", tool.move(c[0], c[1] - 0.06, c[2]), "trim", group="arm")
    hazard = tube(0.035, -0.04, 0.04).move(0.2 * bw, y - 0.04, bl / 2 + 0.02).mirrored()
    d.add("hazard_cameras", hazard, "lens", group="cameras")
    d.point("top", (0, h + 0.02, -0.1), size=0.8 * bw)
    return d


def _mast(d: Draft, v: Values, h: float, bw: float, bl: float) -> None:
    x, z, top = 0.24 * bw, 0.38 * bl, h + v.mast
    pole = union(
        cylinder(0.045, v.mast).move(y=h + v.mast / 2),
        cylinder(0.075, 0.12, bevel=0.015).move(y=h + 0.05),
        torus(0.05, 0.015).move(y=h + 0.55 * v.mast),
        cylinder(0.06, 0.09, bevel=0.01).move(y=top),
    )
    d.add("mast", pole.move(x=x, z=z), "frame", group="mast")
    if v.head == "box":
        d.add("head", box(0.46, 0.2, 0.26, 0.03).move(x, top + 0.12, z), "body", group="mast")
        spots = [(-0.13, 0.06), (0.13, 0.045), (0.0, 0.04)][: v.cameras] if v.cameras > 1 else [(0.0, 0.075)]
    else:
        d.add(
            "head",
            union(
                box(0.44, 0.06, 0.12, 0.012).move(x, top + 0.06, z),
                *(box(0.13, 0.17, 0.2, 0.02).move(x + q * 0.16, top + 0.13, z) for q in (1, -1)),
                box(0.11, 0.1, 0.14, 0.015).move(x, top + 0.1, z),
            ),
            "body",
            group="mast",
        )
        spots = [(-0.16, 0.045), (0.16, 0.045), (0.0, 0.03)][: max(v.cameras, 2)]
    rims: list[Node] = [tube(1.3 * r, 0.04, 0.15 if v.head == "box" else 0.12, top + 0.12, x + o) for o, r in spots]
    d.add("camera_rims", union(*rims).move(z=z), "trim", group="cameras")
    d.add(
        "cameras",
        union(*(sphere(r, r, 0.03).move(x + o, top + 0.12, z + (0.15 if v.head == "box" else 0.12)) for o, r in spots)),
        "lens",
        group="cameras",
    )
