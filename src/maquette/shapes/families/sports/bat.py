"""Bats, clubs, sticks and cues."""

from __future__ import annotations

import math

from maquette.shapes.api import Point3, box, cylinder, extrude, lathe, loft, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.arms import ribbed
from maquette.shapes.sub.outlines import rounded_rectangle
from maquette.shapes.sub.sidewise import side


@family(
    "bat",
    "sport",
    nouns={
        "baseball bat": {"kind": "baseball"},
        "cricket bat": {"kind": "cricket"},
        "golf club": {"kind": "golf"},
        "golf driver": {"kind": "golf", "head": "wood"},
        "hockey stick": {"kind": "hockey"},
        "pool cue": {"kind": "cue"},
        "putter": {"kind": "golf", "head": "putter"},
        "wooden bat": {"kind": "baseball"},
    },
    parameters=(
        Choice("kind", ("baseball", "cricket", "golf", "hockey", "cue")),
        Choice("head", ("iron", "wood", "putter")),
        Real("length", 1.0, 0.88, 1.1, unit="", about="times the usual"),
        Real("radius", 1.0, 0.88, 1.15, unit=""),
        Real("grip_length", 0.3, 0.24, 0.36, unit="", about="share of the length"),
        Whole("wraps", 12, 8, 16),
        Whole("bands", 2, 0, 3),
        Flag("tape", 0.6),
        Real("blade", 1.0, 0.9, 1.15, unit=""),
    ),
    slots={
        "body": ("oak", "birch", "walnut", "paint:#20242c", "aluminium", "paint:#b8281e"),
        "grip": ("leather:#20222a", "rope:#d8cfb8", "leather:#b01f1c", "rubber"),
        "metal": ("chrome", "steel", "gunmetal"),
        "band": ("paint:#c8201c", "gold", "paint:#1f4fa8"),
    },
    words={"tape": {"tape": True}},
    paints={"handle": "grip", "head": "metal", "shaft": "body"},
    height=(0.6, 1.6),
)
def bat(v: Values) -> Draft:
    """Stands upright: bats on their handles, clubs on their heads."""
    n = v.length * {"baseball": 0.84, "cricket": 0.88, "golf": 1.08, "hockey": 1.25, "cue": 1.4}[v.kind]
    k = v.radius
    d = Draft(extent=n)
    g = v.grip_length * n
    if v.kind == "baseball":
        d.add(
            "body",
            lathe(
                [
                    (0.0, 0.0),
                    (0.024 * k, 0.002),
                    (0.026 * k, 0.012),
                    (0.022 * k, 0.022),
                    (0.014 * k, 0.035),
                    (0.0135 * k, 0.3 * n),
                    (0.02 * k, 0.5 * n),
                    (0.034 * k, 0.72 * n),
                    (0.036 * k, 0.9 * n),
                    (0.033 * k, 0.975 * n),
                    (0.02 * k, 0.998 * n),
                    (0.0, n),
                ],
                smooth=False,
            ),
            "body",
        )
        if v.tape:
            d.add("grip", ribbed(g, 0.0165 * k, v.wraps, 0.05, 0.02).move(y=0.032), "grip")
        for i in range(v.bands):
            y = (0.56 + 0.05 * i) * n
            rad = (0.02 + 0.014 * (y / n - 0.5) / 0.22) * k
            d.add(
                f"band_{i + 1}",
                lathe([(0.5 * rad, y), (1.04 * rad, y), (1.06 * rad, y + 0.012), (0.5 * rad, y + 0.012)]),
                "band",
                group="bands",
            )
        at = 0.15 * n
    elif v.kind == "cricket":
        w = 0.108 * v.blade
        d.add(
            "body",
            side(
                [
                    (-0.014, 0.36 * n),
                    (-0.03, 0.42 * n),
                    (-0.038, 0.85 * n),
                    (-0.02, n - 0.01),
                    (0.0, n),
                    (0.012, 0.99 * n),
                    (0.012, 0.38 * n),
                    (0.006, 0.34 * n),
                ],
                w,
                0.006,
            )
            + side([(-0.014, 0.3 * n), (0.012, 0.3 * n), (0.012, 0.38 * n), (-0.014, 0.38 * n)], 0.05, 0.004),
            "body",
        )
        d.add("grip", ribbed(0.36 * n, 0.0185 * k, v.wraps + 4, 0.06, 0.05), "grip")
        for i in range(v.bands):
            d.add(
                f"band_{i + 1}",
                box(w + 0.004, 0.014, 0.012, 0.001).move(0, (0.8 + 0.06 * i) * n, 0.008),
                "band",
                group="bands",
            )
        at = 0.2 * n
    elif v.kind == "cue":
        d.add(
            "body",
            lathe(
                [
                    (0.0, 0.0),
                    (0.0165 * k, 0.0),
                    (0.017 * k, 0.02),
                    (0.0075 * k, n - 0.03),
                    (0.0075 * k, n - 0.02),
                    (0.0, n - 0.02),
                ]
            ),
            "body",
        )
        d.add("tip", cylinder(0.0076 * k, 0.03, 0.0065 * k, bevel=0.002).move(y=n - 0.018), "band")
        d.add("grip", ribbed(g, 0.0178 * k, v.wraps + 6, 0.03, 0.0).move(y=0.08), "grip")
        d.add("joint", cylinder(0.0138 * k, 0.03, bevel=0.001).move(y=0.5 * n), "metal")
        at = 0.2 * n
    else:
        lean = 0.09 * n
        top: Point3 = (-lean, n, 0)
        if v.kind == "golf":
            foot: Point3 = (0, 0.03, 0)
            d.add("shaft", sweep([foot, top], [0.007 * k, 0.0085 * k]), "body")
            d.add("hosel", sweep([(0.004, 0.01, 0), (-0.1 * lean, 0.1 * n, 0)], [0.011, 0.0095]), "metal")
            b = v.blade
            if v.head == "iron":
                d.add(
                    "head",
                    extrude(
                        [
                            (-0.012, 0.004),
                            (0.01, 0.0),
                            (0.075 * b, 0.004),
                            (0.085 * b, 0.03),
                            (0.075 * b, 0.052 * b),
                            (0.012, 0.028),
                            (-0.012, 0.03),
                        ],
                        0.018,
                        bevel=0.004,
                    )
                    .rotate(x=-16)
                    .move(y=0.002),
                    "metal",
                )
            elif v.head == "wood":
                d.add(
                    "head",
                    loft(
                        [
                            (
                                [
                                    (
                                        0.045 + 0.055 * q * math.cos(i * math.tau / 24),
                                        -0.02
                                        + 0.055
                                        * q
                                        * math.sin(i * math.tau / 24)
                                        * (0.7 if math.sin(i * math.tau / 24) > 0 else 1.0),
                                    )
                                    for i in range(24)
                                ],
                                (0.0, y, 0.0),
                            )
                            for q, y in ((0.75 * b, 0.0), (b, 0.015), (b, 0.035), (0.75 * b, 0.056), (0.3 * b, 0.064))
                        ],
                        smooth=False,
                    ),
                    "metal",
                )
            else:
                d.add(
                    "head",
                    union(
                        box(0.11 * b, 0.024, 0.02, 0.004).move(0.03, 0.012, 0),
                        cylinder(0.045 * b, 0.018, bevel=0.004).move(0.035, 0.009, -0.025),
                    ),
                    "metal",
                )
        else:
            d.add(
                "shaft",
                sweep(
                    [(0.02, 0.05, 0), (-0.1 * lean, 0.12, 0), top],
                    profile=rounded_rectangle(0.022, 0.032, 0.006, 2),
                    smooth=False,
                ),
                "body",
            )
            d.add(
                "head",
                sweep(
                    [(-0.01, 0.1, 0), (0.03, 0.042, 0), (0.12, 0.034, 0.005), (0.3 * v.blade, 0.05, 0.02)],
                    profile=rounded_rectangle(0.014, 0.068, 0.004, 2),
                ),
                "body",
            )
            if v.tape:
                d.add(
                    "tape",
                    sweep(
                        [(0.1, 0.036, 0.004), (0.18, 0.039, 0.01), (0.3 * v.blade - 0.01, 0.049, 0.02)],
                        profile=rounded_rectangle(0.018, 0.073, 0.004, 2),
                    ),
                    "grip",
                )
        f = 1 - v.grip_length
        gx: Point3 = (-lean * f, n * f + 0.03 * (1 - f), 0)
        d.add(
            "grip",
            sweep([gx, (top[0], top[1] - 0.002, 0)], 0.0125 * k if v.kind == "golf" else 0.021, round_ends=True),
            "grip",
        )
        for i in range(v.bands):
            q = f - 0.05 - 0.04 * i
            d.add(
                f"band_{i + 1}",
                cylinder(0.0105 * k if v.kind == "golf" else 0.0195, 0.014)
                .rotate(z=math.degrees(math.atan2(lean, n)))
                .move(-lean * q, n * q + 0.03 * (1 - q), 0),
                "band",
                group="bands",
            )
        at = (1 - 0.5 * v.grip_length) * n
        d.point("grip", (-lean * at / n, at, 0), up=(0, -1, 0), size=0.03)
        d.point("top", top, size=0.03)
        return d
    d.point("grip", (0, at, 0), front=(1, 0, 0), size=0.03)
    d.point("top", (0, n, 0), size=0.05)
    return d
