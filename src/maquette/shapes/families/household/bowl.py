"""Bowls."""

from __future__ import annotations

from maquette.shapes.api import cylinder, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import ring_of
from maquette.shapes.sub.palettes import GLAZES
from maquette.shapes.sub.vessels import Vessel


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
        "body": (*GLAZES, "walnut"),
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
