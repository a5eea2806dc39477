"""Stage `parts`: the asset's files with one object for each part, in place of the export."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
import trimesh

from maquette.errors import InvalidRequest
from maquette.formats.glb import write_glb
from maquette.formats.glb_nodes import write_glb_nodes
from maquette.formats.registry import read_asset
from maquette.geometry import primitives, topology
from maquette.geometry.mesh import Mesh
from maquette.geometry.unwrap import unwrap
from maquette.pipeline.artifacts import mesh_arrays, texture_arrays
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.plan import build_stages, collect_assets
from maquette.pipeline.runner import StageEvent, run_stages
from maquette.pipeline.stage import Stage
from maquette.pipeline.stages import parts
from maquette.request import GenerationRequest, MeshInput
from maquette.settings import load_settings
from maquette.storage.blobs import BlobStore
from maquette.texture.textures import TextureSet


def ran(tmp_path: Path, mesh: Mesh, textures: TextureSet | None, **fields: object) -> tuple[Bundle, list[str]]:
    """What the stage makes of a finished asset, and its warnings."""
    arrays = mesh_arrays(mesh) | (texture_arrays(textures) if textures is not None else {})
    engine = {"engine": {"id": "test", "version": "1"}}
    before = [
        Stage("reconstruct", 1, (), (), lambda context: Bundle(meta=engine)),
        Stage("refine", 1, (), (), lambda context: Bundle(mesh_arrays(mesh))),
        Stage("texture", 1, (), (), lambda context: Bundle(arrays)),
    ]
    request = GenerationRequest.build(prompt="a thing", **fields)
    settings = load_settings({}, data_dir=tmp_path)
    events: list[StageEvent] = []
    blobs = BlobStore.open(settings)
    outputs = run_stages((*before, parts.STAGE), request, blobs, on_event=events.append, settings=settings)
    return outputs["parts"], [e.message for e in events if e.kind == "warned"]


def test_a_textured_chair_comes_as_named_solids(tmp_path: Path) -> None:
    chair = unwrap(primitives.chair(), 128)
    color = np.random.default_rng(1).integers(0, 255, (128, 128, 3), np.uint8)
    maps = TextureSet(color, np.full((128, 128, 3), (255, 180, 20), np.uint8))
    out, warnings = ran(tmp_path, chair, maps, parts=5, formats=("glb", "obj", "fbx", "stl", "usdz", "zip"))
    assert warnings == []
    assert {"model_pbr.glb", "model.obj", "texture_diffuse.png", "model_pbr.fbx", "model.stl", "model.usdz"} < set(
        out.meta["order"]
    )
    names = [f"part_{i:02d}" for i in range(5)]
    assert [p["name"] for p in out.meta["parts"]] == names
    assert all(p["closed"] for p in out.meta["parts"])
    assert sum(p["volume"] for p in out.meta["parts"]) == pytest.approx(
        topology.signed_volume(chair.vertices, chair.faces), rel=1e-3
    )
    scene = trimesh.load(io.BytesIO(out.files["model_pbr.glb"]), file_type="glb")
    assert sorted(scene.geometry) == names
    _, textures, extras = read_asset(out.files["model_pbr.glb"], "glb")
    assert textures is not None
    assert np.array_equal(textures.base_color, color)
    assert extras["parts"] == out.meta["parts"]
    kinds = {f.name: f.kind for f in collect_assets(GenerationRequest.build(prompt="x", parts=5), {"parts": out})}
    assert kinds["model_pbr.glb"] == "model"
    assert kinds["texture_diffuse.png"] == "texture"
    assert kinds["model.mtl"] == "companion"


def test_both_texture_sets(tmp_path: Path) -> None:
    chair = unwrap(primitives.chair(), 128)
    maps = TextureSet(np.full((128, 128, 3), 90, np.uint8), np.full((128, 128, 3), 200, np.uint8))
    out, _ = ran(tmp_path, chair, maps, parts=3, material="all", formats=("glb", "obj"))
    assert {"model_pbr.glb", "model_shaded.glb", "shaded.png"} < set(out.files)


def test_a_ball_stays_one_part_and_the_user_is_told(tmp_path: Path) -> None:
    out, warnings = ran(tmp_path, primitives.sphere(resolution=20), None, parts=8, material="none")
    assert (list(out.files), len(out.meta["parts"])) == (["model.glb"], 1)
    assert [w.split(",")[0] for w in warnings] == ["The shape has no joints where it could be split"]


def test_the_plan_has_parts_in_place_of_the_export() -> None:
    names = [s.name for s in build_stages(GenerationRequest.build(prompt="a thing", parts=4))]
    assert "parts" in names
    assert "export" not in names
    with pytest.raises(InvalidRequest, match="2 to 12"):
        GenerationRequest.build(prompt="a thing", parts=1)


def test_a_model_of_the_users_own_goes_through_the_whole_plan(tmp_path: Path) -> None:
    data = write_glb(primitives.chair(), None, extras={})
    settings = load_settings({}, data_dir=tmp_path)
    blobs = BlobStore.open(settings)
    blobs.put("in/chair", data)
    mesh = MeshInput(key="in/chair", sha256=hashlib.sha256(data).hexdigest(), format="glb")
    request = GenerationRequest.build(
        mesh=mesh, parts=5, material="none", mesh_mode="keep", uv="keep", formats=("glb",), preview=False
    )
    outputs = run_stages(build_stages(request), request, blobs, on_event=lambda event: None, settings=settings)
    [file] = collect_assets(request, outputs)
    scene = trimesh.load(io.BytesIO(file.data), file_type="glb")
    assert (file.name, sorted(scene.geometry)) == ("model.glb", [f"part_{i:02d}" for i in range(5)])
    whole = primitives.chair()
    np.testing.assert_allclose(scene.bounds, whole.bounds, atol=1e-5)  # it keeps its size and place


def test_the_objects_of_the_users_file_are_its_parts(tmp_path: Path) -> None:
    boxes = [(f"box_{i}", Mesh(primitives.box().vertices + 2 * i, primitives.box().faces)) for i in range(3)]
    data = write_glb_nodes(boxes, extras={})
    settings = load_settings({}, data_dir=tmp_path)
    blobs = BlobStore.open(settings)
    blobs.put("in/boxes", data)
    mesh = MeshInput(key="in/boxes", sha256=hashlib.sha256(data).hexdigest(), format="glb")
    request = GenerationRequest.build(
        mesh=mesh, parts=4, material="none", mesh_mode="keep", uv="keep", formats=("glb",), preview=False
    )
    outputs = run_stages(build_stages(request), request, blobs, on_event=lambda event: None, settings=settings)
    assert [(p["triangles"], p["closed"], p["volume"]) for p in outputs["parts"].meta["parts"]] == [(12, True, 1.0)] * 3
