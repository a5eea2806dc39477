"""Rocks, crystals, stumps and logs, campfires, mountains, islands, planets, volcanoes and clouds."""

from __future__ import annotations

import math

from maquette.shapes.api import (
    bone,
    box,
    capsule,
    cone,
    cylinder,
    extrude,
    hull,
    lathe,
    organic,
    sphere,
    sweep,
    torus,
    union,
)
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import blob, branching, rock, trunk


@family(
    "rock",
    "nature",
    nouns={
        "boulder": {"height": 1.3},
        "stone": {},
        "rocks": {"count": 4},
        "stones": {"count": 5},
        "rock formation": {"count": 5, "height": 1.8},
        "cliff": {"height": 2.4, "kind": "angular"},
        "pebble": {"height": 0.35, "kind": "round"},
        "standing stone": {"kind": "menhir"},
        "menhir": {"kind": "menhir"},
    },
    parameters=(
        Choice("kind", ("angular", "round", "menhir")),
        Real("height", 0.9, 0.4, 1.9),
        Real("width", 1.25, 0.9, 1.6, unit="", about="relative to the height"),
        Real("depth", 1.1, 0.8, 1.4, unit=""),
        Whole("count", 1, 1, 5),
        Whole("corners", 20, 12, 34),
        Real("roughness", 0.06, 0.02, 0.1, unit=""),
        Real("jagged", 0.25, 0.05, 0.4, unit=""),
        Flag("moss", 0.4),
        Flag("grass", 0.3),
        Flag("cracks", 0.3),
    ),
    slots={
        "rock": ("stone", "granite", "sandstone", "stone:#7d7468", "stone:#6f7a80"),
        "moss": ("moss",),
        "grass": ("grass",),
        "crack": ("stone:#3a3835",),
    },
    words={
        "moss": {"moss": True},
        "mossy": {"moss": True},
        "grass": {"grass": True},
        "cracks": {"cracks": True},
        "cracked": {"cracks": True},
    },
    paints={"stone": "rock"},
    height=(0.3, 2.9),
)
def rock_family(v: Values) -> Draft:
    """One boulder or a heap, half sunk in the ground."""
    rng, h = v.rng("corners"), v.height
    d = Draft(extent=h * max(1.3, v.width) * (1.0 if v.count == 1 else 1.5))
    ground = box(99, 20, 99).move(y=-10)
    shape = {"angular": (1.0, 0.62, 0.30), "round": (1.0, 0.66, 0.0), "menhir": (0.42, 1.0, 0.15)}[v.kind]
    solids: list[Node] = []
    for i in range(v.count):
        s = h * (1.0 if i == 0 else float(rng.uniform(0.35, 0.65)))
        a, far = 1.9 * i + 0.8, 0.0 if i == 0 else 0.44 * h * v.width * (1.0 if v.kind != "menhir" else 0.7)
        rx, ry, rz = 0.5 * s * v.width * shape[0], 0.9 * s * shape[1], 0.5 * s * v.depth * shape[0]
        if v.kind == "round":
            one = sphere(rx, ry, rz).roughened(0.16 * min(rx, rz), 0.9 * min(rx, rz), seed=v.seed * 7 % 91 + i)
        else:
            one = rock(rng, rx, ry, rz, v.roughness, v.corners, v.jagged)
        up = s * (0.1 if v.kind != "menhir" else 0.12) + 0.3 * ry
        solids.append(
            (one.rotate(y=float(rng.uniform(0, 360))).move(y=up) - ground).move(far * math.cos(a), 0, far * math.sin(a))
        )
        d.add(f"rock_{i + 1}", solids[-1], "rock", group="rocks")
    if v.cracks:
        q = 0.5 * h * v.width * shape[0]
        line = union(
            *(
                box(0.035 * h, 0.5 * h, 3 * q).rotate(z=t).move(x=x * q, y=y * h)
                for x, y, t in ((0.1, 0.3, 18), (0.28, 0.62, -30), (-0.2, 0.5, 42))
            )
        )
        d.add("cracks", solids[0].scale(1.006, 1.004, 1.006) & line, "crack")
    if v.moss:
        grown = solids[0].scale(1.02, 1.02, 1.02).move(y=0.012 * h)
        patch = blob(0.55 * h * v.width * shape[0], 0.35 * h, 0.5 * h * shape[0], 0.3, v.seed % 13).move(
            x=0.08 * h, y=h * (0.9 * shape[1] * 1.25 + 0.05)
        )
        d.add("moss", grown & patch, "moss")
    if v.grass:
        blades = []
        for i in range(14):
            a = 2.4 * i
            q = 0.52 * h * v.width * shape[0] * float(rng.uniform(0.95, 1.15))
            blades.append(
                lathe([(0.018 * h, -0.01), (0.012 * h, 0.12 * h), (0.002 * h, 0.24 * h)], sides=5)
                .rotate(x=float(rng.uniform(-20, 20)), z=float(rng.uniform(-20, 20)))
                .move(q * math.cos(a), 0, q * math.sin(a) * v.depth / v.width)
            )
        d.add(
            "grass",
            union(
                *blades,
                cylinder(0.6 * h * v.width * shape[0], 0.04 * h)
                .scale(1.05, 1, 1.05 * v.depth / v.width)
                .move(y=0.02 * h),
            ),
            "grass",
        )
    d.point("top", (0, 0.8 * h, 0), size=0.4 * h)
    return d


