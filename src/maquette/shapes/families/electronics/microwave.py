"""Microwave ovens, toasters and coffee machines."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.electronics._appliances import DIGITS, WHITE, bar
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod


@family(
    "microwave",
    "electronics",
    nouns={
        "microwave oven": {},
        "toaster": {"toaster": True},
        "toaster oven": {},
        "coffee machine": {"coffee": True},
        "coffee maker": {"coffee": True},
        "espresso machine": {"coffee": True},
    },
    parameters=(
        Real("width", 0.48, 0.42, 0.56),
        Real("height", 0.58, 0.5, 0.66, unit="", about="share of the width"),
        Real("depth", 0.75, 0.66, 0.84, unit=""),
        Real("window", 0.66, 0.58, 0.72, unit=""),
        Whole("buttons", 9, 6, 12),
        Choice("handle", ("bar", "none")),
        Flag("display", 0.85),
        Flag("toaster", 0.15),
        Flag("coffee", 0.15),
        Whole("slots", 2, 1, 2),
        Flag("bread", 0.7),
    ),
    slots={
        "body": WHITE,
        "metal": ("chrome", "aluminium"),
        "dark": ("paint:#16181b",),
        "glass": ("dark glass", "slime:#2a3038"),
        "digit": DIGITS,
        "button": ("paint:#d8dadc", "paint:#4a4f56"),
        "toast": ("bread:#c98a42",),
        "cup": ("porcelain", "ceramic:#c8402f"),
        "coffee": ("chocolate:#3a2214",),
    },
    words={
        "handle": {"handle": "bar"},
        "display": {"display": True},
        "toast": {"toaster": True, "bread": True},
        "cup": {"coffee": True},
    },
    paints={"buttons": "button", "door": "body", "window": "glass"},
    height=(0.16, 0.5),
)
def microwave(v: Values) -> Draft:
    """A box with a window and keys; also a toaster, and a coffee machine with its cup."""
    w = v.width
    h, z = v.height * w, v.depth * w
    d = Draft(extent=w)
    if v.toaster:
        a, b, c = 0.62 * w, 0.4 * w, (0.3 + 0.08 * v.slots) * w
        d.extent = a * 1.1
        slots = [
            box(0.72 * a, 0.5 * b, 0.07 * w).move(0, 1.0 * b, (k - (v.slots - 1) / 2) * 0.15 * w)
            for k in range(v.slots)
        ]
        d.add("body", box(a, b, c, 0.09 * w, 4).move(y=b / 2 + 0.02 * w) - union(*slots), "body")
        d.add("base", box(0.96 * a, 0.06 * w, 0.94 * c, 0.015 * w).move(y=0.035 * w), "dark")
        if v.bread:
            for k in range(v.slots):
                d.add(
                    f"toast_{k + 1}",
                    box(0.6 * a, 0.62 * b, 0.05 * w, 0.02 * w).move(0, 0.98 * b, (k - (v.slots - 1) / 2) * 0.15 * w),
                    "toast",
                    group="toast",
                )
        else:
            d.add("rim", box(0.8 * a, 0.012 * w, 0.012 * w).move(0, b + 0.014 * w, 0), "metal")
        d.add(
            "lever",
            union(
                box(0.03 * w, 0.2 * w, 0.03 * w).move(0.5 * a, 0.5 * b, 0),
                box(0.07 * w, 0.03 * w, 0.1 * w, 0.01 * w).move(0.54 * a, 0.7 * b, 0),
            ),
            "dark",
        )
        d.add(
            "dial", cylinder(0.035 * w, 0.04 * w, bevel=0.006 * w).rotate(x=90).move(-0.3 * a, 0.3 * b, c / 2), "metal"
        )
        d.add("band", box(0.8 * a, 0.02 * w, 0.02 * w).move(0, 0.5 * b, c / 2 - 0.002 * w), "metal")
        d.point("top", (0, b, 0), size=a)
        return d
    if v.coffee:
        a, b, c = 0.5 * w, 0.72 * w, 0.6 * w
        d.extent = b
        d.add(
            "body",
            union(
                box(a, b, 0.42 * c, 0.03 * w, 3).move(0, b / 2 + 0.01 * w, -0.3 * c),
                box(a, 0.34 * b, c, 0.03 * w, 3).move(0, 0.84 * b, 0),
                box(a, 0.1 * b, c, 0.015 * w).move(0, 0.06 * b, 0),
            ),
            "body",
        )
        d.add(
            "tray",
            union(
                *(box(0.84 * a, 0.012 * w, 0.02 * w).move(0, 0.113 * b, (0.02 + 0.07 * k) * c) for k in range(6)),
                box(0.9 * a, 0.02 * w, 0.5 * c).move(0, 0.105 * b, 0.2 * c),
            ),
            "metal",
        )
        d.add(
            "group",
            union(
                cylinder(0.09 * w, 0.12 * b).move(0, 0.64 * b, 0.2 * c),
                cylinder(0.03 * w, 0.1 * b).move(0, 0.58 * b, 0.2 * c),
                rod((0, 0.64 * b, 0.2 * c), (0, 0.62 * b, 0.62 * c), radius=0.02 * w),
            ),
            "metal",
        )
        q = 0.075 * w
        d.add(
            "cup",
            union(
                cylinder(0.75 * q, 1.5 * q, top=q).move(0, 0.12 * b + 0.75 * q, 0.2 * c),
                torus(0.45 * q, 0.12 * q).rotate(x=90).move(1.05 * q, 0.12 * b + 0.8 * q, 0.2 * c),
            ),
            "cup",
        )
        d.add("coffee", cylinder(0.88 * q, 0.1 * q).move(0, 0.12 * b + 1.5 * q, 0.2 * c), "coffee")
        d.add(
            "stream",
            cylinder(0.12 * q, 0.56 * b - (0.12 * b + 1.4 * q)).move(0, (0.56 * b + 0.12 * b + 1.4 * q) / 2, 0.2 * c),
            "coffee",
        )
        d.add("display", box(0.5 * a, 0.09 * b, 0.02 * w, 0.004 * w).move(-0.12 * a, 0.9 * b, 0.5 * c), "digit")
        d.add(
            "dial", cylinder(0.055 * w, 0.04 * w, bevel=0.006 * w).rotate(x=90).move(0.3 * a, 0.9 * b, 0.5 * c), "metal"
        )
        d.add(
            "steam",
            sweep(
                [(0.38 * a, 0.7 * b, 0.35 * c), (0.4 * a, 0.5 * b, 0.42 * c), (0.42 * a, 0.36 * b, 0.5 * c)], 0.012 * w
            ),
            "metal",
        )
        d.add("beans", box(0.6 * a, 0.1 * b, 0.3 * c, 0.01 * w).move(0, 1.04 * b, -0.25 * c), "glass")
        d.point("top", (0, b, 0), size=a)
        return d
    lift = 0.03 * w
    y, f = lift + h / 2, z / 2
    d.add("body", box(w, h, z, 0.02 * w).move(y=y), "body")
    d.add(
        "feet",
        union(
            *(cylinder(0.03 * w, 0.05 * w).move(s * 0.4 * w, 0.025 * w, q * 0.4 * z) for s in (1, -1) for q in (1, -1))
        ),
        "dark",
    )
    dw = v.window * w + 0.06 * w
    x = -w / 2 + dw / 2 + 0.015 * w
    d.add("door", box(dw, 0.94 * h, 0.03 * w, 0.01 * w).move(x, y, f), "body", group="door")
    d.add("window", box(0.84 * dw, 0.7 * h, 0.02 * w, 0.006 * w).move(x, y, f + 0.01 * w), "glass")
    d.add(
        "mesh",
        union(
            *(box(0.8 * dw, 0.006 * h, 0.004 * w).move(x, y + (k - 4) * 0.075 * h, f + 0.0205 * w) for k in range(9))
        ),
        "dark",
    )
    if v.handle == "bar":
        d.add(
            "handle",
            bar(
                (x + 0.46 * dw, y - 0.34 * h, f + 0.01 * w),
                (x + 0.46 * dw, y + 0.34 * h, f + 0.01 * w),
                0.05 * w,
                0.014 * w,
            ),
            "metal",
        )
    px = (x + dw / 2 + w / 2) / 2
    pw = (w / 2 - x - dw / 2) * 0.84
    d.add("panel", box(pw, 0.92 * h, 0.02 * w, 0.006 * w).move(px, y, f), "dark")
    if v.display:
        d.add(
            "display",
            union(
                *(
                    box(0.13 * pw, 0.09 * h, 0.006 * w).move(px + (k - 1.5) * 0.2 * pw, y + 0.34 * h, f + 0.011 * w)
                    for k in range(4)
                )
            ),
            "digit",
        )
    d.add(
        "buttons",
        union(
            *(
                box(0.22 * pw, 0.07 * h, 0.02 * w, 0.003 * w).move(
                    px + (k % 3 - 1) * 0.29 * pw, y + (0.18 - 0.115 * (k // 3)) * h, f + 0.006 * w
                )
                for k in range(v.buttons)
            )
        ),
        "button",
        group="buttons",
    )
    d.add("start", box(0.8 * pw, 0.08 * h, 0.02 * w, 0.004 * w).move(px, y - 0.38 * h, f + 0.006 * w), "digit")
    d.add(
        "vents",
        union(
            *(box(0.01 * w, 0.2 * h, 0.16 * z).move(w / 2, y + 0.2 * h, (k - 2) * 0.03) for k in range(1)),
            *(box(0.012 * w, 0.02 * h, 0.3 * z).move(w / 2, y + (0.3 - 0.06 * k) * h, -0.2 * z) for k in range(5)),
        ),
        "dark",
    )
    d.point("top", (0, lift + h, 0), size=w)
    _ = math
    return d
