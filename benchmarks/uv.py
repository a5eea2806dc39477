"""UV layouts: use of the atlas, distances, stretch and seconds of `unwrap` beside bare uvunwrap, in one run.

    python benchmarks/uv.py [--meshes FOLDER] [--assets FOLDER] [--count 60] [--size 2048] [--json FILE]

`--meshes` is a folder of training shards (`*.npz` with the arrays V, F and their offsets), of which `--count` objects are taken evenly;
`--assets` one of models, such as `maquette generate` writes from `benchmarks/pictures`. Without both, the shapes of `primitives` are used.

Stretch of a triangle: `shape` is the ratio of the larger to the smaller singular value of the map from the surface to the atlas
(1: angles are kept), `area` its texel density against the mean of the mesh, or the inverse, whichever is larger (1: even). Both are
weighted by surface area. `gap` and `border` are the least numbers of empty texels between charts and to the border.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import uvunwrap
from machine import describe
from scipy import ndimage

from maquette.formats.registry import FORMATS, read_asset
from maquette.geometry import primitives
from maquette.geometry.charts import chart_of_faces
from maquette.geometry.clean import drop_bad_faces, extent, merge_vertices
from maquette.geometry.mesh import Mesh
from maquette.geometry.unwrap import polygon_ids, signed_areas, unwrap
from maquette.texture.raster import coverage, rasterize

ATLAS = 1024


def from_shards(folder: Path, count: int) -> Iterator[tuple[str, Mesh]]:
    files = sorted(folder.glob("*.npz"))
    for number, file in enumerate(files):
        with np.load(file) as z:
            ids, v, f, v_off, f_off = (z[k] for k in ("ids", "V", "F", "v_off", "f_off"))
        wanted = count // len(files) + (number < count % len(files))
        for i in np.linspace(0, len(ids) - 1, 4 * wanted + 2).astype(int)[1:-1].tolist():
            if not wanted:
                break
            mesh = Mesh(v[v_off[i] : v_off[i + 1]].astype(np.float32), f[f_off[i] : f_off[i + 1]].astype(np.int32))
            mesh = drop_bad_faces(merge_vertices(mesh))
            if len(mesh.faces) >= 100:
                wanted -= 1
                yield str(ids[i]), mesh


def from_folder(folder: Path) -> Iterator[tuple[str, Mesh]]:
    for path in sorted(folder.iterdir()):
        if path.suffix[1:] in FORMATS and path.suffix != ".zip":
            yield path.stem, read_asset(path)[0]


def from_primitives() -> Iterator[tuple[str, Mesh]]:
    for name in ("box", "sphere", "torus", "linked_rings", "chair", "gear", "creature"):
        yield name, getattr(primitives, name)()


def bare(mesh: Mesh, size: int) -> tuple[float, float]:
    """Seconds of processor time and use of the atlas of uvunwrap alone."""
    unit = ((mesh.vertices - mesh.vertices.mean(axis=0)) / extent(mesh.vertices)).astype(np.float32)
    start = time.process_time()
    given = uvunwrap.Mesh(unit, mesh.faces.astype(np.uint32).ravel(), polygons=polygon_ids(mesh))
    out = uvunwrap.generate([given], page_size=size, padding=4).meshes[0]
    seconds = time.process_time() - start
    uv, faces = np.array(out.uv, np.float32).reshape(-1, 2), np.array(out.indices, np.int32).reshape(-1, 3)
    return seconds, coverage(uv, faces, ATLAS)[0]


def stretch(mesh: Mesh) -> dict[str, list[float]]:
    """Mean and 95th percentile of `shape` and `area`."""
    p = mesh.vertices.astype(float)[mesh.faces]
    q = mesh.uv.astype(float)[mesh.face_uv]
    a, b = p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]
    length = np.linalg.norm(a, axis=1)
    x = a / np.maximum(length, 1e-30)[:, None]
    along = (b * x).sum(axis=1)
    height = np.linalg.norm(b - along[:, None] * x, axis=1)
    sound = (length > 0) & (height > 1e-9 * extent(mesh.vertices))
    length, along, height, q = length[sound], along[sound], height[sound], q[sound]
    du = (q[:, 1] - q[:, 0]) / length[:, None]
    dv = ((q[:, 2] - q[:, 0]) - du * along[:, None]) / height[:, None]
    large, small = np.linalg.svd(np.stack([du, dv], axis=2), compute_uv=False).T
    weight = length * height
    density = large * small
    density = density / (np.sum(density * weight) / weight.sum())
    values = {
        "shape": large / np.maximum(small, 1e-12),
        "area": np.maximum(density, 1 / np.maximum(density, 1e-12)),
    }
    out = {}
    for name, value in values.items():
        order = np.argsort(value)
        at = np.searchsorted(np.cumsum(weight[order]), 0.95 * weight.sum())
        mean = float((value.clip(0, 100) * weight).sum() / weight.sum())
        out[name] = [round(mean, 3), round(float(value[order[at]]), 3)]
    return out


def distances(mesh: Mesh, size: int) -> tuple[int, int]:
    """Least empty texels between charts, and to the border."""
    owner = rasterize(mesh.uv, mesh.face_uv, size)
    chart = chart_of_faces(mesh.face_uv, len(mesh.uv))
    label = np.where(owner >= 0, chart[owner] + 1, 0)
    distance, (y, x) = ndimage.distance_transform_edt(label == 0, return_indices=True)
    near = label[y, x]
    least = float(size)
    for a, b in ((np.s_[1:], np.s_[:-1]), (np.s_[:, 1:], np.s_[:, :-1])):
        apart = near[a] != near[b]
        if apart.any():
            least = min(least, float((distance[a] + distance[b])[apart].min()))
    rows, columns = np.nonzero(label)
    return int(least), int(min(rows.min(), columns.min(), size - 1 - rows.max(), size - 1 - columns.max()))


def main() -> None:
    """Run and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--meshes", type=Path)
    parser.add_argument("--assets", type=Path)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--size", type=int, default=2048)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    corpus = [*(from_folder(args.assets) if args.assets else ())]
    corpus += [*(from_shards(args.meshes, args.count) if args.meshes else ())]
    rows: list[dict[str, Any]] = []
    for name, mesh in corpus or from_primitives():
        before, use_before = bare(mesh, args.size)
        start = time.process_time()
        out = unwrap(mesh, args.size)
        seconds = time.process_time() - start
        use, overlap = coverage(out.uv, out.face_uv, ATLAS)
        gap, border = distances(out, args.size)
        row = {
            "name": name,
            "triangles": len(mesh.faces),
            "use": round(use, 3),
            "bare_use": round(use_before, 3),
            "charts": int(chart_of_faces(out.face_uv, len(out.uv)).max()) + 1,
            "overlap": round(overlap, 6),
            "flipped": int((signed_areas(out.uv, out.face_uv) < -1e-12).sum()),
            "gap": gap,
            "border": border,
            "cpu_seconds": round(seconds, 2),
            "bare_cpu_seconds": round(before, 2),
        }
        rows.append(row | stretch(out))
    means = {
        k: round(float(np.mean([r[k] for r in rows])), 3)
        for k in ("use", "bare_use", "charts", "cpu_seconds", "bare_cpu_seconds")
    }
    worst = {
        "gap": min(r["gap"] for r in rows),
        "border": min(r["border"] for r in rows),
        "use": min(r["use"] for r in rows),
    }
    worst |= {"overlap": max(r["overlap"] for r in rows), "flipped": max(r["flipped"] for r in rows)}
    bent = {k: np.round(np.mean([r[k] for r in rows], axis=0), 3).tolist() for k in ("shape", "area")}
    report = {
        "machine": describe(),
        "size": args.size,
        "meshes": len(rows),
        "mean": means,
        "stretch_mean_and_p95": bent,
        "worst": worst,
        "rows": rows,
    }
    text = json.dumps(report, indent=1)
    print(text)
    if args.json:
        args.json.write_text(text + "\n")


if __name__ == "__main__":
    main()
