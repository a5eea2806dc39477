"""Fields to `GenerationRequest`: defaults, every correction with its warning, every refusal."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maquette.dialects.forms import Form
from maquette.dialects.rodin.parse import FIELDS, parse
from maquette.dialects.rodin.tiers import TIERS
from maquette.dialects.rodin.translate import LabelsTooLong, Translation, translate
from maquette.errors import InvalidRequest


def run(images: int = 1, **fields: Any) -> Translation:
    form = Form({k: v if isinstance(v, list) else [v] for k, v in fields.items()}, {}, "multipart")
    return translate(parse(form), images, engine="inflation", seed=77)


def test_defaults_are_regular_medium_quads_pbr():
    got = run()
    request = got.request
    assert (request.tier, request.detail, request.mesh_mode, request.target_faces) == (
        "Regular",
        "standard",
        "quad",
        18_000,
    )
    assert (request.material, request.texture_size, request.formats) == ("pbr", 2048, ("glb",))
    assert (request.seed, request.prompt, request.bbox, request.height_cm, request.pose) == (77, None, None, None, None)
    assert (request.preview_render, request.use_original_alpha, request.symmetric) == (False, False, None)
    assert (request.condition_mode, request.engine, request.warnings) == ("concat", "inflation", ())
    assert got.cost == Decimal("0.5")


def test_blender_mcp_sketch_raw_texture_mode_high():
    """Vector (b)."""
    request = run(tier="Sketch", mesh_mode="Raw", texture_mode="high", bbox_condition="[100, 50, 25]").request
    assert (request.mesh_mode, request.target_faces, request.texture_size, request.detail) == (
        "raw",
        18_000,
        1024,
        "draft",
    )
    assert request.bbox == (100.0, 50.0, 25.0)
    assert request.warnings == ("texture_mode was ignored: it belongs to the tiers Gen-2.5, not to Sketch.",)


def test_comfy_sketch_quad_18000():
    """Vector (c)."""
    request = run(tier="Sketch", material="PBR", quality_override="18000", mesh_mode="Quad", TAPose="False").request
    assert (request.mesh_mode, request.target_faces, request.pose) == ("raw", 18_000, None)
    assert [w.split()[0] for w in request.warnings] == ["mesh_mode", "quality_override"]


CORRECTED = [
    # fields, name that the warning begins with, attribute, value
    ({"tier": "Sketch", "geometry_file_format": "fbx"}, "geometry_file_format", "formats", ("glb",)),
    ({"tier": "Sketch", "material": "Shaded"}, "material", "material", "pbr"),
    ({"tier": "Sketch", "quality": "high"}, "quality", "target_faces", 18_000),
    ({"tier": "Sketch", "quality_override": "999999999"}, "quality_override", "target_faces", 18_000),
    ({"tier": "Sketch", "mesh_mode": "Quad"}, "mesh_mode", "mesh_mode", "raw"),
    ({"tier": "Sketch", "addons": "HighPack"}, "addons", "texture_size", 1024),
    ({"tier": "Sketch", "use_hyper": "true"}, "use_hyper", "detail", "draft"),
    ({"mesh_mode": "Raw", "quality": "high"}, "quality", "target_faces", 36_000),
    ({"mesh_mode": "Raw", "addons": '["HighPack"]'}, "addons", "texture_size", 2048),
    ({"tier": "Gen-2", "use_hyper": "true"}, "use_hyper", "detail", "standard"),
    ({"tier": "Gen-2.5-Low", "condition_mode": "fuse"}, "condition_mode", "condition_mode", "concat"),
    ({"tier": "Gen-2.5-Low", "material": "Hybrid"}, "material", "material", "pbr"),
    ({"is_symmetric": "balanced"}, "is_symmetric", "symmetric", None),
    ({"addons": "LowPack"}, "addons", "texture_size", 2048),
    ({"image_label": "F,B"}, "image_label", "images", None),
    ({"uhd_texture": "true"}, "uhd_texture", "texture_size", 2048),
]
IGNORED = [
    {"hd_texture": "true"},
    {"tier": "Gen-2.5-Extreme-High", "is_micro": "true"},
    {"tier": "Gen-2.5-High", "geometry_instruct_mode": "creative"},
    {"tier": "Gen-2", "mesh_smooth": "true"},
    {"mesh_mode": "Raw", "mesh_simplify": "false"},
    {"texture_delight": "true"},
    {"is_micro": "true"},
    {"geometry_instruct_mode": "creative"},
    {"quad_normal": "true"},
    {"soft": "1"},
    {"detail_level": "3"},
    {"model_early_export": "true"},
    {"no_such_field": "x"},
]
NEUTRAL = [
    {"hd_texture": "false"},
    {"is_micro": "False"},
    {"tier": "Gen-2.5-High", "geometry_instruct_mode": "faithful"},
    {"mesh_simplify": "true"},
    {"mesh_simplify": "false"},  # Quad: documented to have no effect
    {"mesh_smooth": "false"},
    {"use_hyper": "false"},
    {"addons": "[]"},
    {"addons": "None"},
    {"seed": ""},
    {"tier": "Gen-2.5-Low", "texture_mode": "medium"},
    {"is_symmetric": "unknown"},
]


@pytest.mark.parametrize(("fields", "name", "attribute", "value"), CORRECTED)
def test_corrections_are_made_and_said(fields, name, attribute, value):
    request = run(**fields).request
    assert any(w.startswith(name) for w in request.warnings), request.warnings
    if attribute != "images":
        assert getattr(request, attribute) == value
    assert run(**fields).cost == Decimal("0.5")


def test_switches_reach_the_request():
    assert run(mesh_smooth="true").request.smooth == run(tier="Smooth").request.smooth == 6
    assert run(tier="Smooth", mesh_smooth="false").request.smooth == run().request.smooth == 0
    request = run(tier="Gen-2.5-High", texture_delight="true", quad_normal="1").request
    assert (request.delight, request.quad_normal, request.warnings) == (True, True, ())


@pytest.mark.parametrize("fields", IGNORED)
def test_what_is_not_built_is_said(fields):
    name = list(fields)[-1]
    warnings = run(**fields).request.warnings
    assert len(warnings) == 1
    assert name in warnings[0]
    assert "ignored" in warnings[0]


@pytest.mark.parametrize("fields", NEUTRAL)
def test_neutral_values_are_no_news(fields):
    assert run(**fields).request.warnings == ()


REFUSED = [
    (0, {}, "images"),
    (0, {"prompt": "  "}, "images"),
    (6, {}, "images"),
    (1, {"seed": "65536"}, "seed"),
    (1, {"seed": "-1"}, "seed"),
    (1, {"seed": "1.5"}, "seed"),
    (1, {"tier": "Gen-9"}, "tier"),
    (1, {"geometry_file_format": "blend"}, "geometry_file_format"),
    (1, {"material": "Gold"}, "material"),
    (1, {"quality": "ultra"}, "quality"),
    (1, {"mesh_mode": "Hex"}, "mesh_mode"),
    (1, {"quality_override": "1999"}, "quality_override"),
    (1, {"quality_override": "200001"}, "quality_override"),
    (1, {"tier": "Gen-2", "mesh_mode": "Raw", "quality_override": "499"}, "quality_override"),
    (1, {"bbox_condition": "1,2"}, "bbox_condition"),
    (1, {"bbox_condition": "1,2,3,4"}, "bbox_condition"),
    (1, {"bbox_condition": "1,0,3"}, "bbox_condition"),
    (1, {"bbox_condition": "1,1,101"}, "bbox_condition"),
    (1, {"height": "-5"}, "height"),
    (1, {"TAPose": "perhaps"}, "TAPose"),
    (1, {"image_label": "Q"}, "image_label"),
    (1, {"prompt": "x" * 2501}, "prompt"),
]


@pytest.mark.parametrize(("images", "fields", "name"), REFUSED)
def test_refusals_name_the_field(images, fields, name):
    with pytest.raises(InvalidRequest) as caught:
        run(images, **fields)
    assert caught.value.field == name
    assert name in caught.value.message or name == "images"


def test_words_alone_are_taken():
    request = run(0, prompt="a chair").request
    assert request.from_text
    assert request.prompt == "a chair"


def test_labels_belong_to_pictures_in_upload_order():
    request = run(3, tier="Gen-2.5-Low", image_label='["F","?"]').request
    assert [i.label for i in request.images] == ["F", None, None]
    with pytest.raises(LabelsTooLong):
        run(1, tier="Gen-2.5-Low", image_label="F,B")


def test_pictures_take_their_places_with_labels():
    got = run(2, image_label="B,F").with_images([("k0", "s0"), ("k1", "s1")])
    assert [(i.key, i.sha256, i.label) for i in got.images] == [("k0", "s0", "B"), ("k1", "s1", "F")]


def test_the_rest_of_the_fields_arrive():
    request = run(
        2,
        prompt=" a chair ",
        seed="65535",
        condition_mode="fuse",
        use_original_alpha="1",
        material="All",
        quality="low",
        TAPose="True",
        height="180",
        preview_render="true",
        use_hyper="true",
        is_symmetric="symmetric",
        bbox_condition=["1.5", "2.0", "1.0"],
    ).request
    assert (request.prompt, request.seed, request.condition_mode, request.use_original_alpha) == (
        "a chair",
        65535,
        "fuse",
        True,
    )
    assert (request.material, request.target_faces, request.pose, request.height_cm) == ("all", 8_000, "t", 180.0)
    assert (request.preview_render, request.detail, request.symmetric, request.bbox) == (
        True,
        "high",
        True,
        (1.5, 2.0, 1.0),
    )
    assert request.warnings == ()


def test_small_habits_of_clients():
    assert run(ta_pose="true").request.pose == "t"
    assert run(ta_pose="true", TAPose="false").request.pose is None
    assert run(height="0").request.height_cm is None
    assert run(is_symmetric="asymmetric").request.symmetric is False
    assert run(material="none").request.material == "none"
    assert run(tier="regular").request.tier == "Regular"
    assert run(mesh_simplify=["true", "false"]).request.warnings == ()
    assert run(quality="low", quality_override="12000").request.target_faces == 12_000


def test_gen25_defaults_to_raw():
    got = {name: run(tier=name).request for name in TIERS if name.startswith("Gen-2.5")}
    assert {(r.mesh_mode, r.target_faces) for r in got.values()} == {("raw", 500_000)}
    assert {n.removeprefix("Gen-2.5-"): r.detail for n, r in got.items()} == {
        "Minimum": "draft",
        "Extreme-Low": "draft",
        "Low": "standard",
        "Medium": "standard",
        "High": "high",
        "Extreme-High": "high",
    }


def test_node_presets_of_the_vendor_and_comfy():
    for text, faces in {
        "2K": 2_000,
        "20K": 20_000,
        "150K": 150_000,
        "200K": 200_000,
        "500K": 500_000,
        "1M": 1_000_000,
    }.items():
        assert run(tier="Gen-2", mesh_mode="Raw", quality_override=str(faces)).request.target_faces == faces, text
    for faces in (4_000, 8_000, 18_000, 50_000, 200_000):
        assert run(tier="Gen-2", mesh_mode="Quad", quality_override=str(faces)).request.target_faces == faces


def test_many_unknown_fields_are_counted_not_listed():
    warnings = run(**{f"x{i:02d}": "1" for i in range(15)}).request.warnings
    assert len(warnings) == 11
    assert warnings[-1] == "5 more unknown fields were ignored."


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*FIELDS, "unknown"]),
        st.sampled_from(
            [
                *TIERS,
                "Raw",
                "Quad",
                "high",
                "low",
                "true",
                "0",
                "1",
                "18000",
                "F",
                "All",
                "[1,2,3]",
                "1,1,1",
                "HighPack",
            ]
        )
        | st.text(max_size=12),
        max_size=8,
    ),
    st.integers(0, 6),
)
def test_any_form_is_translated_or_refused(fields, images):
    try:
        got = run(images, **fields)
    except InvalidRequest as refusal:
        named = refusal.field
        assert named
    else:
        assert len(got.request.images) == images
        assert got.cost >= Decimal("0.5")
