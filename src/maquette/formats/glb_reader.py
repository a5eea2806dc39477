"""glTF reader: any glTF 2.0, binary or as files, foreign ones included, as one `Mesh` with the first material's textures."""

from __future__ import annotations

import base64
import binascii
import json
import struct
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.png import decode_image
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import transform_normals
from maquette.texture.textures import TextureSet

MAX_NODES = 100_000
MAX_FACES = 20_000_000
COMPONENTS = {5120: "i1", 5121: "u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT2": 4, "MAT3": 9, "MAT4": 16}
Doubles = NDArray[np.float64]


def read_glb(data: bytes) -> tuple[Mesh, TextureSet | None, dict[str, Any]]:
    """The scene of a GLB as one mesh in metres, its textures if it has any, and `asset.extras`.

    All triangle primitives of all nodes are merged under their transforms. Vertices are joined where positions are equal to the
    bit, so that topology can be judged; UVs stay indexed apart. Normals are kept where every primitive has them and joined
    vertices agree, else left to be computed. Textures are those of the first primitive's material, if embedded.

    Raises:
        MeshError: not a GLB, cut off, inconsistent, compressed by an extension, or without triangles.
    """
    return _guarded(lambda: _Reader(*_chunks(data), _nothing_outside))


def read_gltf(
    data: bytes, load: Callable[[str], bytes] | None = None
) -> tuple[Mesh, TextureSet | None, dict[str, Any]]:
    """As `read_glb`, of a `.gltf` text.

    Args:
        data: the JSON.
        load: bytes of a file beside it by its relative name; without it only data URIs can be followed.
    """
    if data[:4] == b"glTF":
        return read_glb(data)
    return _guarded(lambda: _Reader(data, b"", load or _nothing_outside))


def _guarded(make: Callable[[], _Reader]) -> tuple[Mesh, TextureSet | None, dict[str, Any]]:
    try:
        return make().read()
    except MeshError:
        raise
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        raise MeshError(
            f"read_glb: the file is inconsistent ({type(error).__name__}: {error}). Export it again."
        ) from None


def _nothing_outside(name: str) -> bytes:
    raise MeshError("read_glb: the file points to other files. Export it as one self-contained GLB.")


def _chunks(data: bytes) -> tuple[bytes, bytes]:
    """JSON and binary chunk of a GLB."""
    if len(data) < 20 or data[:4] != b"glTF":
        raise MeshError("read_glb: this is not a GLB file. Give a binary glTF 2.0 file.")
    version, total = struct.unpack_from("<II", data, 4)
    if version != 2:
        raise MeshError(f"read_glb: glTF version {version} is not supported. Export as glTF 2.0.")
    if total > len(data):
        raise MeshError(f"read_glb: the file ends after {len(data)} of {total} bytes. Download it again.")
    length, kind = struct.unpack_from("<I4s", data, 12)
    if kind != b"JSON" or 20 + length > total:
        raise MeshError("read_glb: the JSON chunk is missing or cut off. Export the file again.")
    at = 20 + length
    binary = b""
    if at + 8 <= total:
        size, kind = struct.unpack_from("<I4s", data, at)
        if kind == b"BIN\0":
            if at + 8 + size > total:
                raise MeshError("read_glb: the binary chunk is cut off. Download the file again.")
            binary = data[at + 8 : at + 8 + size]
    return data[20 : 20 + length], binary


