"""Cameras: retro, single-lens reflex, instant."""

from __future__ import annotations

from maquette.shapes.api import Point2, box, cylinder, difference, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "camera",
    "electronics",
    nouns={
        "photo camera": {},
        "digital camera": {},
        "dslr": {"kind": "dslr"},
        "film camera": {"kind": "retro"},
        "vintage camera": {"kind": "retro"},
        "instant camera": {"kind": "instant"},
        "polaroid": {"kind": "instant"},
        "polaroid camera": {"kind": "instant"},
    },
    parameters=(
        Choice("kind", ("retro", "dslr", "instant")),
        Real("width", 0.135, 0.115, 0.155),
        Real("height", 0.62, 0.54, 0.72, unit="", about="share of the width"),
        Real("depth", 0.36, 0.3, 0.44, unit=""),
        Real("lens_length", 0.35, 0.22, 0.6, unit="", about="share of the width"),
        Real("lens_radius", 0.2, 0.17, 0.24, unit=""),
        Whole("rings", 3, 2, 4),
        Whole("dials", 2, 1, 3),
        Flag("flash", 0.7),
        Flag("strap", 0.5),
    ),
    slots={
        "body": ("leather:#26282b", "paint:#24262b", "leather:#6a3f26", "paint:#e8e0d0", "paint:#8a2a2c"),
        "metal": ("aluminium", "chrome", "gunmetal"),
        "lens": ("paint:#15171a",),
        "glass": ("slime:#27395f",),
        "flash": ("cream:#f6f4ea",),
        "strap": ("leather:#5a3a24", "fabric:#26282b"),
        "stripe": ("paint:#e8304a", "paint:#f0b02a"),
    },
    words={
        "flash": {"flash": True},
        "strap": {"strap": True},
        "retro": {"kind": "retro"},
        "instant": {"kind": "instant"},
    },
    paints={"dials": "metal"},
    height=(0.06, 0.17),
)
def camera(v: Values) -> Draft:
    """A body with a lens of rings, a finder, dials and a release."""
    w = v.width
    h, z = v.height * w, v.depth * w
    d = Draft(extent=1.1 * w)
    r, n = v.lens_radius * w, v.lens_length * w * (0.6 if v.kind == "instant" else 1.0)
    y = 0.46 * h
    if v.kind == "instant":
        h *= 1.25
        y = 0.55 * h
        side: list[Point2] = [
            (-0.7 * z, 0),
            (1.1 * z, 0),
            (1.1 * z, 0.22 * h),
            (0.5 * z, 0.38 * h),
            (0.45 * z, 0.95 * h),
            (0.3 * z, h),
            (-0.45 * z, h),
            (-0.7 * z, 0.6 * h),
        ]
        d.add("body", extrude([(-a, b) for a, b in side], 0.92 * w, bevel=0.02 * w).rotate(y=90), "body")
        d.add("slot", box(0.7 * w, 0.03 * h, 0.02 * w).move(0, 0.1 * h, 1.1 * z), "lens")
        d.add(
            "stripes",
            union(
                *(box(0.02 * w, 0.24 * h, 0.012 * w).move((k - 1.5) * 0.024 * w, 0.11 * h, 1.1 * z) for k in range(4))
            ),
            "stripe",
        )
        front = 0.46 * z
    else:
        d.add(
            "body",
            union(
                extrude(rounded_rectangle(w, z, 0.16 * w, 5), 0.66 * h).rotate(x=90).move(y=0.4 * h),
                *(
                    [
                        extrude(rounded_rectangle(0.22 * w, 1.2 * z, 0.08 * w), 0.75 * h, bevel=0.01 * w)
                        .rotate(x=90)
                        .move(-0.38 * w, 0.44 * h, 0.12 * z)
                    ]
                    if v.kind == "dslr"
                    else []
                ),
            ),
            "body",
        )
        d.add(
            "base",
            extrude(rounded_rectangle(1.01 * w, 1.02 * z, 0.16 * w, 5), 0.09 * h, bevel=0.01 * w)
            .rotate(x=90)
            .move(y=0.045 * h),
            "metal",
        )
        d.add(
            "top_plate",
            extrude(rounded_rectangle(1.01 * w, 1.02 * z, 0.16 * w, 5), 0.2 * h, bevel=0.015 * w)
            .rotate(x=90)
            .move(y=0.78 * h),
            "metal" if v.kind == "retro" else "body",
            group="top",
        )
        front = z / 2
        if v.kind == "dslr":
            d.add(
                "prism",
                extrude(
                    [(-0.2 * w, 0), (0.2 * w, 0), (0.14 * w, 0.24 * h), (-0.14 * w, 0.24 * h)], 0.95 * z, bevel=0.02 * w
                ).move(0, 0.84 * h, 0.06 * z),
                "body",
                group="top",
            )
        else:
            d.add("finder", box(0.26 * w, 0.2 * h, 0.7 * z, 0.015 * w).move(0, 0.93 * h, 0), "metal", group="top")
        d.add(
            "finder_window",
            box(0.13 * w, 0.11 * h, 0.02 * w).move(0, 0.93 * h, 0.35 * z if v.kind == "retro" else 0.54 * z),
            "glass",
        )
    lens: list[Node] = []
    bright: list[Node] = []
    for i in range(v.rings):
        q = r * (1.0 - 0.06 * i)
        part = cylinder(q, n / v.rings * 1.05, bevel=0.04 * r).rotate(x=90).move(0, y, front + n * (i + 0.45) / v.rings)
        (lens if i % 2 == 0 else bright).append(part)
        lens.append(cylinder(0.93 * q, n / v.rings * 1.2).rotate(x=90).move(0, y, front + n * (i + 0.45) / v.rings))
    tip = front + n
    rim = difference(cylinder(0.9 * r, 0.2 * r).rotate(x=90), cylinder(0.72 * r, r).rotate(x=90)).move(0, y, tip)
    d.add("lens", union(*lens, rim), "lens")
    if bright:
        d.add("lens_rings", union(*bright), "metal")
    d.add("glass", sphere(0.73 * r, 0.73 * r, 0.12 * r).move(0, y, tip - 0.02 * r), "glass")
    top = 0.88 * h if v.kind != "instant" else h
    for i in range(v.dials):
        x = (0.38, -0.36, 0.22)[i] * w
        d.add(
            f"dial_{i + 1}",
            cylinder((0.075, 0.09, 0.05)[i] * w, 0.1 * h, sides=20, bevel=0.006 * w).move(x, top + 0.04 * h, -0.05 * z),
            "metal",
            group="dials",
        )
    d.add(
        "release",
        cylinder(0.035 * w, 0.06 * h, bevel=0.008 * w).move(
            -0.2 * w if v.kind != "instant" else -0.3 * w, top + 0.02 * h, 0.1 * z
        ),
        "stripe",
    )
    if v.flash:
        x = 0.34 * w if v.kind != "instant" else -0.25 * w
        fy = 0.78 * h if v.kind != "instant" else 0.84 * h
        d.add("flash", box(0.17 * w, 0.11 * h, 0.03 * w, 0.005 * w).move(x, fy, front), "flash")
    if v.strap:
        lug = (0.45 if v.kind == "instant" else 0.5) * w
        path = [
            (lug, 0.75 * h, 0),
            (1.15 * lug, 0.4 * h, -0.1 * w),
            (1.2 * lug, 0.02 * w, -0.3 * w),
            (0.7 * lug, 0.015 * w, -0.75 * w),
            (0, 0.015 * w, -0.8 * w),
            (-0.7 * lug, 0.015 * w, -0.75 * w),
            (-1.2 * lug, 0.02 * w, -0.3 * w),
            (-1.15 * lug, 0.4 * h, -0.1 * w),
            (-lug, 0.75 * h, 0),
        ]
        d.extent = 1.3 * w
        d.add("strap", sweep(path, 0.014 * w, sides=8), "strap")
    d.point("top", (0, h, 0), size=w)
    d.point("grip", (-0.4 * w, 0.5 * h, 0), size=z)
    return d
