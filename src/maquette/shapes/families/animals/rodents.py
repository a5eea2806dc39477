"""Rabbits and mice."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import Flesh, add
from maquette.shapes.sub.quadruped import Build, Muzzle, arc
from maquette.shapes.sub.woodland import SHAPE


@family(
    "rabbit",
    "animal",
    nouns={
        "bunny": {"head": 1.15},
        "hare": {"build": 0.85, "ear_length": 1.3},
        "easter bunny": {"bow": True},
        "kangaroo": {"height": 0.9, "ear_length": 0.6, "tail_length": 1.25, "long_tail": True},
        "chinchilla": {"ear_length": 0.6},
    },
    parameters=(
        Real("height", 0.24, 0.14, 0.9, about="of the back"),
        *SHAPE,
        Real("ear_length", 1.0, 0.6, 1.35, unit=""),
        Choice("ears", ("upright", "lop", "upright")),
        Flag("bow", 0.15),
        Flag("patches", 0.35),
        Flag("teeth", 0.5),
        Flag("long_tail", 0.0),
    ),
    slots={
        "fur": ("fur:#a08468", "fur:#efe9df", "fur:#6f6a66", "fur:#c8a47a", "fur:#3a3432"),
        "belly": ("fur:#f4efe6",),
        "ear": ("skin:#e8a8a4",),
        "bow": ("fabric:#d83a5a", "fabric:#3a8fd0"),
        "teeth": ("porcelain:#fbf8f0",),
        "patches": ("fur:#f2ede4",),
    }
    | HAIR_SLOTS
    | {"nose": ("paint:#d87a80",)},
    words={
        "bow": {"bow": True},
        "teeth": {"teeth": True},
        "patches": {"patches": True},
        "lop": {"ears": "lop"},
        "floppy": {"ears": "lop"},
    },
    paints={"coat": "fur", "tail": "belly"},
    height=(0.16, 2.0),
)
def rabbit(v: Values) -> Draft:
    """A crouching ball with long ears, strong hind legs and a cotton tail."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.45 * h * v.length,
        chest=0.28 * h * w,
        belly=0.36 * h * w,
        rump=0.42 * h * w,
        sag=-0.02 * h,
        leg=0.1 * h,
        shin=0.08 * h,
        foot=0.095 * h,
        stance=0.17 * h * w,
        knees=0.4,
        rear=1.0,
        paw=1.0,
    )
    m = Muzzle(reach=1.28 * v.snout, drop=0.3, root=0.6, tip=0.42, wide=0.14, cheeks=0.48, chin=0.2)
    a = Beast(
        v, b, m, 0.225 * h * v.head, (0.22 * h, 52, 0.24 * h * w, 0.2 * h), pitch=6, extent=1.9 * h, blend=0.06 * h
    )
    hip = (0.24 * h * w, 0.34 * h, b.back[2] + 0.06 * h)
    a.flesh.ball(hip, 0.25 * h * w, both=True)
    a.flesh.chain(
        [(0.26 * h * w, 0.08 * h, b.back[2] - 0.05 * h), (0.27 * h * w, 0.075 * h, b.back[2] + 0.34 * h)],
        [0.075 * h, 0.075 * h],
        both=True,
    )
    d, hd = a.d, a.head
    if v.long_tail:
        a.tail(arc(-30, 0, 1.4 * h, 5), [0.14 * h, 0.12 * h, 0.09 * h, 0.06 * h, 0.035 * h])
    else:
        d.add("tail", sphere(0.13 * h * v.tail_length).move(0, 0.42 * h, b.back[2] - 0.98 * b.rump), "belly")
    k = v.ear_length * v.ear_size**0.5
    if v.ears == "upright":
        f.ears(d, hd, "long", (0.42, 0.8, -0.25), 2.5 * k * hd.size, 0.85 * hd.size, lean=10, tip=-8, inner="ear")
    else:
        f.floppy_ears(d, hd, (0.55, 0.75, -0.15), 1.9 * k * hd.size, 0.8 * hd.size, out=0.2)
    a.eyes(0.24, 58, 16, out=0.45, forward=0.3, white=None)
    a.nose(0.15, 0.1, up=0.8)
    a.mouth(half=60, elevation=-30, smile=16, back=0.1, thick=0.035)
    if v.teeth:
        at = f.on_skin(a.flesh, hd, 0, -48, (0, -m.drop, m.reach - m.tip))
        d.add(
            "teeth",
            union(
                *(
                    box(0.13 * hd.size, 0.26 * hd.size, 0.08 * hd.size, 0.03 * hd.size).move(
                        at[0] + x * hd.size, at[1] - 0.04 * hd.size, at[2]
                    )
                    for x in (-0.062, 0.062)
                )
            ),
            "teeth",
            group="head",
        )
    if v.patches:
        a.marking("patches", box(3 * h, 3 * h, 0.4 * h).move(0, 0, 0.02 * h), "patches")
    if v.bow:
        at = add(hd(0, -0.95, 0.05), (0, 0, 0.25 * h))
        d.add(
            "bow",
            union(
                sphere(0.035 * h),
                *(sphere(0.1 * h, 0.065 * h, 0.04 * h).move(x * 0.09 * h, 0.01 * h, 0) for x in (-1, 1)),
                sphere(0.05 * h, 0.05 * h, 0.12 * h).move(z=-0.09 * h),
            ).move(*at),
            "bow",
        )
    a.skin("fur", "fur")
    return d


