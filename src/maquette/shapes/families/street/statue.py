"""Pedestal: something to put other things on. Statue: a figure, a bust, an obelisk or a free form on a pedestal."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, bone, box, cylinder, extrude, lathe, organic, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.primitives import Bone
from maquette.shapes.sub.outlines import ring_of


def _pedestal(d: Draft, kind: str, height: float, width: float, slot: str, trim: str, panel: bool) -> float:
    """Adds a plinth with base and cornice; returns the height of its top."""
    h, w = height, width
    sides = {"square": 4, "round": None, "octagonal": 8, "column": None}[kind]
    k = 0.5 * w / math.cos(math.pi / sides) if sides else 0.5 * w
    turn = 45.0 if kind == "square" else 22.5
    waist = 0.74 if kind != "column" else 0.6
    profile = [
        (1.0, 0),
        (1.0, 0.1),
        (0.95, 0.12),
        (0.86, 0.17),
        (0.8, 0.2),
        (waist, 0.22),
        (waist * 0.97, 0.8),
        (0.78, 0.83),
        (0.9, 0.88),
        (0.94, 0.9),
        (0.94, 1.0),
    ]
    d.add("pedestal", lathe([(k * a, h * y) for a, y in profile], sides=sides).rotate(y=turn), slot, group="pedestal")
    if kind == "column":
        d.add(
            "flutes",
            union(
                *(
                    sweep([(0.6 * k * x, 0.23 * h, 0.6 * k * z), (0.583 * k * x, 0.79 * h, 0.583 * k * z)], 0.055 * k)
                    for x, z in ring_of(14, 1.0)
                )
            ),
            slot,
            group="pedestal",
        )
    if panel and kind == "square":
        d.add(
            "plaque",
            box(0.62 * w * waist / 0.74, 0.3 * h, 0.04, 0.008).move(0, 0.5 * h, 0.5 * w * waist * 0.985),
            trim,
            group="plaque",
        )
        d.add(
            "plaque_lines",
            union(
                *(
                    box((0.42 - 0.07 * (i % 2)) * w, 0.025 * h, 0.05).move(
                        0, (0.56 - 0.06 * i) * h, 0.5 * w * waist * 0.985
                    )
                    for i in range(3)
                )
            ),
            slot,
            group="plaque",
        )
    return h


@family(
    "pedestal",
    "street",
    nouns={"plinth": {}, "column pedestal": {"kind": "column"}, "stand": {}, "display stand": {"kind": "square"}},
    parameters=(
        Choice("kind", ("square", "round", "octagonal", "column")),
        Real("height", 0.9, 0.3, 1.4),
        Real("width", 0.6, 0.4, 1.0),
        Flag("plaque", 0.5),
        Flag("step", 0.5),
        Flag("top_plate", 0.4),
        Flag("cloth", 0.1),
        Real("step_height", 0.1, 0.06, 0.16),
        Whole("steps", 1, 1, 3),
    ),
    slots={
        "stone": ("marble", "stone", "granite", "sandstone"),
        "trim": ("bronze", "gold", "marble"),
        "cloth": ("velvet:#8c1c2c", "velvet:#1d3f7a"),
    },
    words={"plaque": {"plaque": True}, "steps": {"step": True, "steps": 3}, "cloth": {"cloth": True}},
    paints={"plaque": "trim"},
    height=(0.28, 2.0),
)
def pedestal(v: Values) -> Draft:
    """Something to put other things on."""
    w, lift = v.width, 0.0
    count = v.steps if v.step else 0
    d = Draft(extent=max(v.height + count * v.step_height, w * (1 + 0.4 * count)))
    tops = Draft(extent=1)
    _pedestal(tops, v.kind, v.height, w, "stone", "trim", v.plaque)
    for i in range(count):
        grow = w * (1 + 0.36 * (count - i))
        solid = (
            box(grow, v.step_height, grow, 0.015)
            if v.kind == "square"
            else cylinder(0.54 * grow, v.step_height, bevel=0.015, sides=8 if v.kind == "octagonal" else None).rotate(
                y=22.5
            )
        )
        d.add(f"step_{i + 1}", solid.move(y=lift + v.step_height / 2), "stone", group="steps")
        lift += v.step_height - 0.004
    for part in tops.parts:
        d.add(part.name, part.solid.move(y=lift), part.material, group=part.group)
    top = lift + v.height
    if v.top_plate:
        d.add("top_plate", cylinder(0.42 * w, 0.04, bevel=0.008).move(y=top + 0.012), "trim")
        top += 0.032
    if v.cloth:
        d.add("cloth", box(0.62 * w, 0.02, 0.62 * w, 0.006).rotate(y=45).move(y=top), "cloth")
        top += 0.01
    d.point("top", (0, top, 0), size=0.8 * w)
    return d


@family(
    "statue",
    "street",
    nouns={
        "monument": {},
        "sculpture": {"figure": "abstract"},
        "bust": {"figure": "bust"},
        "obelisk": {"figure": "obelisk"},
        "memorial": {"figure": "obelisk"},
        "stone statue": {},
        "war memorial": {"figure": "obelisk"},
        "greek statue": {"figure": "person", "sword": False},
    },
    parameters=(
        Choice("figure", ("person", "bust", "obelisk", "abstract")),
        Real("height", 1.75, 1.2, 2.3, about="of the figure"),
        Real("pedestal_height", 0.95, 0.5, 1.5),
        Real("pedestal_width", 0.85, 0.7, 1.1),
        Choice("pedestal", ("square", "octagonal", "round")),
        Choice("pose", ("standing", "pointing", "raised")),
        Flag("sword", 0.4),
        Flag("cloak", 0.5),
        Flag("plaque", 0.7),
        Flag("step", 0.6),
        Flag("moss", 0.15),
    ),
    slots={
        "figure": ("bronze", "stone", "marble", "copper:#5f9a86", "sandstone"),
        "stone": ("granite", "stone", "marble"),
        "trim": ("bronze", "gold"),
        "moss": ("moss",),
    },
    words={
        "sword": {"sword": True},
        "cloak": {"cloak": True},
        "plaque": {"plaque": True},
        "moss": {"moss": True},
        "mossy": {"moss": True},
    },
    paints={"pedestal": "stone", "plinth": "stone", "base": "stone", "plaque": "trim"},
    height=(1.2, 4.4),
)
def statue(v: Values) -> Draft:
    """A figure, a bust, an obelisk or a free form on a pedestal."""
    lift, w = 0.0, v.pedestal_width
    tall = v.height * (0.45 if v.figure == "bust" else 1.3 if v.figure == "obelisk" else 1.0)
    d = Draft(extent=tall + v.pedestal_height + (0.12 if v.step else 0))
    if v.step:
        d.add(
            "step",
            box(1.5 * w, 0.14, 1.5 * w, 0.015).move(y=0.07)
            if v.pedestal == "square"
            else cylinder(0.82 * w, 0.14, bevel=0.015).move(y=0.07),
            "stone",
            group="pedestal",
        )
        lift = 0.135
    part = Draft(extent=1)
    _pedestal(part, v.pedestal, v.pedestal_height, w, "stone", "trim", v.plaque)
    for p in part.parts:
        d.add(p.name, p.solid.move(y=lift), p.material, group=p.group)
    y = lift + v.pedestal_height - 0.01
    figure: Node
    if v.figure == "obelisk":
        a = 0.24 * w
        figure = union(
            lathe(
                [
                    (1.5 * a, 0),
                    (1.5 * a, 0.06 * tall),
                    (1.3 * a, 0.1 * tall),
                    (1.15 * a, 0.1 * tall),
                    (0.72 * a, 0.92 * tall),
                    (0.05 * a, tall),
                ],
                sides=4,
            ).rotate(y=45)
        )
        figure = union(figure, (sphere(0.5 * a, 0.5 * a, 0.05).move(y=0.3 * tall, z=0.75 * a)))
    elif v.figure == "abstract":
        turns = [math.tau * i / 30 for i in range(30)]
        k = 0.3 * tall
        knot: list[Point3] = [
            (
                k * (math.sin(a) + 2 * math.sin(2 * a)) / 3,
                0.5 * tall + 0.42 * tall * (math.cos(a) - 2 * math.cos(2 * a)) / 3,
                -k * math.sin(3 * a) / 2.2,
            )
            for a in turns
        ]
        figure = union(
            sweep(knot, 0.055 * tall, closed=True),
            lathe([(0.22 * w, 0), (0.2 * w, 0.04 * tall), (0.08 * w, 0.1 * tall), (0.1 * w, 0.4 * tall)]),
        )
    elif v.figure == "bust":
        s = tall / 0.62
        figure = union(
            lathe([(0.16 * s, 0), (0.16 * s, 0.03 * s), (0.07 * s, 0.06 * s), (0.08 * s, 0.12 * s)]),
            organic(_bust(s), 0.03 * s, cells=80),
        )
    else:
        figure = organic(_person(v, tall), 0.022 * tall, cells=110)
        figure = union(figure, box(0.36 * tall, 0.05, 0.26 * tall, 0.012).move(y=0.025))
    d.add("figure", figure.move(y=y), "figure", group="figure")
    if v.figure == "person":
        t = tall / 1.8
        if v.cloak:
            back = _cloak(t)
            d.add("cloak", back.move(y=y), "figure", group="figure")
        if v.sword:
            hand = _hand(v.pose, t)
            blade = union(
                extrude(
                    [(-0.028 * t, 0), (0.028 * t, 0), (0.024 * t, 0.72 * t), (0, 0.8 * t), (-0.024 * t, 0.72 * t)],
                    0.022 * t,
                    bevel=0.006 * t,
                ),
                box(0.22 * t, 0.04 * t, 0.05 * t, 0.01 * t),
                cylinder(0.02 * t, 0.2 * t).move(y=-0.1 * t),
                sphere(0.035 * t).move(y=-0.2 * t),
            )
            turned = blade.move(y=0.1 * t) if v.pose == "raised" else blade.move(y=0.1 * t).rotate(x=180)
            d.add("sword", turned.move(hand[0], y + hand[1], hand[2]), "figure", group="figure")
    if v.moss:
        d.add(
            "moss",
            union(
                *(
                    sphere(0.13, 0.05, 0.1).move(x, lift + 0.98 * v.pedestal_height - 0.01, z)
                    for x, z in ring_of(3, 0.36 * w, 50)
                ),
                *(
                    sphere(0.16, 0.07, 0.12).move(x, lift + 0.09 * v.pedestal_height, z)
                    for x, z in ring_of(5, 0.48 * w, 10)
                ),
            ),
            "moss",
        )
    d.point("top", (0, y + tall, 0), size=0.2)
    return d


def _bust(s: float) -> list[Bone]:
    head = (0.0, 0.47 * s, 0.01 * s)
    return [
        bone((0, 0.2 * s, 0), (0, 0.12 * s, 0), 0.14 * s, 0.08 * s),
        bone((-0.13 * s, 0.21 * s, 0), (0.13 * s, 0.21 * s, 0), 0.09 * s),
        bone((0, 0.25 * s, -0.01 * s), (0, 0.38 * s, 0), 0.06 * s),
        bone(head, (0, 0.52 * s, -0.01 * s), 0.085 * s, 0.1 * s),
        bone((0, 0.41 * s, 0.03 * s), (0, 0.43 * s, 0.03 * s), 0.055 * s),
        bone((0, 0.47 * s, 0.1 * s), (0, 0.445 * s, 0.115 * s), 0.012 * s, 0.02 * s),
        bone((-0.03 * s, 0.5 * s, 0.085 * s), (0.03 * s, 0.5 * s, 0.085 * s), 0.018 * s),
    ]


def _hand(pose: str, t: float) -> Point3:
    return {
        "standing": (-0.33 * t, 0.9 * t, 0.12 * t),
        "pointing": (-0.33 * t, 0.9 * t, 0.12 * t),
        "raised": (-0.42 * t, 1.88 * t, 0.08 * t),
    }[pose]


def _person(v: Values, tall: float) -> list[Bone]:
    """Bones of a figure of 1.8 m, scaled; its own right hand (-X) holds what it holds."""
    t = tall / 1.8
    hand = _hand(v.pose, t)
    elbow = (-0.36 * t, 1.12 * t, -0.04 * t) if v.pose != "raised" else (-0.38 * t, 1.56 * t, 0.0)
    left = (
        ((0.44 * t, 1.4 * t, 0.2 * t), (0.52 * t, 1.5 * t, 0.48 * t))
        if v.pose == "pointing"
        else ((0.34 * t, 1.12 * t, -0.03 * t), (0.25 * t, 1.02 * t, 0.15 * t))
    )

    def b(a: Point3, c: Point3, ra: float, rc: float | None = None) -> Bone:
        return bone(a, c, ra * t, None if rc is None else rc * t)

    def p(x: float, y: float, z: float = 0.0) -> Point3:
        return (x * t, y * t, z * t)

    return [
        b(p(0, 1.0), p(0, 1.38, -0.01), 0.14, 0.165),
        b(p(-0.15, 1.42, -0.01), p(0.15, 1.42, -0.01), 0.085),
        b(p(0, 1.44), p(0, 1.56, 0.01), 0.06),
        b(p(0, 1.63, 0.02), p(0, 1.7, 0.0), 0.085, 0.1),
        b(p(0, 1.58, 0.05), p(0, 1.6, 0.05), 0.05),
        b(p(0, 1.64, 0.1), p(0, 1.62, 0.115), 0.014, 0.02),
        b(p(-0.19, 1.42), elbow, 0.075, 0.055),
        b(elbow, hand, 0.055, 0.042),
        b(hand, hand, 0.055),
        b(p(0.19, 1.42), left[0], 0.075, 0.055),
        b(left[0], left[1], 0.055, 0.042),
        b(left[1], left[1], 0.052),
        b(p(-0.09, 0.95), p(-0.11, 0.52, 0.05), 0.11, 0.078),
        b(p(-0.11, 0.52, 0.05), p(-0.12, 0.1, 0.0), 0.075, 0.05),
        b(p(-0.12, 0.07), p(-0.13, 0.06, 0.16), 0.055, 0.045),
        b(p(0.09, 0.95), p(0.12, 0.52, 0.0), 0.11, 0.078),
        b(p(0.12, 0.52, 0.0), p(0.13, 0.1, -0.06), 0.075, 0.05),
        b(p(0.13, 0.07, -0.06), p(0.15, 0.06, 0.1), 0.055, 0.045),
        b(p(-0.1, 0.86), p(0.1, 0.86), 0.13),
        b(p(-0.1, 0.78, 0.02), p(0.1, 0.78, 0.02), 0.12),
    ]


def _cloak(t: float) -> Node:
    """A cloak that hangs from the shoulders to the calves."""
    folds = [
        bone(
            ((i - 3) * 0.06 * t, 1.42 * t, -0.1 * t),
            ((i - 3) * 0.105 * t, 0.22 * t, (-0.2 - 0.05 * (i % 2)) * t),
            0.05 * t,
            (0.055 + 0.02 * (i % 2)) * t,
        )
        for i in range(7)
    ]
    return organic(folds, 0.03 * t, cells=72)
