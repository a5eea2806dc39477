"""Rodin's fields as a `GenerationRequest`: forced values are corrected, and whatever was changed or ignored is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from maquette.dialects.forms import choose, shown
from maquette.dialects.rodin.parse import VIEW_LABELS, Parsed
from maquette.dialects.rodin.tiers import (
    DEFAULT_TIER,
    FACES,
    TIERS,
    Tier,
    default_mesh_mode,
    default_quality,
    override_range,
    price,
    target_faces,
    texture_size,
)
from maquette.errors import InvalidRequest
from maquette.request import MAX_IMAGES, MAX_SEED, GenerationRequest, ImageInput, Material, MeshMode, ViewLabel

_SYMMETRY = {"symmetric": True, "true": True, "asymmetric": False, "false": False}
MATERIALS: dict[str, Material] = {"PBR": "pbr", "Shaded": "shaded", "All": "all", "None": "none", "Hybrid": "pbr"}
UNDOCUMENTED = ("soft", "detail_level", "model_early_export")
GEN25_ONLY = ("texture_mode", "texture_delight", "is_micro", "geometry_instruct_mode", "uhd_texture", "quad_normal")
SMOOTHING = 6
"""Rounds of smoothing for tier Smooth and for `mesh_smooth`: it takes the picture's noise off the surface and leaves the shape."""
_MAX_UNKNOWN = 10


class LabelsTooLong(InvalidRequest):
    """More view labels than pictures; Rodin has an own code for it."""

    code = "image_labels_too_long"


@dataclass(frozen=True)
class Translation:
    """The request (with placeholders for pictures, which are stored only once everything else is valid) and its price."""

    request: GenerationRequest
    cost: Decimal

    def with_images(self, stored: Sequence[tuple[str, str]]) -> GenerationRequest:
        """The request with its stored pictures, `(key, sha256)` each, in upload order."""
        images = tuple(
            ImageInput(key=key, sha256=sha256, label=image.label)
            for image, (key, sha256) in zip(self.request.images, stored, strict=True)
        )
        return self.request.model_copy(update={"images": images})


def translate(parsed: Parsed, image_count: int, *, engine: str, seed: int) -> Translation:
    """Translate one submission.

    Args:
        parsed: the fields that came.
        image_count: pictures uploaded.
        engine: id of the engine to use.
        seed: used if the client sent none.

    Raises:
        InvalidRequest: a value is out of range or the combination cannot be made; `field` names it.
    """
    _check_inputs(parsed, image_count)
    tier = TIERS[parsed.get("tier", DEFAULT_TIER)]
    warnings: list[str] = []
    mode = _mesh_mode(parsed, tier, warnings)
    quality = _quality(parsed, tier, mode, warnings)
    override = _override(parsed, tier, mode, warnings)
    highpack = _highpack(parsed, tier, mode, warnings)
    texture_mode = parsed.get("texture_mode") if tier.family == "g25" else None
    labels = _labels(parsed, tier, image_count, warnings)
    request = GenerationRequest.build(
        images=tuple(ImageInput(key="", sha256="", label=label) for label in labels),
        prompt=parsed.get("prompt"),
        engine=engine,
        tier=tier.name,
        detail=_detail(parsed, tier, warnings),
        mesh_mode=mode,
        target_faces=target_faces(tier, mode, quality, override, highpack=highpack),
        smooth=_smooth(parsed, tier, mode, warnings),
        material=_material(parsed, tier, warnings),
        delight=tier.family == "g25" and parsed.get("texture_delight", False),
        quad_normal=tier.family == "g25" and parsed.get("quad_normal", False),
        texture_size=texture_size(tier, texture_mode, highpack=highpack, uhd=parsed.get("uhd_texture", False)),
        formats=(_file_format(parsed, tier, warnings),),
        bbox=_bbox(parsed),
        height_cm=_height(parsed),
        condition_mode=_condition_mode(parsed, tier, warnings),
        use_original_alpha=parsed.get("use_original_alpha", False),
        symmetric=_symmetric(parsed, warnings),
        pose="t" if parsed.get("TAPose", parsed.get("ta_pose", False)) else None,
        preview_render=parsed.get("preview_render", False),
        seed=_seed(parsed, seed),
    )
    _report_ignored(parsed, tier, mode, warnings)
    request = request.model_copy(update={"warnings": tuple(warnings)})
    return Translation(request, price(tier, texture_mode, highpack=highpack))


