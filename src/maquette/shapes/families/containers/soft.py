"""Boxes of gifts, sacks, suitcases and bins."""

from __future__ import annotations

import math

from maquette.shapes.api import bone, box, cylinder, difference, extrude, lathe, organic, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of, rod, rounded_rectangle, slab
from maquette.shapes.sub.vessels import Vessel


@family(
    "gift box",
    "container",
    nouns={
        "gift": {},
        "present": {},
        "christmas present": {},
        "birthday present": {},
        "parcel": {"kind": "parcel"},
        "package": {"kind": "parcel"},
        "cardboard box": {"kind": "carton"},
        "box": {"kind": "carton"},
        "carton": {"kind": "carton"},
        "moving box": {"kind": "carton"},
        "open box": {"kind": "carton", "open": True},
    },
    parameters=(
        Choice("kind", ("gift", "parcel", "carton")),
        Real("width", 0.3, 0.2, 0.45),
        Real("height", 0.26, 0.14, 0.42),
        Real("depth", 0.28, 0.2, 0.42),
        Real("ribbon_width", 0.14, 0.08, 0.2, unit="", about="share of the width"),
        Whole("loops", 2, 2, 6, about="of the bow"),
        Flag("lid", 0.65),
        Flag("tag", 0.45),
        Flag("dots", 0.3),
        Flag("open", 0.35, about="a carton's flaps"),
    ),
    slots={
        "paper": ("paint:#c0303a", "paint:#2f6fb0", "paint:#3f9a63", "paint:#e8b838", "paint:#7a4aa8", "paper"),
        "ribbon": ("paint:#f0d060", "fabric:#f4efe6", "paint:#c0303a", "gold"),
        "card": ("cardboard", "cardboard:#a9814f"),
        "tape": ("paint:#d8c08a",),
        "tag": ("paper",),
        "string": ("rope",),
        "ink": ("paint:#2a2a2a",),
    },
    words={
        "ribbon": {"kind": "gift"},
        "bow": {"kind": "gift"},
        "open": {"open": True},
        "tag": {"tag": True},
        "dots": {"dots": True},
        "lid": {"lid": True},
    },
    paints={"bow": "ribbon", "wrapping": "paper", "box": "paper", "dots": "ribbon"},
    height=(0.12, 0.75),
)
def gift_box(v: Values) -> Draft:
    """Wrapped with ribbon and bow; a parcel with string; or a carton with flaps."""
    w, h, z = v.width, v.height, v.depth
    d = Draft(extent=max(w, h + 0.08, z))
    if v.kind == "carton":
        w, h, z = 1.3 * w, 1.2 * h, 1.2 * z
        d = Draft(extent=max(w, h, z) * (1.5 if v.open else 1.0))
        t = 0.008
        if v.open:
            d.add(
                "body",
                box(w, h, z, 0.003, 1).move(y=h / 2) - box(w - 2 * t, h, z - 2 * t).move(y=h / 2 + 2 * t),
                "card",
            )
            for name, s in (("left", 1), ("right", -1)):
                d.add(
                    f"flap_{name}",
                    box(t, 0.5 * z, z - 0.01, 0.002, 1)
                    .move(y=0.25 * z - 0.003)
                    .rotate(z=-s * 115)
                    .move(s * (w / 2 - t / 2), h - 0.004, 0),
                    "card",
                    group="flaps",
                )
            for name, s in (("front", 1), ("back", -1)):
                d.add(
                    f"flap_{name}",
                    box(w - 0.01, 0.5 * z, t, 0.002, 1)
                    .move(y=0.25 * z - 0.003)
                    .rotate(x=s * (130 if s > 0 else 100))
                    .move(0, h - 0.004, s * (z / 2 - t / 2)),
                    "card",
                    group="flaps",
                )
        else:
            d.add("body", box(w, h, z, 0.004, 2).move(y=h / 2) - box(w + 0.1, 0.01, 0.004).move(y=h), "card")
            d.add(
                "tape",
                union(
                    box(w + 0.003, 0.016, 0.06, 0.001).move(y=h - 0.006),
                    *(box(0.004, 0.09, 0.06, 0.001).move(s * w / 2, h - 0.044, 0) for s in (1, -1)),
                ),
                "tape",
            )
        arrows = [
            extrude(
                [(-0.012, 0), (0.012, 0), (0.012, 0.04), (0.028, 0.04), (0, 0.075), (-0.028, 0.04), (-0.012, 0.04)],
                0.004,
            ).move(x, 0.55 * h, z / 2)
            for x in (0.24 * w, 0.24 * w + 0.065)
        ]
        d.add("marks", union(*arrows, box(0.13, 0.008, 0.004).move(0.24 * w + 0.032, 0.55 * h - 0.012, z / 2)), "ink")
        if v.tag:
            d.add("label", box(0.4 * w, 0.26 * h, 0.004, 0.001).move(-0.2 * w, 0.5 * h, z / 2), "tag")
        d.point("top", (0, h, 0), size=w)
        return d
    slot = "paper" if v.kind == "gift" else "card"
    high = h
    if v.lid and v.kind == "gift":
        d.add("body", box(w, h - 0.02, z, 0.004).move(y=(h - 0.02) / 2), slot)
        tall = max(0.05, 0.2 * h)
        d.add("lid", box(w + 0.016, tall, z + 0.016, 0.005).move(y=h - tall / 2), slot, group="lid")
        over = 0.016
    else:
        d.add("body", box(w, h, z, 0.006).move(y=h / 2), slot)
        over = 0.0
    if v.kind == "parcel":
        d.add(
            "string",
            union(
                *(
                    rod((x, 0.004, zz), (x, h, zz), radius=0.004)
                    for x, zz in ((w / 2, 0), (-w / 2, 0), (0, z / 2), (0, -z / 2))
                ),
                rod((-w / 2, h, 0), (w / 2, h, 0), radius=0.004),
                rod((0, h, -z / 2), (0, h, z / 2), radius=0.004),
                sphere(0.009).move(y=h),
            ),
            "string",
        )
        d.add(
            "bow",
            union(
                *(torus(0.03, 0.004).scale(1.3, 1, 0.7).rotate(z=s * 18).move(s * 0.036, h + 0.012, 0) for s in (1, -1))
            ),
            "string",
            group="bow",
        )
        d.add("label", box(0.36 * w, 0.004, 0.26 * z, 0.001).move(-0.24 * w, h, 0.24 * z), "tag")
        d.add("stamp", box(0.05, 0.004, 0.06, 0.001).move(0.34 * w, h, -0.3 * z), "paper")
        d.point("top", (0, h, 0), size=w)
        return d
    rb = v.ribbon_width * w
    d.add(
        "ribbon",
        union(
            box(rb, h + 0.003, z + over + 0.006, 0.002, 1).move(y=h / 2 + 0.0015),
            box(w + over + 0.006, h + 0.0025, rb, 0.002, 1).move(y=h / 2 + 0.001),
        ),
        "ribbon",
        group="ribbon",
    )
    size = 0.26 * min(w, z) + 0.01
    half = 0.36 * rb + 0.004
    flat = [(half, -0.003), (half, 0.003), (-half, 0.003), (-half, -0.003)]
    bow: list[Node] = [sphere(half + 0.012, 0.026, half + 0.012).move(y=high + 0.012)]
    n = v.loops
    for i in range(n):
        a = 360 * i / n
        k = 1.0 if i % 2 == 0 or n < 4 else 0.8
        loop = sweep(
            [
                (0.004, 0.012, 0),
                (0.5 * size * k, 0.05 * k + 0.25 * size, 0),
                (0.95 * size * k, 0.22 * size + 0.02, 0),
                (size * k, 0.1 * size + 0.01, 0),
                (0.7 * size * k, 0.02, 0),
                (0.004, 0.008, 0),
            ],
            profile=flat,
        )
        bow.append(loop.rotate(y=a).move(y=high))
    for s in (1, -1):
        bow.append(  # noqa: PERF401
            sweep(
                [
                    (0, 0.01, 0),
                    (s * 0.25 * size, 0.016, 0.45 * size),
                    (s * 0.4 * size, 0.004, 0.8 * size),
                    (s * 0.5 * size, 0.0045, 1.0 * size),
                ],
                profile=flat,
            ).move(y=high)
        )
    d.add("bow", union(*bow), "ribbon", group="ribbon")
    if v.tag:
        d.add(
            "tag",
            slab([(-0.03, -0.045), (0.03, -0.045), (0.03, 0.03), (0.012, 0.048), (-0.012, 0.048), (-0.03, 0.03)], 0.004)
            .rotate(x=0, y=25)
            .move(0.3 * w, h + 0.0015, 0.28 * z),
            "tag",
        )
    if v.dots:
        dots = [
            sphere(0.014, 0.014, 0.003).move(
                (c - 1.5) * w / 4.4 + (0.02 if r % 2 else 0), (r + 0.7) * h / 4.2, s * z / 2
            )
            for r in range(3)
            for c in range(4)
            for s in (1, -1)
        ]
        dots += [
            sphere(0.003, 0.014, 0.014).move(s * w / 2, (r + 0.7) * h / 4.2, (c - 1.5) * z / 4.4)
            for r in range(3)
            for c in range(4)
            for s in (1, -1)
        ]
        d.add("dots", union(*dots), "ribbon")
    d.point("top", (0, h, 0), size=w)
    return d


