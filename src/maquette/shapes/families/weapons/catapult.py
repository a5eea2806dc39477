"""Siege engines of wood: catapults, trebuchets and ballistas."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import bar, rod
from maquette.shapes.sub.sidewise import axle, tube
from maquette.shapes.sub.wheels import iron_band, wooden_wheel


@family(
    "catapult",
    "weapon",
    nouns={
        "trebuchet": {"kind": "trebuchet"},
        "ballista": {"kind": "ballista"},
        "onager": {"kind": "catapult"},
        "mangonel": {"kind": "catapult"},
        "siege engine": {},
        "siege weapon": {},
        "scorpion ballista": {"kind": "ballista"},
        "bolt thrower": {"kind": "ballista"},
        "counterweight trebuchet": {"kind": "trebuchet"},
    },
    parameters=(
        Choice("kind", ("catapult", "trebuchet", "ballista")),
        Real("length", 4.0, 3.0, 5.5),
        Real("width", 0.5, 0.42, 0.6, unit="", about="share of the length"),
        Real("arm", 1.0, 0.85, 1.12, unit="", about="length of the arm"),
        Real("angle", 50.0, 38.0, 62.0, unit="deg", about="of the arm over level"),
        Real("beam", 0.055, 0.045, 0.065, unit="", about="thickness of the beams"),
        Whole("wheels", 4, 2, 4),
        Whole("spokes", 8, 6, 10),
        Flag("boulder", 0.85),
        Flag("winch", 0.85),
        Flag("bands", 0.8),
        Flag("braces", 0.9),
    ),
    slots={
        "wood": ("oak", "wood", "walnut", "driftwood"),
        "arm": ("pine", "oak", "walnut"),
        "iron": ("iron", "cast iron", "rust"),
        "rope": ("rope",),
        "stone": ("stone", "granite"),
        "weight": ("planks", "iron"),
    },
    words={"wheels": {"wheels": 4}, "boulder": {"boulder": True}, "stone": {"boulder": True}, "winch": {"winch": True}},
    paints={
        "frame": "wood",
        "beams": "wood",
        "wheel": "wood",
        "wheels": "wood",
        "boulder": "stone",
        "ropes": "rope",
        "counterweight": "weight",
    },
    height=(1.2, 6.5),
)
def catapult(v: Values) -> Draft:
    """It throws to the front."""
    n, w, b = v.length, v.width * v.length, v.beam * v.length
    d = Draft(extent=1.15 * n)
    r = 0.11 * n
    y = r + 0.35 * b
    half = w / 2 - b
    rails = [box(b, 1.3 * b, n, 0.08 * b).move(s * half, y, 0) for s in (1, -1)]
    cross = [box(w - b, b, b, 0.08 * b).move(0, y, z * n) for z in (-0.44, 0.0, 0.44)]
    d.add("frame", union(*rails, *cross), "wood", group="frame")
    # Two wheels, and then a rear foot, or four.
    zs = (0.34, -0.34) if v.wheels > 2 else (0.3,)
    wheels, bands, axles = [], [], []
    for z in zs:
        axles.append(axle(0.3 * b, w + 0.16 * n, r, z * n))
        for s in (1, -1):
            x = s * (w / 2 + 0.045 * n)
            wheels.append(wooden_wheel(r, 0.05 * n, v.spokes).move(x, r, z * n))
            bands.append(iron_band(r, 0.05 * n).move(x, r, z * n))
    if v.wheels < 3:
        axles.append(box(w - b, 1.02 * y, b, 0.08 * b).move(0, 0.51 * y, -0.44 * n))
    low = -0.02 * r
    d.add("axles", union(*axles), "wood", group="wheels")
    d.add("wheels", union(*wheels), "wood", group="wheels")
    d.add("tyres", union(*bands), "iron", group="wheels")
    top = y + 0.6 * b
    {"catapult": _onager, "trebuchet": _trebuchet, "ballista": _ballista}[v.kind](d, v, top, half, b)
    d.point("top", (0, top, low))
    d.point("seat", (0, top, -0.3 * n), size=w)
    return d


def _winch(d: Draft, v: Values, at: Point3, half: float, b: float) -> None:
    if v.winch:
        _x, y, z = at
        spokes = [
            box(0.35 * b, 3.4 * b, 0.35 * b).rotate(x=a).move(s * (half + 0.85 * b), y, z)
            for s in (1, -1)
            for a in (0, 90)
        ]
        d.add("winch", union(axle(0.45 * b, 2 * half + 2 * b, y, z), *spokes), "arm", group="winch")
        d.add(
            "coil",
            union(*(torus(0.45 * b, 0.18 * b).rotate(z=90).move(0.3 * b * k, y, z) for k in (-1, 0, 1))),
            "rope",
            group="winch",
        )


def _bands(d: Draft, v: Values, nodes: list[Node]) -> None:
    if v.bands:
        d.add("bands", union(*nodes), "iron", group="bands")


def _onager(d: Draft, v: Values, top: float, half: float, b: float) -> None:
    """An arm in a twisted rope, stopped by a padded beam."""
    n = v.length
    high, zp = top + 0.36 * n, 0.12 * n
    posts = [bar((s * half, top - 0.8 * b, zp), (s * half, high + 0.4 * b, zp), b) for s in (1, -1)]
    beam = box(2 * half + 1.8 * b, b, b, 0.1 * b).move(0, high, zp + 0.05 * b)
    braces = [
        bar((s * half, top - 0.6 * b, zp + 0.29 * n), (s * half, high - 0.4 * b, zp + 0.2 * b), 0.8 * b)
        for s in (1, -1)
    ]
    braces += (
        [
            bar((s * half, top - 0.6 * b, zp - 0.24 * n), (s * half, high - 0.7 * b, zp - 0.1 * b), 0.8 * b)
            for s in (1, -1)
        ]
        if v.braces
        else []
    )
    d.add("posts", union(*posts, beam, *braces), "wood", group="frame")
    d.add("pad", axle(0.85 * b, 0.9 * half, high + 0.1 * b, zp - 0.25 * b, 0.15 * b), "rope", group="frame")
    foot = (0.0, top + 0.2 * b, -0.02 * n)
    d.add(
        "skein",
        union(
            axle(0.75 * b, 2 * half + 1.2 * b, foot[1], foot[2]),
            *(
                torus(0.75 * b, 0.2 * b).rotate(z=90).move(x=k * 0.5 * half).move(y=foot[1], z=foot[2])
                for k in (-1.2, -0.6, 0.6, 1.2)
            ),
        ),
        "rope",
        group="ropes",
    )
    a = math.radians(180 - v.angle)
    long = 0.62 * n * v.arm
    tip = (0.0, foot[1] + long * math.sin(a), foot[2] + long * math.cos(a))
    d.add("arm", bar(foot, tip, 0.95 * b), "arm", group="arm")
    up = (0.0, math.sin(a - math.pi / 2), math.cos(a - math.pi / 2))
    lean = 90 - math.degrees(a)
    cup = lathe(
        [
            (0.02 * b, 0),
            (0.8 * b, 0.1 * b),
            (1.5 * b, 0.7 * b),
            (1.75 * b, 1.4 * b),
            (1.5 * b, 1.4 * b),
            (1.2 * b, 0.8 * b),
            (0.6 * b, 0.4 * b),
            (0.02 * b, 0.35 * b),
        ]
    )
    at = (0.0, tip[1] + 0.15 * b * up[1], tip[2] + 0.15 * b * up[2])
    d.add("cup", cup.rotate(x=lean).move(*at), "arm", group="arm")
    if v.boulder:
        d.add(
            "boulder",
            sphere(1.25 * b)
            .roughened(0.18 * b, 0.9 * b, v.seed)
            .move(at[0], at[1] + 1.4 * b * up[1], at[2] + 1.4 * b * up[2]),
            "stone",
        )
    _winch(d, v, (0, top + 0.25 * b, -0.4 * n), half, b)
    if v.winch:
        mid = tuple(f + 0.72 * (t - f) for f, t in zip(foot, tip, strict=True))
        d.add("rope", rod((0, mid[1], mid[2]), (0, top + 0.5 * b, -0.4 * n), radius=0.16 * b), "rope", group="ropes")
    _bands(
        d,
        v,
        [
            box(1.12 * b, 0.5 * b, 1.12 * b)
            .rotate(x=lean)
            .move(0, foot[1] + t * (tip[1] - foot[1]), t * (tip[2] - foot[2]) + foot[2])
            for t in (0.35, 0.55, 0.85)
        ],
    )


def _trebuchet(d: Draft, v: Values, top: float, half: float, b: float) -> None:
    """A long arm over a high trestle, a box of stones at its short end, a sling at the long one."""
    n = v.length
    high = top + 0.62 * n
    legs = [bar((s * half, top - 0.8 * b, k * 0.34 * n), (s * half, high, k * 0.02 * n), b) for s in (1, -1) for k in (1, -1)]  # fmt: skip
    if v.braces:
        legs += [box(0.8 * b, 0.8 * b, 0.4 * n).move(s * half, top + 0.26 * n, 0) for s in (1, -1)]
        legs += [bar((s * half, top - 0.6 * b, 0), (s * half, high, 0), 0.8 * b) for s in (1, -1)]
    heads = [box(1.5 * b, 1.3 * b, 1.6 * b, 0.1 * b).move(s * half, high, 0) for s in (1, -1)]
    d.add("trestle", union(*legs, *heads), "wood", group="frame")
    d.add("axle", axle(0.42 * b, 2 * half + 2.4 * b, high, 0), "iron", group="arm")
    a = math.radians(180 - v.angle)
    u = (0.0, math.sin(a), math.cos(a))
    long, short = 0.62 * n * v.arm, 0.22 * n
    tip = (0.0, high + long * u[1], long * u[2])
    butt = (0.0, high - short * u[1], -short * u[2])
    d.add("arm", sweep([butt, (0, high, 0), tip], [0.7 * b, 0.72 * b, 0.38 * b], smooth=False, sides=8), "arm", group="arm")  # fmt: skip
    cx, cz = 0.62 * half, 0.15 * n
    drop = butt[1] - 0.05 * n
    body = box(2 * cx, 0.2 * n, cz, 0.1 * b).move(0, drop - 0.11 * n, butt[2])
    d.add("counterweight", body, "weight", group="counterweight")
    hang = [bar((s * 0.8 * b, drop - 0.04 * n, butt[2]), (s * 0.8 * b, butt[1] + 0.35 * b, butt[2]), 0.4 * b) for s in (1, -1)]  # fmt: skip
    edge = [box(2 * cx + 0.3 * b, 0.4 * b, cz + 0.3 * b).move(0, drop - k * n, butt[2]) for k in (0.03, 0.19)]
    d.add("hangers", union(*hang, axle(0.3 * b, 2.6 * b, butt[1], butt[2]), *edge), "iron", group="counterweight")
    if v.boulder:
        end = (0.0, tip[1] - 0.3 * n, tip[2] + 0.05 * n)
        d.add(
            "sling",
            union(rod(tip, end, radius=0.13 * b), rod(tip, (0, end[1], end[2] - 0.5 * b), radius=0.13 * b)),
            "rope",
            group="ropes",
        )
        d.add(
            "boulder",
            sphere(1.05 * b).roughened(0.15 * b, 0.8 * b, v.seed).move(end[0], end[1] - 0.5 * b, end[2] - 0.25 * b),
            "stone",
        )
    _winch(d, v, (0, top + 0.25 * b, -0.4 * n), half, b)
    lean = 90 - math.degrees(a)
    _bands(
        d,
        v,
        [
            cylinder(0.78 * b, 0.45 * b).rotate(x=lean).move(0, high + t * n * u[1], t * n * u[2])
            for t in (-0.16, -0.08, 0.09)
        ],
    )


def _ballista(d: Draft, v: Values, top: float, half: float, b: float) -> None:
    """A giant crossbow on a stand."""
    n = v.length
    high = top + 0.2 * n
    legs = [
        bar((s * half, top - 0.7 * b, z * n), (s * 0.25 * half, high - 0.1 * b, 0), 0.9 * b)
        for s in (1, -1)
        for z in (0.26, -0.26)
    ]
    d.add("stand", union(*legs, box(0.9 * half, 1.2 * b, 2 * b, 0.1 * b).move(0, high - 0.2 * b, 0)), "wood", group="frame")  # fmt: skip
    y = high + 0.75 * b
    stock = box(1.6 * b, 1.1 * b, 0.95 * n, 0.1 * b).move(0, y, -0.02 * n)
    d.add("stock", stock - tube(0.3 * b, -n, n, y + 0.6 * b), "arm", group="arm")
    z = 0.26 * n
    wide = 0.2 * n
    frame = [box(2 * wide + 1.4 * b, 0.8 * b, 1.5 * b, 0.1 * b).move(0, y + k, z) for k in (0.95 * b, -0.8 * b)]
    frame = [box(2 * wide + 1.4 * b, 0.7 * b, 1.5 * b, 0.1 * b).move(0, y + k * b, z) for k in (1.9, -0.9)]
    frame += [box(0.5 * b, 3.2 * b, 1.3 * b, 0.08 * b).move(s * (wide - 0.6 * b), y + 0.5 * b, z) for s in (1, -1)]
    frame += [box(0.5 * b, 3.2 * b, 1.3 * b, 0.08 * b).move(s * (wide + 0.6 * b), y + 0.5 * b, z) for s in (1, -1)]
    d.add("head_frame", union(*frame), "wood", group="frame")
    d.add("skeins", cylinder(0.42 * b, 2.7 * b).move(wide, y + 0.5 * b, z).mirrored(), "rope", group="ropes")
    a = math.radians(30)
    long = 0.33 * n * v.arm
    end = (wide + long * math.cos(a), y + 0.6 * b, z - long * math.sin(a))
    d.add("arms", sweep([(wide - 0.1 * b, y + 0.6 * b, z), end], [0.38 * b, 0.26 * b], sides=8).mirrored(), "arm", group="arm")  # fmt: skip
    back = -0.24 * n
    d.add(
        "string",
        union(
            rod(end, (0, y + 0.6 * b, back), radius=0.12 * b),
            rod((-end[0], end[1], end[2]), (0, y + 0.6 * b, back), radius=0.12 * b),
        ),
        "rope",
        group="ropes",
    )
    bolt = tube(0.2 * b, back - 0.1 * b, 0.5 * n, y + 0.65 * b)
    fins = [box(0.1 * b, 1.1 * b, 2.4 * b).rotate(z=k).move(0, y + 0.65 * b, back + 1.4 * b) for k in (55, -55)]
    d.add("bolt", union(bolt, *fins), "arm", group="bolt")
    d.add(
        "bolt_head",
        cylinder(0.5 * b, 1.8 * b, 0.03 * b, 4).rotate(x=90).move(0, y + 0.65 * b, 0.5 * n + 0.5 * b),
        "iron",
        group="bolt",
    )
    _winch(d, v, (0, y - 0.1 * b, -0.42 * n), 0.45 * half, b)
    _bands(d, v, [box(1.75 * b, 1.22 * b, 0.45 * b).move(0, y, k * n) for k in (-0.3, -0.1, 0.12)])
