"""Monsters with any number of eyes, arms and horns."""

from __future__ import annotations

import math
from itertools import pairwise

from maquette.shapes.api import sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, flip, toward


def eye_row(
    d: Draft,
    flesh: Flesh,
    head: Frame,
    count: int,
    r: float,
    elevation: float,
    out: float = 0.35,
    stalks: bool = False,
    slot: str = "fur",
) -> None:
    """One to six eyes on the front of a body, in rows; with `stalks` they stand up."""
    layouts: dict[int, list[tuple[float, float, float]]] = {
        1: [(0.0, 0.0, 1.5)],
        2: [(-20, 0, 1.0), (20, 0, 1.0)],
        3: [(-28, 0, 0.9), (0, 4, 1.25), (28, 0, 0.9)],
        4: [(-32, 6, 0.75), (-11, 2, 1.0), (11, 2, 1.0), (32, 6, 0.75)],
        5: [(-30, 0, 0.8), (0, 0, 1.2), (30, 0, 0.8), (-17, 22, 0.65), (17, 22, 0.65)],
        6: [(-22, 0, 1.0), (22, 0, 1.0), (0, 10, 0.8), (-38, 16, 0.6), (38, 16, 0.6), (0, 32, 0.55)],
    }
    rows = layouts[count]
    groups: list[list[Node]] = [[], [], [], []]
    rods: list[Node] = []
    for az, el, k in rows:
        way = head.turn(toward(az, elevation + el))
        on = flesh.out(head(0, 0, 0), way, 5 * head.size)
        at = add(on, way, (out - 0.6) * r * k)
        if stalks:
            root, at = flesh.out(head(0, 0, 0), head.turn(toward(az, 68)), 5 * head.size), (0.0, 0.0, 0.0)
            at = add(
                root, (0.5 * math.sin(math.radians(az)) * head.size, (0.55 + 0.12 * k) * head.size, 0.1 * head.size)
            )
            rods.append(
                sweep(
                    [add(root, (0, -0.1 * head.size, 0)), add(root, (0, 0.3 * head.size, 0)), at],
                    [0.13 * head.size, 0.1 * head.size, 0.12 * head.size],
                )
            )
        look = add((0.25 * way[0], 0.25 * way[1], 0.25 * way[2]), (0, -0.05, 0.8))
        for group, node in zip(groups, f.eyeball(at, look, r * k), strict=True):
            group.append(node)
    if rods:
        d.add("eye_stalks", union(*rods), slot, group="head")
    for name, group, slot_ in zip(
        ("eye_whites", "eyes", "pupils", "glints"), groups, ("white", "eyes", "pupil", "glint"), strict=True
    ):
        d.add(name, union(*group), slot_, group="head")


