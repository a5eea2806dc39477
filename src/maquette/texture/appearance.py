"""`Appearance`: colour and material as a field over space, not a texture, so that one baker serves every engine and surface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol, Self, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class SurfaceSamples:
    """Material at n points.

    Attributes:
        base_color: `(n, 3) float32`, sRGB-encoded (display-referred) in [0, 1], as pictures store it.
        metallic: `(n,) float32` in [0, 1].
        roughness: `(n,) float32` in [0, 1], perceptual roughness as in glTF.
        emissive: `(n, 3) float32`, sRGB-encoded, or None where nothing glows.
        normal: `(n, 3) float32`, unit, engine's frame: relief that the field itself knows (a file's normal map), or None.
    """

    base_color: Floats
    metallic: Floats
    roughness: Floats
    emissive: Floats | None = None
    normal: Floats | None = None


@runtime_checkable
class Appearance(Protocol):
    """A field that can be asked anywhere near the engine's surface, in the frame of the engine's mesh.

    `kind` names the class in `APPEARANCES`, so that a stage can store the field as arrays and a later process can bring it back.
    """

    kind: ClassVar[str]

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """Material at `points (n, 3)` with unit `normals (n, 3)`, both in the engine's frame. Pure and thread-safe."""
        ...

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """All state as named arrays."""
        ...

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        """Inverse of `to_arrays`."""
        ...


@runtime_checkable
class SurfaceAppearance(Appearance, Protocol):
    """A field that lives on triangles: the baker, which shoots rays at the same surface, says which one it hit."""

    @property
    def triangles(self) -> NDArray[np.int32]:
        """`(m, 3)` the triangles' corners, so that the baker can tell whether its source is this surface."""
        ...

    @property
    def has_normals(self) -> bool:
        """Every sample has a normal of its own, so that the baker need not mix those of the surface."""
        ...

    def sample_at(self, triangle: NDArray[np.int32], v: Floats, w: Floats) -> SurfaceSamples:
        """Material at barycentrics `(1 - v - w, v, w)` of each `triangle (n,)`."""
        ...


APPEARANCES: dict[str, type[Appearance]] = {}


def register_appearance(cls: type[Appearance]) -> type[Appearance]:
    """Class decorator: makes a field restorable by its `kind`."""
    APPEARANCES[cls.kind] = cls
    return cls
