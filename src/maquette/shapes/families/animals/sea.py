"""Fish, sharks, dolphins and whales, octopuses, crabs, starfish, jellyfish, sea horses."""

from __future__ import annotations

import math
from collections.abc import Sequence

from maquette.shapes.api import box, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, toward

Outline = Sequence[tuple[float, float]]
PAINT = {"body": "scales", "fin": "fins", "tail": "fins"}
EYES = f.EYE_SLOTS | {"mouth": ("paint:#2a1518",)}


def fin(outline: Outline, size: float, thick: float) -> Node:
    """A fin in the YZ plane: outline as (back, up) in units of `size`."""
    return extrude([(-size * x, size * y) for x, y in outline], thick, smooth=True).rotate(y=-90)


def swimmer(v: Values, length: float, tall: float, wide: float, rows: Outline, lift: float) -> tuple[Draft, Flesh, Frame]:
    """A body along Z of (place along it 0 front to 1 back, half height) rows, flattened to `wide`, its middle `lift` metres up."""
    d = Draft(extent=1.15 * length)
    flesh = Flesh(0.02 * length, 84)
    pts = [((0.0, lift, (0.46 - s) * length), max(r * tall, 0.012 * length)) for s, r in rows]
    flesh.chain([p for p, _ in pts], [r * min(1.0, wide) for _, r in pts])
    extra = tall * (1 - min(1.0, wide))
    if extra > 0.01 * length:
        for sign in (1, -1):
            flesh.chain([add(p, (0, sign * r * (1 - min(1.0, wide)), 0)) for p, r in pts], [r * min(1.0, wide) for _, r in pts])
    return d, flesh, Frame((0, lift, 0.3 * length), 0, tall)


def finish(d: Draft, flesh: Flesh, slot: str, lift: float, z: float = 0.0) -> Draft:
    """The body and where things can sit."""
    d.add("body", flesh.node(), slot)
    back = flesh.hit((0, 10 * lift + 10, z), (0, lift, z))
    d.point("top", back)
    d.point("back", back, size=lift)
    d.point("seat", back, size=lift)
    d.point("head", flesh.hit((0, 10 * lift + 10, 0.3 * d.extent), (0, lift, 0.3 * d.extent)), size=lift)
    return d


TAILS: dict[str, Outline] = {
    "fork": ((-0.1, 0.1), (0.4, 0.5), (0.95, 0.95), (0.75, 0.4), (0.55, 0.0), (0.75, -0.4), (0.95, -0.95), (0.4, -0.5), (-0.1, -0.1)),
    "fan": ((-0.1, 0.12), (0.4, 0.6), (0.95, 0.7), (1.02, 0.0), (0.95, -0.7), (0.4, -0.6), (-0.1, -0.12)),
    "veil": ((-0.1, 0.12), (0.5, 0.8), (1.3, 0.95), (1.5, 0.4), (1.2, 0.05), (1.5, -0.35), (1.3, -1.0), (0.5, -0.8), (-0.1, -0.12)),
}


