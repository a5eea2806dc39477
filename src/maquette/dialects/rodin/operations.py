"""The endpoints that work on a model: what `rodin_texture_only`, `bang` and `polygen` mean as a request (dossier §8 to §10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from maquette.dialects.forms import Form, Values, read_bool, read_choice, read_int, read_number, read_text, shown
from maquette.dialects.rodin.parse import Parsed
from maquette.dialects.rodin.parse import parse as parse_fields
from maquette.dialects.rodin.tiers import FACES, QUALITIES, TEXTURE_MODES, TIERS, texture_size
from maquette.errors import InvalidRequest
from maquette.request import MAX_SEED, GenerationRequest, ImageInput, MeshInput

Fields = Mapping[str, Callable[[Values, str], Any]]
_FORMAT = read_choice("glb", "usdz", "fbx", "obj", "stl")
_RESOLUTION = read_choice("Basic", "High")
SIZES = {"Basic": 2048, "High": 4096}
PRICE = Decimal("0.5")
LEAST_PARTS, MOST_PARTS = 2, 12
DEFAULT_STRENGTH = 5
KEPT = {"PBR": "keep", "Shaded": "shaded", "All": "all", "None": "none"}
"""Materials of parts of an uploaded model: PBR is what the model itself has."""
MADE = {"PBR": "pbr", "Shaded": "shaded", "All": "all", "None": "none"}
_UNSTORED = MeshInput(key="", sha256="", format="glb")
_RULES = TIERS["Gen-2.5-Medium"]
"""Whose face counts and texture sizes hold where a page gives none."""

TEXTURE_FIELDS: Fields = {
    "prompt": read_text,
    "seed": read_int,
    "reference_scale": read_number,
    "escore": read_number,
    "geometry_file_format": _FORMAT,
    "material": read_choice("PBR", "Shaded"),
    "resolution": _RESOLUTION,
    # Undocumented, sent by a client.
    "texture_mode": read_choice(*TEXTURE_MODES),
    "hd_texture": read_bool,
    "texture_delight": read_bool,
}
BANG_FIELDS: Fields = {
    "asset_id": read_text,
    "prompt": read_text,
    "strength": read_int,
    "geometry_file_format": _FORMAT,
    "material": read_choice(*KEPT),
    "resolution": _RESOLUTION,
}
POLYGEN_FIELDS: Fields = {
    "asset_id": read_text,
    "geometry_file_format": _FORMAT,
    "mesh_mode": read_choice("Raw", "Quad"),
    "quality": read_choice(*QUALITIES),
}
TEXTURE_FILES, BANG_FILES, POLYGEN_FILES = ("image", "model"), ("image", "model"), ("model",)


@dataclass(frozen=True)
class Operation:
    """One submission. Either `request`, whose model and picture are stored later, or `asset_id` and the `changes` to its request.

    Attributes:
        name: `rodin_texture_only`, `bang` or `polygen`; the tier of the job and the item of its price.
    """

    name: str
    warnings: tuple[str, ...] = ()
    request: GenerationRequest | None = None
    asset_id: str | None = None
    changes: Mapping[str, Any] | None = None


def texture_only(form: Form, images: int, model: bool, *, engine: str, seed: int) -> Operation:
    """`rodin_texture_only`: the model as it is, with new charts and colours from the picture, the words, or both.

    Raises:
        InvalidRequest: a field is missing, malformed or out of range.
    """
    parsed = parse_fields(form, TEXTURE_FIELDS, TEXTURE_FILES)
    warnings = _unknown(parsed)
    if not model:
        raise InvalidRequest("The model is missing; send a 3D file named model.", field="model")
    _one_image(images)
    if not images and parsed.get("prompt") is None:
        raise InvalidRequest("The image is missing; send one file named image, or a prompt.", field="image")
    for name in ("reference_scale", "escore"):
        if parsed.get(name) is not None:
            warnings.append(f"{name} was ignored: the picture is laid onto the model as it is.")
    if parsed.get("hd_texture"):
        warnings.append("hd_texture was ignored: send resolution High for sharper textures.")
    size = SIZES[parsed.get("resolution", "Basic")]
    mode = parsed.get("texture_mode")
    request = GenerationRequest.build(
        mesh=_UNSTORED,
        images=(ImageInput(key="", sha256=""),) * images,
        prompt=parsed.get("prompt"),
        engine=engine,
        tier="rodin_texture_only",
        mesh_mode="keep",
        material=MADE[parsed.get("material", "PBR")],
        texture_size=size if mode is None else max(size, texture_size(_RULES, mode, highpack=False, uhd=False)),
        delight=parsed.get("texture_delight", False),
        formats=(parsed.get("geometry_file_format", "glb"),),
        seed=_seed(parsed, seed),
        warnings=tuple(warnings),
    )
    return Operation("rodin_texture_only", tuple(warnings), request)


def bang(form: Form, images: int, model: bool, *, engine: str, seed: int) -> Operation:
    """`bang`: a finished task's asset, or a model, in at most `strength` parts that keep its surface.

    Raises:
        InvalidRequest: a field is missing, malformed or out of range.
    """
    parsed = parse_fields(form, BANG_FIELDS, BANG_FILES)
    warnings = _unknown(parsed)
    asset = _source(parsed, model)
    _one_image(images)
    strength = parsed.get("strength", DEFAULT_STRENGTH)
    if strength == 1:
        warnings.append("strength 1 was changed to 2: fewer parts are no split.")
        strength = LEAST_PARTS
    if not LEAST_PARTS <= strength <= MOST_PARTS:
        raise InvalidRequest(f"strength must be from {LEAST_PARTS} to {MOST_PARTS}.", field="strength")
    why = (
        "an asset_id was sent"
        if asset
        else "parts keep the surface of their model; rodin_texture_only gives it another"
    )
    for name in (["image"] if images else []) + (["prompt"] if parsed.get("prompt") else []):
        warnings.append(f"{name} was ignored: {why}.")
    material, resolution = parsed.get("material"), parsed.get("resolution")
    values: dict[str, Any] = {"parts": strength, "tier": "bang", "warnings": tuple(warnings)}
    values["formats"] = (parsed.get("geometry_file_format", "glb"),)
    if asset is not None:
        # What does not come stays as the task has it.
        values |= {"material": MADE[material]} if material else {}
        values |= {"texture_size": SIZES[resolution]} if resolution else {}
        return Operation("bang", tuple(warnings), asset_id=asset, changes=values | _PLAIN)
    values |= {"mesh_mode": "keep", "uv": "keep", "material": KEPT[material or "PBR"]}
    values |= {"texture_size": SIZES[resolution or "Basic"], "engine": engine, "seed": seed, "mesh": _UNSTORED}
    return Operation("bang", tuple(warnings), GenerationRequest.build(**values))


def polygen(form: Form, images: int, model: bool, *, engine: str, seed: int) -> Operation:
    """`polygen`: a finished task's asset, or a model, with other polygons. No page describes it; this is what a client sends.

    Raises:
        InvalidRequest: a field is missing or malformed.
    """
    parsed = parse_fields(form, POLYGEN_FIELDS, POLYGEN_FILES)
    warnings = _unknown(parsed)
    asset = _source(parsed, model)
    mode = "raw" if parsed.get("mesh_mode") == "Raw" else "quad"
    faces = FACES["g25", "raw" if mode == "raw" else "quad"][parsed.get("quality", "medium")]
    values: dict[str, Any] = {"mesh_mode": mode, "target_faces": faces, "tier": "polygen", "warnings": tuple(warnings)}
    values["formats"] = (parsed.get("geometry_file_format", "glb"),)
    if asset is not None:
        return Operation("polygen", tuple(warnings), asset_id=asset, changes=values | _PLAIN | {"parts": 0})
    values |= {"material": "keep", "engine": engine, "seed": seed, "mesh": _UNSTORED}
    return Operation("polygen", tuple(warnings), GenerationRequest.build(**values))


_PLAIN: dict[str, Any] = {
    "preview_render": False,
    "pictures": (),
    "lods": (),
    "collision": 0,
    "print_mm": None,
    "compression": (),
}
"""Extras of the former task that a derived one does not repeat."""


def _source(parsed: Parsed, model: bool) -> str | None:
    """The asset id, or None for a model of the client's own."""
    asset: str | None = parsed.get("asset_id")
    if (asset is None) == (not model):
        what = "Both an asset_id and a model were sent" if model else "Neither an asset_id nor a model was sent"
        raise InvalidRequest(f"{what}; send exactly one of the two.", field="asset_id")
    return asset


def _one_image(images: int) -> None:
    if images > 1:
        raise InvalidRequest(f"{images} images were sent; send one.", field="image")


def _seed(parsed: Parsed, fallback: int) -> int:
    seed: int = parsed.get("seed", fallback)
    if not 0 <= seed <= MAX_SEED:
        raise InvalidRequest(f"seed must be from 0 to {MAX_SEED}.", field="seed")
    return seed


def _unknown(parsed: Parsed) -> list[str]:
    return [f"Unknown field '{shown(name)}' was ignored." for name in parsed.unknown[:10]]
