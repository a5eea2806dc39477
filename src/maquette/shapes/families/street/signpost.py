"""Signpost: boards that point to both sides on a wooden post; or a board that hangs from an arm."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of


@family(
    "signpost",
    "street",
    nouns={
        "wooden sign": {"boards": 1},
        "direction sign": {},
        "guidepost": {},
        "finger post": {},
        "wooden signpost": {},
        "tavern sign": {"hanging": True},
        "sign": {"boards": 1},
        "inn sign": {"hanging": True},
    },
    parameters=(
        Whole("boards", 3, 1, 5),
        Real("height", 2.0, 1.5, 2.6),
        Real("radius", 0.06, 0.045, 0.08, about="of the post"),
        Real("board_length", 0.75, 0.5, 0.95),
        Real("board_height", 0.17, 0.13, 0.23),
        Choice("tip", ("arrow", "notched", "plain")),
        Real("crooked", 4, 0, 9, unit="deg", about="how crooked the boards hang"),
        Flag("stones", 0.55),
        Flag("grass", 0.4),
        Flag("hanging", 0.12),
        Flag("cap", 0.5),
    ),
    slots={
        "board": ("wood", "oak", "driftwood", "pine", "planks"),
        "post": ("oak", "walnut", "wood", "bark"),
        "letters": ("paint:#2a1f18", "paint:#efe6cf"),
        "nail": ("iron",),
        "stone": ("stone", "granite"),
        "grass": ("grass",),
    },
    words={"arrow": {"tip": "arrow"}, "arrows": {"tip": "arrow"}, "stones": {"stones": True}, "grass": {"grass": True}},
    paints={"boards": "board", "signs": "board", "pole": "post", "text": "letters"},
    height=(1.3, 2.9),
)
def signpost(v: Values) -> Draft:
    """Boards that point to both sides on a wooden post; or a board that hangs from an arm."""
    h, r = v.height, v.radius
    d = Draft(extent=h)
    d.add(
        "post",
        union(
            sweep([(0, 0, 0), (0.15 * r, 0.5 * h, 0.1 * r), (0, h, 0)], [1.15 * r, r, 0.95 * r], sides=8),
            *(
                []
                if not v.cap
                else [lathe([(1.25 * r, h - 0.02), (1.3 * r, h + 0.02), (0.2 * r, h + 0.1), (0, h + 0.1)], sides=8)]
            ),
        ),
        "post",
    )
    rng = v.rng("boards")
    n, b, t = v.board_length, v.board_height, 0.035
    if v.hanging:
        y = h - 0.2
        d.add(
            "arm",
            union(
                box(1.25 * n, 0.07, 0.07, 0.01).move(0.5 * n, y, 0),
                box(0.05, 0.5, 0.05, 0.008).rotate(z=-45).move(0.2, y - 0.18, 0),
            ),
            "post",
        )
        low, tall = y - 0.55 * n - 0.1, 0.62 * n
        d.add("board_1", box(0.8 * n, tall, t, 0.012).move(0.6 * n, low, 0), "board", group="boards")
        d.add(
            "frame",
            (box(0.84 * n, tall + 0.04, 1.4 * t, 0.01) - box(0.84 * n - 0.09, tall - 0.05, 1)).move(0.6 * n, low, 0),
            "post",
            group="boards",
        )
        d.add(
            "chains",
            union(
                *(
                    torus(0.022, 0.006)
                    .scale(1, 1, 1.4)
                    .rotate(x=90)
                    .rotate(y=90 * (k % 2))
                    .move(0.6 * n + s * 0.3 * n, y - 0.03 - 0.045 * k, 0)
                    for k in range(int((y - low - tall / 2) / 0.045) + 1)
                    for s in (1, -1)
                )
            ),
            "nail",
            group="chains",
        )
        d.add(
            "letters",
            union(
                *(
                    box(0.11 * n, 0.05, t + 0.012).move(0.6 * n + (k - 2) * 0.14 * n, low - 0.16 * tall, 0)
                    for k in range(5)
                ),
                cylinder(0.13 * tall, t + 0.012).rotate(x=90).move(0.6 * n, low + 0.15 * tall, 0),
            ),
            "letters",
            group="boards",
        )
    else:
        step = min(b * 1.35, (h - 0.5) / v.boards)
        b = min(b, 0.8 * step) if v.boards > 3 else b
        for i in range(v.boards):
            side = 1 if i % 2 == 0 else -1
            y = h - 0.16 - b / 2 - i * step
            if v.tip == "arrow":
                shape = [
                    (-0.22 * n, -b / 2),
                    (0.7 * n, -b / 2),
                    (0.9 * n, 0),
                    (0.7 * n, b / 2),
                    (-0.22 * n, b / 2),
                    (-0.17 * n, 0),
                ]
            elif v.tip == "notched":
                shape = [
                    (-0.22 * n, -b / 2),
                    (0.78 * n, -b / 2),
                    (0.75 * n, -0.2 * b),
                    (0.8 * n, 0.1 * b),
                    (0.76 * n, b / 2),
                    (-0.2 * n, b / 2),
                    (-0.23 * n, 0.1 * b),
                ]
            else:
                shape = [(-0.22 * n, -b / 2), (0.78 * n, -b / 2), (0.78 * n, b / 2), (-0.22 * n, b / 2)]
            turn, roll = float(rng.uniform(-18, 18)), float(rng.uniform(-1, 1)) * v.crooked

            def put(
                name: str,
                solid: Node,
                slot: str,
                turn: float = turn,
                roll: float = roll,
                side: int = side,
                y: float = y,
            ) -> None:
                solid = solid if side > 0 else solid.mirror("x")
                d.add(name, solid.rotate(z=roll).rotate(y=turn).move(y=y), slot, group="boards")

            put(f"board_{i + 1}", extrude(shape, t, bevel=0.006).move(z=0.9 * r), "board")
            words = [
                box(w * n, 0.24 * b, 0.012, 0.002).move(x * n, 0, 0.9 * r + t / 2)
                for x, w in ((0.17, 0.14), (0.33, 0.1), (0.52, 0.18))
            ]
            put(f"letters_{i + 1}", union(*words), "letters")
            put(
                f"nails_{i + 1}",
                union(*(sphere(0.012, 0.012, 0.008).move(0, k * 0.25 * b, 0.9 * r + t / 2) for k in (1, -1))),
                "nail",
            )
    if v.stones:
        stones = [
            sphere(0.1 + 0.03 * (i % 3), 0.08 + 0.02 * (i % 2), 0.09).rotate(y=40 * i).move(x, 0.055, z)
            for i, (x, z) in enumerate(ring_of(6, 1.9 * r + 0.04))
        ]
        d.add("stones", union(*stones) & box(2, 1, 2).move(y=0.504), "stone")
    if v.grass:
        tufts = [
            sweep([(x, -0.0, z), (1.1 * x, 0.09, 1.1 * z), (1.35 * x, 0.15, 1.35 * z)], [0.016, 0.012, 0.004])
            for x, z in ring_of(9, 1.6 * r + 0.06, 20)
        ]
        d.add("grass", union(*tufts, cylinder(1.8 * r + 0.08, 0.03, bevel=0.008).move(y=0.015)), "grass")
    d.point("top", (0, h, 0), size=2 * r)
    return d
