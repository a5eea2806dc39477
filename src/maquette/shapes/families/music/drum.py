"""Drums and drum kits."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod

SHELLS = ("car paint:#a81e2c", "car paint:#1f3f7a", "walnut", "paint:#17181b", "car paint:#d8a02a", "paint:#f0ece2")


def shell(radius: float, height: float, lugs: int) -> tuple[Node, Node, Node]:
    """(shell, skins, hoops with lugs) of a drum from y = 0 along Y."""
    r, h = radius, height
    body = cylinder(0.97 * r, 0.98 * h).move(y=h / 2)
    skins = union(cylinder(0.93 * r, 0.04 * r).move(y=h - 0.005 * r), cylinder(0.93 * r, 0.04 * r).move(y=0.01 * r))
    lug = union(
        cylinder(0.018 * r + 0.001, 0.96 * h).move(1.0 * r, h / 2, 0),
        box(0.07 * r, 0.24 * h, 0.08 * r, 0.015 * r).move(0.985 * r, h / 2, 0),
    )
    hoops = union(
        torus(0.985 * r, 0.04 * r).move(y=h - 0.02 * r), torus(0.985 * r, 0.04 * r).move(y=0.035 * r), lug.around(lugs)
    )
    return body, skins, hoops


@family(
    "drum",
    "music",
    nouns={
        "drum kit": {"kind": "kit"},
        "drum set": {"kind": "kit"},
        "drums": {"kind": "kit"},
        "snare drum": {"kind": "snare"},
        "bongo": {"kind": "djembe"},
        "djembe": {"kind": "djembe"},
        "marching drum": {"kind": "snare"},
        "toy drum": {"kind": "snare"},
        "conga": {"kind": "djembe"},
        "african drum": {"kind": "djembe"},
    },
    parameters=(
        Choice("kind", ("snare", "kit", "djembe")),
        Real("radius", 0.2, 0.16, 0.26),
        Real("height", 0.9, 0.55, 1.2, unit="", about="of a single drum, share of the radius"),
        Whole("lugs", 8, 6, 10),
        Whole("toms", 2, 1, 2),
        Whole("cymbals", 2, 1, 3),
        Flag("sticks", 0.8),
        Flag("rope", 0.5),
        Flag("stool", 0.7),
        Real("waist", 0.55, 0.45, 0.65, unit=""),
    ),
    slots={
        "shell": SHELLS,
        "skin": ("cream:#f4efe0", "paint:#e8e2d4"),
        "metal": ("chrome", "gold"),
        "cymbal": ("brass", "gold"),
        "stick": ("birch", "oak"),
        "rope": ("rope", "fabric:#f0e8d0"),
        "dark": ("paint:#17181b",),
        "rug": ("fabric:#7a2430", "fabric:#2f3f6a"),
    },
    words={
        "sticks": {"sticks": True},
        "cymbals": {"kind": "kit", "cymbals": 2},
        "rope": {"rope": True},
        "stool": {"kind": "kit", "stool": True},
    },
    paints={"drumsticks": "stick", "cymbals": "cymbal", "head": "skin", "hoops": "metal"},
    height=(0.08, 1.6),
)
def drum(v: Values) -> Draft:
    """One drum with sticks on it, a goblet drum, or a whole kit on a rug."""
    r = v.radius
    if v.kind == "djembe":
        h = 2.9 * r * (0.7 + 0.3 * v.height)
        d = Draft(extent=h)
        w = v.waist * r
        d.add(
            "shell",
            lathe(
                [
                    (0, 0),
                    (0.72 * r, 0),
                    (0.7 * r, 0.05 * h),
                    (0.9 * w, 0.35 * h),
                    (0.85 * w, 0.45 * h),
                    (0.8 * r, 0.62 * h),
                    (r, 0.78 * h),
                    (0.98 * r, 0.97 * h),
                    (0, 0.97 * h),
                ]
            ),
            "shell",
        )
        d.add("skin", lathe([(0, 0.95 * h), (1.02 * r, 0.88 * h), (1.01 * r, 0.97 * h), (0.95 * r, h), (0, h)]), "skin")
        d.add(
            "rings",
            union(
                torus(1.02 * r, 0.035 * r).move(y=0.88 * h),
                torus(1.03 * r, 0.03 * r).move(y=0.82 * h),
                torus(0.87 * w + 0.02 * r, 0.04 * r).move(y=0.43 * h),
            ),
            "metal",
        )
        lines = []
        for k in range(2 * v.lugs):
            a, b = math.tau * k / (2 * v.lugs), math.tau * (k + 1) / (2 * v.lugs)
            q0, q1 = (1.02 * r, 0.88 * w) if k % 2 else (0.88 * w, 1.02 * r)
            y0, y1 = (0.86 * h, 0.43 * h) if k % 2 else (0.43 * h, 0.86 * h)
            mid = 0.5 * (a + b)
            lines.append(
                rod(
                    (q0 * math.cos(a), y0, q0 * math.sin(a)),
                    (0.83 * r * math.cos(mid), 0.63 * h, 0.83 * r * math.sin(mid)),
                    (q1 * math.cos(b), y1, q1 * math.sin(b)),
                    radius=0.022 * r,
                )
            )
        d.add("rope", union(*lines), "rope")
        d.point("top", (0, h, 0), size=2 * r)
        return d
    if v.kind == "snare":
        h = v.height * r
        d = Draft(extent=2.1 * r)
        body, skins, hoops = shell(r, h, v.lugs)
        d.add("shell", body, "shell")
        d.add("skin", skins, "skin")
        if v.rope:
            path = [
                (
                    0.99 * r * math.cos(math.tau * k / (2 * v.lugs)),
                    (0.9 if k % 2 else 0.1) * h,
                    0.99 * r * math.sin(math.tau * k / (2 * v.lugs)),
                )
                for k in range(2 * v.lugs)
            ]
            fine = []
            for k, p in enumerate(path):
                q = path[(k + 1) % len(path)]
                fine += [p, (0.5 * (p[0] + q[0]) * 1.03, 0.5 * (p[1] + q[1]), 0.5 * (p[2] + q[2]) * 1.03)]
            d.add("rope", sweep(fine, 0.028 * r, smooth=False, closed=True, sides=8), "rope")
            d.add(
                "hoops",
                union(torus(0.985 * r, 0.05 * r).move(y=h - 0.03 * r), torus(0.985 * r, 0.05 * r).move(y=0.045 * r)),
                "metal",
            )
        else:
            d.add("hoops", hoops, "metal")
        if v.sticks:
            for k in (0, 1):
                stick = sweep(
                    [(-0.75 * r, 0, 0), (0.6 * r, 0, 0), (0.86 * r, 0, 0)],
                    [0.035 * r, 0.033 * r, 0.018 * r],
                    round_ends=True,
                )
                d.add(
                    f"stick_{k + 1}",
                    union(stick, sphere(0.04 * r).move(0.87 * r))
                    .rotate(y=25 + 45 * k)
                    .move(0, h + (0.045 + 0.03 * k) * r, 0.1 * r),
                    "stick",
                    group="sticks",
                )
        d.point("top", (0, h, 0), size=2 * r)
        return d
    r = 0.28 * (r / 0.2) ** 0.4
    d = Draft(extent=1.7)
    d.add("rug", cylinder(0.85, 0.02, sides=8, bevel=0.006).rotate(y=22.5).move(0, 0.01, -0.12), "rug")

    def place(
        name: str, radius: float, depth: float, at: tuple[float, float, float], turn: tuple[float, float]
    ) -> None:
        body, skins, hoops = shell(radius, depth, v.lugs)
        for part, solid, slot in (("shell", body, "shell"), ("skin", skins, "skin"), ("hoops", hoops, "metal")):
            d.add(f"{name}_{part}", solid.move(y=-depth / 2).rotate(x=turn[0], z=turn[1]).move(*at), slot, group=name)

    place("bass_drum", r, 0.4, (0, r + 0.02, 0.1), (90, 0))
    d.add(
        "bass_feet",
        union(*(rod((s * 0.8 * r, 0.6 * r, 0.2), (s * 1.25 * r, 0.015, 0.3), radius=0.012) for s in (1, -1))),
        "metal",
        group="stands",
    )
    for k in range(v.toms):
        x = (0.2 if k == 0 else -0.2) if v.toms == 2 else 0.0
        place(f"tom_{k + 1}", 0.16 - 0.015 * k, 0.2, (x, 2 * r + 0.17, 0.08), (-14, -8 if x > 0 else 8 if x < 0 else 0))
        d.add(
            f"tom_arm_{k + 1}", rod((0, 1.9 * r, 0.06), (x, 2 * r + 0.14, 0.07), radius=0.018), "metal", group="stands"
        )

    def tripod(x: float, z: float, height: float) -> Node:
        return union(
            rod((x, 0.1, z), (x, height, z), radius=0.012),
            *(
                rod((x, 0.25, z), (x + 0.2 * math.cos(a), 0.018, z + 0.2 * math.sin(a)), radius=0.01)
                for a in (0.6, 2.7, 4.8)
            ),
        )

    place("snare", 0.17, 0.13, (0.42, 0.62, -0.28), (-4, 0))
    d.add("snare_stand", tripod(0.42, -0.28, 0.6), "metal", group="stands")
    place("floor_tom", 0.2, 0.34, (-0.5, 0.42, -0.22), (0, 0))
    d.add(
        "floor_tom_legs",
        union(
            *(
                rod(
                    (-0.5 + 0.2 * math.cos(a), 0.5, -0.22 + 0.2 * math.sin(a)),
                    (-0.5 + 0.22 * math.cos(a), 0.016, -0.22 + 0.22 * math.sin(a)),
                    radius=0.01,
                )
                for a in (0.5, 2.6, 4.7)
            )
        ),
        "metal",
        group="stands",
    )
    for k in range(v.cymbals):
        x, z, y, wide = ((0.55, 0.18, 1.15, 0.23), (-0.6, 0.15, 1.22, 0.26), (0.62, -0.42, 0.88, 0.17))[k]
        disc = lathe([(0, 0.0), (wide, -0.028), (wide, -0.02), (0.28 * wide, 0.012), (0.22 * wide, 0.04), (0, 0.05)])
        d.add(f"cymbal_{k + 1}", disc.rotate(x=-10, z=-8 if x > 0 else 8).move(x, y, z), "cymbal", group="cymbals")
        d.add(
            f"cymbal_stand_{k + 1}", union(tripod(x, z, y), sphere(0.02).move(x, y + 0.05, z)), "metal", group="stands"
        )
    if v.stool:
        d.add("stool", union(cylinder(0.17, 0.08, bevel=0.03).move(0, 0.5, -0.6)), "dark", group="stool")
        d.add("stool_legs", tripod(0, -0.6, 0.48), "metal", group="stands")
    if v.sticks:
        d.add(
            "sticks",
            union(
                *(
                    sweep(
                        [(0.3, 0.693 + 0.004 * k, -0.4 + 0.09 * k), (0.6, 0.693 + 0.004 * k, -0.25 - 0.05 * k)],
                        [0.008, 0.006],
                        round_ends=True,
                    )
                    for k in (0, 1)
                )
            ),
            "stick",
        )
    d.point("top", (0, 1.2, 0), size=1.2)
    return d
