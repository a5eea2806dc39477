"""Treasure chest: a box with bands and a lock; the lid turns about its rear edge; gold lies in it."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node


@family(
    "treasure chest",
    "container",
    nouns={
        "chest": {},
        "pirate chest": {"open": True},
        "wooden chest": {"open": False},
        "trunk": {"lid": "flat"},
        "coffer": {},
        "loot chest": {},
        "strongbox": {"lid": "flat"},
        "mimic": {"open": True, "teeth": True},
        "toy chest": {"open": False, "lid": "flat"},
    },
    parameters=(
        Real("width", 0.85, 0.65, 1.1),
        Real("depth", 0.55, 0.42, 0.68),
        Real("height", 0.38, 0.3, 0.46, about="of the box below the lid"),
        Choice("lid", ("round", "flat", "coffin")),
        Flag("open", 0.65),
        Real("angle", 68, 45, 95, unit="deg", about="how far the lid is open"),
        Whole("bands", 3, 2, 5),
        Real("thickness", 0.035, 0.028, 0.045),
        Flag("gold", 0.92),
        Whole("gems", 5, 0, 9),
        Flag("crown", 0.25),
        Flag("teeth", 0.0),
        Flag("feet", 0.4),
        Flag("handles", 0.7),
    ),
    slots={
        "wood": ("wood", "oak", "mahogany", "walnut", "planks"),
        "metal": ("iron", "brass", "gold", "steel"),
        "gold": ("gold",),
        "gem": ("gem", "gem:#1f5fd0", "gem:#18a05a"),
        "gem_2": ("gem:#18a05a", "gem:#1f5fd0", "crystal"),
        "lock": ("brass", "iron", "gold"),
        "inside": ("velvet:#6b1f2b", "walnut", "velvet:#3a2350"),
        "tooth": ("bone",),
    },
    words={
        "open": {"open": True},
        "closed": {"open": False},
        "gold": {"open": True, "gold": True},
        "coins": {"open": True, "gold": True},
        "gems": {"open": True, "gems": 8},
        "jewels": {"open": True, "gems": 8},
        "treasure": {"open": True, "gold": True},
        "crown": {"open": True, "crown": True},
        "empty": {"gold": False, "gems": 0, "crown": False},
    },
    paints={"bands": "metal", "coins": "gold", "treasure": "gold", "jewels": "gem", "lid": "wood", "hinges": "metal"},
    height=(0.35, 1.25),
)
def treasure_chest(v: Values) -> Draft:
    """A box with bands and a lock; the lid turns about its rear edge; gold lies in it."""
    w, z, h, t = v.width, v.depth, v.height, v.thickness
    lift = 0.05 if v.feet else 0.0
    d = Draft(extent=w * 1.1)
    top = h + lift
    shell = box(w, h, z, 0.012).move(y=lift + h / 2)
    full = v.gold or v.gems > 0
    # Below the gold nobody sees anything: the box is solid there.
    ground = top - 0.11 if full else lift + 0.12 * h
    room = box(w - 2 * t, 2 * h, z - 2 * t, 0.004).move(y=ground + h)
    grooves = [
        box(w + 0.02, 0.007, z + 0.02).move(y=lift + k * h / 4)
        - box(w - 0.014, 0.02, z - 0.014).move(y=lift + k * h / 4)
        for k in (1, 2, 3)
    ]
    d.add("body", difference(shell, *grooves) if not v.open else difference(shell, room, *grooves), "wood")
    if v.open and not full:
        d.add("inside", box(w - 1.2 * t, 0.02, z - 1.2 * t).move(y=ground), "inside")
    spots = [(i / (v.bands - 1) - 0.5) * (w - 0.1) for i in range(v.bands)]
    bands = [box(0.06, h + 0.006, z + 0.016, 0.005, 1).move(x, lift + h / 2, 0) for x in spots] + [
        box(w + 0.014, 0.045, z + 0.014, 0.005, 1).move(y=y) for y in (lift + 0.026, top - 0.026)
    ]
    iron: Node = union(*bands)
    d.add("bands", iron - room if v.open else iron, "metal", group="bands")
    rise = {"round": 0.42 * z, "flat": 0.11, "coffin": 0.3 * z}[v.lid]
    d.add("lid", *_lid(v, w, z, t, rise, top), group="lid")
    grown = _profile(v.lid, z + 0.016, rise + 0.007)
    straps: list[Node] = [extrude(grown, 0.056, bevel=0.004).rotate(y=90).move(x, -0.002, 0) for x in spots] + [
        box(w + 0.019, 0.04, z + 0.019, 0.005, 1).move(y=0.023)
    ]
    cut = extrude(_profile(v.lid, z - 2 * t, rise - t), w - 2 * t).rotate(y=90).move(y=-0.004) if v.open else None
    band: Node = union(*straps)
    if cut is not None:
        band = band - cut - box(w - 2 * t, 0.1, z - 2 * t).move(y=0.02)
    d.add("lid_bands", _turned(band, v, z, top), "metal", group="lid")
    lock = union(
        box(0.11, 0.13, 0.03, 0.008).move(y=-0.05, z=z / 2 + 0.008),
        sphere(0.02, 0.02, 0.012).move(y=-0.04, z=z / 2 + 0.022),
    )
    d.add(
        "lock",
        difference(
            lock,
            cylinder(0.009, 0.06).rotate(x=90).move(y=-0.045, z=z / 2 + 0.04),
            box(0.008, 0.03, 0.055).move(y=-0.06, z=z / 2 + 0.04),
        ).move(y=top),
        "lock",
        group="lock",
    )
    d.add(
        "hasp",
        _turned(box(0.05, 0.1, 0.022, 0.006).move(y=0.01, z=z / 2 + (0.032 if not v.open else 0.012)), v, z, top),
        "lock",
        group="lock",
    )
    d.add(
        "hinges",
        union(
            *(cylinder(0.016, 0.1, bevel=0.004).rotate(z=90).move(s * 0.3 * w, top, -z / 2 - 0.004) for s in (1, -1))
        ),
        "metal",
        group="lid",
    )
    if v.handles:
        for name, s in (("handle_left", 1), ("handle_right", -1)):
            ring = (
                torus(0.07, 0.011)
                .rotate(x=90)
                .rotate(y=90)
                .scale(1, 0.85, 1)
                .move(s * (w / 2 + 0.022), lift + 0.52 * h, 0)
            )
            d.add(
                name,
                union(ring, box(0.03, 0.05, 0.06, 0.006).move(s * (w / 2 + 0.012), lift + 0.52 * h + 0.06, 0)),
                "metal",
                group="handles",
            )
    if v.feet:
        d.add(
            "feet",
            union(
                *(
                    sphere(0.05, 0.035, 0.05).move(sx * (w / 2 - 0.06), 0.035, sz * (z / 2 - 0.06))
                    for sx in (1, -1)
                    for sz in (1, -1)
                )
            ),
            "metal",
        )
    if v.open:
        _treasure(d, v, w - 2 * t, z - 2 * t, top)
    if v.teeth and v.open:
        fangs = [
            cylinder(0.03, 0.1, top=0.002, sides=8).move((i - 3.5) * (w - 0.1) / 8, top + 0.03, z / 2 - 0.5 * t)
            for i in range(8)
        ]
        d.add("teeth", union(*fangs), "tooth", group="teeth")
        d.add(
            "teeth_lid",
            _turned(
                union(
                    *(
                        cylinder(0.03, 0.1, top=0.002, sides=8)
                        .rotate(x=180)
                        .move((i - 3.5) * (w - 0.1) / 8 + 0.03, -0.03, z / 2 - 0.5 * t)
                        for i in range(8)
                    )
                ),
                v,
                z,
                top,
            ),
            "tooth",
            group="teeth",
        )
    d.point("top", (0, top + (0.0 if v.open else rise), 0), size=z)
    return d


def _profile(kind: str, z: float, rise: float) -> list[tuple[float, float]]:
    """The section of a lid, seen along X (x of the outline is -z of the chest)."""
    a = z / 2
    if kind == "flat":
        return [(-a, 0), (a, 0), (a, rise), (-a, rise)]
    if kind == "coffin":
        return [(-a, 0), (a, 0), (a, 0.4 * rise), (0.55 * a, rise), (-0.55 * a, rise), (-a, 0.4 * rise)]
    return [
        (-a, 0),
        (a, 0),
        (a, 0.15 * rise),
        *(
            (a * math.cos(math.pi * i / 14), 0.15 * rise + 0.85 * rise * math.sin(math.pi * i / 14))
            for i in range(1, 14)
        ),
        (-a, 0.15 * rise),
    ]


def _lid(v: Values, w: float, z: float, t: float, rise: float, top: float) -> tuple[Node, str]:
    solid = extrude(_profile(v.lid, z, rise), w, bevel=0.008).rotate(y=90)
    grooves = [
        box(w + 0.02, 0.5, 0.007).move(z=(k - 2) * z / 4, y=rise)
        - extrude(_profile(v.lid, z - 0.012, rise - 0.007), 2 * w).rotate(y=90)
        for k in (1, 2, 3)
    ]
    solid = difference(solid, *grooves)
    if v.open:
        solid = solid - extrude(_profile(v.lid, z - 2 * t, rise - t), w - 2 * t).rotate(y=90).move(y=-0.004)
    return _turned(solid, v, z, top), "wood"


def _turned(solid: Node, v: Values, z: float, top: float) -> Node:
    """What is on the lid: turned about the hinges and put on the box; a closed lid sinks in a little."""
    if not v.open:
        return solid.move(y=top - 0.002)
    return solid.move(z=z / 2).rotate(x=-v.angle).move(y=top, z=-z / 2)


def _treasure(d: Draft, v: Values, w: float, z: float, top: float) -> None:
    rng = v.rng("treasure")
    level = top - 0.05
    if not v.gold and not v.gems:
        return
    heap = sphere(0.5 * w, 0.16, 0.5 * z).move(y=level) & box(w + 0.01, 1, z + 0.01).move(y=level + 0.4)
    d.add(
        "heap",
        union(heap.move(y=-0.02), box(w + 0.008, 0.12, z + 0.008).move(y=level - 0.06)),
        "gold" if v.gold else "inside",
        group="gold",
    )

    def surface(x: float, zz: float) -> float:
        q = 1 - (x / (0.5 * w)) ** 2 - (zz / (0.5 * z)) ** 2
        return level - 0.02 + 0.16 * math.sqrt(max(q, 0.016))

    taken: list[tuple[float, float, float]] = []
    for i in range(v.gems):
        a, k = 2.4 * i + 0.5, 0.12 + 0.26 * ((i * 5) % 7) / 7
        taken.append((k * w * math.cos(a), k * z * math.sin(a) * 1.1, 0.062))
    if v.crown:
        taken.append((0.18 * w, 0.08 * z, 0.135))
    coin = cylinder(0.028, 0.009, bevel=0.002)
    if v.gold:
        coins: list[Node] = []
        for _ in range(110):
            x, zz = float(rng.uniform(-0.44, 0.44)) * w, float(rng.uniform(-0.44, 0.44)) * z
            # Where coins overlapped there would be slits that nothing can fill.
            if any(math.hypot(x - a, zz - b) < k for a, b, k in taken):
                continue
            taken.append((x, zz, 0.064))
            coins.append(
                coin.rotate(x=float(rng.uniform(-40, 40)), z=float(rng.uniform(-40, 40))).move(
                    x, surface(x, zz) + 0.003, zz
                )
            )
        d.add("coins", union(*coins), "gold", group="gold")
    for i in range(v.gems):
        a, k = 2.4 * i + 0.5, 0.12 + 0.26 * ((i * 5) % 7) / 7
        x, zz = k * w * math.cos(a), k * z * math.sin(a) * 1.1
        s = 0.03
        gem = lathe([(0.0, -0.9 * s), (s, 0.15 * s), (0.62 * s, 0.6 * s), (0, 0.6 * s)], sides=8)
        d.add(
            f"gem_{i + 1}",
            gem.rotate(x=25 * (i % 3 - 1), z=30 * (i % 2)).move(x, surface(x, zz) + 0.35 * s, zz),
            "gem" if i % 2 == 0 else "gem_2",
            group="gems",
        )
    if v.crown:
        x, zz = 0.18 * w, 0.08 * z
        y = surface(x, zz)
        ring = lathe([(0.085, -0.02), (0.09, 0.05)]) - cylinder(0.078, 0.3)
        points = [
            extrude([(-0.024, 0), (0.024, 0), (0, 0.07)], 0.012).move(0, 0.04, 0.084).rotate(y=60 * i) for i in range(6)
        ]
        d.add("crown", union(ring, *points).rotate(x=14, z=-12).move(x, y + 0.01, zz), "gold", group="crown")
