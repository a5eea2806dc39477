"""`refine`: the engine's dense solid becomes the mesh that was asked for: raw triangles or quads, in metres, on the ground."""

from __future__ import annotations

import numpy as np

from maquette.errors import MeshError
from maquette.geometry.place import place
from maquette.geometry.quads import quad_remesh
from maquette.geometry.simplify import simplify
from maquette.geometry.topology import vertex_components
from maquette.pipeline.artifacts import mesh_arrays, mesh_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext

RAW_TOLERANCE = 0.02
"""Share by which the number of triangles may miss the wanted one before the user is told."""

MAX_STRETCH = 4.0
"""A box that stretches the solid more than this is applied after remeshing: remeshers give up on needles (a ball in a box of 1:100:1
kept all of its 5,080 triangles when 500 were asked for), and nobody can tell the face shapes of a needle apart."""


def run(context: StageContext) -> Bundle:
    """The final mesh, and `to_engine (4, 4) float64` that takes its points back into the frame of the engine's mesh."""
    request = context.request
    raw = mesh_from(context.input("reconstruct"))
    height = request.height_cm / 100 if request.height_cm is not None else None
    # The solid is placed before it is remeshed, so that a stretched bounding box still gets evenly shaped faces,
    # and fitted once more after, because remeshing moves the extremes a little.
    dense, first = place(raw, bbox=request.bbox, height_m=height)
    scales = np.diag(first)[:3]
    if scales.max() > MAX_STRETCH * scales.min():
        dense, first = place(raw, height_m=height)
    context.progress(0.05)
    context.check_cancelled()
    if request.mesh_mode == "quad":
        try:
            mesh = quad_remesh(dense, request.target_faces, seed=request.seed)
            triangles = 2 * mesh.polygon_count - len(mesh.faces)
            if triangles > 0.01 * mesh.polygon_count:
                context.warn(
                    f"{triangles} of {mesh.polygon_count} faces are triangles: quads alone could not keep this shape."
                )
        except MeshError as error:
            context.warn(f"Quad remeshing failed ({error.message}); the asset has triangles instead.")
            mesh = simplify(dense, 2 * request.target_faces)
    else:
        mesh = simplify(dense, request.target_faces)
        if abs(len(mesh.faces) - request.target_faces) > RAW_TOLERANCE * request.target_faces:
            context.warn(
                f"The mesh has {len(mesh.faces)} triangles instead of {request.target_faces}: "
                "other numbers would have broken this shape. Try gentler proportions or another number."
            )
    before, after = (vertex_components(m.faces, len(m.vertices))[0] for m in (dense, mesh))
    if after < before:
        context.warn(
            f"{before - after} of {before} separate parts were too small for {request.target_faces} faces and were left out. "
            "Ask for more faces."
        )
    context.progress(0.9)
    context.check_cancelled()
    mesh, second = place(mesh, bbox=request.bbox, height_m=height)
    if request.pose is not None:
        context.warn(
            f"The {request.pose.upper()} pose was not applied: engine '{request.engine}' does not tell limbs apart. "
            "Pose the asset in your 3D tool."
        )
    to_engine = np.linalg.inv(second @ first)
    return Bundle(
        mesh_arrays(mesh) | {"to_engine": to_engine},
        meta={"polygons": mesh.polygon_count, "triangles": len(mesh.faces), "source_triangles": len(raw.faces)},
    )


STAGE = Stage(
    "refine",
    version=2,
    reads=("mesh_mode", "target_faces", "bbox", "height_cm", "pose", "seed"),
    needs=("reconstruct",),
    run=run,
)
