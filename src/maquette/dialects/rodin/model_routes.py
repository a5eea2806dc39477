"""`rodin_texture_only`, `bang` and `polygen`: their forms are read and checked, their files stored, their jobs queued."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Handler, Reply
from maquette.dialects.forms import read_text
from maquette.dialects.rodin import operations
from maquette.dialects.rodin.intake import check_images, images_of, model_of, put_images, put_model, read_model
from maquette.errors import InvalidRequest, NotFound
from maquette.jobs.job import Job, JobStatus
from maquette.request import MAX_SEED, ImageInput

Translate = Callable[..., operations.Operation]


def handler(translate: Translate, answer: Callable[[DialectContext, Job], Reply]) -> Handler:
    """The handler of one endpoint.

    Args:
        translate: from `operations`.
        answer: words the accepted job.
    """

    async def submit(context: DialectContext, call: Call) -> Reply:
        uploads = images_of(call.form, "image")
        given = model_of(call.form)
        settings = context.settings
        seed = secrets.randbelow(MAX_SEED + 1)
        wanted = translate(call.form, len(uploads), given is not None, engine=settings.engine, seed=seed)
        cost = call.account.price(f"rodin.{wanted.name}", operations.PRICE)
        # The words are kept with the job, whether or not they decide anything: `prompt` of the answer, and magic values of test keys.
        extra = {"operation": wanted.name, "prompt": read_text(call.form.values("prompt"), "prompt")}
        if wanted.request is None:
            return answer(context, await _derived(context, call, wanted, cost, extra))
        assert given is not None
        await check_images(context, uploads, "image")
        source = await read_model(context, given)
        mesh = await put_model(context, call, source)
        images: tuple[ImageInput, ...] = ()
        if wanted.request.images:
            images = tuple(ImageInput(key=k, sha256=s) for k, s in await put_images(context, call, uploads))
        request = wanted.request.model_copy(update={"mesh": mesh, "images": images})
        job = await context.service.submit(call.account, request, cost=cost, dialect="rodin", extra=extra)
        return answer(context, job)

    return submit


async def _derived(
    context: DialectContext, call: Call, wanted: operations.Operation, cost: Decimal, extra: Mapping[str, Any]
) -> Job:
    assert wanted.asset_id is not None
    assert wanted.changes is not None
    missing = "There is no such task: asset_id is the top-level uuid of a finished task of this account."
    if len(wanted.asset_id) > 64:
        raise NotFound(missing, field="asset_id")
    try:
        former = await context.service.get(call.account, wanted.asset_id)
    except NotFound:
        raise NotFound(missing, field="asset_id") from None
    if former.status is not JobStatus.SUCCEEDED:
        remedy = "submit it again first" if former.status.final else "wait until all of its jobs are Done"
        raise InvalidRequest(f"The task of asset_id has no model; {remedy}.", field="asset_id")
    changes = dict(wanted.changes)
    if former.request.material == "keep" and changes.get("material") == "pbr":
        changes["material"] = "keep"
    return await context.service.derive(call.account, former.id, changes, cost=cost, dialect="rodin", extra=extra)
