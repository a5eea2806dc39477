"""Vases, bowls and plates."""

from __future__ import annotations

import math

from maquette.shapes.api import cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of
from maquette.shapes.sub.vessels import Vessel

GLAZE = ("ceramic:#2f6f8a", "ceramic:#c0503a", "porcelain", "clay", "ceramic:#4f7f5a", "ceramic:#d8a13a", "jade")


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
        "body": GLAZE,
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


@family(
    "bowl",
    "household",
    nouns={
        "salad bowl": {},
        "soup bowl": {"content": "soup"},
        "fruit bowl": {"content": "fruit"},
        "cereal bowl": {},
        "mixing bowl": {"shape": "deep"},
        "rice bowl": {"content": "rice"},
        "punch bowl": {"foot": 0.2},
        "dog bowl": {"shape": "flat"},
    },
    parameters=(
        Real("radius", 0.11, 0.07, 0.16),
        Real("depth", 0.55, 0.4, 0.75, unit="", about="height as a share of the radius"),
        Choice("shape", ("round", "flared", "deep", "flat", "lobed")),
        Real("thickness", 0.006, 0.0045, 0.009),
        Real("foot", 0.08, 0.03, 0.2, unit="", about="height of the foot, share of the radius"),
        Choice("content", ("none", "fruit", "soup", "rice")),
        Whole("fruits", 5, 3, 8),
        Whole("bands", 1, 0, 2),
        Flag("spoon", 0.15),
    ),
    slots={
        "body": (*GLAZE, "walnut"),
        "band": ("gold", "ceramic", "ceramic:#24405c"),
        "apple": ("fruit", "fruit:#7aa832"),
        "orange": ("peel", "fruit:#e0c030"),
        "soup": ("paint:#c8642a", "paint:#6f9a3a"),
        "rice": ("foam",),
        "spoon": ("silver", "oak"),
    },
    words={
        "fruit": {"content": "fruit"},
        "fruits": {"content": "fruit"},
        "apples": {"content": "fruit"},
        "soup": {"content": "soup"},
        "rice": {"content": "rice"},
        "empty": {"content": "none"},
        "spoon": {"spoon": True},
    },
    paints={"fruit": "apple", "apples": "apple", "oranges": "orange", "rim": "band"},
    height=(0.03, 0.3),
)
def bowl(v: Values) -> Draft:
    """A hollow half round on a foot ring, with what is in it."""
    r, foot = v.radius, v.foot * v.radius
    h = v.radius * v.depth * (1.35 if v.shape == "deep" else 0.7 if v.shape == "flat" else 1.0)
    d = Draft(extent=2 * r)
    shapes = {
        "round": [(0.4 * r, 0), (0.75 * r, 0.2 * h), (0.95 * r, 0.6 * h), (r, h)],
        "flared": [(0.4 * r, 0), (0.65 * r, 0.22 * h), (0.8 * r, 0.6 * h), (r, h)],
        "deep": [(0.45 * r, 0), (0.82 * r, 0.2 * h), (0.98 * r, 0.6 * h), (0.98 * r, h)],
        "flat": [(0.8 * r, 0), (0.95 * r, 0.2 * h), (0.98 * r, 0.7 * h), (r, h)],
        "lobed": [(0.4 * r, 0), (0.75 * r, 0.2 * h), (0.93 * r, 0.6 * h), (r, h)],
    }
    body = Vessel.of([(a, y + foot) for a, y in shapes[v.shape]], v.thickness, floor=foot + v.thickness)
    solid = body.solid()
    if v.shape == "lobed":
        solid = union(solid, *(sphere(0.07 * r).move(x, foot + h - 0.02 * r, z) for x, z in ring_of(16, r - 0.02 * r)))
    d.add("body", solid, "body")
    base = body.radius(foot)
    d.add(
        "foot",
        lathe(
            [
                (0.95 * base, 0),
                (0.98 * base, 0.1 * foot),
                (0.9 * base, foot),
                (0.9 * base, foot + 0.5 * v.thickness),
                (0, foot + 0.5 * v.thickness),
            ]
        ),
        "body",
    )
    for i in range(v.bands):
        y = foot + (0.8, 0.45)[i] * h
        d.add(f"band_{i + 1}", body.band(y, y + 0.1 * h, 0.0012), "band", group="bands")
    if v.content in ("soup", "rice"):
        level = foot + (0.72 if v.content == "soup" else 0.85) * h
        d.add("content", body.fill(level), v.content)
        inside = body.radius(level) - v.thickness
        if v.content == "rice":
            d.add("heap", sphere(0.96 * inside, 0.5 * h, 0.96 * inside).move(y=level - 0.02 * h), "rice")
        else:
            for i, (x, z) in enumerate(ring_of(5, 0.5 * inside, 20)):
                d.add(
                    f"bit_{i + 1}",
                    sphere(0.1 * r, 0.04 * r, 0.08 * r).move(x * (0.6 + 0.1 * i), level + 0.003, z),
                    "orange" if i % 2 else "apple",
                    group="content",
                )
    elif v.content == "fruit":
        s = 0.3 * r
        # They rest on a bed that nobody sees under them.
        heap = cylinder(0.6 * min(0.56 * r, 1.7 * s), 1.0 * s).move(y=foot + 0.35 * h + 0.4 * s)
        d.add("bed", union(body.fill(foot + 0.35 * h), heap), "body")
        y = foot + 0.35 * h + 0.7 * s
        places = [(0.0, y, 0.0)] + [(x, y + 0.35 * s, z) for x, z in ring_of(v.fruits - 1, min(0.56 * r, 1.7 * s), 15)]
        for i, (x, yy, z) in enumerate(places):
            yy += 0.55 * s if i == 0 else 0.0
            d.add(
                f"fruit_{i + 1}",
                lathe(
                    [
                        (0.0, -0.8 * s),
                        (0.45 * s, -0.85 * s),
                        (0.95 * s, -0.2 * s),
                        (0.98 * s, 0.3 * s),
                        (0.5 * s, 0.82 * s),
                        (0.15 * s, 0.72 * s),
                        (0, 0.66 * s),
                    ],
                    smooth=True,
                )
                .rotate(x=25 * (i % 3 - 1), z=20 * (i % 2))
                .move(x, yy, z)
                if i % 2 == 0
                else sphere(s).move(x, yy, z),
                "apple" if i % 2 == 0 else "orange",
                group="fruit",
            )
    if v.spoon:
        d.add(
            "spoon",
            sweep(
                [(0.22 * r, foot + v.thickness, 0), (0.75 * r, foot + 0.8 * h, 0), (1.35 * r, foot + 1.6 * h, 0)],
                [0.06 * r, 0.035 * r, 0.05 * r],
                round_ends=True,
            ),
            "spoon",
        )
    d.point("top", (0, foot + h, 0), size=2 * r)
    return d


