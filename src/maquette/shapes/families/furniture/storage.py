"""Furniture with doors and drawers: wardrobes, dressers, cabinets."""

from __future__ import annotations

from maquette.shapes.api import box, extrude, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.sub.casework import FEET, add_cornice, add_feet, add_fronts
from maquette.shapes.sub.outlines import arch
from maquette.shapes.sub.pulls import PULLS

WOODS = ("oak", "walnut", "mahogany", "pine", "paint:#4f6f73", "paint:#ece7dc")
FRONTS = ("oak", "walnut", "mahogany", "pine", "paint:#ece7dc", "paint:#7a8f7a")
TWO_TONE = Flag("two_tone", 0.35, about="fronts of another colour")
FRONT_WORDS = {"doors": {"two_tone": True}, "drawers": {"two_tone": True}}
METALS = ("brass", "iron", "chrome", "bronze")
PAINTS = {
    "doors": "front",
    "door": "front",
    "drawers": "front",
    "drawer": "front",
    "knobs": "handle",
    "handles": "handle",
    "legs": "feet",
    "top": "body",
    "frame": "body",
}


@family(
    "wardrobe",
    "furniture",
    nouns={
        "armoire": {"cornice": True},
        "closet": {},
        "clothes cupboard": {},
        "locker": {"doors": 1, "width": 0.6, "drawers": 0},
    },
    parameters=(
        Real("height", 1.95, 1.7, 2.2),
        Real("width", 1.2, 0.6, 1.9),
        Real("depth", 0.58, 0.5, 0.66),
        Whole("doors", 2, 1, 4),
        Whole("drawers", 1, 0, 3),
        Choice("fronts", ("panel", "raised", "flat")),
        Choice("pulls", PULLS),
        Choice("feet", FEET),
        Real("feet_height", 0.1, 0.07, 0.15),
        Flag("cornice", 0.6),
        Flag("mirror", 0.25),
        TWO_TONE,
    ),
    slots={
        "body": WOODS,
        "front": FRONTS,
        "handle": METALS,
        "feet": ("walnut", "mahogany", "oak"),
        "mirror": ("mirror",),
    },
    words=FRONT_WORDS | {"mirror": {"mirror": True}, "cornice": {"cornice": True}},
    paints=PAINTS,
    height=(1.6, 2.45),
)
def wardrobe(v: Values) -> Draft:
    """Doors above drawers in a tall case."""
    d = Draft(extent=v.height + 0.1)
    doors = min(v.doors, max(1, round(v.width / 0.38)))
    y = add_feet(d, v.feet, v.feet_height, v.width, v.depth, "feet")
    tall, z = v.height - y, v.depth / 2
    d.add("body", box(v.width, tall, v.depth, 0.006, 1).move(y=y + tall / 2), "body")
    share = 1.0 if v.drawers == 0 else 1 - 0.13 * v.drawers
    low, high = y + 0.03, v.height - 0.03
    add_fronts(
        d,
        width=v.width - 0.04,
        low=low,
        high=high,
        z=z,
        doors=doors,
        drawers=v.drawers,
        columns=1 if doors < 3 else 2,
        style=v.fronts,
        kind=v.pulls,
        top_share=share,
        slot="front" if v.two_tone else "body",
        size=0.04 if v.pulls != "bar" else 0.09,
    )
    if v.mirror:
        wide, cut = (v.width - 0.04) / doors, high - (high - low) * share
        at = 0.0 if doors % 2 else -wide / 2
        d.add(
            "mirror",
            box(wide - 0.15, high - cut - 0.16, 0.03, 0.003, 1).move(at, (high + cut) / 2, z + 0.009),
            "mirror",
        )
    top = add_cornice(d, v.height, v.width, v.depth, "body", 0.08) if v.cornice else v.height
    d.point("top", (0, top, 0), size=v.width)
    return d


@family(
    "dresser",
    "furniture",
    nouns={
        "chest of drawers": {},
        "bureau": {},
        "drawers": {},
        "commode": {"feet": "tapered"},
        "vanity": {"mirror": True},
        "dressing table": {"mirror": True},
        "tallboy": {"height": 1.3, "width": 0.6},
        "sideboard": {"height": 0.8, "width": 1.5, "columns": 3},
    },
    parameters=(
        Real("height", 0.9, 0.7, 1.3),
        Real("width", 0.95, 0.55, 1.5),
        Real("depth", 0.45, 0.38, 0.52),
        Whole("drawers", 4, 2, 6, about="rows"),
        Whole("columns", 1, 1, 3),
        Choice("fronts", ("flat", "panel", "raised")),
        Choice("pulls", PULLS),
        Choice("feet", ("tapered", "plinth", "bun", "square")),
        Real("feet_height", 0.12, 0.07, 0.18),
        Real("overhang", 0.015, 0.0, 0.03),
        Flag("mirror", 0.2),
        TWO_TONE,
    ),
    slots={
        "body": WOODS,
        "front": FRONTS,
        "handle": METALS,
        "feet": ("walnut", "mahogany", "oak"),
        "mirror": ("mirror",),
    },
    words=FRONT_WORDS | {"mirror": {"mirror": True}},
    paints=PAINTS,
    height=(0.6, 2.2),
)
def dresser(v: Values) -> Draft:
    """Rows of drawers under a top that stands over a little."""
    d = Draft(extent=max(v.height, v.width) + (0.5 if v.mirror else 0.0))
    y = add_feet(d, v.feet, v.feet_height, v.width, v.depth, "feet")
    tall, z = v.height - 0.025 - y, v.depth / 2
    d.add("body", box(v.width, tall, v.depth, 0.006, 1).move(y=y + tall / 2), "body")
    d.add(
        "top",
        box(v.width + 2 * v.overhang, 0.03, v.depth + v.overhang, 0.008).move(y=v.height - 0.015, z=v.overhang / 2),
        "body",
    )
    columns = v.columns if v.width / v.columns > 0.3 else 1
    add_fronts(
        d,
        width=v.width - 0.04,
        low=y + 0.02,
        high=v.height - 0.04,
        z=z,
        doors=0,
        drawers=min(v.drawers, int(tall / 0.13)),
        columns=columns,
        style=v.fronts,
        kind=v.pulls,
        slot="front" if v.two_tone else "body",
        size=0.04 if v.pulls != "bar" else 0.07,
    )
    if v.mirror:
        w, h, zz = 0.62 * v.width, 0.6, -v.depth / 2 + 0.06
        d.add(
            "mirror_frame",
            extrude(arch(w, h, 0.35 * w), 0.03, bevel=0.008).move(y=v.height - 0.01, z=zz),
            "body",
            group="mirror",
        )
        d.add(
            "mirror_glass",
            extrude(arch(w - 0.08, h - 0.08, 0.35 * w - 0.04), 0.012).move(y=v.height + 0.03, z=zz + 0.014),
            "mirror",
            group="mirror",
        )
    d.point("top", (0, v.height, 0), size=v.width)
    return d


