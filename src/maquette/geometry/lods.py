"""Levels of detail: ever fewer triangles of one surface, over one UV layout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from maquette.errors import MeshError
from maquette.geometry.hard_edges import carried
from maquette.geometry.mesh import Mesh
from maquette.geometry.seam_simplify import simplify_in_steps
from maquette.geometry.simplify import simplify


def lod_chain(mesh: Mesh, ratios: Sequence[float]) -> list[Mesh]:
    """One mesh of triangles for each ratio, each with that share of the triangles of `mesh` (2 for a quad), within 2 % where possible.

    With UVs the levels keep them (`simplify_with_seams`), so the textures of `mesh` fit all of them. A layout of many charts sets a floor;
    compare the number of faces. Without UVs each level is a plain `simplify`. Levels are always triangles: quads of a coarser mesh would
    need a remeshing, and with it new UVs.

    Args:
        ratios: falling, each above 0 and below 1.

    Raises:
        MeshError: the mesh is empty or broken, the ratios do not fall, or the topology needs more faces than a ratio leaves.
    """
    if any(not 0 < r < 1 for r in ratios) or any(b >= a for a, b in pairwise(ratios)):
        raise MeshError("lod_chain: ratios must fall from fine to coarse between 1 and 0, such as 0.5, 0.25, 0.1.")
    if not ratios:
        return []
    targets = [max(4, round(r * len(mesh.faces))) for r in ratios]
    if mesh.uv is None:
        source = Mesh(mesh.vertices, mesh.faces)
        return [carried(mesh, simplify(source, t)) for t in targets]
    return [carried(mesh, level) for level in simplify_in_steps(mesh, targets)]
