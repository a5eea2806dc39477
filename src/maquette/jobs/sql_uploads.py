"""Stored files of `SqlJobService`: single-use inputs, and uploads that clients name, in one piece or in parts."""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from maquette.errors import InvalidRequest, MaquetteError, NotFound, from_dict
from maquette.jobs.identity import Account
from maquette.jobs.paging import Page, PageQuery, select_page
from maquette.jobs.sniff import probe, safe_name
from maquette.jobs.sql import insert_once, now, owned_by
from maquette.jobs.sql_accounts import ServiceBase
from maquette.jobs.tables import upload_parts, uploads
from maquette.jobs.uploads import MAX_PARTS, Upload, UploadKind, UploadPart, UploadStatus
from maquette.request import MeshInput

_GONE = "There is no such upload. Check its id; uploads are removed after their retention time."
_FOLDERS = {"image": "images", "model": "models"}


class SqlUploads(ServiceBase):
    """`UploadCalls`."""

    async def put_image(self, account: Account, data: bytes) -> tuple[str, str]:
        """Store a picture; gives `(key, sha256)`. The same bytes of one account are one object."""
        digest = await asyncio.to_thread(_sha256, data)
        key = f"images/{account.id}/{digest}"
        await self.blobs.put_async(key, data)
        return key, digest

    async def put_mesh(self, account: Account, data: bytes, kind: str) -> MeshInput:
        """Store a model. The same bytes of one account are one object."""
        digest = await asyncio.to_thread(_sha256, data)
        try:
            mesh = MeshInput(key=f"models/{account.id}/{digest}", sha256=digest, format=kind)
        except ValidationError as error:
            raise InvalidRequest(error.errors()[0]["msg"].removeprefix("Value error, ") + ".", field="mesh") from None
        await self.blobs.put_async(mesh.key, data)
        return mesh

    async def put_upload(
        self,
        account: Account,
        data: bytes,
        *,
        name: str,
        kind: UploadKind | None = None,
        extra: Mapping[str, Any] | None = None,
        upload_id: str | None = None,
    ) -> Upload:
        """Store a file in one piece; pictures are probed."""
        account.require("upload")
        row = self._row(account, name, extra, upload_id)
        row |= await asyncio.to_thread(self._examine, account, data, row["name"], kind)
        await self.blobs.put_async(row["key"], data)
        await self.database.run(lambda conn: conn.execute(sa.insert(uploads).values(row)))
        return await self.upload(account, row["id"])

    async def create_upload(
        self,
        account: Account,
        *,
        name: str,
        kind: UploadKind,
        size: int,
        parts: int,
        extra: Mapping[str, Any] | None = None,
        upload_id: str | None = None,
    ) -> Upload:
        """Begin an upload in parts."""
        account.require("upload")
        limit = self.settings.max_image_bytes if kind == "image" else self.settings.max_upload_bytes
        if not 0 < size <= limit:
            raise InvalidRequest(f"A file of {size} bytes cannot be stored; send 1 to {limit:,} bytes.", field="size")
        if not 1 <= parts <= min(MAX_PARTS, size):
            raise InvalidRequest(f"Send the file in 1 to {min(MAX_PARTS, size)} parts, not {parts}.", field="parts")
        row = self._row(account, name, extra, upload_id)
        row |= {"status": "pending", "kind": kind, "format": "", "media_type": "", "size": size, "sha256": ""}
        row |= {"key": "", "parts": parts, "expires_at": now() + timedelta(hours=self.settings.upload_hours)}
        await self.database.run(lambda conn: conn.execute(sa.insert(uploads).values(row)))
        return await self.upload(account, row["id"])

    async def put_part(self, upload_id: str, number: int, data: bytes) -> UploadPart:
        """Store a part; the last one of a number counts."""

        def find(conn: sa.Connection) -> Any:
            row = conn.execute(sa.select(uploads).where(uploads.c.id == upload_id)).first()
            if row is None or row.expires_at < now():
                raise NotFound(_GONE)
            others = sa.select(sa.func.coalesce(sa.func.sum(upload_parts.c.size), 0))
            others = others.where(upload_parts.c.upload_id == upload_id, upload_parts.c.number != number)
            return row, int(conn.scalar(others) or 0)

        row, others = await self.database.run(find, read_only=True)
        if row.status != "pending":
            raise InvalidRequest(f"This upload is {row.status}; begin a new one.", field="upload")
        if not 1 <= number <= row.parts:
            raise InvalidRequest(f"This upload has parts 1 to {row.parts}; there is no part {number}.", field="part")
        if not data or others + len(data) > row.size:
            raise InvalidRequest(f"The parts hold more than the {row.size} bytes announced, or nothing.", field="part")
        digest = await asyncio.to_thread(_sha256, data)
        key = f"parts/{upload_id}/{number}-{digest}"
        await self.blobs.put_async(key, data)

        def store(conn: sa.Connection) -> None:
            values = {"size": len(data), "sha256": digest, "key": key}
            if not insert_once(conn, upload_parts, {"upload_id": upload_id, "number": number, **values}):
                mine = sa.and_(upload_parts.c.upload_id == upload_id, upload_parts.c.number == number)
                conn.execute(sa.update(upload_parts).where(mine).values(**values))
            conn.execute(sa.update(uploads).where(uploads.c.id == upload_id).values(updated_at=now()))

        await self.database.run(store)
        return UploadPart(number, len(data), digest)

    async def complete_upload(self, account: Account, upload_id: str) -> Upload:
        """Put the parts together and probe the file."""
        account.require("upload")
        upload = await self.upload(account, upload_id)
        if upload.status is not UploadStatus.PENDING:
            return upload
        missing = sorted(set(range(1, upload.parts + 1)) - {p.number for p in upload.stored})
        if missing:
            shown = ", ".join(map(str, missing[:10])) + (" …" if len(missing) > 10 else "")
            raise InvalidRequest(f"Parts {shown} have not arrived. Send them, then complete the upload.", field="parts")
        keys = await self.database.run(_part_keys, upload_id, read_only=True)
        data = b"".join([await self.blobs.get_async(key) for key in keys])
        try:
            if len(data) != upload.size:
                raise InvalidRequest(
                    f"The parts hold {len(data)} bytes, and {upload.size} were announced. Begin a new upload.",
                    field="size",
                )
            row = await asyncio.to_thread(self._examine, account, data, upload.name, upload.kind)
            await self.blobs.put_async(row["key"], data)
        except InvalidRequest as error:
            row = {"status": "failed", "error": error.to_dict()}
        row |= {"updated_at": now()}

        def store(conn: sa.Connection) -> None:
            waiting = sa.and_(uploads.c.id == upload_id, uploads.c.status == "pending")
            conn.execute(sa.update(uploads).where(waiting).values(**row))
            conn.execute(sa.delete(upload_parts).where(upload_parts.c.upload_id == upload_id))

        await self.database.run(store)
        await asyncio.to_thread(self.blobs.delete_prefix, f"parts/{upload_id}")
        return await self.upload(account, upload_id)

    async def upload(self, account: Account, upload_id: str) -> Upload:
        """Raises `NotFound`."""
        return await self.database.run(_load, account, upload_id, read_only=True)

    async def uploads(
        self, account: Account, *, kind: UploadKind | None = None, query: PageQuery | None = None
    ) -> Page[Upload]:
        """By page, newest first."""

        def work(conn: sa.Connection) -> Page[Upload]:
            rows = sa.select(uploads).where(owned_by(uploads, account))
            if kind is not None:
                rows = rows.where(uploads.c.kind == kind)
            found, following, preceding, total = select_page(
                conn, rows, uploads.c.created_at, uploads.c.id, query or PageQuery()
            )
            return Page([_upload(row) for row in found], following, preceding, total)

        return await self.database.run(work, read_only=True)

    async def annotate_upload(self, account: Account, upload_id: str, changes: Mapping[str, Any]) -> Upload:
        """Set top-level keys of `extra`; None removes one."""

        def work(conn: sa.Connection) -> Upload:
            mine = sa.and_(uploads.c.id == upload_id, owned_by(uploads, account))
            row = conn.execute(sa.select(uploads.c.extra).where(mine).with_for_update()).first()
            if row is None:
                raise NotFound(_GONE)
            extra = {k: v for k, v in {**row.extra, **changes}.items() if v is not None}
            conn.execute(sa.update(uploads).where(mine).values(extra=extra, updated_at=now()))
            return _load(conn, account, upload_id)

        return await self.database.run(work)

    async def delete_upload(self, account: Account, upload_id: str) -> None:
        """Its bytes go with the next clean-up after the last job that uses them: other uploads may hold the same."""

        def work(conn: sa.Connection) -> None:
            _load(conn, account, upload_id)
            conn.execute(sa.delete(uploads).where(uploads.c.id == upload_id))

        await self.database.run(work)
        await asyncio.to_thread(self.blobs.delete_prefix, f"parts/{upload_id}")

    def _row(
        self, account: Account, name: str, extra: Mapping[str, Any] | None, upload_id: str | None
    ) -> dict[str, Any]:
        at = now()
        kept = at + timedelta(days=self.settings.retention_days)
        row = {"id": upload_id or str(uuid.uuid4()), "account_id": account.id, "project_id": account.project_id}
        row |= {"name": safe_name(name), "extra": dict(extra or {}), "parts": 0}  # type: ignore[dict-item]
        return row | {"created_at": at, "updated_at": at, "expires_at": kept}

    def _examine(self, account: Account, data: bytes, name: str, kind: UploadKind | None) -> dict[str, Any]:
        found, form, media_type, info = probe(data, name, kind, self.settings)
        digest = _sha256(data)
        row: dict[str, Any] = {"status": "complete", "kind": found, "format": form, "media_type": media_type}
        row |= {"size": len(data), "sha256": digest, "key": f"{_FOLDERS[found]}/{account.id}/{digest}"}
        row |= {"width": info and info.width, "height": info and info.height}
        return row | {"expires_at": now() + timedelta(days=self.settings.retention_days)}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _part_keys(conn: sa.Connection, upload_id: str) -> list[str]:
    query = sa.select(upload_parts.c.key).where(upload_parts.c.upload_id == upload_id)
    return list(conn.scalars(query.order_by(upload_parts.c.number)))


def _load(conn: sa.Connection, account: Account, upload_id: str) -> Upload:
    row = conn.execute(sa.select(uploads).where(uploads.c.id == upload_id, owned_by(uploads, account))).first()
    if row is None:
        raise NotFound(_GONE)
    stored: tuple[UploadPart, ...] = ()
    if row.status == "pending":
        parts = sa.select(upload_parts).where(upload_parts.c.upload_id == upload_id).order_by(upload_parts.c.number)
        stored = tuple(UploadPart(p.number, p.size, p.sha256) for p in conn.execute(parts))
    return _upload(row, stored)


def _upload(row: Any, stored: tuple[UploadPart, ...] = ()) -> Upload:
    error: MaquetteError | None = None if row.error is None else from_dict(row.error)
    return Upload(
        id=row.id,
        account_id=row.account_id,
        status=UploadStatus(row.status),
        name=row.name,
        kind=row.kind,
        format=row.format,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        created_at=row.created_at,
        updated_at=row.updated_at,
        expires_at=row.expires_at,
        key=row.key,
        width=row.width,
        height=row.height,
        parts=row.parts,
        stored=stored,
        error=error,
        extra=row.extra,
        project_id=row.project_id,
    )
