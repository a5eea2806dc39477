"""`maquette convert`: a 3D file from one format into another."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="File to write; its suffix decides."
)
@click.option(
    "--scale", type=float, default=1.0, show_default=True, help="Metres for each unit of FILE: 0.001 for an STL in mm."
)
@click.option("--z-up", is_flag=True, help="FILE has Z up, as STL and OBJ files from CAD have; it is turned to Y up.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")
def convert(file: Path, output: Path, scale: float, z_up: bool, as_json: bool) -> None:
    """Write FILE (glb, gltf, obj, fbx, usdz, stl, ply, 3mf or zip) as another format, with its quads, UVs and textures."""
    import numpy as np

    from maquette.cli.output import target, write_files
    from maquette.errors import InvalidRequest
    from maquette.formats.registry import FORMATS, read_asset, write_asset

    if not 1e-9 <= scale <= 1e9:
        raise InvalidRequest("--scale must be a positive number, such as 0.001.", field="scale")
    folder, stem, kind = target(output)
    mesh, textures, extras = read_asset(file)
    if scale != 1 or z_up:
        v = mesh.vertices.astype(np.float64) * scale
        mesh = mesh.with_vertices(np.stack([v[:, 0], v[:, 2], -v[:, 1]], axis=1) if z_up else v)
    files = write_asset(kind, mesh, textures, "model", extras)
    warnings = []
    if textures is not None and not FORMATS[kind].textured:
        what = "no colours" if kind == "stl" else "colours at vertices, not textures"
        warnings.append(f"{kind.upper()} files hold {what}.")
    if mesh.quads is not None and not FORMATS[kind].quads:
        warnings.append(f"{kind.upper()} files hold triangles: {len(mesh.quads)} quads were split.")
    kinds = ["model", *("texture" if name.endswith(".png") else "companion" for name, _ in files[1:])]
    paths = write_files([(name, k, data) for (name, data), k in zip(files, kinds, strict=True)], folder, stem)
    if as_json:
        facts = {"triangles": len(mesh.faces), "quads": 0 if mesh.quads is None else len(mesh.quads)}
        click.echo(json.dumps({"files": [str(p) for p in paths], **facts, "warnings": warnings}))
        return
    for warning in warnings:
        click.echo(f"warning: {warning}", err=True)
    for path in paths:
        click.echo(f"{path}  ({path.stat().st_size / 1e6:.2f} MB)")
