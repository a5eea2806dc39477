from __future__ import annotations

import numpy as np
import pytest

from maquette.geometry import topology
from maquette.prompts.composer import read_program
from maquette.prompts.lexicon import lexicon
from maquette.prompts.placing import bounds, placed
from maquette.shapes.compile import compile_program
from maquette.shapes.substances import substance


def test_a_red_cushion_on_a_wooden_chair() -> None:
    program, u = read_program("a worn wooden chair with a red cushion", seed=1)
    assert program.origin is not None
    assert program.origin.family == "chair"
    assert program.materials["cushion"].color == lexicon().color("red")
    assert program.materials["frame"].pattern == "wood"
    assert program.materials["frame"].wear >= 0.5
    assert u.ignored == []


def test_a_part_that_shares_its_slot_gets_a_material_of_its_own() -> None:
    program, _ = read_program("a chair with golden legs", seed=1)
    by_part = {p.name: program.materials[p.material] for p in program.parts}
    legs = [m for name, m in by_part.items() if name.startswith("leg_")]
    assert all(m == substance("gold") for m in legs)
    assert len(legs) == 4
    assert all(m != substance("gold") for name, m in by_part.items() if not name.startswith("leg_"))


def test_the_same_prompt_and_seed_give_the_same_program() -> None:
    prompt = "a person riding a red horse next to two chairs"
    assert read_program(prompt, 5)[0].to_json() == read_program(prompt, 5)[0].to_json()
    assert read_program(prompt, 5)[0].to_json() != read_program(prompt, 6)[0].to_json()


@pytest.mark.parametrize(
    "prompt",
    [
        "a vase on a wooden table",
        "a robot holding a flower",
        "a person riding a horse",
        "a table with a lamp on it",
        "a cup on a plate",
    ],
)
def test_related_objects_are_one_closed_solid(prompt: str) -> None:
    program, _ = read_program(prompt, seed=2)
    compiled = compile_program(program, fineness=0.6)
    assert topology.is_closed(compiled.fused.faces)
    assert compiled.pieces == 1
    assert compiled.fused.bounds[0][1] == pytest.approx(0, abs=0.02 * program.extent)


def test_a_vase_stands_on_the_table_not_in_it() -> None:
    program, _ = read_program("a vase on a wooden table", seed=2)
    table = [p for p in program.parts if p.name.startswith("table_")]
    vase = [p for p in program.parts if not p.name.startswith("table_")]
    low, _ = bounds(program.model_copy(update={"parts": tuple(vase)}))
    _, high = bounds(program.model_copy(update={"parts": tuple(table)}))
    assert 0 < high[1] - low[1] < 0.03


def test_objects_stand_side_by_side_without_touching() -> None:
    program, _ = read_program("a red chair and a blue table", seed=1)
    assert program.floats
    assert compile_program(program, fineness=0.6).pieces >= 2
    low, high = bounds(program)
    assert low[0] == pytest.approx(-high[0], abs=0.02)


def test_stated_sizes_are_met() -> None:
    program, _ = read_program("a 2 m tall wooden wardrobe", seed=4)
    low, high = bounds(program)
    assert high[1] - low[1] == pytest.approx(2.0, rel=0.02)
    huge, _ = read_program("a huge chair", seed=4)
    usual, _ = read_program("a chair", seed=4)
    assert huge.extent == pytest.approx(2 * usual.extent)


def test_a_part_that_is_not_there_is_reported() -> None:
    _, u = read_program("a dog with purple wheels", seed=0)
    assert any("wheels" in x for x in u.ignored)


def test_whole_looks_cover_everything() -> None:
    program, _ = read_program("a car made out of cheese", seed=0)
    assert {m.color for m in program.materials.values()} == {substance("cheese").color}


def test_glowing_accents_shine() -> None:
    program, _ = read_program("A futuristic robot with sleek metallic design and glowing blue accents", seed=0)
    assert any(m.emissive == lexicon().color("blue") for m in program.materials.values())
    assert program.origin is not None
    assert program.origin.style == "sci-fi"


def test_a_style_from_outside_wins() -> None:
    program, _ = read_program("a low poly chair", 0, style="cartoon")
    assert program.origin is not None
    assert program.origin.style == "cartoon"


def test_placed_scales_turns_and_moves_everything() -> None:
    program, _ = read_program("a chair", seed=0)
    turn = np.array([[0.0, 0, 1], [0, 1, 0], [-1, 0, 0]])
    low, high = bounds(program)
    moved_low, moved_high = bounds(placed(program, scale=2.0, turn=turn, at=(1, 2, 3)))
    corners = np.array([[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])
    wanted = 2 * corners @ turn.T + [1, 2, 3]
    assert np.allclose(moved_low, wanted.min(0), atol=0.02)
    assert np.allclose(moved_high, wanted.max(0), atol=0.02)
