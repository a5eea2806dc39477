"""`refine`: the dense mesh of an engine or of a file becomes the one that was asked for: mended, placed, and remeshed."""

from __future__ import annotations

import numpy as np

from maquette.errors import MeshError
from maquette.geometry import symmetry, topology
from maquette.geometry.bone_pose import pose_by_bones
from maquette.geometry.clean import ensure_solid
from maquette.geometry.closest import ClosestPoints
from maquette.geometry.components import drop_small_parts, face_parts, same_polygons
from maquette.geometry.fill_holes import fill_holes
from maquette.geometry.hard_edges import carried
from maquette.geometry.hausdorff import SAMPLES, hausdorff
from maquette.geometry.mesh import Floats, Mesh
from maquette.geometry.place import Matrix, place, transform
from maquette.geometry.pose import NotPosed, PosedMesh, try_pose
from maquette.geometry.quad_pairing import quads_from_triangles
from maquette.geometry.quads import quad_remesh
from maquette.geometry.seam_simplify import simplify_with_seams
from maquette.geometry.simplify import simplify
from maquette.geometry.smooth import smooth
from maquette.pipeline.artifacts import Arrays, mesh_arrays, mesh_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import GenerationRequest, Pivot

RAW_TOLERANCE = 0.02
"""Share by which the number of triangles may miss the wanted one before the user is told."""

DRAFT_SAMPLES = 2000
"""For the distance of a draft to its source, which is told and decides nothing."""

MAX_STRETCH = 4.0
"""A box that stretches the solid more than this is applied after remeshing: remeshers give up on needles (a ball in a box of 1:100:1
kept all of its 5,080 triangles when 500 were asked for), and nobody can tell the face shapes of a needle apart."""

ASYMMETRY = 0.05
"""Mirrored points this share of the extent away from the surface, in the mean, mean that half of the model was invented."""


def run(context: StageContext) -> Bundle:
    """The final mesh; `to_engine (4, 4) float64`, which takes its points back into the frame of the stage before; with a pose also
    `posed (n, 3) float32`, the vertices of that stage's mesh where the pose puts them, in its frame.

    `meta`: `polygons`, `triangles`, `source_triangles`, the distance to the mended source in metres (`hausdorff_m`, `mean_distance_m`) and
    as a share of its diagonal (`hausdorff_relative`), and `kept` (the polygons are those of the source, number by number).
    """
    request = context.request
    given = context.input("reconstruct")
    raw = mesh_from(given)
    sized = request.mesh is not None or bool(given.meta.get("metric", False))
    mended, shift = _mend(context, raw)
    context.progress(0.1)
    context.check_cancelled()
    posed = _posed(context, mended)
    solid = mended if posed is None else posed.mesh
    # The solid is placed before it is remeshed, so that a stretched bounding box still gets evenly shaped faces,
    # and fitted once more after, because remeshing moves the extremes a little.
    dense, first = _placed(solid, request, sized, turned=False)
    scales = np.diag(first)[:3]
    if scales.max() > MAX_STRETCH * scales.min():
        dense, first = _placed(solid, request.model_copy(update={"bbox": None}), sized, turned=False)
    context.progress(0.15)
    context.check_cancelled()
    mesh = _remeshed(context, dense)
    context.progress(0.85)
    context.check_cancelled()
    total, second = _placed(mesh, request, sized, turned=True)
    if shift and _pivot(request) == "keep":
        # The plane of symmetry was moved to x = 0; the origin is where it was in the file.
        back: Matrix = np.eye(4)
        back[:3, 3] = (second @ first)[:3, :3] @ (shift, 0, 0)
        total, second = transform(total, back), back @ second
    unshift: Matrix = np.eye(4)
    unshift[0, 3] = shift
    to_engine = unshift @ np.linalg.inv(second @ first)
    arrays: Arrays = mesh_arrays(total) | {"to_engine": to_engine}
    if posed is not None:
        arrays["posed"] = _posed_source(raw, posed, shift)
    kept = same_polygons(raw, total)
    meta = {
        "polygons": total.polygon_count,
        "triangles": len(total.faces),
        "source_triangles": len(raw.faces),
        "kept": kept,
        **_distance(
            transform(dense, second),
            total,
            same_polygons(dense, total),
            DRAFT_SAMPLES if request.detail == "draft" else SAMPLES,
        ),
    }
    context.progress(0.95)
    return Bundle(arrays, meta=meta)


