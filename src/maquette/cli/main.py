"""`maquette`: the command line. One command per file; each is imported only when it runs, so that `--help` is quick."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from maquette import __version__
from maquette.errors import MaquetteError

COMMANDS = {
    "generate": "generate:generate",
    "convert": "convert:convert",
    "remesh": "remesh:remesh",
    "simplify": "simplify:simplify",
    "unwrap": "unwrap:unwrap",
    "texture": "texture:texture",
    "bake": "bake:bake",
    "lods": "lods:lods",
    "print-check": "print_check:print_check",
    "inspect": "inspect:inspect",
    "preview": "preview:preview",
    "engines": "engines:engines",
    "families": "families:families",
    "doctor": "doctor:doctor",
    "serve": "serve:serve",
    "worker": "serve:worker",
    "keys": "keys:keys",
    "credits": "credits:credits",
    "accounts": "accounts:accounts",
    "status": "status:status",
    "migrate": "maintenance:migrate",
    "gc": "maintenance:gc",
}


class _LazyGroup(click.Group):
    """Loads a command's module on first use, and turns every error into one line that names the remedy and exit status 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(f"maquette.cli.{module}"), attribute)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MaquetteError as error:
            message = error.message
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            # `maquette inspect … | head`: the reader has enough. Python would complain once more when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(0) from None
        except OSError as error:  # a full disk, a folder of somebody else: the user's to mend, not a bug
            if os.environ.get("MAQUETTE_DEBUG"):
                raise
            where = f": '{error.filename}'" if error.filename else ""
            message = f"{error.strerror or error}{where}. Check the path, its permissions and the free space."
        except Exception as error:
            if os.environ.get("MAQUETTE_DEBUG"):
                raise
            message = f"{type(error).__name__}: {error}. This is a bug in Maquette; MAQUETTE_DEBUG=1 shows where."
        click.echo("maquette: " + " ".join(message.split()), err=True)
        raise click.exceptions.Exit(1)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="maquette")
def main() -> None:
    """Photos in, production-ready 3D assets out, on your own machine."""


if __name__ == "__main__":
    sys.exit(main())
