"""What readers that we did not write make of our files: counts, extents to 1e-4, quads, materials and textures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from maquette.formats.registry import write_asset
from maquette.formats.validate import find_validator
from maquette.geometry.mesh import Mesh
from tests.formats.samples import SIZE, box, textures

QUADS, TRIANGLES = 80, 32
"""Polygons of the sample."""


def all_quads() -> Mesh:
    mesh = box()
    return replace(mesh, quads=np.concatenate([mesh.faces[::2], mesh.faces[1::2, 2:]], axis=1))


def write(folder: Path, kind: str, mesh: Mesh | None = None) -> Path:
    files = write_asset(kind, mesh or box(), textures(), "model", {"seed": 1})
    for name, data in files:
        (folder / name).write_bytes(data)
    return folder / files[0][0]


def elsewhere(script: str, *arguments: object) -> dict[str, Any]:
    """Run a script in a process of its own; its last line is JSON."""
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    report: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return report


@pytest.mark.parametrize("kind", ["glb", "gltf", "obj", "stl", "ply"])
def test_trimesh(kind: str, tmp_path: Path) -> None:
    # trimesh reads binary PLY files of one kind of polygon only.
    mesh = trimesh.load(write(tmp_path, kind, all_quads() if kind == "ply" else box()), force="mesh")
    assert mesh.extents == pytest.approx(SIZE, abs=1e-4)
    assert len(mesh.faces) == 2 * QUADS + TRIANGLES
    mesh.merge_vertices(merge_tex=True, merge_norm=True)
    assert mesh.is_watertight
    assert mesh.volume == pytest.approx(0.24, rel=1e-4)
    if kind in ("glb", "gltf"):
        assert mesh.visual.material.baseColorTexture.size == (64, 64)
        assert mesh.visual.material.metallicRoughnessTexture.size == (64, 64)
        assert mesh.visual.material.normalTexture.size == (64, 64)
    elif kind == "obj":
        assert mesh.visual.material.image.size == (64, 64)
    elif kind == "ply":
        assert mesh.visual.kind == "vertex"
        # Blue is the same everywhere; red grows with u.
        assert (mesh.visual.vertex_colors[:, 2] == 90).all()
        assert np.ptp(mesh.visual.vertex_colors[:, 0]) > 200


@pytest.mark.node
def test_khronos_validator_on_gltf_files(tmp_path: Path) -> None:
    modules = find_validator()
    if modules is None:
        pytest.skip("npm package gltf-validator is not installed")
    script = """
    const fs = require('fs'), path = require('path'), folder = process.argv[1];
    require('gltf-validator').validateBytes(new Uint8Array(fs.readFileSync(path.join(folder, 'model.gltf'))), {
      externalResourceFunction: uri => Promise.resolve(new Uint8Array(fs.readFileSync(path.join(folder, decodeURIComponent(uri))))),
    }).then(r => process.stdout.write(JSON.stringify(r)));
    """
    write(tmp_path, "gltf")
    done = subprocess.run(
        ["node", "-e", script, tmp_path], capture_output=True, check=True, env=os.environ | {"NODE_PATH": str(modules)}
    )
    report = json.loads(done.stdout)
    assert (report["issues"]["numErrors"], report["issues"]["numWarnings"]) == (0, 0), report["issues"]["messages"]
    assert len(report["info"]["resources"]) == 5


def test_usd_finds_nothing_wrong(tmp_path: Path) -> None:
    script = """
import json, sys
from pxr import Ar, Gf, Usd, UsdGeom, UsdShade, UsdValidation
stage = Usd.Stage.Open(sys.argv[1])
rules = UsdValidation.ValidationRegistry().GetOrLoadAllValidators()
issues = [[e.GetName(), e.GetMessage()] for e in UsdValidation.ValidationContext(rules).Validate(stage)]
mesh = next(p for p in stage.Traverse() if p.IsA(UsdGeom.Mesh))
geometry = UsdGeom.Mesh(mesh)
box = UsdGeom.BBoxCache(Usd.TimeCode.Default(), ['default']).ComputeWorldBound(mesh).ComputeAlignedBox()
material = UsdShade.MaterialBindingAPI(mesh).ComputeBoundMaterial()[0]
surface = material.ComputeSurfaceSource()[0]
maps = {}
for name in ('diffuseColor', 'normal', 'roughness', 'metallic', 'occlusion', 'emissiveColor'):
    source = surface.GetInput(name).GetConnectedSources()[0][0]
    shader = UsdShade.Shader(source.source.GetPrim())
    path = shader.GetInput('file').Get().resolvedPath
    maps[name] = [source.sourceName, len(bytes(Ar.GetResolver().OpenAsset(Ar.ResolvedPath(path)).GetBuffer()))]
