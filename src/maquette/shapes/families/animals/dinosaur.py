"""Dinosaurs: a hunter on two legs, long necks, three horns, plates."""

from __future__ import annotations

import math

from maquette.shapes.api import sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import Beast
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, toward
from maquette.shapes.sub.quadruped import Build, Muzzle, arc, skull
from maquette.shapes.sub.scaly import PAINT, SCALY, SHAPE, WORDS, back_spikes
from maquette.shapes.sub.wings import plate


@family(
    "dinosaur",
    "animal",
    nouns={
        "t-rex": {"kind": "rex"},
        "trex": {"kind": "rex"},
        "tyrannosaurus": {"kind": "rex"},
        "raptor": {"kind": "rex", "height": 1.4},
        "velociraptor": {"kind": "rex", "height": 1.2},
        "long neck": {"kind": "long"},
        "brontosaurus": {"kind": "long"},
        "brachiosaurus": {"kind": "long"},
        "diplodocus": {"kind": "long"},
        "triceratops": {"kind": "three"},
        "stegosaurus": {"kind": "plates"},
        "dino": {},
        "baby dinosaur": {"height": 0.8, "head": 1.2},
        "godzilla": {"kind": "rex", "spikes": True, "height": 4.0},
        "ankylosaurus": {"kind": "plates"},
    },
    parameters=(
        Choice("kind", ("rex", "long", "three", "plates")),
        Real("height", 2.4, 0.7, 4.0, about="of the back"),
        *SHAPE,
        Flag("spikes", 0.4),
        Flag("teeth", 0.95),
        Flag("spots", 0.4),
        Real("neck", 1.0, 0.85, 1.2, unit=""),
    ),
    slots={
        "scales": ("scales:#5f8a3a", "scales:#7a6a40", "scales:#4a7a7a", "scales:#a8622f", "scales:#6a5a7a"),
        **SCALY,
    },
    words=WORDS | {"horns": {"kind": "three"}, "plates": {"kind": "plates"}},
    paints=PAINT | {"horns": "horn", "plates": "spikes"},
    height=(0.8, 9.0),
)
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
        cells=70 if long else 76,
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
                *(
                    sphere(0.24).move(1.66 * math.sin(q), 1.42 * math.cos(q), 0)
                    for q in (-2.0, -1.5, -1.0, -0.5, 0, 0.5, 1.0, 1.5, 2.0)
                ),
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
                *(
                    f.spike(add(tip, (0, 0, 0.12 * h * i)), (s, 0.5, -0.4), 0.3 * h, 0.04 * h, 7, 0.2)
                    for i in (0.5, 1.6)
                    for s in (-1, 1)
                )
            ),
            "spikes",
            group="tail",
        )
    elif v.spikes:
        back_spikes(a, -0.6, 0.45, 13, 0.14)
    a.marking("belly", sphere(0.19 * h * w, 0.42 * h, 0.62 * b.length).move(0, b.front[1] - 0.5 * h, 0), "belly")
    if v.spots:
        a.spots(18, 0.14, 0.32)
    a.skin("scales", "claws")
    return d


def _rex(v: Values) -> Draft:
    h, w = v.height, v.build
    d = Draft(extent=2.4 * h)
    flesh = Flesh(0.05 * h, 67)
    hip: Point3 = (0, 0.78 * h, -0.1 * h)
    chest: Point3 = (0, 0.92 * h, 0.38 * h)
    flesh.chain([hip, (0, 0.84 * h, 0.15 * h), chest], [0.24 * h * w, 0.25 * h * w, 0.2 * h * w])
    t = h * v.tail_length
    line: list[Point3] = [
        hip,
        (0, 0.76 * h, -0.4 * t),
        (0, 0.72 * h, -0.8 * t),
        (0, 0.74 * h, -1.15 * t),
        (0, 0.8 * h, -1.45 * t),
    ]
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
            [foot, (foot[0] + 0.15 * h * math.sin(s), 0.045 * h, foot[2] + 0.17 * h * math.cos(s))],
            [0.06 * h, 0.042 * h],
            both=True,
        )
    hand: Point3 = (0.16 * h, 0.74 * h, 0.6 * h)
    flesh.chain(
        [(0.15 * h, 0.86 * h, 0.44 * h), (0.2 * h, 0.76 * h, 0.46 * h), hand],
        [0.06 * h, 0.045 * h, 0.035 * h],
        both=True,
    )
    size = 0.155 * h * v.head
    head = Frame((0, (1.2 + 0.08 * (v.neck - 1)) * h, 0.66 * h), 8, size)
    flesh.chain([chest, (0, 1.1 * h, 0.52 * h), head(0, -0.1, -0.3)], [0.17 * h * w, 0.13 * h, 0.12 * h])
    m = Muzzle(reach=2.7, drop=0.35, root=0.82, tip=0.52, wide=0.2, cheeks=0.5, chin=0.38)
    skull(flesh, head, m)
    f.eyes(
        d,
        flesh,
        head,
        0.2 * size * (1.35 if v.style == "cartoon" else 1),
        52,
        32,
        forward=0.4,
        out=0.5,
        white=None,
        lids="scales",
    )
    tip = (0.0, -m.drop, m.reach - m.tip)
    d.add(
        "nostrils",
        sphere(0.11 * size).move(*flesh.out(head(*tip), head.turn(toward(32, 36)), 3 * size)).mirrored(),
        "nose",
        group="head",
    )
    d.add(
        "mouth",
        f.mouth_line(flesh, head, tip, half=108, elevation=-24, smile=14, back=1.3, thick=0.06, points=11),
        "mouth",
        group="head",
    )
    if v.teeth:
        nodes = []
        for s in (1, -1):
            for i in range(6):
                on = flesh.out(
                    head(0.9 * s * m.wide, -m.drop, tip[2] * (1 - 0.13 * i)),
                    head.turn(toward(s * (30 if i == 0 else 82), -20)),
                    4 * size,
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
    nails += [
        f.spike(add(hand, (x * h, -0.01 * h, 0.02 * h)), (4 * x, -0.5, 1), 0.07 * h, 0.018 * h, 6, 0.35)
        for x in (-0.018, 0.018)
    ]
    d.add("claws", union(*nails).mirrored(), "claws", group="feet")
    if v.spikes:
        pts = [
            flesh.hit((0, 3 * h, z * h), (0, 0.7 * h, z * h))
            for z in (0.45, 0.32, 0.2, 0.08, -0.04, -0.16, -0.3, -0.45, -0.6, -0.75)
        ]
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
            sphere(0.115 * h, 0.26 * h, 0.2 * h).move(0, 0.8 * h, 0.56 * h),
            sphere(0.12 * h, 0.12 * h, 0.4 * h).move(0, 0.6 * h, 0.24 * h),
        ),
        "belly",
    )
    if v.spots:
        rng = v.rng("spots")
        balls = [
            sphere(float(rng.uniform(0.03, 0.065)) * h).move(
                *flesh.out(
                    (0, 0.82 * h, float(rng.uniform(-0.7, 0.4)) * h),
                    toward(90 if i % 2 else -90, float(rng.uniform(5, 80))),
                    h,
                )
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
