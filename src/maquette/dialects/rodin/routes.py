"""Rodin v2 endpoints. Each handler reads the form, asks the job service and words the answer."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from maquette.dialects.dialect import Call, DialectContext, Endpoint, Handler, Reply
from maquette.dialects.forms import Form, read_int, read_text
from maquette.dialects.rodin import answers, errors, operations
from maquette.dialects.rodin.described import DESCRIPTION
from maquette.dialects.rodin.intake import check_images, images_of, put_images
from maquette.dialects.rodin.model_routes import handler
from maquette.dialects.rodin.parse import parse
from maquette.dialects.rodin.tiers import TIERS
from maquette.dialects.rodin.translate import translate
from maquette.dialects.tokens import bearer
from maquette.errors import InvalidRequest, MaquetteError, NotFound
from maquette.jobs.job import Asset, Job
from maquette.jobs.paging import PageQuery
from maquette.request import MAX_SEED

KEY_PURPOSE = "rodin subscription key"
PREFIXES = ("/api/v2", "/proxy/rodin/api/v2", "/rodin/api/v2")
_USAGE_PAGE = 50
_MAX_USAGE_PAGES = 1000


async def submit(context: DialectContext, call: Call) -> Reply:
    """`POST /rodin`: check everything, then store the pictures, then queue the job."""
    uploads = images_of(call.form)
    settings = context.settings
    seed = secrets.randbelow(MAX_SEED + 1)
    translation = translate(parse(call.form), len(uploads), engine=settings.engine, seed=seed)
    await check_images(context, uploads)
    request = translation.with_images(await put_images(context, call, uploads))
    base = TIERS[request.tier].credits
    cost = call.account.price(f"rodin.{request.tier}", base) + translation.cost - base
    job = await context.service.submit(call.account, request, cost=cost, dialect="rodin")
    return accepted(context, job)


def accepted(context: DialectContext, job: Job) -> Reply:
    """The answer to an accepted submission."""
    body = answers.submitted(job, context.key(KEY_PURPOSE), error_null=context.settings.rodin_error_null)
    return Reply(201, body, _warnings_header(job.warnings or job.request.warnings))


def _warnings_header(warnings: Sequence[str]) -> dict[str, str]:
    """What was corrected, where `curl -i` shows it; the body keeps to the vendor's keys."""
    text = " | ".join(warnings).encode("ascii", "replace").decode()
    return {"X-Maquette-Warnings": text[:2000]} if text else {}


async def status(context: DialectContext, call: Call) -> Reply:
    """`POST /status` with `subscription_key`. One client sends `task_uuid` here, which is taken, too."""
    subscription = read_text(call.form.values("subscription_key"), "subscription_key")
    if subscription is not None:
        task = answers.task_of(subscription, context.key(KEY_PURPOSE))
    else:
        task = _required(call.form, "task_uuid", "subscription_key")
    return Reply(201, answers.status(await _job(context, call, task)))


async def download(context: DialectContext, call: Call) -> Reply:
    """`POST /download` with `task_uuid`: fresh links at every call; an empty list before the job is done."""
    job = await _job(context, call, _required(call.form, "task_uuid", "task_uuid"))

    def url(asset: Asset, name: str) -> str:
        return context.links.url(call.base_url, asset.id, name)

    return Reply(201, answers.files(job.assets, url))


def _required(form: Form, name: str, missing: str) -> str:
    value = read_text(form.values(name), name)
    if value is None:
        raise InvalidRequest(f"{missing} is missing; send it as JSON or as a form field.", field=missing)
    return value


async def _job(context: DialectContext, call: Call, task: str | None) -> Job:
    unknown = (
        "There is no such task: /status takes jobs.subscription_key, /download takes the top-level uuid of a submit."
    )
    if task is None or len(task) > 64:
        raise NotFound(unknown)
    try:
        return await context.service.get(call.account, task)
    except NotFound:
        raise NotFound(unknown) from None


async def check_balance(context: DialectContext, call: Call) -> Reply:
    """`GET|POST /check_balance`; `usage_page` (from 1) adds what the account's tasks cost, newest first."""
    body: dict[str, object] = {"balance": answers.number(await context.service.balance(call.account))}
    page = read_int([call.query.get("usage_page"), *call.form.values("usage_page")], "usage_page")
    if page is not None:
        if not 1 <= page <= _MAX_USAGE_PAGES:
            raise InvalidRequest(f"usage_page must be from 1 to {_MAX_USAGE_PAGES}.", field="usage_page")
        query = PageQuery(limit=_USAGE_PAGE, offset=(page - 1) * _USAGE_PAGE)
        body["usage"] = answers.usage((await context.service.usage(call.account, query=query)).items)
    return Reply(200, body)


def _endpoints() -> tuple[Endpoint, ...]:
    table: list[tuple[tuple[str, ...], str, Handler, bool]] = [
        (("POST",), "rodin", submit, True),
        (("POST",), "status", status, False),
        (("POST",), "download", download, False),
        (("GET", "POST"), "check_balance", check_balance, False),
        (("POST",), "rodin_texture_only", handler(operations.texture_only, accepted), True),
        (("POST",), "bang", handler(operations.bang, accepted), True),
        (("POST",), "polygen", handler(operations.polygen, accepted), True),
    ]
    return tuple(
        Endpoint(methods, f"{prefix}/{name}", handle, uploads)
        for prefix in PREFIXES
        for methods, name, handle, uploads in table
    )


class RodinDialect:
    """Hyper3D Rodin v2."""

    id = "rodin"
    title = "Hyper3D Rodin API v2"
    prefixes = PREFIXES
    endpoints = _endpoints()
    description = DESCRIPTION

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """`Authorization: Bearer <key>`."""
        return bearer(headers)

    def refuse(self, error: MaquetteError) -> Reply:
        """See `errors.ENVELOPE`."""
        return errors.refuse(error)

    def refuse_http(self, status: int, message: str) -> Reply:
        """Same envelope."""
        return errors.refuse_http(status, message)
