"""Tiers by name as request fields: the same words and numbers wherever people can name a tier."""

from __future__ import annotations

from typing import Any

from maquette.dialects.rodin.tiers import TIERS, default_mesh_mode, default_quality, target_faces, texture_size
from maquette.errors import InvalidRequest
from maquette.request import MeshMode


def tier_request(name: str, *, mesh_mode: MeshMode | None = None, faces: int | None = None) -> dict[str, Any]:
    """Request fields of a tier, with the mesh mode and the number of faces overridden where they are given.

    Raises:
        InvalidRequest: there is no such tier.
    """
    tier = next((t for t in TIERS.values() if t.name.lower() == name.lower()), None)
    if tier is None:
        raise InvalidRequest(f"There is no tier '{name}'. Choose one of {', '.join(TIERS)}.", field="tier")
    mode = mesh_mode or default_mesh_mode(tier)
    table = ("g1" if tier.family == "sketch" and mode == "quad" else tier.family, mode)
    preset = (
        target_faces(tier, mode, default_quality(tier, mode), None, highpack=False)
        if table[0] == tier.family
        else 18_000
    )
    return {
        "tier": tier.name,
        "detail": tier.detail,
        "mesh_mode": mode,
        "target_faces": faces or preset,
        "texture_size": texture_size(tier, None, highpack=False, uhd=False),
    }
