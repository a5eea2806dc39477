"""Stored files, which clients use as pictures of predictions."""

from __future__ import annotations

import json
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import Form, present, read_text, shown
from maquette.dialects.replicate import answers
from maquette.errors import ImageTooLarge, InvalidRequest, NotFound
from maquette.jobs.paging import PageQuery
from maquette.jobs.uploads import Upload

PAGE = 100
_MAX_METADATA = 16 * 1024


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /v1/files`, multipart: `content` is the file, `metadata` JSON, `filename` its name."""
    files = call.form.files.get("content", ())
    if not files:
        raise InvalidRequest("content is missing; send the file as a multipart part of this name.", field="content")
    if files[-1].size > context.settings.max_upload_bytes:
        raise ImageTooLarge(
            f"content has {files[-1].size:,} bytes; send at most {context.settings.max_upload_bytes:,}.",
            field="content",
        )
    metadata = await _metadata(call.form)
    name = read_text(call.form.values("filename"), "filename") or files[-1].filename or "file"
    extra = {"metadata": metadata} if metadata else None
    upload = await context.service.put_upload(call.account, await files[-1].read(), name=name, extra=extra)
    return Reply(201, answers.file(upload, call.base_url))


async def _metadata(form: Form) -> dict[str, Any]:
    """It comes as text, or (the JavaScript client) as a part with a file's name."""
    texts: list[Any] = [v for v in present(form.values("metadata")) if isinstance(v, str)]
    parts = form.files.get("metadata", ())
    texts += [await part.read() if part.size <= _MAX_METADATA else b"?" for part in parts]
    if not texts:
        return {}
    try:
        value = json.loads(texts[-1])
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or len(texts[-1]) > _MAX_METADATA:
        raise InvalidRequest("metadata must be a small JSON object.", field="metadata")
    return value


async def get(context: DialectContext, call: Call) -> Reply:
    """`GET /v1/files/{id}`."""
    return Reply(200, answers.file(await _upload(context, call), call.base_url))


async def listed(context: DialectContext, call: Call) -> Reply:
    """`GET /v1/files`, newest first."""
    query = PageQuery(limit=PAGE, cursor=call.query.get("cursor") or None)
    found = await context.service.uploads(call.account, query=query)
    results = [answers.file(upload, call.base_url) for upload in found.items]
    return Reply(200, answers.page(found, results, f"{call.base_url}/v1/files"))


async def delete(context: DialectContext, call: Call) -> Reply:
    """`DELETE /v1/files/{id}`."""
    upload = await _upload(context, call)
    await context.service.delete_upload(call.account, upload.id)
    return Reply(204)


async def _upload(context: DialectContext, call: Call) -> Upload:
    given = call.path["file_id"]
    try:
        if len(given) <= 64:
            return await context.service.upload(call.account, given)
    except NotFound:
        pass
    raise NotFound(f"There is no file {shown(given)}; send the id of an upload.")
