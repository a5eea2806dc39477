"""Blasters: ray guns, pistols and carbines of the future."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rounded_rectangle
from maquette.shapes.sub.sidewise import axle, muzzle, side, tube


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
