"""Trumpets."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Flag, Real, Values, Whole, family


@family(
    "trumpet",
    "music",
    nouns={
        "horn": {},
        "cornet": {"length": 0.36},
        "bugle": {"valves": 0},
        "trombone": {"valves": 0, "length": 0.6},
        "brass instrument": {},
        "fanfare": {"banner": True},
    },
    parameters=(
        Real("length", 0.48, 0.36, 0.6),
        Real("bell_radius", 0.062, 0.05, 0.075),
        Real("tube", 0.0075, 0.0065, 0.009),
        Real("loop", 0.06, 0.05, 0.075),
        Whole("valves", 3, 0, 4),
        Real("flare", 1.0, 0.8, 1.2, unit=""),
        Flag("stand", 0.7),
        Flag("banner", 0.2),
        Flag("mute", 0.15),
    ),
    slots={
        "body": ("gold", "brass", "silver", "copper"),
        "pearl": ("porcelain", "paint:#23211f"),
        "mouth": ("silver", "gold"),
        "stand": ("paint:#1b1c1f", "walnut"),
        "banner": ("fabric:#a81e2c", "fabric:#23408a"),
        "trim": ("gold",),
    },
    words={"banner": {"banner": True}, "stand": {"stand": True}, "valves": {"valves": 3}},
    paints={"bell": "body", "buttons": "pearl", "mouthpiece": "mouth"},
    height=(0.09, 0.5),
)
def trumpet(v: Values) -> Draft:
    """A tube wound once, a bell to the right, valves in the middle; along X, on a small stand."""
    n, t, q = v.length, v.tube, v.loop
    d = Draft(extent=n)
    y = 0.14 if v.stand else v.bell_radius
    x0, x1 = -0.5 * n, 0.5 * n
    top, low = y + 0.0, y - q * (1.0 if v.stand else 0.62)
    y2 = low
    lead = [
        (x0 + 0.04 * n, top, 0),
        (x1 - 0.3 * n, top, 0),
        (x1 - 0.2 * n, top - 0.1 * q, 0.0),
        (x1 - 0.14 * n, (top + y2) / 2, 0),
        (x1 - 0.2 * n, y2 + 0.1 * q, 0),
        (x1 - 0.3 * n, y2, 0),
        (x0 + 0.34 * n, y2, 0),
    ]
    back = [
        (x0 + 0.34 * n, y2, 0),
        (x0 + 0.22 * n, y2, 0.004),
        (x0 + 0.13 * n, y2 + 0.1 * q, 0.012),
        (x0 + 0.09 * n, (top + y2) / 2, 0.016),
        (x0 + 0.13 * n, top - 0.1 * q, 0.02),
        (x0 + 0.24 * n, top, 0.022),
        (x1 - 0.28 * n, top, 0.022),
    ]
    d.add("tubes", union(sweep(lead, t), sweep(back, t)), "body", group="tubes")
    b = v.bell_radius
    f = v.flare
    bell = lathe(
        [
            (0, 0.0),
            (1.0 * t, 0.0),
            (1.25 * t, 0.12 * n),
            (1.9 * t / f, 0.2 * n),
            (0.5 * b, 0.262 * n),
            (0.96 * b, 0.296 * n),
            (b, 0.3 * n),
            (0.94 * b, 0.3 * n),
            (0.45 * b, 0.272 * n),
            (0.15 * b, 0.24 * n),
            (0, 0.23 * n),
        ]
    ).rotate(z=-90)
    d.add("bell", bell.move(x1 - 0.3 * n, top, 0.022), "body", group="bell")
    d.add("rim", torus(0.97 * b, 0.05 * b).rotate(z=90).move(x1, top, 0.022), "trim")
    d.add(
        "mouthpiece",
        lathe(
            [
                (0.7 * t, 0),
                (0.75 * t, 0.08 * n),
                (1.1 * t, 0.1 * n),
                (1.75 * t, 0.125 * n),
                (1.75 * t, 0.135 * n),
                (1.2 * t, 0.135 * n),
                (0.4 * t, 0.12 * n),
                (0, 0.12 * n),
            ]
        )
        .rotate(z=90)
        .move(x0 + 0.1 * n, top, 0),
        "mouth",
    )
    for k in range(v.valves):
        x = -0.02 * n + (k - (v.valves - 1) / 2) * 2.75 * t
        mid = (top + y2) / 2
        tall = 1.75 * q
        d.add(
            f"valve_{k + 1}",
            union(
                cylinder(1.25 * t, tall, bevel=0.2 * t).move(x, mid, 0.011),
                torus(1.25 * t, 0.2 * t).move(x, mid + 0.45 * tall, 0.011),
                torus(1.25 * t, 0.2 * t).move(x, mid - 0.45 * tall, 0.011),
                cylinder(0.4 * t, 0.5 * q).move(x, mid + 0.55 * tall, 0.011),
            ),
            "body",
            group="valves",
        )
        d.add(
            f"button_{k + 1}",
            cylinder(0.85 * t, 0.6 * t, bevel=0.15 * t).move(x, mid + 0.55 * tall + 0.25 * q, 0.011),
            "pearl",
            group="buttons",
        )
    d.add(
        "braces",
        union(
            *(cylinder(0.45 * t, q).move(x, (top + y2) / 2, 0.004) for x in (x0 + 0.36 * n, x1 - 0.34 * n)),
            *(cylinder(0.45 * t, 0.022).rotate(x=90).move(x, top, 0.011) for x in (x0 + 0.3 * n, x1 - 0.36 * n)),
        ),
        "trim",
    )
    d.add("finger_ring", torus(1.4 * t, 0.3 * t).rotate(x=90).move(x1 - 0.38 * n, top + 2.0 * t, 0.022), "trim")
    if v.mute:
        d.add(
            "mute",
            lathe([(0.35 * b, 0), (0.55 * b, 0.06 * n), (0.5 * b, 0.075 * n), (0, 0.075 * n)])
            .rotate(z=-90)
            .move(x1 - 0.03 * n, top, 0.022),
            "mouth",
        )
    if v.stand:
        d.add(
            "stand",
            union(
                lathe([(0, 0), (0.07, 0), (0.065, 0.012), (0.015, 0.02), (0, 0.02)]),
                cylinder(0.006, y2 + 0.004).move(y=y2 / 2),
                box(0.08, 0.008, 0.02, 0.002).move(y=y2 - t),
            ),
            "stand",
        )
    else:
        d.add(
            "foot",
            union(*(sphere(0.9 * t).move(x, y2 - 0.3 * t, 0) for x in (x0 + 0.4 * n, x1 - 0.3 * n))),
            "body",
            group="tubes",
        )
        low_y = min(y2 - 0.9 * q, 0.0)
        d.parts[:] = [
            p.model_copy(
                update={
                    "solid": p.solid.move(
                        y=max(
                            0.0,
                            -(
                                min(
                                    (top + y2) / 2 - 0.875 * q - 0.2 * t if v.valves else 1.0,
                                    y2 - 1.2 * t,
                                    y - 1.02 * b,
                                )
                            ),
                        )
                    ).as_solid()
                }
            )
            for p in d.parts
        ]
        _ = low_y
    if v.banner:
        w = 0.34 * n
        high = min(0.11, y2 - 0.02) if v.stand else 0.05
        d.add(
            "banner", box(w, high, 0.004, 0.001).move(x1 - 0.42 * n - w / 2 + 0.1 * n, top - high / 2, -0.004), "banner"
        )
    d.point("top", (0, top + q, 0), size=b)
    d.point("grip", (0, (top + y2) / 2, 0), up=(1, 0, 0), size=2 * t)
    return d
