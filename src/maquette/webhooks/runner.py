"""`WebhookRunner`: sends what is in the outbox, from any number of server processes at once.

Delivered at least once: a crash between the receiver's answer and its record repeats the call, with the same `webhook-id`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

import httpx

from maquette.errors import FetchFailed, MaquetteError, Unavailable
from maquette.jobs.database import Database
from maquette.jobs.sql import now
from maquette.net.address import check_url
from maquette.net.fetch import USER_AGENT, client, pinned, resolve
from maquette.settings import Settings
from maquette.webhooks import queue
from maquette.webhooks.signing import signed_headers
from maquette.webhooks.types import TEST, DeliveryAttempt, EventName, Notice, Rendered

POLL_SECONDS = 0.5
AT_ONCE = 16
ANSWER_CHARACTERS = 2000
PAYLOAD_CHARACTERS = 64_000
_log = logging.getLogger(__name__)

Render = Callable[[str, Notice], Awaitable[Rendered | None]]
"""Words a notice for a dialect, named by its id; None: it is not sent."""


class WebhookRunner:
    """Use as an async context manager beside the server.

    Args:
        tick: called each round, for what else moves by the clock (test jobs).
    """

    def __init__(
        self, settings: Settings, database: Database, render: Render, tick: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        self._settings, self._database, self._render, self._tick = settings, database, render, tick
        self._sending: set[asyncio.Task[None]] = set()
        self._loop_task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> WebhookRunner:
        self._loop_task = asyncio.create_task(self._loop(), name="webhooks")
        return self

    async def __aexit__(self, *exc: object) -> None:
        tasks = [t for t in (self._loop_task, *self._sending) if t is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _loop(self) -> None:
        while True:
            try:
                await self.round()
            except Unavailable:
                await asyncio.sleep(5 * POLL_SECONDS)
            except Exception:
                _log.exception("webhooks")
            await asyncio.sleep(POLL_SECONDS)

    async def round(self) -> None:
        """Begin to send what is due."""
        if self._tick is not None:
            await self._tick()
        free = AT_ONCE - len(self._sending)
        if free <= 0 or not await self._database.run(queue.anything_due, read_only=True):
            return
        lease = self._settings.webhook_seconds * 2 + 30.0
        for parcel in await self._database.run(queue.claim, free, lease):
            task = asyncio.create_task(self._send(parcel))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def drain(self) -> None:
        """Wait until nothing is on its way; for tests."""
        while self._sending:
            await asyncio.gather(*self._sending, return_exceptions=True)

    async def _send(self, parcel: queue.Parcel) -> None:
        vendor = parcel.event == TEST and parcel.dialect != "native"  # vendors have no word for a test
        said: EventName = "job.succeeded" if vendor else parcel.event
        notice = Notice(
            parcel.id, said, parcel.job, parcel.occurred_at, parcel.base_url, parcel.secrets[0], parcel.endpoint
        )
        began, sent_at, body = time.monotonic(), now(), b""
        code: int | None = None
        error = answer = ""
        try:
            rendered = await self._render(parcel.dialect, notice)
            if rendered is None and parcel.event == TEST:
                rendered = await self._render("native", replace(notice, event=TEST))
            if rendered is None:
                await self._database.run(queue.skip, parcel.id)
                return
            body = rendered.body if isinstance(rendered.body, bytes) else json.dumps(rendered.body).encode()
            headers = {"Content-Type": "application/json", "User-Agent": USER_AGENT, **rendered.headers}
            headers |= signed_headers(parcel.secrets, parcel.id, int(sent_at.timestamp()), body)
            async with asyncio.timeout(self._settings.webhook_seconds):
                code, answer = await self._post(parcel.url, headers, body)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, TimeoutError) as fault:
            error = f"no answer ({type(fault).__name__})"
        except MaquetteError as fault:
            error = fault.message
        except Exception as fault:
            _log.exception("webhook %s", parcel.id)
            error = f"could not be worded ({type(fault).__name__})"
        attempt = DeliveryAttempt(sent_at, round(time.monotonic() - began, 3), code, error, answer)
        payload = body.decode("utf-8", "replace")[:PAYLOAD_CHARACTERS]
        with suppress(Unavailable):  # the lease runs out, and it is sent again
            await self._database.run(queue.record, parcel, attempt, payload, self._settings.webhook_hours)

    async def _post(self, url: str, headers: dict[str, str], body: bytes) -> tuple[int, str]:
        target = check_url(url, self._settings.fetch_allow)
        addresses = await resolve(target, self._settings.fetch_allow)
        if not addresses:
            raise FetchFailed("The host has no address. Correct the URL.")
        address, host, extensions = pinned(target, addresses[0])
        async with (
            client(self._settings.webhook_seconds) as http,
            http.stream("POST", address, content=body, headers=headers | host, extensions=extensions) as response,
        ):
            kept = bytearray()
            async for chunk in response.aiter_raw():
                kept += chunk
                if len(kept) >= ANSWER_CHARACTERS:
                    break
        text = kept.decode("utf-8", "replace")[:ANSWER_CHARACTERS].replace("\0", "")
        return response.status_code, text