@family(
    "fish", "animal",
    nouns={"goldfish": {"tail": "veil", "stripes": 0}, "clownfish": {"stripes": 3, "tail": "fan"}, "nemo": {"stripes": 3, "tail": "fan"}, "tropical fish": {"stripes": 3}, "tuna": {"depth": 0.75, "tail": "fork", "length": 1.2}, "salmon": {"depth": 0.7, "tail": "fork", "length": 0.7}, "trout": {"depth": 0.7, "length": 0.5}, "koi": {"depth": 0.75, "spots": True, "length": 0.5}, "carp": {"depth": 0.85, "length": 0.5}, "angelfish": {"depth": 1.5, "stripes": 3}, "pufferfish": {"depth": 1.45, "width": 1.0, "spikes": True}, "blowfish": {"depth": 1.45, "width": 1.0, "spikes": True}, "piranha": {"teeth": True}, "swordfish": {"depth": 0.65, "sword": True, "tail": "fork", "length": 1.5}, "anglerfish": {"teeth": True, "lure": True}, "betta": {"tail": "veil"}},
    parameters=(Real("length", 0.25, 0.08, 1.5), Real("depth", 1.0, 0.65, 1.5, unit=""), Real("width", 0.55, 0.45, 1.0, unit="", about="as a share of the depth"), Real("fins", 1.0, 0.75, 1.35, unit=""), Choice("tail", ("fan", "fork", "veil")), Whole("stripes", 0, 0, 3), Flag("spots", 0.2), Flag("belly", 0.6), Flag("spikes", 0.0), Flag("teeth", 0.06), Flag("lure", 0.0), Flag("sword", 0.0)),
    slots={"scales": ("scales:#e8782a", "scales:#3a8fc8", "scales:#e0b82a", "scales:#8fa0ac", "scales:#c8404a"), "fins": ("leaf:#f0a040", "leaf:#2a5f9a", "leaf:#d8d0b0", "leaf:#b03a50"), "stripes": ("paint:#f6f4ee", "paint:#1f2430"), "belly": ("scales:#f0e8d4",), "teeth": ("bone:#f8f4e8",), "lure": ("glow:#80ffe0",), "spikes": ("horn",)} | EYES,
    words={"striped": {"stripes": 3}, "spots": {"spots": True}, "teeth": {"teeth": True}, "spikes": {"spikes": True}}, paints=PAINT, height=(0.03, 1.6),
)  # fmt: skip
def fish(v: Values) -> Draft:
    """A flat oval with fins, scales and a surprised face."""
    n, tall = v.length, 0.22 * v.length * v.depth
    lift = 1.25 * tall + 0.012 * n
    d, flesh, hd = swimmer(
        v, 0.82 * n, tall, v.width, ((0.04, 0.3), (0.14, 0.62), (0.32, 0.96), (0.5, 0.95), (0.75, 0.5), (0.93, 0.2)), lift
    )
    t = 0.014 * n + 0.004
    z = -0.33 * n
    d.add("tail", fin(TAILS[v.tail], 0.22 * n * v.fins, t).move(0, lift, z), "fins", group="fins")
    dorsal = fin([(-0.55, 0.02), (-0.3, 0.5), (0.1, 0.66), (0.6, 0.45), (0.75, 0.1), (0.5, -0.25), (-0.3, -0.3)], 0.26 * n * v.fins, t)
    d.add("dorsal_fin", dorsal.move(0, lift + 0.88 * tall, 0.03 * n), "fins", group="fins")
    d.add(
        "belly_fin",
        fin([(-0.2, 0.1), (0.15, -0.5), (0.5, -0.62), (0.55, -0.1), (0.3, 0.2)], 0.2 * n * v.fins, t).move(
            0, lift - 0.85 * tall, -0.06 * n
        ),
        "fins",
        group="fins",
    )
    side = flesh.hit((n, lift - 0.2 * tall, 0.14 * n), (0, lift - 0.2 * tall, 0.14 * n))
    paddle = (
        sphere(0.1 * n * v.fins, 0.06 * n * v.fins, 0.6 * t)
        .move(x=0.07 * n * v.fins)
        .rotate(y=52)
        .rotate(z=-22)
        .move(*add(side, (-0.012 * n, 0, 0)))
    )
    d.add("side_fins", paddle.mirrored(), "fins", group="fins")
    f.eyes(
        d,
        flesh,
        Frame((0, lift + 0.12 * tall, 0.28 * n), 0, 0.1 * n),
        0.042 * n * (1.3 if v.style == "cartoon" else 1.0),
        80,
        14,
        forward=0.15,
        out=0.55,
    )
    nose = Frame((0, lift, 0.31 * n), 0, 0.2 * tall + 0.02 * n)
    d.add("mouth", f.mouth_line(flesh, nose, (0, -0.25, 0), half=75, elevation=-22, smile=14, back=0.3, thick=0.14), "mouth", group="head")
    g = 0.005 * n
    if v.belly:
        d.add("belly", flesh.node(0.5 * g) & box(n, tall, 0.7 * n).move(0, lift - 0.95 * tall, 0.1 * n), "belly")
    for i in range(v.stripes):
        d.add(
            f"stripe_{i + 1}",
            flesh.node(g) & box(n, 3 * tall, (0.075 - 0.015 * i) * n).rotate(x=6).move(0, lift, (0.2 - 0.22 * i) * n),
            "stripes",
        )
    if v.spots:
        rng = v.rng("spots")
        balls = [
            sphere(float(rng.uniform(0.02, 0.045)) * n).move(
                *flesh.out((0, lift, float(rng.uniform(-0.2, 0.2)) * n), toward(90 if i % 2 else -90, float(rng.uniform(-10, 70))), n)
            )
            for i in range(14)
        ]
        d.add("spots", flesh.node(g) & union(*balls), "stripes")
    if v.spikes:
        nodes = [
            f.spike(flesh.out((0, lift, z2 * n), toward(a, e), n), toward(a, e), 0.07 * n, 0.014 * n, 6, 0.3)
            for z2 in (-0.1, 0.02, 0.14)
            for a in (90, -90)
            for e in (-50, -15, 20, 55)
        ]
        d.add("spikes", union(*nodes), "spikes")
    if v.teeth:
        teeth = [
            f.spike(f.on_skin(flesh, nose, a, -12, (0, -0.2, 0)), (0, -1 if i % 2 else 1, 0.3), 0.045 * n, 0.012 * n, 6, 0.25)
            for i, a in enumerate(range(-60, 61, 15))
        ]
        d.add("teeth", union(*teeth), "teeth", group="head")
    if v.lure:
        rod = [(0, lift + 0.8 * tall, 0.25 * n), (0, lift + 1.7 * tall, 0.34 * n), (0, lift + 1.4 * tall, 0.5 * n)]
        d.add("lure_rod", sweep(rod, 0.01 * n), "scales", group="head")
        d.add("lure", sphere(0.032 * n).move(*rod[-1]), "lure", group="head")
    if v.sword:
        d.add("sword", sweep([(0, lift, 0.3 * n), (0, lift + 0.01 * n, 0.62 * n)], [0.03 * n, 0.007 * n]), "scales", group="head")
    return finish(d, flesh, "scales", lift)


