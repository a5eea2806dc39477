"""Loudspeakers: towers, amplifiers, round ones."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod


@family(
    "loudspeaker",
    "electronics",
    nouns={
        "speaker": {},
        "speakers": {},
        "stereo speaker": {},
        "amplifier": {"kind": "amp"},
        "guitar amp": {"kind": "amp"},
        "subwoofer": {"drivers": 1},
        "smart speaker": {"kind": "round"},
        "megaphone": {"kind": "round"},
    },
    parameters=(
        Choice("kind", ("tower", "amp", "round")),
        Real("height", 0.6, 0.35, 0.95),
        Real("width", 0.46, 0.38, 0.56, unit="", about="share of the height"),
        Real("depth", 0.42, 0.34, 0.5, unit=""),
        Whole("drivers", 2, 1, 3),
        Real("bevel", 0.02, 0.005, 0.04, unit=""),
        Whole("knobs", 5, 3, 7),
        Flag("port", 0.6),
        Flag("spikes", 0.5),
        Flag("lights", 0.3),
    ),
    slots={
        "case": ("walnut", "paint:#202226", "oak", "paint:#e8e6e0", "mahogany"),
        "cone": ("paint:#2b2e33", "paint:#d8a83a", "paint:#8a8f96"),
        "rubber": ("rubber",),
        "metal": ("chrome", "brass", "gunmetal"),
        "light": ("glow:#40c8ff", "glow:#ff4a8a"),
        "grille": ("fabric:#6a655a", "fabric:#2b2c2e"),
    },
    words={"lights": {"lights": True}, "knobs": {"kind": "amp"}},
    paints={"cones": "cone", "knobs": "metal", "box": "case"},
    height=(0.12, 1.1),
)
def loudspeaker(v: Values) -> Draft:
    """A box with cones, an amplifier with knobs, a round one with a fabric skin."""
    h = v.height
    w, z = v.width * h, v.depth * h
    d = Draft(extent=h)
    if v.kind == "round":
        s = 0.35 * h
        r = 0.36 * s * 1.2
        d.extent = s
        d.add(
            "grille",
            lathe([(0.9 * r, 0.04 * s), (r, 0.12 * s), (r, 0.86 * s), (0.94 * r, 0.94 * s), (0, 0.94 * s)]),
            "grille",
        )
        d.add("base", lathe([(0, 0), (0.85 * r, 0), (0.92 * r, 0.05 * s), (0, 0.05 * s)]), "rubber")
        d.add("ring", torus(0.86 * r, 0.045 * r).move(y=0.94 * s), "light")
        d.add("top", lathe([(0.84 * r, 0.9 * s), (0.82 * r, 0.965 * s), (0, 0.955 * s)]), "case")
        d.add(
            "buttons",
            union(
                *(
                    cylinder(0.09 * r, 0.02 * s).move(0.4 * r * math.cos(k), 0.962 * s, 0.4 * r * math.sin(k))
                    for k in (0, 1.57, 3.14, 4.71)
                )
            ),
            "metal",
        )
        d.add("bands", union(*(torus(1.0 * r, 0.02 * r).move(y=(0.16 + 0.1 * k) * s) for k in range(7))), "grille")
        d.point("top", (0, 0.96 * s, 0), size=r)
        return d
    if v.kind == "amp":
        w = 0.95 * h
    lift = 0.035 * h
    b = v.bevel * h
    y = lift + h / 2
    d.add("case", box(w, h, z, b).move(y=y), "case")

    def driver(name: str, x: float, cy: float, r: float) -> None:
        f = z / 2
        d.add(
            f"surround_{name}",
            union(torus(0.88 * r, 0.1 * r).rotate(x=90), cylinder(0.9 * r, 0.06 * r).rotate(x=90)).move(x, cy, f),
            "rubber",
            group="drivers",
        )
        d.add(
            f"cone_{name}",
            lathe([(0, 0), (0.82 * r, 0), (0.82 * r, 0.09 * r), (0.3 * r, 0.045 * r), (0, 0.045 * r)])
            .rotate(x=90)
            .move(x, cy, f),
            "cone",
            group="cones",
        )
        d.add(f"dome_{name}", sphere(0.26 * r, 0.26 * r, 0.12 * r).move(x, cy, f + 0.05 * r), "metal", group="cones")
        d.add(
            f"ring_{name}",
            torus(r, 0.035 * r).rotate(x=90).move(x, cy, f),
            "light" if v.lights else "metal",
            group="drivers",
        )

    if v.kind == "amp":
        d.add(
            "grille", box(0.88 * w, 0.66 * h, 0.04 * h, 0.01 * h).move(0, lift + 0.4 * h, z / 2 - 0.008 * h), "grille"
        )
        d.add("panel", box(0.88 * w, 0.13 * h, 0.03 * h, 0.006 * h).move(0, lift + 0.85 * h, z / 2), "metal")
        d.add(
            "knobs",
            union(
                *(
                    cylinder(0.026 * h, 0.05 * h, sides=16, bevel=0.004 * h)
                    .rotate(x=90)
                    .move((k - (v.knobs - 1) / 2) * 0.72 * w / v.knobs, lift + 0.85 * h, z / 2 + 0.03 * h)
                    for k in range(v.knobs)
                )
            ),
            "rubber",
            group="knobs",
        )
        d.add(
            "light",
            cylinder(0.014 * h, 0.03 * h).rotate(x=90).move(0.4 * w, lift + 0.85 * h, z / 2 + 0.01 * h),
            "light",
        )
        d.add(
            "weave",
            union(
                *(
                    rod(
                        (-0.43 * w, lift + (0.12 + 0.08 * k) * h, z / 2 + 0.012 * h),
                        (0.43 * w, lift + (0.12 + 0.08 * k) * h, z / 2 + 0.012 * h),
                        radius=0.006 * h,
                    )
                    for k in range(8)
                )
            ),
            "rubber",
        )
        d.add(
            "corners",
            union(
                *(
                    sphere(0.05 * h).move(a * 0.478 * w, lift + q * h, e * 0.465 * z)
                    for a in (1, -1)
                    for q in (0.03, 0.97)
                    for e in (1, -1)
                )
            ),
            "metal",
        )
        d.add(
            "handle",
            sweep(
                [
                    (-0.14 * w, lift + 0.99 * h, 0),
                    (-0.12 * w, lift + 1.05 * h, 0),
                    (0.12 * w, lift + 1.05 * h, 0),
                    (0.14 * w, lift + 0.99 * h, 0),
                ],
                0.014 * h,
            ),
            "rubber",
        )
    else:
        big = 0.42 * w
        free = h - 0.1 * h
        each = min(2.15 * big, 0.68 * free / v.drivers)
        for i in range(v.drivers):
            driver(f"{i + 1}", 0, lift + 0.06 * h + each * (i + 0.5), min(big, 0.47 * each))
        driver("tweeter", 0, lift + h - 0.055 * h - 0.2 * w, 0.18 * w)
        if v.port:
            d.add(
                "port",
                union(torus(0.07 * w, 0.018 * w).rotate(x=90), cylinder(0.06 * w, 0.01 * w).rotate(x=90)).move(
                    0.32 * w, lift + h - 0.1 * h, z / 2
                ),
                "rubber",
            )
        d.add("badge", box(0.14 * w, 0.03 * w, 0.01 * w).move(-0.3 * w, lift + h - 0.08 * w, z / 2), "metal")
    feet = cylinder(0.006 * h, 1.3 * lift, top=0.022 * h) if v.spikes else cylinder(0.035 * h, 1.3 * lift, top=0.04 * h)
    d.add(
        "feet",
        union(*(feet.move(a * 0.4 * w, 0.65 * lift, e * 0.4 * z) for a in (1, -1) for e in (1, -1))),
        "metal" if v.spikes else "rubber",
        group="feet",
    )
    d.point("top", (0, lift + h, 0), size=w)
    return d
