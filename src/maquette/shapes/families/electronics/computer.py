"""Desktop computers, old and new, and keyboards."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.electronics._screens import SCREEN, keys, slab, windows
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "computer",
    "electronics",
    nouns={
        "desktop computer": {},
        "pc": {},
        "desktop pc": {},
        "gaming pc": {"lights": True, "tower": True},
        "old computer": {"kind": "retro"},
        "retro computer": {"kind": "retro"},
        "workstation": {},
        "keyboard": {"kind": "keyboard"},
        "computer keyboard": {"kind": "keyboard"},
        "desktop": {},
    },
    parameters=(
        Choice("kind", ("modern", "retro", "keyboard")),
        Real("width", 0.52, 0.44, 0.62, about="of the screen"),
        Real("ratio", 0.58, 0.54, 0.64, unit=""),
        Real("tower_height", 0.42, 0.36, 0.48),
        Flag("tower", 0.75),
        Flag("lights", 0.5),
        Flag("mouse", 0.9),
        Whole("windows", 2, 0, 3),
        Whole("fans", 2, 1, 3),
        Whole("rows", 5, 4, 6, about="of keys"),
    ),
    slots={
        "case": ("paint:#24262b", "paint:#dcd6c4", "paint:#e8e8ea"),
        "screen": SCREEN,
        "key": ("paint:#e6e2d6", "paint:#34373d"),
        "content": ("glow:#dff0ff", "paint:#f4f6fa"),
        "light": ("glow:#40e0ff", "glow:#ff40c8", "glow:#70ff60", "glow:#ff6a2a"),
        "dark": ("paint:#15171a",),
        "metal": ("gunmetal", "aluminium"),
    },
    words={
        "lights": {"lights": True},
        "mouse": {"mouse": True},
        "tower": {"tower": True},
        "retro": {"kind": "retro"},
        "keys": {},
    },
    paints={"keys": "key", "keyboard": "case", "display": "screen", "fans": "light"},
    height=(0.02, 0.62),
)
def computer(v: Values) -> Draft:
    """Screen, keyboard, mouse and tower on a mat; a beige box with a tube on it; a keyboard alone."""
    w = v.width
    kw, kd = 0.84 * w, 0.3 * w
    board = extrude([(-kd / 2, 0), (kd / 2, 0), (kd / 2, 0.018), (-kd / 2, 0.034)], kw, bevel=0.003).rotate(y=-90)
    field = keys(0.95 * kw, 0.86 * kd, v.rows, 14, 0.012).rotate(x=math.degrees(math.atan2(0.016, kd))).move(y=0.024)
    if v.kind == "keyboard":
        d = Draft(extent=kw)
        d.add("case", board, "case")
        d.add("keys", field, "key", group="keys")
        if v.lights:
            d.add(
                "light",
                box(0.97 * kw, 0.006, 0.97 * kd).rotate(x=math.degrees(math.atan2(0.016, kd))).move(y=0.024),
                "light",
            )
        d.add(
            "cable",
            sweep(
                [
                    (0, 0.02, -0.48 * kd),
                    (0.02 * w, 0.006, -0.6 * kd),
                    (0.1 * w, 0.006, -0.8 * kd),
                    (0.08 * w, 0.006, -1.0 * kd),
                ],
                0.005,
            ),
            "dark",
        )
        d.point("top", (0, 0.035, 0), size=kw)
        return d
    retro = v.kind == "retro"
    full = 1.75 * w if v.tower and not retro else 1.35 * w
    d = Draft(extent=full)
    deep = 1.05 * w
    front = 0.2 * w
    d.add(
        "mat",
        slab(full, deep, 0.012, 0.03 * w, 0.003)
        .rotate(x=90)
        .move(0.1 * w if v.tower and not retro else 0.0, 0.006, front),
        "dark",
    )
    y0 = 0.011
    d.add("keyboard", board.move(0, y0, front + 0.32 * w), "case", group="keyboard")
    d.add("keys", field.move(0, y0, front + 0.32 * w), "key", group="keyboard")
    if v.mouse:
        d.add(
            "mouse",
            union(sphere(0.055 * w, 0.045 * w, 0.09 * w) & box(w, w, w).move(y=0.5 * w)).move(
                0.54 * w, y0, front + 0.32 * w
            ),
            "case",
            group="mouse",
        )
        d.add(
            "mouse_wheel",
            cylinder(0.016 * w, 0.012 * w).rotate(z=90).move(0.54 * w, y0 + 0.036 * w, front + 0.275 * w),
            "dark",
            group="mouse",
        )
    if retro:
        bw, bh, bd = 0.88 * w, 0.2 * w, 0.7 * w
        d.add("case", box(bw, bh, bd, 0.02 * w).move(0, y0 + bh / 2 - 0.002, -0.12 * w), "case")
        for k in (0, 1):
            d.add(
                f"drive_{k + 1}",
                union(
                    box(0.3 * w, 0.06 * w, 0.02 * w, 0.004 * w),
                    box(0.22 * w, 0.01 * w, 0.03 * w),
                    box(0.04 * w, 0.018 * w, 0.04 * w).move(0.1 * w, -0.018 * w),
                ).move(0.2 * w, y0 + bh * (0.3 + 0.4 * k), 0.23 * w),
                "dark" if k else "metal",
                group="drives",
            )
        d.add(
            "vents",
            union(
                *(
                    box(0.014 * w, 0.1 * w, 0.02 * w).move(-0.34 * w + 0.04 * w * k, y0 + 0.5 * bh, 0.228 * w)
                    for k in range(6)
                )
            ),
            "dark",
        )
        mw, mh = 0.72 * w, 0.6 * w
        y = y0 + bh + 0.06 * w + mh / 2
        d.add("neck", cylinder(0.2 * w, 0.12 * w).move(0, y0 + bh + 0.03 * w, -0.1 * w), "case")
        d.add(
            "monitor",
            union(
                difference(
                    extrude(rounded_rectangle(mw, mh, 0.05 * w), 0.3 * w, bevel=0.02 * w),
                    slab(0.8 * mw, 0.76 * mh, 0.1 * w, 0.05 * w, 0).move(0, 0.03 * mh, 0.15 * w),
                ),
                extrude(rounded_rectangle(0.9 * mw, 0.9 * mh, 0.05 * w), 0.3 * w, taper=1.4)
                .scale(0.72, 0.72, 1)
                .move(z=-0.25 * w),
            ).move(0, y, -0.02 * w),
            "case",
        )
        d.add(
            "screen",
            (sphere(0.55 * mw, 0.55 * mh, 0.06 * w) & slab(0.82 * mw, 0.78 * mh, w, 0.05 * w, 0)).move(
                0, y + 0.03 * mh, 0.075 * w
            ),
            "screen",
        )
        lines = [
            box((0.4 - 0.09 * (k % 3)) * mw, 0.03 * mh, 0.01 * w).move(
                (-0.12 - 0.045 * (k % 3)) * mw, (0.24 - 0.085 * k) * mh, 0
            )
            for k in range(5)
        ]
        d.add("content", union(*lines).move(0, y + 0.03 * mh, 0.123 * w), "light")
        d.add("light", box(0.03 * w, 0.014 * w, 0.02 * w).move(0.28 * w, y - 0.43 * mh, 0.128 * w), "light")
        d.point("top", (0, y + mh / 2, 0), size=mw)
        return d
    h = v.ratio * w
    y = y0 + 0.2 * w + h / 2
    d.add("monitor", slab(w, h, 0.03, 0.01 * w, 0.008).move(0, y, 0), "case")
    d.add(
        "stand",
        union(
            cylinder(0.17 * w, 0.014, bevel=0.004).move(y=y0 + 0.004),
            box(0.08 * w, 0.35 * w, 0.02, 0.005).move(0, y0 + 0.16 * w, -0.018),
        ),
        "metal",
    )
    d.add("screen", box(0.96 * w, h - 0.05 * w, 0.008).move(0, y + 0.008 * w, 0.013), "screen")
    if v.windows:
        d.add("content", windows(0.95 * w, h - 0.06 * w, 0.004, v.windows).move(0, y + 0.008 * w, 0.017), "content")
    if v.tower:
        th, tw, td = v.tower_height, 0.38 * v.tower_height + 0.02, 0.9 * w
        x = 0.55 * w + tw / 2 + 0.05 * w
        d.add(
            "tower", box(tw, th, 0.7 * td, 0.012).move(x, th / 2 + y0 - 0.002, front - 0.2 * w), "case", group="tower"
        )
        zf = front - 0.2 * w + 0.35 * td
        d.add("tower_front", box(0.9 * tw, 0.95 * th, 0.012, 0.004).move(x, th / 2 + y0, zf), "dark", group="tower")
        for i in range(v.fans):
            fy = y0 + th * (0.5 + (i - (v.fans - 1) / 2) * 0.3)
            q = min(0.36 * tw, 0.13 * th)
            d.add(
                f"fan_{i + 1}",
                union(
                    torus(q, 0.012 * w).rotate(x=90),
                    *(box(0.3 * q, 0.85 * q, 0.008).rotate(y=25).move(y=0.45 * q).rotate(z=72 * k) for k in range(5)),
                    cylinder(0.28 * q, 0.02).rotate(x=90),
                ).move(x, fy, zf + 0.006),
                "light" if v.lights else "metal",
                group="fans",
            )
        d.add("power", cylinder(0.012, 0.012).rotate(x=90).move(x + 0.32 * tw, y0 + 0.93 * th, zf + 0.003), "light")
    d.point("top", (0, y + h / 2, 0), size=w)
    return d
