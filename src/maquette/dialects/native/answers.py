"""Domain objects as resources."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from pydantic import BaseModel

from maquette.dialects.dialect import DialectContext, Reply
from maquette.dialects.native import resources as out
from maquette.dialects.native.errors import PREFIX, document
from maquette.dialects.native.translate import stored
from maquette.dialects.tokens import sign
from maquette.errors import MaquetteError
from maquette.jobs.identity import Account
from maquette.jobs.job import Asset, Job, JobStatus
from maquette.jobs.paging import Page
from maquette.jobs.uploads import Upload, UploadStatus
from maquette.pipeline.readable import prompt_reading
from maquette.request import GenerationRequest
from maquette.webhooks.types import Delivery, WebhookEndpoint

EVENTS_KEY = "native events"
EVENTS_SECONDS = 3600
"""Life of the link of a stream: long enough for any job, and it only tells of one job."""


def dump(resource: BaseModel) -> dict[str, Any]:
    """JSON-ready; a problem leaves out what it has not."""
    return resource.model_dump(mode="json", warnings=False)


def reply(resource: BaseModel, status: int = 200, **headers: str) -> Reply:
    """A resource as the answer."""
    return Reply(status, dump(resource), {name.replace("_", "-"): value for name, value in headers.items()})


def problem(error: MaquetteError | None) -> out.Problem | None:
    """A problem inside a resource."""
    return None if error is None else out.Problem(**document(error))


def asset(context: DialectContext, base_url: str, file: Asset) -> out.Asset:
    """With a fresh link."""
    expires = context.clock() + timedelta(seconds=context.settings.link_seconds)
    return out.Asset(
        id=file.id,
        job_id=file.job_id,
        name=file.name,
        kind=file.kind,
        format=file.format,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        url=context.links.url(base_url, file.id, file.name),
        url_expires_at=expires.replace(microsecond=0),
    )


def request_view(request: GenerationRequest) -> out.StoredRequest:
    """As it was used."""
    record = stored(request)
    record["images"] = [out.StoredImage(**image) for image in record["images"]]
    record["mesh"] = record["mesh"] and out.StoredMesh(**record["mesh"])
    return out.StoredRequest.model_construct(**record)


def events_url(context: DialectContext, base_url: str, job: Job, asker: Account | None) -> str | None:
    """The signed link of a job's stream, which dies with the key of the asker; None for a final job, or if nobody asks."""
    if job.status.final or asker is None:
        return None
    payload: dict[str, Any] = {"job": job.id, "account": job.account_id, "project": job.project_id, "test": job.test}
    payload["key"] = asker.key_id
    payload["exp"] = int(context.clock().timestamp()) + EVENTS_SECONDS
    return f"{base_url}{PREFIX}/events/{sign(context.key(EVENTS_KEY), payload)}"


def job(
    context: DialectContext,
    base_url: str,
    one: Job,
    eta: float | None,
    asker: Account | None = None,
    heard: Mapping[str, Any] | None = None,
) -> out.Job:
    """A job with fresh links; `asker`: whose key the link of its events hangs on; `heard`: see `prompt_reading`."""
    done = one.status is JobStatus.SUCCEEDED
    return out.Job(
        id=one.id,
        status=one.status.value,
        progress=1.0 if done else round(one.progress, 4),
        stage=next((s.name for s in one.steps if s.status is JobStatus.RUNNING), None),
        steps=[
            out.Step(name=s.name, status=s.status.value, progress=round(s.progress, 4), seconds=s.seconds)
            for s in one.steps
        ],
        eta_seconds=eta,
        queue_position=one.queue_position,
        created_at=one.created_at,
        started_at=one.started_at,
        finished_at=one.finished_at,
        cost=float(one.cost),
        dialect=one.dialect,
        test=one.test,
        name=_text(one.extra.get("name")),
        metadata=_object(one.extra.get("metadata")),
        parent_id=_text(one.extra.get("parent_id")),
        project_id=one.project_id,
        error=problem(one.error),
        warnings=list(one.warnings),
        prompt_reading=None if heard is None else out.PromptReading(**heard),
        request=request_view(one.request),
        assets=[asset(context, base_url, file) for file in one.assets],
        events_url=events_url(context, base_url, one, asker),
    )


