"""Maces, clubs and flails."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cone, cylinder, extrude, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.arms import bands, haft, ribbed


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
