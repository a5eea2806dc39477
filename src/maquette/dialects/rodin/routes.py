"""Rodin v2 endpoints. Each handler reads the form, asks the job service and words the answer."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence

from maquette.dialects.dialect import Call, DialectContext, Endpoint, Handler, Reply
from maquette.dialects.forms import Form, Upload, inline_file, present, read_int, read_text
from maquette.dialects.rodin import answers, errors
from maquette.dialects.rodin.parse import parse
from maquette.dialects.rodin.translate import translate
from maquette.dialects.tokens import bearer
from maquette.errors import BadImage, ImageTooLarge, InvalidRequest, MaquetteError, NotFound
from maquette.images.decode import probe_image
from maquette.jobs.job import Asset, Job
from maquette.request import MAX_IMAGES, MAX_SEED

KEY_PURPOSE = "rodin subscription key"
PREFIXES = ("/api/v2", "/proxy/rodin/api/v2")
_USAGE_PAGE = 50
_MAX_USAGE_PAGES = 20


async def submit(context: DialectContext, call: Call) -> Reply:
    """`POST /rodin`: check everything, then store the pictures, then queue the job."""
    uploads = images_of(call.form)
    settings = context.settings
    seed = secrets.randbelow(MAX_SEED + 1)
    translation = translate(parse(call.form), len(uploads), engine=settings.engine, seed=seed)
    for index, upload in enumerate(uploads):
        await _check_image(context, upload, index)
    stored = [await context.service.put_image(call.account, await upload.read()) for upload in uploads]
    request = translation.with_images(stored)
    job = await context.service.submit(call.account, request, cost=translation.cost, dialect="rodin")
    body = answers.submitted(job, context.key(KEY_PURPOSE), error_null=settings.rodin_error_null)
    return Reply(201, body, _warnings_header(request.warnings))


def images_of(form: Form) -> Sequence[Upload]:
    """The uploaded pictures in order; an empty file input of a browser counts as none. JSON may hold base64 text.

    Raises:
        BadImage: text came where a file belongs.
    """
    files = [u for u in form.files.get("images", ()) if u.size or u.filename]
    texts = present(form.values("images"))
    if form.encoding == "json":
        inline = [t for value in texts for t in (value if isinstance(value, list) else [value])]
        return files + [inline_file(value, f"images[{i}]") for i, value in enumerate(inline[: MAX_IMAGES + 1])]
    if texts:
        raise BadImage(
            f"{errors.SHARP}: images came as text; send the file's bytes as a multipart file.", field="images"
        )
    return files


async def _check_image(context: DialectContext, upload: Upload, index: int) -> None:
    """Refuse a hopeless picture now, by its header, instead of failing the job later."""
    settings = context.settings
    if upload.size > settings.max_image_bytes:
        raise ImageTooLarge(
            f"images[{index}] has {upload.size} bytes; send at most {settings.max_image_bytes}.", field="images"
        )
    data = await upload.read()
    try:
        await asyncio.to_thread(
            probe_image, data, max_bytes=settings.max_image_bytes, max_pixels=settings.max_image_pixels
        )
    except ImageTooLarge as error:
        raise ImageTooLarge(f"{error.message} (images[{index}])", field="images") from None
    except BadImage as error:
        raise BadImage(f"{error.message} (images[{index}])", field="images") from None


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
    """`GET|POST /check_balance`; `?usage_page=N` (from 1) adds the account's jobs, newest first."""
    body: dict[str, object] = {"balance": answers.number(await context.service.balance(call.account))}
    page = read_int([call.query.get("usage_page")], "usage_page")
    if page is not None:
        if not 1 <= page <= _MAX_USAGE_PAGES:
            raise InvalidRequest(f"usage_page must be from 1 to {_MAX_USAGE_PAGES}.", field="usage_page")
        jobs: Sequence[Job] = ()
        before: str | None = None
        for _ in range(page):
            jobs = await context.service.list(call.account, limit=_USAGE_PAGE, before=before)
            if not jobs:
                break
            before = jobs[-1].id
        body["usage"] = answers.usage(jobs)
    return Reply(200, body)


def _not_yet(name: str) -> Handler:
    async def refuse(context: DialectContext, call: Call) -> Reply:
        return errors.refuse_http(
            404, f"{name} is not available on this server yet; rodin, status, download and check_balance are."
        )

    return refuse


def _endpoints() -> tuple[Endpoint, ...]:
    table: list[tuple[tuple[str, ...], str, Handler, bool]] = [
        (("POST",), "rodin", submit, True),
        (("POST",), "status", status, False),
        (("POST",), "download", download, False),
        (("GET", "POST"), "check_balance", check_balance, False),
        (("POST",), "rodin_texture_only", _not_yet("rodin_texture_only"), True),
        (("POST",), "bang", _not_yet("bang"), True),
        (("POST",), "polygen", _not_yet("polygen"), True),
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

    def credential(self, headers: Mapping[str, str]) -> str | None:
        """`Authorization: Bearer <key>`."""
        return bearer(headers)

    def refuse(self, error: MaquetteError) -> Reply:
        """See `errors.ENVELOPE`."""
        return errors.refuse(error)

    def refuse_http(self, status: int, message: str) -> Reply:
        """Same envelope."""
        return errors.refuse_http(status, message)
