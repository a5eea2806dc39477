"""CSM's options as fields of a `GenerationRequest`, one set for each stage of a session: spin, preview, refine, or all at once (direct)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from maquette.dialects.csm.fields import AUTOMATIC, DEFAULTS, G3, SPIN_FIELDS, Fields
from maquette.dialects.forms import shown
from maquette.request import MAX_FACES, MIN_FACES

Stage = Literal["spin", "preview", "refine", "direct"]
FORMATS = ("glb", "obj", "fbx", "usdz", "3mf", "zip")
PICTURES = ("turntable.mp4", "turntable.gif")
PRICES: Mapping[str, Decimal] = {
    "spin": Decimal("0.5"),
    "preview": Decimal("0.5"),
    "refine": Decimal("1"),
    "direct": Decimal("1"),
    "retopology": Decimal("0.5"),
}
"""Credits of each stage, unless the account's plan has a price for `csm.<stage>`."""
DRAFT_FACES, HD_FACES = 18_000, 36_000
LOW_FACES, HIGH_FACES = 20_000, 100_000
PREVIEW_LOW_FACES = 8_000
ENTERPRISE: Mapping[str, Any] = {
    "topology": "tris",
    "resolution": "high_poly",
    "texture_resolution": 2048,
    "scaled_bbox": None,
}
"""Options that a plan opens as `csm.<name>`, and what everybody may have; requests with fields of 2025 have them open."""
MATERIALS = {"none": "none", "baked": "shaded", "pbr": "pbr"}
_QUIET = {"pixel_alignment": ("highest",), "creativity": ("lowest",), "manual_segmentation": (False,)}
_WHY = {
    "pixel_alignment": "the surface always follows the picture",
    "creativity": "the engine follows the picture faithfully",
    "manual_segmentation": "the object is cut out automatically",
}
_MAX_UNKNOWN = 10


@dataclass(frozen=True)
class Options:
    """What a session is to be.

    Attributes:
        first: its first stage.
        values: all options, sent or default: what the session document echoes. JSON.
        warnings: what was corrected or ignored.
    """

    first: Stage
    values: Mapping[str, Any]
    warnings: tuple[str, ...]


def flow(fields: Fields) -> Stage:
    """By which way a request goes (dossier §4.3): what kept seven versions of the official client working."""
    if fields.has(G3):
        return "direct"
    if fields.get("generate_preview_mesh"):
        return "preview"
    if fields.get("generate_preview_mesh") is False or fields.has(SPIN_FIELDS):
        return "spin"
    return "direct"


def options_of(fields: Fields, may_use: Callable[[str], bool]) -> Options:
    """Decide the way, fill in defaults, and note what cannot be honoured.

    Args:
        may_use: whether the account's plan opens an enterprise option.
    """
    first = flow(fields)
    warnings: list[str] = []
    values = dict(DEFAULTS)
    if fields.has(G3):
        values["texture_model"] = "none"
    if first == "direct":
        values |= {"pivot_point": [0, -0.5, 0], "resolution": HIGH_FACES}
    values |= fields.values
    if fields.get("generate_texture") is False and "texture_model" not in fields.values:
        values["texture_model"] = "none"
    values["generate_texture"] = values["texture_model"] != "none"
    if not fields.has(G3):
        for name, free in ENTERPRISE.items():
            if name in fields.values and fields.get(name) != free and not may_use(f"csm.{name}"):
                if name == "scaled_bbox" and _no_wish(fields):
                    continue
                values[name] = DEFAULTS[name]
                warnings.append(
                    f"{name} was ignored: it is an enterprise option, which this account's plan does not open."
                )
    warnings += [
        f"{name} {shown(values[name])} was ignored: {_WHY[name]}."
        for name, quiet in _QUIET.items()
        if name in fields.values and values[name] not in quiet
    ]
    if "diffusion_time_steps" in fields.values:
        warnings.append("diffusion_time_steps was ignored: the engine has no such steps.")
    warnings += [f"Unknown field '{shown(name)}' was ignored." for name in fields.unknown[:_MAX_UNKNOWN]]
    if len(fields.unknown) > _MAX_UNKNOWN:
        warnings.append(f"{len(fields.unknown) - _MAX_UNKNOWN} more unknown fields were ignored.")
    return Options(first, values, tuple(warnings))


