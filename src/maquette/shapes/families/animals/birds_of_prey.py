"""Owls and eagles."""

from __future__ import annotations

import math

from maquette.shapes.api import sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.bird import Bird, Plumage
from maquette.shapes.sub.feathers import SHAPE, SLOTS, WINGS, wings
from maquette.shapes.sub.flesh import Flesh, add


@family(
    "owl",
    "animal",
    nouns={
        "barn owl": {"tufts": False},
        "snowy owl": {"tufts": False},
        "horned owl": {"tufts": True},
        "owlet": {"height": 0.2, "head": 1.18},
    },
    parameters=(
        Real("height", 0.42, 0.18, 0.7),
        *SHAPE,
        Real("eye_size", 1.0, 0.85, 1.2, unit=""),
        Choice("wings", ("folded", "folded", "spread")),
        Flag("tufts", 0.65),
        Flag("bars", 0.6),
    ),
    slots={
        "feathers": ("feathers:#8a6642", "feathers:#6f5a48", "feathers:#efece4", "feathers:#a88458"),
        "wings": ("feathers:#5f4630", "feathers:#4a3e34", "feathers:#8a6a48"),
        "tail": ("feathers:#5a4430",),
        "breast": ("feathers:#e2d0aa", "feathers:#f0e8d8"),
        "face": ("feathers:#e8dcc0", "feathers:#c8a878"),
        "bars": ("feathers:#5a4430",),
        "beak": ("horn:#d8a83a", "horn:#3a342c"),
        "legs": ("feathers:#c8a878", "horn:#c8963a"),
    }
    | SLOTS
    | {"eyes": ("paint:#f0a818", "paint:#e8c820")},
    words={"tufts": {"tufts": True}, "ears": {"tufts": True}, **WINGS},
    paints={"body": "feathers", "belly": "breast"},
    height=(0.16, 1.1),
)
def owl(v: Values) -> Draft:
    """Upright, with a flat round face and great eyes."""
    b = Bird(
        v,
        Plumage(
            v.height,
            body=0.25 * v.build,
            length=0.62,
            lean=72 + 0.5 * v.lean,
            legs=0.05 * v.legs,
            neck=0.06,
            neck_angle=88,
            neck_r=0.2,
            head=0.225 * v.head,
            beak=0.35 * v.beak_length,
            beak_kind="hook",
            tail=0.17 * v.tail_length,
            spread=0.09,
            tail_lift=30,
            wing=0.62,
            leg_r=0.026,
            foot=0.12,
        ),
        extent=1.1 * v.height,
    )
    s, hd = b.size, b.head
    for sign in (1, -1):
        on = f.on_skin(b.flesh, hd, 30 * sign, 4)
        b.d.add(
            f"face_{'left' if sign > 0 else 'right'}",
            sphere(0.58 * s, 0.62 * s, 0.22 * s).rotate(y=30 * sign).move(*on),
            "face",
            group="head",
        )
        look = (0.42 * sign, 0.0, 0.9)
        at = add(on, look, 0.1 * s)
        r = 0.3 * s * v.eye_size
        for name, node, slot in zip(
            ("eye", "pupil", "glint"),
            f.eyeball(at, look, r, 0.55)[0:1] + f.eyeball(at, look, r, 0.55)[2:],
            ("eyes", "pupil", "glint"),
            strict=True,
        ):
            b.d.add(f"{name}_{'left' if sign > 0 else 'right'}", node, slot, group="head")
    beak = sweep(
        [hd(0, -0.02, 0.8), hd(0, -0.12, 1.18), hd(0, -0.42, 1.2)], [0.2 * s, 0.17 * s * v.beak_length, 0.03 * s]
    )
    b.d.add("beak", beak, "beak", group="head")
    if v.tufts:
        b.d.add(
            "tufts",
            sweep(
                [hd(0.5, 0.62, 0.1), hd(0.78, 1.1, 0.05), hd(0.95, 1.55, -0.05)], [0.26 * s, 0.2 * s, 0.03 * s]
            ).mirrored(),
            "wings",
            group="head",
        )
    b.tail(feathers=4)
    wings(b, v.wings, 0.85)
    b.feet(claws="claws")
    front = add(b.middle, (0, -0.05 * b.h, 0.22 * b.h))
    b.mark("breast", sphere(0.17 * b.h, 0.3 * b.h, 0.16 * b.h).move(*front), "breast")
    if v.bars:
        rows = union(
            *(
                sphere(0.02 * b.h, 0.012 * b.h, 0.3 * b.h).move(
                    (x + 0.5 * (i % 2)) * 0.07 * b.h, front[1] + (0.17 - 0.065 * i) * b.h, b.middle[2] + 0.2 * b.h
                )
                for i in range(6)
                for x in (-1, 0, 1)
            )
        )
        b.mark("bars", rows, "bars", 1.6)
    return b.finish()