def sea_mammal(v: Values, kind: str) -> Draft:
    """Sharks, dolphins and whales."""
    n = v.length
    shark, whale = kind == "shark", kind == "whale"
    tall = (0.105 if not whale else 0.165) * n * v.build
    rows: Outline = (
        ((0.02, 0.3), (0.1, 0.66), (0.3, 1.0), (0.5, 0.95), (0.72, 0.55), (0.9, 0.24), (0.95, 0.2))
        if not whale
        else ((0.06, 0.6), (0.14, 0.86), (0.3, 1.0), (0.5, 0.9), (0.72, 0.5), (0.9, 0.22), (0.95, 0.2))
    )
    lift = 1.03 * tall
    d, flesh, _ = swimmer(v, n, tall, 1.0, rows, lift)
    if kind == "dolphin":
        flesh.chain([(0, lift - 0.25 * tall, 0.42 * n), (0, lift - 0.36 * tall, 0.52 * n)], [0.33 * tall, 0.22 * tall])
        flesh.ball((0, lift + 0.1 * tall, 0.4 * n), 0.5 * tall)
    if kind == "shark" and v.hammer:
        flesh.chain([(0, lift, 0.43 * n), (0.12 * n, lift, 0.41 * n)], [0.5 * tall, 0.32 * tall], both=True)
    t = 0.02 * n
    fins = []
    if shark:
        tail = fin(
            [(-0.2, 0.14), (0.4, 0.8), (1.0, 1.5), (0.72, 0.6), (0.5, 0.1), (0.75, -0.62), (0.3, -0.36), (-0.2, -0.14)],
            0.16 * n * v.fins,
            t,
        )
        d.add("tail", tail.move(0, lift, -0.46 * n), "fins", group="fins")
    else:
        fluke = (
            extrude(
                [
                    (0, 0.2),
                    (0.5, 0.1),
                    (1.0, -0.35),
                    (0.6, -0.3),
                    (0.1, -0.25),
                    (0, -0.12),
                    (-0.1, -0.25),
                    (-0.6, -0.3),
                    (-1.0, -0.35),
                    (-0.5, 0.1),
                ],
                1.0,
                smooth=True,
            )
            .scale(0.17 * n * v.fins, 0.22 * n * v.fins, t)
            .rotate(x=90)
        )
        d.add("tail", fluke.rotate(x=8).move(0, lift, -0.5 * n), "fins", group="fins")
    if not whale or v.orca:
        high = 1.0 if not v.orca else 1.5
        fins.append(
            fin([(-0.55, -0.2), (-0.1, 0.5), (0.45, 1.0 * high), (0.42, 0.4), (0.6, -0.25)], 0.13 * n * v.fins, t).move(
                0, lift + 0.9 * tall, 0.03 * n
            )
        )
    if fins:
        d.add("dorsal_fin", union(*fins), "fins", group="fins")
    side = flesh.hit((n, lift - 0.45 * tall, 0.18 * n), (0, lift - 0.3 * tall, 0.18 * n))
    blade = (
        extrude([(-0.1, 0.3), (0.45, 0.12), (1.0, -0.5), (0.5, -0.38), (-0.1, -0.3)], t, smooth=True)
        .scale(0.2 * n * v.fins * (1.3 if whale else 1.0), 0.2 * n * v.fins, 1)
        .rotate(x=90)
    )
    d.add("side_fins", blade.rotate(z=-24).move(*side).mirrored(), "fins", group="fins")
    g = 0.004 * n
    d.add("belly", flesh.node(g) & box(n, 2 * tall, (1.2 if whale else 1.1) * n).move(0, lift - 1.3 * tall, 0.05 * n), "belly")
    hd = Frame((0, lift, (0.3 if whale else 0.36) * n), 0, tall)
    f.eyes(
        d,
        flesh,
        hd,
        (0.017 if not whale else 0.012) * n * (1.6 if v.style == "cartoon" else 1.0),
        76,
        14 if not whale else -10,
        forward=0.2,
        out=0.6,
        white=None,
    )
    if whale:
        line = f.mouth_line(
            flesh, Frame((0, lift - 0.15 * tall, 0.3 * n), 0, 0.7 * tall), (0, 0, 0), half=92, elevation=-10, smile=6, back=0.3, thick=0.04
        )
    elif shark:
        line = f.mouth_line(
            flesh, Frame((0, lift, 0.38 * n), 0, 0.5 * tall), (0, 0, 0), half=80, elevation=-40, smile=-14, back=0.7, thick=0.07
        )
    else:
        line = f.mouth_line(
            flesh,
            Frame((0, lift - 0.34 * tall, 0.47 * n), 0, 0.25 * tall),
            (0, 0, 0),
            half=115,
            elevation=-12,
            smile=16,
            back=1.2,
            thick=0.09,
        )
    d.add("mouth", line, "mouth", group="head")
    if shark:
        gills = [flesh.node(g) & box(n, 0.8 * tall, 0.012 * n).rotate(x=12).move(0, lift, (0.2 - 0.026 * i) * n) for i in range(v.gills)]
        d.add("gills", union(*gills), "mouth", group="head")
        if v.teeth:
            m = Frame((0, lift, 0.38 * n), 0, 0.5 * tall)
            teeth = [
                f.spike(
                    f.on_skin(flesh, m, a, -40 - 14 * (a / 80) ** 2, (0, 0, -0.7 * (a / 80) ** 2)),
                    (0, -1, 0.35),
                    0.022 * n,
                    0.008 * n,
                    5,
                    0.3,
                )
                for a in range(-64, 65, 16)
            ]
            d.add("teeth", union(*teeth), "teeth", group="head")
    if v.orca:
        d.add(
            "patches",
            flesh.node(g)
            & union(
                sphere(0.035 * n, 0.025 * n, 0.07 * n).move(*flesh.out((0, lift, 0.3 * n), (1, 0.55, 0), n)).mirrored(),
                sphere(0.1 * n, 0.05 * n, 0.09 * n).move(0, lift + tall, -0.09 * n),
            ),
            "belly",
        )
    if whale and v.spout:
        top = flesh.hit((0, 3 * n, 0.25 * n), (0, lift, 0.25 * n))
        jets = [
            sweep(
                [
                    add(top, (0, -0.03 * n, 0)),
                    add(top, (0.02 * n * s, 0.1 * n, 0)),
                    add(top, (0.07 * n * s, 0.15 * n, 0)),
                    add(top, (0.1 * n * s, 0.1 * n, 0)),
                ],
                [0.014 * n, 0.016 * n, 0.02 * n, 0.01 * n],
                round_ends=True,
            )
            for s in (-1, 1)
        ]
        d.add("spout", union(*jets), "water")
    return finish(d, flesh, "skin", lift)


