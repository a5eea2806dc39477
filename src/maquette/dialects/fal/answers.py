"""Jobs in fal's words: queue status, logs, output, webhook (dossier §1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from maquette.dialects.fal import errors
from maquette.dialects.fal.models import OWNER
from maquette.dialects.gateway import told
from maquette.dialects.rodin.answers import failure, file_name, iso
from maquette.errors import Cancelled, EngineError
from maquette.jobs.job import Asset, Job, JobStatus

Url = Callable[[Asset, str], str]
STATUSES = {JobStatus.QUEUED: "IN_QUEUE", JobStatus.RUNNING: "IN_PROGRESS"}
"""All others are COMPLETED: what became of the job is told by its result."""


def urls(job: Job, base_url: str) -> dict[str, str]:
    """The three addresses of a request, on the host that the client used; clients take them as they are."""
    own = f"{base_url}/{OWNER}/requests/{job.id}"
    return {"response_url": own, "status_url": f"{own}/status", "cancel_url": f"{own}/cancel"}


def submitted(job: Job, base_url: str) -> dict[str, Any]:
    """Body of a submit."""
    return {
        "status": "IN_QUEUE",
        "request_id": job.id,
        **urls(job, base_url),
        "queue_position": job.queue_position or 0,
    }


def status(job: Job, base_url: str, *, logs: bool) -> dict[str, Any]:
    """Body of a status call. The Python client needs `queue_position` or `logs`, whichever belongs to the state."""
    body: dict[str, Any] = {"status": STATUSES.get(job.status, "COMPLETED"), "request_id": job.id} | urls(job, base_url)
    if job.status is JobStatus.QUEUED:
        return body | {"queue_position": job.queue_position or 0}
    body["logs"] = log(job) if logs else None
    if job.status.final:
        body["metrics"] = metrics(job)
    if job.status in (JobStatus.FAILED, JobStatus.CANCELLED):
        body |= {"error": failure(job), "error_type": fault(job).code}
    return body


def metrics(job: Job) -> dict[str, float]:
    """Seconds of work."""
    if job.started_at is None or job.finished_at is None:
        return {}
    return {"inference_time": round((job.finished_at - job.started_at).total_seconds(), 3)}


def log(job: Job) -> list[dict[str, str]]:
    """What was corrected, then the steps that were begun."""
    at = iso(job.started_at or job.created_at)
    lines = [("WARNING", text) for text in told(job)]
    for step in job.steps:
        if step.status is JobStatus.RUNNING:
            lines.append(("INFO", f"{step.name}: {step.progress:.0%}"))
        elif step.status is not JobStatus.QUEUED:
            lines.append(("INFO", f"{step.name}: {step.status}"))
    return [{"timestamp": at, "level": level, "source": "maquette", "message": text} for level, text in lines]


def output(job: Job, url: Url) -> dict[str, Any]:
    """What the model answers. `files`, which fal does not have, holds all of the job's files."""
    files = [(asset, _file(asset, url)) for asset in job.assets]
    return {
        "model_mesh": files[0][1] if files else None,
        "textures": [file for asset, file in files if asset.kind == "texture"],
        "seed": job.request.seed,
        "files": [file for _, file in files],
    }


def _file(asset: Asset, url: Url) -> dict[str, Any]:
    name = file_name(asset)
    return {
        "url": url(asset, name),
        "content_type": asset.media_type,
        "file_name": name,
        "file_size": asset.size,
    }


def fault(job: Job) -> Any:
    """The error of a job that failed or was cancelled."""
    if job.status is JobStatus.CANCELLED:
        return Cancelled("The request was cancelled; submit it again if you want it.")
    return job.error or EngineError(failure(job))


def webhook(job: Job, url: Url) -> dict[str, Any]:
    """Body of a webhook: the output, or the error's `detail` as the result call gives it."""
    head = {"request_id": job.id, "gateway_request_id": job.id}
    if job.status is JobStatus.SUCCEEDED:
        return head | {"status": "OK", "payload": output(job, url)}
    return head | {"status": "ERROR", "error": failure(job), "payload": errors.refuse(fault(job)).body}
