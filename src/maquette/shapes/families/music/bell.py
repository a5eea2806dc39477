"""Bells: hand bells, church bells, desk bells, jingle bells."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.outlines import rod


@family(
    "bell",
    "music",
    nouns={
        "church bell": {"kind": "church"},
        "hand bell": {"kind": "hand"},
        "handbell": {"kind": "hand"},
        "jingle bell": {"kind": "jingle"},
        "sleigh bell": {"kind": "jingle"},
        "ship bell": {"kind": "church", "height": 0.3},
        "school bell": {"kind": "hand"},
        "desk bell": {"kind": "desk"},
        "reception bell": {"kind": "desk"},
        "christmas bell": {"kind": "hand", "bow": True},
        "liberty bell": {"kind": "church", "crack": True},
    },
    parameters=(
        Choice("kind", ("hand", "church", "desk", "jingle")),
        Real("height", 0.22, 0.16, 0.4),
        Real("width", 0.62, 0.54, 0.72, unit="", about="share of the height"),
        Real("flare", 1.0, 0.85, 1.2, unit=""),
        Whole("bands", 3, 2, 4),
        Flag("yoke", 0.8),
        Flag("frame", 0.5),
        Flag("bow", 0.25),
        Flag("crack", 0.1),
        Real("clapper", 0.16, 0.12, 0.2, unit=""),
    ),
    slots={
        "body": ("brass", "gold", "bronze", "silver", "copper"),
        "handle": ("walnut", "oak", "paint:#1d1b1a"),
        "clapper": ("iron", "bronze"),
        "yoke": ("oak", "iron", "walnut"),
        "bow": ("fabric:#b81e2a", "fabric:#2f7a4a"),
        "dark": ("paint:#17130f",),
    },
    words={"bow": {"bow": True}, "handle": {"kind": "hand"}, "crack": {"crack": True}, "yoke": {"yoke": True}},
    paints={"ribbon": "bow"},
    height=(0.03, 2.4),
)
def bell(v: Values) -> Draft:
    """With a handle, in a yoke, on a counter, or round with a slit."""
    big = 3.2 if v.kind == "church" else 0.35 if v.kind in ("desk", "jingle") else 1.0
    h = v.height * big * (0.62 if v.kind == "hand" else 1.0)
    r = 0.5 * v.width * v.height * big * (0.8 if v.kind == "hand" else 1.35 if v.kind == "church" else 1.0)
    d = Draft(extent=max(h, 2 * r))
    if v.kind == "jingle":
        r = 0.5 * h
        d.extent = 2.3 * r
        d.add(
            "body",
            sphere(r).move(y=r)
            - union(
                box(0.12 * r, 1.1 * r, 3 * r).move(y=0.35 * r),
                box(3 * r, 1.1 * r, 0.12 * r).move(y=0.35 * r),
                *(
                    sphere(0.17 * r).move(0.93 * r * math.cos(a), 0.95 * r, 0.93 * r * math.sin(a))
                    for a in (0, 1.571, 3.142, 4.712)
                ),
            ),
            "body",
        )
        d.add("core", sphere(0.86 * r).move(y=r), "dark")
        d.add(
            "rim",
            union(torus(1.0 * r, 0.07 * r).move(y=1.06 * r), torus(0.22 * r, 0.06 * r).rotate(x=90).move(y=2.12 * r)),
            "body",
            group="body",
        )
        d.add(
            "bow",
            union(
                *(
                    sphere(0.5 * r, 0.3 * r, 0.2 * r).rotate(z=s * 22).move(s * 0.5 * r, 2.02 * r, 0.15 * r)
                    for s in (1, -1)
                ),
                sphere(0.2 * r).move(0, 2.0 * r, 0.18 * r),
            )
            if v.bow
            else torus(0.3 * r, 0.05 * r).move(y=1.96 * r),
            "bow" if v.bow else "body",
        )
        d.point("top", (0, 2.3 * r, 0), size=r)
        return d
    if v.kind == "desk":
        r *= 1.5
        d.extent = 2.4 * r
        d.add("base", lathe([(0, 0), (1.1 * r, 0), (1.15 * r, 0.08 * r), (1.0 * r, 0.2 * r), (0, 0.2 * r)]), "handle")
        d.add(
            "body",
            lathe(
                [
                    (0, 0.3 * r),
                    (r, 0.3 * r),
                    (1.04 * r, 0.36 * r),
                    (0.94 * r, 0.62 * r),
                    (0.62 * r, 0.95 * r),
                    (0.2 * r, 1.08 * r),
                    (0, 1.1 * r),
                ],
                smooth=True,
            ),
            "body",
        )
        d.add("post", cylinder(0.3 * r, 0.3 * r).move(y=0.25 * r), "dark")
        d.add(
            "button",
            union(cylinder(0.06 * r, 0.3 * r).move(y=1.15 * r), sphere(0.16 * r, 0.09 * r, 0.16 * r).move(y=1.3 * r)),
            "clapper",
        )
        d.add(
            "bands",
            union(*(torus((1.035 - 0.03 * k) * r, 0.022 * r).move(y=(0.4 + 0.07 * k) * r) for k in range(v.bands))),
            "body",
            group="body",
        )
        d.point("top", (0, 1.35 * r, 0), size=r)
        return d
    stand = 0.5 * h if v.kind == "church" and v.frame else 0.0
    low = stand + (0.06 * h)
    f = v.flare
    outer = [
        (r, 0),
        (0.97 * r, 0.06 * h),
        (0.8 * r / f**0.3, 0.22 * h),
        (0.64 * r, 0.5 * h),
        (0.58 * r, 0.74 * h),
        (0.5 * r, 0.88 * h),
        (0.3 * r, 0.97 * h),
        (0, h),
    ]
    inner = [(0.0, 0.86 * h), (0.4 * r, 0.82 * h), (0.52 * r, 0.5 * h), (0.68 * r / f**0.3, 0.22 * h), (0.86 * r, 0.0)]
    body = lathe([*reversed(inner[1:]), inner[0]][::-1][::-1] and [*[(a, b) for a, b in outer[:1]], *outer[1:], *inner])
    if v.crack and v.kind == "church":
        body = body - union(
            box(0.03 * r, 0.3 * h, r).rotate(z=8).move(0.1 * r, 0.12 * h, 0.9 * r),
            box(0.02 * r, 0.25 * h, r).rotate(z=-14).move(0.1 * r, 0.36 * h, 0.9 * r),
        )
    d.add("body", body.move(y=low), "body")
    widths = [(0.985, 0.03), (0.8 / f**0.3, 0.22), (0.58, 0.74), (0.545, 0.8)]
    d.add(
        "bands",
        union(*(torus(q * r, 0.022 * r + 0.0004).move(y=low + y * h) for q, y in widths[: v.bands])),
        "body",
        group="body",
    )
    d.add(
        "clapper",
        union(
            cylinder(0.045 * r, 0.86 * h).move(y=low + 0.46 * h),
            sphere(v.clapper * r * 1.2).move(y=low + 0.02 * h),
            cylinder(0.07 * r, 0.08 * h).move(y=stand + 0.04 * h if v.kind == "hand" else low - 0.03 * h),
        ),
        "clapper",
    )
    top = low + h
    if v.kind == "hand":
        n = 0.75 * h
        d.extent = h + n
        d.add(
            "handle",
            lathe(
                [
                    (0.12 * r, -0.03 * h),
                    (0.2 * r, 0.03 * n),
                    (0.13 * r, 0.12 * n),
                    (0.22 * r, 0.45 * n),
                    (0.26 * r, 0.7 * n),
                    (0.16 * r, 0.84 * n),
                    (0.24 * r, 0.95 * n),
                    (0, 1.02 * n),
                ],
                smooth=True,
            ).move(y=top),
            "handle",
        )
        d.add("collar", torus(0.19 * r, 0.06 * r).move(y=top + 0.01 * h), "body", group="body")
        if v.bow:
            d.add(
                "bow",
                union(
                    *(sphere(0.4 * r, 0.25 * r, 0.14 * r).rotate(z=s * 20).move(s * 0.4 * r, 0, 0) for s in (1, -1)),
                    sphere(0.17 * r),
                    *(
                        box(0.18 * r, 0.6 * r, 0.06 * r).rotate(z=s * 22, x=-12).move(s * 0.2 * r, -0.32 * r, 0.12 * r)
                        for s in (1, -1)
                    ),
                ).move(0, top + 0.04 * h, 0.22 * r),
                "bow",
            )
        if v.clapper:
            pass
        d.point("grip", (0, top + 0.5 * n, 0), size=0.5 * r)
        d.point("top", (0, top + n, 0), size=0.4 * r)
        return d
    d.add(
        "crown",
        union(
            *(torus(0.16 * r, 0.05 * r).rotate(x=90).rotate(y=90 * k).move(y=top + 0.06 * r) for k in (0, 1)),
            cylinder(0.2 * r, 0.1 * h).move(y=top - 0.01 * h),
        ),
        "body",
        group="body",
    )
    if v.yoke or v.frame:
        d.add(
            "yoke",
            union(
                box(2.3 * r, 0.2 * r, 0.3 * r, 0.03 * r).move(y=top + 0.24 * r),
                box(0.7 * r, 0.2 * r, 0.28 * r, 0.04 * r).move(y=top + 0.4 * r),
            ),
            "yoke",
        )
    if v.frame:
        d.add(
            "frame",
            union(
                *(
                    union(
                        box(0.18 * r, top + 0.4 * r, 0.28 * r, 0.02 * r).move(s * 1.22 * r, (top + 0.4 * r) / 2, 0),
                        box(0.2 * r, 0.14 * r, 1.6 * r, 0.02 * r).move(s * 1.22 * r, 0.07 * r, 0),
                        *(
                            rod((s * 1.22 * r, 0.1 * r, k * 0.65 * r), (s * 1.22 * r, 0.55 * top, 0), radius=0.06 * r)
                            for k in (1, -1)
                        ),
                    )
                    for s in (1, -1)
                ),
                box(2.5 * r, 0.14 * r, 0.2 * r, 0.02 * r).move(y=0.09 * r),
            ),
            "yoke",
            group="frame",
        )
        d.extent = max(top + 0.5 * r, 2.6 * r)
    d.point("top", (0, top + 0.5 * r, 0), size=r)
    return d
