"""Soft studio light for textures that viewers show unlit ("Shaded"): a sky, a key light with its shadow, a fill and a rim light.

The rig stands still in the asset's frame (front +Z), so the result is the same for every viewer. It is exposed so that an open surface
that looks to the front and a little up keeps its own colour: the tone of an asset does not change, it only gets form.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.clean import extent
from maquette.geometry.mesh import Mesh
from maquette.geometry.rays import RayScene
from maquette.render.color import to_linear, to_srgb
from maquette.texture.occlusion import OFFSET, Occlusion, lattice, sphere_directions, spread

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]

SKY, FLOOR = 0.62, 0.36
"""Irradiance / pi from above and from a bright floor, before exposure."""
KEY, FILL, RIM = ((-32.0, 44.0), 0.52), ((58.0, 15.0), 0.17), ((165.0, 35.0), 0.30)
"""((azimuth, elevation) in degrees, irradiance) of the three lights."""
SHADOW_RAYS, SHADOW_RADIUS = 24, 0.22
"""Rays towards the key light and its angular radius in radians: a large soft box."""
KNEE, TOP = 0.85, 1.1
"""Light above the first is pressed together, and no surface gets brighter than the second times its own colour: whites would burn out."""
PICTURE_STRENGTH = 0.45
"""Strength for colours that come from a picture as it is: it holds a light of its own, and two full ones would make mud."""


@dataclass(frozen=True, eq=False)
class Shadow:
    """Part of the key light's soft box that each place of the surface sees, on the lattice of `texture.occlusion`."""

    visible: Occlusion


def direction(azimuth: float, elevation: float) -> Floats:
    """Unit vector `(3,)` to a light; azimuth 0 is the front (+Z), 90 the object's left (+X)."""
    a, e = np.radians(azimuth), np.radians(elevation)
    return np.array([np.cos(e) * np.sin(a), np.sin(e), np.cos(e) * np.cos(a)], np.float32)


def shadow(mesh: Mesh, scene: RayScene, check_cancelled: Callable[[], None] = lambda: None) -> Shadow:
    """Trace the key light's shadow of `mesh` on itself."""
    size = extent(mesh.vertices)
    steps, points, normals = lattice(mesh)
    start = (points + normals * np.float32(OFFSET * size)).astype(np.float32)
    to_key = direction(*KEY[0])
    near = sphere_directions(int(SHADOW_RAYS * 4 / SHADOW_RADIUS**2))
    near = near[near @ to_key > np.cos(SHADOW_RADIUS)]
    facing = np.flatnonzero(normals @ to_key > -0.1)
    seen = np.zeros(len(points), np.float32)
    for d in near:
        check_cancelled()
        rays = np.broadcast_to(d, (len(facing), 3))
        seen[facing] += ~scene.occluded(start[facing], rays, 4 * size)
    return Shadow(spread(mesh, steps, seen / np.float32(len(near))))


def irradiance(normals: Floats, open_sky: Floats, key_seen: Floats) -> Floats:
    """`(n,)` light on surfaces with unit `normals (n, 3)`, 1 for one that looks to the front and up and is open.

    Args:
        open_sky: `(n,)` share of the sky that is open.
        key_seen: `(n,)` share of the key light that is.
    """
    return np.asarray(_raw(normals, open_sky, key_seen) * np.float32(1 / _EXPOSURE), np.float32)


def _raw(normals: Floats, open_sky: Floats, key_seen: Floats) -> Floats:
    out = np.float32((SKY + FLOOR) / 2) + normals[:, 1] * np.float32((SKY - FLOOR) / 2)
    for (angles, power), soft in ((FILL, 0.35), (RIM, 0.15)):
        d = direction(*angles)
        cosine = normals[:, 0] * d[0] + normals[:, 1] * d[1] + normals[:, 2] * d[2]
        out += np.float32(power) * np.maximum((cosine + np.float32(soft)) / np.float32(1 + soft), 0)
    out *= open_sky
    d = direction(*KEY[0])
    cosine = normals[:, 0] * d[0] + normals[:, 1] * d[1] + normals[:, 2] * d[2]
    out += np.float32(KEY[1]) * np.maximum(cosine, 0) * key_seen
    return np.asarray(out, np.float32)


_FRONT = np.array([[-0.15, 0.3, 0.94]], np.float32)
_EXPOSURE = float(_raw(_FRONT / np.linalg.norm(_FRONT), np.ones(1, np.float32), np.ones(1, np.float32))[0])


def lit_colors(base: Pixels, light: Floats, strength: float, emissive: Pixels | None = None) -> Pixels:
    """`(n, 3) uint8` sRGB colours as they look under `light (n,)` (`irradiance`).

    Args:
        base: `(n, 3) uint8`, sRGB.
        strength: 0 leaves the colours as they are, 1 is the full light.
        emissive: `(n, 3) uint8`, sRGB, added in linear light.
    """
    knee, room = np.float32(KNEE), np.float32(TOP - KNEE)
    over = np.maximum(light - knee, 0)
    full = np.minimum(light, knee) + room * (1 - np.exp(-over / room))
    factor = 1 + np.float32(strength) * (full - 1)
    linear = _TO_LINEAR[base] * factor[:, None]
    if emissive is not None:
        linear += _TO_LINEAR[emissive]
    return np.asarray(
        _TO_BYTES[np.minimum(linear * np.float32(_STEPS) + np.float32(0.5), _STEPS).astype(np.int32)], np.uint8
    )


_STEPS = 1 << 16
_TO_LINEAR = to_linear(np.arange(256) / 255)
_TO_BYTES = np.rint(to_srgb(np.arange(_STEPS + 1) / _STEPS) * 255).astype(np.uint8)
