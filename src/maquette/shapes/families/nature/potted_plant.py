"""Potted plant: a pot with earth and a plant."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.blooms import bloom
from maquette.shapes.sub.foliage import frond, leaf


@family(
    "potted plant",
    "plant",
    nouns={
        "houseplant": {},
        "house plant": {},
        "plant": {},
        "plant pot": {},
        "flower pot": {"kind": "flowers"},
        "flowerpot": {"kind": "flowers"},
        "succulent": {"kind": "succulent"},
        "snake plant": {"kind": "swords"},
        "monstera": {"kind": "leaves"},
        "indoor plant": {},
    },
    parameters=(
        Choice("kind", ("leaves", "swords", "fern", "succulent", "flowers")),
        Real("height", 0.55, 0.3, 0.9, about="of the plant"),
        Real("pot_height", 0.26, 0.18, 0.34),
        Real("pot_radius", 0.16, 0.12, 0.2),
        Real("pot_taper", 0.75, 0.6, 1.05, unit=""),
        Choice("pot", ("round", "square", "bowl")),
        Whole("leaves", 12, 8, 18),
        Real("leaf_width", 0.36, 0.24, 0.5, unit=""),
        Flag("saucer", 0.6),
        Flag("band", 0.5),
    ),
    slots={
        "pot": ("clay", "ceramic", "paint:#3f6f8f", "paint:#d9a441", "concrete", "ceramic:#8a3b32"),
        "leaf": ("leaf", "leaf:#3b8048", "leaf:#6aa043", "leaf:#4f8f6a"),
        "soil": ("soil",),
        "flower": ("petal", "petal:#f4c52f", "petal:#f5f0ea"),
        "heart": ("peel:#f2b62a",),
        "band": ("paint:#f2ead8", "gold", "paint:#2f4858"),
    },
    words={"saucer": {"saucer": True}, "flowers": {"kind": "flowers"}, "band": {"band": True}},
    paints={"leaves": "leaf", "plant": "leaf", "flowers": "flower", "vase": "pot"},
    height=(0.28, 1.4),
)
def potted_plant(v: Values) -> Draft:
    """A pot with earth and a plant."""
    ph, r = v.pot_height, v.pot_radius
    h = v.height * (0.5 if v.kind == "succulent" else 1.0)
    d = Draft(extent=ph + h)
    lift = 0.025 if v.saucer else 0.0
    if v.pot == "square":
        pot = box(2 * r * v.pot_taper, ph, 2 * r * v.pot_taper, 0.015).tapered(1 / v.pot_taper).move(y=ph / 2) - box(
            1.7 * r, ph, 1.7 * r
        ).move(y=1.35 * ph)
    elif v.pot == "bowl":
        pot = lathe(
            [
                (0.55 * r, 0),
                (1.05 * r, 0.25 * ph),
                (1.15 * r, 0.6 * ph),
                (0.95 * r, ph),
                (0.85 * r, ph),
                (0.85 * r, 0.7 * ph),
                (0.0, 0.65 * ph),
            ],
            smooth=False,
        )
    else:
        pot = lathe(
            [
                (v.pot_taper * r, 0),
                (0.96 * r, 0.78 * ph),
                (1.1 * r, 0.78 * ph),
                (1.12 * r, ph),
                (0.97 * r, ph),
                (0.93 * r, 0.75 * ph),
                (0.0, 0.7 * ph),
            ]
        )
    d.add("pot", pot.move(y=lift), "pot")
    top = lift + 0.88 * ph
    d.add(
        "soil",
        (cylinder(0.98 * r, 0.3 * ph) if v.pot != "square" else box(1.74 * r, 0.3 * ph, 1.74 * r)).move(
            y=top - 0.15 * ph
        ),
        "soil",
    )
    if v.saucer:
        d.add(
            "saucer",
            lathe(
                [
                    (0.9 * r * v.pot_taper + 0.02, 0),
                    (v.pot_taper * r + 0.06, 0.035),
                    (v.pot_taper * r + 0.045, 0.035),
                    (v.pot_taper * r, 0.028),
                    (0, 0.028),
                ]
            ),
            "pot",
        )
    if v.band and v.pot != "square":
        y = 0.42 * ph
        q = v.pot_taper * r + (0.96 - v.pot_taper) * r * 0.54 if v.pot == "round" else 1.12 * r
        d.add("band", cylinder(q + 0.008, 0.14 * ph, q + 0.01).move(y=lift + y), "band")
    n = v.leaves
    for i in range(n):
        rng = v.rng(f"leaf {i}")
        turn, t = 137.5 * i, i / n
        if v.kind == "swords":
            one = (
                leaf(h * float(rng.uniform(0.6, 1.02)), 0.28 * v.leaf_width * h * 0.75, 0.018 * h + 0.004, 8)
                .rotate(x=4 + 10 * t)
                .move(z=0.5 * r * math.sqrt(t))
            )
        elif v.kind == "fern":
            one = (
                frond(0.95 * h * float(rng.uniform(0.8, 1.1)), 0.26 * h, 0.012, 9, 75)
                .rotate(x=12 + 38 * t)
                .move(z=0.15 * r)
            )
        elif v.kind == "succulent":
            one = (
                leaf(0.75 * h * (0.8 + 0.2 * t), v.leaf_width * h * 0.85, 0.15 * h, -22)
                .rotate(x=12 + 62 * t)
                .move(z=0.1 * r)
            )
        else:
            stalk = 0.55 * h * float(rng.uniform(0.6, 1.1)) * (1.15 - 0.4 * t)
            lean = 6 + 42 * t
            blade = leaf(0.52 * h, v.leaf_width * h * 0.9, 0.02 * h + 0.003, 62).rotate(x=26)
            one = union(capsule(0.011 * h + 0.004, stalk + 0.08 * h).move(y=stalk / 2), blade.move(y=stalk)).rotate(
                x=lean
            )
        d.add(f"leaf_{i + 1}", one.rotate(y=turn).move(y=top - 0.02), "leaf", group="leaves")
    if v.kind == "succulent":
        d.add("heart_leaf", sphere(0.16 * h, 0.3 * h, 0.16 * h).move(y=top + 0.2 * h), "leaf")
    if v.kind == "flowers":
        for i in range(5):
            rng = v.rng(f"bloom {i}")
            petals, heart = bloom("daisy", 0.3 * h, 11, 0)
            a, y = 2.4 * i, h * float(rng.uniform(0.75, 1.0))
            far = 0.0 if i == 0 else 0.3 * h
            at = (far * math.cos(a), top + y, far * math.sin(a))
            d.add(
                f"stalk_{i + 1}",
                sweep([(0, top - 0.02, 0), (0.3 * at[0], top + 0.5 * y, 0.3 * at[2]), at], 0.012 * h + 0.003),
                "leaf",
                group="stalks",
            )
            d.add(f"petals_{i + 1}", petals.rotate(x=18).move(*at), "flower", group="flowers")
            d.add(f"heart_{i + 1}", heart.rotate(x=18).move(*at), "heart", group="flowers")
    d.point("top", (0, top + h, 0), size=r)
    return d