st = UsdGeom.PrimvarsAPI(mesh).GetPrimvar('st')
print(json.dumps({'issues': issues, 'rules': len(rules), 'size': list(box.GetSize()), 
    'counts': list(geometry.GetFaceVertexCountsAttr().Get()),
    'maps': maps, 'st': [st.GetInterpolation(), len(st.GetIndices())], 'up': UsdGeom.GetStageUpAxis(stage),
    'metres': UsdGeom.GetStageMetersPerUnit(stage), 'valid': UsdGeom.Mesh.ValidateTopology(
        geometry.GetFaceVertexIndicesAttr().Get(), geometry.GetFaceVertexCountsAttr().Get(), len(geometry.GetPointsAttr().Get()))[0]}))
"""
    report = elsewhere(script, write(tmp_path, "usdz"))
    assert report["issues"] == []
    assert report["rules"] >= 25
    assert report["size"] == pytest.approx(SIZE, abs=1e-4)
    assert sorted(report["counts"]) == [3] * TRIANGLES + [4] * QUADS
    assert report["st"] == ["faceVarying", 4 * QUADS + 3 * TRIANGLES]
    assert (report["up"], report["metres"], report["valid"]) == ("Y", 1.0, True)
    outputs = {name: output for name, (output, _) in report["maps"].items()}
    assert outputs == {
        **dict.fromkeys(("diffuseColor", "normal", "emissiveColor"), "rgb"),
        **{"occlusion": "r", "roughness": "g", "metallic": "b"},
    }
    assert all(size > 100 for _, size in report["maps"].values())


def test_ufbx_reads_quads_and_embedded_textures(tmp_path: Path) -> None:
    # One scene for each process: ufbx 0.0.5 breaks at the second query.
    script = """
import json, sys, ufbx
scene = ufbx.load_file(sys.argv[1])
mesh = scene.meshes[0]
points = [(p.x, p.y, p.z) for p in mesh.vertex_position.values]
print(json.dumps({'faces': mesh.num_faces, 'triangles': mesh.num_triangles, 'vertices': mesh.num_vertices, 
    'materials': len(scene.materials),
    'points': points, 'uv': len(mesh.uv_sets), 'metres': scene.settings.unit_meters,
    'textures': [[t.relative_filename, len(bytes(t.content)) if t.content else 0] for t in scene.texture_files]}))
"""
    report = elsewhere(script, write(tmp_path, "fbx"))
    assert (report["faces"], report["triangles"]) == (QUADS + TRIANGLES, 2 * QUADS + TRIANGLES)
    assert (report["vertices"], report["uv"], report["materials"], report["metres"]) == (98, 1, 1, 1.0)
    assert np.ptp(report["points"], axis=0) == pytest.approx(SIZE, abs=1e-4)
    assert {name for name, size in report["textures"] if size > 100} == {
        f"texture_{m}.png" for m in ("diffuse", "normal", "roughness", "metallic", "emissive")
    }


@pytest.mark.parametrize("kind", ["glb", "gltf", "obj", "fbx", "stl", "ply", "3mf"])
def test_assimp(kind: str, tmp_path: Path) -> None:
    script = """
import json, sys, assimp_py, numpy as np
scene = assimp_py.import_file(sys.argv[1], assimp_py.Process_Triangulate | assimp_py.Process_PreTransformVertices)
mesh = scene.meshes[0]
print(json.dumps({'meshes': len(scene.meshes), 'faces': mesh.num_faces, 'points': np.asarray(mesh.vertices).ravel().tolist(),
    'uv': len(mesh.texcoords or []), 'textures': {str(k): v for k, v in scene.materials[mesh.material_index]['TEXTURES'].items()}}))
