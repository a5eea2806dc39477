"""Which figures are posed, which things are refused, and how well: a table over a folder of meshes and over mannequins.

    python benchmarks/pose.py [FOLDER ...] [--pose t] [--humanoids NAMES.txt] [--every 1] [--json FILE] [--sheet FILE.png]

FOLDER holds mesh files that Maquette reads, or shards of objects (`*.npz` with ids, V, F, v_off, f_off) beside a `manifest.json` that
names them. NAMES.txt has one name (or part of one) a line: these must be posed, all others refused. Without folders, only the
mannequins and the shapes of `mannequins.py` are run.
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
from mannequins import OTHERS, mannequin
from PIL import Image

from maquette.errors import MaquetteError
from maquette.formats.registry import read_model
from maquette.geometry.mesh import Mesh
from maquette.geometry.pose import NotPosed, PosedMesh, try_pose
from maquette.geometry.topology import is_closed, signed_volume
from maquette.render.camera import orbit
from maquette.render.compose import compose
from maquette.render.scene import Scene, Style

ARMS = (70, 60, 50, 40, 30, 15, 0, -20, -40)
"""Degrees below the horizontal at which mannequins hold their arms."""


def figures() -> Iterator[tuple[str, Mesh, bool]]:
    """Name, mesh, and whether it must be posed."""
    for build in ("slim", "stout", "child", "robot"):
        for below in ARMS:
            yield f"{build} {below}", mannequin(below, build=build)[0], True
    for name, make in OTHERS.items():
        yield name, make(), False


def objects(folder: Path, wanted: list[str], every: int) -> Iterator[tuple[str, Mesh, bool]]:
    """All objects of the shards or files of a folder."""
    manifest = folder / "manifest.json"
    if not manifest.exists():
        for path in sorted(p for p in folder.rglob("*") if p.is_file())[::every]:
            try:
                mesh = read_model(path).mesh
            except (MaquetteError, ValueError, OSError):
                continue
            yield path.stem, mesh, any(w in path.stem for w in wanted)
        return
    shards: dict[str, list[dict[str, Any]]] = {}
    for entry in json.loads(manifest.read_text())["objects"][::every]:
        if "shard" in entry:
            shards.setdefault(entry["shard"], []).append(entry)
    for name, entries in shards.items():
        with np.load(folder / name) as file:
            data = {k: file[k] for k in ("V", "F", "v_off", "f_off")}
        for entry in entries:
            i = entry["index"]
            v, f = (data[k][data[o][i] : data[o][i + 1]] for k, o in (("V", "v_off"), ("F", "f_off")))
            label = f"{entry['name']} ({entry['id']})"
            yield label, Mesh(v.astype(np.float32), f.astype(np.int32)), any(w in label for w in wanted)


def measured(mesh: Mesh, pose: Any) -> tuple[dict[str, Any], PosedMesh | None]:
    """One row of the table, and the posed mesh."""
    start = time.process_time()
    result = try_pose(mesh, pose)
    row: dict[str, Any] = {"faces": len(mesh.faces), "cpu_seconds": round(time.process_time() - start, 2)}
    if isinstance(result, NotPosed):
        return row | {"posed": False, "reason": result.reason}, None
    row |= {"posed": True, "confidence": round(result.confidence, 2), "folded": round(result.folded, 5)}
    if is_closed(mesh.faces):
        before, after = (signed_volume(m.vertices, m.faces) for m in (mesh, result.mesh))
        row["volume_change"] = round(after / before - 1, 4)
    return row, result


def picture(mesh: Mesh, azimuth: float, size: int = 160) -> np.ndarray:
    """A clay view."""
    camera = orbit(mesh.vertices, (size, size), azimuth=azimuth, elevation=5)
    return compose(Scene(mesh, None, "auto").render(camera, Style(clay=True)), "studio")


def main() -> None:
    """Run and print one line for each object, then the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--pose", choices=("t", "a"), default="t")
    parser.add_argument("--humanoids", type=Path, help="names that must be posed, one a line")
    parser.add_argument("--every", type=int, default=1, help="take one object of so many")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sheet", type=Path, help="before, after, after from the side, of all that were posed")
    args = parser.parse_args()
    wanted = [w.strip() for w in args.humanoids.read_text().splitlines() if w.strip()] if args.humanoids else []
    rows: list[dict[str, Any]] = []
    pictures: list[np.ndarray] = []
    sources = [objects(f, wanted, args.every) for f in args.folders] or [figures()]
    for name, mesh, humanoid in (item for source in sources for item in source):
        row, posed = measured(mesh, args.pose)
        verdict = "detected" if row["posed"] and humanoid else "refused" if not row["posed"] else "wrong"
        if not row["posed"] and humanoid:
            verdict = "missed"
        rows.append({"name": name, "verdict": verdict} | row)
        detail = (
            row.get("reason")
            or f"confidence {row['confidence']} folded {row['folded']} volume {row.get('volume_change')}"
        )
        print(f"{verdict:9}{name[:44]:45}{row['cpu_seconds']:6.2f} s  {detail}", flush=True)
        if posed is not None and args.sheet:
            pictures.append(np.concatenate([picture(mesh, 0), picture(posed.mesh, 0), picture(posed.mesh, 35)], axis=1))
    counts = {v: sum(r["verdict"] == v for r in rows) for v in ("detected", "missed", "refused", "wrong")}
    print(json.dumps(counts))
    if args.json:
        args.json.write_text(
            json.dumps({"machine": describe(), "pose": args.pose, "counts": counts, "rows": rows}, indent=1) + "\n"
        )
    if pictures:
        columns = 3
        pictures += [np.full_like(pictures[0], 255)] * (-len(pictures) % columns)
        lines = [np.concatenate(pictures[i : i + columns], axis=1) for i in range(0, len(pictures), columns)]
        Image.fromarray(np.concatenate(lines)).save(args.sheet)


if __name__ == "__main__":
    main()
