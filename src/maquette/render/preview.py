"""`preview`: the picture of an asset that people see first."""

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

AZIMUTH, ELEVATION = 30.0, 15.0


def preview(
    scene: Scene,
    *,
    size: int = 1024,
    background: Background = "studio",
    azimuth: float = AZIMUTH,
    elevation: float = ELEVATION,
    style: Style | None = None,
) -> Pixels:
    """Draw a three-quarter view in the studio.

    Args:
        size: edge of the square picture, 16 to 8192 pixels.
        azimuth: degrees, 0 sees the front, 90 the object's left (+X) side.
        elevation: degrees above the horizon.
        style: default: materials with a shadow on the floor.

    Returns:
        `(size, size, 3) uint8` sRGB, or `(size, size, 4)` with straight alpha for "transparent". Equal inputs give equal bytes.

    Raises:
        InvalidRequest: a size or background that does not exist.
    """
    if not 16 <= size <= 8192:
        raise InvalidRequest(f"A preview of {size} pixels cannot be made. Give a size from 16 to 8192.", field="size")
    points = scene.mesh.vertices[np.unique(scene.mesh.faces)]
    camera = orbit(points, (size, size), azimuth=azimuth, elevation=elevation)
    return compose(scene.render(camera, style), background)


def render_preview(
    mesh: Mesh,
    textures: TextureSet | None,
    *,
    size: int = 1024,
    background: Background = "studio",
    azimuth: float = AZIMUTH,
    elevation: float = ELEVATION,
    clay: bool = False,
    wireframe: bool = False,
    ground_shadow: bool | None = None,
    backend: Backend = "auto",
) -> Pixels:
    """`preview` of a mesh.

    Args:
        textures: None draws clay; so does a mesh without UVs.
        wireframe: draw the polygons' edges, quads as quads.
        ground_shadow: None draws one except on a transparent background.

    Raises:
        InvalidRequest: no faces, or a size or background that does not exist.
    """
    shadow = background != "transparent" if ground_shadow is None else ground_shadow
    style = Style(clay=clay, wireframe=wireframe, ground_shadow=shadow)
    scene = Scene(mesh, textures, backend)
    return preview(scene, size=size, background=background, azimuth=azimuth, elevation=elevation, style=style)
