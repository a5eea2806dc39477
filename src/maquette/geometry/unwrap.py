"""UV unwrap: charts without overlap or flips, padded for one texture size, quads never cut."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from maquette.geometry import topology
from maquette.geometry.charts import MAX_CUTS, chart_of_faces, cut_charts
from maquette.geometry.clean import extent, validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.unwrap_projection import pack_charts, unwrap_by_projection

log = logging.getLogger(__name__)
FIRST_PAGE = 512
BOTH_WAYS = 3000
"""Below this number of vertices packing takes 0.1 s: charts are packed whole and cut, and are cut only if 3 % more fits."""
MANY = 300
"""So many charts are packed by their boxes: by their shapes it would fill a tenth more and take ten times as long (790: 4.5 s, not 0.3)."""
THREAD = 1e-5
"""Product of a chart's variances along and across, over the square of their sum, below which it is a thread."""
THIN = 1e-5
"""Share of all area that a folded sliver may have: 30 texels at 2048²."""
UV = tuple[NDArray[np.float32], NDArray[np.int32]]


def unwrap(mesh: Mesh, texture_size: int, padding: int = 4, *, quick: bool = False) -> Mesh:
    """The same mesh with UVs in [0, 1], origin bottom left; deterministic.

    Tried in this order: uvunwrap, uvunwrap with its simpler packing, xatlas, projection along the axes (`unwrap_projection`, which needs no
    compiled package).

    Args:
        mesh: triangles or quads; both halves of a quad stay in one chart.
        texture_size: texels per side of the texture that will be baked.
        padding: least distance between charts and to the border, texels at `texture_size`.
        quick: charts are left whole and packed by their boxes: half the time, and a tenth to a quarter fewer texels are used.

    Raises:
        MeshError: the mesh is empty or broken.
    """
    validate(mesh, "unwrap")
    size = extent(mesh.vertices)
    unit = ((mesh.vertices - mesh.vertices.mean(axis=0, dtype=np.float64)) / size).astype(np.float32)
    methods: tuple[Callable[[NDArray[np.float32], Mesh, int, int], UV | None], ...]
    methods = (partial(_uvunwrap, quick=quick), *(() if quick else (partial(_uvunwrap, quick=True),)), _xatlas)
    for method in methods:
        found = method(unit, mesh, texture_size, padding)
        if found is not None and _sound(mesh, *found):
            return replace(mesh, uv=found[0], face_uv=found[1])
    log.warning("unwrap: no unwrapping package took this mesh; charts are axis projections")
    uv, face_uv = unwrap_by_projection(mesh, texture_size, padding)
    return replace(mesh, uv=uv, face_uv=face_uv)


def polygon_ids(mesh: Mesh) -> NDArray[np.uint32]:
    """`(m,)` the polygon of each triangle: two triangles of a quad share one."""
    q = len(mesh.quads) if mesh.quads is not None else 0
    return np.concatenate([np.repeat(np.arange(q), 2), np.arange(q, len(mesh.faces) - q)]).astype(np.uint32)


