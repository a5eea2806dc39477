"""FBX and USDZ of several named objects that share one material (`part_files.write_parts`)."""

from __future__ import annotations

from collections.abc import Sequence

from maquette.formats.archive import write_zip
from maquette.formats.fbx import (
    _GEOMETRY,
    _MATERIAL,
    _MODEL,
    _TEXTURE,
    _VIDEO,
    SLOTS,
    _geometry,
    _head,
    _picture,
)
from maquette.formats.fbx import _material as _fbx_material
from maquette.formats.fbx import _model as _fbx_model
from maquette.formats.fbx_tree import Long, Node, encode
from maquette.formats.maps import map_files, map_names
from maquette.formats.usd_crate import ROOT, Crate, Value
from maquette.formats.usdz import _MAPS, ALIGNMENT, FOLDER, LAYER, _Layer
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

Parts = Sequence[tuple[str, Mesh]]


def write_parts_fbx(parts: Parts, textures: TextureSet | None, name: str) -> bytes:
    """Binary FBX 7.4 with a model for each part; arguments as of `write_parts`."""
    names = () if textures is None else tuple(n for n in map_names(textures) if n in SLOTS)
    pictures = {} if textures is None else map_files(textures, names)
    objects, links = Node("Objects"), Node("Connections")
    _fbx_material(objects, textures, name)
    for i, (label, mesh) in enumerate(parts):
        # 500 ids lie between geometries and models, and between models and materials.
        geometry, model = Long(_GEOMETRY + i), Long(_MODEL + i)
        _geometry(objects, mesh, label)
        objects.children[-1].values[0] = geometry
        _fbx_model(objects, label)
        objects.children[-1].values[0] = model
        for child, parent in ((model, Long(0)), (geometry, model), (_MATERIAL, model)):
            links.add("C", "OO", child, parent)
    for i, (file, data) in enumerate(pictures.items()):
        texture, video = Long(_TEXTURE + i), Long(_VIDEO + i)
        _picture(objects, texture, video, file, data)
        for slot in SLOTS[file]:
            links.add("C", "OP", texture, _MATERIAL, slot)
        links.add("C", "OO", video, texture)
    head = _head(len(pictures))
    definitions = head[-1]
    for kind in definitions.all("ObjectType"):
        if kind.values[0] in ("Model", "Geometry"):
            for count in kind.all("Count"):
                count.values[0] = len(parts)
    for total in definitions.all("Count"):
        total.values[0] += 2 * (len(parts) - 1)
    return encode([*head, objects, links])


def write_parts_usdz(parts: Parts, textures: TextureSet | None) -> bytes:
    """USDZ with a mesh prim for each part below `/Model`; arguments as of `write_parts`.

    It has no signature of ours: readers need a USD library, as for any file with more than one mesh.
    """
    names = () if textures is None else tuple(n for n in map_names(textures) if n in _MAPS)
    pictures = {} if textures is None else map_files(textures, names)
    crate = Crate()
    layers = [_Layer(mesh, crate, f"/Model/{label}") for label, mesh in parts]
    facts = {
        "defaultPrim": Value("token", "Model"),
        "metersPerUnit": Value("double", 1.0),
        "primChildren": Value("tokens", ["Model"]),
        "upAxis": Value("token", "Y"),
    }
    crate.spec("/", ROOT, facts)
    children = [*(label for label, _ in parts), "Materials"]
    layers[0].prim("/Model", "Xform", [], children, kind=Value("token", "component"))
    for layer in layers:
        layer.geometry()
    layers[0].material(textures, names)
    return write_zip([(LAYER, crate.to_bytes()), *((FOLDER + n, d) for n, d in pictures.items())], align=ALIGNMENT)
