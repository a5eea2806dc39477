"""Projects, teams, limits, prices and usage (dossier §4.8), as far as this server has them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import choose, shown
from maquette.dialects.scenario import wire
from maquette.dialects.scenario.jobs import model_of
from maquette.dialects.scenario.models import CREATED
from maquette.dialects.scenario.wire import iso, number
from maquette.errors import InvalidRequest, NotFound
from maquette.jobs.identity import Account
from maquette.jobs.job import JobFilter
from maquette.jobs.paging import PageQuery

RANGES = {
    "last-hour": timedelta(hours=1),
    "last-day": timedelta(days=1),
    "last-three-days": timedelta(days=3),
    "last-seven-days": timedelta(days=7),
    "last-thirty-one-days": timedelta(days=31),
}
LONGEST = timedelta(days=366)
KINDS = ("usages", "activity", "consumption", "model-usages", "asset-usages", "nsfw-usages", "quality-gate-usages")
PLAN = "enterprise"
"""The vendor's plans are an enumeration; no other of them leaves everything open."""
UNLIMITED = 1_000_000
_NONE = {"activity": "activity", "asset-usages": "assetUsages", "nsfw-usages": "nsfwUsages"}
_NONE |= {"quality-gate-usages": "qualityGateUsages"}


async def usages(context: DialectContext, call: Call) -> Reply:
    """`GET /usages`: charges by day and by model. What is not counted here is an empty list."""
    query, account = call.query, call.account
    kinds = wire.words(query, "type") & set(KINDS) or set(KINDS)
    until = wire.moment(query, "endDate") or context.clock()
    span = RANGES[choose(query.get("timeRange", "") or "last-thirty-one-days", tuple(RANGES), "timeRange")]
    since = wire.moment(query, "startDate") or until - span
    if not timedelta(0) <= until - since <= LONGEST:
        raise InvalidRequest("startDate must lie before endDate, by at most a year.", field="startDate")
    days = await context.service.usage_by_day(account, since, until)
    total = sum((d.amount for d in days), Decimal(0))
    body: dict[str, Any] = {_NONE[k]: [] for k in sorted(kinds & set(_NONE))}
    if "usages" in kinds:
        points = [{"time": f"{d.day}T00:00:00.000Z", "value": str(d.amount), "cost": number(d.amount)} for d in days]
        made = [{"time": f"{d.day}T00:00:00.000Z", "value": str(d.jobs)} for d in days]
        body["usages"] = [
            {"usageName": name, "granularity": "1d", "points": [p | {"apiKey": p["value"]} for p in some]}
            for name, some in (("creative-unit-cost", points), ("custom", made))
        ]
    if "consumption" in kinds:
        value = number(total)
        body["consumption"] = [{"userId": wire.author_id(account.id), "value": value, "total": value, "discount": 0}]
    if "model-usages" in kinds:
        where = JobFilter(created_after=since, created_before=until)
        body["modelUsages"] = await _by_model(context, account, where)
    return Reply(200, body)


async def _by_model(context: DialectContext, account: Account, where: JobFilter) -> list[dict[str, Any]]:
    """Of the jobs that are kept, the newest thousand; older ones count in `usages` alone."""
    sums: dict[str, dict[str, tuple[Decimal, int]]] = {}
    cursor = None
    for _ in range(5):
        page = await context.service.page(account, where, PageQuery(limit=200, cursor=cursor))
        for job in page.items:
            points = sums.setdefault(model_of(job), {})
            day = iso(job.created_at)[:10]
            amount, count = points.get(day, (Decimal(0), 0))
            points[day] = (amount + job.cost, count + 1)
        cursor = page.next
        if cursor is None:
            break
    return [
        {"modelId": model, "points": [_point(d, *sums[model][d]) for d in sorted(sums[model])]}
        for model in sorted(sums)
    ]


def _point(day: str, amount: Decimal, count: int) -> dict[str, Any]:
    cost = number(amount)
    return {
        "time": f"{day}T00:00:00.000Z",
        "cost": cost,
        "apiKeyCost": cost,
        "discount": 0,
        "apiKeyDiscount": 0,
        "jobs": count,
    }


