"""Pigs, piglets and boars."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import add
from maquette.shapes.sub.palettes import HOOVES
from maquette.shapes.sub.quadruped import Build, Muzzle, arc


@family(
    "pig",
    "animal",
    nouns={
        "piglet": {"height": 0.32, "tusks": False},
        "hog": {},
        "swine": {},
        "sow": {},
        "boar": {"tusks": True, "bristles": True},
        "wild boar": {"tusks": True, "bristles": True},
        "warthog": {"tusks": True, "bristles": True},
    },
    parameters=(
        Real("height", 0.7, 0.3, 0.9, about="of the back"),
        Real("length", 1.45, 1.3, 1.65, unit=""),
        Real("build", 1.0, 0.85, 1.2, unit=""),
        Real("snout", 1.0, 0.75, 1.3, unit=""),
        Choice("ears", ("floppy", "pointed")),
        Choice("tail", ("curled", "straight")),
        Flag("tusks", 0.12),
        Flag("bristles", 0.12),
        Flag("spots", 0.25),
    ),
    slots={
        "skin": ("skin:#e6a79c", "skin:#dd9a90", "skin:#efb9ac", "hide:#6a564c"),
        "snout": ("skin:#d98a84", "skin:#cf7f7c"),
        "hooves": HOOVES,
        "ear": ("skin:#d08880",),
        "tusks": ("bone",),
        "bristles": ("fur:#3a2c24",),
        "spots": ("skin:#4a3a36",),
    }
    | HAIR_SLOTS,
    words={
        "tusks": {"tusks": True},
        "bristles": {"bristles": True},
        "spots": {"spots": True},
        "spotted": {"spots": True},
    },
    paints={"body": "skin", "nose": "snout"},
    height=(0.3, 1.1),
)
def pig(v: Values) -> Draft:
    """A round barrel on very short legs, a disc of a snout, a curled tail."""
    h, w = v.height, v.build
    b = Build(
        height=h,
        length=h * v.length,
        chest=0.29 * h * w,
        belly=0.32 * h * w,
        rump=0.3 * h * w,
        sag=0.02 * h,
        leg=0.1 * h * w,
        shin=0.062 * h,
        foot=0.065 * h,
        stance=0.16 * h * w,
        hoofed=True,
        knees=0.4,
        wide=1.1,
    )
    m = Muzzle(reach=1.1 + 0.85 * v.snout, drop=0.3, root=0.68, tip=0.44, wide=0.06, cheeks=0.55, chin=0.22)
    a = Beast(v, b, m, 0.2 * h, (0.22 * h, 20, 0.26 * h * w, 0.2 * h), pitch=14, extent=1.7 * h, slot="skin")
    d, hd = a.d, a.head
    if v.tail == "straight":
        a.tail(arc(20, 60, 0.12 * h, 3), [0.026 * h] * 3, drop=-0.05)
    else:
        # A corkscrew whose turns stand further apart than the tail is thick.
        root = add(b.back, (0, 0.3 * b.rump, -0.8 * b.rump))
        curl = [root]
        for i in range(15):
            turn, r = 0.2 * math.pi * i, 0.05 * h * min(1.0, 0.1 + 0.2 * i)
            curl.append(add(root, (r * math.sin(turn), r * (1 - math.cos(turn)), -(0.05 + 0.0095 * i) * h)))
        d.add("tail", sweep(curl, [0.03 * h] * 2 + [0.022 * h] * 14, round_ends=True), "skin")
        d.limb("tail", curl[::4])
    disc = cylinder(0.47 * hd.size, 0.24 * hd.size, bevel=0.09 * hd.size).scale(1.12, 1, 1).rotate(x=90)
    tip = (0.0, -m.drop, m.reach - 0.05)
    d.add("snout", hd.place(disc, *tip), "snout", group="head")
    holes = sphere(0.1 * hd.size, 0.14 * hd.size, 0.06 * hd.size).move(x=0.19 * hd.size)
    d.add("nostrils", hd.place(holes.mirrored(), tip[0], tip[1], tip[2] + 0.11), "mouth", group="head")
    if v.ears == "floppy":
        f.ears(
            d,
            hd,
            "pointed",
            (0.5, 0.7, -0.1),
            1.05 * hd.size,
            0.95 * hd.size,
            lean=30,
            yaw=5,
            slot="skin",
            inner=None,
            bend=105,
        )
    else:
        f.ears(
            d,
            hd,
            "pointed",
            (0.55, 0.68, -0.2),
            0.95 * hd.size,
            0.85 * hd.size,
            lean=28,
            yaw=10,
            slot="skin",
            inner="ear",
        )
    a.eyes(0.15, 38, 26, out=0.6, forward=0.5, white=None)
    a.mouth(half=105, elevation=-45, smile=16, back=0.55, thick=0.04)
    if v.tusks:
        f.horns(d, hd, "devil", (0.42, -0.62, m.reach - 0.75), 0.62, 0.13, "tusks")
    if v.bristles:
        nodes: list[Node] = []
        for i in range(9):
            z = (0.36 - 0.085 * i) * b.length
            on = a.flesh.hit((0, 2 * h, z), (0, 0.5 * h, z))
            nodes.append(f.spike(on, (0, 1, -0.7), 0.16 * h, 0.035 * h, 7))
        d.add("bristles", union(*nodes), "bristles")
    if v.spots:
        a.spots(7, 0.3, 0.7)
    a.skin("skin", "hooves")
    return d
