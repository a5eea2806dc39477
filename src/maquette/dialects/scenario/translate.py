"""A model's inputs as a `GenerationRequest`, by Rodin's own tables of tiers, faces, texture sizes and prices."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from maquette.dialects.forms import FALSE, TRUE, choose, shown
from maquette.dialects.rodin.operations import KEPT, PRICE, SIZES
from maquette.dialects.rodin.tiers import (
    TIERS,
    Tier,
    default_quality,
    override_range,
    price,
    target_faces,
    texture_size,
)
from maquette.dialects.scenario.models import MESH_OPTIONS, Model
from maquette.errors import InvalidRequest
from maquette.request import GenerationRequest, ImageInput, Material, MeshInput, MeshMode

MATERIALS: Mapping[str, Material] = {"PBR": "pbr", "Shaded": "shaded", "All": "all", "None": "none"}
FAST_FACES = 20_000
"""The fast models give at most so many triangles."""
_SYMMETRY = {"symmetric": True, "asymmetric": False, "unknown": None, "balanced": None}
_MESH = re.compile(r"(\d{1,4})\s*([KM])[\s-]*(quad|triangle|raw)s?", re.IGNORECASE)


@dataclass(frozen=True)
class Translation:
    """The request, its inputs still to be filled in, and its price before the plan's."""

    request: dict[str, Any]
    cost: Decimal
    warnings: tuple[str, ...]
    pictures: bool = True
    """They decide something."""

    def build(
        self, images: tuple[ImageInput, ...], mesh: MeshInput | None = None, warnings: Sequence[str] = ()
    ) -> GenerationRequest:
        """The request on these inputs, with further warnings. Raises `InvalidRequest`."""
        said = (*self.warnings, *warnings)
        images = images if self.pictures else ()
        return GenerationRequest.build(**self.request, images=images, mesh=mesh, warnings=said)


def translate(model: Model, values: Mapping[str, Any], given: frozenset[str], *, engine: str, seed: int) -> Translation:
    """Translate checked inputs.

    Args:
        values: from `values.read`.
        given: names of the inputs that the client sent itself.
        seed: used if the client sent none.

    Raises:
        InvalidRequest: the combination cannot be made.
        UnsupportedInput: nothing here can do it.
    """
    if values.get("conditionMode") == "fuse" and not values.get("images"):
        raise InvalidRequest(
            "conditionMode fuse needs at least one image; add some, or leave it out.", field="conditionMode"
        )
    if model.family == "bang":
        return _bang(values, engine, seed)
    warnings: list[str] = []
    tier = TIERS[values["tier"]]
    mode, faces = _mesh(model, tier, values, given, warnings)
    highpack = _highpack(values)
    request: dict[str, Any] = {
        "prompt": values["prompt"],
        "engine": engine,
        "tier": tier.name,
        "detail": _detail(tier, values, warnings),
        "mesh_mode": mode,
        "target_faces": faces,
        "material": _material(tier, values, warnings),
        "texture_size": texture_size(tier, None, highpack=highpack, uhd=False),
        "condition_mode": values.get("conditionMode") or "concat",
        "delight": values.get("textureDelight") or False,
        "use_original_alpha": values.get("useOriginalAlpha") or False,
        "preview_render": values.get("previewRender") or False,
        "symmetric": _symmetric(values),
        "pose": "t" if values["TAPose"] else None,
        "seed": seed if values["seed"] is None else values["seed"],
    }
    idle = [name for name in ("isMicro", "enableCreativeMode") if values.get(name)]
    warnings += [f"{name} was ignored: this server cannot do it yet." for name in idle]
    if values.get("geometryInstructMode") == "creative":
        warnings.append("geometryInstructMode creative was ignored: the engine follows the image faithfully.")
    cost = price(tier, None, highpack=highpack and model.family == "gen25")
    return Translation(request, cost, tuple(warnings))


def _bang(values: Mapping[str, Any], engine: str, seed: int) -> Translation:
    """The model in at most `strength` parts; they keep its surface, so that picture and words decide nothing."""
    request = {
        "engine": engine,
        "tier": "Bang",
        "seed": seed,
        "parts": values["strength"],
        "mesh_mode": "keep",
        "uv": "keep",
    }
    request |= {"material": KEPT[values["material"]], "texture_size": SIZES[values["resolution"]]}
    idle = ["image"] + (["prompt"] if values.get("prompt") else [])
    warnings = tuple(f"{name} was ignored: parts keep the surface of their model." for name in idle)
    return Translation(request, PRICE, warnings, pictures=False)


def _mesh(
    model: Model, tier: Tier, values: Mapping[str, Any], given: frozenset[str], warnings: list[str]
) -> tuple[MeshMode, int]:
    if model.family == "fast":
        return "raw", FAST_FACES
    if model.family == "gen1":
        if tier.family == "sketch":
            if "quality" in given and values["quality"] != "medium":
                warnings.append(f"quality {values['quality']} was changed to medium, the only one of tier Sketch.")
            return "raw", target_faces(tier, "raw", "medium", None, highpack=False)
        return "quad", target_faces(tier, "quad", values["quality"], None, highpack=False)
    option = str(values["qualityMeshOption"])
    if option.lower() == "auto":
        return "raw", target_faces(tier, "raw", default_quality(tier, "raw"), None, highpack=False)
    match = _MESH.fullmatch(option)
    if match is None:
        raise InvalidRequest(
            f"qualityMeshOption '{shown(option)}' is unknown; choose one of {', '.join(MESH_OPTIONS)}.",
            field="qualityMeshOption",
        )
    count = int(match[1]) * (1000 if match[2].upper() == "K" else 1_000_000)
    mode: MeshMode = "quad" if match[3].lower() == "quad" else "raw"
    low, high = override_range(tier, mode)
    if not low <= count <= high:
        raise InvalidRequest(
            f"qualityMeshOption {shown(option)} is out of range: from {low} to {high} faces with {tier.name}.",
            field="qualityMeshOption",
        )
    return mode, target_faces(tier, mode, "", count, highpack=_highpack(values))


def _highpack(values: Mapping[str, Any]) -> bool:
    return values.get("addons") == "HighPack" or bool(values.get("highPack"))


def _detail(tier: Tier, values: Mapping[str, Any], warnings: list[str]) -> str:
    if not values.get("useHyper"):
        return tier.detail
    if tier.family == "sketch":
        warnings.append("useHyper was ignored: tier Sketch does not have it.")
        return tier.detail
    return "high"


def _material(tier: Tier, values: Mapping[str, Any], warnings: list[str]) -> Material:
    wanted: str = values["material"]
    if tier.family == "sketch" and wanted != "PBR":
        warnings.append(f"material {wanted} was changed to PBR, the only one of tier Sketch.")
        return "pbr"
    return MATERIALS[wanted]


def _symmetric(values: Mapping[str, Any]) -> bool | None:
    wanted = str(values.get("isSymmetric") or "unknown").lower()
    if wanted in TRUE | FALSE:
        return wanted in TRUE
    return _SYMMETRY[choose(wanted, tuple(_SYMMETRY), "isSymmetric")]
