"""Drones with four or more propellers."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.palettes import DARK


@family(
    "drone",
    "electronics",
    nouns={
        "quadcopter": {"arms": 4},
        "uav": {},
        "hexacopter": {"arms": 6},
        "quadrocopter": {"arms": 4},
        "delivery drone": {"box": True},
        "camera drone": {"camera": True},
    },
    parameters=(
        Real("width", 0.42, 0.28, 0.6),
        Whole("arms", 4, 4, 6),
        Whole("blades", 2, 2, 4),
        Real("propeller", 0.34, 0.28, 0.4, unit="", about="radius of a propeller, share of the arm"),
        Real("body_length", 0.42, 0.34, 0.52, unit=""),
        Flag("guards", 0.4),
        Flag("camera", 0.8),
        Flag("lights", 0.8),
        Flag("box", 0.2),
        Choice("legs", ("skids", "posts")),
    ),
    slots={
        "body": ("paint:#e8e8ea", "paint:#2b2e33", "paint:#c8402a", "paint:#3f6a8a", "paint:#e0b02a"),
        "arm": ("paint:#3a3d42", "aluminium"),
        "dark": DARK,
        "propeller": ("paint:#1d1f23", "paint:#e8622a"),
        "lens": ("slime:#27395f",),
        "light": ("glow:#50ff70", "glow:#ff4a3a", "glow:#40c8ff"),
        "box": ("cardboard",),
    },
    words={
        "guards": {"guards": True},
        "camera": {"camera": True},
        "lights": {"lights": True},
        "package": {"box": True},
        "box": {"box": True},
    },
    paints={"propellers": "propeller", "rotors": "propeller", "arms": "arm", "legs": "arm"},
    height=(0.08, 0.4),
)
def drone(v: Values) -> Draft:
    """A body with arms, motors, propellers and a camera under its nose; it stands on its legs."""
    w = v.width
    a = 0.5 * w
    d = Draft(extent=1.5 * w)
    n = v.body_length * w
    legs = (0.2 if v.camera or v.box else 0.13) * w + (0.08 * w if v.box else 0)
    y = legs + 0.07 * w
    d.add(
        "body",
        union(
            sphere(0.3 * n, 0.055 * w, 0.52 * n).move(y=y),
            sphere(0.2 * n, 0.075 * w, 0.36 * n).move(0, y + 0.02 * w, -0.04 * n),
        ),
        "body",
    )
    d.add("top", sphere(0.13 * n, 0.04 * w, 0.26 * n).move(0, y + 0.065 * w, -0.03 * n), "arm")
    p = min(v.propeller * 2, 0.95 * math.sin(math.pi / v.arms) * 1.0) * a * 0.95
    for i in range(v.arms):
        q = math.tau * (i + 0.5) / v.arms
        x, z = a * math.sin(q), a * math.cos(q)
        d.add(
            f"arm_{i + 1}",
            sweep(
                [(0.1 * x, y, 0.1 * z), (0.6 * x, y + 0.012 * w, 0.6 * z), (x, y + 0.012 * w, z)],
                [0.04 * w, 0.024 * w, 0.022 * w],
            ).scale(1, 1, 1),
            "arm",
            group="arms",
        )
        d.add(
            f"motor_{i + 1}",
            lathe(
                [
                    (0, -0.02 * w),
                    (0.026 * w, -0.02 * w),
                    (0.036 * w, 0.0),
                    (0.036 * w, 0.05 * w),
                    (0.015 * w, 0.065 * w),
                    (0.012 * w, 0.09 * w),
                    (0, 0.09 * w),
                ]
            ).move(x, y + 0.01 * w, z),
            "dark",
            group="motors",
        )
        blade = sphere(0.5 * p, 0.008 * w, 0.034 * w).rotate(x=14).move(x=0.48 * p)
        d.add(
            f"propeller_{i + 1}",
            union(blade.around(v.blades), cylinder(0.022 * w, 0.022 * w))
            .rotate(y=37 * i + 12)
            .move(x, y + 0.085 * w, z),
            "propeller",
            group="propellers",
        )
        if v.guards:
            d.add(
                f"guard_{i + 1}",
                union(
                    torus(1.06 * p, 0.012 * w),
                    *(
                        rod((0, -0.05 * w, 0), (1.06 * p * math.cos(k), 0, 1.06 * p * math.sin(k)), radius=0.007 * w)
                        for k in (0.5 - q, 2.6 - q, 4.7 - q)
                    ),
                ).move(x, y + 0.08 * w, z),
                "body",
                group="guards",
            )
        if v.lights:
            d.add(f"light_{i + 1}", sphere(0.016 * w).move(1.0 * x, y - 0.015 * w, 1.0 * z), "light", group="lights")
    if v.legs == "skids":
        for s, name in ((1, "left"), (-1, "right")):
            x = s * 0.3 * n + s * 0.06 * w
            d.add(
                f"skid_{name}",
                union(
                    rod((x, 0.014 * w, -0.42 * n), (x, 0.014 * w, 0.42 * n), radius=0.014 * w, round_ends=True),
                    *(
                        rod((s * 0.16 * n, y - 0.02 * w, k * 0.2 * n), (x, 0.014 * w, k * 0.28 * n), radius=0.011 * w)
                        for k in (1, -1)
                    ),
                ),
                "arm",
                group="legs",
            )
    else:
        d.add(
            "posts",
            union(
                *(
                    sweep(
                        [(sx * 0.2 * n, y - 0.01 * w, sz * 0.3 * n), (sx * 0.34 * n, 0, sz * 0.42 * n)],
                        [0.02 * w, 0.013 * w],
                    )
                    for sx in (1, -1)
                    for sz in (1, -1)
                )
            ),
            "arm",
            group="legs",
        )
    if v.camera:
        c = 0.055 * w
        d.add(
            "camera",
            union(
                sphere(c).move(0, y - 0.09 * w, 0.36 * n),
                rod((0, y - 0.02 * w, 0.3 * n), (0, y - 0.07 * w, 0.35 * n), radius=0.4 * c),
                *(box(0.3 * c, 1.4 * c, 1.1 * c, 0.1 * c).move(s * 1.05 * c, y - 0.075 * w, 0.35 * n) for s in (1, -1)),
                box(2.2 * c, 0.3 * c, 0.9 * c, 0.1 * c).move(0, y - 0.048 * w, 0.34 * n),
            ),
            "dark",
        )
        d.add(
            "lens",
            union(cylinder(0.62 * c, 0.5 * c, bevel=0.1 * c).rotate(x=90).move(0, y - 0.09 * w, 0.36 * n + 0.9 * c)),
            "lens",
        )
    if v.box:
        s = min(0.22 * w, legs * 0.85)
        d.add("box", box(1.2 * s, s, 1.3 * s, 0.03 * s, 1).move(0, y - 0.03 * w - 0.5 * s, -0.12 * n), "box")
        d.add(
            "tape",
            box(0.25 * s, 1.02 * s, 1.32 * s, 0.02 * s, 1).move(0, y - 0.03 * w - 0.5 * s, -0.12 * n),
            "light" if v.lights else "arm",
        )
    for s, name in ((1, "left"), (-1, "right")):
        d.add(
            f"eye_{name}",
            sphere(0.03 * n, 0.02 * w, 0.03 * n).move(s * 0.13 * n, y + 0.006 * w, 0.45 * n),
            "light" if v.lights else "dark",
            group="eyes",
        )
    d.point("top", (0, y + 0.1 * w, 0), size=w)
    return d
