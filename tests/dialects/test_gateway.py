"""Orders: messages speak the reseller's words, prices follow the plan, and nothing but an InvalidRequest comes out of any input."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maquette.dialects import gateway
from maquette.dialects.fal.models import MODELS, V1, V2, V25
from maquette.dialects.forms import Form
from maquette.dialects.pixazo.models import MODELS as PIXAZO
from maquette.dialects.pixazo.models import RODIN
from maquette.dialects.replicate.model import MODEL as REPLICATE
from maquette.errors import InvalidRequest
from maquette.jobs.identity import AccountPlan
from tests.dialects.gateways import LIVE, ask

TEST = replace(LIVE, mode="test")
EVERY = [*MODELS.values(), *(model for _, model in PIXAZO.values()), REPLICATE]


def order(model, account=LIVE, **fields):
    form = Form({"images": [["a"]], "image_urls": [["a"]], **{k: [v] for k, v in fields.items()}}, {}, "json")
    return gateway.order(model, form, account, dialect="fal", engine="inflation")


def test_refusals_name_the_resellers_field():
    with pytest.raises(InvalidRequest, match=r"^quality_mesh_option must be from 500 to 1000000") as caught:
        ask(MODELS[V2], {"quality_mesh_option": "2M Triangle"})
    assert caught.value.field == "quality_mesh_option"
    with pytest.raises(InvalidRequest, match=r"^tapose must be true or false") as caught:
        ask(REPLICATE, {"tapose": "perhaps"})
    assert caught.value.field == "tapose"


def test_warnings_name_the_resellers_field():
    request = ask(MODELS[V25], {"enable_creative_mode": True})
    assert len(request.warnings) == 1
    assert request.warnings[0].startswith("enable_creative_mode creative was ignored")


def test_words_are_read_in_any_case_and_numbers_as_text():
    request = ask(MODELS[V25], {"tier": "gen-2.5-HIGH", "quality_mesh_option": "2m triangles", "seed": "7"})
    assert (request.tier, request.target_faces, request.seed) == ("Gen-2.5-High", 2_000_000, 7)
    assert ask(PIXAZO[RODIN][1], {"geometry_file_format": "GLTF"}).formats == ("gltf",)


@pytest.mark.parametrize("model", EVERY, ids=lambda m: m.path if hasattr(m, "path") else type(m).__name__)
@pytest.mark.parametrize(
    "given", [{}, {"quality_override": 17}, {"quality_mesh_option": "4K Quad"}, {"mesh_mode": "Quad"}]
)
def test_the_fastest_tier_takes_any_quality(model, given):
    """A quality without a mesh mode was a server error once."""
    request, refused = None, None
    try:
        request = ask(model, {"tier": "Gen-2.5-Minimum", **given})
    except InvalidRequest as error:
        refused = error
    if request is None:
        assert refused is not None
        assert refused.field == "tier"
    elif request.tier == "Gen-2.5-Minimum":
        assert (request.target_faces, request.mesh_mode) == (50_000, "raw")


def test_a_prompt_alone_is_enough():
    request = ask(MODELS[V25], {"prompt": "a chair"}, pictures=0)
    assert (request.images, request.prompt) == ((), "a chair")
    with pytest.raises(InvalidRequest, match="Neither an image nor a prompt"):
        ask(MODELS[V25], {}, pictures=0)


def test_pictures_come_in_order_under_either_name():
    form = Form({"input_image_urls": [["a", "", None, "b"]], "image_urls": [None]}, {}, "json")
    checked = gateway.order(MODELS[V25], form, LIVE, dialect="fal", engine="inflation")
    assert (checked.pictures, checked.images, len(checked.request.images)) == (("a", "b"), "input_image_urls", 2)
    form = Form({"image_urls": ["data:image/png;base64,AA=="]}, {}, "json")
    assert gateway.order(MODELS[V25], form, LIVE, dialect="fal", engine="inflation").pictures[0].endswith(",AA==")
    with pytest.raises(InvalidRequest, match="list of URLs"):
        order(MODELS[V1], image_urls=[{"url": "x"}])


def test_prices_are_rodins_or_the_plans():
    assert order(MODELS[V1]).cost == Decimal("0.5")
    assert order(MODELS[V1], addons="HighPack").cost == Decimal("1.5")
    assert order(MODELS[V25], tier="Gen-2.5-Extreme-High").cost == Decimal("1.0")
    plan = AccountPlan(prices={"fal.Gen-2.5-Low": Decimal("0.1")})
    assert order(MODELS[V25], replace(LIVE, plan=plan), tier="Gen-2.5-Low").cost == Decimal("0.1")
    assert order(MODELS[V25], replace(LIVE, plan=plan)).cost == Decimal("0.5")


def test_a_random_seed_is_drawn_once_for_each():
    assert len({order(MODELS[V1]).request.seed for _ in range(20)}) > 15
    assert order(MODELS[V1], seed=0).request.seed == 0


NAMES = sorted({name for model in EVERY for name in (*model.fields, *model.images)})
WORDS = st.sampled_from(
    ["", "true", "high", "All", "18K Quad", "9999M Triangle", "NaN", "[1,2,3]", "[[[", "maquette:fail", "\0"]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=40)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(EVERY),
    st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=12), VALUES, max_size=6),
    st.booleans(),
)
def test_any_input_is_taken_or_refused(model, fields, live):
    form = Form({name: [value] for name, value in fields.items()}, {}, "json")
    try:
        checked = gateway.order(model, form, LIVE if live else TEST, dialect="fal", engine="inflation")
    except InvalidRequest:  # and nothing else
        return
    assert len(checked.request.images) == len(checked.pictures) <= 5
    assert checked.cost > 0
