"""Cattle, pigs, sheep and goats."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import Flesh, add, toward
from maquette.shapes.sub.quadruped import Build, Muzzle, arc

HOOVES = ("horn:#3a3029", "horn:#544638")


@family(
    "cow",
    "animal",
    nouns={
        "cattle": {},
        "calf": {"height": 0.85, "horns": False},
        "ox": {"build": 1.15, "horns": True},
        "bull": {"build": 1.25, "horns": True, "udder": False, "patches": False},
        "bison": {"build": 1.3, "horns": True, "udder": False, "hump": True, "patches": False},
        "buffalo": {"build": 1.25, "horns": True, "udder": False, "hump": True, "patches": False},
        "dairy cow": {"patches": True, "udder": True},
    },
    parameters=(
        Real("height", 1.4, 0.8, 1.6, about="of the withers"),
        Real("length", 1.25, 1.15, 1.35, unit=""),
        Real("build", 1.0, 0.85, 1.3, unit=""),
        Real("horn_length", 1.1, 0.6, 1.9, unit="", about="in skulls"),
        Flag("horns", 0.6),
        Flag("patches", 0.6),
        Flag("udder", 0.75),
        Flag("bell", 0.3),
        Flag("hump", 0.03),
        Real("spots", 12, 7, 18, unit="", about="number of patches"),
    ),
    slots={
        "fur": ("fur:#f0ebe2", "fur:#7a4a2c", "fur:#3a2c26", "fur:#b9824e"),
        "patches": ("fur:#1f1b1a", "fur:#6d4127"),
        "hooves": HOOVES,
        "horn": ("horn",),
        "ear": ("skin:#c98f84",),
        "muzzle": ("skin:#d8a498", "skin:#b98578"),
        "udder": ("skin:#e3aaa0",),
        "collar": ("leather",),
        "bell": ("brass", "gold"),
        "tuft": ("fur:#2a2220",),
    }
    | HAIR_SLOTS,
    words={
        "horns": {"horns": True},
        "horned": {"horns": True},
        "patches": {"patches": True},
        "spotted": {"patches": True},
        "spots": {"patches": True},
        "bell": {"bell": True},
        "udder": {"udder": True},
    },
    paints={"coat": "fur", "spots": "patches"},
    height=(0.8, 2.2),
)
def cow(v: Values) -> Draft:
    """A barrel on short legs, a broad wet muzzle, ears to the sides."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.235 * h * w,
        belly=0.25 * h * w,
        rump=0.22 * h * w,
        sag=0.03 * h,
        leg=0.075 * h * w,
        shin=0.043 * h * w**0.5,
        foot=0.055 * h,
        stance=0.135 * h * w,
        hoofed=True,
        knees=0.5,
        wide=1.12,
    )
    m = Muzzle(reach=2.35, drop=0.75, root=0.78, tip=0.52, wide=0.2, chin=0.3)
    a = Beast(v, b, m, 0.115 * h, (0.34 * h, 32, 0.16 * h * w, 0.115 * h), pitch=20, extent=1.6 * h)
    if v.hump:
        a.flesh.ball(add(b.front, (0, 0.75 * b.chest, -0.3 * b.chest)), 0.75 * b.chest)
    joints = a.tail(arc(-30, -88, 0.5 * h), [0.024 * h, 0.02 * h, 0.017 * h, 0.016 * h, 0.016 * h], drop=-0.15)
    d, hd = a.d, a.head
    d.add("tail_tuft", sphere(0.035 * h, 0.08 * h, 0.035 * h).move(*add(joints[-1], (0, -0.04 * h, 0))), "tuft")
    f.ears(d, hd, "leaf", (0.75, 0.35, -0.3), 1.15 * hd.size, 0.7 * hd.size, lean=98, tip=0, inner="ear", slot="fur")
    if v.horns:
        f.horns(d, hd, "cow", (0.5, 0.72, -0.25), v.horn_length, 0.24)
    a.eyes(0.21, 58, 20, out=0.5, forward=0.3, white=None)
    tip = (0.0, -m.drop, m.reach - m.tip)
    a.marking(
        "muzzle",
        sphere(1.15 * hd.size, 0.9 * hd.size, 0.75 * hd.size).rotate(x=hd.pitch).move(*hd(*add(tip, (0, -0.1, 0.15)))),
        "muzzle",
    )
    a.nostrils(30, 20, 0.15)
    a.mouth(half=100, elevation=-34, smile=12, back=0.3)
    if v.patches:
        a.spots(round(v.spots), 0.45, 0.95, "patches", "patches")
    if v.udder:
        at = (0, b.front[1] - 1.05 * b.belly - b.sag, -0.24 * b.length)
        bag = Flesh(0.02 * h, 26)
        bag.ball(at, 0.1 * h)
        for z in (-0.045, 0.045):
            bag.chain(
                [add(at, (0.045 * h, -0.07 * h, z * h)), add(at, (0.055 * h, -0.125 * h, z * h))],
                [0.02 * h, 0.014 * h],
                both=True,
            )
        d.add("udder", bag.node(), "udder")
    if v.bell:
        a.collar(0.55, 0.3, tag=None)
        on = a.flesh.out(a.root, toward(0, -20), 2 * h)
        d.add(
            "bell",
            cylinder(0.05 * h, 0.085 * h, 0.025 * h, bevel=0.008).move(*add(on, (0, -0.04 * h, 0.018 * h))),
            "bell",
            group="collar",
        )
    a.skin("fur", "hooves")
    return d


