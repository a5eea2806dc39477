"""`GenerationRequest`: what a person wants, in nobody's wire format. Dialects build it; everything below reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from maquette.errors import InvalidRequest

Material = Literal["pbr", "shaded", "all", "none", "keep"]
MeshMode = Literal["raw", "quad", "keep"]
Pivot = Literal["base", "center", "keep"]
Compression = Literal["draco", "webp"]
PictureKind = Literal["clay", "wireframe", "sheet", "turntable.mp4", "turntable.gif", "turntable.webp"]
ViewLabel = Literal["F", "FL", "FR", "L", "R", "B", "BL", "BR", "U", "D"]

MAX_IMAGES = 5
MAX_SEED = 65535
MIN_FACES, MAX_FACES = 500, 2_000_000
TEXTURE_SIZES = (512, 1024, 2048, 4096, 8192)
FORMATS = ("glb", "gltf", "obj", "fbx", "usdz", "stl", "ply", "3mf", "zip")
"""File formats that can be written: the keys of `maquette.formats.registry.FORMATS` (a test compares)."""


BESIDE = frozenset(
    {
        *("warnings", "formats", "compression", "lods", "parts", "collision"),
        *("preview", "preview_render", "transparent", "pictures", "print_mm"),
    }
)
"""Fields that decide what is made of the asset, not the asset."""


class ImageInput(BaseModel):
    """A stored picture: `key` in the blob store, `sha256` of its bytes (what stages are keyed by), optional view label."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    sha256: str
    label: ViewLabel | None = None


