"""Contact sheets of shape families: rows are families, columns seeds (or the four sides of one seed).

    python benchmarks/family_sheet.py stool chair --seeds 6 -o sheet.png
    python benchmarks/family_sheet.py --category furniture --sides -o sheet.png

Prints a line for each instance: faces, Euler number, pieces, height, seconds of compiling; and what is wrong with it, if anything is.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from maquette.errors import MaquetteError
from maquette.geometry import topology
from maquette.shapes.compile import Compiled, compile_program
from maquette.shapes.family import Family
from maquette.shapes.library import library
from maquette.shapes.look import picture

SIDES = ((30, 15), (0, 5), (90, 5), (180, 5), (225, 25), (0, 80))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--category")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--style")
    parser.add_argument("--sides", action="store_true", help="six sides of the first seed instead of seeds")
    parser.add_argument("--size", type=int, default=220)
    parser.add_argument("-o", "--out", type=Path)
    args = parser.parse_args()
    chosen = [f for f in library().values() if f.name in args.names or f.category == args.category]
    if unknown := set(args.names) - {f.name for f in chosen}:
        sys.exit(f"no family {', '.join(unknown)}")
    rows = []
    for family in chosen or library().values():
        seeds = [args.first] if args.sides else range(args.first, args.first + args.seeds)
        cells: list[np.ndarray] = []
        for seed in seeds:
            start = time.process_time()
            try:
                compiled = compile_program(family.instance(seed, style=args.style))
            except MaquetteError as error:
                print(f"{family.name:18} {seed:3}  FAILED: {error}")
                cells.append(np.full((args.size, args.size, 3), 255, np.uint8))
                continue
            print(describe(family, seed, compiled, time.process_time() - start))
            if args.out:
                views = SIDES if args.sides else ((30, 15),)
                cells += [picture(compiled, size=args.size, azimuth=a, elevation=e) for a, e in views]
        if cells:
            row = np.hstack(cells).copy()
            cv2.putText(row, family.name, (6, 16), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (0, 0, 0), 1, cv2.LINE_AA)
            rows.append(row)
    if args.out and rows:
        Image.fromarray(np.vstack(rows)).save(args.out)


def describe(family: Family, seed: int, compiled: Compiled, seconds: float) -> str:
    """One line, with what is wrong at its end."""
    mesh = compiled.fused
    low, high = mesh.bounds
    edges = len(topology.edge_counts(mesh.faces)[0])
    euler = len(mesh.vertices) - edges + len(mesh.faces)
    wrong = []
    if not topology.is_closed(mesh.faces):
        wrong.append("open")
    if euler != compiled.euler:
        wrong.append(f"Euler {euler} is not {compiled.euler}")
    if compiled.pieces > 1 and not family.floats:
        wrong.append(f"{compiled.pieces} pieces do not touch")
    if not family.height[0] <= high[1] - low[1] <= family.height[1]:
        wrong.append(f"height {high[1] - low[1]:.2f} m is not in {family.height}")
    if abs(low[1]) > 0.02 * (high - low).max():
        wrong.append(f"lowest point at y = {low[1]:.3f}, not on the ground")
    if not 0.6 < (high - low).max() / compiled.program.extent < 1.6:
        wrong.append(f"extent {compiled.program.extent:.2f}, really {(high - low).max():.2f}")
    if seconds > 1.0:
        wrong.append("slow")
    if len(mesh.faces) > 60_000:
        wrong.append("too many faces")
    hidden = [p.part.name for i, p in enumerate(compiled.parts) if not (compiled.face_part == i).any()]
    if hidden:
        wrong.append("nothing to be seen of " + ", ".join(hidden))
    size = " x ".join(f"{s:.2f}" for s in high - low)
    line = (
        f"{family.name:18} {seed:3}  {len(mesh.faces):6} faces  Euler {compiled.euler:4}  {len(compiled.parts):3} parts"
    )
    line += f"  {size} m  {seconds:.2f} s"
    return line + ("   WRONG: " + "; ".join(wrong) if wrong else "")


if __name__ == "__main__":
    main()
