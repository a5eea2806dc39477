"""`GenerationRequest`: what a person wants, in nobody's wire format. Dialects build it; everything below reads it."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from maquette.errors import InvalidRequest

Material = Literal["pbr", "shaded", "all", "none"]
MeshMode = Literal["raw", "quad"]
ViewLabel = Literal["F", "FL", "FR", "L", "R", "B", "BL", "BR", "U", "D"]

MAX_IMAGES = 5
MAX_SEED = 65535
MIN_FACES, MAX_FACES = 500, 2_000_000
TEXTURE_SIZES = (512, 1024, 2048, 4096, 8192)
FORMATS = ("glb", "gltf", "obj", "fbx", "usdz", "stl", "ply", "3mf", "zip")
"""File formats that can be written: the keys of `maquette.formats.registry.FORMATS` (a test compares)."""


class ImageInput(BaseModel):
    """A stored picture: `key` in the blob store, `sha256` of its bytes (what stages are keyed by), optional view label."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    sha256: str
    label: ViewLabel | None = None


class GenerationRequest(BaseModel):
    """A frozen, validated, vendor-neutral request.

    Attributes:
        images: 0 to 5 stored pictures; the first one drives the front and the material.
        prompt: free text, at most 2500 characters.
        engine: engine id.
        tier: the vendor's word, kept for the record and for the price; it decides nothing below the dialect.
        detail: resolution of the reconstruction: draft (Sketch), standard, high.
        mesh_mode: "raw" triangles or "quad".
        target_faces: polygons wanted: triangles for raw, quads for quad.
        material: texture sets: "pbr", "shaded" (light baked in, unlit), "all", "none" (geometry only).
        texture_size: texels per side.
        formats: file formats to write, in order.
        bbox: width (X), height (Y), length (Z) as ratios, or None.
        height_cm: real height, at least 1 mm, or None for "longest side 1 m".
        condition_mode: several pictures are views of one object ("concat") or several objects to blend ("fuse").
        use_original_alpha: trust the picture's own alpha even where it looks useless.
        symmetric: True/False forces, None lets the engine decide.
        pose: humanoids in T or A pose.
        preview_render: an extra, larger picture of the result.
        seed: 0 to 65535.
        options: engine options, checked against the engine card's schema.
        warnings: what the dialect corrected or could not take over, told to the user with the job.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    images: tuple[ImageInput, ...] = Field(default=(), max_length=MAX_IMAGES)
    prompt: str | None = Field(default=None, max_length=2500)
    engine: str = "inflation"
    tier: str = "Regular"
    detail: Literal["draft", "standard", "high"] = "standard"
    mesh_mode: MeshMode = "quad"
    target_faces: int = Field(default=18_000, ge=MIN_FACES, le=MAX_FACES)
    material: Material = "pbr"
    texture_size: int = 2048
    formats: tuple[str, ...] = Field(default=("glb",), min_length=1)
    bbox: tuple[Annotated[float, Field(gt=0, allow_inf_nan=False)], ...] | None = None
    height_cm: float | None = Field(default=None, ge=0.1, le=1_000_000, allow_inf_nan=False)
    condition_mode: Literal["concat", "fuse"] = "concat"
    use_original_alpha: bool = False
    symmetric: bool | None = None
    pose: Literal["t", "a"] | None = None
    preview_render: bool = False
    seed: int = Field(default=0, ge=0, le=MAX_SEED)
    options: dict[str, Any] = Field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @field_validator("texture_size")
    @classmethod
    def _texture_size(cls, value: int) -> int:
        if value not in TEXTURE_SIZES:
            raise ValueError(f"must be one of {', '.join(map(str, TEXTURE_SIZES))}")
        return value

    @field_validator("bbox")
    @classmethod
    def _bbox(cls, value: tuple[float, ...] | None) -> tuple[float, ...] | None:
        if value is not None and (len(value) != 3 or max(value) > 100 * min(value)):
            raise ValueError("must be three positive numbers: width, height, length, none over 100 times another")
        return value

    @field_validator("formats")
    @classmethod
    def _formats(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for name in value:
            if name not in FORMATS:
                raise ValueError(f"'{name}' cannot be written yet; choose from {', '.join(FORMATS)}")
        return value

    @model_validator(mode="after")
    def _something_to_work_on(self) -> GenerationRequest:
        if not self.images and not (self.prompt or "").strip():
            raise ValueError("give a picture or a prompt")
        return self

    @classmethod
    def build(cls, **values: Any) -> GenerationRequest:
        """Validate `values`.

        Raises:
            InvalidRequest: with the field's name and what it must be.
        """
        try:
            return cls(**values)
        except ValidationError as error:
            first = error.errors()[0]
            field = str(first["loc"][0]) if first["loc"] else "images"
            raise InvalidRequest(f"{field}: {first['msg'].removeprefix('Value error, ')}.", field=field) from None

    def hash(self) -> str:
        """SHA-256 over all that decides the result (pictures by content, not by key); stored in `asset.extras`."""
        data = self.model_dump(mode="json", exclude={"warnings", "images"})
        data["images"] = [[i.sha256, i.label] for i in self.images]
        return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
