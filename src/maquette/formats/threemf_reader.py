"""3MF reader: every build item of a package in metres with Y up, with base materials, colour groups and texture groups.

The XML is streamed: it never stands in memory as a tree or as a whole, so a model takes what its numbers take.
"""

from __future__ import annotations

import math
import posixpath
from array import array
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

import numpy as np
from numpy.typing import NDArray

from maquette.errors import MeshError
from maquette.formats.archive import Archive
from maquette.formats.assemble import Part, assemble, check_size
from maquette.formats.model import Material, Model
from maquette.formats.png import decode_image
from maquette.formats.polygons import MAX_FACES, reversed_corners
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
MATERIALS = "http://schemas.microsoft.com/3dmanufacturing/material/2015/02"
PRODUCTION = "http://schemas.microsoft.com/3dmanufacturing/production/2015/06"
_UNITS = {"micron": 1e-6, "millimeter": 1e-3, "centimeter": 1e-2, "inch": 0.0254, "foot": 0.3048, "meter": 1.0}
_MAX_MODEL = 1 << 30
"""Bytes of XML of all models: some 12 million triangles."""
_MAX_OBJECTS = 10_000
_MAX_GROUP = 5_000_000
_NONE = -1
Key = tuple[str, str]


@dataclass
class _Object:
    """One object: a mesh, or components."""

    name: str
    pid: str | None
    pindex: int
    points: array[float] = field(default_factory=lambda: array("d"))
    triangles: array[int] = field(default_factory=lambda: array("q"))
    """Seven for each: three vertices, the property group (a number in `_File.groups`), three properties; -1 for none."""
    components: list[tuple[Key, NDArray[np.float64]]] = field(default_factory=list)


@dataclass
class _File:
    """One `.model` of the package."""

    scale: float = 1e-3
    objects: dict[str, _Object] = field(default_factory=dict)
    items: list[tuple[Key, NDArray[np.float64]]] = field(default_factory=list)
    groups: dict[str, int] = field(default_factory=dict)
    kinds: list[tuple[str, str]] = field(default_factory=list)
    """For each group its kind ("base", "color", "uv") and, for UVs, the id of its texture."""
    values: list[list[Any]] = field(default_factory=list)
    textures: dict[str, str] = field(default_factory=dict)


def read_3mf(data: bytes) -> Mesh:
    """The mesh alone of `threemf_model`."""
    return threemf_model(data).mesh


def threemf_model(data: bytes) -> Model:
    """All build items of a 3MF as one model: metres, Z up turned to Y up; objects are parts.

    Raises:
        MeshError: no 3MF, broken, unsafe, or without triangles.
    """
    package = Archive(data, "read_3mf")
    names = [n for n in package.names if n.lower().endswith(".model")]
    main = next((n for n in names if n.lower() == "3d/3dmodel.model"), names[0] if names else None)
    if main is None:
        raise MeshError("read_3mf: the package holds no 3D model. Export the file again.")
    return _Package(package, main).model()


