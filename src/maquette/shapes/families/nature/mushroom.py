"""Mushroom: a cap with gills and spots on a bent stem; others beside it."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import box, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "mushroom",
    "plant",
    nouns={
        "toadstool": {"spots": 9, "kind": "cone"},
        "fly agaric": {"spots": 12},
        "mushrooms": {"count": 4},
        "fungus": {},
        "glowing mushroom": {"glow": True},
        "magic mushroom": {"glow": True},
        "giant mushroom": {"height": 0.5},
    },
    parameters=(
        Choice("kind", ("dome", "cone", "flat")),
        Real("height", 0.16, 0.1, 0.5),
        Real("cap_width", 0.95, 0.7, 1.3, unit="", about="relative to the height"),
        Real("cap_height", 0.42, 0.3, 0.58, unit=""),
        Real("stem", 0.13, 0.09, 0.19, unit="", about="its radius"),
        Real("bend", 10, 0, 26, unit="deg"),
        Whole("count", 1, 1, 5),
        Whole("spots", 9, 0, 14),
        Flag("ring", 0.6),
        Flag("glow", 0.12),
        Flag("moss", 0.4),
    ),
    slots={
        "cap": ("paint:#c42a22", "paint:#c9853f", "paint:#7a4a9e", "paint:#8a5a38", "paint:#d9b26a"),
        "stem": ("bone", "paint:#efe6d2"),
        "gills": ("paint:#ead9bc", "paint:#c9a98a"),
        "spot": ("paint:#f7f2e6",),
        "glow": ("glow:#5affc8", "glow:#8ab8ff"),
        "moss": ("moss",),
    },
    words={
        "spots": {"spots": 10},
        "dots": {"spots": 10},
        "ring": {"ring": True},
        "moss": {"moss": True},
        "glowing": {"glow": True},
        "spotted": {"spots": 10},
    },
    paints={"dots": "spot", "spots": "spot", "stalk": "stem"},
    height=(0.09, 0.75),
)
def mushroom(v: Values) -> Draft:
    """A cap with gills and spots on a bent stem; others beside it."""
    d = Draft(extent=v.height * (1.3 if v.count == 1 else 1.8))
    rng = v.rng("spots")
    for k in range(v.count):
        h = v.height * (1.0 if k == 0 else float(rng.uniform(0.4, 0.75)))
        a, far = 2.0 * k + 0.5, 0.0 if k == 0 else v.height * float(rng.uniform(0.4, 0.55))
        x0, z0 = far * math.cos(a), far * math.sin(a)
        r, R, ch = v.stem * h, v.cap_width * h / 2, v.cap_height * h
        lean = math.radians(v.bend) * (1 if k % 2 == 0 else -1)
        stem_top = h - 0.62 * ch
        at = (x0 + 0.35 * stem_top * math.sin(lean), stem_top, z0)
        d.add(
            f"stem_{k + 1}",
            sweep(
                [
                    (x0, 0, z0),
                    (x0 + 0.04 * h * lean, 0.25 * stem_top, z0),
                    (x0 + 0.22 * stem_top * math.sin(lean), 0.65 * stem_top, z0),
                    (at[0], stem_top + 0.3 * ch, z0),
                ],
                [1.35 * r, 1.1 * r, 0.9 * r, 0.85 * r],
            ),
            "stem",
            group="stems",
        )
        top = {
            "dome": [(R, 0.0), (1.0 * R, 0.12 * ch), (0.8 * R, 0.62 * ch), (0.4 * R, 0.92 * ch), (0, ch)],
            "cone": [(R, 0.0), (0.98 * R, 0.1 * ch), (0.6 * R, 0.6 * ch), (0.25 * R, 1.05 * ch), (0, 1.2 * ch)],
            "flat": [(R, 0.15 * ch), (1.02 * R, 0.3 * ch), (0.75 * R, 0.52 * ch), (0.3 * R, 0.6 * ch), (0, 0.62 * ch)],
        }[v.kind]
        cap = lathe([(0.2 * R, 0.08 * ch), (0.8 * R, 0.0), *top], smooth=True)
        tilt = -6 * (1 if k % 2 == 0 else -1) * v.bend / 10
        d.add(f"cap_{k + 1}", cap.rotate(z=tilt).move(*at), "glow" if v.glow else "cap", group="caps")
        d.add(
            f"gills_{k + 1}",
            union(
                lathe([(0.7 * r, -0.16 * ch), (0.86 * R, 0.02 * ch), (0.4 * R, 0.2 * ch)]),
                *(
                    box(0.04 * R, 0.2 * ch, 0.62 * R).move(y=0.0, z=0.46 * R).rotate(y=30 * i)
                    for i in range(12)
                    if h > 0.6 * v.height
                ),
            )
            .rotate(z=tilt)
            .move(*at),
            "gills",
            group="gills",
        )
        if v.ring:
            d.add(
                f"ring_{k + 1}",
                lathe([(0.7 * r, 0.05 * h), (1.7 * r, -0.02 * h), (1.55 * r, -0.035 * h), (0.7 * r, 0.0)]).move(
                    x0 + 0.24 * stem_top * math.sin(lean), 0.72 * stem_top, z0
                ),
                "stem",
                group="stems",
            )
        spots = []
        for i in range(v.spots if k == 0 else v.spots // 2):
            t, b = (0.0, 0.0) if i == 0 else (0.42 + 0.42 * ((i * 0.382) % 1.0), 2.4 * i)
            y = next(
                y0 + (y1 - y0) * (q0 - t * R) / max(q0 - q1, 1e-9)
                for (q0, y0), (q1, y1) in itertools.pairwise(top)
                if q1 <= t * R <= q0
            )
            s = R * float(rng.uniform(0.09, 0.15))
            spots.append(
                sphere(s, 0.55 * s, s)
                .rotate(x=40 * t)
                .rotate(y=90 - math.degrees(b))
                .move(t * R * math.cos(b), y + 0.02 * ch, t * R * math.sin(b))
            )
        if spots:
            d.add(f"spots_{k + 1}", union(*spots).rotate(z=tilt).move(*at), "spot", group="spots")
    if v.moss or v.count > 1:
        w = v.height * (0.45 if v.count == 1 else 0.8)
        d.add(
            "moss",
            (sphere(w, 0.12 * v.height, w).roughened(0.02 * v.height, 0.15 * v.height, seed=3))
            - box(9, 2, 9).move(y=-1),
            "moss",
        )
    d.point("top", (0, v.height, 0), size=v.cap_width * v.height)
    return d
