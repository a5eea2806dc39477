"""`segment`: the object is cut out of each picture."""

from __future__ import annotations

from maquette.engines.engine import View
from maquette.errors import BadImage
from maquette.images.decode import Picture
from maquette.images.learned_cutout import identity
from maquette.images.segment import segment
from maquette.pipeline.bundle import Array, Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import GenerationRequest
from maquette.settings import Settings


def run(context: StageContext) -> Bundle:
    """Arrays `rgb.i (h, w, 3) uint8` and `alpha.i (h, w) float32`: the pictures as `View`s."""
    pictures = context.input("ingest")
    count = int(pictures.meta["count"])
    arrays: dict[str, Array] = {}
    for i in range(count):
        context.check_cancelled()
        picture = Picture(pictures.arrays[f"rgb.{i}"], pictures.arrays.get(f"alpha.{i}"))
        try:
            view = segment(
                picture,
                use_original_alpha=context.request.use_original_alpha,
                matting_model=context.settings.matting_model,
            )
        except BadImage as error:
            prefix = f"Image {i + 1} of {count}: " if count > 1 else ""
            raise type(error)(prefix + error.message, field="images") from None
        arrays[f"rgb.{i}"], arrays[f"alpha.{i}"] = view.rgb, view.alpha
        context.progress((i + 1) / count)
    return Bundle(arrays, meta={"count": count})


def views_from(bundle: Bundle, request: GenerationRequest) -> tuple[View, ...]:
    """The views in this stage's output, with the labels of the request."""
    labels = [image.label for image in request.images]
    return tuple(
        View(bundle.arrays[f"rgb.{i}"], bundle.arrays[f"alpha.{i}"], labels[i])
        for i in range(int(bundle.meta["count"]))
    )


def environment(request: GenerationRequest, settings: Settings) -> dict[str, object]:
    """The matting network decides the cut-out; its file name and size stand for its content. Without one, ours does if it can run."""
    model = settings.matting_model
    return {
        "matting": [model.name, model.stat().st_size] if model and model.is_file() else None,
        "learned": identity(),
    }


STAGE = Stage("segment", version=2, reads=("use_original_alpha",), needs=("ingest",), run=run, environment=environment)
