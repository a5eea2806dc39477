"""`maquette inspect`: what an artist asks of a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from maquette.errors import DependencyMissing, InvalidRequest


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def inspect(file: Path, as_json: bool) -> None:
    """Print faces, topology, UVs, textures, size and the Khronos validator's verdict (GLB) of FILE, in any format that can be read."""
    from maquette.formats.registry import ALIASES, FORMATS, read_asset
    from maquette.formats.validate import validate_glb
    from maquette.geometry.measure import measure

    kind = file.suffix[1:].lower()
    kind = ALIASES.get(kind, kind)
    if kind not in FORMATS:
        raise InvalidRequest(f"'{file.suffix}' files cannot be read; give one of .{', .'.join(FORMATS)}.", field="file")
    mesh, textures, extras = read_asset(file)
    report = measure(mesh, textures)
    try:
        verdict: dict[str, Any] | None = validate_glb(file.read_bytes()).to_dict() if kind == "glb" else None
    except DependencyMissing:
        verdict = None
    record: dict[str, Any] = {
        "file": file.name,
        "format": kind,
        "bytes": file.stat().st_size,
        **report.to_dict(),
        "faces": report.polygons,
        "manifold": report.edge_manifold and report.vertex_manifold,
        "validator": verdict,
        "extras": extras,
    }
    if as_json:
        click.echo(json.dumps(record))
        return
    for line in _lines(record):
        click.echo(line)


def _yes(value: object) -> str:
    return "yes" if value else "NO"


def _lines(r: dict[str, Any]) -> list[str]:
    """The report as aligned text."""
    x, y, z = r["extents"]
    rows = [
        ("file", f"{r['file']}, {r['bytes'] / 1e6:.2f} MB"),
        ("faces", f"{r['triangles']:,} triangles" + (f" ({r['quads']:,} quads)" if r["quads"] else "")),
        ("vertices", f"{r['vertices']:,}"),
        ("extents", f"{x:.4f} x {y:.4f} x {z:.4f} m (width X, height Y, length Z)"),
        ("watertight", _yes(r["watertight"])),
        ("manifold", _yes(r["manifold"])),
        ("outward", _yes(r["outward"])),
        (
            "components",
            f"{r['components']} (Euler number {r['euler_number']}, genus {'-' if r['genus'] is None else r['genus']})",
        ),
        ("degenerate", f"{r['degenerate_faces']} faces without area, {r['duplicate_faces']} twice"),
        ("volume", "open" if r["volume"] is None else f"{r['volume'] * 1e3:.3f} litres, area {r['area']:.4f} m²"),
    ]
    if r["uv_overlap"] is None:
        rows.append(("UVs", "none"))
    else:
        rows.append(("UVs", f"{r['uv_use']:.1%} of the atlas used, {r['uv_overlap']:.2%} overlap"))
    sizes = ", ".join(f"{name} {w}x{h}" for name, (w, h) in r["textures"].items())
    rows.append(("textures", sizes or "none"))
    v = r["validator"]
    if r["format"] == "glb":
        rows.append(
            (
                "validator",
                f"{v['errors']} errors, {v['warnings']} warnings" if v else "not installed: npm install gltf-validator",
            )
        )
    if r["extras"]:
        rows.append(("made by", json.dumps(r["extras"])))
    return [f"{name:<11} {value}" for name, value in rows]
