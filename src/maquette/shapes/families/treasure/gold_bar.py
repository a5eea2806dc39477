"""Bars of gold and other metals: one, a pyramid of them, or a stack on a pallet."""

from __future__ import annotations

from maquette.shapes.api import box, extrude, hull, text, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "gold bar",
    "treasure",
    nouns={
        "ingot": {"rows": 1, "arrangement": "row"},
        "bullion": {"arrangement": "pyramid", "rows": 3},
        "gold ingot": {"rows": 1, "arrangement": "row"},
        "silver bar": {"rows": 1, "arrangement": "row"},
        "iron ingot": {"rows": 1, "arrangement": "row"},
        "gold bars": {"rows": 3, "arrangement": "pyramid"},
        "stack of gold bars": {"rows": 3, "arrangement": "pyramid"},
        "pile of gold bars": {"rows": 3, "arrangement": "pyramid"},
    },
    parameters=(
        Real("length", 0.25, 0.18, 0.3),
        Real("width", 0.075, 0.06, 0.09),
        Real("height", 0.04, 0.032, 0.052),
        Real("taper", 0.78, 0.66, 0.88, unit="", about="width of the top, share of the bottom's"),
        Choice("arrangement", ("row", "pyramid", "cross")),
        Whole("rows", 1, 1, 4),
        Real("gap", 0.04, 0.02, 0.1, unit="", about="between bars, share of their width"),
        Flag("stamp", 0.85),
        Flag("pallet", 0.15),
        Flag("frame", 0.5, about="a line around the stamp"),
    ),
    slots={"metal": ("gold", "gold:#e8b840"), "stamp": ("gold:#b8862c", "bronze"), "pallet": ("planks", "oak")},
    words={"pallet": {"pallet": True}, "stamp": {"stamp": True}, "pyramid": {"arrangement": "pyramid", "rows": 3}},
    paints={"bar": "metal", "bars": "metal", "ingot": "metal"},
    height=(0.025, 0.45),
    floats=True,
)
def gold_bar(v: Values) -> Draft:
    """Bars along X."""
    n, w, h = v.length, v.width, v.height
    d = Draft(extent=max(n, v.rows * w))
    lift = 0.0
    many = v.rows if v.arrangement != "row" or v.rows > 1 else 1
    if v.pallet:
        side = max(n, many * w) * 1.15
        boards = union(
            *(box(side, 0.012, side / 6).move(0, 0.034, (i - 2) * side / 4.9) for i in range(5)),
            *(box(0.03, 0.03, side).move(x * side, 0.015, 0) for x in (-0.44, 0, 0.44)),
        )
        d.add("pallet", boards, "pallet")
        lift = 0.038
    spots: list[tuple[float, float, float, bool]] = []
    step = w * (1 + v.gap)
    if v.arrangement == "pyramid":
        spots = [
            (0.0, (i - (many - 1 - row) / 2) * step, row * 0.985 * h, False)
            for row in range(many)
            for i in range(many - row)
        ]
    elif v.arrangement == "cross":
        each = max(2, int(n / step))
        spots = [
            (0.0, (i - (each - 1) / 2) * step, row * 0.985 * h, row % 2 == 1)
            for row in range(many)
            for i in range(each)
        ]
    else:
        spots = [(0.0, (i - (many - 1) / 2) * step, 0.0, False) for i in range(many)]
    body, stamp = _bar(v)
    for i, (x, z, y, turned) in enumerate(spots):
        for name, node, slot in (("bar", body, "metal"), ("stamp", stamp, "stamp")):
            if node is not None:
                put = node.rotate(y=0).move(x, 0, z)
                put = put.rotate(y=90) if turned else put
                d.add(f"{name}_{i + 1}", put.move(y=lift + y), slot, group="bars")
    d.point("top", (0, lift + max(s[2] for s in spots) + h, 0), size=w)
    d.point("grip", (0, lift + h / 2, 0), size=h)
    return d


def _bar(v: Values) -> tuple[Node, Node | None]:
    n, w, h, k = v.length, v.width, v.height, v.taper
    end = n - (1 - k) * w
    e = 0.06 * h
    rows = ((0.0, n - 2 * e, w - 2 * e), (e, n, w), (h - 1.5 * e, end, k * w), (h, end - 2.5 * e, k * w - 2.5 * e))
    body = hull([(sx * x / 2, y, sz * z / 2) for y, x, z in rows for sx in (1, -1) for sz in (1, -1)])
    inset = extrude(rounded_rectangle(0.84 * end, 0.62 * k * w, 0.1 * w), 0.06 * h).rotate(x=-90).move(y=h)
    body = body - inset
    if not v.stamp:
        return body, None
    words = text("999.9", 0.3 * k * w, 0.08 * h).rotate(x=-90).move(y=0.985 * h)
    nodes: list[Node] = [words]
    if v.frame:
        outer = rounded_rectangle(0.76 * end, 0.5 * k * w, 0.08 * w)
        inner = rounded_rectangle(0.73 * end, 0.44 * k * w, 0.07 * w)
        nodes.append(extrude(outer, 0.08 * h, holes=[inner]).rotate(x=-90).move(y=0.985 * h))
    return body, union(*nodes)
