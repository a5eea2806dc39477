"""Pixazo's models: which there are, their fields, and what Pixazo's own words mean in Rodin's (dossier §2 to §4)."""

from __future__ import annotations

from maquette.dialects.gateway import GEN25, Draft, Model, box, gen25_fields, one_of, same, word

RODIN = "hyper3d-rodin-259"
TEXT25 = "hyper3d-rodin-v2-5-text-to-3d"
IMAGE25 = "hyper3d-rodin-v2-5-image-to-3d"
ULTRA_FACES = 200_000
"""`ultra` lies above Rodin's presets: the upper end of what Gen-1 takes."""


def _gltf(draft: Draft) -> None:
    draft.changes["formats"] = ("gltf",)


def _ultra(draft: Draft) -> None:
    if draft.rodin.get("tier", "Regular") == "Sketch":
        draft.put("quality", "high", "quality")
    else:
        draft.put("quality_override", ULTRA_FACES, "quality")


def _premium(draft: Draft) -> None:
    draft.warnings.append("tier Premium was changed to Regular: there are no priorities here.")


def _wireframe(draft: Draft) -> None:
    draft.put("material", "Shaded", "material")
    draft.changes["pictures"] = ("wireframe",)
    draft.warnings.append(
        "material Wireframe was changed to Shaded; a picture of the wireframe comes beside the model."
    )


def _flat(draft: Draft) -> None:
    draft.put("material", "Shaded", "material")
    draft.warnings.append("material Flat was changed to Shaded, which is drawn without light.")


# Pixazo's page prints other words than the model that it resells takes; this is the union, so that no client is refused.
_V1 = {
    "prompt": same(),
    "condition_mode": one_of("concat", "fuse"),
    "geometry_file_format": word({"gltf": _gltf}, one_of("glb", "gltf", "usdz", "fbx", "obj", "stl")),
    "material": word({"wireframe": _wireframe, "flat": _flat}, one_of("PBR", "Shaded", "Wireframe", "Flat")),
    "tier": word({"premium": _premium}, one_of("Regular", "Premium", "Sketch")),
    "quality": word({"ultra": _ultra}, one_of("low", "medium", "high", "ultra", "extra-low")),
    "seed": same(),
    "use_hyper": same(),
    "TAPose": same(),
    "bbox_condition": box,
    "addons": same(),
}
# The page of the old model and that of the new one name the pictures differently; both take both.
_IMAGES = ("input_image_urls", "image_urls")
_V25 = Model(gen25_fields(GEN25), _IMAGES[::-1], defaults={"tier": "Gen-2.5-Medium", "material": "Shaded"})

MODELS: dict[str, tuple[str, Model]] = {
    RODIN: ("hyper3d-rodin-request", Model(_V1, _IMAGES)),
    TEXT25: ("hyper3d-rodin-v2-5-text-to-3d-request", _V25),
    IMAGE25: ("hyper3d-rodin-v2-5-image-to-3d-request", _V25),
}
"""apiId -> its operationId and what it takes."""
