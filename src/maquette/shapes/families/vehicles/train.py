"""Locomotives: steam engines with a boiler and rods, diesels with a long hood or a streamlined nose; with or without a tender and track."""

from __future__ import annotations

import math

from maquette.shapes.api import box, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import along_z
from maquette.shapes.sub.outlines import bar
from maquette.shapes.sub.rail import GAUGE, buffers, diesel, wheel_pair
from maquette.shapes.sub.sidewise import axle, muzzle, tube


@family(
    "train",
    "vehicle",
    nouns={
        "steam train": {"kind": "steam"},
        "locomotive": {},
        "steam locomotive": {"kind": "steam"},
        "steam engine": {"kind": "steam"},
        "diesel locomotive": {"kind": "diesel"},
        "diesel train": {"kind": "diesel"},
        "electric train": {"kind": "express"},
        "bullet train": {"kind": "express"},
        "high-speed train": {"kind": "express"},
        "subway train": {"kind": "express"},
        "toy train": {"kind": "steam", "length": 7.0, "axles": 2, "tender": True, "chimney": "flared"},
        "freight train": {"kind": "diesel"},
        "railway engine": {},
    },
    parameters=(
        Choice("kind", ("steam", "diesel", "express"), about="what drives it; express: a streamlined nose"),
        Real("length", 9.0, 7.0, 11.5, about="of the engine without its tender"),
        Real("width", 2.7, 2.4, 3.0),
        Real("height", 3.9, 3.5, 4.4),
        Real("boiler_radius", 0.82, 0.7, 0.98, about="of a steam engine"),
        Real("wheel_radius", 0.72, 0.58, 0.9, about="of the driven wheels"),
        Whole("axles", 3, 2, 4, about="driven ones"),
        Choice("chimney", ("straight", "flared", "diamond")),
        Whole("domes", 2, 1, 3),
        Whole("windows", 5, 3, 7, about="along a side of a diesel"),
        Flag("tender", 0.6, about="with coal, behind a steam engine"),
        Flag("cowcatcher", 0.55),
        Flag("track", 0.5, about="rails and sleepers below it"),
        Flag("bell", 0.6),
    ),
    slots={
        "body": ("paint:#1f1f22", "paint:#1f5a38", "paint:#8c1f1f", "paint:#1d3f7a"),
        "boiler": ("gunmetal", "paint:#303338", "cast iron"),
        "trim": ("brass", "gold", "paint:#d8a52c"),
        "wheel": ("paint:#a3231f", "cast iron", "gunmetal"),
        "steel": ("steel", "iron"),
        "glass": ("dark glass",),
        "light": ("glow:#ffe9a8",),
        "stripe": ("paint:#e8d9a8", "paint:#e0a42c"),
        "coal": ("stone:#1c1b1c",),
        "sleepers": ("planks", "wood:#57412c"),
    },
    words={
        "tender": {"tender": True},
        "coal": {"tender": True},
        "cowcatcher": {"cowcatcher": True},
        "track": {"track": True},
        "tracks": {"track": True},
        "rails": {"track": True},
        "bell": {"bell": True},
        "steam": {"kind": "steam"},
        "diesel": {"kind": "diesel"},
        "electric": {"kind": "express"},
    },
    paints={
        "wheels": "wheel",
        "cab": "body",
        "chimney": "boiler",
        "smokestack": "boiler",
        "lamp": "light",
        "headlight": "light",
        "rails": "steel",
        "engine": "body",
        "stripes": "stripe",
        "window": "glass",
    },
    height=(3.2, 5.2),
)
def train(v: Values) -> Draft:
    """One engine, its chimney or nose toward +Z."""
    tail = 0.5 * v.length if v.kind == "steam" and v.tender else 0.0
    base = 0.3 if v.track else 0.0
    whole = v.length + tail
    d = Draft(extent=whole + 0.6)
    nose = whole / 2
    if v.kind == "steam":
        _steam(d, v, base, nose)
        if tail:
            _tender(d, v, base, nose - v.length, tail)
    else:
        diesel(d, v, base, nose)
    if v.track:
        for side, name in ((1, "left"), (-1, "right")):
            rail = union(box(0.07, 0.1, whole + 0.6).move(y=0.26), box(0.15, 0.06, whole + 0.6).move(y=0.18))
            d.add(f"rail_{name}", rail.move(x=side * GAUGE), "steel", group="track")
        count = int(whole / 0.75)
        tie = box(2.5, 0.18, 0.26, 0.02).move(y=0.09, z=-(count - 1) * 0.375).repeat(count, z=0.75)
        d.add("sleepers", tie, "sleepers", group="track")
    d.point("top", (0, base + v.height, 0), size=1.0)
    d.point("front", (0, base + 1.2, nose), size=1.0)
    return d


