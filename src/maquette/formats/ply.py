"""PLY (Stanford polygon format): written binary with quads, normals and vertex colours; read in all three encodings.

Colours at vertices are what MeshLab, Blender, CloudCompare and Open3D read; per-face UVs are read by few, so none are written.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.assemble import Part, assemble
from maquette.formats.maps import vertex_colors
from maquette.formats.model import Model
from maquette.formats.polygons import MAX_FACES, polygons
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

_TYPES = {
    **dict.fromkeys(("char", "int8"), "i1"),
    **dict.fromkeys(("uchar", "uint8"), "u1"),
    **dict.fromkeys(("short", "int16"), "i2"),
    **dict.fromkeys(("ushort", "uint16"), "u2"),
    **dict.fromkeys(("int", "int32"), "i4"),
    **dict.fromkeys(("uint", "uint32"), "u4"),
    **dict.fromkeys(("float", "float32"), "f4"),
    **dict.fromkeys(("double", "float64"), "f8"),
}
_MAX_ROWS = 3 * MAX_FACES


def write_ply(mesh: Mesh, textures: TextureSet | None) -> bytes:
    """Binary little-endian PLY: metres, Y up; a vertex colour is the mean of the base colour at the vertex's UVs.

    Raises:
        MeshError: the mesh is empty or broken, or has textures but no UVs.
    """
    validate(mesh, "write_ply")
    if textures is not None and mesh.uv is None:
        raise MeshError("write_ply: the mesh has textures but no UVs. Unwrap it first.")
    names = ["x", "y", "z", "nx", "ny", "nz"]
    fields: list[tuple[str, str]] = [(n, "<f4") for n in names]
    if textures is not None:
        fields += [(n, "u1") for n in ("red", "green", "blue")]
    table = np.zeros(len(mesh.vertices), fields)
    for i, column in enumerate(np.concatenate([mesh.vertices, mesh.vertex_normals()], axis=1).T):
        table[names[i]] = column
    if textures is not None:
        colors = mesh_colors(mesh, textures)
        for i, channel in enumerate(("red", "green", "blue")):
            table[channel] = colors[:, i]
    p = polygons(mesh)
    rows = []
    for faces in (p.quads, p.triangles):
        row = np.zeros(len(faces), [("count", "u1"), ("index", "<i4", faces.shape[1])])
        row["count"], row["index"] = faces.shape[1], faces
        rows.append(row.tobytes())
    header = ["ply", "format binary_little_endian 1.0", "comment Maquette: metres, Y up"]
    header.append(f"element vertex {len(table)}")
    header += [f"property {'float' if kind == '<f4' else 'uchar'} {name}" for name, kind in fields]
    header += [
        f"element face {len(p.quads) + len(p.triangles)}",
        "property list uchar int vertex_indices",
        "end_header",
    ]
    return "\n".join(header).encode() + b"\n" + table.tobytes() + b"".join(rows)


def mesh_colors(mesh: Mesh, textures: TextureSet) -> NDArray[np.uint8]:
    """`(n, 3) uint8` sRGB base colour of each vertex; grey where no face uses it."""
    if mesh.uv is None or mesh.face_uv is None:
        raise MeshError("mesh_colors: the mesh has no UVs. Unwrap it first.")
    corner = vertex_colors(textures, mesh.uv)[mesh.face_uv.ravel()].astype(np.float64)
    at = mesh.faces.ravel()
    count = np.bincount(at, minlength=len(mesh.vertices))
    total = np.stack([np.bincount(at, corner[:, c], minlength=len(mesh.vertices)) for c in range(3)], axis=1)
    mean = np.where(count[:, None] > 0, total / np.maximum(count, 1)[:, None], 128)
    return np.rint(mean).astype(np.uint8)


@dataclass(frozen=True)
class _Element:
    name: str
    count: int
    properties: tuple[tuple[str, str, str | None], ...]
    """(name, type, type of the length for a list)."""


def read_ply(data: bytes) -> Mesh:
    """The mesh alone of `ply_model`."""
    return ply_model(data).mesh


def ply_model(data: bytes) -> Model:
    """Mesh of a PLY; UVs at vertices (`s t`, `u v`, `texture_u texture_v`) are kept, and colours at vertices or faces (sRGB).

    Raises:
        MeshError: no PLY, cut off, not finite, or without faces.
    """
    elements, order, body = _header(data)
    vertices: NDArray[np.float64] | None = None
    uv: NDArray[np.float64] | None = None
    shade: NDArray[np.float32] | None = None
    counts = corners = face_shade = None
    cursor: _Binary | _Text = _Text(body) if order == "" else _Binary(body, order)
    for element in elements:
        if element.name == "face":
            counts, corners, columns = _faces(cursor, element)
            face_shade = _colors(element, columns)
            continue
        table = cursor.table(element)
        if element.name == "vertex":
            try:
                vertices = np.stack([table[k] for k in "xyz"], axis=1)
            except KeyError:
                raise MeshError("read_ply: the vertices have no x, y and z. Export the file again.") from None
            for u, v in (("s", "t"), ("u", "v"), ("texture_u", "texture_v")):
                if u in table and v in table:
                    uv = np.stack([table[u], table[v]], axis=1)
            shade = _colors(element, table)
    if vertices is None or counts is None or corners is None:
        raise MeshError("read_ply: the file holds no faces. Give a surface, not points.")
    colors = None
    if shade is not None and len(corners) and corners.min() >= 0 and corners.max() < len(shade):
        colors = shade[corners]
    elif face_shade is not None:
        colors = np.repeat(face_shade, counts, axis=0)
    part = Part(vertices, counts, corners, uv, corners if uv is not None else None, colors=colors)
    # Vertices with UVs are split at seams.
    return assemble("read_ply", [part], join=uv is not None)


def _colors(element: _Element, table: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float32] | None:
    """`(n, 3)` of `red green blue` (or `diffuse_red` …) in [0, 1], by the range of their type."""
    kinds = {n: k for n, k, size in element.properties if size is None}
    for prefix in ("", "diffuse_"):
        names = [prefix + c for c in ("red", "green", "blue")]
        if all(n in kinds and n in table for n in names):
            kind = np.dtype(kinds[names[0]])
            top = float(np.iinfo(kind).max) if kind.kind in "iu" else 1.0
            return np.stack([table[n] / top for n in names], axis=1).astype(np.float32)
    return None


def _header(data: bytes) -> tuple[list[_Element], str, bytes]:
    end = data.find(b"end_header", 0, 65536)
    if data[:3] != b"ply" or end < 0:
        raise MeshError("read_ply: this is not a PLY file, or its header is cut off. Export it again.")
    stop = data.find(b"\n", end)
    order: str | None = None
    elements: list[_Element] = []
    try:
        for line in data[:end].decode("ascii", "replace").splitlines():
            words = line.split()
            if not words:
                continue
            if words[0] == "format":
                order = {"ascii": "", "binary_little_endian": "<", "binary_big_endian": ">"}[words[1]]
            elif words[0] == "element":
                elements.append(_Element(words[1], int(words[2]), ()))
            elif words[0] == "property":
                new = (
                    (words[4], _TYPES[words[3]], _TYPES[words[2]])
                    if words[1] == "list"
                    else (words[2], _TYPES[words[1]], None)
                )
                last = elements[-1]
                elements[-1] = _Element(last.name, last.count, (*last.properties, new))
    except (KeyError, IndexError, ValueError):
        raise MeshError("read_ply: the header cannot be read. Export the file again.") from None
    if order is None or stop < 0:
        raise MeshError("read_ply: the header names no format. Export the file again.")
    if any(not 0 <= e.count <= _MAX_ROWS for e in elements):
        raise MeshError(f"read_ply: the file claims more than {_MAX_ROWS} rows. Simplify it first.")
    return elements, order, data[stop + 1 :]


def _cut_off() -> MeshError:
    return MeshError("read_ply: the file ends before its data. Download it again.")


class _Binary:
    def __init__(self, data: bytes, order: str) -> None:
        self.data, self.order, self.at = data, order, 0

    def table(self, element: _Element) -> dict[str, NDArray[np.float64]]:
        """Columns of an element; lists are stepped over."""
        if any(size for _, _, size in element.properties):
            for _ in range(element.count):
                for _, kind, size in element.properties:
                    self.take(kind, int(self.take(size, 1)[0]) if size else 1)
            return {}
        record = np.dtype([(n, kind if kind[1] == "1" else self.order + kind) for n, kind, _ in element.properties])
        length = record.itemsize * element.count
        if self.at + length > len(self.data):
            raise _cut_off()
        rows = np.frombuffer(self.data, record, element.count, self.at)
        self.at += length
        with np.errstate(invalid="ignore"):  # signalling NaNs of a broken file; they are refused later
            return {n: rows[n].astype(np.float64) for n, _, _ in element.properties}

    def take(self, kind: str, count: int) -> NDArray[Any]:
        record = np.dtype(self.order + kind)
        if count < 0 or self.at + record.itemsize * count > len(self.data):
            raise _cut_off()
        values = np.frombuffer(self.data, record, count, self.at)
        self.at += record.itemsize * count
        return values

    def runs(self, element: _Element) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
        """Counts and corners of an element with one list: runs of equal length are read at once."""
        if len(element.properties) != 1:
            return None
        _, kind, size = element.properties[0]
        counts: list[NDArray[np.int64]] = []
        corners: list[NDArray[np.int64]] = []
        left = element.count
        while left:
            first = int(self.take(size or "u1", 1)[0])
            self.at -= np.dtype(size).itemsize
            record = np.dtype([("n", self.order + (size or "u1")), ("i", self.order + kind, (max(first, 0),))])
            fit = min(left, (len(self.data) - self.at) // record.itemsize)
            if fit < 1:
                raise _cut_off()
            # A long look ahead is wasted where lengths change often.
            fit = min(fit, 1 << 16)
            rows = np.frombuffer(self.data, record, fit, self.at)
            same = int(np.argmax(rows["n"] != first)) if (rows["n"] != first).any() else fit
            counts.append(np.full(same, first, np.int64))
            corners.append(rows["i"][:same].astype(np.int64).ravel())
            self.at += record.itemsize * same
            left -= same
        return np.concatenate(counts), np.concatenate(corners)


class _Text:
    def __init__(self, data: bytes) -> None:
        self.lines = data.decode("ascii", "replace").splitlines()
        self.at = 0

    def rows(self, element: _Element) -> list[list[str]]:
        rows = [line.split() for line in self.lines[self.at : self.at + element.count]]
        if len(rows) < element.count:
            raise _cut_off()
        self.at += element.count
        return rows

    def table(self, element: _Element) -> dict[str, NDArray[np.float64]]:
        rows = self.rows(element)
        if any(size for _, _, size in element.properties) or not rows:
            return {}
        try:
            values = np.array([r[: len(element.properties)] for r in rows], dtype=np.float64)
            return {n: values[:, i] for i, (n, _, _) in enumerate(element.properties)}
        except (ValueError, IndexError):
            raise MeshError("read_ply: a row is not made of its numbers. Export the file again.") from None


def _faces(
    cursor: _Binary | _Text, element: _Element
) -> tuple[NDArray[np.int64], NDArray[np.int64], dict[str, NDArray[np.float64]]]:
    """Counts and corners of the first list that names vertices, and the columns beside it."""
    names = [n for n, _, size in element.properties if size]
    wanted = next((n for n in ("vertex_indices", "vertex_index") if n in names), None)
    if wanted is None:
        raise MeshError("read_ply: the faces have no vertex_indices. Export the file again.")
    if isinstance(cursor, _Binary) and (quick := cursor.runs(element)) is not None:
        return *quick, {}
    counts, corners = array("q"), array("q")
    columns = {n: array("d") for n, _, size in element.properties if not size}
    rows = cursor.rows(element) if isinstance(cursor, _Text) else None
    for row in range(element.count):
        at = 0
        for name, kind, size in element.properties:
            try:
                if rows is not None:
                    length = int(rows[row][at]) if size else 1
                    at += bool(size)
                    words = rows[row][at : at + length]
                    values: list[float] = [int(w) for w in words] if name == wanted else []
                    values = [float(w) for w in words] if not size else values
                    short = length < 0 or (name == wanted and len(values) < length)
                    at += length
                else:
                    assert isinstance(cursor, _Binary)
                    length = int(cursor.take(size, 1)[0]) if size else 1
                    values, short = cursor.take(kind, length).tolist(), False
                if name == wanted:
                    counts.append(length)
                    corners.extend(map(int, values))
                elif not size:
                    columns[name].append(values[0])
            except (ValueError, IndexError, OverflowError):
                raise MeshError("read_ply: a face is not made of indices. Export the file again.") from None
            if short:
                raise _cut_off()
            if len(corners) > _MAX_ROWS:
                raise MeshError(f"read_ply: the file has more than {MAX_FACES} faces. Simplify it first.")
    table = {n: np.frombuffer(c, np.float64) for n, c in columns.items()}
    return np.frombuffer(counts, np.int64), np.frombuffer(corners, np.int64), table
