"""Sharks, dolphins and whales: three shapes of one swimmer."""

from __future__ import annotations

from maquette.shapes.api import box, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Frame, add
from maquette.shapes.sub.swimmer import EYES, Outline, fin, finish, swimmer


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
    lift = 1.05 * tall + {"dolphin": 0.018, "shark": 0.01}.get(kind, 0.0) * n
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
    d.add(
        "belly",
        flesh.node(g) & box(n, 2 * tall, (1.2 if whale else 1.1) * n).move(0, lift - 1.3 * tall, 0.05 * n),
        "belly",
    )
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
            flesh,
            Frame((0, lift - 0.15 * tall, 0.3 * n), 0, 0.7 * tall),
            (0, 0, 0),
            half=92,
            elevation=-10,
            smile=6,
            back=0.3,
            thick=0.04,
        )
    elif shark:
        line = f.mouth_line(
            flesh,
            Frame((0, lift, 0.38 * n), 0, 0.5 * tall),
            (0, 0, 0),
            half=80,
            elevation=-40,
            smile=-14,
            back=0.7,
            thick=0.07,
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
        gills = [
            flesh.node(g) & box(n, 0.8 * tall, 0.012 * n).rotate(x=12).move(0, lift, (0.2 - 0.026 * i) * n)
            for i in range(v.gills)
        ]
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
                    add(top, (0.02 * n * s, 0.09 * n, 0)),
                    add(top, (0.06 * n * s, 0.15 * n, 0)),
                    add(top, (0.12 * n * s, 0.15 * n, 0)),
                    add(top, (0.16 * n * s, 0.09 * n, 0)),
                ],
                [0.014 * n, 0.015 * n, 0.017 * n, 0.016 * n, 0.01 * n],
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
    slots={
        "skin": ("hide:#6f8496", "hide:#5a7288", "hide:#8296a4"),
        "fins": ("hide:#627688", "hide:#506578"),
        "belly": ("hide:#e2e6e8",),
    }
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
