"""Suitcase: stands upright, its broad side to the front."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "suitcase",
    "container",
    nouns={
        "luggage": {"kind": "trolley"},
        "trolley case": {"kind": "trolley"},
        "rolling suitcase": {"kind": "trolley"},
        "briefcase": {"kind": "briefcase"},
        "travel case": {},
        "travel trunk": {"kind": "vintage"},
        "vintage suitcase": {"kind": "vintage"},
        "attache case": {"kind": "briefcase"},
    },
    parameters=(
        Choice("kind", ("vintage", "trolley", "briefcase")),
        Real("width", 0.62, 0.45, 0.75),
        Real("height", 0.44, 0.36, 0.52),
        Real("depth", 0.2, 0.14, 0.26),
        Real("corner", 0.07, 0.04, 0.12),
        Flag("straps", 0.65),
        Flag("corners", 0.6),
        Whole("ribs", 5, 3, 8),
        Whole("wheels", 4, 2, 4),
        Flag("stickers", 0.3),
        Flag("raised", 0.6, about="the trolley's handle"),
    ),
    slots={
        "body": ("leather", "leather:#7a2f24", "plastic:#2f6f9a", "plastic:#c0392b", "leather:#2f3f35", "aluminium"),
        "trim": ("leather:#3a2618", "leather:#d0a060", "plastic:#26282c"),
        "metal": ("brass", "chrome", "steel"),
        "wheel": ("rubber",),
        "sticker": ("paint:#e0b030", "paint:#3f9ac0"),
        "sticker_2": ("paint:#c0404a", "paint:#4a9a5a"),
    },
    words={
        "straps": {"straps": True},
        "wheels": {"kind": "trolley"},
        "stickers": {"stickers": True},
        "corners": {"corners": True},
    },
    paints={
        "handle": "trim",
        "straps": "trim",
        "wheels": "wheel",
        "buckles": "metal",
        "locks": "metal",
        "stickers": "sticker",
    },
    height=(0.28, 1.3),
)
def suitcase(v: Values) -> Draft:
    """Stands upright, its broad side to the front."""
    w, h, z, c = v.width, v.height, v.depth, v.corner
    lift = 0.0
    if v.kind == "trolley":
        w, h, lift = 0.72 * w, 1.4 * h, 0.055
    elif v.kind == "briefcase":
        w, h, z, c = 0.72 * w, 0.72 * h, 0.55 * z, 0.5 * c
    d = Draft(extent=max(w, h * (1.5 if v.kind == "trolley" and v.raised else 1.1)))
    y = lift + h / 2
    d.add("body", extrude(rounded_rectangle(w, h, c, 7), z, bevel=min(0.03, 0.2 * z)).move(y=y), "body")
    d.add(
        "seam",
        extrude(rounded_rectangle(w + 0.009, h + 0.004, 1.07 * c, 6), 0.022, bevel=0.004).move(
            y=y + (0.0 if lift else 0.004)
        ),
        "metal",
    )
    front = z / 2
    if v.kind == "trolley":
        step = 0.8 * w / v.ribs
        ribs = [
            sweep(
                [
                    ((i - (v.ribs - 1) / 2) * step, lift + 0.1 * h, s * front),
                    ((i - (v.ribs - 1) / 2) * step, lift + 0.9 * h, s * front),
                ],
                0.011,
                round_ends=True,
            )
            for i in range(v.ribs)
            for s in (1, -1)
        ]
        d.add("ribs", union(*ribs), "body")
        places = [(sx, sz) for sx in (1, -1) for sz in ((1, -1) if v.wheels > 2 else (-1,))]
        for i, (sx, sz) in enumerate(places):
            x, zz = sx * (w / 2 - 0.06), sz * (z / 2 - 0.05)
            d.add(
                f"wheel_{i + 1}",
                union(
                    *(cylinder(0.027, 0.016, bevel=0.004).rotate(z=90).move(x + k * 0.013, 0.027, zz) for k in (1, -1)),
                    cylinder(0.008, 0.03).rotate(z=90).move(x, 0.027, zz),
                ),
                "wheel",
                group="wheels",
            )
            d.add(
                f"fork_{i + 1}",
                union(
                    box(0.012, 0.045, 0.03, 0.003).move(x, 0.042, zz),
                    cylinder(0.026, 0.03, bevel=0.005).move(x, lift + 0.0, zz),
                ),
                "trim",
                group="wheels",
            )
        if v.wheels == 2:
            d.add(
                "feet",
                union(
                    *(
                        box(0.06, lift + 0.02, 0.03, 0.006).move(s * (w / 2 - 0.07), (lift + 0.02) / 2, z / 2 - 0.05)
                        for s in (1, -1)
                    )
                ),
                "trim",
            )
        high = lift + h + (0.42 * h if v.raised else 0.045)
        d.add(
            "pole",
            union(
                *(
                    cylinder(0.009, high - lift - h + 0.12).move(
                        s * 0.2 * w, (high + lift + h - 0.12) / 2, -z / 2 + 0.05
                    )
                    for s in (1, -1)
                )
            ),
            "metal",
            group="handle",
        )
        d.add(
            "handle", box(0.4 * w + 0.05, 0.032, 0.035, 0.012, 3).move(0, high, -z / 2 + 0.05), "trim", group="handle"
        )
        d.add(
            "sockets",
            union(*(cylinder(0.017, 0.03, bevel=0.004).move(s * 0.2 * w, lift + h, -z / 2 + 0.05) for s in (1, -1))),
            "trim",
            group="handle",
        )
        grip_y, gz = high, -z / 2 + 0.05
    else:
        grip_y, gz = h + 0.045, 0.0
        d.add(
            "handle",
            sweep(
                [
                    (0.075, h + 0.0, 0),
                    (0.07, h + 0.032, 0),
                    (0.04, h + 0.045, 0),
                    (-0.04, h + 0.045, 0),
                    (-0.07, h + 0.032, 0),
                    (-0.075, h, 0),
                ],
                [0.008, 0.009, 0.0125, 0.0125, 0.009, 0.008],
            ),
            "trim",
            group="handle",
        )
        d.add(
            "handle_rings",
            union(*(box(0.034, 0.02, 0.032, 0.005).move(s * 0.075, h + 0.004, 0) for s in (1, -1))),
            "metal",
            group="handle",
        )
        d.add(
            "locks",
            union(
                *(box(0.045, 0.03, 0.05, 0.006).move(s * 0.3 * w, h, 0) for s in (1, -1)),
                *(box(0.035, 0.05, 0.012, 0.004).move(s * 0.3 * w, h - 0.035, front) for s in (1, -1)),
            ),
            "metal",
            group="locks",
        )
        if v.straps and v.kind == "vintage":
            for name, s in (("strap_left", 1), ("strap_right", -1)):
                d.add(
                    name,
                    box(0.042, h + 0.012, z + 0.012, 0.008).move(s * 0.22 * w, h / 2 + 0.002, 0),
                    "trim",
                    group="straps",
                )
                d.add(
                    f"buckle_{'left' if s > 0 else 'right'}",
                    (box(0.066, 0.058, 0.014, 0.005) - box(0.04, 0.032, 0.1)).move(
                        s * 0.22 * w, 0.72 * h, front + 0.008
                    )
                    + box(0.006, 0.05, 0.01).move(s * 0.22 * w, 0.72 * h, front + 0.01),
                    "metal",
                    group="straps",
                )
    if v.corners and v.kind != "trolley":
        size = max(c * 1.1, 0.06)
        tips = [
            box(size, size, 3 * z).move(sx * (w / 2 - size / 2 + 0.02), h / 2 + sy * (h / 2 - size / 2 + 0.02), 0)
            for sx in (1, -1)
            for sy in (1, -1)
        ]
        grown = extrude(rounded_rectangle(w + 0.008, h + 0.008, c, 7), z + 0.008, bevel=min(0.03, 0.2 * z)).move(
            y=h / 2 + 0.004
        )
        d.add("corners", grown & union(*tips), "metal" if v.kind == "briefcase" else "trim", group="corners")
    if v.stickers:
        # On ribs they lie over them.
        front = front + 0.009 if v.kind == "trolley" else front
        d.add(
            "sticker_1",
            cylinder(0.05, 0.012, bevel=0.001).rotate(x=90).move(-0.06 * w, y + 0.12 * h, front),
            "sticker",
            group="stickers",
        )
        d.add(
            "sticker_2",
            box(0.12, 0.07, 0.012, 0.001).rotate(z=14).move(0.08 * w, y - 0.2 * h, front),
            "sticker_2",
            group="stickers",
        )
        d.add(
            "sticker_3",
            extrude([(0, 0.05), (0.045, -0.03), (-0.045, -0.03)], 0.012)
            .rotate(z=-10)
            .move(-0.1 * w, y - 0.22 * h, front),
            "sticker",
            group="stickers",
        )
    d.point("grip", (0, grip_y, gz), up=(1, 0, 0), size=0.025)
    d.point("top", (0, lift + h, 0), size=z)
    return d
