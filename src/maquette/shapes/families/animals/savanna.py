"""Elephants, giraffes, camels and rhinoceroses."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import Flesh, Point3, add, between, toward
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


@family(
    "elephant", "animal", nouns={"african elephant": {"ears": 1.2}, "indian elephant": {"ears": 0.75}, "baby elephant": {"height": 1.1, "tusks": False}, "mammoth": {"hair": True, "tusk_length": 1.8, "ears": 0.6, "tusks": True}, "woolly mammoth": {"hair": True, "tusk_length": 1.8, "ears": 0.6, "tusks": True}},
    parameters=(
        Real("height", 2.7, 1.0, 3.3, about="of the withers"), Real("length", 1.12, 1.05, 1.22, unit=""), Real("build", 1.0, 0.88, 1.12, unit=""), Real("ears", 1.0, 0.6, 1.25, unit=""), Real("tusk_length", 0.9, 0.4, 1.8, unit=""),
        Choice("trunk", ("down", "curled", "raised")), Flag("tusks", 0.8), Flag("hair", 0.04), Flag("blanket", 0.15),
    ),
    slots={"skin": ("hide:#8b8580", "hide:#7a7672", "hide:#9a918a"), "ear": ("hide:#b09a92", "hide:#a58c86"), "tusks": ("bone", "porcelain:#f0e8d6"), "nails": ("horn:#d8cdbb",), "hair": ("fur:#5a3a24",), "blanket": ("fabric:#a82838", "fabric:#5a2a8a"), "trim": ("gold",)} | HAIR_SLOTS,
    words={"tusks": {"tusks": True}, "blanket": {"blanket": True}, "raised": {"trunk": "raised"}, "woolly": {"hair": True}, "fur": {"hair": True}}, paints={"trunk": "skin", "body": "skin", "toenails": "nails"}, height=(1.0, 4.3),
)  # fmt: skip
def elephant(v: Values) -> Draft:
    """Columns for legs, fans for ears, a trunk between tusks."""
    h, w = v.height, v.build
    b = Build(
        height=h, length=h * v.length, chest=0.27 * h * w, belly=0.29 * h * w, rump=0.26 * h * w, sag=0.02 * h, leg=0.105 * h * w, shin=0.085 * h, foot=0.1 * h, stance=0.17 * h * w, knees=0.25, wide=1.1, rear=0.95, paw=0.15,
    )  # fmt: skip
    m = Muzzle(reach=1.35, drop=0.5, root=0.72, tip=0.42, cheeks=0.5, chin=0.28)
    a = Beast(v, b, m, 0.17 * h, (0.26 * h, 38, 0.2 * h * w, 0.17 * h), pitch=16, extent=1.7 * h, slot="skin")
    hd, s = a.head, a.head.size
    a.flesh.ball(hd(0.3, 0.62, -0.05), 0.55 * s, both=True)
    root = hd(0, -0.55, 1.0)
    shapes: dict[str, list[tuple[float, float]]] = {
        "down": [(0.12, -0.25), (0.16, -0.6), (0.14, -0.95), (0.16, -1.28), (0.26, -1.45)],
        "curled": [(0.14, -0.25), (0.2, -0.62), (0.28, -0.98), (0.52, -1.16), (0.72, -0.95), (0.62, -0.76)],
        "raised": [(0.3, -0.16), (0.62, -0.02), (0.86, 0.3), (0.92, 0.68), (1.06, 0.95)],
    }
    line: list[Point3] = [root, *(add(root, (0, 0.34 * h * y, 0.34 * h * z)) for z, y in shapes[v.trunk])]
    n = len(line)
    a.flesh.chain(line, [0.43 * s * (1 - 0.62 * i / (n - 1)) for i in range(n)])
    joints = a.tail(arc(-40, -88, 0.36 * h, 4), [0.022 * h, 0.018 * h, 0.014 * h, 0.012 * h], drop=-0.1)
    d = a.d
    d.add("tail_tuft", sphere(0.022 * h, 0.05 * h, 0.022 * h).move(*joints[-1]), "hair")
    e = 0.34 * h * v.ears
    fan = [
        (0, -0.35),
        (-0.08, 0.1),
        (0.05, 0.5),
        (0.4, 0.72),
        (0.78, 0.62),
        (0.98, 0.25),
        (0.86, -0.2),
        (0.62, -0.6),
        (0.35, -0.95),
        (0.16, -0.75),
    ]
    flap = extrude([(e * x, e * y) for x, y in fan], 0.05 * e, smooth=True, bevel=0.012 * e)
    inner = extrude([(e * (0.4 + 0.8 * (x - 0.4)), e * (0.8 * y)) for x, y in fan], 0.05 * e, smooth=True).move(z=0.014 * e)
    at = hd(0.8, 0.15, -0.25)
    for name, node, slot in (("ears", flap, "skin"), ("ear_insides", inner, "ear")):
        d.add(name, node.rotate(y=44).move(*at).mirrored(), slot, group="head")
    if v.tusks:
        k = 0.4 * h * v.tusk_length
        at = hd(0.42, -0.85, 0.95)
        tusk = f.horn(
            [
                add(at, (-0.05 * k, 0.12 * k, -0.1 * k)),
                add(at, (0.08 * k, -0.3 * k, 0.3 * k)),
                add(at, (0.12 * k, -0.36 * k, 0.72 * k)),
                add(at, (0.05 * k, -0.18 * k, 1.05 * k)),
            ],
            0.15 * s,
            0.3,
        )
        d.add("tusks", tusk.mirrored(), "tusks", group="head")
    a.eyes(0.13, 58, 12, out=0.6, forward=0.3, white=None)
    if v.hair:
        coat = Flesh(0.05 * h, 70)
        for i in range(9):
            z = (0.45 - i * 0.1) * b.length
            on = a.flesh.out((0, b.front[1], 0.85 * z), toward(90, 0), 2 * h)
            coat.chain(
                [add(on, (-0.3 * b.chest, 0.5 * b.chest, 0)), add(on, (0, 0, 0)), add(on, (0.0, -(0.75 + 0.2 * (i % 2)) * b.chest, 0))],
                [0.35 * b.chest, 0.3 * b.chest, 0.07 * b.chest],
                both=True,
            )
        coat.chain([hd(0, 1.1, 0.2), hd(0, 1.05, -0.6)], [0.45 * s, 0.4 * s])
        d.add("hair", coat.node(), "hair")
    if v.blanket:
        region = box(3 * h, 1.25 * b.chest, 0.5 * b.length).move(0, b.front[1] + 0.6 * b.chest, -0.03 * b.length)
        rim = region & box(3 * h, 0.16 * b.chest, 3 * h).move(0, b.front[1] + 0.05 * b.chest, 0)
        a.marking("blanket", region, "blanket")
        a.marking("blanket_trim", rim, "trim")
    nails: list[Node] = []
    for p in (a.stand.fore[-1], a.stand.hind[-1]):
        for k in (-40, 0, 40):
            x, z = math.sin(math.radians(k)), math.cos(math.radians(k))
            nails.append(sphere(0.026 * h, 0.032 * h, 0.02 * h).move(p[0] + 0.088 * h * x, 0.035 * h, p[2] + 0.015 * h + 0.092 * h * z))
    d.add("toenails", union(*nails).mirrored(), "nails", group="legs")
    a.skin("skin", "skin")
    return d


@family(
    "giraffe", "animal", nouns={"baby giraffe": {"height": 1.6}},
    parameters=(
        Real("height", 2.8, 1.4, 3.2, about="of the withers"), Real("neck", 1.0, 0.8, 1.15, unit=""), Real("length", 0.72, 0.65, 0.8, unit=""), Real("build", 1.0, 0.88, 1.15, unit=""), Real("lean", 66, 58, 76, unit="deg", about="of the neck"),
        Whole("patches", 84, 60, 110), Real("patch_size", 1.0, 0.8, 1.25, unit=""), Flag("mane", 0.85), Real("horn_length", 0.7, 0.5, 0.95, unit=""),
    ),
    slots={"fur": ("fur:#e2b668", "fur:#d9a95a", "fur:#ecca8c"), "patches": ("fur:#8a4e22", "fur:#6f3d1c", "fur:#a3622e"), "hooves": ("horn:#4a3c30",), "mane": ("fur:#7a4526",), "ear": ("fur:#e9cf9f",), "horn": ("fur:#3a2a20",)} | HAIR_SLOTS,
    words={"mane": {"mane": True}, "spots": {"patches": 84}}, paints={"spots": "patches", "coat": "fur"}, height=(2.0, 6.3),
)  # fmt: skip
def giraffe(v: Values) -> Draft:
    """Stilts, a sloping back, a neck as long as the legs."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.15 * h * w,
        belly=0.13 * h * w,
        rump=0.13 * h * w,
        leg=0.05 * h * w,
        shin=0.026 * h,
        foot=0.034 * h,
        stance=0.085 * h * w,
        hoofed=True,
        knees=0.4,
        rear=0.9,
    )
    m = Muzzle(reach=2.9, drop=0.75, root=0.72, tip=0.44, chin=0.22)
    a = Beast(v, b, m, 0.062 * h, (0.8 * h * v.neck, v.lean, 0.1 * h * w, 0.05 * h), pitch=24, extent=1.8 * h, cells=110)
    joints = a.tail(arc(-50, -88, 0.3 * h, 4), [0.013 * h, 0.011 * h, 0.009 * h, 0.008 * h])
    d, hd = a.d, a.head
    d.add("tail_tuft", sphere(0.016 * h, 0.05 * h, 0.016 * h).move(*joints[-1]), "mane")
    f.ears(d, hd, "leaf", (0.72, 0.5, -0.35), 1.3 * hd.size, 0.6 * hd.size, lean=75, inner="ear")
    stalks = union(
        *(
            cylinder(0.15 * hd.size, v.horn_length * hd.size * 1.5, 0.12 * hd.size).move(y=0.5 * hd.size),
            sphere(0.2 * hd.size).move(y=(0.5 + 0.75 * v.horn_length) * hd.size),
        )
    )
    d.add("horns", hd.place(stalks.rotate(z=-10).rotate(x=-12), 0.35, 0.75, -0.1).mirrored(), "horn", group="head")
    a.eyes(0.24, 64, 16, out=0.55, forward=0.25, white=None)
    a.nostrils(32, 16, 0.12)
    a.mouth(half=100, elevation=-38, smile=12, back=0.5)
    rng = v.rng("patches")
    region: Node | None = None
    for i in range(v.patches):
        if i % 3:
            z = float(rng.uniform(-0.48, 0.45)) * b.length
            center: Point3 = (0, b.front[1] * (1 - 0.06 * (0.5 - z / b.length)), z)
        else:
            center = between(a.root, a.end, float(rng.uniform(0.05, 0.95)))
        on = a.flesh.out(center, toward(90 * (1 if i % 2 else -1) + float(rng.uniform(-35, 35)), float(rng.uniform(-35, 80))), h)
        r = float(rng.uniform(0.036, 0.052)) * h * v.patch_size * (1.0 if i % 3 else 0.8)
        ball = cylinder(r, 2 * r, sides=6).rotate(x=90).rotate(y=90 if i % 3 else 60, z=float(rng.uniform(0, 30))).move(*on)
        region = ball if region is None else region + ball
    for side in (-1, 1):
        for p, q in ((a.stand.fore[0], a.stand.fore[1]), (a.stand.hind[0], a.stand.hind[1])):
            for s in (0.55, 0.9):
                c = between(p, q, s)
                ball = sphere(0.036 * h * v.patch_size).move(side * (c[0] + 0.04 * h), c[1], c[2] + (s - 0.7) * 0.06 * h)
                region = region + ball if region else ball
    if region:
        a.marking("patches", region, "patches")
    if v.mane:
        back = [
            a.flesh.hit(add(between(a.end, a.root, s), (0, 0.12 * h, -0.3 * h)), between(a.end, a.root, s))
            for s in (0.02, 0.25, 0.5, 0.75, 0.95)
        ]
        d.add("mane", sweep(back, 0.017 * h, round_ends=True), "mane")
    a.skin("fur", "hooves")
    return d


