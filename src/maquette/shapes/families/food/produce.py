"""Bananas, strawberries, grapes, watermelons, pineapples, carrots, pumpkins and corn."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import box, cone, cylinder, difference, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import leaf
from maquette.shapes.sub.food import calyx, lobed

GREEN = ("leaf:#4f9a3c", "leaf:#3b8040")


@family(
    "banana",
    "food",
    nouns={
        "bananas": {"bananas": 4},
        "bunch of bananas": {"bananas": 5},
        "plantain": {},
        "peeled banana": {"peeled": True, "bananas": 1},
        "banana peel": {"peeled": True, "bananas": 1},
    },
    parameters=(
        Real("length", 0.2, 0.15, 0.24),
        Real("thickness", 0.17, 0.14, 0.2, unit="", about="share of the length"),
        Real("curve", 1.0, 0.7, 1.3, unit=""),
        Whole("bananas", 1, 1, 5),
        Real("fan", 13, 10, 17, unit="deg"),
        Whole("edges", 6, 5, 7),
        Flag("peeled", 0.2),
        Real("stem_length", 0.12, 0.08, 0.18, unit="", about="share of the length"),
        Flag("sticker", 0.4),
    ),
    slots={
        "body": ("paint:#efc52c", "paint:#e8b822", "paint:#d9cf3a"),
        "tip": ("bark:#4a3420",),
        "flesh": ("cream:#f5ecc4",),
        "label": ("paint:#2a5fb0", "paint:#c8302a"),
    },
    words={"peeled": {"peeled": True, "bananas": 1}, "sticker": {"sticker": True}, "bunch": {"bananas": 5}},
    paints={"peel": "body", "skin": "body"},
    height=(0.04, 0.3),
)
def banana(v: Values) -> Draft:
    """Lies on its back; bunches hang together at the stalk; a peeled one stands."""
    n, t = v.length, 0.5 * v.thickness * v.length
    d = Draft(extent=n * (1.2 if v.bananas < 2 else 1.3))
    c = 0.2 * n * v.curve
    if v.peeled and v.bananas == 1:
        path = [(0, 0, 0), (0.02 * n, 0.3 * n, 0), (0.0, 0.65 * n, 0), (-0.3 * c, n, 0)]
        d.add("body", sweep([(-0.02 * n, 0, 0), *path[1:3]], [0.25 * t, 0.95 * t, 0.98 * t], sides=v.edges), "body")
        d.add(
            "flesh", sweep([(0.02 * n, 0.25 * n, 0), *path[2:]], [0.8 * t, 0.86 * t, 0.4 * t], round_ends=True), "flesh"
        )
        flap = sweep(
            [(0, 0.62 * n, 0.75 * t), (0, 0.7 * n, 1.6 * t), (0, 0.6 * n, 3.2 * t), (0, 0.42 * n, 3.9 * t)],
            profile=[(-0.7 * t, -0.1 * t), (0.7 * t, -0.1 * t), (0.6 * t, 0.12 * t), (-0.6 * t, 0.12 * t)],
        )
        for i in range(4):
            d.add(f"peel_{i + 1}", flap.rotate(y=90 * i + 45), "body", group="peel")
        d.add("tip", sphere(0.36 * t, 0.3 * t, 0.36 * t).move(-0.02 * n, 0.006 * n, 0), "tip")
        d.point("top", (-0.3 * c, n, 0), size=t)
        d.point("grip", (0, 0.3 * n, 0), size=2 * t)
        return d
    long = 0.5 * n
    s = v.stem_length * n
    k = v.bananas
    for i in range(k):
        tilt = (i - (k - 1) / 2) * v.fan
        body = sweep(
            [
                (-long, c, 0),
                (-0.8 * long, 0.62 * c, 0),
                (-0.3 * long, 0.08 * c, 0),
                (0.3 * long, 0.08 * c, 0),
                (0.78 * long, 0.6 * c, 0),
                (long, c, 0),
            ],
            [0.36 * t, 0.86 * t, t, t, 0.78 * t, 0.34 * t],
            sides=v.edges,
        )
        stalk = sweep(
            [(0.94 * long, 0.88 * c, 0), (long + 0.55 * s, c + 0.45 * s, 0), (long + 0.75 * s, c + s, 0)],
            [0.4 * t, 0.3 * t, 0.36 * t],
            sides=v.edges,
        )
        end = union(sphere(0.4 * t, 0.36 * t, 0.36 * t).move(-1.01 * long, 1.06 * c, 0))
        pivot = long + 0.6 * s
        place = 0.98 * t
        for name, solid, slot in ((f"banana_{i + 1}", union(body, stalk), "body"), (f"tip_{i + 1}", end, "tip")):
            d.add(
                name,
                solid.move(x=-pivot).rotate(y=tilt).move(x=pivot, y=place - 0.04 * c + 0.06 * t),
                slot,
                group="bananas" if k > 1 else None,
            )
    top = c + s + 0.98 * t
    d.add(
        "crown",
        union(
            cylinder(0.45 * t, 0.35 * t, top=0.38 * t),
            *([cylinder(0.62 * t, 0.9 * t, bevel=0.2 * t).move(y=-0.5 * t)] if k > 1 else []),
        ).move(long + 0.75 * s - (0.08 * s if k > 1 else 0), top, 0),
        "tip",
    )
    if v.sticker:
        d.add(
            "label",
            sphere(0.5 * t, 0.36 * t, 0.1 * t).move(0, 1.05 * t, 0).rotate(y=(k - 1) / 2 * 0).move(0, 0, 0.97 * t)
            if k == 1
            else sphere(0.5 * t, 0.1 * t, 0.36 * t).move(0, 2.04 * t, 0),
            "label",
        )
    d.point("top", (0, 2 * t, 0), size=t)
    d.point("grip", (0, t, 0), size=2 * t)
    return d


@family(
    "strawberry",
    "food",
    nouns={"berry": {}, "raspberry": {"seeds": 90}, "strawberries": {}},
    parameters=(
        Real("radius", 0.018, 0.014, 0.024),
        Real("height", 1.22, 1.05, 1.5, unit="", about="share of the width"),
        Real("point", 0.35, 0.2, 0.6, unit="", about="how pointed"),
        Whole("seeds", 60, 40, 84),
        Real("seed_size", 0.07, 0.055, 0.09, unit=""),
        Whole("leaves", 7, 5, 9),
        Real("leaf_length", 0.85, 0.65, 1.0, unit=""),
        Real("stem_length", 0.7, 0.4, 1.1, unit=""),
        Flag("dipped", 0.15, about="in chocolate"),
        Flag("upright", 0.2),
    ),
    slots={
        "body": ("paint:#d0202a", "paint:#c81a22", "paint:#dd3a3a"),
        "seed": ("paint:#f0d06a", "paint:#e8b850"),
        "leaf": GREEN,
        "stem": ("leaf:#6a9a42",),
        "dip": ("chocolate", "cream"),
    },
    words={"chocolate": {"dipped": True}, "dipped": {"dipped": True}, "leaves": {}, "stem": {}, "seeds": {}},
    paints={"leaves": "leaf", "seeds": "seed", "chocolate": "dip", "stalk": "stem"},
    height=(0.025, 0.1),
)
def strawberry(v: Values) -> Draft:
    """Stands on its tip's side: leaning, or upright on its leaves' opposite end."""
    r, h = v.radius, 2 * v.radius * v.height
    d = Draft(extent=1.3 * h)
    p = v.point
    shape = [
        (0.0, 0.0),
        (0.2 - 0.08 * p, 0.03),
        (0.48 - 0.2 * p, 0.16),
        (0.8 - 0.12 * p, 0.44),
        (1.0, 0.74),
        (0.92, 0.9),
        (0.6, 0.985),
        (0.2, 0.97),
        (0.0, 0.95),
    ]
    parts: list[tuple[str, Node, str]] = [("body", lathe([(r * a, h * b) for a, b in shape], smooth=True), "body")]

    def radius(y: float) -> float:
        for (a0, b0), (a1, b1) in itertools.pairwise(shape):
            if b0 <= y <= b1:
                return float(r * (a0 + (a1 - a0) * (y - b0) / (b1 - b0)))
        return float(r * 0.6)

    bits = []
    low = 0.42 if v.dipped else 0.06
    for i in range(v.seeds):
        y = low + (0.9 - low) * (i + 0.5) / v.seeds
        y = low + (0.9 - low) * ((y - low) / (0.9 - low)) ** 0.62
        bits.append(
            sphere(0.6 * v.seed_size * r, v.seed_size * r, 0.5 * v.seed_size * r)
            .move(0, h * y, 1.0 * radius(y) + 0.012 * r)
            .rotate(y=137.5 * i)
        )
    parts.append(("seeds", union(*bits), "seed"))
    if v.dipped:
        cut = lathe(
            [(r * 1.05 * a + 0.02 * r, h * b * 1.0 - 0.025 * h) for a, b in shape[:4]]
            + [(0.85 * r, 0.47 * h), (0, 0.49 * h)],
            smooth=True,
        )
        parts.append(("dip", cut, "dip"))
    parts.append(
        (
            "leaves",
            union(calyx(v.leaves, v.leaf_length * r, 0.4 * r, 66, 30), sphere(0.3 * r, 0.12 * r, 0.3 * r)).move(
                y=0.975 * h
            ),
            "leaf",
        )
    )
    parts.append(
        (
            "stem",
            sweep(
                [
                    (0, 0.95 * h, 0),
                    (0.05 * r, h + 0.4 * v.stem_length * r, 0),
                    (0.25 * r, h + v.stem_length * r, 0.1 * r),
                ],
                [0.1 * r, 0.07 * r, 0.09 * r],
                sides=8,
            ),
            "stem",
        )
    )
    for name, solid, slot in parts:
        if not v.upright:
            solid = solid.move(y=-0.72 * h).rotate(x=-28, z=-58).move(x=-0.1 * h, y=1.035 * r)
        d.add(name, solid, slot)
    d.point("top", (0, h if v.upright else 2 * r, 0), size=r)
    return d


@family(
    "grapes",
    "food",
    nouns={"bunch of grapes": {}, "grape": {}, "currants": {"radius": 0.006}, "blueberries": {}},
    parameters=(
        Real("radius", 0.011, 0.009, 0.014),
        Real("height", 0.17, 0.13, 0.21),
        Real("width", 0.62, 0.5, 0.72, unit="", about="share of the height"),
        Real("taper", 1.0, 0.7, 1.4, unit=""),
        Real("oval", 1.1, 0.95, 1.35, unit=""),
        Whole("leaves", 1, 0, 2),
        Real("leaf_length", 0.09, 0.07, 0.11),
        Real("stem_length", 0.05, 0.035, 0.07),
        Flag("tendril", 0.5),
    ),
    slots={
        "body": ("paint:#5a2a66", "paint:#8a2448", "paint:#9dbb48", "paint:#34305e"),
        "leaf": GREEN,
        "stem": ("bark:#6a4a2a",),
    },
    words={"leaf": {"leaves": 1}, "tendril": {"tendril": True}},
    paints={"leaves": "leaf", "berries": "body", "stalk": "stem"},
    height=(0.12, 0.32),
)
def grapes(v: Values) -> Draft:
    """A cone of berries hanging from a stalk, its tip on the ground."""
    h, r = v.height, v.radius
    d = Draft(extent=h + v.stem_length)
    rng = v.rng("berries")
    wide = 0.5 * v.width * h
    core = lathe(
        [
            (0.1 * r, 0.8 * r),
            (0.35 * wide, 0.3 * h),
            (0.62 * wide, 0.6 * h),
            (0.62 * wide, 0.8 * h),
            (0.2 * wide, 0.93 * h),
        ],
        smooth=True,
    )
    berries: list[Node] = [sphere(r, v.oval * r, r).move(y=v.oval * r)]
    y = v.oval * r + 1.35 * r
    k = 0
    while y < 0.96 * h:
        t = y / h
        ring = (
            wide
            * min(1.0, (t / 0.72) ** (0.8 * v.taper))
            * (1.0 if t < 0.75 else max(0.25, 1 - ((t - 0.75) / 0.27) ** 2))
        )
        ring = max(ring - r, 0.9 * r)
        count = max(3, int(math.tau * ring / (1.75 * r)))
        for i in range(count):
            a = math.tau * (i + 0.5 * (k % 2)) / count
            far = ring * float(rng.uniform(0.93, 1.06))
            berries.append(
                sphere(r, v.oval * r, r).move(
                    far * math.cos(a), y + float(rng.uniform(-0.25, 0.25)) * r, far * math.sin(a)
                )
            )
        y += 1.5 * r
        k += 1
    d.add("berries", union(core, *berries), "body")
    s = v.stem_length
    d.add(
        "stem",
        union(
            sweep([(0, 0.85 * h, 0), (0, h + 0.5 * s, 0), (0.25 * s, h + s, 0)], [0.4 * r, 0.3 * r, 0.34 * r], sides=8),
            sweep([(-0.5 * s, h + 0.85 * s, 0), (0.25 * s, h + s, 0), (s, h + 1.05 * s, 0)], 0.38 * r, sides=8),
        ),
        "stem",
    )
    n = v.leaf_length
    outline = [
        (0, 0),
        (0.22, -0.12),
        (0.45, 0.05),
        (0.36, 0.28),
        (0.55, 0.5),
        (0.3, 0.62),
        (0.0, 1.0),
        (-0.3, 0.62),
        (-0.55, 0.5),
        (-0.36, 0.28),
        (-0.45, 0.05),
        (-0.22, -0.12),
    ]
    for i in range(v.leaves):
        one = (
            extrude([(n * x, n * y0) for x, y0 in outline], 0.035 * n, bevel=0.01 * n)
            .bent(40, "y", "z")
            .rotate(x=62)
            .rotate(y=40 - 110 * i)
        )
        d.add(f"leaf_{i + 1}", one.move(y=h + 0.35 * s), "leaf", group="leaves")
    if v.tendril:
        curl = [
            (0.6 * s + 0.012 * math.cos(q), h + 0.98 * s - 0.0045 * q, 0.012 * math.sin(q))
            for q in [0.9 * i for i in range(14)]
        ]
        d.add("tendril", sweep([(0.2 * s, h + 0.9 * s, 0), *curl], 0.13 * r, sides=6), "leaf")
    d.point("top", (0, h + s, 0), size=wide)
    return d


@family(
    "watermelon",
    "food",
    nouns={
        "water melon": {},
        "melon": {},
        "watermelon slice": {"cut": "slice"},
        "slice of watermelon": {"cut": "slice"},
        "half a watermelon": {"cut": "half"},
        "cantaloupe": {"stripes": 8, "length": 1.0},
    },
    parameters=(
        Choice("cut", ("slice", "whole", "half", "wedge")),
        Real("radius", 0.13, 0.1, 0.16),
        Real("length", 1.15, 1.0, 1.4, unit="", about="share of the width"),
        Whole("stripes", 10, 8, 12),
        Real("stripe_width", 0.5, 0.35, 0.62, unit=""),
        Real("rind", 0.09, 0.07, 0.12, unit="", about="share of the radius"),
        Real("thickness", 0.2, 0.15, 0.28, unit="", about="of a slice, share of the radius"),
        Whole("seeds", 14, 8, 22),
        Flag("bite", 0.3),
        Flag("stem", 0.7),
    ),
    slots={
        "rind": ("paint:#3a8a3a", "paint:#4f9a42", "paint:#2f7a38"),
        "stripe": ("paint:#1d4f26", "paint:#16401f"),
        "white": ("cream:#e4efc4",),
        "flesh": ("plastic:#e0384a", "plastic:#e84a50", "plastic:#f0b03a"),
        "seed": ("paint:#1c1310",),
        "stem": ("bark:#6a5a34",),
    },
    words={
        "slice": {"cut": "slice"},
        "whole": {"cut": "whole"},
        "half": {"cut": "half"},
        "bite": {"bite": True, "cut": "slice"},
        "seeds": {},
    },
    paints={"stripes": "stripe", "skin": "rind", "seeds": "seed"},
    height=(0.08, 0.36),
)
def watermelon(v: Values) -> Draft:
    """Whole with stripes, or cut so that the flesh shows."""
    r = v.radius
    rng = v.rng("seeds")
    seed = sphere(0.026 * r, 0.045 * r, 0.016 * r)
    if v.cut in ("whole", "half"):
        half = r * v.length
        d = Draft(extent=2 * half)
        ball = sphere(half, r, r)
        keep = box(3 * half, 3 * r, 3 * r).move(x=-1.5 * half) if v.cut == "half" else None
        star = []
        for i in range(v.stripes):
            for k, far in ((-0.5, 0.02 * r), (-0.42 * v.stripe_width, 1.5 * r), (0.42 * v.stripe_width, 1.5 * r)):
                a = math.tau * (i + k) / v.stripes
                star.append((far * math.cos(a), far * math.sin(a)))
        stripe = extrude(star, 3 * half).rotate(y=90) & sphere(1.004 * half, 1.006 * r, 1.006 * r)
        turn = -38.0 if v.cut == "whole" else -58.0
        for name, solid, slot in (("rind", ball, "rind"), ("stripes", stripe, "stripe")):
            d.add(name, (solid if keep is None else solid & keep).rotate(y=turn).move(y=r), slot)
        if v.cut == "half":
            d.add(
                "white",
                cylinder(0.985 * r * (1 - 0.2 * v.rind), 0.06 * r).rotate(z=90).rotate(y=turn).move(y=r),
                "white",
            )
            d.add(
                "flesh",
                cylinder((1 - v.rind) * 0.97 * r, 0.09 * r, bevel=0.02 * r).rotate(z=90).rotate(y=turn).move(y=r),
                "flesh",
            )
            bits = [
                seed.rotate(y=90).move(0.05 * r, 0.62 * r * (0.85 + 0.2 * (i % 2)), 0).rotate(x=360 * i / v.seeds)
                for i in range(v.seeds)
            ]
            d.add("seeds", union(*bits).rotate(y=turn).move(y=r), "seed", group="seeds")
        if v.stem and v.cut == "whole":
            d.add(
                "stem",
                sweep(
                    [(0.97 * half, 0, 0), (1.08 * half, 0.06 * r, 0), (1.14 * half, 0.2 * r, 0.05 * r)],
                    [0.05 * r, 0.04 * r, 0.05 * r],
                )
                .rotate(y=turn)
                .move(y=r),
                "stem",
            )
        d.point("top", (0, 2 * r, 0), size=r)
        return d
    t = v.thickness * r
    n, q = 26, 1 - v.rind
    span = math.pi if v.cut == "slice" else math.pi / 3
    base = math.pi * 1.5 - span / 2

    def sector(radius: float, cut: float = 0.0) -> list[tuple[float, float]]:
        arc = [(radius * math.cos(base + span * i / n), radius * math.sin(base + span * i / n)) for i in range(n + 1)]
        return arc if v.cut == "slice" else [*arc, (0.0, -cut)]

    top = r
    d = Draft(extent=2 * r if v.cut == "slice" else 1.1 * r)
    bite = [sphere(0.2 * r).move(x, 0.0, 0.02 * r) for x in (0.16 * r, 0.42 * r)] if v.bite and v.cut == "slice" else []
    bigger = [sphere(0.203 * r).move(x, 0.0, 0.02 * r) for x in (0.16 * r, 0.42 * r)] if bite else []
    deep = t if v.cut == "slice" else 2.2 * t
    d.add("rind", difference(extrude(sector(r), deep, bevel=0.03 * r), *bigger).move(y=top), "rind")
    d.add(
        "white",
        difference(extrude([(x, y + 0.004 * r) for x, y in sector(0.5 * (1 + q) * r)], 1.03 * deep), *bigger).move(
            y=top
        ),
        "white",
    )
    d.add(
        "flesh",
        difference(extrude([(x, y + 0.01 * r) for x, y in sector(q * r)], 1.07 * deep, bevel=0.02 * r), *bite).move(
            y=top
        ),
        "flesh",
    )
    bits = []
    for i in range(v.seeds):
        a = base + span * (0.1 + 0.8 * (i + 0.5) / v.seeds)
        far = r * (0.5 if i % 2 else 0.72) * float(rng.uniform(0.92, 1.06))
        if bite and far * math.sin(a) > -0.3 * r and 0 < far * math.cos(a) < 0.65 * r:
            continue
        for s in (1, -1):
            bits.append(
                seed.rotate(z=math.degrees(a) - 90).move(far * math.cos(a), far * math.sin(a), s * 0.535 * deep)
            )
    d.add("seeds", union(*bits).move(y=top), "seed", group="seeds")
    d.point("top", (0, top, 0), size=r)
    d.point("grip", (0, 0.2 * r, 0), size=deep)
    return d


@family(
    "pineapple",
    "food",
    nouns=("ananas", "tropical fruit"),
    parameters=(
        Real("height", 0.19, 0.15, 0.23),
        Real("width", 0.62, 0.52, 0.75, unit="", about="share of the height"),
        Real("belly", 0.42, 0.34, 0.52, unit="", about="height of the widest place"),
        Whole("rows", 9, 7, 11),
        Whole("eyes", 12, 10, 14),
        Real("spike", 0.6, 0.3, 1.0, unit=""),
        Whole("leaves", 9, 7, 12, about="in each ring"),
        Real("leaf_length", 0.6, 0.45, 0.8, unit="", about="share of the height"),
        Real("leaf_spread", 38, 26, 50, unit="deg"),
        Flag("sunglasses", 0.1),
    ),
    slots={
        "body": ("paint:#cf9a34", "paint:#d8ab3c", "paint:#b8853a"),
        "groove": ("bark:#7a5426", "bark:#6a5a24"),
        "leaf": ("leaf:#4f8a42", "leaf:#3b7a4a"),
        "glasses": ("paint:#17181c",),
    },
    words={"sunglasses": {"sunglasses": True}, "leaves": {}, "crown": {}},
    paints={"leaves": "leaf", "skin": "body"},
    height=(0.18, 0.45),
)
def pineapple(v: Values) -> Draft:
    """Eyes in spirals around a barrel, a crown of leaves."""
    h, w = v.height, 0.5 * v.width * v.height
    d = Draft(extent=h * (1.1 + v.leaf_length))

    def radius(t: float) -> float:
        u = (t - v.belly) / (1 - v.belly if t > v.belly else v.belly)
        return float(w * math.sqrt(max(0.05, 1 - 0.62 * u * u - 0.25 * u**4)))

    d.add("body", lathe([(0.97 * radius(i / 12), h * i / 12) for i in range(13)]), "groove")
    bits = []
    for j in range(v.rows):
        t = (j + 0.9) / (v.rows + 0.8)
        q = radius(t)
        step = math.tau * q / v.eyes
        size = (0.62 * step, 0.86 * h / v.rows, 0.16 * step)
        lump = union(
            cylinder(1.0, 2.0, top=0.45, sides=4).rotate(x=90).scale(*size),
            cone(0.1 * step, 0.32 * step * v.spike + 0.12 * step, sides=5).rotate(x=60).move(z=0.2 * step),
        )
        bits.append(lump.move(0, h * t, q).around(v.eyes).rotate(y=180 / v.eyes * (j % 2)))
    d.add("eyes", union(*bits), "body", group="eyes")
    n = v.leaf_length * h
    for i, (tilt, long, up) in enumerate(
        ((v.leaf_spread + 22, 0.62, 0.0), (v.leaf_spread, 0.85, 0.05), (0.45 * v.leaf_spread, 1.0, 0.1))
    ):
        blade = leaf(long * n, 0.2 * n, 0.05 * n, 34).rotate(x=tilt)
        d.add(
            f"leaves_{i + 1}",
            blade.move(z=0.05 * w).around(v.leaves - 2 * i).rotate(y=23 * i).move(y=(0.98 + 0.3 * up) * h),
            "leaf",
            group="leaves",
        )
    d.add("crown", cone(0.3 * w, 0.5 * n).move(y=0.97 * h + 0.25 * n), "leaf", group="leaves")
    if v.sunglasses:
        z = radius(0.66)
        lens = sphere(0.3 * w, 0.24 * w, 0.09 * w).move(0.36 * w, 0, 0).mirrored("x")
        d.add(
            "sunglasses",
            union(
                lens.move(z=z + 0.1 * w),
                box(0.3 * w, 0.07 * w, 0.08 * w).move(z=z + 0.12 * w),
                *(box(0.05 * w, 0.07 * w, 1.2 * w).move(s * 0.72 * w, 0, 0.5 * z) for s in (1, -1)),
            ).move(y=0.66 * h),
            "glasses",
        )
    d.point("top", (0, h + 0.7 * n, 0), size=w)
    return d


@family(
    "carrot",
    "food",
    nouns={"carrots": {}, "parsnip": {}, "radish": {"length": 0.12, "taper": 0.05}, "beet": {"length": 0.12}},
    parameters=(
        Real("length", 0.18, 0.12, 0.23),
        Real("radius", 0.023, 0.019, 0.029),
        Real("taper", 0.16, 0.05, 0.3, unit="", about="tip, share of the top"),
        Whole("rings", 9, 5, 14),
        Real("bend", 8, -15, 20, unit="deg"),
        Whole("leaves", 7, 4, 9),
        Real("leaf_length", 0.55, 0.35, 0.8, unit="", about="share of the length"),
        Real("leaf_spread", 22, 12, 34, unit="deg"),
        Flag("lying", 0.55),
        Flag("root", 0.6),
    ),
    slots={
        "body": ("plastic:#e8761f", "plastic:#f08a2c", "plastic:#d9661a", "plastic:#8a3a6a"),
        "line": ("paint:#b85412", "paint:#a8480f"),
        "leaf": GREEN,
    },
    words={"lying": {"lying": True}, "standing": {"lying": False}},
    paints={"leaves": "leaf", "greens": "leaf", "top": "leaf"},
    height=(0.03, 0.42),
)
def carrot(v: Values) -> Draft:
    """A root with rings and feathery greens."""
    n, r = v.length, v.radius
    d = Draft(extent=n * (1 + v.leaf_length))

    def at(t: float) -> float:
        return float(
            r * (v.taper + (1 - v.taper) * t**0.75) * (1.0 if t < 0.93 else 1 - 0.35 * ((t - 0.93) / 0.07) ** 2)
        )

    points = [(at(i / 14), n * (0.02 + 0.98 * i / 14)) for i in range(15)]
    body = lathe([(0.0, 0.0), *points, (0.0, 0.985 * n)], smooth=True)
    rng = v.rng("rings")
    lines = []
    for i in range(v.rings):
        t = 0.12 + 0.78 * (i + 0.5) / v.rings
        q = at(t)
        lines.append(
            sphere(0.55 * q, 0.012 * n * 0.6, 0.12 * q)
            .move(0, n * (0.02 + 0.98 * t), 0.96 * q)
            .rotate(y=float(rng.uniform(0, 360)))
        )
    parts: list[tuple[str, Node, str]] = [("body", body.bent(v.bend, "y", "x"), "body")]
    # The bend of a solid is measured over its own length: a speck at each end gives the rings that of the root.
    specks = [sphere(0.0006).move(y=0.0006), sphere(0.0006).move(y=0.98 * n)]
    parts.append(("rings", union(*lines, *specks).bent(v.bend, "y", "x"), "line"))
    if v.root:
        parts.append(
            (
                "root",
                sweep(
                    [(0, 0.02 * n, 0), (0.0, -0.05 * n, 0), (0.02 * n, -0.12 * n, 0)],
                    [0.7 * v.taper * r + 0.0012, 0.0012, 0.001],
                    sides=6,
                ),
                "body",
            )
        )
    a = math.radians(v.bend)
    tx, ty = (n * (1 - math.cos(a)) / a, n * math.sin(a) / a) if abs(a) > 1e-3 else (0.0, n)
    greens = []
    m = v.leaf_length * n
    for i in range(v.leaves):
        tilt = v.leaf_spread * (0.35 + 0.65 * ((i * 3) % v.leaves) / v.leaves)
        stalk: list[Node] = [
            sweep(
                [(0, -0.05 * m, 0), (0, 0.5 * m, 0.02 * m), (0, m, 0.12 * m)],
                [0.024 * m + 0.0008, 0.018 * m + 0.0006, 0.01 * m + 0.0005],
                sides=6,
            )
        ]
        for k in range(5):
            y = m * (0.4 + 0.13 * k)
            z = 0.12 * m * (y / m) ** 2
            stalk.append(sphere(0.16 * m * (1.1 - 0.12 * k), 0.05 * m, 0.035 * m).move(y=y, z=z))
        stalk.append(sphere(0.06 * m, 0.09 * m, 0.04 * m).move(y=m, z=0.12 * m))
        greens.append(union(*stalk).rotate(x=tilt).rotate(y=360 * i / v.leaves))
    parts.append(
        (
            "leaves",
            union(sphere(0.35 * r, 0.25 * r, 0.35 * r), *greens).rotate(z=-v.bend).move(tx, ty - 0.03 * n, 0),
            "leaf",
        )
    )
    low = 0.12 * n if v.root else 0.0
    for name, solid, slot in parts:
        solid = (
            solid.rotate(z=90)
            .scale(1, 0.5 if name == "leaves" else 1, 1)
            .rotate(y=35)
            .move(0.35 * n, 0.84 * r, -0.3 * n)
            if v.lying
            else solid.move(y=low)
        )
        d.add(name, solid, slot)
    d.point("top", (0, 2 * r if v.lying else n + low, 0), size=r)
    return d


@family(
    "pumpkin",
    "food",
    nouns={
        "jack o lantern": {"face": "happy"},
        "jack-o-lantern": {"face": "happy"},
        "jack o' lantern": {"face": "happy"},
        "halloween pumpkin": {"face": "evil"},
        "scary pumpkin": {"face": "evil"},
        "squash": {"face": "none"},
        "gourd": {"face": "none"},
    },
    parameters=(
        Real("width", 0.34, 0.24, 0.5),
        Real("height", 0.78, 0.62, 1.0, unit="", about="share of the width"),
        Whole("ribs", 12, 9, 14),
        Real("rib_depth", 1.0, 0.7, 1.3, unit=""),
        Choice("face", ("none", "happy", "evil")),
        Whole("teeth", 3, 2, 4),
        Real("stem_length", 0.24, 0.16, 0.34, unit="", about="share of the width"),
        Real("stem_bend", 25, -40, 40, unit="deg"),
        Flag("leaf", 0.4),
        Flag("tendril", 0.5),
    ),
    slots={
        "body": ("plastic:#e07a1c", "plastic:#e8861f", "plastic:#d0661a", "plastic:#ded4b8"),
        "stem": ("bark:#5f6a32", "bark:#6a5a34"),
        "glow": ("glow:#ffd860", "glow:#ffc83a", "glow:#b8ff5a"),
        "leaf": GREEN,
    },
    words={
        "face": {"face": "happy"},
        "carved": {"face": "happy"},
        "scary": {"face": "evil"},
        "evil": {"face": "evil"},
        "halloween": {"face": "evil"},
        "leaf": {"leaf": True},
        "plain": {"face": "none"},
    },
    paints={"eyes": "glow", "mouth": "glow", "light": "glow", "ribs": "body", "stalk": "stem"},
    height=(0.16, 0.75),
)
def pumpkin(v: Values) -> Draft:
    """Ribs around a core; a carved one glows from within."""
    r, h = 0.5 * v.width, v.width * v.height
    d = Draft(extent=max(v.width, 1.15 * h))
    rib = sphere(0.5 * r, 0.5 * h, 1.55 * math.pi * r * 0.62 / v.ribs * (2 - v.rib_depth * 0.75)).move(
        x=0.5 * r, y=0.5 * h
    )
    body = union(rib.around(v.ribs).rotate(y=180 / v.ribs), sphere(0.72 * r, 0.42 * h, 0.72 * r).move(y=0.5 * h))
    if v.face != "none":
        eye = (
            [(-0.17, -0.12), (0.17, -0.12), (0.02, 0.17)]
            if v.face == "happy"
            else [(-0.2, -0.02), (-0.02, -0.15), (0.2, -0.1), (-0.2, 0.18)]
        )
        nose = [(-0.08, -0.07), (0.08, -0.07), (0.0, 0.08)]
        mouth = []
        count = 2 * v.teeth + 1
        for i in range(17):
            x = -0.52 + 1.04 * i / 16
            mouth.append((x, -0.14 + 0.62 * x * x))
        low = []
        for i in range(count * 2 + 1):
            x = 0.52 - 1.04 * i / (count * 2)
            tooth = 0.14 if (i // 2) % 2 == 1 and v.face == "happy" else (0.13 * (i % 2) if v.face == "evil" else 0.0)
            low.append(
                (x, -0.3 + 1.15 * x * x * (0.9 if v.face == "evil" else 1.0) * 0.9 + (tooth if abs(x) < 0.42 else 0))
            )
        outline = [*mouth, *((x, min(y, -0.15 + 0.62 * x * x - 0.015)) for x, y in low[1:-1])]

        def shape(points: list[tuple[float, float]], x: float, y: float, s: float = 1.0) -> Node:
            return extrude([(r * (s * a + x), 0.5 * h * (b * 1.15 + y)) for a, b in points], r).move(z=r)

        cuts = [
            shape(eye, 0.33, 0.24),
            shape([(-a, b) for a, b in eye], -0.33, 0.24),
            shape(nose, 0, 0.03),
            shape(outline, 0, -0.12),
        ]
        holes = union(*(c.move(y=0.5 * h) for c in cuts))
        d.add("body", difference(body, holes), "body")
        d.add("glow", intersection_core(r, h), "glow", group="face")
    else:
        d.add("body", body, "body")
    s = v.stem_length * v.width
    bend = math.tan(math.radians(v.stem_bend)) * s
    star = [
        (q * math.cos(math.tau * i / 10), q * math.sin(math.tau * i / 10))
        for i, q in enumerate([0.09 * r, 0.125 * r] * 5)
    ]
    d.add(
        "stem",
        union(
            sweep(
                [
                    (0, 0.8 * h, 0),
                    (0, 0.96 * h + 0.25 * s, 0),
                    (0.45 * bend, 0.9 * h + 0.75 * s, 0),
                    (bend, 0.9 * h + s, 0),
                ],
                profile=star,
            ),
            lobed([(0.26 * r, 0.84 * h), (0.2 * r, 0.93 * h), (0.09 * r, 1.0 * h)], 6, 0.12),
        ),
        "stem",
    )
    if v.leaf:
        n = 0.55 * r
        outline = [
            (0, 0),
            (0.35, -0.12),
            (0.55, 0.15),
            (0.42, 0.4),
            (0.5, 0.65),
            (0.2, 0.75),
            (0.0, 1.0),
            (-0.2, 0.75),
            (-0.5, 0.65),
            (-0.42, 0.4),
            (-0.55, 0.15),
            (-0.35, -0.12),
        ]
        d.add(
            "leaf",
            extrude([(n * a, n * b) for a, b in outline], 0.05 * n)
            .bent(50, "y", "z")
            .rotate(x=70)
            .rotate(y=115)
            .move(y=0.97 * h),
            "leaf",
            group="leaves",
        )
    if v.tendril:
        q = 0.09 * r
        curl = [
            (
                0.2 * r + 0.03 * r * i + q * math.cos(0.9 * i),
                1.0 * h + 0.02 * r * math.cos(i) + q * 0.8,
                q * math.sin(0.9 * i),
            )
            for i in range(14)
        ]
        d.add(
            "tendril", sweep([(0, 0.93 * h, 0), (0.1 * r, 1.0 * h, 0), *curl], 0.024 * r, sides=6).rotate(y=-60), "leaf"
        )
    d.point("top", (0, h + 0.5 * s, 0), size=v.width)
    return d


def intersection_core(r: float, h: float) -> Node:
    """What shines inside."""
    return sphere(0.8 * r, 0.43 * h, 0.8 * r).move(y=0.5 * h)


@family(
    "corn",
    "food",
    nouns={
        "corn cob": {},
        "corn on the cob": {"husks": 0, "butter": True},
        "maize": {},
        "sweetcorn": {},
        "ear of corn": {},
    },
    parameters=(
        Real("length", 0.2, 0.16, 0.25),
        Real("radius", 0.026, 0.021, 0.032),
        Whole("rows", 14, 12, 16, about="around"),
        Whole("kernels", 22, 18, 26, about="along"),
        Real("taper", 0.55, 0.4, 0.7, unit=""),
        Whole("husks", 4, 0, 6),
        Real("husk_length", 0.75, 0.5, 0.95, unit=""),
        Real("husk_spread", 22, 14, 34, unit="deg"),
        Flag("silk", 0.5),
        Flag("butter", 0.2),
        Flag("lying", 0.3),
    ),
    slots={
        "body": ("paint:#f0c02c", "paint:#f4cf4a", "paint:#e0a020"),
        "cob": ("cream:#e8dca0",),
        "husk": ("leaf:#7aa84a", "leaf:#98b45a"),
        "silk": ("thatch:#c9a860",),
        "butter": ("cheese:#f7dc7a",),
    },
    words={
        "butter": {"butter": True},
        "husks": {"husks": 4, "lying": False},
        "husk": {"husks": 4, "lying": False},
        "silk": {"silk": True},
        "leaves": {"husks": 4, "lying": False},
    },
    paints={"kernels": "body", "leaves": "husk", "husks": "husk"},
    height=(0.05, 0.35),
)
def corn(v: Values) -> Draft:
    """Kernels in rows around a cob, husks drawn back."""
    n, r = v.length, v.radius
    d = Draft(extent=1.2 * n)

    def at(t: float) -> float:
        return float(r * (1 - (1 - v.taper) * t**2.2) * (0.82 + 0.18 * min(1.0, 6 * t)))

    base = 0.14 * n
    parts: list[tuple[str, Node, str]] = [
        (
            "cob",
            union(
                lathe([(0.93 * at(i / 10), base + n * 0.86 * i / 10) for i in range(11)]),
                sphere(0.93 * at(1), 0.9 * at(1), 0.93 * at(1)).move(y=base + 0.86 * n),
                lathe([(0.4 * r, 0.0), (0.42 * r, 0.05 * n), (0.8 * r, base + 0.01 * n)]),
            ),
            "cob",
        )
    ]
    step = 0.86 * n / v.kernels
    rings = []
    for j in range(v.kernels):
        t = (j + 0.5) / v.kernels
        q = at(t)
        rings.append(
            box(0.94 * math.tau * q / v.rows, 0.95 * step, 0.4 * q, 0.36 * step, 1)
            .move(0, base + 0.86 * n * t, 0.94 * q)
            .around(v.rows)
        )
    rings.append(sphere(0.18 * r).move(0, base + 0.86 * n + 0.36 * r, 0.26 * r).around(6))
    parts.append(("kernels", union(*rings), "body"))
    m = v.husk_length * n
    if v.husks and not v.lying:
        blade = leaf(m, 1.5 * r, 0.22 * r, -20).rotate(x=v.husk_spread + 8).move(z=0.35 * r)
        parts.append(
            (
                "husks",
                union(blade.around(v.husks), sphere(0.78 * r, 0.1 * n, 0.78 * r).move(y=0.03 * n)).move(y=0.06 * n),
                "husk",
            )
        )
    if v.silk:
        strands = [
            sweep(
                [
                    (0, n - 0.02 * n, 0),
                    (0.1 * r * math.cos(i), 1.06 * n, 0.1 * r * math.sin(i)),
                    (0.7 * r * math.cos(i), 1.13 * n, 0.7 * r * math.sin(i)),
                ],
                0.05 * r,
                sides=5,
            )
            for i in range(8)
        ]
        parts.append(("silk", union(*strands), "silk"))
    if v.butter:
        parts.append(
            (
                "butter",
                union(
                    box(0.9 * r, 0.75 * r, 0.45 * r, 0.1 * r).rotate(y=30, z=8).move(0, 0.62 * n, 1.02 * at(0.55)),
                    sphere(0.55 * r, 0.8 * r, 0.2 * r).move(0, 0.55 * n, 0.95 * at(0.5)),
                ),
                "butter",
            )
        )
    for name, solid, slot in parts:
        if v.lying:
            solid = solid.rotate(z=90).rotate(y=28).move(0.45 * n, 0.98 * r, -0.2 * n)
        d.add(name, solid, slot)
    d.point("top", (0, 2 * r if v.lying else n, 0), size=r)
    d.point("grip", (0, 0.1 * n, 0), size=r)
    return d
