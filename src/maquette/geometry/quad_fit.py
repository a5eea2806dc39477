"""Fit raw quads to the part they were made from: closed where it is closed, edges on its creases, vertices on its surface, checked."""

from __future__ import annotations

import logging
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from maquette.geometry import quad_features, topology
from maquette.geometry.clean import extent
from maquette.geometry.mesh import Mesh, split_quads
from maquette.geometry.quad_creases import lay_edges, relax, rings
from maquette.geometry.quad_diagonals import folded
from maquette.geometry.quad_features import Features, boundary_edges, sharp_edges, trace
from maquette.geometry.quad_holes import fill_holes, join_doublets
from maquette.geometry.quad_subdivide import on_curves, refine
from maquette.geometry.quad_surface import Surface
from maquette.geometry.simplify import simplify
from maquette.geometry.tolerances import VOLUME_CHANGE

log = logging.getLogger(__name__)
Doubles = NDArray[np.float64]
Quads = NDArray[np.int32]
HARD_CREASE = 30.0
"""Crease angle in degrees where the shape decides. The remesher's default, 0, creases every edge; -1 none."""
MOST_CREASES = 0.5
"""Sharp edges longer than this share of all quads' edges are the texture of a surface, not its features."""
SURFACE_FACES = 600_000


class Part:
    """One connected part of the source and the number of quads it shall have.

    Attributes:
        solid: its triangles: closed and outward, or open with manifold edges.
        base: the same with about as many triangles as the remesher needs.
        count: quads wanted; the remesher makes `count / 4**levels` that are split `levels` times.
        crease: angle in degrees for the remesher, -1 for none.
    """

    def __init__(self, solid: Mesh, base: Mesh, count: int, levels: int, crease_degrees: float | None) -> None:
        self.solid, self.base, self.count, self.levels = solid, base, count, levels
        self.open = not topology.is_closed(solid.faces)
        self.area = float(np.linalg.norm(solid.face_normals(), axis=1).sum() / 2)
        self.volume = topology.signed_volume(solid.vertices, solid.faces)
        self.edge = float(np.sqrt(self.area / count)) * 2**levels
        self.crease, self.sharp = self._creases(crease_degrees)
        self.features = self.sharp
        if self.open:
            rim = trace(solid.vertices.astype(np.float64), boundary_edges(solid.faces), self.edge, rim=True)
            self.features = rim if self.sharp is None else quad_features.join(rim, self.sharp, self.edge)

    def prepare(self) -> None:
        """Build what only `finish` needs; meant for a second thread while the remesher runs."""
        solid = self.solid
        if len(solid.faces) > SURFACE_FACES and not self.open:
            solid = simplify(solid, SURFACE_FACES)
        self.surface = Surface(solid, self.edge / 2**self.levels)
        self.probes = self.solid.vertices[:: max(len(self.solid.vertices) // 6000, 1)].astype(np.float64)

    def _creases(self, degrees: float | None) -> tuple[float, Features | None]:
        angle = HARD_CREASE if degrees is None else degrees
        if angle < 0:
            return -1.0, None
        angle = max(angle, 1.0)
        points = self.base.vertices.astype(np.float64)
        edges = sharp_edges(self.base, angle)
        length = float(np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1).sum())
        if not len(edges) or (degrees is None and length > MOST_CREASES * 2 * self.area / self.edge):
            return -1.0 if degrees is None else angle, None
        features = trace(points, edges, self.edge)
        if degrees is None and features.coherent < 0.6 and not is_hard(self.base):
            return -1.0, None
        return angle, features

    def finish(
        self,
        vertices: Doubles,
        quads: Quads,
        check_cancelled: Callable[[], None] | None = None,
        paired: bool = False,
    ) -> tuple[Doubles, Quads] | str:
        """Closed, fitted, split and checked, or the reason why not. `paired` quads are fine enough and follow the creases already."""
        vertices, quads = drop_bad_quads(vertices, quads)
        vertices, quads = fill_holes(vertices, quads, self._gaps(vertices, quads) if self.open else None)
        if not len(quads) or not (self.open or topology.is_closed(quads)):
            return "it is not closed"
        if not self.open and topology.signed_volume(vertices, split_quads(quads)) < 0:
            quads = np.ascontiguousarray(quads[:, [0, 3, 2, 1]])
        vertices, quads = _largest(vertices, quads)
        if not self.open:
            quads = join_doublets(quads)
        vertices, quads = split_pinches(*compact_polygons(vertices, quads))
        if not topology.is_manifold(quads):
            return "it is not manifold"
        if self.open and _loops(quads) != _loops(self.solid.faces):
            return "it has another number of boundaries"
        vertices, kept = self._fit(vertices, quads, paired)
        times = 0 if paired else self.levels
        if times:
            curves = [] if self.features is None else self.features.curves
            vertices, quads, _ = refine(vertices, quads, kept, self.surface, curves, times, check_cancelled)
        return self._fault(vertices, quads, self.edge / 2**times) or (vertices, quads)

    def _fit(self, vertices: Doubles, quads: Quads, paired: bool) -> tuple[Doubles, NDArray[np.int64]]:
        """Vertices on the surface and on the feature curves, without folds where that can be; and the edges on the curves."""
        v, kept = vertices, np.zeros((0, 2), np.int64)
        if self.features is not None and len(self.features.curves) and not (paired and not self.open):
            v, kept = lay_edges(vertices, quads, self.features, self.edge)
        fixed = np.zeros(len(v), bool)
        fixed[kept.ravel()] = True
        border = np.zeros(len(v), bool)
        if self.open and self.features is not None:
            rim = boundary_edges(quads)
            border[rim.ravel()] = True
            # Rim corners stay where they were laid: they are on the curves already.
            v[border] = on_curves(
                v[border], [c for c, r in zip(self.features.curves, self.features.rim, strict=True) if r]
            )
            kept = np.concatenate([kept[~border[kept].all(axis=1)], rim])
            fixed |= border
        normals = Mesh(vertices.astype(np.float32), split_quads(quads)).vertex_normals()
        goal, _ = self.surface.query(v[~fixed], normals[~fixed])
        step = goal - v[~fixed]
        length = np.linalg.norm(step, axis=1)
        v[~fixed] += step * np.minimum(1.0, 1.5 * self.edge / np.maximum(length, 1e-30))[:, None]
        if fixed.any():
            v = relax(v, quads, self.surface, fixed, rings(quads, fixed, 3), 5)
        for turn in range(0 if paired else 6):
            bad = self._folded(v, quads)
            if not bad.any():
                break
            marked = np.zeros(len(v), bool)
            marked[quads[bad]] = True
            if turn > 1:  # a crease that cannot be had without a fold is given up there
                fixed &= ~marked | border
            v = relax(v, quads, self.surface, fixed, rings(quads, marked, 1), 3)
        return v, kept[fixed[kept].all(axis=1)]

    def _folded(self, v: Doubles, quads: Quads) -> NDArray[np.bool_]:
        normals = Mesh(v.astype(np.float32), split_quads(quads)).vertex_normals()
        _, there = self.surface.query(v[quads].mean(axis=1), normals[quads].mean(axis=1))
        return folded(v, quads, there, 0.02 * self.edge**2)

    def _fault(self, v: Doubles, quads: Quads, edge: float) -> str | None:
        faces = split_quads(quads)
        if self.open:
            area = float(np.linalg.norm(Mesh(v.astype(np.float32), faces).face_normals(), axis=1).sum() / 2)
            if abs(area - self.area) > 0.05 * self.area + 0.5 * edge * np.sqrt(self.area):
                return f"its area changed by {100 * (area / self.area - 1):.1f} %"
        else:
            volume = topology.signed_volume(v, faces)
            # Flat quads inside a curved surface lose volume by nature: up to a tenth of an edge where a limb is four quads around.
            if abs(volume - self.volume) > VOLUME_CHANGE * self.volume + 0.1 * self.area * edge:
                return f"its volume changed by {100 * (volume / self.volume - 1):.1f} %"
        # A third of the usual samples do for so coarse a question.
        near, _ = Surface(Mesh(v.astype(np.float32), faces), 3 * edge).query(self.probes)
        if np.linalg.norm(near - self.probes, axis=1).max() > 1.5 * edge + 0.01 * extent(self.solid.vertices):
            return "it does not reach everywhere"
        return None

    def _gaps(self, vertices: Doubles, quads: Quads) -> Callable[[list[int]], bool]:
        """True for loops that the source does not have: further from its boundary than an edge in the mean."""
        rim = [c for c, r in zip(self.features.curves, self.features.rim, strict=True) if r] if self.features else []

        def is_gap(loop: list[int]) -> bool:
            at = vertices[loop]
            return bool(np.linalg.norm(on_curves(at, rim) - at, axis=1).mean() > self.edge) if rim else True

        return is_gap


def is_hard(mesh: Mesh) -> bool:
    """True if most of the surface lies in large flat faces, as in furniture and machines."""
    keys = topology.half_edges(mesh.faces).ravel()
    order = np.argsort(keys)
    other = order[np.searchsorted(keys[order], topology.twin(keys)).clip(0, len(keys) - 1)]
    half = np.flatnonzero((keys[other] == topology.twin(keys)) & (keys < topology.twin(keys)))
    a, b = half // 3, other[half] // 3
    normal = mesh.face_normals().astype(np.float64)
    area = np.linalg.norm(normal, axis=1)
    unit = normal / np.maximum(area, 1e-30)[:, None]
    flat = np.einsum("ij,ij->i", unit[a], unit[b]) > np.cos(np.radians(1.0))
    graph = coo_matrix((np.ones(flat.sum(), np.int8), (a[flat], b[flat])), shape=(len(area), len(area)))
    count, face = connected_components(graph, directed=False)
    size = np.bincount(face, area, minlength=count)
    vector = np.stack([np.bincount(face, normal[:, k], minlength=count) for k in range(3)], axis=1)
    # A finely meshed ball is one region of faces that hardly bend, but its normals cancel.
    planar = (np.linalg.norm(vector, axis=1) > 0.999 * size) & (size > 0.005 * size.sum())
    return bool(size[planar].sum() > 0.6 * size.sum())


def compact_polygons(vertices: Doubles, polygons: Quads) -> tuple[Doubles, Quads]:
    """Without unused vertices."""
    used = np.zeros(len(vertices), bool)
    used[polygons.ravel()] = True
    return vertices[used], (np.cumsum(used) - 1)[polygons].astype(np.int32)


def split_pinches(vertices: Doubles, quads: Quads) -> tuple[Doubles, Quads]:
    """With a vertex of its own for each fan of quads, where two sheets of a thin part were pinched together at a point."""
    fans, corner = topology.corner_fans(quads)
    if fans == len(vertices):
        return vertices, quads
    origin = np.empty(fans, np.int64)
    origin[corner.ravel()] = quads.ravel()
    return vertices[origin], corner


def drop_bad_quads(vertices: Doubles, quads: Quads) -> tuple[Doubles, Quads]:
    """Without quads that use a vertex twice and without copies; the holes that this leaves are filled later."""
    ordered = np.sort(quads, axis=1)
    good = (np.diff(ordered, axis=1) > 0).all(axis=1)
    _, first = np.unique(ordered[good], axis=0, return_index=True)
    return vertices, np.ascontiguousarray(quads[good][np.sort(first)])


def _largest(vertices: Doubles, quads: Quads) -> tuple[Doubles, Quads]:
    """Without the artefacts beside the largest part: pieces of up to 24 quads (below two edges across)."""
    count, label = topology.vertex_components(quads, len(vertices))
    part = label[quads[:, 0]]
    size = np.bincount(part, minlength=count)
    stay = size > 24
    stay[np.argmax(size)] = True
    return compact_polygons(vertices, quads[stay[part]])


def _loops(polygons: NDArray[np.integer]) -> int:
    """Number of boundary loops; loops that touch at a vertex count as one."""
    edges = boundary_edges(polygons)
    if not len(edges):
        return 0
    used, index = np.unique(edges, return_inverse=True)
    index = index.reshape(edges.shape)
    graph = coo_matrix((np.ones(len(edges), np.int8), (index[:, 0], index[:, 1])), shape=(len(used), len(used)))
    return int(connected_components(graph, directed=False)[0])
