"""Looks at what a program made, as a person would: on the ground, in one piece, of a sensible size, its parts in sight."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maquette.render.camera import orbit
from maquette.render.scene import Scene
from maquette.shapes.compile import Compiled

LEAST_SIZE, MOST_SIZE = 0.005, 500.0
"""Metres."""
HIDDEN = 0.3
"""Share of the parts that may be out of sight, inside of others or too small."""
VIEWS = ((30.0, 15.0), (150.0, 15.0), (270.0, 15.0), (30.0, 75.0))
PIXELS = 96


def complaint(compiled: Compiled) -> str | None:
    """What is wrong, with the remedy, or None."""
    mesh = compiled.fused
    low, high = mesh.bounds.astype(float)
    size = high - low
    longest = float(size.max())
    if not LEAST_SIZE <= longest <= MOST_SIZE:
        return f"The object is {longest:.3g} m long. Use metres and real sizes."
    if abs(low[1]) > 0.05 * longest:
        return f"Its lowest point is at y = {low[1]:.3g} m. It must stand on y = 0: move all parts by {-low[1]:.3g}."
    if max(abs(low[0] + high[0]), abs(low[2] + high[2])) > longest:
        return "It is far from the origin. Centre it on x = z = 0."
    if compiled.pieces > 1 and not compiled.program.floats:
        alone = ", ".join(_apart(compiled))
        return f"It falls into {compiled.pieces} pieces that do not touch. Let neighbouring parts overlap: {alone} stand alone."
    seen = _seen_parts(compiled)
    hidden = [p.part.name for i, p in enumerate(compiled.parts) if i not in seen]
    if len(hidden) > HIDDEN * len(compiled.parts):
        return f"Most of it cannot be seen: {', '.join(hidden[:12])} lie inside of others or are too small. Move or enlarge them."
    return None


def _apart(compiled: Compiled) -> list[str]:
    """Parts whose boxes meet no other part's."""
    boxes = np.array([p.mesh.bounds for p in compiled.parts])
    meets: NDArray[np.bool_] = np.asarray(
        (boxes[:, None, 0] <= boxes[None, :, 1]).all(axis=2) & (boxes[:, None, 1] >= boxes[None, :, 0]).all(axis=2)
    )
    return [p.part.name for p, row in zip(compiled.parts, meets, strict=True) if row.sum() == 1][:8] or ["some of them"]


def _seen_parts(compiled: Compiled) -> set[int]:
    """Parts that show in some view."""
    scene = Scene(compiled.fused)
    found: set[int] = set()
    for azimuth, elevation in VIEWS:
        camera = orbit(compiled.fused.vertices, (PIXELS, PIXELS), azimuth=azimuth, elevation=elevation)
        face = scene.tracer.primary(camera).face
        found.update(np.unique(compiled.face_part[face[face >= 0]]).tolist())
    return found