MAMMAL = (
    Real("build", 1.0, 0.85, 1.2, unit=""),
    Real("fins", 1.0, 0.82, 1.25, unit=""),
    Flag("orca", 0.0),
    Flag("hammer", 0.0),
    Flag("teeth", 0.9),
    Flag("spout", 0.35),
    Whole("gills", 4, 3, 5),
)
SKIN_PAINT = {"body": "skin", "fin": "fins", "tail": "fins"}


@family(
    "shark",
    "animal",
    nouns={
        "great white": {},
        "great white shark": {},
        "hammerhead": {"hammer": True},
        "hammerhead shark": {"hammer": True},
        "megalodon": {"length": 7.0},
    },
    parameters=(Real("length", 3.2, 1.2, 7.0), *MAMMAL),
    slots={
        "skin": ("hide:#5f6f7a", "hide:#6a7076", "hide:#4a6078"),
        "fins": ("hide:#55646e", "hide:#4a5a68"),
        "belly": ("hide:#e6e6e0",),
        "teeth": ("porcelain:#fbf8f0",),
    }
    | EYES,
    words={"teeth": {"teeth": True}},
    paints=SKIN_PAINT,
    height=(0.3, 2.6),
)
def shark(v: Values) -> Draft:
    """A torpedo with a tall fin, gills and teeth."""
    return sea_mammal(v, "shark")


@family(
    "dolphin",
    "animal",
    nouns={
        "porpoise": {},
        "bottlenose dolphin": {},
        "killer whale": {"orca": True, "length": 5.5, "build": 1.2},
        "orca": {"orca": True, "length": 5.5, "build": 1.2},
    },
    parameters=(Real("length", 2.4, 1.2, 6.0), *MAMMAL),
    slots={"skin": ("hide:#6f8496", "hide:#5a7288", "hide:#8296a4"), "fins": ("hide:#627688", "hide:#506578"), "belly": ("hide:#e2e6e8",)}
    | EYES,
    paints=SKIN_PAINT,
    height=(0.2, 2.3),
)
def dolphin(v: Values) -> Draft:
    """A smiling beak, a bent fin, flat flukes."""
    return sea_mammal(v, "dolphin")


@family(
    "whale",
    "animal",
    nouns={
        "blue whale": {"length": 22.0},
        "humpback": {"fins": 1.25},
        "humpback whale": {"fins": 1.25},
        "sperm whale": {"build": 1.1},
        "moby dick": {},
        "beluga": {"length": 4.0},
    },
    parameters=(Real("length", 12.0, 4.0, 22.0), *MAMMAL),
    slots={
        "skin": ("hide:#3f5a78", "hide:#4a5560", "hide:#5f7f9a"),
        "fins": ("hide:#38506a", "hide:#424c56"),
        "belly": ("hide:#d4d8d6",),
        "water": ("water", "ice"),
    }
    | EYES,
    words={"spout": {"spout": True}, "water": {"spout": True}},
    paints=SKIN_PAINT,
    height=(1.0, 12.0),
)
def whale(v: Values) -> Draft:
    """A great head, small eyes, flukes, perhaps a spout."""
    return sea_mammal(v, "whale")


