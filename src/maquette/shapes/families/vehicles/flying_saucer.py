"""Flying saucer: a lens with a dome and a ring of lights, on thin legs."""

from __future__ import annotations

from maquette.shapes.api import box, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across


@family(
    "flying saucer",
    "vehicle",
    nouns={
        "ufo": {},
        "alien ship": {},
        "alien spaceship": {},
        "saucer": {},
        "mothership": {"radius": 5.5, "lights": 20},
    },
    parameters=(
        Real("radius", 3.2, 2.6, 5.5),
        Real("height", 1.2, 0.9, 1.7, about="of the disc"),
        Real("dome", 0.42, 0.32, 0.55, unit="", about="radius of the dome, share"),
        Real("dome_height", 0.9, 0.6, 1.2, unit=""),
        Whole("lights", 12, 6, 20),
        Whole("legs", 3, 3, 5),
        Whole("ribs", 8, 0, 16),
        Whole("antennas", 1, 0, 3),
        Flag("beam", 0.2),
        Flag("ring", 0.6),
        Flag("ramp", 0.3),
    ),
    slots={
        "hull": ("steel", "panels", "paint:#7f8f9c", "titanium", "paint:#5a7a6a"),
        "dome": ("glow:#7fe8c8", "glass", "glow:#9ad0ff", "dark glass"),
        "trim": ("gunmetal", "chrome", "copper"),
        "light": ("glow:#ffd23a", "glow:#5affc0", "glow:#ff5a4a", "glow:#5ab8ff"),
        "leg": ("gunmetal", "steel"),
        "beam": ("glow:#b8ffd8",),
    },
    words={"beam": {"beam": True}, "dome": {}, "ramp": {"ramp": True}, "antenna": {"antennas": 1}},
    paints={"body": "hull", "lights": "light", "cockpit": "dome", "legs": "leg"},
    height=(2.0, 8.0),
)
def flying_saucer(v: Values) -> Draft:
    """A lens with a dome and a ring of lights, on thin legs."""
    r, t = v.radius, v.height
    d = Draft(extent=2 * r)
    y = 0.55 * t + 1.1 + (0.9 if v.beam else 0)
    disc = lathe(
        [
            (0.0, -0.5 * t),
            (0.38 * r, -0.46 * t),
            (0.62 * r, -0.26 * t),
            (0.96 * r, -0.04 * t),
            (r, 0.03 * t),
            (0.95 * r, 0.1 * t),
            (0.66 * r, 0.28 * t),
            (0.45 * r, 0.46 * t),
            (0.0, 0.48 * t),
        ]
    )
    d.add("hull", disc.move(y=y), "hull")
    dr = v.dome * r
    d.add(
        "dome",
        sphere(dr, dr * v.dome_height, dr).move(y=y + 0.4 * t) - box(9 * r, 4, 9 * r).move(y=y - 2 + 0.1 * t),
        "dome",
    )
    d.add("dome_rim", torus(1.02 * dr, 0.07 * dr).move(y=y + 0.45 * t), "trim")
    lamp = sphere(0.075 * r, 0.06 * r, 0.075 * r).move(x=0.8 * r, y=y + 0.2 * t)
    d.add("lights", lamp.around(v.lights), "light")
    under = sphere(0.06 * r, 0.05 * r, 0.06 * r).move(x=0.5 * r, y=y - 0.38 * t)
    d.add("lights_below", under.around(max(6, v.lights // 2)), "light")
    d.add("reactor", lathe([(0.14 * r, -0.68 * t), (0.26 * r, -0.6 * t), (0.3 * r, -0.4 * t)]).move(y=y), "trim")
    if not v.beam:
        d.add("reactor_glow", sphere(0.15 * r, 0.1 * t, 0.15 * r).move(y=y - 0.66 * t), "light")
    if v.ring:
        d.add("ring", torus(0.99 * r, 0.05 * r).move(y=y + 0.03 * t), "trim")
    if v.ribs:
        d.add(
            "ribs",
            sweep(
                [(0.46 * r, y + 0.46 * t, 0), (0.66 * r, y + 0.29 * t, 0), (0.94 * r, y + 0.11 * t, 0)],
                0.022 * r,
                smooth=False,
            )
            .around(v.ribs)
            .rotate(y=180 / v.lights),
            "trim",
        )
    foot = union(
        sweep([(0.45 * r, y - 0.36 * t, 0), (0.68 * r, 0.12, 0)], 0.032 * r),
        lathe([(0.11 * r, 0), (0.11 * r, 0.05), (0.05 * r, 0.16)]).move(x=0.68 * r),
    )
    d.add("legs", foot.around(v.legs).rotate(y=-90 if v.legs % 2 else 45), "leg")
    if v.beam:
        d.add("beam", lathe([(0.42 * r, 0.0), (0.16 * r, y - 0.62 * t)]), "beam")
    top = y + 0.4 * t + dr * v.dome_height
    for i in range(v.antennas):
        lean = (i - (v.antennas - 1) / 2) * 0.5 * dr
        d.add(
            f"antenna_{i + 1}",
            union(
                sweep([(0.4 * lean, top - 0.25 * dr, 0), (1.2 * lean, top + 0.5, 0)], 0.016 * r),
                sphere(0.035 * r).move(1.2 * lean, top + 0.52, 0),
            ),
            "trim",
            group="antennas",
        )
    if v.ramp:
        d.add(
            "ramp",
            across([(0.35 * r, y - 0.42 * t), (0.98 * r, 0.0), (1.0 * r, 0.06), (0.42 * r, y - 0.34 * t)], 0.36 * r),
            "trim",
        )
    d.point("top", (0, top, 0), size=dr)
    d.point("seat", (0, y + 0.4 * t, 0))
    return d
