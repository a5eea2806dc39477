"""Mirrors: on the wall, on a stand, on a table, in the hand."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import Point2, cylinder, extrude, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import arch, bar, ellipse, polygon, rounded_rectangle


@family(
    "mirror",
    "furniture",
    nouns={
        "wall mirror": {"kind": "wall"},
        "standing mirror": {"kind": "standing"},
        "floor mirror": {"kind": "standing"},
        "full-length mirror": {"kind": "standing"},
        "cheval mirror": {"kind": "standing"},
        "looking glass": {},
        "vanity mirror": {"kind": "table"},
        "hand mirror": {"kind": "hand", "shape": "oval"},
        "magic mirror": {"shape": "oval", "ornaments": 9},
    },
    parameters=(
        Choice("kind", ("standing", "wall", "table", "hand")),
        Choice("shape", ("oval", "rectangular", "arched", "round", "octagonal")),
        Real("height", 1.5, 1.2, 1.8, about="of a standing one; others are shares of it"),
        Real("width", 0.55, 0.42, 0.75, unit="", about="as a share of the height of the glass"),
        Real("frame_width", 0.06, 0.035, 0.1, unit="", about="as a share of the height of the glass"),
        Real("thickness", 0.03, 0.02, 0.05),
        Whole("ornaments", 5, 0, 12),
        Flag("crest", 0.5),
        Flag("beads", 0.35),
        Real("tilt", 6, 0, 14, unit="deg"),
    ),
    slots={
        "frame": ("gold", "walnut", "oak", "paint:#ede8dd", "silver", "bronze", "mahogany"),
        "mirror": ("mirror",),
        "stand": ("walnut", "oak", "brass", "mahogany"),
        "ornament": ("gold", "brass", "silver", "gem"),
    },
    words={
        "oval": {"shape": "oval"},
        "round": {"shape": "round"},
        "rectangular": {"shape": "rectangular"},
        "arched": {"shape": "arched"},
        "octagonal": {"shape": "octagonal"},
        "ornate": {"ornaments": 9, "crest": True, "beads": True},
        "handle": {"kind": "hand"},
        "stand": {"kind": "standing"},
    },
    paints={"glass": "mirror", "ornaments": "ornament", "gems": "ornament", "feet": "stand"},
    height=(0.2, 2.3),
)
def mirror(v: Values) -> Draft:
    """A framed glass, facing +Z."""
    size = v.height * {"standing": 0.82, "wall": 0.62, "table": 0.3, "hand": 0.13}[v.kind]
    w = (
        size
        if v.shape in ("round", "octagonal")
        else size * v.width * (1.35 if v.kind in ("hand", "table", "wall") else 1.0)
    )
    if v.shape in ("round", "octagonal") and v.kind == "standing":
        size = w = 0.6 * v.height
    f = v.frame_width * size + 0.004
    t = v.thickness * (size / 1.2) ** 0.5 if v.kind != "hand" else 0.012
    outer, inner = _outline(v.shape, w, size), _outline(v.shape, w - 2 * f, size - 2 * f)
    lifted = v.kind == "standing"
    middle = {
        "standing": v.height - size / 2 - 0.03,
        "wall": size / 2,
        "table": 0.12 + size / 2,
        "hand": 0.13 + size / 2,
    }[v.kind]
    d = Draft(extent=max(middle + size / 2, w))
    tilt = -v.tilt if v.kind in ("standing", "table") else 0.0

    def put(name: str, solid: Node, slot: str, group: str | None = None) -> None:
        d.add(name, solid.rotate(x=tilt).move(y=middle), slot, group=group)

    put("frame", extrude(outer, t, bevel=0.25 * t) - extrude(inner, t).move(z=0.35 * t), "frame")
    put("glass", extrude(_outline(v.shape, w - 1.7 * f, size - 1.7 * f), 0.4 * t), "mirror")
    ring = _outline(v.shape, w - 0.9 * f, size - 0.9 * f)
    if v.beads:
        count = 36
        beads = [sphere(0.26 * f).move(x, y, 0.48 * t) for x, y in _spread(ring, count)]
        put("beads", union(*beads), "ornament", "ornaments")
    elif v.ornaments:
        studs = [sphere(0.42 * f, 0.42 * f, 0.35 * f).move(x, y, 0.42 * t) for x, y in _spread(ring, v.ornaments)]
        put("ornaments", union(*studs), "ornament", "ornaments")
    if v.crest and v.kind != "hand":
        fan = union(
            *(sphere(0.55 * f, 1.2 * f, 0.4 * t).move(y=0.9 * f).rotate(z=a) for a in (-70, -35, 0, 35, 70)),
            sphere(0.6 * f, 0.6 * f, 0.6 * t),
        )
        put("crest", fan.move(y=size / 2 - 0.3 * f), "frame", "crest")
    if lifted:
        s, foot = w / 2 + 0.05, 0.26
        for name, k in (("left", 1), ("right", -1)):
            x = k * s
            post = union(
                lathe(
                    [
                        (0.022, 0.06),
                        (0.028, 0.12),
                        (0.017, 0.16),
                        (0.021, 0.5 * middle),
                        (0.016, middle + 0.1),
                        (0.024, middle + 0.13),
                    ]
                ),
                sphere(0.03).move(y=middle + 0.15),
            ).move(x)
            feet = union(*(bar((x, 0.1, 0), (x, 0.018, e * foot), 0.03, 0.036) for e in (1, -1)))
            d.add(f"post_{name}", union(post, feet), "stand", group="stand")
            d.add(
                f"pivot_{name}",
                cylinder(0.016, 0.09, bevel=0.004).rotate(z=90).move(k * (s - 0.03), middle, 0),
                "ornament",
                group="stand",
            )
        d.add("stretcher", bar((-s, 0.16, 0), (s, 0.16, 0), 0.03, 0.04), "stand", group="stand")
    elif v.kind == "table":
        d.add(
            "foot",
            lathe(
                [
                    (0.09, 0),
                    (0.09, 0.012),
                    (0.05, 0.022),
                    (0.016, 0.04),
                    (0.013, 0.08),
                    (0.018, 0.1),
                    (0.012, 0.13 + 0.5 * f),
                ]
            ).move(z=0.0),
            "stand",
            group="stand",
        )
    elif v.kind == "hand":
        d.add(
            "handle",
            lathe(
                [
                    (0.006, 0),
                    (0.011, 0.006),
                    (0.009, 0.02),
                    (0.0075, 0.05),
                    (0.0095, 0.09),
                    (0.0075, 0.12),
                    (0.011, 0.13 + 0.4 * f),
                ],
                smooth=True,
            ).scale(1, 1, 0.8),
            "frame",
            group="handle",
        )
        d.add("collar", torus(0.009, 0.003).move(y=0.124), "ornament", group="handle")
        d.point("grip", (0, 0.055, 0), size=0.02)
    elif not v.crest:
        d.add(
            "hanger",
            torus(0.03, 0.005).rotate(x=90).move(0, size / 2 + middle + 0.022, -0.1 * t),
            "stand",
        )
    d.point("top", (0, middle + size / 2, 0), size=w)
    return d


def _outline(shape: str, w: float, h: float) -> list[Point2]:
    if shape == "rectangular":
        return rounded_rectangle(w, h, 0.01, 2)
    if shape == "arched":
        return [(x, y - h / 2) for x, y in arch(w, h, w / 2)]
    if shape == "octagonal":
        return polygon(h / 2 / math.cos(math.pi / 8), 8, 22.5)
    return ellipse(w / 2, h / 2, 48)


def _spread(ring: list[Point2], count: int) -> list[Point2]:
    """`count` places at equal steps along a closed outline, symmetric about x = 0, the first at the top."""
    top = max(range(len(ring)), key=lambda i: (round(ring[i][1], 6), -abs(ring[i][0])))
    turned = [*ring[top:], *ring[:top], ring[top]]
    start = (0.0, turned[0][1])
    turned = [start, *turned[1:-1], start]
    gaps = [math.dist(a, b) for a, b in itertools.pairwise(turned)]
    total, out = sum(gaps), []
    for i in range(count):
        want, at = total * i / count, 0
        while at < len(gaps) - 1 and want > gaps[at]:
            want -= gaps[at]
            at += 1
        k = want / max(gaps[at], 1e-9)
        (x0, y0), (x1, y1) = turned[at], turned[at + 1]
        out.append((x0 + k * (x1 - x0), y0 + k * (y1 - y0)))
    return out