@family(
    "octopus", "animal", nouns={"squid": {"mantle": 1.7}, "cuttlefish": {"mantle": 1.4}, "giant squid": {"mantle": 1.7, "width": 3.0}, "cthulhu": {}},
    parameters=(Real("width", 0.9, 0.3, 3.0, about="across its arms"), Whole("arms", 8, 6, 10), Real("mantle", 1.0, 0.85, 1.7, unit=""), Real("head", 1.0, 0.85, 1.2, unit=""), Real("curl", 1.0, 0.4, 1.5, unit=""), Real("thickness", 1.0, 0.8, 1.2, unit=""), Flag("suckers", 0.8), Flag("spots", 0.5), Real("eye_size", 1.0, 0.8, 1.3, unit="")),
    slots={"skin": ("skin:#c8503a", "skin:#8a4fa0", "skin:#d87a4a", "skin:#4a7ab8", "skin:#c8607a"), "suckers": ("skin:#f0c8b8", "skin:#e8d0d8"), "spots": ("skin:#8a2a20", "skin:#5a2a6a")} | EYES | {"eyes": ("paint:#e8b83a", "paint:#3a2a20")},
    words={"suckers": {"suckers": True}, "spots": {"spots": True}, "tentacles": {"arms": 8}}, paints={"body": "skin", "tentacles": "skin"}, height=(0.12, 2.2),
)  # fmt: skip
def octopus(v: Values) -> Draft:
    """A bag of a head on curling arms with suckers."""
    w = v.width
    d = Draft(extent=1.05 * w)
    flesh = Flesh(0.035 * w, 100)
    r = 0.15 * w * v.head
    flesh.chain(
        [(0, 0.17 * w, 0), (0, 0.17 * w + 0.2 * w * v.mantle, -0.09 * w * v.mantle)], [0.8 * r, 1.1 * r if v.mantle < 1.3 else 0.75 * r]
    )
    flesh.ball((0, 0.13 * w, 0), 0.85 * r)
    rng = v.rng("arms")
    suckers: list[Node] = []
    for i in range(v.arms):
        a = 2 * math.pi * (i + 0.5) / v.arms
        side = float(rng.choice([-1, 1])) * v.curl * float(rng.uniform(0.6, 1.1))
        k = float(rng.uniform(0.88, 1.0))
        path: list[Point3] = []
        for s in (0.0, 0.25, 0.5, 0.75, 0.92, 1.0):
            angle = a + side * 0.75 * s**1.8
            reach = (0.07 + 0.41 * k * s - 0.05 * s * s * abs(side)) * w
            y = (0.1 * (1 - s) ** 2 + 0.03 + (0.05 * (s - 0.6) if s > 0.6 else 0) * (1 + (i % 3))) * w
            path.append((reach * math.sin(angle), y, reach * math.cos(angle)))
        radii = [0.06 * w, 0.046 * w, 0.035 * w, 0.025 * w, 0.018 * w, 0.014 * w]
        flesh.chain(path, [q * v.thickness for q in radii])
        if v.suckers:
            for j in range(1, 4):
                for t in (0.1, 0.6):
                    p = add(path[j], add(path[j + 1], path[j], -1), t)
                    out = (math.cos(a) * side, 0.15, -math.sin(a) * side)
                    n = math.hypot(*out)
                    q = radii[j] * v.thickness
                    suckers.append(sphere(0.42 * q).move(*add(p, (out[0] / n, out[1] / n, out[2] / n), 0.92 * q)))
    if suckers:
        d.add("suckers", union(*suckers), "suckers", group="arms")
    hd = Frame((0, 0.2 * w, 0), 0, r)
    f.eyes(d, flesh, hd, 0.27 * r * v.eye_size * (1.3 if v.style == "cartoon" else 1), 40, 14, forward=0.5, out=0.7, lids="skin")
    d.add("mouth", f.mouth_line(flesh, hd, (0, -0.2, 0), half=28, elevation=-6, smile=10, thick=0.05, points=5), "mouth", group="head")
    if v.spots:
        top = (0.0, 0.17 * w + 0.17 * w * v.mantle, -0.07 * w * v.mantle)
        balls = [
            sphere(float(rng.uniform(0.15, 0.28)) * r).move(
                *flesh.out(top, toward(float(rng.uniform(-180, 180)), float(rng.uniform(0, 80))), w)
            )
            for _ in range(11)
        ]
        d.add("spots", flesh.node(0.004 * w) & union(*balls), "spots")
    return finish(d, flesh, "skin", 0.2 * w, -0.05 * w)


