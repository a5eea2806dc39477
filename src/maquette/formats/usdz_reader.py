"""USDZ reader: packages that Maquette wrote without any USD library; every other one, and bare USD files, through the extra `usd`."""

from __future__ import annotations

import io
import json
import posixpath
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import DependencyMissing, MeshError
from maquette.formats import usd_stage
from maquette.formats.archive import Archive
from maquette.formats.assemble import Part, assemble
from maquette.formats.maps import DIFFUSE, EMISSIVE, METALLIC, NORMAL, PBR, ROUGHNESS, SHADED, textures_from_maps
from maquette.formats.materials import WHITE, srgb, unit
from maquette.formats.model import Material, Model
from maquette.formats.polygons import reversed_corners
from maquette.formats.usd_crate import HEADER
from maquette.formats.usdz import ARRAYS, FOLDER, SIGNATURE
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import transform_normals
from maquette.render.color import to_srgb
from maquette.texture.textures import TextureSet

INSTALL = "pip install 'maquette[usd]'"
TIMEOUT = 120.0
"""Seconds for USD to open a file."""
_BARE = {b"PXR-USDC": "usdc", b"#usda 1.": "usda"}
_MAPS = {
    "diffuseColor": DIFFUSE,
    "normal": NORMAL,
    "emissiveColor": EMISSIVE,
    "roughness": ROUGHNESS,
    "metallic": METALLIC,
}


def read_usdz(data: bytes) -> tuple[Mesh, TextureSet | None]:
    """Mesh and textures of `usd_model`; the textures are None where they are not all that the file says (`Model.textures`)."""
    model = usd_model(data)
    return model.mesh, model.textures


def usd_model(data: bytes, load: Callable[[str], bytes] | None = None) -> Model:
    """A USDZ, or a bare USD layer (`.usda`, `.usdc`), in metres with Y up: quads, materials by face and display colours are kept.

    Args:
        data: the file.
        load: bytes of a picture beside a bare layer by its relative name, or None.

    Raises:
        MeshError: no USD, broken, or without polygons.
        DependencyMissing: the file comes from elsewhere and usd-core is not installed.
    """
    kind = _BARE.get(data[:8])
    if kind is not None:
        return _read_any(data, kind, load or _nothing)
    package = Archive(data, "read_usdz")
    if not package.names:
        raise MeshError("read_usdz: the package is empty. Export the file again.")
    layer = package.read(package.names[0])
    if layer[:8] == b"PXR-USDC" and layer[HEADER : HEADER + len(SIGNATURE)] == SIGNATURE:
        return _read_ours(layer, package)
    folder = posixpath.dirname(package.names[0])

    def inside(name: str) -> bytes:
        # Paths are meant from the layer; some exporters write them from the package's root.
        for path in (posixpath.normpath(posixpath.join(folder, name)), name.removeprefix("./")):
            if path in package.names:
                return package.read(path)
        raise MeshError(f"read_usdz: the package holds no '{name[:80]}'. Export it again.")

    return _read_any(data, "usdz", inside)


def _nothing(name: str) -> bytes:
    raise MeshError(f"read_usdz: '{name[:80]}' is missing beside the file. Give one USDZ.")


def _read_ours(layer: bytes, package: Archive) -> Model:
    at = HEADER + len(SIGNATURE)
    found: dict[str, NDArray[Any]] = {}
    for name, dtype, width in ARRAYS:
        at += -at % 8
        count = int.from_bytes(layer[at : at + 8], "little")
        size = count * width * 4
        if at + 8 + size > len(layer):
            raise MeshError("read_usdz: the layer is cut off. Export the file again.")
        found[name] = np.frombuffer(layer, dtype, count * width, at + 8).reshape(count, width)
        at += 8 + size
    uv = found["uv"] if len(found["uv"]) else None
    counts, corners, uv_corners = (found[n].ravel().astype(np.int64) for n in ("counts", "corners", "uv_corners"))
    files = {n.removeprefix(FOLDER): package.read(n) for n in package.names[1:] if n.startswith(FOLDER)}
    maps = textures_from_maps(files) if uv is not None else None
    materials = []
    if maps is not None:
        glow = WHITE if maps.emissive is not None else (0.0, 0.0, 0.0)
        materials = [Material("", maps, metallic=1.0, emissive=glow, unlit=maps.unlit)]
    # As many as points: those of the vertices. Around hard edges there is one for each corner.
    hard = found["normals"] if len(found["normals"]) == len(corners) != len(found["points"]) else None
    own = None if uv is None else uv_corners
    part = Part(found["points"], counts, corners, uv, own, 0 if materials else -1, normals=hard)
    return assemble("read_usdz", [part], materials)


