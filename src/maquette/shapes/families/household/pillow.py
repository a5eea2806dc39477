"""Pillow: lies flat."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.cushions import pillow as pillow_solid


@family(
    "pillow",
    "household",
    nouns={
        "cushion": {"shape": "square"},
        "throw pillow": {"shape": "square"},
        "bolster": {"shape": "bolster"},
        "bed pillow": {"shape": "long"},
        "pouf": {"shape": "round", "thickness": 0.3},
        "round pillow": {"shape": "round"},
    },
    parameters=(
        Choice("shape", ("square", "long", "round", "bolster")),
        Real("width", 0.45, 0.32, 0.6),
        Real("thickness", 0.17, 0.11, 0.3),
        Real("length", 0.7, 0.55, 0.85, about="of long ones"),
        Whole("buttons", 1, 0, 1),
        Flag("piping", 0.5),
        Flag("tassels", 0.35),
        Flag("stripe", 0.35),
        Real("tassel_size", 0.05, 0.035, 0.07),
    ),
    slots={
        "cover": (
            "fabric:#b5443a",
            "velvet:#2f5d50",
            "fabric:#d8a13a",
            "cotton:#f2ede2",
            "velvet:#5a2f66",
            "fabric:#4a6f8f",
        ),
        "trim": ("fabric:#e8d9b0", "gold", "fabric:#3a3f4a", "rope"),
    },
    words={
        "tassels": {"tassels": True},
        "stripe": {"stripe": True},
        "buttons": {"buttons": 1},
        "round": {"shape": "round"},
        "square": {"shape": "square"},
    },
    paints={"tassels": "trim", "piping": "trim", "stripe": "trim"},
    height=(0.08, 0.5),
)
def pillow(v: Values) -> Draft:
    """Lies flat."""
    w, t = v.width, min(v.thickness, 0.6 * v.width)
    z = v.length if v.shape == "long" else w
    d = Draft(extent=max(z, w) if v.shape != "bolster" else v.length)
    corners: list[tuple[float, float]] = []
    if v.shape == "round":
        d.add(
            "cover",
            lathe(
                [
                    (0.0, 0.0),
                    (0.6 * w / 2, 0.02 * t),
                    (0.93 * w / 2, 0.25 * t),
                    (w / 2, 0.5 * t),
                    (0.93 * w / 2, 0.75 * t),
                    (0.6 * w / 2, 0.97 * t),
                    (0.0, 0.93 * t),
                ],
                smooth=True,
            ),
            "cover",
        )
        seam: Node = torus(w / 2 - 0.002, 0.008).move(y=0.5 * t)
    elif v.shape == "bolster":
        r, n = 0.5 * t, v.length
        d.add("cover", cylinder(r, n, bevel=0.3 * r).rotate(z=90).move(y=r), "cover")
        seam = union(*(torus(0.98 * r, 0.007).rotate(z=90).move(s * (n / 2 - 0.3 * r), r, 0) for s in (1, -1)))
        if v.stripe:
            d.add(
                "stripe",
                union(*(cylinder(r + 0.002, 0.03).rotate(z=90).move(s * 0.2 * n, r, 0) for s in (1, -1))),
                "trim",
            )
        if v.buttons:
            d.add("buttons", union(*(sphere(0.012, 0.03, 0.03).move(s * n / 2, r, 0) for s in (1, -1))), "trim")
        d.add("piping", seam, "trim")
        d.point("top", (0, t, 0), size=n)
        return d
    else:
        d.add("cover", pillow_solid(z, t, w).move(y=t / 2), "cover")
        edge = 0.992
        seam = sweep(
            [
                (edge * z / 2 * x, t / 2, edge * w / 2 * y)
                for x, y in ((1, 1), (0.0, 0.985), (-1, 1), (-0.985, 0.0), (-1, -1), (0, -0.985), (1, -1), (0.985, 0))
            ],
            0.0065,
            smooth=False,
            closed=True,
        )
        corners = [(z / 2, w / 2), (-z / 2, w / 2), (-z / 2, -w / 2), (z / 2, -w / 2)]
        if v.stripe:
            band = pillow_solid(z * 1.004, t * 1.03, w * 1.004).move(y=t / 2) & box(0.12 * z, 2 * t, 2 * w).move(
                y=t / 2
            )
            d.add("stripe", band, "trim")
    if v.piping or v.tassels:
        d.add("piping", seam, "trim")
    if v.buttons and not v.stripe:
        d.add("button", sphere(0.022, 0.012, 0.022).move(y=0.99 * t if v.shape != "round" else 0.935 * t), "trim")
    if v.tassels:
        s = v.tassel_size
        for i, (x, zz) in enumerate(corners):
            a = math.degrees(math.atan2(zz, x))
            tassel = union(
                sphere(0.26 * s),
                lathe([(0.26 * s, -0.9 * s), (0.14 * s, -0.2 * s), (0.18 * s, -0.1 * s)]),
                torus(0.17 * s, 0.05 * s).move(y=-0.22 * s),
            )
            d.add(
                f"tassel_{i + 1}",
                tassel.rotate(z=70).rotate(y=-a).move(x * 0.995, t / 2, zz * 0.995),
                "trim",
                group="tassels",
            )
    d.point("top", (0, 0.97 * t, 0), size=w)
    return d
