"""Hourglass: two bulbs between plates; the sand is seen as their lower parts."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import ring_of, rounded_rectangle
from maquette.shapes.sub.vessels import Vessel


@family(
    "hourglass",
    "household",
    nouns=("sand timer", "egg timer", "sandglass"),
    parameters=(
        Real("height", 0.22, 0.12, 0.34),
        Real("radius", 0.3, 0.24, 0.36, unit="", about="share of the height"),
        Real("neck", 0.1, 0.07, 0.16, unit="", about="share of the radius"),
        Whole("posts", 3, 3, 6),
        Choice("post", ("turned", "plain", "twisted")),
        Real("plate_thickness", 0.07, 0.05, 0.1, unit="", about="share of the height"),
        Choice("plate", ("round", "hexagonal", "square")),
        Real("run", 0.5, 0.15, 0.85, unit="", about="share of the sand that has run"),
        Flag("feet", 0.4),
    ),
    slots={
        "frame": ("walnut", "brass", "oak", "gold", "mahogany"),
        "glass": ("glass", "glass:#d5e6ea"),
        "sand": ("sand", "paint:#d8a040", "paint:#c0503a", "glow:#ffc860"),
    },
    words={"sand": {}},
    paints={"posts": "frame"},
    height=(0.1, 0.4),
)
def hourglass(v: Values) -> Draft:
    """Two bulbs between plates; the sand is seen as their lower parts."""
    h, r = v.height, v.radius * v.height
    d = Draft(extent=h)
    t, n = v.plate_thickness * h, v.neck * r
    mid, bulb = h / 2, 0.74 * r
    top = h - t + 0.004 * h
    half = [
        (0.85 * bulb, t - 0.004 * h),
        (bulb, t + 0.1 * h),
        (0.85 * bulb, t + 0.22 * h),
        (0.4 * bulb, mid - 0.07 * h),
        (n, mid),
    ]
    glass = [*half, *((a, h - y) for a, y in reversed(half[:-1]))]
    d.add("glass", lathe(glass, smooth=True), "glass")
    wall = Vessel.of(glass, 0.01 * h)
    level = t + (mid - t) * (0.2 + 0.55 * v.run)
    rows = [0.6 * t + (level - 0.6 * t) * i / 10 for i in range(11)]
    d.add(
        "sand_low",
        lathe([(0, rows[0]), *((wall.radius(y) + 0.003 * h, y) for y in rows), (0, level)]),
        "sand",
        group="sand",
    )
    high = mid + 0.04 * h + (mid - t) * (0.15 + 0.45 * (1 - v.run))
    rows = [mid - 0.02 * h + (high - mid + 0.02 * h) * i / 10 for i in range(11)]
    d.add(
        "sand_high",
        lathe([(0, rows[0]), *((wall.radius(y) + 0.003 * h, y) for y in rows), (0, high)]),
        "sand",
        group="sand",
    )
    for name, y in (("plate_low", t / 2), ("plate_high", h - t / 2)):
        plate = (
            cylinder(r, t, bevel=0.2 * t)
            if v.plate == "round"
            else cylinder(1.08 * r, t, sides=6)
            if v.plate == "hexagonal"
            else box(1.9 * r, t, 1.9 * r, 0.15 * t)
        )
        d.add(name, plate.move(y=y), "frame", group="frame")
    for i, (x, z) in enumerate(ring_of(v.posts, 0.86 * r, 90)):
        q = 0.07 * r + 0.002
        tall = top - t
        if v.post == "turned":
            post = lathe(
                [
                    (q, 0),
                    (0.6 * q, 0.1 * tall),
                    (1.2 * q, 0.3 * tall),
                    (0.6 * q, 0.45 * tall),
                    (1.4 * q, 0.5 * tall),
                    (0.6 * q, 0.55 * tall),
                    (1.2 * q, 0.7 * tall),
                    (0.6 * q, 0.9 * tall),
                    (q, tall),
                ]
            )
        else:
            post = (
                cylinder(q, tall).move(y=tall / 2)
                if v.post == "plain"
                else extrude(rounded_rectangle(2 * q, 2 * q, 0.3 * q, 2), tall, twist=360)
                .rotate(x=-90)
                .move(y=tall / 2)
            )
        d.add(f"post_{i + 1}", post.move(x, t - 0.002 * h, z), "frame", group="posts")
    if v.feet:
        d.add("trim", union(*(torus(0.9 * bulb, 0.035 * r).move(y=y) for y in (t, h - t))), "frame")
    d.point("grip", (0, mid, 0), size=2 * n)
    d.point("top", (0, h, 0), size=2 * r)
    return d
