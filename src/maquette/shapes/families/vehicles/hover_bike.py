"""Hover bike: a long body on glowing pads that rest on the ground, a saddle, steering vanes and jets."""

from __future__ import annotations

from maquette.shapes.api import bone as b
from maquette.shapes.api import box, cylinder, lathe, organic, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across, along_z, oval, wing


@family(
    "hover bike",
    "vehicle",
    nouns={
        "hoverbike": {},
        "sci-fi bike": {},
        "speeder": {},
        "speeder bike": {},
        "hovercraft": {"kind": "craft"},
        "landspeeder": {"kind": "craft"},
        "hover car": {"kind": "craft"},
        "flying car": {"kind": "craft"},
        "jet bike": {},
    },
    parameters=(
        Choice("kind", ("bike", "craft")),
        Real("length", 2.8, 2.4, 3.4),
        Real("width", 0.5, 0.42, 0.6),
        Real("height", 0.42, 0.3, 0.55, about="above the ground"),
        Real("seat_height", 0.45, 0.38, 0.55),
        Whole("engines", 2, 1, 3),
        Whole("pads", 4, 2, 6),
        Flag("fins", 0.7),
        Flag("guns", 0.4),
        Flag("windshield", 0.6),
        Flag("bags", 0.3),
    ),
    slots={
        "body": ("car paint:#c8402c", "car paint:#2a6aa8", "car paint:#e0902a", "panels", "car paint:#2c3036"),
        "trim": ("gunmetal", "titanium"),
        "seat": ("leather:#241f1d", "leather"),
        "glow": ("glow:#3fd0ff", "glow:#ff7a3a", "glow:#8affb0"),
        "glass": ("dark glass",),
        "metal": ("steel", "chrome"),
    },
    words={"fins": {"fins": True}, "guns": {"guns": True}, "windshield": {"windshield": True}, "bags": {"bags": True}},
    paints={"engines": "trim", "lights": "glow", "accents": "glow", "pads": "glow"},
    height=(0.8, 2.2),
)
def hover_bike(v: Values) -> Draft:
    """A long body on glowing pads that rest on the ground, a saddle, steering vanes and jets."""
    craft = v.kind == "craft"
    half, w = v.length / 2 * (1.3 if craft else 1.0), v.width / 2 * (2.6 if craft else 1.0)
    d = Draft(extent=2 * half)
    y, s = v.height + 0.2, v.seat_height
    rings = [
        (oval(0.7 * w, 0.22, y + 0.08, 2.6), -half),
        (oval(w, 0.3 if not craft else 0.34, y + 0.06, 2.6), -0.6 * half),
        (oval(0.8 * w if not craft else w, 0.22 if not craft else 0.34, y, 2.6), -0.05 * half),
        (oval(0.85 * w, 0.28, y + 0.06, 2.6), 0.4 * half),
        (oval(0.5 * w, 0.16, y, 2.3), 0.8 * half),
        (oval(0.12 * w, 0.05, y - 0.04), half),
    ]
    hull = along_z(rings)
    if craft:
        hull = hull - box(1.5 * w, 0.5, 0.62 * half, 0.08).move(y=y + 0.36, z=-0.12 * half)
    d.add("body", hull, "body")
    n = v.pads // 2
    for i in range(n):
        z = half * (-0.62 + 1.1 * i / max(n - 1, 1)) if n > 1 else 0.0
        pad = lathe([(0.2, 0.12), (0.24, 0.2), (0.16, v.height), (0.1, v.height + 0.12)])
        d.add(
            f"pads_{i + 1}",
            union(pad.move(x=0.72 * w), box(w, 0.1, 0.16).move(x=0.5 * w, y=v.height + 0.06)).move(z=z).mirrored(),
            "trim",
            group="pads",
        )
        d.add(
            f"pad_glow_{i + 1}",
            cylinder(0.2, 0.16, 0.17).move(x=0.72 * w, y=0.08, z=z).mirrored(),
            "glow",
            group="pads",
        )
    if n == 1:
        d.add("pads_rear", box(0.2, y, 0.3, 0.04).move(y=y / 2, z=-0.7 * half), "trim")
    top = y + s * 0.55
    if craft:
        chair = union(box(0.5 * w, 0.14, 0.5, 0.05), box(0.5 * w, 0.55, 0.14, 0.06).rotate(x=-10).move(y=0.28, z=-0.22))
        d.add("seats", chair.move(x=0.4 * w, y=y + 0.15, z=-0.16 * half).mirrored(), "seat")
    else:
        d.add(
            "seat",
            organic(
                [
                    b((0, top - 0.08, 0.02), (0, top - 0.04, -0.3), 0.13, 0.15),
                    b((0, top - 0.06, -0.3), (0, top + 0.04, -0.56), 0.13, 0.1),
                ],
                0.06,
                cells=40,
            ),
            "seat",
        )
        d.add("seat_base", box(0.9 * w, 0.36, 0.66, 0.06).move(y=y + 0.2, z=-0.25), "trim")
        d.add("tank", organic([b((0, y + 0.28, 0.5), (0, y + 0.26, 0.16), 0.17, 0.13)], 0.02, cells=32), "body")
    hz, hy = (0.42, y + 0.62) if not craft else (0.16 * half, y + 0.42)
    d.add(
        "handlebar",
        sweep([(0, y + 0.2, hz + 0.16), (0, hy - 0.04, hz), (0, hy, hz)], 0.04)
        + sweep([(-0.34, hy + 0.03, hz - 0.12), (0, hy, hz), (0.34, hy + 0.03, hz - 0.12)], 0.022)
        if not craft
        else union(
            torus(0.17, 0.022).rotate(x=65).move(0.4 * w, hy, hz - 0.1),
            cylinder(0.025, 0.4).rotate(x=65).move(0.4 * w, hy - 0.08, hz + 0.06),
            box(1.5 * w, 0.22, 0.2, 0.05).move(y=y + 0.24, z=hz + 0.14),
            box(0.32, 0.025, 0.03).move(0.4 * w, hy, hz - 0.1),
        ),
        "metal",
    )
    if not craft:
        d.add(
            "vanes",
            union(
                box(0.05, 0.34, 0.3, 0.015).move(x=0.3, y=y - 0.02, z=half + 0.02),
                sweep([(0.1, y + 0.05, 0.45 * half), (0.28, y, half)], 0.035),
            ).mirrored()
            + box(0.6, 0.04, 0.1).move(y=y, z=half),
            "metal",
        )
    for i in range(v.engines):
        x = (i - (v.engines - 1) / 2) * (0.95 * w if v.engines > 1 else 0)
        r = 0.15 if not craft else 0.22
        d.add(
            f"engine_{i + 1}",
            lathe([(0.8 * r, -2.0 * r), (r, -r), (r, 1.5 * r), (0.4 * r, 3 * r)])
            .rotate(x=90)
            .move(x, y + 0.12, -half + 0.05),
            "trim",
            group="engines",
        )
        d.add(
            f"jet_{i + 1}",
            sphere(0.68 * r, 0.68 * r, 0.4 * r).move(x, y + 0.12, -half + 0.05 - 1.9 * r),
            "glow",
            group="engines",
        )
    if v.fins:
        d.add(
            "fins",
            wing(0.55, 0.6, 0.3, 0.07, 0.3).rotate(z=55).move(x=0.5 * w, y=y + 0.2, z=-0.75 * half).mirrored(),
            "body",
        )
    if v.guns:
        d.add(
            "guns",
            (
                cylinder(0.045, 0.9).rotate(x=90).move(x=0.9 * w + 0.06, y=y - 0.06, z=0.45 * half)
                + box(0.2, 0.14, 0.3, 0.03).move(x=0.85 * w, y=y - 0.04, z=0.28 * half)
            ).mirrored(),
            "metal",
        )
    if v.windshield:
        d.add(
            "windshield",
            across([(0, 0), (-0.03, 0.0), (-0.24, 0.34), (-0.2, 0.34)], 0.34 if not craft else 1.5 * w)
            .tapered(0.8, 1)
            .move(y=y + 0.26, z=0.36 * half if craft else 0.66),
            "glass",
        )
    if v.bags and not craft:
        d.add("bags", box(0.14, 0.26, 0.4, 0.04).move(x=w + 0.03, y=y + 0.1, z=-0.5 * half).mirrored(), "seat")
    d.add("headlight", sphere(0.2 * w + 0.02, 0.07, 0.15).move(y=y + 0.14, z=0.78 * half), "glow")
    d.point("seat", (0, top + 0.08, -0.2), size=0.3)
    d.point("top", (0, top + 0.08, -0.2), size=0.3)
    return d
