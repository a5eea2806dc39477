"""Skulls: of people, with horns, of sugar; on a base, with a candle or a crack."""

from __future__ import annotations

import math
from itertools import pairwise

from maquette.shapes.api import bone, box, cylinder, organic, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.lighting import flame


@family(
    "skull",
    "treasure",
    nouns={
        "human skull": {"horns": False},
        "skeleton head": {"horns": False},
        "demon skull": {"horns": True},
        "horned skull": {"horns": True},
        "crystal skull": {"candle": False},
        "sugar skull": {"flower": True},
        "skull candle": {"candle": True},
        "death's head": {},
    },
    parameters=(
        Real("height", 0.22, 0.16, 0.28),
        Real("width", 0.68, 0.62, 0.76, unit="", about="share of the height"),
        Real("jaw", 1.0, 0.85, 1.2, unit="", about="length of the lower jaw"),
        Real("open", 4, 0, 18, unit="deg", about="how far it gapes"),
        Real("brow", 1.0, 0.8, 1.3, unit=""),
        Real("socket", 1.0, 0.88, 1.15, unit="", about="size of the eyes' hollows"),
        Whole("teeth", 10, 8, 12, about="in each row"),
        Choice("glow", ("none", "eyes"), about="light in the hollows"),
        Flag("horns", 0.0),
        Flag("candle", 0.15),
        Flag("crack", 0.4),
        Flag("flower", 0.0, about="a painted one on its brow"),
    ),
    slots={
        "bone": ("bone", "bone:#d8c8a0", "bone:#efe8d8"),
        "teeth": ("bone:#f0e8d0", "porcelain:#ece2c8"),
        "hollow": ("paint:#1c1512",),
        "glow": ("glow:#ff5a1c", "glow:#48e08a", "glow:#40b0ff"),
        "horn": ("horn:#4a3c30", "horn"),
        "wax": ("wax", "wax:#c8b89a"),
        "flame": ("glow:#ffc24a",),
        "paint": ("paint:#c2306a", "paint:#2a7ab0"),
    },
    words={
        "horns": {"horns": True},
        "candle": {"candle": True},
        "eyes": {},
        "glowing": {"glow": "eyes"},
        "crack": {"crack": True},
        "cracked": {"crack": True},
        "jaw": {},
    },
    paints={"eyes": "glow", "horn": "horn", "tooth": "teeth", "sockets": "hollow"},
    height=(0.14, 0.5),
)
def skull(v: Values) -> Draft:
    """Rests on its jaw, the face to the front."""
    h = v.height
    s = h / 2.0
    k = v.width / 0.68
    d = Draft(extent=1.2 * h)

    def p(x: float, y: float, z: float) -> tuple[float, float, float]:
        return (x * s * k, (y + 1.0) * s, z * s)

    bones = [
        bone(p(0.1, 0.32, -0.28), p(-0.1, 0.32, -0.28), 0.66 * s),
        bone(p(0, 0.38, 0.05), p(0, 0.28, -0.42), 0.6 * s),
        bone(p(0.26, 0.34, 0.3), p(-0.26, 0.34, 0.3), 0.34 * s),
    ]
    for q in (1, -1):
        bones += [
            bone(p(q * 0.18, 0.12, 0.66), p(q * 0.5, 0.08, 0.5), 0.105 * s * v.brow, 0.09 * s),
            bone(p(q * 0.54, -0.02, 0.46), p(q * 0.42, -0.32, 0.52), 0.09 * s, 0.13 * s),
            bone(p(q * 0.42, -0.3, 0.5), p(q * 0.64, -0.2, 0.0), 0.1 * s, 0.06 * s),
            bone(p(q * 0.16, -0.3, 0.56), p(q * 0.2, -0.46, 0.6), 0.16 * s, 0.13 * s),
            bone(p(q * 0.08, 0.1, 0.66), p(q * 0.1, -0.08, 0.72), 0.07 * s, 0.05 * s),
            bone(p(q * 0.3, -0.1, 0.2), p(q * 0.2, -0.3, 0.3), 0.25 * s, 0.2 * s),
        ]
    hollows = []
    for q in (1, -1):
        hollows += [bone(p(q * 0.3, -0.07, 0.56), p(q * 0.27, -0.06, 0.9), 0.185 * s * v.socket, 0.21 * s * v.socket)]
        hollows += [bone(p(q * 0.06, -0.27, 0.6), p(q * 0.05, -0.22, 0.9), 0.075 * s, 0.06 * s)]
        hollows += [bone(p(q * 0.74, 0.06, 0.2), p(q * 0.8, -0.05, 0.25), 0.12 * s, 0.14 * s)]
    hollows += [bone(p(0, -0.13, 0.72), p(0, -0.14, 0.95), 0.05 * s, 0.04 * s)]
    head: Node = organic(bones, 0.07 * s, minus=hollows, cells=58)
    if v.crack:
        rng = v.rng("crack")
        x, path = 0.25, []
        for i in range(6):
            a = math.radians(20 + 22 * i)
            path.append(p(x, 0.36 + 0.62 * math.sin(a), -0.14 + 0.78 * math.cos(a)))
            x += float(rng.uniform(-0.12, 0.12))
        head = head - sweep(
            path, [0.012 * s, 0.03 * s, 0.035 * s, 0.03 * s, 0.025 * s, 0.01 * s], smooth=False, sides=5
        )
    d.add("skull", head, "bone", group="skull")
    d.add(
        "sockets",
        union(
            *(sphere(0.18 * s * v.socket * k).move(*p(q * 0.29, -0.07, 0.47)) for q in (1, -1)),
            sphere(0.1 * s, 0.1 * s, 0.06 * s).move(*p(0, -0.24, 0.55)),
        ),
        "hollow",
        group="skull",
    )
    if v.glow == "eyes":
        d.add("eyes", sphere(0.085 * s).move(*p(0.28, -0.07, 0.62)).mirrored(), "glow", group="skull")
    n = v.teeth

    def arch(i: int, y: float, grow: float) -> tuple[float, float, float, float]:
        a = math.radians(-72 + 144 * (i + 0.5) / n)
        return (0.3 * grow * math.sin(a), y, 0.38 + 0.34 * grow * math.cos(a), math.degrees(a))

    wide = 0.66 * s / n
    upper = []
    for i in range(n):
        x, y, z, turn = arch(i, -0.6, 1.0)
        upper.append(box(wide, 0.2 * s, 0.09 * s, 0.03 * s).rotate(y=turn).move(*p(x, y, z)))
    d.add("teeth_upper", union(*upper), "teeth", group="teeth")
    j = v.jaw
    jaw_bones = [bone(p(q * 0.6, -0.24, 0.02), p(q * 0.5, -0.72, 0.12), 0.075 * s, 0.1 * s) for q in (1, -1)]
    chin = -0.875
    line = [arch(i, chin, 1.0) for i in (0, n // 4, n // 2, n - 1 - n // 4, n - 1)]
    jaw_bones += [bone(p(q * 0.5, -0.72, 0.12), p(q * 0.3, chin, 0.46), 0.1 * s, 0.11 * s) for q in (1, -1)]
    jaw_bones += [bone(p(a[0], a[1], a[2]), p(b[0], b[1], b[2]), 0.11 * s) for a, b in pairwise(line)]
    jaw_bones += [bone(p(0.1, chin - 0.02, 0.72 * j), p(-0.1, chin - 0.02, 0.72 * j), 0.1 * s)]
    lower = []
    for i in range(n):
        x, y, z, turn = arch(i, -0.755, 0.94)
        lower.append(box(0.95 * wide, 0.17 * s, 0.08 * s, 0.028 * s).rotate(y=turn).move(*p(x, y, z)))
    turn = v.open
    px, py, pz = p(0.0, -0.24, 0.02)

    def swing(node: Node) -> Node:
        return node.move(-px, -py, -pz).rotate(x=turn).move(px, py, pz)

    d.add("jaw", swing(organic(jaw_bones, 0.04 * s, cells=42)), "bone", group="jaw")
    d.add("teeth_lower", swing(union(*lower)), "teeth", group="teeth")
    # What joins the rows of teeth and the jaw to the skull, out of sight.
    d.add(
        "inside",
        union(
            box(0.28 * s, 0.66 * s, 0.34 * s, 0.05 * s).move(*p(0, -0.5, 0.36)),
            sphere(0.1 * s).move(*p(0.59, -0.24, 0.03)).mirrored(),
        ),
        "hollow",
        group="skull",
    )
    top = 0.98
    if v.horns:
        for q, name in ((1, "left"), (-1, "right")):
            path = [p(q * 0.4, 0.66, 0.1), p(q * 0.8, 0.9, 0.06), p(q * 1.1, 1.3, 0.02), p(q * 1.0, 1.75, 0.1)]
            d.add(f"horn_{name}", sweep(path, [0.17 * s, 0.15 * s, 0.1 * s, 0.012 * s]), "horn", group="horns")
    if v.candle:
        y = 1.93 * s
        tall = 0.42 * h
        drips = union(
            *(
                sphere(0.1 * s, 0.16 * s, 0.1 * s).move(
                    0.16 * s * math.cos(u), y + 0.0 * s, -0.24 * s + 0.16 * s * math.sin(u)
                )
                for u in (0.3, 1.5, 2.9, 4.1, 5.2)
            )
        )
        d.add(
            "candle",
            union(cylinder(0.17 * s, tall, bevel=0.03 * s).move(0, y + tall / 2 - 0.14 * s, -0.24 * s), drips),
            "wax",
            group="candle",
        )
        d.add("candle_flame", flame(0.3 * s).move(0, y + tall - 0.16 * s, -0.24 * s), "flame", group="candle")
    if v.flower:
        petals = union(
            *(
                sphere(0.09 * s, 0.09 * s, 0.05 * s).move(0.11 * s * math.cos(u), 0.11 * s * math.sin(u))
                for u in (2 * math.pi * i / 6 for i in range(6))
            )
        )
        d.add("flower", petals.rotate(x=-28).move(*p(0, 0.5, 0.6)), "paint", group="paint")
        dots = union(
            *(
                sphere(0.035 * s).move(
                    0.29 * k * s + 0.26 * s * math.cos(u),
                    0.93 * s + 0.27 * s * math.sin(u),
                    0.62 * s - 0.1 * s * abs(math.cos(u)),
                )
                for u in (2 * math.pi * i / 9 for i in range(9))
            )
        )
        d.add("dots", dots.mirrored(), "paint", group="paint")
    d.point("top", (0, (top + 1) * s, -0.2 * s), size=s)
    d.point("head", (0, (top + 1) * s, -0.2 * s), size=1.3 * s)
    return d