@family(
    "crystal",
    "nature",
    nouns={
        "crystals": {},
        "crystal cluster": {},
        "gem cluster": {},
        "amethyst": {},
        "quartz": {},
        "mana crystal": {"glow": True},
        "magic crystal": {"glow": True},
        "geode": {"rock": True},
        "ice crystals": {},
    },
    parameters=(
        Real("height", 0.6, 0.35, 1.2),
        Real("radius", 0.09, 0.06, 0.13),
        Whole("crystals", 8, 4, 13),
        Whole("sides", 6, 5, 8),
        Real("spread", 38, 20, 60, unit="deg"),
        Real("tip", 0.3, 0.18, 0.45, unit="", about="share of the point"),
        Real("variety", 0.45, 0.2, 0.65, unit="", about="how unequal they are"),
        Flag("rock", 0.7),
        Flag("glow", 0.25),
        Flag("shards", 0.4),
    ),
    slots={
        "crystal": ("crystal", "crystal:#3fa8e0", "crystal:#e0507a", "crystal:#4fc08a", "crystal:#e8b43a"),
        "rock": ("stone", "granite", "obsidian"),
        "glow": ("glow:#8a6bff", "glow:#40c8ff", "glow:#5affb0"),
    },
    words={"rock": {"rock": True}, "base": {"rock": True}, "glowing": {"glow": True}, "shards": {"shards": True}},
    paints={"crystals": "crystal", "stone": "rock", "base": "rock", "light": "glow"},
    height=(0.28, 1.5),
)
def crystal(v: Values) -> Draft:
    """Pointed prisms that grow from one root."""
    h, r, rng = v.height, v.radius * v.height / 0.6, v.rng("crystals")
    d = Draft(extent=1.1 * h)
    for i in range(v.crystals):
        t = i / v.crystals
        tall = h * (1 - v.variety * (t + 0.4 * float(rng.random()) if i else 0))
        q = r * (1.0 if i == 0 else float(rng.uniform(0.5, 0.9)))
        tip = v.tip * tall
        one = lathe([(0.75 * q, -0.1 * h), (q, tall - tip), (0.03 * q, tall)], sides=v.sides).rotate(
            y=float(rng.uniform(0, 60))
        )
        lean = 0.0 if i == 0 else v.spread * (0.35 + 0.65 * t)
        a = 137.5 * i
        d.add(
            f"crystal_{i + 1}",
            one.rotate(z=-lean)
            .rotate(y=a)
            .move(
                0.9 * r * math.sqrt(t) * math.cos(-math.radians(a)),
                0.02 * h,
                0.9 * r * math.sqrt(t) * math.sin(-math.radians(a)),
            )
            - box(9, 4, 9).move(y=-2),
            "glow" if v.glow and i % 3 == 0 else "crystal",
            group="crystals",
        )
    w = 2.2 * r + 0.06 * h
    if v.rock:
        for i in range(4):
            a = 1.6 * i + 0.3
            k = 0.0 if i == 0 else 0.75 * w
            s = w * (1.05 if i == 0 else float(rng.uniform(0.45, 0.65)))
            d.add(
                f"rock_{i + 1}",
                (rock(rng, s, 0.4 * s, s, 0.04, 20).move(y=0.08 * s) - box(9, 4, 9).move(y=-2)).move(
                    k * math.cos(a), 0, k * math.sin(a)
                ),
                "rock",
                group="rock",
            )
    else:
        d.add("root", lathe([(0.9 * w, 0), (0.5 * w, 0.08 * h), (0.1 * w, 0.16 * h)], sides=v.sides), "crystal")
    if v.shards:
        bits = [
            (
                lathe([(0.2 * r, -0.05), (0.34 * r, 0.22 * h), (0.01, 0.32 * h)], sides=v.sides)
                .rotate(z=-52)
                .rotate(y=75 * i + 20)
                .move(
                    0.5 * w * math.cos(-math.radians(75 * i + 20)), 0.01, 0.5 * w * math.sin(-math.radians(75 * i + 20))
                )
            )
            for i in range(5)
        ]
        d.add("shards", union(*bits) - box(9, 4, 9).move(y=-2), "crystal")
    d.point("top", (0, h, 0), size=r)
    return d