def _steam(d: Draft, v: Values, base: float, nose: float) -> None:
    n, r, w = v.length, v.boiler_radius, v.wheel_radius
    rear, deck = nose - n, base + 1.25
    cy = deck + 0.2 + r
    cab = 0.24 * n
    d.add("frame", box(1.1, 0.34, n - 0.4, 0.03).move(y=deck - 0.28, z=rear + n / 2), "boiler")
    d.add("running_board", box(v.width, 0.09, n - 0.5, 0.02).move(y=deck, z=rear + n / 2), "trim")
    front = nose - 0.55
    d.add("boiler", tube(r, rear + cab - 0.3, front - 0.2 * n, cy), "body", group="boiler")
    smoke = muzzle(
        [
            (0.0, front - 0.22 * n),
            (1.05 * r, front - 0.22 * n),
            (1.05 * r, front - 0.08),
            (0.98 * r, front),
            (0.0, front),
        ],
        cy,
    )
    d.add("smokebox", smoke, "boiler", group="boiler")
    door = muzzle(
        [
            (0.0, front - 0.05),
            (0.8 * r, front - 0.05),
            (0.76 * r, front + 0.05),
            (0.4 * r, front + 0.12),
            (0, front + 0.14),
        ],
        cy,
    )
    d.add("smokebox_door", door, "boiler", group="boiler")
    dart = union(
        tube(0.05, front, front + 0.24, cy),
        *(box(0.05, 0.3, 0.04).move(y=0.13).rotate(z=a).move(y=cy, z=front + k) for a, k in ((70, 0.2), (-150, 0.16))),
    )
    hinge = union(*(box(0.62 * r, 0.07, 0.06, 0.01).move(0.5 * r, cy + k * r, front + 0.07) for k in (0.3, -0.3)))
    d.add("door_handle", union(dart, hinge), "steel", group="boiler")
    d.add("door_ring", torus(0.82 * r, 0.04).rotate(x=90).move(y=cy, z=front + 0.01), "trim", group="boiler")
    span = (front - 0.24 * n) - (rear + cab)
    rings = [torus(r, 0.035).rotate(x=90).move(y=cy, z=rear + cab + span * k / 3) for k in (0.4, 1.4, 2.4)]
    d.add("bands", union(*rings), "trim", group="boiler")
    saddle = box(1.1 * r, 0.5, 0.2 * n, 0.04).move(y=deck + 0.2, z=front - 0.12 * n)
    d.add("saddle", union(saddle, box(0.8, 0.4, span, 0.03).move(y=deck + 0.12, z=rear + cab + span / 2)), "boiler")
    _chimney(d, v, cy + r, front - 0.12 * n, base + v.height)
    for i in range(v.domes):
        z = rear + cab + span * (i + 0.55) / v.domes
        top = 0.55 + (0.12 if i % 2 == 0 else 0)
        dome = lathe([(0.42, -0.25), (0.33, 0.0), (0.31, 0.6 * top), (0.24, 0.85 * top), (0.1, 0.98 * top), (0.0, top)])
        d.add(f"dome_{i + 1}", dome.move(y=cy + r, z=z), "trim" if i % 2 == 0 else "body", group="domes")
    if v.bell:
        bell = union(
            lathe([(0.0, 0.0), (0.17, 0.0), (0.12, 0.14), (0.09, 0.25), (0.0, 0.28)]), box(0.05, 0.3, 0.05).move(y=-0.1)
        )
        d.add("bell", bell.move(y=cy + r + 0.12, z=front - 0.25 * n + 0.2), "trim")
    _cab(d, v, deck, rear, cab, base + 0.93 * v.height)
    for i in range(v.axles):
        z = rear + cab * 0.55 + (n - cab * 0.55 - 0.36 * n) * (i / (v.axles - 1))
        wheel_pair(d, f"wheel_{i + 1}", min(w, 0.46 * (0.64 * n - 0.55 * cab) / (v.axles - 1)), base, z, 10)
    true = min(w, 0.46 * (0.64 * n - 0.55 * cab) / (v.axles - 1))
    za, zb = rear + cab * 0.55, rear + 0.64 * n
    x, crank = GAUGE + 0.17, base + 0.55 * true
    rods = [bar((x, crank, za - 0.12), (x, crank, zb + 0.12), 0.09, 0.16)]
    rods += [axle(0.08, 0.34, crank, za + (zb - za) * i / (v.axles - 1)).move(x=x - 0.1) for i in range(v.axles)]
    piston = front - 0.12 * n
    rods.append(bar((x + 0.1, crank + 0.02, zb), (x + 0.1, base + 0.92, piston - 0.3), 0.07, 0.12))
    rods.append(axle(0.07, 0.24, crank + 0.02, zb).move(x=x + 0.04))
    d.add("rods", union(*rods).mirrored(), "steel")
    cyl = union(
        tube(0.3, piston - 0.5, piston + 0.5, base + 0.92, x + 0.08, 0.03),
        box(0.5, 0.4, 0.9, 0.04).move(x, base + 0.98, piston),
    )
    d.add("cylinders", cyl.mirrored(), "body")
    wheel_pair(
        d, "wheel_front", min(0.45, 0.75 * true), base, front - 0.12 * n + 0.15 if n < 8 else front - 0.05 * n, 8
    )
    buffers(d, deck - 0.12, nose - 0.34, "front")
    if v.cowcatcher:
        d.add("cowcatcher", _catcher().move(y=base, z=nose - 0.33), "wheel")
    lamp = union(box(0.36, 0.42, 0.3, 0.04), tube(0.17, 0.1, 0.22))
    d.add("headlight_case", lamp.move(y=cy + r + 0.2, z=front - 0.1), "trim")
    d.add("headlight", sphere(0.14, 0.14, 0.06).move(y=cy + r + 0.2, z=front + 0.11), "light")