class _Package:
    def __init__(self, package: Archive, main: str) -> None:
        self._archive, self._main = package, main
        self._files: dict[str, _File] = {}
        self._left = _MAX_MODEL
        self.materials: list[Material] = []
        self._rows: dict[tuple[str, int, int], int] = {}

    def file(self, name: str) -> _File:
        """A model of the package, parsed when it is first asked for."""
        name = posixpath.normpath(name.lstrip("/"))
        if name not in self._files:
            size = self._archive.size(name)
            self._left -= size
            if self._left < 0:
                raise MeshError(f"read_3mf: the models are larger than {_MAX_MODEL >> 20} MB. Simplify them first.")
            self._files[name] = _parse(self._archive, name)
        return self._files[name]

    def model(self) -> Model:
        main = self.file(self._main)
        todo = [(key, world, 0) for key, world in main.items]
        todo = todo or [((self._main, key), np.eye(4), 0) for key in main.objects]
        parts: list[Part] = []
        faces = 0
        while todo:
            (path, key), world, depth = todo.pop(0)
            file = self.file(path or self._main)
            thing = file.objects.get(key)
            if thing is None or depth > 32 or len(parts) + len(todo) > _MAX_OBJECTS:
                raise MeshError("read_3mf: an object is missing, or objects hold one another. Export the file again.")
            if thing.triangles:
                faces += len(thing.triangles) // 7 + len(thing.points) // 3
                check_size("read_3mf", faces, _MAX_MODEL - self._left)
                parts.append(self._part(path or self._main, file, thing, world, main.scale))
            todo += [((p or path, k), world @ m, depth + 1) for (p, k), m in thing.components]
        if not parts:
            raise MeshError("read_3mf: the model holds no triangles. Give a surface.")
        return assemble("read_3mf", parts, self.materials)

    def _part(self, path: str, file: _File, thing: _Object, world: NDArray[np.float64], scale: float) -> Part:
        v = np.frombuffer(thing.points, np.float64).reshape(-1, 3)
        rows = np.frombuffer(thing.triangles, np.int64).reshape(-1, 7)
        corners = rows[:, :3].ravel()
        if corners.min() < 0 or corners.max() >= len(v):
            raise MeshError("read_3mf: a triangle points outside of its vertices. Export the file again.")
        groups, chosen = rows[:, 3].copy(), rows[:, 4:].copy()
        if thing.pid in file.groups:
            bare = groups == _NONE
            groups[bare], chosen[bare] = file.groups[thing.pid], thing.pindex
        material = np.full(len(rows), _NONE, np.int64)
        colors = uv = uv_corners = None
        tables: list[NDArray[np.float64]] = []
        for group in np.unique(groups[groups >= 0]).tolist():
            here = groups == group
            kind, values = file.kinds[group][0], np.array(file.values[group], np.float64)
            width = {"base": 3, "color": 3, "uv": 2}[kind]
            if not values.size:
                continue
            values = values.reshape(-1, width)
            index = np.clip(chosen[here], 0, len(values) - 1)
            if kind == "base":
                for one in np.unique(index[:, 0]).tolist():
                    row = self._row((path, group, one), Material(base_color=_tuple(values[one])))
                    material[np.flatnonzero(here)[index[:, 0] == one]] = row
            elif kind == "color":
                colors = np.ones((len(rows), 3, 3)) if colors is None else colors
                colors[here] = values[index]
            else:
                material[here] = self._texture(path, file, group)
                uv_corners = np.full((len(rows), 3), _NONE, np.int64) if uv_corners is None else uv_corners
                uv_corners[here] = index + sum(map(len, tables))
                tables.append(values)
        if tables:
            uv = np.concatenate(tables)
        if np.linalg.det(world[:3, :3]) < 0:
            order = reversed_corners(np.full(len(rows), 3))
            corners = corners[order]
            colors = None if colors is None else colors.reshape(-1, 3)[order]
            uv_corners = None if uv_corners is None else uv_corners.ravel()[order]
        placed = (v @ world[:3, :3].T + world[:3, 3]) * scale
        upright = np.stack([placed[:, 0], placed[:, 2], -placed[:, 1]], axis=1)
        flat = None if uv_corners is None else uv_corners.ravel()
        shades = None if colors is None else colors.reshape(-1, 3)
        return Part(upright, np.full(len(rows), 3), corners, uv, flat, material, shades, thing.name)

    def _row(self, key: tuple[str, int, int], material: Material) -> int:
        if key not in self._rows:
            self._rows[key] = len(self.materials)
            self.materials.append(material)
        return self._rows[key]

    def _texture(self, path: str, file: _File, group: int) -> int:
        """Row of the material that shows a texture group's picture; none where it is missing."""
        if (path, group, 0) in self._rows:
            return self._rows[path, group, 0]
        picture = file.textures.get(file.kinds[group][1])
        if picture is None or picture.lstrip("/") not in self._archive.names:
            return _NONE
        pixels = decode_image(self._archive.read(picture.lstrip("/")))
        orm = np.empty((*pixels.shape[:2], 3), np.uint8)
        orm[...] = 255, 230, 0
        return self._row((path, group, 0), Material(textures=TextureSet(pixels, orm), metallic=1.0, roughness=1.0))


def _tuple(values: NDArray[np.float64]) -> tuple[float, float, float]:
    r, g, b = values.tolist()
    return (r, g, b)


def _parse(package: Archive, name: str) -> _File:
    handler = _Handler()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.StartDoctypeDeclHandler = _forbidden
    parser.EntityDeclHandler = _forbidden
    parser.ExternalEntityRefHandler = _forbidden
    parser.buffer_text = True
    try:
        for block in package.blocks(name):
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise MeshError("read_3mf: the model is no well-formed XML. Export the file again.") from None
    except (KeyError, ValueError, OverflowError):
        raise MeshError("read_3mf: a vertex or a triangle is not made of numbers. Export the file again.") from None
    if handler.file is None:
        raise MeshError("read_3mf: the model has no known unit. Export the file again.")
    return handler.file


