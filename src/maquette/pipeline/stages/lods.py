"""`lods`: coarser levels of the asset over its UV atlas, as files of their own."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from maquette import __version__
from maquette.formats.registry import write_asset
from maquette.geometry.hausdorff import hausdorff
from maquette.geometry.lods import lod_chain
from maquette.pipeline.artifacts import mesh_from, textures_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.texture.textures import TextureSet

Pixels = NDArray[np.uint8]

LEAST_TEXTURE = 256
"""Textures are halved down to this size."""


def run(context: StageContext) -> Bundle:
    """Files `lod1.glb`, `lod2.glb` … one for each of `request.lods`, and `meta` with faces and Hausdorff distance of each.

    Each file is self-contained, with the asset's textures at half the size per level (2048 for the asset, 1024 for `lod1`, 512 …): a level
    is shown where it covers half the pixels of the one before, so that a viewer would sample the same mip level of the full texture
    anyway, and all levels together take a third more room instead of a multiple. The atlas stays the same, so an engine may as well put
    the asset's full textures on every level. A level that cannot have as few faces as asked is told by `simplify_with_seams`.
    """
    request = context.request
    textured = context.input("texture")
    mesh = mesh_from(textured)
    textures = textures_from(textured, unlit=request.material == "shaded")
    engine = dict(context.input("reconstruct").meta["engine"])
    levels = lod_chain(mesh, request.lods)
    context.progress(0.5)
    files: dict[str, bytes] = {}
    facts = []
    for i, (ratio, level) in enumerate(zip(request.lods, levels, strict=True), start=1):
        context.check_cancelled()
        fact = {
            "level": i,
            "ratio": ratio,
            "faces": len(level.faces),
            "hausdorff_m": round(hausdorff(mesh, level).hausdorff_m, 6),
        }
        textures = halved(textures) if textures is not None else None
        extras = {
            "generator": f"Maquette {__version__}",
            "engine": engine["id"],
            "engine_version": engine["version"],
            "lod": fact,
        }
        files.update(write_asset("glb", level, textures, f"lod{i}", extras, request.compression))
        facts.append(fact)
        context.progress(0.5 + 0.5 * i / len(levels))
    return Bundle(files=files, meta={"order": list(files), "lods": facts})


def halved(textures: TextureSet) -> TextureSet:
    """The maps at half their size; colours are averaged as light, not as sRGB numbers, and normals stay of unit length."""
    if min(textures.base_color.shape[:2]) <= LEAST_TEXTURE:
        return textures
    return replace(
        textures,
        base_color=_half_color(textures.base_color),
        orm=None if textures.orm is None else np.rint(_half(textures.orm.astype(np.float64))).astype(np.uint8),
        normal=None if textures.normal is None else _half_normal(textures.normal),
        emissive=None if textures.emissive is None else _half_color(textures.emissive),
    )


def _half_color(pixels: Pixels) -> Pixels:
    # A power of 2.2 stands for the sRGB curve: both ways are taken, so plain areas keep their colour to the bit.
    light = (np.arange(256) / 255) ** 2.2
    return np.asarray(np.rint(255 * _half(light[pixels]).clip(0, 1) ** (1 / 2.2)), np.uint8)


def _half_normal(pixels: Pixels) -> Pixels:
    n = _half(pixels.astype(np.float64) - 127.5)
    n = n / np.maximum(np.linalg.norm(n, axis=2, keepdims=True), 1e-6)
    return np.asarray(np.rint(127.5 * n + 127.5).clip(0, 255), np.uint8)


def _half(values: NDArray[np.float64]) -> NDArray[np.float64]:
    half = cv2.resize(values.astype(np.float32), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return np.asarray(half, np.float64)


STAGE = Stage("lods", version=3, reads=("lods", "material", "compression"), needs=("reconstruct", "texture"), run=run)
