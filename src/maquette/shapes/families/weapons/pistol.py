"""Pistols: automatics, revolvers, flintlocks."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.outlines import rounded_rectangle
from maquette.shapes.sub.sidewise import axle, muzzle, side, tube


@family(
    "pistol",
    "weapon",
    nouns={
        "gun": {},
        "handgun": {"kind": "automatic"},
        "revolver": {"kind": "revolver"},
        "flintlock": {"kind": "flintlock"},
        "flintlock pistol": {"kind": "flintlock"},
        "six shooter": {"kind": "revolver"},
        "pirate pistol": {"kind": "flintlock"},
        "cowboy gun": {"kind": "revolver"},
        "glock": {"kind": "automatic"},
        "magnum": {"kind": "revolver", "barrel_length": 0.17},
    },
    parameters=(
        Choice("kind", ("automatic", "revolver", "flintlock")),
        Real("length", 0.2, 0.17, 0.25),
        Real("height", 0.13, 0.115, 0.15),
        Real("width", 0.03, 0.026, 0.036),
        Real("barrel_length", 0.12, 0.08, 0.18),
        Real("rake", 14, 8, 22, unit="deg", about="of the grip"),
        Whole("serrations", 7, 4, 10),
        Flag("silencer", 0.2),
        Flag("rail", 0.45, about="a rail or lamp under the barrel"),
        Flag("engraving", 0.4),
    ),
    slots={
        "frame": ("gunmetal", "steel", "paint:#23252a", "gold", "silver"),
        "grip": ("walnut", "rubber", "leather:#2a2220", "bone"),
        "barrel": ("gunmetal", "steel", "iron"),
        "trim": ("brass", "gold", "chrome"),
        "sight": ("glow:#60ff60", "paint:#e8e8e0"),
    },
    words={
        "silencer": {"silencer": True, "kind": "automatic"},
        "silenced": {"silencer": True, "kind": "automatic"},
        "old": {"kind": "flintlock"},
    },
    paints={"handle": "grip", "slide": "frame", "stock": "grip"},
    height=(0.1, 0.22),
)
def pistol(v: Values) -> Draft:
    """Stands upright on its grip, aims at +z."""
    h, w = v.height, v.width
    lean = math.tan(math.radians(v.rake))
    d = Draft(
        extent={
            "automatic": v.length + (0.1 if v.silencer else 0),
            "revolver": v.barrel_length + 0.14,
            "flintlock": v.barrel_length + 0.19,
        }[v.kind]
    )
    if v.kind == "automatic":
        n = v.length
        y = h - 0.016
        f, b = 0.5 * n, -0.5 * n
        d.add(
            "slide",
            side(
                [
                    (b, y - 0.014),
                    (f, y - 0.014),
                    (f, y + 0.008),
                    (f - 0.008, y + 0.014),
                    (b + 0.006, y + 0.014),
                    (b, y + 0.006),
                ],
                w * 0.88,
                0.003,
            )
            - union(
                *(
                    box(2 * w, 0.02, 0.0022).rotate(x=-10).move(0, y, b + 0.014 + 0.005 * i)
                    for i in range(v.serrations)
                ),
                box(0.6 * w, 0.012, 0.03).move(0.3 * w, y + 0.011, 0.02),
            ).mirrored("x")
            + box(0.6 * w, 0.026, n - 0.02).move(0, y - 0.001, 0),
            "frame",
        )
        gx = b + 0.04
        low = 0.0
        d.add(
            "body",
            side(
                [
                    (b + 0.004, y - 0.012),
                    (f - 0.004, y - 0.012),
                    (f - 0.006, y - 0.028),
                    (0.2 * n, y - 0.03),
                    (gx + 0.035, y - 0.034),
                    (b + 0.012, y - 0.03),
                    (b - 0.004, y - 0.02),
                ],
                w * 0.8,
                0.002,
            ),
            "barrel",
        )
        grip: list[Point2] = [
            (gx - 0.03 + lean * 0.0, y - 0.02),
            (gx + 0.03, y - 0.02),
            (gx + 0.026 - lean * 0.03, y - 0.05),
            (gx + 0.022 - lean * 0.1, 0.012),
            (gx + 0.02 - lean * 0.1, low),
            (gx - 0.026 - lean * 0.1, low),
            (gx - 0.03 - lean * 0.1, 0.012),
            (gx - 0.024 - lean * 0.04, y - 0.06),
        ]
        d.add("grip_frame", side(grip, 0.86 * w, 0.004), "barrel")
        panel: list[Point2] = [
            (gx - 0.018 - lean * 0.01, y - 0.036),
            (gx + 0.02 - lean * 0.01, y - 0.036),
            (gx + 0.015 - lean * 0.085, 0.016),
            (gx - 0.02 - lean * 0.085, 0.016),
        ]
        d.add("grip", side(panel, 1.05 * w, 0.004), "grip")
        d.add("screws", axle(0.004, 1.1 * w, 0.03, gx - 0.002 - lean * 0.07), "trim")
        d.add(
            "guard",
            sweep(
                [
                    (0, y - 0.028, gx + 0.075),
                    (0, y - 0.05, gx + 0.068),
                    (0, y - 0.055, gx + 0.05),
                    (0, y - 0.052, gx + 0.022),
                ],
                profile=rounded_rectangle(0.3 * w, 0.005, 0.001, 1),
            ),
            "barrel",
        )
        d.add(
            "trigger",
            sweep([(0, y - 0.028, gx + 0.046), (0, y - 0.038, gx + 0.048), (0, y - 0.048, gx + 0.054)], 0.003),
            "trim",
        )
        d.add("barrel", tube(0.0085, f - 0.03, f + 0.004, y) - tube(0.0055, f - 0.01, f + 0.01, y), "barrel")
        d.add(
            "sights",
            union(
                box(0.004, 0.008, 0.008).move(0, y + 0.016, f - 0.012),
                box(0.014, 0.008, 0.008).move(0, y + 0.016, b + 0.012),
            ),
            "sight",
        )
        d.add(
            "hammer",
            side(
                [
                    (b + 0.005, y - 0.01),
                    (b - 0.007, y + 0.004),
                    (b - 0.01, y - 0.002),
                    (b - 0.004, y - 0.018),
                    (b + 0.005, y - 0.02),
                ],
                0.009,
                0.001,
            ),
            "trim",
        )
        if v.silencer:
            d.add(
                "silencer",
                muzzle(
                    [
                        (0.0085, f),
                        (0.0155, f + 0.002),
                        (0.0155, f + 0.108),
                        (0.008, f + 0.11),
                        (0.005, f + 0.11),
                        (0.005, f + 0.09),
                        (0.0, f + 0.09),
                    ],
                    y,
                ),
                "barrel",
            )
        if v.rail:
            d.add(
                "rail",
                box(0.7 * w, 0.016, 0.045, 0.003).move(0, y - 0.034, f - 0.032)
                + tube(0.007, f - 0.02, f - 0.005, y - 0.034),
                "barrel",
            )
        at = (0.0, 0.45 * y, gx - lean * 0.05)
    elif v.kind == "revolver":
        y, n = h - 0.024, v.barrel_length
        d.add(
            "frame",
            side(
                [
                    (-0.075, y + 0.012),
                    (0.0, y + 0.018),
                    (0.012, y + 0.016),
                    (0.012, y - 0.022),
                    (-0.03, y - 0.03),
                    (-0.066, y - 0.026),
                    (-0.085, y - 0.01),
                ],
                0.62 * w,
                0.004,
            ),
            "frame",
        )
        d.add(
            "cylinder",
            tube(0.022, -0.05, -0.006, y - 0.003, bevel=0.003)
            - union(
                *(
                    tube(0.005, -0.04, 0.01, 0.0).move(0.0228 * math.cos(k), y - 0.003 + 0.0228 * math.sin(k))
                    for k in [math.tau * i / 6 for i in range(6)]
                )
            ),
            "frame",
        )
        d.add(
            "barrel",
            union(
                tube(0.0095, 0, n, y + 0.008, sides=8),
                tube(0.006, 0.0, 0.75 * n, y - 0.008),
                box(0.005, 0.008, n).move(0, y + 0.018, n / 2),
            )
            - tube(0.0055, n - 0.015, n + 0.01, y + 0.008),
            "barrel",
        )
        d.add(
            "sight",
            side(
                [(n - 0.018, y + 0.02), (n - 0.003, y + 0.02), (n - 0.005, y + 0.029), (n - 0.009, y + 0.029)], 0.0035
            ),
            "trim",
        )
        d.add(
            "hammer",
            side(
                [(-0.07, y + 0.0), (-0.075, y + 0.022), (-0.092, y + 0.032), (-0.086, y + 0.014), (-0.084, y - 0.005)],
                0.009,
                0.001,
            ),
            "trim",
        )
        d.add(
            "trigger", sweep([(0, y - 0.024, -0.035), (0, y - 0.036, -0.032), (0, y - 0.043, -0.024)], 0.0028), "trim"
        )
        d.add(
            "guard",
            sweep(
                [
                    (0, y - 0.024, -0.005),
                    (0, y - 0.046, -0.01),
                    (0, y - 0.052, -0.032),
                    (0, y - 0.04, -0.055),
                    (0, y - 0.026, -0.06),
                ],
                0.0035,
            ),
            "frame",
        )
        back = -0.08 - lean * 0.09
        d.add(
            "grip",
            side(
                [
                    *bezier((-0.06, y - 0.02), (-0.07, y - 0.05), (back + 0.02, 0.03), (back + 0.022, 0.0)),
                    *bezier((back - 0.022, 0.0), (back - 0.028, 0.02), (-0.085, y - 0.05), (-0.1, y - 0.012)),
                    (-0.082, y - 0.002),
                ],
                0.9 * w,
                0.006,
            ),
            "grip",
        )
        d.add("medallion", axle(0.006, 0.94 * w, 0.55 * y, 0.35 * back - 0.052), "trim")
        at = (0.0, 0.42 * y, back + 0.01)
    else:
        y, n = h - 0.02, v.barrel_length + 0.06
        back = -0.12
        d.add(
            "stock",
            side(
                [
                    *bezier((0.75 * n, y - 0.008), (0.75 * n, y - 0.022), (0.6 * n, y - 0.022)),
                    (0.02, y - 0.026),
                    *bezier((-0.03, y - 0.03), (-0.075, y - 0.04), (-0.09, 0.05), (-0.09, 0.012)),
                    *bezier((-0.128, 0.014), (-0.125, 0.06), (-0.12, y + 0.012), (-0.03, y + 0.006)),
                    (0.05, y),
                ],
                0.85 * w,
                0.006,
            ),
            "grip",
        )
        d.add("pommel", sphere(0.026, 0.018, 0.026).move(0, 0.018, -0.108), "trim")
        d.add(
            "barrel",
            muzzle(
                [
                    (0.012, -0.03),
                    (0.0125, 0.02),
                    (0.009, 0.04),
                    (0.0088, n - 0.03),
                    (0.012, n),
                    (0.0125, n + 0.006),
                    (0.008, n + 0.006),
                    (0.0065, n - 0.02),
                    (0, n - 0.02),
                ],
                y + 0.004,
            ),
            "frame",
        )
        d.add(
            "bands",
            union(*(box(0.9 * w, 0.03, 0.01, 0.003).move(0, y - 0.004, z) for z in (0.3 * n, 0.68 * n))),
            "trim",
        )
        d.add("ramrod", tube(0.003, 0.1 * n, 0.95 * n, y - 0.019), "barrel")
        x = 0.45 * w
        d.add(
            "lock",
            side([(-0.055, y - 0.014), (0.03, y - 0.014), (0.036, y - 0.002), (-0.045, y + 0.004)], 0.008, 0.002).move(
                -x
            ),
            "frame",
        )
        d.add(
            "cock",
            union(
                side(
                    [
                        (-0.035, y - 0.004),
                        (-0.022, y - 0.004),
                        (-0.026, y + 0.018),
                        (-0.012, y + 0.03),
                        (-0.024, y + 0.034),
                        (-0.038, y + 0.018),
                    ],
                    0.007,
                    0.001,
                ),
                box(0.008, 0.008, 0.012).move(0, y + 0.03, -0.014),
            ).move(-x - 0.003),
            "frame",
        )
        d.add(
            "frizzen",
            union(
                side(
                    [
                        (0.002, y - 0.004),
                        (0.02, y - 0.002),
                        (0.006, y + 0.004),
                        (0.004, y + 0.022),
                        (-0.002, y + 0.022),
                    ],
                    0.008,
                    0.001,
                )
            ).move(-x - 0.003),
            "frame",
        )
        d.add(
            "trigger",
            union(
                sweep([(0, y - 0.024, -0.02), (0, y - 0.034, -0.018), (0, y - 0.044, -0.012)], 0.003),
                sweep(
                    [(0, y - 0.024, 0.02), (0, y - 0.05, 0.01), (0, y - 0.056, -0.02), (0, y - 0.042, -0.055)], 0.0032
                ),
            ),
            "trim",
        )
        if v.engraving:
            d.add(
                "engraving",
                union(axle(0.007, 0.9 * w, y - 0.022, -0.06), axle(0.004, 0.9 * w, y - 0.035, -0.078)),
                "trim",
            )
        at = (0.0, 0.5 * y, -0.1)
    d.point("grip", at, size=0.04)
    d.point("top", (0, h, 0), size=w)
    return d
