"""The texture, delight and paint stages on real bundles: which sets come out for which request."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from maquette.formats.model import Material, Model
from maquette.geometry import primitives
from maquette.geometry.mesh import Mesh
from maquette.geometry.unwrap import unwrap
from maquette.pipeline.artifacts import appearance_arrays, mesh_arrays, mesh_from, texture_arrays, textures_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.plan import build_stages
from maquette.pipeline.stages import delight, paint, texture
from maquette.request import GenerationRequest, ImageInput, MeshInput
from maquette.settings import load_settings
from maquette.texture.model_appearance import ModelAppearance
from maquette.texture.textures import TextureSet

MESH = MeshInput(key="m", sha256="0" * 64, format="glb")
IMAGE = ImageInput(key="i", sha256="1" * 64)


class Context:
    """A stage's view of the job, with given inputs."""

    def __init__(self, inputs: dict[str, Bundle], **fields: Any) -> None:
        self.request = GenerationRequest.build(**({"mesh": MESH, "texture_size": 512} | fields))
        self.settings = load_settings({})
        self.inputs, self.warnings = inputs, []

    def input(self, stage: str) -> Bundle:
        return self.inputs[stage]

    def image(self, index: int) -> bytes:
        raise AssertionError

    def model(self) -> bytes:
        raise AssertionError

    def progress(self, fraction: float) -> None:
        assert 0 <= fraction <= 1

    def check_cancelled(self) -> None: ...

    def warn(self, message: str) -> None:
        self.warnings.append(message)


@pytest.fixture(scope="module")
def ball() -> Mesh:
    return unwrap(primitives.sphere(0.5, 20), 256)


def inputs(mesh: Mesh, materials: tuple[Material, ...], *, unlit: bool = False, uv: bool = True) -> dict[str, Bundle]:
    """What `load` and `refine` would give for a model that is left as it is."""
    model = Model(mesh, materials)
    look = ModelAppearance(model)
    own = texture_arrays(model.textures) if model.textures is not None else {}
    meta = {
        "appearance": look.kind,
        "plain": model.plain,
        "unlit": unlit,
        "facts": {},
        "engine": {"id": "file", "version": "1"},
    }
    refined = mesh if uv else Mesh(mesh.vertices, mesh.faces)
    return {
        "reconstruct": Bundle(mesh_arrays(mesh) | appearance_arrays(look) | own, meta=meta),
        "refine": Bundle(mesh_arrays(refined) | {"to_engine": np.eye(4)}),
    }


def painted(size: int = 256) -> TextureSet:
    y, x = np.mgrid[:size, :size]
    base = np.stack([x % 256, y % 256, 0 * x + 90], axis=-1).astype(np.uint8)
    return TextureSet(base, np.full((size, size, 3), (255, 50, 200), np.uint8))


def test_all_gives_both_sets_and_light_is_in_the_shaded_one(ball: Mesh) -> None:
    out = texture.run(Context(inputs(ball, (Material(base_color=(0.5, 0.5, 0.5), roughness=0.4),)), material="all"))
    pbr, shaded = textures_from(out), textures_from(out, "shaded", unlit=True)
    assert pbr is not None
    assert shaded is not None
    assert not pbr.unlit
    assert shaded.unlit
    assert shaded.orm is None
    assert shaded.normal is None
    assert np.ptp(pbr.base_color) <= 1
    assert np.ptp(shaded.base_color[..., 0]) > 40
    only = texture.run(
        Context(inputs(ball, (Material(base_color=(0.5, 0.5, 0.5)),)), material="shaded", quad_normal=True)
    )
    found = textures_from(only)
    assert found is not None
    assert found.unlit
    assert found.normal is not None
    np.testing.assert_array_equal(found.base_color, shaded.base_color)


def test_keep_passes_textures_through_or_bakes_what_there_was(ball: Mesh) -> None:
    maps = painted()
    kept = textures_from(texture.run(Context(inputs(ball, (Material(textures=maps),)), material="keep", uv="keep")))
    assert kept is not None
    np.testing.assert_array_equal(kept.base_color, maps.base_color)
    np.testing.assert_array_equal(kept.orm, maps.orm)
    again = texture.run(Context(inputs(ball, (Material(textures=maps),), uv=False), material="keep"))
    anew = textures_from(again)
    assert anew is not None
    assert anew.base_color.shape == (512, 512, 3)
    assert set(np.unique(anew.orm[..., 1])) <= {50, 51}
    plain = texture.run(Context(inputs(ball, ()), material="keep"))
    assert textures_from(plain) is None
    unlit = inputs(ball, (Material(textures=maps, unlit=True),), unlit=True, uv=False)
    flat = textures_from(texture.run(Context(unlit, material="keep")))
    assert flat is not None
    assert flat.unlit
    assert flat.orm is None