@family(
    "plate",
    "household",
    nouns={
        "dish": {},
        "dinner plate": {},
        "saucer": {"radius": 0.08},
        "platter": {"radius": 0.17, "oval": 0.7},
        "plates": {"stack": 4},
        "stack of plates": {"stack": 6},
        "tray": {"radius": 0.18, "oval": 0.7, "well": 0.85},
    },
    parameters=(
        Real("radius", 0.13, 0.08, 0.18),
        Real("rise", 0.16, 0.1, 0.26, unit="", about="height as a share of the radius"),
        Real("well", 0.64, 0.55, 0.85, unit="", about="radius of the flat middle, share of the whole"),
        Real("thickness", 0.005, 0.004, 0.007),
        Real("oval", 1.0, 0.7, 1.0, unit="", about="depth as a share of the width"),
        Whole("bands", 1, 0, 2),
        Whole("stack", 1, 1, 6, about="number of plates on one another"),
        Choice("edge", ("round", "scalloped", "octagonal")),
        Flag("medallion", 0.35),
    ),
    slots={
        "body": ("porcelain", "ceramic:#2f6f8a", "ceramic:#c0503a", "ceramic:#4f7f5a", "ceramic", "silver"),
        "band": ("ceramic:#24507c", "gold", "ceramic:#a83a30"),
    },
    words={"oval": {"oval": 0.72}, "stack": {"stack": 5}, "octagonal": {"edge": "octagonal"}},
    paints={"rim": "band", "edge": "band", "stripe": "band"},
    height=(0.006, 0.3),
)
def plate(v: Values) -> Draft:
    """A flat well and a raised rim; several make a stack."""
    r, w, t = v.radius, v.well * v.radius, v.thickness
    h = v.rise * r
    d = Draft(extent=2 * r)
    sides = 8 if v.edge == "octagonal" else None
    foot = 0.8 * w
    profile = [
        (foot, 0),
        (foot + 0.003, 0.0),
        (foot + 0.005, 0.004),
        (w, 0.4 * h),
        (r, h),
        (r + 0.3 * t, h + 0.5 * t),
        (r, h + t),
        (w - 0.2 * t, 0.4 * h + t),
        (0.9 * w, 0.25 * h + t),
        (0, 0.22 * h + t),
    ]
    # The foot of each plate stands in the well of the one below; rims stay apart.
    step = max(0.22 * h + 0.9 * t, 1.8 * t)
    sink = step - 0.22 * h - 0.9 * t
    for i in range(v.stack):
        end = f"_{i + 1}" if v.stack > 1 else ""
        solid = lathe(profile, sides=sides)
        if i and sink > 0:
            solid = union(solid, lathe([(foot, -sink), (foot, 0.002)], sides=sides))
        if v.edge == "scalloped" and v.stack < 3:
            solid = union(
                solid,
                *(
                    sphere(0.11 * r, 0.5 * t + 0.001, 0.11 * r).move(x, h + 0.5 * t, z)
                    for x, z in ring_of(18, 0.965 * r)
                ),
            )
        d.add("plate" + end, solid.scale(1, 1, v.oval).move(y=i * step), "body", group="plates")
        for k in range(v.bands if v.edge != "scalloped" else 0):
            a = 0.86 - 0.16 * k
            rr = w + (r - w) * a
            y = 0.4 * h + t + (h - 0.4 * h) * a
            if v.edge != "octagonal" or k == 0:
                d.add(
                    f"band{end}_{k + 1}" if end else f"band_{k + 1}",
                    torus(rr, 0.0042 if k == 0 else 0.003).scale(1, 0.55, v.oval).move(y=i * step + y - 0.0006)
                    if sides is None
                    else lathe(
                        [
                            (rr + 0.004, y - 0.004),
                            (rr + 0.004, y + 0.0022),
                            (rr - 0.004, y - 0.0002),
                            (rr - 0.004, y - 0.004),
                        ],
                        sides=8,
                    )
                    .scale(1, 1, v.oval)
                    .move(y=i * step),
                    "band",
                    group="bands",
                )
    if v.medallion:
        d.add(
            "medallion",
            lathe([(0.4 * w, 0.2 * h), (0.4 * w, 0.22 * h + t + 0.0012), (0, 0.22 * h + t + 0.0016)])
            .scale(1, 1, v.oval)
            .move(y=(v.stack - 1) * step),
            "band",
        )
    d.point("top", (0, 0.22 * h + t + (v.stack - 1) * step, 0), size=2 * w)
    return d
