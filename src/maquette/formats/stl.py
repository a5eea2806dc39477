"""STL: a bag of triangles, written in its binary form, read in both. No units and no axes: ours are metres with Y up."""

from __future__ import annotations

import re
import struct

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.polygons import MAX_FACES, mesh_from_polygons
from maquette.geometry.clean import merge_vertices, validate
from maquette.geometry.hard_edges import UNSAID, creased
from maquette.geometry.mesh import Mesh

_RECORD = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])


def write_stl(mesh: Mesh, *, name: str = "model") -> bytes:
    """Binary STL of the triangulation.

    Raises:
        MeshError: the mesh is empty or broken.
    """
    validate(mesh, "write_stl")
    records = np.zeros(len(mesh.faces), _RECORD)
    n = mesh.face_normals().astype(np.float64)
    length = np.linalg.norm(n, axis=1, keepdims=True)
    records["normal"] = n / np.where(length > 0, length, 1)
    records["corners"] = mesh.vertices[mesh.faces]
    # A header that begins with "solid" would be taken for the text form.
    header = f"binary STL {name}".encode("ascii", "replace")[:80].ljust(80)
    return header + struct.pack("<I", len(records)) + records.tobytes()


def read_stl(data: bytes) -> Mesh:
    """Mesh of a binary or text STL, corners joined where they are equal to the bit.

    Raises:
        MeshError: no STL, cut off, not finite, or without triangles.
    """
    if len(data) >= 84:
        (count,) = struct.unpack_from("<I", data, 80)
        if 84 + 50 * count == len(data) or (84 + 50 * count < len(data) and data[:5].lower() != b"solid"):
            return _joined(np.frombuffer(data, _RECORD, count, 84)["corners"].reshape(-1, 3))
    if data[:512].lstrip()[:5].lower() == b"solid":
        return _read_text(data)
    if len(data) >= 84:
        raise MeshError(f"read_stl: the file says {count} triangles but ends before them. Download it again.")
    raise MeshError("read_stl: this is not an STL file. Give a binary or text STL.")


def _read_text(data: bytes) -> Mesh:
    numbers = re.findall(rb"\bvertex\s+(\S+)\s+(\S+)\s+(\S+)", data)
    if not numbers or len(numbers) % 3 or b"endsolid" not in data:
        raise MeshError("read_stl: the text holds no whole triangles, or is cut off. Export it again.")
    try:
        return _joined(np.array(numbers).astype(np.float32))
    except ValueError:
        raise MeshError("read_stl: a vertex is not made of numbers. Export the file again.") from None


def _joined(corners: NDArray[np.float32]) -> Mesh:
    count = len(corners) // 3
    if count > MAX_FACES:
        raise MeshError(f"read_stl: the file has more than {MAX_FACES} triangles. Simplify it first.")
    soup = mesh_from_polygons("read_stl", corners, np.full(count, 3), np.arange(len(corners)))
    return creased(merge_vertices(soup), UNSAID)
