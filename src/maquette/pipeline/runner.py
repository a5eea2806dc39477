"""Runs the stages of one request, in the command line and in a worker alike.

A stage's output is stored under `work/<account>/<stage_key>`. If it is there already, the stage is not run: after a crash a job resumes
at its last finished stage, and a request that differs only in its last stages pays only for those. Accounts never share outputs.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, cast

from maquette.errors import Cancelled, EngineError, InvalidRequest, MaquetteError, NotFound
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.notices import forward_warnings
from maquette.pipeline.stage import Stage, stage_key
from maquette.request import GenerationRequest
from maquette.settings import Settings, load_settings
from maquette.storage.blobs import BlobStore

DEFAULT_PLAN = "maquette.pipeline.plan"
_MAGIC = b"MQS1"
_HEAD = 4096
"""Bytes read to see whether an output exists and what it warned of."""
_log = logging.getLogger(__name__)


class OutputFile(NamedTuple):
    """A file for the user: `kind` and the rest as in `maquette.jobs.job.Asset`."""

    name: str
    kind: str
    format: str
    media_type: str
    data: bytes


class Plan(Protocol):
    """Which stages a request has and what becomes of their outputs. A module with these functions is one."""

    def build_stages(self, request: GenerationRequest) -> tuple[Stage, ...]:
        """In order of execution; every stage after those that it needs."""
        ...

    def collect_assets(
        self, request: GenerationRequest, outputs: Mapping[str, Bundle]
    ) -> Sequence[tuple[str, str, str, str, bytes]]:
        """`(name, kind, format, media_type, data)` of each file, the main model first; a failed optional stage has no output."""
        ...


def load_plan(module: str | None = None) -> Plan:
    """The plan in a module; default: `$MAQUETTE_PLAN`, else the built-in one.

    Raises:
        InvalidRequest: there is no such module.
    """
    name = module or os.environ.get("MAQUETTE_PLAN") or DEFAULT_PLAN
    try:
        return cast(Plan, importlib.import_module(name))
    except ModuleNotFoundError as error:
        raise InvalidRequest(f"The plan module {name} cannot be imported ({error}). Correct MAQUETTE_PLAN.") from error


@dataclass(frozen=True)
class StageEvent:
    """Something that a progress display wants to know.

    Attributes:
        kind: "started", "progress", "finished" (`seconds` it took), "reused", "warned" (`message`), or "skipped" (optional, failed).
        fraction: progress of this stage in [0, 1].
    """

    kind: Literal["started", "progress", "finished", "reused", "warned", "skipped"]
    stage: str
    fraction: float = 0.0
    seconds: float = 0.0
    message: str = ""


@dataclass(frozen=True)
class StageOutcome:
    """How a stage ended. `key` names its output; it is None if an optional stage failed. `seconds` is 0.0 if it was reused."""

    name: str
    key: str | None
    seconds: float
    reused: bool
    warnings: tuple[str, ...] = ()


@dataclass
class StageRunner:
    """One request's stages, their keys and their outputs.

    Attributes:
        account: whose cache is used.
        settings: what stages see of the configuration.
        check: raises `Cancelled` or `StageTimeout` when the work must stop.
        on_event: is called from the running stage's thread; must be quick.
    """

    stages: Sequence[Stage]
    request: GenerationRequest
    blobs: BlobStore
    account: str = "local"
    check: Callable[[], None] = lambda: None
    on_event: Callable[[StageEvent], None] = lambda event: None
    settings: Settings = field(default_factory=load_settings)
    _bundles: dict[str, Bundle] = field(default_factory=dict)
    _failed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        keys: dict[str, str] = {}
        self._place: dict[str, str] = {}
        self._sources: dict[str, dict[str, str]] = {}
        for stage in self.stages:  # all keys are known before anything runs
            sources = {need: self._place.get(need, need) for need in stage.needs}
            needed = {need: keys[source] for need, source in sources.items()}
            keys[stage.name] = stage_key(stage, self.request, needed, stage.environment(self.request, self.settings))
            self._sources[stage.name] = sources
            if stage.provides:
                self._place[stage.provides] = stage.name
        self._keys = keys

    def key(self, name: str) -> str:
        """Key of stage `name`'s output."""
        return self._keys[name]

    def blob_key(self, name: str) -> str:
        """Where the output of stage `name` is stored."""
        return f"work/{self.account}/{self._keys[name]}"

    def run(self, stage: Stage) -> StageOutcome:
        """Reuse the stored output, or run the stage and store it.

        Raises:
            Cancelled, StageTimeout: from `check`.
            MaquetteError: as raised by the stage; anything else that it raises becomes an `EngineError`.
        """
        self.check()
        known = self._stored(stage.name)
        if known is not None:
            for message in known:
                self.on_event(StageEvent("warned", stage.name, message=message))
            self.on_event(StageEvent("reused", stage.name, 1.0))
            return StageOutcome(stage.name, self._keys[stage.name], 0.0, True, known)
        self.on_event(StageEvent("started", stage.name))
        context = _Context(self, stage)
        start = time.perf_counter()
        try:
            bundle = self._call(stage, context)
        except Cancelled:
            raise
        except MaquetteError as error:
            if not stage.optional:
                raise
            return self._skipped(stage, context, error, time.perf_counter() - start)
        seconds = time.perf_counter() - start
        bundle = Bundle(
            bundle.arrays, bundle.files, json.loads(json.dumps(dict(bundle.meta)))
        )  # as it will be read back
        self._store(stage.name, bundle, context.warnings)
        self._bundles[stage.name] = bundle
        self._forget()
        self.on_event(StageEvent("finished", stage.name, 1.0, seconds))
        return StageOutcome(stage.name, self._keys[stage.name], seconds, False, tuple(context.warnings))

    def note(self, outcome: StageOutcome) -> None:
        """Take over the outcome of a stage that a former run of this job finished."""
        if outcome.key is None:
            self._failed.add(outcome.name)

    def output(self, name: str) -> Bundle:
        """Output of a finished stage, by its name or by what it `provides`; computed again if the store has lost it.

        Raises:
            NotFound: it is an optional stage that failed.
        """
        name = self._place.get(name, name)
        if name in self._failed:
            raise NotFound(f"Stage {name} failed and has no output.")
        if name not in self._bundles:
            try:
                self._bundles[name] = _unpack(self.blobs.get(self.blob_key(name)))
            except (NotFound, _Damaged):  # removed by the retention of the cache, or cut short by a loss of power
                self.blobs.delete(self.blob_key(name))
                self.run(self.stages[self._position(name)])
                return self.output(name)
        return self._bundles[name]

    def outputs(self) -> Mapping[str, Bundle]:
        """Outputs by stage name, loaded when asked for; without failed optional stages."""
        return _Outputs(self)

    def _call(self, stage: Stage, context: _Context) -> Bundle:
        try:
            with forward_warnings(context.warn):
                return stage.run(context)
        except MaquetteError:
            raise
        except MemoryError as error:
            raise EngineError(
                f"Stage {stage.name} ran out of memory. Ask for less detail or smaller textures."
            ) from error
        except Exception as error:
            _log.exception("stage %s failed", stage.name)
            raise EngineError(
                f"Stage {stage.name} failed with {type(error).__name__}. This is a fault of the program: report it with the picture."
            ) from error

    def _skipped(self, stage: Stage, context: _Context, error: MaquetteError, seconds: float) -> StageOutcome:
        context.warn(f"{stage.name} was left out: {error.message}")
        self._failed.add(stage.name)
        self.on_event(StageEvent("skipped", stage.name, 1.0, seconds, error.message))
        return StageOutcome(stage.name, None, seconds, False, tuple(context.warnings))

    def _stored(self, name: str) -> tuple[str, ...] | None:
        """Warnings of the stored output, or None if there is none."""
        try:
            head = self.blobs.get_range(self.blob_key(name), 0, _HEAD)
            if _head_size(head) > len(head):
                head = self.blobs.get_range(self.blob_key(name), 0, _head_size(head))
            return _warnings(head)
        except (NotFound, _Damaged):
            return None

    def _store(self, name: str, bundle: Bundle, warnings: Sequence[str]) -> None:
        head = json.dumps({"stage": name, "warnings": list(warnings)}).encode()
        self.blobs.put(self.blob_key(name), _MAGIC + len(head).to_bytes(4, "little") + head + bundle.to_bytes())

    def _forget(self) -> None:
        """Drop outputs that only finished stages needed, so that memory holds what is still to be read."""
        done = [s.name for s in self.stages if s.name in self._bundles]
        rest = self.stages[self._position(done[-1]) + 1 :]
        read = {s.name: set(self._sources[s.name].values()) for s in self.stages}
        wanted = {n for s in rest for n in read[s.name]} | (set(read) - {n for names in read.values() for n in names})
        for name in done:
            if name not in wanted:
                del self._bundles[name]

    def _position(self, name: str) -> int:
        return next(i for i, s in enumerate(self.stages) if s.name == name)


