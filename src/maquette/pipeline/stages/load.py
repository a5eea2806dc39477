"""`load`: a model that the user gives stands where a reconstruction would: as a mesh with an appearance, Y up, in metres."""

from __future__ import annotations

import numpy as np

from maquette.formats.registry import read_model
from maquette.geometry.place import transform
from maquette.pipeline.artifacts import appearance_arrays, mesh_arrays, texture_arrays
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.texture.model_appearance import ModelAppearance

Z_UP = np.array([[1.0, 0, 0, 0], [0, 0, 1, 0], [0, -1, 0, 0], [0, 0, 0, 1]])
"""Turns Z up into Y up; what looked along -Y (the front in Blender) looks along +Z."""


def run(context: StageContext) -> Bundle:
    """The mesh; its surface as an appearance; and its textures as they are, where they are all that the file says (`Model.textures`).

    `meta`: `plain` (the file says nothing of the surface), `unlit`, `parts` of the file, and what `reconstruct` says.
    """
    request = context.request
    assert request.mesh is not None
    model = read_model(context.model(), request.mesh.format)
    matrix = (Z_UP if request.up == "z" else np.eye(4)) @ np.diag([*[request.unit_m] * 3, 1.0])
    mesh = model.mesh if np.array_equal(matrix, np.eye(4)) else transform(model.mesh, matrix)
    appearance = ModelAppearance.of(model, mesh)
    textures = model.textures
    meta = {
        "engine": {"id": "file", "version": "1"},
        "appearance": appearance.kind,
        "front_window": None,
        "facts": dict(model.extras),
        "plain": model.plain,
        "unlit": all(m.unlit for m in model.materials) if model.materials else False,
    }
    return Bundle(
        mesh_arrays(mesh) | appearance_arrays(appearance) | (texture_arrays(textures) if textures is not None else {}),
        meta=meta,
    )


STAGE = Stage("load", version=2, reads=("mesh", "up", "unit_m"), needs=(), run=run, provides="reconstruct")
