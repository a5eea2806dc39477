"""Shipping containers: corrugated walls between posts, doors with locking bars, corner castings."""

from __future__ import annotations

from maquette.shapes.api import box, cylinder, extrude, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import slab


@family(
    "shipping container",
    "container",
    nouns={
        "cargo container": {},
        "freight container": {},
        "intermodal container": {},
        "sea container": {},
        "container": {},
        "40 foot container": {"length": 12.19},
        "20 foot container": {"length": 6.06},
        "reefer container": {"kind": "reefer"},
        "container house": {"kind": "office"},
    },
    parameters=(
        Choice("kind", ("dry", "reefer", "office")),
        Real("length", 6.06, 3.0, 12.19),
        Real("width", 2.44, 2.2, 2.6),
        Real("height", 2.59, 2.4, 2.9),
        Real("wave", 0.28, 0.22, 0.36, about="length of one fold of the walls"),
        Real("depth", 0.036, 0.028, 0.05, about="of the folds"),
        Whole("bars", 4, 2, 4, about="on the doors"),
        Whole("stack", 1, 1, 3, about="containers on each other"),
        Flag("label", 0.75),
        Flag("pockets", 0.7, about="slots for forks"),
        Flag("open", 0.2, about="one door stands open"),
        Flag("vents", 0.6),
        Flag("two_tone", 0.15, about="doors in a colour of their own"),
        Flag("framed", 0.35, about="the frame in a colour of its own"),
    ),
    slots={
        "walls": ("paint:#1f5f9a", "paint:#a8321f", "paint:#2f7a4a", "paint:#d8742a", "paint:#c9ccc8", "rust"),
        "frame": ("paint:#3a3d40", "paint:#2a2c30", "paint:#c9ccc8"),
        "doors": ("paint:#1f5f9a", "paint:#a8321f", "paint:#2f7a4a", "paint:#d8742a"),
        "bars": ("steel", "iron"),
        "castings": ("gunmetal", "iron"),
        "label": ("paint:#f2f0ea", "paint:#f0c428"),
        "dark": ("paint:#15171a",),
        "glass": ("dark glass",),
    },
    words={
        "open": {"open": True},
        "stacked": {"stack": 2},
        "stack": {"stack": 3},
        "windows": {"kind": "office"},
        "doors": {"two_tone": True},
        "door": {"two_tone": True},
        "frame": {"framed": True},
        "label": {"label": True},
    },
    paints={"box": "walls", "body": "walls", "door": "doors", "roof": "walls", "sides": "walls", "logo": "label"},
    height=(2.3, 9.0),
)
def shipping_container(v: Values) -> Draft:
    """Its doors to the front."""
    n, w, h = v.length, v.width, v.height
    d = Draft(extent=max(n, h * v.stack))
    post = 0.14
    for level in range(v.stack):
        y = level * (h - 0.004)
        tag = "" if level == 0 else f"_{level + 1}"
        _one(d, v, n, w, h, post, y, tag, level)
    d.point("top", (0, v.stack * h, 0), size=w)
    d.point("front", (0, h / 2, n / 2), size=w)
    return d


def _folds(length: float, wave: float, depth: float) -> list[tuple[float, float]]:
    """A corrugated sheet's section along x, `depth` deep on the side of -y."""
    count = max(3, round(length / wave))
    step = length / count
    top = []
    for i in range(count):
        x = -length / 2 + i * step
        top += [(x, 0.0), (x + 0.3 * step, 0.0), (x + 0.5 * step, -depth), (x + 0.8 * step, -depth)]
    top.append((length / 2, 0.0))
    return [*reversed(top), (-length / 2, -depth - 0.03), (length / 2, -depth - 0.03)]


