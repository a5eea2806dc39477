"""Tractors and tanks."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, hull, lathe, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
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


@family(
    "tank",
    "vehicle",
    nouns={
        "battle tank": {},
        "army tank": {},
        "panzer": {"turret": "angular"},
        "light tank": {"length": 4.8},
        "armoured vehicle": {},
    },
    parameters=(
        Real("length", 5.8, 4.6, 6.8),
        Real("width", 3.1, 2.7, 3.5),
        Real("height", 2.2, 2.0, 2.5),
        Real("gun_length", 3.4, 2.4, 4.4),
        Real("gun_radius", 0.1, 0.08, 0.14),
        Whole("wheels", 6, 5, 8, about="on each side"),
        Choice("turret", ("round", "angular")),
        Flag("skirts", 0.4),
        Flag("muzzle", 0.6),
        Flag("machine_gun", 0.6),
        Flag("antenna", 0.6),
        Flag("barrels", 0.4),
    ),
    slots={
        "hull": ("paint:#5a6340", "paint:#6f6a4a", "paint:#b59a68", "paint:#59636b", "paint:#46573f"),
        "track": ("cast iron",),
        "wheel": ("paint:#4c5436", "gunmetal"),
        "trim": ("gunmetal",),
        "headlight": ("glow:#fff2cf",),
        "wood": ("wood",),
    },
    words={"skirts": {"skirts": True}, "machine gun": {"machine_gun": True}, "antenna": {"antenna": True}},
    paints={"turret": "hull", "body": "hull", "gun": "trim", "cannon": "trim", "tracks": "track", "wheels": "wheel"},
    height=(1.8, 4.2),
)
def tank(v: Values) -> Draft:
    """Hull between tracks, a turret with a gun."""
    d = Draft(extent=v.length + 0.5 * v.gun_length)
    half, w = v.length / 2, v.width / 2
    tw, th = 0.21 * v.width, 0.44 * v.height
    shape = [
        (-half, 0.52 * th),
        (-half + 0.1, 0.85 * th),
        (-half + 0.35, th),
        (half - 0.35, th),
        (half - 0.05, 0.85 * th),
        (half, 0.6 * th),
        (half - 0.75, 0.04),
        (half - 0.95, 0),
        (-half + 0.85, 0),
        (-half + 0.65, 0.05),
    ]
    inner = [(z * 0.972, 0.5 * th + (y - 0.5 * th) * 0.86) for z, y in shape]
    belt = across(shape, tw) - across(inner, tw * 1.2)
    n = 18
    pads = union(
        box(tw * 1.04, 0.08, 0.16, 0.01).move(z=-half + 0.95).repeat(n, z=(v.length - 1.9) / (n - 1)).move(y=0.03),
        box(tw * 1.04, 0.07, 0.16, 0.01).move(z=-half + 0.5).repeat(n, z=(v.length - 1.0) / (n - 1)).move(y=th - 0.012),
    )
    d.add("track_left", (belt + pads).move(x=w - tw / 2), "track", group="tracks")
    d.add("track_right", (belt + pads).move(x=-w + tw / 2), "track", group="tracks")
    span = v.length - 2.0
    r = min(0.36 * th, 0.49 * span / (v.wheels - 1))
    wheel = union(
        cylinder(r, 0.8 * tw, bevel=0.03), cylinder(0.72 * r, 0.9 * tw), cylinder(0.3 * r, 1.02 * tw, bevel=0.03)
    ).rotate(z=90)
    idler = union(cylinder(0.3 * th, 0.7 * tw, bevel=0.03), cylinder(0.12 * th, 0.9 * tw)).rotate(z=90)
    places: list[Node] = [wheel.move(y=r + 0.06, z=-half + 1.0 + span * i / (v.wheels - 1)) for i in range(v.wheels)]
    for s, side in ((1, "left"), (-1, "right")):
        for i, place in enumerate(
            [*places, idler.move(y=0.6 * th, z=half - 0.42), idler.move(y=0.6 * th, z=-half + 0.42)]
        ):
            d.add(f"wheel_{side}_{i + 1}", place.move(x=s * (w - tw / 2)), "wheel", group="wheels")
    deck = 0.66 * v.height
    hull_shape = [
        (-half + 0.1, 0.7 * th),
        (-half + 0.05, deck - 0.12),
        (-half + 0.3, deck),
        (0.3 * half, deck),
        (half - 0.1, 0.86 * th),
        (half + 0.05, 0.62 * th),
        (half - 0.7, 0.25 * th),
        (-half + 0.6, 0.25 * th),
    ]
    d.add(
        "hull",
        union(
            across(hull_shape, 2 * (w - tw) + 0.06, 0.04),
            across(
                [
                    (-half + 0.05, th - 0.06),
                    (-half + 0.05, deck - 0.14),
                    (-half + 0.3, deck - 0.03),
                    (0.3 * half, deck - 0.03),
                    (half - 0.15, th + 0.02),
                    (half - 0.15, th - 0.06),
                ],
                2 * w - 0.1,
                0.03,
            ),
        ),
        "hull",
    )
    d.add("fenders", box(tw + 0.04, 0.05, v.length + 0.06, 0.015).move(x=w - tw / 2, y=th + 0.05).mirrored(), "hull")
    if v.skirts:
        d.add(
            "skirts",
            box(0.05, 0.42 * th, (v.length - 1.1) / 4 - 0.03, 0.015)
            .move(x=w + 0.02, y=0.86 * th, z=-half + 0.55 + (v.length - 1.1) / 8)
            .repeat(4, z=(v.length - 1.1) / 4)
            .mirrored(),
            "hull",
        )
    ty, top, tz = deck - 0.04, v.height, -0.08 * v.length
    tr = 0.8 * (w - 0.4)
    if v.turret == "round":
        turret = lathe(
            [
                (1.0 * tr, 0),
                (1.04 * tr, 0.25 * (top - ty)),
                (0.86 * tr, 0.72 * (top - ty)),
                (0.55 * tr, top - ty),
                (0, top - ty + 0.01),
            ],
            smooth=True,
        ).scale(1, 1, 1.18)
    else:
        a, c = 0.0, top - ty
        turret = hull(
            [
                (s * x * tr, y, z * tr)
                for s in (1, -1)
                for x, y, z in (
                    (0.95, a, -1.25),
                    (1.12, a, 0.2),
                    (0.5, a, 1.35),
                    (0.95, 0.4 * c, -1.45),
                    (1.2, 0.35 * c, 0.2),
                    (0.55, 0.4 * c, 1.45),
                    (0.75, c, -1.2),
                    (0.85, c, 0.1),
                    (0.42, c, 0.75),
                )
            ]
        )
    d.add("turret", turret.move(y=ty, z=tz), "hull")
    gy, gz = ty + 0.42 * (top - ty), tz + 1.05 * tr
    g = v.gun_radius
    profile = [
        (1.35 * g, -0.5),
        (1.35 * g, 0.5),
        (g, 0.6),
        (0.9 * g, 0.55 * v.gun_length),
        (1.35 * g, 0.56 * v.gun_length),
        (1.35 * g, 0.68 * v.gun_length),
        (0.9 * g, 0.69 * v.gun_length),
        (0.82 * g, v.gun_length),
    ]
    if v.muzzle:
        profile += [(1.5 * g, v.gun_length), (1.5 * g, v.gun_length + 0.32)]
    gun = lathe(profile) - cylinder(0.55 * g, 0.8).move(y=v.gun_length + 0.32)
    d.add("gun", gun.rotate(x=90 - 3).move(y=gy, z=gz), "trim")
    d.add("mantlet", box(5.5 * g, 4.6 * g, 0.5, 0.08).move(y=gy, z=gz + 0.12), "hull")
    hatch = cylinder(0.3, 0.14, 0.26, bevel=0.03).move(y=top + 0.03)
    d.add(
        "hatches",
        union(
            hatch.move(x=0.36 * tr, z=tz - 0.3 * tr),
            cylinder(0.24, 0.1, bevel=0.02).move(x=-0.38 * tr, y=top, z=tz - 0.2 * tr),
            cylinder(0.22, 0.1, bevel=0.02).move(x=0.4, y=deck, z=0.22 * half),
        ),
        "hull",
    )
    d.add("periscope", box(0.16, 0.16, 0.12, 0.02).move(x=0.36 * tr, y=top + 0.1, z=tz - 0.02 * tr), "trim")
    d.add(
        "exhausts",
        cylinder(0.12, 0.8, bevel=0.03).rotate(x=90).move(x=0.5 * w, y=deck - 0.02, z=-half + 0.25).mirrored(),
        "trim",
    )
    d.add("vents", box(0.9 * w, 0.07, 0.08).move(y=deck + 0.01, z=-half + 0.6).repeat(5, z=0.17), "trim")
    d.add(
        "headlights",
        cylinder(0.11, 0.2, bevel=0.02).rotate(x=90).move(x=w - 0.4 * tw, y=th + 0.16, z=half - 0.22).mirrored(),
        "headlight",
    )
    d.add(
        "tool_box", box(0.8 * tw, 0.3, 0.9, 0.03).move(x=w - 0.5 * tw, y=deck + 0.06, z=-0.5 * half).mirrored(), "hull"
    )
    if v.machine_gun:
        d.add(
            "machine_gun",
            union(
                cylinder(0.035, 0.95).rotate(x=90).move(y=0.34, z=0.4),
                box(0.12, 0.16, 0.5, 0.02).move(y=0.32, z=-0.1),
                cylinder(0.045, 0.4).move(y=0.14),
                box(0.16, 0.14, 0.2, 0.02).move(x=0.12, y=0.28),
            ).move(x=0.36 * tr, y=top, z=tz - 0.3 * tr),
            "trim",
        )
    if v.antenna:
        d.add(
            "antenna",
            sweep([(0, -0.1, 0), (0, 0.7, 0), (0, 1.5, -0.14)], [0.03, 0.022, 0.018], sides=6).move(
                x=-0.6 * tr, y=top - 0.15, z=tz - 0.7 * tr
            )
            + cylinder(0.06, 0.3).move(x=-0.6 * tr, y=top - 0.2, z=tz - 0.7 * tr),
            "trim",
        )
    if v.barrels:
        d.add(
            "barrels",
            cylinder(0.26, 0.9, bevel=0.03).rotate(z=90).move(x=0.52, y=deck - 0.1, z=-half - 0.12).mirrored()
            + box(1.6, 0.12, 0.3).move(y=deck - 0.25, z=-half + 0.05),
            "hull",
        )
    d.add("tow_bar", box(0.5, 0.08, 0.14, 0.02).move(y=0.74 * th, z=half - 0.02), "trim")
    d.point("top", (0, top, tz), size=tr)
    d.point("seat", (0.36 * tr, top, tz - 0.3 * tr))
    return d
