"""A plan whose files are real but tiny: a cube in every format that is asked for, with the names that the pipeline gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from maquette.formats.registry import MEDIA_TYPES, write_asset
from maquette.geometry.mesh import Mesh
from maquette.pipeline.bundle import Bundle
from maquette.request import GenerationRequest
from tests.server import plan as other

STEPS = other.STEPS
build_stages = other.build_stages
STEMS = {"all": ("model_pbr", "model_shaded"), "pbr": ("model_pbr",), "shaded": ("model_shaded",)}


def cube() -> Mesh:
    """Twelve triangles, 1 m wide, with normals."""
    corners = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], np.float32)
    sides = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    faces = np.array([t for a, b, c, d in sides for t in ((a, b, c), (a, c, d))], np.int32)
    return Mesh(corners, faces)


def collect_assets(
    request: GenerationRequest, outputs: Mapping[str, Bundle]
) -> Sequence[tuple[str, str, str, str, bytes]]:
    """Models by material and format, and a picture unless none is wanted."""
    files = []
    for stem in STEMS.get(request.material, ("model",)):
        for kind in request.formats:
            name, data = write_asset(kind, cube(), None, stem)[0]
            files.append((name, "model", kind, MEDIA_TYPES[kind], data))
    if request.preview:
        files.append(("preview.webp", "preview", "webp", "image/webp", other.WEBP))
    return files
