"""FBX reader: the meshes of any binary FBX 7.x in their rest pose, as one `Mesh`, with the embedded textures of the first material."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.fbx import SLOTS
from maquette.formats.fbx_tree import Node, decode
from maquette.formats.maps import DIFFUSE, SHADED, textures_from_maps
from maquette.formats.polygons import MAX_FACES, mesh_from_polygons
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

Matrix = NDArray[np.float64]
_MAX_DEPTH = 64
_MAPS = {slot: file for file, slots in SLOTS.items() for slot in slots if file != SHADED} | {
    "Bump": "texture_normal.png"
}


def read_fbx(data: bytes) -> tuple[Mesh, TextureSet | None]:
    """Mesh in metres with Y up: units and axes are taken from the file, all transforms are applied, bones and animation are not read.

    Raises:
        MeshError: no binary FBX, cut off, inconsistent, or without polygons.
    """
    root, _ = decode(data)
    scene = _Scene(root)
    pieces = [scene.piece(g) for g in scene.objects.values() if g.name == "Geometry" and g.child("PolygonVertexIndex")]
    if not pieces:
        raise MeshError("read_fbx: the file holds no polygons. Give a surface.")
    if sum(len(p[2]) for p in pieces) > 3 * MAX_FACES:
        raise MeshError(f"read_fbx: the file has more than {MAX_FACES} faces. Simplify it first.")
    start = np.cumsum([0, *[len(p[0]) for p in pieces]])
    vertices = np.concatenate([p[0] for p in pieces])
    corners = np.concatenate([p[2] + s for p, s in zip(pieces, start[:-1], strict=True)])
    counts = np.concatenate([p[1] for p in pieces])
    uv = uv_corners = None
    if all(p[3] is not None for p in pieces):
        layers = [p[3] for p in pieces if p[3] is not None]
        first = np.cumsum([0, *[len(layer) for layer in layers]])
        uv = np.concatenate(layers)
        uv_corners = np.concatenate([p[4] + s for p, s in zip(pieces, first[:-1], strict=True)])
    mesh = mesh_from_polygons("read_fbx", scene.upright(vertices), counts, corners, uv, uv_corners)
    return mesh, scene.textures() if mesh.uv is not None else None


class _Scene:
    """Objects by id and the links between them."""

    def __init__(self, root: Node) -> None:
        objects, links = root.child("Objects"), root.child("Connections")
        self.objects = {n.values[0]: n for n in (objects.children if objects else []) if n.values}
        self.parents: dict[Any, list[tuple[Any, str]]] = {}
        for link in links.all("C") if links else ():
            if len(link.values) >= 3:
                slot = str(link.values[3]) if len(link.values) > 3 else ""
                self.parents.setdefault(link.values[1], []).append((link.values[2], slot))
        settings = root.child("GlobalSettings")
        self.settings = _entries(settings) if settings else {}

    def upright(self, vertices: Matrix) -> Matrix:
        """Metres with Y up and the front along +Z."""
        out = vertices * (float(self.settings.get("UnitScaleFactor", [1.0])[0]) / 100)
        up, front, side = (
            int(self.settings.get(k, [d])[0]) for k, d in (("UpAxis", 1), ("FrontAxis", 2), ("CoordAxis", 0))
        )
        signs = [float(self.settings.get(k + "Sign", [1])[0]) for k in ("CoordAxis", "UpAxis", "FrontAxis")]
        if sorted((up, front, side)) != [0, 1, 2]:
            return out
        return out[:, [side, up, front]] * np.sign(signs)

    def piece(
        self, geometry: Node
    ) -> tuple[Matrix, NDArray[np.int64], NDArray[np.int64], Matrix | None, NDArray[np.int64]]:
        """Vertices under their transform, corner counts, corners, UVs and UV corners of one geometry."""
        points = np.asarray(geometry.first("Vertices"), np.float64).reshape(-1, 3)
        index = np.asarray(geometry.first("PolygonVertexIndex"), np.int64).ravel()
        if not len(index) or index[-1] >= 0:
            raise MeshError("read_fbx: the polygons are cut off. Export the file again.")
        last = np.flatnonzero(index < 0)
        counts = np.diff(np.concatenate([[-1], last]))
        corners = np.where(index < 0, ~index, index)
        uv, uv_corners = _uv(geometry, corners)
        world = self.world(geometry.values[0])
        if np.linalg.det(world[:3, :3]) < 0:
            order = np.concatenate([np.arange(a, b)[::-1] for a, b in zip(last - counts + 1, last + 1, strict=True)])
            corners, uv_corners = corners[order], uv_corners[order] if uv is not None else uv_corners
        return points @ world[:3, :3].T + world[:3, 3], counts, corners, uv, uv_corners

    def world(self, geometry: Any) -> Matrix:
        """Matrix from a geometry to the scene, through its first model and that one's parents."""
        matrix = np.eye(4)
        at, depth, first = self._model_above(geometry), 0, True
        while at is not None:
            values = _entries(self.objects[at])
            if first:
                matrix = _moves(values, "Geometric") @ matrix
                first = False
            matrix = _local(values) @ matrix
            at, depth = self._model_above(at), depth + 1
            if depth > _MAX_DEPTH:
                raise MeshError("read_fbx: the models hold one another. Export the file again.")
        if not np.isfinite(matrix).all():
            raise MeshError("read_fbx: a transform is not made of numbers. Export the file again.")
        return matrix

    def _model_above(self, child: Any) -> Any:
        for parent, _ in self.parents.get(child, ()):
            node = self.objects.get(parent)
            if node is not None and node.name == "Model":
                return parent
        return None

    def textures(self) -> TextureSet | None:
        """Embedded maps of the first material that has any."""
        found: dict[Any, dict[str, bytes]] = {}
        for key, node in self.objects.items():
            if node.name != "Texture":
                continue
            data = next((self._content(k) for k in self.objects if self._links(k, key) and self._content(k)), b"")
            for parent, slot in self.parents.get(key, ()):
                material = self.objects.get(parent)
                if data and slot in _MAPS and material is not None and material.name == "Material":
                    file = _MAPS[slot]
                    shaded = file == DIFFUSE and str(node.first("RelativeFilename")).endswith(SHADED)
                    found.setdefault(parent, {})[SHADED if shaded else file] = data
        return textures_from_maps(next(iter(found.values()))) if found else None

    def _links(self, child: Any, parent: Any) -> bool:
        return any(p == parent for p, _ in self.parents.get(child, ()))

    def _content(self, key: Any) -> bytes:
        node = self.objects[key]
        content = node.first("Content") if node.name == "Video" else None
        return content if isinstance(content, bytes) else b""