def _check_inputs(parsed: Parsed, image_count: int) -> None:
    if image_count > MAX_IMAGES:
        raise InvalidRequest(f"{image_count} images were sent; send at most {MAX_IMAGES}.", field="images")
    if image_count == 0 and parsed.get("prompt") is None:
        raise InvalidRequest(
            "Neither an image nor a prompt was sent; add at least one file named images.", field="images"
        )


def _mesh_mode(parsed: Parsed, tier: Tier, warnings: list[str]) -> MeshMode:
    wanted = parsed.get("mesh_mode")
    if tier.family == "sketch":
        if wanted == "Quad":
            warnings.append("mesh_mode Quad was changed to Raw: tier Sketch gives triangles only.")
        return "raw"
    return default_mesh_mode(tier) if wanted is None else "raw" if wanted == "Raw" else "quad"


def _quality(parsed: Parsed, tier: Tier, mode: MeshMode, warnings: list[str]) -> str:
    wanted: str | None = parsed.get("quality")
    if tier.family == "sketch" or (tier.family == "g1" and mode == "raw"):
        if wanted not in (None, "medium"):
            what = "tier Sketch" if tier.family == "sketch" else f"mesh_mode Raw of tier {tier.name}"
            warnings.append(f"quality {wanted} was changed to medium, the only one that {what} has.")
        return "medium"
    return wanted or default_quality(tier, mode)


def _override(parsed: Parsed, tier: Tier, mode: MeshMode, warnings: list[str]) -> int | None:
    wanted: int | None = parsed.get("quality_override")
    if wanted is None:
        return None
    if tier.family == "sketch":
        faces = FACES["sketch", "raw"]["medium"]
        warnings.append(f"quality_override was ignored: tier Sketch always gives about {faces} triangles.")
        return None
    low, high = override_range(tier, mode)
    if not low <= wanted <= high:
        where = f"tier {tier.name} with mesh_mode {mode.capitalize()}"
        raise InvalidRequest(f"quality_override must be from {low} to {high} for {where}.", field="quality_override")
    return wanted


def _highpack(parsed: Parsed, tier: Tier, mode: MeshMode, warnings: list[str]) -> bool:
    highpack = False
    for addon in parsed.get("addons", ()):
        if addon.lower() == "highpack":
            highpack = True
        elif addon.lower() not in ("none", "null"):
            warnings.append(f"addons: '{shown(addon)}' is unknown and was ignored; HighPack is the only one.")
    if highpack and (tier.family == "sketch" or (tier.family == "g1" and mode == "raw")):
        what = "tier Sketch" if tier.family == "sketch" else f"mesh_mode Raw of tier {tier.name}"
        warnings.append(f"addons HighPack was removed (and not charged): {what} does not have it.")
        return False
    return highpack


def _material(parsed: Parsed, tier: Tier, warnings: list[str]) -> Material:
    wanted = parsed.get("material", "PBR")
    if tier.family == "sketch" and wanted != "PBR":
        warnings.append(f"material {wanted} was changed to PBR, the only one of tier Sketch.")
        return "pbr"
    if wanted == "Hybrid":
        warnings.append("material Hybrid is written as PBR: what else it holds is not documented.")
    return MATERIALS[wanted]


def _file_format(parsed: Parsed, tier: Tier, warnings: list[str]) -> str:
    wanted: str = parsed.get("geometry_file_format", "glb")
    if tier.family == "sketch" and wanted != "glb":
        warnings.append(f"geometry_file_format {wanted} was changed to glb, the only one of tier Sketch.")
        return "glb"
    return wanted


def _smooth(parsed: Parsed, tier: Tier, mode: MeshMode, warnings: list[str]) -> int:
    wanted: bool | None = parsed.get("mesh_smooth")
    if wanted and (tier.family != "g1" or mode != "quad"):
        warnings.append("mesh_smooth was ignored: it belongs to Gen-1 tiers with mesh_mode Quad.")
        wanted = None
    return SMOOTHING if wanted or (wanted is None and tier.name == "Smooth") else 0


def _detail(parsed: Parsed, tier: Tier, warnings: list[str]) -> str:
    if not parsed.get("use_hyper"):
        return tier.detail
    if tier.family == "g1":
        return "high"
    warnings.append(f"use_hyper was ignored: tier {tier.name} does not have it.")
    return tier.detail


