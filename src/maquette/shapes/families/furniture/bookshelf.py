"""Bookshelves."""

from __future__ import annotations

from maquette.shapes.api import box, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.casework import add_cornice, add_feet, open_case


@family(
    "bookshelf",
    "furniture",
    nouns={
        "bookcase": {},
        "shelf": {},
        "shelves": {},
        "shelving unit": {"books": False},
        "library shelf": {"books": True, "cornice": True},
        "rack": {"books": False},
    },
    parameters=(
        Real("height", 1.8, 0.9, 2.2),
        Real("width", 0.9, 0.55, 1.4),
        Real("depth", 0.3, 0.24, 0.38),
        Whole("shelves", 5, 3, 7),
        Real("thickness", 0.025, 0.02, 0.035),
        Choice("feet", ("plinth", "tapered", "square", "bun")),
        Real("feet_height", 0.08, 0.05, 0.12),
        Flag("books", 0.8),
        Real("fullness", 0.75, 0.4, 0.95, unit=""),
        Flag("cornice", 0.4),
        Flag("vase", 0.4),
    ),
    slots={
        "body": ("oak", "walnut", "mahogany", "pine", "paint:#ece7dc", "paint:#2f4a4f"),
        "feet": ("walnut", "oak"),
        "red": ("leather:#8a2a22", "fabric:#a33a2c"),
        "blue": ("leather:#2a4468", "fabric:#345a80"),
        "green": ("leather:#2f5a3c",),
        "cream": ("paper", "leather:#c9b48a"),
        "brown": ("leather",),
        "vase": ("ceramic:#3f6f8a", "brass", "ceramic"),
    },
    words={"books": {"books": True}, "empty": {"books": False, "vase": False}, "vase": {"vase": True}},
    paints={"shelves": "body", "frame": "body", "legs": "feet", "books": "red"},
    height=(0.85, 2.4),
)
def bookshelf(v: Values) -> Draft:
    """An open case, its shelves filled with books of many sizes."""
    d = Draft(extent=max(v.height, v.width))
    y, t, w = add_feet(d, v.feet, v.feet_height, v.width, v.depth, "feet"), v.thickness, v.width
    tall = v.height - y
    d.add("body", open_case(w, tall, v.depth, t).move(y=y), "body")
    count = min(v.shelves, max(2, int((tall - t) / 0.24)))
    step = (tall - t) / count
    rng = v.rng("books")
    colours = ("red", "blue", "green", "cream", "brown")
    stacks: dict[str, list[Node]] = {}
    for i in range(count):
        base = y + t + i * step - (0.5 * t if i else 0.0)
        if i:
            d.add(
                f"shelf_{i}",
                box(w - t, t, v.depth - 0.025, 0.002, 1).move(y=base - t / 2 + 0.0, z=0.0),
                "body",
                group="shelves",
            )
        special = v.vase and i == count // 2
        if special:
            d.add("vase", sphere(0.055, 0.09, 0.055).move(0.3 * w - t, base + 0.08, 0), "vase")
        if not v.books:
            continue
        x, end, clear = -w / 2 + t + 0.002, w / 2 - t - 0.01, step - t - 0.02
        end = end - (1 - v.fullness) * w * float(rng.random()) * 1.6
        if special:
            end = min(end, 0.3 * w - t - 0.08)
        while x < end:
            thick = float(rng.uniform(0.02, 0.05))
            high, deep = min(clear, float(rng.uniform(0.19, 0.29))), float(rng.uniform(0.15, 0.22))
            deep = min(deep, v.depth - t - 0.03)
            if x + thick > end:
                break
            one = box(thick + 0.001, high, deep, 0.004, 1).move(
                x + thick / 2, base + high / 2 - 0.004, -v.depth / 2 + t + deep / 2 + 0.01 + float(rng.uniform(0, 0.03))
            )
            stacks.setdefault(colours[int(rng.integers(5))], []).append(one)
            x += thick
    for colour, solids in stacks.items():
        d.add(f"books_{colour}", union(*solids), colour, group="books")
    top = add_cornice(d, v.height, w, v.depth, "body", 0.06) if v.cornice else v.height
    d.point("top", (0, top, 0), size=w)
    return d
