"""All file formats behind two calls: `write_asset` and `read_asset`."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from maquette.errors import InvalidRequest, MaquetteError, MeshError
from maquette.formats.archive import Archive, write_zip
from maquette.formats.fbx import write_fbx
from maquette.formats.fbx_reader import read_fbx
from maquette.formats.glb import write_glb, write_gltf
from maquette.formats.glb_reader import read_glb, read_gltf
from maquette.formats.model import Material, Model
from maquette.formats.obj import read_obj, write_obj
from maquette.formats.ply import read_ply, write_ply
from maquette.formats.stl import read_stl, write_stl
from maquette.formats.threemf import read_3mf, write_3mf
from maquette.formats.usdz import write_usdz
from maquette.formats.usdz_reader import read_usdz
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

MAX_BYTES = 1 << 30
"""Largest file that is read."""

Files = list[tuple[str, bytes]]
Load = Callable[[str], bytes]
Asset = tuple[Mesh, TextureSet | None, dict[str, Any]]


@dataclass(frozen=True)
class Format:
    """One file format.

    Attributes:
        media_type: of the main file.
        write: mesh, textures, extras and name to files, the main one first.
        read: bytes and a loader of files beside them to an asset.
        companions: it is more than one file.
        textured: it carries UVs and textures.
        quads: it keeps quads.
    """

    media_type: str
    write: Callable[[Mesh, TextureSet | None, Mapping[str, Any], str], Files]
    read: Callable[[bytes, Load], Asset]
    companions: bool = False
    textured: bool = True
    quads: bool = False


def _bundle(mesh: Mesh, textures: TextureSet | None, extras: Mapping[str, Any], name: str) -> Files:
    files: dict[str, bytes] = {}
    for kind in FORMATS:
        if kind != "zip":
            files.update(write_asset(kind, mesh, textures, name, extras))
    return [(f"{name}.zip", write_zip(sorted(files.items())))]


def _read_bundle(data: bytes, load: Load) -> Asset:
    package = Archive(data, "read_zip")
    for kind in ("glb", "gltf", "obj", "usdz", "fbx", "ply", "3mf", "stl"):
        for name in package.names:
            if name.lower().endswith("." + kind) and not name.startswith(("/", "__MACOSX")):
                folder = PurePosixPath(name).parent
                return FORMATS[kind].read(package.read(name), lambda other, at=folder: package.read(str(at / other)))  # type: ignore[misc]
    raise MeshError("read_zip: the package holds no model that can be read. Give a 3D file.")


FORMATS: dict[str, Format] = {
    "glb": Format(
        "model/gltf-binary",
        lambda m, t, e, n: [(f"{n}.glb", write_glb(m, t, extras=e))],
        lambda d, load: read_glb(d),
    ),
    "gltf": Format(
        "model/gltf+json", lambda m, t, e, n: write_gltf(m, t, extras=e, name=n), read_gltf, companions=True
    ),
    "obj": Format(
        "model/obj",
        lambda m, t, e, n: write_obj(m, t, name=n),
        lambda d, load: (*read_obj(d, load), {}),
        companions=True,
        quads=True,
    ),
    "fbx": Format(
        "application/octet-stream",
        lambda m, t, e, n: [(f"{n}.fbx", write_fbx(m, t))],
        lambda d, load: (*read_fbx(d), {}),
        quads=True,
    ),
    "usdz": Format(
        "model/vnd.usdz+zip",
        lambda m, t, e, n: [(f"{n}.usdz", write_usdz(m, t))],
        lambda d, load: (*read_usdz(d), {}),
        quads=True,
    ),
    "stl": Format(
        "model/stl",
        lambda m, t, e, n: [(f"{n}.stl", write_stl(m))],
        lambda d, load: (read_stl(d), None, {}),
        textured=False,
    ),
    "ply": Format(
        "application/octet-stream",
        lambda m, t, e, n: [(f"{n}.ply", write_ply(m, t))],
        lambda d, load: (read_ply(d), None, {}),
        textured=False,
        quads=True,
    ),
    "3mf": Format(
        "model/3mf",
        lambda m, t, e, n: [(f"{n}.3mf", write_3mf(m, t))],
        lambda d, load: (read_3mf(d), None, {}),
        textured=False,
    ),
    "zip": Format("application/zip", _bundle, _read_bundle, quads=True),
}
"""By file suffix. `zip` holds all others."""

MEDIA_TYPES = {kind: f.media_type for kind, f in FORMATS.items()} | {
    "bin": "application/octet-stream",
    "mtl": "model/mtl",
    "png": "image/png",
}


def write_asset(
    kind: str,
    mesh: Mesh,
    textures: TextureSet | None,
    name: str = "model",
    extras: Mapping[str, Any] | None = None,
    compression: Sequence[str] = (),
) -> Files:
    """Files of one format, the main one (`name.kind`) first, flat names; the same input gives the same bytes.

    Args:
        kind: a key of `FORMATS`.
        mesh: metres, Y up.
        textures: needs UVs in the mesh; formats without textures take vertex colours from it (PLY, 3MF) or nothing (STL).
        name: stem of the main file and of those that belong to it alone. Maps have fixed names (`maps`).
        extras: JSON-ready facts; only glTF has a place for them.
        compression: of GLB alone: "draco", "webp".

    Raises:
        InvalidRequest: unknown format.
        MeshError: the mesh cannot be written.
    """
    return _format(kind).write(mesh, textures, extras or {}, name)


def read_asset(source: Path | bytes, kind: str | None = None) -> Asset:
    """Mesh, textures (None where there are none, or the format has none) and extras of a file.

    Args:
        source: a file, whose companions (MTL, BIN, pictures) are looked for in its folder; or bytes, which have none.
        kind: a key of `FORMATS`; default: the file's suffix.

    Raises:
        InvalidRequest: unknown format.
        MeshError: whatever is wrong with the file; a bad file never raises anything else.
        DependencyMissing: a USDZ from elsewhere without the extra `usd`.
    """
    chosen = _format(kind or (source.suffix[1:].lower() if isinstance(source, Path) else ""))
    load: Load = _nothing_beside
    if isinstance(source, Path):
        if source.stat().st_size > MAX_BYTES:
            raise MeshError(f"read: the file is larger than {MAX_BYTES >> 30} GB. Give a smaller one.")
        data = source.read_bytes()
        load = _beside(source.parent)
    else:
        data = source
    if len(data) > MAX_BYTES:
        raise MeshError(f"read: the file is larger than {MAX_BYTES >> 30} GB. Give a smaller one.")
    try:
        return chosen.read(data, load)
    except MaquetteError:
        raise
    except (
        *(KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, RecursionError, MemoryError),
        struct.error,
    ) as error:
        raise MeshError(f"read: the file is inconsistent ({type(error).__name__}). Export it again.") from None


def read_model(source: Path | bytes, kind: str | None = None) -> Model:
    """All that a file says of its object; arguments and errors as of `read_asset`."""
    mesh, textures, extras = read_asset(source, kind)
    materials = () if textures is None else (Material(textures=textures, metallic=1.0, unlit=textures.unlit),)
    return Model(mesh, materials, extras=extras)


def _format(kind: str) -> Format:
    if kind not in FORMATS:
        raise InvalidRequest(f"'.{kind[:20]}' files are not known; choose from {', '.join(FORMATS)}.", field="format")
    return FORMATS[kind]


def _nothing_beside(name: str) -> bytes:
    raise MeshError("read: the file needs others beside it. Give it as a path, or as one self-contained file.")


def _beside(folder: Path) -> Load:
    root = folder.resolve()

    def load(name: str) -> bytes:
        """A file below the asset's own folder; nothing else on the machine can be named."""
        name = name.replace("\\", "/").strip().strip('"')
        candidates: Sequence[Path] = (root / name, root / PurePosixPath(name).name)
        for candidate in candidates:
            path = candidate.resolve()
            if path.is_relative_to(root) and path.is_file() and path.stat().st_size <= MAX_BYTES:
                return path.read_bytes()
        raise MeshError(
            f"read: '{name[-80:]}' is missing beside the file. Put it there, or give one self-contained file."
        )

    return load
