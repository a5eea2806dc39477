"""Jobs in Scenario's words, and the routes that show, list and cancel them (dossier §4.2, §5.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import choose, read_text
from maquette.dialects.scenario import wire
from maquette.dialects.scenario.models import MODELS
from maquette.dialects.scenario.wire import ASSET, JOB, iso, kept, named, number, uid_of
from maquette.errors import InvalidRequest, NotFound
from maquette.jobs.identity import Account
from maquette.jobs.job import Asset, Job, JobFilter, JobStatus
from maquette.jobs.paging import PageQuery
from maquette.jobs.uploads import Upload

STATUSES: Mapping[JobStatus, str] = {
    JobStatus.QUEUED: "queued",
    JobStatus.RUNNING: "in-progress",
    JobStatus.SUCCEEDED: "success",
    JobStatus.FAILED: "failure",
    JobStatus.CANCELLED: "canceled",
}
WORDS = ("pending", "queued", "warming-up", "in-progress", "finalizing", "success", "failure", "canceled")
CUSTOM, DOWNLOAD = "custom", "assets-download"


def results(job: Job) -> list[Asset]:
    """The files that `metadata.assetIds` names: the models, the main one first."""
    return [a for a in job.assets if a.kind == "model"]


def model_of(job: Job) -> str:
    """The model that was run; of jobs that came by another door the one that is nearest."""
    known = kept(job.extra).get("model")
    if isinstance(known, str):
        return known
    return next(iter(MODELS)) + ("-v2-5" if job.request.tier.startswith("Gen-2.5") else "")


def type_of(job: Job) -> str:
    """`custom`, or `assets-download` for a conversion."""
    return DOWNLOAD if kept(job.extra).get("type") == DOWNLOAD else CUSTOM


def document(job: Job) -> dict[str, Any]:
    """The vendor's job document; `id` stands beside `jobId` for readers of its older help pages."""
    status = STATUSES[job.status]
    history = [(job.created_at, "queued")]
    if job.started_at is not None:
        history.append((job.started_at, "in-progress"))
    if job.finished_at is not None:
        history.append((job.finished_at, status))
    inputs = kept(job.extra).get("input")
    metadata: dict[str, Any] = {
        "input": {"modelId": model_of(job)} | (dict(inputs) if isinstance(inputs, Mapping) else _guess(job)),
        "assetIds": [named(ASSET, a.id) for a in results(job)],
    }
    if job.status is JobStatus.FAILED:
        metadata |= failure(job)
    if job.warnings:
        metadata["warnings"] = list(job.warnings)
    return {
        "jobId": named(JOB, job.id),
        "id": named(JOB, job.id),
        "jobType": type_of(job),
        "status": status,
        "progress": 1 if job.status is JobStatus.SUCCEEDED else round(job.progress, 4),
        "createdAt": iso(job.created_at),
        "updatedAt": iso(job.updated_at),
        "statusHistory": [{"status": word, "date": iso(at)} for at, word in history],
        "authorId": wire.author_id(job.account_id),
        "ownerId": wire.project_name(job.account_id, job.project_id),
        "billing": {"cuCost": number(job.cost), "cuDiscount": 0},
        "metadata": metadata,
    }


def _guess(job: Job) -> dict[str, Any]:
    """What can be said of the inputs of a job from another door."""
    return {"prompt": job.request.prompt} if job.request.prompt else {}


def failure(job: Job) -> dict[str, str]:
    """`error`, and the remedy, which is the last sentence of every message, as `hint`."""
    message = job.error.message if job.error else "The job failed. Submit it again or look into the server's log."
    head, _, last = message.rpartition(". ")
    return {"error": f"{head}.", "hint": last} if head else {"error": message}


def archive(upload: Upload) -> dict[str, Any]:
    """A finished job for a package of assets, which is made at once."""
    at = iso(upload.created_at)
    return {
        "jobId": named(JOB, upload.id),
        "id": named(JOB, upload.id),
        "jobType": DOWNLOAD,
        "status": "success",
        "progress": 1,
        "createdAt": at,
        "updatedAt": at,
        "statusHistory": [{"status": "queued", "date": at}, {"status": "success", "date": at}],
        "authorId": wire.author_id(upload.account_id),
        "ownerId": wire.project_name(upload.account_id, upload.project_id),
        "billing": {"cuCost": 0, "cuDiscount": 0},
        "metadata": {"input": {}, "assetIds": []},
    }


async def find(context: DialectContext, account: Account, text: str) -> Job | Upload:
    """A job, or the package that stands for one. Raises `NotFound`."""
    uid = uid_of(JOB, text)
    try:
        return await context.service.get(account, uid)
    except NotFound as error:
        try:
            upload = await context.service.upload(account, uid)
        except NotFound:
            raise error from None
        if not kept(upload.extra).get("archive"):
            raise error from None
        return upload


async def retrieve(context: DialectContext, call: Call) -> Reply:
    """`GET /jobs/{id}`."""
    found = await find(context, call.account, call.path["job_id"])
    return Reply(200, {"job": document(found) if isinstance(found, Job) else archive(found)})


async def action(context: DialectContext, call: Call) -> Reply:
    """`POST /jobs/{id}/action`: a job that has ended stays as it is."""
    wanted = read_text(call.form.values("action"), "action")
    if wanted != "cancel":
        raise InvalidRequest("action must be cancel, the only one that jobs have.", field="action")
    found = await find(context, call.account, call.path["job_id"])
    if isinstance(found, Upload):
        return Reply(200, {"job": archive(found)})
    return Reply(200, {"job": document(await context.service.cancel(call.account, found.id))})


async def listing(context: DialectContext, call: Call) -> Reply:
    """`GET /jobs`: newest first."""
    query, account = call.query, call.account
    size = wire.page_size(query, 50, 100)
    types = wire.words(query, "type", "types")
    author = query.get("authorId", "")
    wanted = query.get("status", "")
    statuses = tuple(s for s, word in STATUSES.items() if word == choose(wanted, WORDS, "status")) if wanted else ()
    none = (author and author != wire.author_id(account.id)) or query.get("workflowId") or (wanted and not statuses)
    if none or (types and not types & {CUSTOM, DOWNLOAD}):
        return Reply(200, {"jobs": []})
    where = JobFilter(
        statuses, created_after=wire.moment(query, "createdAfter"), updated_after=wire.moment(query, "updatedAfter")
    )
    found: list[Job] = []
    cursor = _token(query)
    while True:  # the vendor's client stops at an empty page, so one is given only at the end
        page = await context.service.page(account, where, PageQuery(limit=size, cursor=cursor))
        found += [job for job in page.items if not types or type_of(job) in types]
        cursor = page.next
        if found or cursor is None:
            break
    body: dict[str, Any] = {"jobs": [document(job) for job in found]}
    return Reply(200, body | ({"nextPaginationToken": cursor} if cursor else {}))


def _token(query: Mapping[str, str]) -> str | None:
    text = query.get("paginationToken", "")
    if text and not re.fullmatch(r"[A-Za-z0-9_-]{1,400}", text):
        raise InvalidRequest("paginationToken is not valid; start again without one.", field="paginationToken")
    return text or None
