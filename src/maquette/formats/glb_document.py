"""The containers of a glTF file: its chunks, buffers, views and accessors, each checked against what the file really holds."""

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
from maquette.formats.draco import decode_draco

KNOWN_EXTENSIONS = {
    "EXT_meshopt_compression",
    "EXT_texture_webp",
    "KHR_draco_mesh_compression",
    "KHR_materials_emissive_strength",
    "KHR_materials_ior",
    "KHR_materials_pbrSpecularGlossiness",
    "KHR_materials_specular",
    "KHR_materials_unlit",
    "KHR_mesh_quantization",
    "KHR_texture_transform",
    "KHR_node_visibility",
}
"""Extensions that a file may require."""
REMEDIES = {"KHR_texture_basisu": "Export it with PNG, JPEG or WebP textures instead of KTX2."}
MESHOPT = "Unpack it first: npx @gltf-transform/cli copy IN.glb OUT.glb"
"""PyPI has no wheel of meshoptimizer."""
MAX_EMPTY = 1_000_000
"""Values of an accessor that has no data of its own."""
MAX_JSON = 128 << 20
COMPONENTS = {5120: "i1", 5121: "u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT2": 4, "MAT3": 9, "MAT4": 16}


def nothing_outside(name: str) -> bytes:
    """The loader of a file that stands alone."""
    raise MeshError("read_glb: the file points to other files. Export it as one self-contained GLB.")


def chunks(data: bytes) -> tuple[bytes, bytes]:
    """JSON and binary chunk of a GLB.

    Raises:
        MeshError: no GLB of version 2, or cut off.
    """
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
    if length > MAX_JSON:
        raise MeshError(f"read_glb: the JSON chunk is larger than {MAX_JSON >> 20} MB. Join the scene's parts first.")
    at = 20 + length
    binary = b""
    if at + 8 <= total:
        size, kind = struct.unpack_from("<I4s", data, at)
        if kind == b"BIN\0":
            if at + 8 + size > total:
                raise MeshError("read_glb: the binary chunk is cut off. Download the file again.")
            binary = data[at + 8 : at + 8 + size]
    return data[20 : 20 + length], binary