def test_uvs_are_kept_if_they_are_fit(ball: Mesh) -> None:
    grey = (Material(base_color=(0.5, 0.5, 0.5)),)
    good = Context(inputs(ball, grey), material="pbr", uv="keep")
    np.testing.assert_array_equal(mesh_from(texture.run(good)).uv, ball.uv)
    assert not good.warnings
    for uv in (ball.uv * 3, ball.uv * np.array([0, 1], np.float32)):
        bad = Context(
            inputs(Mesh(ball.vertices, ball.faces, uv=uv, face_uv=ball.face_uv), grey), material="pbr", uv="keep"
        )
        out = mesh_from(texture.run(bad))
        assert "could not be kept" in bad.warnings[0]
        assert out.uv is not None
        assert out.uv.min() >= 0
        assert out.uv.max() <= 1
    double = Mesh(
        np.concatenate([ball.vertices, ball.vertices + 2]),
        np.concatenate([ball.faces, ball.faces + len(ball.vertices)]),
        uv=ball.uv,
        face_uv=np.concatenate([ball.face_uv, ball.face_uv]),
    )
    shared = Context(inputs(double, grey), material="pbr", uv="keep")
    texture.run(shared)
    assert "overlap" in shared.warnings[0]


def test_words_paint_a_model_and_say_what_was_understood(ball: Mesh) -> None:
    context = Context(inputs(ball, ()), prompt="red plastic dragon")
    out = paint.run(context)
    assert out.meta["plain"] is False
    assert out.meta["facts"]["understood"][0]["words"] == ["red", "plastic"]
    assert context.warnings == ["Not understood in the prompt: dragon."]
    baked = textures_from(texture.run(Context(context.inputs | {"reconstruct": out}, prompt="red plastic dragon")))
    assert baked is not None
    red, green, _ = baked.base_color.reshape(-1, 3).mean(axis=0)
    assert red > 3 * green
    nothing = Context(inputs(ball, ()), prompt="a dragon")
    paint.run(nothing)
    assert "left grey" in nothing.warnings[0]


def views(delit: bool = False) -> Bundle:
    y, x = np.mgrid[:200, :200]
    alpha = (np.hypot(x - 99.5, y - 99.5) < 80).astype(np.float32)
    rgb = np.full((200, 200, 3), (40, 90, 200), np.uint8)
    rgb[:, 100:] = (220, 160, 30)
    return Bundle({"rgb.0": rgb, "alpha.0": alpha}, meta={"count": 1})


def test_pictures_paint_a_model_and_the_prompt_says_of_what(ball: Mesh) -> None:
    context = Context(inputs(ball, ()) | {"segment": views()}, images=(IMAGE,), prompt="gold")
    out = paint.run(context)
    assert out.meta["facts"]["fits"][0]["overlap"] > 0.95
    assert not context.warnings
    fields = {"images": (IMAGE,), "prompt": "gold"}
    baked = textures_from(texture.run(Context(context.inputs | {"reconstruct": out}, **fields)))
    assert baked is not None
    assert (baked.orm[..., 2] > 200).mean() > 0.9
    colours = baked.base_color.reshape(-1, 3).astype(int)
    assert (np.abs(colours - [40, 90, 200]).max(axis=1) < 6).mean() > 0.15
    assert (np.abs(colours - [220, 160, 30]).max(axis=1) < 6).mean() > 0.15


def test_delight_keeps_the_views_and_the_picture_as_it_was() -> None:
    context = Context({"segment": views()}, images=(IMAGE,), delight=True)
    out = delight.run(context)
    np.testing.assert_array_equal(out.arrays["lit.0"], views().arrays["rgb.0"])
    np.testing.assert_array_equal(out.arrays["alpha.0"], views().arrays["alpha.0"])
    assert out.arrays["rgb.0"].dtype == np.uint8
    assert delight.pictures_of(out)[0][2] is out.arrays["lit.0"]


def test_light_is_weaker_where_the_picture_has_its_own() -> None:
    assert texture.light_strength(GenerationRequest.build(images=(IMAGE,))) < 1
    assert texture.light_strength(GenerationRequest.build(images=(IMAGE,), delight=True)) == 1
    assert texture.light_strength(GenerationRequest.build(mesh=MESH)) == 1


def test_a_generation_judges_the_material_by_its_views() -> None:
    stage = texture.stage_for(GenerationRequest.build(images=(IMAGE,)))
    assert "segment" in stage.needs
    assert "prompt" in stage.reads
    plain = texture.stage_for(GenerationRequest.build(mesh=MESH))
    assert "segment" not in plain.needs
    assert [s.name for s in build_stages(GenerationRequest.build(mesh=MESH, prompt="red"))][:4] == [
        "load",
        "paint",
        "refine",
        "texture",
    ]
