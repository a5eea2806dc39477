"""Jobs of test keys: instant, deterministic, free, and failing on demand (docs/testing-clients.md).

No worker sees them. A test job moves by the clock alone, whenever somebody looks at it or the webhook runner ticks, so that it behaves
the same in every process and after any crash. Its files are real: a small body made by the real stages once, then kept.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import logging
import re
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
import sqlalchemy as sa
from PIL import Image

from maquette import errors
from maquette.errors import MaquetteError, NotFound
from maquette.jobs import queries, store
from maquette.jobs.database import Database
from maquette.jobs.job import Asset, Job, JobStatus, Step
from maquette.jobs.sql import now
from maquette.jobs.tables import jobs
from maquette.pipeline.runner import Plan, StageRunner
from maquette.request import GenerationRequest, ImageInput
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore
from maquette.webhooks.outbox import emit_progress

_MAGIC = re.compile(r"maquette:([a-z]+)(?:=([A-Za-z0-9_.]{1,40}))?")
QUEUE_SECONDS = 0.1
RUN_SECONDS = 0.4
MAX_SECONDS = 3600.0
_OWNER = "test"
_log = logging.getLogger(__name__)
_REFUSALS: dict[str, MaquetteError] = {
    "insufficient": errors.InsufficientCredits("This job costs more credits than are left (test). Add credits."),
    "parallel": errors.ParallelismLimit("Too many jobs are not finished (test). Wait for one to end.", retry_after=5.0),
    "ratelimit": errors.RateLimited("Too many requests in a minute (test); wait 2 s.", retry_after=2.0),
    "unavailable": errors.Unavailable("The database does not answer (test). Try again.", retry_after=2.0),
    "forbidden": errors.PermissionDenied("This key may not do this (test). Use another one."),
    "invalid": errors.InvalidRequest("The prompt is not valid (test). Send another one.", field="prompt"),
}
_FAILURES = {
    "timeout": errors.StageTimeout("Stage reconstruct took too long (test). Ask for less detail."),
    "noobject": errors.ObjectNotFound("Nothing stands out from the background (test). Take another picture."),
}


@dataclass(frozen=True)
class Script:
    """How a test job goes: seconds in the queue and in work, and how it ends. `ends` False: it stays in work until it is cancelled."""

    queue: float = QUEUE_SECONDS
    run: float = RUN_SECONDS
    error: MaquetteError | None = None
    ends: bool = True


def orders(request: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, str]:
    """Magic values in the prompt or in any text of `extra` (names, raw fields): `{"slow": "30"}`."""
    text = f"{request.get('prompt') or ''} {json.dumps(dict(extra))}"
    return dict(_MAGIC.findall(text))


def script(found: Mapping[str, str]) -> Script:
    """What the magic values of an accepted job ask for."""
    queue, run, error = QUEUE_SECONDS, RUN_SECONDS, None
    if "queue" in found:
        queue = _seconds(found["queue"], 60.0)
    if "slow" in found:
        run = _seconds(found["slow"], 30.0)
    if "fail" in found:
        record: dict[str, object] = {"code": found["fail"] or "engine_error"}
        record["message"] = "The job failed because the request asked for it (test). Leave the magic value out."
        error = errors.from_dict(record)
    for name, failure in _FAILURES.items():
        error = failure if name in found else error
    return Script(queue, run, error, "hang" not in found)


def _seconds(text: str, default: float) -> float:
    try:
        return min(max(float(text), 0.0), MAX_SECONDS) if text else default
    except ValueError:
        return default


class TestMode:
    """Runs the test jobs of one service."""

    __test__ = False
    """Not a test, whatever pytest thinks of its name."""

    def __init__(self, settings: Settings, database: Database, blobs: BlobStore, plan: Plan) -> None:
        self._settings, self._database, self._blobs, self._plan = settings, database, blobs, plan
        self._making = asyncio.Lock()
        self._made: dict[str, list[Asset]] = {}
        self._faults: dict[str, MaquetteError] = {}
        self._tasks: set[asyncio.Task[list[Asset]]] = set()

    def refuse(self, request: GenerationRequest, extra: Mapping[str, Any]) -> None:
        """Raises the error that a magic value asks for at submit."""
        found = orders({"prompt": request.prompt}, extra)
        for name, error in _REFUSALS.items():
            if name in found:
                raise type(error)(error.message, field=error.field, retry_after=error.retry_after)
        if "crash" in found:
            raise RuntimeError("maquette:crash")

    def prepare(self, request: GenerationRequest) -> None:
        """Begin to make the files of a request like this one, if they were never made; the job waits for them, its submit does not."""
        name = _name(_stand_in(request))
        if name in self._made or any(task.get_name() == name for task in self._tasks):
            return
        task = asyncio.create_task(self._files(request), name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[list[Asset]]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:  # kept in `_faults`: the job fails with it
            _log.warning("test files: %s", task.exception())

    async def close(self) -> None:
        """Stop making files."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def advance(self, job_id: str) -> bool:
        """Bring one job to where the clock is; True if it changed."""
        job = await self._database.run(queries.load_job, None, job_id, read_only=True)
        if job.status.final or not job.test:
            return False
        play = script(orders({"prompt": job.request.prompt}, job.extra))
        elapsed = (now() - job.created_at).total_seconds() - play.queue
        if elapsed < 0:
            return False
        ready = self._ready(job.request) if play.error is None else []
        error = ready if isinstance(ready, MaquetteError) else play.error
        done = elapsed >= play.run and play.ends and ready is not None
        part = min(elapsed / max(play.run, 1e-9), 1.0 if done else 0.9)
        steps = _steps(job, part)
        if not done and job.status is JobStatus.RUNNING and steps == job.steps:
            return False
        files = [_of(job_id, file) for file in ready] if isinstance(ready, list) else []

        def write(conn: sa.Connection) -> None:
            state = store.begin_run(conn, job_id, _OWNER)
            if state is None or state.status is not JobStatus.RUNNING:
                return
            if not done:
                store.save_run(conn, job_id, _OWNER, steps, job.warnings)
                if _running(steps) != _running(job.steps):
                    emit_progress(conn, job_id)
            elif error is not None:
                store.fail_job(conn, job_id, error, owner=_OWNER, steps=_failed(_steps(job, 0.5)))
            else:
                store.finish_run(conn, job_id, _OWNER, steps, job.warnings, files)

        await self._database.run(write)
        return True

    async def advance_all(self) -> None:
        """Bring all unfinished test jobs to where the clock is."""
        query = sa.select(jobs.c.id).where(jobs.c.status.in_(store.UNFINISHED), jobs.c.mode == "test").limit(200)
        for job_id in await self._database.run(lambda conn: list(conn.scalars(query)), read_only=True):
            with suppress(NotFound):  # deleted since
                await self.advance(job_id)

    # -- files

    def _ready(self, request: GenerationRequest) -> list[Asset] | MaquetteError | None:
        """The files, why there are none, or None while they are being made."""
        name = _name(_stand_in(request))
        if name not in self._made and name not in self._faults:
            self.prepare(request)
        return self._made.get(name) or self._faults.get(name)

    async def _files(self, request: GenerationRequest) -> list[Asset]:
        stand_in = _stand_in(request)
        name = _name(stand_in)
        known = self._made.get(name)
        if known is None:
            async with self._making:
                if name not in self._made:
                    try:
                        self._made[name] = await asyncio.to_thread(self._make, name, stand_in)
                    except MaquetteError as error:
                        self._faults[name] = error
                        raise
                known = self._made[name]
        return known

    def _make(self, name: str, stand_in: GenerationRequest) -> list[Asset]:
        index = f"test/{name}/index.json"
        if self._blobs.exists(index):
            return [Asset(**record) for record in json.loads(self._blobs.get(index))]
        self._blobs.put(stand_in.images[0].key, picture())
        runner = StageRunner(self._plan.build_stages(stand_in), stand_in, self._blobs, "test", settings=self._settings)
        for stage in runner.stages:
            runner.run(stage)
        made = []
        for file, kind, form, media_type, data in self._plan.collect_assets(stand_in, runner.outputs()):
            key, digest = f"test/{name}/{file}", hashlib.sha256(data).hexdigest()
            self._blobs.put(key, data)
            made.append(Asset(file, "", file, kind, form, media_type, len(data), digest, key))
        self._blobs.put(index, json.dumps([asdict(a) for a in made]).encode())
        return made


