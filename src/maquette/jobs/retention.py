"""What is removed when: finished jobs, uploads, stage outputs, remnants, and the queue's own records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa

from maquette.jobs import store
from maquette.jobs.database import Database
from maquette.jobs.queue import JobQueue
from maquette.jobs.sql import now
from maquette.jobs.tables import deliveries, jobs, uploads
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore

QUEUE_SECONDS = 3600.0
"""The queue's records of an ended job are of no use to anybody; an hour leaves time to look at them."""
_ORPHAN = timedelta(hours=24)
"""Files of a job that is not SUCCEEDED are left by a run that was superseded or cancelled at its end."""


@dataclass(frozen=True)
class GarbageReport:
    """What one collection removed: jobs, their files, uploads, stage outputs (number and bytes), remnants, records of the queue."""

    jobs: int
    files: int
    uploads: int
    outputs: int
    output_bytes: int
    remnants: int
    records: int
    deliveries: int = 0


def collect_garbage(settings: Settings, database: Database, blobs: BlobStore, queue: JobQueue) -> GarbageReport:
    """Remove what has passed its time. Safe while jobs run, and in several processes at once.

    A stage output that a running job needs may go, too: the job then computes it again.
    """
    cutoff = now() - timedelta(days=settings.retention_days)
    removed, files = _old_jobs(database, blobs, cutoff)
    files += _orphan_files(database, blobs)
    _forget_uploads(database, blobs)
    uploads = _uploads(database, blobs, cutoff)
    outputs, size = trim_stage_outputs(blobs, int(settings.cache_gb * 1e9))
    gone = _deliveries(database, cutoff)
    return GarbageReport(removed, files, uploads, outputs, size, blobs.sweep(), queue.forget(QUEUE_SECONDS), gone)


def _forget_uploads(database: Database, blobs: BlobStore) -> None:
    """Rows of uploads past their time, unless a job still uses the file; parts of those that were never completed."""
    with database.write() as conn:
        old = conn.execute(sa.select(uploads.c.id, uploads.c.key).where(uploads.c.expires_at < now())).all()
        if not old:
            return
        used = _used_by_jobs(conn)
        gone = [row.id for row in old if row.key not in used]
        for upload_id in gone:
            conn.execute(sa.delete(uploads).where(uploads.c.id == upload_id))
    for upload_id in gone:
        blobs.delete_prefix(f"parts/{upload_id}")


def _deliveries(database: Database, cutoff: object) -> int:
    with database.write() as conn:
        ended = sa.and_(deliveries.c.status != "pending", deliveries.c.updated_at < cutoff)
        return conn.execute(sa.delete(deliveries).where(ended)).rowcount


def _old_jobs(database: Database, blobs: BlobStore, cutoff: object) -> tuple[int, int]:
    with database.read() as conn:
        query = sa.select(jobs.c.id, jobs.c.account_id).where(
            jobs.c.status.not_in(store.UNFINISHED), jobs.c.finished_at < cutoff
        )
        old = conn.execute(query).all()
    files = 0
    for row in old:  # files first: what a crash leaves is found again
        files += blobs.delete_prefix(f"assets/{row.account_id}/{row.id}")
        with database.write() as conn:
            conn.execute(sa.delete(jobs).where(jobs.c.id == row.id))
    return len(old), files


def _orphan_files(database: Database, blobs: BlobStore) -> int:
    limit = now() - _ORPHAN
    candidates: dict[str, list[str]] = {}
    for blob in blobs.list("assets"):
        parts = blob.key.split("/")
        if blob.modified < limit and len(parts) > 3:
            candidates.setdefault(parts[2], []).append(blob.key)
    with database.read() as conn:
        keep = set(conn.scalars(sa.select(jobs.c.id).where(jobs.c.status.in_(("queued", "running", "succeeded")))))
    gone = [key for job_id, keys in candidates.items() if job_id not in keep for key in keys]
    for key in gone:
        blobs.delete(key)
    return len(gone)


def _uploads(database: Database, blobs: BlobStore, cutoff: object) -> int:
    found = [*blobs.list("images"), *blobs.list("models")]
    old = [blob for blob in found if blob.modified < cutoff]  # type: ignore[operator]
    if not old:
        return 0
    with database.read() as conn:
        used = _used_by_jobs(conn) | set(conn.scalars(sa.select(uploads.c.key)))
    gone = [blob.key for blob in old if blob.key not in used]
    for key in gone:
        blobs.delete(key)
    return len(gone)


def _used_by_jobs(conn: sa.Connection) -> set[str]:
    requests = list(conn.scalars(sa.select(jobs.c.request)))
    used = {image["key"] for request in requests for image in request["images"]}
    return used | {request["mesh"]["key"] for request in requests if request.get("mesh")}


def trim_stage_outputs(blobs: BlobStore, allowed: int) -> tuple[int, int]:
    """Remove stage outputs, oldest first, until the rest is at most `allowed` bytes; gives how many went, and their bytes."""
    found = sorted(blobs.list("work"), key=lambda blob: (blob.modified, blob.key))
    excess = sum(blob.size for blob in found) - allowed
    count = size = 0
    for blob in found:
        if size >= excess:
            break
        blobs.delete(blob.key)
        count, size = count + 1, size + blob.size
    return count, size
