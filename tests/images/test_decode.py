"""Every way in which a picture can be odd or hostile: a clear refusal or the right pixels, fast."""

from __future__ import annotations

import io
import struct
import time
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from maquette.errors import BadImage, ImageTooLarge
from maquette.images.decode import MAX_SIDE, Picture, decode_image, probe_image

LIMITS = {"max_bytes": 20 * 2**20, "max_pixels": 50_000_000}


def encode(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def decode(data: bytes) -> Picture:
    start = time.perf_counter()
    try:
        return decode_image(data, **LIMITS)
    finally:
        assert time.perf_counter() - start < 3.0


def gradient(w: int = 40, h: int = 30) -> np.ndarray:
    y, x = np.mgrid[:h, :w]
    return np.stack([x * 6, y * 8, (x + y) * 3], axis=-1).astype(np.uint8)


def bomb(side: int = 20_000) -> bytes:
    """A PNG header that promises `side`² pixels, and nothing behind it."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 10_000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "BMP", "TIFF", "PPM", "GIF"])
def test_lossless_formats_are_exact(kind: str) -> None:
    pixels = gradient() // 64 * 64 if kind == "GIF" else gradient()
    options = {"lossless": True} if kind == "WEBP" else {}
    picture = decode(encode(Image.fromarray(pixels), kind, **options))
    assert picture.alpha is None
    np.testing.assert_array_equal(picture.rgb, pixels)


def test_probe_reads_the_header_only() -> None:
    data = encode(Image.fromarray(gradient()))
    info = probe_image(data, **LIMITS)
    assert (info.width, info.height, info.mode, info.format) == (40, 30, "RGB", "PNG")
    assert probe_image(data[:100], **LIMITS) == info


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64"/></svg>'
NOT_PICTURES = {
    "nothing": b"",
    "svg": SVG,
    "text": b"hello" * 100,
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 64 64\nshowpage\n",
    "pdf": b"%PDF-1.7\n" + b"0" * 500,
    "random": np.random.default_rng(0).bytes(5000),
    "signature only": b"\x89PNG\r\n\x1a\n",
    "jpeg start": b"\xff\xd8\xff\xe0",
}


@pytest.mark.parametrize("name", NOT_PICTURES)
def test_what_is_no_picture_is_refused(name: str) -> None:
    for read in (probe_image, decode_image):
        with pytest.raises(BadImage, match=r"^Input buffer contains unsupported image format.*(Send|send)") as error:
            read(NOT_PICTURES[name], **LIMITS)
        assert error.value.http_status == 400


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "TIFF"])
@pytest.mark.parametrize("share", [0.3, 0.7])
def test_truncated_files_are_refused(kind: str, share: float) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (200, 200, 3), dtype=np.uint8)
    data = encode(Image.fromarray(noise), kind)
    with pytest.raises(BadImage, match="Input buffer contains unsupported image format"):
        decode(data[: int(len(data) * share)])


def test_bomb_is_refused_from_its_header() -> None:
    for side in (20_000, 9_000):
        for read in (probe_image, decode_image):
            start = time.perf_counter()
            with pytest.raises(ImageTooLarge, match=r"million pixels.*Reduce") as error:
                read(bomb(side), **LIMITS)
            assert error.value.http_status == 413
            assert time.perf_counter() - start < 0.2


def test_limits() -> None:
    data = encode(Image.fromarray(gradient()))
    with pytest.raises(ImageTooLarge, match="MiB"):
        probe_image(data, max_bytes=len(data) - 1, max_pixels=10**6)
    with pytest.raises(ImageTooLarge, match="pixels"):
        probe_image(data, max_bytes=10**6, max_pixels=40 * 30 - 1)
    with pytest.raises(ImageTooLarge, match=r"30\.0 MiB"):
        probe_image(b"\0" * (30 * 2**20), **LIMITS)
    for size in ((1, 1), (400, 15)):
        with pytest.raises(BadImage, match="at least 16"):
            decode(encode(Image.new("RGB", size)))


def test_large_pictures_are_reduced() -> None:
    pixels = np.kron(np.arange(4, dtype=np.uint8).reshape(2, 2) * 80, np.ones((1500, 2000), np.uint8))
    for kind in ("PNG", "JPEG"):
        options = {"compress_level": 1} if kind == "PNG" else {}
        picture = decode(encode(Image.fromarray(np.stack([pixels] * 3, -1)), kind, **options))
        assert picture.rgb.shape == (1536, MAX_SIDE, 3)
        assert abs(int(picture.rgb[100, 1900, 0]) - 80) <= 2
        assert abs(int(picture.rgb[1400, 100, 0]) - 160) <= 2


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation(orientation: int) -> None:
    upright = gradient()
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.transpose(1, 0, 2),
        6: np.rot90(upright, 1),
        7: np.rot90(upright, 2).transpose(1, 0, 2),
        8: np.rot90(upright, -1),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = decode(encode(Image.fromarray(np.ascontiguousarray(stored)), exif=exif))
    np.testing.assert_array_equal(picture.rgb, upright)


def test_alpha_is_kept_whatever_its_form() -> None:
    alpha = np.tile(np.linspace(0, 255, 40).astype(np.uint8), (30, 1))
    rgba = np.dstack([gradient(), alpha])
    picture = decode(encode(Image.fromarray(rgba)))
    np.testing.assert_allclose(picture.alpha, alpha / 255, atol=1e-6)
    np.testing.assert_array_equal(picture.rgb, gradient())
    grey = np.dstack([gradient()[..., 0], alpha])
    picture = decode(encode(Image.fromarray(grey)))
    np.testing.assert_allclose(picture.alpha, alpha / 255, atol=1e-6)
    assert (np.ptp(picture.rgb, axis=-1) == 0).all()
    palette = Image.fromarray((np.arange(30 * 40).reshape(30, 40) % 4).astype(np.uint8), "L").convert("P")
    palette.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9])
    picture = decode(encode(palette, transparency=1))
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha == 0, np.asarray(palette) == 1)
    assert picture.rgb[0, 0].tolist() == [255, 0, 0]


def test_grey_sixteen_bit_bilevel_and_palette() -> None:
    ramp = np.tile(np.linspace(0, 65535, 64).astype(np.uint16), (32, 1))
    picture = decode(encode(Image.fromarray(ramp)))
    np.testing.assert_allclose(picture.rgb[0, :, 0], ramp[0] / 257, atol=1)
    picture = decode(encode(Image.fromarray((ramp[:, ::2] / 257).astype(np.uint8))))
    assert picture.rgb.shape == (32, 32, 3)
    bits = Image.fromarray(ramp > 30000)
    assert set(np.unique(decode(encode(bits)).rgb)) == {0, 255}


def test_cmyk_with_and_without_profile_stays_the_same_colour() -> None:
    cmyk = Image.new("CMYK", (64, 64), (0, 255, 255, 0))
    red = decode(encode(cmyk, "JPEG", quality=95)).rgb[32, 32]
    assert red[0] > 200
    assert red[1] < 60
    assert red[2] < 60
    assert decode(encode(cmyk, "TIFF")).rgb[3, 3].tolist() == [255, 0, 0]


def test_profiles_are_applied_and_broken_ones_ignored() -> None:
    image = Image.new("RGB", (32, 32), (200, 100, 50))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert decode(encode(image, icc_profile=srgb)).rgb[0, 0].tolist() == [200, 100, 50]
    assert decode(encode(image, icc_profile=b"nonsense" * 40)).rgb[0, 0].tolist() == [200, 100, 50]
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert decode(encode(image, icc_profile=lab)).rgb[0, 0].tolist() == [200, 100, 50]
    swapped = _channel_swapping_profile(srgb)
    assert decode(encode(image, icc_profile=swapped)).rgb[0, 0].argmax() == 2


def _channel_swapping_profile(srgb: bytes) -> bytes:
    """An sRGB profile whose red and blue primaries are exchanged, under another name: a far wider gamut than any camera's."""
    data = bytearray(srgb.replace(b"sRGB", b"xRGB").replace("sRGB".encode("utf-16-be"), "xRGB".encode("utf-16-be")))
    count = struct.unpack(">I", data[128:132])[0]
    where = {bytes(data[132 + 12 * i : 136 + 12 * i]): 132 + 12 * i for i in range(count)}
    r, b = where[b"rXYZ"], where[b"bXYZ"]
    data[r + 4 : r + 12], data[b + 4 : b + 12] = data[b + 4 : b + 12], data[r + 4 : r + 12]
    return bytes(data)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_first_frame_of_an_animation(kind: str) -> None:
    frames = [Image.new("RGB", (32, 32), c) for c in ((250, 0, 0), (0, 250, 0), (0, 0, 250))]
    options = {"lossless": True} if kind == "WEBP" else {}
    picture = decode(encode(frames[0], kind, save_all=True, append_images=frames[1:], duration=50, **options))
    assert picture.rgb[5, 5].tolist() == [250, 0, 0]


def test_global_state_is_left_alone() -> None:
    before = Image.MAX_IMAGE_PIXELS
    decode(encode(Image.fromarray(gradient())))
    assert before == Image.MAX_IMAGE_PIXELS


@pytest.mark.parametrize("orientation", [3, 6])
@pytest.mark.parametrize(("kind", "options"), [("TIFF", {}), ("TIFF", {"compression": "tiff_lzw"}), ("PNG", {})])
def test_a_turned_picture_is_turned_once_whoever_turns_it(
    kind: str, options: dict[str, object], orientation: int
) -> None:
    upright = Image.fromarray(gradient())
    stored = upright.transpose(
        {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90}[orientation]  # undone by the reader
    )
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = decode(encode(stored, kind, exif=exif, **options))
    np.testing.assert_array_equal(picture.rgb, gradient())
