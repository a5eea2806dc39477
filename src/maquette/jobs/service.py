"""`JobService`: the only door from dialects to jobs, files, webhooks and accounts.

Every method sees what the account's key may see, and nothing else: one account's things (of one project, for a project's key), live or
test ones as the key is. Another's ids are `NotFound`. Every method may raise `Unavailable` (fails fast) when the database is away.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol

from maquette.jobs.events import JobEvent
from maquette.jobs.identity import SCOPES, Account, AccountPlan, ApiKey, Mode, Project, Scope, UsageDay, UsageEntry
from maquette.jobs.job import Asset, Job, JobFilter
from maquette.jobs.keys import NewKey
from maquette.jobs.paging import Page, PageQuery
from maquette.jobs.uploads import Upload, UploadKind, UploadPart
from maquette.request import GenerationRequest, MeshInput
from maquette.webhooks.types import Delivery, WebhookEndpoint, WebhookTarget

__all__ = ["SCOPES", "Account", "AccountPlan", "JobService", "Project"]


class JobCalls(Protocol):
    """Jobs and their files."""

    async def submit(
        self,
        account: Account,
        request: GenerationRequest,
        *,
        cost: Decimal,
        dialect: str,
        extra: Mapping[str, Any] | None = None,
        aliases: Sequence[str] = (),
        webhook: WebhookTarget | None = None,
        idempotency_key: str | None = None,
        fingerprint: str | None = None,
        job_id: str | None = None,
    ) -> Job:
        """Store the job, hold its cost, queue it and note its webhooks, in one commit.

        Args:
            extra: the dialect's own state, JSON; kept as `Job.extra`.
            aliases: further ids by which `find` knows the job, unique in the account, at most 200 characters.
            idempotency_key: the same key with the same `fingerprint` (default: of the request) gives the job of the first call.
            fingerprint: usually `call.fingerprint`, since a dialect may put a random seed into the request.
            job_id: a new UUID v4, if the dialect made ids from it before.

        Raises:
            InsufficientCredits: the account enforces credits and has too few.
            ParallelismLimit: the account has `parallel_limit` unfinished jobs.
            IdempotencyConflict: the key was used for another request.
            InvalidRequest: an alias is taken; the webhook's URL cannot be used.
            PermissionDenied: the key has no `generate` scope.
        """
        ...

    async def quote(self, account: Account, cost: Decimal) -> None:
        """For dry runs: raises what `submit` would raise now for credits and parallel jobs."""
        ...

    async def derive(
        self,
        account: Account,
        job_id: str,
        changes: Mapping[str, Any],
        *,
        cost: Decimal,
        dialect: str,
        extra: Mapping[str, Any] | None = None,
        aliases: Sequence[str] = (),
        webhook: WebhookTarget | None = None,
    ) -> Job:
        """A new job: the request of another one with some fields changed; what both have in common is not run again.

        With no changes it is a retry. Raises `NotFound`, `InvalidRequest`, and what `submit` raises.
        """
        ...

    async def get(self, account: Account, job_id: str) -> Job:
        """Raises `NotFound`."""
        ...

    async def find(self, account: Account, alias: str) -> Job:
        """By an alias, or by the job's own id. Raises `NotFound`."""
        ...

    async def annotate(self, account: Account, job_id: str, changes: Mapping[str, Any]) -> Job:
        """Set top-level keys of `Job.extra` (None removes one), atomically. Raises `NotFound`."""
        ...

    async def list(self, account: Account, *, limit: int = 50, before: str | None = None) -> list[Job]:
        """Newest first; `before` is a job id to page on from."""
        ...

    async def page(self, account: Account, where: JobFilter | None = None, query: PageQuery | None = None) -> Page[Job]:
        """Jobs that match, by page. Raises `InvalidRequest` for a bad cursor."""
        ...

    async def cancel(self, account: Account, job_id: str) -> Job:
        """Cancel if not final (seen at once in the status), and refund. Raises `NotFound`."""
        ...

    async def delete(self, account: Account, job_id: str) -> None:
        """Cancel if not final, then remove the job and its files for good. The ledger keeps its postings. Raises `NotFound`."""
        ...

    async def wait(self, account: Account, job_id: str, seconds: float) -> Job:
        """The job as soon as it is final, or as it is after so many seconds. Raises `NotFound`."""
        ...

    def events(self, account: Account, job_id: str) -> AsyncGenerator[JobEvent, None]:
        """The present state, then news until the job is final. Any number of listeners cost one query each 0.4 s in this process.

        Raises `NotFound` at the first step.
        """
        ...

    async def eta(self, job: Job) -> float | None:
        """Seconds until the job's end, from the history of step times and the queue; 0.0 when final, None when not known."""
        ...

    async def asset(self, asset_id: str) -> Asset:
        """A file of a job or a complete upload by id alone, for a link whose signature was already checked. Raises `NotFound`."""
        ...

    async def find_asset(self, account: Account, asset_id: str) -> tuple[Job, Asset]:
        """A file of one of the account's jobs. Raises `NotFound`."""
        ...

    async def delete_asset(self, account: Account, asset_id: str) -> None:
        """Remove one file of a finished job. Raises `NotFound`."""
        ...

    def read_asset(self, asset: Asset, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Bytes `[start, end)` of the file in chunks."""
        ...


class UploadCalls(Protocol):
    """Stored files."""

    async def put_image(self, account: Account, data: bytes) -> tuple[str, str]:
        """Store a picture that only one request uses; gives `(key, sha256)` for `ImageInput`. It has no row and no id."""
        ...

    async def put_mesh(self, account: Account, data: bytes, kind: str) -> MeshInput:
        """Store a model that only one request uses; `kind` is a key of `FORMATS`. It is read when the job runs.

        Raises:
            InvalidRequest: no such kind of file.
        """
        ...

    async def put_upload(
        self,
        account: Account,
        data: bytes,
        *,
        name: str,
        kind: UploadKind | None = None,
        extra: Mapping[str, Any] | None = None,
        upload_id: str | None = None,
    ) -> Upload:
        """Store a file in one piece. `kind` None: found out from its bytes and name. Pictures are probed.

        Raises:
            BadImage, ImageTooLarge, InvalidRequest, PermissionDenied
        """
        ...

    async def create_upload(
        self,
        account: Account,
        *,
        name: str,
        kind: UploadKind,
        size: int,
        parts: int,
        extra: Mapping[str, Any] | None = None,
        upload_id: str | None = None,
    ) -> Upload:
        """Begin an upload in parts. Each part goes to `context.links.part_url(base_url, upload.id, number)` by PUT, without a key.

        Raises:
            InvalidRequest: too large, or too many parts.
        """
        ...

    async def put_part(self, upload_id: str, number: int, data: bytes) -> UploadPart:
        """Store a part (again, if need be), for a link whose signature was already checked, or after `upload` found it.

        Raises:
            NotFound, InvalidRequest
        """
        ...

    async def complete_upload(self, account: Account, upload_id: str) -> Upload:
        """Put the parts together and probe the file: COMPLETE, or FAILED with `error`. Again: the same answer.

        Raises:
            NotFound
            InvalidRequest: parts are missing; the message says which.
        """
        ...

    async def upload(self, account: Account, upload_id: str) -> Upload:
        """Raises `NotFound`."""
        ...

    async def uploads(
        self, account: Account, *, kind: UploadKind | None = None, query: PageQuery | None = None
    ) -> Page[Upload]:
        """By page, newest first."""
        ...

    async def annotate_upload(self, account: Account, upload_id: str, changes: Mapping[str, Any]) -> Upload:
        """Set top-level keys of `Upload.extra` (None removes one), atomically. Raises `NotFound`."""
        ...

    async def delete_upload(self, account: Account, upload_id: str) -> None:
        """Jobs that use it keep its bytes until they are removed. Raises `NotFound`."""
        ...


class WebhookCalls(Protocol):
    """Registered endpoints and the log of deliveries."""

    async def add_webhook(
        self,
        account: Account,
        url: str,
        *,
        base_url: str,
        dialect: str,
        events: Sequence[str] = ("*",),
        description: str = "",
        extra: Mapping[str, Any] | None = None,
        endpoint_id: str | None = None,
    ) -> WebhookEndpoint:
        """Register; the answer holds the secret. Raises `InvalidRequest` (URL, events), `PermissionDenied`."""
        ...

    async def webhooks(self, account: Account) -> Sequence[WebhookEndpoint]:
        """Oldest first, without secrets."""
        ...

    async def webhook(self, account: Account, endpoint_id: str) -> WebhookEndpoint:
        """Without its secret. Raises `NotFound`."""
        ...

    async def change_webhook(
        self,
        account: Account,
        endpoint_id: str,
        *,
        url: str | None = None,
        events: Sequence[str] | None = None,
        enabled: bool | None = None,
        description: str | None = None,
        extra: Mapping[str, Any] | None = None,
        rotate_secret: bool = False,
    ) -> WebhookEndpoint:
        """Change what is given. A rotated secret is in the answer; the former one signs beside it for a day. Raises `NotFound`."""
        ...

    async def remove_webhook(self, account: Account, endpoint_id: str) -> None:
        """With its deliveries. Raises `NotFound`."""
        ...

    async def deliveries(
        self,
        account: Account,
        *,
        endpoint_id: str | None = None,
        job_id: str | None = None,
        query: PageQuery | None = None,
    ) -> Page[Delivery]:
        """The log without attempts, newest first."""
        ...

    async def delivery(self, account: Account, delivery_id: str) -> Delivery:
        """With its attempts. Raises `NotFound`."""
        ...

    async def replay(self, account: Account, delivery_id: str) -> Delivery:
        """Send it again now, with the same id. Raises `NotFound`."""
        ...

    async def test_webhook(self, account: Account, endpoint_id: str) -> Delivery:
        """Send a sample job to one endpoint, once; it is logged like others. Raises `NotFound`, `PermissionDenied`."""
        ...

    async def webhook_secret(self, account: Account) -> str:
        """`whsec_…` that signs one-off deliveries of this account."""
        ...


class AccountCalls(Protocol):
    """Who asks, and their credits."""

    async def authenticate(self, key: str) -> Account:
        """The account of an API key (constant-time check of its hash), known for some seconds. Raises `Unauthorized`."""
        ...

    async def balance(self, account: Account) -> Decimal:
        """Credits left."""
        ...

    async def usage(self, account: Account, *, query: PageQuery | None = None) -> Page[UsageEntry]:
        """What jobs cost, newest first."""
        ...

    async def usage_by_day(self, account: Account, since: datetime, until: datetime) -> Sequence[UsageDay]:
        """Charges of each UTC day that had any, oldest first."""
        ...

    async def projects(self, account: Account) -> Sequence[Project]:
        """Oldest first; only its own for a project's key."""
        ...

    async def keys(self, account: Account) -> Sequence[ApiKey]:
        """Keys that the account's key may manage, oldest first, revoked ones, too. Raises `PermissionDenied` without `admin`."""
        ...

    async def add_key(
        self,
        account: Account,
        *,
        name: str = "",
        mode: Mode | None = None,
        scopes: Sequence[Scope] | None = None,
        project_id: str | None = None,
        expires_at: datetime | None = None,
    ) -> tuple[ApiKey, NewKey]:
        """A new key, whose text is not stored: show it now. What is not given is as the asking key has it; more is never granted.

        Raises:
            PermissionDenied: the key lacks `admin`, or would grant what it has not itself.
            InvalidRequest: there is no such project, the time has passed, or there are too many keys.
        """
        ...

    async def revoke_key(self, account: Account, key_id: str) -> ApiKey:
        """Refuse a key from now on; other processes may know it for `key_cache_seconds`. Again: the same answer. Raises `NotFound`."""
        ...

    async def key_alive(self, key_id: str) -> bool:
        """A key is neither revoked nor expired, by its id; true for "" (no stored key)."""
        ...


class JobService(JobCalls, UploadCalls, WebhookCalls, AccountCalls, Protocol):
    """All that a dialect may call."""

    async def healthy(self) -> Sequence[str]:
        """Names of the parts that do not answer: empty when all is well."""
        ...
