"""Legacy sessions over jobs: a session is its first job, and one job more for each later stage, found by alias.

Stages that follow by themselves (`auto_gen_3d`, `auto_refine`) are queued at once with the first, so that they need nobody to poll. What
two stages have in common is computed once, since a later stage is derived from the first.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from maquette.dialects.csm.fields import Fields
from maquette.dialects.csm.ids import CODE, code
from maquette.dialects.csm.translate import PRICES, Options, Stage, stage_request
from maquette.dialects.dialect import Call, DialectContext
from maquette.errors import InvalidRequest, MaquetteError, NotFound
from maquette.jobs.identity import Account
from maquette.jobs.ids import new_id
from maquette.jobs.job import Job, JobStatus
from maquette.request import MAX_SEED, GenerationRequest, ImageInput

DIALECT = "csm"
UNKNOWN = "There is no such session; use the session_code of a session that you created, within its retention time."
_ORDER: tuple[Stage, ...] = ("spin", "direct", "preview", "refine")


@dataclass(frozen=True)
class Session:
    """A session and the newest job of each of its stages; `first` is the stage that began it."""

    root: Job
    jobs: Mapping[Stage, Job]

    @property
    def code(self) -> str:
        """`SESSION_…`."""
        return str(self.root.extra["session"])

    @property
    def first(self) -> Stage:
        """The stage that began it: "spin", "preview" or "direct"."""
        stage: Stage = self.root.extra["stage"]
        return stage

    @property
    def stage(self) -> Stage:
        """Where the session is: the first stage after the last one that is done, or that one if nothing follows."""
        order = [s for s in _ORDER if s in self.jobs]
        done = [i for i, s in enumerate(order) if self.jobs[s].status is JobStatus.SUCCEEDED]
        return order[min(done[-1] + 1 if done else 0, len(order) - 1)]

    @property
    def job(self) -> Job:
        """The job of `stage`."""
        return self.jobs[self.stage]

    @property
    def values(self) -> Mapping[str, Any]:
        """The options as the newest stage has them."""
        newest = [self.jobs[s] for s in _ORDER if s in self.jobs][-1]
        values: Mapping[str, Any] = newest.extra["options"]
        return values


async def find(context: DialectContext, account: Account, name: str, *, role: str = "legacy") -> Job:
    """The first job of a session. Raises `NotFound`."""
    if CODE.fullmatch(name):
        try:
            job = await context.service.find(account, name)
        except NotFound:
            raise NotFound(UNKNOWN) from None
        if job.dialect == DIALECT and job.extra.get("role") == role:
            return job
    raise NotFound(UNKNOWN)


async def load(context: DialectContext, account: Account, name: str) -> Session:
    """A legacy session. Raises `NotFound`."""
    return await complete(context, account, await find(context, account, name))


async def complete(context: DialectContext, account: Account, root: Job) -> Session:
    """The session that `root` began."""
    jobs: dict[Stage, Job] = {root.extra["stage"]: root}
    stages: tuple[Stage, ...] = ("spin", "preview", "refine")
    for stage in stages:
        # The number is written before the job is queued: after a crash in between, the one before it counts.
        for number in range(int(root.extra.get(f"asked_{stage}", 0)), 0, -1):
            try:
                jobs[stage] = await context.service.find(account, _alias(root, stage, number))
                break
            except NotFound:
                continue
    return Session(root, jobs)


def _alias(root: Job, stage: Stage, number: int) -> str:
    return f"{root.extra['session']}/{stage}/{number}"


def price(account: Account, stage: str) -> Decimal:
    """Credits of a stage."""
    return account.price(f"{DIALECT}.{stage}", PRICES[stage])


async def create(
    context: DialectContext, call: Call, fields: Fields, options: Options, image: ImageInput, seen: Mapping[str, Any]
) -> Session:
    """Begin a session, with all stages that follow by themselves.

    Args:
        seen: how the picture is shown in the document: `{"url": …}` or `{"upload": id, "name": …}`.
    """
    account, job_id = call.account, new_id()
    stage = options.first
    values, warnings = stage_request(options.values, stage)
    request = GenerationRequest.build(
        images=(image,),
        engine=context.settings.engine,
        seed=secrets.randbelow(MAX_SEED + 1),
        warnings=(*options.warnings, *warnings),
        **values,
    )
    name = code("SESSION", context.clock(), job_id)
    extra: dict[str, Any] = {"role": "legacy", "session": name, "stage": stage, "image": dict(seen)}
    extra["options"] = dict(options.values)
    plan = account.plan
    extra |= {"raw": dict(fields.raw), "plan": "enterprise" if "*" in plan.enterprise else plan.name}
    follow = _followers(options)
    extra |= {f"asked_{later}": 1 for later in follow}
    root = await context.service.submit(
        account,
        request,
        cost=price(account, stage),
        dialect=DIALECT,
        extra=extra,
        aliases=[name],
        job_id=job_id,
        fingerprint=call.fingerprint or None,
    )
    jobs: dict[Stage, Job] = {stage: root}
    try:
        for later in follow:
            jobs[later] = await _derive(context, account, root, later, options.values, 1)
    except MaquetteError:
        for job in jobs.values():
            await context.service.cancel(account, job.id)
        raise
    return Session(root, jobs)


def _followers(options: Options) -> list[Stage]:
    out: list[Stage] = []
    if options.first == "spin" and options.values["auto_gen_3d"]:
        out.append("preview")
    if options.values["auto_refine"] and (options.first != "spin" or out):
        out.append("refine")
    return out


async def advance(
    context: DialectContext, account: Account, session: Session, stage: Stage, changes: Mapping[str, Any]
) -> Session:
    """Begin the next stage; what is on its way or done already stays as it is, and a failed one is tried again.

    Args:
        changes: options that are other than before.
    """
    known = session.jobs.get(stage)
    again = stage == "spin"
    if known is not None and not again and known.status not in (JobStatus.FAILED, JobStatus.CANCELLED):
        return session
    values, jobs = {**session.values, **changes}, dict(session.jobs)
    asked: list[Stage] = [stage, "refine"] if stage == "preview" and values["auto_refine"] else [stage]
    # The number follows from the job before, so that the same call twice at once asks for one alias, and so gets one job.
    numbers = {s: int(jobs[s].extra.get("number", 0)) + 1 if s in jobs else 1 for s in asked}
    root = await context.service.annotate(account, session.root.id, {f"asked_{s}": n for s, n in numbers.items()})
    for s, number in numbers.items():
        jobs[s] = await _derive(context, account, root, s, values, number)
    return Session(root, jobs)


async def _derive(
    context: DialectContext, account: Account, root: Job, stage: Stage, values: Mapping[str, Any], number: int
) -> Job:
    request, warnings = stage_request(values, stage)
    changes: dict[str, Any] = {**request, "warnings": tuple(warnings)}
    if stage == "spin":
        changes["seed"] = (root.request.seed + number) % (MAX_SEED + 1)
    alias = _alias(root, stage, number)
    extra = {"role": "stage", "session": root.extra["session"], "stage": stage, "options": dict(values)}
    extra |= {"number": number, "raw": root.extra.get("raw", {}), "selected": root.extra.get("selected", 0)}
    try:
        return await context.service.derive(
            account, root.id, changes, cost=price(account, stage), dialect=DIALECT, extra=extra, aliases=[alias]
        )
    except InvalidRequest as error:
        if error.field != "alias":
            raise
        return await context.service.find(account, alias)  # the same call came twice at once
