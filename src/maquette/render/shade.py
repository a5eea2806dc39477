"""Light that leaves a surface: metallic-roughness shading of `Surface` samples under the studio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from maquette.render.color import to_linear
from maquette.render.lights import Studio, environment_brdf, ggx
from maquette.render.sampler import MipTexture
from maquette.render.surface import Surface, dot, unit
from maquette.texture.textures import TextureSet

Floats = NDArray[np.float32]

CLAY = (0.77, 0.76, 0.74)  # sRGB of an untextured model
CLAY_ROUGHNESS = 0.62
DIELECTRIC = 0.04  # glTF 2.0: reflectance of a non-metal at normal incidence


@dataclass(frozen=True, eq=False)
class MaterialSamples:
    """Material of n samples in linear light.

    Attributes:
        base: `(n, 3) float32`; occlusion, roughness, metallic: `(n,) float32` in [0, 1].
        normals: `(n, 3) float32`, unit, normal map applied.
        emissive: `(n, 3) float32` or None.
    """

    base: Floats
    occlusion: Floats
    roughness: Floats
    metallic: Floats
    normals: Floats
    emissive: Floats | None


class MaterialSource(Protocol):
    """Anything that knows the material at a place of a surface: textures, or a procedural field of the caller's own."""

    unlit: bool
    has_normal_map: bool

    def prepare(self, texels: Floats) -> None:
        """Called before threads sample, with the footprints `(n,)` to come; only for meshes with UVs."""
        ...

    def sample(self, surface: Surface) -> MaterialSamples:
        """Material at each sample. Thread-safe."""
        ...


class Material:
    """`MaterialSource` of a `TextureSet`, or clay where there is none."""

    def __init__(self, textures: TextureSet | None) -> None:
        self.unlit = textures is not None and textures.unlit
        self._base = self._orm = self._normal = self._emissive = None
        if textures is not None:
            self._base = MipTexture(textures.base_color, srgb=True)
            self._orm = MipTexture(textures.orm, srgb=False) if textures.orm is not None else None
            self._normal = MipTexture(textures.normal, srgb=False) if textures.normal is not None else None
            self._emissive = MipTexture(textures.emissive, srgb=True) if textures.emissive is not None else None
        self.has_normal_map = self._normal is not None

    def prepare(self, texels: Floats) -> None:
        """Build the mip levels that samples with footprints `texels (n,)` need."""
        for texture in (self._base, self._orm, self._normal, self._emissive):
            if texture is not None:
                texture.prepare(mip_level(texels, texture))

    def sample(self, surface: Surface) -> MaterialSamples:
        """Material at each sample of a surface."""
        n = len(surface.points)
        if self._base is None or surface.uv is None or surface.texels is None:
            clay = np.tile(to_linear(np.array(CLAY)), (n, 1))
            one = np.ones(n, np.float32)
            return MaterialSamples(clay, one, one * np.float32(CLAY_ROUGHNESS), 0 * one, surface.normals, None)

        def look(texture: MipTexture) -> Floats:
            assert surface.uv is not None
            assert surface.texels is not None
            return texture.sample(surface.uv, mip_level(surface.texels, texture))

        base = look(self._base)
        orm = look(self._orm) if self._orm is not None else np.tile(np.array([1.0, 0.8, 0.0], np.float32), (n, 1))
        normals = surface.normals
        if self._normal is not None and surface.tangent is not None and surface.bitangent is not None:
            local = look(self._normal) * 2 - 1
            normals = unit(local[:, :1] * surface.tangent + local[:, 1:2] * surface.bitangent + local[:, 2:] * normals)
        emissive = look(self._emissive) if self._emissive is not None else None
        return MaterialSamples(
            base, orm[:, 0], np.clip(orm[:, 1], 0.03, 1), np.clip(orm[:, 2], 0, 1), normals, emissive
        )


def mip_level(texels: Floats, texture: MipTexture) -> Floats:
    """Mip level `(n,)`; half a level sharper than the footprint says, as edges and the eye allow."""
    return np.asarray(np.log2(np.maximum(texels * max(texture.size), 1e-6)) - 0.25, np.float32)


def radiance(material: MaterialSamples, surface: Surface, studio: Studio, ambient: Floats, lit: Floats) -> Floats:
    """Linear radiance `(n, 3)` towards the camera.

    Args:
        ambient: `(n,)` part of the room that reaches the place.
        lit: `(n,)` part of the key light that does.
    """
    n, v = material.normals, surface.view
    nv = np.clip(dot(n, v), 1e-3, 1)
    metallic = material.metallic[:, None]
    f0 = DIELECTRIC + (material.base - DIELECTRIC) * metallic
    albedo = material.base * (1 - metallic)
    open_ = np.minimum(ambient, material.occlusion)
    diffuse = studio.ambient(n)[:, None] * _multibounce(open_, albedo)
    alpha = material.roughness**2
    # Specular occlusion after Lagarde & de Rousiers, "Moving Frostbite to PBR" (2014).
    mirror_open = np.clip((nv + open_) ** np.exp2(-16 * material.roughness - 1) - 1 + open_, 0, 1)
    reflected = unit(2 * dot(n, v)[:, None] * n - v)
    specular = (
        environment_brdf(f0, material.roughness, nv)
        * (studio.room(reflected, material.roughness) * mirror_open)[:, None]
    )
    for light in studio.lights:
        reach = lit if light.shadow else np.sqrt(open_)
        power = (light.power * studio.exposure * reach)[:, None].astype(np.float32)
        diffuse = diffuse + power * np.clip(n @ light.direction, 0, 1)[:, None]
        specular = specular + power * ggx(n, v, light, f0, alpha)
    out = albedo * diffuse + specular
    if material.emissive is not None:
        out = out + material.emissive
    return np.asarray(out, np.float32)


def _multibounce(visibility: Floats, albedo: Floats) -> Floats:
    """Occlusion `(n, 3)` with the light that bright surfaces pass on (Jimenez et al., "Practical realtime strategies", 2016)."""
    x = visibility[:, None]
    a, b, c = 2.0404 * albedo - 0.3324, -4.7951 * albedo + 0.6417, 2.7552 * albedo + 0.6903
    return np.asarray(np.maximum(x, ((x * a + b) * x + c) * x), np.float32)
