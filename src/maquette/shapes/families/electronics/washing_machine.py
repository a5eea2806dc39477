"""Washing machines, dryers, and ovens."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.families.electronics._appliances import DIGITS, WHITE, bar
from maquette.shapes.family import Flag, Real, Values, Whole, family


@family(
    "washing machine",
    "electronics",
    nouns={
        "washer": {},
        "dryer": {"dryer": True},
        "tumble dryer": {"dryer": True},
        "laundry machine": {},
        "dishwasher": {"dish": True},
        "oven": {"oven": True},
        "stove": {"oven": True},
        "cooker": {"oven": True},
    },
    parameters=(
        Real("height", 0.85, 0.8, 0.92),
        Real("width", 0.6, 0.55, 0.66),
        Real("depth", 0.58, 0.5, 0.64),
        Real("door_radius", 0.34, 0.29, 0.38, unit="", about="share of the width"),
        Whole("buttons", 5, 3, 7),
        Flag("display", 0.7),
        Flag("drawer", 0.9),
        Flag("hatch", 0.6),
        Flag("dryer", 0.15),
        Flag("oven", 0.12),
        Flag("dish", 0.0),
        Whole("rings", 4, 4, 4),
    ),
    slots={
        "body": WHITE,
        "metal": ("chrome", "aluminium", "paint:#5a5f66"),
        "glass": ("slime:#3a4f62", "dark glass"),
        "dark": ("paint:#1a1c20",),
        "digit": DIGITS,
        "button": ("paint:#c9ccd0", "paint:#3f454c"),
    },
    words={"door": {}, "display": {"display": True}, "buttons": {}},
    paints={"buttons": "button", "window": "glass", "porthole": "glass"},
    height=(0.75, 1.05),
)
def washing_machine(v: Values) -> Draft:
    """A box with a round door; with a wide window and rings on top it is an oven."""
    h, w, z = v.height, v.width, v.depth
    d = Draft(extent=h)
    d.add("body", box(w, h - 0.03, z, 0.015).move(0, h / 2 + 0.005, 0), "body")
    d.add(
        "top",
        box(1.02 * w, 0.03, 1.02 * z, 0.008).move(0, h - 0.012, 0),
        "body" if not v.oven else "dark",
        group="body",
    )
    d.add("plinth", box(0.96 * w, 0.1, 0.02, 0.004).move(0, 0.075, z / 2), "metal" if v.dryer else "body", group="body")
    d.add(
        "feet",
        union(*(cylinder(0.025, 0.04).move(a * 0.4 * w, 0.02, q * 0.4 * z) for a in (1, -1) for q in (1, -1))),
        "dark",
    )
    f = z / 2
    panel = h - 0.095
    d.add("panel", box(0.97 * w, 0.12, 0.03, 0.008).move(0, panel, f), "body" if not v.oven else "metal", group="panel")
    d.add("seam", box(0.97 * w, 0.006, 0.012).move(0, panel - 0.066, f), "dark")
    if v.oven or v.dish:
        y = 0.12 + (panel - 0.07 - 0.12) / 2
        tall = panel - 0.07 - 0.14
        d.add("door", box(0.95 * w, tall, 0.04, 0.012).move(0, y, f), "body" if v.dish else "metal", group="door")
        if not v.dish:
            d.add("window", box(0.7 * w, 0.52 * tall, 0.02, 0.008).move(0, y - 0.03, f + 0.016), "glass")
        d.add(
            "handle",
            bar((-0.36 * w, y + 0.4 * tall, f + 0.02), (0.36 * w, y + 0.4 * tall, f + 0.02), 0.045, 0.012),
            "metal",
        )
        if v.oven:
            for k in range(v.rings):
                x, q = (0.23 if k % 2 else -0.23) * w, (0.23 if k < 2 else -0.23) * z
                d.add(
                    f"ring_{k + 1}",
                    union(
                        torus(0.085, 0.009),
                        torus(0.05, 0.009),
                        cylinder(0.024, 0.02),
                        *(box(0.2, 0.012, 0.012).rotate(y=90 * s) for s in (0, 1)),
                    ).move(x, h + 0.006, q),
                    "dark",
                    group="rings",
                )
    else:
        r = v.door_radius * w
        y = 0.13 + (panel - 0.07 - 0.13) / 2
        d.add(
            "door_ring",
            union(torus(0.9 * r, 0.11 * r).rotate(x=90), cylinder(0.9 * r, 0.05).rotate(x=90)).move(0, y, f + 0.004),
            "metal" if not v.dryer else "body",
            group="door",
        )
        d.add("door_inner", torus(0.7 * r, 0.05 * r).rotate(x=90).move(0, y, f + 0.028), "dark", group="door")
        d.add("window", sphere(0.68 * r, 0.68 * r, 0.2 * r).move(0, y, f + 0.02), "glass")
        d.add("handle", box(0.05, 0.16, 0.03, 0.012).rotate(z=0).move(0.93 * r, y, f + 0.035), "dark")
        d.add("hinge", box(0.05, 0.18, 0.03, 0.008).move(-0.95 * r, y, f + 0.01), "metal")
        if v.drawer:
            d.add(
                "drawer",
                union(box(0.24 * w, 0.085, 0.02, 0.006), box(0.14 * w, 0.016, 0.03, 0.004).move(y=-0.02)).move(
                    -0.32 * w, panel, f + 0.012
                ),
                "button",
            )
        if v.hatch:
            d.add("hatch", box(0.11, 0.075, 0.014, 0.006).move(0.34 * w, 0.075, f + 0.008), "metal")
    d.add(
        "dial",
        union(cylinder(0.042, 0.04, sides=24, bevel=0.005).rotate(x=90), box(0.008, 0.04, 0.03).move(0, 0.02, 0.01))
        .rotate(z=-40)
        .move(0.0, panel, f + 0.02),
        "metal",
    )
    if v.display:
        d.add("display", box(0.2 * w, 0.05, 0.014, 0.004).move(0.2 * w, panel + 0.012, f + 0.011), "dark")
        d.add(
            "digits",
            union(
                *(
                    box(0.014, 0.028, 0.006).move(0.2 * w + (k - 1.5) * 0.024, panel + 0.012, f + 0.019)
                    for k in range(4)
                )
            ),
            "digit",
        )
    d.add(
        "buttons",
        union(
            *(
                cylinder(0.012, 0.02, bevel=0.003)
                .rotate(x=90)
                .move(0.33 * w + (k % 3) * 0.032, panel - 0.02 + 0.035 * (k // 3) - 0.01, f + 0.014)
                for k in range(v.buttons)
            )
        ),
        "button",
        group="buttons",
    )
    d.point("top", (0, h, 0), size=w)
    return d
