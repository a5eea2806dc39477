"""Lions, tigers, bears, deer, rabbits, mice."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.coat import stripes
from maquette.shapes.sub.flesh import Flesh, add
from maquette.shapes.sub.quadruped import Build, Muzzle, arc

SHAPE = (
    Real("length", 1.0, 0.88, 1.12, unit=""),
    Real("build", 1.0, 0.85, 1.22, unit=""),
    Real("head", 1.0, 0.88, 1.2, unit=""),
    Real("snout", 1.0, 0.8, 1.2, unit=""),
    Real("tail_length", 1.0, 0.75, 1.25, unit=""),
    Real("ear_size", 1.0, 0.8, 1.25, unit=""),
)


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
    f.ears(a.d, a.head, "round", (0.72, 0.66, -0.2), 0.62 * v.ear_size * a.head.size, 0.7 * v.ear_size * a.head.size, lean=28, inner="ear")
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
    "lion", "animal", nouns={"lioness": {"mane": False}, "lion cub": {"height": 0.42, "mane": False, "head": 1.2}, "king of beasts": {}, "manticore": {"mane": True}, "puma": {"mane": False}, "cougar": {"mane": False}, "mountain lion": {"mane": False}},
    parameters=(Real("height", 1.05, 0.42, 1.25, about="of the withers"), *SHAPE, Real("mane_size", 1.0, 0.8, 1.25, unit=""), Flag("mane", 0.85), Flag("tuft", 0.95)),
    slots={"fur": ("fur:#c99a56", "fur:#b98544", "fur:#d8b070", "fur:#efe6d2"), "mane": ("fur:#7a4420", "fur:#5a3018", "fur:#a8622a")} | CAT_SLOTS,
    words={"mane": {"mane": True}, "tuft": {"tuft": True}}, paints={"coat": "fur", "hair": "mane"}, height=(0.45, 1.9),
)  # fmt: skip
def lion(v: Values) -> Draft:
    """A heavy cat with a mane and a tuft on its tail."""
    a, joints = great_cat(v)
    h, hd, d = v.height, a.head, a.d
    if v.mane:
        import math

        k = v.mane_size * hd.size
        mane = Flesh(0.035 * h, 64)
        for ring, (z, r, ball, n) in enumerate(((-0.1, 1.25, 0.42, 13), (-0.65, 1.45, 0.55, 13), (-1.3, 1.5, 0.62, 11))):
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
    "tiger", "animal", nouns={"white tiger": {}, "tiger cub": {"height": 0.4, "head": 1.2}, "leopard": {"spots": True, "height": 0.7}, "jaguar": {"spots": True, "height": 0.75}, "cheetah": {"spots": True, "build": 0.85, "height": 0.85}, "panther": {"plain": True}, "black panther": {"plain": True}, "lynx": {"spots": True, "height": 0.6, "tail_length": 0.75}, "big cat": {}, "sabertooth": {"teeth": True}, "sabre-toothed tiger": {"teeth": True}},
    parameters=(Real("height", 0.95, 0.4, 1.15, about="of the withers"), *SHAPE, Flag("spots", 0.0), Flag("plain", 0.0), Real("stripes", 9, 7, 11, unit=""), Flag("teeth", 0.06)),
    slots={"fur": ("fur:#d8782a", "fur:#e08a34", "fur:#c96a20"), "stripes": ("fur:#1f1916",)} | CAT_SLOTS,
    words={"striped": {"spots": False, "plain": False}, "spots": {"spots": True}, "spotted": {"spots": True}, "fangs": {"teeth": True}}, paints={"coat": "fur", "spots": "stripes"}, height=(0.42, 1.6),
)  # fmt: skip
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
            f.horn([at, add(at, (0, -0.45, 0.06), a.head.size), add(at, (0, -0.95, -0.08), a.head.size)], 0.13 * a.head.size).mirrored(),
            "teeth",
            group="head",
        )
    a.skin("fur", "fur")
    return a.d


@family(
    "bear", "animal",
    nouns={"brown bear": {}, "grizzly": {"hump": True}, "grizzly bear": {"hump": True}, "polar bear": {"snout": 1.2, "hump": False}, "panda": {"panda": True, "build": 1.15, "head": 1.2, "hump": False}, "giant panda": {"panda": True, "head": 1.2}, "bear cub": {"height": 0.5, "head": 1.2}, "black bear": {}, "koala": {"height": 0.4, "head": 1.2, "ear_size": 1.25}, "raccoon": {"height": 0.35, "tail_length": 1.25}},
    parameters=(Real("height", 1.1, 0.35, 1.5, about="of the back"), *SHAPE, Flag("panda", 0.0), Flag("patch", 0.3, about="on the chest"), Flag("hump", 0.4), Flag("claws", 0.85)),
    slots={"fur": ("fur:#5f3f28", "fur:#7a5232", "fur:#3a2c24", "fur:#8f673c"), "marks": ("fur:#1c1a1b",), "belly": ("fur:#d8c09a", "fur:#caa878"), "ear": ("skin:#8a6a5a",), "claws": ("horn:#2a2420",)} | HAIR_SLOTS,
    words={"claws": {"claws": True}}, paints={"coat": "fur", "snout": "belly"}, height=(0.35, 2.0),
)  # fmt: skip
def bear(v: Values) -> Draft:
    """A massive trunk on pillars, small round ears, a short snout."""
    h, w = v.height, v.build
    panda = v.panda
    b = Build(
        height=h,
        length=1.45 * h * v.length,
        chest=0.26 * h * w,
        belly=0.28 * h * w,
        rump=0.27 * h * w,
        sag=0.02 * h,
        leg=0.12 * h * w,
        shin=0.095 * h,
        foot=0.11 * h,
        stance=0.17 * h * w,
        knees=0.6,
        wide=1.12,
        paw=0.9,
    )
    m = Muzzle(reach=1.7 * v.snout, drop=0.4, root=0.58, tip=0.36, wide=0.1, cheeks=0.5, chin=0.24, skull=1.12)
    a = Beast(v, b, m, 0.185 * h * v.head, (0.24 * h, 26, 0.22 * h * w, 0.18 * h), pitch=10, extent=1.9 * h)
    if v.hump:
        a.flesh.ball(add(b.front, (0, 0.55 * b.chest, -0.25 * b.chest)), 0.7 * b.chest)
    a.tail(arc(20, 40, 0.09 * h * v.tail_length, 2), [0.07 * h, 0.055 * h])
    d, hd = a.d, a.head
    f.ears(
        d,
        hd,
        "round",
        (0.75, 0.72, -0.15),
        0.62 * v.ear_size * hd.size,
        0.72 * v.ear_size * hd.size,
        lean=30,
        inner="ear" if not panda else "marks",
        slot="marks" if panda else "fur",
    )
    a.eyes(0.14, 30, 20, out=0.6, forward=0.6, white=None)
    a.nose(0.24, 0.17, up=0.7)
    a.mouth(half=80, elevation=-34, smile=14, back=0.4)
    if panda:
        patch = union(
            *(
                sphere(0.3 * hd.size, 0.36 * hd.size, 0.5 * hd.size).rotate(z=s * 25).move(*f.on_skin(a.flesh, hd, 31 * s, 14))
                for s in (1, -1)
            )
        )
        arms = box(4 * h, 0.75 * h, 0.3 * b.length).rotate(x=-12).move(0, 0.5 * h, b.front[2] - 0.05 * h) + box(
            4 * h, 0.42 * h, 0.45 * b.length
        ).move(0, 0.2 * h, b.back[2])
        a.marking("patches", patch + arms, "marks")
    elif v.patch:
        a.marking(
            "chest_patch",
            sphere(0.5 * b.chest, 0.3 * b.chest, b.chest).move(0, b.front[1] - 0.1 * b.chest, b.front[2] + 1.0 * b.chest),
            "belly",
        )
    if not panda:
        a.marking("snout", sphere(0.72 * hd.size).move(*hd(0, -m.drop, m.reach - 0.3)), "belly")
    if v.claws:
        nails = union(*(f.claws((p[0], 0, p[2] + 0.9 * b.foot), 0.95 * b.foot, 4, 0.5, 0.42) for p in (a.stand.fore[-1], a.stand.hind[-1])))
        d.add("claws", nails.mirrored(), "claws", group="legs")
    a.skin("fur", "fur" if not panda else "marks")
    return d


@family(
    "deer", "animal", nouns={"stag": {"antlers": True}, "reindeer": {"antlers": True, "nose": True}, "moose": {"antlers": True, "height": 1.7, "build": 1.2, "snout": 1.2}, "elk": {"antlers": True, "height": 1.4}, "fawn": {"height": 0.55, "antlers": False, "spots": True}, "doe": {"antlers": False}, "buck": {"antlers": True}, "roe": {"antlers": False}, "antelope": {"antlers": False, "horns": True}, "gazelle": {"antlers": False, "horns": True}, "rudolph": {"antlers": True, "nose": True}},
    parameters=(Real("height", 1.05, 0.5, 1.8, about="of the withers"), *SHAPE, Real("antler_size", 1.0, 0.65, 1.35, unit=""), Flag("antlers", 0.75), Flag("horns", 0.0), Flag("spots", 0.35), Flag("nose", 0.0, about="red and shining")),
    slots={"fur": ("fur:#9a6234", "fur:#a8733f", "fur:#7a5030", "fur:#8a7458"), "belly": ("fur:#efe2c8",), "antlers": ("horn:#8a6a48", "bone", "horn"), "hooves": ("horn:#2f2620",), "ear": ("skin:#d8a898",), "spots": ("fur:#f0e2c4",), "red": ("glow:#ff2a1c",)} | HAIR_SLOTS,
    words={"antlers": {"antlers": True}, "horns": {"horns": True}, "spots": {"spots": True}, "spotted": {"spots": True}}, paints={"coat": "fur", "horns": "antlers", "nose": "red"}, height=(0.6, 3.4),
)  # fmt: skip
def deer(v: Values) -> Draft:
    """Slim legs, a long neck, a fine head with antlers."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.08 * h * v.length,
        chest=0.165 * h * w,
        belly=0.15 * h * w,
        rump=0.155 * h * w,
        leg=0.055 * h * w,
        shin=0.027 * h,
        foot=0.036 * h,
        stance=0.085 * h * w,
        hoofed=True,
        knees=0.75,
    )
    m = Muzzle(reach=2.25 * v.snout, drop=0.55, root=0.6, tip=0.34, cheeks=0.35, chin=0.18)
    a = Beast(v, b, m, 0.095 * h * v.head, (0.46 * h, 60, 0.115 * h * w, 0.068 * h), pitch=20, extent=1.9 * h if v.antlers else 1.55 * h)
    a.tail(arc(30, 60, 0.1 * h * v.tail_length, 2), [0.034 * h, 0.024 * h])
    d, hd = a.d, a.head
    f.ears(d, hd, "leaf", (0.66, 0.55, -0.3), 1.35 * v.ear_size * hd.size, 0.72 * v.ear_size * hd.size, lean=62, inner="ear")
    if v.antlers:
        f.horns(d, hd, "antlers", (0.34, 0.85, -0.2), 3.3 * v.antler_size, 0.2, "antlers")
    elif v.horns:
        f.horns(d, hd, "straight", (0.3, 0.85, -0.2), 2.6 * v.antler_size, 0.18, "antlers")
    a.eyes(0.24, 55, 18, out=0.5, forward=0.35, white=None)
    a.nose(0.2, 0.16, slot="red" if v.nose else "nose")
    a.mouth(half=90, elevation=-32, smile=14, back=0.6)
    a.marking(
        "belly",
        union(
            box(3 * h, 0.8 * b.chest, 0.7 * b.length).move(0, b.front[1] - 1.15 * b.chest, 0),
            sphere(0.07 * h).move(0, b.back[1], b.back[2] - 1.02 * b.rump),
            sphere(0.5 * hd.size).move(*hd(0, -m.drop - 0.45, m.reach - 0.5)),
        ),
        "belly",
    )
    if v.spots:
        a.spots(28, 0.1, 0.17)
    a.skin("fur", "hooves")
    return d


