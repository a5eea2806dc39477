"""`maquette unwrap`: new UV charts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from maquette.cli.options import given, json_option, output_option, source_options, texture_size_option


@click.command()
@source_options
@output_option
@texture_size_option
@json_option
def unwrap(source: str, output: Path, as_json: bool, **fields: Any) -> None:
    """Lay the surface of FILE, or of a finished JOB, out in new charts without overlap; what it shows is baked into them."""
    from maquette.cli.operation import operate

    operate(source, output, given(fields), on_file={"uv": "new"}, as_json=as_json)