def _mend(context: StageContext, mesh: Mesh) -> tuple[Mesh, float]:
    """The mesh with what was asked for done to it, and how far its plane of symmetry was moved (to x = 0)."""
    request = context.request
    if request.min_part > 0:
        mesh, dropped = drop_small_parts(mesh, request.min_part)
        if dropped:
            context.warn(
                f"{dropped} parts smaller than {request.min_part:.3g} of the largest one were left out, as asked. "
                "Lower min_part to keep them."
            )
    if request.fill_holes and not topology.is_closed(mesh.faces):
        mesh = _filled(context, mesh)
    if request.smooth:
        mesh = smooth(mesh, request.smooth, crease_degrees=request.crease_degrees)
    if request.symmetric is not True:
        return mesh, 0.0
    x, mismatch = symmetry.symmetry_plane(mesh)
    if mismatch > ASYMMETRY:
        context.warn(
            "The model is far from symmetric, so a half of it was replaced by the mirror image of the other. "
            "Leave symmetry out to keep it as it is."
        )
    if mesh.uv is not None and "keep" in (request.mesh_mode, request.uv):
        context.warn("The UVs were dropped: a mirrored half needs its own. Leave symmetry out to keep them.")
    return symmetry.symmetrise(Mesh(mesh.vertices - np.array([x, 0, 0], np.float32), mesh.faces)), x


def _filled(context: StageContext, mesh: Mesh) -> Mesh:
    if mesh.uv is not None and "keep" in (context.request.mesh_mode, context.request.uv):
        context.warn("The UVs were dropped when holes were filled: the new faces have none. Let new UVs be made.")
    filled = fill_holes(mesh)
    if topology.is_closed(filled.faces):
        return filled
    try:
        solid = ensure_solid(filled)
    except MeshError:
        context.warn("Some holes stay open: three or more faces meet at their edges. Close them in a mesh editor.")
        return filled
    context.warn(
        "Faces that meet three at an edge left no clean holes to fill, so the model was rebuilt as a solid. "
        "Thin sheets may have become thicker; leave fill_holes out to keep them."
    )
    return solid


def _posed(context: StageContext, mesh: Mesh) -> PosedMesh | None:
    """The mesh in the pose that was asked for, where it is a humanoid."""
    pose = context.request.pose
    if pose is None:
        return None
    result = try_pose(mesh, pose)
    if isinstance(result, NotPosed):
        result = _by_bones(context, mesh, result)
    if isinstance(result, PosedMesh):
        return result
    context.warn(
        f"The {pose.upper()} pose was not applied: {result.reason}. Leave the pose out, or pose the asset in your 3D tool."
    )
    return None


def _by_bones(context: StageContext, mesh: Mesh, failed: NotPosed) -> PosedMesh | NotPosed:
    """By the skeleton that the engine gave, for what no picture tells apart: robes, armour, arms at rest."""
    given = context.input("reconstruct")
    if not given.meta.get("limbs") or context.request.pose is None:
        return failed
    part = given.arrays.get("face_part")
    own = None if part is None or len(part) != len(mesh.faces) else np.asarray(part, np.int32)
    return pose_by_bones(mesh, given.meta["limbs"], context.request.pose, own)


def _posed_source(raw: Mesh, posed: PosedMesh, shift: float) -> Floats:
    """`(n, 3) float32` the vertices of `raw` where the pose puts them, in the frame of the stage before.

    The baker samples the appearance unposed: a point of the posed source lies in the same triangle, at the same barycentrics, as before.
    """
    offset = np.array([shift, 0, 0], np.float32)
    if len(raw.vertices) == len(posed.rest) and np.array_equal(raw.vertices - offset, posed.rest):
        return np.asarray(posed.mesh.vertices + offset, np.float32)
    still = raw.with_vertices(raw.vertices - offset)  # mended: other faces, nearly the same surface
    face, weights = ClosestPoints(posed.mesh.with_vertices(posed.rest)).locate(still.vertices, still.vertex_normals())
    corners = posed.mesh.vertices.astype(np.float64)[posed.mesh.faces[face]]
    return np.asarray(np.einsum("nc,ncx->nx", weights, corners) + offset, np.float32)


def _pivot(request: GenerationRequest) -> Pivot:
    """Where the origin comes: a model that keeps its size keeps it too, unless something else is asked for."""
    if request.pivot is not None:
        return request.pivot
    resized = request.bbox is not None or request.height_cm is not None
    return "base" if request.mesh is None or resized else "keep"


def _placed(mesh: Mesh, request: GenerationRequest, sized: bool, *, turned: bool) -> tuple[Mesh, Matrix]:
    return place(
        mesh,
        bbox=request.bbox,
        height_m=None if request.height_cm is None else request.height_cm / 100,
        keep_size=sized,
        pivot=_pivot(request),
        turn_degrees=request.turn_degrees if turned else 0.0,
    )


