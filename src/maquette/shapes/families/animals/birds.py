"""Birds: song birds, parrots and crows; owls, eagles, ducks and swans, hens, penguins, flamingos."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.bird import Bird, Plumage
from maquette.shapes.sub.flesh import Flesh, add

SHAPE = (
    Real("build", 1.0, 0.88, 1.15, unit=""),
    Real("lean", 0.0, -8.0, 8.0, unit="deg"),
    Real("head", 1.0, 0.9, 1.18, unit=""),
    Real("beak_length", 1.0, 0.8, 1.25, unit=""),
    Real("tail_length", 1.0, 0.75, 1.3, unit=""),
    Real("legs", 1.0, 0.85, 1.2, unit=""),
)
SLOTS = f.EYE_SLOTS | {"claws": ("horn:#2a2420",)}
WINGS = {"spread wings": {"wings": "spread"}, "flying": {"wings": "spread"}, "wings": {}}


def wings(b: Bird, kind: str, span: float = 1.0, slot: str = "wings", tips: str | None = None) -> None:
    """Folded or spread."""
    if kind == "spread":
        b.d.extent = max(b.d.extent, 2.0 * span * b.h)
        b.spread(span, slot, tips)
    else:
        b.folded(slot, tips)


@family(
    "bird", "animal",
    nouns={"sparrow": {}, "robin": {}, "songbird": {}, "bluebird": {}, "canary": {}, "finch": {}, "pigeon": {"height": 0.3}, "dove": {"height": 0.28}, "parrot": {"beak": "crook", "crest": True, "height": 0.4, "tail_length": 1.6}, "macaw": {"beak": "crook", "height": 0.45, "tail_length": 1.7}, "cockatoo": {"beak": "crook", "crest": True}, "crow": {"height": 0.38, "beak": "long", "mask": False}, "raven": {"height": 0.45, "beak": "long", "mask": False}, "magpie": {"beak": "long", "tail_length": 1.7}, "seagull": {"height": 0.38, "beak": "long"}, "gull": {"height": 0.38}, "toucan": {"beak": "crook", "beak_length": 1.8}, "hummingbird": {"beak": "long", "height": 0.08, "beak_length": 1.8, "wings": "spread"}, "woodpecker": {"beak": "long", "crest": True}, "phoenix": {"crest": True, "tail_length": 1.7, "wings": "spread", "height": 0.9}, "kingfisher": {"beak": "long", "beak_length": 1.6}},
    parameters=(Real("height", 0.16, 0.07, 0.9), *SHAPE[:3], Real("beak_length", 1.0, 0.8, 1.8, unit=""), Real("tail_length", 1.0, 0.75, 1.7, unit=""), SHAPE[5], Choice("beak", ("seed", "seed", "long", "crook")), Choice("wings", ("folded", "folded", "spread")), Flag("crest", 0.25), Flag("breast", 0.75), Flag("mask", 0.25)),
    slots={"feathers": ("feathers:#3f78c0", "feathers:#c8402a", "feathers:#e0b02a", "feathers:#7a5a40", "feathers:#3f9a50"), "wings": ("feathers:#2a4f8a", "feathers:#5a4030", "feathers:#2f6a3a", "feathers:#33343c"), "tail": ("feathers:#2a3f6a", "feathers:#4a3428"), "breast": ("feathers:#f0e4cc", "feathers:#e0803a", "feathers:#f2efe6"), "beak": ("horn:#e8a02a", "horn:#3a342c"), "legs": ("horn:#c8863a", "horn:#4a3c34"), "mask": ("feathers:#1f1d20",)} | SLOTS,
    words={"crest": {"crest": True}, "breast": {"breast": True}} | WINGS, paints={"body": "feathers", "wing": "wings", "belly": "breast", "plumage": "feathers"}, height=(0.06, 1.4),
)  # fmt: skip
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
                [b.head(0, 0.85, 0.1 - 0.3 * i), b.head(0, 1.5 - 0.15 * i, -0.35 - 0.4 * i), b.head(0, 1.6 - 0.25 * i, -0.9 - 0.4 * i)],
                [0.2 * b.size, 0.16 * b.size, 0.04 * b.size],
            )
            for i in range(3)
        ]
        b.d.add("crest", union(*plumes), "feathers", group="head")
    return b.finish()


@family(
    "owl", "animal", nouns={"barn owl": {"tufts": False}, "snowy owl": {"tufts": False}, "horned owl": {"tufts": True}, "owlet": {"height": 0.2, "head": 1.18}},
    parameters=(Real("height", 0.42, 0.18, 0.7), *SHAPE, Real("eye_size", 1.0, 0.85, 1.2, unit=""), Choice("wings", ("folded", "folded", "spread")), Flag("tufts", 0.65), Flag("bars", 0.6)),
    slots={"feathers": ("feathers:#8a6642", "feathers:#6f5a48", "feathers:#efece4", "feathers:#a88458"), "wings": ("feathers:#5f4630", "feathers:#4a3e34", "feathers:#8a6a48"), "tail": ("feathers:#5a4430",), "breast": ("feathers:#e2d0aa", "feathers:#f0e8d8"), "face": ("feathers:#e8dcc0", "feathers:#c8a878"), "bars": ("feathers:#5a4430",), "beak": ("horn:#d8a83a", "horn:#3a342c"), "legs": ("feathers:#c8a878", "horn:#c8963a")} | SLOTS | {"eyes": ("paint:#f0a818", "paint:#e8c820")},
    words={"tufts": {"tufts": True}, "ears": {"tufts": True}} | WINGS, paints={"body": "feathers", "belly": "breast"}, height=(0.16, 1.1),
)  # fmt: skip
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
    beak = sweep([hd(0, -0.02, 0.8), hd(0, -0.12, 1.18), hd(0, -0.42, 1.2)], [0.2 * s, 0.17 * s * v.beak_length, 0.03 * s])
    b.d.add("beak", beak, "beak", group="head")
    if v.tufts:
        b.d.add(
            "tufts",
            sweep([hd(0.5, 0.62, 0.1), hd(0.78, 1.1, 0.05), hd(0.95, 1.55, -0.05)], [0.26 * s, 0.2 * s, 0.03 * s]).mirrored(),
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
    "eagle", "animal", nouns={"hawk": {"bald": False, "height": 0.5}, "falcon": {"bald": False, "height": 0.45}, "bald eagle": {"bald": True}, "vulture": {"bald": True, "ruff": True}, "condor": {"ruff": True}, "bird of prey": {}, "griffon vulture": {"ruff": True}, "roc": {}},
    parameters=(Real("height", 0.8, 0.4, 1.0), *SHAPE, Real("wingspan", 1.0, 0.8, 1.2, unit=""), Choice("wings", ("folded", "spread")), Flag("bald", 0.65), Flag("ruff", 0.1)),
    slots={"feathers": ("feathers:#4a3526", "feathers:#6a4a30", "feathers:#3a2e28"), "wings": ("feathers:#3f2c20", "feathers:#5a3f2a"), "tips": ("feathers:#2a1f1a",), "tail": ("feathers:#f0ece2", "feathers:#3a2a20"), "white_feathers": ("feathers:#f4f0e6",), "beak": ("horn:#f0b020",), "legs": ("horn:#e0a828",)} | SLOTS | {"eyes": ("paint:#f0c020",)},
    words={"bald": {"bald": True}} | WINGS, paints={"body": "feathers", "head": "white_feathers"}, height=(0.35, 1.6),
)  # fmt: skip
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
        ring = Flesh(0.02 * b.h, 48)
        for i in range(12):
            a = 2 * math.pi * i / 12
            ring.ball(
                add(b.head(0, -1.6, -0.7), (0.12 * b.h * math.sin(a), 0.05 * b.h * math.cos(a), 0.1 * b.h * math.cos(a))), 0.045 * b.h
            )
        b.d.add("ruff", ring.node(), "white_feathers")
    return b.finish()


@family(
    "duck", "animal", nouns={"duckling": {"height": 0.18, "head": 1.18}, "mallard": {"ring": True, "hood": True}, "goose": {"height": 0.75, "neck": 2.2}, "swan": {"height": 0.95, "neck": 3.2, "ring": False, "hood": False}, "rubber duck": {"height": 0.12, "neck": 0.7, "head": 1.18, "ring": False, "hood": False}, "black swan": {"neck": 3.2, "height": 0.95}, "waterfowl": {}},
    parameters=(Real("height", 0.36, 0.1, 0.95), *SHAPE, Real("neck", 1.0, 0.7, 3.2, unit=""), Choice("wings", ("folded",)), Flag("ring", 0.4), Flag("hood", 0.4)),
    slots={"feathers": ("feathers:#f2eee4", "feathers:#f0cc3a", "feathers:#8a6f54", "feathers:#b8aa98"), "wings": ("feathers:#e4dccb", "feathers:#7a624a", "feathers:#e0b830"), "tail": ("feathers:#e4dccb", "feathers:#5a4a3c"), "hood": ("feathers:#1f6a4a", "feathers:#3a2f2a"), "ring": ("feathers:#f4f2ec",), "beak": ("horn:#f0902a", "horn:#e8b020"), "legs": ("horn:#f0902a",)} | SLOTS,
    words={"ring": {"ring": True}, "hood": {"hood": True}}, paints={"body": "feathers", "bill": "beak", "head": "hood"}, height=(0.09, 1.25),
)  # fmt: skip
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
        b.mark("ring", box(3 * b.size, 0.24 * b.size, 3 * b.size).rotate(x=15).move(*b.head(0, -1.25, -0.1)), "ring", 2.0)
    return b.finish()


@family(
    "chicken", "animal", nouns={"hen": {"sex": "hen"}, "rooster": {"sex": "rooster"}, "cock": {"sex": "rooster"}, "chick": {"sex": "hen", "height": 0.12, "comb": 0.7}, "turkey": {"sex": "rooster", "fan": True, "height": 0.7}, "peacock": {"sex": "hen", "fan": True, "height": 0.9, "crown": True}, "poultry": {}, "cockerel": {"sex": "rooster"}},
    parameters=(Real("height", 0.42, 0.1, 0.95), *SHAPE, Choice("sex", ("hen", "rooster")), Choice("wings", ("folded",)), Flag("fan", 0.0), Flag("crown", 0.0), Real("comb", 1.0, 0.7, 1.3, unit="")),
    slots={"feathers": ("feathers:#f2ece0", "feathers:#a8602c", "feathers:#7a3f22", "feathers:#2f2a2c", "feathers:#d8a050"), "wings": ("feathers:#e0d6c4", "feathers:#7a4422", "feathers:#4a2a1c"), "tail": ("feathers:#1f3a34", "feathers:#3a2a24", "feathers:#e8e0d0"), "fan": ("feathers:#2a7a6a", "feathers:#6a4a30"), "spots": ("paint:#2a4fc0", "paint:#e0a83a"), "comb": ("skin:#c8241f",), "beak": ("horn:#e8b03a",), "legs": ("horn:#e0a83a",)} | SLOTS,
    words={"comb": {"comb": 1.2}, "fan": {"fan": True}}, paints={"body": "feathers", "crest": "comb", "wattle": "comb"}, height=(0.1, 1.6),
)  # fmt: skip
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
                .move(root[0] + 0.45 * length * sn, root[1] + 0.45 * length * c, root[2] - 0.1 * h + (0.012 * h if i % 2 else 0))
            )
            spots.append(
                sphere(0.035 * h, 0.045 * h, 0.02 * h)
                .rotate(z=-math.degrees(a))
                .move(root[0] + 0.82 * length * sn, root[1] + 0.82 * length * c, root[2] - 0.1 * h - 0.085 * h * c + (0.024 * h))
            )
        d.add("tail_fan", union(*blades), "fan", group="tail")
        d.add("tail_spots", union(*spots), "spots", group="tail")
    wings(b, v.wings)
    b.feet()
    b.eyes(0.22, 62, 16, out=0.5, white=None, forward=0.3)
    if v.crown:
        pins = [
            union(sweep([hd(0, 0.8, -0.1), hd(0.3 * x, 1.7, -0.2)], 0.05 * s), sphere(0.15 * s).move(*hd(0.3 * x, 1.75, -0.2)))
            for x in (-1.4, 0, 1.4)
        ]
        d.add("crown", union(*pins), "fan", group="head")
    else:
        k = v.comb * (1.0 if cock else 0.6)
        teeth = [
            sphere(0.14 * s, 0.42 * k * s, 0.24 * s).move(*hd(0, 0.85 + (0.14 - 0.05 * abs(i)) * k, 0.5 - 0.3 * (i + 1.5)))
            for i in (-1, 0, 1, 2)
        ]
        d.add("comb", union(*teeth), "comb", group="head")
        d.add("wattles", sphere(0.13 * s, 0.36 * k * s, 0.2 * s).move(*hd(0.2, -0.95, 0.9)).mirrored(), "comb", group="head")
    return b.finish()


@family(
    "penguin", "animal", nouns={"emperor penguin": {"patch": True}, "penguin chick": {"height": 0.35, "head": 1.18}, "puffin": {"height": 0.3}},
    parameters=(Real("height", 0.9, 0.3, 1.2), *SHAPE, Flag("patch", 0.6), Flag("scarf", 0.2), Flag("bow", 0.08)),
    slots={"feathers": ("feathers:#1d2230", "feathers:#22242a", "feathers:#2a3a55"), "belly": ("feathers:#f4f2ec",), "patch": ("feathers:#f0b030",), "beak": ("horn:#e8902a", "horn:#2a2428"), "legs": ("horn:#e8902a", "horn:#3a3438"), "scarf": ("fabric:#c8242a", "fabric:#2a6fc0"), "tail": ("feathers:#1d2230",)} | SLOTS,
    words={"scarf": {"scarf": True}, "bow": {"bow": True}}, paints={"body": "feathers", "feet": "legs", "flippers": "feathers", "bow tie": "scarf"}, height=(0.28, 1.4),
)  # fmt: skip
def penguin(v: Values) -> Draft:
    """Upright in a tail coat: white front, flippers, orange feet."""
    h = v.height
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
    )
    b.flesh.ball((0, 0.3 * h, 0.02 * h), 0.205 * h * v.build)
    d, hd, s = b.d, b.head, b.size
    b.beak()
    flipper = sphere(0.025 * h, 0.2 * h, 0.07 * h).move(y=-0.17 * h).rotate(z=24).move(0.165 * h * v.build, 0.62 * h, 0)
    d.add("flippers", flipper.mirrored(), "feathers", group="wings")
    foot = union(
        *(sphere(0.026 * h, 0.02 * h, 0.085 * h).rotate(y=a).move(0.085 * h + 0.0009 * a * h, 0.02 * h, 0.13 * h) for a in (-24, 0, 24)),
        sphere(0.05 * h, 0.06 * h, 0.06 * h).move(0.085 * h, 0.055 * h, 0.05 * h),
    )
    d.add("feet", foot.mirrored(), "legs", group="legs")
    d.add("tail", sphere(0.05 * h, 0.02 * h, 0.1 * h * v.tail_length).rotate(x=-30).move(0, 0.09 * h, -0.17 * h * v.build), "tail")
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
            ring + box(0.07 * h, 0.2 * h, 0.03 * h, 0.01 * h).rotate(x=-8).move(0.06 * h, hd(0, -0.9, 0)[1] - 0.1 * h, 0.185 * h),
            "scarf",
        )
    elif v.bow:
        on = b.flesh.hit(hd(0, -1.05, 5), hd(0, -0.9, 0))
        d.add(
            "bow",
            union(sphere(0.02 * h), *(sphere(0.045 * h, 0.032 * h, 0.02 * h).move(x=x * 0.042 * h) for x in (-1, 1))).move(*on),
            "scarf",
        )
    return b.finish()


@family(
    "flamingo", "animal", nouns={"stork": {"legs": 1.1}, "heron": {}, "crane bird": {}, "ostrich": {"height": 2.2, "build": 1.15}, "emu": {"build": 1.15, "height": 1.7}, "ibis": {}},
    parameters=(Real("height", 1.3, 0.9, 2.2), *SHAPE, Real("neck", 1.0, 0.88, 1.12, unit=""), Choice("wings", ("folded",)), Flag("tip", 0.9, about="dark tip of the beak")),
    slots={"feathers": ("feathers:#f0859a", "feathers:#f29fae", "feathers:#e8607c"), "wings": ("feathers:#e8607c", "feathers:#d84a6a"), "tail": ("feathers:#e8708a",), "beak": ("horn:#f0d8c8", "horn:#e8b8a8"), "tip": ("horn:#1f1a1c",), "legs": ("horn:#e88a94", "horn:#d86a7a")} | SLOTS | {"eyes": ("paint:#e8c83a",)},
    words={}, paints={"body": "feathers", "neck": "feathers"}, height=(0.8, 2.6),
)  # fmt: skip
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
        cells=96,
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
