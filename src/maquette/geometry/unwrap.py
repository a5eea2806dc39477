"""UV unwrap: charts without overlap or flips, padded for one texture size, quads never cut."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.geometry import topology
from maquette.geometry.charts import MAX_CUTS, cut_charts
from maquette.geometry.clean import extent, validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.unwrap_projection import pack_charts, unwrap_by_projection

log = logging.getLogger(__name__)
FIRST_PAGE = 512
BOTH_WAYS = 3000
"""Below this number of vertices packing takes 0.1 s: charts are packed whole and cut, and are cut only if 3 % more fits."""
UV = tuple[NDArray[np.float32], NDArray[np.int32]]


SLIVER = 0.02
"""Share of the median triangle below which half a quad is a sliver."""


def unwrap(mesh: Mesh, texture_size: int, padding: int = 4) -> Mesh:
    """The same mesh with UVs in [0, 1], origin bottom left; deterministic.

    Tried in this order: uvunwrap, xatlas, projection along the axes (`unwrap_projection`, which needs no compiled package).

    Args:
        mesh: triangles or quads; both halves of a quad stay in one chart.
        texture_size: texels per side of the texture that will be baked.
        padding: least distance between charts and to the border, texels at `texture_size`.

    Raises:
        MeshError: the mesh is empty or broken.
    """
    validate(mesh, "unwrap")
    size = extent(mesh.vertices)
    unit = ((mesh.vertices - mesh.vertices.mean(axis=0, dtype=np.float64)) / size).astype(np.float32)
    methods: tuple[Callable[[NDArray[np.float32], Mesh, int, int], UV | None], ...] = (_uvunwrap, _xatlas)
    for method in methods:
        found = method(unit, mesh, texture_size, padding)
        if found is not None:
            found = _whole_slivers(mesh, *found)
        if found is not None and _sound(mesh, *found):
            return replace(mesh, uv=found[0], face_uv=found[1])
    log.warning("unwrap: no unwrapping package took this mesh; charts are axis projections")
    uv, face_uv = unwrap_by_projection(mesh, texture_size, padding)
    return replace(mesh, uv=uv, face_uv=face_uv)


def polygon_ids(mesh: Mesh) -> NDArray[np.uint32]:
    """`(m,)` the polygon of each triangle: two triangles of a quad share one."""
    q = len(mesh.quads) if mesh.quads is not None else 0
    return np.concatenate([np.repeat(np.arange(q), 2), np.arange(q, len(mesh.faces) - q)]).astype(np.uint32)


def _uvunwrap(unit: NDArray[np.float32], mesh: Mesh, size: int, padding: int) -> UV | None:
    """Charts of uvunwrap, cut into shapes that pack well (`charts`), packed by uvunwrap."""
    try:
        import uvunwrap
    except ImportError:
        return None
    polygon = polygon_ids(mesh)
    given = uvunwrap.Mesh(unit, mesh.faces.astype(np.uint32).ravel(), polygons=polygon)
    try:
        # Where the charts lie does not matter yet; a small page is the quickest.
        atlas = uvunwrap.generate([given], page_size=FIRST_PAGE, padding=0, packing="fast")
        if atlas.page_count != 1:
            return None
        first = _arrays(atlas)
        step, around, margin = packing_grid(size, padding)
        packed = []
        for most in (0, MAX_CUTS) if len(unit) < BOTH_WAYS else (MAX_CUTS,):
            flat, faces = cut_charts(*first, polygon, most)
            points = np.empty((len(flat), 3), np.float32)
            points[faces.ravel()] = unit[mesh.faces.ravel()]
            given = uvunwrap.Mesh(
                points, faces.astype(np.uint32).ravel(), polygons=polygon, existing_uvs=flat.astype(np.float32).ravel()
            )
            packed.append(uvunwrap.generate([given], page_size=(size - 2 * margin) // step, padding=around))
        atlas = packed[-1] if packed[-1].utilization > 1.03 * packed[0].utilization else packed[0]
    except (uvunwrap.UnwrapError, ValueError) as error:
        log.info("unwrap: uvunwrap refused: %s", error)
        return None
    if atlas.page_count != 1:
        return None
    uv, faces = _arrays(atlas)
    return ((uv * np.float64(size - 2 * margin) + margin) / size).astype(np.float32), faces


def packing_grid(size: int, padding: int) -> tuple[int, int, int]:
    """Texels per cell of the grid that charts are packed on, cells kept free around each chart, and texels added at the border.

    uvunwrap keeps its padding free around every chart, so that two of them are twice as far apart as one is from the border: half of it
    does, with a border of our own. On cells of two texels it packs twice as fast and as densely.
    """
    step = max(1, min(size // 512, max(2, size // 2048)))
    around = max(1, -(-padding // (2 * step)))
    return step, around, -(-max(0, padding - around * step) // step) * step


def _arrays(atlas: Any) -> UV:
    out = atlas.meshes[0]
    return np.array(out.uv, np.float32).reshape(-1, 2), np.array(out.indices, np.int32).reshape(-1, 3)


def _xatlas(unit: NDArray[np.float32], mesh: Mesh, size: int, padding: int) -> UV | None:
    try:
        import xatlas
    except ImportError:
        return None
    atlas = xatlas.Atlas()
    atlas.add_mesh(unit, mesh.faces.astype(np.uint32))
    options = xatlas.PackOptions()
    options.resolution, options.padding, options.bilinear = size, padding, True
    atlas.generate(pack_options=options)
    if atlas.atlas_count != 1:
        return None
    _, faces, uv = atlas[0]
    uv, faces = np.asarray(uv, np.float64), np.asarray(faces, np.int32)
    # xatlas mirrors charts freely. Mirrored ones are turned, which needs a packing of their own.
    _, label = topology.vertex_components(faces, len(uv))
    _, chart = np.unique(label[faces[:, 0]], return_inverse=True)
    area = signed_areas(uv, faces)
    mirrored = np.bincount(chart, area) < 0
    if not mirrored.any():
        return uv.astype(np.float32), faces
    corners = uv[faces] * np.where(mirrored[chart], -1, 1)[:, None, None] ** np.array([1, 0])
    corners = pack_charts(corners, chart, size, padding)
    packed = np.zeros_like(uv)
    packed[faces.ravel()] = corners.reshape(-1, 2)
    return packed.astype(np.float32), faces


def _whole_slivers(mesh: Mesh, uv: NDArray[np.float32], face_uv: NDArray[np.int32]) -> UV:
    """Quads too thin to be seen that an unwrapper tore in two are made whole: their second half is laid beside the first one."""
    if mesh.quads is None or face_uv.shape != mesh.faces.shape:
        return uv, face_uv
    q = 2 * len(mesh.quads)
    first, second = face_uv[:q:2], face_uv[1:q:2]
    torn = np.flatnonzero((first[:, 0] != second[:, 0]) | (first[:, 2] != second[:, 1]))
    if not len(torn):
        return uv, face_uv
    area = np.linalg.norm(mesh.face_normals(), axis=1)
    thin = SLIVER * float(np.median(area))
    torn = torn[(area[2 * torn] < thin) & (area[2 * torn + 1] < thin)]
    a, b, c = (uv[first[torn, k]] for k in range(3))
    face_uv = face_uv.copy()
    face_uv[2 * torn + 1] = np.stack([first[torn, 0], first[torn, 2], len(uv) + np.arange(len(torn))], axis=1)
    return np.concatenate([uv, np.clip(a + c - b, 0, 1)]).astype(np.float32), face_uv


def _sound(mesh: Mesh, uv: NDArray[np.float32], face_uv: NDArray[np.int32]) -> bool:
    """True if the UVs are usable: in the square, no flipped face, every quad whole."""
    if face_uv.shape != mesh.faces.shape or not np.isfinite(uv).all() or uv.min() < 0 or uv.max() > 1:
        return False
    if mesh.quads is not None:
        first, second = face_uv[: 2 * len(mesh.quads) : 2], face_uv[1 : 2 * len(mesh.quads) : 2]
        if not (np.array_equal(first[:, 0], second[:, 0]) and np.array_equal(first[:, 2], second[:, 1])):
            return False
    return not bool((signed_areas(uv, face_uv) < -1e-9).any())


def signed_areas(uv: NDArray[np.floating], face_uv: NDArray[np.integer]) -> NDArray[np.float64]:
    """`(m,)` twice the signed UV area of each triangle; negative means mirrored."""
    p = np.asarray(uv, np.float64)[face_uv]
    a, b = p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])