def run_stages(
    stages: Sequence[Stage],
    request: GenerationRequest,
    blobs: BlobStore,
    *,
    account: str = "local",
    check: Callable[[], None] = lambda: None,
    on_event: Callable[[StageEvent], None] = lambda event: None,
    settings: Settings | None = None,
) -> Mapping[str, Bundle]:
    """Run all stages in this process; gives their outputs by name (what `Plan.collect_assets` takes).

    Raises:
        MaquetteError: as `StageRunner.run`.
    """
    runner = StageRunner(stages, request, blobs, account, check, on_event, settings or load_settings())
    for stage in stages:
        runner.run(stage)
    return runner.outputs()


class _Context:
    """The `StageContext` of one running stage."""

    def __init__(self, runner: StageRunner, stage: Stage) -> None:
        self.request, self.settings = runner.request, runner.settings
        self.warnings: list[str] = []
        self._runner, self._stage, self._fraction = runner, stage, 0.0

    def input(self, stage: str) -> Bundle:
        if stage not in self._stage.needs:  # its key would not depend on it
            raise KeyError(f"stage {self._stage.name} reads {stage} without naming it in `needs`")
        return self._runner.output(self._runner._sources[self._stage.name][stage])

    def image(self, index: int) -> bytes:
        return self._runner.blobs.get(self.request.images[index].key)

    def model(self) -> bytes:
        if self.request.mesh is None:
            raise KeyError(f"stage {self._stage.name} reads a model that the request does not give")
        return self._runner.blobs.get(self.request.mesh.key)

    def progress(self, fraction: float) -> None:
        self.check_cancelled()
        self._fraction = max(self._fraction, min(float(fraction), 1.0))
        self._runner.on_event(StageEvent("progress", self._stage.name, self._fraction))

    def check_cancelled(self) -> None:
        self._runner.check()

    def warn(self, message: str) -> None:
        if message not in self.warnings:
            self.warnings.append(message)
            self._runner.on_event(StageEvent("warned", self._stage.name, message=message))


class _Outputs(Mapping[str, Bundle]):
    def __init__(self, runner: StageRunner) -> None:
        self._runner = runner

    def __getitem__(self, name: str) -> Bundle:
        if name not in set(self):
            raise KeyError(name)
        return self._runner.output(name)

    def __iter__(self) -> Iterator[str]:
        return (s.name for s in self._runner.stages if s.name not in self._runner._failed)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Damaged(Exception):
    """A stored output is not what was written."""


def _head_size(data: bytes) -> int:
    if data[:4] != _MAGIC:
        raise _Damaged
    return 8 + int.from_bytes(data[4:8], "little")


def _warnings(data: bytes) -> tuple[str, ...]:
    try:
        return tuple(json.loads(data[8 : _head_size(data)])["warnings"])
    except ValueError:
        raise _Damaged from None


def _unpack(data: bytes) -> Bundle:
    try:
        return Bundle.from_bytes(data[_head_size(data) :])
    except (ValueError, KeyError, EOFError, zipfile.BadZipFile):
        raise _Damaged from None
