"""What an account's jobs cost, read from the ledger, so that it outlives the jobs."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from maquette.jobs.identity import Account, UsageDay, UsageEntry
from maquette.jobs.paging import Page, PageQuery, select_page
from maquette.jobs.tables import jobs, postings


def entries(conn: sa.Connection, account: Account, page: PageQuery) -> Page[UsageEntry]:
    """Jobs with a cost, newest first: charged ones, and those whose cost is still held. Refunded ones are left out."""
    other = postings.alias()
    settled = sa.select(other.c.kind).where(
        other.c.job_id == postings.c.job_id, other.c.kind != "hold", other.c.book == "held"
    )
    state = settled.limit(1).scalar_subquery()
    held = sa.and_(postings.c.account_id == account.id, postings.c.kind == "hold", postings.c.book == "held")
    query = sa.select(
        postings.c.transfer_id,
        postings.c.created_at,
        postings.c.job_id,
        postings.c.amount,
        state.label("state"),
        jobs.c.dialect,
        jobs.c.request["tier"].as_string().label("tier"),
    ).select_from(postings.outerjoin(jobs, jobs.c.id == postings.c.job_id))
    query = query.where(held, sa.func.coalesce(state, "capture") == "capture")
    if account.project_id is not None:
        query = query.where(jobs.c.project_id == account.project_id)
    rows, following, preceding, total = select_page(conn, query, postings.c.created_at, postings.c.transfer_id, page)
    items = [
        UsageEntry(r.job_id, r.created_at, r.amount, "charged" if r.state else "held", r.dialect or "", r.tier or "")
        for r in rows
    ]
    return Page(items, following, preceding, total)


def by_day(conn: sa.Connection, account: Account, since: datetime, until: datetime) -> list[UsageDay]:
    """Sums of the charges of each UTC day, oldest first."""
    charged = sa.and_(
        postings.c.account_id == account.id,
        postings.c.book == "revenue",
        postings.c.created_at >= since,
        postings.c.created_at < until,
    )
    query = sa.select(postings.c.created_at, postings.c.amount).where(charged)
    if account.project_id is not None:
        query = query.join(jobs, jobs.c.id == postings.c.job_id).where(jobs.c.project_id == account.project_id)
    days: dict[str, tuple[int, Decimal]] = {}
    for row in conn.execute(query):  # the two databases have no common function for the day
        number, amount = days.get(f"{row.created_at:%Y-%m-%d}", (0, Decimal(0)))
        days[f"{row.created_at:%Y-%m-%d}"] = (number + 1, amount + row.amount)
    return [UsageDay(day, number, amount) for day, (number, amount) in sorted(days.items())]
