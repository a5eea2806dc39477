"""`MaterialAppearance`: another field's colours, with metallic and roughness by colour from a `MaterialTable`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from maquette.texture.appearance import APPEARANCES, Appearance, Floats, SurfaceSamples, register_appearance
from maquette.texture.material_estimate import APART, MATTE, MaterialTable, color_features

LEVELS = 48
"""Steps of each channel in the table that is looked up."""
SOFT = 0.45
"""Width of the border between two surfaces, as a part of `APART`."""


@register_appearance
@dataclass(frozen=True, eq=False)
class MaterialAppearance:
    """Wraps an appearance that says the same metallic and roughness everywhere."""

    kind: ClassVar[str] = "material"
    inner: Appearance
    table: MaterialTable

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lookup", _lookup_table(self.table))

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        s = self.inner.sample(points, normals)
        index = np.clip(s.base_color * np.float32(LEVELS - 1) + np.float32(0.5), 0, LEVELS - 1).astype(np.int32)
        flat = (index[:, 0] * LEVELS + index[:, 1]) * LEVELS + index[:, 2]
        found: Floats = self._lookup[flat]  # type: ignore[attr-defined]
        return replace(s, metallic=found[:, 0], roughness=found[:, 1])

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        inner = {f"inner.{k}": v for k, v in self.inner.to_arrays().items()}
        t = self.table
        return inner | {
            "kind": np.array(self.inner.kind),
            "centers": t.centers,
            "surfaces": np.stack([t.metallic, t.roughness], axis=1).astype(np.float32),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        inner = {k.removeprefix("inner."): v for k, v in arrays.items() if k.startswith("inner.")}
        surfaces = np.asarray(arrays["surfaces"], np.float32)
        table = MaterialTable(np.asarray(arrays["centers"], np.float32), surfaces[:, 0], surfaces[:, 1], ())
        return cls(APPEARANCES[str(arrays["kind"])].from_arrays(inner), table)


def _lookup_table(table: MaterialTable) -> Floats:
    """`(LEVELS³, 2)` metallic and roughness of every colour: near a surface's colour its own, far from all of them matte."""
    axis = np.arange(LEVELS, dtype=np.float32) / np.float32(LEVELS - 1)
    colors = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1).reshape(-1, 3)
    features = color_features(colors)
    sigma = np.float32(SOFT * APART)
    total = np.zeros((len(colors), 2), np.float32)
    mass = np.full(len(colors), np.exp(-0.5 * (2.5 / SOFT) ** 2), np.float32)
    total += mass[:, None] * np.array([0, MATTE], np.float32)
    for center, metallic, roughness in zip(table.centers, table.metallic, table.roughness, strict=True):
        w = np.exp(-0.5 * ((features - center) ** 2).sum(axis=1) / (sigma * sigma)).astype(np.float32)
        total += w[:, None] * np.array([metallic, roughness], np.float32)
        mass += w
    return np.asarray(total / mass[:, None], np.float32)


def with_materials(appearance: Appearance, table: MaterialTable, points: Floats, normals: Floats) -> Appearance:
    """The appearance with the materials of a table, unless it tells materials apart itself.

    Args:
        points, normals: `(n, 3)` some places on the surface, to see what it says.
    """
    if not len(table.centers) or not len(points):
        return appearance
    s = appearance.sample(points, normals)
    if np.ptp(s.metallic) > 0 or np.ptp(s.roughness) > 0:
        return appearance
    return MaterialAppearance(appearance, table)
