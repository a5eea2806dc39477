"""`compile_program`: a program's parts as closed meshes, and the one solid that they make together."""

from __future__ import annotations

from dataclasses import dataclass

import manifold3d as m3
import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry.hard_edges import UNSAID, creased
from maquette.geometry.mesh import Mesh
from maquette.geometry.slivers import opened_slivers
from maquette.shapes.build import combine, deform, ground, organic, primitives, scattering, soft, sweeps  # noqa: F401  (they register what they build)
from maquette.shapes.build.attach import attachment
from maquette.shapes.build.unite import united
from maquette.shapes.build.workshop import Workshop
from maquette.shapes.crossings import crossing_edges
from maquette.shapes.program import Part, Program

MAX_TRIANGLES = 400_000
HAIRS = (2e-5, 1e-4, 4e-4)
"""Tolerances, as shares of the extent, at which a fused solid with an edge through a face is made simpler, until none is left."""
FACETED = 3.0
"""Degrees: every edge of a low-poly solid is hard."""


@dataclass(frozen=True, eq=False)
class CompiledPart:
    """One part: its closed mesh in the frame of the program."""

    part: Part
    mesh: Mesh


@dataclass(frozen=True, eq=False)
class Compiled:
    """What a program makes.

    Attributes:
        parts: in the program's order; parts may overlap.
        fused: the union, watertight, without inner walls.
        face_part: `(m,) int32`, index of the part that each face of `fused` belongs to.
        euler: V - E + F of `fused`, from the genus of each of its pieces.
        pieces: of `fused`, that do not touch one another.
    """

    program: Program
    parts: tuple[CompiledPart, ...]
    fused: Mesh
    face_part: NDArray[np.int32]
    euler: int
    pieces: int


def compile_program(program: Program, *, fineness: float = 1.0, seconds: float = 20.0) -> Compiled:
    """Build all parts and fuse them. The same program gives the same bytes.

    Args:
        fineness: 1 for standard detail.
        seconds: bound for the whole.

    Raises:
        MeshError: a part is empty, too large or too slow, or names what does not exist; the message names the part.
    """
    shop = Workshop(program.extent, program.facets, fineness, seconds=seconds)
    solids: list[m3.Manifold] = []
    places: dict[str, NDArray[np.float64]] = {}
    for part in program.parts:
        try:
            if part.name in places:
                raise MeshError("Another part has this name. Give each its own.")
            if part.material not in program.materials:
                raise MeshError(f"There is no material '{part.material}'. Add it to 'materials'.")
            solid = shop.solid(part.solid)
            if solid.is_empty():
                raise MeshError("It has no volume. Check its measures and what is cut away.")
            places[part.name] = place = attachment(part, program, places)
            solids.append(solid.transform(place[:3]).as_original())
        except MeshError as error:
            raise MeshError(f"part '{part.name}': {error}") from None
    shop.check()
    fused, solids = united(shop, solids, floats=program.floats)
    if fused.num_tri() > MAX_TRIANGLES:
        raise MeshError(
            f"The program has {fused.num_tri()} triangles, more than {MAX_TRIANGLES}. Use fewer copies or rounds."
        )
    if fused.volume() <= 0:
        raise MeshError(
            "The shape turned inside out: something is twisted, bent or roughened through itself. Use gentler numbers."
        )
    fused, whole = _sound(fused, program.extent)
    pieces = fused.decompose()
    euler = sum(2 - 2 * piece.genus() for piece in pieces)
    mesh, runs = fused.to_mesh(), {solid.original_id(): i for i, solid in enumerate(solids)}
    owner = np.zeros(fused.num_tri(), np.int32)
    for run, origin in enumerate(mesh.run_original_id):
        owner[mesh.run_index[run] // 3 : mesh.run_index[run + 1] // 3] = runs.get(int(origin), 0)
    parts = tuple(CompiledPart(part, _mesh(solid)) for part, solid in zip(program.parts, solids, strict=True))
    solid = creased(whole, UNSAID if program.facets is None else FACETED)
    return Compiled(program, parts, solid, owner, euler, len(pieces))


def _sound(fused: m3.Manifold, extent: float) -> tuple[m3.Manifold, Mesh]:
    """The solid and its mesh, a hair's breadth simpler where an edge of a sliver would go through a face."""
    first: tuple[m3.Manifold, Mesh] | None = None
    for tolerance in (0.0, *HAIRS):
        solid = fused.simplify(tolerance * extent) if tolerance else fused
        mesh = opened_slivers(_mesh(solid))
        first = first or (solid, mesh)
        if not solid.is_empty() and not crossing_edges(mesh):
            return solid, mesh
    assert first is not None
    return first


def _mesh(solid: m3.Manifold) -> Mesh:
    mesh = solid.to_mesh()
    vertices, faces = np.array(mesh.vert_properties[:, :3], np.float32), np.array(mesh.tri_verts, np.int32)
    if len(mesh.merge_from_vert):  # vertices that differ in their properties alone
        to = np.arange(len(vertices))
        to[mesh.merge_from_vert] = mesh.merge_to_vert
        used, merged = np.unique(to[faces], return_inverse=True)
        return Mesh(vertices[used], merged.reshape(-1, 3).astype(np.int32))
    return Mesh(vertices, faces)
