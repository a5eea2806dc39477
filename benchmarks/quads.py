"""Quad remeshing over many shapes: quads, count, closedness, distance to the source, seconds.

    python benchmarks/quads.py [--quads 4000 18000] [--meshes SHARD.npz ... --each 3] [--json FILE]

Always: the solids of `geometry.primitives`. With `--meshes`: the first `--each` objects of each shard of a folder of meshes (arrays V,
F, v_off, f_off, ids), as they are: open, of many parts, with inner faces.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from machine import describe

from maquette.errors import MaquetteError
from maquette.geometry import primitives, topology
from maquette.geometry.clean import extent, merge_vertices
from maquette.geometry.closest import ClosestPoints
from maquette.geometry.mesh import Mesh
from maquette.geometry.quads import quad_remesh

SOLIDS = ("creature", "gear", "chair", "linked_rings", "torus", "box")


def surface_points(mesh: Mesh, count: int = 10_000) -> np.ndarray:
    """`(count, 3)` points spread over the surface, the same in every run."""
    rng = np.random.default_rng(0)
    area = np.linalg.norm(mesh.face_normals().astype(np.float64), axis=1)
    face = rng.choice(len(area), count, p=area / area.sum())
    return np.einsum("nk,nkd->nd", rng.dirichlet((1, 1, 1), count), mesh.vertices.astype(np.float64)[mesh.faces[face]])


def distances(source: Mesh, result: Mesh) -> dict[str, float]:
    """Largest distance both ways (sampled) and the root mean square from the source, in per cent of the longest side."""
    size = extent(source.vertices) / 100
    there, back = surface_points(source), surface_points(result)
    out = np.linalg.norm(ClosestPoints(result).query(there)[0] - there, axis=1) / size
    home = np.linalg.norm(ClosestPoints(source).query(back)[0] - back, axis=1) / size
    return {
        "missing_%": round(float(out.max()), 3),
        "added_%": round(float(home.max()), 3),
        "rms_%": round(float(np.sqrt((out**2).mean())), 4),
    }


def row(source: Mesh, count: int) -> dict[str, Any]:
    """Remesh and measure."""
    start = time.perf_counter()
    try:
        mesh = quad_remesh(source, count)
    except MaquetteError as error:
        return {"error": error.message, "seconds": round(time.perf_counter() - start, 2)}
    seconds = round(time.perf_counter() - start, 2)
    quads = len(mesh.quads) if mesh.quads is not None else 0
    normals = mesh.face_normals().astype(np.float64)[: 2 * quads]
    parts = [topology.vertex_components(m.faces, len(m.vertices))[0] for m in (merge_vertices(source), mesh)]
    return {
        "got": mesh.polygon_count,
        "count_error_%": round(100 * (mesh.polygon_count / count - 1), 2),
        "quads_%": round(100 * quads / mesh.polygon_count, 2),
        "source_closed": topology.is_closed(merge_vertices(source).faces),
        "closed": topology.is_closed(mesh.faces),
        "manifold": topology.is_manifold(mesh.faces),
        "parts": parts,
        "turned_halves": int((np.einsum("ij,ij->i", normals[::2], normals[1::2]) <= 0).sum()),
        **distances(source, mesh),
        "seconds": seconds,
    }


def sources(shards: list[Path], each: int) -> Iterator[tuple[str, Mesh]]:
    """Names and meshes."""
    for name in SOLIDS:
        yield name, getattr(primitives, name)()
    for shard in shards:
        with np.load(shard) as data:
            for i in range(min(each, len(data["ids"]))):
                v, f = (slice(data[k][i], data[k][i + 1]) for k in ("v_off", "f_off"))
                yield str(data["ids"][i]), Mesh(data["V"][v].astype(np.float32), data["F"][f].astype(np.int32))


def main() -> None:
    """Run and print one line for each mesh; the whole as JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, nargs="+", default=[4000, 18_000])
    parser.add_argument("--meshes", type=Path, nargs="*", default=[])
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    rows = []
    for name, mesh in sources(args.meshes, args.each):
        for count in args.quads:
            rows.append({"mesh": name, "faces": len(mesh.faces), "asked": count} | row(mesh, count))
            print(json.dumps(rows[-1]), flush=True)
    if args.json:
        args.json.write_text(json.dumps({"machine": describe(), "rows": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