@family(
    "tree stump",
    "nature",
    nouns={
        "stump": {"kind": "stump"},
        "log": {"kind": "log"},
        "logs": {"kind": "pile"},
        "log pile": {"kind": "pile"},
        "firewood": {"kind": "pile"},
        "wood pile": {"kind": "pile"},
        "fallen log": {"kind": "log", "moss": True},
        "driftwood log": {"kind": "log"},
        "hollow log": {"kind": "log", "hollow": True},
        "fallen tree": {"kind": "log"},
        "trunk": {"kind": "log"},
    },
    parameters=(
        Choice("kind", ("stump", "log", "pile")),
        Real("radius", 0.34, 0.24, 0.5),
        Real("height", 0.5, 0.3, 0.8),
        Real("length", 2.0, 1.4, 2.8, about="of a log"),
        Whole("roots", 6, 4, 8),
        Whole("rings", 4, 3, 6),
        Whole("branches", 2, 0, 3),
        Flag("moss", 0.4),
        Flag("mushrooms", 0.4),
        Flag("axe", 0.25),
        Flag("hollow", 0.2),
    ),
    slots={
        "bark": ("bark", "bark:#6f5a45", "bark:#4e4036"),
        "wood": ("pine", "birch", "oak"),
        "ring": ("oak", "wood"),
        "moss": ("moss",),
        "mushroom": ("paint:#c9853f", "paint:#c42a22"),
        "stem": ("bone",),
        "handle": ("oak",),
        "blade": ("steel",),
    },
    words={
        "axe": {"axe": True},
        "moss": {"moss": True},
        "mossy": {"moss": True},
        "mushrooms": {"mushrooms": True},
        "roots": {},
        "hollow": {"hollow": True},
    },
    paints={"rings": "ring", "mushrooms": "mushroom"},
    height=(0.3, 1.7),
)
def tree_stump(v: Values) -> Draft:
    """A sawn stump with roots, a lying log, or a stack of logs."""
    r, h, rng = v.radius, v.height, v.rng("stump")
    cap = lathe([(0.5 * r, -0.02), (0.93 * r, -0.02), (0.93 * r, 0.012), (0.88 * r, 0.016)])

    def rings(q: float) -> Node:
        return union(*(torus(q * (0.16 + 0.68 * i / v.rings), 0.018 * q) for i in range(v.rings)))

    if v.kind == "stump":
        d = Draft(extent=max(3.2 * r, h))
        bones = [bone((0, 0.3 * r, 0), (0, h, 0), 1.06 * r, 0.98 * r)]
        for i in range(v.roots):
            a = 2 * math.pi * i / v.roots + float(rng.uniform(-0.2, 0.2))
            far = r * float(rng.uniform(1.5, 2.0))
            bones.append(
                bone(
                    (0.5 * r * math.cos(a), 0.36 * h, 0.5 * r * math.sin(a)),
                    (far * math.cos(a), 0.04, far * math.sin(a)),
                    0.42 * r,
                    0.14 * r,
                )
            )
        d.add("bark", trunk(bones, 0.3 * r, 76) - box(9, 4, 9).move(y=h + 2), "bark")
        d.add("top", cap.move(y=h), "wood")
        d.add("rings", rings(0.95 * r).move(y=h + 0.012), "ring")
        if v.axe:
            d.add("handle", sweep([(0.1, h + 0.06, 0), (0.42, h + 0.36, 0.02), (0.62, h + 0.58, 0.0)], 0.024), "handle")
            d.add(
                "blade",
                hull(
                    [(0.0, h - 0.05, s * 0.01) for s in (1, -1)]
                    + [(-0.02, h - 0.06, 0.0), (0.2, h - 0.02, 0.0)]
                    + [(x, y, s * 0.03) for x, y in ((0.1, h + 0.14), (0.2, h + 0.08)) for s in (1, -1)]
                ),
                "blade",
            )
        if v.mushrooms:
            for i in range(3):
                at = (1.3 * r * math.cos(0.5 + 0.5 * i), 0.0, 1.25 * r * math.sin(0.5 + 0.5 * i))
                s = 0.1 + 0.03 * (i % 2)
                d.add(
                    f"stem_{i + 1}",
                    cylinder(0.2 * s, 1.5 * s, 0.16 * s).move(at[0], 0.7 * s, at[2]),
                    "stem",
                    group="mushrooms",
                )
                d.add(
                    f"mushroom_{i + 1}",
                    lathe(
                        [(0.1 * s, 0), (0.7 * s, -0.05 * s), (0.72 * s, 0.1 * s), (0.4 * s, 0.45 * s), (0, 0.55 * s)],
                        smooth=True,
                    ).move(at[0], 1.4 * s, at[2]),
                    "mushroom",
                    group="mushrooms",
                )
            d.add(
                "moss_patch",
                (blob(0.5 * r, 0.1, 0.55 * r, 0.2, 2) - box(9, 2, 9).move(y=-1)).move(x=1.0 * r, z=1.0 * r),
                "moss",
            )
        if v.moss:
            d.add("moss", blob(0.5 * r, 0.12 * h, 0.42 * r, 0.25, 5).move(-0.66 * r, h - 0.03, 0.3 * r), "moss")
        d.point("top", (0, h, 0), size=1.8 * r)
        d.point("seat", (0, h, 0), size=1.8 * r)
        return d
    length = v.length
    d = Draft(extent=length)
    spots = (
        [(0.0, r)]
        if v.kind == "log"
        else [(-1.9 * r, r), (0.0, r), (1.9 * r, r), (-0.95 * r, 2.62 * r), (0.95 * r, 2.62 * r), (0.0, 4.24 * r)]
    )
    q = r if v.kind == "log" else 0.62 * r
    if v.kind == "pile":
        spots = [(x * 0.62, y * 0.62) for x, y in spots]
    d.extent = max(length, 6 * q)
    along_x = v.kind == "log"
    for i, (x, y) in enumerate(spots):
        body = (
            cylinder(1.03 * q, length * float(rng.uniform(0.94, 1.0))).roughened(
                0.06 * q, 0.5 * q, seed=i + v.seed % 17
            )
            if v.kind == "log"
            else cylinder(1.03 * q, length * float(rng.uniform(0.92, 1.0)))
        )
        ends = cylinder(0.9 * q, 1.012 * length)
        lines = union(*(rings(0.9 * q).move(y=s * 0.506 * length) for s in (1, -1)))
        if v.hollow and v.kind == "log":
            core = cylinder(0.68 * q, 2 * length)
            body, ends, lines = (
                body - core,
                cylinder(0.92 * q, 1.012 * length) - core,
                torus(0.8 * q, 0.03 * q).move(y=0.506 * length),
            )
        turn = {"z": 90} if along_x else {"x": 90}
        d.add(f"bark_{i + 1}", body.rotate(**turn).move(x, y, 0), "bark", group="logs")
        d.add(f"wood_{i + 1}", ends.rotate(**turn).move(x, y, 0), "wood", group="logs")
        d.add(f"rings_{i + 1}", lines.rotate(**turn).move(x, y, 0), "ring", group="logs")
    if v.kind == "log":
        for i in range(v.branches):
            x = (-0.25 + 0.3 * i) * length
            end = (x + 0.25, r + 1.25 * r, (0.7 if i % 2 else -0.6) * r)
            d.add(f"branch_{i + 1}", sweep([(x, r, 0), end], [0.3 * r, 0.2 * r]), "bark", group="branches")
        if v.moss:
            d.add("moss", blob(0.24 * length, 0.3 * r, 0.7 * r, 0.25, 3).move(x=-0.12 * length, y=1.8 * r), "moss")
        if v.mushrooms:
            shelf = lathe([(0.0, -0.03), (0.3, -0.02), (0.34, 0.04), (0.15, 0.12), (0, 0.13)], smooth=True).scale(r)
            d.add(
                "mushrooms",
                union(
                    *(
                        shelf.scale(1 - 0.15 * i).move(
                            x=(0.12 + 0.13 * i) * length * 0.8, y=(1.1 + 0.12 * (i % 2)) * r, z=0.95 * r
                        )
                        for i in range(3)
                    )
                ),
                "mushroom",
            )
    d.point("top", (0, (2 * r if v.kind == "log" else 5 * q), 0), size=r)
    d.point("seat", (0, 2 * r, 0), size=r)
    return d


