"""Downloads: one asset, in another format if wanted, or many in a package (dossier §4.6)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import Form, read_bool, read_text
from maquette.dialects.scenario import assets, jobs
from maquette.dialects.scenario.assets import Item
from maquette.dialects.scenario.pricing import DRY, FREE, dry
from maquette.dialects.scenario.wire import JOB, NAME, kept, named, texts, uid_of
from maquette.errors import InvalidRequest, NotFound, Unavailable
from maquette.formats.archive import write_zip
from maquette.jobs.job import Job, JobStatus
from maquette.jobs.sniff import safe_name
from maquette.jobs.uploads import Upload
from maquette.request import FORMATS, GenerationRequest

WAIT_SECONDS = 45.0
"""The vendor's answer holds the link at once, and its client waits 60 s: a conversion is awaited for so long."""
MAX_ITEMS = 200
EXPORTS = f"{NAME}_exports"
"""Key of `extra` of a job or an upload: `{format: uuid of the job that converts it}`."""
_SAME = {"jpg": "jpeg", "tif": "tiff"}
_TOKEN = re.compile(r"<(seed|num|prompt|generator|id|description)>")


async def one(context: DialectContext, call: Call) -> Reply:
    """`POST /assets/{id}/download`: a link, after the conversion that `targetFormat` may need."""
    wanted = (read_text(call.form.values("targetFormat"), "targetFormat") or "").lower()
    item = await assets.find(context, call.account, call.path["asset_id"])
    if not wanted or _SAME.get(wanted, wanted) == item.asset.format:
        return _link(context, call, item)
    if assets.kind_of(item) != "3d" or wanted not in FORMATS:
        raise InvalidRequest("Invalid target format", field="targetFormat")
    if item.job is not None:
        there = _of_format(item.job, item, wanted)
        if there is not None:
            return _link(context, call, there)
    job = await context.service.wait(call.account, await _conversion(context, call, item, wanted), WAIT_SECONDS)
    if not job.status.final:
        raise Unavailable("The conversion is not ready yet. Send the same request again.", retry_after=2.0)
    made = _of_format(job, item, wanted)
    if made is None:
        raise InvalidRequest(job.error.message if job.error else "The conversion was cancelled. Ask again.")
    return _link(context, call, made)


def _link(context: DialectContext, call: Call, item: Item) -> Reply:
    asset = item.asset
    url = context.links.url(call.base_url, asset.id, asset.name)
    return Reply(200, {"url": url, "mimeType": assets.media_type(asset)})


def _of_format(job: Job, item: Item, wanted: str) -> Item | None:
    """The file of a job in this format: the one with the same stem (`model_shaded`), else the first."""
    fitting = [a for a in job.assets if a.kind == item.asset.kind and a.format == wanted]
    fitting = fitting or [a for a in jobs.results(job) if a.format == wanted and item.asset.kind in ("model", "upload")]
    stem = PurePosixPath(item.asset.name).stem
    fitting.sort(key=lambda a: PurePosixPath(a.name).stem != stem)
    return assets.of_job(job, fitting[0]) if fitting else None


async def _conversion(context: DialectContext, call: Call, item: Item, wanted: str) -> str:
    """The job that converts, begun now or by a former request for the same."""
    service, account = context.service, call.account
    owner = item.job or item.upload
    assert owner is not None
    known = owner.extra.get(EXPORTS)
    started: dict[str, Any] = dict(known) if isinstance(known, Mapping) else {}
    if isinstance(started.get(wanted), str):
        try:
            former = await service.get(account, started[wanted])
        except NotFound:
            former = None
        if former is not None and (not former.status.final or former.status is JobStatus.SUCCEEDED):
            return former.id
    cost = account.price(f"{NAME}.convert", Decimal(0))
    told = {NAME: {"type": jobs.DOWNLOAD, "parent": item.id, "input": {"assetId": item.id, "targetFormat": wanted}}}
    if item.job is not None:
        told[NAME]["model"] = jobs.model_of(item.job)
        changes = {"formats": (wanted,), "lods": (), "pictures": (), "preview": False, "preview_render": False}
        job = await service.derive(account, item.job.id, changes, cost=cost, dialect=NAME, extra=told)
        await service.annotate(account, item.job.id, {EXPORTS: started | {wanted: job.id}})
        return job.id
    assert item.upload is not None
    keep: dict[str, Any] = {"mesh_mode": "keep", "material": "keep", "uv": "keep", "pivot": "keep", "preview": False}
    request = GenerationRequest.build(
        mesh=item.upload.mesh(), engine=context.settings.engine, tier="Convert", formats=(wanted,), **keep
    )
    job = await service.submit(account, request, cost=cost, dialect=NAME, extra=told)
    await service.annotate_upload(account, item.upload.id, {EXPORTS: started | {wanted: job.id}})
    return job.id


