"""`maquette remesh`: another mesh on the same surface: quads, or triangles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from maquette.cli.options import given, operation_options, output_option, source_options
from maquette.errors import InvalidRequest
from maquette.request import MAX_FACES, MIN_FACES


@click.command()
@source_options
@output_option
@click.option("--quads", type=click.IntRange(MIN_FACES, MAX_FACES), help="Number of quads; default 18000.")
@click.option("--triangles", type=click.IntRange(MIN_FACES, MAX_FACES), help="Number of triangles, instead of quads.")
@click.option(
    "--crease",
    "crease_degrees",
    type=click.FloatRange(-1, 180),
    help="Edges sharper than this stay edges of the quads; -1 for none.",
)
@operation_options
def remesh(source: str, output: Path, quads: int | None, triangles: int | None, as_json: bool, **fields: Any) -> None:
    """Cover FILE, or a finished JOB's shape, with new quads or triangles; its colours are baked into new charts."""
    from maquette.cli.operation import operate

    if quads and triangles:
        raise InvalidRequest("Give --quads or --triangles, not both.", field="quads")
    mode = "raw" if triangles else "quad"
    fields = {"mesh_mode": mode, "target_faces": triangles or quads or 18_000, **given(fields)}
    operate(source, output, fields, on_file={"uv": "new"}, as_json=as_json)
