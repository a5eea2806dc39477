"""Monsters, slimes, ghosts, golems."""

from __future__ import annotations

import math

from maquette.shapes.api import box, hull, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, flip, toward


def eye_row(
    d: Draft, flesh: Flesh, head: Frame, count: int, r: float, elevation: float, out: float = 0.35, stalks: bool = False, slot: str = "fur"
) -> None:
    """One to six eyes on the front of a body, in rows; with `stalks` they stand up."""
    rows = {
        1: [(0.0, 0.0, 1.5)],
        2: [(-20, 0, 1.0), (20, 0, 1.0)],
        3: [(-28, 0, 0.9), (0, 4, 1.25), (28, 0, 0.9)],
        4: [(-32, 6, 0.75), (-11, 2, 1.0), (11, 2, 1.0), (32, 6, 0.75)],
        5: [(-30, 0, 0.8), (0, 0, 1.2), (30, 0, 0.8), (-17, 22, 0.65), (17, 22, 0.65)],
        6: [(-22, 0, 1.0), (22, 0, 1.0), (0, 10, 0.8), (-38, 16, 0.6), (38, 16, 0.6), (0, 32, 0.55)],
    }[count]
    groups: list[list[Node]] = [[], [], [], []]
    rods: list[Node] = []
    for az, el, k in rows:
        way = head.turn(toward(az, elevation + el))
        on = flesh.out(head(0, 0, 0), way, 5 * head.size)
        at = add(on, way, (out - 0.6) * r * k)
        if stalks:
            root, at = flesh.out(head(0, 0, 0), head.turn(toward(az, 68)), 5 * head.size), (0.0, 0.0, 0.0)
            at = add(root, (0.5 * math.sin(math.radians(az)) * head.size, (0.55 + 0.12 * k) * head.size, 0.1 * head.size))
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
    for name, group, slot_ in zip(("eye_whites", "eyes", "pupils", "glints"), groups, ("white", "eyes", "pupil", "glint"), strict=True):
        d.add(name, union(*group), slot_, group="head")


