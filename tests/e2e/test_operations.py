"""Operations on a file by the command line; real stages, a tiny size."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from maquette.formats.registry import read_asset, write_asset
from maquette.geometry.mesh import Mesh
from maquette.geometry.primitives import creature
from tests.commands import in_process, own_process

ROOT = Path(__file__).parents[2]
PICTURE = next((ROOT / "src/maquette/examples").glob("*.png"))


def maquette(*arguments: object, data: Path, status: int = 0) -> dict[str, Any]:
    """The JSON answer of a command."""
    done = in_process(*arguments, "--json", data=data)
    assert done.returncode == status, done.stderr
    return json.loads(done.stdout) if done.stdout else {}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def robot(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated, textured GLB, taken for a user's upload."""
    out = tmp_path_factory.mktemp("robot") / "robot.glb"
    done = own_process("generate", PICTURE, "-o", out, "--tier", "Sketch", "--texture-size", "512", data=data)
    assert done.returncode == 0, done.stderr
    return out


def test_simplify_keeps_charts_and_textures(robot: Path, data: Path) -> None:
    out = robot.parent / "few.glb"
    record = maquette("simplify", robot, "--faces", 3000, "-o", out, data=data)
    assert abs(record["triangles"] / 3000 - 1) <= 0.01
    assert 0 < record["mean_distance_m"] <= record["hausdorff_m"] < 0.05
    (before, had, _), (after, has, _) = read_asset(robot), read_asset(out)
    assert np.array_equal(had.base_color, has.base_color)
    assert after.uv is not None
    assert np.abs(before.bounds - after.bounds).max() < 0.01


def test_remesh_gives_quads_and_bakes_the_colours_anew(robot: Path, data: Path) -> None:
    out = robot.parent / "quads.obj"
    record = maquette("remesh", robot, "--quads", 1500, "--texture-size", "512", "-o", out, data=data)
    assert abs(record["quads"] / 1500 - 1) <= 0.08
    mesh, textures, _ = read_asset(out)
    assert len(mesh.quads) == record["quads"]
    _, had, _ = read_asset(robot)
    # The same paint on other charts: its mean stays within a few steps.
    painted = [t.base_color[t.base_color.any(axis=2)].mean(axis=0) for t in (had, textures)]
    assert np.abs(painted[0] - painted[1]).max() < 20


def test_convert_keeps_the_size_and_place_of_a_file(robot: Path, data: Path) -> None:
    mesh, textures, _ = read_asset(robot)
    record = maquette("convert", robot, "-o", robot.parent / "same.usdz", data=data)
    same, kept, _ = read_asset(robot.parent / "same.usdz")
    assert record["triangles"] == len(mesh.faces) == len(same.faces)
    assert np.array_equal(kept.base_color, textures.base_color)
    assert np.abs(mesh.bounds - same.bounds).max() < 1e-5
    maquette("convert", robot, "--height", "180", "--turn", "90", "-o", robot.parent / "tall.glb", data=data)
    tall, _, _ = read_asset(robot.parent / "tall.glb")
    assert tall.bounds[1, 1] - tall.bounds[0, 1] == pytest.approx(1.8, rel=1e-5)
    (w, _, d), (w2, _, d2) = mesh.bounds[1] - mesh.bounds[0], tall.bounds[1] - tall.bounds[0]
    assert w2 / d2 == pytest.approx(d / w, rel=1e-3)


def test_unwrap_makes_new_charts_and_bakes_the_same_paint(robot: Path, data: Path) -> None:
    out = robot.parent / "charts.glb"
    # Another texture size: for the same one the same mesh gets the same charts again.
    record = maquette("unwrap", robot, "--texture-size", "1024", "-o", out, data=data)
    (before, had, _), (after, has, _) = read_asset(robot), read_asset(out)
    assert record["triangles"] == len(before.faces) == len(after.faces)
    assert "texture" in record["stages"]
    assert has.base_color.shape == (1024, 1024, 3)
    assert not np.array_equal(before.uv, after.uv)
    painted = [t.base_color[t.base_color.any(axis=2)].mean(axis=0) for t in (had, has)]
    assert np.abs(painted[0] - painted[1]).max() < 12


def test_lods_share_the_charts(robot: Path, data: Path) -> None:
    folder = robot.parent / "chain"
    record = maquette("lods", robot, "--ratios", "0.5,0.2", "-o", folder / "robot.glb", data=data)
    meshes = [read_asset(Path(f))[0] for f in record["files"] if f.endswith(".glb")]
    assert [round(len(m.faces) / len(meshes[0].faces), 1) for m in meshes] == [1.0, 0.5, 0.2]


def test_print_check_says_no_to_an_open_shell_and_yes_to_a_solid(data: Path, tmp_path: Path) -> None:
    solid = creature(48)
    half = Mesh(solid.vertices, solid.faces[solid.vertices[solid.faces][:, :, 1].max(axis=1) < 0])
    for name, mesh, status in (("solid", solid, 0), ("open", half, 1)):
        path = tmp_path / f"{name}.stl"
        path.write_bytes(write_asset("stl", mesh, None)[0][1])
        report = maquette("print-check", path, "--mm", 120, data=data, status=status)
        assert report["printable"] == (status == 0)
    maquette("print-check", tmp_path / "solid.stl", "--mm", 120, "-o", tmp_path / "p.3mf", data=data)
    printed, _, _ = read_asset(tmp_path / "p.3mf")
    assert (printed.bounds[1] - printed.bounds[0]).max() == pytest.approx(0.12, rel=1e-3)


def test_texture_paints_a_plain_model(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "plain.stl"
    path.write_bytes(write_asset("stl", creature(48), None)[0][1])
    out = tmp_path / "red.glb"
    maquette("texture", path, "--prompt", "red wood", "--texture-size", "512", "-o", out, data=data)
    mesh, textures, _ = read_asset(out)
    assert mesh.uv is not None
    red, green, blue = textures.base_color[textures.base_color.any(axis=2)].mean(axis=0)
    assert red > 1.5 * max(green, blue)


def test_nothing_to_work_on_is_said(data: Path, tmp_path: Path) -> None:
    done = own_process("convert", tmp_path / "no.glb", "-o", tmp_path / "x.obj", data=data)
    assert done.returncode == 1
    assert "no.glb" in done.stderr
