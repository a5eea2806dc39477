"""Backpacks."""

from __future__ import annotations

from maquette.shapes.api import box, capsule, lathe, sphere, sweep, torus
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family


@family(
    "backpack",
    "wearable",
    nouns={
        "rucksack": {},
        "school bag": {},
        "knapsack": {},
        "hiking backpack": {"bedroll": True, "height": 0.6},
        "satchel": {"height": 0.32},
        "jetpack": {"jets": True},
        "jet pack": {"jets": True},
    },
    parameters=(
        Real("height", 0.46, 0.3, 0.65),
        Real("width", 0.68, 0.58, 0.8, unit=""),
        Real("depth", 0.42, 0.34, 0.52, unit=""),
        Whole("pockets", 1, 0, 2),
        Flag("flap", 0.7),
        Flag("bedroll", 0.35),
        Flag("buckles", 0.7),
        Flag("side_pockets", 0.6),
        Flag("jets", 0.0),
        Flag("zipper", 0.5),
    ),
    slots={
        "fabric": ("canvas:#7a6a45", "fabric:#c8402f", "fabric:#2a5f8f", "leather:#7a4a28", "fabric:#3a5a3f"),
        "flap": ("leather:#5a3822", "fabric:#2a2f38", "leather"),
        "straps": ("leather:#4a2f1e", "fabric:#26282c"),
        "metal": ("brass", "steel"),
        "bedroll": ("fabric:#8a8f5a", "wool:#a04a3a"),
        "fire": ("glow:#ff8a20",),
    },
    words={
        "bedroll": {"bedroll": True},
        "pocket": {"pockets": 1},
        "buckles": {"buckles": True},
        "flap": {"flap": True},
    },
    paints={"strap": "straps", "body": "fabric", "bag": "fabric"},
    height=(0.28, 0.95),
)
def backpack(v: Values) -> Draft:
    """A rounded bag with a flap, pockets, straps and a handle; its back toward -Z."""
    h, w, z = v.height, v.height * v.width, v.height * v.depth
    d = Draft(extent=1.2 * h)
    d.add("bag", box(w, h, z, 0.14 * w, 4).tapered(0.88, 0.8).move(y=0.5 * h), "fabric")
    if v.flap:
        d.add(
            "flap",
            (box(0.98 * w, 0.42 * h, 1.1 * z, 0.13 * w, 4).tapered(0.9, 0.82).move(y=0.82 * h))
            & box(2 * w, h, 2 * z).move(0, 1.12 * h, 0.45 * z),
            "flap",
        )
    for i in range(v.pockets):
        d.add(
            f"pocket_{i + 1}",
            box((0.72 - 0.2 * i) * w, (0.34 - 0.12 * i) * h, 0.36 * z, 0.07 * w, 3).move(
                0, (0.24 + 0.05 * i) * h, (0.5 + 0.14 * i) * z
            ),
            "fabric" if i else "flap",
        )
    if v.side_pockets:
        d.add(
            "side_pockets",
            box(0.2 * w, 0.36 * h, 0.55 * z, 0.05 * w, 3).move(0.5 * w, 0.24 * h, 0).mirrored(),
            "fabric",
        )
    if v.buckles:
        d.add(
            "front_straps",
            box(0.075 * w, 0.36 * h, 0.06 * z, 0.01 * w).move(0.24 * w, 0.6 * h, 0.48 * z).mirrored(),
            "straps",
        )
        d.add(
            "buckles",
            box(0.12 * w, 0.07 * h, 0.06 * z, 0.01 * w).move(0.24 * w, 0.52 * h, 0.51 * z).mirrored(),
            "metal",
        )
    if v.zipper and not v.flap:
        d.add(
            "zipper",
            sweep(
                [
                    (-0.36 * w, 0.5 * h, 0.49 * z),
                    (-0.34 * w, 0.78 * h, 0.45 * z),
                    (0, 0.9 * h, 0.42 * z),
                    (0.34 * w, 0.78 * h, 0.45 * z),
                    (0.36 * w, 0.5 * h, 0.49 * z),
                ],
                0.012 * h,
            ),
            "metal",
        )
    strap = sweep(
        [
            (0.22 * w, 0.88 * h, -0.36 * z),
            (0.27 * w, 0.9 * h, -0.66 * z),
            (0.3 * w, 0.6 * h, -0.85 * z),
            (0.34 * w, 0.3 * h, -0.7 * z),
            (0.36 * w, 0.12 * h, -0.4 * z),
        ],
        profile=[(-0.07 * w, -0.02 * w), (0.07 * w, -0.02 * w), (0.07 * w, 0.02 * w), (-0.07 * w, 0.02 * w)],
    )
    d.add("straps", strap.mirrored(), "straps")
    d.add(
        "handle",
        sweep(
            [
                (s * w, y * h, -0.26 * z)
                for s, y in ((-0.13, 0.94), (-0.11, 1.0), (0, 1.045), (0.11, 1.0), (0.13, 0.94))
            ],
            0.018 * h,
        ),
        "straps",
    )
    if v.bedroll:
        d.add("bedroll", capsule(0.1 * h, 1.05 * w).rotate(z=90).move(0, 1.05 * h, 0.02 * z), "bedroll")
        d.add(
            "bedroll_straps",
            torus(0.102 * h, 0.012 * h).rotate(z=90).move(0.26 * w, 1.05 * h, 0.02 * z).mirrored(),
            "straps",
        )
    if v.jets:
        d.add(
            "jets",
            lathe(
                [
                    (0.05 * h, 0.0),
                    (0.1 * h, 0.0),
                    (0.07 * h, 0.12 * h),
                    (0.12 * h, 0.2 * h),
                    (0.12 * h, 0.7 * h),
                    (0.02 * h, 0.9 * h),
                ]
            )
            .move(0.55 * w, 0.02 * h, 0)
            .mirrored(),
            "metal",
        )
        d.add("flames", sphere(0.055 * h, 0.05 * h, 0.055 * h).move(0.55 * w, 0.03 * h, 0).mirrored(), "fire")
    d.point("top", (0, h, 0))
    d.point("back", (0, 0.7 * h, -0.5 * z), front=(0, 0, -1), size=w)
    return d
