"""The command line as a person calls it: in a process of its own, or in this one, which saves 2 s of imports each time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from maquette.cli.main import main


class Done(NamedTuple):
    """What came back."""

    returncode: int
    stdout: str
    stderr: str


def in_process(*arguments: object, data: Path, **environment: str) -> Done:
    """Exit status and output of a command that runs here. Not safe in threads: it takes standard output over."""
    env = {"MAQUETTE_DATA_DIR": str(data), **environment}
    result = CliRunner().invoke(main, [str(a) for a in arguments], env=env)
    return Done(result.exit_code, result.stdout, result.stderr)


def own_process(*arguments: object, data: Path, **environment: str) -> Done:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "maquette.cli.main", *map(str, arguments)]
    env = os.environ | {"MAQUETTE_DATA_DIR": str(data)} | environment
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout, done.stderr)
