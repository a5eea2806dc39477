"""Every shape family x 20 seeds: closed, Euler number as predicted, no self-intersection, on the ground, sensible size, all distinct.

python benchmarks/families.py [--seeds 20] [--processes 1] [--out benchmarks/results/families.json]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from machine import describe

from maquette.errors import MaquetteError
from maquette.geometry import topology
from maquette.shapes.compile import Compiled, compile_program
from maquette.shapes.crossings import crossing_edges
from maquette.shapes.family import Family
from maquette.shapes.library import library


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    families = [f for f in library().values() if not args.names or f.name in args.names]
    problems, seconds, faces = [], [], []
    start = time.perf_counter()
    with ProcessPoolExecutor(args.processes) as pool:
        for done in pool.map(checked, [f.name for f in families], [args.seeds] * len(families)):
            problems += done.problems
            seconds += done.seconds
            faces += done.faces
            for problem in done.problems:
                print(problem, file=sys.stderr, flush=True)
    parameters = [len(f.parameters) for f in families]
    record = {
        "machine": describe(),
        "families": len(families),
        "seeds": args.seeds,
        "instances": len(families) * args.seeds,
        "parameters": {"least": min(parameters), "mean": round(float(np.mean(parameters)), 1)},
        "cpu_seconds": {
            "median": round(float(np.median(seconds)), 3),
            "p95": round(float(np.percentile(seconds, 95)), 3),
            "most": round(max(seconds), 3),
        },
        "faces": {"median": int(np.median(faces)), "least": min(faces), "most": max(faces)},
        "problems": problems,
        "minutes": round((time.perf_counter() - start) / 60, 1),
    }
    print(json.dumps(record, indent=1))
    if args.out:
        args.out.write_text(json.dumps(record, indent=1) + "\n")
    sys.exit(1 if problems else 0)


@dataclass(frozen=True)
class Checked:
    """What was found of all instances of one family."""

    problems: list[str]
    seconds: list[float]
    faces: list[int]


def checked(name: str, seeds: int) -> Checked:
    """Compile and look at every seed of a family."""
    family = library()[name]
    problems, seconds, faces = [], [], []
    seen: dict[tuple[float, ...], int] = {}
    for seed in range(seeds):
        begin = time.process_time()
        try:
            compiled = compile_program(family.instance(seed))
        except MaquetteError as error:
            problems.append(f"{name} {seed}: {error}")
            continue
        seconds.append(time.process_time() - begin)
        faces.append(len(compiled.fused.faces))
        found = wrong(family, compiled)
        twin = seen.setdefault(fingerprint(compiled), seed)
        if twin != seed:
            found.append(f"the same as seed {twin}")
        problems += [f"{name} {seed}: {what}" for what in found]
    return Checked(problems, seconds, faces)


def wrong(family: Family, compiled: Compiled) -> list[str]:
    """What is wrong with an instance."""
    mesh = compiled.fused
    low, high = mesh.bounds
    euler = len(mesh.vertices) - len(topology.edge_counts(mesh.faces)[0]) + len(mesh.faces)
    found = []
    if not topology.is_closed(mesh.faces):
        found.append("open")
    if euler != compiled.euler:
        found.append(f"Euler {euler} is not the predicted {compiled.euler}")
    if topology.signed_volume(mesh.vertices, mesh.faces) <= 0:
        found.append("inside out")
    if crossings := crossing_edges(mesh):
        found.append(f"{crossings} edges cross a face")
    if compiled.pieces > 1 and not family.floats:
        found.append(f"{compiled.pieces} pieces that do not touch")
    if not family.height[0] <= high[1] - low[1] <= family.height[1]:
        found.append(f"height {high[1] - low[1]:.2f} m is not in {family.height}")
    if abs(low[1]) > 0.1 * (high - low).max():  # `place` puts it on the ground exactly
        found.append(f"lowest point at y = {low[1]:.3f}")
    return found


def fingerprint(compiled: Compiled) -> tuple[float, ...]:
    """Equal for equal shapes in equal colours."""
    mesh = compiled.fused
    size = mesh.bounds[1] - mesh.bounds[0]
    colors = tuple(float(int(m.color[1:], 16)) for m in compiled.program.materials.values())
    return (*np.round(size, 4).tolist(), round(topology.signed_volume(mesh.vertices, mesh.faces), 9), *colors)


if __name__ == "__main__":
    main()
