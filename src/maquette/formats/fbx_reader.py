"""FBX reader: the meshes of any binary FBX 7.x in their rest pose, with their materials, embedded pictures and vertex colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.assemble import Part, assemble, check_size
from maquette.formats.fbx import SLOTS
from maquette.formats.fbx_tree import Node, decode
from maquette.formats.maps import DIFFUSE, SHADED, textures_from_maps
from maquette.formats.materials import WHITE, srgb
from maquette.formats.model import Material, Model
from maquette.formats.polygons import reversed_corners
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import transform_normals
from maquette.texture.textures import TextureSet

Matrix = NDArray[np.float64]
_MAX_DEPTH = 64
_MAX_INSTANCES = 10_000
_MAPS = {slot: file for file, slots in SLOTS.items() for slot in slots if file != SHADED} | {
    "Bump": "texture_normal.png",
    "Maya|TEX_color_map": "texture_diffuse.png",
    "Maya|TEX_normal_map": "texture_normal.png",
    "Maya|TEX_roughness_map": "texture_roughness.png",
    "Maya|TEX_metallic_map": "texture_metallic.png",
    "Maya|TEX_emissive_map": "texture_emissive.png",
}
_ORDERS = ((0, 1, 2), (0, 2, 1), (1, 2, 0), (1, 0, 2), (2, 0, 1), (2, 1, 0))
"""Axes in the order in which they turn, by the number that FBX has for it."""
_PLAIN_ROUGHNESS = 0.9


def read_fbx(data: bytes) -> tuple[Mesh, TextureSet | None]:
    """Mesh and textures of `fbx_model`; the textures are None where they are not all that the file says (`Model.textures`)."""
    model = fbx_model(data)
    return model.mesh, model.textures


def fbx_model(data: bytes, load: Callable[[str], bytes] | None = None) -> Model:
    """All meshes in metres with Y up: units and axes are taken from the file, all transforms are applied, bones and animation are not read.

    Models are parts; a geometry under several models comes once for each. Diffuse and emissive factors count as linear, as in
    Blender; vertex colours as sRGB.

    Args:
        data: the file.
        load: bytes of a picture beside it by its name (raising `MeshError` where there is none), or None.

    Raises:
        MeshError: no binary FBX, cut off, inconsistent, or without polygons.
    """
    root, _ = decode(data)
    scene = _Scene(root, load)
    parts: list[Part] = []
    corners = 0
    for key, node in scene.objects.items():
        if node.name != "Geometry" or not node.child("PolygonVertexIndex"):
            continue
        for model in scene.models(key) or [None]:
            parts.append(scene.piece(node, model))
            corners += len(parts[-1].corners) + len(parts[-1].vertices)
            check_size("read_fbx", corners // 3, len(data))
            if len(parts) > _MAX_INSTANCES:
                raise MeshError(f"read_fbx: the file has more than {_MAX_INSTANCES} parts. Join some first.")
    if not parts:
        raise MeshError("read_fbx: the file holds no polygons. Give a surface.")
    return assemble("read_fbx", parts, scene.materials)


class _Scene:
    """Objects by id and the links between them."""

    def __init__(self, root: Node, load: Callable[[str], bytes] | None) -> None:
        objects, links = root.child("Objects"), root.child("Connections")
        self.objects = {n.values[0]: n for n in (objects.children if objects else []) if n.values}
        self.parents: dict[Any, list[tuple[Any, str]]] = {}
        self.children: dict[Any, list[tuple[Any, str]]] = {}
        for link in links.all("C") if links else ():
            if len(link.values) >= 3:
                slot = str(link.values[3]) if len(link.values) > 3 else ""
                self.parents.setdefault(link.values[1], []).append((link.values[2], slot))
                self.children.setdefault(link.values[2], []).append((link.values[1], slot))
        settings = root.child("GlobalSettings")
        self.settings = _entries(settings) if settings else {}
        self.materials: list[Material] = []
        self._rows: dict[Any, int] = {}
        self._load = load

    def models(self, geometry: Any) -> list[Any]:
        """Ids of the models that show a geometry."""
        return [p for p, _ in self.parents.get(geometry, ()) if self._is(p, "Model")]

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

    def piece(self, geometry: Node, model: Any) -> Part:
        """One geometry under one model."""
        points = np.asarray(geometry.first("Vertices"), np.float64).reshape(-1, 3)
        index = np.asarray(geometry.first("PolygonVertexIndex"), np.int64).ravel()
        if not len(index) or index[-1] >= 0:
            raise MeshError("read_fbx: the polygons are cut off. Export the file again.")
        last = np.flatnonzero(index < 0)
        counts = np.diff(np.concatenate([[-1], last]))
        corners = np.where(index < 0, ~index, index)
        uv, uv_corners = _layer(geometry, "LayerElementUV", "UV", "UVIndex", corners, counts)
        shade, shade_at = _layer(geometry, "LayerElementColor", "Colors", "ColorIndex", corners, counts)
        colors = None
        if shade is not None:
            table = shade.reshape(-1, 4)[:, :3]
            if shade_at.min() < 0 or shade_at.max() >= len(table):
                raise MeshError("read_fbx: the colours do not fit the polygons. Export the file again.")
            colors = table[shade_at]
        normals = None
        try:
            bent, bent_at = _layer(geometry, "LayerElementNormal", "Normals", "NormalsIndex", corners, counts)
        except MeshError:  # a surface without its shading is better than none
            bent = None
        if bent is not None:
            table = bent[: len(bent) // 3 * 3].reshape(-1, 3)
            normals = table[bent_at] if len(bent_at) and bent_at.min() >= 0 and bent_at.max() < len(table) else None
        rows = self._material_rows(geometry, model, counts)
        world = self.world(model)
        if np.linalg.det(world[:3, :3]) < 0:
            order = reversed_corners(counts)
            corners, uv_corners = corners[order], uv_corners[order]
            colors = None if colors is None else colors[order]
            normals = None if normals is None else normals[order]
        if normals is not None:
            flat_world = abs(np.linalg.det(world[:3, :3])) < 1e-30
            normals = None if flat_world else self.upright(transform_normals(normals, world).astype(np.float64))
        name = str(self.objects[model].values[1]).partition("\0")[0] if model is not None else ""
        vertices = self.upright(points @ world[:3, :3].T + world[:3, 3])
        flat = None if uv is None else uv.reshape(-1, 2)
        return Part(
            vertices, counts, corners, flat, None if uv is None else uv_corners, rows, colors, name[:200], normals
        )

    def world(self, model: Any) -> Matrix:
        """Matrix from a model's geometry to the scene, through the model and its parents."""
        matrix = np.eye(4)
        at, depth = model, 0
        while at is not None:
            values = _entries(self.objects[at])
            if depth == 0:
                matrix = _moves(values, "Geometric") @ matrix
            matrix = _local(values) @ matrix
            at, depth = next(iter(self.models(at)), None), depth + 1
            if depth > _MAX_DEPTH:
                raise MeshError("read_fbx: the models hold one another. Export the file again.")
        if not np.isfinite(matrix).all():
            raise MeshError("read_fbx: a transform is not made of numbers. Export the file again.")
        return matrix

    def _is(self, key: Any, kind: str) -> bool:
        node = self.objects.get(key)
        return node is not None and node.name == kind

    def _material_rows(self, geometry: Node, model: Any, counts: NDArray[np.int64]) -> NDArray[np.int64]:
        """Row of `materials` for each polygon."""
        keys = [k for k, _ in self.children.get(model, ()) if self._is(k, "Material")] if model is not None else []
        if not keys:
            return np.full(len(counts), -1, np.int64)
        for key in keys:
            if key not in self._rows:
                self._rows[key] = len(self.materials)
                self.materials.append(self._material(key))
        rows = np.array([self._rows[k] for k in keys])
        layer = geometry.child("LayerElementMaterial")
        given = layer.first("Materials") if layer is not None else None
        if layer is None or given is None or layer.first("MappingInformationType") != "ByPolygon":
            which = np.zeros(len(counts), np.int64)
            if given is not None and len(given):
                which[:] = int(given[0])
        else:
            which = np.asarray(given, np.int64).ravel()
            if len(which) != len(counts):
                raise MeshError("read_fbx: the materials do not fit the polygons. Export the file again.")
        return np.where((which >= 0) & (which < len(rows)), rows[np.clip(which, 0, len(rows) - 1)], -1)

    def _material(self, key: Any) -> Material:
        files: dict[str, bytes] = {}
        for texture, slot in self.children.get(key, ()):
            if slot in _MAPS and self._is(texture, "Texture"):
                data = self._picture(texture)
                file = _MAPS[slot]
                if data and file == DIFFUSE and str(self.objects[texture].first("RelativeFilename")).endswith(SHADED):
                    file = SHADED
                if data:
                    files.setdefault(file, data)
        values = _entries(self.objects[key])
        name = str(self.objects[key].values[1]).partition("\0")[0][:200]
        glow = _vector(values, "EmissiveColor", 0) * float(values.get("EmissiveFactor", [1.0])[0])
        color = _vector(values, "DiffuseColor", 0.8) * float(values.get("DiffuseFactor", [1.0])[0])
        metallic = float(np.clip(values.get("ReflectionFactor", [0.0])[0], 0, 1))
        roughness = _PLAIN_ROUGHNESS
        if "Shininess" in values or "ShininessExponent" in values:
            given = values.get("Shininess", values.get("ShininessExponent", [0.0]))
            # As Blender's and Assimp's importers have it.
            roughness = 1 - float(np.clip(np.sqrt(max(float(given[0]), 0)) / 10, 0, 1))
        # A factor beside a picture is what it replaces, not what it is multiplied with.
        maps = textures_from_maps(files, roughness=_PLAIN_ROUGHNESS) if files else None
        if maps is not None:
            return Material(name, maps, WHITE, 1.0, 1.0, WHITE if maps.emissive is not None else srgb(glow), maps.unlit)
        return Material(name, None, srgb(color), metallic, roughness, srgb(glow))

    def _picture(self, texture: Any) -> bytes:
        """Bytes of a texture: embedded, else of the file beside the model, else none."""
        names = [self.objects[texture].first("RelativeFilename"), self.objects[texture].first("FileName")]
        for video, _ in self.children.get(texture, ()):
            if self._is(video, "Video"):
                content = self.objects[video].first("Content")
                if isinstance(content, bytes) and content:
                    return content
                names += [self.objects[video].first("RelativeFilename"), self.objects[video].first("Filename")]
        for name in names if self._load is not None else ():
            if isinstance(name, str) and name and self._load is not None:
                try:
                    return self._load(name)
                except MeshError:
                    continue
        return b""


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


