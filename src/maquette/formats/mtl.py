"""Wavefront MTL with the PBR statements of Blender and Maya, written and read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from maquette.errors import MeshError
from maquette.formats.maps import (
    DIFFUSE,
    EMISSIVE,
    METALLIC,
    NORMAL,
    PBR,
    ROUGHNESS,
    SHADED,
    base_name,
    map_names,
    textures_from_maps,
)
from maquette.formats.materials import WHITE, srgb, unit
from maquette.formats.model import Material
from maquette.texture.textures import TextureSet

MAX_TEXT = 32 << 20
MAX_MATERIALS = 10_000
_MAPS = {
    "map_kd": DIFFUSE,
    "map_pr": ROUGHNESS,
    "map_pm": METALLIC,
    "norm": NORMAL,
    "map_kn": NORMAL,
    "map_bump": NORMAL,
    "map_ke": EMISSIVE,
    "map_packed": PBR,
}
_PACKED = "# occlusion, roughness and metallic in red, green and blue:"
"""A comment to others: MTL has no statement for occlusion."""
_OPTIONS = {
    "-bm": 1,
    "-blendu": 1,
    "-blendv": 1,
    "-boost": 1,
    "-cc": 1,
    "-clamp": 1,
    "-imfchan": 1,
    "-texres": 1,
    "-type": 1,
}
_OPTIONS |= {"-mm": 2, "-o": 3, "-s": 3, "-t": 3, "-colorspace": 1}
"""Arguments that may stand between a map statement and its file."""


def write_mtl(textures: TextureSet | None, name: str) -> str:
    """The library of one material called `name`."""
    lines = [f"newmtl {name}", "Ka 0 0 0"]
    if textures is None:
        # Linear 0.6, as the GLB's clay.
        lines += ["Kd 0.6 0.6 0.6", "Ks 0.5 0.5 0.5", "Pr 0.8", "Pm 0", "d 1", "illum 2"]
        return "\n".join(lines) + "\n"
    lines += ["Kd 1 1 1"]
    if textures.unlit:
        lines += ["Ks 0 0 0", "d 1", "illum 0", f"map_Kd {base_name(textures)}"]
        return "\n".join(lines) + "\n"
    names = map_names(textures)
    lines += ["Ks 0.5 0.5 0.5", f"Pr {1 if ROUGHNESS in names else 0.9}", f"Pm {1 if METALLIC in names else 0}"]
    lines += ["d 1", "illum 2", f"map_Kd {DIFFUSE}"]
    if ROUGHNESS in names:
        lines += [
            f"map_Pr {ROUGHNESS}",
            f"map_Pm {METALLIC}",
            f"{_PACKED} {PBR}",
        ]
    if NORMAL in names:
        lines += [f"norm {NORMAL}", f"map_Bump -bm 1 {NORMAL}"]
    if EMISSIVE in names:
        lines += ["Ke 1 1 1", f"map_Ke {EMISSIVE}"]
    return "\n".join(lines) + "\n"


@dataclass
class _Entry:
    colors: dict[str, list[float]] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)
    maps: dict[str, str] = field(default_factory=dict)


def read_mtl(data: bytes, load: Callable[[str], bytes]) -> dict[str, Callable[[], Material]]:
    """Materials by name, each made when it is called for; a picture that is missing beside the file is left out.

    `Kd` and `Ke` are linear, as Blender writes and reads them; `Kd` counts only where there is no `map_Kd`, since many programs
    write a grey beside their pictures. Without `Pr`, the roughness is that of `Ns`: 1 - sqrt(Ns / 1000), as in Blender.
    """
    entries: dict[str, _Entry] = {}
    current = _Entry()
    for line in data[:MAX_TEXT].decode("utf-8", "replace").splitlines():
        key, _, rest = line.strip().partition(" ")
        key = key.lower()
        if line.startswith(_PACKED):
            key, rest = "map_packed", line.removeprefix(_PACKED)
        if key == "newmtl":
            current = entries.setdefault(rest.strip(), _Entry())
            if len(entries) > MAX_MATERIALS:
                raise MeshError(f"read_obj: the library has more than {MAX_MATERIALS} materials. Join some first.")
        elif key in ("kd", "ke"):
            current.colors[key] = [_number(t, 0.0) for t in rest.split()[:3]]
        elif key in ("pr", "pm", "ns", "illum"):
            current.values[key] = _number(rest, 0.0)
        elif key in _MAPS:
            current.maps.setdefault(_MAPS[key], _file_of(rest))
    return {name: lambda e=entry, n=name: _material(n, e, load) for name, entry in entries.items()}  # type: ignore[misc]


def _material(name: str, entry: _Entry, load: Callable[[str], bytes]) -> Material:
    files: dict[str, bytes] = {}
    for kind, path in entry.maps.items():
        try:
            files[kind] = load(path)
        except MeshError:
            continue
    unlit = entry.values.get("illum") == 0
    if unlit and DIFFUSE in files:
        files = {SHADED: files[DIFFUSE]}
    roughness = 0.9
    if "pr" in entry.values:
        roughness = unit(entry.values["pr"])
    elif "ns" in entry.values:
        roughness = 1 - min(max(entry.values["ns"], 0.0) / 1000, 1.0) ** 0.5
    metallic = unit(entry.values.get("pm", 0.0))
    maps = textures_from_maps(files, roughness=roughness, metallic=metallic)
    glow = entry.colors.get("ke", [])
    emissive = srgb(glow) if len(glow) == 3 else (0.0, 0.0, 0.0)
    if maps is not None:
        return Material(name, maps, WHITE, 1.0, 1.0, WHITE if maps.emissive is not None else emissive, unlit)
    color = entry.colors.get("kd", [])
    base = srgb(color) if len(color) == 3 else srgb([0.8] * 3)
    return Material(name, None, base, metallic, roughness, emissive, unlit)


def _number(text: str, default: float) -> float:
    try:
        value = float(text.split()[0])
    except (ValueError, IndexError):
        return default
    return value if value == value else default


def _file_of(rest: str) -> str:
    """File name of a map statement without its options."""
    words = rest.split()
    while words and words[0] in _OPTIONS:
        words = words[1 + _OPTIONS[words[0]] :]
    return " ".join(words)
