"""Handheld game consoles."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.electronics._screens import slab
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "handheld console",
    "electronics",
    nouns={
        "game boy": {"kind": "upright"},
        "gameboy": {"kind": "upright"},
        "handheld game": {},
        "portable console": {"kind": "wide"},
        "game console": {"kind": "wide"},
        "video game console": {"kind": "wide"},
        "gaming console": {"kind": "wide"},
    },
    parameters=(
        Choice("kind", ("upright", "wide")),
        Real("height", 0.15, 0.13, 0.17),
        Real("ratio", 0.61, 0.56, 0.68, unit=""),
        Real("thickness", 0.028, 0.022, 0.034),
        Real("corner", 0.12, 0.06, 0.2, unit=""),
        Whole("buttons", 2, 2, 4),
        Whole("slots", 6, 4, 8, about="of the loudspeaker"),
        Flag("stripes", 0.6),
        Flag("cartridge", 0.6),
        Flag("screws", 0.5),
    ),
    slots={
        "body": ("paint:#d0ccc0", "paint:#8a5ac0", "paint:#e8c03a", "paint:#3f9ab0", "paint:#2a2c30"),
        "screen": ("glow:#9ac03a", "glow:#5fb0e0", "glow:#e0d88a"),
        "bezel": ("paint:#3a3d48",),
        "button": ("paint:#a81e50", "paint:#e8304a", "paint:#2f6ac0"),
        "pad": ("paint:#1c1e22",),
        "pixel": ("paint:#25351a",),
        "left": ("paint:#e84a4a", "paint:#3f9ad8"),
        "right": ("paint:#3fb8e0", "paint:#e0a03a"),
    },
    words={"buttons": {"buttons": 4}, "cartridge": {"cartridge": True}},
    paints={"buttons": "button", "display": "screen"},
    height=(0.07, 0.19),
)
def handheld_console(v: Values) -> Draft:
    """Upright with a small screen above the pad, or a wide one with grips in two colours."""
    t = v.thickness
    if v.kind == "wide":
        h, w = 0.62 * v.height, 1.5 * v.height
        d = Draft(extent=w)
        y = h / 2
        d.add("body", slab(0.7 * w, h, 0.7 * t, 0.02 * w, 0.1 * t).move(y=y), "pad")
        d.add("screen", box(0.56 * w, 0.76 * h, 0.006).move(0, y, 0.34 * t), "screen")
        for s, name in ((1, "right"), (-1, "left")):
            grip = union(
                slab(0.2 * w, h, 0.8 * t, 0.09 * w, 0.15 * t).move(s * 0.41 * w, 0, 0),
                box(0.1 * w, h, 0.8 * t, 0.12 * t).move(s * 0.37 * w, 0, 0),
            )
            d.add(f"grip_{name}", grip.move(y=y), name, group="grips")
            sy = 0.2 * h if s < 0 else -0.18 * h
            d.add(
                f"stick_{name}",
                union(
                    cylinder(0.032 * w, 0.2 * t).rotate(x=90),
                    lathe(
                        [
                            (0.02 * w, 0),
                            (0.02 * w, 0.25 * t),
                            (0.036 * w, 0.32 * t),
                            (0.03 * w, 0.42 * t),
                            (0, 0.36 * t),
                        ]
                    ).rotate(x=90),
                ).move(s * 0.415 * w, y + sy, 0.42 * t),
                "pad",
                group="sticks",
            )
            by = -sy
            if s > 0 or v.stripes:
                d.add(
                    f"buttons_{name}",
                    union(
                        *(
                            cylinder(0.014 * w, 0.2 * t, bevel=0.03 * t)
                            .rotate(x=90)
                            .move(0.027 * w * math.cos(k * math.pi / 2), 0.027 * w * math.sin(k * math.pi / 2), 0)
                            for k in range(4)
                        )
                    ).move(s * 0.415 * w, y + by, 0.42 * t),
                    "button" if s > 0 else "pad",
                    group="buttons",
                )
            else:
                d.add(
                    f"buttons_{name}",
                    union(
                        box(0.07 * w, 0.024 * w, 0.2 * t, 0.03 * t), box(0.024 * w, 0.07 * w, 0.2 * t, 0.03 * t)
                    ).move(s * 0.415 * w, y + by, 0.42 * t),
                    "pad",
                    group="buttons",
                )
            d.add(
                f"trigger_{name}",
                box(0.12 * w, 0.03 * h, 0.5 * t, 0.05 * t).move(s * 0.4 * w, y + 0.5 * h, -0.1 * t),
                "pad",
                group="triggers",
            )
        d.add(
            "content",
            union(
                box(0.5 * w, 0.06 * h, 0.003).move(0, -0.3 * h),
                box(0.12 * w, 0.06 * h, 0.003).move(0.1 * w, -0.12 * h),
                box(0.1 * w, 0.06 * h, 0.003).move(-0.12 * w, 0.05 * h),
                box(0.03 * w, 0.09 * h, 0.003).move(-0.12 * w, 0.12 * h),
                cylinder(0.03 * w, 0.003).rotate(x=90).move(0.2 * w, 0.25 * h),
            ).move(0, y, 0.34 * t + 0.0035),
            "pixel",
        )
        d.point("top", (0, h, 0), size=w)
        return d
    h = v.height
    w = v.ratio * h
    d = Draft(extent=h)
    c = v.corner * w
    y = h / 2
    d.add(
        "body",
        union(slab(w, h, t, c, 0.1 * t), box(0.84 * w, 0.4 * h, 0.4 * t, 0.1 * t).move(0, -0.2 * h, -0.45 * t)).move(
            y=y
        ),
        "body",
    )
    d.add("bezel", slab(0.84 * w, 0.4 * h, 0.006, 0.06 * w, 0.001).move(0, y + 0.22 * h, 0.5 * t - 0.001), "bezel")
    d.add("screen", box(0.56 * w, 0.31 * h, 0.006).move(0, y + 0.22 * h, 0.5 * t + 0.0005), "screen")
    blocks = [(-3, -3, 7, 1), (-2, -2, 2, 1), (1, -2, 1, 1), (2, 0, 2, 1), (-1, 2, 1, 2), (-3, 0, 1, 1)]
    u = 0.07 * w
    d.add(
        "content",
        union(
            *(box(a * u, b * u, 0.003).move((x + a / 2) * u - 0.0 * u, (q + b / 2) * u, 0) for x, q, a, b in blocks)
        ).move(0, y + 0.21 * h, 0.5 * t + 0.0038),
        "pixel",
    )
    if v.stripes:
        d.add(
            "stripes",
            union(
                *(
                    box(0.74 * w, 0.006 * h, 0.003).move(
                        0, y + (0.4 + 0.014 * k - 0.003) * h - 0.0 * h, 0.5 * t + 0.002
                    )
                    for k in (0,)
                ),
                box(0.08 * w, 0.03 * h, 0.003).move(-0.35 * w, y + 0.24 * h, 0.5 * t + 0.002),
            ),
            "button",
        )
    d.add(
        "pad",
        union(box(0.3 * w, 0.1 * w, 0.008, 0.002), box(0.1 * w, 0.3 * w, 0.008, 0.002)).move(
            -0.27 * w, y - 0.15 * h, 0.5 * t + 0.001
        ),
        "pad",
    )
    for i in range(v.buttons):
        a = math.radians(25 + 180 * i if v.buttons < 3 else 25 + 360 * i / v.buttons)
        d.add(
            f"button_{i + 1}",
            cylinder(0.075 * w if v.buttons < 3 else 0.06 * w, 0.01, bevel=0.002)
            .rotate(x=90)
            .move(0.26 * w + 0.11 * w * math.cos(a), y - 0.14 * h + 0.11 * w * math.sin(a), 0.5 * t + 0.001),
            "button",
            group="buttons",
        )
    d.add(
        "start",
        union(*(capsule(0.022 * w, 0.12 * w).rotate(z=-65).move(x * w, y - 0.33 * h, 0.5 * t) for x in (-0.14, 0.06))),
        "pad",
        group="buttons",
    )
    d.add(
        "speaker",
        union(
            *(
                box(0.016 * w, 0.16 * w, 0.003)
                .rotate(z=-28)
                .move((0.18 + 0.05 * (k - 1)) * w, y - (0.42 - 0.004 * k) * h, 0.5 * t + 0.0005)
                for k in range(min(v.slots, 6))
            )
        ),
        "bezel",
    )
    if v.cartridge:
        d.add("cartridge", union(box(0.76 * w, 0.12 * h, 0.3 * t, 0.05 * t)).move(0, h - 0.04 * h, -0.3 * t), "bezel")
    if v.screws:
        d.add(
            "screws",
            union(
                *(
                    cylinder(0.03 * w, 0.006).rotate(x=90).move(s * 0.4 * w, y + q * 0.43 * h, -0.5 * t)
                    for s in (1, -1)
                    for q in (1,)
                )
            ),
            "pad",
        )
    d.point("top", (0, h, 0), size=w)
    d.point("grip", (0, 0.3 * h, 0), size=w)
    return d
