"""All file formats behind three calls: `write_asset`, `read_model` and `read_asset`."""

from __future__ import annotations

import posixpath
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from maquette.errors import InvalidRequest, MaquetteError, MeshError
from maquette.formats.archive import Archive, write_zip
from maquette.formats.fbx import write_fbx
from maquette.formats.fbx_reader import fbx_model
from maquette.formats.glb import write_glb, write_gltf
from maquette.formats.glb_reader import glb_model, gltf_model
from maquette.formats.model import Model
from maquette.formats.obj import obj_model, write_obj
from maquette.formats.ply import ply_model, write_ply
from maquette.formats.png import decode_budget
from maquette.formats.stl import read_stl, write_stl
from maquette.formats.threemf import write_3mf
from maquette.formats.threemf_reader import threemf_model
from maquette.formats.usdz import write_usdz
from maquette.formats.usdz_reader import usd_model
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
        read: bytes and a loader of files beside them to a model.
        companions: it is more than one file.
        textured: it carries UVs and textures.
        quads: it keeps quads.
    """

    media_type: str
    write: Callable[[Mesh, TextureSet | None, Mapping[str, Any], str], Files]
    read: Callable[[bytes, Load], Model]
    companions: bool = False
    textured: bool = True
    quads: bool = False


def _bundle(mesh: Mesh, textures: TextureSet | None, extras: Mapping[str, Any], name: str) -> Files:
    files: dict[str, bytes] = {}
    for kind in FORMATS:
        if kind != "zip":
            files.update(write_asset(kind, mesh, textures, name, extras))
    return [(f"{name}.zip", write_zip(sorted(files.items())))]


def _read_bundle(data: bytes, load: Load) -> Model:
    package = Archive(data, "read_zip")
    names = [n for n in package.names if not n.startswith("__MACOSX") and not PurePosixPath(n).name.startswith("._")]
    for suffix in (*READ_FIRST, *ALIASES):
        for name in names:
            if name.lower().endswith("." + suffix):
                return FORMATS[ALIASES.get(suffix, suffix)].read(package.read(name), _within(package, names, name))
    raise MeshError("read_zip: the package holds no model that can be read. Give a 3D file.")


def _within(package: Archive, names: Sequence[str], main: str) -> Load:
    """Companions of an entry: by their path from it, from the root, else by their name alone, whatever its case."""
    folder = posixpath.dirname(main)
    by_name: dict[str, str] = {}
    for name in sorted(names, key=len, reverse=True):
        by_name[posixpath.basename(name).lower()] = name

    def load(name: str) -> bytes:
        path = _plain(name)
        for candidate in (posixpath.normpath(posixpath.join(folder, path)), posixpath.normpath(path)):
            if candidate in names:
                return package.read(candidate)
        return package.read(by_name.get(posixpath.basename(path).lower(), path))

    return load


READ_FIRST = ("glb", "gltf", "obj", "usdz", "fbx", "ply", "3mf", "stl")
"""Order in which a package is searched for a model: what says most comes first."""
ALIASES = {"usdc": "usdz", "usda": "usdz", "usd": "usdz"}
"""Further suffixes that are read."""

FORMATS: dict[str, Format] = {
    "glb": Format(
        "model/gltf-binary",
        lambda m, t, e, n: [(f"{n}.glb", write_glb(m, t, extras=e))],
        lambda d, load: glb_model(d),
    ),
    "gltf": Format(
        "model/gltf+json", lambda m, t, e, n: write_gltf(m, t, extras=e, name=n), gltf_model, companions=True
    ),
    "obj": Format(
        "model/obj",
        lambda m, t, e, n: write_obj(m, t, name=n),
        obj_model,
        companions=True,
        quads=True,
    ),
    "fbx": Format(
        "application/octet-stream",
        lambda m, t, e, n: [(f"{n}.fbx", write_fbx(m, t))],
        fbx_model,
        quads=True,
    ),
    "usdz": Format(
        "model/vnd.usdz+zip",
        lambda m, t, e, n: [(f"{n}.usdz", write_usdz(m, t))],
        usd_model,
        quads=True,
    ),
    "stl": Format(
        "model/stl",
        lambda m, t, e, n: [(f"{n}.stl", write_stl(m))],
        lambda d, load: Model(read_stl(d)),
        textured=False,
    ),
    "ply": Format(
        "application/octet-stream",
        lambda m, t, e, n: [(f"{n}.ply", write_ply(m, t))],
        lambda d, load: ply_model(d),
        textured=False,
        quads=True,
    ),
    "3mf": Format(
        "model/3mf",
        lambda m, t, e, n: [(f"{n}.3mf", write_3mf(m, t))],
        lambda d, load: threemf_model(d),
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
        InvalidRequest: unknown format or compression.
        DependencyMissing: "draco" without DracoPy.
        MeshError: the mesh cannot be written.
    """
    if kind == "glb" and compression:
        return [(f"{name}.glb", write_glb(mesh, textures, extras=extras or {}, name="model", compression=compression))]
    return _format(kind).write(mesh, textures, extras or {}, name)


