"""`/v3/sessions`: typed sessions without an envelope (dossier §8)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from maquette.dialects.csm import sessions, tti
from maquette.dialects.csm.fields import DEFAULTS, SETTINGS, SETTINGS_DEFAULTS, Fields, parse
from maquette.dialects.csm.ids import code
from maquette.dialects.csm.legacy import page_of, read_picture, text_of, url_maker, warned
from maquette.dialects.csm.sessions import DIALECT, UNKNOWN, price
from maquette.dialects.csm.translate import stage_request
from maquette.dialects.csm.v3_document import document
from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import present, read_bool, read_choice, read_int, read_text, shown
from maquette.errors import InvalidRequest, MaquetteError, NotFound, UnsupportedInput
from maquette.jobs.ids import new_id
from maquette.jobs.job import Job, JobFilter, JobStatus
from maquette.request import MAX_IMAGES, MAX_SEED, GenerationRequest, ImageInput, MeshInput

TYPES = ("image_to_3d", "multiview_to_3d", "retopology", "text_to_image", "image_to_kit", "chat_to_3d")
REFUSED = {
    "image_to_kit": "image_to_kit is not available on this server: nothing here splits a picture into parts; use image_to_3d.",
    "chat_to_3d": "chat_to_3d is not available on this server: it needs a language model; use image_to_3d.",
}
MAX_VARIATIONS = 4
RETOPOLOGY_FACES = 18_000
FORMATS = ("glb", "obj", "fbx", "usdz")
_STATUSES = {
    "incomplete": (JobStatus.QUEUED, JobStatus.RUNNING),
    "complete": (JobStatus.SUCCEEDED,),
    "failed": (JobStatus.FAILED, JobStatus.CANCELLED),
}
_Seen = tuple[ImageInput, dict[str, str]]


def _object(value: Any, name: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise InvalidRequest(f"{name} must be an object.", field=name)
    return value


def _fields(values: Mapping[str, Any]) -> Fields:
    return parse({k: [v] for k, v in values.items()}, SETTINGS)


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /v3/sessions/`."""
    kind = read_choice(*TYPES)(call.form.values("type"), "type")
    if kind is None:
        raise InvalidRequest(f"type is missing; send one of {', '.join(TYPES)}.", field="type")
    if kind in REFUSED:
        raise UnsupportedInput(REFUSED[kind], field="type")
    given = _object(next(iter(present(call.form.values("input"))), None), "input")
    if kind == "text_to_image":
        return await _text_to_image(context, call, given)
    if kind == "retopology":
        return await _retopology(context, call, given)
    return await _image_to_3d(context, call, given, kind)


async def _image_to_3d(context: DialectContext, call: Call, given: Mapping[str, Any], kind: str) -> Reply:
    fields = _fields(_object(given.get("settings"), "settings"))
    count = read_int([given.get("num_variations")], "num_variations")
    count = 1 if count is None else count
    if not 1 <= count <= MAX_VARIATIONS:
        raise InvalidRequest(f"num_variations must be from 1 to {MAX_VARIATIONS}.", field="num_variations")
    segmentation = read_bool([given.get("manual_segmentation")], "manual_segmentation") or False
    values = {**SETTINGS_DEFAULTS, **fields.values}
    request, warnings = stage_request({**DEFAULTS, **values}, "direct")
    request |= {"formats": FORMATS, "pictures": (), "tier": f"csm.{kind}"}
    if segmentation:
        warnings.append("manual_segmentation was ignored: the object is cut out automatically.")
    model = read_text([given.get("model")], "model") or "sculpt"
    if model != "sculpt":
        warnings.append(f"model {shown(model)} was ignored: this server has one engine.")
    warnings += [f"Unknown setting '{shown(n)}' was ignored." for n in fields.unknown[:10]]
    seen = await _pictures(context, call, given, several=kind == "multiview_to_3d")
    request |= {"images": tuple(image for image, _ in seen), "engine": context.settings.engine}
    shape = {"model": model, "num_variations": count, "manual_segmentation": segmentation, "settings": values}
    first = secrets.randbelow(MAX_SEED + 1)
    requests = [
        GenerationRequest.build(**request, seed=(first + i) % (MAX_SEED + 1), warnings=tuple(warnings))
        for i in range(count)
    ]
    extra = {"type": kind, "echo": shape, "raw": dict(fields.raw) | _texts(given)}
    return await _submit(context, call, requests, extra, [s for _, s in seen], "direct")


