"""Refrigerators, washing machines, microwave ovens."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod

WHITE = ("paint:#e9e8e4", "steel", "paint:#8fc0b4", "paint:#c8423a", "paint:#e8cf8a", "paint:#2a2d32")
DIGITS = ("glow:#5affa0", "glow:#40c8ff", "glow:#ff6a3a")


def bar(a: tuple[float, float, float], b: tuple[float, float, float], out: float, radius: float) -> Node:
    """A handle in front of a door, from a to b."""
    return union(
        rod((a[0], a[1], a[2] + out), (b[0], b[1], b[2] + out), radius=radius, round_ends=True),
        *(
            rod((p[0], p[1], p[2] - radius), (p[0], p[1], p[2] + out), radius=0.8 * radius)
            for p in (tuple(x + (y - x) * k for x, y in zip(a, b, strict=True)) for k in (0.12, 0.88))
        ),
    )


@family(
    "refrigerator",
    "electronics",
    nouns={
        "fridge": {},
        "freezer": {"doors": 1},
        "icebox": {"style_of": "retro"},
        "retro fridge": {"style_of": "retro"},
        "fridge freezer": {"doors": 2},
    },
    parameters=(
        Real("height", 1.75, 1.3, 1.95),
        Real("width", 0.7, 0.56, 0.95),
        Real("depth", 0.68, 0.58, 0.76),
        Whole("doors", 2, 1, 3),
        Choice("style_of", ("modern", "retro", "side by side")),
        Choice("freezer", ("top", "bottom")),
        Flag("dispenser", 0.4),
        Whole("magnets", 3, 0, 6),
        Flag("note", 0.4),
        Flag("screen", 0.3),
    ),
    slots={
        "body": WHITE,
        "metal": ("chrome", "aluminium"),
        "dark": ("paint:#1a1c20",),
        "digit": DIGITS,
        "magnet": ("paint:#e8304a", "paint:#f0b82a", "paint:#3f8ad8"),
        "paper": ("paper", "paper:#f7e58a"),
    },
    words={
        "magnets": {"magnets": 5},
        "retro": {"style_of": "retro"},
        "dispenser": {"dispenser": True},
        "note": {"note": True},
    },
    paints={"door": "body", "doors": "body", "handle": "metal", "handles": "metal"},
    height=(1.2, 2.05),
)
def refrigerator(v: Values) -> Draft:
    """A cabinet with doors, handles, feet, magnets."""
    h, w, z = v.height, v.width, v.depth
    d = Draft(extent=h)
    retro = v.style_of == "retro"
    b = 0.07 if retro else 0.012
    lift = 0.06
    d.add("body", box(w, h - lift, z - 0.06, b, 3 if retro else 2).move(0, lift + (h - lift) / 2, -0.03), "body")
    d.add("plinth", box(0.94 * w, 0.09, z - 0.14, 0.01).move(0, 0.05, -0.03), "dark")
    low, top = lift + 0.02, h - 0.012
    f = z / 2 - 0.045
    doors: list[tuple[float, float, float, float]] = []
    if v.style_of == "side by side":
        doors = [(-0.25 * w, (low + top) / 2, 0.49 * w, top - low), (0.25 * w, (low + top) / 2, 0.49 * w, top - low)]
    elif v.doors == 1:
        doors = [(0, (low + top) / 2, 0.985 * w, top - low)]
    else:
        cut = low + (top - low) * (0.68 if v.freezer == "top" else 0.36)
        doors = [(0, (low + cut) / 2, 0.985 * w, cut - low - 0.012), (0, (cut + top) / 2, 0.985 * w, top - cut - 0.002)]
        if v.doors == 3:
            mid = (low + cut) / 2 if v.freezer == "bottom" else cut
            if v.freezer == "bottom":
                doors = [
                    (0, (low + mid) / 2, 0.985 * w, mid - low - 0.012),
                    (0, (mid + cut) / 2, 0.985 * w, cut - mid - 0.012),
                    doors[1],
                ]
    for k, (x, y, a, tall) in enumerate(doors):
        d.add(
            f"door_{k + 1}", box(a, tall, 0.1, 0.035 if retro else 0.012, 3).move(x, y, f + 0.02), "body", group="doors"
        )
        zf = f + 0.07
        if v.style_of == "side by side":
            s = 1 if x < 0 else -1
            d.add(
                f"handle_{k + 1}",
                bar((x + s * 0.19 * w, y - 0.22 * tall, zf), (x + s * 0.19 * w, y + 0.22 * tall, zf), 0.04, 0.012),
                "metal",
                group="handles",
            )
        elif retro:
            d.add(
                f"handle_{k + 1}",
                union(
                    box(0.17, 0.035, 0.03, 0.01).move(
                        -0.34 * w + 0.03, y + (0.3 * tall if y < 0.6 * h else -0.3 * tall), zf + 0.015
                    ),
                    sphere(0.035, 0.035, 0.03).move(
                        -0.34 * w - 0.03, y + (0.3 * tall if y < 0.6 * h else -0.3 * tall), zf
                    ),
                ),
                "metal",
                group="handles",
            )
        else:
            long = min(0.36 * tall, 0.4)
            yy = y + (tall / 2 - long / 2 - 0.08 if y < 0.5 * h else -tall / 2 + long / 2 + 0.08)
            if tall < 0.45:
                d.add(
                    f"handle_{k + 1}",
                    bar((-0.3 * w, y + 0.3 * tall, zf), (0.3 * w, y + 0.3 * tall, zf), 0.04, 0.012),
                    "metal",
                    group="handles",
                )
            else:
                d.add(
                    f"handle_{k + 1}",
                    bar((-0.4 * w, yy - long / 2, zf), (-0.4 * w, yy + long / 2, zf), 0.04, 0.012),
                    "metal",
                    group="handles",
                )
    big = max(doors, key=lambda q: q[3])
    zf = f + 0.07
    if v.dispenser and not retro:
        x = big[0]
        d.add("dispenser", box(0.2, 0.3, 0.016, 0.006).move(x + 0.02, big[1] + 0.12, zf), "dark")
        d.add("dispenser_display", box(0.14, 0.035, 0.01).move(x + 0.02, big[1] + 0.23, zf + 0.006), "digit")
        d.add("tap", box(0.05, 0.06, 0.03, 0.008).move(x + 0.02, big[1] + 0.14, zf + 0.012), "metal")
    if v.screen and not retro and not v.dispenser:
        d.add("screen", box(0.2, 0.14, 0.012, 0.004).move(big[0] + 0.05, big[1] + 0.2, zf), "digit")
    rng = v.rng("magnets")
    upper = max(doors, key=lambda q: q[1] + q[3] / 2)
    for k in range(v.magnets):
        x, y = (
            upper[0] + float(rng.uniform(-0.1, 0.38)) * upper[2],
            upper[1] + float(rng.uniform(-0.35, 0.35)) * upper[3],
        )
        d.add(
            f"magnet_{k + 1}",
            (cylinder(0.022, 0.016, bevel=0.004) if k % 2 else box(0.045, 0.016, 0.03, 0.005))
            .rotate(x=90)
            .move(x, y, zf + 0.004),
            "magnet",
            group="magnets",
        )
    if v.note:
        d.add(
            "note", box(0.11, 0.14, 0.012).rotate(z=-5).move(upper[0] + 0.22 * upper[2], upper[1] - 0.05, zf), "paper"
        )
    if retro:
        d.add(
            "badge",
            union(box(0.2, 0.022, 0.014, 0.004), cylinder(0.03, 0.016, sides=6).rotate(x=90)).move(
                0.18 * w, top - 0.16, zf
            ),
            "metal",
        )
    d.add(
        "feet",
        union(*(cylinder(0.022, 0.05).move(a * 0.4 * w, 0.025, q * 0.36 * z) for a in (1, -1) for q in (1, -1))),
        "dark",
    )
    d.point("top", (0, h, 0), size=w)
    return d


@family(
    "washing machine",
    "electronics",
    nouns={
        "washer": {},
        "dryer": {"dryer": True},
        "tumble dryer": {"dryer": True},
        "laundry machine": {},
        "dishwasher": {"dish": True},
        "oven": {"oven": True},
        "stove": {"oven": True},
        "cooker": {"oven": True},
    },
    parameters=(
        Real("height", 0.85, 0.8, 0.92),
        Real("width", 0.6, 0.55, 0.66),
        Real("depth", 0.58, 0.5, 0.64),
        Real("door_radius", 0.34, 0.29, 0.38, unit="", about="share of the width"),
        Whole("buttons", 5, 3, 7),
        Flag("display", 0.7),
        Flag("drawer", 0.9),
        Flag("hatch", 0.6),
        Flag("dryer", 0.15),
        Flag("oven", 0.12),
        Flag("dish", 0.0),
        Whole("rings", 4, 4, 4),
    ),
    slots={
        "body": WHITE,
        "metal": ("chrome", "aluminium", "paint:#5a5f66"),
        "glass": ("slime:#3a4f62", "dark glass"),
        "dark": ("paint:#1a1c20",),
        "digit": DIGITS,
        "button": ("paint:#c9ccd0", "paint:#3f454c"),
    },
    words={"door": {}, "display": {"display": True}, "buttons": {}},
    paints={"buttons": "button", "window": "glass", "porthole": "glass"},
    height=(0.75, 1.05),
)
def washing_machine(v: Values) -> Draft:
    """A box with a round door; with a wide window and rings on top it is an oven."""
    h, w, z = v.height, v.width, v.depth
    d = Draft(extent=h)
    d.add("body", box(w, h - 0.03, z, 0.015).move(0, h / 2 + 0.005, 0), "body")
    d.add(
        "top",
        box(1.02 * w, 0.03, 1.02 * z, 0.008).move(0, h - 0.012, 0),
        "body" if not v.oven else "dark",
        group="body",
    )
    d.add("plinth", box(0.96 * w, 0.1, 0.02, 0.004).move(0, 0.075, z / 2), "metal" if v.dryer else "body", group="body")
    d.add(
        "feet",
        union(*(cylinder(0.025, 0.04).move(a * 0.4 * w, 0.02, q * 0.4 * z) for a in (1, -1) for q in (1, -1))),
        "dark",
    )
    f = z / 2
    panel = h - 0.095
    d.add("panel", box(0.97 * w, 0.12, 0.03, 0.008).move(0, panel, f), "body" if not v.oven else "metal", group="panel")
    d.add("seam", box(0.97 * w, 0.006, 0.012).move(0, panel - 0.066, f), "dark")
    if v.oven or v.dish:
        y = 0.12 + (panel - 0.07 - 0.12) / 2
        tall = panel - 0.07 - 0.14
        d.add("door", box(0.95 * w, tall, 0.04, 0.012).move(0, y, f), "body" if v.dish else "metal", group="door")
        if not v.dish:
            d.add("window", box(0.7 * w, 0.52 * tall, 0.02, 0.008).move(0, y - 0.03, f + 0.016), "glass")
        d.add(
            "handle",
            bar((-0.36 * w, y + 0.4 * tall, f + 0.02), (0.36 * w, y + 0.4 * tall, f + 0.02), 0.045, 0.012),
            "metal",
        )
        if v.oven:
            for k in range(v.rings):
                x, q = (0.23 if k % 2 else -0.23) * w, (0.23 if k < 2 else -0.23) * z
                d.add(
                    f"ring_{k + 1}",
                    union(
                        torus(0.085, 0.009),
                        torus(0.05, 0.009),
                        cylinder(0.024, 0.02),
                        *(box(0.2, 0.012, 0.012).rotate(y=90 * s) for s in (0, 1)),
                    ).move(x, h + 0.006, q),
                    "dark",
                    group="rings",
                )
    else:
        r = v.door_radius * w
        y = 0.13 + (panel - 0.07 - 0.13) / 2
        d.add(
            "door_ring",
            union(torus(0.9 * r, 0.11 * r).rotate(x=90), cylinder(0.9 * r, 0.05).rotate(x=90)).move(0, y, f + 0.004),
            "metal" if not v.dryer else "body",
            group="door",
        )
        d.add("door_inner", torus(0.7 * r, 0.05 * r).rotate(x=90).move(0, y, f + 0.028), "dark", group="door")
        d.add("window", sphere(0.68 * r, 0.68 * r, 0.2 * r).move(0, y, f + 0.02), "glass")
        d.add("handle", box(0.05, 0.16, 0.03, 0.012).rotate(z=0).move(0.93 * r, y, f + 0.035), "dark")
        d.add("hinge", box(0.05, 0.18, 0.03, 0.008).move(-0.95 * r, y, f + 0.01), "metal")
        if v.drawer:
            d.add(
                "drawer",
                union(box(0.24 * w, 0.085, 0.02, 0.006), box(0.14 * w, 0.016, 0.03, 0.004).move(y=-0.02)).move(
                    -0.32 * w, panel, f + 0.012
                ),
                "button",
            )
        if v.hatch:
            d.add("hatch", box(0.11, 0.075, 0.014, 0.006).move(0.34 * w, 0.075, f + 0.008), "metal")
    d.add(
        "dial",
        union(cylinder(0.042, 0.04, sides=24, bevel=0.005).rotate(x=90), box(0.008, 0.04, 0.03).move(0, 0.02, 0.01))
        .rotate(z=-40)
        .move(0.0, panel, f + 0.02),
        "metal",
    )
    if v.display:
        d.add("display", box(0.2 * w, 0.05, 0.014, 0.004).move(0.2 * w, panel + 0.012, f + 0.011), "dark")
        d.add(
            "digits",
            union(
                *(
                    box(0.014, 0.028, 0.006).move(0.2 * w + (k - 1.5) * 0.024, panel + 0.012, f + 0.019)
                    for k in range(4)
                )
            ),
            "digit",
        )
    d.add(
        "buttons",
        union(
            *(
                cylinder(0.012, 0.02, bevel=0.003)
                .rotate(x=90)
                .move(0.33 * w + (k % 3) * 0.032, panel - 0.02 + 0.035 * (k // 3) - 0.01, f + 0.014)
                for k in range(v.buttons)
            )
        ),
        "button",
        group="buttons",
    )
    d.point("top", (0, h, 0), size=w)
    return d


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