@family(
    "rabbit", "animal", nouns={"bunny": {"head": 1.15}, "hare": {"build": 0.85, "ear_length": 1.3}, "easter bunny": {"bow": True}, "kangaroo": {"height": 0.9, "ear_length": 0.6, "tail_length": 1.25, "long_tail": True}, "chinchilla": {"ear_length": 0.6}},
    parameters=(Real("height", 0.24, 0.14, 0.9, about="of the back"), *SHAPE, Real("ear_length", 1.0, 0.6, 1.35, unit=""), Choice("ears", ("upright", "lop", "upright")), Flag("bow", 0.15), Flag("patches", 0.35), Flag("teeth", 0.5), Flag("long_tail", 0.0)),
    slots={"fur": ("fur:#a08468", "fur:#efe9df", "fur:#6f6a66", "fur:#c8a47a", "fur:#3a3432"), "belly": ("fur:#f4efe6",), "ear": ("skin:#e8a8a4",), "bow": ("fabric:#d83a5a", "fabric:#3a8fd0"), "teeth": ("porcelain:#fbf8f0",), "patches": ("fur:#f2ede4",)} | HAIR_SLOTS | {"nose": ("paint:#d87a80",)},
    words={"bow": {"bow": True}, "teeth": {"teeth": True}, "patches": {"patches": True}, "lop": {"ears": "lop"}, "floppy": {"ears": "lop"}}, paints={"coat": "fur", "tail": "belly"}, height=(0.16, 2.0),
)  # fmt: skip
def rabbit(v: Values) -> Draft:
    """A crouching ball with long ears, strong hind legs and a cotton tail."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.45 * h * v.length,
        chest=0.28 * h * w,
        belly=0.36 * h * w,
        rump=0.42 * h * w,
        sag=-0.02 * h,
        leg=0.1 * h,
        shin=0.08 * h,
        foot=0.095 * h,
        stance=0.17 * h * w,
        knees=0.4,
        rear=1.0,
        paw=1.0,
    )
    m = Muzzle(reach=1.28 * v.snout, drop=0.3, root=0.6, tip=0.42, wide=0.14, cheeks=0.48, chin=0.2)
    a = Beast(v, b, m, 0.225 * h * v.head, (0.22 * h, 52, 0.24 * h * w, 0.2 * h), pitch=6, extent=1.9 * h, blend=0.06 * h)
    hip = (0.24 * h * w, 0.34 * h, b.back[2] + 0.06 * h)
    a.flesh.ball(hip, 0.25 * h * w, both=True)
    a.flesh.chain(
        [(0.26 * h * w, 0.08 * h, b.back[2] - 0.05 * h), (0.27 * h * w, 0.075 * h, b.back[2] + 0.34 * h)], [0.075 * h, 0.075 * h], both=True
    )
    d, hd = a.d, a.head
    if v.long_tail:
        a.tail(arc(-30, 0, 1.4 * h, 5), [0.14 * h, 0.12 * h, 0.09 * h, 0.06 * h, 0.035 * h])
    else:
        d.add("tail", sphere(0.13 * h * v.tail_length).move(0, 0.42 * h, b.back[2] - 0.98 * b.rump), "belly")
    k = v.ear_length * v.ear_size**0.5
    if v.ears == "upright":
        f.ears(d, hd, "long", (0.42, 0.8, -0.25), 2.5 * k * hd.size, 0.85 * hd.size, lean=10, tip=-8, inner="ear")
    else:
        f.floppy_ears(d, hd, (0.55, 0.75, -0.15), 1.9 * k * hd.size, 0.8 * hd.size, out=0.2)
    a.eyes(0.24, 58, 16, out=0.45, forward=0.3, white=None)
    a.nose(0.15, 0.1, up=0.8)
    a.mouth(half=60, elevation=-30, smile=16, back=0.1, thick=0.035)
    if v.teeth:
        at = f.on_skin(a.flesh, hd, 0, -48, (0, -m.drop, m.reach - m.tip))
        d.add(
            "teeth",
            union(
                *(
                    box(0.13 * hd.size, 0.26 * hd.size, 0.08 * hd.size, 0.03 * hd.size).move(
                        at[0] + x * hd.size, at[1] - 0.04 * hd.size, at[2]
                    )
                    for x in (-0.062, 0.062)
                )
            ),
            "teeth",
            group="head",
        )
    if v.patches:
        a.marking("patches", box(3 * h, 3 * h, 0.4 * h).move(0, 0, 0.02 * h), "patches")
    if v.bow:
        at = add(hd(0, -0.95, 0.05), (0, 0, 0.25 * h))
        d.add(
            "bow",
            union(
                sphere(0.035 * h),
                *(sphere(0.1 * h, 0.065 * h, 0.04 * h).move(x * 0.09 * h, 0.01 * h, 0) for x in (-1, 1)),
                sphere(0.05 * h, 0.05 * h, 0.12 * h).move(z=-0.09 * h),
            ).move(*at),
            "bow",
        )
    a.skin("fur", "fur")
    return d


@family(
    "mouse", "animal", nouns={"rat": {"height": 0.075, "snout": 1.2, "ear_size": 0.8}, "hamster": {"build": 1.22, "tail_length": 0.75, "short_tail": True, "ear_size": 0.8}, "guinea pig": {"build": 1.22, "short_tail": True, "height": 0.1}, "gerbil": {}, "squirrel": {"bushy": True, "height": 0.14}, "chipmunk": {"bushy": True, "stripe": True}, "hedgehog": {"spines": True, "short_tail": True, "height": 0.12}, "porcupine": {"spines": True, "height": 0.3}, "beaver": {"height": 0.3}, "otter": {"height": 0.25}},
    parameters=(Real("height", 0.06, 0.04, 0.16, about="of the back"), *SHAPE, Flag("short_tail", 0.1), Flag("bushy", 0.05), Flag("spines", 0.05), Flag("stripe", 0.15), Flag("whiskers", 0.8)),
    slots={"fur": ("fur:#8f8a86", "fur:#a07850", "fur:#e8e2d8", "fur:#5a4f48", "fur:#c88a4a"), "belly": ("fur:#efe6d8",), "ear": ("skin:#e0a09a",), "tail": ("skin:#d8a098", "skin:#b08880"), "whiskers": ("paint:#e8e4dc",), "spines": ("horn:#5a4838", "horn:#3a2f28"), "stripe": ("fur:#3a2a20",), "toes": ("skin:#e0a89e",)} | HAIR_SLOTS | {"nose": ("paint:#d87878", "paint:#2a1f1f")},
    words={"whiskers": {"whiskers": True}, "spines": {"spines": True}, "spikes": {"spines": True}, "bushy": {"bushy": True}, "stripe": {"stripe": True}}, paints={"coat": "fur", "paws": "toes"}, height=(0.035, 0.5),
)  # fmt: skip
def mouse(v: Values) -> Draft:
    """A drop with round ears, a pointed nose, whiskers and a bare tail."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.7 * h * v.length,
        chest=0.33 * h * w,
        belly=0.42 * h * w,
        rump=0.44 * h * w,
        leg=0.11 * h,
        shin=0.07 * h,
        foot=0.085 * h,
        stance=0.24 * h * w,
        knees=0.3,
        paw=1.3,
    )
    m = Muzzle(reach=1.75 * v.snout, drop=0.38, root=0.56, tip=0.2, cheeks=0.46, chin=0.16)
    a = Beast(v, b, m, 0.27 * h * v.head, (0.2 * h, 26, 0.3 * h * w, 0.25 * h), pitch=8, extent=3.6 * h, slot="tail", blend=0.07 * h)
    d, hd = a.d, a.head
    t = h * v.tail_length
    if v.bushy:
        plume = Flesh(0.1 * h, 56)
        root = add(b.back, (0, -0.1 * h, -0.9 * b.rump))
        plume.chain(
            [root, *(add(root, (0, y, -x)) for x, y in arc(-10, 150, 2.2 * t, 6))],
            [0.1 * h, 0.2 * h, 0.27 * h, 0.3 * h, 0.3 * h, 0.25 * h, 0.1 * h],
        )
        d.add("tail", plume.node(), "fur")
    elif v.short_tail:
        d.add("tail", sphere(0.1 * h).move(0, b.back[1], b.back[2] - 0.98 * b.rump), "fur")
    else:
        root = add(b.back, (0, -0.35 * b.rump, -0.85 * b.rump))
        line = [
            root,
            add(root, (0, -0.2 * h, -0.35 * t)),
            add(root, (0.16 * t, -0.26 * h, -0.8 * t)),
            add(root, (0.05 * t, -0.14 * h, -1.25 * t)),
            add(root, (0.1 * t, 0.02 * h, -1.6 * t)),
        ]
        d.add("tail", sweep(line, [0.075 * h, 0.065 * h, 0.052 * h, 0.042 * h, 0.03 * h], round_ends=True), "tail")
    f.ears(
        d,
        hd,
        "round",
        (0.62, 0.7, -0.35),
        1.05 * v.ear_size * hd.size,
        1.1 * v.ear_size * hd.size,
        lean=30,
        yaw=15,
        inner="ear",
        thick=0.25,
    )
    a.eyes(0.19, 42, 20, out=0.65, forward=0.4, white=None)
    a.nose(0.15, 0.13)
    a.mouth(half=70, elevation=-36, smile=12, back=0.4, thick=0.03)
    if v.whiskers:
        hairs = [
            sweep(
                [hd(0.12, -0.4, m.reach - 0.5), add(hd(0.12, -0.4, m.reach - 0.5), (0.9 * hd.size, y * hd.size, -0.1 * hd.size))],
                [0.04 * hd.size, 0.03 * hd.size],
                sides=6,
            )
            for y in (-0.15, 0.05, 0.25)
        ]
        d.add("whiskers", union(*hairs).mirrored(), "whiskers", group="head")
    if v.spines:
        nodes: list[Node] = []
        from maquette.shapes.sub.flesh import toward

        for i in range(90):
            z = (0.5 - (i % 15) / 14) * 0.98 * b.length
            el = -12 + 34 * (i // 15) + (8 if i % 2 else 0)
            center = (0.0, b.front[1] + 0.05 * h, 0.82 * z)
            way = toward(90 if el <= 90 else -90, el if el <= 90 else 180 - el)
            nodes.append(f.spike(a.flesh.out(center, way, 3 * h), add(way, (0, 0.1, -0.7)), 0.3 * h, 0.045 * h, 5, 0.2))
        d.add("spines", union(*nodes), "spines")
    if v.stripe:
        a.marking(
            "stripe",
            box(0.14 * h, 2 * h, 0.9 * b.length).move(0, 1.5 * h, -0.08 * h)
            + box(0.07 * h, 2 * h, 0.9 * b.length).move(0.16 * h, 1.5 * h, -0.08 * h).mirrored(),
            "stripe",
        )
    a.marking("belly", box(3 * h, 0.5 * h, 1.1 * b.length).move(0, 0.12 * h, 0), "belly")
    a.skin("fur", "toes")
    return d
