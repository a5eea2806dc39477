"""Runs an operation on a file or on a finished job, writes what comes out and says what it is."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from maquette.cli.local import ACCOUNT, LocalResult, run_request
from maquette.cli.output import check_writable, target, write_files
from maquette.cli.progress import Progress
from maquette.cli.source import file_request, find_job, job_request
from maquette.errors import InvalidRequest
from maquette.formats.registry import FORMATS
from maquette.pipeline.artifacts import mesh_from
from maquette.settings import load_settings


def operate(
    source: str,
    output: Path,
    fields: Mapping[str, Any],
    *,
    on_file: Mapping[str, Any] | None = None,
    as_json: bool = False,
    as_model: bool = False,
) -> LocalResult:
    """Do it, and print the result.

    Args:
        source: path of a model, or id of a finished job of this data folder.
        output: file, or folder.
        fields: of `GenerationRequest`.
        on_file: further fields for a file; for a job, the rest of its own request stays.
        as_model: a job's asset is taken as if it were a file: for what its own request cannot say.

    Raises:
        InvalidRequest: no such file or job, or a field that does not fit it.
        MaquetteError: whatever a stage refuses.
    """
    folder, stem, kind = target(output)
    check_writable(folder)
    start = time.perf_counter()
    result = run(source, {**fields, "formats": (kind,)}, on_file or {}, Progress(quiet=as_json), as_model=as_model)
    paths = write_files([(f.name, f.kind, f.data) for f in result.files], folder, stem)
    _report(result, paths, kind, round(time.perf_counter() - start, 3), as_json)
    return result


def run(
    source: str,
    fields: Mapping[str, Any],
    on_file: Mapping[str, Any],
    progress: Progress,
    *,
    as_model: bool = False,
) -> LocalResult:
    """Run it; arguments and errors as of `operate`."""
    settings = load_settings()
    path = Path(source)
    if path.is_file():
        return run_request(file_request(path, settings, **{**on_file, **fields}), settings, on_progress=progress)
    job = find_job(source, settings)
    if job is None:
        raise InvalidRequest(
            f"There is no file '{source}'. Give a model file, or the id of a finished job.", field="file"
        )
    account = job.account_id or ACCOUNT
    if as_model:
        changed = {**on_file, **fields}
        return run_request(job_request(job, settings, **changed), settings, on_progress=progress)
    request = job.request.with_changes(fields)
    return run_request(request, settings, account=account, on_progress=progress)


def facts(result: LocalResult) -> dict[str, Any]:
    """What the mesh became: triangles, quads, and how far it is from its source where it was remeshed."""
    mesh = mesh_from(result.bundles["texture"])
    record = {"triangles": len(mesh.faces), "quads": 0 if mesh.quads is None else len(mesh.quads)}
    meta = result.bundles["refine"].meta
    return record | {
        name: meta[name] for name in ("hausdorff_m", "hausdorff_relative", "mean_distance_m") if name in meta
    }


def _losses(result: LocalResult, kind: str) -> list[str]:
    """What the format cannot hold."""
    textured = any(name.startswith("textures.") for name in result.bundles["texture"].arrays)
    quads = facts(result)["quads"]
    lost = []
    if textured and not FORMATS[kind].textured:
        what = "no colours" if kind == "stl" else "colours at vertices, not textures"
        lost.append(f"{kind.upper()} files hold {what}.")
    if quads and not FORMATS[kind].quads:
        lost.append(f"{kind.upper()} files hold triangles: {quads} quads were split.")
    return lost


def _report(result: LocalResult, paths: list[Path], kind: str, seconds: float, as_json: bool) -> None:
    warnings = [*result.warnings, *_losses(result, kind)]
    found = facts(result)
    if as_json:
        record = {"files": [str(p) for p in paths], **found, "seconds": seconds, "stages": result.seconds}
        click.echo(json.dumps(record | {"warnings": warnings}))
        return
    for warning in warnings:
        click.echo(f"warning: {warning}", err=True)
    for path in paths:
        click.echo(f"{path}  ({path.stat().st_size / 1e6:.2f} MB)")
    faces = f"{found['quads']:,} quads" if found["quads"] else f"{found['triangles']:,} triangles"
    distance = ""
    if "hausdorff_m" in found:
        most, mean = found["hausdorff_m"] * 1e3, found["mean_distance_m"] * 1e3
        distance = f", at most {most:.2f} mm from the source (Hausdorff), {mean:.3f} mm in the mean"
    click.echo(f"{faces}{distance}; {seconds:.1f} s")
