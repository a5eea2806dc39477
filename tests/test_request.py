"""`GenerationRequest`: what is refused names its field, and the hash depends on content only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maquette.errors import InvalidRequest
from maquette.request import FORMATS, TEXTURE_SIZES, GenerationRequest, ImageInput

IMAGE = ImageInput(key="uploads/a", sha256="0" * 64)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("seed", -1),
        ("seed", 65536),
        ("target_faces", 499),
        ("target_faces", 2_000_001),
        ("texture_size", 1000),
        ("material", "gold"),
        ("mesh_mode", "hex"),
        ("formats", ("blend",)),
        ("formats", ()),
        ("bbox", (1, 2)),
        ("bbox", (0, 1, 1)),
        ("bbox", (float("nan"), 1, 1)),
        ("bbox", (1000, 1, 1)),
        ("height_cm", 0),
        ("prompt", "x" * 2501),
        ("images", (IMAGE,) * 6),
        ("surprise", 1),
    ],
)
def test_a_bad_value_is_refused_by_name(field: str, value: object) -> None:
    values = {"images": (IMAGE,), field: value}
    with pytest.raises(InvalidRequest) as refusal:
        GenerationRequest.build(**values)
    assert refusal.value.field == field
    assert refusal.value.message.startswith(f"{field}: ")


@pytest.mark.parametrize("prompt", [None, "", "   "])
def test_neither_picture_nor_prompt_is_refused(prompt: str | None) -> None:
    with pytest.raises(InvalidRequest, match="give a picture or a prompt"):
        GenerationRequest.build(prompt=prompt)


def test_the_hash_is_of_content_not_of_place() -> None:
    here = GenerationRequest.build(images=(IMAGE,), warnings=("a",))
    there = GenerationRequest.build(images=(IMAGE.model_copy(update={"key": "uploads/b"}),))
    other = GenerationRequest.build(images=(IMAGE.model_copy(update={"sha256": "1" * 64}),))
    assert here.hash() == there.hash() != other.hash()


@given(seed=st.integers(0, 65535), size=st.sampled_from(TEXTURE_SIZES), faces=st.integers(500, 2_000_000))
def test_json_round_trip_keeps_the_request_and_its_hash(seed: int, size: int, faces: int) -> None:
    request = GenerationRequest.build(
        images=(IMAGE,), seed=seed, texture_size=size, target_faces=faces, formats=FORMATS
    )
    again = GenerationRequest.model_validate_json(request.model_dump_json())
    assert again == request
    assert again.hash() == request.hash()
