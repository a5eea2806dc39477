"""`docs/cli.md` names every command and every option of the command line."""

from pathlib import Path

import click
import pytest

from maquette.cli.main import COMMANDS, main

PAGE = (Path(__file__).parents[2] / "docs/cli.md").read_text()
CONTEXT = click.Context(main)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    command = main.get_command(CONTEXT, name)
    assert command is not None
    sections = [s for s in PAGE.split("\n## ") if name in s.split("\n")[0].replace(",", " ").split()]
    assert sections, f"docs/cli.md has no section on {name}"
    commands = [command, *(command.commands.values() if isinstance(command, click.Group) else [])]
    for option in (p for c in commands for p in c.params if isinstance(p, click.Option)):
        for spelling in option.opts:
            assert f"`{spelling}`" in sections[0], f"{name} {spelling}"
