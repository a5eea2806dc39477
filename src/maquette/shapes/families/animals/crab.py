"""Crabs and lobsters."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Point3, add
from maquette.shapes.sub.swimmer import EYES


@family(
    "crab",
    "animal",
    nouns={
        "lobster": {"tail": True},
        "crayfish": {"tail": True},
        "hermit crab": {"shell": True},
        "shrimp": {"tail": True, "width": 0.12},
        "king crab": {"spikes": True},
    },
    parameters=(
        Real("width", 0.3, 0.1, 0.8),
        Real("depth", 0.72, 0.6, 0.85, unit=""),
        Whole("legs", 6, 6, 8, about="walking legs"),
        Real("claws", 1.0, 0.75, 1.35, unit=""),
        Real("stalk", 1.0, 0.6, 1.5, unit=""),
        Flag("spikes", 0.35),
        Flag("tail", 0.0),
        Flag("shell", 0.0),
        Flag("spots", 0.4),
    ),
    slots={
        "shell": ("chitin:#c8402a", "chitin:#d8602a", "chitin:#3a6a8a", "chitin:#a83a2a"),
        "belly": ("chitin:#f0d0a0", "chitin:#e8c8b0"),
        "tips": ("chitin:#2a1a18", "chitin:#f2e2c8"),
        "spots": ("paint:#f0b080", "paint:#7a1f1a"),
        "house": ("porcelain:#d8b48a",),
    }
    | EYES,
    words={"spikes": {"spikes": True}, "spots": {"spots": True}, "pincers": {"claws": 1.2}},
    paints={"body": "shell", "claws": "shell", "pincers": "shell"},
    height=(0.03, 0.6),
)
def crab(v: Values) -> Draft:
    """A shield on jointed legs, two pincers, eyes on stalks."""
    w = v.width
    d = Draft(extent=1.5 * w)
    y, z = 0.2 * w, 0.32 * w * v.depth
    d.add("carapace", sphere(0.36 * w, 0.13 * w, z).move(0, y, 0), "shell")
    d.add("belly", sphere(0.33 * w, 0.1 * w, 0.92 * z).move(0, y - 0.05 * w, 0.01 * w), "belly")
    n = v.legs // 2
    nodes, tips = [], []
    for i in range(n):
        a = math.radians(68 + 64 * i / max(n - 1, 1))
        x, c = math.sin(a), math.cos(a)
        p0, p1, p2, p3 = (
            (0.28 * w * x, y - 0.02 * w, 0.75 * z * c),
            (0.48 * w * x, y + 0.09 * w, 0.4 * w * c),
            (0.62 * w * x, y - 0.03 * w, 0.54 * w * c),
            (0.68 * w * x, 0.0, 0.6 * w * c),
        )
        nodes.append(sweep([p0, p1, p2], [0.034 * w, 0.036 * w, 0.026 * w], smooth=False, round_ends=True))
        tips.append(sweep([p2, p3], [0.026 * w, 0.008 * w], round_ends=True))
    d.add("legs", union(*nodes).mirrored(), "shell", group="legs")
    d.add("leg_tips", union(*tips).mirrored(), "tips", group="legs")
    k = v.claws
    wrist: Point3 = (0.46 * w, y + 0.04 * w, z + 0.14 * w)
    d.add(
        "claw_arms",
        sweep(
            [(0.24 * w, y, 0.75 * z), (0.46 * w, y + 0.03 * w, z), wrist],
            [0.045 * w, 0.05 * w, 0.045 * w],
            smooth=False,
            round_ends=True,
        ).mirrored(),
        "shell",
        group="claws",
    )
    palm = sphere(0.085 * w * k, 0.1 * w * k, 0.13 * w * k).move(*add(wrist, (-0.01 * w, 0.02 * w, 0.08 * w)))
    upper = sweep(
        [
            add(wrist, (0, 0.05 * w * k, 0.12 * w)),
            add(wrist, (-0.03 * w, 0.1 * w * k, 0.22 * w * k)),
            add(wrist, (-0.08 * w, 0.05 * w, 0.31 * w * k)),
        ],
        [0.05 * w * k, 0.045 * w * k, 0.01 * w],
    )
    lower = sweep(
        [
            add(wrist, (0, -0.02 * w, 0.12 * w)),
            add(wrist, (-0.04 * w, -0.03 * w, 0.21 * w * k)),
            add(wrist, (-0.09 * w, 0.02 * w, 0.28 * w * k)),
        ],
        [0.045 * w * k, 0.036 * w * k, 0.01 * w],
    )
    d.add("claws", union(palm, upper, lower).mirrored(), "shell", group="claws")
    for name, node, slot in zip(
        ("eye_stalks", "eye_whites", "eyes", "pupils", "glints"),
        [
            sweep([(0.09 * w, y + 0.02 * w, 0.7 * z), (0.1 * w, y + (0.1 + 0.1 * v.stalk) * w, 0.9 * z)], 0.02 * w),
            *f.eyeball(
                (0.1 * w, y + (0.12 + 0.1 * v.stalk) * w, 0.9 * z),
                (0.1, 0.05, 1),
                0.045 * w * (1.4 if v.style == "cartoon" else 1),
            ),
        ],
        ("shell", "white", "eyes", "pupil", "glint"),
        strict=True,
    ):
        d.add(name, node.mirrored(), slot, group="head")
    d.add(
        "mouth", box(0.13 * w, 0.022 * w, 0.05 * w, 0.008 * w).move(0, y - 0.01 * w, 0.985 * z), "mouth", group="head"
    )
    if v.spikes:
        d.add(
            "spikes",
            union(
                *(
                    f.spike(
                        (0.35 * w * math.sin(a), y, z * math.cos(a)),
                        (math.sin(a), 0.15, math.cos(a)),
                        0.07 * w,
                        0.02 * w,
                        6,
                        0.4,
                    )
                    for a in (0.75, 1.05, 1.35, 1.65, 1.95)
                )
            ).mirrored(),
            "shell",
        )
    if v.spots:
        d.add(
            "spots",
            union(
                *(
                    sphere(r * w, 0.02 * w, r * w).move(
                        x * w, y + 0.125 * w * math.sqrt(max(0.02, 1 - (x / 0.36) ** 2 - (zz * w / z) ** 2)), zz * w
                    )
                    for x, zz, r in (
                        (0.0, -0.02, 0.045),
                        (0.14, 0.05, 0.03),
                        (-0.14, 0.05, 0.03),
                        (0.12, -0.1, 0.028),
                        (-0.12, -0.1, 0.028),
                    )
                )
            ),
            "spots",
        )
    if v.tail:
        d.extent = 1.7 * w
        d.add(
            "tail",
            union(
                *(
                    sphere((0.2 - 0.022 * i) * w, 0.09 * w, 0.1 * w).move(
                        0, y - 0.015 * w * i, -z - 0.13 * w * (i - 0.4)
                    )
                    for i in range(5)
                ),
                *(
                    sphere(0.06 * w, 0.03 * w, 0.14 * w).rotate(y=a).move(0.002 * a * -w, y - 0.09 * w, -z - 0.68 * w)
                    for a in (-38, 0, 38)
                ),
            ),
            "shell",
            group="tail",
        )
        d.add(
            "feelers",
            sweep(
                [
                    (0.05 * w, y + 0.04 * w, 0.9 * z),
                    (0.12 * w, y + 0.2 * w, z + 0.25 * w),
                    (0.3 * w, y + 0.3 * w, z + 0.5 * w),
                ],
                [0.014 * w, 0.012 * w, 0.009 * w],
            ).mirrored(),
            "shell",
            group="head",
        )
    if v.shell:
        d.add(
            "house",
            sweep(
                [
                    (0, y + 0.1 * w, -0.1 * w),
                    (0.0, y + 0.3 * w, -0.3 * w),
                    (0.15 * w, y + 0.4 * w, -0.15 * w),
                    (0.12 * w, y + 0.5 * w, 0.0),
                ],
                [0.24 * w, 0.24 * w, 0.15 * w, 0.04 * w],
            ),
            "house",
        )
    d.point("top", (0, y + 0.13 * w, 0))
    d.point("head", (0, y + 0.13 * w, 0.4 * z), size=0.3 * w)
    d.point("hand_left", add(wrist, (-0.06 * w, 0.03 * w, 0.26 * w * k)), size=0.02 * w)
    d.point("hand_right", add((-wrist[0], *wrist[1:]), (0.06 * w, 0.03 * w, 0.26 * w * k)), size=0.02 * w)
    return d
