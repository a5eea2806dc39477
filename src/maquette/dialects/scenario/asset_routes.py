"""Routes of assets but for downloads (dossier §4.3, §4.5)."""

from __future__ import annotations

from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.forms import choose, read_bool, read_text, shown
from maquette.dialects.scenario import assets, listing, wire
from maquette.dialects.scenario.assets import Item
from maquette.dialects.scenario.jobs import model_of
from maquette.dialects.scenario.wire import JOB, NAME, named, texts
from maquette.errors import InvalidRequest, NotFound

MAX_BULK, MAX_DELETE, MAX_TAGS = 200, 100, 100
MAX_TEXT = 2000
_FILTERS = ("parentAssetId", "rootAssetId", "inferenceId", "modelId", "collectionId", "authorId", "privacy")


async def upload(context: DialectContext, call: Call) -> Reply:
    """`POST /assets`: a picture in base64, bare or as a data URL."""
    form = call.form
    name = read_text(form.values("name"), "name")
    image = read_text(form.values("image"), "image")
    if name is None:
        raise InvalidRequest("name: the file's original name is required.", field="name")
    if image is None:
        what = (
            "a canvas cannot be stored here; send image" if form.values("canvas") else "a picture in base64 is required"
        )
        raise InvalidRequest(f"image: {what}.", field="image")
    source = await context.inputs.read(image, {"image"}, "image")
    extra = {"parentId": read_text(form.values("parentId"), "parentId"), "hide": read_bool(form.values("hide"), "hide")}
    extra |= {"collectionIds": texts(form.values("collectionIds"), "collectionIds", most=50)}  # type: ignore[dict-item]
    stored = await context.service.put_upload(
        call.account, source.data, name=name, kind="image", extra={NAME: {k: v for k, v in extra.items() if v}}
    )
    return Reply(200, {"asset": assets.document(context, call, assets.of_upload(stored))})


async def retrieve(context: DialectContext, call: Call) -> Reply:
    """`GET /assets/{id}`."""
    item = await assets.find(context, call.account, call.path["asset_id"])
    return Reply(200, {"asset": await described(context, call, item)})


async def described(context: DialectContext, call: Call, item: Item) -> dict[str, Any]:
    """The document with what the file itself tells."""
    return assets.document(context, call, item, await assets.facts_of(context, item))


async def listed(context: DialectContext, call: Call) -> Reply:
    """`GET /assets`."""
    query = call.query
    size = wire.page_size(query, 50, 100)
    kinds = wire.words(query, "type", "types")
    tags = wire.words(query, "tags")
    first, last = wire.moment(query, "createdAfter"), wire.moment(query, "createdBefore")
    newer, older = wire.moment(query, "updatedAfter"), wire.moment(query, "updatedBefore")
    direction = choose(query.get("sortDirection", "") or "desc", ("asc", "desc"), "sortDirection")
    choose(query.get("sortBy", "") or "createdAt", ("createdAt", "updatedAt"), "sortBy")
    exact = {name: query[name] for name in _FILTERS if query.get(name)}

    def wanted(item: Item) -> bool:
        owner = item.upload or item.job
        assert owner is not None
        return (
            (not kinds or assets.type_of(item) in kinds)
            and (not tags or tags <= set(item.extra.get("tags") or ()))
            and (first is None or owner.created_at > first)
            and (last is None or owner.created_at < last)
            and (newer is None or owner.updated_at > newer)
            and (older is None or owner.updated_at < older)
            and not item.extra.get("hide")
            and all(value in _answers(item, name) for name, value in exact.items())
        )

    if wire.flag(query, "deleted"):  # what is deleted is gone
        return Reply(200, {"assets": []})
    token = query.get("paginationToken", "")
    found, more = await listing.page(context, call.account, size, token, ascending=direction == "asc", wanted=wanted)
    body: dict[str, Any] = {"assets": [assets.document(context, call, item) for item in found]}
    return Reply(200, body | ({"nextPaginationToken": more} if more else {}))


