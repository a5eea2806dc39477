"""Boxing gloves and catchers' mitts."""

from __future__ import annotations

from maquette.shapes.api import Point3, bone, box, cylinder, lathe, organic, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "boxing glove",
    "sport",
    nouns={
        "boxing gloves": {},
        "glove": {"kind": "boxing"},
        "baseball glove": {"kind": "mitt"},
        "catcher's mitt": {"kind": "mitt"},
        "baseball mitt": {"kind": "mitt"},
    },
    parameters=(
        Choice("kind", ("boxing", "mitt")),
        Real("height", 0.3, 0.25, 0.36),
        Real("width", 0.58, 0.5, 0.66, unit="", about="share of the height"),
        Real("fullness", 1.0, 0.88, 1.14, unit=""),
        Real("thumb", 1.0, 0.85, 1.2, unit=""),
        Whole("laces", 5, 3, 7),
        Flag("strap", 0.5),
        Flag("star", 0.4),
        Real("cuff", 0.3, 0.24, 0.36, unit="", about="share of the height"),
    ),
    slots={
        "leather": ("leather:#b01f1c", "leather:#1f3f8a", "leather:#20222a", "leather:#8a5a30", "leather:#d8a020"),
        "cuff": ("leather:#f0ece0", "leather:#20222a", "leather:#b01f1c"),
        "lace": ("fabric:#f0ece0", "fabric:#e8c840"),
        "star": ("gold", "paint:#f0ece0"),
    },
    words={"laces": {"strap": False}, "strap": {"strap": True}},
    paints={"glove": "leather", "laces": "lace"},
    height=(0.2, 0.45),
)
def boxing_glove(v: Values) -> Draft:
    """Stands on its cuff; its back toward +z, the thumb toward +x."""
    h = v.height
    w = v.width * h * v.fullness
    d = Draft(extent=h)
    c = v.cuff * h
    if v.kind == "boxing":
        body = organic(
            [
                bone((0, 0.62 * h, 0), (0, 0.74 * h, 0.02 * h), 0.4 * w, 0.44 * w),
                bone((0, 0.7 * h, 0.05 * h), (-0.02 * h, 0.62 * h, 0.1 * h), 0.42 * w, 0.36 * w),
                bone((0, c, 0), (0, 0.55 * h, 0), 0.3 * w, 0.34 * w),
            ],
            blend=0.1 * h,
            cells=56,
        )
        d.add("glove", body, "leather")
        q = 0.15 * w * v.thumb
        d.add(
            "thumb",
            organic(
                [
                    bone((0.25 * w, 0.42 * h, 0.1 * w), (0.5 * w, 0.56 * h, 0.2 * w), 1.2 * q, 1.25 * q),
                    bone((0.5 * w, 0.56 * h, 0.2 * w), (0.42 * w, 0.72 * h, 0.34 * w), 1.25 * q, 1.05 * q),
                ],
                blend=0.04 * h,
                cells=40,
            ),
            "leather",
        )
        d.add(
            "cuff",
            lathe(
                [
                    (0.0, 0.03 * h),
                    (0.26 * w, 0.0),
                    (0.39 * w, 0.0),
                    (0.4 * w, 0.03 * h),
                    (0.355 * w, c),
                    (0.3 * w, c + 0.04 * h),
                    (0.0, c + 0.04 * h),
                ]
            ),
            "cuff",
        )
        d.add(
            "trim",
            union(torus(0.375 * w, 0.035 * w).move(y=0.012 * h + 0.01), torus(0.345 * w, 0.03 * w).move(y=c)),
            "leather",
        )
        if v.strap:
            d.add(
                "strap",
                lathe([(0.3 * w, 0.35 * c), (0.42 * w, 0.35 * c), (0.41 * w, 0.75 * c), (0.3 * w, 0.75 * c)]),
                "lace",
            )
        else:
            zig: list[Point3] = []
            for i in range(v.laces):
                y = (0.15 + 0.7 * i / (v.laces - 1)) * c
                zig += [
                    (-0.1 * w, y, -0.375 * w + 0.02 * w * i / v.laces),
                    (0.1 * w, y + 0.06 * c, -0.375 * w + 0.02 * w * i / v.laces),
                ]
            d.add("laces", sweep(zig, 0.016 * w * 1.6, smooth=False), "lace")
        if v.star:
            d.add(
                "badge", cylinder(0.13 * w, 0.04 * w, bevel=0.008 * w).rotate(x=90).move(0, 0.5 * c, 0.375 * w), "star"
            )
    else:
        bones = [bone((0, 0.2 * h, 0), (0, 0.45 * h, 0), 0.26 * h, 0.25 * h)]
        for i, x in enumerate((-0.24, -0.08, 0.08, 0.22)):
            bones.append(
                bone((x * h, 0.5 * h, 0), (1.35 * x * h, (0.86, 0.95, 0.95, 0.86)[i] * h, 0.06 * h), 0.09 * h, 0.06 * h)
            )
        bones.append(bone((0.22 * h, 0.3 * h, 0.05 * h), (0.4 * h * v.thumb, 0.66 * h, 0.14 * h), 0.1 * h, 0.07 * h))
        d.add(
            "glove",
            organic(
                bones,
                blend=0.03 * h,
                minus=[
                    bone((0, 0.42 * h, 0.3 * h), (0, 0.5 * h, 0.32 * h), 0.2 * h),
                    bone((0, -0.3 * h, 0), (0, -0.28 * h, 0), 0.3 * h),
                ],
                cells=64,
            ),
            "leather",
        )
        d.add(
            "web",
            union(box(0.2 * h, 0.2 * h, 0.03 * h, 0.01 * h).rotate(z=-8).move(0.29 * h, 0.7 * h, 0.08 * h)),
            "cuff",
        )
        d.add(
            "laces",
            union(
                *(
                    sweep(
                        [
                            (-0.3 * h + 0.02 * h, (0.7 + 0.035 * i) * h, 0.08 * h),
                            (0, (0.73 + 0.035 * i) * h, 0.13 * h),
                            (0.3 * h, (0.7 + 0.035 * i) * h, 0.1 * h),
                        ],
                        0.011 * h,
                    )
                    for i in range(2)
                )
            ),
            "lace",
        )
    d.point("grip", (0, 0.2 * h, 0), size=w)
    d.point("top", (0, h, 0), size=w)
    return d
