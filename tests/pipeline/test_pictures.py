"""The pictures of a job: which files come out, and what they show."""

from __future__ import annotations

import io
import sys
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from maquette.geometry.mesh import Mesh
from maquette.pipeline.artifacts import mesh_arrays, texture_arrays
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.plan import collect_assets
from maquette.pipeline.stages import pictures, preview
from maquette.request import GenerationRequest
from maquette.settings import load_settings
from maquette.texture.textures import TextureSet
from tests.formats.samples import box, textures


class Context:
    """What a stage sees, with the finished stages at hand."""

    def __init__(self, mesh: Mesh, maps: TextureSet | None, *, unlit: bool = False, **fields: object) -> None:
        source = {"mesh": MODEL} if fields.get("material") == "keep" else {"prompt": "x"}
        self.request = GenerationRequest.build(**source, **fields)
        self.settings = load_settings()
        self.warnings: list[str] = []
        arrays = mesh_arrays(mesh) | (texture_arrays(maps) if maps is not None else {})
        self.bundles = {"texture": Bundle(arrays), "reconstruct": Bundle(meta={"unlit": unlit})}

    def input(self, stage: str) -> Bundle:
        return self.bundles[stage]

    def image(self, index: int) -> bytes:
        raise NotImplementedError

    def model(self) -> bytes:
        raise NotImplementedError

    def progress(self, fraction: float) -> None:
        assert 0 <= fraction <= 1

    def check_cancelled(self) -> None: ...

    def warn(self, message: str) -> None:
        self.warnings.append(message)


MODEL = {"key": "k", "sha256": "0" * 64, "format": "glb"}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real work at the size of a stamp."""
    monkeypatch.setattr(pictures, "STILL_SIZE", 96)
    monkeypatch.setattr(pictures, "FRAMES", 6)
    monkeypatch.setitem(preview.PREVIEW_SIZES, "standard", 96)
    turn, sheet = pictures.turntable, pictures.contact_sheet
    monkeypatch.setattr(pictures, "turntable", lambda scene, **k: turn(scene, size=64, frames=6, **k))
    monkeypatch.setattr(pictures, "contact_sheet", lambda scene, **k: sheet(scene, size=48, **k))


def image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


ALL = ("clay", "wireframe", "sheet", "turntable.mp4", "turntable.gif", "turntable.webp")


def test_every_kind_gives_its_file_and_the_user_gets_it() -> None:
    context = Context(box(), textures(), pictures=ALL)
    bundle = pictures.run(context)
    assert list(bundle.files) == ["clay.webp", "wireframe.webp", "sheet.webp", *ALL[3:]]
    assert context.warnings == []
    assert pictures.run(context).files == bundle.files
    assert image(bundle.files["clay.webp"]).size == (96, 96)
    assert image(bundle.files["sheet.webp"]).size == (144, 96)
    assert image(bundle.files["turntable.gif"]).n_frames == 6
    assert image(bundle.files["turntable.webp"]).n_frames == 6
    assert bundle.files["turntable.mp4"][4:8] == b"ftyp"
    assets = collect_assets(context.request, {"pictures": bundle})
    assert [(a.name, a.kind) for a in assets] == [(n, "picture") for n in bundle.files]
    assert {a.media_type for a in assets} == {"image/webp", "image/gif", "video/mp4"}


def test_wireframe_and_clay_show_no_colours_and_lines_differ_from_none() -> None:
    files = pictures.run(Context(box(), textures(), pictures=("wireframe", "clay"))).files
    clay, wires = (np.asarray(image(files[f"{k}.webp"]).convert("RGB")).astype(int) for k in ("clay", "wireframe"))
    assert np.ptp(clay[48, 48]) < 16
    assert np.abs(clay - wires).max() > 60


def test_transparent_pictures_have_alpha() -> None:
    kinds = ("clay", "sheet", "turntable.webp")
    for data in pictures.run(Context(box(), textures(), pictures=kinds, transparent=True)).files.values():
        picture = image(data)
        assert picture.mode == "RGBA"
        assert np.asarray(picture)[0, 0, 3] == 0


def test_without_ffmpeg_the_others_come_with_a_warning_and_the_key_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    context = Context(box(), None, pictures=("turntable.mp4", "clay"))
    with_it = pictures.STAGE.environment(context.request, context.settings)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    assert list(pictures.run(context).files) == ["clay.webp"]
    assert len(context.warnings) == 1
    assert "pip install 'maquette[video]'" in context.warnings[0]
    assert pictures.STAGE.environment(context.request, context.settings) != with_it
    plain = GenerationRequest.build(prompt="x", pictures=("clay",))
    assert pictures.STAGE.environment(plain, context.settings) == {}


def middle(context: Context) -> np.ndarray:
    return np.asarray(image(preview.run(context).files["preview.webp"]).convert("RGBA"))[48, 48].astype(int)


def test_shaded_and_kept_unlit_materials_are_not_lit_again() -> None:
    flat = np.full((16, 16, 3), (40, 160, 90), np.uint8)
    unlit, lit = TextureSet(flat), TextureSet(flat, textures(16).orm)
    assert np.abs(middle(Context(box(), unlit, material="shaded"))[:3] - (40, 160, 90)).max() < 6
    assert np.abs(middle(Context(box(), unlit, material="keep", unlit=True))[:3] - (40, 160, 90)).max() < 6
    assert np.abs(middle(Context(box(), lit, material="pbr"))[:3] - (40, 160, 90)).max() > 6


def test_a_transparent_preview_has_a_soft_shadow_and_no_halo() -> None:
    context = Context(box(), replace(textures(), emissive=None), transparent=True)
    pixels = np.asarray(image(preview.run(context).files["preview.webp"]))
    assert pixels.shape == (96, 96, 4)
    alpha = pixels[..., 3]
    assert alpha[48, 48] == 255
    assert alpha[:10].max() == 0
    soft = (alpha > 8) & (alpha < 160)
    assert soft.sum() > 150
    # Where there is little but shadow it is black: nothing of a background is left in it.
    assert np.median(pixels[soft][:, :3]) < 40


def test_without_textures_it_is_clay() -> None:
    assert np.ptp(middle(Context(box(), None, material="none"))[:3]) < 16
