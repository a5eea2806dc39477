"""Glasses and goggles."""

from __future__ import annotations

import math

from maquette.shapes.api import box, extrude, sweep, torus
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family


@family(
    "glasses",
    "wearable",
    nouns={
        "spectacles": {},
        "sunglasses": {"dark": True},
        "eyeglasses": {},
        "goggles": {"strap": True, "shape": "round"},
        "reading glasses": {"shape": "half"},
        "shades": {"dark": True},
    },
    parameters=(
        Choice("shape", ("round", "square", "aviator", "cat", "half")),
        Real("width", 0.14, 0.12, 0.16),
        Real("lens", 1.0, 0.85, 1.2, unit=""),
        Real("thickness", 0.0032, 0.0025, 0.005),
        Real("temples", 0.135, 0.11, 0.15, about="length"),
        Real("bridge", 0.02, 0.014, 0.026),
        Flag("dark", 0.5),
        Flag("strap", 0.0),
    ),
    slots={
        "frame": ("plastic:#1c1c20", "plastic:#5a3420", "gold", "steel", "plastic:#b0242a"),
        "lens": ("glass", "dark glass"),
        "tips": ("rubber:#1a1a1c",),
    },
    words={"round": {"shape": "round"}, "square": {"shape": "square"}, "dark": {"dark": True}},
    paints={"lenses": "lens", "rims": "frame"},
    height=(0.02, 0.09),
)
def glasses(v: Values) -> Draft:
    """Two rims with lenses, a bridge, temples with bent ends."""
    d, t = Draft(extent=max(v.width, v.temples)), v.thickness
    r = (v.width - v.bridge) / 4 * 0.98 * v.lens**0.3
    x = v.bridge / 2 + r
    shapes = {
        "round": [(math.cos(0.314 * i), math.sin(0.314 * i)) for i in range(20)],
        "square": [
            (1, 0.45),
            (0.93, 0.68),
            (0.7, 0.75),
            (-0.7, 0.75),
            (-0.93, 0.68),
            (-1, 0.45),
            (-0.96, -0.45),
            (-0.89, -0.68),
            (-0.66, -0.75),
            (0.66, -0.75),
            (0.89, -0.68),
            (0.96, -0.45),
        ],
        "aviator": [
            (1, 0.6),
            (0.3, 0.78),
            (-0.8, 0.7),
            (-0.95, 0.3),
            (-0.6, -0.6),
            (0.1, -0.95),
            (0.75, -0.7),
            (1.02, 0),
        ],
        "cat": [
            (0.98, 0.0),
            (1.12, 0.4),
            (1.08, 0.72),
            (0.75, 0.8),
            (0.2, 0.7),
            (-0.75, 0.6),
            (-0.95, 0.1),
            (-0.6, -0.55),
            (0.1, -0.7),
            (0.75, -0.45),
        ],
        "half": [
            (0.98, 0.2),
            (0.85, 0.36),
            (0, 0.38),
            (-0.85, 0.36),
            (-0.98, 0.2),
            (-0.85, -0.3),
            (-0.3, -0.62),
            (0.3, -0.62),
            (0.85, -0.3),
        ],
    }
    outline = [(r * a, r * v.lens * b) for a, b in shapes[v.shape]]
    y = -min(b for _, b in outline) + t
    rim = sweep([(a, b, 0) for a, b in outline], t, closed=True)
    d.add("rims", rim.move(x, y, 0).mirrored(), "frame")
    d.add("lenses", extrude(outline, 0.8 * t, smooth=True).move(x, y, 0).mirrored(), "lens")
    d.add(
        "bridge",
        sweep(
            [
                (-v.bridge / 2 - 0.08 * r, y + 0.25 * r, 0),
                (0, y + 0.42 * r, 0.15 * t),
                (v.bridge / 2 + 0.08 * r, y + 0.25 * r, 0),
            ],
            t,
        ),
        "frame",
    )
    out = x + max(a for a, _ in outline)
    yt = y + 0.3 * r * (1 if v.shape != "half" else 0.6)
    d.add("hinges", box(0.012, 2.4 * t, 2.6 * t, 0.3 * t).move(out + 0.002, yt, -0.5 * t).mirrored(), "frame")
    if v.strap:
        ring = torus(1.0, 0.09).scale(out + 0.004, 0.1, 0.09).move(0, yt, -0.085)
        d.add("strap", ring, "tips")
    else:
        n = v.temples
        d.add(
            "temples",
            sweep(
                [(out + 0.006, yt, 0), (out + 0.008, yt, -0.7 * n), (out + 0.005, yt - 0.006, -0.86 * n)],
                t,
                round_ends=True,
            ).mirrored(),
            "frame",
        )
        d.add(
            "tips",
            sweep(
                [
                    (out + 0.006, yt - 0.003, -0.8 * n),
                    (out + 0.004, yt - 0.016, -0.93 * n),
                    (out, max(yt - 0.03, 1.4 * t), -n),
                ],
                1.35 * t,
                round_ends=True,
            ).mirrored(),
            "tips",
        )
    d.point("top", (0, y + r, 0))
    d.point("inside", (0, y + 0.3 * r, -0.02), size=2 * out)
    return d
