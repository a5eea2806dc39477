"""Monkeys and apes: monkeys that sit, chimpanzees, gorillas and orang-utans on their knuckles."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.sub.flesh import Flesh, Point3, add, flip


@family(
    "monkey",
    "animal",
    nouns={
        "ape": {"kind": "chimp"},
        "chimpanzee": {"kind": "chimp"},
        "chimp": {"kind": "chimp"},
        "gorilla": {"kind": "gorilla"},
        "king kong": {"kind": "gorilla"},
        "silverback": {"kind": "gorilla", "saddle": True},
        "orangutan": {"kind": "chimp"},
        "baboon": {"kind": "monkey"},
        "capuchin": {"kind": "monkey"},
        "macaque": {"kind": "monkey"},
        "gibbon": {"kind": "monkey"},
    },
    parameters=(
        Choice("kind", ("monkey", "chimp", "gorilla")),
        Real("size", 1.0, 0.8, 1.25, unit="", about="1 is usual for its kind"),
        Real("build", 1.0, 0.88, 1.18, unit=""),
        Real("head_size", 1.0, 0.9, 1.15, unit=""),
        Real("ear_size", 1.0, 0.8, 1.3, unit=""),
        Real("arm_length", 1.0, 0.92, 1.1, unit=""),
        Real("tail_length", 1.0, 0.7, 1.4, unit=""),
        Choice("tail", ("curled", "raised"), about="of a monkey"),
        Real("smile", 0.6, 0.0, 1.0, unit=""),
        Flag("tuft", 0.5, about="hair on the crown"),
        Flag("beard", 0.3),
        Flag("saddle", 0.4, about="a gorilla's silver back"),
        Flag("banana", 0.2, about="in its right hand"),
    ),
    slots={
        "fur": ("fur:#6b4a30", "fur:#4a3424", "fur:#8a6440", "fur:#33302e"),
        "face": ("skin:#d8ab82", "skin:#c89a74", "hide:#4a4340"),
        "belly": ("fur:#b08a60", "fur:#9a7650"),
        "hands": ("hide:#4a3a30", "skin:#c0906c"),
        "eyes": ("paint:#3a2414",),
        "white": ("porcelain",),
        "nose": ("hide:#2c2320",),
        "silver": ("fur:#9a9a98",),
        "banana": ("plastic:#f2c92c",),
    },
    words={"tail": {"kind": "monkey"}, "banana": {"banana": True}, "beard": {"beard": True}},
    paints={"body": "fur", "chest": "belly", "muzzle": "face", "feet": "hands", "paws": "hands"},
    height=(0.38, 2.3),
)
def monkey(v: Values) -> Draft:
    """Looks to the front; a monkey sits, an ape stands on its knuckles."""
    sits = v.kind == "monkey"
    h = v.size * {"monkey": 0.6, "chimp": 1.0, "gorilla": 1.55}[v.kind]
    w = v.build * (1.2 if v.kind == "gorilla" else 1.0)
    d = Draft(extent=1.2 * h)
    body = Flesh(0.03 * h, 60)
    head_r = (
        0.155
        * h
        * v.head_size
        * (1.35 if sits else 1.0)
        * (1.2 if v.style == "cartoon" else 1.0)
        * (0.9 if v.kind == "gorilla" else 1.0)
    )
    hip: Point3
    shoulder: Point3
    if sits:
        hip, chest, shoulder = (0, 0.17 * h, -0.06 * h), (0, 0.44 * h, 0.0), (0.135 * h * w, 0.52 * h, 0.015 * h)
        head: Point3 = (0, h - 1.05 * head_r, 0.05 * h)
        elbow, wrist = (0.25 * h * w, 0.32 * h, 0.1 * h), (0.2 * h, 0.2 * h / v.arm_length, 0.25 * h)
        knee, ankle = (0.21 * h, 0.27 * h, 0.19 * h), (0.2 * h, 0.05 * h, 0.24 * h)
        thigh = (0.1 * h, 0.14 * h, 0.0)
    else:
        hip, chest, shoulder = (0, 0.42 * h, -0.27 * h), (0, 0.62 * h, 0.04 * h), (0.2 * h * w, 0.68 * h, 0.12 * h)
        head = (0, 0.99 * h - head_r, 0.28 * h)
        elbow, wrist = (
            (0.28 * h * w, 0.38 * h, 0.14 * h),
            (0.25 * h * w, (0.12 if v.kind == "gorilla" else 0.09) * h, 0.27 * h * v.arm_length),
        )
        knee, ankle = (0.17 * h, 0.25 * h, -0.12 * h), (0.17 * h, 0.06 * h, -0.26 * h)
        thigh = (0.11 * h, 0.38 * h, -0.26 * h)
    k = h * w
    body.chain(
        [add(hip, (0.03 * h, 0.02 * h, 0)), add(chest, (0.035 * h, 0, 0))],
        [0.135 * k, (0.145 if sits else 0.185) * k],
        both=True,
    )
    body.chain(
        [add(chest, (0, 0.04 * h, 0.02 * h)), add(head, (0, -0.2 * head_r, -0.3 * head_r))], [0.1 * k, 0.72 * head_r]
    )
    r = 0.052 * k if sits else 0.068 * k
    body.chain(
        [add(shoulder, (-0.02 * h, -0.01 * h, 0)), shoulder, elbow, wrist],
        [1.1 * r, 1.2 * r, 0.92 * r, 0.72 * r],
        both=True,
    )
    body.chain([thigh, knee, ankle], [1.5 * r, 1.1 * r, 0.72 * r], both=True)
    skull = add(head, (0, 0.1 * head_r, -0.12 * head_r))
    body.ball(skull, 0.93 * head_r)
    if v.kind == "gorilla":
        body.chain(
            [add(head, (0, 0.6 * head_r, -0.35 * head_r)), add(head, (0, 0.75 * head_r, -0.15 * head_r))],
            [0.5 * head_r, 0.42 * head_r],
        )
    d.add("body", body.node(), "fur", group="body")
    s = head_r

    def at(x: float, y: float, z: float) -> Point3:
        return (head[0] + x * s, head[1] + y * s, head[2] + z * s)

    mask = Flesh(0.12 * s, 32)
    mask.ball(at(0.3, 0.16, 0.52), 0.36 * s, both=True)
    mask.ball(at(0, -0.05, 0.6), 0.34 * s)
    mask.chain([at(0.16, -0.4, 0.62), at(-0.16, -0.4, 0.62)], [0.42 * s, 0.42 * s])
    if v.kind != "monkey":
        mask.chain([at(0.36, 0.4, 0.7), at(-0.36, 0.4, 0.7)], [0.17 * s, 0.17 * s])
    d.add("face", mask.node(), "face", group="head")
    eye = 0.135 * s * (1.2 if sits else 0.9)
    d.add(
        "eyes_white",
        sphere(1.2 * eye, 1.25 * eye, 0.7 * eye).move(*at(0.3, 0.2, 0.84)).mirrored(),
        "white",
        group="head",
    )
    d.add(
        "eyes",
        sphere(0.85 * eye, 0.9 * eye, 0.5 * eye).move(*at(0.29, 0.2, 0.9 if sits else 0.88)).mirrored(),
        "eyes",
        group="head",
    )
    big = 1.6 if v.kind == "gorilla" else 1.0
    d.add(
        "nostrils",
        sphere(0.07 * s * big, 0.05 * s, 0.05 * s).move(*at(0.085 * big, -0.14, 0.96)).mirrored(),
        "nose",
        group="head",
    )
    front = [
        at(x, -0.47 + 0.3 * v.smile * (x / 0.4) ** 2 * 0.6 - 0.02, 1.055 - 0.34 * (x / 0.5) ** 2 * 0.5)
        for x in (-0.4, -0.2, 0.0, 0.2, 0.4)
    ]
    d.add("mouth", sweep(front, 0.026 * s, round_ends=True), "nose", group="head")
    ear = 0.3 * s * v.ear_size * (0.6 if v.kind == "gorilla" else 1.0)
    d.add(
        "ears", sphere(0.4 * ear, ear, ear).rotate(y=-38).move(*at(0.98, 0.14, -0.05)).mirrored(), "face", group="ears"
    )
    d.add(
        "ear_inner",
        sphere(0.16 * ear, 0.62 * ear, 0.6 * ear)
        .rotate(y=-38)
        .move(*at(1.0 + 0.08 * ear / s, 0.14, -0.05 + 0.34 * ear / s))
        .mirrored(),
        "hands",
        group="ears",
    )
    if v.tuft:
        tuft = union(
            *(
                sweep(
                    [at(x, 0.9, 0.1), at(1.3 * x, 1.12, 0.14 + 0.04 * i), at(1.5 * x, 1.22, 0.3)],
                    [0.12 * s, 0.09 * s, 0.02 * s],
                )
                for i, x in enumerate((-0.12, 0.0, 0.12))
            )
        )
        d.add("tuft", tuft, "fur", group="head")
    if v.beard:
        d.add("beard", sphere(0.36 * s, 0.3 * s, 0.22 * s).move(*at(0, -0.82, 0.5)), "belly", group="head")
    if sits:
        d.add(
            "belly",
            sphere(0.12 * k, 0.17 * h, 0.07 * k).rotate(x=-8).move(0, 0.33 * h, 0.075 * k),
            "belly",
            group="body",
        )
    else:
        d.add(
            "chest",
            sphere(0.17 * k, 0.13 * h, 0.09 * k).rotate(x=28).move(0, 0.58 * h, 0.16 * k),
            "face" if v.kind == "gorilla" else "belly",
            group="body",
        )
    if v.kind == "gorilla" and v.saddle:
        d.add(
            "silver_back",
            body.node(0.006 * h) & box(0.5 * h, 0.4 * h, 0.32 * h).rotate(x=-30).move(0, 0.74 * h, -0.16 * h),
            "silver",
            group="body",
        )
    palm = "nose" if v.kind == "gorilla" else "hands"
    hand = Flesh(0.012 * h, 26)
    q = 0.62 * r
    hand.chain([wrist, add(wrist, (0, -0.4 * r, 0.5 * r))], [0.95 * r, 0.95 * r])
    for i in range(4):
        x = (i - 1.5) * 0.62 * q
        if sits:
            hand.chain(
                [
                    add(wrist, (x, -0.7 * r, 0.9 * r)),
                    add(wrist, (1.1 * x, -1.5 * r, 1.5 * r)),
                    add(wrist, (1.1 * x, -2.0 * r, 1.2 * r)),
                ],
                [0.42 * q, 0.38 * q, 0.32 * q],
            )
        else:
            hand.chain(
                [
                    add(wrist, (x, -0.35 * r, 0.9 * r)),
                    (wrist[0] + x, 0.36 * q, wrist[2] + 1.0 * r),
                    (wrist[0] + x, 0.4 * q, wrist[2] + 0.1 * r),
                ],
                [0.46 * q, 0.42 * q, 0.36 * q],
            )
    hand.chain(
        [add(wrist, (-0.5 * r, -0.2 * r, 0.5 * r)), add(wrist, (-1.1 * r, -0.5 * r, 1.0 * r))], [0.45 * q, 0.34 * q]
    )
    foot = Flesh(0.012 * h, 26)
    a = ankle
    foot.chain([(a[0], 0.8 * q, a[2] - 0.2 * r), (a[0] + 0.2 * r, 0.62 * q, a[2] + 1.5 * r)], [0.78 * q, 0.6 * q])
    for i in range(4):
        foot.chain(
            [
                (a[0] + 0.2 * r + (i - 1.2) * 0.34 * r, 0.5 * q, a[2] + 1.6 * r),
                (a[0] + 0.3 * r + (i - 1.0) * 0.42 * r, 0.4 * q, a[2] + 2.6 * r),
            ],
            [0.42 * q, 0.32 * q],
        )
    foot.chain(
        [(a[0] - 0.2 * r, 0.55 * q, a[2] + 0.6 * r), (a[0] - 1.0 * r, 0.42 * q, a[2] + 1.4 * r)], [0.45 * q, 0.34 * q]
    )
    for side, name in ((1, "left"), (-1, "right")):
        one, two = hand.node(), foot.node()
        d.add(f"hand_{name}", one if side > 0 else one.mirror(), palm, group="hands")
        d.add(f"foot_{name}", two if side > 0 else two.mirror(), palm, group="feet")
        arm, leg = [shoulder, elbow, wrist], [thigh, knee, ankle]
        d.limb("arm_left" if side > 0 else "arm_right", arm if side > 0 else [flip(p) for p in arm])
        d.limb("leg_left" if side > 0 else "leg_right", leg if side > 0 else [flip(p) for p in leg])
        grip = add(wrist, (0, -1.1 * r, 1.1 * r)) if sits else add(wrist, (0.0, 0.0, 1.0 * r))
        d.point(f"hand_{name}", (side * grip[0], grip[1], grip[2]), up=(0, 1, 0.15), size=0.5 * r)
        if side < 0 and v.banana:
            bend = [(math.sin(u) * 1.9 * r, (1 - math.cos(u)) * 1.9 * r + 0.2 * r) for u in (-1.0, -0.5, 0.0, 0.5, 1.0)]
            fruit = sweep(
                [(0, yy, zz) for zz, yy in bend], [0.12 * r, 0.42 * r, 0.5 * r, 0.42 * r, 0.14 * r], round_ends=True
            )
            d.add("banana", fruit.rotate(x=-50).move(-grip[0], grip[1] - 0.1 * r, grip[2]), "banana")
    if sits:
        n = 0.34 * h * v.tail_length
        start: Point3 = (0, 0.1 * h, -0.14 * h)
        if v.tail == "raised":
            path = [
                start,
                (0, 0.08 * h, -0.2 * h - 0.3 * n),
                (0, 0.25 * h, -0.25 * h - 0.6 * n),
                (0, 0.25 * h + 0.7 * n, -0.22 * h - 0.5 * n),
                (0, 0.25 * h + 1.05 * n, -0.25 * h - 0.75 * n),
            ]
        else:
            path = [
                start,
                (0.05 * h, 0.045 * h, -0.2 * h - 0.2 * n),
                (0.2 * h, 0.04 * h, -0.2 * h - 0.3 * n),
                (0.2 * h + 0.5 * n, 0.045 * h, -0.1 * h),
                (0.22 * h + 0.55 * n, 0.1 * h, 0.03 * h + 0.1 * n),
                (0.2 * h + 0.4 * n, 0.15 * h, 0.02 * h),
            ]
        d.add(
            "tail",
            sweep(path, [0.042 * h, *[0.034 * h] * (len(path) - 2), 0.022 * h], round_ends=True),
            "fur",
            group="tail",
        )
    d.point("head", (0, head[1] + (1.3 if v.kind == "gorilla" else 1.02) * s, head[2] - 0.15 * s), size=1.7 * s)
    d.point("top", (0, head[1] + 1.1 * s, head[2]))
    d.point("back", add(chest, (0, 0.04 * h, -0.16 * k)), front=(0, 0, -1), size=0.3 * h)
    d.limb("spine", [hip, chest, head])
    return d
