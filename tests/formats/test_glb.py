import base64
import io
import json
import os
import struct
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import trimesh
from hypothesis import given, settings
from hypothesis import strategies as st

from maquette import __version__
from maquette.errors import MeshError
from maquette.formats.glb import read_glb, write_glb
from maquette.formats.validate import INSTALL, find_validator, validate_glb
from maquette.geometry import clean, primitives, topology
from maquette.geometry.measure import measure
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import place
from maquette.geometry.quad_pairing import quads_from_triangles
from maquette.geometry.unwrap import unwrap
from maquette.texture.textures import TextureSet

RNG = np.random.default_rng(0)
PIXELS = RNG.integers(0, 256, (64, 64, 3)).astype(np.uint8)
OTHER = RNG.integers(0, 256, (64, 64, 3)).astype(np.uint8)
UP = np.full((64, 64, 3), (128, 128, 255), np.uint8)
SETS = {
    "none": None,
    "colour": TextureSet(PIXELS),
    "pbr": TextureSet(PIXELS, OTHER, UP),
    "glow": TextureSet(PIXELS, OTHER, UP, OTHER),
    "shaded": TextureSet(PIXELS, unlit=True),
}


@pytest.fixture(scope="module")
def asset() -> Mesh:
    mesh, _ = place(Mesh.from_quads(*quads_from_triangles(primitives.linked_rings(64), 900)))
    return unwrap(mesh, 64)


def parse(data: bytes) -> tuple[dict[str, Any], bytes]:
    length = struct.unpack_from("<I", data, 12)[0]
    return json.loads(data[20 : 20 + length]), data[28 + length :]


def build(document: dict[str, Any], binary: bytes = b"") -> bytes:
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    chunk = struct.pack("<I4s", len(binary), b"BIN\0") + binary if binary else b""
    return (
        struct.pack("<4sII", b"glTF", 2, 20 + len(text) + len(chunk))
        + struct.pack("<I4s", len(text), b"JSON")
        + text
        + chunk
    )


@pytest.mark.parametrize("name", SETS)
def test_round_trip(asset: Mesh, name: str) -> None:
    data = write_glb(asset, SETS[name], extras={"engine": "x", "seed": 7})
    assert write_glb(asset, SETS[name], extras={"engine": "x", "seed": 7}) == data
    mesh, textures, extras = read_glb(data)
    assert extras == {"engine": "x", "seed": 7}
    np.testing.assert_array_equal(mesh.vertices[mesh.faces], asset.vertices[asset.faces])
    np.testing.assert_allclose(mesh.uv[mesh.face_uv], asset.uv[asset.face_uv], atol=1e-6)
    assert len(mesh.vertices) == len(asset.vertices)
    assert clean.is_solid(mesh)
    given = SETS[name]
    if given is None:
        assert textures is None
        return
    np.testing.assert_array_equal(textures.base_color, given.base_color)
    assert textures.unlit == given.unlit
    for part in ("orm", "normal", "emissive"):
        if getattr(given, part) is not None:
            np.testing.assert_array_equal(getattr(textures, part), getattr(given, part))


@pytest.mark.node
@pytest.mark.parametrize("name", SETS)
def test_khronos_validator_has_nothing_to_say(asset: Mesh, name: str) -> None:
    if find_validator() is None:
        if os.environ.get("CI"):
            pytest.fail(f"The Khronos validator is missing: {INSTALL}")
        pytest.skip(f"the Khronos validator is not installed: {INSTALL}")
    mesh = asset if SETS[name] is not None else replace(asset, uv=None, face_uv=None)
    verdict = validate_glb(write_glb(mesh, SETS[name], extras={"seed": 1}))
    assert verdict.messages == ()


def test_structure_is_as_promised(asset: Mesh) -> None:
    document, _ = parse(write_glb(asset, SETS["pbr"], extras={"seed": 1}, name="ring"))
    assert document["asset"]["generator"] == f"Maquette {__version__}"
    assert [len(document[k]) for k in ("nodes", "meshes", "materials", "scenes", "buffers")] == [1] * 5
    primitive = document["meshes"][0]["primitives"][0]
    assert set(primitive["attributes"]) == {"POSITION", "NORMAL", "TEXCOORD_0", "TANGENT"}
    position = document["accessors"][primitive["attributes"]["POSITION"]]
    np.testing.assert_array_equal(np.array([position["min"], position["max"]], np.float32), asset.bounds)
    assert document["accessors"][primitive["indices"]]["componentType"] == 5123
    material = document["materials"][0]
    assert (
        material["occlusionTexture"]["index"] == material["pbrMetallicRoughness"]["metallicRoughnessTexture"]["index"]
    )
    assert len(document["images"]) == 3
    assert not material["doubleSided"]
    unlit, _ = parse(write_glb(asset, SETS["shaded"], extras={}))
    assert unlit["extensionsUsed"] == ["KHR_materials_unlit"]
    assert "TANGENT" not in unlit["meshes"][0]["primitives"][0]["attributes"]


def test_large_meshes_use_32_bit_indices() -> None:
    from maquette.geometry.subdivide import subdivide

    mesh = subdivide(primitives.box(), 140_000)
    document, _ = parse(write_glb(mesh, None, extras={}))
    assert document["accessors"][2]["componentType"] == 5125
    assert len(read_glb(write_glb(mesh, None, extras={}))[0].faces) == len(mesh.faces)


def test_trimesh_reads_it_alike(asset: Mesh) -> None:
    scene = trimesh.load(io.BytesIO(write_glb(asset, SETS["pbr"], extras={})), file_type="glb")
    (shape,) = scene.geometry.values()
    assert len(shape.faces) == len(asset.faces)
    assert shape.area == pytest.approx(measure(asset).area, rel=1e-5)


