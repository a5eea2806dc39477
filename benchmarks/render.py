"""Seconds for each kind of picture of an asset, against the bars: a preview of 1024 px in 2.5 s, a turntable of 36 x 512 px in 10 s.

    python benchmarks/render.py [--runs 3] [--asset FILE] [--json OUT]

The asset is one that Maquette generated (`maquette generate … -o ASSET.glb`), or a bumpy sphere of 18,032 quads with 2K maps of colour,
occlusion/roughness/metallic and normals. A sphere of 100,352 triangles with 4K maps comes second. Each figure begins with a mesh and its
textures in memory and ends with the bytes of a file. Times are wall-clock, the best and the median of the runs, without the first one
(imports); `cpu` are the processor seconds of the best, ffmpeg's with them.
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

from maquette.formats.registry import read_asset
from maquette.geometry.mesh import Mesh, split_quads
from maquette.render.encode import encode_loop, encode_webp
from maquette.render.front import render_front
from maquette.render.gbuffer import Backend
from maquette.render.preview import preview
from maquette.render.scene import Scene, Style
from maquette.render.sheet import contact_sheet
from maquette.render.turntable import turntable
from maquette.texture.textures import TextureSet

BARS = {"preview 1024": 2.5, "turntable mp4": 10.0, "turntable gif": 10.0, "turntable webp": 10.0}
"""Seconds on 2 quiet cores."""


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


def textures(size: int = 2048) -> TextureSet:
    """Checks, with bumps and two kinds of gloss."""
    y, x = np.mgrid[0:size, 0:size] / size
    check = (np.floor(x * 24) + np.floor(y * 12)) % 2
    base = np.where(check[..., None] > 0, (200, 60, 40), (240, 225, 190)).astype(np.uint8)
    orm = np.stack([np.full_like(x, 255), np.where(check > 0, 70, 160), np.where(x > 0.6, 255, 0)], -1).astype(np.uint8)
    tilt = 0.25 * np.sin(x * 400)
    normal = np.rint((np.stack([tilt, 0 * x, np.sqrt(1 - tilt**2)], -1) * 0.5 + 0.5) * 255).astype(np.uint8)
    return TextureSet(base, orm, normal)


def processor() -> float:
    """Processor seconds of this process and its finished children."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def measure(work: Callable[[], object], runs: int) -> dict[str, float]:
    """Wall seconds of `runs` calls after a first one, and processor seconds of the best."""
    work()
    wall, cpu = [], []
    for _ in range(runs):
        a, b = time.perf_counter(), processor()
        work()
        wall.append(time.perf_counter() - a)
        cpu.append(processor() - b)
    return {"best": round(min(wall), 3), "median": round(statistics.median(wall), 3), "cpu": round(min(cpu), 3)}


def kinds(mesh: Mesh, maps: TextureSet | None, backend: Backend = "auto") -> dict[str, Callable[[], bytes]]:
    """What the stages `preview` and `pictures` make, each from the start."""

    def still(**style: bool) -> Callable[[], bytes]:
        return lambda: encode_webp(preview(Scene(mesh, maps, backend), style=Style(**style)))

    def turn(kind: str) -> Callable[[], bytes]:
        return lambda: encode_loop(turntable(Scene(mesh, maps, backend)), kind, 36)

    return {
        "preview 1024": still(),
        "preview 1024 transparent": lambda: encode_webp(preview(Scene(mesh, maps, backend), background="transparent")),
        "clay 1024": still(clay=True),
        "wireframe 1024": still(clay=True, wireframe=True),
        "sheet 6 x 512": lambda: encode_webp(contact_sheet(Scene(mesh, maps, backend))),
        "turntable mp4": turn("mp4"),
        "turntable gif": turn("gif"),
        "turntable webp": turn("webp"),
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Time the renderer.")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--asset", type=Path, help="a generated model to draw instead of the sphere")
    parser.add_argument("--json", type=Path, help="write the result here too")
    args = parser.parse_args()
    asset: tuple[Mesh, TextureSet | None] = (bumpy_sphere(), textures())
    if args.asset:
        asset = read_asset(args.asset)[:2]
    seconds: dict[str, dict[str, float]] = {}

    def note(name: str, work: Callable[[], object], runs: int = args.runs) -> None:
        seconds[name] = measure(work, runs)
        print(f"{name:40} {seconds[name]}", file=sys.stderr, flush=True)

    for name, work in kinds(*asset).items():
        note(name, work)
    large = bumpy_sphere(196, 256), textures(4096)
    note("preview 1024, 100 k triangles, 4K", kinds(*large)["preview 1024"])
    note("front 1024", lambda: render_front(*asset, (-1.3, -1.3, 1.3, 1.3), (1024, 1024)))
    for kind in ("preview 1024", "turntable webp"):
        note(f"{kind}, z-buffer", kinds(*asset, backend="zbuffer")[kind], 1)
    size = asset[1].base_color.shape[0] if asset[1] is not None else 0
    result = {
        "benchmark": "render",
        "machine": describe(),
        "mesh": {"triangles": len(asset[0].faces), "polygons": asset[0].polygon_count, "texture": size},
        "seconds": seconds,
        "bars": {name: {"at_most": bar, "met": seconds[name]["median"] <= bar} for name, bar in BARS.items()},
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    text = json.dumps(result, indent=2)
    print(text)
    if args.json:
        args.json.write_text(text + "\n")


if __name__ == "__main__":
    main()
