"""Cameras, controllers, radios, headphones, microphones, loudspeakers, drones, fans, bulbs and batteries."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, capsule, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod, rounded_rectangle

DARK = ("paint:#17191d",)
CASE = ("paint:#24262b", "paint:#e8e4da", "paint:#b8322a", "paint:#2f5f8a", "paint:#e0a83a")


@family(
    "camera",
    "electronics",
    nouns={
        "photo camera": {},
        "digital camera": {},
        "dslr": {"kind": "dslr"},
        "film camera": {"kind": "retro"},
        "vintage camera": {"kind": "retro"},
        "instant camera": {"kind": "instant"},
        "polaroid": {"kind": "instant"},
        "polaroid camera": {"kind": "instant"},
    },
    parameters=(
        Choice("kind", ("retro", "dslr", "instant")),
        Real("width", 0.135, 0.115, 0.155),
        Real("height", 0.62, 0.54, 0.72, unit="", about="share of the width"),
        Real("depth", 0.36, 0.3, 0.44, unit=""),
        Real("lens_length", 0.35, 0.22, 0.6, unit="", about="share of the width"),
        Real("lens_radius", 0.2, 0.17, 0.24, unit=""),
        Whole("rings", 3, 2, 4),
        Whole("dials", 2, 1, 3),
        Flag("flash", 0.7),
        Flag("strap", 0.5),
    ),
    slots={
        "body": ("leather:#26282b", "paint:#24262b", "leather:#6a3f26", "paint:#e8e0d0", "paint:#8a2a2c"),
        "metal": ("aluminium", "chrome", "gunmetal"),
        "lens": ("paint:#15171a",),
        "glass": ("slime:#27395f",),
        "flash": ("cream:#f6f4ea",),
        "strap": ("leather:#5a3a24", "fabric:#26282b"),
        "stripe": ("paint:#e8304a", "paint:#f0b02a"),
    },
    words={
        "flash": {"flash": True},
        "strap": {"strap": True},
        "retro": {"kind": "retro"},
        "instant": {"kind": "instant"},
    },
    paints={"dials": "metal"},
    height=(0.06, 0.17),
)
def camera(v: Values) -> Draft:
    """A body with a lens of rings, a finder, dials and a release."""
    w = v.width
    h, z = v.height * w, v.depth * w
    d = Draft(extent=1.1 * w)
    r, n = v.lens_radius * w, v.lens_length * w * (0.6 if v.kind == "instant" else 1.0)
    y = 0.46 * h
    if v.kind == "instant":
        h *= 1.25
        y = 0.55 * h
        side: list[Point2] = [
            (-0.7 * z, 0),
            (1.1 * z, 0),
            (1.1 * z, 0.22 * h),
            (0.5 * z, 0.38 * h),
            (0.45 * z, 0.95 * h),
            (0.3 * z, h),
            (-0.45 * z, h),
            (-0.7 * z, 0.6 * h),
        ]
        d.add("body", extrude([(-a, b) for a, b in side], 0.92 * w, bevel=0.02 * w).rotate(y=90), "body")
        d.add("slot", box(0.7 * w, 0.03 * h, 0.02 * w).move(0, 0.1 * h, 1.1 * z), "lens")
        d.add(
            "stripes",
            union(
                *(box(0.02 * w, 0.24 * h, 0.012 * w).move((k - 1.5) * 0.024 * w, 0.11 * h, 1.1 * z) for k in range(4))
            ),
            "stripe",
        )
        front = 0.46 * z
    else:
        d.add(
            "body",
            union(
                extrude(rounded_rectangle(w, z, 0.16 * w, 5), 0.66 * h).rotate(x=90).move(y=0.4 * h),
                *(
                    [
                        extrude(rounded_rectangle(0.22 * w, 1.2 * z, 0.08 * w), 0.75 * h, bevel=0.01 * w)
                        .rotate(x=90)
                        .move(-0.38 * w, 0.44 * h, 0.12 * z)
                    ]
                    if v.kind == "dslr"
                    else []
                ),
            ),
            "body",
        )
        d.add(
            "base",
            extrude(rounded_rectangle(1.01 * w, 1.02 * z, 0.16 * w, 5), 0.09 * h, bevel=0.01 * w)
            .rotate(x=90)
            .move(y=0.045 * h),
            "metal",
        )
        d.add(
            "top_plate",
            extrude(rounded_rectangle(1.01 * w, 1.02 * z, 0.16 * w, 5), 0.2 * h, bevel=0.015 * w)
            .rotate(x=90)
            .move(y=0.78 * h),
            "metal" if v.kind == "retro" else "body",
            group="top",
        )
        front = z / 2
        if v.kind == "dslr":
            d.add(
                "prism",
                extrude(
                    [(-0.2 * w, 0), (0.2 * w, 0), (0.14 * w, 0.24 * h), (-0.14 * w, 0.24 * h)], 0.95 * z, bevel=0.02 * w
                ).move(0, 0.84 * h, 0.06 * z),
                "body",
                group="top",
            )
        else:
            d.add("finder", box(0.26 * w, 0.2 * h, 0.7 * z, 0.015 * w).move(0, 0.93 * h, 0), "metal", group="top")
        d.add(
            "finder_window",
            box(0.13 * w, 0.11 * h, 0.02 * w).move(0, 0.93 * h, 0.35 * z if v.kind == "retro" else 0.54 * z),
            "glass",
        )
    lens: list[Node] = []
    bright: list[Node] = []
    for i in range(v.rings):
        q = r * (1.0 - 0.06 * i)
        part = cylinder(q, n / v.rings * 1.05, bevel=0.04 * r).rotate(x=90).move(0, y, front + n * (i + 0.45) / v.rings)
        (lens if i % 2 == 0 else bright).append(part)
        lens.append(cylinder(0.93 * q, n / v.rings * 1.2).rotate(x=90).move(0, y, front + n * (i + 0.45) / v.rings))
    tip = front + n
    rim = difference(cylinder(0.9 * r, 0.2 * r).rotate(x=90), cylinder(0.72 * r, r).rotate(x=90)).move(0, y, tip)
    d.add("lens", union(*lens, rim), "lens")
    if bright:
        d.add("lens_rings", union(*bright), "metal")
    d.add("glass", sphere(0.73 * r, 0.73 * r, 0.12 * r).move(0, y, tip - 0.02 * r), "glass")
    top = 0.88 * h if v.kind != "instant" else h
    for i in range(v.dials):
        x = (0.38, -0.36, 0.22)[i] * w
        d.add(
            f"dial_{i + 1}",
            cylinder((0.075, 0.09, 0.05)[i] * w, 0.1 * h, sides=20, bevel=0.006 * w).move(x, top + 0.04 * h, -0.05 * z),
            "metal",
            group="dials",
        )
    d.add(
        "release",
        cylinder(0.035 * w, 0.06 * h, bevel=0.008 * w).move(
            -0.2 * w if v.kind != "instant" else -0.3 * w, top + 0.02 * h, 0.1 * z
        ),
        "stripe",
    )
    if v.flash:
        x = 0.34 * w if v.kind != "instant" else -0.25 * w
        fy = 0.78 * h if v.kind != "instant" else 0.84 * h
        d.add("flash", box(0.17 * w, 0.11 * h, 0.03 * w, 0.005 * w).move(x, fy, front), "flash")
    if v.strap:
        lug = (0.45 if v.kind == "instant" else 0.5) * w
        path = [
            (lug, 0.75 * h, 0),
            (1.15 * lug, 0.4 * h, -0.1 * w),
            (1.2 * lug, 0.02 * w, -0.3 * w),
            (0.7 * lug, 0.015 * w, -0.75 * w),
            (0, 0.015 * w, -0.8 * w),
            (-0.7 * lug, 0.015 * w, -0.75 * w),
            (-1.2 * lug, 0.02 * w, -0.3 * w),
            (-1.15 * lug, 0.4 * h, -0.1 * w),
            (-lug, 0.75 * h, 0),
        ]
        d.extent = 1.3 * w
        d.add("strap", sweep(path, 0.014 * w, sides=8), "strap")
    d.point("top", (0, h, 0), size=w)
    d.point("grip", (-0.4 * w, 0.5 * h, 0), size=z)
    return d


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


@family(
    "radio",
    "electronics",
    nouns={
        "boombox": {"kind": "boombox"},
        "ghetto blaster": {"kind": "boombox"},
        "retro radio": {"kind": "retro"},
        "transistor radio": {"kind": "portable"},
        "stereo": {"kind": "boombox"},
        "old radio": {"kind": "retro"},
        "walkie talkie": {"kind": "portable"},
        "cassette player": {"kind": "boombox"},
    },
    parameters=(
        Choice("kind", ("retro", "boombox", "portable")),
        Real("width", 0.34, 0.26, 0.44),
        Real("height", 0.62, 0.54, 0.72, unit="", about="share of the width"),
        Real("depth", 0.34, 0.28, 0.42, unit=""),
        Whole("knobs", 3, 2, 4),
        Whole("slats", 9, 6, 12),
        Flag("antenna", 0.7),
        Flag("handle", 0.6),
        Real("corner", 0.14, 0.06, 0.24, unit=""),
    ),
    slots={
        "case": ("walnut", "paint:#b8402f", "paint:#3f8a86", "paint:#e8dcc0", "paint:#33363c"),
        "grille": ("fabric:#c8b48a", "paint:#1d1f23", "brass"),
        "metal": ("chrome", "brass", "aluminium"),
        "dial": ("glow:#ffe2a0", "glow:#9ae0ff"),
        "dark": DARK,
        "knob": ("brass", "paint:#f0e8d6", "chrome"),
    },
    words={
        "antenna": {"antenna": True},
        "handle": {"handle": True},
        "knobs": {"knobs": 3},
        "boombox": {"kind": "boombox"},
    },
    paints={"knobs": "knob", "speaker": "grille", "display": "dial", "body": "case"},
    height=(0.12, 0.62),
)
def radio(v: Values) -> Draft:
    """A case with a grille or two loudspeakers, a lit scale and knobs."""
    w = v.width * (1.4 if v.kind == "boombox" else 0.7 if v.kind == "portable" else 1.0)
    h = v.height * v.width * (0.85 if v.kind != "portable" else 0.9)
    z = v.depth * v.width * (0.8 if v.kind != "portable" else 0.5)
    d = Draft(extent=max(w, 1.5 * h))
    y = h / 2 + 0.02 * w
    f = z / 2
    d.add(
        "case",
        extrude(
            rounded_rectangle(w, h, v.corner * h * (1.6 if v.kind == "retro" else 0.8), 6), z, bevel=0.012 * w
        ).move(y=y),
        "case",
    )
    d.add(
        "feet",
        union(
            *(
                cylinder(0.035 * w, 0.035 * w).move(a * 0.38 * w, 0.0175 * w, b * 0.34 * z)
                for a in (1, -1)
                for b in (1, -1)
            )
        ),
        "dark",
    )
    lines: list[Node]
    if v.kind == "boombox":
        for s, name in ((1, "left"), (-1, "right")):
            r = 0.38 * h
            cone = lathe(
                [
                    (r, 0),
                    (r, 0.05 * w),
                    (0.9 * r, 0.055 * w),
                    (0.82 * r, 0.035 * w),
                    (0.35 * r, 0.012 * w),
                    (0.3 * r, 0.03 * w),
                    (0, 0.035 * w),
                ]
            ).rotate(x=90)
            d.add(f"speaker_{name}", cone.move(s * 0.31 * w, y - 0.04 * h, f - 0.02 * w), "dark", group="speakers")
            d.add(
                f"ring_{name}",
                torus(0.95 * r, 0.012 * w).rotate(x=90).move(s * 0.31 * w, y - 0.04 * h, f + 0.03 * w),
                "metal",
                group="speakers",
            )
            d.add(
                f"dome_{name}",
                sphere(0.26 * r, 0.26 * r, 0.1 * r).move(s * 0.31 * w, y - 0.04 * h, f + 0.015 * w),
                "metal",
                group="speakers",
            )
        d.add("cassette", union(box(0.24 * w, 0.34 * h, 0.02 * w, 0.004 * w)).move(0, y - 0.14 * h, f), "dark")
        d.add(
            "reels",
            union(
                *(
                    torus(0.035 * w, 0.01 * w).rotate(x=90).move(k * 0.055 * w, y - 0.12 * h, f + 0.01 * w)
                    for k in (1, -1)
                )
            ),
            "metal",
        )
        d.add("scale", box(0.24 * w, 0.14 * h, 0.02 * w, 0.004 * w).move(0, y + 0.22 * h, f), "dial")
        lines = [
            box(0.03 * w, 0.05 * h, 0.05 * w, 0.004 * w).move((k - 2) * 0.045 * w, y + 0.5 * h, 0.25 * z)
            for k in range(5)
        ]
        d.add("keys", union(*lines), "metal")
    else:
        gx, gw, gh = (-0.16 * w, 0.56 * w, 0.72 * h) if v.kind == "retro" else (0.0, 0.8 * w, 0.44 * h)
        gy = y if v.kind == "retro" else y - 0.18 * h
        d.add(
            "grille_bed", extrude(rounded_rectangle(gw, gh, 0.08 * h), 0.02 * w).move(gx, gy, f), "dark", group="grille"
        )
        lines = [
            box(gw * 0.96, 0.45 * gh / v.slats, 0.03 * w, 0.003 * w).move(
                gx, gy + ((k + 0.5) / v.slats - 0.5) * gh * 0.94, f + 0.002 * w
            )
            for k in range(v.slats)
        ]
        d.add("grille", union(*lines), "grille", group="grille")
        sx, sy, sw = (0.3 * w, y + 0.2 * h, 0.26 * w) if v.kind == "retro" else (0.08 * w, y + 0.26 * h, 0.56 * w)
        d.add("scale", box(sw, 0.2 * h, 0.02 * w, 0.004 * w).move(sx, sy, f), "dial")
        d.add(
            "scale_marks",
            union(
                *(
                    box(0.006 * w, (0.1 if k % 2 else 0.06) * h, 0.006 * w).move(
                        sx + (k - 3) * sw * 0.13, sy + 0.02 * h, f + 0.01 * w
                    )
                    for k in range(7)
                ),
                box(0.009 * w, 0.17 * h, 0.008 * w).move(sx + 0.1 * sw, sy, f + 0.011 * w),
            ),
            "dark",
        )
    for k in range(v.knobs):
        if v.kind == "boombox":
            x, ky, q = (k - (v.knobs - 1) / 2) * 0.07 * w, y + 0.38 * h, 0.022 * w
        elif v.kind == "retro":
            x, ky, q = (
                0.3 * w + (k - (v.knobs - 1) / 2) * 0.3 * w / v.knobs,
                y - 0.2 * h,
                0.042 * w if v.knobs < 4 else 0.034 * w,
            )
        else:
            x, ky, q = (-0.36 + 0.0 * k) * w, y + (0.36 - 0.17 * k) * h, 0.05 * w
            if k > 1:
                continue
        d.add(
            f"knob_{k + 1}",
            union(
                cylinder(q, 0.06 * w, sides=20, bevel=0.005 * w).rotate(x=90),
                box(0.2 * q, 0.9 * q, 0.02 * w).move(0, 0.45 * q, 0.025 * w),
            )
            .rotate(z=40 - 60 * k)
            .move(x, ky, f + 0.012 * w),
            "knob",
            group="knobs",
        )
    top = y + h / 2
    if v.handle:
        s = 0.42 * w if v.kind != "retro" else 0.3 * w
        d.add(
            "handle",
            sweep(
                [
                    (-s, top - 0.02 * h, 0),
                    (-s, top + 0.14 * h, 0),
                    (-0.9 * s, top + 0.2 * h, 0),
                    (0.9 * s, top + 0.2 * h, 0),
                    (s, top + 0.14 * h, 0),
                    (s, top - 0.02 * h, 0),
                ],
                0.018 * w + 0.002,
                smooth=False,
            ),
            "metal" if v.kind != "retro" else "dark",
        )
    if v.antenna:
        d.add(
            "antenna",
            union(
                rod(
                    (-0.42 * w, top - 0.03 * h, -0.3 * z),
                    (-0.26 * w, top + 0.62 * h, -0.3 * z),
                    radius=0.008 * w + 0.001,
                ),
                sphere(0.014 * w + 0.001).move(-0.26 * w, top + 0.62 * h, -0.3 * z),
            ),
            "metal",
        )
    d.point("top", (0, top, 0), size=w)
    d.point("grip", (0, top + 0.2 * h, 0), size=0.04 * w)
    return d


@family(
    "headphones",
    "electronics",
    nouns=("headset", "earphones", "head phones", "gaming headset"),
    parameters=(
        Real("width", 0.18, 0.165, 0.2),
        Real("height", 0.2, 0.18, 0.22),
        Real("cup_radius", 0.044, 0.036, 0.05),
        Real("cup_depth", 0.034, 0.026, 0.042),
        Real("oval", 1.15, 1.0, 1.35, unit=""),
        Real("band", 0.022, 0.016, 0.03),
        Flag("microphone", 0.3),
        Flag("cable", 0.4),
        Flag("ears", 0.12, about="cat ears"),
        Whole("rings", 2, 1, 3),
    ),
    slots={
        "body": ("paint:#24262b", "paint:#ecebe8", "paint:#c8302c", "paint:#2f6fb0", "paint:#e8a0b8"),
        "pad": ("leather:#1d1e20", "leather:#6a4630"),
        "metal": ("aluminium", "chrome", "gold"),
        "light": ("glow:#40c8ff", "glow:#ff4aa8", "chrome"),
    },
    words={
        "microphone": {"microphone": True},
        "mic": {"microphone": True},
        "cable": {"cable": True},
        "ears": {"ears": True},
        "cat": {"ears": True},
    },
    paints={"cushions": "pad", "cups": "body", "band": "body"},
    height=(0.14, 0.32),
)
def headphones(v: Values) -> Draft:
    """A padded band over two cups; stands on the cups."""
    w, h, r, t = v.width, v.height, v.cup_radius, v.cup_depth
    d = Draft(extent=1.1 * h)
    a = w / 2
    y = r * v.oval
    top = h - 0.01
    arc = [(a * math.cos(math.pi * i / 16), y + (top - y) * math.sin(math.pi * i / 16) ** 0.85, 0.0) for i in range(17)]
    flat = [(-0.5 * v.band, -0.004), (0.5 * v.band, -0.004), (0.5 * v.band, 0.004), (-0.5 * v.band, 0.004)]
    d.add("band", sweep(arc, profile=flat), "body")
    pad = [(p[0] * 0.955, p[1] - 0.007, 0.0) for p in arc[4:13]]
    d.add("band_pad", sweep(pad, [0.006, *[0.011] * 7, 0.006], round_ends=True).scale(1, 1, 1.1), "pad")
    for s, name in ((1, "left"), (-1, "right")):
        cup = (
            lathe(
                [
                    (0, -0.5 * t),
                    (0.95 * r, -0.5 * t),
                    (r, -0.2 * t),
                    (0.98 * r, 0.15 * t),
                    (0.8 * r, 0.38 * t),
                    (0.5 * r, 0.45 * t),
                    (0, 0.46 * t),
                ]
            )
            .rotate(z=-90 * s)
            .scale(1, v.oval, 1)
        )
        d.add(f"cup_{name}", cup.move(s * a, y, 0), "body", group="cups")
        d.add(
            f"cushion_{name}",
            torus(0.74 * r, 0.26 * r).rotate(z=90).scale(0.9, v.oval, 1).move(s * (a - 0.6 * t), y, 0),
            "pad",
            group="cushions",
        )
        for k in range(v.rings):
            d.add(
                f"ring_{name}_{k + 1}",
                torus((0.72 - 0.2 * k) * r, 0.035 * r)
                .rotate(z=90)
                .scale(1, v.oval, 1)
                .move(s * (a + (0.4 + 0.05 * k) * t), y, 0),
                "light" if k == 0 else "metal",
                group="rings",
            )
        d.add(
            f"yoke_{name}",
            union(
                torus(1.1 * r, 0.09 * r, 180).rotate(x=90).rotate(y=90).scale(1, v.oval, 1).move(s * a, y, 0),
                cylinder(0.11 * r, 0.5 * r).move(s * 0.995 * a, y + 1.25 * r * v.oval, 0),
                *(cylinder(0.1 * r, 0.25 * r).rotate(x=90).move(s * a, y, k * 1.04 * r) for k in (1, -1)),
            ),
            "metal",
            group="yokes",
        )
        if v.ears:
            ear = extrude([(-0.45 * r, 0), (0.45 * r, 0), (0, 0.85 * r)], 0.3 * r, bevel=0.05 * r).rotate(z=-s * 26)
            i = 5 if s > 0 else 11
            d.add(f"ear_{name}", ear.move(arc[i][0], arc[i][1] - 0.004, 0), "light", group="ears")
    if v.microphone:
        d.add(
            "microphone",
            union(
                sweep(
                    [
                        (a + 0.3 * t, y, 0),
                        (a + 0.35 * t, y - 0.2 * r, 0.8 * r),
                        (a, y - 0.6 * r, 1.5 * r),
                        (0.5 * a, y - 0.75 * r, 1.85 * r),
                    ],
                    0.0035,
                ),
                sphere(0.009).move(0.5 * a, y - 0.75 * r, 1.85 * r),
            ),
            "metal",
        )
    if v.cable:
        d.add(
            "cable",
            sweep(
                [
                    (a, 0.06 * r, 0),
                    (a + 0.01, 0.0035, 0.02),
                    (a - 0.03, 0.0035, 0.08),
                    (a - 0.09, 0.0035, 0.1),
                    (a - 0.11, 0.0035, 0.06),
                ],
                0.0032,
                sides=8,
            ),
            "pad",
        )
    d.point("top", (0, h, 0), size=w)
    d.point("inside", (0, top - 0.018, 0), size=w - 2 * t)
    return d


@family(
    "microphone",
    "electronics",
    nouns={
        "mic": {},
        "studio microphone": {"kind": "studio"},
        "retro microphone": {"kind": "retro"},
        "singer microphone": {"kind": "hand"},
        "podcast microphone": {"kind": "studio"},
    },
    parameters=(
        Choice("kind", ("hand", "retro", "studio")),
        Real("height", 0.3, 0.24, 0.38),
        Real("head_radius", 0.03, 0.026, 0.036),
        Real("length", 0.17, 0.14, 0.2, about="of the body"),
        Choice("stand", ("table", "none", "floor")),
        Whole("ribs", 9, 7, 13),
        Real("tilt", 30, 15, 55, unit="deg"),
        Flag("switch", 0.7),
        Flag("cable", 0.5),
    ),
    slots={
        "body": ("paint:#26282d", "aluminium", "gold", "paint:#a81e2c"),
        "grille": ("steel", "chrome", "gold", "gunmetal"),
        "metal": ("chrome", "gunmetal"),
        "dark": DARK,
        "light": ("glow:#ff4a3a", "glow:#5aff7a"),
    },
    words={"stand": {"stand": "table"}, "retro": {"kind": "retro"}, "cable": {"cable": True}},
    paints={"head": "grille", "handle": "body"},
    height=(0.14, 1.8),
)
def microphone(v: Values) -> Draft:
    """A grille on a handle, a ribbed classic, a can on a spider; with a stand or without."""
    r, n = v.head_radius, v.length
    parts: list[tuple[str, Node, str]] = []
    if v.kind == "hand":
        parts.append(
            ("body", lathe([(0.42 * r, 0), (0.5 * r, 0.005), (0.6 * r, 0.75 * n), (0.82 * r, n), (0, n)]), "body")
        )
        mesh = union(
            sphere(r, 1.05 * r, r),
            *(
                torus(r * math.cos(b), 0.035 * r).move(y=1.05 * r * math.sin(b))
                for b in (-0.6, -0.3, 0.3, 0.6, 0.9, 1.2)
            ),
            *(torus(r, 0.035 * r).scale(1, 1, 1.05).rotate(x=90).rotate(y=30 * k) for k in range(6)),
        )
        parts.append(("grille", mesh.move(y=n + 0.75 * r), "grille"))
        parts.append(("ring", torus(r, 0.1 * r).move(y=n + 0.75 * r), "metal"))
        if v.switch:
            parts.append(("switch", box(0.3 * r, 0.6 * r, 0.25 * r, 0.05 * r).move(0, 0.6 * n, 0.6 * r), "light"))
        low, tall = 0.45 * n, n + 1.8 * r
    elif v.kind == "retro":
        tall = 4.6 * r
        body = extrude(rounded_rectangle(2.3 * r, tall, 1.1 * r, 8), 1.7 * r, bevel=0.35 * r).move(y=tall / 2)
        parts.append(("body", body, "dark"))
        ribs = [
            extrude(
                rounded_rectangle(0.16 * r, 0.94 * tall - 0.5 * abs(k) * r, 0.07 * r), 1.86 * r, bevel=0.05 * r
            ).move(k * 0.26 * r, tall / 2, 0)
            for k in range(-(min(v.ribs, 9) // 2), min(v.ribs, 9) // 2 + 1)
            if abs(k) * 0.26 < 1.1
        ]
        bands = [
            extrude(rounded_rectangle(2.36 * r, 0.32 * r, 0.1 * r), 1.92 * r, bevel=0.05 * r).move(y=tall * q)
            for q in (0.36, 0.55)
        ]
        parts.append(
            (
                "grille",
                union(
                    *ribs,
                    *bands,
                    difference(
                        extrude(rounded_rectangle(2.4 * r, 1.02 * tall, 1.15 * r, 8), 0.3 * r),
                        extrude(rounded_rectangle(2.1 * r, 0.94 * tall, 1.0 * r, 8), r),
                    ).move(y=tall / 2),
                ),
                "grille",
            )
        )
        parts.append(("neck", cylinder(0.4 * r, 0.8 * r).move(y=-0.2 * r), "metal"))
        low = 0.0
    else:
        tall = 5.0 * r
        parts.append(("body", lathe([(0, 0), (0.8 * r, 0), (r, 0.15 * r), (r, 2.3 * r), (0, 2.3 * r)]), "body"))
        parts.append(
            (
                "grille",
                union(
                    lathe([(0.96 * r, 2.25 * r), (0.96 * r, 4.2 * r), (0.7 * r, 4.8 * r), (0, 5.0 * r)], smooth=False),
                    *(torus(0.97 * r, 0.04 * r).move(y=(2.5 + 0.21 * k) * r) for k in range(v.ribs - 1)),
                ),
                "grille",
            )
        )
        parts.append(("ring", torus(0.99 * r, 0.09 * r).move(y=2.3 * r), "metal"))
        cage = union(
            torus(1.75 * r, 0.1 * r).move(y=0.5 * r),
            torus(1.75 * r, 0.1 * r).move(y=1.9 * r),
            *(
                rod(
                    (0.9 * r * math.cos(q), 1.2 * r, 0.9 * r * math.sin(q)),
                    (1.75 * r * math.cos(q), (0.5 + 1.4 * (k % 2)) * r, 1.75 * r * math.sin(q)),
                    radius=0.06 * r,
                )
                for k, q in enumerate([math.tau * k / 8 for k in range(8)])
            ),
            *(
                rod(
                    (1.75 * r * math.cos(q), 0.5 * r, 1.75 * r * math.sin(q)),
                    (1.75 * r * math.cos(q), 1.9 * r, 1.75 * r * math.sin(q)),
                    radius=0.08 * r,
                )
                for q in (0.4, 2.5, 4.6)
            ),
        )
        parts.append(("shock_mount", cage, "metal"))
        if v.switch:
            parts.append(("light", sphere(0.12 * r).move(0, 1.7 * r, 0.98 * r), "light"))
        low = 0.5 * r
    if v.stand == "none" and v.kind != "studio":
        d = Draft(extent=tall)
        base = 0.6 * r if v.kind == "retro" else 0.0
        for name, solid, slot in parts:
            d.add(name, solid.move(y=base), slot)
        d.point("top", (0, tall + base, 0), size=2 * r)
        d.point("grip", (0, 0.4 * n, 0), size=r)
        return d
    floor_ = v.stand == "floor"
    h = 1.25 + v.height if floor_ else max(v.height - tall * 0.5, 0.12)
    d = Draft(extent=h + tall)
    foot = 0.15 if floor_ else 0.075
    d.add(
        "stand",
        union(
            lathe([(0, 0), (foot, 0), (foot, 0.012), (0.3 * foot, 0.03), (0, 0.03)]),
            cylinder(0.009 if floor_ else 0.0065, h).move(y=h / 2),
            sphere(0.015).move(y=h),
        ),
        "metal",
    )
    lean = -0.0 if v.kind != "hand" else v.tilt
    for name, solid, slot in parts:
        shift = (
            solid.move(y=-low).rotate(x=lean)
            if v.kind == "hand"
            else solid.move(y=0.55 * r if v.kind == "retro" else 0.0)
        )
        d.add(name, shift.move(y=h + (0.4 * r if v.kind == "hand" else 0.0), z=0.0), slot)
    if v.kind == "hand":
        d.add(
            "clip",
            lathe([*[(0.75 * r, -0.5 * r), (0.8 * r, 0.5 * r), (0, 0.5 * r), (0, -0.5 * r)][:2], (0, 0.5 * r)])
            .rotate(x=lean)
            .move(y=h + 0.4 * r),
            "dark",
        )
    if v.kind == "studio":
        d.add(
            "arm",
            union(
                rod((0, h, 0), (0, h + 0.05 * r, -1.75 * r), radius=0.14 * r),
                rod((0, h, -1.75 * r), (0, h + 1.2 * r, -1.75 * r), radius=0.14 * r),
                cylinder(0.4 * r, 0.7 * r).move(y=h),
            ),
            "metal",
        )
    if v.cable and not floor_:
        d.add(
            "cable",
            sweep(
                [
                    (0, 0.012, -0.6 * foot),
                    (0, 0.006, -1.3 * foot),
                    (0.3 * foot, 0.006, -1.9 * foot),
                    (1.2 * foot, 0.006, -2.1 * foot),
                ],
                0.005,
                sides=8,
            ),
            "dark",
        )
    d.point("top", (0, h + tall, 0), size=2 * r)
    return d


@family(
    "loudspeaker",
    "electronics",
    nouns={
        "speaker": {},
        "speakers": {},
        "stereo speaker": {},
        "amplifier": {"kind": "amp"},
        "guitar amp": {"kind": "amp"},
        "subwoofer": {"drivers": 1},
        "smart speaker": {"kind": "round"},
        "megaphone": {"kind": "round"},
    },
    parameters=(
        Choice("kind", ("tower", "amp", "round")),
        Real("height", 0.6, 0.35, 0.95),
        Real("width", 0.46, 0.38, 0.56, unit="", about="share of the height"),
        Real("depth", 0.42, 0.34, 0.5, unit=""),
        Whole("drivers", 2, 1, 3),
        Real("bevel", 0.02, 0.005, 0.04, unit=""),
        Whole("knobs", 5, 3, 7),
        Flag("port", 0.6),
        Flag("spikes", 0.5),
        Flag("lights", 0.3),
    ),
    slots={
        "case": ("walnut", "paint:#202226", "oak", "paint:#e8e6e0", "mahogany"),
        "cone": ("paint:#2b2e33", "paint:#d8a83a", "paint:#8a8f96"),
        "rubber": ("rubber",),
        "metal": ("chrome", "brass", "gunmetal"),
        "light": ("glow:#40c8ff", "glow:#ff4a8a"),
        "grille": ("fabric:#6a655a", "fabric:#2b2c2e"),
    },
    words={"lights": {"lights": True}, "knobs": {"kind": "amp"}},
    paints={"cones": "cone", "knobs": "metal", "box": "case"},
    height=(0.12, 1.1),
)
def loudspeaker(v: Values) -> Draft:
    """A box with cones, an amplifier with knobs, a round one with a fabric skin."""
    h = v.height
    w, z = v.width * h, v.depth * h
    d = Draft(extent=h)
    if v.kind == "round":
        s = 0.35 * h
        r = 0.36 * s * 1.2
        d.extent = s
        d.add(
            "grille",
            lathe([(0.9 * r, 0.04 * s), (r, 0.12 * s), (r, 0.86 * s), (0.94 * r, 0.94 * s), (0, 0.94 * s)]),
            "grille",
        )
        d.add("base", lathe([(0, 0), (0.85 * r, 0), (0.92 * r, 0.05 * s), (0, 0.05 * s)]), "rubber")
        d.add("ring", torus(0.86 * r, 0.045 * r).move(y=0.94 * s), "light")
        d.add("top", lathe([(0.84 * r, 0.9 * s), (0.82 * r, 0.965 * s), (0, 0.955 * s)]), "case")
        d.add(
            "buttons",
            union(
                *(
                    cylinder(0.09 * r, 0.02 * s).move(0.4 * r * math.cos(k), 0.962 * s, 0.4 * r * math.sin(k))
                    for k in (0, 1.57, 3.14, 4.71)
                )
            ),
            "metal",
        )
        d.add("bands", union(*(torus(1.0 * r, 0.02 * r).move(y=(0.16 + 0.1 * k) * s) for k in range(7))), "grille")
        d.point("top", (0, 0.96 * s, 0), size=r)
        return d
    if v.kind == "amp":
        w = 0.95 * h
    lift = 0.035 * h
    b = v.bevel * h
    y = lift + h / 2
    d.add("case", box(w, h, z, b).move(y=y), "case")

    def driver(name: str, x: float, cy: float, r: float) -> None:
        f = z / 2
        d.add(
            f"surround_{name}",
            union(torus(0.88 * r, 0.1 * r).rotate(x=90), cylinder(0.9 * r, 0.06 * r).rotate(x=90)).move(x, cy, f),
            "rubber",
            group="drivers",
        )
        d.add(
            f"cone_{name}",
            lathe([(0, 0), (0.82 * r, 0), (0.82 * r, 0.09 * r), (0.3 * r, 0.045 * r), (0, 0.045 * r)])
            .rotate(x=90)
            .move(x, cy, f),
            "cone",
            group="cones",
        )
        d.add(f"dome_{name}", sphere(0.26 * r, 0.26 * r, 0.12 * r).move(x, cy, f + 0.05 * r), "metal", group="cones")
        d.add(
            f"ring_{name}",
            torus(r, 0.035 * r).rotate(x=90).move(x, cy, f),
            "light" if v.lights else "metal",
            group="drivers",
        )

    if v.kind == "amp":
        d.add(
            "grille", box(0.88 * w, 0.66 * h, 0.04 * h, 0.01 * h).move(0, lift + 0.4 * h, z / 2 - 0.008 * h), "grille"
        )
        d.add("panel", box(0.88 * w, 0.13 * h, 0.03 * h, 0.006 * h).move(0, lift + 0.85 * h, z / 2), "metal")
        d.add(
            "knobs",
            union(
                *(
                    cylinder(0.026 * h, 0.05 * h, sides=16, bevel=0.004 * h)
                    .rotate(x=90)
                    .move((k - (v.knobs - 1) / 2) * 0.72 * w / v.knobs, lift + 0.85 * h, z / 2 + 0.03 * h)
                    for k in range(v.knobs)
                )
            ),
            "rubber",
            group="knobs",
        )
        d.add(
            "light",
            cylinder(0.014 * h, 0.03 * h).rotate(x=90).move(0.4 * w, lift + 0.85 * h, z / 2 + 0.01 * h),
            "light",
        )
        d.add(
            "weave",
            union(
                *(
                    rod(
                        (-0.43 * w, lift + (0.12 + 0.08 * k) * h, z / 2 + 0.012 * h),
                        (0.43 * w, lift + (0.12 + 0.08 * k) * h, z / 2 + 0.012 * h),
                        radius=0.006 * h,
                    )
                    for k in range(8)
                )
            ),
            "rubber",
        )
        d.add(
            "corners",
            union(
                *(
                    sphere(0.05 * h).move(a * 0.478 * w, lift + q * h, e * 0.465 * z)
                    for a in (1, -1)
                    for q in (0.03, 0.97)
                    for e in (1, -1)
                )
            ),
            "metal",
        )
        d.add(
            "handle",
            sweep(
                [
                    (-0.14 * w, lift + 0.99 * h, 0),
                    (-0.12 * w, lift + 1.05 * h, 0),
                    (0.12 * w, lift + 1.05 * h, 0),
                    (0.14 * w, lift + 0.99 * h, 0),
                ],
                0.014 * h,
            ),
            "rubber",
        )
    else:
        big = 0.42 * w
        free = h - 0.1 * h
        each = min(2.15 * big, 0.68 * free / v.drivers)
        for i in range(v.drivers):
            driver(f"{i + 1}", 0, lift + 0.06 * h + each * (i + 0.5), min(big, 0.47 * each))
        driver("tweeter", 0, lift + h - 0.055 * h - 0.2 * w, 0.18 * w)
        if v.port:
            d.add(
                "port",
                union(torus(0.07 * w, 0.018 * w).rotate(x=90), cylinder(0.06 * w, 0.01 * w).rotate(x=90)).move(
                    0.32 * w, lift + h - 0.1 * h, z / 2
                ),
                "rubber",
            )
        d.add("badge", box(0.14 * w, 0.03 * w, 0.01 * w).move(-0.3 * w, lift + h - 0.08 * w, z / 2), "metal")
    feet = cylinder(0.006 * h, 1.3 * lift, top=0.022 * h) if v.spikes else cylinder(0.035 * h, 1.3 * lift, top=0.04 * h)
    d.add(
        "feet",
        union(*(feet.move(a * 0.4 * w, 0.65 * lift, e * 0.4 * z) for a in (1, -1) for e in (1, -1))),
        "metal" if v.spikes else "rubber",
        group="feet",
    )
    d.point("top", (0, lift + h, 0), size=w)
    return d


@family(
    "drone",
    "electronics",
    nouns={
        "quadcopter": {"arms": 4},
        "uav": {},
        "hexacopter": {"arms": 6},
        "quadrocopter": {"arms": 4},
        "delivery drone": {"box": True},
        "camera drone": {"camera": True},
    },
    parameters=(
        Real("width", 0.42, 0.28, 0.6),
        Whole("arms", 4, 4, 6),
        Whole("blades", 2, 2, 4),
        Real("propeller", 0.34, 0.28, 0.4, unit="", about="radius of a propeller, share of the arm"),
        Real("body_length", 0.42, 0.34, 0.52, unit=""),
        Flag("guards", 0.4),
        Flag("camera", 0.8),
        Flag("lights", 0.8),
        Flag("box", 0.2),
        Choice("legs", ("skids", "posts")),
    ),
    slots={
        "body": ("paint:#e8e8ea", "paint:#2b2e33", "paint:#c8402a", "paint:#3f6a8a", "paint:#e0b02a"),
        "arm": ("paint:#3a3d42", "aluminium"),
        "dark": DARK,
        "propeller": ("paint:#1d1f23", "paint:#e8622a"),
        "lens": ("slime:#27395f",),
        "light": ("glow:#50ff70", "glow:#ff4a3a", "glow:#40c8ff"),
        "box": ("cardboard",),
    },
    words={
        "guards": {"guards": True},
        "camera": {"camera": True},
        "lights": {"lights": True},
        "package": {"box": True},
        "box": {"box": True},
    },
    paints={"propellers": "propeller", "rotors": "propeller", "arms": "arm", "legs": "arm"},
    height=(0.08, 0.4),
)
def drone(v: Values) -> Draft:
    """A body with arms, motors, propellers and a camera under its nose; it stands on its legs."""
    w = v.width
    a = 0.5 * w
    d = Draft(extent=1.5 * w)
    n = v.body_length * w
    legs = (0.2 if v.camera or v.box else 0.13) * w + (0.08 * w if v.box else 0)
    y = legs + 0.07 * w
    d.add(
        "body",
        union(
            sphere(0.3 * n, 0.055 * w, 0.52 * n).move(y=y),
            sphere(0.2 * n, 0.075 * w, 0.36 * n).move(0, y + 0.02 * w, -0.04 * n),
        ),
        "body",
    )
    d.add("top", sphere(0.13 * n, 0.04 * w, 0.26 * n).move(0, y + 0.065 * w, -0.03 * n), "arm")
    p = min(v.propeller * 2, 0.95 * math.sin(math.pi / v.arms) * 1.0) * a * 0.95
    for i in range(v.arms):
        q = math.tau * (i + 0.5) / v.arms
        x, z = a * math.sin(q), a * math.cos(q)
        d.add(
            f"arm_{i + 1}",
            sweep(
                [(0.1 * x, y, 0.1 * z), (0.6 * x, y + 0.012 * w, 0.6 * z), (x, y + 0.012 * w, z)],
                [0.04 * w, 0.024 * w, 0.022 * w],
            ).scale(1, 1, 1),
            "arm",
            group="arms",
        )
        d.add(
            f"motor_{i + 1}",
            lathe(
                [
                    (0, -0.02 * w),
                    (0.026 * w, -0.02 * w),
                    (0.036 * w, 0.0),
                    (0.036 * w, 0.05 * w),
                    (0.015 * w, 0.065 * w),
                    (0.012 * w, 0.09 * w),
                    (0, 0.09 * w),
                ]
            ).move(x, y + 0.01 * w, z),
            "dark",
            group="motors",
        )
        blade = sphere(0.5 * p, 0.008 * w, 0.034 * w).rotate(x=14).move(x=0.48 * p)
        d.add(
            f"propeller_{i + 1}",
            union(blade.around(v.blades), cylinder(0.022 * w, 0.022 * w))
            .rotate(y=37 * i + 12)
            .move(x, y + 0.085 * w, z),
            "propeller",
            group="propellers",
        )
        if v.guards:
            d.add(
                f"guard_{i + 1}",
                union(
                    torus(1.06 * p, 0.012 * w),
                    *(
                        rod((0, -0.05 * w, 0), (1.06 * p * math.cos(k), 0, 1.06 * p * math.sin(k)), radius=0.007 * w)
                        for k in (0.5 - q, 2.6 - q, 4.7 - q)
                    ),
                ).move(x, y + 0.08 * w, z),
                "body",
                group="guards",
            )
        if v.lights:
            d.add(f"light_{i + 1}", sphere(0.016 * w).move(1.0 * x, y - 0.015 * w, 1.0 * z), "light", group="lights")
    if v.legs == "skids":
        for s, name in ((1, "left"), (-1, "right")):
            x = s * 0.3 * n + s * 0.06 * w
            d.add(
                f"skid_{name}",
                union(
                    rod((x, 0.014 * w, -0.42 * n), (x, 0.014 * w, 0.42 * n), radius=0.014 * w, round_ends=True),
                    *(
                        rod((s * 0.16 * n, y - 0.02 * w, k * 0.2 * n), (x, 0.014 * w, k * 0.28 * n), radius=0.011 * w)
                        for k in (1, -1)
                    ),
                ),
                "arm",
                group="legs",
            )
    else:
        d.add(
            "posts",
            union(
                *(
                    sweep(
                        [(sx * 0.2 * n, y - 0.01 * w, sz * 0.3 * n), (sx * 0.34 * n, 0, sz * 0.42 * n)],
                        [0.02 * w, 0.013 * w],
                    )
                    for sx in (1, -1)
                    for sz in (1, -1)
                )
            ),
            "arm",
            group="legs",
        )
    if v.camera:
        c = 0.055 * w
        d.add(
            "camera",
            union(
                sphere(c).move(0, y - 0.09 * w, 0.36 * n),
                rod((0, y - 0.02 * w, 0.3 * n), (0, y - 0.07 * w, 0.35 * n), radius=0.4 * c),
                *(box(0.3 * c, 1.4 * c, 1.1 * c, 0.1 * c).move(s * 1.05 * c, y - 0.075 * w, 0.35 * n) for s in (1, -1)),
                box(2.2 * c, 0.3 * c, 0.9 * c, 0.1 * c).move(0, y - 0.048 * w, 0.34 * n),
            ),
            "dark",
        )
        d.add(
            "lens",
            union(cylinder(0.62 * c, 0.5 * c, bevel=0.1 * c).rotate(x=90).move(0, y - 0.09 * w, 0.36 * n + 0.9 * c)),
            "lens",
        )
    if v.box:
        s = min(0.22 * w, legs * 0.85)
        d.add("box", box(1.2 * s, s, 1.3 * s, 0.03 * s, 1).move(0, y - 0.03 * w - 0.5 * s, -0.12 * n), "box")
        d.add(
            "tape",
            box(0.25 * s, 1.02 * s, 1.32 * s, 0.02 * s, 1).move(0, y - 0.03 * w - 0.5 * s, -0.12 * n),
            "light" if v.lights else "arm",
        )
    for s, name in ((1, "left"), (-1, "right")):
        d.add(
            f"eye_{name}",
            sphere(0.03 * n, 0.02 * w, 0.03 * n).move(s * 0.13 * n, y + 0.006 * w, 0.45 * n),
            "light" if v.lights else "dark",
            group="eyes",
        )
    d.point("top", (0, y + 0.1 * w, 0), size=w)
    return d


@family(
    "fan",
    "electronics",
    nouns={
        "desk fan": {"kind": "table"},
        "table fan": {"kind": "table"},
        "floor fan": {"kind": "floor"},
        "electric fan": {},
        "ventilator": {},
        "standing fan": {"kind": "floor"},
    },
    parameters=(
        Choice("kind", ("table", "floor")),
        Real("radius", 0.16, 0.12, 0.22),
        Real("stand_height", 1.0, 0.85, 1.15),
        Whole("blades", 4, 3, 5),
        Whole("wires", 24, 16, 30),
        Real("tilt", 8, 0, 18, unit="deg"),
        Real("blade_twist", 26, 18, 36, unit="deg"),
        Whole("buttons", 4, 3, 5),
        Flag("badge", 0.8),
    ),
    slots={
        "body": ("paint:#e8e6e0", "paint:#2f8a86", "paint:#26282d", "paint:#c8402f", "paint:#e8c88a"),
        "cage": ("chrome", "paint:#e8e6e0", "brass"),
        "blade": ("paint:#8ac0d0", "paint:#f0ece0", "brass", "paint:#3a3d42"),
        "button": ("paint:#f5f0e4", "paint:#c8302a", "chrome"),
        "dark": DARK,
    },
    words={"blades": {}, "buttons": {}},
    paints={"blades": "blade", "grille": "cage", "stand": "body", "base": "body", "buttons": "button"},
    height=(0.25, 1.6),
)
def fan(v: Values) -> Draft:
    """Blades in a wire cage before a motor, on a stand."""
    r = v.radius
    high = v.stand_height if v.kind == "floor" else 0.32 * r + 1.25 * r
    d = Draft(extent=high + 1.1 * r)
    foot = 0.24 if v.kind == "floor" else 0.72 * r
    d.add(
        "base",
        lathe(
            [
                (0, 0),
                (foot, 0),
                (foot, 0.1 * foot),
                (0.8 * foot, 0.2 * foot),
                (0.2 * foot, 0.28 * foot),
                (0, 0.28 * foot),
            ]
        ),
        "body",
    )
    d.add(
        "pole",
        union(
            cylinder(0.075 * r, high - 0.1 * foot, top=0.06 * r).move(y=(high + 0.1 * foot) / 2),
            sphere(0.14 * r).move(y=high),
        ),
        "cage" if v.kind == "floor" else "body",
    )
    d.add(
        "buttons",
        union(
            *(
                box(0.1 * foot, 0.08 * foot, 0.16 * foot, 0.02 * foot).move(
                    (k - (v.buttons - 1) / 2) * 0.16 * foot, 0.2 * foot, 0.66 * foot
                )
                for k in range(v.buttons)
            )
        ),
        "button",
        group="buttons",
    )
    parts: list[tuple[str, Node, str]] = []
    parts.append(
        (
            "motor",
            union(
                lathe([(0.16 * r, -0.5 * r), (0.24 * r, -0.42 * r), (0.26 * r, -0.1 * r), (0.2 * r, 0.0), (0, 0.0)]),
                cylinder(0.04 * r, 0.3 * r).move(y=0.1 * r),
            ).rotate(x=90),
            "body",
        )
    )
    blade = sphere(0.27 * r, 0.4 * r, 0.02 * r).rotate(y=v.blade_twist).move(y=0.48 * r)
    parts.append(
        (
            "blades",
            union(
                *(blade.rotate(z=360 * k / v.blades) for k in range(v.blades)),
                lathe([(0.16 * r, -0.1 * r), (0.15 * r, 0.06 * r), (0, 0.12 * r)]).rotate(x=90),
            ).move(z=0.14 * r),
            "blade",
        )
    )
    wires: list[Node] = []
    t = 0.013 * r + 0.0006
    for k in range(v.wires):
        a = math.tau * k / v.wires
        c, s = math.cos(a), math.sin(a)
        wires.append(
            sweep(
                [
                    (0.2 * r * c, 0.2 * r * s, 0.32 * r),
                    (0.75 * r * c, 0.75 * r * s, 0.29 * r),
                    (r * c, r * s, 0.13 * r),
                ],
                t,
                sides=6,
            )
        )
        wires.append(
            sweep(
                [
                    (0.2 * r * c, 0.2 * r * s, -0.06 * r),
                    (0.75 * r * c, 0.75 * r * s, -0.04 * r),
                    (r * c, r * s, 0.12 * r),
                ],
                t,
                sides=6,
            )
        )
    rings = [
        torus(q * r, k * t).rotate(x=90).move(z=z * r)
        for q, z, k in ((1.0, 0.125, 2.2), (0.62, 0.3, 1.2), (0.21, 0.32, 1.4))
    ]
    parts.append(("cage", union(*wires, *rings), "cage"))
    if v.badge:
        parts.append(("badge", cylinder(0.22 * r, 0.05 * r, bevel=0.015 * r).rotate(x=90).move(z=0.32 * r), "body"))
    for name, solid, slot in parts:
        d.add(name, solid.rotate(x=-v.tilt).move(y=high, z=0.08 * r), slot)
    d.point("top", (0, high + r, 0), size=r)
    return d


@family(
    "light bulb",
    "electronics",
    nouns={"lightbulb": {}, "bulb": {}, "edison bulb": {"filament": True}, "idea": {}, "led bulb": {"filament": False}},
    parameters=(
        Choice("shape", ("pear", "globe", "candle", "tube", "spiral")),
        Real("radius", 0.03, 0.024, 0.045),
        Real("height", 1.0, 0.9, 1.2, unit=""),
        Real("base_radius", 0.45, 0.4, 0.5, unit="", about="share of the radius"),
        Whole("threads", 4, 3, 5),
        Flag("filament", 0.5),
        Flag("lit", 0.7),
        Real("neck", 1.0, 0.8, 1.2, unit=""),
    ),
    slots={
        "bulb": ("glow:#ffe9a8", "glow:#fff4d8", "glow:#ffd070"),
        "glass": ("slime:#f2ecd8", "glass"),
        "base": ("brass", "aluminium", "copper"),
        "tip": ("paint:#1a1a1c",),
        "filament": ("glow:#ff8a2a",),
    },
    words={
        "filament": {"filament": True},
        "round": {"shape": "globe"},
        "spiral": {"shape": "spiral"},
        "lit": {"lit": True},
        "unlit": {"lit": False},
    },
    paints={"socket": "base", "screw": "base"},
    height=(0.06, 0.24),
)
def light_bulb(v: Values) -> Draft:
    """A glass on a screw base that it stands on."""
    r = v.radius
    b = v.base_radius * r
    d = Draft(extent=3.6 * r)
    base = 0.95 * r
    d.add("tip", lathe([(0, 0), (0.35 * b, 0), (0.75 * b, 0.16 * r), (0, 0.2 * r)]), "tip")
    profile: list[Point2] = [(0, 0.13 * r), (0.8 * b, 0.13 * r)]
    for k in range(v.threads):
        y0 = 0.18 * r + (base - 0.28 * r) * k / v.threads
        y1 = 0.18 * r + (base - 0.28 * r) * (k + 0.5) / v.threads
        profile += [(0.92 * b, y0), (1.04 * b, y1)]
    profile += [(0.95 * b, base - 0.08 * r), (1.06 * b, base), (0, base)]
    d.add("base", lathe(profile), "base")
    n = v.height * v.neck * r
    if v.shape == "spiral":
        d.add(
            "collar",
            lathe(
                [
                    (1.05 * b, base - 0.02 * r),
                    (1.35 * b, base + 0.2 * r),
                    (1.35 * b, base + 0.5 * r),
                    (0, base + 0.55 * r),
                ]
            ),
            "tip",
            group="collar",
        )
        turns = 3
        helix = [
            (
                (0.62 * r) * math.cos(math.tau * turns * k / 36),
                base + (0.45 + 1.9 * k / 36) * r,
                0.62 * r * math.sin(math.tau * turns * k / 36),
            )
            for k in range(37)
        ]
        top = base + 2.55 * r
        d.add(
            "bulb",
            union(
                sweep([*helix, (0.1 * r, base + 2.5 * r, 0)], 0.17 * r, sides=12),
                cylinder(0.17 * r, 2.1 * r).move(y=base + 1.4 * r),
                sphere(0.2 * r).move(0.05 * r, base + 2.45 * r, 0),
            ),
            "bulb" if v.lit else "glass",
        )
        d.point("top", (0, top, 0), size=r)
        return d
    shapes: dict[str, list[Point2]] = {
        "pear": [
            (b, -0.06 * r),
            (1.02 * b, 0.25 * n),
            (0.72 * r, 0.85 * n),
            (r, 1.6 * n),
            (0.86 * r, 2.2 * n),
            (0.45 * r, 2.52 * n),
            (0, 2.6 * n),
        ],
        "globe": [
            (b, -0.06 * r),
            (0.75 * r, 0.3 * n),
            (1.2 * r, 0.95 * n),
            (1.25 * r, 1.4 * n),
            (0.95 * r, 2.1 * n),
            (0.45 * r, 2.42 * n),
            (0, 2.48 * n),
        ],
        "candle": [
            (b, -0.06 * r),
            (0.62 * r, 0.35 * n),
            (0.72 * r, 0.9 * n),
            (0.5 * r, 1.7 * n),
            (0.16 * r, 2.4 * n),
            (0, 2.65 * n),
        ],
        "tube": [
            (b, -0.06 * r),
            (0.62 * r, 0.2 * n),
            (0.62 * r, 1.2 * n),
            (0.62 * r, 2.3 * n),
            (0.4 * r, 2.6 * n),
            (0, 2.7 * n),
        ],
    }
    d.add("bulb", lathe(shapes[v.shape], smooth=True).move(y=base), "bulb" if v.lit else "glass")
    wide = {"pear": 0.98, "globe": 1.2, "candle": 0.62, "tube": 0.6}[v.shape] * r
    if v.filament:
        loop = sweep(
            [
                (-0.5 * wide, base + 1.2 * n, wide * 0.86),
                (-0.25 * wide, base + 1.55 * n, wide * 0.95),
                (0, base + 1.25 * n, wide),
                (0.25 * wide, base + 1.55 * n, wide * 0.95),
                (0.5 * wide, base + 1.2 * n, wide * 0.86),
            ],
            0.06 * r,
            round_ends=True,
        )
        d.add("filament", loop.mirrored("z"), "filament")
    d.point("top", (0, base + 2.55 * n, 0), size=2 * r)
    d.point("grip", (0, 0.5 * base, 0), size=2 * b)
    return d


@family(
    "battery",
    "electronics",
    nouns={
        "aa battery": {"kind": "round"},
        "energy cell": {"kind": "sci-fi"},
        "power cell": {"kind": "sci-fi"},
        "car battery": {"kind": "car"},
        "9v battery": {"kind": "block"},
        "accumulator": {"kind": "car"},
    },
    parameters=(
        Choice("kind", ("round", "block", "car", "sci-fi")),
        Real("height", 0.05, 0.045, 0.065),
        Real("radius", 0.29, 0.24, 0.36, unit="", about="share of the height"),
        Real("cap", 0.3, 0.22, 0.4, unit="", about="share that the other colour covers"),
        Whole("bars", 4, 3, 5, about="of charge"),
        Whole("bands", 2, 1, 3),
        Flag("bolt", 0.7),
        Flag("handle", 0.6),
        Whole("cells", 6, 4, 6),
    ),
    slots={
        "body": ("paint:#1d1f23", "paint:#2f5fb0", "paint:#2f8a4a", "paint:#b8242a"),
        "cap": ("copper", "gold", "paint:#e8b02a", "chrome"),
        "metal": ("chrome", "steel"),
        "charge": ("glow:#5aff6a", "glow:#40c8ff", "glow:#ffb02a"),
        "mark": ("paint:#f0d23a", "paint:#f4f4f0"),
        "red": ("paint:#c8242a",),
    },
    words={"bolt": {"bolt": True}, "charge": {"bars": 4}},
    paints={"bars": "charge", "top": "cap"},
    height=(0.03, 0.3),
)
def battery(v: Values) -> Draft:
    """A round cell with a pole, a block with two clips, a car battery, a glowing power cell."""
    h = v.height
    bolt = [(0.05, 0.5), (-0.3, -0.06), (-0.04, -0.06), (-0.1, -0.5), (0.3, 0.12), (0.04, 0.12)]
    if v.kind in ("round", "sci-fi"):
        r = v.radius * h
        d = Draft(extent=h)
        if v.kind == "round":
            d.add(
                "body",
                lathe(
                    [
                        (0, 0.01 * h),
                        (0.92 * r, 0.01 * h),
                        (r, 0.03 * h),
                        (r, (1 - v.cap) * h * 0.94),
                        (0, (1 - v.cap) * h * 0.94),
                    ]
                ),
                "body",
            )
            d.add(
                "cap",
                lathe(
                    [
                        (0, 0.5 * h),
                        (1.003 * r, (1 - v.cap) * 0.93 * h),
                        (1.003 * r, 0.91 * h),
                        (0.93 * r, 0.935 * h),
                        (0, 0.935 * h),
                    ]
                ),
                "cap",
            )
            d.add(
                "pole", lathe([(0, 0.9 * h), (0.4 * r, 0.9 * h), (0.36 * r, 0.985 * h), (0.28 * r, h), (0, h)]), "metal"
            )
            d.add("bottom", cylinder(0.8 * r, 0.02 * h).move(y=0.01 * h), "metal")
        else:
            d.add(
                "body",
                lathe(
                    [
                        (0, 0),
                        (r, 0),
                        (1.1 * r, 0.05 * h),
                        (1.1 * r, 0.16 * h),
                        (0.9 * r, 0.2 * h),
                        (0.9 * r, 0.8 * h),
                        (1.1 * r, 0.84 * h),
                        (1.1 * r, 0.95 * h),
                        (0.9 * r, h),
                        (0, h),
                    ]
                ),
                "body",
            )
            d.add("charge", cylinder(0.96 * r, 0.62 * h).move(y=0.5 * h), "charge")
            d.add(
                "ribs",
                union(
                    *(
                        box(0.16 * r, 0.68 * h, 0.2 * r, 0.03 * r).move(z=0.97 * r).rotate(y=90 * k + 45)
                        for k in range(4)
                    )
                ).move(y=0.5 * h),
                "metal",
            )
            d.add("cap", torus(0.6 * r, 0.12 * r).move(y=h), "cap")
        for i in range(v.bands if v.kind == "round" else 0):
            d.add(f"band_{i + 1}", torus(0.995 * r, 0.02 * r).move(y=(0.07 + 0.035 * i) * h), "mark", group="bands")
        if v.kind == "round":
            for i in range(v.bars):
                d.add(
                    f"bar_{i + 1}",
                    box(0.5 * r, 0.035 * h, 0.1 * r, 0.01 * r).move(0, (0.14 + 0.055 * i) * h, 0.965 * r),
                    "charge",
                    group="bars",
                )
        if v.bolt:
            s = 0.85 * r
            d.add(
                "bolt",
                extrude([(s * a, s * b) for a, b in bolt], 0.16 * r).move(
                    0, (0.54 if v.kind == "round" else 0.5) * h, (0.97 if v.kind == "round" else 0.98) * r
                ),
                "mark",
            )
        d.point("top", (0, h, 0), size=2 * r)
        d.point("grip", (0, 0.5 * h, 0), size=2 * r)
        return d
    if v.kind == "block":
        w, z = 0.55 * h, 0.36 * h
        d = Draft(extent=h)
        d.add("body", box(w, 0.62 * h, z, 0.02 * h).move(y=0.3 * h), "body")
        d.add("cap", box(1.01 * w, 0.3 * h, 1.01 * z, 0.02 * h).move(y=0.74 * h), "cap")
        d.add("plus", cylinder(0.08 * h, 0.1 * h, bevel=0.01 * h).move(0.13 * h, 0.92 * h, 0), "metal", group="poles")
        d.add(
            "minus",
            lathe(
                [(0.07 * h, 0), (0.11 * h, 0.09 * h), (0.07 * h, 0.09 * h), (0.05 * h, 0.04 * h), (0, 0.04 * h)],
                sides=6,
            ).move(-0.13 * h, 0.88 * h, 0),
            "metal",
            group="poles",
        )
        for i in range(v.bars):
            d.add(
                f"bar_{i + 1}",
                box(0.06 * h, 0.1 * h, 0.02 * h).move((i - (v.bars - 1) / 2) * 0.1 * h, 0.12 * h, z / 2),
                "charge",
                group="bars",
            )
        if v.bolt:
            d.add(
                "bolt",
                extrude([(0.3 * h * a, 0.3 * h * b) for a, b in bolt], 0.02 * h).move(0, 0.38 * h, z / 2),
                "mark",
            )
        d.point("top", (0, h, 0), size=w)
        return d
    s = 3.4 * h
    w, z = 1.45 * s, 0.85 * s
    d = Draft(extent=w)
    d.add("body", box(w, 0.78 * s, z, 0.03 * s).move(y=0.39 * s), "body")
    d.add("lid", box(1.03 * w, 0.16 * s, 1.03 * z, 0.03 * s).move(y=0.84 * s), "body", group="lid")
    d.add(
        "caps",
        union(
            *(
                cylinder(0.07 * s, 0.06 * s, bevel=0.01 * s).move((i - (v.cells - 1) / 2) * 0.2 * s, 0.93 * s, 0.0)
                for i in range(v.cells)
            )
        ),
        "cap",
    )
    for k, name, slot in ((1, "plus", "red"), (-1, "minus", "metal")):
        d.add(
            name,
            union(
                cylinder(0.1 * s, 0.1 * s, top=0.085 * s).move(y=0.94 * s),
                cylinder(0.06 * s, 0.14 * s).move(y=0.97 * s),
            ).move(k * 0.55 * s, 0, 0.26 * s),
            slot,
            group="poles",
        )
    if v.handle:
        d.add(
            "handle",
            sweep(
                [
                    (-0.5 * w, 0.85 * s, -0.1 * s),
                    (-0.42 * w, 1.15 * s, -0.1 * s),
                    (0.42 * w, 1.15 * s, -0.1 * s),
                    (0.5 * w, 0.85 * s, -0.1 * s),
                ],
                0.035 * s,
            ),
            "metal",
        )
    if v.bolt:
        d.add("bolt", extrude([(0.5 * s * a, 0.5 * s * b) for a, b in bolt], 0.03 * s).move(0, 0.4 * s, z / 2), "mark")
    d.add(
        "plus_mark",
        union(box(0.16 * s, 0.045 * s, 0.02 * s), box(0.045 * s, 0.16 * s, 0.02 * s)).move(0.5 * s, 0.6 * s, z / 2),
        "red",
    )
    d.point("top", (0, s, 0), size=w)
    return d
