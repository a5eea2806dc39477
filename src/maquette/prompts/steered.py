"""`SteeredAppearance`: a pictured surface as the words beside the picture want it: worn, glowing, or as in a cartoon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from maquette.prompts.looks import Steering
from maquette.shapes.patterns import wear_off
from maquette.texture.appearance import APPEARANCES, Appearance, Floats, SurfaceSamples, register_appearance

ALIKE = 0.92
"""Cosine between two colours' directions away from grey above which they are one hue (about 23 degrees)."""
COLOURFUL = 0.2
"""Least distance of a colour's channels for it to have a hue."""
BRIGHT = 0.75
"""A colour that glows though the words name none has a channel above this, and twice the hue."""
VIVID = 1.3
"""Saturation of a cartoon against that of the picture."""


@register_appearance
@dataclass(frozen=True, eq=False)
class SteeredAppearance:
    """Wraps the appearance that the pictures gave; their colours stay, and so does the shape.

    Attributes:
        wear: in [0, 1], scratches and dirt.
        glow: `(k, 3)` sRGB colours that shine where the surface has them, or None; of no rows: whatever is bright and colourful.
        cartoon: vivid colours on a dull surface.
        extent: longest side of the object in the frame of the field.
    """

    kind: ClassVar[str] = "steered"
    inner: Appearance
    wear: float
    glow: Floats | None
    cartoon: bool
    extent: float

    def sample(self, points: Floats, normals: Floats) -> SurfaceSamples:
        """See `Appearance.sample`."""
        s = self.inner.sample(points, normals)
        base = np.array(s.base_color.T, np.float32, order="C")
        metallic, roughness = s.metallic.astype(np.float32), s.roughness.astype(np.float32)
        shining = None if self.glow is None else _shining(base, self.glow)
        if self.cartoon:
            grey = base.mean(axis=0)
            base += np.float32(VIVID - 1) * (base - grey)
            metallic *= np.float32(0.3)
            roughness = np.maximum(roughness, np.float32(0.75))
        if self.wear > 0:
            wear_off(self.wear, metallic >= 0.5, points, normals, self.extent, base, roughness, metallic)
        np.clip(base, 0, 1, out=base)
        emissive = s.emissive
        if shining is not None:
            light = (base * shining).T
            emissive = light if emissive is None else np.maximum(emissive, light)
        return replace(
            s, base_color=base.T, metallic=metallic, roughness=np.clip(roughness, 0.04, 1), emissive=emissive
        )

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        inner = {f"inner.{k}": v for k, v in self.inner.to_arrays().items()}
        glow = {} if self.glow is None else {"glow": self.glow}
        facts = np.array([self.wear, self.cartoon, self.extent], np.float64)
        return inner | glow | {"kind": np.array(self.inner.kind), "facts": facts}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        inner = {k.removeprefix("inner."): v for k, v in arrays.items() if k.startswith("inner.")}
        wear, cartoon, extent = np.asarray(arrays["facts"], np.float64).tolist()
        glow = np.asarray(arrays["glow"], np.float32) if "glow" in arrays else None
        return cls(APPEARANCES[str(arrays["kind"])].from_arrays(inner), wear, glow, bool(cartoon), extent)


def steered(appearance: Appearance, steering: Steering, extent: float) -> Appearance:
    """The appearance as the words want it, or itself where they want nothing that a surface can show.

    Materials are not handled here: `estimate_materials` takes them from the same words.
    """
    cartoon = "cartoon" in steering.styles
    wear = max(steering.wear, 0.6 if "damaged" in steering.styles else 0.0)
    if not (wear > 0 or steering.glow or cartoon):
        return appearance
    colors = [k.color for k in steering.words.looks if "color" in k.named]
    glow = np.array(colors, np.float32).reshape(-1, 3) if steering.glow else None
    return SteeredAppearance(appearance, wear, glow, cartoon, extent)


def _shining(base: Floats, colors: Floats) -> Floats:
    """`(n,)` 1 where colours `(3, n)` have the hue of one of `colors (k, 3)`, 0 elsewhere."""
    spread = base.max(axis=0) - base.min(axis=0)
    if not len(colors):
        return np.asarray((spread > 2 * COLOURFUL) & (base.max(axis=0) > BRIGHT), np.float32)
    away = base - base.mean(axis=0)
    away /= np.maximum(np.sqrt((away * away).sum(axis=0)), 1e-6)
    found = np.zeros(base.shape[1], bool)
    for color in colors:
        hue = color - color.mean()
        if np.ptp(color) > COLOURFUL:
            found |= ((hue / np.linalg.norm(hue)) @ away > ALIKE) & (spread > COLOURFUL)
        else:  # white light: whatever is as bright
            found |= (base.min(axis=0) > max(color.min() - 0.1, BRIGHT)) & (spread < COLOURFUL)
    return found.astype(np.float32)
