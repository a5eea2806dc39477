"""GLB of several bare meshes, each a node of its own: collision hulls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import maquette
from maquette.errors import MeshError
from maquette.formats.glb import ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER, FLOAT, NEUTRAL, UINT, USHORT, _Buffer, _pack
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh


def write_glb_nodes(parts: Sequence[tuple[str, Mesh]], *, extras: Mapping[str, Any]) -> bytes:
    """GLB with one root node for each named mesh: positions and triangles, no normals (flat shading), no textures; deterministic.

    Args:
        parts: names, which should differ, and meshes in metres, Y up; at least one.
        extras: JSON-ready facts for `asset.extras`.

    Raises:
        MeshError: no mesh at all, or one that is empty or broken.
    """
    if not parts:
        raise MeshError("write_glb_nodes: there is no mesh to write. Give one or more.")
    buffer = _Buffer()
    meshes = []
    for name, mesh in parts:
        validate(mesh, "write_glb_nodes")
        short = len(mesh.vertices) <= 65535
        indices = mesh.faces.ravel().astype("<u2" if short else "<u4")
        primitive = {
            "attributes": {"POSITION": buffer.accessor(mesh.vertices, "VEC3", FLOAT, ARRAY_BUFFER, bounds=True)},
            "indices": buffer.accessor(indices, "SCALAR", USHORT if short else UINT, ELEMENT_ARRAY_BUFFER),
            "material": 0,
            "mode": 4,
        }
        meshes.append({"name": name, "primitives": [primitive]})
    document = {
        "asset": {"version": "2.0", "generator": f"Maquette {maquette.__version__}", "extras": dict(extras)},
        "scene": 0,
        "scenes": [{"nodes": list(range(len(parts)))}],
        "nodes": [{"mesh": i, "name": name} for i, (name, _) in enumerate(parts)],
        "meshes": meshes,
        "materials": [{"name": "collision", "pbrMetallicRoughness": NEUTRAL}],
        "accessors": buffer.accessors,
        "bufferViews": buffer.views,
    }
    return _pack(document, buffer)
