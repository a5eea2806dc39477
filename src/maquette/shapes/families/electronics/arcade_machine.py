"""Arcade machines."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cylinder, extrude, sphere, sweep, union
from maquette.shapes.api import text as letters
from maquette.shapes.draft import Draft
from maquette.shapes.families.electronics._screens import slab
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "arcade machine",
    "electronics",
    nouns=("arcade cabinet", "arcade", "arcade game", "video game machine", "slot machine", "game machine"),
    parameters=(
        Real("height", 1.75, 1.55, 1.95),
        Real("width", 0.64, 0.56, 0.76),
        Real("depth", 0.74, 0.64, 0.84),
        Real("panel", 0.95, 0.86, 1.04, about="height of the controls"),
        Whole("joysticks", 2, 1, 2),
        Whole("buttons", 4, 2, 6, about="for each player"),
        Choice("title", ("ARCADE", "PLAY", "GAME", "STAR", "PIXEL")),
        Flag("coins", 0.85, about="coin door"),
        Flag("speaker", 0.7),
        Flag("invaders", 0.7),
    ),
    slots={
        "case": ("paint:#24305f", "paint:#1d1f26", "paint:#8a1f3a", "paint:#2f6a5a", "paint:#5a2a7a"),
        "screen": ("glow:#1f3fa0", "glow:#3a1a6a", "glow:#104a3a"),
        "trim": ("paint:#f0b82a", "chrome", "paint:#e8304a"),
        "marquee": ("glow:#ffd84a", "glow:#ff5a8a", "glow:#5ae0ff"),
        "letter": ("paint:#1a1530", "paint:#c8202a"),
        "button": ("paint:#e8304a", "glow:#ffe03a", "glow:#4aff8a"),
        "dark": ("paint:#121318",),
        "pixel": ("glow:#7aff6a", "glow:#ffef5a", "glow:#ff7ac8"),
    },
    words={"joystick": {"joysticks": 1}, "buttons": {"buttons": 6}, "coins": {"coins": True}},
    paints={"buttons": "button", "joysticks": "button", "sign": "marquee", "display": "screen", "cabinet": "case"},
    height=(1.45, 2.05),
)
def arcade_machine(v: Values) -> Draft:
    """Two side walls of the typical outline, with screen, controls and lit title between them."""
    h, w, z = v.height, v.width, v.depth
    p = v.panel
    d = Draft(extent=h)
    f, b = z / 2, -z / 2
    outline: list[Point2] = [
        (b, 0),
        (0.62 * f, 0),
        (0.62 * f, p - 0.22),
        (f, p - 0.1),
        (f, p),
        (0.42 * f, p + 0.1),
        (0.1 * f, p + 0.5 * (h - p)),
        (0.62 * f, h - 0.2),
        (0.62 * f, h),
        (b, h),
    ]
    side = extrude([(-x, y) for x, y in outline], 0.03, bevel=0.006).rotate(y=90)
    for s, name in ((1, "side_left"), (-1, "side_right")):
        d.add(name, side.move(x=s * (w / 2 - 0.015)), "case", group="sides")
    edge = sweep([(0, y, x) for x, y in outline], 0.011, smooth=False, closed=True, sides=8)
    d.add("trim", edge.move(x=w / 2 - 0.006).mirrored("x"), "trim")
    inset = 0.035
    body: list[Point2] = [
        (b + 0.02, 0.06),
        (0.62 * f - inset, 0.06),
        (0.62 * f - inset, p - 0.22),
        (f - inset, p - 0.11),
        (f - 0.02, p - 0.02),
        (0.42 * f, p + 0.07),
        (0.1 * f - inset, p + 0.5 * (h - p)),
        (0.62 * f - 0.06, h - 0.21),
        (0.62 * f - 0.06, h - 0.02),
        (b + 0.02, h - 0.02),
    ]
    d.add("body", extrude([(-x, y) for x, y in body], w - 0.04).rotate(y=90), "dark")
    # The slanted screen.
    x0, y0, x1, y1 = 0.42 * f, p + 0.07, 0.1 * f - inset, p + 0.5 * (h - p)
    lean = math.degrees(math.atan2(x0 - x1, y1 - y0))
    long = math.hypot(x0 - x1, y1 - y0)
    mid = (0.0, (y0 + y1) / 2, (x0 + x1) / 2)
    d.add("screen", slab(0.76 * w, 0.86 * long, 0.02, 0.03, 0.004).rotate(x=-lean).move(*mid), "screen")
    if v.invaders:
        u = 0.026 * w
        shape = ((-1, 1), (0, 1), (1, 1), (-2, 0), (-1, 0), (1, 0), (2, 0), (-2, -1), (0, -1), (2, -1), (0, 0))
        alien = union(*(box(1.04 * u, 1.04 * u, 0.008).move(a * u, q * u, 0) for a, q in shape))
        field = union(
            *(alien.move((i - 1) * 7.2 * u, (2.2 + 4 * j) * u, 0) for i in range(3) for j in range(2)),
            box(3 * u, 1.2 * u, 0.008).move(2 * u, -6 * u),
            box(u, u, 0.008).move(2 * u, -5 * u),
        )
        d.add("invaders", field.move(z=0.013).rotate(x=-lean).move(*mid), "pixel")
    d.add("marquee", box(w - 0.07, 0.15, 0.03, 0.006).move(0, h - 0.11, 0.62 * f - 0.05), "marquee")
    size = min(0.09, 0.9 * w / (0.75 * len(v.title)) * 0.9)
    d.add("title", letters(v.title, size, 0.012).move(0, h - 0.11, 0.62 * f - 0.032), "letter")
    # The control panel slopes from the screen to the front.
    tilt = math.degrees(math.atan2(0.09, f - 0.02 - 0.42 * f))
    ax, ay = (f - 0.02 + 0.42 * f) / 2, (p - 0.02 + p + 0.07) / 2
    for i in range(v.joysticks):
        x = (-0.3 if i == 0 else 0.08) * w if v.joysticks == 2 else -0.24 * w
        stick = union(cylinder(0.022, 0.016), cylinder(0.007, 0.08).move(y=0.04), sphere(0.02).move(y=0.085))
        d.add(f"joystick_{i + 1}", stick.rotate(x=tilt).move(x, ay, ax), "button", group="joysticks")
        caps = [
            union(cylinder(0.017, 0.022, bevel=0.004)).move(x + 0.1 * w + 0.042 * (k % 3), 0, -0.02 + 0.045 * (k // 3))
            for k in range(v.buttons)
        ]
        d.add(
            f"buttons_{i + 1}",
            union(*caps).move(-x, 0, 0).rotate(x=tilt).move(x, ay + 0.004, ax),
            "button",
            group="buttons",
        )
    if v.coins:
        zf = 0.62 * f - inset
        d.add(
            "coin_door",
            union(
                box(0.42 * w, 0.3, 0.02, 0.006),
                *(box(0.08 * w, 0.12, 0.03, 0.004).move(s * 0.1 * w, 0.04) for s in (1, -1)),
            ).move(0, 0.42 * p, zf),
            "trim",
        )
        d.add(
            "coin_slots",
            union(*(box(0.012, 0.05, 0.02).move(s * 0.1 * w, 0.42 * p + 0.05, zf + 0.013) for s in (1, -1))),
            "marquee",
        )
    if v.speaker:
        d.add(
            "speaker",
            union(
                *(
                    box(0.16 * w, 0.01, 0.02).move(s * 0.24 * w, h - 0.245 - 0.022 * k, 0.62 * f - 0.09 - 0.02 * k)
                    for s in (1, -1)
                    for k in range(4)
                )
            ),
            "trim",
        )
    d.add("base", box(w - 0.06, 0.08, 0.8 * z, 0.01).move(0, 0.04, -0.08 * z), "dark")
    d.point("top", (0, h, 0), size=w)
    d.point("front", (0, p, f), size=w)
    return d
