"""Game controllers."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, capsule, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rounded_rectangle
from maquette.shapes.sub.palettes import DARK


@family(
    "game controller",
    "electronics",
    nouns={"gamepad": {}, "controller": {}, "joypad": {}, "video game controller": {}, "joystick": {}, "game pad": {}},
    parameters=(
        Real("width", 0.155, 0.14, 0.175),
        Real("height", 0.04, 0.034, 0.05),
        Real("grip_length", 0.62, 0.5, 0.75, unit="", about="share of the width"),
        Real("grip_spread", 0.4, 0.34, 0.46, unit=""),
        Choice("sticks", ("level", "staggered")),
        Whole("buttons", 4, 2, 4),
        Flag("touchpad", 0.5),
        Flag("cable", 0.35),
        Flag("light", 0.7),
        Real("tilt", 30, 18, 45, unit="deg"),
    ),
    slots={
        "body": ("paint:#24262b", "paint:#ecebe8", "paint:#b8202c", "paint:#2f5fb0", "paint:#4a9a6a"),
        "dark": DARK,
        "button": ("paint:#e8b02a", "paint:#3fb0d8", "paint:#e8486a", "paint:#6ac04a"),
        "light": ("glow:#40c8ff", "glow:#ff5a4a", "glow:#7aff8a"),
        "pad": ("paint:#3f434a", "paint:#c8cacf"),
    },
    words={"cable": {"cable": True}, "wired": {"cable": True}, "buttons": {"buttons": 4}, "light": {"light": True}},
    paints={"buttons": "button", "sticks": "dark", "grips": "body"},
    height=(0.035, 0.16),
)
def game_controller(v: Values) -> Draft:
    """Two grips under a plate with sticks, a cross and buttons, tilted toward the viewer."""
    w, t = v.width, v.height
    d = Draft(extent=1.1 * w)
    g = v.grip_length * w
    half: list[Point2] = [
        (0.0, -0.2),
        (0.2, -0.2),
        (0.3, -0.26),
        (0.42, -0.62 * g / (0.62 * w)),
        (0.5, -0.66 * g / (0.62 * w)),
        (0.58, -0.56 * g / (0.62 * w)),
        (0.56, -0.1),
        (0.5, 0.16),
        (0.38, 0.26),
        (0.2, 0.25),
    ]
    s = v.grip_spread / 0.4
    outline = [(s * a * w * (1 if a > 0.3 else 1 / s), b * w) for a, b in half]
    full = [*outline, *((-a, b) for a, b in reversed(outline[1:]))]
    flat = extrude(full, 0.62 * t, smooth=True, bevel=0.28 * t)
    grips = [
        sphere(0.1 * w, 0.24 * w, 0.5 * t).rotate(z=-k * 12).move(k * 0.47 * s * w, -0.3 * w, -0.1 * t) for k in (-1, 1)
    ]
    parts: list[tuple[str, Node, str, str | None]] = [("body", union(flat, *grips), "body", None)]
    z = 0.31 * t
    stick = lathe(
        [
            (0.05 * w, -0.1 * t),
            (0.035 * w, 0.1 * t),
            (0.035 * w, 0.3 * t),
            (0.06 * w, 0.38 * t),
            (0.055 * w, 0.5 * t),
            (0, 0.44 * t),
        ]
    ).rotate(x=90)
    ring = torus(0.066 * w, 0.008 * w).rotate(x=90)
    spots = {"level": ((-0.17, -0.14), (0.17, -0.14)), "staggered": ((-0.34, 0.06), (0.17, -0.14))}[v.sticks]
    cross = (-0.34, 0.06) if v.sticks == "level" else (-0.17, -0.14)
    for (x, y), name in zip(spots, ("right", "left"), strict=True):
        parts.append((f"stick_{name}", union(stick, ring).move(x * w, y * w, z), "dark", "sticks"))
    parts.append(
        (
            "cross",
            union(box(0.15 * w, 0.05 * w, 0.22 * t, 0.006 * w), box(0.05 * w, 0.15 * w, 0.22 * t, 0.006 * w)).move(
                cross[0] * w, cross[1] * w, z
            ),
            "dark",
            None,
        )
    )
    for i in range(v.buttons):
        a = math.tau * i / v.buttons + (0.0 if v.buttons > 2 else 0.6)
        parts.append(
            (
                f"button_{i + 1}",
                cylinder(0.029 * w, 0.26 * t, bevel=0.005 * w)
                .rotate(x=90)
                .move((0.34 + 0.066 * math.cos(a)) * w, (0.06 + 0.066 * math.sin(a)) * w, z),
                "button",
                "buttons",
            )
        )
    if v.touchpad:
        parts.append(
            (
                "touchpad",
                extrude(rounded_rectangle(0.3 * w, 0.15 * w, 0.02 * w), 0.15 * t, bevel=0.002 * w).move(
                    0, 0.13 * w, z - 0.01 * t
                ),
                "pad",
                None,
            )
        )
    else:
        parts.append(
            (
                "menu",
                union(
                    cylinder(0.03 * w, 0.14 * t).rotate(x=90).move(0, 0.14 * w, z),
                    *(capsule(0.009 * w, 0.05 * w).rotate(z=90).move(k * 0.1 * w, 0.08 * w, z) for k in (1, -1)),
                ),
                "pad",
                None,
            )
        )
    if v.light:
        parts.append(("light", box(0.14 * w, 0.012 * w, 0.12 * t, 0.002 * w).move(0, 0.02 * w, z), "light", None))
    for k, name in ((-1, "right"), (1, "left")):
        parts.append(
            (
                f"trigger_{name}",
                union(
                    box(0.19 * w, 0.07 * w, 0.3 * t, 0.02 * w).move(k * 0.35 * w, 0.25 * w, 0.02 * t),
                    box(0.15 * w, 0.08 * w, 0.35 * t, 0.025 * w).move(k * 0.36 * w, 0.23 * w, -0.3 * t),
                ),
                "dark",
                "triggers",
            )
        )
    if v.cable:
        parts.append(
            (
                "cable",
                sweep(
                    [
                        (0, 0.22 * w, 0),
                        (0, 0.36 * w, -0.02 * w),
                        (0.06 * w, 0.5 * w, -0.06 * w),
                        (0.16 * w, 0.56 * w, -0.1 * w),
                    ],
                    0.014 * w,
                    sides=8,
                ),
                "dark",
                None,
            )
        )
    turn = -(90 - v.tilt)
    a = math.radians(v.tilt)
    low = (
        max(
            0.66 * g / 0.62 * math.sin(a) * 0.95 + 0.2 * t * math.cos(a),
            0.56 * w * math.sin(a) + 0.45 * t * math.cos(a),
        )
        - 0.028 * w
    )
    for name, solid, slot, group in parts:
        d.add(name, solid.rotate(x=turn).move(y=low), slot, group=group)
    d.point("top", (0, low + 0.2 * w, 0), size=w)
    d.point("grip", (0.45 * w, 0.6 * low, 0.2 * w), size=0.2 * w)
    return d
