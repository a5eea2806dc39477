"""Gift box: wrapped with ribbon and bow; a parcel with string; or a carton with flaps."""

from __future__ import annotations

from maquette.shapes.api import box, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod, slab


@family(
    "gift box",
    "container",
    nouns={
        "gift": {},
        "present": {},
        "christmas present": {},
        "birthday present": {},
        "parcel": {"kind": "parcel"},
        "package": {"kind": "parcel"},
        "cardboard box": {"kind": "carton"},
        "box": {"kind": "carton"},
        "carton": {"kind": "carton"},
        "moving box": {"kind": "carton"},
        "open box": {"kind": "carton", "open": True},
    },
    parameters=(
        Choice("kind", ("gift", "parcel", "carton")),
        Real("width", 0.3, 0.2, 0.45),
        Real("height", 0.26, 0.14, 0.42),
        Real("depth", 0.28, 0.2, 0.42),
        Real("ribbon_width", 0.14, 0.08, 0.2, unit="", about="share of the width"),
        Whole("loops", 2, 2, 6, about="of the bow"),
        Flag("lid", 0.65),
        Flag("tag", 0.45),
        Flag("dots", 0.3),
        Flag("open", 0.35, about="a carton's flaps"),
    ),
    slots={
        "paper": ("paint:#c0303a", "paint:#2f6fb0", "paint:#3f9a63", "paint:#e8b838", "paint:#7a4aa8", "paper"),
        "ribbon": ("paint:#f0d060", "fabric:#f4efe6", "paint:#c0303a", "gold"),
        "card": ("cardboard", "cardboard:#a9814f"),
        "tape": ("paint:#d8c08a",),
        "tag": ("paper",),
        "string": ("rope",),
        "ink": ("paint:#2a2a2a",),
    },
    words={
        "ribbon": {"kind": "gift"},
        "bow": {"kind": "gift"},
        "open": {"open": True},
        "tag": {"tag": True},
        "dots": {"dots": True},
        "lid": {"lid": True},
    },
    paints={"bow": "ribbon", "wrapping": "paper", "box": "paper", "dots": "ribbon"},
    height=(0.12, 0.75),
)
def gift_box(v: Values) -> Draft:
    """Wrapped with ribbon and bow; a parcel with string; or a carton with flaps."""
    w, h, z = v.width, v.height, v.depth
    d = Draft(extent=max(w, h + 0.08, z))
    if v.kind == "carton":
        w, h, z = 1.3 * w, 1.2 * h, 1.2 * z
        d = Draft(extent=max(w, h, z) * (1.5 if v.open else 1.0))
        t = 0.008
        if v.open:
            d.add(
                "body",
                box(w, h, z, 0.003, 1).move(y=h / 2) - box(w - 2 * t, h, z - 2 * t).move(y=h / 2 + 2 * t),
                "card",
            )
            for name, s in (("left", 1), ("right", -1)):
                d.add(
                    f"flap_{name}",
                    box(t, 0.5 * z, z - 0.01, 0.002, 1)
                    .move(y=0.25 * z - 0.003)
                    .rotate(z=-s * 115)
                    .move(s * (w / 2 - t / 2), h - 0.004, 0),
                    "card",
                    group="flaps",
                )
            for name, s in (("front", 1), ("back", -1)):
                d.add(
                    f"flap_{name}",
                    box(w - 0.01, 0.5 * z, t, 0.002, 1)
                    .move(y=0.25 * z - 0.003)
                    .rotate(x=s * (130 if s > 0 else 100))
                    .move(0, h - 0.004, s * (z / 2 - t / 2)),
                    "card",
                    group="flaps",
                )
        else:
            d.add("body", box(w, h, z, 0.004, 2).move(y=h / 2) - box(w + 0.1, 0.01, 0.004).move(y=h), "card")
            d.add(
                "tape",
                union(
                    box(w + 0.003, 0.016, 0.06, 0.001).move(y=h - 0.006),
                    *(box(0.004, 0.09, 0.06, 0.001).move(s * w / 2, h - 0.044, 0) for s in (1, -1)),
                ),
                "tape",
            )
        arrows = [
            extrude(
                [(-0.012, 0), (0.012, 0), (0.012, 0.04), (0.028, 0.04), (0, 0.075), (-0.028, 0.04), (-0.012, 0.04)],
                0.004,
            ).move(x, 0.55 * h, z / 2)
            for x in (0.24 * w, 0.24 * w + 0.065)
        ]
        d.add("marks", union(*arrows, box(0.13, 0.008, 0.004).move(0.24 * w + 0.032, 0.55 * h - 0.012, z / 2)), "ink")
        if v.tag:
            d.add("label", box(0.4 * w, 0.26 * h, 0.004, 0.001).move(-0.2 * w, 0.5 * h, z / 2), "tag")
        d.point("top", (0, h, 0), size=w)
        return d
    slot = "paper" if v.kind == "gift" else "card"
    high = h
    if v.lid and v.kind == "gift":
        d.add("body", box(w, h - 0.02, z, 0.004).move(y=(h - 0.02) / 2), slot)
        tall = max(0.05, 0.2 * h)
        d.add("lid", box(w + 0.016, tall, z + 0.016, 0.005).move(y=h - tall / 2), slot, group="lid")
        over = 0.016
    else:
        d.add("body", box(w, h, z, 0.006).move(y=h / 2), slot)
        over = 0.0
    if v.kind == "parcel":
        d.add(
            "string",
            union(
                *(
                    rod((x, 0.004, zz), (x, h, zz), radius=0.004)
                    for x, zz in ((w / 2, 0), (-w / 2, 0), (0, z / 2), (0, -z / 2))
                ),
                rod((-w / 2, h, 0), (w / 2, h, 0), radius=0.004),
                rod((0, h, -z / 2), (0, h, z / 2), radius=0.004),
                sphere(0.009).move(y=h),
            ),
            "string",
        )
        d.add(
            "bow",
            union(
                *(torus(0.03, 0.004).scale(1.3, 1, 0.7).rotate(z=s * 18).move(s * 0.036, h + 0.012, 0) for s in (1, -1))
            ),
            "string",
            group="bow",
        )
        d.add("label", box(0.36 * w, 0.004, 0.26 * z, 0.001).move(-0.24 * w, h, 0.24 * z), "tag")
        d.add("stamp", box(0.05, 0.004, 0.06, 0.001).move(0.34 * w, h, -0.3 * z), "paper")
        d.point("top", (0, h, 0), size=w)
        return d
    rb = v.ribbon_width * w
    d.add(
        "ribbon",
        union(
            box(rb, h + 0.003, z + over + 0.006, 0.002, 1).move(y=h / 2 + 0.0015),
            box(w + over + 0.006, h + 0.0025, rb, 0.002, 1).move(y=h / 2 + 0.001),
        ),
        "ribbon",
        group="ribbon",
    )
    size = 0.26 * min(w, z) + 0.01
    half = 0.36 * rb + 0.004
    flat = [(half, -0.003), (half, 0.003), (-half, 0.003), (-half, -0.003)]
    bow: list[Node] = [sphere(half + 0.012, 0.026, half + 0.012).move(y=high + 0.012)]
    n = v.loops
    for i in range(n):
        a = 360 * i / n
        k = 1.0 if i % 2 == 0 or n < 4 else 0.8
        loop = sweep(
            [
                (0.004, 0.012, 0),
                (0.5 * size * k, 0.05 * k + 0.25 * size, 0),
                (0.95 * size * k, 0.22 * size + 0.02, 0),
                (size * k, 0.1 * size + 0.01, 0),
                (0.7 * size * k, 0.02, 0),
                (0.004, 0.008, 0),
            ],
            profile=flat,
        )
        bow.append(loop.rotate(y=a).move(y=high))
    for s in (1, -1):
        bow.append(  # noqa: PERF401
            sweep(
                [
                    (0, 0.01, 0),
                    (s * 0.25 * size, 0.016, 0.45 * size),
                    (s * 0.4 * size, 0.004, 0.8 * size),
                    (s * 0.5 * size, 0.0045, 1.0 * size),
                ],
                profile=flat,
            ).move(y=high)
        )
    d.add("bow", union(*bow), "ribbon", group="ribbon")
    if v.tag:
        d.add(
            "tag",
            slab([(-0.03, -0.045), (0.03, -0.045), (0.03, 0.03), (0.012, 0.048), (-0.012, 0.048), (-0.03, 0.03)], 0.004)
            .rotate(x=0, y=25)
            .move(0.3 * w, h + 0.0015, 0.28 * z),
            "tag",
        )
    if v.dots:
        dots = [
            sphere(0.014, 0.014, 0.003).move(
                (c - 1.5) * w / 4.4 + (0.02 if r % 2 else 0), (r + 0.7) * h / 4.2, s * z / 2
            )
            for r in range(3)
            for c in range(4)
            for s in (1, -1)
        ]
        dots += [
            sphere(0.003, 0.014, 0.014).move(s * w / 2, (r + 0.7) * h / 4.2, (c - 1.5) * z / 4.4)
            for r in range(3)
            for c in range(4)
            for s in (1, -1)
        ]
        d.add("dots", union(*dots), "ribbon")
    d.point("top", (0, h, 0), size=w)
    return d
