"""`maquette preview`, as a person calls it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from maquette.cli.main import main
from maquette.formats.registry import FORMATS, write_asset
from tests.formats.samples import box, textures


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["preview", *(str(a) for a in arguments)])


@pytest.fixture
def chair(tmp_path: Path) -> Path:
    (tmp_path / "chair.glb").write_bytes(write_asset("glb", box(), textures())[0][1])
    return tmp_path / "chair.glb"


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_can_be_drawn(kind: str, tmp_path: Path) -> None:
    for name, data in write_asset(kind, box(), textures()):
        (tmp_path / name).write_bytes(data)
    out = tmp_path / "out" / "picture.png"
    done = run(tmp_path / f"model.{kind}", "-o", out, "--size", 64)
    assert done.exit_code == 0, done.output
    picture = Image.open(out)
    assert picture.size == (64, 64)
    assert np.asarray(picture)[32, 32].mean() < 230


@pytest.mark.parametrize(
    ("name", "options", "kind", "size", "frames"),
    [
        ("a.webp", [], "WEBP", (48, 48), 1),
        ("a.jpg", ["--clay", "--wireframe", "--azimuth", -20, "--elevation", 40], "JPEG", (48, 48), 1),
        ("a.png", ["--sheet", "--transparent"], "PNG", (144, 96), 1),
        ("a.gif", ["--frames", 3], "GIF", (48, 48), 3),
        ("a.webp", ["--turntable", "--frames", 4, "--transparent"], "WEBP", (48, 48), 4),
    ],
)
def test_kinds_of_pictures(
    chair: Path, name: str, options: list[object], kind: str, size: tuple[int, int], frames: int
) -> None:
    out = chair.parent / name
    done = run(chair, "-o", out, "--size", 48, "--json", *options)
    assert done.exit_code == 0, done.output
    record = json.loads(done.stdout)
    assert (record["file"], record["bytes"], record["frames"]) == (str(out), out.stat().st_size, frames)
    picture = Image.open(out)
    assert (picture.format, picture.size, getattr(picture, "n_frames", 1)) == (kind, size, frames)
    first = out.read_bytes()
    assert run(chair, "-o", out, "--size", 48, *options).exit_code == 0
    assert out.read_bytes() == first


def test_mp4(chair: Path) -> None:
    out = chair.parent / "turn.mp4"
    assert run(chair, "-o", out, "--size", 64, "--frames", 3).exit_code == 0
    assert out.read_bytes()[4:8] == b"ftyp"


@pytest.mark.parametrize(
    ("name", "options", "remedy"),
    [
        ("a.bmp", [], ".webp, .png, .jpg, .gif or .mp4"),
        ("a.png", ["--turntable"], ".mp4, .gif or .webp"),
        ("a.gif", ["--sheet"], ".webp, .png or .jpg"),
        ("a.png", ["--size", 9], "16 to 8192"),
        ("a.gif", ["--frames", 1], "2 to 720"),
        ("a.png", ["--elevation", 120], "-89 to 89"),
    ],
)
def test_wrong_use_names_the_remedy(chair: Path, name: str, options: list[object], remedy: str) -> None:
    done = run(chair, "-o", chair.parent / name, *options)
    assert done.exit_code == 1
    assert remedy in done.stderr
    assert not (chair.parent / name).exists()
