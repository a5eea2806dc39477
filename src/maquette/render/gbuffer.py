"""`GBuffer` and `Tracer`: which triangle each sample sees, by whichever backend this machine has.

embreex shoots rays (wheels for Linux x86-64, macOS arm64, Windows); where it is missing, a numpy z-buffer gives the same buffer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from maquette.errors import InvalidRequest
from maquette.geometry.mesh import Mesh
from maquette.render.camera import Camera

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]
Backend = Literal["auto", "embree", "zbuffer"]


@dataclass(frozen=True, eq=False)
class GBuffer:
    """What n samples see.

    Attributes:
        face: `(n,) int32`, row of `Mesh.faces`, -1 where nothing is hit.
        bary: `(n, 2) float32`, weights of the triangle's second and third corner; the first has what is left of 1.
        depth: `(n,) float32`, metres along the viewing axis, infinite where nothing is hit.
    """

    face: Ints
    bary: Floats
    depth: Floats

    @property
    def hit(self) -> Bools:
        """`(n,) bool`."""
        return self.face >= 0

    def take(self, index: NDArray[np.generic]) -> GBuffer:
        """The samples of an index or a mask."""
        rows = np.flatnonzero(index) if index.dtype == np.bool_ else np.asarray(index, np.intp)
        return GBuffer(self.face.take(rows), self.bary.take(rows, axis=0), self.depth.take(rows))

    @property
    def weights(self) -> Floats:
        """`(n, 3) float32` barycentric weights."""
        return np.concatenate([1 - self.bary.sum(axis=1, keepdims=True), self.bary], axis=1).astype(np.float32)


class Tracer(Protocol):
    """A mesh prepared for visibility questions. Thread-safe.

    `directions` is how many different directions the light's visibility may use before it gets slow.
    """

    name: ClassVar[str]
    directions: ClassVar[int]

    def primary(
        self, camera: Camera, offset: tuple[float, float] = (0.0, 0.0), pixels: NDArray[np.intp] | None = None
    ) -> GBuffer:
        """What the camera sees at pixel centres moved by `offset`: of all pixels row by row, or of flat indices `pixels (n,)`."""
        ...

    def occluded(self, points: Floats, table: Floats, choice: NDArray[np.integer]) -> Bools:
        """`(n,) bool`: does the mesh stand between `points (n, 3)` and infinity towards `table[choice]`, `table (d, 3)`, unit."""
        ...


def make_tracer(mesh: Mesh, backend: Backend = "auto") -> Tracer:
    """Prepare a mesh.

    Raises:
        InvalidRequest: embree was asked for by name and is not installed, or the mesh has no faces.
    """
    from maquette.render.zbuffer import ZBufferTracer

    if len(mesh.faces) == 0:
        raise InvalidRequest(
            "There is nothing to render: the mesh has no faces. Give a mesh with at least one triangle."
        )
    if backend == "zbuffer":
        return ZBufferTracer(mesh)
    try:
        from maquette.render.embree import EmbreeTracer
    except ImportError:
        if backend == "embree":
            raise InvalidRequest(
                "embreex is not installed here. Use backend 'zbuffer', or pip install embreex."
            ) from None
        return ZBufferTracer(mesh)
    return EmbreeTracer(mesh)
