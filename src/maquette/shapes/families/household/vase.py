"""Vases."""

from __future__ import annotations

import math

from maquette.shapes.api import sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of
from maquette.shapes.sub.palettes import GLAZES
from maquette.shapes.sub.vessels import Vessel


@family(
    "vase",
    "household",
    nouns={
        "flower vase": {"flowers": 5},
        "greek vase": {"shape": "amphora", "handles": True},
        "ming vase": {"shape": "bottle"},
        "floor vase": {"height": 0.6},
        "vase with flowers": {"flowers": 5},
    },
    parameters=(
        Real("height", 0.3, 0.18, 0.6),
        Real("radius", 0.33, 0.24, 0.42, unit="", about="share of the height"),
        Choice("shape", ("classic", "bottle", "amphora", "cylinder", "ball", "trumpet")),
        Real("neck", 1.0, 0.75, 1.3, unit="", about="how wide its neck is"),
        Flag("handles", 0.2),
        Whole("bands", 2, 0, 4),
        Real("flutes", 0, 0, 0.04, unit="", about="depth of flutes, share of the radius"),
        Real("twist", 0, 0, 60, unit="deg"),
        Whole("flowers", 0, 0, 9),
        Flag("foot", 0.5),
    ),
    slots={
        "body": GLAZES,
        "band": ("gold", "ceramic", "ceramic:#24405c", "ceramic:#2b2b2b"),
        "petal": ("petal", "petal:#f0c020", "petal:#f4f0ea", "petal:#8a4fd0"),
        "leaf": ("leaf",),
        "heart": ("paint:#e0b020",),
    },
    words={
        "handles": {"handles": True},
        "flowers": {"flowers": 5},
        "flower": {"flowers": 1},
        "roses": {"flowers": 5},
        "bands": {"bands": 3},
        "stripes": {"bands": 4},
    },
    paints={
        "flowers": "petal",
        "flower": "petal",
        "roses": "petal",
        "stems": "leaf",
        "stripes": "band",
        "neck": "body",
    },
    height=(0.15, 1.0),
)
def vase(v: Values) -> Draft:
    """A turned wall; flowers on bent stems stand in it."""
    h, r, n = v.height, v.radius * v.height, v.neck
    d = Draft(extent=h * (1.5 if v.flowers else 1.0))
    shapes = {
        "classic": [
            (0.5 * r, 0),
            (0.55 * r, 0.03 * h),
            (0.85 * r, 0.35 * h),
            (r, 0.6 * h),
            (0.75 * r, 0.82 * h),
            (0.42 * n * r, 0.91 * h),
            (0.6 * n * r, h),
        ],
        "bottle": [
            (0.6 * r, 0),
            (0.85 * r, 0.12 * h),
            (0.95 * r, 0.3 * h),
            (0.6 * r, 0.52 * h),
            (0.26 * n * r, 0.68 * h),
            (0.25 * n * r, 0.9 * h),
            (0.4 * n * r, h),
        ],
        "amphora": [
            (0.38 * r, 0),
            (0.4 * r, 0.03 * h),
            (0.3 * r, 0.08 * h),
            (0.75 * r, 0.35 * h),
            (0.98 * r, 0.6 * h),
            (0.7 * r, 0.75 * h),
            (0.35 * n * r, 0.82 * h),
            (0.34 * n * r, 0.93 * h),
            (0.55 * n * r, h),
        ],
        "cylinder": [(0.6 * r, 0), (0.66 * r, 0.03 * h), (0.68 * r, 0.5 * h), (0.6 * r, 0.92 * h), (0.64 * r, h)],
        "ball": [
            (0.6 * r, 0),
            (1.05 * r, 0.2 * h),
            (1.25 * r, 0.45 * h),
            (1.0 * r, 0.75 * h),
            (0.5 * n * r, 0.9 * h),
            (0.6 * n * r, h),
        ],
        "trumpet": [
            (0.6 * r, 0),
            (0.62 * r, 0.03 * h),
            (0.34 * r, 0.25 * h),
            (0.4 * r, 0.55 * h),
            (0.65 * r, 0.85 * h),
            (0.98 * r, h),
        ],
    }
    body = Vessel.of(shapes[v.shape], 0.022 * h, floor=0.06 * h)
    solid = body.solid()
    d.add("body", solid.twisted(v.twist) if v.twist > 30 and v.flutes > 0.02 else solid, "body")
    if v.flutes > 0.015:
        count = 12
        ribs = []
        for x, z in ring_of(count, 1.0):
            path = [(x * body.radius(y), y, z * body.radius(y)) for y in [h * (0.1 + 0.6 * i / 6) for i in range(7)]]
            ribs.append(sweep(path, [0.3 * k * v.flutes * r + 0.004 * h for k in (0.3, 1, 1.4, 1.6, 1.4, 1, 0.3)]))
        d.add("ribs", union(*ribs), "body")
    else:
        for i in range(v.bands):
            y = (0.88, 0.1, 0.5, 0.66)[i] * h
            d.add(f"band_{i + 1}", body.band(y, y + (0.02 + 0.02 * (i > 1)) * h, 0.006 * h), "band", group="bands")
    if v.foot:
        d.add("foot", torus(body.radius(0.012 * h), 0.018 * h).move(y=0.018 * h), "body")
    if v.handles:
        low = {"classic": 0.62, "bottle": 0.4, "amphora": 0.62, "cylinder": 0.55, "ball": 0.62, "trumpet": 0.45}[
            v.shape
        ]
        loop = body.handle(0.92 * h, low * h, 0.35 * r if v.shape != "trumpet" else 0.1 * r, 0.05 * h, "ear")
        d.add("handle_left", loop, "body", group="handles")
        d.add("handle_right", loop.mirror("x"), "body", group="handles")
    mouth = body.radius(h)
    neck = min(body.radius(y * h) for y in (0.8, 0.85, 0.9, 0.95, 1.0)) - 0.03 * h
    rng = v.rng("flowers")
    for i in range(v.flowers):
        a = 2.4 * i + 0.4
        out, up = (
            (0.12 + 0.2 * float(rng.random())) * h * (0 if v.flowers == 1 else 1),
            h * (1.25 + 0.25 * float(rng.random())),
        )
        top = (out * math.cos(a), up, out * math.sin(a))
        k = 0.55 * neck
        stem = sweep(
            [
                (0.3 * k * math.cos(a), 0.05 * h, 0.3 * k * math.sin(a)),
                (k * math.cos(a), 0.92 * h, k * math.sin(a)),
                top,
            ],
            0.008 * h + 0.001,
        )
        d.add(f"stem_{i + 1}", stem, "leaf", group="flowers")
        lean = math.degrees(math.atan2(out, up - h))
        size = 0.075 * h + 0.008
        head: Node = union(
            *(
                sphere(0.42 * size, 0.16 * size, 0.62 * size).move(z=0.55 * size).rotate(x=-24).rotate(y=72 * j)
                for j in range(5)
            ),
            *(
                sphere(0.3 * size, 0.14 * size, 0.42 * size)
                .move(y=0.18 * size, z=0.3 * size)
                .rotate(x=-40)
                .rotate(y=72 * j + 36)
                for j in range(5)
            ),
        )
        turn = -math.degrees(a)
        d.add(f"flower_{i + 1}", head.rotate(z=-0.8 * lean).rotate(y=turn).move(*top), "petal", group="flowers")
        d.add(
            f"heart_{i + 1}",
            sphere(0.26 * size).move(y=0.14 * size).rotate(z=-0.8 * lean).rotate(y=turn).move(*top),
            "heart",
            group="flowers",
        )
        if i % 2 == 0:
            leaf = sphere(0.1 * h, 0.012 * h + 0.001, 0.035 * h).move(0.09 * h).rotate(z=35).rotate(y=turn + 50)
            mid = tuple(0.5 * (q + t) for q, t in zip((k * math.cos(a), 0.92 * h, k * math.sin(a)), top, strict=True))
            d.add(f"leaf_{i + 1}", leaf.move(mid[0], mid[1], mid[2]), "leaf", group="flowers")
    d.point("top", (0, h, 0), size=2 * mouth)
    d.point("grip", (0, 0.5 * h, 0), size=2 * body.radius(0.5 * h))
    return d
