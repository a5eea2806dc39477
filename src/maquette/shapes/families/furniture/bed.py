"""Beds: single to king size, with posts and canopy, and bunks."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, lathe, sphere, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.cushions import cushion, pillow
from maquette.shapes.sub.furniture_legs import leg
from maquette.shapes.sub.outlines import arch, rod


@family(
    "bed",
    "furniture",
    nouns={
        "single bed": {"width": 0.9},
        "double bed": {"width": 1.5},
        "king size bed": {"width": 1.85},
        "queen bed": {"width": 1.6},
        "bunk bed": {"bunk": True, "width": 0.95},
        "bunk beds": {"bunk": True, "width": 0.95},
        "four-poster bed": {"posts": True, "canopy": True, "width": 1.6},
        "four poster bed": {"posts": True, "canopy": True, "width": 1.6},
        "canopy bed": {"posts": True, "canopy": True},
        "cot": {"width": 0.8, "headboard": "bars"},
        "hospital bed": {"headboard": "bars", "width": 0.9},
    },
    parameters=(
        Real("width", 1.4, 0.8, 1.9),
        Real("length", 2.05, 1.9, 2.2),
        Real("height", 0.5, 0.4, 0.62, about="to the top of the mattress"),
        Real("headboard_height", 0.55, 0.35, 0.85, about="above the mattress"),
        Real("mattress_thickness", 0.2, 0.14, 0.28),
        Choice("headboard", ("panel", "arched", "bars", "padded")),
        Whole("pillows", 2, 1, 4),
        Flag("footboard", 0.6),
        Flag("blanket", 0.85),
        Flag("throw", 0.4),
        Flag("posts", 0.18),
        Flag("canopy", 0.5, about="over the posts"),
        Flag("bunk", 0.06),
        Choice("leg", ("square", "turned", "tapered")),
    ),
    slots={
        "frame": ("oak", "walnut", "mahogany", "pine", "paint:#e6e1d6", "gunmetal"),
        "blanket": ("fabric:#3f6284", "fabric:#8b3a3a", "fabric:#5f7f63", "velvet:#4a3560", "fabric:#c98f3d"),
        "sheet": ("cotton", "cotton:#f2efe8"),
        "pillow": ("cotton:#f4f1ea", "fabric:#dfe6ea"),
        "throw": ("wool:#c9683d", "wool:#d8c6a0", "wool:#49606e"),
        "padding": ("fabric:#8a8f96", "velvet:#2f4d5a", "leather"),
        "canopy": ("cotton:#efe8da", "velvet:#6b1f2b", "fabric:#3b5872"),
    },
    words={
        "pillow": {},
        "blanket": {"blanket": True},
        "duvet": {"blanket": True},
        "canopy": {"posts": True, "canopy": True},
        "curtains": {"posts": True, "canopy": True},
        "posts": {"posts": True},
        "headboard": {},
        "footboard": {"footboard": True},
        "bunk": {"bunk": True},
        "throw": {"throw": True},
    },
    paints={
        "duvet": "blanket",
        "cover": "blanket",
        "covers": "blanket",
        "bedding": "blanket",
        "sheets": "sheet",
        "mattress": "sheet",
        "pillows": "pillow",
        "headboard": "frame",
        "legs": "frame",
        "curtains": "canopy",
    },
    height=(0.7, 2.4),
)
def bed(v: Values) -> Draft:
    """Head to the back (-Z), foot to the front."""
    bunk = v.bunk and v.width < 1.3
    w, z = v.width, v.length
    posts = v.posts and not bunk
    d = Draft(extent=z)
    levels = [min(v.height, 0.45), 1.35] if bunk else [v.height]
    n = min(v.pillows, 1 if w < 1.15 else 4)
    for i, top in enumerate(levels):
        end = f"_{i + 1}" if bunk else ""
        m = min(v.mattress_thickness, 0.16) if bunk else v.mattress_thickness
        base = top - m + 0.04
        rail = 0.17 if not bunk else 0.12
        d.add("frame" + end, box(w + 0.06, rail, z + 0.02, 0.012).move(y=base - rail / 2), "frame", group="frame")
        d.add("mattress" + end, box(w, m, z - 0.02, 0.05, 4).move(y=top - m / 2), "sheet")
        if v.blanket:
            long = 0.68 * z
            cover = box(w + 0.035, m + 0.015, long, 0.05, 4).move(y=top - m / 2 + 0.02, z=z / 2 - long / 2 - 0.015)
            fold = box(w + 0.045, 0.05, 0.26, 0.022, 3).move(y=top + 0.012, z=z / 2 - long + 0.05)
            d.add("blanket" + end, cover, "blanket")
            d.add("fold" + end, fold, "sheet")
            if v.throw:
                d.add(
                    "throw" + end,
                    box(w + 0.05, m + 0.03, 0.42, 0.05, 4).move(y=top - m / 2 + 0.022, z=z / 2 - 0.45),
                    "throw",
                )
        rows = [(n, 0)] if n < 3 else [(2, 0), (n - 2, 1)]
        k = 0
        for count, row in rows:
            each = min(0.72, (w - 0.06) / max(count, 1))
            for c in range(count):
                k += 1
                soft = pillow(each * (1 if row == 0 else 0.72), 0.17, 0.46 - 0.1 * row).rotate(x=28 + 25 * row)
                d.add(
                    f"pillow{end}_{k}" if bunk else f"pillow_{k}",
                    soft.move((c - (count - 1) / 2) * each, top + 0.1 + 0.02 * row, -z / 2 + 0.25 + 0.2 * row),
                    "pillow",
                    group="pillows",
                )
    if bunk:
        _bunk_frame(d, v, w, z, levels)
    else:
        _ends(d, v, w, z, posts)
    d.point("top", (0, v.height, 0.1), size=w)
    return d


def _ends(d: Draft, v: Values, w: float, z: float, posts: bool) -> None:
    head, foot = v.height + v.headboard_height, v.height + 0.12
    full = 2.05
    for name, zz, tall in (
        ("head", -z / 2 - 0.02, full if posts else head),
        ("foot", z / 2 + 0.02, full if posts else foot if v.footboard else v.height - v.mattress_thickness + 0.03),
    ):
        for side, s in (("left", 1), ("right", -1)):
            x = s * (w / 2 + 0.015)
            if posts:
                post: Node = union(
                    box(0.08, v.height, 0.08, 0.01).move(y=v.height / 2),
                    lathe(
                        [
                            (0.036, v.height - 0.02),
                            (0.038, v.height + 0.05),
                            (0.024, v.height + 0.1),
                            (0.038, v.height + 0.22),
                            (0.028, 0.85 * tall),
                            (0.022, 0.95 * tall),
                            (0.032, tall),
                        ]
                    ),
                    sphere(0.04).move(y=tall + 0.015),
                )
            elif zz > 0 and not v.footboard:
                post = leg(v.leg, tall, 0.032)
            else:
                finial = (
                    sphere(0.036).move(y=tall + 0.04)
                    if v.leg == "turned"
                    else box(0.075, 0.02, 0.075, 0.006).move(y=tall + 0.015)
                )
                post = union(box(0.06, tall + 0.02, 0.06, 0.01).move(y=(tall + 0.02) / 2), finial)
            d.add(f"post_{name}_{side}", post.move(x, 0, zz), "frame", group="posts")
        if zz > 0 and not v.footboard:
            continue
        low, rise = (0.25, head) if zz < 0 else (0.22, foot)
        board: Node
        slot = "frame"
        if v.headboard == "bars":
            step = w / max(4, round(w / 0.14))
            bars = [
                cylinder(0.011, rise - low).move(x=(i - (round(w / step) - 2) / 2) * step, y=(rise + low) / 2)
                for i in range(round(w / step) - 1)
            ]
            board = union(*bars, *(rod((-w / 2, y, 0), (w / 2, y, 0), radius=0.018) for y in (rise - 0.03, low + 0.05)))
        elif v.headboard == "arched":
            board = extrude([(x, y) for x, y in arch(w, rise - low + 0.1 * w, 0.16 * w)], 0.035, bevel=0.008).move(
                y=low
            )
        else:
            board = box(w + 0.01, rise - low, 0.035, 0.01).move(y=(rise + low) / 2)
            if v.headboard == "panel":
                board = board - union(
                    *(
                        box(0.8 * w / 2, 0.62 * (rise - low), 0.02, 0.006).move(
                            k * 0.22 * w, (rise + low) / 2 + 0.02, 0.02
                        )
                        for k in (1, -1)
                    )
                )
        d.add(f"{name}board", board.move(z=zz), slot)
        if v.headboard == "padded" and zz < 0:
            count = max(3, round(w / 0.3))
            pads = [
                cushion(w / count - 0.004, 0.09, rise - v.height + 0.12, 0.04)
                .rotate(x=90)
                .move((i - (count - 1) / 2) * w / count, (rise + v.height) / 2 - 0.02, zz + 0.045)
                for i in range(count)
            ]
            d.add("padding", union(*pads), "padding")
    if posts and v.canopy:
        roof = box(w + 0.14, 0.05, z + 0.14, 0.015).move(y=full)
        inner = box(w - 0.04, 0.2, z - 0.04).move(y=full)
        d.add("canopy_frame", roof - inner, "frame", group="canopy")
        d.add("canopy", box(w + 0.1, 0.03, z + 0.1, 0.01).move(y=full + 0.02), "canopy", group="canopy")
        scallop = [box(w + 0.13, 0.16, 0.016, 0.004, 1).move(0, full - 0.07, s * (z / 2 + 0.065)) for s in (1, -1)] + [
            box(0.016, 0.16, z + 0.13, 0.004, 1).move(s * (w / 2 + 0.06), full - 0.07, 0) for s in (1, -1)
        ]
        d.add("valance", union(*scallop), "canopy", group="canopy")
        for side, s in (("left", 1), ("right", -1)):
            folds = union(
                *(
                    cylinder(0.035, full - 0.3, top=0.022).move(
                        s * (w / 2 + 0.045), 0.3 + (full - 0.3) / 2, -z / 2 + 0.05 + 0.05 * i
                    )
                    for i in range(5)
                )
            )
            d.add(f"curtain_{side}", folds, "canopy", group="canopy")


def _bunk_frame(d: Draft, v: Values, w: float, z: float, levels: list[float]) -> None:
    tall = levels[1] + 0.3
    for name, sx, sz in (("front_left", 1, 1), ("front_right", -1, 1), ("back_left", 1, -1), ("back_right", -1, -1)):
        d.add(
            f"post_{name}",
            box(0.07, tall, 0.07, 0.01).move(sx * (w / 2 + 0.02), tall / 2, sz * (z / 2 + 0.005)),
            "frame",
            group="posts",
        )
    rails = []
    for top in levels:
        for sz in (1, -1):
            for k in range(2):
                rails.append(box(w + 0.03, 0.07, 0.025, 0.006).move(0, top + 0.05 + 0.13 * k, sz * (z / 2 + 0.005)))  # noqa: PERF401
    rails += [
        box(0.025, 0.07, z, 0.006).move(-w / 2 - 0.03, levels[1] + 0.16, 0),
        box(0.025, 0.07, 0.62 * z, 0.006).move(w / 2 + 0.03, levels[1] + 0.16, -0.19 * z),
    ]
    rails += [
        box(0.025, 0.3, 0.05, 0.006).move(w / 2 + 0.03, levels[1] + 0.05, 0.1 * z),
        box(0.025, 0.3, 0.05, 0.006).move(-w / 2 - 0.03, levels[1] + 0.05, 0),
    ]
    d.add("rails", union(*rails), "frame", group="rails")
    x = w / 2 + 0.05
    ladder = [box(0.03, tall - 0.02, 0.045, 0.006).move(x, (tall - 0.02) / 2, 0.28 * z + k * 0.2) for k in (1, -1)]
    ladder += [box(0.028, 0.035, 0.42, 0.006).move(x, 0.25 + 0.27 * i, 0.28 * z) for i in range(5)]
    d.add("ladder", union(*ladder), "frame", group="ladder")
