"""One file with several named objects that share one material: `write_parts`. GLB and OBJ are here, FBX and USDZ in `part_scenes`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

import maquette
from maquette.errors import MeshError
from maquette.formats.glb import (
    ARRAY_BUFFER,
    ELEMENT_ARRAY_BUFFER,
    FLOAT,
    UINT,
    USHORT,
    _Buffer,
    _material,
    _pack,
    _unit,
)
from maquette.formats.obj import write_obj
from maquette.formats.part_scenes import write_parts_fbx, write_parts_usdz
from maquette.formats.registry import write_asset
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.geometry.render_vertices import render_vertices
from maquette.texture.textures import TextureSet

OFF = 0.5
"""Cosine between a triangle and its corners' normals below which it is lit for itself."""
Parts = Sequence[tuple[str, Mesh]]


def write_parts(
    kind: str, parts: Parts, textures: TextureSet | None, name: str, extras: Mapping[str, Any]
) -> list[tuple[str, bytes]]:
    """Files of one format, the main one (`name.kind`) first; the same input gives the same bytes.

    Args:
        kind: a key of `FORMATS`.
        parts: names, which must differ, and meshes in metres, Y up, whose UVs share `textures`.
        textures: None writes clay.
        extras: JSON-ready facts; only GLB has a place for them.

    Raises:
        MeshError: no parts, an empty or broken one, or textures but no UVs.
    """
    if not parts:
        raise MeshError("write_parts: there is no part to write. Give one or more.")
    for _, mesh in parts:
        validate(mesh, "write_parts")
        if textures is not None and mesh.uv is None:
            raise MeshError("write_parts: a part has no UVs for the textures. Unwrap the whole before it is split.")
    if kind == "glb":
        return [(f"{name}.glb", _glb(parts, textures, name, extras))]
    if kind == "obj":
        return _obj(parts, textures, name)
    if kind == "fbx":
        return [(f"{name}.fbx", write_parts_fbx(parts, textures, name))]
    if kind == "usdz":
        return [(f"{name}.usdz", write_parts_usdz(parts, textures))]
    return write_asset(kind, join_parts([mesh for _, mesh in parts]), textures, name, extras)


def join_parts(meshes: Sequence[Mesh]) -> Mesh:
    """All parts as one mesh, their vertices apart; quads and, where all have them, UVs are kept."""
    starts = np.cumsum([0, *(len(m.vertices) for m in meshes)])
    with_uv = all(m.uv is not None for m in meshes)
    uv_starts = np.cumsum([0, *(0 if m.uv is None else len(m.uv) for m in meshes)])
    counts = [0 if m.quads is None else len(m.quads) for m in meshes]
    halves = [m.faces[: 2 * q] + s for m, q, s in zip(meshes, counts, starts, strict=False)]
    rest = [m.faces[2 * q :] + s for m, q, s in zip(meshes, counts, starts, strict=False)]
    quads = [m.quads + s for m, s in zip(meshes, starts, strict=False) if m.quads is not None]
    face_uv = None
    if with_uv:
        pairs = [(m.face_uv, q, s) for m, q, s in zip(meshes, counts, uv_starts, strict=False) if m.face_uv is not None]
        face_uv = np.concatenate([f[: 2 * q] + s for f, q, s in pairs] + [f[2 * q :] + s for f, q, s in pairs])
    return Mesh(
        np.concatenate([m.vertices for m in meshes]),
        np.concatenate(halves + rest).astype(np.int32),
        quads=np.concatenate(quads).astype(np.int32) if sum(counts) else None,
        uv=np.concatenate([m.uv for m in meshes if m.uv is not None]) if with_uv else None,
        face_uv=None if face_uv is None else face_uv.astype(np.int32),
    )


