"""`parts`: the finished asset split into its parts, written in the formats that were asked for, in place of `export`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette import __version__
from maquette.errors import MaquetteError
from maquette.formats.maps import SHADED, map_files
from maquette.formats.model import Model
from maquette.formats.part_files import Parts, join_parts, write_parts
from maquette.formats.registry import FORMATS, read_model
from maquette.geometry import topology
from maquette.geometry.closest import ClosestPoints
from maquette.geometry.mesh import Mesh
from maquette.geometry.part_solids import part_solids
from maquette.geometry.parts import split_parts
from maquette.geometry.place import transform
from maquette.pipeline.artifacts import mesh_from, textures_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.pipeline.stages.export import READS, format_files
from maquette.texture.textures import TextureSet


def run(context: StageContext) -> Bundle:
    """Files named as `export` names them, each with objects that share the asset's textures.

    They are called `part_00`, `part_01` … (the largest first), or what an engine calls them that builds shapes from parts.

    `meta` (and `asset.extras` of a GLB): `parts` with `name`, `triangles`, `closed` and, where it is closed, `volume` in cubic metres.
    """
    request = context.request
    textured = context.input("texture")
    mesh = mesh_from(textured)
    engine: dict[str, Any] = dict(context.input("reconstruct").meta["engine"])
    known = _named(context, mesh)
    label = _labels(context, mesh, None if known is None else known[0])
    context.progress(0.4)
    context.check_cancelled()
    solids = part_solids(mesh, label)
    names = [f"part_{i:02d}" for i in range(len(solids))] if known is None else _names(mesh, label, *known)
    parts = list(zip(names, solids, strict=True))
    if len(parts) < 2:
        context.warn(
            "The shape has no joints where it could be split, so it stays one part. Give a model with clearer parts."
        )
    if request.compression:
        context.warn(
            "The parts are written without compression. Compress the file with another tool, or leave the asset whole."
        )
    facts = []
    for name, solid in parts:
        closed = topology.is_closed(solid.faces)
        fact: dict[str, Any] = {"name": name, "triangles": len(solid.faces), "closed": closed}
        if closed:
            fact["volume"] = round(topology.signed_volume(solid.vertices, solid.faces), 9)
        facts.append(fact)
    extras = {
        "generator": f"Maquette {__version__}",
        "engine": engine["id"],
        "engine_version": engine["version"],
        "seed": request.seed,
        "request_sha256": request.hash(),
        "parts": facts,
    }
    unlit = bool(textured.meta.get("unlit", request.material == "shaded"))
    textures = textures_from(textured, unlit=unlit)
    shaded = textures_from(textured, "shaded", unlit=True)
    if shaded is None and textures is not None and request.material == "all":
        shaded = replace(textures, orm=None, normal=None, unlit=True)
    files: dict[str, bytes] = {}
    wanted = list(dict.fromkeys(request.formats))
    for i, kind in enumerate(wanted):
        context.check_cancelled()
        files.update((n, d) for n, d in part_files(kind, parts, textures, shaded, extras) if n not in files)
        context.progress(0.5 + 0.5 * (i + 1) / len(wanted))
    return Bundle(files=files, meta={"order": list(files), "parts": facts})


def part_files(
    kind: str, parts: Parts, textures: TextureSet | None, shaded: TextureSet | None, extras: Mapping[str, Any]
) -> list[tuple[str, bytes]]:
    """Files of one format; names and texture sets as `export.format_files` has them. A ZIP holds the parts as one mesh."""
    if kind == "zip":
        return format_files(kind, join_parts([mesh for _, mesh in parts]), textures, shaded, extras)
    named = kind in ("glb", "fbx") and textures is not None
    main = ("model_shaded" if textures.unlit else "model_pbr") if named and textures is not None else "model"
    files = write_parts(kind, parts, textures, main, extras)
    if shaded is not None and kind == "obj":
        files += map_files(shaded, (SHADED,)).items()
    elif shaded is not None and FORMATS[kind].textured:
        files += write_parts(kind, parts, shaded, "model_shaded", extras)
    return files


def _named(context: StageContext, mesh: Mesh) -> tuple[NDArray[np.int32], list[str]] | None:
    """Part of each face, and the parts' names, where the engine itself built the shape from parts."""
    raw = context.input("reconstruct")
    if "face_part" not in raw.arrays:
        return None
    refined, source = context.input("refine"), mesh_from(raw)
    if "posed" in refined.arrays:
        source = source.with_vertices(refined.arrays["posed"])
    there = transform(Mesh(mesh.vertices, mesh.faces), refined.arrays["to_engine"])
    face, _ = ClosestPoints(source).locate(there.vertices[there.faces].mean(axis=1), _unit(there.face_normals()))
    label = np.asarray(raw.arrays["face_part"], np.int32)[face]
    return (label if (own := _own(label, mesh)) is None else own), list(raw.meta["parts"])


def _names(mesh: Mesh, label: NDArray[np.int32], own: NDArray[np.int32], names: list[str]) -> list[str]:
    """What most of each part is, numbered where two are the same."""
    area = np.linalg.norm(mesh.face_normals(), axis=1)
    out: list[str] = []
    for part in range(int(label.max()) + 1):
        rows = label == part
        name = names[int(np.argmax(np.bincount(own[rows], area[rows], minlength=len(names))))]
        again = sum(n == name or n.startswith(f"{name}_") for n in out)
        out.append(f"{name}_{again + 1}" if again else name)
    return out


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-20), np.float32)


def _labels(context: StageContext, mesh: Mesh, known: NDArray[np.int32] | None) -> NDArray[np.int32]:
    """Part of each face. A file of the user's own whose objects are at least half as many as wanted is split into those, exactly."""
    wanted = context.request.parts
    if known is not None:
        names, label = np.unique(known, return_inverse=True)
        if 1 < len(names) <= wanted:
            return np.asarray(label.ravel(), np.int32)
        return split_parts(mesh, wanted, given=known)
    model = _model(context)
    objects = None if model is None else _own(model.face_part, mesh)
    if objects is not None:
        names, label = np.unique(objects, return_inverse=True)
        if wanted < 2 * len(names) <= 2 * wanted:
            return np.asarray(label.ravel(), np.int32)
    given = objects if objects is not None or model is None else _own(model.face_material, mesh)
    return split_parts(mesh, wanted, given=given)


def _model(context: StageContext) -> Model | None:
    """The user's own file, where its faces are still the asset's."""
    if context.request.mesh is None or not context.input("refine").meta.get("kept", False):
        return None
    try:
        return read_model(context.model(), context.request.mesh.format)
    except MaquetteError:
        return None


def _own(label: NDArray[np.int32] | None, mesh: Mesh) -> NDArray[np.int32] | None:
    """The labels, if they fit and tell anything apart; both halves of a quad alike."""
    if label is None or len(label) != len(mesh.faces) or len(np.unique(label)) < 2:
        return None
    if mesh.quads is not None:
        label = label.copy()
        q = 2 * len(mesh.quads)
        label[1:q:2] = label[0:q:2]
    return label


STAGE = Stage("parts", version=2, reads=(*READS, "parts"), needs=("reconstruct", "refine", "texture"), run=run)
