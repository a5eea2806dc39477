"""Pictures of compiled programs without UVs or baking: what an author looks at, and what checks look at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.render.color import to_linear
from maquette.render.preview import preview
from maquette.render.scene import Scene, Style
from maquette.render.shade import MaterialSamples
from maquette.render.surface import Surface
from maquette.shapes.appearance import ProgramAppearance
from maquette.shapes.compile import Compiled
from maquette.texture.appearance import Floats

Pixels = NDArray[np.uint8]


class ProgramMaterial:
    """A `MaterialSource` that asks the program itself."""

    unlit = False
    has_normal_map = False

    def __init__(self, appearance: ProgramAppearance) -> None:
        self._appearance = appearance

    def prepare(self, texels: Floats) -> None:
        """Nothing to prepare."""

    def sample(self, surface: Surface) -> MaterialSamples:
        """See `MaterialSource.sample`."""
        w = surface.weights
        s = self._appearance.sample_at(surface.face, w[:, 1], w[:, 2])
        one = np.ones(len(w), np.float32)
        glow = None if s.emissive is None else to_linear(s.emissive)
        return MaterialSamples(
            to_linear(s.base_color), one, np.clip(s.roughness, 0.03, 1), s.metallic, surface.normals, glow
        )


def picture(
    compiled: Compiled, *, size: int = 320, azimuth: float = 30.0, elevation: float = 15.0, quick: bool = True
) -> Pixels:
    """`(size, size, 3) uint8`: the fused solid in the studio."""
    scene = Scene(compiled.fused, material=ProgramMaterial(ProgramAppearance.of(compiled)))
    return preview(scene, size=size, azimuth=azimuth, elevation=elevation, style=Style(quick=quick))