@family(
    "monster", "creature",
    nouns={"beast": {}, "creature": {}, "furry monster": {"body": "round"}, "cyclops": {"eyes": 1, "body": "tall"}, "yeti": {"eyes": 2, "body": "tall", "horns": 0}, "bigfoot": {"eyes": 2, "body": "tall", "horns": 0}, "sasquatch": {"eyes": 2, "body": "tall", "horns": 0}, "kraken": {"tentacles": 8, "body": "round"}, "boogeyman": {}, "tentacle monster": {"tentacles": 7}},
    parameters=(
        Real("height", 1.4, 0.5, 2.6), Choice("body", ("round", "tall", "pear")), Whole("eyes", 3, 1, 6), Whole("horns", 2, 0, 4), Whole("arms", 2, 2, 4), Whole("tentacles", 0, 0, 8, about="instead of legs"), Real("width", 1.0, 0.8, 1.3, unit=""), Real("mouth", 1.0, 0.7, 1.3, unit=""),
        Flag("stalks", 0.2), Flag("spikes", 0.4), Flag("spots", 0.5), Flag("tail", 0.4), Flag("tongue", 0.4), Flag("belly", 0.6),
    ),
    slots={
        "fur": ("fur:#7a4fb0", "fur:#3f9a8a", "fur:#d8642a", "fur:#4a7fc8", "fur:#9ac03a", "fur:#c03a5a"), "belly": ("fur:#e8d8a8", "fur:#c8e0d0", "fur:#f0c8c8"), "horn": ("horn:#f0e6cc", "horn:#4a3a30"), "spots": ("fur:#f0c040", "fur:#2f3f7a", "fur:#e05a8a"), "spikes": ("horn:#f0b030", "horn:#5a2f7a"), "mouth": ("paint:#3a0f18",), "teeth": ("porcelain:#fbf7ea",), "tongue": ("paint:#e0607a",), "claws": ("horn:#efe6d0", "horn:#2a2220"),
    } | f.EYE_SLOTS | {"eyes": ("paint:#3fae4a", "paint:#e0a01c", "paint:#c83a2a", "paint:#3a8fd0")},
    words={"spots": {"spots": True}, "spikes": {"spikes": True}, "tail": {"tail": True}, "tongue": {"tongue": True}, "tentacle": {"tentacles": 6}, "cute": {"body": "round"}, "one-eyed": {"eyes": 1}, "stalks": {"stalks": True}}, paints={"body": "fur", "skin": "fur", "horns": "horn"}, height=(0.5, 3.6),
)  # fmt: skip
def monster(v: Values) -> Draft:
    """A body that is mostly head: a great mouth with teeth, any number of eyes, horns, arms, tentacles."""
    h, w, d = v.height, v.width, Draft(extent=1.25 * v.height)
    flesh = Flesh(0.06 * h, 84)
    lift = 0.2 * h
    shapes = {
        "round": ((0.31, 0.43), (0.28, 0.62)),
        "tall": ((0.22, 0.36), (0.21, 0.57), (0.2, 0.79)),
        "pear": ((0.29, 0.42), (0.23, 0.63), (0.19, 0.8)),
    }[v.body]
    body = [((0.0, y * h + (0.04 * h if v.body == "round" else 0), 0.0), r * h * (0.85 + 0.15 * w)) for r, y in shapes]
    for (a, ra), (b, rb) in zip(body, body[1:], strict=False):
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
                [hand, add(hand, (0.035 * h + 0.02 * h * abs(k), -0.055 * h, 0.035 * h * (k + 0.6)))], [0.035 * h, 0.022 * h], both=True
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
    eye_row(d, flesh, head, v.eyes, 0.23 * size * (1.2 if v.style == "cartoon" else 1.0), 26, stalks=v.stalks and v.eyes < 4)
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
            sphere(0.2 * size, 0.3 * size, 0.09 * size).rotate(x=-12).move(*add(on, (0.05 * size, -0.12 * size, 0.02 * size))),
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
                [add(on, way, -0.15 * k2), add(on, (way[0] * 0.5, 0.45, way[2]), k2), add(on, (way[0] * 0.45, 1.05, way[2]), k2)],
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
        d.add("belly", flesh.node(grow) & sphere(0.55 * r0, 0.72 * r0, 0.6 * r0).move(*add(on, (0, -0.16 * r0, -0.1 * r0))), "belly")
    if v.spots:
        rng = v.rng("spots")
        balls = [
            sphere(float(rng.uniform(0.1, 0.2)) * r0).move(
                *flesh.out(body[k % len(body)][0], toward(float(rng.uniform(70, 290)), float(rng.uniform(-35, 50))), 2 * h)
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


@family(
    "slime", "creature", nouns={"blob": {}, "jelly monster": {}, "ooze": {}, "goo": {}, "slime monster": {}},
    parameters=(Real("height", 0.6, 0.3, 1.2), Real("width", 1.25, 1.0, 1.6, unit=""), Whole("eyes", 2, 1, 4), Whole("drips", 7, 4, 11), Whole("bubbles", 4, 0, 8), Real("smile", 1.0, 0.6, 1.4, unit=""), Choice("top", ("round", "drop", "crown")), Flag("cheeks", 0.5), Flag("bones", 0.15)),
    slots={"slime": ("slime", "slime:#40a8d8", "slime:#d858a0", "slime:#e0a030", "slime:#8a60d0"), "bubbles": ("slime:#b8f080", "ice"), "mouth": ("paint:#1c2a1c",), "cheeks": ("paint:#e87a90",), "bone": ("bone",), "crown": ("gold",)} | f.EYE_SLOTS,
    words={"crown": {"top": "crown"}, "bubbles": {"bubbles": 5}}, paints={"body": "slime"}, height=(0.25, 1.7),
)  # fmt: skip
def slime(v: Values) -> Draft:
    """A wobbling heap with a face, drips at its foot, bubbles on its skin."""
    h, d = v.height, Draft(extent=v.height * max(1.15, v.width))
    r = 0.5 * h * v.width
    flesh = Flesh(0.1 * h, 72)
    tall = {"round": 0.5, "drop": 0.45, "crown": 0.5}[v.top]
    flesh.chain(
        [(0, 0.33 * h, 0), (0, tall * h + 0.03 * h, 0)], [0.86 * r if r < 0.4 * h else 0.33 * h, 0.42 * h if v.top != "drop" else 0.36 * h]
    )
    for i in range(8):
        a = 2 * math.pi * i / 8
        flesh.ball((0.5 * r * math.cos(a), 0.3 * h, 0.5 * r * math.sin(a)), 0.29 * h)
    if v.top == "drop":
        flesh.chain([(0, 0.72 * h, 0), (0, 0.9 * h, 0), (0.06 * h, 1.0 * h, 0.02 * h)], [0.2 * h, 0.09 * h, 0.03 * h])
    rng = v.rng("drips")
    for i in range(v.drips):
        a = 2 * math.pi * (i + float(rng.uniform(-0.25, 0.25))) / v.drips
        k = float(rng.uniform(0.9, 1.08)) * r
        flesh.chain(
            [(0.6 * r * math.sin(a), 0.16 * h, 0.6 * r * math.cos(a)), (k * math.sin(a), 0.075 * h, k * math.cos(a))],
            [0.16 * h, float(rng.uniform(0.06, 0.085)) * h],
        )
    head = Frame((0, 0.5 * h, 0), 0, 0.42 * h)
    rows: dict[int, int] = {1: 1, 2: 2, 3: 3, 4: 4}
    eye_row(d, flesh, head, rows[v.eyes], 0.115 * h, 14)
    line = f.mouth_line(flesh, head, (0, -0.1, 0), half=24 * v.smile, elevation=-16, smile=12 * v.smile, thick=0.07)
    d.add("mouth", line, "mouth", group="head")
    if v.cheeks:
        d.add(
            "cheeks",
            sphere(0.06 * h, 0.04 * h, 0.03 * h).rotate(y=40).move(*f.on_skin(flesh, head, 42, -12)).mirrored(),
            "cheeks",
            group="head",
        )
    bubbles = [
        sphere(float(rng.uniform(0.03, 0.06)) * h).move(
            *flesh.out((0, 0.4 * h, 0), toward(float(rng.uniform(60, 300)), float(rng.uniform(0, 60))), 3 * h)
        )
        for _ in range(v.bubbles)
    ]
    if bubbles:
        d.add("bubbles", union(*bubbles), "bubbles")
    if v.bones:
        on = flesh.out((0, 0.45 * h, 0), toward(100, 40), 3 * h)
        shaft = sweep([add(on, (-0.1 * h, -0.06 * h, 0)), add(on, (0.12 * h, 0.1 * h, 0))], 0.025 * h)
        d.add(
            "bone",
            union(
                shaft,
                *(sphere(0.038 * h).move(*add(on, (0.12 * h + x * h, 0.1 * h + y * h, 0))) for x, y in ((0.02, -0.015), (-0.015, 0.02))),
            ),
            "bone",
        )
    top = flesh.hit((0, 3 * h, 0), (0, 0.3 * h, 0))
    if v.top == "crown":
        from maquette.shapes.api import cylinder

        k = 0.2 * h
        spikes = [cylinder(0.09 * h, 0.13 * h, 0.008 * h, sides=4).move(0.88 * k, 0.1 * h, 0).rotate(y=72 * i) for i in range(5)]
        d.add("crown", union(cylinder(k, 0.1 * h, bevel=0.015 * h), *spikes).move(*add(top, (0, 0.015 * h, 0))), "crown", group="head")
    under = flesh.node() - box(6 * h, h, 6 * h).move(y=-0.5 * h)
    d.add("body", under, "slime")
    d.point("head", top, size=0.5 * h)
    d.point("top", top)
    return d


@family(
    "ghost", "creature", nouns={"spirit": {}, "phantom": {}, "spook": {}, "halloween ghost": {}, "wraith": {"mood": "scary"}, "boo": {}},
    parameters=(Real("height", 1.4, 0.4, 2.0), Real("width", 1.0, 0.8, 1.2, unit=""), Whole("tails", 7, 5, 10, about="tips of its hem"), Choice("mood", ("friendly", "surprised", "scary")), Real("arms", 1.0, 0.7, 1.4, unit=""), Real("sway", 0.12, 0.0, 0.25, unit=""), Flag("cheeks", 0.35), Flag("hat", 0.12), Flag("chain", 0.2)),
    slots={"sheet": ("fabric:#f4f4f8", "fabric:#e4ecf6", "cloud", "glow:#9fc8ee"), "eyes": ("paint:#15161c",), "mouth": ("paint:#20212c", "paint:#3a2030"), "cheeks": ("paint:#f0a0b0",), "hat": ("fabric:#2a2730",), "chain": ("iron",)},
    words={"hat": {"hat": True}, "scary": {"mood": "scary"}, "friendly": {"mood": "friendly"}, "cute": {"cheeks": True, "mood": "friendly"}, "chain": {"chain": True}}, paints={"body": "sheet"}, height=(0.38, 2.6),
)  # fmt: skip
def ghost(v: Values) -> Draft:
    """A floating sheet with round eyes, little arms and a ragged hem."""
    h, d = v.height, Draft(extent=v.height)
    r = 0.25 * h * v.width
    flesh = Flesh(0.045 * h, 80)
    flesh.chain([(0, 0.74 * h, 0), (0, 0.5 * h, 0), (0, 0.28 * h, -0.02 * h)], [r, 1.0 * r, 1.05 * r])
    for i in range(v.tails):
        a = 2 * math.pi * (i + 0.5) / v.tails
        x, z = math.sin(a), math.cos(a)
        low = 0.035 * h + (0.05 * h if i % 2 else 0)
        flesh.chain(
            [
                (0.6 * r * x, 0.3 * h, 0.6 * r * z - 0.02 * h),
                (0.92 * r * x, 0.16 * h, 0.92 * r * z - 0.03 * h),
                (1.02 * r * x + v.sway * 0.3 * h, low, 1.02 * r * z - 0.06 * h),
            ],
            [0.42 * r, 0.3 * r, 0.12 * r],
        )
    k = v.arms
    flesh.chain(
        [(0.75 * r, 0.56 * h, 0.03 * h), (r + 0.1 * h * k, 0.54 * h, 0.1 * h), (r + 0.15 * h * k, 0.6 * h, 0.16 * h)],
        [0.1 * h, 0.07 * h, 0.035 * h],
        both=True,
    )
    head = Frame((0, 0.72 * h, 0), 0, r)
    for name, az, el, x, y in (("eyes", 20, 12, 0.19, 0.27),):
        on = f.on_skin(flesh, head, az, el)
        tilt = {"friendly": 0, "surprised": 0, "scary": -28}[v.mood]
        d.add(
            name,
            sphere(x * r, (y if v.mood != "scary" else 0.2) * r, 0.1 * r).rotate(z=tilt).rotate(y=az).move(*on).mirrored(),
            "eyes",
            group="head",
        )
    if v.mood == "friendly":
        d.add("mouth", f.mouth_line(flesh, head, (0, 0, 0), half=20, elevation=-20, smile=11, thick=0.06), "mouth", group="head")
    else:
        on = f.on_skin(flesh, head, 0, -22)
        d.add("mouth", sphere((0.17 if v.mood == "surprised" else 0.34) * r, 0.22 * r, 0.12 * r).move(*on), "mouth", group="head")
    if v.cheeks:
        d.add(
            "cheeks",
            sphere(0.13 * r, 0.09 * r, 0.06 * r).rotate(y=36).move(*f.on_skin(flesh, head, 36, -6)).mirrored(),
            "cheeks",
            group="head",
        )
    top = flesh.hit((0, 3 * h, 0), (0, 0.3 * h, 0))
    if v.hat:
        from maquette.shapes.api import lathe

        hat = lathe([(0.85 * r, 0), (0.87 * r, 0.06 * r), (0.5 * r, 0.08 * r), (0.46 * r, 0.62 * r), (0.44 * r, 0.64 * r)])
        d.add("hat", hat.rotate(z=-10).move(*add(top, (0.05 * r, -0.14 * r, 0))), "hat", group="head")
    if v.chain:
        from maquette.shapes.api import torus

        at = (r + 0.15 * h * k, 0.57 * h, 0.16 * h)
        links = [
            torus(0.022 * h, 0.008 * h).scale(1, 1, 1.3).rotate(x=90).rotate(y=90 * (i % 2)).move(*add(at, (0, -0.035 * h * i, 0)))
            for i in range(5)
        ]
        d.add("chain", union(*links), "chain")
    d.add("body", flesh.node(), "sheet")
    d.point("head", top, size=1.8 * r)
    d.point("top", top)
    for side, s in (("left", 1), ("right", -1)):
        d.point(f"hand_{side}", (s * (r + 0.15 * h * k), 0.6 * h, 0.16 * h), up=(0, 1, 0.2), size=0.04 * h)
    return d


@family(
    "golem", "creature", nouns={"stone golem": {}, "rock monster": {}, "elemental": {}, "earth elemental": {}, "rock giant": {"height": 3.6}, "giant": {"height": 3.6}, "lava golem": {}},
    parameters=(Real("height", 2.4, 1.2, 4.0), Real("shoulders", 1.0, 0.8, 1.25, unit=""), Real("build", 1.0, 0.8, 1.2, unit=""), Real("arms", 1.0, 0.85, 1.2, unit=""), Real("rough", 1.0, 0.5, 1.5, unit=""), Flag("moss", 0.5), Flag("crystals", 0.4), Flag("runes", 0.7), Flag("core", 0.6), Whole("eyes", 2, 1, 2)),
    slots={"stone": ("stone", "granite", "sandstone", "stone:#5f6468", "lava"), "glow": ("glow:#40d8ff", "glow:#ff7a20", "glow:#80ff60", "glow:#c060ff"), "moss": ("moss",), "crystals": ("crystal", "crystal:#40b8d8")},
    words={"moss": {"moss": True}, "mossy": {"moss": True}, "crystals": {"crystals": True}, "runes": {"runes": True}, "glowing": {"runes": True, "core": True}}, paints={"body": "stone", "eyes": "glow", "runes": "glow", "core": "glow"}, height=(1.1, 4.6),
)  # fmt: skip
def golem(v: Values) -> Draft:
    """Boulders for limbs, a small head between great shoulders, runes that shine."""
    h, d, rng = v.height, Draft(extent=1.1 * v.height), v.rng("stones")
    w = v.build

    def boulder(at: Point3, x: float, y: float, z: float) -> Node:
        points = []
        for i in range(22):
            t = 1 - 2 * (i + 0.5) / 22
            a = 2.399963 * i + float(rng.uniform(-0.2, 0.2))
            s = math.sqrt(1 - t * t)
            k = float(rng.uniform(0.86, 1.08))
            points.append((at[0] + x * h * k * s * math.cos(a), at[1] + y * h * k * t, at[2] + z * h * k * s * math.sin(a)))
        return hull(points)

    sx = 0.235 * h * v.shoulders
    parts: list[tuple[str, Point3, float, float, float]] = [
        ("chest", (0, 0.68 * h, 0), 0.24 * w * v.shoulders, 0.185, 0.185 * w), ("belly", (0, 0.48 * h, 0.01 * h), 0.165 * w, 0.13, 0.14 * w), ("head", (0, 0.865 * h, 0.085 * h), 0.095, 0.1, 0.1), ("brow", (0, 0.915 * h, 0.125 * h), 0.1, 0.042, 0.075),
    ]  # fmt: skip
    for name, at, x, y, z in parts:
        d.add(name, boulder(at, x, y, z), "stone", group="torso" if name in ("chest", "belly") else "head")
    hand: Point3 = (sx + 0.145 * h, 0.235 * h, 0.075 * h)
    for side, s in (("left", 1), ("right", -1)):
        pieces: list[tuple[str, Point3, float, float, float]] = [
            ("shoulder", (s * sx, 0.755 * h, 0), 0.125, 0.115, 0.125), ("upper_arm", (s * (sx + 0.07 * h), 0.59 * h, 0.0), 0.085, 0.135, 0.09), ("forearm", (s * (sx + 0.125 * h), 0.385 * h, 0.05 * h), 0.1 * v.arms, 0.14, 0.105 * v.arms), ("fist", (s * hand[0], hand[1], hand[2]), 0.1 * v.arms, 0.09, 0.11 * v.arms),
            ("thigh", (s * 0.125 * h, 0.33 * h, 0), 0.1 * w, 0.13, 0.105 * w), ("shin", (s * 0.14 * h, 0.17 * h, 0.0), 0.09 * w, 0.12, 0.095 * w), ("foot", (s * 0.145 * h, 0.058 * h, 0.045 * h), 0.1 * w, 0.066, 0.14),
        ]  # fmt: skip
        for name, at, x, y, z in pieces:
            node = boulder(at, x, y, z)
            if name == "foot":
                node = node - box(h, 0.2 * h, h).move(at[0], -0.1 * h, at[2])
            d.add(
                f"{name}_{side}", node, "stone", group=f"{'arm' if name in ('shoulder', 'upper_arm', 'forearm', 'fist') else 'leg'}_{side}"
            )
        d.limb(
            "arm_left" if s > 0 else "arm_right",
            [(s * sx, 0.74 * h, 0), (s * (sx + 0.1 * h), 0.5 * h, 0.02 * h), (s * hand[0], 0.27 * h, hand[2])],
        )
        d.limb(
            "leg_left" if s > 0 else "leg_right", [(s * 0.12 * h, 0.42 * h, 0), (s * 0.135 * h, 0.24 * h, 0), (s * 0.145 * h, 0.07 * h, 0)]
        )
        d.point(f"hand_{side}", (s * hand[0], hand[1], hand[2] + 0.04 * h), up=(0, 1, 0.3), size=0.07 * h)
    y, z = 0.88 * h, 0.176 * h
    if v.eyes == 2:
        d.add("eyes", sphere(0.023 * h, 0.015 * h, 0.026 * h).move(0.042 * h, y, z).mirrored(), "glow", group="head")
    else:
        d.add("eyes", sphere(0.034 * h, 0.026 * h, 0.03 * h).move(0, y, z + 0.004 * h), "glow", group="head")
    if v.core:
        d.add("core", sphere(0.055 * h, 0.075 * h, 0.05 * h).move(0, 0.68 * h, 0.172 * h * w), "glow", group="torso")
    if v.runes:
        bars = [
            box(0.014 * h, 0.09 * h, 0.05 * h, 0.004 * h)
            .rotate(z=12 * (-1) ** i)
            .move(sx + 0.125 * h + 0.03 * h * (i - 1), 0.39 * h, 0.05 * h + (0.1 * v.arms - 0.006 - 0.012 * abs(i - 1)) * h)
            for i in range(3)
        ]
        d.add("runes", union(*bars).mirrored(), "glow", group="arms")
    if v.moss:
        d.add(
            "moss",
            union(
                boulder((sx - 0.01 * h, 0.825 * h, 0), 0.105, 0.05, 0.1),
                boulder((-sx, 0.83 * h, -0.01 * h), 0.09, 0.045, 0.1),
                boulder((0.04 * h, 0.815 * h, -0.09 * h), 0.14, 0.05, 0.08),
            ),
            "moss",
        )
    if v.crystals:
        spikes = [
            f.spike((x * sx, 0.8 * h, -0.06 * h), (x * 0.9, 1, -0.5), k * h, 0.04 * h, 6, 0.3)
            for x, k in ((-0.9, 0.24), (-0.55, 0.3), (0.5, 0.26), (0.85, 0.32), (0.05, 0.2))
        ]
        d.add("crystals", union(*spikes), "crystals", group="back")
    d.point("head", (0, 0.955 * h, 0.09 * h), size=0.2 * h)
    d.point("top", (0, 0.955 * h, 0.09 * h))
    d.point("back", (0, 0.7 * h, -0.18 * h), front=(0, 0, -1), size=0.3 * h)
    return d
