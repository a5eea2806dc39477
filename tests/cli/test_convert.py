"""`maquette convert` and `inspect` on every format, as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from maquette.cli.main import main
from maquette.formats.registry import FORMATS, read_asset, write_asset
from tests.formats.samples import SIZE, box, textures


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def chair(tmp_path: Path) -> Path:
    (tmp_path / "chair.usdz").write_bytes(write_asset("usdz", box(), textures())[0][1])
    return tmp_path / "chair.usdz"


@pytest.mark.parametrize("kind", FORMATS)
def test_any_format_becomes_any_other_and_can_be_inspected(kind: str, chair: Path) -> None:
    out = chair.parent / "out" / f"stool 2.{kind}"
    done = run("convert", chair, "-o", out, "--json")
    assert done.exit_code == 0, done.output
    record = json.loads(done.stdout)
    assert (record["triangles"], record["quads"]) == (192, 80)
    assert record["files"][0] == str(out)
    # Two assets in one folder do not overwrite each other's maps, and each finds its own.
    assert all(Path(f).name.startswith("stool 2") for f in record["files"])
    assert sorted(map(str, out.parent.iterdir())) == sorted(record["files"])
    _, got, _ = read_asset(out)
    assert (got is not None) == FORMATS[kind].textured
    if got is not None:
        assert np.array_equal(got.orm[..., 1:], textures().orm[..., 1:])
        assert np.array_equal(got.normal, textures().normal)
    back = run("convert", out, "-o", chair.parent / "back.obj")
    assert back.exit_code == 0, back.output
    assert ("quads were split" in done.stdout) == (not FORMATS[kind].quads)
    report = json.loads(run("inspect", out, "--json").stdout)
    assert report["format"] == kind
    assert report["watertight"]
    assert report["extents"] == pytest.approx(SIZE, abs=1e-4)
    assert report["quads"] == (80 if FORMATS[kind].quads and kind != "zip" else 0)
    assert run("inspect", out).exit_code == 0


def test_the_same_file_gives_the_same_bytes(chair: Path) -> None:
    for name in ("a.3mf", "b.3mf"):
        assert run("convert", chair, "-o", chair.parent / name).exit_code == 0
    assert (chair.parent / "a.3mf").read_bytes() == (chair.parent / "b.3mf").read_bytes()


def test_units_and_axes_of_cad(chair: Path) -> None:
    out = chair.parent / "part.stl"
    assert run("convert", chair, "-o", out, "--scale", 0.001, "--z-up").exit_code == 0
    x, y, z = np.ptp(read_asset(out)[0].vertices, axis=0) * 1000
    assert (x, y, z) == pytest.approx((SIZE[0], SIZE[2], SIZE[1]), rel=1e-5)


def test_wrong_usage_names_the_option(chair: Path) -> None:
    done = run("convert", chair, "-o", chair.parent / "x.glb", "--scale", "0")
    assert done.exit_code == 2
    assert "--scale" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["{chair}", "-o", "x.blend"], "choose from glb"),
        (["{bad}", "-o", "{folder}/x.glb"], "not an STL file"),
        (["{odd}", "-o", "{folder}/x.glb"], "give one of .glb"),
    ],
)
def test_failures_are_one_line_with_the_remedy(arguments: list[str], words: str, chair: Path) -> None:
    (chair.parent / "bad.stl").write_bytes(b"nothing")
    (chair.parent / "odd.dae").write_bytes(b"nothing")
    places = {"chair": chair, "folder": chair.parent, "bad": chair.parent / "bad.stl", "odd": chair.parent / "odd.dae"}
    done = run("convert", *(a.format(**places) for a in arguments))
    assert done.exit_code == 1
    assert words in done.stderr
    assert done.stderr.strip().count("\n") == 0
