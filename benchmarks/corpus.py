"""Every operation on meshes of every kind, in every format, through the stages that users get.

    python benchmarks/corpus.py [--data FOLDER] [--work FOLDER] [--only NAME] [--out results/corpus.json] [--table results/corpus.md]

Each mesh is written to a file of one kind (they take turns), goes through the requests in `OPERATIONS` in a child process of its own with a
limit of time and memory, and every file that comes out is read back: by our reader, GLB by the Khronos validator too, and of every
fourth mesh GLB, OBJ, STL and PLY by trimesh. Results lie in `--work`, mesh by mesh: a second run goes on where the first one stopped.

Outcomes: `ok`; `refused` (an error that names a remedy: right for a mesh that is none); `crash`;
`timeout`. A file is invalid if a reader refuses it, finds another number of triangles, or an extent that is off by more than 1e-4.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from corpus_meshes import Sample, samples
from machine import describe

MAX_SECONDS, MAX_GB = 240, 6
ALL = ("glb", "gltf", "obj", "fbx", "usdz", "stl", "ply", "3mf")
SIMPLE = {"mesh_mode": "raw", "target_faces": 2000, "material": "none"}
OPERATIONS: dict[str, dict[str, Any]] = {
    "convert": {"mesh_mode": "keep", "material": "keep", "uv": "keep", "formats": ALL},
    "simplify 2k": {**SIMPLE, "formats": ("glb", "stl")},
    "quads 2k": {**SIMPLE, "mesh_mode": "quad", "formats": ("obj", "fbx", "usdz", "ply")},
    "unwrap, bake 512": {"mesh_mode": "keep", "material": "pbr", "texture_size": 512, "formats": ALL},
    "draco, webp": {**SIMPLE, "formats": ("glb",), "compression": ("draco", "webp")},
    "lods": {**SIMPLE, "formats": ("glb",), "lods": (0.5, 0.2)},
    "collision": {**SIMPLE, "formats": ("glb",), "collision": 8},
    "print-check": {**SIMPLE, "formats": ("3mf",), "print_mm": 100.0},
}
INPUTS = ("glb", "obj", "ply", "stl", "fbx", "usdz", "3mf")


def input_file(sample: Sample, index: int) -> tuple[str, bytes]:
    """The mesh as a file of some kind: textured as GLB, FBX or USDZ, coloured as PLY, others in turn."""
    from maquette.formats.registry import write_asset

    if sample.colors is not None:
        return "ply", coloured_ply(sample)
    kinds = ("glb", "fbx", "usdz") if sample.textures is not None else INPUTS
    kind = kinds[index % len(kinds)]
    return kind, write_asset(kind, sample.mesh, sample.textures)[0][1]


def coloured_ply(sample: Sample) -> bytes:
    mesh = sample.mesh
    head = f"ply\nformat binary_little_endian 1.0\nelement vertex {len(mesh.vertices)}\n"
    head += "property float x\nproperty float y\nproperty float z\n"
    head += f"property uchar red\nproperty uchar green\nproperty uchar blue\nelement face {len(mesh.faces)}\n"
    table = np.zeros(len(mesh.vertices), [("p", "<f4", 3), ("c", "u1", 3)])
    table["p"], table["c"] = mesh.vertices, sample.colors
    rows = np.zeros(len(mesh.faces), [("n", "u1"), ("i", "<i4", 3)])
    rows["n"], rows["i"] = 3, mesh.faces
    return head.encode() + b"property list uchar int vertex_indices\nend_header\n" + table.tobytes() + rows.tobytes()


def child(path: Path, kind: str, out: Path, foreign: bool) -> None:
    """All operations on one file."""
    logging.disable(logging.CRITICAL)
    limit = MAX_GB << 30
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    from maquette.request import MeshInput
    from maquette.settings import load_settings
    from maquette.storage.blobs import BlobStore

    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({}, data_dir=Path(folder))
        blobs = BlobStore.open(settings)
        data = path.read_bytes()
        blobs.put("uploads/model", data)
        mesh = MeshInput(key="uploads/model", sha256=hashlib.sha256(data).hexdigest(), format=kind)
        report: dict[str, Any] = {"operations": {}, "input": kind}
        for name, fields in OPERATIONS.items():
            report["operations"][name] = operation(mesh, fields, settings, blobs, foreign)
            out.write_text(json.dumps(report))
        report["operations"]["preview 256"] = preview(data, kind)
        report["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        report["done"] = True
        out.write_text(json.dumps(report))


def operation(mesh: Any, fields: dict[str, Any], settings: Any, blobs: Any, foreign: bool) -> dict[str, Any]:
    from maquette.errors import EngineError, MaquetteError
    from maquette.pipeline.artifacts import mesh_from
    from maquette.pipeline.plan import build_stages, collect_assets
    from maquette.pipeline.runner import run_stages
    from maquette.request import GenerationRequest

    warnings: list[str] = []
    row: dict[str, Any] = {"status": "ok", "message": "", "files": 0, "invalid": []}
    start = time.perf_counter()
    outputs = None
    try:
        request = GenerationRequest.build(mesh=mesh, preview=False, **fields)
        stages = build_stages(request)
        outputs = run_stages(
            stages,
            request,
            blobs,
            settings=settings,
            on_event=lambda e: warnings.append(e.message) if e.kind == "warned" else None,
        )
        made = collect_assets(request, outputs)
    except MaquetteError as error:
        crashed = isinstance(error, EngineError)
        row["status"] = "crash" if crashed else "refused"
        row["message"] = error.message + (f" ({error.__cause__!r})"[:200] if crashed else "")
    except Exception as error:
        row["status"], row["message"] = "crash", f"{type(error).__name__}: {error}"[:300]
    row["seconds"] = round(time.perf_counter() - start, 3)
    row["warnings"] = sorted(set(warnings))
    if row["status"] == "ok" and outputs is not None:
        wanted = mesh_from(outputs["texture"])
        row["files"] = len(made)
        row["triangles"] = len(wanted.faces)
        with tempfile.TemporaryDirectory() as folder:
            for f in made:
                (Path(folder) / f.name).write_bytes(f.data)
            for f in made:
                exact = f.kind == "model" and not fields.get("compression")
                row["invalid"] += [
                    f"{f.name}: {p}" for p in problems(Path(folder) / f.name, f.kind, wanted, exact, foreign)
                ]
    return row


def problems(path: Path, kind: str, wanted: Any, exact: bool, foreign: bool) -> list[str]:
    """What readers say against a file."""
    from maquette.errors import MaquetteError
    from maquette.formats.registry import FORMATS, read_model
    from maquette.formats.validate import find_validator, validate_glb

    suffix = path.suffix[1:]
    if suffix not in FORMATS or kind in ("texture", "companion", "preview", "picture"):
        return []
    out = []
    size = np.ptp(wanted.bounds, axis=0).max()
    try:
        mesh = read_model(path).mesh
    except MaquetteError as error:
        return [error.message]
    if kind == "model":
        if exact and len(mesh.faces) != solid_count(wanted) and len(mesh.faces) != len(wanted.faces):
            out.append(f"{len(mesh.faces)} triangles instead of {len(wanted.faces)}")
        used = wanted.vertices[np.unique(wanted.faces)]
        if np.abs(np.ptp(mesh.vertices[np.unique(mesh.faces)], axis=0) - np.ptp(used, axis=0)).max() > 1e-4 * size:
            out.append("its extents are off")
    if suffix == "glb" and find_validator() is not None:
        verdict = validate_glb(path.read_bytes())
        if verdict.errors:
            out.append(f"Khronos validator: {verdict.messages[0]}")
    if foreign and kind == "model" and exact and suffix in ("glb", "obj", "stl", "ply"):
        out += foreign_problems(path, wanted, size)
    return out


def solid_count(mesh: Any) -> int:
    """Triangles whose three corners are at different places: glTF readers drop the others."""
    v = mesh.vertices[mesh.faces]
    return int(((v[:, 0] != v[:, 1]).any(1) & (v[:, 1] != v[:, 2]).any(1) & (v[:, 2] != v[:, 0]).any(1)).sum())


def foreign_problems(path: Path, wanted: Any, size: float) -> list[str]:
    try:
        import trimesh
    except ImportError:
        return []
    if path.suffix == ".ply" and wanted.quads is not None and 2 * len(wanted.quads) < len(wanted.faces):
        return []  # trimesh reads no mixed ones
    try:
        mesh = trimesh.load(path, force="mesh", process=False)
    except Exception as error:
        return [f"trimesh: {type(error).__name__}: {error}"[:200]]
    used = wanted.vertices[np.unique(wanted.faces)]
    off = np.abs(np.asarray(mesh.extents) - np.ptp(used, axis=0)).max() > 1e-4 * size
    return ["trimesh: its extents are off"] if off else []


def preview(data: bytes, kind: str) -> dict[str, Any]:
    from maquette.errors import MaquetteError
    from maquette.formats.registry import read_model
    from maquette.render.preview import render_preview

    row: dict[str, Any] = {"status": "ok", "message": "", "files": 1, "invalid": [], "warnings": []}
    start = time.perf_counter()
    try:
        model = read_model(data, kind)
        pixels = render_preview(model.mesh, model.textures, size=256)
        if np.ptp(pixels[..., :3]) < 10:
            row["invalid"].append("nothing can be seen")
    except MaquetteError as error:
        row["status"], row["message"] = "refused", error.message
    except Exception as error:
        row["status"], row["message"] = "crash", f"{type(error).__name__}: {error}"[:300]
    row["seconds"] = round(time.perf_counter() - start, 3)
    return row


def run(sample: Sample, index: int, work: Path) -> dict[str, Any]:
    """The child's report of one mesh, or the one that a former run left."""
    stem = re.sub(r"\W+", "_", sample.name)
    out = work / f"{stem}.json"
    if out.exists() and json.loads(out.read_text()).get("done"):
        return dict(json.loads(out.read_text()))
    out.unlink(missing_ok=True)
    kind, data = input_file(sample, index)
    path = work / f"{stem}.{kind}"
    path.write_bytes(data)
    command = [sys.executable, __file__, "--child", str(path), kind, str(out), str(int(index % 4 == 0))]
    started = time.perf_counter()
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=MAX_SECONDS, check=False, env={**os.environ, "OMP_NUM_THREADS": "1"}
        )
        died = (
            f"exit status {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}" if done.returncode else ""
        )
        status = "crash"
    except subprocess.TimeoutExpired:
        died, status = f"over {MAX_SECONDS} s", "timeout"
    report = json.loads(out.read_text()) if out.exists() else {"operations": {}, "input": kind}
    if died:
        late = next((n for n in [*OPERATIONS, "preview 256"] if n not in report["operations"]), "end")
        row = {
            "status": status,
            "message": died,
            "files": 0,
            "invalid": [],
            "warnings": [],
            "seconds": time.perf_counter() - started,
        }
        report["operations"][late] = row
        report["done"] = True
    report |= {"name": sample.name, "kind": sample.kind, "triangles": len(sample.mesh.faces)}
    report["seconds"] = round(time.perf_counter() - started, 2)
    out.write_text(json.dumps(report))
    path.unlink(missing_ok=True)
    return dict(report)


