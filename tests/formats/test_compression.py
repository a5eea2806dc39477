"""GLB with Draco geometry and WebP textures: smaller, valid, the same bytes each time, and read by others."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import trimesh
from bad_files import attempt

from maquette.errors import DependencyMissing, InvalidRequest, MeshError
from maquette.formats import draco
from maquette.formats.registry import read_asset, read_model, write_asset
from maquette.formats.validate import find_validator, validate_glb
from maquette.geometry import topology
from maquette.texture.textures import TextureSet
from tests.formats.samples import SIZE, box, textures
from tests.formats.test_models import two_triangles

WAYS = (("draco",), ("webp",), ("draco", "webp"))
pytest.importorskip("DracoPy", reason="the extra 'draco' is not installed")


def compressed(way: tuple[str, ...], maps: TextureSet | None = None) -> bytes:
    return write_asset("glb", box(16), maps or textures(), compression=way)[0][1]


def document(data: bytes) -> dict:
    (length,) = struct.unpack_from("<I", data, 12)
    return json.loads(data[20 : 20 + length])


@pytest.mark.parametrize("way", WAYS)
def test_it_comes_back(way: tuple[str, ...]) -> None:
    mesh, maps = box(16), textures()
    data = compressed(way)
    assert data == compressed(way)
    again, got, _ = read_asset(data, "glb")
    assert len(again.faces) == len(mesh.faces)
    assert again.bounds == pytest.approx(mesh.bounds, abs=2e-5)
    assert topology.is_closed(again.faces)
    assert topology.signed_volume(again.vertices, again.faces) == pytest.approx(0.24, rel=1e-4)
    assert got is not None
    assert np.array_equal(got.normal, maps.normal)
    assert np.array_equal(got.orm, maps.orm)
    assert np.abs(got.base_color.astype(int) - maps.base_color).mean() < (2 if "webp" in way else 1e-9)
    order = [np.lexsort(np.round(m.vertices[m.faces].mean(axis=1), 4).T) for m in (mesh, again)]
    corners = [np.sort(m.uv[m.face_uv[o]], axis=1) for m, o in zip((mesh, again), order, strict=True)]
    assert np.abs(corners[0].mean(axis=1) - corners[1].mean(axis=1)).max() < 1e-3


@pytest.mark.parametrize("way", WAYS)
def test_extensions_are_declared(way: tuple[str, ...]) -> None:
    doc = document(compressed(way, TextureSet(textures().base_color, unlit=True)))
    names = {"draco": "KHR_draco_mesh_compression", "webp": "EXT_texture_webp"}
    assert doc["extensionsRequired"] == sorted(names[w] for w in way)
    assert doc["extensionsUsed"] == sorted([*doc["extensionsRequired"], "KHR_materials_unlit"])


def test_it_is_smaller() -> None:
    plain = len(write_asset("glb", box(32), None)[0][1])
    packed = len(write_asset("glb", box(32), None, compression=("draco",))[0][1])
    assert packed < plain / 10


@pytest.mark.node
@pytest.mark.parametrize("way", WAYS)
def test_khronos_validator(way: tuple[str, ...]) -> None:
    if find_validator() is None:
        pytest.skip("npm package gltf-validator is not installed")
    verdict = validate_glb(compressed(way))
    assert verdict.errors == 0, verdict.messages
    # It knows no Draco: it says that, and that tangents are left to viewers.
    assert verdict.warnings == ("draco" in way), verdict.messages


@pytest.mark.parametrize("way", WAYS)
def test_trimesh_reads_it(way: tuple[str, ...]) -> None:
    mesh = trimesh.load(io.BytesIO(compressed(way)), file_type="glb", force="mesh")
    assert mesh.extents == pytest.approx(SIZE, abs=1e-4)
    assert len(mesh.faces) == len(box(16).faces)
    assert mesh.visual.material.baseColorTexture.size == (64, 64)
    assert mesh.visual.uv.shape == (len(mesh.vertices), 2)


BLENDER = """
import sys, bpy
bpy.ops.wm.read_factory_settings(use_empty=True)
bpy.ops.import_scene.gltf(filepath=sys.argv[1])
thing = next(o for o in bpy.data.objects if o.type == 'MESH')
print('RESULT', len(thing.data.polygons), *thing.dimensions, *(tuple(i.size) for i in bpy.data.images if i.size[0] == 64))
"""


@pytest.mark.parametrize("way", WAYS)
def test_blender_reads_it(way: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.glb").write_bytes(compressed(way))
    done = subprocess.run(
        [sys.executable, "-c", BLENDER, str(tmp_path / "a.glb")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "No module named 'bpy'" in done.stderr or "cannot open shared object" in done.stderr:
        pytest.skip("Blender as a module cannot be imported (pip install bpy; X11 libraries)")
    line = next((x for x in done.stdout.splitlines() if x.startswith("RESULT")), done.stderr[-500:])
    words = line.split()
    assert int(words[1]) == len(box(16).faces)
    # Blender has Z up.
    assert sorted(map(float, words[2:5])) == pytest.approx(sorted(SIZE), abs=1e-4)
    assert line.count("(64, 64)") == 4


def test_a_missing_extra_and_an_unknown_way_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidRequest, match="choose from draco, webp"):
        compressed(("zstd",))
    data = compressed(("draco",))
    monkeypatch.setitem(sys.modules, "DracoPy", None)
    for act in (lambda: compressed(("draco",)), lambda: read_model(data, "glb")):
        with pytest.raises(DependencyMissing, match=r"pip install 'maquette\[draco\]'"):
            act()


def test_draco_that_lies_is_refused() -> None:
    assert draco.POSITION_BITS == 16
    data = bytearray(compressed(("draco",)))
    at = data.index(b"DRACO")
    cases = [bytes(data[:at]) + b"DRACK" + bytes(data[at + 5 :])]
    random = np.random.default_rng(5)
    for _ in range(40):
        bad = bytearray(data)
        bad[at + int(random.integers(5, 300))] = int(random.integers(0, 256))
        cases.append(bytes(bad))
    assert all(attempt("glb", bad)[0] for bad in cases)
    extension = {"KHR_draco_mesh_compression": {"bufferView": 0, "attributes": {"POSITION": 0}}}
    primitive = {"attributes": {"POSITION": 0}, "extensions": extension}
    with pytest.raises(MeshError, match="Draco data is broken"):
        read_model(two_triangles([{}], meshes=[{"primitives": [primitive]}] * 2), "glb")
