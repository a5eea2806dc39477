"""Quad remeshing: field-aligned pure quads (Jakob et al. 2015) of each part, fitted to its surface and its creases."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry import topology
from maquette.geometry.clean import drop_specks, ensure_solid, make_outward, part_copies, validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.quad_diagonals import with_good_diagonals
from maquette.geometry.quad_fit import HARD_CREASE, Part
from maquette.geometry.quad_open import open_surface
from maquette.geometry.quad_pairing import quad_dominant, quads_from_triangles
from maquette.geometry.quad_parts import separate, share_out
from maquette.geometry.quad_process import Job, run_remesher
from maquette.geometry.quad_subdivide import levels
from maquette.geometry.simplify import simplify

log = logging.getLogger(__name__)
Doubles = NDArray[np.float64]
Quads = NDArray[np.int32]
Pieces = tuple[Doubles, Quads, NDArray[np.int32]]

COUNT_GOAL = 0.05
"""A quad count further off than this is asked for once more, scaled."""
COUNT_LIMIT = 0.08
"""A quad count further off than this is not accepted from the remesher."""
FEW_QUADS = 96
"""Parts of fewer quads are paired from triangles: the remesher needs some room for a field."""


def quad_remesh(
    mesh: Mesh,
    target_quads: int,
    *,
    crease_degrees: float | None = None,
    seed: int = 0,
    timeout: float = 120.0,
    check_cancelled: Callable[[], None] | None = None,
) -> Mesh:
    """A manifold mesh of quads alone, on the surface of `mesh`: closed and outward, or open where that is open.

    Each part gets its share of the quads by area, and is tried in this order: Instant Meshes, the same with the other crease
    setting, then paired and split triangles (`quad_pairing`), which is taken where the remesher is not installed, fails, or loses
    reach or volume. Where even those cannot keep the shape (thin limbs at a few hundred faces), the part keeps some triangles.
    More than `quad_subdivide.DIRECT_QUADS` are split from a quarter of them.

    Args:
        mesh: any triangles. What has no boundary but is no solid is repaired first; a surface with a boundary stays open.
        target_quads: wanted number, met within 8 % (3 % as a rule). At least 24.
        crease_degrees: edges sharper than this stay edges; -1 for none; None takes 30° where sharp edges form lines.
        seed: part of the signature of every seeded step; the remesher is deterministic and ignores it.
        timeout: seconds for one run of the remesher, and as much again for a second one.
        check_cancelled: called while the remesher runs (every 0.1 s) and between the steps; what it raises ends the child process.

    Raises:
        MeshError: the mesh cannot be made solid, or no quads of this number keep its shape.
        EngineError: the remesher was killed from outside twice.
    """
    del seed
    validate(mesh, "quad_remesh")
    if target_quads < 24:
        raise MeshError("quad_remesh: ask for at least 24 quads.")
    check = check_cancelled or (lambda: None)
    parts = _parts(Mesh(mesh.vertices, mesh.faces), target_quads, crease_degrees)
    check()
    done: list[Pieces | None] = [None] * len(parts)
    able = [i for i, part in enumerate(parts) if part.count / 4**part.levels >= FEW_QUADS]
    if find_spec("pynanoinstantmeshes") is None:
        log.warning("quad_remesh: pynanoinstantmeshes is not installed for this platform; quads are paired triangles")
        for part in parts:
            part.prepare()
    else:
        with ThreadPoolExecutor(1) as pool:
            # The child works while the search trees of the surfaces are built here.
            ready = [pool.submit(part.prepare) for part in parts]
            raw = run_remesher([_job(parts[i]) for i in able], timeout, check_cancelled)
            for task in ready:
                task.result()
        faults = _fit_all(parts, able, raw, done, check)
        again = [i for i in able if done[i] is None and faults[i] != "the remesher failed"]
        if again:  # what took too long or died once would do so again
            second = [_job(parts[i], crease=-1.0 if parts[i].crease > 0 else HARD_CREASE) for i in again]
            _fit_all(parts, again, run_remesher(second, timeout, check_cancelled), done, check)
        _correct_counts(parts, able, done, timeout, check_cancelled)
    for i, part in enumerate(parts):
        check()
        if done[i] is None:
            done[i] = _paired(part)
    return _joined([piece for piece in done if piece is not None], any(part.open for part in parts))


def _parts(mesh: Mesh, target: int, crease_degrees: float | None) -> list[Part]:
    """The connected parts of the mesh, repaired, each with its share of the quads and its base for the remesher."""
    base_quads = target / 4 ** levels(target)
    # Twice the quads' vertices carry the field; more only costs time (380 k faces: 3.2 s, 72 k: 1.5 s for 18 k quads).
    faces = round(max(4 * base_quads, 20_000))
    whole, base = _prepare(mesh, faces)
    solids = separate(whole)
    counts = share_out(np.array([_area(s) for s in solids]), target)
    parts = []
    for solid, count in zip(solids, counts, strict=True):
        if not count:
            continue
        if len(solids) > 1 or base is None:
            base = _fewer(solid, round(max(4 * count / 4 ** levels(count), 2000 if len(solids) > 1 else faces)))
        parts.append(Part(solid, base, count, levels(count), crease_degrees))
    return parts


def _prepare(mesh: Mesh, faces: int) -> tuple[Mesh, Mesh | None]:
    """The mesh without specks, closed or manifold with its boundary, and about `faces` triangles of it where those are at hand.

    Of a large mesh only the simplified one is checked in full, which `simplify` does: a second of the 380 k faces' time.
    """
    if topology.is_closed(mesh.faces) and len(mesh.faces) > 1.2 * faces:
        closed = make_outward(drop_specks(mesh))
        try:
            return closed, simplify(closed, faces)
        except MeshError:
            log.info("quad_remesh: the mesh does not simplify as it is; it is repaired first")
    elif not topology.is_closed(mesh.faces):
        surface = open_surface(mesh)
        validate(surface, "quad_remesh")
        if not topology.is_closed(surface.faces):
            return drop_specks(surface), None
        mesh = surface
    return drop_specks(ensure_solid(mesh)), None


def _fewer(mesh: Mesh, faces: int) -> Mesh:
    try:
        return simplify(mesh, faces) if len(mesh.faces) > 1.2 * faces else mesh
    except MeshError:
        return mesh


def _area(mesh: Mesh) -> float:
    return float(np.linalg.norm(mesh.face_normals().astype(np.float64), axis=1).sum() / 2)


def _job(part: Part, *, crease: float | None = None, scale: float = 1.0) -> Job:
    quads = round(scale * part.count / 4**part.levels)
    return Job(part.base, quads, part.crease if crease is None else crease, part.open)


def _fit_all(
    parts: list[Part],
    which: list[int],
    raw: list[tuple[Doubles, Quads] | None],
    done: list[Pieces | None],
    check: Callable[[], None],
) -> dict[int, str]:
    """Put each good result into `done`, and say what is wrong with the others."""
    faults: dict[int, str] = {}
    for i, answer in zip(which, raw, strict=True):
        check()
        result = "the remesher failed" if answer is None else parts[i].finish(*answer, check_cancelled=check)
        if isinstance(result, str):
            faults[i] = result
            log.info("quad_remesh: %d quads of part %d: %s", parts[i].count, i, result)
        else:
            done[i] = (*result, np.zeros((0, 3), np.int32))
    return faults


def _correct_counts(
    parts: list[Part],
    able: list[int],
    done: list[Pieces | None],
    timeout: float,
    check_cancelled: Callable[[], None] | None,
) -> None:
    """Ask once more for parts whose count is off, scaled; give up those still beyond the limit."""

    def error(i: int) -> float:
        piece = done[i]
        return abs(len(piece[1]) / parts[i].count - 1) if piece is not None else 0.0

    off = [i for i in able if error(i) > COUNT_GOAL]
    if off:
        scales = [parts[i].count / len(done[i][1]) for i in off]  # type: ignore[index]
        jobs = [_job(parts[i], scale=scale) for i, scale in zip(off, scales, strict=True)]
        first = {i: (error(i), done[i]) for i in off}
        _fit_all(parts, off, run_remesher(jobs, timeout, check_cancelled), done, check_cancelled or (lambda: None))
        for i in off:
            if error(i) > first[i][0]:
                done[i] = first[i][1]
    for i in off:
        if error(i) > COUNT_LIMIT:
            done[i] = None


def _paired(part: Part) -> Pieces:
    """Paired and split triangles; with some triangles left where those cannot keep the shape."""
    log.info("quad_remesh: %d quads of a part are paired triangles", part.count)
    none = np.zeros((0, 3), np.int32)
    source = part.base if len(part.base.faces) > 2 * part.count else part.solid
    try:
        vertices, quads = quads_from_triangles(source, part.count)
        result = part.finish(vertices, quads, paired=True)
    except MeshError as error:
        result = error.message
    if not isinstance(result, str):
        return (*result, none)
    log.info("quad_remesh: split pairs fail at %d quads (%s); some triangles stay", part.count, result)
    vertices, quads, rest = quad_dominant(part.solid, part.count)
    return vertices, quads, rest


def _joined(pieces: list[Pieces], is_open: bool) -> Mesh:
    """All parts in one mesh, its quads well cut, no two vertices at one place."""
    starts = np.cumsum([0, *[len(v) for v, _, _ in pieces]])
    vertices = np.concatenate([v for v, _, _ in pieces])
    quads = np.concatenate([q + s for (_, q, _), s in zip(pieces, starts, strict=False)]).astype(np.int32)
    rest = np.concatenate([t + s for (_, _, t), s in zip(pieces, starts, strict=False)]).astype(np.int32)
    mesh = part_copies(with_good_diagonals(vertices, quads, rest))
    if not topology.is_manifold(mesh.faces) or not (is_open or topology.is_closed(mesh.faces)):
        raise MeshError(
            "quad_remesh: quads of this number cannot keep this shape. Ask for more faces, or for triangles."
        )
    return mesh
