"""Cabin: walls of logs or boards, or a round hut of straw."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, hull, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.building import Opening, add_openings, chimney, gable_roof, gable_walls
from maquette.shapes.sub.palettes import PANES


@family(
    "cabin",
    "building",
    nouns={
        "log cabin": {},
        "wooden cabin": {},
        "hut": {"kind": "hut"},
        "straw hut": {"kind": "hut"},
        "shack": {"kind": "shack"},
        "shed": {"kind": "shack"},
        "wooden hut": {"kind": "shack"},
        "tribal hut": {"kind": "hut"},
        "witch hut": {"kind": "shack", "stilts": True},
        "beach hut": {"kind": "hut", "stilts": True},
        "treehouse": {"kind": "shack", "stilts": True},
        "outhouse": {"kind": "shack", "width": 3.4},
    },
    parameters=(
        Choice("kind", ("log", "hut", "shack")),
        Real("width", 5.5, 3.4, 7.0),
        Real("depth", 4.5, 3.6, 5.5),
        Real("height", 2.4, 2.1, 2.8),
        Real("roof_height", 0.42, 0.3, 0.6, unit=""),
        Whole("logs", 9, 7, 12),
        Whole("windows", 2, 1, 2),
        Flag("chimney", 0.6),
        Flag("porch", 0.5),
        Flag("stilts", 0.2),
        Flag("lantern", 0.5),
        Flag("barrel", 0.4),
    ),
    slots={
        "wall": ("bark:#8a6238", "oak", "planks", "driftwood"),
        "roof": ("planks:#5a4636", "thatch", "moss", "roof tiles"),
        "trim": ("walnut", "oak"),
        "glass": PANES,
        "door": ("planks", "walnut"),
        "metal": ("iron",),
        "chimney": ("stone",),
        "stone": ("stone",),
        "lantern": ("glow:#ffc35a",),
        "thatch": ("thatch",),
        "barrel": ("oak",),
    },
    words={
        "chimney": {"chimney": True},
        "porch": {"porch": True},
        "stilts": {"stilts": True},
        "lantern": {"lantern": True},
        "barrel": {"barrel": True},
    },
    paints={"walls": "wall", "windows": "glass", "logs": "wall", "thatch": "thatch"},
    height=(2.9, 8.0),
)
def cabin(v: Values) -> Draft:
    """Walls of logs or boards, or a round hut of straw."""
    w, z, h = v.width, v.depth, v.height
    lift = 1.1 if v.stilts else 0.14
    d = Draft(extent=max(w, h + 2 + lift) * 1.2)
    if v.stilts:
        d.add(
            "stilts",
            union(
                *(
                    cylinder(0.13, lift + 0.1, 0.11).move(x * w / 2.3, lift / 2, q * z / 2.3)
                    for x in (1, 0, -1)
                    for q in (1, -1)
                ),
                box(w + 0.5, 0.14, z + 0.5).move(y=lift - 0.02),
                *(box(0.8, 0.08, 0.3).move(y=(i + 0.6) * lift / 4, z=z / 2 + 1.0 - 0.22 * i) for i in range(4)),
                *(box(0.08, 0.12, 1.5).rotate(x=50).move(x=s * 0.4, y=lift / 2, z=z / 2 + 0.62) for s in (1, -1)),
            ),
            "trim",
        )
    else:
        d.add(
            "plinth",
            box(w + 0.2, 0.34, z + 0.2, 0.05).move(y=0.12)
            if v.kind != "hut"
            else cylinder(0.54 * min(w, z) + 0.1, 0.2).move(y=0.1),
            "stone",
        )
    front = z / 2
    if v.kind == "hut":
        r = 0.52 * min(w, z)
        front = r + 0.05
        staves = union(
            cylinder(r, h),
            *(cylinder(0.07, h * 0.98).move(x=r).rotate(y=360 * i / 22) for i in range(22)),
            *(cylinder(1.03 * r, 0.09).move(y=t * h) for t in (-0.3, 0.28)),
        )
        d.add("walls", staves.move(y=lift + h / 2), "wall")
        layers = [
            lathe_cone(
                r * (1.25 - 0.4 * i), r * (0.75 - 0.4 * i if i < 2 else 0.02), 0.5 * r * (1 + v.roof_height)
            ).move(y=lift + h + 0.05 + i * 0.36 * r * (1 + v.roof_height))
            for i in range(3)
        ]
        d.add("roof", union(*layers).roughened(0.03, 0.25, seed=1), "thatch")
        rise = 0.97 * r * (1 + v.roof_height) - 0.2
    else:
        rise = v.roof_height * w
        if v.kind == "log":
            n, q = v.logs, h / v.logs / 2
            d.add("core", gable_walls(w - 0.1, z - 0.1, h, rise - 0.04).move(y=lift), "wall")
            along = cylinder(1.08 * q, w + 0.7, sides=10).rotate(z=90)
            side = cylinder(1.08 * q, z + 0.7, sides=10).rotate(x=90)
            d.add(
                "logs",
                union(
                    *(along.move(y=lift + q * (2 * i + 1), z=s * (z / 2 - q)) for i in range(n) for s in (1, -1)),
                    *(side.move(y=lift + q * (2 * i + 2), x=s * (w / 2 - q)) for i in range(n - 1) for s in (1, -1)),
                ),
                "wall",
            )
        else:
            d.add("core", gable_walls(w, z, h, rise).move(y=lift), "wall")
            m = int(w / 0.42)
            rng = v.rng("boards")
            boards = [
                box(0.36, h * float(rng.uniform(0.93, 1.0)), 0.08)
                .rotate(z=float(rng.uniform(-1, 1)))
                .move(x=(i - (m - 1) / 2) * w / m, y=lift + h / 2, z=s * (z / 2))
                for i in range(m)
                for s in (1, -1)
            ]
            d.add("boards", union(*boards), "trim" if v.seed % 3 == 0 else "wall")
        d.add(
            "roof",
            union(
                gable_roof(w, z, rise, 0.5, 0.16),
                *(
                    box(0.1, 0.1, z + 1.06).rotate(z=0).move(x=s * t * (w / 2 + 0.4), y=rise * (1 - t) + 0.16 - 0.3 * t)
                    for s in (1, -1)
                    for t in (0.33, 0.66, 0.98)
                ),
            ).move(y=lift + h - 0.03),
            "roof",
        )
    d.add(
        "roof_top",
        cylinder(0.12, 0.7).move(y=lift + h + rise + 0.05)
        if v.kind == "hut"
        else cylinder(0.15, z + 1.1, sides=8).rotate(x=90).move(y=lift + h + rise + 0.16),
        "trim",
    )
    face = front + (0.02 if v.kind != "hut" else 0.03)
    openings: list[Opening] = [("door", 0.0 if v.kind == "hut" else -0.18 * w, lift + 0.02, face, 0, 0.9, 1.9)]
    if v.kind != "hut":
        openings.append(("window", 0.24 * w, lift + 0.85, face, 0, 0.8, 0.8))
        openings += [("window", s * (w / 2 + 0.02), lift + 0.85, 0.0, 90 * s, 0.8, 0.8) for s in (1, -1)[: v.windows]]
    else:
        openings += [("window", front * 0.97 * s, lift + 0.9, 0.0, 90 * s, 0.6, 0.7) for s in (1, -1)[: v.windows]]
    add_openings(d, openings, door_shape="arched" if v.kind == "hut" else "square")
    if v.porch and v.kind != "hut" and not v.stilts:
        d.add(
            "porch",
            union(
                box(w, 0.16, 1.5).move(y=0.2, z=z / 2 + 0.7),
                *(cylinder(0.09, h + 0.1).move(s * (w / 2 - 0.15), lift + h / 2, z / 2 + 1.3) for s in (1, -1)),
                box(w - 0.3, 0.1, 0.1).move(y=lift + 0.75, z=z / 2 + 1.3)
                - box(1.1, 1, 1).move(x=-0.18 * w, y=lift + 0.7, z=z / 2 + 1.3),
            ),
            "trim",
        )
        d.add(
            "porch_roof",
            hull(
                [
                    (x, y, q)
                    for x in (-w / 2 - 0.2, w / 2 + 0.2)
                    for y, q in (
                        (lift + h + 0.3, z / 2 - 0.2),
                        (lift + h + 0.42, z / 2 - 0.2),
                        (lift + h - 0.06, z / 2 + 1.55),
                        (lift + h + 0.06, z / 2 + 1.55),
                    )
                ]
            ),
            "roof",
        )
    if v.chimney and v.kind != "hut":
        d.add("chimney", chimney(0.7, h + rise + lift + 0.3).move(x=w / 2 + 0.2, z=-0.2 * z), "chimney")
    if v.lantern:
        x = 0.0 if v.kind == "hut" else -0.18 * w
        d.add("lantern", cylinder(0.09, 0.2, 0.07).move(x + 0.72, lift + 1.75, face + 0.16), "lantern")
        d.add(
            "lantern_hook",
            union(
                box(0.04, 0.04, 0.36).move(x + 0.72, lift + 1.9, face + 0.04),
                cylinder(0.11, 0.05, 0.03).move(x + 0.72, lift + 1.86, face + 0.16),
            ),
            "metal",
        )
    if v.barrel and not v.stilts:
        d.add(
            "barrel",
            cylinder(0.3, 0.85, bevel=0.05).move(
                w / 2 - 0.4 if v.kind != "hut" else front * 0.86,
                0.42,
                front + 0.36 if v.kind != "hut" else front * 0.72,
            ),
            "barrel",
        )
    d.point("top", (0, lift + h + rise, 0), size=w)
    return d


def lathe_cone(low: float, high: float, rise: float) -> Node:
    """A layer of thatch."""
    return cylinder(low, rise, max(high, 0.04))
