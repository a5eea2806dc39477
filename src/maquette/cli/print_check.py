"""`maquette print-check`: is a model fit for a 3D printer?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from maquette.cli.options import given, json_option, shape_options, source_options


@click.command("print-check")
@source_options
@click.option(
    "--mm",
    "print_mm",
    type=click.FloatRange(1, 10_000),
    default=100.0,
    show_default=True,
    help="Longest side of the print, millimetres.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="3MF file to write, in millimetres, Z up.")
@shape_options
@json_option
def print_check(source: str, output: Path | None, as_json: bool, **fields: Any) -> None:
    """Check walls, overhangs, openings and volume of FILE, or of a finished JOB, at print size. Exit status 1: not printable."""
    from maquette.cli.operation import run
    from maquette.cli.output import check_writable
    from maquette.cli.progress import Progress

    if output is not None:
        check_writable(output.parent)
    result = run(source, {**given(fields), "formats": ("stl",)}, {}, Progress(quiet=True))
    files = {f.name: f.data for f in result.files}
    report = json.loads(files["print.json"])
    if output is not None:
        output.write_bytes(files["print.3mf"])
    if as_json:
        click.echo(json.dumps(report | {"warnings": result.warnings, "files": [str(output)] if output else []}))
    else:
        for name, value in report.items():
            click.echo(
                f"{name.replace('_', ' '):<28} {value if not isinstance(value, list) else '; '.join(map(str, value))}"
            )
        if output is not None:
            click.echo(f"{output}  ({output.stat().st_size / 1e6:.2f} MB)")
    if not report["printable"]:
        raise click.exceptions.Exit(1)
