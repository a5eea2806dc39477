"""Skateboards."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, Point3, box, cylinder, loft, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rounded_rectangle
from maquette.shapes.sub.sidewise import axle


@family(
    "skateboard",
    "sport",
    nouns={"longboard": {"length": 1.05}, "penny board": {"length": 0.58}, "hoverboard": {"hover": True}, "board": {}},
    parameters=(
        Real("length", 0.8, 0.56, 1.1),
        Real("width", 0.21, 0.17, 0.26),
        Real("kick", 0.055, 0.02, 0.08, about="how high the ends rise"),
        Real("wheel_radius", 0.028, 0.024, 0.036),
        Real("concave", 0.01, 0.0, 0.016),
        Whole("stripes", 2, 0, 4),
        Whole("bolts", 4, 4, 4),
        Flag("hover", 0.06),
        Real("thickness", 0.014, 0.012, 0.018),
    ),
    slots={
        "deck": ("paint:#c8341f", "paint:#1f6fb8", "birch", "paint:#e0a81c", "paint:#6a3fa8", "paint:#2fa08a"),
        "grip": ("rubber", "rubber:#2c3038"),
        "wheel": ("paint:#f0ece0", "paint:#f2c21c", "paint:#e0407a", "paint:#30b070"),
        "truck": ("aluminium", "steel", "gunmetal"),
        "stripe": ("paint:#f0ece0", "paint:#f2c21c", "paint:#20242c"),
        "glow": ("glow:#40d0ff", "glow:#ff50c0"),
    },
    words={"stripes": {"stripes": 3}},
    paints={"board": "deck", "wheels": "wheel"},
    height=(0.06, 0.25),
)
def skateboard(v: Values) -> Draft:
    """Rolls along z."""
    n, w, t, k = v.length, v.width, v.thickness, v.kick
    d = Draft(extent=n)
    r = v.wheel_radius
    hover = v.hover or v.style == "sci-fi"
    y = 2 * r + 0.045

    def deck(grow: float, thick: float, up: float) -> list[tuple[list[Point2], Point3]]:
        out: list[tuple[list[Point2], Point3]] = []
        for i in range(25):
            s = -1 + i / 12
            e = abs(s)
            half = (w / 2 + grow) * math.sqrt(max(0.03, 1 - max(0.0, (e - 0.72) / 0.28) ** 2.4))
            rise = k * max(0.0, (e - 0.62) / 0.38) ** 1.5
            out.append(
                (
                    [(x, z) for x, z in rounded_rectangle(2 * half, thick, 0.45 * thick, 2)],
                    (0.0, s * (n / 2 + grow), y + rise + up),
                )
            )
        return out

    # Lofts go up: along y, then laid down so that y becomes z.
    d.add("deck", loft([(p, (a[0], a[1], -a[2])) for p, a in deck(0, t, 0)], smooth=False).rotate(x=90), "deck")
    d.add(
        "grip",
        loft([(p, (a[0], a[1], -a[2])) for p, a in deck(-0.004, 0.3 * t, 0.46 * t)], smooth=False).rotate(x=90),
        "grip",
    )
    for i in range(v.stripes):
        x = (i - (v.stripes - 1) / 2) * 0.22 * w
        d.add(
            f"stripe_{i + 1}", box(0.09 * w, 0.005, 0.62 * n, 0.001).move(x, y - 0.5 * t, 0), "stripe", group="stripes"
        )
    for z in (0.3 * n, -0.3 * n):
        name = "front" if z > 0 else "back"
        d.add(
            f"bolts_{name}",
            union(
                *(
                    cylinder(0.0045, 0.01, bevel=0.001).move(a * 0.02, y + 0.62 * t, z + b * 0.025)
                    for a in (1, -1)
                    for b in (1, -1)
                )
            ),
            "truck",
            group="bolts",
        )
        if hover:
            d.add(
                f"pad_{name}",
                union(
                    cylinder(0.42 * w, y - 0.5 * t - 0.012, 0.3 * w, bevel=0.004).move(0, (y - 0.4 * t) / 2 + 0.008, z)
                ),
                "truck",
                group="pads",
            )
            d.add(f"glow_{name}", torus(0.34 * w, 0.012).move(0, 0.012, z), "glow", group="glow")
            continue
        d.add(
            f"truck_{name}",
            union(
                box(0.055, 0.012, 0.085, 0.003).move(0, y - 0.5 * t - 0.004, z),
                cylinder(0.02, y - r - 0.5 * t, 0.03).move(0, (y + r - 0.5 * t) / 2 - 0.004, z),
                axle(0.013, 0.6 * w, r + 0.004, z, 0.003),
                axle(0.0055, w + 0.004, r, z),
            ),
            "truck",
            group="trucks",
        )
        for s in (1, -1):
            d.add(
                f"wheel_{name}_{'left' if s > 0 else 'right'}",
                axle(r, 0.034, r, z, 0.006).move(s * (w / 2 - 0.02)),
                "wheel",
                group="wheels",
            )

    d.point("seat", (0, y + 0.7 * t, 0), size=w)
    d.point("top", (0, y + 0.7 * t, 0), size=w)
    return d
