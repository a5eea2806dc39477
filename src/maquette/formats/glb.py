"""glTF 2.0 writer with one node, one mesh, one primitive and one metallic-roughness material: as one GLB, or as separate files.

https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html ; `glb_reader` reads it back, and foreign files.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

import maquette
from maquette.errors import InvalidRequest, MeshError
from maquette.formats.draco import encode_draco
from maquette.formats.glb_reader import read_glb
from maquette.formats.maps import EMISSIVE, NORMAL, PBR, base_name, map_files, webp_files
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.render_vertices import RenderVertices, render_vertices
from maquette.texture.textures import TextureSet

__all__ = ["read_glb", "write_glb", "write_gltf"]

COMPRESSIONS = ("draco", "webp")
FLOAT, USHORT, UINT = 5126, 5123, 5125
ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER = 34962, 34963
NEUTRAL = {"baseColorFactor": [0.6, 0.6, 0.6, 1.0], "metallicFactor": 0.0, "roughnessFactor": 0.8}
"""Clay, for geometry without textures (factors are linear)."""


def write_glb(
    mesh: Mesh,
    textures: TextureSet | None,
    *,
    extras: Mapping[str, Any],
    name: str = "model",
    compression: Sequence[str] = (),
) -> bytes:
    """GLB of a mesh and its textures; the same input gives the same bytes.

    Draco stores positions, normals and UVs in steps (`draco`) and no tangents: viewers make them by MikkTSpace, as glTF asks of them.
    WebP stores normals and material maps without loss, colours at `WEBP_QUALITY`. Both are required extensions: a viewer
    that cannot unpack them says so.

    Args:
        mesh: metres, Y up. UVs are needed for textures. Quads are written as their triangles: glTF has no quads.
        textures: None writes a neutral grey material.
        extras: JSON-ready facts for `asset.extras`.
        name: of node, mesh and material.
        compression: any of "draco" (geometry; the extra `draco`) and "webp" (textures).

    Raises:
        InvalidRequest: another compression.
        DependencyMissing: "draco" without DracoPy.
        MeshError: the mesh is empty or broken, or has textures but no UVs.
    """
    unknown = sorted(set(compression) - set(COMPRESSIONS))
    if unknown:
        raise InvalidRequest(f"'{unknown[0]}' is no compression of GLB; choose from draco, webp.", field="compression")
    document, buffer, _ = _document(mesh, textures, extras, name, embed=True, compression=compression)
    return _pack(document, buffer)


def write_gltf(
    mesh: Mesh, textures: TextureSet | None, *, extras: Mapping[str, Any], name: str = "model"
) -> list[tuple[str, bytes]]:
    """The same as separate files: `name.gltf` first, `name.bin`, and a PNG for each map (`maps`), named by relative URIs.

    Args and errors: as `write_glb`.
    """
    document, buffer, pictures = _document(mesh, textures, extras, name, embed=False)
    document["buffers"] = [{"byteLength": buffer.size, "uri": quote(f"{name}.bin")}]
    text = json.dumps(document, indent=1, allow_nan=False).encode()
    return [(f"{name}.gltf", text), (f"{name}.bin", b"".join(buffer.parts)), *pictures.items()]


def _document(
    mesh: Mesh,
    textures: TextureSet | None,
    extras: Mapping[str, Any],
    name: str,
    *,
    embed: bool,
    compression: Sequence[str] = (),
) -> tuple[dict[str, Any], _Buffer, dict[str, bytes]]:
    """The JSON without its buffers, the buffer, and the pictures that are not in the buffer."""
    validate(mesh, "write_glb")
    if textures is not None and mesh.uv is None:
        raise MeshError("write_glb: the mesh has textures but no UVs. Unwrap it first.")
    buffer = _Buffer()
    draco = "draco" in compression
    with_normal_map = textures is not None and textures.normal is not None and not textures.unlit
    v = render_vertices(mesh, tangents=with_normal_map and not draco)
    primitive = _packed_primitive(v, buffer) if draco else _primitive(v, buffer)
    document: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": f"Maquette {maquette.__version__}", "extras": dict(extras)},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": name}],
        "meshes": [{"name": name, "primitives": [primitive]}],
    }
    material, pictures = _material(textures, name, buffer if embed else None, webp="webp" in compression)
    document.update(material)
    needed = (["KHR_draco_mesh_compression"] if draco else []) + (
        ["EXT_texture_webp"] if "webp" in compression and "images" in material else []
    )
    if needed:
        document["extensionsUsed"] = sorted({*needed, *document.get("extensionsUsed", [])})
        document["extensionsRequired"] = sorted(needed)
    document["accessors"] = buffer.accessors
    document["bufferViews"] = buffer.views
    return document, buffer, pictures


def _primitive(v: RenderVertices, buffer: _Buffer) -> dict[str, Any]:
    attributes = {
        "POSITION": buffer.accessor(v.positions, "VEC3", FLOAT, ARRAY_BUFFER, bounds=True),
        "NORMAL": buffer.accessor(_unit(v.normals), "VEC3", FLOAT, ARRAY_BUFFER),
    }
    if v.tangents is not None:
        attributes["TANGENT"] = buffer.accessor(v.tangents, "VEC4", FLOAT, ARRAY_BUFFER)
    if v.uv is not None:
        attributes["TEXCOORD_0"] = buffer.accessor(_downward(v.uv), "VEC2", FLOAT, ARRAY_BUFFER)
    # 65535 itself is the restart index.
    short = len(v.positions) <= 65535
    indices = v.faces.ravel().astype("<u2" if short else "<u4")
    index = buffer.accessor(indices, "SCALAR", USHORT if short else UINT, ELEMENT_ARRAY_BUFFER)
    return {"attributes": attributes, "indices": index, "material": 0, "mode": 4}


def _packed_primitive(v: RenderVertices, buffer: _Buffer) -> dict[str, Any]:
    """The primitive as one Draco buffer; its accessors, which have no data of their own, say what a decoder will find."""
    uv = None if v.uv is None else _downward(v.uv)
    data, ids, unpacked = encode_draco(v.positions, v.faces, _unit(v.normals), uv)
    widths = {"POSITION": "VEC3", "NORMAL": "VEC3", "TEXCOORD_0": "VEC2"}
    attributes = {n: buffer.claim(unpacked[i], widths[n], FLOAT, bounds=n == "POSITION") for n, i in ids.items()}
    count = len(unpacked[ids["POSITION"]])
    index = buffer.claim(unpacked[-1].ravel(), "SCALAR", USHORT if count <= 65535 else UINT)
    extension = {"bufferView": buffer.view(data), "attributes": ids}
    return {
        "attributes": attributes,
        "indices": index,
        "material": 0,
        "mode": 4,
        "extensions": {"KHR_draco_mesh_compression": extension},
    }


def _downward(uv: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.stack([uv[:, 0], np.float32(1) - uv[:, 1]], axis=1)


def _material(
    textures: TextureSet | None, name: str, buffer: _Buffer | None, *, webp: bool = False
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Material, textures, images and sampler, and the pictures by file name: put into the buffer if there is one, else named."""
    base: dict[str, Any] = {"name": name, "alphaMode": "OPAQUE", "doubleSided": False}
    if textures is None:
        return {"materials": [base | {"pbrMetallicRoughness": NEUTRAL}]}, {}
    pictures = [("baseColor", base_name(textures))]
    pbr: dict[str, Any] = {"baseColorTexture": {"index": 0}, "metallicFactor": 0.0, "roughnessFactor": 0.9}
    base["pbrMetallicRoughness"] = pbr
    if textures.unlit:
        base["extensions"] = {"KHR_materials_unlit": {}}
    else:
        if textures.orm is not None:
            at = {"index": len(pictures)}
            pictures.append(("occlusionRoughnessMetallic", PBR))
            pbr.update(metallicRoughnessTexture=at, metallicFactor=1.0, roughnessFactor=1.0)
            base["occlusionTexture"] = dict(at)
        if textures.normal is not None:
            base["normalTexture"] = {"index": len(pictures)}
            pictures.append(("normal", NORMAL))
        if textures.emissive is not None:
            base["emissiveTexture"] = {"index": len(pictures)}
            base["emissiveFactor"] = [1.0, 1.0, 1.0]
            pictures.append(("emissive", EMISSIVE))
    names = tuple(file for _, file in pictures)
    files = webp_files(textures, names) if webp else map_files(textures, names)
    images: list[dict[str, Any]] = []
    for label, file in pictures:
        where = {"uri": file} if buffer is None else {"bufferView": buffer.view(files[file])}
        images.append({"name": label, "mimeType": "image/webp" if webp else "image/png"} | where)
    sources = [
        {"extensions": {"EXT_texture_webp": {"source": i}}} if webp else {"source": i} for i in range(len(images))
    ]
    out: dict[str, Any] = {
        "materials": [base],
        "textures": [{"sampler": 0} | source for source in sources],
        "images": images,
        "samplers": [{"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071}],
    }
    if textures.unlit:
        out["extensionsUsed"] = ["KHR_materials_unlit"]
    return out, files if buffer is None else {}


class _Buffer:
    """The binary chunk as it grows: every view begins at a multiple of four bytes."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0
        self.views: list[dict[str, int]] = []
        self.accessors: list[dict[str, Any]] = []

    def view(self, data: bytes, target: int | None = None) -> int:
        record = {"buffer": 0, "byteOffset": self.size, "byteLength": len(data)}
        if target is not None:
            record["target"] = target
        self.views.append(record)
        padded = data + b"\0" * (-len(data) % 4)
        self.parts.append(padded)
        self.size += len(padded)
        return len(self.views) - 1

    def accessor(self, array: NDArray[np.generic], kind: str, component: int, target: int, bounds: bool = False) -> int:
        record: dict[str, Any] = {
            "bufferView": self.view(array.tobytes(), target),
        }
        return self._record(record, array, kind, component, bounds)

    def claim(self, array: NDArray[np.generic], kind: str, component: int, bounds: bool = False) -> int:
        """An accessor of numbers that lie elsewhere."""
        return self._record({}, array, kind, component, bounds)

    def _record(
        self, record: dict[str, Any], array: NDArray[np.generic], kind: str, component: int, bounds: bool
    ) -> int:
        record |= {"componentType": component, "count": len(array), "type": kind}
        if bounds:
            record["min"], record["max"] = array.min(axis=0).tolist(), array.max(axis=0).tolist()
        self.accessors.append(record)
        return len(self.accessors) - 1


def _unit(normals: NDArray[np.float32]) -> NDArray[np.float32]:
    n = normals.astype(np.float64)
    length = np.linalg.norm(n, axis=1, keepdims=True)
    return np.where(length > 1e-20, n / np.maximum(length, 1e-30), np.array([0.0, 1.0, 0.0])).astype(np.float32)


def _pack(document: dict[str, Any], buffer: _Buffer) -> bytes:
    document["buffers"] = [{"byteLength": buffer.size}]
    text = json.dumps(document, separators=(",", ":"), allow_nan=False).encode()
    text += b" " * (-len(text) % 4)
    total = 12 + 8 + len(text) + 8 + buffer.size
    if total > 0xFFFFFFFF:
        raise MeshError("write_glb: the file would pass 4 GB. Ask for fewer faces or smaller textures.")
    head = struct.pack("<4sII", b"glTF", 2, total) + struct.pack("<I4s", len(text), b"JSON")
    return b"".join([head, text, struct.pack("<I4s", buffer.size, b"BIN\0"), *buffer.parts])
