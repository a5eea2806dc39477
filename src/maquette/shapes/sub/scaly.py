"""Scales: measures, colours and ornaments that reptiles share."""

from __future__ import annotations

import math

from maquette.shapes.api import union
from maquette.shapes.family import Real
from maquette.shapes.sub import features as f
from maquette.shapes.sub.beast import HAIR_SLOTS, Beast
from maquette.shapes.sub.flesh import toward

SHAPE = (
    Real("length", 1.0, 0.88, 1.15, unit=""),
    Real("build", 1.0, 0.85, 1.2, unit=""),
    Real("head", 1.0, 0.88, 1.2, unit=""),
    Real("tail_length", 1.0, 0.8, 1.2, unit=""),
)
SCALY = (
    {
        "belly": ("scales:#d8c88a", "scales:#c8c0a0"),
        "spikes": ("horn:#3a3a2a", "horn:#c8a860"),
        "teeth": ("bone:#f4ecd8",),
        "claws": ("horn:#201c18",),
        "horn": ("bone", "horn"),
        "spots": ("scales:#3a3020", "scales:#d8a030"),
    }
    | HAIR_SLOTS
    | {"eyes": ("paint:#e0a818", "paint:#c8d040")}
)
PAINT = {"body": "scales", "skin": "scales", "stripes": "spots"}
WORDS: dict[str, dict[str, object]] = {"spikes": {"spikes": True}, "teeth": {"teeth": True}, "spots": {"spots": True}}


def back_spikes(a: Beast, low: float, high: float, count: int, size: float) -> None:
    """A row along the back, from `low` to `high` in trunk lengths."""
    h = a.build.height
    nodes = []
    for i in range(count):
        z = (high + (low - high) * i / (count - 1)) * a.build.length
        on = a.flesh.hit((0, 3 * h, z), (0, 0.1 * h, z))
        nodes.append(
            f.spike(
                on, (0, 1, -0.4), size * h * (0.6 + 0.4 * math.sin(math.pi * i / (count - 1))), 0.3 * size * h, 6, 0.3
            )
        )
    a.d.add("spikes", union(*nodes), "spikes", group="back")


def row_of_teeth(a: Beast, length: float, count: int = 5) -> None:
    """Teeth along both jaws."""
    m, hd = a.muzzle, a.head
    nodes = []
    for s in (1, -1):
        for i in range(count):
            c = (0.9 * s * m.wide, -m.drop, (m.reach - m.tip) * (1 - 0.75 * i / count))
            on = a.flesh.out(hd(*c), hd.turn(toward(s * (35 if i == 0 else 85), -20)), 4 * hd.size)
            nodes.append(f.spike(on, (0.2 * s, -1, 0.1), length * hd.size, 0.28 * length * hd.size, 6, 0.25))
    a.d.add("teeth", union(*nodes), "teeth", group="head")
