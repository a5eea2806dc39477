"""Pine tree: drooping star-shaped layers about a straight trunk."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node


@family(
    "pine tree",
    "plant",
    nouns={
        "pine": {},
        "conifer": {},
        "fir": {},
        "fir tree": {},
        "spruce": {},
        "evergreen": {},
        "christmas tree": {"kind": "christmas", "snow": False},
        "xmas tree": {"kind": "christmas"},
        "cypress": {"width": 0.24},
    },
    parameters=(
        Choice("kind", ("plain", "plain", "christmas")),
        Real("height", 6.0, 2.2, 9.0),
        Real("width", 0.46, 0.3, 0.62, unit="", about="relative to the height"),
        Whole("layers", 5, 3, 8),
        Whole("points", 11, 7, 15, about="of each layer"),
        Real("trunk", 0.04, 0.03, 0.055, unit=""),
        Real("droop", 0.25, 0.1, 0.45, unit=""),
        Whole("baubles", 24, 12, 36),
        Flag("snow", 0.25),
        Flag("star", 0.9),
        Flag("gifts", 0.5),
    ),
    slots={
        "leaf": ("leaf:#2f6b3c", "leaf:#3a7a44", "leaf:#24573a", "leaf:#4a7f3f"),
        "trunk": ("bark",),
        "snow": ("snow",),
        "bauble": ("fruit:#d0242a", "gold", "car paint:#2a5fb0"),
        "light": ("glow:#ffd66a",),
        "star": ("glow:#ffd23a", "gold"),
        "garland": ("gold", "car paint:#c8242a"),
        "gift": ("paper:#c8302c", "paper:#2f6fb0", "paper:#3d8f55"),
        "ribbon": ("gold",),
    },
    words={
        "baubles": {"kind": "christmas"},
        "ornaments": {"kind": "christmas"},
        "lights": {"kind": "christmas"},
        "star": {"star": True, "kind": "christmas"},
        "snow": {"snow": True},
        "gifts": {"gifts": True, "kind": "christmas"},
        "presents": {"gifts": True, "kind": "christmas"},
        "snowy": {"snow": True},
    },
    paints={
        "leaves": "leaf",
        "needles": "leaf",
        "bark": "trunk",
        "baubles": "bauble",
        "ornaments": "bauble",
        "lights": "light",
        "gifts": "gift",
    },
    height=(2.0, 10),
)
def pine_tree(v: Values) -> Draft:
    """Drooping star-shaped layers about a straight trunk."""
    h = v.height * (0.5 if v.kind == "christmas" else 1.0)
    d = Draft(extent=h)
    half, n, rng = v.width * h / 2, v.layers, v.rng("layers")
    foot = 0.12 * h
    d.add(
        "trunk",
        lathe([(1.5 * v.trunk * h, 0), (v.trunk * h, 0.04 * h), (0.8 * v.trunk * h, 0.4 * h), (0.012 * h, 0.93 * h)]),
        "trunk",
    )
    span = h - foot
    radii = []
    for i in range(n):
        t = i / n
        r, y0 = half * (1 - 0.86 * t), foot + span * t * 0.9
        y1 = min(h, y0 + span * (1.65 / n + 0.06))
        tall = y1 - y0
        k = v.points
        star = []
        for j in range(2 * k):
            a = math.pi * j / k
            q = r * (float(rng.uniform(0.92, 1.08)) if j % 2 == 0 else 0.72)
            star.append((q * math.cos(a), q * math.sin(a)))
        layer = extrude(star, tall, taper=0.04).rotate(x=-90).move(y=y0 + tall / 2)
        bowl = lathe(
            [
                (0.0, y0 - 0.1),
                (0.98 * r, y0 - 0.1),
                (0.04 * r, y0 + v.droop * 0.5 * tall),
                (0.0, y0 + v.droop * 0.5 * tall),
            ]
        )
        d.add(f"layer_{i + 1}", (layer - bowl).rotate(y=47 * i), "leaf", group="leaves")
        radii.append((r, y0, tall))
        if v.snow and i < n - 1:
            cap = (
                layer.move(y=-y1).scale(1.02, 1.0, 1.02).move(y=y1 + 0.012 * h)
                & lathe([(0.0, y0 + 0.34 * tall), (0.66 * r, y0 + 0.36 * tall), (0.6 * r, y1), (0, y1 + 1)]).roughened(
                    0.06 * r, 0.3 * r, seed=i
                )
            ).rotate(y=47 * i)
            d.add(f"snow_{i + 1}", cap, "snow", group="snow")
    if v.kind == "christmas":
        per = max(2, v.baubles // n)
        for i, (r, y0, tall) in enumerate(radii):
            balls: list[Node] = []
            lamps: list[Node] = []
            for j in range(per if i < n - 1 else 2):
                a = 2 * math.pi * round((j + 0.37 * i) * v.points / per) / v.points - math.radians(47 * i)
                q, s = 0.8 * r, 0.02 * h
                at = (q * math.cos(a), y0 + 0.13 * tall, q * math.sin(a))
                (balls if (i + j) % 2 else lamps).append(sphere(s if (i + j) % 2 else 0.9 * s).move(*at))
            for name, group, slot in (("baubles", balls, "bauble"), ("lights", lamps, "light")):
                if group:
                    d.add(f"{name}_{i + 1}", union(*group), slot, group=name)
            d.add(
                f"garland_{i + 1}",
                torus(0.66 * r, 0.009 * h).rotate(x=6).move(y=y0 + 0.33 * tall),
                "garland",
                group="garland",
            )
        if v.star:
            s = 0.075 * h
            pts = [
                (
                    s * (1 if j % 2 == 0 else 0.42) * math.sin(math.pi * j / 5),
                    s * (1 if j % 2 == 0 else 0.42) * math.cos(math.pi * j / 5),
                )
                for j in range(10)
            ]
            d.add("star", extrude(pts, 0.35 * s, bevel=0.12 * s).move(y=h + 0.4 * s), "star")
        if v.gifts:
            for i in range(3):
                a, s = 1.0 + 0.85 * i, h * float(rng.uniform(0.045, 0.06))
                at = (0.55 * half * math.cos(a), 0.0, 0.6 * half * math.sin(a) + 0.1 * half)
                d.add(
                    f"gift_{i + 1}",
                    box(2 * s, 1.6 * s, 2 * s, 0.1 * s).rotate(y=30 * i).move(at[0], 0.8 * s + 0.004 * h, at[2]),
                    "gift",
                    group="gifts",
                )
                d.add(
                    f"ribbon_{i + 1}",
                    union(
                        box(2.06 * s, 1.66 * s, 0.4 * s),
                        box(0.4 * s, 1.66 * s, 2.06 * s),
                        sphere(0.42 * s, 0.25 * s, 0.25 * s).move(y=0.95 * s),
                    )
                    .rotate(y=30 * i)
                    .move(at[0], 0.83 * s, at[2]),
                    "ribbon",
                    group="gifts",
                )
            d.add("cloth", cylinder(0.95 * half, 0.02 * h, 0.85 * half).move(y=0.01 * h), "gift")
    d.point("top", (0, h, 0), size=0.1 * h)
    return d