def _remeshed(context: StageContext, dense: Mesh) -> Mesh:
    request = context.request
    if request.mesh_mode == "keep":
        return dense
    if request.mesh_mode == "quad":
        mesh = _split_triangles(context, dense) if _designed(context) else _quads(context, dense)
    else:
        mesh = _triangles(context, dense)
    before = _part_count(dense)
    after = _part_count(mesh)
    if after < before:
        context.warn(
            f"{before - after} of {before} separate parts were too small for {request.target_faces} faces and were left out. "
            "Ask for more faces."
        )
    if after > before:
        context.warn(
            f"The shape fell into {after} parts instead of {before}: what joins them is too thin for {request.target_faces} faces. "
            "Ask for more faces."
        )
    return mesh


def _part_count(mesh: Mesh) -> int:
    """Parts that are apart in space. One by its faces is one: only others need vertices of equal place joined (0.15 s for 200 k faces)."""
    _, label = topology.vertex_components(mesh.faces, len(mesh.vertices))
    if (label[mesh.faces[:, 0]] == label[mesh.faces[0, 0]]).all():
        return 1
    return int(face_parts(mesh).max()) + 1


def _triangles(context: StageContext, dense: Mesh) -> Mesh:
    request = context.request
    if request.uv == "keep" and dense.uv is not None:
        mesh = simplify_with_seams(dense, request.target_faces)
    elif request.symmetric is True:
        mesh = symmetry.simplify_symmetric(symmetry.cut_half(dense), request.target_faces)
    else:
        mesh = simplify(dense, request.target_faces)
    mesh = carried(dense, mesh)
    if abs(len(mesh.faces) - request.target_faces) > RAW_TOLERANCE * request.target_faces:
        context.warn(
            f"The mesh has {len(mesh.faces)} triangles instead of {request.target_faces}: "
            "other numbers would have broken this shape. Try gentler proportions or another number."
        )
    return mesh


def _designed(context: StageContext) -> bool:
    """Whether an engine built the solid from exact parts: its own triangles make better quads than a remesher, which would blur edges and
    lose thin limbs, and in a tenth of the time. Whoever asks for the finest detail or for creases gets the remesher.
    """
    request = context.request
    built = bool(context.input("reconstruct").meta.get("parts"))
    return built and request.crease_degrees is None and request.detail != "high" and request.symmetric is not True


def _split_triangles(context: StageContext, dense: Mesh) -> Mesh:
    vertices, quads = quads_from_triangles(Mesh(dense.vertices, dense.faces), context.request.target_faces)
    return carried(dense, Mesh.from_quads(vertices, quads))


def _quads(context: StageContext, dense: Mesh) -> Mesh:
    request = context.request
    if request.symmetric is True:
        context.warn(
            "The shape is symmetric, but the quads follow it on each side in their own way. "
            "Choose raw triangles for an exactly mirrored mesh."
        )
    try:
        mesh = quad_remesh(
            dense,
            request.target_faces,
            crease_degrees=request.crease_degrees,
            seed=request.seed,
            check_cancelled=context.check_cancelled,
        )
    except MeshError as error:
        context.warn(
            f"Quad remeshing failed ({error.message}); the asset has triangles instead. Ask for more faces or for raw triangles."
        )
        return simplify(dense, 2 * request.target_faces)
    triangles = 2 * mesh.polygon_count - len(mesh.faces)
    if triangles > 0.01 * mesh.polygon_count:
        context.warn(
            f"{triangles} of {mesh.polygon_count} faces are triangles: quads alone could not keep this shape. Ask for more faces."
        )
    return mesh


def _distance(source: Mesh, mesh: Mesh, same: bool, samples: int) -> dict[str, float]:
    if same:
        return {"hausdorff_m": 0.0, "hausdorff_relative": 0.0, "mean_distance_m": 0.0}
    found = hausdorff(Mesh(source.vertices, source.faces), Mesh(mesh.vertices, mesh.faces), samples)
    return {
        "hausdorff_m": found.hausdorff_m,
        "hausdorff_relative": found.hausdorff_relative,
        "mean_distance_m": found.mean_m,
    }


STAGE = Stage(
    "refine",
    version=5,
    reads=(
        *(
            "mesh_mode",
            "target_faces",
            "crease_degrees",
            "smooth",
            "fill_holes",
            "min_part",
            "symmetric",
            "uv",
            "pose",
            "seed",
            "detail",
        ),
        *("bbox", "height_cm", "turn_degrees", "pivot"),
    ),
    needs=("reconstruct",),
    run=run,
)