def _condition_mode(parsed: Parsed, tier: Tier, warnings: list[str]) -> str:
    wanted: str = parsed.get("condition_mode", "concat")
    if wanted == "fuse" and tier.family == "g25":
        warnings.append(
            "condition_mode fuse was changed to concat: Gen-2.5 takes several images as views of one object."
        )
        return "concat"
    return wanted


def _bbox(parsed: Parsed) -> tuple[float, ...] | None:
    box: tuple[float, ...] | None = parsed.get("bbox_condition")
    if box is not None and (len(box) != 3 or min(box) <= 0):
        raise InvalidRequest(
            "bbox_condition must be three positive numbers: width, height, length.", field="bbox_condition"
        )
    if box is not None and max(box) > 100 * min(box):
        raise InvalidRequest(
            "bbox_condition: no side may be over 100 times another; send rounder proportions.", field="bbox_condition"
        )
    return box


def _height(parsed: Parsed) -> float | None:
    height: float = parsed.get("height", 0.0)
    if height < 0 or height > 1_000_000:
        raise InvalidRequest("height must be a positive number of centimetres, at most 1000000.", field="height")
    return height or None  # The vendor's ComfyUI node sends 0 for "not set".


def _seed(parsed: Parsed, fallback: int) -> int:
    seed: int = parsed.get("seed", fallback)
    if not 0 <= seed <= MAX_SEED:
        raise InvalidRequest(f"seed must be from 0 to {MAX_SEED}.", field="seed")
    return seed


def _symmetric(parsed: Parsed, warnings: list[str]) -> bool | None:
    wanted = parsed.get("is_symmetric", "unknown")
    if wanted == "balanced":
        warnings.append("is_symmetric balanced was read as unknown: the engine decides.")
    return _SYMMETRY.get(wanted)


def _labels(parsed: Parsed, tier: Tier, image_count: int, warnings: list[str]) -> list[ViewLabel | None]:
    labels = [choose(label, VIEW_LABELS, "image_label") for label in parsed.get("image_label", ())]
    if len(labels) > image_count:
        if tier.family == "g25":
            raise LabelsTooLong(
                f"image_label holds {len(labels)} labels for {image_count} images; send one per image, in upload order.",
                field="image_label",
            )
        warnings.append("image_label: labels beyond the number of images were ignored.")
    padded = [*labels[:image_count], *["?"] * (image_count - len(labels))]
    return [None if label == "?" else cast(ViewLabel, label) for label in padded]


def _report_ignored(parsed: Parsed, tier: Tier, mode: MeshMode, warnings: list[str]) -> None:
    g25 = tier.family == "g25"
    warnings.extend(
        f"{name} was ignored: it belongs to the tiers Gen-2.5, not to {tier.name}."
        for name in GEN25_ONLY
        if parsed.get(name) not in (None, False) and not g25
    )
    if parsed.get("hd_texture"):
        if tier.family in ("g2", "g25"):
            warnings.append(
                "hd_texture was ignored: textures are baked from the images without invented detail; "
                "uhd_texture (Gen-2.5) or addons HighPack make them larger."
            )
        else:
            warnings.append(f"hd_texture was ignored: it belongs to Gen-2 and Gen-2.5, not to {tier.name}.")
    if parsed.get("is_micro") and g25:
        micro = tier.name == "Gen-2.5-Extreme-High"
        warnings.append(
            "is_micro was ignored: the tier has the finest detail of the engine as it is."
            if micro
            else f"is_micro was ignored: it belongs to Gen-2.5-Extreme-High, not to {tier.name}."
        )
    if parsed.get("geometry_instruct_mode") == "creative" and g25:
        warnings.append("geometry_instruct_mode creative was ignored: the engine follows the image faithfully.")
    if parsed.get("mesh_simplify") is False and mode == "raw":
        warnings.append("mesh_simplify false was ignored: the mesh is always brought to the wanted face count.")
    warnings.extend(f"{name} was ignored: it is not documented." for name in UNDOCUMENTED if name in parsed.values)
    warnings.extend(f"Unknown field '{shown(name)}' was ignored." for name in parsed.unknown[:_MAX_UNKNOWN])
    if len(parsed.unknown) > _MAX_UNKNOWN:
        warnings.append(f"{len(parsed.unknown) - _MAX_UNKNOWN} more unknown fields were ignored.")
