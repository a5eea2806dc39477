"""The built-in engine: a closed solid from outlines alone, in a second, without weights. The baseline for every learned engine."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from maquette.engines.engine import EngineCard, EngineContext, EngineRequest, RawAsset, View
from maquette.engines.projection import FrontProjection, unseen_maps
from maquette.engines.silhouette import PAD, Silhouette, local_radius, screened_poisson, trace
from maquette.engines.solid import Floats, isosurface, thicken
from maquette.errors import UnsupportedInput

CELLS = {"draft": 160, "standard": 256, "high": 384}
"""Grid cells along the object's longest side."""

DEPTH = 0.85
"""Half-thickness as a share of the local half-width: what fits best on the benchmark (docs/engines.md)."""

SCREEN = 0.5
"""Screening length as a share of the longest side: wide shapes level off instead of swelling without end."""

BACK = 0.9
"""The back is this much flatter than the front."""


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
        return inflate(request.views[0], CELLS[request.detail], context)


def half_thickness(outline: Silhouette) -> Floats:
    """Squared half-thickness `(ny, nx) float32`, cells^2: round bars and balls, levelled off where the shape is wide."""
    u = screened_poisson(outline.distance, 2.0, SCREEN * outline.cells)
    radius = local_radius(outline.distance)
    # A bar already has u = radius^2 on its axis, a disc only half of that: raise it by what is missing.
    crest = local_crest(u, outline.distance)
    gain = np.clip(radius**2 / np.maximum(crest, 1e-3), 0.5, 2.5)
    return np.asarray(u * gain * np.float32(DEPTH**2), np.float32)


def local_crest(u: Floats, distance: Floats) -> Floats:
    """The value of u on the crest that each cell belongs to, smoothed."""
    return np.asarray(
        local_radius(np.where(distance > 0, np.sqrt(np.maximum(u, 0)), distance).astype(np.float32)) ** 2, np.float32
    )


def inflate(view: View, cells: int, context: EngineContext) -> RawAsset:
    """One picture to a solid that is symmetric enough to the picture plane and has exactly the picture's outline."""
    outline = trace(view, cells)
    context.progress(0.1)
    u = half_thickness(outline)
    context.check_cancelled()
    context.progress(0.4)
    field = thicken(outline.distance, u, u * np.float32(BACK**2))
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
    appearance = FrontProjection(view.rgb, *unseen_maps(view), np.array(window, np.float32))
    context.progress(1.0)
    return RawAsset(mesh, appearance, window, {"views": [view.label or "F"], "cells": cells})
