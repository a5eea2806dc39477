"""Guns: pistols, rifles, blasters."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cylinder, sphere, sweep, torus, union
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


@family(
    "rifle",
    "weapon",
    nouns={
        "shotgun": {"kind": "shotgun"},
        "sniper rifle": {"kind": "hunting", "scope": True, "bipod": True},
        "assault rifle": {"kind": "assault"},
        "machine gun": {"kind": "assault", "bipod": True},
        "hunting rifle": {"kind": "hunting"},
        "musket": {"kind": "musket"},
        "submachine gun": {"kind": "assault", "length": 0.65},
        "carbine": {"kind": "hunting", "length": 0.85},
        "sniper": {"kind": "hunting", "scope": True},
        "machinegun": {"kind": "assault"},
        "ak47": {"kind": "assault"},
        "blunderbuss": {"kind": "musket", "length": 0.75},
    },
    parameters=(
        Choice("kind", ("assault", "hunting", "shotgun", "musket")),
        Real("length", 0.98, 0.65, 1.25),
        Real("height", 0.055, 0.048, 0.065, about="of the receiver"),
        Real("width", 0.042, 0.036, 0.05),
        Real("barrel_radius", 0.011, 0.009, 0.014),
        Flag("scope", 0.55),
        Flag("bipod", 0.25),
        Flag("sling", 0.4),
        Whole("vents", 5, 3, 8),
        Real("stock_height", 0.13, 0.11, 0.16),
        Flag("bayonet", 0.3),
    ),
    slots={
        "stock": ("walnut", "oak", "paint:#3c4432", "paint:#2a2c30", "mahogany"),
        "body": ("gunmetal", "paint:#26282c", "steel"),
        "barrel": ("gunmetal", "iron", "steel"),
        "trim": ("brass", "steel", "gunmetal"),
        "lens": ("dark glass", "glow:#5090ff"),
        "sling": ("leather", "fabric:#4a4a34"),
    },
    words={"scope": {"scope": True}, "bipod": {"bipod": True}, "bayonet": {"bayonet": True}, "sling": {"sling": True}},
    paints={"handle": "stock", "scope": "body", "magazine": "body"},
    height=(0.15, 0.45),
)
def rifle(v: Values) -> Draft:
    """Upright, lowest at y = 0, aims at +z."""
    n, h, w, r = v.length, v.height, v.width, v.barrel_radius
    d = Draft(extent=n)
    grip = v.kind == "assault"
    y = 0.15 + 0.2 * h if grip else v.stock_height + 0.012
    b, f = -0.5 * n, 0.5 * n
    s, m = b + 0.3 * n, b + 0.56 * n  # receiver from s to m
    d.add("barrel", tube(r, m - 0.05, f, y + 0.2 * h) - tube(0.55 * r, f - 0.05, f + 0.01, y + 0.2 * h), "barrel")
    low = y - v.stock_height if not grip else y - 0.78 * v.stock_height
    if grip:
        d.add(
            "receiver",
            side(
                [(s, y - 0.5 * h), (m, y - 0.5 * h), (m, y + 0.5 * h), (s + 0.03, y + 0.5 * h), (s, y + 0.3 * h)],
                w,
                0.004,
            ),
            "body",
        )
        d.add(
            "stock",
            side(
                [
                    (s + 0.01, y + 0.25 * h),
                    (b + 0.02, y + 0.3 * h),
                    (b, y + 0.26 * h),
                    (b, low),
                    (b + 0.04, low + 0.006),
                    (b + 0.13 * n, y - 0.25 * h),
                    (s + 0.01, y - 0.4 * h),
                ],
                0.85 * w,
                0.006,
            ),
            "stock",
        )
        d.add("butt", box(0.92 * w, y + 0.28 * h - low, 0.018, 0.004).move(0, (y + 0.28 * h + low) / 2, b), "body")
        d.add(
            "grip",
            side(
                [
                    (s + 0.015, y - 0.45 * h),
                    (s + 0.06, y - 0.45 * h),
                    (s + 0.045, y - 0.09),
                    (s + 0.035, y - 0.125),
                    (s - 0.005, y - 0.12),
                    (s + 0.002, y - 0.08),
                ],
                0.8 * w,
                0.006,
            ),
            "stock",
        )
        d.add(
            "magazine",
            side(
                [
                    *bezier((m - 0.1, y - 0.4 * h), (m - 0.095, y - 0.1), (m - 0.065, 0.01)),
                    *bezier((m - 0.015, 0.0), (m - 0.04, y - 0.09), (m - 0.045, y - 0.4 * h)),
                ],
                0.62 * w,
                0.003,
            ),
            "body",
        )
        hand = m + 0.26 * n
        guard = side(
            [(m - 0.005, y - 0.4 * h), (hand, y - 0.25 * h), (hand, y + 0.45 * h), (m - 0.005, y + 0.45 * h)],
            0.95 * w,
            0.006,
        )
        step = (hand - m) / (v.vents + 0.5)
        guard = guard - union(*(axle(0.011, 2 * w, y + 0.12 * h, m + (i + 0.7) * step) for i in range(v.vents)))
        d.add("handguard", union(guard, tube(1.3 * r, m, hand - 0.002, y + 0.12 * h)), "stock")
        d.add(
            "front_sight",
            side(
                [(hand + 0.02, y), (hand + 0.06, y), (hand + 0.044, y + 1.0 * h), (hand + 0.036, y + 1.0 * h)],
                0.01,
                0.001,
            ),
            "body",
        )
        d.add(
            "muzzle",
            tube(1.6 * r, f - 0.06, f - 0.004, y + 0.2 * h, bevel=0.003)
            - union(
                tube(0.56 * r, f - 0.055, f + 0.01, y + 0.2 * h),
                *(box(4 * r, 0.4 * r, 0.008).move(0, y + 0.2 * h, f - 0.05 + 0.015 * i) for i in range(3)),
            ),
            "barrel",
        )
        d.add("rail", box(0.4 * w, 0.01, m - s - 0.02, 0.002).move(0, y + 0.54 * h, (m + s) / 2), "body")
        z = s + 0.09
    else:
        wood: list[Point2] = [
            (b, low),
            (b, y + 0.35 * h),
            *bezier((s - 0.06, y + 0.42 * h), (s - 0.02, y + 0.1 * h), (s + 0.03, y + 0.1 * h)),
            (m + 0.01, y + 0.12 * h),
            (f - (0.35 if v.kind == "hunting" else 0.42 if v.kind == "shotgun" else 0.12) * n, y + 0.16 * h),
        ]
        end = wood[-1][0]
        wood += [
            *bezier((end + 0.01, y), (end, y - 0.45 * h), (end - 0.06, y - 0.5 * h)),
            (m, y - 0.5 * h),
            (s + 0.04, y - 0.5 * h),
            *bezier((s + 0.01, y - 0.55 * h), (s - 0.02, y - 1.3 * h), (s - 0.06, y - 1.2 * h)),
            (b + 0.05, low + 0.01),
        ]
        d.add("stock", side(wood, w, 0.008), "stock")
        d.add("butt", box(1.04 * w, y + 0.36 * h - low, 0.016, 0.004).move(0, (y + 0.36 * h + low) / 2, b), "trim")
        d.add(
            "receiver",
            side(
                [
                    (s + 0.02, y - 0.1 * h),
                    (m, y - 0.1 * h),
                    (m + 0.02, y + 0.3 * h),
                    (m, y + 0.5 * h),
                    (s + 0.05, y + 0.5 * h),
                    (s + 0.02, y + 0.3 * h),
                ],
                0.82 * w,
                0.004,
            ),
            "body",
        )
        if v.kind == "hunting":
            d.add(
                "bolt",
                union(
                    sweep(
                        [
                            (0.35 * w, y + 0.3 * h, s + 0.06),
                            (0.9 * w, y + 0.2 * h, s + 0.05),
                            (1.3 * w, y - 0.2 * h, s + 0.05),
                        ],
                        0.005,
                    ),
                    sphere(0.011).move(1.3 * w, y - 0.25 * h, s + 0.05),
                    tube(0.3 * h, s, s + 0.06, y + 0.3 * h),
                ).mirror("x"),
                "trim",
            )
        elif v.kind == "shotgun":
            d.add("tube", tube(0.95 * r, m - 0.02, f - 0.08, y - 0.2 * h), "barrel")
            d.add(
                "pump",
                tube(0.55 * w, m + 0.12 * n, m + 0.28 * n, y - 0.22 * h, bevel=0.004)
                - union(
                    *(
                        torus(0.56 * w, 0.003).rotate(x=90).move(0, y - 0.22 * h, m + 0.135 * n + 0.02 * n * i)
                        for i in range(v.vents)
                    )
                ),
                "stock",
            )
            d.add("clamp", box(1.6 * r, 0.7 * h, 0.014, 0.003).move(0, y, f - 0.09), "trim")
        else:
            d.add(
                "bands",
                union(
                    *(
                        box(1.08 * w, 0.75 * h, 0.02, 0.005).move(0, y - 0.12 * h, z)
                        for z in (m + 0.1 * n, m + 0.2 * n, end - 0.04)
                    )
                ),
                "trim",
            )
            d.add(
                "lock",
                union(
                    side(
                        [(s + 0.05, y - 0.2 * h), (m, y - 0.2 * h), (m, y + 0.2 * h), (s + 0.04, y + 0.2 * h)],
                        0.012,
                        0.002,
                    ),
                    side(
                        [
                            (s + 0.08, y),
                            (s + 0.1, y),
                            (s + 0.105, y + 0.06),
                            (s + 0.13, y + 0.085),
                            (s + 0.1, y + 0.08),
                            (s + 0.08, y + 0.05),
                        ],
                        0.012,
                        0.002,
                    ),
                ).move(-0.5 * w),
                "trim",
            )
            if n < 0.85:
                d.add(
                    "bell",
                    muzzle(
                        [(r, f - 0.08), (1.5 * r, f - 0.03), (2.4 * r, f), (2.0 * r, f), (r, f - 0.05), (0, f - 0.05)],
                        y + 0.2 * h,
                    ),
                    "trim",
                )
        z = s + 0.06
        d.add(
            "front_sight",
            side(
                [
                    (f - 0.04, y + 0.2 * h),
                    (f - 0.01, y + 0.2 * h),
                    (f - 0.014, y + 0.2 * h + 2.2 * r),
                    (f - 0.02, y + 0.2 * h + 2.2 * r),
                ],
                0.006,
            ),
            "trim",
        )
    d.add(
        "trigger",
        union(
            sweep([(0, y - 0.45 * h, z), (0, y - 0.75 * h, z + 0.004), (0, y - 0.95 * h, z + 0.012)], 0.004),
            sweep(
                [
                    (0, y - 0.4 * h, z + 0.05),
                    (0, y - 1.05 * h, z + 0.035),
                    (0, y - 1.1 * h, z - 0.01),
                    (0, y - 0.45 * h, z - 0.04),
                ],
                0.004,
            ),
        ),
        "trim",
    )
    if v.scope and v.kind != "musket":
        ys = y + 0.5 * h + 0.034
        c = (s + m) / 2
        d.add(
            "scope",
            muzzle(
                [
                    (0.02, c - 0.12),
                    (0.022, c - 0.115),
                    (0.022, c - 0.07),
                    (0.013, c - 0.045),
                    (0.013, c + 0.05),
                    (0.025, c + 0.09),
                    (0.026, c + 0.14),
                    (0.022, c + 0.142),
                ],
                ys,
            ),
            "body",
        )
        d.add("lenses", union(tube(0.021, c + 0.1, c + 0.1435, ys), tube(0.018, c - 0.1215, c - 0.09, ys)), "lens")
        d.add(
            "mounts",
            union(
                *(box(0.014, 0.05, 0.02, 0.002).move(0, ys - 0.026, c + k) for k in (-0.035, 0.04)),
                cylinder(0.008, 0.025).move(0, ys + 0.016, c),
                axle(0.008, 0.025, ys, c).move(0.014),
            ),
            "body",
        )
    if v.bipod:
        zb = (m + 0.3 * n) if not grip else m + 0.27 * n
        d.add(
            "bipod",
            union(
                sweep([(0, y - 0.0 * h, zb), (0.07, 0.004, zb + 0.02)], [0.006, 0.005]).mirrored("x"),
                box(0.9 * w, 0.5 * h, 0.02, 0.003).move(0, y, zb),
            ),
            "barrel",
        )
    if v.bayonet and not v.bipod and v.kind in ("musket", "hunting"):
        d.add(
            "bayonet",
            union(
                side([(f - 0.06, y - 0.02), (f + 0.14, y - 0.012), (f + 0.19, y - 0.004), (f - 0.06, y)], 0.009, 0.002),
                tube(1.4 * r, f - 0.07, f - 0.03, y + 0.2 * h),
                box(0.01, 0.03, 0.02).move(0, y + 0.002, f - 0.05),
            ),
            "trim",
        )
    if v.sling:
        d.add(
            "sling",
            sweep(
                [
                    (0, low + 0.04, b + 0.06),
                    (-0.6 * w, y - 0.13 if grip else y - 0.1, s + 0.1),
                    (-0.3 * w, y - 0.12 if grip else y - 0.08, m + 0.02),
                    (0, y - 0.3 * h, m + 0.16 * n),
                ],
                profile=rounded_rectangle(0.006, 0.022, 0.002, 1),
            ),
            "sling",
        )
    d.point("grip", (0, y - 0.07 if grip else y - 0.5 * h, s + 0.03), size=0.04)
    d.point("top", (0, y + h, (s + m) / 2), size=w)
    return d


@family(
    "blaster",
    "weapon",
    nouns={
        "ray gun": {"kind": "ray"},
        "raygun": {"kind": "ray"},
        "laser gun": {"kind": "carbine"},
        "laser pistol": {"kind": "pistol"},
        "plasma gun": {"kind": "carbine"},
        "sci-fi gun": {"kind": "carbine"},
        "space gun": {"kind": "pistol"},
        "phaser": {"kind": "pistol"},
        "laser rifle": {"kind": "carbine", "length": 0.8},
        "plasma rifle": {"kind": "carbine", "length": 0.8},
        "energy weapon": {"kind": "carbine"},
    },
    parameters=(
        Choice("kind", ("pistol", "ray", "carbine")),
        Real("length", 0.36, 0.28, 0.8),
        Real("height", 0.075, 0.06, 0.09, about="of the body"),
        Real("width", 0.055, 0.045, 0.07),
        Whole("rings", 4, 2, 6, about="coils about the barrel"),
        Flag("scope", 0.5),
        Flag("fins", 0.5),
        Whole("lamps", 3, 1, 5),
        Real("rake", 16, 8, 24, unit="deg", about="of the grip"),
        Choice("muzzle", ("open", "ball", "dish")),
    ),
    slots={
        "body": ("paint:#d8dade", "gunmetal", "paint:#2c3a4c", "paint:#c8341f", "chrome", "panels"),
        "dark": ("paint:#23262c", "gunmetal"),
        "glow": ("glow:#40d0ff", "glow:#60ff70", "glow:#ff5030", "glow:#d060ff"),
        "grip": ("rubber", "leather:#3a2a22", "paint:#e08a20"),
        "trim": ("brass", "chrome", "paint:#e8a020"),
    },
    words={"scope": {"scope": True}, "fins": {"fins": True}, "retro": {"kind": "ray", "fins": True}},
    paints={"handle": "grip", "barrel": "dark", "energy": "glow", "light": "glow"},
    height=(0.13, 0.4),
)
def blaster(v: Values) -> Draft:
    """Upright on its grip, aims at +z."""
    n = max(v.length, 0.46) if v.kind == "carbine" else min(v.length, 0.42)
    h, w = v.height, v.width
    d = Draft(extent=n)
    y = 0.15 if v.kind != "carbine" else 0.14
    b, f = -0.45 * n, 0.55 * n
    lean = math.tan(math.radians(v.rake)) * 0.12
    gz = b + (0.07 if v.kind != "carbine" else 0.33 * n)
    d.add(
        "grip",
        side(
            [
                (gz - 0.026, y - 0.2 * h),
                (gz + 0.032, y - 0.2 * h),
                (gz + 0.024 - 0.4 * lean, y - 0.08),
                (gz + 0.028 - lean, 0.012),
                (gz + 0.024 - lean, 0.0),
                (gz - 0.026 - lean, 0.0),
                (gz - 0.03 - lean, 0.014),
                (gz - 0.022 - 0.4 * lean, y - 0.07),
            ],
            0.62 * w,
            0.008,
        ),
        "grip",
    )
    d.add("grip_cap", box(0.7 * w, 0.018, 0.066, 0.005).move(0, 0.01, gz - lean), "dark")
    d.add(
        "guard",
        sweep(
            [(0, y - 0.35 * h, gz + 0.085), (0, y - 0.75 * h - 0.01, gz + 0.075), (0, y - 0.8 * h - 0.012, gz + 0.02)],
            profile=rounded_rectangle(0.016, 0.007, 0.002, 1),
        ),
        "dark",
    )
    d.add(
        "trigger",
        side(
            [(gz + 0.035, y - 0.3 * h), (gz + 0.052, y - 0.3 * h), (gz + 0.05, y - 0.7 * h), (gz + 0.042, y - 0.7 * h)],
            0.01,
            0.002,
        ),
        "trim",
    )
    if v.kind == "ray":
        d.add(
            "body",
            muzzle(
                [
                    (0.0, b - 0.012),
                    (0.3 * h, b),
                    (0.62 * h, b + 0.14 * n),
                    (0.66 * h, b + 0.28 * n),
                    (0.5 * h, b + 0.48 * n),
                    (0.24 * h, b + 0.56 * n),
                    (0.0, b + 0.57 * n),
                ],
                y,
            ),
            "body",
        )
        d.add(
            "ring",
            muzzle(
                [
                    (0.55 * h, b + 0.2 * n),
                    (0.72 * h, b + 0.22 * n),
                    (0.72 * h, b + 0.245 * n),
                    (0.55 * h, b + 0.26 * n),
                ],
                y,
            ),
            "trim",
        )
        start = b + 0.54 * n
        if v.fins:
            fin = side(
                [(b + 0.01, 0.35 * h), (b + 0.3 * n, 0.45 * h), (b + 0.08 * n, 1.15 * h), (b - 0.05 * n, 1.2 * h)],
                0.012,
                0.003,
            )
            d.add("fins", union(*(fin.rotate(z=a) for a in (0, 75, -75))).move(y=y), "trim")
    else:
        shape: list[Point2] = [
            (b, y - 0.35 * h),
            (b + 0.05, y - 0.5 * h),
            (b + 0.5 * n, y - 0.5 * h),
            (b + 0.62 * n, y - 0.3 * h),
            (b + 0.66 * n, y + 0.1 * h),
            (b + 0.56 * n, y + 0.5 * h),
            (b + 0.08 * n, y + 0.5 * h),
            (b, y + 0.25 * h),
        ]
        d.add("body", side(shape, w, 0.01), "body")
        d.add(
            "side_panels",
            side(
                [
                    (b + 0.1 * n, y - 0.2 * h),
                    (b + 0.46 * n, y - 0.2 * h),
                    (b + 0.52 * n, y + 0.05 * h),
                    (b + 0.46 * n, y + 0.25 * h),
                    (b + 0.1 * n, y + 0.25 * h),
                ],
                1.08 * w,
                0.003,
            ),
            "dark",
        )
        start = b + 0.63 * n
        if v.fins:
            d.add(
                "fins",
                union(
                    *(
                        box(1.0 * w, 0.16 * h, 0.012, 0.003).move(0, y + 0.54 * h, b + 0.16 * n + 0.026 * i)
                        for i in range(4)
                    )
                ),
                "dark",
            )
        if v.kind == "carbine":
            d.add(
                "stock",
                side(
                    [
                        (b + 0.01, y + 0.2 * h),
                        (b - 0.2 * n, y + 0.22 * h),
                        (b - 0.2 * n, y - 0.95 * h),
                        (b - 0.15 * n, y - 0.95 * h),
                        (b - 0.1 * n, y - 0.25 * h),
                        (b + 0.01, y - 0.25 * h),
                    ],
                    0.6 * w,
                    0.006,
                    [[(b - 0.16 * n, y), (b - 0.16 * n, y - 0.5 * h), (b - 0.1 * n, y)]],
                ),
                "dark",
            )
            d.add("foregrip", box(0.6 * w, 0.06, 0.035, 0.008).move(0, y - 0.5 * h - 0.022, b + 0.5 * n), "grip")
            d.add("cell", axle(0.3 * h, 1.14 * w, y - 0.05 * h, b + 0.28 * n, 0.004), "glow")
    d.add("barrel", tube(0.2 * h, start - 0.05, f - 0.02, y + 0.02 * h), "dark")
    for i in range(v.rings):
        z = start + 0.012 + (f - 0.05 - start) * i / v.rings
        d.add(
            f"ring_{i + 1}",
            torus((0.34 - 0.025 * i) * h, 0.06 * h).rotate(x=90).move(0, y + 0.02 * h, z)
            + tube((0.36 - 0.025 * i) * h, z - 0.002, z + 0.002, y + 0.02 * h),
            "glow" if i % 2 == 0 else "trim",
            group="rings",
        )
    yb = y + 0.02 * h
    if v.muzzle == "open":
        d.add(
            "muzzle",
            muzzle(
                [
                    (0.12 * h, f - 0.04),
                    (0.3 * h, f - 0.03),
                    (0.3 * h, f),
                    (0.2 * h, f),
                    (0.16 * h, f - 0.02),
                    (0, f - 0.02),
                ],
                yb,
            ),
            "dark",
        )
        d.add("core", tube(0.14 * h, f - 0.03, f - 0.015, yb), "glow")
    elif v.muzzle == "ball":
        d.add("muzzle", tube(0.22 * h, f - 0.045, f - 0.022, yb, bevel=0.002), "dark")
        d.add("core", sphere(0.24 * h).move(0, yb, f - 0.01), "glow")
    else:
        d.add(
            "muzzle",
            muzzle(
                [
                    (0.1 * h, f - 0.05),
                    (0.24 * h, f - 0.04),
                    (0.55 * h, f - 0.005),
                    (0.52 * h, f),
                    (0.2 * h, f - 0.025),
                    (0, f - 0.025),
                ],
                yb,
            ),
            "trim",
        )
        d.add("core", tube(0.06 * h, f - 0.03, f + 0.01, yb) + sphere(0.11 * h).move(0, yb, f + 0.01), "glow")
    for i in range(v.lamps):
        d.add(
            f"lamp_{i + 1}",
            axle(
                0.09 * h,
                (1.13 if v.kind != "ray" else 1.36 * h / w) * w,
                y + 0.04 * h + (0.05 * h if v.kind == "ray" else 0.0),
                b + (0.14 + 0.055 * i) * n if v.kind != "carbine" else b + (0.36 + 0.04 * i) * n,
            ),
            "glow",
            group="lamps",
        )
    if v.scope:
        yo = 0.66 * h if v.kind == "ray" else 0.5 * h
        ys = y + yo + 0.024
        d.add(
            "scope",
            union(
                tube(0.018, b + 0.14 * n, b + 0.46 * n, ys, bevel=0.003),
                box(0.014, 0.05, 0.05).move(0, ys - 0.024, b + 0.27 * n),
            ),
            "dark",
        )
        d.add("scope_lens", tube(0.014, b + 0.44 * n, b + 0.462 * n + 0.001, ys), "glow")
    d.point("grip", (0, 0.075, gz - 0.5 * lean), size=0.045)
    d.point("top", (0, y + 0.5 * h, 0), size=w)
    return d
