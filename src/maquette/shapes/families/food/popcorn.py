"""Popcorn and fries in a box."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.food import spiral


@family(
    "popcorn",
    "food",
    nouns={
        "popcorn bucket": {},
        "bucket of popcorn": {},
        "box of popcorn": {"kind": "square"},
        "fries": {"kind": "fries"},
        "french fries": {"kind": "fries"},
        "chips": {"kind": "fries"},
        "pommes": {"kind": "fries"},
    },
    parameters=(
        Choice("kind", ("square", "round", "fries")),
        Real("height", 0.2, 0.14, 0.26),
        Real("width", 0.62, 0.52, 0.75, unit="", about="share of the height"),
        Real("flare", 1.35, 1.2, 1.55, unit=""),
        Whole("stripes", 5, 3, 7),
        Whole("kernels", 46, 34, 60),
        Real("heap", 0.3, 0.18, 0.42, unit="", about="share of the height"),
        Flag("label", 0.6),
        Flag("spilled", 0.3),
    ),
    slots={
        "box": ("paper:#f6f2e8", "paper:#f2e2a8"),
        "stripe": ("paper:#c8242a", "paper:#2a5fb0", "paper:#e0902a"),
        "corn": ("cream:#fbeec2", "cream:#f6e2a0"),
        "butter": ("cheese:#f2c84a",),
        "fries": ("bread:#f0c050", "bread:#e8b044"),
        "label": ("paper:#f2c43a", "paper:#ffffff"),
    },
    words={
        "stripes": {"stripes": 5},
        "striped": {"stripes": 5},
        "round": {"kind": "round"},
        "square": {"kind": "square"},
    },
    paints={"bucket": "box", "kernels": "corn", "stripes": "stripe", "bag": "box"},
    height=(0.12, 0.42),
)
def popcorn(v: Values) -> Draft:
    """A striped box that overflows; with sticks of potato instead it is fries."""
    h = v.height * (0.65 if v.kind == "fries" else 1.0)
    w = v.width * v.height
    d = Draft(extent=h * (1 + v.heap))
    rng = v.rng("kernels")
    low = w / v.flare
    sides = None if v.kind == "round" else 4
    q = 1.0 if sides is None else math.sqrt(2)
    deep = 1.0 if v.kind != "fries" else 0.5
    t = 0.022 * w

    def shell(a: float, b: float, proud: float = 0.0) -> Node:
        return lathe([(q * a / 2 + proud, 0), (q * b / 2 + proud, h)], sides=sides)

    outer = shell(low, w)
    inner = lathe([(q * (low / 2 - t), 0.02 * h), (q * (w / 2 - t), h + 0.001)], sides=sides)
    turn = 45.0 if sides else 0.0
    d.add("box", difference(outer, inner).rotate(y=turn).scale(1, 1, deep), "box")
    bands = []
    for k in range(v.stripes):
        if v.kind == "round":
            a = math.tau * k / v.stripes
            bands.append(
                lathe([(0, -h), (2 * w, -h), (2 * w, 2 * h), (0, 2 * h)], degrees=180 / v.stripes).rotate(
                    y=math.degrees(a)
                )
            )
        else:
            x = (k - (v.stripes - 1) / 2) / v.stripes
            c0, c1 = (x - 0.25 / v.stripes), (x + 0.25 / v.stripes)
            bands.append(extrude([(c0 * low, 0), (c1 * low, 0), (c1 * w, h), (c0 * w, h)], 3 * w))
            bands.append(extrude([(c0 * low, 0), (c1 * low, 0), (c1 * w, h), (c0 * w, h)], 3 * w).rotate(y=90))
    proud = lathe([(q * low / 2 + 0.008 * w, 0.006 * h), (q * w / 2 + 0.008 * w, 0.994 * h)], sides=sides)
    d.add("stripes", (difference(proud, inner).rotate(y=turn) & union(*bands)).scale(1, 1, deep), "stripe")
    if v.label:
        s = 0.26 * w
        lean = math.degrees(math.atan2((w - low) / 2 * deep, h))
        d.add(
            "label",
            cylinder(s, 0.03 * w, bevel=0.008 * w)
            .rotate(x=90)
            .rotate(x=-lean * -1)
            .move(0, 0.5 * h, deep * (low + w) / 4 + 0.004 * w),
            "label",
        )
    if v.kind == "fries":
        d.add(
            "floor",
            box(0.9 * (low + w) / 2, 0.05 * h, 0.9 * deep * (low + w) / 2, 0.0).move(y=0.6 * h),
            "fries",
            group="fries",
        )
        count = 26
        for i in range(count):
            x, z = ((i % 9) / 8 - 0.5) * 0.8 * w, ((i // 9) / 2 - 0.5) * 0.28 * w
            long = h * float(rng.uniform(0.75, 1.15))
            s = 0.075 * w
            d.add(
                f"fry_{i + 1}",
                box(s, long, s, 0.12 * s, 1)
                .rotate(y=float(rng.uniform(0, 90)))
                .rotate(x=float(rng.uniform(-10, 10)), z=-16 * x / w + float(rng.uniform(-7, 7)))
                .move(x, 0.5 * h + 0.5 * long, z),
                "fries",
                group="fries",
            )
        d.extent = 1.6 * h
        d.point("top", (0, 1.5 * h, 0), size=w)
        return d
    size = 0.072 * w
    puff = union(
        sphere(size),
        *(
            sphere(q0 * size).move(a * size, b * size, c * size)
            for q0, a, b, c in ((0.8, 0.75, 0.3, 0.1), (0.75, -0.5, 0.2, 0.65), (0.7, -0.3, 0.55, -0.6))
        ),
    )
    heap = v.heap * h
    mound = (
        lathe([(0.46 * w, 0.9 * h), (0.44 * w, h), (0.26 * w, h + 0.62 * heap), (0, h + 0.8 * heap)], smooth=True)
        if v.kind == "round"
        else union(
            box(0.86 * w, 0.12 * h, 0.86 * w).move(y=0.93 * h),
            lathe([(0.45 * w, 0.97 * h), (0.26 * w, h + 0.62 * heap), (0, h + 0.8 * heap)], smooth=True),
        )
    )
    d.add("corn", mound, "butter")
    bits: list[Node] = []
    yellow: list[Node] = []
    for i, (x, z) in enumerate(spiral(v.kernels, 0.45 * w)):
        k = math.hypot(x, z) / (0.45 * w)
        if v.kind == "square" and k > 0.75:
            x, z = x * 1.04, z * 1.04
        y = h + 0.8 * heap * (1 - k**1.7) + 0.2 * size
        one = (
            puff.scale(float(rng.uniform(0.8, 1.15)))
            .rotate(x=float(rng.uniform(0, 360)), y=float(rng.uniform(0, 360)))
            .move(x, y, z)
        )
        (yellow if i % 6 == 5 else bits).append(one)
    d.add("kernels", union(*bits), "corn", group="kernels")
    if yellow:
        d.add("kernels_butter", union(*yellow), "butter", group="kernels")
    d.point("top", (0, h + heap, 0), size=w)
    d.point("grip", (0, 0.5 * h, 0), size=w)
    return d
