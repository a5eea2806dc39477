"""`maquette bake`: textures of another size or kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from maquette.cli.options import given, json_option, output_option, source_options, texture_size_option


@click.command()
@source_options
@output_option
@click.option("--material", type=click.Choice(["pbr", "shaded", "all", "none"]), default="pbr", show_default=True)
@texture_size_option
@click.option("--keep-uv", is_flag=True, help="Keep the charts of FILE.")
@click.option("--quad-normal", is_flag=True, default=None, help="A normal map with the source's detail even if shaded.")
@json_option
def bake(source: str, output: Path, keep_uv: bool, as_json: bool, **fields: Any) -> None:
    """Bake the surface of FILE, or of a finished JOB, into texture maps: colour, roughness, metal, normals, occlusion."""
    from maquette.cli.operation import operate

    operate(source, output, given(fields), on_file={"uv": "keep" if keep_uv else "new"}, as_json=as_json)