@family(
    "mouse",
    "animal",
    nouns={
        "rat": {"height": 0.075, "snout": 1.2, "ear_size": 0.8},
        "hamster": {"build": 1.22, "tail_length": 0.75, "short_tail": True, "ear_size": 0.8},
        "guinea pig": {"build": 1.22, "short_tail": True, "height": 0.1},
        "gerbil": {},
        "squirrel": {"bushy": True, "height": 0.14},
        "chipmunk": {"bushy": True, "stripe": True},
        "hedgehog": {"spines": True, "short_tail": True, "height": 0.12},
        "porcupine": {"spines": True, "height": 0.3},
        "beaver": {"height": 0.3},
        "otter": {"height": 0.25},
    },
    parameters=(
        Real("height", 0.06, 0.04, 0.16, about="of the back"),
        *SHAPE,
        Flag("short_tail", 0.1),
        Flag("bushy", 0.05),
        Flag("spines", 0.05),
        Flag("stripe", 0.15),
        Flag("whiskers", 0.8),
    ),
    slots={
        "fur": ("fur:#8f8a86", "fur:#a07850", "fur:#e8e2d8", "fur:#5a4f48", "fur:#c88a4a"),
        "belly": ("fur:#efe6d8",),
        "ear": ("skin:#e0a09a",),
        "tail": ("skin:#d8a098", "skin:#b08880"),
        "whiskers": ("paint:#e8e4dc",),
        "spines": ("horn:#5a4838", "horn:#3a2f28"),
        "stripe": ("fur:#3a2a20",),
        "toes": ("skin:#e0a89e",),
    }
    | HAIR_SLOTS
    | {"nose": ("paint:#d87878", "paint:#2a1f1f")},
    words={
        "whiskers": {"whiskers": True},
        "spines": {"spines": True},
        "spikes": {"spines": True},
        "bushy": {"bushy": True},
        "stripe": {"stripe": True},
    },
    paints={"coat": "fur", "paws": "toes"},
    height=(0.035, 0.5),
)
def mouse(v: Values) -> Draft:
    """A drop with round ears, a pointed nose, whiskers and a bare tail."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.7 * h * v.length,
        chest=0.33 * h * w,
        belly=0.42 * h * w,
        rump=0.44 * h * w,
        leg=0.11 * h,
        shin=0.07 * h,
        foot=0.085 * h,
        stance=0.24 * h * w,
        knees=0.3,
        paw=1.3,
    )
    m = Muzzle(reach=1.75 * v.snout, drop=0.38, root=0.56, tip=0.2, cheeks=0.46, chin=0.16)
    a = Beast(
        v,
        b,
        m,
        0.27 * h * v.head,
        (0.2 * h, 26, 0.3 * h * w, 0.25 * h),
        pitch=8,
        extent=3.6 * h,
        slot="tail",
        blend=0.07 * h,
    )
    d, hd = a.d, a.head
    t = h * v.tail_length
    if v.bushy:
        plume = Flesh(0.1 * h, 48)
        root = add(b.back, (0, -0.1 * h, -0.9 * b.rump))
        plume.chain(
            [root, *(add(root, (0, y, -x)) for x, y in arc(-10, 150, 2.2 * t, 6))],
            [0.1 * h, 0.2 * h, 0.27 * h, 0.3 * h, 0.3 * h, 0.25 * h, 0.1 * h],
        )
        d.add("tail", plume.node(), "fur")
    elif v.short_tail:
        d.add("tail", sphere(0.1 * h).move(0, b.back[1], b.back[2] - 0.98 * b.rump), "fur")
    else:
        root = add(b.back, (0, -0.35 * b.rump, -0.85 * b.rump))
        line = [
            root,
            add(root, (0, -0.2 * h, -0.35 * t)),
            add(root, (0.16 * t, -0.26 * h, -0.8 * t)),
            add(root, (0.05 * t, -0.14 * h, -1.25 * t)),
            add(root, (0.1 * t, 0.02 * h, -1.6 * t)),
        ]
        d.add("tail", sweep(line, [0.075 * h, 0.065 * h, 0.052 * h, 0.042 * h, 0.03 * h], round_ends=True), "tail")
    f.ears(
        d,
        hd,
        "round",
        (0.62, 0.7, -0.35),
        1.05 * v.ear_size * hd.size,
        1.1 * v.ear_size * hd.size,
        lean=30,
        yaw=15,
        inner="ear",
        thick=0.25,
    )
    a.eyes(0.19, 42, 20, out=0.65, forward=0.4, white=None)
    a.nose(0.15, 0.13)
    a.mouth(half=70, elevation=-36, smile=12, back=0.4, thick=0.03)
    if v.whiskers:
        hairs = [
            sweep(
                [
                    hd(0.12, -0.4, m.reach - 0.5),
                    add(hd(0.12, -0.4, m.reach - 0.5), (0.9 * hd.size, y * hd.size, -0.1 * hd.size)),
                ],
                [0.04 * hd.size, 0.03 * hd.size],
                sides=6,
            )
            for y in (-0.15, 0.05, 0.25)
        ]
        d.add("whiskers", union(*hairs).mirrored(), "whiskers", group="head")
    if v.spines:
        nodes: list[Node] = []
        from maquette.shapes.sub.flesh import toward

        for i in range(90):
            z = (0.5 - (i % 15) / 14) * 0.98 * b.length
            el = -12 + 34 * (i // 15) + (8 if i % 2 else 0)
            center = (0.0, b.front[1] + 0.05 * h, 0.82 * z)
            way = toward(90 if el <= 90 else -90, el if el <= 90 else 180 - el)
            nodes.append(f.spike(a.flesh.out(center, way, 3 * h), add(way, (0, 0.1, -0.7)), 0.3 * h, 0.045 * h, 5, 0.2))
        d.add("spines", union(*nodes), "spines")
    if v.stripe:
        a.marking(
            "stripe",
            box(0.14 * h, 2 * h, 0.9 * b.length).move(0, 1.5 * h, -0.08 * h)
            + box(0.07 * h, 2 * h, 0.9 * b.length).move(0.16 * h, 1.5 * h, -0.08 * h).mirrored(),
            "stripe",
        )
    a.marking("belly", box(3 * h, 0.5 * h, 1.1 * b.length).move(0, 0.12 * h, 0), "belly")
    a.skin("fur", "toes")
    return d
