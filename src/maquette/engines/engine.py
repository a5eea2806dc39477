"""The engine contract: prepared inputs in, `Mesh` + `Appearance` out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.texture.appearance import Appearance

Modality = Literal["text", "image", "multiview", "mesh"]
Detail = Literal["draft", "standard", "high"]


@dataclass(frozen=True)
class EngineCard:
    """What a person must know before choosing an engine.

    Attributes:
        id: stable name used by `--engine` and stored with each asset.
        version: changes whenever the same input may give another result.
        modalities: kinds of input it takes.
        max_views: pictures of one object that it can use at once.
        licence: SPDX identifier, or a name, of code and weights.
        territory: "worldwide", or where its licence does not apply.
        memory_mb: peak working memory of one generation.
        runs_on_cpu: True if no accelerator is needed.
        expected_seconds: typical seconds on two CPU cores by detail.
        options_schema: JSON schema of `EngineRequest.options`.
    """

    id: str
    version: str
    title: str
    modalities: frozenset[Modality]
    max_views: int
    licence: str
    territory: str
    memory_mb: int
    runs_on_cpu: bool
    expected_seconds: Mapping[Detail, float]
    options_schema: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class View:
    """One picture with its object cut out.

    Attributes:
        rgb: `(h, w, 3) uint8`, sRGB, at the picture's full resolution, upright, not premultiplied. Colours under `alpha == 0` are
            filled from the object's edge, so that sampling across the silhouette never brings in background.
        alpha: `(h, w) float32` in [0, 1], the object's soft mask.
        label: where the camera stood, one of F FL L BL B BR R FR U D, or None if not known. L is the object's own left (+X side).
    """

    rgb: NDArray[np.uint8]
    alpha: NDArray[np.float32]
    label: str | None = None


@dataclass(frozen=True, eq=False)
class EngineRequest:
    """Inputs of one generation. `condition_mode`: "concat" = views of one object, "fuse" = blend of several objects."""

    views: tuple[View, ...]
    prompt: str | None = None
    seed: int = 0
    detail: Detail = "standard"
    condition_mode: Literal["concat", "fuse"] = "concat"
    symmetric: bool | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


class EngineContext(Protocol):
    """How a running engine talks to its job."""

    def progress(self, fraction: float) -> None:
        """Report real progress in [0, 1] within the current stage."""
        ...

    def check_cancelled(self) -> None:
        """Raise `Cancelled` if the job was cancelled; call it between steps of more than 0.3 s."""
        ...

    def warn(self, message: str) -> None:
        """Tell the user about a parameter that could not be honoured."""
        ...


@dataclass(frozen=True, eq=False)
class RawAsset:
    """What an engine gives.

    Attributes:
        mesh: closed, outward, in the engine's frame: Y up, front +Z, any scale.
        appearance: sampled in the same frame.
        front_window: `(x0, y0, x1, y1)` in the engine's frame: the rectangle of the XY plane that the first picture covers under
            an orthographic camera looking along -Z, or None where the engine has no such camera.
        metadata: JSON-ready facts for `asset.extras` and the job (azimuths of the views, symmetry found, ...).
        metric: the mesh is in metres; the asset keeps that size unless the request says another.
        face_part: `(m,) int32`, part of each face, where the engine knows parts; `part_names` in that order.
        limbs: joints `(k, 3)` of each limb by its kind (`maquette.shapes.program.LimbKind`), where the engine knows a skeleton.
        documents: further files for the user by name: a program that can be edited.
    """

    mesh: Mesh
    appearance: Appearance
    front_window: tuple[float, float, float, float] | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    metric: bool = False
    face_part: NDArray[np.int32] | None = None
    part_names: tuple[str, ...] = ()
    limbs: Mapping[str, tuple[tuple[float, float, float], ...]] = field(default_factory=dict)
    documents: Mapping[str, bytes] = field(default_factory=dict)


class Engine(Protocol):
    """Implemented by every engine. Instances are kept warm by a worker, so loading belongs into `__init__` or the first call."""

    card: ClassVar[EngineCard]

    def generate(self, request: EngineRequest, context: EngineContext) -> RawAsset:
        """Reconstruct; the same request and seed give the same bytes on the same machine.

        Raises:
            UnsupportedInput: the request holds something that this engine cannot use.
            Cancelled: the job was cancelled.
        """
        ...
