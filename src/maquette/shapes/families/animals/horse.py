"""Horses, with unicorns, winged horses, donkeys and zebras."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.coat import stripes
from maquette.shapes.sub.flesh import Flesh, add, between
from maquette.shapes.sub.quadruped import Build, Muzzle, arc
from maquette.shapes.sub.wings import feathered


def equine(v: Values, *, ear: float = 0.85, upright: bool = False, striped: bool = False) -> Draft:
    """Trunk on long hoofed legs, an arched neck with a mane, a long head."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.06 * h * v.length,
        chest=0.185 * h * w,
        belly=0.178 * h * w,
        rump=0.18 * h * w,
        leg=0.066 * h * w,
        shin=0.031 * h * w**0.6,
        foot=0.045 * h,
        stance=0.105 * h * w,
        hoofed=True,
        knees=0.55,
        rear=0.99,
    )
    m = Muzzle(reach=3.3, drop=0.75, root=0.74, tip=0.5, cheeks=0.5, chin=0.24)
    a = Beast(
        v,
        b,
        m,
        0.088 * h,
        (0.52 * h * v.neck, 58, 0.14 * h * w, 0.082 * h),
        pitch=28,
        extent=1.55 * h,
        cells=72,
        curve=-0.04,
    )
    d, hd = a.d, a.head
    hair = Flesh(0.03 * h, 54)
    top = add(hd(0, 1, 0.0), (0, 0, 0))
    low = add(a.root, (0, 0.13 * h * w, -0.12 * h))
    n = 12 if upright else 8
    for i in range(n):
        p = between(top, low, i / (n - 1))
        on = a.flesh.hit(add(p, (0, 0.12 * h, -0.2 * h)), between(a.end, a.root, i / (n - 1)))
        r = 0.034 * h
        if upright:
            hair.chain([on, add(on, (0, 0.05 * h, -0.04 * h))], [0.8 * r, 0.55 * r])
        else:
            x = 0.075 * h * w + 0.005 * h * i
            hair.chain(
                [
                    on,
                    add(on, (0.55 * x, -0.01 * h, 0.01 * h)),
                    add(on, (x, -(0.1 + 0.02 * (i % 3)) * h * v.mane, 0.03 * h)),
                ],
                [r, 0.8 * r, 0.35 * r],
            )
    lock = hd(0, 0.95, 0.35)
    hair.chain([hd(0, 0.95, -0.1), add(lock, (0, 0, 0)), hd(0.1, 0.55, 1.0)], [0.03 * h, 0.026 * h, 0.012 * h])
    d.add("mane", hair.node(), "mane")
    root = add(b.back, (0, 0.6 * b.rump, -0.55 * b.rump))
    t = 0.5 * h * v.tail_length
    plume = Flesh(0.02 * h, 40)
    line = [root, *(add(root, (0, y, -x)) for x, y in arc(25, -88, t, 6))]
    thick = (
        [0.022, 0.03, 0.036, 0.045, 0.048, 0.04, 0.012]
        if not upright
        else [0.02, 0.016, 0.014, 0.014, 0.03, 0.035, 0.01]
    )
    plume.chain(line, [h * k for k in thick])
    d.add("tail", plume.node(), "mane")
    d.limb("tail", line)
    f.ears(
        d, hd, "leaf", (0.42, 0.75, -0.25), ear * 1.7 * hd.size, 0.75 * hd.size, lean=10, tip=-5, yaw=20, inner="ear"
    )
    a.eyes(0.22, 66, 18, out=0.5, forward=0.2, white=None)
    a.nostrils(38, 8, 0.14)
    a.mouth(half=100, elevation=-38, smile=10, back=0.6, thick=0.035)
    if striped:
        a.marking("stripes", stripes(b, hd, 9, 0.022, depth=0.75, legs=5, on_head=4) + neck_bands(a), "stripes")
        a.marking("muzzle", sphere(0.75 * hd.size).move(*hd(0, -0.75, 3.2)), "stripes")
    if v.socks:
        a.marking("socks", box(3, 0.22 * h, 3 * h).move(y=0.11 * h), "socks")
    if v.blaze:
        a.marking("blaze", hd.place(box(0.5 * hd.size, 2 * hd.size, 2.6 * hd.size), 0, 1.1, 1.9), "socks")
    if v.horn:
        at = f.on_skin(a.flesh, hd, 0, 52)
        spiral = cylinder(0.26 * hd.size, 0.3 * h, 0.04 * hd.size, sides=6).twisted(300)
        d.add("horn", spiral.move(y=0.14 * h).rotate(x=hd.pitch + 22).move(*at), "horn", group="head")
    if v.wings:
        arm, long = feathered(0.85 * h, 0.42 * h, lift=0.42)
        place = add(b.front, (0.8 * b.chest, 0.45 * b.chest, -0.5 * b.chest))
        for name, node in (("wings", arm), ("wing_feathers", long)):
            d.add(name, node.rotate(y=28).rotate(z=12).move(*place).mirrored(), "wings", group="wings")
        d.limb(
            "wing_left", [place, add(place, (0.4 * h, 0.35 * h, -0.2 * h)), add(place, (0.8 * h, 0.3 * h, -0.4 * h))]
        )
    if v.saddle:
        z = -0.04 * b.length
        a.marking(
            "saddle_cloth",
            union(box(6 * b.chest, 1.5 * b.chest, 0.42 * h).move(0, b.front[1] + 0.85 * b.chest, z)),
            "cloth",
        )
        on = a.flesh.hit((0, 2 * h, z), (0, 0.5 * h, z))
        seat = Flesh(0.03 * h, 48)
        seat.chain(
            [add(on, (0, 0.055 * h, 0.12 * h)), add(on, (0, 0.015 * h, 0)), add(on, (0, 0.06 * h, -0.14 * h))],
            [0.03 * h, 0.055 * h, 0.04 * h],
        )
        seat.chain(
            [add(on, (0.02 * h, 0.0, -0.01 * h)), add(on, (0.13 * h, -0.07 * h, 0))], [0.05 * h, 0.06 * h], both=True
        )
        d.add("saddle", seat.node(), "saddle")
    a.skin("fur", "hooves")
    return d


