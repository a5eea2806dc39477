"""`maquette generate`: pictures in, an asset out, in this process, without a server."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any, Literal

import click

from maquette.cli.options import (
    delight_option,
    extra_options,
    given,
    json_option,
    output_option,
    shape_options,
    texture_size_option,
)
from maquette.settings import load_settings


@click.command()
@click.argument("images", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@output_option
@click.option("--prompt", help="What it is, in words.")
@click.option(
    "--program",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A shape program (JSON) to build; see docs/shapes.md.",
)
@click.option("--engine", help="Engine id; see `maquette engines`.")
@click.option("--tier", default="Regular", show_default=True, help="Sketch, Regular, Detail, Gen-2, …")
@click.option("--faces", type=click.IntRange(500, 2_000_000), help="Polygons: quads, or triangles with --raw.")
@click.option("--quad", "mesh_mode", flag_value="quad", help="Quads.")
@click.option("--raw", "mesh_mode", flag_value="raw", help="Triangles.")
@click.option("--material", type=click.Choice(["pbr", "shaded", "all", "none"]), default="pbr", show_default=True)
@texture_size_option
@delight_option
@click.option("--seed", type=click.IntRange(0, 65535), default=0, show_default=True)
@shape_options
@click.option(
    "--label", "labels", multiple=True, help="View of each picture in turn: F, FL, FR, L, R, B, BL, BR, U, D or '?'."
)
@click.option("--fuse", is_flag=True, help="The pictures show different objects to blend, not views of one.")
@click.option("--use-original-alpha", is_flag=True, help="Trust the picture's own alpha as it is.")
@click.option("--pose", type=click.Choice(["t", "a"]), help="Humanoids in T or A pose.")
@extra_options
@click.option("--transparent", is_flag=True, default=None, help="No background in the preview.")
@click.option(
    "--print-mm",
    type=click.FloatRange(1, 10_000),
    help="Check for 3D printing with the longest side at this many millimetres.",
)
@json_option
def generate(
    images: tuple[Path, ...],
    output: Path,
    prompt: str | None,
    program: Path | None,
    engine: str | None,
    tier: str,
    faces: int | None,
    mesh_mode: Literal["quad", "raw"] | None,
    material: str,
    texture_size: str | None,
    seed: int,
    labels: tuple[str, ...],
    fuse: bool,
    use_original_alpha: bool,
    as_json: bool,
    **further: Any,
) -> None:
    """Turn IMAGES (1 to 5 pictures of one object), or a prompt alone, into a textured 3D asset, with a preview beside it."""
    from maquette.cli.local import run_local
    from maquette.cli.output import check_writable, target, write_files
    from maquette.cli.progress import Progress
    from maquette.dialects.rodin.presets import tier_request

    settings = load_settings(engine=engine)
    fields = tier_request(tier, mesh_mode=mesh_mode, faces=faces)
    if texture_size:
        fields["texture_size"] = int(texture_size)
    if program is not None:
        fields["options"] = {"program": _document(program)}
        prompt = prompt or program.stem
    folder, stem, kind = target(output)
    check_writable(folder)
    start = time.perf_counter()
    result = run_local(
        list(images),
        settings,
        on_progress=Progress(quiet=as_json),
        labels=[None if label == "?" else label.upper() for label in labels],
        prompt=prompt,
        material=material,
        seed=seed,
        condition_mode="fuse" if fuse else "concat",
        use_original_alpha=use_original_alpha,
        formats=(kind,),
        **fields,
        **given(further),
    )
    paths = write_files([(f.name, f.kind, f.data) for f in result.files], folder, stem)
    seconds = time.perf_counter() - start
    if as_json:
        record = {
            "files": [str(p) for p in paths],
            "seconds": round(seconds, 3),
            "stages": result.seconds,
            "warnings": result.warnings,
            "request": result.request.model_dump(mode="json"),
        }
        click.echo(json.dumps(record))
        return
    for warning in result.warnings:
        click.echo(f"warning: {warning}", err=True)
    for path in paths:
        click.echo(f"{path}  ({path.stat().st_size / 1e6:.2f} MB)")
    click.echo(f"{seconds:.1f} s")


def _document(path: Path) -> dict[str, Any]:
    """A program, or the `program.json` beside an asset, which holds one.

    Raises:
        InvalidRequest: it is no JSON object.
    """
    from maquette.errors import InvalidRequest

    try:
        data = json.loads(path.read_bytes())
    except ValueError as error:
        raise InvalidRequest(f"{path.name} is not valid JSON: {error}. Correct it.", field="program") from None
    if isinstance(data, dict) and isinstance(data.get("program"), dict):
        data = data["program"]
    if not isinstance(data, dict):
        raise InvalidRequest(f"{path.name} holds no program. See docs/shapes.md.", field="program")
    return data
