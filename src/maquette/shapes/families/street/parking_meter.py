"""Parking meter: one or two heads with a window and a coin slot, on a post."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import arch, ring_of


@family(
    "parking meter",
    "street",
    nouns=("meter",),
    parameters=(
        Real("height", 1.35, 1.15, 1.55),
        Real("radius", 0.035, 0.028, 0.045),
        Real("head_width", 0.17, 0.14, 0.21),
        Whole("heads", 1, 1, 2),
        Choice("top", ("dome", "square")),
        Flag("solar", 0.3),
        Flag("screen", 0.5),
        Choice("base", ("cone", "plate")),
        Real("head_height", 0.3, 0.25, 0.36),
        Flag("sticker", 0.4),
    ),
    slots={
        "head": ("gunmetal", "paint:#4a5a66", "paint:#2f5f9a", "steel", "paint:#8a2f2a"),
        "post": ("steel", "gunmetal"),
        "glass": ("glass", "glow:#90ffb0"),
        "trim": ("chrome", "brass"),
        "dark": ("plastic:#17181b",),
        "sticker": ("paint:#e8b81c", "paint:#3f9ac0"),
    },
    words={"double": {"heads": 2}},
    paints={"pole": "post", "screen": "glass"},
    height=(1.0, 1.75),
)
def parking_meter(v: Values) -> Draft:
    """One or two heads with a window and a coin slot, on a post."""
    h, r, w, n = v.height, v.radius, v.head_width, v.head_height
    d = Draft(extent=h)
    low = h - n
    d.add(
        "base",
        lathe([(2.8 * r, 0), (2.6 * r, 0.03), (1.4 * r, 0.12), (0, 0.12)])
        if v.base == "cone"
        else union(
            cylinder(2.6 * r, 0.025, bevel=0.006).move(y=0.0125),
            *(cylinder(0.011, 0.05, sides=6).move(x, 0.02, z) for x, z in ring_of(4, 2.0 * r, 45)),
        ),
        "post",
    )
    d.add(
        "post",
        cylinder(r, low - 0.0 if v.heads == 1 else low - 0.08).move(y=(low if v.heads == 1 else low - 0.08) / 2),
        "post",
    )
    places = [(0.0, "")] if v.heads == 1 else [(0.7 * w, "_1"), (-0.7 * w, "_2")]
    if v.heads == 2:
        d.add(
            "fork",
            union(
                sweep(
                    [
                        (0.7 * w, low + 0.02, 0),
                        (0.65 * w, low - 0.06, 0),
                        (0, low - 0.1, 0),
                        (-0.65 * w, low - 0.06, 0),
                        (-0.7 * w, low + 0.02, 0),
                    ],
                    0.85 * r,
                ),
                sphere(1.5 * r).move(y=low - 0.1),
            ),
            "post",
        )
    for x, end in places:
        shape = arch(w, n, w / 2 if v.top == "dome" else 0.12 * w)
        d.add(
            "collar" + end,
            lathe([(1.1 * r, -0.03), (0.42 * w, 0.012), (0, 0.012)]).move(x, low, 0),
            "trim",
            group="heads",
        )
        d.add("head" + end, extrude(shape, 0.62 * w, bevel=0.016).move(x, low, 0), "head", group="heads")
        z = 0.31 * w
        gy = low + n - 0.5 * w
        window: Node = (
            (cylinder(0.36 * w, 0.022).rotate(x=90) & box(w, 0.36 * w, 1).move(y=0.17 * w))
            if v.top == "dome"
            else box(0.68 * w, 0.34 * w, 0.022, 0.004).move(y=0.1 * w)
        )
        rim: Node = (
            (cylinder(0.41 * w, 0.016, bevel=0.003).rotate(x=90) & box(w, 0.44 * w, 1).move(y=0.17 * w))
            if v.top == "dome"
            else box(0.78 * w, 0.44 * w, 0.016, 0.004).move(y=0.1 * w)
        )
        d.add("window_rim" + end, rim.move(x, gy, z), "trim", group="heads")
        d.add("window" + end, window.move(x, gy, z + 0.002), "glass", group="heads")
        if not v.screen:
            d.add(
                "needle" + end,
                box(0.012, 0.26 * w, 0.01).rotate(z=-30).move(x + 0.04 * w, gy + 0.12 * w, z + 0.012),
                "dark",
                group="heads",
            )
        d.add(
            "coin" + end,
            union(
                box(0.3 * w, 0.12 * w, 0.016, 0.003),
                cylinder(0.09 * w, 0.03, bevel=0.004).rotate(x=90).move(0.26 * w, 0, 0.004),
            ).move(x - 0.08 * w, low + 0.3 * (n - 0.5 * w) + 0.02, z),
            "trim",
            group="heads",
        )
        d.add(
            "slot" + end,
            box(0.016, 0.09 * w, 0.02).move(x - 0.08 * w, low + 0.3 * (n - 0.5 * w) + 0.02, z),
            "dark",
            group="heads",
        )
        if v.sticker:
            d.add(
                "sticker" + end,
                box(0.5 * w, 0.16 * w, 0.012, 0.002).move(x, low + 0.1 * w, z),
                "sticker",
                group="heads",
            )
        if v.solar:
            d.add(
                "solar" + end,
                box(0.5 * w, 0.02, 0.4 * w, 0.004).rotate(x=15).move(x, h + (0.0 if v.top == "square" else -0.004), 0),
                "dark",
                group="heads",
            )
    d.point("top", (0, h, 0), size=w)
    return d
