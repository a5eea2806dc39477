"""`printing`: is the asset fit for a 3D printer, at a size in millimetres; and the file for it."""

from __future__ import annotations

import json

from maquette.formats.registry import write_asset
from maquette.geometry.print_check import on_plate, print_check
from maquette.pipeline.artifacts import mesh_from, textures_from
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext


def run(context: StageContext) -> Bundle:
    """Files `print.3mf` (millimetres, standing on z = 0) and `print.json`, the report. What stands against printing is a warning."""
    request, textured = context.request, context.input("texture")
    assert request.print_mm is not None
    mesh = mesh_from(textured)
    report = print_check(mesh, request.print_mm)
    context.progress(0.6)
    context.check_cancelled()
    for problem in report.problems:
        if problem.blocking:
            context.warn(f"Printing at {request.print_mm:g} mm: {problem.message}")
    textures = textures_from(textured, unlit=request.material == "shaded")
    files = dict(write_asset("3mf", on_plate(mesh, request.print_mm), textures, "print"))
    files["print.json"] = json.dumps(report.to_dict(), indent=1).encode()
    return Bundle(files=files, meta={"order": list(files)})


STAGE = Stage("printing", version=2, reads=("print_mm", "material"), needs=("reconstruct", "texture"), run=run)
