"""Tractors."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across, frustum
from maquette.shapes.sub.wheels import add_wheel


@family(
    "tractor",
    "vehicle",
    nouns={"farm tractor": {}, "old tractor": {"cabin": False}, "bulldozer": {"blade": True}, "plough tractor": {}},
    parameters=(
        Real("length", 3.6, 3.2, 4.2),
        Real("width", 1.9, 1.7, 2.2),
        Real("height", 2.6, 2.4, 2.9),
        Real("wheel_radius", 0.85, 0.72, 0.95, about="of the rear wheels"),
        Real("front_wheel_radius", 0.48, 0.4, 0.6),
        Whole("lugs", 18, 12, 24),
        Choice("hood", ("square", "round")),
        Flag("cabin", 0.65),
        Flag("exhaust", 0.85),
        Flag("beacon", 0.4),
        Flag("blade", 0.2),
    ),
    slots={
        "body": ("paint:#2f7d34", "paint:#c8322a", "paint:#2a62a8", "paint:#e09a22"),
        "tyre": ("rubber",),
        "rim": ("paint:#e8c52e", "paint:#e9e4d4", "paint:#c23128"),
        "trim": ("gunmetal", "cast iron"),
        "glass": ("dark glass", "glass"),
        "seat": ("leather:#26221f",),
        "headlight": ("glow:#fff6d8",),
        "beacon": ("glow:#ff9a1e",),
        "blade": ("steel", "paint:#d9a52a"),
    },
    words={
        "cabin": {"cabin": True},
        "cab": {"cabin": True},
        "exhaust": {"exhaust": True},
        "beacon": {"beacon": True},
        "blade": {"blade": True},
        "shovel": {"blade": True},
    },
    paints={"hood": "body", "wheels": "rim", "tyres": "tyre", "tires": "tyre", "exhaust": "trim", "windows": "glass"},
    height=(1.7, 3.4),
)
def tractor(v: Values) -> Draft:
    """A slim hood before a cabin between two great wheels."""
    d = Draft(extent=v.length)
    big, small, w = v.wheel_radius, v.front_wheel_radius, v.width / 2
    back, front = -v.length / 2 + big, v.length / 2 - small - (0.1 if v.blade else 0)
    for s, name in ((1, "left"), (-1, "right")):
        add_wheel(d, f"wheel_rear_{name}", (s * (w - 0.24), big, back), big, 0.46, spokes=6, tread=v.lugs)
        add_wheel(d, f"wheel_front_{name}", (s * (w - 0.26), small, front), small, 0.28, spokes=5, tread=v.lugs)
    base, top = 0.72, 1.42
    nose = front + 0.3
    if v.hood == "round":
        hood = cylinder(0.36, nose - back - 0.6, bevel=0.12).rotate(x=90).scale(0.95, 1, 1).move(
            y=top - 0.36, z=(nose + back + 0.6) / 2
        ) + box(0.66, 0.4, nose - back - 0.6, 0.05).move(y=base + 0.12, z=(nose + back + 0.6) / 2 - 0.02)
    else:
        hood = across(
            [(back + 0.6, base), (back + 0.6, top + 0.05), (nose - 0.08, top - 0.06), (nose, top - 0.14), (nose, base)],
            0.7,
            0.06,
        )
    d.add("hood", hood, "body")
    d.add(
        "grille",
        box(0.5, 0.5, 0.1, 0.03).move(y=base + 0.3, z=nose)
        + box(0.54, 0.035, 0.06).move(y=base + 0.12, z=nose + 0.04).repeat(5, y=0.09),
        "trim",
    )
    d.add("vents", box(0.73, 0.05, 0.5, 0.01).move(y=base + 0.28, z=nose - 0.6).repeat(3, y=0.1), "trim")
    axle = cylinder(0.09, 2 * w - 0.4).rotate(z=90)
    d.add(
        "chassis",
        union(
            box(0.5, 0.36, v.length - big - small, 0.05).move(y=0.6, z=(front + back) / 2),
            axle.move(y=small, z=front),
            box(0.3, 0.3, 0.3, 0.03).move(y=small + 0.1, z=front),
            cylinder(0.15, 2 * w - 0.4).rotate(z=90).move(y=big, z=back),
            box(0.7, 0.5, 0.7, 0.08).move(y=big - 0.05, z=back),
            box(0.12, 0.14, 0.4).move(y=big - 0.1, z=back - 0.45),
        ),
        "trim",
    )
    fender = (
        cylinder(1.12 * big, 0.5, bevel=0.04).rotate(z=90)
        - cylinder(1.07 * big, 9).rotate(z=90)
        - box(9, 9, 9).move(y=-4.5 + 0.2 * big)
        - box(9, 9, 9).move(z=-4.5 - 0.6 * big)
    )
    d.add(
        "fenders",
        (
            fender.move(x=w - 0.26, y=big, z=back)
            + box(0.5, 0.5, 0.06).move(x=w - 0.42, y=big + 0.2, z=back + 1.05 * big)
        ).mirrored(),
        "body",
    )
    d.add("floor", box(2 * w - 0.7, 0.08, 1.0, 0.02).move(y=0.86, z=back + 0.55), "trim")
    seat_y = 1.2
    d.add(
        "seat",
        union(
            box(0.5, 0.12, 0.46, 0.05).move(y=seat_y, z=back + 0.05),
            box(0.48, 0.5, 0.12, 0.05).rotate(x=-8).move(y=seat_y + 0.28, z=back - 0.18),
            box(0.3, 0.4, 0.3).move(y=seat_y - 0.22, z=back + 0.02),
        ),
        "seat",
    )
    d.add(
        "steering_wheel",
        union(
            cylinder(0.19, 0.035, bevel=0.01).rotate(x=55).move(y=seat_y + 0.4, z=back + 0.52),
            sweep([(0, seat_y + 0.4, back + 0.52), (0, seat_y + 0.1, back + 0.75)], 0.03),
        ),
        "trim",
    )
    if v.cabin:
        y0, y1 = 1.0, v.height
        z0, z1 = back - 0.3, back + 0.78
        block = frustum(y0, (z0 - 0.03, z1), w - 0.5, y1 - 0.1, (z0 - 0.1, z1 - 0.12), w - 0.54)
        holes = union(
            box(9, y1 - 1.62, z1 - z0 - 0.3, 0.1).move(y=(y1 + 1.35) / 2, z=(z0 + z1) / 2 - 0.03),
            box(2 * w - 1.22, y1 - 1.7, 9, 0.08).move(y=(y1 + 1.4) / 2),
        )
        d.add(
            "cabin",
            (
                block
                - frustum(y0 - 1, (z0 + 0.04, z1 - 0.06), w - 0.56, y1 - 0.16, (z0 - 0.03, z1 - 0.19), w - 0.6)
                - holes
            )
            + box(2 * w - 1.1, 0.06, 0.1).move(y=y0, z=z1 - 0.05),
            "body",
        )
        d.add(
            "windows",
            frustum(y0 + 0.1, (z0, z1 - 0.035), w - 0.53, y1 - 0.12, (z0 - 0.06, z1 - 0.15), w - 0.57)
            - frustum(y0, (z0 + 0.05, z1 - 0.075), w - 0.57, y1 - 0.0, (z0 - 0.02, z1 - 0.2), w - 0.61),
            "glass",
        )
        d.add("roof", box(2 * w - 0.86, 0.13, z1 - z0 + 0.22, 0.06).move(y=y1 - 0.06, z=(z0 + z1) / 2 - 0.05), "body")
    else:
        y1 = seat_y + 0.55
        d.add(
            "roll_bar",
            sweep(
                [
                    (0.32, big, back - 0.25),
                    (0.32, v.height - 0.3, back - 0.4),
                    (-0.32, v.height - 0.3, back - 0.4),
                    (-0.32, big, back - 0.25),
                ],
                0.04,
                smooth=False,
            ),
            "trim",
        )
    if v.exhaust:
        d.add(
            "exhaust",
            lathe([(0.04, 1.2), (0.04, 1.6), (0.075, 1.65), (0.075, 1.95), (0.04, 2.0), (0.04, 2.3)]).move(
                x=0.2, z=nose - 0.5
            ),
            "trim",
        )
    if v.beacon:
        d.add(
            "beacon",
            cylinder(0.08, 0.16, 0.06, bevel=0.02).move(x=0.3, y=y1 + 0.06, z=back)
            if v.cabin
            else cylinder(0.08, 0.16, 0.06, bevel=0.02).move(y=v.height - 0.25, z=back - 0.4),
            "beacon",
        )
    d.add(
        "headlights",
        cylinder(0.1, 0.12, bevel=0.02).rotate(x=90).move(x=0.37, y=base + 0.44, z=nose - 0.05).mirrored(),
        "headlight",
    )
    if v.blade:
        plate = across(
            [
                (0.0, 0.05),
                (-0.14, 0.3),
                (-0.12, 0.6),
                (0.02, 0.85),
                (-0.05, 0.86),
                (-0.2, 0.6),
                (-0.22, 0.3),
                (-0.1, 0.05),
            ],
            2 * w + 0.1,
        )
        arms = box(0.1, 0.14, 1.2, 0.02).move(x=0.33, y=0.5, z=v.length / 2 - 0.45).mirrored()
        d.add("blade", union(plate.move(z=v.length / 2 + 0.2), arms), "blade")
    d.point("top", (0, v.height if v.cabin else seat_y + 0.6, back), size=w)
    d.point("seat", (0, seat_y + 0.06, back + 0.05), size=0.4)
    return d
