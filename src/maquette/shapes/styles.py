"""Styles: what "low-poly", "cartoon", "sci-fi", "medieval" and "damaged" do to any program."""

from __future__ import annotations

import colorsys
from collections.abc import Callable

from maquette.errors import InvalidRequest
from maquette.shapes.material import Material
from maquette.shapes.node import Node
from maquette.shapes.program import Part, Program
from maquette.shapes.substances import SUBSTANCES

FACETS = 8
"""Sides of a circle in a low-poly solid."""


def styled(program: Program, style: str | None, keep: frozenset[str] = frozenset()) -> Program:
    """The program in a style.

    Args:
        style: one of `STYLES`, or None.
        keep: materials that somebody asked for by name; their colours stay.

    Raises:
        InvalidRequest: no such style.
    """
    if style is None:
        return program
    if style not in STYLES:
        raise InvalidRequest(f"There is no style '{style}'. Choose from {', '.join(STYLES)}.", field="style")
    change = STYLES[style]
    materials = {name: change(m, name in keep) for name, m in program.materials.items()}
    program = program.model_copy(update={"materials": materials})
    if style == "low-poly":
        return program.model_copy(update={"facets": min(FACETS, program.facets or FACETS)})
    return _battered(program) if style == "damaged" else program


def _realistic(m: Material, wanted: bool) -> Material:
    return m.model_copy(update={"wear": max(m.wear, 0.12), "contrast": min(1.0, m.contrast + 0.1)})


def _low_poly(m: Material, wanted: bool) -> Material:
    """Plain colours, as painters of low-poly worlds use them."""
    color = m.color if wanted else _vivid(m.color, 1.12, 1.06)
    return m.model_copy(
        update={"color": color, "pattern": "plain", "relief": 0.0, "roughness": max(m.roughness, 0.55), "wear": 0.0}
    )


def _cartoon(m: Material, wanted: bool) -> Material:
    """Clean and saturated, patterns only hinted at."""
    color = m.color if wanted else _vivid(m.color, 1.35, 1.08)
    keeps = m.pattern in ("spots", "stripes", "checker", "brick", "tiles", "planks", "panels", "scales", "gradient")
    return m.model_copy(
        update={
            "color": color,
            "pattern": m.pattern if keeps else "plain",
            "contrast": 0.6 * m.contrast,
            "roughness": 0.5 if m.metallic < 0.5 else m.roughness,
            "relief": 0.4 * m.relief,
            "wear": 0.0,
        }
    )


_NATURAL = ("wood", "planks", "bark", "brick", "stone", "fabric", "knit", "leather", "concrete", "tiles")


def _sci_fi(m: Material, wanted: bool) -> Material:
    """What is wooden or of stone becomes panelled metal; the rest gets cleaner."""
    if m.emissive or wanted or m.pattern not in _NATURAL:
        return m.model_copy(update={"wear": min(m.wear, 0.1)})
    dark = _lightness(m.color) < 0.4
    metal = SUBSTANCES["gunmetal" if dark else "panels"]
    return metal.model_copy(update={"wear": 0.08})


def _medieval(m: Material, wanted: bool) -> Material:
    """What is of plastic, chrome or paint becomes iron, wood or cloth, and all of it has been used."""
    if wanted or m.emissive:
        return m.model_copy(update={"wear": max(m.wear, 0.3)})
    if m.metallic >= 0.5 and m.pattern in ("plain", "brushed", "panels") and _lightness(m.color) < 0.85:
        m = SUBSTANCES["iron"]
    elif m.metallic < 0.5 and m.pattern == "plastic":
        m = SUBSTANCES["oak"]
    return m.model_copy(update={"wear": max(m.wear, 0.35)})


def _damaged(m: Material, wanted: bool) -> Material:
    pale = m if wanted or m.emissive else m.model_copy(update={"color": _vivid(m.color, 0.75, 0.92)})
    return pale.model_copy(update={"wear": max(m.wear, 0.85), "roughness": min(1.0, m.roughness + 0.15)})


def _battered(program: Program) -> Program:
    """Every larger solid gets dents and ragged edges."""
    parts = tuple(_dented(part, program.extent) for part in program.parts)
    return program.model_copy(update={"parts": parts})


def _dented(part: Part, extent: float) -> Part:
    if len(part.points) or part.attach is not None:
        return part
    solid: Node = part.solid
    rough = solid.roughened(0.003 * extent, 0.08 * extent, seed=1, octaves=2)
    return part.model_copy(update={"solid": rough})


def _vivid(color: str, saturation: float, light: float) -> str:
    r, g, b = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    h, lightness, s = colorsys.rgb_to_hls(r, g, b)
    out = colorsys.hls_to_rgb(h, min(1.0, lightness * light), min(1.0, s * saturation))
    return "#" + "".join(f"{round(255 * c):02x}" for c in out)


def _lightness(color: str) -> float:
    return sum(int(color[i : i + 2], 16) for i in (1, 3, 5)) / 765


STYLES: dict[str, Callable[[Material, bool], Material]] = {
    "realistic": _realistic,
    "low-poly": _low_poly,
    "cartoon": _cartoon,
    "sci-fi": _sci_fi,
    "medieval": _medieval,
    "damaged": _damaged,
}
