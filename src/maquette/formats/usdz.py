"""USDZ: an uncompressed package, 64-byte aligned, of one binary USD layer with a mesh (quads kept) and UsdPreviewSurface, and its textures.

https://openusd.org/release/spec_usdz.html ; https://openusd.org/release/spec_usdpreviewsurface.html . ARKit wants exactly one
layer, and that one binary. Metres, Y up. `usdz_reader` reads it back.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maquette import __version__
from maquette.errors import MeshError
from maquette.formats.archive import write_zip
from maquette.formats.maps import DIFFUSE, EMISSIVE, NORMAL, PBR, SHADED, map_files, map_names
from maquette.formats.polygons import polygons
from maquette.formats.usd_crate import ATTRIBUTE, PRIM, RELATIONSHIP, ROOT, Crate, Stored, Value
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

LAYER = "model.usdc"
FOLDER = "textures/"
ALIGNMENT = 64
SIGNATURE = b"MAQUETTE"
"""Stands where the values begin. Behind it lie the arrays of `ARRAYS`, so that our reader needs no USD library."""
ARRAYS = (
    ("points", "<f4", 3),
    ("normals", "<f4", 3),
    ("counts", "<i4", 1),
    ("corners", "<i4", 1),
    ("uv", "<f4", 2),
    ("uv_corners", "<i4", 1),
)
"""Name, number type and width, in order; each is a 64-bit count and its rows, at a multiple of 8 bytes. UVs may have a count of 0."""

_GEOMETRY, _MATERIAL = "/Model/Geometry", "/Model/Materials/Material"
_SURFACE, _COORDINATES = _MATERIAL + "/Surface", _MATERIAL + "/TexCoord"


@dataclass(frozen=True)
class _Map:
    """A texture's shader: its name, colour space, and the surface inputs (type, name, output) that it feeds."""

    shader: str
    space: str
    feeds: tuple[tuple[str, str, str], ...]


_MAPS = {
    DIFFUSE: _Map("BaseColor", "sRGB", (("color3f", "diffuseColor", "rgb"),)),
    SHADED: _Map("BaseColor", "sRGB", (("color3f", "emissiveColor", "rgb"),)),
    NORMAL: _Map("Normal", "raw", (("normal3f", "normal", "rgb"),)),
    PBR: _Map(
        "OcclusionRoughnessMetallic",
        "raw",
        (("float", "occlusion", "r"), ("float", "roughness", "g"), ("float", "metallic", "b")),
    ),
    EMISSIVE: _Map("Emissive", "sRGB", (("color3f", "emissiveColor", "rgb"),)),
}


def write_usdz(mesh: Mesh, textures: TextureSet | None) -> bytes:
    """USDZ of a mesh and its textures; the same input gives the same bytes.

    Raises:
        MeshError: the mesh is empty or broken, or has textures but no UVs.
    """
    validate(mesh, "write_usdz")
    if textures is not None and mesh.uv is None:
        raise MeshError("write_usdz: the mesh has textures but no UVs. Unwrap it first.")
    names = () if textures is None else tuple(n for n in map_names(textures) if n in _MAPS)
    pictures = {} if textures is None else map_files(textures, names)
    layer = _Layer(mesh)
    layer.root()
    layer.geometry()
    layer.material(textures, names)
    return write_zip(
        [(LAYER, layer.crate.to_bytes()), *((FOLDER + n, d) for n, d in pictures.items())], align=ALIGNMENT
    )


