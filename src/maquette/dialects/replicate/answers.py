"""Jobs and stored files in Replicate's words: predictions, logs, pages, files (dossier §2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from maquette.dialects.forms import Form, present
from maquette.dialects.gateway import told
from maquette.dialects.replicate.model import MODEL, REF, VERSION
from maquette.dialects.rodin.answers import failure, file_name, iso
from maquette.jobs.job import Asset, Job, JobStatus
from maquette.jobs.paging import Page
from maquette.jobs.uploads import Upload

Url = Callable[[Asset, str], str]
STATUSES = {
    JobStatus.QUEUED: "starting",
    JobStatus.RUNNING: "processing",
    JobStatus.SUCCEEDED: "succeeded",
    JobStatus.FAILED: "failed",
    JobStatus.CANCELLED: "canceled",
}
_MAX_TEXT = 4000


def kept_input(form: Form) -> dict[str, Any]:
    """The client's input as predictions show it again: known fields; of `data:` URLs only the head."""
    known = (*MODEL.fields, *MODEL.images)
    return {name: _short(present(form.values(name))[-1]) for name in known if present(form.values(name))}


def _short(value: Any) -> Any:
    if isinstance(value, str):
        return value.partition(",")[0] + "," if value[:5].lower() == "data:" else value[:_MAX_TEXT]
    if isinstance(value, list):
        return [_short(item) for item in value[:64]]
    return value if isinstance(value, bool | int | float) else str(value)[:_MAX_TEXT]


def prediction(job: Job, base_url: str, url: Url, *, status: str | None = None) -> dict[str, Any]:
    """The prediction document. `status` overrides that of the job: a create answers `starting` or a final state, nothing else."""
    own = f"{base_url}/v1/predictions/{job.id}"
    failed = job.status in (JobStatus.FAILED, JobStatus.CANCELLED)
    done = job.status is JobStatus.SUCCEEDED
    main = job.assets[0] if job.assets else None
    return {
        "id": job.id,
        "model": REF,
        "version": VERSION,
        "input": job.extra["input"] if job.dialect == "replicate" and "input" in job.extra else _foreign_input(job),
        "logs": logs(job),
        "output": url(main, file_name(main)) if done and main else None,
        "data_removed": done and main is None,
        "error": failure(job) if failed else None,
        "source": "api",
        "status": status or STATUSES[job.status],
        "created_at": iso(job.created_at),
        "started_at": job.started_at and iso(job.started_at),
        "completed_at": job.finished_at and iso(job.finished_at),
        "metrics": metrics(job),
        "urls": {"cancel": f"{own}/cancel", "get": own, "web": f"{base_url}/"},
    }


def _foreign_input(job: Job) -> dict[str, Any]:
    """Of a job that came through another door, what all have."""
    request = job.request
    known = {"prompt": request.prompt, "tier": request.tier, "seed": request.seed, "images": [""] * len(request.images)}
    return {name: value for name, value in known.items() if value not in (None, [])}


def metrics(job: Job) -> dict[str, float]:
    """Seconds, once it has ended."""
    if job.finished_at is None:
        return {}
    began = job.started_at or job.finished_at
    return {
        "predict_time": round((job.finished_at - began).total_seconds(), 3),
        "total_time": round((job.finished_at - job.created_at).total_seconds(), 3),
    }


def logs(job: Job) -> str:
    """What was corrected, the steps, and a bar of progress in the form that the Python client reads."""
    lines = [f"warning: {text}" for text in told(job)]
    begun = [step for step in job.steps if step.status is not JobStatus.QUEUED]
    lines += [f"{step.name}: {step.status}" for step in begun]
    if begun:
        done = sum(step.status is JobStatus.SUCCEEDED for step in job.steps)
        part = int(100 * job.progress)
        lines.append(f"{part}%|{'#' * (part // 10):<10}| {done}/{len(job.steps)}")
    return "\n".join(lines)


def page(found: Page[Any], results: list[dict[str, Any]], address: str, filters: str = "") -> dict[str, Any]:
    """A listing: absolute addresses of the neighbouring pages, which keep the filters."""

    def link(cursor: str | None) -> str | None:
        return f"{address}?cursor={cursor}{filters}" if cursor else None

    return {"previous": link(found.previous), "next": link(found.next), "results": results}


def file(upload: Upload, base_url: str) -> dict[str, Any]:
    """The file document. `urls.get` may be given as a picture of a prediction."""
    metadata = upload.extra.get("metadata")
    return {
        "id": upload.id,
        "name": upload.name,
        "content_type": upload.media_type,
        "size": upload.size,
        "etag": upload.sha256[:32],
        "checksums": {"sha256": upload.sha256},
        "metadata": metadata if isinstance(metadata, Mapping) else {},
        "created_at": iso(upload.created_at),
        "expires_at": iso(upload.expires_at),
        "urls": {"get": f"{base_url}/v1/files/{upload.id}"},
    }
