"""The page about the language is made from the language."""

from __future__ import annotations

import json
import re
from pathlib import Path

from maquette.shapes.compile import compile_program
from maquette.shapes.reference import nodes, reference
from maquette.shapes.template import program_from

PAGE = Path(__file__).parents[2] / "docs" / "shapes.md"


def test_the_page_holds_the_reference() -> None:
    assert reference() in PAGE.read_text()
    for kinds in nodes().values():
        for kind in kinds:
            assert f"`{kind.model_fields['op'].default}`" in reference()


def test_the_example_builds() -> None:
    block = re.search(r"```json\n(.*?)```", PAGE.read_text(), re.DOTALL)
    assert block is not None
    compiled = compile_program(program_from(json.loads(block[1])))
    assert compiled.pieces == 1
    assert compiled.fused.bounds[1][1] == 0.55 or abs(compiled.fused.bounds[1][1] - 0.55) < 1e-4
