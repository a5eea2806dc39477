"""Radios and boomboxes."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod, rounded_rectangle
from maquette.shapes.sub.palettes import DARK


@family(
    "radio",
    "electronics",
    nouns={
        "boombox": {"kind": "boombox"},
        "ghetto blaster": {"kind": "boombox"},
        "retro radio": {"kind": "retro"},
        "transistor radio": {"kind": "portable"},
        "stereo": {"kind": "boombox"},
        "old radio": {"kind": "retro"},
        "walkie talkie": {"kind": "portable"},
        "cassette player": {"kind": "boombox"},
    },
    parameters=(
        Choice("kind", ("retro", "boombox", "portable")),
        Real("width", 0.34, 0.26, 0.44),
        Real("height", 0.62, 0.54, 0.72, unit="", about="share of the width"),
        Real("depth", 0.34, 0.28, 0.42, unit=""),
        Whole("knobs", 3, 2, 4),
        Whole("slats", 9, 6, 12),
        Flag("antenna", 0.7),
        Flag("handle", 0.6),
        Real("corner", 0.14, 0.06, 0.24, unit=""),
    ),
    slots={
        "case": ("walnut", "paint:#b8402f", "paint:#3f8a86", "paint:#e8dcc0", "paint:#33363c"),
        "grille": ("fabric:#c8b48a", "paint:#1d1f23", "brass"),
        "metal": ("chrome", "brass", "aluminium"),
        "dial": ("glow:#ffe2a0", "glow:#9ae0ff"),
        "dark": DARK,
        "knob": ("brass", "paint:#f0e8d6", "chrome"),
    },
    words={
        "antenna": {"antenna": True},
        "handle": {"handle": True},
        "knobs": {"knobs": 3},
        "boombox": {"kind": "boombox"},
    },
    paints={"knobs": "knob", "speaker": "grille", "display": "dial", "body": "case"},
    height=(0.12, 0.62),
)
def radio(v: Values) -> Draft:
    """A case with a grille or two loudspeakers, a lit scale and knobs."""
    w = v.width * (1.4 if v.kind == "boombox" else 0.7 if v.kind == "portable" else 1.0)
    h = v.height * v.width * (0.85 if v.kind != "portable" else 0.9)
    z = v.depth * v.width * (0.8 if v.kind != "portable" else 0.5)
    d = Draft(extent=max(w, 1.5 * h))
    y = h / 2 + 0.02 * w
    f = z / 2
    d.add(
        "case",
        extrude(
            rounded_rectangle(w, h, v.corner * h * (1.6 if v.kind == "retro" else 0.8), 6), z, bevel=0.012 * w
        ).move(y=y),
        "case",
    )
    d.add(
        "feet",
        union(
            *(
                cylinder(0.035 * w, 0.035 * w).move(a * 0.38 * w, 0.0175 * w, b * 0.34 * z)
                for a in (1, -1)
                for b in (1, -1)
            )
        ),
        "dark",
    )
    lines: list[Node]
    if v.kind == "boombox":
        for s, name in ((1, "left"), (-1, "right")):
            r = 0.38 * h
            cone = lathe(
                [
                    (r, 0),
                    (r, 0.05 * w),
                    (0.9 * r, 0.055 * w),
                    (0.82 * r, 0.035 * w),
                    (0.35 * r, 0.012 * w),
                    (0.3 * r, 0.03 * w),
                    (0, 0.035 * w),
                ]
            ).rotate(x=90)
            d.add(f"speaker_{name}", cone.move(s * 0.31 * w, y - 0.04 * h, f - 0.02 * w), "dark", group="speakers")
            d.add(
                f"ring_{name}",
                torus(0.95 * r, 0.012 * w).rotate(x=90).move(s * 0.31 * w, y - 0.04 * h, f + 0.03 * w),
                "metal",
                group="speakers",
            )
            d.add(
                f"dome_{name}",
                sphere(0.26 * r, 0.26 * r, 0.1 * r).move(s * 0.31 * w, y - 0.04 * h, f + 0.015 * w),
                "metal",
                group="speakers",
            )
        d.add("cassette", union(box(0.24 * w, 0.34 * h, 0.02 * w, 0.004 * w)).move(0, y - 0.14 * h, f), "dark")
        d.add(
            "reels",
            union(
                *(
                    torus(0.035 * w, 0.01 * w).rotate(x=90).move(k * 0.055 * w, y - 0.12 * h, f + 0.01 * w)
                    for k in (1, -1)
                )
            ),
            "metal",
        )
        d.add("scale", box(0.24 * w, 0.14 * h, 0.02 * w, 0.004 * w).move(0, y + 0.22 * h, f), "dial")
        lines = [
            box(0.03 * w, 0.05 * h, 0.05 * w, 0.004 * w).move((k - 2) * 0.045 * w, y + 0.5 * h, 0.25 * z)
            for k in range(5)
        ]
        d.add("keys", union(*lines), "metal")
    else:
        gx, gw, gh = (-0.16 * w, 0.56 * w, 0.72 * h) if v.kind == "retro" else (0.0, 0.8 * w, 0.44 * h)
        gy = y if v.kind == "retro" else y - 0.18 * h
        d.add(
            "grille_bed", extrude(rounded_rectangle(gw, gh, 0.08 * h), 0.02 * w).move(gx, gy, f), "dark", group="grille"
        )
        lines = [
            box(gw * 0.96, 0.45 * gh / v.slats, 0.03 * w, 0.003 * w).move(
                gx, gy + ((k + 0.5) / v.slats - 0.5) * gh * 0.94, f + 0.002 * w
            )
            for k in range(v.slats)
        ]
        d.add("grille", union(*lines), "grille", group="grille")
        sx, sy, sw = (0.3 * w, y + 0.2 * h, 0.26 * w) if v.kind == "retro" else (0.08 * w, y + 0.26 * h, 0.56 * w)
        d.add("scale", box(sw, 0.2 * h, 0.02 * w, 0.004 * w).move(sx, sy, f), "dial")
        d.add(
            "scale_marks",
            union(
                *(
                    box(0.006 * w, (0.1 if k % 2 else 0.06) * h, 0.006 * w).move(
                        sx + (k - 3) * sw * 0.13, sy + 0.02 * h, f + 0.01 * w
                    )
                    for k in range(7)
                ),
                box(0.009 * w, 0.17 * h, 0.008 * w).move(sx + 0.1 * sw, sy, f + 0.011 * w),
            ),
            "dark",
        )
    for k in range(v.knobs):
        if v.kind == "boombox":
            x, ky, q = (k - (v.knobs - 1) / 2) * 0.07 * w, y + 0.38 * h, 0.022 * w
        elif v.kind == "retro":
            x, ky, q = (
                0.3 * w + (k - (v.knobs - 1) / 2) * 0.3 * w / v.knobs,
                y - 0.2 * h,
                0.042 * w if v.knobs < 4 else 0.034 * w,
            )
        else:
            x, ky, q = (-0.36 + 0.0 * k) * w, y + (0.36 - 0.17 * k) * h, 0.05 * w
            if k > 1:
                continue
        d.add(
            f"knob_{k + 1}",
            union(
                cylinder(q, 0.06 * w, sides=20, bevel=0.005 * w).rotate(x=90),
                box(0.2 * q, 0.9 * q, 0.02 * w).move(0, 0.45 * q, 0.025 * w),
            )
            .rotate(z=40 - 60 * k)
            .move(x, ky, f + 0.012 * w),
            "knob",
            group="knobs",
        )
    top = y + h / 2
    if v.handle:
        s = 0.42 * w if v.kind != "retro" else 0.3 * w
        d.add(
            "handle",
            sweep(
                [
                    (-s, top - 0.02 * h, 0),
                    (-s, top + 0.14 * h, 0),
                    (-0.9 * s, top + 0.2 * h, 0),
                    (0.9 * s, top + 0.2 * h, 0),
                    (s, top + 0.14 * h, 0),
                    (s, top - 0.02 * h, 0),
                ],
                0.018 * w + 0.002,
                smooth=False,
            ),
            "metal" if v.kind != "retro" else "dark",
        )
    if v.antenna:
        d.add(
            "antenna",
            union(
                rod(
                    (-0.42 * w, top - 0.03 * h, -0.3 * z),
                    (-0.26 * w, top + 0.62 * h, -0.3 * z),
                    radius=0.008 * w + 0.001,
                ),
                sphere(0.014 * w + 0.001).move(-0.26 * w, top + 0.62 * h, -0.3 * z),
            ),
            "metal",
        )
    d.point("top", (0, top, 0), size=w)
    d.point("grip", (0, top + 0.2 * h, 0), size=0.04 * w)
    return d
