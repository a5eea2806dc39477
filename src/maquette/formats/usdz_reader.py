"""USDZ reader: packages that Maquette wrote without any USD library; every other one, and bare USD files, through the extra `usd`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maquette.errors import DependencyMissing, MeshError
from maquette.formats.archive import Archive
from maquette.formats.maps import DIFFUSE, EMISSIVE, METALLIC, NORMAL, PBR, ROUGHNESS, SHADED, textures_from_maps
from maquette.formats.polygons import mesh_from_polygons
from maquette.formats.usd_crate import HEADER
from maquette.formats.usdz import ARRAYS, FOLDER, SIGNATURE
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet

INSTALL = "pip install 'maquette[usd]'"


def read_usdz(data: bytes) -> tuple[Mesh, TextureSet | None]:
    """Mesh of a USDZ in metres with Y up, quads and face-varying UVs kept, and the first material's textures.

    Raises:
        MeshError: no USDZ, broken, or without polygons.
        DependencyMissing: the package comes from elsewhere and usd-core is not installed.
    """
    package = Archive(data, "read_usdz")
    if not package.names:
        raise MeshError("read_usdz: the package is empty. Export the file again.")
    layer = package.read(package.names[0])
    if layer[:8] == b"PXR-USDC" and layer[HEADER : HEADER + len(SIGNATURE)] == SIGNATURE:
        return _read_ours(layer, package)
    return _read_any(data, package)


def _read_ours(layer: bytes, package: Archive) -> tuple[Mesh, TextureSet | None]:
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
    mesh = mesh_from_polygons("read_usdz", found["points"], counts, corners, uv, None if uv is None else uv_corners)
    files = {n.removeprefix(FOLDER): package.read(n) for n in package.names[1:] if n.startswith(FOLDER)}
    return mesh, textures_from_maps(files) if mesh.uv is not None else None


def _read_any(data: bytes, package: Archive) -> tuple[Mesh, TextureSet | None]:
    try:
        from pxr import Usd
    except ImportError:
        raise DependencyMissing(
            f"This USDZ was not written by Maquette; reading it needs usd-core. Install it: {INSTALL}"
        ) from None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "asset.usdz"
        path.write_bytes(data)
        try:
            stage = Usd.Stage.Open(str(path))
            return _read_stage(stage, package)
        except MeshError:
            raise
        except Exception as error:  # USD raises its own types, and plain ones, for broken layers.
            raise MeshError(f"read_usdz: USD cannot read the file ({type(error).__name__}). Export it again.") from None


def _read_stage(stage: Any, package: Archive) -> tuple[Mesh, TextureSet | None]:
    from pxr import Usd, UsdGeom, UsdShade

    scale, up = UsdGeom.GetStageMetersPerUnit(stage), UsdGeom.GetStageUpAxis(stage)
    cache = UsdGeom.XformCache(Usd.TimeCode.Default())
    parts: list[tuple[Any, ...]] = []
    material: Any = None
    for prim in Usd.PrimRange(stage.GetPseudoRoot(), Usd.TraverseInstanceProxies()):
        if not prim.IsA(UsdGeom.Mesh) or UsdGeom.Imageable(prim).ComputeVisibility() == "invisible":
            continue
        geometry = UsdGeom.Mesh(prim)
        points = np.array(geometry.GetPointsAttr().Get() or [], np.float64).reshape(-1, 3)
        counts = np.array(geometry.GetFaceVertexCountsAttr().Get() or [], np.int64)
        corners = np.array(geometry.GetFaceVertexIndicesAttr().Get() or [], np.int64)
        if not len(counts):
            continue
        matrix = np.array(cache.GetLocalToWorldTransform(prim), np.float64)
        reverse = (np.linalg.det(matrix[:3, :3]) < 0) != (geometry.GetOrientationAttr().Get() == "leftHanded")
        uv, index = _primvar_st(UsdGeom.PrimvarsAPI(prim), corners)
        if reverse and int(counts.sum()) == len(corners):
            ends = np.cumsum(counts)
            order = np.concatenate([np.arange(a, b)[::-1] for a, b in zip(ends - counts, ends, strict=True)])
            corners, index = corners[order], None if index is None else index[order]
        parts.append((points @ matrix[:3, :3] + matrix[3, :3], counts, corners, uv, index))
        if material is None:
            material = UsdShade.MaterialBindingAPI(prim).ComputeBoundMaterial()[0]
    if not parts:
        raise MeshError("read_usdz: the file holds no polygons. Give a surface.")
    start = np.cumsum([0, *[len(p[0]) for p in parts]])
    corners = np.concatenate([p[2] + s for p, s in zip(parts, start[:-1], strict=True)])
    vertices = np.concatenate([p[0] for p in parts]) * scale
    if up == "Z":
        vertices = np.stack([vertices[:, 0], vertices[:, 2], -vertices[:, 1]], axis=1)
    uv = index = None
    if all(p[3] is not None for p in parts):
        first = np.cumsum([0, *[len(p[3]) for p in parts]])
        uv = np.concatenate([p[3] for p in parts])
        index = np.concatenate([p[4] + s for p, s in zip(parts, first[:-1], strict=True)])
    mesh = mesh_from_polygons("read_usdz", vertices, np.concatenate([p[1] for p in parts]), corners, uv, index)
    return mesh, _textures(material, package) if material and mesh.uv is not None else None


def _primvar_st(primvars: Any, corners: NDArray[np.int64]) -> tuple[Any, Any]:
    for name in ("st", "UVMap", "st0", "map1"):
        primvar = primvars.GetPrimvar(name)
        if not primvar or not primvar.HasValue():
            continue
        uv = np.array(primvar.Get(), np.float64).reshape(-1, 2)
        index = np.array(primvar.GetIndices(), np.int64) if primvar.IsIndexed() else np.arange(len(uv))
        if primvar.GetInterpolation() in ("vertex", "varying"):
            return uv, index[corners]
        if primvar.GetInterpolation() == "faceVarying":
            return uv, index
    return None, None


def _textures(material: Any, package: Archive) -> TextureSet | None:
    """Maps by the surface input that they feed; only pictures inside of the package are read."""
    surface = material.ComputeSurfaceSource("")[0]
    inputs = {"normal": NORMAL, "emissiveColor": EMISSIVE, "roughness": ROUGHNESS, "metallic": METALLIC}
    files: dict[str, bytes] = {}
    outputs: dict[str, tuple[str, str]] = {}
    for name, file in {"diffuseColor": DIFFUSE, **inputs}.items():
        source = surface.GetInput(name).GetConnectedSources()[0] if surface and surface.GetInput(name) else []
        if not source:
            continue
        from pxr import UsdShade

        shader = UsdShade.Shader(source[0].source.GetPrim())
        given = shader.GetInput("file")
        path = str(given.Get().path) if given and given.Get() is not None else ""
        path = path.removeprefix("./")
        if path in package.names:
            files[file] = package.read(path)
            outputs[name] = (path, str(source[0].sourceName))
    rough, metal = outputs.get("roughness"), outputs.get("metallic")
    if rough and metal and rough[0] == metal[0] and (rough[1], metal[1]) == ("g", "b"):
        files[PBR] = files.pop(ROUGHNESS)
        files.pop(METALLIC)
    if DIFFUSE not in files and EMISSIVE in files:
        files = {SHADED: files[EMISSIVE]}
    return textures_from_maps(files)