async def _pictures(context: DialectContext, call: Call, given: Mapping[str, Any], *, several: bool) -> list[_Seen]:
    """One picture, or several views: `image` or `image_url`, `images`. Each a URL, a data URL or an `ASSET_` id."""
    names = ("images", "image", "image_url") if several else ("image", "image_url")
    value = next((given[n] for n in names if given.get(n)), None)
    items = value if isinstance(value, list) and several else [value]
    if len(items) > MAX_IMAGES:
        raise InvalidRequest(f"images holds {len(items)} pictures; send at most {MAX_IMAGES}.", field="images")
    out = []
    for item in items:
        item = (item.get("image") or item.get("image_url")) if isinstance(item, dict) else item
        if isinstance(item, str) and item.startswith("ASSET_"):
            job, place = await _asset(context, call, item)
            if place is None:
                raise InvalidRequest(f"{shown(item)} is a mesh; give the id of a picture.", field=names[0])
            out.append((job.request.images[place], job.extra["pictures"][place]))
        else:
            out.append(await read_picture(context, call, item, names[0], keep=True))
    return out


async def _asset(context: DialectContext, call: Call, name: str) -> tuple[Job, int | None]:
    """The job of an `ASSET_` id, and which of its pictures it is; None for its mesh. Raises `NotFound`."""
    try:
        job = await context.service.find(call.account, name[:60])
        if job.dialect == DIALECT and job.extra.get("role") in ("v3", "part"):
            ids = [p["asset"] for p in job.extra.get("pictures", ())]
            return job, ids.index(name) if name in ids else None
    except NotFound:
        pass
    raise NotFound("There is no such asset; use the _id of an asset of one of your sessions.")


async def _retopology(context: DialectContext, call: Call, given: Mapping[str, Any]) -> Reply:
    quads = read_bool([given.get("quads")], "quads") or False
    model = read_choice("swift", "precision")([given.get("model")], "model") or "swift"
    faces = _fields(_object(given.get("settings"), "settings")).get("resolution", RETOPOLOGY_FACES)
    faces = RETOPOLOGY_FACES if isinstance(faces, str) else min(max(faces, 500), 2_000_000)
    mesh = await _mesh(context, call, given.get("mesh"))
    warnings = ("model was ignored: there is one way of laying out polygons here.",) if "model" in given else ()
    request = GenerationRequest.build(
        mesh=mesh,
        material="keep",
        mesh_mode="quad" if quads else "raw",
        target_faces=faces,
        formats=FORMATS,
        preview=True,
        engine=context.settings.engine,
        tier="csm.retopology",
        warnings=warnings,
    )
    source = str(given.get("mesh", ""))
    echo = {
        "mesh": source if len(source) <= 4096 and not source.startswith("data:") else "",
        "quads": quads,
        "model": model,
    }
    extra = {"type": "retopology", "echo": echo, "raw": _texts(given)}
    return await _submit(context, call, [request], extra, [], "retopology")


async def _mesh(context: DialectContext, call: Call, value: Any) -> MeshInput:
    value = text_of(value, "mesh")
    if not value.startswith("ASSET_"):
        return await context.inputs.mesh(call.account, value, "mesh")
    job, place = await _asset(context, call, value)
    asset = next((a for a in job.assets if a.kind == "model" and a.format == "glb"), None)
    if place is not None or asset is None:
        raise InvalidRequest(f"{shown(value)} is no finished mesh; wait for its session to complete.", field="mesh")
    data = b"".join([chunk async for chunk in context.service.read_asset(asset)])
    return await context.service.put_mesh(call.account, data, "glb")