@family(
    "camel", "animal", nouns={"dromedary": {"humps": 1}, "bactrian camel": {"humps": 2}, "llama": {"humps": 0, "height": 1.15}, "alpaca": {"humps": 0, "height": 0.95}},
    parameters=(
        Real("height", 1.75, 0.9, 2.0, about="of the withers"), Whole("humps", 1, 0, 2), Real("hump_height", 1.0, 0.7, 1.35, unit=""), Real("neck", 1.0, 0.85, 1.15, unit=""), Real("length", 0.88, 0.8, 0.98, unit=""), Real("build", 1.0, 0.88, 1.15, unit=""),
        Flag("saddle", 0.35), Flag("beard", 0.5), Flag("hair", 0.5, about="thick hair on crown and throat"),
    ),
    slots={"fur": ("fur:#c99f66", "fur:#b58950", "fur:#dcc090", "fur:#a0763f"), "hair": ("fur:#8f6536", "fur:#7a5630"), "ear": ("fur:#9a7248",), "saddle": ("fabric:#b03030", "fabric:#2a5a8a", "fabric:#7a3a8a"), "trim": ("gold", "fabric:#e8c050"), "toes": ("horn:#6a543c",)} | HAIR_SLOTS,
    words={"saddle": {"saddle": True}, "hump": {"humps": 1}, "beard": {"beard": True}}, paints={"coat": "fur", "blanket": "saddle"}, height=(1.2, 3.2),
)  # fmt: skip
def camel(v: Values) -> Draft:
    """Long legs, one or two humps, a neck in an S."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.175 * h * w,
        belly=0.165 * h * w,
        rump=0.15 * h * w,
        leg=0.058 * h * w,
        shin=0.034 * h,
        foot=0.05 * h,
        stance=0.105 * h * w,
        knees=0.5,
        paw=0.5,
    )
    m = Muzzle(reach=2.35, drop=0.5, root=0.7, tip=0.46, wide=0.06, cheeks=0.4, chin=0.26)
    a = Beast(v, b, m, 0.085 * h, (0.5 * h * v.neck, 50, 0.11 * h * w, 0.065 * h), pitch=6, extent=1.6 * h, curve=-0.26)
    d, hd = a.d, a.head
    top = b.height
    for z in {0: [], 1: [-0.08], 2: [0.16, -0.24]}[v.humps]:
        k = (0.15 if v.humps == 1 else 0.115) * h * v.hump_height
        a.flesh.chain([(0, top - 0.08 * h, z * b.length), (0, top + 0.75 * k, (z - 0.02) * b.length)], [1.1 * k, 0.45 * k])
    joints = a.tail(arc(-45, -88, 0.3 * h, 4), [0.018 * h, 0.015 * h, 0.013 * h, 0.012 * h])
    d.add("tail_tuft", sphere(0.022 * h, 0.05 * h, 0.022 * h).move(*joints[-1]), "hair")
    f.ears(d, hd, "leaf", (0.55, 0.7, -0.3), (0.8 if v.humps else 1.5) * hd.size, 0.5 * hd.size, lean=25 if v.humps else 8, inner="ear")
    a.eyes(0.2, 58, 24, out=0.55, forward=0.3, white=None, lids="fur")
    a.nostrils(26, 16, 0.13)
    a.mouth(half=105, elevation=-30, smile=14, back=0.5)
    if v.hair:
        tuft = Flesh(0.012 * h, 48)
        tuft.chain([hd(0, 0.85, 0.1), hd(0, 0.95, -0.6)], [0.42 * hd.size, 0.4 * hd.size])
        d.add("crest", tuft.node(), "hair", group="head")
    if v.beard:
        throat = Flesh(0.015 * h, 56)
        for s in (0.35, 0.55, 0.75, 0.95):
            p = a.flesh.hit(add(between(a.root, a.end, s), (0, -0.25 * h, 0.3 * h)), between(a.root, a.end, s))
            throat.chain([add(p, (0, 0.02 * h, -0.02 * h)), add(p, (0, -0.06 * h, 0.0))], [0.04 * h, 0.016 * h])
        d.add("beard", throat.node(), "hair")
    if v.saddle:
        a.marking(
            "saddle",
            box(2 * h, 0.55 * b.chest + 0.4 * h, 0.44 * b.length).move(0, b.front[1] + 0.25 * b.chest + 0.2 * h, -0.06 * b.length),
            "saddle",
        )
        a.marking("saddle_trim", box(2 * h, 0.16 * b.chest, 0.44 * b.length).move(0, b.front[1] + 0.06 * b.chest, -0.06 * b.length), "trim")
    a.skin("fur", "toes")
    return d


@family(
    "rhinoceros", "animal", nouns={"rhino": {}, "hippo": {"horns": 0, "snout": 1.35, "hippo": True}, "hippopotamus": {"horns": 0, "snout": 1.35, "hippo": True}},
    parameters=(
        Real("height", 1.65, 1.2, 1.85, about="of the back"), Real("length", 1.65, 1.5, 1.8, unit=""), Real("build", 1.0, 0.9, 1.12, unit=""), Real("snout", 1.0, 0.9, 1.35, unit=""), Whole("horns", 2, 0, 2), Real("horn_length", 1.0, 0.6, 1.6, unit=""),
        Flag("plates", 0.4), Flag("hippo", 0), Real("ears", 1.0, 0.8, 1.2, unit=""),
    ),
    slots={"skin": ("hide:#8a8682", "hide:#74706e", "hide:#9a8f86"), "horn": ("horn:#c9bda6", "horn:#7a6f62"), "toes": ("horn:#cfc4b0",), "ear": ("hide:#b0938a",), "plates": ("hide:#6e6a68",)} | HAIR_SLOTS,
    words={"plates": {"plates": True}, "armored": {"plates": True}, "armoured": {"plates": True}}, paints={"body": "skin"}, height=(1.2, 2.2),
)  # fmt: skip
def rhinoceros(v: Values) -> Draft:
    """A tank: heavy trunk, short legs, a low head with horns."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.3 * h * w,
        belly=0.33 * h * w,
        rump=0.3 * h * w,
        sag=0.02 * h,
        leg=0.12 * h * w,
        shin=0.09 * h,
        foot=0.1 * h,
        stance=0.19 * h * w,
        knees=0.35,
        wide=1.12,
        rear=0.97,
        paw=0.3,
    )
    broad = 0.3 if v.hippo else 0.05
    m = Muzzle(
        reach=1.4 + 1.0 * v.snout,
        drop=0.55 if not v.hippo else 0.35,
        root=0.8,
        tip=0.55 if not v.hippo else 0.66,
        wide=broad,
        cheeks=0.4,
        chin=0.36,
    )
    a = Beast(v, b, m, 0.165 * h, (0.32 * h, 8, 0.26 * h * w, 0.17 * h), pitch=18, extent=2.2 * h, slot="skin")
    a.tail(arc(-60, -88, 0.3 * h, 3), [0.03 * h, 0.024 * h, 0.02 * h], drop=0.0)
    d, hd = a.d, a.head
    f.ears(
        d,
        hd,
        "leaf" if not v.hippo else "round",
        (0.6, 0.72, -0.45),
        0.75 * v.ears * hd.size,
        0.5 * hd.size,
        lean=18,
        inner="ear",
        slot="skin",
    )
    for i in range(v.horns):
        on = f.on_skin(a.flesh, hd, 0, 48 + 30 * i, (0, -m.drop * (1 - 0.5 * i), (m.reach - m.tip) * (1 - 0.4 * i)))
        k = (1.75 if i == 0 else 0.85) * v.horn_length * hd.size
        d.add(
            f"horn_{i + 1}",
            f.horn(
                [
                    add(on, hd.turn((0, -0.3, -0.05)), 0.3 * k),
                    add(on, hd.turn((0, 0.5, 0.22)), k * 0.9),
                    add(on, hd.turn((0, 1.0, 0.12)), k),
                ],
                (0.36 - 0.08 * i) * hd.size,
            ),
            "horn",
            group="head",
        )
    a.eyes(0.13, 62, 26, out=0.65, forward=0.3, white=None)
    a.nostrils(40, 30 if v.hippo else 12, 0.13)
    a.mouth(half=105, elevation=-24 if v.hippo else -32, smile=10, back=0.9)
    if v.plates:
        for i, z in enumerate((0.3, -0.28)):
            a.marking(
                f"plate_{i + 1}",
                box(2 * h, 1.3 * b.chest, 0.3 * b.length).rotate(x=8).move(0, b.front[1] + 0.45 * b.chest, z * b.length),
                "plates",
            )
    a.skin("skin", "toes")
    return d
