"""`export`: the asset is written in the formats that were asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from maquette import __version__
from maquette.formats.archive import write_zip
from maquette.formats.maps import SHADED, map_files
from maquette.formats.registry import FORMATS, write_asset
from maquette.geometry.mesh import Mesh
from maquette.pipeline.artifacts import mesh_from, textures_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import BESIDE, GenerationRequest
from maquette.texture.textures import TextureSet


def run(context: StageContext) -> Bundle:
    """The files of each format (`format_files`), in the order of the request, the main model first in `meta`."""
    request = context.request
    textured = context.input("texture")
    mesh = mesh_from(textured)
    engine: dict[str, Any] = dict(context.input("reconstruct").meta["engine"])
    extras = {
        "generator": f"Maquette {__version__}",
        "engine": engine["id"],
        "engine_version": engine["version"],
        "seed": request.seed,
        "request_sha256": request.hash(),
    }
    textures = textures_from(textured)
    shaded = textures_from(textured, "shaded", unlit=True)
    files: dict[str, bytes] = {}
    wanted = list(dict.fromkeys(request.formats))
    for i, kind in enumerate(wanted):
        context.check_cancelled()
        made = format_files(kind, mesh, textures, shaded, extras, request.compression)
        files.update((n, d) for n, d in made if n not in files)
        context.progress((i + 1) / len(wanted))
    return Bundle(files=files, meta={"order": list(files)})


def format_files(
    kind: str,
    mesh: Mesh,
    textures: TextureSet | None,
    shaded: TextureSet | None,
    extras: Mapping[str, Any],
    compression: Sequence[str] = (),
) -> list[tuple[str, bytes]]:
    """Files of one format, the main one first.

    GLB and FBX are called `model_pbr`, `model_shaded` or `model` (geometry only), by what they hold, as Rodin's are; the others
    `model`. Where both texture sets are wanted, formats that hold textures come twice (`model_shaded`), but an OBJ gets `shaded.png` beside
    its maps. A ZIP holds all others.

    Args:
        kind: key of `FORMATS`.
        textures: the main set, PBR or unlit; None for geometry only.
        shaded: an unlit set beside a PBR one, or None.
        extras: for the formats that hold facts.
        compression: of GLB, that in a ZIP too.
    """
    if kind == "zip":
        every: dict[str, bytes] = {}
        for other in FORMATS:
            if other != "zip":
                every.update(format_files(other, mesh, textures, shaded, extras, compression))
        return [("model.zip", write_zip(sorted(every.items())))]
    named = kind in ("glb", "fbx") and textures is not None
    main = ("model_shaded" if textures.unlit else "model_pbr") if named and textures is not None else "model"
    files = write_asset(kind, mesh, textures, main, extras, compression)
    if shaded is not None and kind == "obj":
        files += map_files(shaded, (SHADED,)).items()
    elif shaded is not None and FORMATS[kind].textured:
        files += write_asset(kind, mesh, shaded, "model_shaded", extras, compression)
    return files


READS = tuple(f for f in GenerationRequest.model_fields if f not in BESIDE or f in ("formats", "compression"))
STAGE = Stage("export", version=4, reads=READS, needs=("reconstruct", "texture"), run=run)
