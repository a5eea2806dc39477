"""Spears and their kin, staffs and wands."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, bone, cylinder, extrude, hull, lathe, organic, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import axe_bit, bezier, blade, ribbed, star


def shard(radius: float, height: float, sides: int = 6, waist: float = 0.35) -> Node:
    """A crystal pointed at both ends, from y = 0 up."""
    ring = [(radius * math.cos(math.tau * i / sides), radius * math.sin(math.tau * i / sides)) for i in range(sides)]
    pts: list[Point3] = [(0, 0, 0), (0.08 * radius, height, 0.05 * radius)]
    pts += [(x * k, waist * height * t, z * k) for x, z in ring for k, t in ((0.8, 0.7), (1.0, 1.6))]
    return hull(pts)


@family(
    "spear",
    "weapon",
    nouns={
        "halberd": {"kind": "halberd"},
        "trident": {"kind": "trident"},
        "pike": {"kind": "spear", "length": 2.6},
        "lance": {"kind": "lance"},
        "glaive": {"kind": "glaive"},
        "naginata": {"kind": "glaive"},
        "polearm": {"kind": "halberd"},
        "javelin": {"kind": "spear", "length": 1.5},
        "poleaxe": {"kind": "halberd"},
        "harpoon": {"kind": "spear", "barbs": True},
        "pitchfork": {"kind": "trident", "head_length": 0.36},
        "scythe": {"kind": "scythe"},
        "grim reaper scythe": {"kind": "scythe"},
        "jousting lance": {"kind": "lance"},
    },
    parameters=(
        Choice("kind", ("spear", "halberd", "trident", "glaive", "lance", "scythe")),
        Real("length", 2.0, 1.5, 2.6),
        Real("head_length", 0.38, 0.28, 0.5),
        Real("head_width", 0.12, 0.09, 0.15),
        Real("radius", 0.019, 0.016, 0.024, about="of the shaft"),
        Flag("tassel", 0.35),
        Flag("barbs", 0.35),
        Whole("bands", 2, 0, 4),
        Flag("wrap", 0.6),
        Flag("foot_spike", 0.5),
    ),
    slots={
        "head": ("steel", "silver", "iron", "bronze", "gold"),
        "shaft": ("oak", "walnut", "wood", "paint:#2c2a28"),
        "trim": ("brass", "gold", "gunmetal"),
        "wrap": ("leather", "leather:#7a1f1c", "rope"),
        "tassel": ("fabric:#b02a22", "fabric:#1f4f9a", "feathers", "fabric:#d8a020"),
    },
    words={"tassel": {"tassel": True}, "feathers": {"tassel": True}, "barbed": {"barbs": True}},
    paints={"blade": "head", "tip": "head", "haft": "shaft", "handle": "shaft", "pole": "shaft", "feathers": "tassel"},
    height=(1.4, 2.8),
)
def spear(v: Values) -> Draft:
    """Stands on its foot, its point up."""
    n, h, w, r = v.length, v.head_length * (1.15 if v.kind == "halberd" else 1.0), v.head_width, v.radius
    d = Draft(extent=n)
    y = n - h
    low = 0.05 if v.foot_spike else 0.0
    socket = lathe([(1.25 * r, y - 0.1), (1.45 * r, y - 0.085), (1.2 * r, y - 0.02), (0.9 * r, y + 0.06)])
    if v.kind == "lance":
        d.add(
            "shaft",
            lathe(
                [
                    (0.024, 0),
                    (0.034, 0.03),
                    (0.022, 0.14),
                    (0.022, 0.34),
                    (0.055, 0.42),
                    (0.048, 0.6 * n),
                    (0.016, n - 0.06),
                ]
            ),
            "shaft",
        )
        d.add("guard", lathe([(0.024, 0.33), (0.16, 0.4), (0.155, 0.41), (0.05, 0.47)]), "head")
        d.add("head", lathe([(0.018, n - 0.1), (0.034, n - 0.09), (0.028, n - 0.06), (0.0, n)]), "head")
        for i in range(4 + v.bands):
            yy = 0.5 + (n - 0.75) * (i + 0.5) / (4 + v.bands)
            d.add(
                f"band_{i + 1}",
                cylinder(0.056, 0.05, 0.054)
                .scale(1 - 0.55 * max(0.0, yy / n - 0.55), 1, 1 - 0.55 * max(0.0, yy / n - 0.55))
                .move(y=yy),
                "tassel",
                group="bands",
            )
        d.add("wrap", ribbed(0.18, 0.027, 9).move(y=0.15), "wrap")
        d.point("grip", (0, 0.24, 0), size=0.045)
        d.point("top", (0, n, 0), size=0.05)
        return d
    top = n - 0.06 if v.kind == "scythe" else y + 0.03
    d.add("shaft", sweep([(0, low, 0), (0, 0.5 * n, 0), (0, top, 0)], [0.95 * r, r, 0.9 * r]), "shaft")
    if v.kind == "spear":
        leaf = blade(h, w, 0.026, point=0.75, taper=1.0)
        d.add("head", union(leaf.move(y=y), cylinder(0.75 * r, 0.35 * h, 0.2 * r).move(y=y + 0.12 * h)), "head")
        if v.barbs:
            d.add(
                "barbs",
                extrude([(0, 0.05), (0.06, 0.0), (0.1, -0.06), (0.055, -0.025), (0, -0.01)], 0.014, bevel=0.003)
                .mirrored("x")
                .move(y=y - 0.01),
                "head",
            )
    elif v.kind == "glaive":
        d.add(
            "head",
            blade(1.25 * h, 1.0 * w, 0.02, point=0.5, curve=0.16, single=True, flare=0.25).move(y=y - 0.25 * h),
            "head",
        )
        socket = socket.move(y=-0.25 * h)
    elif v.kind == "trident":
        s = 1.15 * w
        side = sweep(
            [(0, 0.02, 0), (0.7 * s, 0.05 * h, 0), (s, 0.3 * h, 0), (0.95 * s, 0.86 * h, 0)],
            [0.013, 0.013, 0.012, 0.009],
        )
        tip = (
            extrude(
                [(0, 0.2 * h), (0.026, 0.0), (0.009, 0.02 * h), (-0.009, 0.02 * h), (-0.026, 0.0)], 0.014, bevel=0.003
            )
            if v.barbs
            else lathe([(0.0095, 0), (0.02, 0.012), (0.0, 0.18 * h)])
        )
        d.add(
            "head",
            union(
                side.mirrored("x"),
                sweep([(0, -0.02, 0), (0, 0.84 * h, 0)], [0.016, 0.01]),
                *(tip.move(x, 0.8 * h) for x in (-0.95 * s, 0, 0.95 * s)),
                sphere(0.03, 0.022, 0.024),
            ).move(y=y),
            "head",
        )
    elif v.kind == "halberd":
        body, keen = axe_bit(1.9 * w, 0.5 * h, 0.85 * h, 0.034, beard=0.02)
        hook = extrude(
            [
                *bezier((0, 0.07), (-0.5 * w, 0.05), (-1.5 * w, -0.08)),
                *bezier((-1.5 * w, -0.09), (-0.6 * w, -0.05), (0, -0.05)),
            ],
            0.02,
            bevel=0.004,
        )
        d.add("head", union(body, hook, cylinder(1.3 * r, 0.55 * h, bevel=0.005)).move(y=y), "head")
        d.add("edge", keen.move(y=y), "head")
        d.add(
            "spike",
            union(
                blade(0.75 * h, 0.5 * w, 0.024, point=0.8, taper=1.0).move(y=y + 0.26 * h),
                cylinder(1.2 * r, 0.05, 0.8 * r).move(y=y + 0.28 * h),
            ),
            "head",
        )
        socket = socket.move(y=-0.12 * h)
    else:
        big = 2.1 * h
        out = [
            *bezier((0.05, 0.03), (-0.4 * big, 0.16), (-0.8 * big, 0.05), (-big, -0.22 * big)),
            *bezier((-0.98 * big, -0.23 * big), (-0.72 * big, -0.02), (-0.4 * big, 0.02), (0.05, -0.035))[1:],
        ]
        d.add("head", extrude(out, 0.018, bevel=0.004).move(y=n - 0.11), "head")
        socket = cylinder(1.45 * r, 0.12, bevel=0.006).move(y=n - 0.1)
        d.add(
            "peg",
            sweep([(0, 0.45 * n, 0), (0.09, 0.46 * n, 0), (0.12, 0.5 * n, 0)], [0.013, 0.014, 0.013], round_ends=True),
            "shaft",
        )
    d.add("socket", socket, "trim")
    if v.foot_spike:
        d.add("foot", lathe([(0.0, 0), (0.8 * r, 0.07), (1.25 * r, 0.08), (1.15 * r, 0.14)]), "trim")
    if v.wrap:
        d.add("wrap", ribbed(0.2, 1.2 * r, 10).move(y=0.46 * n if v.kind != "scythe" else 0.6 * n), "wrap")
    for i in range(v.bands):
        d.add(
            f"band_{i + 1}",
            torus(1.02 * r, 0.35 * r).move(
                y=y - 0.15 - {"glaive": 0.25, "halberd": 0.12}.get(v.kind, 0.0) * h - 0.05 * i
            ),
            "trim",
            group="bands",
        )
    if v.tassel and v.kind != "scythe":
        yy = y - 0.09 - (0.25 * h if v.kind == "glaive" else 0.12 * h if v.kind == "halberd" else 0)
        strand = sweep([(0.9 * r, 0, 0), (1.9 * r, -0.03, 0), (1.8 * r, -0.17, 0)], [0.008, 0.012, 0.005])
        d.add("tassel", union(strand.around(9), torus(1.1 * r, 0.008)).move(y=yy), "tassel")
    d.point("grip", (0, 0.45 * n, 0), front=(1, 0, 0), size=2 * r)
    d.point("top", (0, n, 0), size=w)
    return d


@family(
    "staff",
    "weapon",
    nouns={
        "magic staff": {},
        "wizard staff": {},
        "wizard's staff": {},
        "walking stick": {"head": "crook", "length": 1.0},
        "shepherd's crook": {"head": "crook"},
        "quarterstaff": {"head": "plain"},
        "crystal staff": {"head": "crystal"},
        "moon staff": {"head": "moon"},
        "sun staff": {"head": "sun"},
        "druid staff": {"head": "gnarled"},
        "cane": {"head": "crook", "length": 1.0},
    },
    parameters=(
        Choice("head", ("crystal", "orb", "gnarled", "moon", "sun", "crook", "plain")),
        Real("length", 1.6, 1.0, 1.9),
        Real("radius", 0.02, 0.016, 0.026),
        Real("crooked", 0.02, 0.0, 0.045, about="how crooked the stick is"),
        Real("head_size", 0.1, 0.075, 0.13),
        Whole("prongs", 4, 3, 6),
        Whole("bands", 3, 1, 5),
        Flag("wrap", 0.6),
        Flag("feathers", 0.2),
        Flag("vine", 0.35),
    ),
    slots={
        "shaft": ("walnut", "oak", "bark", "driftwood", "gold"),
        "stone": ("glow:#40c8ff", "glow:#9a60ff", "gem", "glow:#60ff9a", "glow:#ff8a30"),
        "trim": ("gold", "brass", "silver", "bronze"),
        "wrap": ("leather", "leather:#7a1f1c", "fabric:#3a3f8a"),
        "feather": ("feathers", "fabric:#c0322a"),
    },
    words={
        "crystal": {"head": "crystal"},
        "orb": {"head": "orb"},
        "moon": {"head": "moon"},
        "sun": {"head": "sun"},
        "feathers": {"feathers": True},
        "gnarled": {"head": "gnarled"},
        "twisted": {"vine": True},
    },
    paints={"crystal": "stone", "orb": "stone", "gem": "stone", "stick": "shaft", "head": "stone"},
    height=(0.9, 2.2),
)
def staff(v: Values) -> Draft:
    """Stands on its foot, its head up."""
    n, r, k, c = v.length, v.radius, v.head_size, v.crooked
    d = Draft(extent=n)
    rng = v.rng("bends")
    y = n - 2.1 * k if v.head != "plain" else n
    path: list[Point3] = [(0, 0, 0)]
    path += [(c * float(rng.uniform(-1, 1)), y * i / 7, c * float(rng.uniform(-1, 1))) for i in range(1, 7)]
    path += [(0, y, 0)]

    def at(t: float) -> Point3:
        i = min(int(t * 7), 6)
        f = t * 7 - i
        a, b = path[i], path[i + 1]
        return (a[0] + f * (b[0] - a[0]), y * t, a[2] + f * (b[2] - a[2]))

    if v.head == "crook":
        hook: list[Point3] = [
            (k * (math.cos(a) - 1) * -1, y + k * math.sin(a), 0) for a in (0.5, 1.1, 1.7, 2.3, 2.9, 3.5)
        ]
        d.add(
            "shaft",
            sweep(
                [*path[:-1], (0, y - 0.3 * k, 0), *hook, (1.55 * k, y - 0.2 * k, 0)],
                [0.9 * r] + [r] * (len(path) + len(hook) - 1) + [0.7 * r],
                round_ends=True,
            ),
            "shaft",
        )
    else:
        d.add(
            "shaft",
            sweep(path, [0.8 * r, *[r * float(rng.uniform(0.9, 1.12)) for _ in path[1:-1]], 1.05 * r], round_ends=True),
            "shaft",
        )
    if v.head in ("crystal", "orb"):
        prong = sweep(
            [(0.2 * r, -0.4 * k, 0), (0.75 * k, 0.25 * k, 0), (0.95 * k, 0.9 * k, 0), (0.62 * k, 1.5 * k, 0)],
            [0.011, 0.012, 0.01, 0.005],
        )
        d.add("prongs", prong.around(v.prongs).move(y=y), "shaft")
        d.add(
            "cup",
            lathe([(r, -0.5 * k), (1.6 * r, -0.2 * k), (0.55 * k, 0.3 * k), (0.2 * k, 0.34 * k)]).move(y=y),
            "trim",
        )
        stone = shard(0.62 * k, 2.1 * k).move(y=y) if v.head == "crystal" else sphere(0.8 * k).move(y=y + 0.9 * k)
        d.add("stone", stone, "stone")
    elif v.head == "gnarled":
        bones = [bone((0, -0.3 * k, 0), (0, 0.2 * k, 0), 1.1 * r, 1.4 * r)]
        for i in range(5):
            a = math.tau * i / 5
            p = (0.85 * k * math.cos(a), 0.8 * k, 0.85 * k * math.sin(a))
            q = (0.45 * k * math.cos(a + 0.9), 1.9 * k + 0.2 * k * (i % 2), 0.45 * k * math.sin(a + 0.9))
            bones += [bone((0, 0.1 * k, 0), p, 0.9 * r, 0.7 * r), bone(p, q, 0.7 * r, 0.3 * r)]
        d.add("roots", organic([bone(b.a, b.b, b.ra, b.rb) for b in bones], blend=0.012, cells=64).move(y=y), "shaft")
        d.add("stone", sphere(0.52 * k).move(y=y + 0.75 * k), "stone")
    elif v.head == "moon":
        moon = extrude(
            [
                *[(k * math.cos(a), k * math.sin(a)) for a in [math.radians(110 + 320 * i / 30) for i in range(31)]],
                *[
                    (0.12 * k + 0.72 * k * math.cos(a), 0.2 * k + 0.72 * k * math.sin(a))
                    for a in [math.radians(395 - 250 * i / 24) for i in range(25)]
                ],
            ],
            0.03,
            bevel=0.006,
        )
        d.add("moon", moon.move(y=y + 0.95 * k), "trim")
        d.add(
            "stone",
            sphere(0.3 * k).move(y=y + 0.55 * k)
            + extrude(star(0.34 * k, 5), 0.03).move(y=y + 0.9 * k, x=0.05 * k)
            + cylinder(0.01, 0.6 * k).move(0.02 * k, y + 0.6 * k),
            "stone",
        )
        d.add("collar", lathe([(r, -0.4 * k), (1.7 * r, -0.25 * k), (1.2 * r, 0.15 * k)]).move(y=y), "trim")
    elif v.head == "sun":
        ray = extrude([(0.7 * k, -0.16 * k), (1.15 * k, 0), (0.7 * k, 0.16 * k)], 0.02)
        d.add("sun", union(torus(0.75 * k, 0.014).rotate(x=90), ray.around(12, "z")).move(y=y + 1.05 * k), "trim")
        d.add("stone", sphere(0.66 * k, 0.66 * k, 0.4 * k).move(y=y + 1.05 * k), "stone")
        d.add("collar", lathe([(r, -0.3 * k), (1.7 * r, -0.1 * k), (1.2 * r, 0.35 * k)]).move(y=y), "trim")
    elif v.head == "plain":
        d.add(
            "cap", lathe([(1.15 * r, n - 0.08), (1.3 * r, n - 0.07), (1.25 * r, n - 0.02), (0.7 * r, n + 0.01)]), "trim"
        )
    for i in range(v.bands):
        x, yy, z = at(0.97 - 0.045 * i)
        d.add(f"band_{i + 1}", torus(1.05 * r, 0.3 * r).move(x, yy, z), "trim", group="bands")
    if v.wrap:
        p, q = at(0.6), at(0.6 + 0.16 / y)
        d.add(
            "wrap",
            sweep([p, q], 1.25 * r)
            if c > 0.03
            else ribbed(0.2, 1.25 * r, 10).move((p[0] + q[0]) / 2, p[1], (p[2] + q[2]) / 2),
            "wrap",
        )
    if v.vine:
        coil: list[Point3] = []
        for i in range(33):
            t = 0.06 + 0.5 * i / 32
            x, yy, z = at(t)
            coil.append((x + 1.15 * r * math.cos(0.8 * i), yy, z + 1.15 * r * math.sin(0.8 * i)))
        d.add("vine", sweep(coil, 0.32 * r, round_ends=True), "trim")
    if v.feathers:
        x, yy, z = at(0.93)
        plume = extrude(
            [(0, 0.02), (0.022, -0.06), (0.014, -0.16), (0, -0.2), (-0.014, -0.16), (-0.022, -0.06)], 0.009, bevel=0.003
        )
        d.add(
            "feathers",
            union(
                *(plume.rotate(z=a).move(x + s, yy, z + 0.75 * r) for a, s in ((-25, -0.4 * r), (0, 0), (25, 0.4 * r)))
            ),
            "feather",
        )
    x, yy, z = at(0.64)
    d.point("grip", (x, yy, z), size=2 * r)
    d.point("top", (0, n, 0), size=k)
    return d


@family(
    "wand",
    "weapon",
    nouns={
        "magic wand": {},
        "fairy wand": {"kind": "star"},
        "star wand": {"kind": "star"},
        "wizard wand": {"kind": "turned"},
        "baton": {"kind": "plain"},
        "magician wand": {"kind": "plain"},
    },
    parameters=(
        Choice("kind", ("turned", "star", "twisted", "plain", "heart")),
        Real("length", 0.36, 0.28, 0.45),
        Real("radius", 0.008, 0.006, 0.011),
        Real("head_size", 0.055, 0.04, 0.075),
        Whole("rings", 4, 2, 6),
        Whole("points", 5, 4, 8, about="of the star"),
        Real("grip_length", 0.28, 0.2, 0.36, unit="", about="share of the length"),
        Flag("tip", 0.7, about="a shining tip"),
        Flag("ribbon", 0.5),
    ),
    slots={
        "shaft": ("walnut", "mahogany", "birch", "paint:#1c1a20", "silver"),
        "star": ("gold", "glow:#ffd860", "paint:#f07ab0", "silver"),
        "grip": ("mahogany", "leather:#2a2220", "gold", "walnut"),
        "tip": ("glow:#60d0ff", "glow:#ffe070", "gem", "glow:#b070ff"),
        "ribbon": ("fabric:#d8407a", "fabric:#7a50c0", "fabric:#f0e8f0"),
    },
    words={
        "star": {"kind": "star"},
        "heart": {"kind": "heart"},
        "ribbon": {"ribbon": True},
        "twisted": {"kind": "twisted"},
    },
    paints={"handle": "grip", "heart": "star"},
    height=(0.25, 0.6),
)
def wand(v: Values) -> Draft:
    """Stands on the foot of its grip."""
    n, r, k = v.length, v.radius, v.head_size
    d = Draft(extent=n)
    g = v.grip_length * n
    d.add(
        "grip",
        lathe(
            [
                (0.9 * r, 0),
                (1.7 * r, 0.02 * n),
                (1.2 * r, 0.05 * n),
                (1.5 * r, 0.5 * g),
                (1.25 * r, 0.85 * g),
                (1.9 * r, 0.94 * g),
                (1.1 * r, g),
            ],
            smooth=True,
        ),
        "grip",
    )
    high = n - k if v.kind in ("star", "heart") else n
    if v.kind == "twisted":
        coils = [
            [
                (
                    0.55 * r * math.cos(0.55 * i + s),
                    0.9 * g + (high - 0.95 * g) * i / 40,
                    0.55 * r * math.sin(0.55 * i + s),
                )
                for i in range(41)
            ]
            for s in (0, math.pi)
        ]
        d.add("shaft", union(*(sweep(c, [0.75 * r] * 30 + [0.6 * r] * 11, round_ends=True) for c in coils)), "shaft")
    else:
        d.add(
            "shaft",
            sweep(
                [(0, 0.9 * g, 0), (0, high - 0.01, 0)],
                [1.1 * r, 0.62 * r if v.kind != "plain" else 1.1 * r],
                round_ends=True,
            ),
            "shaft",
        )
    for i in range(v.rings):
        y = g + (0.3 * (high - g)) * i / v.rings
        d.add(f"ring_{i + 1}", torus(0.95 * r, 0.45 * r).move(y=y), "star", group="rings")
    if v.kind == "star":
        s = star(k, v.points, 0.45)
        d.add(
            "star",
            hull([*((x, y, 0.0) for x, y in s[0::2]), (0, 0, 0.3 * k), (0, 0, -0.3 * k)]).move(y=n - k)
            & extrude(s, k, bevel=0.0).move(y=n - k),
            "star",
        )
    elif v.kind == "heart":
        pts = [
            (
                k * 16 * math.sin(a) ** 3 / 17,
                k * (13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)) / 17,
            )
            for a in [math.tau * i / 32 for i in range(32)]
        ]
        d.add("heart", extrude(pts, 0.4 * k, bevel=0.1 * k).move(y=n - 0.7 * k), "star")
    elif v.tip:
        d.add("tip", sphere(1.3 * r, 1.9 * r, 1.3 * r).move(y=n), "tip")
    elif v.kind == "plain":
        d.add("tip_cap", cylinder(1.22 * r, 0.12 * n, bevel=0.2 * r).move(y=n - 0.05 * n), "star")
    if v.ribbon and v.kind in ("star", "heart"):
        y = high - 0.55 * k if v.kind == "star" else high - 0.35 * k
        tail = sweep(
            [(0, 0, 0.003), (0.02, -0.03, 0.012), (0.012, -0.08, 0.006), (0.03, -0.12, 0.01)],
            profile=[(-0.007, -0.0016), (0.007, -0.0016), (0.007, 0.0016), (-0.007, 0.0016)],
        )
        bow = torus(0.012, 0.004).scale(1.3, 1, 0.8).rotate(x=90).move(0.014)
        d.add("ribbon", union(tail.mirrored("x"), bow.mirrored("x"), sphere(0.009)).move(0, y, 0.001), "ribbon")
    d.point("grip", (0, 0.5 * g, 0), size=2.6 * r)
    d.point("top", (0, n, 0), size=2 * r)
    return d
