"""The models that can be run, and what each takes: the source of `GET /models`, of the checks at submit and of the tests of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from maquette.dialects.forms import shown
from maquette.dialects.rodin.tiers import QUALITIES
from maquette.errors import NotFound
from maquette.request import MAX_IMAGES, MAX_SEED

Family = Literal["gen1", "gen25", "fast", "bang"]
InputType = Literal["string", "boolean", "number", "file", "file_array"]
CREATED = "2025-01-01T00:00:00.000Z"
MAX_PROMPT = 2500

MESH_OPTIONS = (
    "Auto",
    *("4K Quad", "8K Quad", "18K Quad", "50K Quad", "200K Quad"),
    *("2K Triangle", "20K Triangle", "60K Triangle", "150K Triangle", "200K Triangle", "500K Triangle", "1M Triangle"),
)
TIERS_25 = tuple(f"Gen-2.5-{name}" for name in ("Extreme-Low", "Low", "Medium", "High", "Extreme-High"))
TIERS_FAST = tuple(f"Gen-2.5-{name}" for name in ("Minimum", "Extreme-Low", "Low"))


@dataclass(frozen=True)
class Input:
    """One input of a model, as the vendor describes it. `low` and `high` bound a number or the count of files."""

    name: str
    type: InputType
    label: str
    default: Any = None
    allowed: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    kind: Literal["image", "3d"] | None = None
    required: Mapping[str, Any] = field(default_factory=dict, hash=False)
    parent: bool = False
    prompt: bool = False
    cost: bool = False
    open: bool = False
    """Other values than `allowed` may be understood, too."""

    def document(self) -> dict[str, Any]:
        """An element of `inputs`."""
        lengths = ("minLength", "maxLength") if self.type in ("string", "file_array") else ("min", "max")
        told = {
            "label": self.label,
            "default": self.default,
            "kind": self.kind,
            "required": dict(self.required) or None,
        }
        told |= {lengths[0]: self.low, lengths[1]: self.high, "allowedValues": list(self.allowed) or None}
        told |= {"parent": self.parent or None, "prompt": self.prompt or None, "costImpact": self.cost or None}
        told |= {"step": 1 if self.type == "number" else None}
        return {"name": self.name, "type": self.type} | {k: v for k, v in told.items() if v is not None}


@dataclass(frozen=True)
class Model:
    """One model."""

    id: str
    name: str
    description: str
    family: Family
    capabilities: tuple[str, ...]
    inputs: tuple[Input, ...]

    def document(self) -> dict[str, Any]:
        """The vendor's model document. `trainingProgress` is left out: an empty one breaks strict clients."""
        return {
            "id": self.id,
            "name": self.name,
            "shortDescription": self.description,
            "type": "custom",
            "privacy": "public",
            "source": "other",
            "status": "trained",
            "custom": True,
            "capabilities": list(self.capabilities),
            "tags": ["sc:third-party"],
            "collectionIds": [],
            "exampleAssetIds": [],
            "trainingImagesNumber": 0,
            "createdAt": CREATED,
            "updatedAt": CREATED,
            "inputs": [i.document() for i in self.inputs],
        }


