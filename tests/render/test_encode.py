from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from maquette.errors import InvalidRequest
from maquette.render.encode import encode_loop, encode_still
from maquette.render.video import find_ffmpeg

SIZE = 64


def ball(k: int, count: int, alpha: bool = False) -> np.ndarray:
    """A small red ball that crosses a large pale gradient; or stands in nothing, above a faint shadow."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    frame = np.stack([200 + x // 2, 205 + y // 2, 210 + x // 3], axis=2).astype(np.uint8)
    inside = (x - 10 - 40 * k / count) ** 2 + (y - 30) ** 2 < 36
    frame[inside] = (210, 20, 30)
    if not alpha:
        return frame
    full = np.dstack([frame, np.where(inside, 255, 0).astype(np.uint8)])
    full[50:] = (0, 0, 0, 40)
    return full


def load(data: bytes) -> list[np.ndarray]:
    image = Image.open(io.BytesIO(data))
    frames = []
    for k in range(image.n_frames):
        image.seek(k)
        frames.append(np.asarray(image.convert("RGBA")))
    return frames


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_loops_come_back_frame_by_frame(kind):
    frames = [ball(k, 9) for k in range(9)]
    data = encode_loop(iter(frames), kind, 9)
    assert data == encode_loop(frames, kind, 9)
    image = Image.open(io.BytesIO(data))
    assert image.n_frames == 9
    assert image.info["loop"] == 0
    back = load(data)
    for got, want in zip(back, frames, strict=True):
        assert np.abs(got[..., :3].astype(int) - want).mean() < 4
        ball_pixels = want[..., 1] == 20
        assert np.abs(got[ball_pixels][:, :3].astype(int) - want[ball_pixels]).mean() < (12 if kind == "gif" else 40)


def test_a_gif_keeps_still_what_stands_still():
    back = load(encode_loop([ball(k, 9) for k in range(9)], "gif", 9))
    assert all((frame[45:] == back[0][45:]).all() for frame in back)


def test_webp_keeps_alpha_and_gif_cuts_it():
    frames = [ball(k, 3, alpha=True) for k in range(3)]
    for got, want in zip(load(encode_loop(frames, "webp", 3)), frames, strict=True):
        assert np.abs(got[..., 3].astype(int) - want[..., 3]).max() < 3
    for got, want in zip(load(encode_loop(frames, "gif", 3)), frames, strict=True):
        assert np.array_equal(got[..., 3] == 255, want[..., 3] > 127)
        assert np.abs(got[want[..., 3] == 255][:, :3].astype(int) - (210, 20, 30)).max() < 8


@pytest.mark.parametrize(("count", "milliseconds"), [(36, 80), (72, 40), (8, 360), (720, 20)])
def test_a_turn_takes_the_same_time_whatever_its_frames(count, milliseconds):
    frames = [ball(k, 3) for k in range(3)]
    image = Image.open(io.BytesIO(encode_loop(frames, "gif", count)))
    assert image.info["duration"] == milliseconds


def boxes(data: bytes) -> dict[bytes, int]:
    """Position of each top-level box of an MP4 (ISO 14496-12)."""
    out, at = {}, 0
    while at < len(data):
        out[data[at + 4 : at + 8]] = at
        at += int.from_bytes(data[at : at + 4], "big")
    return out


def test_mp4_is_h264_with_its_index_first_and_the_same_twice():
    frames = [ball(k, 12) for k in range(12)]
    data = encode_loop(frames, "mp4", 36)
    assert data == encode_loop(frames, "mp4", 36)
    found = boxes(data)
    assert found[b"ftyp"] == 0
    assert found[b"moov"] < found[b"mdat"]
    assert b"avc1" in data
    assert b"Lavf" not in data
    import subprocess

    raw = subprocess.run(
        [find_ffmpeg(), "-v", "error", "-i", "pipe:0", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"],
        input=data,
        capture_output=True,
        check=True,
    ).stdout
    back = np.frombuffer(raw, np.uint8).reshape(-1, SIZE, SIZE, 3)
    assert len(back) == 12
    assert np.abs(back.astype(int) - np.stack(frames)).mean() < 4


def test_mp4_of_an_odd_size_loses_one_row():
    data = encode_loop([ball(k, 2)[:61, :33] for k in range(2)], "mp4", 2)
    where = data.index(b"avc1", data.index(b"stsd"))
    assert (
        int.from_bytes(data[where + 28 : where + 30], "big"),
        int.from_bytes(data[where + 30 : where + 32], "big"),
    ) == (32, 60)


@pytest.mark.parametrize(("kind", "name"), [("webp", "WEBP"), ("png", "PNG"), ("jpg", "JPEG")])
def test_stills(kind, name):
    pixels = ball(0, 1, alpha=True)
    data = encode_still(pixels, kind)
    assert data == encode_still(pixels, kind)
    image = Image.open(io.BytesIO(data))
    assert image.format == name
    if kind == "png":
        assert np.array_equal(np.asarray(image), pixels)
    if kind == "jpg":
        assert np.abs(np.asarray(image).astype(int)[2, 2] - 255).max() < 4  # white behind


def test_unknown_kinds_name_the_known():
    with pytest.raises(InvalidRequest, match="webp, png, jpg"):
        encode_still(ball(0, 1), "bmp")
    with pytest.raises(InvalidRequest, match="mp4, gif, webp"):
        encode_loop([ball(0, 1)], "avi", 1)
