"""Pumpkins, plain or carved."""

from __future__ import annotations

import math

from maquette.shapes.api import difference, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import lobed
from maquette.shapes.sub.palettes import GREENS


@family(
    "pumpkin",
    "food",
    nouns={
        "jack o lantern": {"face": "happy"},
        "jack-o-lantern": {"face": "happy"},
        "jack o' lantern": {"face": "happy"},
        "halloween pumpkin": {"face": "evil"},
        "scary pumpkin": {"face": "evil"},
        "squash": {"face": "none"},
        "gourd": {"face": "none"},
    },
    parameters=(
        Real("width", 0.34, 0.24, 0.5),
        Real("height", 0.78, 0.62, 1.0, unit="", about="share of the width"),
        Whole("ribs", 12, 9, 14),
        Real("rib_depth", 1.0, 0.7, 1.3, unit=""),
        Choice("face", ("none", "happy", "evil")),
        Whole("teeth", 3, 2, 4),
        Real("stem_length", 0.24, 0.16, 0.34, unit="", about="share of the width"),
        Real("stem_bend", 25, -40, 40, unit="deg"),
        Flag("leaf", 0.4),
        Flag("tendril", 0.5),
    ),
    slots={
        "body": ("plastic:#e07a1c", "plastic:#e8861f", "plastic:#d0661a", "plastic:#ded4b8"),
        "stem": ("bark:#5f6a32", "bark:#6a5a34"),
        "glow": ("glow:#ffd860", "glow:#ffc83a", "glow:#b8ff5a"),
        "leaf": GREENS,
    },
    words={
        "face": {"face": "happy"},
        "carved": {"face": "happy"},
        "scary": {"face": "evil"},
        "evil": {"face": "evil"},
        "halloween": {"face": "evil"},
        "leaf": {"leaf": True},
        "plain": {"face": "none"},
    },
    paints={"eyes": "glow", "mouth": "glow", "light": "glow", "ribs": "body", "stalk": "stem"},
    height=(0.16, 0.75),
)
def pumpkin(v: Values) -> Draft:
    """Ribs around a core; a carved one glows from within."""
    r, h = 0.5 * v.width, v.width * v.height
    d = Draft(extent=max(v.width, 1.15 * h))
    rib = sphere(0.5 * r, 0.5 * h, 1.55 * math.pi * r * 0.62 / v.ribs * (2 - v.rib_depth * 0.75)).move(
        x=0.5 * r, y=0.5 * h
    )
    body = union(rib.around(v.ribs).rotate(y=180 / v.ribs), sphere(0.72 * r, 0.42 * h, 0.72 * r).move(y=0.5 * h))
    if v.face != "none":
        eye = (
            [(-0.17, -0.12), (0.17, -0.12), (0.02, 0.17)]
            if v.face == "happy"
            else [(-0.2, -0.02), (-0.02, -0.15), (0.2, -0.1), (-0.2, 0.18)]
        )
        nose = [(-0.08, -0.07), (0.08, -0.07), (0.0, 0.08)]
        mouth = []
        count = 2 * v.teeth + 1
        for i in range(17):
            x = -0.52 + 1.04 * i / 16
            mouth.append((x, -0.14 + 0.62 * x * x))
        low = []
        for i in range(count * 2 + 1):
            x = 0.52 - 1.04 * i / (count * 2)
            tooth = 0.14 if (i // 2) % 2 == 1 and v.face == "happy" else (0.13 * (i % 2) if v.face == "evil" else 0.0)
            low.append(
                (x, -0.3 + 1.15 * x * x * (0.9 if v.face == "evil" else 1.0) * 0.9 + (tooth if abs(x) < 0.42 else 0))
            )
        outline = [*mouth, *((x, min(y, -0.15 + 0.62 * x * x - 0.015)) for x, y in low[1:-1])]

        def shape(points: list[tuple[float, float]], x: float, y: float, s: float = 1.0) -> Node:
            return extrude([(r * (s * a + x), 0.5 * h * (b * 1.15 + y)) for a, b in points], r).move(z=r)

        cuts = [
            shape(eye, 0.33, 0.24),
            shape([(-a, b) for a, b in eye], -0.33, 0.24),
            shape(nose, 0, 0.03),
            shape(outline, 0, -0.12),
        ]
        holes = union(*(c.move(y=0.5 * h) for c in cuts))
        d.add("body", difference(body, holes), "body")
        d.add("glow", intersection_core(r, h), "glow", group="face")
    else:
        d.add("body", body, "body")
    s = v.stem_length * v.width
    bend = math.tan(math.radians(v.stem_bend)) * s
    star = [
        (q * math.cos(math.tau * i / 10), q * math.sin(math.tau * i / 10))
        for i, q in enumerate([0.09 * r, 0.125 * r] * 5)
    ]
    d.add(
        "stem",
        union(
            sweep(
                [
                    (0, 0.8 * h, 0),
                    (0, 0.96 * h + 0.25 * s, 0),
                    (0.45 * bend, 0.9 * h + 0.75 * s, 0),
                    (bend, 0.9 * h + s, 0),
                ],
                profile=star,
            ),
            lobed([(0.26 * r, 0.84 * h), (0.2 * r, 0.93 * h), (0.09 * r, 1.0 * h)], 6, 0.12),
        ),
        "stem",
    )
    if v.leaf:
        n = 0.55 * r
        outline = [
            (0, 0),
            (0.35, -0.12),
            (0.55, 0.15),
            (0.42, 0.4),
            (0.5, 0.65),
            (0.2, 0.75),
            (0.0, 1.0),
            (-0.2, 0.75),
            (-0.5, 0.65),
            (-0.42, 0.4),
            (-0.55, 0.15),
            (-0.35, -0.12),
        ]
        d.add(
            "leaf",
            extrude([(n * a, n * b) for a, b in outline], 0.05 * n)
            .bent(50, "y", "z")
            .rotate(x=70)
            .rotate(y=115)
            .move(y=0.97 * h),
            "leaf",
            group="leaves",
        )
    if v.tendril:
        q = 0.09 * r
        curl = [
            (
                0.2 * r + 0.03 * r * i + q * math.cos(0.9 * i),
                1.0 * h + 0.02 * r * math.cos(i) + q * 0.8,
                q * math.sin(0.9 * i),
            )
            for i in range(14)
        ]
        d.add(
            "tendril", sweep([(0, 0.93 * h, 0), (0.1 * r, 1.0 * h, 0), *curl], 0.024 * r, sides=6).rotate(y=-60), "leaf"
        )
    d.point("top", (0, h + 0.5 * s, 0), size=v.width)
    return d


def intersection_core(r: float, h: float) -> Node:
    """What shines inside."""
    return sphere(0.8 * r, 0.43 * h, 0.8 * r).move(y=0.5 * h)
