"""`render_preview`: the picture of an asset that people see first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.errors import InvalidRequest
from maquette.geometry.mesh import Mesh
from maquette.render.camera import orbit
from maquette.render.compose import Background, compose
from maquette.render.gbuffer import Backend
from maquette.render.scene import Scene, Style
from maquette.texture.textures import TextureSet

Pixels = NDArray[np.uint8]


def render_preview(
    mesh: Mesh,
    textures: TextureSet | None,
    *,
    size: int = 1024,
    background: Background = "studio",
    azimuth: float = 30.0,
    elevation: float = 15.0,
    clay: bool = False,
    wireframe: bool = False,
    ground_shadow: bool | None = None,
    backend: Backend = "auto",
) -> Pixels:
    """Draw a three-quarter view in the studio.

    Args:
        textures: None draws clay; so does a mesh without UVs.
        size: edge of the square picture, 16 to 8192 pixels.
        azimuth: degrees, 0 sees the front, 90 the object's left (+X) side.
        elevation: degrees above the horizon.
        wireframe: draw the polygons' edges, quads as quads.
        ground_shadow: None draws one except on a transparent background.

    Returns:
        `(size, size, 3) uint8` sRGB, or `(size, size, 4)` with straight alpha for "transparent". Equal inputs give equal bytes.

    Raises:
        InvalidRequest: no faces, or a size or background that does not exist.
    """
    if not 16 <= size <= 8192:
        raise InvalidRequest(f"A preview of {size} pixels cannot be made. Give a size from 16 to 8192.", field="size")
    scene = Scene(mesh, textures, backend)
    camera = orbit(mesh.vertices[np.unique(mesh.faces)], (size, size), azimuth=azimuth, elevation=elevation)
    shadow = background != "transparent" if ground_shadow is None else ground_shadow
    return compose(scene.render(camera, Style(clay=clay, wireframe=wireframe, ground_shadow=shadow)), background)
