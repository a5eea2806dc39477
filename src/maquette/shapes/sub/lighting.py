"""Lampshades, bulbs and what holds them."""

from __future__ import annotations

import math

from maquette.shapes.api import box, cylinder, difference, lathe, sphere, torus, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node
from maquette.shapes.sub.outlines import rod

SHADES = ("empire", "drum", "bell", "dome", "globe", "pleated")


def shade(kind: str, radius: float, height: float) -> Node:
    """A shade from y = 0 (its lower rim, or the lowest point of a globe) to `height`, open where shades are; `radius` at its widest."""
    r, h, t = radius, height, 0.035 * radius
    if kind == "globe":
        return sphere(r, h / 2, r).move(y=h / 2)
    top = {"empire": 0.58, "drum": 0.94, "bell": 0.4, "dome": 0.22, "pleated": 0.6}[kind] * r
    if kind in ("bell", "dome"):
        mid = (
            [(0.72 * r, 0.35 * h), (0.5 * r, 0.72 * h)]
            if kind == "bell"
            else [(0.94 * r, 0.35 * h), (0.66 * r, 0.78 * h)]
        )
        out, inn = [(r, 0.0), *mid, (top, h)], [(r - t, 0.0), *((a - t, b - 0.3 * t) for a, b in mid), (top - t, h)]
        return difference(
            lathe([(0, 0), *out, (0, h)]), lathe([(0, -t), (inn[0][0], -t), *inn, (inn[-1][0], h + t), (0, h + t)])
        )
    sides = 20 if kind == "pleated" else None
    body = difference(
        lathe([(r, 0), (top, h)], sides=sides), lathe([(r - t, -0.001), (top - t, h + 0.001)], sides=sides)
    )
    rims = [torus(r - 0.4 * t, 0.8 * t), torus(top - 0.4 * t, 0.8 * t).move(y=h)]
    return union(body, *rims) if kind != "pleated" else body


def add_shade(
    d: Draft,
    name: str,
    kind: str,
    radius: float,
    height: float,
    at: tuple[float, float, float],
    *,
    slot: str = "shade",
    metal: str = "frame",
    bulb: str = "light",
    below: bool = False,
) -> None:
    """A shade with its bulb and the spider that carries it. `at`: the middle of its lower rim. `below`: the stem comes from above."""
    x, y, z = at
    if kind == "globe":
        d.add(name, shade(kind, radius, height).move(x, y, z), bulb if slot == "shade" else slot, group=name)
        return
    d.add(name, shade(kind, radius, height).move(x, y, z), slot, group=name)
    top = {"empire": 0.58, "drum": 0.94, "bell": 0.4, "dome": 0.22, "pleated": 0.6}[kind] * radius
    t = 0.05 * radius
    ring = (0.43 * radius if kind == "bell" else top + 0.07 * (radius - top)) - 0.017 * radius
    if kind == "dome":
        d.add(
            f"{name}_cap",
            cylinder(1.06 * top, 0.12 * height, top=0.6 * top, bevel=0.01 * radius).move(x, y + 1.02 * height, z),
            metal,
            group=name,
        )
    else:
        spider = [
            rod((0, 0, 0), (ring * math.cos(a), 0, ring * math.sin(a)), radius=0.4 * t)
            for a in (0.3, 0.3 + 2.094, 0.3 + 4.189)
        ]
        d.add(
            f"{name}_spider",
            union(cylinder(1.4 * t, 1.6 * t), *spider).move(x, y + 0.93 * height, z),
            metal,
            group=name,
        )
    r = min(0.26 * radius, 0.28 * height)
    glow = union(
        sphere(r).move(y=0.45 * height),
        cylinder(0.6 * r, 0.3 * height, top=0.5 * r).move(
            y=0.45 * height + (0.15 * height if below or kind == "dome" else -0.15 * height)
        ),
    )
    d.add(f"{name}_bulb", glow.move(x, y, z), bulb, group=name)
    low, high = (0.5, 1.0) if below else (0.0, 1.0) if kind == "dome" else (0.05, 0.95)
    d.add(
        f"{name}_socket",
        cylinder(0.5 * t if not below else 1.1 * t, (high - low) * height).move(x, y + (low + high) / 2 * height, z),
        metal,
        group=name,
    )


def wax_candle(radius: float, height: float, drips: int = 5) -> Node:
    """The wax of a candle from y = 0, with drips down its side."""
    parts: list[Node] = [cylinder(radius, height, bevel=0.12 * radius).move(y=height / 2)]
    for i in range(drips):
        a, long = 2.4 * i, height * (0.12 + 0.2 * ((i * 7) % 5) / 5)
        parts.append(
            sphere(0.24 * radius, long / 2, 0.24 * radius).move(
                0.93 * radius * math.cos(a), height - long / 2 - 0.05 * radius, 0.93 * radius * math.sin(a)
            )
        )
    return union(*parts)


def flame(size: float) -> Node:
    """A flame, its foot at y = 0, about `size` high."""
    s = size
    return lathe(
        [(0.0, 0.0), (0.14 * s, 0.08 * s), (0.2 * s, 0.26 * s), (0.14 * s, 0.55 * s), (0.05 * s, 0.85 * s), (0.0, s)],
        smooth=True,
    )


def add_candle(
    d: Draft,
    name: str,
    at: tuple[float, float, float],
    radius: float,
    height: float,
    *,
    lit: bool = True,
    wax: str = "wax",
    drips: int = 5,
) -> None:
    """A candle with wick and, where `lit`, a flame. `at`: the middle of its foot."""
    x, y, z = at
    d.add(name, wax_candle(radius, height, drips).move(x, y, z), wax, group="candles")
    d.add(
        f"{name}_wick",
        cylinder(0.09 * radius, 0.5 * radius).move(x, y + height + 0.2 * radius, z),
        "wick",
        group="candles",
    )
    if lit:
        d.add(f"{name}_flame", flame(2.6 * radius).move(x, y + height + 0.25 * radius, z), "flame", group="flames")


def cage(radius: float, height: float, bars: int, thick: float) -> Node:
    """Upright bars around a lantern, with a ring at half height, from y = 0."""
    posts = cylinder(thick, height).move(radius, height / 2, 0).around(bars)
    return union(posts, torus(radius, 0.9 * thick).move(y=height / 2))


def pane_box(width: float, height: float, thick: float) -> Node:
    """Four posts and four panes' rims of a square lantern, from y = 0."""
    outer = box(width, height, width, 0.2 * thick, 1)
    cut = width - 2 * thick
    return difference(outer, box(cut, height - 2 * thick, 2 * width), box(2 * width, height - 2 * thick, cut)).move(
        y=height / 2
    )
