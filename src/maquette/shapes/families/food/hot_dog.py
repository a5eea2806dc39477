"""Hot dogs."""

from __future__ import annotations

import math

from maquette.shapes.api import box, capsule, difference, extrude, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.palettes import BUNS


@family(
    "hot dog",
    "food",
    nouns={"hotdog": {}, "sausage": {}, "frankfurter": {}, "bratwurst": {}},
    parameters=(
        Real("length", 0.17, 0.14, 0.22),
        Real("radius", 0.17, 0.145, 0.2, unit="", about="of the bun, share of the length"),
        Real("sausage", 0.52, 0.45, 0.6, unit="", about="share of the bun's"),
        Real("overhang", 1.12, 1.02, 1.25, unit=""),
        Choice("sauce", ("mustard", "ketchup", "both", "none")),
        Whole("waves", 6, 4, 8),
        Real("open", 28, 20, 38, unit="deg"),
        Flag("lettuce", 0.4),
        Flag("tray", 0.5),
        Whole("cuts", 0, 0, 5),
    ),
    slots={
        "bun": BUNS,
        "sausage": ("meat:#b04a2c", "meat:#c25a34", "meat:#8f3a26"),
        "mustard": ("paint:#f0bc1e",),
        "ketchup": ("paint:#c2241a",),
        "lettuce": ("leaf:#7ab83c",),
        "tray": ("paper:#e8e0d0", "paper:#c8352c"),
        "crumb": ("cream:#f2dca8",),
    },
    words={
        "mustard": {"sauce": "mustard"},
        "ketchup": {"sauce": "ketchup"},
        "lettuce": {"lettuce": True},
        "tray": {"tray": True},
        "plain": {"sauce": "none"},
    },
    paints={"meat": "sausage", "bread": "bun", "sauce": "mustard"},
    height=(0.03, 0.12),
)
def hot_dog(v: Values) -> Draft:
    """A sausage in a split bun with a zigzag of mustard; along X."""
    n = v.length
    r = v.radius * n
    s = v.sausage * r
    d = Draft(extent=n * v.overhang)
    low = 0.06 * r if v.tray else 0.0
    half = union(capsule(0.62 * r, n).rotate(z=90)).scale(1, 1.25, 1)
    for k, name in ((1, "bun_front"), (-1, "bun_back")):
        d.add(name, half.rotate(x=k * v.open).move(0, 0.78 * r + low, k * 0.52 * r), "bun", group="bun")
    d.add(
        "bun_bottom",
        capsule(0.6 * r, 0.96 * n).rotate(z=90).scale(1, 0.7, 1.2).move(y=0.42 * r + low),
        "bun",
        group="bun",
    )
    y = 0.95 * r + low + 0.25 * s
    long = n * v.overhang
    body = sweep(
        [(-long / 2 + s, y + 0.3 * s, 0), (-0.25 * n, y, 0), (0.25 * n, y, 0), (long / 2 - s, y + 0.3 * s, 0)],
        s,
        round_ends=True,
    )
    cuts = [
        box(0.03 * n, 0.5 * s, 2 * s).rotate(y=30).move((i - (v.cuts - 1) / 2) * 0.15 * n, y + 0.95 * s, 0)
        for i in range(v.cuts)
    ]
    ends = union(*(sphere(0.22 * s).move(k * (long / 2 + 0.02 * s), y + 0.3 * s, 0) for k in (1, -1)))
    d.add("sausage", union(difference(body, *cuts), ends), "sausage")
    for name, shift in (
        ("mustard", 0.0 if v.sauce != "both" else -0.22),
        ("ketchup", 0.0 if v.sauce != "both" else 0.22),
    ):
        if v.sauce in (name, "both"):
            path = []
            count = 8 * v.waves
            for i in range(count + 1):
                x = (i / count - 0.5) * 0.86 * n
                z = (0.42 if v.sauce != "both" else 0.25) * s * math.sin(
                    math.tau * v.waves * i / count
                ) + shift * s * 1.4
                path.append((x, y + math.sqrt(max(0.2, s * s - z * z) if s > 1 else s * s - z * z) + 0.06 * s, z))
            d.add(name, sweep(path, 0.14 * s, round_ends=True, smooth=False, sides=8), name)
    if v.lettuce:
        for k in (1, -1):
            wave = [
                (
                    x * 0.92 * n / 40 - 0.46 * n,
                    y + 0.28 * s + 0.1 * s * math.sin(1.4 * x),
                    k * (0.86 * s + 0.16 * s * math.sin(2.1 * x)),
                )
                for x in range(41)
            ]
            d.add(
                f"lettuce_{'front' if k > 0 else 'back'}",
                sweep(wave, 0.16 * s, smooth=False, sides=8, round_ends=True),
                "lettuce",
                group="lettuce",
            )
    if v.tray:
        a, h = 1.35 * r, 0.8 * r
        outer = extrude(
            [
                (-0.8 * a, 0),
                (0.8 * a, 0),
                (1.02 * a, h),
                (0.96 * a, h),
                (0.75 * a, 0.09 * r),
                (-0.75 * a, 0.09 * r),
                (-0.96 * a, h),
                (-1.02 * a, h),
            ],
            0.98 * n,
        ).rotate(y=90)
        d.add("tray", outer, "tray")
    d.point("top", (0, y + s, 0), size=s)
    d.point("grip", (0, r, 0), size=2 * r)
    return d
