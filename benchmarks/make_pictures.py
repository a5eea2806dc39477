"""Draw the project's own example pictures: 13 cut-outs (RGBA PNG) and 5 "photographs" (RGB JPEG with a background).

    python benchmarks/make_pictures.py                 # writes benchmarks/pictures/ and src/maquette/examples/robot.png
    python benchmarks/make_pictures.py --meshes OUT    # writes the true shapes as PLY with vertex colours instead

Everything is built from `objects/` and rendered by `maquette.render`: no picture, model or texture of anybody else is used. The same
machine and library versions give the same bytes. Each photograph comes with its true mask, so that a cut-out can be scored.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.objects import furnishings, living, tableware, toys  # noqa: E402, F401
from benchmarks.objects.common import OBJECTS  # noqa: E402
from benchmarks.scenery import SCENES, fine_frame, photograph  # noqa: E402
from benchmarks.solids import assemble, union  # noqa: E402
from maquette.render.camera import orbit  # noqa: E402
from maquette.render.compose import compose  # noqa: E402
from maquette.render.scene import Scene, Style  # noqa: E402

SIZE = 1024
FOV = 16.0

# name: (azimuth, elevation, features)
CUTOUTS: dict[str, tuple[float, float, list[str]]] = {
    "robot": (-12, 6, ["several colours", "metal", "symmetric"]),
    "teapot": (6, 12, ["hole", "pattern", "thin spout"]),
    "donut": (-8, 4, ["hole", "small details"]),
    "pretzel": (5, 4, ["holes", "thin", "small details"]),
    "chair": (-20, 12, ["holes", "thin", "wood"]),
    "lamp": (0, 5, ["thin", "emissive", "lathe"]),
    "tree": (0, 3, ["rough outline", "fine texture"]),
    "sword": (8, 0, ["thin", "metal"]),
    "mushroom": (0, 4, ["lathe", "spots"]),
    "rocket": (-8, 3, ["several colours", "thin fins"]),
    "house": (-16, 10, ["flat faces", "fine texture"]),
    "vase": (0, 6, ["holes", "pattern", "lathe"]),
    "creature": (-6, 3, ["several colours", "limbs"]),
}
PHOTOS: dict[str, tuple[float, float, str, list[str]]] = {
    "mug": (-14, 13, "kitchen", ["hole", "photo"]),
    "duck": (-4, 10, "bathroom", ["photo", "glossy"]),
    "car": (0, 12, "playroom", ["photo", "several colours", "dark parts"]),
    "chair-room": (22, 9, "room", ["photo", "holes", "thin"]),
    "mushroom-moss": (10, 7, "garden", ["photo", "busy background"]),
}


def cutout(name: str, azimuth: float, elevation: float, *, size: int = SIZE) -> NDArray[np.uint8]:
    """`(size, size, 4) uint8` picture of one object on nothing."""
    mesh, material = assemble(OBJECTS[name]())
    camera = orbit(mesh.vertices, (size, size), azimuth=azimuth, elevation=elevation, fov=FOV, margin=0.06)
    frame = fine_frame(Scene(mesh, material=material), camera, Style(ground_shadow=False))
    return compose(frame, "transparent")


def png(pixels: NDArray[np.uint8], limit: int) -> bytes:
    """PNG of at most `limit` bytes: the last bits of the colours are rounded off until it fits."""
    for bits in (8, 7, 6, 5):
        scale = 2 ** (8 - bits)
        rounded = pixels.copy()
        rounded[..., :3] = np.clip(np.rint(pixels[..., :3] / scale) * scale, 0, 255)
        buffer = io.BytesIO()
        Image.fromarray(rounded).save(buffer, "PNG", optimize=True)
        if buffer.tell() <= limit:
            return buffer.getvalue()
    raise ValueError(f"png: {buffer.tell()} bytes at 5 bits a channel, over {limit}. Give the object a calmer texture.")


def write_pictures(folder: Path, example: Path, only: set[str]) -> None:
    """All pictures, the masks of the photographs, and `manifest.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for name, (azimuth, elevation, features) in CUTOUTS.items():
        view = {"object": name, "azimuth": azimuth, "elevation": elevation, "fov": FOV}
        entries.append({"name": name, "file": f"{name}.png", "kind": "cutout", **view, "features": features})
        if only and name not in only:
            continue
        data = png(cutout(name, azimuth, elevation), 300_000)
        (folder / f"{name}.png").write_bytes(data)
        if name == "robot":
            example.parent.mkdir(parents=True, exist_ok=True)
            example.write_bytes(data)
        print(f"{name}.png {len(data):,} bytes", flush=True)
    for seed, (name, (azimuth, elevation, place, features)) in enumerate(PHOTOS.items()):
        thing = name.split("-")[0]
        view = {"object": thing, "azimuth": azimuth, "elevation": elevation, "fov": SCENES[place].fov}
        mask_name = f"{name}.mask.png"
        entries.append(
            {"name": name, "file": f"{name}.jpg", "mask": mask_name, "kind": "photo", **view, "features": features}
        )
        if only and name not in only:
            continue
        mesh, material = assemble(OBJECTS[thing]())
        pixels, mask = photograph(mesh, material, SCENES[place], azimuth, elevation, SIZE, seed)
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, "JPEG", quality=86, subsampling=2, optimize=True)
        (folder / f"{name}.jpg").write_bytes(buffer.getvalue())
        (folder / mask_name).write_bytes(
            cv2.imencode(".png", np.rint(mask * 255).astype(np.uint8), [cv2.IMWRITE_PNG_COMPRESSION, 9])[1].tobytes()
        )
        print(f"{name}.jpg {buffer.tell():,} bytes", flush=True)
    (folder / "manifest.json").write_text(
        json.dumps({"size": SIZE, "licence": "Apache-2.0", "pictures": entries}, indent=2) + "\n"
    )


def write_meshes(folder: Path) -> None:
    """Each object's true shape as one closed PLY with vertex colours."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in OBJECTS.items():
        vertices, faces, colors = union(build())
        header = (
            f"ply\nformat binary_little_endian 1.0\nelement vertex {len(vertices)}\nproperty float x\nproperty float y\nproperty float z\n"
            f"property uchar red\nproperty uchar green\nproperty uchar blue\nelement face {len(faces)}\n"
            "property list uchar int vertex_indices\nend_header\n"
        )
        v = np.zeros(len(vertices), np.dtype([("p", "<f4", 3), ("c", "u1", 3)]))
        v["p"], v["c"] = vertices, colors
        f = np.zeros(len(faces), np.dtype([("n", "u1"), ("i", "<i4", 3)]))
        f["n"], f["i"] = 3, faces
        (folder / f"{name}.ply").write_bytes(header.encode() + v.tobytes() + f.tobytes())
        print(f"{name}.ply {len(faces):,} faces", flush=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Draw the project's own example pictures.")
    parser.add_argument("--meshes", type=Path, metavar="OUT", help="write the true shapes as PLY here, no pictures")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "pictures", help="folder of the pictures")
    parser.add_argument("--only", nargs="*", default=[], help="names to draw (the manifest always lists all)")
    args = parser.parse_args()
    if args.meshes:
        write_meshes(args.meshes)
    else:
        write_pictures(args.out, ROOT / "src" / "maquette" / "examples" / "robot.png", set(args.only))


if __name__ == "__main__":
    main()
