"""Pot: a cooking pot with two grips or a long handle; or a cauldron on three feet."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, lathe, sphere, sweep, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.family import Choice, Flag, Real, Values, Whole, family
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod
from maquette.shapes.sub.vessels import Vessel


@family(
    "pot",
    "household",
    nouns={
        "cooking pot": {},
        "saucepan": {"handles": "one"},
        "stockpot": {"depth": 1.7},
        "stew pot": {},
        "casserole": {"depth": 0.85},
        "dutch oven": {"lid": True},
        "cauldron": {"kind": "cauldron"},
        "witch's cauldron": {"kind": "cauldron", "content": True},
    },
    parameters=(
        Choice("kind", ("pot", "cauldron")),
        Real("radius", 0.12, 0.08, 0.17),
        Real("depth", 1.15, 0.75, 1.7, unit="", about="height as a share of the radius"),
        Choice("handles", ("two", "one")),
        Flag("lid", 0.45),
        Flag("content", 0.6),
        Real("thickness", 0.005, 0.004, 0.008),
        Real("handle_length", 0.18, 0.14, 0.22),
        Whole("bands", 1, 0, 2),
        Choice("knob", ("ball", "disc", "loop")),
        Flag("bubbles", 0.5),
    ),
    slots={
        "body": ("paint:#b8342a", "steel", "copper", "paint:#2f5f78", "cast iron"),
        "handle": ("steel", "plastic:#22252a", "brass", "walnut"),
        "content": ("paint:#c8642a", "paint:#8fae3a", "slime", "glow:#60e060"),
        "band": ("steel", "copper", "brass"),
    },
    words={
        "lid": {"lid": True},
        "soup": {"content": True, "lid": False},
        "handles": {"handles": "two"},
        "handle": {"handles": "one"},
        "bubbles": {"bubbles": True, "content": True},
    },
    paints={"lid": "body", "soup": "content", "brew": "content", "handles": "handle", "knob": "handle"},
    height=(0.05, 0.75),
)
def pot(v: Values) -> Draft:
    """A cooking pot with two grips or a long handle; or a cauldron on three feet."""
    r = v.radius * (1.9 if v.kind == "cauldron" else 1.0)
    wall = v.thickness * (1.8 if v.kind == "cauldron" else 1.0)
    if v.kind == "cauldron":
        h, lift = 1.45 * r, 0.16 * r
        d = Draft(extent=2.3 * r)
        body = Vessel.of(
            [
                (0.45 * r, lift),
                (0.85 * r, lift + 0.22 * h),
                (r, lift + 0.5 * h),
                (0.85 * r, lift + 0.8 * h),
                (0.76 * r, lift + 0.88 * h),
                (0.88 * r, lift + h),
            ],
            wall,
            floor=lift + 2 * wall,
        )
        d.add("body", body.solid(), "body")
        feet = [
            sweep(
                [
                    (0.5 * r * c, lift + 0.25 * h, 0.5 * r * s),
                    (0.62 * r * c, lift, 0.62 * r * s),
                    (0.66 * r * c, 0.02, 0.66 * r * s),
                ],
                [0.13 * r, 0.1 * r, 0.075 * r],
                round_ends=False,
            )
            - body.hollow()
            for c, s in ((math.cos(a), math.sin(a)) for a in (1.57, 3.67, 5.76))
        ]
        d.add("feet", union(*feet), "body")
        d.add(
            "feet_tips",
            union(
                *(
                    sphere(0.085 * r, 0.06 * r, 0.085 * r).move(
                        0.665 * r * math.cos(a), 0.058 * r, 0.665 * r * math.sin(a)
                    )
                    for a in (1.57, 3.67, 5.76)
                )
            ),
            "body",
        )
        d.add("rim", torus(0.88 * r - 0.5 * wall, 1.1 * wall).move(y=lift + h), "body")
        for name, s in (("ring_left", 1), ("ring_right", -1)):
            y = lift + 0.72 * h
            x = body.radius(y)
            d.add(
                name,
                union(
                    torus(0.14 * r, 0.028 * r).rotate(x=90).rotate(y=90).move(s * (x + 0.055 * r), y - 0.12 * r, 0),
                    sphere(0.06 * r).move(s * x, y, 0),
                ),
                "handle",
                group="handles",
            )
        for i in range(v.bands):
            y = lift + (0.55 - 0.08 * i) * h
            d.add(f"band_{i + 1}", body.band(y, y + 0.03 * h, 0.01 * r), "body", group="bands")
        level = lift + 0.82 * h
        if v.content:
            d.add("content", body.fill(level), "content")
            if v.bubbles:
                spots = (
                    (0.2, 0.1, 0.11),
                    (-0.3, 0.25, 0.08),
                    (0.05, -0.35, 0.09),
                    (-0.15, -0.1, 0.06),
                    (0.4, -0.2, 0.06),
                    (0.3, 0.4, 0.05),
                )
                d.add(
                    "bubbles",
                    union(*(sphere(k * r).move(a * r, level + 0.2 * k * r, b * r) for a, b, k in spots)),
                    "content",
                )
        d.point("top", (0, lift + h, 0), size=1.6 * r)
        return d
    h = r * v.depth
    d = Draft(extent=2 * r + (v.handle_length if v.handles == "one" else 0.08))
    body = Vessel.of([(0.94 * r, 0), (r, 0.06 * r), (r, 0.5 * h), (r, h)], wall, floor=0.01, smooth=False)
    closed = v.lid
    d.add("body", lathe([(float(a), float(y)) for a, y in body.outer]) if closed else body.solid(), "body")
    d.add("rim", torus(r, 0.0042).move(y=h - 0.003), "band")
    for i in range(v.bands):
        d.add(f"band_{i + 1}", body.band((0.05 + 0.12 * i) * h, (0.11 + 0.12 * i) * h, 0.0018), "band", group="bands")
    y = 0.82 * h
    if v.handles == "one":
        grip = sweep(
            [
                (r - 0.5 * wall, y, 0),
                (r + 0.04, y + 0.008, 0),
                (r + 0.5 * v.handle_length, y + 0.02, 0),
                (r + v.handle_length, y + 0.022, 0),
            ],
            profile=[
                (0.011, -0.005),
                (0.011, 0.005),
                (0.006, 0.008),
                (-0.006, 0.008),
                (-0.011, 0.005),
                (-0.011, -0.005),
                (-0.006, -0.008),
                (0.006, -0.008),
            ],
        )
        d.add("handle", grip, "handle")
        d.add(
            "rivets",
            union(
                *(sphere(0.006).move(r + 0.0, y + s * 0.01, 0) for s in (1, -1)),
                box(0.02, 0.035, 0.03, 0.004).move(r + 0.002, y, 0),
            ),
            "band",
        )
        d.point("grip", (r + 0.6 * v.handle_length, y + 0.02, 0), up=(1, 0, 0), size=0.022)
    else:
        for name, s in (("handle_left", 1), ("handle_right", -1)):
            near = math.sqrt(r * r - 0.035**2) - 0.5 * wall
            d.add(
                name,
                rod(
                    (s * near, y, 0.035),
                    (s * (r + 0.028), y + 0.004, 0.03),
                    (s * (r + 0.036), y + 0.006, 0),
                    (s * (r + 0.028), y + 0.004, -0.03),
                    (s * near, y, -0.035),
                    radius=0.0065,
                ),
                "handle",
                group="handles",
            )
    top = h
    if v.lid:
        top = h + 0.16 * r
        d.add(
            "lid",
            lathe(
                [
                    (0.97 * r, h - 0.01),
                    (1.03 * r, h),
                    (1.03 * r, h + 0.006),
                    (0.8 * r, h + 0.07 * r),
                    (0.3 * r, top - 0.01 * r),
                    (0, top),
                ]
            ),
            "body",
        )
        knob: Node = {
            "ball": union(cylinder(0.006, 0.02).move(y=0.006), sphere(0.015).move(y=0.024)),
            "disc": union(cylinder(0.008, 0.02).move(y=0.006), cylinder(0.022, 0.014, bevel=0.004).move(y=0.02)),
            "loop": torus(0.018, 0.006).rotate(x=90).move(y=0.012),
        }[v.knob]
        d.add("knob", knob.move(y=top - 0.002), "handle")
        top += 0.03
    elif v.content:
        d.add("content", body.fill(0.8 * h), "content")
        if v.bubbles:
            d.add(
                "bits",
                union(
                    *(
                        sphere(0.1 * r, 0.05 * r, 0.08 * r).move(
                            0.55 * r * math.cos(a * 2.4) * (0.3 + 0.14 * a),
                            0.8 * h,
                            0.55 * r * math.sin(a * 2.4) * (0.3 + 0.14 * a),
                        )
                        for a in range(6)
                    )
                ),
                "band",
            )
    d.point("top", (0, top, 0), size=2 * r)
    return d
