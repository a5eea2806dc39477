"""Lions and tigers."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.coat import stripes
from maquette.shapes.sub.flesh import Flesh, add
from maquette.shapes.sub.quadruped import Build, Muzzle, arc
from maquette.shapes.sub.woodland import SHAPE


def great_cat(v: Values) -> tuple[Beast, list[tuple[float, float, float]]]:
    """A heavy cat without its markings."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.5 * h * v.length,
        chest=0.22 * h * w,
        belly=0.19 * h * w,
        rump=0.2 * h * w,
        leg=0.085 * h * w,
        shin=0.06 * h,
        foot=0.085 * h,
        stance=0.15 * h * w,
        rear=0.97,
    )
    m = Muzzle(reach=1.55 * v.snout, drop=0.36, root=0.6, tip=0.42, wide=0.2, cheeks=0.5, chin=0.28, skull=1.1)
    a = Beast(v, b, m, 0.148 * h * v.head, (0.26 * h, 34, 0.18 * h * w, 0.14 * h), pitch=8, extent=2.2 * h)
    joints = a.tail(arc(-55, 35, 0.95 * h * v.tail_length, 7), [0.04 * h] * 3 + [0.034 * h] * 4, drop=0.1)
    f.ears(
        a.d,
        a.head,
        "round",
        (0.72, 0.66, -0.2),
        0.62 * v.ear_size * a.head.size,
        0.7 * v.ear_size * a.head.size,
        lean=28,
        inner="ear",
    )
    a.eyes(0.19, 32, 20, out=0.5, forward=0.6, white=None)
    a.nose(0.27, 0.17, slot="snout", up=0.7)
    a.mouth(half=88, elevation=-34, smile=15, back=0.3)
    return a, joints


def muzzle_light(a: Beast) -> Node:
    """Where the muzzle, chin and belly are light."""
    h, b, m = a.head, a.build, a.muzzle
    return union(
        sphere(0.85 * h.size, 0.5 * h.size, 0.7 * h.size).move(*h(0, -m.drop - 0.25, m.reach - 0.35)),
        box(0.9 * b.chest, 0.9 * b.chest, 0.72 * b.length).move(0, b.front[1] - 1.1 * b.chest, 0),
    )


CAT_SLOTS = (
    {
        "belly": ("fur:#f2e6d0",),
        "ear": ("skin:#a8746a",),
        "snout": ("paint:#b0625c", "paint:#3a2422"),
        "teeth": ("bone",),
        "claws": ("horn",),
    }
    | HAIR_SLOTS
    | {"eyes": ("paint:#d8a018", "paint:#c8b83a")}
)


@family(
    "lion",
    "animal",
    nouns={
        "lioness": {"mane": False},
        "lion cub": {"height": 0.42, "mane": False, "head": 1.2},
        "king of beasts": {},
        "manticore": {"mane": True},
        "puma": {"mane": False},
        "cougar": {"mane": False},
        "mountain lion": {"mane": False},
    },
    parameters=(
        Real("height", 1.05, 0.42, 1.25, about="of the withers"),
        *SHAPE,
        Real("mane_size", 1.0, 0.8, 1.25, unit=""),
        Flag("mane", 0.85),
        Flag("tuft", 0.95),
    ),
    slots={
        "fur": ("fur:#c99a56", "fur:#b98544", "fur:#d8b070", "fur:#efe6d2"),
        "mane": ("fur:#7a4420", "fur:#5a3018", "fur:#a8622a"),
    }
    | CAT_SLOTS,
    words={"mane": {"mane": True}, "tuft": {"tuft": True}},
    paints={"coat": "fur", "hair": "mane"},
    height=(0.45, 1.9),
)
def lion(v: Values) -> Draft:
    """A heavy cat with a mane and a tuft on its tail."""
    a, joints = great_cat(v)
    h, hd, d = v.height, a.head, a.d
    if v.mane:
        import math

        k = v.mane_size * hd.size
        mane = Flesh(0.035 * h, 51)
        for ring, (z, r, ball, n) in enumerate(
            ((-0.1, 1.25, 0.42, 13), (-0.65, 1.45, 0.55, 13), (-1.3, 1.5, 0.62, 11))
        ):
            for i in range(n):
                t = 2 * math.pi * (i + 0.5 * (ring % 2)) / n
                drop = 0.35 * (1 - math.cos(t)) / 2 + 0.12 * ring
                at = add(hd(0, 0, 0), (r * math.sin(t) * k, (r * math.cos(t) - drop) * k, z * k))
                mane.ball(at, ball * k * (0.88 + 0.14 * (i % 2)))
        mane.chain([hd(0, 0.2, -0.6), add(a.root, (0, 0.02 * h, 0.0))], [1.05 * k, 1.15 * k])
        mane.chain([hd(0, -0.9, -0.4), add(a.build.front, (0, -0.05 * h, 0.13 * h))], [0.7 * k, 0.6 * k])
        d.add("mane", mane.node(), "mane", group="head")
    if v.tuft:
        d.add("tail_tuft", sphere(0.06 * h, 0.085 * h, 0.06 * h).rotate(x=-40).move(*joints[-1]), "mane", group="tail")
    a.marking("belly", muzzle_light(a), "belly")
    a.skin("fur", "fur")
    return d


@family(
    "tiger",
    "animal",
    nouns={
        "white tiger": {},
        "tiger cub": {"height": 0.4, "head": 1.2},
        "leopard": {"spots": True, "height": 0.7},
        "jaguar": {"spots": True, "height": 0.75},
        "cheetah": {"spots": True, "build": 0.85, "height": 0.85},
        "panther": {"plain": True},
        "black panther": {"plain": True},
        "lynx": {"spots": True, "height": 0.6, "tail_length": 0.75},
        "big cat": {},
        "sabertooth": {"teeth": True},
        "sabre-toothed tiger": {"teeth": True},
    },
    parameters=(
        Real("height", 0.95, 0.4, 1.15, about="of the withers"),
        *SHAPE,
        Flag("spots", 0.0),
        Flag("plain", 0.0),
        Real("stripes", 9, 7, 11, unit=""),
        Flag("teeth", 0.06),
    ),
    slots={"fur": ("fur:#d8782a", "fur:#e08a34", "fur:#c96a20"), "stripes": ("fur:#1f1916",)} | CAT_SLOTS,
    words={
        "striped": {"spots": False, "plain": False},
        "spots": {"spots": True},
        "spotted": {"spots": True},
        "fangs": {"teeth": True},
    },
    paints={"coat": "fur", "spots": "stripes"},
    height=(0.42, 1.6),
)
def tiger(v: Values) -> Draft:
    """A heavy cat with stripes or spots."""
    a, _ = great_cat(v)
    if not v.plain:
        a.marking("belly", muzzle_light(a), "belly")
    if not v.spots and not v.plain:
        a.marking("stripes", stripes(a.build, a.head, round(v.stripes), 0.03, depth=1.0, legs=4), "stripes")
    elif v.spots:
        a.spots(46, 0.09, 0.2, "stripes")
    if v.teeth:
        at = a.head(0.26, -0.62, a.muzzle.reach - 0.42)
        a.d.add(
            "teeth",
            f.horn(
                [at, add(at, (0, -0.45, 0.06), a.head.size), add(at, (0, -0.95, -0.08), a.head.size)],
                0.13 * a.head.size,
            ).mirrored(),
            "teeth",
            group="head",
        )
    a.skin("fur", "fur")
    return a.d
