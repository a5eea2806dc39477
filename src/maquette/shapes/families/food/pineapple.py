"""Pineapples."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub.foliage import leaf


@family(
    "pineapple",
    "food",
    nouns=("ananas", "tropical fruit"),
    parameters=(
        Real("height", 0.19, 0.15, 0.23),
        Real("width", 0.62, 0.52, 0.75, unit="", about="share of the height"),
        Real("belly", 0.42, 0.34, 0.52, unit="", about="height of the widest place"),
        Whole("rows", 9, 7, 11),
        Whole("eyes", 12, 10, 14),
        Real("spike", 0.6, 0.3, 1.0, unit=""),
        Whole("leaves", 9, 7, 12, about="in each ring"),
        Real("leaf_length", 0.6, 0.45, 0.8, unit="", about="share of the height"),
        Real("leaf_spread", 38, 26, 50, unit="deg"),
        Flag("sunglasses", 0.1),
    ),
    slots={
        "body": ("paint:#cf9a34", "paint:#d8ab3c", "paint:#b8853a"),
        "groove": ("bark:#7a5426", "bark:#6a5a24"),
        "leaf": ("leaf:#4f8a42", "leaf:#3b7a4a"),
        "glasses": ("paint:#17181c",),
    },
    words={"sunglasses": {"sunglasses": True}, "leaves": {}, "crown": {}},
    paints={"leaves": "leaf", "skin": "body"},
    height=(0.18, 0.45),
)
def pineapple(v: Values) -> Draft:
    """Eyes in spirals around a barrel, a crown of leaves."""
    h, w = v.height, 0.5 * v.width * v.height
    d = Draft(extent=h * (1.1 + v.leaf_length))

    def radius(t: float) -> float:
        u = (t - v.belly) / (1 - v.belly if t > v.belly else v.belly)
        return float(w * math.sqrt(max(0.05, 1 - 0.62 * u * u - 0.25 * u**4)))

    d.add("body", lathe([(0.97 * radius(i / 12), h * i / 12) for i in range(13)]), "groove")
    bits = []
    for j in range(v.rows):
        t = (j + 0.9) / (v.rows + 0.8)
        q = radius(t)
        step = math.tau * q / v.eyes
        size = (0.62 * step, 0.86 * h / v.rows, 0.16 * step)
        lump = union(
            cylinder(1.0, 2.0, top=0.45, sides=4).rotate(x=90).scale(*size),
            cone(0.1 * step, 0.32 * step * v.spike + 0.12 * step, sides=5).rotate(x=60).move(z=0.2 * step),
        )
        bits.append(lump.move(0, h * t, q).around(v.eyes).rotate(y=180 / v.eyes * (j % 2)))
    d.add("eyes", union(*bits), "body", group="eyes")
    n = v.leaf_length * h
    for i, (tilt, long, up) in enumerate(
        ((v.leaf_spread + 22, 0.62, 0.0), (v.leaf_spread, 0.85, 0.05), (0.45 * v.leaf_spread, 1.0, 0.1))
    ):
        blade = leaf(long * n, 0.2 * n, 0.05 * n, 34).rotate(x=tilt)
        d.add(
            f"leaves_{i + 1}",
            blade.move(z=0.05 * w).around(v.leaves - 2 * i).rotate(y=23 * i).move(y=(0.98 + 0.3 * up) * h),
            "leaf",
            group="leaves",
        )
    d.add("crown", cone(0.3 * w, 0.5 * n).move(y=0.97 * h + 0.25 * n), "leaf", group="leaves")
    if v.sunglasses:
        z = radius(0.66)
        lens = sphere(0.3 * w, 0.24 * w, 0.09 * w).move(0.36 * w, 0, 0).mirrored("x")
        d.add(
            "sunglasses",
            union(
                lens.move(z=z + 0.1 * w),
                box(0.3 * w, 0.07 * w, 0.08 * w).move(z=z + 0.12 * w),
                *(box(0.05 * w, 0.07 * w, 1.2 * w).move(s * 0.72 * w, 0, 0.5 * z) for s in (1, -1)),
            ).move(y=0.66 * h),
            "glasses",
        )
    d.point("top", (0, h + 0.7 * n, 0), size=w)
    return d
