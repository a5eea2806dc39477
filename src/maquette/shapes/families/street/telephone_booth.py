"""Telephone booth: four posts, panes between bars on three sides, a back wall with the telephone, a roof with signs."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import arch, rod


@family(
    "telephone booth",
    "street",
    nouns={
        "phone booth": {},
        "telephone box": {},
        "phone box": {},
        "red telephone box": {},
        "call box": {},
        "police box": {"lantern": True},
    },
    parameters=(
        Real("height", 2.35, 2.15, 2.6),
        Real("width", 0.9, 0.8, 1.05),
        Whole("rows", 6, 4, 8, about="of panes"),
        Whole("columns", 3, 1, 4, about="of panes"),
        Real("post", 0.09, 0.07, 0.12),
        Real("roof_height", 0.14, 0.08, 0.22),
        Choice("roof", ("dome", "flat", "pyramid")),
        Flag("sign", 0.9),
        Flag("lit", 0.5),
        Flag("lantern", 0.15),
        Flag("crown", 0.5),
    ),
    slots={
        "body": ("paint:#c01f24", "paint:#c01f24", "paint:#24466f", "paint:#2f6f4a"),
        "glass": ("glass", "glass:#cfe0e4"),
        "sign": ("paint:#f2efe4", "glow:#fff4d0"),
        "text": ("paint:#1a1a1a",),
        "phone": ("plastic:#1c1d20",),
        "metal": ("chrome", "brass"),
        "floor": ("concrete", "granite"),
        "light": ("glow:#fff0c0",),
    },
    words={"sign": {"sign": True}, "lit": {"lit": True}, "crown": {"crown": True}},
    paints={"door": "body", "roof": "body", "windows": "glass", "panes": "glass", "letters": "text"},
    height=(2.1, 3.2),
)
def telephone_booth(v: Values) -> Draft:
    """Four posts, panes between bars on three sides, a back wall with the telephone, a roof with signs."""
    h, w, p = v.height, v.width, v.post
    d = Draft(extent=h)
    d.add("floor", box(w + 0.06, 0.08, w + 0.06, 0.012).move(y=0.04), "floor")
    eave = h - v.roof_height - 0.26
    d.add(
        "posts",
        union(
            *(
                box(p, eave + 0.02, p, 0.012).move(sx * (w / 2 - p / 2), (eave + 0.02) / 2 + 0.06, sz * (w / 2 - p / 2))
                for sx in (1, -1)
                for sz in (1, -1)
            )
        ),
        "body",
        group="frame",
    )
    d.add("back", box(w - p, eave - 0.04, 0.05, 0.006).move(0, eave / 2 + 0.08, -w / 2 + p / 2), "body", group="frame")
    d.add(
        "sills",
        union(
            *(
                box(w - 0.01, 0.2, 0.05, 0.008)
                .rotate(y=a)
                .move((w / 2 - p / 2) * math.sin(math.radians(a)), 0.17, (w / 2 - p / 2) * math.cos(math.radians(a)))
                for a in (0, 90, -90)
            )
        ),
        "body",
        group="frame",
    )
    low, inner = 0.26, w - 2 * p + 0.01
    tall = eave - low + 0.01
    for name, a in (("front", 0.0), ("left", 90.0), ("right", -90.0)):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        where = ((w / 2 - p / 2) * s, low + tall / 2, (w / 2 - p / 2) * c)
        d.add(f"glass_{name}", box(inner, tall, 0.014).rotate(y=a).move(*where), "glass", group="windows")
        bars: list[Node] = [
            box(inner, 0.028, 0.034, 0.004, 1).move(y=(i / v.rows - 0.5) * tall) for i in range(1, v.rows)
        ]
        bars += [
            box(0.026 if i else 0.05, tall, 0.034, 0.004, 1).move((i / v.columns - 0.5) * inner)
            for i in range(1, v.columns)
        ]
        bars += [box(0.05, tall, 0.045, 0.006, 1).move(k * (inner / 2 - 0.015)) for k in (1, -1)]
        d.add(
            f"bars_{name}",
            union(*bars).rotate(y=a).move(*where),
            "body",
            group="door" if name == "front" else "windows",
        )
    d.add(
        "handle",
        rod(
            (-inner / 2 + 0.03, 1.12, w / 2 - p / 2 + 0.005),
            (-inner / 2 + 0.03, 1.12, w / 2 + 0.03),
            (-inner / 2 + 0.03, 0.95, w / 2 + 0.03),
            (-inner / 2 + 0.03, 0.95, w / 2 - p / 2 + 0.005),
            radius=0.011,
            smooth=False,
        ),
        "metal",
        group="door",
    )
    d.add(
        "phone",
        union(
            box(0.3, 0.46, 0.14, 0.02).move(0, 1.35, -w / 2 + p / 2 + 0.08),
            box(0.4, 0.03, 0.2, 0.008).move(0, 1.05, -w / 2 + p / 2 + 0.1),
        ),
        "phone",
        group="phone",
    )
    d.add(
        "receiver",
        union(
            rod(
                (-0.11, 1.27, -w / 2 + p / 2 + 0.165),
                (-0.125, 1.38, -w / 2 + p / 2 + 0.18),
                (-0.11, 1.49, -w / 2 + p / 2 + 0.165),
                radius=0.02,
            ),
            *(sphere(0.034).move(-0.11, y, -w / 2 + p / 2 + 0.16) for y in (1.27, 1.49)),
        ),
        "metal",
        group="phone",
    )
    head = box(w + 0.02, 0.28, w + 0.02, 0.015).move(y=eave + 0.14)
    d.add("head", head, "body", group="roof")
    d.add(
        "mouldings",
        union(*(box(w + 0.08, 0.035, w + 0.08, 0.012).move(y=y) for y in (eave + 0.02, eave + 0.265))),
        "body",
        group="roof",
    )
    if v.sign:
        for i, a in enumerate((0.0, 90.0, -90.0, 180.0)):
            c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
            at = ((w / 2 + 0.008) * s, eave + 0.142, (w / 2 + 0.008) * c)
            d.add(f"sign_{i + 1}", box(0.78 * w, 0.14, 0.018, 0.003).rotate(y=a).move(*at), "sign", group="signs")
            letters = [
                box(0.04 if k not in (2, 6) else 0.028, 0.075, 0.024).move((k - 4) * 0.075 * w, 0, 0) for k in range(9)
            ]
            d.add(f"letters_{i + 1}", union(*letters).rotate(y=a).move(*at), "text", group="signs")
    y, rh = eave + 0.27, v.roof_height
    if v.roof == "flat":
        d.add(
            "roof",
            union(box(w, 0.06, w, 0.015).move(y=y + 0.02), box(0.8 * w, rh, 0.8 * w, 0.03).move(y=y + rh / 2)),
            "body",
            group="roof",
        )
    elif v.roof == "pyramid":
        d.add(
            "roof",
            lathe([(0.72 * w, y), (0.7 * w, y + 0.04), (0.12 * w, y + rh), (0, y + rh)], sides=4).rotate(y=45),
            "body",
            group="roof",
        )
    else:
        d.add(
            "roof",
            (
                extrude(arch(w + 0.01, rh, 0.8 * rh), w + 0.01).move(y=y - 0.005)
                & extrude(arch(w + 0.01, rh, 0.8 * rh), w + 0.01).rotate(y=90).move(y=y - 0.005)
            ),
            "body",
            group="roof",
        )
    if v.crown and v.sign:
        d.add(
            "crowns",
            union(
                *(
                    union(sphere(0.04, 0.035, 0.014), *(sphere(0.013).move(k * 0.03, 0.04, 0) for k in (-1, 0, 1)))
                    .rotate(y=a)
                    .move(
                        (w / 2 + 0.03) * math.sin(math.radians(a)),
                        eave + 0.24,
                        (w / 2 + 0.03) * math.cos(math.radians(a)),
                    )
                    for a in (0, 90, -90, 180)
                )
            ),
            "metal",
            group="roof",
        )
    if v.lantern:
        d.add("lantern", cylinder(0.07, 0.16, bevel=0.01).move(y=y + rh + 0.06), "light", group="lantern")
        d.add(
            "lantern_cap",
            lathe([(0.09, 0), (0.085, 0.03), (0.02, 0.07), (0, 0.07)]).move(y=y + rh + 0.13),
            "body",
            group="lantern",
        )
    if v.lit:
        d.add("lamp", box(0.3, 0.03, 0.3, 0.008).move(0, eave - 0.005, 0), "light")
    d.point("top", (0, y + rh, 0), size=w)
    return d
