"""The learned engine: one picture, or several, through a small network to a solid in an upright frame."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette.engines.azimuths import AZIMUTH, assign
from maquette.engines.engine import EngineCard, EngineContext, EngineRequest, RawAsset, View
from maquette.engines.learned.appearance import ProjectedViews, projector
from maquette.engines.learned.crop import Crop, crop_of
from maquette.engines.learned.field import Eye, eye_of, settled, solid_mesh
from maquette.engines.learned.network import WEIGHTS, Prediction, predict
from maquette.engines.learned.prior import FIELD
from maquette.engines.multiview import fuse
from maquette.errors import UnsupportedInput

Floats = NDArray[np.float32]

CELLS = {"draft": 96, "standard": 144, "high": 192}
"""Grid cells along the object's longest side."""

DOUBT = 0.6
"""Standard deviation of a seed's change to the unseen side, logits: within what the network itself holds possible."""


class CompactEngine:
    """See docs/engines.md."""

    card: ClassVar[EngineCard] = EngineCard(
        id="compact",
        version="1",
        title="Compact learned reconstruction",
        modalities=frozenset({"image", "multiview"}),
        max_views=5,
        licence="Apache-2.0",
        territory="worldwide",
        memory_mb=900,
        runs_on_cpu=True,
        expected_seconds={"draft": 1.0, "standard": 2.0, "high": 4.0},
        options_schema={"type": "object", "properties": {}, "additionalProperties": False},
    )

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._weights = weights

    def generate(self, request: EngineRequest, context: EngineContext) -> RawAsset:
        """See `Engine.generate`. The frame: upright, the first picture's crop has a half-side of 1 at the object's middle."""
        views = request.views
        if not views:
            raise UnsupportedInput(
                "This engine needs a picture; it cannot work from text alone. Add an image of the object.",
                field="images",
            )
        if request.condition_mode == "fuse" and len(views) > 1:
            views = (fuse(views),)
        labels, views = _labelled(views, context)
        crops = [crop_of(v) for v in views]
        context.progress(0.1)
        predictions = predict(crops, self._weights)
        context.check_cancelled()
        context.progress(0.4)
        eyes = settled(_eyes(labels, crops, predictions, request.seed))
        # The order of the pictures must not matter to the last bit.
        by_label = [eyes[i] for i in sorted(range(len(eyes)), key=lambda i: labels[i])]
        cells = CELLS[request.detail]
        mesh, cell = solid_mesh(by_label, cells)
        context.check_cancelled()
        context.progress(0.8)
        cameras = tuple(projector(v, c, e, mesh.vertices, cell) for v, c, e in zip(views, crops, eyes, strict=True))
        metadata = {
            "views": list(labels),
            "azimuths": [AZIMUTH.get(x) for x in labels],
            "elevation": round(_elevation(labels, predictions), 1),
            "openings": [round(2 * float(np.degrees(np.arctan(p.opening))), 1) for p in predictions],
            "cells": cells,
        }
        context.progress(1.0)
        return RawAsset(mesh, ProjectedViews(cameras, 4 * cell / eyes[0].scale), None, metadata)


def _labelled(views: Sequence[View], context: EngineContext) -> tuple[tuple[str, ...], tuple[View, ...]]:
    """Labels and views, each label once."""
    if len(views) == 1:
        return (views[0].label or "F",), tuple(views)
    found = assign(views)
    if not found.certain:
        context.warn(
            f"The sides that the pictures show are not certain; they were taken as {', '.join(found.labels)}. "
            "Name them (F, R, B, L, U, D) if the result is wrong."
        )
    kept: dict[str, View] = {}
    for label, view in zip(found.labels, views, strict=True):
        if label in kept:
            context.warn(f"Two pictures show side {label}; the first one was used.")
        kept.setdefault(label, view)
    return tuple(kept), tuple(kept.values())


def _elevation(labels: Sequence[str], predictions: Sequence[Prediction]) -> float:
    """Degrees: pictures of one object are taken from one height, so their median is surer than each."""
    level = [p.elevation for x, p in zip(labels, predictions, strict=True) if x in AZIMUTH]
    return float(np.degrees(np.median(level))) if level else 0.0


def _eyes(labels: Sequence[str], crops: Sequence[Crop], predictions: Sequence[Prediction], seed: int) -> list[Eye]:
    """The cameras in the object's frame. All pictures show one height (one width, from above)."""
    elevation = _elevation(labels, predictions)
    named = dict(zip(labels, crops, strict=True))
    reference = named[min(labels, key=lambda x: (x not in AZIMUTH, x != "F", x))]
    doubt = _doubt(seed) if len(crops) == 1 else None
    eyes = []
    for label, crop, prediction in zip(labels, crops, predictions, strict=True):
        if label in AZIMUTH:
            azimuth, height, scale = float(AZIMUTH[label]), elevation, reference.height / crop.height
        else:
            azimuth, height = 0.0, 90.0 if label == "U" else -90.0
            scale = 1.0 if crop is reference else reference.width / crop.width
        eyes.append(eye_of(crop, prediction, azimuth, height, scale, doubt))
    return eyes


def _doubt(seed: int) -> Floats | None:
    """`(FIELD, FIELD) float32` smooth change of the unseen side's logits; none for seed 0."""
    if seed == 0:
        return None
    coarse = np.random.default_rng(seed).normal(0, DOUBT, (4, 4)).astype(np.float32)
    return np.asarray(cv2.resize(coarse, (FIELD, FIELD), interpolation=cv2.INTER_CUBIC), np.float32)
