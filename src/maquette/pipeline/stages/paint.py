"""`paint`: a model that the user gives gets its colours from pictures or from words."""

from __future__ import annotations

from typing import Any

from maquette.pipeline.artifacts import appearance_arrays, mesh_arrays, mesh_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.pipeline.stages.delight import pictures_of
from maquette.pipeline.stages.segment import views_from
from maquette.texture.appearance import Appearance
from maquette.texture.material_appearance import with_materials
from maquette.texture.material_estimate import estimate_materials
from maquette.texture.picture_fit import Fit, fit_picture, surface_points
from maquette.texture.picture_paint import paint_from_pictures
from maquette.texture.word_paint import paint_from_words
from maquette.texture.words import read_prompt

POOR_FIT = 0.6
"""Overlap of the outlines below which the user is told that the picture may show something else."""


def run(context: StageContext) -> Bundle:
    """The mesh of `load` with a new appearance, as `load` gives it; `meta['plain']` is False.

    `meta['facts']`: with pictures `fits`, the side that each one was taken to show and how well its outline fits; with a prompt
    `understood`, what its words were read as.
    """
    request = context.request
    loaded = context.input("reconstruct")
    mesh = mesh_from(loaded)
    facts: dict[str, Any] = dict(loaded.meta.get("facts", {}))
    words = read_prompt(request.prompt or "")
    appearance: Appearance
    if request.images:
        views = views_from(context.input("segment"), request)
        points = surface_points(mesh)
        fits: list[Fit] = []
        for i, view in enumerate(views):
            context.check_cancelled()
            taken = [f.azimuth for f in fits]
            fits.append(fit_picture(points, view.alpha, view.label, taken, first=i == 0))
            if fits[-1].overlap < POOR_FIT:
                context.warn(
                    f"Image {i + 1} fits the model badly (its outline overlaps by {fits[-1].overlap:.0%}); "
                    "use a picture of this very object, seen level from one of its sides."
                )
            context.progress(0.6 * (i + 1) / len(views))
        facts["fits"] = [
            {"azimuth": round(f.azimuth, 1), "elevation": round(f.elevation, 1), "overlap": round(f.overlap, 4)}
            for f in fits
        ]
        table = estimate_materials(pictures_of(context.input("segment")), request.prompt, firm=True)
        appearance = with_materials(paint_from_pictures(mesh, views, fits), table, mesh.vertices, mesh.vertex_normals())
    else:
        appearance = paint_from_words(mesh, words, request.seed)
        if not words.looks:
            context.warn(
                "The prompt names no colour and no material that is known; the model was left grey. Try 'red plastic'."
            )
    if words.looks or not request.images:
        facts["understood"] = words.facts()
        if words.unknown and words.looks:
            context.warn(f"Not understood in the prompt: {', '.join(words.unknown)}.")
    context.progress(1.0)
    meta = dict(loaded.meta) | {"appearance": appearance.kind, "facts": facts, "plain": False, "unlit": False}
    return Bundle(mesh_arrays(mesh) | appearance_arrays(appearance), meta=meta)


PICTURES = Stage(
    "paint",
    version=1,
    reads=("images", "prompt", "seed"),
    needs=("reconstruct", "segment"),
    run=run,
    provides="reconstruct",
)
PROMPT = Stage("paint", version=1, reads=("prompt", "seed"), needs=("reconstruct",), run=run, provides="reconstruct")
