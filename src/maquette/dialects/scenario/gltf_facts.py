"""What a GLB says of itself in its header: counts, size, and which attributes it has (glTF 2.0 §5)."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any

HEAD = 20
"""Bytes to read first: the file's header and the first chunk's."""
MAX_JSON = 4 << 20
_TRIANGLES = 4


def json_bytes(head: bytes) -> int | None:
    """Length of the JSON chunk, which begins at `HEAD`; None if this is no GLB or it is too large."""
    if len(head) < HEAD or head[:4] != b"glTF" or head[16:20] != b"JSON":
        return None
    length: int = struct.unpack_from("<I", head, 12)[0]
    return length if 0 < length <= MAX_JSON else None


def facts(text: bytes) -> dict[str, Any]:
    """Scenario's 3D properties from the JSON chunk; empty if it is not what it should be."""
    try:
        return _facts(json.loads(text))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return {}


def _facts(data: Mapping[str, Any]) -> dict[str, Any]:
    accessors = data.get("accessors", [])
    positions: dict[int, Any] = {}
    faces, names = 0, set()
    for mesh in data.get("meshes", []):
        for part in mesh["primitives"]:
            attributes = part["attributes"]
            names |= set(attributes)
            positions[attributes["POSITION"]] = accessors[attributes["POSITION"]]
            if part.get("mode", _TRIANGLES) == _TRIANGLES:
                faces += accessors[part.get("indices", attributes["POSITION"])]["count"] // 3
    if not positions:
        return {}
    low = [min(p["min"][i] for p in positions.values()) for i in range(3)]
    high = [max(p["max"][i] for p in positions.values()) for i in range(3)]
    skins = data.get("skins", [])
    return {
        "vertexCount": sum(int(p["count"]) for p in positions.values()),
        "faceCount": faces,
        "dimensions": [round(b - a, 6) for a, b in zip(low, high, strict=True)],
        "hasUVs": "TEXCOORD_0" in names,
        "hasNormals": "NORMAL" in names,
        "hasAnimations": bool(data.get("animations")),
        "hasSkeleton": bool(skins),
        "boneCount": sum(len(s.get("joints", [])) for s in skins),
    }
