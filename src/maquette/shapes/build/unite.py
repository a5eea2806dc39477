"""The union of all parts as one clean solid: no hidden cavities, no crumbs, and small gaps bridged by pegs."""

from __future__ import annotations

import manifold3d as m3
import numpy as np
from numpy.typing import NDArray

from maquette.geometry.closest import ClosestPoints
from maquette.geometry.mesh import Mesh
from maquette.shapes.build.workshop import Workshop

CRUMB = 1e-7
"""Share of the extent cubed below which a piece is dust of the booleans."""
GAP = 0.08
"""Share of the extent up to which a loose piece gets a peg; what is farther away was meant to be apart, or is a mistake to be told."""
PEG = 0.006
"""Radius of a peg, as a share of the extent."""
MAX_PEGS = 24
SAMPLES = 4000
"""Of a surface, by which the nearest points are sought."""


def united(shop: Workshop, solids: list[m3.Manifold], *, floats: bool) -> tuple[m3.Manifold, list[m3.Manifold]]:
    """The union, and the parts with their pegs.

    Args:
        solids: originals (`as_original`), so that faces of the union name theirs.
        floats: loose pieces stay loose.
    """
    fused = _clean(shop.boolean(solids), shop.extent)
    if floats:
        return fused, solids
    for _ in range(2):
        pieces = fused.decompose()
        if not 1 < len(pieces) <= MAX_PEGS:
            break
        pegged = _pegged(shop, solids, pieces, fused)
        if pegged is None:
            break
        solids = pegged
        fused = _clean(shop.boolean(solids), shop.extent)
    return fused, solids


def _clean(solid: m3.Manifold, extent: float) -> m3.Manifold:
    """Without cavities, which nobody sees, and without crumbs."""
    pieces = solid.decompose()
    kept = [p for p in pieces if p.volume() > CRUMB * extent**3]
    return solid if len(kept) in (0, len(pieces)) else m3.Manifold.compose(kept)


def _pegged(
    shop: Workshop, solids: list[m3.Manifold], pieces: list[m3.Manifold], fused: m3.Manifold
) -> list[m3.Manifold] | None:
    """The parts, with pegs on those that stand apart from the largest piece; None where none is near enough."""
    pieces = sorted(pieces, key=lambda p: -p.volume())
    owners = {s.original_id(): i for i, s in enumerate(solids)}
    out = list(solids)
    found = False
    for k, loose in enumerate(pieces[1:], 1):
        rest = [p for j, p in enumerate(pieces) if j != k and (j < k or j == 0)]
        a, b = _nearest(loose, m3.Manifold.compose(rest) if len(rest) > 1 else rest[0])
        gap = float(np.linalg.norm(b - a))
        if gap > GAP * shop.extent:
            continue
        radius = PEG * shop.extent
        way = (b - a) / gap if gap > 1e-9 else np.array([0.0, 1, 0])
        ends = [m3.Manifold.sphere(radius, 8).translate(tuple(q)) for q in (a - radius * way, b + radius * way)]
        owner = owners.get(int(loose.to_mesh().run_original_id[0]), 0)
        out[owner] = (out[owner] + m3.Manifold.batch_hull(ends)).as_original()
        found = True
    return out if found else None


def _nearest(loose: m3.Manifold, rest: m3.Manifold) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The two points, one of each, that are nearest to each other."""
    one, other = _mesh(loose), _mesh(rest)
    there, _ = ClosestPoints(other, samples=SAMPLES).nearest(one.vertices)
    i = int(np.argmin(np.linalg.norm(there - one.vertices, axis=1)))
    back, _ = ClosestPoints(one, samples=SAMPLES).nearest(there[i : i + 1])
    return back[0], there[i]


def _mesh(solid: m3.Manifold) -> Mesh:
    mesh = solid.to_mesh()
    return Mesh(np.asarray(mesh.vert_properties[:, :3], np.float32), np.asarray(mesh.tri_verts, np.int32))
