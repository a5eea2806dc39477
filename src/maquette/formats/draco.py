"""Draco geometry (KHR_draco_mesh_compression) by DracoPy, the extra `draco`. https://google.github.io/draco/spec/"""

from __future__ import annotations

import importlib
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import DependencyMissing, MeshError

INSTALL = "pip install 'maquette[draco]'"
POSITION_BITS, NORMAL_BITS, UV_BITS = 16, 10, 14
"""Steps of the stored numbers: 1/65536 of the longest side (0.015 mm on 1 m), 0.1 degrees, 1/4 texel of an 4K map."""
LEVEL = 7
"""0 is quickest, 10 smallest: 143 k triangles 0.1 s at 1, 0.3 s at 7; 10 gains under 2 %."""
MAX_POINTS = 60_000_000
_POSITION, _NORMAL, _UV = 0, 1, 3


def encode_draco(
    positions: NDArray[np.float32],
    faces: NDArray[np.integer[Any]],
    normals: NDArray[np.float32],
    uv: NDArray[np.float32] | None,
) -> tuple[bytes, dict[str, int], dict[int, NDArray[Any]]]:
    """A Draco mesh of vertices `(n, 3)` and their attributes.

    Returns:
        the bytes, the unique id of each glTF attribute, and what a decoder makes of it (`decode_draco`): its order is another one.

    Raises:
        DependencyMissing: DracoPy is not installed.
        MeshError: Draco cannot pack the mesh.
    """
    draco = _library()
    try:
        data = draco.encode(
            np.ascontiguousarray(positions, np.float64),
            np.ascontiguousarray(faces, np.uint32),
            quantization_bits=POSITION_BITS,
            compression_level=LEVEL,
            normals=np.ascontiguousarray(normals, np.float64),
            tex_coord=None if uv is None else np.ascontiguousarray(uv, np.float64),
            normal_quantization_bits=NORMAL_BITS,
            tex_coord_quantization_bits=None if uv is None else UV_BITS,
        )
    except Exception as error:  # DracoPy raises its own types and plain ones.
        raise MeshError(f"write_glb: Draco cannot pack the mesh ({type(error).__name__}). Leave out draco.") from None
    ids = {"POSITION": _POSITION, "NORMAL": _NORMAL} | ({} if uv is None else {"TEXCOORD_0": _UV})
    out = draco.decode(data)
    kinds = {a["attribute_type"]: a["unique_id"] for a in out.attributes}
    return data, {name: kinds[kind] for name, kind in ids.items()}, _arrays(out)


def decode_draco(data: bytes) -> dict[int, NDArray[Any]]:
    """Attributes by unique id, each `(n, width)`; -1 for the faces `(m, 3)`.

    Raises:
        DependencyMissing: DracoPy is not installed.
        MeshError: the bytes are no Draco mesh.
    """
    if data[:5] != b"DRACO" or len(data) < 11:
        raise MeshError("read_glb: the Draco data is broken. Export the file again.")
    # Version 2 of a mesh is what every encoder since 2017 writes.
    major, _, kind, _, flags = struct.unpack_from("<BBBBH", data, 5)
    if kind != 1 or major != 2 or flags & 0x7FFF:
        raise MeshError("read_glb: the Draco data is no mesh of version 2. Export the file again.")
    draco = _library()
    try:
        out = draco.decode(data)
        arrays = _arrays(out)
    except Exception as error:  # DracoPy raises its own types and plain ones.
        raise MeshError(f"read_glb: Draco cannot unpack the mesh ({type(error).__name__}). Export it again.") from None
    return arrays


def _arrays(mesh: Any) -> dict[int, NDArray[Any]]:
    faces = np.asarray(mesh.faces, np.int64).reshape(-1, 3)
    return {-1: faces} | {int(a["unique_id"]): np.asarray(a["data"]) for a in mesh.attributes}


def _library() -> Any:
    try:
        DracoPy = importlib.import_module("DracoPy")
    except ImportError:
        raise DependencyMissing(f"Draco compression needs DracoPy. Install it: {INSTALL}") from None
    return DracoPy
