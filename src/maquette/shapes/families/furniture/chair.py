"""Chairs: four legs, a seat and a back of many kinds; rocking chairs."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub.chair_backs import BACKS, add_arm, add_back
from maquette.shapes.sub.cushions import cushion
from maquette.shapes.sub.furniture_legs import CORNERS, splayed
from maquette.shapes.sub.outlines import bar, rounded_rectangle, slab


@family(
    "chair",
    "furniture",
    nouns={
        "dining chair": {},
        "kitchen chair": {},
        "side chair": {},
        "seat": {},
        "rocking chair": {"rockers": True, "armrests": True, "high": True},
        "rocker": {"rockers": True},
        "windsor chair": {"back": "hoop", "leg": "turned"},
        "ladderback chair": {"back": "ladder"},
        "high-back chair": {"high": True},
        "high back chair": {"high": True},
        "carver": {"armrests": True},
        "high chair": {"seat_height": 0.62, "armrests": True},
        "highchair": {"seat_height": 0.62, "armrests": True},
    },
    parameters=(
        Real("seat_height", 0.45, 0.4, 0.62),
        Real("width", 0.44, 0.38, 0.54),
        Real("depth", 0.43, 0.38, 0.5),
        Real("back_height", 0.45, 0.36, 0.58, about="above the seat"),
        Real("thickness", 0.034, 0.026, 0.046, about="of posts and legs"),
        Real("rake", 9, 4, 15, unit="deg", about="how far the back leans"),
        Choice("back", BACKS),
        Choice("leg", ("square", "tapered", "turned")),
        Choice("seat", ("square", "round", "saddle")),
        Real("slats", 4, 3, 6, unit="", about="number of slats, spindles or rungs of the back"),
        Flag("armrests", 0.22),
        Flag("cushion", 0.3),
        Flag("stretchers", 0.6),
        Flag("rockers", 0.04),
        Flag("high", 0.15),
        Flag("two_tone", 0.4, about="the seat of another material than the frame"),
    ),
    slots={
        "frame": ("oak", "walnut", "birch", "mahogany", "paint:#3f5e6b"),
        "seat": ("oak", "walnut", "wicker", "birch"),
        "cushion": ("fabric:#a63d2f", "fabric:#3f5f8a", "velvet:#2f5d4a", "leather"),
    },
    words={
        "seat": {"two_tone": True},
        "cushion": {"cushion": True},
        "pad": {"cushion": True},
        "armrests": {"armrests": True},
        "armrest": {"armrests": True},
        "arms": {"armrests": True},
        "rockers": {"rockers": True},
        "rocking": {"rockers": True},
        "ladder": {"back": "ladder"},
        "spindles": {"back": "spindles"},
        "slats": {"back": "slats"},
        "upholstered": {"cushion": True, "back": "panel"},
        "high back": {"high": True},
        "round": {"seat": "round"},
    },
    paints={
        "leg": "frame",
        "legs": "frame",
        "back": "frame",
        "backrest": "frame",
        "armrests": "frame",
        "pad": "cushion",
        "upholstery": "cushion",
    },
    height=(0.7, 1.6),
)
def chair(v: Values) -> Draft:
    """The seat stands on four legs; the back rises from its rear edge."""
    rise = v.back_height * (1.35 if v.high else 1.0)
    seat, w, z0 = v.seat_height, v.width, v.depth
    d = Draft(extent=seat + rise)
    t, slats = v.thickness, round(v.slats)
    thick = 0.9 * t
    lift = 0.075 if v.rockers else 0.0
    d.add("seat", _seat(v.seat, w, z0, thick).move(y=seat - thick / 2), "seat" if v.two_tone else "frame")
    under, x, z = seat - 0.5 * thick, w / 2 - 0.75 * t, z0 / 2 - 0.75 * t
    splay = 0.0 if v.leg == "square" else 0.035
    if v.seat == "round":
        x, z = 0.78 * x, 0.78 * z
    for name, sx, sz in CORNERS:
        leg = splayed(v.leg, under - lift, t / 2 if v.leg == "square" else 0.58 * t, sx * splay, sz * splay)
        d.add(f"leg_{name}", leg.move(sx * x, lift, sz * z), "frame", group="legs")
    if v.stretchers:
        y, out = lift + 0.35 * (under - lift), splay * 0.62
        rails: list[Node] = [bar((s * (x + out), y, -z - out), (s * (x + out), y, z + out), 0.55 * t) for s in (1, -1)]
        rails.append(bar((-x - out, y, 0), (x + out, y, 0), 0.5 * t))
        d.add("stretchers", union(*rails), "frame", group="legs")
    elif v.leg == "square" and v.seat != "round":
        apron = [box(2 * x, 0.055, 0.55 * t).move(y=under - 0.02, z=s * z) for s in (1, -1)]
        apron += [box(0.55 * t, 0.055, 2 * z).move(s * x, under - 0.02) for s in (1, -1)]
        d.add("apron", union(*apron), "frame")
    back_z = -z0 / 2 + 0.6 * t
    if v.seat == "round":
        back_z *= 0.86
    pad = "cushion" if v.cushion and v.back == "panel" else None
    add_back(
        d,
        v.back,
        width=w * (0.86 if v.seat == "round" else 0.97),
        low=seat - 0.4 * thick,
        high=seat + rise,
        z=back_z,
        rake=v.rake,
        thick=t,
        slats=slats,
        panel="frame",
        pad=pad,
    )
    if v.armrests:
        y = seat + 0.21
        rear = back_z - 0.21 * math.tan(math.radians(v.rake))
        for name, side in (("armrest_left", 1), ("armrest_right", -1)):
            ax = side * (w * (0.86 if v.seat == "round" else 0.97) / 2 - t / 2)
            add_arm(
                d,
                name,
                ax,
                y=y,
                seat=seat,
                front=z0 / 2 - (0.05 if v.seat == "round" else 0.01),
                back=rear,
                thick=t,
                slot="frame",
                curved=v.back == "hoop" or v.seat != "square",
            )
    if v.cushion:
        soft = cushion(0.9 * w, 0.05, 0.86 * z0, 0.45 * w if v.seat == "round" else 0.06)
        d.add("cushion", soft.move(y=seat + 0.022, z=0.03), "cushion")
    if v.rockers:
        foot_x = x + splay
        for name, side in (("rocker_left", 1), ("rocker_right", -1)):
            d.add(name, _rocker(1.9 * z0, lift, 0.9 * t).move(side * foot_x, 0, -0.05), "frame", group="rockers")
    d.point("seat", (0, seat + (0.045 if v.cushion else 0), 0), size=w)
    d.point("top", (0, seat + (0.045 if v.cushion else 0), 0.02), size=w)
    return d


def _seat(kind: str, w: float, z: float, thick: float) -> Node:
    if kind == "round":
        return cylinder(w / 2, thick, bevel=0.3 * thick).scale(1, 1, z / w)
    if kind == "saddle":
        body = slab(
            [(x, y * (1 + 0.12 * x * x / (w * w))) for x, y in rounded_rectangle(w, z, 0.09, 6)], thick, 0.3 * thick
        )
        return body - cylinder(0.9, 0.72 * w).rotate(x=90).move(y=0.9 + 0.1 * thick, z=0.02)
    return box(w, thick, z, 0.25 * thick)


def _rocker(length: float, lift: float, thick: float) -> Node:
    """A runner whose underside is part of a circle that touches the ground in the middle."""
    half = length / 2
    radius = half * half / (2 * 0.07)
    xs = [half * (i / 8 - 1) for i in range(17)]
    low = [(x, radius - math.sqrt(radius * radius - x * x)) for x in xs]
    high = [(x, y + 0.04 if abs(x) < half * 0.99 else y + 0.02) for x, y in reversed(low)]
    runner = extrude([*low, *high], thick, bevel=0.1 * thick).rotate(y=90)
    feet = [sweep([(0, y, s), (0, lift + 0.02, s)], 0.45 * thick) for s in (0.2, -0.2) for y in (0.03,)]
    return union(runner, *feet)
