"""Aliens."""

from __future__ import annotations

from maquette.shapes.api import sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import clothes as c
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.humanoid import Figure, Human


@family(
    "alien",
    "creature",
    nouns={
        "grey alien": {"head": 1.3},
        "martian": {"antennas": 2},
        "extraterrestrial": {},
        "green alien": {"antennas": 2},
        "little green man": {"antennas": 2, "height": 1.0},
        "et": {},
    },
    parameters=(
        Real("height", 1.3, 0.8, 1.9),
        Real("head", 1.15, 0.9, 1.4, unit=""),
        Real("build", 0.8, 0.68, 1.05, unit=""),
        Whole("eyes", 2, 1, 3),
        Real("eye_size", 1.0, 0.8, 1.3, unit=""),
        Whole("antennas", 0, 0, 2),
        Flag("suit", 0.5),
        Flag("collar", 0.4),
        Flag("spots", 0.4),
        Flag("belt", 0.4),
    ),
    slots={
        "skin": ("skin:#8fae8a", "skin:#9aa0a8", "skin:#7fc05a", "skin:#8a7ac0", "skin:#5fb8b0"),
        "suit": ("fabric:#3a4a6a", "paint:#c8ccd4", "fabric:#5a2f6a"),
        "eyes": ("obsidian", "paint:#0d1018"),
        "glint": ("porcelain:#ffffff",),
        "mouth": ("paint:#2a2a2a",),
        "trim": ("glow:#40ffd0", "gold", "glow:#c060ff"),
        "spots": ("skin:#4f6a4a", "skin:#5a4a8a"),
        "belt": ("gunmetal",),
        "buckle": ("glow:#40c8ff",),
        "shoes": ("rubber:#2a2c34",),
        "sole": ("rubber",),
    },
    words={"antenna": {"antennas": 1}, "antennae": {"antennas": 2}, "suit": {"suit": True}, "spots": {"spots": True}},
    paints={"body": "skin", "head": "skin", "clothes": "suit"},
    height=(0.75, 2.4),
)
def alien(v: Values) -> Draft:
    """A huge brow over slanted black eyes, a thin neck, long fingers."""
    man = Human(
        v,
        Figure(
            height=v.height,
            heads=4.3 / v.head,
            build=v.build,
            shoulders=0.09,
            hips=0.045,
            muscle=0.6,
            legs=0.42,
            hands=1.35,
            feet=1.2,
            reach=1.2,
        ),
    )
    h, s, d, hd = man.h, man.head_size, man.d, man.head
    sk = man.skin
    sk.ball(hd(0, 0.3, -0.1), 0.82 * s)
    sk.ball(hd(0.2, 0.38, -0.2), 0.76 * s, both=True)
    sk.chain([hd(0.1, 0.1, 0.12), hd(0, -0.6, 0.3), hd(0, -0.84, 0.36)], [0.66 * s, 0.3 * s, 0.16 * s])
    man.throat(sk)
    man.torso(sk, -0.002 * h)
    man.arm(sk)
    man.leg(sk)
    big = 0.3 * s * v.eye_size * (1.2 if v.style == "cartoon" else 1.0)
    nodes: list[Node] = []
    glints: list[Node] = []
    places = {
        1: ((0.0, 12.0, 0.0),),
        2: ((32.0, 2.0, 24.0), (-32.0, 2.0, -24.0)),
        3: ((36.0, -2.0, 24.0), (-36.0, -2.0, -24.0), (0.0, 38.0, 0.0)),
    }[v.eyes]
    for az, el, tilt in places:
        at = f.on_skin(sk, hd, az, el)
        r = big * (1.25 if v.eyes == 1 else 0.85 if el > 30 else 1.0)
        nodes.append(
            sphere(r, 0.68 * r if v.eyes > 1 else r, 0.4 * r).rotate(z=tilt).rotate(x=-el * 0.5).rotate(y=az).move(*at)
        )
        glints.append(sphere(0.14 * r).move(*add(at, (0.15 * r, 0.25 * r, 0.36 * r))))
    d.add("eyes", union(*nodes), "eyes", group="head")
    d.add("glints", union(*glints), "glint", group="head")
    d.add("nostrils", sphere(0.035 * s).move(*f.on_skin(sk, hd, 6, -25)).mirrored(), "mouth", group="head")
    d.add(
        "mouth",
        f.mouth_line(sk, hd, (0, -0.5, 0.1), half=30, elevation=-12, smile=6, thick=0.035, points=5),
        "mouth",
        group="head",
    )
    for i in range(v.antennas):
        k = 0.0 if v.antennas == 1 else (0.4 if i else -0.4)
        root = hd(k, 1.0, -0.1)
        rod = sweep([root, hd(1.2 * k, 1.5, 0.0), hd(1.6 * k, 1.85, 0.15)], [0.06 * s, 0.05 * s, 0.04 * s])
        d.add(f"antenna_{i + 1}", union(rod, sphere(0.12 * s).move(*hd(1.6 * k, 1.88, 0.16))), "skin", group="head")
    if v.spots:
        rng = v.rng("spots")
        balls = [
            sphere(float(rng.uniform(0.1, 0.2)) * s).move(
                *f.on_skin(sk, hd, float(rng.uniform(90, 270)), float(rng.uniform(10, 80)))
            )
            for _ in range(12)
        ]
        d.add("spots", sk.node(0.004 * h) & union(*balls), "spots", group="head")
    if v.suit:
        c.shirt(man, "suit", 0.92)
        c.trousers(man, "suit", 0.95)
        man.feet("shoes", boot=0.35)
    else:
        man.feet("skin", name="feet", bare=True)
    if v.belt:
        c.belt(man)
    if v.collar:
        d.add("collar", torus(0.05 * h, 0.014 * h).move(*add(man.neck, (0, 0.0, 0))), "trim", group="clothes")
    man.hands("skin")
    d.add("body", sk.node(), "skin")
    return man.finish()