class MeshInput(BaseModel):
    """A stored model to work on: `key` in the blob store, `sha256` of its bytes, `format` its kind of file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    sha256: str
    format: str

    @field_validator("format")
    @classmethod
    def _format(cls, value: str) -> str:
        if value not in FORMATS:
            raise ValueError(f"'{value}' files cannot be read; give one of {', '.join(FORMATS)}")
        return value


class GenerationRequest(BaseModel):
    """A frozen, validated, vendor-neutral request.

    Attributes:
        mesh: a stored model: nothing is reconstructed, all below works on it. With pictures or a prompt it is textured anew.
        images: 0 to 5 stored pictures; the first one drives the front and the material.
        prompt: free text, at most 2500 characters.
        engine: engine id.
        tier: the vendor's word, kept for the record and for the price; it decides nothing below the dialect.
        detail: resolution of the reconstruction: draft (Sketch), standard, high.
        mesh_mode: "raw" triangles, "quad", or "keep": the polygons of the model (or of the engine) as they are.
        target_faces: polygons wanted: triangles for raw, quads for quad; means nothing for keep.
        crease_degrees: edges sharper than this stay edges of the quads; -1 for none, None decides by the shape.
        smooth: rounds of smoothing that keeps the volume, before remeshing.
        fill_holes: close what is open.
        min_part: parts with less than this share of the largest part's area are left out.
        material: texture sets: "pbr", "shaded" (light baked in, unlit), "all", "none" (geometry only), "keep" (what the model has).
        uv: "new" charts, or "keep" those of the model; raw simplification then respects their seams.
        texture_size: texels per side.
        delight: take light and shadow out of the pictures' colours before texturing.
        quad_normal: the detail of the source in a normal map even where the material has none otherwise (shaded).
        formats: file formats to write, in order.
        compression: of GLB: "draco" geometry, "webp" textures.
        lods: levels of detail beside the asset, each a share of its faces, from fine to coarse; they share its textures.
        parts: split the asset into at most so many closed parts, 2 to 12, as objects of one file; 0 leaves it whole.
        collision: most convex hulls of a collision shape; 0 for none.
        bbox: width (X), height (Y), length (Z) as ratios, or None.
        height_cm: real height, at least 1 mm, or None for "longest side 1 m" (a model given as `mesh` keeps its size).
        unit_m: metres of one unit of `mesh`: 0.001 for a file in millimetres.
        up: axis that points up in `mesh`; the asset has Y up.
        turn_degrees: the asset is turned about its upward axis, counter-clockwise seen from above, after all else.
        pivot: origin at the middle of the "base" on the ground, at the "center" of the box, or where it was in `mesh`; None: "keep"
            for a mesh that keeps its size, else "base".
        condition_mode: several pictures are views of one object ("concat") or several objects to blend ("fuse").
        use_original_alpha: trust the picture's own alpha even where it looks useless.
        symmetric: True/False forces, None lets the engine decide.
        pose: humanoids in T or A pose.
        preview: `preview.webp`; operations on files go without.
        preview_render: an extra, larger picture of the result.
        transparent: no background in the previews.
        pictures: further pictures.
        print_mm: check the asset for 3D printing with its longest side at this many millimetres, and write a 3MF of that size.
        seed: 0 to 65535.
        options: engine options, checked against the engine card's schema.
        warnings: what the dialect corrected or could not take over, told to the user with the job.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    mesh: MeshInput | None = None
    images: tuple[ImageInput, ...] = Field(default=(), max_length=MAX_IMAGES)
    prompt: str | None = Field(default=None, max_length=2500)
    engine: str = "inflation"
    tier: str = "Regular"
    detail: Literal["draft", "standard", "high"] = "standard"
    mesh_mode: MeshMode = "quad"
    target_faces: int = Field(default=18_000, ge=MIN_FACES, le=MAX_FACES)
    crease_degrees: float | None = Field(default=None, ge=-1, le=180, allow_inf_nan=False)
    smooth: int = Field(default=0, ge=0, le=100)
    fill_holes: bool = False
    min_part: float = Field(default=0.0, ge=0, lt=1, allow_inf_nan=False)
    material: Material = "pbr"
    uv: Literal["new", "keep"] = "new"
    texture_size: int = 2048
    delight: bool = False
    quad_normal: bool = False
    formats: tuple[str, ...] = Field(default=("glb",), min_length=1)
    compression: tuple[Compression, ...] = ()
    lods: tuple[Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)], ...] = Field(default=(), max_length=8)
    parts: int = Field(default=0, ge=0, le=12)
    collision: int = Field(default=0, ge=0, le=64)
    bbox: tuple[Annotated[float, Field(gt=0, allow_inf_nan=False)], ...] | None = None
    height_cm: float | None = Field(default=None, ge=0.1, le=1_000_000, allow_inf_nan=False)
    unit_m: float = Field(default=1.0, ge=1e-9, le=1e9, allow_inf_nan=False)
    up: Literal["y", "z"] = "y"
    turn_degrees: float = Field(default=0.0, ge=-360, le=360, allow_inf_nan=False)
    pivot: Pivot | None = None
    condition_mode: Literal["concat", "fuse"] = "concat"
    use_original_alpha: bool = False
    symmetric: bool | None = None
    pose: Literal["t", "a"] | None = None
    preview: bool = True
    preview_render: bool = False
    transparent: bool = False
    pictures: tuple[PictureKind, ...] = ()
    print_mm: float | None = Field(default=None, ge=1, le=10_000, allow_inf_nan=False)
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

    @field_validator("parts")
    @classmethod
    def _parts(cls, value: int) -> int:
        if value == 1:
            raise ValueError("must be from 2 to 12, or 0 to leave the asset whole")
        return value

    @field_validator("lods")
    @classmethod
    def _lods(cls, value: tuple[float, ...]) -> tuple[float, ...]:
        if any(b >= a for a, b in pairwise(value)):
            raise ValueError("must fall from fine to coarse, such as 0.5, 0.25, 0.1")
        return value

    @model_validator(mode="after")
    def _something_to_work_on(self) -> GenerationRequest:
        if self.mesh is None and not self.images and not (self.prompt or "").strip():
            raise ValueError("give a picture or a prompt")
        if self.mesh is None and "keep" in (self.material, self.uv, self.pivot):
            raise ValueError("material, uv and pivot can be kept only of a model that is given as mesh")
        if self.mesh is not None and self.material == "keep" and (self.images or self.prompt):
            raise ValueError("a material cannot be kept and made from a picture or a prompt; choose pbr, shaded or all")
        return self

    @property
    def from_text(self) -> bool:
        """Words alone: nothing to look at, nothing to work on."""
        return self.mesh is None and not self.images

    @property
    def textures_anew(self) -> bool:
        """A given model gets its colours from pictures or a prompt."""
        return self.mesh is not None and bool(self.images or (self.prompt or "").strip())

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

    def with_changes(self, changes: Mapping[str, Any]) -> GenerationRequest:
        """The same request with some fields changed, validated again; warnings of the former one are not taken over.

        Raises:
            InvalidRequest: an unknown field, or a bad value.
        """
        values = self.model_dump(exclude={"warnings"})
        return GenerationRequest.build(**(values | dict(changes)))

    def hash(self) -> str:
        """SHA-256 over all that decides the asset (inputs by content, not by key), whatever is made of it; stored in `asset.extras`."""
        data = self.model_dump(mode="json", exclude={"images", "mesh", *BESIDE})
        data["images"] = [[i.sha256, i.label] for i in self.images]
        data["mesh"] = [self.mesh.sha256, self.mesh.format] if self.mesh else None
        return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
