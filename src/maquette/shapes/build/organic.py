"""Bones melted together: a smooth minimum of the distances to round cones, and its isosurface."""

from __future__ import annotations

import manifold3d as m3
import numpy as np
from numpy.typing import NDArray

from maquette.geometry.isosurface import isosurface
from maquette.shapes import primitives as p
from maquette.shapes.build.workshop import Workshop, builds, manifold_of, thinned

Floats = NDArray[np.float32]


@builds(p.Organic)
def organic(shop: Workshop, node: p.Organic) -> m3.Manifold:
    """Grid of `cells` along the longest side; its surface is thinned to a fraction of a cell."""
    ends = np.array([(*q.a, q.ra) for q in node.bones] + [(*q.b, q.rb) for q in node.bones], np.float64)
    lower, upper = (
        (ends[:, :3] - ends[:, 3:]).min(0) - 0.5 * node.blend,
        (ends[:, :3] + ends[:, 3:]).max(0) + 0.5 * node.blend,
    )
    cells = max(16, int(node.cells * min(shop.fineness, 1.25) * (0.45 if shop.facets is not None else 1)))
    cell = float((upper - lower).max()) / cells
    lower, upper = lower - cell, upper + cell
    counts = np.maximum(4, np.ceil((upper - lower) / cell).astype(int) + 1)
    upper = lower + (counts - 1) * cell
    axes = [np.linspace(lower[i], upper[i], counts[i], dtype=np.float32) for i in range(3)]
    field = _melted(axes, node.bones, node.blend, cell)
    if node.minus:
        blend = max(node.blend, cell)
        hollow = _melted(axes, node.minus, node.blend, cell)
        h = np.clip(0.5 - 0.5 * (field + hollow) / blend, 0, 1).astype(np.float32)
        field = field + (-hollow - field) * h + blend * h * (1 - h)
    shop.check()
    mesh = isosurface(field, lower, upper)
    solid = manifold_of(mesh.vertices, mesh.faces)
    return thinned(solid, (0.04 if shop.facets is None else 0.25) * cell)


def _melted(axes: list[Floats], bones: tuple[p.Bone, ...], blend: float, cell: float) -> Floats:
    """Polynomial smooth minimum (Quilez) over bones; each is evaluated only where it can matter."""
    shape = tuple(len(a) for a in axes)
    far = np.float32(6 * cell + 2 * blend)
    field = np.full(shape, far, np.float32)
    k = np.float32(max(blend, 1e-6))
    for bone in bones:
        reach = max(bone.ra, bone.rb) + float(far)
        low, high = np.minimum(bone.a, bone.b) - reach, np.maximum(bone.a, bone.b) + reach
        box = tuple(
            slice(int(np.searchsorted(a, low[i])), int(np.searchsorted(a, high[i]))) for i, a in enumerate(axes)
        )
        if any(s.stop <= s.start for s in box):
            continue
        x, y, z = (a[s] for a, s in zip(axes, box, strict=True))
        d = round_cone(x, y, z, bone)
        old = field[box]
        h = np.clip(0.5 + 0.5 * (d - old) / k, 0, 1)
        field[box] = d + (old - d) * h - k * h * (1 - h)
    return field


def round_cone(x: Floats, y: Floats, z: Floats, bone: p.Bone) -> Floats:
    """`(nx, ny, nz)` distance to a bone, exact for equal radii and very near for others."""
    a, b = np.array(bone.a, np.float32), np.array(bone.b, np.float32)
    ab = b - a
    length = float(ab @ ab)
    px, py, pz = (x - a[0])[:, None, None], (y - a[1])[None, :, None], (z - a[2])[None, None, :]
    if length < 1e-12:
        return np.asarray(np.sqrt(px * px + py * py + pz * pz) - np.float32(max(bone.ra, bone.rb)), np.float32)
    t = np.clip((px * ab[0] + py * ab[1] + pz * ab[2]) / np.float32(length), 0, 1)
    dx, dy, dz = px - t * ab[0], py - t * ab[1], pz - t * ab[2]
    return np.asarray(np.sqrt(dx * dx + dy * dy + dz * dz) - (bone.ra + (bone.rb - bone.ra) * t), np.float32)
