"""Seconds for a preview of an 18 k quad mesh with 2K textures, and its peak memory.

    python benchmarks/render.py [--runs 3] [--json OUT]

The mesh is a bumpy sphere of 18,032 quads; the textures hold colour, occlusion/roughness/metallic and normals. Times are wall-clock, the
best and the median of the runs, without the first one (imports).
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from machine import describe

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from maquette.geometry.mesh import Mesh, split_quads
from maquette.render.encode import encode_webp
from maquette.render.front import render_front
from maquette.render.preview import render_preview
from maquette.texture.textures import TextureSet

TEXTURE = 2048


def bumpy_sphere(rows: int = 98, columns: int = 184) -> Mesh:
    """Quads along meridians with UVs."""
    theta, phi = np.linspace(0.02, np.pi - 0.02, rows + 1), np.linspace(-np.pi, np.pi, columns, endpoint=False)
    t, p = np.meshgrid(theta, phi, indexing="ij")
    r = 1 + 0.25 * np.sin(5 * p) * np.sin(t) ** 2 * np.sin(4 * t)
    v = np.stack([r * np.sin(t) * np.sin(p), r * np.cos(t), r * np.sin(t) * np.cos(p)], -1).reshape(-1, 3)
    i, j = (a.ravel() for a in np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij"))
    k, c = (j + 1) % columns, columns + 1
    quads = np.stack([i * columns + j, (i + 1) * columns + j, (i + 1) * columns + k, i * columns + k], 1).astype(
        np.int32
    )
    u, w = np.meshgrid(np.arange(c) / columns, 1 - np.arange(rows + 1) / rows)
    quad_uv = np.stack([i * c + j, (i + 1) * c + j, (i + 1) * c + j + 1, i * c + j + 1], 1).astype(np.int32)
    return Mesh(
        v, split_quads(quads), quads=quads, uv=np.stack([u, w], -1).reshape(-1, 2), face_uv=split_quads(quad_uv)
    )


def textures() -> TextureSet:
    """Checks, with bumps and two kinds of gloss."""
    y, x = np.mgrid[0:TEXTURE, 0:TEXTURE] / TEXTURE
    check = (np.floor(x * 24) + np.floor(y * 12)) % 2
    base = np.where(check[..., None] > 0, (200, 60, 40), (240, 225, 190)).astype(np.uint8)
    orm = np.stack([np.full_like(x, 255), np.where(check > 0, 70, 160), np.where(x > 0.6, 255, 0)], -1).astype(np.uint8)
    tilt = 0.25 * np.sin(x * 400)
    normal = np.rint((np.stack([tilt, 0 * x, np.sqrt(1 - tilt**2)], -1) * 0.5 + 0.5) * 255).astype(np.uint8)
    return TextureSet(base, orm, normal)


def measure(work: Callable[[], object], runs: int) -> dict[str, float]:
    """Wall seconds of `runs` calls after a first one, and processor seconds of the best."""
    work()
    wall, cpu = [], []
    for _ in range(runs):
        a, b = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - a)
        cpu.append(time.process_time() - b)
    return {"best": round(min(wall), 3), "median": round(statistics.median(wall), 3), "cpu": round(min(cpu), 3)}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Time the renderer.")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, help="write the result here too")
    args = parser.parse_args()
    mesh, maps = bumpy_sphere(), textures()
    pixels = render_preview(mesh, maps, size=1024)
    window = (-1.3, -1.3, 1.3, 1.3)
    seconds = {
        "preview 512": measure(lambda: render_preview(mesh, maps, size=512), args.runs),
        "preview 1024": measure(lambda: render_preview(mesh, maps, size=1024), args.runs),
        "preview 1024 without floor shadow": measure(
            lambda: render_preview(mesh, maps, size=1024, ground_shadow=False), args.runs
        ),
        "front 1024": measure(lambda: render_front(mesh, maps, window, (1024, 1024)), args.runs),
        "webp 1024": measure(lambda: encode_webp(pixels), args.runs),
        "preview 256, z-buffer": measure(lambda: render_preview(mesh, maps, size=256, backend="zbuffer"), 1),
    }
    result = {
        "benchmark": "render",
        "machine": describe(),
        "mesh": {"quads": len(mesh.quads) if mesh.quads is not None else 0, "texture": TEXTURE},
        "seconds": seconds,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    text = json.dumps(result, indent=2)
    print(text)
    if args.json:
        args.json.write_text(text + "\n")


if __name__ == "__main__":
    main()