def _forbidden(*_: object) -> int:
    raise MeshError("read_3mf: the model declares a document type, which 3MF forbids. Export it again.")


class _Handler:
    """Elements as they come; text between them means nothing in a 3MF."""

    def __init__(self) -> None:
        self.file: _File | None = None
        self._object: _Object | None = None
        self._group: list[Any] | None = None
        self._depth = 0

    def start(self, name: str, a: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > 64:
            raise MeshError("read_3mf: the model is nested too deeply. Export the file again.")
        space, _, tag = name.rpartition(" ")
        if self.file is None:
            if tag == "model" and a.get("unit", "millimeter") in _UNITS:
                self.file = _File(_UNITS[a.get("unit", "millimeter")])
            return
        if tag == "vertex" and self._object is not None:
            self._object.points.extend((float(a["x"]), float(a["y"]), float(a["z"])))
        elif tag == "triangle" and self._object is not None:
            self._triangle(a)
        elif space == MATERIALS and tag in ("color", "tex2coord") and self._group is not None:
            self._group += _hex(a["color"]) if tag == "color" else [float(a["u"]), float(a["v"])]
        elif tag == "base" and self._group is not None:
            self._group += _hex(a["displaycolor"])
        else:
            self._resource(tag, a)
        if self._group is not None and len(self._group) > _MAX_GROUP:
            raise MeshError("read_3mf: a group of colours is too long. Export the file with fewer colours.")

    def end(self, name: str) -> None:
        self._depth -= 1
        tag = name.rpartition(" ")[2]
        if tag == "object":
            self._object = None
        elif tag in ("basematerials", "colorgroup", "texture2dgroup"):
            self._group = None

    def _resource(self, tag: str, a: dict[str, str]) -> None:
        assert self.file is not None
        if tag == "object":
            self._object = _Object(a.get("name", "")[:200], a.get("pid"), int(a.get("pindex", 0)))
            self.file.objects[a["id"]] = self._object
        elif tag == "component" and self._object is not None:
            key = (a.get(f"{PRODUCTION} path", ""), a["objectid"])
            self._object.components.append((key, _matrix(a.get("transform"))))
        elif tag == "item":
            self.file.items.append(((a.get(f"{PRODUCTION} path", ""), a["objectid"]), _matrix(a.get("transform"))))
        elif tag in ("basematerials", "colorgroup", "texture2dgroup"):
            kind = {"basematerials": "base", "colorgroup": "color", "texture2dgroup": "uv"}[tag]
            self.file.groups[a["id"]] = len(self.file.kinds)
            self.file.kinds.append((kind, a.get("texid", "")))
            self._group = []
            self.file.values.append(self._group)
        elif tag == "texture2d":
            self.file.textures[a["id"]] = a["path"]
        if len(self.file.objects) + len(self.file.items) + len(self.file.groups) > _MAX_OBJECTS:
            raise MeshError(f"read_3mf: the model has more than {_MAX_OBJECTS} objects. Join some first.")

    def _triangle(self, a: dict[str, str]) -> None:
        assert self.file is not None
        assert self._object is not None
        corners = (int(a["v1"]), int(a["v2"]), int(a["v3"]))
        group, p1, p2, p3 = _NONE, _NONE, _NONE, _NONE
        if "p1" in a:
            group = self.file.groups.get(a.get("pid") or self._object.pid or "", _NONE)
            p1 = int(a["p1"])
            p2, p3 = int(a.get("p2", p1)), int(a.get("p3", p1))
        self._object.triangles.extend((*corners, group, p1, p2, p3))
        if len(self._object.triangles) > 7 * MAX_FACES:
            raise MeshError(f"read_3mf: the model has more than {MAX_FACES} triangles. Simplify it first.")


def _hex(text: str) -> list[float]:
    """The colour of `#RRGGBB` or `#RRGGBBAA`."""
    if not text.startswith("#") or len(text) < 7:
        raise MeshError("read_3mf: a colour is not written as #RRGGBB. Export the file again.")
    return [int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def _matrix(text: str | None) -> NDArray[Any]:
    """Column matrix of a 3MF transform: twelve numbers, row vectors."""
    matrix = np.eye(4)
    if text:
        try:
            numbers = [float(t) for t in text.split()]
        except ValueError:
            numbers = []
        if len(numbers) != 12 or not all(map(math.isfinite, numbers)):
            raise MeshError("read_3mf: a transform is not twelve numbers. Export the file again.")
        matrix[:3, :] = np.array(numbers).reshape(4, 3).T
    return matrix
