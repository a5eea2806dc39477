"""Boat hulls, open and decked, and what stands on them."""

from __future__ import annotations

from maquette.shapes.api import box, sweep
from maquette.shapes.node import Node
from maquette.shapes.sub.hulls import along_z


def hull_ring(
    half: float, keel: float, top: float, tumble: float = 0.9, grow: float = 0.0
) -> list[tuple[float, float]]:
    """A section: flat deck at `top`, round bilge, keel below; `tumble` is the width at the water line relative to the deck's."""
    h = top - keel
    side = [
        (1.0, 1.0),
        (tumble + (1 - tumble) * 0.7, 0.75),
        (tumble, 0.45),
        (0.68 * tumble, 0.16),
        (0.3 * tumble, 0.03),
    ]
    right = [(half * x + grow * min(1, 4 * x), keel + h * y - (grow if y < 0.5 else 0)) for x, y in side]
    return right[::-1] + [(-x, y) for x, y in right]


def boat_hull(
    length: float,
    beam: float,
    depth: float,
    *,
    sheer: float = 0.15,
    transom: float = 0.6,
    wall: float = 0.0,
    rise: float = 0.0,
) -> Node:
    """Bow at +Z, keel at y = 0; `sheer` is how much higher the bow ends are (share of the depth), `transom` the
    width of the stern; `wall` hollows it.
    """

    def skin(inset: float) -> Node:
        rings = []
        for t, wide, up, keel in (
            (-0.5, transom, 1 + sheer * 0.8, 0.12 + rise),
            (-0.3, 0.5 + 0.5 * transom if transom > 0.3 else 0.72, 1 + 0.25 * sheer, 0.02),
            (-0.05, 1.0, 1.0, 0.0),
            (0.2, 0.94, 1 + 0.2 * sheer, 0.0),
            (0.38, 0.6, 1 + 0.75 * sheer, 0.06),
            (0.47, 0.24, 1 + 1.2 * sheer, 0.22),
            (0.5, 0.05, 1 + 1.4 * sheer, 0.45),
        ):
            half = max(0.5 * beam * wide - inset, 0.02 * beam)
            rings.append(
                (
                    hull_ring(half, depth * keel + inset, depth * up + (0.3 * depth if inset else 0)),
                    t * (length - 2.2 * inset),
                )
            )
        return along_z(rings)

    return skin(0.0) - skin(wall) if wall else skin(0.0)


def rail(length: float, beam: float, depth: float, radius: float, *, sheer: float = 0.15, transom: float = 0.6) -> Node:
    """A rub rail that follows the edge of `boat_hull`, both sides."""
    mid = 0.5 + 0.5 * transom if transom > 0.3 else 0.72
    points = [
        (0.5 * beam * wide, depth * up, t * length)
        for t, wide, up in (
            (-0.5, transom, 1 + sheer * 0.8),
            (-0.3, mid, 1 + 0.25 * sheer),
            (-0.05, 1.0, 1.0),
            (0.2, 0.94, 1 + 0.2 * sheer),
            (0.38, 0.6, 1 + 0.75 * sheer),
            (0.47, 0.24, 1 + 1.2 * sheer),
            (0.5, 0.03, 1 + 1.4 * sheer),
        )
    ]
    return sweep(points, radius, sides=8, round_ends=True).mirrored()


def sail(width: float, height: float, thickness: float, belly: float = 40.0, foot: float = 1.0) -> Node:
    """A square sail hanging in the XY plane from y = height to 0, bellied toward +Z."""
    flat = box(width, height, thickness).move(y=height / 2)
    curved = flat.bent(-belly, "y", "z").rotate(x=belly / 2)
    return curved.tapered(1.0 / foot, 1.0) if foot != 1.0 else curved
