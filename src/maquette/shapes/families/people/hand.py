"""Human hands: open, a fist, a thumb up, pointing, a peace sign; bones of the fingers bent joint by joint."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, sphere, torus
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.flesh import Flesh, Point3, add

_CURLS = {
    "open": (4.0, 2.0, 2.0, 5.0),
    "fist": (84.0, 84.0, 84.0, 84.0),
    "thumbs up": (84.0, 84.0, 84.0, 84.0),
    "pointing": (3.0, 84.0, 84.0, 84.0),
    "peace": (2.0, 2.0, 84.0, 84.0),
    "grasping": (38.0, 36.0, 38.0, 42.0),
}
"""Degrees at each knuckle of forefinger, middle, ring and little finger."""


@family(
    "hand",
    "people",
    nouns={
        "human hand": {},
        "fist": {"gesture": "fist"},
        "thumbs up": {"gesture": "thumbs up"},
        "thumb up": {"gesture": "thumbs up"},
        "pointing hand": {"gesture": "pointing"},
        "open hand": {"gesture": "open"},
        "peace sign": {"gesture": "peace"},
        "victory sign": {"gesture": "peace"},
        "severed hand": {"sleeve": False},
    },
    parameters=(
        Choice("gesture", ("open", "fist", "thumbs up", "pointing", "peace", "grasping")),
        Real("length", 0.19, 0.15, 0.22, about="wrist to fingertip"),
        Real("width", 1.0, 0.88, 1.14, unit="", about="of the palm"),
        Real("fingers", 1.0, 0.9, 1.1, unit="", about="their length"),
        Real("thickness", 1.0, 0.88, 1.14, unit="", about="of the fingers"),
        Real("spread", 7.0, 2.0, 12.0, unit="deg", about="between the fingers"),
        Real("wrist", 0.3, 0.22, 0.42, unit="", about="length of the forearm, in hands"),
        Whole("rings", 0, 0, 1),
        Flag("nails", 0.95),
        Flag("sleeve", 0.4),
        Flag("base", 0.3),
    ),
    slots={
        "skin": ("skin", "skin:#8a5a3c", "skin:#e8bfa4", "skin:#5c3a28", "skin:#c68f6c"),
        "nails": ("skin:#eac4b4", "skin:#d8a898", "paint:#b8202e"),
        "sleeve": ("fabric:#23355e", "fabric:#f0eee8", "fabric:#2a2a2e"),
        "ring": ("gold", "silver"),
        "base": ("marble", "walnut", "granite"),
    },
    words={
        "ring": {"rings": 1},
        "sleeve": {"sleeve": True},
        "cuff": {"sleeve": True},
        "nails": {"nails": True},
        "open": {"gesture": "open"},
        "pointing": {"gesture": "pointing"},
    },
    paints={"fingernails": "nails", "cuff": "sleeve", "stand": "base"},
    height=(0.12, 0.36),
)
def hand(v: Values) -> Draft:
    """A right hand upright on its wrist, the palm to the front."""
    n = v.length
    low = 0.09 * n if v.base and v.gesture != "thumbs up" else 0.0
    side = v.gesture == "thumbs up"
    arm = v.wrist * n
    y0 = low + arm
    w = 0.2 * n * v.width
    d = Draft(extent=n + y0)

    def put(node: Node) -> Node:
        """A thumb that is up belongs to an arm that lies: the whole is laid on its side."""
        return node.rotate(z=90).move(0.5 * (y0 + 0.5 * n), 0.25 * n, 0) if side else node

    flesh = Flesh(0.028 * n, 84)
    flesh.chain([(0, low, 0), (0, y0, 0)], [0.135 * n, 0.125 * n])
    palm = 0.46 * n
    for x in (-0.95, -0.35, 0.3, 0.95):
        flesh.chain([(0.55 * x * w, y0 + 0.03 * n, 0), (x * w * 0.82, y0 + palm * 0.9, -0.005 * n)], [0.078 * n, 0.068 * n])  # fmt: skip
    curls = _CURLS[v.gesture]
    lengths = (0.46, 0.5, 0.465, 0.37)
    nails: list[tuple[Point3, Point3, Point3, float]] = []
    for i, (curl, share) in enumerate(zip(curls, lengths, strict=True)):
        x = (0.95 - 0.63 * i) * w * 0.9
        root: Point3 = (x, y0 + palm * (0.97, 1.0, 0.97, 0.9)[i], -0.005 * n)
        r = 0.054 * n * v.thickness * (1.0, 1.03, 1.0, 0.87)[i]
        lean = math.radians(
            (1.4 - i) * v.spread * (1.0 if curl < 50 else 0.05) * (1.5 if v.gesture == "peace" and curl < 50 else 1)
        )
        points, radii, bend, way = [root], [1.12 * r], 0.0, (0.0, 1.0, 0.0)
        for k, part in enumerate((0.46, 0.3, 0.24)):
            bend += math.radians(curl * (1.0, 1.12, 0.72)[k])
            way = (math.sin(lean) * math.cos(bend), math.cos(lean) * math.cos(bend), math.sin(bend))
            points.append(add(points[-1], way, part * share * n * v.fingers * (0.84 if curl > 50 else 1)))
            radii.append(r * (1.0, 0.94, 0.82)[k])
        flesh.chain(points, radii)
        back = (-math.sin(lean) * math.sin(bend), math.sin(bend), -math.cos(bend))
        nails.append((add(points[-1], back, 0.58 * r), way, back, r))
        if i == 2 and v.rings:
            at = add(points[0], (points[1][0] - points[0][0], points[1][1] - points[0][1], points[1][2] - points[0][2]), 0.55)  # fmt: skip
            turn = math.radians(curl)
            d.add(
                "ring",
                put(torus(1.08 * r, 0.22 * r).rotate(x=math.degrees(turn), z=-math.degrees(lean)).move(*at)),
                "ring",
                group="ring",
            )
    start: Point3 = (0.55 * w, y0 + 0.1 * n, 0.03 * n)
    r = 0.062 * n * v.thickness
    if v.gesture == "thumbs up":
        thumb = [
            start,
            (1.1 * w, y0 + 0.26 * n, 0.06 * n),
            (1.75 * w, y0 + 0.32 * n, 0.05 * n),
            (2.55 * w, y0 + 0.32 * n, 0.035 * n),
        ]
    elif curls[1] > 50 or v.gesture in ("fist", "peace"):
        thumb = [
            start,
            (1.05 * w, y0 + 0.25 * n, 0.1 * n),
            (0.75 * w, y0 + 0.36 * n, 0.185 * n),
            (0.05 * w, y0 + 0.4 * n, 0.2 * n),
        ]
    elif v.gesture == "grasping":
        thumb = [
            start,
            (1.1 * w, y0 + 0.22 * n, 0.1 * n),
            (1.2 * w, y0 + 0.35 * n, 0.2 * n),
            (0.95 * w, y0 + 0.45 * n, 0.28 * n),
        ]
    else:
        thumb = [
            start,
            (1.15 * w, y0 + 0.24 * n, 0.05 * n),
            (1.62 * w, y0 + 0.38 * n, 0.06 * n),
            (1.9 * w, y0 + 0.53 * n, 0.05 * n),
        ]
    flesh.chain(thumb, [0.1 * n, 1.12 * r, r, 0.8 * r])
    tip, before = thumb[-1], thumb[-2]
    long = math.dist(tip, before)
    along = ((tip[0] - before[0]) / long, (tip[1] - before[1]) / long, (tip[2] - before[2]) / long)
    out = (along[1], -along[0], 0.0)
    if curls[1] > 50 and v.gesture != "thumbs up":
        out = (0.0, 0.0, 1.0)
    if v.gesture == "thumbs up":
        out = (0.0, 0.0, -1.0)
    size = math.sqrt(sum(c * c for c in out)) or 1.0
    out = (out[0] / size, out[1] / size, out[2] / size)
    nails.append((add(tip, out, 0.5 * r), along, out, r))
    trimmed = box(4 * n, 4 * n, 4 * n).move(0, low + 2 * n, 0)
    d.add("skin", put(flesh.node() & trimmed), "skin", group="hand")
    if v.nails:
        node: Node | None = None
        for at, way, back, r in nails:
            spot = flesh.hit(add(at, back, 3 * r), add(at, back, -0.6 * r))
            one = sphere(0.62 * r).move(*add(spot, way, 0.1 * r))
            node = one if node is None else node + one
        assert node is not None
        d.add("nails", put(flesh.node(0.0035 * n) & node), "nails", group="hand")
    if v.sleeve:
        d.add(
            "sleeve",
            put(cylinder(0.2 * n, 0.75 * arm, 0.19 * n, bevel=0.02 * n).move(0, low + 0.375 * arm - 0.004 * n, 0)),
            "sleeve",
            group="sleeve",
        )
        d.add("cuff", put(torus(0.185 * n, 0.022 * n).move(0, low + 0.74 * arm, 0)), "sleeve", group="sleeve")
        d.add("button", put(sphere(0.02 * n).move(0.195 * n, low + 0.5 * arm, 0)), "ring", group="sleeve")
    if low:
        d.add("base", box(0.52 * n, 0.1 * n, 0.46 * n, 0.015 * n).move(0, 0.05 * n, 0), "base", group="base")
    d.point("top", (0, y0 + 0.9 * n, 0), size=0.2 * n)
    d.point("grip", (0, y0 + 0.5 * n, 0.1 * n), size=0.12 * n)
    return d
