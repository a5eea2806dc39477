"""Magic wands."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, extrude, hull, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import star


@family(
    "wand",
    "weapon",
    nouns={
        "magic wand": {},
        "fairy wand": {"kind": "star"},
        "star wand": {"kind": "star"},
        "wizard wand": {"kind": "turned"},
        "baton": {"kind": "plain"},
        "magician wand": {"kind": "plain"},
    },
    parameters=(
        Choice("kind", ("turned", "star", "twisted", "plain", "heart")),
        Real("length", 0.36, 0.28, 0.45),
        Real("radius", 0.008, 0.006, 0.011),
        Real("head_size", 0.055, 0.04, 0.075),
        Whole("rings", 4, 2, 6),
        Whole("points", 5, 4, 8, about="of the star"),
        Real("grip_length", 0.28, 0.2, 0.36, unit="", about="share of the length"),
        Flag("tip", 0.7, about="a shining tip"),
        Flag("ribbon", 0.5),
    ),
    slots={
        "shaft": ("walnut", "mahogany", "birch", "paint:#1c1a20", "silver"),
        "star": ("gold", "glow:#ffd860", "paint:#f07ab0", "silver"),
        "grip": ("mahogany", "leather:#2a2220", "gold", "walnut"),
        "tip": ("glow:#60d0ff", "glow:#ffe070", "gem", "glow:#b070ff"),
        "ribbon": ("fabric:#d8407a", "fabric:#7a50c0", "fabric:#f0e8f0"),
    },
    words={
        "star": {"kind": "star"},
        "heart": {"kind": "heart"},
        "ribbon": {"ribbon": True},
        "twisted": {"kind": "twisted"},
    },
    paints={"handle": "grip", "heart": "star"},
    height=(0.25, 0.6),
)
def wand(v: Values) -> Draft:
    """Stands on the foot of its grip."""
    n, r, k = v.length, v.radius, v.head_size
    d = Draft(extent=n)
    g = v.grip_length * n
    d.add(
        "grip",
        lathe(
            [
                (0.9 * r, 0),
                (1.7 * r, 0.02 * n),
                (1.2 * r, 0.05 * n),
                (1.5 * r, 0.5 * g),
                (1.25 * r, 0.85 * g),
                (1.9 * r, 0.94 * g),
                (1.1 * r, g),
            ],
            smooth=True,
        ),
        "grip",
    )
    high = n - k if v.kind in ("star", "heart") else n
    if v.kind == "twisted":
        coils = [
            [
                (
                    0.55 * r * math.cos(0.55 * i + s),
                    0.9 * g + (high - 0.95 * g) * i / 40,
                    0.55 * r * math.sin(0.55 * i + s),
                )
                for i in range(41)
            ]
            for s in (0, math.pi)
        ]
        d.add("shaft", union(*(sweep(c, [0.75 * r] * 30 + [0.6 * r] * 11, round_ends=True) for c in coils)), "shaft")
    else:
        d.add(
            "shaft",
            sweep(
                [(0, 0.9 * g, 0), (0, high - 0.01, 0)],
                [1.1 * r, 0.62 * r if v.kind != "plain" else 1.1 * r],
                round_ends=True,
            ),
            "shaft",
        )
    for i in range(v.rings):
        y = g + (0.3 * (high - g)) * i / v.rings
        d.add(f"ring_{i + 1}", torus(0.95 * r, 0.45 * r).move(y=y), "star", group="rings")
    if v.kind == "star":
        s = star(k, v.points, 0.45)
        d.add(
            "star",
            hull([*((x, y, 0.0) for x, y in s[0::2]), (0, 0, 0.3 * k), (0, 0, -0.3 * k)]).move(y=n - k)
            & extrude(s, k, bevel=0.0).move(y=n - k),
            "star",
        )
    elif v.kind == "heart":
        pts = [
            (
                k * 16 * math.sin(a) ** 3 / 17,
                k * (13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)) / 17,
            )
            for a in [math.tau * i / 32 for i in range(32)]
        ]
        d.add("heart", extrude(pts, 0.4 * k, bevel=0.1 * k).move(y=n - 0.7 * k), "star")
    elif v.tip:
        d.add("tip", sphere(1.3 * r, 1.9 * r, 1.3 * r).move(y=n), "tip")
    elif v.kind == "plain":
        d.add("tip_cap", cylinder(1.22 * r, 0.12 * n, bevel=0.2 * r).move(y=n - 0.05 * n), "star")
    if v.ribbon and v.kind in ("star", "heart"):
        y = high - 0.55 * k if v.kind == "star" else high - 0.35 * k
        tail = sweep(
            [(0, 0, 0.003), (0.02, -0.03, 0.012), (0.012, -0.08, 0.006), (0.03, -0.12, 0.01)],
            profile=[(-0.007, -0.0016), (0.007, -0.0016), (0.007, 0.0016), (-0.007, 0.0016)],
        )
        bow = torus(0.012, 0.004).scale(1.3, 1, 0.8).rotate(x=90).move(0.014)
        d.add("ribbon", union(tail.mirrored("x"), bow.mirrored("x"), sphere(0.009)).move(0, y, 0.001), "ribbon")
    d.point("grip", (0, 0.5 * g, 0), size=2.6 * r)
    d.point("top", (0, n, 0), size=2 * r)
    return d