@family(
    "eagle",
    "animal",
    nouns={
        "hawk": {"bald": False, "height": 0.5},
        "falcon": {"bald": False, "height": 0.45},
        "bald eagle": {"bald": True},
        "vulture": {"bald": True, "ruff": True},
        "condor": {"ruff": True},
        "bird of prey": {},
        "griffon vulture": {"ruff": True},
        "roc": {},
    },
    parameters=(
        Real("height", 0.8, 0.4, 1.0),
        *SHAPE,
        Real("wingspan", 1.0, 0.8, 1.2, unit=""),
        Choice("wings", ("folded", "spread")),
        Flag("bald", 0.65),
        Flag("ruff", 0.1),
    ),
    slots={
        "feathers": ("feathers:#4a3526", "feathers:#6a4a30", "feathers:#3a2e28"),
        "wings": ("feathers:#3f2c20", "feathers:#5a3f2a"),
        "tips": ("feathers:#2a1f1a",),
        "tail": ("feathers:#f0ece2", "feathers:#3a2a20"),
        "white_feathers": ("feathers:#f4f0e6",),
        "beak": ("horn:#f0b020",),
        "legs": ("horn:#e0a828",),
    }
    | SLOTS
    | {"eyes": ("paint:#f0c020",)},
    words={"bald": {"bald": True}, **WINGS},
    paints={"body": "feathers", "head": "white_feathers"},
    height=(0.35, 1.6),
)
def eagle(v: Values) -> Draft:
    """A hooked beak, a fierce brow, great talons and wings."""
    b = Bird(
        v,
        Plumage(
            v.height,
            body=0.2 * v.build,
            length=0.58,
            lean=50 + v.lean,
            legs=0.14 * v.legs,
            neck=0.14,
            neck_angle=70,
            neck_r=0.115,
            head=0.115 * v.head,
            beak=0.85 * v.beak_length,
            beak_kind="hook",
            tail=0.26 * v.tail_length,
            spread=0.13,
            tail_lift=22,
            wing=0.6,
            leg_r=0.024,
            foot=0.13,
        ),
    )
    b.flesh.chain(
        [
            add(b.middle, (0.5 * b.p.body * b.h, -0.4 * b.p.body * b.h, -0.04 * b.h)),
            (0.5 * b.p.body * b.h, 0.45 * b.middle[1], b.middle[2] - 0.06 * b.h),
        ],
        [0.075 * b.h, 0.04 * b.h],
        both=True,
    )
    b.beak()
    b.tail(feathers=6)
    wings(b, v.wings, 1.0 * v.wingspan, "wings", "tips")
    b.feet(claws="claws")
    b.eyes(0.24, 46, 18, out=0.45, forward=0.4, white=None, lids="white_feathers" if v.bald else "feathers")
    if v.bald:
        cut = sphere(2.05 * b.size).move(*b.head(0, 0.35, 0.2))
        b.mark("hood", cut, "white_feathers")
    if v.ruff:
        ring = Flesh(0.02 * b.h, 41)
        for i in range(12):
            a = 2 * math.pi * i / 12
            ring.ball(
                add(
                    b.head(0, -1.6, -0.7), (0.12 * b.h * math.sin(a), 0.05 * b.h * math.cos(a), 0.1 * b.h * math.cos(a))
                ),
                0.045 * b.h,
            )
        b.d.add("ruff", ring.node(), "white_feathers")
    return b.finish()
