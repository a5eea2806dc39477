"""Griffins: a lion's body, an eagle's head and wings."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.quadruped import Build, Muzzle, arc
from maquette.shapes.sub.wings import feathered, lens
from maquette.shapes.sub.woodland import SHAPE


@family(
    "griffin",
    "creature",
    nouns={
        "gryphon": {},
        "griffon": {},
        "baby griffin": {"height": 0.6, "head": 1.25},
        "hippogriff": {"tuft": False},
    },
    parameters=(
        Real("height", 1.3, 0.6, 2.0, about="of the withers"),
        *SHAPE,
        Real("span", 1.5, 1.2, 1.8, unit="", about="length of a wing, in heights"),
        Real("lift", 0.5, 0.35, 0.62, unit="", about="how high the wings are raised"),
        Real("sweep", 38.0, 20.0, 55.0, unit="deg", about="of the wings to the back"),
        Real("beak", 1.0, 0.85, 1.25, unit=""),
        Whole("feathers", 9, 7, 11, about="of a wing"),
        Flag("tuft", 0.9),
        Flag("ruff", 0.85),
        Flag("wings", 1.0),
    ),
    slots={
        "fur": ("fur:#b98545", "fur:#c99a56", "fur:#8a5a34", "fur:#d8c8a8", "fur:#5a4a44"),
        "plumage": ("feathers:#f0e8d8", "feathers:#8a5a30", "feathers:#e8d8b0", "feathers:#4a3428"),
        "wings": ("feathers:#7a4f2a", "feathers:#a8763a", "feathers:#e8e0d0", "feathers:#4a3428"),
        "tips": ("feathers:#3a2818", "feathers:#5a3a20", "feathers:#f0e6d0"),
        "beak": ("horn:#e0a02a", "horn:#d88a20"),
        "tuft": ("fur:#4a2c18", "fur:#7a4420"),
        "ear": ("skin:#a8746a",),
        "claws": ("horn:#2a2420", "horn"),
    }
    | HAIR_SLOTS
    | {"eyes": ("paint:#e0a018", "paint:#d8601a")},
    words={"wings": {"wings": True}, "tuft": {"tuft": True}, "ruff": {"ruff": True}, "beak": {}},
    paints={"body": "fur", "head": "plumage", "feathers": "wings", "coat": "fur"},
    height=(0.7, 4.2),
)
def griffin(v: Values) -> Draft:
    """Standing, its wings raised."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=1.4 * h * v.length,
        chest=0.23 * h * w,
        belly=0.18 * h * w,
        rump=0.19 * h * w,
        leg=0.085 * h * w,
        shin=0.058 * h,
        foot=0.085 * h,
        stance=0.15 * h * w,
        rear=0.95,
    )
    m = Muzzle(reach=0.9, drop=0.2, root=0.6, tip=0.34, wide=0.14, cheeks=0.3, chin=0.12, skull=1.12)
    a = Beast(v, b, m, 0.145 * h * v.head, (0.42 * h, 52, 0.18 * h * w, 0.13 * h), pitch=10, extent=2.4 * h)
    d, hd = a.d, a.head
    s = hd.size
    joints = a.tail(arc(-50, 40, 0.95 * h * v.tail_length, 7), [0.04 * h] * 3 + [0.034 * h] * 4, drop=0.1)
    a.eyes(0.2, 38, 20, out=0.6, forward=0.6, white=None)
    k = v.beak
    upper = sweep(
        [hd(0, 0.02, 0.55), hd(0, 0.0, 1.15 * k), hd(0, -0.3, 1.62 * k), hd(0, -0.78, 1.6 * k)],
        [0.46 * s, 0.4 * s, 0.22 * s, 0.03 * s],
        sides=14,
    )
    lower = sweep([hd(0, -0.42, 0.55), hd(0, -0.5, 1.2 * k)], [0.26 * s, 0.08 * s], sides=12, round_ends=True)
    d.add("beak", union(upper, lower), "beak", group="head")
    horns = [f.spike(hd(0.42, 0.82, -0.15), (0.3, 1, -0.35), 1.0 * s * v.ear_size, 0.26 * s, 10, 0.3)]
    d.add("ears", union(*horns).mirrored(), "plumage", group="head")
    if v.tuft:
        d.add("tail_tuft", sphere(0.06 * h, 0.09 * h, 0.06 * h).rotate(x=-40).move(*joints[-1]), "tuft", group="tail")
    if v.ruff:
        # Feathers in rows about the neck, their tips down and out.
        leaves: list[Node] = []
        for row in range(4):
            t = row / 3
            at = add(a.root, (a.end[0] - a.root[0], a.end[1] - a.root[1], a.end[2] - a.root[2]), 1.0 - 0.95 * t)
            r = (0.13 + 0.075 * t) * h
            leaf = lens(0.11 * h, 0.055 * h, 0.028 * h, 8).rotate(z=90).rotate(x=-24).move(0, -0.02 * h, r)
            leaves.append(leaf.around(11).rotate(y=16 * (row % 2)).rotate(x=32).move(*at))
        d.add("ruff", union(*leaves), "plumage", group="head")
    if v.wings:
        arm, long = feathered(v.span * h, 0.62 * h, lift=v.lift, feathers=v.feathers)
        place = (0.55 * b.chest, b.front[1] + 0.5 * b.chest, b.front[2] - 0.12 * h)
        d.add("wings", arm.rotate(y=v.sweep, z=12).move(*place).mirrored(), "wings", group="wings")
        d.add("wing_feathers", long.rotate(y=v.sweep, z=12).move(*place).mirrored(), "tips", group="wings")
    front = box(4 * h, 4 * h, 2 * h).rotate(x=28).move(0, b.front[1] + 0.6 * h, b.front[2] + 0.75 * h)
    a.marking("plumage", front, "plumage")
    a.skin("fur", "fur")
    return d
