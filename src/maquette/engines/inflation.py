"""The built-in engine: a closed solid from outlines alone, in a second, without weights. The baseline for every learned engine."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np

from maquette.engines.engine import EngineCard, EngineContext, EngineRequest, RawAsset, View
from maquette.engines.lathe import row_axis, turned
from maquette.engines.multiview import fuse, reconstruct
from maquette.engines.projection import FrontProjection, unseen_maps
from maquette.engines.silhouette import PAD, half_thickness, mirror_likeness, trace
from maquette.engines.solid import isosurface, thicken
from maquette.errors import UnsupportedInput

CELLS = {"draft": 160, "standard": 256, "high": 384}
"""Grid cells along the object's longest side."""

BACK = 0.9
"""The back is this much flatter than the front."""

FRONTAL = 0.86
"""Likeness of an outline to its own mirror image from which the picture counts as a frontal view: people, chairs, robots and cars from
the front have 0.9 and more, animals and tools from the side under 0.8."""


class InflationEngine:
    """See docs/engines.md."""

    card: ClassVar[EngineCard] = EngineCard(
        id="inflation",
        version="1",
        title="Rounded inflation and visual hull",
        modalities=frozenset({"image", "multiview"}),
        max_views=5,
        licence="Apache-2.0",
        territory="worldwide",
        memory_mb=900,
        runs_on_cpu=True,
        expected_seconds={"draft": 0.6, "standard": 1.5, "high": 4.0},
        options_schema={"type": "object", "properties": {}, "additionalProperties": False},
    )

    def generate(self, request: EngineRequest, context: EngineContext) -> RawAsset:
        """See `Engine.generate`. The frame: object's bounding box centred, its longest side in the first picture is 1."""
        if not request.views:
            raise UnsupportedInput(
                "This engine needs a picture; it cannot work from text alone. Add an image of the object.",
                field="images",
            )
        cells = CELLS[request.detail]
        if len(request.views) == 1 and request.views[0].label in (None, "F"):
            return inflate(request.views[0], cells, context, request.symmetric)
        if request.condition_mode == "fuse" and len(request.views) > 1:
            asset = inflate(fuse(request.views), cells, context)
            return replace(
                asset,
                front_window=None,
                metadata={"fused": len(request.views), "cells": cells},
            )
        return reconstruct(request.views, cells, context)


def inflate(view: View, cells: int, context: EngineContext, symmetric: bool | None = None) -> RawAsset:
    """One picture to a solid with exactly the picture's outline, of which nothing was seen from behind.

    Three guesses, in this order: turned on a lathe; seen from its side, so that the picture plane is its plane of symmetry (animals,
    shoes, tools); else seen from its front.

    Args:
        symmetric: True says that the picture plane is the plane of symmetry, False that it is not, None guesses.
    """
    outline = trace(view, cells)
    context.progress(0.1)
    wheel = turned(outline)
    side_on = symmetric if symmetric is not None else wheel is None and mirror_likeness(outline.distance) < FRONTAL
    u = half_thickness(outline) if wheel is None else wheel
    context.check_cancelled()
    context.progress(0.4)
    if wheel is not None:
        front, back = u, u
    else:  # the same thickness in sum, whichever way it is shared
        middle = np.float32(((1 + BACK) / 2) ** 2)
        front, back = (u * middle, u * middle) if side_on else (u, u * np.float32(BACK**2))
    field = thicken(outline.distance, front, back)
    context.check_cancelled()
    context.progress(0.6)
    cell = 1.0 / cells
    x0, y0, x1, y1 = outline.box
    pixel = outline.pixels_per_cell
    width, height = (x1 - x0) / pixel, (y1 - y0) / pixel
    left, top = -width / 2 - PAD, height / 2 + PAD  # cells, of the grid's outer corner
    origin = np.array([left + 0.5, top - 0.5, -(len(field) // 2)]) * cell
    mesh = isosurface(field, origin, cell)
    context.progress(0.8)
    h, w = view.alpha.shape
    k = cell / pixel
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    window = (-cx * k, (cy - h) * k, (w - cx) * k, cy * k)
    axis = np.zeros((0, 3), np.float32) if wheel is None else row_axis(outline.distance, origin, cell)
    appearance = FrontProjection(view.rgb, *unseen_maps(view), np.array(window, np.float32), axis, bool(side_on))
    context.progress(1.0)
    guess = "lathe" if wheel is not None else "side" if side_on else "front"
    return RawAsset(mesh, appearance, window, {"views": [view.label or "F"], "cells": cells, "unseen_side": guess})
