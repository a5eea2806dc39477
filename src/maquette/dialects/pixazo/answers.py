"""Jobs in Pixazo's words: the submit answer and the status document, which webhooks carry, too (dossier §3, §6, §7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from maquette.dialects.pixazo.models import IMAGE25, MODELS, RODIN, TEXT25
from maquette.dialects.rodin.answers import failure, file_name, iso
from maquette.jobs.job import Asset, Job, JobStatus

STATUSES = {
    JobStatus.QUEUED: "QUEUED",
    JobStatus.RUNNING: "PROCESSING",
    JobStatus.SUCCEEDED: "COMPLETED",
    JobStatus.FAILED: "FAILED",
    JobStatus.CANCELLED: "FAILED",  # Pixazo has no cancelling, and a word that clients do not know makes them wait for ever
}
SYSTEM_FAULTS = frozenset({"internal", "unavailable", "dependency_missing"})
"""Codes of failures that are the server's and not the model's: they are ERROR, not FAILED."""


def api_id(job: Job) -> str:
    """The model of a job, also of one that came through another door."""
    known = str(job.extra.get("api_id", ""))
    if job.dialect == "pixazo" and known in MODELS:
        return known
    if not job.request.tier.startswith("Gen-2"):
        return RODIN
    return IMAGE25 if job.request.images else TEXT25


def request_id(job: Job) -> str:
    """`{apiId}_{job id}`."""
    return f"{api_id(job)}_{job.id}"


def polling_url(job: Job, base_url: str) -> str:
    """Where its status is, on the host that the client used."""
    return f"{base_url}/v2/requests/status/{request_id(job)}"


def submitted(job: Job, base_url: str) -> dict[str, Any]:
    """Body of the 202."""
    return {"request_id": request_id(job), "status": "QUEUED", "polling_url": polling_url(job, base_url)}


def status_word(job: Job) -> str:
    """QUEUED, PROCESSING, COMPLETED, FAILED or ERROR."""
    if job.status is JobStatus.FAILED and job.error is not None and job.error.code in SYSTEM_FAULTS:
        return "ERROR"
    return STATUSES[job.status]


def document(job: Job, url: Callable[[Asset, str], str]) -> dict[str, Any]:
    """The status document. That of an ERROR has the five keys which Pixazo prints for it, and no times."""
    word = status_word(job)
    failed = word in ("FAILED", "ERROR")
    head = {
        "request_id": request_id(job),
        "status": word,
        "model_id": api_id(job),
        "error": failure(job) if failed else None,
        "output": output(job, url) if word == "COMPLETED" else None,
    }
    if word == "ERROR":
        return head
    ended = job.finished_at
    times = {"created_at": iso(job.created_at), "updated_at": iso(job.updated_at)}
    return head | times | {"completed_at": iso(ended) if ended else None}


def output(job: Job, url: Callable[[Asset, str], str]) -> dict[str, Any]:
    """Links of the files: the model first, then what belongs to it and what else was asked for; not the preview."""
    files = [asset for asset in job.assets if asset.kind != "preview"]
    kind = files[0].media_type if files else "application/octet-stream"
    return {"media_url": [url(asset, file_name(asset)) for asset in files], "media_type": kind}


def flat(job: Job, url: Callable[[Asset, str], str]) -> dict[str, Any]:
    """The document at the older addresses, whose clients look for a link at its top."""
    body = document(job, url)
    media = (body["output"] or {}).get("media_url", [])
    return body | ({"output_url": media[0]} if media else {})
