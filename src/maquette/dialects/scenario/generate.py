"""`POST /generate/custom/{modelId}`: run a model, or ask for its price (dossier §4.1)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from maquette.dialects.dialect import Call, DialectContext, Reply
from maquette.dialects.scenario import assets, jobs, models, values
from maquette.dialects.scenario.pricing import DRY, costs, dry, price
from maquette.dialects.scenario.translate import translate
from maquette.dialects.scenario.wire import NAME, flag
from maquette.errors import InvalidRequest
from maquette.jobs.ids import new_id
from maquette.request import MAX_SEED, ImageInput, MeshInput


async def run(context: DialectContext, call: Call) -> Reply:
    """Check everything, then take in the assets, then queue the job."""
    model = models.find(call.path["model_id"])
    only_price = dry(call.query)
    inputs = values.read(model, call.form)
    engine, seed = context.settings.engine, secrets.randbelow(MAX_SEED + 1)
    sent = values.sent(call.form)
    translation = translate(model, inputs, frozenset(sent), engine=engine, seed=seed)
    pictures = inputs.get("images") or ([inputs["image"]] if inputs.get("image") else [])
    found = [await assets.find(context, call.account, text) for text in pictures]
    solid = await assets.find(context, call.account, inputs["model"]) if inputs.get("model") else None
    cost = price(call.account, model, translation.cost)
    if only_price:
        return Reply(DRY, costs(cost))
    images = tuple([await _image(context, call, item) for item in found if translation.pictures])
    request = translation.build(images, await _mesh(context, call, solid) if solid else None, _ignored(call))
    extra: dict[str, Any] = {"model": model.id, "type": jobs.CUSTOM, "input": sent}
    parent = solid or (found[0] if found else None)
    job = await context.service.submit(
        call.account,
        request,
        cost=cost,
        dialect=NAME,
        extra={NAME: extra | ({"parent": parent.id} if parent else {})},
        idempotency_key=call.headers.get("idempotency-key") or None,
        fingerprint=call.fingerprint or None,
        job_id=new_id(),
    )
    return Reply(200, {"job": jobs.document(job)} | costs(cost), warnings_header(request.warnings))


def _ignored(call: Call) -> list[str]:
    ignored = []
    if flag(call.query, "ipDetection"):
        ignored.append("ipDetection was ignored: pictures are not judged here, and nothing is charged for it.")
    if "hideResults" in call.form.fields:
        ignored.append("hideResults was ignored: all results are listed.")
    return ignored


async def _image(context: DialectContext, call: Call, item: assets.Item) -> ImageInput:
    if item.upload is not None:
        return item.upload.image()
    if assets.kind_of(item) != "image":
        raise InvalidRequest(f"images: {item.id} is no picture; give one that is.", field="images")
    key, digest = await context.service.put_image(call.account, await assets.read(context, item))
    return ImageInput(key=key, sha256=digest)


async def _mesh(context: DialectContext, call: Call, item: assets.Item) -> MeshInput:
    if item.upload is not None:
        return item.upload.mesh()
    if assets.kind_of(item) != "3d":
        raise InvalidRequest(f"model: {item.id} is no 3D asset; give one that is.", field="model")
    return await context.service.put_mesh(call.account, await assets.read(context, item), item.asset.format)


def warnings_header(warnings: Sequence[str]) -> dict[str, str]:
    """What was corrected, where `curl -i` shows it; it stands in `metadata.warnings` of the job, too."""
    text = " | ".join(warnings).encode("ascii", "replace").decode()
    return {"X-Maquette-Warnings": text[:2000]} if text else {}
