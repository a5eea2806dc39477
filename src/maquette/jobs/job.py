"""`Job`: one request of one account. Statuses only move forward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from maquette.errors import MaquetteError
from maquette.request import GenerationRequest


class JobStatus(StrEnum):
    """Where a job, or one of its steps, is.

    QUEUED     accepted and stored; no worker has begun.
    RUNNING    a worker has begun at least one stage; stays so while the job waits to be resumed after a crash.
    SUCCEEDED  all files are stored and can be downloaded. Final.
    FAILED     it will not be tried again; `Job.error` says why. Final; nothing is charged.
    CANCELLED  the user stopped it. Final; nothing is charged.
    """

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def final(self) -> bool:
        """No transition leads out of it."""
        return self in (JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.CANCELLED)


TRANSITIONS: dict[JobStatus, frozenset[JobStatus]] = {
    JobStatus.QUEUED: frozenset({JobStatus.RUNNING, JobStatus.FAILED, JobStatus.CANCELLED}),
    JobStatus.RUNNING: frozenset({JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.CANCELLED}),
    JobStatus.SUCCEEDED: frozenset(),
    JobStatus.FAILED: frozenset(),
    JobStatus.CANCELLED: frozenset(),
}


@dataclass(frozen=True)
class Step:
    """One stage of a job as users see it. `progress` in [0, 1]; `seconds` is the time it took, 0.0 if it was reused."""

    name: str
    status: JobStatus = JobStatus.QUEUED
    progress: float = 0.0
    seconds: float | None = None


@dataclass(frozen=True)
class Asset:
    """One stored file of a job. `key` is its place in the blob store and is never shown to clients."""

    id: str
    job_id: str
    name: str
    kind: str
    """"model", "companion" (a file that a model names), "texture", "preview", "render", …; "upload" for a stored upload."""
    format: str
    media_type: str
    size: int
    sha256: str
    key: str


@dataclass(frozen=True)
class Job:
    """A job as its owner sees it.

    Attributes:
        id: UUID v4, lower case.
        steps: in order of execution.
        cost: credits charged, or held while the job is not final; 0 after a failure.
        queue_position: jobs ahead of it while QUEUED, else None.
        warnings: what was corrected or could not be honoured.
        assets: empty until SUCCEEDED; the main model first.
        dialect: through which door it came.
        extra: the dialect's own state, JSON: vendor ids, names, the client's raw fields. Set at submit, changed by `service.annotate`.
        project_id: of the key that submitted it, if that was a project's.
        test: it came by a test key: nothing was computed for it and nothing is charged.
    """

    id: str
    account_id: str
    request: GenerationRequest
    status: JobStatus
    created_at: datetime
    steps: tuple[Step, ...]
    dialect: str = "native"
    started_at: datetime | None = None
    finished_at: datetime | None = None
    cost: Decimal = Decimal(0)
    queue_position: int | None = None
    error: MaquetteError | None = None
    warnings: tuple[str, ...] = ()
    assets: tuple[Asset, ...] = field(default=())
    extra: Mapping[str, Any] = field(default_factory=dict)
    project_id: str | None = None
    test: bool = False

    @property
    def updated_at(self) -> datetime:
        """When the status changed last."""
        return self.finished_at or self.started_at or self.created_at

    @property
    def progress(self) -> float:
        """Mean progress of the steps, in [0, 1]."""
        return sum(s.progress for s in self.steps) / max(len(self.steps), 1)


@dataclass(frozen=True)
class JobFilter:
    """Which jobs; None and empty mean "any". Times are `created_at`, from (included) and until (excluded).

    Attributes:
        updated_after: `Job.updated_at` is later than this.
        extra: top-level texts of `Job.extra` that must be equal, e.g. `{"operation": "bang"}`.
    """

    statuses: tuple[JobStatus, ...] = ()
    dialects: tuple[str, ...] = ()
    created_after: datetime | None = None
    created_before: datetime | None = None
    updated_after: datetime | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
