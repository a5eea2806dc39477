from __future__ import annotations

import json
import time

import pytest

from maquette.errors import InvalidRequest
from maquette.prompts.lexicon import lexicon
from maquette.prompts.reader import MAX_TOKENS, read
from maquette.prompts.understanding import Thing

RED, BLUE, BLACK, WHITE = (lexicon().color(c) for c in ("red", "blue", "black", "white"))


def one(prompt: str) -> Thing:
    u = read(prompt)
    assert len(u.objects) == 1
    return u.objects[0]


def test_adjectives_go_to_their_own_noun() -> None:
    u = read("a worn wooden chair with a red cushion")
    chair = u.objects[0]
    assert (chair.family, chair.look.substance, chair.look.color, chair.values["cushion"]) == (
        "chair",
        "wood",
        None,
        True,
    )
    assert chair.look.wear is not None
    (cushion,) = chair.parts
    assert (cushion.slot, cushion.look.color, cushion.look.substance) == ("cushion", RED, None)
    assert (u.ignored, u.warnings) == ([], [])


def test_several_parts_follow_one_with() -> None:
    car = one("a blue car with white stripes and black wheels")
    assert car.look.color == BLUE
    assert {p.word: p.look.color for p in car.parts} == {"stripes": WHITE, "wheels": BLACK}
    assert car.values["stripes"] is True


def test_parts_need_no_with() -> None:
    car = one("red car black wheels")
    assert car.look.color == RED
    assert [(p.word, p.look.color) for p in car.parts] == [("wheels", BLACK)]


def test_and_joins_objects_or_colours() -> None:
    u = read("a red chair and a blue table")
    assert [(o.family, o.look.color) for o in u.objects] == [("chair", RED), ("table", BLUE)]
    bus = one("red and white bus")
    assert (bus.look.color, bus.look.second) == (RED, WHITE)


def test_numbers_count_objects_or_parts() -> None:
    assert one("three wooden chairs").count == 3
    stool = one("a three-legged stool")
    assert (stool.count, stool.values["legs"]) == (1, 3)
    assert one("a pair of chairs").count == 2


def test_a_number_that_nothing_can_bring_about_is_reported() -> None:
    u = read("a robot with four arms")
    assert any("arms" in x for x in u.ignored)
    assert read("a robot with two arms").ignored == []
    u = read("a stool with 40 legs")
    assert u.objects[0].values["legs"] == 6
    assert "at most 6" in u.warnings[0]


@pytest.mark.parametrize(("prompt", "kind", "family"), [
    ("a vase on a wooden table", "on", "table"),
    ("a person riding a horse", "riding", "horse"),
    ("a table with a lamp on it", "carries", "table lamp"),
    ("a robot holding a flower", "holding", "flower"),
])  # fmt: skip
def test_relations_to_other_objects(prompt: str, kind: str, family: str) -> None:
    thing = one(prompt)
    (relation,) = thing.relations
    assert (relation.kind, relation.thing.family) == (kind, family)


def test_what_the_family_has_itself_is_no_other_object() -> None:
    wizard = one("a wizard holding a staff")
    assert wizard.values["staff"] is True
    assert wizard.relations == []


def test_without_takes_away() -> None:
    assert one("a sports car without spoiler").values["spoiler"] is False
    assert one("a chair without armrests").values["armrests"] is False


def test_sizes_with_units() -> None:
    assert one("a 2 m tall wardrobe").sizes == {"height": 2.0}
    assert one("table 120 cm wide").sizes == {"width": 1.2}
    assert one("a 6ft tall robot").sizes["height"] == pytest.approx(1.8288)


def test_noise_is_known_and_left_out() -> None:
    u = read("4k photorealistic 3d model of a wooden bench, game ready, pbr, unreal engine")
    assert u.ignored == []
    assert {"4k", "3d model of", "game ready", "pbr", "unreal engine"} <= {n.lower() for n in u.noise}


def test_statues_and_strange_stuff_are_so_all_over() -> None:
    assert one("a ceramic dog").whole
    assert one("a marble bust of a wolf").whole
    assert one("a car made out of cheese").whole
    assert not one("a chair made of wood").whole
    assert not one("a golden chair").whole


def test_styles_moods_and_themes() -> None:
    assert one("low poly tree").styles == ["low-poly"]
    assert one("cyberpunk motorcycle").styles == ["sci-fi"]
    assert "scary" in one("a creepy wolf").themes
    assert "robot" in one("robot dog").themes
    assert one("robot dog").family == "dog"


def test_colours_of_all_sorts() -> None:
    assert one("a #3366cc chair").look.color == "#3366cc"
    assert one("a dark red chair").look.color != RED
    assert one("an emerald green chair").look.color == lexicon().color("green")
    assert one("a glowing blue chair").look.glow


def test_an_understanding_is_plain_data_and_always_the_same() -> None:
    prompt = "a knight holding a sword next to a red dragon with black horns, low poly, 3 m tall"
    first = json.dumps(read(prompt).to_json(), sort_keys=True)
    assert first == json.dumps(read(prompt).to_json(), sort_keys=True)
    assert json.loads(first)["prompt"] == prompt


def test_an_empty_prompt_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="empty"):
        read("   ")


def test_long_and_hostile_prompts_end_soon() -> None:
    start = time.process_time()
    u = read("a chair with " + "very " * 5000 + "red legs")
    assert f"first {MAX_TOKENS} words" in u.warnings[0]
    for prompt in (
        "chair " * 150,
        "with with and of of a chair and and",
        "a-b-c-d chair " * 30,
        "'''\"\"\" chair \x00 \ud83d",
        "(((chair)))",
        "of chair in of",
    ):
        assert read(prompt).objects
    assert time.process_time() - start < 8


def test_a_prompt_is_read_within_thirty_milliseconds() -> None:
    prompts = [
        "a worn wooden chair with a red cushion",
        "a blue car with white stripes and black wheels",
        "ein roter Holzstuhl",
    ]
    for p in prompts:
        read(p)
    start = time.process_time()
    for p in prompts * 10:
        read(p)
    assert (time.process_time() - start) / 30 < 0.03
