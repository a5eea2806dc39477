"""The key's account: balance, limits, usage, projects, prices."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.native import answers
from maquette.dialects.native import resources as out
from maquette.dialects.native.reading import moment, page_query
from maquette.dialects.native.translate import PRICES, price
from maquette.errors import InvalidRequest
from maquette.jobs.identity import UsageEntry
from maquette.request import MAX_IMAGES

USAGE_DAYS = 30
MAX_USAGE_DAYS = 366


async def get(context: DialectContext, call: Call) -> Reply:
    """`GET /account`."""
    who, settings = call.account, context.settings
    return answers.reply(
        out.Account(
            id=who.id,
            name=who.name,
            plan=out.Plan(name=who.plan.name, title=who.plan.title, enterprise=sorted(who.plan.enterprise)),
            balance=float(await context.service.balance(who)),
            enforce_credits=who.enforce_credits,
            test=who.mode == "test",
            scopes=sorted(who.scopes),
            project_id=who.project_id,
            limits=out.Limits(
                parallel_jobs=who.parallel_limit,
                requests_per_minute=who.rate_limit,
                images=MAX_IMAGES,
                image_bytes=settings.max_image_bytes,
                image_pixels=settings.max_image_pixels,
                upload_bytes=settings.max_upload_bytes,
                request_bytes=settings.max_request_bytes,
                link_seconds=settings.link_seconds,
                retention_days=settings.retention_days,
            ),
        )
    )


async def usage(context: DialectContext, call: Call) -> Reply:
    """`GET /usage`."""
    return answers.page(await context.service.usage(call.account, query=page_query(call)), _entry)


def _entry(entry: UsageEntry) -> out.Usage:
    return out.Usage(
        job_id=entry.job_id,
        created_at=entry.created_at,
        amount=float(entry.amount),
        kind=entry.kind,
        dialect=entry.dialect,
        tier=entry.tier,
    )


async def usage_days(context: DialectContext, call: Call) -> Reply:
    """`GET /usage/days`: the last thirty days unless asked otherwise."""
    until = moment(call.query, "until") or context.clock().astimezone(UTC)
    since = moment(call.query, "since") or _back(until)
    if not since <= until or until - since > timedelta(days=MAX_USAGE_DAYS):
        raise InvalidRequest(f"since must lie before until, by at most {MAX_USAGE_DAYS} days.", field="since")
    days = await context.service.usage_by_day(call.account, since, until)
    return answers.listing([out.UsageDay(day=d.day, jobs=d.jobs, amount=float(d.amount)) for d in days])


def _back(until: datetime) -> datetime:
    return until - timedelta(days=USAGE_DAYS)


async def projects(context: DialectContext, call: Call) -> Reply:
    """`GET /projects`."""
    found = await context.service.projects(call.account)
    return answers.listing([out.Project(id=p.id, name=p.name, created_at=p.created_at) for p in found])


async def prices(context: DialectContext, call: Call) -> Reply:
    """`GET /prices`, on the account's plan."""
    return answers.listing(
        [
            out.Price(item=item, credits=float(price(call.account, item)), description=text)
            for item, (_, text) in PRICES.items()
        ]
    )
