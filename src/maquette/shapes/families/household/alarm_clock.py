"""Alarm clock: two bells and a hammer on a drum, or a wedge with shining digits."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.clock_face import MARKS, add_face
from maquette.shapes.sub.outlines import rounded_rectangle
from maquette.shapes.sub.palettes import CLOCK_PAINTS, CLOCK_SLOTS


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
        **CLOCK_SLOTS,
        "bell": ("brass", "chrome", "steel"),
        "feet": ("gunmetal", "brass", "rubber"),
        "digit": ("glow:#ff3a2a", "glow:#40ff90", "glow:#40c8ff"),
        "screen": ("screen",),
    },
    words={"bells": {"kind": "bells"}, "digital": {"kind": "digital"}, "handle": {"handle": True}},
    paints=CLOCK_PAINTS | {"bells": "bell", "numbers": "mark", "digits": "digit"},
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
