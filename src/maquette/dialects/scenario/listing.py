"""All assets of an account in one order: uploads and the files of finished jobs, merged by time, page by page."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from maquette.dialects.dialect import DialectContext
from maquette.dialects.scenario.assets import Item, is_listed, of_job, of_upload
from maquette.errors import InvalidRequest
from maquette.jobs.identity import Account
from maquette.jobs.job import JobFilter, JobStatus
from maquette.jobs.paging import Page, PageQuery, encode_cursor

FETCH = (10, 100)
"""Fewest and most groups read at once."""
MAX_SCANNED = 5000
"""Groups looked at for one page, however few of them match."""


@dataclass
class _Group:
    """One upload, or one job with its files."""

    at: datetime
    uid: str
    items: list[Item]


@dataclass(frozen=True)
class _Place:
    """Where a page ends: cursors of the two streams, and how many files of the next job were given already."""

    uploads: str | None = None
    jobs: str | None = None
    given: int = 0

    def token(self) -> str:
        text = json.dumps([self.uploads, self.jobs, self.given])
        return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def _place(token: str) -> _Place:
    try:
        uploads, jobs, given = json.loads(base64.urlsafe_b64decode(token[:1000] + "=" * (-len(token) % 4)))
        if all(isinstance(c, str | None) for c in (uploads, jobs)) and isinstance(given, int) and 0 <= given < 10_000:
            return _Place(uploads, jobs, given)
    except (ValueError, TypeError, binascii.Error, RecursionError):
        pass
    raise InvalidRequest("paginationToken is not valid; start again without one.", field="paginationToken")


async def page(
    context: DialectContext,
    account: Account,
    size: int,
    token: str,
    *,
    ascending: bool = False,
    wanted: Callable[[Item], bool] = lambda item: True,
) -> tuple[list[Item], str | None]:
    """Up to `size` assets, and the token of the following page; None on the last one.

    Raises:
        InvalidRequest: a token that is none of ours.
    """
    start = _place(token) if token else _Place()
    limit = min(max(size, FETCH[0]), FETCH[1])
    uploads = _groups(_uploads(context, account), start.uploads, ascending, limit)
    jobs = _groups(_jobs(context, account), start.jobs, ascending, limit)
    upload, job = await anext(uploads, None), await anext(jobs, None)
    place, found, skip, scanned = start, list[Item](), start.given, 0
    while (upload or job) and scanned < MAX_SCANNED:
        scanned += 1
        first = job is None or (upload is not None and (upload.at < job.at if ascending else upload.at >= job.at))
        group = upload if first else job
        assert group is not None
        for index, item in enumerate(group.items):
            if (not first and index < skip) or not wanted(item):
                continue
            if len(found) == size:
                return found, place.token()
            found.append(item)
            if not first:
                place = _Place(place.uploads, place.jobs, index + 1)
        after = encode_cursor("n", group.at, group.uid)
        if first:
            place = _Place(after, place.jobs, place.given)
            upload = await anext(uploads, None)
        else:
            place, skip = _Place(place.uploads, after, 0), 0
            job = await anext(jobs, None)
    return found, place.token() if upload or job else None


def _uploads(context: DialectContext, account: Account) -> Callable[[PageQuery], Awaitable[Page[_Group]]]:
    async def fetch(query: PageQuery) -> Page[_Group]:
        got = await context.service.uploads(account, query=query)
        groups = [_Group(u.created_at, u.id, [of_upload(u)] if is_listed(u) else []) for u in got.items]
        return Page(groups, got.next)

    return fetch


def _jobs(context: DialectContext, account: Account) -> Callable[[PageQuery], Awaitable[Page[_Group]]]:
    async def fetch(query: PageQuery) -> Page[_Group]:
        got = await context.service.page(account, JobFilter((JobStatus.SUCCEEDED,)), query)
        return Page([_Group(j.created_at, j.id, [of_job(j, a) for a in j.assets]) for j in got.items], got.next)

    return fetch


async def _groups(
    fetch: Callable[[PageQuery], Awaitable[Page[_Group]]], cursor: str | None, ascending: bool, limit: int
) -> AsyncIterator[_Group]:
    more: Any = True
    while more:
        got = await fetch(PageQuery(limit=limit, cursor=cursor, ascending=ascending))
        for group in got.items:
            yield group
        more = cursor = got.next
