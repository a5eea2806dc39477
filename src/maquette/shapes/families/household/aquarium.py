"""Fish tanks: a frame, a back and sides of glass, gravel, plants, stones and fish. The front is open, as solids let no light through."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh
from maquette.shapes.sub.wings import plate

_FIN = [(0.0, 0.12), (-0.5, 0.5), (-0.62, 0.42), (-0.5, 0.0), (-0.62, -0.42), (-0.5, -0.5), (0.0, -0.12)]
_SAIL = [(0.3, 0.0), (0.05, 0.42), (-0.35, 0.5), (-0.3, 0.2), (-0.42, 0.0)]


@family(
    "aquarium",
    "household",
    nouns={
        "fish tank": {"fish": 3},
        "fishtank": {"fish": 3},
        "terrarium": {"fish": 0, "plants": 6},
        "goldfish tank": {"fish": 2},
        "vivarium": {"fish": 0, "plants": 6},
    },
    parameters=(
        Choice("kind", ("tank", "cube", "cabinet")),
        Real("width", 0.8, 0.6, 1.2),
        Real("depth", 0.38, 0.3, 0.48),
        Real("height", 0.5, 0.4, 0.62, about="of the tank itself"),
        Whole("fish", 3, 0, 5),
        Whole("plants", 5, 2, 7),
        Whole("stones", 4, 2, 6),
        Flag("castle", 0.35),
        Flag("lid", 0.8),
        Flag("bubbles", 0.6),
        Flag("chest", 0.3),
    ),
    slots={
        "frame": ("plastic:#17181b", "oak", "aluminium", "plastic:#e8e6e0"),
        "glass": ("glass:#8fd0e4", "glass:#6fbcd8", "glass:#4f9ccc"),
        "gravel": ("sand", "stone:#c8b890", "sand:#e6d6b0", "stone:#3f6f9f"),
        "plants": ("leaf", "leaf:#2f8a4a", "leaf:#6aa82f"),
        "weed": ("leaf:#a83a3a", "leaf:#7ab84a", "leaf:#c8603a"),
        "fish": ("paint:#f0761c", "paint:#f4b41c", "paint:#e03a2a"),
        "fins": ("paint:#f8c070", "paint:#f4ece0", "paint:#2a5fb0"),
        "eyes": ("obsidian",),
        "stones": ("stone", "granite"),
        "bubbles": ("glass:#e8f6fa",),
        "castle": ("sandstone", "concrete"),
        "chest": ("walnut",),
        "light": ("glow:#e8f8ff",),
        "cabinet": ("walnut", "oak", "paint:#2a2c30"),
        "knobs": ("steel", "brass"),
    },
    words={
        "fish": {"fish": 3}, "goldfish": {"fish": 2}, "plants": {"plants": 6}, "castle": {"castle": True},
        "treasure": {"chest": True}, "bubbles": {"bubbles": True}, "lid": {"lid": True}, "stand": {"kind": "cabinet"},
    },
    paints={"goldfish": "fish", "water": "glass", "seaweed": "plants", "sand": "gravel", "rocks": "stones", "stand": "cabinet"},
    height=(0.4, 1.5),
)  # fmt: skip
def aquarium(v: Values) -> Draft:
    """Its open side to the front."""
    w = 0.62 * v.width if v.kind == "cube" else v.width
    n, h = (0.8 * w if v.kind == "cube" else v.depth), v.height
    d = Draft(extent=max(w, h + (0.7 if v.kind == "cabinet" else 0)))
    y = 0.0
    if v.kind == "cabinet":
        y = 0.68
        d.add(
            "cabinet",
            union(
                box(w + 0.03, 0.64, n + 0.02, 0.008).move(y=0.36),
                box(w - 0.04, 0.06, n - 0.06).move(y=0.03),
                box(w + 0.06, 0.035, n + 0.05, 0.006).move(y=0.665),
            ),
            "cabinet",
            group="cabinet",
        )
        doors = [box(w / 2 - 0.02, 0.56, 0.02, 0.005).move(s * (w / 4 + 0.002), 0.36, n / 2 + 0.014) for s in (1, -1)]
        d.add("doors", union(*doors), "cabinet", group="cabinet")
        d.add("knobs", sphere(0.014).move(0.03, 0.42, n / 2 + 0.03).mirrored(), "knobs", group="cabinet")
    b = 0.02 if v.kind == "cube" else 0.026
    rails: list[Node] = []
    for yy in (y + b / 2, y + h - b / 2):
        rails += [box(w, b, b, 0.003).move(0, yy, s * (n - b) / 2) for s in (1, -1)]
        rails += [box(b, b, n, 0.003).move(s * (w - b) / 2, yy, 0) for s in (1, -1)]
    rails += [
        box(0.8 * b, h, 0.8 * b, 0.003).move(s * (w - b) / 2, y + h / 2, t * (n - b) / 2)
        for s in (1, -1)
        for t in (1, -1)
    ]
    d.add("frame", union(*rails), "frame", group="frame")
    back = -n / 2 + b / 2
    t = 0.012
    panes = [
        box(w - b, h - b, t).move(0, y + h / 2, back),
        *(box(t, h - b, n - b).move(s * (w - b) / 2, y + h / 2, 0) for s in (1, -1)),
        box(w - b, t, n - b).move(0, y + 0.5 * b, 0),
        box(w - 1.2 * b, 0.12 * h + 0.02, t).move(0, y + 0.06 * h + 0.01, n / 2 - b / 2),
    ]
    d.add("glass", union(*panes), "glass", group="glass")
    floor = y + 0.12 * h
    bed = box(w - b, 0.12 * h, n - b - t).move(0, y + 0.06 * h + 0.002, -0.002)
    rng = v.rng("bed")
    iw, inn = 0.5 * w - 0.06, 0.5 * n - 0.06
    bumps = [
        sphere(0.1, 0.03, 0.07).move(
            float(rng.uniform(-iw + 0.08, iw - 0.08)), floor, float(rng.uniform(-0.4, 0.4)) * inn
        )
        for _ in range(5)
    ]
    d.add("gravel", union(bed, *(m & box(w - 1.5 * b, 2, n - 2.5 * b) for m in bumps)), "gravel", group="gravel")
    if v.lid:
        d.add("lid", box(w + 0.004, 0.05, n + 0.004, 0.01).move(0, y + h + 0.018, 0), "frame", group="lid")
        d.add("light", box(0.7 * w, 0.012, 0.05, 0.004).move(0, y + h - 0.012, 0), "light", group="lid")
    leaves: list[Node] = []
    weeds: list[Node] = []
    for i in range(v.plants):
        x = (i + 0.5) / v.plants * 2 * iw - iw + float(rng.uniform(-0.03, 0.03))
        z = -inn + float(rng.uniform(0.01, 0.07))
        tall = h * float(rng.uniform(0.35, 0.68))
        for k in range(4):
            bend = float(rng.uniform(-0.04, 0.04))
            px = min(max(x + (k - 1.5) * 0.018, -iw), iw)
            path = [
                (px, floor - 0.02, z),
                (px + bend, floor + 0.35 * tall, z + 0.015),
                (px - 0.5 * bend, floor + 0.7 * tall, z),
                (px + bend, floor + tall * (0.75 + 0.08 * k), z + 0.02),
            ]
            blade = sweep(path, [0.007, 0.011, 0.009, 0.003], sides=6)
            (weeds if i % 3 == 1 else leaves).append(blade)
    d.add("plants", union(*leaves), "plants", group="plants")
    if weeds:
        d.add("weed", union(*weeds), "weed", group="plants")
    rocks = []
    for i in range(v.stones):
        x = -iw + 0.05 + (2 * iw - 0.1) * (i + 0.5) / v.stones
        r = float(rng.uniform(0.025, 0.05))
        rocks.append(
            sphere(r, 0.7 * r, 0.85 * r)
            .roughened(0.2 * r, r, v.seed + i)
            .move(x, floor + 0.3 * r, float(rng.uniform(0.1, 0.7)) * inn)
        )
    d.add("stones", union(*rocks), "stones", group="stones")
    if v.castle:
        x = -0.45 * iw
        towers = [
            union(
                cylinder(0.032, 0.2 * h + 0.03).move(x + k, floor + 0.1 * h, -0.1 * inn),
                cylinder(0.04, 0.03).move(x + k, floor + 0.2 * h, -0.1 * inn),
                cylinder(0.038, 0.07, 0.002).move(x + k, floor + 0.2 * h + 0.045, -0.1 * inn),
            )
            for k in (-0.06, 0.06)
        ]
        wall = box(0.12, 0.13 * h + 0.02, 0.04).move(x, floor + 0.06 * h, -0.1 * inn) - cylinder(0.022, 0.1).rotate(
            x=90
        ).move(x, floor + 0.02, -0.1 * inn)
        d.add("castle", union(*towers, wall), "castle", group="castle")
    if v.chest:
        x = 0.5 * iw
        chest = union(
            box(0.09, 0.05, 0.06, 0.006).move(x, floor + 0.018, 0.25 * inn),
            cylinder(0.03, 0.09).rotate(z=90).move(x, floor + 0.043, 0.25 * inn),
        )
        d.add("chest", chest, "chest", group="chest")
        d.add(
            "lock",
            union(
                box(0.016, 0.022, 0.01).move(x, floor + 0.04, 0.25 * inn + 0.032),
                *(torus(0.031, 0.003).rotate(z=90).move(x + s * 0.03, floor + 0.043, 0.25 * inn) for s in (1, -1)),
            ),
            "knobs",
            group="chest",
        )
    # Fish hang on the back pane by their far fin, out of sight, so that all is one piece.
    skins: list[Node] = []
    fins: list[Node] = []
    eyes: list[Node] = []
    for i in range(v.fish):
        s = float(rng.uniform(0.055, 0.085)) * (w / 0.8) ** 0.5
        way = 1 if rng.random() < 0.5 else -1
        x = (i + 0.5) / v.fish * 1.5 * iw - 0.75 * iw
        fy = floor + h * (0.25 + 0.48 * float(rng.uniform(0.0, 1.0) if v.fish > 1 else 0.5))
        z = back + 0.32 * s + 0.03 + float(rng.uniform(0, 0.3)) * n
        flesh = Flesh(0.15 * s, 36)
        flesh.chain([(0.55 * s, 0, 0), (0.1 * s, 0, 0), (-0.75 * s, 0, 0)], [0.26 * s, 0.42 * s, 0.1 * s])
        one = flesh.node().scale(1, 1, 0.7)
        parts = [
            plate(_FIN, 1.1 * s, 0.08 * s).move(-0.7 * s, 0, 0),
            plate(_SAIL, 0.9 * s, 0.08 * s).move(0.05 * s, 0.28 * s, 0),
            plate(_SAIL, 0.6 * s, 0.08 * s).rotate(z=180).mirror().move(0.0, -0.28 * s, 0),
        ]
        rod = cylinder(0.004, z - back + 0.02).rotate(x=90).move(0.1 * s, 0, -(z - back) / 2 + 0.01)
        turn = 0 if way > 0 else 180
        skins.append(one.rotate(y=turn).move(x, fy, z))
        fins.append(union(union(*parts).rotate(y=turn), rod).move(x, fy, z))
        eyes.append(sphere(0.075 * s).move(0.56 * s, 0.1 * s, 0.16 * s).mirrored("z").rotate(y=turn).move(x, fy, z))
    if v.fish:
        d.add("fish", union(*skins), "fish", group="fish")
        d.add("fins", union(*fins), "fins", group="fish")
        d.add("eyes", union(*eyes), "eyes", group="fish")
    if v.bubbles:
        x = 0.78 * iw
        balls = []
        for i in range(9):
            r = 0.007 + 0.004 * math.sin(2.1 * i) ** 2
            balls.append(sphere(r).move(x + 0.02 * math.sin(1.7 * i), floor + 0.08 * h + 0.07 * h * i, back + 0.008))
        d.add("bubbles", union(*balls), "bubbles", group="bubbles")
    d.point("top", (0, y + h + (0.04 if v.lid else 0.0), 0), size=0.5 * w)
    return d
