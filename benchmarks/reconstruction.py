"""How near reconstructions come to the truth, engine beside engine, on a benchmark folder that the user brings.

    python benchmarks/reconstruction.py --data FOLDER [--engines inflation compact] [--views 1 4] [--out results.json]
        [--sheet FOLDER] [--weights FILE] [--only ID ...] [--detail standard]

FOLDER holds manifest.json, score.py and, per object, view.png, front/right/back/left.png and gt.npz (surface points, normals, solid).
Figures: score.py's (Chamfer, F-score, normal consistency, volume IoU, by tier), front silhouette IoU, likeness (PSNR, SSIM) of unlit
renders to the four side pictures, network seconds, peak memory. The contact sheet shows the input, then front, side, back and the
untextured shape; its pictures belong to others and are not for publishing.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import cv2
import numpy as np
import reconstruction_views as shown
import trimesh
from machine import describe

from maquette.engines.engine import Engine, EngineRequest, View
from maquette.engines.inflation import InflationEngine
from maquette.engines.learned import CompactEngine
from maquette.engines.learned.network import WEIGHTS
from maquette.images.decode import Picture, decode_image
from maquette.images.segment import segment

SIDES = ("front", "right", "back", "left")
KEYS = ("f@0.05", "f@0.1", "cd", "nc", "iou")


class Quiet:
    """A context that keeps warnings."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def progress(self, fraction: float) -> None: ...

    def check_cancelled(self) -> None: ...

    def warn(self, message: str) -> None:
        self.warnings.append(message)


def load_score(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> Picture:
    return decode_image(path.read_bytes(), max_bytes=1 << 25, max_pixels=1 << 24)


def views_of(folder: Path, count: int) -> tuple[View, ...]:
    names = ["view"] if count == 1 else list(SIDES[:count])
    return tuple(segment(read(folder / f"{n}.png")) for n in names)


def run_one(engine: Engine, folder: Path, count: int, detail: str, score: ModuleType, out: Path) -> dict[str, object]:
    views = views_of(folder, count)
    context = Quiet()
    start = time.perf_counter()
    raw = engine.generate(EngineRequest(views=views, detail=detail), context)  # type: ignore[arg-type]
    seconds = time.perf_counter() - start
    mesh = trimesh.Trimesh(raw.mesh.vertices, raw.mesh.faces, process=False)
    path = out / f"{folder.name}.ply"
    mesh.export(path)
    figures = score.score_one((str(path), str(folder / "gt.npz")))
    row: dict[str, object] = {"id": folder.name, "seconds": round(seconds, 2), "warned": bool(context.warnings)}
    row |= {k: round(float(figures[k]), 4) for k in KEYS}
    row["front_iou"] = round(shown.front_iou(raw, views[0]), 4)
    pictures = {n: read(folder / f"{n}.png") for n in SIDES}
    psnr, ssim = shown.likeness(raw, pictures, first=30.0 if count == 1 else 0.0)
    row |= {"psnr": round(psnr, 2), "ssim": round(ssim, 4)}
    row["strip"] = shown.strip(raw, views[0])
    return row


def network_seconds(weights: Path, views: Sequence[View]) -> float:
    """Median wall time of the network on one picture, mirrored pass included."""
    from maquette.engines.learned.crop import crop_of
    from maquette.engines.learned.network import predict

    crop = crop_of(views[0])
    times = []
    for _ in range(7):
        start = time.perf_counter()
        predict([crop], weights)
        times.append(time.perf_counter() - start)
    return float(np.median(times[1:]))


def means(rows: Sequence[dict[str, object]]) -> dict[str, float]:
    keys = (*KEYS, "front_iou", "psnr", "ssim")
    return {k: round(float(np.mean([float(r[k]) for r in rows])), 4) for k in keys}  # type: ignore[arg-type]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--engines", nargs="+", default=["inflation", "compact"], choices=["inflation", "compact"])
    ap.add_argument("--views", nargs="+", type=int, default=[1, 4])
    ap.add_argument("--weights", type=Path, default=WEIGHTS)
    ap.add_argument("--only", nargs="*")
    ap.add_argument("--detail", default="standard")
    ap.add_argument("--out", type=Path)
    ap.add_argument("--sheet", type=Path)
    args = ap.parse_args()
    score = load_score(args.data)
    objects = json.loads((args.data / "manifest.json").read_text())["objects"]
    objects = [o for o in objects if not args.only or o["id"] in args.only]
    engines: dict[str, Engine] = {}
    if "inflation" in args.engines:
        engines["inflation"] = InflationEngine()
    if "compact" in args.engines:
        engines["compact"] = CompactEngine(args.weights)
    result: dict[str, object] = {"machine": describe(), "objects": len(objects), "detail": args.detail, "runs": []}
    tiers = sorted({o["tier"] for o in objects})
    for name, engine in engines.items():
        for count in args.views:
            rows = []
            with tempfile.TemporaryDirectory() as folder:
                for o in objects:
                    row = run_one(engine, args.data / o["id"], count, args.detail, score, Path(folder))
                    row["tier"] = o["tier"]
                    rows.append(row)
                    print(name, count, {k: v for k, v in row.items() if k != "strip"}, flush=True)
            if args.sheet:
                args.sheet.mkdir(parents=True, exist_ok=True)
                strips = [r["strip"] for r in rows]
                columns = [np.concatenate(strips[i : i + 10]) for i in range(0, len(strips), 10)]
                tallest = max(len(c) for c in columns)
                padded = [np.pad(c, ((0, tallest - len(c)), (0, 0), (0, 0)), constant_values=255) for c in columns]
                cv2.imwrite(str(args.sheet / f"{name}-{count}.png"), np.concatenate(padded, axis=1)[..., ::-1])
            for r in rows:
                del r["strip"]
            table = {t: means([r for r in rows if r["tier"] == t]) for t in tiers} | {"all": means(rows)}
            result["runs"].append({"engine": name, "views": count, "means": table, "rows": rows})  # type: ignore[attr-defined]
            for t, m in table.items():
                print(f"{name} {count} {t:24s}", m, flush=True)
    if "compact" in engines:
        seconds = network_seconds(args.weights, views_of(args.data / objects[0]["id"], 1))
        result["network_seconds"] = round(seconds, 3)
    result["peak_memory_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print({k: v for k, v in result.items() if k != "runs"})
    if args.out and args.out.exists():  # runs of other engines and numbers of views stay
        done = {(r["engine"], r["views"]) for r in result["runs"]}  # type: ignore[attr-defined]
        kept = [r for r in json.loads(args.out.read_text())["runs"] if (r["engine"], r["views"]) not in done]
        result["runs"] = kept + result["runs"]  # type: ignore[operator]
    if args.out:
        args.out.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
