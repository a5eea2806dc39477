"""Ducks, geese and swans; hens and cocks."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.bird import Bird, Plumage
from maquette.shapes.sub.feathers import SHAPE, SLOTS, wings
from maquette.shapes.sub.flesh import add


@family(
    "duck",
    "animal",
    nouns={
        "duckling": {"height": 0.18, "head": 1.18},
        "mallard": {"ring": True, "hood": True},
        "goose": {"height": 0.75, "neck": 2.2},
        "swan": {"height": 0.95, "neck": 3.2, "ring": False, "hood": False},
        "rubber duck": {"height": 0.12, "neck": 0.7, "head": 1.18, "ring": False, "hood": False},
        "black swan": {"neck": 3.2, "height": 0.95},
        "waterfowl": {},
    },
    parameters=(
        Real("height", 0.36, 0.1, 0.95),
        *SHAPE,
        Real("neck", 1.0, 0.7, 3.2, unit=""),
        Choice("wings", ("folded",)),
        Flag("ring", 0.4),
        Flag("hood", 0.4),
    ),
    slots={
        "feathers": ("feathers:#f2eee4", "feathers:#f0cc3a", "feathers:#8a6f54", "feathers:#b8aa98"),
        "wings": ("feathers:#e4dccb", "feathers:#7a624a", "feathers:#e0b830"),
        "tail": ("feathers:#e4dccb", "feathers:#5a4a3c"),
        "hood": ("feathers:#1f6a4a", "feathers:#3a2f2a"),
        "ring": ("feathers:#f4f2ec",),
        "beak": ("horn:#f0902a", "horn:#e8b020"),
        "legs": ("horn:#f0902a",),
    }
    | SLOTS,
    words={"ring": {"ring": True}, "hood": {"hood": True}},
    paints={"body": "feathers", "bill": "beak", "head": "hood"},
    height=(0.09, 1.25),
)
def duck(v: Values) -> Draft:
    """A boat of a body, a flat bill, webbed feet; swans have long curved necks."""
    n = max(0.0, v.neck - 1.2)
    k = 1 / (1 + 0.22 * n)
    b = Bird(
        v,
        Plumage(
            v.height,
            body=0.27 * k * v.build,
            length=0.78 * k,
            lean=6 + 0.5 * v.lean,
            legs=0.13 * k * v.legs,
            neck=0.16 * v.neck * (1 - 0.1 * n),
            neck_angle=74,
            neck_r=0.095 * k,
            head=0.14 * k * v.head,
            beak=0.95 * v.beak_length,
            beak_kind="bill",
            tail=0.2 * k * v.tail_length,
            spread=0.07,
            tail_lift=28,
            wing=0.62 * k,
            leg_r=0.022 * k,
            foot=0.16 * k,
            webbed=True,
            s_neck=0.12 if v.neck > 1.9 else 0.0,
        ),
    )
    b.beak()
    b.tail(feathers=4)
    wings(b, v.wings)
    b.feet()
    b.eyes(0.2, 55, 24, out=0.5, white=None, forward=0.3)
    if v.hood:
        b.mark("hood", sphere(1.25 * b.size).move(*b.head(0, 0, 0)), "hood")
    if v.ring:
        b.mark(
            "ring", box(3 * b.size, 0.24 * b.size, 3 * b.size).rotate(x=15).move(*b.head(0, -1.25, -0.1)), "ring", 2.0
        )
    return b.finish()


@family(
    "chicken",
    "animal",
    nouns={
        "hen": {"sex": "hen"},
        "rooster": {"sex": "rooster"},
        "cock": {"sex": "rooster"},
        "chick": {"sex": "hen", "height": 0.12, "comb": 0.7},
        "turkey": {"sex": "rooster", "fan": True, "height": 0.7},
        "peacock": {"sex": "hen", "fan": True, "height": 0.9, "crown": True},
        "poultry": {},
        "cockerel": {"sex": "rooster"},
    },
    parameters=(
        Real("height", 0.42, 0.1, 0.95),
        *SHAPE,
        Choice("sex", ("hen", "rooster")),
        Choice("wings", ("folded",)),
        Flag("fan", 0.0),
        Flag("crown", 0.0),
        Real("comb", 1.0, 0.7, 1.3, unit=""),
    ),
    slots={
        "feathers": (
            "feathers:#f2ece0",
            "feathers:#a8602c",
            "feathers:#7a3f22",
            "feathers:#2f2a2c",
            "feathers:#d8a050",
        ),
        "wings": ("feathers:#e0d6c4", "feathers:#7a4422", "feathers:#4a2a1c"),
        "tail": ("feathers:#1f3a34", "feathers:#3a2a24", "feathers:#e8e0d0"),
        "fan": ("feathers:#2a7a6a", "feathers:#6a4a30"),
        "spots": ("paint:#2a4fc0", "paint:#e0a83a"),
        "comb": ("skin:#c8241f",),
        "beak": ("horn:#e8b03a",),
        "legs": ("horn:#e0a83a",),
    }
    | SLOTS,
    words={"comb": {"comb": 1.2}, "fan": {"fan": True}},
    paints={"body": "feathers", "crest": "comb", "wattle": "comb"},
    height=(0.1, 1.6),
)
def chicken(v: Values) -> Draft:
    """A plump body, a red comb and wattles, a tail that stands up."""
    cock = v.sex == "rooster"
    b = Bird(
        v,
        Plumage(
            v.height,
            body=0.235 * v.build,
            length=0.58,
            lean=16 + v.lean,
            legs=0.2 * v.legs,
            neck=0.26 if cock else 0.2,
            neck_angle=70,
            neck_r=0.1,
            head=0.105 * v.head,
            beak=0.75 * v.beak_length,
            tail=(0.2 if not cock else 0.14) * v.tail_length,
            spread=0.1,
            tail_lift=52,
            wing=0.5,
            leg_r=0.018,
            foot=0.13,
        ),
    )
    hd, s, d, h = b.head, b.size, b.d, b.h
    b.beak()
    b.tail(feathers=5)
    if cock and not v.fan:
        plumes = [
            sweep(
                [
                    add(b.rump, (0.02 * h * (i - 2), 0.03 * h, 0.03 * h)),
                    add(b.rump, (0.035 * h * (i - 2), (0.32 - 0.03 * i) * h * v.tail_length, -0.12 * h)),
                    add(b.rump, (0.05 * h * (i - 2), (0.3 - 0.05 * i) * h * v.tail_length, -0.3 * h)),
                    add(b.rump, (0.06 * h * (i - 2), (0.08 - 0.05 * i) * h, -0.38 * h)),
                ],
                [0.035 * h, 0.036 * h, 0.028 * h, 0.01 * h],
            )
            for i in range(5)
        ]
        d.add("tail_plumes", union(*plumes), "tail", group="tail")
    if v.fan:
        d.extent = 1.6 * h
        root = add(b.rump, (0, 0.06 * h, 0))
        blades, spots = [], []
        for i in range(15):
            a = math.radians(-84 + 12 * i)
            c, sn = math.cos(a), math.sin(a)
            length = 0.72 * h * v.tail_length
            blades.append(
                sphere(0.075 * h, 0.53 * length, 0.022 * h)
                .rotate(x=-14)
                .rotate(z=-math.degrees(a))
                .move(
                    root[0] + 0.45 * length * sn,
                    root[1] + 0.45 * length * c,
                    root[2] - 0.1 * h + (0.012 * h if i % 2 else 0),
                )
            )
            spots.append(
                sphere(0.035 * h, 0.045 * h, 0.02 * h)
                .rotate(z=-math.degrees(a))
                .move(
                    root[0] + 0.82 * length * sn,
                    root[1] + 0.82 * length * c,
                    root[2] - 0.1 * h - 0.085 * h * c + (0.024 * h),
                )
            )
        d.add("tail_fan", union(*blades), "fan", group="tail")
        d.add("tail_spots", union(*spots), "spots", group="tail")
    wings(b, v.wings)
    b.feet()
    b.eyes(0.22, 62, 16, out=0.5, white=None, forward=0.3)
    if v.crown:
        pins = [
            union(
                sweep([hd(0, 0.8, -0.1), hd(0.3 * x, 1.7, -0.2)], 0.05 * s),
                sphere(0.15 * s).move(*hd(0.3 * x, 1.75, -0.2)),
            )
            for x in (-1.4, 0, 1.4)
        ]
        d.add("crown", union(*pins), "fan", group="head")
    else:
        k = v.comb * (1.0 if cock else 0.6)
        teeth = [
            sphere(0.14 * s, 0.42 * k * s, 0.24 * s).move(
                *hd(0, 0.85 + (0.14 - 0.05 * abs(i)) * k, 0.5 - 0.3 * (i + 1.5))
            )
            for i in (-1, 0, 1, 2)
        ]
        d.add("comb", union(*teeth), "comb", group="head")
        d.add(
            "wattles",
            sphere(0.13 * s, 0.36 * k * s, 0.2 * s).move(*hd(0.2, -0.95, 0.9)).mirrored(),
            "comb",
            group="head",
        )
    return b.finish()
