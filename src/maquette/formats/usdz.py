"""USDZ: an uncompressed package, 64-byte aligned, of one USD layer with a mesh (quads kept) and UsdPreviewSurface, and its textures.

https://openusd.org/release/spec_usdz.html ; https://openusd.org/release/spec_usdpreviewsurface.html . The layer is text (`.usda`), which
every USD reader takes, so that writing needs no USD library. Metres, Y up. `usdz_reader` reads it back.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from maquette import __version__
from maquette.errors import MeshError
from maquette.formats.archive import write_zip
from maquette.formats.maps import DIFFUSE, EMISSIVE, NORMAL, PBR, SHADED, map_files, map_names
from maquette.formats.polygons import polygons
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

LAYER = "model.usda"
FOLDER = "textures/"
ALIGNMENT = 64


def write_usdz(mesh: Mesh, textures: TextureSet | None) -> bytes:
    """USDZ of a mesh and its textures; the same input gives the same bytes.

    Raises:
        MeshError: the mesh is empty or broken, or has textures but no UVs.
    """
    validate(mesh, "write_usdz")
    if textures is not None and mesh.uv is None:
        raise MeshError("write_usdz: the mesh has textures but no UVs. Unwrap it first.")
    names = () if textures is None else tuple(n for n in map_names(textures) if n in _SLOTS)
    pictures = {} if textures is None else map_files(textures, names)
    layer = _layer(mesh, textures, names)
    return write_zip([(LAYER, layer.encode()), *((FOLDER + n, d) for n, d in pictures.items())], align=ALIGNMENT)


def _layer(mesh: Mesh, textures: TextureSet | None, names: tuple[str, ...]) -> str:
    p = polygons(mesh)
    low, high = mesh.bounds
    uv = ""
    if mesh.uv is not None and p.uv_corners is not None:
        uv = f"""
        texCoord2f[] primvars:st = {_tuples(mesh.uv)} (
            interpolation = "faceVarying"
        )
        int[] primvars:st:indices = {_list(p.uv_corners)}"""
    return f"""#usda 1.0
(
    customLayerData = {{
        string creator = "Maquette {__version__}"
    }}
    defaultPrim = "Model"
    metersPerUnit = 1
    upAxis = "Y"
)

def Xform "Model" (
    assetInfo = {{
        string name = "Model"
    }}
    kind = "component"
)
{{
    def Mesh "Geometry" (
        prepend apiSchemas = ["MaterialBindingAPI"]
    )
    {{
        uniform bool doubleSided = 0
        float3[] extent = {_tuples(np.stack([low, high]))}
        int[] faceVertexCounts = {_list(p.counts)}
        int[] faceVertexIndices = {_list(p.corners)}
        rel material:binding = </Model/Materials/Material>
        normal3f[] normals = {_tuples(mesh.vertex_normals())} (
            interpolation = "vertex"
        )
        point3f[] points = {_tuples(mesh.vertices)}{uv}
        uniform token subdivisionScheme = "none"
    }}

    def Scope "Materials"
    {{
        def Material "Material"
        {{
            token outputs:surface.connect = </Model/Materials/Material/Surface.outputs:surface>

            def Shader "Surface"
            {{
                uniform token info:id = "UsdPreviewSurface"
{_inputs(textures, names)}
                token outputs:surface
            }}
{_reader() if names else ""}{"".join(_texture(n) for n in names)}        }}
    }}
}}
"""


_SLOTS: dict[str, tuple[str, str, tuple[tuple[str, str, str], ...]]] = {
    DIFFUSE: ("BaseColor", "sRGB", (("color3f", "diffuseColor", "rgb"),)),
    SHADED: ("BaseColor", "sRGB", (("color3f", "emissiveColor", "rgb"),)),
    NORMAL: ("Normal", "raw", (("normal3f", "normal", "rgb"),)),
    PBR: (
        "OcclusionRoughnessMetallic",
        "raw",
        (("float", "occlusion", "r"), ("float", "roughness", "g"), ("float", "metallic", "b")),
    ),
    EMISSIVE: ("Emissive", "sRGB", (("color3f", "emissiveColor", "rgb"),)),
}
"""File: shader's name, colour space, and the surface inputs (type, name, output) that it feeds."""


def _inputs(textures: TextureSet | None, names: Iterable[str]) -> str:
    """Inputs of the surface: constants, then connections."""
    fed = {
        name: f"{kind} inputs:{name}.connect = </Model/Materials/Material/{_SLOTS[file][0]}.outputs:{output}>"
        for file in names
        for kind, name, output in _SLOTS[file][2]
    }
    constants = {"roughness": "float inputs:roughness = 0.9", "metallic": "float inputs:metallic = 0"}
    if textures is None:
        constants["diffuseColor"] = "color3f inputs:diffuseColor = (0.6, 0.6, 0.6)"
        constants["roughness"] = "float inputs:roughness = 0.8"
    elif textures.unlit:
        # All light is in the picture: it glows, and reflects nothing.
        constants["diffuseColor"] = "color3f inputs:diffuseColor = (0, 0, 0)"
        constants["roughness"] = "float inputs:roughness = 1"
    lines = constants | fed
    return "\n".join(" " * 16 + lines[k] for k in sorted(lines))


def _reader() -> str:
    return """
            def Shader "TexCoord"
            {
                uniform token info:id = "UsdPrimvarReader_float2"
                string inputs:varname = "st"
                float2 outputs:result
            }
"""


def _texture(file: str) -> str:
    name, space, outputs = _SLOTS[file]
    # A normal map's [0, 1] stands for [-1, 1].
    signed = """
                float4 inputs:bias = (-1, -1, -1, 0)
                float4 inputs:scale = (2, 2, 2, 1)"""
    kinds = "\n".join(
        " " * 16 + ("float3 outputs:rgb" if output == "rgb" else f"float outputs:{output}") for _, _, output in outputs
    )
    return f"""
            def Shader "{name}"
            {{
                uniform token info:id = "UsdUVTexture"{signed if file == NORMAL else ""}
                asset inputs:file = @{FOLDER}{file}@
                token inputs:sourceColorSpace = "{space}"
                float2 inputs:st.connect = </Model/Materials/Material/TexCoord.outputs:result>
                token inputs:wrapS = "clamp"
                token inputs:wrapT = "clamp"
{kinds}
            }}
"""


def _tuples(values: NDArray[np.float32]) -> str:
    """`[(x, y, z), …]`; nine digits bring every float32 back to the bit."""
    row = "(" + ", ".join(["%.9g"] * values.shape[1]) + "), "
    return "[" + (row * len(values) % tuple(values.ravel().tolist()))[:-2] + "]"


def _list(values: NDArray[np.int32]) -> str:
    return "[" + ", ".join(map(str, values.tolist())) + "]"
