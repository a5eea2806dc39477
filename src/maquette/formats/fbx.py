"""FBX writer: binary 7.4 with one mesh (quads kept), one material and its textures embedded. `fbx_reader` reads it back.

Units: metres, declared by `UnitScaleFactor` 100 (FBX counts in centimetres). Times and ids are fixed, so equal input gives equal bytes.
"""

from __future__ import annotations

import numpy as np

import maquette
from maquette.errors import MeshError
from maquette.formats.fbx_tree import Long, Node, encode
from maquette.formats.maps import DIFFUSE, EMISSIVE, METALLIC, NORMAL, ROUGHNESS, SHADED, map_files, map_names
from maquette.formats.polygons import polygons
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

_SEPARATOR = "\0\x01"
_GEOMETRY, _MODEL, _MATERIAL, _TEXTURE, _VIDEO = Long(2000), Long(3000), Long(3500), 4000, 5000
_TIME = "1970-01-01 10:00:00:000"
_FILE_ID = bytes.fromhex("28b32aebb624ccc2bfc8b02aa92bfcf1")
"""The id that belongs to `_TIME`: the FBX SDK checks it against the time and the footer."""
SLOTS = {
    DIFFUSE: ("DiffuseColor",),
    SHADED: ("DiffuseColor",),
    NORMAL: ("NormalMap",),
    # What Blender writes and reads for roughness and metallic; FBX itself has no names for them.
    ROUGHNESS: ("ShininessExponent",),
    METALLIC: ("ReflectionFactor",),
    EMISSIVE: ("EmissiveColor",),
}
"""Material properties that a map is connected to."""


def write_fbx(mesh: Mesh, textures: TextureSet | None, *, name: str = "model") -> bytes:
    """Binary FBX 7.4 of a mesh: quads, vertex normals, indexed UVs, Phong material, embedded PNGs.

    Raises:
        MeshError: the mesh is empty or broken, has textures but no UVs, or the file would pass 4 GB.
    """
    validate(mesh, "write_fbx")
    if textures is not None and mesh.uv is None:
        raise MeshError("write_fbx: the mesh has textures but no UVs. Unwrap it first.")
    names = () if textures is None else tuple(n for n in map_names(textures) if n in SLOTS)
    pictures = {} if textures is None else map_files(textures, names)
    objects = Node("Objects")
    links = Node("Connections")
    _geometry(objects, mesh, name)
    _model(objects, name)
    _material(objects, textures, name)
    for child, parent in ((_MODEL, Long(0)), (_GEOMETRY, _MODEL), (_MATERIAL, _MODEL)):
        links.add("C", "OO", child, parent)
    for i, (file, data) in enumerate(pictures.items()):
        texture, video = Long(_TEXTURE + i), Long(_VIDEO + i)
        _picture(objects, texture, video, file, data)
        for slot in SLOTS[file]:
            links.add("C", "OP", texture, _MATERIAL, slot)
        links.add("C", "OO", video, texture)
    return encode([*_head(len(pictures)), objects, links])


def _head(pictures: int) -> list[Node]:
    creator = f"Maquette {maquette.__version__}"
    header = Node("FBXHeaderExtension")
    header.add("FBXHeaderVersion", 1003)
    header.add("FBXVersion", 7400)
    header.add("EncryptionType", 0)
    stamp = header.add("CreationTimeStamp")
    stamp.add("Version", 1000)
    for unit, value in zip(("Year", "Month", "Day", "Hour", "Minute", "Second"), (1970, 1, 1, 10, 0, 0), strict=True):
        stamp.add(unit, value)
    stamp.add("Millisecond", 0)
    header.add("Creator", creator)
    settings = Node("GlobalSettings")
    settings.add("Version", 1000)
    entries = settings.add("Properties70")
    axes = {"UpAxis": 1, "UpAxisSign": 1, "FrontAxis": 2, "FrontAxisSign": 1, "CoordAxis": 0, "CoordAxisSign": 1}
    for key, number in axes.items():
        entries.property(key, "int", "Integer", "", number)
    entries.property("UnitScaleFactor", "double", "Number", "", 100.0)
    entries.property("OriginalUnitScaleFactor", "double", "Number", "", 100.0)
    documents = Node("Documents")
    documents.add("Count", 1)
    document = documents.add("Document", Long(1000), "Scene", "Scene")
    document.add("Properties70").property("SourceObject", "object", "", "")
    document.add("RootNode", Long(0))
    definitions = Node("Definitions")
    definitions.add("Version", 100)
    counts = {"GlobalSettings": 1, "Model": 1, "Geometry": 1, "Material": 1, "Texture": pictures, "Video": pictures}
    definitions.add("Count", sum(counts.values()))
    for kind, count in counts.items():
        if count:
            definitions.add("ObjectType", kind).add("Count", count)
    return [
        header,
        Node("FileId", [_FILE_ID]),
        Node("CreationTime", [_TIME]),
        Node("Creator", [creator]),
        settings,
        documents,
        Node("References"),
        definitions,
    ]


