"""Handbags: a body of leather with a flap or a zip, handles or a chain, metal fittings."""

from __future__ import annotations

import itertools
import math

from maquette.shapes.api import Point2, box, cylinder, extrude, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rounded_rectangle


@family(
    "handbag",
    "wearable",
    nouns={
        "purse": {"kind": "flap"},
        "ladies bag": {},
        "clutch": {"kind": "flap", "handles": "none"},
        "shoulder bag": {"handles": "chain"},
        "leather handbag": {},
        "tote": {"kind": "tote"},
        "tote bag": {"kind": "tote"},
        "briefcase": {"kind": "flap", "handles": "one", "width": 0.4},
    },
    parameters=(
        Choice("kind", ("flap", "tote", "bowling")),
        Choice("handles", ("one", "two", "chain", "none")),
        Real("width", 0.3, 0.22, 0.42),
        Real("height", 0.72, 0.58, 0.85, unit="", about="share of the width"),
        Real("depth", 0.38, 0.28, 0.48, unit="", about="share of the width"),
        Real("taper", 0.86, 0.72, 1.0, unit="", about="how much narrower it is at its top"),
        Real("drop", 0.42, 0.3, 0.55, unit="", about="height of the handles, share of the width"),
        Whole("studs", 4, 0, 7, about="on each side of the front"),
        Flag("clasp", 0.85),
        Flag("charm", 0.4),
        Flag("piping", 0.7),
        Flag("quilted", 0.3),
        Flag("feet", 0.7),
    ),
    slots={
        "body": (
            "leather:#8f1f2a",
            "leather:#7a4a26",
            "leather:#1e1c1e",
            "leather:#c98a5a",
            "leather:#2f5a52",
            "leather:#e0b8b8",
        ),
        "trim": ("leather:#4a2f1e", "leather:#241d1b", "leather:#c9a070"),
        "metal": ("gold", "brass", "silver"),
        "charm": ("velvet:#b8202e", "leather:#e0b030"),
        "lining": ("fabric:#3a2a2c", "fabric:#c9b89a"),
    },
    words={
        "chain": {"handles": "chain"},
        "strap": {"handles": "chain"},
        "clasp": {"clasp": True},
        "buckle": {"clasp": True},
        "studs": {"studs": 5},
        "quilted": {"quilted": True},
        "handle": {"handles": "one"},
    },
    paints={
        "leather": "body",
        "bag": "body",
        "handle": "trim",
        "handles": "trim",
        "strap": "trim",
        "clasp": "metal",
        "buckle": "metal",
        "studs": "metal",
    },
    height=(0.12, 0.65),
)
def handbag(v: Values) -> Draft:
    """Its flap to the front."""
    w = v.width
    h, n = v.height * w, v.depth * w
    foot = 0.012 if v.feet else 0.0
    d = Draft(extent=max(w, h + v.drop * w))
    top_w, top_n = v.taper * w, (0.42 if v.kind == "flap" else 0.55) * n

    def outline(half: float, upper: float, tall: float, r: float) -> list[Point2]:
        pts: list[Point2] = [
            (-half + r, 0),
            (half - r, 0),
            (half, r),
            (upper, tall - r),
            (upper - r, tall),
            (-upper + r, tall),
            (-upper, tall - r),
            (-half, r),
        ]
        return pts

    # The body is what the front's and the side's outlines share.
    front = extrude(outline(w / 2, top_w / 2, h, 0.05 * w), 1.1 * n, bevel=0.01 * w)
    if v.kind == "bowling":
        front = extrude(
            [
                (-w / 2, 0.06 * w),
                (-0.44 * w, 0),
                (0.44 * w, 0),
                (w / 2, 0.06 * w),
                *(
                    (0.49 * w * math.cos(a), 0.3 * h + 0.7 * h * math.sin(a))
                    for a in (math.pi * (0.04 + 0.92 * k / 16) for k in range(17))
                ),
            ],
            1.1 * n,
            bevel=0.01 * w,
        )
    side = extrude(outline(n / 2, top_n / 2, h, 0.06 * n), 1.2 * w).rotate(y=90)
    body = front & side
    if v.kind == "tote":
        inner = extrude(outline(w / 2 - 0.02 * w, top_w / 2 - 0.02 * w, 1.2 * h, 0.04 * w), n) & extrude(
            outline(n / 2 - 0.022 * w, top_n / 2 - 0.016 * w, 1.2 * h, 0.05 * n), 1.2 * w
        ).rotate(y=90)
        body = body - inner.move(y=0.05 * h)
        d.add("lining", box(0.8 * w, 0.03 * h, 0.6 * n).move(0, foot + 0.06 * h, 0), "lining", group="body")
    d.add("body", body.move(0, foot, 0), "body", group="body")
    slope = math.degrees(math.atan2((n - top_n) / 2, h))

    def face(t: float) -> float:
        """Z of the front at a share of the height."""
        return float(n + (top_n - n) * t) / 2

    if v.quilted:
        clip = box(0.96 * w, 0.86 * h, 3 * n).move(0, foot + 0.46 * h, 0) & extrude(
            [(0.95 * x, y) for x, y in outline(w / 2, top_w / 2, h, 0.05 * w)], 3 * n
        ).move(0, foot, 0)
        seams = [
            box(0.006 * w, 2 * h, 0.012 * w).rotate(z=s * 45).move(k * 0.16 * w, 0.5 * h, 0)
            for k in range(-5, 6)
            for s in (1, -1)
        ]
        laid = (
            union(*seams)
            .rotate(x=-slope)
            .move(
                0, foot, face(0.5) - 0.5 * h * math.tan(math.radians(slope)) + 0.5 * h * math.sin(math.radians(slope))
            )
        )
        d.add("quilting", laid & clip, "trim", group="body")
    base = box(0.97 * w, 0.06 * h, 0.97 * n, 0.01 * w).move(0, foot + 0.028 * h, 0)
    patches: list[Node] = []
    if v.piping:
        patches.append(base & box(w * 0.99, h, n))
        patches += (
            [
                sweep(
                    [
                        (s * (w / 2 - 0.012 * w), foot + 0.08 * h, k * face(0.08)),
                        (s * (top_w / 2 - 0.012 * w), foot + 0.93 * h, k * face(0.93)),
                    ],
                    0.011 * w,
                    round_ends=True,
                    sides=8,
                )
                for s in (1, -1)
                for k in (1, -1)
            ]
            if v.kind != "bowling"
            else []
        )
    if v.kind == "flap":
        low = 0.4
        lid = [
            (-0.49 * top_w, 0.0),
            (-0.5 * top_w, -0.24 * h),
            (-0.36 * top_w, -0.5 * h),
            (-0.1 * top_w, -(1 - low) * h),
            (0.1 * top_w, -(1 - low) * h),
            (0.36 * top_w, -0.5 * h),
            (0.5 * top_w, -0.24 * h),
            (0.49 * top_w, 0.0),
        ]
        flap = extrude(lid, 0.026 * w, bevel=0.006 * w).rotate(x=-slope).move(0, foot + h, face(1.0) + 0.004 * w)
        cap = box(0.985 * top_w, 0.03 * w, top_n + 0.03 * w, 0.008 * w).move(0, foot + h, 0)
        d.add("flap", union(flap, cap), "body", group="flap")
        t = low + 0.1
    else:
        t = 0.8
        if v.kind == "bowling":
            zip_ = [
                (0.495 * w * math.cos(a), foot + 0.3 * h + 0.71 * h * math.sin(a), 0.0)
                for a in (math.pi * (0.08 + 0.84 * k / 14) for k in range(15))
            ]
            d.add("zip", sweep(zip_, 0.012 * w, sides=8), "metal", group="zip")
    if v.clasp:
        z = face(t) + (0.02 if v.kind == "flap" else 0.006) * w
        at = (0.0, foot + t * h, z)
        plate = extrude(rounded_rectangle(0.11 * w, 0.085 * w, 0.015 * w), 0.03 * w, bevel=0.006 * w)
        bolt = union(
            cylinder(0.02 * w, 0.03 * w, bevel=0.004 * w).rotate(x=90),
            box(0.05 * w, 0.014 * w, 0.02 * w, 0.004 * w).move(z=0.012 * w),
        ).move(z=0.018 * w)
        d.add("clasp", union(plate, bolt).rotate(x=-slope).move(*at), "metal", group="clasp")
    if v.studs:
        dots = []
        for s in (1, -1):
            for k in range(v.studs):
                u = 0.12 + 0.07 * k if v.kind != "bowling" else 0.12 + 0.05 * k
                x = s * (0.5 * w + (top_w - w) / 2 * u - 0.05 * w)
                dots.append(sphere(0.013 * w).move(x, foot + u * h, face(u)))
        d.add("studs", union(*dots), "metal", group="studs")
    if patches:
        d.add("piping", union(*patches), "trim", group="trim")
    if v.feet:
        d.add(
            "feet",
            cylinder(0.02 * w, foot + 0.02 * w, bevel=0.004 * w)
            .move(0.38 * w, (foot + 0.02 * w) / 2, 0.34 * n)
            .mirrored()
            .mirrored("z"),
            "metal",
            group="feet",
        )
    # Handles: bows from ring to ring.
    eye = foot + h * (0.9 if v.kind != "bowling" else 0.86)
    rise = v.drop * w
    rings: list[Node] = []
    if v.handles in ("one", "two"):
        zs = (0.0,) if v.handles == "one" and v.kind == "flap" else (face(0.9) + 0.012 * w, -face(0.9) - 0.012 * w)
        bows = []
        for z in zs:
            yy = foot + h + 0.02 * w if z == 0.0 else eye
            x = 0.27 * w
            over = yy + rise if z == 0.0 else foot + h + rise
            path = [
                (x, yy - (0 if z == 0.0 else 0.09 * w), z),
                (x, yy + 0.04 * w, z),
                (0.92 * x, yy + 0.6 * (over - yy), 0.8 * z),
                (0.5 * x, over - 0.02 * w, 0.66 * z),
                (0, over, 0.62 * z),
            ]
            whole = [*path, *[(-a, b, c) for a, b, c in reversed(path[:-1])]]
            bows.append(sweep(whole, 0.021 * w, round_ends=True, sides=12))
            for s in (1, -1):
                rings.append(torus(0.032 * w, 0.009 * w).rotate(x=90).move(s * x, yy - 0.005 * w, z))
                rings.append(box(0.05 * w, 0.06 * w, 0.03 * w, 0.006 * w).move(s * x, yy - 0.035 * w, z))
        d.add("handles", union(*bows), "trim", group="handles")
    elif v.handles == "chain":
        links: list[Node] = []
        half = top_w / 2 + 0.006 * w
        if v.kind == "bowling":
            half = 0.4 * w
        points = []
        count = 38
        for k in range(count + 1):
            a = math.pi * k / count
            points.append((half * math.cos(a), foot + 0.9 * h + 1.35 * rise * math.sin(a) ** 0.8, 0.0))
        for k, (p, q) in enumerate(itertools.pairwise(points)):
            mid = ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)
            long = math.dist(p, q)
            turn = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
            ring = torus(0.55 * long + 0.004 * w, 0.0075 * w).scale(1.15, 1, 0.62).rotate(x=90 if k % 2 else 0)
            links.append(ring.rotate(z=turn).move(mid[0], mid[1], 0))
        rings += [sphere(0.025 * w).move(s * (half - 0.004 * w), foot + 0.9 * h, 0) for s in (1, -1)]
        strand = sweep(points, 0.006 * w, sides=6)
        d.add("chain", union(*links, strand), "metal", group="handles")
    if rings:
        d.add("rings", union(*rings), "metal", group="handles")
    if v.charm:
        x, z = 0.36 * top_w, face(0.8) + 0.012 * w
        y = foot + 0.84 * h
        d.add(
            "charm",
            union(
                cylinder(0.022 * w, 0.13 * w, 0.014 * w, sides=10).move(x, y - 0.12 * w, z + 0.01 * w),
                sphere(0.022 * w).move(x, y - 0.05 * w, z + 0.006 * w),
            ),
            "charm",
            group="charm",
        )
        d.add(
            "charm_ring",
            union(
                sweep([(x, y - 0.05 * w, z + 0.006 * w), (x, y + 0.02 * w, z - 0.012 * w)], 0.006 * w),
                sphere(0.014 * w).move(x, y + 0.02 * w, z - 0.012 * w),
            ),
            "metal",
            group="charm",
        )
    d.point("top", (0, foot + h, 0), size=top_n)
    d.point("grip", (0, foot + h + (rise if v.handles != "none" else 0), 0), size=0.045 * w)
    return d
