"""Penguins and flamingos."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.bird import Bird, Plumage
from maquette.shapes.sub.feathers import SHAPE, SLOTS, wings


@family(
    "penguin",
    "animal",
    nouns={
        "emperor penguin": {"patch": True},
        "penguin chick": {"height": 0.35, "head": 1.18},
        "puffin": {"height": 0.3},
    },
    parameters=(Real("height", 0.9, 0.3, 1.2), *SHAPE, Flag("patch", 0.6), Flag("scarf", 0.2), Flag("bow", 0.08)),
    slots={
        "feathers": ("feathers:#1d2230", "feathers:#22242a", "feathers:#2a3a55"),
        "belly": ("feathers:#f4f2ec",),
        "patch": ("feathers:#f0b030",),
        "beak": ("horn:#e8902a", "horn:#2a2428"),
        "legs": ("horn:#e8902a", "horn:#3a3438"),
        "scarf": ("fabric:#c8242a", "fabric:#2a6fc0"),
        "tail": ("feathers:#1d2230",),
    }
    | SLOTS,
    words={"scarf": {"scarf": True}, "bow": {"bow": True}},
    paints={"body": "feathers", "feet": "legs", "flippers": "feathers", "bow tie": "scarf"},
    height=(0.28, 1.4),
)
def penguin(v: Values) -> Draft:
    """Upright in a tail coat: white front, flippers, orange feet."""
    h = 1.35 * v.height
    b = Bird(
        v,
        Plumage(
            h,
            body=0.2 * v.build,
            length=0.62,
            lean=86 + 0.3 * v.lean,
            legs=0.03,
            neck=0.0,
            neck_angle=88,
            neck_r=0.13,
            head=0.13 * v.head,
            beak=0.95 * v.beak_length,
            beak_kind="long",
            tail=0.02,
            spread=0.05,
            wing=0.1,
        ),
        extent=0.72 * h,
    )
    b.flesh.ball((0, 0.3 * h, 0.02 * h), 0.205 * h * v.build)
    d, hd, s = b.d, b.head, b.size
    b.beak()
    flipper = sphere(0.025 * h, 0.2 * h, 0.07 * h).move(y=-0.17 * h).rotate(z=24).move(0.165 * h * v.build, 0.62 * h, 0)
    d.add("flippers", flipper.mirrored(), "feathers", group="wings")
    foot = union(
        *(
            sphere(0.026 * h, 0.02 * h, 0.085 * h).rotate(y=a).move(0.085 * h + 0.0009 * a * h, 0.02 * h, 0.13 * h)
            for a in (-24, 0, 24)
        ),
        sphere(0.05 * h, 0.06 * h, 0.06 * h).move(0.085 * h, 0.055 * h, 0.05 * h),
    )
    d.add("feet", foot.mirrored(), "legs", group="legs")
    d.add(
        "tail",
        sphere(0.05 * h, 0.02 * h, 0.1 * h * v.tail_length).rotate(x=-30).move(0, 0.09 * h, -0.17 * h * v.build),
        "tail",
    )
    b.mark(
        "belly",
        sphere(0.15 * h, 0.3 * h, 0.2 * h).move(0, 0.36 * h, 0.15 * h)
        + sphere(0.34 * s, 0.45 * s, s).move(*hd(0.36, -0.02, 0.7)).mirrored(),
        "belly",
    )
    b.eyes(0.17, 33, 12, out=0.6, white=None, forward=0.5)
    if v.patch:
        b.mark("patches", sphere(0.3 * s, 0.5 * s, 0.4 * s).move(*hd(0.85, -0.35, 0.1)).mirrored(), "patch", 1.5)
    if v.scarf:
        ring = b.flesh.node(0.022 * h) & box(h, 0.07 * h, h).move(*hd(0, -0.9, 0))
        d.add(
            "scarf",
            ring
            + box(0.07 * h, 0.2 * h, 0.03 * h, 0.01 * h)
            .rotate(x=-8)
            .move(0.06 * h, hd(0, -0.9, 0)[1] - 0.1 * h, 0.185 * h),
            "scarf",
        )
    elif v.bow:
        on = b.flesh.hit(hd(0, -1.05, 5), hd(0, -0.9, 0))
        d.add(
            "bow",
            union(
                sphere(0.02 * h), *(sphere(0.045 * h, 0.032 * h, 0.02 * h).move(x=x * 0.042 * h) for x in (-1, 1))
            ).move(*on),
            "scarf",
        )
    return b.finish()


@family(
    "flamingo",
    "animal",
    nouns={
        "stork": {"legs": 1.1},
        "heron": {},
        "crane bird": {},
        "ostrich": {"height": 2.2, "build": 1.15},
        "emu": {"build": 1.15, "height": 1.7},
        "ibis": {},
    },
    parameters=(
        Real("height", 1.3, 0.9, 2.2),
        *SHAPE,
        Real("neck", 1.0, 0.88, 1.12, unit=""),
        Choice("wings", ("folded",)),
        Flag("tip", 0.9, about="dark tip of the beak"),
    ),
    slots={
        "feathers": ("feathers:#f0859a", "feathers:#f29fae", "feathers:#e8607c"),
        "wings": ("feathers:#e8607c", "feathers:#d84a6a"),
        "tail": ("feathers:#e8708a",),
        "beak": ("horn:#f0d8c8", "horn:#e8b8a8"),
        "tip": ("horn:#1f1a1c",),
        "legs": ("horn:#e88a94", "horn:#d86a7a"),
    }
    | SLOTS
    | {"eyes": ("paint:#e8c83a",)},
    words={},
    paints={"body": "feathers", "neck": "feathers"},
    height=(0.8, 2.6),
)
def flamingo(v: Values) -> Draft:
    """A small body on stilts, an S of a neck, a bent beak."""
    b = Bird(
        v,
        Plumage(
            v.height,
            body=0.115 * v.build,
            length=0.3,
            lean=12 + v.lean,
            legs=0.46 * v.legs**0.5,
            neck=0.3 * v.neck,
            neck_angle=84,
            neck_r=0.03,
            head=0.044 * v.head,
            beak=1.15 * v.beak_length,
            beak_kind="crook",
            tail=0.12 * v.tail_length,
            spread=0.05,
            wing=0.3,
            leg_r=0.012,
            foot=0.07,
            webbed=True,
            s_neck=0.08,
        ),
        cells=77,
    )
    b.beak()
    if v.tip:
        b.d.add(
            "beak_tip",
            sphere(0.22 * b.size, 0.34 * b.size, 0.26 * b.size).move(*b.head(0, -0.72, 0.75 + 0.74 * b.p.beak)),
            "tip",
            group="head",
        )
    b.tail(feathers=4)
    wings(b, v.wings)
    b.feet()
    b.eyes(0.22, 62, 16, out=0.5, white=None, forward=0.3)
    return b.finish()