@family(
    "campfire",
    "nature",
    nouns={
        "bonfire": {"height": 1.3},
        "fire": {"pot": False},
        "fire pit": {},
        "camp fire": {},
        "fireplace pit": {},
        "flame": {"logs": 4},
    },
    parameters=(
        Real("radius", 0.45, 0.35, 0.6),
        Real("height", 0.7, 0.45, 1.2, about="of the flames"),
        Whole("stones", 10, 8, 14),
        Whole("logs", 6, 4, 9),
        Real("log_radius", 0.05, 0.04, 0.07),
        Whole("flames", 5, 3, 7),
        Real("lean", 50, 38, 62, unit="deg"),
        Flag("pot", 0.3),
        Flag("embers", 0.7),
        Flag("lit", 0.92),
    ),
    slots={
        "flame": ("glow:#ff8a1e", "glow:#ff6a1a"),
        "core": ("glow:#ffd84a",),
        "stone": ("stone", "granite"),
        "log": ("bark", "bark:#5a4030"),
        "wood": ("pine",),
        "ash": ("soil:#2f2a27",),
        "ember": ("glow:#ff4a12",),
        "pot": ("cast iron",),
    },
    words={
        "pot": {"pot": True},
        "cauldron": {"pot": True},
        "flames": {"lit": True},
        "unlit": {"lit": False},
        "embers": {"embers": True},
    },
    paints={"fire": "flame", "flames": "flame", "stones": "stone", "logs": "log"},
    height=(0.35, 1.7),
)
def campfire(v: Values) -> Draft:
    """Logs leaning together in a ring of stones, with flames."""
    r, rng = v.radius, v.rng("stones")
    d = Draft(extent=max(2.4 * r, v.height))
    ground = box(9, 4, 9).move(y=-2)
    d.add("ash", (sphere(1.02 * r, 0.09, 1.02 * r).roughened(0.012, 0.1)) - ground, "ash")
    s = math.pi * r / v.stones * 1.18
    for i in range(v.stones):
        a = 2 * math.pi * i / v.stones
        d.add(
            f"stone_{i + 1}",
            (rock(rng, s, 0.8 * s, 0.85 * s, 0.0, 24, 0.15).rotate(y=-math.degrees(a)).move(y=0.3 * s) - ground).move(
                r * math.cos(a), 0, r * math.sin(a)
            ),
            "stone",
            group="stones",
        )
    long = 1.35 * r
    for i in range(v.logs):
        a = 360 * i / v.logs
        one = cylinder(v.log_radius, long, bevel=0.01)
        lean = v.lean + float(rng.uniform(-4, 4))
        up = 0.5 * long * math.cos(math.radians(lean)) + v.log_radius
        out = 0.5 * long * math.sin(math.radians(lean)) - 0.1 * r
        d.add(
            f"log_{i + 1}",
            one.rotate(z=lean).rotate(y=a).move(out * math.cos(math.radians(-a)), up, out * math.sin(math.radians(-a))),
            "log",
            group="logs",
        )
    if v.lit:
        for i in range(v.flames):
            a, far = 2.4 * i, 0.0 if i == 0 else 0.34 * r
            h = v.height * (1.0 if i == 0 else float(rng.uniform(0.45, 0.75)))
            w = 0.26 * r + 0.06 * h
            tongue = (
                lathe([(1.05 * w, 0), (0.95 * w, 0.2 * h), (0.5 * w, 0.6 * h), (0.02 * w, h)], smooth=True)
                .twisted(60)
                .bent(14, "y", "x")
            )
            d.add(
                f"flame_{i + 1}",
                tongue.rotate(y=100 * i).move(far * math.cos(a), 0.02, far * math.sin(a)),
                "core" if i % 3 == 1 else "flame",
                group="flames",
            )
    if v.embers:
        d.add(
            "embers",
            union(
                *(
                    sphere(0.035 + 0.02 * (i % 2)).move(
                        0.55 * r * math.cos(2.4 * i), 0.085, 0.55 * r * math.sin(2.4 * i)
                    )
                    for i in range(8)
                )
            ),
            "ember",
        )
    if v.pot:
        top = v.height + 0.42
        legs = union(
            *(
                sweep(
                    [
                        (1.25 * r * math.cos(a), 0, 1.25 * r * math.sin(a)),
                        (-0.06 * math.cos(a), top + 0.06, -0.06 * math.sin(a)),
                    ],
                    0.024,
                )
                for a in (0.5, 2.6, 4.7)
            )
        )
        d.add("tripod", legs, "log")
        y = 0.62 * v.height
        d.add(
            "pot",
            lathe(
                [
                    (0.0, 0),
                    (0.55 * r, 0.05),
                    (0.66 * r, 0.22),
                    (0.52 * r, 0.4),
                    (0.58 * r, 0.44),
                    (0.5 * r, 0.44),
                    (0.46 * r, 0.38),
                    (0, 0.34),
                ]
            ).move(y=y)
            + torus(0.5 * r, 0.014).rotate(x=90).move(y=y + 0.4)
            + cylinder(0.013, top - y - 0.4 - 0.5 * r + 0.1).move(y=(top + y + 0.4 + 0.5 * r) / 2),
            "pot",
        )
    d.point("top", (0, v.height, 0), size=r)
    return d


