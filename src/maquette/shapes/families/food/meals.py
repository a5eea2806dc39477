"""Pizza, burgers, hot dogs, sandwiches, sushi, noodle soup, eggs, cheese."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import blobby, lobed, spiral
from maquette.shapes.sub.outlines import rod, rounded_rectangle
from maquette.shapes.sub.vessels import Vessel

BUN = ("bread:#c8843a", "bread:#b9702c", "bread:#d39a50")


def ruffle(radius: float, thickness: float, waves: int, depth: float) -> Node:
    """A leaf of lettuce: a disc whose rim waves up and down."""
    path = [
        (
            (radius * (1 + 0.05 * math.sin(2.3 * i))) * math.cos(math.tau * i / 60),
            depth * math.sin(math.tau * waves * i / 60),
            radius * math.sin(math.tau * i / 60),
        )
        for i in range(60)
    ]
    return union(cylinder(radius, thickness), sweep(path, thickness * 0.95, closed=True, smooth=False, sides=8))


@family(
    "pizza",
    "food",
    nouns={
        "pizza slice": {"kind": "slice"},
        "slice of pizza": {"kind": "slice"},
        "pepperoni pizza": {"topping": "pepperoni"},
        "margherita": {"topping": "basil"},
    },
    parameters=(
        Choice("kind", ("whole", "slice", "cut")),
        Real("radius", 0.16, 0.12, 0.2),
        Real("thickness", 0.02, 0.015, 0.028),
        Whole("slices", 8, 6, 10),
        Choice("topping", ("pepperoni", "mushrooms", "basil", "mixed")),
        Whole("toppings", 13, 9, 18),
        Whole("olives", 8, 0, 14),
        Real("crust", 0.1, 0.07, 0.14, unit="", about="width of the rim, share of the radius"),
        Flag("board", 0.5),
        Flag("drips", 0.8),
    ),
    slots={
        "cheese": ("cheese:#f0c65a", "cheese:#f2d27a"),
        "crust": BUN,
        "sauce": ("plastic:#b8341e",),
        "pepperoni": ("meat:#b3321f", "meat:#9a2a22"),
        "olive": ("paint:#23221f", "paint:#5a6a2a"),
        "leaf": ("leaf:#4f9a3a",),
        "mushroom": ("cream:#e8d8bc",),
        "board": ("oak", "walnut", "birch"),
    },
    words={
        "slice": {"kind": "slice"},
        "pepperoni": {"topping": "pepperoni"},
        "mushrooms": {"topping": "mushrooms"},
        "basil": {"topping": "basil"},
        "olives": {"olives": 12},
        "board": {"board": True},
    },
    paints={"olives": "olive", "basil": "leaf", "mushrooms": "mushroom", "salami": "pepperoni"},
    height=(0.015, 0.09),
)
def pizza(v: Values) -> Draft:
    """A thick rim, sauce, cheese and toppings; whole, with a piece drawn out, or one slice."""
    r, t = v.radius, v.thickness
    rng = v.rng("toppings")
    d = Draft(extent=2 * r if v.kind != "slice" else 1.05 * r)
    wide = 360 / v.slices if v.kind != "slice" else 50.0
    rim = v.crust * r
    inner = r - rim
    bottom = 0.0
    if v.board and v.kind != "slice":
        b = 0.1 * r
        d.add(
            "board",
            union(cylinder(1.08 * r, b, bevel=0.2 * b), box(0.3 * r, b, 0.75 * r, 0.25 * b).move(z=-1.3 * r)).move(
                y=b / 2
            ),
            "board",
        )
        d.extent = 2.75 * r
        bottom = b - 0.002
    base = lathe(
        [
            (0, 0),
            (0.95 * r, 0),
            (r, 0.4 * t),
            (0.99 * r, 0.85 * t),
            (r - 0.5 * rim, 1.15 * t),
            (inner + 0.1 * rim, 0.9 * t),
            (inner, 0.55 * t),
            (0, 0.55 * t),
        ],
        smooth=False,
    )
    sauce = lathe([(0, 0.3 * t), (inner + 0.12 * rim, 0.3 * t), (inner + 0.14 * rim, 0.76 * t), (0, 0.7 * t)])
    melt = blobby(0.965 * inner, 0.5 * t, rng, 0.04, 18).move(y=0.62 * t)
    grooves: list[Node] = (
        [box(2.1 * r, t, 0.012 * r).move(y=0.95 * t).rotate(y=wide * i) for i in range(v.slices)]
        if v.kind != "slice"
        else []
    )
    items: list[tuple[str, Node, str]] = []
    spots = spiral(v.toppings, 0.86 * inner)
    if v.kind == "slice":
        # In the wedge toward +Z, from the tip outward.
        spots = [
            (0.36 * k * q * r, q * r)
            for q, ks in ((0.34, (0.0,)), (0.58, (-0.75, 0.7)), (0.76, (0.05,)), (0.8, (-1.02, 1.0)))
            for k in ks
        ]
    high = 0.87 * t
    for i, (x, z) in enumerate(spots):
        kind = v.topping if v.topping != "mixed" else ("pepperoni", "mushrooms", "basil")[i % 3]
        s = 0.105 * r * float(rng.uniform(0.9, 1.1))
        turn = float(rng.uniform(0, 360))
        if kind == "pepperoni":
            items.append(
                (
                    f"pepperoni_{i + 1}",
                    lathe(
                        [(0, 0), (0.9 * s, 0), (s, 0.14 * s), (0.88 * s, 0.24 * s), (0.7 * s, 0.16 * s), (0, 0.14 * s)]
                    )
                    .rotate(x=float(rng.uniform(-5, 5)))
                    .move(x, high - 0.03 * s, z),
                    "pepperoni",
                )
            )
        elif kind == "mushrooms":
            cap = [
                (-0.3, -1.0),
                (0.3, -1.0),
                (0.28, -0.1),
                (0.95, -0.05),
                (0.95, 0.35),
                (0.55, 0.82),
                (0.0, 0.98),
                (-0.55, 0.82),
                (-0.95, 0.35),
                (-0.95, -0.05),
                (-0.28, -0.1),
            ]
            items.append(
                (
                    f"mushroom_{i + 1}",
                    extrude([(s * a, s * b) for a, b in cap], 0.3 * s, smooth=True)
                    .rotate(x=90)
                    .rotate(y=turn)
                    .move(x, high + 0.06 * s, z),
                    "mushroom",
                )
            )
        else:
            items.append(
                (
                    f"basil_{i + 1}",
                    sphere(0.55 * s, 0.16 * s, 1.15 * s).bent(30, "z", "y").rotate(y=turn).move(x, high + 0.02 * s, z),
                    "leaf",
                )
            )
    rings = (
        spiral(max(v.olives, 1), 0.78 * inner) if v.kind != "slice" else [(0.12 * r, 0.5 * r), (-0.16 * r, 0.74 * r)]
    )
    if v.olives:
        items.append(
            (
                "olives",
                union(
                    *(
                        union(torus(0.04 * r, 0.02 * r), cylinder(0.04 * r, 0.03 * r)).move(
                            x if v.kind == "slice" else -z, high + 0.005, z if v.kind == "slice" else x
                        )
                        for x, z in rings
                    )
                ),
                "olive",
            )
        )
    if v.kind == "slice":
        wedge = lathe([(0, -t), (2 * r, -t), (2 * r, 4 * t), (0, 4 * t)], degrees=wide).rotate(y=-90 - wide / 2)
        bigger = (
            lathe([(0, -t), (2 * r, -t), (2 * r, 4 * t), (0, 4 * t)], degrees=wide + 3)
            .rotate(y=-90 - wide / 2 - 1.5)
            .move(z=-0.01 * r)
        )
        shape = [
            ("crust", base & wedge, "crust"),
            ("sauce", sauce & wedge.move(z=-0.003 * r), "sauce"),
            ("cheese", melt & bigger, "cheese"),
        ]
        if v.drips:
            runs = [
                capsule(0.03 * r, 0.4 * t + k * t).move(s * 0.475 * q * r * 0.96, 0.55 * t - 0.3 * k * t, q * r)
                for s, q, k in ((1, 0.45, 0.35), (1, 0.7, 0.5), (-1, 0.55, 0.5), (-1, 0.8, 0.3))
            ]
            shape.append(("drips", union(*runs), "cheese"))
        for name, solid, slot in (*shape, *items):
            d.add(
                name,
                solid.move(z=-0.5 * r).rotate(y=155).rotate(x=20).move(y=0.5 * r * math.sin(math.radians(20)) + 0.0),
                slot,
                group="toppings" if slot not in ("crust", "sauce", "cheese") else None,
            )
        d.point("top", (0, 0.25 * r, 0), size=r)
        return d
    parts = [
        ("crust", difference(base, *grooves), "crust"),
        ("sauce", sauce, "sauce"),
        ("cheese", difference(melt, *(g.scale(1, 0.4, 1).move(y=0.47 * t) for g in grooves)), "cheese"),
        *items,
    ]
    if v.kind == "cut":
        half = wide / 2
        wedge = lathe([(0, -t), (2 * r, -t), (2 * r, 4 * t), (0, 4 * t)], degrees=wide).rotate(y=-90 - half)
        for name, solid, slot in parts[:3]:
            d.add(name, difference(solid, wedge).move(y=bottom), slot)
            d.add(f"{name}_slice", (solid & wedge).move(0, bottom + 0.15 * t, 0.2 * r), slot, group="slice")
        for name, solid, slot in items:
            if name != "olives":
                x, z = spots[int(name.split("_")[1]) - 1]
                inside = abs((math.degrees(math.atan2(x, z)) + 180) % 360 - 180) < half
                d.add(
                    name,
                    solid.move(0, bottom + (0.15 * t if inside else 0), 0.2 * r if inside else 0),
                    slot,
                    group="toppings",
                )
        d.add(
            "cheese_strings",
            union(
                *(
                    rod(
                        (k * 0.05 * r, bottom + 0.72 * t, 0.25 * r),
                        (k * 0.07 * r, bottom + 0.8 * t, 0.6 * r),
                        radius=0.014 * r,
                    )
                    for k in (-1.6, 0, 1.7)
                ),
                *(
                    rod(
                        (s * 0.5 * math.tan(math.radians(half)) * r, bottom + 0.7 * t, 0.5 * r),
                        (s * 0.55 * math.tan(math.radians(half)) * r, bottom + 0.8 * t, 0.78 * r),
                        radius=0.014 * r,
                    )
                    for s in (1, -1)
                ),
            ),
            "cheese",
        )
    else:
        for name, solid, slot in parts:
            d.add(name, solid.move(y=bottom), slot, group="toppings" if (name, solid, slot) in items else None)
    d.point("top", (0, bottom + t, 0), size=2 * r)
    return d


@family(
    "burger",
    "food",
    nouns={
        "hamburger": {},
        "cheeseburger": {"cheese": True},
        "veggie burger": {"lettuce": True},
        "double burger": {"patties": 2},
        "big burger": {"patties": 3},
        "sandwich burger": {},
    },
    parameters=(
        Real("radius", 0.055, 0.045, 0.07),
        Real("bun_height", 0.65, 0.5, 0.8, unit="", about="share of the radius"),
        Whole("patties", 1, 1, 3),
        Real("thickness", 0.26, 0.2, 0.34, unit="", about="of a patty, share of the radius"),
        Flag("cheese", 0.8),
        Flag("lettuce", 0.85),
        Flag("tomatoes", 0.75),
        Flag("onion", 0.4),
        Flag("sauce", 0.5),
        Whole("seeds", 40, 0, 60),
        Whole("waves", 9, 7, 12),
        Flag("stick", 0.15),
    ),
    slots={
        "bun": BUN,
        "patty": ("meat:#6a3a26", "meat:#5a3020"),
        "cheese": ("paint:#f5b92e", "paint:#f7d25a"),
        "lettuce": ("leaf:#7ab83c", "leaf:#5fa034"),
        "tomato": ("paint:#d2321f",),
        "onion": ("cream:#f0e2ee", "paint:#a84a86"),
        "sauce": ("paint:#c02a1c", "paint:#f0d080"),
        "seed": ("cream:#f5e6c0",),
        "stick": ("pine",),
        "crumb": ("cream:#f2dca8",),
    },
    words={
        "cheese": {"cheese": True},
        "lettuce": {"lettuce": True},
        "salad": {"lettuce": True},
        "tomato": {"tomatoes": True},
        "onion": {"onion": True},
        "sauce": {"sauce": True},
        "ketchup": {"sauce": True},
        "seeds": {"seeds": 50},
        "double": {"patties": 2},
    },
    paints={"buns": "bun", "meat": "patty", "seeds": "seed", "salad": "lettuce", "ketchup": "sauce"},
    height=(0.06, 0.32),
)
def burger(v: Values) -> Draft:
    """Everything between two halves of a bun."""
    r = v.radius
    d = Draft(extent=2.2 * r)
    rng = v.rng("sauce")
    y = 0.42 * v.bun_height * r
    d.add(
        "bun_bottom",
        lathe([(0, 0), (0.8 * r, 0), (0.97 * r, 0.3 * y), (0.99 * r, 0.75 * y), (0.93 * r, y), (0, y)], smooth=False),
        "bun",
        group="bun",
    )
    if v.lettuce:
        d.add("lettuce", ruffle(1.02 * r, 0.06 * r, v.waves, 0.06 * r).move(y=y + 0.05 * r), "lettuce")
        y += 0.09 * r
    for i in range(v.patties):
        t = v.thickness * r
        d.add(
            f"patty_{i + 1}",
            lobed(
                [
                    (0.9 * r, -0.02 * t),
                    (1.0 * r, 0.15 * t),
                    (1.04 * r, 0.5 * t),
                    (1.0 * r, 0.85 * t),
                    (0.9 * r, 1.02 * t),
                ],
                7 + 2 * i,
                0.014,
            )
            .rotate(y=40 * i)
            .move(y=y),
            "patty",
            group="patties",
        )
        y += 0.95 * t
        if v.cheese:
            s = 1.72 * r
            corner = [
                extrude([(-0.42 * r, 0), (0.42 * r, 0), (0, -0.4 * r)], 0.05 * r)
                .move(z=0.0)
                .rotate(x=-14)
                .move(0, 0.012 * r, 0.98 * r)
            ]
            sheet = union(
                box(s, 0.05 * r, s, 0.015 * r).rotate(y=45) & cylinder(1.06 * r, r),
                *(c.rotate(y=90 * k) for c in corner for k in range(4)),
            )
            d.add(f"cheese_{i + 1}", sheet.rotate(y=30 + 25 * i).move(y=y + 0.015 * r), "cheese", group="cheese")
            y += 0.035 * r
    under = y
    if v.tomatoes:
        d.add(
            "tomatoes",
            union(
                *(
                    cylinder(0.56 * r, 0.09 * r, bevel=0.03 * r)
                    .rotate(x=4)
                    .move(0.44 * r * math.cos(a), y + 0.05 * r, 0.44 * r * math.sin(a))
                    for a in (0.6, 2.7, 4.8)
                )
            ),
            "tomato",
        )
        y += 0.085 * r
    if v.onion:
        d.add(
            "onion",
            union(
                *(
                    torus(q * r, 0.045 * r).move(x * r, y + 0.025 * r, z * r)
                    for q, x, z in (
                        (0.5, 0.4, 0.2),
                        (0.55, -0.4, 0.15),
                        (0.5, 0.05, -0.42),
                        (0.25, 0.1, 0.1),
                        (0.45, 0.1, 0.5),
                    )
                )
            ),
            "onion",
        )
        y += 0.055 * r
    if v.sauce:
        runs = [
            capsule(0.075 * r, 0.3 * r).move(0.97 * r * math.cos(a), y - 0.06 * r, 0.97 * r * math.sin(a))
            for a in (0.7, 1.9, 3.3, 5.1)
        ]
        d.add("sauce", union(blobby(0.98 * r, 0.09 * r, rng, 0.06, 14).move(y=y + 0.03 * r), *runs), "sauce")
        y += 0.055 * r
    h = v.bun_height * r
    profile = [
        (0, 0),
        (0.93 * r, 0),
        (1.02 * r, 0.16 * h),
        (1.0 * r, 0.42 * h),
        (0.84 * r, 0.74 * h),
        (0.5 * r, 0.95 * h),
        (0, h),
    ]
    d.add("bun_top", lathe(profile, smooth=True).move(y=y - 0.004 * r), "bun", group="bun")
    if y > under:
        d.add("crumb", cylinder(0.95 * r, y - under + 0.03 * r).move(y=(y + under) / 2), "crumb")
    places = []
    for x, z in spiral(v.seeds, 0.82 * r):
        q = math.hypot(x, z) / r
        places.append((x, y + h * (1.0 - 0.2 * q**2 - 0.27 * q**5), z))
    if places:
        d.add(
            "seeds",
            union(
                *(sphere(0.035 * r, 0.03 * r, 0.055 * r).rotate(y=float(rng.uniform(0, 180))).move(*p) for p in places)
            ),
            "seed",
        )
    if v.stick:
        d.add(
            "stick",
            union(cylinder(0.02 * r + 0.0006, 1.4 * h).move(y=y + h), sphere(0.13 * r).move(y=y + 1.7 * h)),
            "stick",
        )
    d.point("top", (0, y + h, 0), size=r)
    d.point("grip", (0, 0.5 * y, 0), size=2 * r)
    return d


@family(
    "hot dog",
    "food",
    nouns={"hotdog": {}, "sausage": {}, "frankfurter": {}, "bratwurst": {}},
    parameters=(
        Real("length", 0.17, 0.14, 0.22),
        Real("radius", 0.17, 0.145, 0.2, unit="", about="of the bun, share of the length"),
        Real("sausage", 0.52, 0.45, 0.6, unit="", about="share of the bun's"),
        Real("overhang", 1.12, 1.02, 1.25, unit=""),
        Choice("sauce", ("mustard", "ketchup", "both", "none")),
        Whole("waves", 6, 4, 8),
        Real("open", 28, 20, 38, unit="deg"),
        Flag("lettuce", 0.4),
        Flag("tray", 0.5),
        Whole("cuts", 0, 0, 5),
    ),
    slots={
        "bun": BUN,
        "sausage": ("meat:#b04a2c", "meat:#c25a34", "meat:#8f3a26"),
        "mustard": ("paint:#f0bc1e",),
        "ketchup": ("paint:#c2241a",),
        "lettuce": ("leaf:#7ab83c",),
        "tray": ("paper:#e8e0d0", "paper:#c8352c"),
        "crumb": ("cream:#f2dca8",),
    },
    words={
        "mustard": {"sauce": "mustard"},
        "ketchup": {"sauce": "ketchup"},
        "lettuce": {"lettuce": True},
        "tray": {"tray": True},
        "plain": {"sauce": "none"},
    },
    paints={"meat": "sausage", "bread": "bun", "sauce": "mustard"},
    height=(0.03, 0.12),
)
def hot_dog(v: Values) -> Draft:
    """A sausage in a split bun with a zigzag of mustard; along X."""
    n = v.length
    r = v.radius * n
    s = v.sausage * r
    d = Draft(extent=n * v.overhang)
    low = 0.06 * r if v.tray else 0.0
    half = union(capsule(0.62 * r, n).rotate(z=90)).scale(1, 1.25, 1)
    for k, name in ((1, "bun_front"), (-1, "bun_back")):
        d.add(name, half.rotate(x=k * v.open).move(0, 0.78 * r + low, k * 0.52 * r), "bun", group="bun")
    d.add(
        "bun_bottom",
        capsule(0.6 * r, 0.96 * n).rotate(z=90).scale(1, 0.7, 1.2).move(y=0.42 * r + low),
        "bun",
        group="bun",
    )
    y = 0.95 * r + low + 0.25 * s
    long = n * v.overhang
    body = sweep(
        [(-long / 2 + s, y + 0.3 * s, 0), (-0.25 * n, y, 0), (0.25 * n, y, 0), (long / 2 - s, y + 0.3 * s, 0)],
        s,
        round_ends=True,
    )
    cuts = [
        box(0.03 * n, 0.5 * s, 2 * s).rotate(y=30).move((i - (v.cuts - 1) / 2) * 0.15 * n, y + 0.95 * s, 0)
        for i in range(v.cuts)
    ]
    ends = union(*(sphere(0.22 * s).move(k * (long / 2 + 0.02 * s), y + 0.3 * s, 0) for k in (1, -1)))
    d.add("sausage", union(difference(body, *cuts), ends), "sausage")
    for name, shift in (
        ("mustard", 0.0 if v.sauce != "both" else -0.22),
        ("ketchup", 0.0 if v.sauce != "both" else 0.22),
    ):
        if v.sauce in (name, "both"):
            path = []
            count = 8 * v.waves
            for i in range(count + 1):
                x = (i / count - 0.5) * 0.86 * n
                z = (0.42 if v.sauce != "both" else 0.25) * s * math.sin(
                    math.tau * v.waves * i / count
                ) + shift * s * 1.4
                path.append((x, y + math.sqrt(max(0.2, s * s - z * z) if s > 1 else s * s - z * z) + 0.06 * s, z))
            d.add(name, sweep(path, 0.14 * s, round_ends=True, smooth=False, sides=8), name)
    if v.lettuce:
        for k in (1, -1):
            wave = [
                (
                    x * 0.92 * n / 40 - 0.46 * n,
                    y + 0.28 * s + 0.1 * s * math.sin(1.4 * x),
                    k * (0.86 * s + 0.16 * s * math.sin(2.1 * x)),
                )
                for x in range(41)
            ]
            d.add(
                f"lettuce_{'front' if k > 0 else 'back'}",
                sweep(wave, 0.16 * s, smooth=False, sides=8, round_ends=True),
                "lettuce",
                group="lettuce",
            )
    if v.tray:
        a, h = 1.35 * r, 0.8 * r
        outer = extrude(
            [
                (-0.8 * a, 0),
                (0.8 * a, 0),
                (1.02 * a, h),
                (0.96 * a, h),
                (0.75 * a, 0.09 * r),
                (-0.75 * a, 0.09 * r),
                (-0.96 * a, h),
                (-1.02 * a, h),
            ],
            0.98 * n,
        ).rotate(y=90)
        d.add("tray", outer, "tray")
    d.point("top", (0, y + s, 0), size=s)
    d.point("grip", (0, r, 0), size=2 * r)
    return d


@family(
    "sandwich",
    "food",
    nouns={
        "club sandwich": {"layers": 2, "kind": "triangle"},
        "blt": {},
        "toastie": {},
        "burrito": {"kind": "sub"},
        "sub sandwich": {"kind": "sub"},
        "submarine sandwich": {"kind": "sub"},
    },
    parameters=(
        Choice("kind", ("triangle", "square", "sub")),
        Real("width", 0.11, 0.09, 0.14),
        Real("thickness", 0.12, 0.09, 0.15, unit="", about="of a slice, share of the width"),
        Whole("layers", 1, 1, 2),
        Flag("cheese", 0.8),
        Flag("lettuce", 0.85),
        Flag("tomatoes", 0.7),
        Flag("ham", 0.8),
        Flag("egg", 0.3),
        Flag("olive", 0.4, about="on a stick"),
    ),
    slots={
        "bread": ("bread:#e0bc82", "bread:#b98648", "bread:#d3a468"),
        "crust": ("bread:#a86a30", "bread:#8a5226"),
        "cheese": ("paint:#f5c03a",),
        "lettuce": ("leaf:#7ab83c", "leaf:#5fa034"),
        "tomato": ("paint:#d2321f",),
        "ham": ("plastic:#e08a86", "plastic:#b8584a"),
        "egg": ("cream:#fbf4e4",),
        "stick": ("pine",),
        "olive": ("paint:#6a7a2a",),
    },
    words={
        "cheese": {"cheese": True},
        "lettuce": {"lettuce": True},
        "ham": {"ham": True},
        "tomato": {"tomatoes": True},
        "egg": {"egg": True},
        "triangle": {"kind": "triangle"},
        "stick": {"olive": True},
    },
    paints={"salad": "lettuce", "toast": "bread"},
    height=(0.03, 0.24),
)
def sandwich(v: Values) -> Draft:
    """Slices with fillings between them: square, cut across, or a long roll."""
    w, t = v.width, v.thickness * v.width
    sub = v.kind == "sub"
    deep = w if not sub else 0.42 * w * 1.2
    wide = w if not sub else 2.0 * w
    d = Draft(extent=wide * (1.25 if not sub else 1.1))
    tri = v.kind == "triangle"

    def sheet(height: float, grow: float, wavy: float = 0.0, bevel: float = 0.25) -> Node:
        if tri:
            h = 0.5 * w * (1 + grow)
            outline = [(-1.18 * h, -0.72 * h), (1.18 * h, -0.72 * h), (0.12 * h, 0.7 * h), (-0.12 * h, 0.7 * h)]
        else:
            outline = rounded_rectangle(
                wide * (1 + 0.6 * grow), deep * (1 + grow), 0.12 * w if not sub else 0.49 * deep, 5
            )
        if wavy:
            outline = [
                (x + wavy * w * math.sin(9 * k), y + wavy * w * math.cos(7 * k))
                for k, (x, y) in enumerate(_dense(outline))
            ]
        return extrude(outline, height, bevel=bevel * height).rotate(x=-90)

    y = 0.0

    def slice_(name: str) -> None:
        nonlocal y
        thick = t if not sub else 1.6 * t
        d.add(name, sheet(thick, 0.0).move(y=y + thick / 2), "bread" if not sub else "crust", group="bread")
        if not sub:
            d.add(
                name.replace("bread", "crust"),
                difference(sheet(0.8 * thick, 0.02, bevel=0.1), sheet(2 * thick, -0.06)).move(y=y + thick / 2),
                "crust",
                group="crust",
            )
        y += 0.97 * thick

    slice_("bread_1")
    for i in range(v.layers if not sub else 1):
        for name, there, thick, grow, wavy in (
            ("lettuce", v.lettuce, 0.055, 0.1, 0.02),
            ("ham", v.ham, 0.06, 0.05, 0.008),
            ("cheese", v.cheese, 0.04, 0.04, 0.0),
        ):
            if there:
                d.add(f"{name}_{i + 1}", sheet(thick * w, grow, wavy).move(y=y + 0.45 * thick * w), name, group=name)
                y += 0.85 * thick * w
        for name, there, slot, q in (("tomatoes", v.tomatoes, "tomato", 0.25), ("eggs", v.egg, "egg", 0.2)):
            if there:
                spots = (
                    [(-0.26, 0.14), (0.26, 0.14), (0.0, -0.02)]
                    if tri
                    else [(-0.25, 0.26), (0.25, 0.26), (-0.25, -0.26), (0.25, -0.26)]
                    if not sub
                    else [(-0.72, 0.04), (-0.36, 0.06), (0, 0.04), (0.36, 0.06), (0.72, 0.04)]
                )
                d.add(
                    f"{name}_{i + 1}",
                    union(
                        *(
                            cylinder(q * w, 0.065 * w, bevel=0.02 * w).move(a * w, y + 0.028 * w, b * w)
                            for a, b in spots
                        )
                    ),
                    slot,
                    group=name,
                )
                y += 0.055 * w
        if y < 1.2 * t:
            d.add(f"filling_{i + 1}", sheet(0.05 * w, 0.02).move(y=y + 0.02 * w), "cheese", group="cheese")
            y += 0.045 * w
        slice_(f"bread_{i + 2}")
    if sub:
        lid = union(capsule(0.5 * deep, wide).rotate(z=90)).scale(1, 0.62, 1) & box(3 * w, w, 3 * w).move(y=0.5 * w)
        d.add("lid", lid.move(y=y - 0.012 * w), "crust", group="bread")
        d.add(
            "gashes",
            union(
                *(
                    sphere(0.11 * w, 0.035 * w, 0.05 * w).rotate(y=30).move(k * 0.36 * w, y + 0.3 * deep, 0)
                    for k in (-2, -1, 0, 1, 2)
                )
            ),
            "bread",
        )
        y += 0.31 * deep
    if v.olive:
        d.add("stick", cylinder(0.012 * w + 0.0004, 0.55 * w).move(0, y + 0.12 * w, 0), "stick")
        d.add("olive", sphere(0.09 * w, 0.11 * w, 0.09 * w).move(0, y + 0.08 * w, 0), "olive")
    if tri:
        # Standing on its long side, the filling to the front.
        d.parts[:] = [
            p.model_copy(
                update={
                    "solid": p.solid.move(y=-y / 2)
                    .rotate(x=90)
                    .rotate(y=0)
                    .move(y=0.5 * w * 0.72 * 1.1 + 0.015 * w)
                    .as_solid()
                }
            )
            for p in d.parts
            if p.name not in ("stick", "olive")
        ]
        d.point("top", (0, 0.75 * w, 0), size=y)
        return d
    d.point("top", (0, y, 0), size=w)
    return d


def _dense(outline: list[tuple[float, float]], each: int = 6) -> list[tuple[float, float]]:
    out = []
    for (x0, y0), (x1, y1) in zip(outline, outline[1:] + outline[:1], strict=True):
        n = each if len(outline) < 8 else 1 if math.hypot(x1 - x0, y1 - y0) < 0.02 else 2 * each
        out += [(x0 + (x1 - x0) * k / n, y0 + (y1 - y0) * k / n) for k in range(n)]
    return out


@family(
    "sushi",
    "food",
    nouns={
        "nigiri": {"kind": "nigiri"},
        "maki": {"kind": "maki"},
        "sushi roll": {"kind": "maki"},
        "onigiri": {"kind": "onigiri"},
        "rice ball": {"kind": "onigiri"},
        "sushi platter": {"pieces": 4},
    },
    parameters=(
        Choice("kind", ("nigiri", "maki", "mixed", "onigiri")),
        Whole("pieces", 3, 1, 4),
        Real("size", 0.055, 0.045, 0.065),
        Real("height", 0.5, 0.42, 0.6, unit="", about="share of the size"),
        Whole("stripes", 5, 3, 6),
        Flag("roe", 0.4),
        Flag("belt", 0.4),
        Flag("board", 0.85),
        Flag("chopsticks", 0.4),
        Flag("wasabi", 0.5),
    ),
    slots={
        "fish": ("plastic:#f08a5a", "plastic:#d8504a", "plastic:#f2b08a"),
        "rice": ("snow:#f4f1e6",),
        "stripe": ("cream:#ffe2cc",),
        "seaweed": ("leaf:#1f3024",),
        "filling": ("plastic:#7ab04a", "plastic:#f0b83a"),
        "roe": ("paint:#f0641e",),
        "board": ("walnut", "bamboo", "paint:#1d1b1e"),
        "wasabi": ("plastic:#9ac05a",),
        "stick": ("paint:#8a1f1c", "bamboo"),
    },
    words={"chopsticks": {"chopsticks": True}, "wasabi": {"wasabi": True, "board": True}, "board": {"board": True}},
    paints={"salmon": "fish", "tuna": "fish", "plate": "board", "chopsticks": "stick"},
    height=(0.02, 0.1),
)
def sushi(v: Values) -> Draft:
    """Pieces in a row on a little board."""
    s = v.size
    rng = v.rng("rice")
    count = v.pieces
    step = 0.86 * s
    wide = count * step + 0.5 * s
    d = Draft(extent=max(wide, 1.9 * s) if v.board else max(count * step, s))
    y = 0.0
    if v.board or count > 1:
        feet = union(
            *(box(0.12 * s, 0.2 * s, 1.3 * s, 0.03 * s).move(k * (wide / 2 - 0.25 * s), 0.1 * s, 0) for k in (1, -1))
        )
        d.add("board", union(box(wide, 0.12 * s, 1.8 * s, 0.04 * s).move(y=0.24 * s), feet), "board")
        y = 0.295 * s
    for i in range(count):
        x = (i - (count - 1) / 2) * step
        kind = v.kind if v.kind != "mixed" else ("nigiri", "maki")[i % 2]
        h = v.height * s
        n = f"_{i + 1}"
        if kind == "nigiri":
            rice = box(0.56 * s, 0.85 * h, 1.05 * s, 0.22 * s, 3)
            d.add("rice" + n, rice.move(x, y + 0.42 * h, 0), "rice", group="rice")
            fish = box(0.6 * s, 0.2 * s, 1.22 * s, 0.085 * s, 3)
            lines = [
                box(0.66 * s, 0.19 * s, 0.025 * s, 0.005 * s)
                .rotate(y=28)
                .move(z=(k - (v.stripes - 1) / 2) * 1.0 * s / v.stripes)
                for k in range(v.stripes)
            ]
            top = y + 0.88 * h
            d.add("fish" + n, fish.bent(0.1, "z", "y").move(x, top, 0), "fish", group="fish")
            d.add(
                "stripes" + n,
                (union(*lines) & box(0.61 * s, 0.206 * s, 1.2 * s, 0.088 * s, 3)).move(x, top, 0),
                "stripe",
                group="stripes",
            )
            if v.belt:
                d.add(
                    "belt" + n,
                    box(0.63 * s, 0.88 * h + 0.12 * s, 0.2 * s, 0.02 * s).move(x, y + 0.5 * (0.88 * h + 0.11 * s), 0),
                    "seaweed",
                    group="seaweed",
                )
        elif kind == "maki":
            r, tall = 0.37 * s, 1.15 * h
            d.add(
                "seaweed" + n,
                cylinder(r, tall, bevel=0.02 * s).move(x, y + tall / 2 - 0.003, 0),
                "seaweed",
                group="seaweed",
            )
            d.add(
                "rice" + n,
                cylinder(0.9 * r, tall + 0.02 * s, bevel=0.02 * s).move(x, y + tall / 2 + 0.01 * s - 0.003, 0),
                "rice",
                group="rice",
            )
            if v.roe:
                d.add(
                    "roe" + n,
                    union(
                        *(sphere(0.075 * s).move(x + a, y + tall + 0.03 * s, b) for a, b in spiral(22, 0.8 * r)),
                        cylinder(0.82 * r, 0.07 * s).move(x, y + tall + 0.02 * s, 0),
                    ),
                    "roe",
                    group="roe",
                )
            else:
                d.add(
                    "fish" + n,
                    box(0.45 * r, 0.1 * s, 0.5 * r, 0.02 * s).move(x - 0.2 * r, y + tall, 0.1 * r),
                    "fish",
                    group="fish",
                )
                d.add(
                    "filling" + n,
                    box(0.35 * r, 0.1 * s, 0.4 * r, 0.02 * s).rotate(y=20).move(x + 0.25 * r, y + tall, -0.15 * r),
                    "filling",
                    group="filling",
                )
        else:
            tri = [(0.0, 0.95 * s), (-0.42 * s, 0.12 * s), (0.42 * s, 0.12 * s)]
            soft = [
                (p[0] + 0.11 * s * math.cos(a), p[1] + 0.11 * s * math.sin(a))
                for p, a0 in zip(tri, (30, 150, 270), strict=True)
                for a in [math.radians(a0 + 24 * k) for k in range(6)]
            ]
            ball = extrude(soft, 0.42 * s, bevel=0.12 * s).roughened(0.012 * s, 0.05 * s, seed=i, octaves=1)
            d.add("rice" + n, ball.rotate(y=25).move(x, y - 0.012 * s, 0), "rice", group="rice")
            d.add(
                "seaweed" + n,
                box(0.36 * s, 0.42 * s, 0.47 * s, 0.02 * s).rotate(y=25).move(x, y + 0.205 * s, 0),
                "seaweed",
                group="seaweed",
            )
    if v.wasabi and (v.board or count > 1):
        d.add(
            "wasabi",
            sphere(0.14 * s, 0.1 * s, 0.13 * s)
            .roughened(0.02 * s, 0.08 * s)
            .move(-wide / 2 + 0.2 * s, y + 0.05 * s, 0.7 * s),
            "wasabi",
        )
    if v.chopsticks and (v.board or count > 1):
        for k, name in ((0, "chopstick_1"), (1, "chopstick_2")):
            d.add(
                name,
                sweep(
                    [(-0.5 * wide, y + 0.03 * s, 0), (0.6 * wide, y + 0.03 * s, 0)],
                    [0.026 * s + 0.0003, 0.045 * s],
                    sides=8,
                )
                .rotate(y=4 * k)
                .move(z=0.78 * s),
                "stick",
                group="chopsticks",
            )
    _ = rng
    d.point("top", (0, y + s, 0), size=s)
    return d


@family(
    "ramen",
    "food",
    nouns={
        "noodle bowl": {},
        "noodles": {},
        "noodle soup": {},
        "soup": {"noodles": 0},
        "pho": {},
        "bowl of soup": {"noodles": 0},
        "bowl of ramen": {},
        "stew": {"noodles": 0},
        "curry": {"noodles": 0},
    },
    parameters=(
        Real("radius", 0.1, 0.08, 0.12),
        Real("depth", 0.75, 0.62, 0.9, unit="", about="of the bowl, share of the radius"),
        Whole("noodles", 14, 0, 18),
        Whole("eggs", 2, 0, 3),
        Whole("slices", 2, 0, 3, about="of meat"),
        Whole("onions", 12, 0, 18),
        Flag("seaweed", 0.7),
        Flag("fishcake", 0.6),
        Flag("chopsticks", 0.8),
        Choice("pattern", ("band", "plain", "double")),
    ),
    slots={
        "bowl": ("ceramic:#b3261e", "ceramic:#23262c", "ceramic:#2c4a78", "porcelain"),
        "band": ("paint:#f2ead8", "gold", "paint:#c8302a"),
        "broth": ("plastic:#b8742a", "plastic:#9a4f1e", "plastic:#d8a24a"),
        "noodle": ("plastic:#f2d890",),
        "egg": ("cream:#fbf6ea",),
        "yolk": ("plastic:#f09a22",),
        "meat": ("meat:#b5764f", "meat:#a05a44"),
        "onion": ("leaf:#6fae3f",),
        "seaweed": ("leaf:#1f3024",),
        "pink": ("paint:#e8688a",),
        "stick": ("bamboo", "paint:#7a1f1c", "walnut"),
    },
    words={
        "egg": {"eggs": 2},
        "eggs": {"eggs": 2},
        "chopsticks": {"chopsticks": True},
        "noodles": {"noodles": 14},
        "meat": {"slices": 2},
    },
    paints={"soup": "broth", "noodles": "noodle", "eggs": "egg", "chopsticks": "stick"},
    height=(0.05, 0.24),
)
def ramen(v: Values) -> Draft:
    """A bowl of broth with noodles, eggs, meat and greens."""
    r, h = v.radius, v.depth * v.radius
    d = Draft(extent=2.1 * r)
    shape = Vessel.of(
        [(0.42 * r, 0), (0.44 * r, 0.08 * h), (0.62 * r, 0.2 * h), (0.88 * r, 0.55 * h), (r, h)],
        0.045 * r,
        floor=0.14 * h,
    )
    d.add("bowl", shape.solid(), "bowl")
    if v.pattern != "plain":
        d.add("band", shape.band(0.8 * h, 0.9 * h, 0.008 * r), "band")
        if v.pattern == "double":
            d.add("band_low", shape.band(0.7 * h, 0.74 * h, 0.008 * r), "band")
    level = 0.82 * h
    d.add("broth", shape.fill(level), "broth")
    rng = v.rng("noodles")
    inner = 0.8 * r
    strands = []
    for i in range(v.noodles):
        a, q = 2.4 * i, inner * (0.2 + 0.6 * ((i * 5) % 9) / 9)
        path = []
        for k in range(10):
            b = a + 0.28 * k
            path.append(
                (
                    q * math.cos(b) * (0.9 + 0.1 * math.sin(k)),
                    level + 0.012 * r + 0.03 * r * math.sin(0.7 * k + i),
                    q * math.sin(b),
                )
            )
        strands.append(sweep(path, 0.03 * r, sides=6, round_ends=True))
    if strands:
        d.add("noodles", union(*strands, cylinder(0.78 * inner, 0.08 * r, bevel=0.02 * r).move(y=level)), "noodle")
    for i in range(v.eggs):
        a = math.radians(200 + 42 * i)
        x, z = 0.5 * r * math.cos(a), -0.5 * r * math.sin(a)
        tilt = 18.0
        half = difference(sphere(0.2 * r, 0.2 * r, 0.26 * r), box(r, r, r).move(y=0.5 * r))
        d.add(f"egg_{i + 1}", half.rotate(x=tilt).move(x, level + 0.1 * r, z), "egg", group="eggs")
        d.add(
            f"yolk_{i + 1}",
            sphere(0.11 * r, 0.03 * r, 0.12 * r).rotate(x=tilt).move(x, level + 0.1 * r, z),
            "yolk",
            group="eggs",
        )
    for i in range(v.slices):
        x, z = (0.42 - 0.16 * i) * r, (0.02 + 0.3 * i) * r
        d.add(
            f"meat_{i + 1}",
            union(cylinder(0.3 * r, 0.05 * r, bevel=0.02 * r), torus(0.2 * r, 0.015 * r).move(y=0.02 * r))
            .rotate(x=14, z=-12)
            .move(x, level + 0.075 * r, z),
            "meat",
            group="meat",
        )
    if v.onions:
        d.add(
            "onions",
            union(
                *(
                    torus(0.034 * r, 0.014 * r).move(0.02 * r + x, level + 0.07 * r, -0.1 * r + z)
                    for x, z in spiral(v.onions, 0.22 * r)
                ),
                sphere(0.26 * r, 0.07 * r, 0.26 * r).move(0.02 * r, level, -0.1 * r),
            ),
            "onion",
            group="onions",
        )
    if v.seaweed:
        d.add(
            "seaweed",
            union(
                box(0.5 * r, 0.55 * r, 0.02 * r, 0.005 * r).rotate(x=-16),
                box(0.5 * r, 0.55 * r, 0.02 * r, 0.005 * r).rotate(x=-16, y=16).move(0.12 * r, 0, 0.05 * r),
            ).move(0.15 * r, level + 0.15 * r, -0.62 * r),
            "seaweed",
        )
    if v.fishcake:
        d.add(
            "fishcake",
            cylinder(0.15 * r, 0.06 * r, bevel=0.015 * r).rotate(x=15).move(-0.12 * r, level + 0.08 * r, 0.5 * r),
            "egg",
        )
        d.add(
            "fishcake_curl",
            sweep(
                [
                    (0.085 * r * (1 - k / 16) * math.cos(0.7 * k), 0, 0.085 * r * (1 - k / 16) * math.sin(0.7 * k))
                    for k in range(13)
                ],
                0.014 * r,
                sides=6,
            )
            .move(y=0.032 * r)
            .rotate(x=15)
            .move(-0.12 * r, level + 0.08 * r, 0.5 * r),
            "pink",
        )
    if v.chopsticks:
        for k in (0, 1):
            d.add(
                f"chopstick_{k + 1}",
                sweep(
                    [(-0.25 * r, level - 0.02 * r, 0.35 * r), (1.25 * r, h + 0.1 * r + 0.07 * r, -0.35 * r)],
                    [0.026 * r, 0.042 * r],
                    sides=8,
                    smooth=False,
                ).move(0.02 * r * k, -0.012 * r, 0.14 * r * k),
                "stick",
                group="chopsticks",
            )
    _ = rng
    d.point("top", (0, h, 0), size=2 * r)
    d.point("grip", (0, 0.5 * h, 0), size=2 * r)
    return d


@family(
    "egg",
    "food",
    nouns={
        "easter egg": {"kind": "painted"},
        "boiled egg": {"kind": "cup"},
        "fried egg": {"kind": "fried"},
        "dragon egg": {"kind": "scaled"},
        "cracked egg": {"kind": "cracked"},
        "eggs": {},
        "eggcup": {"kind": "cup"},
    },
    parameters=(
        Choice("kind", ("plain", "painted", "cup", "cracked", "fried", "scaled")),
        Real("size", 0.058, 0.05, 0.075, about="height of a hen's egg"),
        Real("width", 0.76, 0.7, 0.84, unit="", about="share of the height"),
        Real("point", 0.12, 0.06, 0.18, unit=""),
        Whole("bands", 3, 2, 4),
        Whole("dots", 10, 7, 13),
        Whole("zigzags", 8, 6, 11),
        Flag("nest", 0.2),
        Whole("yolks", 1, 1, 2),
    ),
    slots={
        "shell": ("bone:#e8c8a4", "bone:#f2ece0", "bone:#b9805a", "paint:#8ac6d8", "paint:#e89ab8", "paint:#5a8f4a"),
        "paint": ("paint:#f2c43a", "paint:#7a4ab0", "paint:#e8536a", "paint:#ffffff"),
        "white": ("cream:#fdfaf2",),
        "yolk": ("paint:#f5a81e",),
        "cup": ("ceramic:#3f7fa8", "birch", "porcelain", "ceramic:#d84a3a"),
        "nest": ("thatch", "wicker"),
    },
    words={
        "painted": {"kind": "painted"},
        "cracked": {"kind": "cracked"},
        "cup": {"kind": "cup"},
        "nest": {"nest": True},
        "fried": {"kind": "fried"},
        "dots": {"kind": "painted"},
        "scales": {"kind": "scaled"},
    },
    paints={"dots": "paint", "pattern": "paint", "scales": "shell"},
    height=(0.008, 0.5),
)
def egg(v: Values) -> Draft:
    """Standing, painted, in a cup, cracked over its yolk, fried, or scaled like a dragon's."""
    h = v.size * (5 if v.kind == "scaled" else 1)
    r = 0.5 * v.width * h
    rng = v.rng("egg")
    if v.kind == "fried":
        r *= 2.6
        d = Draft(extent=2.2 * r)
        white = union(
            blobby(r, 0.07 * r, rng, 0.14, 11).move(y=0.035 * r), sphere(0.72 * r, 0.06 * r, 0.72 * r).move(y=0.06 * r)
        )
        d.add("white", white, "white")
        for i in range(v.yolks):
            x = 0.0 if v.yolks == 1 else (0.36 * r if i else -0.34 * r)
            d.add(
                f"yolk_{i + 1}",
                lathe(
                    [(0.32 * r, 0.06 * r), (0.31 * r, 0.16 * r), (0.22 * r, 0.27 * r), (0, 0.32 * r)], smooth=True
                ).move(x, 0, 0.05 * r),
                "yolk",
                group="yolks",
            )
        d.point("top", (0, 0.3 * r, 0), size=r)
        return d
    d = Draft(extent=1.1 * h if not v.nest else 1.5 * h)

    def radius(t: float) -> float:
        u = 2 * t - 1
        return float(r * math.sqrt(max(0.0, 1 - u * u)) * (1 - v.point * u))

    profile = [
        (radius(0.5 - 0.5 * math.cos(math.pi * i / 20)), h * (0.5 - 0.5 * math.cos(math.pi * i / 20)))
        for i in range(21)
    ]
    body = lathe(profile)
    y = 0.0
    if v.kind == "cup":
        y = 0.42 * h
        c = 1.02 * radius(0.42)
        d.add(
            "cup",
            lathe(
                [
                    (0, 0),
                    (0.8 * c, 0),
                    (0.8 * c, 0.05 * h),
                    (0.3 * c, 0.15 * h),
                    (0.26 * c, 0.3 * h),
                    (0.55 * c, 0.42 * h),
                    (1.04 * c, 0.66 * h),
                    (1.12 * c, 0.86 * h),
                    (1.02 * c, 0.87 * h),
                    (0.9 * c, 0.7 * h),
                    (0, 0.5 * h),
                ]
            ),
            "cup",
        )
        d.extent = 1.5 * h
    if v.nest:
        straws = [
            torus(0.82 * r + 0.24 * r * float(rng.random()), 0.1 * r)
            .rotate(x=float(rng.uniform(-9, 9)), z=float(rng.uniform(-9, 9)))
            .move(
                float(rng.uniform(-0.1, 0.1)) * r,
                (0.24 + 0.4 * float(rng.random())) * r,
                float(rng.uniform(-0.1, 0.1)) * r,
            )
            for _ in range(9)
        ]
        if v.kind != "cup":
            d.add("nest", union(*straws, cylinder(0.9 * r, 0.3 * r, bevel=0.06 * r).move(y=0.15 * r)), "nest")
            y = 0.22 * r
    if v.kind == "cracked":
        teeth = [
            extrude([(-0.32 * r, 0), (0.32 * r, 0), (0, -0.2 * h)], 3 * r)
            .rotate(y=180 * i / v.zigzags)
            .move(y=0.56 * h)
            for i in range(v.zigzags)
        ]
        inner = lathe([(0.93 * a, h * 0.035 + 0.93 * b) for a, b in profile])
        cut = union(box(4 * r, h, 4 * r).move(y=1.05 * h), *teeth)
        d.add("shell", difference(body, cut, inner).move(y=y), "shell")
        d.add(
            "white",
            (
                lathe([(0.95 * a, h * 0.025 + 0.95 * b) for a, b in profile])
                & box(4 * r, 0.32 * h, 4 * r).move(y=0.16 * h)
            ).move(y=y),
            "white",
        )
        d.add("yolk", sphere(0.55 * r, 0.4 * r, 0.55 * r).move(y=0.34 * h + y), "yolk")
        d.point("top", (0, 0.55 * h + y, 0), size=r)
        return d
    d.add("shell", body.move(y=y), "shell")
    if v.kind == "painted":
        for i in range(v.bands):
            t = 0.22 + 0.56 * i / (v.bands - 1)
            q = radius(t)
            if i % 2 == 0:
                n = 4 * v.zigzags
                path = [
                    (
                        1.0 * radius(t + 0.03 * math.sin(math.pi * k / 2)) * math.cos(math.tau * k / n),
                        h * (t + 0.03 * math.sin(math.pi * k / 2)),
                        1.0 * radius(t + 0.03 * math.sin(math.pi * k / 2)) * math.sin(math.tau * k / n),
                    )
                    for k in range(n)
                ]
                d.add(
                    f"zigzag_{i + 1}",
                    sweep(path, 0.016 * h, closed=True, smooth=False, sides=6).move(y=y),
                    "paint",
                    group="pattern",
                )
            else:
                lean = math.degrees(math.atan2(radius(t - 0.02) - radius(t + 0.02), 0.04 * h))
                d.add(
                    f"dots_{i + 1}",
                    sphere(0.06 * h, 0.06 * h, 0.02 * h).rotate(x=-lean).move(z=q).around(v.dots).move(y=h * t + y),
                    "paint",
                    group="pattern",
                )
    elif v.kind == "scaled":
        scales = []
        for j in range(8):
            t = 0.1 + 0.8 * j / 7
            q = radius(t)
            n = max(6, round(math.tau * q / (0.17 * h)))
            lean = math.degrees(math.atan2(radius(t - 0.02) - radius(t + 0.02), 0.04 * h))
            scales.append(
                sphere(0.1 * h, 0.11 * h, 0.03 * h)
                .rotate(x=-lean - 14)
                .move(z=0.985 * q)
                .around(n)
                .rotate(y=180 / n * (j % 2))
                .move(y=h * t + y)
            )
        d.add("scales", union(*scales), "shell", group="scales")
    d.point("top", (0, y + h, 0), size=r)
    d.point("grip", (0, y + 0.4 * h, 0), size=2 * r)
    return d