async def _projects(context: DialectContext, account: Account) -> list[dict[str, Any]]:
    """The account's projects; one that stands for the account where there are none."""
    found = [
        _project(account, wire.project_name(account.id, p.id), p.name, iso(p.created_at))
        for p in await context.service.projects(account)
    ]
    if account.project_id is None:
        found.insert(0, _project(account, wire.owner_id(account), account.name, CREATED))
    return found


def _project(account: Account, uid: str, name: str, at: str) -> dict[str, Any]:
    return {
        "id": uid,
        "name": name,
        "teamId": wire.team_name(account.id),
        "createdAt": at,
        "updatedAt": at,
        "keys": [],
        "users": [],
        "privacyMode": True,
    }


async def projects(context: DialectContext, call: Call) -> Reply:
    """`GET /projects`."""
    return Reply(200, {"projects": await _projects(context, call.account)})


async def project(context: DialectContext, call: Call) -> Reply:
    """`GET /projects/{id}`."""
    for found in await _projects(context, call.account):
        if found["id"] == call.path["project_id"]:
            return Reply(200, {"project": found})
    raise NotFound(f"There is no project '{shown(call.path['project_id'])}'. GET /v1/projects lists yours.")


async def _team(context: DialectContext, account: Account) -> dict[str, Any]:
    own = await _projects(context, account)
    return {
        "id": wire.team_name(account.id),
        "name": account.name,
        "plan": PLAN,
        "type": "personal",
        "createdAt": CREATED,
        "updatedAt": CREATED,
        "projects": [{k: p[k] for k in ("id", "name", "createdAt", "updatedAt")} for p in own],
        "context": {"invitationsCount": 0, "keysCount": 1, "usersCount": 1, "userRole": "key"},
    }


async def teams(context: DialectContext, call: Call) -> Reply:
    """`GET /teams`: the account is one."""
    return Reply(200, {"teams": [await _team(context, call.account)]})


def _own(call: Call) -> None:
    if call.path["team_id"] != wire.team_name(call.account.id):
        raise NotFound(f"There is no team '{shown(call.path['team_id'])}'. GET /v1/teams lists yours.")


async def team(context: DialectContext, call: Call) -> Reply:
    """`GET /teams/{id}`."""
    _own(call)
    none = {"private": "", "public": ""}
    more: dict[str, Any] = {"keys": [], "users": [], "invitations": [], "paymentStatus": "succeeded", "searchHost": ""}
    more |= {"searchIndexes": {"assets": none, "models": none, "workflows": none}}
    return Reply(200, {"team": await _team(context, call.account) | more})


async def limits(context: DialectContext, call: Call) -> Reply:
    """`GET /teams/{id}/limits`: what a client may plan with is the number of parallel jobs and the units left."""
    _own(call)
    account, left = call.account, await context.service.balance(call.account)
    units = number(left) if account.enforce_credits else UNLIMITED
    names = "apiKeys canvasAssetLayers canvasAssets collections defaultSeats downloadAssets downloadModel inferenceBatchSize"
    names += " maxTrainingDatasets models OTPSessions premiumGenerationSamples projects seats snapshotsRetention upload"
    caps: dict[str, Any] = dict.fromkeys(names.split(), UNLIMITED)
    caps |= {"minCooldown": 0, "maxCooldown": 0, "scalingFactor": 1, "creativeUnits": units, "parallelTraining": 0}
    caps |= {"parallelCustomJobs": account.parallel_limit, "parallelInferences": 0, "parallelWorkflowRuns": 0}
    now = context.clock()
    first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    after = (first + timedelta(days=32)).replace(day=1)
    values = dict.fromkeys(("apiKeys", "canvasAssets", "collections", "projects", "seats"), 0)
    body = {"limits": caps, "oneShotCreativeUnits": [], "plan": PLAN, "values": values | {"creativeUnits": units}}
    return Reply(200, body | {"period": {"start": iso(first), "end": iso(after)}})


async def prices(context: DialectContext, call: Call) -> Reply:
    """`GET /oscu/prices`: nothing is sold here."""
    return Reply(200, {"prices": []})