async def job_now(context: DialectContext, base_url: str, one: Job, asker: Account | None = None) -> out.Job:
    """A job with what is known of its end."""
    heard = None
    if one.request.from_text and not one.test and not context.settings.language_model_url:
        heard = await asyncio.to_thread(prompt_reading, one.request.prompt or "")
    return job(context, base_url, one, await context.service.eta(one), asker, heard)


def _text(value: Any) -> str | None:
    """Other dialects keep other things in `extra`."""
    return value if isinstance(value, str) else None


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def etag(context: DialectContext, one: out.Job) -> str:
    """Weak: the same job with other links counts as the same until half their life is over."""
    record = dump(one)
    for file in record["assets"]:
        del file["url"], file["url_expires_at"]
    del record["events_url"]
    half = max(context.settings.link_seconds // 2, 1)
    record["half"] = int(context.clock().timestamp()) // half if one.assets else 0
    return f'W/"{hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:32]}"'


def upload(context: DialectContext, base_url: str, one: Upload) -> out.Upload:
    """With fresh links."""
    complete, pending = one.status is UploadStatus.COMPLETE, one.status is UploadStatus.PENDING
    expires = (context.clock() + timedelta(seconds=context.settings.link_seconds)).replace(microsecond=0)
    links = context.links
    return out.Upload(
        id=one.id,
        status=one.status.value,
        name=one.name,
        kind=one.kind,
        format=one.format,
        media_type=one.media_type,
        size=one.size,
        sha256=one.sha256,
        width=one.width,
        height=one.height,
        parts=one.parts,
        stored=[out.UploadPart(number=p.number, size=p.size, sha256=p.sha256) for p in one.stored],
        part_urls=[out.PartUrl(number=n, url=links.part_url(base_url, one.id, n)) for n in range(1, one.parts + 1)]
        if pending
        else None,
        error=problem(one.error),
        created_at=one.created_at,
        updated_at=one.updated_at,
        expires_at=one.expires_at,
        url=links.url(base_url, one.id, one.name) if complete else None,
        url_expires_at=expires if complete else None,
    )


def webhook(point: WebhookEndpoint) -> out.Webhook:
    """Its secret is there only when the service gave it."""
    return out.Webhook(
        id=point.id,
        url=point.url,
        events=list(point.events),
        enabled=point.enabled,
        description=point.description,
        dialect=point.dialect,
        calls=point.calls,
        failures=point.failures,
        secret=point.secret or None,
        created_at=point.created_at,
        updated_at=point.updated_at,
    )


def delivery(one: Delivery, *, whole: bool = False) -> out.Delivery:
    """`whole`: with payload and attempts."""
    attempts = [
        out.Attempt(sent_at=a.sent_at, seconds=a.seconds, status_code=a.status_code, error=a.error, answer=a.answer)
        for a in one.attempts
    ]
    return out.Delivery(
        id=one.id,
        job_id=one.job_id,
        webhook_id=one.endpoint_id,
        event=one.event,
        status=one.status,
        tries=one.tries,
        created_at=one.created_at,
        updated_at=one.updated_at,
        next_at=one.next_at,
        payload=one.payload if whole else None,
        attempts=attempts if whole else [],
    )


def page(found: Page[Any], make: Callable[[Any], BaseModel]) -> Reply:
    """A page of a listing."""
    return _list([dump(make(item)) for item in found.items], found.next, found.previous, found.total)


def listing(items: Sequence[BaseModel]) -> Reply:
    """All there is."""
    return _list([dump(item) for item in items], None, None, len(items))


def _list(data: list[dict[str, Any]], following: str | None, preceding: str | None, total: int | None) -> Reply:
    body = {"object": "list", "data": data, "next_cursor": following, "previous_cursor": preceding, "total": total}
    return Reply(200, body)
