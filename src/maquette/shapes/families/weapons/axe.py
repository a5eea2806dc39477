"""Axes."""

from __future__ import annotations

from maquette.shapes.api import box, cone, cylinder, extrude, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import axe_bit, haft, ribbed


@family(
    "axe",
    "weapon",
    nouns={
        "battle axe": {"kind": "battle"},
        "battleaxe": {"kind": "battle"},
        "double axe": {"kind": "double"},
        "labrys": {"kind": "double"},
        "hatchet": {"kind": "felling", "length": 0.42},
        "tomahawk": {"kind": "bearded", "length": 0.5},
        "woodcutter axe": {"kind": "felling"},
        "fire axe": {"kind": "felling", "spike": True},
        "viking axe": {"kind": "bearded"},
        "war axe": {"kind": "battle"},
        "lumberjack axe": {"kind": "felling"},
        "ax": {},
    },
    parameters=(
        Choice("kind", ("battle", "double", "felling", "bearded")),
        Real("length", 0.8, 0.4, 1.1),
        Real("head_width", 0.24, 0.19, 0.3, unit="", about="reach of a blade, share of the length"),
        Real("edge", 1.6, 1.3, 2.0, unit="", about="length of the edge, times its reach"),
        Real("radius", 0.019, 0.015, 0.024, about="of the haft"),
        Real("curve", 0.015, 0.0, 0.04, unit="", about="of the haft"),
        Flag("spike", 0.4),
        Flag("wrap", 0.6),
        Whole("bands", 2, 0, 4),
        Flag("studs", 0.4),
    ),
    slots={
        "head": ("steel", "iron", "gunmetal", "paint:#b02a22", "bronze"),
        "edge": ("silver", "metal:#d4d9e0", "chrome"),
        "haft": ("oak", "walnut", "wood", "paint:#2c2a28"),
        "wrap": ("leather", "leather:#7a1f1c", "rope"),
        "trim": ("brass", "iron", "gold"),
    },
    words={"double": {"kind": "double"}, "spike": {"spike": True}, "leather": {"wrap": True}},
    paints={"blade": "head", "handle": "haft", "grip": "wrap", "shaft": "haft"},
    height=(0.35, 1.3),
)
def axe(v: Values) -> Draft:
    """Stands on the foot of its haft; the blade toward +x."""
    n = v.length
    d = Draft(extent=1.05 * n)
    r = v.radius * (0.75 + 0.25 * n / 0.8)
    reach = v.head_width * n
    edge = v.edge * reach * {"battle": 1.1, "double": 1.15, "felling": 0.62, "bearded": 0.75}[v.kind]
    root, thick = max(0.3 * reach, 2.2 * r) * (1.5 if v.kind == "felling" else 1.1), 2.5 * r
    y = n - 0.55 * edge - 0.3 * r if v.kind in ("battle", "double") else n - 0.55 * root - r
    bow = 0.0 if v.kind == "double" else v.curve
    d.add("haft", haft(n, r, bow=-bow), "haft")
    body, keen = axe_bit(reach, root, edge, thick, beard=0.5 * edge if v.kind == "bearded" else 0.06 * edge)
    eye = cylinder(1.5 * r, 1.25 * root, bevel=0.25 * r)
    if v.kind == "double":
        d.add("head", union(body.mirrored("x"), eye).move(y=y), "head")
        d.add("edge", keen.mirrored("x").move(y=y), "edge")
    else:
        back: Node = box(2.2 * r, 0.9 * root, 2.4 * r, 0.3 * r).move(x=-1.6 * r)
        if v.spike and v.kind != "felling":
            back = union(
                box(1.6 * r, 0.6 * root, 2.0 * r, 0.2 * r).move(x=-1.3 * r),
                cone(0.9 * r, 0.55 * reach, 4).rotate(z=90).move(x=-1.6 * r - 0.27 * reach),
            )
        elif v.spike:
            back = extrude(
                [
                    (0, -0.45 * root),
                    (0, 0.45 * root),
                    (-0.55 * reach, 0.2 * root),
                    (-0.95 * reach, -0.45 * root),
                    (-0.6 * reach, -0.2 * root),
                ],
                1.6 * r,
                bevel=0.3 * r,
            )
        d.add("head", union(body, eye, back).move(y=y), "head")
        d.add("edge", keen.move(y=y), "edge")
    if v.kind in ("battle", "double") and v.spike:
        d.add(
            "spike",
            union(
                cone(1.0 * r, 0.16 * n, 4).move(y=n + 0.07 * n), cylinder(1.15 * r, 0.03 * n, bevel=0.2 * r).move(y=n)
            ),
            "edge",
        )
    elif v.kind in ("battle", "double"):
        d.add("cap", sphere(1.2 * r, 0.9 * r, 1.2 * r).move(y=n), "trim")
    if v.wrap:
        d.add("wrap", ribbed(0.26 * n, 1.22 * r, 10).move(-0.25 * bow * n, 0.07 * n), "wrap")
    for i in range(v.bands):
        yy = y - 0.5 * edge * (0.5 if v.kind in ("battle", "double") else 0.0) - 0.8 * root - 0.05 * n * i
        x = -bow * n * 4 * (yy / n) * (1 - yy / n)
        d.add(f"band_{i + 1}", cylinder(1.25 * r, 0.018 * n, bevel=0.15 * r).move(x, yy), "trim", group="bands")
    if v.studs:
        s = union(*(sphere(0.35 * r).move(0, k * 0.36 * root, 1.5 * r) for k in (-1, 1))).mirrored("z")
        d.add("studs", s.move(y=y), "trim")
    d.point("grip", (0, 0.2 * n, 0), front=(1, 0, 0), size=2 * r)
    d.point("top", (0, n, 0), size=2 * r)
    return d
