"""Seconds of each mesh step beside the bare library call that does the same work, in one run.

    python benchmarks/geometry.py [--resolution 256] [--quads 18000] [--texture 2048] [--repeat 3] [--json FILE]

The shape is `primitives.creature`: marching cubes of an analytic field, 380 k triangles at 256³. Best of `--repeat` runs.
Bar: the steps in `BARS` take no more than 1.15 times the bare call beside them.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fast_simplification
import numpy as np
import trimesh
import uvunwrap
from machine import describe

from maquette.formats.glb import read_glb, write_glb
from maquette.geometry import primitives
from maquette.geometry.clean import drop_specks, is_solid
from maquette.geometry.hausdorff import hausdorff
from maquette.geometry.measure import measure
from maquette.geometry.mesh import Mesh
from maquette.geometry.place import place
from maquette.geometry.quad_process import Job, run_remesher
from maquette.geometry.quads import quad_remesh
from maquette.geometry.render_vertices import render_vertices
from maquette.geometry.simplify import simplify
from maquette.geometry.unwrap import polygon_ids, unwrap

LARGE = 315
"""Grid of the shape of 576 k triangles that the bar for simplification is set on."""


BARS = {"simplify 575 k to 20 k": 1.15, "quads": 1.15, "unwrap 20 k": 1.15, "write_glb, no textures": 1.15}
"""Most times the seconds of the bare call."""


def best(repeat: int, call: Callable[[], Any]) -> tuple[float, Any]:
    """Least seconds of `repeat` calls, and the last result."""
    least, result = float("inf"), None
    for _ in range(repeat):
        start = time.perf_counter()
        result = call()
        least = min(least, time.perf_counter() - start)
    return round(least, 3), result


def main() -> None:
    """Run and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resolution", type=int, default=256)
    parser.add_argument("--quads", type=int, default=18_000)
    parser.add_argument("--texture", type=int, default=2048)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    report: dict[str, Any] = {
        "machine": describe(),
        "options": {k: v for k, v in vars(args).items() if k != "json"},
        "stages": {},
    }

    def record(name: str, ours: Callable[[], Any], bare: Callable[[], Any] | None, library: str) -> Any:
        seconds, result = best(args.repeat, ours)
        row: dict[str, Any] = {"seconds": seconds}
        if bare is not None:
            row |= {"bare_seconds": best(args.repeat, bare)[0], "bare": library}
            row["ratio"] = round(seconds / max(row["bare_seconds"], 1e-3), 2)
        report["stages"][name] = row
        return result

    source = drop_specks(primitives.creature(args.resolution))
    report["source_faces"] = len(source.faces)
    triangles = source.faces.astype(np.int32)
    target = 2 * args.quads
    record(
        "simplify",
        lambda: simplify(source, target),
        lambda: fast_simplification.simplify(source.vertices, triangles, target_count=target, agg=3),
        "fast_simplification.simplify(agg=3)",
    )
    large = drop_specks(primitives.creature(LARGE))
    few: Mesh = record(
        "simplify 575 k to 20 k",
        lambda: simplify(large, 20_000),
        lambda: fast_simplification.simplify(large.vertices, large.faces, target_count=20_000, agg=3),
        "fast_simplification.simplify(agg=3)",
    )
    simple = simplify(source, target)
    distance = record("hausdorff", lambda: hausdorff(source, simple), None, "")
    report["hausdorff"] = distance.to_dict()
    fewer = simplify(source, max(4 * args.quads, 20_000))
    quads: Mesh = record(
        "quads",
        lambda: quad_remesh(source, args.quads),
        lambda: run_remesher([Job(source, args.quads, -1.0)], 300),
        "pynanoinstantmeshes.remesh in a child process, without closing, projection and checks",
    )
    report["stages"]["quads"]["bare_seconds_on_simplified"] = best(
        args.repeat, lambda: run_remesher([Job(fewer, args.quads, -1.0)], 300)
    )[0]
    report["quads"] = {"asked": args.quads, "got": quads.polygon_count, "solid": is_solid(quads)}
    placed = record("place", lambda: place(quads)[0], None, "")
    flat = uvunwrap.Mesh(placed.vertices, placed.faces.astype(np.uint32).ravel(), polygons=polygon_ids(placed))
    textured = record(
        "unwrap",
        lambda: unwrap(placed, args.texture),
        lambda: uvunwrap.generate([flat], page_size=args.texture, padding=4),
        "uvunwrap.generate",
    )
    few = place(few)[0]
    few_flat = uvunwrap.Mesh(few.vertices, few.faces.astype(np.uint32).ravel())
    record(
        "unwrap 20 k",
        lambda: unwrap(few, args.texture),
        lambda: uvunwrap.generate([few_flat], page_size=args.texture, padding=4),
        "uvunwrap.generate",
    )

    def bare_glb() -> bytes:
        split = render_vertices(textured)  # the library splits no vertices and makes no tangents
        looks = trimesh.visual.TextureVisuals(uv=split.uv)
        whole = trimesh.Trimesh(split.positions, split.faces, vertex_normals=split.normals, visual=looks, process=False)
        return bytes(whole.export(file_type="glb"))

    data = record(
        "write_glb, no textures",
        lambda: write_glb(textured, None, extras={}),
        bare_glb,
        "trimesh.Trimesh.export, of vertices split by render_vertices",
    )
    record("read_glb", lambda: read_glb(data), None, "")
    facts = record("measure", lambda: measure(textured), None, "")
    record("measure, source", lambda: measure(source), None, "")
    report["uv"] = {"use": round(facts.uv_use, 3), "overlap": facts.uv_overlap}
    report["large_faces"] = len(large.faces)
    report["below_the_bar"] = [name for name, most in BARS.items() if report["stages"][name]["ratio"] > most]
    text = json.dumps(report, indent=2)
    print(text)
    if args.json:
        args.json.write_text(text + "\n")


if __name__ == "__main__":
    main()
