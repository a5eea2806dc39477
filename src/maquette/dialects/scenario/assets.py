"""Assets in Scenario's words: pictures and models that were uploaded, and the files of jobs (dossier §5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from maquette.dialects.dialect import Call, DialectContext
from maquette.dialects.scenario import gltf_facts, wire
from maquette.dialects.scenario.jobs import model_of, results
from maquette.dialects.scenario.wire import ASSET, JOB, NAME, iso, kept, named, uid_of
from maquette.errors import NotFound
from maquette.jobs.identity import Account
from maquette.jobs.job import Asset, Job
from maquette.jobs.uploads import Upload, UploadStatus
from maquette.request import FORMATS

FILES = f"{NAME}_files"
"""Key of `Job.extra` for what was said of single files: `{asset uuid: {"tags": […]}}`."""
_TYPES = {"fbx": "model/x-fbx"}
"""The vendor's media types where they are not those of the files."""
_MAPS = ("normal", "roughness", "metallic")


@dataclass(frozen=True)
class Item:
    """An asset: a file of `job`, or `upload`. `extra`: description, tags and the like, as clients set them."""

    asset: Asset
    job: Job | None
    upload: Upload | None
    extra: Mapping[str, Any]

    @property
    def id(self) -> str:
        """`asset_…`."""
        return named(ASSET, self.asset.id)


def of_upload(upload: Upload) -> Item:
    """A complete upload as an asset; its id is the upload's UUID."""
    return Item(upload.as_asset(), None, upload, kept(upload.extra))


def of_job(job: Job, asset: Asset) -> Item:
    """One file of a job."""
    every = job.extra.get(FILES)
    extra = every.get(asset.id) if isinstance(every, Mapping) else None
    return Item(asset, job, None, extra if isinstance(extra, Mapping) else {})


def is_listed(upload: Upload) -> bool:
    """Uploads that are assets: complete, and no package made for a download."""
    return upload.status is UploadStatus.COMPLETE and not kept(upload.extra).get("archive")


async def find(context: DialectContext, account: Account, text: str) -> Item:
    """By `asset_…`. Raises `NotFound`."""
    uid = uid_of(ASSET, text)
    try:
        upload = await context.service.upload(account, uid)
    except NotFound:
        return of_job(*await context.service.find_asset(account, uid))
    if not is_listed(upload):
        raise NotFound(f"The asset {text} is not complete. Finish its upload first.")
    return of_upload(upload)


async def annotate(context: DialectContext, account: Account, item: Item, changes: Mapping[str, Any]) -> Item:
    """Keep more of what a client says of an asset; None forgets it."""
    extra = {k: v for k, v in {**item.extra, **changes}.items() if v is not None}
    if item.upload is not None:
        return of_upload(await context.service.annotate_upload(account, item.upload.id, {NAME: extra}))
    assert item.job is not None
    every = item.job.extra.get(FILES)
    files = dict(every) if isinstance(every, Mapping) else {}
    job = await context.service.annotate(account, item.job.id, {FILES: files | {item.asset.id: extra}})
    return of_job(job, item.asset)


def media_type(asset: Asset) -> str:
    """`mimeType`."""
    return _TYPES.get(asset.format, asset.media_type)


def kind_of(item: Item) -> str:
    """Scenario's kind by what the file is."""
    head = item.asset.media_type.partition("/")[0]
    if item.asset.format in FORMATS or (item.upload is not None and item.upload.kind == "model"):
        return "3d"
    if head in ("image", "video"):
        return head
    return "json" if item.asset.format == "json" else "text" if item.asset.format == "mtl" else "document"


def type_of(item: Item) -> str:
    """`metadata.type`."""
    if item.upload is not None:
        return "uploaded-3d" if kind_of(item) == "3d" else "uploaded"
    assert item.job is not None
    if kind_of(item) == "3d":
        request = item.job.request
        return "3d23d" if request.mesh is not None else "img23d" if request.images else "txt23d"
    if item.asset.format == "mtl":
        return "3d-texture-mtl"
    if item.asset.kind == "texture":
        stem = item.asset.name.rsplit(".", 1)[0].removeprefix("texture_")
        return f"3d-texture-{stem}" if stem in _MAPS else "3d-texture-albedo" if stem == "diffuse" else "3d-texture"
    return "unknown"