"""
    report = elsewhere(script, write(tmp_path, kind))
    assert report["meshes"] == 1
    assert report["faces"] == 2 * QUADS + TRIANGLES
    size = sorted(np.ptp(np.reshape(report["points"], (-1, 3)), axis=0))
    scale = 1000 if kind == "3mf" else 1
    assert np.array(size) / scale == pytest.approx(sorted(SIZE), abs=1e-4)
    if kind in ("obj", "fbx", "glb", "gltf"):
        assert report["uv"] == 1
        assert len(report["textures"]) >= 3


def test_lib3mf_in_strict_mode(tmp_path: Path) -> None:
    pytest.importorskip("lib3mf", reason="lib3mf has no wheel for this platform")
    script = """
import json, sys
from lib3mf import get_wrapper
model = get_wrapper().CreateModel()
reader = model.QueryReader('3mf')
reader.SetStrictModeActive(True)
reader.ReadFromFile(sys.argv[1])
meshes = model.GetMeshObjects()
meshes.MoveNext()
mesh = meshes.GetCurrentMeshObject()
box = mesh.GetOutbox()
groups = model.GetColorGroups()
groups.MoveNext()
group = groups.GetCurrentColorGroup()
items = model.GetBuildItems()
items.MoveNext()
print(json.dumps({'warnings': reader.GetWarningCount(), 'vertices': mesh.GetVertexCount(), 'triangles': mesh.GetTriangleCount(),
    'solid': bool(mesh.IsManifoldAndOriented() and mesh.IsValid()), 'unit': int(model.GetUnit()), 'colors': group.GetCount(),
    'size': [box.MaxCoordinate[i] - box.MinCoordinate[i] for i in range(3)], 'items': items.Count()}))
"""
    report = elsewhere(script, write(tmp_path, "3mf"))
    assert report["warnings"] == 0
    assert (report["vertices"], report["triangles"]) == (98, 2 * QUADS + TRIANGLES)
    assert report["solid"]
    assert report["unit"] == 1  # millimetres
    assert report["colors"] > 20
    assert np.array(report["size"]) / 1000 == pytest.approx(SIZE, abs=1e-4)


BLENDER = """
import collections, json, sys, bpy
bpy.ops.wm.read_factory_settings(use_empty=True)
path, how = sys.argv[1:]
if how == 'fbx_legacy':
    bpy.ops.preferences.addon_enable(module='io_scene_fbx')
    bpy.ops.import_scene.fbx(filepath=path)
else:
    getattr(bpy.ops.wm, how + '_import')(filepath=path)
thing = next(o for o in bpy.data.objects if o.type == 'MESH')
inputs = {}
for slot in thing.material_slots:
    for node in slot.material.node_tree.nodes:
        if node.type != 'BSDF_PRINCIPLED':
            continue
        for socket in node.inputs:
            at = [l.from_node for l in socket.links]
            while at and at[0].type != 'TEX_IMAGE':
                at = [l.from_node for i in at[0].inputs for l in i.links]
            if at and at[0].image is not None:
                inputs[socket.name] = list(at[0].image.size)
print(json.dumps({'sides': dict(collections.Counter(len(p.vertices) for p in thing.data.polygons)), 'size': list(thing.dimensions),
    'uv': len(thing.data.uv_layers), 'colors': len(thing.data.color_attributes), 'inputs': inputs}))
"""


@pytest.fixture(scope="module")
def blender() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import bpy"], capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["?"])[-1]
        pytest.skip(f"Blender as a module cannot be imported (pip install bpy; X11 libraries): {last}")


@pytest.mark.parametrize(
    ("kind", "how", "maps"),
    [
        # Blender's own importer reads no metallic map from any FBX but its own.
        ("fbx", "fbx", {"Base Color", "Roughness", "Normal", "Emission Color"}),
        ("fbx", "fbx_legacy", {"Base Color", "Roughness", "Normal", "Metallic", "Emission Color"}),
        ("usdz", "usd", {"Base Color", "Roughness", "Normal", "Metallic", "Emission Color"}),
        ("obj", "obj", {"Base Color", "Roughness", "Normal", "Metallic", "Emission Color"}),
        ("ply", "ply", set()),
    ],
)
def test_blender(kind: str, how: str, maps: set[str], tmp_path: Path, blender: None) -> None:
    report = elsewhere(BLENDER, write(tmp_path, kind), how)
    assert report["sides"] == {"4": QUADS, "3": TRIANGLES}
    assert report["size"] == pytest.approx(SIZE, abs=1e-4)
    assert report["inputs"] == {name: [64, 64] for name in maps}
    assert report["uv"] == (kind != "ply")
    assert report["colors"] == (kind == "ply")
