"""Files that requests name by id, in one piece or in parts."""

from __future__ import annotations

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import Upload as FormFile
from maquette.dialects.native import answers
from maquette.dialects.native import resources as out
from maquette.dialects.native.errors import PREFIX
from maquette.dialects.native.fields import MultipartRequest, UploadRequest
from maquette.dialects.native.reading import choice, page_query, path_id, read_body
from maquette.errors import InvalidRequest
from maquette.jobs.uploads import Upload, UploadKind

KINDS: tuple[UploadKind, ...] = ("image", "model")
MAX_NAME = 200


async def create(context: DialectContext, call: Call) -> Reply:
    """`POST /uploads`: multipart `file`, or JSON `url` or `data`."""
    fields = read_body(UploadRequest, call.form, {"file"})
    files = call.form.files.get("file", ())
    given: list[str | FormFile] = [*files, *(v for v in (fields.url, fields.data) if v)]
    if len(given) != 1:
        raise InvalidRequest("Send one file: as multipart part `file`, or as `url` or `data` in JSON.", field="file")
    field = "file" if files else "url" if fields.url else "data"
    kinds = {fields.kind} if fields.kind else set(KINDS)
    source = await context.inputs.read(given[0], kinds, field)
    name = fields.name or source.name
    made = await context.service.put_upload(call.account, source.data, name=name, kind=source.kind)
    return _created(context, call, made)


async def put(context: DialectContext, call: Call) -> Reply:
    """`PUT /uploads?name=…`: the body is the file."""
    name = call.query.get("name", "").strip()
    if not name or len(name) > MAX_NAME:
        raise InvalidRequest(f"Name the file, e.g. ?name=chair.png, in at most {MAX_NAME} characters.", field="name")
    if not call.body:
        raise InvalidRequest("The body is empty; send the file's bytes as the body.", field="body")
    kind = choice(call.query, "kind", KINDS)
    made = await context.service.put_upload(call.account, call.body, name=name, kind=kind)  # type: ignore[arg-type]
    return _created(context, call, made)


async def begin(context: DialectContext, call: Call) -> Reply:
    """`POST /uploads/multipart`."""
    fields = read_body(MultipartRequest, call.form)
    made = await context.service.create_upload(
        call.account, name=fields.name, kind=fields.kind, size=fields.size, parts=fields.parts
    )
    return _created(context, call, made)


def _created(context: DialectContext, call: Call, made: Upload) -> Reply:
    return answers.reply(answers.upload(context, call.base_url, made), 201, Location=f"{PREFIX}/uploads/{made.id}")


async def put_part(context: DialectContext, call: Call) -> Reply:
    """`PUT /uploads/{upload_id}/parts/{number}`, for clients that have a key at hand."""
    found = await context.service.upload(call.account, path_id(call, "upload_id"))
    text = call.path.get("number", "")
    if not (text.isascii() and text.isdecimal() and len(text) <= 5):
        raise InvalidRequest(f"The number of a part is 1 to {found.parts}.", field="number")
    part = await context.service.put_part(found.id, int(text), call.body)
    return answers.reply(out.UploadPart(number=part.number, size=part.size, sha256=part.sha256))


async def complete(context: DialectContext, call: Call) -> Reply:
    """`POST /uploads/{upload_id}/complete`."""
    done = await context.service.complete_upload(call.account, path_id(call, "upload_id"))
    return answers.reply(answers.upload(context, call.base_url, done))


async def listing(context: DialectContext, call: Call) -> Reply:
    """`GET /uploads`."""
    kind = choice(call.query, "kind", KINDS)
    found = await context.service.uploads(call.account, kind=kind, query=page_query(call))  # type: ignore[arg-type]
    return answers.page(found, lambda one: answers.upload(context, call.base_url, one))


async def get(context: DialectContext, call: Call) -> Reply:
    """`GET /uploads/{upload_id}`."""
    found = await context.service.upload(call.account, path_id(call, "upload_id"))
    return answers.reply(answers.upload(context, call.base_url, found))


async def delete(context: DialectContext, call: Call) -> Reply:
    """`DELETE /uploads/{upload_id}`."""
    await context.service.delete_upload(call.account, path_id(call, "upload_id"))
    return Reply(204)
