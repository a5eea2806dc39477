"""Microphones: handheld, retro, for a studio."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod, rounded_rectangle
from maquette.shapes.sub.palettes import DARK


@family(
    "microphone",
    "electronics",
    nouns={
        "mic": {},
        "studio microphone": {"kind": "studio"},
        "retro microphone": {"kind": "retro"},
        "singer microphone": {"kind": "hand"},
        "podcast microphone": {"kind": "studio"},
    },
    parameters=(
        Choice("kind", ("hand", "retro", "studio")),
        Real("height", 0.3, 0.24, 0.38),
        Real("head_radius", 0.03, 0.026, 0.036),
        Real("length", 0.17, 0.14, 0.2, about="of the body"),
        Choice("stand", ("table", "none", "floor")),
        Whole("ribs", 9, 7, 13),
        Real("tilt", 30, 15, 55, unit="deg"),
        Flag("switch", 0.7),
        Flag("cable", 0.5),
    ),
    slots={
        "body": ("paint:#26282d", "aluminium", "gold", "paint:#a81e2c"),
        "grille": ("steel", "chrome", "gold", "gunmetal"),
        "metal": ("chrome", "gunmetal"),
        "dark": DARK,
        "light": ("glow:#ff4a3a", "glow:#5aff7a"),
    },
    words={"stand": {"stand": "table"}, "retro": {"kind": "retro"}, "cable": {"cable": True}},
    paints={"head": "grille", "handle": "body"},
    height=(0.14, 1.8),
)
def microphone(v: Values) -> Draft:
    """A grille on a handle, a ribbed classic, a can on a spider; with a stand or without."""
    r, n = v.head_radius, v.length
    parts: list[tuple[str, Node, str]] = []
    if v.kind == "hand":
        parts.append(
            ("body", lathe([(0.42 * r, 0), (0.5 * r, 0.005), (0.6 * r, 0.75 * n), (0.82 * r, n), (0, n)]), "body")
        )
        mesh = union(
            sphere(r, 1.05 * r, r),
            *(
                torus(r * math.cos(b), 0.035 * r).move(y=1.05 * r * math.sin(b))
                for b in (-0.6, -0.3, 0.3, 0.6, 0.9, 1.2)
            ),
            *(torus(r, 0.035 * r).scale(1, 1, 1.05).rotate(x=90).rotate(y=30 * k) for k in range(6)),
        )
        parts.append(("grille", mesh.move(y=n + 0.75 * r), "grille"))
        parts.append(("ring", torus(r, 0.1 * r).move(y=n + 0.75 * r), "metal"))
        if v.switch:
            parts.append(("switch", box(0.3 * r, 0.6 * r, 0.25 * r, 0.05 * r).move(0, 0.6 * n, 0.6 * r), "light"))
        low, tall = 0.45 * n, n + 1.8 * r
    elif v.kind == "retro":
        tall = 4.6 * r
        body = extrude(rounded_rectangle(2.3 * r, tall, 1.1 * r, 8), 1.7 * r, bevel=0.35 * r).move(y=tall / 2)
        parts.append(("body", body, "dark"))
        ribs = [
            extrude(
                rounded_rectangle(0.16 * r, 0.94 * tall - 0.5 * abs(k) * r, 0.07 * r), 1.86 * r, bevel=0.05 * r
            ).move(k * 0.26 * r, tall / 2, 0)
            for k in range(-(min(v.ribs, 9) // 2), min(v.ribs, 9) // 2 + 1)
            if abs(k) * 0.26 < 1.1
        ]
        bands = [
            extrude(rounded_rectangle(2.36 * r, 0.32 * r, 0.1 * r), 1.92 * r, bevel=0.05 * r).move(y=tall * q)
            for q in (0.36, 0.55)
        ]
        parts.append(
            (
                "grille",
                union(
                    *ribs,
                    *bands,
                    difference(
                        extrude(rounded_rectangle(2.4 * r, 1.02 * tall, 1.15 * r, 8), 0.3 * r),
                        extrude(rounded_rectangle(2.1 * r, 0.94 * tall, 1.0 * r, 8), r),
                    ).move(y=tall / 2),
                ),
                "grille",
            )
        )
        parts.append(("neck", cylinder(0.4 * r, 0.8 * r).move(y=-0.2 * r), "metal"))
        low = 0.0
    else:
        tall = 5.0 * r
        parts.append(("body", lathe([(0, 0), (0.8 * r, 0), (r, 0.15 * r), (r, 2.3 * r), (0, 2.3 * r)]), "body"))
        parts.append(
            (
                "grille",
                union(
                    lathe([(0.96 * r, 2.25 * r), (0.96 * r, 4.2 * r), (0.7 * r, 4.8 * r), (0, 5.0 * r)], smooth=False),
                    *(torus(0.97 * r, 0.04 * r).move(y=(2.5 + 0.21 * k) * r) for k in range(v.ribs - 1)),
                ),
                "grille",
            )
        )
        parts.append(("ring", torus(0.99 * r, 0.09 * r).move(y=2.3 * r), "metal"))
        cage = union(
            torus(1.75 * r, 0.1 * r).move(y=0.5 * r),
            torus(1.75 * r, 0.1 * r).move(y=1.9 * r),
            *(
                rod(
                    (0.9 * r * math.cos(q), 1.2 * r, 0.9 * r * math.sin(q)),
                    (1.75 * r * math.cos(q), (0.5 + 1.4 * (k % 2)) * r, 1.75 * r * math.sin(q)),
                    radius=0.06 * r,
                )
                for k, q in enumerate([math.tau * k / 8 for k in range(8)])
            ),
            *(
                rod(
                    (1.75 * r * math.cos(q), 0.5 * r, 1.75 * r * math.sin(q)),
                    (1.75 * r * math.cos(q), 1.9 * r, 1.75 * r * math.sin(q)),
                    radius=0.08 * r,
                )
                for q in (0.4, 2.5, 4.6)
            ),
        )
        parts.append(("shock_mount", cage, "metal"))
        if v.switch:
            parts.append(("light", sphere(0.12 * r).move(0, 1.7 * r, 0.98 * r), "light"))
        low = 0.5 * r
    if v.stand == "none" and v.kind != "studio":
        d = Draft(extent=tall)
        base = 0.6 * r if v.kind == "retro" else 0.0
        for name, solid, slot in parts:
            d.add(name, solid.move(y=base), slot)
        d.point("top", (0, tall + base, 0), size=2 * r)
        d.point("grip", (0, 0.4 * n, 0), size=r)
        return d
    floor_ = v.stand == "floor"
    h = 1.25 + v.height if floor_ else max(v.height - tall * 0.5, 0.12)
    d = Draft(extent=h + tall)
    foot = 0.15 if floor_ else 0.075
    d.add(
        "stand",
        union(
            lathe([(0, 0), (foot, 0), (foot, 0.012), (0.3 * foot, 0.03), (0, 0.03)]),
            cylinder(0.009 if floor_ else 0.0065, h).move(y=h / 2),
            sphere(0.015).move(y=h),
        ),
        "metal",
    )
    lean = -0.0 if v.kind != "hand" else v.tilt
    for name, solid, slot in parts:
        shift = (
            solid.move(y=-low).rotate(x=lean)
            if v.kind == "hand"
            else solid.move(y=0.55 * r if v.kind == "retro" else 0.0)
        )
        d.add(name, shift.move(y=h + (0.4 * r if v.kind == "hand" else 0.0), z=0.0), slot)
    if v.kind == "hand":
        d.add(
            "clip",
            lathe([*[(0.75 * r, -0.5 * r), (0.8 * r, 0.5 * r), (0, 0.5 * r), (0, -0.5 * r)][:2], (0, 0.5 * r)])
            .rotate(x=lean)
            .move(y=h + 0.4 * r),
            "dark",
        )
    if v.kind == "studio":
        d.add(
            "arm",
            union(
                rod((0, h, 0), (0, h + 0.05 * r, -1.75 * r), radius=0.14 * r),
                rod((0, h, -1.75 * r), (0, h + 1.2 * r, -1.75 * r), radius=0.14 * r),
                cylinder(0.4 * r, 0.7 * r).move(y=h),
            ),
            "metal",
        )
    if v.cable and not floor_:
        d.add(
            "cable",
            sweep(
                [
                    (0, 0.012, -0.6 * foot),
                    (0, 0.006, -1.3 * foot),
                    (0.3 * foot, 0.006, -1.9 * foot),
                    (1.2 * foot, 0.006, -2.1 * foot),
                ],
                0.005,
                sides=8,
            ),
            "dark",
        )
    d.point("top", (0, h + tall, 0), size=2 * r)
    return d