def _rotation(degrees: Matrix, order: int = 0) -> Matrix:
    """Rotation about the three axes, in degrees; order 0, about X first and Z last, is the one that nearly all files use."""
    (sx, sy, sz), (cx, cy, cz) = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    about = (about_x, about_y, about_z)
    first, second, third = (about[i] for i in _ORDERS[order if 0 <= order < len(_ORDERS) else 0])
    return np.asarray(third @ second @ first, np.float64)


def _local(values: dict[str, list[Any]]) -> Matrix:
    """A model's matrix (FBX SDK, "Computing transformations"): T · Roff · Rp · Rpre · R · Rpost⁻¹ · Rp⁻¹ · Soff · Sp · S · Sp⁻¹."""

    def move(name: str, sign: float = 1) -> Matrix:
        matrix = np.eye(4)
        matrix[:3, 3] = sign * _vector(values, name, 0)
        return matrix

    def turn(name: str, order: int = 0) -> Matrix:
        matrix = np.eye(4)
        matrix[:3, :3] = _rotation(_vector(values, name, 0), order)
        return matrix

    order = int(values.get("RotationOrder", [0])[0])
    scale = np.diag([*_vector(values, "Lcl Scaling", 1), 1.0])
    out = move("Lcl Translation") @ move("RotationOffset") @ move("RotationPivot") @ turn("PreRotation")
    out = out @ turn("Lcl Rotation", order) @ turn("PostRotation").T @ move("RotationPivot", -1)
    return np.asarray(out @ move("ScalingOffset") @ move("ScalingPivot") @ scale @ move("ScalingPivot", -1), np.float64)


def _layer(
    geometry: Node, kind: str, values: str, index: str, corners: NDArray[np.int64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.float64] | None, NDArray[np.int64]]:
    """Numbers of the first layer of a kind, flat, and the row of them for each corner; None if there are none, or mapped in a rare way."""
    layer = geometry.child(kind)
    if layer is None or layer.first(values) is None:
        return None, corners
    numbers = np.asarray(layer.first(values), np.float64)
    mapping, rows = layer.first("MappingInformationType"), layer.first(index)
    if mapping == "ByPolygonVertex":
        at = np.arange(len(corners))
    elif mapping in ("ByVertex", "ByVertice"):
        at = corners
    elif mapping == "ByPolygon":
        at = np.repeat(np.arange(len(counts)), counts)
    elif mapping == "AllSame":
        at = np.zeros(len(corners), np.int64)
    else:
        return None, corners
    if rows is not None and layer.first("ReferenceInformationType") != "Direct":
        rows = np.asarray(rows, np.int64).ravel()
        if not len(rows) or at.max() >= len(rows):
            raise MeshError("read_fbx: a layer does not fit the polygons. Export the file again.")
        at = rows[at]
    return (numbers, at) if len(numbers) else (None, corners)
