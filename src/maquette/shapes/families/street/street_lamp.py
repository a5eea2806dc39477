"""Street lamp: a pole on a base with one or more lights."""

from __future__ import annotations

from maquette.shapes.api import Point3, box, cylinder, difference, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import ring_of, rod


@family(
    "street lamp",
    "street",
    nouns={
        "street light": {},
        "streetlight": {},
        "lamp post": {"kind": "lantern"},
        "lamppost": {"kind": "lantern"},
        "gas lamp": {"kind": "lantern", "arms": 1},
        "victorian street lamp": {"kind": "lantern"},
        "light pole": {"kind": "modern"},
        "park lamp": {"kind": "globe"},
    },
    parameters=(
        Choice("kind", ("lantern", "modern", "globe", "hook")),
        Real("height", 3.6, 2.8, 5.5),
        Real("radius", 0.055, 0.045, 0.08, about="of the pole"),
        Whole("arms", 1, 1, 4),
        Real("reach", 0.55, 0.4, 0.8),
        Real("head_size", 0.36, 0.3, 0.46),
        Flag("fluted", 0.4),
        Flag("crossbar", 0.6),
        Flag("basket", 0.2, about="of flowers"),
        Flag("base_door", 0.5),
        Choice("base", ("stepped", "bell", "plain")),
    ),
    slots={
        "pole": ("cast iron", "paint:#1f3b33", "gunmetal", "paint:#2b2f36", "steel"),
        "light": ("glow:#ffdf9a", "glow:#fff0cc", "glow:#ffc870"),
        "trim": ("brass", "gunmetal", "gold"),
        "basket": ("wicker",),
        "flower": ("petal", "petal:#f0c020"),
        "leaf": ("leaf",),
    },
    words={
        "flowers": {"basket": True},
        "arms": {"arms": 2},
        "double": {"arms": 2},
        "globe": {"kind": "globe"},
        "curved": {"kind": "hook"},
    },
    paints={"lamp": "light", "lantern": "pole", "post": "pole", "bulb": "light", "flowers": "flower"},
    height=(2.4, 6.5),
)
def street_lamp(v: Values) -> Draft:
    """A pole on a base with one or more lights."""
    h, r, s = v.height, v.radius, v.head_size
    d = Draft(extent=h)
    if v.base == "plain" or v.kind == "modern":
        d.add(
            "base",
            lathe([(2.4 * r, 0), (2.4 * r, 0.04), (1.7 * r, 0.06), (1.6 * r, 0.5), (1.2 * r, 0.56), (0, 0.56)]),
            "pole",
            group="base",
        )
        if v.base_door:
            d.add("door", box(1.5 * r, 0.26, 0.02, 0.004).move(0, 0.28, 1.6 * r), "trim", group="base")
    elif v.base == "bell":
        d.add(
            "base",
            lathe(
                [
                    (3.4 * r, 0),
                    (3.4 * r, 0.06),
                    (3.0 * r, 0.1),
                    (2.7 * r, 0.26),
                    (1.8 * r, 0.48),
                    (1.9 * r, 0.56),
                    (1.3 * r, 0.62),
                    (0, 0.64),
                ],
                smooth=False,
            ),
            "pole",
            group="base",
        )
    else:
        d.add(
            "base",
            union(
                cylinder(3.6 * r, 0.12, sides=8).move(y=0.06),
                cylinder(2.9 * r, 0.5, sides=8, top=2.3 * r).move(y=0.34),
                cylinder(2.6 * r, 0.06, sides=8).move(y=0.6),
                cylinder(2.1 * r, 0.12, top=1.3 * r).move(y=0.68),
            ),
            "pole",
            group="base",
        )
    top = h - s if v.kind in ("lantern", "globe") else h - 0.1
    single = v.kind in ("lantern", "globe") and v.arms == 1
    pole: Node = lathe([(1.15 * r, 0.4), (0.75 * r, top)])
    if v.fluted and v.kind != "modern":
        pole = difference(
            pole,
            *(
                sweep(
                    [(1.13 * r * x, 0.8, 1.13 * r * z), (0.8 * r * x, 0.7 * top, 0.8 * r * z)],
                    [0.2 * r, 0.13 * r],
                    sides=6,
                )
                for x, z in ring_of(8, 1.0)
            ),
        )
    d.add("pole", pole, "pole")
    rings = [0.7 * top, 0.74 * top, 0.97 * top]
    d.add(
        "rings",
        union(
            *(lathe([(0.9 * r, -0.03), (1.5 * r, -0.01), (1.5 * r, 0.01), (0.9 * r, 0.03)]).move(y=y) for y in rings)
        ),
        "trim" if v.kind != "modern" else "pole",
        group="rings",
    )
    if v.crossbar and v.kind in ("lantern", "globe"):
        d.add(
            "crossbar",
            union(cylinder(0.017, 0.6).rotate(z=90), *(sphere(0.03).move(k * 0.3) for k in (1, -1))).move(y=0.8 * top),
            "pole",
        )
    if v.kind == "modern":
        for i in range(min(v.arms, 2)):
            turn = 90.0 if i == 0 else -90.0
            k = v.reach * 1.7
            arm = sweep(
                [(0, h - 0.5, 0), (0, h - 0.22, 0), (0.25 * k, h - 0.06, 0), (k, h, 0)],
                [0.75 * r, 0.7 * r, 0.6 * r, 0.55 * r],
            ).rotate(y=-turn)
            end = "" if v.arms == 1 else f"_{i + 1}"
            d.add("arm" + end, arm, "pole", group="arms")
            head = extrude(
                [(-0.1, -0.05), (0.62, -0.03), (0.66, 0.0), (0.6, 0.03), (-0.1, 0.06)], 0.24, bevel=0.02
            ).rotate(z=3)
            d.add("head" + end, head.move(k, h, 0).rotate(y=-turn), "pole", group="heads")
            d.add(
                "light" + end,
                box(0.46, 0.03, 0.17, 0.01).rotate(z=4).move(k + 0.3, h - 0.035, 0).rotate(y=-turn),
                "light",
                group="lights",
            )
        d.point("top", (0, h, 0), size=0.2)
        return d
    places: list[tuple[float, float, float]] = [(0.0, top, 0.0)]
    if v.kind == "hook":
        places = []
        n = min(v.arms, 2)
        for i in range(n):
            k = v.reach * (1 if i == 0 else -1)
            path: list[Point3] = [
                (0, 0.8 * top, 0),
                (0, top - 0.05, 0),
                (0.25 * k, top + 0.08, 0),
                (0.75 * k, top + 0.02, 0),
                (k, top - 0.3, 0),
            ]
            d.add(f"arm_{i + 1}", sweep(path, [0.75 * r, 0.65 * r, 0.5 * r, 0.45 * r, 0.4 * r]), "pole", group="arms")
            d.add(
                f"scroll_{i + 1}",
                sweep(
                    [
                        (0.0, 0.8 * top, 0),
                        (0.32 * k, 0.86 * top, 0),
                        (0.52 * k, 0.93 * top, 0),
                        (0.4 * k, 0.96 * top, 0),
                        (0.33 * k, 0.93 * top, 0),
                    ],
                    0.13 * r,
                ),
                "pole",
                group="arms",
            )
            bell = lathe(
                [
                    (0.5 * s, 0),
                    (0.52 * s, 0.02),
                    (0.34 * s, 0.3 * s),
                    (0.12 * s, 0.42 * s),
                    (0.1 * s, 0.5 * s),
                    (0, 0.5 * s),
                ]
            )
            y = top - 0.3 - 0.46 * s
            d.add(f"head_{i + 1}", bell.move(k, y, 0), "pole", group="heads")
            d.add(f"light_{i + 1}", sphere(0.38 * s, 0.3 * s, 0.38 * s).move(k, y + 0.02, 0), "light", group="lights")
        d.add(
            "finial",
            lathe([(0.7 * r, top - 0.06), (1.2 * r, top), (0.3 * r, top + 0.14), (0.05 * r, top + 0.24)]),
            "pole",
        )
    elif not single:
        n = v.arms
        places = [(x, top - 0.12, z) for x, z in ring_of(n, v.reach, 0)]
        for i, (x, y, z) in enumerate(places):
            d.add(
                f"arm_{i + 1}",
                sweep([(0, y - 0.3, 0), (0.5 * x, y - 0.34, 0.5 * z), (x, y - 0.16, z), (x, y + 0.01, z)], 0.42 * r),
                "pole",
                group="arms",
            )
        d.add(
            "finial",
            lathe(
                [
                    (0.75 * r, top - 0.02),
                    (1.4 * r, top + 0.04),
                    (0.4 * r, top + 0.1),
                    (0.8 * r, top + 0.16),
                    (0.1 * r, top + 0.34),
                ]
            ),
            "trim",
        )
    if v.kind in ("lantern", "globe"):
        for i, (x, y, z) in enumerate(places):
            end = "" if len(places) == 1 else f"_{i + 1}"
            if v.kind == "globe":
                d.add(
                    "holder" + end,
                    lathe([(0.8 * r, -0.02), (0.2 * s, 0.04), (0.24 * s, 0.1), (0, 0.1)]).move(x, y, z),
                    "pole",
                    group="heads",
                )
                d.add("light" + end, sphere(0.44 * s).move(x, y + 0.06 + 0.42 * s, z), "light", group="lights")
                d.add(
                    "cap" + end,
                    lathe([(0.17 * s, 0), (0.15 * s, 0.05 * s), (0.03 * s, 0.12 * s), (0.01 * s, 0.2 * s)]).move(
                        x, y + 0.06 + 0.83 * s, z
                    ),
                    "pole",
                    group="heads",
                )
            else:
                low, high = 0.2 * s, 0.36 * s
                d.add(
                    "holder" + end,
                    union(
                        lathe([(0.8 * r, -0.02), (0.6 * low, 0.05), (1.12 * low, 0.08), (0, 0.1)]),
                        *(
                            rod((low * a, 0.07, low * b), (high * a, 0.07 + 0.78 * s, high * b), radius=0.014)
                            for a, b in ring_of(6, 1.0, 30)
                        ),
                    ).move(x, y, z),
                    "pole",
                    group="heads",
                )
                d.add(
                    "light" + end,
                    lathe([(0.93 * low, 0.06), (0.93 * high, 0.07 + 0.77 * s)], sides=6).move(x, y, z),
                    "light",
                    group="lights",
                )
                roof = lathe(
                    [
                        (1.12 * high, 0.07 + 0.76 * s),
                        (1.14 * high, 0.09 + 0.79 * s),
                        (0.45 * high, 0.08 + 1.08 * s),
                        (0.3 * high, 0.08 + 1.1 * s),
                        (0.28 * high, 0.08 + 1.2 * s),
                        (0.1 * high, 0.08 + 1.26 * s),
                        (0.03, 0.08 + 1.4 * s),
                    ],
                    sides=6,
                )
                d.add("roof" + end, roof.move(x, y, z), "pole", group="heads")
    if v.basket and v.kind in ("lantern", "globe", "hook"):
        y, k = 0.6 * top, 0.36
        d.add(
            "bracket",
            union(
                rod((0, y + 0.3, 0), (0, y + 0.33, -0.5 * k), (0, y + 0.25, -k), radius=0.014),
                rod((0, y + 0.25, -k), (0, y, -k), radius=0.008),
            ),
            "pole",
            group="flowers",
        )
        d.add(
            "basket",
            sphere(0.17, 0.15, 0.17).move(0, y - 0.06, -k) - box(1, 0.4, 1).move(0, y + 0.14, -k),
            "basket",
            group="flowers",
        )
        d.add(
            "leaves",
            union(
                *(sphere(0.1, 0.07, 0.1).move(0.11 * a, y - 0.03, -k + 0.11 * b) for a, b in ring_of(6, 1.0)),
                sphere(0.12, 0.1, 0.12).move(0, y, -k),
            ),
            "leaf",
            group="flowers",
        )
        d.add(
            "flowers",
            union(
                *(
                    sphere(0.04).move(0.15 * a, y + 0.02 + 0.03 * (i % 2), -k + 0.15 * b)
                    for i, (a, b) in enumerate(ring_of(9, 1.0))
                ),
                *(sphere(0.042).move(0.06 * a, y + 0.085, -k + 0.06 * b) for a, b in ring_of(4, 1.0)),
            ),
            "flower",
            group="flowers",
        )
    d.point("top", (0, h, 0), size=0.2)
    return d