def _read_any(data: bytes, kind: str, load: Callable[[str], bytes]) -> Model:
    if find_spec("pxr") is None:
        raise DependencyMissing(
            f"This USDZ was not written by Maquette; reading it needs usd-core. Install it: {INSTALL}"
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"asset.{kind}"
        path.write_bytes(data)
        try:
            done = subprocess.run(
                [sys.executable, usd_stage.__file__, str(path)],
                capture_output=True,
                timeout=TIMEOUT,
                check=False,
                cwd=folder,
            )
        except subprocess.TimeoutExpired:
            raise MeshError(f"read_usdz: USD took more than {TIMEOUT:.0f} s. Simplify the file first.") from None
    if done.returncode or not done.stdout:
        why = (done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it ended"])[-1].partition(":")[0]
        raise MeshError(f"read_usdz: USD cannot read the file ({why[-60:]}). Export it again.")
    with np.load(io.BytesIO(done.stdout), allow_pickle=False) as z:
        arrays = {k: z[k] for k in z.files}
    facts = json.loads(arrays.pop("facts").tobytes())
    if not facts["parts"]:
        raise MeshError("read_usdz: the file holds no polygons. Give a surface.")
    scale, up = float(facts["scale"]), facts["up"]
    materials = [_material(m, load) for m in facts["materials"]]
    parts = []
    for i, fact in enumerate(facts["parts"]):
        own = {k.partition(".")[2]: v for k, v in arrays.items() if k.startswith(f"{i}.")}
        parts.append(_part(own, fact, scale, up, materials))
    return assemble("read_usdz", parts, materials, join=any(len(p.vertices) == len(p.corners) for p in parts))


def _part(a: dict[str, NDArray[Any]], fact: dict[str, Any], scale: float, up: str, materials: list[Material]) -> Part:
    counts, corners, matrix = a["counts"], a["corners"], a["matrix"]
    if counts.min() < 0 or int(counts.sum()) != len(corners):
        raise MeshError("read_usdz: the polygons do not fit their corner list. Export the file again.")
    uv, uv_corners = _varying(a, "uv", counts, corners)
    shade, shade_at = _varying(a, "color", counts, corners)
    colors = None
    # Display colours stand for a material where there is none.
    if shade is not None and shade_at is not None and (a["materials"] < 0).all():
        colors = to_srgb(np.nan_to_num(shade))[shade_at]
    bent, bent_at = _varying(a, "normals", counts, corners)
    normals = None if bent is None or bent_at is None else bent[bent_at]
    rows = a["materials"]
    if "holes" in a:
        holes = a["holes"]
        keep = np.ones(len(counts), bool)
        keep[holes[(holes >= 0) & (holes < len(keep))]] = False
        each = np.repeat(keep, counts)
        counts, rows, corners = counts[keep], rows[keep], corners[each]
        uv_corners = None if uv_corners is None else uv_corners[each]
        colors = None if colors is None else colors[each]
        normals = None if normals is None else normals[each]
    if (np.linalg.det(matrix[:3, :3]) < 0) != fact["left_handed"]:
        order = reversed_corners(counts)
        corners = corners[order]
        uv_corners = None if uv_corners is None else uv_corners[order]
        colors = None if colors is None else colors[order]
        normals = None if normals is None else normals[order]
    if normals is not None and abs(np.linalg.det(matrix[:3, :3])) > 1e-30:
        normals = transform_normals(normals, matrix.T).astype(np.float64)
    vertices = (a["points"] @ matrix[:3, :3] + matrix[3, :3]) * scale
    if up == "Z":
        vertices = np.stack([vertices[:, 0], vertices[:, 2], -vertices[:, 1]], axis=1)
        normals = None if normals is None else np.stack([normals[:, 0], normals[:, 2], -normals[:, 1]], axis=1)
    return Part(vertices, counts, corners, uv, uv_corners, rows, colors, str(fact["name"])[:200], normals)


def _varying(
    a: dict[str, NDArray[Any]], name: str, counts: NDArray[np.int64], corners: NDArray[np.int64]
) -> tuple[NDArray[np.float64] | None, NDArray[np.int64] | None]:
    """Values of a primvar, and their row at each corner."""
    if name not in a:
        return None, None
    values, mode = a[name], a[name + "_mode"].tobytes().decode()
    at = {
        "constant": np.zeros(len(corners), np.int64),
        "uniform": np.repeat(np.arange(len(counts)), counts),
        "vertex": corners,
        "varying": corners,
        "faceVarying": np.arange(len(corners)),
    }.get(mode)
    index = a.get(name + "_index")
    for table in ([] if index is None else [index]) + [values]:
        if at is None or not len(at) or at.min() < 0 or at.max() >= len(table):
            return None, None
        if table is index:
            at = index[at]
    return values, at


def _material(m: dict[str, Any], load: Callable[[str], bytes]) -> Material:
    """Maps by the surface input that they feed; only pictures that `load` finds are read."""
    files: dict[str, bytes] = {}
    for name, (path, _) in m["maps"].items():
        if name in _MAPS:
            try:
                files[_MAPS[name]] = load(path)
            except MeshError:
                continue
    rough, metal = m["maps"].get("roughness"), m["maps"].get("metallic")
    if rough and metal and ROUGHNESS in files and rough[0] == metal[0] and (rough[1], metal[1]) == ("g", "b"):
        files[PBR] = files.pop(ROUGHNESS)
        files.pop(METALLIC, None)
    if DIFFUSE not in files and EMISSIVE in files:
        files = {SHADED: files[EMISSIVE]}
    values = m["values"]
    roughness, metallic = unit(values.get("roughness", 0.5)), unit(values.get("metallic", 0.0))
    maps = textures_from_maps(files, roughness=roughness, metallic=metallic)
    glow = srgb(values.get("emissiveColor", [0, 0, 0]))
    if maps is not None:
        return Material(m["name"], maps, WHITE, 1.0, 1.0, WHITE if maps.emissive is not None else glow, maps.unlit)
    return Material(m["name"], None, srgb(values.get("diffuseColor", [0.18] * 3)), metallic, roughness, glow)
