"""Fireplaces: a hearth of brick or stone, a mantel, logs and flames, things on the shelf."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, hull, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.lighting import flame, wax_candle
from maquette.shapes.sub.outlines import arch


@family(
    "fireplace",
    "furniture",
    nouns={
        "hearth": {},
        "chimney fireplace": {"breast": "straight"},
        "open fireplace": {},
        "christmas fireplace": {"stockings": 3, "fire": True},
        "mantelpiece": {"breast": "none"},
    },
    parameters=(
        Real("width", 1.5, 1.25, 1.9),
        Real("height", 1.2, 1.05, 1.4, about="of the shelf"),
        Real("depth", 0.55, 0.45, 0.65),
        Choice("opening", ("arched", "square")),
        Real("opening_width", 0.54, 0.46, 0.62, unit="", about="share of the width"),
        Choice("breast", ("straight", "tapered", "none"), about="the chimney above the shelf"),
        Whole("logs", 4, 3, 6),
        Whole("candles", 2, 0, 4),
        Whole("stockings", 0, 0, 4),
        Flag("fire", 0.85),
        Flag("grate", 0.7),
        Flag("keystone", 0.6),
        Flag("hearthstone", 0.85),
    ),
    slots={
        "wall": ("brick", "stone", "brick:#8a5544", "sandstone"),
        "mantel": ("oak", "walnut", "stone", "marble"),
        "inside": ("brick:#3a2c28", "stone:#3c3836"),
        "hearth": ("granite", "stone", "tiles:#6a4a40"),
        "fire": ("glow:#ff8a1e",),
        "core": ("glow:#ffd24a",),
        "logs": ("bark",),
        "embers": ("glow:#e2401a",),
        "metal": ("cast iron", "iron"),
        "wax": ("wax",),
        "stockings": ("wool:#b8282a", "wool:#2f6a3c"),
        "cuff": ("cotton",),
    },
    words={
        "fire": {"fire": True},
        "flames": {"fire": True},
        "grate": {"grate": True},
        "logs": {"fire": True},
        "candles": {"candles": 2},
        "stockings": {"stockings": 3},
        "chimney": {"breast": "straight"},
        "arched": {"opening": "arched"},
    },
    paints={
        "shelf": "mantel",
        "mantelpiece": "mantel",
        "bricks": "wall",
        "flames": "fire",
        "stocking": "stockings",
        "chimney": "wall",
    },
    height=(1.0, 2.6),
)
def fireplace(v: Values) -> Draft:
    """Stands against a wall, its opening to the front."""
    w, h, n = v.width, v.height, v.depth
    d = Draft(extent=max(w, 2.2 if v.breast != "none" else h))
    ow, oh = v.opening_width * w, 0.66 * h
    floor = 0.07
    shape = (
        arch(ow, oh, ow * 0.36) if v.opening == "arched" else [(-ow / 2, 0), (ow / 2, 0), (ow / 2, oh), (-ow / 2, oh)]
    )
    hole = extrude(shape, n).move(y=floor, z=0.14)
    d.add("wall", box(w, h, n, 0.01).move(y=h / 2) - hole, "wall")
    grow = [(1.14 * x, (1.07 * y if y > 0.01 else -0.02)) for x, y in shape]
    lined = extrude(grow, 0.05, bevel=0.01).move(y=floor, z=n / 2 + 0.012) - extrude(shape, n).move(y=floor, z=n / 2)
    d.add("arch", lined, "mantel" if v.opening == "square" else "hearth")
    inner = extrude([(0.995 * x, y - 0.001) for x, y in shape], 0.04).move(y=floor, z=-n / 2 + 0.145)
    d.add("inside", inner, "inside")
    d.add("floor", box(ow + 0.02, 0.05, n - 0.1).move(y=floor - 0.015, z=0.06), "inside")
    if v.hearthstone:
        d.add("hearth", box(1.12 * w, 0.08, n + 0.5, 0.015).move(y=0.035, z=0.22), "hearth")
    d.add("shelf", box(1.16 * w, 0.075, n + 0.16, 0.012).move(y=h + 0.02, z=0.03), "mantel", group="mantel")
    d.add("shelf_molding", box(1.08 * w, 0.06, n + 0.08, 0.012).move(y=h - 0.035, z=0.02), "mantel", group="mantel")
    for s, name in ((1, "left"), (-1, "right")):
        x = s * (w / 2 - 0.1)
        post = union(
            box(0.16, h - 0.04, 0.06, 0.012).move(y=h / 2),
            box(0.2, 0.14, 0.09, 0.012).move(y=0.13),
            box(0.2, 0.09, 0.09, 0.012).move(y=h - 0.11),
        )
        d.add(f"pillar_{name}", post.move(x, 0, n / 2 + 0.02), "mantel", group="mantel")
    if v.keystone:
        k = 0.09 * w
        wedge = hull(
            [
                (x, y, z)
                for z in (n / 2 - 0.01, n / 2 + 0.07)
                for x, y in (
                    (0.45 * k, oh + floor - 0.03),
                    (-0.45 * k, oh + floor - 0.03),
                    (0.7 * k, oh + floor + 0.14),
                    (-0.7 * k, oh + floor + 0.14),
                )
            ]
        )
        d.add("keystone", wedge, "mantel")
    top = h + 0.05
    if v.breast != "none":
        k = 0.84 if v.breast == "straight" else 0.5
        tall = 1.0
        body = hull(
            [
                (s * q * w / 2, y, z)
                for s in (1, -1)
                for q, y, zz in ((0.84, h + 0.04, 0.8), (k, h + tall, 0.8 if k > 0.6 else 0.45))
                for z in (-n / 2, -n / 2 + zz * n)
            ]
        )
        d.add("chimney", body, "wall", group="chimney")
        d.add(
            "chimney_cap",
            box(k * w + 0.1, 0.09, 0.9 * n if k > 0.6 else 0.6 * n, 0.015).move(
                y=h + tall, z=-n / 2 + (0.42 if k > 0.6 else 0.27) * n
            ),
            "mantel",
            group="chimney",
        )
        top = h + tall + 0.04
    base = floor + 0.01
    if v.grate:
        bars = union(*(box(0.02, 0.02, 0.5 * n).move((i - 3) * 0.11 * ow, base + 0.07, 0.12) for i in range(7)))
        front = union(
            *(cylinder(0.01, 0.16).move((i - 4) * 0.09 * ow, base + 0.1, 0.12 + 0.25 * n) for i in range(9)),
            *(box(0.8 * ow, 0.018, 0.018).move(y=base + y, z=0.12 + 0.25 * n) for y in (0.06, 0.17)),
        )
        feet = union(
            *(
                box(0.03, 0.1, 0.03).move(s * 0.36 * ow, base + 0.03, 0.12 + q * 0.22 * n)
                for s in (1, -1)
                for q in (1, -1)
            )
        )
        knobs = union(
            *(
                union(cylinder(0.013, 0.26).move(y=0.13), sphere(0.03).move(y=0.27)).move(
                    s * 0.4 * ow, base - 0.01, 0.12 + 0.25 * n
                )
                for s in (1, -1)
            ),
            box(0.82 * ow, 0.02, 0.02).move(y=base + 0.07, z=0.12 + 0.25 * n),
        )
        d.add("grate", union(bars, front, feet, knobs), "metal")
    low = base + (0.08 if v.grate else 0.0)
    rng = v.rng("logs")
    for i in range(v.logs):
        r, long = rng.uniform(0.045, 0.065), rng.uniform(0.55, 0.72) * ow
        row, k = divmod(i, 3)
        node = cylinder(r, long, 0.9 * r, bevel=0.008).rotate(z=90).rotate(y=rng.uniform(-16, 16))
        d.add(
            f"log_{i + 1}",
            node.move(0, low + r * 0.9 + 0.085 * row, 0.05 + 0.075 * k - 0.0 + (0.04 if row else 0)),
            "logs",
            group="logs",
        )
    d.add(
        "embers", sphere(0.34 * ow, 0.05, 0.15).move(y=low + 0.01, z=0.12) & box(9, 1, 9).move(y=low + 0.48), "embers"
    )
    if v.fire:
        for i, (x, z, share) in enumerate(
            ((0, 0.1, 1.0), (0.17, 0.12, 0.7), (-0.18, 0.08, 0.75), (0.3, 0.1, 0.42), (-0.3, 0.12, 0.45))
        ):
            size = share * 0.62 * oh
            d.add(
                f"flame_{i + 1}",
                flame(size).scale(1.5, 1, 1.2).move(x * ow, low + 0.06, z),
                "fire" if i % 2 == 0 else "core",
                group="fire",
            )
    for i in range(v.candles):
        s = 1 if i % 2 == 0 else -1
        x = s * (0.48 - 0.09 * (i // 2)) * w
        tall = 0.14 + 0.05 * ((i * 7) % 3)
        d.add(
            f"candle_{i + 1}",
            union(wax_candle(0.03, tall, 3), cylinder(0.05, 0.015).move(y=0.004)).move(x, h + 0.054, n / 2 - 0.08),
            "wax",
            group="candles",
        )
        d.add(f"candle_flame_{i + 1}", flame(0.06).move(x, h + 0.05 + tall, n / 2 - 0.08), "core", group="candles")
    for i in range(v.stockings):
        x = (i - (v.stockings - 1) / 2) * 0.24
        z = n / 2 + 0.1
        sock = sweep(
            [
                (x, h - 0.02, z),
                (x, h - 0.2, z),
                (x + 0.01, h - 0.28, z),
                (x + 0.06, h - 0.32, z),
                (x + 0.11, h - 0.31, z),
            ],
            [0.055, 0.048, 0.055, 0.052, 0.04],
            round_ends=True,
        ).scale(1, 1, 1)
        d.add(f"stocking_{i + 1}", sock, "stockings", group="stockings")
        d.add(
            f"stocking_cuff_{i + 1}", cylinder(0.068, 0.07, bevel=0.02).move(x, h - 0.04, z), "cuff", group="stockings"
        )
    d.point("top", (0, h + 0.058, 0.1) if v.breast == "none" else (0, top, -n / 4), size=0.6 * w)
    return d
