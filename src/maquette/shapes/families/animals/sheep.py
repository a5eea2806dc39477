"""Sheep and goats."""

from __future__ import annotations

from maquette.shapes.api import box
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import Flesh, add, toward
from maquette.shapes.sub.palettes import HOOVES
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


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
