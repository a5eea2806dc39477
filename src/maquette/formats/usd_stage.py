"""The process that opens foreign USD files: `python usd_stage.py FILE`, answering with arrays on standard output.

Kept apart because OpenUSD's reader is native code that may die by a signal on broken layers. It writes a NumPy archive (`npz`) without
pickles: `parts` (JSON: what each mesh has), and the arrays of each mesh under `<number>.<name>`.
"""

import io
import json
import os
import sys
from typing import Any

MAX_MEMORY = 8 << 30


def main() -> None:
    """Read the stage that the first argument names, write one archive."""
    out = os.dup(1)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    import resource

    import numpy as np

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MAX_MEMORY if hard == resource.RLIM_INFINITY else min(MAX_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    arrays, facts = stage_arrays(sys.argv[1])
    buffer = io.BytesIO()
    np.savez(buffer, facts=np.frombuffer(json.dumps(facts).encode(), np.uint8), **arrays)
    with os.fdopen(out, "wb") as stream:
        stream.write(buffer.getbuffer())


def stage_arrays(path: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Arrays by name, and facts: `scale`, `up`, `parts` and `materials`."""
    import numpy as np
    from pxr import Usd, UsdGeom, UsdShade

    stage = Usd.Stage.Open(path)
    arrays: dict[str, Any] = {}
    parts: list[dict[str, Any]] = []
    materials: list[dict[str, Any]] = []
    rows: dict[str, int] = {}

    def row(material: Any) -> int:
        if not material:
            return -1
        key = str(material.GetPath())
        if key not in rows:
            rows[key] = len(materials)
            materials.append(describe(material))
        return rows[key]

    cache = UsdGeom.XformCache(Usd.TimeCode.Default())
    for prim in Usd.PrimRange(stage.GetPseudoRoot(), Usd.TraverseInstanceProxies()):
        if not prim.IsA(UsdGeom.Mesh) or UsdGeom.Imageable(prim).ComputeVisibility() == "invisible":
            continue
        if UsdGeom.Imageable(prim).ComputePurpose() not in ("default", "render"):
            continue
        geometry = UsdGeom.Mesh(prim)
        found: dict[str, Any] = {
            "points": np.array(geometry.GetPointsAttr().Get() or [], np.float64).reshape(-1, 3),
            "counts": np.array(geometry.GetFaceVertexCountsAttr().Get() or [], np.int64),
            "corners": np.array(geometry.GetFaceVertexIndicesAttr().Get() or [], np.int64),
            "matrix": np.array(cache.GetLocalToWorldTransform(prim), np.float64),
        }
        if not len(found["counts"]):
            continue
        holes = geometry.GetHoleIndicesAttr().Get()
        if holes:
            found["holes"] = np.array(holes, np.int64)
        api = UsdGeom.PrimvarsAPI(prim)
        for name, wanted, width in (("uv", ("st", "UVMap", "st0", "map1", "uv"), 2), ("color", ("displayColor",), 3)):
            primvar = next((p for p in map(api.FindPrimvarWithInheritance, wanted) if p and p.HasValue()), None)
            if primvar is None:
                continue
            values = primvar.Get()
            if values is None or not len(values):
                continue
            found[name] = np.array(values, np.float64).reshape(-1, width)
            if primvar.IsIndexed():
                found[name + "_index"] = np.array(primvar.GetIndices(), np.int64)
            found[name + "_mode"] = np.frombuffer(str(primvar.GetInterpolation()).encode(), np.uint8)
        primvar = api.GetPrimvar("normals")
        values = primvar.Get() if primvar and primvar.HasValue() else geometry.GetNormalsAttr().Get()
        if values is not None and len(values):
            found["normals"] = np.array(values, np.float64).reshape(-1, 3)
            mode = primvar.GetInterpolation() if primvar and primvar.HasValue() else geometry.GetNormalsInterpolation()
            found["normals_mode"] = np.frombuffer(str(mode).encode(), np.uint8)
            if primvar and primvar.IsIndexed():
                found["normals_index"] = np.array(primvar.GetIndices(), np.int64)
        of_face = np.full(
            len(found["counts"]), row(UsdShade.MaterialBindingAPI(prim).ComputeBoundMaterial()[0]), np.int64
        )
        for subset in UsdShade.MaterialBindingAPI(prim).GetMaterialBindSubsets():
            faces = np.array(subset.GetIndicesAttr().Get() or [], np.int64)
            faces = faces[(faces >= 0) & (faces < len(of_face))]
            of_face[faces] = row(UsdShade.MaterialBindingAPI(subset.GetPrim()).ComputeBoundMaterial()[0])
        found["materials"] = of_face
        left = geometry.GetOrientationAttr().Get() == "leftHanded"
        parts.append({"name": prim.GetName(), "left_handed": left})
        arrays.update({f"{len(parts) - 1}.{k}": v for k, v in found.items()})
    facts = {
        "scale": UsdGeom.GetStageMetersPerUnit(stage),
        "up": str(UsdGeom.GetStageUpAxis(stage)),
        "parts": parts,
        "materials": materials,
    }
    return arrays, facts


def describe(material: Any) -> dict[str, Any]:
    """Name, constants and pictures (path as the file has it, output) of a UsdPreviewSurface."""
    from pxr import UsdShade

    out: dict[str, Any] = {"name": material.GetPrim().GetName(), "values": {}, "maps": {}}
    surface = material.ComputeSurfaceSource("")[0]
    for name in ("diffuseColor", "emissiveColor", "roughness", "metallic", "normal", "occlusion"):
        given = surface.GetInput(name) if surface else None
        if not given:
            continue
        source = given.GetConnectedSources()[0]
        if not source:
            value = given.Get()
            if value is not None and name != "normal":
                out["values"][name] = list(map(float, value)) if name.endswith("Color") else float(value)
            continue
        shader = UsdShade.Shader(source[0].source.GetPrim())
        file = shader.GetInput("file")
        asset = file.Get() if file else None
        if asset is not None:
            out["maps"][name] = [str(asset.path), str(source[0].sourceName)]
    return out


if __name__ == "__main__":
    main()