@family(
    "mountain",
    "nature",
    nouns={
        "hill": {"height": 22, "snow": False},
        "peak": {},
        "volcano": {"kind": "volcano"},
        "mountains": {"peaks": 4},
        "snowy mountain": {"snow": True},
        "erupting volcano": {"kind": "volcano", "smoke": True},
    },
    parameters=(
        Choice("kind", ("mountain", "volcano")),
        Real("height", 40, 20, 60),
        Real("width", 1.5, 1.15, 2.0, unit="", about="relative to the height"),
        Whole("peaks", 3, 1, 5),
        Real("roughness", 0.09, 0.05, 0.13, unit=""),
        Real("snow_line", 0.66, 0.5, 0.8, unit=""),
        Whole("streams", 4, 3, 6, about="of lava"),
        Flag("snow", 0.7),
        Flag("trees", 0.5),
        Flag("smoke", 0.5),
        Flag("base", 0.6),
    ),
    slots={
        "rock": ("stone:#77706a", "granite", "stone:#6a6f78", "stone:#7a6552"),
        "snow": ("snow",),
        "grass": ("grass", "moss"),
        "tree": ("leaf:#2f6b3c",),
        "lava": ("glow:#ff5a14", "glow:#ff7a1e"),
        "smoke": ("cloud:#8a8a8c", "cloud:#b5b3b0"),
    },
    words={
        "snow": {"snow": True},
        "snowy": {"snow": True},
        "trees": {"trees": True},
        "lava": {"kind": "volcano"},
        "smoke": {"smoke": True, "kind": "volcano"},
        "crater": {"kind": "volcano"},
    },
    paints={"stone": "rock", "smoke": "smoke", "top": "snow"},
    height=(18, 95),
)
def mountain(v: Values) -> Draft:
    """Rough peaks with snow, or a crater with lava."""
    h, half, rng = v.height, v.width * v.height / 2, v.rng("peaks")
    d = Draft(extent=max(h, 2.2 * half))
    ground = box(999, 200, 999).move(y=-100)
    seed = v.seed % 53
    if v.kind == "volcano":
        body = lathe(
            [
                (half, -0.05 * h),
                (0.72 * half, 0.16 * h),
                (0.42 * half, 0.5 * h),
                (0.26 * half, 0.88 * h),
                (0.2 * half, 0.95 * h),
                (0.15 * half, 0.9 * h),
                (0.1 * half, 0.78 * h),
                (0, 0.76 * h),
            ],
            smooth=True,
        ).roughened(0.6 * v.roughness * h, 0.26 * h, seed=seed)
        d.add("rock", body - ground, "rock")
        d.add("crater", cylinder(0.17 * half, 0.3 * h).move(y=0.7 * h), "lava")
        for i in range(v.streams):
            a = 2 * math.pi * i / v.streams + float(rng.uniform(-0.3, 0.3))
            down = float(rng.uniform(0.3, 0.6)) * h
            path = []
            for j, (q, y) in enumerate(
                ((0.22, 0.92), (0.25, 0.9), (0.28, 0.84), (0.34, 0.66), (0.44, 0.47), (0.6, 0.28))
            ):
                if y * h > down or j < 4:
                    b = a + 0.12 * math.sin(2.2 * j + i)
                    path.append((q * half * math.cos(b), y * h, q * half * math.sin(b)))
            d.add(
                f"lava_{i + 1}",
                sweep(path, [0.06 * h, 0.07 * h, *([0.055 * h] * (len(path) - 3)), 0.035 * h], round_ends=True),
                "lava",
                group="lava",
            )
        if v.smoke:
            puffs = [
                bone(
                    (0.05 * h * math.sin(2 * i), (0.8 + 0.14 * i) * h, 0.04 * h * math.cos(3 * i)),
                    (0.03 * h * i * math.sin(1.3 * i), (0.9 + 0.14 * i) * h, 0.0),
                    (0.09 + 0.03 * i) * h,
                )
                for i in range(4)
            ]
            d.add("smoke", organic(puffs, 0.05 * h, cells=44).roughened(0.02 * h, 0.12 * h, seed=2), "smoke")
    else:
        for i in range(v.peaks):
            tall = h * (1.0 if i == 0 else float(rng.uniform(0.45, 0.75)))
            a, far = 2.2 * i + 0.4, 0.0 if i == 0 else 0.5 * half
            wide = half * (0.95 if i == 0 else 0.62)
            x, z = far * math.cos(a), 0.7 * far * math.sin(a)
            n = 11
            foot = [
                (
                    wide * float(rng.uniform(0.82, 1.1)) * math.cos(2 * math.pi * j / n),
                    -0.28 * h,
                    wide * float(rng.uniform(0.82, 1.1)) * math.sin(2 * math.pi * j / n),
                )
                for j in range(n)
            ]
            ridge = [
                (
                    0.46 * wide * float(rng.uniform(0.6, 1.1)) * math.cos(1.3 * j + i),
                    tall * 0.46,
                    0.46 * wide * float(rng.uniform(0.6, 1.1)) * math.sin(1.3 * j + i),
                )
                for j in range(5)
            ]
            peak = hull([*foot, *ridge, (0.03 * wide, tall, 0.0), (-0.05 * wide, 0.97 * tall, 0.03 * wide)]).roughened(
                v.roughness * tall, 0.3 * tall, seed=seed + i, octaves=4
            )
            d.add(f"peak_{i + 1}", (peak - ground).move(x, 0, z), "rock", group="peaks")
            if v.snow and tall > 0.6 * h:
                line = lathe(
                    [(0, tall * v.snow_line), (wide, tall * v.snow_line), (wide, 2 * tall), (0, 2 * tall)]
                ).roughened(0.07 * tall, 0.13 * tall, seed=seed + i)
                d.add(
                    f"snow_{i + 1}",
                    (peak.move(y=-tall * 0.5).scale(1.03, 1.01, 1.03).move(y=tall * 0.5) & line).move(x, 0.004 * h, z),
                    "snow",
                    group="snow",
                )
    if v.base:
        d.add(
            "grass",
            lathe([(1.12 * half, 0), (1.1 * half, 0.035 * h), (0.8 * half, 0.07 * h), (0, 0.09 * h)]).roughened(
                0.016 * h, 0.2 * h, seed=1
            )
            - ground,
            "grass",
        )
    if v.trees and v.base:
        firs = []
        for i in range(16):
            a, q = 2 * math.pi * i / 16 + float(rng.uniform(-0.15, 0.15)), half * float(rng.uniform(0.94, 1.05))
            s = h * float(rng.uniform(0.05, 0.085))
            firs.append(
                union(cone(0.42 * s, 1.2 * s).move(y=0.8 * s), cone(0.32 * s, 0.8 * s).move(y=1.3 * s)).move(
                    q * math.cos(a), 0.01 * h, q * math.sin(a)
                )
            )
        d.add("trees", union(*firs), "tree")
    d.point("top", (0, h, 0), size=0.1 * h)
    return d


