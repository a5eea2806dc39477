"""Options that several commands share. Each is named like the field of `GenerationRequest` that it sets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from maquette.request import TEXTURE_SIZES, Compression, PictureKind

F = TypeVar("F", bound=Callable[..., Any])


class Numbers(click.ParamType[tuple[float, ...]]):
    """Numbers separated by commas; `count` of them, or any number."""

    def __init__(self, name: str, count: int | None = None) -> None:
        self.name = name
        self._count = count

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, ...]:
        try:
            numbers = tuple(float(part) for part in str(value).split(","))
        except ValueError:
            numbers = ()
        if not numbers or (self._count is not None and len(numbers) != self._count):
            what = "numbers" if self._count is None else f"{self._count} numbers"
            self.fail(f"'{value}' is not {what} separated by commas", param, ctx)
        return numbers


def group(*options: Callable[[F], F]) -> Callable[[F], F]:
    """One decorator out of several."""

    def apply(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return apply


def given(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields that the user set: options and flags that were left out are None, lists empty."""
    return {name: value for name, value in fields.items() if value is not None and value != ()}


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")

output_option = click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write (.glb, .gltf, .obj, .fbx, .usdz, .stl, .ply, .3mf, .zip), or a folder (model.glb in it).",
)

source_options = group(
    click.argument("source", metavar="FILE|JOB"),
    click.option(
        "--scale",
        "unit_m",
        type=click.FloatRange(1e-9, 1e9),
        help="Metres for each unit of FILE: 0.001 for an STL in mm; default 1.",
    ),
    click.option("--z-up", "up", flag_value="z", help="FILE has Z up, as STL and OBJ files from CAD have."),
)

shape_options = group(
    click.option("--height", "height_cm", type=click.FloatRange(0.1, 1_000_000), help="Real height in centimetres."),
    click.option(
        "--bbox", type=Numbers("W,H,L", 3), help="Proportions of the bounding box: width,height,length (X, Y, Z)."
    ),
    click.option(
        "--turn", "turn_degrees", type=click.FloatRange(-360, 360), help="Turn about the upward axis, degrees."
    ),
    click.option("--pivot", type=click.Choice(["base", "center", "keep"]), help="Where the origin is."),
    click.option("--smooth", type=click.IntRange(0, 100), help="Rounds of smoothing that keeps the volume."),
    click.option("--fill-holes", is_flag=True, default=None, help="Close what is open."),
    click.option(
        "--min-part",
        type=click.FloatRange(0, 1, max_open=True),
        help="Leave out parts below this share of the largest.",
    ),
    click.option("--symmetric/--asymmetric", "symmetric", default=None, help="Make left and right alike, or do not."),
)

texture_size_option = click.option(
    "--texture-size", type=click.Choice([str(s) for s in TEXTURE_SIZES]), help="Texels per side."
)

delight_option = click.option(
    "--delight", is_flag=True, default=None, help="Take light and shadow out of the pictures' colours."
)

extra_options = group(
    click.option(
        "--compress", "compression", multiple=True, type=click.Choice(get_args(Compression)), help="Smaller GLB files."
    ),
    click.option("--lods", type=Numbers("R,R,…"), help="Coarser levels beside it, shares of its faces: 0.5,0.25,0.1."),
    click.option("--parts", type=click.IntRange(2, 12), help="Split into parts: 2 for few, 12 for many."),
    click.option("--collision", type=click.IntRange(1, 64), help="Also a collision shape of at most this many hulls."),
    click.option(
        "--picture", "pictures", multiple=True, type=click.Choice(get_args(PictureKind)), help="Also this picture."
    ),
)

operation_options = group(shape_options, texture_size_option, extra_options, json_option)
"""What every operation on a model takes, after its own options."""