def _answers(item: Item, name: str) -> tuple[str, ...]:
    """Values of a filter that this asset has."""
    owner = item.upload or item.job
    assert owner is not None
    if name in ("parentAssetId", "rootAssetId"):
        parent = assets.parent_of(item)
        return (parent,) if parent else ()
    if name == "collectionId":
        return tuple(item.extra.get("collectionIds") or ())
    if name == "authorId":
        return (wire.author_id(owner.account_id),)
    if name == "privacy":
        return ("private",)
    if item.job is None:
        return ()
    return (named(JOB, item.job.id),) if name == "inferenceId" else (model_of(item.job),)


async def bulk(context: DialectContext, call: Call) -> Reply:
    """`POST /assets/get-bulk`: what is not there is left out."""
    found = []
    for text in texts(call.form.values("assetIds"), "assetIds", most=MAX_BULK):
        try:
            found.append(await described(context, call, await assets.find(context, call.account, text)))
        except NotFound:
            continue
    return Reply(200, {"assets": found})


async def delete(context: DialectContext, call: Call) -> Reply:
    """`DELETE /assets`: for good; what is gone already is no error."""
    ids = texts(call.form.values("assetIds"), "assetIds", most=MAX_DELETE)
    if not ids:
        raise InvalidRequest("assetIds: at least one asset id is required.", field="assetIds")
    for text in ids:
        try:
            item = await assets.find(context, call.account, text)
            if item.upload is not None:
                await context.service.delete_upload(call.account, item.upload.id)
            else:
                await context.service.delete_asset(call.account, item.asset.id)
        except NotFound:
            continue
    return Reply(200, {})


async def restore(context: DialectContext, call: Call) -> Reply:
    """`POST /assets/restore`: nothing that was deleted is kept, and the vendor has a word for that."""
    skipped = []
    for text in texts(call.form.values("assetIds"), "assetIds", most=MAX_DELETE):
        try:
            await assets.find(context, call.account, text)
            skipped.append({"assetId": text, "reason": "not-deleted"})
        except NotFound:
            skipped.append({"assetId": shown(text, 80), "reason": "not-found"})
    return Reply(200, {"restoredAssetIds": [], "skippedAssets": skipped})


async def update(context: DialectContext, call: Call) -> Reply:
    """`PUT /assets/{id}`: name and description."""
    item = await assets.find(context, call.account, call.path["asset_id"])
    changes = {n: read_text(call.form.values(n), n) for n in ("name", "description") if call.form.values(n)}
    for name, text in changes.items():
        if text is not None and len(text) > MAX_TEXT:
            raise InvalidRequest(f"{name} has {len(text)} characters; send at most {MAX_TEXT}.", field=name)
    item = await assets.annotate(context, call.account, item, changes)
    return Reply(200, {"asset": await described(context, call, item)})


async def tag(context: DialectContext, call: Call) -> Reply:
    """`PUT /assets/{id}/tags`; `strict` refuses what changes nothing."""
    item = await assets.find(context, call.account, call.path["asset_id"])
    add = texts(call.form.values("add"), "add", most=MAX_TAGS)
    remove = texts(call.form.values("delete"), "delete", most=MAX_TAGS)
    had = list(item.extra.get("tags") or ())
    added, deleted = [t for t in add if t not in had], [t for t in remove if t in had]
    if read_bool(call.form.values("strict"), "strict") and (added != add or deleted != remove):
        raise InvalidRequest("tags: one is there already, or is not there; leave strict out.", field="strict")
    tags = [t for t in had if t not in deleted] + added
    if len(tags) > MAX_TAGS or any(len(t) > 200 for t in tags):
        raise InvalidRequest(f"tags: an asset has at most {MAX_TAGS}, of 200 characters each.", field="add")
    await assets.annotate(context, call.account, item, {"tags": tags})
    return Reply(200, {"added": added, "deleted": deleted})
