"""Grandfather clock: base, waist with the pendulum, hood with the face."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.casework import add_cornice
from maquette.shapes.sub.clock_face import MARKS, add_face
from maquette.shapes.sub.palettes import CLOCK_PAINTS, CLOCK_SLOTS


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
        **CLOCK_SLOTS,
        "brass": ("brass", "gold"),
        "inside": ("paint:#2a1c14", "paint:#3a2a1c"),
    },
    words={"pendulum": {"glass": True}, "columns": {"columns": True}, "finials": {"finials": True}},
    paints=CLOCK_PAINTS | {"pendulum": "brass", "case": "body", "weights": "brass", "frame": "body"},
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
