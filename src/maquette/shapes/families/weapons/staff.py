"""Staffs."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, bone, cylinder, extrude, hull, lathe, organic, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import ribbed, star


def shard(radius: float, height: float, sides: int = 6, waist: float = 0.35) -> Node:
    """A crystal pointed at both ends, from y = 0 up."""
    ring = [(radius * math.cos(math.tau * i / sides), radius * math.sin(math.tau * i / sides)) for i in range(sides)]
    pts: list[Point3] = [(0, 0, 0), (0.08 * radius, height, 0.05 * radius)]
    pts += [(x * k, waist * height * t, z * k) for x, z in ring for k, t in ((0.8, 0.7), (1.0, 1.6))]
    return hull(pts)


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
