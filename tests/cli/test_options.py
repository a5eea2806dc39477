"""Options become fields of the request only where the user gave them."""

from __future__ import annotations

import ast
from typing import Any

import click
import pytest
from click.testing import CliRunner

from maquette.cli.options import delight_option, extra_options, given, shape_options


@click.command()
@shape_options
@delight_option
@extra_options
def command(**fields: Any) -> None:
    click.echo(repr(given(fields)))


@pytest.mark.parametrize(
    ("arguments", "fields"),
    [
        ([], {}),
        (["--asymmetric"], {"symmetric": False}),
        (["--symmetric", "--fill-holes", "--delight"], {"symmetric": True, "fill_holes": True, "delight": True}),
        (["--smooth", "0"], {"smooth": 0}),
        (["--compress", "webp", "--lods", "0.5,0.1"], {"compression": ("webp",), "lods": (0.5, 0.1)}),
    ],
)
def test_what_was_given_and_nothing_else(arguments: list[str], fields: dict[str, Any]) -> None:
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 0, done.output
    assert ast.literal_eval(done.stdout) == fields
