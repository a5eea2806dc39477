"""`maquette generate`: pictures in, an asset out, in this process, without a server."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Literal

import click

from maquette.errors import InvalidRequest
from maquette.settings import load_settings


class _Numbers(click.ParamType[tuple[float, ...]]):
    """Three numbers separated by commas."""

    name = "W,H,L"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, ...]:
        try:
            numbers = tuple(float(part) for part in str(value).split(","))
        except ValueError:
            numbers = ()
        if len(numbers) != 3:
            self.fail(f"'{value}' is not three numbers separated by commas, as in 1,2,1", param, ctx)
        return numbers


class _Progress:
    """One line per stage: redrawn on a terminal, printed once when it ends elsewhere. Standard error is left to warnings and errors."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._live = sys.stdout.isatty()

    def __call__(self, stage: str, fraction: float, seconds: float | None) -> None:
        if self._quiet:
            return
        if seconds is not None:
            note = "reused" if seconds == 0 else f"{seconds:.1f} s"
            click.echo(("\r" if self._live else "") + f"  {stage:<12} {note:<20}")
        elif self._live:
            bar = "#" * round(20 * fraction)
            click.echo(f"\r  {stage:<12} [{bar:<20}] {fraction:4.0%}", nl=False)


@click.command()
@click.argument("images", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write (.glb, .gltf, .obj, .fbx, .usdz, .stl, .ply, .3mf, .zip), or a folder (model.glb in it).",
)
@click.option("--prompt", help="What it is, in words.")
@click.option("--engine", help="Engine id; see `maquette engines`.")
@click.option("--tier", default="Regular", show_default=True, help="Sketch, Regular, Detail, Gen-2, …")
@click.option("--faces", type=click.IntRange(500, 2_000_000), help="Polygons: quads, or triangles with --raw.")
@click.option("--quad", "mesh_mode", flag_value="quad", help="Quads.")
@click.option("--raw", "mesh_mode", flag_value="raw", help="Triangles.")
@click.option("--material", type=click.Choice(["pbr", "shaded", "all", "none"]), default="pbr", show_default=True)
@click.option("--texture-size", type=click.Choice(["512", "1024", "2048", "4096", "8192"]), help="Texels per side.")
@click.option("--seed", type=click.IntRange(0, 65535), default=0, show_default=True)
@click.option("--bbox", type=_Numbers(), help="Proportions of the bounding box: width,height,length.")
@click.option("--height", type=float, help="Real height in centimetres; default: the longest side is 1 m.")
@click.option(
    "--label", "labels", multiple=True, help="View of each picture in turn: F, FL, FR, L, R, B, BL, BR, U, D or '?'."
)
@click.option("--fuse", is_flag=True, help="The pictures show different objects to blend, not views of one.")
@click.option("--use-original-alpha", is_flag=True, help="Trust the picture's own alpha as it is.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")
def generate(
    images: tuple[Path, ...],
    output: Path,
    prompt: str | None,
    engine: str | None,
    tier: str,
    faces: int | None,
    mesh_mode: Literal["quad", "raw"] | None,
    material: str,
    texture_size: str | None,
    seed: int,
    bbox: tuple[float, ...] | None,
    height: float | None,
    labels: tuple[str, ...],
    fuse: bool,
    use_original_alpha: bool,
    as_json: bool,
) -> None:
    """Turn IMAGES (1 to 5 pictures of one object) into a textured 3D asset, with a preview beside it."""
    from maquette.cli.local import run_local
    from maquette.cli.output import target, write_files
    from maquette.cli.tiers import tier_request

    settings = load_settings(engine=engine)
    fields = tier_request(tier, mesh_mode=mesh_mode, faces=faces)
    if texture_size:
        fields["texture_size"] = int(texture_size)
    folder, stem, kind = target(output)
    _check_writable(folder)
    start = time.perf_counter()
    result = run_local(
        list(images),
        settings,
        on_progress=_Progress(quiet=as_json),
        labels=[None if label == "?" else label.upper() for label in labels],
        prompt=prompt,
        material=material,
        seed=seed,
        bbox=bbox,
        height_cm=height,
        condition_mode="fuse" if fuse else "concat",
        use_original_alpha=use_original_alpha,
        formats=(kind,),
        **fields,
    )
    try:
        paths = write_files([(f.name, f.kind, f.data) for f in result.files], folder, stem)
    except OSError as error:
        raise _unwritable(folder, error) from None
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


def _check_writable(folder: Path) -> None:
    """Make the folder and try it now: seconds of work for a file that cannot be written would be lost."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _unwritable(folder, error) from None


def _unwritable(folder: Path, error: OSError) -> InvalidRequest:
    return InvalidRequest(
        f"Nothing can be written to '{folder}' ({error.strerror}). Choose another -o, or make room there.",
        field="output",
    )
