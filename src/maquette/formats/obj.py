"""Wavefront OBJ with MTL and textures beside it (`mtl`): quads and UVs kept; read with several materials, objects and vertex colours."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.assemble import Part, assemble
from maquette.formats.maps import map_files
from maquette.formats.model import Material, Model
from maquette.formats.mtl import read_mtl, write_mtl
from maquette.formats.polygons import MAX_FACES, Polygons, polygons
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Ints, Mesh
from maquette.texture.textures import TextureSet

MAX_TEXT = 512 << 20
"""Bytes of an OBJ: some 5 million faces. It is parsed block by block: numbers take less memory than the text."""
_BLOCK = 1 << 20
_MAX_NAMES = 100_000
_MAX_CORNERS = 65_536


def write_obj(mesh: Mesh, textures: TextureSet | None, *, name: str = "model") -> list[tuple[str, bytes]]:
    """`name.obj`, `name.mtl` and a PNG for each map (`maps`); the OBJ first. Metres, Y up.

    Raises:
        MeshError: the mesh is empty or broken, or has textures but no UVs.
    """
    validate(mesh, "write_obj")
    if textures is not None and mesh.uv is None:
        raise MeshError("write_obj: the mesh has textures but no UVs. Unwrap it first.")
    p = polygons(mesh)
    parts = [f"# Maquette\n# metres, Y up\nmtllib {name}.mtl\no {name}\n"]
    # Nine digits bring every float32 back to the bit.
    parts.append(_lines("v %.9g %.9g %.9g\n", mesh.vertices))
    if mesh.uv is not None:
        parts.append(_lines("vt %.9g %.9g\n", mesh.uv))
    normals, quad_vn, triangle_vn = _normals(mesh, p)
    parts.append(_lines("vn %.5g %.5g %.5g\n", normals))
    parts.append(f"usemtl {name}\ns 1\n")
    for faces, uv, vn in ((p.quads, p.quad_uv, quad_vn), (p.triangles, p.triangle_uv, triangle_vn)):
        if not len(faces):
            continue
        corner = "%d//%d" if uv is None else "%d/%d/%d"
        columns = [faces, vn] if uv is None else [faces, uv, vn]
        parts.append(_lines("f " + " ".join([corner] * faces.shape[1]) + "\n", np.stack(columns, axis=2) + 1))
    pictures = {} if textures is None else map_files(textures)
    return [
        (f"{name}.obj", "".join(parts).encode()),
        (f"{name}.mtl", write_mtl(textures, name).encode()),
        *pictures.items(),
    ]


def _normals(mesh: Mesh, p: Polygons) -> tuple[NDArray[np.float32], Ints, Ints]:
    """The `vn` of a mesh, and those of its quads' and triangles' corners: one for each vertex, or around hard edges several."""
    hard = p.normals(mesh)
    if hard is None:
        return mesh.vertex_normals(), p.quads, p.triangles
    normals, index = np.unique(hard, axis=0, return_inverse=True)
    at = index.ravel().astype(np.int32)
    quads = 4 * len(p.quads)
    return normals, at[:quads].reshape(-1, 4), at[quads:].reshape(-1, 3)


def _lines(row: str, values: NDArray[np.generic]) -> str:
    """`row` filled once for each entry of `values`, in chunks that keep memory level."""
    flat = values.reshape(len(values), -1)
    step = 100_000
    return "".join(
        row * len(part) % tuple(part.ravel().tolist())
        for part in (flat[i : i + step] for i in range(0, len(flat), step))
    )


def read_obj(data: bytes, load: Callable[[str], bytes] | None = None) -> tuple[Mesh, TextureSet | None]:
    """Mesh and textures of `obj_model`; the textures are None where they are not all that the file says (`Model.textures`)."""
    model = obj_model(data, load)
    return model.mesh, model.textures


def obj_model(data: bytes, load: Callable[[str], bytes] | None = None) -> Model:
    """All faces of an OBJ with their materials, and the colours behind the positions (`v x y z r g b`, sRGB) where there are any.

    Objects (`o`), or groups (`g`) where there are no objects, are parts.

    Args:
        data: the OBJ's text.
        load: bytes of a file beside it by its relative name (raising `MeshError` where there is none), or None.

    Raises:
        MeshError: no faces, numbers that are none, or indices outside of their lists.
    """
    if len(data) > MAX_TEXT:
        raise MeshError(
            f"read_obj: the file is larger than {MAX_TEXT >> 20} MB. Simplify it, or give it as GLB or PLY."
        )
    if b"\0" in data[:4096]:
        raise MeshError("read_obj: this is not an OBJ file. Give a Wavefront OBJ text file.")
    scan = _Scan()
    for block in _blocks(data):
        scan.block(block)
    return scan.model(load)


def _blocks(data: bytes) -> Iterator[bytes]:
    """Whole lines, about `_BLOCK` bytes at a time."""
    at = 0
    while at < len(data):
        end = data.find(b"\n", at + _BLOCK)
        # A line that goes on in the next one must not be cut.
        while end > 0 and data[end - 1 : end] == b"\\":
            end = data.find(b"\n", end + 1)
        end = len(data) if end < 0 else end
        block = data[at:end]
        yield block.replace(b"\\\r\n", b" ").replace(b"\\\n", b" ") if b"\\" in block else block
        at = end + 1


@dataclass
class _Scan:
    """What is known of the file so far; arrays of numbers grow, the text of each block is forgotten."""

    points: list[NDArray[np.float64]] = field(default_factory=list)
    colors: list[tuple[int, NDArray[np.float32]]] = field(default_factory=list)
    uv: list[NDArray[np.float64]] = field(default_factory=list)
    counts: array[int] = field(default_factory=lambda: array("i"))
    corners: list[NDArray[np.int64]] = field(default_factory=list)
    uv_corners: list[NDArray[np.int64]] = field(default_factory=list)
    normals: list[NDArray[np.float64]] = field(default_factory=list)
    normal_corners: list[NDArray[np.int64]] = field(default_factory=list)
    libraries: list[str] = field(default_factory=list)
    names: dict[str, dict[str, int]] = field(default_factory=lambda: {"usemtl": {}, "o": {}, "g": {}})
    runs: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: {"usemtl": [], "o": [], "g": []})
    vertex_count: int = 0
    uv_count: int = 0
    normal_count: int = 0

    def block(self, text: bytes) -> None:
        """Read whole lines."""
        points: list[bytes] = []
        uv: list[bytes] = []
        normals: list[bytes] = []
        faces: list[bytes] = []
        for line in text.splitlines():
            if b"#" in line:
                line = line.partition(b"#")[0]
            words = line.split(None, 1)
            if len(words) < 2:
                continue
            key, rest = words
            if key == b"v":
                points.append(rest)
            elif key == b"vt":
                uv.append(rest)
            elif key == b"vn":
                normals.append(rest)
            elif key == b"f":
                corners = rest.split()
                if len(corners) > _MAX_CORNERS:
                    raise MeshError(f"read_obj: a face has more than {_MAX_CORNERS} corners. Triangulate it first.")
                self.counts.append(len(corners))
                if b"-" in rest:
                    corners = [self._absolute(c, len(points), len(uv), len(normals)) for c in corners]
                faces += corners
            elif key == b"mtllib":
                self.libraries.append(rest.strip().decode("utf-8", "replace"))
            elif key in (b"usemtl", b"o", b"g"):
                self._name(key.decode(), rest.strip().decode("utf-8", "replace"))
        self._points(points)
        self._uv(uv)
        if normals:
            self.normals.append(_table(normals, 3, 3)[:, :3])
            self.normal_count += len(normals)
        if faces:
            corner, uv_corner, normal_corner = _corners(faces)
            self.corners.append(corner - 1)
            self.uv_corners.append(uv_corner - 1)
            self.normal_corners.append(normal_corner - 1)
        if len(self.counts) > MAX_FACES:
            raise MeshError(f"read_obj: the file has more than {MAX_FACES} faces. Simplify it first.")

    def _name(self, key: str, name: str) -> None:
        names = self.names[key]
        self.runs[key].append((len(self.counts), names.setdefault(name[:200], len(names))))
        if len(names) > _MAX_NAMES:
            raise MeshError(f"read_obj: the file has more than {_MAX_NAMES} names. Join its parts first.")

    def _absolute(self, corner: bytes, points: int, uv: int, normals: int) -> bytes:
        """A corner whose negative numbers, which count back from here, are replaced."""
        fields = corner.split(b"/")
        for i, count in enumerate((self.vertex_count + points, self.uv_count + uv, self.normal_count + normals)):
            if i < len(fields) and fields[i].startswith(b"-"):
                # 0 is no index: it is refused later.
                fields[i] = b"%d" % max(count + 1 + _whole(fields[i]), 0)
                if fields[i] == b"0":
                    raise MeshError("read_obj: a face points outside of the vertices. Export the file again.")
        return b"/".join(fields[:3])

    def _points(self, rows: list[bytes]) -> None:
        if not rows:
            return
        table = _table(rows, 3, 3)
        self.points.append(table[:, :3])
        if table.shape[1] in (6, 7):
            self.colors.append((self.vertex_count, table[:, -3:].astype(np.float32)))
        self.vertex_count += len(rows)

    def _uv(self, rows: list[bytes]) -> None:
        if rows:
            table = _table(rows, 1, 2)
            self.uv.append(table[:, :2] if table.shape[1] > 1 else np.pad(table, ((0, 0), (0, 1))))
            self.uv_count += len(rows)

    def model(self, load: Callable[[str], bytes] | None) -> Model:
        """All that was read."""
        if not self.corners or not self.points:
            raise MeshError("read_obj: the file holds no faces. Give a surface, not points or lines.")
        counts = np.frombuffer(self.counts, np.int32)
        corners, uv_corners = np.concatenate(self.corners), np.concatenate(self.uv_corners)
        self.corners.clear()
        self.uv_corners.clear()
        vertices = np.concatenate(self.points)
        if corners.min() < 0 or corners.max() >= len(vertices):
            raise MeshError("read_obj: a face points outside of the vertices. Export the file again.")
        colors = None
        if self.colors:
            table = np.ones((len(vertices), 3), np.float32)
            for start, rows in self.colors:
                table[start : start + len(rows)] = rows
            colors = (table / 255 if table.max() > 1.001 else table)[corners]
        materials, of_polygon = self._materials(load)
        key = "o" if len(self.names["o"]) > 1 or not self.names["g"] else "g"
        part = self._rows(key)
        part = np.where(part < 0, len(self.names[key]), part)
        uv = np.concatenate(self.uv) if self.uv else None
        normals = self._normals()
        if len(np.unique(part)) < 2:
            only = Part(vertices, counts, corners, uv, uv_corners, of_polygon, colors, normals=normals)
            return assemble("read_obj", [only], materials)
        whole = Part(vertices, counts, corners, uv, uv_corners, of_polygon, colors, normals=normals)
        model = assemble("read_obj", [whole], materials)
        return _with_parts(model, counts, part, [*self.names[key], ""])

    def _normals(self) -> NDArray[np.float64] | None:
        """Normals at all corners, zero where one has none; None if the file has none that fit."""
        at = np.concatenate(self.normal_corners)
        self.normal_corners.clear()
        if not self.normals or (at < 0).all() or at.max() >= self.normal_count:
            return None
        return np.concatenate([*self.normals, np.zeros((1, 3))])[np.where(at < 0, -1, at)]

    def _materials(self, load: Callable[[str], bytes] | None) -> tuple[list[Material], NDArray[np.int64]]:
        """Materials that some face uses and that a library describes, and the row of each polygon's."""
        rows = self._rows("usemtl")
        known: dict[str, Callable[[], Material]] = {}
        for library in self.libraries[:16]:
            if load is None:
                break
            try:
                known = read_mtl(load(library), load) | known
            except MeshError:
                continue
        if not self.names["usemtl"] and len(known) == 1:
            return [next(iter(known.values()))()], np.zeros(len(rows), np.int64)
        names = list(self.names["usemtl"])
        used = [i for i in np.unique(rows[rows >= 0]) if names[i] in known]
        place = np.full(len(names) + 1, -1, np.int64)
        place[used] = np.arange(len(used))
        return [known[names[i]]() for i in used], place[rows]

    def _rows(self, key: str) -> NDArray[np.int64]:
        """For each polygon the number of the name that was in force, or -1."""
        runs = [(0, -1), *self.runs[key]]
        starts = np.array([r[0] for r in runs] + [len(self.counts)])
        return np.repeat(np.array([r[1] for r in runs], np.int64), np.diff(starts))


