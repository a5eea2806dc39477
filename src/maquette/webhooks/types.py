"""What webhooks are made of: events, where they go, and how a dialect words them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from maquette.jobs.job import Job

EventName = Literal[
    "job.queued", "job.started", "job.progress", "job.succeeded", "job.failed", "job.cancelled", "webhook.test"
]
EVENTS: tuple[EventName, ...] = (
    *("job.queued", "job.started", "job.progress"),
    *("job.succeeded", "job.failed", "job.cancelled"),
)
"""What an endpoint may ask for. `*` and `job.*` ask for all but `job.progress`, which must be named."""
PROGRESS: EventName = "job.progress"
TEST: EventName = "webhook.test"
"""Sent on demand with a sample job, once."""
FINAL_EVENTS: tuple[EventName, ...] = ("job.succeeded", "job.failed", "job.cancelled")
DeliveryStatus = Literal["pending", "delivered", "failed", "skipped"]


@dataclass(frozen=True)
class WebhookTarget:
    """A one-off URL of one job, given at submit.

    Attributes:
        url: http or https; checked with `net.address.check_url` at submit and after name resolution at every delivery.
        base_url: `Call.base_url`, for links in the delivery.
        events: those that are sent.
        secret: `whsec_…`; None: the account's own, see `service.webhook_secret`.
    """

    url: str
    base_url: str
    events: tuple[EventName, ...] = FINAL_EVENTS
    secret: str | None = None


@dataclass(frozen=True)
class WebhookEndpoint:
    """A URL registered by an account. `secret` is shown at creation and rotation only; empty otherwise. `events` may hold "*"."""

    id: str
    account_id: str
    url: str
    events: tuple[str, ...]
    enabled: bool
    dialect: str
    description: str
    created_at: datetime
    updated_at: datetime
    calls: int = 0
    failures: int = 0
    secret: str = ""
    project_id: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class DeliveryAttempt:
    """One POST. `status_code` None: no answer came, `error` says why. `answer`: the first 2,000 characters of the body."""

    sent_at: datetime
    seconds: float
    status_code: int | None
    error: str
    answer: str


@dataclass(frozen=True)
class Delivery:
    """One event on its way to one target. `id` is the `webhook-id` of every attempt. `payload`: what was last sent."""

    id: str
    job_id: str
    endpoint_id: str | None
    event: EventName
    status: DeliveryStatus
    created_at: datetime
    updated_at: datetime
    next_at: datetime
    payload: str | None = None
    attempts: Sequence[DeliveryAttempt] = ()
    tries: int = 0


@dataclass(frozen=True)
class Notice:
    """What a dialect is to put into words.

    Attributes:
        id: the same at every attempt; sent as `webhook-id`.
        job: as it is now, which may be later than the event.
        base_url: for links.
        endpoint: None for a job's one-off URL.
        secret: `whsec_…` of the target, for vendors with a signature of their own.
    """

    id: str
    event: EventName
    job: Job
    occurred_at: datetime
    base_url: str
    secret: str
    endpoint: WebhookEndpoint | None = None


@dataclass(frozen=True)
class Rendered:
    """A delivery in a vendor's words: a JSON-ready `body` (or bytes), and headers beside the Standard Webhooks ones."""

    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)