def _one(d: Draft, v: Values, n: float, w: float, h: float, post: float, y: float, tag: str, level: int) -> None:
    open_ = v.open and level == 0
    side = extrude(_folds(n - 1.6 * post, v.wave, v.depth), h - 1.4 * post).rotate(x=-90)
    wall = side.rotate(y=-90).move(w / 2 - 0.02, y + h / 2, 0)
    roof = extrude(_folds(n - 1.6 * post, 1.3 * v.wave, 0.6 * v.depth), w - post).rotate(y=-90).move(0, y + h - 0.012, 0)  # fmt: skip
    end = (
        extrude(_folds(w - 1.6 * post, v.wave, v.depth), h - 1.4 * post)
        .rotate(x=-90)
        .rotate(y=180)
        .move(0, y + h / 2, -n / 2 + 0.02)
    )
    d.add(f"walls{tag}", union(wall, wall.mirror(), roof, end), "walls", group="walls")
    frame: list[Node] = []
    for s in (1, -1):
        frame += [box(post, h - 0.01, post, 0.01).move(s * (w - post) / 2, y + h / 2, t * (n - post) / 2) for t in (1, -1)]  # fmt: skip
        frame += [box(0.09, 0.1, n - post, 0.01).move(s * (w / 2 - 0.046), y + yy, 0) for yy in (0.055, h - 0.055)]
        frame += [box(w - post, 0.13, 0.1, 0.01).move(0, y + yy, s * (n / 2 - 0.056)) for yy in (0.07, h - 0.07)]
    floor = box(w - 0.1, 0.06, n - 0.1).move(0, y + 0.1, 0)
    body = union(*frame, floor)
    if v.pockets:
        body = body - union(*(box(w + 1, 0.07, 0.3).move(0, y + 0.06, s * 0.9 if n > 4 else s * 0.5) for s in (1, -1)))
    d.add(f"frame{tag}", body, "frame" if v.framed or v.kind == "office" else "walls", group="frame")
    corner = box(0.178, 0.118, 0.162, 0.012)
    cast = [
        corner.move(s * (w / 2 - 0.081), y + yy, t * (n / 2 - 0.076))
        for s in (1, -1)
        for t in (1, -1)
        for yy in (0.059, h - 0.059)
    ]
    d.add(f"castings{tag}", union(*cast), "castings", group="castings")
    front = n / 2 - 0.05
    dw, dh = (w - 2 * post) / 2 + 0.02, h - 0.2
    if v.kind == "reefer":
        d.add(
            f"unit{tag}",
            union(
                box(w - 1.6 * post, h - 0.25, 0.1, 0.02).move(0, y + h / 2, front),
                box(w - 4 * post, 0.9, 0.07, 0.03).move(0, y + 0.65, front + 0.05),
            ),
            "doors" if v.two_tone else "walls",
            group="doors",
        )
        grille = [cylinder(0.42, 0.05).rotate(x=90).move(0, y + h - 0.75, front + 0.04)]
        d.add(
            f"fan{tag}",
            union(
                *grille, *(box(w - 5 * post, 0.035, 0.03).move(0, y + 0.4 + 0.12 * k, front + 0.085) for k in range(5))
            ),
            "dark",
            group="doors",
        )
        blades = union(box(0.74, 0.1, 0.03).rotate(x=20).around(3, "z"), cylinder(0.09, 0.08).rotate(x=90))
        d.add(f"blades{tag}", blades.move(0, y + h - 0.75, front + 0.06), "bars", group="doors")
        return
    leaf = union(
        box(dw - 0.012, dh, 0.05, 0.008),
        *(box(dw - 0.16, 0.27 * dh, 0.02, 0.008).move(0, k * 0.31 * dh, 0.026) for k in (-1, 0, 1)),
    )
    gear: list[Node] = []
    count = max(1, v.bars // 2)
    for k in range(count):
        x = (k - (count - 1) / 2) * 0.42 * dw
        gear.append(cylinder(0.024, dh + 0.02, sides=10).move(x, 0, 0.066))
        gear += [box(0.1, 0.06, 0.07, 0.008).move(x, yy * dh, 0.05) for yy in (-0.47, -0.2, 0.2, 0.47)]
        gear.append(box(0.32, 0.05, 0.03, 0.008).move(x + (0.1 if k == 0 else -0.1), -0.14 * dh + 0.08 * k, 0.085))
    hinges = [box(0.07, 0.12, 0.06, 0.01).move(0.5 * dw - 0.02, yy * dh, 0.03) for yy in (-0.4, -0.13, 0.13, 0.4)]
    lock = union(*gear, *hinges)
    leaves, locks = [], []
    for s in (1, -1):
        a, b = (leaf, lock) if s > 0 else (leaf.mirror(), lock.mirror())
        x = s * dw / 2
        if open_ and s > 0:
            # About its hinge at the outer post.
            a, b = (q.move(x=-0.5 * dw).rotate(y=115).move(dw - 0.015, y + h / 2, front + 0.05) for q in (a, b))
        else:
            a, b = (q.move(x, y + h / 2, front) for q in (a, b))
        leaves.append(a)
        locks.append(b)
    d.add(f"doors{tag}", union(*leaves), "doors" if v.two_tone else "walls", group="doors")
    d.add(f"bars{tag}", union(*locks), "bars", group="doors")
    if v.kind == "office" and level < 3:
        count = 2 if n > 4.5 else 1
        panes, edges = [], []
        for s in (1, -1):
            for k in range(count):
                z = (k - (count - 1) / 2) * 0.45 * n
                edges.append(box(0.09, 1.05, 1.35, 0.01).move(s * (w / 2 - 0.03), y + 0.57 * h, z))
                panes.append(box(0.1, 0.9, 0.57).move(s * (w / 2 - 0.03), y + 0.57 * h, z + 0.31))
                panes.append(box(0.1, 0.9, 0.57).move(s * (w / 2 - 0.03), y + 0.57 * h, z - 0.31))
        d.add(f"window_frames{tag}", union(*edges), "bars", group="windows")
        d.add(f"windows{tag}", union(*panes), "glass", group="windows")
    elif v.label:
        marks = [box(0.03, 0.34, 0.27 * n).move(s * (w / 2 - 0.022), y + 0.68 * h, 0.18 * n) for s in (1, -1)]
        marks += [box(0.03, 0.1, 0.16 * n).move(s * (w / 2 - 0.022), y + 0.5 * h, 0.235 * n) for s in (1, -1)]
        d.add(f"label{tag}", union(*marks), "label", group="label")
    if v.vents:
        d.add(
            f"vents{tag}",
            union(
                *(
                    slab([(-0.05, -0.13), (0.05, -0.13), (0.05, 0.13), (-0.05, 0.13)], 0.16).move(
                        s * (w / 2 - 0.03), y + h - 0.35, t * 0.4 * n
                    )
                    for s in (1, -1)
                    for t in (1, -1)
                )
            ),
            "castings",
            group="vents",
        )