def test_trimesh_writes_foreign_files() -> None:
    scene = trimesh.Scene()
    scene.add_geometry(trimesh.creation.box((1, 1, 1)), transform=trimesh.transformations.translation_matrix((3, 0, 0)))
    scene.add_geometry(trimesh.creation.icosphere(2), transform=np.diag([-1.0, 2.0, 1.0, 1.0]))
    mesh, textures, _ = read_glb(scene.export(file_type="glb"))
    assert textures is None
    report = measure(mesh)
    assert report.components == 2
    assert report.watertight
    assert report.outward
    assert report.volume == pytest.approx(1 + 2 * trimesh.creation.icosphere(2).volume, rel=1e-4)


def triangle_file(**changes: Any) -> tuple[dict[str, Any], bytes]:
    points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0]], "<f4")
    document = {
        "asset": {"version": "2.0"},
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"}],
        "bufferViews": [{"buffer": 0, "byteLength": 48}],
        "buffers": [{"byteLength": 48}],
    }
    document.update(changes)
    return document, points.tobytes()


def test_other_shapes_of_file() -> None:
    document, points = triangle_file()
    assert len(read_glb(build(document, points))[0].faces) == 1
    for mode, count in ((5, 2), (6, 2)):
        primitive = {"attributes": {"POSITION": 0}, "mode": mode}
        accessor = {"bufferView": 0, "componentType": 5126, "count": 4, "type": "VEC3"}
        strip, _ = triangle_file(meshes=[{"primitives": [primitive]}], accessors=[accessor])
        mesh = read_glb(build(strip, points))[0]
        assert len(mesh.faces) == count
    uri = "data:application/octet-stream;base64," + base64.b64encode(points).decode()
    inline, _ = triangle_file(buffers=[{"byteLength": 48, "uri": uri}])
    assert len(read_glb(build(inline))[0].faces) == 1
    sparse = np.array([2], "<u2").tobytes() + b"\0\0" + np.array([[0, 5, 0]], "<f4").tobytes()
    accessor = {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"}
    accessor["sparse"] = {
        "count": 1,
        "indices": {"bufferView": 1, "componentType": 5123},
        "values": {"bufferView": 1, "byteOffset": 4},
    }
    views = [{"buffer": 0, "byteLength": 48}, {"buffer": 0, "byteOffset": 48, "byteLength": 16}]
    changed, _ = triangle_file(accessors=[accessor], bufferViews=views, buffers=[{"byteLength": 64}])
    assert read_glb(build(changed, points + sparse))[0].vertices[:, 1].max() == 5
    scaled, _ = triangle_file(nodes=[{"scale": [2, 2, 2], "children": [1]}, {"mesh": 0, "rotation": [0, 0, 1, 0]}])
    np.testing.assert_allclose(read_glb(build(scaled, points))[0].bounds, [[-2, -2, 0], [0, 0, 0]], atol=1e-6)


BROKEN: dict[str, dict[str, Any]] = {
    "circle": {"nodes": [{"mesh": 0, "children": [0]}]},
    "two parents": {"nodes": [{"children": [1, 1]}, {"mesh": 0}]},
    "reach": {"accessors": [{"bufferView": 0, "componentType": 5126, "count": 300, "type": "VEC3"}]},
    "claim": {"accessors": [{"componentType": 5126, "count": 10**12, "type": "VEC3"}]},
    "view": {"bufferViews": [{"buffer": 0, "byteLength": 4800}]},
    "negative": {"bufferViews": [{"buffer": 0, "byteOffset": -4, "byteLength": 40}]},
    "type": {"accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC9"}]},
    "missing mesh": {"nodes": [{"mesh": 7}]},
    "outside file": {"buffers": [{"byteLength": 48, "uri": "../secret.bin"}]},
    "unknown extension": {"extensionsRequired": ["KHR_texture_basisu"]},
    "empty": {"nodes": [{}]},
    "index": {
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}]}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3"},
            {"bufferView": 0, "componentType": 5125, "count": 12, "type": "SCALAR"},
        ],
    },
    "matrix": {"nodes": [{"mesh": 0, "matrix": [1, 2]}]},
    "words": {"nodes": "none", "scenes": 3},
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files_are_refused_with_a_remedy(name: str) -> None:
    document, points = triangle_file(**BROKEN[name])
    with pytest.raises(MeshError, match=r"^read_glb: .*\. .*\.$"):
        read_glb(build(document, points))


def test_not_numbers_and_headers() -> None:
    document, points = triangle_file()
    nan = np.float32("nan").tobytes() + points[4:]
    with pytest.raises(MeshError, match="not numbers"):
        read_glb(build(document, nan))
    good = build(document, points)
    for bad in (
        b"",
        b"glTF",
        b"PK\3\4" + good[4:],
        good[:40],
        good[:4] + b"\1\0\0\0" + good[8:],
        good[: len(good) - 8],
    ):
        with pytest.raises(MeshError, match="read_glb"):
            read_glb(bad)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_never_do_worse_than_a_mesh_error(data: st.DataObject) -> None:
    document, points = triangle_file()
    good = bytearray(build(document, points))
    for _ in range(data.draw(st.integers(1, 6))):
        good[data.draw(st.integers(12, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        mesh, _, _ = read_glb(bytes(good))
    except MeshError:
        return
    assert np.isfinite(mesh.vertices).all()
    assert topology.half_edges(mesh.faces).size


def test_what_cannot_be_written_is_refused() -> None:
    with pytest.raises(MeshError, match="no UVs"):
        write_glb(primitives.box(), SETS["colour"], extras={})
    with pytest.raises(MeshError, match="no faces"):
        write_glb(Mesh(np.zeros((0, 3)), np.zeros((0, 3))), None, extras={})