@family(
    "floating island",
    "nature",
    nouns={
        "sky island": {},
        "island": {},
        "flying island": {},
        "desert island": {"sand": True, "trees": 1},
        "tropical island": {"sand": True},
    },
    parameters=(
        Real("radius", 4.0, 3.0, 5.5),
        Real("depth", 1.1, 0.8, 1.5, unit="", about="of the rock below, relative"),
        Real("height", 0.3, 0.15, 0.5, unit="", about="of the hill"),
        Whole("trees", 3, 1, 5),
        Whole("rocks", 4, 2, 7),
        Whole("spikes", 5, 3, 8, about="of rock below"),
        Real("roughness", 0.1, 0.06, 0.14, unit=""),
        Flag("waterfall", 0.4),
        Flag("house", 0.3),
        Flag("crystals", 0.4),
        Flag("sand", 0.1),
    ),
    slots={
        "grass": ("grass", "grass:#6f9c3a", "moss"),
        "rock": ("stone:#7d6f62", "stone", "granite"),
        "soil": ("soil",),
        "leaf": ("leaf", "leaf:#d98aa8", "leaf:#c98a2b"),
        "trunk": ("bark",),
        "water": ("water",),
        "crystal": ("crystal", "glow:#5ad8ff"),
        "wall": ("plaster", "planks"),
        "roof": ("roof tiles", "thatch"),
        "sand": ("sand",),
        "door": ("walnut",),
    },
    words={
        "waterfall": {"waterfall": True},
        "house": {"house": True},
        "crystals": {"crystals": True},
        "trees": {"trees": 4},
        "tree": {"trees": 1},
        "sand": {"sand": True},
        "water": {"waterfall": True},
    },
    paints={"trees": "leaf", "leaves": "leaf", "waterfall": "water", "crystals": "crystal", "stone": "rock"},
    height=(4.5, 16),
)
def floating_island(v: Values) -> Draft:
    """A grassy cap on a rock that tapers downward; it stands on its tip."""
    r, rng = v.radius, v.rng("island")
    deep = v.depth * r * 1.15
    y = deep + 0.25 * r
    d = Draft(extent=max(2 * r, y + 0.8 * r))
    seed = v.seed % 37
    d.add(
        "rock",
        lathe(
            [
                (0.06 * r, -0.18 * r),
                (0.22 * r, 0.25 * deep),
                (0.42 * r, 0.55 * deep),
                (0.78 * r, 0.85 * deep),
                (0.95 * r, y - 0.1 * r),
                (0.9 * r, y),
            ],
            sides=14,
        ).roughened(v.roughness * r, 0.4 * r, seed=seed)
        - box(99, 20, 99).move(y=-10),
        "rock",
    )
    for i in range(v.spikes):
        a, q = 2.4 * i + 0.6, r * (0.52 + 0.3 * ((i * 0.382) % 1))
        tall = deep * float(rng.uniform(0.4, 0.65)) * (1.1 - q / r)
        d.add(
            f"spike_{i + 1}",
            lathe([(0.02 * r, 0.0), (0.12 * r, 0.5 * tall), (0.24 * r, tall)], sides=9)
            .roughened(0.03 * r, 0.2 * r, seed=i)
            .move(q * math.cos(a), deep * (0.7 + 0.83 * (q / r - 0.42)) - tall, q * math.sin(a)),
            "rock",
            group="rock",
        )
    cap = lathe(
        [
            (0.86 * r, -0.16 * r),
            (1.0 * r, -0.1 * r),
            (1.02 * r, 0.0),
            (0.8 * r, 0.06 * r),
            (0.3 * r, 0.08 * r + 0.3 * v.height * r),
            (0, 0.08 * r + 0.34 * v.height * r),
        ],
        smooth=True,
    ).roughened(0.05 * r, 0.3 * r, seed=seed + 1)
    d.add("grass", cap.move(y=y), "sand" if v.sand else "grass")
    for i in range(v.trees):
        a, q = 2.4 * i + 1.0, 0.55 * r * (1 if i else 0.3)
        s = r * float(rng.uniform(0.32, 0.45))
        at = (q * math.cos(a), y + 0.06 * r + 0.2 * v.height * r * (1 - q / r), q * math.sin(a))
        bones, _ = branching(v.rng(f"tree {i}"), 0.8 * s, 0.09 * s, 3, spread=0.4)
        d.add(f"trunk_{i + 1}", trunk(bones, 0.05 * s, 40).move(*at), "trunk", group="trees")
        d.add(
            f"leaves_{i + 1}",
            union(
                blob(0.46 * s, 0.38 * s, 0.46 * s, 0.2, i, 0.6).move(y=0.95 * s),
                blob(0.34 * s, 0.28 * s, 0.34 * s, 0.2, i + 3, 0.6).move(x=0.3 * s, y=0.76 * s, z=0.12 * s),
            ).move(*at),
            "leaf",
            group="trees",
        )
    for i in range(v.rocks):
        a, q, s = 2.1 * i, 0.78 * r, r * float(rng.uniform(0.06, 0.12))
        d.add(
            f"stone_{i + 1}",
            rock(rng, 1.2 * s, s, s, 0.04, 16).move(q * math.cos(a), y + 0.09 * r, q * math.sin(a)),
            "rock",
            group="stones",
        )
    if v.waterfall:
        d.add(
            "waterfall",
            sweep(
                [
                    (0.1 * r, y + 0.12 * r, 0.5 * r),
                    (0.1 * r, y + 0.06 * r, 0.85 * r),
                    (0.1 * r, y - 0.02 * r, 1.03 * r),
                    (0.1 * r, y - 0.25 * r, 1.07 * r),
                    (0.1 * r, y - 0.8 * r, 1.08 * r),
                ],
                profile=[(-0.17 * r, -0.03 * r), (0.17 * r, -0.03 * r), (0.17 * r, 0.03 * r), (-0.17 * r, 0.03 * r)],
            ),
            "water",
        )
        d.add("pond", cylinder(0.26 * r, 0.24 * r).move(0.1 * r, y + 0.01 * r, 0.45 * r), "water")
    if v.house:
        s, at = 0.34 * r, (-0.35 * r, y + 0.02 * r, 0.25 * r)
        d.add(
            "house",
            hull(
                [
                    (x * s, yy * s, z * s)
                    for z in (-0.6, 0.6)
                    for x, yy in ((-0.5, -0.1), (0.5, -0.1), (0.5, 0.7), (0, 1.25), (-0.5, 0.7))
                ]
            ).move(*at),
            "wall",
        )
        d.add(
            "roof",
            union(
                *(
                    box(0.95 * s, 0.1 * s, 1.5 * s, 0.01).rotate(z=-48 * q).move(x=q * 0.3 * s, y=0.98 * s)
                    for q in (1, -1)
                )
            ).move(*at),
            "roof",
        )
        d.add("door", box(0.26 * s, 0.5 * s, 0.06 * s, 0.01).move(at[0], at[1] + 0.28 * s, at[2] + 0.61 * s), "door")
    if v.crystals:
        d.add(
            "crystals",
            union(
                *(
                    lathe([(0.05 * r, 0), (0.07 * r, 0.3 * r), (0.005, 0.42 * r)], sides=6)
                    .rotate(z=150 + 12 * i)
                    .rotate(y=90 * i)
                    .move(
                        0.62 * r * math.cos(-math.radians(90 * i) + 0.3),
                        y - 0.28 * r,
                        0.62 * r * math.sin(-math.radians(90 * i) + 0.3),
                    )
                    for i in range(4)
                )
            ),
            "crystal",
        )
    d.point("top", (0, y + 0.1 * r, 0), size=r)
    return d