async def _text_to_image(context: DialectContext, call: Call, given: Mapping[str, Any]) -> Reply:
    prompt = read_text([given.get("prompt")], "prompt")
    if prompt is None:
        raise InvalidRequest("prompt is missing; send a text.", field="prompt")
    if call.account.mode != "test":
        raise UnsupportedInput(tti.NO_ENGINE, field="type")
    extra = {"role": "v3", "type": "text_to_image", "echo": {"prompt": prompt}, "count": 1}
    extra["asset"] = code("ASSET", context.clock(), prompt, new_id())
    job = await tti.submit_picture(context, call, prompt, extra)
    return Reply(201, document([job], url_maker(context, call)))


def _texts(given: Mapping[str, Any]) -> dict[str, str]:
    return {str(k)[:60]: shown(v, 200) for k, v in given.items() if isinstance(v, str) and k not in ("image", "mesh")}


async def _submit(
    context: DialectContext,
    call: Call,
    requests: list[GenerationRequest],
    extra: Mapping[str, Any],
    seen: list[dict[str, str]],
    item: str,
) -> Reply:
    """One job for each request, the first of which is the session."""
    at, account = context.clock(), call.account
    first = new_id()
    session = code("SESSION", at, first)
    pictures = [{**s, "asset": code("ASSET", at, first, f"image{i}")} for i, s in enumerate(seen)]
    jobs: list[Job] = []
    try:
        for i, request in enumerate(requests):
            job_id = new_id() if i else first
            own: dict[str, Any] = {"session": session, "asset": code("ASSET", at, job_id, "mesh")}
            if i == 0:
                own |= {**extra, "role": "v3", "count": len(requests), "pictures": pictures}
                aliases = [session, own["asset"], *(p["asset"] for p in pictures)]
            else:
                own |= {"role": "part", "raw": extra["raw"]}
                aliases = [f"{session}/{i}", own["asset"]]
            cost = price(account, item)
            jobs.append(
                await context.service.submit(
                    account, request, cost=cost, dialect=DIALECT, extra=own, aliases=aliases, job_id=job_id
                )
            )
    except MaquetteError:
        for job in jobs:
            await context.service.cancel(account, job.id)
        raise
    return Reply(201, document(jobs, url_maker(context, call)), warned(requests[0].warnings))


async def _load(context: DialectContext, call: Call, root: Job) -> list[Job]:
    """All jobs of a session; a variation that was never queued is left out."""
    jobs = [root]
    for i in range(1, int(root.extra["count"])):
        try:
            jobs.append(await context.service.find(call.account, f"{root.extra['session']}/{i}"))
        except NotFound:
            continue
    return jobs


async def retrieve(context: DialectContext, call: Call) -> Reply:
    """`GET /v3/sessions/{id}`."""
    root = await sessions.find(context, call.account, call.path["code"], role="v3")
    return Reply(200, document(await _load(context, call, root), url_maker(context, call)))


async def index(context: DialectContext, call: Call) -> Reply:
    """`GET /v3/sessions/?limit&page&type&status`, newest first."""
    where: dict[str, str] = {"role": "v3"}
    if kind := read_choice(*TYPES)([call.query.get("type")], "type"):
        where["type"] = kind
    state = read_choice(*_STATUSES)([call.query.get("status")], "status")
    filter_ = JobFilter(_STATUSES[state] if state else (), dialects=(DIALECT,), extra=where)
    page = await context.service.page(call.account, filter_, page_of(call.query))
    url = url_maker(context, call)
    return Reply(
        200, {"results": [document(await _load(context, call, j), url) for j in page.items], "total": page.total}
    )


async def delete(context: DialectContext, call: Call) -> Reply:
    """`DELETE /v3/sessions/{id}`: the session and its files are gone."""
    try:
        root = await sessions.find(context, call.account, call.path["code"], role="v3")
    except NotFound:
        raise NotFound(UNKNOWN) from None
    for job in reversed(await _load(context, call, root)):
        await context.service.delete(call.account, job.id)
    return Reply(200, {"_id": root.extra["session"], "is_deleted": True})
