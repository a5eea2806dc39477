"""Things with a screen: laptops, monitors, televisions, computers, telephones, consoles, arcade machines."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, capsule, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.api import text as letters
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod, rounded_rectangle

SCREEN = ("glow:#3f8fe0", "glow:#2fb8a8", "screen", "glow:#7a5ae0", "glow:#e08a3f")
CASES = ("aluminium", "paint:#2b2e33", "paint:#e8e6e0", "paint:#5a6a7a")
BODY = ("paint:#24262b", "paint:#e8e6e0", "paint:#b8322a", "paint:#2f5a8a", "aluminium")


def slab(x: float, y: float, z: float, radius: float, bevel: float) -> Node:
    """A plate of x by y with rounded corners that looks along Z."""
    return extrude(rounded_rectangle(x, y, radius, 5), z, bevel=bevel)


def keys(width: float, depth: float, rows: int, columns: int, height: float) -> Node:
    """A field of keys on y = 0, with a space bar in the front row."""
    a, b = width / columns, depth / rows
    cap = box(0.84 * a, height, 0.84 * b, 0.2 * height, 1)
    out: list[Node] = []
    for j in range(rows):
        z = (j - (rows - 1) / 2) * b
        for i in range(columns):
            if j == rows - 1 and columns * 0.3 < i + 0.5 < columns * 0.68:
                continue
            out.append(cap.move((i - (columns - 1) / 2) * a, height / 2, z))
    out.append(box(0.36 * width, height, 0.84 * b, 0.2 * height, 1).move(-0.01 * width, height / 2, (rows - 1) / 2 * b))
    return union(*out)


def windows(width: float, height: float, depth: float, count: int) -> Node:
    """What is seen on a screen: a bar below, some windows, and lines of text."""
    bits: list[Node] = [box(0.98 * width, 0.05 * height, depth).move(y=-0.455 * height)]
    for i in range(count):
        x, y = (-0.22 + 0.24 * i) * width, (0.14 - 0.12 * (i % 2)) * height
        bits.append(box(0.36 * width, 0.05 * height, depth * (1 + 0.2 * i)).move(x, y + 0.2 * height, 0))
        bits += [
            box((0.3 - 0.07 * (k % 2)) * width, 0.025 * height, depth).move(
                x - 0.035 * width * (k % 2), y + (0.12 - 0.07 * k) * height, 0
            )
            for k in range(4)
        ]
    return union(*bits)


@family(
    "laptop",
    "electronics",
    nouns=("notebook computer", "notebook pc", "macbook", "portable computer", "chromebook"),
    parameters=(
        Real("width", 0.34, 0.28, 0.4),
        Real("depth", 0.7, 0.62, 0.76, unit="", about="share of the width"),
        Real("thickness", 0.016, 0.012, 0.024),
        Real("open", 108, 92, 128, unit="deg"),
        Real("bezel", 0.035, 0.02, 0.06, unit="", about="share of the width"),
        Whole("windows", 2, 0, 3),
        Flag("logo", 0.7),
        Flag("camera", 0.8),
        Flag("stickers", 0.3),
        Real("corner", 0.03, 0.01, 0.05, unit=""),
    ),
    slots={
        "case": CASES,
        "screen": SCREEN,
        "bezel": ("paint:#15171a",),
        "key": ("paint:#1c1e22", "paint:#f0eee8"),
        "content": ("paint:#f4f6fa", "glow:#e8f4ff"),
        "pad": ("paint:#8a8f96", "paint:#3a3d42"),
        "logo": ("glow:#ffffff", "chrome", "paint:#e8304a"),
    },
    words={"logo": {"logo": True}, "stickers": {"stickers": True}, "camera": {"camera": True}},
    paints={"keyboard": "key", "keys": "key", "display": "screen", "lid": "case", "touchpad": "pad"},
    height=(0.14, 0.34),
)
def laptop(v: Values) -> Draft:
    """Base with keys and a pad, a lid with a screen."""
    w, t = v.width, v.thickness
    z = v.depth * w
    c = v.corner * w + 0.3 * t
    d = Draft(extent=w * 1.05)
    d.add("base", slab(w, z, t, c, 0.3 * t).rotate(x=90).move(y=0.5 * t + 0.002), "case")
    d.add(
        "feet",
        union(*(cylinder(0.03 * w, 0.004).move(x * 0.4 * w, 0.002, y * 0.4 * z) for x in (1, -1) for y in (1, -1))),
        "bezel",
    )
    top = t + 0.002
    d.add(
        "key_bed",
        slab(0.88 * w, 0.46 * z, 0.002, 0.02 * w, 0).rotate(x=90).move(0, top, -0.14 * z),
        "bezel",
        group="keyboard",
    )
    d.add("keys", keys(0.86 * w, 0.44 * z, 5, 13, 0.0035).move(0, top + 0.0006, -0.14 * z), "key", group="keyboard")
    d.add("touchpad", slab(0.32 * w, 0.25 * z, 0.0022, 0.01 * w, 0).rotate(x=90).move(0, top, 0.29 * z), "pad")
    u = 0.55 * t
    b = v.bezel * w
    parts: list[tuple[str, Node, str]] = [
        ("lid", slab(w, z, u, c, 0.3 * u).move(y=0.5 * z), "case"),
        ("bezel", slab(0.975 * w, 0.965 * z, 0.003, 0.8 * c, 0).move(y=0.5 * z, z=0.5 * u), "bezel"),
        ("screen", box(w - 2 * b, z - 2.6 * b, 0.003).move(y=0.51 * z, z=0.5 * u + 0.001), "screen"),
    ]
    if v.windows:
        parts.append(
            (
                "content",
                windows(w - 2.1 * b, z - 2.7 * b, 0.0022, v.windows).move(y=0.51 * z, z=0.5 * u + 0.0022),
                "content",
            )
        )
    if v.camera:
        parts.append(("camera", cylinder(0.0028, 0.004).rotate(x=90).move(y=z - 0.6 * b, z=0.5 * u), "pad"))
    if v.logo:
        parts.append(
            (
                "logo",
                union(cylinder(0.05 * w, 0.003), sphere(0.02 * w, 0.004, 0.03 * w).move(0.03 * w, 0, -0.06 * w))
                .rotate(x=90)
                .move(y=0.52 * z, z=-0.5 * u),
                "logo",
            )
        )
    if v.stickers:
        parts.append(
            (
                "stickers",
                union(
                    box(0.16 * w, 0.1 * w, 0.003).rotate(z=14).move(-0.26 * w, 0.3 * z, 0),
                    cylinder(0.06 * w, 0.003, sides=6).rotate(x=90).move(0.27 * w, 0.72 * z, 0),
                ).move(z=-0.5 * u),
                "content",
            )
        )
    for name, solid, slot in parts:
        d.add(
            name,
            solid.rotate(x=-(v.open - 90)).move(0, 0.75 * top, -0.5 * z + 0.1 * u),
            slot,
            group="lid" if name in ("lid", "bezel") else None,
        )
    d.add("hinge", cylinder(0.55 * t, 0.7 * w).rotate(z=90).move(0, 0.8 * top, -0.5 * z + 0.1 * t), "bezel")
    d.point("top", (0, top, 0), size=w)
    return d


@family(
    "television",
    "electronics",
    nouns={
        "tv": {},
        "tv set": {},
        "telly": {},
        "monitor": {"kind": "monitor"},
        "computer monitor": {"kind": "monitor"},
        "computer screen": {"kind": "monitor"},
        "flat screen": {"kind": "flat"},
        "old tv": {"kind": "retro"},
        "retro tv": {"kind": "retro"},
        "crt tv": {"kind": "retro"},
        "old television": {"kind": "retro"},
        "display": {"kind": "monitor"},
    },
    parameters=(
        Choice("kind", ("flat", "retro", "monitor")),
        Real("width", 1.0, 0.7, 1.3),
        Real("ratio", 0.57, 0.52, 0.64, unit="", about="height over width"),
        Real("thickness", 0.04, 0.03, 0.06),
        Choice("stand", ("feet", "column", "plate")),
        Real("bezel", 0.02, 0.012, 0.035, unit=""),
        Whole("knobs", 2, 2, 4),
        Flag("antenna", 0.75),
        Whole("windows", 2, 0, 3),
        Flag("legs", 0.5),
        Flag("soundbar", 0.2),
    ),
    slots={
        "case": ("paint:#202226", "paint:#3a3d42", "paint:#e8e6e0"),
        "screen": SCREEN,
        "wood": ("walnut", "oak", "paint:#b8432f", "paint:#3f8a86", "paint:#e0a83a"),
        "knob": ("chrome", "brass", "paint:#f0ead8"),
        "content": ("glow:#dff0ff", "paint:#f4f6fa"),
        "metal": ("aluminium", "gunmetal"),
        "grille": ("fabric:#8a7a5a", "paint:#26282c"),
        "front": ("paint:#e8dcc0", "paint:#2a2420"),
    },
    words={
        "antenna": {"antenna": True, "kind": "retro"},
        "retro": {"kind": "retro"},
        "flat": {"kind": "flat"},
        "knobs": {"kind": "retro"},
        "old": {"kind": "retro"},
        "vintage": {"kind": "retro"},
        "modern": {"kind": "flat"},
        "legs": {"legs": True},
        "soundbar": {"soundbar": True},
    },
    paints={"knobs": "knob", "frame": "case", "display": "screen", "stand": "metal"},
    height=(0.22, 1.3),
)
def television(v: Values) -> Draft:
    """Flat on feet, a monitor on a column, or a wooden box with a bulging screen."""
    if v.kind == "retro":
        w = 0.6 * v.width
        h, z = 0.78 * w, 0.62 * w
        legs = 0.32 * w if v.legs else 0.04 * w
        d = Draft(extent=max(w, h + legs + (0.5 * w if v.antenna else 0)))
        y = legs + h / 2
        d.add(
            "case",
            difference(
                extrude(rounded_rectangle(w, h, 0.1 * w, 6), z, bevel=0.02 * w),
                slab(0.9 * w, 0.84 * h, 0.1 * w, 0.07 * w, 0).move(z=z / 2),
            ).move(y=y),
            "wood",
        )
        d.add("front", slab(0.92 * w, 0.86 * h, 0.03 * w, 0.07 * w, 0).move(0, y, z / 2 - 0.05 * w), "front")
        sw, sh = 0.64 * w, 0.7 * h
        d.add(
            "screen_frame",
            difference(
                slab(1.1 * sw, 1.1 * sh, 0.05 * w, 0.12 * w, 0.012 * w), slab(0.96 * sw, 0.96 * sh, w, 0.1 * w, 0)
            ).move(-0.11 * w, y, z / 2 - 0.025 * w),
            "case",
        )
        d.add(
            "screen",
            (sphere(0.64 * sw, 0.66 * sh, 0.1 * w) & slab(sw, sh, w, 0.1 * w, 0)).move(-0.11 * w, y, z / 2 - 0.05 * w),
            "screen",
        )
        for i in range(v.knobs):
            ky = y + 0.3 * h - 0.17 * h * i * (2 / max(v.knobs, 2) + 0.1)
            d.add(
                f"knob_{i + 1}",
                union(
                    cylinder(0.055 * w, 0.05 * w, bevel=0.01 * w).rotate(x=90),
                    box(0.018 * w, 0.1 * w, 0.03 * w).rotate(z=30 - 50 * i).move(z=0.03 * w),
                ).move(0.345 * w, ky, z / 2 - 0.02 * w),
                "knob",
                group="knobs",
            )
        d.add(
            "grille",
            union(
                *(
                    box(0.15 * w, 0.014 * w, 0.03 * w).move(0.345 * w, y - 0.16 * h - 0.035 * w * k, z / 2 - 0.035 * w)
                    for k in range(5)
                )
            ),
            "grille",
        )
        d.add(
            "back",
            extrude(rounded_rectangle(0.7 * w, 0.7 * h, 0.08 * w), 0.2 * w, taper=1.2, bevel=0).move(
                0, y, -z / 2 - 0.06 * w
            ),
            "case",
        )
        if v.legs:
            for k, (x, q) in enumerate(((1, 1), (-1, 1), (1, -1), (-1, -1))):
                d.add(
                    f"leg_{k + 1}",
                    sweep(
                        [(x * 0.44 * w, 0, q * 0.44 * z), (x * 0.34 * w, legs + 0.02 * w, q * 0.34 * z)],
                        [0.014 * w, 0.026 * w],
                    ),
                    "wood",
                    group="legs",
                )
        else:
            d.add(
                "feet",
                union(
                    *(
                        box(0.1 * w, 0.06 * w, 0.1 * w, 0.01 * w).move(x * 0.35 * w, 0.03 * w, q * 0.3 * z)
                        for x in (1, -1)
                        for q in (1, -1)
                    )
                ),
                "case",
            )
        if v.antenna:
            top = legs + h
            rods = [
                rod((0, top + 0.02 * w, 0), (s * 0.3 * w, top + 0.48 * w, -0.05 * w), radius=0.008 * w) for s in (1, -1)
            ]
            tips = [sphere(0.018 * w).move(s * 0.3 * w, top + 0.48 * w, -0.05 * w) for s in (1, -1)]
            d.add("antenna", union(sphere(0.09 * w, 0.06 * w, 0.09 * w).move(y=top), *rods, *tips), "knob")
        d.point("top", (0, legs + h, 0), size=w)
        return d
    w = v.width * (0.58 if v.kind == "monitor" else 1.0)
    h, t = v.ratio * w, v.thickness * (0.8 if v.kind == "monitor" else 1.0)
    lift = 0.24 * h if v.kind == "monitor" else 0.12 * h
    d = Draft(extent=w)
    y = lift + h / 2
    b = v.bezel * w
    d.add(
        "case",
        union(
            slab(w, h, 0.6 * t, 0.012 * w, 0.15 * t),
            slab(0.7 * w, 0.6 * h, 0.8 * t, 0.05 * w, 0.3 * t).move(0, -0.08 * h, -0.5 * t),
        ).move(y=y),
        "case",
    )
    d.add("screen", box(w - 2 * b, h - 2.4 * b, 0.012).move(0, y + 0.2 * b, 0.3 * t - 0.003), "screen")
    if v.windows:
        if v.kind == "monitor":
            d.add(
                "content",
                windows(w - 2.1 * b, h - 2.5 * b, 0.006, v.windows).move(0, y + 0.2 * b, 0.3 * t + 0.002),
                "content",
            )
        else:
            hills = [
                (-0.47 * w, -0.4 * h),
                (0.47 * w, -0.4 * h),
                (0.47 * w, -0.1 * h),
                (0.3 * w, 0.02 * h),
                (0.12 * w, -0.16 * h),
                (-0.1 * w, 0.18 * h),
                (-0.3 * w, -0.12 * h),
                (-0.47 * w, -0.02 * h),
            ]
            d.add(
                "content",
                union(
                    extrude([(0.98 * x, 0.97 * q) for x, q in hills], 0.006),
                    cylinder(0.07 * w, 0.006).rotate(x=90).move(0.25 * w, 0.24 * h, 0),
                ).move(0, y + 0.2 * b, 0.3 * t + 0.002),
                "content",
            )
    d.add("light", box(0.012 * w, 0.006 * w, 0.008).move(0.4 * w, y - h / 2 + 0.5 * b, 0.3 * t), "knob")
    if v.stand == "feet" and v.kind == "flat":
        for s, name in ((1, "foot_left"), (-1, "foot_right")):
            d.add(
                name,
                union(
                    rod(
                        (s * 0.34 * w, lift + 0.04 * h, -0.1 * t), (s * 0.36 * w, 0.012 * w, 0.12 * w), radius=0.012 * w
                    ),
                    rod(
                        (s * 0.34 * w, lift + 0.04 * h, -0.1 * t),
                        (s * 0.36 * w, 0.012 * w, -0.12 * w),
                        radius=0.012 * w,
                    ),
                ),
                "metal",
                group="stand",
            )
    else:
        plate = (
            cylinder(0.2 * w, 0.02 * w, bevel=0.006 * w)
            if v.stand == "column"
            else box(0.45 * w, 0.02 * w, 0.22 * w, 0.006 * w)
        )
        d.add(
            "stand",
            union(
                plate.move(y=0.01 * w),
                box(0.09 * w, lift + 0.2 * h, 0.03 * w, 0.006 * w).move(0, (lift + 0.2 * h) / 2, -0.9 * t),
            ),
            "metal",
        )
    if v.soundbar and v.kind == "flat":
        d.add(
            "soundbar",
            union(
                extrude(rounded_rectangle(0.06 * w, 0.055 * w, 0.02 * w), 0.6 * w)
                .rotate(y=90)
                .move(0, 0.03 * w, 0.1 * w),
                box(0.05 * w, 0.02 * w, 0.25 * w).move(0, 0.012 * w, 0.02 * w),
                box(0.03 * w, lift, 0.03 * w).move(0, 0.55 * lift, 0),
            ),
            "case",
        )
    d.point("top", (0, lift + h, 0), size=w)
    return d


@family(
    "computer",
    "electronics",
    nouns={
        "desktop computer": {},
        "pc": {},
        "desktop pc": {},
        "gaming pc": {"lights": True, "tower": True},
        "old computer": {"kind": "retro"},
        "retro computer": {"kind": "retro"},
        "workstation": {},
        "keyboard": {"kind": "keyboard"},
        "computer keyboard": {"kind": "keyboard"},
        "desktop": {},
    },
    parameters=(
        Choice("kind", ("modern", "retro", "keyboard")),
        Real("width", 0.52, 0.44, 0.62, about="of the screen"),
        Real("ratio", 0.58, 0.54, 0.64, unit=""),
        Real("tower_height", 0.42, 0.36, 0.48),
        Flag("tower", 0.75),
        Flag("lights", 0.5),
        Flag("mouse", 0.9),
        Whole("windows", 2, 0, 3),
        Whole("fans", 2, 1, 3),
        Whole("rows", 5, 4, 6, about="of keys"),
    ),
    slots={
        "case": ("paint:#24262b", "paint:#dcd6c4", "paint:#e8e8ea"),
        "screen": SCREEN,
        "key": ("paint:#e6e2d6", "paint:#34373d"),
        "content": ("glow:#dff0ff", "paint:#f4f6fa"),
        "light": ("glow:#40e0ff", "glow:#ff40c8", "glow:#70ff60", "glow:#ff6a2a"),
        "dark": ("paint:#15171a",),
        "metal": ("gunmetal", "aluminium"),
    },
    words={
        "lights": {"lights": True},
        "mouse": {"mouse": True},
        "tower": {"tower": True},
        "retro": {"kind": "retro"},
        "keys": {},
    },
    paints={"keys": "key", "keyboard": "case", "display": "screen", "fans": "light"},
    height=(0.02, 0.62),
)
def computer(v: Values) -> Draft:
    """Screen, keyboard, mouse and tower on a mat; a beige box with a tube on it; a keyboard alone."""
    w = v.width
    kw, kd = 0.84 * w, 0.3 * w
    board = extrude([(-kd / 2, 0), (kd / 2, 0), (kd / 2, 0.018), (-kd / 2, 0.034)], kw, bevel=0.003).rotate(y=-90)
    field = keys(0.95 * kw, 0.86 * kd, v.rows, 14, 0.012).rotate(x=math.degrees(math.atan2(0.016, kd))).move(y=0.024)
    if v.kind == "keyboard":
        d = Draft(extent=kw)
        d.add("case", board, "case")
        d.add("keys", field, "key", group="keys")
        if v.lights:
            d.add(
                "light",
                box(0.97 * kw, 0.006, 0.97 * kd).rotate(x=math.degrees(math.atan2(0.016, kd))).move(y=0.024),
                "light",
            )
        d.add(
            "cable",
            sweep(
                [
                    (0, 0.02, -0.48 * kd),
                    (0.02 * w, 0.006, -0.6 * kd),
                    (0.1 * w, 0.006, -0.8 * kd),
                    (0.08 * w, 0.006, -1.0 * kd),
                ],
                0.005,
            ),
            "dark",
        )
        d.point("top", (0, 0.035, 0), size=kw)
        return d
    retro = v.kind == "retro"
    full = 1.75 * w if v.tower and not retro else 1.35 * w
    d = Draft(extent=full)
    deep = 1.05 * w
    front = 0.2 * w
    d.add(
        "mat",
        slab(full, deep, 0.012, 0.03 * w, 0.003)
        .rotate(x=90)
        .move(0.1 * w if v.tower and not retro else 0.0, 0.006, front),
        "dark",
    )
    y0 = 0.011
    d.add("keyboard", board.move(0, y0, front + 0.32 * w), "case", group="keyboard")
    d.add("keys", field.move(0, y0, front + 0.32 * w), "key", group="keyboard")
    if v.mouse:
        d.add(
            "mouse",
            union(sphere(0.055 * w, 0.045 * w, 0.09 * w) & box(w, w, w).move(y=0.5 * w)).move(
                0.54 * w, y0, front + 0.32 * w
            ),
            "case",
            group="mouse",
        )
        d.add(
            "mouse_wheel",
            cylinder(0.016 * w, 0.012 * w).rotate(z=90).move(0.54 * w, y0 + 0.036 * w, front + 0.275 * w),
            "dark",
            group="mouse",
        )
    if retro:
        bw, bh, bd = 0.88 * w, 0.2 * w, 0.7 * w
        d.add("case", box(bw, bh, bd, 0.02 * w).move(0, y0 + bh / 2 - 0.002, -0.12 * w), "case")
        for k in (0, 1):
            d.add(
                f"drive_{k + 1}",
                union(
                    box(0.3 * w, 0.06 * w, 0.02 * w, 0.004 * w),
                    box(0.22 * w, 0.01 * w, 0.03 * w),
                    box(0.04 * w, 0.018 * w, 0.04 * w).move(0.1 * w, -0.018 * w),
                ).move(0.2 * w, y0 + bh * (0.3 + 0.4 * k), 0.23 * w),
                "dark" if k else "metal",
                group="drives",
            )
        d.add(
            "vents",
            union(
                *(
                    box(0.014 * w, 0.1 * w, 0.02 * w).move(-0.34 * w + 0.04 * w * k, y0 + 0.5 * bh, 0.228 * w)
                    for k in range(6)
                )
            ),
            "dark",
        )
        mw, mh = 0.72 * w, 0.6 * w
        y = y0 + bh + 0.06 * w + mh / 2
        d.add("neck", cylinder(0.2 * w, 0.12 * w).move(0, y0 + bh + 0.03 * w, -0.1 * w), "case")
        d.add(
            "monitor",
            union(
                difference(
                    extrude(rounded_rectangle(mw, mh, 0.05 * w), 0.3 * w, bevel=0.02 * w),
                    slab(0.8 * mw, 0.76 * mh, 0.1 * w, 0.05 * w, 0).move(0, 0.03 * mh, 0.15 * w),
                ),
                extrude(rounded_rectangle(0.9 * mw, 0.9 * mh, 0.05 * w), 0.3 * w, taper=1.4)
                .scale(0.72, 0.72, 1)
                .move(z=-0.25 * w),
            ).move(0, y, -0.02 * w),
            "case",
        )
        d.add(
            "screen",
            (sphere(0.55 * mw, 0.55 * mh, 0.06 * w) & slab(0.82 * mw, 0.78 * mh, w, 0.05 * w, 0)).move(
                0, y + 0.03 * mh, 0.075 * w
            ),
            "screen",
        )
        lines = [
            box((0.4 - 0.09 * (k % 3)) * mw, 0.03 * mh, 0.01 * w).move(
                (-0.12 - 0.045 * (k % 3)) * mw, (0.24 - 0.085 * k) * mh, 0
            )
            for k in range(5)
        ]
        d.add("content", union(*lines).move(0, y + 0.03 * mh, 0.123 * w), "light")
        d.add("light", box(0.03 * w, 0.014 * w, 0.02 * w).move(0.28 * w, y - 0.43 * mh, 0.128 * w), "light")
        d.point("top", (0, y + mh / 2, 0), size=mw)
        return d
    h = v.ratio * w
    y = y0 + 0.2 * w + h / 2
    d.add("monitor", slab(w, h, 0.03, 0.01 * w, 0.008).move(0, y, 0), "case")
    d.add(
        "stand",
        union(
            cylinder(0.17 * w, 0.014, bevel=0.004).move(y=y0 + 0.004),
            box(0.08 * w, 0.35 * w, 0.02, 0.005).move(0, y0 + 0.16 * w, -0.018),
        ),
        "metal",
    )
    d.add("screen", box(0.96 * w, h - 0.05 * w, 0.008).move(0, y + 0.008 * w, 0.013), "screen")
    if v.windows:
        d.add("content", windows(0.95 * w, h - 0.06 * w, 0.004, v.windows).move(0, y + 0.008 * w, 0.017), "content")
    if v.tower:
        th, tw, td = v.tower_height, 0.38 * v.tower_height + 0.02, 0.9 * w
        x = 0.55 * w + tw / 2 + 0.05 * w
        d.add(
            "tower", box(tw, th, 0.7 * td, 0.012).move(x, th / 2 + y0 - 0.002, front - 0.2 * w), "case", group="tower"
        )
        zf = front - 0.2 * w + 0.35 * td
        d.add("tower_front", box(0.9 * tw, 0.95 * th, 0.012, 0.004).move(x, th / 2 + y0, zf), "dark", group="tower")
        for i in range(v.fans):
            fy = y0 + th * (0.5 + (i - (v.fans - 1) / 2) * 0.3)
            q = min(0.36 * tw, 0.13 * th)
            d.add(
                f"fan_{i + 1}",
                union(
                    torus(q, 0.012 * w).rotate(x=90),
                    *(box(0.3 * q, 0.85 * q, 0.008).rotate(y=25).move(y=0.45 * q).rotate(z=72 * k) for k in range(5)),
                    cylinder(0.28 * q, 0.02).rotate(x=90),
                ).move(x, fy, zf + 0.006),
                "light" if v.lights else "metal",
                group="fans",
            )
        d.add("power", cylinder(0.012, 0.012).rotate(x=90).move(x + 0.32 * tw, y0 + 0.93 * th, zf + 0.003), "light")
    d.point("top", (0, y + h / 2, 0), size=w)
    return d


@family(
    "smartphone",
    "electronics",
    nouns={
        "phone": {},
        "mobile phone": {},
        "cell phone": {},
        "cellphone": {},
        "iphone": {},
        "tablet": {"kind": "tablet"},
        "ipad": {"kind": "tablet"},
        "mobile": {},
        "handy": {},
        "telephone": {"kind": "classic"},
        "old phone": {"kind": "classic"},
        "rotary phone": {"kind": "classic"},
    },
    parameters=(
        Choice("kind", ("phone", "tablet", "classic")),
        Real("height", 0.15, 0.13, 0.17),
        Real("ratio", 0.48, 0.45, 0.54, unit="", about="width over height"),
        Real("thickness", 0.009, 0.008, 0.012),
        Real("corner", 0.14, 0.06, 0.2, unit=""),
        Whole("lenses", 3, 1, 4),
        Whole("icons", 16, 8, 20),
        Real("bezel", 0.03, 0.02, 0.06, unit=""),
        Choice("notch", ("pill", "bar", "dot")),
        Flag("stand", 0.3),
    ),
    slots={
        "case": ("paint:#23252a", "paint:#b8c4d0", "gold", "paint:#3f5a8a", "paint:#c8485a"),
        "screen": SCREEN[:2] + SCREEN[3:],
        "icon": ("paint:#f6f8fa", "glow:#ffe8a0"),
        "lens": ("dark glass",),
        "dark": ("paint:#101215",),
        "metal": ("chrome", "brass"),
        "body": ("paint:#b3241f", "paint:#1d1f22", "paint:#ece4d0", "paint:#3f8a7a"),
    },
    words={"stand": {"stand": True}, "icons": {"icons": 16}, "rotary": {"kind": "classic"}},
    paints={"display": "screen", "apps": "icon", "dial": "metal"},
    height=(0.1, 0.28),
)
def smartphone(v: Values) -> Draft:
    """Upright, its screen to the front; a tablet; or a telephone with a dial."""
    if v.kind == "classic":
        s = 0.2 * v.height / 0.15
        d = Draft(extent=1.25 * s)
        side: list[Point2] = [
            (-0.42 * s, 0),
            (0.46 * s, 0),
            (0.48 * s, 0.1 * s),
            (0.2 * s, 0.45 * s),
            (0.12 * s, 0.62 * s),
            (-0.3 * s, 0.62 * s),
            (-0.4 * s, 0.4 * s),
        ]
        d.add("body", extrude([(-x, y) for x, y in side], 0.78 * s, bevel=0.04 * s, smooth=False).rotate(y=90), "body")
        tilt = math.degrees(math.atan2(0.35, 0.28))
        mid = (0.0, 0.28 * s, 0.345 * s)
        dial = union(cylinder(0.24 * s, 0.05 * s, bevel=0.01 * s), *())
        d.add(
            "dial",
            difference(
                dial,
                *(
                    cylinder(0.032 * s, 0.1 * s).move(0.17 * s * math.cos(a), 0.05 * s, 0.17 * s * math.sin(a))
                    for a in [0.5 * i + 0.2 for i in range(10)]
                ),
            )
            .rotate(x=90 - tilt + 0)
            .move(*mid),
            "metal",
        )
        d.add("dial_hub", cylinder(0.09 * s, 0.07 * s, bevel=0.01 * s).rotate(x=90 - tilt).move(*mid), "icon")
        for k, name in ((1, "cradle_left"), (-1, "cradle_right")):
            d.add(
                name,
                union(box(0.1 * s, 0.2 * s, 0.3 * s, 0.03 * s)).move(k * 0.27 * s, 0.66 * s, -0.09 * s),
                "body",
                group="cradle",
            )
        hand = sweep(
            [
                (-0.52 * s, 0.78 * s, -0.09 * s),
                (-0.3 * s, 0.88 * s, -0.09 * s),
                (0.3 * s, 0.88 * s, -0.09 * s),
                (0.52 * s, 0.78 * s, -0.09 * s),
            ],
            [0.07 * s, 0.075 * s, 0.075 * s, 0.07 * s],
        )
        cups = [
            lathe([(0.12 * s, 0), (0.14 * s, 0.06 * s), (0.1 * s, 0.15 * s), (0, 0.18 * s)]).move(
                k * 0.5 * s, 0.66 * s, -0.09 * s
            )
            for k in (1, -1)
        ]
        d.add("handset", union(hand, *cups), "body")
        cord = [
            (-0.5 * s - 0.05 * s * math.cos(1.2 * i), (0.62 - 0.025 * i) * s, 0.02 * s * math.sin(1.2 * i) - 0.09 * s)
            for i in range(22)
        ]
        d.add(
            "cord",
            sweep([(-0.52 * s, 0.7 * s, -0.09 * s), *cord, (-0.36 * s, 0.06 * s, -0.05 * s)], 0.012 * s, sides=6),
            "dark",
        )
        d.point("top", (0, 0.95 * s, 0), size=s)
        return d
    h = v.height * (1.6 if v.kind == "tablet" else 1.0)
    w = h * (0.72 if v.kind == "tablet" else v.ratio)
    t = v.thickness
    d = Draft(extent=h)
    c = v.corner * w * (0.4 if v.kind == "tablet" else 1.0)
    b = v.bezel * w + 0.002
    parts: list[tuple[str, Node, str]] = [
        ("case", slab(w, h, t, c, 0.25 * t), "case"),
        ("bezel", slab(0.975 * w, 0.987 * h, 0.002, 0.95 * c, 0).move(z=0.5 * t), "dark"),
        ("screen", slab(w - 2 * b, h - 2 * b, 0.002, 0.8 * c, 0).move(z=0.5 * t + 0.0006), "screen"),
    ]
    cell = (w - 2 * b) / 4.6
    icon = extrude(rounded_rectangle(0.66 * cell, 0.66 * cell, 0.18 * cell, 3), 0.0016)
    cells = [
        icon.move((i % 4 - 1.5) * cell * 1.04, 0.34 * h - (i // 4) * cell * 1.16, 0.5 * t + 0.0013)
        for i in range(v.icons)
    ]
    dock = [icon.move((i - 1.5) * cell * 1.04, -0.5 * h + b + 0.8 * cell, 0.5 * t + 0.0013) for i in range(4)]
    parts.append(("icons", union(*cells, *dock), "icon"))
    notch = {"pill": (0.22, 0.028, 0.014), "bar": (0.42, 0.022, 0.008), "dot": (0.05, 0.024, 0.012)}[v.notch]
    parts.append(
        (
            "notch",
            extrude(rounded_rectangle(notch[0] * w, notch[1] * h, notch[2] * h), 0.0016).move(
                0, 0.5 * h - b - 0.022 * h, 0.5 * t + 0.0014
            ),
            "dark",
        )
    )
    parts.append(
        (
            "buttons",
            union(
                box(0.0025, 0.1 * h, 0.4 * t, 0.0008).move(0.5 * w, 0.16 * h),
                box(0.0025, 0.06 * h, 0.4 * t, 0.0008).move(-0.5 * w, 0.24 * h),
                box(0.0025, 0.06 * h, 0.4 * t, 0.0008).move(-0.5 * w, 0.16 * h),
            ),
            "metal",
        )
    )
    q = 0.085 * min(w, 0.09) / 0.075 * 0.075 / 1.0
    bump = 0.5 * w if v.kind == "phone" else 0.25 * w
    parts.append(
        (
            "camera",
            slab(bump, bump, 0.3 * t, 0.25 * bump, 0.08 * t).move(0.44 * w - bump / 2, 0.46 * h - bump / 2, -0.55 * t),
            "case",
        )
    )
    spots = [(0.24, 0.24), (-0.24, -0.24), (0.24, -0.24), (-0.24, 0.24)][: v.lenses]
    parts.append(
        (
            "lenses",
            union(
                *(
                    cylinder(0.19 * bump, 0.3 * t, bevel=0.06 * t)
                    .rotate(x=90)
                    .move(0.44 * w - bump / 2 + x * bump, 0.46 * h - bump / 2 + y * bump, -0.72 * t)
                    for x, y in spots
                )
            ),
            "lens",
        )
    )
    lean = -18.0 if v.stand else 0.0
    for name, solid, slot in parts:
        d.add(name, solid.move(y=h / 2).rotate(x=lean).move(y=0.016 if v.stand else 0.0), slot)
    if v.stand:
        d.add(
            "stand",
            union(
                box(0.8 * w, 0.012, 0.5 * h, 0.003).move(0, 0.006, -0.06 * h),
                box(0.8 * w, 0.03, 0.006, 0.002).move(0, 0.014, 0.5 * t + 0.006),
                box(0.5 * w, 0.55 * h, 0.008, 0.002)
                .move(0, 0.27 * h, -0.12 * h - t)
                .rotate(x=-16)
                .move(y=0.045 * h, z=0.085 * h),
            ),
            "metal",
        )
    _ = (q, capsule, torus)
    d.point("top", (0, h, 0), size=w)
    d.point("grip", (0, 0.35 * h, 0), size=w)
    return d


@family(
    "handheld console",
    "electronics",
    nouns={
        "game boy": {"kind": "upright"},
        "gameboy": {"kind": "upright"},
        "handheld game": {},
        "portable console": {"kind": "wide"},
        "game console": {"kind": "wide"},
        "video game console": {"kind": "wide"},
        "gaming console": {"kind": "wide"},
    },
    parameters=(
        Choice("kind", ("upright", "wide")),
        Real("height", 0.15, 0.13, 0.17),
        Real("ratio", 0.61, 0.56, 0.68, unit=""),
        Real("thickness", 0.028, 0.022, 0.034),
        Real("corner", 0.12, 0.06, 0.2, unit=""),
        Whole("buttons", 2, 2, 4),
        Whole("slots", 6, 4, 8, about="of the loudspeaker"),
        Flag("stripes", 0.6),
        Flag("cartridge", 0.6),
        Flag("screws", 0.5),
    ),
    slots={
        "body": ("paint:#d0ccc0", "paint:#8a5ac0", "paint:#e8c03a", "paint:#3f9ab0", "paint:#2a2c30"),
        "screen": ("glow:#9ac03a", "glow:#5fb0e0", "glow:#e0d88a"),
        "bezel": ("paint:#3a3d48",),
        "button": ("paint:#a81e50", "paint:#e8304a", "paint:#2f6ac0"),
        "pad": ("paint:#1c1e22",),
        "pixel": ("paint:#25351a",),
        "left": ("paint:#e84a4a", "paint:#3f9ad8"),
        "right": ("paint:#3fb8e0", "paint:#e0a03a"),
    },
    words={"buttons": {"buttons": 4}, "cartridge": {"cartridge": True}},
    paints={"buttons": "button", "display": "screen"},
    height=(0.07, 0.19),
)
def handheld_console(v: Values) -> Draft:
    """Upright with a small screen above the pad, or a wide one with grips in two colours."""
    t = v.thickness
    if v.kind == "wide":
        h, w = 0.62 * v.height, 1.5 * v.height
        d = Draft(extent=w)
        y = h / 2
        d.add("body", slab(0.7 * w, h, 0.7 * t, 0.02 * w, 0.1 * t).move(y=y), "pad")
        d.add("screen", box(0.56 * w, 0.76 * h, 0.006).move(0, y, 0.34 * t), "screen")
        for s, name in ((1, "right"), (-1, "left")):
            grip = union(
                slab(0.2 * w, h, 0.8 * t, 0.09 * w, 0.15 * t).move(s * 0.41 * w, 0, 0),
                box(0.1 * w, h, 0.8 * t, 0.12 * t).move(s * 0.37 * w, 0, 0),
            )
            d.add(f"grip_{name}", grip.move(y=y), name, group="grips")
            sy = 0.2 * h if s < 0 else -0.18 * h
            d.add(
                f"stick_{name}",
                union(
                    cylinder(0.032 * w, 0.2 * t).rotate(x=90),
                    lathe(
                        [
                            (0.02 * w, 0),
                            (0.02 * w, 0.25 * t),
                            (0.036 * w, 0.32 * t),
                            (0.03 * w, 0.42 * t),
                            (0, 0.36 * t),
                        ]
                    ).rotate(x=90),
                ).move(s * 0.415 * w, y + sy, 0.42 * t),
                "pad",
                group="sticks",
            )
            by = -sy
            if s > 0 or v.stripes:
                d.add(
                    f"buttons_{name}",
                    union(
                        *(
                            cylinder(0.014 * w, 0.2 * t, bevel=0.03 * t)
                            .rotate(x=90)
                            .move(0.027 * w * math.cos(k * math.pi / 2), 0.027 * w * math.sin(k * math.pi / 2), 0)
                            for k in range(4)
                        )
                    ).move(s * 0.415 * w, y + by, 0.42 * t),
                    "button" if s > 0 else "pad",
                    group="buttons",
                )
            else:
                d.add(
                    f"buttons_{name}",
                    union(
                        box(0.07 * w, 0.024 * w, 0.2 * t, 0.03 * t), box(0.024 * w, 0.07 * w, 0.2 * t, 0.03 * t)
                    ).move(s * 0.415 * w, y + by, 0.42 * t),
                    "pad",
                    group="buttons",
                )
            d.add(
                f"trigger_{name}",
                box(0.12 * w, 0.03 * h, 0.5 * t, 0.05 * t).move(s * 0.4 * w, y + 0.5 * h, -0.1 * t),
                "pad",
                group="triggers",
            )
        d.add(
            "content",
            union(
                box(0.5 * w, 0.06 * h, 0.003).move(0, -0.3 * h),
                box(0.12 * w, 0.06 * h, 0.003).move(0.1 * w, -0.12 * h),
                box(0.1 * w, 0.06 * h, 0.003).move(-0.12 * w, 0.05 * h),
                box(0.03 * w, 0.09 * h, 0.003).move(-0.12 * w, 0.12 * h),
                cylinder(0.03 * w, 0.003).rotate(x=90).move(0.2 * w, 0.25 * h),
            ).move(0, y, 0.34 * t + 0.0035),
            "pixel",
        )
        d.point("top", (0, h, 0), size=w)
        return d
    h = v.height
    w = v.ratio * h
    d = Draft(extent=h)
    c = v.corner * w
    y = h / 2
    d.add(
        "body",
        union(slab(w, h, t, c, 0.1 * t), box(0.84 * w, 0.4 * h, 0.4 * t, 0.1 * t).move(0, -0.2 * h, -0.45 * t)).move(
            y=y
        ),
        "body",
    )
    d.add("bezel", slab(0.84 * w, 0.4 * h, 0.006, 0.06 * w, 0.001).move(0, y + 0.22 * h, 0.5 * t - 0.001), "bezel")
    d.add("screen", box(0.56 * w, 0.31 * h, 0.006).move(0, y + 0.22 * h, 0.5 * t + 0.0005), "screen")
    blocks = [(-3, -3, 7, 1), (-2, -2, 2, 1), (1, -2, 1, 1), (2, 0, 2, 1), (-1, 2, 1, 2), (-3, 0, 1, 1)]
    u = 0.07 * w
    d.add(
        "content",
        union(
            *(box(a * u, b * u, 0.003).move((x + a / 2) * u - 0.0 * u, (q + b / 2) * u, 0) for x, q, a, b in blocks)
        ).move(0, y + 0.21 * h, 0.5 * t + 0.0038),
        "pixel",
    )
    if v.stripes:
        d.add(
            "stripes",
            union(
                *(
                    box(0.74 * w, 0.006 * h, 0.003).move(
                        0, y + (0.4 + 0.014 * k - 0.003) * h - 0.0 * h, 0.5 * t + 0.002
                    )
                    for k in (0,)
                ),
                box(0.08 * w, 0.03 * h, 0.003).move(-0.35 * w, y + 0.24 * h, 0.5 * t + 0.002),
            ),
            "button",
        )
    d.add(
        "pad",
        union(box(0.3 * w, 0.1 * w, 0.008, 0.002), box(0.1 * w, 0.3 * w, 0.008, 0.002)).move(
            -0.27 * w, y - 0.15 * h, 0.5 * t + 0.001
        ),
        "pad",
    )
    for i in range(v.buttons):
        a = math.radians(25 + 180 * i if v.buttons < 3 else 25 + 360 * i / v.buttons)
        d.add(
            f"button_{i + 1}",
            cylinder(0.075 * w if v.buttons < 3 else 0.06 * w, 0.01, bevel=0.002)
            .rotate(x=90)
            .move(0.26 * w + 0.11 * w * math.cos(a), y - 0.14 * h + 0.11 * w * math.sin(a), 0.5 * t + 0.001),
            "button",
            group="buttons",
        )
    d.add(
        "start",
        union(*(capsule(0.022 * w, 0.12 * w).rotate(z=-65).move(x * w, y - 0.33 * h, 0.5 * t) for x in (-0.14, 0.06))),
        "pad",
        group="buttons",
    )
    d.add(
        "speaker",
        union(
            *(
                box(0.016 * w, 0.16 * w, 0.003)
                .rotate(z=-28)
                .move((0.18 + 0.05 * (k - 1)) * w, y - (0.42 - 0.004 * k) * h, 0.5 * t + 0.0005)
                for k in range(min(v.slots, 6))
            )
        ),
        "bezel",
    )
    if v.cartridge:
        d.add("cartridge", union(box(0.76 * w, 0.12 * h, 0.3 * t, 0.05 * t)).move(0, h - 0.04 * h, -0.3 * t), "bezel")
    if v.screws:
        d.add(
            "screws",
            union(
                *(
                    cylinder(0.03 * w, 0.006).rotate(x=90).move(s * 0.4 * w, y + q * 0.43 * h, -0.5 * t)
                    for s in (1, -1)
                    for q in (1,)
                )
            ),
            "pad",
        )
    d.point("top", (0, h, 0), size=w)
    d.point("grip", (0, 0.3 * h, 0), size=w)
    return d


@family(
    "arcade machine",
    "electronics",
    nouns=("arcade cabinet", "arcade", "arcade game", "video game machine", "slot machine", "game machine"),
    parameters=(
        Real("height", 1.75, 1.55, 1.95),
        Real("width", 0.64, 0.56, 0.76),
        Real("depth", 0.74, 0.64, 0.84),
        Real("panel", 0.95, 0.86, 1.04, about="height of the controls"),
        Whole("joysticks", 2, 1, 2),
        Whole("buttons", 4, 2, 6, about="for each player"),
        Choice("title", ("ARCADE", "PLAY", "GAME", "STAR", "PIXEL")),
        Flag("coins", 0.85, about="coin door"),
        Flag("speaker", 0.7),
        Flag("invaders", 0.7),
    ),
    slots={
        "case": ("paint:#24305f", "paint:#1d1f26", "paint:#8a1f3a", "paint:#2f6a5a", "paint:#5a2a7a"),
        "screen": ("glow:#1f3fa0", "glow:#3a1a6a", "glow:#104a3a"),
        "trim": ("paint:#f0b82a", "chrome", "paint:#e8304a"),
        "marquee": ("glow:#ffd84a", "glow:#ff5a8a", "glow:#5ae0ff"),
        "letter": ("paint:#1a1530", "paint:#c8202a"),
        "button": ("paint:#e8304a", "glow:#ffe03a", "glow:#4aff8a"),
        "dark": ("paint:#121318",),
        "pixel": ("glow:#7aff6a", "glow:#ffef5a", "glow:#ff7ac8"),
    },
    words={"joystick": {"joysticks": 1}, "buttons": {"buttons": 6}, "coins": {"coins": True}},
    paints={"buttons": "button", "joysticks": "button", "sign": "marquee", "display": "screen", "cabinet": "case"},
    height=(1.45, 2.05),
)
def arcade_machine(v: Values) -> Draft:
    """Two side walls of the typical outline, with screen, controls and lit title between them."""
    h, w, z = v.height, v.width, v.depth
    p = v.panel
    d = Draft(extent=h)
    f, b = z / 2, -z / 2
    outline: list[Point2] = [
        (b, 0),
        (0.62 * f, 0),
        (0.62 * f, p - 0.22),
        (f, p - 0.1),
        (f, p),
        (0.42 * f, p + 0.1),
        (0.1 * f, p + 0.5 * (h - p)),
        (0.62 * f, h - 0.2),
        (0.62 * f, h),
        (b, h),
    ]
    side = extrude([(-x, y) for x, y in outline], 0.03, bevel=0.006).rotate(y=90)
    for s, name in ((1, "side_left"), (-1, "side_right")):
        d.add(name, side.move(x=s * (w / 2 - 0.015)), "case", group="sides")
    edge = sweep([(0, y, x) for x, y in outline], 0.011, smooth=False, closed=True, sides=8)
    d.add("trim", edge.move(x=w / 2 - 0.006).mirrored("x"), "trim")
    inset = 0.035
    body: list[Point2] = [
        (b + 0.02, 0.06),
        (0.62 * f - inset, 0.06),
        (0.62 * f - inset, p - 0.22),
        (f - inset, p - 0.11),
        (f - 0.02, p - 0.02),
        (0.42 * f, p + 0.07),
        (0.1 * f - inset, p + 0.5 * (h - p)),
        (0.62 * f - 0.06, h - 0.21),
        (0.62 * f - 0.06, h - 0.02),
        (b + 0.02, h - 0.02),
    ]
    d.add("body", extrude([(-x, y) for x, y in body], w - 0.04).rotate(y=90), "dark")
    # The slanted screen.
    x0, y0, x1, y1 = 0.42 * f, p + 0.07, 0.1 * f - inset, p + 0.5 * (h - p)
    lean = math.degrees(math.atan2(x0 - x1, y1 - y0))
    long = math.hypot(x0 - x1, y1 - y0)
    mid = (0.0, (y0 + y1) / 2, (x0 + x1) / 2)
    d.add("screen", slab(0.76 * w, 0.86 * long, 0.02, 0.03, 0.004).rotate(x=-lean).move(*mid), "screen")
    if v.invaders:
        u = 0.026 * w
        shape = ((-1, 1), (0, 1), (1, 1), (-2, 0), (-1, 0), (1, 0), (2, 0), (-2, -1), (0, -1), (2, -1), (0, 0))
        alien = union(*(box(1.04 * u, 1.04 * u, 0.008).move(a * u, q * u, 0) for a, q in shape))
        field = union(
            *(alien.move((i - 1) * 7.2 * u, (2.2 + 4 * j) * u, 0) for i in range(3) for j in range(2)),
            box(3 * u, 1.2 * u, 0.008).move(2 * u, -6 * u),
            box(u, u, 0.008).move(2 * u, -5 * u),
        )
        d.add("invaders", field.move(z=0.013).rotate(x=-lean).move(*mid), "pixel")
    d.add("marquee", box(w - 0.07, 0.15, 0.03, 0.006).move(0, h - 0.11, 0.62 * f - 0.05), "marquee")
    size = min(0.09, 0.9 * w / (0.75 * len(v.title)) * 0.9)
    d.add("title", letters(v.title, size, 0.012).move(0, h - 0.11, 0.62 * f - 0.032), "letter")
    # The control panel slopes from the screen to the front.
    tilt = math.degrees(math.atan2(0.09, f - 0.02 - 0.42 * f))
    ax, ay = (f - 0.02 + 0.42 * f) / 2, (p - 0.02 + p + 0.07) / 2
    for i in range(v.joysticks):
        x = (-0.3 if i == 0 else 0.08) * w if v.joysticks == 2 else -0.24 * w
        stick = union(cylinder(0.022, 0.016), cylinder(0.007, 0.08).move(y=0.04), sphere(0.02).move(y=0.085))
        d.add(f"joystick_{i + 1}", stick.rotate(x=tilt).move(x, ay, ax), "button", group="joysticks")
        caps = [
            union(cylinder(0.017, 0.022, bevel=0.004)).move(x + 0.1 * w + 0.042 * (k % 3), 0, -0.02 + 0.045 * (k // 3))
            for k in range(v.buttons)
        ]
        d.add(
            f"buttons_{i + 1}",
            union(*caps).move(-x, 0, 0).rotate(x=tilt).move(x, ay + 0.004, ax),
            "button",
            group="buttons",
        )
    if v.coins:
        zf = 0.62 * f - inset
        d.add(
            "coin_door",
            union(
                box(0.42 * w, 0.3, 0.02, 0.006),
                *(box(0.08 * w, 0.12, 0.03, 0.004).move(s * 0.1 * w, 0.04) for s in (1, -1)),
            ).move(0, 0.42 * p, zf),
            "trim",
        )
        d.add(
            "coin_slots",
            union(*(box(0.012, 0.05, 0.02).move(s * 0.1 * w, 0.42 * p + 0.05, zf + 0.013) for s in (1, -1))),
            "marquee",
        )
    if v.speaker:
        d.add(
            "speaker",
            union(
                *(
                    box(0.16 * w, 0.01, 0.02).move(s * 0.24 * w, h - 0.245 - 0.022 * k, 0.62 * f - 0.09 - 0.02 * k)
                    for s in (1, -1)
                    for k in range(4)
                )
            ),
            "trim",
        )
    d.add("base", box(w - 0.06, 0.08, 0.8 * z, 0.01).move(0, 0.04, -0.08 * z), "dark")
    d.point("top", (0, h, 0), size=w)
    d.point("front", (0, p, f), size=w)
    return d
