"""Materials of a glTF file as `Material`s: linear factors become sRGB, pictures are decoded once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.formats.glb_document import Document, natural, nothing_outside
from maquette.formats.materials import srgb, unit
from maquette.formats.model import Material
from maquette.formats.png import decode_image
from maquette.texture.textures import TextureSet

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Coordinates:
    """Which UVs a material's pictures use (`TEXCOORD_<layer>`), and the KHR_texture_transform on them, `(3, 3)`, or None."""

    layer: int = 0
    matrix: NDArray[np.float64] | None = None


class Materials:
    """Materials by index, each made when it is first asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pictures: dict[int, Pixels | None] = {}
        self._done: dict[int, tuple[Material, Coordinates]] = {}

    def get(self, index: int) -> tuple[Material, Coordinates]:
        """Material `index`. Its textures have one set of UVs: those of the base colour, else of the first map that there is."""
        if index not in self._done:
            self._done[index] = self._read(self._document.json["materials"][natural(index)])
        return self._done[index]

    def _read(self, m: dict[str, Any]) -> tuple[Material, Coordinates]:
        extensions = m.get("extensions", {})
        pbr = m.get("pbrMetallicRoughness", {})
        base, factor = pbr.get("baseColorTexture"), pbr.get("baseColorFactor", [1, 1, 1, 1])
        metallic, roughness = unit(pbr.get("metallicFactor", 1.0)), unit(pbr.get("roughnessFactor", 1.0))
        rough = pbr.get("metallicRoughnessTexture")
        old = extensions.get("KHR_materials_pbrSpecularGlossiness")
        if old is not None and not pbr:
            base, factor = old.get("diffuseTexture"), old.get("diffuseFactor", [1, 1, 1, 1])
            metallic, roughness, rough = 0.0, 1 - unit(old.get("glossinessFactor", 1.0)), None
        unlit = "KHR_materials_unlit" in extensions
        glow = srgb(m.get("emissiveFactor", [0, 0, 0]))
        infos = [base, rough, m.get("normalTexture"), m.get("occlusionTexture"), m.get("emissiveTexture")]
        pictures = [self._picture(i) for i in infos]
        color, orm, normal, occlusion, emissive = pictures
        if unlit:
            orm = normal = occlusion = emissive = None
            glow = (0.0, 0.0, 0.0)
        name = str(m.get("name", ""))[:200]
        plain = Material(name, None, srgb(factor), metallic, roughness, glow, unlit)
        if all(p is None for p in (color, orm, normal, emissive)):
            return plain, Coordinates()
        if color is None:
            color = np.full((1, 1, 3), 255, np.uint8)
        if not unlit and orm is None:
            orm = np.empty((*color.shape[:2], 3), np.uint8)
            orm[...] = 255, round(255 * roughness), round(255 * metallic)
            metallic = roughness = 1.0
        elif orm is not None:
            orm = orm.copy()
            orm[..., 0] = 255
        if orm is not None and occlusion is not None and occlusion.shape == orm.shape:
            orm[..., 0] = occlusion[..., 0]
        maps = TextureSet(color, orm, normal, emissive if any(glow) else None, unlit)
        first = next(i for i, p in zip(infos, pictures, strict=True) if p is not None)
        material = Material(name, maps, srgb(factor), metallic, roughness, glow, unlit)
        return material, _coordinates(first or {})

    def _picture(self, info: dict[str, Any] | None) -> Pixels | None:
        """Pixels of a texture, or None if it is absent or outside of the file."""
        if info is None:
            return None
        texture = self._document.json["textures"][natural(info["index"])]
        source = texture.get("extensions", {}).get("EXT_texture_webp", {}).get("source", texture.get("source"))
        if source is None:
            return None
        if source not in self._pictures:
            self._pictures[source] = self._decode(self._document.json["images"][natural(source)])
        return self._pictures[source]

    def _decode(self, image: dict[str, Any]) -> Pixels | None:
        if "bufferView" in image:
            return decode_image(self._document.view(image["bufferView"]))
        uri = str(image.get("uri", ""))
        if not uri.startswith("data:") and self._document.load is nothing_outside:
            return None
        return decode_image(self._document.outside(uri))


def _coordinates(info: dict[str, Any]) -> Coordinates:
    move = info.get("extensions", {}).get("KHR_texture_transform")
    if move is None:
        return Coordinates(natural(info.get("texCoord", 0)))
    (ox, oy), (sx, sy) = move.get("offset", [0, 0]), move.get("scale", [1, 1])
    turn = float(move.get("rotation", 0))
    c, s = np.cos(turn), np.sin(turn)
    # T * R * S of the extension's text, in glTF's coordinates (origin top left).
    matrix = np.array([[c * sx, s * sy, ox], [-s * sx, c * sy, oy], [0, 0, 1]], np.float64)
    return Coordinates(natural(move.get("texCoord", info.get("texCoord", 0))), matrix)