@family(
    "cabinet",
    "furniture",
    nouns={
        "cupboard": {},
        "display cabinet": {"glazed": True},
        "china cabinet": {"glazed": True, "height": 1.7},
        "kitchen cabinet": {"height": 0.9, "fronts": "panel"},
        "filing cabinet": {"doors": 0, "drawers": 4, "width": 0.45, "height": 1.3, "fronts": "flat"},
        "nightstand": {"height": 0.55, "width": 0.45, "drawers": 1, "doors": 1},
        "bedside table": {"height": 0.55, "width": 0.45, "drawers": 2, "doors": 0},
        "bedside cabinet": {"height": 0.55, "width": 0.45},
    },
    parameters=(
        Real("height", 0.95, 0.5, 1.8),
        Real("width", 0.9, 0.42, 1.4),
        Real("depth", 0.42, 0.34, 0.5),
        Whole("doors", 2, 0, 4),
        Whole("drawers", 1, 0, 4),
        Choice("fronts", ("panel", "flat", "raised")),
        Choice("pulls", PULLS),
        Choice("feet", ("square", "plinth", "tapered", "bun")),
        Real("feet_height", 0.1, 0.06, 0.16),
        Flag("glazed", 0.25),
        Flag("cornice", 0.25),
        TWO_TONE,
    ),
    slots={
        "body": WOODS,
        "front": FRONTS,
        "handle": METALS,
        "feet": ("walnut", "mahogany", "oak"),
        "glass": ("glass", "dark glass"),
        "shelf": ("oak", "pine", "birch"),
    },
    words=FRONT_WORDS | {"glass": {"glazed": True}, "glazed": {"glazed": True}, "cornice": {"cornice": True}},
    paints=PAINTS | {"shelves": "shelf"},
    height=(0.45, 2.0),
)
def cabinet(v: Values) -> Draft:
    """Doors over drawers; glazed doors have bars before the panes."""
    d = Draft(extent=max(v.height, v.width))
    y = add_feet(d, v.feet, v.feet_height, v.width, v.depth, "feet")
    tall, z, w = v.height - y, v.depth / 2, v.width
    d.add("body", box(w, tall, v.depth, 0.006, 1).move(y=y + tall / 2), "body")
    drawers = v.drawers or (0 if v.doors else 3)
    share = 0.0 if not v.doors else 1.0 if not drawers else 1 - min(0.62, 0.22 * drawers)
    doors = min(v.doors, max(1, round(w / 0.24)))
    low, high = y + 0.02, v.height - 0.035
    add_fronts(
        d,
        width=w - 0.04,
        low=low,
        high=high,
        z=z,
        doors=doors,
        drawers=drawers,
        columns=2 if w > 1.0 else 1,
        style=v.fronts,
        kind=v.pulls,
        top_share=share,
        slot="front" if v.two_tone else "body",
        size=0.036 if v.pulls != "bar" else 0.06,
    )
    if v.glazed and doors and share:
        cut, wide = high - (high - low) * share, (w - 0.04) / doors
        rows = max(1, round((high - cut) / 0.3))
        for i in range(doors):
            x, cy = (i - (doors - 1) / 2) * wide, (high + cut) / 2
            pane_x, pane_y = wide - 0.13, high - cut - 0.13
            d.add(f"pane_{i + 1}", box(pane_x, pane_y, 0.01).move(x, cy, z + 0.016), "glass", group="glass")
            bars = [box(0.016, pane_y + 0.01, 0.02, 0.004, 1).move(x, cy, z + 0.017)] + [
                box(pane_x + 0.01, 0.016, 0.018, 0.004, 1).move(x, cy + (r - (rows - 2) / 2) * pane_y / rows, z + 0.017)
                for r in range(rows - 1)
            ]
            d.add(f"glazing_{i + 1}", union(*bars), "front" if v.two_tone else "body", group="doors")
    top = v.height
    if v.cornice:
        top = add_cornice(d, v.height, w, v.depth, "body", 0.05)
    else:
        d.add("top", box(w + 0.03, 0.03, v.depth + 0.02, 0.008).move(y=v.height - 0.005, z=0.01), "body")
        top = v.height + 0.01
    d.point("top", (0, top, 0), size=w)
    return d
