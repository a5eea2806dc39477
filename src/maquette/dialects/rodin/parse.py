"""Which fields `POST /api/v2/rodin` knows (`operations` has the other endpoints'), and how each is read from the wire (dossier §3.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from maquette.dialects.forms import (
    Form,
    Values,
    read_bool,
    read_choice,
    read_int,
    read_number,
    read_numbers,
    read_strings,
    read_text,
)
from maquette.dialects.rodin.tiers import QUALITIES, TEXTURE_MODES, TIERS

VIEW_LABELS = ("F", "FL", "FR", "L", "R", "B", "BL", "BR", "U", "D", "?")

FIELDS: Mapping[str, Callable[[Values, str], Any]] = {
    "prompt": read_text,
    "tier": read_choice(*TIERS),
    "use_original_alpha": read_bool,
    "condition_mode": read_choice("concat", "fuse"),
    "seed": read_int,
    "geometry_file_format": read_choice("glb", "usdz", "fbx", "obj", "stl"),
    "material": read_choice("PBR", "Shaded", "All", "None", "Hybrid"),
    "quality": read_choice(*QUALITIES),
    "quality_override": read_int,
    "mesh_mode": read_choice("Raw", "Quad"),
    "mesh_simplify": read_bool,
    "mesh_smooth": read_bool,
    "use_hyper": read_bool,
    "TAPose": read_bool,
    "bbox_condition": read_numbers,
    "height": read_number,
    "addons": read_strings,
    "preview_render": read_bool,
    "hd_texture": read_bool,
    "texture_mode": read_choice(*TEXTURE_MODES),
    "texture_delight": read_bool,
    "is_micro": read_bool,
    "geometry_instruct_mode": read_choice("faithful", "creative"),
    "image_label": read_strings,
    "is_symmetric": read_choice("symmetric", "balanced", "asymmetric", "unknown", "true", "false"),
    "uhd_texture": read_bool,
    "quad_normal": read_bool,
    # Undocumented, sent by clients.
    "soft": read_text,
    "detail_level": read_text,
    "model_early_export": read_text,
    "ta_pose": read_bool,
}


@dataclass(frozen=True)
class Parsed:
    """Fields that came with a value (absent and empty ones are missing here), and the names nobody knows, sorted."""

    values: Mapping[str, Any]
    unknown: tuple[str, ...] = ()

    def get(self, name: str, default: Any = None) -> Any:
        """The field's value, or `default` if it did not come."""
        return self.values.get(name, default)


def parse(
    form: Form, fields: Mapping[str, Callable[[Values, str], Any]] = FIELDS, files: Sequence[str] = ("images",)
) -> Parsed:
    """Read all fields but those of files.

    Raises:
        InvalidRequest: a value is malformed; `field` names it.
    """
    read = {name: reader(form.values(name), name) for name, reader in fields.items()}
    unknown = {*form.fields, *form.files} - {*fields, *files}
    return Parsed({k: v for k, v in read.items() if v not in (None, ())}, tuple(sorted(unknown)))
