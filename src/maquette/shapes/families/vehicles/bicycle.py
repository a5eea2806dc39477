"""Bicycle: a diamond frame of tubes between two wire wheels."""

from __future__ import annotations

from maquette.shapes.api import bone as b
from maquette.shapes.api import box, cylinder, lathe, organic, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.cycles import Point, tube
from maquette.shapes.sub.wheels import wire_wheel

METALS = ("paint:#c8362c", "paint:#2468b0", "paint:#2f8f6a", "paint:#f0a326", "paint:#1f2328", "paint:#d8e0e4")


@family(
    "bicycle",
    "vehicle",
    nouns={
        "bike": {},
        "pushbike": {},
        "mountain bike": {"bars": "flat", "tyres": 0.03, "basket": False},
        "racing bike": {"bars": "drop", "basket": False, "fenders": False},
        "road bike": {"bars": "drop", "basket": False, "fenders": False},
        "city bike": {"bars": "high", "basket": True, "fenders": True},
        "bmx": {"bars": "high", "wheel_radius": 0.27, "fenders": False},
        "cycle": {},
    },
    parameters=(
        Real("wheel_radius", 0.34, 0.27, 0.37),
        Real("length", 1.02, 0.95, 1.12, about="between the axles"),
        Real("height", 0.88, 0.78, 0.98, about="of the saddle"),
        Real("tyres", 0.02, 0.014, 0.032, about="radius of the tyres' section"),
        Whole("spokes", 16, 12, 24),
        Choice("bars", ("flat", "drop", "high")),
        Flag("basket", 0.35),
        Flag("fenders", 0.5),
        Flag("lamp", 0.5),
        Flag("rack", 0.35),
        Flag("low_frame", 0.3),
    ),
    slots={
        "frame": METALS,
        "tyre": ("rubber",),
        "wheel": ("chrome", "aluminium"),
        "saddle": ("leather", "leather:#26221f"),
        "grip": ("rubber", "leather"),
        "metal": ("chrome", "gunmetal"),
        "basket": ("wicker",),
        "lamp": ("glow:#fff4c8",),
    },
    words={
        "basket": {"basket": True},
        "fenders": {"fenders": True},
        "mudguards": {"fenders": True},
        "lamp": {"lamp": True},
        "rack": {"rack": True},
    },
    paints={
        "seat": "saddle",
        "wheels": "wheel",
        "tyres": "tyre",
        "tires": "tyre",
        "handlebar": "metal",
        "handlebars": "metal",
        "grips": "grip",
        "spokes": "wheel",
    },
    height=(0.8, 1.25),
)
def bicycle(v: Values) -> Draft:
    """A diamond frame of tubes between two wire wheels."""
    r, half = v.wheel_radius, v.length / 2
    d = Draft(extent=v.length + 2 * r)
    rear, front = (0.0, r, -half), (0.0, r, half)
    crank, saddle_top = (0.0, 0.82 * r, -0.08 * v.length), v.height
    seat_top = (0.0, saddle_top - 0.1, -0.27 * v.length)
    joint = (0.0, saddle_top - 0.18, -0.245 * v.length)
    head_low, head_high = (0.0, r + 0.33, half - 0.16), (0.0, max(saddle_top - 0.08, r + 0.47), half - 0.22)
    low_joint = (0.0, 0.55 * joint[1] + 0.45 * crank[1], 0.55 * joint[2] + 0.45 * crank[2])
    top = tube(
        low_joint if v.low_frame else joint, head_low if v.low_frame else (0, head_high[1] - 0.04, head_high[2] + 0.01)
    )
    stays = [tube((s * 0.05, r, -half), (s * 0.02, y, z), r=0.011) for s in (-1, 1) for _, y, z in (joint, crank)]
    fork = [
        tube((s * 0.05, r, half), (s * 0.05, r + 0.32, half - 0.15), (0, r + 0.35, half - 0.165), r=0.013)
        for s in (-1, 1)
    ]
    frame = [
        top,
        tube(crank, seat_top),
        tube(crank, head_low, r=0.02),
        tube((0, head_low[1] - 0.03, head_low[2] + 0.02), head_high, r=0.022),
        *stays,
        *fork,
    ]
    d.add("frame", union(*frame), "frame")
    for name, at in (("front", front), ("rear", rear)):
        d.add(f"wheel_{name}", wire_wheel(r, v.spokes, 0.005, 0.11).move(*at), "wheel", group="wheels")
        d.add(f"tyre_{name}", torus(r - v.tyres, v.tyres).rotate(z=90).move(*at), "tyre", group="wheels")
    gear = cylinder(0.09, 0.012).rotate(z=90).move(x=0.045) + cylinder(0.022, 0.15).rotate(z=90)
    arms = union(*(box(0.018, 0.17, 0.028, 0.005).move(x=s * 0.075, y=-s * 0.08) for s in (1, -1))).rotate(x=50)
    chain = tube((0.045, r + 0.035, -half), (0.045, crank[1] + 0.085, crank[2]), r=0.007) + tube(
        (0.045, r - 0.035, -half), (0.045, crank[1] - 0.085, crank[2]), r=0.007
    )
    d.add(
        "crank",
        union((gear + arms).move(*crank), chain, cylinder(0.042, 0.014).rotate(z=90).move(0.045, r, -half)),
        "metal",
    )
    pedal = box(0.1, 0.022, 0.08, 0.006)
    d.add("pedals", union(*(pedal.move(x=s * 0.12, y=-s * 0.103, z=-s * 0.123) for s in (1, -1))).move(*crank), "grip")
    d.add("saddle_post", tube(seat_top, (0, saddle_top - 0.02, seat_top[2] - 0.025), r=0.013), "metal")
    saddle = organic(
        [b((0.045, 0, -0.08), (-0.045, 0, -0.08), 0.045), b((0, 0, -0.06), (0, 0.005, 0.12), 0.05, 0.022)],
        0.04,
        cells=40,
    ).scale(1, 0.6, 1)
    d.add("saddle", saddle.move(y=saddle_top, z=seat_top[2] - 0.02), "saddle")
    y, z = head_high[1], head_high[2]
    rise = {"flat": 0.05, "drop": 0.05, "high": 0.14}[v.bars]
    d.add("stem", tube((0, y - 0.02, z), (0, y + 0.05, z - 0.01), (0, y + rise, z + 0.05), r=0.014), "metal")
    if v.bars == "drop":
        right: list[Point] = [
            (0, y + rise, z + 0.05),
            (0.19, y + rise, z + 0.05),
            (0.21, y + rise, z + 0.13),
            (0.21, y + rise - 0.07, z + 0.16),
            (0.21, y + rise - 0.12, z + 0.09),
            (0.21, y + rise - 0.12, z + 0.02),
        ]
        grip = tube(right[4], right[5], r=0.017)
    else:
        out = 0.26 if v.bars == "high" else 0.3
        up = 0.07 if v.bars == "high" else 0.0
        right = [
            (0, y + rise, z + 0.05),
            (0.08, y + rise, z + 0.06),
            (0.16, y + rise + up, z + 0.04),
            (out, y + rise + up, z - 0.06),
        ]
        grip = tube(right[3], (out + 0.03 - 0.12, y + rise + up, z - 0.06 + 0.085), r=0.017)
    d.add("handlebar", tube(*right, r=0.012, smooth=True).mirrored(), "metal")
    d.add("grips", grip.mirrored(), "grip")
    if v.fenders:
        for name, at, turn in (("front", front, 60), ("rear", rear, 75)):
            arc = torus(r + 0.022, 0.02, 140).scale(1, 1.5, 1).rotate(z=90).rotate(x=-turn + 70)
            bar = tube((0.045, 0, 0), (0.03, (r + 0.02) * 0.7, -(r + 0.02) * 0.72), r=0.006)
            d.add(f"fender_{name}", union(arc, bar).move(*at), "frame")
    if v.lamp:
        d.add(
            "lamp",
            lathe([(0.0, -0.05), (0.03, -0.03), (0.04, 0.03), (0.0, 0.05)], smooth=True)
            .rotate(x=90)
            .move(y=head_low[1] + 0.05, z=head_low[2] + 0.035),
            "lamp",
        )
    if v.basket:
        w = 0.32
        shell = box(w, 0.22, 0.24, 0.02).tapered(1.15) - box(w - 0.03, 0.3, 0.21, 0.02).tapered(1.15).move(y=0.06)
        d.add(
            "basket",
            union(shell.move(y=y - 0.06, z=z + 0.28), box(0.04, 0.03, 0.2).move(y=y - 0.02, z=z + 0.1)),
            "basket",
        )
    if v.rack:
        z0 = -half - 0.16
        rails = union(
            tube((0.06, 0, 0), (0.06, 0, 0.36), r=0.009).mirrored(),
            *(tube((-0.06, 0, q), (0.06, 0, q), r=0.008) for q in (0.01, 0.12, 0.24)),
        )
        legs = tube((0.06, 2 * r + 0.07, -half), (0.05, r, -half), r=0.008).mirrored()
        d.add(
            "rack",
            union(
                rails.move(y=2 * r + 0.07, z=z0),
                legs,
                tube(
                    (0.0, 2 * r + 0.07, z0 + 0.24),
                    (0, 2 * r + 0.09, -0.22 * v.length + (2 * r + 0.1 - saddle_top) * 0.0),
                    r=0.009,
                ),
            ),
            "metal",
        )
    d.point("seat", (0, saddle_top + 0.02, seat_top[2] - 0.02), size=0.2)
    d.point("top", (0, saddle_top + 0.02, seat_top[2] - 0.02), size=0.2)
    return d
