"""Clocks: on the wall, on the bedside table, as tall as a person; hourglasses."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.casework import add_cornice
from maquette.shapes.sub.clock_face import MARKS, add_face
from maquette.shapes.sub.outlines import polygon, ring_of, rounded_rectangle
from maquette.shapes.sub.vessels import Vessel

FACES: dict[str, tuple[str, ...]] = {
    "face": ("paper", "ceramic", "paint:#f4ead0"),
    "mark": ("paint:#1f2226", "gunmetal", "paint:#5a3a1e"),
    "hand": ("paint:#15171a", "gunmetal"),
    "second": ("paint:#c0302a",),
}
FACE_PAINTS = {"hands": "hand", "numbers": "mark", "numerals": "mark", "dial": "face"}


@family(
    "clock",
    "household",
    nouns={
        "wall clock": {},
        "cuckoo clock": {"shape": "house", "pendulum": True},
        "kitchen clock": {"shape": "round"},
        "station clock": {"shape": "round", "marks": "bars"},
        "pendulum clock": {"pendulum": True},
    },
    parameters=(
        Real("radius", 0.15, 0.1, 0.22),
        Choice("shape", ("round", "square", "octagonal", "house", "sun")),
        Real("frame_width", 0.12, 0.07, 0.2, unit="", about="share of the radius"),
        Real("thickness", 0.04, 0.03, 0.06),
        Choice("marks", MARKS),
        Choice("hands", ("plain", "spade")),
        Real("hour", 10.15, 0, 12, unit="h", about="time shown"),
        Flag("seconds", 0.6),
        Flag("pendulum", 0.2),
        Whole("rays", 16, 12, 24),
    ),
    slots={
        "frame": ("walnut", "brass", "paint:#b8342a", "oak", "paint:#23405c", "gunmetal"),
        **FACES,
        "accent": ("gold", "brass"),
        "leaf": ("paint:#3f6f3a", "oak"),
    },
    words={
        "round": {"shape": "round"},
        "square": {"shape": "square"},
        "octagonal": {"shape": "octagonal"},
        "pendulum": {"pendulum": True},
        "sun": {"shape": "sun"},
    },
    paints=FACE_PAINTS | {"rim": "frame"},
    height=(0.18, 0.95),
)
def clock(v: Values) -> Draft:
    """A framed face; as a house with a gable, a pendulum and cones it is a cuckoo clock."""
    r, f, t = v.radius, v.frame_width * v.radius + 0.006, v.thickness
    drop = 1.1 * r if v.pendulum else 0.0
    out = {"round": r + f, "square": r + f, "octagonal": r + f, "house": 1.3 * r, "sun": 1.75 * r}[v.shape]
    y = out + max(0.0, drop - 0.02)
    d = Draft(extent=2 * out + drop)
    face = r
    if v.shape in ("round", "sun"):
        d.add(
            "frame",
            lathe(
                [(r + f, 0), (r + f, 0.6 * t), (r + 0.6 * f, t), (r + 0.1 * f, t), (r - 0.002, 0.72 * t), (0, 0.72 * t)]
            )
            .rotate(x=90)
            .move(y=y),
            "frame",
        )
        if v.shape == "sun":
            rays = [
                extrude(
                    [(-0.05 * r, 0.95 * r), (0.05 * r, 0.95 * r), (0.0, (1.75 if i % 2 == 0 else 1.45) * r)],
                    0.35 * t,
                    bevel=0.06 * t,
                )
                .rotate(z=-360 * i / v.rays)
                .move(y=y, z=0.4 * t)
                for i in range(v.rays)
            ]
            d.add("rays", union(*rays), "accent", group="rays")
    elif v.shape == "house":
        w = 1.15 * r
        face = 0.72 * r
        wall = [(-w, -1.25 * r), (w, -1.25 * r), (w, 0.75 * r), (0, 1.5 * r), (-w, 0.75 * r)]
        d.add("frame", extrude(wall, 2 * t, bevel=0.006).move(y=y, z=0), "frame")
        roof = [
            (-w - 0.2 * r, 0.62 * r),
            (0, 1.52 * r),
            (w + 0.2 * r, 0.62 * r),
            (w + 0.2 * r, 0.78 * r),
            (0, 1.7 * r),
            (-w - 0.2 * r, 0.78 * r),
        ]
        d.add("roof", extrude(roof, 2.6 * t, bevel=0.004).move(y=y - 0.04 * r, z=0.2 * t), "leaf")
        d.add("door", box(0.4 * r, 0.42 * r, 0.02, 0.004).move(y=y + 0.98 * r, z=t), "accent")
        d.add(
            "bird",
            union(
                sphere(0.11 * r, 0.1 * r, 0.14 * r).move(y=y + 0.95 * r, z=t + 0.1 * r),
                sphere(0.075 * r).move(y=y + 1.05 * r, z=t + 0.2 * r),
                cylinder(0.03 * r, 0.1 * r, top=0.002).rotate(x=90).move(y=y + 1.05 * r, z=t + 0.29 * r),
            ),
            "second",
        )
        d.add(
            "leaves",
            union(
                *(
                    sphere(0.24 * r, 0.1 * r, 0.02).rotate(z=k * a).move(k * x * r, y + b * r, t)
                    for k in (1, -1)
                    for a, x, b in ((40, 0.85, -0.95), (100, 1.0, -0.5), (70, 0.95, 0.35))
                )
            ),
            "leaf",
        )
        d.add("rim", torus(face, 0.05 * r).rotate(x=90).move(y=y - 0.1 * r, z=t), "accent")
    else:
        shape = (
            rounded_rectangle(2 * (r + f), 2 * (r + f), 0.12 * r, 5)
            if v.shape == "square"
            else polygon((r + f) / math.cos(math.pi / 8), 8, 22.5)
        )
        d.add(
            "frame",
            extrude(shape, t, bevel=0.2 * t).move(y=y, z=0.5 * t) - cylinder(r, t).rotate(x=90).move(y=y, z=1.22 * t),
            "frame",
        )
        d.add("rim", torus(r, 0.3 * f).rotate(x=90).move(y=y, z=t), "accent")
    z = t if v.shape == "house" else 0.72 * t
    add_face(
        d,
        face * (0.985 if v.shape == "house" else 1.008),
        (0, y - (0.1 * r if v.shape == "house" else 0), z),
        marks=v.marks,
        hour=v.hour,
        hands=v.hands,
        seconds=v.seconds,
    )
    if v.pendulum:
        low = 0.11 * r
        top = y - (1.15 if v.shape == "house" else 0.9) * r
        d.add(
            "pendulum",
            union(
                box(0.05 * r, top - low + 0.04, 0.012).move(y=(top + low) / 2 + 0.02),
                sphere(0.17 * r, 0.17 * r, 0.014).move(y=low + 0.06 * r),
            ).move(z=0.4 * t),
            "accent",
            group="pendulum",
        )
        if v.shape == "house":
            for name, s, long in (("weight_left", 1, 0.6), ("weight_right", -1, 0.3)):
                end = top - long * drop
                d.add(
                    name,
                    union(
                        cylinder(0.012 * r + 0.001, top - end + 0.05).move(y=(top + end) / 2 + 0.02),
                        capsule(0.07 * r, 0.28 * r, 0.04 * r).move(y=end),
                    ).move(s * 0.5 * r, 0, 0.3 * t),
                    "accent",
                    group="pendulum",
                )
    d.point("top", (0, y + out, 0), size=2 * r)
    return d


@family(
    "alarm clock",
    "household",
    nouns={
        "bedside clock": {},
        "digital clock": {"kind": "digital"},
        "clock radio": {"kind": "digital"},
        "table clock": {},
        "twin bell alarm clock": {"kind": "bells"},
    },
    parameters=(
        Choice("kind", ("bells", "digital", "square")),
        Real("radius", 0.055, 0.045, 0.07),
        Real("thickness", 0.05, 0.04, 0.065),
        Choice("marks", MARKS),
        Choice("hands", ("spade", "plain")),
        Real("hour", 7.0, 0, 12, unit="h", about="time shown"),
        Flag("seconds", 0.4),
        Flag("handle", 0.7),
        Real("bell_size", 0.45, 0.36, 0.55, unit="", about="share of the radius"),
        Whole("buttons", 3, 1, 5),
    ),
    slots={
        "body": ("paint:#c0392b", "paint:#2f8a86", "brass", "paint:#e8b23a", "chrome"),
        **FACES,
        "bell": ("brass", "chrome", "steel"),
        "feet": ("gunmetal", "brass", "rubber"),
        "digit": ("glow:#ff3a2a", "glow:#40ff90", "glow:#40c8ff"),
        "screen": ("screen",),
    },
    words={"bells": {"kind": "bells"}, "digital": {"kind": "digital"}, "handle": {"handle": True}},
    paints=FACE_PAINTS | {"bells": "bell", "numbers": "mark", "digits": "digit"},
    height=(0.05, 0.22),
)
def alarm_clock(v: Values) -> Draft:
    """Two bells and a hammer on a drum, or a wedge with shining digits."""
    r, t = v.radius, v.thickness
    d = Draft(extent=2.8 * r)
    if v.kind == "digital":
        w, h = 3.0 * r, 1.25 * r
        d.add(
            "body",
            extrude(rounded_rectangle(t * 1.3, h, 0.2 * h, 5), w, bevel=0.006).rotate(y=90).move(y=h / 2 + 0.004),
            "body",
        )
        z = 0.65 * t
        d.add("screen", box(0.86 * w, 0.62 * h, 0.014, 0.003).move(y=h / 2 + 0.004, z=z - 0.004), "screen")
        hour = int(v.hour) % 12 or 12
        digits = f"{hour:02d}{int(v.hour % 1 * 60):02d}"
        lit = {
            "0": "abcdef",
            "1": "bc",
            "2": "abged",
            "3": "abgcd",
            "4": "fgbc",
            "5": "afgcd",
            "6": "afgedc",
            "7": "abc",
            "8": "abcdefg",
            "9": "abcdfg",
        }
        n, wide, s = 0.36 * h, 0.105 * w, 0.05 * h
        where = {
            "a": (0, n / 2, wide, s),
            "g": (0, 0, wide, s),
            "d": (0, -n / 2, wide, s),
            "f": (-wide / 2, n / 4, s, n / 2),
            "b": (wide / 2, n / 4, s, n / 2),
            "e": (-wide / 2, -n / 4, s, n / 2),
            "c": (wide / 2, -n / 4, s, n / 2),
        }
        for i, digit in enumerate(digits):
            x = (-0.3, -0.13, 0.13, 0.3)[i] * w
            bars = [box(b[2] * 0.98, b[3] * 0.98, 0.005).move(x + b[0], b[1]) for b in (where[c] for c in lit[digit])]
            d.add(f"digit_{i + 1}", union(*bars).move(y=h / 2 + 0.004, z=z + 0.003), "digit", group="digits")
        d.add(
            "colon",
            union(*(box(s, s, 0.005).move(0, k * 0.09 * h) for k in (1, -1))).move(y=h / 2 + 0.004, z=z + 0.003),
            "digit",
            group="digits",
        )
        d.add(
            "buttons",
            union(
                *(
                    box(0.09 * w, 0.012, 0.014, 0.003).move((i - (v.buttons - 1) / 2) * 0.13 * w, h + 0.004, 0)
                    for i in range(v.buttons)
                )
            ),
            "feet",
            group="buttons",
        )
        d.add("feet", union(*(box(0.02, 0.01, 0.6 * t).move(s2 * 0.38 * w, 0.005, 0) for s2 in (1, -1))), "feet")
        d.point("top", (0, h, 0), size=w)
        return d
    y = r + 0.018
    if v.kind == "bells":
        d.add(
            "body",
            lathe(
                [
                    (0.9 * r, -t / 2),
                    (r, -0.42 * t),
                    (r, 0.42 * t),
                    (1.03 * r, 0.5 * t),
                    (0.94 * r, 0.54 * t),
                    (0.9 * r, 0.45 * t),
                    (0, 0.45 * t),
                ]
            )
            .rotate(x=90)
            .move(y=y),
            "body",
        )
        add_face(d, 0.91 * r, (0, y, 0.45 * t), marks=v.marks, hour=v.hour, hands=v.hands, seconds=v.seconds)
        b = v.bell_size * r
        for name, s in (("left", 1), ("right", -1)):
            bell = union(
                lathe([(b, 0), (b * 1.04, 0.1 * b), (0.85 * b, 0.5 * b), (0.4 * b, 0.78 * b), (0, 0.85 * b)]),
                sphere(0.16 * b).move(y=0.9 * b),
                cylinder(0.1 * b, 0.8 * b).move(y=-0.2 * b),
            )
            d.add(f"bell_{name}", bell.move(y=1.12 * r).rotate(z=-s * 34).move(y=y), "bell", group="bells")
            d.add(
                f"foot_{name}",
                cylinder(0.0055, 0.55 * r, top=0.009).move(y=-1.12 * r).rotate(z=s * 32).move(y=y),
                "feet",
                group="feet",
            )
        d.add(
            "hammer",
            union(
                cylinder(0.003, 0.4 * r).move(y=y + 1.12 * r),
                cylinder(0.009, 0.026, bevel=0.002).rotate(z=90).move(y=y + 1.3 * r),
            ),
            "feet",
        )
        if v.handle:
            top = y + 1.95 * r
            reach = 0.62 * r
            d.add(
                "handle",
                sweep(
                    [
                        (reach, y + 1.02 * r + 0.5 * b, 0),
                        (0.9 * reach, top - 0.1 * r, 0),
                        (0, top, 0),
                        (-0.9 * reach, top - 0.1 * r, 0),
                        (-reach, y + 1.02 * r + 0.5 * b, 0),
                    ],
                    0.0045,
                ),
                "feet",
            )
        lowest = y - 1.12 * r * math.cos(math.radians(32)) - 0.275 * r * math.cos(math.radians(32)) - 0.003
        d.parts[:] = [p.model_copy(update={"solid": p.solid.move(y=-lowest).as_solid()}) for p in d.parts]
        d.point("top", (0, y + 1.6 * r - lowest, 0), size=r)
        return d
    h = 2.3 * r
    d.add("body", extrude(rounded_rectangle(h, h, 0.3 * r, 6), t, bevel=0.008).move(y=h / 2 + 0.006), "body")
    d.add("rim", torus(0.95 * r, 0.05 * r).rotate(x=90).move(y=h / 2 + 0.006, z=t / 2), "bell")
    add_face(d, 0.95 * r, (0, h / 2 + 0.006, t / 2), marks=v.marks, hour=v.hour, hands=v.hands, seconds=v.seconds)
    d.add("button", box(0.8 * r, 0.018, 0.5 * t, 0.005).move(y=h + 0.008), "feet")
    d.add(
        "feet",
        union(*(sphere(0.01, 0.008, 0.01).move(s * 0.8 * r, 0.008, k * 0.3 * t) for s in (1, -1) for k in (1, -1))),
        "feet",
    )
    d.point("top", (0, h + 0.015, 0), size=r)
    return d


@family(
    "grandfather clock",
    "household",
    nouns=("longcase clock", "tall clock", "floor clock", "grandmother clock"),
    parameters=(
        Real("height", 2.0, 1.75, 2.3),
        Real("width", 0.5, 0.42, 0.6),
        Real("depth", 0.28, 0.24, 0.34),
        Real("waist", 0.72, 0.6, 0.85, unit="", about="width of the middle, share of the whole"),
        Choice("hood", ("arch", "flat", "gable", "swan")),
        Choice("marks", MARKS),
        Choice("hands", ("spade", "plain")),
        Real("hour", 10.15, 0, 12, unit="h", about="time shown"),
        Flag("glass", 0.7, about="door that shows the pendulum"),
        Flag("finials", 0.7),
        Flag("columns", 0.5),
        Whole("weights", 2, 1, 3),
    ),
    slots={
        "body": ("mahogany", "walnut", "oak", "paint:#2f4a44"),
        **FACES,
        "brass": ("brass", "gold"),
        "inside": ("paint:#2a1c14", "paint:#3a2a1c"),
    },
    words={"pendulum": {"glass": True}, "columns": {"columns": True}, "finials": {"finials": True}},
    paints=FACE_PAINTS | {"pendulum": "brass", "case": "body", "weights": "brass", "frame": "body"},
    height=(1.5, 2.7),
)
def grandfather_clock(v: Values) -> Draft:
    """Base, waist with the pendulum, hood with the face."""
    h, w, z = v.height, v.width, v.depth
    d = Draft(extent=h)
    b0, b1, b2 = 0.08, 0.24 * h, 0.72 * h
    d.add(
        "plinth",
        union(
            box(w + 0.03, b0, z + 0.03, 0.01).move(y=b0 / 2), box(w + 0.015, 0.03, z + 0.015, 0.008).move(y=b0 + 0.008)
        ),
        "body",
    )
    d.add("base", box(w - 0.01, b1 - b0 + 0.02, z - 0.01, 0.006).move(y=(b0 + b1) / 2), "body")
    d.add(
        "base_panel", box(0.7 * w, 0.62 * (b1 - b0), 0.02, 0.006).move(y=(b0 + b1) / 2 + 0.005, z=z / 2 - 0.004), "body"
    )
    waist, deep = v.waist * w, 0.86 * z
    d.add(
        "waist_trim",
        union(
            *(
                box(waist + 0.07 * (1 - abs(k - 0.5)), 0.03, deep + 0.04, 0.01).move(y=y, z=-0.005)
                for k, y in ((0.0, b1 + 0.015), (0.0, b2 - 0.012))
            )
        ),
        "body",
    )
    case = box(waist, b2 - b1 + 0.02, deep, 0.006).move(y=(b1 + b2) / 2)
    if v.glass:
        door_w, door_h, y = 0.66 * waist, 0.78 * (b2 - b1), (b1 + b2) / 2
        d.add("waist", case - box(door_w, door_h, 0.14, 0.004).move(y=y, z=deep / 2), "body")
        d.add("back_wall", box(door_w + 0.01, door_h + 0.01, 0.01).move(y=y, z=deep / 2 - 0.07), "inside")
        top = y + door_h / 2
        swing = 0.62 * door_h
        d.add(
            "pendulum",
            union(
                box(0.012, swing + 0.02, 0.008).move(y=top - swing / 2 + 0.005),
                cylinder(0.26 * door_w, 0.016, bevel=0.005).rotate(x=90).move(y=top - swing),
            ).move(z=deep / 2 - 0.062),
            "brass",
        )
        for i in range(v.weights):
            x = (i - (v.weights - 1) / 2) * 0.36 * door_w
            if v.weights % 2 and i == v.weights // 2 and v.weights > 1:
                continue
            long = 0.22 * door_h * (1 + 0.4 * i)
            d.add(
                f"weight_{i + 1}",
                union(
                    cylinder(0.006, long + 0.02).move(y=top - long / 2),
                    cylinder(0.02, 0.13, bevel=0.005).move(y=top - long - 0.05),
                ).move(x + (0.1 * door_w if v.weights == 1 else 0), 0, deep / 2 - 0.03),
                "brass",
                group="weights",
            )
        frame = box(door_w + 0.035, door_h + 0.035, 0.02, 0.005) - box(door_w - 0.01, door_h - 0.01, 0.1)
        d.add("door", frame.move(y=y, z=deep / 2 + 0.002), "body")
        d.add("door_knob", sphere(0.012).move(0.5 * door_w + 0.008, y, deep / 2 + 0.016), "brass")
    else:
        d.add("waist", case, "body")
        d.add("door", box(0.72 * waist, 0.82 * (b2 - b1), 0.024, 0.008).move(y=(b1 + b2) / 2, z=deep / 2), "body")
        d.add(
            "door_panel",
            box(0.52 * waist, 0.66 * (b2 - b1), 0.03, 0.008).move(y=(b1 + b2) / 2, z=deep / 2 + 0.004),
            "body",
        )
        d.add("door_knob", sphere(0.012).move(0.3 * waist, (b1 + b2) / 2, deep / 2 + 0.018), "brass")
    hood, top_y = h - b2, h
    d.add("hood", box(w, hood, z, 0.008).move(y=b2 + hood / 2), "body")
    d.add("hood_trim", box(w + 0.04, 0.035, z + 0.03, 0.012).move(y=b2 + 0.012), "body")
    r = min(0.4 * w, 0.4 * hood)
    fy = b2 + 0.035 + (hood - 0.035) / 2
    d.add("dial_plate", box(2.18 * r, 2.18 * r, 0.02, 0.004).move(y=fy, z=z / 2 - 0.003), "brass")
    add_face(d, r, (0, fy, z / 2 + 0.007), marks=v.marks, hour=v.hour, hands=v.hands)
    if v.columns:
        for name, s in (("column_left", 1), ("column_right", -1)):
            x = s * (w / 2 - 0.022)
            d.add(
                name,
                lathe(
                    [
                        (0.022, b2 + 0.02),
                        (0.022, b2 + 0.05),
                        (0.015, b2 + 0.06),
                        (0.013, h - 0.05),
                        (0.021, h - 0.035),
                        (0.021, h),
                    ]
                ).move(x, 0, z / 2 + 0.012),
                "brass",
                group="columns",
            )
    y = add_cornice(d, h, w, z, "body", 0.06)
    crown = {
        "arch": [(0.46 * w * math.cos(math.pi * i / 12), 0.2 * w * math.sin(math.pi * i / 12)) for i in range(13)],
        "gable": [(0.48 * w, 0.0), (0.48 * w, 0.02), (0, 0.26 * w), (-0.48 * w, 0.02), (-0.48 * w, 0.0)],
    }
    top_y = y
    if v.hood in crown:
        outline = [(a, q - 0.006) for a, q in crown[v.hood]]
        d.add("crown", extrude(outline, 0.7 * z, bevel=0.012).move(y=y, z=0.02), "body")
        top_y = y + (0.19 if v.hood == "arch" else 0.25) * w
    elif v.hood == "swan":
        for name, s in (("swan_left", 1), ("swan_right", -1)):
            curve = [
                (s * 0.46 * w, y - 0.005, 0.06),
                (s * 0.34 * w, y + 0.05 * w, 0.06),
                (s * 0.18 * w, y + 0.2 * w, 0.06),
                (s * 0.1 * w, y + 0.22 * w, 0.06),
            ]
            d.add(
                name,
                union(
                    sweep(curve, [0.03, 0.032, 0.026, 0.022]),
                    cylinder(0.035, 0.045, bevel=0.008).rotate(x=90).move(s * 0.1 * w, y + 0.22 * w, 0.06),
                    box(0.36 * w, 0.04, 0.05, 0.01).move(s * 0.27 * w, y + 0.012, 0.06),
                ),
                "body",
                group="crown",
            )
        top_y = y
    if v.finials:
        orb = lathe([(0.016, -0.01), (0.02, 0.01), (0.01, 0.02), (0.026, 0.045), (0.012, 0.075), (0.003, 0.11)])
        d.add("finial_middle", orb.move(y=top_y - 0.004), "brass", group="finials")
        if v.hood != "swan":
            for name, s in (("finial_left", 1), ("finial_right", -1)):
                d.add(name, orb.scale(0.85).move(s * (w / 2 - 0.02), y - 0.003, z / 2 - 0.04), "brass", group="finials")
    d.point("top", (0, top_y, 0), size=w)
    return d


@family(
    "hourglass",
    "household",
    nouns=("sand timer", "egg timer", "sandglass"),
    parameters=(
        Real("height", 0.22, 0.12, 0.34),
        Real("radius", 0.3, 0.24, 0.36, unit="", about="share of the height"),
        Real("neck", 0.1, 0.07, 0.16, unit="", about="share of the radius"),
        Whole("posts", 3, 3, 6),
        Choice("post", ("turned", "plain", "twisted")),
        Real("plate_thickness", 0.07, 0.05, 0.1, unit="", about="share of the height"),
        Choice("plate", ("round", "hexagonal", "square")),
        Real("run", 0.5, 0.15, 0.85, unit="", about="share of the sand that has run"),
        Flag("feet", 0.4),
    ),
    slots={
        "frame": ("walnut", "brass", "oak", "gold", "mahogany"),
        "glass": ("glass", "glass:#d5e6ea"),
        "sand": ("sand", "paint:#d8a040", "paint:#c0503a", "glow:#ffc860"),
    },
    words={"sand": {}},
    paints={"posts": "frame"},
    height=(0.1, 0.4),
)
def hourglass(v: Values) -> Draft:
    """Two bulbs between plates; the sand is seen as their lower parts."""
    h, r = v.height, v.radius * v.height
    d = Draft(extent=h)
    t, n = v.plate_thickness * h, v.neck * r
    mid, bulb = h / 2, 0.74 * r
    top = h - t + 0.004 * h
    half = [
        (0.85 * bulb, t - 0.004 * h),
        (bulb, t + 0.1 * h),
        (0.85 * bulb, t + 0.22 * h),
        (0.4 * bulb, mid - 0.07 * h),
        (n, mid),
    ]
    glass = [*half, *((a, h - y) for a, y in reversed(half[:-1]))]
    d.add("glass", lathe(glass, smooth=True), "glass")
    wall = Vessel.of(glass, 0.01 * h)
    level = t + (mid - t) * (0.2 + 0.55 * v.run)
    rows = [t + (level - t) * i / 10 for i in range(11)]
    d.add(
        "sand_low",
        lathe([(0, rows[0]), *((wall.radius(y) + 0.003 * h, y) for y in rows), (0, level)]),
        "sand",
        group="sand",
    )
    high = mid + 0.04 * h + (mid - t) * (0.15 + 0.45 * (1 - v.run))
    rows = [mid - 0.02 * h + (high - mid + 0.02 * h) * i / 10 for i in range(11)]
    d.add(
        "sand_high",
        lathe([(0, rows[0]), *((wall.radius(y) + 0.003 * h, y) for y in rows), (0, high)]),
        "sand",
        group="sand",
    )
    for name, y in (("plate_low", t / 2), ("plate_high", h - t / 2)):
        plate = (
            cylinder(r, t, bevel=0.2 * t)
            if v.plate == "round"
            else cylinder(1.08 * r, t, sides=6)
            if v.plate == "hexagonal"
            else box(1.9 * r, t, 1.9 * r, 0.15 * t)
        )
        d.add(name, plate.move(y=y), "frame", group="frame")
    for i, (x, z) in enumerate(ring_of(v.posts, 0.86 * r, 90)):
        q = 0.07 * r + 0.002
        tall = top - t
        if v.post == "turned":
            post = lathe(
                [
                    (q, 0),
                    (0.6 * q, 0.1 * tall),
                    (1.2 * q, 0.3 * tall),
                    (0.6 * q, 0.45 * tall),
                    (1.4 * q, 0.5 * tall),
                    (0.6 * q, 0.55 * tall),
                    (1.2 * q, 0.7 * tall),
                    (0.6 * q, 0.9 * tall),
                    (q, tall),
                ]
            )
        else:
            post = (
                cylinder(q, tall).move(y=tall / 2)
                if v.post == "plain"
                else extrude(rounded_rectangle(2 * q, 2 * q, 0.3 * q, 2), tall, twist=360)
                .rotate(x=-90)
                .move(y=tall / 2)
            )
        d.add(f"post_{i + 1}", post.move(x, t - 0.002 * h, z), "frame", group="posts")
    if v.feet:
        d.add("trim", union(*(torus(0.9 * bulb, 0.035 * r).move(y=y) for y in (t, h - t))), "frame")
    d.point("grip", (0, mid, 0), size=2 * n)
    d.point("top", (0, h, 0), size=2 * r)
    return d