def _catcher() -> Node:
    """A wedge of slats in front of the wheels."""
    slats = [bar((0.14 * i, 0.75, 0.0), (0.17 * i, 0.09, 0.62 - 0.075 * abs(i)), 0.07) for i in range(-6, 7)]
    foot = union(*(bar((0.0, 0.1, 0.62), (s * 1.06, 0.1, 0.15), 0.09) for s in (1, -1)))
    return union(*slats, foot, box(1.9, 0.16, 0.12, 0.02).move(y=0.74))


def _chimney(d: Draft, v: Values, y: float, z: float, top: float) -> None:
    h = max(top - y, 0.5)
    shapes = {
        "straight": [
            (0.36, -0.3),
            (0.24, 0.1),
            (0.21, 0.2),
            (0.23, 0.86 * h),
            (0.31, 0.87 * h),
            (0.31, h),
            (0.2, h),
            (0.2, 0.5 * h),
            (0.0, 0.5 * h),
        ],
        "flared": [
            (0.36, -0.3),
            (0.2, 0.1),
            (0.2, 0.3 * h),
            (0.46, 0.9 * h),
            (0.48, h),
            (0.4, h),
            (0.16, 0.5 * h),
            (0.0, 0.5 * h),
        ],
        "diamond": [
            (0.36, -0.3),
            (0.2, 0.1),
            (0.2, 0.35 * h),
            (0.5, 0.68 * h),
            (0.3, 0.95 * h),
            (0.32, h),
            (0.24, h),
            (0.2, 0.6 * h),
            (0.0, 0.6 * h),
        ],
    }
    d.add("chimney", lathe(shapes[v.chimney]).move(y=y, z=z), "boiler")
    rim = {"straight": (0.3, h), "flared": (0.46, h), "diamond": (0.5, 0.68 * h)}[v.chimney]
    d.add("chimney_rim", torus(rim[0], 0.04).move(y=y + rim[1] - 0.02, z=z), "trim")


