"""Uploads in parts and by URL (dossier §4.4). The parts themselves go to the server's signed links."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import choose, read_int, read_text
from maquette.dialects.scenario import wire
from maquette.dialects.scenario.pricing import DRY, FREE, dry
from maquette.dialects.scenario.wire import ASSET, NAME, UPLOAD, iso, kept, named, texts, uid_of
from maquette.errors import InvalidRequest, NotFound
from maquette.jobs.uploads import Upload, UploadKind, UploadStatus

KINDS = ("3d", "asset", "audio", "avatar", "image", "model", "text", "video")
_STORED: Mapping[str, UploadKind] = {"3d": "model", "image": "image"}
STATUSES = {UploadStatus.PENDING: "pending", UploadStatus.COMPLETE: "imported", UploadStatus.FAILED: "failed"}
PART_HOURS = 24
"""Life of a part's link."""


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /uploads`: begin an upload in parts, or fetch a URL."""
    form = call.form
    if dry(call.query):
        return Reply(DRY, FREE)
    for other in ("huggingFaceModelName", "civitaiModelUrl"):
        if read_text(form.values(other), other):
            raise InvalidRequest(f"{other}: models cannot be imported here; send a picture or a 3D file.", field=other)
    asked = read_text(form.values("kind"), "kind")
    if asked is None:
        raise InvalidRequest("kind is required: image or 3d.", field="kind")
    kind = choose(asked, KINDS, "kind")
    name = read_text(form.values("fileName"), "fileName")
    content = read_text(form.values("contentType"), "contentType") or ""
    stored = _kind(kind, content)
    extra = {"kind": kind, "contentType": content, **_options(form.values("assetOptions"))}
    url = read_text(form.values("url"), "url")
    if url is not None:
        source = await context.fetch(url, kinds={stored}, field="url")
        more = {NAME: extra | {"url": url}}
        done = await context.service.put_upload(
            call.account, source.data, name=name or source.name, kind=stored, extra=more
        )
        return Reply(200, {"upload": document(context, call, done)})
    size, parts = read_int(form.values("fileSize"), "fileSize"), read_int(form.values("parts"), "parts")
    if name is None or size is None or parts is None:
        field = "fileName" if name is None else "fileSize" if size is None else "parts"
        raise InvalidRequest(f"{field} is required for an upload in parts.", field=field)
    begun = await context.service.create_upload(
        call.account, name=name, kind=stored, size=size, parts=parts, extra={NAME: extra}
    )
    return Reply(200, {"upload": document(context, call, begun)})


def _kind(kind: str, content: str) -> UploadKind:
    if kind == "asset":
        kind = "3d" if content.startswith("model/") else "image"
    if kind not in _STORED:
        raise InvalidRequest(f"kind {kind} cannot be stored here; send image or 3d.", field="kind")
    return _STORED[kind]


def _options(values: Any) -> dict[str, Any]:
    given = values[-1] if values else None
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise InvalidRequest("assetOptions must be an object.", field="assetOptions")
    parent, hide = given.get("parentId"), given.get("hide")
    out: dict[str, Any] = {"collectionIds": texts((given.get("collectionIds"),), "assetOptions.collectionIds", most=50)}
    out |= {"parentId": parent if isinstance(parent, str) else None, "hide": hide is True}
    return {k: v for k, v in out.items() if v}


async def retrieve(context: DialectContext, call: Call) -> Reply:
    """`GET /uploads/{id}`."""
    return Reply(200, {"upload": document(context, call, await _find(context, call))})


async def action(context: DialectContext, call: Call) -> Reply:
    """`POST /uploads/{id}/action`: `complete` puts the parts together."""
    wanted = read_text(call.form.values("action"), "action")
    if wanted not in ("complete", "upload-complete"):
        raise InvalidRequest("action must be complete.", field="action")
    upload = await _find(context, call)
    return Reply(
        200, {"upload": document(context, call, await context.service.complete_upload(call.account, upload.id))}
    )


async def _find(context: DialectContext, call: Call) -> Upload:
    upload = await context.service.upload(call.account, uid_of(UPLOAD, call.path["upload_id"]))
    if kept(upload.extra).get("archive"):
        raise NotFound("There is no such upload. Check its id.")
    return upload


def document(context: DialectContext, call: Call, upload: Upload) -> dict[str, Any]:
    """The vendor's upload document: with links while parts are awaited, with the asset's id afterwards."""
    told = kept(upload.extra)
    found: dict[str, Any] = {
        "id": named(UPLOAD, upload.id),
        "authorId": wire.author_id(upload.account_id),
        "ownerId": wire.project_name(upload.account_id, upload.project_id),
        "fileName": upload.name,
        "originalFileName": upload.name,
        "kind": told.get("kind") or ("3d" if upload.kind == "model" else "image"),
        "source": "url" if told.get("url") else "multipart",
        "status": STATUSES[upload.status],
        "fileSize": upload.size,
        "createdAt": iso(upload.created_at),
        "updatedAt": iso(upload.updated_at),
    }
    for key in ("contentType", "url"):
        if told.get(key):
            found[key] = told[key]
    if upload.parts:
        found["partsCount"] = upload.parts
    options = {k: told[k] for k in ("collectionIds", "hide", "parentId") if told.get(k)}
    if options:
        found["assetOptions"] = options
    if upload.status is UploadStatus.PENDING:
        expires = iso(context.clock() + timedelta(hours=PART_HOURS))
        found["parts"] = [
            {"number": n, "url": context.links.part_url(call.base_url, upload.id, n), "expires": expires}
            for n in range(1, upload.parts + 1)
        ]
    elif upload.status is UploadStatus.COMPLETE:
        found["entityId"] = named(ASSET, upload.id)
    elif upload.error is not None:
        found["errorMessage"] = upload.error.message
    return found
