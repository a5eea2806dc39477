"""Helicopter: an egg with a tail boom under a rotor."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.aircraft import gear
from maquette.shapes.sub.hulls import along_z, oval, wing


@family(
    "helicopter",
    "vehicle",
    nouns={
        "chopper helicopter": {},
        "attack helicopter": {"rockets": True},
        "rescue helicopter": {"stripes": True},
        "military helicopter": {"rockets": True},
    },
    parameters=(
        Real("length", 4.2, 3.6, 5.2, about="of the cabin"),
        Real("width", 1.7, 1.5, 2.1),
        Real("height", 1.7, 1.5, 2.0),
        Real("tail_length", 4.6, 3.8, 5.6),
        Real("rotor_radius", 4.8, 4.0, 5.8),
        Whole("blades", 4, 2, 5),
        Choice("gear", ("skids", "wheels")),
        Choice("nose", ("bubble", "long")),
        Flag("rockets", 0.25),
        Flag("stripes", 0.6),
        Flag("lamp", 0.6),
    ),
    slots={
        "body": ("paint:#c8382c", "paint:#e2b02e", "paint:#2c65a0", "paint:#5d6845", "paint:#eceae4"),
        "stripe": ("paint:#f2f0ea", "paint:#20242a", "paint:#e39a25"),
        "glass": ("dark glass",),
        "rotor": ("gunmetal", "plastic:#2c2e33"),
        "metal": ("steel",),
        "tyre": ("rubber",),
        "lamp": ("glow:#fff2cf",),
    },
    words={
        "skids": {"gear": "skids"},
        "wheels": {"gear": "wheels"},
        "rockets": {"rockets": True},
        "stripes": {"stripes": True},
        "lamp": {"lamp": True},
    },
    paints={
        "cockpit": "glass",
        "windows": "glass",
        "rotors": "rotor",
        "blades": "rotor",
        "tail": "body",
        "skids": "metal",
    },
    height=(2.4, 4.8),
)
def helicopter(v: Values) -> Draft:
    """An egg with a tail boom under a rotor."""
    half, w, h = v.length / 2, v.width / 2, v.height / 2
    d = Draft(extent=max(2 * v.rotor_radius, half + v.tail_length))
    y = h + 0.75
    nose = 1.25 if v.nose == "long" else 1.0
    body = along_z(
        [
            (oval(0.3 * w, 0.3 * h, y + 0.4 * h), -1.05 * half),
            (oval(0.75 * w, 0.8 * h, y + 0.15 * h), -0.7 * half),
            (oval(w, h, y, 2.5), -0.15 * half),
            (oval(0.98 * w, 0.97 * h, y, 2.4), 0.3 * half),
            (oval(0.72 * w, 0.72 * h, y - 0.16 * h), 0.75 * half),
            (oval(0.35 * w, 0.36 * h, y - 0.35 * h), 0.96 * half * nose),
            (oval(0.05, 0.05, y - 0.4 * h), 1.03 * half * nose),
        ]
    )
    d.add("body", body, "body")
    skin = body.move(y=-y).scale(1.02, 1.02, 1.012).move(y=y)
    front = skin & box(9, 1.15 * h, 9).move(y=y + 0.4 * h, z=4.5 + 0.42 * half)
    d.add("windscreen", front - box(0.07, 9, 9), "glass")
    doors = box(9, 0.85 * h, 0.42 * half, 0.08).move(y=y + 0.28 * h, z=0.15 * half) + box(
        9, 0.8 * h, 0.4 * half, 0.08
    ).move(y=y + 0.28 * h, z=-0.36 * half)
    d.add("windows", (skin & doors) - box(1.4 * w, 9, 9), "glass")
    z1 = -0.8 * half - v.tail_length
    boom = along_z([(oval(0.13, 0.16, y + 0.62 * h), z1), (oval(0.4 * w, 0.36 * h, y + 0.4 * h), -0.75 * half)], False)
    d.add(
        "tail",
        union(
            boom,
            wing(1.25, 0.7, 0.4, 0.13, 0.55).rotate(z=90).move(y=y + 0.6 * h, z=z1 + 0.3),
            wing(0.7, 0.5, 0.35, 0.1, 0.3).rotate(z=-90).move(y=y + 0.6 * h, z=z1 + 0.3),
            wing(0.9, 0.5, 0.36, 0.1, 0.1).move(y=y + 0.55 * h, z=z1 + 1.1).mirrored(),
        ),
        "body",
    )
    blade = sphere(0.62, 0.1, 0.03).rotate(z=0).move(x=0.4)
    d.add(
        "tail_rotor",
        union(cylinder(0.1, 0.3).rotate(z=90).move(x=-0.02), blade.around(4, "z").rotate(y=90).move(x=0.08)).move(
            x=0.14, y=y + 0.62 * h + 0.25, z=z1 + 0.15
        )
        + box(0.3, 0.2, 0.24).move(x=0.05, y=y + 0.62 * h + 0.2, z=z1 + 0.2),
        "rotor",
    )
    top = y + h
    d.add(
        "engine",
        union(
            sphere(0.62 * w, 0.42 * h, 0.62 * half).move(y=top, z=-0.25 * half),
            cylinder(0.16, 0.5, bevel=0.04).rotate(x=70).move(x=0.4 * w, y=top + 0.1, z=-0.72 * half).mirrored(),
        ),
        "body",
    )
    mast = top + 0.42 * h + 0.22
    d.add(
        "mast",
        union(
            cylinder(0.11, 0.8).move(y=mast - 0.3),
            cylinder(0.28, 0.12, bevel=0.03).move(y=mast),
            cylinder(0.18, 0.14).move(y=mast - 0.2),
        ).move(z=-0.05 * half),
        "metal",
    )
    arm = box(v.rotor_radius - 0.2, 0.045, 0.28, 0.02).move(x=v.rotor_radius / 2 + 0.1).bent(5, "x", "y").rotate(
        z=-5
    ).move(y=0.02) + box(0.7, 0.1, 0.12).move(x=0.4)
    d.add("rotor", arm.around(v.blades, "y").rotate(y=20).move(y=mast + 0.02, z=-0.05 * half), "rotor")
    x = 1.1 * w
    if v.gear == "skids":
        skid = sweep(
            [(x, 0.07, -0.85 * half), (x, 0.07, 0.55 * half), (x, 0.13, 0.75 * half), (x, 0.32, 0.9 * half)], 0.065
        )
        legs = [
            sweep([(0.5 * w, y - 0.75 * h, z * half), (0.85 * w, 0.42, z * half), (x, 0.1, z * half)], 0.055)
            for z in (-0.45, 0.3)
        ]
        d.add("skids", union(skid, *legs).mirrored(), "metal")
    else:
        side_strut, side_wheel = gear(0.5 * w, y - 0.6 * h, -0.35 * half, 0.26, 0.4 * w)
        nose_strut, nose_wheel = gear(0, y - 0.6 * h, 0.55 * half, 0.22, 0)
        d.add("gear", union(side_strut.mirrored(), nose_strut), "metal")
        d.add("wheels", union(side_wheel.mirrored(), nose_wheel), "tyre")
    if v.stripes:
        d.add(
            "stripes",
            (skin & box(9, 0.16 * h, 1.5 * half).move(y=y - 0.32 * h, z=-0.1 * half))
            - box(0.9 * w, 9, 9)
            + (
                boom.move(y=-y - 0.5 * h).scale(1.06, 1.06, 1).move(y=y + 0.5 * h)
                & box(9, 9, 0.4).move(y=y, z=0.55 * z1)
            ),
            "stripe",
        )
    if v.rockets:
        d.add(
            "rockets",
            union(
                *(
                    cylinder(0.09, 1.3, bevel=0.03).rotate(x=90).move(x + 0.22 + a, y - 0.5 * h + b, -0.1 * half)
                    for a in (-0.09, 0.09)
                    for b in (-0.09, 0.09)
                ),
                box(0.9 * w, 0.1, 0.5, 0.02).move(x=w + 0.05, y=y - 0.42 * h, z=-0.1 * half),
            ).mirrored(),
            "rotor",
        )
    if v.lamp:
        d.add("lamp", sphere(0.16, 0.13, 0.16).move(y=y - 0.78 * h, z=0.7 * half), "lamp")
    d.add(
        "antenna",
        torus(0.2, 0.03).rotate(x=90).move(y=y + 0.62 * h, z=-0.8 * half - 0.5 * v.tail_length)
        + box(0.06, 0.3, 0.06).move(y=y + 0.55 * h, z=-0.8 * half - 0.5 * v.tail_length),
        "metal",
    )
    d.point("top", (0, mast, 0), size=w)
    d.point("seat", (0.4 * w, y - 0.2 * h, 0.3 * half))
    return d
