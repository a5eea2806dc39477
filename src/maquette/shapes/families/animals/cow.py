"""Cattle: cows, bulls, calves, bison."""

from __future__ import annotations

from maquette.shapes.api import cylinder, sphere
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import Flesh, add, toward
from maquette.shapes.sub.palettes import HOOVES
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


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
