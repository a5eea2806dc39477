"""Request bodies as pydantic models: the one place where the native API's fields, bounds and meanings stand.

Every field may be left out or null: what then happens depends on the tier, or on the job that is exported. The OpenAPI document,
its page and the reader of bodies are made from these models.
"""

from __future__ import annotations

import inspect
import math
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from maquette.dialects.forms import clean
from maquette.jobs.identity import SCOPES, Scope
from maquette.request import (
    FORMATS,
    MAX_FACES,
    MAX_IMAGES,
    MAX_SEED,
    MIN_FACES,
    TEXTURE_SIZES,
    Compression,
    Material,
    PictureKind,
    Pivot,
    ViewLabel,
)
from maquette.webhooks.types import EVENTS

Topology = Literal["triangles", "quads", "keep"]
ImagesMode = Literal["views", "blend"]
MAX_METADATA = 16 * 1024
_DEPTH = 16


def _one_of(choices: tuple[Any, ...]) -> Any:
    def check(value: Any) -> Any:
        if value not in choices:
            raise ValueError(f"must be one of {', '.join(map(str, choices))}")
        return value

    return check


def plain_json(value: Any, depth: int = 0) -> Any:
    """JSON that every database takes: no NUL, no lone surrogates, no NaN, not too deep. Raises ValueError."""
    if depth > _DEPTH:
        raise ValueError(f"must not be nested deeper than {_DEPTH} levels")
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("must not hold NaN or infinity")
    if isinstance(value, list):
        return [plain_json(v, depth + 1) for v in value]
    if isinstance(value, dict):
        return {clean(k): plain_json(v, depth + 1) for k, v in value.items()}
    return value


def _small(value: dict[str, Any]) -> dict[str, Any]:
    if len(str(value)) > MAX_METADATA:
        raise ValueError(f"must be at most {MAX_METADATA} bytes as JSON")
    return value


def _cleaned(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_cleaned)]
Data = Annotated[dict[str, Any], BeforeValidator(plain_json), AfterValidator(_small)]
FormatName = Annotated[str, AfterValidator(_one_of(FORMATS)), Field(json_schema_extra={"enum": list(FORMATS)})]
TextureSize = Annotated[
    int, AfterValidator(_one_of(TEXTURE_SIZES)), Field(json_schema_extra={"enum": list(TEXTURE_SIZES)})
]
Share = Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)]
Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
EventFilter = Annotated[
    str, AfterValidator(_one_of(("*", "job.*", *EVENTS))), Field(json_schema_extra={"enum": ["*", "job.*", *EVENTS]})
]
JobEventName = Annotated[str, AfterValidator(_one_of(EVENTS)), Field(json_schema_extra={"enum": list(EVENTS)})]
Source = Annotated[str, Field(min_length=1)]


def optional(description: str, **bounds: Any) -> Any:
    """A field that may be left out."""
    return Field(default=None, description=description, **bounds)