@family(
    "monster",
    "creature",
    nouns={
        "beast": {},
        "creature": {},
        "furry monster": {"body": "round"},
        "cyclops": {"eyes": 1, "body": "tall"},
        "yeti": {"eyes": 2, "body": "tall", "horns": 0},
        "bigfoot": {"eyes": 2, "body": "tall", "horns": 0},
        "sasquatch": {"eyes": 2, "body": "tall", "horns": 0},
        "kraken": {"tentacles": 8, "body": "round"},
        "boogeyman": {},
        "tentacle monster": {"tentacles": 7},
    },
    parameters=(
        Real("height", 1.4, 0.5, 2.6),
        Choice("body", ("round", "tall", "pear")),
        Whole("eyes", 3, 1, 6),
        Whole("horns", 2, 0, 4),
        Whole("arms", 2, 2, 4),
        Whole("tentacles", 0, 0, 8, about="instead of legs"),
        Real("width", 1.0, 0.8, 1.3, unit=""),
        Real("mouth", 1.0, 0.7, 1.3, unit=""),
        Flag("stalks", 0.2),
        Flag("spikes", 0.4),
        Flag("spots", 0.5),
        Flag("tail", 0.4),
        Flag("tongue", 0.4),
        Flag("belly", 0.6),
    ),
    slots={
        "fur": ("fur:#7a4fb0", "fur:#3f9a8a", "fur:#d8642a", "fur:#4a7fc8", "fur:#9ac03a", "fur:#c03a5a"),
        "belly": ("fur:#e8d8a8", "fur:#c8e0d0", "fur:#f0c8c8"),
        "horn": ("horn:#f0e6cc", "horn:#4a3a30"),
        "spots": ("fur:#f0c040", "fur:#2f3f7a", "fur:#e05a8a"),
        "spikes": ("horn:#f0b030", "horn:#5a2f7a"),
        "mouth": ("paint:#3a0f18",),
        "teeth": ("porcelain:#fbf7ea",),
        "tongue": ("paint:#e0607a",),
        "claws": ("horn:#efe6d0", "horn:#2a2220"),
    }
    | f.EYE_SLOTS
    | {"eyes": ("paint:#3fae4a", "paint:#e0a01c", "paint:#c83a2a", "paint:#3a8fd0")},
    words={
        "spots": {"spots": True},
        "spikes": {"spikes": True},
        "tail": {"tail": True},
        "tongue": {"tongue": True},
        "tentacle": {"tentacles": 6},
        "cute": {"body": "round"},
        "one-eyed": {"eyes": 1},
        "stalks": {"stalks": True},
    },
    paints={"body": "fur", "skin": "fur", "horns": "horn"},
    height=(0.5, 3.6),
)
def monster(v: Values) -> Draft:
    """A body that is mostly head: a great mouth with teeth, any number of eyes, horns, arms, tentacles."""
    h, w, d = v.height, v.width, Draft(extent=1.25 * v.height)
    flesh = Flesh(0.06 * h, 60)
    lift = 0.2 * h
    shapes = {
        "round": ((0.31, 0.43), (0.28, 0.62)),
        "tall": ((0.22, 0.36), (0.21, 0.57), (0.2, 0.79)),
        "pear": ((0.29, 0.42), (0.23, 0.63), (0.19, 0.8)),
    }[v.body]
    body = [((0.0, y * h + (0.04 * h if v.body == "round" else 0), 0.0), r * h * (0.85 + 0.15 * w)) for r, y in shapes]
    for (a, ra), (b, rb) in pairwise(body):
        x = (w - 0.9) * 0.16 * h
        flesh.chain([add(a, (x, 0, 0)), add(b, (x, 0, 0))], [ra, rb], both=True)
    center, size = body[-1][0], body[-1][1]
    head = Frame(add(center, (0, -0.1 * size, 0)), 0, size)
    y_sh = body[len(body) // 2][0][1]
    wide = flesh.hit((2 * h, y_sh, 0), (0, y_sh, 0))[0]
    for i in range(v.arms // 2 + v.arms % 2):
        y = y_sh - 0.13 * h * i
        root = (0.75 * wide, y, 0.02 * h)
        hand: Point3 = (wide + 0.2 * h, y - 0.2 * h, 0.12 * h)
        flesh.chain([root, (wide + 0.1 * h, y - 0.05 * h, 0.02 * h), hand], [0.075 * h, 0.055 * h, 0.06 * h], both=True)
        for k in (-1, 0, 1):
            flesh.chain(
                [hand, add(hand, (0.035 * h + 0.02 * h * abs(k), -0.055 * h, 0.035 * h * (k + 0.6)))],
                [0.035 * h, 0.022 * h],
                both=True,
            )
        tips = [
            f.spike(
                add(hand, (0.04 * h + 0.02 * h * abs(k), -0.068 * h, 0.035 * h * (k + 0.6) * 1.2)),
                (0.4, -1, 0.4 * (k + 0.6)),
                0.05 * h,
                0.014 * h,
                7,
                0.45,
            )
            for k in (-1, 0, 1)
        ]
        d.add(f"claws_{i + 1}", union(*tips).mirrored(), "claws", group="arms")
        if i == 0:
            d.limb("arm_left", [root, (wide + 0.1 * h, y - 0.05 * h, 0.02 * h), hand])
            d.limb("arm_right", [flip(root), (-wide - 0.1 * h, y - 0.05 * h, 0.02 * h), flip(hand)])
            d.point("hand_left", add(hand, (0, -0.03 * h, 0.03 * h)), up=(0, 1, 0.2), size=0.05 * h)
            d.point("hand_right", flip(add(hand, (0, -0.03 * h, 0.03 * h))), up=(0, 1, 0.2), size=0.05 * h)
    r0 = body[0][1]
    if v.tentacles > 2:
        for i in range(v.tentacles):
            a = 2 * math.pi * (i + 0.5) / v.tentacles
            x, z = math.sin(a), math.cos(a)
            reach = r0 + 0.24 * h
            flesh.chain(
                [
                    (0.5 * r0 * x, lift, 0.5 * r0 * z),
                    (0.85 * r0 * x, 0.1 * h, 0.85 * r0 * z),
                    (0.8 * reach * x, 0.045 * h, 0.8 * reach * z),
                    (reach * x + 0.06 * h * z, 0.075 * h, reach * z - 0.06 * h * x),
                ],
                [0.1 * h, 0.075 * h, 0.045 * h, 0.025 * h],
            )
    else:
        x = max(0.45 * r0, 0.1 * h)
        flesh.chain([(x, body[0][0][1] - 0.3 * r0, 0), (1.05 * x, 0.075 * h, 0.0)], [0.1 * h, 0.075 * h], both=True)
        flesh.chain([(1.05 * x, 0.055 * h, 0.0), (1.15 * x, 0.045 * h, 0.1 * h)], [0.062 * h, 0.052 * h], both=True)
        d.add("toe_claws", f.claws((1.15 * x, 0, 0.1 * h), 0.06 * h).mirrored(), "claws", group="legs")
        d.limb("leg_left", [(x, 0.3 * h, 0), (1.05 * x, 0.08 * h, 0)])
        d.limb("leg_right", [(-x, 0.3 * h, 0), (-1.05 * x, 0.08 * h, 0)])
    if v.tail:
        b0 = body[0][0]
        flesh.chain(
            [
                (0, b0[1] - 0.2 * r0, -0.7 * r0),
                (0, 0.14 * h, -1.3 * r0),
                (0.1 * h, 0.1 * h, -1.3 * r0 - 0.2 * h),
                (0.16 * h, 0.2 * h, -1.3 * r0 - 0.28 * h),
            ],
            [0.1 * h, 0.07 * h, 0.045 * h, 0.02 * h],
        )
    eye_row(
        d, flesh, head, v.eyes, 0.23 * size * (1.2 if v.style == "cartoon" else 1.0), 26, stalks=v.stalks and v.eyes < 4
    )
    # mouth: a dark lens on the front, teeth along its edges
    el = -16.0
    at = f.on_skin(flesh, head, 0, el)
    wide_m, high_m = 0.58 * size * v.mouth, 0.24 * size * v.mouth
    ball = sphere(wide_m, high_m, 0.9 * size).move(at[0], at[1], at[2])
    d.add("mouth", flesh.node(0.009 * h) & ball, "mouth", group="head")
    teeth: list[Node] = []
    for i in range(7):
        s = (i - 3) / 3
        x, y = 0.8 * s * wide_m, at[1] + 0.82 * high_m * math.sqrt(1 - 0.62 * s * s)
        on = flesh.hit((x, y, 3 * h), (x, y, 0))
        teeth.append(f.spike(on, (0, -1, 0.1), 0.22 * size, 0.085 * size, 8, 0.15))
        if i % 2:
            low = flesh.hit((x, 2 * at[1] - y, 3 * h), (x, 2 * at[1] - y, 0))
            teeth.append(f.spike(low, (0, 1, 0.12), 0.17 * size, 0.075 * size, 8, 0.15))
    d.add("teeth", union(*teeth), "teeth", group="head")
    if v.tongue:
        on = flesh.hit((0, at[1] - 0.55 * high_m, 3 * h), (0, at[1] - 0.55 * high_m, 0))
        d.add(
            "tongue",
            sphere(0.2 * size, 0.3 * size, 0.09 * size)
            .rotate(x=-12)
            .move(*add(on, (0.05 * size, -0.12 * size, 0.02 * size))),
            "tongue",
            group="head",
        )
    for i in range(v.horns):
        if v.horns == 1:
            on, way = f.on_skin(flesh, head, 0, 72), (0.0, 1.0, 0.25)
        else:
            sign, k = (1 if i % 2 else -1), i // 2
            on, way = f.on_skin(flesh, head, sign * 90, 52 - 26 * k), (sign * (0.5 + 0.3 * k), 1.0, 0.0)
        k2 = 0.62 * size
        d.add(
            f"horn_{i + 1}",
            f.horn(
                [
                    add(on, way, -0.15 * k2),
                    add(on, (way[0] * 0.5, 0.45, way[2]), k2),
                    add(on, (way[0] * 0.45, 1.05, way[2]), k2),
                ],
                0.17 * size,
            ),
            "horn",
            group="head",
        )
    if v.spikes:
        nodes = []
        for i in range(8):
            y = body[-1][0][1] + 0.6 * size - i * (body[-1][0][1] - 0.3 * h + 0.6 * size) / 8
            on = flesh.hit((0, y, -3 * h), (0, y, 0))
            nodes.append(f.spike(on, (0, 0.55, -1), 0.13 * h, 0.04 * h, 7, 0.3))
        d.add("spikes", union(*nodes), "spikes", group="back")
    grow = 0.006 * h
    if v.belly:
        y = body[0][0][1] - 0.02 * h
        on = flesh.hit((0, y, 3 * h), (0, y, 0))
        d.add(
            "belly",
            flesh.node(grow) & sphere(0.55 * r0, 0.72 * r0, 0.6 * r0).move(*add(on, (0, -0.16 * r0, -0.1 * r0))),
            "belly",
        )
    if v.spots:
        rng = v.rng("spots")
        balls = [
            sphere(float(rng.uniform(0.1, 0.2)) * r0).move(
                *flesh.out(
                    body[k % len(body)][0], toward(float(rng.uniform(70, 290)), float(rng.uniform(-35, 50))), 2 * h
                )
            )
            for k in range(13)
        ]
        d.add("spots", flesh.node(0.8 * grow) & union(*balls), "spots")
    d.add("body", flesh.node(), "fur")
    top = flesh.hit((0, 3 * h, 0), (0, 0.3 * h, 0))
    d.point("head", top, size=1.8 * size)
    d.point("top", top)
    d.point("back", flesh.hit((0, y_sh, -3 * h), (0, y_sh, 0)), front=(0, 0, -1), size=size)
    return d
