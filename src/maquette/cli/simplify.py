"""`maquette simplify`: fewer triangles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from maquette.cli.options import given, operation_options, output_option, source_options
from maquette.request import MAX_FACES, MIN_FACES


@click.command()
@source_options
@output_option
@click.option("--faces", "target_faces", type=click.IntRange(MIN_FACES, MAX_FACES), required=True, help="Triangles.")
@click.option("--new-uv", is_flag=True, help="New charts and new textures, instead of FILE's own charts.")
@operation_options
def simplify(source: str, output: Path, new_uv: bool, as_json: bool, **fields: Any) -> None:
    """Reduce FILE, or a finished JOB's shape, to a number of triangles; textures and charts of FILE are kept."""
    from maquette.cli.operation import operate

    on_file = {"uv": "new" if new_uv else "keep"}
    operate(source, output, {"mesh_mode": "raw", **given(fields)}, on_file=on_file, as_json=as_json)
