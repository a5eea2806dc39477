"""Every format: written, read back to the bit, the same bytes each time; bad files give one clear error."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from maquette import request
from maquette.errors import InvalidRequest, MeshError
from maquette.formats.registry import FORMATS, MEDIA_TYPES, companions, read_asset, write_asset
from maquette.geometry import topology
from maquette.geometry.mesh import Mesh
from maquette.texture.textures import TextureSet
from tests.formats.samples import box, textures

EXTRAS = {"engine": "inflation", "seed": 7}
SINGLE = [kind for kind, f in FORMATS.items() if not f.companions]


def written(folder: Path, kind: str, mesh: Mesh, maps: TextureSet | None) -> Path:
    files = write_asset(kind, mesh, maps, "model", EXTRAS)
    for name, data in files:
        (folder / name).write_bytes(data)
    return folder / files[0][0]


def test_the_request_knows_the_same_formats() -> None:
    assert tuple(FORMATS) == request.FORMATS
    assert set(FORMATS) <= set(MEDIA_TYPES)


@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_written_is_read_back(kind: str, tmp_path: Path) -> None:
    mesh, maps = box(), textures()
    path = written(tmp_path, kind, mesh, maps)
    assert path.name == f"model.{kind}"
    again, got, extras = read_asset(path)
    assert len(again.faces) == len(mesh.faces)
    assert again.bounds == pytest.approx(mesh.bounds, abs=1e-7)
    assert topology.is_closed(again.faces)
    assert topology.signed_volume(again.vertices, again.faces) == pytest.approx(0.24, rel=1e-5)
    if kind in ("obj", "fbx", "usdz", "ply"):
        assert again.quads is not None
        assert np.array_equal(again.quads, mesh.quads)
        assert np.array_equal(again.vertices, mesh.vertices)
        assert np.array_equal(again.faces, mesh.faces)
    if kind in ("obj", "fbx", "usdz"):
        assert np.array_equal(again.uv, mesh.uv)
        assert np.array_equal(again.face_uv, mesh.face_uv)
    if FORMATS[kind].textured:
        assert got is not None
        corners = [m.uv[m.face_uv] for m in (mesh, again) if m.uv is not None]
        assert corners[0] == pytest.approx(corners[1], abs=1e-6)
        assert np.array_equal(got.base_color, maps.base_color)
        assert np.array_equal(got.normal, maps.normal)
        assert np.array_equal(got.emissive, maps.emissive)
        # FBX has no slot for ambient occlusion.
        channels = slice(1, 3) if kind == "fbx" else slice(0, 3)
        assert np.array_equal(got.orm[..., channels], maps.orm[..., channels])
        assert not got.unlit
    else:
        assert got is None
    assert extras == (EXTRAS if kind in ("glb", "gltf", "zip") else {})


@pytest.mark.parametrize("kind", [k for k, f in FORMATS.items() if f.textured])
def test_maps_that_are_not_there_do_not_come_back(kind: str, tmp_path: Path) -> None:
    colour = TextureSet(textures().base_color)
    _, got, _ = read_asset(written(tmp_path, kind, box(), colour))
    assert got is not None
    assert np.array_equal(got.base_color, colour.base_color)
    assert got.normal is None
    assert got.emissive is None
    assert got.orm is not None
    assert got.orm[0, 0].tolist() == [255, pytest.approx(230, abs=1), 0]


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_asset_is_the_same_bytes(kind: str) -> None:
    assert write_asset(kind, box(), textures()) == write_asset(kind, box(), textures())


@pytest.mark.parametrize("kind", FORMATS)
def test_light_baked_in_and_no_textures(kind: str, tmp_path: Path) -> None:
    unlit = TextureSet(textures().base_color, unlit=True)
    _, got, _ = read_asset(written(tmp_path, kind, box(), unlit))
    if FORMATS[kind].textured:
        assert got is not None
        assert np.array_equal(got.base_color, unlit.base_color)
        assert got.unlit
        assert got.orm is None
    bare = Mesh(box().vertices, box().faces)
    again, got, _ = read_asset(written(tmp_path, kind, bare, None))
    assert got is None
    assert again.uv is None
    assert len(again.faces) == 192


@pytest.mark.parametrize("kind", FORMATS)
def test_what_cannot_be_written_is_said(kind: str) -> None:
    with pytest.raises(MeshError, match="no faces"):
        write_asset(kind, Mesh(np.zeros((3, 3)), np.zeros((0, 3))), None)
    broken = box().vertices.copy()
    broken[5] = np.nan
    with pytest.raises(MeshError, match="not numbers"):
        write_asset(kind, box().with_vertices(broken), None)
    if kind != "stl":
        with pytest.raises(MeshError, match=r"no UVs. Unwrap"):
            write_asset(kind, Mesh(box().vertices, box().faces), textures())


@pytest.mark.parametrize("kind", FORMATS)
def test_broken_files_give_one_kind_of_error(kind: str) -> None:
    """Cut at every place of a coarse grid, and with bytes changed: an error that names a remedy, or a mesh of finite numbers."""
    data = write_asset(kind, box(2), textures(8))[0][1]
    random = np.random.default_rng(3)
    cases = [data[:end] for end in np.linspace(0, len(data) - 1, 60).astype(int)]
    for _ in range(200):
        bad = bytearray(data)
        for at in random.integers(0, len(data), random.integers(1, 4)):
            bad[at] = random.integers(0, 256)
        cases.append(bytes(bad))
    messages = []
    for case in cases:
        try:
            mesh, _, _ = read_asset(case, kind)
        except (MeshError, InvalidRequest) as error:
            messages.append(error.message)
        else:
            assert np.isfinite(mesh.vertices).all()
            assert len(mesh.faces)
    assert len(messages) >= 40
    assert all(m.endswith(".") for m in messages)


@pytest.mark.parametrize("kind", SINGLE)
def test_something_else_is_refused(kind: str) -> None:
    for data in (
        b"",
        b"\0" * 200,
        b"<html>not a model</html>" * 10,
        b"PK\x05\x06" + bytes(18),
        b"solid\n" + b"x" * 200,
    ):
        with pytest.raises(MeshError):
            read_asset(data, kind)


def test_unknown_formats_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.blend").write_bytes(b"x")
    with pytest.raises(InvalidRequest, match="choose from glb"):
        read_asset(tmp_path / "x.blend")
    with pytest.raises(InvalidRequest, match="choose from glb"):
        write_asset("blend", box(), None)


@pytest.mark.parametrize("name", ["../secret.mtl", "/etc/passwd", "..\\secret.mtl", "up/../../secret.mtl"])
def test_files_outside_of_the_folder_are_not_read(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "asset"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(write_asset("obj", box(), textures())[2][1])
    (tmp_path / "secret.mtl").write_text("newmtl m\nmap_Kd secret.png\n")
    text = write_asset("obj", box(), None)[0][1].replace(b"mtllib model.mtl", f"mtllib {name}".encode())
    (folder / "model.obj").write_bytes(text)
    mesh, got, _ = read_asset(folder / "model.obj")
    assert got is None
    assert len(mesh.faces) == 192


@pytest.mark.parametrize("kind", FORMATS)
def test_companions_are_the_files_that_a_model_names(kind: str, tmp_path: Path) -> None:
    path = written(tmp_path, kind, box(), textures())
    beside = {f.name: f.read_bytes() for f in tmp_path.iterdir() if f != path}
    found = companions(path)
    assert found == {name: beside[name] for name in found}
    assert bool(found) == FORMATS[kind].companions
    with pytest.raises(InvalidRequest):
        companions(tmp_path / "model.txt")


def test_a_missing_companion_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "gltf", box(), textures())
    for name, data in companions(path).items():
        (tmp_path / name).unlink()
        with pytest.raises(MeshError, match=name):
            companions(path)
        (tmp_path / name).write_bytes(data)
