"""Song birds, parrots and crows."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.bird import Bird, Plumage
from maquette.shapes.sub.feathers import SHAPE, SLOTS, WINGS, wings
from maquette.shapes.sub.flesh import add


@family(
    "bird",
    "animal",
    nouns={
        "sparrow": {},
        "robin": {},
        "songbird": {},
        "bluebird": {},
        "canary": {},
        "finch": {},
        "pigeon": {"height": 0.3},
        "dove": {"height": 0.28},
        "parrot": {"beak": "crook", "crest": True, "height": 0.4, "tail_length": 1.6},
        "macaw": {"beak": "crook", "height": 0.45, "tail_length": 1.7},
        "cockatoo": {"beak": "crook", "crest": True},
        "crow": {"height": 0.38, "beak": "long", "mask": False},
        "raven": {"height": 0.45, "beak": "long", "mask": False},
        "magpie": {"beak": "long", "tail_length": 1.7},
        "seagull": {"height": 0.38, "beak": "long"},
        "gull": {"height": 0.38},
        "toucan": {"beak": "crook", "beak_length": 1.8},
        "hummingbird": {"beak": "long", "height": 0.08, "beak_length": 1.8, "wings": "spread"},
        "woodpecker": {"beak": "long", "crest": True},
        "phoenix": {"crest": True, "tail_length": 1.7, "wings": "spread", "height": 0.9},
        "kingfisher": {"beak": "long", "beak_length": 1.6},
    },
    parameters=(
        Real("height", 0.16, 0.07, 0.9),
        *SHAPE[:3],
        Real("beak_length", 1.0, 0.8, 1.8, unit=""),
        Real("tail_length", 1.0, 0.75, 1.7, unit=""),
        SHAPE[5],
        Choice("beak", ("seed", "seed", "long", "crook")),
        Choice("wings", ("folded", "folded", "spread")),
        Flag("crest", 0.25),
        Flag("breast", 0.75),
        Flag("mask", 0.25),
    ),
    slots={
        "feathers": (
            "feathers:#3f78c0",
            "feathers:#c8402a",
            "feathers:#e0b02a",
            "feathers:#7a5a40",
            "feathers:#3f9a50",
        ),
        "wings": ("feathers:#2a4f8a", "feathers:#5a4030", "feathers:#2f6a3a", "feathers:#33343c"),
        "tail": ("feathers:#2a3f6a", "feathers:#4a3428"),
        "breast": ("feathers:#f0e4cc", "feathers:#e0803a", "feathers:#f2efe6"),
        "beak": ("horn:#e8a02a", "horn:#3a342c"),
        "legs": ("horn:#c8863a", "horn:#4a3c34"),
        "mask": ("feathers:#1f1d20",),
    }
    | SLOTS,
    words={"crest": {"crest": True}, "breast": {"breast": True}, **WINGS},
    paints={"body": "feathers", "wing": "wings", "belly": "breast", "plumage": "feathers"},
    height=(0.06, 1.4),
)
def bird(v: Values) -> Draft:
    """A small perching bird."""
    crook = v.beak == "crook"
    b = Bird(
        v,
        Plumage(
            v.height,
            body=0.225 * v.build,
            length=0.5,
            lean=34 + v.lean,
            legs=0.2 * v.legs,
            neck=0.1,
            neck_r=0.14,
            head=0.165 * v.head,
            beak=(0.75 if not crook else 0.6) * v.beak_length,
            beak_kind=v.beak,
            tail=0.42 * v.tail_length,
            spread=0.1,
        ),
        extent=1.25 * v.height,
    )
    b.beak()
    b.tail()
    wings(b, v.wings, 0.75)
    b.feet()
    b.eyes(0.22, 60, 14, out=0.5, white=None, forward=0.3)
    if v.breast:
        b.mark(
            "breast",
            sphere(0.85 * b.p.body * b.h, 1.1 * b.p.body * b.h, 0.8 * b.p.body * b.h).move(
                *add(b.breast, (0, -0.55 * b.p.body * b.h, 0.4 * b.p.body * b.h))
            ),
            "breast",
        )
    if v.mask:
        b.mark("mask", box(4 * b.size, 0.5 * b.size, 4 * b.size).move(*b.head(0, 0.12, 0.7)), "mask", 1.5)
    if v.crest:
        plumes = [
            sweep(
                [
                    b.head(0, 0.85, 0.1 - 0.3 * i),
                    b.head(0, 1.5 - 0.15 * i, -0.35 - 0.4 * i),
                    b.head(0, 1.6 - 0.25 * i, -0.9 - 0.4 * i),
                ],
                [0.2 * b.size, 0.16 * b.size, 0.04 * b.size],
            )
            for i in range(3)
        ]
        b.d.add("crest", union(*plumes), "feathers", group="head")
    return b.finish()
