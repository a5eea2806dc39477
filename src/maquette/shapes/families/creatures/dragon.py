"""Dragons, wyverns, hydras and sea serpents' kin."""

from __future__ import annotations

import math

from maquette.shapes.api import sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import cute
from maquette.shapes.sub.flesh import Flesh, Frame, Point3, add, between, toward
from maquette.shapes.sub.quadruped import Build, Muzzle, feet, skull, trunk
from maquette.shapes.sub.wings import bat


@family(
    "dragon",
    "creature",
    nouns={
        "wyvern": {"legs": 2, "wings": True},
        "drake": {"wings": False},
        "hydra": {"heads": 3, "wings": False},
        "baby dragon": {"height": 0.5, "head": 1.6, "neck": 0.7, "build": 1.2},
        "fire dragon": {},
        "ice dragon": {},
        "wyrm": {"wings": False},
        "three-headed dragon": {"heads": 3},
        "dragonling": {"height": 0.5, "head": 1.5},
    },
    parameters=(
        Real("height", 1.9, 0.4, 3.2, about="of the back"),
        Whole("heads", 1, 1, 3),
        Real("neck", 1.0, 0.65, 1.35, unit=""),
        Real("head", 1.0, 0.85, 1.6, unit=""),
        Real("build", 1.0, 0.85, 1.25, unit=""),
        Real("tail_length", 1.0, 0.75, 1.35, unit=""),
        Real("wingspan", 1.0, 0.75, 1.3, unit=""),
        Choice("horns", ("straight", "goat", "ram", "devil")),
        Real("horn_length", 1.6, 0.9, 2.4, unit=""),
        Whole("legs", 4, 2, 4),
        Choice("tail", ("spade", "spiked", "plain")),
        Flag("wings", 0.95),
        Flag("spikes", 0.9),
        Flag("teeth", 0.9),
    ),
    slots={
        "scales": ("scales:#8f1f1a", "scales:#2f6a35", "scales:#2a4a7a", "scales:#3a3338", "scales:#6a3a8a"),
        "belly": ("scales:#d9b878", "scales:#e3cfa0", "scales:#c98f50"),
        "wings": ("leather:#b0502a", "leather:#7a2a24", "leather:#c9a050", "leather:#4a3a5a"),
        "horn": ("horn:#e0d0ac", "horn:#3a322c", "bone"),
        "spikes": ("horn:#3a2e28", "horn:#d0b880"),
        "claws": ("horn:#201c1a",),
        "teeth": ("bone:#f4ecd8",),
        "mouth": ("paint:#2b0f10",),
        "nose": ("paint:#160c0c",),
    }
    | f.EYE_SLOTS
    | {"eyes": ("glow:#ffb818", "paint:#e8b81c", "paint:#6fd04a")},
    words={
        "wings": {"wings": True},
        "winged": {"wings": True},
        "spikes": {"spikes": True},
        "teeth": {"teeth": True},
        "horns": {},
        "fangs": {"teeth": True},
    },
    paints={"body": "scales", "skin": "scales", "wing": "wings", "chest": "belly", "horns": "horn"},
    height=(0.5, 7.5),
)
def dragon(v: Values) -> Draft:
    """A lizard's trunk, bent necks, horned heads, leather wings, a row of spikes from brow to tail."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.25 * h,
        chest=0.2 * h * w,
        belly=0.19 * h * w,
        rump=0.18 * h * w,
        leg=0.085 * h * w,
        shin=0.05 * h,
        foot=0.072 * h,
        stance=0.19 * h * w,
        knees=1.2,
        rear=0.95,
        paw=1.0,
    )
    if v.legs < 3:
        b = Build(
            height=h,
            length=1.15 * h,
            chest=0.2 * h * w,
            belly=0.19 * h * w,
            rump=0.2 * h * w,
            leg=0.1 * h * w,
            shin=0.06 * h,
            foot=0.085 * h,
            stance=0.2 * h * w,
            knees=1.2,
            rear=0.96,
            paw=1.1,
        )
    d = Draft(extent=2.6 * h)
    flesh = Flesh(0.05 * h, 78)
    if v.legs > 2:
        stand = trunk(flesh, b)
    else:
        # On two legs: the hind ones under the middle of the trunk.
        front, back = b.front, b.back
        flesh.chain(
            [add(front, (0, 0.12 * h, 0)), (0, 0.77 * h, 0), add(back, (0, 0.02 * h, 0))],
            [0.9 * b.chest, b.belly, 0.9 * b.rump],
        )
        hind: tuple[Point3, ...] = (
            (0.14 * h * w, 0.68 * h, -0.05 * h),
            (b.stance, 0.42 * h, 0.14 * h),
            (b.stance, 0.24 * h, -0.1 * h),
            (b.stance, 1.1 * b.foot, 0.0),
        )
        flesh.chain(hind, [1.35 * b.leg, 1.0 * b.leg, 0.9 * b.shin, b.shin], both=True)
        p = hind[-1]
        flesh.chain(
            [(p[0], b.foot, p[2]), (p[0], 0.9 * b.foot, p[2] + b.paw * b.foot)],
            [0.84 * b.foot, 0.78 * b.foot],
            both=True,
        )
        stand = None
    t = 1.5 * h * v.tail_length
    root = add(b.back, (0, 0.02 * h, -0.4 * b.rump))
    side = 1 if v.rng("tail").random() < 0.5 else -1
    line: list[Point3] = [root]
    for i in range(1, 9):
        s = i / 8
        line.append(
            (
                side * 0.2 * t * math.sin(3.4 * s) * s,
                root[1] + (0.1 * h - root[1]) * min(1.0, 1.45 * s) ** 0.8 + 0.16 * t * max(0.0, s - 0.7),
                root[2] - 0.86 * t * s,
            )
        )
    tail_r = [0.145 * h * w * (1 - s / 8) ** 1.1 + 0.022 * h for s in range(9)]
    flesh.chain(line, tail_r)
    size = 0.135 * h * v.head * cute(v) * (0.85 if v.heads > 1 else 1.0)
    m = Muzzle(reach=2.45, drop=0.4, root=0.68, tip=0.42, wide=0.16, cheeks=0.42, chin=0.28)
    base = add(b.front, (0, 0.35 * b.chest + (0.1 * h if v.legs < 3 else 0), 0.2 * b.chest))
    heads: list[Frame] = []
    spines: list[list[Point3]] = []
    for i in range(v.heads):
        o = i - (v.heads - 1) / 2
        length = 0.82 * h * v.neck * (1 - 0.08 * abs(o))
        x = o * 0.62 * length
        path: list[Point3] = [
            (0.25 * o * b.chest, *base[1:]),
            add(base, (0.32 * x, 0.3 * length, 0.34 * length)),
            add(base, (0.72 * x, 0.66 * length, 0.3 * length)),
            add(base, (x, 0.98 * length, 0.34 * length)),
        ]
        flesh.chain(path, [0.155 * h * w, 0.115 * h * w, 0.092 * h * w, 0.085 * h])
        hd = Frame(add(path[-1], (0, 0.1 * size, 0.45 * size)), 14, size)
        if v.heads == 1:
            skull(flesh, hd, m)
        else:
            _head(flesh, hd, m)
        flesh.chain([hd(0.34, 0.62, 0.35), hd(0.5, 0.66, -0.3)], [0.26 * size, 0.3 * size])
        flesh.chain([hd(-0.34, 0.62, 0.35), hd(-0.5, 0.66, -0.3)], [0.26 * size, 0.3 * size])
        heads.append(hd)
        spines.append(path)
    for i, hd in enumerate(heads):
        tag = "" if v.heads == 1 else f"_{i + 1}"
        _face(d, v, flesh, hd, m, tag)
    if v.spikes:
        nodes: list[Node] = []
        back_line = [
            *reversed(spines[0][1:]),
            (0.0, b.height - 0.5 * b.chest, b.front[2] - 0.1 * h),
            (0.0, b.height - 0.6 * b.chest, 0.0),
            (0.0, b.back[1] + 0.3 * b.rump, b.back[2]),
            *line[1:-1],
        ]
        for k in range(len(back_line) - 1):
            for s in (0.25, 0.75):
                p = between(back_line[k], back_line[k + 1], s)
                along = add(back_line[k + 1], back_line[k], -1)
                n = math.hypot(along[1], along[2]) or 1.0
                up: Point3 = (0.0, -along[2] / n, along[1] / n)
                if up[1] < 0 and up[2] > 0:
                    up = (0.0, -up[1], -up[2])
                on = flesh.out(p, up, 0.6 * h)
                middle = 1 - abs((k + s) / len(back_line) - 0.45) * 1.3
                nodes.append(
                    f.spike(
                        on, (0, up[1], up[2] - 0.35), (0.07 + 0.13 * middle) * h, (0.022 + 0.022 * middle) * h, 6, 0.35
                    )
                )
        d.add("spikes", union(*nodes), "spikes", group="back")
    belly = [
        (add(b.front, (0, -0.55 * b.chest, 0.15 * b.chest)), 0.8 * b.chest),
        ((0, b.front[1] - 0.75 * b.belly, 0), 0.72 * b.belly),
        (add(b.back, (0, -0.6 * b.rump, 0.1 * h)), 0.6 * b.rump),
    ]
    for path in spines:
        for k in range(3):
            for s in (0.1, 0.45, 0.8):
                p = between(path[k], path[k + 1], s)
                along = add(path[k + 1], path[k], -1)
                n = math.hypot(along[1], along[2]) or 1.0
                belly.append((add(p, (0, -along[2] / n, along[1] / n), 0.085 * h * w), 0.075 * h * w))
    region = union(*(sphere(r, 0.9 * r, 1.05 * r).move(*p) for p, r in belly))
    d.add("belly", flesh.node((0.012 if v.style == "low-poly" else 0.004) * 2 * h) & region, "belly")
    if v.wings:
        arm, skin = bat(1.25 * h * v.wingspan, lift=0.62)
        place = (0.55 * b.chest, b.height - 0.55 * b.chest + (0.06 * h if v.legs < 3 else 0), b.front[2] - 0.16 * h)
        for name, node, slot in (("wings", arm, "scales"), ("wing_membranes", skin, "wings")):
            d.add(name, node.rotate(x=-14).rotate(y=22).move(*place).mirrored(), slot, group="wings")
        d.limb(
            "wing_left", [place, add(place, (0.35 * h, 0.35 * h, -0.2 * h)), add(place, (0.5 * h, 0.75 * h, -0.35 * h))]
        )
        d.limb(
            "wing_right",
            [
                (-place[0], *place[1:]),
                add((-place[0], *place[1:]), (-0.35 * h, 0.35 * h, -0.2 * h)),
                add((-place[0], *place[1:]), (-0.5 * h, 0.75 * h, -0.35 * h)),
            ],
        )
    end = line[-1]
    if v.tail == "spade":
        d.add(
            "tail_tip",
            sphere(0.1 * h, 0.03 * h, 0.13 * h).move(*add(end, (0, 0.01 * h, -0.08 * h))),
            "spikes",
            group="tail",
        )
    elif v.tail == "spiked":
        d.add(
            "tail_spikes",
            union(
                *(
                    f.spike(add(end, (0, 0, 0.05 * i * h)), (s, 0.6, -0.5), 0.2 * h, 0.03 * h, 6, 0.2)
                    for i in (0, 2)
                    for s in (-1, 1)
                )
            ),
            "spikes",
            group="tail",
        )
    d.add("body", flesh.node(), "scales")
    if stand:
        feet(d, b, stand, "claws")
        stand.limbs(d)
        nails = union(
            *(f.claws((p[0], 0, p[2] + b.paw * b.foot), 0.8 * b.foot) for p in (stand.fore[-1], stand.hind[-1]))
        )
    else:
        d.limb("leg_left", hind)
        d.limb("leg_right", [(-p[0], p[1], p[2]) for p in hind])
        p = hind[-1]
        nails = f.claws((p[0], 0, p[2] + 0.8 * b.paw * b.foot), 0.8 * b.foot)
    d.add("claws", nails.mirrored(), "claws", group="feet")
    hd = heads[len(heads) // 2]
    d.point("head", flesh.hit(hd(0, 4, 0), hd(0, 0, 0)), size=2 * size)
    seat = flesh.hit((0, 3 * h, 0.05 * h), (0, 0.4 * h, 0.05 * h))
    d.point("seat", seat, size=0.4 * h)
    d.point("back", seat, size=0.4 * h)
    d.point("top", flesh.hit(hd(0, 4, 0), hd(0, 0, 0)))
    d.limb("tail", line[:8])
    d.limb("neck", spines[0])
    return d


def _head(flesh: Flesh, hd: Frame, m: Muzzle) -> None:
    """A head off the middle plane: the same bones, both sides written out."""
    s = hd.size
    flesh.ball(hd(0, 0, 0), s)
    for x in (-m.wide, m.wide):
        flesh.chain([hd(x, -0.45 * m.drop, 0.45), hd(x, -m.drop, m.reach - m.tip)], [m.root * s, m.tip * s])
    flesh.chain(
        [hd(0, -0.55 - 0.4 * m.drop, 0.2), hd(0, -m.drop - 0.75 * m.tip, m.reach - m.tip - 0.9 * m.chin)],
        [1.25 * m.chin * s, m.chin * s],
    )


def _face(d: Draft, v: Values, flesh: Flesh, hd: Frame, m: Muzzle, tag: str) -> None:
    """Eyes, nostrils, mouth, teeth and horns of one head."""
    s = hd.size
    big = 1.3 if v.style == "cartoon" else 1.0
    for part, slot in (("eyes", "eyes"), ("pupils", "pupil")):
        nodes: list[Node] = []
        for sign in (1, -1):
            way = hd.turn(toward(42 * sign, 20))
            at = add(flesh.out(hd(0, 0, 0), way, 5 * s), way, -0.08 * s)
            ball, _, black, _ = f.eyeball(at, add(way, hd.turn((0, 0, 0.5))), 0.24 * s * big, 0.5, slit=True)
            nodes.append(ball if part == "eyes" else black)
        d.add(part + tag, union(*nodes), slot, group="head" + tag)
    tip = (0.0, -m.drop, m.reach - m.tip)
    holes = [sphere(0.1 * s).move(*flesh.out(hd(*tip), hd.turn(toward(34 * sign, 34)), 3 * s)) for sign in (1, -1)]
    d.add("nostrils" + tag, union(*holes), "nose", group="head" + tag)
    d.add(
        "mouth" + tag,
        f.mouth_line(flesh, hd, tip, half=112, elevation=-20, smile=12, back=1.15, thick=0.05, points=11),
        "mouth",
        group="head" + tag,
    )
    if v.teeth:
        fangs: list[Node] = []
        for sign in (1, -1):
            for az, c in ((24, 0.0), (62, 0.12), (84, 0.5), (92, 0.85)):
                on = flesh.out(hd(0.6 * m.wide * sign, -m.drop, tip[2] - c), hd.turn(toward(az * sign, -14)), 3 * s)
                fangs.append(f.spike(on, (0, -1, 0.12), (0.34 if az in (24, 62) else 0.24) * s, 0.075 * s, 6, 0.2))
        d.add("teeth" + tag, union(*fangs), "teeth", group="head" + tag)
    if abs(hd.at[0]) < 1e-6:
        f.horns(d, hd, v.horns, (0.5, 0.72, -0.35), v.horn_length * (0.7 if v.horns == "ram" else 1.0), 0.24)
    else:
        nodes = [
            f.horn([hd(0.45 * sign, 0.6, -0.3), hd(0.6 * sign, 1.1, -0.9), hd(0.62 * sign, 1.35, -1.7)], 0.24 * s)
            for sign in (1, -1)
        ]
        d.add("horns" + tag, union(*nodes), "horn", group="head" + tag)
