"""Accordions with piano keys, and concertinas with buttons."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, loft, sphere, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import polygon, rounded_rectangle


@family(
    "accordion",
    "music",
    nouns={
        "concertina": {"kind": "concertina"},
        "squeezebox": {},
        "piano accordion": {"kind": "piano"},
        "button accordion": {"kind": "button"},
        "bandoneon": {"kind": "concertina"},
    },
    parameters=(
        Choice("kind", ("piano", "button", "concertina")),
        Real("height", 0.42, 0.34, 0.5),
        Real("depth", 0.19, 0.16, 0.23),
        Real("stretch", 0.2, 0.1, 0.34, about="how wide the bellows stand"),
        Whole("pleats", 11, 7, 15),
        Whole("keys", 14, 10, 19, about="white ones"),
        Whole("buttons", 6, 4, 9, about="in a row"),
        Whole("rows", 3, 2, 4, about="of buttons"),
        Flag("straps", 0.8),
        Flag("grille", 0.9),
        Flag("studs", 0.6, about="metal corners"),
    ),
    slots={
        "case": ("paint:#a81e22", "paint:#1c1c20", "paint:#1d3f7a", "walnut", "paint:#1f5a38"),
        "bellows": ("leather:#2a2226", "fabric:#6a1a1e", "leather:#1f2a3a"),
        "edges": ("gold", "silver", "paint:#e8dcc0"),
        "white_keys": ("porcelain",),
        "black_keys": ("paint:#17171a",),
        "buttons": ("porcelain:#efe6d6", "chrome"),
        "trim": ("chrome", "gold", "brass"),
        "strap": ("leather", "leather:#1e1b1a"),
    },
    words={
        "straps": {"straps": True},
        "strap": {"straps": True},
        "grille": {"grille": True},
        "keys": {"kind": "piano"},
        "buttons": {"kind": "button"},
        "hexagonal": {"kind": "concertina"},
    },
    paints={
        "body": "case",
        "keys": "white_keys",
        "grill": "trim",
        "grille": "trim",
        "pleats": "bellows",
        "strap": "strap",
    },
    height=(0.15, 0.54),
)
def accordion(v: Values) -> Draft:
    """As its player holds it: the keys at the player's right (-X), buttons at the left, the front to +Z."""
    small = v.kind == "concertina"
    h, depth = (0.19, 0.19) if small else (v.height, v.depth)
    stretch = 0.8 * v.stretch if small else v.stretch
    d = Draft(extent=max(h, stretch + 0.3))
    end = 0.05 if small else 0.085
    outline = polygon(h / 2 * 1.06, 6, 0) if small else rounded_rectangle(h, depth, 0.03)
    inner = [(0.93 * x, 0.93 * z) for x, z in outline]
    outer = [(1.0 * x, 1.0 * z) for x, z in outline]
    count = 2 * v.pleats
    rows = [(outer if i % 2 else inner, (0.0, (i / count - 0.5) * (stretch + 0.02), 0.0)) for i in range(count + 1)]
    half = stretch / 2

    def put(name: str, node: Node, slot: str, group: str | None = None) -> None:
        d.add(name, node.move(y=(0.52 if small else 0.55) * h), slot, group=group)

    bellows = loft(rows, smooth=False).rotate(z=90)
    put("bellows", bellows, "bellows", group="bellows")
    bars = [
        loft(
            [
                ([(1.02 * a, 1.02 * b) for a, b in outline], (0, -0.0025, 0)),
                ([(1.02 * a, 1.02 * b) for a, b in outline], (0, 0.0025, 0)),
            ],
            smooth=False,
        )
        .rotate(z=90)
        .move(x=s * (half - 0.002))
        for s in (1, -1)
    ]
    put("bellows_frames", union(*bars), "edges", group="bellows")
    for side, name in ((1, "left"), (-1, "right")):
        shell = (
            extrude([(1.05 * x, 1.05 * z) for x, z in outline], end, bevel=0.008)
            .rotate(y=90)
            .rotate(x=90 if not small else 0)
        )
        put(f"case_{name}", shell.move(x=side * (half + end / 2 - 0.002)), "case", group="case")
        line = extrude([(1.06 * x, 1.06 * z) for x, z in outline], 0.006).rotate(y=90).rotate(x=90 if not small else 0)
        put(f"edge_{name}", line.move(x=side * (half + 0.012)), "edges", group="case")
    far = half + end
    if small:
        for side, name in ((1, "left"), (-1, "right")):
            spots = [
                (0.02 * (i - (v.buttons - 1) / 2), 0.026 * (j - (v.rows - 1) / 2))
                for i in range(v.buttons)
                for j in range(v.rows)
            ]
            knobs = union(
                *(
                    cylinder(0.006, 0.02, bevel=0.002).rotate(z=90).move(side * (far + 0.004), b + 0.015, a)
                    for a, b in spots
                )
            )
            put(f"buttons_{name}", knobs, "buttons", group="buttons")
            strap = sweep(
                [
                    (side * (far - 0.004), -0.05, -0.07),
                    (side * (far + 0.028), -0.055, 0),
                    (side * (far - 0.004), -0.05, 0.07),
                ],
                profile=rounded_rectangle(0.004, 0.026, 0.0015),
            )
            put(f"strap_{name}", strap, "strap", group="straps")
            fret = union(*(box(0.006, 0.004, 0.1).move(side * (far + 0.0), -0.03 - 0.012 * i, 0) for i in range(2)))
            put(f"fret_{name}", fret, "trim")
    else:
        x = -(far - 0.004)
        board = box(0.03, 0.96 * h, 0.13, 0.008).move(x - 0.012, 0, depth / 2 - 0.03)
        if v.kind == "piano":
            put("keyboard", board, "case", group="keys")
            step = 0.92 * h / v.keys
            white = union(
                *(
                    box(0.014, 0.92 * step, 0.13, 0.002).move(
                        x - 0.03, (i - (v.keys - 1) / 2) * step, depth / 2 + 0.004
                    )
                    for i in range(v.keys)
                )
            )
            put("white_keys", white, "white_keys", group="keys")
            dark = [i for i in range(v.keys - 1) if i % 7 not in (2, 6)]
            black = union(
                *(
                    box(0.016, 0.5 * step, 0.078, 0.002).move(
                        x - 0.036, (i - (v.keys - 2) / 2) * step, depth / 2 - 0.022
                    )
                    for i in dark
                )
            )
            put("black_keys", black, "black_keys", group="keys")
        else:
            put("keyboard", board, "case", group="keys")
            n = max(v.buttons + 4, 8)
            spots = [
                ((i - (n - 1) / 2) * 0.88 * h / n + (j % 2) * 0.4 * h / n, depth / 2 - 0.06 + 0.028 * j)
                for i in range(n)
                for j in range(min(v.rows, 3))
            ]
            put(
                "treble_buttons",
                union(*(cylinder(0.008, 0.016, bevel=0.002).rotate(z=90).move(x - 0.03, a, b) for a, b in spots)),
                "buttons",
                group="keys",
            )
        at = far - 0.002
        bass = [
            ((i - (v.buttons - 1) / 2) * 0.05 * h / 0.42 + 0.006 * j, (j - (v.rows - 1) / 2) * 0.022)
            for i in range(v.buttons)
            for j in range(v.rows)
        ]
        put(
            "bass_buttons",
            union(*(cylinder(0.006, 0.014, bevel=0.002).rotate(z=90).move(at + 0.004, a, b + 0.02) for a, b in bass)),
            "buttons",
            group="buttons",
        )
        if v.grille:
            slots = [box(0.05, 0.011, 0.014, 0.003).move(y=(i - 4) * 0.088 * h) for i in range(9)]
            put(
                "grille",
                union(box(0.052, 0.84 * h, 0.012, 0.004).move(z=-0.004), *slots).move(
                    -(half + 0.045), 0, 0.525 * depth
                ),
                "trim",
            )
        badge = union(
            box(0.044, 0.1 * h, 0.008, 0.003),
            sphere(0.014, 0.014, 0.007).move(y=0.1 * h),
            sphere(0.014, 0.014, 0.007).move(y=-0.1 * h),
        )
        put("badge", badge.move(half + 0.044, 0, 0.525 * depth), "trim")
        if v.straps:
            for i, y in enumerate((0.25 * h, -0.25 * h)):
                loop = sweep(
                    [
                        (-(half + 0.03), y * 1.5, -0.5 * depth),
                        (-(half + 0.02), y * 1.3, -0.5 * depth - 0.12),
                        (-(half + 0.03), y * 0.3, -0.5 * depth - 0.1),
                        (-(half + 0.03), y * 0.2, -0.5 * depth),
                    ],
                    profile=rounded_rectangle(0.032, 0.006, 0.002),
                )
                put(f"strap_{i + 1}", loop, "strap", group="straps")
            hand = sweep(
                [
                    (far - 0.004, 0.4 * h, -0.03),
                    (far + 0.04, 0.2 * h, -0.03),
                    (far + 0.045, -0.2 * h, -0.03),
                    (far - 0.004, -0.4 * h, -0.03),
                ],
                profile=rounded_rectangle(0.006, 0.03, 0.002),
            )
            put("hand_strap", hand, "strap", group="straps")
    if v.studs and not small:
        feet = union(
            *(
                cylinder(0.012, 0.014, bevel=0.003).move(s * (half + 0.04), -0.525 * h - 0.003, q * 0.3 * depth)
                for s in (1, -1)
                for q in (1, -1)
            )
        )
        put("feet", feet, "trim")
    d.point("top", (0, 1.07 * h, 0), size=stretch)
    d.point("grip", (-far, 0.55 * h, 0), size=0.04)
    return d