def summary(reports: list[dict[str, Any]]) -> dict[str, Any]:
    """Counts and seconds by operation."""
    out = {}
    for name in [*OPERATIONS, "preview 256"]:
        rows = [r["operations"][name] for r in reports if name in r["operations"]]
        if not rows:
            continue
        seconds = sorted(r["seconds"] for r in rows)
        out[name] = {
            **dict.fromkeys(("ok", "refused", "crash", "timeout"), 0),
            **Counter(r["status"] for r in rows),
            "files": sum(r["files"] for r in rows),
            "invalid": sum(len(r["invalid"]) for r in rows),
            "warned": sum(bool(r["warnings"]) for r in rows),
            "median_seconds": round(seconds[len(seconds) // 2], 2),
            "most_seconds": round(seconds[-1], 2),
        }
    return out


def table(reports: list[dict[str, Any]], totals: dict[str, Any]) -> str:
    columns = (
        "ok",
        "refused",
        "crash",
        "timeout",
        "files",
        "invalid",
        "warned",
        "median_seconds",
        "most_seconds",
    )
    lines = [
        f"# Corpus: {len(reports)} meshes\n",
        f"| operation | {' | '.join(c.replace('_', ' ') for c in columns)} |",
    ]
    lines.append("|---|" + "---|" * len(columns))
    lines += [f"| {name} | {' | '.join(str(row[c]) for c in columns)} |" for name, row in totals.items()]
    marks = {"ok": "·", "refused": "r", "crash": "**C**", "timeout": "**T**"}
    names = list(totals)
    lines += [
        "\n· fine, r refused with a remedy, i a file is invalid, w warned\n",
        f"| mesh | kind | triangles | in | {' | '.join(names)} |",
    ]
    lines.append("|---|---|---|---|" + "---|" * len(names))
    for r in reports:
        cells = []
        for n in names:
            row = r["operations"].get(n)
            cells.append(
                ""
                if row is None
                else marks[row["status"]] + ("i" if row["invalid"] else "") + ("w" if row["warnings"] else "")
            )
        lines.append(f"| {r['name']} | {r['kind']} | {r['triangles']} | {r['input']} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    if len(sys.argv) > 1 and sys.argv[1] == "--child":
        child(Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]), sys.argv[5] == "1")
        return 0
    here = Path(__file__).parent / "results"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with manifest.json, load.py and shards")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "maquette-corpus")
    parser.add_argument("--only", help="names that contain this")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path, default=here / "corpus.json")
    parser.add_argument("--table", type=Path, default=here / "corpus.md")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    chosen = [(s, i) for i, s in enumerate(samples(options.data)) if not options.only or options.only in s.name]

    def one(job: tuple[Sample, int]) -> dict[str, Any]:
        report = run(*job, options.work)
        bad = {n: r for n, r in report["operations"].items() if r["status"] in ("crash", "timeout") or r["invalid"]}
        print(
            f"{report['seconds']:7.1f} s  {report['name']}",
            *[f"\n    {n}: {r['message']} {r['invalid']}" for n, r in bad.items()],
            flush=True,
        )
        return report

    with ThreadPoolExecutor(options.workers) as pool:
        reports = list(pool.map(one, chosen))
    totals = summary(reports)
    options.out.write_text(
        json.dumps(
            {"machine": describe(), "seconds": round(time.perf_counter() - start), "totals": totals, "meshes": reports},
            indent=1,
        )
        + "\n"
    )
    options.table.write_text(table(reports, totals))
    print(json.dumps(totals, indent=1))
    return any(t["crash"] or t["timeout"] or t["invalid"] for t in totals.values())


if __name__ == "__main__":
    sys.exit(main())