_SEED = Input("seed", "number", "Seed", low=0, high=MAX_SEED)
_POSE = Input("TAPose", "boolean", "T/A pose", default=False)
_PROMPT = Input("prompt", "string", "Prompt", high=MAX_PROMPT, prompt=True)
_ONLY_PROMPT = Input("prompt", "string", "Prompt", high=MAX_PROMPT, prompt=True, required={"always": True})
_IMAGES = Input(
    "images", "file_array", "Images", high=MAX_IMAGES, kind="image", parent=True, low=1, required={"always": True}
)
_EITHER = (
    Input("prompt", "string", "Prompt", high=MAX_PROMPT, prompt=True, required={"ifNotDefined": {"images": True}}),
    Input(
        *("images", "file_array", "Images"),
        high=MAX_IMAGES,
        kind="image",
        parent=True,
        required={"ifNotDefined": {"prompt": True}},
    ),
)
_GEN1 = (
    *_EITHER,
    Input("conditionMode", "string", "Condition mode", default="concat", allowed=("concat", "fuse")),
    Input("material", "string", "Material", default="PBR", allowed=("PBR", "Shaded")),
    Input("quality", "string", "Quality", default="high", allowed=QUALITIES),
    Input("useHyper", "boolean", "Hyper mode", default=False),
    Input("tier", "string", "Tier", default="Regular", allowed=("Regular", "Sketch"), cost=True),
    _POSE,
    _SEED,
)
_MATERIAL_25 = Input("material", "string", "Material", default="PBR", allowed=("PBR", "Shaded", "All", "None"))
_COMMON_25 = (
    Input("qualityMeshOption", "string", "Quality and mesh", default="Auto", allowed=MESH_OPTIONS, open=True),
    _MATERIAL_25,
    _POSE,
    _SEED,
    Input("tier", "string", "Tier", default="Gen-2.5-Medium", allowed=TIERS_25, cost=True),
    Input("addons", "string", "Add-ons", allowed=("HighPack",), cost=True),
    Input("geometryInstructMode", "string", "Geometry", default="faithful", allowed=("faithful", "creative")),
    Input(
        "isSymmetric",
        "string",
        "Symmetry",
        default="unknown",
        allowed=("symmetric", "asymmetric", "unknown"),
        open=True,
    ),
    Input("isMicro", "boolean", "Micro detail", default=False),
    Input("previewRender", "boolean", "Preview render", default=False),
)
_IMAGE_SWITCHES = (
    Input("textureDelight", "boolean", "Remove light from textures", default=False),
    Input("useOriginalAlpha", "boolean", "Use the picture's own alpha", default=False),
)
_FAST = (
    _MATERIAL_25,
    _POSE,
    _SEED,
    Input("tier", "string", "Tier", default="Gen-2.5-Low", allowed=TIERS_FAST),
    Input("highPack", "boolean", "4K textures", default=False),
    Input("enableCreativeMode", "boolean", "Creative mode", default=False),
)
_BANG = (
    Input("model", "file", "Model", kind="3d", parent=True, required={"always": True}),
    Input("image", "file", "Image", kind="image", required={"always": True}),
    _PROMPT,
    Input("strength", "number", "Strength", default=5, low=2, high=12),
    Input("material", "string", "Material", default="PBR", allowed=("PBR", "Shaded", "All", "None")),
    Input("resolution", "string", "Resolution", default="Basic", allowed=("Basic", "High")),
)

_ROOT = "model_rodin-hyper3d"
_ALL = (
    Model(_ROOT, "Rodin Gen-1", "Pictures or text to a textured 3D asset", "gen1", ("img23d", "txt23d"), _GEN1),
    Model(
        *(f"{_ROOT}-v2-5", "Rodin Gen-2.5", "Pictures to a detailed 3D asset", "gen25", ("img23d",)),
        (_PROMPT, _IMAGES, *_COMMON_25, *_IMAGE_SWITCHES),
    ),
    Model(
        *(f"{_ROOT}-v2-5-text-to-3d", "Rodin Gen-2.5 Text to 3D", "Text to a detailed 3D asset", "gen25", ("txt23d",)),
        (_ONLY_PROMPT, *_COMMON_25),
    ),
    Model(
        *(f"{_ROOT}-v2-5-fast", "Rodin Gen-2.5 Fast", "Pictures to a light 3D asset", "fast", ("img23d",)),
        (_PROMPT, _IMAGES, *_FAST),
    ),
    Model(
        *(f"{_ROOT}-v2-5-text-to-3d-fast", "Rodin Gen-2.5 Fast Text to 3D", "Text to a light 3D asset", "fast"),
        ("txt23d",),
        (_ONLY_PROMPT, *_FAST),
    ),
    Model(f"{_ROOT}-bang", "Rodin Bang", "A model taken apart", "bang", ("3d23d",), _BANG),
)
MODELS: Mapping[str, Model] = {m.id: m for m in _ALL}
_ALIASES = {f"{_ROOT}-v2-5-fast-text-to-3d": f"{_ROOT}-v2-5-text-to-3d-fast"}
"""How the two suffixes follow each other is not published."""


def find(model_id: str) -> Model:
    """Raises `NotFound`."""
    model = MODELS.get(_ALIASES.get(model_id, model_id))
    if model is None:
        raise NotFound(f"There is no model '{shown(model_id)}'. GET /v1/models lists those of this server.")
    return model
