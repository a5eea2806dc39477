"""`reconstruct`: the engine turns the views into a closed mesh and an appearance field."""

from __future__ import annotations

from maquette.engines.engine import EngineRequest
from maquette.engines.registry import engine_for
from maquette.errors import UnsupportedInput
from maquette.pipeline.artifacts import appearance_arrays, mesh_arrays
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.pipeline.stages.segment import views_from
from maquette.request import GenerationRequest
from maquette.settings import Settings


def run(context: StageContext) -> Bundle:
    """The engine's `RawAsset`: mesh, appearance, and in `meta` its card's identity, its front window and its facts."""
    request = context.request
    engine = engine_for(request.engine, text=request.from_text)
    views = () if request.from_text else views_from(context.input("segment"), request)
    if len(views) > engine.card.max_views:
        raise UnsupportedInput(
            f"Engine '{engine.card.id}' takes at most {engine.card.max_views} pictures.", field="images"
        )
    raw = engine.generate(
        EngineRequest(
            views=views,
            prompt=request.prompt,
            seed=request.seed,
            detail=request.detail,
            condition_mode=request.condition_mode,
            symmetric=request.symmetric,
            options=request.options,
        ),
        context,
    )
    meta: dict[str, object] = {
        "engine": {"id": engine.card.id, "version": engine.card.version},
        "appearance": raw.appearance.kind,
        "front_window": raw.front_window,
        "facts": dict(raw.metadata),
        "metric": raw.metric,
    }
    arrays = mesh_arrays(raw.mesh) | appearance_arrays(raw.appearance)
    if raw.face_part is not None:
        arrays["face_part"] = raw.face_part
        meta["parts"] = list(raw.part_names)
    if raw.limbs:
        meta["limbs"] = {kind: [list(j) for j in joints] for kind, joints in raw.limbs.items()}
    return Bundle(arrays, files=dict(raw.documents), meta=meta)


def environment(request: GenerationRequest, settings: Settings) -> dict[str, object]:
    """The engine's version: another version may give another shape."""
    card = engine_for(request.engine, text=request.from_text).card
    out: dict[str, object] = {"engine": card.id, "engine_version": card.version}
    if request.from_text and settings.language_model_url:
        out["language_model"] = [settings.language_model_url, settings.language_model]
    return out


_READS = ("engine", "images", "prompt", "seed", "detail", "condition_mode", "symmetric", "options")
STAGE = Stage("reconstruct", version=2, reads=_READS, needs=("segment",), run=run, environment=environment)
TEXT = Stage("reconstruct", version=2, reads=_READS, needs=(), run=run, environment=environment)
"""The same for words alone."""
