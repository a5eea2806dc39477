"""What the endpoints that work on a model make of their fields."""

from __future__ import annotations

import pytest

from maquette.dialects.forms import Form
from maquette.dialects.rodin import operations
from maquette.errors import InvalidRequest


def run(translate, images=0, model=True, **fields):
    form = Form({k: [v] for k, v in fields.items()}, {}, "multipart")
    return translate(form, images, model, engine="inflation", seed=9)


def test_texture_keeps_the_mesh_and_takes_the_picture():
    found = run(operations.texture_only, images=1, prompt="red lacquer", seed="7", resolution="High", material="Shaded")
    request = found.request
    assert (request.mesh_mode, request.uv, request.pivot, request.height_cm) == ("keep", "new", None, None)
    assert (request.material, request.texture_size, request.prompt, request.seed) == ("shaded", 4096, "red lacquer", 7)
    assert (len(request.images), request.formats, request.warnings, request.tier) == (1, ("glb",), (), found.name)
    assert request.textures_anew


def test_texture_defaults():
    request = run(operations.texture_only, images=1).request
    assert (request.material, request.texture_size, request.seed, request.delight) == ("pbr", 2048, 9, False)


def test_texture_by_words_alone():
    assert run(operations.texture_only, prompt="walnut").request.images == ()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"images": 1, "model": False}, "model"),
        ({"images": 0}, "image"),
        ({"images": 2}, "image"),
        ({"images": 1, "seed": "65536"}, "seed"),
        ({"images": 1, "material": "All"}, "material"),
        ({"images": 1, "resolution": "8K"}, "resolution"),
        ({"images": 1, "escore": "much"}, "escore"),
    ],
)
def test_texture_refuses(given, field):
    with pytest.raises(InvalidRequest) as caught:
        run(operations.texture_only, **given)
    assert caught.value.field == field


def test_bang_of_a_task_changes_what_was_sent_and_no_more():
    found = run(operations.bang, model=False, asset_id="x")
    assert (found.asset_id, found.request, found.warnings) == ("x", None, ())
    assert (found.changes["parts"], found.changes["formats"], found.changes["tier"]) == (5, ("glb",), "bang")
    assert not {"material", "texture_size", "mesh", "images", "seed"} & set(found.changes)
    found = run(operations.bang, model=False, asset_id="x", strength="12", material="None", resolution="High")
    assert [found.changes[k] for k in ("parts", "material", "texture_size")] == [12, "none", 4096]


def test_bang_of_a_model_keeps_its_surface():
    found = run(operations.bang, images=1, prompt="a robot", geometry_file_format="fbx")
    request = found.request
    assert (request.parts, request.material, request.uv, request.mesh_mode) == (5, "keep", "keep", "keep")
    assert (request.images, request.prompt, request.formats) == ((), None, ("fbx",))
    assert [w.split()[0] for w in request.warnings] == ["image", "prompt"]
    assert [run(operations.bang, material=m).request.material for m in ("Shaded", "All", "None")] == [
        "shaded",
        "all",
        "none",
    ]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"model": False}, "asset_id"),
        ({"asset_id": "x"}, "asset_id"),
        ({"strength": "13"}, "strength"),
        ({"strength": "0"}, "strength"),
        ({"images": 2}, "image"),
    ],
)
def test_bang_refuses(given, field):
    with pytest.raises(InvalidRequest) as caught:
        run(operations.bang, **given)
    assert caught.value.field == field


def test_bang_strength_one_is_corrected():
    request = run(operations.bang, strength="1").request
    assert (request.parts, request.warnings[0].split(":")[0]) == (2, "strength 1 was changed to 2")


def test_polygen():
    request = run(operations.polygen, mesh_mode="Raw", quality="low").request
    assert (request.mesh_mode, request.target_faces, request.material) == ("raw", 60_000, "keep")
    changes = run(operations.polygen, model=False, asset_id="x").changes
    assert (changes["mesh_mode"], changes["target_faces"], changes["parts"]) == ("quad", 18_000, 0)


def test_unknown_fields_are_named():
    assert run(operations.bang, colour="red").request.warnings == ("Unknown field 'colour' was ignored.",)
