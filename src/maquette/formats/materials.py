"""Materials as readers put them together: colour spaces, factors folded into maps, and the clay that stands for no material."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.formats.model import Color, Material
from maquette.render.color import to_linear, to_srgb
from maquette.texture.textures import TextureSet

CLAY = 0.6
"""Linear grey that our writers give to geometry without a material."""
WHITE: Color = (1.0, 1.0, 1.0)
_STEPS = np.arange(256, dtype=np.float32) / 255


def srgb(linear: Sequence[float] | NDArray[np.floating[Any]]) -> Color:
    """An encoded colour of a linear one; what is no finite number counts as 0, and the range is clipped to [0, 1]."""
    r, g, b = to_srgb(np.nan_to_num(np.asarray(linear, np.float32)[:3])).tolist()
    return (r, g, b)


def unit(value: float) -> float:
    """A factor within [0, 1]; what is no number becomes 0."""
    return min(max(float(value), 0.0), 1.0) if value == value else 0.0


def is_clay(material: Material) -> bool:
    """True for the neutral grey that stands for "no material" in files that Maquette wrote."""
    flat = material.textures is None and material.metallic == 0 and not any(material.emissive)
    grey = srgb([CLAY] * 3)
    return flat and max(abs(a - b) for a, b in zip(material.base_color, grey, strict=True)) < 1e-3


def folded(material: Material) -> Material:
    """The same surface with its factors multiplied into its maps, so that the maps say all; without maps as it is."""
    maps = material.textures
    if maps is None:
        return material
    base = maps.base_color
    if material.base_color != WHITE:
        base = _scaled(base, to_linear(np.array(material.base_color)), encoded=True)
    orm, emissive = maps.orm, maps.emissive
    if orm is not None and (material.roughness, material.metallic) != (1.0, 1.0):
        orm = _scaled(orm, np.array([1.0, material.roughness, material.metallic], np.float32), encoded=False)
    if emissive is not None and material.emissive != WHITE:
        emissive = _scaled(emissive, to_linear(np.array(material.emissive)), encoded=True)
    elif emissive is None and any(material.emissive) and not material.unlit:
        color = np.rint(255 * np.array(material.emissive)).astype(np.uint8)
        emissive = np.broadcast_to(color, (1, 1, 3)).copy()
    return replace(
        material,
        textures=TextureSet(base, orm, maps.normal, emissive, material.unlit),
        base_color=WHITE,
        metallic=1.0 if orm is not None else material.metallic,
        roughness=1.0 if orm is not None else material.roughness,
        emissive=WHITE if emissive is not None else material.emissive,
    )


def _scaled(pixels: NDArray[np.uint8], factor: NDArray[np.float32], *, encoded: bool) -> NDArray[np.uint8]:
    """Pixels times a linear factor for each channel, through a table of 256 values."""
    out = np.empty_like(pixels)
    for channel in range(3):
        values = to_srgb(to_linear(_STEPS) * factor[channel]) if encoded else _STEPS * factor[channel]
        out[..., channel] = np.rint(255 * np.clip(values, 0, 1)).astype(np.uint8)[pixels[..., channel]]
    return out
