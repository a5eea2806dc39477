"""Meshes, textures and appearances as `Bundle` entries, so that any process can pick up where another one stopped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.geometry.mesh import Mesh
from maquette.pipeline.bundle import Bundle
from maquette.texture.appearance import APPEARANCES, Appearance
from maquette.texture.textures import TextureSet

Arrays = dict[str, NDArray[np.generic]]

_MESH_PARTS = ("vertices", "faces", "quads", "uv", "face_uv", "normals", "corner_normals")
_TEXTURE_PARTS = ("base_color", "orm", "normal", "emissive")


def _named(prefix: str, owner: object, parts: tuple[str, ...]) -> Arrays:
    return {f"{prefix}.{p}": getattr(owner, p) for p in parts if getattr(owner, p) is not None}


def _parts(prefix: str, bundle: Bundle, parts: tuple[str, ...]) -> dict[str, Any]:
    return {p: bundle.arrays[f"{prefix}.{p}"] for p in parts if f"{prefix}.{p}" in bundle.arrays}


def mesh_arrays(mesh: Mesh, prefix: str = "mesh") -> Arrays:
    """Arrays of a mesh, each named `prefix.attribute`."""
    return _named(prefix, mesh, _MESH_PARTS)


def mesh_from(bundle: Bundle, prefix: str = "mesh") -> Mesh:
    """Inverse of `mesh_arrays`."""
    return Mesh(**_parts(prefix, bundle, _MESH_PARTS))


def texture_arrays(textures: TextureSet, prefix: str = "textures") -> Arrays:
    """Arrays of a texture set, each named `prefix.map`."""
    return _named(prefix, textures, _TEXTURE_PARTS)


def textures_from(bundle: Bundle, prefix: str = "textures", *, unlit: bool = False) -> TextureSet | None:
    """Inverse of `texture_arrays`; None where the bundle holds no textures. They are unlit if the bundle's `meta` says so, too."""
    parts = _parts(prefix, bundle, _TEXTURE_PARTS)
    return TextureSet(**parts, unlit=unlit or bool(bundle.meta.get("unlit", False))) if parts else None


def appearance_arrays(appearance: Appearance) -> Arrays:
    """Arrays of an appearance, each named `appearance.array`; its `kind` goes into the bundle's `meta`."""
    return {f"appearance.{k}": v for k, v in appearance.to_arrays().items()}


def appearance_from(bundle: Bundle) -> Appearance:
    """Inverse of `appearance_arrays`. The engine's package must be imported, since it registers its appearances."""
    start = "appearance."
    arrays: Mapping[str, NDArray[np.generic]] = {
        k.removeprefix(start): v for k, v in bundle.arrays.items() if k.startswith(start)
    }
    return APPEARANCES[str(bundle.meta["appearance"])].from_arrays(arrays)