@family(
    "pig",
    "animal",
    nouns={
        "piglet": {"height": 0.32, "tusks": False},
        "hog": {},
        "swine": {},
        "sow": {},
        "boar": {"tusks": True, "bristles": True},
        "wild boar": {"tusks": True, "bristles": True},
        "warthog": {"tusks": True, "bristles": True},
    },
    parameters=(
        Real("height", 0.7, 0.3, 0.9, about="of the back"),
        Real("length", 1.45, 1.3, 1.65, unit=""),
        Real("build", 1.0, 0.85, 1.2, unit=""),
        Real("snout", 1.0, 0.75, 1.3, unit=""),
        Choice("ears", ("floppy", "pointed")),
        Choice("tail", ("curled", "straight")),
        Flag("tusks", 0.12),
        Flag("bristles", 0.12),
        Flag("spots", 0.25),
    ),
    slots={
        "skin": ("skin:#e6a79c", "skin:#dd9a90", "skin:#efb9ac", "hide:#6a564c"),
        "snout": ("skin:#d98a84", "skin:#cf7f7c"),
        "hooves": HOOVES,
        "ear": ("skin:#d08880",),
        "tusks": ("bone",),
        "bristles": ("fur:#3a2c24",),
        "spots": ("skin:#4a3a36",),
    }
    | HAIR_SLOTS,
    words={
        "tusks": {"tusks": True},
        "bristles": {"bristles": True},
        "spots": {"spots": True},
        "spotted": {"spots": True},
    },
    paints={"body": "skin", "nose": "snout"},
    height=(0.3, 1.1),
)
def pig(v: Values) -> Draft:
    """A round barrel on very short legs, a disc of a snout, a curled tail."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.29 * h * w,
        belly=0.32 * h * w,
        rump=0.3 * h * w,
        sag=0.02 * h,
        leg=0.1 * h * w,
        shin=0.062 * h,
        foot=0.065 * h,
        stance=0.16 * h * w,
        hoofed=True,
        knees=0.4,
        wide=1.1,
    )
    m = Muzzle(reach=1.1 + 0.85 * v.snout, drop=0.3, root=0.68, tip=0.44, wide=0.06, cheeks=0.55, chin=0.22)
    a = Beast(v, b, m, 0.2 * h, (0.22 * h, 20, 0.26 * h * w, 0.2 * h), pitch=14, extent=1.7 * h, slot="skin")
    d, hd = a.d, a.head
    if v.tail == "straight":
        a.tail(arc(20, 60, 0.12 * h, 3), [0.026 * h] * 3, drop=-0.05)
    else:
        # A corkscrew whose turns stand further apart than the tail is thick.
        root = add(b.back, (0, 0.3 * b.rump, -0.8 * b.rump))
        curl = [root]
        for i in range(15):
            turn, r = 0.2 * math.pi * i, 0.05 * h * min(1.0, 0.1 + 0.2 * i)
            curl.append(add(root, (r * math.sin(turn), r * (1 - math.cos(turn)), -(0.05 + 0.0095 * i) * h)))
        d.add("tail", sweep(curl, [0.03 * h] * 2 + [0.022 * h] * 14, round_ends=True), "skin")
        d.limb("tail", curl[::4])
    disc = cylinder(0.47 * hd.size, 0.24 * hd.size, bevel=0.09 * hd.size).scale(1.12, 1, 1).rotate(x=90)
    tip = (0.0, -m.drop, m.reach - 0.05)
    d.add("snout", hd.place(disc, *tip), "snout", group="head")
    holes = sphere(0.1 * hd.size, 0.14 * hd.size, 0.06 * hd.size).move(x=0.19 * hd.size)
    d.add("nostrils", hd.place(holes.mirrored(), tip[0], tip[1], tip[2] + 0.11), "mouth", group="head")
    if v.ears == "floppy":
        f.ears(
            d,
            hd,
            "pointed",
            (0.5, 0.7, -0.1),
            1.05 * hd.size,
            0.95 * hd.size,
            lean=30,
            yaw=5,
            slot="skin",
            inner=None,
            bend=105,
        )
    else:
        f.ears(
            d,
            hd,
            "pointed",
            (0.55, 0.68, -0.2),
            0.95 * hd.size,
            0.85 * hd.size,
            lean=28,
            yaw=10,
            slot="skin",
            inner="ear",
        )
    a.eyes(0.15, 38, 26, out=0.6, forward=0.5, white=None)
    a.mouth(half=105, elevation=-45, smile=16, back=0.55, thick=0.04)
    if v.tusks:
        f.horns(d, hd, "devil", (0.42, -0.62, m.reach - 0.75), 0.62, 0.13, "tusks")
    if v.bristles:
        nodes: list[Node] = []
        for i in range(9):
            z = (0.36 - 0.085 * i) * b.length
            on = a.flesh.hit((0, 2 * h, z), (0, 0.5 * h, z))
            nodes.append(f.spike(on, (0, 1, -0.7), 0.16 * h, 0.035 * h, 7))
        d.add("bristles", union(*nodes), "bristles")
    if v.spots:
        a.spots(7, 0.3, 0.7)
    a.skin("skin", "hooves")
    return d


def small_cattle(v: Values, kind: str) -> Draft:
    """Sheep and goats: one body with wool or a beard."""
    h, w = v.height, v.build
    sheep = kind == "sheep"
    b = Build(
        height=h,
        length=h * v.length,
        chest=(0.24 if sheep else 0.2) * h * w,
        belly=(0.25 if sheep else 0.21) * h * w,
        rump=(0.24 if sheep else 0.19) * h * w,
        leg=0.065 * h * w,
        shin=0.045 * h,
        foot=0.052 * h,
        stance=0.12 * h * w,
        hoofed=True,
        knees=0.5,
        wide=1.1 if sheep else 1.0,
    )
    m = Muzzle(reach=2.15, drop=0.62, root=0.66, tip=0.42, wide=0.05, chin=0.22)
    a = Beast(v, b, m, 0.13 * h, (0.33 * h, 48, 0.14 * h * w, 0.1 * h), pitch=22, extent=1.5 * h)
    a.tail(arc(40, 70, 0.14 * h, 3) if not sheep else arc(-60, -80, 0.2 * h, 3), [0.035 * h, 0.03 * h, 0.02 * h])
    d, hd = a.d, a.head
    f.ears(
        d,
        hd,
        "leaf",
        (0.72, 0.35, -0.25),
        1.05 * hd.size,
        0.55 * hd.size,
        lean=100 if sheep else 75,
        inner="ear",
        slot="face" if sheep else "fur",
    )
    if v.horns != "none":
        f.horns(d, hd, v.horns, (0.4, 0.78, -0.15), v.horn_length * (0.85 if v.horns == "ram" else 1.0), 0.22)
    a.eyes(0.2, 60, 18, out=0.55, forward=0.3, white=None)
    a.nostrils(24, 12, 0.1)
    a.mouth(half=95, elevation=-40, smile=14, back=0.4)
    if sheep and v.wool:
        rng = v.rng("wool")
        fleece = Flesh(0.02 * h, 74)
        x = 0.12 * b.chest
        fleece.chain([(x, *b.front[1:]), (x, *b.back[1:])], [1.06 * b.chest, 1.1 * b.rump], both=True)
        for i in range(46):
            z = (0.5 - (i % 10) / 9) * 0.82 * b.length + float(rng.uniform(-0.03, 0.03)) * h
            on = a.flesh.out(
                (0, b.front[1], 0.9 * z), toward(90 * float(rng.choice([-1, 1])), float(rng.uniform(-48, 88))), 2 * h
            )
            fleece.ball(on, float(rng.uniform(0.055, 0.085)) * h * v.thickness)
        for s in (0.25, 0.55, 0.85):
            p = add(a.root, add(a.end, a.root, -1), s)
            for az in (-150, -90, -30, 30, 90, 150):
                way = toward(az, 20)
                fleece.ball(add(p, way, 0.1 * h * w), 0.06 * h * v.thickness)
        for x in (-0.45, 0.0, 0.45):
            fleece.ball(hd(x, 0.9, -0.2), 0.42 * hd.size)
        d.add("wool", fleece.node(), "fur")
    if not sheep and v.beard:
        tuft = Flesh(0.01 * h, 40)
        low = hd(0, -m.drop - 0.6, m.reach - 0.6)
        tuft.chain(
            [add(low, (0, 0.03 * h, 0)), add(low, (0, -0.08 * h, 0.0)), add(low, (0, -0.15 * h, -0.02 * h))],
            [0.032 * h, 0.028 * h, 0.01 * h],
        )
        d.add("beard", tuft.node(), "beard", group="head")
    if v.bell:
        a.collar(0.35 if not sheep else 0.6, 0.3, tag="bell")
    if v.patches:
        a.marking(
            "patches",
            box(3, 2 * h, 0.42 * b.length).move(0, h + b.front[1] - 0.6 * b.chest, -0.05 * b.length)
            if not sheep
            else box(2, 0.3 * h, 2).move(y=0.15 * h),
            "patches",
        )
    a.skin("face" if sheep else "fur", "hooves")
    return d


SHEEP_PARAMETERS = (
    Real("length", 1.22, 1.1, 1.35, unit=""),
    Real("build", 1.0, 0.85, 1.2, unit=""),
    Real("horn_length", 1.5, 0.9, 2.4, unit="", about="in skulls"),
    Real("thickness", 1.0, 0.75, 1.35, unit="", about="of the fleece"),
)


@family(
    "sheep",
    "animal",
    nouns={"lamb": {"height": 0.42, "horns": "none"}, "ram": {"horns": "ram"}, "ewe": {"horns": "none"}},
    parameters=(
        Real("height", 0.72, 0.4, 0.9, about="of the withers"),
        *SHEEP_PARAMETERS,
        Choice("horns", ("none", "ram", "none")),
        Flag("wool", 0.97),
        Flag("bell", 0.2),
        Flag("patches", 0.2),
    ),
    slots={
        "fur": ("wool:#efe9dc", "wool:#e4dac4", "wool:#4a423c", "wool:#f6f3ec"),
        "face": ("fur:#2c2724", "fur:#e0d4be", "fur:#5a4a3e"),
        "hooves": HOOVES,
        "horn": ("horn",),
        "ear": ("skin:#c49a8c",),
        "collar": ("leather",),
        "bell": ("brass",),
        "patches": ("fur:#3a312c",),
    }
    | HAIR_SLOTS,
    words={"wool": {"wool": True}, "fluffy": {"thickness": 1.3}, "horns": {"horns": "ram"}, "bell": {"bell": True}},
    paints={"wool": "fur", "fleece": "fur", "legs": "face", "head": "face"},
    height=(0.4, 1.5),
)
def sheep(v: Values) -> Draft:
    """A cloud of wool on thin legs."""
    return small_cattle(v, "sheep")


@family(
    "goat",
    "animal",
    nouns={
        "billy goat": {"beard": True, "horns": "goat"},
        "kid goat": {"height": 0.4, "horns": "short", "beard": False},
        "ibex": {"horns": "goat", "horn_length": 2.4},
        "mountain goat": {"horns": "goat"},
    },
    parameters=(
        Real("height", 0.72, 0.4, 0.95, about="of the withers"),
        *SHEEP_PARAMETERS,
        Choice("horns", ("goat", "straight", "short", "ram", "none")),
        Flag("beard", 0.7),
        Flag("bell", 0.25),
        Flag("patches", 0.35),
    ),
    slots={
        "fur": ("fur:#e8dfd0", "fur:#8a6242", "fur:#4a4340", "fur:#b99468"),
        "patches": ("fur:#3a2f2a", "fur:#f2ece0"),
        "hooves": HOOVES,
        "horn": ("horn", "horn:#6a5a48"),
        "ear": ("skin:#c49a8c",),
        "beard": ("fur:#d9cdb8", "fur:#3a332e"),
        "collar": ("leather",),
        "bell": ("brass",),
    }
    | HAIR_SLOTS,
    words={
        "beard": {"beard": True},
        "bearded": {"beard": True},
        "horns": {"horns": "goat"},
        "bell": {"bell": True},
        "patches": {"patches": True},
    },
    paints={"coat": "fur", "belt": "patches"},
    height=(0.45, 1.75),
)
def goat(v: Values) -> Draft:
    """Slim, horned and bearded."""
    return small_cattle(v, "goat")