@family(
    "crab", "animal", nouns={"lobster": {"tail": True}, "crayfish": {"tail": True}, "hermit crab": {"shell": True}, "shrimp": {"tail": True, "width": 0.12}, "king crab": {"spikes": True}},
    parameters=(Real("width", 0.3, 0.1, 0.8), Real("depth", 0.72, 0.6, 0.85, unit=""), Whole("legs", 6, 6, 8, about="walking legs"), Real("claws", 1.0, 0.75, 1.35, unit=""), Real("stalk", 1.0, 0.6, 1.5, unit=""), Flag("spikes", 0.35), Flag("tail", 0.0), Flag("shell", 0.0), Flag("spots", 0.4)),
    slots={"shell": ("chitin:#c8402a", "chitin:#d8602a", "chitin:#3a6a8a", "chitin:#a83a2a"), "belly": ("chitin:#f0d0a0", "chitin:#e8c8b0"), "tips": ("chitin:#2a1a18", "chitin:#f2e2c8"), "spots": ("paint:#f0b080", "paint:#7a1f1a"), "house": ("porcelain:#d8b48a",)} | EYES,
    words={"spikes": {"spikes": True}, "spots": {"spots": True}, "pincers": {"claws": 1.2}}, paints={"body": "shell", "claws": "shell", "pincers": "shell"}, height=(0.03, 0.6),
)  # fmt: skip
def crab(v: Values) -> Draft:
    """A shield on jointed legs, two pincers, eyes on stalks."""
    w = v.width
    d = Draft(extent=1.5 * w)
    y, z = 0.2 * w, 0.32 * w * v.depth
    d.add("carapace", sphere(0.36 * w, 0.13 * w, z).move(0, y, 0), "shell")
    d.add("belly", sphere(0.33 * w, 0.1 * w, 0.92 * z).move(0, y - 0.05 * w, 0.01 * w), "belly")
    n = v.legs // 2
    nodes, tips = [], []
    for i in range(n):
        a = math.radians(68 + 64 * i / max(n - 1, 1))
        x, c = math.sin(a), math.cos(a)
        p0, p1, p2, p3 = (
            (0.28 * w * x, y - 0.02 * w, 0.75 * z * c),
            (0.48 * w * x, y + 0.09 * w, 0.4 * w * c),
            (0.62 * w * x, y - 0.03 * w, 0.54 * w * c),
            (0.68 * w * x, 0.0, 0.6 * w * c),
        )
        nodes.append(sweep([p0, p1, p2], [0.034 * w, 0.036 * w, 0.026 * w], smooth=False, round_ends=True))
        tips.append(sweep([p2, p3], [0.026 * w, 0.008 * w], round_ends=True))
    d.add("legs", union(*nodes).mirrored(), "shell", group="legs")
    d.add("leg_tips", union(*tips).mirrored(), "tips", group="legs")
    k = v.claws
    wrist: Point3 = (0.46 * w, y + 0.04 * w, z + 0.14 * w)
    d.add(
        "claw_arms",
        sweep(
            [(0.24 * w, y, 0.75 * z), (0.46 * w, y + 0.03 * w, z), wrist], [0.045 * w, 0.05 * w, 0.045 * w], smooth=False, round_ends=True
        ).mirrored(),
        "shell",
        group="claws",
    )
    palm = sphere(0.085 * w * k, 0.1 * w * k, 0.13 * w * k).move(*add(wrist, (-0.01 * w, 0.02 * w, 0.08 * w)))
    upper = sweep(
        [
            add(wrist, (0, 0.05 * w * k, 0.12 * w)),
            add(wrist, (-0.03 * w, 0.1 * w * k, 0.22 * w * k)),
            add(wrist, (-0.08 * w, 0.05 * w, 0.31 * w * k)),
        ],
        [0.05 * w * k, 0.045 * w * k, 0.01 * w],
    )
    lower = sweep(
        [
            add(wrist, (0, -0.02 * w, 0.12 * w)),
            add(wrist, (-0.04 * w, -0.03 * w, 0.21 * w * k)),
            add(wrist, (-0.09 * w, 0.02 * w, 0.28 * w * k)),
        ],
        [0.045 * w * k, 0.036 * w * k, 0.01 * w],
    )
    d.add("claws", union(palm, upper, lower).mirrored(), "shell", group="claws")
    for name, node, slot in zip(
        ("eye_stalks", "eye_whites", "eyes", "pupils", "glints"),
        [
            sweep([(0.09 * w, y + 0.02 * w, 0.7 * z), (0.1 * w, y + (0.1 + 0.1 * v.stalk) * w, 0.9 * z)], 0.02 * w),
            *f.eyeball(
                (0.1 * w, y + (0.12 + 0.1 * v.stalk) * w, 0.9 * z), (0.1, 0.05, 1), 0.045 * w * (1.4 if v.style == "cartoon" else 1)
            ),
        ],
        ("shell", "white", "eyes", "pupil", "glint"),
        strict=True,
    ):
        d.add(name, node.mirrored(), slot, group="head")
    d.add("mouth", box(0.13 * w, 0.022 * w, 0.05 * w, 0.008 * w).move(0, y - 0.01 * w, 0.985 * z), "mouth", group="head")
    if v.spikes:
        d.add(
            "spikes",
            union(
                *(
                    f.spike((0.35 * w * math.sin(a), y, z * math.cos(a)), (math.sin(a), 0.15, math.cos(a)), 0.07 * w, 0.02 * w, 6, 0.4)
                    for a in (0.75, 1.05, 1.35, 1.65, 1.95)
                )
            ).mirrored(),
            "shell",
        )
    if v.spots:
        d.add(
            "spots",
            union(
                *(
                    sphere(r * w, 0.02 * w, r * w).move(
                        x * w, y + 0.125 * w * math.sqrt(max(0.02, 1 - (x / 0.36) ** 2 - (zz * w / z) ** 2)), zz * w
                    )
                    for x, zz, r in (
                        (0.0, -0.02, 0.045),
                        (0.14, 0.05, 0.03),
                        (-0.14, 0.05, 0.03),
                        (0.12, -0.1, 0.028),
                        (-0.12, -0.1, 0.028),
                    )
                )
            ),
            "spots",
        )
    if v.tail:
        d.extent = 1.7 * w
        d.add(
            "tail",
            union(
                *(sphere((0.2 - 0.022 * i) * w, 0.09 * w, 0.1 * w).move(0, y - 0.015 * w * i, -z - 0.13 * w * (i - 0.4)) for i in range(5)),
                *(sphere(0.06 * w, 0.03 * w, 0.14 * w).rotate(y=a).move(0.002 * a * -w, y - 0.09 * w, -z - 0.68 * w) for a in (-38, 0, 38)),
            ),
            "shell",
            group="tail",
        )
        d.add(
            "feelers",
            sweep(
                [(0.05 * w, y + 0.04 * w, 0.9 * z), (0.12 * w, y + 0.2 * w, z + 0.25 * w), (0.3 * w, y + 0.3 * w, z + 0.5 * w)],
                [0.014 * w, 0.012 * w, 0.009 * w],
            ).mirrored(),
            "shell",
            group="head",
        )
    if v.shell:
        d.add(
            "house",
            sweep(
                [
                    (0, y + 0.1 * w, -0.1 * w),
                    (0.0, y + 0.3 * w, -0.3 * w),
                    (0.15 * w, y + 0.4 * w, -0.15 * w),
                    (0.12 * w, y + 0.5 * w, 0.0),
                ],
                [0.24 * w, 0.24 * w, 0.15 * w, 0.04 * w],
            ),
            "house",
        )
    d.point("top", (0, y + 0.13 * w, 0))
    d.point("head", (0, y + 0.13 * w, 0.4 * z), size=0.3 * w)
    d.point("hand_left", add(wrist, (-0.06 * w, 0.03 * w, 0.26 * w * k)), size=0.02 * w)
    d.point("hand_right", add((-wrist[0], *wrist[1:]), (0.06 * w, 0.03 * w, 0.26 * w * k)), size=0.02 * w)
    return d