class _Reader:
    def __init__(self, text: bytes, binary: bytes, load: Callable[[str], bytes]) -> None:
        try:
            self.doc: dict[str, Any] = json.loads(text)
        except (ValueError, RecursionError):
            raise MeshError("read_glb: the JSON chunk cannot be parsed. Export the file again.") from None
        if not isinstance(self.doc, dict):
            raise MeshError("read_glb: the JSON chunk holds no object. Export the file again.")
        self.binary = binary
        self._load = load
        needed = set(self.doc.get("extensionsRequired", ())) - {
            "KHR_materials_unlit",
            "KHR_texture_transform",
            "KHR_mesh_quantization",
        }
        if needed:
            raise MeshError(f"read_glb: the file needs {', '.join(sorted(needed))}. Export it without compression.")
        self._buffers: dict[int, bytes] = {}

    def read(self) -> tuple[Mesh, TextureSet | None, dict[str, Any]]:
        parts = [self._primitive(p, m) for p, m in self._instances()]
        parts = [p for p in parts if len(p[1])]
        if not parts:
            raise MeshError("read_glb: the file holds no triangles. Give a surface, not points or lines.")
        if sum(len(p[1]) for p in parts) > MAX_FACES:
            raise MeshError(f"read_glb: the scene has more than {MAX_FACES} triangles. Simplify it first.")
        mesh = _merge(parts)
        if not len(mesh.faces):
            raise MeshError("read_glb: every triangle of the file is degenerate. Export the surface again.")
        materials = [p[4] for p in parts]
        textures = self._textures(materials[0]) if mesh.uv is not None else None
        extras = self.doc.get("asset", {}).get("extras", {})
        return mesh, textures, extras if isinstance(extras, dict) else {}

    def _instances(self) -> list[tuple[dict[str, Any], Doubles]]:
        """Triangle primitives with their world matrix, in order of the scene; each node once."""
        nodes = self.doc.get("nodes", [])
        scenes = self.doc.get("scenes")
        if scenes:
            roots = list(scenes[int(self.doc.get("scene", 0))].get("nodes", []))
        else:
            children = {c for n in nodes for c in n.get("children", [])}
            roots = [i for i in range(len(nodes)) if i not in children]
        stack = [(i, np.eye(4)) for i in reversed(roots)]
        seen: set[int] = set()
        out = []
        while stack:
            index, parent = stack.pop()
            if index in seen or len(seen) > MAX_NODES or index < 0:
                raise MeshError("read_glb: the nodes form a circle, or are too many. Export the scene again.")
            seen.add(index)
            node = nodes[index]
            world = parent @ _node_matrix(node)
            if "mesh" in node:
                out += [
                    (p, world) for p in self.doc["meshes"][node["mesh"]]["primitives"] if p.get("mode", 4) in (4, 5, 6)
                ]
            stack += [(c, world) for c in reversed(node.get("children", []))]
        return out

    def _primitive(
        self, primitive: dict[str, Any], world: Doubles
    ) -> tuple[
        NDArray[np.float32], NDArray[np.int64], NDArray[np.float32] | None, NDArray[np.float32] | None, int | None
    ]:
        attributes = primitive["attributes"]
        if "POSITION" not in attributes:
            return np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int64), None, None, None
        local = self._accessor(attributes["POSITION"]).astype(np.float64).reshape(-1, 3)
        if not np.isfinite(local).all() or not np.isfinite(world).all():
            raise MeshError("read_glb: the file has positions that are not numbers. Export it again.")
        vertices = local @ world[:3, :3].T + world[:3, 3]
        count = len(vertices)
        index = (
            self._accessor(primitive["indices"]).ravel().astype(np.int64)
            if "indices" in primitive
            else np.arange(count)
        )
        faces = _triangles(index, primitive.get("mode", 4))
        if len(faces) and (faces.min() < 0 or faces.max() >= count):
            raise MeshError("read_glb: an index points outside of the vertices. Export the file again.")
        normals: NDArray[np.float32] | None = None
        uv: NDArray[np.float32] | None = None
        if "NORMAL" in attributes:
            given = self._accessor(attributes["NORMAL"]).astype(np.float64).reshape(-1, 3)
            if len(given) != count or not np.isfinite(given).all():
                raise MeshError("read_glb: the normals do not fit the positions. Export the file again.")
            normals = transform_normals(given, world) if abs(np.linalg.det(world[:3, :3])) > 1e-30 else None
        if "TEXCOORD_0" in attributes:
            flipped = self._accessor(attributes["TEXCOORD_0"]).astype(np.float32).reshape(-1, 2)
            if len(flipped) != count or not np.isfinite(flipped).all():
                raise MeshError("read_glb: the UVs do not fit the positions. Export the file again.")
            uv = np.stack([flipped[:, 0], 1 - flipped[:, 1]], axis=1)
        if np.linalg.det(world[:3, :3]) < 0:
            faces = faces[:, ::-1]
        return vertices.astype(np.float32), faces, normals, uv, primitive.get("material")

    def _accessor(self, index: int) -> NDArray[Any]:
        """`(count, width)` values; normalised integers become floats, sparse values are put in."""
        a = self.doc["accessors"][_natural(index)]
        count, width, dtype = _natural(a["count"]), WIDTHS[a["type"]], np.dtype(COMPONENTS[a["componentType"]])
        if "bufferView" in a:
            values = self._strided(_natural(a["bufferView"]), _natural(a.get("byteOffset", 0)), count, width, dtype)
        else:
            if count > 3 * MAX_FACES:
                raise MeshError("read_glb: an accessor claims more values than the file can hold. Export it again.")
            values = np.zeros((count, width), dtype)
        if "sparse" in a:
            s = a["sparse"]
            n = _natural(s["count"])
            where, what = s["indices"], s["values"]
            kind = np.dtype(COMPONENTS[where["componentType"]])
            at = self._strided(_natural(where["bufferView"]), _natural(where.get("byteOffset", 0)), n, 1, kind).ravel()
            values = values.copy()
            values[at.astype(np.int64)] = self._strided(
                _natural(what["bufferView"]), _natural(what.get("byteOffset", 0)), n, width, dtype
            )
        if a.get("normalized") and dtype.kind in "iu":
            return np.asarray(np.maximum(values.astype(np.float32) / np.float32(np.iinfo(dtype).max), -1))
        return values

    def _strided(self, view: int, offset: int, count: int, width: int, dtype: np.dtype[Any]) -> NDArray[Any]:
        record = self.doc["bufferViews"][view]
        data = self._view(view)
        item = width * dtype.itemsize
        stride = _natural(record.get("byteStride", 0)) or item
        if stride < item or (count and offset + stride * (count - 1) + item > len(data)):
            raise MeshError("read_glb: an accessor reaches past the end of its data. The file is cut off or broken.")
        raw = np.frombuffer(data, np.uint8)
        rows = (
            np.lib.stride_tricks.as_strided(raw[offset:], (count, item), (stride, 1))
            if count
            else np.zeros((0, item), np.uint8)
        )
        return np.ascontiguousarray(rows).view(dtype).reshape(count, width)

    def _view(self, index: int) -> bytes:
        record = self.doc["bufferViews"][_natural(index)]
        data = self._buffer(_natural(record.get("buffer", 0)))
        start, length = _natural(record.get("byteOffset", 0)), _natural(record["byteLength"])
        if start + length > len(data):
            raise MeshError(
                "read_glb: a buffer view reaches past the end of its buffer. The file is cut off or broken."
            )
        return data[start : start + length]

    def _buffer(self, index: int) -> bytes:
        if index not in self._buffers:
            uri = self.doc["buffers"][index].get("uri")
            if uri is None:
                self._buffers[index] = self.binary
            else:
                self._buffers[index] = self._outside(str(uri))
        return self._buffers[index]

    def _textures(self, material: int | None) -> TextureSet | None:
        if material is None:
            return None
        m = self.doc["materials"][_natural(material)]
        pbr = m.get("pbrMetallicRoughness", {})
        base = self._picture(pbr.get("baseColorTexture"))
        if base is None:
            return None
        unlit = "KHR_materials_unlit" in m.get("extensions", {})
        roughness = self._picture(pbr.get("metallicRoughnessTexture"))
        occlusion = self._picture(m.get("occlusionTexture"))
        orm = None
        if not unlit:
            orm = np.empty((*base.shape[:2], 3), np.uint8) if roughness is None else roughness.copy()
            if roughness is None:
                orm[..., 1] = round(255 * float(pbr.get("roughnessFactor", 1.0)))
                orm[..., 2] = round(255 * float(pbr.get("metallicFactor", 1.0)))
            same = occlusion is not None and occlusion.shape == orm.shape
            orm[..., 0] = occlusion[..., 0] if same and occlusion is not None else 255
        return TextureSet(
            base, orm, self._picture(m.get("normalTexture")), self._picture(m.get("emissiveTexture")), unlit
        )

    def _picture(self, info: dict[str, Any] | None) -> NDArray[np.uint8] | None:
        """Pixels of a texture, or None if it is absent or outside of the file."""
        if info is None:
            return None
        source = self.doc["textures"][_natural(info["index"])].get("source")
        if source is None:
            return None
        image = self.doc["images"][_natural(source)]
        if "bufferView" in image:
            return decode_image(self._view(image["bufferView"]))
        uri = str(image.get("uri", ""))
        if not uri.startswith("data:") and self._load is _nothing_outside:
            return None
        return decode_image(self._outside(uri))

    def _outside(self, uri: str) -> bytes:
        return _data_uri(uri) if uri.startswith("data:") else self._load(unquote(uri))


