"""Appearances for tests: analytic fields, so that every texel has a known colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

import numpy as np

from maquette.texture.appearance import SurfaceSamples


class PositionField:
    """Colour = position (scaled to [0, 1] from [-1, 1]); metallic by the sign of x; roughness 0.25."""

    kind: ClassVar[str] = "test_position"

    def sample(self, points: np.ndarray, normals: np.ndarray) -> SurfaceSamples:
        np.testing.assert_allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-3)
        metallic = (points[:, 0] > 0).astype(np.float32)
        return SurfaceSamples(points * 0.5 + 0.5, metallic, np.full(len(points), 0.25, np.float32))

    def to_arrays(self) -> dict[str, np.ndarray]:
        return {}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray]) -> Self:
        return cls()


class NormalField(PositionField):
    """Colour = normal, scaled to [0, 1]; glows."""

    kind: ClassVar[str] = "test_normal"

    def sample(self, points: np.ndarray, normals: np.ndarray) -> SurfaceSamples:
        colour = normals * 0.5 + 0.5
        zero = np.zeros(len(points), np.float32)
        return SurfaceSamples(colour, zero, zero, emissive=colour)
