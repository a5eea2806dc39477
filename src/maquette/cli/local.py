"""Runs a generation in this process: the stages of a job without its queue, with the data folder as store and cache."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from maquette.errors import BadImage, InvalidRequest
from maquette.images.decode import probe_image
from maquette.jobs.retention import trim_stage_outputs
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.plan import build_stages, collect_assets
from maquette.pipeline.runner import OutputFile, StageEvent, run_stages
from maquette.request import MAX_IMAGES, GenerationRequest, ImageInput, ViewLabel
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore

OnProgress = Callable[[str, float, float | None], None]
"""Stage, fraction done in [0, 1], seconds it took (None until it ends, 0.0 if its result was reused)."""

ACCOUNT = "command-line"
"""Owner of what commands store; no account of the service has this id."""


@dataclass(frozen=True, eq=False)
class LocalResult:
    """A finished generation: `files` with the main model first, `bundles` of every stage, `seconds` by stage."""

    request: GenerationRequest
    files: Sequence[OutputFile]
    bundles: Mapping[str, Bundle]
    warnings: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def run_local(
    images: Sequence[Path],
    settings: Settings,
    *,
    on_progress: OnProgress = lambda stage, fraction, seconds: None,
    labels: Sequence[str | None] = (),
    **fields: Any,
) -> LocalResult:
    """Generate from picture files; `fields` are those of `GenerationRequest`.

    Raises:
        MaquetteError: whatever a stage or the request's validation refuses.
    """
    inputs = store_images(images, settings, labels)
    request = GenerationRequest.build(images=inputs, engine=settings.engine, **fields)
    return run_request(request, settings, on_progress=on_progress)


def store_images(
    images: Sequence[Path], settings: Settings, labels: Sequence[str | None] = ()
) -> tuple[ImageInput, ...]:
    """Put picture files into the store.

    Raises:
        InvalidRequest: too many, or a bad label.
        BadImage: a file cannot be read, or is no picture.
    """
    check_inputs(images, labels)
    blobs = BlobStore.open(settings)
    inputs = []
    for path, label in zip(images, [*labels, *[None] * len(images)], strict=False):
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BadImage(f"'{path}' cannot be read ({error.strerror}). Check its path and permissions.") from None
        probe_image(data, max_bytes=settings.max_image_bytes, max_pixels=settings.max_image_pixels)
        digest = hashlib.sha256(data).hexdigest()
        key = f"images/{ACCOUNT}/{digest}"
        blobs.put(key, data)
        inputs.append(ImageInput(key=key, sha256=digest, label=label))  # type: ignore[arg-type]
    return tuple(inputs)


def run_request(
    request: GenerationRequest,
    settings: Settings,
    *,
    account: str = ACCOUNT,
    on_progress: OnProgress = lambda stage, fraction, seconds: None,
) -> LocalResult:
    """Run a request whose inputs are in the store; `account` is whose stage outputs are reused.

    Raises:
        MaquetteError: whatever a stage refuses.
    """
    blobs = BlobStore.open(settings)
    warnings = list(request.warnings)
    seconds: dict[str, float] = {}

    def hear(event: StageEvent) -> None:
        if event.kind == "warned":
            warnings.append(event.message)
        elif event.kind in ("finished", "reused", "skipped"):
            seconds[event.stage] = round(event.seconds, 3)
            on_progress(event.stage, 1.0, event.seconds)
        else:
            on_progress(event.stage, event.fraction, None)

    outputs = run_stages(build_stages(request), request, blobs, account=account, on_event=hear, settings=settings)
    files = collect_assets(request, outputs)
    trim_stage_outputs(
        blobs, int(settings.cache_gb * 1e9)
    )  # last, so that a small cache cannot lose what is still to be read
    return LocalResult(request, files, outputs, warnings, seconds)


def check_inputs(images: Sequence[Path], labels: Sequence[str | None]) -> None:
    """Refuse what no request could hold, before any picture is read.

    Raises:
        InvalidRequest: too many pictures, an unknown view label, or more labels than pictures.
    """
    if len(images) > MAX_IMAGES:
        raise InvalidRequest(f"{len(images)} pictures were given; give at most {MAX_IMAGES}.", field="images")
    for label in labels:
        if label is not None and label not in get_args(ViewLabel):
            raise InvalidRequest(
                f"'{label}' is no view label; choose from {', '.join(get_args(ViewLabel))} or '?'.", field="label"
            )
    if len(labels) > len(images):
        raise InvalidRequest(
            f"{len(labels)} labels were given for {len(images)} pictures; give one per picture, in their order.",
            field="label",
        )
