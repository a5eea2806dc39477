"""`Inputs`: what clients give as a picture or a model, whichever way they give it."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any

from maquette.dialects.dialect import Source
from maquette.dialects.forms import Upload as FormFile
from maquette.errors import BadImage, FetchFailed, ImageTooLarge, InvalidRequest, MaquetteError
from maquette.jobs.service import Account, JobService
from maquette.jobs.sniff import probe, safe_name
from maquette.jobs.uploads import UploadKind
from maquette.net.fetch import Fetcher, decode_base64, read_data_url
from maquette.request import ImageInput, MeshInput
from maquette.server.links import LinkSigner
from maquette.settings import Settings


class HttpInputs:
    """See `maquette.dialects.dialect.Inputs`."""

    def __init__(self, settings: Settings, service: JobService, links: LinkSigner) -> None:
        self._settings, self._service, self._links = settings, service, links
        self._fetcher = Fetcher(settings.fetch_allow, settings.fetch_seconds)

    async def read(self, value: str | bytes | FormFile, kinds: Collection[str], field: str) -> Source:
        """The bytes, probed; nothing is stored."""
        kind: UploadKind | None = None
        if len(kinds) == 1:
            kind = "image" if "image" in kinds else "model"
        data, name = await self._bytes(value, self._limit(kind), field)
        try:
            found, form, media_type, _ = await asyncio.to_thread(probe, data, name, kind, self._settings, field)
        except MaquetteError as error:
            if isinstance(error, BadImage | ImageTooLarge):  # the prober does not know the field
                raise type(error)(f"{error.message} ({field})", field=field) from None
            raise
        return Source(data, safe_name(name, f"file.{form}"), found, form, media_type)

    async def image(self, account: Account, value: str | bytes | FormFile, field: str, label: Any = None) -> ImageInput:
        """Read a picture and store it as the input of one request."""
        source = await self.read(value, {"image"}, field)
        key, digest = await self._service.put_image(account, source.data)
        return ImageInput(key=key, sha256=digest, label=label)

    async def mesh(self, account: Account, value: str | bytes | FormFile, field: str) -> MeshInput:
        """Read a model and store it as the input of one request."""
        source = await self.read(value, {"model"}, field)
        return await self._service.put_mesh(account, source.data, source.format)

    def _limit(self, kind: UploadKind | None) -> int:
        largest = self._settings.max_upload_bytes
        return self._settings.max_image_bytes if kind == "image" else max(largest, self._settings.max_image_bytes)

    async def _bytes(self, value: str | bytes | FormFile, limit: int, field: str) -> tuple[bytes, str]:
        if isinstance(value, bytes):
            return _bounded(value, limit, field), ""
        if isinstance(value, FormFile):
            if value.size > limit:
                _bounded(b"", -1, field, value.size)
            return _bounded(await value.read(), limit, field), value.filename
        if not isinstance(value, str) or not value.strip():
            raise InvalidRequest(f"{field} must be a URL, a data: URL or base64 text.", field=field)
        text = value.strip()
        if text[:5].lower() == "data:":
            return read_data_url(text, limit, field=field).data, ""
        if "://" not in text[:32]:
            return decode_base64(text, limit, field=field), ""
        own = self._links.asset_of(text)
        if own is not None:
            asset = await self._service.asset(own)
            if asset.size > limit:
                raise FetchFailed(f"The file has more than {limit:,} bytes. Send a smaller one.", field=field)
            return b"".join([chunk async for chunk in self._service.read_asset(asset)]), asset.name
        fetched = await self._fetcher.get(text, limit, field=field)
        return fetched.data, fetched.name


def _bounded(data: bytes, limit: int, field: str, size: int | None = None) -> bytes:
    if (len(data) if size is None else size) > limit:
        raise ImageTooLarge(f"{field} has more than the bytes accepted here. Send a smaller file.", field=field)
    return data
