"""Thrones."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cylinder, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.cushions import cushion
from maquette.shapes.sub.furniture_legs import CORNERS, leg


@family(
    "throne",
    "furniture",
    nouns={
        "royal chair": {},
        "king's chair": {},
        "royal throne": {},
        "stone throne": {"crest": "steps", "legs": "block"},
    },
    parameters=(
        Real("height", 1.7, 1.35, 2.2),
        Real("width", 0.82, 0.7, 1.0),
        Real("depth", 0.7, 0.6, 0.82),
        Real("seat_height", 0.52, 0.46, 0.6),
        Choice("crest", ("arch", "gothic", "crown", "steps", "swords")),
        Choice("legs", ("lion", "block", "turned")),
        Choice("arms", ("scroll", "orb", "block")),
        Whole("steps", 1, 0, 3, about="of the dais it stands on"),
        Whole("gems", 3, 0, 7),
        Real("thickness", 0.09, 0.07, 0.13),
        Flag("cushion", 0.9),
        Flag("finials", 0.7),
    ),
    slots={
        "frame": ("gold", "walnut", "stone", "iron", "mahogany", "marble"),
        "velvet": ("velvet:#8c1c2c", "velvet:#4a1d66", "velvet:#1d3f7a", "velvet:#14553f"),
        "trim": ("gold", "brass", "silver"),
        "gem": ("gem", "gem:#1f5fd0", "gem:#18a05a", "crystal"),
        "dais": ("stone", "marble", "granite"),
    },
    words={
        "steps": {"steps": 2},
        "dais": {"steps": 2},
        "swords": {"crest": "swords"},
        "gems": {"gems": 5},
        "jewels": {"gems": 5},
        "cushion": {"cushion": True},
    },
    paints={
        "cushion": "velvet",
        "cushions": "velvet",
        "seat": "velvet",
        "back": "velvet",
        "upholstery": "velvet",
        "gems": "gem",
        "jewels": "gem",
        "steps": "dais",
    },
    height=(1.2, 2.9),
)
def throne(v: Values) -> Draft:
    """A tall back with a crest, heavy arms, velvet, and steps before it."""
    w, z, t = v.width, v.depth, v.thickness
    lift = 0.13 * v.steps
    d = Draft(extent=v.height + lift)
    for i in range(v.steps):
        grow = 0.22 * (v.steps - i)
        d.add(
            f"step_{i + 1}",
            box(w + 0.16 + 1.4 * grow, 0.14, z + 0.12 + 1.6 * grow, 0.02).move(0, 0.13 * i + 0.065, 0.3 * grow),
            "dais",
            group="dais",
        )
    base, seat, arm = lift - 0.005, lift + v.seat_height, lift + v.seat_height + 0.26
    if v.legs == "block":
        d.add(
            "base",
            union(
                box(w, v.seat_height - 0.05, z, 0.02).move(y=base + (v.seat_height - 0.05) / 2),
                box(w + 0.07, 0.09, z + 0.07, 0.02).move(y=base + 0.045),
            ),
            "frame",
        )
    else:
        for name, sx, sz in CORNERS:
            post = (
                leg("turned", v.seat_height - 0.06, 0.62 * t)
                if v.legs == "turned"
                else union(
                    lathe(
                        [(0.62 * t, 0.05), (0.45 * t, 0.14), (0.5 * t, 0.25), (0.72 * t, v.seat_height - 0.06)],
                        smooth=True,
                    ),
                    sphere(0.72 * t, 0.5 * t, 0.85 * t).move(y=0.42 * t, z=0.15 * t),
                    box(1.2 * t, 0.25 * t, 1.5 * t, 0.08 * t).move(y=0.12 * t, z=0.25 * t),
                    *(sphere(0.24 * t, 0.26 * t, 0.4 * t).move(k * 0.4 * t, 0.24 * t, 0.85 * t) for k in (-1, 0, 1)),
                )
            )
            d.add(f"leg_{name}", post.move(sx * (w / 2 - 0.7 * t), base, sz * (z / 2 - 0.7 * t)), "frame", group="legs")
        d.add("apron", box(w - 0.3 * t, 0.1, z - 0.3 * t, 0.02).move(y=seat - 0.1), "frame")
    d.add("seat", box(w + 0.02, 0.07, z + 0.02, 0.02).move(y=seat - 0.035), "frame")
    d.add("seat_trim", box(w + 0.04, 0.02, z + 0.04, 0.008).move(y=seat - 0.045), "trim", group="trim")
    top, rear, inner = lift + v.height, -z / 2 + t / 2, w - 2 * t
    high = top - seat
    for side, s in (("left", 1), ("right", -1)):
        x = s * (w / 2 - t / 2)
        d.add(
            f"post_{side}",
            box(t, 0.86 * high + 0.1, t, 0.015).move(x, seat - 0.1 + (0.86 * high + 0.1) / 2, rear),
            "frame",
            group="back",
        )
        if v.finials:
            at = seat + 0.86 * high
            orb = lathe(
                [
                    (0.45 * t, -0.01),
                    (0.55 * t, 0.02),
                    (0.25 * t, 0.04),
                    (0.3 * t, 0.05),
                    (0.55 * t, 0.05 + 0.5 * t),
                    (0.3 * t, 0.05 + 0.95 * t),
                    (0.12 * t, 0.06 + 1.1 * t),
                    (0.02 * t, 0.05 + 1.6 * t),
                ]
            )
            d.add(f"finial_{side}", orb.move(x, at, rear), "trim", group="finials")
        _arm(d, v, side, s * (w / 2 - t / 2), seat, arm, z, t)
    shape = _crest(v.crest, inner + 0.4 * t, high)
    d.add("back", extrude(shape, 0.7 * t, bevel=0.12 * t).move(y=seat - 0.03, z=rear), "frame", group="back")
    if v.crest == "swords":
        blades = []
        for i in range(-3, 4):
            long = 0.55 * high * (1 - 0.06 * abs(i))
            blades.append(
                extrude(
                    [(-0.03, 0), (0.03, 0), (0.026, 0.88 * long), (0, long), (-0.026, 0.88 * long)], 0.02, bevel=0.006
                )
                .rotate(z=-i * 17)
                .move(i * 0.08 * inner, seat + 0.62 * high, rear)
            )
        d.add("swords", union(*blades), "trim", group="swords")
    pad = 0.56 * high
    d.add(
        "back_pad",
        cushion(0.8 * inner, 0.07, pad, 0.08).rotate(x=90).move(0, seat + 0.1 + pad / 2, rear + 0.35 * t + 0.02),
        "velvet",
        group="back",
    )
    frame_x, frame_y = 0.83 * inner, pad + 0.03
    d.add(
        "back_trim",
        (box(frame_x, frame_y, 0.03, 0.008) - box(frame_x - 0.05, frame_y - 0.05, 0.1)).move(
            0, seat + 0.1 + pad / 2, rear + 0.35 * t + 0.004
        ),
        "trim",
        group="trim",
    )
    if v.cushion:
        d.add(
            "cushion",
            cushion(inner + 0.3 * t, 0.1, z - t - 0.02, 0.06).move(0, seat + 0.04, 0.45 * t),
            "velvet",
            group="cushion",
        )
    for i in range(v.gems):
        a = math.pi * (i + 0.5) / v.gems
        x, y = (0.3 * inner * math.cos(a), 0.77 + 0.07 * math.sin(a)) if v.gems > 1 else (0.0, 0.82)
        d.add(
            f"gem_{i + 1}",
            union(sphere(0.028, 0.034, 0.022)).move(x, seat + y * high, rear + 0.35 * t + 0.004),
            "gem",
            group="gems",
        )
    d.point("seat", (0, seat + (0.09 if v.cushion else 0.0), 0.05), size=w)
    d.point("top", (0, seat + (0.09 if v.cushion else 0.0), 0.08), size=inner)
    return d


def _arm(d: Draft, v: Values, side: str, x: float, seat: float, arm: float, z: float, t: float) -> None:
    front = z / 2 - 0.5 * t
    if v.arms == "block":
        d.add(
            f"armrest_{side}",
            box(1.1 * t, arm - seat + 0.02, z - 0.3 * t, 0.02).move(x, (arm + seat) / 2, 0.1 * t),
            "frame",
            group="armrests",
        )
        d.add(
            f"armrest_cap_{side}",
            box(1.3 * t, 0.04, z - 0.2 * t, 0.014).move(x, arm + 0.01, 0.12 * t),
            "trim",
            group="armrests",
        )
        return
    d.add(
        f"armrest_{side}",
        union(
            box(1.15 * t, 0.6 * t, z - 0.5 * t, 0.15 * t).move(x, arm, 0.1 * t),
            lathe(
                [
                    (0.5 * t, seat - 0.02),
                    (0.32 * t, seat + 0.06),
                    (0.5 * t, (seat + arm) / 2),
                    (0.32 * t, arm - 0.05),
                    (0.5 * t, arm),
                ]
            ).move(x, 0, front),
        ),
        "frame",
        group="armrests",
    )
    tip = (
        cylinder(0.62 * t, 1.25 * t, bevel=0.08 * t).rotate(z=90).move(x, arm - 0.05 * t, front + 0.35 * t)
        if v.arms == "scroll"
        else sphere(0.75 * t).move(x, arm + 0.6 * t, front)
    )
    d.add(f"arm_end_{side}", tip, "trim" if v.arms == "orb" else "frame", group="armrests")
    d.add(
        f"arm_pad_{side}",
        cushion(0.95 * t, 0.05, 0.5 * z, 0.03).move(x, arm + 0.3 * t + 0.012, -0.05),
        "velvet",
        group="armrests",
    )


def _crest(kind: str, width: float, high: float) -> list[Point2]:
    """The outline of the back, from y = 0 up to its crest."""
    a, side = width / 2, 0.8 * high
    if kind == "gothic":
        return [
            (-a, 0),
            (a, 0),
            (a, side),
            (0.6 * a, 0.9 * high),
            (0.3 * a, 0.96 * high),
            (0, 1.08 * high),
            (-0.3 * a, 0.96 * high),
            (-0.6 * a, 0.9 * high),
            (-a, side),
        ]
    if kind == "crown":
        return [
            (-a, 0),
            (a, 0),
            (a, side),
            (0.95 * a, high),
            (0.5 * a, 0.88 * high),
            (0, 1.06 * high),
            (-0.5 * a, 0.88 * high),
            (-0.95 * a, high),
            (-a, side),
        ]
    if kind == "steps":
        return [
            (-a, 0),
            (a, 0),
            (a, side),
            (0.66 * a, side),
            (0.66 * a, 0.91 * high),
            (0.33 * a, 0.91 * high),
            (0.33 * a, high),
            (-0.33 * a, high),
            (-0.33 * a, 0.91 * high),
            (-0.66 * a, 0.91 * high),
            (-0.66 * a, side),
            (-a, side),
        ]
    arc = [(a * math.cos(math.pi * i / 14), side + (high - side) * math.sin(math.pi * i / 14)) for i in range(15)]
    return [(-a, 0), (a, 0), *arc]