def _entries(node: Node) -> dict[str, list[Any]]:
    """Values by name of a node's `Properties70`."""
    properties = node.child("Properties70")
    return {str(p.values[0]): p.values[4:] for p in (properties.all("P") if properties else ()) if len(p.values) > 4}


def _vector(values: dict[str, list[Any]], name: str, default: float) -> Matrix:
    given = values.get(name, [])
    return np.array(given[:3], np.float64) if len(given) >= 3 else np.full(3, default)


def _moves(values: dict[str, list[Any]], prefix: str) -> Matrix:
    """Translation, rotation and scaling of one group of properties, as a matrix."""
    matrix = np.eye(4)
    matrix[:3, :3] = _rotation(_vector(values, prefix + "Rotation", 0)) * _vector(values, prefix + "Scaling", 1)
    matrix[:3, 3] = _vector(values, prefix + "Translation", 0)
    return matrix


def _rotation(degrees: Matrix) -> Matrix:
    """Rotation about X, then Y, then Z, in degrees: FBX's default order, the one that nearly all files use."""
    (sx, sy, sz), (cx, cy, cz) = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x, np.float64)


def _local(values: dict[str, list[Any]]) -> Matrix:
    """A model's matrix (FBX SDK, "Computing transformations"): T · Roff · Rp · Rpre · R · Rpost⁻¹ · Rp⁻¹ · Soff · Sp · S · Sp⁻¹."""

    def move(name: str, sign: float = 1) -> Matrix:
        matrix = np.eye(4)
        matrix[:3, 3] = sign * _vector(values, name, 0)
        return matrix

    def turn(name: str) -> Matrix:
        matrix = np.eye(4)
        matrix[:3, :3] = _rotation(_vector(values, name, 0))
        return matrix

    scale = np.diag([*_vector(values, "Lcl Scaling", 1), 1.0])
    out = move("Lcl Translation") @ move("RotationOffset") @ move("RotationPivot") @ turn("PreRotation")
    out = out @ turn("Lcl Rotation") @ turn("PostRotation").T @ move("RotationPivot", -1)
    return np.asarray(out @ move("ScalingOffset") @ move("ScalingPivot") @ scale @ move("ScalingPivot", -1), np.float64)


def _uv(geometry: Node, corners: NDArray[np.int64]) -> tuple[Matrix | None, NDArray[np.int64]]:
    """UVs of the first layer and their index for each corner; None where there are none, or they are mapped in a rare way."""
    layer = geometry.child("LayerElementUV")
    if layer is None or layer.first("UV") is None:
        return None, corners
    uv = np.asarray(layer.first("UV"), np.float64).reshape(-1, 2)
    mapping, index = layer.first("MappingInformationType"), layer.first("UVIndex")
    at = np.arange(len(corners)) if mapping == "ByPolygonVertex" else corners
    if mapping not in ("ByPolygonVertex", "ByVertex", "ByVertice") or not len(uv):
        return None, corners
    if index is not None and layer.first("ReferenceInformationType") != "Direct":
        index = np.asarray(index, np.int64).ravel()
        if not len(index) or at.max() >= len(index):
            raise MeshError("read_fbx: the UVs do not fit the polygons. Export the file again.")
        at = index[at]
    return uv, at