@family(
    "planet",
    "nature",
    nouns={
        "asteroid": {"kind": "asteroid"},
        "meteor": {"kind": "asteroid", "flame": True},
        "meteorite": {"kind": "asteroid"},
        "moon": {"kind": "moon"},
        "earth": {"kind": "earth"},
        "globe": {"kind": "earth"},
        "saturn": {"kind": "gas", "ring": True},
        "world": {"kind": "earth"},
        "comet": {"kind": "asteroid", "flame": True},
        "gas giant": {"kind": "gas"},
    },
    parameters=(
        Choice("kind", ("earth", "moon", "gas", "asteroid")),
        Real("radius", 1.0, 0.7, 1.5),
        Real("roughness", 0.12, 0.05, 0.2, unit=""),
        Whole("craters", 9, 5, 14),
        Whole("continents", 7, 5, 10),
        Whole("bands", 5, 3, 7),
        Real("tilt", 18, 0, 30, unit="deg"),
        Real("ring_width", 0.5, 0.3, 0.7, unit=""),
        Flag("ring", 0.35),
        Flag("clouds", 0.5),
        Flag("moons", 0.3),
        Flag("flame", 0.1),
    ),
    slots={
        "surface": ("water:#2f6fb0", "stone", "sandstone", "stone:#9a6a50", "stone:#7a86a0"),
        "land": ("grass", "moss", "sand"),
        "cloud": ("cloud",),
        "band": ("sandstone:#d9a86a", "stone:#c98a5a", "stone:#e0c8a0"),
        "ring": ("sandstone", "stone:#b8a88a"),
        "ice": ("snow",),
        "moon": ("stone",),
        "flame": ("glow:#ff8a2a",),
    },
    words={
        "ring": {"ring": True},
        "rings": {"ring": True},
        "clouds": {"clouds": True},
        "moon": {"moons": True},
        "craters": {"kind": "moon"},
    },
    paints={"water": "surface", "ocean": "surface", "continents": "land", "rings": "ring"},
    height=(1.0, 5.5),
    floats=True,
)
def planet(v: Values) -> Draft:
    """A globe with land, craters or bands; perhaps a ring and a moon; or a lump of rock."""
    r, rng, k = v.radius, v.rng("planet"), v.kind
    d = Draft(extent=2.2 * r * (1.9 if v.ring and k != "asteroid" else 1.0))
    y = 1.01 * r if k != "asteroid" else 0.62 * r
    seed = v.seed % 41
    dirs = [
        (
            math.sqrt(max(0.0, 1 - u * u)) * math.cos(2.4 * i + seed),
            u,
            math.sqrt(max(0.0, 1 - u * u)) * math.sin(2.4 * i + seed),
        )
        for i in range(14)
        for u in [1 - 2 * (i + 0.5) / 14]
    ]
    holes = [
        sphere(q).move(c[0] * r * 1.12, c[1] * r * 1.12, c[2] * r * 1.12)
        for c in [dirs[(5 * i + 3) % 14] for i in range(v.craters)]
        for q in [r * float(rng.uniform(0.18, 0.4))]
    ]
    if k == "asteroid":
        body = sphere(1.15 * r, 0.8 * r, 0.9 * r).roughened(2.2 * v.roughness * r, 0.9 * r, seed=seed)
        for hole in holes[:8]:
            body = body - hole.scale(1.1, 0.8, 0.9)
        d.add("surface", body.move(y=y) - box(99, 20, 99).move(y=-10), "surface")
        if v.flame:
            d.add(
                "flame",
                lathe([(0.02, -2.6 * r), (0.35 * r, -1.6 * r), (0.8 * r, -0.5 * r), (0.95 * r, 0.1 * r)], smooth=True)
                .roughened(0.06 * r, 0.3 * r)
                .rotate(x=-60)
                .rotate(x=180)
                .move(y=y)
                - box(99, 20, 99).move(y=-10),
                "flame",
            )
        d.point("top", (0, y + 0.8 * r, 0), size=r)
        d.extent = 4.0 * r if v.flame else 2.3 * r
        return d
    body = sphere(r).roughened(0.1 * v.roughness * r, 0.3 * r, seed=seed) if k == "moon" else sphere(r)
    if k == "moon":
        rims = [torus(0.26 * r, 0.035 * r).move(y=0.97 * r).rotate(z=40 * i, x=70 * i) for i in range(4)]
        for hole in holes:
            body = body - hole
        body = union(body, *rims)
    d.add("surface", body.rotate(z=v.tilt).move(y=y), "surface")
    if k == "earth":
        for i in range(v.continents):
            c = dirs[(4 * i + 2) % 14]
            lump = sphere(
                r * float(rng.uniform(0.34, 0.58)),
                r * float(rng.uniform(0.25, 0.45)),
                r * float(rng.uniform(0.34, 0.5)),
            ).roughened(0.1 * r, 0.28 * r, seed=seed + i)
            d.add(
                f"land_{i + 1}",
                (lump.move(0.9 * r * c[0], 0.9 * r * c[1], 0.9 * r * c[2]) & sphere(1.03 * r))
                .rotate(z=v.tilt)
                .move(y=y),
                "land",
                group="land",
            )
        d.add(
            "ice_caps",
            ((box(9, 0.3 * r, 9).move(y=0.98 * r) & sphere(1.035 * r)).mirrored("y")).rotate(z=v.tilt).move(y=y),
            "ice",
        )
    if k == "gas":
        bands = [
            (sphere(1.012 * r) & box(9, r * (0.07 + 0.05 * (i % 3)), 9).move(y=r * (-0.75 + 1.5 * (i + 0.5) / v.bands)))
            for i in range(v.bands)
        ]
        d.add("bands", union(*bands).rotate(z=v.tilt).move(y=y), "band")
    if v.clouds and k == "earth":
        puffs = [
            (blob(0.38 * r, 0.12 * r, 0.2 * r, 0.3, i).rotate(y=60 * i)).move(
                1.0 * r * c[0], 1.0 * r * c[1], 1.0 * r * c[2]
            )
            & sphere(1.09 * r)
            for i, c in enumerate(dirs[j] for j in (3, 6, 8, 10, 5))
        ]
        d.add("clouds", union(*puffs).rotate(z=v.tilt).move(y=y), "cloud")
    if v.ring:
        w = v.ring_width * r
        rings = union(
            *(
                lathe(
                    [
                        (a * r, -0.018 * r),
                        (b * r, -0.018 * r),
                        (b * r, 0.018 * r),
                        (a * r, 0.018 * r),
                        (a * r, -0.018 * r),
                    ]
                )
                for a, b in ((1.3, 1.3 + 0.55 * w / r), (1.3 + 0.65 * w / r, 1.3 + w / r))
            )
        )
        d.add("ring", rings.rotate(z=v.tilt).move(y=y), "ring")
    if v.moons:
        d.add("moon", sphere(0.2 * r).roughened(0.012 * r, 0.1 * r).move(1.15 * r, y + 0.75 * r, 0.6 * r), "moon")
    d.point("top", (0, y + r, 0), size=r)
    return d


