"""The studio: three soft boxes and a gradient room, as analytic functions, so that a frame needs no environment picture.

Specular: GGX with Smith visibility and Schlick Fresnel (glTF 2.0, appendix B), soft boxes as in Karis, "Real shading in Unreal
Engine 4" (2013): a light of angular radius a widens the lobe. The room's reflection uses the split sum with Karis' analytic
environment BRDF ("Physically based shading on mobile", 2014).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maquette.render.camera import Camera
from maquette.render.surface import dot

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Light:
    """A soft box far away. Arrives as irradiance `power` on a surface that faces it; `radius` is its angular radius in radians."""

    direction: Floats
    power: float
    radius: float
    shadow: bool = False


# Position relative to the camera (azimuth, elevation in degrees), share of the irradiance, angular radius, casts a shadow.
_RIG = ((-30.0, 42.0, 0.54, 0.20, True), (52.0, 18.0, 0.20, 0.35, False), (160.0, 38.0, 0.34, 0.25, False))
SKY, FLOOR = 0.56, 0.34  # irradiance from above and from the bright floor, before exposure
MEAN_REFLECTION = 0.62  # what a smooth surface that faces the camera mirrors, on average: measured over the rig


class Studio:
    """Lights fixed to the camera's azimuth, exposed so that a surface which faces the key light shows its own base colour."""

    def __init__(self, camera: Camera) -> None:
        right, forward = camera.rotation[0], camera.rotation[2]
        out = -np.array([forward[0], 0.0, forward[2]])
        out /= max(float(np.linalg.norm(out)), 1e-9)
        self.lights: list[Light] = []
        for azimuth, elevation, power, radius, shadow in _RIG:
            a, e = np.radians(azimuth), np.radians(elevation)
            direction = np.cos(e) * (np.cos(a) * out + np.sin(a) * right) + np.array([0.0, np.sin(e), 0.0])
            self.lights.append(Light(direction.astype(np.float32), power, radius, shadow))
        self._right = right.astype(np.float32)
        key = self.lights[0].direction[None]
        self.exposure = 1.0 / float(
            self._ambient(key)[0] + sum(li.power * max(0.0, float(key[0] @ li.direction)) for li in self.lights)
        )

    @property
    def key(self) -> Light:
        """The one that casts shadows."""
        return self.lights[0]

    def _ambient(self, normals: Floats) -> Floats:
        up = normals[:, 1]
        return (FLOOR + (SKY - FLOOR) * (0.5 + 0.5 * up)).astype(np.float32)

    def ambient(self, normals: Floats) -> Floats:
        """Irradiance / pi of the room `(n,)` for unit normals `(n, 3)`; 1 shows a white surface white."""
        return self._ambient(normals) * np.float32(self.exposure)

    def room(self, directions: Floats, roughness: Floats) -> Floats:
        """Radiance `(n,)` of the room towards unit `directions (n, 3)`, blurred for `roughness (n,)`: floor, bright horizon, dark
        wall, overhead box, and two strips that draw long highlights on smooth shapes.
        """
        y, x = directions[:, 1], directions @ self._right
        soft = 0.10 + 0.9 * roughness

        def step(value: Floats, at: float) -> Floats:
            return np.asarray(0.5 + 0.5 * np.tanh((value - at) / soft), np.float32)

        level = 0.30 + 0.55 * step(y, -0.12) - 0.42 * step(y, 0.22) + 0.85 * step(y, 0.72)
        width = 0.02 + 0.5 * roughness * roughness
        strips = (
            np.exp(-((np.abs(x) - 0.72) ** 2) / width) * np.sqrt(0.02 / width) * step(y, -0.3) * (1 - step(y, 0.75))
        )
        return np.asarray((level + 0.55 * strips) * self.exposure, np.float32)


def ggx(normals: Floats, view: Floats, light: Light, f0: Floats, alpha: Floats) -> Floats:
    """Specular reflection `(n, 3)` per unit of `light.power`, times the cosine, for `alpha (n,)` = roughness squared."""
    half = view + light.direction
    half = half / np.maximum(np.sqrt(dot(half, half)), 1e-8)[:, None]
    nl = np.clip(normals @ light.direction, 0, 1)
    nv = np.clip(dot(normals, view), 1e-3, 1)
    nh = np.clip(dot(normals, half), 0, 1)
    vh = np.clip(dot(view, half), 0, 1)
    wide = np.clip(alpha + light.radius / 2, 0, 1)
    a2 = np.maximum(wide * wide, 1e-5)
    d = a2 / np.maximum((nh * nh * (a2 - 1) + 1) ** 2, 1e-8)  # times pi, since power is irradiance / pi
    visibility = 0.5 / (nl * np.sqrt(nv * nv * (1 - a2) + a2) + nv * np.sqrt(nl * nl * (1 - a2) + a2) + 1e-6)
    fresnel = f0 + (1 - f0) * ((1 - vh) ** 5)[:, None]
    return np.asarray(fresnel * (d * visibility * nl)[:, None], np.float32)


def environment_brdf(f0: Floats, roughness: Floats, nv: Floats) -> Floats:
    """Share `(n, 3)` of a uniform room that the specular lobe reflects (Karis' fit)."""
    r0, r1 = -roughness + 1, -0.0275 * roughness + 0.0425
    r2, r3 = -0.572 * roughness + 1.04, 0.022 * roughness - 0.04
    a = np.minimum(r0 * r0, np.exp2(-9.28 * nv)) * r0 + r1
    scale, bias = -1.04 * a + r2, 1.04 * a + r3
    return np.asarray(f0 * scale[:, None] + bias[:, None], np.float32)
