"""`maquette texture`: a model gets its colours from pictures or from words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from maquette.cli.options import delight_option, given, operation_options, output_option, source_options


@click.command()
@source_options
@click.argument("images", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@output_option
@click.option("--prompt", help="Colours and materials in words: 'dark green with gold'.")
@click.option("--keep-uv", is_flag=True, help="Keep the charts of FILE.")
@click.option("--material", type=click.Choice(["pbr", "shaded", "all"]), default="pbr", show_default=True)
@delight_option
@click.option(
    "--label", "labels", multiple=True, help="View of each picture in turn: F, FL, FR, L, R, B, BL, BR, U, D or '?'."
)
@operation_options
def texture(
    source: str,
    images: tuple[Path, ...],
    output: Path,
    keep_uv: bool,
    labels: tuple[str, ...],
    as_json: bool,
    **fields: Any,
) -> None:
    """Texture FILE with IMAGES of such an object (the first one from the front), with words, or both; its shape stays."""
    from maquette.cli.local import store_images
    from maquette.cli.operation import operate
    from maquette.errors import InvalidRequest
    from maquette.settings import load_settings

    if not images and not fields["prompt"]:
        raise InvalidRequest("Give a picture or a --prompt to texture it with.", field="images")
    known = store_images(images, load_settings(), [None if label == "?" else label.upper() for label in labels])
    on_file = {"uv": "keep" if keep_uv else "new", "images": known}
    operate(source, output, {"preview": True, **given(fields)}, on_file=on_file, as_json=as_json, as_model=True)