def _no_wish(fields: Fields) -> bool:
    return fields.get("scaled_bbox") in (AUTOMATIC, [1, 1, 1])


def stage_request(values: Mapping[str, Any], stage: Stage) -> tuple[dict[str, Any], list[str]]:
    """Fields of the stage's `GenerationRequest` but its inputs, engine and seed; and warnings.

    Args:
        values: `Options.values`.
    """
    warnings: list[str] = []
    quads = values["topology"] == "quads"
    texture = values["texture_resolution"]
    if texture < 512 and stage in ("refine", "direct"):
        warnings.append(f"texture_resolution {texture} was changed to 512, the smallest one that is made here.")
    final = stage in ("refine", "direct")
    request: dict[str, Any] = {
        "tier": f"csm.{stage}",
        "detail": _detail(values, stage),
        "mesh_mode": "quad" if quads and stage != "spin" else "raw",
        "target_faces": _faces(values, stage, warnings),
        "material": MATERIALS[values["texture_model"]],
        "texture_size": max(texture, 512) if final else min(max(texture, 512), 1024),
        "formats": ("glb",) if stage == "spin" else FORMATS,
        "pictures": PICTURES,
        "symmetric": _symmetric(values["symmetry"], warnings),
        "pivot": _pivot(values["pivot_point"], warnings),
    }
    request["bbox"], request["height_cm"] = _size(values, warnings)
    return request, warnings


def _detail(values: Mapping[str, Any], stage: Stage) -> str:
    if stage == "spin":
        return "draft"
    if stage == "preview":
        return "standard" if values["preview_mesh"] == "hd" else "draft"
    if stage == "direct":
        return "draft" if values["geometry_model"] == "turbo" else "standard"
    return "standard" if values["model_resolution"] == "low" or values["refine_speed"] == "fast" else "high"


def _faces(values: Mapping[str, Any], stage: Stage, warnings: list[str]) -> int:
    wanted: int | str = values["resolution"]
    quads = values["topology"] == "quads"
    if stage == "spin":
        return DRAFT_FACES
    if isinstance(wanted, str):
        # The words mean triangles: half as many quads have the same detail.
        share = 2 if quads else 1
        if stage == "preview":
            full = HD_FACES if values["preview_mesh"] == "hd" else DRAFT_FACES
            return (PREVIEW_LOW_FACES if wanted == "low_poly" else full) // share
        low = wanted == "low_poly" or values["model_resolution"] == "low"
        return (LOW_FACES if low else HIGH_FACES) // share
    faces = min(max(wanted, MIN_FACES), MAX_FACES)
    if faces != wanted:
        warnings.append(f"resolution {wanted} was changed to {faces}: {MIN_FACES} to {MAX_FACES} faces can be made.")
    return min(faces, DRAFT_FACES) if stage == "preview" else faces


def _symmetric(word: str, warnings: list[str]) -> bool | None:
    """`off` asks for no mirroring, `auto` leaves it to the engine: here both are None. Only `on` forces it."""
    if word.lower() in ("on", "true"):
        return True
    if word.lower() not in ("off", "auto", "false"):
        warnings.append(f"symmetry '{shown(word)}' was ignored: it is unknown; choose off, auto or on.")
    return None


def _pivot(point: list[float], warnings: list[str]) -> str:
    """The middle of the box is the origin; -0.5 is its ground."""
    if point == [0, 0, 0]:
        return "center"
    chosen = "base" if point[1] < -0.25 else "center"
    if point != [0, -0.5, 0]:
        where = "the middle of the ground" if chosen == "base" else "the middle of the box"
        warnings.append(f"pivot_point was changed to {where}, the nearest one that can be had here.")
    return chosen


def _size(values: Mapping[str, Any], warnings: list[str]) -> tuple[tuple[float, ...] | None, float | None]:
    """Proportions and height in centimetres; neither for "as the picture shows, longest side 1 m".

    Old clients send a cube of one metre without being asked, so a cube keeps the proportions.
    """
    box = values["scaled_bbox"]
    if box in (AUTOMATIC, [1, 1, 1]):
        return None, None
    height = box[1] * 100
    if values["preserve_aspect_ratio"] or box[0] == box[1] == box[2]:
        warnings.append("scaled_bbox was changed to a height: the proportions stay, and the other sides follow.")
        return None, height
    return tuple(box), height
