"""MP4 (H.264) by ffmpeg, a program of its own: the one on PATH, or that of the package imageio-ffmpeg (extra `video`)."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from maquette.errors import DependencyMissing, EngineError

Pixels = NDArray[np.uint8]

INSTALL = (
    "MP4 needs ffmpeg, which is not installed here. "
    "Run: pip install 'maquette[video]' (or put ffmpeg on PATH), or ask for WebP or GIF."
)
_QUALITY = 18  # x264's constant rate factor: no visible loss
_TIMEOUT = 300  # seconds for the encoder to finish after the last frame


def find_ffmpeg() -> str:
    """Path of an ffmpeg that writes H.264.

    Raises:
        DependencyMissing: there is none; the message holds the install line.
    """
    found = shutil.which("ffmpeg")
    if found and _writes_h264(found):
        return found
    try:
        return str(importlib.import_module("imageio_ffmpeg").get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        raise DependencyMissing(INSTALL) from None


@cache
def _writes_h264(program: str) -> bool:
    """Some Linux distributions leave libx264 out of theirs."""
    try:
        listing = subprocess.run([program, "-hide_banner", "-encoders"], capture_output=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return b"libx264" in listing.stdout


def encode_mp4(frames: Iterable[Pixels], rate: float) -> bytes:
    """MP4 of frames `(h, w, 3) uint8` sRGB at `rate` frames per second: H.264, yuv420p (BT.709), index at the start of the file.

    H.264 wants even sides: an odd last row or column is left out. One thread and bit-exact flags make the bytes depend on nothing but
    the frames and the build of ffmpeg.

    Raises:
        DependencyMissing: no ffmpeg.
        EngineError: ffmpeg failed.
    """
    program = find_ffmpeg()
    frames = iter(frames)
    first = next(frames)
    h, w = first.shape[0] // 2 * 2, first.shape[1] // 2 * 2
    with tempfile.TemporaryDirectory(prefix="maquette-") as folder:
        target, log = Path(folder) / "turntable.mp4", Path(folder) / "log"
        # fmt: off
        command = [
            program, "-hide_banner", "-loglevel", "error", "-nostdin", "-y",
            "-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", f"{w}x{h}", "-framerate", f"{rate:g}", "-i", "pipe:0",
            "-vf", "scale=in_range=full:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int+bitexact",
            "-c:v", "libx264", "-preset", "medium", "-crf", str(_QUALITY), "-pix_fmt", "yuv420p", "-threads", "1",
            "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "iec61966-2-1",
            "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1", "-movflags", "+faststart", str(target),
        ]
        # fmt: on
        with log.open("wb") as errors:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=errors)
            try:
                assert process.stdin is not None
                process.stdin.write(np.ascontiguousarray(first[:h, :w]).tobytes())
                for frame in frames:
                    process.stdin.write(np.ascontiguousarray(frame[:h, :w]).tobytes())
                process.stdin.close()
                process.wait(_TIMEOUT)
            except BrokenPipeError:
                process.wait(_TIMEOUT)
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()
        if process.returncode != 0 or not target.exists():
            said = log.read_text(errors="replace").strip().splitlines()
            why = said[-1] if said else "no reason given"
            raise EngineError(
                f"ffmpeg could not write the MP4 ({why}). Ask for WebP or GIF, or install another ffmpeg."
            )
        return target.read_bytes()
