"""Rifles, shotguns and muskets."""

from __future__ import annotations

from maquette.shapes.api import Point2, box, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import bezier
from maquette.shapes.sub.outlines import rounded_rectangle
from maquette.shapes.sub.sidewise import axle, muzzle, side, tube


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
