"""Puzzle cubes."""

from __future__ import annotations

from maquette.shapes.api import box, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node


@family(
    "puzzle cube",
    "toy",
    nouns={"rubik's cube": {}, "rubiks cube": {}, "magic cube": {}, "rubik cube": {}},
    parameters=(
        Whole("cells", 3, 2, 4),
        Real("size", 0.057, 0.04, 0.08),
        Real("sticker", 0.84, 0.76, 0.9, unit="", about="share of a cell"),
        Real("bevel", 0.08, 0.04, 0.12, unit=""),
        Flag("solved", 0.35),
        Real("twist", 0, 0, 1, unit="deg", about="of the top layer"),
        Real("gap", 0.03, 0.02, 0.05, unit=""),
        Real("raised", 0.02, 0.012, 0.03, unit=""),
        Real("corner", 0.2, 0.08, 0.35, unit=""),
    ),
    slots={
        "body": ("paint:#17181b", "paint:#f0f0ee"),
        "white": ("paint:#f6f6f2",),
        "red": ("paint:#c01f2a",),
        "blue": ("paint:#1f4fb8",),
        "orange": ("paint:#f0701c",),
        "green": ("paint:#1f9a4a",),
        "yellow": ("paint:#f6d022",),
    },
    words={"solved": {"solved": True}, "scrambled": {"solved": False}},
    paints={"stickers": "white"},
    height=(0.035, 0.1),
)
def puzzle_cube(v: Values) -> Draft:
    """A cube of cells whose top layer may be turned."""
    n, k = v.size, v.cells
    c = n / k
    d = Draft(extent=n)
    colors = ("white", "red", "blue", "orange", "green", "yellow")
    rng = v.rng("stickers")
    turns = ((0, 0, 0), (90, 0, 0), (0, 0, -90), (-90, 0, 0), (0, 0, 90), (180, 0, 0))
    mid = (k - 1) / 2
    core = box(0.9 * n, 0.9 * n, 0.9 * n)
    cells: dict[bool, list[Node]] = {False: [], True: []}
    bits: dict[str, list[Node]] = {x: [] for x in colors}

    def turned(node: Node, level: float) -> Node:
        return node.rotate(y=v.twist) if level > mid - 0.5 and not v.solved else node

    for x in range(k):
        for y in range(k):
            for z in range(k):
                if 0 < x < k - 1 and 0 < y < k - 1 and 0 < z < k - 1:
                    continue
                cell = box(c * (1 - v.gap), c * (1 - v.gap), c * (1 - v.gap), v.bevel * c, 1).move(
                    (x - mid) * c, (y - mid) * c, (z - mid) * c
                )
                cells[y == k - 1].append(cell)
    for face, t in enumerate(turns):
        for a in range(k):
            for b in range(k):
                color = colors[face] if v.solved else colors[int(rng.integers(6))]
                tile = (
                    box(v.sticker * c, 2 * v.raised * c, v.sticker * c, v.corner * 0.05 * c, 1)
                    .move((a - mid) * c, n / 2 - 0.5 * v.gap * c, (b - mid) * c)
                    .rotate(*t)
                )
                # Where the tile ends up decides whether it turns with the top layer.
                level = {0: mid, 1: mid - b, 2: mid - a, 3: b - mid, 4: a - mid, 5: -mid}[face]
                bits[color].append(turned(tile, level))
    d.add("body", union(core, *cells[False]).move(y=n / 2), "body")
    d.add("top_layer", union(*(turned(x, mid) for x in cells[True])).move(y=n / 2), "body")
    for color, nodes in bits.items():
        if nodes:
            d.add(f"stickers_{color}", union(*nodes).move(y=n / 2), color, group="stickers")
    d.point("grip", (0, n / 2, 0), size=n)
    d.point("top", (0, n, 0), size=n)
    return d
