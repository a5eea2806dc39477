"""`delight`: light and shadow are taken out of the pictures' colours."""

from __future__ import annotations

from maquette.images.delight import delight
from maquette.pipeline.bundle import Array, Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.texture.material_estimate import Picture


def run(context: StageContext) -> Bundle:
    """The views of `segment`, the same arrays with other `rgb`; the pictures as they were stay as `lit.i`, for judging the material."""
    views = context.input("segment")
    count = int(views.meta["count"])
    arrays: dict[str, Array] = dict(views.arrays)
    for i in range(count):
        context.check_cancelled()
        arrays[f"lit.{i}"] = views.arrays[f"rgb.{i}"]
        arrays[f"rgb.{i}"] = delight(views.arrays[f"rgb.{i}"], views.arrays[f"alpha.{i}"])
        context.progress((i + 1) / count)
    return Bundle(arrays, meta=dict(views.meta))


def pictures_of(views: Bundle) -> list[Picture]:
    """What the material is judged by: the views, each with the picture as it was lit, whether or not it was de-lit since."""
    a = views.arrays
    count = int(views.meta["count"])
    return [(a[f"rgb.{i}"], a[f"alpha.{i}"], a.get(f"lit.{i}", a[f"rgb.{i}"])) for i in range(count)]


STAGE = Stage("delight", version=1, reads=("delight",), needs=("segment",), run=run, provides="segment")
