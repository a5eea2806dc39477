"""DNA: two strands wound about each other, joined by pairs of bases in four colours, on a stand or free."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod


@family(
    "dna",
    "nature",
    nouns={
        "dna helix": {},
        "double helix": {},
        "dna strand": {"stand": False},
        "dna molecule": {},
        "dna model": {"stand": True},
        "helix": {},
    },
    parameters=(
        Choice("backbone", ("ribbon", "tube", "beads")),
        Real("height", 0.6, 0.35, 1.0),
        Real("radius", 0.2, 0.15, 0.26, unit="", about="share of the height"),
        Real("turns", 1.6, 1.0, 2.4, unit=""),
        Whole("pairs", 16, 10, 22, about="of bases"),
        Real("thickness", 1.0, 0.75, 1.3, unit=""),
        Real("groove", 150.0, 135.0, 180.0, unit="deg", about="between the strands"),
        Flag("stand", 0.6),
        Flag("beads", 0.5),
        Flag("left_handed", 0.0),
    ),
    slots={
        "strands": ("plastic:#2a6ac8", "paint:#e8e6e0", "chrome", "plastic:#3a3f8f"),
        "strand_2": ("plastic:#d8342a", "paint:#b8bcc4", "plastic:#2aa88a", "gold"),
        "adenine": ("plastic:#e8b020", "plastic:#f06a3a"),
        "thymine": ("plastic:#3ab05a", "plastic:#4ac0d8"),
        "guanine": ("plastic:#c83a8a", "plastic:#7a4ac8"),
        "cytosine": ("plastic:#3a8ae0", "plastic:#a8d03a"),
        "stand": ("walnut", "plastic:#1e1f22", "steel"),
    },
    words={"stand": {"stand": True}, "beads": {"backbone": "beads"}, "pairs": {}},
    paints={"helix": "strands", "strand": "strands", "bases": "adenine", "base": "stand", "rungs": "guanine"},
    height=(0.3, 1.15),
)  # fmt: skip
def dna(v: Values) -> Draft:
    """The helix upright."""
    h = v.height
    r = v.radius * h
    t = 0.018 * h * v.thickness
    low = 0.1 * h if v.stand else t
    d = Draft(extent=h)
    sign = -1 if v.left_handed else 1

    def at(turn: float, share: float, rr: float = r) -> tuple[float, float, float]:
        a = sign * (2 * math.pi * v.turns * share) + turn
        return (rr * math.sin(a), low + (h - low - t) * share, rr * math.cos(a))

    groove = math.radians(v.groove)
    steps = max(14, round(14 * v.turns))
    for name, start in (("strands", 0.0), ("strand_2", groove)):
        path = [at(start, k / steps) for k in range(steps + 1)]
        if v.backbone == "ribbon":
            node = union(
                sweep(path, 0.95 * t, sides=10),
                *(sphere(1.35 * t).scale(1, 1.3, 1).move(*p) for p in (path[0], path[-1])),
            )
        elif v.backbone == "tube":
            node = sweep(path, 1.15 * t, round_ends=True, sides=12)
        else:
            count = 2 * v.pairs
            node = union(
                sweep(path, 0.6 * t, round_ends=True, sides=8),
                *(sphere(1.5 * t).move(*at(start, (k + 0.5) / count)) for k in range(count)),
            )
        d.add(name, node, name, group="strands")
    rng = v.rng("bases")
    pairs = (("adenine", "thymine"), ("thymine", "adenine"), ("guanine", "cytosine"), ("cytosine", "guanine"))
    halves: dict[str, list[Node]] = {k: [] for k in ("adenine", "thymine", "guanine", "cytosine")}
    order = [0, 1, 2, 3, *(int(rng.integers(0, 4)) for _ in range(v.pairs))]
    for i in range(v.pairs):
        s = (i + 0.5) / v.pairs
        p, q = at(0.0, s), at(groove, s)
        m = ((p[0] + q[0]) / 2, p[1], (p[2] + q[2]) / 2)
        for base, end in zip(pairs[order[i]], (p, q), strict=True):
            node = rod(end, m, radius=0.72 * t)
            if v.beads:
                mid = ((end[0] + m[0]) / 2, m[1], (end[2] + m[2]) / 2)
                node = union(node, sphere(1.2 * t).move(*mid))
            halves[base].append(node)
    for base, nodes in halves.items():
        if nodes:
            d.add(base, union(*nodes), base, group="bases")
    if v.stand:
        d.add(
            "stand",
            union(
                cylinder(1.05 * r, 0.035 * h, bevel=0.008 * h).move(0, 0.0175 * h, 0),
                torus(0.8 * r, 0.012 * h).move(0, 0.036 * h, 0),
            ),
            "stand",
            group="stand",
        )
        posts = [rod((p[0], 0.02 * h, p[2]), p, radius=0.7 * t) for p in (at(0.0, 0.0), at(groove, 0.0))]
        d.add("posts", union(*posts), "stand", group="stand")
    d.point("top", (0, h, 0), size=r)
    return d
