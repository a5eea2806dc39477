"""Which fields the sessions of all generations know, how each is read, and what is echoed for those that did not come (dossier §4.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from maquette.dialects.forms import (
    Values,
    choose,
    read_bool,
    read_choice,
    read_number,
    read_numbers,
    read_text,
    shown,
)
from maquette.errors import InvalidRequest

Reader = Callable[[Values, str], Any]
POLY = ("low_poly", "high_poly")
AUTOMATIC = [-1, -1, -1]


def _resolution(values: Values, name: str) -> str | int | None:
    """`low_poly`, `high_poly`, or a number of faces."""
    text = read_text(values, name)
    if text is None:
        return None
    if text[0].isalpha():
        return choose(text, POLY, name)
    faces = int(read_number(values, name) or 0)
    if faces < 1:
        raise InvalidRequest(f"{name} must be low_poly, high_poly or a positive number of faces.", field=name)
    return faces


@dataclass(frozen=True)
class Between:
    """A reader of a number from `low` to `high`."""

    low: float
    high: float

    def __call__(self, values: Values, name: str) -> int | float | None:
        """The number that came; whole ones as `int`."""
        number = read_number(values, name)
        if number is None:
            return None
        if not self.low <= number <= self.high:
            raise InvalidRequest(f"{name} must be from {self.low:g} to {self.high:g}, not {number:g}.", field=name)
        return int(number) if number == int(number) else number


def _texture(values: Values, name: str) -> int | None:
    """The vendor's own example is 0, which is the same as leaving it out."""
    number = read_number(values, name)
    if not number:
        return None
    if number not in (128, 256, 512, 1024, 2048):
        raise InvalidRequest(f"{name} must be one of 128, 256, 512, 1024, 2048, not {number:g}.", field=name)
    return int(number)


def _three(values: Values, name: str) -> list[int | float] | None:
    numbers = read_numbers(values, name)
    if not numbers:
        return None
    if len(numbers) != 3:
        raise InvalidRequest(f"{name} must be three numbers: width, height, depth.", field=name)
    return [int(n) if n == int(n) else n for n in numbers]


def _box(values: Values, name: str) -> list[int | float] | None:
    box = _three(values, name)
    if box is None or box == AUTOMATIC:
        return box
    if min(box) < 0.001 or max(box) > 10_000:
        raise InvalidRequest(f"{name} must be three lengths from 0.001 to 10000 metres, or [-1, -1, -1].", field=name)
    if max(box) > 100 * min(box):
        raise InvalidRequest(f"{name}: no side may be over 100 times another; send rounder proportions.", field=name)
    return box


def _pivot(values: Values, name: str) -> list[int | float] | None:
    point = _three(values, name)
    if point is not None and max(abs(p) for p in point) > 0.5:
        raise InvalidRequest(f"{name} must be three numbers from -0.5 to 0.5.", field=name)
    return point


G1: Mapping[str, Reader] = {
    "model_resolution": read_choice("high", "low"),
    "pixel_alignment": read_choice("highest", "moderate", "lowest"),
    "preview_mesh": read_choice("turbo", "hd", "fast_sculpt"),
    "diffusion_time_steps": Between(16, 200),
    "auto_gen_3d": read_bool,
}
G2: Mapping[str, Reader] = {
    "creativity": read_choice("highest", "moderate", "lowest"),
    "auto_refine": read_bool,
    "refine_speed": read_choice("fast", "slow"),
    "generate_texture": read_bool,
    "generate_preview_mesh": read_bool,
    "manual_segmentation": read_bool,
    "scaled_bbox": _box,
    "pivot_point": _pivot,
}
G3: Mapping[str, Reader] = {
    "geometry_model": read_choice("base", "turbo"),
    "texture_model": read_choice("none", "baked", "pbr"),
    "symmetry": read_text,
    "preserve_aspect_ratio": read_bool,
}
COMMON: Mapping[str, Reader] = {
    "topology": read_choice("tris", "quads"),
    "resolution": _resolution,
    "texture_resolution": _texture,
}
FIELDS: Mapping[str, Reader] = {**G1, **G2, **G3, **COMMON}
"""All but `image_url`."""
PLACE = ("scaled_bbox", "pivot_point")
"""What the calls for a preview and for a refinement may set anew."""
SETTINGS = (*G3, "topology", "resolution", *PLACE)
"""Of `/v3/sessions`."""
SPIN_FIELDS = ("model_resolution", "pixel_alignment", "diffusion_time_steps", "preview_mesh")
DEFAULTS: Mapping[str, Any] = {
    "topology": "tris",
    "resolution": "high_poly",
    "texture_resolution": 2048,
    "auto_gen_3d": False,
    "manual_segmentation": False,
    "preview_mesh": "turbo",
    "pixel_alignment": "highest",
    "model_resolution": "high",
    "diffusion_time_steps": 20,
    "creativity": "lowest",
    "auto_refine": False,
    "refine_speed": "slow",
    "generate_texture": True,
    "generate_preview_mesh": False,
    "scaled_bbox": AUTOMATIC,
    "pivot_point": [0, 0, 0],
    "geometry_model": "base",
    "texture_model": "pbr",
    "symmetry": "off",
    "preserve_aspect_ratio": False,
}
SETTINGS_DEFAULTS: Mapping[str, Any] = {
    "geometry_model": "base",
    "texture_model": "none",
    "topology": "tris",
    "resolution": 100_000,
    "symmetry": "off",
    "scaled_bbox": AUTOMATIC,
    "preserve_aspect_ratio": False,
    "pivot_point": [0, -0.5, 0],
}


@dataclass(frozen=True)
class Fields:
    """What came: `values` holds fields with a value, `unknown` the names nobody knows, sorted."""

    values: Mapping[str, Any]
    unknown: tuple[str, ...] = ()
    raw: Mapping[str, str] = field(default_factory=dict)
    """Short texts as they came, kept with the job: test keys find their magic words there."""

    def get(self, name: str, default: Any = None) -> Any:
        """The field's value, or `default` if it did not come."""
        return self.values.get(name, default)

    def has(self, names: Sequence[str] | Mapping[str, Any]) -> bool:
        """One of these came."""
        return any(n in self.values for n in names)


def parse(values: Mapping[str, Values], known: Sequence[str] | Mapping[str, Any] = FIELDS) -> Fields:
    """Read all fields but pictures.

    Raises:
        InvalidRequest: a value is malformed or not one of the choices; `field` names it.
    """
    read = {name: FIELDS[name](values.get(name, ()), name) for name in known}
    unknown = {*values} - {*known, "image_url"}
    texts = {n[:60]: shown(v[-1], 200) for n, v in values.items() if v and isinstance(v[-1], str) and n != "image_url"}
    return Fields({k: v for k, v in read.items() if v is not None}, tuple(sorted(unknown)), texts)
