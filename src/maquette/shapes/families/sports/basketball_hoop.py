"""Basketball hoops: a backboard with a ring and a net, on a pole."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import arch, rod, rounded_rectangle, slab
from maquette.shapes.sub.sidewise import axle


@family(
    "basketball hoop",
    "sports",
    nouns={
        "basketball goal": {},
        "basketball stand": {"kind": "portable"},
        "basketball ring": {},
        "basketball backboard": {},
        "portable basketball hoop": {"kind": "portable"},
        "hoop": {},
    },
    parameters=(
        Choice("kind", ("street", "portable", "court")),
        Choice("board", ("rectangle", "fan")),
        Real("height", 3.05, 2.2, 3.1, about="of the ring"),
        Real("width", 1.6, 1.1, 1.83, about="of the backboard"),
        Real("reach", 0.9, 0.6, 1.2, about="from the pole to the backboard"),
        Real("pole", 0.065, 0.05, 0.09, about="radius"),
        Real("sag", 0.42, 0.36, 0.48, about="length of the net"),
        Whole("cords", 12, 10, 14),
        Flag("net", 0.95),
        Flag("ball", 0.2),
        Flag("padding", 0.5),
        Flag("frame", 0.8),
    ),
    slots={
        "board": ("paint:#f2f2ee", "plastic:#dfe8ec", "paint:#e6e0cc"),
        "pole": ("steel", "paint:#2b2e33", "paint:#1f4f8f", "paint:#3a6a4a"),
        "ring": ("paint:#e0561a", "paint:#d83a1a"),
        "lines": ("paint:#c8281e", "paint:#1c1d20", "paint:#e0561a"),
        "net": ("rope:#f2efe6", "rope:#e8e4da"),
        "base": ("plastic:#1e1f22", "concrete", "paint:#2b2e33"),
        "padding": ("plastic:#1f4f8f", "plastic:#b8262a", "plastic:#222327"),
        "ball": ("rubber:#d2691e",),
        "seams": ("rubber",),
    },
    words={"net": {"net": True}, "ball": {"ball": True}, "backboard": {}, "ring": {}},
    paints={"backboard": "board", "rim": "ring", "hoop": "ring", "stand": "pole", "pad": "padding", "frame": "lines"},
    height=(2.5, 4.5),
)
def basketball_hoop(v: Values) -> Draft:
    """The backboard looks to the front."""
    h, w, p = v.height, v.width, v.pole
    tall = 0.62 * w
    d = Draft(extent=h + 0.8)
    zb = 0.25
    zp = zb - v.reach
    low = h - 0.15
    outline = (
        rounded_rectangle(w, tall, 0.05)
        if v.board == "rectangle"
        else [(x, y - tall / 2) for x, y in arch(w, tall, 0.72 * tall, 20)]
    )
    yb = low + tall / 2
    d.add("board", extrude(outline, 0.04, bevel=0.006).move(0, yb, zb), "board", group="backboard")
    lines = [
        extrude(rounded_rectangle(0.6, 0.46, 0.01), 0.02, holes=[rounded_rectangle(0.5, 0.36, 0.01)]).move(
            0, h + 0.3, zb + 0.015
        )
    ]
    if v.frame:
        inner = [(0.93 * x, 0.9 * y) for x, y in outline]
        lines.append(extrude([(0.995 * x, 0.99 * y) for x, y in outline], 0.02, holes=[inner]).move(0, yb, zb + 0.015))
    d.add("lines", union(*lines), "lines", group="backboard")
    # Ring and net.
    r, zr = 0.235, zb + 0.02 + 0.15 + 0.235
    bracket = union(
        box(0.2, 0.12, 0.03, 0.006).move(0, h - 0.03, zb + 0.03),
        box(0.14, 0.025, 0.19).move(0, h - 0.005, zb + 0.115),
        rod((0.05, h - 0.08, zb + 0.03), (0.05, h - 0.01, zr - r + 0.06), radius=0.012),
        rod((-0.05, h - 0.08, zb + 0.03), (-0.05, h - 0.01, zr - r + 0.06), radius=0.012),
    )
    d.add("ring", union(torus(r, 0.013).move(0, h, zr), bracket), "ring", group="ring")
    if v.net:
        cords = []
        n = v.cords
        for i in range(n):
            for s in (1, -1):
                path = []
                for j in range(6):
                    t = j / 5
                    a = 2 * math.pi * (i + s * 2.5 * t) / n
                    rr = r - 0.002 - (0.1 * math.sin(0.5 * math.pi * min(1.25 * t, 1)) - 0.012 * max(0, t - 0.8) * 5)
                    path.append((rr * math.cos(a), h - 0.008 - v.sag * t, zr + rr * math.sin(a)))
                cords.append(sweep(path, 0.006, sides=5, smooth=False))
        hems = [torus(0.147, 0.008).move(0, h - 0.008 - v.sag, zr)]
        d.add("net", union(*cords, *hems), "net", group="net")
    if v.ball:
        at = (0.0, h + 0.07, zr)
        ball = sphere(0.121)
        d.add("ball", ball.move(*at), "ball", group="ball")
        d.add(
            "seams",
            union(torus(0.1205, 0.004), torus(0.1205, 0.004).rotate(x=90), torus(0.1205, 0.004).rotate(z=90))
            .rotate(x=25, z=30)
            .move(*at),
            "seams",
            group="ball",
        )
    # Pole with arms.
    if v.kind == "court":
        lean = [(0, 0.25, zp - 0.75), (0, 0.55 * h, zp - 0.35), (0, yb - 0.1, zb - 0.05)]
        arms = [
            sweep(lean, profile=rounded_rectangle(2.4 * p, 2.4 * p, 0.02, 2), smooth=False),
            rod((0, 0.3, zp - 0.2), (0, 0.55 * h, zp - 0.35), radius=0.7 * p),
            rod((0, 0.56 * h, zp - 0.3), (0, yb + 0.25 * tall, zb - 0.03), radius=0.5 * p),
        ]
        base = box(1.2, 0.28, 1.5, 0.04).move(0, 0.15, zp - 0.6)
        pad = box(1.24, 0.5, 0.12, 0.03).move(0, 0.34, zp + 0.16)
    else:
        bend = low - 0.35
        pole = sweep([(0, 0.02, zp), (0, bend, zp), (0, bend + 0.12, zp + 0.02)], p, smooth=False)
        arms = [
            pole,
            sphere(1.02 * p).move(0, bend + 0.12, zp + 0.02),
            rod((0, bend, zp), (0, yb - 0.18 * tall, zb - 0.02), radius=0.8 * p),
            rod((0, bend - 0.3, zp), (0, low + 0.08, zb - 0.02), radius=0.45 * p),
            rod((0, bend + 0.1, zp), (0, yb + 0.3 * tall, zb - 0.02), radius=0.45 * p),
        ]
        base = (
            cylinder(0.34, 0.08, 0.3, bevel=0.02).move(0, 0.04, zp)
            if v.kind == "street"
            else slab(rounded_rectangle(0.8, 1.15, 0.2), 0.2, 0.05).move(0, 0.13, zp - 0.2)
        )
        if v.kind == "portable":
            arms += [rod((s * 0.05, 1.1, zp), (s * 0.3, 0.15, zp - 0.55), radius=0.4 * p) for s in (1, -1)]
        pad = cylinder(1.9 * p, 1.5, bevel=0.02).move(0, 1.0, zp)
    plate = union(
        *(box(0.06, 0.7 * tall, 0.05, 0.01).move(s * 0.2 * w, yb - 0.05, zb - 0.035) for s in (1, -1)),
        box(0.5 * w, 0.1, 0.05, 0.01).move(0, yb - 0.18 * tall, zb - 0.035),
        box(0.5 * w, 0.08, 0.05, 0.01).move(
            0, yb + 0.28 * tall if v.board == "rectangle" else yb + 0.2 * tall, zb - 0.035
        ),
    )
    d.add("pole", union(*arms, plate), "pole", group="pole")
    if v.kind == "portable":
        d.add(
            "wheels",
            union(*(axle(0.09, 0.06, 0.09, zp + 0.36, 0.01).move(x=s * 0.3) for s in (1, -1))),
            "seams",
            group="base",
        )
    d.add("base", base, "base", group="base")
    if v.padding or v.kind == "court":
        d.add("padding", pad, "padding", group="padding")
    d.point("top", (0, low + tall, zb))
    d.point("front", (0, h, zr), size=2 * r)
    return d
