"""Quad remeshing: field-aligned pure quads (Jakob et al. 2015) in a child process, checked, closed and put back on the surface."""

from __future__ import annotations

import json
import logging
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from maquette.errors import EngineError, MeshError
from maquette.geometry import quad_remesher, topology
from maquette.geometry.clean import (
    degenerate_faces,
    drop_specks,
    ensure_solid,
    extent,
    make_outward,
    part_copies,
    validate,
)
from maquette.geometry.closest import ClosestPoints
from maquette.geometry.mesh import Mesh, split_quads
from maquette.geometry.place import place
from maquette.geometry.quad_holes import fill_holes, join_doublets
from maquette.geometry.quad_pairing import quad_dominant, quads_from_triangles
from maquette.geometry.simplify import simplify
from maquette.geometry.tolerances import VOLUME_CHANGE

log = logging.getLogger(__name__)
Doubles = NDArray[np.float64]
Quads = NDArray[np.int32]

COUNT_GOAL = 0.03
"""A quad count further off than this is asked for once more, scaled."""
COUNT_LIMIT = 0.08
"""A quad count further off than this is not accepted from the remesher."""
HARD_CREASE = 30.0
"""Crease angle in degrees for hard shapes; organic ones use none (-1). The library's default, 0, creases every edge."""

KILLED = (-signal.SIGKILL, -signal.SIGTERM)
"""Exit statuses of a child that was ended from outside: by the kernel for want of memory, or by an operator."""


def quad_remesh(
    mesh: Mesh, target_quads: int, *, crease_degrees: float | None = None, seed: int = 0, timeout: float = 120.0
) -> Mesh:
    """A closed, manifold, outward mesh of quads alone, on the surface of `mesh`.

    Tried in this order: Instant Meshes, the same with the other crease setting, then paired and split triangles
    (`quad_pairing`), which is taken where the remesher is not installed, fails, or loses parts, reach or volume. Where even
    those cannot keep the shape (thin limbs at a few hundred faces), the result holds some triangles beside its quads.

    Args:
        mesh: a closed solid; anything else is repaired first.
        target_quads: wanted number, met within 8 % (3 % as a rule). At least 24.
        crease_degrees: edges sharper than this stay edges; -1 for none; None decides by how flat the faces are.
        seed: part of the signature of every seeded step; the remesher is deterministic and ignores it.
        timeout: seconds for one run of the remesher.

    Raises:
        MeshError: the mesh cannot be made solid, or no quads of this number keep its shape.
    """
    del seed
    validate(mesh, "quad_remesh")
    if target_quads < 24:
        raise MeshError("quad_remesh: ask for at least 24 quads.")
    # Twice the quads' vertices carry the field; more only costs time (380 k faces: 3.2 s, 72 k: 1.5 s for 18 k quads).
    solid, base = _prepare(Mesh(mesh.vertices, mesh.faces), max(4 * target_quads, 20_000))
    if find_spec("pynanoinstantmeshes") is None:
        log.warning("quad_remesh: pynanoinstantmeshes is not installed for this platform; quads are paired triangles")
        target = _Target(solid, target_quads)
    else:
        first = crease_degrees if crease_degrees is not None else (HARD_CREASE if is_hard(base) else -1.0)
        with ThreadPoolExecutor(1) as pool:
            # The child works while the surface's search tree is built here.
            begun = pool.submit(run_remesher, base, target_quads, first, timeout)
            target = _Target(solid, target_quads)
            raw = begun.result()
            found = _by_remesher(base, target, first, timeout, raw)
        if found is None and raw is not None:  # what took too long or died once would do so again
            second = -1.0 if first > 0 else HARD_CREASE
            found = _by_remesher(base, target, second, timeout, run_remesher(base, target_quads, second, timeout))
        if found is not None:
            return found
        log.info("quad_remesh: the remesher lost parts at %d quads; paired triangles keep them", target_quads)
    vertices, quads = quads_from_triangles(base if len(base.faces) > 2 * target_quads else solid, target_quads)
    result = target.finish(vertices if is_hard(base) else target.relax(vertices, quads), quads)
    if not isinstance(result, str):
        return result
    log.info("quad_remesh: split pairs fail at %d quads (%s); some triangles stay", target_quads, result)
    vertices, quads, rest = quad_dominant(solid, target_quads)
    mixed = Mesh(vertices.astype(np.float32), np.concatenate([split_quads(quads), rest]), quads=quads)
    if not topology.is_manifold(mixed.faces) or not topology.is_closed(mixed.faces):
        raise MeshError(
            f"quad_remesh: {target_quads} quads cannot keep this shape ({result}). Ask for more faces, or for triangles."
        )
    return mixed


