"""`reconstruct`: the engine turns the views into a closed mesh and an appearance field."""

from __future__ import annotations

from maquette.engines.engine import EngineRequest
from maquette.engines.registry import get_engine
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
    engine = get_engine(request.engine)
    views = views_from(context.input("segment"), request)
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
    meta = {
        "engine": {"id": engine.card.id, "version": engine.card.version},
        "appearance": raw.appearance.kind,
        "front_window": raw.front_window,
        "facts": dict(raw.metadata),
    }
    return Bundle(mesh_arrays(raw.mesh) | appearance_arrays(raw.appearance), meta=meta)


def environment(request: GenerationRequest, settings: Settings) -> dict[str, object]:
    """The engine's version: another version may give another shape."""
    return {"engine_version": get_engine(request.engine).card.version}


STAGE = Stage(
    "reconstruct",
    version=1,
    reads=("engine", "images", "prompt", "seed", "detail", "condition_mode", "symmetric", "options"),
    needs=("segment",),
    run=run,
    environment=environment,
)
