"""`maquette lods`: an asset with coarser levels beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from maquette.cli.options import Numbers, given, json_option, output_option, source_options


@click.command()
@source_options
@output_option
@click.option(
    "--ratios", "lods", type=Numbers("R,R,…"), default="0.5,0.25,0.1", show_default=True, help="Shares of the faces."
)
@click.option("--compress", "compression", multiple=True, type=click.Choice(["draco", "webp"]), help="Smaller files.")
@json_option
def lods(source: str, output: Path, as_json: bool, **fields: Any) -> None:
    """Write FILE, or a finished JOB's asset, with levels of detail that share its charts and textures."""
    from maquette.cli.operation import operate

    operate(source, output, given(fields), as_json=as_json)
