"""Request bodies as `Form`: multipart (streamed to spooled files), urlencoded or JSON, bounded before anything is kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl

from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from maquette.dialects.forms import Form, Upload
from maquette.errors import InvalidRequest
from maquette.server import limits
from maquette.server.spool import Spool

PIECE = 64 * 1024
"""Bytes parsed at once, or more where the socket gave more: pieces of files on the disk cost two changes of thread each."""


class _Parser(MultiPartParser):
    """Starlette's, with files in `Spool`s."""

    def on_headers_finished(self) -> None:
        super().on_headers_finished()
        part = self._current_part
        if part.file is not None:
            spool: Any = Spool()
            self._files_to_close_on_error[-1] = spool
            part.file = UploadFile(spool, size=0, filename=part.file.filename, headers=part.file.headers)


@asynccontextmanager
async def read_form(request: Request, limit: int) -> AsyncIterator[Form]:
    """The body as a `Form`; its files are deleted on leaving.

    The encoding is what `Content-Type` says; without one, a body that begins with `{` is JSON, any other urlencoded.

    Raises:
        BodyTooLarge: over `limit` bytes, or over what its encoding may have.
        InvalidRequest: the body is malformed, or came too slowly.
    """
    limits.check_declared_size(request, limit)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        async with asyncio.timeout(limits.BODY_SECONDS):
            if kind == "multipart/form-data":
                data = await _multipart(request, limit)
            else:
                form = await _text(request, limit, kind)
                data = None
    except TimeoutError:
        raise InvalidRequest("The request's body came too slowly; send it again.") from None
    if data is None:
        yield form
        return
    try:
        yield _from_parts(data)
    finally:
        await data.close()


async def read_raw(request: Request, limit: int) -> bytes:
    """The body as it is.

    Raises:
        BodyTooLarge: over `limit` bytes.
        InvalidRequest: it came too slowly.
    """
    limits.check_declared_size(request, limit)
    try:
        async with asyncio.timeout(limits.BODY_SECONDS):
            return b"".join([chunk async for chunk in _bounded(request, limit)])
    except TimeoutError:
        raise InvalidRequest("The request's body came too slowly; send it again.") from None


async def _bounded(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    """The body in pieces of about `PIECE` bytes; stops with `BodyTooLarge` at the first byte over the limit."""
    size = held = 0
    piece: list[bytes] = []
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise limits.BodyTooLarge(limits.too_large(limit))
        held += len(chunk)
        piece.append(chunk)
        if held >= PIECE:
            yield b"".join(piece)
            piece.clear()
            held = 0
    yield b"".join(piece)


async def _multipart(request: Request, limit: int) -> FormData:
    _, options = parse_options_header(request.headers["content-type"])
    boundary = options.get(b"boundary", b"")
    if not boundary or not boundary.isascii():
        raise InvalidRequest(
            "The multipart body has no usable boundary in its Content-Type; let the HTTP library write that header."
        )
    # Only the boundary goes on: a hostile charset parameter would choose the codec of every text part.
    headers = Headers({"content-type": f'multipart/form-data; boundary="{boundary.decode()}"'})
    parser = _Parser(
        headers,
        _bounded(request, limit),
        max_files=limits.MAX_FILES,
        max_fields=limits.MAX_FIELDS,
        max_part_size=limits.TEXT_BODY,
    )
    try:
        return await parser.parse()
    except MultiPartException as error:
        raise InvalidRequest(
            f"The multipart body cannot be read: {error.message} Send it again as multipart/form-data."
        ) from None


def _from_parts(data: FormData) -> Form:
    fields: dict[str, list[Any]] = {}
    files: dict[str, list[Upload]] = {}
    for name, value in data.multi_items():
        if isinstance(value, UploadFile):
            files.setdefault(name, []).append(_upload(value))
        else:
            fields.setdefault(name, []).append(value)
    return Form(fields, files, "multipart")


def _upload(file: UploadFile) -> Upload:
    async def read() -> bytes:
        await file.seek(0)
        return await file.read()

    return Upload(file.filename or "", file.content_type or "", file.size or 0, read)


async def _text(request: Request, limit: int, kind: str) -> Form:
    is_json = kind == "application/json" or kind.endswith("+json")
    limit = min(limit, limits.JSON_BODY if is_json else limits.TEXT_BODY)
    limits.check_declared_size(request, limit)
    body = b"".join([chunk async for chunk in _bounded(request, limit)])
    if not body.strip():
        return Form()
    # curl -d sends JSON as urlencoded when nobody sets the header.
    if is_json or body.lstrip().startswith(b"{"):
        return _from_json(body)
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=limits.MAX_FIELDS)
    except ValueError:
        raise InvalidRequest(f"The body has more than {limits.MAX_FIELDS} fields; send fewer.") from None
    fields: dict[str, list[Any]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return Form(fields, {}, "urlencoded")


def _from_json(body: bytes) -> Form:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise InvalidRequest("The body is not valid JSON; check it, or send a form.") from None
    if not isinstance(data, dict):
        raise InvalidRequest("The JSON body must be an object with the fields as its keys.")
    if len(data) > limits.MAX_FIELDS:
        raise InvalidRequest(f"The body has more than {limits.MAX_FIELDS} fields; send fewer.")
    return Form({name: [value] for name, value in data.items()}, {}, "json")
