"""`JobService`: the only door from dialects to jobs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from maquette.jobs.job import Asset, Job
from maquette.request import GenerationRequest, MeshInput


@dataclass(frozen=True)
class Account:
    """Who asks. `enforce_credits` False (the local account): credits are counted but never refuse a job."""

    id: str
    name: str
    parallel_limit: int
    enforce_credits: bool


class JobService(Protocol):
    """All that a dialect may call. Every method sees one account's things only; another's ids are `NotFound`."""

    async def put_image(self, account: Account, data: bytes) -> tuple[str, str]:
        """Store an uploaded picture; gives `(key, sha256)` for `ImageInput`."""
        ...

    async def put_mesh(self, account: Account, data: bytes, kind: str) -> MeshInput:
        """Store an uploaded model; `kind` is a key of `FORMATS`. It is read when the job runs; nothing is parsed here.

        Raises:
            InvalidRequest: no such kind of file.
        """
        ...

    async def derive(
        self, account: Account, job_id: str, changes: Mapping[str, Any], *, cost: Decimal, dialect: str
    ) -> Job:
        """A new job: the request of another one of the same account with some fields changed. What both have in common is not run again.

        Raises:
            NotFound: no such job, or not this account's.
            InvalidRequest: a changed field is bad.
        """
        ...

    async def submit(self, account: Account, request: GenerationRequest, *, cost: Decimal, dialect: str) -> Job:
        """Store the job, hold its cost and queue it, in one commit.

        Raises:
            InsufficientCredits: the account enforces credits and has too few.
            ParallelismLimit: the account has `parallel_limit` unfinished jobs.
            Unavailable: the database does not answer (fails fast).
        """
        ...

    async def get(self, account: Account, job_id: str) -> Job:
        """Raises `NotFound`."""
        ...

    async def list(self, account: Account, *, limit: int = 50, before: str | None = None) -> list[Job]:
        """Newest first; `before` is a job id to page on from."""
        ...

    async def cancel(self, account: Account, job_id: str) -> Job:
        """Cancel if not final (seen at once in the status), and refund. Raises `NotFound`."""
        ...

    async def asset(self, asset_id: str) -> Asset:
        """An asset by id alone, for a link whose signature was already checked. Raises `NotFound`."""
        ...

    def read_asset(self, asset: Asset, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Bytes `[start, end)` of the file in chunks."""
        ...

    async def balance(self, account: Account) -> Decimal:
        """Credits left."""
        ...

    async def authenticate(self, key: str) -> Account:
        """The account of an API key (constant-time check of its hash). Raises `Unauthorized`."""
        ...

    async def healthy(self) -> Sequence[str]:
        """Names of the parts that do not answer: empty when all is well."""
        ...
