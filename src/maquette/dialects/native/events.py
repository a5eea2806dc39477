"""A job's news as server-sent events, with a key or by a signed link (an `EventSource` cannot send headers)."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.native import answers
from maquette.dialects.native.reading import path_id
from maquette.dialects.tokens import verify
from maquette.errors import LinkExpired, NotFound
from maquette.jobs.events import JobEvent
from maquette.jobs.identity import Account
from maquette.jobs.job import Job, JobStatus

HEARTBEAT_SECONDS = 15.0
"""Proxies cut lines that are silent for longer, 30 to 60 s by default."""
CHECK_SECONDS = 15.0
"""A stream ends so long after its key was revoked, at the latest."""
RETRY_MS = 2000
_HEADERS = {"X-Accel-Buffering": "no"}


async def events(context: DialectContext, call: Call) -> Reply:
    """`GET /jobs/{job_id}/events`."""
    return await _stream(context, call, call.account, path_id(call, "job_id"))


async def signed_events(context: DialectContext, call: Call) -> Reply:
    """`GET /events/{token}`: the token is its own credential and is good for one job."""
    payload = verify(context.key(answers.EVENTS_KEY), call.path.get("token", ""))
    if payload is None or payload.get("exp", 0) < context.clock().timestamp():
        raise LinkExpired("This link has expired or was altered. Get the job again for a fresh events_url.")
    project, mode = payload["project"], "test" if payload["test"] else "live"
    key = str(payload.get("key", ""))
    account = Account(
        *(payload["account"], "", 0, True),
        **{"project_id": project, "mode": mode, "key_id": key, "scopes": frozenset({"read"})},
    )
    if not await context.service.key_alive(key):
        raise LinkExpired(
            "The key that this link came from was revoked or has expired. Get the job again with another one."
        )
    return await _stream(context, call, account, payload["job"])


async def _stream(context: DialectContext, call: Call, account: Account, job_id: str) -> Reply:
    job = await context.service.get(account, job_id)
    last = call.headers.get("last-event-id", "")
    if job.status.final and last.endswith(f"-{job.status}"):
        return Reply(204)  # the client had the end already; this stops an EventSource
    body = _lines(context, call, account, job_id)
    return Reply(200, None, _HEADERS, "text/event-stream", body)


async def _lines(context: DialectContext, call: Call, account: Account, job_id: str) -> AsyncGenerator[bytes, None]:
    source = context.service.events(account, job_id)
    look = time.monotonic() + CHECK_SECONDS
    coming: asyncio.Task[JobEvent] | None = None
    yield f"retry: {RETRY_MS}\n\n".encode()
    try:
        while True:
            coming = coming or asyncio.create_task(_next(source))
            done, _ = await asyncio.wait({coming}, timeout=HEARTBEAT_SECONDS)
            if time.monotonic() >= look:
                if not await context.service.key_alive(account.key_id):
                    return
                look = time.monotonic() + CHECK_SECONDS
            if not done:
                yield b": still here\n\n"
                continue
            try:
                event, coming = coming.result(), None
            except (StopAsyncIteration, EndOfNewsError, NotFound):  # NotFound: deleted meanwhile
                return
            yield _event(context, call, account, event)
    finally:
        if coming is not None:
            coming.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await coming
        await source.aclose()


class EndOfNewsError(Exception):
    """A task may not end with `StopAsyncIteration`."""


async def _next(source: AsyncGenerator[JobEvent, None]) -> JobEvent:
    try:
        return await anext(source)
    except StopAsyncIteration:
        raise EndOfNewsError from None


def _event(context: DialectContext, call: Call, account: Account, event: JobEvent) -> bytes:
    job: Job = event.job
    progress = 1.0 if job.status is JobStatus.SUCCEEDED else round(event.progress, 4)
    data: dict[str, Any] = {"id": job.id, "status": str(job.status), "stage": event.stage or None, "progress": progress}
    data |= {"eta_seconds": event.eta_seconds, "queue_position": job.queue_position}
    if event.kind == "end":
        data["job"] = answers.dump(answers.job(context, call.base_url, job, event.eta_seconds, account))
    text = json.dumps(data, separators=(",", ":"))
    return f"id: {round(progress * 10_000)}-{job.status}\nevent: {event.kind}\ndata: {text}\n\n".encode()
