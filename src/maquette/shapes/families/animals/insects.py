"""Insects: butterflies, bees, beetles and ants."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, add
from maquette.shapes.sub.wings import plate

CHITIN = (
    {
        "wings": ("glass:#d8ecf4", "ice"),
        "legs": ("chitin:#1c1816", "chitin:#3a2a20"),
        "head": ("chitin:#201c1a", "chitin:#3a2a20"),
    }
    | f.EYE_SLOTS
    | {"eyes": ("paint:#18120f", "paint:#8a1c14")}
)
BUG = (
    Real("length", 0.1, 0.03, 0.5),
    Real("build", 1.0, 0.85, 1.2, unit=""),
    Real("leg_length", 1.0, 0.8, 1.25, unit=""),
    Real("wing_size", 1.0, 0.8, 1.25, unit=""),
    Real("antenna_length", 1.0, 0.6, 1.5, unit=""),
    Flag("antennas", 0.95),
)


def bug_legs(
    d: Draft, n: float, pairs: int, y: float, reach: float, r: float, z0: float, z1: float, knee: float = 0.5
) -> None:
    """Jointed legs in pairs along the thorax."""
    nodes = []
    for i in range(pairs):
        s = i / max(pairs - 1, 1)
        z = z0 + (z1 - z0) * s
        out = math.radians(42 - 84 * s)
        ex, ez = math.cos(out) * reach, math.sin(out) * reach
        nodes.append(
            sweep(
                [
                    (0.03 * n, y, z),
                    (0.5 * ex, y + knee * reach, z + 0.5 * ez),
                    (0.85 * ex, 0.35 * y, z + 0.85 * ez),
                    (ex, r * 0.7, z + ez),
                ],
                [1.3 * r, 1.15 * r, 0.85 * r, 0.6 * r],
                smooth=False,
                round_ends=True,
            )
        )
    d.add("legs", union(*nodes).mirrored(), "legs", group="legs")


@family(
    "butterfly",
    "animal",
    nouns={"moth": {}, "monarch": {}, "monarch butterfly": {}, "dragonfly": {"narrow": True}},
    parameters=(
        *BUG,
        Real("raise", 32, 10, 60, unit="deg", about="of the wings"),
        Flag("spots", 0.8),
        Flag("narrow", 0.0),
    ),
    slots={
        "wings": ("paint:#e8802a", "paint:#3a7fd8", "paint:#d84a8a", "paint:#e0c030", "paint:#7a4fc0"),
        "edges": ("paint:#1c1a1f", "paint:#2a1f3a"),
        "spots": ("paint:#f6f0e0", "paint:#f0d040"),
        "body": ("fur:#2a2220", "fur:#4a3428"),
        "legs": ("chitin:#1c1816",),
    }
    | f.EYE_SLOTS,
    words={"spots": {"spots": True}},
    paints={"wing": "wings"},
    height=(0.01, 0.8),
)
def butterfly(v: Values) -> Draft:
    """Four painted wings, a slender body, clubbed feelers."""
    n = v.length
    d = Draft(extent=1.5 * n * v.wing_size)
    y, r = 0.15 * n, 0.05 * n * v.build
    flesh = Flesh(0.02 * n, 51)
    flesh.chain([(0, y, 0.2 * n), (0, y, 0.02 * n), (0, y - 0.01 * n, -0.42 * n)], [1.15 * r, 1.2 * r, 0.55 * r])
    hd = Frame((0, y + 0.01 * n, 0.3 * n), 0, 1.1 * r)
    flesh.ball(hd(0, 0, 0), hd.size)
    f.eyes(d, flesh, hd, 0.5 * hd.size, 48, 16, out=0.8, white=None)
    k = 0.8 * n * v.wing_size
    upper = (
        [(-0.05, 0.1), (0.3, 0.42), (0.75, 0.78), (1.0, 0.78), (0.95, 0.4), (0.7, 0.05), (0.3, -0.06), (0, -0.06)]
        if not v.narrow
        else [(0, 0.1), (0.5, 0.3), (1.1, 0.32), (1.12, 0.2), (0.6, 0.08), (0, 0.0)]
    )
    lower = (
        [(0, 0.04), (0.35, 0.02), (0.68, -0.06), (0.75, -0.36), (0.5, -0.72), (0.28, -0.6), (0.08, -0.25)]
        if not v.narrow
        else [(0, 0), (0.6, -0.02), (1.05, -0.1), (1.0, -0.24), (0.5, -0.16), (0, -0.08)]
    )
    t = 0.018 * n

    def wing(outline: list[tuple[float, float]], share: float, thick: float) -> Node:
        cx, cy = sum(a for a, _ in outline) / len(outline), sum(b for _, b in outline) / len(outline)
        return plate([(cx + share * (a - cx), cy + share * (b - cy)) for a, b in outline], k, thick)

    def place(node: Node) -> Node:
        return node.rotate(x=90).rotate(z=v.values["raise"]).move(-0.5 * r, y + 0.2 * r, 0.05 * n).mirrored()

    d.add("wing_edges", place(union(wing(upper, 1.0, t), wing(lower, 1.0, t))), "edges", group="wings")
    d.add("wings", place(union(wing(upper, 0.78, 2 * t), wing(lower, 0.76, 2 * t))), "wings", group="wings")
    if v.spots:
        dots = [
            sphere(0.05 * k, 0.05 * k, 1.5 * t).move(a * k, b * k, 0)
            for a, b in (
                ((0.78, 0.5), (0.6, 0.3), (0.52, -0.3), (0.42, -0.5)) if not v.narrow else ((0.95, 0.24), (0.9, -0.16))
            )
        ]
        d.add("spots", place(union(*dots)), "spots", group="wings")
    if v.antennas:
        a = 0.3 * n * v.antenna_length
        d.add(
            "antennae",
            union(
                sweep(
                    [
                        hd(0.3, 0.6, 0.3),
                        add(hd(0.3, 0.6, 0.3), (0.3 * a, 0.6 * a, 0.5 * a)),
                        add(hd(0.3, 0.6, 0.3), (0.6 * a, 0.8 * a, a)),
                    ],
                    0.009 * n,
                ),
                sphere(0.018 * n).move(*add(hd(0.3, 0.6, 0.3), (0.6 * a, 0.8 * a, a))),
            ).mirrored(),
            "legs",
            group="head",
        )
    bug_legs(d, n, 3, y - 0.02 * n, 0.17 * n * v.leg_length, 0.011 * n, 0.18 * n, -0.02 * n, 0.1)
    d.add("body", flesh.node(), "body")
    d.point("head", hd(0, 1, 0), size=2 * hd.size)
    d.point("top", (0, y + r, 0))
    d.point("back", (0, y + r, 0))
    return d


@family(
    "bee",
    "animal",
    nouns={
        "bumblebee": {"build": 1.2},
        "honey bee": {},
        "wasp": {"build": 0.85},
        "hornet": {"build": 0.9},
        "ant": {"kind": "ant"},
        "ladybug": {"kind": "beetle"},
        "ladybird": {"kind": "beetle"},
        "beetle": {"kind": "beetle", "spots": 0},
        "fly": {"stripes": 0},
        "insect": {},
        "bug": {"kind": "beetle"},
        "firefly": {"glow": True},
        "cockroach": {"kind": "beetle", "spots": 0},
        "mosquito": {"build": 0.85, "stripes": 0},
    },
    parameters=(
        *BUG,
        Choice("kind", ("bee", "bee", "bee", "bee", "beetle", "ant")),
        Whole("stripes", 3, 0, 4),
        Whole("spots", 7, 0, 9),
        Flag("sting", 0.8),
        Flag("glow", 0.0),
    ),
    slots={
        "body": ("fur:#f0b820", "fur:#e8a41c"),
        "stripes": ("fur:#1f1a16",),
        "shell": ("car paint:#c81f1c", "car paint:#d8461c", "car paint:#2a6a4a", "chitin:#3a2a20"),
        "ant": ("chitin:#4a2418", "chitin:#221a18"),
        "spots": ("paint:#15120f",),
        "glow": ("glow:#d8ff60",),
    }
    | CHITIN,
    words={
        "stripes": {"stripes": 3},
        "spots": {"spots": 7},
        "sting": {"sting": True},
        "stinger": {"sting": True},
        "wings": {},
    },
    paints={"wing": "wings", "shell": "shell"},
    height=(0.01, 0.6),
)
def bee(v: Values) -> Draft:
    """Three-part bodies: striped bees with wings, spotted beetles under a shell, ants."""
    n, w = v.length, v.build
    d = Draft(extent=1.25 * n)
    y = 0.24 * n
    beetle, ant = v.kind == "beetle", v.kind == "ant"
    flesh = Flesh(0.03 * n, 58)
    hd = Frame((0, y + (0.02 if not beetle else -0.03) * n, 0.36 * n), 0, (0.13 if not beetle else 0.12) * n)
    if ant:
        flesh.ball((0, y, 0.12 * n), 0.1 * n)
        flesh.chain([(0, y, 0.12 * n), (0, y - 0.01 * n, -0.06 * n)], [0.08 * n, 0.03 * n])
        flesh.chain([(0, y + 0.03 * n, -0.18 * n), (0, y + 0.02 * n, -0.36 * n)], [0.14 * n * w, 0.11 * n * w])
    elif beetle:
        d.add(
            "shell",
            sphere(0.34 * n * w, 0.28 * n, 0.42 * n).move(0, y - 0.06 * n, -0.08 * n)
            & box(9 * n, n, 9 * n).move(y=y - 0.06 * n + 0.5 * n),
            "shell",
        )
        flesh.chain([(0, y - 0.08 * n, 0.18 * n), (0, y - 0.08 * n, -0.28 * n)], [0.12 * n, 0.13 * n])
        d.add(
            "seam",
            torus(0.405 * n, 0.018 * n).rotate(z=90).scale(1, 0.67, 1).move(0, y - 0.06 * n, -0.08 * n)
            & box(n, n, n).move(y=y + 0.5 * n - 0.1 * n),
            "spots",
        )
        for i in range(v.spots):
            a, s = (
                (0.55, 0.3),
                (-0.55, 0.3),
                (0.62, -0.25),
                (-0.62, -0.25),
                (0.28, 0.02),
                (-0.28, 0.02),
                (0.0, 0.62),
                (0.3, -0.55),
                (-0.3, -0.55),
            )[i]
            py = math.sqrt(max(0.05, 1 - a * a - s * s))
            d.add(
                f"spot_{i + 1}",
                sphere(0.07 * n, 0.045 * n, 0.07 * n).move(
                    0.33 * n * w * a, y - 0.06 * n + 0.265 * n * py, -0.08 * n + 0.41 * n * s
                ),
                "spots",
                group="spots",
            )
    else:
        flesh.chain([(0, y, 0.14 * n), (0, y + 0.01 * n, 0.02 * n)], [0.15 * n * w, 0.13 * n * w])
        flesh.chain(
            [(0, y, -0.14 * n), (0, y - 0.03 * n, -0.34 * n), (0, y - 0.05 * n, -0.45 * n)],
            [0.17 * n * w, 0.14 * n * w, 0.05 * n],
        )
    flesh.chain([(0, y - 0.02 * n, 0.2 * n), hd(0, 0, 0)], [0.06 * n, 0.06 * n])
    skull = Flesh(0.02 * n, 36)
    skull.ball(hd(0, 0, 0), hd.size)
    skull.ball(hd(0, -0.4, 0.4), 0.6 * hd.size)
    d.add("head", skull.node(), "head" if not ant else "ant", group="head")
    f.eyes(d, skull, hd, 0.42 * hd.size, 46, 16, out=0.75, forward=0.4)
    d.add(
        "mouth",
        f.mouth_line(skull, hd, (0, -0.3, 0.1), half=30, elevation=-14, smile=12, thick=0.06, points=5),
        "spots",
        group="head",
    )
    if v.antennas:
        a = 0.22 * n * v.antenna_length
        p = hd(0.35, 0.8, 0.3)
        d.add(
            "antennae",
            union(
                sweep([p, add(p, (0.3 * a, 0.7 * a, 0.2 * a)), add(p, (0.6 * a, 0.8 * a, 0.9 * a))], 0.014 * n),
                sphere(0.028 * n).move(*add(p, (0.6 * a, 0.8 * a, 0.9 * a))),
            ).mirrored(),
            "legs",
            group="head",
        )
    if v.kind == "bee":
        for i in range(v.stripes):
            d.add(
                f"stripe_{i + 1}",
                flesh.node(0.006 * n) & box(n, n, 0.06 * n).move(0, y, (-0.1 - 0.115 * i) * n),
                "stripes",
                group="stripes",
            )
        if v.sting:
            d.add("sting", f.spike((0, y - 0.05 * n, -0.47 * n), (0, -0.1, -1), 0.14 * n, 0.03 * n, 8, 0.3), "legs")
        k = 0.55 * n * v.wing_size
        leaf = union(
            plate([(0, 0.05), (0.4, 0.25), (0.95, 0.2), (1.0, -0.05), (0.6, -0.18), (0.05, -0.08)], k, 0.02 * n),
            plate([(0, 0.0), (0.3, -0.08), (0.6, -0.3), (0.5, -0.5), (0.2, -0.35)], k, 0.02 * n),
        )
        d.add(
            "wings",
            leaf.rotate(x=90).rotate(y=22).rotate(z=34).move(0.05 * n, y + 0.11 * n * w, 0.1 * n).mirrored(),
            "wings",
            group="wings",
        )
        if v.glow:
            d.add("light", flesh.node(0.008 * n) & box(n, n, 0.3 * n).move(0, y, -0.45 * n), "glow")
    bug_legs(
        d,
        n,
        3,
        y - (0.08 if not ant else 0.02) * n,
        0.34 * n * v.leg_length,
        0.02 * n,
        0.2 * n,
        -0.02 * n if not beetle else -0.2 * n,
        0.3,
    )
    d.add("body", flesh.node(), {"bee": "body", "ant": "ant"}.get(v.kind, "head"))
    d.point("head", hd(0, 1, 0), size=2 * hd.size)
    d.point("top", (0, y + 0.2 * n, -0.05 * n))
    d.point("back", (0, y + 0.2 * n, -0.05 * n))
    return d
