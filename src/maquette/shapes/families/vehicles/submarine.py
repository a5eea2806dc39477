"""Submarine: a cigar with a tower, planes, rudder and screw, lying on two skids."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.hulls import across, along_z, oval, wing


@family(
    "submarine",
    "vehicle",
    nouns={
        "sub": {},
        "u-boat": {"kind": "navy"},
        "yellow submarine": {"kind": "round"},
        "submersible": {"kind": "round", "length": 6},
        "nautilus": {"kind": "round", "spikes": True},
    },
    parameters=(
        Choice("kind", ("round", "navy")),
        Real("length", 9, 6, 12),
        Real("radius", 1.3, 1.1, 1.6),
        Real("height", 1.3, 1.0, 1.7, about="of the tower"),
        Whole("windows", 4, 2, 6, about="portholes on each side"),
        Whole("blades", 4, 3, 6),
        Flag("periscope", 0.8),
        Flag("railing", 0.5),
        Flag("lamps", 0.6),
        Flag("stripes", 0.5),
        Flag("spikes", 0.15),
    ),
    slots={
        "hull": ("paint:#e8b62c", "paint:#4a545c", "paint:#2f6a72", "paint:#b5402f", "bronze"),
        "trim": ("paint:#b23c2c", "gunmetal", "brass"),
        "glass": ("glow:#9fe0ff", "dark glass", "glass"),
        "metal": ("brass", "steel"),
        "lamp": ("glow:#fff2cf",),
    },
    words={"periscope": {"periscope": True}, "lamps": {"lamps": True}, "stripe": {"stripes": True}, "portholes": {}},
    paints={
        "body": "hull",
        "portholes": "glass",
        "windows": "glass",
        "propeller": "metal",
        "periscope": "metal",
        "tower": "hull",
        "fins": "trim",
    },
    height=(2.5, 6.5),
)
def submarine(v: Values) -> Draft:
    """A cigar with a tower, planes, rudder and screw, lying on two skids."""
    navy = v.kind == "navy"
    r, half = v.radius * (0.8 if navy else 1.0), v.length * (0.62 if navy else 0.5)
    d = Draft(extent=2 * half)
    y = r + 0.25
    shape = [
        (0.16, -1.0),
        (0.3, -0.94),
        (0.66, -0.75),
        (0.93, -0.45),
        (1.0, -0.1),
        (1.0, 0.35),
        (0.93, 0.65),
        (0.72, 0.86),
        (0.42, 0.96),
        (0.0, 1.0),
    ]
    body = lathe([(r * a, half * b) for a, b in shape], smooth=True).rotate(x=90)
    d.add("hull", body.move(y=y), "hull")
    d.add(
        "skids",
        union(
            sweep(
                [
                    (0.5 * r, 0.12, -0.5 * half),
                    (0.5 * r, 0.08, 0),
                    (0.5 * r, 0.1, 0.45 * half),
                    (0.5 * r, 0.3, 0.56 * half),
                ],
                0.1,
            ),
            box(0.12, 0.5 * r, 0.3).move(x=0.5 * r, y=0.28 * r, z=-0.3 * half).repeat(2, z=0.6 * half),
        ).mirrored(),
        "trim",
    )
    top, ty = v.height, y + 0.9 * r
    tw = 0.42 * r
    tower = (
        along_z([(oval(tw, 0.5 * top, ty + 0.5 * top, 8), z * half) for z in (-0.12, 0.12)], False)
        if navy
        else lathe([(0.68 * r, 0), (0.62 * r, 0.3 * top), (0.6 * r, 0.85 * top), (0.5 * r, top), (0, top + 0.02)])
        .scale(0.85, 1, 1.3)
        .move(y=ty, z=0.08 * half)
    )
    tower = (
        across(
            [(-0.16 * half, 0), (-0.13 * half, top), (0.11 * half, top), (0.14 * half, 0.85 * top), (0.16 * half, 0)],
            2 * tw,
            0.12,
        ).move(y=ty)
        if navy
        else tower
    )
    d.add("tower", tower, "hull")
    d.add(
        "tower_rim",
        cylinder(0.56 * r, 0.1, bevel=0.03).scale(0.85, 1, 1.3).move(y=ty + top, z=0.08 * half)
        if not navy
        else box(1.7 * tw, 0.08, 0.2 * half, 0.03).move(y=ty + top, z=-0.02 * half),
        "trim",
    )
    plane = wing(1.5 * r, 0.22 * half, 0.13 * half, 0.12 * r, 0.06 * half)
    tail = wing(1.6 * r, 0.26 * half, 0.15 * half, 0.14 * r, 0.12 * half).move(y=y, z=-0.8 * half)
    fin = wing(1.45 * r, 0.26 * half, 0.15 * half, 0.14 * r, 0.1 * half).rotate(z=90).move(y=y, z=-0.8 * half)
    low = wing(1.1 * r, 0.24 * half, 0.15 * half, 0.14 * r, 0.08 * half).rotate(z=-90).move(y=y, z=-0.8 * half)
    d.add(
        "fins",
        union(
            tail.mirrored(),
            fin,
            low,
            plane.move(
                x=0.3 * tw if navy else 0.4 * r, y=ty + 0.5 * top if navy else y, z=0.0 if navy else 0.5 * half
            ).mirrored(),
        ),
        "trim",
    )
    blade = sphere(0.13 * r, 0.42 * r, 0.035 * r).rotate(y=35).move(y=0.42 * r).around(v.blades, "z")
    d.add(
        "propeller",
        union(blade, lathe([(0.12 * r, -0.3 * r), (0.15 * r, 0), (0, 0.25 * r)]).rotate(x=-90).rotate(z=0)).move(
            y=y, z=-half - 0.05
        ),
        "metal",
    )
    n = v.windows
    pr = 0.2 * r if not navy else 0.12 * r
    for s, side in ((1, "left"), (-1, "right")):
        places = [(s * r * 0.985, y + 0.14 * r, half * (-0.2 + 0.72 * i / max(n - 1, 1) - 0.08)) for i in range(n)]
        shrink = [1.0 if z < 0.4 * half else 0.96 for _, _, z in places]
        d.add(
            f"portholes_{side}",
            union(*(sphere(0.12 * r, pr, pr).move(x * q, py, z) for (x, py, z), q in zip(places, shrink, strict=True))),
            "glass",
            group="portholes",
        )
        d.add(
            f"porthole_rims_{side}",
            union(
                *(
                    cylinder(1.3 * pr, 0.2 * r, bevel=0.03 * r).rotate(z=90).move(x * q, py, z)
                    for (x, py, z), q in zip(places, shrink, strict=True)
                )
            ),
            "metal",
            group="portholes",
        )
    if not navy:
        d.add("bow_window", sphere(0.5 * r, 0.5 * r, 0.2 * r).move(y=y + 0.1 * r, z=0.95 * half), "glass")
        d.add("bow_rim", torus(0.5 * r, 0.09 * r).rotate(x=90).move(y=y + 0.1 * r, z=0.93 * half), "metal")
    if v.periscope:
        px = 0.12 * r
        d.add(
            "periscope",
            sweep(
                [
                    (px, ty + 0.5 * top, 0),
                    (px, ty + top + 1.1, 0),
                    (px, ty + top + 1.22, 0.05),
                    (px, ty + top + 1.22, 0.32),
                ],
                0.075,
                smooth=False,
            )
            + cylinder(0.1, 0.1).rotate(x=90).move(px, ty + top + 1.22, 0.32),
            "metal",
        )
    if v.railing:
        zs = [-0.6, -0.45, -0.3] if not navy else [0.3, 0.45, 0.6]
        posts = union(*(cylinder(0.03, 0.75).move(0.25 * r, y + 0.86 * r + 0.25, z * half) for z in zs))
        d.add(
            "railing",
            union(
                posts,
                sweep(
                    [(0.25 * r, y + 0.86 * r + 0.6, zs[0] * half), (0.25 * r, y + 0.86 * r + 0.6, zs[-1] * half)], 0.032
                ),
            ).mirrored(),
            "metal",
        )
    if v.lamps:
        d.add(
            "lamps", sphere(0.17 * r, 0.17 * r, 0.14 * r).move(0.62 * r, y - 0.32 * r, 0.83 * half).mirrored(), "lamp"
        )
        d.add(
            "lamp_cups",
            cylinder(0.18 * r, 0.4 * r, bevel=0.03 * r)
            .rotate(x=90)
            .move(0.62 * r, y - 0.32 * r, 0.74 * half)
            .mirrored(),
            "metal",
        )
    if v.stripes:
        d.add(
            "stripes",
            union(
                *(
                    lathe([(1.015 * r, -0.05 * half), (1.015 * r, 0.05 * half)]).rotate(x=90).move(y=y, z=z * half)
                    for z in (-0.06, 0.28)
                )
            ),
            "trim",
        )
    if v.spikes:
        d.add(
            "ram",
            lathe([(0.3 * r, 0.85 * half), (0.16 * r, half), (0.02 * r, 1.3 * half)]).rotate(x=90).move(y=y),
            "metal",
        )
    d.point("top", (0, ty + top, 0.08 * half), size=r)
    return d