def _cab(d: Draft, v: Values, deck: float, rear: float, cab: float, top: float) -> None:
    h, w = top - deck, 0.94 * v.width
    shell = box(w, h, cab, 0.05).move(y=deck + h / 2, z=rear + 0.3 + cab / 2)
    hollow = box(w - 0.2, 0.55 * h, cab, 0.02).move(y=deck + 0.62 * h, z=rear + 0.1 + cab / 2)
    side = box(2 * w, 0.34 * h, 0.42 * cab, 0.05).move(y=deck + 0.66 * h, z=rear + 0.3 + 0.52 * cab)
    d.add("cab", shell - hollow - side, "body", group="cab")
    lines = union(
        *(box(0.03, 0.05, 0.86 * cab).move(w / 2, deck + k * h, rear + 0.3 + cab / 2) for k in (0.12, 0.42))
    ).mirrored()
    d.add("stripes", lines, "stripe", group="cab")
    arc = [(w * 0.56 * math.cos(a), 0.26 * math.sin(a)) for a in (math.pi * k / 12 for k in range(13))]
    roof = along_z([(arc, rear + 0.12), (arc, rear + cab + 0.42)], smooth=False)
    d.add("cab_roof", roof.move(y=top - 0.04), "boiler", group="cab")
    pane = box(0.56, 0.4 * h, 0.05, 0.02).move(0.36 * w, deck + 0.72 * h, rear + 0.3 + cab)
    d.add("windows", pane.mirrored(), "glass", group="cab")


def _tender(d: Draft, v: Values, base: float, front: float, n: float) -> None:
    mid, deck = front - n / 2, base + 1.05
    d.add("coupling", box(0.3, 0.2, 1.2).move(y=deck, z=front), "steel", group="tender")
    d.add("tender_frame", box(0.8 * v.width, 0.25, n - 0.3, 0.03).move(y=deck, z=mid), "boiler", group="tender")
    tub = box(0.92 * v.width, 1.35, n - 0.4, 0.06) - box(0.8 * v.width, 0.8, 0.86 * n - 0.4).move(y=0.55)
    d.add("tender", tub.move(y=deck + 0.75, z=mid), "body", group="tender")
    line = box(0.03, 0.06, 0.8 * n).move(0.46 * v.width, deck + 1.1, mid).mirrored()
    d.add("tender_stripes", line, "stripe", group="tender")
    heap = sphere(0.42 * v.width, 0.55, 0.42 * n).roughened(0.12, 0.4, v.seed) & box(0.84 * v.width, 3, 0.9 * n - 0.4)
    d.add("coal", heap.move(y=deck + 1.1, z=mid), "coal", group="tender")
    for i, z in enumerate((-0.3, 0.3)):
        wheel_pair(d, f"tender_wheel_{i + 1}", 0.48, base, mid + z * n, 8)
    buffers(d, deck, front - n + 0.25, "rear")
