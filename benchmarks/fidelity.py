"""How faithful the front is: the model's own front view against the picture that it was made from.

    python benchmarks/fidelity.py [--pictures FOLDER] [--tier Regular] [--out results.json] [--images FOLDER]

For each picture of `benchmarks/pictures` (or FOLDER): silhouette IoU between the cut-out and an orthographic front
view of the GLB as it was written, and PSNR of the unlit base colour inside both silhouettes. Photographs are judged
against their true mask where the manifest has one. Every mesh is measured and every GLB goes through the Khronos
validator where it is installed. Bars: IoU >= 0.97, PSNR >= 26 dB, watertight, outward, 0 degenerate faces, validator
0/0.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np
from machine import describe

from maquette.cli.local import run_local
from maquette.dialects.rodin.presets import tier_request
from maquette.formats.glb_reader import read_glb
from maquette.formats.validate import find_validator, validate_glb
from maquette.geometry.measure import measure
from maquette.pipeline.stages.segment import views_from
from maquette.render.front import render_front
from maquette.settings import load_settings

ROOT = Path(__file__).parent
MIN_IOU, MIN_PSNR = 0.97, 26.0


def compare(result: object, truth: np.ndarray | None, images: Path | None, name: str) -> dict[str, object]:
    """Figures of one finished generation; `truth` is the picture's own mask `(h, w)` in [0, 1] if known."""
    raw, refined = result.bundles["reconstruct"], result.bundles["refine"]
    glb = next(f.data for f in result.files if f.format == "glb")
    mesh, textures, _ = read_glb(glb)
    view = views_from(result.bundles["segment"], result.request)[0]
    height, width = view.alpha.shape
    to_placed = np.linalg.inv(refined.arrays["to_engine"])
    x0, y0, x1, y1 = raw.meta["front_window"]
    corners = (to_placed @ np.array([[x0, y0, 0, 1], [x1, y1, 0, 1]]).T).T[:, :3]
    window = (corners[0, 0], corners[0, 1], corners[1, 0], corners[1, 1])
    rgb, mask = render_front(mesh, textures, window, (width, height))
    drawn, cut = mask > 0.5, (view.alpha if truth is None else truth) > 0.5
    both = drawn & cut
    error = (rgb[both].astype(float) - view.rgb[both].astype(float)) ** 2
    report = measure(mesh, textures)
    verdict = validate_glb(glb) if find_validator() else None
    if images:
        images.mkdir(parents=True, exist_ok=True)
        pair = np.concatenate([np.where(cut[..., None], view.rgb, 255), np.where(drawn[..., None], rgb, 255)], axis=1)
        cv2.imwrite(str(images / f"{name}.png"), pair[..., ::-1].astype(np.uint8))
    return {
        "name": name,
        "iou": round(float(both.sum() / (drawn | cut).sum()), 4),
        "psnr_db": round(float(10 * np.log10(255**2 / max(error.mean(), 1e-9))), 2),
        "cutout_iou": None
        if truth is None
        else round(float(((view.alpha > 0.5) & cut).sum() / ((view.alpha > 0.5) | cut).sum()), 4),
        "watertight": report.watertight,
        "outward": report.outward,
        "degenerate": report.degenerate_faces,
        "components": report.components,
        "genus": report.genus,
        "triangles": report.triangles,
        "validator": None if verdict is None else [verdict.errors, verdict.warnings],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=Path, default=ROOT / "pictures")
    parser.add_argument("--tier", default="Regular")
    parser.add_argument("--only")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--images", type=Path)
    args = parser.parse_args()
    manifest = args.pictures / "manifest.json"
    masks = (
        {p["file"]: p.get("mask") for p in json.loads(manifest.read_text())["pictures"]} if manifest.exists() else {}
    )
    rows = []
    for path in sorted(
        p for p in args.pictures.iterdir() if p.suffix in (".png", ".jpg", ".webp") and p.name not in masks.values()
    ):
        if args.only and args.only not in path.name:
            continue
        truth = None
        if masks.get(path.name):
            truth = cv2.imread(str(args.pictures / masks[path.name]), cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255
        with tempfile.TemporaryDirectory() as folder:
            settings = load_settings(data_dir=Path(folder))
            result = run_local([path], settings, **tier_request(args.tier))
            rows.append(compare(result, truth, args.images, path.stem))
        print(rows[-1], flush=True)
    bad = [
        r["name"]
        for r in rows
        if r["iou"] < MIN_IOU or r["psnr_db"] < MIN_PSNR or not r["watertight"] or r["degenerate"]
    ]
    record = {"machine": describe(), "tier": args.tier, "below_the_bar": bad, "pictures": rows}
    if args.out:
        args.out.write_text(json.dumps(record, indent=1) + "\n")
    if bad:
        sys.exit(f"below the bar: {', '.join(bad)}")


if __name__ == "__main__":
    main()