def _with_parts(model: Model, counts: NDArray[np.int32], part: NDArray[np.int64], names: list[str]) -> Model:
    """The model with the part of each polygon told for each of its faces (in the order of `polygons.triangulated`)."""
    index = np.arange(len(counts))
    groups = [np.repeat(index[counts == 4], 2), index[counts == 3]]
    groups += [np.repeat(index[counts == size], size - 2) for size in np.unique(counts[counts > 4])]
    of_face = part[np.concatenate(groups)]
    used, row = np.unique(of_face, return_inverse=True)
    title = tuple(names[i] or f"part{i + 1}" for i in used)
    if len(used) < 2:
        return model
    return Model(
        *(model.mesh, model.materials, model.face_material, model.colors, model.extras),
        parts=title,
        face_part=row.ravel().astype(np.int32),
    )


def _table(rows: list[bytes], least: int, keep: int) -> NDArray[np.float64]:
    """Numbers of rows `(n, w)`; where rows differ in length, the first `keep` of each, 0 for those that are missing."""
    try:
        words = [r.split() for r in rows]
        widths = set(map(len, words))
        if min(widths) < least:
            raise MeshError("read_obj: a vertex has too few numbers. Export the file again.")
        if len(widths) > 1:
            words = [(w + [b"0"] * keep)[:keep] for w in words]
        return np.array([list(map(float, w)) for w in words], np.float64)
    except (ValueError, OverflowError):
        raise MeshError("read_obj: a vertex or UV is not made of numbers. Export the file again.") from None


def _corners(faces: list[bytes]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Vertex, UV and normal numbers of `v`, `v/vt`, `v//vn` or `v/vt/vn`; 0 stands for none."""
    slashes = {c.count(b"/") for c in faces}
    try:
        text = b" ".join(faces)
        none = np.zeros(len(faces), np.int64)
        if len(slashes) == 1 and not text.endswith(b"/") and b"/ " not in text:
            each = slashes.pop() + 1
            flat = np.array(list(map(int, text.replace(b"//", b"/0/").replace(b"/", b" ").split())), np.int64)
            table = flat.reshape(len(faces), each)
            return table[:, 0], table[:, 1] if each > 1 else none, table[:, 2] if each > 2 else none
        parts = [[int(n) if n else 0 for n in (*c.split(b"/"), b"", b"")[:3]] for c in faces]
        rows = np.array(parts, np.int64)
        return rows[:, 0], rows[:, 1], rows[:, 2]
    except (ValueError, OverflowError):
        raise MeshError("read_obj: a face is not made of indices. Export the file again.") from None


def _whole(text: bytes) -> int:
    try:
        return int(text)
    except ValueError:
        raise MeshError("read_obj: a face is not made of indices. Export the file again.") from None
