"""Seconds and memory of texture baking and encoding beside the bare library calls, in one run.

python benchmarks/bake.py [--resolution 256] [--quads 18000] [--size 2048] [--large 8192] [--repeat 3] [--json FILE]

Bar on two quiet cores: all maps of 18 k quads at 2048 texels <= 5 s. The shaded set and a bake at `--large` texels, once and last because
its memory counts too, are there to be watched.
"""

from __future__ import annotations

import argparse
import json
import resource
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Self

import cv2
import numpy as np
from geometry import best
from machine import describe
from numpy.typing import NDArray

from maquette.formats.glb import write_glb
from maquette.geometry import primitives
from maquette.geometry.clean import drop_specks
from maquette.geometry.place import place, transform
from maquette.geometry.quads import quad_remesh
from maquette.geometry.rays import RayScene
from maquette.geometry.unwrap import unwrap
from maquette.texture.appearance import SurfaceSamples
from maquette.texture.bake import bake
from maquette.texture.occlusion import occlusion
from maquette.texture.raster import rasterize

BAR = 5.0
"""Seconds of all maps at 2048 texels."""


class Waves:
    """A cheap analytic colour, so that the baker is measured and not the engine's field."""

    kind: ClassVar[str] = "benchmark_waves"

    def sample(self, points: NDArray[np.float32], normals: NDArray[np.float32]) -> SurfaceSamples:
        """Waves of colour along each axis."""
        flat = np.full(len(points), 0.5, np.float32)
        return SurfaceSamples(np.sin(points * 20) * np.float32(0.5) + np.float32(0.5), flat * 0, flat)

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """No state."""
        return {}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        """No state."""
        return cls()


def peak_mb() -> float:
    """Peak resident memory of this process, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Run and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resolution", type=int, default=256)
    parser.add_argument("--quads", type=int, default=18_000)
    parser.add_argument("--size", type=int, default=2048)
    parser.add_argument("--large", type=int, default=8192, help="texels of the large bake; 0 leaves it out")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    report: dict[str, Any] = {"machine": describe(), "options": {k: v for k, v in vars(args).items() if k != "json"}}
    fine = drop_specks(primitives.creature(args.resolution))
    mesh, matrix = place(quad_remesh(fine, args.quads))
    fine, mesh = transform(fine, matrix), unwrap(mesh, args.size)
    back = np.linalg.inv(matrix)
    report["faces"] = {"source": len(fine.faces), "quads": mesh.polygon_count}
    report["memory_before_mb"] = round(peak_mb())
    stages: dict[str, Any] = {}
    stages["bake, all maps"], textures = best(
        args.repeat, lambda: bake(mesh, Waves(), back, size=args.size, source=fine)
    )
    report["memory_peak_mb"] = round(peak_mb())
    report["bar"] = {"bake, all maps": BAR, "met": stages["bake, all maps"] <= BAR}
    stages["bake, shaded"], _ = best(
        args.repeat, lambda: bake(mesh, Waves(), back, size=args.size, source=fine, maps="shaded")
    )
    stages["of it: rasterize"], owner = best(args.repeat, lambda: rasterize(mesh.uv, mesh.face_uv, args.size))
    stages["of it: ray trees"], scenes = best(args.repeat, lambda: (RayScene(fine), RayScene(mesh)))
    stages["of it: occlusion"], _ = best(args.repeat, lambda: occlusion(mesh, scenes[1]))
    tri = owner[owner >= 0]
    points = mesh.vertices[mesh.faces[tri, 0]]
    normals = mesh.vertex_normals()[mesh.faces[tri, 0]]
    stages["bare: one embree ray a texel, one thread"], _ = best(
        args.repeat, lambda: scenes[0].first_hits(points + normals * np.float32(0.004), -normals)
    )
    stages["glb with PNG textures"], data = best(args.repeat, lambda: write_glb(mesh, textures, extras={}))
    pictures = [p for p in (textures.base_color, textures.orm, textures.normal) if p is not None]
    stages["bare: cv2.imencode of the maps, level 1"], _ = best(
        args.repeat, lambda: [cv2.imencode(".png", p, [cv2.IMWRITE_PNG_COMPRESSION, 1]) for p in pictures]
    )
    if args.large:
        del textures, pictures
        spread = unwrap(mesh, args.large)
        name = f"bake, all maps at {args.large}"
        stages[name], _ = best(1, lambda: bake(spread, Waves(), back, size=args.large, source=fine))
        report[f"memory_peak_mb at {args.large}"] = round(peak_mb())
    report |= {"stages": stages, "glb_mb": round(len(data) / 1e6, 2)}
    text = json.dumps(report, indent=2)
    print(text)
    if args.json:
        args.json.write_text(text + "\n")


if __name__ == "__main__":
    main()
