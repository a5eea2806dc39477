"""Trees: broadleaved, conifers, palms and dead ones; bushes."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import blob, branching, frond, trunk

LEAVES = ("leaf", "leaf:#3f7d34", "leaf:#6a9a3a", "leaf:#2f6b3c", "leaf:#c98a2b", "leaf:#b5522a")


@family(
    "tree",
    "plant",
    nouns={
        "oak": {"crown": "wide"},
        "oak tree": {"crown": "wide"},
        "apple tree": {"fruits": 14, "crown": "round"},
        "fruit tree": {"fruits": 14},
        "orange tree": {"fruits": 14},
        "cherry tree": {"blossom": True},
        "cherry blossom": {"blossom": True},
        "birch": {"crown": "tall"},
        "poplar": {"crown": "tall"},
        "maple": {"crown": "round"},
        "bonsai": {"height": 3.0, "crown": "wide", "lean": 0.25},
        "willow": {"crown": "wide"},
        "elm": {},
        "broadleaf tree": {},
        "deciduous tree": {},
    },
    parameters=(
        Real("height", 6.0, 3.0, 9.0),
        Real("width", 0.62, 0.45, 0.85, unit="", about="of the crown, relative to the height"),
        Real("trunk", 0.05, 0.035, 0.075, unit="", about="its thickness, relative to the height"),
        Whole("branches", 5, 3, 8),
        Choice("crown", ("round", "wide", "tall")),
        Real("lean", 0.0, -0.12, 0.25, unit=""),
        Real("roughness", 0.2, 0.1, 0.28, unit=""),
        Whole("fruits", 0, 0, 16),
        Flag("blossom", 0.12),
        Flag("hole", 0.2),
    ),
    slots={
        "leaf": LEAVES,
        "trunk": ("bark", "bark:#6d5238", "bark:#8a7a66"),
        "fruit": ("fruit", "fruit:#f0902a", "fruit:#e8c22e"),
        "blossom": ("petal:#f3b6cf", "petal:#fbe9ef"),
        "hole": ("bark:#231a14",),
    },
    words={
        "fruit": {"fruits": 12},
        "fruits": {"fruits": 12},
        "apples": {"fruits": 12},
        "blossoms": {"blossom": True},
        "flowers": {"blossom": True},
        "hole": {"hole": True},
    },
    paints={
        "leaves": "leaf",
        "foliage": "leaf",
        "crown": "leaf",
        "bark": "trunk",
        "apples": "fruit",
        "branches": "trunk",
        "flowers": "blossom",
    },
    height=(2.8, 11.5),
)
def tree(v: Values) -> Draft:
    """A trunk with roots and branches that carry leafy lumps."""
    h = v.height
    d = Draft(extent=1.15 * h)
    rng = v.rng("crown")
    r = v.trunk * h
    stem = h * {"round": 0.62, "wide": 0.55, "tall": 0.75}[v.crown]
    bones, ends = branching(
        rng,
        stem,
        r,
        v.branches,
        start=0.5,
        spread=0.42 * (1.25 if v.crown == "wide" else 0.6 if v.crown == "tall" else 1.0),
        lean=v.lean,
    )
    d.add("trunk", trunk(bones, 0.6 * r, 84), "trunk")
    half = v.width * h / 2 * {"round": 1.0, "wide": 1.2, "tall": 0.66}[v.crown]
    top = ends[0]
    slot = "blossom" if v.blossom else "leaf"
    tall = h - stem * 0.72
    lumps = [(top[0], h - 0.5 * tall, top[2], 0.78 * half, 0.5 * tall, 0.78 * half)]
    for x, y, z in ends[1:]:
        s = float(rng.uniform(0.48, 0.64)) * half
        q = min(1.0, (half - 0.6 * s) / max(math.hypot(x - top[0], z - top[2]), 0.1))
        lumps.append(
            (
                top[0] + (x - top[0]) * max(q, 0.4),
                max(y, 0.42 * h) + 0.2 * s,
                top[2] + (z - top[2]) * max(q, 0.4),
                s,
                0.8 * s,
                s,
            )
        )
    if v.crown == "tall":
        lumps.append((top[0], 0.55 * h, top[2], 0.85 * half, 0.25 * h, 0.85 * half))
    parts = [blob(a, b, c, v.roughness, i + v.seed % 7).move(x, y, z) for i, (x, y, z, a, b, c) in enumerate(lumps)]
    for i, part in enumerate(parts):
        d.add(f"leaves_{i + 1}", part, slot, group="leaves")
    if v.fruits:
        spots = []
        for i in range(max(v.fruits, 5)):
            x, y, z, a, b, c = lumps[i % len(lumps)]
            t, u = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(-0.6, 0.5))
            k = math.sqrt(1 - u * u) * 1.02
            spots.append(sphere(0.016 * h + 0.03).move(x + a * k * math.cos(t), y + b * u, z + c * k * math.sin(t)))
        d.add("fruits", union(*spots), "fruit")
    if v.hole:
        d.add("hole", sphere(0.42 * r, 0.62 * r, 0.4 * r).move(y=0.24 * stem, z=0.8 * r), "hole")
    d.point("top", (top[0], h, top[2]), size=half)
    return d


@family(
    "pine tree",
    "plant",
    nouns={
        "pine": {},
        "conifer": {},
        "fir": {},
        "fir tree": {},
        "spruce": {},
        "evergreen": {},
        "christmas tree": {"kind": "christmas", "snow": False},
        "xmas tree": {"kind": "christmas"},
        "cypress": {"width": 0.24},
    },
    parameters=(
        Choice("kind", ("plain", "plain", "christmas")),
        Real("height", 6.0, 2.2, 9.0),
        Real("width", 0.46, 0.3, 0.62, unit="", about="relative to the height"),
        Whole("layers", 5, 3, 8),
        Whole("points", 11, 7, 15, about="of each layer"),
        Real("trunk", 0.04, 0.03, 0.055, unit=""),
        Real("droop", 0.25, 0.1, 0.45, unit=""),
        Whole("baubles", 24, 12, 36),
        Flag("snow", 0.25),
        Flag("star", 0.9),
        Flag("gifts", 0.5),
    ),
    slots={
        "leaf": ("leaf:#2f6b3c", "leaf:#3a7a44", "leaf:#24573a", "leaf:#4a7f3f"),
        "trunk": ("bark",),
        "snow": ("snow",),
        "bauble": ("fruit:#d0242a", "gold", "car paint:#2a5fb0"),
        "light": ("glow:#ffd66a",),
        "star": ("glow:#ffd23a", "gold"),
        "garland": ("gold", "car paint:#c8242a"),
        "gift": ("paper:#c8302c", "paper:#2f6fb0", "paper:#3d8f55"),
        "ribbon": ("gold",),
    },
    words={
        "baubles": {"kind": "christmas"},
        "ornaments": {"kind": "christmas"},
        "lights": {"kind": "christmas"},
        "star": {"star": True, "kind": "christmas"},
        "snow": {"snow": True},
        "gifts": {"gifts": True, "kind": "christmas"},
        "presents": {"gifts": True, "kind": "christmas"},
        "snowy": {"snow": True},
    },
    paints={
        "leaves": "leaf",
        "needles": "leaf",
        "bark": "trunk",
        "baubles": "bauble",
        "ornaments": "bauble",
        "lights": "light",
        "gifts": "gift",
    },
    height=(2.0, 10),
)
def pine_tree(v: Values) -> Draft:
    """Drooping star-shaped layers about a straight trunk."""
    h = v.height * (0.5 if v.kind == "christmas" else 1.0)
    d = Draft(extent=h)
    half, n, rng = v.width * h / 2, v.layers, v.rng("layers")
    foot = 0.12 * h
    d.add(
        "trunk",
        lathe([(1.5 * v.trunk * h, 0), (v.trunk * h, 0.04 * h), (0.8 * v.trunk * h, 0.4 * h), (0.012 * h, 0.93 * h)]),
        "trunk",
    )
    span = h - foot
    radii = []
    for i in range(n):
        t = i / n
        r, y0 = half * (1 - 0.86 * t), foot + span * t * 0.9
        y1 = min(h, y0 + span * (1.65 / n + 0.06))
        tall = y1 - y0
        k = v.points
        star = []
        for j in range(2 * k):
            a = math.pi * j / k
            q = r * (float(rng.uniform(0.92, 1.08)) if j % 2 == 0 else 0.72)
            star.append((q * math.cos(a), q * math.sin(a)))
        layer = extrude(star, tall, taper=0.04).rotate(x=-90).move(y=y0 + tall / 2)
        bowl = lathe(
            [
                (0.0, y0 - 0.1),
                (0.98 * r, y0 - 0.1),
                (0.04 * r, y0 + v.droop * 0.5 * tall),
                (0.0, y0 + v.droop * 0.5 * tall),
            ]
        )
        d.add(f"layer_{i + 1}", (layer - bowl).rotate(y=47 * i), "leaf", group="leaves")
        radii.append((r, y0, tall))
        if v.snow and i < n - 1:
            cap = (
                layer.move(y=-y1).scale(1.02, 1.0, 1.02).move(y=y1 + 0.012 * h)
                & lathe([(0.0, y0 + 0.34 * tall), (0.66 * r, y0 + 0.36 * tall), (0.6 * r, y1), (0, y1 + 1)]).roughened(
                    0.06 * r, 0.3 * r, seed=i
                )
            ).rotate(y=47 * i)
            d.add(f"snow_{i + 1}", cap, "snow", group="snow")
    if v.kind == "christmas":
        per = max(2, v.baubles // n)
        for i, (r, y0, tall) in enumerate(radii):
            balls: list[Node] = []
            lamps: list[Node] = []
            for j in range(per if i < n - 1 else 2):
                a = 2 * math.pi * round((j + 0.37 * i) * v.points / per) / v.points - math.radians(47 * i)
                q, s = 0.8 * r, 0.02 * h
                at = (q * math.cos(a), y0 + 0.13 * tall, q * math.sin(a))
                (balls if (i + j) % 2 else lamps).append(sphere(s if (i + j) % 2 else 0.9 * s).move(*at))
            for name, group, slot in (("baubles", balls, "bauble"), ("lights", lamps, "light")):
                if group:
                    d.add(f"{name}_{i + 1}", union(*group), slot, group=name)
            d.add(
                f"garland_{i + 1}",
                torus(0.66 * r, 0.009 * h).rotate(x=6).move(y=y0 + 0.33 * tall),
                "garland",
                group="garland",
            )
        if v.star:
            s = 0.075 * h
            pts = [
                (
                    s * (1 if j % 2 == 0 else 0.42) * math.sin(math.pi * j / 5),
                    s * (1 if j % 2 == 0 else 0.42) * math.cos(math.pi * j / 5),
                )
                for j in range(10)
            ]
            d.add("star", extrude(pts, 0.35 * s, bevel=0.12 * s).move(y=h + 0.4 * s), "star")
        if v.gifts:
            for i in range(3):
                a, s = 1.0 + 0.85 * i, h * float(rng.uniform(0.045, 0.06))
                at = (0.55 * half * math.cos(a), 0.0, 0.6 * half * math.sin(a) + 0.1 * half)
                d.add(
                    f"gift_{i + 1}",
                    box(2 * s, 1.6 * s, 2 * s, 0.1 * s).rotate(y=30 * i).move(at[0], 0.8 * s, at[2]),
                    "gift",
                    group="gifts",
                )
                d.add(
                    f"ribbon_{i + 1}",
                    union(
                        box(2.06 * s, 1.66 * s, 0.4 * s),
                        box(0.4 * s, 1.66 * s, 2.06 * s),
                        sphere(0.42 * s, 0.25 * s, 0.25 * s).move(y=0.95 * s),
                    )
                    .rotate(y=30 * i)
                    .move(at[0], 0.83 * s, at[2]),
                    "ribbon",
                    group="gifts",
                )
            d.add("cloth", cylinder(0.95 * half, 0.02 * h, 0.85 * half).move(y=0.01 * h), "gift")
    d.point("top", (0, h, 0), size=0.1 * h)
    return d


@family(
    "palm tree",
    "plant",
    nouns={"palm": {}, "coconut palm": {"coconuts": 4}, "coconut tree": {"coconuts": 4}, "date palm": {"bend": 0}},
    parameters=(
        Real("height", 6.0, 3.5, 8.5),
        Real("trunk", 0.17, 0.13, 0.24, about="its radius"),
        Real("bend", 22, 0, 40, unit="deg"),
        Whole("leaves", 9, 7, 13),
        Real("leaf_length", 2.4, 1.8, 3.0),
        Real("leaf_width", 0.85, 0.6, 1.1),
        Real("droop", 95, 60, 120, unit="deg"),
        Whole("rings", 12, 8, 16),
        Whole("coconuts", 3, 0, 6),
        Flag("sand", 0.35),
    ),
    slots={
        "leaf": ("leaf:#4a8f3c", "leaf:#5f9e3a", "leaf:#3b7d45"),
        "trunk": ("bark:#8a6a48", "bark:#7a5f45"),
        "coconut": ("bark:#5a3c24", "fruit:#7a9a3a"),
        "sand": ("sand",),
    },
    words={"coconuts": {"coconuts": 4}, "coconut": {"coconuts": 3}, "sand": {"sand": True}},
    paints={"leaves": "leaf", "fronds": "leaf", "coconuts": "coconut", "bark": "trunk"},
    height=(2.6, 11),
)
def palm_tree(v: Values) -> Draft:
    """A bent ringed trunk under drooping fronds."""
    h, r = v.height, v.trunk
    d = Draft(extent=1.2 * h)
    a = math.radians(v.bend)
    path = [
        (h * (1 - math.cos(a * t)) * 0.9, h * t * (0.5 + 0.5 * math.cos(a * t)), 0.0) for t in (0, 0.25, 0.5, 0.75, 1.0)
    ]
    shift = path[-1][0] / 2
    path = [(x - shift, y, z) for x, y, z in path]
    d.add("trunk", sweep(path, [1.5 * r, 1.1 * r, r, 0.88 * r, 0.8 * r]), "trunk")
    cuffs = []
    for i in range(v.rings):
        t = (i + 0.7) / v.rings * 4 * 0.97
        k = min(int(t), 3)
        (x0, y0, _), (x1, y1, _) = path[k], path[k + 1]
        at = (x0 + (t - k) * (x1 - x0), y0 + (t - k) * (y1 - y0), 0.0)
        tilt = math.degrees(math.atan2(x1 - x0, y1 - y0))
        q = r * (1.5 - 0.4 * t if t < 1 else 1.1 - 0.1 * (t - 1))
        cuffs.append(cylinder(1.02 * q, 0.3 * h / v.rings, 1.16 * q).rotate(z=-tilt).move(*at))
    d.add("rings", union(*cuffs), "trunk")
    top = path[-1]
    for i in range(v.leaves):
        rng = v.rng(f"leaf {i}")
        up = 32 + 26 * (i % 2) + float(rng.uniform(-6, 6))
        one = frond(v.leaf_length * float(rng.uniform(0.88, 1.08)), v.leaf_width, 0.035, 11, v.droop).rotate(x=up)
        d.add(
            f"leaf_{i + 1}",
            one.move(y=-0.06).rotate(y=360 * i / v.leaves + float(rng.uniform(-8, 8))).move(*top),
            "leaf",
            group="leaves",
        )
    d.add("crown", sphere(1.1 * r, 1.3 * r, 1.1 * r).move(*top), "leaf")
    for i in range(v.coconuts):
        b = 2 * math.pi * i / v.coconuts + 0.4
        d.add(
            f"coconut_{i + 1}",
            sphere(0.15, 0.17, 0.15).move(top[0] + 0.24 * math.cos(b), top[1] - 0.2, 0.24 * math.sin(b)),
            "coconut",
            group="coconuts",
        )
    if v.sand:
        d.add(
            "sand", (sphere(1.3, 0.32, 1.2) - box(9, 2, 9).move(y=-1)).roughened(0.04, 0.5).move(x=path[0][0]), "sand"
        )
    d.point("top", top, size=0.5)
    return d


@family(
    "dead tree",
    "plant",
    nouns={
        "bare tree": {},
        "withered tree": {},
        "spooky tree": {"face": True},
        "haunted tree": {"face": True},
        "old tree": {},
        "leafless tree": {},
    },
    parameters=(
        Real("height", 5.0, 3.0, 7.0),
        Real("trunk", 0.065, 0.05, 0.09, unit=""),
        Whole("branches", 6, 4, 9),
        Whole("twigs", 2, 1, 3),
        Real("spread", 0.46, 0.3, 0.6, unit=""),
        Real("lean", 0.08, -0.2, 0.25, unit=""),
        Flag("face", 0.15),
        Flag("hole", 0.4),
        Flag("moss", 0.3),
        Flag("mushrooms", 0.3),
        Flag("broken", 0.4),
    ),
    slots={
        "bark": ("bark:#6e6257", "bark:#4a3c32", "driftwood", "bark"),
        "hole": ("bark:#171210",),
        "moss": ("moss",),
        "mushroom": ("paint:#c98a4a", "paint:#d8c8a8"),
    },
    words={"hole": {"hole": True}, "moss": {"moss": True}, "mushrooms": {"mushrooms": True}, "face": {"face": True}},
    paints={"trunk": "bark", "branches": "bark", "wood": "bark"},
    height=(2.0, 8.5),
)
def dead_tree(v: Values) -> Draft:
    """A bare trunk with crooked branches and twigs."""
    h = v.height
    d = Draft(extent=(0.8 if v.broken else 1.1) * h)
    rng, r = v.rng("branches"), v.trunk * v.height
    bones, ends = branching(
        rng, (0.6 if v.broken else 0.85) * h, r, v.branches, start=0.36, spread=v.spread, lean=v.lean, twigs=v.twigs
    )
    body = trunk(bones, 0.35 * r, 104)
    d.add("trunk", body, "bark")
    if v.hole or v.face:
        d.add("hole", sphere(0.36 * r, 0.6 * r, 0.5 * r).move(x=0.25 * v.lean * h, y=0.2 * h, z=0.66 * r), "hole")
    if v.face:
        eye = sphere(0.2 * r, 0.28 * r, 0.3 * r).rotate(z=25)
        d.add("eyes", eye.move(x=0.36 * r, y=0.31 * h, z=0.5 * r).mirrored().move(x=0.3 * v.lean * h), "hole")
    if v.moss:
        d.add("moss", blob(1.25 * r, 0.4 * r, 1.2 * r, 0.2, 3).move(x=0.5 * r, y=0.28 * r, z=0.6 * r), "moss")
    if v.mushrooms:
        cap = lathe([(0.0, -0.05), (0.5, -0.03), (0.55, 0.05), (0.3, 0.22), (0, 0.26)], smooth=True).scale(r)
        d.add(
            "mushrooms",
            union(
                *(
                    cap.scale(1 - 0.15 * i).move(
                        x=(0.75 - 0.1 * i) * r + 0.25 * v.lean * h * (0.2 + 0.3 * i), y=(0.12 + 0.07 * i) * h, z=0.3 * r
                    )
                    for i in range(3)
                )
            ),
            "mushroom",
        )
    d.point("top", ends[0], size=r)
    return d


@family(
    "bush",
    "plant",
    nouns={
        "shrub": {},
        "hedge": {"kind": "hedge"},
        "berry bush": {"berries": 18},
        "rose bush": {"flowers": 10},
        "topiary": {"kind": "topiary"},
        "flower bush": {"flowers": 12},
    },
    parameters=(
        Choice("kind", ("round", "hedge", "topiary")),
        Real("height", 1.0, 0.6, 1.6),
        Real("width", 1.4, 0.9, 2.0),
        Real("depth", 1.1, 0.8, 1.4),
        Whole("lumps", 6, 4, 9),
        Real("roughness", 0.22, 0.12, 0.3, unit=""),
        Whole("flowers", 0, 0, 14),
        Whole("berries", 0, 0, 20),
        Flag("stems", 0.3),
    ),
    slots={
        "leaf": LEAVES[:4],
        "stem": ("bark",),
        "flower": ("petal", "petal:#f4d03a", "petal:#f2f0ee", "petal:#b04ac0"),
        "berry": ("fruit", "fruit:#3a3f9a"),
    },
    words={"flowers": {"flowers": 10}, "berries": {"berries": 16}},
    paints={"leaves": "leaf", "flowers": "flower", "berries": "berry", "roses": "flower"},
    height=(0.5, 2.4),
)
def bush(v: Values) -> Draft:
    """Leafy lumps on the ground; clipped to a hedge or balls on a stem."""
    h, w, z, rng = v.height, v.width / 2, v.depth / 2, v.rng("lumps")
    d = Draft(extent=max(h, 2 * w))
    lumps: list[tuple[float, float, float, float, float, float]] = []
    if v.kind == "hedge":
        d.add(
            "leaves",
            box(2 * w, h, 1.2 * z, 0.1)
            .move(y=h / 2)
            .roughened(0.3 * v.roughness * z, 0.22, seed=v.seed % 11, octaves=2),
            "leaf",
        )
        lumps.append((0, 0.55 * h, 0, 0.9 * w, 0.4 * h, 0.62 * z))
    elif v.kind == "topiary":
        for i, (y, s) in enumerate(((0.42, 0.34), (0.78, 0.24), (1.06, 0.17))[: 2 + v.lumps % 2]):
            lumps.append((0, y * 1.3 * h, 0, s * 1.1 * h, s * 1.1 * h, s * 1.1 * h))
            d.add(
                f"leaves_{i + 1}",
                blob(*lumps[-1][3:], 0.5 * v.roughness, i + v.seed % 9, 0.3).move(0, lumps[-1][1], 0),
                "leaf",
                group="leaves",
            )
        d.add("stem", cylinder(0.04 * h + 0.02, 1.3 * h, 0.02 * h + 0.01).move(y=0.65 * h), "stem")
    else:
        lumps.append((0, 0.52 * h, 0, 0.72 * w, 0.48 * h, 0.74 * z))
        for i in range(v.lumps):
            a = 2 * math.pi * i / v.lumps + float(rng.uniform(-0.3, 0.3))
            s = float(rng.uniform(0.38, 0.48))
            lumps.append(
                (
                    0.58 * w * math.cos(a),
                    s * h * float(rng.uniform(0.85, 1.25)),
                    0.56 * z * math.sin(a),
                    s * w,
                    s * h,
                    s * z * 1.1,
                )
            )
        for i, (x, y, q, a, b, c) in enumerate(lumps):
            d.add(
                f"leaves_{i + 1}",
                blob(a, b, c, v.roughness, i + v.seed % 9, 0.4).move(x, y, q) - box(9, 4, 9).move(y=-2),
                "leaf",
                group="leaves",
            )
        if v.stems:
            d.add(
                "stems",
                union(
                    *(
                        sweep(
                            [
                                (0.1 * w * math.cos(t), 0, 0.1 * z * math.sin(t)),
                                (0.3 * w * math.cos(t), 0.5 * h, 0.3 * z * math.sin(t)),
                            ],
                            [0.03, 0.012],
                        )
                        for t in (0.4, 1.9, 3.3, 4.6, 5.6)
                    )
                ),
                "stem",
            )
    for count, name, slot, size in ((v.flowers, "flowers", "flower", 0.075), (v.berries, "berries", "berry", 0.045)):
        spots = []
        for i in range(count):
            x, y, q, a, b, c = lumps[i % len(lumps)]
            t, u = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(0.0, 0.85))
            k = math.sqrt(1 - u * u)
            at = (
                (x + a * k * math.cos(t), y + b * u, q + c * k * math.sin(t))
                if v.kind != "hedge"
                else (
                    float(rng.uniform(-0.9, 0.9)) * w,
                    float(rng.uniform(0.2, 0.9)) * h,
                    0.58 * z * (1 if i % 3 else -1),
                )
            )
            spots.append((sphere(size, 0.6 * size, size) if name == "flowers" else sphere(size)).move(*at))
        if spots:
            d.add(name, union(*spots), slot)
    d.point("top", (0, h, 0), size=w)
    return d
