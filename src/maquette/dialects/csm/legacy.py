"""`/image-to-3d-sessions`: create, look at, list, select a spin, refine (dossier §4, §7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from maquette.dialects.csm import sessions
from maquette.dialects.csm.document import Url, document
from maquette.dialects.csm.errors import envelope
from maquette.dialects.csm.fields import PLACE, parse
from maquette.dialects.csm.sessions import DIALECT, Session
from maquette.dialects.csm.translate import options_of
from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import present, read_int
from maquette.errors import InvalidRequest
from maquette.jobs.job import JobFilter, JobStatus
from maquette.jobs.paging import PageQuery
from maquette.request import ImageInput

GENERATING = "Your 3D session is generating."
DEFAULT_LIMIT, MAX_LIMIT = 10, 100


def url_maker(context: DialectContext, call: Call) -> Url:
    """Fresh links for one answer."""

    def url(asset_id: str, name: str) -> str:
        return context.links.url(call.base_url, asset_id, name)

    return url


def warned(warnings: Sequence[str]) -> dict[str, str]:
    """What was corrected, where `curl -i` shows it; the body keeps to the vendor's keys."""
    text = " | ".join(warnings).encode("ascii", "replace").decode()
    return {"X-Maquette-Warnings": text[:2000]} if text else {}


def _reply(context: DialectContext, call: Call, session: Session, status: int, message: str) -> Reply:
    body = document(session, url_maker(context, call))
    return envelope(status, message, body, warned(session.job.request.warnings) if call.method == "POST" else None)


def text_of(value: Any, field: str) -> str:
    """A URL, a data URL or base64 text. Raises `InvalidRequest` if it is none at all."""
    if not isinstance(value, str) or not value.strip():
        raise InvalidRequest(f"{field} is missing; send a URL or a data: URL.", field=field)
    try:
        urlsplit(value[:4096])
    except ValueError:
        raise InvalidRequest(f"{field} is no valid URL; correct it, or send a data: URL.", field=field) from None
    return value


async def read_picture(
    context: DialectContext, call: Call, value: Any, field: str, *, keep: bool = False
) -> tuple[ImageInput, dict[str, str]]:
    """Fetch or decode a picture and store it; and how the session document shows it.

    Args:
        keep: store what came by a URL, too, to show a link of this server.
    """
    value = text_of(value, field)
    remote = "://" in value[:32]
    if (remote and not keep) or "upload" not in call.account.scopes:
        image = await context.inputs.image(call.account, value, field)
        return image, {"url": value.strip()} if remote and len(value) <= 4096 else {}
    source = await context.inputs.read(value, {"image"}, field)
    upload = await context.service.put_upload(call.account, source.data, name=source.name, kind="image")
    return upload.image(), {"upload": upload.id, "name": upload.name}


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /image-to-3d-sessions`: check everything, then fetch the picture, then queue."""
    form = call.form
    fields = parse(form.fields)
    options = options_of(fields, call.account.may_use)
    value = [*present(form.values("image_url")), None][0]
    image, seen = await read_picture(context, call, value, "image_url")
    session = await sessions.create(context, call, fields, options, image, seen)
    return _reply(context, call, session, 201, "Created")


async def retrieve(context: DialectContext, call: Call) -> Reply:
    """`GET /image-to-3d-sessions/{code}`."""
    session = await sessions.load(context, call.account, call.path["code"])
    return _reply(context, call, session, 200, "Retrieved")


async def get_mesh(context: DialectContext, call: Call) -> Reply:
    """`GET …/get-mesh/{code}`: the same document, in an array."""
    session = await sessions.load(context, call.account, call.path["code"])
    return envelope(200, "Retrieved", [document(session, url_maker(context, call))])


def page_of(query: Mapping[str, str]) -> PageQuery:
    """`limit` (10, at most 100) and `page`: 0 and 1 are both the first one."""
    limit = read_int([query.get("limit")], "limit")
    page = read_int([query.get("page")], "page") or 0
    if page < 0 or (limit is not None and limit < 1):
        raise InvalidRequest("limit and page must be positive numbers.", field="page" if page < 0 else "limit")
    limit = min(limit or DEFAULT_LIMIT, MAX_LIMIT)
    return PageQuery(limit=limit, offset=max(page - 1, 0) * limit, count=True)


async def index(context: DialectContext, call: Call) -> Reply:
    """`GET /image-to-3d-sessions?limit&page`, newest first."""
    where = JobFilter(dialects=(DIALECT,), extra={"role": "legacy"})
    page = await context.service.page(call.account, where, page_of(call.query))
    url = url_maker(context, call)
    results = [document(await sessions.complete(context, call.account, root), url) for root in page.items]
    return envelope(200, "Retrieved", {"results": results, "total": page.total})


def _placed(call: Call) -> dict[str, Any]:
    return dict(parse({k: v for k, v in call.form.fields.items() if k in PLACE}, PLACE).values)


async def preview(context: DialectContext, call: Call) -> Reply:
    """`POST …/get-3d/preview/{code}`: select a spin and go on. Sessions without spins are on their way already."""
    session = await sessions.load(context, call.account, call.path["code"])
    index = read_int(call.form.values("selected_spin_index"), "selected_spin_index") or 0
    if not 0 <= index <= 3:
        raise InvalidRequest("selected_spin_index must be from 0 to 3.", field="selected_spin_index")
    changes = _placed(call)
    if session.first == "spin":
        if session.jobs["spin"].status is not JobStatus.SUCCEEDED:
            raise InvalidRequest("The spins are not done; wait for status spin_generate_done, then select one.")
        if "preview" not in session.jobs:
            await context.service.annotate(call.account, session.root.id, {"selected": index})
        session = await sessions.advance(context, call.account, session, "preview", changes)
    elif session.job.status in (JobStatus.FAILED, JobStatus.CANCELLED):
        raise InvalidRequest("The session failed; create a new one.")
    return _reply(context, call, session, 200, GENERATING)


async def refine(context: DialectContext, call: Call) -> Reply:
    """`POST …/get-3d/refine/{code}`."""
    session = await sessions.load(context, call.account, call.path["code"])
    first = session.jobs.get("preview") or session.jobs.get("direct")
    changes = _placed(call)
    if first is None or first.status is not JobStatus.SUCCEEDED:
        raise InvalidRequest("The preview is not done; wait for status preview_done, then refine.")
    session = await sessions.advance(context, call.account, session, "refine", changes)
    return _reply(context, call, session, 200, GENERATING)


async def regenerate(context: DialectContext, call: Call) -> Reply:
    """`POST …/{code}/regenerate-spins`: the spins again with another seed, before one is selected."""
    session = await sessions.load(context, call.account, call.path["code"])
    if session.first != "spin" or not session.jobs["spin"].status.final or "preview" in session.jobs:
        raise InvalidRequest("Spins can be made again after they are done and before one is selected.")
    session = await sessions.advance(context, call.account, session, "spin", {})
    return _reply(context, call, session, 200, GENERATING)
