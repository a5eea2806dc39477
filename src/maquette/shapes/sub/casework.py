"""Boxes of boards: what wardrobes, dressers, cabinets, desks and shelves are made of."""

from __future__ import annotations

from maquette.shapes.api import box, difference, union
from maquette.shapes.draft import Draft
from maquette.shapes.node import Node
from maquette.shapes.sub.furniture_legs import corner_legs
from maquette.shapes.sub.pulls import add_door, add_drawer

FEET = ("plinth", "tapered", "bun", "square")


def open_case(width: float, height: float, depth: float, board: float) -> Node:
    """A box of boards that is open to the front (+Z), from y = 0; its back is a board too."""
    inside = box(width - 2 * board, height - 2 * board, depth).move(y=height / 2, z=0.7 * board)
    return difference(box(width, height, depth, 0.2 * board, 1).move(y=height / 2), inside)


def add_feet(d: Draft, kind: str, height: float, width: float, depth: float, slot: str) -> float:
    """Feet or a plinth below a case; the height at which the case begins."""
    if kind == "plinth":
        low = max(0.05, 0.6 * height)
        d.add("plinth", box(width - 0.03, low + 0.01, depth - 0.05, 0.004, 1).move(y=(low + 0.01) / 2, z=-0.01), slot)
        return low
    corner_legs(
        d,
        kind,
        height + 0.012,
        0.03 if kind == "bun" else 0.022,
        width / 2 - 0.05,
        depth / 2 - 0.05,
        slot,
        splay=0.02 if kind == "tapered" else 0.0,
    )
    return height


def add_cornice(d: Draft, y: float, width: float, depth: float, slot: str, tall: float = 0.05) -> float:
    """A moulding on top of a case, its underside sunk in; returns the height of its top."""
    steps = [(0.03, 0.35), (0.055, 0.35), (0.03, 0.3)]
    solids, at = [], y - 0.008
    for out, share in steps:
        high = share * tall + 0.008
        solids.append(box(width + out, high + 0.004, depth + out / 2, 0.005, 1).move(y=at + high / 2, z=out / 4))
        at += high - 0.002
    d.add("cornice", union(*solids), slot)
    return at


def add_fronts(
    d: Draft,
    *,
    width: float,
    low: float,
    high: float,
    z: float,
    doors: int,
    drawers: int,
    columns: int,
    style: str,
    kind: str,
    prefix: str = "",
    x: float = 0.0,
    top_share: float = 0.0,
    size: float = 0.045,
    slot: str = "front",
) -> None:
    """Doors and below them drawers, on the front at depth `z`, between the heights `low` and `high`.

    Args:
        columns: of drawers.
        top_share: share of the height that the doors take; 0 where there are none, 1 where there are no drawers.
    """
    gap = 0.006
    cut = high - (high - low) * (top_share if doors else 0.0)
    if doors and top_share > 0:
        wide, tall = width / doors, high - cut
        for i in range(doors):
            side = 1 if i % 2 == 0 and doors > 1 else -1
            at = (x + (i - (doors - 1) / 2) * wide, cut + tall / 2, z)
            add_door(
                d,
                f"{prefix}door_{i + 1}" if doors > 1 else f"{prefix}door",
                at,
                wide - gap,
                tall - gap,
                style=style,
                kind=kind,
                side=side,
                size=size,
                slot=slot,
            )
    if drawers and top_share < 1:
        tall, wide = (cut - low) / drawers, width / columns
        for row in range(drawers):
            for c in range(columns):
                at = (x + (c - (columns - 1) / 2) * wide, cut - (row + 0.5) * tall, z)
                name = f"{prefix}drawer_{row * columns + c + 1}"
                pulls = 2 if wide > 0.6 and kind != "bar" else 1
                add_drawer(
                    d,
                    name,
                    at,
                    wide - gap,
                    tall - gap,
                    style=style,
                    kind=kind,
                    pulls=pulls,
                    size=min(size, 0.3 * tall),
                    slot=slot,
                )
