"""Bathtubs: on clawed feet or on a plinth, with taps, a shower and foam."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, loft, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import oval
from maquette.shapes.sub.outlines import rod


@family(
    "bathtub",
    "household",
    nouns={
        "bath": {},
        "tub": {},
        "bath tub": {},
        "clawfoot tub": {"base": "claws"},
        "bubble bath": {"water": True, "foam": True},
        "hot tub": {"water": True, "foam": True, "base": "plinth"},
        "wooden tub": {"base": "none"},
    },
    parameters=(
        Real("length", 1.65, 1.45, 1.85),
        Real("width", 0.76, 0.68, 0.86),
        Real("height", 0.58, 0.5, 0.66),
        Choice("base", ("claws", "plinth", "none")),
        Choice("ends", ("slipper", "even"), about="one end higher than the other, or not"),
        Real("flare", 0.8, 0.7, 0.9, unit="", about="the floor, share of the rim"),
        Choice("taps", ("end", "floor", "none")),
        Whole("bubbles", 20, 10, 34),
        Flag("water", 0.45),
        Flag("foam", 0.4),
        Flag("duck", 0.25),
        Flag("shower", 0.25),
    ),
    slots={
        "tub": ("porcelain", "porcelain:#f2efe8", "ceramic", "paint:#a9c4c4"),
        "inside": ("porcelain",),
        "feet": ("brass", "chrome", "gold", "gunmetal"),
        "metal": ("chrome", "brass"),
        "water": ("water:#8fc4d8",),
        "foam": ("snow",),
        "duck": ("plastic:#f4c522",),
        "beak": ("plastic:#e8761c",),
    },
    words={
        "feet": {"base": "claws"},
        "claws": {"base": "claws"},
        "water": {"water": True},
        "bubbles": {"water": True, "foam": True},
        "foam": {"water": True, "foam": True},
        "duck": {"water": True, "duck": True},
        "shower": {"shower": True, "taps": "end"},
        "taps": {"taps": "end"},
        "faucet": {"taps": "end"},
    },
    paints={"foot": "feet", "legs": "feet", "taps": "metal", "faucet": "metal", "rim": "tub", "bubbles": "foam"},
    height=(0.48, 2.2),
)
def bathtub(v: Values) -> Draft:
    """Lies along X, the taps at its left end (+X)."""
    a, b, h = v.length / 2, v.width / 2, v.height
    d = Draft(extent=v.length)
    lift = {"claws": 0.13, "plinth": 0.06, "none": 0.0}[v.base]
    rise = 0.22 * h if v.ends == "slipper" else 0.0
    f = v.flare

    def ring(x: float, z: float) -> list[tuple[float, float]]:
        return oval(x, z, 0, 2.8, 40)

    def sheer(x: float) -> float:
        """The rim climbs toward the back end (-X)."""
        return float(rise * max(0.0, -x / a) ** 2)

    rows = ((0.0, f - 0.12), (0.05, f), (0.4, 0.5 + f / 2), (0.9, 1.0), (1.0, 1.02))
    body: Node = loft([(ring(a * k, b * k), (0, lift + (h + rise - lift) * y, 0)) for y, k in rows])
    cuts = [(0.1, f - 0.2), (0.16, f - 0.1), (0.5, 0.42 + f / 2), (0.92, 0.93), (1.05, 0.93)]
    well = loft([(ring(a * k, b * (k - 0.03)), (0, lift + (h + rise - lift) * y, 0)) for y, k in cuts])
    steps = [(-1.2 * a + 2.4 * a * i / 16, h + sheer(-1.2 * a + 2.4 * a * i / 16)) for i in range(17)]
    above = extrude([*steps, (1.2 * a, 3 * h), (-1.2 * a, 3 * h)], 4 * b)
    d.add("tub", body - well - above, "tub")
    lip = []
    for i in range(48):
        u = 2 * math.pi * i / 48
        c, s = math.cos(u), math.sin(u)
        x = 0.985 * a * math.copysign(abs(c) ** (2 / 2.8), c)
        z = 0.97 * b * math.copysign(abs(s) ** (2 / 2.8), s)
        lip.append((x, h + sheer(x) - 0.004, z))
    d.add("rim", sweep(lip, 0.032, closed=True), "tub")
    d.add("drain", cylinder(0.035, 0.02).move(0.4 * a, lift + 0.105 * (h + rise - lift), 0), "metal")
    if v.base == "claws":
        for i, (sx, sz) in enumerate(((1, 1), (-1, 1), (1, -1), (-1, -1))):
            leg = sweep(
                [(0.02, 0.2, -0.05), (0.03, 0.13, 0.015), (0.012, 0.06, 0.03), (0.02, 0.025, 0.03)],
                [0.05, 0.045, 0.024, 0.03],
            )
            paw = union(
                sphere(0.042, 0.03, 0.045).move(0.02, 0.03, 0.04),
                *(sphere(0.016, 0.018, 0.024).move(0.02 + 0.024 * k, 0.018, 0.076) for k in (-1, 0, 1)),
            )
            foot = union(leg, paw) - box(1, 1, 1).move(y=-0.5)
            d.add(f"foot_{i + 1}", _turned(foot, sx, sz, a * f, b * f), "feet", group="feet")
    elif v.base == "plinth":
        d.add(
            "plinth",
            loft(
                [(ring(a * f * 0.98, b * f * 0.98), (0, 0, 0)), (ring(a * f * 0.9, b * f * 0.9), (0, lift + 0.04, 0))],
                smooth=False,
            ),
            "tub",
        )
    level = lift + 0.72 * (h - lift)
    if v.water or v.foam or v.duck:
        k = 0.42 + f / 2 + (0.93 - 0.42 - f / 2) * ((level - lift) / (h + rise - lift) - 0.5) / 0.42
        d.add(
            "water",
            cylinder(1, 0.1).scale(a * (k + 0.01), 1, b * (k - 0.02)).move(y=level - 0.05)
            & loft([(ring(a * (q + 0.02), b * (q - 0.01)), (0, lift + (h + rise - lift) * y, 0)) for y, q in cuts]),
            "water",
        )
    if v.foam:
        rng = v.rng("foam")
        balls = []
        for _ in range(v.bubbles):
            u, q, r = rng.uniform(0, 6.28), math.sqrt(rng.uniform(0, 0.6)), rng.uniform(0.04, 0.09)
            balls.append(
                sphere(r, 0.8 * r, r).move(0.8 * a * q * math.cos(u), level + 0.2 * r, 0.72 * b * q * math.sin(u))
            )
        d.add("foam", union(*balls), "foam")
    if v.duck:
        x = 0.2 * a
        d.add(
            "duck",
            union(
                sphere(0.05, 0.036, 0.06),
                sphere(0.03).move(y=0.05, z=0.035),
                sphere(0.02, 0.02, 0.03).move(y=0.02, z=-0.055),
            ).move(x, level + 0.02, 0.3 * b),
            "duck",
            group="duck",
        )
        d.add("duck_beak", sphere(0.016, 0.006, 0.016).move(x, level + 0.068, 0.3 * b + 0.068), "beak", group="duck")
    if v.taps != "none":
        x = 0.93 * a if v.taps == "end" else a + 0.12
        start = h - 0.06 if v.taps == "end" else 0.0
        high = h + 0.16
        pipes = union(
            rod((x, start, 0.06), (x, high, 0.06), radius=0.014),
            rod((x, start, -0.06), (x, high, -0.06), radius=0.014),
            cylinder(0.018, 0.2).rotate(x=90).move(x, high, 0),
        )
        spout = sweep(
            [(x, high, 0), (x - 0.05, high + 0.035, 0), (x - 0.13, high + 0.02, 0), (x - 0.15, high - 0.05, 0)],
            [0.016, 0.016, 0.015, 0.017],
        )
        knobs = union(
            *(
                union(cylinder(0.006, 0.07).rotate(z=90), cylinder(0.006, 0.07), sphere(0.014)).move(x, high, s * 0.11)
                for s in (1, -1)
            )
        )
        d.add(
            "taps",
            union(
                pipes,
                spout,
                knobs,
                *(
                    cylinder(0.028, 0.012).move(x, start + 0.006 if v.taps == "floor" else h + 0.03, s * 0.06)
                    for s in (1, -1)
                ),
            ),
            "metal",
        )
        if v.taps == "floor":
            d.add(
                "bracket",
                rod((x, 0.8 * h, 0), (0.97 * a, 0.8 * h, 0), radius=0.01)
                + cylinder(0.01, 0.14).rotate(x=90).move(x, 0.8 * h, 0),
                "metal",
            )
        if v.shower:
            pole = rod(
                (x, high, 0), (x, 1.85, 0), (x - 0.06, 2.0, 0), (x - 0.3, 2.02, 0), (x - 0.34, 1.95, 0), radius=0.012
            )
            d.add(
                "shower",
                union(
                    pole,
                    lathe([(0.0, 0.0), (0.1, 0.0), (0.09, 0.02), (0.02, 0.05), (0.0, 0.05)]).move(x - 0.34, 1.9, 0),
                ),
                "metal",
            )
    d.point("top", (0, h, 0), size=b)
    d.point("seat", (0, level if v.water else lift + 0.1, 0), size=b)
    return d


def _turned(foot: Node, sx: int, sz: int, a: float, b: float) -> Node:
    """The foot of another corner, as a mirror image of the first."""
    out = foot.rotate(y=30).move(0.52 * a, 0, 0.5 * b)
    if sx < 0:
        out = out.mirror("x")
    return out.mirror("z") if sz < 0 else out