@family(
    "starfish", "animal", nouns={"sea star": {}}, parameters=(Real("width", 0.25, 0.1, 0.5), Whole("arms", 5, 5, 8), Real("thickness", 1.0, 0.8, 1.3, unit=""), Real("taper", 0.4, 0.28, 0.6, unit=""), Real("bend", 0.1, 0.0, 0.25, unit=""), Flag("bumps", 0.8), Flag("face", 0.2), Real("center", 1.0, 0.8, 1.2, unit="")),
    slots={"skin": ("skin:#e0602a", "skin:#c83a4a", "skin:#e8a83a", "skin:#7a4fa8"), "bumps": ("skin:#f2c890", "skin:#f0e0c8")} | EYES, words={"bumps": {"bumps": True}, "face": {"face": True}}, paints={"body": "skin", "spots": "bumps"}, height=(0.01, 0.15),
)  # fmt: skip
def starfish(v: Values) -> Draft:
    """Arms around a middle, with rows of bumps."""
    w, d = v.width, Draft(extent=v.width)
    flesh = Flesh(0.05 * w, 72)
    r = 0.075 * w * v.thickness
    flesh.ball((0, 0.9 * r, 0), 1.1 * r * v.center)
    bumps = []
    for i in range(v.arms):
        a = 2 * math.pi * i / v.arms
        tip = a + v.bend * (1 if i % 2 else -1)
        mid, end = (0.24 * w * math.sin(a), 0.8 * r, 0.24 * w * math.cos(a)), (0.46 * w * math.sin(tip), 0.5 * r, 0.46 * w * math.cos(tip))
        flesh.chain([(0, 0.9 * r, 0), mid, end], [1.15 * r, 0.8 * r, v.taper * r])
        if v.bumps:
            for s in (0.3, 0.6, 0.95):
                p = add(mid, add(end, mid, -1), s - 0.3)
                bumps.append(sphere((0.022 - 0.009 * s) * w).move(*flesh.hit((p[0], w, p[2]), (p[0], 0, p[2]))))
    if bumps:
        d.add("bumps", union(*bumps), "bumps")
    if v.face:
        for name, node, slot in zip(
            ("eye_whites", "eyes", "pupils", "glints"),
            f.eyeball((0.045 * w, 1.95 * r, 0.03 * w), (0, 0.8, 0.5), 0.035 * w),
            ("white", "eyes", "pupil", "glint"),
            strict=True,
        ):
            d.add(name, node.mirrored(), slot, group="head")
    d.add("body", flesh.node() & box(2 * w, 2 * w, 2 * w).move(y=w), "skin")
    d.point("top", flesh.hit((0, w, 0), (0, 0, 0)))
    d.point("head", flesh.hit((0, w, 0), (0, 0, 0)), size=0.2 * w)
    return d


@family(
    "jellyfish", "animal", nouns={"jelly fish": {}, "medusa": {}}, parameters=(Real("height", 0.5, 0.15, 1.2), Real("width", 0.5, 0.42, 0.62, unit=""), Whole("tentacles", 9, 6, 14), Real("dome", 1.0, 0.8, 1.2, unit=""), Real("wave", 1.0, 0.4, 1.6, unit=""), Whole("arms", 4, 3, 5), Flag("spots", 0.6), Flag("glowing", 0.4)),
    slots={"bell": ("slime:#e88ac0", "slime:#7ab0f0", "slime:#b88af0", "slime:#f0b080"), "tentacles": ("slime:#f0b8dc", "slime:#a8d0f8", "slime:#d0b8f8"), "spots": ("glow:#ffd0f0", "glow:#80e0ff", "paint:#f8f0f8")}, words={"glowing": {"glowing": True}, "spots": {"spots": True}}, paints={"body": "bell", "dome": "bell"}, height=(0.12, 1.5),
)  # fmt: skip
def jellyfish(v: Values) -> Draft:
    """A bell with frilled arms and long thin tentacles."""
    h = v.height
    d, r = Draft(extent=h), 0.5 * v.width * h
    top, k = 0.97 * h, 0.36 * h * v.dome
    bell = lathe(
        [
            (0.35 * r, top - k),
            (0.86 * r, top - 0.97 * k),
            (1.0 * r, top - 0.9 * k),
            (0.96 * r, top - 0.62 * k),
            (0.75 * r, top - 0.25 * k),
            (0.4 * r, top - 0.05 * k),
            (0.01 * r, top),
        ],
        smooth=True,
    )
    d.add("bell", bell, "bell")
    rim = union(
        *(
            sphere(0.14 * r).move(0.93 * r * math.cos(2 * math.pi * i / 16), top - 0.94 * k, 0.93 * r * math.sin(2 * math.pi * i / 16))
            for i in range(16)
        )
    )
    d.add("rim", rim, "tentacles")
    lines = []
    for i in range(v.tentacles):
        a = 2 * math.pi * i / v.tentacles
        c, s = math.cos(a), math.sin(a)
        q = 0.012 * h * v.wave
        path = [
            (
                (0.86 * r) * c + q * (-1) ** j * s * j * 0.8,
                (top - 0.9 * k) * (1 - j / 6) + 0.012 * h * (j / 6) + (0.06 * h if i % 2 else 0) * j / 6,
                0.86 * r * s - q * (-1) ** j * c * j * 0.8,
            )
            for j in range(7)
        ]
        lines.append(sweep(path, [0.012 * h] * 4 + [0.01 * h, 0.009 * h, 0.006 * h], round_ends=True, sides=6))
    d.add("tentacles", union(*lines), "tentacles")
    arms = []
    for i in range(v.arms):
        a = 2 * math.pi * (i + 0.3) / v.arms
        c, s = math.cos(a), math.sin(a)
        arms.append(
            sweep(
                [
                    (0.1 * r * c, top - 0.8 * k, 0.1 * r * s),
                    (0.34 * r * c, 0.45 * h, 0.34 * r * s),
                    (0.2 * r * c - 0.1 * r * s, 0.28 * h, 0.2 * r * s + 0.1 * r * c),
                    (0.36 * r * c, 0.16 * h, 0.36 * r * s),
                ],
                [0.05 * h, 0.036 * h, 0.028 * h, 0.008 * h],
                round_ends=True,
            )
        )
    d.add("arms", union(*arms), "bell")
    if v.spots or v.glowing:
        d.add(
            "spots",
            union(
                *(
                    sphere(0.09 * r, 0.05 * r, 0.09 * r).move(
                        0.72 * r * math.cos(0.785 * i), top - 0.28 * k, 0.72 * r * math.sin(0.785 * i)
                    )
                    for i in range(8)
                )
            ),
            "spots",
        )
    d.point("top", (0, top, 0))
    d.point("head", (0, top, 0), size=r)
    return d