def _own_first(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """What is asked for before how it is made, before what happens around it: the order of the classes, not of their making."""
    names = [name for cls in model.__mro__ for name in inspect.get_annotations(cls)]
    fields = schema.get("properties", {})
    schema["properties"] = {name: fields[name] for name in names if name in fields}


class Body(BaseModel):
    """Unknown fields are refused: a misspelt one must not be lost in silence."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_own_first)


class AssetFields(Body):
    """What is made of the reconstructed shape; an export may change each of them."""

    topology: Topology | None = optional("Faces of the asset. Default: by tier; `keep` where a `mesh` is given.")
    faces: int | None = optional("Triangles or quads wanted. Default: by tier.", ge=MIN_FACES, le=MAX_FACES)
    crease_degrees: float | None = optional(
        "Edges sharper than this stay edges of the quads; -1 for none. Default: by the shape.",
        ge=-1,
        le=180,
        allow_inf_nan=False,
    )
    smooth: int | None = optional("Rounds of smoothing that keeps the volume. Default: 0.", ge=0, le=100)
    fill_holes: bool | None = optional("Close what is open. Default: false.")
    min_part: float | None = optional(
        "Leave out parts with less than this share of the largest one's area. Default: 0.",
        ge=0,
        lt=1,
        allow_inf_nan=False,
    )
    material: Material | None = optional("Texture sets. Default: `pbr`; `keep` where a `mesh` is given alone.")
    uv: Literal["new", "keep"] | None = optional("New charts, or those of the `mesh`.")
    texture_size: TextureSize | None = optional("Texels per side. Default: by tier.")
    quad_normal: bool | None = optional(
        "The detail of the source in a normal map, whatever the material. Default: false."
    )
    formats: list[FormatName] | None = optional(
        'File formats to write. Default: `["glb"]`.', min_length=1, max_length=16
    )
    compression: list[Compression] | None = optional("Compression of GLB files. Default: none.", max_length=4)
    lods: list[Share] | None = optional("Levels of detail, as falling shares of the faces.", max_length=8)
    collision: int | None = optional("Most convex hulls of a collision shape; 0 for none.", ge=0, le=64)
    bbox: list[Positive] | None = optional("Width, height, length as ratios.", min_length=3, max_length=3)
    height_cm: float | None = optional(
        "Real height in centimetres. Without it the longest side is 1 m.", ge=0.1, le=1_000_000, allow_inf_nan=False
    )
    turn_degrees: float | None = optional(
        "Turn about the upward axis, counter-clockwise seen from above. Default: 0.",
        ge=-360,
        le=360,
        allow_inf_nan=False,
    )
    pivot: Pivot | None = optional("Where the origin is. Default: `base`; `keep` for a `mesh` that keeps its size.")
    preview: bool | None = optional("Make `preview.webp`. Default: true.")
    preview_render: bool | None = optional("Make a larger picture, too. Default: false.")
    transparent: bool | None = optional("No background in the previews. Default: false.")
    pictures: list[PictureKind] | None = optional("Further pictures and turntables.", max_length=12)
    print_mm: float | None = optional(
        "Check for 3D printing with the longest side at so many millimetres, and write a 3MF.",
        **{"ge": 1, "le": 10_000, "allow_inf_nan": False},
    )


class InputFields(AssetFields):
    """What decides the shape."""

    prompt: Text | None = optional("What to make, in words. Needs an engine that takes text.", max_length=2500)
    images_mode: ImagesMode | None = optional(
        "Several pictures are views of one object, or objects to blend. Default: `views`."
    )
    tier: Text | None = optional(
        "Sets detail, topology, faces, texture size and price; see `/tiers`. Default: `Regular`.", max_length=60
    )
    engine: Text | None = optional("Engine; see `/engines`. Default: the server's own.", max_length=60)
    options: Data | None = optional("Options of the engine.")
    detail: Literal["draft", "standard", "high"] | None = optional(
        "Resolution of the reconstruction. Default: by tier."
    )
    seed: int | None = optional("The same request and seed give the same files. Default: 0.", ge=0, le=MAX_SEED)
    symmetric: bool | None = optional("Force symmetry, or forbid it. Default: the engine decides.")
    pose: Literal["t", "a"] | None = optional("Pose of humanoids.")
    use_original_alpha: bool | None = optional("Trust the picture's own alpha. Default: false.")
    delight: bool | None = optional("Take light and shadow out of the pictures' colours. Default: false.")
    unit_m: float | None = optional("Metres of one unit of `mesh`. Default: 1.", ge=1e-9, le=1e9, allow_inf_nan=False)
    up: Literal["y", "z"] | None = optional("Axis that points up in `mesh`. Default: `y`.")


class CallFields(Body):
    """What happens around a job."""

    webhook_url: str | None = optional("Called at the job's events; signed with `/webhooks/secret`.", max_length=2000)
    webhook_events: list[JobEventName] | None = optional(
        "Events for `webhook_url`. Default: the three ends.", min_length=1
    )
    dry_run: bool | None = optional("Say what it would cost and start nothing. Default: false.")


class JobRequest(InputFields, CallFields):
    """A new job. At least one of `images`, `mesh` and `prompt` must be there."""

    images: list[Source] | None = optional(
        "Pictures: ids of uploads or assets, URLs, `data:` URLs or base64. The first one is the front.",
        max_length=MAX_IMAGES,
    )
    views: list[ViewLabel | None] | None = optional("Where each picture was taken from.", max_length=MAX_IMAGES)
    mesh: Source | None = optional("A model to work on: id of an upload or an asset, URL, `data:` URL or base64.")
    name: Text | None = optional("For people.", max_length=200)
    metadata: Data | None = optional("Yours; kept with the job and given back.")


class ExportRequest(AssetFields, CallFields):
    """A finished job's asset again, with these fields changed."""


class RetryRequest(CallFields):
    """The same request again."""


class UploadRequest(Body):
    """A file by URL or as text; as multipart, the part `file` is the file."""

    url: str | None = optional("Where the file is.", min_length=1)
    data: str | None = optional("The file as a `data:` URL or base64.", min_length=1)
    name: Text | None = optional("File name.", max_length=200)
    kind: Literal["image", "model"] | None = optional("Default: found out from the bytes.")


class MultipartRequest(Body):
    """An upload in parts."""

    name: Text = Field(
        description="File name; its suffix tells formats apart that have no signature.", min_length=1, max_length=200
    )
    kind: Literal["image", "model"] = Field(description="What it is.")
    size: int = Field(description="Bytes of the whole file.", ge=1)
    parts: int = Field(default=1, description="Number of parts.", ge=1, le=1000)


class WebhookRequest(Body):
    """A URL that hears of all jobs of the account."""

    url: str = Field(description="http or https.", min_length=1, max_length=2000)
    events: list[EventFilter] = Field(default=["*"], description="Events, or `*`.", min_length=1, max_length=50)
    description: Text | None = optional("For people.", max_length=500)


class KeyRequest(Body):
    """A new key; what is left out is as the asking key has it, and it can never have more."""

    name: Text | None = optional("To know it by.", max_length=200)
    mode: Literal["live", "test"] | None = optional("Jobs of test keys are instant and free.")
    scopes: list[Scope] | None = optional("What it may do.", min_length=1, max_length=len(SCOPES))
    project_id: str | None = optional("It sees the things of this project only.", max_length=36)
    expires_at: AwareDatetime | None = optional("Default: when the asking key does.")


class WebhookChange(Body):
    """Changes of a webhook; what is left out stays."""

    url: str | None = optional("http or https.", min_length=1, max_length=2000)
    events: list[EventFilter] | None = optional("Events, or `*`.", min_length=1, max_length=50)
    description: Text | None = optional("For people.", max_length=500)
    enabled: bool | None = optional("False: nothing is sent.")
