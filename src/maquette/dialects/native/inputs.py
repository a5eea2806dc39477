"""Pictures and models of a request: by id of an upload or of a job's file, by URL, as text, or as files of the form."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from maquette.dialects.dialect import Call, DialectContext, Source
from maquette.dialects.forms import Upload as FormFile
from maquette.dialects.native.fields import JobRequest
from maquette.dialects.native.reading import is_id
from maquette.errors import InvalidRequest, NotFound
from maquette.jobs.uploads import Upload
from maquette.request import MAX_IMAGES, ImageInput, MeshInput

Given = str | FormFile
T = TypeVar("T")


async def read_inputs(
    context: DialectContext, call: Call, fields: JobRequest, *, store: bool
) -> tuple[list[ImageInput], MeshInput | None]:
    """The stored inputs of a new job; with `store` False they are only checked.

    Raises:
        InvalidRequest: too many, none at all, or one that cannot be used; `field` names it.
        NotFound: an id that is nothing of this account.
    """
    images: list[Given] = [*_files(call, "images"), *(fields.images or [])]
    meshes: list[Given] = [*_files(call, "mesh"), *([fields.mesh] if fields.mesh else [])]
    if len(images) > MAX_IMAGES:
        raise InvalidRequest(f"{len(images)} images were sent; send at most {MAX_IMAGES}.", field="images")
    if len(meshes) > 1:
        raise InvalidRequest("More than one mesh was sent; send one.", field="mesh")
    if not images and not meshes and not fields.prompt:
        raise InvalidRequest("Nothing to work on was sent. Give images, a mesh or a prompt.", field="images")
    views = fields.views or []
    if len(views) > len(images):
        raise InvalidRequest(f"{len(views)} views were sent for {len(images)} images; send one each.", field="views")
    labels = [*views, *[None] * (len(images) - len(views))]
    found = [
        await _image(context, call, value, f"images[{i}]", labels[i], store=store) for i, value in enumerate(images)
    ]
    return found, await _mesh(context, call, meshes[0], store=store) if meshes else None


def _files(call: Call, name: str) -> Sequence[FormFile]:
    """An empty file input of a browser counts as none."""
    return [file for file in call.form.files.get(name, ()) if file.size or file.filename]


async def _image(
    context: DialectContext, call: Call, value: Given, field: str, label: Any, *, store: bool
) -> ImageInput:
    known = await _by_id(context, call, value, field)
    if isinstance(known, Upload):
        return _named(field, lambda: known.image(label))
    given = value if known is None else known
    if store:
        return await context.inputs.image(call.account, given, field, label)
    return ImageInput(key="", sha256=_digest(await context.inputs.read(given, {"image"}, field)), label=label)


async def _mesh(context: DialectContext, call: Call, value: Given, *, store: bool) -> MeshInput:
    known = await _by_id(context, call, value, "mesh")
    if isinstance(known, Upload):
        return _named("mesh", known.mesh)
    given = value if known is None else known
    if store:
        return await context.inputs.mesh(call.account, given, "mesh")
    source = await context.inputs.read(given, {"model"}, "mesh")
    return MeshInput(key="", sha256=_digest(source), format=source.format)


async def _by_id(context: DialectContext, call: Call, value: Given, field: str) -> Upload | bytes | None:
    """The upload, or the bytes of the job's file, that an id names; None for what is no id."""
    if not isinstance(value, str) or not is_id(value.strip().lower()):
        return None
    wanted = value.strip().lower()
    try:
        return await context.service.upload(call.account, wanted)
    except NotFound:
        pass
    try:
        _, asset = await context.service.find_asset(call.account, wanted)
    except NotFound:
        raise NotFound(f"{field}: there is no upload or asset {wanted}. Upload the file first.", field=field) from None
    return b"".join([chunk async for chunk in context.service.read_asset(asset)])


def _named(field: str, use: Callable[[], T]) -> T:
    """The upload does not know which field names it."""
    try:
        return use()
    except InvalidRequest as error:
        raise InvalidRequest(f"{field}: {error.message}", field=field) from None


def _digest(source: Source) -> str:
    return hashlib.sha256(source.data).hexdigest()
