"""Pianos: upright, grand, stage keyboards."""

from __future__ import annotations

import math

from maquette.shapes.api import Point2, box, cylinder, difference, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.music._keyboard import keyboard
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod


@family(
    "piano",
    "music",
    nouns={
        "grand piano": {"kind": "grand"},
        "upright piano": {"kind": "upright"},
        "concert piano": {"kind": "grand"},
        "synthesizer": {"kind": "keyboard"},
        "synth": {"kind": "keyboard"},
        "electric piano": {"kind": "keyboard"},
        "organ": {"kind": "upright"},
        "pianoforte": {},
    },
    parameters=(
        Choice("kind", ("upright", "grand", "keyboard")),
        Real("width", 1.48, 1.3, 1.58),
        Real("height", 1.2, 1.08, 1.32),
        Real("length", 1.7, 1.45, 2.0, about="of a grand"),
        Whole("octaves", 6, 4, 7),
        Whole("pedals", 3, 2, 3),
        Flag("stool", 0.6),
        Real("lid_angle", 38, 28, 48, unit="deg"),
        Flag("sheet", 0.7),
        Flag("candles", 0.15),
    ),
    slots={
        "case": ("paint:#15151a", "mahogany", "walnut", "paint:#f0ede6", "paint:#7a1f26"),
        "key": ("bone:#f4efe2",),
        "black": ("paint:#141416",),
        "metal": ("gold", "brass"),
        "inside": ("gold", "brass:#d8b060"),
        "seat": ("leather:#23201f", "velvet"),
        "paper": ("paper",),
        "felt": ("fabric:#8a1f2c",),
    },
    words={"stool": {"stool": True}, "bench": {"stool": True}, "sheet": {"sheet": True}, "keys": {}},
    paints={"keys": "key", "pedals": "metal", "lid": "case", "bench": "seat"},
    height=(0.75, 2.3),
)
def piano(v: Values) -> Draft:
    """Upright, grand with an open lid, or a stage keyboard; the player sits in front."""
    w = v.width * (0.85 if v.kind == "keyboard" else 1.0)
    ky = 0.7
    white, black = keyboard(0.9 * w, 0.15, v.octaves)
    if v.kind == "keyboard":
        d = Draft(extent=w)
        d.add(
            "case",
            union(box(w, 0.08, 0.32, 0.015).move(0, ky, 0), box(w, 0.05, 0.14, 0.012).move(0, ky + 0.04, -0.09)),
            "case",
        )
        zk = 0.08
        high = ky + 0.045
        d.add("panel", box(0.3 * w, 0.01, 0.08).move(0, ky + 0.066, -0.09), "black")
        d.add(
            "knobs",
            union(
                *(
                    cylinder(0.014, 0.03).move(s * (0.22 + 0.06 * k) * w, ky + 0.075, -0.09)
                    for s in (1, -1)
                    for k in range(4)
                )
            ),
            "metal",
        )
        cross = [
            rod((s * 0.34 * w, 0.015, z), (-s * 0.34 * w, ky - 0.03, z), radius=0.016) for s in (1, -1) for z in (0.0,)
        ]
        d.add(
            "stand",
            union(
                *cross,
                *(rod((s * 0.34 * w, 0.016, -0.2), (s * 0.34 * w, 0.016, 0.2), radius=0.016) for s in (1, -1)),
                *(
                    rod((s * 0.34 * w, ky - 0.035, -0.13), (s * 0.34 * w, ky - 0.035, 0.13), radius=0.016)
                    for s in (1, -1)
                ),
            ),
            "black",
        )
        top = ky + 0.1
    elif v.kind == "upright":
        h, z = v.height, 0.34
        d = Draft(extent=w + 0.1)
        d.add(
            "case",
            union(
                box(w, h - 0.06, z, 0.012).move(0, (h - 0.06) / 2 + 0.04, -0.2),
                box(w + 0.05, 0.04, z + 0.05, 0.012).move(0, h - 0.02, -0.2),
                *(box(0.07, h * 0.62, 0.34, 0.015).move(s * (w / 2 - 0.02), h * 0.31, 0.02) for s in (1, -1)),
            ),
            "case",
        )
        d.add(
            "shelf",
            union(
                box(w, 0.06, 0.34, 0.012).move(0, ky - 0.07, 0.08),
                box(0.94 * w, 0.03, 0.03).move(0, ky + 0.0, 0.235),
                *(box(0.05 * w, 0.12, 0.33, 0.02).move(s * 0.475 * w, ky - 0.01, 0.08) for s in (1, -1)),
            ),
            "case",
            group="case",
        )
        d.add(
            "panels",
            union(
                *(box(0.4 * w, 0.26, 0.02, 0.008).move(s * 0.24 * w, ky + 0.28, -0.028) for s in (1, -1)),
                box(0.86 * w, 0.36, 0.02, 0.008).move(0, 0.36, -0.028),
            ),
            "case",
            group="case",
        )
        d.add(
            "legs",
            union(
                *(
                    lathe(
                        [
                            (0, 0),
                            (0.04, 0),
                            (0.04, 0.04),
                            (0.025, 0.08),
                            (0.04, 0.3),
                            (0.028, 0.5),
                            (0.045, 0.62),
                            (0, 0.64),
                        ]
                    ).move(s * 0.46 * w, 0, 0.2)
                    for s in (1, -1)
                )
            ),
            "case",
            group="legs",
        )
        d.add("felt", box(0.9 * w, 0.015, 0.02).move(0, ky + 0.03, -0.02), "felt")
        d.add("rest", box(0.6 * w, 0.03, 0.06, 0.008).move(0, ky + 0.17, -0.01), "case", group="case")
        zk, high = 0.11, ky - 0.032
        if v.sheet:
            d.add(
                "sheet",
                union(
                    box(0.2, 0.27, 0.012).rotate(y=8).move(-0.1, 0, 0),
                    box(0.2, 0.27, 0.012).rotate(y=-8).move(0.1, 0, 0),
                )
                .rotate(x=-6)
                .move(0, ky + 0.3, 0.005),
                "paper",
            )
        if v.candles:
            for s, name in ((1, "left"), (-1, "right")):
                d.add(
                    f"candle_{name}",
                    union(
                        sweep(
                            [
                                (s * 0.42 * w, ky + 0.3, -0.03),
                                (s * 0.42 * w, ky + 0.28, 0.06),
                                (s * 0.42 * w, ky + 0.36, 0.08),
                            ],
                            0.009,
                        ),
                        lathe([(0, 0), (0.03, 0.01), (0.012, 0.015), (0.012, 0.12), (0, 0.12)]).move(
                            s * 0.42 * w, ky + 0.35, 0.08
                        ),
                    ),
                    "metal",
                    group="candles",
                )
        top = h
    else:
        n = v.length
        d = Draft(extent=max(w, n) * 1.1)
        half = w / 2
        back = -n + 0.3
        outline: list[Point2] = [
            (-half, 0.3),
            (half, 0.3),
            (half, -0.35),
            (0.82 * half, -0.7),
            (0.3 * half, 0.55 * back - 0.12),
            (0.12 * half, 0.85 * back),
            (-0.15 * half, back),
            (-0.6 * half, back),
            (-half, 0.8 * back),
        ]
        flat = [(x, -z) for x, z in outline]
        y0, deep = 0.62, 0.28
        rim: list[Point2] = [(x, y) for x, y in flat if y >= -0.06]
        body = extrude(flat, 0.1, bevel=0.012).rotate(x=-90).move(y=y0 + 0.05)
        inner = [(0.955 * x, 0.97 * y + 0.012) for x, y in flat]
        wall = (
            difference(extrude(flat, deep, bevel=0.01), extrude(inner, 2 * deep), box(4, 0.66, 2).move(0, -0.3, 0))
            .rotate(x=-90)
            .move(y=y0 + deep / 2 + 0.02)
        )
        d.add(
            "case",
            union(
                body,
                wall,
                box(w, 0.12, 0.2, 0.01).move(0, y0 + 0.17, -0.08),
                *(box(0.05 * w, 0.16, 0.5, 0.02).move(s * 0.475 * w, y0 + 0.14, 0.06) for s in (1, -1)),
            ),
            "case",
        )
        _ = rim
        d.add(
            "frame",
            union(
                extrude([(0.93 * x, 0.94 * y + 0.02) for x, y in flat if True], 0.02).rotate(x=-90).move(y=y0 + 0.16)
                - box(4, 1, 0.8).move(0, y0, 0.2),
                box(0.9 * w, 0.02, 0.1).move(0, y0 + 0.17, -0.22),
            ),
            "inside",
        )
        d.add(
            "strings",
            union(
                *(
                    rod(
                        (x * half, y0 + 0.175, -0.22),
                        (x * half * 0.75 - 0.12 * half, y0 + 0.175, (back + 0.2) * q),
                        radius=0.006,
                    )
                    for x, q in (
                        (-0.8, 0.78),
                        (-0.6, 0.95),
                        (-0.4, 0.97),
                        (-0.2, 0.95),
                        (0.0, 0.86),
                        (0.2, 0.68),
                        (0.4, 0.5),
                    )
                )
            ),
            "metal",
        )
        lid = extrude(flat, 0.03, bevel=0.008).rotate(x=-90) - box(5, 1, 0.6).move(0, 0, 0.2)
        hinge_y = y0 + deep + 0.03
        d.add("lid", lid.move(x=half).rotate(z=v.lid_angle).move(x=-half, y=hinge_y - 0.005), "case")
        d.add("front_lid", box(0.96 * w, 0.025, 0.16, 0.006).rotate(x=-70).move(0, y0 + 0.28, 0.0), "case", group="lid")
        reach = 1.25 * half
        d.add(
            "prop",
            rod(
                (0.78 * half, y0 + 0.1, -0.45),
                (
                    -half + reach * math.cos(math.radians(v.lid_angle)) + 0.0,
                    hinge_y + reach * math.sin(math.radians(v.lid_angle)),
                    -0.45,
                ),
                radius=0.012,
            ),
            "case",
            group="lid",
        )
        for k, (x, z) in enumerate(((-0.84 * half, 0.1), (0.84 * half, 0.1), (-0.35 * half, 0.82 * back))):
            d.add(
                f"leg_{k + 1}",
                union(
                    lathe([(0.035, 0.05), (0.05, 0.12), (0.075, 0.45), (0.1, y0 - 0.06), (0.1, y0 + 0.03)]),
                    cylinder(0.02, 0.06).move(y=0.05),
                    sphere(0.03).move(y=0.03),
                ).move(x, 0, z),
                "case",
                group="legs",
            )
        d.add(
            "lyre",
            union(
                *(rod((s * 0.07, y0 + 0.02, -0.05), (s * 0.05, 0.1, -0.05), radius=0.014) for s in (1, -1)),
                box(0.26, 0.05, 0.1, 0.01).move(0, 0.1, -0.04),
            ),
            "case",
            group="legs",
        )
        zk, high = 0.2, y0 + 0.106
        if v.sheet:
            d.add("sheet", union(box(0.5, 0.25, 0.02, 0.005).rotate(x=-18).move(0, y0 + 0.33, -0.12)), "case")
            d.add(
                "paper",
                union(box(0.19, 0.24, 0.012).move(-0.1), box(0.19, 0.24, 0.012).move(0.1))
                .rotate(x=-18)
                .move(0, y0 + 0.345, -0.105),
                "paper",
            )
        top = hinge_y
        for p in range(v.pedals):
            d.add(
                f"pedal_{p + 1}",
                box(0.035, 0.016, 0.14, 0.005).move((p - (v.pedals - 1) / 2) * 0.08, 0.09, 0.03),
                "metal",
                group="pedals",
            )
    if v.kind == "upright":
        for p in range(v.pedals):
            d.add(
                f"pedal_{p + 1}",
                box(0.04, 0.02, 0.12, 0.006).move((p - (v.pedals - 1) / 2) * 0.1, 0.09, 0.01),
                "metal",
                group="pedals",
            )
    d.add("keys", white.move(0, high, zk), "key", group="keys")
    d.add("black_keys", black.move(0, high + 0.004, zk), "black", group="keys")
    if v.stool and v.kind != "keyboard":
        zs = 0.62
        d.add("bench", box(0.62, 0.09, 0.34, 0.03).move(0, 0.46, zs), "seat", group="bench")
        d.add(
            "bench_legs",
            union(
                *(
                    sweep([(a * 0.27, 0, zs + q * 0.13), (a * 0.26, 0.43, zs + q * 0.13)], [0.018, 0.026])
                    for a in (1, -1)
                    for q in (1, -1)
                ),
                box(0.58, 0.05, 0.3, 0.008).move(0, 0.41, zs),
                box(0.03, 0.02, zs + 0.1).move(0, 0.01, (zs - 0.1) / 2),
                box(0.54, 0.02, 0.03).move(0, 0.01, zs),
                *(box(0.03, 0.02, 0.3).move(a * 0.27, 0.01, zs) for a in (1, -1)),
                box(0.03, 0.12, 0.05).move(0, 0.06, -0.06),
            ),
            "case",
            group="bench",
        )
    d.point("top", (0, top, -0.2), size=w)
    d.point("seat", (0, 0.5, 0.62), size=0.6)
    return d