@family(
    "sack",
    "container",
    nouns={
        "bag": {},
        "sack of potatoes": {"content": "potatoes", "open": True},
        "sack of gold": {"content": "coins", "open": True},
        "money bag": {"mark": True, "open": False},
        "sandbag": {"lying": True},
        "coin purse": {"height": 0.16, "open": False},
        "flour sack": {"open": True, "content": "flour"},
        "grain sack": {"open": True, "content": "flour"},
        "pouch": {"height": 0.16, "open": False},
    },
    parameters=(
        Real("height", 0.55, 0.15, 0.8),
        Real("girth", 0.36, 0.3, 0.44, unit="", about="radius, share of the height"),
        Flag("open", 0.45),
        Choice("content", ("potatoes", "coins", "flour", "apples")),
        Flag("patch", 0.4),
        Flag("mark", 0.25),
        Flag("lying", 0.06),
        Real("slump", 0.12, 0.0, 0.25, unit="", about="how far it leans"),
        Real("neck", 0.3, 0.22, 0.42, unit=""),
        Whole("wraps", 2, 1, 4, about="of the string"),
    ),
    slots={
        "cloth": ("canvas", "fabric:#a5855a", "fabric:#8a7350", "cotton"),
        "string": ("rope", "leather", "fabric:#8a2a22"),
        "potatoes": ("clay:#b08a52",),
        "coins": ("gold",),
        "flour": ("foam",),
        "apples": ("fruit",),
        "patch": ("fabric:#7f93a8", "fabric:#b5624a", "leather"),
        "mark": ("paint:#2f2a24", "paint:#8a2a22"),
    },
    words={
        "open": {"open": True},
        "tied": {"open": False},
        "closed": {"open": False},
        "potatoes": {"open": True, "content": "potatoes"},
        "gold": {"open": True, "content": "coins"},
        "coins": {"open": True, "content": "coins"},
        "flour": {"open": True, "content": "flour"},
        "apples": {"open": True, "content": "apples"},
        "patch": {"patch": True},
    },
    paints={"rope": "string", "tie": "string"},
    height=(0.1, 0.95),
)
def sack(v: Values) -> Draft:
    """A soft bag: tied at its neck, or its rim rolled down over what is in it."""
    h, r = v.height, v.girth * v.height
    d = Draft(extent=h)
    lean = v.slump * r
    if v.lying:
        a, b = (-0.34 * h, 0.5 * r, 0.0), (0.34 * h, 0.5 * r, 0.0)
        body = organic(
            [
                bone(a, b, 0.52 * r),
                bone((-0.3 * h, 0.4 * r, 0.35 * r), (0.3 * h, 0.4 * r, 0.35 * r), 0.4 * r),
                bone((-0.3 * h, 0.4 * r, -0.35 * r), (0.3 * h, 0.4 * r, -0.35 * r), 0.4 * r),
            ],
            0.2 * r,
            cells=64,
        )
        d.add("body", body & box(3 * h, 2 * h, 2 * h).move(y=h), "cloth")
        d.add(
            "ear",
            organic(
                [
                    bone((0.5 * h, 0.5 * r, 0), (0.58 * h, 0.55 * r, 0.16 * r), 0.09 * r, 0.12 * r),
                    bone((0.5 * h, 0.5 * r, 0), (0.58 * h, 0.5 * r, -0.16 * r), 0.09 * r, 0.12 * r),
                    bone((0.42 * h, 0.5 * r, 0), (0.52 * h, 0.5 * r, 0), 0.2 * r, 0.1 * r),
                ],
                0.05 * r,
                cells=40,
            ),
            "cloth",
        )
        d.add("string", torus(0.18 * r, 0.05 * r).rotate(z=90).move(0.5 * h, 0.5 * r, 0), "string")
        d.point("top", (0, 1.05 * r, 0), size=r)
        return d
    if v.open:
        top = 0.8 * h
        lumps = [
            bone((0.62 * r * x, 0.3 * r, 0.62 * r * z), (0.58 * r * x, 0.62 * top, 0.58 * r * z), 0.42 * r, 0.36 * r)
            for x, z in ring_of(5, 1.0, 20)
        ]
        body = organic(
            [bone((0, 0.5 * r, 0), (0.3 * lean, 0.7 * top, 0), 0.85 * r, 0.72 * r), *lumps], 0.14 * r, cells=64
        )
        d.add("body", body & box(4 * r, 0.95 * top, 4 * r).move(y=0.475 * top), "cloth")
        d.add(
            "rim",
            union(
                *(
                    torus(0.78 * r, k * r)
                    .scale(1 + 0.04 * i, 1, 1 - 0.03 * i)
                    .move(0.3 * lean, (0.93 - 0.08 * i) * top, 0)
                    for i, k in enumerate((0.11, 0.1))
                )
            ),
            "cloth",
        )
        level, s = 0.94 * top, 0.17 * r
        d.add(
            "heap",
            union(sphere(0.72 * r, 0.3 * r, 0.72 * r), cylinder(0.82 * r, 0.3 * top).move(y=-0.15 * top)).move(
                0.3 * lean, level - 0.06 * r, 0
            ),
            v.content,
        )
        rng = v.rng("content")
        if v.content != "flour":
            spots = [(0.0, 0.0), *ring_of(5, 0.34 * r, 10), *ring_of(9, 0.6 * r, 30)]
            lumps2: list[Node] = []
            for i, (x, z) in enumerate(spots):
                y = level - 0.06 * r + 0.3 * r * math.sqrt(max(0.02, 1 - (x * x + z * z) / (0.72 * r) ** 2))
                if v.content == "coins":
                    one: Node = cylinder(0.16 * r, 0.045 * r, bevel=0.01 * r).rotate(
                        x=float(rng.uniform(-40, 40)), z=float(rng.uniform(-40, 40))
                    )
                else:
                    k = float(rng.uniform(0.85, 1.15)) * s
                    one = sphere(1.2 * k, 0.85 * k, 0.95 * k).rotate(y=57 * i) if v.content == "potatoes" else sphere(k)
                lumps2.append(one.move(0.3 * lean + x, y + 0.02 * r, z))
            d.add(v.content, union(*lumps2), v.content, group="content")
        else:
            d.add(
                "scoop",
                union(
                    cylinder(0.13 * r, 0.5 * r, bevel=0.02 * r).rotate(x=70)
                    - cylinder(0.105 * r, 0.5 * r).rotate(x=70).move(y=0.02 * r, z=0.06 * r),
                    rod((0, -0.06 * r, -0.2 * r), (0, 0.02 * r, -0.55 * r), radius=0.035 * r, round_ends=True),
                )
                .rotate(x=-30, y=30)
                .move(0.2 * r, level + 0.24 * r, 0.1 * r),
                "string",
            )
        d.point("top", (0, level + 0.25 * r, 0), size=r)
    else:
        n = v.neck * r
        y = 0.76 * h
        folds = [
            bone(
                (0.55 * r * x, 0.32 * r, 0.55 * r * z),
                (0.9 * n * x + lean, y - 0.02 * h, 0.9 * n * z),
                0.4 * r,
                0.22 * n,
            )
            for x, z in ring_of(6, 1.0, 20)
        ]
        ruff = [
            bone(
                (0.3 * n * x + lean, y, 0.3 * n * z),
                (1.5 * n * x + lean, h - 0.09 * h, 1.5 * n * z),
                0.42 * n,
                0.26 * n,
            )
            for x, z in ring_of(7, 1.0, 5)
        ]
        body = organic(
            [
                bone((0, 0.5 * r, 0), (0.2 * lean, 0.4 * h, 0), 0.86 * r, 0.8 * r),
                bone((0.2 * lean, 0.4 * h, 0), (lean, y, 0), 0.72 * r, 0.85 * n),
                *folds,
                bone((lean, y, 0), (lean, y + 0.06 * h, 0), 0.7 * n),
                *ruff,
            ],
            0.1 * r,
            cells=72,
        )
        d.add("body", body & box(4 * r, 2 * h, 4 * r).move(y=h), "cloth")
        wraps = [torus(1.02 * n, 0.13 * n + 0.002).move(y=(i - (v.wraps - 1) / 2) * 0.2 * n) for i in range(v.wraps)]
        ends = [
            rod(
                (0, 0, 1.0 * n),
                (0.25 * n * s, -0.3 * n, 1.35 * n),
                (0.5 * n * s, -0.95 * n, 1.4 * n),
                radius=0.1 * n + 0.001,
                round_ends=True,
            )
            for s in (1, -1)
        ]
        d.add("string", union(*wraps, *ends, sphere(0.26 * n).move(z=1.05 * n)).move(lean, y, 0), "string")
        d.point("top", (lean, h, 0), size=n)
    face = 0.93 * r
    if v.patch:
        d.add(
            "patch",
            (box(0.5 * r, 0.5 * r, 0.8 * r, 0.03 * r).rotate(z=12).move(-0.34 * r, 0.36 * h, 0.75 * r))
            & organic([bone((0, 0.5 * r, 0), (0.2 * lean, 0.4 * h, 0), 0.93 * r, 0.86 * r)], 0.05, cells=48),
            "patch",
        )
    if v.mark:
        y = 0.3 * h
        ring = (cylinder(0.3 * r, 0.5 * r).rotate(x=90) - cylinder(0.22 * r, r).rotate(x=90)) + box(
            0.06 * r, 0.7 * r, 0.5 * r
        )
        d.add(
            "mark",
            ring.move(0.14 * r, y, face)
            & organic([bone((0, 0.5 * r, 0), (0.2 * lean, 0.4 * h, 0), 0.94 * r, 0.87 * r)], 0.05, cells=48),
            "mark",
        )
    d.point("grip", (lean, 0.78 * h, 0), size=2 * v.neck * r)
    return d


