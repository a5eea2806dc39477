"""Windmill: a tapering tower with a cap that carries lattice sails; or a slender turbine."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.building import Opening, add_openings


@family(
    "windmill",
    "building",
    nouns={
        "mill": {},
        "dutch windmill": {"kind": "round"},
        "wind mill": {},
        "wind turbine": {"kind": "turbine"},
        "turbine": {"kind": "turbine"},
    },
    parameters=(
        Choice("kind", ("round", "eight", "turbine")),
        Real("height", 9, 7.5, 12),
        Real("radius", 2.9, 2.3, 3.4),
        Real("taper", 0.62, 0.5, 0.75, unit=""),
        Real("sail_length", 5.0, 4.2, 6.2),
        Real("sail_width", 1.3, 1.0, 1.6),
        Whole("blades", 4, 3, 6),
        Real("turn", 25, 0, 80, unit="deg"),
        Whole("windows", 3, 2, 5),
        Flag("gallery", 0.5),
        Flag("cloth", 0.6),
        Flag("fence", 0.25),
    ),
    slots={
        "wall": ("plaster", "brick", "stone", "planks"),
        "roof": ("thatch", "roof tiles", "planks:#5a4636"),
        "trim": ("oak", "paint:#f0ece0"),
        "sail": ("walnut", "oak"),
        "cloth": ("canvas", "cotton", "fabric:#b8453a"),
        "glass": ("dark glass", "glow:#ffcf7a"),
        "door": ("paint:#2f5a4a", "oak", "paint:#8f2f28"),
        "metal": ("iron",),
        "stone": ("stone",),
        "white": ("paint:#eef0f0",),
    },
    words={"gallery": {"gallery": True}, "balcony": {"gallery": True}, "cloth": {"cloth": True}, "sails": {}},
    paints={"sails": "cloth", "blades": "cloth", "walls": "wall", "windows": "glass", "tower": "wall"},
    height=(10, 21),
)
def windmill(v: Values) -> Draft:
    """A tapering tower with a cap that carries lattice sails; or a slender turbine."""
    h, r0 = v.height, v.radius
    r1 = r0 * v.taper
    d = Draft(extent=h + v.sail_length + 1)
    if v.kind == "turbine":
        tall = h * 1.35
        d.add("tower", lathe([(0.5, 0), (0.42, 0.2 * tall), (0.26, tall)]), "white")
        d.add("base", cylinder(0.9, 0.4, bevel=0.08).move(y=0.2), "stone")
        d.add("nacelle", box(0.8, 0.8, 2.2, 0.25, 3).move(y=tall + 0.2, z=0.1), "white")
        blade = sphere(0.36, 0.52 * v.sail_length, 0.07).rotate(y=18).move(y=0.5 * v.sail_length) + cylinder(
            0.14, 1.2
        ).move(y=0.4)
        d.add("blades", blade.around(3, "z").rotate(z=v.turn).move(y=tall + 0.2, z=1.35), "white")
        d.add(
            "hub",
            lathe([(0.36, -0.25), (0.36, 0.1), (0.02, 0.6)], smooth=True).rotate(x=90).move(y=tall + 0.2, z=1.35),
            "metal",
        )
        d.point("top", (0, tall + 0.6, 0), size=0.6)
        return d
    sides = 8 if v.kind == "eight" else None
    d.add("base", lathe([(1.08 * r0, 0), (1.08 * r0, 0.5), (r0, 0.55)], sides=sides), "stone")
    d.add("walls", lathe([(r0, 0.3), (0.5 * (r0 + r1) * 0.96, 0.5 * h), (r1, h)], sides=sides).rotate(y=22.5), "wall")
    d.add(
        "cap",
        lathe(
            [
                (1.16 * r1, h - 0.2),
                (1.2 * r1, h),
                (1.05 * r1, h + 0.5 * r1),
                (0.6 * r1, h + 1.05 * r1),
                (0, h + 1.2 * r1),
            ],
            smooth=True,
        ),
        "roof",
    )
    d.add("ring", cylinder(1.2 * r1, 0.25).move(y=h - 0.2), "trim")
    y, z = h + 0.42 * r1, 1.3 * r1 + 0.55
    d.add(
        "axle",
        union(
            cylinder(0.24, z + 0.2).rotate(x=90).move(y=y, z=z / 2),
            cylinder(0.42, 0.5, bevel=0.06).rotate(x=90).move(y=y, z=z),
        ),
        "sail",
    )
    k, w = v.sail_length, v.sail_width
    arm = box(0.2, k, 0.16).move(y=k / 2)
    rows = 7
    bars = [box(w, 0.09, 0.09).move(x=w / 2 - 0.06, y=0.24 * k + 0.74 * k * i / (rows - 1)) for i in range(rows)]
    edge = [box(0.1, 0.78 * k, 0.09).move(x=x * w, y=0.61 * k) for x in (0.5, 0.97)]
    frame = union(arm, *bars, *edge)
    d.add("sails", frame.around(v.blades, "z").rotate(z=v.turn).move(y=y, z=z + 0.1), "sail")
    if v.cloth:
        sheet = box(0.86 * w, 0.72 * k, 0.06).move(x=0.53 * w, y=0.61 * k, z=-0.03)
        d.add("cloth", sheet.around(v.blades, "z").rotate(z=v.turn).move(y=y, z=z + 0.1), "cloth")

    def wide(t: float) -> float:
        middle = 0.48 * (r0 + r1)
        return float(r0 + (middle - r0) * 2 * t if t < 0.5 else middle + (r1 - middle) * (2 * t - 1)) * (
            0.94 if sides else 1.0
        )

    openings: list[Opening] = [("door", 0, 0.3, wide(0.1) + 0.05, 0, 1.1, 2.1)]
    for i in range(v.windows):
        t, a = 0.3 + 0.5 * i / v.windows, (0, 90, 180, 270, 45)[i]
        openings.append(
            (
                "window",
                wide(t + 0.04) * math.sin(math.radians(a)),
                h * t,
                wide(t + 0.04) * math.cos(math.radians(a)),
                a,
                0.7,
                0.9,
            )
        )
    add_openings(d, openings)
    if v.gallery:
        q, gy = wide(0.36) + 0.9, 0.34 * h
        d.add(
            "gallery",
            union(
                cylinder(q, 0.16).move(y=gy),
                *(cylinder(0.06, 0.95).move(x=q - 0.1, y=gy + 0.5).rotate(y=360 * i / 16) for i in range(16)),
                torus(q - 0.1, 0.07).move(y=gy + 1.0),
                *(sweep([(wide(0.2), gy - 1.0, 0), (q - 0.15, gy, 0)], 0.08).rotate(y=45 * i + 22) for i in range(8)),
            ),
            "trim",
        )
    if v.fence:
        q = r0 + 1.2
        d.add(
            "fence",
            union(
                *(box(0.14, 1.0, 0.14).move(x=q, y=0.5).rotate(y=24 * i) for i in range(15) if abs(24 * i - 270) > 30),
                torus(q, 0.06, 300).rotate(y=-60 + 0).move(y=0.7),
            )
            + cylinder(q + 0.2, 0.12).move(y=0.06),
            "trim",
        )
    d.point("top", (0, h + 1.2 * r1, 0), size=r1)
    return d