def read_asset(source: Path | bytes, kind: str | None = None) -> Asset:
    """Mesh, textures and extras of a file.

    The textures are those of a file that has one material with maps, and nothing else to say of its surface. They are None for one that
    has several materials, plain colours, vertex colours, or UVs that repeat its pictures: `read_model` has all of that, and
    its `plain` tells such a file from one that has no colours at all.

    Args and errors: as of `read_model`.
    """
    model = read_model(source, kind)
    return model.mesh, model.textures, dict(model.extras)


def read_model(source: Path | bytes, kind: str | None = None) -> Model:
    """All that a file says of its object: materials, corner colours, parts.

    Args:
        source: a file, whose companions (MTL, BIN, pictures) are looked for in its folder; or bytes, which have none.
        kind: a key of `FORMATS`, or of `ALIASES`; default: the file's suffix.

    Raises:
        InvalidRequest: unknown format.
        MeshError: whatever is wrong with the file; a bad file never raises anything else.
        DependencyMissing: a USDZ from elsewhere without the extra `usd`, a Draco file without the extra `draco`.
    """
    name = kind or (source.suffix[1:].lower() if isinstance(source, Path) else "")
    chosen = _format(ALIASES.get(name, name))
    return _read(chosen, source, _beside(source.parent) if isinstance(source, Path) else _nothing_beside)


def companions(path: Path) -> dict[str, bytes]:
    """The files that a model names (MTL, BIN, pictures), by those names; a format that is one file has none.

    Raises:
        InvalidRequest: unknown format.
        MeshError: one of them is missing, or whatever is wrong with the model.
        DependencyMissing: as of `read_model`.
    """
    kind = path.suffix[1:].lower()
    chosen = _format(ALIASES.get(kind, kind))
    found: dict[str, bytes] = {}
    if not chosen.companions:
        return found
    beside = _beside(path.parent)

    def load(name: str) -> bytes:
        data = beside(name)
        found[str(PurePosixPath(_plain(name)))] = data
        return data

    _read(chosen, path, load)
    return found


def _read(chosen: Format, source: Path | bytes, load: Load) -> Model:
    """Bounded in bytes and decoded pixels; see `read_model`."""
    if (source.stat().st_size if isinstance(source, Path) else len(source)) > MAX_BYTES:
        raise MeshError(f"read: the file is larger than {MAX_BYTES >> 30} GB. Give a smaller one.")
    data = source.read_bytes() if isinstance(source, Path) else source
    try:
        with decode_budget(len(data)):
            return chosen.read(data, load)
    except MaquetteError:
        raise
    except (
        *(KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, RecursionError, MemoryError),
        struct.error,
    ) as error:
        raise MeshError(f"read: the file is inconsistent ({type(error).__name__}). Export it again.") from None


def _format(kind: str) -> Format:
    if kind not in FORMATS:
        raise InvalidRequest(f"'.{kind[:20]}' files are not known; choose from {', '.join(FORMATS)}.", field="format")
    return FORMATS[kind]


def _nothing_beside(name: str) -> bytes:
    raise MeshError("read: the file needs others beside it. Give it as a path, or as one self-contained file.")


def _plain(name: str) -> str:
    """A name as files from Windows and from hands write it."""
    return name.replace("\\", "/").strip().strip('"')


def _beside(folder: Path) -> Load:
    root = folder.resolve()

    def load(name: str) -> bytes:
        """A file below the asset's own folder; nothing else on the machine can be named."""
        name = _plain(name)
        candidates: Sequence[Path] = (root / name, root / PurePosixPath(name).name)
        for candidate in candidates:
            path = candidate.resolve()
            if path.is_relative_to(root) and path.is_file() and path.stat().st_size <= MAX_BYTES:
                return path.read_bytes()
        raise MeshError(
            f"read: '{name[-80:]}' is missing beside the file. Put it there, or give one self-contained file."
        )

    return load
