"""`Workshop`: turns nodes into manifolds within bounds of time and size, each node once."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import manifold3d as m3
import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.geometry.mesh import Mesh
from maquette.shapes.crossings import crossing_edges
from maquette.shapes.node import Node

N = TypeVar("N", bound=Node)
Builder = Callable[["Workshop", Any], m3.Manifold]
MAX_WORK = 500_000
"""Triangles that go into booleans, all in all, and 120 for each pair of solids that may cross: some seconds' work."""
HEAVY, TOGETHER = 60_000, 6
"""Unions of more work are made of so many solids at a time, so that the clock can stop them."""
MAX_KEPT = 3_000_000
"""Triangles of all steps of a program together: under a gigabyte."""
BUILDERS: dict[type[Node], Builder] = {}


def builds(kind: type[N]) -> Callable[[Callable[[Workshop, N], m3.Manifold]], Callable[[Workshop, N], m3.Manifold]]:
    """Decorator: this function makes the solid of a kind of node."""

    def register(function: Callable[[Workshop, N], m3.Manifold]) -> Callable[[Workshop, N], m3.Manifold]:
        BUILDERS[kind] = function
        return function

    return register


class Workshop:
    """Builds the solids of one program.

    Args:
        extent: longest side of the object, metres.
        facets: most sides of a full circle, or None.
        fineness: 1 for standard detail; circles get so many times more or fewer sides.
        max_triangles: of any solid on the way.
        seconds: of the processor, for all of the program; on a busy machine three times as many may go by.

    Raises:
        MeshError: (all methods) a bound was passed, or a solid came out broken; says what to change.
    """

    def __init__(
        self,
        extent: float,
        facets: int | None = None,
        fineness: float = 1.0,
        max_triangles: int = 300_000,
        seconds: float = 20.0,
    ) -> None:
        self.extent = extent
        self.facets = facets
        self.fineness = fineness
        self._max_triangles = max_triangles
        self._seconds = seconds
        self._start = time.thread_time(), time.monotonic()
        self._work = self._kept = 0
        self._made: dict[int, tuple[Node, m3.Manifold]] = {}

    def segments(self, radius: float, degrees: float = 360.0) -> int:
        """Sides of an arc: a multiple of 4 for a full circle, so that boxes and circles meet on the axes."""
        if self.facets is not None:
            return max(3, round(self.facets * degrees / 360))
        full = 40 * self.fineness * math.sqrt(min(1.0, 4 * abs(radius) / self.extent))
        sides = int(np.clip(4 * round(full / 4), 8, 64))
        return max(3, math.ceil(sides * degrees / 360))

    def check(self) -> None:
        """Raise when the time is over."""
        busy, passed = time.thread_time() - self._start[0], time.monotonic() - self._start[1]
        if busy > self._seconds or passed > 3 * self._seconds:
            raise MeshError("The program takes too long to build. Use fewer copies, coarser solids or fewer booleans.")

    def boolean(self, solids: Sequence[m3.Manifold], how: m3.OpType = m3.OpType.Add) -> m3.Manifold:
        """A boolean of solids, after its work was counted: the modeller cannot be stopped once it has begun."""
        if len(solids) == 1:
            return solids[0]
        self.check()
        triangles = sum(s.num_tri() for s in solids)
        work = triangles + 120 * crossings(solids)
        self._work += work
        if self._work > MAX_WORK:
            raise MeshError(
                "The program joins too much: too many triangles, or copies that cross each other. Use fewer copies or coarser solids."
            )
        if work > HEAVY and how == m3.OpType.Add:
            return self._joined(solids)
        return m3.Manifold.batch_boolean(list(solids), how)

    def _joined(self, solids: Sequence[m3.Manifold]) -> m3.Manifold:
        """The union in steps between which time is looked at."""
        solids = list(solids)
        while len(solids) > 1:
            groups = [solids[i : i + TOGETHER] for i in range(0, len(solids), TOGETHER)]
            solids = []
            for group in groups:
                self.check()
                one = m3.Manifold.batch_boolean(group, m3.OpType.Add) if len(group) > 1 else group[0]
                one.num_tri()  # it is lazy; do it now
                solids.append(one)
        return solids[0]

    def solid(self, node: Node) -> m3.Manifold:
        """The manifold of a node."""
        known = self._made.get(id(node))
        if known is not None:
            return known[1]
        self.check()
        try:
            made = BUILDERS[type(node)](self, node)
        except (ValueError, ArithmeticError, IndexError, RuntimeError) as error:
            raise MeshError(
                f"A '{getattr(node, 'op', '?')}' cannot be built from these numbers ({type(error).__name__}). Change its measures."
            ) from None
        if made.status() != m3.Error.NoError:
            raise MeshError(
                f"A '{getattr(node, 'op', '?')}' came out broken ({made.status().name}). Change its measures."
            )
        if made.num_tri() > self._max_triangles:
            raise MeshError(
                f"A solid has {made.num_tri()} triangles, more than {self._max_triangles}. Use fewer copies or rounds."
            )
        self._kept += made.num_tri()
        if self._kept > MAX_KEPT:
            raise MeshError(
                "The program holds too many triangles in all of its steps. Use fewer parts, or coarser solids."
            )
        self._made[id(node)] = (node, made)
        return made


def crosses(solid: m3.Manifold) -> bool:
    """Its surface goes through itself."""
    mesh = solid.to_mesh()
    vertices, faces = np.array(mesh.vert_properties[:, :3], np.float32), np.array(mesh.tri_verts, np.int32)
    return crossing_edges(Mesh(vertices, faces)) > 0


def thinned(solid: m3.Manifold, tolerance: float) -> m3.Manifold:
    """The solid with fewer triangles, at most `tolerance` metres away, less where its surface would cross itself."""
    for t in (tolerance, tolerance / 3):
        fewer = solid.simplify(t)
        if not fewer.is_empty() and not crosses(fewer):
            return fewer
    return solid


def crossings(solids: Sequence[m3.Manifold]) -> int:
    """Pairs of solids whose boxes overlap."""
    if len(solids) < 3:
        return 0
    boxes = np.array([s.bounding_box() for s in solids], np.float64)
    low, high = boxes[:, None, :3], boxes[:, None, 3:]
    overlap = (low < boxes[None, :, 3:]).all(axis=2) & (high > boxes[None, :, :3]).all(axis=2)
    return int((overlap.sum() - len(solids)) // 2)


def manifold_of(vertices: NDArray[np.floating], faces: NDArray[np.integer]) -> m3.Manifold:
    """A manifold of a closed mesh, `(n, 3)` and `(m, 3)`."""
    mesh = m3.Mesh(np.ascontiguousarray(vertices, np.float32), np.ascontiguousarray(faces, np.uint32))
    return m3.Manifold(mesh)
