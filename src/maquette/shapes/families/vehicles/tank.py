"""Tanks."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, hull, lathe, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import across


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
