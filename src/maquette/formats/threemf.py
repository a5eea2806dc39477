"""3MF: what slicers read. Millimetres; the build item turns our Y up to the print bed's Z up; colours as a colour group.

3MF core specification 1.3 and materials extension 1.2 (3mf.io). A colour group, one colour for each corner, is what Bambu Studio,
OrcaSlicer and Windows read; textures are read by few slicers, so none are written.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

import numpy as np
from numpy.typing import NDArray

from maquette import __version__
from maquette.errors import MeshError
from maquette.formats.archive import write_zip
from maquette.formats.ply import mesh_colors
from maquette.formats.threemf_reader import CORE, MATERIALS, read_3mf
from maquette.geometry.clean import validate
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

__all__ = ["CORE", "read_3mf", "write_3mf"]

_START = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"
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
