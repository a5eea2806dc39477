"""`texture`: the mesh is unwrapped and the appearance field is baked into pictures."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import numpy as np

from maquette.engines.registry import engine_for
from maquette.geometry.clean import extent
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import transform
from maquette.geometry.unwrap import unwrap
from maquette.pipeline.artifacts import appearance_from, mesh_arrays, mesh_from, texture_arrays, textures_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.pipeline.stages.delight import pictures_of
from maquette.prompts.looks import steer
from maquette.prompts.steered import steered
from maquette.request import GenerationRequest
from maquette.texture.appearance import Appearance
from maquette.texture.bake import bake_sets, surroundings
from maquette.texture.kept_uv import uv_problem
from maquette.texture.light_bake import PICTURE_STRENGTH
from maquette.texture.material_appearance import MaterialAppearance, with_materials
from maquette.texture.material_estimate import estimate_materials
from maquette.texture.model_appearance import ModelAppearance
from maquette.texture.picture_paint import PicturePaint
from maquette.texture.word_paint import WordPaint


def run(context: StageContext) -> Bundle:
    """The mesh with UVs; its textures, `textures.*`; and beside a PBR set the shaded one, `shaded.*`, where both are wanted.

    `meta['unlit']`: the main set holds the light already. Without a material, the mesh as it came.
    """
    request = context.request
    refined, raw = context.input("refine"), context.input("reconstruct")
    mesh = mesh_from(refined)
    unlit_source = bool(raw.meta.get("unlit", False))
    maps: Literal["pbr", "shaded", "all"]
    if request.material == "none":
        return Bundle(mesh_arrays(mesh), meta={"unlit": False})
    if request.material == "keep" and raw.meta.get("plain", False):
        # Charts are wanted all the same; nothing is there to be baked into them.
        return Bundle(mesh_arrays(mesh if request.uv == "keep" else _charts(mesh, context)), meta={"unlit": False})
    if request.material == "keep":
        own = textures_from(raw)
        if own is not None and mesh.uv is not None and request.uv == "keep":
            return Bundle(mesh_arrays(mesh) | texture_arrays(own), meta={"unlit": unlit_source})
        maps = "shaded" if unlit_source else "pbr"
    else:
        maps = request.material
    solid, posed = mesh_from(raw), refined.arrays.get("posed")
    to_engine = refined.arrays["to_engine"]
    source = transform(solid if posed is None else solid.with_vertices(posed), np.linalg.inv(to_engine))
    light = 0.0 if unlit_source else light_strength(request)
    with surroundings(mesh, source, maps, light) as around, ThreadPoolExecutor(1) as pool:
        views = context.input("segment") if request.mesh is None and request.images else None
        field = pool.submit(_appearance, request, raw, views, solid)
        mesh = _charts(mesh, context)
        context.progress(0.2)
        context.check_cancelled()
        baked = bake_sets(
            mesh,
            field.result(),
            to_engine,
            size=request.texture_size,
            source=source,
            rest=None if posed is None else solid,
            maps=maps,
            light=light,
            relief=request.quad_normal,
            around=around,
            progress=lambda fraction: context.progress(0.2 + 0.8 * fraction),
            check_cancelled=context.check_cancelled,
        )
    main = baked.pbr if baked.pbr is not None else baked.shaded
    assert main is not None
    arrays = mesh_arrays(mesh) | texture_arrays(main)
    if baked.pbr is not None and baked.shaded is not None:
        arrays |= texture_arrays(baked.shaded, "shaded")
    return Bundle(arrays, meta={"unlit": main.unlit})


def _appearance(request: GenerationRequest, raw: Bundle, views: Bundle | None, solid: Mesh) -> Appearance:
    """What the surface of the engine's mesh looks like, with the materials that its pictures show."""
    engine_for(request.engine, text=request.from_text)  # its import registers the appearance that is restored
    appearance = appearance_from(raw)
    if isinstance(appearance, ModelAppearance):
        return appearance.for_size(request.texture_size)
    if views is not None:
        steering = steer(request.prompt or "")
        table = estimate_materials(pictures_of(views), steering.text)
        appearance = with_materials(appearance, table, solid.vertices[::61], solid.vertex_normals()[::61])
        return steered(appearance, steering, extent(solid.vertices))
    return appearance


RESTORED = (ModelAppearance, MaterialAppearance, PicturePaint, WordPaint)
"""Appearances that stages before this one store; their import registers them."""


def light_strength(request: GenerationRequest) -> float:
    """Strength of the light in shaded colours: less where they come from a picture that holds its own."""
    return PICTURE_STRENGTH if request.images and not request.delight else 1.0


def _charts(mesh: Mesh, context: StageContext) -> Mesh:
    """The mesh with its own UVs, if they are wanted and fit, else with new ones."""
    request = context.request
    if request.uv == "keep":
        problem = uv_problem(mesh)
        if problem is None:
            return mesh
        if mesh_from(context.input("reconstruct")).uv is None:
            return unwrap(mesh, request.texture_size)  # there were none to keep
        if mesh.uv is None and request.mesh_mode != "keep":
            problem = "remeshing made new faces"
        context.warn(f"The UVs could not be kept: {problem}. New ones were made.")
    # A draft from words is there in two seconds; a draft from pictures has few charts, which are packed well in no time.
    return unwrap(mesh, request.texture_size, quick=request.detail == "draft" and request.from_text)


def stage_for(request: GenerationRequest) -> Stage:
    """The stage, with what it needs: a generation from pictures has views to judge the material by."""
    reads: tuple[str, ...] = ("engine", "detail", "material", "texture_size", "uv", "quad_normal", "delight")
    needs: tuple[str, ...] = ("reconstruct", "refine")
    if request.mesh is None and request.images:
        reads, needs = (*reads, "prompt"), (*needs, "segment")
    return Stage("texture", version=7, reads=reads, needs=needs, run=run)
