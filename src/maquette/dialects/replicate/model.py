"""The model `hyper3d/rodin` as Replicate publishes it: its input fields, its version and its description (dossier §2)."""

from __future__ import annotations

from typing import Any

from maquette.dialects.gateway import GEOMETRY, Model, box, one_of, same
from maquette.dialects.rodin.tiers import TIERS

OWNER, NAME = "hyper3d", "rodin"
REF = f"{OWNER}/{NAME}"
VERSION = "9492be065b4a8b671ea929e63f8411ebcfa245e9af641400035e7ece20e1ba28"
"""The published id; the only version there is here."""
CREATED = "2025-09-01T00:00:00.000Z"

MODEL = Model(
    {
        "prompt": same(),
        "seed": same(),
        "tier": one_of(*TIERS),
        "use_original_alpha": same(),
        "geometry_file_format": GEOMETRY,
        "material": one_of("PBR", "Shaded", "All"),
        "quality": one_of("high", "medium", "low", "extra-low"),
        "quality_override": same(),
        "tapose": same("TAPose"),
        "bbox_condition": box,
        "mesh_mode": one_of("Quad", "Raw"),
        "addons": same(),
        "preview_render": same(),
    },
    ("images",),
    defaults={"tier": "Gen-2", "quality": "medium"},
)

_TEXT, _INT, _BOOL = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
INPUT_SCHEMA: dict[str, dict[str, Any]] = {
    "prompt": _TEXT,
    "images": {"type": "array", "items": {"type": "string", "format": "uri"}, "maxItems": 5},
    "seed": {**_INT, "minimum": 0, "maximum": 65535},
    "tier": {**_TEXT, "enum": list(TIERS), "default": "Gen-2"},
    "use_original_alpha": {**_BOOL, "default": False},
    "geometry_file_format": {**_TEXT, "enum": ["glb", "usdz", "fbx", "obj", "stl"], "default": "glb"},
    "material": {**_TEXT, "enum": ["PBR", "Shaded", "All"], "default": "PBR"},
    "quality": {**_TEXT, "enum": ["high", "medium", "low", "extra-low"], "default": "medium"},
    "quality_override": _INT,
    "tapose": {**_BOOL, "default": False},
    "bbox_condition": {"type": "array", "items": {"type": "integer"}},
    "mesh_mode": {**_TEXT, "enum": ["Quad", "Raw"], "default": "Quad"},
    "addons": {"type": "array", "items": _TEXT},
    "preview_render": {**_BOOL, "default": False},
}


def version() -> dict[str, Any]:
    """The version document; the Python client looks up whether the output is a list."""
    schemas = {
        "Input": {"type": "object", "title": "Input", "properties": INPUT_SCHEMA},
        "Output": {"type": "string", "title": "Output", "format": "uri"},
    }
    info = {"title": "Cog", "version": "0.1.0"}
    schema = {"openapi": "3.0.2", "info": info, "paths": {}, "components": {"schemas": schemas}}
    return {"id": VERSION, "created_at": CREATED, "cog_version": "0.16.0", "openapi_schema": schema}


def description(base_url: str) -> dict[str, Any]:
    """The model document."""
    nothing = ("github_url", "paper_url", "license_url", "cover_image_url", "default_example")
    return {
        "url": f"{base_url}/v1/models/{REF}",
        "owner": OWNER,
        "name": NAME,
        "description": "Rodin, answered by Maquette.",
        "visibility": "public",
        "run_count": 0,
        "latest_version": version(),
    } | dict.fromkeys(nothing)