@family(
    "suitcase",
    "container",
    nouns={
        "luggage": {"kind": "trolley"},
        "trolley case": {"kind": "trolley"},
        "rolling suitcase": {"kind": "trolley"},
        "briefcase": {"kind": "briefcase"},
        "travel case": {},
        "travel trunk": {"kind": "vintage"},
        "vintage suitcase": {"kind": "vintage"},
        "attache case": {"kind": "briefcase"},
    },
    parameters=(
        Choice("kind", ("vintage", "trolley", "briefcase")),
        Real("width", 0.62, 0.45, 0.75),
        Real("height", 0.44, 0.36, 0.52),
        Real("depth", 0.2, 0.14, 0.26),
        Real("corner", 0.07, 0.04, 0.12),
        Flag("straps", 0.65),
        Flag("corners", 0.6),
        Whole("ribs", 5, 3, 8),
        Whole("wheels", 4, 2, 4),
        Flag("stickers", 0.3),
        Flag("raised", 0.6, about="the trolley's handle"),
    ),
    slots={
        "body": ("leather", "leather:#7a2f24", "plastic:#2f6f9a", "plastic:#c0392b", "leather:#2f3f35", "aluminium"),
        "trim": ("leather:#3a2618", "leather:#d0a060", "plastic:#26282c"),
        "metal": ("brass", "chrome", "steel"),
        "wheel": ("rubber",),
        "sticker": ("paint:#e0b030", "paint:#3f9ac0"),
        "sticker_2": ("paint:#c0404a", "paint:#4a9a5a"),
    },
    words={
        "straps": {"straps": True},
        "wheels": {"kind": "trolley"},
        "stickers": {"stickers": True},
        "corners": {"corners": True},
    },
    paints={
        "handle": "trim",
        "straps": "trim",
        "wheels": "wheel",
        "buckles": "metal",
        "locks": "metal",
        "stickers": "sticker",
    },
    height=(0.28, 1.3),
)
def suitcase(v: Values) -> Draft:
    """Stands upright, its broad side to the front."""
    w, h, z, c = v.width, v.height, v.depth, v.corner
    lift = 0.0
    if v.kind == "trolley":
        w, h, lift = 0.72 * w, 1.4 * h, 0.055
    elif v.kind == "briefcase":
        w, h, z, c = 0.72 * w, 0.72 * h, 0.55 * z, 0.5 * c
    d = Draft(extent=max(w, h * (1.5 if v.kind == "trolley" and v.raised else 1.1)))
    y = lift + h / 2
    d.add("body", extrude(rounded_rectangle(w, h, c, 7), z, bevel=min(0.03, 0.2 * z)).move(y=y), "body")
    d.add(
        "seam",
        extrude(rounded_rectangle(w + 0.008, h + 0.008, c, 7), 0.022, bevel=0.004).move(y=y + (0.0 if lift else 0.004)),
        "metal",
    )
    front = z / 2
    if v.kind == "trolley":
        step = 0.8 * w / v.ribs
        ribs = [
            sweep(
                [
                    ((i - (v.ribs - 1) / 2) * step, lift + 0.1 * h, s * front),
                    ((i - (v.ribs - 1) / 2) * step, lift + 0.9 * h, s * front),
                ],
                0.011,
                round_ends=True,
            )
            for i in range(v.ribs)
            for s in (1, -1)
        ]
        d.add("ribs", union(*ribs), "body")
        places = [(sx, sz) for sx in (1, -1) for sz in ((1, -1) if v.wheels > 2 else (-1,))]
        for i, (sx, sz) in enumerate(places):
            x, zz = sx * (w / 2 - 0.06), sz * (z / 2 - 0.05)
            d.add(
                f"wheel_{i + 1}",
                union(
                    *(cylinder(0.027, 0.016, bevel=0.004).rotate(z=90).move(x + k * 0.013, 0.027, zz) for k in (1, -1)),
                    cylinder(0.008, 0.03).rotate(z=90).move(x, 0.027, zz),
                ),
                "wheel",
                group="wheels",
            )
            d.add(
                f"fork_{i + 1}",
                union(
                    box(0.012, 0.045, 0.03, 0.003).move(x, 0.042, zz),
                    cylinder(0.026, 0.03, bevel=0.005).move(x, lift + 0.0, zz),
                ),
                "trim",
                group="wheels",
            )
        if v.wheels == 2:
            d.add(
                "feet",
                union(
                    *(
                        box(0.06, lift + 0.02, 0.03, 0.006).move(s * (w / 2 - 0.07), (lift + 0.02) / 2, z / 2 - 0.05)
                        for s in (1, -1)
                    )
                ),
                "trim",
            )
        high = lift + h + (0.42 * h if v.raised else 0.045)
        d.add(
            "pole",
            union(
                *(
                    cylinder(0.009, high - lift - h + 0.12).move(
                        s * 0.2 * w, (high + lift + h - 0.12) / 2, -z / 2 + 0.05
                    )
                    for s in (1, -1)
                )
            ),
            "metal",
            group="handle",
        )
        d.add(
            "handle", box(0.4 * w + 0.05, 0.032, 0.035, 0.012, 3).move(0, high, -z / 2 + 0.05), "trim", group="handle"
        )
        d.add(
            "sockets",
            union(*(cylinder(0.017, 0.03, bevel=0.004).move(s * 0.2 * w, lift + h, -z / 2 + 0.05) for s in (1, -1))),
            "trim",
            group="handle",
        )
        grip_y, gz = high, -z / 2 + 0.05
    else:
        grip_y, gz = h + 0.045, 0.0
        d.add(
            "handle",
            sweep(
                [
                    (0.075, h + 0.0, 0),
                    (0.07, h + 0.032, 0),
                    (0.04, h + 0.045, 0),
                    (-0.04, h + 0.045, 0),
                    (-0.07, h + 0.032, 0),
                    (-0.075, h, 0),
                ],
                [0.008, 0.009, 0.0125, 0.0125, 0.009, 0.008],
            ),
            "trim",
            group="handle",
        )
        d.add(
            "handle_rings",
            union(*(box(0.034, 0.02, 0.032, 0.005).move(s * 0.075, h + 0.004, 0) for s in (1, -1))),
            "metal",
            group="handle",
        )
        d.add(
            "locks",
            union(
                *(box(0.045, 0.03, 0.05, 0.006).move(s * 0.3 * w, h, 0) for s in (1, -1)),
                *(box(0.035, 0.05, 0.012, 0.004).move(s * 0.3 * w, h - 0.035, front) for s in (1, -1)),
            ),
            "metal",
            group="locks",
        )
        if v.straps and v.kind == "vintage":
            for name, s in (("strap_left", 1), ("strap_right", -1)):
                d.add(
                    name,
                    box(0.042, h + 0.012, z + 0.012, 0.008).move(s * 0.22 * w, h / 2 + 0.002, 0),
                    "trim",
                    group="straps",
                )
                d.add(
                    f"buckle_{'left' if s > 0 else 'right'}",
                    (box(0.066, 0.058, 0.014, 0.005) - box(0.04, 0.032, 0.1)).move(
                        s * 0.22 * w, 0.72 * h, front + 0.008
                    )
                    + box(0.006, 0.05, 0.01).move(s * 0.22 * w, 0.72 * h, front + 0.01),
                    "metal",
                    group="straps",
                )
    if v.corners and v.kind != "trolley":
        size = max(c * 1.1, 0.06)
        tips = [
            box(size, size, 3 * z).move(sx * (w / 2 - size / 2 + 0.02), h / 2 + sy * (h / 2 - size / 2 + 0.02), 0)
            for sx in (1, -1)
            for sy in (1, -1)
        ]
        grown = extrude(rounded_rectangle(w + 0.008, h + 0.008, c, 7), z + 0.008, bevel=min(0.03, 0.2 * z)).move(
            y=h / 2 + 0.004
        )
        d.add("corners", grown & union(*tips), "metal" if v.kind == "briefcase" else "trim", group="corners")
    if v.stickers:
        # On ribs they lie over them.
        front = front + 0.009 if v.kind == "trolley" else front
        d.add(
            "sticker_1",
            cylinder(0.05, 0.012, bevel=0.001).rotate(x=90).move(-0.06 * w, y + 0.12 * h, front),
            "sticker",
            group="stickers",
        )
        d.add(
            "sticker_2",
            box(0.12, 0.07, 0.012, 0.001).rotate(z=14).move(0.08 * w, y - 0.2 * h, front),
            "sticker_2",
            group="stickers",
        )
        d.add(
            "sticker_3",
            extrude([(0, 0.05), (0.045, -0.03), (-0.045, -0.03)], 0.012)
            .rotate(z=-10)
            .move(-0.1 * w, y - 0.22 * h, front),
            "sticker",
            group="stickers",
        )
    d.point("grip", (0, grip_y, gz), up=(1, 0, 0), size=0.025)
    d.point("top", (0, lift + h, 0), size=z)
    return d


