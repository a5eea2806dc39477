"""Weapons and tools with a head on a haft: axes, hammers, maces."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import axe_bit, bands, bezier, haft, ribbed
from maquette.shapes.sub.outlines import polygon


@family(
    "axe",
    "weapon",
    nouns={
        "battle axe": {"kind": "battle"},
        "battleaxe": {"kind": "battle"},
        "double axe": {"kind": "double"},
        "labrys": {"kind": "double"},
        "hatchet": {"kind": "felling", "length": 0.42},
        "tomahawk": {"kind": "bearded", "length": 0.5},
        "woodcutter axe": {"kind": "felling"},
        "fire axe": {"kind": "felling", "spike": True},
        "viking axe": {"kind": "bearded"},
        "war axe": {"kind": "battle"},
        "lumberjack axe": {"kind": "felling"},
        "ax": {},
    },
    parameters=(
        Choice("kind", ("battle", "double", "felling", "bearded")),
        Real("length", 0.8, 0.4, 1.1),
        Real("head_width", 0.24, 0.19, 0.3, unit="", about="reach of a blade, share of the length"),
        Real("edge", 1.6, 1.3, 2.0, unit="", about="length of the edge, times its reach"),
        Real("radius", 0.019, 0.015, 0.024, about="of the haft"),
        Real("curve", 0.015, 0.0, 0.04, unit="", about="of the haft"),
        Flag("spike", 0.4),
        Flag("wrap", 0.6),
        Whole("bands", 2, 0, 4),
        Flag("studs", 0.4),
    ),
    slots={
        "head": ("steel", "iron", "gunmetal", "paint:#b02a22", "bronze"),
        "edge": ("silver", "metal:#d4d9e0", "chrome"),
        "haft": ("oak", "walnut", "wood", "paint:#2c2a28"),
        "wrap": ("leather", "leather:#7a1f1c", "rope"),
        "trim": ("brass", "iron", "gold"),
    },
    words={"double": {"kind": "double"}, "spike": {"spike": True}, "leather": {"wrap": True}},
    paints={"blade": "head", "handle": "haft", "grip": "wrap", "shaft": "haft"},
    height=(0.35, 1.3),
)
def axe(v: Values) -> Draft:
    """Stands on the foot of its haft; the blade toward +x."""
    n = v.length
    d = Draft(extent=1.05 * n)
    r = v.radius * (0.75 + 0.25 * n / 0.8)
    reach = v.head_width * n
    edge = v.edge * reach * {"battle": 1.1, "double": 1.15, "felling": 0.62, "bearded": 0.75}[v.kind]
    root, thick = max(0.3 * reach, 2.2 * r) * (1.5 if v.kind == "felling" else 1.1), 2.5 * r
    y = n - 0.55 * edge - 0.3 * r if v.kind in ("battle", "double") else n - 0.55 * root - r
    bow = 0.0 if v.kind == "double" else v.curve
    d.add("haft", haft(n, r, bow=-bow), "haft")
    body, keen = axe_bit(reach, root, edge, thick, beard=0.5 * edge if v.kind == "bearded" else 0.06 * edge)
    eye = cylinder(1.5 * r, 1.25 * root, bevel=0.25 * r)
    if v.kind == "double":
        d.add("head", union(body.mirrored("x"), eye).move(y=y), "head")
        d.add("edge", keen.mirrored("x").move(y=y), "edge")
    else:
        back: Node = box(2.2 * r, 0.9 * root, 2.4 * r, 0.3 * r).move(x=-1.6 * r)
        if v.spike and v.kind != "felling":
            back = union(
                box(1.6 * r, 0.6 * root, 2.0 * r, 0.2 * r).move(x=-1.3 * r),
                cone(0.9 * r, 0.55 * reach, 4).rotate(z=90).move(x=-1.6 * r - 0.27 * reach),
            )
        elif v.spike:
            back = extrude(
                [
                    (0, -0.45 * root),
                    (0, 0.45 * root),
                    (-0.55 * reach, 0.2 * root),
                    (-0.95 * reach, -0.45 * root),
                    (-0.6 * reach, -0.2 * root),
                ],
                1.6 * r,
                bevel=0.3 * r,
            )
        d.add("head", union(body, eye, back).move(y=y), "head")
        d.add("edge", keen.move(y=y), "edge")
    if v.kind in ("battle", "double") and v.spike:
        d.add(
            "spike",
            union(
                cone(1.0 * r, 0.16 * n, 4).move(y=n + 0.07 * n), cylinder(1.15 * r, 0.03 * n, bevel=0.2 * r).move(y=n)
            ),
            "edge",
        )
    elif v.kind in ("battle", "double"):
        d.add("cap", sphere(1.2 * r, 0.9 * r, 1.2 * r).move(y=n), "trim")
    if v.wrap:
        d.add("wrap", ribbed(0.26 * n, 1.22 * r, 10).move(-0.25 * bow * n, 0.07 * n), "wrap")
    for i in range(v.bands):
        yy = y - 0.5 * edge * (0.5 if v.kind in ("battle", "double") else 0.0) - 0.8 * root - 0.05 * n * i
        x = -bow * n * 4 * (yy / n) * (1 - yy / n)
        d.add(f"band_{i + 1}", cylinder(1.25 * r, 0.018 * n, bevel=0.15 * r).move(x, yy), "trim", group="bands")
    if v.studs:
        s = union(*(sphere(0.35 * r).move(0, k * 0.36 * root, 1.5 * r) for k in (-1, 1))).mirrored("z")
        d.add("studs", s.move(y=y), "trim")
    d.point("grip", (0, 0.2 * n, 0), front=(1, 0, 0), size=2 * r)
    d.point("top", (0, n, 0), size=2 * r)
    return d


@family(
    "hammer",
    "tool",
    nouns={
        "war hammer": {"kind": "war"},
        "warhammer": {"kind": "war"},
        "claw hammer": {"kind": "claw"},
        "sledgehammer": {"kind": "sledge"},
        "sledge hammer": {"kind": "sledge"},
        "mallet": {"kind": "mallet"},
        "wooden mallet": {"kind": "mallet"},
        "mjolnir": {"kind": "rune"},
        "thor's hammer": {"kind": "rune"},
        "blacksmith hammer": {"kind": "sledge", "length": 0.4},
        "magic hammer": {"kind": "rune"},
    },
    parameters=(
        Choice("kind", ("claw", "sledge", "mallet", "war", "rune")),
        Real("length", 1.0, 0.8, 1.3, unit="", about="times the usual of its kind"),
        Real("head_width", 1.0, 0.85, 1.25, unit=""),
        Real("head_height", 1.0, 0.85, 1.2, unit=""),
        Real("thickness", 1.0, 0.85, 1.25, unit="", about="of the handle"),
        Real("bevel", 0.12, 0.05, 0.2, unit="", about="of the head's edges"),
        Flag("grip", 0.75),
        Whole("bands", 1, 0, 3),
        Flag("spike", 0.5),
    ),
    slots={
        "head": ("steel", "iron", "gunmetal", "cast iron"),
        "handle": ("wood", "oak", "walnut", "paint:#c8a020"),
        "grip": ("rubber", "leather", "rubber:#b02a22", "rubber:#1f4f9a"),
        "trim": ("gold", "brass", "silver"),
        "rune": ("glow:#40c8ff", "glow:#ffb030"),
    },
    words={"claw": {"kind": "claw"}, "spike": {"spike": True}, "grip": {"grip": True}},
    paints={"haft": "handle", "shaft": "handle"},
    height=(0.2, 1.6),
)
def hammer(v: Values) -> Draft:
    """Stands on the foot of its handle; the face of its head toward +x."""
    n = v.length * {"claw": 0.33, "sledge": 0.8, "mallet": 0.33, "war": 0.95, "rune": 0.52}[v.kind]
    w = v.head_width * {"claw": 0.12, "sledge": 0.2, "mallet": 0.16, "war": 0.2, "rune": 0.3}[v.kind]
    h = v.head_height * {"claw": 0.034, "sledge": 0.085, "mallet": 0.1, "war": 0.08, "rune": 0.15}[v.kind]
    r = v.thickness * {"claw": 0.013, "sledge": 0.019, "mallet": 0.014, "war": 0.019, "rune": 0.021}[v.kind]
    d = Draft(extent=n)
    y, b = n - 0.5 * h, v.bevel * h
    if v.kind == "claw":
        y = n - 0.55 * h
        d.add("handle", haft(n - 0.3 * h, r, 1.15).scale(1.15, 1, 0.8), "handle")
        face = lathe(
            [(0.36 * h, -0.02), (0.36 * h, 0.022), (0.55 * h, 0.028), (0.55 * h, 0.052), (0.48 * h, 0.056)]
        ).rotate(z=-90)
        claw = extrude(
            [
                *bezier((0.0, 0.45 * h), (-0.4 * w, 0.55 * h), (-0.62 * w, -0.1 * h), (-0.66 * w, -0.95 * h)),
                *bezier((-0.62 * w, -1.0 * h), (-0.5 * w, -0.2 * h), (-0.3 * w, -0.3 * h), (0.0, -0.4 * h)),
            ],
            0.95 * h,
            bevel=0.06 * h,
        )
        claw = claw - box(0.5 * w, 2 * h, 0.16 * h).move(-0.62 * w, -0.3 * h)
        d.add("head", union(face, claw, box(2.9 * r, 1.12 * h, 2.3 * r, 0.1 * h)).move(y=y), "head")
        if v.grip:
            d.add("grip", ribbed(0.38 * n, 1.32 * r, 8, 0.07).scale(1.15, 1, 0.9).move(y=-0.002), "grip")
    elif v.kind == "mallet":
        d.add("handle", haft(n, r, 1.2), "handle")
        d.add("head", box(w, h, 0.75 * h, b).move(y=y - 0.1 * h), "handle")
        for i, s in enumerate((-1, 1)):
            d.add(f"face_{i + 1}", box(0.12 * w, 1.04 * h, 0.79 * h, 0.6 * b).move(s * 0.47 * w, y - 0.1 * h), "head")
    else:
        d.add("handle", haft(n - 0.1 * h, r, 1.2), "handle")
        if v.kind == "sledge":
            face = union(
                extrude(polygon(0.54 * h, 8, 22.5), 0.9 * w, bevel=b).rotate(y=90),
                cylinder(0.46 * h, w, bevel=0.05 * h).rotate(z=90),
            )
        elif v.kind == "rune":
            face = union(box(0.84 * w, h, h, b), box(w, 0.76 * h, 0.76 * h, b), box(0.2 * w, 1.06 * h, 1.06 * h, b))
        else:
            face = union(
                box(0.5 * w, 0.62 * h, 0.62 * h, b).move(x=0.1 * w),
                extrude(polygon(0.55 * h, 8, 22.5), 0.22 * w, bevel=0.6 * b).rotate(y=90).move(x=0.4 * w),
                cylinder(1.7 * r, 1.4 * h, bevel=0.2 * r),
            )
            back = (
                sweep(
                    [(-0.0 * w, 0, 0), (-0.45 * w, 0.05 * h, 0), (-0.8 * w, -0.45 * h, 0)],
                    [0.3 * h, 0.26 * h, 0.03 * h],
                )
                if v.spike
                else extrude(polygon(0.45 * h, 4, 45), 0.4 * w, taper=0.6, bevel=0.5 * b)
                .rotate(y=-90)
                .move(x=-0.22 * w)
            )
            d.add("spike" if v.spike else "peen", back.move(y=y), "head")
            d.add(
                "top_spike",
                union(cone(1.1 * r, 0.16 * n, 4).move(y=n + 0.11 * n), sphere(1.5 * r).move(y=n + 0.3 * h)),
                "trim",
            )
        d.add("head", face.move(y=y), "head")
        if v.kind == "rune":
            marks = union(
                extrude(polygon(0.3 * h, 4), 1.12 * h, holes=[polygon(0.2 * h, 4)]),
                *(box(0.05 * w, 0.5 * h, 1.03 * h).rotate(z=s * 30).move(x=s * 0.28 * w) for s in (-1, 1)),
            )
            d.add("rune", marks.move(y=y), "rune")
            d.add("strap", torus(0.03, 0.005).rotate(x=90).move(y=0.036), "grip")
        if v.grip:
            d.add("grip", ribbed((0.3 if v.kind != "rune" else 0.55) * n, 1.25 * r, 11).move(y=0.04 * n), "grip")
        for i in range(v.bands):
            d.add(
                f"band_{i + 1}",
                cylinder(1.35 * r, 0.03 * n, bevel=0.2 * r).move(y=y - 0.6 * h - 0.02 * n - 0.06 * n * i),
                "trim",
                group="bands",
            )
    d.point("grip", (0, 0.22 * n, 0), front=(1, 0, 0), size=2 * r)
    d.point("top", (0, n, 0), size=w)
    return d


@family(
    "mace",
    "weapon",
    nouns={
        "morning star": {"head": "spiked"},
        "morningstar": {"head": "spiked"},
        "club": {"head": "club"},
        "spiked club": {"head": "club", "spikes": 14},
        "flanged mace": {"head": "flanged"},
        "flail": {"head": "flail"},
        "cudgel": {"head": "club"},
        "scepter": {"head": "orb"},
        "sceptre": {"head": "orb"},
    },
    parameters=(
        Choice("head", ("spiked", "flanged", "club", "flail", "orb")),
        Real("length", 0.7, 0.5, 0.9),
        Real("head_radius", 0.08, 0.065, 0.1, unit="", about="share of the length"),
        Real("radius", 0.017, 0.014, 0.021, about="of the haft"),
        Whole("flanges", 7, 5, 9),
        Whole("spikes", 16, 10, 22),
        Real("spike_length", 0.7, 0.5, 1.0, unit="", about="share of the head's radius"),
        Flag("wrap", 0.7),
        Whole("bands", 2, 0, 3),
    ),
    slots={
        "head": ("steel", "iron", "gunmetal", "gold"),
        "haft": ("oak", "walnut", "wood", "gunmetal"),
        "wrap": ("leather", "leather:#7a1f1c", "leather:#2a2220"),
        "trim": ("brass", "gold", "iron"),
    },
    words={
        "spikes": {"head": "spiked"},
        "spiked": {"head": "spiked"},
        "flanged": {"head": "flanged"},
        "chain": {"head": "flail"},
    },
    paints={"handle": "haft", "grip": "wrap", "spikes": "trim", "chain": "trim"},
    height=(0.4, 1.2),
)
def mace(v: Values) -> Draft:
    """Stands on the foot of its haft."""
    n, r = v.length, v.radius
    k = v.head_radius * n
    d = Draft(extent=n)
    y = n - 1.35 * k

    def spiky(count: int, rad: float, length: float) -> list[Node]:
        out: list[Node] = []
        for i in range(count):
            c = 1 - 2 * (i + 0.5) / count
            a = 2.39996 * i
            s = math.sqrt(1 - c * c)
            polar = math.degrees(math.acos(c))
            out.append(
                cone(0.22 * rad, length + 0.2 * rad, 6)
                .move(y=rad + 0.5 * length - 0.1 * rad)
                .rotate(z=-polar)
                .rotate(y=-math.degrees(a))
                if s
                else cone(0.2 * rad, length).move(y=rad)
            )
        return out

    if v.head == "club":
        d.add(
            "haft",
            lathe(
                [
                    (1.0 * r, 0),
                    (1.35 * r, 0.02 * n),
                    (1.0 * r, 0.05 * n),
                    (1.1 * r, 0.3 * n),
                    (0.75 * k, 0.72 * n),
                    (0.95 * k, 0.9 * n),
                    (0.75 * k, 0.98 * n),
                    (0.35 * k, n),
                ],
                smooth=True,
            ).roughened(0.003, 0.06, v.seed),
            "haft",
        )
        for i in range(v.spikes):
            t = 0.66 + 0.3 * (i + 0.5) / v.spikes
            rad = (0.68 + 0.25 * (t - 0.66) / 0.25) * k if t < 0.9 else 0.86 * k
            d.add(
                f"spike_{i + 1}",
                cone(0.013, 0.045 + 0.01, 6).rotate(z=-90).move(rad + 0.012).rotate(y=137.5 * i).move(y=t * n),
                "head",
                group="spikes",
            )
    elif v.head == "flail":
        m = 0.62 * n
        d.add("haft", haft(m, r, 1.3), "haft")
        d.add(
            "cap",
            union(
                cylinder(1.3 * r, 0.06 * n, bevel=0.2 * r).move(y=m),
                torus(0.9 * r, 0.3 * r).rotate(x=90).move(y=m + 0.03 * n + 0.9 * r),
            ),
            "trim",
        )
        link, pts = 0.026, []
        a0, x, yy = 65.0, 0.35 * link, m + 0.03 * n + 1.9 * r
        for _ in range(9):
            pts.append((x, yy, a0))
            x, yy = x + 1.45 * link * math.cos(math.radians(a0)), yy + 1.45 * link * math.sin(math.radians(a0))
            a0 = max(-90.0, a0 - 29)
        links = [
            torus(0.62 * link, 0.2 * link).scale(1.5, 1, 1).rotate(x=90 * (i % 2)).rotate(z=a).move(px, py)
            for i, (px, py, a) in enumerate(pts)
        ]
        d.add("chain", union(*links), "trim")
        cx, cy = pts[-1][0], pts[-1][1] - 0.9 * link - 0.95 * k
        d.add("head", union(sphere(k), *spiky(v.spikes, k, 0.7 * v.spike_length * k)).move(cx, cy), "head")
    else:
        d.add("haft", haft(n - k, r, 1.3), "haft")
        collar = lathe(
            [(r, y - 1.5 * k), (1.7 * r, y - 1.3 * k), (1.3 * r, y - 1.1 * k), (1.6 * r, y - 0.8 * k), (1.4 * r, y)]
        )
        d.add("collar", collar, "trim")
        if v.head == "spiked":
            d.add("head", sphere(k).move(y=y + 0.3 * k), "head")
            for i, s in enumerate(spiky(v.spikes, k, v.spike_length * k)):
                d.add(f"spike_{i + 1}", s.move(y=y + 0.3 * k), "trim", group="spikes")
        elif v.head == "orb":
            d.add("head", sphere(k).move(y=y + 0.3 * k), "head")
            d.add(
                "crown",
                union(
                    torus(0.98 * k, 0.1 * k),
                    torus(0.98 * k, 0.1 * k).rotate(x=90),
                    torus(0.98 * k, 0.1 * k).rotate(z=90),
                ).move(y=y + 0.3 * k),
                "trim",
            )
            d.add(
                "cross",
                union(
                    box(0.18 * k, 0.7 * k, 0.18 * k, 0.03 * k),
                    box(0.55 * k, 0.18 * k, 0.18 * k, 0.03 * k).move(y=0.08 * k),
                ).move(y=y + 1.6 * k),
                "trim",
            )
        else:
            flange = extrude(
                [
                    (0.3 * r, -1.25 * k),
                    (0.55 * k, -1.2 * k),
                    (1.15 * k, -0.1 * k),
                    (1.2 * k, 0.25 * k),
                    (0.6 * k, 0.95 * k),
                    (0.3 * r, 1.05 * k),
                ],
                0.2 * k,
                bevel=0.05 * k,
            )
            d.add(
                "head",
                union(flange.around(v.flanges), lathe([(1.2 * r, -1.3 * k), (0.5 * k, 0), (1.2 * r, 1.1 * k)])).move(
                    y=y + 0.1 * k
                ),
                "head",
            )
            d.add("finial", sphere(1.1 * r, 1.5 * r, 1.1 * r).move(y=y + 1.3 * k), "trim")
    if v.wrap:
        d.add("wrap", ribbed(0.28 * n, 1.24 * r, 11).move(y=0.06 * n), "wrap")
    if v.bands:
        d.add("bands", bands([(0.4 + 0.06 * i) * n for i in range(v.bands)], 1.1 * r, 0.3 * r), "trim")
    d.point("grip", (0, 0.2 * n, 0), front=(1, 0, 0), size=2 * r)
    d.point("top", (0, n, 0), size=2 * k)
    return d
