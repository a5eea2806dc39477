"""The fields of Rodin's resellers as JSON schemas, by the names that Pixazo, fal and Replicate give them."""

from __future__ import annotations

from collections.abc import Mapping

from maquette.dialects.gateway import Model
from maquette.dialects.rodin.tiers import QUALITIES, TEXTURE_MODES, TIERS
from maquette.dialects.schemas import BOOL, INT, NUMBERS, PICTURE, TEXT, Schema, body, either, many, words
from maquette.request import MAX_IMAGES

_FORMATS = words("glb", "gltf", "usdz", "fbx", "obj", "stl")
FIELDS: Mapping[str, Schema] = {
    "prompt": TEXT,
    "seed": {"type": "integer", "minimum": 0, "maximum": 65535},
    "tier": words(*TIERS),
    "condition_mode": words("concat", "fuse"),
    "geometry_file_format": _FORMATS,
    "material": words("PBR", "Shaded", "All", "None"),
    "quality": words(*QUALITIES),
    "quality_override": INT,
    "quality_mesh_option": {"type": "string", "examples": ["Auto", "18K Quad", "500K Triangle"]},
    "mesh_mode": words("Quad", "Raw"),
    "use_hyper": BOOL,
    "texture_mode": words(*TEXTURE_MODES),
    "enable_creative_mode": BOOL,
    "hd_texture": BOOL,
    "texture_delight": BOOL,
    "is_micro": BOOL,
    "use_original_alpha": BOOL,
    "TAPose": BOOL,
    "tapose": BOOL,
    "bbox_condition": NUMBERS,
    "preview_render": BOOL,
    "addons": either(words("HighPack"), many(words("HighPack"))),
}
_IMAGES = either(PICTURE, many(PICTURE, maxItems=MAX_IMAGES))


def body_of(model: Model) -> Schema:
    """The body of a submit to one model."""
    return body({name: FIELDS[name] for name in model.fields} | dict.fromkeys(model.images, _IMAGES))