@family(
    "trash can",
    "container",
    nouns={
        "garbage can": {},
        "dustbin": {},
        "bin": {},
        "rubbish bin": {},
        "waste bin": {},
        "wheelie bin": {"kind": "wheelie"},
        "recycling bin": {"kind": "wheelie", "symbol": True},
        "wastebasket": {"kind": "mesh"},
        "litter bin": {"kind": "street"},
        "pedal bin": {"kind": "pedal"},
    },
    parameters=(
        Choice("kind", ("ribbed", "wheelie", "street", "pedal", "mesh")),
        Real("height", 0.75, 0.55, 1.0),
        Real("radius", 0.34, 0.29, 0.4, unit="", about="share of the height"),
        Whole("ribs", 16, 10, 24),
        Flag("lid", 0.7),
        Flag("tilted", 0.3, about="the lid stands ajar"),
        Flag("rubbish", 0.35),
        Flag("handles", 0.8),
        Flag("symbol", 0.35),
        Real("dent", 0.0, 0.0, 0.05),
    ),
    slots={
        "body": ("steel", "plastic:#2f6b45", "metal", "plastic:#2f4f7a", "gunmetal", "paint:#3a5a4a"),
        "lid": ("steel", "plastic:#26282c", "gunmetal"),
        "trim": ("gunmetal", "rubber", "steel"),
        "bag": ("plastic:#1e1f22", "plastic:#e8e8e4"),
        "paper": ("paper", "fabric:#d8c080"),
        "sign": ("paint:#f2f2ee", "paint:#e0c030"),
    },
    words={
        "lid": {"lid": True},
        "open": {"lid": False},
        "rubbish": {"lid": False, "rubbish": True},
        "garbage": {"rubbish": True, "lid": False},
        "trash": {},
        "wheels": {"kind": "wheelie"},
        "full": {"lid": False, "rubbish": True},
    },
    paints={"handles": "trim", "wheels": "trim", "rubbish": "bag"},
    height=(0.28, 1.75),
)
def trash_can(v: Values) -> Draft:
    """Of ribbed tin, on wheels, of the street, with a pedal, or a waste basket."""
    h, r = v.height, v.radius * v.height
    d = Draft(extent=h)
    if v.kind == "wheelie":
        h *= 1.25
        w, z = 0.5 * h, 0.54 * h
        d = Draft(extent=h)
        low = 0.06
        body = (
            extrude(rounded_rectangle(w, z, 0.05, 4), h - 0.1 - low, taper=1.22)
            .rotate(x=-90)
            .scale(0.82, 1, 0.82)
            .move(y=(h - 0.1 + low) / 2)
        )
        open_ = not v.lid
        full = w / 2, z / 2
        d.add(
            "body", body - box(0.82 * w - 0.03, 0.3, 0.82 * z - 0.03).move(y=h - 0.05 - 0.0) if open_ else body, "body"
        )
        rim = slab(rounded_rectangle(w + 0.05, z + 0.05, 0.06, 4), 0.05, 0.008).move(y=h - 0.12)
        d.add("rim", rim - box(0.82 * w - 0.03, 0.3, 0.82 * z - 0.03).move(y=h - 0.05) if open_ else rim, "body")
        lid = union(
            slab(rounded_rectangle(w + 0.06, z + 0.07, 0.06, 4), 0.03, 0.01),
            box(0.7 * w, 0.03, 0.6 * z, 0.012).move(y=0.02),
            box(0.3 * w, 0.02, 0.05, 0.006).move(z=z / 2 + 0.045),
        )
        tilt = -105.0 if open_ else -24.0 if v.tilted else 0.0
        d.add("lid", lid.move(y=0.015, z=full[1] + 0.03).rotate(x=tilt).move(y=h - 0.105, z=-full[1] - 0.03), "lid")
        d.add("hinge", cylinder(0.018, 0.8 * w, bevel=0.004).rotate(z=90).move(0, h - 0.1, -full[1] - 0.035), "trim")
        d.add(
            "wheels",
            union(
                *(cylinder(0.09, 0.05, bevel=0.012).rotate(z=90).move(s * 0.42 * w, 0.09, -0.4 * z) for s in (1, -1)),
                cylinder(0.014, 0.86 * w).rotate(z=90).move(0, 0.09, -0.4 * z),
                box(0.5 * w, 0.08, 0.06).move(0, 0.09, -0.36 * z),
            ),
            "trim",
            group="wheels",
        )
        d.add("feet", box(0.6 * w, 0.08, 0.1, 0.01).move(0, 0.04, 0.26 * z), "body")
        d.add("panel", box(0.5 * w, 0.34 * h, 0.02, 0.006).rotate(x=5.2).move(0, 0.5 * h, 0.465 * z), "body")
        if v.symbol:
            arrows = [
                extrude(
                    [(-0.05, 0), (0.02, 0), (0.02, -0.02), (0.06, 0.02), (0.02, 0.06), (0.02, 0.04), (-0.05, 0.04)],
                    0.012,
                )
                .move(0, 0.05, 0)
                .rotate(z=120 * i)
                for i in range(3)
            ]
            d.add("symbol", union(*arrows).rotate(x=5.2).move(0, 0.52 * h, 0.482 * z), "sign")
        if v.rubbish and open_:
            d.add("bag", sphere(0.36 * w, 0.16, 0.36 * z).move(y=h - 0.16), "bag")
        d.point("top", (0, h - 0.08, 0), size=w)
        return d
    if v.kind == "street":
        bars = union(
            *(
                box(0.045, 0.78 * h, 0.02, 0.004).rotate(y=90 - math.degrees(math.atan2(z, x))).move(x, 0.5 * h, z)
                for x, z in ring_of(v.ribs, r)
            )
        )
        d.add("body", bars, "body", group="body")
        d.add("liner", cylinder(r - 0.008, 0.78 * h).move(y=0.49 * h), "trim", group="body")
        d.add("hoops", union(*(torus(r + 0.004, 0.013).move(y=k * h) for k in (0.14, 0.5, 0.86))), "body", group="body")
        d.add(
            "foot",
            union(cylinder(0.8 * r, 0.05, bevel=0.01).move(y=0.025), cylinder(0.3 * r, 0.12).move(y=0.06)),
            "trim",
        )
        if v.lid:
            d.add(
                "posts",
                union(*(cylinder(0.014, 0.2).move(x, 0.96 * h, z) for x, z in ring_of(4, 0.86 * r, 45))),
                "trim",
            )
            d.add(
                "lid",
                lathe(
                    [
                        (1.12 * r, 1.03 * h),
                        (1.14 * r, 1.045 * h),
                        (0.7 * r, 1.12 * h),
                        (0.1 * r, 1.16 * h),
                        (0, 1.16 * h),
                    ]
                ),
                "lid",
            )
        else:
            d.add("rim", torus(0.97 * r, 0.025).move(y=0.9 * h), "lid")
        if v.rubbish:
            d.add(
                "rubbish",
                union(
                    sphere(0.7 * r, 0.1 * h, 0.7 * r).move(y=0.89 * h),
                    sphere(0.3 * r).move(0.3 * r, 0.95 * h, 0.2 * r),
                    box(0.25 * r, 0.4 * r, 0.12 * r, 0.02).rotate(z=25).move(-0.35 * r, 0.96 * h, 0.1 * r),
                ),
                "paper",
            )
        if v.symbol:
            d.add("sign", box(0.8 * r, 0.16 * h, 0.03, 0.005).move(0, 0.62 * h, r + 0.005), "sign")
        d.point("top", (0, h, 0), size=r)
        return d
    points = {
        "ribbed": [(0.88 * r, 0), (0.9 * r, 0.02), (r, h)],
        "pedal": [(0.92 * r, 0), (0.92 * r, 0.1), (0.92 * r, h)],
        "mesh": [(0.74 * r, 0), (0.78 * r, 0.02), (r, 0.62 * h)],
    }[v.kind]
    if v.kind == "mesh":
        h *= 0.62
    lid_on = v.lid and v.kind != "mesh"
    tub = Vessel.of(points, 0.008, floor=0.03, smooth=False)
    closed = (lid_on and not (v.tilted and v.kind == "ribbed")) or v.kind == "pedal"
    solid = lathe([(float(a), float(y)) for a, y in tub.outer]) if closed else tub.solid()
    if v.kind == "ribbed":
        ribs = [
            rod(
                (x * (tub.radius(0.08 * h) + 0.001), 0.08 * h, z * (tub.radius(0.08 * h) + 0.001)),
                (x * (tub.radius(0.9 * h) + 0.001), 0.9 * h, z * (tub.radius(0.9 * h) + 0.001)),
                radius=0.011,
                round_ends=False,
            )
            for x, z in ring_of(v.ribs, 1.0)
        ]
        solid = union(solid, *(x - tub.hollow() if not closed else x for x in ribs))
        d.add(
            "hoops",
            union(*(torus(tub.radius(k * h) + 0.002, 0.012).move(y=k * h) for k in (0.06, 0.52, 0.92))),
            "body",
        )
    elif v.kind == "mesh":
        holes = [
            cylinder(0.014, 0.1, sides=4)
            .rotate(x=90)
            .move(0, (0.16 + 0.11 * row) * h, tub.radius((0.16 + 0.11 * row) * h))
            .rotate(y=360 * (c + 0.5 * (row % 2)) / 18)
            for row in range(7)
            for c in range(18)
        ]
        solid = difference(solid, *holes)
        d.add("base", cylinder(0.76 * r, 0.03).move(y=0.02), "trim")
    d.add("body", solid, "body")
    if v.kind != "ribbed" or not closed:
        d.add("rim", torus(tub.radius(h), 0.012).move(y=h - 0.004), "trim" if v.kind == "pedal" else "body")
    top = h
    if v.kind == "pedal":
        d.add("base", cylinder(0.96 * r, 0.06, bevel=0.01).move(y=0.03), "trim")
        d.add(
            "pedal",
            union(box(0.12, 0.018, 0.09, 0.006).move(0, 0.03, r + 0.02), box(0.05, 0.02, 0.08).move(0, 0.03, 0.95 * r)),
            "trim",
        )
        d.add(
            "lid", lathe([(0.93 * r, h - 0.01), (0.95 * r, h + 0.02), (0.8 * r, h + 0.1 * r), (0, h + 0.2 * r)]), "lid"
        )
        top = h + 0.2 * r
    elif lid_on:
        cover: Node = union(
            lathe(
                [
                    (1.04 * r, -0.03),
                    (1.07 * r, -0.02),
                    (1.07 * r, 0.012),
                    (0.9 * r, 0.03),
                    (0.3 * r, 0.2 * r),
                    (0, 0.22 * r),
                ]
            ),
            sweep(
                [(0.2 * r, 0.18 * r, 0), (0.16 * r, 0.34 * r, 0), (-0.16 * r, 0.34 * r, 0), (-0.2 * r, 0.18 * r, 0)],
                0.012,
            ),
        )
        if closed:
            d.add("lid", cover.move(y=h + 0.002), "lid")
        else:
            # Ajar: it leans on the rim and on what is in the can.
            d.add("lid", cover.rotate(z=-18).move(0.12 * r, h + 0.3 * r, 0), "lid")
            d.add(
                "bag",
                union(
                    sphere(0.85 * r, 0.42 * r, 0.85 * r).move(-0.02 * r, h + 0.04 * r, 0),
                    sphere(0.3 * r).move(-0.5 * r, h + 0.16 * r, 0.3 * r),
                ),
                "bag",
            )
            d.add("lining", tub.fill(0.97 * h), "bag")
        top = h + 0.3 * r
    elif v.rubbish:
        d.add("lining", tub.fill(0.9 * h), "bag")
        d.add(
            "rubbish",
            union(
                sphere(0.5 * r, 0.35 * r, 0.5 * r).move(-0.25 * r, 0.95 * h, 0.1 * r),
                sphere(0.36 * r).move(0.38 * r, 0.97 * h, -0.15 * r),
            ),
            "bag",
            group="rubbish",
        )
        d.add(
            "papers",
            union(
                box(0.4 * r, 0.5 * r, 0.1 * r, 0.01).rotate(x=20, z=25).move(0.15 * r, h + 0.05 * r, 0.4 * r),
                sphere(0.2 * r, 0.18 * r, 0.2 * r).move(-0.1 * r, 0.97 * h, -0.5 * r),
            ),
            "paper",
            group="rubbish",
        )
    if v.handles and v.kind == "ribbed":
        for name, s in (("handle_left", 1), ("handle_right", -1)):
            x = math.sqrt(tub.radius(0.78 * h) ** 2 - 0.08**2) - 0.004
            d.add(
                name,
                rod(
                    (s * x, 0.78 * h, 0.08),
                    (s * (x + 0.05), 0.73 * h, 0.06),
                    (s * (x + 0.05), 0.73 * h, -0.06),
                    (s * x, 0.78 * h, -0.08),
                    radius=0.011,
                ),
                "trim",
                group="handles",
            )
    d.point("top", (0, top, 0), size=2 * r)
    return d
