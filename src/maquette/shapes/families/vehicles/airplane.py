"""Airplane: fuselage, wings, tail and landing gear; engines by kind."""

from __future__ import annotations

from maquette.shapes.api import box, capsule, cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.aircraft import gear
from maquette.shapes.sub.hulls import along_z, oval, wing


def propeller(radius: float, blades: int) -> Node:
    """About Z, its spinner toward +Z."""
    blade = sphere(0.09 * radius, 0.52 * radius, 0.03 * radius).rotate(y=30).move(y=0.5 * radius).around(blades, "z")
    return union(
        blade,
        lathe([(0.17 * radius, -0.12 * radius), (0.15 * radius, 0.08 * radius), (0, 0.3 * radius)], smooth=True).rotate(
            x=90
        ),
    )


@family(
    "airplane",
    "vehicle",
    nouns={
        "aeroplane": {},
        "plane": {},
        "aircraft": {},
        "propeller plane": {"kind": "propeller"},
        "biplane": {"kind": "propeller", "biplane": True},
        "jet": {"kind": "jet"},
        "fighter jet": {"kind": "jet"},
        "jet fighter": {"kind": "jet"},
        "airliner": {"kind": "airliner"},
        "jumbo jet": {"kind": "airliner"},
        "passenger plane": {"kind": "airliner"},
        "seaplane": {"kind": "propeller", "floats": True},
        "glider": {"kind": "propeller", "wingspan": 12},
    },
    parameters=(
        Choice("kind", ("propeller", "airliner", "jet")),
        Real("length", 7.5, 6.2, 9.0, about="of a small plane; other kinds follow"),
        Real("wingspan", 9.5, 8, 12),
        Real("radius", 0.62, 0.52, 0.74, about="of the fuselage"),
        Real("sweep", 1.0, 0.6, 1.5, unit="", about="how far the wings lean back"),
        Whole("blades", 3, 2, 4),
        Whole("engines", 2, 2, 4),
        Whole("windows", 14, 8, 18),
        Flag("biplane", 0.25),
        Flag("floats", 0.15),
        Flag("missiles", 0.5),
        Flag("stripes", 0.7),
    ),
    slots={
        "body": ("paint:#e9ecee", "paint:#c93a2c", "paint:#e8b02c", "paint:#2c69a8", "paint:#7f8a92"),
        "wing": ("paint:#e9ecee", "paint:#c93a2c", "paint:#d8dde0", "paint:#7f8a92"),
        "stripe": ("paint:#c23128", "paint:#24508a", "paint:#e39a25"),
        "glass": ("dark glass",),
        "metal": ("steel", "chrome"),
        "engine": ("paint:#d6dade", "gunmetal"),
        "trim": ("gunmetal",),
        "tyre": ("rubber",),
        "exhaust": ("glow:#ff9a3c",),
    },
    words={
        "biplane": {"biplane": True},
        "floats": {"floats": True},
        "missiles": {"missiles": True},
        "propeller": {"kind": "propeller"},
        "stripe": {"stripes": True},
        "stripes": {"stripes": True},
        "jet": {"kind": "jet"},
        "engines": {},
    },
    paints={
        "wings": "wing",
        "tail": "wing",
        "windows": "glass",
        "cockpit": "glass",
        "propeller": "metal",
        "engines": "engine",
        "fuselage": "body",
        "missiles": "wing",
    },
    height=(1.8, 12),
)
def airplane(v: Values) -> Draft:
    """Fuselage, wings, tail and landing gear; engines by kind."""
    k = v.kind
    f = {"propeller": 1.0, "jet": 1.7, "airliner": 3.4}[k]
    half, r, span = (
        v.length * f / 2,
        v.radius * {"propeller": 1.0, "jet": 1.1, "airliner": 2.5}[k],
        v.wingspan * {"propeller": 0.5, "jet": 0.47, "airliner": 1.6}[k],
    )
    d = Draft(extent=max(2 * half, 2 * span))
    y = r + {"propeller": 0.75, "jet": 0.95, "airliner": 1.9}[k]
    if k == "jet":
        rings = [
            (oval(0.6 * r, 0.6 * r, y), -half),
            (oval(0.9 * r, 0.75 * r, y), -0.6 * half),
            (oval(1.15 * r, 0.85 * r, y, 2.6), -0.1 * half),
            (oval(0.95 * r, 0.85 * r, y, 2.4), 0.25 * half),
            (oval(0.6 * r, 0.65 * r, y), 0.62 * half),
            (oval(0.25 * r, 0.26 * r, y - 0.05), 0.9 * half),
            (oval(0.03 * r, 0.03 * r, y - 0.08), half),
        ]
    else:
        rings = [
            (oval(0.1 * r, 0.16 * r, y + 0.45 * r), -half),
            (oval(0.5 * r, 0.52 * r, y + 0.3 * r), -0.62 * half),
            (oval(0.93 * r, 0.95 * r, y + 0.04 * r), -0.25 * half),
            (oval(r, r, y), 0.1 * half),
            (oval(r, r, y), 0.55 * half),
            (oval(0.86 * r, 0.86 * r, y), 0.8 * half if k == "propeller" else 0.86 * half),
        ]
        rings += (
            [(oval(0.7 * r, 0.7 * r, y), 0.9 * half)]
            if k == "propeller"
            else [(oval(0.5 * r, 0.48 * r, y - 0.12 * r), 0.96 * half), (oval(0.06 * r, 0.06 * r, y - 0.2 * r), half)]
        )
    body = along_z(rings)
    d.add("fuselage", body, "body")
    low = y - 0.45 * r if k == "airliner" else y + (-0.3 * r if k == "propeller" else -0.05 * r)
    root, tip = {"propeller": (0.42, 0.3), "jet": (0.95, 0.22), "airliner": (0.46, 0.13)}[k]
    back = v.sweep * {"propeller": 0.1, "jet": 0.62, "airliner": 0.52}[k] * half
    w = wing(span - 0.3 * r, root * half, tip * half, 0.24 * r, back, 0.09 * span if k != "jet" else -0.02 * span)
    wz = 0.2 * half if k != "jet" else -0.05 * half
    d.add("wing_left", w.move(0.3 * r, low, wz), "wing", group="wings")
    d.add("wing_right", w.move(0.3 * r, low, wz).mirror("x"), "wing", group="wings")
    rear = -0.86 * half
    stab = wing(0.36 * span, 0.24 * half, 0.14 * half, 0.12 * r, 0.5 * back if k != "propeller" else 0.03 * half).move(
        y=y + (0.4 * r if k != "jet" else 0), z=rear
    )
    fin = wing(
        {"propeller": 1.9, "jet": 1.9, "airliner": 2.1}[k] * r, 0.3 * half, 0.15 * half, 0.12 * r, 0.16 * half
    ).rotate(z=90)
    if k == "jet":
        d.add(
            "tail",
            union(stab.mirrored(), fin.rotate(z=-18).move(x=0.5 * r, y=y + 0.3 * r, z=rear + 0.12 * half).mirrored()),
            "wing",
        )
    else:
        d.add("tail", union(stab.mirrored(), fin.move(y=y + 0.35 * r, z=rear)), "wing")
    if v.stripes:
        bands = (
            [body.scale(1.012, 1, 1).move() & box(9 * r, 0.22 * r, 1.75 * half).move(y=y - 0.1 * r)]
            if k != "jet"
            else []
        )
        ends = [
            lathe(
                [
                    (0, z * half - 0.02 * half),
                    (1.2 * r, z * half - 0.02 * half),
                    (1.2 * r, z * half + 0.02 * half),
                    (0, z * half + 0.02 * half),
                ]
            )
            .rotate(x=90)
            .move(y=y)
            & body.move(y=-y).scale(1.02, 1.02, 1).move(y=y)
            for z in (-0.45, -0.4)
        ]
        d.add("stripes", union(*bands, *ends), "stripe")
    if k == "propeller":
        d.add("cockpit", sphere(0.72 * r, 0.75 * r, 0.34 * half).move(y=y + 0.75 * r, z=0.22 * half), "glass")
        d.add(
            "frame",
            union(
                *(
                    lathe([(0, q - 0.03), (1, q - 0.03), (1, q + 0.03), (0, q + 0.03)])
                    .rotate(x=90)
                    .scale(0.74 * r, 0.77 * r, 1.0)
                    for q in (-0.1 * half, 0.08 * half)
                )
            ).move(y=y + 0.75 * r, z=0.22 * half)
            & box(9, 2 * r, 9).move(y=y + 1.2 * r),
            "metal",
        )
        d.add(
            "cowling",
            lathe([(0.75 * r, 0.84 * half), (0.84 * r, 0.88 * half), (0.8 * r, 0.95 * half), (0.55 * r, 0.975 * half)])
            .rotate(x=90)
            .move(y=y),
            "engine",
        )
        d.add("propeller", propeller(1.45 * r, v.blades).move(y=y, z=half), "metal")
        d.add(
            "exhausts",
            capsule(0.09 * r, 0.9 * r).rotate(x=80).move(x=0.8 * r, y=y - 0.45 * r, z=0.72 * half).mirrored(),
            "trim",
        )
        if v.biplane:
            up = y + 1.75 * r
            d.add(
                "wing_top",
                union(
                    w.move(0, up - 0.05 * span, wz + 0.05 * half).mirrored(),
                    box(0.4 * r, 0.15 * r, 0.4 * half).move(y=up - 0.05 * span, z=wz + 0.05 * half),
                ),
                "wing",
                group="wings",
            )
            struts = [
                sweep(
                    [
                        (x * span, low - 0.05 + 0.09 * x * span, wz + q - back * x),
                        (x * span, up - 0.05 * span + 0.09 * x * span, wz + 0.05 * half + q - back * x),
                    ],
                    0.045 * r + 0.02,
                )
                for x in (0.62,)
                for q in (-0.1 * half, 0.1 * half)
            ] + [
                sweep(
                    [(0.45 * r, y + 0.6 * r, wz + 0.1 * half), (0.2 * span * 0.4, up - 0.03 * span, wz + 0.1 * half)],
                    0.04,
                )
            ]
            d.add("struts", union(*struts).mirrored(), "metal")
        if v.floats:
            fl = along_z(
                [
                    (oval(0.06, 0.06, 0.32), -0.5 * half),
                    (oval(0.24, 0.25, 0.26), -0.2 * half),
                    (oval(0.28, 0.27, 0.27), 0.35 * half),
                    (oval(0.06, 0.06, 0.42), 0.75 * half),
                ]
            ).move(x=0.95 * r + 0.25)
            legs = [
                sweep([(0.5 * r, y - 0.6 * r, z * half), (0.95 * r + 0.25, 0.4, z * half)], 0.05) for z in (0.0, 0.4)
            ]
            d.add("floats", fl.mirrored(), "engine")
            d.add("float_struts", union(*legs).mirrored(), "metal")
        else:
            strut, tyre = gear(0.4 * r, y - 0.7 * r, 0.42 * half, 0.27, 0.5 * r)
            tail_leg = sweep([(0, y + 0.2 * r, -0.85 * half), (0, y - 0.4 * r, -0.9 * half)], 0.05) + cylinder(
                0.12, 0.1
            ).rotate(z=90).move(y=y - 0.45 * r, z=-0.9 * half)
            d.add("gear", strut.mirrored(), "metal")
            d.add("wheels", union(tyre.mirrored(), tail_leg), "tyre")
    else:
        wheel = 0.3 if k == "jet" else 0.62
        spots = [(0.6 * r, -0.12 * half), (0.0, 0.6 * half)]
        parts = [gear(x, y - 0.3 * r, z, wheel, 0.35 * r if x else 0.0) for x, z in spots]
        d.add("gear", union(*(s.mirrored() for s, _ in parts)), "metal")
        d.add("wheels", union(*(q.mirrored() for _, q in parts)), "tyre")
    if k == "airliner":
        n = v.windows
        d.add(
            "windows",
            union(
                *(
                    sphere(0.1 * r, 0.15 * r, 0.1 * r).move(x=0.935 * r, y=y + 0.22 * r, z=half * (-0.2 + 0.76 * i / n))
                    for i in range(n)
                )
            ).mirrored(),
            "glass",
        )
        d.add(
            "cockpit",
            (body.move(z=0.012 * half) & box(1.3 * r, 0.24 * r, 0.16 * half, 0.02).move(y=y + 0.3 * r, z=0.93 * half)),
            "glass",
        )
        for i in range(v.engines):
            s, t = 1 if i % 2 else -1, 0.34 if i < 2 else 0.6
            at = (s * (0.3 * r + t * span), low + t * 0.09 * span - 0.42 * r, wz + 0.2 * half - t * back)
            pod = lathe(
                [
                    (0.2 * r, -0.85 * r),
                    (0.36 * r, -0.4 * r),
                    (0.44 * r, 0.3 * r),
                    (0.4 * r, 0.7 * r),
                    (0.32 * r, 0.7 * r),
                    (0.3 * r, 0.3 * r),
                    (0.08 * r, 0.35 * r),
                    (0, 0.6 * r),
                ]
            )
            d.add(f"engine_{i + 1}", pod.rotate(x=90).move(*at), "engine", group="engines")
            d.add(
                f"pylon_{i + 1}",
                box(0.12 * r, 0.5 * r, 0.8 * r).move(at[0], at[1] + 0.32 * r, at[2] - 0.35 * r),
                "wing",
                group="engines",
            )
    if k == "jet":
        d.add("cockpit", sphere(0.42 * r, 0.62 * r, 0.24 * half).move(y=y + 0.55 * r, z=0.42 * half), "glass")
        d.add(
            "intakes",
            (box(0.6 * r, 0.95 * r, 0.55 * half, 0.1 * r) - box(0.45 * r, 0.75 * r, 0.2 * half).move(z=0.25 * half))
            .move(x=1.05 * r, y=y - 0.1 * r, z=0.06 * half)
            .mirrored(),
            "body",
        )
        d.add(
            "nozzles",
            (lathe([(0.5 * r, -0.4 * r), (0.42 * r, 0.4 * r)]) - cylinder(0.36 * r, 0.4 * r).move(y=0.4 * r))
            .rotate(x=-90)
            .move(x=0.42 * r, y=y, z=-half)
            .mirrored(),
            "trim",
        )
        d.add(
            "exhaust", sphere(0.3 * r, 0.3 * r, 0.12 * r).move(x=0.42 * r, y=y, z=-half - 0.2 * r).mirrored(), "exhaust"
        )
        if v.missiles:
            m = union(
                capsule(0.11, 2.2).rotate(x=90),
                box(0.5, 0.03, 0.2).move(z=-0.9),
                box(0.03, 0.5, 0.2).move(z=-0.9),
                box(0.06, 0.36, 0.7).move(y=0.2),
            )
            d.add(
                "missiles",
                union(*(m.move(0.3 * r + t * span, low - 0.36, wz - t * back) for t in (0.4, 0.66))).mirrored(),
                "engine",
            )
    d.point("top", (0, y + r, 0), size=r)
    d.point("seat", (0, y + 0.3 * r, 0.3 * half))
    return d
