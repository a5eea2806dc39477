"""Between the native API's words and `GenerationRequest`, in both directions, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from maquette.dialects.native.fields import AssetFields, InputFields, JobRequest
from maquette.dialects.rodin.presets import tier_request
from maquette.dialects.rodin.tiers import DEFAULT_TIER, TIERS
from maquette.engines.engine import EngineCard
from maquette.errors import InvalidRequest
from maquette.jobs.identity import Account
from maquette.request import GenerationRequest, ImageInput, MeshInput, MeshMode

TOPOLOGIES: dict[str, MeshMode] = {"triangles": "raw", "quads": "quad", "keep": "keep"}
IMAGES_MODES = {"views": "concat", "blend": "fuse"}
RENAMED = {"topology": "mesh_mode", "faces": "target_faces", "images_mode": "condition_mode"}
_FRIENDLY = {internal: name for name, internal in RENAMED.items()}
_WORDS: dict[str, Mapping[str, str]] = {"topology": TOPOLOGIES, "images_mode": IMAGES_MODES}

PRICES: dict[str, tuple[Decimal, str]] = {
    **{f"native.{t.name}": (t.credits, f"A generation of tier {t.name}.") for t in TIERS.values()},
    "native.texture": (Decimal("0.5"), "New textures for a given model."),
    "native.convert": (Decimal("0.1"), "Work on a given model without new textures."),
    "native.export": (Decimal("0.1"), "An export of a finished job."),
}
"""Credits by item, and what it is; a plan may have its own price for each."""


def asset_changes(fields: AssetFields) -> dict[str, Any]:
    """The given fields under the names of `GenerationRequest`."""
    names = [n for n in AssetFields.model_fields if getattr(fields, n) is not None]
    return {
        RENAMED.get(n, n): _WORDS.get(n, {}).get(getattr(fields, n), getattr(fields, n))
        if n in _WORDS
        else getattr(fields, n)
        for n in names
    }


def build(
    fields: JobRequest, images: Sequence[ImageInput], mesh: MeshInput | None, *, engine: str
) -> GenerationRequest:
    """The request of a new job.

    Args:
        images, mesh: what `fields.images` and `fields.mesh` stand for.
        engine: used if the client names none.

    Raises:
        InvalidRequest: a combination that cannot be made; `field` is the native name.
    """
    tier = fields.tier or DEFAULT_TIER
    anew = bool(images or fields.prompt)
    _check_kept(fields, mesh, anew)
    values: dict[str, Any] = {"engine": fields.engine or engine, "images": tuple(images), "mesh": mesh}
    wanted = TOPOLOGIES.get(fields.topology or "")
    preset = tier_request(tier, mesh_mode=None if wanted == "keep" else wanted)
    if mesh is None or fields.tier is not None:
        values |= preset
    if mesh is not None:
        kept = {"mesh_mode": "keep", "uv": "new" if anew else "keep", "material": "pbr" if anew else "keep"}
        values = kept | values
    for name in InputFields.model_fields:
        value = getattr(fields, name)
        if value is None or name in AssetFields.model_fields or name in ("tier", "engine"):
            continue
        values[RENAMED.get(name, name)] = IMAGES_MODES[value] if name == "images_mode" else value
    return _checked(lambda: GenerationRequest.build(**values | asset_changes(fields)))


def _check_kept(fields: AssetFields, mesh: MeshInput | None, anew: bool) -> None:
    for name in ("material", "uv", "pivot"):
        if mesh is None and getattr(fields, name) == "keep":
            raise InvalidRequest(f"{name}: there is nothing to keep without a mesh. Leave it out.", field=name)
    if anew and fields.material == "keep":
        raise InvalidRequest(
            "material: it cannot be kept and made from a picture or a prompt. Choose pbr, shaded or all.",
            field="material",
        )


def changed(request: GenerationRequest, fields: AssetFields) -> GenerationRequest:
    """The request of an export. Raises `InvalidRequest`."""
    return _checked(lambda: request.with_changes(asset_changes(fields)))


def _checked(make: Any) -> GenerationRequest:
    try:
        request: GenerationRequest = make()
    except InvalidRequest as error:
        field = error.field or "body"
        friendly = _FRIENDLY.get(field, field)
        raise type(error)(error.message.replace(f"{field}:", f"{friendly}:", 1), field=friendly) from None
    return request


def check_engine(request: GenerationRequest, cards: Mapping[str, EngineCard]) -> None:
    """Refuse an engine that is not there, before anything is stored.

    Raises:
        InvalidRequest: no such engine.
    """
    if request.engine not in cards:
        raise InvalidRequest(
            f"There is no engine '{request.engine}'. Choose one of {', '.join(cards) or 'none'}.", field="engine"
        )


def price_item(request: GenerationRequest) -> str:
    """Under which item of `PRICES` a request falls."""
    if request.mesh is not None:
        return "native.texture" if request.textures_anew else "native.convert"
    return f"native.{request.tier}" if request.tier in TIERS else f"native.{DEFAULT_TIER}"


def price(account: Account, item: str) -> Decimal:
    """Credits on the account's plan."""
    return account.price(item, PRICES[item][0])


def stored(request: GenerationRequest) -> dict[str, Any]:
    """The request as its owner sees it: all native fields with the values that were used, pictures by their sums."""
    record: dict[str, Any] = {}
    for name in InputFields.model_fields:
        value = getattr(request, RENAMED.get(name, name))
        words = {v: k for k, v in _WORDS.get(name, {}).items()}
        record[name] = words.get(value, value) if name in _WORDS else list(value) if isinstance(value, tuple) else value
    record["images"] = [{"sha256": i.sha256, "view": i.label} for i in request.images]
    record["mesh"] = {"sha256": request.mesh.sha256, "format": request.mesh.format} if request.mesh else None
    return record
