"""Approximate convex decomposition by planes: the piece that is farthest from convex is cut where its halves are most convex.

What `hulls` uses where CoACD is not installed: booleans and hulls of manifold3d, a second for an asset. The measure is volume that the
hulls hold and the solid does not, as in V-HACD (Mamou and Ghorbel 2009), not CoACD's distance, so thin handles may stay closed.
"""

from __future__ import annotations

from itertools import combinations

import manifold3d
import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

ENOUGH = 0.02
"""Pieces are cut until their hulls hold this share more than the solid's own volume."""

POSITIONS = 9
"""Planes tried across each axis of a piece."""

TIGHT = 0.004
"""Two pieces are joined again if their common hull adds less than this share of the solid's volume."""


def split_convex(solid: manifold3d.Manifold, most: int) -> list[Doubles]:
    """Points `(k, 3)` of at most `most` convex parts that together hold the solid, the largest first."""
    whole = abs(solid.volume())
    pieces = [_Piece(part) for part in solid.decompose()]
    # A few more than wanted: joining the wrong cuts afterwards gives better parts than stopping short.
    while len(pieces) < most + most // 2 + 2:
        pieces.sort(key=lambda p: p.excess)
        if sum(p.excess for p in pieces) < ENOUGH * whole or pieces[-1].excess < 1e-3 * whole:
            break
        parts = pieces[-1].split()
        if len(parts) < 2:
            pieces[-1].excess = 0.0
            continue
        pieces[-1:] = parts
    return _joined([(p.hull, p.volume) for p in pieces], most, TIGHT * whole)


class _Piece:
    def __init__(self, solid: manifold3d.Manifold) -> None:
        self.solid = solid
        self.hull = solid.hull()
        self.volume = abs(solid.volume())
        self.excess = max(self.hull.volume() - self.volume, 0.0)

    def split(self) -> list[_Piece]:
        """Its parts on both sides of the best plane; [] if none divides it."""
        points = np.asarray(self.solid.to_mesh().vert_properties, np.float64)[:, :3]
        centred = points - points.mean(axis=0)
        _, own = np.linalg.eigh(centred.T @ centred)
        best, found = self.hull.volume() * 0.9999, None
        for normal in (*np.eye(3), *own.T):
            along = points @ normal
            for at in np.linspace(along.min(), along.max(), POSITIONS + 2)[1:-1]:
                halves = self.solid.split_by_plane(tuple(normal), float(at))
                if any(h.is_empty() for h in halves):
                    continue
                volume = sum(h.hull().volume() for h in halves)
                if volume < best:
                    best, found = volume, halves
        if found is None:
            return []
        return [_Piece(part) for half in found for part in half.decompose() if abs(part.volume()) > 0]


def _joined(parts: list[tuple[manifold3d.Manifold, float]], most: int, tight: float) -> list[Doubles]:
    """Hulls joined in pairs, the pair that adds least first, until there are few enough and any further one would add much."""
    hulls = {i: hull for i, (hull, _) in enumerate(parts)}
    volume: dict[int, float] = {i: float(hull.volume()) for i, hull in hulls.items()}

    def together(i: int, j: int) -> float:
        hull = manifold3d.Manifold.batch_hull([hulls[i], hulls[j]])
        return float(hull.volume()) - volume[i] - volume[j]

    added = {pair: together(*pair) for pair in combinations(hulls, 2)}
    following = len(hulls)
    while added:
        pair = min(added, key=lambda p: (added[p], p))
        if len(hulls) <= most and added[pair] > tight:
            break
        i, j = pair
        joined = manifold3d.Manifold.batch_hull([hulls.pop(i), hulls.pop(j)])
        added = {p: a for p, a in added.items() if i not in p and j not in p}
        hulls[following], volume[following] = joined, float(joined.volume())
        added |= {(k, following): together(k, following) for k in list(hulls)[:-1]}
        following += 1
    order = sorted(hulls, key=lambda i: (-volume[i], i))
    return [np.asarray(hulls[i].to_mesh().vert_properties, np.float64)[:, :3] for i in order]
