"""Flags: on a pole with a foot, waving to +X; plain, striped, with a cross or an emblem; and hanging banners."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cone, cylinder, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import star
from maquette.shapes.sub.outlines import ellipse


@family(
    "flag",
    "street",
    nouns={
        "flagpole": {},
        "flag pole": {},
        "banner": {"shape": "banner"},
        "war banner": {"shape": "banner", "tip": "spear"},
        "pennant": {"shape": "pennant"},
        "pirate flag": {"pattern": "plain", "skull": True, "shape": "rectangle"},
        "jolly roger": {"pattern": "plain", "skull": True, "shape": "rectangle"},
        "battle flag": {"shape": "swallowtail"},
        "checkered flag": {"pattern": "checker", "emblem": "none", "shape": "rectangle", "height": 1.4},
        "race flag": {"pattern": "checker", "emblem": "none", "shape": "rectangle", "height": 1.4},
        "standard": {"shape": "banner"},
    },
    parameters=(
        Real("height", 2.8, 1.4, 4.4, about="of the pole"),
        Real("length", 1.6, 1.2, 2.1, about="of the cloth"),
        Real("ratio", 0.64, 0.5, 0.75, unit="", about="height of the cloth, share of its length"),
        Real("wave", 0.07, 0.04, 0.11, unit="", about="depth of its folds, share of its length"),
        Real("folds", 1.6, 1.0, 2.3, unit=""),
        Choice("shape", ("rectangle", "swallowtail", "pennant", "banner")),
        Choice("pattern", ("plain", "stripes", "bars", "cross", "checker")),
        Whole("stripes", 3, 2, 9),
        Choice("emblem", ("none", "star", "disc", "sun")),
        Flag("skull", 0.0, about="a pirate's, in place of the emblem"),
        Choice("tip", ("ball", "spear")),
        Flag("base", 0.75, about="a foot; without it the pole is bare"),
    ),
    slots={
        "cloth": ("fabric:#c22a2a", "fabric:#234f9a", "fabric:#1f7a48", "fabric:#e0a722", "fabric:#5a2a7a"),
        "stripe": ("cotton:#f0ece0", "cotton:#f2cf4a"),
        "emblem": ("cotton:#f6f1e2", "cotton:#f4cf3e"),
        "mark": ("cotton:#1d2440",),
        "skull": ("cotton:#f2efe6",),
        "pole": ("oak", "steel", "walnut"),
        "trim": ("gold", "brass"),
        "base": ("stone", "granite", "cast iron"),
        "rope": ("rope",),
    },
    words={
        "stripes": {"pattern": "stripes"},
        "striped": {"pattern": "stripes"},
        "star": {"emblem": "star"},
        "skull": {"skull": True},
        "sun": {"emblem": "sun"},
        "cross": {"pattern": "cross"},
        "circle": {"emblem": "disc"},
        "dot": {"emblem": "disc"},
        "checkered": {"pattern": "checker"},
        "triangular": {"shape": "pennant"},
        "base": {"base": True},
    },
    paints={
        "flag": "cloth",
        "fabric": "cloth",
        "stripes": "stripe",
        "star": "emblem",
        "cross": "stripe",
        "pole": "pole",
        "stand": "base",
    },
    height=(1.35, 4.9),
)
def flag(v: Values) -> Draft:
    """The pole at x = 0, the cloth beside it; a banner hangs from a crossbar and looks to the front."""
    h, n = v.height, min(v.length, 0.62 * v.height)
    tall = v.ratio * n
    hung = v.shape == "banner"
    d = Draft(extent=h)
    r = 0.011 * h + 0.008
    d.add("pole", cylinder(r, h, 0.8 * r).move(y=h / 2), "pole")
    point = (
        sphere(2.1 * r)
        if v.tip == "ball"
        else union(cone(2.0 * r, 8 * r).scale(1, 1, 0.5).move(y=4 * r), sphere(1.6 * r))
    )
    d.add("tip", point.move(y=h), "trim")
    if v.base:
        k = 0.1 * h + 0.02
        foot = lathe(
            [
                (0, 0),
                (k, 0),
                (k, 0.25 * k),
                (0.8 * k, 0.3 * k),
                (0.8 * k, 0.5 * k),
                (0.3 * k, 0.62 * k),
                (0.2 * k, 0.9 * k),
                (0, 0.9 * k),
            ]
        )
        d.add("base", foot, "base")
    top = h - 2.5 * r
    th = 0.016 * n + 0.004
    if hung:
        w, tall = 0.62 * n, 1.15 * n
        bar = union(
            cylinder(0.75 * r, 1.12 * w).rotate(z=90), *(sphere(1.35 * r).move(x=s * 0.56 * w) for s in (1, -1))
        )
        d.add("crossbar", bar.move(y=top - 2 * r, z=1.2 * r), "pole")
        low, depth = top - 2 * r - tall, 0.55 * v.wave * n
        curve = [(depth * math.sin(4.2 * v.folds * k / 24) * k / 24, tall * (1 - k / 24)) for k in range(25)]

        def sheet(grow: float) -> Node:
            side = [(z + th / 2 + grow, y) for z, y in curve] + [(z - th / 2 - grow, y) for z, y in reversed(curve)]
            return extrude(side, 2 * w).rotate(y=-90).move(y=low, z=1.9 * r)

        cut: list[Point2] = [(-w / 2, tall), (-w / 2, 0.16 * tall), (0.0, -0.01), (w / 2, 0.16 * tall), (w / 2, tall)]
        if v.folds > 1.7:
            cut = [(-w / 2, tall), (-w / 2, 0.0), (0.0, 0.2 * tall), (w / 2, 0.0), (w / 2, tall)]
        at, size, ground = (0.0, low + 0.6 * tall), 0.3 * w, (-w / 2, low, w, tall)
        shape = extrude(cut, 9).move(y=low)
    else:
        low = top - tall
        depth = v.wave * n
        line = [(n * k / 32, depth * math.sin(2 * math.pi * v.folds * k / 32) * min(1.0, k / 10)) for k in range(33)]

        def sheet(grow: float) -> Node:
            side = [(x, z - th / 2 - grow) for x, z in line] + [(x, z + th / 2 + grow) for x, z in reversed(line)]
            return extrude([(x, -z) for x, z in reversed(side)], 3 * tall).rotate(x=-90).move(y=low + tall / 2)

        shapes: dict[str, list[Point2]] = {
            "rectangle": [(0, 0), (n, 0), (n, tall), (0, tall)],
            "swallowtail": [(0, 0), (n, 0), (0.76 * n, tall / 2), (n, tall), (0, tall)],
            "pennant": [(0, 0), (0.97 * n, 0.44 * tall), (0.97 * n, 0.56 * tall), (0, tall)],
        }
        centre = 0.5 if v.shape == "rectangle" else 0.34
        at, size, ground = (
            (centre * n, low + tall / 2),
            0.3 * tall if v.shape != "pennant" else 0.24 * tall,
            (0.0, low, n, tall),
        )
        shape = extrude(shapes[v.shape], 9).move(y=low)
    d.add("cloth", sheet(0) & shape, "cloth")
    marks = _pattern(v, ground)
    if marks is not None:
        d.add("stripes", sheet(0.12 * th) & (shape & marks), "stripe")
    emblem = "skull" if v.skull else v.emblem
    if emblem != "none" and v.pattern in ("plain", "stripes"):
        slot = "skull" if v.skull else "emblem" if v.pattern == "plain" else "mark"
        mark = _emblem(emblem, size).move(*at)
        d.add("emblem", sheet(0.25 * th) & (shape & mark), slot)
    if not hung:
        ties = union(*(cylinder(1.35 * r, 0.02 * h).move(y=low + k * tall) for k in (0.06, 0.94)))
        d.add("ties", ties, "rope")
        d.add("sleeve", cylinder(1.15 * r, 0.99 * tall).move(y=low + tall / 2), "cloth")
    else:
        d.add(
            "ties",
            union(
                *(cylinder(1.25 * r, 0.05 * n).rotate(z=90).move(s * 0.2 * n, top - 2 * r, 1.2 * r) for s in (1, 0, -1))
            ),
            "cloth",
        )
    d.point("top", (0, h, 0), size=2 * r)
    d.point("grip", (0, 0.3 * h, 0), size=2 * r)
    return d


def _pattern(v: Values, ground: tuple[float, float, float, float]) -> Node | None:
    """Slabs through the cloth where its second colour is."""
    x, y, w, h = ground
    if v.pattern == "stripes":
        n = 2 * (v.stripes // 2) + 1
        return union(*(box(3 * w, h / n, 8).move(x + w / 2, y + (i + 0.5) * h / n) for i in range(1, n, 2)))
    if v.pattern == "bars":
        return box(w / 3, 3 * h, 8).move(x + w / 2, y + h / 2)
    if v.pattern == "cross":
        at = x + (0.36 if v.shape != "banner" else 0.5) * w
        return union(
            box(0.2 * h if v.shape != "banner" else 0.22 * w, 3 * h, 8).move(at, y + h / 2),
            box(3 * w, 0.2 * min(w, h), 8).move(x + w / 2, y + 0.54 * h),
        )
    if v.pattern == "checker":
        c, k = w / 6, h / 4
        return union(
            *(
                box(c * 1.001, k * 1.001, 8).move(x + (i + 0.5) * c, y + (j + 0.5) * k)
                for i in range(6)
                for j in range(4)
                if (i + j) % 2
            )
        )
    return None


def _emblem(kind: str, r: float) -> Node:
    """A prism in the outline of the emblem."""
    if kind == "star":
        return extrude(star(r * 1.1, 5, 0.4), 8)
    if kind == "disc":
        return extrude(ellipse(r), 8)
    if kind == "sun":
        return union(extrude(ellipse(0.6 * r), 8), extrude(star(1.15 * r, 12, 0.6), 8))
    head = (
        union(cylinder(0.62 * r, 8), box(0.62 * r, 8, 0.5 * r, 0.1 * r).move(z=0.55 * r)).rotate(x=90).move(y=0.3 * r)
    )
    holes = [cylinder(0.19 * r, 9).rotate(x=90).move(s * 0.25 * r, 0.28 * r) for s in (1, -1)]
    holes += [extrude([(-0.09 * r, 0), (0.09 * r, 0), (0, 0.16 * r)], 9).move(y=-0.02 * r)]
    holes += [box(0.05 * r, 0.22 * r, 9).move(s * 0.14 * r, -0.42 * r) for s in (1, 0, -1)]
    bones = []
    for turn in (28, -28):
        bone = union(
            box(2.3 * r, 0.2 * r, 8),
            *(cylinder(0.16 * r, 8).rotate(x=90).move(s * 1.15 * r, q * 0.12 * r) for s in (1, -1) for q in (1, -1)),
        )
        bones.append(bone.rotate(z=turn).move(y=-0.62 * r))
    skull = head
    for hole in holes:
        skull = skull - hole
    return (
        union(*bones)
        - cylinder(0.72 * r, 9).rotate(x=90).move(y=0.3 * r)
        - box(0.72 * r, 0.7 * r, 9).move(y=-0.25 * r)
        + skull
    )
