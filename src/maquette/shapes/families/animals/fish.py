"""Fish, from carp to angelfish."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Frame, add, toward
from maquette.shapes.sub.swimmer import EYES, PAINT, Outline, fin, finish, swimmer

TAILS: dict[str, Outline] = {
    "fork": (
        (-0.1, 0.1),
        (0.4, 0.5),
        (0.95, 0.95),
        (0.75, 0.4),
        (0.55, 0.0),
        (0.75, -0.4),
        (0.95, -0.95),
        (0.4, -0.5),
        (-0.1, -0.1),
    ),
    "fan": ((-0.1, 0.12), (0.4, 0.6), (0.95, 0.7), (1.02, 0.0), (0.95, -0.7), (0.4, -0.6), (-0.1, -0.12)),
    "veil": (
        (-0.1, 0.12),
        (0.5, 0.8),
        (1.3, 0.95),
        (1.5, 0.4),
        (1.2, 0.05),
        (1.5, -0.35),
        (1.3, -1.0),
        (0.5, -0.8),
        (-0.1, -0.12),
    ),
}


@family(
    "fish",
    "animal",
    nouns={
        "goldfish": {"tail": "veil", "stripes": 0},
        "clownfish": {"stripes": 3, "tail": "fan"},
        "nemo": {"stripes": 3, "tail": "fan"},
        "tropical fish": {"stripes": 3},
        "tuna": {"depth": 0.75, "tail": "fork", "length": 1.2},
        "salmon": {"depth": 0.7, "tail": "fork", "length": 0.7},
        "trout": {"depth": 0.7, "length": 0.5},
        "koi": {"depth": 0.75, "spots": True, "length": 0.5},
        "carp": {"depth": 0.85, "length": 0.5},
        "angelfish": {"depth": 1.5, "stripes": 3},
        "pufferfish": {"depth": 1.45, "width": 1.0, "spikes": True},
        "blowfish": {"depth": 1.45, "width": 1.0, "spikes": True},
        "piranha": {"teeth": True},
        "swordfish": {"depth": 0.65, "sword": True, "tail": "fork", "length": 1.5},
        "anglerfish": {"teeth": True, "lure": True},
        "betta": {"tail": "veil"},
    },
    parameters=(
        Real("length", 0.25, 0.08, 1.5),
        Real("depth", 1.0, 0.65, 1.5, unit=""),
        Real("width", 0.55, 0.45, 1.0, unit="", about="as a share of the depth"),
        Real("fins", 1.0, 0.75, 1.35, unit=""),
        Choice("tail", ("fan", "fork", "veil")),
        Whole("stripes", 0, 0, 3),
        Flag("spots", 0.2),
        Flag("belly", 0.6),
        Flag("spikes", 0.0),
        Flag("teeth", 0.06),
        Flag("lure", 0.0),
        Flag("sword", 0.0),
    ),
    slots={
        "scales": ("scales:#e8782a", "scales:#3a8fc8", "scales:#e0b82a", "scales:#8fa0ac", "scales:#c8404a"),
        "fins": ("leaf:#f0a040", "leaf:#2a5f9a", "leaf:#d8d0b0", "leaf:#b03a50"),
        "stripes": ("paint:#f6f4ee", "paint:#1f2430"),
        "belly": ("scales:#f0e8d4",),
        "teeth": ("bone:#f8f4e8",),
        "lure": ("glow:#80ffe0",),
        "spikes": ("horn",),
    }
    | EYES,
    words={"striped": {"stripes": 3}, "spots": {"spots": True}, "teeth": {"teeth": True}, "spikes": {"spikes": True}},
    paints=PAINT,
    height=(0.03, 1.6),
)
def fish(v: Values) -> Draft:
    """A flat oval with fins, scales and a surprised face."""
    n, tall = v.length, 0.22 * v.length * v.depth
    deep = -1.03 * min(up for _, up in TAILS[v.tail])
    lift = max(1.02 * tall, 0.85 * tall + 0.13 * n * v.fins, deep * 0.22 * n * v.fins)
    d, flesh, _ = swimmer(
        v,
        0.82 * n,
        tall,
        v.width,
        ((0.04, 0.3), (0.14, 0.62), (0.32, 0.96), (0.5, 0.95), (0.75, 0.5), (0.93, 0.2)),
        lift,
    )
    t = 0.014 * n + 0.004
    z = -0.33 * n
    d.add("tail", fin(TAILS[v.tail], 0.22 * n * v.fins, t).move(0, lift, z), "fins", group="fins")
    dorsal = fin(
        [(-0.55, 0.02), (-0.3, 0.5), (0.1, 0.66), (0.6, 0.45), (0.75, 0.1), (0.5, -0.25), (-0.3, -0.3)],
        0.26 * n * v.fins,
        t,
    )
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
    d.add(
        "mouth",
        f.mouth_line(flesh, nose, (0, -0.25, 0), half=75, elevation=-22, smile=14, back=0.3, thick=0.14),
        "mouth",
        group="head",
    )
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
                *flesh.out(
                    (0, lift, float(rng.uniform(-0.2, 0.2)) * n),
                    toward(90 if i % 2 else -90, float(rng.uniform(-10, 70))),
                    n,
                )
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
            f.spike(
                f.on_skin(flesh, nose, a, -12, (0, -0.2, 0)),
                (0, -1 if i % 2 else 1, 0.3),
                0.045 * n,
                0.012 * n,
                6,
                0.25,
            )
            for i, a in enumerate(range(-60, 61, 15))
        ]
        d.add("teeth", union(*teeth), "teeth", group="head")
    if v.lure:
        rod = [(0, lift + 0.8 * tall, 0.25 * n), (0, lift + 1.7 * tall, 0.34 * n), (0, lift + 1.4 * tall, 0.5 * n)]
        d.add("lure_rod", sweep(rod, 0.01 * n), "scales", group="head")
        d.add("lure", sphere(0.032 * n).move(*rod[-1]), "lure", group="head")
    if v.sword:
        d.add(
            "sword",
            sweep([(0, lift, 0.3 * n), (0, lift + 0.01 * n, 0.62 * n)], [0.03 * n, 0.007 * n]),
            "scales",
            group="head",
        )
    return finish(d, flesh, "scales", lift)