def _natural(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise MeshError(f"read_glb: '{value}' stands where a count or an index must be. Export the file again.")
    return value


def _data_uri(uri: str) -> bytes:
    head, comma, body = uri.partition(",")
    if not comma or not head.startswith("data:") or not head.endswith(";base64"):
        raise MeshError("read_glb: the file points to other files. Export it as one self-contained GLB.")
    try:
        return base64.b64decode(body, validate=True)
    except binascii.Error:
        raise MeshError("read_glb: an embedded buffer is not valid base64. Export the file again.") from None


def _node_matrix(node: dict[str, Any]) -> Doubles:
    if "matrix" in node:
        return np.array(node["matrix"], np.float64).reshape(4, 4).T
    matrix = np.eye(4)
    x, y, z, w = np.array(node.get("rotation", [0, 0, 0, 1]), np.float64)
    matrix[:3, :3] = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    matrix[:3, :3] *= np.array(node.get("scale", [1, 1, 1]), np.float64)
    matrix[:3, 3] = np.array(node.get("translation", [0, 0, 0]), np.float64)
    return matrix


def _triangles(index: NDArray[np.int64], mode: int) -> NDArray[np.int64]:
    """Triangles of a list (4), a strip (5) or a fan (6)."""
    if mode == 4:
        return index[: len(index) // 3 * 3].reshape(-1, 3)
    if len(index) < 3:
        return np.zeros((0, 3), np.int64)
    if mode == 5:
        faces = np.stack([index[:-2], index[1:-1], index[2:]], axis=1)
        faces[1::2] = faces[1::2, [1, 0, 2]]
        return faces
    return np.stack([np.broadcast_to(index[0], len(index) - 2), index[1:-1], index[2:]], axis=1)


def _merge(parts: list[Any]) -> Mesh:
    """One mesh with positions joined to the bit; UVs only where every part has them."""
    start = np.cumsum([0] + [len(p[0]) for p in parts])
    vertices = np.concatenate([p[0] for p in parts]) + np.float32(0)
    corner = np.concatenate([p[1] + s for p, s in zip(parts, start[:-1], strict=True)])
    packed = np.ascontiguousarray(vertices).view([("x", "f4"), ("y", "f4"), ("z", "f4")]).ravel()
    _, first, inverse = np.unique(packed, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(first), np.int64)
    rank[order] = np.arange(len(first))
    joined = rank[inverse.ravel()]
    faces = joined[corner]
    solid = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    used = np.zeros(len(first), bool)
    used[faces[solid].ravel()] = True
    index = np.cumsum(used) - 1
    positions = vertices[first[order]][used]
    normals = None
    if all(p[2] is not None for p in parts):
        all_normals = np.concatenate([p[2] for p in parts])
        chosen = all_normals[first[order]]
        agree = (np.einsum("ij,ij->i", all_normals, chosen[joined]) > 0.999).all()
        normals = chosen[used] if agree else None
    uv = face_uv = None
    if all(p[3] is not None for p in parts):
        every = np.concatenate([p[3] for p in parts])
        wanted = np.unique(corner[solid])
        place = np.zeros(len(every), np.int64)
        place[wanted] = np.arange(len(wanted))
        uv, face_uv = every[wanted], place[corner[solid]].astype(np.int32)
    return Mesh(positions, index[faces[solid]].astype(np.int32), uv=uv, face_uv=face_uv, normals=normals)
