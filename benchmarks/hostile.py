"""Hostile pictures against a running server: a clear refusal or a correct result, in under 3 s, and the server goes on serving.

    python benchmarks/hostile.py [--out results.json]

Starts `maquette serve` on a free port with an empty data folder, sends each picture to `POST /api/v2/rodin`, watches
the job if there is one, and reads the peak memory of every process of the server from the kernel. Bars: each under 3
s to a refusal or to the end of the job's first stages, under 1.5 GB.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import tempfile
import time
import zlib
from pathlib import Path

import numpy as np
import requests
from machine import describe
from PIL import Image
from server_under_test import ServerUnderTest

MAX_SECONDS, MAX_MB = 3.0, 1500


def _encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _object(size: int = 256) -> np.ndarray:
    """A red disc on transparent ground, `(size, size, 4) uint8`."""
    y, x = np.mgrid[:size, :size] / size - 0.5
    rgba = np.zeros((size, size, 4), np.uint8)
    rgba[..., 0] = 200
    rgba[..., 3] = 255 * (np.hypot(x, y) < 0.35)
    return rgba


def _png_bomb(side: int = 20_000) -> bytes:
    """A valid PNG of side x side grey pixels in a few hundred kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = side.to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(side + 1)) for _ in range(side)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pictures() -> dict[str, tuple[bytes, bool]]:
    """Name to bytes, and whether an asset is the right answer (False: a refusal is)."""
    rgba = _object()
    on_white = Image.alpha_composite(Image.new("RGBA", (256, 256), "white"), Image.fromarray(rgba)).convert("RGB")
    png = _encoded(Image.fromarray(rgba), "PNG")
    noise = np.random.default_rng(0).integers(0, 256, (3300, 3300, 3), np.uint8)
    frames = [Image.fromarray(np.roll(rgba, 10 * i, axis=1)) for i in range(3)]
    grey16 = Image.fromarray(65535 - np.asarray(on_white.convert("L")).astype(np.uint16) // 2 * 257)
    return {
        "truncated": (png[: len(png) // 2], False),
        "1x1": (_encoded(Image.new("RGB", (1, 1)), "PNG"), False),
        "20000x20000 bomb": (_png_bomb(), False),
        "fully transparent": (_encoded(Image.new("RGBA", (256, 256), (9, 9, 9, 0)), "PNG"), False),
        "all white": (_encoded(Image.new("RGB", (256, 256), "white"), "PNG"), False),
        "cmyk jpeg": (_encoded(on_white.convert("CMYK"), "JPEG", quality=95), True),
        "16-bit": (_encoded(grey16, "PNG"), True),
        "animated webp": (_encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True), True),
        "svg renamed to png": (b"<svg xmlns='http://www.w3.org/2000/svg'><circle r='9'/></svg>", False),
        "0 bytes": (b"", False),
        "30 MB": (_encoded(Image.fromarray(noise), "PNG", compress_level=0), False),
        "good, after all that": (png, True),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    rows, bad = [], []
    with tempfile.TemporaryDirectory() as folder, ServerUnderTest(Path(folder)) as server:
        for name, (data, expected) in pictures().items():
            start = time.perf_counter()
            form = {"tier": "Sketch"}
            answer = requests.post(
                f"{server.url}/api/v2/rodin",
                headers=server.headers,
                data=form,
                files={"images": ("a.png", data)},
                timeout=30,
            )
            body = answer.json()
            made, text = False, body.get("message")
            if body.get("uuid"):
                jobs = server.wait(body["jobs"]["subscription_key"], seconds=60)
                made = all(j["status"] == "Done" for j in jobs)
                text = next((j["error"] for j in jobs if j.get("error")), "asset made")
            seconds = time.perf_counter() - start
            row = {
                "picture": name,
                "http": answer.status_code,
                "made": made,
                "answer": text,
                "seconds": round(seconds, 2),
            }
            row["peak_mb"] = server.peak_memory_mb()
            rows.append(row)
            print(row, flush=True)
            # A good picture takes as long as a generation does; the limit is for refusals.
            if made != expected or (not made and seconds > MAX_SECONDS) or row["peak_mb"] > MAX_MB:
                bad.append(name)
    if args.out:
        args.out.write_text(
            json.dumps({"machine": describe(), "below_the_bar": bad, "pictures": rows}, indent=1) + "\n"
        )
    if bad:
        sys.exit(f"below the bar: {', '.join(bad)}")


if __name__ == "__main__":
    main()
