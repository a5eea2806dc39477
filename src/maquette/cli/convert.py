"""`maquette convert`: a 3D file from one format into another, or a finished job in a further one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from maquette.cli.options import given, operation_options, output_option, source_options


@click.command()
@source_options
@output_option
@operation_options
def convert(source: str, output: Path, as_json: bool, **fields: Any) -> None:
    """Write FILE, or a finished JOB's asset, as another format, with its quads, UVs and textures."""
    from maquette.cli.operation import operate

    operate(source, output, given(fields), as_json=as_json)
