"""Bytes of a picture, from anybody, to sRGB pixels: judged by content, bounded in memory and time."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from maquette.errors import BadImage, ImageTooLarge

RASTER_FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "GIF", "BMP", "TIFF", "PPM", "JPEG2000")
"""What is tried, by content. Left out: formats that run programs (EPS, PDF, WMF) and formats without a signature (TGA), which
would claim random bytes."""

MIN_SIDE = 16
"""Pixels; nothing can be reconstructed from less."""

MAX_SIDE = 2048
"""Pixels of the longest side after decoding: above what a 2K or 4K texture can hold of one view; bounds memory of all that follows."""

_UNSUPPORTED = "Input buffer contains unsupported image format"
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    struct.error,
    zlib.error,
)
"""What Pillow's readers raise on broken bytes; `UnidentifiedImageError` is an `OSError`."""
_BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)

_ORIENTATION = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class ImageInfo:
    """A picture's header: size in stored (not yet turned) pixels, Pillow's mode, format name such as "PNG"."""

    width: int
    height: int
    mode: str
    format: str


@dataclass(frozen=True, eq=False)
class Picture:
    """Decoded pixels.

    Attributes:
        rgb: `(h, w, 3) uint8`, sRGB, upright, not premultiplied.
        alpha: `(h, w) float32` in [0, 1], or None where the file has no transparency.
    """

    rgb: NDArray[np.uint8]
    alpha: NDArray[np.float32] | None


def probe_image(data: bytes, *, max_bytes: int, max_pixels: int) -> ImageInfo:
    """Read the header only.

    Args:
        max_bytes: largest accepted file.
        max_pixels: largest accepted width times height; Pillow's own limit (179 million) stays in force above it.

    Raises:
        BadImage: the bytes are no raster picture, or it is smaller than `MIN_SIDE`.
        ImageTooLarge: too many bytes or pixels.
    """
    with _open(data, max_bytes, max_pixels) as image:
        return ImageInfo(image.width, image.height, image.mode, image.format or "")


def decode_image(data: bytes, *, max_bytes: int, max_pixels: int) -> Picture:
    """Decode to upright sRGB, at most `MAX_SIDE` pixels wide or high; of an animation the first frame.

    Raises:
        BadImage, ImageTooLarge: as `probe_image`; also when the pixels are cut off or damaged.
    """
    with _open(data, max_bytes, max_pixels) as image:
        try:
            if image.format in ("JPEG", "MPO"):
                image.draft(image.mode, (MAX_SIDE, MAX_SIDE))  # the decoder itself reduces: 50 Mpx in 0.3 s, not 1.5 s
            image.load()
            icc = image.info.get("icc_profile")
            turn = _turn(image)
            color = _shrink(_plain_mode(image))
        except MemoryError:
            raise ImageTooLarge("The picture needs too much memory. Send a smaller one.", field="images") from None
        except _BOMB:
            raise _too_many_pixels(max_pixels) from None
        except _DAMAGE:
            raise BadImage(
                f"{_UNSUPPORTED}: the file is cut off or damaged. Send the complete file again.", field="images"
            ) from None
    alpha: Image.Image | None = None
    if color.mode in ("RGBA", "LA"):
        alpha = color.getchannel("A")
        color = color.convert("RGB" if color.mode == "RGBA" else "L")
    color = _to_srgb(color, icc)
    if turn is not None:
        color = color.transpose(turn)
        alpha = alpha.transpose(turn) if alpha is not None else None
    rgb = np.array(color, dtype=np.uint8)
    return Picture(rgb, None if alpha is None else np.asarray(alpha, np.float32) / np.float32(255.0))


def _turn(image: Image.Image) -> Image.Transpose | None:
    """What makes a loaded picture upright. Asked after loading: Pillow's TIFF reader turns the pixels itself, then drops the tag."""
    try:
        return _ORIENTATION.get(image.getexif().get(0x0112, 1))
    except _DAMAGE:
        return None


def _too_many_pixels(max_pixels: int) -> ImageTooLarge:
    return ImageTooLarge(
        f"The picture has more than the {max_pixels / 1e6:.0f} million pixels accepted here. Reduce it; 2048 pixels a side are plenty.",
        field="images",
    )


def _open(data: bytes, max_bytes: int, max_pixels: int) -> Image.Image:
    if len(data) > max_bytes:
        raise ImageTooLarge(
            f"The picture has {len(data) / 2**20:.1f} MiB; at most {max_bytes / 2**20:.0f} MiB are accepted. Send a smaller file.",
            field="images",
        )
    try:
        image = Image.open(io.BytesIO(data), formats=RASTER_FORMATS)
    except _BOMB:
        raise _too_many_pixels(max_pixels) from None
    except _DAMAGE:
        raise BadImage(f"{_UNSUPPORTED}. Send a PNG, JPEG or WEBP file.", field="images") from None
    width, height = image.size
    if width * height > max_pixels:
        raise _too_many_pixels(max_pixels)
    if min(width, height) < MIN_SIDE:
        raise BadImage(
            f"The picture has only {width} x {height} pixels. Send one with at least {MIN_SIDE} on each side; 512 or more are better.",
            field="images",
        )
    return image


def _plain_mode(image: Image.Image) -> Image.Image:
    """One of L, LA, RGB, RGBA, CMYK, LAB with 8 bits, alpha from palettes and colour keys resolved."""
    mode = image.mode
    if mode in ("I;16", "I;16B", "I;16L", "I;16N", "I", "F"):
        values = np.asarray(image, np.float32)
        top = (
            1.0
            if mode == "F" and values.max(initial=0.0) <= 1.0
            else 65535.0
            if values.max(initial=0.0) > 255 or mode != "F"
            else 255.0
        )
        return Image.fromarray(np.clip(np.nan_to_num(values) * (255.0 / top) + 0.5, 0, 255).astype(np.uint8))
    if mode in ("P", "PA") or (mode in ("1", "L", "RGB") and "transparency" in image.info):
        keyed = mode == "PA" or "transparency" in image.info
        return image.convert("RGBA" if keyed else "RGB")
    if mode == "1":
        return image.convert("L")
    if mode in ("RGBa", "La"):
        return image.convert("RGBA" if mode == "RGBa" else "LA")
    if mode in ("L", "LA", "RGB", "RGBA", "CMYK", "LAB"):
        return image
    return image.convert("RGB")


def _shrink(image: Image.Image) -> Image.Image:
    longest = max(image.size)
    if longest <= MAX_SIDE:
        return image
    size = (max(round(image.width * MAX_SIDE / longest), 1), max(round(image.height * MAX_SIDE / longest), 1))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)  # Pillow premultiplies alpha itself


def _to_srgb(image: Image.Image, icc: bytes | None) -> Image.Image:
    """Apply the embedded profile; a broken or foreign profile is ignored, as browsers do."""
    if icc:
        try:
            profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
            if image.mode == "RGB" and "srgb" in (profile.profile.profile_description or "").lower():
                return image
            intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
            out = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), intent, outputMode="RGB")
            if out is not None:
                return out
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        out = ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
        if out is not None:
            return out
    return image.convert("RGB")
