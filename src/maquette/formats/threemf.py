"""3MF: what slicers read. Millimetres; the build item turns our Y up to the print bed's Z up; colours as a colour group.

3MF core specification 1.3 and materials extension 1.2 (3mf.io). A colour group, one colour for each corner, is what Bambu Studio,
OrcaSlicer and Windows read; textures are read by few slicers, so none are written.
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ElementTree
from typing import Any
from xml.sax.saxutils import quoteattr

import numpy as np
from numpy.typing import NDArray

from maquette import __version__
from maquette.errors import MeshError
from maquette.formats.archive import Archive, write_zip
from maquette.formats.ply import mesh_colors
from maquette.formats.polygons import MAX_FACES, mesh_from_polygons
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
MATERIALS = "http://schemas.microsoft.com/3dmanufacturing/material/2015/02"
_START = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"
_UNITS = {"micron": 1e-6, "millimeter": 1e-3, "centimeter": 1e-2, "inch": 0.0254, "foot": 0.3048, "meter": 1.0}
_MAX_MODEL = 256 << 20
"""Bytes of XML: some 3 million triangles; parsed it takes about ten times the memory."""
_MAX_OBJECTS = 10_000
_COLOR_STEP = 8
"""Colours are rounded to steps of 8 in 255, so that a group holds some thousands and not one for each vertex."""

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Target="/3D/3dmodel.model" Id="rel0" Type="{_START}"/></Relationships>'
)


def write_3mf(mesh: Mesh, textures: TextureSet | None, *, name: str = "model") -> bytes:
    """3MF of the triangulation; the same input gives the same bytes.

    Raises:
        MeshError: the mesh is empty or broken, or has textures but no UVs.
    """
    validate(mesh, "write_3mf")
    if textures is not None and mesh.uv is None:
        raise MeshError("write_3mf: the mesh has textures but no UVs. Unwrap it first.")
    v = mesh.vertices.astype(np.float64) * 1000
    row = '<vertex x="%.8g" y="%.8g" z="%.8g"/>\n'
    vertices = row * len(v) % tuple(v.ravel().tolist())
    group = attributes = ""
    if textures is None:
        corners = mesh.faces
        row = '<triangle v1="%d" v2="%d" v3="%d"/>\n'
    else:
        colors, index = _palette(mesh_colors(mesh, textures))
        group = '<m:colorgroup id="1">' + "".join(f'<m:color color="#{r:02X}{g:02X}{b:02X}FF"/>' for r, g, b in colors)
        group += "</m:colorgroup>\n"
        attributes = ' pid="1" pindex="0"'
        corners = np.concatenate([mesh.faces, index[mesh.faces]], axis=1)
        row = '<triangle v1="%d" v2="%d" v3="%d" pid="1" p1="%d" p2="%d" p3="%d"/>\n'
    triangles = row * len(corners) % tuple(corners.ravel().tolist())
    model = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<model unit="millimeter" xml:lang="en-US" xmlns="{CORE}" xmlns:m="{MATERIALS}">\n'
        f'<metadata name="Application">Maquette {__version__}</metadata>\n<resources>\n{group}'
        f'<object id="2" type="model" name={quoteattr(name)}{attributes}><mesh>\n<vertices>\n{vertices}</vertices>\n'
        f"<triangles>\n{triangles}</triangles>\n</mesh></object>\n</resources>\n"
        '<build><item objectid="2" transform="1 0 0 0 0 1 0 -1 0 0 0 0"/></build>\n</model>\n'
    )
    return write_zip(
        [
            ("[Content_Types].xml", _TYPES.encode()),
            ("_rels/.rels", _RELATIONS.encode()),
            ("3D/3dmodel.model", model.encode()),
        ]
    )


def _palette(colors: NDArray[np.uint8]) -> tuple[list[list[int]], NDArray[np.int64]]:
    """Distinct rounded colours, and the place of each vertex's colour among them."""
    rounded = np.minimum((colors.astype(np.int64) + _COLOR_STEP // 2) // _COLOR_STEP * _COLOR_STEP, 255)
    unique, index = np.unique(rounded, axis=0, return_inverse=True)
    return unique.tolist(), index.ravel()


class _Parser(ElementTree.XMLParser):
    """Refuses document types: entities in them are how a small file becomes gigabytes."""

    def __init__(self) -> None:
        super().__init__(target=_Builder())


class _Builder(ElementTree.TreeBuilder):
    def doctype(self, name: str, pubid: str, system: str) -> None:
        raise MeshError("read_3mf: the model declares a document type, which 3MF forbids. Export it again.")


def read_3mf(data: bytes) -> Mesh:
    """All build items of a 3MF as one mesh: metres, Z up turned to Y up. Colours and textures are not read.

    Raises:
        MeshError: no 3MF, broken, unsafe, or without triangles.
    """
    package = Archive(data, "read_3mf")
    name = next((n for n in package.names if n.lower() == "3d/3dmodel.model"), None)
    name = name or next((n for n in package.names if n.lower().endswith(".model")), None)
    if name is None:
        raise MeshError("read_3mf: the package holds no 3D model. Export the file again.")
    text = package.read(name)
    if len(text) > _MAX_MODEL or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise MeshError("read_3mf: the model is too large, or declares entities, which 3MF forbids. Export it again.")
    try:
        root = ElementTree.fromstring(text, _Parser())
    except (ElementTree.ParseError, ValueError, LookupError):
        raise MeshError("read_3mf: the model is no well-formed XML. Export the file again.") from None
    scale = _UNITS.get(root.get("unit", "millimeter"))
    if not root.tag.endswith("model") or scale is None:
        raise MeshError("read_3mf: the model has no known unit. Export the file again.")
    objects = {o.get("id"): o for o in root.iter(f"{{{CORE}}}object")}
    parts: list[tuple[NDArray[np.float64], NDArray[np.int64]]] = []
    build = root.find(f"{{{CORE}}}build")
    items = list(build) if build is not None else []
    todo = [(i.get("objectid"), _matrix(i.get("transform")), 0) for i in items]
    if not todo:
        todo = [(key, np.eye(4), 0) for key in objects]
    while todo:
        key, world, depth = todo.pop(0)
        element = objects.get(key)
        if element is None or depth > 32 or len(parts) + len(todo) > _MAX_OBJECTS:
            raise MeshError("read_3mf: an object is missing, or objects hold one another. Export the file again.")
        inner = element.find(f"{{{CORE}}}mesh")
        if inner is not None:
            parts.append(_part(inner, world))
            if sum(len(f) for _, f in parts) > MAX_FACES:
                raise MeshError(f"read_3mf: the model has more than {MAX_FACES} triangles. Simplify it first.")
        for component in element.iter(f"{{{CORE}}}component"):
            todo.append((component.get("objectid"), world @ _matrix(component.get("transform")), depth + 1))
    parts = [p for p in parts if len(p[1])]
    if not parts:
        raise MeshError("read_3mf: the model holds no triangles. Give a surface.")
    vertices = np.concatenate([v for v, _ in parts]) * scale
    start = np.cumsum([0, *[len(v) for v, _ in parts]])
    faces = np.concatenate([f + s for (_, f), s in zip(parts, start[:-1], strict=True)])
    upright = np.stack([vertices[:, 0], vertices[:, 2], -vertices[:, 1]], axis=1)
    return mesh_from_polygons("read_3mf", upright, np.full(len(faces), 3), faces.ravel())


def _part(mesh: ElementTree.Element, world: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    try:
        v = np.array(
            [[e.attrib["x"], e.attrib["y"], e.attrib["z"]] for e in mesh.iter(f"{{{CORE}}}vertex")], dtype=np.float64
        ).reshape(-1, 3)
        f = np.array(
            [[e.attrib["v1"], e.attrib["v2"], e.attrib["v3"]] for e in mesh.iter(f"{{{CORE}}}triangle")]
        ).astype(np.int64)
    except (KeyError, ValueError, OverflowError):
        raise MeshError("read_3mf: a vertex or a triangle is not made of numbers. Export the file again.") from None
    f = f.reshape(-1, 3)
    if len(f) and (f.min() < 0 or f.max() >= len(v)):
        raise MeshError("read_3mf: a triangle points outside of its vertices. Export the file again.")
    if np.linalg.det(world[:3, :3]) < 0:
        f = f[:, ::-1]
    return v @ world[:3, :3].T + world[:3, 3], f


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
