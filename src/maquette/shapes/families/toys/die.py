"""Dice."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family
from maquette.shapes.node import Node


@family(
    "die",
    "toy",
    nouns={
        "dice": {"count": 2},
        "pair of dice": {"count": 2},
        "d6": {},
        "game die": {},
        "casino dice": {"count": 2, "round": 0.1},
    },
    parameters=(
        Whole("count", 1, 1, 3),
        Real("size", 0.05, 0.03, 0.08),
        Real("round", 0.12, 0.06, 0.2, unit="", about="of the edges, share"),
        Real("pip", 0.09, 0.075, 0.11, unit="", about="radius of a pip, share"),
        Real("pip_depth", 0.5, 0.3, 0.8, unit=""),
        Real("turn", 20, 0, 80, unit="deg"),
        Real("gap", 1.5, 1.35, 1.9, unit="", about="between two, in sizes"),
        Whole("top", 6, 1, 6, about="pips on top"),
        Flag("big_one", 0.4),
    ),
    slots={
        "body": ("paint:#f4f0e6", "paint:#c8201c", "paint:#20242c", "paint:#1f62c0", "bone", "jade"),
        "pip": ("paint:#16171a", "paint:#f4f2ec", "gold"),
        "one": ("paint:#c8201c", "gold"),
    },
    words={},
    paints={"dots": "pip", "pips": "pip", "dot": "pip"},
    height=(0.025, 0.1),
    floats=True,
)
def die(v: Values) -> Draft:
    """Cubes on the ground; opposite faces add up to seven."""
    n = v.size
    d = Draft(extent=n * (1 + v.gap * (v.count - 1) * 0.8))
    h = n / 2
    spots = {
        1: [(0, 0)],
        2: [(-1, -1), (1, 1)],
        3: [(-1, -1), (0, 0), (1, 1)],
        4: [(-1, -1), (1, 1), (-1, 1), (1, -1)],
        5: [(-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)],
        6: [(-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1)],
    }
    turns = ((0, 0), (90, 0), (0, 90), (0, -90), (-90, 0), (180, 0))
    pip = v.pip * n
    for i in range(v.count):
        x = (i - (v.count - 1) / 2) * v.gap * n
        z = 0.35 * n * (-1) ** i if v.count > 1 else 0.0
        faces = [(v.top + i * 2 - 1) % 6 + 1]
        faces += [k for k in range(1, 7) if k not in (faces[0], 7 - faces[0])][:2]
        order = [faces[0], faces[1], faces[2], 7 - faces[2], 7 - faces[1], 7 - faces[0]]
        holes: list[Node] = []
        dots: dict[str, list[Node]] = {"pip": [], "one": []}
        for number, (rx, rz) in zip(order, turns, strict=True):
            rad = pip * (1.45 if number == 1 and v.big_one else 1.0)
            for a, b in spots[number]:
                holes.append(sphere(rad, v.pip_depth * rad, rad).move(0.26 * n * a, h, 0.26 * n * b).rotate(x=rx, z=rz))
                dots["one" if number == 1 else "pip"].append(
                    cylinder(0.93 * rad, 0.1 * n)
                    .move(0.26 * n * a, h - 0.05 * n - 0.28 * v.pip_depth * rad, 0.26 * n * b)
                    .rotate(x=rx, z=rz)
                )
        yaw = v.turn + 47 * i
        d.add(
            f"die_{i + 1}",
            (box(n, n, n, v.round * n, 3) - union(*holes)).rotate(y=yaw).move(x, h, z),
            "body",
            group="dice",
        )
        for slot, nodes in dots.items():
            d.add(f"{slot}s_{i + 1}", union(*nodes).rotate(y=yaw).move(x, h, z), slot, group="pips")
    d.point("grip", (0, h, 0), size=n)
    d.point("top", (0, n, 0), size=n)
    return d
