"""`maquette preview`: pictures and turning loops of a 3D file."""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

STILLS = ("webp", "png", "jpg", "jpeg")
LOOPS = ("mp4", "gif", "webp")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Picture to write: .webp, .png, .jpg; .mp4 and .gif are turntables.",
)
@click.option("--clay", is_flag=True, help="Without materials.")
@click.option("--wireframe", is_flag=True, help="With the polygons' edges, quads as quads.")
@click.option("--sheet", is_flag=True, help="Six views in one picture.")
@click.option("--turntable", is_flag=True, help="One turn as an animated .webp, .gif or .mp4.")
@click.option("--size", type=int, help="Pixels per side: of a picture 1024, of one view of a sheet or a turntable 512.")
@click.option("--frames", type=int, default=36, show_default=True, help="Frames of a turntable, 2 to 720.")
@click.option("--transparent", is_flag=True, help="No background but the object's shadow.")
@click.option(
    "--azimuth", type=float, help="Degrees around the object: 0 sees its front, 90 its left side. Default 30."
)
@click.option("--elevation", type=float, default=15.0, show_default=True, help="Degrees above the horizon, -89 to 89.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")
def preview(
    file: Path,
    output: Path,
    clay: bool,
    wireframe: bool,
    sheet: bool,
    turntable: bool,
    size: int | None,
    frames: int,
    transparent: bool,
    azimuth: float | None,
    elevation: float,
    as_json: bool,
) -> None:
    """Draw FILE (any format that can be read) in a soft studio; neither GPU nor display is needed."""
    from maquette.cli.output import check_writable
    from maquette.errors import InvalidRequest
    from maquette.formats.registry import read_model
    from maquette.render.compose import Background
    from maquette.render.encode import encode_loop, encode_still
    from maquette.render.model_material import ModelMaterial
    from maquette.render.preview import AZIMUTH
    from maquette.render.preview import preview as draw
    from maquette.render.scene import Scene, Style
    from maquette.render.sheet import TILE, contact_sheet
    from maquette.render.turntable import SIZE
    from maquette.render.turntable import turntable as turn
    from maquette.render.video import find_ffmpeg

    kind = output.suffix[1:].lower()
    if kind not in (*STILLS, *LOOPS):
        choice = ".webp, .png, .jpg, .gif or .mp4"
        raise InvalidRequest(f"'{output.suffix}' pictures cannot be written; choose {choice}.", field="output")
    moving = turntable or kind in ("mp4", "gif")
    if turntable and kind not in LOOPS:
        raise InvalidRequest(f"A turntable cannot be a .{kind}; choose .mp4, .gif or .webp.", field="output")
    if moving and sheet:
        raise InvalidRequest("--sheet is one still picture; choose .webp, .png or .jpg for it.", field="output")
    if not -89 <= elevation <= 89:
        raise InvalidRequest("--elevation must be from -89 to 89 degrees.", field="elevation")
    if kind == "mp4":
        find_ffmpeg()  # before the work, not after it
    check_writable(output.parent)
    started = time.perf_counter()
    model = read_model(file)
    scene = Scene(model.mesh, material=None if clay else ModelMaterial(model))
    background: Background = "transparent" if transparent else "studio"
    style = Style(clay=clay, wireframe=wireframe, quick=moving)
    if moving:
        pictures = turn(
            scene,
            size=SIZE if size is None else size,
            frames=frames,
            background=background,
            azimuth=azimuth or 0.0,
            elevation=elevation,
            style=style,
        )
        data = encode_loop(pictures, kind, frames)
    elif sheet:
        pixels = contact_sheet(scene, size=TILE if size is None else size, background=background, style=style)
        data = encode_still(pixels, "jpg" if kind == "jpeg" else kind)
    else:
        pixels = draw(
            scene,
            size=1024 if size is None else size,
            background=background,
            azimuth=AZIMUTH if azimuth is None else azimuth,
            elevation=elevation,
            style=style,
        )
        data = encode_still(pixels, "jpg" if kind == "jpeg" else kind)
    output.write_bytes(data)
    seconds = time.perf_counter() - started
    if as_json:
        record = {"file": str(output), "bytes": len(data), "frames": frames if moving else 1}
        click.echo(json.dumps({**record, "backend": scene.tracer.name, "seconds": round(seconds, 3)}))
        return
    click.echo(f"{output}  ({len(data) / 1e6:.2f} MB)")
