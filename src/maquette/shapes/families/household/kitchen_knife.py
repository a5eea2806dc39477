"""Kitchen knife: stands on the end of its handle, its flat side to the front, its edge to its own left."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family


@family(
    "kitchen knife",
    "household",
    nouns={
        "table knife": {"kind": "table"},
        "butter knife": {"kind": "table"},
        "chef's knife": {"kind": "chef"},
        "chef knife": {"kind": "chef"},
        "bread knife": {"kind": "bread"},
        "cleaver": {"kind": "cleaver"},
        "knife": {},
        "steak knife": {"kind": "chef", "length": 0.22},
    },
    parameters=(
        Choice("kind", ("chef", "table", "bread", "cleaver")),
        Real("length", 0.28, 0.2, 0.34),
        Real("width", 0.024, 0.019, 0.03, about="of the handle"),
        Real("thickness", 0.014, 0.011, 0.018, about="of the handle"),
        Real("blade", 0.6, 0.52, 0.66, unit="", about="share of the length"),
        Real("blade_width", 0.042, 0.032, 0.052),
        Whole("rivets", 3, 0, 4),
        Flag("bolster", 0.7),
        Flag("hole", 0.3),
    ),
    slots={
        "blade": ("steel", "chrome", "silver"),
        "handle": ("walnut", "plastic:#1f2226", "oak", "plastic:#8f2a24"),
        "rivet": ("brass", "steel"),
    },
    words={"handle": {}, "rivets": {"rivets": 3}},
    paints={"grip": "handle", "rivets": "rivet"},
    height=(0.18, 0.36),
)
def kitchen_knife(v: Values) -> Draft:
    """Stands on the end of its handle, its flat side to the front, its edge to its own left."""
    h, b, w = v.length, v.length * (1 - v.blade), v.blade_width
    d = Draft(extent=h)
    t = max(0.0028, 0.012 * h)
    n = h - b
    back = -0.4 * v.width
    shapes = {
        "chef": [
            (back, b - 0.01),
            (w - 0.01, b + 0.002),
            (w - 0.008, b + 0.2 * n),
            (0.7 * w, b + 0.6 * n),
            (0.3 * w, b + 0.88 * n),
            (back + 0.2 * w, h),
            (back, b + 0.9 * n),
        ],
        "table": [
            (back * 0.8, b - 0.01),
            (0.3 * w, b - 0.005),
            (0.42 * w, b + 0.3 * n),
            (0.45 * w, b + 0.75 * n),
            (0.25 * w, b + 0.96 * n),
            (0.0, h),
            (back * 0.8, b + 0.85 * n),
        ],
        "cleaver": [
            (back, b - 0.01),
            (back, h - 0.01),
            (back + 0.01, h),
            (1.5 * w, h),
            (1.55 * w, h - 0.02),
            (1.5 * w, b + 0.02),
            (w, b + 0.006),
        ],
        "bread": [
            (back, b - 0.01),
            (0.55 * w, b),
            *((0.55 * w + (0.004 if i % 2 else 0.0), b + 0.05 * n + 0.8 * n * i / 18) for i in range(19)),
            (0.3 * w, h - 0.01),
            (back + 0.006, h),
            (back, h - 0.02),
        ],
    }
    d.add("blade", extrude(shapes[v.kind], t, bevel=0.35 * t), "blade")
    shape = [
        (0.5, 0.0),
        (0.55, 0.06),
        (0.46, 0.35),
        (0.52, 0.7),
        (0.44, 1.0),
        (-0.44, 1.0),
        (-0.44, 0.5),
        (-0.46, 0.08),
        (-0.36, 0.0),
    ]
    grip = extrude([(v.width * x, b * y) for x, y in shape], v.thickness, bevel=0.28 * v.thickness, smooth=False)
    if v.hole:
        grip = grip - cylinder(0.2 * v.width, 0.1).rotate(x=90).move(0, 0.09 * b, 0)
    d.add("handle", grip, "handle")
    if v.rivets:
        d.add(
            "rivets",
            union(
                *(
                    cylinder(0.0042, v.thickness + 0.0025, bevel=0.001)
                    .rotate(x=90)
                    .move(0, b * (0.25 + 0.6 * i / max(v.rivets - 1, 1)), 0)
                    for i in range(v.rivets)
                )
            ),
            "rivet",
        )
    if v.bolster:
        d.add(
            "bolster",
            box(0.98 * v.width, 0.018, 1.06 * v.thickness, 0.004).move(0, b - 0.002, 0),
            "rivet" if v.kind == "cleaver" else "blade",
        )
    d.point("grip", (0, 0.5 * b, 0), size=v.width)
    d.point("top", (0, h, 0), size=w)
    return d
