"""Stored files: in one piece, in parts, resumed, refused, used by jobs and removed."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa

from maquette.errors import BadImage, ImageTooLarge, InvalidRequest, NotFound
from maquette.jobs import accounts
from maquette.jobs.paging import PageQuery
from maquette.jobs.retention import collect_garbage
from maquette.jobs.service import Account
from maquette.jobs.sniff import model_format, safe_name
from maquette.jobs.sql import now
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.tables import uploads
from maquette.jobs.uploads import UploadStatus
from maquette.request import GenerationRequest
from tests.server.harness import picture

OBJ = b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"


@pytest.fixture
async def other(service: SqlJobService) -> Account:
    return await service.account(
        await service.database.run(lambda c: accounts.create_account(c, "o", grant=Decimal(9)))
    )


async def test_a_picture_is_probed_and_kept(service: SqlJobService, local: Account, other: Account) -> None:
    data = picture("JPEG", 48)
    made = await service.put_upload(local, data, name="../a b\\cat.jpg", extra={"x": 1})
    assert (made.name, made.kind, made.format, made.media_type) == ("cat.jpg", "image", "jpeg", "image/jpeg")
    assert (made.width, made.height, made.size) == (48, 48, len(data))
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    assert service.blobs.get(made.key) == data
    assert made.image(label="F").sha256 == made.sha256
    assert await service.upload(local, made.id) == made
    asset = await service.asset(made.id)
    assert (asset.name, asset.kind, asset.size) == ("cat.jpg", "upload", len(data))
    assert (await service.annotate_upload(local, made.id, {"x": None, "tags": ["a"]})).extra == {"tags": ["a"]}
    with pytest.raises(InvalidRequest, match="not a model"):
        made.mesh()
    for call in (service.upload, service.delete_upload, service.complete_upload):
        with pytest.raises(NotFound):
            await call(other, made.id)
    await service.delete_upload(local, made.id)
    with pytest.raises(NotFound):
        await service.asset(made.id)


async def test_models_are_known_by_their_bytes(service: SqlJobService, local: Account) -> None:
    made = await service.put_upload(local, OBJ, name="thing")
    assert (made.kind, made.format, made.mesh().format) == ("model", "obj", "obj")
    stl = b"\0" * 80 + (1).to_bytes(4, "little") + b"\0" * 50
    heads = {b"glTF\2\0\0\0": "glb", b"Kaydara FBX Binary  \0": "fbx", b"ply\nformat": "ply", stl: "stl"}
    heads |= {b'{"asset":{"version":"2.0"}}': "gltf", b"solid x\n facet normal": "stl"}
    for data, form in heads.items():
        assert model_format(data, "wrong.obj") == form
    for data in (b"", b"hello", picture(), b'{"a":1}'):
        assert model_format(data) is None
    assert safe_name("../../etc/pass\0wd\n") == "passwd"
    assert safe_name("") == "file"


async def test_what_is_refused(service: SqlJobService, local: Account) -> None:
    with pytest.raises(BadImage):
        await service.put_upload(local, b"nothing", name="x.png")
    with pytest.raises(InvalidRequest, match="no model"):
        await service.put_upload(local, picture(), name="x.glb", kind="model")
    service.settings = service.settings.model_copy(update={"max_image_bytes": 100})
    with pytest.raises(ImageTooLarge):
        await service.put_upload(local, picture(), name="x.png")
    assert (await service.uploads(local)).items == []
    for size, parts in ((0, 1), (101, 1), (10, 0), (10, 11)):
        with pytest.raises(InvalidRequest):
            await service.create_upload(local, name="x", kind="image", size=size, parts=parts)


async def test_parts_in_any_order_again_and_after_a_pause(service: SqlJobService, local: Account) -> None:
    data = picture(size=64)
    cuts = [data[:40], data[40:90], data[90:]]
    made = await service.create_upload(local, name="big.png", kind="image", size=len(data), parts=3)
    assert made.status is UploadStatus.PENDING
    await service.put_part(made.id, 3, cuts[2])
    await service.put_part(made.id, 1, b"wrong")
    with pytest.raises(InvalidRequest, match="Parts 2 "):
        await service.complete_upload(local, made.id)
    await service.put_part(made.id, 1, cuts[0])
    assert [p.number for p in (await service.upload(local, made.id)).stored] == [1, 3]
    for number, piece in ((0, b"x"), (4, b"x"), (2, b""), (2, data)):
        with pytest.raises(InvalidRequest):
            await service.put_part(made.id, number, piece)
    with pytest.raises(InvalidRequest, match="pending"):
        made.image()
    await service.put_part(made.id, 2, cuts[1])
    done = await service.complete_upload(local, made.id)
    assert (done.status, done.format, done.sha256) == (UploadStatus.COMPLETE, "png", hashlib.sha256(data).hexdigest())
    assert await service.complete_upload(local, made.id) == done
    assert list(service.blobs.list("parts")) == []
    with pytest.raises(InvalidRequest, match="complete"):
        await service.put_part(made.id, 1, b"x")
    bad = await service.create_upload(local, name="x.png", kind="image", size=5, parts=1)
    await service.put_part(bad.id, 1, b"12345")
    failed = await service.complete_upload(local, bad.id)
    assert failed.status is UploadStatus.FAILED
    assert isinstance(failed.error, BadImage)
    page = await service.uploads(local, query=PageQuery(count=True))
    assert (page.total, [u.id for u in page.items]) == (2, [bad.id, made.id])


async def test_clean_up_spares_what_jobs_use(service: SqlJobService, local: Account) -> None:
    used = await service.put_upload(local, picture(size=32), name="a.png")
    idle = await service.put_upload(local, OBJ, name="b.obj")
    begun = await service.create_upload(local, name="c.obj", kind="model", size=10, parts=2)
    await service.put_part(begun.id, 1, b"12345")
    request = GenerationRequest.build(images=[used.image()], prompt="{}")
    await service.submit(local, request, cost=Decimal(1), dialect="t")
    past = now() - timedelta(seconds=1)
    await service.database.run(lambda c: c.execute(sa.update(uploads).values(expires_at=past)))
    collect_garbage(service.settings, service.database, service.blobs, service._queue)
    assert [u.id for u in (await service.uploads(local)).items] == [used.id]
    assert list(service.blobs.list("parts")) == []
    with pytest.raises(NotFound):
        await service.upload(local, idle.id)
