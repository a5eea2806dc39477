"""How well light is taken out of a picture: albedo error before and after, on the project's own objects under known light.

    python benchmarks/delight.py [--size 512] [--only robot] [--out results/delight.json] [--images FOLDER]

Each object is drawn flat (its true base colour), in the studio of the renderer, and under one strong lamp from the side with hard falloff
and highlights. Error: scale-invariant RMSE of linear luminance-weighted colour against the truth inside the mask, over the pixels that are
not metal (a mirror has no colour of its own to find): the best single gain is taken out first, since exposure cannot be known. On the flat
picture itself there is nothing to take out: the error that de-lighting adds is given.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import describe  # noqa: E402
from benchmarks.make_pictures import CUTOUTS, FOV  # noqa: E402
from benchmarks.objects import furnishings, living, tableware, toys  # noqa: E402, F401
from benchmarks.objects.common import OBJECTS  # noqa: E402
from benchmarks.solids import assemble  # noqa: E402
from maquette.images.delight import delight  # noqa: E402
from maquette.render.camera import orbit  # noqa: E402
from maquette.render.color import to_linear, to_srgb  # noqa: E402
from maquette.render.scene import Scene, Style  # noqa: E402
from maquette.render.shade import MaterialSamples, MaterialSource  # noqa: E402
from maquette.render.surface import Surface  # noqa: E402

Floats = NDArray[np.float32]
LAMP = np.array([-0.62, 0.58, 0.53])
LAMP_POWER, AMBIENT = 1.05, 0.16


class Channel:
    """A material that shows one property of another as its colour."""

    unlit = True

    def __init__(self, inner: MaterialSource, name: str) -> None:
        self.inner, self.name, self.has_normal_map = inner, name, inner.has_normal_map

    def prepare(self, texels: Floats) -> None:
        """Nothing to prepare."""

    def sample(self, surface: Surface) -> MaterialSamples:
        """See `MaterialSource`."""
        s = self.inner.sample(surface)
        value = getattr(s, self.name)
        base = (
            value * 0.5 + 0.5
            if self.name == "normals"
            else value
            if value.ndim == 2
            else np.repeat(value[:, None], 3, 1)
        )
        return MaterialSamples(base.astype(np.float32), s.occlusion, s.roughness, s.metallic, s.normals, None)


@dataclass(frozen=True, eq=False)
class Case:
    """One object's pictures, `(h, w, 3) uint8`, its mask, the true colour in linear light and where it is judged."""

    alpha: Floats
    truth: Floats
    judged: NDArray[np.bool_]
    lit: dict[str, NDArray[np.uint8]]


def draw(name: str, size: int) -> Case:
    """The pictures of one object."""
    azimuth, elevation, _ = CUTOUTS[name]
    mesh, material = assemble(OBJECTS[name]())
    camera = orbit(mesh.vertices, (size, size), azimuth=azimuth, elevation=elevation, fov=FOV, margin=0.06)

    def frame(source: MaterialSource) -> tuple[Floats, Floats]:
        f = Scene(mesh, material=source).render(camera, Style(ground_shadow=False))
        return f.color / np.maximum(f.alpha, 1e-4)[..., None], f.alpha

    truth, alpha = frame(Channel(material, "base"))
    normals = frame(Channel(material, "normals"))[0] * 2 - 1
    normals /= np.maximum(np.linalg.norm(normals, axis=2, keepdims=True), 1e-6)
    rough, metal = (frame(Channel(material, k))[0][..., 0] for k in ("roughness", "metallic"))
    studio = frame(material)[0]
    right, up, forward = camera.rotation
    lamp = (LAMP[0] * right + LAMP[1] * up - LAMP[2] * forward) / np.linalg.norm(LAMP)
    half = lamp - forward
    half /= np.linalg.norm(half)
    cosine = np.clip(normals @ lamp, 0, 1)
    sharp = 2 / np.maximum(rough, 0.15) ** 4
    shine = 0.04 * (sharp + 8) / 8 * np.clip(normals @ half, 0, 1) ** sharp * cosine
    hard = truth * (AMBIENT + LAMP_POWER * cosine)[..., None] + np.minimum(shine, 4)[..., None]
    judged = (alpha > 0.999) & (metal < 0.3)
    pictures = {
        k: np.rint(to_srgb(v) * 255).astype(np.uint8) for k, v in (("flat", truth), ("studio", studio), ("lamp", hard))
    }
    return Case(alpha.astype(np.float32), truth, judged, pictures)


def error(rgb: NDArray[np.uint8], case: Case) -> float:
    """Scale-invariant RMSE in linear light, relative to the truth's own root mean square."""
    a, b = to_linear(rgb / 255)[case.judged], case.truth[case.judged]
    gain = float((a * b).sum() / max((a * a).sum(), 1e-9))
    return float(np.sqrt(((gain * a - b) ** 2).mean() / (b**2).mean()))


def main() -> None:
    """Run, print the table, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--only")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--images", type=Path)
    args = parser.parse_args()
    rows: list[dict[str, Any]] = []
    for name in CUTOUTS:
        if args.only and args.only not in name:
            continue
        case = draw(name, args.size)
        row: dict[str, Any] = {"name": name}
        strip = []
        for light, picture in case.lit.items():
            start = time.process_time()
            out = delight(picture, case.alpha)
            row[light] = [round(error(picture, case), 4), round(error(out, case), 4)]
            row.setdefault("cpu_seconds", round(time.process_time() - start, 2))
            on = case.alpha[..., None] > 0.5
            strip += [np.where(on, picture, 255), np.where(on, out, 255)]
        rows.append(row)
        print(row, flush=True)
        if args.images:
            args.images.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(args.images / f"{name}.png"), np.concatenate(strip, axis=1)[..., ::-1])
    means = {k: [round(float(np.mean([r[k][i] for r in rows])), 4) for i in (0, 1)] for k in ("flat", "studio", "lamp")}
    falls = {k: round(1 - b / a, 3) for k, (a, b) in means.items() if a > 1e-3}
    record = {"machine": describe(), "size": args.size, "mean": means, "falls_by": falls, "pictures": rows}
    print(json.dumps({"mean": means, "falls_by": falls}))
    if args.out:
        args.out.write_text(json.dumps(record, indent=1) + "\n")


if __name__ == "__main__":
    main()
