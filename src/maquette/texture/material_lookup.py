"""`MaterialLookup`: one material of a file, prepared for bilinear lookups at UVs anywhere in the plane."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.formats.model import Color, Material
from maquette.render.color import to_linear, to_srgb

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
WHITE: Color = (1.0, 1.0, 1.0)


class MaterialLookup:
    """Factors times textures, as glTF 2.0 (section 3.9) multiplies them: colours in linear light."""

    def __init__(self, material: Material) -> None:
        maps = material.textures
        self.material = material
        self.color: Pixels | None = maps.base_color if maps is not None else None
        self.orm: Pixels | None = maps.orm if maps is not None else None
        self.normal: Pixels | None = maps.normal if maps is not None else None
        self.emissive: Pixels | None = maps.emissive if maps is not None else None

    @property
    def textured(self) -> bool:
        """Any lookup needs UVs."""
        return any(p is not None for p in (self.color, self.orm, self.normal, self.emissive))

    @property
    def glows(self) -> bool:
        """It gives light of its own."""
        return self.emissive is not None or max(self.material.emissive) > 0

    def base(self, uv: Floats | None, count: int) -> Floats:
        """`(count, 3)` sRGB base colour at `uv (count, 2)`; without UVs the factor alone."""
        return _tinted(self.color, self.material.base_color, uv, count)

    def glow(self, uv: Floats | None, count: int) -> Floats:
        """`(count, 3)` sRGB emission."""
        factor = self.material.emissive
        # Readers that know no emissive factor leave it black beside a texture.
        return _tinted(self.emissive, WHITE if self.emissive is not None and max(factor) == 0 else factor, uv, count)

    def surface(self, uv: Floats | None, count: int) -> tuple[Floats, Floats]:
        """Metallic and roughness `(count,)`."""
        m = self.material
        if self.orm is None or uv is None:
            return np.full(count, m.metallic, np.float32), np.full(count, m.roughness, np.float32)
        orm = wrapped_lookup(self.orm, uv)
        return orm[:, 2] * np.float32(m.metallic / 255), orm[:, 1] * np.float32(m.roughness / 255)

    def relief(self, uv: Floats) -> Floats:
        """`(n, 3)` tangent-space normals, about unit."""
        assert self.normal is not None
        return wrapped_lookup(self.normal, uv) * np.float32(2 / 255) - np.float32(1)


def _tinted(picture: Pixels | None, factor: Color, uv: Floats | None, count: int) -> Floats:
    tint = np.asarray(factor, np.float32)
    if picture is None or uv is None:
        return np.tile(tint, (count, 1))
    color = wrapped_lookup(picture, uv) * np.float32(1 / 255)
    return color if factor == WHITE else to_srgb(to_linear(color) * to_linear(tint))


def wrapped_lookup(image: Pixels, uv: Floats) -> Floats:
    """Bilinear values `(n, c) float32` of `image (h, w, c)` at `uv (n, 2)`, origin bottom left, repeating outside of [0, 1].

    A UV of exactly 1 is the picture's far edge, as in a chart that fills it, not the near one: whole numbers are left where they are.
    """
    h, w = image.shape[:2]
    u, v = uv[:, 0], uv[:, 1]
    u = u - np.floor(u) if len(u) and (u.min() < 0 or u.max() > 1) else u
    v = v - np.floor(v) if len(v) and (v.min() < 0 or v.max() > 1) else v
    n, width = len(u), 4096  # OpenCV remaps at most 32767 in one row
    rows = -(-n // width)
    grid = np.zeros((2, rows * width), np.float32)
    np.multiply(u, np.float32(w), out=grid[0, :n])
    np.multiply(1 - v, np.float32(h), out=grid[1, :n])
    grid -= np.float32(0.5)
    x, y = grid[0].reshape(rows, width), grid[1].reshape(rows, width)
    out = cv2.remap(image, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    return np.asarray(out, np.float32).reshape(rows * width, -1)[:n]