async def many(context: DialectContext, call: Call) -> Reply:
    """`POST /assets/download`: a package, made at once; its job is finished when the answer comes."""
    if dry(call.query):
        return Reply(DRY, FREE)
    query, options = _object(call, "query"), _object(call, "options")
    if query.values("modelIds") and texts(query.values("modelIds"), "modelIds", most=MAX_ITEMS):
        raise InvalidRequest("query.modelIds: models have no files here; name assets.", field="query.modelIds")
    found = [
        await assets.find(context, call.account, text)
        for text in texts(query.values("assetIds"), "assetIds", most=MAX_ITEMS)
    ]
    for text in texts(query.values("inferenceIds"), "inferenceIds", most=MAX_ITEMS):
        job = await context.service.get(call.account, uid_of(JOB, text))
        found += [assets.of_job(job, asset) for asset in jobs.results(job)]
    found = list({item.asset.id: item for item in found}.values())
    if not 1 <= len(found) <= MAX_ITEMS:
        raise InvalidRequest(f"query: name 1 to {MAX_ITEMS} assets.", field="query")
    limit = context.settings.max_upload_bytes
    if sum(item.asset.size for item in found) > limit:
        raise InvalidRequest(f"query: the files have more than {limit:,} bytes together; name fewer.", field="query")
    template = read_text(options.values("fileNameTemplate"), "fileNameTemplate") or "<id>"
    flat = read_bool(options.values("flat"), "flat") or False
    names = _names(found, template, flat=flat)
    files = [(name, await assets.read(context, item)) for name, item in zip(names, found, strict=True)]
    usual = context.clock().strftime("%Y%m%d-export")
    title = safe_name(read_text(options.values("archiveName"), "archiveName") or usual, usual)
    package = await context.service.put_upload(
        call.account,
        await asyncio.to_thread(write_zip, sorted(files)),
        name=f"{title.removesuffix('.zip')}.zip",
        kind="model",
        extra={NAME: {"archive": True, "hide": True}},
    )
    return Reply(200, {"jobId": named(JOB, package.id)})


def _object(call: Call, name: str) -> Form:
    values = call.form.values(name)
    given = values[-1] if values else None
    if not isinstance(given, Mapping):
        raise InvalidRequest(f"{name} is required and must be an object.", field=name)
    return Form({str(k): (v,) for k, v in given.items()}, {}, "json")


def _names(found: list[Item], template: str, *, flat: bool) -> list[str]:
    """A path in the package for each asset, by the template; the same name twice gets a number."""
    out: list[str] = []
    for place, item in enumerate(found, 1):
        request = item.job.request if item.job else None
        words = {
            "seed": str(request.seed) if request else "",
            "num": str(place),
            "prompt": _slug(request.prompt if request else ""),
            "generator": jobs.model_of(item.job) if item.job else "uploaded",
            "id": item.id,
            "description": _slug(str(item.extra.get("description") or "")),
        }
        text = _TOKEN.sub(lambda match, words=words: words[match[1]], template[:400])  # type: ignore[misc]
        parts = [safe_name(part, "")[:64] for part in text.split("/")]
        parts = [part for part in parts if part.strip(" .-_")] or [item.id]
        path = parts[-1] if flat else "/".join(parts)
        suffix = item.asset.name.rpartition(".")[2] or item.asset.format
        name, number = f"{path}.{suffix}", 2
        while name in out:
            name, number = f"{path}-{number}.{suffix}", number + 1
        out.append(name)
    return out


def _slug(text: str | None) -> str:
    return "_".join(re.findall(r"[a-z0-9]+", (text or "").lower())[:8])


async def status(context: DialectContext, call: Call) -> Reply:
    """`GET /assets/download/{jobId}`."""
    found = await jobs.find(context, call.account, call.path["job_id"])
    if isinstance(found, Upload):
        url = context.links.url(call.base_url, found.id, found.name)
        return Reply(200, {"jobId": named(JOB, found.id), "jobStatus": "success", "downloadUrl": url})
    body: dict[str, Any] = {"jobId": named(JOB, found.id), "jobStatus": jobs.STATUSES[found.status]}
    files = jobs.results(found)
    if files and kept(found.extra).get("type") == jobs.DOWNLOAD:
        body["downloadUrl"] = context.links.url(call.base_url, files[0].id, files[0].name)
    return Reply(200, body)
