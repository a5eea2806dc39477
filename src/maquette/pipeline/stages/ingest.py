"""`ingest`: uploaded bytes become upright sRGB pixels; whatever is not a safe picture is refused here."""

from __future__ import annotations

import numpy as np

from maquette.errors import BadImage
from maquette.images.decode import decode_image
from maquette.pipeline.bundle import Array, Bundle
from maquette.pipeline.stage import Stage, StageContext


def run(context: StageContext) -> Bundle:
    """Arrays `rgb.i (h, w, 3) uint8` and, where the picture has transparency, `alpha.i (h, w) float32`."""
    limits = context.settings
    arrays: dict[str, Array] = {}
    count = len(context.request.images)
    for i in range(count):
        context.check_cancelled()
        try:
            picture = decode_image(
                context.image(i), max_bytes=limits.max_image_bytes, max_pixels=limits.max_image_pixels
            )
        except BadImage as error:
            # Say which one of several pictures is at fault.
            prefix = f"Image {i + 1} of {count}: " if count > 1 else ""
            raise type(error)(prefix + error.message, field="images") from None
        arrays[f"rgb.{i}"] = picture.rgb
        if picture.alpha is not None:
            arrays[f"alpha.{i}"] = np.asarray(picture.alpha, np.float32)
        context.progress((i + 1) / count)
    return Bundle(arrays, meta={"count": count})


STAGE = Stage("ingest", version=1, reads=("images",), needs=(), run=run)
