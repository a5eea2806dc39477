"""What regulates and lights streets: lamps, traffic lights, signs, cones."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import polygon, ring_of, rod, rounded_rectangle


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
                    0.22 * r,
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


@family(
    "traffic light",
    "street",
    nouns={
        "traffic signal": {},
        "stoplight": {},
        "stop light": {},
        "pedestrian light": {"lights": 2},
        "traffic lights": {},
    },
    parameters=(
        Whole("lights", 3, 2, 3),
        Real("height", 3.1, 2.4, 4.0),
        Real("lamp_radius", 0.11, 0.09, 0.14),
        Choice("on", ("red", "green", "amber")),
        Choice("mount", ("post", "arm")),
        Real("reach", 1.6, 1.2, 2.4),
        Whole("heads", 1, 1, 2),
        Flag("visors", 0.9),
        Flag("board", 0.45, about="a dark board with a white rim behind it"),
        Flag("button", 0.5),
        Flag("stripes", 0.2),
        Real("radius", 0.06, 0.05, 0.08, about="of the pole"),
    ),
    slots={
        "housing": ("paint:#1f2225", "paint:#e0a818", "paint:#1f3b2c", "gunmetal"),
        "pole": ("gunmetal", "steel", "paint:#2b2f36", "paint:#1f3b2c"),
        "red": ("glow:#ff2a1e",),
        "amber": ("glow:#ffb020",),
        "green": ("glow:#20e070",),
        "red_off": ("paint:#4a1512",),
        "amber_off": ("paint:#4a3610",),
        "green_off": ("paint:#123f24",),
        "board": ("paint:#15171a",),
        "white": ("paint:#f0f0ea",),
        "button": ("paint:#e8c020",),
    },
    words={
        "red": {"on": "red"},
        "green": {"on": "green"},
        "amber": {"on": "amber"},
        "yellow": {"on": "amber"},
        "button": {"button": True},
    },
    paints={"post": "pole", "case": "housing"},
    height=(2.0, 4.6),
)
def traffic_light(v: Values) -> Draft:
    """A head with two or three lamps on a post or on an arm over the road."""
    h, r, p = v.height, v.lamp_radius, v.radius
    d = Draft(extent=h)
    tall = v.lights * 2.5 * r + 0.3 * r
    head_y = h - tall / 2 - 0.05
    d.add(
        "base",
        union(box(0.3, 0.05, 0.3, 0.01).move(y=0.025), lathe([(1.9 * p, 0.03), (1.8 * p, 0.3), (p, 0.36), (0, 0.36)])),
        "pole",
        group="pole",
    )
    arm = v.mount == "arm"
    d.add(
        "pole",
        cylinder(p, (h + 0.1 if arm else h - 0.04) - 0.2, top=0.85 * p, bevel=0.01).move(
            y=((h + 0.1 if arm else h - 0.04) + 0.2) / 2
        ),
        "pole",
        group="pole",
    )
    places: list[tuple[float, float, float]] = [(0.0, head_y, p + 0.14)]
    if arm:
        d.add(
            "arm",
            sweep(
                [(0, h - 0.25, 0), (-0.3 * v.reach, h - 0.12, 0), (-v.reach - 0.2, h - 0.08, 0)],
                [0.8 * p, 0.7 * p, 0.55 * p],
                round_ends=True,
            ),
            "pole",
            group="pole",
        )
        places = [(-v.reach, head_y, 0.16)]
        if v.heads == 2:
            places.append((0.0, 0.72 * h, p + 0.14))
    elif v.heads == 2:
        places.append((p + 0.17 + r, head_y, 0.0))
    names = ("red", "amber", "green") if v.lights == 3 else ("red", "green")
    on = v.on if v.on in names else "green"
    for i, (x, y, z) in enumerate(places):
        end = "" if len(places) == 1 else f"_{i + 1}"
        turn = 90.0 if i == 1 and not arm else 0.0

        def put(
            name: str,
            solid: Node,
            slot: str,
            group: str,
            where: Point3 = (x, y, z),
            angle: float = turn,
            end: str = end,
        ) -> None:
            d.add(name + end, solid.rotate(y=angle).move(*where), slot, group=group)

        put("housing", box(2.5 * r, tall, 0.2, 0.03, 3), "housing", "head")
        put("bracket", union(*(box(0.08, 0.04, 0.3).move(0, k * 0.34 * tall, -0.2) for k in (1, -1))), "pole", "head")
        if arm and i == 0:
            put("hanger", box(0.06, 0.86 * tall + 0.1, 0.05, 0.008).move(0, 0.07 * tall + 0.03, -0.16), "pole", "head")
        if v.board:
            put("rim", box(4.3 * r, tall + 1.8 * r, 0.02, 0.008).move(z=-0.07), "white", "board")
            put("board", box(4.0 * r, tall + 1.5 * r, 0.028, 0.008).move(z=-0.066), "board", "board")
        for k, name in enumerate(names):
            ly = ((v.lights - 1) / 2 - k) * 2.5 * r
            put(f"light_{name}", sphere(r, r, 0.05).move(0, ly, 0.098), name if name == on else f"{name}_off", "lights")
            put(f"ring_{name}", torus(1.03 * r, 0.014).rotate(x=90).move(0, ly, 0.1), "housing", "lights")
            if v.visors:
                visor = (cylinder(1.12 * r, 1.5 * r) - cylinder(1.03 * r, 2 * r)).rotate(x=90) - box(
                    4 * r, 1.4 * r, 4 * r
                ).rotate(x=-16).move(0, -1.0 * r, 0.55 * r)
                put(f"visor_{name}", visor.move(0, ly, 0.09 + 0.75 * r), "housing", "visors")
    if v.button:
        d.add("button_box", box(0.1, 0.2, 0.09, 0.015).move(0, 1.05, p + 0.03), "button", group="button")
        d.add(
            "button", cylinder(0.024, 0.03, bevel=0.006).rotate(x=90).move(0, 1.03, p + 0.08), "white", group="button"
        )
    if v.stripes:
        d.add("stripes", union(*(cylinder(p + 0.003, 0.12).move(y=0.6 + 0.28 * k) for k in range(3))), "white")
    d.point("top", (0, h, 0), size=2 * r)
    return d


@family(
    "road sign",
    "street",
    nouns={
        "traffic sign": {},
        "stop sign": {"shape": "octagon"},
        "warning sign": {"shape": "triangle"},
        "yield sign": {"shape": "yield"},
        "speed limit sign": {"shape": "round"},
        "street sign": {"shape": "names"},
        "no entry sign": {"shape": "round", "symbol": "bar"},
        "parking sign": {"shape": "square"},
        "one way sign": {"shape": "square", "symbol": "arrow"},
    },
    parameters=(
        Choice("shape", ("octagon", "triangle", "round", "diamond", "square", "yield", "names")),
        Real("height", 2.3, 1.8, 2.8),
        Real("size", 0.62, 0.5, 0.8),
        Choice("symbol", ("bar", "arrow", "mark", "cross")),
        Real("rim", 0.1, 0.07, 0.14, unit="", about="share of the size"),
        Real("radius", 0.032, 0.026, 0.042, about="of the post"),
        Choice("foot", ("plate", "block", "none")),
        Whole("bolts", 2, 2, 4),
        Real("tilt", 0.0, 0.0, 6, unit="deg"),
    ),
    slots={
        "sign": ("paint:#24569a", "paint:#2b7a4a", "paint:#1f6f8a"),
        "red": ("paint:#c0232a",),
        "yellow": ("paint:#e8b81c",),
        "rim": ("paint:#f4f2ec",),
        "symbol": ("paint:#f4f2ec",),
        "post": ("steel", "gunmetal", "aluminium"),
        "back": ("aluminium",),
        "foot": ("concrete", "gunmetal", "granite"),
    },
    words={
        "octagonal": {"shape": "octagon"},
        "triangular": {"shape": "triangle"},
        "round": {"shape": "round"},
        "arrow": {"symbol": "arrow"},
    },
    paints={"pole": "post", "board": "sign", "plate": "sign", "border": "rim"},
    height=(1.5, 3.2),
)
def road_sign(v: Values) -> Draft:
    """A plate with a rim and a sign of its own, on a post."""
    h, s, p = v.height, v.size, v.radius
    d = Draft(extent=h)
    if v.foot == "block":
        d.add("foot", lathe([(0.24, 0), (0.24, 0.04), (0.14, 0.14), (0.05, 0.16), (0, 0.16)]), "foot")
    elif v.foot == "plate":
        d.add("foot", union(box(0.34, 0.03, 0.34, 0.008).move(y=0.015), cylinder(2 * p, 0.1).move(y=0.05)), "foot")
    d.add("post", cylinder(p, h - 0.02, bevel=0.006).move(y=(h - 0.02) / 2), "post")
    t = 0.022
    z = p + t / 2
    if v.shape == "names":
        for i, (y, turn) in enumerate(((h - 0.02, 0.0), (h - 0.24, 90.0))):
            d.add(f"sign_{i + 1}", box(1.5 * s, 0.19, t, 0.006).rotate(y=turn).move(y=y), "sign", group="signs")
            d.add(
                f"rim_{i + 1}",
                (box(1.5 * s - 0.02, 0.17, t + 0.004, 0.003) - box(1.5 * s - 0.05, 0.14, 1)).rotate(y=turn).move(y=y),
                "rim",
                group="signs",
            )
            d.add(
                f"letters_{i + 1}",
                union(
                    *(
                        box(0.05 if k % 3 else 0.03, 0.075, t + 0.004, 0.002).move((k - 3.5) * 0.14 * s, 0, 0)
                        for k in range(8)
                    )
                )
                .rotate(y=turn)
                .move(y=y),
                "symbol",
                group="signs",
            )
        d.add("cap", sphere(1.6 * p).move(y=h + 0.1), "post")
        d.add("cap_stem", cylinder(0.7 * p, 0.16).move(y=h + 0.06), "post")
        d.point("top", (0, h + 0.1, 0), size=0.1)
        return d
    outline = {
        "octagon": polygon(s / 2 / math.cos(math.pi / 8), 8, 22.5),
        "triangle": [
            (0.5 * s * x, 0.5 * s * y)
            for x, y in ((-1.05, -0.72), (-0.98, -0.82), (0.98, -0.82), (1.05, -0.72), (0.07, 0.98), (-0.07, 0.98))
        ],
        "round": polygon(s / 2, 48),
        "diamond": [
            (0.6 * s * x, 0.6 * s * y)
            for x, y in (
                (0.06, -0.97),
                (0.97, -0.06),
                (0.97, 0.06),
                (0.06, 0.97),
                (-0.06, 0.97),
                (-0.97, 0.06),
                (-0.97, -0.06),
                (-0.06, -0.97),
            )
        ],
        "square": rounded_rectangle(0.9 * s, 0.9 * s, 0.06 * s, 4),
        "yield": [
            (0.5 * s * x, 0.5 * s * y)
            for x, y in ((0.07, -0.98), (1.05, 0.72), (0.98, 0.82), (-0.98, 0.82), (-1.05, 0.72), (-0.07, -0.98))
        ],
    }[v.shape]
    y = h - 0.52 * s
    k = 1 - 1.7 * v.rim
    slot = {"octagon": "red", "yield": "red", "round": "red", "diamond": "yellow", "triangle": "yellow"}.get(
        v.shape, "sign"
    )
    parts: list[tuple[str, Node, str]] = [
        ("rim", extrude(outline, t, bevel=0.003), "rim"),
        ("sign", extrude([(a * k, b * k) for a, b in outline], t).move(z=0.004), slot),
        ("back", extrude([(a * 0.97, b * 0.97) for a, b in outline], t).move(z=-0.004), "back"),
    ]
    u = 0.3 * s
    lower = {"triangle": -0.12, "yield": 0.12}.get(v.shape, 0.0) * s
    symbols: dict[str, Node] = {
        "bar": box(1.9 * u, 0.34 * u, t),
        "arrow": extrude(
            [
                (-0.14 * u, -0.8 * u),
                (0.14 * u, -0.8 * u),
                (0.14 * u, 0.15 * u),
                (0.5 * u, 0.15 * u),
                (0, 0.9 * u),
                (-0.5 * u, 0.15 * u),
                (-0.14 * u, 0.15 * u),
            ],
            t,
        ),
        "mark": union(
            extrude([(-0.1 * u, -0.3 * u), (0.1 * u, -0.3 * u), (0.17 * u, 0.8 * u), (-0.17 * u, 0.8 * u)], t),
            cylinder(0.16 * u, t).rotate(x=90).move(y=-0.62 * u),
        ),
        "cross": union(*(box(1.5 * u, 0.26 * u, t).rotate(z=a) for a in (45, -45))),
    }
    shrink = 0.72 if v.shape in ("triangle", "yield") else 1.0
    symbol = _stop(0.26 * s, t) if v.shape == "octagon" else symbols[v.symbol].scale(shrink, shrink, 1)
    parts.append(("symbol", symbol.move(y=lower, z=0.008), "symbol"))
    for name, solid, slot in parts:
        d.add(name, solid.rotate(z=v.tilt).move(0, y, z), slot, group="sign")
    d.add("clamps", union(*(box(0.11, 0.03, 2.4 * p, 0.004).move(0, y + q * 0.24 * s, 0.006) for q in (1, -1))), "post")
    d.add(
        "bolts",
        union(
            *(
                sphere(0.012, 0.012, 0.006).move(0, y + (i / (v.bolts - 1) - 0.5) * 0.5 * s, z + 0.5 * t + 0.008)
                for i in range(v.bolts)
            )
        ),
        "post",
    )
    d.point("top", (0, h, 0), size=0.1)
    return d


def _stop(height: float, depth: float) -> Node:
    """The word STOP in bars."""
    n, w, s = height, 0.5 * height, 0.17 * height
    at = {
        "a": (0, n / 2, w, s),
        "g": (0, 0, w, s),
        "d": (0, -n / 2, w, s),
        "f": (-w / 2, n / 4, s, n / 2),
        "b": (w / 2, n / 4, s, n / 2),
        "e": (-w / 2, -n / 4, s, n / 2),
        "c": (w / 2, -n / 4, s, n / 2),
        "m": (0, 0, s, n),
    }
    bars = [(i, at[c]) for i, letter in enumerate(("afgcd", "am", "abcdef", "abgef")) for c in letter]
    return union(
        *(
            box(bw + (s if bw > bh else 0), bh + (s if bh > bw else 0), depth).move((i - 1.5) * 0.92 * n + x, y, 0)
            for i, (x, y, bw, bh) in bars
        )
    )


@family(
    "signpost",
    "street",
    nouns={
        "wooden sign": {"boards": 1},
        "direction sign": {},
        "guidepost": {},
        "finger post": {},
        "wooden signpost": {},
        "tavern sign": {"hanging": True},
        "sign": {"boards": 1},
        "inn sign": {"hanging": True},
    },
    parameters=(
        Whole("boards", 3, 1, 5),
        Real("height", 2.0, 1.5, 2.6),
        Real("radius", 0.06, 0.045, 0.08, about="of the post"),
        Real("board_length", 0.75, 0.5, 0.95),
        Real("board_height", 0.17, 0.13, 0.23),
        Choice("tip", ("arrow", "notched", "plain")),
        Real("crooked", 4, 0, 9, unit="deg", about="how crooked the boards hang"),
        Flag("stones", 0.55),
        Flag("grass", 0.4),
        Flag("hanging", 0.12),
        Flag("cap", 0.5),
    ),
    slots={
        "board": ("wood", "oak", "driftwood", "pine", "planks"),
        "post": ("oak", "walnut", "wood", "bark"),
        "letters": ("paint:#2a1f18", "paint:#efe6cf"),
        "nail": ("iron",),
        "stone": ("stone", "granite"),
        "grass": ("grass",),
    },
    words={"arrow": {"tip": "arrow"}, "arrows": {"tip": "arrow"}, "stones": {"stones": True}, "grass": {"grass": True}},
    paints={"boards": "board", "signs": "board", "pole": "post", "text": "letters"},
    height=(1.3, 2.9),
)
def signpost(v: Values) -> Draft:
    """Boards that point to both sides on a wooden post; or a board that hangs from an arm."""
    h, r = v.height, v.radius
    d = Draft(extent=h)
    d.add(
        "post",
        union(
            sweep([(0, 0, 0), (0.15 * r, 0.5 * h, 0.1 * r), (0, h, 0)], [1.15 * r, r, 0.95 * r], sides=8),
            *(
                []
                if not v.cap
                else [lathe([(1.25 * r, h - 0.02), (1.3 * r, h + 0.02), (0.2 * r, h + 0.1), (0, h + 0.1)], sides=8)]
            ),
        ),
        "post",
    )
    rng = v.rng("boards")
    n, b, t = v.board_length, v.board_height, 0.035
    if v.hanging:
        y = h - 0.2
        d.add(
            "arm",
            union(
                box(1.25 * n, 0.07, 0.07, 0.01).move(0.5 * n, y, 0),
                box(0.05, 0.5, 0.05, 0.008).rotate(z=-45).move(0.2, y - 0.18, 0),
            ),
            "post",
        )
        low, tall = y - 0.55 * n - 0.1, 0.62 * n
        d.add("board_1", box(0.8 * n, tall, t, 0.012).move(0.6 * n, low, 0), "board", group="boards")
        d.add(
            "frame",
            (box(0.84 * n, tall + 0.04, 1.4 * t, 0.01) - box(0.84 * n - 0.09, tall - 0.05, 1)).move(0.6 * n, low, 0),
            "post",
            group="boards",
        )
        d.add(
            "chains",
            union(
                *(
                    torus(0.022, 0.006)
                    .scale(1, 1, 1.4)
                    .rotate(x=90)
                    .rotate(y=90 * (k % 2))
                    .move(0.6 * n + s * 0.3 * n, y - 0.03 - 0.045 * k, 0)
                    for k in range(int((y - low - tall / 2) / 0.045) + 1)
                    for s in (1, -1)
                )
            ),
            "nail",
            group="chains",
        )
        d.add(
            "letters",
            union(
                *(
                    box(0.11 * n, 0.05, t + 0.012).move(0.6 * n + (k - 2) * 0.14 * n, low - 0.16 * tall, 0)
                    for k in range(5)
                ),
                cylinder(0.13 * tall, t + 0.012).rotate(x=90).move(0.6 * n, low + 0.15 * tall, 0),
            ),
            "letters",
            group="boards",
        )
    else:
        step = min(b * 1.35, (h - 0.5) / v.boards)
        b = min(b, 0.8 * step) if v.boards > 3 else b
        for i in range(v.boards):
            side = 1 if i % 2 == 0 else -1
            y = h - 0.16 - b / 2 - i * step
            if v.tip == "arrow":
                shape = [
                    (-0.22 * n, -b / 2),
                    (0.7 * n, -b / 2),
                    (0.9 * n, 0),
                    (0.7 * n, b / 2),
                    (-0.22 * n, b / 2),
                    (-0.17 * n, 0),
                ]
            elif v.tip == "notched":
                shape = [
                    (-0.22 * n, -b / 2),
                    (0.78 * n, -b / 2),
                    (0.75 * n, -0.2 * b),
                    (0.8 * n, 0.1 * b),
                    (0.76 * n, b / 2),
                    (-0.2 * n, b / 2),
                    (-0.23 * n, 0.1 * b),
                ]
            else:
                shape = [(-0.22 * n, -b / 2), (0.78 * n, -b / 2), (0.78 * n, b / 2), (-0.22 * n, b / 2)]
            turn, roll = float(rng.uniform(-18, 18)), float(rng.uniform(-1, 1)) * v.crooked

            def put(
                name: str,
                solid: Node,
                slot: str,
                turn: float = turn,
                roll: float = roll,
                side: int = side,
                y: float = y,
            ) -> None:
                solid = solid if side > 0 else solid.mirror("x")
                d.add(name, solid.rotate(z=roll).rotate(y=turn).move(y=y), slot, group="boards")

            put(f"board_{i + 1}", extrude(shape, t, bevel=0.006).move(z=0.9 * r), "board")
            words = [
                box(w * n, 0.24 * b, 0.012, 0.002).move(x * n, 0, 0.9 * r + t / 2)
                for x, w in ((0.17, 0.14), (0.33, 0.1), (0.52, 0.18))
            ]
            put(f"letters_{i + 1}", union(*words), "letters")
            put(
                f"nails_{i + 1}",
                union(*(sphere(0.012, 0.012, 0.008).move(0, k * 0.25 * b, 0.9 * r + t / 2) for k in (1, -1))),
                "nail",
            )
    if v.stones:
        stones = [
            sphere(0.1 + 0.03 * (i % 3), 0.08 + 0.02 * (i % 2), 0.09).rotate(y=40 * i).move(x, 0.055, z)
            for i, (x, z) in enumerate(ring_of(6, 1.9 * r + 0.04))
        ]
        d.add("stones", union(*stones) & box(2, 1, 2).move(y=0.5), "stone")
    if v.grass:
        tufts = [
            sweep([(x, -0.0, z), (1.1 * x, 0.09, 1.1 * z), (1.35 * x, 0.15, 1.35 * z)], [0.016, 0.012, 0.004])
            for x, z in ring_of(9, 1.6 * r + 0.06, 20)
        ]
        d.add("grass", union(*tufts, cylinder(1.8 * r + 0.08, 0.03, bevel=0.008).move(y=0.015)), "grass")
    d.point("top", (0, h, 0), size=2 * r)
    return d


@family(
    "traffic cone",
    "street",
    nouns={
        "cone": {},
        "road cone": {},
        "safety cone": {},
        "pylon": {},
        "bollard": {"kind": "bollard"},
        "traffic drum": {"kind": "drum"},
    },
    parameters=(
        Choice("kind", ("cone", "drum", "bollard")),
        Real("height", 0.7, 0.45, 1.0),
        Real("radius", 0.19, 0.16, 0.24, unit="", about="share of the height"),
        Whole("stripes", 2, 1, 4),
        Real("base", 0.27, 0.22, 0.34, unit="", about="half width of the base, share of the height"),
        Real("base_height", 0.05, 0.035, 0.08, unit=""),
        Choice("base_shape", ("square", "octagonal", "round")),
        Flag("light", 0.25),
        Real("tip", 0.2, 0.12, 0.3, unit="", about="width of the top, share of the radius"),
    ),
    slots={
        "body": ("plastic:#f06414", "plastic:#f07a1e", "plastic:#e0421c", "plastic:#f0c81e"),
        "stripe": ("plastic:#f4f4f0",),
        "base": ("rubber", "plastic:#f06414", "gunmetal"),
        "light": ("glow:#ffb020", "glow:#ff5020"),
        "metal": ("gunmetal", "steel"),
    },
    words={"stripes": {"stripes": 2}, "striped": {"stripes": 3}, "light": {"light": True}},
    paints={"stripes": "stripe", "bands": "stripe", "cone": "body"},
    height=(0.35, 1.45),
)
def traffic_cone(v: Values) -> Draft:
    """A cone with reflecting stripes; a drum or a bollard."""
    h, r, b, t = v.height, v.radius * v.height, v.base * v.height, v.base_height * v.height
    d = Draft(extent=h)
    top = h
    if v.kind == "cone":
        n = v.tip * r
        base = {
            "square": box(2 * b, t, 2 * b, 0.3 * t),
            "octagonal": cylinder(1.06 * b, t, sides=8).rotate(y=22.5),
            "round": cylinder(1.05 * b, t, bevel=0.3 * t),
        }[v.base_shape]
        d.add("base", base.move(y=t / 2), "base")
        d.add(
            "body",
            lathe(
                [
                    (1.12 * r, 0.8 * t),
                    (1.08 * r, t + 0.01 * h),
                    (r, t + 0.03 * h),
                    (n, h - 0.01 * h),
                    (0.8 * n, h),
                    (0, h),
                ]
            )
            - cylinder(0.6 * n, 0.1 * h).move(y=h),
            "body",
        )

        def at(y: float) -> float:
            return float(r + (n - r) * (y - t - 0.03 * h) / (h - 0.01 * h - t - 0.03 * h))

        for i in range(v.stripes):
            y0 = (0.3 + 0.55 * i / max(v.stripes, 2)) * h
            y1 = y0 + 0.32 * h / max(v.stripes, 2)
            d.add(f"stripe_{i + 1}", lathe([(at(y0) + 0.003, y0), (at(y1) + 0.003, y1)]), "stripe", group="stripes")
    elif v.kind == "drum":
        r = 1.35 * r
        steps: list[tuple[float, float]] = []
        for i in range(4):
            k0, k1, q = t + i * (h - t) / 4, t + (i + 1) * (h - t) / 4, 1 - 0.07 * i
            steps += [(q * r, k0), (q * r * 0.97, k1)]
        d.add("base", lathe([(1.25 * r, 0), (1.25 * r, t), (1.0 * r, 1.2 * t), (0, 1.2 * t)]), "base")
        d.add("body", lathe([*steps, (0, h)]), "body")
        for i in range(min(v.stripes + 1, 4)):
            k0, k1, q = t + (i + 0.2) * (h - t) / 4, t + (i + 0.8) * (h - t) / 4, 1 - 0.07 * i
            d.add(f"stripe_{i + 1}", cylinder(q * r + 0.001, k1 - k0).move(y=(k0 + k1) / 2), "stripe", group="stripes")
        d.add(
            "handle",
            rod((-0.09, h - 0.01, 0), (-0.08, h + 0.06, 0), (0.08, h + 0.06, 0), (0.09, h - 0.01, 0), radius=0.014),
            "base",
        )
    else:
        q = 0.55 * r
        d.add("base", lathe([(1.7 * q, 0), (1.7 * q, t), (1.3 * q, 1.4 * t), (q, 1.8 * t), (0, 1.8 * t)]), "base")
        d.add("body", lathe([(q, t), (0.95 * q, 0.92 * h), (0.85 * q, 0.97 * h), (0.4 * q, h), (0, h)]), "body")
        for i in range(v.stripes):
            y0 = (0.82 - 0.16 * i) * h
            d.add(f"stripe_{i + 1}", cylinder(q + 0.002, 0.08 * h).move(y=y0), "stripe", group="stripes")
        d.add("collar", torus(0.95 * q, 0.18 * q).move(y=0.92 * h), "metal")
    if v.light:
        d.add(
            "light",
            union(sphere(0.075, 0.075, 0.05).move(y=top + 0.1), cylinder(0.035, 0.09).move(y=top + 0.02)),
            "light",
        )
        d.add("light_rim", torus(0.072, 0.016).rotate(x=90).move(y=top + 0.1), "metal")
    d.point("top", (0, top, 0), size=v.tip * r)
    return d


@family(
    "road barrier",
    "street",
    nouns={"traffic barrier": {}, "barricade": {}, "roadblock": {}, "construction barrier": {"light": True}},
    parameters=(
        Real("width", 1.8, 1.2, 2.4),
        Real("height", 1.05, 0.85, 1.25),
        Whole("planks", 2, 1, 3),
        Real("plank_height", 0.18, 0.14, 0.24),
        Whole("stripes", 7, 5, 9),
        Real("depth", 0.55, 0.4, 0.7),
        Choice("leg", ("post", "trestle")),
        Flag("light", 0.5),
        Flag("sandbag", 0.3),
        Flag("mirrored", 0.5),
    ),
    slots={
        "plank": ("plastic:#f4f4f0",),
        "stripe": ("plastic:#f06414", "plastic:#d8251c", "plastic:#f0c81e", "plastic:#1f2225"),
        "leg": ("gunmetal", "steel", "wood", "plastic:#f06414"),
        "light": ("glow:#ffb020", "glow:#ff4020"),
        "metal": ("gunmetal",),
        "bag": ("canvas", "fabric:#a5855a"),
    },
    words={"light": {"light": True}, "lights": {"light": True}, "sandbags": {"sandbag": True}},
    paints={"stripes": "stripe", "planks": "plank", "boards": "plank", "legs": "leg", "lights": "light"},
    height=(0.8, 1.6),
)
def road_barrier(v: Values) -> Draft:
    """Striped planks on two legs."""
    w, h, b = v.width, v.height, v.plank_height
    d = Draft(extent=w)
    for name, s in (("leg_left", 1), ("leg_right", -1)):
        if v.leg == "post":
            leg = union(box(0.05, h, 0.05, 0.006).move(y=h / 2), box(0.07, 0.05, v.depth, 0.01).move(y=0.025))
        else:
            lean = math.degrees(math.atan2(0.5 * v.depth - 0.03, h))
            one = box(0.05, h / math.cos(math.radians(lean)), 0.045, 0.006)
            leg = union(
                *(one.rotate(x=k * lean).move(y=h / 2, z=-k * 0.25 * v.depth + 0.015 * k) for k in (1, -1)),
                box(0.04, 0.05, 0.6 * v.depth).move(y=0.3 * h),
            ) & box(1, 2 * h, 2).move(y=h)
        d.add(name, leg.move(s * 0.4 * w), "leg", group="legs")
    z = 0.035
    for i in range(v.planks):
        y = h - b / 2 - 0.02 - i * 0.3 * h
        zz = z + (0.0 if v.leg == "post" else (h - y) / h * (0.5 * v.depth - 0.03))
        d.add(f"plank_{i + 1}", box(w, b, 0.035, 0.006).move(0, y, zz), "plank", group="planks")
        step, k0 = w / v.stripes, 0.28 * w / v.stripes
        lean_x = b if not v.mirrored else -b
        slant = [
            extrude(
                [
                    (-k0 - lean_x / 2, -b / 2),
                    (k0 - lean_x / 2, -b / 2),
                    (k0 + lean_x / 2, b / 2),
                    (-k0 + lean_x / 2, b / 2),
                ],
                0.043,
            ).move((k - (v.stripes - 1) / 2) * step, y, zz)
            for k in range(v.stripes)
        ]
        d.add(f"stripes_{i + 1}", union(*slant) & box(w - 0.012, b - 0.012, 3).move(0, y, 0), "stripe", group="planks")
    if v.light:
        d.add(
            "lights",
            union(*(sphere(0.07, 0.07, 0.045).move(s * 0.4 * w, h + 0.1, 0) for s in (1, -1))),
            "light",
            group="lights",
        )
        d.add(
            "light_mounts",
            union(
                *(
                    union(
                        torus(0.068, 0.014).rotate(x=90).move(s * 0.4 * w, h + 0.1, 0),
                        box(0.06, 0.1, 0.05, 0.008).move(s * 0.4 * w, h + 0.005, 0),
                    )
                    for s in (1, -1)
                )
            ),
            "metal",
            group="lights",
        )
    if v.sandbag:
        d.add(
            "sandbags",
            union(
                *(
                    sphere(0.15, 0.07, 0.22 * v.depth).move(s * 0.4 * w, 0.06, k * 0.2 * v.depth)
                    for s in (1, -1)
                    for k in (1, -1)
                )
            )
            & box(9, 1, 9).move(y=0.5),
            "bag",
            group="sandbags",
        )
    d.point("top", (0, h, 0), size=0.1)
    return d
