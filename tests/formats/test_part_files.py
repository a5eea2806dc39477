"""Several objects in one file: every format keeps the surface, and those that can, the names."""

from __future__ import annotations

import io

import numpy as np
import pytest
import trimesh

from maquette.errors import MeshError
from maquette.formats.fbx_tree import decode
from maquette.formats.glb_reader import read_glb
from maquette.formats.part_files import join_parts, write_parts
from maquette.formats.registry import read_asset
from maquette.geometry import primitives, topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.part_solids import part_solids
from maquette.geometry.parts import split_parts
from maquette.geometry.unwrap import unwrap
from maquette.texture.textures import TextureSet


@pytest.fixture(scope="module")
def parts() -> list[tuple[str, Mesh]]:
    mesh = unwrap(primitives.chair(), 64)
    return [(f"part_{i:02d}", part) for i, part in enumerate(part_solids(mesh, split_parts(mesh, 5)))]


@pytest.fixture(scope="module")
def textures() -> TextureSet:
    pixels = np.random.default_rng(0).integers(0, 255, (3, 64, 64, 3), np.uint8)
    pixels[2] = (128, 128, 255)
    return TextureSet(pixels[0], orm=pixels[1], normal=pixels[2])


NAMES = [f"part_{i:02d}" for i in range(5)]


def volume(parts) -> float:
    return sum(topology.signed_volume(m.vertices, m.faces) for _, m in parts)


def test_glb_has_a_node_for_each_part_and_one_material(parts, textures):
    [(name, data)] = write_parts("glb", parts, textures, "model_pbr", {"seed": 1})
    scene = trimesh.load(io.BytesIO(data), file_type="glb")
    assert name == "model_pbr.glb"
    assert sorted(scene.geometry) == NAMES
    assert sum(g.volume for g in scene.dump()) == pytest.approx(volume(parts), rel=1e-4)
    assert data.count(b"\x89PNG") == 3
    mesh, maps, extras = read_glb(data)
    assert extras["seed"] == 1
    assert maps is not None
    assert np.array_equal(maps.base_color, textures.base_color)
    assert topology.signed_volume(mesh.vertices, mesh.faces) == pytest.approx(volume(parts), rel=1e-4)


def test_lids_are_lit_as_they_lie_and_the_surface_as_before(parts):
    [(_, data)] = write_parts("glb", parts, None, "model", {})
    scene = trimesh.load(io.BytesIO(data), file_type="glb", process=False)
    leg = scene.geometry["part_04"]
    lid = leg.face_normals[:, 1] > 0.5
    assert lid.any()
    lit = np.einsum("nx,ncx->nc", leg.face_normals[lid], leg.vertex_normals[leg.faces[lid]])
    assert lit.min() > 0.9
    for name, mesh in parts:
        assert mesh.normals is not None
        assert len(scene.geometry[name].vertices) > len(mesh.vertices)


def test_obj_has_an_object_for_each_part(parts, textures):
    files = dict(write_parts("obj", parts, textures, "model", {}))
    text = files["model.obj"].decode()
    assert [line[2:] for line in text.splitlines() if line.startswith("o ")] == NAMES
    assert text.count("mtllib") == 1
    assert "texture_diffuse.png" in files
    mesh, _, _ = read_asset(files["model.obj"], "obj")
    assert len(mesh.faces) == sum(len(m.faces) for _, m in parts)
    assert topology.signed_volume(mesh.vertices, mesh.faces) == pytest.approx(volume(parts), rel=1e-5)


def test_fbx_has_a_model_for_each_part(parts, textures):
    [(_, data)] = write_parts("fbx", parts, textures, "model_pbr", {})
    objects = next(n for n in decode(data)[0].children if n.name == "Objects")
    assert [n.values[1].split("\0")[0] for n in objects.all("Model")] == NAMES
    ids = [n.values[0] for n in objects.children]
    assert len(set(ids)) == len(ids)
    assert len(list(objects.all("Material"))) == 1
    mesh, maps, _ = read_asset(data, "fbx")
    assert topology.signed_volume(mesh.vertices, mesh.faces) == pytest.approx(volume(parts), rel=1e-5)
    assert maps is not None


def test_usdz_has_a_prim_for_each_part(parts, textures, tmp_path):
    from pxr import Usd, UsdGeom, UsdShade

    [(_, data)] = write_parts("usdz", parts, textures, "model", {})
    path = tmp_path / "model.usdz"
    path.write_bytes(data)
    stage = Usd.Stage.Open(str(path))
    prims = [p for p in stage.Traverse() if p.IsA(UsdGeom.Mesh)]
    assert [p.GetName() for p in prims] == NAMES
    assert sum(len(UsdGeom.Mesh(p).GetFaceVertexCountsAttr().Get()) for p in prims) == sum(
        m.polygon_count for _, m in parts
    )
    assert {str(UsdShade.MaterialBindingAPI(p).GetDirectBinding().GetMaterialPath()) for p in prims} == {
        "/Model/Materials/Material"
    }


@pytest.mark.parametrize("kind", ["stl", "ply", "3mf", "gltf"])
def test_other_formats_hold_all_parts_as_one(kind, parts, textures):
    files = write_parts(kind, parts, textures, "model", {})
    if kind in ("stl", "ply"):
        mesh, _, _ = read_asset(files[0][1], kind)
        assert topology.signed_volume(mesh.vertices, mesh.faces) == pytest.approx(volume(parts), rel=1e-4)
    assert files[0][0] == f"model.{kind}"


@pytest.mark.parametrize("kind", ["glb", "obj", "fbx", "usdz", "stl"])
def test_same_bytes(kind, parts, textures):
    assert write_parts(kind, parts, textures, "m", {}) == write_parts(kind, parts, textures, "m", {})


def test_quads_stay_when_parts_are_joined():
    corners = np.array([[x, y, z] for z in (0, 1) for y in (0, 1) for x in (0, 1)], float)
    faces = np.array([[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]])
    box = Mesh.from_quads(corners, faces)
    joined = join_parts([box, primitives.box(), Mesh.from_quads(corners + 3, faces)])
    assert (joined.quads.shape, len(joined.faces), len(joined.vertices)) == ((12, 4), 36, 24)
    assert topology.signed_volume(joined.vertices, joined.faces) == pytest.approx(3)


def test_bad_parts(textures):
    with pytest.raises(MeshError, match="no part"):
        write_parts("glb", [], None, "m", {})
    with pytest.raises(MeshError, match="no UVs"):
        write_parts("glb", [("a", primitives.box())], textures, "m", {})