def is_hard(mesh: Mesh) -> bool:
    """True if most of the surface lies in large flat faces, as in furniture and machines."""
    keys = topology.half_edges(mesh.faces).ravel()
    order, back = np.argsort(keys), np.argsort(topology.twin(keys))
    a, b = order // 3, back // 3
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


def run_remesher(mesh: Mesh, quads: int, crease: float, timeout: float) -> tuple[Doubles, Quads] | None:
    """One run of Instant Meshes in a child process: vertices `(n, 3)` and quads `(q, 4)`, or None if it failed.

    Raises:
        EngineError: somebody killed the child twice. That says nothing of the mesh, so no fallback may be stored as its result.
    """
    unit, matrix = place(mesh)
    # The output is subdivided once into pure quads, so the library is asked for a quarter of them.
    options = {"vertex_count": max(quads // 4, 6), "creaseAngle": crease, "smooth_iter": 2, "extrinsic": True}
    head = {"vertices": len(unit.vertices), "faces": len(unit.faces), "options": options}
    data = json.dumps(head).encode() + b"\n" + unit.vertices.tobytes() + unit.faces.astype(np.uint32).tobytes()
    command = [sys.executable, "-E", "-s", quad_remesher.__file__]
    for _ in range(2):
        try:
            child = subprocess.run(command, input=data, capture_output=True, timeout=timeout, check=False)
        except subprocess.TimeoutExpired:
            log.warning("quad_remesh: the remesher took more than %.0f s", timeout)
            return None
        if child.returncode not in KILLED:
            break
    else:
        raise EngineError(
            "The quad remesher was killed twice, probably for want of memory. Ask for fewer faces, or triangles."
        )
    if child.returncode or b"\n" not in child.stdout:
        log.warning("quad_remesh: the remesher ended with status %d", child.returncode)
        return None
    line, _, body = child.stdout.partition(b"\n")
    answer = json.loads(line)
    split = answer["vertices"] * 12
    if answer["width"] != 4 or not answer["faces"] or len(body) != split + answer["faces"] * 16:
        return None
    v = np.frombuffer(body[:split], np.float32).reshape(-1, 3).astype(np.float64)
    q = np.frombuffer(body[split:], np.uint32).reshape(-1, 4).astype(np.int32)
    return (v - matrix[:3, 3]) / np.diag(matrix)[:3], q


def _by_remesher(
    base: Mesh, target: _Target, crease: float, timeout: float, raw: tuple[Doubles, Quads] | None
) -> Mesh | None:
    """The checked result of a first run, asked for once more with a scaled count if that is off; None if it is no good."""
    best: Mesh | None = None
    if raw is not None:
        result = target.finish(*raw)
        if isinstance(result, str):
            log.info("quad_remesh: crease %g at %d quads: %s", crease, target.count, result)
            return None
        best = result
        if target.error(best) > COUNT_GOAL:
            again = run_remesher(base, max(round(target.count**2 / best.polygon_count), 24), crease, timeout)
            second = "the remesher failed" if again is None else target.finish(*again)
            if not isinstance(second, str) and target.error(second) < target.error(best):
                best = second
    return best if best is not None and target.error(best) <= COUNT_LIMIT else None


def _prepare(mesh: Mesh, faces: int) -> tuple[Mesh, Mesh]:
    """The closed mesh without specks, and a solid of about `faces` triangles made from it.

    Of a large mesh only the simplified one is checked in full, which `simplify` does: a second of the 380 k faces' time.
    """
    if topology.is_closed(mesh.faces) and len(mesh.faces) > 1.2 * faces:
        closed = make_outward(drop_specks(mesh))
        try:
            return closed, simplify(closed, faces)
        except MeshError:
            log.info("quad_remesh: the mesh does not simplify as it is; it is repaired first")
    solid = drop_specks(ensure_solid(mesh))
    return solid, _fewer(solid, faces)


def _fewer(mesh: Mesh, faces: int) -> Mesh:
    return simplify(mesh, faces) if len(mesh.faces) > 1.2 * faces else mesh


class _Target:
    """What the quads must match: the solid, its parts and the wanted count."""

    def __init__(self, solid: Mesh, count: int) -> None:
        self.solid, self.count = solid, count
        self.volume = topology.signed_volume(solid.vertices, solid.faces)
        self.area = float(np.linalg.norm(solid.face_normals(), axis=1).sum() / 2)
        self.edge = float(np.sqrt(self.area / count))
        self.parts = topology.vertex_components(solid.faces, len(solid.vertices))[0]
        self.surface = ClosestPoints(_fewer(solid, 600_000))
        self.probes = solid.vertices[:: max(len(solid.vertices) // 6000, 1)].astype(np.float64)

    def error(self, mesh: Mesh) -> float:
        return abs(mesh.polygon_count - self.count) / self.count

    def finish(self, vertices: Doubles, quads: Quads) -> Mesh | str:
        """Closed, projected and checked, or the reason why not."""
        vertices, quads = _drop_bad_quads(vertices, quads)
        vertices, quads = fill_holes(vertices, quads)
        if not len(quads) or not topology.is_closed(quads):
            return "it is not closed"
        if topology.signed_volume(vertices, split_quads(quads)) < 0:
            quads = np.ascontiguousarray(quads[:, [0, 3, 2, 1]])
        vertices, quads = self._drop_specks(vertices, quads)
        if topology.vertex_components(quads, len(vertices))[0] != self.parts:
            return "it has another number of parts"
        vertices, quads = _split_pinches(*compact_polygons(vertices, join_doublets(quads)))
        mesh = part_copies(_with_good_diagonals(self._project(vertices, quads), quads))
        if not topology.is_closed(mesh.faces) or not topology.is_manifold(mesh.faces):
            return "it is not manifold"
        volume = topology.signed_volume(mesh.vertices, mesh.faces)
        # Flat quads inside a curved surface lose volume by nature: up to a tenth of an edge where a limb is four quads around.
        slack = VOLUME_CHANGE * self.volume + 0.1 * self.area * self.edge
        if abs(volume - self.volume) > slack:
            return f"its volume changed by {100 * (volume / self.volume - 1):.1f} %"
        gap, _ = ClosestPoints(Mesh(mesh.vertices, mesh.faces), candidates=2).query(self.probes)
        if np.linalg.norm(gap - self.probes, axis=1).max() > 1.5 * self.edge + 0.01 * extent(self.solid.vertices):
            return "it does not reach everywhere"
        return "it has degenerate faces" if degenerate_faces(mesh).any() else mesh

    def relax(self, vertices: Doubles, quads: Quads, rounds: int = 4) -> Doubles:
        """Vertices spread more evenly over a curved surface: means of their neighbours, put back on it. It would round edges off."""
        keys = topology.half_edges(quads).ravel()
        a, b = keys >> 32, keys & 0xFFFFFFFF
        uses = np.maximum(np.bincount(a, minlength=len(vertices)), 1)[:, None]
        for _ in range(rounds):
            mean = np.stack([np.bincount(a, vertices[b, k], minlength=len(vertices)) for k in range(3)], axis=1) / uses
            normals = Mesh(vertices.astype(np.float32), split_quads(quads)).vertex_normals()
            step = mean - vertices
            step -= normals * np.einsum("ij,ij->i", step, normals)[:, None]
            vertices, _ = self.surface.query(vertices + 0.7 * step, normals)
        return vertices

    def _drop_specks(self, vertices: Doubles, quads: Quads) -> tuple[Doubles, Quads]:
        """Without the smallest surplus parts, where those are artefacts (below two edges across)."""
        count, label = topology.vertex_components(quads, len(vertices))
        part = label[quads[:, 0]]
        size = np.bincount(part, minlength=count)
        drop = np.argsort(size, kind="stable")[: max(count - self.parts, 0)]
        keep = ~np.isin(part, drop[size[drop] <= 24])
        return compact_polygons(vertices, quads[keep])

    def _project(self, vertices: Doubles, quads: Quads) -> Doubles:
        """Vertices on the source surface; where that would fold a face over, they go back towards where they were."""
        before = Mesh(vertices.astype(np.float32), split_quads(quads))
        goal, _ = self.surface.query(vertices, before.vertex_normals())
        step = goal - vertices
        length = np.linalg.norm(step, axis=1)
        step *= np.minimum(1.0, 1.5 * self.edge / np.maximum(length, 1e-30))[:, None]
        normal = _quad_normals(vertices, quads)
        share = np.ones(len(vertices))
        for _ in range(6):
            moved = vertices + step * share[:, None]
            after = _quad_normals(moved, quads)
            small = np.linalg.norm(after, axis=1) < 0.02 * self.edge**2
            folded = (np.einsum("ij,ij->i", normal, after) <= 0) & (np.linalg.norm(normal, axis=1) > 0)
            bad = folded | small
            if not bad.any():
                break
            share[np.unique(quads[bad])] *= 0.5
        return vertices + step * share[:, None]


def _quad_normals(v: Doubles, q: Quads) -> Doubles:
    """`(q, 3)` cross products of the diagonals: twice the vector area."""
    return np.asarray(np.cross(v[q[:, 2]] - v[q[:, 0]], v[q[:, 3]] - v[q[:, 1]]))


def compact_polygons(vertices: Doubles, polygons: Quads) -> tuple[Doubles, Quads]:
    """Without unused vertices."""
    used = np.zeros(len(vertices), bool)
    used[polygons.ravel()] = True
    return vertices[used], (np.cumsum(used) - 1)[polygons].astype(np.int32)


def _split_pinches(vertices: Doubles, quads: Quads) -> tuple[Doubles, Quads]:
    """With a vertex of its own for each fan of quads, where two sheets of a thin part were pinched together at a point."""
    fans, corner = topology.corner_fans(quads)
    if fans == len(vertices):
        return vertices, quads
    origin = np.empty(fans, np.int64)
    origin[corner.ravel()] = quads.ravel()
    return vertices[origin], corner


def _drop_bad_quads(vertices: Doubles, quads: Quads) -> tuple[Doubles, Quads]:
    """Without quads that use a vertex twice and without copies; the holes that this leaves are filled later."""
    ordered = np.sort(quads, axis=1)
    good = (np.diff(ordered, axis=1) > 0).all(axis=1)
    _, first = np.unique(ordered[good], axis=0, return_index=True)
    return vertices, np.ascontiguousarray(quads[good][np.sort(first)])


def _with_good_diagonals(vertices: Doubles, quads: Quads) -> Mesh:
    """`Mesh` whose quads are cut along the short diagonal, or along the long one where only that gives two faces that
    look the same way (a quad with a reflex corner).
    """
    v = vertices.astype(np.float32).astype(np.float64)

    def worst(a: Quads) -> NDArray[np.float64]:
        p = [v[a[:, i]] for i in range(4)]
        one, two = np.cross(p[1] - p[0], p[2] - p[0]), np.cross(p[2] - p[0], p[3] - p[0])
        whole = _quad_normals(v, a)
        whole /= np.maximum(np.linalg.norm(whole, axis=1, keepdims=True), 1e-30)
        return np.asarray(np.minimum(np.einsum("ij,ij->i", one, whole), np.einsum("ij,ij->i", two, whole)))

    turned = np.roll(quads, -1, axis=1)
    here, there = worst(quads), worst(turned)
    short = np.linalg.norm(v[quads[:, 1]] - v[quads[:, 3]], axis=1) < np.linalg.norm(
        v[quads[:, 0]] - v[quads[:, 2]], axis=1
    )
    least = 0.05 * np.linalg.norm(_quad_normals(v, quads), axis=1)
    turn = np.where(np.minimum(here, there) > least, short, there > here)
    # Two quads that share opposite corners must not both be cut between them.
    cut = np.where(turn[:, None], turned, quads)[:, [0, 2]]
    key = topology.undirected(cut[:, 0].astype(np.int64) << 32 | cut[:, 1])
    order = np.argsort(key, kind="stable")
    again = np.zeros(len(key), bool)
    again[order[1:]] = key[order[1:]] == key[order[:-1]]
    turn ^= again | np.isin(key, topology.undirected(topology.half_edges(quads).ravel()))
    q = np.where(turn[:, None], turned, quads).astype(np.int32)
    return Mesh(v.astype(np.float32), split_quads(q), quads=q)
