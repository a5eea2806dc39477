"""Swords and daggers of all kinds."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import blade, ribbed

# length, width and thickness of the blade, length of the grip, curve
KINDS = {
    "longsword": (0.82, 0.058, 0.011, 0.2, 0.0),
    "katana": (0.72, 0.038, 0.01, 0.25, 0.075),
    "sabre": (0.78, 0.044, 0.01, 0.13, 0.16),
    "dagger": (0.27, 0.042, 0.009, 0.115, 0.0),
    "greatsword": (1.15, 0.095, 0.015, 0.32, 0.0),
    "scimitar": (0.7, 0.06, 0.01, 0.13, 0.24),
    "rapier": (0.95, 0.024, 0.013, 0.13, 0.0),
}


@family(
    "sword",
    "weapon",
    nouns={
        "longsword": {"kind": "longsword"},
        "long sword": {"kind": "longsword"},
        "katana": {"kind": "katana"},
        "samurai sword": {"kind": "katana"},
        "sabre": {"kind": "sabre"},
        "saber": {"kind": "sabre"},
        "cutlass": {"kind": "sabre"},
        "dagger": {"kind": "dagger"},
        "combat knife": {"kind": "dagger"},
        "hunting knife": {"kind": "dagger"},
        "shortsword": {"kind": "longsword", "length": 0.7},
        "short sword": {"kind": "longsword", "length": 0.7},
        "greatsword": {"kind": "greatsword"},
        "claymore": {"kind": "greatsword"},
        "broadsword": {"kind": "longsword", "width": 1.35},
        "scimitar": {"kind": "scimitar"},
        "rapier": {"kind": "rapier"},
        "excalibur": {"kind": "longsword", "jewel": True},
        "blade": {},
        "magic sword": {"runes": True},
        "rune sword": {"runes": True},
        "bastard sword": {"kind": "longsword"},
        "machete": {"kind": "sabre", "length": 0.8},
    },
    parameters=(
        Choice("kind", ("longsword", "katana", "sabre", "dagger", "greatsword", "scimitar", "rapier")),
        Real("length", 1.0, 0.7, 1.15, unit="", about="of the blade, times what is usual for its kind"),
        Real("width", 1.0, 0.85, 1.4, unit="", about="of the blade, times the usual"),
        Choice("guard", ("straight", "curved", "winged", "knobbed")),
        Choice("pommel", ("ball", "disc", "lobed", "spike")),
        Real("guard_width", 1.0, 0.8, 1.25, unit=""),
        Whole("wraps", 9, 6, 14, about="turns of the binding"),
        Flag("fuller", 0.7, about="a groove along the blade"),
        Flag("jewel", 0.4),
        Flag("runes", 0.15),
    ),
    slots={
        "blade": ("steel", "silver", "metal:#b8c4d4", "gunmetal", "bronze"),
        "guard": ("gold", "brass", "gunmetal", "bronze", "iron"),
        "grip": ("leather", "leather:#2a2220", "leather:#7a1f1c", "leather:#223a5c"),
        "jewel": ("gem", "gem:#1f5fd0", "gem:#1c9a5a", "gem:#8a3fd0"),
        "runes": ("glow:#40c8ff", "glow:#ff7a30", "glow:#8aff60"),
    },
    words={
        "runes": {"runes": True},
        "glowing": {"runes": True},
        "magic": {"runes": True},
        "jewel": {"jewel": True},
        "jewelled": {"jewel": True},
        "gem": {"jewel": True},
        "curved": {"kind": "sabre"},
        "winged": {"guard": "winged"},
    },
    paints={"hilt": "guard", "handle": "grip", "crossguard": "guard", "pommel": "guard", "gem": "jewel"},
    height=(0.3, 2.0),
)
def sword(v: Values) -> Draft:
    """Stands on its pommel, its point up; the edge of a one-edged blade toward -x."""
    n, w, t, g, curve = KINDS[v.kind]
    n, w = n * v.length, w * v.width
    r = 0.017 if v.kind != "greatsword" else 0.021
    p = 1.55 * r
    total = 2 * p + g + n
    d = Draft(extent=total)
    single = v.kind in ("katana", "sabre", "scimitar")
    low = 1.75 * p  # of the grip
    high = low + g
    pommel = {
        "ball": sphere(p).move(y=p),
        "disc": cylinder(1.15 * p, 1.1 * p, bevel=0.35 * p).rotate(x=90).move(y=1.15 * p),
        "lobed": union(
            sphere(0.72 * p).move(0.75 * p, 0.8 * p),
            sphere(0.72 * p).move(-0.75 * p, 0.8 * p),
            sphere(0.85 * p).move(y=1.25 * p),
            sphere(0.7 * p).move(y=0.7 * p),
        ),
        "spike": lathe([(0.001, 0), (0.45 * p, 0.5 * p), (p, 1.2 * p), (0.75 * p, 1.7 * p), (0.6 * p, 2 * p)]),
    }[v.pommel]
    if v.kind == "katana":
        pommel = cylinder(1.12 * r, 1.8 * p, bevel=0.3 * r).scale(1.15, 1, 0.85).move(y=0.9 * p)
    d.add("pommel", pommel, "guard")
    d.add("grip", ribbed(g, r, v.wraps).scale(1.1, 1, 0.85).move(y=low), "grip")
    q = (2.4 * w + 0.08) * v.guard_width if v.kind != "dagger" else 0.12 * v.guard_width
    h = 0.024 if v.kind != "greatsword" else 0.034
    if v.kind == "katana":
        guard = union(
            cylinder(0.042 * v.guard_width, 0.009, bevel=0.002).scale(1, 1, 0.86),
            cylinder(1.35 * r, 0.03, bevel=0.003).scale(1.1, 1, 0.8),
        )
    elif v.kind in ("sabre", "rapier"):
        bow = sweep(
            [
                (0.0, 0.2 * h, 0),
                (-0.055, 0.1 * h, 0),
                (-0.066, -0.35 * g, 0),
                (-0.05, -0.85 * g, 0),
                (0, -g - 0.45 * p, 0),
            ],
            [0.008, 0.009, 0.006, 0.006, 0.007],
        )
        rest = sweep([(0, 0, 0), (0.04, 0, 0), (0.062, 0.018, 0)], [0.009, 0.008, 0.007], round_ends=True)
        cup = (
            lathe([(0.02, -0.006), (0.056, 0.03), (0.05, 0.032), (0.01, 0.006)])
            if v.kind == "rapier"
            else cylinder(0.04, 0.01, bevel=0.003).scale(1.15, 1, 0.8)
        )
        guard = union(bow, rest, cup)
    elif v.guard == "straight":
        guard = box(q, h, 1.9 * r, 0.25 * h)
    elif v.guard == "curved":
        guard = sweep(
            [(-q / 2, 0.06, 0), (-0.4 * q, 0.012, 0), (0, 0, 0), (0.4 * q, 0.012, 0), (q / 2, 0.06, 0)],
            [0.3 * h, 0.42 * h, 0.62 * h, 0.42 * h, 0.3 * h],
            round_ends=True,
        )
    elif v.guard == "winged":
        wing = [
            (0, -0.5 * h),
            (0.3 * q, -0.4 * h),
            (0.55 * q, 1.6 * h),
            (0.4 * q, 1.1 * h),
            (0.38 * q, 2.0 * h),
            (0.25 * q, 1.0 * h),
            (0, 0.9 * h),
        ]
        guard = extrude(wing, 1.5 * r, bevel=0.15 * r).mirrored("x") + sphere(0.9 * h, 0.8 * h, 1.1 * r)
    else:
        guard = union(
            sweep([(-q / 2, 0, 0), (0, 0, 0), (q / 2, 0, 0)], 0.4 * h),
            sphere(0.62 * h).move(-q / 2),
            sphere(0.62 * h).move(q / 2),
            box(2.8 * r, 1.2 * h, 2.0 * r, 0.2 * h),
        )
    d.add("guard", guard.move(y=high), "guard")
    iron = blade(
        n,
        w,
        t,
        point={"katana": 0.08, "greatsword": 0.12, "rapier": 0.1, "dagger": 0.45, "scimitar": 0.3}.get(v.kind, 0.16),
        taper={"rapier": 0.45, "katana": 0.85, "greatsword": 0.85, "dagger": 0.85, "scimitar": 0.95}.get(v.kind, 0.72),
        curve=curve,
        single=single,
        flare=0.25 if v.kind == "scimitar" else 0.0,
    )
    if v.fuller and not single and v.kind != "rapier":
        cut = box(0.16 * w, 0.6 * n, t, 0.07 * w).move(y=0.31 * n, z=0.72 * t)
        iron = iron - cut.mirrored("z")
    d.add("blade", iron.move(y=high), "blade")
    if v.kind == "katana":
        d.add("habaki", box(1.12 * w, 0.03, 1.5 * t, 0.001).move(y=high + 0.02), "guard")
    if v.runes:
        for i in range(5):
            y = (0.12 + 0.13 * i) * n
            x = curve * n * (y / n) ** 2 + (0.12 * w if single else 0.0)
            mark = extrude(
                [(0, -0.32 * w), (0.16 * w, 0), (0, 0.32 * w), (-0.16 * w, 0)]
                if i % 2
                else [
                    (-0.14 * w, -0.3 * w),
                    (0.14 * w, -0.1 * w),
                    (-0.05 * w, 0.02 * w),
                    (0.14 * w, 0.3 * w),
                    (-0.16 * w, 0.05 * w),
                ],
                t * 1.1,
            )
            d.add(
                f"rune_{i + 1}",
                mark.rotate(z=-math.degrees(math.atan(2 * curve * y / n))).move(x, high + y),
                "runes",
                group="runes",
            )
    if v.jewel and v.kind not in ("katana", "sabre", "rapier"):
        d.add("jewel", sphere(0.5 * h, 0.5 * h, 1.25 * r).move(y=high), "jewel")
        if v.pommel in ("ball", "disc"):
            d.add("pommel_jewel", sphere(0.5 * p, 0.5 * p, 1.12 * p).move(y=1.08 * p), "jewel")
    elif v.jewel:
        d.add(
            "tassel",
            union(torus(1.1 * r, 0.2 * r).move(y=low + 0.01), sphere(0.28 * p).move(y=0.9 * p, z=0.98 * r)),
            "jewel",
        )
    d.point("grip", (0, low + 0.6 * g, 0), front=(-1, 0, 0), size=2 * r)
    d.point("top", (curve * n, high + n, 0), size=w)
    return d