class _Layer:
    """The specs of our one scene: arrays first, then `root`, `geometry` and `material`. Several meshes share a `crate` (`part_scenes`)."""

    def __init__(self, mesh: Mesh, crate: Crate | None = None, path: str = _GEOMETRY) -> None:
        self.crate = Crate(SIGNATURE) if crate is None else crate
        self.path = path
        p = polygons(mesh)
        data: dict[str, NDArray[np.generic] | None] = {
            "points": mesh.vertices,
            "normals": mesh.vertex_normals() if mesh.corner_normals is None else p.normals(mesh),
            "counts": p.counts,
            "corners": p.corners,
            "uv": mesh.uv,
            "uv_corners": p.uv_corners,
        }
        self.arrays: dict[str, Stored] = {}
        for name, dtype, width in ARRAYS:
            values = data[name]
            self.arrays[name] = self.crate.array(np.zeros((0, width)) if values is None else values.astype(dtype))
        self.extent = self.crate.array(mesh.bounds.astype("<f4"))
        self.normals = "vertex" if mesh.corner_normals is None else "faceVarying"
        self.with_uv = mesh.uv is not None

    def root(self) -> None:
        facts = {
            "comment": Value("string", f"Maquette {__version__}"),
            "defaultPrim": Value("token", "Model"),
            "metersPerUnit": Value("double", 1.0),
            "primChildren": Value("tokens", ["Model"]),
            "upAxis": Value("token", "Y"),
        }
        self.crate.spec("/", ROOT, facts)
        self.prim("/Model", "Xform", [], ["Geometry", "Materials"], kind=Value("token", "component"))

    def prim(self, path: str, type_name: str, properties: list[str], children: list[str], **more: Value) -> None:
        fields = {"specifier": Value("specifier", 0), "typeName": Value("token", type_name)} | more
        if properties:
            fields["properties"] = Value("tokens", properties)
        if children:
            fields["primChildren"] = Value("tokens", children)
        self.crate.spec(path, PRIM, fields)

    def attribute(
        self, path: str, type_name: str, value: Value | None = None, *, uniform: bool = False, **more: Value
    ) -> None:
        fields = {"typeName": Value("token", type_name)}
        if uniform:
            fields["variability"] = Value("variability", 1)
        if value is not None:
            fields["default"] = value
        self.crate.spec(path, ATTRIBUTE, fields | more)

    def connected(self, path: str, type_name: str, source: str) -> None:
        self.attribute(path, type_name, connectionPaths=Value("pathlist", [source]))

    def geometry(self) -> None:
        at = self.arrays
        vertex = {"interpolation": Value("token", self.normals)}
        attributes: dict[str, tuple[str, Value, bool, dict[str, Value]]] = {
            "doubleSided": ("bool", Value("bool", False), True, {}),
            "extent": ("float3[]", Value("float3", self.extent), False, {}),
            "faceVertexCounts": ("int[]", Value("int", at["counts"]), False, {}),
            "faceVertexIndices": ("int[]", Value("int", at["corners"]), False, {}),
            "normals": ("normal3f[]", Value("float3", at["normals"]), False, vertex),
            "points": ("point3f[]", Value("float3", at["points"]), False, {}),
            "subdivisionScheme": ("token", Value("token", "none"), True, {}),
        }
        if self.with_uv:
            facevarying = {"interpolation": Value("token", "faceVarying")}
            attributes["primvars:st"] = ("texCoord2f[]", Value("float2", at["uv"]), False, facevarying)
            attributes["primvars:st:indices"] = ("int[]", Value("int", at["uv_corners"]), False, {})
        schemas = Value("tokenlist", ["MaterialBindingAPI"])
        self.prim(self.path, "Mesh", [*attributes, "material:binding"], [], apiSchemas=schemas)
        for name, (type_name, value, uniform, more) in attributes.items():
            self.attribute(f"{self.path}.{name}", type_name, value, uniform=uniform, **more)
        binding = {"variability": Value("variability", 1), "targetPaths": Value("pathlist", [_MATERIAL])}
        self.crate.spec(f"{self.path}.material:binding", RELATIONSHIP, binding)

    def material(self, textures: TextureSet | None, names: tuple[str, ...]) -> None:
        shaders = ["Surface", *(["TexCoord"] if names else []), *(_MAPS[n].shader for n in names)]
        self.prim("/Model/Materials", "Scope", [], ["Material"])
        self.prim(_MATERIAL, "Material", ["outputs:surface"], shaders)
        self.connected(_MATERIAL + ".outputs:surface", "token", _SURFACE + ".outputs:surface")
        constants: dict[str, tuple[str, Value]] = {
            "roughness": ("float", Value("float", 0.9)),
            "metallic": ("float", Value("float", 0.0)),
        }
        if textures is None:
            constants["roughness"] = ("float", Value("float", 0.8))
            constants["diffuseColor"] = ("color3f", Value("float3", (0.6, 0.6, 0.6)))
        elif textures.unlit:
            # All light is in the picture: it glows, and reflects nothing.
            constants["diffuseColor"] = ("color3f", Value("float3", (0.0, 0.0, 0.0)))
            constants["roughness"] = ("float", Value("float", 1.0))
        sources = {
            name: (kind, f"{_MATERIAL}/{_MAPS[file].shader}.outputs:{output}")
            for file in names
            for kind, name, output in _MAPS[file].feeds
        }
        inputs = sorted(constants.keys() | sources.keys())
        self.prim(_SURFACE, "Shader", ["info:id", *(f"inputs:{n}" for n in inputs), "outputs:surface"], [])
        self.attribute(_SURFACE + ".info:id", "token", Value("token", "UsdPreviewSurface"), uniform=True)
        for name in inputs:
            if name in sources:
                self.connected(f"{_SURFACE}.inputs:{name}", *sources[name])
            else:
                self.attribute(f"{_SURFACE}.inputs:{name}", *constants[name])
        self.attribute(_SURFACE + ".outputs:surface", "token")
        if names:
            self.prim(_COORDINATES, "Shader", ["info:id", "inputs:varname", "outputs:result"], [])
            self.attribute(_COORDINATES + ".info:id", "token", Value("token", "UsdPrimvarReader_float2"), uniform=True)
            self.attribute(_COORDINATES + ".inputs:varname", "string", Value("string", "st"))
            self.attribute(_COORDINATES + ".outputs:result", "float2")
        for file in names:
            self.texture(file)

    def texture(self, file: str) -> None:
        path = f"{_MATERIAL}/{_MAPS[file].shader}"
        settings = {
            "file": ("asset", Value("asset", FOLDER + file)),
            "sourceColorSpace": ("token", Value("token", _MAPS[file].space)),
            "wrapS": ("token", Value("token", "clamp")),
            "wrapT": ("token", Value("token", "clamp")),
        }
        if file == NORMAL:
            # A normal map's [0, 1] stands for [-1, 1].
            settings["bias"] = ("float4", Value("float4", (-1, -1, -1, 0)))
            settings["scale"] = ("float4", Value("float4", (2, 2, 2, 1)))
        outputs = [output for _, _, output in _MAPS[file].feeds]
        names = ["info:id", *(f"inputs:{n}" for n in settings), "inputs:st", *(f"outputs:{o}" for o in outputs)]
        self.prim(path, "Shader", names, [])
        self.attribute(path + ".info:id", "token", Value("token", "UsdUVTexture"), uniform=True)
        for name, (kind, value) in settings.items():
            self.attribute(f"{path}.inputs:{name}", kind, value)
        self.connected(path + ".inputs:st", "float2", _COORDINATES + ".outputs:result")
        for output in outputs:
            self.attribute(f"{path}.outputs:{output}", "float3" if output == "rgb" else "float")
