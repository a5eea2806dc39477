"""Lantern: a light between bars or panes, a roof over it, a ring to carry it."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.lighting import add_candle, cage, pane_box
from maquette.shapes.sub.outlines import ring_of, rod
from maquette.shapes.sub.palettes import FLAME, WICK


@family(
    "lantern",
    "household",
    nouns={
        "oil lamp": {"kind": "storm"},
        "hurricane lamp": {"kind": "storm"},
        "storm lantern": {"kind": "storm"},
        "candle lantern": {"kind": "square"},
        "oil lantern": {"kind": "storm"},
        "medieval lantern": {"kind": "cage"},
        "japanese lantern": {"kind": "round"},
        "camping lantern": {"kind": "cage"},
    },
    parameters=(
        Choice("kind", ("square", "storm", "cage", "round")),
        Real("height", 0.3, 0.2, 0.42, about="without the ring"),
        Real("width", 0.5, 0.42, 0.6, unit="", about="share of the height"),
        Whole("bars", 6, 4, 8),
        Real("thickness", 0.03, 0.022, 0.04, unit="", about="of bars, share of the height"),
        Real("roof", 0.22, 0.16, 0.3, unit="", about="height of the roof, share of the height"),
        Flag("lit", 0.9),
        Flag("candle", 0.5),
        Flag("chain", 0.2),
        Real("ring", 0.16, 0.12, 0.2, unit="", about="radius of the handle, share of the height"),
        Flag("feet", 0.6),
    ),
    slots={
        "frame": ("iron", "brass", "copper", "paint:#7a2a22", "bronze"),
        "glass": ("glow:#ffd080", "glass", "glow:#ffb860"),
        "flame": FLAME,
        "wax": ("wax",),
        "wick": WICK,
    },
    words={
        "lit": {"lit": True},
        "candle": {"candle": True, "kind": "square"},
        "chain": {"chain": True},
        "glowing": {"lit": True},
    },
    paints={"light": "flame", "handle": "frame", "cage": "frame"},
    height=(0.18, 0.75),
)
def lantern(v: Values) -> Draft:
    """A light between bars or panes, a roof over it, a ring to carry it."""
    h, w = v.height, v.width * v.height
    t, roof, base = v.thickness * h, v.roof * h, 0.1 * h
    d = Draft(extent=h + 2 * v.ring * h)
    low, top = base - 0.004 * h, h - roof
    mid = (low + top) / 2
    r = w / 2
    if v.kind == "square":
        d.add(
            "base",
            union(*(_plate(w * k, base * 0.55, y) for k, y in ((1.12, 0.28 * base), (1.0, 0.72 * base)))),
            "frame",
            group="frame",
        )
        d.add("frame", pane_box(0.92 * w, top - low + 0.01 * h, t).move(y=low), "frame", group="frame")
        d.add(
            "roof",
            lathe(
                [
                    (0.8 * w, top),
                    (0.82 * w, top + 0.02 * h),
                    (0.45 * w, h - 0.35 * roof),
                    (0.2 * w, h - 0.12 * roof),
                    (0.18 * w, h),
                    (0, h),
                ],
                sides=4,
            ).rotate(y=45),
            "frame",
            group="roof",
        )
        d.add(
            "bars",
            union(
                *(
                    cylinder(0.32 * t, top - low).move(x, mid, z)
                    for x, z in (
                        (0, 0.46 * w - 0.5 * t),
                        (0, -0.46 * w + 0.5 * t),
                        (0.46 * w - 0.5 * t, 0),
                        (-0.46 * w + 0.5 * t, 0),
                    )
                )
            ),
            "frame",
            group="frame",
        )
    elif v.kind == "round":
        ribs = max(5, v.bars)
        points = (
            [(0.32 * r, base)]
            + [
                (
                    r * (0.45 + 0.55 * (1 - (2 * k - 1) ** 2) ** 0.5) * (1.0 if i % 2 else 0.95),
                    base + (h - 2 * base) * k,
                )
                for i, k in enumerate([(j + 0.5) / (2 * ribs) for j in range(2 * ribs)])
            ]
            + [(0.32 * r, h - base)]
        )
        d.add("glass", lathe(points), "glass", group="glass")
        d.add(
            "base",
            union(
                cylinder(0.42 * r, base, bevel=0.1 * base).move(y=0.06 * h + base / 2 - 0.01 * h),
                cylinder(0.03 * h, 0.08 * h, top=0.012 * h).move(y=0.04 * h),
            ),
            "frame",
            group="frame",
        )
        d.add("cap", cylinder(0.42 * r, base, bevel=0.1 * base).move(y=h - base / 2), "frame", group="frame")
    else:
        d.add(
            "base",
            lathe([(r, 0), (1.02 * r, 0.2 * base), (0.98 * r, 0.85 * base), (0.8 * r, base), (0, base)])
            if v.kind == "cage"
            else lathe(
                [
                    (r, 0),
                    (1.03 * r, 0.3 * base),
                    (1.0 * r, 1.5 * base),
                    (0.55 * r, 1.9 * base),
                    (0.5 * r, 2.3 * base),
                    (0, 2.3 * base),
                ]
            ),
            "frame",
            group="frame",
        )
        if v.kind == "storm":
            low = 2.2 * base
            d.add(
                "glass",
                lathe(
                    [
                        (0.42 * r, low),
                        (0.75 * r, low + 0.3 * (top - low)),
                        (0.68 * r, low + 0.6 * (top - low)),
                        (0.42 * r, top + 0.01 * h),
                    ],
                    smooth=True,
                ),
                "glass",
                group="glass",
            )
            for name, s in (("pipe_left", 1), ("pipe_right", -1)):
                d.add(
                    name,
                    sweep(
                        [
                            (s * 0.9 * r, 0.9 * base, 0),
                            (s * 1.12 * r, 0.3 * h, 0),
                            (s * 1.12 * r, 0.6 * h, 0),
                            (s * 0.5 * r, top + 0.35 * roof, 0),
                        ],
                        0.5 * t,
                    ),
                    "frame",
                    group="frame",
                )
            d.add(
                "guards",
                union(
                    *(torus(0.8 * r, 0.3 * t).move(y=y) for y in (low + 0.35 * (top - low),)),
                    *(
                        rod(
                            (0.45 * r * x, low - 0.01 * h, 0.45 * r * z),
                            (0.8 * r * x, low + 0.35 * (top - low), 0.8 * r * z),
                            (0.5 * r * x, top, 0.5 * r * z),
                            radius=0.28 * t,
                        )
                        for x, z in ring_of(4, 1.0, 45)
                    ),
                ),
                "frame",
                group="frame",
            )
            d.add("cap", cylinder(0.02 * h, 0.02 * h).rotate(z=90).move(0.7 * r, 1.6 * base, 0.3 * r), "frame")
            d.add(
                "roof",
                lathe(
                    [
                        (0.55 * r, top),
                        (0.58 * r, top + 0.3 * roof),
                        (0.3 * r, top + 0.4 * roof),
                        (0.34 * r, top + 0.8 * roof),
                        (0.45 * r, top + 0.85 * roof),
                        (0.1 * r, h),
                        (0, h),
                    ]
                ),
                "frame",
                group="roof",
            )
        else:
            d.add("bars", cage(0.86 * r, top - low + 0.02 * h, v.bars, 0.42 * t).move(y=low), "frame", group="frame")
            d.add(
                "roof",
                lathe(
                    [
                        (1.06 * r, top),
                        (1.08 * r, top + 0.1 * roof),
                        (0.6 * r, top + 0.55 * roof),
                        (0.2 * r, h - 0.1 * roof),
                        (0.2 * r, h),
                        (0, h),
                    ]
                ),
                "frame",
                group="roof",
            )
    if v.kind in ("square", "cage"):
        if v.candle:
            k = 0.2 * w
            add_candle(d, "candle", (0, low - 0.005 * h, 0), k, 0.42 * (top - low), lit=v.lit)
        else:
            d.add("lamp", cylinder(0.22 * w, 0.14 * (top - low)).move(y=low + 0.06 * (top - low)), "frame")
            d.add(
                "light",
                lathe(
                    [
                        (0.16 * w, 0),
                        (0.28 * w, 0.3 * (top - low)),
                        (0.22 * w, 0.55 * (top - low)),
                        (0, 0.7 * (top - low)),
                    ],
                    smooth=True,
                ).move(y=low + 0.12 * (top - low)),
                "flame" if v.lit else "glass",
            )
    ring = v.ring * h
    y = h - 0.004 * h
    if v.kind == "storm":
        d.add(
            "ring",
            sweep(
                [
                    (1.12 * r, 0.5 * h, 0),
                    (1.3 * r, 0.75 * h, 0),
                    (1.0 * r, h + 0.9 * ring, 0),
                    (0, h + 1.4 * ring, 0),
                    (-1.0 * r, h + 0.9 * ring, 0),
                    (-1.3 * r, 0.75 * h, 0),
                    (-1.12 * r, 0.5 * h, 0),
                ],
                0.32 * t,
            ),
            "frame",
            group="handle",
        )
        grip = h + 1.4 * ring
    else:
        d.add("knob", sphere(0.045 * h).move(y=y + 0.01 * h), "frame")
        d.add("ring", torus(ring, 0.35 * t).rotate(x=90).move(y=y + 0.03 * h + ring), "frame", group="handle")
        grip = y + 0.03 * h + 2 * ring
    if v.chain:
        link: Node = torus(0.035 * h, 0.011 * h).scale(1, 1, 1.5).rotate(x=90)
        d.add(
            "chain",
            union(*(link.rotate(y=90 * (i % 2 + 1)).move(y=grip + 0.028 * h + i * 0.076 * h) for i in range(4))),
            "frame",
            group="handle",
        )
    if v.feet and v.kind in ("square", "cage"):
        feet = [
            sphere(0.035 * h, 0.04 * h, 0.035 * h).move(x, 0.0, z)
            for x, z in ring_of(4, 0.75 * w if v.kind == "square" else 0.8 * r, 45)
        ]
        d.parts[:] = [p.model_copy(update={"solid": p.solid.move(y=0.04 * h).as_solid()}) for p in d.parts]
        d.add("feet", union(*feet).move(y=0.04 * h), "frame", group="feet")
    d.point("grip", (0, grip, 0), up=(0, -1, 0), front=(0, 0, 1), size=t)
    d.point("top", (0, grip, 0), size=w)
    return d


def _plate(width: float, height: float, y: float) -> Node:
    return box(width, height, width, 0.15 * height, 1).move(y=y)
