"""`ModelMaterial`: all that a file says of its surface (several materials, factors, corner colours, repeating textures), as it is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.formats.model import Material as FileMaterial
from maquette.formats.model import Model
from maquette.render.color import to_linear
from maquette.render.sampler import MipTexture
from maquette.render.shade import CLAY, CLAY_ROUGHNESS, MaterialSamples, mip_level
from maquette.render.surface import Surface, unit

Floats = NDArray[np.float32]

_PLAIN_ROUGHNESS = 0.8  # of colours without a material


class _Maps:
    """The textures of one material; repeating, as glTF's are unless said otherwise."""

    def __init__(self, material: FileMaterial, *, has_uv: bool) -> None:
        maps = material.textures if has_uv else None
        self.factor = to_linear(np.array(material.base_color))
        self.glow = to_linear(np.array(material.emissive))
        self.metallic, self.roughness = material.metallic, material.roughness
        self.base = self.orm = self.normal = self.emissive = None
        if maps is not None:
            self.base = MipTexture(maps.base_color, srgb=True, wrap=True)
            self.orm = MipTexture(maps.orm, srgb=False, wrap=True) if maps.orm is not None else None
            self.normal = MipTexture(maps.normal, srgb=False, wrap=True) if maps.normal is not None else None
            self.emissive = MipTexture(maps.emissive, srgb=True, wrap=True) if maps.emissive is not None else None
            if maps.emissive is not None and not self.glow.any():
                self.glow = np.ones(3, np.float32)  # a map that its reader kept, with no factor said

    def all(self) -> list[MipTexture]:
        return [t for t in (self.base, self.orm, self.normal, self.emissive) if t is not None]


class ModelMaterial:
    """`MaterialSource` of a `Model`. What has neither material nor colour is clay."""

    def __init__(self, model: Model) -> None:
        has_uv = model.mesh.uv is not None
        self._maps = [_Maps(m, has_uv=has_uv) for m in model.materials]
        self._face_material = model.face_material
        self._colors = to_linear(model.colors) if model.colors is not None else None
        self.unlit = bool(model.materials) and all(m.unlit for m in model.materials)
        self.has_normal_map = any(m.normal is not None for m in self._maps)

    def prepare(self, texels: Floats) -> None:
        """See `MaterialSource.prepare`."""
        for maps in self._maps:
            for texture in maps.all():
                texture.prepare(mip_level(texels, texture))

    def sample(self, surface: Surface) -> MaterialSamples:
        """See `MaterialSource.sample`."""
        n = len(surface.face)
        plain = self._colors is None
        base = np.tile(to_linear(np.array(CLAY)) if plain else np.ones(3, np.float32), (n, 1))
        occlusion, metallic = np.ones(n, np.float32), np.zeros(n, np.float32)
        roughness = np.full(n, CLAY_ROUGHNESS if plain else _PLAIN_ROUGHNESS, np.float32)
        normals = surface.normals.copy()
        glowing = any(m.glow.any() for m in self._maps)
        emissive = np.zeros((n, 3), np.float32) if glowing else None
        kind = np.zeros(n, np.int32) if self._face_material is None else self._face_material[surface.face]
        for index in np.unique(kind):
            if not 0 <= index < len(self._maps):
                continue
            maps, rows = self._maps[index], np.flatnonzero(kind == index)
            base[rows], metallic[rows], roughness[rows] = maps.factor, maps.metallic, maps.roughness
            if emissive is not None:
                emissive[rows] = maps.glow
            if surface.uv is None or surface.texels is None:
                continue
            uv, texels = surface.uv[rows], surface.texels[rows]

            def look(texture: MipTexture, uv: Floats = uv, texels: Floats = texels) -> Floats:
                return texture.sample(uv, mip_level(texels, texture))

            if maps.base is not None:
                base[rows] *= look(maps.base)
            if maps.orm is not None:
                orm = look(maps.orm)
                occlusion[rows] = orm[:, 0]
                roughness[rows] *= orm[:, 1]
                metallic[rows] *= orm[:, 2]
            if maps.emissive is not None and emissive is not None:
                emissive[rows] *= look(maps.emissive)
            if maps.normal is not None and surface.tangent is not None and surface.bitangent is not None:
                local = look(maps.normal) * 2 - 1
                bent = local[:, :1] * surface.tangent[rows] + local[:, 1:2] * surface.bitangent[rows]
                normals[rows] = unit(bent + local[:, 2:] * normals[rows])
        if self._colors is not None:
            base *= np.einsum("nk,nkc->nc", surface.weights, self._colors[surface.face])
        return MaterialSamples(base, occlusion, np.clip(roughness, 0.03, 1), np.clip(metallic, 0, 1), normals, emissive)