def neck_bands(a: Beast) -> Node:
    """Bands across the neck."""
    h = a.build.height
    bands = [box(h, 0.035 * h, h).rotate(x=48).move(*between(a.root, a.end, s)) for s in (0.3, 0.5, 0.7, 0.9)]
    return union(*bands)


PARAMETERS = (
    Real("length", 1.0, 0.9, 1.12, unit=""),
    Real("build", 1.0, 0.85, 1.22, unit=""),
    Real("neck", 1.0, 0.85, 1.15, unit=""),
    Real("mane", 1.0, 0.5, 1.8, unit=""),
    Real("tail_length", 1.0, 0.7, 1.3, unit=""),
)
SLOTS = {
    "hooves": ("horn:#3a3029", "horn:#5a4a3a"),
    "mane": ("fur:#2a201a", "fur:#e6d8b8", "fur:#4a3020"),
    "socks": ("fur:#f2ede2",),
    "ear": ("fur:#6a4a3c",),
    "saddle": ("leather:#6a3c20", "leather"),
    "cloth": ("fabric:#8f2530", "fabric:#2a4a80"),
    "horn": ("gold", "porcelain:#f6eed8"),
    "wings": ("feathers:#f4f1ea", "feathers:#e8e2d6"),
} | HAIR_SLOTS
WORDS = {
    "saddle": {"saddle": True},
    "horn": {"horn": True},
    "wings": {"wings": True},
    "winged": {"wings": True},
    "blaze": {"blaze": True},
    "socks": {"socks": True},
}


@family(
    "horse",
    "animal",
    nouns={
        "stallion": {"build": 1.1},
        "mare": {},
        "pony": {"height": 1.1, "build": 1.15, "mane": 1.5},
        "foal": {"height": 0.95},
        "steed": {"saddle": True},
        "warhorse": {"build": 1.2, "saddle": True},
        "mustang": {},
        "pegasus": {"wings": True, "horn": False},
        "winged horse": {"wings": True},
    },
    parameters=(
        Real("height", 1.55, 0.9, 1.85, about="of the withers"),
        *PARAMETERS,
        Flag("socks", 0.35),
        Flag("blaze", 0.35),
        Flag("saddle", 0.25),
        Flag("horn", 0),
        Flag("wings", 0),
    ),
    slots={"fur": ("fur:#7a4526", "fur:#9a6234", "fur:#3a2a22", "fur:#d8cfc0", "fur:#8f8a86"), **SLOTS},
    words=WORDS,
    paints={"coat": "fur", "hair": "mane", "wing": "wings"},
    height=(1.1, 3.2),
)
def horse(v: Values) -> Draft:
    """See `equine`."""
    return equine(v)


@family(
    "unicorn",
    "animal",
    nouns={"alicorn": {"wings": True}},
    parameters=(
        Real("height", 1.5, 1.1, 1.8, about="of the withers"),
        *PARAMETERS,
        Flag("socks", 0),
        Flag("blaze", 0),
        Flag("saddle", 0.1),
        Flag("horn", 1),
        Flag("wings", 0.15),
    ),
    slots={"fur": ("fur:#f6f3ee", "fur:#efe6f0", "fur:#e6eef6")}
    | SLOTS
    | {
        "mane": ("fur:#e58ac0", "fur:#9a7be0", "fur:#6fb8e6", "fur:#f0d78c"),
        "hooves": ("gold", "horn:#c9b6d8"),
        "eyes": ("paint:#5a3fa0", "paint:#2f6ab0"),
    },
    words=WORDS,
    paints={"coat": "fur", "hair": "mane", "wing": "wings", "tail": "mane"},
    height=(1.4, 3.3),
)
def unicorn(v: Values) -> Draft:
    """A fair horse with a twisted horn."""
    return equine(v)


@family(
    "zebra",
    "animal",
    parameters=(
        Real("height", 1.3, 1.05, 1.5, about="of the withers"),
        *PARAMETERS,
        Flag("socks", 0),
        Flag("blaze", 0),
        Flag("saddle", 0.03),
        Flag("horn", 0),
        Flag("wings", 0),
    ),
    slots={"fur": ("fur:#f3efe6",), "stripes": ("fur:#1c1a1b",)} | SLOTS | {"mane": ("fur:#1c1a1b",)},
    words=WORDS,
    paints={"coat": "fur"},
    height=(1.3, 2.6),
)
def zebra(v: Values) -> Draft:
    """A stocky horse with an upright mane and stripes."""
    return equine(v, ear=1.05, upright=True, striped=True)


@family(
    "donkey",
    "animal",
    nouns={"mule": {"height": 1.4}, "burro": {}},
    parameters=(
        Real("height", 1.1, 0.9, 1.4, about="of the withers"),
        *PARAMETERS,
        Flag("socks", 0.2),
        Flag("blaze", 0.1),
        Flag("saddle", 0.2),
        Flag("horn", 0),
        Flag("wings", 0),
    ),
    slots={"fur": ("fur:#8a8078", "fur:#6a5a4c", "fur:#a39684"), **SLOTS},
    words=WORDS,
    paints={"coat": "fur"},
    height=(1.1, 2.4),
)
def donkey(v: Values) -> Draft:
    """A small horse with long ears."""
    return equine(v, ear=1.75, upright=True)
