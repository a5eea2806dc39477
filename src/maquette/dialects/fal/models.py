"""fal's Rodin models and their fields (dossier §1)."""

from __future__ import annotations

from maquette.dialects.gateway import FAST, GEN25, GEOMETRY, Model, box, gen25_fields, mesh_option, one_of, same

OWNER = "fal-ai/hyper3d"
"""What status, result and cancel are asked under: the rest of the model's name is dropped."""
V1 = f"{OWNER}/rodin"
V2 = f"{V1}/v2"
V25 = f"{V1}/v2.5"

_OLD = ("input_image_urls", "image_urls")
_NEW = _OLD[::-1]
_DEFAULTS = {"tier": "Gen-2.5-Medium", "material": "Shaded"}
_FAST = Model(gen25_fields(FAST), _NEW, defaults={**_DEFAULTS, "tier": "Gen-2.5-Extreme-Low"})
_FULL = Model(gen25_fields(GEN25), _NEW, defaults=_DEFAULTS)

MODELS: dict[str, Model] = {
    V1: Model(
        {
            "prompt": same(),
            "condition_mode": one_of("fuse", "concat"),
            "seed": same(),
            "geometry_file_format": GEOMETRY,
            "material": one_of("PBR", "Shaded"),
            "quality": one_of("high", "medium", "low", "extra-low"),
            "use_hyper": same(),
            "tier": one_of("Regular", "Sketch"),
            "TAPose": same(),
            "bbox_condition": box,
            "addons": same(),
        },
        _OLD,
    ),
    V2: Model(
        {
            "prompt": same(),
            "use_original_alpha": same(),
            "seed": same(),
            "geometry_file_format": GEOMETRY,
            "material": one_of("PBR", "Shaded", "All"),
            "quality_mesh_option": mesh_option,
            "TAPose": same(),
            "bbox_condition": box,
            "addons": same(),
            "preview_render": same(),
        },
        _OLD,
        rodin={"tier": "Gen-2"},
        defaults={"material": "All", "quality_mesh_option": "500K Triangle"},
    ),
    V25: _FULL,
    f"{V25}/fast": _FAST,
    f"{V25}/text-to-3d": _FULL,
    f"{V25}/text-to-3d/fast": _FAST,
}
