"""`Stage`: one resumable step of a generation. Its output is stored under a key made of all that it depends on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from maquette.pipeline.bundle import Bundle
from maquette.request import GenerationRequest
from maquette.settings import Settings


class StageContext(Protocol):
    """What a running stage sees. It is also the `EngineContext` of the engine that it calls."""

    request: GenerationRequest
    settings: Settings

    def input(self, stage: str) -> Bundle:
        """Output of an earlier stage that this one `needs`."""
        ...

    def image(self, index: int) -> bytes:
        """Bytes of picture `index` of the request."""
        ...

    def model(self) -> bytes:
        """Bytes of the model that the request gives as `mesh`."""
        ...

    def progress(self, fraction: float) -> None: ...
    def check_cancelled(self) -> None: ...
    def warn(self, message: str) -> None: ...


@dataclass(frozen=True)
class Stage:
    """One step.

    Attributes:
        name: its stable name, seen by users as a step of the job.
        version: raised whenever the same input may give another output.
        reads: fields of the request that decide the output.
        needs: names of the stages whose output it reads.
        run: the work; deterministic.
        provides: the name under which later stages know its output, where several stages can stand in one place: `load` of a model
            stands where `reconstruct` does. The last one in the plan counts.
        optional: a failure is a warning, not the end of the job.
        environment: what else decides the output beside the request: versions of an engine, a setting.
    """

    name: str
    version: int
    reads: tuple[str, ...]
    needs: tuple[str, ...]
    run: Callable[[StageContext], Bundle]
    provides: str = ""
    optional: bool = False
    environment: Callable[[GenerationRequest, Settings], Mapping[str, object]] = lambda request, settings: {}


def stage_key(
    stage: Stage, request: GenerationRequest, needed: Mapping[str, str], environment: Mapping[str, Any]
) -> str:
    """SHA-256 that names this stage's output.

    Args:
        needed: key of each stage in `stage.needs`.
        environment: whatever else decides results (engine version, settings of the cut-out).
    """
    data = request.model_dump(mode="json", include=set(stage.reads) - {"images", "mesh"})
    if "mesh" in stage.reads:
        data["mesh"] = [request.mesh.sha256, request.mesh.format] if request.mesh else None
    if "images" in stage.reads:
        data["images"] = [[i.sha256, i.label] for i in request.images]
    record = [stage.name, stage.version, data, [needed[n] for n in stage.needs], dict(environment)]
    return hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()