def _glb(parts: Parts, textures: TextureSet | None, name: str, extras: Mapping[str, Any]) -> bytes:
    buffer = _Buffer()
    tangents = textures is not None and textures.normal is not None and not textures.unlit
    meshes = []
    for label, mesh in parts:
        v = render_vertices(_crisp(mesh), tangents=tangents)
        attributes = {
            "POSITION": buffer.accessor(v.positions, "VEC3", FLOAT, ARRAY_BUFFER, bounds=True),
            "NORMAL": buffer.accessor(_unit(v.normals), "VEC3", FLOAT, ARRAY_BUFFER),
        }
        if tangents and v.tangents is not None:
            attributes["TANGENT"] = buffer.accessor(v.tangents, "VEC4", FLOAT, ARRAY_BUFFER)
        if v.uv is not None:
            flipped = np.stack([v.uv[:, 0], np.float32(1) - v.uv[:, 1]], axis=1)
            attributes["TEXCOORD_0"] = buffer.accessor(flipped, "VEC2", FLOAT, ARRAY_BUFFER)
        short = len(v.positions) <= 65535
        indices = v.faces.ravel().astype("<u2" if short else "<u4")
        index = buffer.accessor(indices, "SCALAR", USHORT if short else UINT, ELEMENT_ARRAY_BUFFER)
        meshes.append(
            {"name": label, "primitives": [{"attributes": attributes, "indices": index, "material": 0, "mode": 4}]}
        )
    document: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": f"Maquette {maquette.__version__}", "extras": dict(extras)},
        "scene": 0,
        "scenes": [{"nodes": list(range(len(parts)))}],
        "nodes": [{"mesh": i, "name": label} for i, (label, _) in enumerate(parts)],
        "meshes": meshes,
    }
    material, _ = _material(textures, name, buffer)
    document |= material
    document["accessors"], document["bufferViews"] = buffer.accessors, buffer.views
    return _pack(document, buffer)


def _crisp(mesh: Mesh) -> Mesh:
    """Triangles whose stored normals look elsewhere (lids over cuts) with vertices of their own, so that they are lit as they lie."""
    if mesh.normals is None:
        return mesh
    own = mesh.face_normals().astype(np.float64)
    unit = own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-30)
    off = (np.einsum("nx,ncx->nc", unit, mesh.normals[mesh.faces]) < OFF).all(axis=1)
    if not off.any():
        return mesh
    used, corner = np.unique(mesh.faces[off], return_inverse=True)
    total = np.zeros((len(used), 3))
    np.add.at(total, corner.ravel(), np.repeat(own[off], 3, axis=0))
    length = np.linalg.norm(total, axis=1, keepdims=True)
    total = np.where(length > 1e-20, total / np.maximum(length, 1e-20), mesh.normals[used])
    faces = mesh.faces.copy()
    faces[off] = len(mesh.vertices) + corner.reshape(-1, 3)
    return Mesh(
        np.concatenate([mesh.vertices, mesh.vertices[used]]),
        faces,
        uv=mesh.uv,
        face_uv=mesh.face_uv,
        normals=np.concatenate([mesh.normals, total.astype(np.float32)]),
    )


def _obj(parts: Parts, textures: TextureSet | None, name: str) -> list[tuple[str, bytes]]:
    """One OBJ object after the other; the numbers of faces run on."""
    text: list[str] = []
    companions: list[tuple[str, bytes]] = []
    base = np.zeros(3, np.int64)
    for i, (label, mesh) in enumerate(parts):
        (_, data), *companions = write_obj(mesh, textures, name=name)
        for line in data.decode().splitlines(keepends=True):
            if i and line.startswith("f "):
                text.append("f " + " ".join(_moved(corner, base) for corner in line.split()[1:]) + "\n")
            elif line.startswith("o "):
                text.append(f"o {label}\n")
            elif not i or not line.startswith(("#", "mtllib")):
                text.append(line)
        base += (len(mesh.vertices), 0 if mesh.uv is None else len(mesh.uv), len(mesh.vertices))
    return [(f"{name}.obj", "".join(text).encode()), *companions]


def _moved(corner: str, base: NDArray[np.int64]) -> str:
    return "/".join(n and str(int(n) + int(b)) for n, b in zip(corner.split("/"), base, strict=False))
