"""Ice cream, lollipops, candies, chocolate, popcorn, and drinks in glasses."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import box, capsule, cylinder, difference, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.foliage import leaf
from maquette.shapes.sub.food import segments, spiral, sprinkles, swirl
from maquette.shapes.sub.outlines import rounded_rectangle

FLAVOURS = ("icing", "cream:#f6e8c4", "chocolate:#5f3a26", "icing:#a5d8b0", "icing:#f2b26a", "icing:#b9a2e0")


def scoop(radius: float, seed: int) -> Node:
    """A ball of ice with a torn skirt, its middle at the origin."""
    skirt = [
        sphere(0.24 * radius, 0.16 * radius, 0.24 * radius).move(
            0.86 * radius * math.cos(a),
            -0.42 * radius + 0.06 * radius * math.sin(3 * a + seed),
            0.86 * radius * math.sin(a),
        )
        for a in [math.tau * i / 12 for i in range(12)]
    ]
    return union(sphere(radius), cylinder(0.8 * radius, 0.55 * radius).move(y=-0.5 * radius), *skirt)


@family(
    "ice cream",
    "food",
    nouns={
        "ice cream cone": {"kind": "cone"},
        "soft serve": {"kind": "soft"},
        "popsicle": {"kind": "popsicle"},
        "ice lolly": {"kind": "popsicle"},
        "ice pop": {"kind": "popsicle"},
        "sundae": {"kind": "cup", "scoops": 3},
        "gelato": {"kind": "cup"},
        "icecream": {},
        "sorbet": {"kind": "cup"},
    },
    parameters=(
        Choice("kind", ("cone", "soft", "popsicle", "cup")),
        Real("radius", 0.033, 0.027, 0.04, about="of a scoop"),
        Real("cone_length", 3.4, 2.8, 4.2, unit="", about="in radii"),
        Whole("scoops", 2, 1, 3),
        Real("turns", 3.0, 2.4, 3.6, unit=""),
        Flag("wafer", 0.4),
        Flag("cherry", 0.4),
        Flag("sauce", 0.5),
        Whole("sprinkles", 20, 0, 34),
        Flag("bite", 0.25),
    ),
    slots={
        "ice": FLAVOURS,
        "ice_2": ("chocolate:#5f3a26", "icing", "icing:#f2b26a"),
        "ice_3": ("cream:#f6e8c4", "icing:#a5d8b0", "icing:#b9a2e0"),
        "cone": ("bread:#d9a050", "bread:#c88a3a"),
        "sauce": ("chocolate:#3f2216", "paint:#c81e3c", "paint:#b8701e"),
        "cherry": ("paint:#c3152a",),
        "sprinkle": ("paint:#f0c02c", "paint:#3fb0d0", "paint:#e8486a", "paint:#ffffff"),
        "cup": ("glass", "paper:#e8486a", "paper:#f4ead0"),
        "stick": ("birch",),
    },
    words={
        "cone": {"kind": "cone"},
        "waffle": {"kind": "cone"},
        "scoops": {"kind": "cone", "scoops": 3},
        "cherry": {"cherry": True},
        "sprinkles": {"sprinkles": 30},
        "sauce": {"sauce": True},
        "wafer": {"wafer": True},
        "stick": {"kind": "popsicle"},
        "bite": {"bite": True},
    },
    paints={"scoop": "ice", "scoops": "ice", "sprinkles": "sprinkle", "waffle": "cone"},
    height=(0.08, 0.36),
)
def ice_cream(v: Values) -> Draft:
    """Scoops or a swirl on a waffle cone, in a cup, or on a stick."""
    r = v.radius
    rng = v.rng("sprinkles")
    if v.kind == "popsicle":
        w, h, t = 1.7 * r, 3.4 * r, 0.75 * r
        d = Draft(extent=h + 1.2 * r)
        low = 1.3 * r
        outline = [
            (-w / 2, 0),
            (w / 2, 0),
            *((w / 2 * math.cos(a), h - w / 2 + w / 2 * math.sin(a)) for a in [math.pi * i / 12 for i in range(13)]),
        ]
        cuts = (
            [sphere(0.32 * r).move(x * r, low + y * r, 0) for x, y in ((0.9, 3.25), (0.62, 3.5), (0.95, 2.85))]
            if v.bite
            else []
        )
        grooves = [
            capsule(0.11 * r, 2.3 * r).move(k * 0.26 * w, low + 0.48 * h, s * (t / 2 + 0.03 * r))
            for k in (-1, 0, 1)
            for s in (1, -1)
        ]
        body = difference(extrude(outline, t, bevel=0.16 * r).move(y=low), *grooves, *cuts)
        d.add("ice", body & box(9 * r, 0.55 * h, 9 * r).move(y=low + 0.275 * h), "ice")
        d.add(
            "ice_top",
            body & box(9 * r, 0.6 * h, 9 * r).move(y=low + 0.845 * h),
            "ice_2" if v.scoops > 1 else "ice",
            group="ice",
        )
        d.add(
            "stick",
            extrude(rounded_rectangle(0.4 * r, 2.1 * r, 0.2 * r), 0.16 * r, bevel=0.03 * r).move(y=1.05 * r),
            "stick",
        )
        if v.sauce:
            sauce = union(
                extrude([(1.05 * x, y) for x, y in outline], 1.08 * t, bevel=0.17 * r).move(y=low + 0.03 * r)
                & box(9 * r, 0.34 * h, 9 * r).move(y=low + 0.88 * h),
                *(
                    capsule(0.14 * r, 0.6 * r).move(
                        (k - 1.5) * 0.27 * w, low + (0.72 - 0.03 * (k % 2)) * h, s * 0.46 * t
                    )
                    for k in range(4)
                    for s in (1, -1)
                ),
            )
            d.add("sauce", difference(sauce, *cuts), "sauce")
        d.point("top", (0, low + h, 0), size=w)
        d.point("grip", (0, 0.6 * r, 0), size=0.4 * r)
        return d
    if v.kind == "cup":
        base, wide = 1.5 * r, 1.7 * r
        d = Draft(extent=base + 3 * r)
        d.add(
            "cup",
            lathe(
                [
                    (0, 0),
                    (0.75 * wide, 0),
                    (0.75 * wide, 0.08 * r),
                    (0.2 * wide, 0.3 * r),
                    (0.2 * wide, 0.5 * r),
                    (0.6 * wide, 0.7 * r),
                    (0.9 * wide, 1.05 * r),
                    (wide, 1.55 * r),
                    (0.93 * wide, 1.55 * r),
                    (0.82 * wide, 1.2 * r),
                    (0, 1.0 * r),
                ]
            ),
            "cup",
        )
        spots = (
            [(0.0, 0.05, 0.0)]
            if v.scoops == 1
            else [(0.62, 0, 0.2), (-0.62, 0, 0.2)]
            if v.scoops == 2
            else [(0.62, 0, 0.3), (-0.62, 0, 0.3), (0, 0.15, -0.55)]
        )
        tops = [(x * r, base + (0.35 + y) * r, z * r) for x, y, z in spots]
        summit = (0.0, max(p[1] for p in tops) + (0.75 if v.scoops > 1 else 0.95) * r, 0.0)
    else:
        n = v.cone_length * r
        wide = 0.95 * r
        d = Draft(extent=n + (1.2 + 1.35 * v.scoops) * r)
        cone = lathe([(0.05 * r, 0), (0.09 * r, 0.0), (wide, n), (0, n)])
        lines: list[Node] = []
        for k in (1, -1):
            for i in range(6):
                path = []
                for j in range(12):
                    t = 0.03 + 0.94 * j / 11
                    a = math.tau * i / 6 + k * 2.2 * t
                    q = 0.09 * r + (wide - 0.09 * r) * t
                    path.append((q * math.cos(a), n * t, q * math.sin(a)))
                lines.append(sweep(path, 0.035 * r, sides=5))
        d.add("cone", union(cone, torus(wide, 0.09 * r).move(y=n - 0.05 * r), *lines), "cone")
        tops = (
            [(0.06 * r * (-1) ** i, n + 0.42 * r + 1.3 * r * i, 0.0) for i in range(v.scoops)]
            if v.kind == "cone"
            else []
        )
        summit = (tops[-1][0], tops[-1][1] + 0.95 * r, 0.0) if tops else (0.0, n + 2.55 * r, 0.0)
    if v.kind == "soft":
        d.add(
            "scoop_1",
            union(swirl(1.25 * r, 2.6 * r, v.turns, 0.2, 0.03), cylinder(0.92 * r, 0.4 * r)).move(y=n - 0.03 * r),
            "ice",
            group="scoops",
        )
    for i, p in enumerate(tops):
        d.add(f"scoop_{i + 1}", scoop(r, v.seed + i).move(*p), ("ice", "ice_2", "ice_3")[i], group="scoops")
    if v.sauce and tops:
        x, y, z = tops[-1] if v.kind == "cone" or v.scoops == 1 else tops[0]
        runs = [
            sweep(
                [
                    (x, y + 1.02 * r, z),
                    (x + 0.75 * r * math.cos(a), y + 0.72 * r, z + 0.75 * r * math.sin(a)),
                    (x + (1.0 + 0.02 * i) * r * math.cos(a), y + (0.15 + 0.12 * (i % 3)) * r, z + r * math.sin(a)),
                ],
                [0.22 * r, 0.17 * r, 0.13 * r],
                round_ends=True,
            )
            for i, a in enumerate([math.tau * k / 7 for k in range(7)])
        ]
        d.add(
            "sauce",
            union(lathe([(0.55 * r, 0.82 * r), (0.5 * r, 0.9 * r), (0, 1.06 * r)]).move(x, y, z), *runs),
            "sauce",
        )
    places = []
    for i in range(v.sprinkles if tops else 0):
        u = 0.15 + 0.72 * (i + 0.5) / v.sprinkles
        q, a = math.sqrt(1 - u * u), 2.4 * i
        x, y, z = tops[-1]
        places.append((x + 1.02 * q * r * math.cos(a), y + 1.02 * u * r, z + 1.02 * q * r * math.sin(a)))
    if places:
        d.add("sprinkles", sprinkles(rng, places, 0.26 * r), "sprinkle")
    if v.wafer:
        x, y, z = tops[-1] if tops else (0.0, n + 1.2 * r, 0.0)
        d.add(
            "wafer",
            union(cylinder(0.17 * r, 2.0 * r), torus(0.17 * r, 0.03 * r).repeat(5, y=0.2 * r).move(y=0.1 * r))
            .rotate(z=-32, x=-14)
            .move(x + 0.62 * r, y + 0.9 * r, z - 0.2 * r),
            "cone",
        )
    if v.cherry:
        x, y, z = tops[-1] if tops and v.kind != "cup" else (summit[0], summit[1] - 0.95 * r, summit[2])
        if v.kind == "cup" and v.scoops > 1:
            x, y, z = tops[-1]
        up = y + (1.0) * r
        d.add(
            "cherry",
            union(
                sphere(0.28 * r).move(x, up + 0.16 * r, z),
                sweep(
                    [(x, up + 0.3 * r, z), (x + 0.1 * r, up + 0.65 * r, z), (x + 0.4 * r, up + 0.9 * r, z)],
                    0.04 * r,
                    sides=6,
                ),
            ),
            "cherry",
        )
    d.point("top", summit, size=r)
    d.point("grip", (0, 1.2 * r, 0), size=r)
    return d


@family(
    "candy",
    "food",
    nouns={
        "lollipop": {"kind": "lollipop"},
        "lolly": {"kind": "lollipop"},
        "sweet": {"kind": "wrapped"},
        "bonbon": {"kind": "wrapped"},
        "candy cane": {"kind": "cane"},
        "toffee": {"kind": "wrapped"},
        "gummy bear": {"kind": "bear"},
        "gummi bear": {"kind": "bear"},
        "sucker": {"kind": "lollipop"},
        "sugar cane": {"kind": "cane"},
    },
    parameters=(
        Choice("kind", ("lollipop", "wrapped", "cane", "bear")),
        Real("radius", 0.035, 0.028, 0.045),
        Real("thickness", 0.32, 0.26, 0.42, unit="", about="share of the radius"),
        Real("stick_length", 2.6, 2.0, 3.4, unit="", about="in radii"),
        Whole("turns", 3, 2, 4),
        Whole("pleats", 9, 7, 12),
        Whole("stripes", 8, 6, 11),
        Flag("bow", 0.5),
        Flag("round", 0.25),
    ),
    slots={
        "candy": ("slime:#e8304a", "slime:#3fb0d8", "slime:#f29a1e", "slime:#8ac03a", "slime:#c04ab0"),
        "stripe": ("cream:#ffffff", "icing:#ffd84a", "icing:#ffc0d8"),
        "stick": ("paper", "birch"),
        "wrapper": ("slime:#e8304a", "slime:#f2b01e", "slime:#3f8ad8"),
        "bow": ("fabric:#d8304a", "fabric:#3f8a5a"),
    },
    words={
        "stripes": {"stripes": 9},
        "striped": {"stripes": 9},
        "bow": {"bow": True},
        "stick": {"kind": "lollipop"},
        "swirl": {"kind": "lollipop", "round": False},
        "wrapped": {"kind": "wrapped"},
    },
    paints={"spiral": "stripe", "ribbon": "bow"},
    height=(0.02, 0.26),
)
def candy(v: Values) -> Draft:
    """A lollipop with a spiral, a sweet in a twisted wrapper, a striped cane, a gummy bear."""
    r, t = v.radius, v.thickness * v.radius
    if v.kind == "lollipop":
        n = v.stick_length * r
        d = Draft(extent=n + 2 * r)
        y = n + 0.9 * r
        d.add("stick", cylinder(0.085 * r, n + 0.6 * r, bevel=0.02 * r).move(y=(n + 0.6 * r) / 2), "stick")
        body = sphere(0.8 * r) if v.round else cylinder(r, 2 * t, bevel=0.55 * t).rotate(x=90)
        d.add("candy", body.move(y=y), "candy")
        lines = []
        for s in (1, -1):
            path = []
            count = 22 * v.turns
            for i in range(count + 1):
                q = (0.08 + 0.84 * i / count) * (0.8 if v.round else 0.96) * r
                a = math.tau * v.turns * i / count
                z = (
                    math.sqrt(max(0.0, 0.64 * r * r - q * q))
                    if v.round
                    else t - 0.35 * t * max(0.0, (q / r - 0.72) / 0.28) ** 2
                )
                path.append((s * q * math.cos(a), y + q * math.sin(a), s * z))
            lines.append(
                sweep(
                    path,
                    [0.05 * r + 0.05 * r * i / count for i in range(count + 1)],
                    smooth=False,
                    sides=8,
                    round_ends=True,
                )
            )
        d.add("spiral", union(*lines), "stripe")
        if v.bow:
            loops = union(
                *(sphere(0.26 * r, 0.15 * r, 0.1 * r).rotate(z=s * 18).move(s * 0.26 * r, 0, 0) for s in (1, -1)),
                sphere(0.1 * r, 0.1 * r, 0.13 * r),
                *(box(0.12 * r, 0.45 * r, 0.05 * r).rotate(z=s * 25).move(s * 0.12 * r, -0.25 * r, 0) for s in (1, -1)),
            )
            d.add("bow", loops.move(0, y - (1.06 if not v.round else 0.9) * r, 0.1 * r), "bow")
        d.point("top", (0, y + r, 0), size=2 * r)
        d.point("grip", (0, 0.35 * n, 0), size=0.2 * r)
        return d
    if v.kind == "wrapped":
        s = 0.6 * r
        d = Draft(extent=4.2 * s)
        stripes = [
            sphere(1.02 * s, 1.012 * s, 0.2 * s).rotate(x=180 * i / (v.stripes // 2)) for i in range(v.stripes // 2)
        ]
        body = sphere(1.05 * s, s, s) if v.round else capsule(0.8 * s, 2.1 * s).rotate(z=90)
        d.add("candy", body.move(y=s if v.round else 0.8 * s), "wrapper")
        y = s if v.round else 0.8 * s
        if v.round:
            star = []
            for i in range(v.stripes):
                for k, far in ((-0.5, 0.02 * s), (-0.25, 2 * s), (0.25, 2 * s)):
                    star.append(
                        (far * math.cos(math.tau * (i + k) / v.stripes), far * math.sin(math.tau * (i + k) / v.stripes))
                    )
            d.add(
                "stripes",
                (extrude(star, 3 * s, twist=0).rotate(y=90) & sphere(1.06 * s, 1.01 * s, 1.01 * s)).move(y=y),
                "stripe",
            )
        else:
            d.add(
                "stripes",
                union(*(torus(0.8 * s, 0.045 * s).rotate(z=90).move(x, y, 0) for x in (-0.4 * s, 0, 0.4 * s))),
                "stripe",
            )
        pleat = []
        for i in range(2 * v.pleats):
            q = 1.0 if i % 2 else 0.62
            pleat.append(
                (0.24 * s * q * math.cos(math.pi * i / v.pleats), 0.24 * s * q * math.sin(math.pi * i / v.pleats))
            )
        for k, name in ((1, "twist_left"), (-1, "twist_right")):
            fan = extrude(pleat, 0.85 * s, taper=3.3).move(z=0.425 * s).rotate(y=90 * k).move(0.98 * s * k, y, 0)
            d.add(name, union(fan, sphere(0.24 * s).move(1.0 * s * k, y, 0)), "wrapper", group="twists")
        _ = stripes
        d.point("top", (0, 2 * y, 0), size=s)
        d.point("grip", (0, y, 0), size=2 * s)
        return d
    if v.kind == "cane":
        n, q = 4.2 * r, 0.2 * r * (1 + v.thickness)
        d = Draft(extent=n)
        c = 0.85 * r
        path = [
            (c, 0, 0),
            (c, 0.3 * n, 0),
            (c, 0.6 * n, 0),
            (c, n - q - c, 0),
            *((c * math.cos(a), n - q - c + c * math.sin(a), 0.0) for a in [math.pi * i / 10 for i in range(1, 11)]),
            (-c, n - q - 1.35 * c, 0),
        ]
        d.add("cane", sweep(path, q, round_ends=True), "stripe")
        # Four stripes wind around the same path.
        total = len(path) * 6
        fine = _path(path, total)
        for j in range(2):
            line = []
            for i, (p, tangent) in enumerate(fine):
                a = math.tau * (v.stripes * 0.8 * i / total) + math.pi * j
                side = (-tangent[1], tangent[0], 0.0)
                line.append(
                    (
                        p[0] + 0.82 * q * math.cos(a) * side[0],
                        p[1] + 0.82 * q * math.cos(a) * side[1],
                        0.82 * q * math.sin(a),
                    )
                )
            d.add(
                f"stripe_{j + 1}",
                sweep(line[4:-4], 0.36 * q, smooth=False, sides=8, round_ends=True),
                "candy",
                group="stripes",
            )
        if v.bow:
            loops = union(
                *(sphere(0.5 * r, 0.28 * r, 0.2 * r).rotate(z=s * 20).move(s * 0.45 * r, 0, 0) for s in (1, -1)),
                sphere(0.2 * r, 0.2 * r, 0.24 * r),
                *(box(0.22 * r, 0.9 * r, 0.09 * r).rotate(z=s * 22).move(s * 0.24 * r, -0.5 * r, 0) for s in (1, -1)),
            )
            d.add("bow", loops.move(c, 0.5 * n, 0.8 * q), "bow")
        d.point("top", (0, n, 0), size=r)
        d.point("grip", (c, 0.25 * n, 0), size=2 * q)
        return d
    s = r
    d = Draft(extent=2.3 * s)
    ear = sphere(0.2 * s, 0.2 * s, 0.14 * s).move(0.36 * s, 1.86 * s, 0).mirrored("x")
    arm = sphere(0.18 * s, 0.3 * s, 0.24 * s).rotate(x=50).move(0.42 * s, 0.95 * s, 0.3 * s).mirrored("x")
    leg = sphere(0.26 * s, 0.24 * s, 0.36 * s).move(0.36 * s, 0.24 * s, 0.3 * s).mirrored("x")
    d.add(
        "body",
        union(
            sphere(0.55 * s, 0.66 * s, 0.44 * s).move(y=0.64 * s),
            sphere(0.46 * s, 0.42 * s, 0.4 * s).move(y=1.45 * s),
            ear,
            arm,
            leg,
            sphere(0.22 * s, 0.17 * s, 0.2 * s).move(0, 1.34 * s, 0.34 * s),
            sphere(0.16 * s).move(0, 0.35 * s, -0.4 * s),
        ),
        "candy",
    )
    d.add(
        "face",
        union(
            sphere(0.05 * s).move(0.16 * s, 1.56 * s, 0.35 * s).mirrored("x"),
            sphere(0.07 * s, 0.05 * s, 0.05 * s).move(0, 1.4 * s, 0.53 * s),
        ),
        "stripe",
    )
    d.point("top", (0, 2 * s, 0), size=s)
    d.point("grip", (0, 0.6 * s, 0), size=s)
    return d


def _path(
    points: list[tuple[float, float, float]], count: int
) -> list[tuple[tuple[float, float, float], tuple[float, float]]]:
    """Evenly spaced (place, direction in the plane) along a polyline."""
    lengths = [0.0]
    for a, b in itertools.pairwise(points):
        lengths.append(lengths[-1] + math.dist(a, b))
    out = []
    for i in range(count + 1):
        s = lengths[-1] * i / count
        k = max(j for j in range(len(points) - 1) if lengths[j] <= s + 1e-12)
        a, b = points[k], points[k + 1]
        f = (s - lengths[k]) / (lengths[k + 1] - lengths[k])
        size = math.dist(a, b)
        out.append(
            ((a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f, 0.0), ((b[0] - a[0]) / size, (b[1] - a[1]) / size))
        )
    return out


@family(
    "chocolate bar",
    "food",
    nouns={"chocolate": {}, "bar of chocolate": {}, "candy bar": {"wrapped": 0.5}},
    parameters=(
        Real("width", 0.08, 0.06, 0.1),
        Whole("rows", 6, 4, 8),
        Whole("columns", 3, 2, 4),
        Real("thickness", 0.011, 0.009, 0.015),
        Real("wrapped", 0.5, 0.3, 0.65, unit="", about="share that is still wrapped"),
        Flag("bite", 0.5),
        Flag("foil", 0.8),
        Flag("nuts", 0.3),
        Real("lean", 12, 0, 20, unit="deg"),
    ),
    slots={
        "chocolate": ("chocolate", "chocolate:#6a4026", "cream:#f0e2c0"),
        "paper": ("paper:#8a1f2c", "paper:#2c4a8a", "paper:#d9a23a", "paper:#3f6a4a"),
        "foil": ("silver", "gold"),
        "label": ("gold", "paper"),
        "nut": ("bread:#d9a862",),
    },
    words={"bite": {"bite": True}, "nuts": {"nuts": True}, "foil": {"foil": True}},
    paints={"wrapper": "paper"},
    height=(0.06, 0.24),
)
def chocolate_bar(v: Values) -> Draft:
    """Standing, its upper half unwrapped from foil and paper."""
    w, t = v.width, v.thickness
    cell = w / v.columns
    h = min(v.rows * cell * 0.8, 0.2)
    tall = h / v.rows
    d = Draft(extent=h)
    base = box(w, h, 0.65 * t, 0.1 * t).move(y=h / 2)
    blocks = extrude(rounded_rectangle(0.9 * cell, 0.88 * tall, 0.06 * cell), 0.6 * t, bevel=0.28 * t)
    rows = [
        blocks.move((i - (v.columns - 1) / 2) * cell, (j + 0.5) * tall, 0.42 * t)
        for i in range(v.columns)
        for j in range(v.rows)
    ]
    cuts = (
        [sphere(0.2 * w).move(x * w, y * h, 0) for x, y in ((0.52, 1.0), (0.36, 1.04), (0.55, 0.86))] if v.bite else []
    )
    d.add("chocolate", difference(union(base, *rows), *cuts), "chocolate")
    high = v.wrapped * h
    d.add("paper", box(1.05 * w, high, 1.7 * t, 0.25 * t).move(0, high / 2, 0.1 * t), "paper")
    d.add(
        "label",
        extrude(rounded_rectangle(0.7 * w, 0.4 * high, 0.1 * w), 0.12 * t).move(0, 0.5 * high, 0.1 * t + 0.87 * t),
        "label",
    )
    if v.foil:
        zig = [(-0.515 * w, -0.12 * h), (0.515 * w, -0.12 * h)]
        zig += [(0.515 * w - 1.03 * w * i / 11, 0.06 * h + (0.045 * h if i % 2 else 0.0)) for i in range(12)]
        d.add("foil", extrude(zig, 1.62 * t, bevel=0.1 * t).move(0, high, 0.1 * t), "foil")
    if v.nuts:
        spots = [(((i * 7) % 5 / 4 - 0.5) * 0.8 * w, high + (h - high) * (0.25 + 0.12 * i)) for i in range(5)]
        d.add(
            "nuts",
            union(
                *(
                    sphere(0.35 * t, 0.5 * t, 0.3 * t).rotate(z=40 * i).move(x, y, 0.72 * t)
                    for i, (x, y) in enumerate(spots)
                )
            ),
            "nut",
        )
    d.add("foot", box(1.02 * w, 0.02 * h, 2.2 * t, 0.004 * h).move(0, 0.01 * h, 0.1 * t), "paper")
    d.point("top", (0, h, 0), size=w)
    d.point("grip", (0, 0.3 * h, 0), size=w)
    _ = v.lean
    return d


@family(
    "popcorn",
    "food",
    nouns={
        "popcorn bucket": {},
        "bucket of popcorn": {},
        "box of popcorn": {"kind": "square"},
        "fries": {"kind": "fries"},
        "french fries": {"kind": "fries"},
        "chips": {"kind": "fries"},
        "pommes": {"kind": "fries"},
    },
    parameters=(
        Choice("kind", ("square", "round", "fries")),
        Real("height", 0.2, 0.14, 0.26),
        Real("width", 0.62, 0.52, 0.75, unit="", about="share of the height"),
        Real("flare", 1.35, 1.2, 1.55, unit=""),
        Whole("stripes", 5, 3, 7),
        Whole("kernels", 46, 34, 60),
        Real("heap", 0.3, 0.18, 0.42, unit="", about="share of the height"),
        Flag("label", 0.6),
        Flag("spilled", 0.3),
    ),
    slots={
        "box": ("paper:#f6f2e8", "paper:#f2e2a8"),
        "stripe": ("paper:#c8242a", "paper:#2a5fb0", "paper:#e0902a"),
        "corn": ("cream:#fbeec2", "cream:#f6e2a0"),
        "butter": ("cheese:#f2c84a",),
        "fries": ("bread:#f0c050", "bread:#e8b044"),
        "label": ("paper:#f2c43a", "paper:#ffffff"),
    },
    words={
        "stripes": {"stripes": 5},
        "striped": {"stripes": 5},
        "round": {"kind": "round"},
        "square": {"kind": "square"},
    },
    paints={"bucket": "box", "kernels": "corn", "stripes": "stripe", "bag": "box"},
    height=(0.12, 0.42),
)
def popcorn(v: Values) -> Draft:
    """A striped box that overflows; with sticks of potato instead it is fries."""
    h = v.height * (0.65 if v.kind == "fries" else 1.0)
    w = v.width * v.height
    d = Draft(extent=h * (1 + v.heap))
    rng = v.rng("kernels")
    low = w / v.flare
    sides = None if v.kind == "round" else 4
    q = 1.0 if sides is None else math.sqrt(2)
    deep = 1.0 if v.kind != "fries" else 0.5
    t = 0.022 * w

    def shell(a: float, b: float, proud: float = 0.0) -> Node:
        return lathe([(q * a / 2 + proud, 0), (q * b / 2 + proud, h)], sides=sides)

    outer = shell(low, w)
    inner = lathe([(q * (low / 2 - t), 0.02 * h), (q * (w / 2 - t), h + 0.001)], sides=sides)
    turn = 45.0 if sides else 0.0
    d.add("box", difference(outer, inner).rotate(y=turn).scale(1, 1, deep), "box")
    bands = []
    for k in range(v.stripes):
        if v.kind == "round":
            a = math.tau * k / v.stripes
            bands.append(
                lathe([(0, -h), (2 * w, -h), (2 * w, 2 * h), (0, 2 * h)], degrees=180 / v.stripes).rotate(
                    y=math.degrees(a)
                )
            )
        else:
            x = (k - (v.stripes - 1) / 2) / v.stripes
            c0, c1 = (x - 0.25 / v.stripes), (x + 0.25 / v.stripes)
            bands.append(extrude([(c0 * low, 0), (c1 * low, 0), (c1 * w, h), (c0 * w, h)], 3 * w))
            bands.append(extrude([(c0 * low, 0), (c1 * low, 0), (c1 * w, h), (c0 * w, h)], 3 * w).rotate(y=90))
    proud = lathe([(q * low / 2 + 0.008 * w, 0.006 * h), (q * w / 2 + 0.008 * w, 0.994 * h)], sides=sides)
    d.add("stripes", (difference(proud, inner).rotate(y=turn) & union(*bands)).scale(1, 1, deep), "stripe")
    if v.label:
        s = 0.26 * w
        lean = math.degrees(math.atan2((w - low) / 2 * deep, h))
        d.add(
            "label",
            cylinder(s, 0.03 * w, bevel=0.008 * w)
            .rotate(x=90)
            .rotate(x=-lean * -1)
            .move(0, 0.5 * h, deep * (low + w) / 4 + 0.004 * w),
            "label",
        )
    if v.kind == "fries":
        d.add(
            "floor",
            box(0.9 * (low + w) / 2, 0.05 * h, 0.9 * deep * (low + w) / 2, 0.0).move(y=0.6 * h),
            "fries",
            group="fries",
        )
        count = 26
        for i in range(count):
            x, z = ((i % 9) / 8 - 0.5) * 0.8 * w, ((i // 9) / 2 - 0.5) * 0.28 * w
            long = h * float(rng.uniform(0.75, 1.15))
            s = 0.075 * w
            d.add(
                f"fry_{i + 1}",
                box(s, long, s, 0.12 * s, 1)
                .rotate(y=float(rng.uniform(0, 90)))
                .rotate(x=float(rng.uniform(-10, 10)), z=-16 * x / w + float(rng.uniform(-7, 7)))
                .move(x, 0.5 * h + 0.5 * long, z),
                "fries",
                group="fries",
            )
        d.extent = 1.6 * h
        d.point("top", (0, 1.5 * h, 0), size=w)
        return d
    size = 0.072 * w
    puff = union(
        sphere(size),
        *(
            sphere(q0 * size).move(a * size, b * size, c * size)
            for q0, a, b, c in ((0.8, 0.75, 0.3, 0.1), (0.75, -0.5, 0.2, 0.65), (0.7, -0.3, 0.55, -0.6))
        ),
    )
    heap = v.heap * h
    mound = (
        lathe([(0.46 * w, 0.9 * h), (0.44 * w, h), (0.26 * w, h + 0.62 * heap), (0, h + 0.8 * heap)], smooth=True)
        if v.kind == "round"
        else union(
            box(0.86 * w, 0.12 * h, 0.86 * w).move(y=0.93 * h),
            lathe([(0.45 * w, 0.97 * h), (0.26 * w, h + 0.62 * heap), (0, h + 0.8 * heap)], smooth=True),
        )
    )
    d.add("corn", mound, "butter")
    bits: list[Node] = []
    yellow: list[Node] = []
    for i, (x, z) in enumerate(spiral(v.kernels, 0.45 * w)):
        k = math.hypot(x, z) / (0.45 * w)
        if v.kind == "square" and k > 0.75:
            x, z = x * 1.04, z * 1.04
        y = h + 0.8 * heap * (1 - k**1.7) + 0.2 * size
        one = (
            puff.scale(float(rng.uniform(0.8, 1.15)))
            .rotate(x=float(rng.uniform(0, 360)), y=float(rng.uniform(0, 360)))
            .move(x, y, z)
        )
        (yellow if i % 6 == 5 else bits).append(one)
    d.add("kernels", union(*bits), "corn", group="kernels")
    if yellow:
        d.add("kernels_butter", union(*yellow), "butter", group="kernels")
    d.point("top", (0, h + heap, 0), size=w)
    d.point("grip", (0, 0.5 * h, 0), size=w)
    return d


@family(
    "drink",
    "food",
    nouns={
        "cocktail": {"kind": "cocktail"},
        "martini": {"kind": "cocktail", "garnish": "olive"},
        "lemonade": {"kind": "tall"},
        "juice": {"kind": "tall"},
        "milkshake": {"kind": "shake"},
        "soda": {"kind": "can"},
        "soda can": {"kind": "can"},
        "can": {"kind": "can"},
        "beer": {"kind": "beer"},
        "glass of water": {"kind": "tall"},
        "smoothie": {"kind": "shake"},
        "cola": {"kind": "can"},
        "drink can": {"kind": "can"},
        "soft drink": {"kind": "can"},
        "iced tea": {"kind": "tall"},
    },
    parameters=(
        Choice("kind", ("tall", "cocktail", "shake", "can", "beer")),
        Real("height", 0.15, 0.12, 0.18),
        Real("radius", 0.24, 0.2, 0.29, unit="", about="share of the height"),
        Real("fill", 0.82, 0.65, 0.92, unit=""),
        Choice("garnish", ("slice", "cherry", "olive", "umbrella", "none")),
        Flag("straw", 0.7),
        Whole("cubes", 3, 0, 4, about="of ice"),
        Flag("mint", 0.4),
        Whole("bubbles", 0, 0, 8),
    ),
    slots={
        "drink": ("slime:#f2a01e", "slime:#e8486a", "slime:#3fb0c8", "slime:#9ac84a", "slime:#d8642a"),
        "glass": ("glass",),
        "straw": ("paper:#e8304a", "paper:#3f9ab8", "paper:#f2c43a"),
        "fruit": ("plastic:#f5c83a", "plastic:#8ac03a", "plastic:#f08a2a"),
        "pulp": ("plastic:#f8ea9a",),
        "cherry": ("paint:#c3152a",),
        "olive": ("paint:#7a8a32",),
        "ice": ("ice",),
        "mint": ("leaf:#4faa4a",),
        "cream": ("cream",),
        "can": ("car paint:#c8202c", "car paint:#1f4fa8", "car paint:#2f8a4a", "car paint:#e8a01e"),
        "metal": ("aluminium",),
        "umbrella": ("paper:#e8486a", "paper:#8a4ac0"),
        "beer": ("slime:#e0a01e", "slime:#a85a1a"),
    },
    words={
        "straw": {"straw": True},
        "ice": {"cubes": 4, "kind": "tall"},
        "umbrella": {"garnish": "umbrella"},
        "lemon": {"garnish": "slice"},
        "cherry": {"garnish": "cherry"},
        "mint": {"mint": True},
        "olive": {"garnish": "olive"},
    },
    paints={"liquid": "drink", "lemon": "fruit", "foam": "cream"},
    height=(0.1, 0.3),
)
def drink(v: Values) -> Draft:
    """A filled glass with ice, straw and garnish, a can, a beer mug. Glass is drawn solid: where the drink is, the wall has its colour."""
    h = v.height
    r = v.radius * h
    d = Draft(extent=1.35 * h)
    if v.kind == "can":
        r = 0.26 * h
        d.extent = h
        d.add(
            "can",
            lathe(
                [
                    (0, 0.02 * h),
                    (0.74 * r, 0.02 * h),
                    (0.8 * r, 0),
                    (0.84 * r, 0.01 * h),
                    (r, 0.08 * h),
                    (r, 0.88 * h),
                    (0.86 * r, 0.955 * h),
                    (0, 0.955 * h),
                ]
            ),
            "can",
        )
        d.add(
            "rim",
            lathe(
                [
                    (0.8 * r, 0.94 * h),
                    (0.88 * r, 0.95 * h),
                    (0.88 * r, 0.985 * h),
                    (0.82 * r, 0.985 * h),
                    (0.8 * r, 0.962 * h),
                    (0, 0.962 * h),
                ]
            ),
            "metal",
        )
        d.add(
            "tab",
            union(
                extrude(
                    rounded_rectangle(0.36 * r, 0.6 * r, 0.17 * r),
                    0.03 * r,
                    holes=[
                        [(-0.09 * r, -0.2 * r), (0.09 * r, -0.2 * r), (0.09 * r, -0.05 * r), (-0.09 * r, -0.05 * r)]
                    ],
                ).rotate(x=-90),
                cylinder(0.08 * r, 0.1 * r),
            ).move(0, 0.975 * h, 0),
            "metal",
        )
        wave = [
            (1.0 * r * math.cos(a), h * (0.5 + 0.09 * math.sin(2 * a)), 1.0 * r * math.sin(a))
            for a in [math.tau * i / 48 for i in range(48)]
        ]
        d.add(
            "stripe",
            sweep(
                wave,
                profile=[(-0.02 * r, -0.2 * r), (0.02 * r, -0.2 * r), (0.02 * r, 0.2 * r), (-0.02 * r, 0.2 * r)],
                closed=True,
                smooth=False,
            ),
            "metal",
        )
        if v.straw:
            d.add(
                "straw",
                sweep(
                    [(0.3 * r, 0.9 * h, 0), (0.4 * r, 1.12 * h, 0), (0.42 * r, 1.2 * h, 0), (0.9 * r, 1.3 * h, 0)],
                    0.1 * r,
                ),
                "straw",
            )
        d.point("top", (0, h, 0), size=r)
        d.point("grip", (0, 0.5 * h, 0), size=2 * r)
        return d
    t = 0.05 * r
    slot = "beer" if v.kind == "beer" else "drink"
    if v.kind == "cocktail":
        low, rim = 0.5 * h, 1.65 * r
        d.add(
            "foot",
            lathe(
                [
                    (0, 0),
                    (1.05 * r, 0),
                    (1.05 * r, 0.015 * h),
                    (0.15 * r, 0.05 * h),
                    (0.1 * r, 0.1 * h),
                    (0.1 * r, low - 0.03 * h),
                    (0.2 * r, low + 0.02 * h),
                    (0, low + 0.05 * h),
                ]
            ),
            "glass",
        )
        top_y = h
        level = low + (h - low) * v.fill
        edge = rim * v.fill
        d.add("drink", lathe([(0, low - 0.01 * h), (0.12 * r, low), (edge, level), (0, level)]), slot)
        d.add(
            "glass",
            difference(
                lathe(
                    [
                        (0.5 * edge, level - 0.01 * h),
                        (edge + 0.02 * r, level - 0.002 * h),
                        (rim, h),
                        (rim - t, h),
                        (edge - t, level - 0.004 * h),
                    ]
                ),
                cylinder(edge - 1.2 * t, 0.04 * h).move(y=level - 0.03 * h),
            ),
            "glass",
        )
    else:
        bottom = 0.8 * r if v.kind != "shake" else 0.62 * r
        top_y = h if v.kind != "shake" else 1.05 * h

        def at(y: float) -> float:
            k = y / top_y
            return float(bottom + (r - bottom) * (k if v.kind != "shake" else k**2.2 * 1.3))

        level = top_y * v.fill
        floor = 0.08 * h
        d.add(
            "foot",
            lathe([(0, 0), (at(0), 0), (at(floor) + 0.0005, floor), (0, floor)])
            if v.kind != "shake"
            else lathe(
                [(0, 0), (0.95 * r, 0), (0.95 * r, 0.02 * h), (0.3 * r, 0.06 * h), (at(floor), floor), (0, floor)]
            ),
            "glass",
        )
        d.add(
            "drink",
            lathe(
                [
                    (0, floor - 0.002),
                    *((at(floor + (level - floor) * i / 8), floor + (level - floor) * i / 8) for i in range(9)),
                    (0, level),
                ]
            ),
            slot,
        )
        if v.kind != "beer":
            d.add(
                "glass",
                lathe(
                    [
                        (at(level) - t, level - 0.02 * h),
                        (at(level) + 0.0004, level - 0.004),
                        (at(top_y), top_y),
                        (at(top_y) - t, top_y),
                        (at(level) - t, level - 0.004),
                    ]
                )
                - cylinder(at(level) - t, 0.1 * h).move(y=level - 0.02 * h + 0.04 * h),
                "glass",
            )
    if v.kind == "beer":
        mug_r = 1.0 * r
        d.add(
            "ribs",
            capsule(0.14 * r, 0.72 * level).move(0.95 * r, 0.46 * level, 0).around(10).rotate(y=18),
            "beer",
            group="ribs",
        )
        puffs = [sphere(0.34 * r, 0.24 * r, 0.34 * r).move(x, level + 0.1 * r, z) for x, z in spiral(12, 0.85 * r)]
        d.add(
            "foam",
            union(
                cylinder(1.02 * r, 0.2 * r, bevel=0.06 * r).move(y=level),
                *puffs,
                capsule(0.13 * r, 0.6 * r).move(0.5 * r, level - 0.2 * r, 0.86 * r),
            ),
            "cream",
        )
        d.add(
            "handle",
            sweep(
                [
                    (0.85 * mug_r, 0.78 * level, 0),
                    (1.5 * r, 0.82 * level, 0),
                    (1.75 * r, 0.5 * level, 0),
                    (1.5 * r, 0.2 * level, 0),
                    (0.8 * r, 0.2 * level, 0),
                ],
                0.13 * r,
            ),
            "glass",
        )
        d.point("top", (0, level + 0.3 * r, 0), size=r)
        d.point("grip", (1.7 * r, 0.5 * level, 0), size=0.26 * r)
        return d
    rng = v.rng("ice")
    if v.kind == "tall":
        for i in range(v.cubes):
            a = 2.1 * i + 0.5
            s = 0.52 * r
            d.add(
                f"ice_{i + 1}",
                box(s, s, s, 0.12 * s)
                .rotate(x=float(rng.uniform(0, 50)), y=float(rng.uniform(0, 90)))
                .move(0.42 * r * math.cos(a), level + 0.04 * r, 0.42 * r * math.sin(a)),
                "ice",
                group="ice",
            )
    if v.kind == "shake":
        d.add("cream", swirl(0.95 * r, 1.3 * r, 2.6, 0.18, 0.05).move(y=top_y - 0.12 * h), "cream")
        d.add(
            "cream_base",
            cylinder(at(level) - 0.4 * t, top_y - level, top=at(top_y) - 0.5 * t).move(y=(top_y + level) / 2 - 0.004),
            "cream",
            group="cream",
        )
        if v.garnish != "none":
            d.add("cherry", sphere(0.25 * r).move(y=top_y - 0.12 * h + 1.42 * r), "cherry")
    if v.straw:
        slope = 0.34 if v.kind != "cocktail" else 0.75
        x0, y0 = -0.15 * r, level - 0.06 * h
        d.add(
            "straw",
            sweep(
                [
                    (x0, y0, -0.2 * r),
                    (x0 + slope * 0.28 * h, y0 + 0.3 * h, -0.25 * r),
                    (x0 + slope * 0.31 * h + 0.02 * h, y0 + 0.34 * h, -0.25 * r),
                    (x0 + 0.26 * h + slope * 0.1 * h, y0 + 0.39 * h, -0.25 * r),
                ],
                0.075 * r,
            ),
            "straw",
        )
    rim_r = 1.65 * r if v.kind == "cocktail" else r
    if v.garnish == "slice" and v.kind != "shake":
        s = 0.62 * r
        ring = union(difference(cylinder(s, 0.16 * r, bevel=0.03 * r), cylinder(0.86 * s, r)).rotate(x=90))
        place = (-0.97 * rim_r * 0.8, top_y + 0.15 * s, 0.97 * rim_r * 0.6)
        for name, solid, sl in (
            ("slice", ring, "fruit"),
            ("slice_pulp", cylinder(0.88 * s, 0.12 * r).rotate(x=90), "pulp"),
            ("slice_segments", segments(0.8 * s, 8, 0.15 * r), "fruit"),
        ):
            d.add(name, solid.rotate(y=35).move(*place), sl, group="garnish")
    elif v.garnish in ("cherry", "olive") and v.kind != "shake":
        item = "cherry" if v.garnish == "cherry" else "olive"
        pick = ((-0.7 * rim_r, level - 0.02 * h, 0.1 * r), (0.95 * rim_r, top_y + 0.12 * h, 0.25 * r))
        d.add("pick", sweep(list(pick), 0.035 * r, sides=6), "straw", group="garnish")
        spots = [tuple(a + (b - a) * k for a, b in zip(*pick, strict=True)) for k in (0.35, 0.6)]
        d.add(item, union(*(sphere(0.2 * r, 0.24 * r, 0.2 * r).move(*p) for p in spots)), item, group="garnish")
    elif v.garnish == "umbrella" and v.kind != "shake":
        d.add(
            "umbrella_stick",
            cylinder(0.03 * r, 0.5 * h).rotate(z=24).move(-0.55 * rim_r, level + 0.18 * h, 0.2 * r),
            "straw",
            group="garnish",
        )
        canopy = lathe([(0.0, 0.0), (0.85 * r, -0.32 * r), (0.85 * r, -0.26 * r), (0, 0.08 * r)], sides=10)
        d.add(
            "umbrella",
            union(canopy, sphere(0.06 * r).move(y=0.06 * r))
            .rotate(z=24)
            .move(-0.55 * rim_r - 0.1 * h, level + 0.4 * h, 0.2 * r),
            "umbrella",
            group="garnish",
        )
    if v.mint and v.kind != "shake":
        d.add(
            "mint",
            union(
                sphere(0.12 * r),
                cylinder(0.05 * r, 0.1 * h).move(y=-0.04 * h),
                *(leaf(0.6 * r, 0.34 * r, 0.08 * r, 30).rotate(x=48).rotate(y=72 * i) for i in range(4)),
            ).move(0.25 * r, level + 0.04 * h, 0.42 * r),
            "mint",
        )
    d.point("top", (0, top_y, 0), size=2 * r)
    d.point("grip", (0, 0.3 * h, 0), size=2 * r)
    return d
