"""Ghosts."""

from __future__ import annotations

import math

from maquette.shapes.api import sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub import features as f
from maquette.shapes.sub.flesh import Flesh, Frame, add


@family(
    "ghost",
    "creature",
    nouns={"spirit": {}, "phantom": {}, "spook": {}, "halloween ghost": {}, "wraith": {"mood": "scary"}, "boo": {}},
    parameters=(
        Real("height", 1.4, 0.4, 2.0),
        Real("width", 1.0, 0.8, 1.2, unit=""),
        Whole("tails", 7, 5, 10, about="tips of its hem"),
        Choice("mood", ("friendly", "surprised", "scary")),
        Real("arms", 1.0, 0.7, 1.4, unit=""),
        Real("sway", 0.12, 0.0, 0.25, unit=""),
        Flag("cheeks", 0.35),
        Flag("hat", 0.12),
        Flag("chain", 0.2),
    ),
    slots={
        "sheet": ("fabric:#f4f4f8", "fabric:#e4ecf6", "cloud", "glow:#9fc8ee"),
        "eyes": ("paint:#15161c",),
        "mouth": ("paint:#20212c", "paint:#3a2030"),
        "cheeks": ("paint:#f0a0b0",),
        "hat": ("fabric:#2a2730",),
        "chain": ("iron",),
    },
    words={
        "hat": {"hat": True},
        "scary": {"mood": "scary"},
        "friendly": {"mood": "friendly"},
        "cute": {"cheeks": True, "mood": "friendly"},
        "chain": {"chain": True},
    },
    paints={"body": "sheet"},
    height=(0.38, 2.6),
)
def ghost(v: Values) -> Draft:
    """A floating sheet with round eyes, little arms and a ragged hem."""
    h, d = v.height, Draft(extent=v.height)
    r = 0.25 * h * v.width
    flesh = Flesh(0.045 * h, 64)
    flesh.chain([(0, 0.74 * h, 0), (0, 0.5 * h, 0), (0, 0.28 * h, -0.02 * h)], [r, 1.0 * r, 1.05 * r])
    for i in range(v.tails):
        a = 2 * math.pi * (i + 0.5) / v.tails
        x, z = math.sin(a), math.cos(a)
        low = 0.035 * h + (0.05 * h if i % 2 else 0)
        flesh.chain(
            [
                (0.6 * r * x, 0.3 * h, 0.6 * r * z - 0.02 * h),
                (0.92 * r * x, 0.16 * h, 0.92 * r * z - 0.03 * h),
                (1.02 * r * x + v.sway * 0.3 * h, low, 1.02 * r * z - 0.06 * h),
            ],
            [0.42 * r, 0.3 * r, 0.12 * r],
        )
    k = v.arms
    flesh.chain(
        [(0.75 * r, 0.56 * h, 0.03 * h), (r + 0.1 * h * k, 0.54 * h, 0.1 * h), (r + 0.15 * h * k, 0.6 * h, 0.16 * h)],
        [0.1 * h, 0.07 * h, 0.035 * h],
        both=True,
    )
    head = Frame((0, 0.72 * h, 0), 0, r)
    for name, az, el, x, y in (("eyes", 20, 12, 0.19, 0.27),):
        on = f.on_skin(flesh, head, az, el)
        tilt = {"friendly": 0, "surprised": 0, "scary": -28}[v.mood]
        d.add(
            name,
            sphere(x * r, (y if v.mood != "scary" else 0.2) * r, 0.1 * r)
            .rotate(z=tilt)
            .rotate(y=az)
            .move(*on)
            .mirrored(),
            "eyes",
            group="head",
        )
    if v.mood == "friendly":
        d.add(
            "mouth",
            f.mouth_line(flesh, head, (0, 0, 0), half=20, elevation=-20, smile=11, thick=0.06),
            "mouth",
            group="head",
        )
    else:
        on = f.on_skin(flesh, head, 0, -22)
        d.add(
            "mouth",
            sphere((0.17 if v.mood == "surprised" else 0.34) * r, 0.22 * r, 0.12 * r).move(*on),
            "mouth",
            group="head",
        )
    if v.cheeks:
        d.add(
            "cheeks",
            sphere(0.13 * r, 0.09 * r, 0.06 * r).rotate(y=36).move(*f.on_skin(flesh, head, 36, -6)).mirrored(),
            "cheeks",
            group="head",
        )
    top = flesh.hit((0, 3 * h, 0), (0, 0.3 * h, 0))
    if v.hat:
        from maquette.shapes.api import lathe

        hat = lathe(
            [(0.85 * r, 0), (0.87 * r, 0.06 * r), (0.5 * r, 0.08 * r), (0.46 * r, 0.62 * r), (0.44 * r, 0.64 * r)]
        )
        d.add("hat", hat.rotate(z=-10).move(*add(top, (0.05 * r, -0.14 * r, 0))), "hat", group="head")
    if v.chain:
        from maquette.shapes.api import torus

        at = (r + 0.15 * h * k, 0.57 * h, 0.16 * h)
        links = [
            torus(0.022 * h, 0.008 * h)
            .scale(1, 1, 1.3)
            .rotate(x=90)
            .rotate(y=90 * (i % 2))
            .move(*add(at, (0, -0.035 * h * i, 0)))
            for i in range(5)
        ]
        d.add("chain", union(*links), "chain")
    d.add("body", flesh.node(), "sheet")
    d.point("head", top, size=1.8 * r)
    d.point("top", top)
    for side, s in (("left", 1), ("right", -1)):
        d.point(f"hand_{side}", (s * (r + 0.15 * h * k), 0.6 * h, 0.16 * h), up=(0, 1, 0.2), size=0.04 * h)
    return d