def source_of(kind: str) -> str:
    """`source` is `metadata.type` with colons."""
    return kind.replace("3d-texture-", "3d:texture:").replace("3d-texture", "3d:texture")


def document(context: DialectContext, call: Call, item: Item, facts: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The vendor's asset document, with a fresh link.

    Args:
        facts: further `properties`.
    """
    asset, job, upload = item.asset, item.job, item.upload
    kind, kind_type = kind_of(item), type_of(item)
    owner = upload if upload is not None else job
    assert owner is not None
    name = str(item.extra.get("name") or asset.name)
    metadata: dict[str, Any] = {
        "kind": kind,
        "type": kind_type,
        "name": name,
        "fileName": asset.name,
        "size": asset.size,
    }
    properties: dict[str, Any] = {"size": asset.size, **(facts or {})}
    body: dict[str, Any] = {}
    if kind == "3d":
        properties["format"] = asset.format
    if upload is not None and upload.width:
        metadata |= {"width": upload.width, "height": upload.height}
        properties |= {"width": upload.width, "height": upload.height}
    if job is not None:
        metadata |= _of_job(job, asset)
        places = [a.id for a in results(job)]
        if asset.id in places:
            body["outputIndex"] = metadata["outputIndex"] = places.index(asset.id)
        picture = next((a for a in job.assets if a.kind == "preview"), None)
        if picture is not None and kind == "3d":
            shown = {
                "assetId": named(ASSET, picture.id),
                "url": context.links.url(call.base_url, picture.id, picture.name),
            }
            body |= {"thumbnail": shown, "preview": shown}
            metadata["thumbnail"] = shown
    parent = parent_of(item)
    if parent:
        metadata |= {"parentId": parent, "rootParentId": parent}
    if item.extra.get("description"):
        body["description"] = item.extra["description"]
    return body | {
        "id": item.id,
        "url": context.links.url(call.base_url, asset.id, asset.name),
        "mimeType": media_type(asset),
        "kind": kind,
        "source": source_of(kind_type),
        "status": "success",
        "metadata": metadata,
        "properties": properties,
        "privacy": "private",
        "tags": list(item.extra.get("tags") or ()),
        "collectionIds": list(item.extra.get("collectionIds") or ()),
        "editCapabilities": [],
        "isHidden": bool(item.extra.get("hide")),
        "authorId": wire.author_id(owner.account_id),
        "ownerId": wire.project_name(owner.account_id, owner.project_id),
        "createdAt": iso(owner.created_at),
        "updatedAt": iso(owner.updated_at),
    }


def _of_job(job: Job, asset: Asset) -> dict[str, Any]:
    found: dict[str, Any] = {"modelId": model_of(job), "parentJobId": named(JOB, job.id), "seed": str(job.request.seed)}
    return found | ({"prompt": job.request.prompt} if job.request.prompt else {})


def parent_of(item: Item) -> str | None:
    """The asset that this one was made from: the input of a result, the model of a texture or a picture."""
    if item.job is None:
        parent = item.extra.get("parentId")
        return parent if isinstance(parent, str) else None
    models = results(item.job)
    if models and item.asset.kind != "model":
        return named(ASSET, models[0].id)
    parent = kept(item.job.extra).get("parent")
    return parent if isinstance(parent, str) else None


async def facts_of(context: DialectContext, item: Item) -> dict[str, Any]:
    """Counts and size of a GLB, from its header; empty for other files."""
    if item.asset.format != "glb":
        return {}
    head = await _bytes(context, item.asset, 0, gltf_facts.HEAD)
    length = gltf_facts.json_bytes(head)
    if length is None:
        return {}
    text = await _bytes(context, item.asset, gltf_facts.HEAD, gltf_facts.HEAD + length)
    return gltf_facts.facts(text)


async def _bytes(context: DialectContext, asset: Asset, start: int, end: int) -> bytes:
    end = min(end, asset.size)
    return b"".join([chunk async for chunk in context.service.read_asset(asset, start=start, end=end)])


async def read(context: DialectContext, item: Item) -> bytes:
    """The whole file."""
    return b"".join([chunk async for chunk in context.service.read_asset(item.asset)])
