"""Backs of chairs and benches: uprights and what is between them."""

from __future__ import annotations

import math

from maquette.shapes.api import box, sweep, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node
from maquette.shapes.sub.cushions import cushion
from maquette.shapes.sub.outlines import bar

BACKS = ("slats", "spindles", "ladder", "panel", "splat", "hoop")


def add_back(
    d: Draft,
    kind: str,
    *,
    width: float,
    low: float,
    high: float,
    z: float,
    rake: float,
    thick: float,
    slats: int,
    frame: str = "frame",
    panel: str = "frame",
    pad: str | None = None,
) -> None:
    """Adds a back that rises from `low` to `high` at depth `z`, leaning back by `rake` degrees; parts "back_…".

    Args:
        width: over both uprights.
        pad: slot of an upholstered pad in front of it, or None.
    """
    h, lean = high - low, -rake
    half = width / 2 - thick / 2

    def put(name: str, solid: Node, slot: str) -> None:
        d.add(name, solid.rotate(x=lean).move(y=low, z=z), slot, group="back")

    if kind == "hoop":
        turns = [math.pi * i / 10 for i in range(11)]
        loop = [
            (-half, -0.04, 0),
            *((-half * 1.04 * math.cos(t), h * (0.45 + 0.53 * math.sin(t)), 0) for t in turns),
            (half, -0.04, 0),
        ]
        put("back_hoop", sweep(loop, 0.5 * thick), frame)
        rails = []
        for i in range(slats + 1):
            x = (i - slats / 2) * 2 * half / (slats + 1.6)
            top = h * (0.45 + 0.53 * math.sqrt(max(0.0, 1 - (x / half / 1.04) ** 2)))
            rails.append(sweep([(0.8 * x, -0.04, 0), (x, top, 0)], [0.28 * thick, 0.22 * thick]))
        put("back_spindles", union(*rails), frame)
        return
    for name, side in (("back_post_left", 1), ("back_post_right", -1)):
        put(name, box(thick, h + 0.04, 0.9 * thick, 0.15 * thick, 1).move(side * half, h / 2 - 0.02), frame)
    rail = max(0.16 * h, 0.05) if kind in ("slats", "spindles", "splat") else 0.09 * h
    inner = 2 * half
    if kind == "ladder":
        for i in range(slats):
            y = h * (0.2 + 0.74 * i / max(slats - 1, 1))
            put(
                f"back_rung_{i + 1}",
                _curved_rail(inner, min(0.11 * h, 0.6 * h / slats), 0.4 * thick).move(y=y - 0.02 * h),
                frame,
            )
        return
    put("back_top", _curved_rail(inner + 0.6 * thick, rail, 0.62 * thick).move(y=h - rail / 2 + 0.1 * rail), frame)
    put("back_rail", box(inner, 0.08 * h, 0.5 * thick, 0.1 * thick, 1).move(y=0.14 * h), frame)
    mid, tall = 0.5 * (0.14 * h + h - rail), h - rail - 0.1 * h
    if kind == "panel":
        put("back_panel", box(inner, tall, 0.35 * thick).move(y=mid), panel)
    elif kind == "splat":
        put("back_splat", _splat(0.34 * inner, tall, 0.3 * thick).move(y=mid), panel)
    else:
        count = slats + (2 if kind == "spindles" else 0)
        wide = 0.62 * inner / count
        bars = []
        for i in range(count):
            x = (i - (count - 1) / 2) * inner / (count + 0.35)
            one = (
                sweep(
                    [(x, mid - tall / 2, 0), (x, mid, 0), (x, mid + tall / 2, 0)],
                    [0.2 * thick, 0.32 * thick, 0.2 * thick],
                )
                if kind == "spindles"
                else box(min(wide, 0.09), tall, 0.32 * thick, 0.06 * thick, 1).move(x, mid)
            )
            bars.append(one)
        put("back_" + kind, union(*bars), panel)
    if pad is not None:
        put("back_pad", cushion(inner - 0.2 * thick, 0.05, tall, 0.05).rotate(x=90).move(y=mid, z=0.035), pad)


def _curved_rail(width: float, height: float, thick: float) -> Node:
    """A rail that curves a little to the back in its middle."""
    dip = -0.06 * width
    path = [
        (-width / 2, 0.0, 0.0),
        (-0.25 * width, 0.0, 0.75 * dip),
        (0.0, 0.0, dip),
        (0.25 * width, 0.0, 0.75 * dip),
        (width / 2, 0.0, 0.0),
    ]
    t, h = thick / 2, height / 2
    return sweep(
        path,
        profile=[
            (t, -0.85 * h),
            (t, 0.85 * h),
            (0.6 * t, h),
            (-0.6 * t, h),
            (-t, 0.85 * h),
            (-t, -0.85 * h),
            (-0.6 * t, -h),
            (0.6 * t, -h),
        ],
    )


def _splat(width: float, height: float, thick: float) -> Node:
    """The vase-shaped board of old chairs."""
    from maquette.shapes.api import extrude

    shape = ((1.0, -0.5), (0.8, -0.4), (0.5, -0.22), (0.62, 0.0), (1.0, 0.2), (0.95, 0.34), (0.6, 0.44), (0.75, 0.5))
    right = [(0.5 * width * x, height * y) for x, y in shape]
    return extrude([*right, *((-x, y) for x, y in reversed(right))], thick, bevel=0.2 * thick)


def add_arm(
    d: Draft,
    name: str,
    x: float,
    *,
    y: float,
    seat: float,
    front: float,
    back: float,
    thick: float,
    slot: str,
    curved: bool = False,
) -> None:
    """An armrest along z at `x`, `y` high, with a post from the seat near its front."""
    if curved:
        top = sweep(
            [
                (x, y, back),
                (x * 1.04, y, 0.5 * (front + back)),
                (x * 1.06, y - 0.01, front - 0.02),
                (x * 1.06, y - 0.045, front + 0.015),
            ],
            profile=[
                (0.7 * thick, -0.3 * thick),
                (0.8 * thick, 0.1 * thick),
                (0.5 * thick, 0.35 * thick),
                (-0.5 * thick, 0.35 * thick),
                (-0.8 * thick, 0.1 * thick),
                (-0.7 * thick, -0.3 * thick),
            ],
        )
    else:
        top = box(1.5 * thick, 0.7 * thick, front - back + 0.02, 0.2 * thick, 2).move(x, y, 0.5 * (front + back) + 0.01)
    post = bar((x * (1.04 if curved else 1), y, front - 0.06), (x * 0.97, seat - 0.02, front - 0.08), 0.8 * thick)
    d.add(name, union(top, post), slot, group="armrests")
