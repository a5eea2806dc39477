"""`contact_sheet`: one asset from all sides in one picture, for people to look at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.render.camera import orbit
from maquette.render.compose import compose
from maquette.render.gbuffer import Backend
from maquette.render.scene import Scene, Style
from maquette.texture.textures import TextureSet

# Azimuth and elevation in degrees of each view, and whether it is clay with wires.
VIEWS = (
    (0, 5, False),
    (35, 18, False),
    (90, 5, False),
    (180, 5, False),
    (215, 18, False),
    (0, 80, False),
    (35, 18, True),
    (325, -20, True),
)
COLUMNS = 4


def contact_sheet(
    mesh: Mesh, textures: TextureSet | None, *, size: int = 384, wireframe: bool = True, backend: Backend = "auto"
) -> NDArray[np.uint8]:
    """Front, three-quarter, side, back, back three-quarter, top, and clay from the front and from below.

    Args:
        size: edge of one view, pixels.
        wireframe: draw the polygons on the first clay view.

    Returns:
        `(2 size, 4 size, 3) uint8` sRGB, row by row.

    Raises:
        InvalidRequest: the mesh has no faces.
    """
    scene = Scene(mesh, textures, backend)
    points = mesh.vertices[np.unique(mesh.faces)]
    tiles = []
    for azimuth, elevation, clay in VIEWS:
        camera = orbit(points, (size, size), azimuth=azimuth, elevation=elevation)
        style = Style(clay=clay, wireframe=clay and wireframe and elevation > 0)
        tiles.append(compose(scene.render(camera, style), "studio"))
    rows = [np.concatenate(tiles[i : i + COLUMNS], axis=1) for i in range(0, len(tiles), COLUMNS)]
    return np.concatenate(rows, axis=0)
