"""Pages of a listing: opaque cursors that lead on and back, stable while new things come in."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, Literal, TypeVar

import sqlalchemy as sa

from maquette.errors import InvalidRequest

T = TypeVar("T")
MAX_PAGE = 200
"""Most things on one page."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page.

    Attributes:
        next: cursor of the following page, None on the last one.
        previous: cursor of the page before, None on the first one.
        total: number of all things that match, if it was asked for.
    """

    items: Sequence[T]
    next: str | None = None
    previous: str | None = None
    total: int | None = None


@dataclass(frozen=True)
class PageQuery:
    """Which page: `limit` 1 to 200 (clamped), from a `cursor` of a former page or from `offset`; newest first unless `ascending`."""

    limit: int = 50
    cursor: str | None = None
    offset: int = 0
    ascending: bool = False
    count: bool = False


def encode_cursor(direction: Literal["n", "p"], at: datetime, row_id: str) -> str:
    """Opaque text for "what follows (n) or precedes (p) this row"."""
    micros = (at - _EPOCH) // timedelta(microseconds=1)
    return base64.urlsafe_b64encode(json.dumps([direction, micros, row_id]).encode()).rstrip(b"=").decode()


def decode_cursor(text: str) -> tuple[str, datetime, str]:
    """Inverse of `encode_cursor`. Raises `InvalidRequest`."""
    try:
        direction, micros, row_id = json.loads(base64.urlsafe_b64decode(text[:400] + "=" * (-len(text) % 4)))
        if direction in ("n", "p") and isinstance(micros, int) and isinstance(row_id, str):
            return direction, _EPOCH + timedelta(microseconds=micros), row_id
    except (ValueError, TypeError, OverflowError, binascii.Error, RecursionError):
        pass
    raise InvalidRequest("This page token is not valid. Start again without one.", field="cursor")


def select_page(
    conn: sa.Connection, query: sa.Select[Any], at: sa.Column[datetime], row_id: sa.Column[str], page: PageQuery
) -> tuple[list[Any], str | None, str | None, int | None]:
    """Rows of one page, its cursors, and the total if asked for. `query` is the filtered select, in no order.

    Raises:
        InvalidRequest: a cursor that this function did not make.
    """
    limit = min(max(page.limit, 1), MAX_PAGE)
    total = conn.scalar(sa.select(sa.func.count()).select_from(query.subquery())) if page.count else None
    back, marked = False, page.cursor is not None
    if page.cursor is not None:
        direction, moment, mark = decode_cursor(page.cursor)
        back = direction == "p"
        pair = sa.tuple_(at, row_id)
        edge = sa.tuple_(sa.bindparam(None, moment, type_=at.type), sa.bindparam(None, mark, type_=row_id.type))
        query = query.where(pair > edge if page.ascending != back else pair < edge)
    rising = page.ascending != back
    query = query.order_by(at.asc() if rising else at.desc(), row_id.asc() if rising else row_id.desc())
    offset = 0 if marked else min(max(page.offset, 0), 10**9)
    rows = list(conn.execute(query.limit(limit + 1).offset(offset)).all())
    more = len(rows) > limit
    rows = rows[:limit]
    if back:
        rows.reverse()
    after = more if not back else True
    before = more if back else marked or offset > 0
    if not rows:
        return [], None, None, total
    first, last = rows[0], rows[-1]
    following = encode_cursor("n", getattr(last, at.name), getattr(last, row_id.name)) if after else None
    preceding = encode_cursor("p", getattr(first, at.name), getattr(first, row_id.name)) if before else None
    return rows, following, preceding, total