@family(
    "seahorse", "animal", nouns={"sea horse": {}, "hippocampus": {}}, parameters=(Real("height", 0.18, 0.08, 0.5), Real("build", 1.0, 0.85, 1.2, unit=""), Real("snout", 1.0, 0.8, 1.25, unit=""), Real("fins", 1.0, 0.75, 1.3, unit=""), Whole("spikes", 9, 6, 11), Flag("crown", 0.8), Flag("belly", 0.8), Real("curl", 1.0, 0.85, 1.1, unit="")),
    slots={"skin": ("scales:#e8a02a", "scales:#d8603a", "scales:#4a9ab8", "scales:#b06ac8"), "belly": ("scales:#f6e2b0",), "fins": ("leaf:#f6c860", "leaf:#f0a8a0"), "spikes": ("horn:#a8601c", "horn:#f2e0c0")} | EYES, words={"crown": {"crown": True}}, paints={"body": "skin", "fin": "fins"}, height=(0.07, 0.6),
)  # fmt: skip
def seahorse(v: Values) -> Draft:
    """An S with a tube for a snout, a ridge of spikes and a curled tail."""
    h, w = v.height, v.build
    d = Draft(extent=h)
    flesh = Flesh(0.025 * h, 96)
    line: list[Point3] = [
        (0, 0.84 * h, 0.06 * h),
        (0, 0.76 * h, -0.05 * h),
        (0, 0.62 * h, -0.02 * h),
        (0, 0.48 * h, 0.04 * h),
        (0, 0.34 * h, 0.0),
        (0, 0.2 * h, -0.06 * h),
        (0, 0.09 * h, -0.03 * h),
        (0, 0.045 * h, 0.05 * h * v.curl),
        (0, 0.09 * h, 0.125 * h * v.curl),
        (0, 0.155 * h, 0.1 * h * v.curl),
        (0, 0.145 * h, 0.05 * h * v.curl),
    ]
    flesh.chain(line, [h * k for k in (0.062, 0.06, 0.085 * w, 0.105 * w, 0.085 * w, 0.052, 0.04, 0.032, 0.026, 0.021, 0.016)])
    hd = Frame((0, 0.86 * h, 0.08 * h), 18, 0.075 * h)
    flesh.ball(hd(0, 0, 0), 0.075 * h)
    flesh.chain([hd(0, -0.2, 0.7), hd(0, -0.3, 2.3 * v.snout)], [0.036 * h, 0.022 * h])
    flesh.ball(hd(0, -0.3, 2.35 * v.snout), 0.03 * h)
    f.eyes(d, flesh, hd, 0.024 * h * (1.3 if v.style == "cartoon" else 1), 66, 14, forward=0.2, out=0.6)
    spikes = [
        f.spike(
            flesh.hit((0, (0.82 - 0.062 * i) * h, -h), (0, (0.82 - 0.062 * i) * h, 0.05 * h)), (0, 0.35, -1), 0.055 * h, 0.016 * h, 6, 0.3
        )
        for i in range(v.spikes)
    ]
    if v.crown:
        spikes += [f.spike(f.on_skin(flesh, hd, a, 75), (0.3 * a / 40, 1, -0.25), 0.07 * h, 0.016 * h, 6, 0.3) for a in (-60, 0, 60)]
    d.add("spikes", union(*spikes), "spikes")
    d.add(
        "back_fin",
        fin([(-0.2, 0.5), (0.6, 0.75), (0.95, 0.1), (0.6, -0.6), (-0.2, -0.5)], 0.12 * h * v.fins, 0.016 * h).move(0, 0.5 * h, -0.05 * h),
        "fins",
        group="fins",
    )
    d.add(
        "side_fins",
        sphere(0.012 * h, 0.035 * h * v.fins, 0.045 * h * v.fins).rotate(y=-30).move(*hd(0.95, -0.35, -0.6)).mirrored(),
        "fins",
        group="fins",
    )
    if v.belly:
        d.add("belly", flesh.node(0.005 * h) & sphere(0.07 * h, 0.2 * h, 0.08 * h).move(0, 0.5 * h, 0.125 * h), "belly")
    d.add("body", flesh.node(), "skin")
    top = flesh.hit(hd(0, 5, 0), hd(0, 0, 0))
    d.point("head", top, size=0.15 * h)
    d.point("top", top)
    return d