class Document:
    """The JSON (`json`) and the numbers that it points to.

    Args:
        text: the JSON.
        binary: the GLB's buffer, or nothing.
        load: bytes of a file beside it by its relative name.

    Raises:
        MeshError: no JSON object, or a required extension that nothing here understands.
    """

    def __init__(self, text: bytes, binary: bytes, load: Callable[[str], bytes]) -> None:
        try:
            self.json: dict[str, Any] = json.loads(text)
        except (ValueError, RecursionError):
            raise MeshError("read_glb: the JSON chunk cannot be parsed. Export the file again.") from None
        if not isinstance(self.json, dict):
            raise MeshError("read_glb: the JSON chunk holds no object. Export the file again.")
        self.binary = binary
        self.load = load
        needed = sorted(set(map(str, self.json.get("extensionsRequired", ()))) - KNOWN_EXTENSIONS)
        if needed:
            remedy = REMEDIES.get(needed[0], "Export it without this extension.")
            raise MeshError(f"read_glb: the file needs {', '.join(needed)[:200]}. {remedy}")
        self._buffers: dict[int, bytes] = {}
        self._text_size = len(text)
        self._draco: dict[int, dict[int, NDArray[Any]]] = {}

    @property
    def full_size(self) -> int:
        """Bytes of the file and of all that it says to have beside it."""
        outside = sum(natural(b.get("byteLength", 0)) for b in self.json.get("buffers", ()) if "uri" in b)
        return self._text_size + len(self.binary) + outside

    @property
    def size(self) -> int:
        """Bytes of the file, as far as they were asked for."""
        return self._text_size + len(self.binary) + sum(map(len, self._buffers.values()))

    def accessor(self, index: int) -> NDArray[Any]:
        """`(count, width)` values; normalised integers become floats, sparse values are put in."""
        a = self.json["accessors"][natural(index)]
        count, width, dtype = natural(a["count"]), WIDTHS[a["type"]], np.dtype(COMPONENTS[a["componentType"]])
        if "bufferView" in a:
            values = self._strided(natural(a["bufferView"]), natural(a.get("byteOffset", 0)), count, width, dtype)
        else:
            if count > MAX_EMPTY:
                raise MeshError("read_glb: an accessor claims more values than the file can hold. Export it again.")
            values = np.zeros((count, width), dtype)
        if "sparse" in a:
            s = a["sparse"]
            n = natural(s["count"])
            where, what = s["indices"], s["values"]
            kind = np.dtype(COMPONENTS[where["componentType"]])
            at = self._strided(natural(where["bufferView"]), natural(where.get("byteOffset", 0)), n, 1, kind).ravel()
            values = values.copy()
            values[at.astype(np.int64)] = self._strided(
                natural(what["bufferView"]), natural(what.get("byteOffset", 0)), n, width, dtype
            )
        return self.plain(index, values)

    def plain(self, index: int, values: NDArray[Any]) -> NDArray[Any]:
        """Values of accessor `index` as numbers: normalised integers become floats."""
        if self.json["accessors"][natural(index)].get("normalized") and values.dtype.kind in "iu":
            top = np.float32(np.iinfo(values.dtype).max)
            return np.asarray(np.maximum(values.astype(np.float32) / top, -1))
        return values

    def count(self, index: int) -> int:
        """Values that accessor `index` claims to hold."""
        return natural(self.json["accessors"][natural(index)]["count"])

    def draco(self, view: int) -> dict[int, NDArray[Any]]:
        """Attributes of a Draco mesh in a view, by their unique ids; -1 for its `(m, 3)` faces."""
        if view not in self._draco:
            self._draco[view] = decode_draco(self.view(view))
        return self._draco[view]

    def view(self, index: int) -> bytes:
        """Bytes of a buffer view."""
        record = self.json["bufferViews"][natural(index)]
        packed = record.get("extensions", {}).get("EXT_meshopt_compression")
        if packed is not None and "EXT_meshopt_compression" in self.json.get("extensionsRequired", ()):
            raise MeshError(f"read_glb: the file is compressed by meshopt. {MESHOPT}")
        # Where the extension is not required, the plain bytes are there too.
        return self._slice(record)

    def outside(self, uri: str) -> bytes:
        """Bytes behind a URI: data in itself, or a file beside the asset."""
        return _data_uri(uri) if uri.startswith("data:") else self.load(unquote(uri))

    def _strided(self, view: int, offset: int, count: int, width: int, dtype: np.dtype[Any]) -> NDArray[Any]:
        record = self.json["bufferViews"][view]
        data = self.view(view)
        item = width * dtype.itemsize
        stride = natural(record.get("byteStride", 0)) or item
        if stride < item or (count and offset + stride * (count - 1) + item > len(data)):
            raise MeshError("read_glb: an accessor reaches past the end of its data. The file is cut off or broken.")
        raw = np.frombuffer(data, np.uint8)
        rows = (
            np.lib.stride_tricks.as_strided(raw[offset:], (count, item), (stride, 1))
            if count
            else np.zeros((0, item), np.uint8)
        )
        return np.ascontiguousarray(rows).view(dtype).reshape(count, width)

    def _slice(self, record: dict[str, Any]) -> bytes:
        data = self._buffer(natural(record.get("buffer", 0)))
        start, length = natural(record.get("byteOffset", 0)), natural(record["byteLength"])
        if start + length > len(data):
            raise MeshError(
                "read_glb: a buffer view reaches past the end of its buffer. The file is cut off or broken."
            )
        return data[start : start + length]

    def _buffer(self, index: int) -> bytes:
        if index not in self._buffers:
            uri = self.json["buffers"][index].get("uri")
            self._buffers[index] = self.binary if uri is None else self.outside(str(uri))
        return self._buffers[index]


def natural(value: Any) -> int:
    """`value` if it is a count or an index.

    Raises:
        MeshError: it is anything else.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise MeshError(
            f"read_glb: '{str(value)[:40]}' stands where a count or an index must be. Export the file again."
        )
    return value


def _data_uri(uri: str) -> bytes:
    head, comma, body = uri.partition(",")
    if not comma or not head.startswith("data:") or not head.endswith(";base64"):
        raise MeshError("read_glb: the file points to other files. Export it as one self-contained GLB.")
    try:
        return base64.b64decode(body, validate=True)
    except binascii.Error:
        raise MeshError("read_glb: an embedded buffer is not valid base64. Export the file again.") from None