def _name(stand_in: GenerationRequest) -> str:
    return hashlib.sha256(stand_in.model_dump_json().encode()).hexdigest()


def _of(job_id: str, file: Asset) -> Asset:
    return replace(file, id=str(uuid.uuid5(uuid.UUID(job_id), file.name)), job_id=job_id)


def _steps(job: Job, part: float) -> tuple[Step, ...]:
    """The steps when `part` of the work is done, in tenths, so that looking twice seldom writes twice."""
    reached = round(part, 1) * len(job.steps)
    steps = []
    for i, step in enumerate(job.steps):
        progress = min(max(reached - i, 0.0), 1.0)
        state = JobStatus.SUCCEEDED if progress >= 1 else JobStatus.RUNNING if reached >= i else JobStatus.QUEUED
        steps.append(Step(step.name, state, round(progress, 4), 0.0 if progress >= 1 else None))
    return tuple(steps)


def _running(steps: tuple[Step, ...]) -> str:
    return next((s.name for s in steps if s.status is JobStatus.RUNNING), "")


def _failed(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(replace(s, status=JobStatus.FAILED) if s.status is JobStatus.RUNNING else s for s in steps)


def picture() -> bytes:
    """A PNG of a red disc on nothing, 64 pixels wide: what every test job works on."""
    y, x = np.mgrid[:64, :64] - 31.5
    inside = np.hypot(x, y) < 26
    pixels = np.where(inside[..., None], np.array([200, 60, 40, 255]), 0).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def _stand_in(request: GenerationRequest) -> GenerationRequest:
    """The same wishes for the files, as small as they can be, and for the disc."""
    small: dict[str, Any] = {"texture_size": 512, "target_faces": 500, "mesh_mode": "raw", "seed": 0, "detail": "draft"}
    small |= {"engine": "inflation", "options": {}, "smooth": 0, "fill_holes": False, "min_part": 0.0}
    small |= {"prompt": None, "symmetric": None, "pose": None, "condition_mode": "concat", "tier": "test", "mesh": None}
    small |= {"height_cm": None, "unit_m": 1.0, "up": "y", "use_original_alpha": False, "bbox": None, "uv": "new"}
    small |= {"delight": False, "quad_normal": False, "pivot": None, "crease_degrees": None, "turn_degrees": 0.0}
    if request.material == "keep":
        small["material"] = "pbr"
    data = picture()
    image = ImageInput(key="test/disc.png", sha256=hashlib.sha256(data).hexdigest())
    return request.with_changes(small | {"images": (image,)})