@family(
    "cloud",
    "nature",
    nouns={
        "clouds": {},
        "rain cloud": {"rain": True},
        "storm cloud": {"lightning": True},
        "thundercloud": {"lightning": True},
        "thunder cloud": {"lightning": True},
    },
    parameters=(
        Real("width", 2.4, 1.8, 3.4),
        Real("height", 1.0, 0.7, 1.4),
        Real("depth", 1.1, 0.8, 1.5),
        Whole("puffs", 7, 5, 10),
        Real("flatness", 0.35, 0.15, 0.5, unit=""),
        Real("blend", 0.12, 0.05, 0.2),
        Whole("drops", 9, 6, 14),
        Flag("rain", 0.25),
        Flag("lightning", 0.2),
        Flag("rainbow", 0.15),
        Flag("sun", 0.15),
    ),
    slots={
        "cloud": ("cloud", "cloud:#dfe7f0", "cloud:#b9c2cc"),
        "rain": ("water",),
        "bolt": ("glow:#ffd83a",),
        "sun": ("glow:#ffc83a",),
        "red": ("paint:#e0402f",),
        "yellow": ("paint:#f2c52e",),
        "blue": ("paint:#3a78d0",),
    },
    words={
        "rain": {"rain": True},
        "lightning": {"lightning": True},
        "bolt": {"lightning": True},
        "rainbow": {"rainbow": True},
        "sun": {"sun": True},
    },
    paints={"lightning": "bolt", "drops": "rain"},
    height=(0.6, 3.4),
    floats=True,
)
def cloud(v: Values) -> Draft:
    """Puffs melted together with a flat underside."""
    w, h, rng = v.width / 2, v.height, v.rng("puffs")
    below = 0.9 if v.rain or v.lightning else 0.0
    d = Draft(extent=2 * w)
    bones = []
    for i in range(v.puffs):
        t = -1 + 2 * (i + 0.5) / v.puffs
        s = (0.5 - 0.3 * t * t) * h * float(rng.uniform(0.8, 1.1))
        z = 0.25 * v.depth * float(rng.uniform(-1, 1))
        bones.append(
            bone(
                (0.82 * w * t, 0.42 * h + 0.25 * h * (1 - t * t) * float(rng.uniform(0.2, 1)), z),
                (0.82 * w * t + 0.05, 0.42 * h, -z),
                s,
            )
        )
    body = organic(bones, v.blend, cells=72)
    d.add(
        "cloud",
        (body - box(99, 20, 99).move(y=-10 + v.flatness * 0.4 * h)).move(y=below - v.flatness * 0.4 * h),
        "cloud",
    )
    if v.rain:
        drop = lathe([(0.02, -0.1), (0.05, -0.04), (0.045, 0.02), (0.005, 0.16)], smooth=True)
        d.add(
            "rain",
            union(
                *(
                    drop.move(
                        -0.75 * w + 1.5 * w * (i + 0.5) / v.drops,
                        0.1 + 0.5 * ((i * 0.618) % 1),
                        0.3 * v.depth * math.sin(2.4 * i),
                    )
                    for i in range(v.drops)
                )
            ),
            "rain",
        )
    if v.lightning:
        pts = [(0.12, 0.5), (-0.2, -0.02), (0.0, 0.0), (-0.14, -0.5), (0.24, 0.12), (0.05, 0.1), (0.3, 0.5)]
        d.add(
            "bolt", extrude([(x * 1.1, y * 1.1) for x, y in pts], 0.1, bevel=0.02).move(y=below - 0.35, z=0.1), "bolt"
        )
    if v.sun:
        d.add(
            "sun",
            union(
                sphere(0.42 * h), *(capsule(0.05 * h, 0.3 * h).move(y=0.62 * h).rotate(z=30 * i) for i in range(12))
            ).move(0.5 * w, below + 0.75 * h, -0.3 * v.depth),
            "sun",
        )
    if v.rainbow:
        for i, name in enumerate(("red", "yellow", "blue")):
            d.add(
                f"rainbow_{name}",
                torus((1.1 - 0.12 * i) * w, 0.06 * w, 180).rotate(x=90).move(x=0.3 * w, y=below + 0.15 * h, z=-0.05),
                name,
                group="rainbow",
            )
    d.point("top", (0, below + 0.8 * h, 0), size=w)
    return d
