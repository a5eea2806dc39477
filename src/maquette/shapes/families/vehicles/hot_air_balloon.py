"""Hot air balloon: a striped envelope over a basket on ropes; or a cigar with a gondola."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across, along_z, oval, wing


@family(
    "hot air balloon",
    "vehicle",
    nouns={
        "balloon ride": {},
        "air balloon": {},
        "airship": {"kind": "airship"},
        "zeppelin": {"kind": "airship"},
        "blimp": {"kind": "airship"},
    },
    parameters=(
        Choice("kind", ("round", "drop", "airship")),
        Real("radius", 4.0, 3.2, 5.0),
        Real("height", 1.15, 1.0, 1.3, unit="", about="of the envelope, relative"),
        Real("basket_width", 1.5, 1.2, 1.9),
        Real("basket_height", 1.1, 0.9, 1.3),
        Whole("gores", 12, 8, 16, about="strips of cloth"),
        Whole("ropes", 8, 6, 12),
        Whole("bands", 1, 0, 2),
        Flag("flame", 0.8),
        Flag("sandbags", 0.6),
        Flag("flag", 0.4),
    ),
    slots={
        "envelope": ("fabric:#c8362c", "fabric:#2c6fb5", "fabric:#e0902a", "fabric:#6b4a9e", "fabric:#2f8f6a"),
        "gore": ("fabric:#f0d060", "fabric:#f2eee2", "fabric:#f0b43a"),
        "band": ("fabric:#f2eee2", "fabric:#20406a"),
        "basket": ("wicker",),
        "rope": ("rope",),
        "burner": ("steel",),
        "flame": ("glow:#ffb040",),
        "bag": ("canvas",),
        "metal": ("gunmetal",),
    },
    words={
        "basket": {},
        "flame": {"flame": True},
        "sandbags": {"sandbags": True},
        "flag": {"flag": True},
        "striped": {"gores": 12},
        "stripes": {"gores": 12},
    },
    paints={"balloon": "envelope", "stripes": "gore", "ropes": "rope", "gondola": "basket", "flag": "band"},
    height=(7, 19),
)
def hot_air_balloon(v: Values) -> Draft:
    """A striped envelope over a basket on ropes; or a cigar with a gondola."""
    r, bw, bh = v.radius, v.basket_width / 2, v.basket_height
    if v.kind == "airship":
        d = Draft(extent=4.6 * r)
        half, y = 2.3 * r, bh + 0.9 * r
        shape = [
            (0.0, -1.0),
            (0.3, -0.93),
            (0.68, -0.6),
            (0.94, -0.15),
            (0.96, 0.3),
            (0.78, 0.7),
            (0.42, 0.94),
            (0.0, 1.0),
        ]
        body = lathe([(0.85 * r * a, half * t) for a, t in shape], smooth=True).rotate(x=90)
        strips = union(
            *(
                box(2 * math.pi * 0.78 * r / v.gores, 4 * r, 9 * r).rotate(z=360 * i / v.gores)
                for i in range(0, v.gores, 2)
            )
        )
        d.add("envelope", body.move(y=y), "envelope")
        d.add("stripes", (body.scale(1.012, 1.012, 1) & strips).move(y=y), "gore")
        fin = wing(0.75 * r, 0.9 * r, 0.5 * r, 0.12 * r, 0.25 * r)
        d.add(
            "fins", union(*(fin.move(x=0.25 * r).rotate(z=90 * i) for i in range(4))).move(y=y, z=-0.8 * half), "gore"
        )
        car = along_z(
            [
                (oval(0.4 * bw, 0.35 * bh, 0.55 * bh, 3), -1.6 * bw),
                (oval(bw, 0.5 * bh, 0.5 * bh, 4), -1.2 * bw),
                (oval(bw, 0.5 * bh, 0.5 * bh, 4), 1.3 * bw),
                (oval(0.5 * bw, 0.3 * bh, 0.6 * bh, 3), 2.0 * bw),
            ]
        )
        d.add("gondola", car, "basket")
        d.add(
            "windows",
            (car.scale(1.03, 1, 1) & box(9, 0.3 * bh, 0.5 * bw, 0.04).move(y=0.68 * bh, z=-bw).repeat(4, z=0.68 * bw))
            - box(bw, 9, 9),
            "metal",
        )
        d.add(
            "struts",
            union(
                *(sweep([(0.7 * bw, 0.8 * bh, z * bw), (0.7 * bw, y - 0.7 * r, z * bw)], 0.1) for z in (-1.0, 1.1))
            ).mirrored()
            + box(0.4, y - 0.8 * r - 0.3 * bh, 2.4 * bw).move(y=(y - 0.8 * r + bh) / 2),
            "metal",
        )
        d.add(
            "engines",
            union(
                capsule(0.25, 1.1).rotate(x=90),
                box(0.06, 1.3, 0.12).move(z=-0.55),
                box(1.3, 0.06, 0.12).move(z=-0.55),
                box(0.8, 0.12, 0.2).move(x=-0.4),
            )
            .move(x=bw + 0.65, y=0.6 * bh + 0.2, z=-0.6 * bw)
            .mirrored(),
            "metal",
        )
        d.point("top", (0, y + 0.8 * r, 0), size=r)
        return d
    tall = 2 * r * v.height
    base = bh + 1.5 + 0.25 * r
    d = Draft(extent=base + tall)
    mouth = 0.3 * r
    if v.kind == "drop":
        shape = [
            (mouth, 0.0),
            (0.45 * r, 0.14),
            (0.75 * r, 0.36),
            (0.97 * r, 0.6),
            (0.95 * r, 0.78),
            (0.68 * r, 0.93),
            (0.3 * r, 0.99),
            (0.0, 1.0),
        ]
    else:
        shape = [
            (mouth, 0.0),
            (0.6 * r, 0.13),
            (0.9 * r, 0.32),
            (1.0 * r, 0.54),
            (0.9 * r, 0.76),
            (0.62 * r, 0.92),
            (0.3 * r, 0.985),
            (0.0, 1.0),
        ]
    skin = lathe([(a, base + t * tall) for a, t in shape], smooth=True) - cylinder(0.85 * mouth, 0.7 * r).move(y=base)
    d.add("envelope", skin, "envelope")
    wedge = math.pi / v.gores
    strips = union(
        *(
            across([(0, 0), (1.5 * r, 0), (1.5 * r, base + tall + 1), (0, base + tall + 1)], 1.05 * r * wedge).rotate(
                y=720 * i / v.gores
            )
            for i in range(v.gores // 2)
        )
    )
    grown = skin.move(y=-base - tall / 2).scale(1.012).move(y=base + tall / 2)
    d.add("gores", (grown & strips), "gore")
    if v.bands:
        more = skin.move(y=-base - tall / 2).scale(1.02, 1.0, 1.02).move(y=base + tall / 2)
        d.add(
            "bands",
            more & union(*(box(9 * r, 0.12 * r, 9 * r).move(y=base + t * tall) for t in (0.5, 0.62)[: v.bands])),
            "band",
        )
    d.add("mouth_ring", torus(1.0 * mouth, 0.07).move(y=base + 0.03), "band")
    basket = box(2 * bw, bh, 2 * bw, 0.1) - box(2 * bw - 0.2, bh, 2 * bw - 0.2, 0.06).move(y=0.14)
    d.add("basket", basket.move(y=bh / 2), "basket")
    edge = union(
        *(
            capsule(0.09, 2 * bw).rotate(z=90).move(y=y, z=s * (bw - 0.04))
            + capsule(0.09, 2 * bw).rotate(x=90).move(x=s * (bw - 0.04), y=y)
            for s in (1, -1)
            for y in (bh, 0.12)
        )
    )
    d.add("basket_edge", edge, "bag" if v.gores % 2 else "basket")
    frame = bh + 0.95
    posts = union(
        *(
            sweep([(x * (bw - 0.1), bh - 0.1, z * (bw - 0.1)), (x * 0.42, frame, z * 0.42)], 0.05)
            for x in (1, -1)
            for z in (1, -1)
        )
    )
    d.add(
        "burner",
        union(
            posts,
            box(0.95, 0.08, 0.95, 0.02).move(y=frame),
            cylinder(0.16, 0.5).move(y=frame + 0.15),
            cylinder(0.24, 0.16, 0.3).move(y=frame + 0.4),
        ),
        "burner",
    )
    if v.flame:
        d.add(
            "flame",
            lathe([(0.1, 0), (0.2, 0.25), (0.14, 0.7), (0.01, 1.15)], smooth=True).move(y=frame + 0.42),
            "flame",
        )
    lines = []
    for i in range(v.ropes):
        a = 2 * math.pi * (i + 0.5) / v.ropes
        c, s = math.cos(a), math.sin(a)
        k = 0.47 / max(abs(c), abs(s))
        lines.append(sweep([(k * c, frame, k * s), (1.02 * mouth * c, base + 0.01, 1.02 * mouth * s)], 0.04, sides=6))
    d.add("ropes", union(*lines), "rope")
    if v.sandbags:
        bag = sphere(0.17, 0.26, 0.17) + cylinder(0.05, 0.5).move(y=0.3)
        d.add("sandbags", union(*(bag.move(x=bw + 0.07, y=0.6 * bh, z=z * bw) for z in (-0.5, 0.5))).around(4), "bag")
    if v.flag:
        d.add(
            "flag",
            union(
                cylinder(0.06, 1.4).move(y=base + tall + 0.5),
                across([(0, 0), (-1.3, 0.25), (0, 0.55)], 0.1).move(y=base + tall + 0.6),
            ),
            "band",
        )
    d.point("top", (0, base + tall, 0), size=r)
    d.point("seat", (0, 0.2, 0), size=bw)
    return d
