"""Flutes, recorders, pan pipes, clarinets."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod


@family(
    "flute",
    "music",
    nouns={
        "pan flute": {"kind": "pan"},
        "pan pipes": {"kind": "pan"},
        "recorder": {"kind": "recorder"},
        "whistle": {"kind": "recorder", "length": 0.3},
        "clarinet": {"kind": "clarinet"},
        "oboe": {"kind": "clarinet"},
        "piccolo": {"length": 0.32},
        "woodwind": {"kind": "clarinet"},
    },
    parameters=(
        Choice("kind", ("flute", "recorder", "pan", "clarinet")),
        Real("length", 0.5, 0.3, 0.66),
        Real("radius", 0.017, 0.014, 0.021, unit="", about="share of the length"),
        Whole("keys", 9, 6, 13),
        Whole("pipes", 9, 6, 12),
        Real("bell", 1.9, 1.5, 2.4, unit=""),
        Flag("case", 0.5),
        Flag("rings", 0.8),
        Flag("cord", 0.4),
    ),
    slots={
        "body": ("silver", "gold", "bamboo", "walnut", "paint:#1c1b1d", "birch"),
        "metal": ("silver", "gold", "chrome"),
        "dark": ("paint:#120f0d",),
        "case": ("velvet:#4a1a2e", "velvet:#1f2f5a"),
        "outside": ("leather:#2a2320", "walnut"),
        "cord": ("fabric:#a8242c", "rope"),
    },
    words={"keys": {}, "case": {"case": True}, "cord": {"cord": True, "kind": "pan"}},
    paints={"keys": "metal", "pipes": "body"},
    height=(0.012, 0.62),
)
def flute(v: Values) -> Draft:
    """Lying along X, in its case or without; pan pipes stand."""
    n = v.length
    r = v.radius * n * (1.0 if v.kind == "flute" else 1.35)
    if v.kind == "pan":
        h = 0.5 * n
        q = 0.032 * n
        d = Draft(extent=max(h, v.pipes * 1.9 * q))
        for k in range(v.pipes):
            tall = h * (1 - 0.6 * k / (v.pipes - 1))
            x = (k - (v.pipes - 1) / 2) * 1.88 * q
            base = h - tall
            pipe = lathe(
                [(0, base), (q, base), (q, h), (0.72 * q, h), (0.72 * q, h - 0.08 * tall), (0, h - 0.08 * tall)]
            )
            d.add(f"pipe_{k + 1}", pipe.rotate(y=0).move(x), "body", group="pipes")
        wide = v.pipes * 1.9 * q
        for j, y in enumerate((0.78, 0.7)):
            d.add(f"binding_{j + 1}", box(wide, 0.045 * h, 2.35 * q, 0.01 * h).move(y=y * h), "cord", group="binding")
        if v.cord:
            d.add(
                "cord",
                sweep(
                    [
                        (-0.5 * wide, 0.74 * h, 0),
                        (-0.55 * wide, 0.4 * h, q),
                        (-0.3 * wide, 0.1 * h, 1.5 * q),
                        (-0.35 * wide, 0.02 * h, 2.2 * q),
                    ],
                    0.22 * q,
                ),
                "cord",
            )
        d.point("top", (0, h, 0), size=wide)
        d.point("grip", (0, 0.7 * h, 0), size=2 * q)
        return d
    d = Draft(extent=n if not v.case else 1.12 * n)
    y = 1.5 * r
    if v.case:
        cz = 9 * r
        d.add(
            "case",
            union(
                box(1.1 * n, 1.4 * r, cz, 0.3 * r).move(y=0.7 * r),
                box(1.05 * n, 1.0 * r, 1.6 * r).move(0, 0.7 * r, -0.53 * cz),
                box(1.1 * n, 0.6 * r, cz, 0.2 * r).rotate(x=72).move(0, 0.49 * cz, -0.64 * cz),
            ),
            "outside",
        )
        d.add(
            "lining",
            union(
                box(1.05 * n, 0.4 * r, 0.9 * cz, 0.1 * r).move(y=1.38 * r),
                box(1.05 * n, 0.3 * r, 0.88 * cz, 0.1 * r)
                .rotate(x=72)
                .move(0, 0.49 * cz + 0.08 * r, -0.64 * cz + 0.35 * r),
            ),
            "case",
        )
        y = 2.2 * r
    x0 = -n / 2

    def along(points: list[tuple[float, float]]) -> Node:
        """A turned body along +X from the left end."""
        return lathe([(a, b) for a, b in points]).rotate(z=-90).move(x0, y, 0)

    if v.kind == "flute":
        d.add("body", along([(0, 0), (0.8 * r, 0), (r, 0.01 * n), (r, 0.995 * n), (0.6 * r, n), (0, n)]), "body")
        d.add("plate", union(sphere(1.6 * r, 0.5 * r, 1.1 * r).move(x0 + 0.14 * n, y + 0.75 * r, 0)), "metal")
        d.add("blow_hole", sphere(0.55 * r, 0.2 * r, 0.4 * r).move(x0 + 0.14 * n, y + 1.2 * r, 0), "dark")
        joints, first = [0.014, 0.26, 0.84], 0.34
    elif v.kind == "recorder":
        d.add(
            "body",
            along(
                [
                    (0, 0),
                    (0.8 * r, 0),
                    (0.95 * r, 0.03 * n),
                    (1.1 * r, 0.2 * n),
                    (1.35 * r, 0.24 * n),
                    (1.35 * r, 0.28 * n),
                    (1.0 * r, 0.3 * n),
                    (0.85 * r, 0.8 * n),
                    (1.25 * r, 0.84 * n),
                    (1.25 * r, 0.88 * n),
                    (0.9 * r, 0.92 * n),
                    (1.2 * r, n),
                    (0.7 * r, n),
                    (0.5 * r, 0.96 * n),
                    (0, 0.96 * n),
                ]
            ),
            "body",
        )
        d.add("window", box(1.4 * r, 0.5 * r, 0.9 * r).move(x0 + 0.15 * n, y + 0.85 * r, 0), "dark")
        joints, first = [0.26, 0.86], 0.36
    else:
        e = v.bell * r
        d.add(
            "body",
            along(
                [
                    (0, 0),
                    (0.35 * r, 0),
                    (0.75 * r, 0.06 * n),
                    (0.95 * r, 0.12 * n),
                    (r, 0.13 * n),
                    (r, 0.8 * n),
                    (1.25 * r, 0.88 * n),
                    (e, 0.99 * n),
                    (e, n),
                    (0.85 * e, n),
                    (0.5 * r, 0.93 * n),
                    (0, 0.93 * n),
                ]
            ),
            "body",
        )
        y_low = y
        if e > y_low:
            d.parts[:] = [p.model_copy(update={"solid": p.solid.move(y=0).as_solid()}) for p in d.parts]
        joints, first = [0.13, 0.36, 0.62, 0.82], 0.2
    if v.rings:
        d.add(
            "rings",
            union(
                *(
                    torus(1.05 * r if v.kind != "recorder" else 1.33 * r, 0.16 * r)
                    .rotate(z=90)
                    .move(x0 + k * n + 0.004 * n, y, 0)
                    for k in joints
                )
            ),
            "metal",
            group="rings",
        )
    step = (0.92 - first - 0.1) * n / v.keys
    for k in range(v.keys):
        x = x0 + first * n + (k + 0.5) * step
        if v.kind == "recorder":
            if k < 8:
                d.add(
                    f"hole_{k + 1}",
                    sphere(0.36 * r, 0.12 * r, 0.36 * r).move(x, y + (0.98 - 0.012 * k) * r, 0),
                    "dark",
                    group="holes",
                )
        else:
            d.add(
                f"key_{k + 1}",
                union(
                    cylinder(0.8 * r, 0.3 * r, bevel=0.06 * r).move(x, y + 1.15 * r, 0),
                    cylinder(0.5 * r, 0.5 * r).move(x, y + 0.9 * r, 0),
                    box(0.3 * r, 0.22 * r, 1.3 * r, 0.05 * r).move(x, y + 1.05 * r, -0.7 * r),
                ),
                "metal",
                group="keys",
            )
    if v.kind != "recorder":
        d.add(
            "rod",
            union(
                rod(
                    (x0 + first * n, y + 0.95 * r, -1.15 * r),
                    (x0 + first * n + v.keys * step, y + 0.95 * r, -1.15 * r),
                    radius=0.17 * r,
                ),
                *(
                    rod(
                        (x0 + first * n + q * v.keys * step, y, -0.7 * r),
                        (x0 + first * n + q * v.keys * step, y + 0.95 * r, -1.15 * r),
                        radius=0.18 * r,
                    )
                    for q in (0.01, 0.5, 0.99)
                ),
            ),
            "metal",
        )
    if not v.case:
        d.add(
            "rest",
            union(*(box(0.02 * n, 1.2 * r, 3.2 * r, 0.2 * r).move(k * 0.3 * n, 0.6 * r, 0) for k in (1, -1))),
            "outside",
        )
    d.point("top", (0, y + r, 0), size=r)
    d.point("grip", (0, y, 0), up=(1, 0, 0), size=2 * r)
    return d