@family(
    "cheese",
    "food",
    nouns={
        "cheese wedge": {"kind": "wedge"},
        "wedge of cheese": {"kind": "wedge"},
        "cheese wheel": {"kind": "wheel"},
        "swiss cheese": {"kind": "wedge", "holes": 14},
        "piece of cheese": {"kind": "wedge"},
        "gouda": {"kind": "wheel"},
    },
    parameters=(
        Choice("kind", ("wedge", "wheel", "block")),
        Real("radius", 0.12, 0.09, 0.16),
        Real("height", 0.5, 0.38, 0.65, unit="", about="share of the radius"),
        Real("angle", 48, 36, 64, unit="deg"),
        Whole("holes", 10, 0, 16),
        Real("hole_size", 0.11, 0.08, 0.15, unit="", about="share of the radius"),
        Real("rind", 0.05, 0.035, 0.07, unit=""),
        Flag("label", 0.4),
        Flag("board", 0.4),
        Flag("knife", 0.0),
    ),
    slots={
        "cheese": ("cheese", "cheese:#f5d060", "cheese:#eeb030", "cheese:#f2e2b0"),
        "rind": ("wax:#e8a02a", "wax:#c8322a", "wax:#d9b878"),
        "label": ("paper", "paint:#c8302a"),
        "board": ("oak", "walnut", "slime:#3a3d40"),
    },
    words={"holes": {"holes": 12}, "wedge": {"kind": "wedge"}, "wheel": {"kind": "wheel"}, "board": {"board": True}},
    paints={"wax": "rind"},
    height=(0.03, 0.15),
)
def cheese(v: Values) -> Draft:
    """A wedge with holes, a wheel with a piece missing, a block."""
    r = v.radius
    h = v.height * r
    rng = v.rng("holes")
    d = Draft(extent=2 * r if v.kind == "wheel" else 1.15 * r)
    y = 0.0
    shift = 0.0
    if v.kind == "block":
        outline = [(-0.3 * r, -0.55 * r), (0.3 * r, -0.55 * r), (0.3 * r, 0.55 * r), (-0.3 * r, 0.55 * r)]
        span = 0.0
    else:
        span = v.angle if v.kind == "wedge" else 360 - v.angle
        a0 = math.radians(90 - span / 2) if v.kind == "wedge" else math.radians(v.angle / 2 - 60)
        outline = [
            (0.0, 0.0),
            *(
                (r * math.cos(a0 + math.radians(span) * k / 32), r * math.sin(a0 + math.radians(span) * k / 32))
                for k in range(33)
            ),
        ]
        shift = 0.55 * r if v.kind == "wedge" else 0.0
    if v.board:
        b = 0.07 * r
        d.add(
            "board",
            (cylinder(1.15 * r, b, bevel=0.2 * b) if v.kind == "wheel" else box(1.3 * r, b, 1.4 * r, 0.2 * b)).move(
                y=b / 2
            ),
            "board",
        )
        d.extent = 2.3 * r if v.kind == "wheel" else 1.4 * r
        y = b - 0.02 * h
    body = extrude(outline, h).rotate(x=-90)
    cuts: list[Node] = []
    for _ in range(v.holes):
        s = v.hole_size * r * float(rng.uniform(0.5, 1.15))
        k = float(rng.uniform(0.2, 0.85))
        if v.kind == "block":
            side = int(rng.integers(2))
            cuts.append(
                sphere(s).move(
                    0.32 * r if side else float(rng.uniform(-0.2, 0.2)) * r,
                    (float(rng.uniform(-0.38, 0.4))) * h,
                    float(rng.uniform(-0.45, 0.45)) * r if side else 0.57 * r,
                )
            )
            continue
        edge = (a0, a0 + math.radians(span))[int(rng.integers(2))]
        top = float(rng.random()) < 0.25
        if top:
            mid = a0 + math.radians(span) * float(rng.uniform(0.25, 0.75))
            cuts.append(sphere(s).move(k * r * math.cos(mid), 0.53 * h, -k * r * math.sin(mid)))
        else:
            cuts.append(
                sphere(s).move(k * r * math.cos(edge), float(rng.uniform(-0.34, 0.36)) * h, -k * r * math.sin(edge))
            )
    turn = 115.0 if v.kind == "wedge" else 0.0
    place = (0.0, h / 2 + y, 0.0)

    def put(name: str, solid: Node, slot: str) -> None:
        d.add(name, solid.move(z=shift).rotate(y=turn).move(*place), slot)

    put("cheese", difference(body, *cuts), "cheese")
    t = v.rind * r
    if v.kind != "block":
        arc = [(a0 + math.radians(span) * (0.004 + 0.992 * k / 32)) for k in range(33)]
        ring = [((r + 0.3 * t) * math.cos(a), (r + 0.3 * t) * math.sin(a)) for a in arc] + [
            ((r - 0.7 * t) * math.cos(a), (r - 0.7 * t) * math.sin(a)) for a in reversed(arc)
        ]
        put("rind", difference(extrude(ring, 0.995 * h, bevel=0.25 * t).rotate(x=-90), *cuts), "rind")
    else:
        put("rind", box(0.62 * r, 0.94 * h, 0.05 * r, 0.01 * r).move(z=-0.55 * r), "rind")
    if v.label and v.kind == "wheel":
        put(
            "label",
            cylinder(0.5 * r, 0.03 * h, bevel=0.005 * r).move(y=0.505 * h) & box(3 * r, h, 3 * r).move(y=0.4 * h)
            if v.angle < 1
            else cylinder(0.2 * r, 0.03 * h).move(-0.4 * r, 0.505 * h, 0.35 * r),
            "label",
        )
    d.point("top", (0, h + y, 0), size=r)
    return d
