"""Tools of the yard and the workshop: pickaxes, shovels, ladders, anvils, toolboxes, wheelbarrows, gears."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, Point3, box, cylinder, extrude, hull, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import bezier, haft, ribbed
from maquette.shapes.sub.outlines import bar, ring_of, rod
from maquette.shapes.sub.sidewise import axle, side
from maquette.shapes.sub.wheels import rim, tyre


@family(
    "pickaxe",
    "tool",
    nouns={
        "pick": {},
        "mining pick": {},
        "mattock": {"kind": "mattock"},
        "miner's pickaxe": {},
        "hoe": {"kind": "hoe"},
        "ice axe": {"length": 0.6},
    },
    parameters=(
        Choice("kind", ("pick", "mattock", "hoe")),
        Real("length", 0.85, 0.6, 1.05),
        Real("width", 0.62, 0.5, 0.75, unit="", about="of the head, share of the length"),
        Real("curve", 0.14, 0.08, 0.22, unit="", about="of the head"),
        Real("radius", 0.02, 0.016, 0.026),
        Real("thickness", 0.034, 0.026, 0.045, about="of the head"),
        Flag("wrap", 0.5),
        Whole("bands", 1, 0, 3),
        Flag("rivets", 0.5),
    ),
    slots={
        "head": ("iron", "steel", "gunmetal", "gold", "bronze"),
        "haft": ("wood", "oak", "walnut", "pine"),
        "wrap": ("leather", "rope", "leather:#7a1f1c"),
        "trim": ("iron", "brass", "steel"),
    },
    words={"leather": {"wrap": True}},
    paints={"handle": "haft", "grip": "wrap", "blade": "head"},
    height=(0.55, 1.2),
)
def pickaxe(v: Values) -> Draft:
    """Stands on its haft, its longer point toward +x."""
    n, r, t = v.length, v.radius, v.thickness
    d = Draft(extent=n)
    w = v.width * n / 2
    y = n - 0.07
    d.add("haft", haft(n, r, 1.2), "haft")
    drop = v.curve * 2 * w
    point: Node = sweep(
        [(-0.01, 0, 0), (0.4 * w, -0.1 * drop, 0), (0.75 * w, -0.42 * drop, 0), (w, -drop, 0)],
        [0.75 * t, 0.68 * t, 0.5 * t, 0.06 * t],
        sides=8,
    )
    if v.kind == "pick":
        other: Node = point.mirror("x")
    else:
        out = [
            (0.0, 0.5 * t),
            *bezier((0.0, 0.5 * t), (-0.45 * w, 0.5 * t), (-0.75 * w, -0.4 * drop), steps=6)[1:],
            *bezier((-0.78 * w, -0.55 * drop), (-0.5 * w, -0.3 * t), (0.0, -0.5 * t), steps=6),
        ]
        other = extrude(out, 2.6 * t, bevel=0.1 * t)
        other = other.scale(1, 1, 1.3 if v.kind == "mattock" else 1.9)
    if v.kind == "hoe":
        d.add("head", union(other, sphere(1.7 * r, 1.5 * r, 1.7 * r)).move(y=y), "head")
    else:
        d.add("head", union(point, other).move(y=y), "head")
    d.add(
        "eye",
        union(box(3.6 * r, 2.6 * t, 3.4 * r, 0.35 * r), cylinder(1.6 * r, 4.2 * t, 1.35 * r, bevel=0.2 * r)).move(
            y=y - 0.2 * t
        ),
        "head",
    )
    if v.wrap:
        d.add("wrap", ribbed(0.24 * n, 1.25 * r, 10).move(y=0.06 * n), "wrap")
    for i in range(v.bands):
        d.add(
            f"band_{i + 1}",
            cylinder(1.28 * r, 0.02, bevel=0.1 * r).move(y=y - 3.4 * t - 0.05 * i),
            "trim",
            group="bands",
        )
    if v.rivets:
        d.add(
            "rivets",
            union(*(sphere(0.3 * r).move(k * 1.1 * r, y - 0.2 * t, s * 1.7 * r) for k in (-1, 1) for s in (1, -1))),
            "trim",
        )
    d.point("grip", (0, 0.18 * n, 0), front=(1, 0, 0), size=2 * r)
    d.point("top", (0, n, 0), size=w)
    return d


@family(
    "shovel",
    "tool",
    nouns={
        "spade": {"blade": "square"},
        "garden spade": {"blade": "square"},
        "snow shovel": {"blade": "wide"},
        "trowel": {"length": 0.35, "handle": "plain"},
        "rake": {"blade": "rake"},
        "garden rake": {"blade": "rake"},
        "garden fork": {"blade": "fork"},
        "coal shovel": {"blade": "wide"},
    },
    parameters=(
        Choice("blade", ("pointed", "square", "wide", "fork", "rake")),
        Choice("handle", ("plain", "d-grip", "tee")),
        Real("length", 1.15, 0.35, 1.5),
        Real("blade_length", 0.27, 0.22, 0.34, unit="", about="share of the length"),
        Real("blade_width", 0.75, 0.6, 0.95, unit="", about="share of its length"),
        Real("radius", 0.017, 0.014, 0.021),
        Real("dish", 0.12, 0.06, 0.2, unit="", about="how deep the blade is, share of its width"),
        Whole("tines", 4, 3, 5),
        Flag("treads", 0.6),
        Flag("rivets", 0.6),
    ),
    slots={
        "blade": ("steel", "iron", "paint:#2c4a34", "paint:#a8281e", "gunmetal"),
        "shaft": ("wood", "oak", "birch", "pine"),
        "handle": ("wood", "plastic:#26282c", "plastic:#c02a22"),
        "trim": ("gunmetal", "steel"),
    },
    words={"pointed": {"blade": "pointed"}, "square": {"blade": "square"}},
    paints={"stick": "shaft", "grip": "handle", "head": "blade"},
    height=(0.3, 1.65),
)
def shovel(v: Values) -> Draft:
    """Stands on its blade."""
    n = v.length
    r = v.radius * (0.55 + 0.45 * min(1.0, n / 1.1))
    d = Draft(extent=n)
    h = v.blade_length * n
    w = v.blade_width * h * (1.5 if v.blade == "wide" else 1.0)
    t = max(0.009, 0.01 * n)
    a = w / 2
    if v.blade in ("pointed", "square", "wide"):
        shape: list[Point2]
        if v.blade == "pointed":
            shape = [
                *bezier((0, 0), (0.7 * a, 0.12 * h), (1.05 * a, 0.45 * h), (a, 0.9 * h)),
                *bezier((0.95 * a, 1.0 * h), (0.5 * a, 1.0 * h), (0, 1.06 * h)),
            ]
            shape += [(-x, y) for x, y in reversed(shape[1:-1])]
        else:
            shape = [
                (-0.92 * a, 0),
                (0.92 * a, 0),
                (a, 0.9 * h),
                (0.8 * a, 0.98 * h),
                (-0.8 * a, 0.98 * h),
                (-a, 0.9 * h),
            ]
        q = v.dish * w
        big = (a * a + q * q) / (2 * q)
        arc = [math.asin(min(0.98, 1.1 * a / big)) * (i / 10 - 1) for i in range(21)]
        shell = (
            extrude(
                [
                    *((big * math.sin(k), big * math.cos(k) - big) for k in arc),
                    *(((big - t) * math.sin(k), (big - t) * math.cos(k) - big) for k in reversed(arc)),
                ],
                3 * h,
            )
            .rotate(x=90)
            .move(y=h)
        )
        d.add("blade", (extrude(shape, 4 * w) & shell).mirror("z"), "blade")
        if v.treads and v.blade != "wide":
            d.add(
                "treads",
                box(0.62 * a, 0.02 * n, 0.035, 0.004).move(0.62 * a, 0.965 * h, q * 0.42).mirrored("x"),
                "blade",
            )
        low = 0.55 * h
    elif v.blade == "fork":
        k = v.tines
        tine: list[Node] = [
            sweep(
                [
                    ((2 * i / (k - 1) - 1) * a, (1.0 - 0.08 * (2 * i / (k - 1) - 1) ** 2) * h, 0),
                    ((2 * i / (k - 1) - 1) * a, 0.5 * h, 0.03 * n),
                    ((2 * i / (k - 1) - 1) * a, 0, 0.015 * n),
                ],
                [0.011, 0.01, 0.004],
            )
            for i in range(k)
        ]
        d.add(
            "blade",
            union(*tine, rod((-a, 0.92 * h, 0), (0, 1.0 * h, 0), (a, 0.92 * h, 0), radius=0.012, round_ends=True)),
            "blade",
        )
        low = 0.93 * h
    else:
        count = 2 * v.tines + 4
        wide = 0.36 * min(1.0, n / 1.1)
        drop = 0.07 * min(1.0, n / 1.1)
        tines = [
            sweep(
                [
                    ((2 * i / (count - 1) - 1) * wide / 2, drop, 0.0),
                    ((2 * i / (count - 1) - 1) * wide / 2, 0.8 * drop, 0.04),
                    ((2 * i / (count - 1) - 1) * wide / 2, 0, 0.055),
                ],
                [0.007, 0.007, 0.004],
            )
            for i in range(count)
        ]
        d.add(
            "blade", union(*tines, bar((-wide / 2 - 0.01, drop, 0), (wide / 2 + 0.01, drop, 0), 0.024, 0.02)), "blade"
        )
        low = drop
        h = 0.5 * h
    d.add("shaft", sweep([(0, max(low, 0.75 * h), 0), (0, n - 0.08 * n, 0)], r), "shaft")
    d.add(
        "socket",
        lathe([(0.5 * r, low), (1.5 * r, low + 0.15 * h), (1.35 * r, h + 0.16 * n), (0.9 * r, h + 0.17 * n)]),
        "blade",
    )
    if v.rivets:
        d.add("rivets", union(*(sphere(0.35 * r).move(0, h + k * n, 1.36 * r) for k in (0.08, 0.13))), "trim")
    if v.handle == "d-grip":
        k = min(0.055, 0.06 * n)
        d.add(
            "handle",
            union(
                rod(
                    (0, n - 2.6 * k, 0), (0.7 * k, n - 1.8 * k, 0), (k, n - 0.3 * k, 0), radius=0.6 * r, round_ends=True
                ).mirrored("x"),
                cylinder(0.75 * r, 2.2 * k, bevel=0.1 * r).rotate(z=90).move(y=n - 0.3 * k),
                sphere(1.25 * r).move(y=n - 2.6 * k),
            ),
            "handle",
        )
    elif v.handle == "tee":
        d.add(
            "handle",
            union(
                sweep([(-0.06, 0, 0), (0, 0, 0), (0.06, 0, 0)], [0.95 * r, 1.1 * r, 0.95 * r], round_ends=True).move(
                    y=n - 1.1 * r
                ),
                cylinder(1.3 * r, 0.1 * n, bevel=0.2 * r).move(y=n - 0.055 * n),
            ),
            "handle",
        )
    else:
        d.add(
            "handle",
            lathe(
                [
                    (0.9 * r, n - 0.16 * n),
                    (1.2 * r, n - 0.14 * n),
                    (1.15 * r, n - 0.04 * n),
                    (1.3 * r, n - 0.015 * n),
                    (0.7 * r, n),
                ]
            ),
            "handle",
        )
    d.point("grip", (0, 0.75 * n, 0), size=2 * r)
    d.point("top", (0, n, 0), size=2 * r)
    return d


@family(
    "ladder",
    "tool",
    nouns={
        "stepladder": {"kind": "step"},
        "step ladder": {"kind": "step"},
        "wooden ladder": {},
        "rope ladder": {"kind": "straight", "round_rungs": True},
        "straight ladder": {"kind": "straight"},
    },
    parameters=(
        Choice("kind", ("step", "straight")),
        Real("height", 1.9, 1.0, 3.2),
        Real("width", 0.48, 0.38, 0.6),
        Whole("rungs", 7, 4, 11),
        Real("taper", 0.82, 0.7, 1.0, unit="", about="upper width, share of the lower"),
        Real("rail", 0.055, 0.042, 0.07, about="depth of a rail"),
        Real("spread", 0.5, 0.4, 0.65, unit="", about="how far a stepladder's feet stand apart"),
        Flag("round_rungs", 0.5),
        Flag("feet", 0.6),
        Flag("tray", 0.4),
    ),
    slots={
        "frame": ("aluminium", "pine", "oak", "paint:#d8a020", "wood"),
        "rung": ("aluminium", "birch", "steel"),
        "trim": ("rubber", "plastic:#c02a22", "plastic:#26282c"),
    },
    words={"tray": {"tray": True}},
    paints={"rails": "frame", "rungs": "rung", "steps": "rung", "feet": "trim"},
    height=(0.9, 3.4),
)
def ladder(v: Values) -> Draft:
    """Stands upright; a stepladder opens toward +z and -z."""
    h, w, k = v.height, v.width, v.rail
    d = Draft(extent=h)
    step = v.kind == "step"
    dz = 0.5 * v.spread * h * 0.62 if step else 0.0
    top = v.taper * w

    def place(s: float, t: float, front: bool = True) -> Point3:
        x = s * (w + t * (top - w)) / 2
        z = (1 - t) * dz + 0.02 * step
        return (x, t * (h - 0.02 * step), z if front else -z)

    for name, s in (("left", 1), ("right", -1)):
        d.add(f"rail_{name}", bar(place(s, 0.0), place(s, 1.0), 0.55 * k, k), "frame", group="rails")
        if step:
            d.add(
                f"back_rail_{name}",
                bar(place(0.94 * s, 0.0, False), place(0.94 * s, 0.99, False), 0.5 * k, 0.75 * k),
                "frame",
                group="rails",
            )
            a, b = place(0.97 * s, 0.42), place(0.92 * s, 0.42, False)
            d.add(f"stay_{name}", rod(a, b, radius=0.011), "trim", group="stays")
    for i in range(v.rungs):
        t = (i + 0.7) / (v.rungs + (0.4 if not step else 0.2))
        a, b = place(-1, t), place(1, t)
        rung = (
            rod(a, b, radius=0.3 * k)
            if v.round_rungs and not step
            else box(b[0] - a[0], 0.026 if step else 0.03, (1.7 if step else 0.8) * k, 0.005).move(0, a[1], a[2])
        )
        d.add(f"rung_{i + 1}", rung, "rung", group="rungs")
    if step:
        d.add("cap", box(top + 0.9 * k, 0.05, 0.24, 0.012).move(y=h - 0.025), "trim")
        for i, t in enumerate((0.2, 0.55, 0.8)):
            a, b = place(-0.94, t, False), place(0.94, t, False)
            d.add(f"brace_{i + 1}", rod(a, b, radius=0.014), "frame", group="braces")
        if v.tray:
            d.add(
                "tray",
                box(top * 1.0, 0.02, 0.22, 0.006).move(0, 0.86 * h, -0.16)
                + box(top * 0.9, 0.02, 0.1).move(0, 0.86 * h, -0.06),
                "trim",
            )
    if v.feet:
        for i, (s, f) in enumerate((s, f) for f in ((True, False) if step else (True,)) for s in (1, -1)):
            x, _, z = place((1 if f else 0.94) * s, 0.0, f)
            d.add(f"foot_{i + 1}", box(0.85 * k, 0.06, 1.3 * k, 0.006).move(x, 0.03, z), "trim", group="feet")
    d.point("top", (0, h, 0), size=top)
    return d


@family(
    "anvil",
    "tool",
    nouns={"blacksmith anvil": {"stump": True}, "smith's anvil": {"stump": True}, "forge anvil": {}},
    parameters=(
        Real("length", 0.62, 0.5, 0.8),
        Real("height", 0.28, 0.22, 0.34),
        Real("width", 0.13, 0.1, 0.17),
        Real("horn", 0.36, 0.28, 0.44, unit="", about="length of the horn, share"),
        Real("waist", 0.55, 0.45, 0.7, unit="", about="width of the waist, share"),
        Flag("stump", 0.5, about="stands on a tree stump"),
        Real("stump_height", 0.42, 0.3, 0.55),
        Whole("bands", 2, 0, 3),
        Flag("hammer", 0.35),
    ),
    slots={
        "iron": ("cast iron", "iron", "gunmetal", "steel"),
        "face": ("steel", "iron", "metal"),
        "stump": ("oak", "wood", "driftwood"),
        "bark": ("bark",),
        "band": ("iron", "rust"),
    },
    words={"stump": {"stump": True}, "hammer": {"hammer": True}},
    paints={"horn": "iron", "top": "face", "block": "stump"},
    height=(0.2, 1.0),
)
def anvil(v: Values) -> Draft:
    """Its horn points to +x."""
    n, h, w = v.length, v.height, v.width
    d = Draft(extent=max(n, h + (v.stump_height if v.stump else 0)))
    base = v.stump_height - 0.004 if v.stump else 0.0
    a = -0.42 * n
    b = a + (1 - v.horn) * n

    def oblong(x: float, z: float, y: float, at: float = 0.0) -> list[Point3]:
        return [(at + s * x / 2, y, k * z / 2) for s in (1, -1) for k in (1, -1)]

    c = (a + b) / 2
    foot = hull(
        [
            *oblong(0.62 * n, 1.7 * w, 0, c),
            *oblong(0.62 * n, 1.7 * w, 0.1 * h, c),
            *oblong(0.48 * n, 1.25 * w, 0.24 * h, c),
        ]
    )
    waist = hull(
        [
            *oblong(0.46 * n, 1.1 * w, 0.2 * h, c),
            *oblong(0.3 * n, v.waist * 1.1 * w, 0.42 * h, c),
            *oblong(0.3 * n, v.waist * 1.1 * w, 0.5 * h, c),
            *oblong(0.5 * n, w, 0.7 * h, c),
        ]
    )
    notch = union(foot, waist) - cylinder(0.2 * h, 4 * w).rotate(x=90).move(c, -0.1 * h, 0)
    body = union(
        notch,
        hull([*oblong(b - a, w, 0.66 * h, c), *oblong(b - a, w, 0.96 * h, c), *oblong(0.55 * n, 0.9 * w, 0.6 * h, c)]),
    )
    horn = hull(
        [
            *(
                (b - 0.02 * n, 0.79 * h + 0.15 * h * math.sin(k), 0.46 * w * math.cos(k))
                for k in [math.tau * i / 18 for i in range(18)]
            ),
            *(
                (b + 0.62 * v.horn * n, 0.82 * h + 0.1 * h * math.sin(k), 0.28 * w * math.cos(k))
                for k in [math.tau * i / 14 for i in range(14)]
            ),
            *(
                (b + v.horn * n, 0.9 * h + 0.015 * h * math.sin(k), 0.04 * w * math.cos(k))
                for k in [math.tau * i / 8 for i in range(8)]
            ),
        ]
    )
    d.add("body", body.move(y=base), "iron")
    d.add("horn", horn.move(y=base), "iron")
    step = box(0.09 * n, 0.2 * h, 0.9 * w, 0.004).move(b + 0.03 * n, 0.8 * h, 0)
    d.add("step", step.move(y=base), "iron")
    face = box(b - a - 0.01 * n, 0.08 * h, 1.03 * w, 0.004).move(c - 0.004 * n, 0.965 * h, 0) - union(
        box(0.028, 0.2 * h, 0.028).move(a + 0.07 * n, h, 0), cylinder(0.01, 0.2 * h).move(a + 0.14 * n, h, 0.2 * w)
    )
    d.add("face", face.move(y=base), "face")
    if v.stump:
        r = 0.42 * n
        s = v.stump_height
        d.add(
            "stump",
            lathe([(0.0, 0), (1.12 * r, 0), (r, 0.25 * s), (0.97 * r, s), (0.0, s)]).roughened(0.006, 0.12, v.seed),
            "stump",
        )
        d.add(
            "bark",
            lathe(
                [(0.8 * r, 0.0), (1.16 * r, 0.0), (1.05 * r, 0.25 * s), (1.02 * r, 0.94 * s), (0.8 * r, 0.95 * s)]
            ).roughened(0.012, 0.08, v.seed + 1),
            "bark",
        )
        for i in range(v.bands):
            y = (0.3 + 0.27 * i) * s
            d.add(
                f"band_{i + 1}",
                lathe([(0.8 * r, y - 0.025), (1.085 * r, y - 0.025), (1.075 * r, y + 0.025), (0.8 * r, y + 0.025)]),
                "band",
                group="bands",
            )
    if v.hammer:
        y = base + h
        d.add("hammer_head", box(0.11, 0.045, 0.045, 0.008).rotate(y=35).move(c, y + 0.019, 0), "face", group="hammer")
        d.add(
            "hammer_handle",
            rod((c, y + 0.02, 0), (c - 0.16, y + 0.028, 0.22), radius=0.012, round_ends=True),
            "stump",
            group="hammer",
        )
    d.point("top", (c, base + h, 0), size=w)
    return d


@family(
    "toolbox",
    "tool",
    nouns={"tool box": {}, "tool chest": {"handle": "side"}, "carpenter's box": {"kind": "open"}, "tool case": {}},
    parameters=(
        Choice("kind", ("closed", "open", "gabled")),
        Real("width", 0.46, 0.36, 0.6),
        Real("height", 0.22, 0.17, 0.28),
        Real("depth", 0.22, 0.18, 0.28),
        Real("bevel", 0.012, 0.005, 0.02),
        Whole("latches", 2, 1, 3),
        Choice("handle", ("bar", "round", "side")),
        Flag("ribs", 0.5),
        Flag("tools", 0.7),
        Whole("tool_count", 4, 2, 6),
    ),
    slots={
        "box": ("paint:#b8281e", "paint:#1f4f8a", "plastic:#26282c", "paint:#d8a020", "planks"),
        "lid": ("plastic:#26282c", "paint:#b8281e", "paint:#e0a81c"),
        "handle": ("steel", "plastic:#26282c", "oak"),
        "latch": ("chrome", "steel", "brass"),
        "tool": ("chrome", "steel"),
        "grip": ("plastic:#e0a81c", "plastic:#c02a22", "oak"),
    },
    words={"open": {"kind": "open"}, "closed": {"kind": "closed"}, "tools": {"kind": "open", "tools": True}},
    paints={"body": "box", "latches": "latch"},
    height=(0.15, 0.45),
)
def toolbox(v: Values) -> Draft:
    """Front with latches toward +z."""
    w, h, q = v.width, v.height, v.depth
    d = Draft(extent=w)
    y = 0.6 * h if v.kind != "open" else 0.66 * h
    body = box(w, y, q, v.bevel).move(y=y / 2)
    if v.kind == "open":
        d.add("box", body - box(w - 0.03, y, q - 0.03).move(y=y / 2 + 0.02), "box")
        ends = extrude(
            [(-q / 2, 0.5 * y), (q / 2, 0.5 * y), (q / 2, y), (0.16 * q, 1.5 * h), (-0.16 * q, 1.5 * h), (-q / 2, y)],
            0.018,
            bevel=0.003,
        ).rotate(y=90)
        d.add("ends", union(ends.move(w / 2 - 0.009), ends.move(0.009 - w / 2)), "lid")
        d.add("handle", cylinder(0.016, w + 0.03, bevel=0.004).rotate(z=90).move(y=1.42 * h), "handle")
        if v.tools:
            rng = v.rng("tools")
            for i in range(v.tool_count):
                x = (-0.38 + 0.76 * (i + 0.5) / v.tool_count) * w
                z = float(rng.uniform(-0.22, 0.22)) * q
                up = float(rng.uniform(0.35, 0.6)) * h
                lean = float(rng.uniform(-0.04, 0.04))
                d.add(f"tool_{i + 1}", rod((x, 0.012, z), (x + 0.6 * lean, y, z), radius=0.008), "tool", group="tools")
                d.add(
                    f"tool_{i + 1}_grip",
                    sweep([(x + 0.55 * lean, 0.85 * y, z), (x + lean, y + up, z)], [0.013, 0.018], round_ends=True),
                    "grip",
                    group="tools",
                )
        top = 1.45 * h
    else:
        d.add("box", body, "box")
        if v.kind == "closed":
            d.add("lid", box(w + 0.012, h - y + 0.01, q + 0.012, v.bevel).move(y=(h + y) / 2 - 0.005), "lid")
        else:
            roof = side(
                [
                    (-q / 2 - 0.006, y - 0.01),
                    (q / 2 + 0.006, y - 0.01),
                    (q / 2 + 0.006, y + 0.04),
                    (0.2 * q, h),
                    (-0.2 * q, h),
                    (-q / 2 - 0.006, y + 0.04),
                ],
                w + 0.012,
                0.006,
            )
            d.add("lid", roof, "lid")
        k = 0.32 * w
        if v.handle == "side":
            d.add(
                "handle",
                union(
                    *(
                        rod(
                            (s * (w / 2 - 0.005), 0.4 * y, 0.3 * q),
                            (s * (w / 2 + 0.03), 0.42 * y, 0.24 * q),
                            (s * (w / 2 + 0.03), 0.42 * y, -0.24 * q),
                            (s * (w / 2 - 0.005), 0.4 * y, -0.3 * q),
                            radius=0.009,
                        )
                        for s in (1, -1)
                    )
                ),
                "handle",
            )
        elif v.handle == "round":
            d.add(
                "handle",
                rod(
                    (-k, h - 0.01, 0),
                    (-0.9 * k, h + 0.05, 0),
                    (0, h + 0.065, 0),
                    (0.9 * k, h + 0.05, 0),
                    (k, h - 0.01, 0),
                    radius=0.012,
                ),
                "handle",
            )
        else:
            d.add(
                "handle",
                union(
                    box(2 * k, 0.03, 0.034, 0.01).move(y=h + 0.05),
                    *(box(0.026, 0.07, 0.03, 0.006).move(s * (k - 0.02), h + 0.02, 0) for s in (1, -1)),
                ),
                "handle",
            )
        for i in range(v.latches):
            x = ((i + 0.5) / v.latches - 0.5) * 1.2 * w
            x = max(-0.4 * w, min(0.4 * w, x))
            d.add(
                f"latch_{i + 1}",
                union(
                    box(0.05, 0.075, 0.014, 0.004).move(x, y - 0.005, q / 2 + 0.006),
                    box(0.034, 0.03, 0.024, 0.005).move(x, y - 0.03, q / 2 + 0.006),
                ),
                "latch",
                group="latches",
            )
        if v.ribs:
            d.add(
                "ribs",
                union(
                    *(box(0.02, 0.8 * y, q + 0.014, 0.004).move(s * 0.44 * w, 0.45 * y, 0) for s in (1, -1)),
                    *(box(0.02, 0.8 * y, q + 0.014, 0.004).move(s * 0.25 * w, 0.45 * y, 0) for s in (1, -1)),
                ),
                "box",
            )
        top = h + 0.06
    d.point("grip", (0, top, 0), up=(1, 0, 0), size=0.03)
    d.point("top", (0, top, 0), size=w)
    return d


@family(
    "wheelbarrow",
    "tool",
    nouns={"barrow": {}, "garden cart": {}, "garden barrow": {"load": "soil"}},
    parameters=(
        Real("length", 1.35, 1.15, 1.55),
        Real("width", 0.6, 0.5, 0.72),
        Real("depth", 0.26, 0.2, 0.34, about="of the tray"),
        Real("wheel_radius", 0.19, 0.15, 0.24),
        Real("height", 0.58, 0.5, 0.66, about="of the grips"),
        Choice("load", ("none", "soil", "bricks", "hay")),
        Whole("spokes", 5, 4, 7),
        Real("tube", 0.018, 0.015, 0.023),
        Flag("braces", 0.7),
    ),
    slots={
        "tray": ("paint:#2f6f3a", "paint:#b8281e", "paint:#1f5fb0", "steel", "planks"),
        "frame": ("gunmetal", "pine", "steel", "paint:#26282c"),
        "tyre": ("rubber",),
        "rim": ("paint:#c0341f", "steel", "paint:#e0a81c"),
        "grip": ("rubber", "rubber:#c02a22"),
        "load": ("soil", "brick:#9a4a36", "thatch"),
    },
    words={
        "soil": {"load": "soil"},
        "dirt": {"load": "soil"},
        "bricks": {"load": "bricks"},
        "hay": {"load": "hay"},
        "empty": {"load": "none"},
    },
    paints={"body": "tray", "wheel": "tyre", "handles": "grip"},
    height=(0.45, 1.0),
)
def wheelbarrow(v: Values) -> Draft:
    """Its wheel goes first, toward +z."""
    n, w, q, r, t = v.length, v.width, v.depth, v.wheel_radius, v.tube
    d = Draft(extent=n)
    wz = 0.5 * n - r
    base = 0.34
    rows = [(base, 0.26 * w, -0.1 * n, 0.18 * n), (base + q, 0.5 * w, -0.2 * n, 0.42 * n)]

    def prism(out: float, low: float, high: float) -> Node:
        pts: list[Point3] = []
        for y, half, a, b in ((rows[0][0] + low, *rows[0][1:]), (rows[1][0] + high, *rows[1][1:])):
            pts += [(s * (half + out), y, z) for s in (1, -1) for z in (a - out, b + out)]
        return hull(pts)

    d.add("tray", prism(0, 0, 0) - prism(-0.018, 0.02, 0.02), "tray")
    y1, h1, a1, b1 = rows[1]
    d.add(
        "lip",
        rod((h1, y1, a1), (h1, y1, b1), (-h1, y1, b1), (-h1, y1, a1), radius=0.014, smooth=False, closed=True),
        "tray",
    )
    for name, s in (("left", 1), ("right", -1)):
        path = [
            (s * 0.06, r, wz),
            (s * 0.1, base - 0.02 - 0.04, 0.2 * n),
            (s * 0.24 * w, base - 0.012, -0.05 * n),
            (s * 0.4 * w, v.height, -0.48 * n),
        ]
        d.add(f"pole_{name}", sweep(path, t, smooth=False), "frame", group="frame")
        a, b = path[3], path[2]
        d.add(
            f"grip_{name}",
            sweep([a, tuple(a[i] + 0.22 * (b[i] - a[i]) for i in range(3))], 1.35 * t, round_ends=True),
            "grip",
            group="grips",
        )
        leg = sweep(
            [
                (s * 0.25 * w, base + 0.02, -0.06 * n),
                (s * 0.28 * w, 0.02, -0.14 * n),
                (s * 0.28 * w, 0.012, -0.2 * n),
                (s * 0.36 * w, base + 0.1, -0.25 * n),
            ],
            0.8 * t,
            smooth=False,
        )
        d.add(f"leg_{name}", leg, "frame", group="legs")
        if v.braces:
            d.add(
                f"brace_{name}",
                rod((s * 0.07, r + 0.03, wz - 0.02), (s * 0.3 * w, base + 0.75 * q, 0.32 * n), radius=0.6 * t),
                "frame",
                group="braces",
            )
    d.add("axle", axle(0.8 * t, 0.16, r, wz), "frame")
    d.add("wheel", tyre(r, 0.085, tread=0).move(0, r, wz), "tyre")
    d.add("rim", union(rim(r, 0.085, v.spokes), rim(r, 0.085, v.spokes).mirror("x")).move(0, r, wz), "rim")
    d.add(
        "cross",
        union(
            rod((-0.25 * w, base - 0.01, -0.06 * n), (0.25 * w, base - 0.01, -0.06 * n), radius=0.7 * t),
            rod((-0.28 * w, 0.15, -0.111 * n), (0.28 * w, 0.15, -0.111 * n), radius=0.6 * t),
            rod((-0.12, base - 0.045, 0.16 * n), (0.12, base - 0.045, 0.16 * n), radius=t),
        ),
        "frame",
    )
    if v.load in ("soil", "hay"):
        heap = hull(
            [
                *(
                    (0.4 * w * math.cos(k), y1 - 0.06, 0.11 * n + 0.26 * n * math.sin(k))
                    for k in [math.tau * i / 20 for i in range(20)]
                ),
                *(
                    (0.26 * w * math.cos(k), y1 + 0.1, 0.11 * n + 0.15 * n * math.sin(k))
                    for k in [math.tau * i / 14 for i in range(14)]
                ),
                (0.02, y1 + 0.15, 0.1 * n),
            ]
        )
        d.add("load", union(heap.roughened(0.02, 0.12, v.seed), prism(-0.012, 0.012, -0.03)), "load")
    elif v.load == "bricks":
        rng = v.rng("bricks")
        stack = [
            box(0.2, 0.065, 0.1, 0.005).rotate(y=float(rng.uniform(-8, 8))).move(x, base + 0.05 + 0.062 * k, 0.0 + z)
            for k in range(int(q / 0.062) + 1)
            for x in (-0.105, 0.105)
            for z in (-0.01, 0.1)
        ]
        d.add("load", union(*stack, prism(-0.012, 0.012, 0.06 - q)), "load")
    d.point("top", (0, y1, 0.1 * n), size=w)
    return d


@family(
    "gear",
    "tool",
    nouns={
        "cog": {},
        "cogwheel": {},
        "gear wheel": {},
        "sprocket": {"tooth": "sharp"},
        "gears": {"second": True},
        "cogs": {"second": True},
    },
    parameters=(
        Real("radius", 0.15, 0.1, 0.22),
        Whole("teeth", 14, 9, 22),
        Choice("tooth", ("square", "round", "sharp")),
        Real("thickness", 0.24, 0.16, 0.34, unit="", about="share of the radius"),
        Real("tooth_height", 0.16, 0.12, 0.22, unit="", about="share of the radius"),
        Choice("web", ("spokes", "holes", "solid")),
        Whole("spokes", 5, 3, 7),
        Real("hub", 0.26, 0.2, 0.34, unit="", about="share of the radius"),
        Flag("keyway", 0.6),
        Flag("second", 0.25, about="a smaller one that meshes with it"),
    ),
    slots={
        "metal": ("brass", "steel", "bronze", "iron", "gunmetal"),
        "hub": ("gunmetal", "steel", "brass", "copper"),
        "second": ("copper", "steel", "brass"),
    },
    words={"spokes": {"web": "spokes"}, "holes": {"web": "holes"}, "solid": {"web": "solid"}},
    paints={"teeth": "metal"},
    height=(0.15, 0.6),
)
def gear(v: Values) -> Draft:
    """Stands on a tooth, its face toward +z."""
    r = v.radius
    t = v.thickness * r

    def wheel(rad: float, teeth: int, tall: float) -> Node:
        pts: list[Point2] = []
        low = rad - tall
        for i in range(teeth):
            for f, high in {
                "square": ((0.0, 0), (0.2, 1), (0.55, 1), (0.75, 0)),
                "round": ((0.0, 0), (0.15, 0.7), (0.28, 1), (0.47, 1), (0.6, 0.7), (0.75, 0)),
                "sharp": ((0.0, 0), (0.3, 1), (0.45, 1), (0.75, 0)),
            }[v.tooth]:
                a = math.tau * (i + f - 0.375) / teeth - math.pi / 2
                q = low + high * tall
                pts.append((q * math.cos(a), q * math.sin(a)))
        body = extrude(pts, t, bevel=0.06 * t)
        inner = low - 0.16 * rad
        hub = v.hub * rad
        if v.web == "spokes":
            ring = body - cylinder(inner, 2 * t).rotate(x=90)
            arm = box(0.16 * rad, inner - 0.4 * hub, 0.62 * t, 0.08 * t).move(y=(inner + hub) / 2)
            body = union(ring, arm.around(v.spokes, "z"))
        elif v.web == "holes":
            k = min(0.36 * (inner - hub), 0.8 * math.pi * 0.5 * (inner + hub) / (2 * v.spokes) * 1.6)
            body = body - union(
                *(cylinder(k, 2 * t).rotate(x=90).move(x, z) for x, z in ring_of(v.spokes, (inner + hub) / 2, 90))
            )
        else:
            body = body - (cylinder(inner, t) - cylinder(hub, 2 * t)).rotate(x=90).move(z=0.72 * t).mirrored("z")
        return body - cylinder(0.55 * hub, 3 * t).rotate(x=90)

    def boss(rad: float) -> Node:
        hub = v.hub * rad
        out = cylinder(hub, 1.35 * t, bevel=0.06 * t).rotate(x=90) - cylinder(0.5 * hub, 3 * t).rotate(x=90)
        return out - box(0.25 * hub, 0.7 * hub, 3 * t).move(y=0.42 * hub) if v.keyway else out

    y = r
    d = Draft(extent=2 * r * (1.6 if v.second else 1.0))
    d.add("gear", wheel(r, v.teeth, v.tooth_height * r).move(y=y), "metal")
    d.add("hub", boss(r).move(y=y), "hub")
    if v.second:
        n2 = max(7, round(0.6 * v.teeth))
        r2 = r * n2 / v.teeth
        a = math.radians(40)
        dist = r + r2 - 0.95 * v.tooth_height * r
        x, yy = dist * math.cos(a), y + dist * math.sin(a)
        turn = math.degrees(a)
        # The tooth of one must point at a gap of the other.
        first = -90 + 360 / v.teeth * round((turn + 90) * v.teeth / 360)
        off = (turn - first) * v.teeth / n2
        aim = turn + 180 + off + 180 / n2
        d.add("second", wheel(r2, n2, v.tooth_height * r).rotate(z=aim + 90).move(x, yy, 0.02 * t), "second")
        d.add("second_hub", boss(r2).move(x, yy, 0.02 * t), "hub")
        d.add(
            "bracket",
            extrude(
                [(px, py) for px, py in ((0, -0.16 * r), (dist, -0.12 * r), (dist, 0.12 * r), (0, 0.16 * r))],
                0.3 * t,
                bevel=0.04 * t,
            )
            .rotate(z=turn)
            .move(0, y, -0.62 * t)
            + union(
                cylinder(0.3 * v.hub * r + 0.26 * v.hub * r, 0.5 * t).rotate(x=90).move(0, y, -0.5 * t),
                cylinder(0.56 * v.hub * r2, 0.5 * t).rotate(x=90).move(x, yy, -0.5 * t),
            ),
            "hub",
        )
    d.point("grip", (0, y, 0), size=t)
    d.point("top", (0, 2 * r, 0), size=r)
    return d
