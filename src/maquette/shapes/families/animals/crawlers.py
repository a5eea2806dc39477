"""Reptiles, dinosaurs, frogs, turtles, snakes, insects, spiders, snails."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, toward
from maquette.shapes.sub.quadruped import Build, Muzzle, arc
from maquette.shapes.sub.wings import plate

SHAPE = (
    Real("length", 1.0, 0.88, 1.15, unit=""),
    Real("build", 1.0, 0.85, 1.2, unit=""),
    Real("head", 1.0, 0.88, 1.2, unit=""),
    Real("tail_length", 1.0, 0.8, 1.2, unit=""),
)
SCALY = (
    {
        "belly": ("scales:#d8c88a", "scales:#c8c0a0"),
        "spikes": ("horn:#3a3a2a", "horn:#c8a860"),
        "teeth": ("bone:#f4ecd8",),
        "claws": ("horn:#201c18",),
        "horn": ("bone", "horn"),
        "spots": ("scales:#3a3020", "scales:#d8a030"),
    }
    | HAIR_SLOTS
    | {"eyes": ("paint:#e0a818", "paint:#c8d040")}
)
PAINT = {"body": "scales", "skin": "scales", "stripes": "spots"}
WORDS = {"spikes": {"spikes": True}, "teeth": {"teeth": True}, "spots": {"spots": True}}


def back_spikes(a: Beast, low: float, high: float, count: int, size: float) -> None:
    """A row along the back, from `low` to `high` in trunk lengths."""
    h = a.build.height
    nodes = []
    for i in range(count):
        z = (high + (low - high) * i / (count - 1)) * a.build.length
        on = a.flesh.hit((0, 3 * h, z), (0, 0.1 * h, z))
        nodes.append(f.spike(on, (0, 1, -0.4), size * h * (0.6 + 0.4 * math.sin(math.pi * i / (count - 1))), 0.3 * size * h, 6, 0.3))
    a.d.add("spikes", union(*nodes), "spikes", group="back")


def row_of_teeth(a: Beast, length: float, count: int = 5) -> None:
    """Teeth along both jaws."""
    m, hd = a.muzzle, a.head
    nodes = []
    for s in (1, -1):
        for i in range(count):
            c = (0.9 * s * m.wide, -m.drop, (m.reach - m.tip) * (1 - 0.75 * i / count))
            on = a.flesh.out(hd(*c), hd.turn(toward(s * (35 if i == 0 else 85), -20)), 4 * hd.size)
            nodes.append(f.spike(on, (0.2 * s, -1, 0.1), length * hd.size, 0.28 * length * hd.size, 6, 0.25))
    a.d.add("teeth", union(*nodes), "teeth", group="head")


@family(
    "crocodile", "animal", nouns={"alligator": {}, "croc": {}, "lizard": {"snout": 0.6, "size": 0.3}, "gecko": {"snout": 0.5, "size": 0.2}, "iguana": {"snout": 0.6, "size": 0.5, "spikes": True}, "chameleon": {"snout": 0.55, "size": 0.3}, "komodo dragon": {"snout": 0.75, "size": 0.8}, "salamander": {"snout": 0.5, "size": 0.2, "spots": True}, "newt": {"snout": 0.5, "size": 0.2}},
    parameters=(Real("size", 1.0, 0.2, 1.4, unit="", about="1 is four metres long"), *SHAPE, Real("snout", 1.0, 0.5, 1.2, unit=""), Flag("spikes", 0.9), Flag("teeth", 0.9), Flag("spots", 0.3)),
    slots={"scales": ("scales:#5a6a3a", "scales:#4a5a40", "scales:#7a7048", "scales:#4a8a3a")} | SCALY, words=WORDS, paints=PAINT, height=(0.06, 1.2),
)  # fmt: skip
def crocodile(v: Values) -> Draft:
    """Low and long, on bent legs, with a heavy tail."""
    h, w = 0.5 * v.size, v.build
    b = Build(
        height=h,
        length=2.6 * h * v.length,
        chest=0.36 * h * w,
        belly=0.4 * h * w,
        rump=0.36 * h * w,
        leg=0.14 * h,
        shin=0.1 * h,
        foot=0.12 * h,
        stance=0.56 * h * w,
        knees=0.4,
        wide=1.3,
        paw=1.1,
    )
    m = Muzzle(reach=0.8 + 2.4 * v.snout, drop=0.35, root=0.6, tip=0.36, wide=0.3, cheeks=0.4, chin=0.28, skull=1.15)
    a = Beast(v, b, m, 0.27 * h * v.head, (0.35 * h, 4, 0.32 * h * w, 0.28 * h), pitch=0, extent=6.6 * h, slot="scales")
    t = 2.7 * h * v.tail_length
    a.tail(
        [(t * (i + 1) / 7, -0.34 * h * (1 - (1 - (i + 1) / 7) ** 2)) for i in range(7)],
        [h * k for k in (0.3, 0.27, 0.23, 0.18, 0.14, 0.1, 0.06)],
        drop=0.5,
    )
    a.flesh.ball(a.head(0.5, 0.72, 0.1), 0.4 * a.head.size, both=True)
    a.eyes(0.22, 40, 48, out=0.5, forward=0.3, white=None, center=(0.3, 0.4, 0.1))
    a.nostrils(30, 45, 0.14)
    a.mouth(half=105, elevation=-14, smile=10, back=1.9, thick=0.05)
    if v.spikes:
        back_spikes(a, -0.5, 0.42, 13, 0.24)
    if v.teeth:
        row_of_teeth(a, 0.3, 6)
    a.marking("belly", box(3 * h, 0.5 * h, 3.6 * h * v.length).move(0, b.front[1] - 0.28 * h - 0.16 * h, 0.1 * h), "belly")
    if v.spots:
        a.spots(22, 0.12, 0.3)
    a.skin("scales", "claws")
    return a.d


@family(
    "dinosaur", "animal", nouns={"t-rex": {"kind": "rex"}, "trex": {"kind": "rex"}, "tyrannosaurus": {"kind": "rex"}, "raptor": {"kind": "rex", "height": 1.4}, "velociraptor": {"kind": "rex", "height": 1.2}, "long neck": {"kind": "long"}, "brontosaurus": {"kind": "long"}, "brachiosaurus": {"kind": "long"}, "diplodocus": {"kind": "long"}, "triceratops": {"kind": "three"}, "stegosaurus": {"kind": "plates"}, "dino": {}, "baby dinosaur": {"height": 0.8, "head": 1.2}, "godzilla": {"kind": "rex", "spikes": True, "height": 4.0}, "ankylosaurus": {"kind": "plates"}},
    parameters=(Choice("kind", ("rex", "long", "three", "plates")), Real("height", 2.4, 0.7, 4.0, about="of the back"), *SHAPE, Flag("spikes", 0.4), Flag("teeth", 0.95), Flag("spots", 0.4), Real("neck", 1.0, 0.85, 1.2, unit="")),
    slots={"scales": ("scales:#5f8a3a", "scales:#7a6a40", "scales:#4a7a7a", "scales:#a8622f", "scales:#6a5a7a")} | SCALY, words=WORDS | {"horns": {"kind": "three"}, "plates": {"kind": "plates"}}, paints=PAINT | {"horns": "horn", "plates": "spikes"}, height=(0.8, 9.0),
)  # fmt: skip
def dinosaur(v: Values) -> Draft:
    """A hunter on two legs, a long neck, three horns, or plates on the back."""
    h, w, k = v.height, v.build, v.kind
    if k == "rex":
        return _rex(v)
    long = k == "long"
    b = Build(
        height=h,
        length=1.5 * h * v.length,
        chest=0.29 * h * w,
        belly=0.33 * h * w,
        rump=0.32 * h * w,
        leg=0.13 * h * w,
        shin=0.1 * h,
        foot=0.115 * h,
        stance=0.2 * h * w,
        knees=0.45,
        wide=1.1,
        paw=0.4,
        rear=1.08 if k == "plates" else 1.0,
    )
    m = (
        Muzzle(reach=1.9, drop=0.4, root=0.62, tip=0.42, wide=0.1, chin=0.24)
        if k != "three"
        else Muzzle(reach=2.1, drop=0.55, root=0.66, tip=0.22, wide=0.05, cheeks=0.5, chin=0.24)
    )
    size = (0.13 if long else 0.25 if k == "three" else 0.14) * h * v.head
    reach = (
        (1.5 * h * v.neck, 52, 0.22 * h * w, 0.1 * h)
        if long
        else (0.32 * h, 12 if k == "three" else -4, 0.24 * h * w, (0.22 if k == "three" else 0.12) * h)
    )
    a = Beast(
        v,
        b,
        m,
        size,
        reach,
        pitch=8,
        extent=(3.6 if long else 2.7) * h,
        slot="scales",
        cells=104 if long else 92,
        curve=0.1 if long else 0.0,
    )
    t = (1.9 if long else 1.1) * h * v.tail_length
    a.tail(arc(-30, 8, t, 7), [h * q for q in (0.24, 0.2, 0.165, 0.13, 0.1, 0.075, 0.05)], drop=0.3)
    d, hd = a.d, a.head
    a.eyes(0.2 if k != "three" else 0.13, 58, 22, out=0.5, forward=0.3, white=None)
    a.nostrils(32, 34, 0.12)
    a.mouth(half=100, elevation=-22, smile=14, back=0.7)
    if k == "three":
        frill = (
            union(
                sphere(1.75, 1.5, 0.26),
                *(sphere(0.24).move(1.66 * math.sin(q), 1.42 * math.cos(q), 0) for q in (-2.0, -1.5, -1.0, -0.5, 0, 0.5, 1.0, 1.5, 2.0)),
            )
            .scale(size)
            .rotate(x=-28)
        )
        d.add("frill", hd.place(frill, 0, 0.62, -0.75), "spots", group="head")
        for name, x, z, n in (("horns", 0.45, 0.35, 1.9), ("nose_horn", 0.0, 1.45, 0.8)):
            root = hd(x, 0.75 if x else 0.0, z)
            node = f.horn(
                [
                    add(root, (0, -0.15 * size, -0.1 * size)),
                    add(root, (0.05 * size, 0.4 * n * size, 0.35 * n * size)),
                    add(root, (0.1 * size * (1 if x else 0), 0.62 * n * size, 0.95 * n * size)),
                ],
                0.24 * size,
            )
            d.add(name, node.mirrored() if x else node, "horn", group="head")
    elif k == "plates":
        nodes: list[Node] = []
        for i in range(11):
            z = (0.55 - 0.115 * i) * b.length
            on = a.flesh.hit((0, 3 * h, z), (0, 0.3 * h, z))
            s = (0.12 + 0.2 * math.sin(math.pi * (i + 0.8) / 12)) * h
            leaf = (
                plate([(-0.5, -0.3), (-0.55, 0.3), (0, 1.1), (0.55, 0.3), (0.5, -0.3)], s, 0.035 * h)
                .rotate(y=90)
                .rotate(z=12 * (1 if i % 2 else -1))
            )
            nodes.append(leaf.move(0.05 * h * (-1 if i % 2 else 1), on[1] + 0.02 * h, z))
        d.add("plates", union(*nodes), "spikes", group="back")
        tip = d.limbs[0].joints[-1]
        d.add(
            "tail_spikes",
            union(
                *(f.spike(add(tip, (0, 0, 0.12 * h * i)), (s, 0.5, -0.4), 0.3 * h, 0.04 * h, 7, 0.2) for i in (0.5, 1.6) for s in (-1, 1))
            ),
            "spikes",
            group="tail",
        )
    elif v.spikes:
        back_spikes(a, -0.6, 0.45, 13, 0.14)
    a.marking("belly", box(3 * h, 0.7 * h, 1.1 * b.length).move(0, b.front[1] - 0.52 * h, 0), "belly")
    if v.spots:
        a.spots(18, 0.14, 0.32)
    a.skin("scales", "claws")
    return d


def _rex(v: Values) -> Draft:
    h, w = v.height, v.build
    d = Draft(extent=2.4 * h)
    flesh = Flesh(0.05 * h, 100)
    hip: Point3 = (0, 0.78 * h, -0.1 * h)
    chest: Point3 = (0, 0.92 * h, 0.38 * h)
    flesh.chain([hip, (0, 0.84 * h, 0.15 * h), chest], [0.24 * h * w, 0.25 * h * w, 0.2 * h * w])
    t = h * v.tail_length
    line: list[Point3] = [hip, (0, 0.76 * h, -0.4 * t), (0, 0.72 * h, -0.8 * t), (0, 0.74 * h, -1.15 * t), (0, 0.8 * h, -1.45 * t)]
    flesh.chain(line, [0.2 * h * w, 0.16 * h * w, 0.11 * h, 0.07 * h, 0.03 * h])
    leg: list[Point3] = [
        (0.15 * h * w, 0.72 * h, -0.06 * h),
        (0.19 * h * w, 0.46 * h, 0.1 * h),
        (0.19 * h * w, 0.24 * h, -0.14 * h),
        (0.19 * h * w, 0.08 * h, -0.02 * h),
    ]
    flesh.chain(leg, [0.17 * h * w, 0.115 * h * w, 0.07 * h, 0.06 * h], both=True)
    foot = leg[-1]
    for s in (-0.45, 0, 0.45):
        flesh.chain(
            [foot, (foot[0] + 0.15 * h * math.sin(s), 0.045 * h, foot[2] + 0.17 * h * math.cos(s))], [0.06 * h, 0.042 * h], both=True
        )
    hand: Point3 = (0.16 * h, 0.74 * h, 0.6 * h)
    flesh.chain([(0.15 * h, 0.86 * h, 0.44 * h), (0.2 * h, 0.76 * h, 0.46 * h), hand], [0.06 * h, 0.045 * h, 0.035 * h], both=True)
    size = 0.155 * h * v.head
    head = Frame((0, (1.2 + 0.08 * (v.neck - 1)) * h, 0.66 * h), 8, size)
    flesh.chain([chest, (0, 1.1 * h, 0.52 * h), head(0, -0.1, -0.3)], [0.17 * h * w, 0.13 * h, 0.12 * h])
    from maquette.shapes.sub.quadruped import skull

    m = Muzzle(reach=2.7, drop=0.35, root=0.82, tip=0.52, wide=0.2, cheeks=0.5, chin=0.38)
    skull(flesh, head, m)
    f.eyes(d, flesh, head, 0.2 * size * (1.35 if v.style == "cartoon" else 1), 52, 32, forward=0.4, out=0.5, white=None, lids="scales")
    tip = (0.0, -m.drop, m.reach - m.tip)
    d.add(
        "nostrils", sphere(0.11 * size).move(*flesh.out(head(*tip), head.turn(toward(32, 36)), 3 * size)).mirrored(), "nose", group="head"
    )
    d.add(
        "mouth", f.mouth_line(flesh, head, tip, half=108, elevation=-24, smile=14, back=1.3, thick=0.06, points=11), "mouth", group="head"
    )
    if v.teeth:
        nodes = []
        for s in (1, -1):
            for i in range(6):
                on = flesh.out(
                    head(0.9 * s * m.wide, -m.drop, tip[2] * (1 - 0.13 * i)), head.turn(toward(s * (30 if i == 0 else 82), -20)), 4 * size
                )
                nodes.append(f.spike(on, (0, -1, 0.08), 0.36 * size, 0.1 * size, 6, 0.25))
        d.add("teeth", union(*nodes), "teeth", group="head")
    nails = [
        f.spike(
            (foot[0] + 0.17 * h * math.sin(s), 0.035 * h, foot[2] + 0.2 * h * math.cos(s)),
            (math.sin(s), -0.3, math.cos(s)),
            0.1 * h,
            0.026 * h,
            7,
            0.35,
        )
        for s in (-0.45, 0, 0.45)
    ]
    nails += [f.spike(add(hand, (x * h, -0.01 * h, 0.02 * h)), (4 * x, -0.5, 1), 0.07 * h, 0.018 * h, 6, 0.35) for x in (-0.018, 0.018)]
    d.add("claws", union(*nails).mirrored(), "claws", group="feet")
    if v.spikes:
        pts = [flesh.hit((0, 3 * h, z * h), (0, 0.7 * h, z * h)) for z in (0.45, 0.32, 0.2, 0.08, -0.04, -0.16, -0.3, -0.45, -0.6, -0.75)]
        d.add(
            "spikes",
            union(*(f.spike(p, (0, 1, -0.4), (0.16 - 0.009 * i) * h, 0.04 * h, 6, 0.3) for i, p in enumerate(pts))),
            "spikes",
            group="back",
        )
    g = 0.007 * h
    d.add(
        "belly",
        flesh.node(g)
        & union(
            sphere(0.15 * h, 0.22 * h, 0.16 * h).move(0, 0.78 * h, 0.5 * h), sphere(0.15 * h, 0.12 * h, 0.3 * h).move(0, 0.6 * h, 0.18 * h)
        ),
        "belly",
    )
    if v.spots:
        rng = v.rng("spots")
        balls = [
            sphere(float(rng.uniform(0.03, 0.065)) * h).move(
                *flesh.out((0, 0.82 * h, float(rng.uniform(-0.7, 0.4)) * h), toward(90 if i % 2 else -90, float(rng.uniform(5, 80))), h)
            )
            for i in range(16)
        ]
        d.add("spots", flesh.node(1.5 * g) & union(*balls), "spots")
    d.add("body", flesh.node(), "scales")
    top = flesh.hit(head(0, 5, 0), head(0, 0, 0))
    d.point("head", top, size=2 * size)
    d.point("top", top)
    seat = flesh.hit((0, 3 * h, 0.15 * h), (0, 0.7 * h, 0.15 * h))
    d.point("seat", seat, size=0.4 * h)
    d.point("back", seat, size=0.4 * h)
    d.limb("leg_left", leg)
    d.limb("leg_right", [(-p[0], p[1], p[2]) for p in leg])
    d.limb("tail", line)
    return d


@family(
    "turtle", "animal", nouns={"tortoise": {"flippers": False}, "sea turtle": {"flippers": True}}, parameters=(Real("height", 0.22, 0.08, 0.9), *SHAPE, Real("dome", 1.0, 0.75, 1.3, unit=""), Flag("flippers", 0.25), Flag("plates", 0.9), Flag("rim", 0.85)),
    slots={"shell": ("scales:#6a5a30", "scales:#4a6a3a", "scales:#7a4a2a"), "plates": ("scales:#8a7a40", "scales:#3a4a28", "scales:#a8703a"), "skin": ("scales:#7a9a4a", "scales:#8a9a6a", "scales:#5a8a6a"), "claws": ("horn:#3a3428",)} | HAIR_SLOTS, words={"flippers": {"flippers": True}}, paints={"body": "skin", "head": "skin", "legs": "skin"}, height=(0.06, 1.1),
)  # fmt: skip
def turtle(v: Values) -> Draft:
    """A domed shell with plates, a wrinkled neck, stubby legs or flippers."""
    h, w = v.height, v.build
    d = Draft(extent=2.4 * h)
    x, z, y = 0.8 * h * w, 0.95 * h * v.length, 0.34 * h
    top = 0.62 * h * v.dome
    d.add("shell", sphere(x, top, z).move(y=y) & box(9 * h, 2 * h, 9 * h).move(y=y + h), "shell")
    d.add("underside", sphere(0.94 * x, 0.2 * h, 0.94 * z).move(y=y), "plates")
    if v.rim:
        d.add("rim", torus(1.0, 0.06).scale(0.985 * x, h, 0.985 * z).move(y=y + 0.02 * h), "plates")
    if v.plates:
        nodes = []
        for r, n, s in ((0.0, 1, 0.3), (0.5, 6, 0.25), (0.82, 10, 0.2)):
            for i in range(n):
                a = 2 * math.pi * i / n
                px, pz = r * math.sin(a), r * math.cos(a)
                py = math.sqrt(1 - r * r)
                nodes.append(
                    sphere(s * x, 0.06 * h, s * z)
                    .rotate(x=math.degrees(math.asin(pz)) * 0.8, z=-math.degrees(math.asin(px)) * 0.8)
                    .move(0.985 * px * x, y + 0.955 * py * top, 0.985 * pz * z)
                )
        d.add("plates", union(*nodes), "plates")
    flesh = Flesh(0.05 * h, 76)
    hd = Frame((0, 0.62 * h, z + 0.28 * h), 6, 0.2 * h * v.head)
    flesh.chain([(0, 0.4 * h, 0.7 * z), (0, 0.46 * h, z + 0.02 * h), hd(0, -0.2, -0.2)], [0.2 * h, 0.14 * h, 0.13 * h])
    flesh.ball(hd(0, 0, 0), hd.size)
    flesh.chain([hd(0, -0.15, 0.3), hd(0, -0.22, 0.75)], [0.7 * hd.size, 0.5 * hd.size])
    flesh.chain([(0, 0.36 * h, -0.8 * z), (0, 0.24 * h, -z - 0.2 * h * v.tail_length)], [0.12 * h, 0.03 * h])
    if v.flippers:
        flesh.chain(
            [(0.6 * x, 0.34 * h, 0.6 * z), (1.35 * x, 0.2 * h, 0.5 * z), (1.9 * x, 0.08 * h, 0.05 * z)],
            [0.13 * h, 0.11 * h, 0.05 * h],
            both=True,
        )
        flesh.chain([(0.6 * x, 0.3 * h, -0.6 * z), (1.1 * x, 0.08 * h, -1.05 * z)], [0.12 * h, 0.07 * h], both=True)
    else:
        for s in (0.62, -0.62):
            flesh.chain(
                [(0.55 * x, 0.36 * h, s * z), (0.86 * x, 0.22 * h, 1.12 * s * z), (0.9 * x, 0.1 * h, 1.16 * s * z)],
                [0.15 * h, 0.14 * h, 0.12 * h],
                both=True,
            )
        d.add("claws", union(*(f.claws((0.9 * x, 0, 1.16 * s * z), 0.12 * h) for s in (0.62, -0.62))).mirrored(), "claws", group="legs")
    f.eyes(d, flesh, hd, 0.23 * hd.size * (1.4 if v.style == "cartoon" else 1), 50, 22, forward=0.4, out=0.5, white=None)
    d.add("mouth", f.mouth_line(flesh, hd, (0, -0.22, 0.5), half=95, elevation=-16, smile=12, back=0.4, thick=0.06), "mouth", group="head")
    d.add("body", flesh.node() - box(9 * h, 2 * h, 9 * h).move(y=-h), "skin")
    d.point("head", flesh.hit(hd(0, 5, 0), hd(0, 0, 0)), size=2 * hd.size)
    for name in ("back", "seat", "top"):
        d.point(name, (0, y + top, 0), size=x)
    return d


@family(
    "frog", "animal", nouns={"toad": {"warts": True}, "tree frog": {}, "bullfrog": {"build": 1.2}, "frog prince": {"crown": True}}, parameters=(Real("height", 0.09, 0.05, 0.2), *SHAPE[:3], Real("eye_size", 1.0, 0.85, 1.25, unit=""), Real("mouth", 1.0, 0.85, 1.15, unit=""), Flag("warts", 0.35), Flag("belly", 0.85), Flag("crown", 0.06)),
    slots={"skin": ("skin:#5fa83a", "skin:#4a8a3a", "skin:#8aa83a", "skin:#3a9a7a"), "belly": ("skin:#e8e4b0", "skin:#f0e8c8"), "spots": ("skin:#2f5a24", "skin:#7a6a2a"), "crown": ("gold",)} | HAIR_SLOTS | {"eyes": ("paint:#e0a818", "paint:#c83a2a")}, words={"spots": {"warts": True}, "crown": {"crown": True}}, paints={"body": "skin", "warts": "spots"}, height=(0.035, 0.28),
)  # fmt: skip
def frog(v: Values) -> Draft:
    """Sitting: a wide mouth, eyes on top, folded hind legs, long toes."""
    h, w = v.height, v.build
    d = Draft(extent=1.5 * h)
    flesh = Flesh(0.07 * h, 84)
    flesh.chain(
        [(0.06 * h, 0.34 * h, -0.28 * h * v.length), (0.08 * h, 0.5 * h, 0.02 * h), (0.12 * h, 0.62 * h, 0.26 * h)],
        [0.26 * h * w, 0.33 * h * w, 0.27 * h * v.head],
        both=True,
    )
    hd = Frame((0, 0.64 * h, 0.26 * h), 0, 0.33 * h * v.head)
    flesh.ball((0.2 * h, 0.86 * h, 0.28 * h), 0.13 * h * v.eye_size, both=True)
    flesh.chain(
        [(0.26 * h, 0.3 * h, -0.3 * h), (0.5 * h, 0.34 * h, 0.02 * h), (0.42 * h, 0.1 * h, -0.24 * h), (0.52 * h, 0.06 * h, 0.05 * h)],
        [0.17 * h, 0.13 * h, 0.09 * h, 0.06 * h],
        both=True,
    )
    flesh.chain(
        [(0.24 * h, 0.42 * h, 0.26 * h), (0.36 * h, 0.22 * h, 0.3 * h), (0.32 * h, 0.06 * h, 0.42 * h)],
        [0.11 * h, 0.08 * h, 0.06 * h],
        both=True,
    )
    for (x, z), n in (((0.52, 0.05), 0.26), ((0.32, 0.42), 0.17)):
        for a in (-0.5, 0.0, 0.5):
            end = ((x + n * math.sin(a + 0.15)) * h, 0.035 * h, (z + n * math.cos(a + 0.15)) * h)
            flesh.chain([(x * h, 0.06 * h, z * h), end], [0.05 * h, 0.028 * h], both=True)
            flesh.ball(end, 0.042 * h, both=True)
    r = 0.115 * h * v.eye_size
    for name, node, slot in zip(
        ("eyes", "iris", "pupils", "glints"),
        f.eyeball((0.215 * h, 0.885 * h, 0.35 * h), (0.35, 0.12, 1), r, 0.5),
        ("white", "eyes", "pupil", "glint"),
        strict=True,
    ):
        d.add(name if name != "eyes" else "eye_whites", node.mirrored(), slot, group="head")
    d.add("mouth", f.mouth_line(flesh, hd, (0, -0.1, 0), half=82 * v.mouth, elevation=-8, smile=12, thick=0.055), "mouth", group="head")
    if v.belly:
        d.add("belly", flesh.node(0.01 * h) & sphere(0.3 * h, 0.32 * h, 0.24 * h).move(0, 0.28 * h, 0.36 * h), "belly")
    if v.warts:
        rng = v.rng("warts")
        d.add(
            "warts",
            union(
                *(
                    sphere(float(rng.uniform(0.025, 0.045)) * h).move(
                        *flesh.out((0, 0.5 * h, -0.05 * h), toward(float(rng.uniform(70, 290)), float(rng.uniform(0, 70))), h)
                    )
                    for _ in range(14)
                )
            ),
            "spots",
        )
    top = flesh.hit((0, 3 * h, 0.2 * h), (0, 0.5 * h, 0.2 * h))
    if v.crown:
        d.add(
            "crown",
            union(
                torus(0.13 * h, 0.022 * h),
                *(
                    f.spike(
                        (0.13 * h * math.sin(a), 0, 0.13 * h * math.cos(a)),
                        (0.2 * math.sin(a), 1, 0.2 * math.cos(a)),
                        0.14 * h,
                        0.04 * h,
                        4,
                        0.1,
                    )
                    for a in (0, 1.257, 2.513, 3.77, 5.027)
                ),
            ).move(*add(top, (0, 0.015 * h, 0))),
            "crown",
            group="head",
        )
    d.add("body", flesh.node() - box(9 * h, 2 * h, 9 * h).move(y=-h), "skin")
    d.point("head", top, size=0.5 * h)
    d.point("top", top)
    d.point("back", flesh.hit((0, 3 * h, -0.1 * h), (0, 0.4 * h, -0.1 * h)), size=0.5 * h)
    return d


@family(
    "snake", "animal", nouns={"cobra": {"hood": True}, "python": {"thickness": 1.3}, "viper": {}, "rattlesnake": {"rattle": True}, "serpent": {}, "worm": {"fangs": False, "tongue": False}, "boa": {"thickness": 1.3}}, parameters=(Real("width", 0.6, 0.2, 1.2, about="of the coil"), Whole("coils", 2, 1, 3), Real("thickness", 1.0, 0.8, 1.3, unit=""), Real("raise", 1.0, 0.7, 1.3, unit="", about="of the head"), Real("head", 1.0, 0.85, 1.25, unit=""), Flag("hood", 0.25), Flag("tongue", 0.85), Flag("fangs", 0.5), Flag("rattle", 0.2), Flag("bands", 0.6)),
    slots={"scales": ("scales:#4a7a3a", "scales:#8a6a3a", "scales:#c8862a", "scales:#3a4a5a"), "bands": ("scales:#2a2a1c", "scales:#e0c860", "scales:#a8281f"), "tongue": ("paint:#c8202a",), "teeth": ("bone",), "rattle": ("horn:#d8c088",), "belly": ("scales:#e8dca8",)} | HAIR_SLOTS | {"eyes": ("paint:#e8c020", "paint:#d8401c")}, words={"hood": {"hood": True}, "striped": {"bands": True}, "tongue": {"tongue": True}, "fangs": {"fangs": True}}, paints={"body": "scales", "stripes": "bands"}, height=(0.08, 1.2),
)  # fmt: skip
def snake(v: Values) -> Draft:
    """Coils with a raised head, a forked tongue."""
    w = v.width
    d = Draft(extent=1.1 * w)
    r = 0.075 * w * v.thickness
    flesh = Flesh(0.35 * r, 104)
    path: list[Point3] = []
    n = 12 * v.coils
    for i in range(n + 1):
        s = i / n
        a = 2 * math.pi * v.coils * s
        radius = (0.42 - 0.2 * s) * w
        path.append((radius * math.sin(a), r * (0.95 + 1.25 * v.coils * s * 0.75), radius * math.cos(a)))
    up = path[-1][1]
    path += [
        (-0.06 * w, up + 0.12 * w, 0.02 * w),
        (0.0, up + 0.28 * w * v.values["raise"], -0.05 * w),
        (0.0, up + 0.46 * w * v.values["raise"], 0.05 * w),
        (0.0, up + 0.5 * w * v.values["raise"], 0.14 * w),
    ]
    m = len(path) - 1
    radii = [r * (min(1.0, 0.22 + 3.2 * i / m) if i < m * 0.3 else (0.78 if i > m - 3 else 1.0)) for i in range(m + 1)]
    flesh.chain(path, radii)
    hd = Frame(path[-1], 6, 1.12 * r * v.head)
    flesh.ball(hd(0.25, 0.05, 0), 0.85 * hd.size, both=True)
    flesh.chain([hd(0.15, -0.05, 0.4), hd(0.1, -0.15, 1.25)], [0.75 * hd.size, 0.5 * hd.size], both=True)
    if v.hood:
        p = path[-2]
        for k, s in ((0.9, 0.0), (1.5, -0.1), (1.3, -0.22), (0.7, -0.32)):
            flesh.chain([(0.0, p[1] + s * w, p[2] - 0.02 * w), (k * r, p[1] + s * w, p[2] - 0.015 * w)], [0.5 * r, 0.42 * r], both=True)
    f.eyes(d, flesh, hd, 0.27 * hd.size * (1.4 if v.style == "cartoon" else 1), 50, 26, forward=0.4, out=0.5, white=None, slit=True)
    d.add("mouth", f.mouth_line(flesh, hd, (0, -0.15, 0.8), half=112, elevation=-14, smile=10, back=0.7, thick=0.06), "mouth", group="head")
    if v.tongue:
        t0 = hd(0, -0.32, 1.5)
        d.add(
            "tongue",
            union(
                sweep([t0, add(t0, (0, -0.02 * r, 0.9 * r))], 0.1 * r),
                *(
                    sweep(
                        [add(t0, (0, -0.02 * r, 0.85 * r)), add(t0, (0.3 * r * s, -0.12 * r, 1.4 * r))],
                        [0.095 * r, 0.06 * r],
                        round_ends=True,
                    )
                    for s in (-1, 1)
                ),
            ),
            "tongue",
            group="head",
        )
    if v.fangs:
        d.add(
            "fangs",
            f.spike(f.on_skin(flesh, hd, 26, -22, (0, -0.1, 0.9)), (0, -1, 0.1), 0.5 * r, 0.1 * r, 6, 0.2).mirrored(),
            "teeth",
            group="head",
        )
    if v.rattle:
        d.add(
            "rattle",
            union(*(sphere((0.34 - 0.05 * i) * r).move(*add(path[0], (-0.35 * r * (i + 0.2), 0.16 * r * i, 0))) for i in range(4))),
            "rattle",
        )
    if v.bands:
        d.add(
            "bands",
            flesh.node(0.006 * w)
            & union(
                *(
                    sphere(0.95 * r, 1.15 * r, 0.32 * r)
                    .rotate(y=math.degrees(math.atan2(p[0], p[2])) + 90)
                    .move(p[0], p[1] + 0.45 * r, p[2])
                    for p in path[3:-4:2]
                )
            ),
            "bands",
        )
    d.add("body", flesh.node(), "scales")
    top = flesh.hit(hd(0, 5, 0), hd(0, 0, 0))
    d.point("head", top, size=2 * hd.size)
    d.point("top", top)
    return d


CHITIN = (
    {"wings": ("glass:#d8ecf4", "ice"), "legs": ("chitin:#1c1816", "chitin:#3a2a20"), "head": ("chitin:#201c1a", "chitin:#3a2a20")}
    | f.EYE_SLOTS
    | {"eyes": ("paint:#18120f", "paint:#8a1c14")}
)
BUG = (
    Real("length", 0.1, 0.03, 0.5),
    Real("build", 1.0, 0.85, 1.2, unit=""),
    Real("leg_length", 1.0, 0.8, 1.25, unit=""),
    Real("wing_size", 1.0, 0.8, 1.25, unit=""),
    Real("antenna_length", 1.0, 0.6, 1.5, unit=""),
    Flag("antennas", 0.95),
)


def bug_legs(d: Draft, n: float, pairs: int, y: float, reach: float, r: float, z0: float, z1: float, knee: float = 0.5) -> None:
    """Jointed legs in pairs along the thorax."""
    nodes = []
    for i in range(pairs):
        s = i / max(pairs - 1, 1)
        z = z0 + (z1 - z0) * s
        out = math.radians(42 - 84 * s)
        ex, ez = math.cos(out) * reach, math.sin(out) * reach
        nodes.append(
            sweep(
                [(0.03 * n, y, z), (0.5 * ex, y + knee * reach, z + 0.5 * ez), (0.85 * ex, 0.35 * y, z + 0.85 * ez), (ex, r * 0.7, z + ez)],
                [1.3 * r, 1.15 * r, 0.85 * r, 0.6 * r],
                smooth=False,
                round_ends=True,
            )
        )
    d.add("legs", union(*nodes).mirrored(), "legs", group="legs")


@family(
    "butterfly", "animal", nouns={"moth": {}, "monarch": {}, "monarch butterfly": {}, "dragonfly": {"narrow": True}}, parameters=(*BUG, Real("raise", 32, 10, 60, unit="deg", about="of the wings"), Flag("spots", 0.8), Flag("narrow", 0.0)),
    slots={"wings": ("paint:#e8802a", "paint:#3a7fd8", "paint:#d84a8a", "paint:#e0c030", "paint:#7a4fc0"), "edges": ("paint:#1c1a1f", "paint:#2a1f3a"), "spots": ("paint:#f6f0e0", "paint:#f0d040"), "body": ("fur:#2a2220", "fur:#4a3428"), "legs": ("chitin:#1c1816",)} | f.EYE_SLOTS, words={"spots": {"spots": True}}, paints={"wing": "wings"}, height=(0.01, 0.8),
)  # fmt: skip
def butterfly(v: Values) -> Draft:
    """Four painted wings, a slender body, clubbed feelers."""
    n = v.length
    d = Draft(extent=1.5 * n * v.wing_size)
    y, r = 0.15 * n, 0.05 * n * v.build
    flesh = Flesh(0.02 * n, 64)
    flesh.chain([(0, y, 0.2 * n), (0, y, 0.02 * n), (0, y - 0.01 * n, -0.42 * n)], [1.15 * r, 1.2 * r, 0.55 * r])
    hd = Frame((0, y + 0.01 * n, 0.3 * n), 0, 1.1 * r)
    flesh.ball(hd(0, 0, 0), hd.size)
    f.eyes(d, flesh, hd, 0.5 * hd.size, 48, 16, out=0.8, white=None)
    k = 0.8 * n * v.wing_size
    upper = (
        [(-0.05, 0.1), (0.3, 0.42), (0.75, 0.78), (1.0, 0.78), (0.95, 0.4), (0.7, 0.05), (0.3, -0.06), (0, -0.06)]
        if not v.narrow
        else [(0, 0.1), (0.5, 0.3), (1.1, 0.32), (1.12, 0.2), (0.6, 0.08), (0, 0.0)]
    )
    lower = (
        [(0, 0.04), (0.35, 0.02), (0.68, -0.06), (0.75, -0.36), (0.5, -0.72), (0.28, -0.6), (0.08, -0.25)]
        if not v.narrow
        else [(0, 0), (0.6, -0.02), (1.05, -0.1), (1.0, -0.24), (0.5, -0.16), (0, -0.08)]
    )
    t = 0.018 * n

    def wing(outline: list[tuple[float, float]], share: float, thick: float) -> Node:
        cx, cy = sum(a for a, _ in outline) / len(outline), sum(b for _, b in outline) / len(outline)
        return plate([(cx + share * (a - cx), cy + share * (b - cy)) for a, b in outline], k, thick)

    def place(node: Node) -> Node:
        return node.rotate(x=90).rotate(z=v.values["raise"]).move(-0.5 * r, y + 0.2 * r, 0.05 * n).mirrored()

    d.add("wing_edges", place(union(wing(upper, 1.0, t), wing(lower, 1.0, t))), "edges", group="wings")
    d.add("wings", place(union(wing(upper, 0.78, 2 * t), wing(lower, 0.76, 2 * t))), "wings", group="wings")
    if v.spots:
        dots = [
            sphere(0.05 * k, 0.05 * k, 1.5 * t).move(a * k, b * k, 0)
            for a, b in (((0.78, 0.5), (0.6, 0.3), (0.52, -0.3), (0.42, -0.5)) if not v.narrow else ((0.95, 0.24), (0.9, -0.16)))
        ]
        d.add("spots", place(union(*dots)), "spots", group="wings")
    if v.antennas:
        a = 0.3 * n * v.antenna_length
        d.add(
            "antennae",
            union(
                sweep(
                    [hd(0.3, 0.6, 0.3), add(hd(0.3, 0.6, 0.3), (0.3 * a, 0.6 * a, 0.5 * a)), add(hd(0.3, 0.6, 0.3), (0.6 * a, 0.8 * a, a))],
                    0.009 * n,
                ),
                sphere(0.018 * n).move(*add(hd(0.3, 0.6, 0.3), (0.6 * a, 0.8 * a, a))),
            ).mirrored(),
            "legs",
            group="head",
        )
    bug_legs(d, n, 3, y - 0.02 * n, 0.17 * n * v.leg_length, 0.011 * n, 0.18 * n, -0.02 * n, 0.1)
    d.add("body", flesh.node(), "body")
    d.point("head", hd(0, 1, 0), size=2 * hd.size)
    d.point("top", (0, y + r, 0))
    d.point("back", (0, y + r, 0))
    return d


@family(
    "bee", "animal", nouns={"bumblebee": {"build": 1.2}, "honey bee": {}, "wasp": {"build": 0.85}, "hornet": {"build": 0.9}, "ant": {"kind": "ant"}, "ladybug": {"kind": "beetle"}, "ladybird": {"kind": "beetle"}, "beetle": {"kind": "beetle", "spots": 0}, "fly": {"stripes": 0}, "insect": {}, "bug": {"kind": "beetle"}, "firefly": {"glow": True}, "cockroach": {"kind": "beetle", "spots": 0}, "mosquito": {"build": 0.85, "stripes": 0}},
    parameters=(*BUG, Choice("kind", ("bee", "bee", "bee", "bee", "beetle", "ant")), Whole("stripes", 3, 0, 4), Whole("spots", 7, 0, 9), Flag("sting", 0.8), Flag("glow", 0.0)),
    slots={"body": ("fur:#f0b820", "fur:#e8a41c"), "stripes": ("fur:#1f1a16",), "shell": ("car paint:#c81f1c", "car paint:#d8461c", "car paint:#2a6a4a", "chitin:#3a2a20"), "ant": ("chitin:#4a2418", "chitin:#221a18"), "spots": ("paint:#15120f",), "glow": ("glow:#d8ff60",)} | CHITIN,
    words={"stripes": {"stripes": 3}, "spots": {"spots": 7}, "sting": {"sting": True}, "stinger": {"sting": True}, "wings": {}}, paints={"wing": "wings", "shell": "shell"}, height=(0.01, 0.6),
)  # fmt: skip
def bee(v: Values) -> Draft:
    """Three-part bodies: striped bees with wings, spotted beetles under a shell, ants."""
    n, w = v.length, v.build
    d = Draft(extent=1.25 * n)
    y = 0.24 * n
    beetle, ant = v.kind == "beetle", v.kind == "ant"
    flesh = Flesh(0.03 * n, 72)
    hd = Frame((0, y + (0.02 if not beetle else -0.03) * n, 0.36 * n), 0, (0.13 if not beetle else 0.12) * n)
    if ant:
        flesh.ball((0, y, 0.12 * n), 0.1 * n)
        flesh.chain([(0, y, 0.12 * n), (0, y - 0.01 * n, -0.06 * n)], [0.08 * n, 0.03 * n])
        flesh.chain([(0, y + 0.03 * n, -0.18 * n), (0, y + 0.02 * n, -0.36 * n)], [0.14 * n * w, 0.11 * n * w])
    elif beetle:
        d.add(
            "shell",
            sphere(0.34 * n * w, 0.28 * n, 0.42 * n).move(0, y - 0.06 * n, -0.08 * n) & box(9 * n, n, 9 * n).move(y=y - 0.06 * n + 0.5 * n),
            "shell",
        )
        flesh.chain([(0, y - 0.08 * n, 0.18 * n), (0, y - 0.08 * n, -0.28 * n)], [0.12 * n, 0.13 * n])
        d.add(
            "seam",
            torus(0.405 * n, 0.018 * n).rotate(z=90).scale(1, 0.67, 1).move(0, y - 0.06 * n, -0.08 * n)
            & box(n, n, n).move(y=y + 0.5 * n - 0.1 * n),
            "spots",
        )
        for i in range(v.spots):
            a, s = (
                (0.55, 0.3),
                (-0.55, 0.3),
                (0.62, -0.25),
                (-0.62, -0.25),
                (0.28, 0.02),
                (-0.28, 0.02),
                (0.0, 0.62),
                (0.3, -0.55),
                (-0.3, -0.55),
            )[i]
            py = math.sqrt(max(0.05, 1 - a * a - s * s))
            d.add(
                f"spot_{i + 1}",
                sphere(0.07 * n, 0.045 * n, 0.07 * n).move(0.33 * n * w * a, y - 0.06 * n + 0.265 * n * py, -0.08 * n + 0.41 * n * s),
                "spots",
                group="spots",
            )
    else:
        flesh.chain([(0, y, 0.14 * n), (0, y + 0.01 * n, 0.02 * n)], [0.15 * n * w, 0.13 * n * w])
        flesh.chain([(0, y, -0.14 * n), (0, y - 0.03 * n, -0.34 * n), (0, y - 0.05 * n, -0.45 * n)], [0.17 * n * w, 0.14 * n * w, 0.05 * n])
    flesh.chain([(0, y - 0.02 * n, 0.2 * n), hd(0, 0, 0)], [0.06 * n, 0.06 * n])
    skull = Flesh(0.02 * n, 36)
    skull.ball(hd(0, 0, 0), hd.size)
    skull.ball(hd(0, -0.4, 0.4), 0.6 * hd.size)
    d.add("head", skull.node(), "head" if not ant else "ant", group="head")
    f.eyes(d, skull, hd, 0.42 * hd.size, 46, 16, out=0.75, forward=0.4)
    d.add("mouth", f.mouth_line(skull, hd, (0, -0.3, 0.1), half=30, elevation=-14, smile=12, thick=0.06, points=5), "spots", group="head")
    if v.antennas:
        a = 0.22 * n * v.antenna_length
        p = hd(0.35, 0.8, 0.3)
        d.add(
            "antennae",
            union(
                sweep([p, add(p, (0.3 * a, 0.7 * a, 0.2 * a)), add(p, (0.6 * a, 0.8 * a, 0.9 * a))], 0.014 * n),
                sphere(0.028 * n).move(*add(p, (0.6 * a, 0.8 * a, 0.9 * a))),
            ).mirrored(),
            "legs",
            group="head",
        )
    if v.kind == "bee":
        for i in range(v.stripes):
            d.add(
                f"stripe_{i + 1}",
                flesh.node(0.006 * n) & box(n, n, 0.06 * n).move(0, y, (-0.1 - 0.115 * i) * n),
                "stripes",
                group="stripes",
            )
        if v.sting:
            d.add("sting", f.spike((0, y - 0.05 * n, -0.47 * n), (0, -0.1, -1), 0.14 * n, 0.03 * n, 8, 0.3), "legs")
        k = 0.55 * n * v.wing_size
        leaf = union(
            plate([(0, 0.05), (0.4, 0.25), (0.95, 0.2), (1.0, -0.05), (0.6, -0.18), (0.05, -0.08)], k, 0.02 * n),
            plate([(0, 0.0), (0.3, -0.08), (0.6, -0.3), (0.5, -0.5), (0.2, -0.35)], k, 0.02 * n),
        )
        d.add(
            "wings",
            leaf.rotate(x=90).rotate(y=22).rotate(z=34).move(0.05 * n, y + 0.11 * n * w, 0.1 * n).mirrored(),
            "wings",
            group="wings",
        )
        if v.glow:
            d.add("light", flesh.node(0.008 * n) & box(n, n, 0.3 * n).move(0, y, -0.45 * n), "glow")
    bug_legs(
        d, n, 3, y - (0.08 if not ant else 0.02) * n, 0.34 * n * v.leg_length, 0.02 * n, 0.2 * n, -0.02 * n if not beetle else -0.2 * n, 0.3
    )
    d.add("body", flesh.node(), {"bee": "body", "ant": "ant"}.get(v.kind, "head"))
    d.point("head", hd(0, 1, 0), size=2 * hd.size)
    d.point("top", (0, y + 0.2 * n, -0.05 * n))
    d.point("back", (0, y + 0.2 * n, -0.05 * n))
    return d


@family(
    "spider", "animal", nouns={"tarantula": {"hairs": True, "build": 1.2}, "black widow": {"mark": True}, "arachnid": {}, "scorpion": {"tail": True}, "giant spider": {"width": 2.0}}, parameters=(Real("width", 0.3, 0.05, 2.0), Real("build", 1.0, 0.85, 1.25, unit=""), Real("leg_length", 1.0, 0.85, 1.2, unit=""), Real("knee", 0.5, 0.35, 0.65, unit=""), Whole("eyes", 6, 2, 8), Flag("fangs", 0.9), Flag("mark", 0.5), Flag("hairs", 0.35), Flag("tail", 0.0)),
    slots={"body": ("fur:#2a2220", "fur:#5a3f28", "chitin:#18161a", "fur:#4a2f4a"), "legs": ("fur:#241e1c", "fur:#4a3424", "chitin:#1a1618"), "mark": ("paint:#c8201c", "paint:#e0a828"), "eyes": ("glow:#ff3020", "obsidian"), "fangs": ("horn:#3a1f18", "bone"), "hairs": ("fur:#6a5040",)}, words={"fangs": {"fangs": True}, "hairy": {"hairs": True}, "tail": {"tail": True}}, paints={"abdomen": "body", "spots": "mark"}, height=(0.015, 1.2),
)  # fmt: skip
def spider(v: Values) -> Draft:
    """Two-part body on eight bent legs, many eyes, fangs."""
    n = v.width
    d = Draft(extent=1.05 * n)
    y = 0.17 * n
    flesh = Flesh(0.03 * n, 76)
    flesh.ball((0, y, 0.08 * n), 0.095 * n)
    flesh.chain([(0, y, 0.08 * n), (0, y + 0.01 * n, -0.06 * n)], [0.06 * n, 0.04 * n])
    if v.tail:
        line: list[Point3] = [
            (0, y, -0.1 * n),
            (0, y, -0.28 * n),
            (0, y + 0.14 * n, -0.4 * n),
            (0, y + 0.3 * n, -0.36 * n),
            (0, y + 0.36 * n, -0.22 * n),
        ]
        flesh.chain(line, [0.09 * n, 0.07 * n, 0.05 * n, 0.045 * n, 0.04 * n])
        d.add("sting", f.spike(line[-1], (0, -0.4, 1), 0.14 * n, 0.035 * n, 8, 0.2), "fangs")
        pincer = union(
            sweep(
                [(0.05 * n, y, 0.12 * n), (0.16 * n, y + 0.03 * n, 0.26 * n), (0.12 * n, y + 0.02 * n, 0.36 * n)],
                [0.025 * n, 0.028 * n, 0.04 * n],
                round_ends=True,
            ),
            *(f.spike((0.12 * n, y + 0.02 * n, 0.37 * n), (s, 0, 1), 0.13 * n, 0.026 * n, 8, 0.2) for s in (-0.4, 0.4)),
        )
        d.add("pincers", pincer.mirrored(), "legs", group="arms")
    else:
        flesh.chain([(0, y + 0.05 * n, -0.14 * n), (0, y + 0.06 * n, -0.24 * n)], [0.13 * n * v.build, 0.145 * n * v.build])
    hd = Frame((0, y, 0.08 * n), 0, 0.095 * n)
    nodes = [
        sphere((0.026 if i < 2 else 0.017) * n).move(*f.on_skin(flesh, hd, az, el))
        for i, (az, el) in enumerate(
            ((16, 22), (-16, 22), (38, 30), (-38, 30), (14, 46), (-14, 46), (54, 14), (-54, 14))[: v.eyes + v.eyes % 2]
        )
    ]
    d.add("eyes", union(*nodes), "eyes", group="head")
    if v.fangs:
        d.add(
            "fangs",
            sweep([hd(0.3, -0.3, 0.8), hd(0.34, -0.55, 1.25), hd(0.2, -1.15, 1.2)], [0.03 * n, 0.026 * n, 0.006 * n]).mirrored(),
            "fangs",
            group="head",
        )
    legs = []
    for i in range(4):
        out = math.radians(52 - 35 * i)
        reach = 0.45 * n * v.leg_length
        ex, ez = math.cos(out) * reach, math.sin(out) * reach
        legs.append(
            sweep(
                [
                    (0.05 * n, y, 0.07 * n),
                    (0.38 * ex, y + v.knee * 0.5 * reach, 0.06 * n + 0.4 * ez),
                    (0.62 * ex, y + v.knee * 0.45 * reach, 0.06 * n + 0.64 * ez),
                    (0.9 * ex, 0.09 * n, 0.06 * n + 0.9 * ez),
                    (ex, 0.012 * n, 0.06 * n + ez),
                ],
                [0.024 * n, 0.024 * n, 0.021 * n, 0.016 * n, 0.01 * n],
                smooth=False,
                round_ends=True,
            )
        )
    d.add("legs", union(*legs).mirrored(), "legs", group="legs")
    if v.mark and not v.tail:
        d.add(
            "mark",
            flesh.node(0.005 * n)
            & union(
                sphere(0.045 * n, 0.2 * n, 0.05 * n).move(0, y + 0.2 * n, -0.17 * n),
                sphere(0.045 * n, 0.2 * n, 0.05 * n).move(0, y + 0.2 * n, -0.27 * n),
            ),
            "mark",
        )
    if v.hairs and not v.tail:
        rng = v.rng("hairs")
        hair = []
        for _ in range(36):
            way = toward(float(rng.uniform(60, 300)), float(rng.uniform(-20, 85)))
            hair.append(f.spike(flesh.out((0, y + 0.05 * n, -0.2 * n), way, n), way, 0.07 * n, 0.011 * n, 5, 0.3))
        d.add("hairs", union(*hair), "hairs")
    d.add("body", flesh.node(), "body")
    d.point("head", flesh.hit((0, n, 0.08 * n), (0, 0, 0.08 * n)), size=0.18 * n)
    d.point("top", flesh.hit((0, n, -0.2 * n), (0, 0, -0.2 * n)))
    d.point("back", flesh.hit((0, n, -0.1 * n), (0, 0, -0.1 * n)), size=0.2 * n)
    return d


@family(
    "snail", "animal", nouns={"slug": {"shell": False}, "sea snail": {}, "garden snail": {}}, parameters=(Real("length", 0.12, 0.05, 0.4), Real("shell_size", 1.0, 0.8, 1.25, unit=""), Whole("turns", 2, 2, 3), Real("stalk", 1.0, 0.7, 1.4, unit=""), Real("build", 1.0, 0.85, 1.2, unit=""), Real("lean", 0, -12, 12, unit="deg"), Flag("shell", 1.0), Flag("bands", 0.6), Real("smile", 1.0, 0.5, 1.3, unit="")),
    slots={"shell": ("porcelain:#a8683a", "porcelain:#d8a860", "porcelain:#7a4a3a", "porcelain:#c87a8a"), "bands": ("porcelain:#5a3420", "porcelain:#f0e0c0"), "skin": ("slime:#c8b088", "slime:#a89a78", "slime:#9ab07a")} | f.EYE_SLOTS | {"mouth": ("paint:#4a2f28",)}, words={"shell": {"shell": True}, "house": {"shell": True}}, paints={"body": "skin"}, height=(0.02, 0.5),
)  # fmt: skip
def snail(v: Values) -> Draft:
    """A spiral house on a soft foot, eyes on stalks."""
    n = v.length
    d = Draft(extent=1.1 * n)
    flesh = Flesh(0.03 * n, 72)
    r = 0.085 * n * v.build
    for x in (0.0, 0.05 * n):
        flesh.chain(
            [(x, 0.03 * n, -0.5 * n), (x, 0.8 * r, -0.15 * n), (x, 0.95 * r, 0.2 * n), (0.6 * x, 0.2 * n, 0.38 * n)],
            [0.025 * n, 0.9 * r, 1.05 * r, 0.085 * n],
            both=x > 0,
        )
    hd = Frame((0, 0.25 * n, 0.42 * n), 0, 0.1 * n)
    flesh.ball(hd(0, 0, 0), 0.1 * n)
    d.add(
        "mouth",
        f.mouth_line(flesh, hd, (0, -0.2, 0), half=38 * v.smile, elevation=-12, smile=12, thick=0.08, points=5),
        "mouth",
        group="head",
    )
    top = hd(0.55, 0.6 + 1.6 * v.stalk, 0.5)
    d.add(
        "stalks",
        sweep([hd(0.35, 0.5, 0.2), hd(0.45, 1.1, 0.35), top], [0.032 * n, 0.024 * n, 0.022 * n], round_ends=True).mirrored(),
        "skin",
        group="head",
    )
    for name, node, slot in zip(
        ("eye_whites", "eyes", "pupils", "glints"), f.eyeball(top, (0.15, 0, 1), 0.05 * n), ("white", "eyes", "pupil", "glint"), strict=True
    ):
        d.add(name, node.mirrored(), slot, group="head")
    high = 0.3 * n
    if v.shell:
        k = 0.27 * n * v.shell_size
        count = 12 * v.turns
        pts, radii = [], []
        for i in range(count + 1):
            s = i / count
            a = 2 * math.pi * v.turns * s - 0.9
            q = k * (1 - 0.92 * s)
            pts.append((0.35 * k * s, 0.13 * n + 1.02 * k + 0.62 * q * math.sin(a), -0.12 * n - 0.62 * q * math.cos(a)))
            radii.append(max(0.56 * k * (1 - 0.86 * s), 0.03 * n))
        house = Flesh(0.01 * n, 64)
        house.chain(pts, radii, both=True)
        d.add("shell", house.node().rotate(x=v.lean * 0.3), "shell")
        if v.bands:
            line = [(p[0] + 0.97 * q, p[1], p[2]) for p, q in zip(pts, radii, strict=True)]
            d.add("bands", sweep(line[: count - 2], 0.022 * n).mirrored().rotate(x=v.lean * 0.3), "bands")
        high = 0.13 * n + 2.1 * k
    d.add("body", flesh.node() - box(9 * n, 2 * n, 9 * n).move(y=-n), "skin")
    d.point("head", hd(0, 1, 0), size=0.2 * n)
    d.point("top", (0, high, -0.12 * n))
    d.point("back", (0, high, -0.12 * n), size=0.3 * n)
    return d
