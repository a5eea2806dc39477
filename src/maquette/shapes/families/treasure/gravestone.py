"""Gravestones."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import arch


@family(
    "gravestone",
    "treasure",
    nouns={
        "tombstone": {},
        "grave": {"mound": True},
        "headstone": {},
        "grave marker": {"kind": "cross"},
        "stone cross": {"kind": "cross"},
        "celtic cross": {"kind": "celtic"},
    },
    parameters=(
        Choice("kind", ("arched", "cross", "celtic", "square", "pointed")),
        Real("height", 0.95, 0.7, 1.3),
        Real("width", 0.6, 0.5, 0.72),
        Real("thickness", 0.13, 0.1, 0.18),
        Real("lean", 3, -6, 8, unit="deg"),
        Flag("mound", 0.6),
        Flag("base", 0.7),
        Choice("carving", ("cross", "lines", "skull")),
        Real("weathering", 0.004, 0.001, 0.009),
        Flag("moss", 0.5),
    ),
    slots={
        "stone": ("stone", "granite", "concrete", "marble", "sandstone"),
        "carving": ("paint:#4a4a4c", "paint:#5c584e"),
        "ground": ("soil", "grass", "moss"),
        "moss": ("moss", "grass:#4f7a34"),
    },
    words={"mossy": {"moss": True}, "cross": {"kind": "cross"}, "mound": {"mound": True}},
    paints={"soil": "ground"},
    height=(0.6, 1.6),
)
def gravestone(v: Values) -> Draft:
    """Its face toward +z, the mound before it."""
    h, w, t = v.height, v.width, v.thickness
    d = Draft(extent=1.7 if v.mound else h)
    y = 0.14 if v.base else 0.0

    def put(node: Node) -> Node:
        return node.rotate(z=0.5 * v.lean).rotate(x=-0.6 * v.lean).move(y=y - 0.02) & box(4, 4, 4).move(y=2)

    n = h - y
    slab: Node
    if v.kind in ("cross", "celtic"):
        k = 0.3 * w
        slab = union(box(k, n, t, 0.015).move(y=n / 2), box(w, k, t * 0.98, 0.015).move(y=0.7 * n))
        if v.kind == "celtic":
            slab = union(slab, (cylinder(0.42 * w, 0.7 * t) - cylinder(0.3 * w, t)).rotate(x=90).move(y=0.7 * n))
    elif v.kind == "arched":
        slab = extrude(arch(w, n), t, bevel=0.012)
    elif v.kind == "square":
        slab = extrude(
            [
                (-w / 2, 0),
                (w / 2, 0),
                (w / 2, 0.86 * n),
                (0.36 * w, 0.86 * n),
                (0.36 * w, n),
                (-0.36 * w, n),
                (-0.36 * w, 0.86 * n),
                (-w / 2, 0.86 * n),
            ],
            t,
            bevel=0.012,
        )
    else:
        slab = extrude([(-w / 2, 0), (w / 2, 0), (w / 2, 0.72 * n), (0.0, n), (-w / 2, 0.72 * n)], t, bevel=0.012)
    d.add("stone", put(slab.roughened(v.weathering, 0.1, v.seed)), "stone")
    z = t / 2
    marks: list[Node] = []
    if v.kind in ("cross", "celtic"):
        marks = [cylinder(0.09 * w, 0.03).rotate(x=90).move(0, 0.7 * n, z)]
    else:
        lines = [
            box(w * (0.56, 0.44, 0.5)[i], 0.03 * n, 0.022, 0.003).move(0, (0.42 - 0.085 * i) * n, z) for i in range(3)
        ]
        if v.carving == "skull":
            marks = [
                union(
                    cylinder(0.14 * w, 0.03).rotate(x=90).move(0, 0.68 * n, z),
                    box(0.15 * w, 0.12 * w, 0.03).move(0, 0.68 * n - 0.14 * w, z),
                )
                - union(*(cylinder(0.038 * w, 0.2).rotate(x=90).move(s * 0.055 * w, 0.675 * n, z) for s in (1, -1))),
                *lines,
            ]
        elif v.carving == "cross":
            marks = [
                union(box(0.07 * w, 0.3 * n, 0.03, 0.003), box(0.25 * w, 0.07 * w, 0.028, 0.003).move(y=0.05 * n)).move(
                    0, 0.66 * n, z
                ),
                *lines,
            ]
        else:
            marks = [
                *lines,
                box(0.6 * w, 0.06 * n, 0.025, 0.003).move(0, 0.62 * n, z),
                box(0.4 * w, 0.03 * n, 0.022, 0.003).move(0, 0.53 * n, z),
            ]
    d.add("carving", put(union(*marks)), "carving")
    if v.base:
        d.add(
            "base",
            union(
                box(w + 0.16, 0.1, t + 0.16, 0.015).move(y=0.05), box(w + 0.06, 0.09, t + 0.07, 0.012).move(y=0.11)
            ).roughened(0.6 * v.weathering, 0.1, v.seed + 2),
            "stone",
        )
    if v.mound:
        d.add(
            "mound",
            (
                sphere(0.42 * w + 0.1, 0.17, 0.72).roughened(0.02, 0.14, v.seed + 1).move(z=0.66)
                & box(4, 1, 4).move(y=0.5)
            ),
            "ground",
        )
        if not v.base:
            d.add("foot", box(w * 0.8, 0.08, 0.5, 0.02).move(y=0.03, z=0.15) & box(4, 1, 4).move(y=0.5), "ground")
    elif not v.base:
        d.add(
            "foot", (sphere(0.7 * w, 0.08, 0.3).roughened(0.012, 0.1, v.seed + 1) & box(4, 1, 4).move(y=0.5)), "ground"
        )
    if v.moss and v.base:
        patches = [
            sphere(0.07 * w, 0.035, 0.55 * t).move(s * 0.3 * w, 0.02 + y if i else y + 0.01, 0.35 * t)
            for i, s in enumerate((1, -1, 0.4))
        ]
        d.add("moss", union(*patches).roughened(0.006, 0.04, v.seed + 3) & box(4, 4, 4).move(y=2), "moss")
    d.point("top", (0, h, 0), size=w)
    return d
