"""Necklaces: a chain, pearls or beads with a pendant, lying as worn, or on a bust of velvet."""

from __future__ import annotations

import math
from itertools import pairwise

from maquette.shapes.api import Point3, box, cylinder, extrude, lathe, loft, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import gem_cut, star
from maquette.shapes.sub.hulls import oval


@family(
    "necklace",
    "treasure",
    nouns={
        "pendant": {"pendant": "gem"},
        "amulet": {"pendant": "medallion"},
        "magic amulet": {"pendant": "medallion"},
        "talisman": {"pendant": "medallion"},
        "medallion": {"pendant": "medallion", "chain": "links"},
        "locket": {"pendant": "heart", "chain": "links"},
        "pearl necklace": {"chain": "pearls", "pendant": "none"},
        "string of pearls": {"chain": "pearls", "pendant": "none"},
        "gold chain": {"chain": "links", "pendant": "none"},
        "choker": {"length": 0.34},
        "beads": {"chain": "beads"},
        "cross necklace": {"pendant": "cross", "chain": "links"},
    },
    parameters=(
        Choice("chain", ("links", "pearls", "beads", "cord")),
        Choice("pendant", ("gem", "heart", "medallion", "cross", "star", "drop", "none")),
        Real("length", 0.46, 0.34, 0.6, about="of the chain"),
        Real("thickness", 0.006, 0.0045, 0.009, about="of its beads or links"),
        Real("pendant_size", 0.034, 0.024, 0.048),
        Whole("sides", 8, 6, 12, about="of the cut of the stone"),
        Whole("stones", 4, 0, 8, about="small ones beside the pendant"),
        Real("slope", 32, 20, 48, unit="deg", about="how steeply it lies"),
        Flag("bust", 0.35, about="a stand that it hangs on"),
        Flag("graded", 0.5, about="beads grow toward the front"),
    ),
    slots={
        "chain": ("gold", "silver", "gold:#d9a08a", "brass"),
        "bead": ("porcelain:#f2ece2", "gem:#1f5fd0", "jade", "gem:#b0152e", "obsidian"),
        "stone": ("gem", "gem:#1f5fd0", "gem:#159a52", "gem:#8a3fd0", "gem:#d8eef8"),
        "cord": ("leather:#3a2418", "fabric:#2a2226"),
        "bust": ("velvet:#2a2430", "velvet:#5f1d33", "velvet:#1f2f4a"),
    },
    words={
        "pearls": {"chain": "pearls"},
        "beads": {"chain": "beads"},
        "chain": {"chain": "links"},
        "links": {"chain": "links"},
        "cord": {"chain": "cord"},
        "heart": {"pendant": "heart"},
        "cross": {"pendant": "cross"},
        "star": {"pendant": "star"},
        "pendant": {"pendant": "gem"},
        "gem": {"pendant": "gem"},
        "bust": {"bust": True},
        "stand": {"bust": True},
    },
    paints={
        "pearl": "bead",
        "pearls": "bead",
        "beads": "bead",
        "pendant": "stone",
        "gem": "stone",
        "ruby": "stone",
        "jewel": "stone",
        "stand": "bust",
        "setting": "chain",
        "metal": "chain",
        "links": "chain",
    },
    height=(0.03, 0.4),
)
def necklace(v: Values) -> Draft:
    """The clasp at the back, the pendant in front and below."""
    a = v.length / 5.0  # half the width of the loop
    b = 1.28 * a
    tilt = math.radians(v.slope + (22 if v.bust else 0))
    size = min(v.pendant_size, 0.62 * a)
    t = min(v.thickness, 0.11 * a)
    hang = size * (1.35 if v.pendant != "none" else 0.2)
    front = math.sin(tilt)
    base = (b + hang) * front + 1.2 * t if not v.bust else 0.3 * a + (b + hang) * front + 0.04

    def place(x: float, s: float, lift: float = 0.0) -> Point3:
        """A place in the sloping plane of the loop: `s` toward the front; `lift` off the plane."""
        return (x, base - s * front + lift * math.cos(tilt), s * math.cos(tilt) + lift * front)

    def at(u: float, lift: float = 0.0) -> Point3:
        c, s = math.cos(u), math.sin(u)
        x = a * s * (1 - 0.24 * max(c, 0.0) ** 2)
        return place(x, b * c, lift)

    d = Draft(extent=2.2 * (b + hang / 2) if not v.bust else 4.2 * a)
    steps = 400
    path = [at(2 * math.pi * i / steps) for i in range(steps + 1)]
    lengths = [0.0]
    for p, q in pairwise(path):
        lengths.append(lengths[-1] + math.dist(p, q))
    total = lengths[-1]

    def along(s: float) -> tuple[Point3, Point3]:
        """The place so far along, and the one a little further."""
        s %= total
        i = next(k for k in range(1, steps + 1) if lengths[k] >= s) - 1
        return path[i], path[(i + 1) % steps]

    lift = 0.0
    if v.chain == "cord":
        cord = sweep([at(2 * math.pi * i / 48) for i in range(48)], 0.45 * t, closed=True)
        d.add("cord", cord, "cord")
    elif v.chain == "links":
        count = 2 * round(total / (2.3 * t) / 2)
        nodes = []
        for i in range(count):
            p, q = along(total * i / count)
            heading = math.degrees(math.atan2(q[0] - p[0], q[2] - p[2]))
            rise = math.degrees(math.asin(max(-1, min(1, (q[1] - p[1]) / max(math.dist(p, q), 1e-9)))))
            link = torus(t, 0.34 * t).scale(0.72, 1, 1.22).rotate(z=90 if i % 2 else 0)
            nodes.append(link.rotate(x=-rise).rotate(y=heading).move(*p))
        d.add("chain", union(*nodes), "chain")
    else:
        nodes, s = [], 0.0
        caps: list[Node] = []
        k = 1.25 if v.chain == "pearls" else 1.05
        count = 0
        while s < total - 0.5 * t and count < 140:
            half = abs(s / total - 0.5) * 2  # 1 in front
            r = k * t * (0.72 + 0.5 * half**2 if v.graded else 0.92)
            p, _ = along(s + r)
            (caps if v.chain == "beads" and count % 4 == 3 else nodes).append(sphere(r).move(*p))
            s, count = s + 1.86 * r, count + 1
        d.add("pearls" if v.chain == "pearls" else "beads", union(*nodes), "bead")
        if caps:
            d.add("gold_beads", union(*caps), "chain")
        d.add("thread", sweep([at(2 * math.pi * i / 48) for i in range(48)], 0.3 * t, closed=True), "cord")
    clasp = union(sphere(1.2 * t), torus(1.2 * t, 0.4 * t).rotate(z=90).move(x=1.6 * t))
    d.add("clasp", clasp.move(*at(math.pi)), "chain")
    for i in range(v.stones // 2 if v.pendant != "none" or v.chain == "links" else 0):
        for s in (1, -1):
            p = at(s * (0.24 + 0.19 * i), 0.2 * t)
            r = 1.7 * t * (1 - 0.1 * i)
            name = f"stone_{2 * i + (1 if s > 0 else 2)}"
            d.add(f"{name}_setting", sphere(r).move(*p), "chain", group="stones")
            cut = gem_cut(1.05 * r, 1.5 * r, 8).rotate(x=math.degrees(tilt))
            d.add(name, cut.move(*at(s * (0.24 + 0.19 * i), 0.1 * r)), "stone", group="stones")
    if v.pendant != "none":
        metal, stone = _pendant(v.pendant, size, v.sides)
        down = math.degrees(tilt) - 90

        def put(node: Node) -> Node:
            return node.rotate(x=down).move(*place(0, b + 0.55 * size + 0.6 * t, lift))

        ring = union(
            torus(0.14 * size, 0.05 * size).rotate(x=90).move(y=0.6 * size),
            torus(1.5 * t, 0.42 * t).rotate(z=90).move(y=0.66 * size + 0.4 * t),
        )
        d.add("pendant", put(union(metal, ring)), "chain", group="pendant")
        if stone is not None:
            d.add("gem", put(stone), "stone", group="pendant")
    if v.bust:
        _bust(d, a, b, base, tilt, hang)
    d.point("top", place(0, -b), size=2 * a)
    d.point("inside", place(0, 0), size=2 * a)
    return d


def _pendant(kind: str, size: float, sides: int) -> tuple[Node, Node | None]:
    """(metal, stone) upright about the origin, facing +Z, `size` high."""
    r = size / 2
    if kind == "heart":
        turns = [2 * math.pi * k / 40 for k in range(40)]
        line = [
            (
                r * 1.05 * math.sin(a) ** 3,
                r * (0.85 * math.cos(a) - 0.33 * math.cos(2 * a) - 0.13 * math.cos(3 * a) - 0.07 * math.cos(4 * a)),
            )
            for a in turns
        ][::-1]
        body = extrude(line, 0.34 * r, bevel=0.1 * r)
        return union(body, box(0.16 * r, 0.6 * r, 0.2 * r).move(y=0.6 * r)), gem_cut(0.34 * r, 0.34 * r, sides).rotate(
            x=90
        ).move(0, 0.1 * r, 0.02 * r)
    if kind == "cross":
        beam = union(
            box(0.34 * r, 2.1 * r, 0.26 * r, 0.06 * r), box(1.3 * r, 0.34 * r, 0.26 * r, 0.06 * r).move(y=0.35 * r)
        )
        knobs = [
            sphere(0.24 * r).move(x, y)
            for x, y in ((0.66 * r, 0.35 * r), (-0.66 * r, 0.35 * r), (0, 1.05 * r), (0, -1.05 * r))
        ]
        return union(beam, *knobs), gem_cut(0.25 * r, 0.3 * r, sides).rotate(x=90).move(0, 0.35 * r, 0.02 * r)
    if kind == "star":
        return extrude(star(1.15 * r, 5, 0.42), 0.3 * r, bevel=0.09 * r) + box(0.1 * r, 0.5 * r, 0.1 * r).move(
            y=1.1 * r
        ), gem_cut(0.3 * r, 0.34 * r, sides).rotate(x=90)
    if kind == "medallion":
        disc = lathe(
            [
                (0.0, -0.12 * r),
                (0.95 * r, -0.12 * r),
                (1.05 * r, 0.0),
                (1.02 * r, 0.16 * r),
                (0.86 * r, 0.16 * r),
                (0.84 * r, 0.06 * r),
                (0.0, 0.06 * r),
            ]
        ).rotate(x=90)
        beads = sphere(0.08 * r).move(y=0.66 * r, z=0.08 * r).around(16, "z")
        return union(disc, beads, extrude(star(0.62 * r, 8, 0.55), 0.16 * r).move(z=0.05 * r)), gem_cut(
            0.34 * r, 0.42 * r, sides
        ).rotate(x=90).move(z=0.02 * r)
    tall = 1.0 if kind == "gem" else 1.35
    stone = (
        gem_cut(0.86 * r, 0.8 * r, sides).rotate(x=90).move(z=-0.1 * r)
        if kind == "gem"
        else lathe(
            [
                (0.0, -1.0 * r),
                (0.42 * r, -0.86 * r),
                (0.6 * r, -0.5 * r),
                (0.5 * r, -0.1 * r),
                (0.22 * r, 0.5 * r),
                (0.0, 0.8 * r),
            ],
            smooth=False,
            sides=sides,
        )
    )
    if kind == "gem":
        hoop = union(torus(0.9 * r, 0.12 * r).rotate(x=90), cylinder(0.6 * r, 0.16 * r).rotate(x=90).move(z=-0.12 * r))
        prongs = sphere(0.14 * r).move(y=0.86 * r, z=0.12 * r).around(6, "z")
        return union(hoop, prongs, box(0.14 * r, 0.4 * r, 0.14 * r).move(y=1.05 * r)), stone
    cap = lathe([(0.3 * r, 0.3 * r), (0.16 * r, 0.8 * r), (0.08 * r, 1.2 * r)])
    return cap, stone.scale(1, tall / 1.35, 1)


def _bust(d: Draft, a: float, b: float, base: float, tilt: float, hang: float) -> None:
    """Neck and breast that the loop lies on."""
    low = 0.0
    top = base + b * math.sin(tilt) + 0.35 * a
    lead = (b + hang) * math.cos(tilt)
    rows = []
    for y, kx, back, front in (
        (low, 1.5, 1.1, 0.86),
        (0.18 * base, 1.75, 1.2, 0.9),
        (0.45 * base, 1.85, 1.25, 0.74),
        (0.72 * base, 1.6, 1.15, 0.5),
        (0.98 * base, 1.06, 1.0, 0.16),
        (base + 0.3 * (top - base), 0.72, 0.9, -0.04),
        (top, 0.66, 0.86, -0.1),
    ):
        z0, z1 = -back * b * 0.78, front * lead
        rows.append(([(x, z) for x, z in oval(kx * a * 0.88, (z1 - z0) / 2, 0, 2.2, 32)], (0.0, y, (z0 + z1) / 2)))
    d.add("bust", loft(rows), "bust")
