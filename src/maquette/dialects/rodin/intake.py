"""Files that come with a Rodin request: pictures and models, checked before anything is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from maquette.dialects.dialect import Call, DialectContext, Source
from maquette.dialects.forms import Form, Upload, inline_file, present
from maquette.dialects.rodin import errors
from maquette.errors import BadImage, ImageTooLarge, InvalidRequest
from maquette.formats.archive import write_zip
from maquette.images.decode import probe_image
from maquette.request import MAX_IMAGES, MeshInput


def images_of(form: Form, field: str = "images") -> Sequence[Upload]:
    """The uploaded pictures in order; an empty file input of a browser counts as none. JSON may hold base64 text.

    Raises:
        BadImage: text came where a file belongs.
    """
    files = [u for u in form.files.get(field, ()) if u.size or u.filename]
    texts = present(form.values(field))
    if form.encoding == "json":
        inline = [t for value in texts for t in (value if isinstance(value, list) else [value])]
        return files + [inline_file(value, f"{field}[{i}]") for i, value in enumerate(inline[: MAX_IMAGES + 1])]
    if texts:
        raise BadImage(f"{errors.SHARP}: {field} came as text; send the file's bytes as a multipart file.", field=field)
    return files


async def check_images(context: DialectContext, uploads: Sequence[Upload], field: str = "images") -> None:
    """Refuse hopeless pictures now, by their headers, instead of failing the job later."""
    settings = context.settings
    for index, upload in enumerate(uploads):
        if upload.size > settings.max_image_bytes:
            raise ImageTooLarge(
                f"{field}[{index}] has {upload.size} bytes; send at most {settings.max_image_bytes}.", field=field
            )
    files = [await upload.read() for upload in uploads]

    def probe() -> None:
        for index, data in enumerate(files):
            try:
                probe_image(data, max_bytes=settings.max_image_bytes, max_pixels=settings.max_image_pixels)
            except (ImageTooLarge, BadImage) as error:
                raise type(error)(f"{error.message} ({field}[{index}])", field=field) from None

    if files:
        await asyncio.to_thread(probe)


async def put_images(context: DialectContext, call: Call, uploads: Sequence[Upload]) -> list[tuple[str, str]]:
    """Store pictures; `(key, sha256)` each."""
    return [await context.service.put_image(call.account, await upload.read()) for upload in uploads]


def model_of(form: Form) -> Upload | str | None:
    """The one file `model`; JSON may hold a URL, a data URL or base64 text.

    Raises:
        InvalidRequest: several models, or text in a form.
    """
    files = [u for u in form.files.get("model", ()) if u.size or u.filename]
    texts = present(form.values("model"))
    if len(files) + len(texts) > 1:
        raise InvalidRequest("Several models were sent; send one file named model.", field="model")
    if texts and (form.encoding != "json" or not isinstance(texts[0], str)):
        raise InvalidRequest("model came as text; send the file's bytes as a multipart file.", field="model")
    return files[0] if files else texts[0] if texts else None


async def read_model(context: DialectContext, given: Upload | str) -> Source:
    """The model's bytes, recognised by themselves; a bare USD layer becomes the USDZ that holds it.

    Raises:
        InvalidRequest: it is no model, or too large.
    """
    limit = context.settings.max_upload_bytes
    if isinstance(given, Upload) and given.size <= limit:
        data = await given.read()
        suffix = "usdc" if data[:8] == b"PXR-USDC" else "usda" if data[:5] == b"#usda" else None
        if suffix is not None:
            package = write_zip([(f"model.{suffix}", data)], align=64)
            return Source(package, "model.usdz", "model", "usdz", "model/vnd.usdz+zip")
    elif isinstance(given, Upload):
        raise InvalidRequest(f"The model has {given.size:,} bytes; send at most {limit:,}.", field="model")
    return await context.inputs.read(given, {"model"}, "model")


async def put_model(context: DialectContext, call: Call, source: Source) -> MeshInput:
    """Store a model that was read."""
    return await context.service.put_mesh(call.account, source.data, source.format)
