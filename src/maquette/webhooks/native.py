"""The native form of a delivery, for endpoints whose dialect has none of its own."""

from __future__ import annotations

from typing import Any, Protocol

from maquette.jobs.job import Job
from maquette.webhooks.types import Notice, Rendered


class Links(Protocol):
    """What is needed of a link signer."""

    def url(self, base_url: str, asset_id: str, filename: str) -> str:
        """Absolute URL."""
        ...


def render(notice: Notice, links: Links) -> Rendered:
    """`{"type", "timestamp", "data": job}`, as the Standard Webhooks specification suggests."""
    data = describe(notice.job) | {
        "assets": [
            {"id": a.id, "name": a.name, "kind": a.kind, "format": a.format, "media_type": a.media_type}
            | {"size": a.size, "sha256": a.sha256, "url": links.url(notice.base_url, a.id, a.name)}
            for a in notice.job.assets
        ]
    }
    return Rendered({"type": notice.event, "timestamp": notice.occurred_at.isoformat(), "data": data})


def describe(job: Job) -> dict[str, Any]:
    """A job without its files, JSON-ready."""
    error = job.error
    return {
        "id": job.id,
        "status": str(job.status),
        "test": job.test,
        "dialect": job.dialect,
        "progress": round(job.progress, 4),
        "created_at": job.created_at.isoformat(),
        "started_at": job.started_at and job.started_at.isoformat(),
        "finished_at": job.finished_at and job.finished_at.isoformat(),
        "cost": float(job.cost),
        "error": None if error is None else {"code": error.code, "message": error.message},
        "warnings": list(job.warnings),
    }