def _geometry(objects: Node, mesh: Mesh, name: str) -> None:
    p = polygons(mesh)
    corners, counts = p.corners, p.counts
    ends = np.cumsum(counts) - 1
    index = corners.copy()
    index[ends] = ~index[ends]
    geometry = objects.add("Geometry", _GEOMETRY, name + _SEPARATOR + "Geometry", "Mesh")
    geometry.add("GeometryVersion", 124)
    geometry.add("Vertices", mesh.vertices.astype(np.float64).ravel())
    geometry.add("PolygonVertexIndex", index)
    layers = [_layer(geometry, "LayerElementNormal", 101, "ByPolygonVertex", "Direct")]
    hard = p.normals(mesh)
    layers[-1].add("Normals", (mesh.vertex_normals()[corners] if hard is None else hard).astype(np.float64).ravel())
    if mesh.uv is not None and p.uv_corners is not None:
        layers.append(_layer(geometry, "LayerElementUV", 101, "ByPolygonVertex", "IndexToDirect", "UVMap"))
        layers[-1].add("UV", mesh.uv.astype(np.float64).ravel())
        layers[-1].add("UVIndex", p.uv_corners)
    layers.append(_layer(geometry, "LayerElementSmoothing", 102, "ByPolygon", "Direct"))
    layers[-1].add("Smoothing", np.ones(len(counts), np.int32))
    layers.append(_layer(geometry, "LayerElementMaterial", 101, "AllSame", "IndexToDirect"))
    layers[-1].add("Materials", np.zeros(1, np.int32))
    stack = geometry.add("Layer", 0)
    stack.add("Version", 100)
    for layer in layers:
        entry = stack.add("LayerElement")
        entry.add("Type", layer.name)
        entry.add("TypedIndex", 0)


def _layer(geometry: Node, kind: str, version: int, mapping: str, reference: str, name: str = "") -> Node:
    layer = geometry.add(kind, 0)
    layer.add("Version", version)
    layer.add("Name", name)
    layer.add("MappingInformationType", mapping)
    layer.add("ReferenceInformationType", reference)
    return layer


def _model(objects: Node, name: str) -> None:
    model = objects.add("Model", _MODEL, name + _SEPARATOR + "Model", "Mesh")
    model.add("Version", 232)
    entries = model.add("Properties70")
    entries.property("Lcl Translation", "Lcl Translation", "", "A", 0.0, 0.0, 0.0)
    entries.property("Lcl Rotation", "Lcl Rotation", "", "A", 0.0, 0.0, 0.0)
    entries.property("Lcl Scaling", "Lcl Scaling", "", "A", 1.0, 1.0, 1.0)
    entries.property("DefaultAttributeIndex", "int", "Integer", "", 0)
    model.add("Shading", True)
    model.add("Culling", "CullingOff")


def _material(objects: Node, textures: TextureSet | None, name: str) -> None:
    material = objects.add("Material", _MATERIAL, name + _SEPARATOR + "Material", "")
    material.add("Version", 102)
    material.add("ShadingModel", "phong")
    material.add("MultiLayer", 0)
    entries = material.add("Properties70")
    tint = 0.6 if textures is None else 1.0
    glow = float(textures is not None and textures.emissive is not None and not textures.unlit)
    entries.property("DiffuseColor", "Color", "", "A", tint, tint, tint)
    entries.property("DiffuseFactor", "Number", "", "A", 1.0)
    entries.property("EmissiveColor", "Color", "", "A", glow, glow, glow)
    entries.property("EmissiveFactor", "Number", "", "A", glow)
    entries.property("SpecularColor", "Color", "", "A", 0.5, 0.5, 0.5)
    entries.property("SpecularFactor", "Number", "", "A", 0.25)
    # Importers take roughness as 1 - sqrt(shininess) / 10: 0.8.
    entries.property("Shininess", "Number", "", "A", 4.0)
    entries.property("ShininessExponent", "Number", "", "A", 4.0)
    entries.property("ReflectionFactor", "Number", "", "A", 0.0)


def _picture(objects: Node, texture_id: Long, video_id: Long, file: str, data: bytes) -> None:
    video = objects.add("Video", video_id, file + _SEPARATOR + "Video", "Clip")
    video.add("Type", "Clip")
    video.add("Properties70").property("Path", "KString", "XRefUrl", "", file)
    video.add("UseMipMap", 0)
    video.add("Filename", file)
    video.add("RelativeFilename", file)
    video.add("Content", data)
    texture = objects.add("Texture", texture_id, file + _SEPARATOR + "Texture", "")
    texture.add("Type", "TextureVideoClip")
    texture.add("Version", 202)
    texture.add("TextureName", file + _SEPARATOR + "Texture")
    entries = texture.add("Properties70")
    entries.property("UseMaterial", "bool", "", "", 1)
    entries.property("UVSet", "KString", "", "", "UVMap")
    texture.add("Media", file + _SEPARATOR + "Video")
    texture.add("FileName", file)
    texture.add("RelativeFilename", file)
    texture.add("ModelUVTranslation", 0.0, 0.0)
    texture.add("ModelUVScaling", 1.0, 1.0)