def _uvunwrap(unit: NDArray[np.float32], mesh: Mesh, size: int, padding: int, *, quick: bool = False) -> UV | None:
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
        first = _whole(unit, mesh, *_arrays(atlas))
        step, around, margin = packing_grid(size, padding)
        best: tuple[float, UV] | None = None
        for most in (0,) if quick else (0, MAX_CUTS) if len(unit) < BOTH_WAYS else (MAX_CUTS,):
            flat, faces = cut_charts(*first, polygon, most)
            # The charts themselves are the surface: on the solid, two faces of the same corners back to back would be torn from theirs.
            points = np.column_stack([flat, np.zeros(len(flat))]).astype(np.float32)
            given = uvunwrap.Mesh(
                points, faces.astype(np.uint32).ravel(), polygons=polygon, existing_uvs=flat.astype(np.float32).ravel()
            )
            kind: Literal["shape", "fast"] = (
                "fast" if quick or chart_of_faces(faces, len(flat)).max() >= MANY else "shape"
            )
            atlas = uvunwrap.generate([given], page_size=(size - 2 * margin) // step, padding=around, packing=kind)
            if atlas.page_count == 1 and (best is None or atlas.utilization > 1.03 * best[0]):
                best = atlas.utilization, _packed(flat, faces, polygon, *_arrays(atlas))
    except (uvunwrap.UnwrapError, ValueError) as error:
        log.info("unwrap: uvunwrap refused: %s", error)
        return None
    if best is None:
        return None
    uv, faces = best[1]
    return ((uv * np.float64(size - 2 * margin) + margin) / size).astype(np.float32), faces


def _whole(unit: NDArray[np.float32], mesh: Mesh, uv: NDArray[np.float32], face_uv: NDArray[np.int32]) -> UV:
    """Polygons that an unwrapper tore in two or folded over get a chart of their own: flat, the halves of a quad side by side."""
    if face_uv.shape != mesh.faces.shape:
        return uv, face_uv
    quads = mesh.quads if mesh.quads is not None else np.zeros((0, 4), np.int32)
    areas = signed_areas(uv, face_uv)
    folded = -areas > THIN * np.abs(areas).sum()
    halves = folded[: 2 * len(quads)].reshape(-1, 2)
    torn = np.flatnonzero(halves.any(axis=1) | (_torn(mesh, face_uv) if len(quads) else False))
    alone = 2 * len(quads) + np.flatnonzero(folded[2 * len(quads) :])
    if not len(torn) + len(alone):
        return uv, face_uv
    solid = np.linalg.norm(mesh.with_vertices(unit).face_normals().astype(np.float64), axis=1).sum()
    scale = np.sqrt(np.abs(areas).sum() / max(solid, 1e-30))
    polygons = np.concatenate(
        [quads[torn], mesh.faces[alone][:, [0, 1, 2, 0]]]
    )  # a triangle is a quad whose last side has no length
    a, b, c, d = (unit[polygons[:, k]].astype(np.float64) * scale for k in range(4))
    long = np.linalg.norm(c - a, axis=1)
    along = (c - a) / np.maximum(long, 1e-30)[:, None]
    corners = np.zeros((len(polygons), 4, 2))
    corners[:, 2, 0] = long
    for k, point, side in ((1, b, -1.0), (3, d, 1.0)):
        corners[:, k, 0] = np.einsum("nx,nx->n", point - a, along)
        corners[:, k, 1] = side * np.linalg.norm(point - a - corners[:, k, :1] * along, axis=1)
    at = len(uv) + 4 * np.arange(len(polygons))[:, None]
    face_uv = face_uv.copy()
    q = len(torn)
    face_uv[2 * torn], face_uv[2 * torn + 1] = at[:q] + np.array([0, 1, 2]), at[:q] + np.array([0, 2, 3])
    face_uv[alone] = at[q:] + np.array([0, 1, 2])
    return np.concatenate([uv, corners.reshape(-1, 2)]).astype(np.float32), face_uv


def _packed(
    flat: NDArray[np.float64],
    faces: NDArray[np.int32],
    polygon: NDArray[np.uint32],
    uv: NDArray[np.float32],
    face_uv: NDArray[np.int32],
) -> UV:
    """The charts `flat (n, 2)`, `faces (m, 3)` where a packer put them, with every polygon whole.

    The packer drops triangles without area and with them what held their neighbours together, so its own triangles are not taken: each
    polygon moves as the packer's chart of its larger half did.
    """
    area = np.abs(signed_areas(flat, faces))
    kept = np.abs(signed_areas(uv, face_uv)) > 0
    theirs, ours = chart_of_faces(face_uv, len(uv)), chart_of_faces(faces, len(flat))
    count = int(theirs.max()) + 1
    # Of a polygon: its largest triangle; of one without area: any that the chart kept.
    order = np.lexsort((area * kept, polygon))
    largest = order[np.searchsorted(polygon[order], polygon, side="right") - 1]
    some = np.zeros(int(ours.max()) + 1, np.int64)
    some[ours[kept]] = np.flatnonzero(kept)
    chart = theirs[np.where(kept[largest], largest, some[ours])]
    weight = np.repeat(area * (kept & (theirs == chart)), 3)
    of_corner = np.repeat(chart, 3)
    before, after = flat[faces.ravel()], uv.astype(np.float64)[face_uv.ravel()]
    total = np.maximum(np.bincount(of_corner, weight, count), 1e-300)

    def mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(np.bincount(of_corner, weight * values, count) / total)

    middle, moved = (np.stack([mean(p[:, k]) for k in (0, 1)], axis=1) for p in (before, after))
    x, y = before - middle[of_corner], after - moved[of_corner]
    # Least squares of an affine map: the packer stretches each chart a little, to whole cells of its grid. A thread of slivers says too
    # little of its width for that; a turn with its scale will do there.
    pairs = [[mean(p[:, i] * q[:, j]) for i in (0, 1) for j in (0, 1)] for p, q in ((x, x), (x, y))]
    spread, cross = (np.stack(p, axis=1).reshape(-1, 2, 2) for p in pairs)
    size = np.maximum(np.trace(spread, axis1=1, axis2=2), 1e-300)
    cosine, sine = (cross[:, 0, 0] + cross[:, 1, 1]) / size, (cross[:, 0, 1] - cross[:, 1, 0]) / size
    turn = np.stack([cosine, sine, -sine, cosine], axis=1).reshape(-1, 2, 2)
    broad = np.flatnonzero(np.linalg.det(spread) > THREAD * size**2)
    turn[broad] = np.linalg.solve(spread[broad], cross[broad])
    keys = of_corner * len(flat) + faces.ravel()
    unique, index = np.unique(keys, return_inverse=True)
    of_point, point = np.divmod(unique, len(flat))
    out = np.einsum("nk,nkx->nx", flat[point] - middle[of_point], turn[of_point]) + moved[of_point]
    uv, face_uv = np.clip(out, 0, 1).astype(np.float32), index.reshape(-1, 3).astype(np.int32)
    return _unfolded(uv, face_uv, polygon, area / area.sum())


def _unfolded(
    uv: NDArray[np.float32], face_uv: NDArray[np.int32], polygon: NDArray[np.uint32], share: NDArray[np.float64]
) -> UV:
    """Slivers that an unwrapper folded over, less than a texel of each, are laid flat: a half of a quad on its diagonal, others on a point.

    Args:
        share: `(m,)` of each triangle's area, of all area.
    """
    rows = np.flatnonzero(signed_areas(uv, face_uv) < 0)
    if not len(rows) or share[rows].max() > THIN:
        return uv, face_uv
    first = np.r_[False, polygon[1:] == polygon[:-1]][
        rows
    ]  # a quad's second half: its tip is the third corner, else the second
    quad = first | np.r_[polygon[1:] == polygon[:-1], False][rows]
    tip = np.where(first, 2, 1)
    ends = np.where(first, 1, 2)
    a, c, p = (uv[face_uv[rows, k]].astype(np.float64) for k in (0, ends, tip))
    way = c - a
    along = np.einsum("nk,nk->n", p - a, way) / np.maximum(np.einsum("nk,nk->n", way, way), 1e-30)
    point = np.where(quad[:, None], a + np.clip(along, 0, 1)[:, None] * way, (a + c + p) / 3)
    fresh = (len(uv) + np.arange(len(rows))).astype(np.int32)
    face_uv = face_uv.copy()
    face_uv[rows, tip] = fresh
    face_uv[rows[~quad]] = fresh[~quad, None]
    return np.concatenate([uv, point.astype(np.float32)]), face_uv


def _torn(mesh: Mesh, face_uv: NDArray[np.int32]) -> NDArray[np.bool_]:
    """`(q,)` quads whose halves do not share their diagonal in the plane."""
    assert mesh.quads is not None
    first, second = face_uv[: 2 * len(mesh.quads) : 2], face_uv[1 : 2 * len(mesh.quads) : 2]
    return np.asarray((first[:, 0] != second[:, 0]) | (first[:, 2] != second[:, 1]))


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


def _sound(mesh: Mesh, uv: NDArray[np.float32], face_uv: NDArray[np.int32]) -> bool:
    """True if the UVs are usable: in the square, no flipped face, every quad whole."""
    if face_uv.shape != mesh.faces.shape or not np.isfinite(uv).all() or uv.min() < 0 or uv.max() > 1:
        return False
    if mesh.quads is not None and _torn(mesh, face_uv).any():
        return False
    return not bool((signed_areas(uv, face_uv) < -1e-9).any())


def signed_areas(uv: NDArray[np.floating], face_uv: NDArray[np.integer]) -> NDArray[np.float64]:
    """`(m,)` twice the signed UV area of each triangle; negative means mirrored."""
    p = np.asarray(uv, np.float64)[face_uv]
    a, b = p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])
