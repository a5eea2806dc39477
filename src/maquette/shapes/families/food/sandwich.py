"""Sandwiches: triangles, squares, long rolls."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, difference, extrude, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "sandwich",
    "food",
    nouns={
        "club sandwich": {"layers": 2, "kind": "triangle"},
        "blt": {},
        "toastie": {},
        "burrito": {"kind": "sub"},
        "sub sandwich": {"kind": "sub"},
        "submarine sandwich": {"kind": "sub"},
    },
    parameters=(
        Choice("kind", ("triangle", "square", "sub")),
        Real("width", 0.11, 0.09, 0.14),
        Real("thickness", 0.12, 0.09, 0.15, unit="", about="of a slice, share of the width"),
        Whole("layers", 1, 1, 2),
        Flag("cheese", 0.8),
        Flag("lettuce", 0.85),
        Flag("tomatoes", 0.7),
        Flag("ham", 0.8),
        Flag("egg", 0.3),
        Flag("olive", 0.4, about="on a stick"),
    ),
    slots={
        "bread": ("bread:#e0bc82", "bread:#b98648", "bread:#d3a468"),
        "crust": ("bread:#a86a30", "bread:#8a5226"),
        "cheese": ("paint:#f5c03a",),
        "lettuce": ("leaf:#7ab83c", "leaf:#5fa034"),
        "tomato": ("paint:#d2321f",),
        "ham": ("plastic:#e08a86", "plastic:#b8584a"),
        "egg": ("cream:#fbf4e4",),
        "stick": ("pine",),
        "olive": ("paint:#6a7a2a",),
    },
    words={
        "cheese": {"cheese": True},
        "lettuce": {"lettuce": True},
        "ham": {"ham": True},
        "tomato": {"tomatoes": True},
        "egg": {"egg": True},
        "triangle": {"kind": "triangle"},
        "stick": {"olive": True},
    },
    paints={"salad": "lettuce", "toast": "bread"},
    height=(0.03, 0.24),
)
def sandwich(v: Values) -> Draft:
    """Slices with fillings between them: square, cut across, or a long roll."""
    w, t = v.width, v.thickness * v.width
    sub = v.kind == "sub"
    deep = w if not sub else 0.42 * w * 1.2
    wide = w if not sub else 2.0 * w
    d = Draft(extent=wide * (1.25 if not sub else 1.1))
    tri = v.kind == "triangle"

    def sheet(height: float, grow: float, wavy: float = 0.0, bevel: float = 0.25) -> Node:
        if tri:
            h = 0.5 * w * (1 + grow)
            outline = [(-1.18 * h, -0.72 * h), (1.18 * h, -0.72 * h), (0.12 * h, 0.7 * h), (-0.12 * h, 0.7 * h)]
        else:
            outline = rounded_rectangle(
                wide * (1 + 0.6 * grow), deep * (1 + grow), 0.12 * w if not sub else 0.49 * deep, 5
            )
        if wavy:
            outline = [
                (x + wavy * w * math.sin(9 * k), y + wavy * w * math.cos(7 * k))
                for k, (x, y) in enumerate(_dense(outline))
            ]
        return extrude(outline, height, bevel=bevel * height).rotate(x=-90)

    y = 0.0

    def slice_(name: str) -> None:
        nonlocal y
        thick = t if not sub else 1.6 * t
        d.add(name, sheet(thick, 0.0).move(y=y + thick / 2), "bread" if not sub else "crust", group="bread")
        if not sub:
            d.add(
                name.replace("bread", "crust"),
                difference(sheet(0.8 * thick, 0.02, bevel=0.1), sheet(2 * thick, -0.06)).move(y=y + thick / 2),
                "crust",
                group="crust",
            )
        y += 0.97 * thick

    slice_("bread_1")
    for i in range(v.layers if not sub else 1):
        for name, there, thick, grow, wavy in (
            ("lettuce", v.lettuce, 0.055, 0.1, 0.02),
            ("ham", v.ham, 0.06, 0.05, 0.008),
            ("cheese", v.cheese, 0.04, 0.04, 0.0),
        ):
            if there:
                d.add(f"{name}_{i + 1}", sheet(thick * w, grow, wavy).move(y=y + 0.45 * thick * w), name, group=name)
                y += 0.85 * thick * w
        for name, there, slot, q in (("tomatoes", v.tomatoes, "tomato", 0.25), ("eggs", v.egg, "egg", 0.2)):
            if there:
                spots = (
                    [(-0.26, 0.14), (0.26, 0.14), (0.0, -0.02)]
                    if tri
                    else [(-0.25, 0.26), (0.25, 0.26), (-0.25, -0.26), (0.25, -0.26)]
                    if not sub
                    else [(-0.72, 0.04), (-0.36, 0.06), (0, 0.04), (0.36, 0.06), (0.72, 0.04)]
                )
                d.add(
                    f"{name}_{i + 1}",
                    union(
                        *(
                            cylinder(q * w, 0.065 * w, bevel=0.02 * w).move(a * w, y + 0.028 * w, b * w)
                            for a, b in spots
                        )
                    ),
                    slot,
                    group=name,
                )
                y += 0.055 * w
        if y < 1.2 * t:
            d.add(f"filling_{i + 1}", sheet(0.05 * w, 0.02).move(y=y + 0.02 * w), "cheese", group="cheese")
            y += 0.045 * w
        slice_(f"bread_{i + 2}")
    if sub:
        lid = union(capsule(0.5 * deep, wide).rotate(z=90)).scale(1, 0.62, 1) & box(3 * w, w, 3 * w).move(y=0.5 * w)
        d.add("lid", lid.move(y=y - 0.012 * w), "crust", group="bread")
        d.add(
            "gashes",
            union(
                *(
                    sphere(0.11 * w, 0.035 * w, 0.05 * w).rotate(y=30).move(k * 0.36 * w, y + 0.3 * deep, 0)
                    for k in (-2, -1, 0, 1, 2)
                )
            ),
            "bread",
        )
        y += 0.31 * deep
    if v.olive:
        d.add("stick", cylinder(0.012 * w + 0.0004, 0.55 * w).move(0, y + 0.12 * w, 0), "stick")
        d.add("olive", sphere(0.09 * w, 0.11 * w, 0.09 * w).move(0, y + 0.08 * w, 0), "olive")
    if tri:
        # Standing on its long side, the filling to the front.
        d.parts[:] = [
            p.model_copy(
                update={
                    "solid": p.solid.move(y=-y / 2)
                    .rotate(x=90)
                    .rotate(y=0)
                    .move(y=0.5 * w * 0.72 * 1.1 + 0.015 * w)
                    .as_solid()
                }
            )
            for p in d.parts
            if p.name not in ("stick", "olive")
        ]
        d.point("top", (0, 0.75 * w, 0), size=y)
        return d
    d.point("top", (0, y, 0), size=w)
    return d


def _dense(outline: list[tuple[float, float]], each: int = 6) -> list[tuple[float, float]]:
    out = []
    for (x0, y0), (x1, y1) in zip(outline, outline[1:] + outline[:1], strict=True):
        n = each if len(outline) < 8 else 1 if math.hypot(x1 - x0, y1 - y0) < 0.02 else 2 * each
        out += [(x0 + (x1 - x0) * k / n, y0 + (y1 - y0) * k / n) for k in range(n)]
    return out
