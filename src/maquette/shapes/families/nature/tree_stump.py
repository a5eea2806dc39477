"""Tree stump: a sawn stump with roots, a lying log, or a stack of logs."""

from __future__ import annotations

import math

from maquette.shapes.api import bone, box, cylinder, hull, lathe, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import blob, trunk


@family(
    "tree stump",
    "nature",
    nouns={
        "stump": {"kind": "stump"},
        "log": {"kind": "log"},
        "logs": {"kind": "pile"},
        "log pile": {"kind": "pile"},
        "firewood": {"kind": "pile"},
        "wood pile": {"kind": "pile"},
        "fallen log": {"kind": "log", "moss": True},
        "driftwood log": {"kind": "log"},
        "hollow log": {"kind": "log", "hollow": True},
        "fallen tree": {"kind": "log"},
        "trunk": {"kind": "log"},
    },
    parameters=(
        Choice("kind", ("stump", "log", "pile")),
        Real("radius", 0.34, 0.24, 0.5),
        Real("height", 0.5, 0.3, 0.8),
        Real("length", 2.0, 1.4, 2.8, about="of a log"),
        Whole("roots", 6, 4, 8),
        Whole("rings", 4, 3, 6),
        Whole("branches", 2, 0, 3),
        Flag("moss", 0.4),
        Flag("mushrooms", 0.4),
        Flag("axe", 0.25),
        Flag("hollow", 0.2),
    ),
    slots={
        "bark": ("bark", "bark:#6f5a45", "bark:#4e4036"),
        "wood": ("pine", "birch", "oak"),
        "ring": ("oak", "wood"),
        "moss": ("moss",),
        "mushroom": ("paint:#c9853f", "paint:#c42a22"),
        "stem": ("bone",),
        "handle": ("oak",),
        "blade": ("steel",),
    },
    words={
        "axe": {"axe": True},
        "moss": {"moss": True},
        "mossy": {"moss": True},
        "mushrooms": {"mushrooms": True},
        "roots": {},
        "hollow": {"hollow": True},
    },
    paints={"rings": "ring", "mushrooms": "mushroom"},
    height=(0.3, 1.7),
)
def tree_stump(v: Values) -> Draft:
    """A sawn stump with roots, a lying log, or a stack of logs."""
    r, h, rng = v.radius, v.height, v.rng("stump")
    cap = lathe([(0.5 * r, -0.02), (0.93 * r, -0.02), (0.93 * r, 0.012), (0.88 * r, 0.016)])

    def rings(q: float) -> Node:
        return union(*(torus(q * (0.16 + 0.68 * i / v.rings), 0.018 * q) for i in range(v.rings)))

    if v.kind == "stump":
        d = Draft(extent=max(3.2 * r, h))
        bones = [bone((0, 0.3 * r, 0), (0, h, 0), 1.06 * r, 0.98 * r)]
        for i in range(v.roots):
            a = 2 * math.pi * i / v.roots + float(rng.uniform(-0.2, 0.2))
            far = r * float(rng.uniform(1.5, 2.0))
            bones.append(
                bone(
                    (0.5 * r * math.cos(a), 0.36 * h, 0.5 * r * math.sin(a)),
                    (far * math.cos(a), 0.04, far * math.sin(a)),
                    0.42 * r,
                    0.14 * r,
                )
            )
        d.add("bark", trunk(bones, 0.3 * r, 76) - box(9, 4, 9).move(y=h + 2), "bark")
        d.add("top", cap.move(y=h), "wood")
        d.add("rings", rings(0.95 * r).move(y=h + 0.012), "ring")
        if v.axe:
            d.add("handle", sweep([(0.1, h + 0.06, 0), (0.42, h + 0.36, 0.02), (0.62, h + 0.58, 0.0)], 0.024), "handle")
            d.add(
                "blade",
                hull(
                    [(0.0, h - 0.05, s * 0.01) for s in (1, -1)]
                    + [(-0.02, h - 0.06, 0.0), (0.2, h - 0.02, 0.0)]
                    + [(x, y, s * 0.03) for x, y in ((0.1, h + 0.14), (0.2, h + 0.08)) for s in (1, -1)]
                ),
                "blade",
            )
        if v.mushrooms:
            for i in range(3):
                at = (1.3 * r * math.cos(0.5 + 0.5 * i), 0.0, 1.25 * r * math.sin(0.5 + 0.5 * i))
                s = 0.1 + 0.03 * (i % 2)
                d.add(
                    f"stem_{i + 1}",
                    cylinder(0.2 * s, 1.5 * s, 0.16 * s).move(at[0], 0.7 * s, at[2]),
                    "stem",
                    group="mushrooms",
                )
                d.add(
                    f"mushroom_{i + 1}",
                    lathe(
                        [(0.1 * s, 0), (0.7 * s, -0.05 * s), (0.72 * s, 0.1 * s), (0.4 * s, 0.45 * s), (0, 0.55 * s)],
                        smooth=True,
                    ).move(at[0], 1.4 * s, at[2]),
                    "mushroom",
                    group="mushrooms",
                )
            d.add(
                "moss_patch",
                (blob(0.5 * r, 0.1, 0.55 * r, 0.2, 2) - box(9, 2, 9).move(y=-1)).move(x=1.0 * r, z=1.0 * r),
                "moss",
            )
        if v.moss:
            d.add("moss", blob(0.5 * r, 0.12 * h, 0.42 * r, 0.25, 5).move(-0.66 * r, h - 0.03, 0.3 * r), "moss")
        d.point("top", (0, h, 0), size=1.8 * r)
        d.point("seat", (0, h, 0), size=1.8 * r)
        return d
    length = v.length
    d = Draft(extent=length)
    spots = (
        [(0.0, r)]
        if v.kind == "log"
        else [(-1.9 * r, r), (0.0, r), (1.9 * r, r), (-0.95 * r, 2.62 * r), (0.95 * r, 2.62 * r), (0.0, 4.24 * r)]
    )
    q = r if v.kind == "log" else 0.62 * r
    if v.kind == "pile":
        spots = [(x * 0.62, y * 0.62) for x, y in spots]
    d.extent = max(length, 6 * q)
    along_x = v.kind == "log"
    for i, (x, y) in enumerate(spots):
        body = (
            cylinder(1.03 * q, length * float(rng.uniform(0.94, 1.0))).roughened(
                0.06 * q, 0.5 * q, seed=i + v.seed % 17
            )
            if v.kind == "log"
            else cylinder(1.03 * q, length * float(rng.uniform(0.92, 1.0)))
        )
        ends = cylinder(0.9 * q, 1.012 * length)
        lines = union(*(rings(0.9 * q).move(y=s * 0.506 * length) for s in (1, -1)))
        if v.hollow and v.kind == "log":
            core = cylinder(0.68 * q, 2 * length)
            body, ends, lines = (
                body - core,
                cylinder(0.92 * q, 1.012 * length) - core,
                torus(0.8 * q, 0.03 * q).move(y=0.506 * length),
            )
        turn = {"z": 90} if along_x else {"x": 90}
        d.add(f"bark_{i + 1}", body.rotate(**turn).move(x, y, 0), "bark", group="logs")
        d.add(f"wood_{i + 1}", ends.rotate(**turn).move(x, y, 0), "wood", group="logs")
        d.add(f"rings_{i + 1}", lines.rotate(**turn).move(x, y, 0), "ring", group="logs")
    if v.kind == "log":
        for i in range(v.branches):
            x = (-0.25 + 0.3 * i) * length
            end = (x + 0.25, r + 1.25 * r, (0.7 if i % 2 else -0.6) * r)
            d.add(f"branch_{i + 1}", sweep([(x, r, 0), end], [0.3 * r, 0.2 * r]), "bark", group="branches")
        if v.moss:
            d.add("moss", blob(0.24 * length, 0.3 * r, 0.7 * r, 0.25, 3).move(x=-0.12 * length, y=1.8 * r), "moss")
        if v.mushrooms:
            shelf = lathe([(0.0, -0.03), (0.3, -0.02), (0.34, 0.04), (0.15, 0.12), (0, 0.13)], smooth=True).scale(r)
            d.add(
                "mushrooms",
                union(
                    *(
                        shelf.scale(1 - 0.15 * i).move(
                            x=(0.12 + 0.13 * i) * length * 0.8, y=(1.1 + 0.12 * (i % 2)) * r, z=0.95 * r
                        )
                        for i in range(3)
                    )
                ),
                "mushroom",
            )
    d.point("top", (0, (2 * r if v.kind == "log" else 5 * q), 0), size=r)
    d.point("seat", (0, 2 * r, 0), size=r)
    return d
