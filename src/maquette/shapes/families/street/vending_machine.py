"""Vending machine: a case with a window full of goods, a panel with keys, a hatch below."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, difference, lathe, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node


@family(
    "vending machine",
    "street",
    nouns={
        "snack machine": {"kind": "snacks"},
        "soda machine": {"kind": "drinks"},
        "drinks machine": {"kind": "drinks"},
        "cola machine": {"kind": "drinks"},
        "snack vending machine": {"kind": "snacks"},
    },
    parameters=(
        Choice("kind", ("drinks", "snacks")),
        Real("height", 1.83, 1.65, 2.0),
        Real("width", 0.95, 0.8, 1.15),
        Real("depth", 0.78, 0.65, 0.9),
        Whole("shelves", 5, 3, 6),
        Whole("columns", 6, 4, 8),
        Flag("lit", 0.8),
        Flag("banner", 0.7),
        Flag("stripe", 0.5),
        Choice("panel", ("keypad", "buttons")),
        Real("window", 0.66, 0.58, 0.72, unit="", about="width of the window, share of the whole"),
    ),
    slots={
        "body": ("paint:#c0282a", "paint:#24569a", "paint:#2b2f36", "paint:#3a8a5f", "paint:#e8e4da"),
        "inside": ("paint:#f0eee6", "glow:#dfe8f0"),
        "screen": ("glow:#50c8ff", "glow:#60ff9a"),
        "trim": ("steel", "gunmetal", "chrome"),
        "dark": ("plastic:#17181b",),
        "banner": ("glow:#fff0c0", "glow:#ff6040", "paint:#f2f0ea"),
        "red": ("paint:#c8282c", "paint:#e0902a"),
        "blue": ("paint:#2a66b0", "paint:#6a3fa0"),
        "green": ("paint:#2f9a55", "paint:#d8c02a"),
        "stripe": ("paint:#f4f2ec", "paint:#e8b81c"),
    },
    words={
        "lit": {"lit": True},
        "cans": {"kind": "drinks"},
        "bottles": {"kind": "drinks"},
        "snacks": {"kind": "snacks"},
    },
    paints={"buttons": "screen", "sign": "banner", "cans": "red", "window": "inside"},
    height=(1.6, 2.05),
)
def vending_machine(v: Values) -> Draft:
    """A case with a window full of goods, a panel with keys, a hatch below."""
    h, w, z = v.height, v.width, v.depth
    d = Draft(extent=h)
    d.add(
        "feet",
        union(
            *(
                cylinder(0.03, 0.07, bevel=0.006).move(sx * 0.42 * w, 0.035, sz * 0.4 * z)
                for sx in (1, -1)
                for sz in (1, -1)
            )
        ),
        "trim",
    )
    base = 0.06
    win_w = v.window * w
    x0 = -w / 2 + 0.05 + win_w / 2
    low, top = base + 0.42, h - (0.24 if v.banner else 0.09)
    win_h, deep = top - low, 0.2
    case = box(w, h - base, z, 0.025, 3).move(y=base + (h - base) / 2)
    hole = box(win_w, win_h, 2 * deep, 0.004).move(x0, (low + top) / 2, z / 2)
    chute_w, chute_h = 0.86 * win_w, 0.17
    chute = box(chute_w, chute_h, 0.2).move(x0, base + 0.2, z / 2)
    d.add("body", difference(case, hole, chute), "body")
    d.add("back_wall", box(win_w + 0.01, win_h + 0.01, 0.02).move(x0, (low + top) / 2, z / 2 - deep - 0.005), "inside")
    frame = box(win_w + 0.04, win_h + 0.04, 0.03, 0.008) - box(win_w - 0.012, win_h - 0.012, 1)
    d.add("frame", frame.move(x0, (low + top) / 2, z / 2 + 0.002), "trim")
    step = win_h / v.shelves
    each = win_w / v.columns
    goods: dict[str, list[Node]] = {"red": [], "blue": [], "green": []}
    shelves: list[Node] = []
    rng = v.rng("goods")
    for i in range(v.shelves):
        y = low + i * step
        shelves.append(box(win_w + 0.01, 0.022, deep - 0.02).move(x0, y + 0.008, z / 2 - deep / 2 - 0.015))
        shelves.append(box(win_w + 0.006, 0.035, 0.012).move(x0, y + 0.016, z / 2 - 0.035))
        colours = ("red", "blue", "green")
        shift = int(rng.integers(3))
        for c in range(v.columns):
            x = x0 - win_w / 2 + (c + 0.5) * each
            r = min(0.4 * each, 0.036)
            tall = 0.72 * step
            if v.kind == "drinks":
                one: Node = (
                    cylinder(r, min(tall, 3.6 * r), bevel=0.15 * r).move(y=min(tall, 3.6 * r) / 2)
                    if i % 2
                    else lathe([(r, 0), (r, 0.6 * tall), (0.4 * r, 0.82 * tall), (0.4 * r, tall)])
                )
            else:
                one = (
                    box(0.8 * each, 0.85 * tall, 0.05, 0.012).move(y=0.425 * tall)
                    if i % 2 == 0
                    else box(0.76 * each, 0.6 * tall, 0.06, 0.02, 2).rotate(z=4).move(y=0.3 * tall)
                )
            goods[colours[(c // 2 + shift) % 3]].append(one.move(x, y + 0.015, z / 2 - 0.09))
    d.add("shelves", union(*shelves), "trim", group="shelves")
    for colour, solids in goods.items():
        if solids:
            d.add(f"goods_{colour}", union(*solids), colour, group="goods")
    d.add("chute", box(chute_w + 0.004, chute_h + 0.004, 0.02).move(x0, base + 0.2, z / 2 - 0.096), "dark")
    d.add(
        "flap",
        box(chute_w + 0.01, 0.62 * chute_h, 0.016, 0.004)
        .rotate(x=-10)
        .move(x0, base + 0.2 + 0.18 * chute_h, z / 2 - 0.014),
        "dark",
    )
    d.add(
        "flap_rim",
        (box(chute_w + 0.05, chute_h + 0.05, 0.03, 0.008) - box(chute_w - 0.01, chute_h - 0.01, 1)).move(
            x0, base + 0.2, z / 2 + 0.002
        ),
        "trim",
    )
    px = w / 2 - (w - win_w - 0.05) / 2 - 0.005
    pw = min(0.2, (w - win_w - 0.05) * 0.8)
    d.add("panel", box(pw, 0.62, 0.022, 0.006).move(px, 1.15, z / 2 + 0.002), "dark", group="panel")
    d.add("screen", box(0.78 * pw, 0.09, 0.012, 0.003).move(px, 1.38, z / 2 + 0.012), "screen", group="panel")
    if v.panel == "keypad":
        d.add(
            "keys",
            union(
                *(
                    box(0.2 * pw, 0.026, 0.014, 0.004).move(px + (c - 1) * 0.27 * pw, 1.28 - r * 0.04, z / 2 + 0.012)
                    for r in range(4)
                    for c in range(3)
                )
            ),
            "trim",
            group="panel",
        )
    else:
        d.add(
            "buttons",
            union(*(box(0.7 * pw, 0.034, 0.016, 0.006).move(px, 1.29 - r * 0.05, z / 2 + 0.012) for r in range(4))),
            "screen",
            group="panel",
        )
    d.add(
        "coin_slot",
        union(
            box(0.3 * pw, 0.06, 0.014, 0.003).move(px - 0.2 * pw, 1.02, z / 2 + 0.012),
            cylinder(0.018, 0.016).rotate(x=90).move(px + 0.24 * pw, 1.02, z / 2 + 0.012),
            box(0.7 * pw, 0.05, 0.018, 0.004).move(px, 0.9, z / 2 + 0.01),
        ),
        "trim",
        group="panel",
    )
    d.add("coin_return", box(0.7 * pw, 0.09, 0.03, 0.006).move(px, 0.62, z / 2 + 0.004), "trim", group="panel")
    if v.banner:
        d.add("banner", box(0.92 * w, 0.16, 0.02, 0.006).move(0, h - 0.12, z / 2 + 0.003), "banner", group="banner")
        d.add(
            "banner_marks",
            union(
                *(
                    box((0.07, 0.05, 0.075, 0.06)[k % 4], 0.08, 0.026).move(
                        (k - 2.5) * 0.1 * w + 0.0, h - 0.12, z / 2 + 0.003
                    )
                    for k in range(6)
                )
            ),
            "body",
            group="banner",
        )
    if v.stripe:
        d.add(
            "stripe",
            union(
                *(box(0.012, 0.1, z - 0.1, 0.003).move(s * w / 2, y, 0) for s in (1, -1) for y in (0.7 * h, 0.62 * h))
            ),
            "stripe",
        )
    if v.lit:
        d.add(
            "light",
            box(win_w - 0.02, 0.03, 0.03).move(x0, top - 0.01, z / 2 - 0.03),
            "banner" if v.banner else "screen",
        )
    d.point("top", (0, h, 0), size=w)
    return d
