"""Themes: recipes that change all materials of a thing ("steampunk", "zombie", "plush"), each material by what it is."""

from __future__ import annotations

from collections.abc import Callable

from maquette.shapes.material import Material
from maquette.shapes.substances import shaded, substance

ORGANIC = frozenset({"fur", "skin", "scales", "feathers", "leaf", "grass", "bark"})
Recipe = Callable[[str, Material, bool], Material]


def themed(theme: str, slot: str, material: Material, *, first: bool) -> Material:
    """One material under a theme; themes that change no material leave it.

    Args:
        first: it is the thing's main surface.
    """
    recipe = RECIPES.get(theme)
    return recipe(slot, material, first) if recipe else material


def _soft(m: Material) -> bool:
    return m.pattern in ("fabric", "knit", "leather", "feathers", "fur")


def _eyes(slot: str) -> bool:
    return any(w in slot for w in ("eye", "iris", "pupil", "visor"))


def _clear(m: Material) -> bool:
    return m.roughness < 0.1 and m.metallic == 0


def _colored(name: str, color: str) -> Material:
    return substance(name).model_copy(update={"color": color, "second": None})


def _steampunk(slot: str, m: Material, first: bool) -> Material:
    if m.emissive:
        return substance("glow:#ffb040")
    if m.metallic > 0.5:
        return substance("brass")
    if m.pattern in ("plain", "plastic", "panels") and not _clear(m) and m.roughness < 0.8:
        return substance("copper" if first else "bronze")
    return substance("leather") if m.pattern == "fabric" else m


def _robot(slot: str, m: Material, first: bool) -> Material:
    if _eyes(slot):
        return substance("glow:#35b8ff")
    if m.emissive or m.metallic > 0.5 or _clear(m):
        return m
    if first:
        return substance("panels")
    return substance("gunmetal") if m.pattern in ORGANIC or _soft(m) else m


def _skeletal(slot: str, m: Material, first: bool) -> Material:
    return substance("bone") if first or m.pattern in ORGANIC else m


def _zombie(slot: str, m: Material, first: bool) -> Material:
    if m.pattern in ("skin", "fur", "scales") or first:
        return m.model_copy(update={"color": "#7d9163", "second": "#4f5a3a", "wear": 0.6})
    return m.model_copy(update={"wear": max(m.wear, 0.6)}) if not m.emissive else m


def _fire(slot: str, m: Material, first: bool) -> Material:
    if first:
        return m.model_copy(update={"color": "#b8321a", "second": "#3a120c"})
    return substance("glow:#ff8a24") if m.pattern in ORGANIC or _eyes(slot) or m.emissive else m


def _ice(slot: str, m: Material, first: bool) -> Material:
    return substance("ice") if first or m.pattern in ORGANIC else m


def _ghost(slot: str, m: Material, first: bool) -> Material:
    pale = shaded(m.color, 0.65)
    return m.model_copy(
        update={"color": pale, "second": None, "emissive": "#6f9fc8" if first else m.emissive, "metallic": 0.0}
    )


def _plush(slot: str, m: Material, first: bool) -> Material:
    if _eyes(slot) or slot in ("nose", "button"):
        return _colored("plastic", m.color)
    return _colored("wool", m.color)


def _origami(slot: str, m: Material, first: bool) -> Material:
    return _colored("paper", shaded(m.color, 0.15))


def _statue(slot: str, m: Material, first: bool) -> Material:
    return substance("stone")


def _toy(slot: str, m: Material, first: bool) -> Material:
    if m.emissive or _clear(m) or m.pattern == "wood":
        return m
    return _colored("plastic", m.color)


def _royal(slot: str, m: Material, first: bool) -> Material:
    return substance("gold") if m.metallic > 0.5 else m


def _military(slot: str, m: Material, first: bool) -> Material:
    return m.model_copy(update={"color": "#5b6340", "second": "#3a3d28"}) if first else m


def _magic(slot: str, m: Material, first: bool) -> Material:
    if m.emissive is None and any(
        w in slot for w in ("gem", "crystal", "orb", "rune", "jewel", "glow", "liquid", "tip")
    ):
        return m.model_copy(update={"emissive": m.color})
    return m


def _toxic(slot: str, m: Material, first: bool) -> Material:
    return m.model_copy(update={"color": "#74c832", "second": None}) if first else m


def _scary(slot: str, m: Material, first: bool) -> Material:
    if _eyes(slot):
        return substance("glow:#ff2a1a")
    return (
        m
        if m.emissive
        else m.model_copy(
            update={"color": shaded(m.color, -0.4), "second": shaded(m.second, -0.4) if m.second else None}
        )
    )


def _cheerful(slot: str, m: Material, first: bool) -> Material:
    return m if m.emissive or m.metallic > 0.5 else m.model_copy(update={"color": shaded(m.color, 0.12)})


def _cyberpunk(slot: str, m: Material, first: bool) -> Material:
    if m.emissive:
        return substance("glow:#ff2fb0")
    if any(w in slot for w in ("trim", "accent", "stripe", "band", "light", "edge")):
        return substance("glow:#28d0ff")
    return m.model_copy(update={"color": shaded(m.color, -0.45)}) if not _clear(m) else m


def _christmas(slot: str, m: Material, first: bool) -> Material:
    return m


RECIPES: dict[str, Recipe] = {
    "steampunk": _steampunk,
    "robot": _robot,
    "skeletal": _skeletal,
    "zombie": _zombie,
    "fire": _fire,
    "ice": _ice,
    "ghost": _ghost,
    "plush": _plush,
    "origami": _origami,
    "statue": _statue,
    "toy": _toy,
    "royal": _royal,
    "military": _military,
    "magic": _magic,
    "toxic": _toxic,
    "scary": _scary,
    "cheerful": _cheerful,
    "cyberpunk": _cyberpunk,
}
STYLES = {
    "toy": "cartoon",
    "plush": "cartoon",
    "cute": "cartoon",
    "robot": "sci-fi",
    "cyberpunk": "sci-fi",
    "origami": "low-poly",
    "scary": None,
    "military": None,
}
"""The style that a theme brings along where the prompt names none."""
