"""Files and facts of the stages `lods` and `collision`."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import trimesh

from maquette.formats.registry import read_asset
from maquette.geometry import hulls, primitives
from maquette.geometry.mesh import Mesh
from maquette.geometry.unwrap import unwrap
from maquette.pipeline.artifacts import mesh_arrays, texture_arrays
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.runner import StageEvent, run_stages
from maquette.pipeline.stage import Stage
from maquette.pipeline.stages import collision, lods
from maquette.request import GenerationRequest
from maquette.settings import load_settings
from maquette.storage.blobs import BlobStore
from maquette.texture.textures import TextureSet


def ran(
    tmp_path: Path, stage: Stage, mesh: Mesh, textures: TextureSet | None, **fields: object
) -> tuple[Bundle, list[str]]:
    """What a stage makes of a finished asset, and its warnings."""
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
    outputs = run_stages((*before, stage), request, BlobStore.open(settings), on_event=events.append, settings=settings)
    return outputs[stage.name], [e.message for e in events if e.kind == "warned"]


@pytest.fixture(scope="module")
def torus() -> Mesh:
    return unwrap(primitives.torus(resolution=32), 512)


def maps(size: int = 1024) -> TextureSet:
    color = np.zeros((size, size, 3), np.uint8)
    color[:, : size // 2] = (200, 40, 10)
    normal = np.full((size, size, 3), (128, 128, 255), np.uint8)
    orm = np.full((size, size, 3), (255, 180, 20), np.uint8)
    return TextureSet(color, orm, normal)


def test_levels_are_files_with_smaller_textures_and_facts(tmp_path: Path, torus: Mesh) -> None:
    out, warnings = ran(tmp_path, lods.STAGE, torus, maps(), lods=(0.5, 0.25, 0.12))
    assert warnings == []
    assert out.meta["order"] == ["lod1.glb", "lod2.glb", "lod3.glb"]
    for i, (ratio, size) in enumerate(((0.5, 512), (0.25, 256), (0.12, 256)), start=1):
        mesh, textures, extras = read_asset(out.files[f"lod{i}.glb"], "glb")
        fact = out.meta["lods"][i - 1]
        assert fact == extras["lod"]
        assert fact["level"] == i
        assert fact["faces"] == len(mesh.faces) == pytest.approx(ratio * len(torus.faces), rel=0.02)
        assert 0 < fact["hausdorff_m"] < 0.1
        assert textures is not None
        assert textures.base_color.shape == (size, size, 3)
        np.testing.assert_array_equal(textures.base_color[5, 5], (200, 40, 10))
        np.testing.assert_array_equal(textures.orm[5, 5], (255, 180, 20))
        np.testing.assert_allclose(textures.normal[5, 5].astype(int), (128, 128, 255), atol=1)


def test_geometry_alone_has_levels_too(tmp_path: Path) -> None:
    solid = primitives.torus(resolution=32)
    out, _ = ran(tmp_path, lods.STAGE, solid, None, lods=(0.3,), material="none")
    mesh, textures, _ = read_asset(out.files["lod1.glb"], "glb")
    assert textures is None
    assert len(mesh.faces) == pytest.approx(0.3 * len(solid.faces), rel=0.02)


def test_a_layout_that_stops_the_chain_is_told(tmp_path: Path) -> None:
    box = primitives.box()
    n = len(box.faces)
    loose = Mesh(
        box.vertices, box.faces, uv=np.random.default_rng(1).random((3 * n, 2)), face_uv=np.arange(3 * n).reshape(n, 3)
    )
    _, warnings = ran(tmp_path, lods.STAGE, loose, None, lods=(0.4,))
    assert [f"{n} faces instead of 5" in w for w in warnings] == [True]


def test_colours_are_halved_as_light() -> None:
    checker = np.zeros((512, 512, 3), np.uint8)
    checker[::2, ::2] = checker[1::2, 1::2] = 255
    half = lods.halved(TextureSet(checker)).base_color
    assert half.shape == (256, 256, 3)
    assert abs(int(half[0, 0, 0]) - 188) <= 2  # half the light, not half the number
    assert lods.halved(TextureSet(half)).base_color is half


def test_hulls_are_nodes_of_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hulls, "find_spec", lambda name: None)
    chair = primitives.chair()
    out, warnings = ran(tmp_path, collision.STAGE, chair, None, collision=12)
    assert warnings == []
    scene = trimesh.load(io.BytesIO(out.files["collision.glb"]), file_type="glb", process=False)
    count = out.meta["hulls"]
    assert sorted(scene.geometry) == [f"hull_{i:02d}" for i in range(count)]
    assert count <= 12
    assert out.meta["volume_ratio"] == pytest.approx(1.0, abs=0.05)
    assert sum(g.volume for g in scene.geometry.values()) == pytest.approx(out.meta["volume"], rel=1e-4)
    assert all(g.is_watertight and g.is_convex for g in scene.geometry.values())
